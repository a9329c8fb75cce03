import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gh } from '../support/gh.ts';
import { type ScratchGitHub, scratchGitHub } from '../support/github.ts';

const patience = { timeout: 60_000 };

describe('the real gh', () => {
  it('lists, shows and merges a pull request', patience, async () => {
    await using repo = await proposed();
    expect(await gh(repo, 'pr', 'list')).toMatch(/^1\tAdd b\ttopic\tOPEN/);
    const shown = await gh(repo, 'pr', 'view', '1', '--comments');
    expect(shown).toContain('Please look at it');
    expect(await gh(repo, 'pr', 'view', '1')).toMatch(
      /title:\tAdd b\nstate:\tOPEN\nauthor:\tgithub-actions\nlabels:\trelease\n/,
    );
    await gh(repo, 'pr', 'merge', '1', '--merge');
    const merged = (await repo.ask('GET …/pulls/1')).body;
    expect(merged).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'mona' } });
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(merged.merge_commit_sha);
    expect(await gh(repo, 'pr', 'list', '--state', 'merged')).toMatch(/^1\tAdd b\ttopic\tMERGED/);
  });

  it('closes a pull request', patience, async () => {
    await using repo = await proposed();
    await gh(repo, 'pr', 'close', '1');
    expect((await repo.ask('GET …/pulls/1')).body).toMatchObject({ state: 'closed', merged: false });
  });

  it('reports a pull request that does not exist', patience, async () => {
    await using repo = await proposed();
    await expect(gh(repo, 'pr', 'view', '7')).rejects.toThrow(
      'Could not resolve to a PullRequest with the number of 7.',
    );
  });

  it('drafts a release with a file, lists, shows, downloads and publishes it', patience, async () => {
    await using repo = await scratchGitHub({ 'a b.txt': 'one\n' });
    const file = join(repo.folder, 'a b.txt');
    await gh(repo, 'release', 'create', 'v1.0.0', '--draft', '--title', 'One', '--notes', 'Notes.', file);
    expect(await gh(repo, 'release', 'list')).toMatch(/^One\tDraft\tv1\.0\.0\t/);
    expect(await gh(repo, 'release', 'view', 'v1.0.0')).toMatch(/draft:\ttrue\n[^]*asset:\ta\.b\.txt\n--\nNotes\./);
    await gh(repo, 'release', 'download', 'v1.0.0', '--dir', join(repo.folder, 'down'));
    expect(await readFile(join(repo.folder, 'down', 'a.b.txt'), 'utf8')).toBe('one\n');
    await gh(repo, 'release', 'edit', 'v1.0.0', '--draft=false');
    expect(await gh(repo, 'release', 'list')).toMatch(/^One\tLatest\tv1\.0\.0\t/);
    expect((await repo.remoteRefs()).get('refs/tags/v1.0.0')).toBe(await repo.head());
  });

  it('reports a release that does not exist', patience, async () => {
    await using repo = await scratchGitHub();
    await expect(gh(repo, 'release', 'view', 'v9')).rejects.toThrow('release not found');
  });
});

async function proposed(): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ 'a.txt': 'one\n' });
  await repo.git('switch', '--quiet', '--create', 'topic');
  await repo.commit('Add b', { 'b.txt': 'two\n' });
  await repo.push('topic');
  await repo.ask('POST …/pulls', { body: { title: 'Add b', head: 'topic', base: 'main', body: 'Two.' } });
  await repo.ask('POST …/issues/1/labels', { body: { labels: ['release'] } });
  await repo.ask('POST …/issues/1/comments', { body: { body: 'Please look at it' } });
  return repo;
}
