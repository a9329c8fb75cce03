import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Processes, type Program } from '../../src/rehearsal/steps/processes.ts';
import { send } from '../../src/rehearsal/steps/signal.ts';
import { isRunning } from '../faults/orphans.ts';
import { searchPath } from '../support/bundle.ts';

type Ran = { readonly exitCode: number; readonly lines: readonly string[] };

async function run(script: string, more: Partial<Program> = {}): Promise<Ran> {
  const lines: string[] = [];
  const exitCode = await processes.run({
    command: 'bash',
    args: ['-c', script],
    cwd: tmpdir(),
    env: { PATH: searchPath },
    signal: new AbortController().signal,
    onLine: (line) => lines.push(line),
    ...more,
  });
  return { exitCode, lines };
}

const processes = new Processes();

describe('a program of a step', () => {
  it.each<[prints: string, lines: readonly string[]]>([
    [String.raw`printf 'a\n\nb'`, ['a', '', 'b']],
    [String.raw`printf 'a\r\nb\r\n'`, ['a', 'b']],
    [String.raw`printf '1%%\r2%%\r'; sleep 0.1; printf '3%%\n'`, ['1%', '2%', '3%']],
    [String.raw`printf 'a\r'; sleep 0.1; printf '\nb\r'`, ['a', 'b']],
    [String.raw`printf '\xc3'; sleep 0.1; printf '\xa4\n'`, ['ä']],
    ['echo a; sleep 0.1; echo b >&2', ['a', 'b']],
    ['head -c 1500000 /dev/zero | tr "\\0" a; echo; echo b', ['a'.repeat(1_000_000), 'b']],
    ['echo a > /dev/stderr; echo b | tee /dev/stderr; test -p /dev/stdout', ['a', 'b', 'b']],
    ['', []],
  ])('prints lines: %s', async (script, lines) => {
    expect(await run(script)).toEqual({ exitCode: 0, lines });
  });

  it('is read to its end, however much it prints', async () => {
    const { lines } = await run('seq 200000');
    expect([lines.length, lines.at(-1)]).toEqual([200_000, '200000']);
  });

  it('gets nothing of what an earlier one left behind', async () => {
    await run('(sleep 0.5; echo late) &');
    expect(processes.haveLeft).toBe(true);
    const both = await Promise.all([run('sleep 0.7; echo a'), run('sleep 0.7; echo b')]);
    expect(both.map(({ lines }) => lines)).toEqual([['a'], ['b']]);
  });

  it.each([
    ['exit 3', 3],
    ['kill -9 $$', 128],
  ])('ends: %s', async (script, exitCode) => {
    expect(await run(script)).toEqual({ exitCode, lines: [] });
  });

  it('sees no secrets in the environment of its parent', async () => {
    const { lines } = await run("tr '\\0' '\\n' < /proc/$PPID/environ");
    expect(lines.map((line) => line.replace(/=.*/, ''))).toEqual([
      'NODE_CHANNEL_FD',
      'NODE_CHANNEL_SERIALIZATION_MODE',
    ]);
  });

  it('ends with everything that it started, also in other groups, if the step has to end', async () => {
    const ending = new AbortController();
    const pids: number[] = [];
    const onLine = (line: string) => {
      pids.push(Number(line));
      if (pids.length === 3) ending.abort();
    };
    const script = 'setsid bash -c "echo \\$\\$; sleep 60 & echo \\$!; wait" & echo $$; wait';
    expect(await run(script, { signal: ending.signal, onLine })).toMatchObject({ exitCode: -1 });
    for (const pid of pids) expect(await isRunning(pid)).toBe(false);
    expect(await run('echo a', { signal: ending.signal })).toEqual({ exitCode: -1, lines: [] });
  });

  it('may have started a process of another user, which nobody else can end', async () => {
    const another = 'if (process.getuid() === 0) process.setuid(65534)';
    const script = `${another}; (${String(send)})(1, 'SIGCONT'); console.log('went on');`;
    const { lines } = await run('', { command: process.execPath, args: ['--eval', script] });
    expect(lines).toEqual(['went on']);
  });

  it('is not awaited for what it left behind, which ends with the job', async () => {
    const { exitCode, lines } = await run('sleep 60 & echo $!');
    expect(exitCode).toBe(0);
    expect(await isRunning(Number(lines[0]))).toBe(true);
    processes.end();
    await vi.waitFor(async () => expect(await isRunning(Number(lines[0]))).toBe(false), 5000);
  });

  it.each<[why: string, program: Partial<Program>, message: string, fix: string | undefined]>([
    [
      'this machine does not have it',
      { command: 'no-such-program' },
      'no-such-program cannot be started.',
      'Install no-such-program.',
    ],
    [
      'its folder was removed',
      { cwd: '/no/such/folder' },
      'bash cannot be started, because the folder /no/such/folder does not exist.',
      'Let no step before it remove it.',
    ],
    [
      'it is not executable',
      { command: '/etc/passwd' },
      '/etc/passwd cannot be started, because permission is denied.',
      'Make it executable: chmod +x /etc/passwd',
    ],
    [
      'a variable is too long',
      { env: { PATH: searchPath, NOTES: 'a'.repeat(3_000_000) } },
      'bash cannot be started, because its arguments and its environment are too long.',
      'Hand a long text over in a file, not in a variable.',
    ],
    [
      'a variable has a NUL',
      { env: { PATH: searchPath, NOTES: 'a\0b' } },
      'bash cannot be started (ERR_INVALID_ARG_VALUE).',
      undefined,
    ],
  ])('is refused if %s', async (_, program, message, fix) => {
    await expect(run('', program)).rejects.toMatchObject({ message, fix });
  });

  it('ends if it ends the process that started it, and the next one is started', async () => {
    const lines: string[] = [];
    const lost = run('echo $$; kill -9 $PPID; sleep 60', { onLine: (line) => lines.push(line) });
    await expect(lost).rejects.toMatchObject({
      message: 'The process that starts the programs of steps ended by SIGKILL, while bash ran.',
      fix: 'End only processes that the step has started.',
    });
    await vi.waitFor(async () => expect(await isRunning(Number(lines[0]))).toBe(false), 5000);
    expect(await run('echo a')).toEqual({ exitCode: 0, lines: ['a'] });
  });

  it('prints to sockets where no pipes can be made', async () => {
    vi.stubEnv('TMPDIR', '/no/such/folder');
    await run('kill -9 $PPID; sleep 60', { cwd: '/' }).catch(() => {});
    expect(await run('echo a; test -S /dev/stdout', { cwd: '/' })).toEqual({ exitCode: 0, lines: ['a'] });
    vi.unstubAllEnvs();
    await run('kill -9 $PPID; sleep 60').catch(() => {});
  });

  it('ends if the rehearsal is killed', async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'killed-'));
    const script = join(scratch.path, 'rehearsal.ts');
    const source = new URL('../../src/rehearsal/steps/processes.ts', import.meta.url).pathname;
    await writeFile(
      script,
      `import { Processes, type Program } from ${JSON.stringify(source)};
const signal = new AbortController().signal;
const program = { command: 'bash', args: ['-c', 'echo $$; sleep 60'], cwd: '/', env: { PATH: ${JSON.stringify(searchPath)} } };
await new Processes().run({ ...program, signal, onLine: (line) => console.log(line) });`,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(printed.toString());
    expect(await isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), 5000);
  });
});
