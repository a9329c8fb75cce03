/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

export type Operation = {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  /** Absent if no body may be sent. */
  readonly body?: Schema;
  readonly needsBody?: true;
  /** By status. An answer without a body has an empty object. */
  readonly responses: Readonly<Record<string, Schema>>;
};

/** A part of GitHub's description: the operations in use by `METHOD /path`, and the schemas that they refer to. */
export type Cut = {
  readonly version: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

export type Description = Schema & { readonly info: { readonly version: string } };

/** Reduces GitHub's OpenAPI description to some operations, as JSON Schemas without texts. The result is reproducible. */
export function cut(description: Description, operations: readonly string[]): Cut {
  const used = new Map<string, Schema>();
  const found = operations.toSorted().map((name) => [name, operation(description, name, used)] as const);
  for (const name of Array.from(used.keys())) collect(description, used, name);
  return {
    version: description.info.version,
    operations: Object.fromEntries(found),
    schemas: Object.fromEntries([...used].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}

type Used = Map<string, Schema>;

function operation(description: Description, name: string, used: Used): Operation {
  const [method = '', path = ''] = name.split(' ');
  const found = at(description, ['paths', path, method.toLowerCase()]);
  if (found === undefined) throw new Error(`GitHub's description ${description.info.version} has no ${name}.`);
  const body = found['requestBody'] as Schema | undefined;
  const sent = body && at(resolved(description, body), ['content', 'application/json', 'schema']);
  return {
    parameters: ((found['parameters'] ?? []) as Schema[]).map((one) => {
      const parameter = resolved(description, one);
      const schema = converted(parameter['schema'] as Schema, used);
      return { name: String(parameter['name']), in: String(parameter['in']), schema };
    }),
    ...(sent && { body: converted(closed(inlined(description, sent)) as Schema, used) }),
    ...(body?.['required'] === true && { needsBody: true as const }),
    responses: responses(description, found['responses'] as Readonly<Record<string, Schema>>, used),
  };
}

function responses(description: Description, found: Readonly<Record<string, Schema>>, used: Used) {
  return Object.fromEntries(
    Object.entries(found).map(([status, response]) => {
      const schema = at(resolved(description, response), ['content', 'application/json', 'schema']);
      return [status, schema === undefined ? {} : converted(schema, used)];
    }),
  );
}

/** Adds the schemas to which a schema refers, and those to which they refer. */
function collect(description: Description, used: Used, name: string): void {
  const schema = at(description, ['components', 'schemas', name]);
  if (schema === undefined) throw new Error(`GitHub's description refers to ${name}, but does not have it.`);
  const before = new Set(used.keys());
  used.set(name, converted(schema, used));
  for (const other of used.keys()) if (!before.has(other)) collect(description, used, other);
}

const texts = new Set([
  'description',
  'example',
  'examples',
  'title',
  'externalDocs',
  'deprecated',
  'default',
  'readOnly',
]);
const formats = new Set(['date-time', 'email', 'uri', 'int64']);

/** An OpenAPI 3.0 schema as a JSON Schema, without texts, and with `null` as a type. */
function converted(schema: Schema, used: Used): Schema {
  if (typeof schema['$ref'] === 'string') {
    const name = schema['$ref'].slice('#/components/schemas/'.length);
    if (!used.has(name)) used.set(name, {});
    return { $ref: name };
  }
  const { nullable, ...kept } = Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key, value]) => !texts.has(key) && !key.startsWith('x-') && (key !== 'format' || formats.has(String(value))),
      )
      .map(([key, value]) => [key, keyword(key, value, used)]),
  );
  return nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

function keyword(key: string, value: unknown, used: Used): unknown {
  const isMap = key === 'properties' || key === 'patternProperties';
  if (isMap)
    return Object.fromEntries(
      Object.entries(value as Schema).map(([name, one]) => [name, converted(one as Schema, used)]),
    );
  if (Array.isArray(value)) return value.map((one) => (isSchema(one) ? converted(one, used) : one));
  return isSchema(value) ? converted(value, used) : value;
}

/** A schema without references. Schemas of bodies need it, because they are closed and those of answers are not. */
function inlined(description: Description, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inlined(description, one));
  if (!isSchema(schema)) return schema;
  const target = resolved(description, schema);
  return Object.fromEntries(Object.entries(target).map(([key, value]) => [key, inlined(description, value)]));
}

/** The same schema, but without additional fields. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isSchema(schema)) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closedPart(key, value)]));
  const isOpen = isSchema(schema['properties']) && schema['additionalProperties'] === undefined;
  return isOpen ? { ...parts, additionalProperties: false } : parts;
}

function closedPart(key: string, value: unknown): unknown {
  if (key !== 'properties' || !isSchema(value)) return closed(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
}

function resolved(description: Description, part: Schema): Schema {
  const reference = part['$ref'];
  if (typeof reference !== 'string') return part;
  const target = at(description, reference.slice('#/'.length).split('/'));
  if (target === undefined) throw new Error(`GitHub's description refers to ${reference}, but does not have it.`);
  return target;
}

function at(root: Schema, path: readonly string[]): Schema | undefined {
  let part: unknown = root;
  for (const key of path) part = isSchema(part) ? part[key] : undefined;
  return isSchema(part) ? part : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
