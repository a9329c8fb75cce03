import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { helmPath } from '../support/helm.ts';
import { dockerPrograms, imageBuilder } from '../support/image-builder.ts';
import { offlineBuilds } from '../support/python-projects.ts';
import type { Files } from '../support/repository.ts';
import { type Chapter, Stage, type System } from './stage.ts';
import { stateOf } from './state.ts';
import { people } from './tokens.ts';

/** A driver in the form of Ignition's template. It has a wheel, docs, a chart and an image. */
export type Driver = System & {
  /** Of its image and its chart. */
  readonly name: string;
  /** The Python package, which has pkg_info.json. */
  readonly module: string;
};

type DriverOptions = Pick<Driver, 'name' | 'module' | 'tags'> & {
  /** Its folder in action-examples/. */
  readonly example: string;
};

export function driver({ example, name, module, tags }: DriverOptions): Driver {
  const folder = join(import.meta.dirname, '../../action-examples', example);
  const values = `helm/${name}/values.yaml`;
  return {
    name,
    module,
    repository: `org/${name}`,
    folder,
    tags,
    image: `org/${name}`,
    async filesFor(registry) {
      const paths = [values, '.github/workflows/publish.yml', '.github/workflows/guard.yml'];
      const texts = paths.map(async (path) => {
        const text = await readFile(join(folder, path), 'utf8');
        return [path, text.replaceAll('ghcr.io/org', `${registry}/org`)] as const;
      });
      return Object.fromEntries(await Promise.all(texts));
    },
    async runner(registry, { hasMadeUpImages = false }) {
      const path = await helmPath();
      const builder = hasMadeUpImages
        ? await dockerPrograms(path)
        : await imageBuilder(registry, { python: '3.12-slim', path });
      return { ...(await offlineBuilds()), ...builder };
    },
  };
}

/** The whole release: who starts which workflow, with which inputs beside the version, and what starts the others. */
export const chaptersOf = (
  version: string,
  inputs: Readonly<Record<string, string>> = {},
): readonly [Chapter, Chapter, Chapter] => [
  {
    title: 'The version is in all files, and the commit has a tag',
    perform: async (stage) => {
      await stage.dispatch('release.yml', { version, ...inputs });
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
    title: 'The development goes on with the next version',
    perform: async (stage) => {
      if (stage.isRehearsal) await stage.dispatch('next.yml', { tag: version });
      else await stage.published('next.yml', version);
    },
  },
];

/** The versions in the files of a commit: pkg_info.json, values.yaml, and both of Chart.yaml. */
export async function versionsAt(stage: Stage, { name, module }: Driver, ref: string): Promise<readonly unknown[]> {
  const read = async (path: string) => parse(await stage.origin('show', `${ref}:${path}`));
  const [info, values, chart] = [
    await read(`${module}/pkg_info.json`),
    await read(`helm/${name}/values.yaml`),
    await read(`helm/${name}/Chart.yaml`),
  ];
  return [info.version, values.docker.version, chart.version, chart.appVersion];
}

type Asset = { readonly name: string; readonly url: string };

/** The files of a release, by name. */
export async function assetsOf(stage: Stage, version: string): Promise<readonly Asset[]> {
  const { assets: all } = (await stage.ask(`GET …/releases/tags/${version}`)) as { assets: readonly Asset[] };
  return all.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The bytes of a file that is attached to a release. */
export async function attached(stage: Stage, version: string, end: string): Promise<Buffer> {
  const asset = (await assetsOf(stage, version)).find(({ name }) => name.endsWith(end));
  const headers = { accept: 'application/octet-stream', authorization: `Bearer ${people.admin}` };
  return Buffer.from(await (await fetch(asset?.url ?? '', { headers })).arrayBuffer());
}

/** Rehearses a release with mode: local. What the world was before, what it is afterwards, and what was written. */
export async function rehearsed(system: System, chapters: readonly Chapter[]) {
  await using stage = await Stage.open(system, { isRehearsal: true, hasMadeUpImages: true });
  const before = await stateOf(stage);
  for (const { perform } of chapters) await perform(stage);
  const writes = [...stage.writes];
  await stage.endRehearsal();
  return { before, after: await stateOf(stage), writes };
}

/** Pushes a tag at a commit whose files have another version. Why it stops, and what was released and written. */
export async function taggedTooEarly(system: System, version: string) {
  await using stage = await Stage.open(system);
  await stage.project.pushTag(version);
  const failure = await stage.pushed('publish.yml', version).catch((error: unknown) => String(error));
  return { failure, releases: (await stateOf(stage)).releases, writes: stage.writes };
}

/** Opens a pull request, and runs its checks. */
export async function checkProposal(stage: Stage, title: string, files: Files) {
  await stage.project.git('switch', '--quiet', '--create', title, 'origin/main');
  await stage.project.commit(title, files);
  await stage.project.push(title);
  const { number } = (await stage.ask('POST …/pulls', { body: { title, head: title, base: 'main' } })) as {
    number: number;
  };
  return stage.check('guard.yml', number);
}
