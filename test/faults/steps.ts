import { tmpdir } from 'node:os';

/** Something that an action does outside itself. */
export type Deed = {
  readonly kind: 'child' | 'file' | 'request';
  /** What it does, without what differs from run to run. */
  readonly name: string;
  /** Whether it may change what others see: a file of the workspace, or what a server holds. */
  readonly isWrite: boolean;
};

/** A deed that is known again in the next run: the first, second … of its name. */
export type Step = Deed & { readonly nth: number };

/** Counts the deeds of one run as they are done. */
export class Count {
  readonly #steps: Step[] = [];
  readonly #seen = new Map<string, number>();

  add(deed: Deed): Step {
    const key = keyOf({ ...deed, nth: 0 });
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    const step = { ...deed, nth };
    this.#steps.push(step);
    return step;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
}

/** By kind, name and number: work runs side by side, so that no other order is the same in every run. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const rank = ({ kind, name, nth }: Step) => [kind, name, String(nth).padStart(6, '0')].join('\0');
  return steps.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** The same for the same step of another run. */
export const keyOf = ({ kind, name, nth }: Step): string => `${kind} ${name} ${nth}`;

/** What a person reads: bounded, without what keeps git quiet, and with the number where it is not the first. */
export function titleOf({ name, nth }: Step): string {
  const brief = name.replaceAll(/ --(?:no-[\w-]+|porcelain|quiet|refmap=|recurse-submodules=no)(?= |$)/g, '');
  const line = brief.length > 90 ? `${brief.slice(0, 89)}…` : brief;
  return nth === 1 ? line : `${line} (${nth})`;
}

/** Whether a child speaks to another machine, so that its failure may be a failure of the way there. */
export const talks = ({ kind, name }: Deed): boolean =>
  kind === 'child' && /^git (?:-C \* )?(?:push|fetch|ls-remote(?! --get-url))\b/.test(name);

/** A text without what differs from run to run: folders, servers, object names, random identifiers. */
export function withoutChance(text: string, workspace?: string): string {
  const below = new RegExp(`${RegExp.escape(tmpdir())}/(?:[^\\s:/]+/)*`, 'g');
  const inside = workspace === undefined ? text : text.replaceAll(`${workspace}/`, '');
  return inside
    .replaceAll(below, '*/')
    .replaceAll(/(\*\/(?:release-|\.git_signing_buffer_tmp))\w{6}\b/g, '$1*')
    .replaceAll(random, '*');
}

const random = /https?:\/\/[\d.]+:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{40}\b/g;

/** The texts that may have such a name, as literal parts with anything between them. */
export const literalParts = (name: string): readonly string[] => name.split('*');
