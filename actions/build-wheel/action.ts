import { join, relative } from 'node:path/posix';
import { checksumsOf, isProductOf } from '../../src/domain/wheels/leftovers.ts';
import type { Product } from '../../src/domain/wheels/products.ts';
import { supportedPythons } from '../../src/domain/wheels/pythons.ts';
import { parseWantedVersion, refuseOtherVersion } from '../../src/domain/wheels/wanted-version.ts';
import { artifactFacts, builtFile, checksumFile } from '../../src/plans/artifacts.ts';
import type { Artifact } from '../../src/plans/artifacts.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, path, text } from '../../src/runtime/input.ts';
import { json } from '../../src/runtime/output.ts';
import type { BuiltFile } from '../../src/world/files.ts';
import { together } from '../../src/world/parallel.ts';
import { aloneIn } from './copy.ts';
import { pinsFor } from './pins.ts';

export default defineAction({
  name: 'Build wheel',
  description:
    'Build the wheel of a Python project, with the same bytes on every machine. Refuse a wheel that PyPI or pip would refuse.',
  example: '--version v1.2.3 --copy-to docker/whls',
  inputs: {
    path: path('The folder with pyproject.toml or setup.py.').or('.'),
    version: input(
      'The version that the wheel has to have, with or without a leading v. 1.2.0-rc.1 and 1.2.0rc1 mean the same. Default: any version.',
      parseWantedVersion,
    ).optional(),
    python: text('The Python that builds, as a command or a path. Python 3.10.2 is the oldest.').or('python3'),
    constraints: path(
      'A requirements file with all packages that the build needs. Each has one version and a hash. Default: the pinned versions of setuptools, hatchling, poetry-core and flit-core in requirements.txt of this action.',
    ).optional(),
    outDir: path('The folder for the wheel. It is made if it is missing.').or('dist'),
    copyTo: path(
      'A folder that gets the wheel too, such as docker/whls. Every other wheel in it is removed. Default: no copy.',
    ).optional(),
    sdist: flag('Also build a source archive. The wheel is then built from it, as python -m build does.'),
    verify: flag('Build the wheel a second time, in another folder, and compare the bytes.'),
  },
  outputs: {
    wheel: 'The path of the wheel, such as dist/my_driver-1.2.0-py3-none-any.whl.',
    sdist: 'The path of the source archive. Unset without sdist: true.',
    name: 'The name of the project, as its metadata has it.',
    version: 'The version of the project, normalised as PEP 440 does.',
    sha256: 'The SHA-256 of the wheel, in hexadecimal.',
    supportedPythons: json<readonly string[]>(
      'The versions of Python, of 3.9 to 3.15, that can install the wheel, such as ["3.12","3.13"], for a matrix.',
    ),
    checksums:
      'The path of a file with the checksums of what was built, for subject-checksums of actions/attest. It is beside out-dir.',
  },
  async plan(inputs, { files, git, python }) {
    const { path: folder, version: wanted, outDir, copyTo, sdist: isWithSdist, verify } = inputs;
    const head = git.commits.find('HEAD');
    const loaded = python();
    const [port, interpreter, commit, pins] = await together([
      loaded,
      loaded.then((one) => one.interpreter(inputs.python)),
      head,
      pinsFor(inputs, files),
    ]);
    const environment = await port.environment(interpreter, pins);
    const folders = [outDir, ...(copyTo === undefined ? [] : [copyTo])].map((one) => relative(folder, one) || '.');
    const project = { folder, epoch: commit.epoch, version: wanted, isWithSdist, isProduct: isProductOf(folders) };
    const { packageOf, refuseUnlessEqual } = await import('../../src/domain/wheels/products.ts');
    const build = async () => packageOf(await port.build(environment, project), isWithSdist);
    const made = await build();
    const { name, version, generator } = made.metadata;
    if (wanted !== undefined) refuseOtherVersion(made.wheel.name, version, wanted);
    if (verify) refuseUnlessEqual(made, await build());
    const wheel = await artifactIn(outDir, made.wheel);
    const sdist = made.sdist === undefined ? undefined : await artifactIn(outDir, made.sdist);
    const artifacts = [wheel, ...(sdist === undefined ? [] : [sdist])];
    if (await files.has(outDir)) await files.refuseUnlessFolder(outDir); // the build may have made a link of it
    const copy = copyTo === undefined ? { changes: [], notes: [] } : await aloneIn(copyTo, wheel, files);
    const builder = generator === undefined ? '' : ` and ${generator}`;
    return {
      notes: [
        `Built by Python ${interpreter.version}${builder}, with SOURCE_DATE_EPOCH=${commit.epoch}.`,
        ...(verify ? ['A second build gave the same bytes.'] : []),
        ...copy.notes,
      ],
      products: [
        ...(await Promise.all(artifacts.map((one) => files.place(one, one.path)))),
        await files.place(checksumFile(artifacts), checksumsOf(outDir)),
      ],
      changes: copy.changes,
      outputs: {
        wheel: wheel.path,
        sdist: sdist?.path,
        name,
        version,
        sha256: wheel.digest.replace('sha256:', ''),
        supportedPythons: supportedPythons(made.metadata),
        checksums: checksumsOf(outDir),
      },
      facts: () => [{ name: 'Package', value: `${name} ${version}` }, ...artifactFacts(artifacts)],
    };
  },
});

/** What was built, on its way into a folder. */
const artifactIn = async (folder: string, { name, bytes }: Product): Promise<Artifact & BuiltFile> => ({
  path: join(folder, name),
  ...builtFile(bytes),
});
