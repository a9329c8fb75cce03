import { join } from 'node:path';
import type { HelmRelease } from '../../domain/charts/helm-release.ts';
import type { Archives } from '../archives.ts';
import type { Builders } from '../build/build.ts';
import type { Files } from '../files.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import type { Tools } from '../tools.ts';
import { installedHelm } from './install.ts';
import { helmInPath } from './program.ts';
import type { HelmProgram } from './program.ts';
import { Workshop } from './workshop.ts';

export type { HelmProgram } from './program.ts';
export type { Workshop } from './workshop.ts';

type Ports = {
  readonly archives: Archives;
  readonly builders: Builders;
  readonly files: Files;
  readonly http: Http;
  readonly tools: Tools;
};

/** The helm program, and the charts that it packages. */
export class Helm {
  readonly #host: Host;
  readonly #ports: Ports;
  constructor(host: Host, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
  }

  /**
   * A place outside the workspace where charts are copied to, edited and packaged, by the Helm of a release or the one in
   * PATH. That is looked for, or installed, while charts are copied: its promise has to be awaited with them.
   */
  async workshop(release: HelmRelease | undefined, mirror: string): Promise<Workshop> {
    const { archives, builders, files } = this.#ports;
    const folder = await files.scratch();
    const program = this.#program(release, mirror);
    return new Workshop({
      source: join(folder, 'source'),
      made: join(folder, 'made'),
      program,
      archives,
      builders,
      env: this.#host.env,
    });
  }

  /** The Helm of this release, which is installed if it is not there yet. Without a release, the one in PATH. */
  #program(release: HelmRelease | undefined, mirror: string): Promise<HelmProgram> {
    const { files, http, tools } = this.#ports;
    if (release === undefined) return helmInPath(tools);
    return installedHelm(release, mirror, { host: this.#host, files, http });
  }
}
