import { posix } from 'node:path';
import { chartFolder } from '../../src/domain/charts/chart-folder.ts';
import {
  chartSource,
  fillingIn,
  inOrderOfSiblings,
  siblingFolder,
  withVersions,
} from '../../src/domain/charts/chart-source.ts';
import type { ChartSource, WantedVersions } from '../../src/domain/charts/chart-source.ts';
import { editText } from '../../src/domain/edits/edit.ts';
import type { Edit } from '../../src/domain/edits/edit.ts';
import type { Source } from '../../src/domain/edits/source.ts';
import { divided, refuseAll, ReleaseError } from '../../src/domain/error.ts';
import type { Workshop } from '../../src/world/helm/helm.ts';
import { orRefusal, together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';

type Wanted = WantedVersions & {
  readonly globs: readonly string[];
  readonly values: readonly Edit[];
  readonly outDir: string;
};

export type Sources = {
  /** All charts in the workshop, each after those that it depends on. */
  readonly all: readonly ChartSource[];
  /** The folders of the charts that are packaged. */
  readonly given: readonly string[];
  readonly notes: readonly string[];
};

/** Copies the charts, and those in the repository that they depend on, and gives the copies their versions and values. */
export async function sourcesIn(workshop: Workshop, wanted: Wanted, world: World): Promise<Sources> {
  const found = await together(wanted.globs.map((glob) => world.files.find(glob, 'folder')));
  const given = [...new Set(found.flat())];
  const copied = await copies(workshop, given, wanted, world);
  for (const source of copied.sources.filter(({ folder }) => given.includes(folder)))
    for (const edited of [
      ...(await withVersions(source, wanted, given)),
      ...(await withValues(source, wanted, workshop)),
    ])
      await workshop.write(edited);
  const sources = await Promise.all(copied.sources.map(({ folder }) => sourceIn(workshop, folder)));
  return { all: inOrderOfSiblings(sources), given, notes: copied.notes };
}

/** The values.yaml of a chart with other values. */
async function withValues({ folder }: ChartSource, { values }: Wanted, workshop: Workshop): Promise<readonly Source[]> {
  if (values.length === 0) return [];
  const file = posix.join(folder, 'values.yaml');
  const text = await workshop.text(file);
  if (text !== undefined) return [{ file, text: (await editText({ file, text }, values.map(fillingIn))).text }];
  throw new ReleaseError(`${folder} has no values.yaml, in which a value could be set.`, {
    fix: 'Correct the input chart, or leave the input values out.',
  });
}

/** Copies charts and, as long as there are more, their siblings. */
async function copies(workshop: Workshop, given: readonly string[], { outDir }: Wanted, { archives }: World) {
  const port = await archives();
  const notes: string[] = [];
  const copy = async (folder: string): Promise<ChartSource> => {
    const own = ownFiles(posix.relative(folder, outDir));
    const chart = chartFolder(await port.look(folder), folder, own);
    notes.push(...chart.notes);
    await workshop.copy(folder, chart);
    return sourceIn(workshop, folder);
  };
  const sources: ChartSource[] = [];
  for (let next = given; next.length > 0;) {
    const { values, refusals } = divided(await Promise.all(next.map((folder) => orRefusal(copy(folder)))));
    refuseAll('Some charts cannot be packaged.', refusals);
    sources.push(...values);
    const wanted = values.flatMap((source) => source.dependencies.flatMap((one) => siblingFolder(source, one) ?? []));
    const have = new Set(sources.map(({ folder }) => folder));
    next = [...new Set(wanted)].filter((folder) => !have.has(folder));
  }
  return { sources, notes };
}

/** Whether an earlier run made a file of a chart: the folder for archives may be in a chart. */
function ownFiles(outDir: string): (path: string) => boolean {
  const below = outDir === '' ? '' : `${outDir}/`;
  const isOwn = (name: string) => /^[^/]+\.tgz(?:\.sha256|\.prov)?$/.test(name);
  return (path) => !outDir.startsWith('..') && path.startsWith(below) && isOwn(path.slice(below.length));
}

async function sourceIn(workshop: Workshop, folder: string): Promise<ChartSource> {
  const names = ['Chart.yaml', 'requirements.yaml', 'Chart.lock', 'requirements.lock'];
  const texts = await Promise.all(names.map((name) => workshop.text(posix.join(folder, name))));
  return chartSource(folder, (name) => texts[names.indexOf(name)]);
}
