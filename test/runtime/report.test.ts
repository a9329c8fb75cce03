import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { explain, outputsOf } from '../../src/runtime/report.ts';
import { emptyOutcome } from '../../src/runtime/outcome.ts';
import type { Outcome } from '../../src/runtime/outcome.ts';

const action = defineAction({
  name: 'Try',
  description: 'Tries.',
  example: '',
  inputs: {},
  outputs: { tag: 'A tag.' },
  plan: async () => ({ changes: [], outputs: { tag: undefined } }),
});

const outcome = (parts: Partial<Outcome>): Outcome => ({ ...emptyOutcome(), ...parts });

describe('a failure', () => {
  it('is explained by its reasons, where it has several', () => {
    const reasons = [
      new ReleaseError('One.', { fix: 'A.' }),
      new ReleaseError('Two.', { at: { file: 'a.yml', line: 3 } }),
    ];
    expect(explain(new ReleaseError('All.', {}, reasons))).toMatchObject([
      { message: 'One.', fix: 'A.' },
      { message: 'a.yml:3: Two.', at: { file: 'a.yml', line: 3 } },
    ]);
  });

  it.each([
    ['x of a.yml is bad.', { line: 3 }, 'x of a.yml:3 is bad.'],
    ['x of a.yml is bad.', { line: 3, column: 2 }, 'x of a.yml:3:2 is bad.'],
    ['a.yml has no x. It has y.', { line: 3 }, 'a.yml:3 has no x. It has y.'],
    ['There is no file a.yml.', {}, 'There is no file a.yml.'],
    ['sub/a.yml and a.yml.orig differ from a.yml.', { line: 3 }, 'sub/a.yml and a.yml.orig differ from a.yml:3.'],
    ['v1: a.yml:3 is bad.', { line: 3 }, 'v1: a.yml:3 is bad.'],
    ['The value is bad.', { line: 3 }, 'a.yml:3: The value is bad.'],
    ['The value is bad.', {}, 'a.yml: The value is bad.'],
  ])('names its place once: %s %j', (message, at, said) => {
    expect(explain(new ReleaseError(message, { at: { file: 'a.yml', ...at } }))).toMatchObject([{ message: said }]);
  });

  it('keeps its cause, on one line', () => {
    expect(explain(new ReleaseError('No.', { cause: new Error('first\n  second\n') }))).toMatchObject([
      { cause: 'first · second' },
    ]);
  });

  it('that nobody foresaw is a bug, with its stack and where to report it', () => {
    const [bug] = explain(new TypeError('x is not a function'));
    expect(bug?.message).toBe('This is a bug in release-actions.');
    expect(bug?.fix).toContain('/issues');
    expect(bug?.cause).toMatch(/TypeError: x is not a function\n\s+at /);
  });
});

it('an output that was not declared is a bug, and one without a value is left unset', () => {
  expect(() => outputsOf(action, outcome({ outputs: { other: 1 } }))).toThrow('other');
  expect(outputsOf(action, outcome({ outputs: { tag: undefined } })).map(({ name }) => name)).toEqual([
    'changed',
    'changes',
    'pending',
  ]);
});
