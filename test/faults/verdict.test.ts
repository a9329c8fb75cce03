import { describe, expect, it } from 'vitest';
import type { Annotation } from '../support/bundle.ts';
import type { Demand, Mode } from './modes.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';
import { judge, type Observed } from './verdict.ts';

const step: Step = { kind: 'file', name: 'writeFile VERSION', nth: 1, isWrite: true };
const wanted = { VERSION: '1.1.0', updates: ['create v1.1.0'] };
const before = { VERSION: '1.0.0', updates: [] };
const clear = 'There is no space.\nFree some.';

type Told = { readonly exitCode?: number | undefined; readonly error?: string; readonly log?: string };

const ran = ({ exitCode, error, log = '' }: Told, rest: Partial<Run> = {}): Run => {
  const annotations: Annotation[] = error === undefined ? [] : [{ level: 'error', message: error, properties: {} }];
  const outcome = { exitCode, log, shown: log, obeyed: [], annotations, outputs: { tag: 'v1' }, summary: '' };
  return { outcome, steps: [], answers: new Map(), isHit: true, isEndless: false, litter: [], ...rest };
};
const green = ran({ exitCode: 0 });

type Case = Partial<Observed> & { readonly demand: Demand; readonly mode?: Mode };

const verdictOn = ({ mode = 'fail-before', ...rest }: Case) =>
  judge({
    fault: { step, mode },
    world: { wanted, outputs: { tag: 'v1' } },
    run: green,
    seen: wanted,
    next: green,
    seenNext: wanted,
    ...rest,
  });

describe('all is well', () => {
  it.each<[title: string, end: string, converged: boolean | undefined, observed: Case]>([
    ['where the fault was survived', 'survived', undefined, { demand: 'survive' }],
    [
      'where the run ended clearly, and the next one did the rest',
      'ended clearly',
      true,
      { demand: 'end clearly', run: ran({ exitCode: 1, error: clear }), seen: before },
    ],
    [
      'where it was killed, and the next one did the rest',
      'stopped',
      true,
      { demand: 'stop', run: ran({}), seen: before },
    ],
    [
      'where it was cancelled when all was done',
      'ended clearly',
      true,
      { demand: 'end clearly', mode: 'sigterm', run: ran({ exitCode: 143 }) },
    ],
    [
      'where a broken disk is named',
      'ended clearly',
      true,
      {
        demand: 'end clearly',
        run: ran({ exitCode: 1, error: 'This is a bug\nReport it.', log: 'ENOSPC: no space left' }),
        seen: before,
      },
    ],
    [
      'where git left litter',
      'survived',
      undefined,
      { demand: 'survive', run: ran({ exitCode: 0 }, { litter: ['.git_a'] }) },
    ],
    ['where who was killed left litter', 'stopped', true, { demand: 'stop', run: ran({}, { litter: ['release-a'] }) }],
  ])('%s', (_, end, converged, observed) => {
    expect(verdictOn(observed)).toEqual({ end, converged, misses: [] });
  });
});

describe('a miss is', () => {
  it.each<[title: string, miss: string, observed: Case]>([
    ['a false success', 'it ended green, but VERSION is "1.0.0", not "1.1.0"', { demand: 'end clearly', seen: before }],
    [
      'an update that was accepted twice',
      'it ended green, but updates is ["create v1.1.0","delete v1.1.0","create v1.1.0"]',
      { demand: 'survive', seen: { ...wanted, updates: ['create v1.1.0', 'delete v1.1.0', 'create v1.1.0'] } },
    ],
    [
      'something that should not be there',
      'it ended green, but VERSION.part is "1", not not there',
      { demand: 'survive', seen: { ...wanted, 'VERSION.part': '1' } },
    ],
    [
      'a wrong output',
      'it ended green, but the output sha is not there, not "abc"',
      { demand: 'survive', world: { wanted, outputs: { sha: 'abc' } } },
    ],
    [
      'a fault that passes and was not survived',
      'it passes, and was not survived: 1: There is no space. Free some.',
      { demand: 'survive', run: ran({ exitCode: 1, error: clear }) },
    ],
    [
      'a failure without an error',
      'it ended with 1, and nothing tells why',
      { demand: 'end clearly', run: ran({ exitCode: 1 }) },
    ],
    [
      'an error without a way out',
      'nothing tells what to do about: There is no space.',
      { demand: 'end clearly', run: ran({ exitCode: 1, error: 'There is no space.' }) },
    ],
    [
      'a bug',
      'it calls itself a bug',
      { demand: 'end clearly', run: ran({ exitCode: 1, error: 'This is a bug in release-actions.\nReport it.' }) },
    ],
    ['an end by a signal that nobody sent', 'a signal ended it', { demand: 'end clearly', run: ran({}) }],
    [
      'a run that goes on after it was killed',
      'it ended with 1: There is no space. Free some.',
      { demand: 'stop', run: ran({ exitCode: 1, error: clear }) },
    ],
    ['a run without end', 'it did not end by itself', { demand: 'stop', run: ran({}, { isEndless: true }) }],
    [
      'a step that was not reached',
      'the step was not reached',
      { demand: 'survive', run: ran({ exitCode: 0 }, { isHit: false }) },
    ],
    [
      'what must not be seen at any time',
      'at its end, only a/v1 is there',
      { demand: 'stop', run: ran({}), seen: before, world: { wanted, flawOf: () => 'only a/v1 is there' } },
    ],
    [
      'litter',
      'it left release-* behind',
      { demand: 'survive', run: ran({ exitCode: 0 }, { litter: ['release-AbCdEf'] }) },
    ],
    [
      'a next run that fails',
      'the next run ended with 1',
      { demand: 'stop', run: ran({}), next: ran({ exitCode: 1 }) },
    ],
    [
      'a next run that leaves something undone',
      'after the next run, VERSION is "1.0.0", not "1.1.0"',
      { demand: 'stop', run: ran({}), seenNext: { ...wanted, VERSION: '1.0.0' } },
    ],
    [
      'a next run that writes what was there',
      'the next run had nothing to do, and did writeFile VERSION',
      { demand: 'survive', next: ran({ exitCode: 0 }, { steps: [step] }) },
    ],
  ])('%s', (_, miss, observed) => {
    expect(verdictOn(observed).misses).toContainEqual(expect.stringContaining(miss));
  });
});
