import { isOfRegistry, type Step, talksToRemote } from './steps.ts';

/**
 * How a run with one fault has to end.
 * - `survive`: green, with everything done.
 * - `end clearly`: green, or with an error that says what to do.
 * - `stop`: it is killed.
 *
 * After each of these, the next run has to finish the work.
 */
export type Expectation = 'survive' | 'end clearly' | 'stop';

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
  'wrong-type',
  'missing-field',
  'endless',
  'trickle',
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

/** Everything that can go wrong at a step. A read can be stale only if a second run makes it again. */
export function modesOf(step: Step, isRepeated: boolean): readonly Mode[] {
  const isPossible: Readonly<Partial<Record<Mode, boolean>>> = {
    'stale-read': isRepeated && !step.isWrite,
    'secondary-limit': isOfApi(step),
    'expired-token': !isOfTokens(step),
    'wrong-type': hasJson(step),
    'missing-field': hasJson(step),
    endless: !isOfGit(step), // git has a limit for its memory, which takes it longer than a trial may last
    'kill-midway': step.name.startsWith('writeFile '),
  };
  return modes[step.kind].filter((mode) => isPossible[mode] ?? true);
}

// The API answers too many requests with 403, git over HTTP with 429: https://github.com/ROCm/TheRock/issues/6431.
// A Go proxy, a registry, a mirror of Helm and Slack do not belong to GitHub.
const isOfApi = (step: Step): boolean =>
  ![isOfGit, isOfProxy, isOfRegistry, isOfTokens, isOfMirror, isOfSlack].some((isOf) => isOf(step));
const isOfGit = ({ name }: Step): boolean => /\bgit-(?:receive|upload)-pack$/.test(name);
const isOfProxy = ({ name }: Step): boolean => name.includes('/@v/');
const isOfTokens = ({ name }: Step): boolean => / \/token\b/.test(name);
const isOfMirror = ({ name }: Step): boolean => name.includes(' /helm-v');
const isOfSlack = ({ name }: Step): boolean => name.includes(' /services/');
const isOfBlob = ({ name }: Step): boolean => / \/v2\/.*\/blobs\//.test(name);
const hasJson = (step: Step): boolean =>
  isOfApi(step) || isOfTokens(step) || (isOfRegistry(step) && !isOfBlob(step)) || step.name.endsWith('.info');

export function expectationOf(step: Step, mode: Mode): Expectation {
  if (mode.startsWith('kill-')) return 'stop';
  if (mode === 'expired-token' && isOfRegistry(step)) return 'survive';
  if (mode === 'malformed' && isOfMirror(step)) return 'end clearly'; // its checksum is wrong
  if (mode === 'sigterm' || mode === 'expired-token' || mode === 'endless') return 'end clearly';
  return step.kind === 'request' || talksToRemote(step) ? 'survive' : 'end clearly';
}

/** The ten likeliest things to go wrong, of which two may go wrong in one run. All of them pass, or end the runner. */
export const likeliest: readonly RequestMode[] = [
  'reset-before',
  'reset-after',
  '500',
  '502-before',
  '502-after',
  'secondary-limit',
  '429',
  'truncated',
  'time-out',
  'kill-after',
];

/** All modes. */
export const allModes: readonly Mode[] = [...new Set<Mode>([...onRequests, ...onChildren, ...onFiles])];
