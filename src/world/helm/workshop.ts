import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { isChartInside, readChartArchive } from '../../domain/charts/chart-archive.ts';
import type { ChartArchive } from '../../domain/charts/chart-archive.ts';
import type { ChartFolder } from '../../domain/charts/chart-folder.ts';
import type { Source } from '../../domain/edits/source.ts';
import { decodeText } from '../../domain/edits/decode-text.ts';
import type { Archives } from '../archives.ts';
import type { Builders } from '../build/build.ts';
import type { Environment } from '../environment.ts';
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
  #made = 0;
  constructor(place: Place) {
    this.#place = place;
  }

  get program(): Promise<HelmProgram> {
    return this.#place.program;
  }

  /** Copies the files of a chart. Links become files. */
  async copy(folder: string, { files }: ChartFolder): Promise<void> {
    const content = this.#place.archives.content(folder);
    await mkdir(this.#at(folder), { recursive: true });
    for (const place of new Set(files.map(({ path }) => dirname(path))))
      await mkdir(join(this.#at(folder), place), { recursive: true });
    for (const { path, source, size } of files) {
      const place = join(this.#at(folder), path);
      const pieces = content(source, size);
      if (Symbol.iterator in pieces) writeFileSync(place, Buffer.concat([...pieces]));
      else await writeFile(place, pieces); // small files come at once: many of them take a tenth of the time
    }
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
    const env = command === 'lint' ? {} : configuration(this.#place.env);
    await this.#helm([...command.split(' '), ...options], folder, { fix, env });
    await this.refuseBadArchives(folder);
  }

  /** Packages a chart, and reads the archive that Helm has made. */
  async package(folder: string): Promise<ChartArchive> {
    const made = join(this.#place.made, String(this.#made++));
    await mkdir(made, { recursive: true });
    await this.#helm(['package', '--destination', made], folder, { fix: 'Correct what Helm has said.', env: {} });
    const name = (await readdir(made)).find((one) => one.endsWith('.tgz')) ?? '';
    return readChartArchive(name, await readFile(join(made, name)));
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
    { fix, env }: { readonly fix: string; readonly env: Readonly<Record<string, string>> },
  ): Promise<void> {
    const { source, program, builders } = this.#place;
    const what = `the chart ${folder}`;
    const { path } = await program;
    await builders.build(path, [...args, '--', folder], { what, cwd: source, env, fix, minutes: 15 });
  }

  #at(path: string): string {
    const { source } = this.#place;
    const place = join(source, path);
    if (relative(source, place).startsWith('..')) throw new Error(`${path} is outside the workshop`);
    return place;
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
