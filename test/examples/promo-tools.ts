import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'yaml';
import { addImage } from '../support/registry.ts';
import { searchPathWith } from '../support/tool.ts';
import type { Chapter, Stage, System } from './stage.ts';

const folder = join(import.meta.dirname, '../../action-examples/promo-tools');
const realLists = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io/576d58a4');
const prowJobs = join(import.meta.dirname, 'upstream/test-infra');

/** Where the list of images and its promoter manifest are. */
export const list = 'registry.k8s.io/images/k8s-staging-artifact-promoter/images.yaml';
const manifest = 'registry.k8s.io/manifests/k8s-staging-artifact-promoter/promoter-manifest.yaml';

export const promoTools: System = {
  repository: 'kubernetes-sigs/promo-tools',
  folder,
  tags: ['v4.5.1'],
  image: 'gcr.io/k8s-staging-artifact-promoter/kpromo',
  isSigned: true,
  others: {
    'kubernetes/k8s.io': {
      // The real list. Its registries are all at the one of the stage.
      files: async (registry) => {
        const text = await readFile(join(realLists, manifest), 'utf8');
        return {
          [list]: await readFile(join(realLists, list), 'utf8'),
          [manifest]: text.replaceAll(/(?<=name: )(?=\S)/g, `${registry}/`),
        };
      },
    },
    'kubernetes/test-infra': { branch: 'master', files: () => filesOf(prowJobs, 'config/**/*.yaml') },
  },
  /** Instead of public registries, the workflows name that of the stage. registry.k8s.io leads to a region of production. */
  async filesFor(registry) {
    const workflows = Object.entries(await filesOf(folder, '.github/workflows/{promote,publish,finish}.yml'));
    const here = (text: string) =>
      text
        .replaceAll('from: gcr.io', `from: ${registry}/gcr.io`)
        .replaceAll('images: registry.k8s.io', `images: ${registry}/us-west1-docker.pkg.dev/k8s-artifacts-prod/images`);
    return Object.fromEntries(workflows.map(([path, text]) => [path, here(text)]));
  },
  runner: async () => ({ PATH: await searchPathWith('gh') }),
};

async function filesOf(cwd: string, pattern: string): Promise<Record<string, string>> {
  const paths = await Array.fromAsync(glob(pattern, { cwd }));
  const texts = paths.map(async (path) => [path, await readFile(join(cwd, path), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** The whole release: who starts which workflow, and who merges what. */
export const chaptersOf = (tag: string): readonly Chapter[] => [
  {
    title: 'The release has a tracking issue, and the version is in every file',
    perform: async (stage) => {
      await stage.dispatch('prepare.yml', { tag });
      await stage.checkAndMerge('guard.yml');
    },
  },
  {
    title: 'The merged commit has a signed tag',
    perform: async (stage) => {
      await stage.dispatch('release.yml', { tag });
    },
  },
  {
    title: 'The staged image is proposed for promotion, and the release drafted',
    perform: async (stage) => {
      if (stage.isRehearsal) await cloudBuild(stage, tag); // a rehearsal waits for nothing
      const promoting = stage.isRehearsal ? stage.dispatch('promote.yml', { tag }) : stage.pushed('promote.yml', tag);
      await Promise.race([promoting, isAwaited(stage)]);
      if (!stage.isRehearsal) await cloudBuild(stage, tag);
      await promoting;
      await stage.mergeIn('kubernetes/k8s.io');
      await stage.promoterRuns();
    },
  },
  {
    title: 'Production has the image with the signature of the promoter, and the release is published',
    perform: async (stage) => {
      await stage.dispatch('publish.yml', { tag });
    },
  },
  {
    title: 'The Prow jobs get the new image',
    perform: async (stage) => {
      if (stage.isRehearsal) await stage.dispatch('rollout.yml', { tag });
      else await stage.published('rollout.yml', tag);
      await stage.mergeIn('kubernetes/test-infra');
    },
  },
  {
    title: 'The release is announced, and its issue closed',
    perform: async (stage) => {
      await stage.dispatch('finish.yml', { tag });
    },
  },
];

/** Ends when a workflow has asked for the staged image. */
async function isAwaited({ registry }: Stage): Promise<void> {
  while (registry.requests.length === 0) await setTimeout(50);
}

/** Cloud Build does at a tag what cloudbuild.yaml says: it pushes one image with several tags to staging. */
export async function cloudBuild(stage: Stage, tag: string): Promise<void> {
  const { images, substitutions } = parse(await stage.atTag('show', `${tag}:cloudbuild.yaml`)) as CloudBuild;
  const values: Readonly<Record<string, string>> = {
    ...substitutions,
    PROJECT_ID: 'k8s-staging-artifact-promoter',
    _GIT_TAG: `v20260101-${tag}`,
  };
  for (const image of images) {
    const name = image.replaceAll(/\$(\w+)/g, (_, variable: string) => values[variable] ?? '');
    const [repository = '', version = ''] = name.split(':');
    await addImage(stage.registry, repository, { layers: [`kpromo ${tag}`], tag: version });
  }
}

type CloudBuild = { readonly images: readonly string[]; readonly substitutions: Readonly<Record<string, string>> };
