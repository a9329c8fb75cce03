import { posix } from 'node:path';
import { refuseUnlocked } from '../../src/domain/charts/chart-source.ts';
import type { ChartSource } from '../../src/domain/charts/chart-source.ts';
import { withLockTime } from '../../src/domain/charts/lock-time.ts';
import { chartMetadata } from '../../src/domain/charts/metadata.ts';
import type { ChartMetadata } from '../../src/domain/charts/metadata.ts';
import { refuseAll } from '../../src/domain/error.ts';
import type { Archives } from '../../src/world/archives.ts';
import type { BuiltFile } from '../../src/world/files.ts';
import type { Workshop } from '../../src/world/helm/helm.ts';

export type Dependencies = 'build' | 'update' | 'none';

/** Fetches the dependencies of charts, in the order of the charts. */
export async function fetchDependencies(
  workshop: Workshop,
  sources: readonly ChartSource[],
  { dependencies, epoch }: { readonly dependencies: Dependencies; readonly epoch: number },
): Promise<void> {
  if (dependencies === 'none') return;
  const needy = sources.filter((source) => source.dependencies.length > 0);
  if (dependencies === 'build')
    refuseAll('Some dependencies are open.', (await Promise.all(needy.map(refuseUnlocked))).flat());
  for (const { folder, dependencies: all, lock } of needy) {
    const isLocal = all.every(({ repository }) => /^(?:file|oci):\/\//.test(String(repository)));
    const fix = 'Correct the dependencies of the chart, or run helm repo add in an earlier step.';
    await workshop.run(`dependency ${dependencies}`, folder, fix, isLocal ? ['--skip-refresh'] : []);
    for (const name of ['Chart.lock', 'requirements.lock']) {
      const file = posix.join(folder, name);
      const text = await workshop.text(file);
      // Helm writes the time of the day into a lock file that it makes.
      if (text !== undefined && text !== lock?.text) await workshop.write(await withLockTime({ file, text }, epoch));
    }
  }
}

export type PackagedChart = {
  readonly folder: string;
  readonly metadata: ChartMetadata;
  readonly name: string;
  readonly archive: BuiltFile;
};

/** Packages a chart by Helm, and writes the archive anew from its content. */
export async function packaged(
  folder: string,
  { workshop, archives, epoch }: { readonly workshop: Workshop; readonly archives: Archives; readonly epoch: number },
): Promise<PackagedChart> {
  const { chart, entries } = await workshop.package(folder);
  const metadata = chartMetadata(chart);
  const archive = await archives.pack(entries, epoch);
  return { folder, metadata, name: `${metadata.name}-${metadata.version}.tgz`, archive };
}
