import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** What a workflow declares about a registry, because it cannot be found out safely. */
export type DeclaredRegistry = {
  readonly registry: string;
  /** Whether it speaks HTTP without encryption. */
  readonly isPlain: boolean;
  /** Hosts of other servers that may get its password, because they issue its tokens. */
  readonly tokenHosts: readonly string[];
};

const host = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/** Reads a line such as `registry.example.org token=login.example.net` or `registry.internal:5000 plain`. */
export function parseDeclaredRegistry(line: string): DeclaredRegistry {
  const [registry = '', ...words] = line.trim().toLowerCase().split(/\s+/);
  const tokenHosts = words.flatMap((word) => (word.startsWith('token=') ? [word.slice('token='.length)] : []));
  const isKnown = words.every((word) => word === 'plain' || word.startsWith('token='));
  if (!isKnown || ![registry, ...tokenHosts].every((name) => host.test(name)))
    throw new ReleaseError(`${quoted(line.slice(0, 300))} does not declare a registry.`, {
      fix: 'Write its host, and then "token=" with the host that issues its tokens, or "plain" if it has no encryption: registry.example.org token=login.example.net',
    });
  return { registry, isPlain: words.includes('plain'), tokenHosts };
}
