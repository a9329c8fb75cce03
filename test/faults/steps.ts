import { tmpdir } from 'node:os';

/** Something that an action does outside itself. */
export type Operation = {
  readonly kind: 'child' | 'file' | 'request';
  /** The call or request, without the parts that differ from run to run. */
  readonly name: string;
  /** Whether it may change what others see: a file of the workspace, or data of a server. */
  readonly isWrite: boolean;
};

/** An operation with its number among those of the same name, by which it is found again in another run. */
export type Step = Operation & { readonly nth: number };

/** Numbers the operations of one run as they happen. */
export class StepCounter {
  readonly #steps: Step[] = [];
  readonly #seen = new Map<string, number>();

  add(operation: Operation): Step {
    const key = keyOf({ ...operation, nth: 0 });
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    const step = { ...operation, nth };
    this.#steps.push(step);
    return step;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
}

/** Sorted by kind, name and number. The order in time differs from run to run, because some work is parallel. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const rank = ({ kind, name, nth }: Step) => [kind, name, String(nth).padStart(6, '0')].join('\0');
  return steps.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Identifies a step in all runs. */
export const keyOf = ({ kind, name, nth }: Step): string => `${kind} ${name} ${nth}`;

/** A short title for people, without the options that keep git quiet. */
export function titleOf({ name, nth }: Step): string {
  const brief = name.replaceAll(/ --(?:no-[\w-]+|porcelain|quiet|refmap=|recurse-submodules=no)(?= |$)/g, '');
  const line = brief.length > 90 ? `${brief.slice(0, 89)}…` : brief;
  return nth === 1 ? line : `${line} (${nth})`;
}

/** Whether a child talks to a remote, so that the network may be the cause of its failure. */
export const talksToRemote = ({ kind, name }: Operation): boolean =>
  kind === 'child' && /^git (?:-C \* )?(?:push|fetch|ls-remote(?! --get-url))\b/.test(name);

/** Whether a request is to a registry, where it needs a token that can expire. */
export const isOfRegistry = ({ kind, name }: Operation): boolean => kind === 'request' && name.includes(' /v2/');

/** A text without the parts that differ from run to run: folders, servers, SHAs, random identifiers. */
export function withoutRandomParts(text: string, workspace?: string): string {
  const below = new RegExp(`${RegExp.escape(tmpdir())}/(?:[^\\s:/]+/)*`, 'g');
  const inside = workspace === undefined ? text : text.replaceAll(`${workspace}/`, '');
  return inside
    .replaceAll(below, '*/')
    .replaceAll(/(\*\/(?:release-|builder-|\.git_signing_buffer_tmp))\w{6}\b/g, '$1*')
    .replaceAll(random, '*');
}

const random = /https?:\/\/[\d.]+:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{40}\b/g;

/** The literal parts of a name. Any text may stand between them. */
export const literalParts = (name: string): readonly string[] => name.split('*');
