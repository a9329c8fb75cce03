import { posix } from 'node:path';
import { readTgz } from '../archives/tar-reader.ts';
import type { RefuseArchive, TarFile } from '../archives/tar-reader.ts';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** A packaged chart: its files, by their paths in the folder of the chart. */
export type ChartArchive = {
  /** The name of the folder that the archive consists of. */
  readonly top: string;
  readonly files: readonly Pick<TarFile, 'path' | 'content'>[];
};

// The limit of Helm itself: https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/archive.go
export const mostBytes = 100 * 1024 * 1024;
export const mostFiles = 10_000;
const mostLevels = 8;

/** What may still be unpacked: a chart and the charts in it share the limits. */
type Budget = { bytes: number; files: number };

/** Reads a packaged chart, and checks the packaged charts in its folder `charts` in the same way. */
export function readChartArchive(file: string, bytes: Buffer, budget = chartBudget(), level = 1): ChartArchive {
  const refuse: RefuseArchive = (problem) => new ReleaseError(`${file} ${problem}.`, { fix, at: { file } });
  if (level > mostLevels) throw refuse(`is in more than ${mostLevels} other charts, which is the limit`);
  const found = readTgz(bytes, budget, refuse);
  budget.files -= found.length;
  budget.bytes -= found.reduce((total, { content }) => total + content.length, 0);
  const tops = new Set(found.map(({ path }) => path.split('/', 1)[0] ?? ''));
  const [top] = tops;
  if (top === undefined) throw refuse('has no files');
  if (tops.size > 1)
    throw refuse(`has ${tops.size} folders, where a chart has one: ${[...tops].map(quoted).join(', ')}`);
  const loose = found.find(({ path }) => path === top);
  if (loose !== undefined) throw refuse(`has ${quoted(top)}, which is in no folder`);
  const files = found.map(({ path, content }) => ({ path: path.slice(top.length + 1), content }));
  if (!files.some(({ path }) => path === 'Chart.yaml')) throw refuse('has no Chart.yaml in its folder');
  for (const { path, content } of files.filter((one) => isChartInside(one.path)))
    readChartArchive(`${file}/${path}`, content, budget, level + 1);
  return { top, files };
}

export const chartBudget = (): Budget => ({ bytes: mostBytes, files: mostFiles });

/** Whether Helm reads a file of a chart as a packaged chart. */
export const isChartInside = (path: string): boolean =>
  /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/.test(path) && !/^[_.]/.test(posix.basename(path));

const fix = 'Get this chart again from where it is published. If it is yours, package it again.';
