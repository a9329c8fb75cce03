import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passwordOf } from '../../embedded/git/access.ts';
import type { GitRequest } from '../../embedded/git/server.ts';
import type { RepositoryRecord } from '../../embedded/github/core/records.ts';
import { latestRelease } from '../../embedded/github/releases/latest-release.ts';
import { type Exchange, type GitHub, startGitHub, type Token } from '../../embedded/github/server.ts';
import { type Registry, startRegistry } from '../../embedded/registry/server.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Environment } from '../../world/environment.ts';
import type { Checkout } from '../checkout.ts';
import { type Image, wholeImage } from '../images/image.ts';
import type { Package } from '../chronicle.ts';
import { embeddedRepository, type NamedImage } from '../images/name.ts';
import { passwordFor } from '../images/passwords.ts';
import type { Pusher } from '../steps/found-action.ts';
import { Outside } from '../outside/outside.ts';
import type { Actor, RepositoryEvent } from '../triggers/event.ts';
import type { Level, Permissions } from '../workflow/permissions.ts';
import { botOf, type Happened, happenedIn } from './happened.ts';
import { pushEvents } from './pushes.ts';
import { acceptedBy, type RefusedRequest } from './refused.ts';
import { RegistryAccess } from './registry-access.ts';
import { RehearsedRepository } from './repository.ts';

type Tokens = Map<string, { readonly permissions: Permissions['levels'] }>;
type Parts = Pick<RehearsalServers, 'repository' | 'github' | 'registry' | 'refused' | 'access' | 'outside'> & {
  readonly tokens: Tokens;
};

type RehearsalPlace = {
  readonly root: string;
  readonly searchPath: string;
  /** The environment of the person. */
  readonly env: Environment;
};

/** The GitHub, git server and registry of a rehearsal, and what happens there. */
export class RehearsalServers implements AsyncDisposable {
  readonly repository: RehearsedRepository;
  readonly github: GitHub;
  readonly registry: Registry;
  readonly refused: RefusedRequest[];
  readonly published: Package[] = [];
  /** Called with every event, in the order in which they happen. */
  onEvent: (event: RepositoryEvent) => void = () => {};
  /** Who may push to registries. */
  readonly access: RegistryAccess;
  readonly outside: Outside;
  /** The names of the secrets that were sent to GitHub as tokens. */
  readonly secretTokens = new Set<string>();
  readonly #actors = new Map<string, Actor>();
  /** The names of secrets by their values. */
  readonly #secrets = new Map<string, string>();
  readonly #tokens: Tokens;
  readonly #drafts = new Set<unknown>();
  #refs: ReadonlyMap<string, string> = new Map();
  #turn: Promise<unknown> = Promise.resolve();

  static async start(checkout: Checkout, place: RehearsalPlace): Promise<RehearsalServers> {
    const root = join(place.root, 'remotes');
    const repository = await RehearsedRepository.prepare(checkout, root);
    const started: { servers?: RehearsalServers } = {};
    const github = await startGitHub({
      root,
      searchPath: place.searchPath,
      tokens: [],
      settings: { anonymousReads: true },
      observe: (exchange) => started.servers?.observe(exchange),
      observeGit: async (request) => started.servers?.observeGit(request),
    });
    const registry = await startRegistry({ folder: place.root });
    const refused: RefusedRequest[] = [];
    const tokens: Tokens = new Map();
    const owner = repository.name.split('/')[0] ?? '';
    const access = new RegistryAccess({ registry, owner, tokens, refused: (request) => void refused.push(request) });
    const outside = await Outside.open({
      folder: join(place.root, 'certificates'),
      env: place.env,
      github,
      registry,
      access,
      assetOf: (name, tag, file) => assetIn(github.repository(name), tag, file),
      world: () => started.servers as RehearsalServers, // no step runs before they are returned
      has: (name) => existsSync(join(root, `${name}.git`)),
    });
    started.servers = new RehearsalServers({ repository, github, registry, refused, tokens, access, outside });
    return started.servers;
  }

  private constructor(parts: Parts) {
    this.repository = parts.repository;
    this.github = parts.github;
    this.registry = parts.registry;
    this.refused = parts.refused;
    this.access = parts.access;
    this.outside = parts.outside;
    this.#tokens = parts.tokens;
  }

  /** A token that can do exactly this in the repository. */
  admit(actor: Actor & { readonly kind: 'job' | 'app' }, permissions: Permissions['levels']): string {
    const token = newToken();
    const { login, kind } = actor;
    this.github.admit({ token, login, kind, permissions, repositories: [this.repository.name] });
    this.#actors.set(token, actor);
    this.#tokens.set(token, { permissions });
    return token;
  }

  isPassword(registry: string, password: string): boolean {
    return this.access.knows(registry, password);
  }

