import { ReleaseError } from '../error.ts';

/** The name of a remote, or an address without credentials. */
export function parseRemote(text: string): string {
  if (!/^https?:\/\/[^/]*@/.test(text.trim())) return text.trim();
  throw new ReleaseError('is an address that contains a user or a token.', {
    fix: 'Write the address without them, and pass the token as the input token.',
  });
}

/** The Go import path for the address of a repository, such as github.com/org/name. Undefined for a local folder. */
export function importPath(address: string): string | undefined {
  // As an address, or in the short form of ssh: git@github.com:org/name.git
  const shape = /^(?:(?:https?|ssh|git):\/\/)(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$|^(?:[^@:/]+@)?([^:/]+):(?!\/)(.+)$/;
  const [, host, path, shortHost, shortPath] = shape.exec(address) ?? [];
  const [domain, rest] = host === undefined ? [shortHost, shortPath] : [host, path];
  const clean = rest?.replace(/\/+$/, '').replace(/\.git$/, '');
  return domain === undefined || clean === undefined ? undefined : `${domain}/${clean}`;
}
