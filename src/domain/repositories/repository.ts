import { ReleaseError } from '../error.ts';
import { importPath } from './remote.ts';
import { quoted } from '../text.ts';

/** `owner/name` of a repository on a server. Undefined for the address of another server. */
export function repositoryOn(server: string, address: string): string | undefined {
  const [host, ...path] = importPath(address)?.split('/') ?? [];
  return host === new URL(server).hostname && path.length === 2 ? path.join('/') : undefined;
}

/** Reads `owner/name`, GitHub's name for a repository. */
export function parseRepository(text: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(text.trim())) return text.trim();
  throw new ReleaseError(`is ${quoted(text)}, not the name of a repository.`, { fix: 'Write owner/name.' });
}
