import { execFile } from 'node:child_process';
import { systemProgram } from '../support/system.ts';

/** What git itself says of `refs/tags/<name>`: https://git-scm.com/docs/git-check-ref-format */
export async function isRefForGit(name: string): Promise<boolean> {
  const git = await systemProgram('git');
  const { promise, resolve } = Promise.withResolvers<boolean>();
  execFile(git, ['check-ref-format', `refs/tags/${name}`], (error) => resolve(error === null));
  return promise;
}

/** No argument can hold the end of a C string, nor half a character. */
export const canBeAsked = (name: string) => !name.includes('\0') && name.isWellFormed();
