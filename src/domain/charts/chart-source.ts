import { posix } from 'node:path';
import { editText, parseEdit } from '../edits/edit.ts';
import type { Edit } from '../edits/edit.ts';
import type { Source } from '../edits/source.ts';
import { parseYamlValue } from '../edits/yaml-value.ts';
import { attempt, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { parseSemver } from '../versions/version.ts';
import { hasAppVersion, withAppVersion } from './app-version.ts';
import { parseChartFile, versionLike } from './chart.ts';
import type { ChartDependency } from './chart.ts';
import { dependencyEdits, lockEdits } from './dependency-edits.ts';

/** The files of a chart that say what it is, and what it depends on. */
export type ChartSource = {
  /** The folder of the chart, relative to the workspace. */
  readonly folder: string;
  readonly chart: Source;
  /** Where the dependencies are: Chart.yaml, or requirements.yaml in the old form of charts. */
  readonly list: Source;
  readonly lock: Source | undefined;
  readonly dependencies: readonly ChartDependency[];
};

/** Reads a chart from its files that exist. Refuses a name that Helm would use as a path. */
export function chartSource(folder: string, textOf: (name: string) => string | undefined): ChartSource {
  const source = (name: string): Source | undefined => {
    const text = textOf(name);
    return text === undefined ? undefined : { file: posix.join(folder, name), text };
  };
  const chart = source('Chart.yaml');
  if (chart === undefined)
    throw new ReleaseError(`${folder} is not a chart: it has no Chart.yaml.`, {
      fix: 'Give the folder of a chart, or a glob of such folders.',
    });
  refuseName(chart);
  const requirements = source('requirements.yaml');
  const own = parseChartFile(chart).dependencies;
  const list = own.length > 0 || requirements === undefined ? chart : requirements;
  const lock = source('Chart.lock') ?? source('requirements.lock');
  return { folder, chart, list, lock, dependencies: list === chart ? own : parseChartFile(list).dependencies };
}

function refuseName({ file, text }: Source): void {
  const value = parseYamlValue({ file, text });
  const name: unknown = typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : undefined;
  if (typeof name === 'string' && /^[^/\\\s\x00-\x1f\x7f]+$/.test(name) && name !== '.' && name !== '..') return;
  throw new ReleaseError(
    name === undefined || name === null
      ? `${file} has no name.`
      : `${file} has the name ${quoted(typeof name === 'string' ? name : JSON.stringify(name))}, which is no name of a chart.`,
    {
      fix: 'Give it a name of letters, digits and hyphens. Helm makes the names of folders and files from it.',
      at: { file },
    },
  );
}

/** The folder of a chart that another one depends on, in the same repository; undefined if it comes from elsewhere. */
export function siblingFolder(
  { folder, list }: ChartSource,
  { name, repository }: ChartDependency,
): string | undefined {
  if (typeof repository !== 'string' || !repository.startsWith('file://')) return undefined;
  const path = repository.slice('file://'.length);
  const there = posix.join(folder, path);
  if (!posix.isAbsolute(path) && !/^\.\.(?:\/|$)/.test(there)) return there.replace(/(.)\/$/, '$1');
  throw new ReleaseError(
    `${list.file} depends on ${quoted(name)} in ${quoted(repository)}, which is outside the workspace.`,
    {
      fix: 'Let it depend on a chart in the workspace, or on one that is published.',
      at: { file: list.file },
    },
  );
}

/** Refuses dependencies from elsewhere whose version is a range and that no lock file pins: each run could get others. */
export async function refuseUnlocked(source: ChartSource): Promise<readonly ReleaseError[]> {
  const { list, lock, dependencies } = source;
  if (lock !== undefined) return [];
  const open = dependencies.filter((one) => siblingFolder(source, one) === undefined && !isExact(one['version']));
  return Promise.all(
    open.map(async ({ name, version }) => {
      const line = await lineOf(list, name, String(version));
      return new ReleaseError(
        `${list.file} depends on ${quoted(name)} ${quoted(String(version))}, and there is no Chart.lock: another run may get another version.`,
        {
          fix: 'Run helm dependency update in the folder of the chart and commit Chart.lock, or write an exact version.',
          at: { file: list.file, ...(line !== undefined && { line }) },
        },
      );
    }),
  );
}

/** The line of a version: that of an edit which would leave it as it is. */
async function lineOf(list: Source, name: string, version: string): Promise<number | undefined> {
  const path = `dependencies[name=${JSON.stringify(name)}].version`;
  const edited = await editText(list, [parseEdit(path, version)]).catch(() => undefined);
  return edited?.applied[0]?.line;
}

const isExact = (version: unknown): boolean =>
  typeof version === 'string' && !(attempt(() => parseSemver(version.replace(/^v/, ''))) instanceof ReleaseError);

export type WantedVersions = { readonly version: string | undefined; readonly appVersion: string | undefined };

// Why: docs/decisions.md D72
/** An edit of a copy, in which the value may replace a placeholder. */
export const fillingIn = (edit: Edit): Edit => ({ ...edit, fillsPlaceholder: true });

/**
 * The texts of a chart with other versions, by file. Where it depends on siblings that get the same version, it follows:
 * exact versions in its list, and everything in its lock file.
 */
export async function withVersions(
  source: ChartSource,
  { version, appVersion }: WantedVersions,
  siblings: readonly string[],
): Promise<readonly Source[]> {
  const { chart, list, lock, dependencies } = source;
  const following = dependencies.filter((one) => siblings.includes(siblingFolder(source, one) ?? ''));
  const followed = following.map(({ name }) => name);
  const raised = following.filter((one) => isExact(one['version'])).map(({ name }) => name);
  const base = appVersion === undefined || hasAppVersion(chart) ? chart.text : withAppVersion(chart);
  const own = [
    ...(version === undefined ? [] : [parseEdit('version', versionLike(parseChartFile(chart).version, version))]),
    ...(appVersion === undefined ? [] : [parseEdit('appVersion', appVersion)]),
  ];
  const inList = version === undefined ? [] : dependencyEdits(dependencies, raised, version);
  const locked = lock === undefined ? [] : parseChartFile(lock).dependencies;
  const inLock =
    lock === undefined || version === undefined || followed.length === 0
      ? []
      : lockEdits({ required: dependencies, locked, raised, followed, version });
  const wanted = [
    { source: { ...chart, text: base }, edits: list === chart ? [...own, ...inList] : own },
    ...(list === chart ? [] : [{ source: list, edits: inList }]),
    ...(lock === undefined ? [] : [{ source: lock, edits: inLock }]),
  ];
  const edited = wanted
    .filter(({ edits }) => edits.length > 0)
    .map(async ({ source: { file, text }, edits }) => ({
      file,
      text: (await editText({ file, text }, edits.map(fillingIn))).text,
    }));
  return Promise.all(edited);
}

/** Charts in the order in which they have to be built: each after those that it depends on. */
export function inOrderOfSiblings(sources: readonly ChartSource[]): readonly ChartSource[] {
  const byFolder = new Map(sources.map((source) => [source.folder, source]));
  const ordered = new Set<ChartSource>();
  const add = (source: ChartSource, above: readonly string[]): void => {
    if (above.includes(source.folder))
      throw new ReleaseError(`Charts depend on each other: ${[...above, source.folder].join(' → ')}.`, {
        fix: 'Take one of these dependencies out.',
        at: { file: source.list.file },
      });
    for (const one of source.dependencies) {
      const sibling = byFolder.get(siblingFolder(source, one) ?? '');
      if (sibling !== undefined && !ordered.has(sibling)) add(sibling, [...above, source.folder]);
    }
    ordered.add(source);
  };
  for (const source of sources) if (!ordered.has(source)) add(source, []);
  return [...ordered];
}
