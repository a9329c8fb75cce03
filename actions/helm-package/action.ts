import { chartVersion } from '../../src/domain/charts/chart-version.ts';
import { parseHelmMirror, parseHelmRelease } from '../../src/domain/charts/helm-release.ts';
import { parseChartRegistry } from '../../src/domain/charts/registry-address.ts';
import { parseValueLine } from '../../src/domain/charts/value-line.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { imageInputs } from '../../src/runtime/image-inputs.ts';
import { choice, flag, input, path, text } from '../../src/runtime/input.ts';
import { json } from '../../src/runtime/output.ts';
import { together } from '../../src/world/parallel.ts';
import type { Package } from './plan.ts';

export default defineAction({
  name: 'Helm package',
  description:
    'Package Helm charts with the same bytes on every machine, and push them to a registry. With mode: check, compare a registry with the source.',
  example: '--chart deploy/chart --registry oci://ghcr.io/org/charts',
  inputs: {
    chart: path('Chart folders, or globs of chart folders, one per line.').list(),
    version: input(
      'The version of the charts, with or without v. Default: the one in Chart.yaml.',
      chartVersion,
    ).optional(),
    appVersion: text('The appVersion of the charts, verbatim. Default: the one in Chart.yaml.').optional(),
    values: input(
      'Values to set in values.yaml of the packaged charts, one path=value per line, such as image.tag=v1.2.0.',
      parseValueLine,
    )
      .list()
      .or(''),
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
  // Reading charts takes a YAML parser, which is loaded while git looks.
  async plan(inputs, world) {
    const [commit, { planOf }] = await together([world.git.commits.find('HEAD'), import('./plan.ts')]);
    return planOf(inputs, commit, world);
  },
});
