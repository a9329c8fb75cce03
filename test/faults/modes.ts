import { talks, type Step } from './steps.ts';

/**
 * What is asked of a run with one fault. `survive`: it ends green, with the world as it should be. `end clearly`: it
 * may end with an error that says what to do. `stop`: it is killed. Whatever the end, the next run has to converge.
 */
export type Demand = 'survive' | 'end clearly' | 'stop';

const onRequests = [
  'reset-before',
  'reset-after',
  '500',
  '502-before',
  '502-after',
  'secondary-limit',
  '429',
  'truncated',
  'malformed',
  'time-out',
  'expired-token',
  'stale-read',
  'sigterm',
  'kill-before',
  'kill-after',
] as const;

const onChildren = ['fail-before', 'fail-after', 'sigterm', 'kill-before', 'kill-after'] as const;
const onFiles = ['fail-before', 'sigterm', 'kill-before', 'kill-midway', 'kill-after'] as const;

export type RequestMode = (typeof onRequests)[number];
export type ChildMode = (typeof onChildren)[number];
export type FileMode = (typeof onFiles)[number];
export type Mode = RequestMode | ChildMode | FileMode;

const modes: Readonly<Record<Step['kind'], readonly Mode[]>> = {
  request: onRequests,
  child: onChildren,
  file: onFiles,
};

/** All that can go wrong at a step. A read is stale when it is done again, in a run after the one that changed things. */
export function modesOf(step: Step, isDoneAgain: boolean): readonly Mode[] {
  const isPossible: Readonly<Partial<Record<Mode, boolean>>> = {
    'stale-read': isDoneAgain && !step.isWrite,
    'secondary-limit': isOfApi(step),
    'kill-midway': step.name.startsWith('writeFile '),
  };
  return modes[step.kind].filter((mode) => isPossible[mode] ?? true);
}

// Where there were too many requests, the API answers 403, git's own pages 429, as in
// https://github.com/ROCm/TheRock/issues/6431. A Go proxy is not GitHub's.
const isOfApi = ({ name }: Step): boolean => !/\bgit-(?:receive|upload)-pack$|\/@v\//.test(name);

export function demandOf(step: Step, mode: Mode): Demand {
  if (mode.startsWith('kill-')) return 'stop';
  if (mode === 'sigterm' || mode === 'expired-token') return 'end clearly';
  return step.kind === 'request' || talks(step) ? 'survive' : 'end clearly';
}

/** Every mode there is, for the one who asks for one by its name. */
export const allModes: readonly Mode[] = [...new Set<Mode>([...onRequests, ...onChildren, ...onFiles])];
