import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { routes } from '../../src/embedded/github/routes.ts';
import type { Exchange } from '../../src/embedded/github/server.ts';
import type { Cut, Operation, Schema } from './openapi-cut.ts';

/** What `node .github/scripts/openapi.ts` writes. */
export const cutFile = fileURLToPath(new URL('../fixtures/openapi/api.github.com.json', import.meta.url));

/** Every route of the embedded GitHub, as the description names it. */
export const servedOperations: readonly string[] = routes.map(({ method, path }) => `${method} ${path}`);

type Deviation = {
  /** Of the operations to which it applies; all of them without it. */
  readonly operation?: string;
  readonly status: number;
  readonly schema: Schema;
  readonly reason: string;
};

const error: Schema = { $ref: 'basic-error' };

/** Where GitHub answers otherwise than its description says. */
export const deviations: readonly Deviation[] = [
  { status: 400, schema: error, reason: 'A body that is no JSON is refused everywhere, and described nowhere.' },
  { status: 401, schema: error, reason: 'Bad credentials are refused everywhere, and described for a few routes.' },
  { status: 403, schema: error, reason: 'Missing permissions and rate limits concern all routes.' },
  { status: 404, schema: error, reason: 'What a token may not see is not there, on all routes.' },
  {
    status: 422,
    schema: { ...error, required: ['message', 'documentation_url'] },
    reason: 'Errors of git objects, fields and dispatches come without the list of errors, or with texts in it.',
  },
  {
    operation: 'PUT /repos/{owner}/{repo}/contents/{path}',
    status: 409,
    schema: error,
    reason: 'A file that changed meanwhile is told in a plain error.',
  },
];

type Correction = {
  /** From the name of a schema down to what is described wrongly. */
  readonly place: readonly string[];
  readonly schema: Schema;
  readonly reason: string;
};

/** Where the description itself is wrong. */
export const corrections: readonly Correction[] = [
  {
    place: ['pull-request-simple', 'properties', 'labels', 'items', 'properties', 'description'],
    schema: { type: ['string', 'null'] },
    reason: 'A label without a description has null there, as `label` and `pull-request` say.',
  },
  {
    place: ['release-asset', 'properties', 'state'],
    schema: { type: 'string', enum: ['starter', 'open', 'uploaded'] },
    reason: 'What is left of an upload that failed is a `starter`, as the text of the operation says.',
  },
];

/** Checks exchanges with the embedded GitHub against GitHub's own description; the first violation throws. */
export function validation(cut: Cut = committedCut()): (exchange: Exchange) => void {
  const description = corrected(cut);
  const schemas = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  addFormats.default(schemas);
  for (const [name, schema] of Object.entries(description.schemas)) schemas.addSchema(schema, name);
  const compiled = new Map<Schema, ValidateFunction>();
  const check = (schema: Schema, value: unknown): string | undefined => {
    const fits = compiled.get(schema) ?? schemas.compile(schema);
    compiled.set(schema, fits);
    return fits(value) ? undefined : schemas.errorsText(fits.errors, { separator: '\n' });
  };
  return (exchange) => {
    if (exchange.template === '/graphql') return; // the schema of GraphQL checks that itself
    if (exchange.template === undefined) throw new Error(`No route serves ${exchange.method} ${exchange.path}.`);
    const name = `${exchange.method} ${exchange.template}`;
    const operation = description.operations[name];
    if (operation === undefined)
      throw new Error(
        `${name} is not in the committed cut of GitHub's description: run node .github/scripts/openapi.ts.`,
      );
    const wrongs = [
      ...requestWrongs(exchange, operation, check),
      ...answerWrongs(exchange, { name, operation }, check),
    ];
    if (wrongs.length > 0) throw new Error(`${exchange.method} ${exchange.path}: ${wrongs.join('; ')}`);
  };
}

export function committedCut(): Cut {
  return JSON.parse(readFileSync(cutFile, 'utf8')) as Cut;
}

function corrected({ schemas, ...rest }: Cut): Cut {
  const right = corrections.reduce((all, { place, schema }) => replaced(all, place, schema), schemas as Schema);
  return { ...rest, schemas: right as Cut['schemas'] };
}

function replaced(schema: Schema, [key = '', ...below]: readonly string[], by: Schema): Schema {
  const part = schema[key] as Schema | undefined;
  if (part === undefined) throw new Error(`The description has no ${key} any more where it is corrected.`);
  return { ...schema, [key]: below.length === 0 ? by : replaced(part, below, by) };
}

type Check = (schema: Schema, value: unknown) => string | undefined;

function requestWrongs({ query, body, status }: Exchange, operation: Operation, check: Check): string[] {
  const known = new Map(
    operation.parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema]),
  );
  const queries = Object.entries(query).flatMap(([name, value]) => {
    const schema = known.get(name);
    if (schema === undefined) return [`there is no query parameter ${name}`];
    const wrong = check(schema, typed(value)) && check(schema, value);
    return wrong === undefined ? [] : [`${name} in the query ${wrong}`];
  });
  if (status === 400) return queries; // the body is no JSON
  if (body === undefined) return operation.needsBody === true ? [...queries, 'the body is missing'] : queries;
  if (operation.body === undefined) return [...queries, 'no body may be sent'];
  const wrong = check(operation.body, body);
  return wrong === undefined ? queries : [...queries, `the request's ${wrong}`];
}

/** Numbers and truth values travel as text in a query. */
function typed(value: string): unknown {
  return /^(?:\d+|true|false)$/.test(value) ? JSON.parse(value) : value;
}

type Described = { readonly name: string; readonly operation: Operation };

function answerWrongs({ status, answer }: Exchange, { name, operation }: Described, check: Check): string[] {
  const deviating = deviations.filter((one) => one.status === status && (one.operation ?? name) === name);
  const described = operation.responses[String(status)];
  const schemas = [...(described === undefined ? [] : [described]), ...deviating.map(({ schema }) => schema)];
  if (schemas.length === 0) return [`the status ${status} is not described`];
  const wrongs = schemas.map((schema) => answerWrong(schema, answer, check));
  return wrongs.includes(undefined) ? [] : [`the answer's ${wrongs[0]}`];
}

function answerWrong(schema: Schema, answer: unknown, check: Check): string | undefined {
  const isEmpty = Object.keys(schema).length === 0;
  if (isEmpty) return answer === undefined ? undefined : 'body should be empty';
  return check(schema, JSON.parse(JSON.stringify(answer ?? null)));
}
