import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { helmPath } from '../support/helm.ts';
import { imageBuilder } from '../support/image-builder.ts';
import { offlineBuilds } from '../support/python-projects.ts';
import type { Chapter, System } from './stage.ts';

const folder = join(import.meta.dirname, '../../action-examples/ignition-driver');
const values = 'helm/demo-driver/values.yaml';

export const ignitionDriver: System = {
  repository: 'org/demo-driver',
  folder,
  tags: ['1.0.0'],
  image: 'org/demo-driver',
  async filesFor(registry) {
    const text = await readFile(join(folder, values), 'utf8');
    return { [values]: text.replace('ghcr.io', registry) };
  },
  async runner(registry) {
    return {
      ...(await offlineBuilds()),
      ...(await imageBuilder(registry, { python: '3.12-slim', path: await helmPath() })),
    };
  },
};

/** The whole release: who starts which workflow, and what starts the others. */
export const chaptersOf = (version: string): readonly Chapter[] => [
  {
    title: 'The version is in all files, and the commit has a tag',
    perform: async (stage) => {
      await stage.dispatch('release.yml', { version });
      await stage.rehearsePushOf(version);
    },
  },
  {
    title: 'Wheel, docs, image and chart are built and published',
    perform: async (stage) => {
      if (stage.isRehearsal) await stage.dispatch('publish.yml', { tag: version });
      else await stage.pushed('publish.yml', version);
    },
  },
  {
    title: 'main goes on with the next development version',
    perform: async (stage) => {
      if (stage.isRehearsal) await stage.dispatch('next.yml', { tag: version });
      else await stage.published('next.yml', version);
    },
  },
];
