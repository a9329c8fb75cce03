import { existsSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { isChartInside, readChartArchive } from '../../domain/charts/chart-archive.ts';
import { isCarried, madeChart } from '../../domain/charts/carried.ts';
import type { CarriedFiles, MadeChart } from '../../domain/charts/carried.ts';
import type { ChartFolder } from '../../domain/charts/chart-folder.ts';
import type { Source } from '../../domain/edits/source.ts';
import { decodeText } from '../../domain/edits/decode-text.ts';
import type { Archives } from '../archives.ts';
import type { Builders } from '../build/build.ts';
import type { Environment } from '../environment.ts';
import { lightCopy, makeFoldersOf } from './light-copy.ts';
import type { HelmProgram } from './program.ts';

type Place = {
  /** Copies of charts, in the same places as in the workspace. */
  readonly source: string;
  readonly made: string;
  /** Is looked for while charts are copied. */
  readonly program: Promise<HelmProgram>;
  readonly archives: Archives;
  readonly builders: Builders;
  readonly env: Environment;
};

/** A command of Helm that gets the folder of a chart. */
export type ChartCommand = 'dependency build' | 'dependency update' | 'lint';

/** Charts in a copy outside the workspace, where Helm can do what it wants. */
export class Workshop {
  readonly #place: Place;
  /** By the folders of the charts. */
  readonly #carried = new Map<string, CarriedFiles>();
  #made = 0;
  constructor(place: Place) {
    this.#place = place;
  }

  get program(): Promise<HelmProgram> {
    return this.#place.program;
  }

  /** Copies what Helm reads of a chart. The rest is copied when it is needed. Links become files. */
  async copy(folder: string, { files }: ChartFolder): Promise<void> {
    const { archives } = this.#place;
    const content = archives.content(folder);
    const { carried = [], read = [] } = Object.groupBy(files, ({ path, source, size }) =>
      isCarried(path, size, () => archives.start(folder, source, 3)) ? 'carried' : 'read',
    );
    const withContent = (all: typeof files): CarriedFiles =>
      new Map(all.map(({ path, source, size }) => [path, { size, content: () => content(source, size) }]));
    await writeAll(this.#at(folder), withContent(read));
    this.#carried.set(folder, withContent(carried));
    await this.refuseBadArchives(folder);
  }

  /** The text of a file; undefined if there is none. */
  async text(file: string): Promise<string | undefined> {
    const place = this.#at(file);
    return existsSync(place) ? decodeText(file, await readFile(place)) : undefined;
  }

  async write({ file, text }: Source): Promise<void> {
    await writeFile(this.#at(file), text);
  }

  /** Runs a command of Helm for a chart. It may change the copy. */
  async run(command: ChartCommand, folder: string, fix: string, options: readonly string[] = []): Promise<void> {
    for (const [chart, carried] of this.#carried) await writeAll(this.#at(chart), carried);
    const env = command === 'lint' ? {} : configuration(this.#place.env);
    await this.#helm([...command.split(' '), ...options], folder, { fix, env, cwd: this.#place.source });
    await this.refuseBadArchives(folder);
  }

  /** Packages a chart, and reads the archive that Helm has made. What Helm only copies does not go through it. */
  async package(folder: string): Promise<MadeChart> {
    const made = join(this.#place.made, String(this.#made++));
    const light = join(made, 'source');
    const carried = await lightCopy(this.#at(folder), join(light, folder), this.#carried.get(folder) ?? new Map());
    const fix = 'Correct what Helm has said.';
    await this.#helm(['package', '--destination', made], folder, { fix, env: {}, cwd: light });
    const name = (await readdir(made)).find((one) => one.endsWith('.tgz')) ?? '';
    return madeChart(name, await readFile(join(made, name)), carried);
  }

  /** Refuses packaged charts in a chart that Helm should not unpack. */
  async refuseBadArchives(folder: string): Promise<void> {
    const root = this.#at(folder);
    const found = await readdir(root, { recursive: true });
    for (const path of found.map((one) => one.split(sep).join('/')).filter((one) => isChartInside(one)))
      readChartArchive(posix.join(folder, path), await readFile(join(root, path)));
  }

  async #helm(
    args: readonly string[],
    folder: string,
    { fix, env, cwd }: { readonly fix: string; readonly env: Readonly<Record<string, string>>; readonly cwd: string },
  ): Promise<void> {
    const { program, builders } = this.#place;
    const what = `the chart ${folder}`;
    const { path } = await program;
    await builders.build(path, [...args, '--', folder], { what, cwd, env, fix, minutes: 15 });
  }

  #at(path: string): string {
    const { source } = this.#place;
    const place = join(source, path);
    if (relative(source, place).startsWith('..')) throw new Error(`${path} is outside the workshop`);
    return place;
  }
}

/** Writes the files that are not there yet. */
async function writeAll(folder: string, files: CarriedFiles): Promise<void> {
  makeFoldersOf(files.keys(), folder);
  for (const [path, { content }] of files) {
    const place = join(folder, path);
    if (existsSync(place)) continue;
    const pieces = content();
    if (Symbol.iterator in pieces) writeFileSync(place, Buffer.concat([...pieces]));
    else await writeFile(place, pieces); // small files come at once: many of them take a tenth of the time
  }
}

/** Where the user has told Helm about repositories and passwords: Helm itself runs with another home. */
function configuration(env: Environment): Readonly<Record<string, string>> {
  const home = env['HOME'] ?? env['USERPROFILE'];
  if (home === undefined) return {};
  const byPlatform: Readonly<Record<string, string>> = {
    darwin: join(home, 'Library', 'Preferences'),
    win32: env['APPDATA'] ?? home,
  };
  const base = env['XDG_CONFIG_HOME'] ?? byPlatform[process.platform] ?? join(home, '.config');
  return {
    HELM_CONFIG_HOME: env['HELM_CONFIG_HOME'] ?? join(base, 'helm'),
    DOCKER_CONFIG: env['DOCKER_CONFIG'] ?? join(home, '.docker'),
  };
}
