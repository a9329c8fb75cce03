import { scratchRepository } from '../../support/repository.ts';
import { snapshotOfFiles } from '../files.ts';
import type { Scenario } from '../scenario.ts';

const overlay = (tag: string) => `images:\n  - name: adaptor # pinned\n    newTag: ${tag}\n`;

const before = {
  VERSION: '1.0.0\n',
  'driver/pkg_info.json': '{\r\n  "version": "1.0.0",\r\n  "name": "driver"\r\n}\r\n',
  'overlays/aws/kustomization.yaml': overlay('v1.0.0'),
  'overlays/gcp/kustomization.yaml': overlay('v1.0.0'),
  'docs/install.md': 'Install 1.0.0.\n',
  'build/versions.sh': 'ADAPTOR=1.0.0\n',
  'dependencies.yaml':
    "dependencies:\n  - name: adaptor\n    version: 1.0.0\n    refPaths:\n      - path: build/versions.sh\n        match: 'ADAPTOR='\n",
};

const after = {
  VERSION: '1.1.0\n',
  'driver/pkg_info.json': before['driver/pkg_info.json'].replace('1.0.0', '1.1.0'),
  'overlays/aws/kustomization.yaml': overlay('v1.1.0'),
  'overlays/gcp/kustomization.yaml': overlay('v1.1.0'),
  'docs/install.md': 'Install 1.1.0.\n',
  'build/versions.sh': 'ADAPTOR=1.1.0\n',
  'dependencies.yaml': before['dependencies.yaml'].replace('1.0.0', '1.1.0'),
};

const pinned = overlay('6d7d2a3fe8243809b3c3a710792c8498292e2fc3');

export const scenarios: readonly Scenario[] = [
  {
    title: 'values, texts and a dependency in seven files',
    async arrange() {
      const repo = await scratchRepository(before);
      return {
        checkout: repo,
        inputs: {
          values: [
            'VERSION: 1.1.0',
            'driver/pkg_info.json: { version: 1.1.0 }',
            "'overlays/*/kustomization.yaml': { 'images[name=adaptor].newTag': v1.1.0 }",
          ].join('\n'),
          replace: 'docs/*.md: 1.0.0 => 1.1.0',
          'dependencies-file': 'dependencies.yaml',
          dependencies: 'adaptor=1.1.0',
        },
        snapshot: () => snapshotOfFiles(repo.folder),
        expected: after,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'values as they were at a tag',
    async arrange() {
      const repo = await scratchRepository(before);
      await repo.tag('v1.0.0');
      await repo.commit('Pin', {
        'overlays/aws/kustomization.yaml': pinned,
        'overlays/gcp/kustomization.yaml': pinned,
      });
      return {
        checkout: repo,
        inputs: { values: "'overlays/*/kustomization.yaml': { 'images[name=adaptor].newTag': '' }", from: 'v1.0.0' },
        snapshot: () => snapshotOfFiles(repo.folder),
        expected: before,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