  /** Puts an image into the registry. The names of other registries become a part of the name of the repository. */
  async pushImage(names: readonly NamedImage[], image: Image, pusher: Pusher): Promise<void> {
    for (const name of names) {
      const password = pusher.password ?? (await passwordFor(pusher.env, name.registry));
      const refusal = this.access.refusal({ ...name, password, isSure: pusher.room.leftOut.length === 0 });
      if (refusal !== undefined)
        throw new ReleaseError(
          `The push to ${name.registry}/${name.repository} was refused: ${refusal.status} ${refusal.message}.`,
          { fix: fixes[refusal.message] },
        );
      await this.haveImage(name, image);
    }
  }

  /** Puts an image into the registry that is there before the release, or that somebody may push. */
  async haveImage(name: NamedImage, image: Image): Promise<void> {
    const repository = embeddedRepository(name);
    const tag = name.digest === undefined ? (name.tag ?? 'latest') : undefined;
    for (const blob of image.blobs.values()) await this.registry.addBlob(repository, blob);
    for (const { mediaType, digest, bytes } of image.manifests)
      this.registry.addManifest(repository, bytes, {
        mediaType,
        ...(tag !== undefined && digest === image.root.digest && { tag }),
      });
  }

  /** An image of the registry; undefined if it is not there. */
  async readImage(name: NamedImage): Promise<Image | undefined> {
    const repository = embeddedRepository(name);
    const digest = name.digest ?? this.registry.repository(repository).tags[name.tag ?? 'latest'];
    const root = digest === undefined ? undefined : this.registry.manifest(repository, digest);
    if (root === undefined) return undefined;
    return wholeImage(root, async (part, kind) =>
      kind === 'blob' ? this.registry.blob(repository, part) : this.registry.manifest(repository, part)?.bytes,
    );
  }

  /** The token of a person who may do everything. */
  admitPerson(login: string): string {
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    const person: Token = { token, login, kind: 'classic', scopes: ['repo', 'workflow'], role: 'admin' };
    this.github.admit(person);
    this.#actors.set(token, { login, kind: 'person' });
    return token;
  }

