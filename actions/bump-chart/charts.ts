import { posix } from 'node:path';
import { hasAppVersion, withAppVersion } from '../../src/domain/charts/app-version.ts';
import { parseChartFile, versionLike } from '../../src/domain/charts/chart.ts';
import type { ChartDependency } from '../../src/domain/charts/chart.ts';
import { dependencyEdits, lockEdits } from '../../src/domain/charts/dependency-edits.ts';
import { parseEdit } from '../../src/domain/edits/edit.ts';
import type { Edit } from '../../src/domain/edits/edit.ts';
import type { Source } from '../../src/domain/edits/source.ts';
import { attempt, divided, ReleaseError } from '../../src/domain/error.ts';
import { listed } from '../../src/domain/text.ts';
import type { Files } from '../../src/world/files.ts';
import { orRefusal, together } from '../../src/world/parallel.ts';

export type ChartInputs = {
  readonly version: string | undefined;
  readonly appVersion: string | undefined;
  readonly values: readonly Edit[];
  readonly dependencies: readonly string[];
  readonly addAppVersion: boolean;
};

type FileEdits = readonly (readonly [path: string, edits: readonly Edit[]])[];

type ChartEdits = {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** The Chart.yaml files that get a line for appVersion, which is still empty. */
  readonly added: readonly Source[];
  /** Why some charts cannot be edited. */
  readonly refusals: readonly ReleaseError[];
};

/** The edits of all charts, by file. */
export async function chartEdits(globs: readonly string[], wanted: ChartInputs, files: Files): Promise<ChartEdits> {
  const found = divided(await together(globs.map((glob) => orRefusal(files.find(glob, 'folder')))));
  const folders = [...new Set(found.values.flat())];
  const charts = divided(await together(folders.map((folder) => orRefusal(chartIn(folder, files)))));
  const without = wanted.appVersion === undefined ? [] : charts.values.filter((chart) => !chart.hasAppVersion);
  const added = divided(without.map((chart) => attempt(() => appVersionAdded(chart, wanted))));
  const refusals = [...found.refusals, ...charts.refusals, ...added.refusals];
  const have = charts.values.map((chart) => {
    return { ...chart, hasAppVersion: chart.hasAppVersion || added.values.some(({ file }) => file === chart.file) };
  });
  const edits = new Map(have.flatMap((chart) => editsOf(chart, wanted)));
  return {
    edits,
    added: added.values,
    refusals: refusals.length > 0 ? refusals : unknownDependencies(charts.values, wanted),
  };
}

function unknownDependencies(charts: readonly Chart[], wanted: ChartInputs): readonly ReleaseError[] {
  const names = [...new Set(charts.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)))];
  const unknown = wanted.dependencies.filter((name) => !names.includes(name));
  if (unknown.length === 0) return [];
  const fix =
    names.length === 0
      ? 'Leave the input dependencies out.'
      : `Correct the input dependencies. The charts depend on ${listed(names)}.`;
  return [new ReleaseError(`No chart depends on ${listed(unknown)}.`, { fix })];
}

type Chart = {
  readonly folder: string;
  /** Its Chart.yaml. */
  readonly file: string;
  readonly text: string;
  readonly hasAppVersion: boolean;
  readonly version: unknown;
  readonly dependencies: readonly ChartDependency[];
  /** The file that lists them: Chart.yaml, or requirements.yaml in charts for Helm 2. */
  readonly listedIn: string;
  readonly lock: { readonly path: string; readonly dependencies: readonly ChartDependency[] } | undefined;
};

async function chartIn(folder: string, files: Files): Promise<Chart> {
  const read = async (name: string) => {
    const file = posix.join(folder, name);
    if (!(await files.has(file))) return undefined;
    const text = await files.text(file);
    return { path: file, text, ...parseChartFile({ file, text }) };
  };
  const [chart, requirements, lock, oldLock] = await together([
    read('Chart.yaml'),
    read('requirements.yaml'),
    read('Chart.lock'),
    read('requirements.lock'),
  ]);
  if (chart === undefined)
    throw new ReleaseError(`${folder} is not a chart: it has no Chart.yaml.`, {
      fix: 'Give the folder of a chart, or a glob of such folders.',
    });
  const list = chart.dependencies.length > 0 || requirements === undefined ? chart : requirements;
  const { path: file, text, version } = chart;
  return {
    folder,
    file,
    text,
    hasAppVersion: hasAppVersion({ file, text }),
    version,
    dependencies: list.dependencies,
    listedIn: list.path,
    lock: lock ?? oldLock,
  };
}

function appVersionAdded({ file, text }: Chart, { addAppVersion }: ChartInputs): Source {
  if (addAppVersion) return { file, text: withAppVersion({ file, text }) };
  throw new ReleaseError(`${file} has no appVersion.`, { fix: 'To add it, set add-app-version: true.', at: { file } });
}

function editsOf(
  { folder, file, hasAppVersion: canBeSet, version: before, dependencies, listedIn, lock }: Chart,
  wanted: ChartInputs,
): FileEdits {
  const { version, values } = wanted;
  const appVersion = canBeSet ? wanted.appVersion : undefined;
  const chart = [
    ...(version === undefined ? [] : [parseEdit('version', versionLike(before, version))]),
    ...(appVersion === undefined ? [] : [parseEdit('appVersion', appVersion)]),
  ];
  const following = dependencies.filter(({ name }) => wanted.dependencies.includes(name)).map(({ name }) => name);
  const list = version === undefined ? [] : dependencyEdits(dependencies, following, version);
  const inChart: FileEdits =
    listedIn === file
      ? [[file, [...chart, ...list]]]
      : [
          [file, chart],
          [listedIn, list],
        ];
  const all: FileEdits = [
    ...inChart,
    [posix.join(folder, 'values.yaml'), values],
    ...(lock === undefined || version === undefined || following.length === 0
      ? []
      : [
          [
            lock.path,
            lockEdits({
              required: dependencies,
              locked: lock.dependencies,
              raised: following,
              followed: following,
              version,
            }),
          ] as const,
        ]),
  ];
  return all.filter(([, edits]) => edits.length > 0);
}
