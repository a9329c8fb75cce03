import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { inputs } from './contract.ts';
import type { Wanted } from './contract.ts';

/** The inputs of `via: pull-request`. */
export type WantedProposal = Wanted & { readonly fork: string };

type Name = keyof Wanted;

/** Which inputs a way needs, and which ones only the other way has. */
const ways: Readonly<Record<Wanted['via'], { readonly needs: Name; readonly lacks: readonly Name[] }>> = {
  copy: { needs: 'to', lacks: ['fork', 'repository', 'list', 'project', 'reviewers', 'hold'] },
  'pull-request': { needs: 'fork', lacks: ['to', 'referrers', 'shard'] },
};

/** Refuses inputs that do not belong to the chosen way, and a missing one. */
export function refuseOtherWay(wanted: Wanted): void {
  const { via } = wanted;
  const { needs, lacks } = ways[via];
  const other = via === 'copy' ? 'pull-request' : 'copy';
  refuseIfAny('Some inputs do not fit together.', [
    ...(isGiven(wanted, needs)
      ? []
      : [new ReleaseError(`Input ${needs} is required with via: ${via}.`, { fix: inputs[needs].description })]),
    ...lacks
      .filter((name) => isGiven(wanted, name))
      .map(
        (name) =>
          new ReleaseError(`Input ${name} belongs to via: ${other}, but via is ${via}.`, {
            fix: `Remove ${name}, or set via: ${other}.`,
          }),
      ),
  ]);
}

/** Whether an input has another value than by default. GitHub does not tell whether somebody has set it. */
const isGiven = (wanted: Wanted, name: Name): boolean =>
  JSON.stringify(wanted[name]) !== JSON.stringify(inputs[name].read(undefined));
