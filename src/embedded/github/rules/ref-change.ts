import { isAbsent, type RefUpdate } from '../../git/push.ts';

/** A change of a ref; `undefined` stands for a ref that does not exist. */
export type RefChange = {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** The change that an update in a push means. */
export function refChange({ ref, from, to }: RefUpdate): RefChange {
  return { ref, from: isAbsent(from) ? undefined : from, to: isAbsent(to) ? undefined : to };
}
