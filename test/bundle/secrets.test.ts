import { glob, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleOutcome, runBundle, runCommand, searchPath } from '../support/bundle.ts';
import { recordChildren, type RecordedChildren } from '../support/children.ts';
import { gpgKey, sshKey, type SigningKeys } from '../support/keys.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';

const token = 'the-token-of-the-input';
const passphrase = 'the-passphrase-of-the-key';

describe.each([
  ['an ssh key', sshKey],
  ['a gpg key', gpgKey],
] as const)('a tag that is signed with %s', (_, make) => {
  let signed: Signed;
  beforeAll(async () => {
    await Promise.all([systemProgram('gpg'), systemProgram('ssh-keygen')]);
    signed = await signing(make);
  });
  afterAll(() => signed[Symbol.asyncDispose]());

  it('is pushed with a good signature', async () => {
    const { outcome, keys, repo } = signed;
    expect(outcome.exitCode).toBe(0);
    expect((await repo.remoteRefs()).get('refs/tags/v1.0.0')).toBe(await repo.git('rev-parse', 'v1.0.0'));
    expect(await keys.verify(repo.folder, 'v1.0.0')).toMatch(/Good "?(?:git"? )?signature/);
  });

  it('lets no secret out: not into what people see, nor the arguments of a child, nor a file', async () => {
    const { outcome, secrets, repo, children } = signed;
    const started = (await children.started()).map(({ args }) => args);
    const startedByGit = await children.startedByGit();
    const places = {
      log: outcome.shown,
      outputs: JSON.stringify(outcome.outputs),
      summary: outcome.summary,
      annotations: JSON.stringify(outcome.annotations),
      arguments: [...started, ...startedByGit].join('\n'),
      repository: await contents(join(repo.folder, '.git')),
      scratch: await contents(join(repo.scratch.root, 'tmp')),
    };
    expect(started.length).toBeGreaterThan(5);
    expect(startedByGit.map(([program]) => program)).toContain('git-remote-http');
    for (const [place, text] of Object.entries(places)) {
      expect({ place, found: secrets.filter((secret) => text.includes(secret)) }).toEqual({ place, found: [] });
    }
    expect(places.scratch).toBe('');
  });

  it('has its secrets masked before anything else is said', () => {
    const { obeyed, log } = signed.outcome;
    const masks = obeyed.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
    const asItTravels = Buffer.from(`x-access-token:${token}`).toString('base64');
    expect(masks.toSorted()).toEqual([signed.keys.secret, passphrase, token, asItTravels].toSorted());
    expect(obeyed.slice(0, 3).map(({ name }) => name)).toEqual(['add-mask', 'add-mask', 'add-mask']);
    expect(log).toMatch(/^::add-mask::/);
  });

  it('shows a child neither inputs nor secrets, nor what the runner listens to', async () => {
    const environments = (await signed.children.started()).map(({ environment }) => environment);
    const names = new Set(environments.flatMap((variables) => Object.keys(variables)));
    const telling = /^(?:INPUT|GITHUB|ACTIONS|RUNNER)_|TOKEN|SECRET|SIGNING|PASSPHRASE/;
    expect([...names].filter((name) => telling.test(name))).toEqual([]);
    const holders = environments.flatMap((variables) =>
      Object.entries(variables).filter(([, value]) => signed.secrets.some((secret) => value.includes(secret))),
    );
    expect(holders).not.toEqual([]);
    expect(holders.filter(([name]) => !/^GIT_CONFIG_VALUE_\d+$/.test(name))).toEqual([]);
  });
});

it('no ancestor of a child has a secret in its environment', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'ancestors-'));
  const seen = join(scratch.path, 'seen');
  const search = [
    '#!/bin/sh',
    'pid=$PPID',
    'while [ "$pid" -gt 1 ]; do',
    `  tr '\\0' '\\n' < /proc/$pid/environ >> '${seen}'`,
    "  pid=$(awk '/^PPid:/ { print $2 }' /proc/$pid/status)",
    'done',
    `PATH='${searchPath}' exec git "$@"`,
  ];
  await writeFile(join(scratch.path, 'git'), `${search.join('\n')}\n`, { mode: 0o755 });
  await using repo = await scratchRepository();
  const env = { PATH: [scratch.path, searchPath].join(delimiter), GITHUB_TOKEN: token, ACTIONS_RUNTIME_TOKEN: token };
  const inputs = { tag: 'v1.0.0', token, 'signing-key': 'no key', 'signing-passphrase': passphrase, mode: 'dry-run' };
  await runBundle('push-tag', repo, { inputs, env: { ...env, TMPDIR: scratch.path } });
  const command = { env: { ...env, SIGNING_PASSPHRASE: passphrase, SIGNING_KEY: 'no key' } };
  await runCommand(['push-tag', '--tag', 'v1.0.0'], repo, command);
  const found = await readFile(seen, 'utf8');
  expect(found).toContain(`GITHUB_WORKSPACE=${repo.folder}`);
  expect([token, passphrase, 'no key'].filter((text) => found.includes(text))).toEqual([]);
});

type Signed = AsyncDisposable & {
  readonly outcome: BundleOutcome;
  readonly keys: SigningKeys;
  /** In every form in which they could get out. */
  readonly secrets: readonly string[];
  readonly repo: ScratchRepository;
  readonly children: RecordedChildren;
};

/** What remains after push-tag has signed and pushed a tag. */
async function signing(make: (passphrase: string) => Promise<SigningKeys>): Promise<Signed> {
  await using stack = new AsyncDisposableStack();
  const keys = stack.use(await make(passphrase));
  const children = stack.use(await recordChildren('git', 'gpg', 'gpgconf', 'ssh-keygen'));
  const repo = stack.use(await scratchRepository({}, { server: { tokens: [{ token, contents: 'write' }] } }));
  const TMPDIR = join(repo.scratch.root, 'tmp');
  await mkdir(TMPDIR);
  const env = {
    PATH: children.path,
    TMPDIR,
    GITHUB_SERVER_URL: repo.server.url,
    GITHUB_TOKEN: token,
    ACTIONS_RUNTIME_TOKEN: token,
  };
  const inputs = { tag: 'v1.0.0', token, 'signing-key': keys.secret, 'signing-passphrase': passphrase };
  const outcome = await runBundle('push-tag', repo, { inputs, env });
  const lines = keys.secret.split('\n').filter((line) => /^[\w+/=]{16,}$/.test(line));
  const secrets = [token, Buffer.from(`x-access-token:${token}`).toString('base64'), passphrase, ...lines];
  const moved = stack.move();
  return { outcome, keys, secrets, repo, children, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}

/** The text of all files of a folder, and their names. */
async function contents(folder: string): Promise<string> {
  const entries = await Array.fromAsync(glob('**/*', { cwd: folder, withFileTypes: true }));
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return [...files, ...texts].join('\n');
}
