import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { ErrorObject } from 'ajv';
import { cacheFolder } from './cache.ts';
import type { Schema } from './openapi-cut.ts';

/** Says what is wrong with a value. Undefined if the value fits the schema. */
export type Check = (schema: Schema, value: unknown) => string | undefined;

/**
 * The check for `schemas`, which may refer to the named ones. Ajv turns them into a program, which takes two seconds. So
 * the program is kept in the cache.
 */
export async function checkOf(named: Readonly<Record<string, Schema>>, schemas: readonly Schema[]): Promise<Check> {
  const texts = [...new Set(schemas.map((schema) => JSON.stringify(schema)))];
  const file = join(cacheFolder(), `openapi-${await fingerprint([JSON.stringify(named), ...texts])}.cjs`);
  const program = await readFile(file, 'utf8').catch(() => written(file, named, texts));
  const compiled: Record<string, Fits> = {};
  compileFunction(program, ['exports', 'require'], { filename: file })(compiled, require);
  const fits = new Map(schemas.map((schema) => [schema, compiled[nameOf(texts.indexOf(JSON.stringify(schema)))]]));
  return (schema, value) => {
    const fit = fits.get(schema);
    if (fit === undefined) throw new Error(`This schema was not compiled: ${JSON.stringify(schema)}`);
    return fit(value) ? undefined : fit.errors?.map((error) => `data${error.instancePath} ${error.message}`).join('\n');
  };
}

type Fits = ((value: unknown) => boolean) & { readonly errors?: readonly ErrorObject[] | null };

const require = createRequire(import.meta.url);
const nameOf = (index: number) => `schema${index}`;

/** The program depends on the schemas, on the versions of Ajv, and on how this file uses it. */
async function fingerprint(texts: readonly string[]): Promise<string> {
  const sources = [
    import.meta.filename,
    require.resolve('ajv/package.json'),
    require.resolve('ajv-formats/package.json'),
  ];
  const hash = createHash('sha256').update(texts.join('\0'));
  for (const source of sources) hash.update('\0').update(await readFile(source));
  return hash.digest('hex').slice(0, 16);
}

/** Nobody sees a half of the file: it is moved to its place. */
async function written(file: string, named: Readonly<Record<string, Schema>>, texts: readonly string[]) {
  const program = await programFor(named, texts);
  await mkdir(dirname(file), { recursive: true });
  const scratch = `${file}.${randomUUID()}`;
  await writeFile(scratch, program);
  await rename(scratch, file);
  return program;
}

/** Loads Ajv only here, because it is large: each child of a large process costs more. */
async function programFor(named: Readonly<Record<string, Schema>>, texts: readonly string[]): Promise<string> {
  const [{ Ajv }, { default: addFormats }, { default: standalone }] = await Promise.all([
    import('ajv'),
    import('ajv-formats'),
    import('ajv/dist/standalone/index.js'),
  ]);
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, code: { source: true } });
  addFormats.default(ajv);
  for (const [name, schema] of Object.entries(named)) ajv.addSchema(schema, name);
  for (const [index, text] of texts.entries()) ajv.addSchema(JSON.parse(text), nameOf(index));
  return standalone.default(ajv, Object.fromEntries(texts.map((_, index) => [nameOf(index), nameOf(index)])));
}
