import { attempt, ReleaseError } from '../domain/error.ts';
import { evaluatedText, isList, type Plain, type Scope } from '../rehearsal/expressions/expression.ts';
import { entriesOf, type Value } from '../rehearsal/workflow/value.ts';
import { type Unknown, unknownIn, unknownMark } from './unknown.ts';

/** What expressions know, and what they do not know. */
export type Known = {
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly unknowns: ReadonlyMap<string, string>;
};

/** What a job or a composite action tells: its outputs, and whose those are that nobody knows. */
export type Told = {
  readonly outputs: Readonly<Record<string, string>>;
  readonly unknowns: ReadonlyMap<string, string>;
};

/** Variables of `env`: their texts, with a mark for what is unknown, and by name whose that is. */
export type Variables = {
  readonly texts: Readonly<Record<string, string>>;
  readonly unknowns: ReadonlyMap<string, string>;
};

/** The variables that a mapping `env` adds to those around it. */
export function withVariables({ texts, unknowns }: Variables, env: Value | undefined, known: Known): Variables {
  const { inputs: own, unknowns: open } = inputsOf(env, known);
  const kept = [...unknowns].filter(([name]) => !(name in own));
  return {
    texts: { ...texts, ...own },
    unknowns: new Map([...kept, ...[...open].map(([name, [first]]) => [name, first?.from ?? ''] as const)]),
  };
}

/** What GitHub's expressions see. On the day of the release, everything succeeded. */
export function scopeOf({ contexts }: Known): Scope {
  return {
    contexts: {
      secrets: {},
      steps: {},
      needs: {},
      matrix: {},
      strategy: {},
      runner: { os: 'Linux', temp: '' },
      env: {},
      job: {},
      ...contexts,
    },
    functions: {
      always: () => true,
      cancelled: () => false,
      failure: () => false,
      success: () => true,
      hashFiles: () => '',
    },
  };
}

/** Everything that a value takes and nobody knows. */
export function openIn(value: Value | undefined, known: Known): readonly Unknown[] {
  return unknownIn(value, new Map([...known.unknowns, ...unsetIn(value, known)]));
}

/** The inputs of a step. Those that take something unknown have all else of it, and a mark in its place. */
export function inputsOf(value: Value | undefined, known: Known) {
  const [inputs, unknowns]: [Record<string, string>, Map<string, readonly Unknown[]>] = [{}, new Map()];
  for (const { key, value: own } of entriesOf(value)) {
    const open = openIn(own, known);
    if (open.length > 0) unknowns.set(key, open);
    const text = attempt(() => evaluatedText(own, scopeOf(marked(known, open))));
    inputs[key] = text instanceof ReleaseError ? '' : text;
  }
  return { inputs, unknowns };
}

export function outputsOf(declared: readonly (readonly [string, Value | undefined])[], known: Known): Told {
  const [outputs, unknowns]: [Record<string, string>, Map<string, string>] = [{}, new Map()];
  for (const [name, value] of declared) {
    const [open] = openIn(value, known);
    if (open === undefined) outputs[name] = evaluatedText(value, scopeOf(known));
    else unknowns.set(name, open.from);
  }
  return { outputs, unknowns };
}

/** The same, with a mark for each value that is unknown. */
function marked(known: Known, open: readonly Unknown[]): Known {
  if (open.length === 0) return known;
  const contexts = structuredClone(known.contexts) as Record<string, Plain>;
  for (const { name } of open) set(contexts, name.split('.'));
  return { ...known, contexts };
}

function set(into: Record<string, Plain>, [first = '', ...more]: readonly string[]): void {
  if (more.length === 0) return void (into[first] = unknownMark);
  const inner = into[first];
  const next = typeof inner === 'object' && inner !== null && !isList(inner) ? { ...inner } : {};
  set(next, more);
  into[first] = next;
}

/** Variables and secrets of the repository, which only its settings have, and variables that no `env` has. */
function unsetIn(value: Value | undefined, { contexts }: Known): readonly (readonly [name: string, from: string])[] {
  const settings = new Map(['vars', 'secrets', 'env'].map((context) => [context, '']));
  return unknownIn(value, settings).flatMap(({ name }): readonly (readonly [string, string])[] => {
    const [context = '', key] = name.split('.');
    if (context === 'secrets') return [[name, 'the secrets of the repository']];
    const isThere = key !== undefined && key in ((contexts[context] ?? {}) as Readonly<Record<string, Plain>>);
    if (isThere || (context === 'env' && notOnGitHub.has(name))) return [];
    if (context === 'env') return [[name, 'an earlier step, if one sets it']];
    return [[name, `the variables of the repository: give it with --var ${key}=VALUE`]];
  });
}

/** Only act sets it, and workflows ask for it: https://nektosact.com/usage/index.html#skipping-steps */
const notOnGitHub = new Set(['env.ACT']);
