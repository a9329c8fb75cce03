import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The name of a remote, or an address without credentials. */
export function parseRemote(text: string): string {
  if (!/^https?:\/\/[^/]*@/.test(text.trim())) return text.trim();
  throw new ReleaseError('is an address that contains a user or a token.', {
    fix: 'Write the address without them, and pass the token as the input token.',
  });
}

// Why: docs/decisions.md D43
/**
 * The address of a repository in the one form that git and this program read alike. An address in which they could read
 * different hosts is refused. `where` says which address it is, such as `of the remote origin`.
 */
export function canonicalAddress(address: string, where: string): string {
  const refused = (what: string, shown: string) =>
    new ReleaseError(`The address ${where} ${what}: ${shown}`, {
      fix: 'Write it as https://server/owner/name, without anything else. A token belongs into the input token.',
    });
  if (/[\x00-\x1f\x7f]/.test(address)) throw refused('has a control character', quoted(withoutPassword(address)));
  const [, scheme, authority = ''] = /^([a-z][a-z\d+.-]*):\/\/([^/]*)/i.exec(address) ?? [];
  const isHttp = /^https?:/i.test(address);
  if (scheme === undefined && !isHttp) return address; // a folder, or host:path for ssh
  if (/[\\\s]/.test(address)) throw refused('has a backslash or white space', quoted(withoutPassword(address)));
  if (!isHttp) return address;
  if (authority.includes('@')) throw refused('has a user or a password', withoutPassword(address));
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(authority) || /#/.test(address) || !URL.canParse(address))
    throw refused('is not one that git and this action read alike', quoted(address));
  return new URL(address).href;
}

const withoutPassword = (address: string) => address.replace(/^([^:/]*:\/\/)[^/]*@/, '$1***@');

/** The Go import path for the address of a repository, such as github.com/org/name. Undefined for a local folder. */
export function importPath(address: string): string | undefined {
  // As an address, or in the short form of ssh: git@github.com:org/name.git
  const shape = /^(?:(?:https?|ssh|git):\/\/)(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$|^(?:[^@:/]+@)?([^:/]+):(?!\/)(.+)$/;
  const isFolder = /^[a-z]:[\\/]/i.test(address); // on Windows
  const [, host, path, shortHost, shortPath] = (!isFolder && shape.exec(address)) || [];
  const [domain, rest] = host === undefined ? [shortHost, shortPath] : [host, path];
  const clean = rest?.replace(/\/+$/, '').replace(/\.git$/, '');
  return domain === undefined || clean === undefined ? undefined : `${domain}/${clean}`;
}
