import { createHash } from 'node:crypto';
import { parseYamlValue } from '../edits/yaml-value.ts';
import type { Source } from '../edits/source.ts';
import { goJson } from './go-json.ts';

/** A dependency of a chart, with the fields that Helm knows. */
export type ChartDependency = Readonly<Record<string, unknown>> & { readonly name: string };

/** A new version in the form of the old one: with `v` if that had it. Helm takes both. */
export const versionLike = (before: unknown, version: string): string =>
  typeof before === 'string' && /^v\d/.test(before) ? `v${version}` : version;

/** What a Chart.yaml, a requirements.yaml or a lock file says: the chart's version, and the dependencies. */
export type ChartFile = { readonly version: unknown; readonly dependencies: readonly ChartDependency[] };

export function parseChartFile(source: Source): ChartFile {
  const data = parseYamlValue(source);
  const { version, dependencies } = (typeof data === 'object' && data !== null ? data : {}) as Partial<ChartFile>; // of any types
  return { version, dependencies: dependenciesIn(dependencies) };
}

function dependenciesIn(list: unknown): readonly ChartDependency[] {
  return Array.isArray(list)
    ? list.filter(
        (item): item is ChartDependency =>
          typeof item === 'object' && item !== null && typeof (item as { name?: unknown }).name === 'string',
      )
    : [];
}

/**
 * The digest that tells Helm whether a lock file is up to date: of both lists, in Go's JSON.
 * https://github.com/helm/helm/blob/v3.22.0/internal/resolver/resolver.go
 */
export function lockDigest(required: readonly ChartDependency[], locked: readonly ChartDependency[]): string {
  const json = goJson([required.map(inFieldOrder), locked.map(inFieldOrder)]);
  return `sha256:${createHash('sha256').update(json).digest('hex')}`;
}

const fields = ['name', 'version', 'repository', 'condition', 'tags', 'enabled', 'import-values', 'alias'];

/** Go writes a struct in the order of its fields. It omits empty fields, except name and repository. */
function inFieldOrder(dependency: ChartDependency): Record<string, unknown> {
  const whole: ChartDependency = { repository: '', ...dependency };
  const isWritten = (field: string) => {
    const value = whole[field];
    const isEmpty =
      value === undefined ||
      value === null ||
      value === '' ||
      value === false ||
      (Array.isArray(value) && value.length === 0);
    return field === 'name' || field === 'repository' || !isEmpty;
  };
  return Object.fromEntries(fields.filter(isWritten).map((field) => [field, whole[field]]));
}
