import { posix } from 'node:path';
import type { HelmRelease } from '../../src/domain/charts/helm-release.ts';
import type { Edit } from '../../src/domain/edits/edit.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import type { DeclaredRegistry } from '../../src/domain/images/declared-registry.ts';
import { artifactFacts, checksumFile } from '../../src/plans/artifacts.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { fetchDependencies, packaged } from './packaging.ts';
import type { Dependencies, PackagedChart } from './packaging.ts';
import { publicationOf, pushed } from './publication.ts';
import { sourcesIn } from './sources.ts';

/** A chart that was packaged, for the output. */
export type Package = {
  readonly chart: string;
  readonly folder: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
  readonly reference?: string;
  readonly digest: string;
};

type Wanted = {
  readonly chart: readonly string[];
  readonly version: string | undefined;
  readonly appVersion: string | undefined;
  readonly values: readonly Edit[];
  readonly registry: string | undefined;
  readonly registries: readonly DeclaredRegistry[];
  readonly helmVersion: HelmRelease | undefined;
  readonly helmMirror: string;
  readonly lint: boolean;
  readonly dependencies: Dependencies;
  readonly outDir: string;
};

/** Packages the charts of a commit, and says what is to be pushed. */
export async function planOf(inputs: Wanted, { epoch }: { readonly epoch: number }, world: World) {
  const { chart: globs, version, appVersion, values, registry: place, registries, lint, dependencies, outDir } = inputs;
  const helm = await world.helm();
  const workshop = await helm.workshop(inputs.helmVersion, inputs.helmMirror);
  const [program, sources] = await together([
    workshop.program,
    sourcesIn(workshop, { globs, version, appVersion, values, outDir }, world),
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
}

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
