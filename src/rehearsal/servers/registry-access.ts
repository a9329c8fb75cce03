import type { ImageRepository } from '../../domain/images/reference.ts';
import type { Registry } from '../../embedded/registry/server.ts';
import { embeddedRepository } from '../images/name.ts';
import { isLoopback } from '../outside/hosts.ts';
import type { RefusedRequest } from './refused.ts';

/** What a registry answers to somebody who may not do something. */
export type RegistryRefusal = { readonly status: number; readonly code: string; readonly message: string };

type Pushed = ImageRepository & {
  readonly password: string;
  /** Whether every step until now was performed: another one may sign in to the registry of a cloud. */
  readonly isSure: boolean;
};

/** A token that GitHub gave, and what it may do. */
type Known = { readonly permissions: Readonly<Record<string, string>> };

type Rules = {
  readonly registry: Registry;
  /** Who owns the rehearsed repository. */
  readonly owner: string;
  readonly tokens: ReadonlyMap<string, Known>;
  readonly refused: (request: RefusedRequest) => void;
};

/** Who may push where. Passwords that GitHub did not give are secrets of the workflow: a rehearsal makes them up, and they count. */
export class RegistryAccess {
  readonly #rules: Rules;
  readonly #told = new Set<string>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** Whether a password can be one of this registry. Tokens of GitHub are none of others. */
  knows(registry: string, password: string): boolean {
    return password !== '' && (registry === 'ghcr.io' || !this.#rules.tokens.has(password));
  }

  /** The answer to a wrong password. */
  wrong(): RegistryRefusal {
    return { status: 401, code: 'UNAUTHORIZED', message: 'incorrect username or password' };
  }

  /** Why somebody may not push; undefined if they may. */
  refusal({ registry, repository, password, isSure }: Pushed): RegistryRefusal | undefined {
    if (password === '') {
      const isOpen = isLoopback(registry.replace(/:\d+$/, '')) || (registry !== 'ghcr.io' && !isSure);
      return isOpen ? undefined : { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' };
    }
    if (!this.knows(registry, password)) return this.wrong();
    const known = this.#rules.tokens.get(password);
    if (registry !== 'ghcr.io' || known === undefined) return undefined;
    const message = this.#denial(repository, known);
    if (message === undefined) return undefined;
    this.#tell({ registry, repository }, message, password);
    return { status: 403, code: 'DENIED', message };
  }

  /** In GitHub's words. */
  #denial(repository: string, { permissions }: Known): string | undefined {
    if (permissions['packages'] !== 'write') return 'permission_denied: write_package';
    const isOwn = repository.toLowerCase().startsWith(`${this.#rules.owner.toLowerCase()}/`);
    return isOwn ? undefined : 'installation not allowed to Create organization package';
  }

  #tell({ registry, repository }: ImageRepository, message: string, token: string): void {
    const request = `push to ${registry}/${repository}`;
    if (this.#told.has(`${request} ${token}`)) return;
    this.#told.add(`${request} ${token}`);
    const accepted = message.startsWith('permission_denied') ? ['packages: write'] : [];
    this.#rules.refused({ request, status: 403, message, accepted, token });
  }

  /** Whether something is in the embedded registry: a tag, a digest, or for `list` the repository. */
  has(place: ImageRepository, reference: string): boolean {
    const found = this.#rules.registry.repository(embeddedRepository(place));
    if (reference === 'list') return found.manifests.length > 0;
    return reference in found.tags || found.manifests.includes(reference) || found.blobs.includes(reference);
  }
}
