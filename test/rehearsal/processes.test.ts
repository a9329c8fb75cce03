import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Processes, type Program } from '../../src/rehearsal/steps/processes.ts';
import { send } from '../../src/rehearsal/steps/signal.ts';
import { isRunning } from '../faults/orphans.ts';
import { searchPath } from '../support/bundle.ts';

type Ran = { readonly exitCode: number; readonly lines: readonly string[] };

async function ran(processes: Processes, script: string, more: Partial<Program>): Promise<Ran> {
  const lines: string[] = [];
  const exitCode = await processes.run({
    command: '/bin/bash',
    args: ['-c', script],
    cwd: tmpdir(),
    env: { PATH: searchPath },
    signal: new AbortController().signal,
    onLine: (line) => lines.push(line),
    ...more,
  });
  return { exitCode, lines };
}

/** What has started a program. */
async function parentOf(processes: Processes): Promise<'dash' | 'node'> {
  const { lines } = await ran(processes, 'cat /proc/$PPID/comm', {});
  return lines[0] === 'dash' ? 'dash' : 'node';
}

const scratch = await mkdtempDisposable(join(tmpdir(), 'processes-'));
afterAll(() => scratch.remove());
let count = 0;
const newFolder = () => join(scratch.path, String(count++));

/** The processes of a job whose programs are started by Node, or by a small shell, which has to be ready. */
async function processesBy(parent: 'dash' | 'node', folder = newFolder()): Promise<Processes> {
  const processes = new Processes(parent === 'node' ? undefined : folder);
  await vi.waitFor(async () => expect(await parentOf(processes)).toBe(parent), 5000);
  return processes;
}

describe.each(['node', 'dash'] as const)('a program that %s starts for a step', (parent) => {
  let processes: Processes;
  const run = (script: string, more: Partial<Program> = {}) => ran(processes, script, more);
  beforeEach(async () => {
    processes = await processesBy(parent);
  });
  afterEach(() => processes.end());

  it.each<[prints: string, lines: readonly string[]]>([
    [String.raw`printf 'a\n\nb'`, ['a', '', 'b']],
    [String.raw`printf 'a\r\nb\r\n'`, ['a', 'b']],
    [String.raw`printf '1%%\r2%%\r'; sleep 0.1; printf '3%%\n'`, ['1%', '2%', '3%']],
    [String.raw`printf 'a\r'; sleep 0.1; printf '\nb\r'`, ['a', 'b']],
    [String.raw`printf '\xc3'; sleep 0.1; printf '\xa4\n'`, ['ä']],
    ['echo a; sleep 0.1; echo b >&2', ['a', 'b']],
    ['head -c 1500000 /dev/zero | tr "\\0" a; echo; echo b', ['a'.repeat(1_000_000), 'b']],
    ['echo a > /dev/stderr; sleep 0.1; echo b | tee /dev/stderr; test -p /dev/stdout', ['a', 'b', 'b']],
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
    ['kill -9 $$', 137],
    ['kill -TERM $$', 143],
    ['kill 0', 143],
  ])('ends: %s', async (script, exitCode) => {
    expect(await run(script)).toEqual({ exitCode, lines: [] });
  });

  it('sees no secrets in the environment of its parent', async () => {
    const { lines } = await run("tr '\\0' '\\n' < /proc/$PPID/environ");
    const ofNode = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'];
    const ofShell = ['PWD'];
    expect(lines.map((line) => line.replace(/=.*/, ''))).toEqual(parent === 'node' ? ofNode : ofShell);
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
    for (const pid of pids) await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), 5000);
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
      '/bin/bash cannot be started, because the folder /no/such/folder does not exist.',
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
      '/bin/bash cannot be started, because its arguments and its environment are too long.',
      'Hand a long text over in a file, not in a variable.',
    ],
    [
      'a variable has a NUL',
      { env: { PATH: searchPath, NOTES: 'a\0b' } },
      '/bin/bash cannot be started (ERR_INVALID_ARG_VALUE).',
      undefined,
    ],
  ])('is refused if %s', async (_, program, message, fix) => {
    await expect(run('', program)).rejects.toMatchObject({ message, fix });
  });

  it('ends if it ends the process that started it, and the next one is started', async () => {
    const lines: string[] = [];
    const lost = run('echo $$; kill -9 $PPID; sleep 60', { onLine: (line) => lines.push(line) });
    await expect(lost).rejects.toMatchObject({
      message: `The process that starts the programs of steps ended by ${parent === 'node' ? 'SIGKILL' : 'exit code 137'}, while /bin/bash ran.`,
      fix: 'End only processes that the step has started.',
    });
    await vi.waitFor(async () => expect(await isRunning(Number(lines[0]))).toBe(false), 5000);
    expect(await run('echo a')).toEqual({ exitCode: 0, lines: ['a'] });
  });
});

