import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScratchGitHub } from '../support/github.ts';
import { Checkout, type Files, remotesOf } from '../support/repository.ts';
import { bot } from './tokens.ts';

/** A repository of other people, to which the release of a system contributes from the fork of a bot. */
export type OtherRepository = {
  /** The files of its default branch. The argument is the host of the registry. */
  readonly files: (registry: string) => Files | Promise<Files>;
  /** `main` if it is not given. */
  readonly branch?: string;
};

/** Puts the repository on the embedded GitHub, and forks it for the bot. */
export async function addRepository(
  project: ScratchGitHub,
  name: string,
  { files, branch = 'main' }: { readonly files: Files; readonly branch?: string | undefined },
): Promise<void> {
  const { scratch } = project;
  const origin = originOf(project, name);
  const place = { ...scratch, name, origin, remote: origin };
  const checkout = new Checkout(place, await mkdtemp(join(scratch.root, 'other-')));
  await checkout.git('init', '--quiet', '--bare', `--initial-branch=${branch}`, origin);
  await checkout.git('init', '--quiet', `--initial-branch=${branch}`);
  await checkout.git('remote', 'add', 'origin', origin);
  await checkout.commit('The work of others', files);
  await checkout.git('push', '--quiet', 'origin', branch);
  const { status } = await project.ask(`POST /repos/${name}/forks`, { token: bot.token, body: {} });
  if (status !== 202) throw new Error(`${name} could not be forked: ${status}`);
}

/** The bare repository of that name on the embedded GitHub. */
export function originOf({ scratch }: ScratchGitHub, name: string): string {
  return join(remotesOf(scratch), `${name}.git`);
}
