import { glob, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BundleOutcome, runBundle, type BundleOptions } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';
import type { ScratchRepository } from '../support/repository.ts';

const common = { changed: 'false', changes: '[]', pending: '[]' };

/** What would change how a line reads, or hide a part of it; that a cause is dimmed is ours. */
const invisible = /(?!\n|\u001B\[[02]m)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('a name of a tag that is shell or option text', () => {
  const names = [
    'v1.0.0$(touch canary)',
    'v1.0.0$(touch${IFS}canary)',
    'v1.0.0`touch canary`',
    'v1.0.0`touch${IFS}canary`',
    "v1.0.0'; touch canary; '",
    'v1.0.0"; touch canary; "',
    "v1.0.0';touch${IFS}canary;'",
    'v1.0.0"|touch${IFS}canary|"',
    'v1.0.0&&touch${IFS}canary',
    '--upload-pack=touch canary',
    '--upload-pack=touch${IFS}canary',
    '--output=canary',
    '../../canary',
    'v1.0.0^{commit}',
    '@{-1}',
    ':(glob)**',
    '${{ x }}',
    '${{x}}',
    'v1.0.0%0A::set-output',
    'v1.0.0\n::set-output name=tag::v9.9.9',
    'v1.0.0\r##[set-output name=tag]v9.9.9',
    '::stop-commands::v1.0.0',
    'v1.0.0\u001B[2J',
  ];
  // What git would take, and nobody can have meant.
  const unmeant = ['refs/tags/v1.0.0', 'v1.0.0\u202E', '\u202E/v1.0.0', 'v1.0\u2028.0'];

  it.each([...names, ...unmeant].map(titled))('%s is no tag for parse-tag, and nothing of it runs', async (_, name) => {
    await using repo = await scratchRepository();
    const outcome = await provoke(repo, 'parse-tag', { env: { GITHUB_REF: `refs/tags/${name}` } });
    expectRefusal(outcome);
    expect(await canaries(repo)).toEqual([]);
  });

  it.each(names.map(titled))('%s is pushed as it is written, or refused, as git has it', async (_, name) => {
    await using repo = await scratchRepository();
    const refs = await repo.remoteRefs();
    const outcome = await provoke(repo, 'push-tag', { inputs: { tag: name } });
    const after = await repo.remoteRefs();
    const isName = await repo.git('check-ref-format', `refs/tags/${name}`).then(
      () => !name.startsWith('-'),
      () => false,
    );
    if (isName) expect([...after.keys()]).toEqual([...refs.keys(), `refs/tags/${name}`, `refs/tags/${name}^{}`]);
    else expect(after).toEqual(refs);
    if (isName) expect(outcome).toMatchObject({ exitCode: 0, outputs: { tag: name }, annotations: [] });
    else expectRefusal(outcome);
    expect(await canaries(repo)).toEqual([]);
  });

  it.each(unmeant.map(titled))('%s is no tag to push, and can never be taken back', async (_, name) => {
    await using repo = await scratchRepository();
    const { exitCode } = await provoke(repo, 'push-tag', { inputs: { tag: name } });
    expect({ exitCode, tags: await repo.git('tag', '--list') }).toEqual({ exitCode: 1, tags: '' });
  });

  it('is data also where the remote has such tags at the same commit', async () => {
    await using repo = await scratchRepository();
    const there = [
      '$(touch${IFS}canary)',
      '--upload-pack=touch${IFS}canary',
      '`touch${IFS}canary`',
      '${{x}}',
      'a;b|c&d',
    ];
    const odd = [...there, '\'"', 'refs/tags/v1.0.0', '\u202Ev1.0.0', 'v1.0.0%0A'];
    for (const name of [...odd, 'v0.9.0$(touch${IFS}canary)', 'v1.0.0']) {
      await repo.git('update-ref', `refs/tags/${name}`, 'HEAD');
    }
    await repo.push('refs/tags/*');
    const { exitCode, outputs } = await provoke(repo, 'parse-tag', { inputs: { tag: 'v1.0.0' } });
    const all = [...odd, 'v0.9.0$(touch${IFS}canary)', 'v1.0.0'].toSorted();
    expect({ exitCode, tags: outputs['tags-at-commit']?.split('\n') }).toEqual({ exitCode: 0, tags: all });
    expect(outputs['previous-tag']).toBeUndefined();
    expect(await canaries(repo)).toEqual([]);
  });
});

describe('an input of push-tag that is shell or option text', () => {
  it.each([
    ['commit', '--output=canary'],
    ['commit', 'HEAD; touch canary'],
    ['commit', '$(touch canary)'],
    ['remote', '--upload-pack=touch canary'],
    ['remote', '--receive-pack=touch canary'],
    ['remote', 'ext::sh -c touch% canary'],
    ['remote', 'ssh://-oProxyCommand=touch${IFS}canary/x'],
    ['remote', '`touch canary`'],
    ['message-path', '$(touch canary)'],
    ['message-path', '../../../../etc/passwd'],
    ['tagger', 'A`touch canary` <a@example.com>\n::set-env name=x::y'],
    ['start', '--help; touch canary'],
    ['mode', 'apply; touch canary'],
  ])('%s: %s is refused, and nothing of it runs', async (input, text) => {
    await using repo = await scratchRepository();
    const refs = await repo.remoteRefs();
    expectRefusal(await provoke(repo, 'push-tag', { inputs: { tag: 'v1.0.0', [input]: text } }));
    expect(await canaries(repo)).toEqual([]);
    expect(await repo.remoteRefs()).toEqual(refs);
  });
});

describe('commands to the runner', () => {
  const commands = [
    '::set-output name=tag::smuggled',
    '  ::add-mask::v1.0.0',
    '::stop-commands::smuggled',
    '::error file=README.md::smuggled',
    '::group::smuggled',
    'progress\r::save-state name=x::smuggled',
    '::add-matcher::smuggled.json',
  ];
  const bracketed = ['text ##[set-output name=sha]smuggled', '##[error]smuggled', '##[stop-commands]smuggled'];
  const messages = [
    ['with colons', `The first\n\n${commands.join('\n')}\n`],
    ['in brackets', `The first\n\n${bracketed.join('\n')}\n`],
  ] as const;

  it.each(messages)('%s, in the message of a tag that is pushed, are not obeyed', async (_, message) => {
    await using repo = await scratchRepository();
    const { exitCode, obeyed, shown } = await provoke(repo, 'push-tag', { inputs: { tag: 'v1.0.0', message } });
    expect(exitCode).toBe(0);
    expectOwn(obeyed);
    expect(shown).toContain(message.replaceAll('\r', '\n'));
  });

  it.each(messages)('%s, in the message of a tag that is parsed, are not obeyed', async (_, message) => {
    await using repo = await scratchRepository();
    await repo.pushTag('v1.0.0', { annotated: message });
    const { exitCode, obeyed, outputs } = await provoke(repo, 'parse-tag', { inputs: { tag: 'v1.0.0' } });
    expect({ exitCode, message: outputs['message'] }).toEqual({ exitCode: 0, message: message.trimEnd() });
    expectOwn(obeyed);
  });

  it('in the name of the tagger are not obeyed', async () => {
    await using repo = await scratchRepository();
    const tagger = '::set-output name=tag::x ##[set-output name=sha]x <a@example.com>';
    const { exitCode, obeyed } = await provoke(repo, 'push-tag', { inputs: { tag: 'v1.0.0', tagger } });
    expect(exitCode).toBe(0);
    expectOwn(obeyed);
  });

  it.each([403, 503])('in what a server says with %i are not obeyed', async (status) => {
    await using repo = await scratchRepository({}, { server: {} });
    const headers = { 'content-type': 'text/plain' };
    repo.server.fault = () => ({ status, headers, body: `denied ${[...commands, ...bracketed].join('\n')}\n` });
    const { exitCode, obeyed, outputs } = await provoke(repo, 'push-tag', { inputs: { tag: 'v1.0.0' } });
    expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: common });
    expectOwn(obeyed, ['error']);
  });
});