/** The folders in which processes run. */
async function foldersInUse(): Promise<readonly string[]> {
  return Promise.all((await readdir('/proc')).map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
}

describe('a program for a shell that starts programs', () => {
  const odd = [
    '',
    ' ',
    "it's",
    '"',
    '\\',
    '\\n',
    '$HOME $(id) `id`',
    '~',
    '*',
    '!!',
    '-n',
    'a\n\tb\r\n',
    '#',
    '&;|<>()',
  ];
  const own = [
    'CDPATH',
    'ENV',
    'HISTSIZE',
    'HOME',
    'LC_ALL',
    'MAIL',
    'PATH',
    'POSIXLY_CORRECT',
    'PS1',
    'PS4',
    'TERM',
    '_',
  ];
  const script = `const parent = fs.readFileSync('/proc/' + process.ppid + '/comm', 'utf8');
console.log(JSON.stringify([parent.trim() === 'dash', process.env, process.argv.slice(1), process.cwd()]));`;

  it.each<[what: string, by: 'dash' | 'another', args: readonly string[], env: Record<string, string>]>([
    ['odd', 'dash', odd, Object.fromEntries(odd.map((value, index) => [`V${index}`, value]))],
    ['no', 'dash', [], {}],
    ['the shell’s own', 'dash', [], Object.fromEntries(own.map((name) => [name, 'a b']))],
    ['the shell’s numeric', 'another', [], { OPTIND: 'a b', LINENO: '1' }],
    ['separating', 'another', [], { IFS: '/' }],
    ['the parent’s', 'another', [], { PPID: '1' }],
    ['the folder’s', 'another', [], { PWD: '/a', OLDPWD: '/b' }],
    ['unusually named', 'another', [], { 'a-b': '1', 'INPUT_A B': '2' }],
    ['foreign', 'another', ['ä'], { V: 'Á\u{1f600}' }],
    ['long', 'dash', [], { V: "'".repeat(10_000) }],
    ['too long', 'another', [], { V: 'a'.repeat(70_000) }],
  ])('has %s arguments and variables, and no others', async (_, by, args, env) => {
    const processes = await processesBy('dash');
    const cwd = join(newFolder(), `it's "a folder"`);
    await mkdir(cwd, { recursive: true });
    const program = { command: process.execPath, args: ['--eval', script, ...args], cwd, env };
    for (const before of [{ V0: 'before', BEFORE: '1' }, env]) {
      await ran(processes, 'true', { env: before });
      const { lines } = await ran(processes, '', program);
      expect(JSON.parse(lines.join('\n'))).toEqual([by === 'dash', env, args, cwd]);
    }
    processes.end();
  });

  it('is started in another way while one runs, and after what the shell needs was removed', async () => {
    const folder = newFolder();
    const processes = await processesBy('dash', folder);
    const slow = ran(processes, 'sleep 0.3; cat /proc/$PPID/comm', {});
    expect(await parentOf(processes)).toBe('node');
    expect((await slow).lines).toEqual(['dash']);
    expect(await parentOf(processes)).toBe('dash');
    await rm(folder, { recursive: true });
    expect(await parentOf(processes)).toBe('node');
    processes.end();
  });

  it.each<[what: string, job: (folder: string) => Promise<Processes>]>([
    ['has started programs', (folder) => processesBy('dash', folder)],
    ['is not ready', async (folder) => new Processes(folder)],
  ])('needs a shell that ends with the job, also if it %s', async (_, job) => {
    const folder = newFolder();
    const processes = await job(folder);
    processes.end();
    await ran(new Processes(), 'true', {}); // the shell was started before
    await vi.waitFor(async () => expect(await foldersInUse()).not.toContain(folder), 5000);
  });
});

describe('a program of a step', () => {
  it('prints to sockets where no pipes can be made', async () => {
    vi.stubEnv('TMPDIR', '/no/such/folder');
    const processes = new Processes();
    const run = (script: string) => ran(processes, script, { cwd: '/' });
    await run('kill -9 $PPID; sleep 60').catch(() => {});
    expect(await run('echo a; test -S /dev/stdout')).toEqual({ exitCode: 0, lines: ['a'] });
    vi.unstubAllEnvs();
    await run('kill -9 $PPID; sleep 60').catch(() => {});
  });

  it('ends if the rehearsal is killed', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'killed-'));
    const script = join(folder.path, 'rehearsal.ts');
    const source = new URL('../../src/rehearsal/steps/processes.ts', import.meta.url).pathname;
    await writeFile(
      script,
      `import { Processes, type Program } from ${JSON.stringify(source)};
const signal = new AbortController().signal;
const program = { command: '/bin/bash', args: ['-c', 'echo $$; sleep 60'], cwd: '/', env: { PATH: ${JSON.stringify(searchPath)} } };
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
