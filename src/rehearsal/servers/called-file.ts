import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, homeOf } from '../actions-found.ts';
import type { SourceFile } from '../workflow/source.ts';
import type { RehearsedRepository } from './repository.ts';

type Called = {
  /** The file that calls it. */
  readonly caller: string;
  readonly commit: string;
  readonly repository: Pick<RehearsedRepository, 'name' | 'file'>;
  readonly given: ReadonlyMap<string, string>;
};

/** A reusable workflow: of the same repository as its caller, or of a repository for which a folder was given. */
export async function calledFile(
  uses: string,
  { caller, commit, repository, given }: Called,
): Promise<SourceFile | undefined> {
  const local = uses.replace(/^\$\//, './');
  const home = homeOf(caller);
  const whole =
    local.startsWith('./') && home !== undefined ? `${home.repository}/${local.slice(2)}@${home.ref}` : local;
  if (whole.startsWith('./')) return at(whole.slice(2), await repository.file(commit, whole.slice(2)));
  const [, name = '', path = '', wanted = ''] = /^([^/]+\/[^/]+)\/([^@]+)@(.+)$/.exec(whole) ?? [];
  const folder = folderOf(given, name, wanted);
  if (folder !== undefined) return at(whole, await readFile(join(folder, path), 'utf8').catch(() => undefined));
  return name === repository.name ? at(path, await repository.file(wanted, path)) : undefined;
}

const at = (path: string, text: string | undefined) => (text === undefined ? undefined : { path, text });
