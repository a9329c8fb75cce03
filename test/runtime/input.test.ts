import { describe, expect, expectTypeOf, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import type { Version } from '../../src/domain/versions/version.ts';
import { defineAction } from '../../src/runtime/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import {
  choice,
  duration,
  flag,
  input,
  integer,
  path,
  readInputs,
  secret,
  semver,
  text,
  verbatim,
} from '../../src/runtime/input.ts';
import type { Input, Inputs } from '../../src/runtime/input.ts';
import { number } from '../../src/runtime/output.ts';
import type { Change } from '../../src/world/change.ts';

/** What a codec makes of a text, as the runner or the command line gives it. */
function read<Value>(codec: Input<Value>, given?: string): Value {
  return readInputs({ it: codec }, { input: () => given, mask: () => {} }).it;
}

describe('a codec', () => {
  it.each([
    ['text', text(''), ' a b \n', 'a b'],
    ['verbatim', verbatim(''), ' a \n', ' a \n'],
    ['optional', text('').optional(), '', undefined],
    ['optional, only white space', verbatim('').optional(), ' \n', undefined],
    ['default', text('').or('x'), '', 'x'],
    ['list', text('').list(), 'a\n\n  b \r\n', ['a', 'b']],
    ['empty list', text('').list().or(''), '', []],
    ['choice', choice('', ['p', 'q']), ' q\n', 'q'],
    ['flag', flag(''), 'true', true],
    ['flag not given', flag(''), undefined, false],
    ['flag not given, by default true', flag('', 'true'), undefined, true],
    ['flag against its default', flag('', 'true'), 'false', false],
    ['integer', integer(''), '12', 12],
    ['duration', duration(''), '10m', 600],
    ['path', path(''), './a//b', 'a/b'],
    ['path with dots in a name', path(''), '..a/b', '..a/b'],
    ['own type', input('', (value) => value.length), 'abc', 3],
  ] as const)('%s', (_, codec, given, wanted) => expect(read(codec as Input<unknown>, given)).toEqual(wanted));

  it.each([
    ['required', text(''), '', 'is required.'],
    ['choice', choice('', ['p', 'q']), 'r', 'cannot be "r".'],
    ['flag', flag(''), 'True', 'cannot be "True".'],
    ['flag', flag(''), 'yes', 'cannot be "yes".'],
    ['integer', integer(''), '1.5', 'is "1.5", not a whole number.'],
    ['integer', integer(''), '-1', 'is "-1", not a whole number.'],
    ['integer', integer(''), '9'.repeat(16), 'is "9999999999999999", not a whole number.'],
    ['duration', duration(''), '10', 'is "10", not a duration.'],
    ['path', path(''), '/etc/passwd', 'is "/etc/passwd", which is outside the workspace.'],
    ['path', path(''), 'a/../../b', 'is "a/../../b", which is outside the workspace.'],
  ] as const)('%s refuses %j', (_, codec, given, reason) =>
    expect(() => read(codec as Input<unknown>, given)).toThrow(`Input it ${reason}`),
  );

  it('a message that is a sentence of its own follows a colon', () =>
    expect(() => read(semver(''), 'v1.2')).toThrow('Input it: "1.2"'));

  it('a version is taken with and without v', () => {
    expect(read(semver(''), 'v1.2.3')).toEqual(read(semver(''), '1.2.3'));
  });

  it('a secret is masked before anything else happens, also where another input is bad', () => {
    const masked: string[] = [];
    const given = {
      input: (name: string) => (name === 'key' ? 'hush' : 'x'),
      mask: (value: string) => masked.push(value),
    };
    expect(() => readInputs({ key: secret(''), count: integer('') }, given)).toThrow('Input count');
    expect(masked).toEqual(['hush']);
  });

  it('all that is wrong is said at once', () => {
    const codecs: Inputs = { appVersion: text(''), count: integer(''), isFine: flag('') };
    const failure = (() => {
      try {
        return readInputs(codecs, { input: (name) => ({ count: 'many' })[name], mask: () => {} });
      } catch (error) {
        return error;
      }
    })();
    expect((failure as ReleaseError).reasons.map(({ message }) => message)).toEqual([
      'Input app-version is required.',
      'Input count is "many", not a whole number.',
    ]);
  });
});

it('the types of the inputs flow into the plan, and those of the outputs out of it', () => {
  const made = { keys: ['it'], title: '', reach: 'local', apply: async () => ({ id: 1 }) } satisfies Change<{
    id: number;
  }>;
  const action = defineAction({
    name: 'n',
    description: 'd',
    example: '',
    inputs: {
      a: text('').optional(),
      b: text('').or('x'),
      c: choice('', ['p', 'q']),
      d: flag(''),
      e: secret(''),
      f: integer('').list(),
      g: semver(''),
    },
    outputs: { tag: 'A tag.', id: number('An id.') },
    async plan(inputs) {
      expectTypeOf(inputs).toEqualTypeOf<{
        readonly a: string | undefined;
        readonly b: string;
        readonly c: 'p' | 'q';
        readonly d: boolean;
        readonly e: string | undefined;
        readonly f: readonly number[];
        readonly g: Version;
      }>();
      return { changes: [made, inputs.d && made], outputs: (of) => ({ tag: inputs.a, id: of(made)?.id }) };
    },
  });
  expectTypeOf(action).toExtend<Action>();
  const contract = { name: 'n', description: 'd', inputs: {}, outputs: { tag: '', id: number('') } } as const;
  // @ts-expect-error a forgotten output
  defineAction({ ...contract, plan: async () => ({ changes: [], outputs: { tag: 'x' } }) });
  // @ts-expect-error an output of another type
  defineAction({ ...contract, plan: async () => ({ changes: [], outputs: { tag: 'x', id: '1' } }) });
  // @ts-expect-error changes forgotten: it must not mean "nothing to do"
  defineAction({ ...contract, plan: async () => ({ outputs: { tag: 'x', id: 1 } }) });
  // @ts-expect-error a promise of a change, which nobody would await
  defineAction({ ...contract, plan: async () => ({ changes: [Promise.resolve(made)], outputs: { tag: 'x', id: 1 } }) });
});
