import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitProcesses } from '../../git/processes.ts';
import { type Answers, BareRepository, timestamp } from './bare-repository.ts';
import { isPull, type PullIssue, type Records, type RepositoryRecord } from './records.ts';
import type { RefReader, Refs } from './ref-reader.ts';
import { collaboratorsOf, type Settings } from './settings.ts';
import { isPerson, type Token } from './tokens.ts';

/** The facts of this server that do not change while it runs. */
export type Instance = {
  readonly root: string;
  /** The address of the API. */
  readonly url: string;
  /** The address of the git server, which stands for github.com. */
  readonly gitUrl: string;
  /** The address from which the bytes of assets are downloaded. */
  readonly downloadUrl: string;
  readonly git: GitProcesses;
  readonly refReader: RefReader;
  readonly answers: Answers;
  readonly tokens: readonly Token[];
  readonly settings: Settings;
  readonly protectedBranches: readonly string[];
  readonly protectedTags: readonly string[];
  readonly startedAt: string;
};

export type Repository = {
  /** `owner/name` */
  readonly name: string;
  readonly owner: string;
  readonly isPublic: boolean;
  readonly record: RepositoryRecord;
  readonly bare: BareRepository;
};

export type RefsByRepository = ReadonlyMap<string, Refs>;

export function emptyRecords(): Records {
  return {
    repositories: new Map(),
    accounts: new Map([['github-actions[bot]', 41_898_282]]),
    signed: new Set(),
    nextId: 1,
  };
}

/** The data of GitHub as one request sees them: as they are, or, for a stale read, as they were. */
export class World {
  readonly instance: Instance;
  readonly records: Records;
  readonly #kept: RefsByRepository | undefined;

  constructor(instance: Instance, records: Records, kept?: RefsByRepository) {
    this.instance = instance;
    this.records = records;
    this.#kept = kept;
  }

  /** A copy that later writes do not change. */
  async copy(): Promise<World> {
    const names = await this.names();
    const refs = await Promise.all(names.map((name) => this.bare(name).refs()));
    const kept = new Map(names.map((name, index) => [name, refs[index] ?? new Map()]));
    return new World(this.instance, structuredClone(this.records), kept);
  }

  /** The same before a write that touches no ref, which so needs no git to read them. */
  copyOfRecords(): World {
    return new World(this.instance, structuredClone(this.records), this.#kept);
  }

  async names(): Promise<string[]> {
    const owners = await readdir(this.instance.root, { withFileTypes: true });
    const folders = owners.filter((owner) => owner.isDirectory() && !owner.name.startsWith('.'));
    const names = await Promise.all(folders.map(async ({ name }) => repositoriesOf(this.instance.root, name)));
    return names.flat().toSorted();
  }

  repository(name: string): Repository | undefined {
    const isName = /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(name);
    const owner = name.split('/')[0] ?? '';
    if (!isName || !existsSync(this.#folder(name))) return undefined;
    const isPublic = !(this.instance.settings.privateRepositories ?? []).includes(name);
    return { name, owner, isPublic, record: this.#record(name), bare: this.bare(name) };
  }

  bare(name: string): BareRepository {
    const { git, refReader, answers } = this.instance;
    return new BareRepository({ git, refReader, answers, folder: this.#folder(name), network: [] });
  }

  /** A repository that can read the objects of its forks. For reading only: git would not store those objects again. */
  withNetwork(repository: Repository): Repository {
    const network = this.#network(repository.name).map((other) => this.#folder(other));
    const { git, refReader, answers } = this.instance;
    const bare = new BareRepository({ git, refReader, answers, folder: repository.bare.folder, network });
    return { ...repository, bare };
  }

  async refs({ name, bare }: Pick<Repository, 'name' | 'bare'>): Promise<Refs> {
    return this.#kept?.get(name) ?? bare.refs();
  }

  async sha(repository: Pick<Repository, 'name' | 'bare'>, ref: string): Promise<string | undefined> {
    return (await this.refs(repository)).get(ref)?.sha;
  }

  /** The forks of a repository. */
  forks(name: string): string[] {
    return [...this.records.repositories].filter(([, { parent }]) => parent === name).map(([fork]) => fork);
  }

  /** The repository of an owner among the forks of another repository, as `owner:branch` names it. */
  inNetwork(name: string, owner: string): Repository | undefined {
    const found = this.#network(name).find((other) => other.startsWith(`${owner}/`));
    return found === undefined ? undefined : this.repository(found);
  }

  pulls({ record }: Pick<Repository, 'record'>): PullIssue[] {
    return [...record.issues.values()].filter(isPull);
  }

  id(): number {
    return this.records.nextId++;
  }

  now(): string {
    return timestamp(new Date());
  }

  accountId(login: string): number {
    const known = this.records.accounts.get(login);
    const id = known ?? 1000 + this.records.accounts.size;
    this.records.accounts.set(login, id);
    return id;
  }

  accountType(login: string): 'Bot' | 'Organization' | 'User' {
    if (!isPerson(login)) return 'Bot';
    return this.isCollaborator(login) || !existsSync(join(this.instance.root, login)) ? 'User' : 'Organization';
  }

  hasAccount(login: string): boolean {
    const isOwner = /^[\w-]+$/.test(login) && existsSync(join(this.instance.root, login));
    return isOwner || this.isCollaborator(login) || this.instance.tokens.some((token) => token.login === login);
  }

  /** Whether an account can be assigned, and reviews can be requested of it. */
  isCollaborator(login: string): boolean {
    return this.collaborators().includes(login);
  }

  collaborators(): string[] {
    const people = this.instance.tokens.map(({ login }) => login).filter(isPerson);
    return [...new Set([...people, ...collaboratorsOf(this.instance.settings).keys()])];
  }

  record(name: string, parent?: string): RepositoryRecord {
    const record: RepositoryRecord = {
      id: this.id(),
      createdAt: this.now(),
      parent,
      issues: new Map(),
      labels: new Map(),
      milestones: [],
      workflows: new Map(),
      dispatches: [],
      releases: [],
      rulesets: new Map(),
      discussions: [],
      immutableTags: new Set(),
      hasImmutableReleases: this.instance.settings.immutableReleases?.includes(name) ?? false,
      latestRelease: undefined,
      nextNumber: 1,
    };
    this.records.repositories.set(name, record);
    return record;
  }

  #record(name: string): RepositoryRecord {
    return this.records.repositories.get(name) ?? this.record(name);
  }

  #network(name: string): string[] {
    const root = this.#origin(name);
    return [...this.records.repositories.keys()].filter((other) => this.#origin(other) === root);
  }

  #origin(name: string): string {
    const parent = this.records.repositories.get(name)?.parent;
    return parent === undefined ? name : this.#origin(parent);
  }

  #folder(name: string): string {
    return join(this.instance.root, `${name}.git`);
  }
}

async function repositoriesOf(root: string, owner: string): Promise<string[]> {
  const entries = await readdir(join(root, owner), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name.endsWith('.git'));
  return folders.map(({ name }) => `${owner}/${name.slice(0, -'.git'.length)}`);
}
