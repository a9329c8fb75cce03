import { lstat, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Pin } from '../../domain/wheels/pins.ts';
import type { Product } from '../../domain/wheels/products.ts';
import type { Archives } from '../archives.ts';
import type { Builders } from '../build/build.ts';
import type { Files } from '../files.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';
import { environmentOf } from './environment.ts';
import { interpreterOf } from './interpreter.ts';
import type { Interpreter } from './interpreter.ts';
import { copySource } from './source.ts';

export type PythonProject = {
  /** The folder of pyproject.toml or setup.py. */
  readonly folder: string;
  /** The time of the commit: SOURCE_DATE_EPOCH. */
  readonly epoch: number;
  /** The version, for backends that would ask git for it. */
  readonly version: string | undefined;
  /** Whether a source archive is made as well. Then the wheel is built from it. */
  readonly isWithSdist: boolean;
  /** Whether a path, relative to the folder, is what earlier runs made. */
  readonly isProduct: (path: string) => boolean;
};

type Ports = {
  readonly archives: Archives;
  readonly builders: Builders;
  readonly files: Files;
  readonly tools: Tools;
};

const largest = 1024 ** 3;

/** Pythons, and the packages that they build. */
export class Python {
  readonly #host: Host;
  readonly #ports: Ports;
  constructor(host: Host, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
  }

  /** The Python that a name or a path means. */
  async interpreter(program: string): Promise<Interpreter> {
    const isPath = /[/\\]/.test(program);
    const named = isPath ? resolve(this.#host.workspace, program) : program;
    return interpreterOf(named, this.#ports.tools, await this.#ports.files.scratch());
  }

  /** The Python of an environment that has exactly these packages. */
  async environment(interpreter: Interpreter, pins: readonly Pin[]): Promise<string> {
    return environmentOf({
      host: this.#host,
      tools: this.#ports.tools,
      interpreter,
      pins: pins.map(({ text }) => `${text}\n`).join(''),
    });
  }

  /** Builds a copy of a project, and returns what was made. */
  async build(python: string, project: PythonProject): Promise<readonly Product[]> {
    const { folder, epoch, version, isWithSdist, isProduct } = project;
    const { archives, builders, files } = this.#ports;
    const [found, scratch] = [await archives.look(folder), await files.scratch()];
    refuseUnlessProject(
      folder,
      found.map(({ path }) => Buffer.from(path).toString()),
    );
    const workspace = await realpath(this.#host.workspace);
    const [source, out] = [join(scratch, 'source', folder), join(scratch, 'out')];
    await mkdir(out);
    await copySource({ root: join(workspace, folder), found, workspace, into: source, epoch, isProduct });
    const kinds = isWithSdist ? [] : ['--wheel'];
    await builders.build(
      python,
      ['-I', '-m', 'build', ...kinds, '--no-isolation', '--skip-dependency-check', '--outdir', out, source],
      {
        what: folder === '.' ? 'the wheel' : `the wheel of ${folder}`,
        cwd: scratch, // not the project: it may have a build.py
        env: { ...always, SOURCE_DATE_EPOCH: String(epoch), ...(version === undefined ? {} : given(version)) },
        isForeign: true,
        fix,
      },
    );
    return Promise.all((await readdir(out)).toSorted().map((name) => productIn(out, name)));
  }
}

const fix =
  'Find out why in what it printed, which is above in the log. If a package is missing, pin all that the build needs in a file, and name it in the input constraints.';

/** The order in a set of Python must not depend on chance. */
const always = { PYTHONHASHSEED: '0' };

/** The copy has no git repository. https://setuptools-scm.readthedocs.io/en/latest/overrides/ */
const given = (version: string) => ({ SETUPTOOLS_SCM_PRETEND_VERSION: version, PDM_BUILD_SCM_VERSION: version });

function refuseUnlessProject(folder: string, paths: readonly string[]): void {
  if (paths.includes('pyproject.toml') || paths.includes('setup.py')) return;
  throw new ReleaseError(`${folder === '.' ? 'The workspace' : folder} has no pyproject.toml and no setup.py.`, {
    fix: 'Give the folder of the Python project in the input path.',
  });
}

async function productIn(folder: string, name: string): Promise<Product> {
  const found = await lstat(join(folder, name));
  if (found.isFile() && found.size <= largest) return { name, bytes: await readFile(join(folder, name)) };
  const problem = found.isFile() ? `has ${found.size} bytes. The limit is ${largest}` : 'is not a regular file';
  throw new ReleaseError(`The build made ${quoted(name)}, which ${problem}.`, {
    fix: 'Find out which part of the build makes it.',
  });
}
