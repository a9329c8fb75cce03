import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runCloudBuild } from '../support/cloud-build.ts';
import { helmMirror, plainHelmFolder } from '../support/helm.ts';
import { dockerFolder } from '../support/image-builder.ts';
import { listPath, upstream } from '../support/list-proposals.ts';
import { searchPathWith } from '../support/tool.ts';
import type { Chapter, Stage, System } from './stage.ts';
import { people } from './tokens.ts';

const folder = join(import.meta.dirname, '../../action-examples/dra-example-driver');
const fixtures = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io');
const namingRegistries = [
  '.github/workflows/finish.yml',
  '.github/workflows/promote.yml',
  'cloudbuild.yaml',
  'deployments/helm/dra-example-driver/values.yaml',
];
const manifestPath = 'registry.k8s.io/manifests/k8s-staging-dra-example-driver/promoter-manifest.yaml';

/** The OWNERS of the example, who may agree. */
const owners = ['ann', 'bob', 'cleo'] as const;

export const staging = 'k8s-staging-images/dra-example-driver';
/** Where registry.k8s.io sends people. It is one of the regions. */
export const production = 'asia-east1/images/dra-example-driver';

export const draExampleDriver: System = {
  repository: 'kubernetes-sigs/dra-example-driver',
  folder,
  tags: ['v0.3.0', 'chart/0.3.0'],
  image: `${staging}/dra-example-driver`,
  hasChannel: true,
  isSigned: true,
  people: owners,
  others: {
    [upstream]: {
      files: async (registry) => ({
        [listPath]: await readFile(join(fixtures, '48628c6e', listPath), 'utf8'),
        [manifestPath]: localManifest(await readFile(join(fixtures, 'e10ab5f9', manifestPath), 'utf8'), registry),
      }),
    },
  },
  /** Instead of public registries, the files name that of the stage. registry.k8s.io leads to a region of production. */
  async filesFor(registry) {
    const texts = namingRegistries.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      const here = text
        .replaceAll('us-central1-docker.pkg.dev/k8s-staging-images', `${registry}/k8s-staging-images`)
        .replaceAll('registry.k8s.io/dra-example-driver', `${registry}/${production}`);
      return [path, here] as const;
    });
    return Object.fromEntries(await Promise.all(texts));
  },
  async runner() {
    const programs = [await dockerFolder(), await plainHelmFolder(), await searchPathWith('make')];
    return { PATH: programs.join(delimiter) };
  },
};

/** The real manifest, whose regions are folders of a registry on this machine. */
const localManifest = (text: string, registry: string): string =>
  text
    .replaceAll('us-central1-docker.pkg.dev/k8s-staging-images', `${registry}/k8s-staging-images`)
    .replaceAll(/([\w-]+)-docker\.pkg\.dev\/k8s-artifacts-prod/g, `${registry}/$1`);

/** Prow gives a pushed tag to Cloud Build. In a rehearsal no tag is pushed. */
export async function cloudBuilds(stage: Stage, tag: string): Promise<void> {
  if (stage.isRehearsal) return;
  stage.tell(`Prow lets Cloud Build run cloudbuild.yaml for ${tag}.`);
  const checkout = await stage.project.clone({
    ref: `refs/tags/${tag}`,
    depth: 0,
    token: people.writer, // the embedded git server lets nobody read without one
  });
  await checkout.git('remote', 'remove', 'origin'); // as clonerefs leaves it
  await using mirror = await helmMirror();
  await runCloudBuild({
    folder: checkout.folder,
    substitutions: {
      _GIT_TAG: `v20261130-${tag}`, // https://github.com/kubernetes/test-infra/tree/master/images/builder
      _PULL_BASE_REF: tag,
      _REPOSITORY: checkout.remote,
      _HELM_MIRROR: mirror.url,
    },
    path: [await dockerFolder()],
  });
}

/** What is released: the version of the image, that of the chart, or both. */
export type Released = { readonly image?: string; readonly chart?: string };

const tagsOf = ({ image, chart }: Released): readonly string[] => [
  ...(image === undefined ? [] : [image]),
  ...(chart === undefined ? [] : [`chart/${chart}`]),
];

/** The whole release: who starts which workflow, and what others do. */
export const chaptersOf = (released: Released): readonly Chapter[] => [
  {
    title: 'An issue proposes the release, and the chart names the image',
    perform: async (stage) => {
      await stage.dispatch('propose.yml', released);
      if (released.image === undefined) return;
      await stage.checkAndMerge('guard.yml');
      if (!stage.isRehearsal) await stage.dispatch('propose.yml', released); // the issue is to propose the merged commit
    },
  },
  {
    title: 'Two OWNERS agree, and the tags are pushed',
    perform: async (stage) => {
      for (const owner of owners.slice(0, 2)) await stage.comment(owner, '/lgtm');
      await stage.dispatch('tag.yml', released);
    },
  },
  ...tagsOf(released).map((tag) => ({
    title: `What Cloud Build has staged for ${tag} is proposed for promotion`,
    perform: async (stage: Stage) => {
      await cloudBuilds(stage, tag);
      if (stage.isRehearsal) await stage.dispatch('promote.yml', { tag });
      else await stage.pushed('promote.yml', tag);
    },
  })),
  {
    title: 'It is promoted, and the release is out',
    perform: async (stage) => {
      await stage.mergeIn(upstream);
      await stage.promoterRuns();
      await stage.dispatch('finish.yml', released);
    },
  },
];

/** The version of an image, and of a chart that is released with it. */
export const both = (image: string): Released => ({ image, chart: image.slice(1) });
