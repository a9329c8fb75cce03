import { posix } from 'node:path';
import { chartVersion } from '../../src/domain/charts/chart.ts';
import { parseHelmMirror, parseHelmRelease } from '../../src/domain/charts/helm-release.ts';
import { parseChartRegistry } from '../../src/domain/charts/registry-address.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { artifactFacts, checksumFile } from '../../src/plans/artifacts.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { imageInputs } from '../../src/runtime/image-inputs.ts';
import { choice, flag, input, path, text } from '../../src/runtime/input.ts';
import { json } from '../../src/runtime/output.ts';
import { together } from '../../src/world/parallel.ts';
import { fetchDependencies, packaged } from './packaging.ts';
import type { PackagedChart } from './packaging.ts';
import { publicationOf, pushed } from './publication.ts';
import { sourcesIn } from './sources.ts';

type Package = {
  readonly chart: string;
  readonly folder: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
  readonly reference?: string;
  readonly digest: string;
};

export default defineAction({
  name: 'Helm package',
  description:
    'Package Helm charts with the same bytes on every machine, and push them to a registry. With mode: check, compare a registry with the source.',
  example: '--chart deploy/chart --version 0.3.0 --registry oci://ghcr.io/org/charts --mode check',
  inputs: {
    chart: path('Chart folders, or globs of chart folders, one per line.').list(),
    version: input(
      'The version of the charts, with or without v. Default: the one in Chart.yaml.',
      chartVersion,
    ).optional(),
    appVersion: text('The appVersion of the charts, verbatim. Default: the one in Chart.yaml.').optional(),
    registry: input(
      'The registry and the path below which the charts are pushed, such as oci://ghcr.io/org/charts. Default: they are not pushed.',
      parseChartRegistry,
    ).optional(),
    registries: imageInputs.registries,
    helmVersion: input(
      'The release of Helm to install, such as v3.22.0, or v3.22.0@sha256:… with the checksum of its archive. Default: the helm in PATH.',
      parseHelmRelease,
    ).optional(),
    helmMirror: input('The address below which the archives of Helm are.', parseHelmMirror).or('https://get.helm.sh'),
    lint: flag('Whether helm lint has to pass.', 'true'),
    dependencies: choice(
      'What is done for the dependencies: build fetches what Chart.lock says, update what Chart.yaml allows today.',
      ['build', 'update', 'none'],
    ).or('build'),
    outDir: path('The folder for the archives. It is made if it is missing.').or('dist'),
  },
  outputs: {
    packages: json<readonly Package[]>(
      'The charts: chart, folder, version, path, sha256, and as a registry has them: reference, digest.',
    ),
    checksums: 'The path of a file with the checksums of the archives, for subject-checksums of actions/attest.',
  },
  async plan(inputs, world) {
    const { chart: globs, version, appVersion, registry: place, registries, lint, dependencies, outDir } = inputs;
    const helm = await world.helm();
    const workshop = await helm.workshop(inputs.helmVersion, inputs.helmMirror);
    const [program, { epoch }, sources] = await together([
      workshop.program,
      world.git.commits.find('HEAD'),
      sourcesIn(workshop, { globs, version, appVersion, outDir }, world),
    ]);
    await fetchDependencies(workshop, sources.all, { dependencies, epoch });
    const archives = await world.archives();
    const charts: PackagedChart[] = [];
    for (const { folder } of sources.all.filter((one) => sources.given.includes(one.folder))) {
      if (lint) await workshop.run('lint', folder, 'Correct what helm lint has found, or set lint: false.');
      charts.push(await packaged(folder, { workshop, archives, epoch }));
    }
    refuseSameName(charts);
    const publications = await Promise.all(
      charts.map((one) => publicationOf(one, { outDir, epoch, files: world.files })),
    );
    const registry = place === undefined ? undefined : await world.registry(registries);
    const made = await together(
      publications.map(async (one) => ({
        ...one,
        ...(registry !== undefined && place !== undefined && (await pushed(one, place, registry))),
      })),
    );
    const artifacts = made.map(({ chart, path: file, ...one }) => ({
      path: file,
      size: chart.archive.size,
      digest: chart.archive.digest,
      ...('reference' in one && { reference: `oci://${one.reference}@${one.oci.digest}`, url: one.page }),
    }));
    const sums = posix.join(outDir, `${charts.length === 1 ? charts[0]?.name : 'charts'}.sha256`);
    return {
      notes: [program.note, ...sources.notes],
      products: [
        ...(await Promise.all(made.map(({ chart, path: file }) => world.files.place(chart.archive, file)))),
        await world.files.place(checksumFile(artifacts), sums),
      ],
      changes: made.map((one) => ('change' in one ? one.change : undefined)),
      outputs: { packages: made.map(packageOf), checksums: sums },
      facts: () => artifactFacts(artifacts),
    };
  },
});

function packageOf(one: Awaited<ReturnType<typeof publicationOf>> & { readonly reference?: string }): Package {
  const { chart, path: file, oci, reference } = one;
  const { name, version } = chart.metadata;
  return {
    chart: name,
    folder: chart.folder,
    version,
    path: file,
    sha256: chart.archive.digest.replace('sha256:', ''),
    ...(reference !== undefined && { reference }),
    digest: oci.digest,
  };
}

function refuseSameName(charts: readonly PackagedChart[]): void {
  for (const [index, { name, folder }] of charts.entries()) {
    const other = charts.slice(0, index).find((one) => one.name === name);
    if (other !== undefined)
      throw new ReleaseError(`${other.folder} and ${folder} are both packaged as ${name}.`, {
        fix: 'Give one of them another name in its Chart.yaml, or package only one of them.',
      });
  }
}
