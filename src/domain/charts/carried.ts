import type { ArchiveEntry, Content } from '../archives/tar.ts';
import { ReleaseError } from '../error.ts';
import { chartBudget, mostBytes, readChartArchive } from './chart-archive.ts';
import type { ChartArchive } from './chart-archive.ts';

/** Whether `helm package` takes a file as it is, whatever is in it. A byte order mark at its start is left out. */
export const isCarried = (path: string, size: number, start: () => Uint8Array): boolean =>
  size <= largest && !isRead.test(path) && !byteOrderMark.equals(start());

const byteOrderMark = Buffer.from('\uFEFF');

// Some releases of Helm refuse larger files: https://github.com/helm/helm/blob/v3.18.0/pkg/chart/loader/directory.go
const largest = 5 * 1024 * 1024;

// Templates and crds are only copied, too, but a later Helm may look at them.
// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/load.go
const isRead =
  /^(?:(?:templates|crds|charts)\/|(?:(?:Chart|requirements)\.(?:yaml|lock)|values\.yaml|values\.schema\.json|\.helmignore)$)/;

/** Files of a chart that are empty when Helm packages it, by their paths in it. */
export type CarriedFiles = ReadonlyMap<string, { readonly size: number; readonly content: () => Content }>;

/** A chart that Helm has packaged, and what belongs into its archive. */
export type MadeChart = { readonly chart: ChartArchive; readonly entries: readonly ArchiveEntry[] };

/** Reads the archive that Helm has made of a chart, and gives the carried files in it their bytes. */
export function madeChart(file: string, bytes: Buffer, carried: CarriedFiles): MadeChart {
  const budget = chartBudget();
  const chart = readChartArchive(file, bytes, budget);
  const entries = chart.files.map(({ path, content }) => {
    const { size, content: pieces } = carried.get(path) ?? { size: content.length, content: () => [content] };
    budget.bytes -= size - content.length;
    return { kind: 'file', path: `${chart.top}/${path}`, isExecutable: false, size, content: pieces } as const;
  });
  if (budget.bytes >= 0) return { chart, entries };
  throw new ReleaseError(`${file} unpacks to more than ${mostBytes} bytes, which is the limit.`, {
    fix: 'Take out what the chart and the charts in it do not need.',
    at: { file },
  });
}