  // Why: docs/decisions.md D90
  /** A secret counts as the token of somebody who may do everything, if it is sent to GitHub. */
  admitSecret(name: string, value: string, run: number): void {
    const login = `owner-of-${name.toLowerCase().replaceAll('_', '-')}`;
    if (this.#actors.has(value) && !this.#secrets.has(value)) return; // it is known better
    if (!this.#secrets.has(value))
      this.github.admit({ token: value, login, kind: 'classic', scopes: ['repo', 'workflow'], role: 'admin' });
    this.#secrets.set(value, name);
    this.#actors.set(value, { login, kind: 'app', run });
  }

  /** A fork of an account that has nothing else, and whose token is known, such as that of a secret. Returns its name. */
  async fork(login: string, token: string): Promise<string> {
    this.github.admit({ token, login, kind: 'classic', scopes: ['public_repo', 'workflow'], repositories: [] });
    this.#actors.set(token, { login, kind: 'app' });
    const response = await fetch(`${this.github.url}/repos/${this.repository.name}/forks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'rehearsal' },
      body: '{}',
    });
    return ((await response.json()) as { readonly full_name: string }).full_name;
  }

  /** The folder with the objects of the rehearsed repository. */
  objectsOf(repository: string): string | undefined {
    return repository === this.repository.name ? join(this.repository.folder, 'objects') : undefined;
  }

  /** Shows at the end that a registry of packages would get this file. */
  publish(file: Package): void {
    this.published.push(file);
  }

  /** Somebody publishes a release on GitHub's page, which makes the tag if it is not there. */
  async release(tag: string, commit: string): Promise<void> {
    const response = await fetch(`${this.github.url}/repos/${this.repository.name}/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.admitPerson('you')}`, 'user-agent': 'rehearsal' },
      body: JSON.stringify({ tag_name: tag, target_commitish: commit, name: tag }),
    });
    if (response.ok) return;
    const { message } = (await response.json()) as { readonly message: string };
    throw new ReleaseError(`GitHub would not publish a release of ${tag}: ${response.status} ${message}.`, {
      fix: 'Give the name of another tag.',
    });
  }

  /** Takes the refs as they are now for known, such as after a person has pushed a tag. */
  async know(): Promise<void> {
    this.#refs = await this.repository.refs();
  }

  async observe(exchange: Exchange): Promise<void> {
    this.#seeSecret(exchange.authorization);
    if (exchange.status >= 400) this.#refuse(exchange);
    if (exchange.method === 'GET' || exchange.status >= 300) return;
    const actor = this.#actorOf(exchange.authorization);
    await this.#inTurn(async () => {
      await this.#movedRefs(actor);
      for (const happened of happenedIn(exchange, (id) => this.#drafts.delete(id))) await this.tell(happened, actor);
      const { id, draft } = (exchange.answer ?? {}) as { readonly id?: unknown; readonly draft?: boolean };
      if (draft === true) this.#drafts.add(id);
    });
  }

  async observeGit({ authorization, updates, status, service }: GitRequest): Promise<void> {
    const token = tokenIn(authorization[0]);
    this.#seeSecret(authorization[0]);
    if (status === 403 && token !== undefined && service === 'git-receive-pack')
      this.refused.push({
        request: 'git push',
        status,
        message: 'Permission denied.',
        accepted: ['contents: write'],
        token,
      });
    if (updates.length > 0) await this.#inTurn(() => this.#movedRefs(this.#actorOf(authorization[0])));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.outside[Symbol.asyncDispose]();
    await this.github.close();
    await this.registry[Symbol.asyncDispose]();
  }

  #seeSecret(authorization: string | undefined): void {
    const name = this.#secrets.get(tokenIn(authorization) ?? '');
    if (name !== undefined) this.secretTokens.add(name);
  }

  #refuse({ method, path, status, headers, answer, authorization }: Exchange): void {
    const token = tokenIn(authorization);
    if (status !== 403 || token === undefined) return;
    const { message = '' } = (answer ?? {}) as { readonly message?: string };
    const accepted = acceptedBy(headers['x-accepted-github-permissions']);
    this.refused.push({ request: `${method} ${path}`, status, message, accepted, token });
  }

  #actorOf(authorization: string | undefined): Actor {
    const known = this.#actors.get(tokenIn(authorization) ?? '');
    return known ?? { login: 'ghost', kind: botOf('ghost') };
  }

  async #movedRefs(actor: Actor): Promise<void> {
    const [before, now] = [this.#refs, await this.repository.refs()];
    this.#refs = now;
    for (const event of await pushEvents(this.repository, { before, now, actor }))
      this.onEvent(this.#complete(event, actor));
  }

  /** Lets something happen that is no request. */
  async tell(happened: Happened, actor: Actor): Promise<void> {
    const { defaultBranch } = this.repository;
    const { ref = `refs/heads/${defaultBranch}`, ...rest } = happened;
    const sha = ref.startsWith('refs/pull/') ? await this.#mergeOf(ref) : await this.repository.commitOf(ref);
    const head = await this.repository.commitOf(`refs/heads/${defaultBranch}`);
    this.onEvent(this.#complete({ ...rest, ref, sha: sha ?? head ?? '', actor }, actor));
  }

  /** The merge commit that GitHub prepares for the checks of a pull request. Without one, the pull request has conflicts. */
  async #mergeOf(merge: string): Promise<string | undefined> {
    const number = Number(merge.split('/')[2]);
    const pull = this.github.repository(this.repository.name).issues.get(number)?.pull;
    if (pull === undefined) return undefined;
    const [ours, theirs] = [`refs/heads/${pull.base.branch}`, pull.head.sha];
    const tree = await this.repository.look('merge-tree', '--write-tree', ours, theirs);
    if (tree === undefined) return pull.head.sha;
    const commit = await this.repository.git('commit-tree', '-p', ours, '-p', theirs, '-m', `Merge ${theirs}`, tree);
    await this.repository.git('update-ref', merge, commit);
    return commit;
  }

  /** With what the payload of every event has. */
  #complete(event: RepositoryEvent, { login, kind }: Actor): RepositoryEvent {
    const { name, defaultBranch } = this.repository;
    const [owner = '', short = ''] = name.split('/');
    const repository = { full_name: name, name: short, owner: { login: owner }, default_branch: defaultBranch };
    const sender = { login, type: kind === 'person' ? 'User' : 'Bot' };
    const activity = event.activity === undefined ? {} : { action: event.activity };
    return { ...event, payload: { ...activity, ...event.payload, repository, sender } };
  }

  /** An event of a person, with the payload of all events. */
  byPerson(event: RepositoryEvent): RepositoryEvent {
    return this.#complete(event, event.actor);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

const fixes: Readonly<Record<string, string>> = {
  'authentication required': 'Sign in to the registry in an earlier step, such as with docker/login-action.',
  'permission_denied: write_package': 'Add packages: write to the permissions of the job.',
};

function assetIn(record: RepositoryRecord, tag: string | undefined, file: string): number | undefined {
  const release = tag === undefined ? latestRelease(record) : record.releases.find((one) => one.tag === tag);
  return release?.assets.find(({ name }) => name === file)?.id;
}

const newToken = () => `ghs_${randomBytes(18).toString('hex')}`;

/** The token of an `Authorization` header. */
function tokenIn(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
  if (value === '') return undefined;
  return scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
}

/** The levels of permissions that a token gets, without those that give nothing. */
export const given = (levels: Readonly<Record<string, Level>>): Readonly<Record<string, Level>> =>
  Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== 'none'));
