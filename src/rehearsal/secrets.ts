import type { Chronicle } from './chronicle.ts';
import { madeUpSecret } from './steps/made-up-secrets.ts';
import { Masks } from './steps/masks.ts';

/** What a person says of the secrets of the repository. */
export type KnownSecrets = {
  /** Real values, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** The names of the others that exist. Without it, every secret exists. */
  readonly names?: readonly string[];
};

/** Every secret exists, and its value is made up. */
export const everySecret: KnownSecrets = { values: {} };

/**
 * The secrets that a person names. One without a value has that of the variable of its name; if there is none, only its name is
 * known, and other secrets do not exist.
 */
export function knownSecrets(
  named: readonly (readonly [name: string, value: string | undefined])[],
  variable: (name: string) => string | undefined,
): KnownSecrets {
  const all = named.map(([name, value]) => [name, value ?? (variable(name) || undefined)] as const);
  const names = all.flatMap(([name, value]) => (value === undefined ? [name] : []));
  const values = Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { values, ...(names.length > 0 && { names }) };
}

/** Where the value of a secret comes from. */
export type SecretSource = 'given' | 'made up' | 'absent';

/** A secret, as a rehearsal has it. One that is optional is there only if a person names it. */
export function secretIn(
  { values, names }: KnownSecrets,
  name: string,
  isOptional = false,
): { readonly source: SecretSource; readonly value?: string } {
  const isIt = (one: string) => one.toUpperCase() === name.toUpperCase();
  const given = Object.entries(values).find(([one]) => isIt(one))?.[1];
  if (given !== undefined) return { source: 'given', value: given };
  return (names?.some(isIt) ?? !isOptional) ? { source: 'made up', value: madeUpSecret(name) } : { source: 'absent' };
}

/** Hides the values that were given. */
export function masksOf({ values }: KnownSecrets = everySecret): Masks {
  const masks = new Masks();
  for (const value of Object.values(values)) masks.add(value);
  return masks;
}

/** What a rehearsal itself writes into a chronicle: words of a few, and times. */
const own = new Set(['kind', 'result', 'state', 'at', 'begin']);

/** The same record. No text in it shows what is to be hidden. */
export const hiddenIn = (chronicle: Chronicle, masks: Masks): Chronicle => hidden(chronicle, '', masks) as Chronicle;

function hidden(value: unknown, key: string, masks: Masks): unknown {
  if (typeof value === 'string') return own.has(key) ? value : masks.hide(value);
  if (Array.isArray(value)) return value.map((one) => hidden(one, key, masks));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [key === 'tags' ? masks.hide(name) : name, hidden(one, name, masks)]),
  );
}
