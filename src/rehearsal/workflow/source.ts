import { convertToIfCondition } from '@actions/workflow-parser/model/converter/if-condition';
import { JSONObjectReader } from '@actions/workflow-parser/templates/json-object-reader';
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/index';
import { TemplateContext, TemplateValidationErrors } from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import {
  type KeyValuePair,
  type LiteralToken,
  StringToken,
  type TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';
// Why: docs/decisions.md D73
import actionSchema from '../../../node_modules/@actions/workflow-parser/dist/action-v1.0.min.json' with { type: 'json' };
import workflowSchema from '../../../node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json' with { type: 'json' };
import { refuseIfAny, ReleaseError, type SourcePosition } from '../../domain/error.ts';
import type { Entry, Value } from './value.ts';

/** A file of a checkout: its path as GitHub shows it, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

const kinds = {
  workflow: { schema: workflowSchema, root: 'workflow-root-strict' },
  action: { schema: actionSchema, root: 'action-root' },
};

/** Reads a workflow or an action file with GitHub's own reader, and refuses what GitHub refuses. */
export function readSource({ path, text }: SourceFile, kind: keyof typeof kinds): Value {
  const { schema, root } = kinds[kind];
  const errors = new TemplateValidationErrors();
  const context = new TemplateContext(errors, schemaOf(schema), new NoOperationTraceWriter());
  const reader = new FoldedReader(context.getFileId(path), text);
  for (const { message, range } of reader.errors) context.error(context.getFileId(path), message, range);
  const token = errors.count > 0 ? undefined : readTemplate(context, root, reader, context.getFileId(path));
  const value = token === undefined ? undefined : valueOf(token, { path, context });
  const refusals = errors.getErrors().map(({ rawMessage, range }) => refusal(path, rawMessage, range?.start.line));
  const inOrder = refusals.toSorted((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0));
  refuseIfAny(`GitHub does not accept ${path}.`, inOrder);
  if (value === undefined) throw refusal(path, 'It is empty', 1);
  return value;
}

/** The reader takes the source of a block, with its indentation, for its text. So it does not get to know the source. */
class FoldedReader extends YamlObjectReader {
  override allowLiteral(): LiteralToken | undefined {
    const token = super.allowLiteral();
    if (token === undefined || !isString(token)) return token;
    return new StringToken(token.file, token.range, token.value, token.definitionInfo);
  }
}

const schemas = new Map<object, TemplateSchema>();

function schemaOf(json: object): TemplateSchema {
  const schema = schemas.get(json) ?? TemplateSchema.load(new JSONObjectReader(undefined, JSON.stringify(json)));
  schemas.set(json, schema);
  return schema;
}

function refusal(path: string, message: string, line: number | undefined): ReleaseError {
  const [sentence = ''] = message.trim().split('\n');
  return new ReleaseError(
    `GitHub does not accept ${path}: ${sentence.replace(/(?: at line \d+, column \d+)?[.:]?$/, '')}.`,
    {
      at: positionOf(path, line),
    },
  );
}

const positionOf = (file: string, line: number | undefined): SourcePosition =>
  line === undefined ? { file } : { file, line };

type Reading = { readonly path: string; readonly context: TemplateContext };

function valueOf(token: TemplateToken, reading: Reading): Value {
  const at = positionOf(reading.path, token.line);
  if (isMapping(token)) return { kind: 'mapping', entries: [...token].map((entry) => entryOf(entry, reading)), at };
  if (isSequence(token)) {
    const items = Array.from({ length: token.count }, (_, index) => valueOf(token.get(index), reading));
    return { kind: 'list', items, at };
  }
  if (isBasicExpression(token)) return { kind: 'expression', expression: token.expression, at };
  const isPlain = isString(token) || isNumber(token) || isBoolean(token);
  return { kind: 'literal', value: isPlain ? token.value : null, at };
}

function entryOf({ key, value }: KeyValuePair, reading: Reading): Entry {
  return {
    key: key.toString(),
    keyAt: positionOf(reading.path, key.line),
    value: isCondition(key) ? conditionOf(value, reading) : valueOf(value, reading),
  };
}

/** Whether it is `if` of a job or step, and no variable or input with that name. */
const isCondition = (key: TemplateToken) =>
  isString(key) &&
  key.value === 'if' &&
  key.definitionInfo?.allowedContext.some((name) => name.startsWith('success(')) === true;

/** An `if` is an expression, also without `${{ }}`. Without a status function in it, it needs success() too. */
function conditionOf(token: TemplateToken, { path, context }: Reading): Value {
  const at = positionOf(path, token.line);
  return { kind: 'expression', expression: convertToIfCondition(context, token)?.expression ?? 'false', at };
}
