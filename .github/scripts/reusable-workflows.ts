// The reusable workflows, whose sources are in workflows/. Only dist/, the release tree, has them where GitHub looks for them.
// Why: docs/decisions.md D75
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { table } from '../../src/runtime/contract.ts';
import { root } from './actions.ts';

export type ReusableWorkflow = { readonly file: string; readonly text: string };

export const reusableWorkflows: readonly ReusableWorkflow[] = readdirSync(join(root, 'workflows'))
  .filter((file) => file.endsWith('.yml'))
  .toSorted()
  .map((file) => ({ file, text: readFileSync(join(root, 'workflows', file), 'utf8') }));

/** The text in a release: it uses the actions of the same release, by the tag that is never moved. */
export const pinned = (text: string, version: string): string =>
  text.replaceAll(/(?<=\buses: org\/release-actions\/[\w-]+@)v1$/gm, `v${version}`);

type Call = {
  readonly inputs?: Readonly<Record<string, CallInput>>;
  readonly secrets?: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
};
type CallInput = { readonly description: string; readonly required?: boolean; readonly default?: string | boolean };

/** What a caller has to know of a workflow. */
export function callOf(text: string): Call {
  return (parseDocument(text).toJS() as { on: { workflow_call: Call } }).on.workflow_call;
}

/** The permissions that a caller has to grant: the highest of all jobs, with the reason of each job. */
export function permissionsFor(text: string): readonly { permission: string; level: string; reasons: string[] }[] {
  const needed = new Map<string, { level: string; reasons: string[] }>();
  for (const { value: job } of itemsOf(parseDocument(text).get('jobs')))
    for (const { key, value: level } of itemsOf((job as YAMLMap).get('permissions'))) {
      if (!isScalar(level)) continue;
      const before = needed.get(key) ?? { level: 'read', reasons: [] };
      const reason = level.comment?.trim();
      needed.set(key, {
        level: level.value === 'write' ? 'write' : before.level,
        reasons: [...new Set([...before.reasons, ...(reason === undefined ? [] : [reason])])],
      });
    }
  return [...needed].toSorted(byName).map(([permission, rest]) => ({ permission, ...rest }));
}

/** The generated part of a section of docs/reusable-workflows.md. */
export function tablesOf(text: string): string {
  const { inputs = {}, secrets = {}, outputs = {} } = callOf(text);
  const rows = (described: Readonly<Record<string, { readonly description: string }>>) =>
    Object.entries(described).map(([name, { description }]) => [`\`${name}\``, description]);
  const permissions = permissionsFor(text).map(
    ({ permission, level, reasons }) => `      ${permission}: ${level} # ${reasons.join('; ')}`,
  );
  return [
    ...table(['Input', 'Meaning', 'Default'], Object.entries(inputs).map(inputRow)),
    ...(Object.keys(secrets).length === 0 ? [] : ['', ...table(['Secret', 'Meaning'], rows(secrets))]),
    ...(Object.keys(outputs).length === 0 ? [] : ['', ...table(['Output', 'Meaning'], rows(outputs))]),
    '',
    'The job that calls it has to grant:',
    '',
    '```yaml',
    'permissions:',
    ...permissions.map((line) => line.slice(4)),
    '```',
  ].join('\n');
}

function inputRow([name, { description, required, default: fallback }]: [string, CallInput]): string[] {
  const given = fallback === undefined || fallback === '' ? '' : `\`${fallback}\``;
  return [`\`${name}\``, description, required === true ? 'required' : given];
}

function itemsOf(map: unknown): { key: string; value: unknown }[] {
  return isMap(map) ? map.items.map(({ key, value }) => ({ key: String(key), value })) : [];
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);
