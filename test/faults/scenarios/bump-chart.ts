import { scratchRepository } from '../../support/repository.ts';
import { snapshotOfFiles } from '../files.ts';
import type { Scenario } from '../scenario.ts';

const chart = (name: string, version: string, rest = '') =>
  `apiVersion: v2\nname: ${name} # the chart\nversion: ${version}\nappVersion: "v${version}"\n${rest}`;
const onLibrary = (version: string) =>
  `dependencies:\n  - name: library\n    version: ${version}\n    repository: file://../library\n`;
const values = (tag: string) => `image:\r\n  tag: ${tag}\r\n`;

const charts = (version: string) => ({
  'deploy/driver/Chart.yaml': chart('driver', version, onLibrary(version)),
  'deploy/driver/values.yaml': values(`v${version}`),
  'deploy/library/Chart.yaml': chart('library', version),
  'deploy/library/values.yaml': values(`v${version}`),
});

export const scenarios: readonly Scenario[] = [
  {
    title: 'two charts, one of which depends on the other',
    async arrange() {
      const repo = await scratchRepository(charts('0.1.0'));
      return {
        checkout: repo,
        inputs: {
          chart: 'deploy/*',
          version: '0.2.0',
          'app-version': 'v0.2.0',
          values: 'image.tag=v0.2.0',
          dependencies: 'library',
        },
        snapshot: () => snapshotOfFiles(repo.folder),
        expected: charts('0.2.0'),
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
