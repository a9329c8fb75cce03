import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScratchGitHub } from '../support/github.ts';
import { merge, onMain } from '../support/merge.ts';
import type { Files } from '../support/repository.ts';
import * as drivers from './drivers.ts';
import type { Driver } from './drivers.ts';
import type { Chapter } from './stage.ts';
import { people } from './tokens.ts';

const driver = drivers.driver({
  example: 'os-vim-driver',
  name: 'os-vim-driver',
  module: 'osvimdriver',
  tags: ['1.0.0'],
});

/** The driver as it was after 1.0.0: all work is done on main, and the chart has its versions. */
export const osVimDriver: Driver = {
  ...driver,
  async since(project) {
    await workOn(project, 'main');
    await onMain(project);
  },
};

/** The driver as it is today: work is done on develop, and the chart has placeholders. */
export const osVimDriverToday: Driver = {
  ...driver,
  tags: ['3.5.4'],
  async filesFor(registry) {
    const fixtures = join(import.meta.dirname, '../fixtures/IBM__openstack-vim-driver/3.5.4');
    const paths = ['CHANGELOG.md', 'MANIFEST.in', 'helm/os-vim-driver/Chart.yaml', 'helm/os-vim-driver/values.yaml'];
    const texts = paths.map(async (path) => {
      const text = await readFile(join(fixtures, path), 'utf8');
      return [path, text.replace('icr.io/cp4na-drivers', `${registry}/org`)] as const;
    });
    const info = await readFile(join(fixtures, 'osvimdriver/pkg_info.json'), 'utf8');
    const files = { ...(await driver.filesFor?.(registry)), ...Object.fromEntries(await Promise.all(texts)) };
    return { ...files, ...withoutVersionsOfChart(files), 'osvimdriver/pkg_info.json': info };
  },
  async since(project) {
    const info = '{"version": "3.5.5.dev0", "ignition-version": "3.6.3"}';
    await project.commit('Set next development version', { 'osvimdriver/pkg_info.json': info });
    await project.push('HEAD:refs/heads/develop');
    await workOn(project, 'develop');
  },
};

/** What a project changes in the workflows if its chart has placeholders. */
const withoutVersionsOfChart = (files: Files): Files =>
  Object.fromEntries(
    ['publish.yml', 'guard.yml'].map((name) => {
      const path = `.github/workflows/${name}`;
      const text = String(files[path]).replace(', docker.version: {pep440} }', ' }');
      return [path, text.replace(/^ *helm\/os-vim-driver\/Chart\.yaml: .*\n/m, '')];
    }),
  );

/** A feature that was merged, and a fault whose issue was closed. */
async function workOn(project: ScratchGitHub, base: string): Promise<void> {
  const ask = (request: string, body: object) => project.ask(request, { token: people.admin, body });
  for (const name of ['enhancement', 'bug']) await ask('POST …/labels', { name, color: 'a2eeef' });
  await merge(project, 'Read stacks faster', { base, labels: ['enhancement'], token: people.admin });
  const { body } = await ask('POST …/issues', { title: 'A stack without a name is not found', labels: ['bug'] });
  await ask(`PATCH …/issues/${body.number}`, { state: 'closed' });
}

/** The release of a version that needs a newer Ignition. */
export const chaptersOf = (version: string): readonly Chapter[] => {
  const [release, publication, next] = drivers.chaptersOf(version, { 'ignition-version': '==1.1.0' });
  return [release, publication, verification(version), next];
};

/** The release of today: develop is prepared and merged first, and goes on with a newer Ignition afterwards. */
export const chaptersOfToday = (version: string): readonly Chapter[] => {
  const [release, publication] = drivers.chaptersOf(version);
  return [
    {
      title: 'develop has the development version and the changelog of the release',
      perform: async (stage) => void (await stage.dispatch('prepare.yml', { version })),
    },
    {
      title: 'develop is merged to main',
      perform: async (stage) => {
        await stage.ask('POST …/pulls', { body: { title: `Release ${version}`, head: 'develop', base: 'main' } });
        await stage.checkAndMerge('guard.yml');
      },
    },
    release,
    publication,
    verification(version),
    {
      title: 'develop goes on with the next version',
      perform: async (stage) => void (await stage.dispatch('next.yml', { tag: version, 'ignition-version': '3.7.0' })),
    },
  ];
};

const verification = (version: string): Chapter => ({
  title: 'The release is compared with what its commit makes',
  perform: (stage) => stage.published('verify.yml', version),
});