/** Runs a bundle whose every folder is in the scratch repository, so that whatever ran has left its canary there. */
async function provoke(repo: ScratchRepository, action: string, step: BundleOptions): Promise<BundleOutcome> {
  const TMPDIR = join(repo.scratch.root, 'tmp');
  await mkdir(TMPDIR, { recursive: true });
  return runBundle(action, repo, { ...step, env: { RELEASE_ACTIONS_PACE: '0.01', ...step.env, TMPDIR } });
}

const canaries = (repo: ScratchRepository) => Array.fromAsync(glob('**/canary*', { cwd: repo.scratch.root }));

/** A refusal that a person can read, and nothing else. */
function expectRefusal({ exitCode, outputs, obeyed, annotations, shown, summary }: BundleOutcome): void {
  expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: common });
  expectOwn(obeyed, ['error']);
  expect([annotations[0]?.message, shown, summary].filter((text = '') => invisible.test(text))).toEqual([]);
}

/** The commands of the actions themselves; those of others would be among them. */
function expectOwn(obeyed: BundleOutcome['obeyed'], others: readonly string[] = []): void {
  const names = obeyed.map(({ name }) => name).filter((name) => name !== 'group' && name !== 'endgroup');
  expect(names).toEqual(others);
  expect(obeyed.filter(({ name, data }) => name === 'group' && data.includes('smuggled'))).toEqual([]);
}

function titled(name: string): [title: string, name: string] {
  return [JSON.stringify(name), name];
}
