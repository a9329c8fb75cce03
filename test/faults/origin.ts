import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTagObject } from '../../src/domain/tags/tag-object.ts';
import type { ScratchRepository } from '../support/repository.ts';
import type { Sight } from './scenario.ts';

type Checkout = Pick<ScratchRepository, 'git'>;

const historyOf = ({ site }: ScratchRepository) => join(site.origin, 'history');

/** From now on origin notes every update that it accepts, so that nothing is done twice, or deleted, unseen. */
export async function keepHistory(repo: ScratchRepository): Promise<void> {
  const hook = `#!/bin/sh\ncat >> '${historyOf(repo)}'\n`;
  await writeFile(historyOf(repo), '');
  await writeFile(join(repo.site.origin, 'hooks/post-receive'), hook, { mode: 0o755 });
}

/** Every ref of origin, what it leads to and what a tag says, and every update that was accepted. */
export async function lookAtOrigin(repo: ScratchRepository): Promise<Sight> {
  const git = (...args: string[]) => repo.git('--git-dir', repo.site.origin, ...args);
  const refs = linesOf(await git('for-each-ref', '--format=%(refname) %(objecttype) %(objectname)'));
  const sights = refs.map(async (line) => {
    const [ref = '', type, object = ''] = line.split(' ');
    return [ref, type === 'tag' ? saidBy(`${await git('cat-file', 'tag', object)}\n`) : object] as const;
  });
  const updates = linesOf(await readFile(historyOf(repo), 'utf8')).map(updateOf);
  return { ...Object.fromEntries(await Promise.all(sights)), updates: updates.toSorted() };
}

function saidBy(tag: string) {
  const { message, tagger } = parseTagObject(tag);
  return { commit: /^object (\S+)/.exec(tag)?.[1], tagger, message };
}

function updateOf(line: string): string {
  const [from = '', to = '', ref] = line.split(' ');
  const isAbsent = (sha: string) => /^0+$/.test(sha);
  return `${isAbsent(from) ? 'create' : isAbsent(to) ? 'delete' : 'move'} ${ref}`;
}

/** The tags of a checkout, and the commits that they lead to. */
export async function tagsOfCheckout(checkout: Checkout): Promise<Readonly<Record<string, string>>> {
  const format = '--format=%(refname:short) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  return Object.fromEntries(
    linesOf(await checkout.git('for-each-ref', format, 'refs/tags')).map((line) => line.split(' ')),
  );
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
