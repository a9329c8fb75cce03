import { isDeepStrictEqual } from 'node:util';
import { isMadeUp } from './images/made-up.ts';
import { isSignature, isSignatureTag } from '../domain/images/signature.ts';
import type { Manifest as StoredManifest } from '../embedded/registry/core/manifest.ts';
import type { Registry } from '../embedded/registry/server.ts';
import type { GitHub, RepositoryRecord } from '../embedded/github/server.ts';
import { latestRelease } from '../embedded/github/releases/latest-release.ts';
import type { Commit, ImageRepository, Manifest, Notice, Pull, Ref, Release, World } from './chronicle.ts';

/** The servers of a release. */
export type Servers = {
  readonly github: GitHub;
  /** The one that is released comes first. */
  readonly repositories: readonly [Repository, ...Repository[]];
  readonly registries: readonly Registry[];
};

type Repository = {
  /** `owner/name` */
  readonly name: string;
  /** The output of git in the bare repository. */
  readonly git: (...args: readonly string[]) => Promise<string>;
};

/** The commits of a graph. Older ones are left out. */
const mostCommits = 100;

/** What the servers hold before a release. */
export type Before = { readonly refs: readonly Omit<Ref, 'isNew'>[]; readonly images: readonly ImageRepository[] };

export async function beforeRelease({ repositories, registries }: Servers): Promise<Before> {
  return { refs: await refsOf(repositories[0]), images: registries.flatMap(imagesOf) };
}

/** What is on the servers. Images that were there before, such as base images, are left out. */
export async function worldOf({ github, repositories, registries }: Servers, before: Before): Promise<World> {
  const [own] = repositories;
  const records = repositories.map((one) => ({ ...one, record: github.repository(one.name) }));
  const refs = await refsOf(own);
  const isKnown = ({ kind, name, commit }: Omit<Ref, 'isNew'>) =>
    before.refs.some((one) => one.kind === kind && one.name === name && one.commit === commit);
  const pulls = await Promise.all(records.map(pullsOf));
  return {
    commits: await commitsOf(own),
    refs: refs.map((ref) => ({ ...ref, isNew: !isKnown(ref) })),
    pulls: pulls.flat(),
    releases: releasesOf(github.repository(own.name)),
    images: registries.flatMap(imagesOf).filter((now) => !before.images.some((one) => isDeepStrictEqual(one, now))),
    notices: records.flatMap(({ record }) => noticesOf(record)),
  };
}

/** The branches and tags of a repository, with the commits they lead to. */
async function refsOf({ git }: Pick<Repository, 'git'>): Promise<readonly Omit<Ref, 'isNew'>[]> {
  const commit = '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  const format = `--format=%(refname)%00${commit}%00%(objecttype)%00%(contents)%01`;
  const listed = await git('for-each-ref', format, 'refs/heads', 'refs/tags');
  return listed.split('\u0001').flatMap((line) => {
    const [ref = '', sha = '', type, message = ''] = line.trimStart().split('\0');
    if (sha === '') return [];
    const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    return { kind, name, commit: sha, ...(type === 'tag' && { message: message.trim() }) } as const;
  });
}

async function commitsOf({ git }: Repository): Promise<readonly Commit[]> {
  const format = '--format=%H%x00%P%x00%s%x00%an%x00%cI';
  const log = await git('log', '--branches', '--tags', '--topo-order', `--max-count=${mostCommits}`, format);
  return log.split('\n').map((line) => {
    const [sha = '', parents = '', subject = '', author = '', at = ''] = line.split('\0');
    return { sha, parents: parents.split(' ').filter((parent) => parent !== ''), subject, author, at };
  });
}

type Recorded = Repository & { readonly record: RepositoryRecord };

async function pullsOf({ name: repository, git, record }: Recorded): Promise<readonly Pull[]> {
  const proposed = [...record.issues.values()].flatMap(({ pull, ...issue }) =>
    pull === undefined ? [] : [{ ...issue, pull }],
  );
  return Promise.all(
    proposed.map(async ({ number, title, body = '', author, state, pull }) => ({
      repository,
      number,
      title,
      body,
      author,
      state: pull.merged === undefined ? state : ('merged' as const),
      head: pull.head.branch,
      base: pull.base.branch,
      commit: pull.merged?.commit ?? pull.head.sha,
      diff: await git('diff', '--no-ext-diff', '--no-color', `${pull.base.sha}...${pull.head.sha}`),
    })),
  );
}

function releasesOf(record: RepositoryRecord): readonly Release[] {
  const latest = latestRelease(record);
  return record.releases.map((one) => ({
    tag: one.tag,
    name: one.name ?? '',
    state: one.isDraft ? 'draft' : one.isPrerelease ? 'prerelease' : one.id === latest?.id ? 'latest' : 'release',
    author: one.author,
    at: one.publishedAt ?? one.createdAt,
    notes: one.body ?? '',
    assets: one.assets
      .map(({ name, label = '', size, digest = '' }) => ({ name, label, size, digest }))
      .toSorted((left, right) => left.name.localeCompare(right.name)), // they are uploaded at once
  }));
}

/** The repositories of a registry, and in each what has a tag and what belongs to that. */
function imagesOf(registry: Registry): readonly ImageRepository[] {
  return registry.repositories.map((name) => {
    const { tags, manifests } = registry.repository(name);
    const stored = manifests.flatMap((digest) => registry.manifest(name, digest) ?? []);
    return { name, tags, manifests: stored.map((one) => manifestOf(one, tags)) };
  });
}

function manifestOf({ digest, bytes, fields }: StoredManifest, tags: Readonly<Record<string, string>>): Manifest {
  const type = fields.artifactType ?? fields.config?.mediaType ?? '';
  const named = Object.keys(tags).filter((tag) => tags[tag] === digest);
  const ofTag = named.map((tag) => /^(sha256)-([0-9a-f]{64})\.\w+$/.exec(tag)).find((found) => found !== null);
  const subject = fields.subject?.digest ?? (ofTag && `${ofTag[1]}:${ofTag[2]}`);
  const platforms = (fields.manifests ?? []).flatMap(({ platform }) => platform ?? []);
  const kind = isSignature(type) || named.some(isSignatureTag) ? 'signature' : kinds[type];
  const made = isMadeUp(fields) ? 'made-up ' : '';
  return {
    digest,
    kind: `${made}${kind ?? (fields.manifests === undefined ? type : 'index')}`,
    size: bytes.length,
    platforms: platforms.map(({ os, architecture }) => `${os}/${architecture}`),
    ...(subject !== undefined && { subject }),
  };
}

const kinds: Readonly<Record<string, string>> = {
  'application/vnd.oci.image.config.v1+json': 'image',
  'application/vnd.docker.container.image.v1+json': 'image',
  'application/vnd.cncf.helm.config.v1+json': 'chart',
};

/** The comments of issues, and the rules that are in force. */
function noticesOf({ issues, rulesets }: RepositoryRecord): readonly Notice[] {
  const comments = [...issues.values()].flatMap(({ number, title, comments: all }) =>
    all.map(({ author, body }) => ({ where: `Comment in #${number} ${title}`, author, text: withoutHidden(body) })),
  );
  const rules = [...rulesets.values()].filter(({ enforcement }) => enforcement === 'active');
  return [...comments, ...rules.map(({ name }) => ({ where: 'Ruleset', author: '', text: name }))];
}

const withoutHidden = (body: string) => body.replaceAll(/<!--.*?-->\n?/gs, '').trim();
