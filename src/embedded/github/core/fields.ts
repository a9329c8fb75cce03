import { Refused } from './answer.ts';

/** The JSON object of a request's body. */
export type Fields = Readonly<Record<string, unknown>>;

/** The body of a request as an object. An empty body counts as an empty object. */
export function parsedFields(text: string): Fields {
  if (text === '') return {};
  const value = parsedJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  if (Array.isArray(value)) return { labels: value }; // only labels may be sent as a list without an object
  throw new Refused(400, 'Body should be a JSON object');
}

/** A text, or undefined if the field is absent or null. Other types are refused in the words of GitHub. */
export function textOf(fields: Fields, name: string): string | undefined {
  return typed(fields, name, { kind: 'a string', fits: (value) => typeof value === 'string' }) as string | undefined;
}

export function requiredText(fields: Fields, name: string): string {
  const value = textOf(fields, name);
  if (value === undefined) throw malformed(`"${name}" wasn't supplied.`);
  return value;
}

export function flagOf(fields: Fields, name: string): boolean | undefined {
  return typed(fields, name, { kind: 'a boolean', fits: (value) => typeof value === 'boolean' }) as boolean | undefined;
}

export function integerOf(fields: Fields, name: string): number | undefined {
  return typed(fields, name, { kind: 'an integer', fits: (value) => Number.isInteger(value) }) as number | undefined;
}

export function listOf(fields: Fields, name: string): readonly unknown[] | undefined {
  return typed(fields, name, { kind: 'an array', fits: Array.isArray }) as readonly unknown[] | undefined;
}

export function textsOf(fields: Fields, name: string): readonly string[] | undefined {
  return listOf(fields, name)?.map((item) => requiredText({ [name]: item }, name));
}

export function objectOf(fields: Fields, name: string): Fields | undefined {
  const isObject = (value: unknown) => typeof value === 'object' && !Array.isArray(value);
  return typed(fields, name, { kind: 'an object', fits: isObject }) as Fields | undefined;
}

type FieldType = { readonly kind: string; readonly fits: (value: unknown) => boolean };

function typed(fields: Fields, name: string, { kind, fits }: FieldType): unknown {
  const value = fields[name] ?? undefined;
  if (value === undefined || fits(value)) return value;
  throw malformed(`For 'properties/${name}', ${JSON.stringify(value)} is not ${kind}.`);
}

function malformed(message: string): Refused {
  return new Refused(422, `Invalid request.\n\n${message}`);
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw Object.assign(new Refused(400, 'Problems parsing JSON'), { cause });
  }
}
