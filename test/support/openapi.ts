import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { routes } from '../../src/embedded/github/routes.ts';
import type { Exchange } from '../../src/embedded/github/server.ts';
import { type Check, checkOf } from './openapi-checks.ts';
import type { Cut, Operation, Schema } from './openapi-cut.ts';

/** The file that `node .github/scripts/openapi.ts` writes. */
export const cutFile = fileURLToPath(new URL('../fixtures/openapi/api.github.com.json', import.meta.url));

/** Every route of the embedded GitHub, with the names of the description. */
export const servedOperations: readonly string[] = routes.map(({ method, path }) => `${method} ${path}`);

type Deviation = {
  /** The operation to which it applies. Without it, it applies to all. */
  readonly operation?: string;
  readonly status: number;
  readonly schema: Schema;
  readonly reason: string;
};

const error: Schema = { $ref: 'basic-error' };

/** Answers of GitHub that differ from its description. */
export const deviations: readonly Deviation[] = [
  { status: 400, schema: error, reason: 'Every route refuses a body that is not JSON, but no description says so.' },
  { status: 401, schema: error, reason: 'Every route refuses bad credentials, but few descriptions say so.' },
  { status: 403, schema: error, reason: 'Every route refuses missing permissions and exceeded rate limits.' },
  { status: 404, schema: error, reason: 'Every route answers 404 for what the token may not see.' },
  {
    status: 422,
    schema: { ...error, required: ['message', 'documentation_url'] },
    reason: 'For git objects, fields and dispatches, the list of errors is missing, or contains texts.',
  },
  {
    operation: 'PUT /repos/{owner}/{repo}/contents/{path}',
    status: 409,
    schema: error,
    reason: 'If the file changed meanwhile, the answer is a plain error.',
  },
];

type Correction = {
  /** The path to the wrong part, beginning with the name of its schema. */
  readonly place: readonly string[];
  readonly schema: Schema;
  readonly reason: string;
};

/** Errors in the description itself. */
export const corrections: readonly Correction[] = [
  {
    place: ['pull-request-simple', 'properties', 'labels', 'items', 'properties', 'description'],
    schema: { type: ['string', 'null'] },
    reason: 'A label without a description has null there, as `label` and `pull-request` say.',
  },
  {
    place: ['release-asset', 'properties', 'state'],
    schema: { type: 'string', enum: ['starter', 'open', 'uploaded'] },
    reason: 'A failed upload leaves a `starter`, as the text of the operation says.',
  },
];

/** Checks exchanges with the embedded GitHub against GitHub's own description. Throws at the first violation. */
export async function validation(): Promise<(exchange: Exchange) => void> {
  const description = corrected(committedCut());
  const check = await checkOf(description.schemas, [
    ...Object.values(description.operations).flatMap(schemasOf),
    ...deviations.map(({ schema }) => schema),
  ]);
  return (exchange) => {
    if (exchange.template === '/graphql') return; // GraphQL has its own schema
    if (exchange.template === undefined) throw new Error(`No route serves ${exchange.method} ${exchange.path}.`);
    const name = `${exchange.method} ${exchange.template}`;
    const operation = description.operations[name];
    if (operation === undefined)
      throw new Error(
        `${name} is not in the committed cut of GitHub's description: run node .github/scripts/openapi.ts.`,
      );
    const problems = [
      ...requestProblems(exchange, operation, check),
      ...answerProblems(exchange, { name, operation }, check),
    ];
    if (problems.length > 0) throw new Error(`${exchange.method} ${exchange.path}: ${problems.join('; ')}`);
  };
}

function schemasOf({ parameters, body, responses }: Operation): readonly Schema[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...(body === undefined ? [] : [body]),
    ...Object.values(responses),
  ];
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
  if (part === undefined) throw new Error(`The description no longer has ${key}, which is corrected here.`);
  return { ...schema, [key]: below.length === 0 ? by : replaced(part, below, by) };
}

function requestProblems({ query, body, status }: Exchange, operation: Operation, check: Check): string[] {
  const known = new Map(
    operation.parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema]),
  );
  const queries = Object.entries(query).flatMap(([name, value]) => {
    const schema = known.get(name);
    if (schema === undefined) return [`there is no query parameter ${name}`];
    const problem = check(schema, typed(value)) && check(schema, value);
    return problem === undefined ? [] : [`${name} in the query ${problem}`];
  });
  if (status === 400) return queries; // the body is not JSON
  if (body === undefined) return operation.needsBody === true ? [...queries, 'the body is missing'] : queries;
  if (operation.body === undefined) return [...queries, 'no body may be sent'];
  const problem = check(operation.body, body);
  return problem === undefined ? queries : [...queries, `the request's ${problem}`];
}

/** In a query, numbers and booleans are text. */
function typed(value: string): unknown {
  return /^(?:\d+|true|false)$/.test(value) ? JSON.parse(value) : value;
}

type Described = { readonly name: string; readonly operation: Operation };

function answerProblems({ status, answer }: Exchange, { name, operation }: Described, check: Check): string[] {
  const deviating = deviations.filter((one) => one.status === status && (one.operation ?? name) === name);
  const described = operation.responses[String(status)];
  const schemas = [...(described === undefined ? [] : [described]), ...deviating.map(({ schema }) => schema)];
  if (schemas.length === 0) return [`the status ${status} is not described`];
  const problems = schemas.map((schema) => answerProblem(schema, answer, check));
  return problems.includes(undefined) ? [] : [`the answer's ${problems[0]}`];
}

function answerProblem(schema: Schema, answer: unknown, check: Check): string | undefined {
  const isEmpty = Object.keys(schema).length === 0;
  if (isEmpty) return answer === undefined ? undefined : 'body should be empty';
  return check(schema, JSON.parse(JSON.stringify(answer ?? null)));
}
