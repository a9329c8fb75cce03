import type { SourcePosition } from '../../domain/error.ts';

/** A run or a job that belongs to a concurrency group. */
export type Member = {
  readonly group: string;
  readonly cancelsInProgress: boolean;
  /** `queue: max`: nobody who waits is cancelled. */
  readonly queues: boolean;
  readonly at: SourcePosition;
  /** How it is called in messages. */
  readonly name: string;
  /** Cancels it. The reason is the end of a sentence. */
  readonly cancel: (reason: string) => void;
};

type Waiting = { readonly member: Member; readonly start: (mayStart: boolean) => void };
type Group = { running: Member | undefined; waiting: Waiting[] };

// https://docs.github.com/actions/concepts/workflows-and-actions/concurrency
/** Who runs and who waits in each concurrency group: one runs, and one waits. Who comes later takes the place of the latter. */
export class ConcurrencyGroups {
  readonly #groups = new Map<string, Group>();

  /** Waits until the member may run. False if it was cancelled before that, or the signal was aborted. */
  async enter(member: Member, signal: AbortSignal): Promise<boolean> {
    const key = member.group.toLowerCase();
    const group = this.#groups.get(key) ?? { running: undefined, waiting: [] };
    this.#groups.set(key, group);
    if (group.running === undefined) {
      group.running = member;
      return true;
    }
    if (member.cancelsInProgress)
      group.running.cancel(`${member.name} cancels what runs in the concurrency group ${member.group}`);
    if (!member.queues) {
      for (const { member: before, start } of group.waiting.splice(0)) {
        before.cancel(
          `${member.name} took its place in the concurrency group ${member.group}, in which only one may wait`,
        );
        start(false);
      }
    }
    return new Promise((start) => {
      group.waiting.push({ member, start });
      const leave = () => {
        group.waiting = group.waiting.filter((one) => one.member !== member);
        start(false);
      };
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
    });
  }

  /** Lets the next one run. */
  leave(member: Member): void {
    const group = this.#groups.get(member.group.toLowerCase());
    if (group?.running !== member) return;
    const next = group.waiting.shift();
    group.running = next?.member;
    next?.start(true);
  }
}
