import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTagObject } from '../../src/domain/tags/tag-object.ts';
import type { Checkout, ScratchRepository } from '../support/repository.ts';
import type { Snapshot } from './scenario.ts';

const historyOf = ({ scratch }: ScratchRepository) => join(scratch.origin, 'history');

/** Makes origin record every update that it accepts, so that repeated updates and deletions are found. */
export async function keepHistory(repo: ScratchRepository): Promise<void> {
  const hook = `#!/bin/sh\ncat >> '${historyOf(repo)}'\n`;
  await writeFile(historyOf(repo), '');
  await writeFile(join(repo.scratch.origin, 'hooks/post-receive'), hook, { mode: 0o755 });
}

/** Every ref of origin with its object or the content of its tag, and every update that origin accepted. */
export async function snapshotOfOrigin(repo: ScratchRepository): Promise<Snapshot> {
  const git = (...args: string[]) => repo.git('--git-dir', repo.scratch.origin, ...args);
  const refs = linesOf(await git('for-each-ref', '--format=%(refname) %(objecttype) %(objectname)'));
  const contents = refs.map(async (line) => {
    const [ref = '', type, object = ''] = line.split(' ');
    return [ref, type === 'tag' ? contentOfTag(`${await git('cat-file', 'tag', object)}\n`) : object] as const;
  });
  const updates = linesOf(await readFile(historyOf(repo), 'utf8')).map(updateOf);
  return { ...Object.fromEntries(await Promise.all(contents)), updates: updates.toSorted() };
}

function contentOfTag(tag: string) {
  const { message, tagger } = parseTagObject(tag);
  return { commit: /^object (\S+)/.exec(tag)?.[1], tagger, message };
}

function updateOf(line: string): string {
  const [from = '', to = '', ref] = line.split(' ');
  const isAbsent = (sha: string) => /^0+$/.test(sha);
  return `${isAbsent(from) ? 'create' : isAbsent(to) ? 'delete' : 'move'} ${ref}`;
}

/** The tags of a checkout, and the commits that they lead to. */
export async function tagsOfCheckout(checkout: Pick<Checkout, 'git'>): Promise<Readonly<Record<string, string>>> {
  const format = '--format=%(refname:short) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  return Object.fromEntries(
    linesOf(await checkout.git('for-each-ref', format, 'refs/tags')).map((line) => line.split(' ')),
  );
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
