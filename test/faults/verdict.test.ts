import { describe, expect, it } from 'vitest';
import type { Annotation } from '../support/bundle.ts';
import type { Expectation, Mode } from './modes.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';
import { judge, type Observed } from './verdict.ts';

const step: Step = { kind: 'file', name: 'writeFile VERSION', nth: 1, isWrite: true };
const expected = { VERSION: '1.1.0', updates: ['create v1.1.0'] };
const before = { VERSION: '1.0.0', updates: [] };
const clear = 'There is no space.\nFree some.';

type RunDescription = { readonly exitCode?: number | undefined; readonly error?: string; readonly log?: string };

const ran = ({ exitCode, error, log = '' }: RunDescription, rest: Partial<Run> = {}): Run => {
  const annotations: Annotation[] = error === undefined ? [] : [{ level: 'error', message: error, properties: {} }];
  const outcome = { exitCode, log, shown: log, obeyed: [], annotations, outputs: { tag: 'v1' }, summary: '' };
  return {
    outcome,
    steps: [],
    answers: new Map(),
    hits: [{ step, mode: 'fail-before' }],
    isTimedOut: false,
    litter: [],
    ...rest,
  };
};
const green = ran({ exitCode: 0 });

type Case = Partial<Observed> & { readonly expectation: Expectation; readonly mode?: Mode };

const verdictOn = ({ mode = 'fail-before', ...rest }: Case) =>
  judge({
    fault: { step, mode },
    world: { expected, outputs: { tag: 'v1' } },
    run: green,
    snapshot: expected,
    next: green,
    nextSnapshot: expected,
    ...rest,
  });

describe('all is well', () => {
  it.each<[title: string, end: string, converged: boolean | undefined, observed: Case]>([
    ['where the fault was survived', 'survived', undefined, { expectation: 'survive' }],
    [
      'where the run ended clearly, and the next one did the rest',
      'ended clearly',
      true,
      { expectation: 'end clearly', run: ran({ exitCode: 1, error: clear }), snapshot: before },
    ],
    [
      'where it was killed, and the next one did the rest',
      'stopped',
      true,
      { expectation: 'stop', run: ran({}), snapshot: before },
    ],
    [
      'where it was cancelled when all was done',
      'ended clearly',
      true,
      { expectation: 'end clearly', mode: 'sigterm', run: ran({ exitCode: 143 }) },
    ],
    [
      'where a broken disk is named',
      'ended clearly',
      true,
      {
        expectation: 'end clearly',
        run: ran({ exitCode: 1, error: 'There is no space left.\nFree some.', log: 'ENOSPC: no space left' }),
        snapshot: before,
      },
    ],
    [
      'where git left litter',
      'survived',
      undefined,
      { expectation: 'survive', run: ran({ exitCode: 0 }, { litter: ['.git_a'] }) },
    ],
    [
      'where who was killed left litter',
      'stopped',
      true,
      { expectation: 'stop', run: ran({}, { litter: ['release-a'] }) },
    ],
  ])('%s', (_, end, converged, observed) => {
    expect(verdictOn(observed)).toEqual({ end, converged, misses: [] });
  });
});

describe('a miss is', () => {
  it.each<[title: string, miss: string, observed: Case]>([
    [
      'a false success',
      'the run ended green, but VERSION is "1.0.0", not "1.1.0"',
      { expectation: 'end clearly', snapshot: before },
    ],
    [
      'an update that was accepted twice',
      'the run ended green, but updates is ["create v1.1.0","delete v1.1.0","create v1.1.0"]',
      {
        expectation: 'survive',
        snapshot: { ...expected, updates: ['create v1.1.0', 'delete v1.1.0', 'create v1.1.0'] },
      },
    ],
    [
      'something that should not be there',
      'the run ended green, but VERSION.part is "1", but should not exist',
      { expectation: 'survive', snapshot: { ...expected, 'VERSION.part': '1' } },
    ],
    [
      'a wrong output',
      'the run ended green, but the output sha is missing; it should be "abc"',
      { expectation: 'survive', world: { expected, outputs: { sha: 'abc' } } },
    ],
    [
      'a fault that passes and was not survived',
      'the run should have survived this fault, but ended with 1: There is no space. Free some.',
      { expectation: 'survive', run: ran({ exitCode: 1, error: clear }) },
    ],
    [
      'a failure without an error',
      'the run ended with 1, and there is no error message',
      { expectation: 'end clearly', run: ran({ exitCode: 1 }) },
    ],
    [
      'an error without a way out',
      'the error does not say what to do: There is no space.',
      { expectation: 'end clearly', run: ran({ exitCode: 1, error: 'There is no space.' }) },
    ],
    [
      'a bug',
      'the error is reported as a bug',
      { expectation: 'end clearly', run: ran({ exitCode: 1, error: 'This is a bug in release-actions.\nReport it.' }) },
    ],
    ['an end by a signal that nobody sent', 'a signal ended the run', { expectation: 'end clearly', run: ran({}) }],
    [
      'a run that goes on after it was killed',
      'the run should have been killed, but ended with 1: There is no space. Free some.',
      { expectation: 'stop', run: ran({ exitCode: 1, error: clear }) },
    ],
    [
      'a run without end',
      'the run took too long and was killed',
      { expectation: 'stop', run: ran({}, { isTimedOut: true }) },
    ],
    [
      'a step that was not reached',
      'the run did not reach the step of the fault',
      { expectation: 'survive', run: ran({ exitCode: 0 }, { hits: [] }) },
    ],
    [
      'what must not be snapshot at any time',
      'after the run, only a/v1 is there',
      {
        expectation: 'stop',
        run: ran({}),
        snapshot: before,
        world: { expected, violationOf: () => 'only a/v1 is there' },
      },
    ],
    [
      'litter',
      'the run left release-* behind',
      { expectation: 'survive', run: ran({ exitCode: 0 }, { litter: ['release-AbCdEf'] }) },
    ],
    [
      'a next run that fails',
      'the next run ended with 1',
      { expectation: 'stop', run: ran({}), next: ran({ exitCode: 1 }) },
    ],
    [
      'a next run that leaves something undone',
      'after the next run, VERSION is "1.0.0", not "1.1.0"',
      { expectation: 'stop', run: ran({}), nextSnapshot: { ...expected, VERSION: '1.0.0' } },
    ],
    [
      'a next run that writes what was there',
      'the next run had nothing to do, but did writeFile VERSION',
      { expectation: 'survive', next: ran({ exitCode: 0 }, { steps: [step] }) },
    ],
  ])('%s', (_, miss, observed) => {
    expect(verdictOn(observed).misses).toContainEqual(expect.stringContaining(miss));
  });
});
