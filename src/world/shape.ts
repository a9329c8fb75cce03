import { quoted } from '../domain/text.ts';

/** Checks a value that a server sent, and gives it its type. Of an object, only the fields that are read are kept. */
export type Shape<T> = (value: unknown, place?: string) => T;

/** A value is not what was asked for. The message says where it is, and what was there. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<F extends Fields> = { [K in keyof F]: undefined extends ReturnType<F[K]> ? K : never }[keyof F];
type Shaped<F extends Fields> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ReturnType<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: ReturnType<F[K]>;
};

/** An object with these fields, and perhaps others. */
export function record<F extends Fields>(fields: F): Shape<Shaped<F>> {
  return (value, place = '') => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw misfit(value, place, 'an object');
    const given = value as Readonly<Record<string, unknown>>;
    const read = ([name, shape]: readonly [string, Shape<unknown>]) =>
      [name, shape(given[name], place === '' ? name : `${place}.${name}`)] as const;
    return Object.fromEntries(Object.entries(fields).map(read)) as Shaped<F>; // each by its own shape
  };
}

const mostEntries = 1000;

/** A list. GitHub's longest has 1000 entries: the files of a release. */
export function list<T>(entry: Shape<T>, most = mostEntries): Shape<readonly T[]> {
  return (value, place = '') => {
    if (!Array.isArray(value)) throw misfit(value, place, 'a list');
    if (value.length > most) throw new Misfit(`${named(place)} has ${value.length} entries, more than ${most}`);
    return value.map((one: unknown, index) => entry(one, `${place}[${index}]`));
  };
}

/** What may be null or missing. */
export function maybe<T>(shape: Shape<T>): Shape<T | null | undefined> {
  return (value, place) => (value === null || value === undefined ? value : shape(value, place));
}

/** For an answer that nobody reads. */
export const ignored: Shape<unknown> = () => undefined;

export const string: Shape<string> = only('a text', (value) => typeof value === 'string');
export const boolean: Shape<boolean> = only('true or false', (value) => typeof value === 'boolean');
export const integer: Shape<number> = only('a whole number', (value) => Number.isSafeInteger(value));

/** A text that a date and a time can be read from. */
export const instant: Shape<string> = texts('a time', (value) => !Number.isNaN(Date.parse(value)));

/** The name of an object of git. */
export const gitObject: Shape<string> = texts('the name of a git object', (value) =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value),
);

/** `owner/name`. */
export const repositoryName: Shape<string> = texts('the name of a repository', (value) =>
  /^[\w.-]+\/[\w.-]+$/.test(value),
);

/** The address of a page. */
export const link: Shape<string> = texts('an address', (value) => /^https?:/.test(value) && URL.canParse(value));

function texts(wanted: string, fits: (value: string) => boolean): Shape<string> {
  return only(wanted, (value) => typeof value === 'string' && fits(value));
}

function only<T>(wanted: string, fits: (value: unknown) => boolean): Shape<T> {
  return (value, place = '') => {
    if (fits(value)) return value as T; // has just been checked
    throw misfit(value, place, wanted);
  };
}

const misfit = (value: unknown, place: string, wanted: string) =>
  new Misfit(`${named(place)} is ${shown(value)}, not ${wanted}`);

const named = (place: string) => (place === '' ? 'the answer' : place);

const longestShown = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? quoted(value.slice(0, longestShown)) : JSON.stringify(value);
}
