import { execFile, spawn } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { largestByPs } from '../../src/world/memory-watch.ts';
import { Tools } from '../../src/world/tools.ts';
import { hostOf } from '../support/host.ts';
import { killTree } from '../support/process-tree.ts';

function tools({
  env = {},
  signal = new AbortController().signal,
}: { env?: Record<string, string>; signal?: AbortSignal } = {}): Tools {
  return new Tools(
    hostOf({ env: { PATH: process.env['PATH'], ...env }, workspace: import.meta.dirname, signal, pace: 0.01 }),
  );
}

const script = (source: string) => ['--eval', source];

describe('a child', () => {
  it('ends with its code, and what it said on each stream', async () => {
    const ran = await tools().run('node', script('console.log("out"); console.error("err"); process.exitCode = 3'));
    expect(ran).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  it('gets its input, and arguments that no shell has read', async () => {
    const source = 'process.stdin.pipe(process.stdout); console.log(process.argv[1])';
    const ran = await tools().run('node', [...script(source), '--', '$(id) `id` "x" *'], { input: 'in' });
    expect(ran.stdout).toBe('$(id) `id` "x" *\nin');
  });

  it('sees neither inputs nor tokens of the step', async () => {
    const env = {
      HOME: '/home/x',
      HTTPS_PROXY: 'http://proxy',
      'INPUT_SIGNING-KEY': 's',
      GITHUB_TOKEN: 's',
      GH_TOKEN: 's',
      ACTIONS_RUNTIME_TOKEN: 's',
      GITHUB_ENV: 's',
      GIT_DIR: 's',
      GIT_TRACE_CURL: 's',
    };
    const { stdout } = await tools({ env }).run('node', script('console.log(JSON.stringify(process.env))'), {
      env: { OWN: 'o' },
    });
    expect(JSON.parse(stdout)).toMatchObject({ HOME: '/home/x', HTTPS_PROXY: 'http://proxy', OWN: 'o' });
    expect(Object.values(JSON.parse(stdout) as object)).not.toContain('s');
  });

  it.each([
    ['git', ['GIT_SSH_COMMAND', 'GNUPGHOME', 'SSH_AUTH_SOCK']],
    ['gpg', ['GNUPGHOME']],
    ['ssh-keygen', ['SSH_AUTH_SOCK']],
    ['helm', ['DOCKER_CONFIG', 'HELM_CACHE_HOME', 'REGISTRY_AUTH_FILE']],
    ['docker', ['DOCKER_CONFIG', 'DOCKER_HOST']],
    ['pip', ['PIP_INDEX_URL']],
    ['another', []],
  ])('sees of the settings of programs only its own: %s', async (program, own) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'tools-'));
    await writeFile(join(folder.path, program), '#!/bin/sh\nenv\n', { mode: 0o755 });
    const all = {
      DOCKER_CONFIG: 'x',
      DOCKER_HOST: 'x',
      GIT_SSH_COMMAND: 'x',
      GNUPGHOME: 'x',
      HELM_CACHE_HOME: 'x',
      PIP_INDEX_URL: 'x',
      REGISTRY_AUTH_FILE: 'x',
      SSH_AUTH_SOCK: 'x',
    };
    const { stdout } = await tools({ env: all }).run(join(folder.path, program), []);
    expect(new Set([...stdout.matchAll(/^(\w+)=x$/gm)].map(([, name]) => name))).toEqual(new Set(own));
  });

  it('may end without reading its input', async () => {
    expect((await tools().run('node', script(''), { input: 'x'.repeat(10_000_000) })).code).toBe(0);
  });

  it('that is not there is named, with what to do', async () => {
    await expect(tools().run('no-such-program', [])).rejects.toMatchObject({
      message: 'no-such-program is not installed, or not in PATH.',
      fix: 'Install no-such-program in an earlier step.',
    });
  });

  it('that takes too long is ended, and the bound is named', async () => {
    await expect(tools().run('node', script('setInterval(() => {}, 1000)'), { minutes: 0.005 })).rejects.toThrow(
      'node did not finish within 0.005 minutes.',
    );
  });

  const growing = 'const all = []; setInterval(() => all.push(Buffer.alloc(10_000_000, 1)), 10);';
  it.each([
    ['itself', script(growing)],
    [
      'in a program that it starts',
      script(`require('node:child_process').spawnSync('node', ['--eval', ${JSON.stringify(growing)}])`),
    ],
  ])('that needs too much memory %s is ended, and the bound is named', async (_, args) => {
    await expect(tools().run('node', args, { megabytes: 200 })).rejects.toMatchObject({
      message: 'node needed more than 200 MiB of memory, which is the limit here.',
      fix: 'Check the address of the server: one that is not what it should be may answer without end.',
    });
  });

  it('has its memory measured by ps where there is no /proc', async () => {
    const child = spawn('sh', [
      '-c',
      'node --eval "const a = Buffer.alloc(100_000_000, 1); setInterval(() => a, 1000)"; :',
    ]);
    try {
      const size = async () => (await largestByPs(child.pid ?? 0)) / 1e6;
      await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(100);
      expect(await size()).toBeLessThan(500);
    } finally {
      await killTree(child.pid);
    }
  });

  it('ends with the run that is cancelled', async () => {
    const cancel = new AbortController();
    const mark = `cancelled-${process.pid}`;
    const ran = tools({ signal: cancel.signal }).run('node', [...script('setInterval(() => {}, 1000)'), mark]);
    void sleep(300).then(() => cancel.abort());
    await expect(ran).rejects.toThrow('aborted');
    await sleep(200);
    await expect(promisify(execFile)('pgrep', ['-f', mark])).rejects.toMatchObject({ code: 1 });
  });
});
