import { join } from 'node:path';
import { searchPathWith } from '../support/tool.ts';
import type { Chapter, Stage, System } from './stage.ts';

const modules = ['cloud-api-adaptor', 'cloud-providers', 'csi-wrapper', 'peerpod-ctrl', 'webhook'];

/** The tags of all modules in a version. */
export const moduleTags = (version: string): readonly string[] => modules.map((name) => `src/${name}/${version}`);

export const cloudApiAdaptor: System = {
  repository: 'confidential-containers/cloud-api-adaptor',
  folder: join(import.meta.dirname, '../../action-examples/cloud-api-adaptor'),
  tags: ['v0.7.0', ...moduleTags('v0.7.0')],
  image: 'confidential-containers/cloud-api-adaptor',
  issue: 'The next release',
  go: {
    importPath: 'github.com/confidential-containers/cloud-api-adaptor',
    upstream: [join(import.meta.dirname, 'upstream/kata-containers')],
  },
  runner: async () => ({ PATH: await searchPathWith('gh', 'go') }),
};

/** The upstream releases for the release that is performed here. */
const released = {
  'kata-containers': '3.8.0',
  'guest-components': '4df0a54ec3d7d2c1d8cb2f2b9a4b1a3f7b0c5e61',
  trustee: 'v0.9.0',
  operator: 'v0.9.0',
};

/** The whole release: who starts which workflow, and merges what. A candidate can be tested with a commit of Kata Containers. */
export function chaptersOf(
  tag: string,
  candidate = `${tag}-alpha.1`,
  kata = released['kata-containers'],
): readonly Chapter[] {
  const inputs = { tag: candidate, ...released, 'kata-containers': kata };
  const ask = (stage: Stage) => stage.dispatch('candidate.yml', { ...inputs, issue: stage.issue });
  return [
    {
      title: 'The versions that were released upstream are pinned',
      perform: async (stage) => {
        await ask(stage);
        await stage.checkAndMerge('guard.yml');
      },
    },
    {
      // Why: docs/decisions.md D31
      title: `The candidate ${candidate} is there to be tested, and main is frozen`,
      perform: async (stage) => {
        await ask(stage);
        await stage.imagesAreBuilt(candidate);
      },
    },
    {
      title: 'The image that was tested is pinned in every overlay',
      perform: async (stage) => {
        await stage.dispatch('pin.yml', { candidate });
        await stage.checkAndMerge('guard.yml');
      },
    },
    {
      title: `${tag} is released`,
      perform: async (stage) => {
        await stage.dispatch('release.yml', { tag, issue: stage.issue });
        await stage.pushed('release.yml', tag);
      },
    },
    {
      title: 'main is thawed, and goes on with development',
      perform: async (stage) => {
        await stage.dispatch('post-release.yml', { tag });
        await stage.checkAndMerge('guard.yml');
      },
    },
  ];
}
