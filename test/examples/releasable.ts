import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../support/repository.ts';
import { cloudApiAdaptor } from './cloud-api-adaptor.ts';
import type { Stage } from './stage.ts';

export const tag = 'v0.8.0';
export const candidate = 'v0.8.0-alpha.1';
export const overlays = 'src/cloud-api-adaptor/install/overlays';

/** The inputs of the workflow that makes a candidate. */
export const candidateInputs = {
  'kata-containers': '3.8.0',
  'guest-components': 'a'.repeat(40),
  trustee: 'v0.9.0',
  operator: 'v0.9.0',
};

export const atCommit = (names: readonly string[], commit: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, commit]));

/** The tags of the last release, and their commit. */
export const tagsOfLastRelease = atCommit(cloudApiAdaptor.tags, 'The last release');

/** The files of a commit that can be released, as pin.yml leaves them: overlays with an image of a commit, and go.mod. */
export async function releasableFiles(image: string): Promise<Record<string, string>> {
  const cwd = cloudApiAdaptor.folder;
  const paths = await Array.fromAsync(
    glob(['src/*/go.mod', 'src/webhook/main.go', `${overlays}/*/kustomization.yaml`], { cwd }),
  );
  const texts = paths.map(async (path) => {
    const text = await readFile(join(cwd, path), 'utf8');
    const own = /(?<=confidential-containers\/\S+ )v0\.7\.0/g;
    return [path, text.replaceAll(own, tag).replace(/(?<=newTag: (dev-)?)latest/, image)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** Opens a pull request with these files, and returns its number. */
export async function openProposal(stage: Stage, work: (lastRelease: string) => Promise<Files>): Promise<number> {
  const last = await stage.origin('rev-parse', 'v0.7.0');
  await stage.project.git('switch', '--quiet', '--create', 'proposal');
  await stage.project.commit('A proposal', await work(last));
  await stage.project.push('proposal');
  const body = { title: 'A proposal', head: 'proposal', base: 'main' };
  return ((await stage.ask('POST …/pulls', { body })) as { number: number }).number;
}
