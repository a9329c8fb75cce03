import { parseYamlValue } from '../edits/yaml-value.ts';
import { decodeText } from '../edits/decode-text.ts';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import type { ChartArchive } from './chart-archive.ts';

/** What Helm knows of a chart, in the order of the fields of its struct. */
export type ChartMetadata = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly home: string;
  readonly sources: readonly string[];
  readonly maintainers: readonly Maintainer[];
  readonly annotations: ReadonlyMap<string, string>;
  /** The whole, for the JSON that Helm makes of it: what is empty is left out. */
  readonly struct: Readonly<Record<string, unknown>>;
};

type Maintainer = { readonly name?: string | undefined; readonly email?: string | undefined };

/** Reads the metadata in a chart that Helm has packaged, whose Chart.yaml has the form that Helm gives it. */
export function chartMetadata({ top, files }: ChartArchive): ChartMetadata {
  const valuesIn = (name: string): Record<string, unknown> => {
    const file = `${top}/${name}`;
    const found = files.find(({ path }) => path === name);
    if (found === undefined) return {};
    const value = parseYamlValue({ file, text: decodeText(file, found.content) });
    if (value === null || value === undefined) return {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>; // just checked
    throw notAsHelm(file, 'is no mapping');
  };
  const chart = valuesIn('Chart.yaml');
  // Helm reads both into one struct: https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/load.go
  const struct = structOf({ ...chart, ...valuesIn('requirements.yaml') }, chartFields, `${top}/Chart.yaml`);
  const text = (key: string) => (typeof struct[key] === 'string' ? struct[key] : '');
  return {
    name: text('name'),
    version: text('version'),
    description: text('description'),
    home: text('home'),
    sources: (struct['sources'] ?? []) as readonly string[], // read as such by structOf
    maintainers: (struct['maintainers'] ?? []) as readonly Maintainer[],
    annotations: (struct['annotations'] ?? new Map()) as ReadonlyMap<string, string>,
    struct,
  };
}

/** Reads the value of a field. Undefined if it is empty, so that Go leaves it out. */
type Field = (value: unknown, refuse: (problem: string) => ReleaseError) => unknown;

const text: Field = (value, refuse) => {
  if (typeof value !== 'string') throw refuse(`has ${quoted(JSON.stringify(value))}, which is no text`);
  return value === '' ? undefined : value;
};
const sanitizedText: Field = (value, refuse) => {
  const plain = text(value, refuse);
  return typeof plain === 'string' ? sanitized(plain) || undefined : undefined;
};
const always =
  (field: Field): Field =>
  (value, refuse) =>
    field(value ?? '', refuse) ?? '';
const flag: Field = (value, refuse) => {
  if (typeof value !== 'boolean') throw refuse(`has ${quoted(JSON.stringify(value))}, which is neither true nor false`);
  return value || undefined;
};
const listOf =
  (field: Field): Field =>
  (value, refuse) => {
    if (!Array.isArray(value)) throw refuse(`has ${quoted(JSON.stringify(value))}, which is no list`);
    return value.length === 0 ? undefined : value.map((item) => field(item, refuse) ?? '');
  };
const texts: Field = (value, refuse) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse(`has ${quoted(JSON.stringify(value))}, which is no mapping`);
  const entries = Object.entries(value).map(([key, item]) => [key, text(item, refuse) ?? ''] as const);
  return entries.length === 0 ? undefined : new Map(entries);
};
const anything: Field = (value) => goValue(value);

/** A mapping of any kind is a map of Go, with sorted keys. */
function goValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(goValue);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key, goValue(item)]));
}

type Fields = Readonly<Record<string, Field>>;

const struct =
  (fields: Fields): Field =>
  (value, refuse) => {
    if (typeof value === 'object' && value !== null) return structOf(value as Record<string, unknown>, fields, refuse);
    throw refuse(`has ${quoted(JSON.stringify(value))}, which is no mapping`);
  };

// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/dependency.go
const dependencyFields: Fields = {
  name: always(sanitizedText),
  version: sanitizedText,
  repository: always(sanitizedText),
  condition: sanitizedText,
  tags: listOf(sanitizedText),
  enabled: flag,
  'import-values': listOf(anything),
  alias: text,
};

// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/metadata.go
const chartFields: Fields = {
  name: text,
  home: text,
  sources: listOf(text),
  version: text,
  description: text,
  keywords: listOf(text),
  maintainers: listOf(struct({ name: text, email: text, url: text })),
  icon: text,
  apiVersion: text,
  condition: text,
  tags: text,
  appVersion: text,
  deprecated: flag,
  annotations: texts,
  kubeVersion: text,
  dependencies: listOf(struct(dependencyFields)),
  type: text,
};

/** The known fields of a mapping, in the order of the struct. */
function structOf(
  values: Readonly<Record<string, unknown>>,
  fields: Fields,
  place: string | ((problem: string) => ReleaseError),
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const refuse = typeof place === 'string' ? (problem: string) => notAsHelm(place, `${problem} as ${key}`) : place;
      const value = values[key] ?? undefined;
      return [key, value === undefined && !isAlways(key, fields) ? undefined : field(value, refuse)];
    }),
  );
}

const isAlways = (key: string, fields: Fields) =>
  fields === dependencyFields && (key === 'name' || key === 'repository');

// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/metadata.go#L170
const sanitized = (value: string) =>
  value.replaceAll(/[\t-\r\u0085\p{Z}]/gu, ' ').replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '');

const notAsHelm = (file: string, problem: string) =>
  new ReleaseError(`${file} ${problem}.`, {
    fix: 'Helm packages no such file. Find out which program was run as helm.',
    at: { file },
  });
