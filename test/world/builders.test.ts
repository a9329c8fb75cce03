import { mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Builders } from '../../src/world/build/build.ts';
import type { Building } from '../../src/world/build/build.ts';
import { hostOf } from '../support/host.ts';

type Tried = {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly building?: Partial<Building>;
};

/** Runs a script of sh as a builder. Gives what it printed, and what is left in the temporary folder. */
async function build(script: string, { env = {}, signal, building = {} }: Tried = {}) {
  await using temporary = await mkdtempDisposable(join(tmpdir(), 'builders-'));
  const printed: string[] = [];
  const host = hostOf({
    env: { PATH: process.env['PATH'], RUNNER_TEMP: temporary.path, ...env },
    workspace: temporary.path,
    print: (text) => printed.push(text),
    ...(signal === undefined ? {} : { signal }),
  });
  const failure: unknown = await new Builders(host)
    .build('sh', ['-c', script], { what: 'the thing', ...building })
    .catch((error: unknown) => error);
  const [command, ...said] = printed.join('\n').split('\n');
  return { command, said, failure, left: await readdir(temporary.path) };
}

/** Whether some process has this text in its command line. */
async function runs(mark: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  return (await Promise.all(lines)).some((line) => line.includes(mark));
}

describe('a builder', () => {
  it('is shown with its arguments, and what it prints is shown while it works', async () => {
    const times: number[] = [];
    const host = hostOf({
      env: { PATH: process.env['PATH'] },
      workspace: tmpdir(),
      print: () => times.push(performance.now()),
    });
    await new Builders(host).build('sh', ['-c', 'echo one; sleep 0.5; echo two >&2'], { what: 'the thing' });
    const [, one = 0, two = 0] = times;
    expect(two - one).toBeGreaterThan(300);
    const { command, said, failure, left } = await build('printf "one\\r\\ntwo"; sleep 0.1; echo three >&2');
    expect([failure, left]).toEqual([undefined, []]);
    expect(command).toBe('[command]sh -c printf "one\\r\\ntwo"; sleep 0.1; echo three >&2');
    expect(said).toEqual(['one', 'three', 'two']);
  });

  it('sees no inputs, no tokens and no files of the runner, and has a home and a temporary folder of its own', async () => {
    const env = {
      HOME: '/home/x',
      XDG_CONFIG_HOME: '/home/x/.config',
      TZ: 'Asia/Tokyo',
      HTTPS_PROXY: 'http://proxy',
      'INPUT_SIGNING-KEY': 's',
      GITHUB_TOKEN: 's',
      GITHUB_ENV: '/dev/null',
      GITHUB_WORKSPACE: '/x',
      ACTIONS_RUNTIME_TOKEN: 's',
      PIP_INDEX_URL: 's',
    };
    const { said } = await build('env; touch "$HOME/x" "$TMPDIR/x"; umask', { env, building: { env: { OWN: 'o' } } });
    const seen = Object.fromEntries(said.map((line) => line.split('=')));
    expect(seen).toMatchObject({ OWN: 'o', HTTPS_PROXY: 'http://proxy', TZ: 'UTC', LC_ALL: 'C.UTF-8' });
    expect(seen['HOME']).toMatch(/builder-\w+\/home$/);
    expect(seen['TMPDIR']).toMatch(/builder-\w+\/tmp$/);
    expect(said.at(-1)).toBe('0022');
    expect(Object.keys(seen).filter((name) => /^(?:XDG|INPUT|GITHUB|ACTIONS|PIP)/.test(name))).toEqual([]);
    expect(said.join('\n')).not.toMatch(/=s$/m);
  });

  it('leaves nothing in its home, also if it locks its folders', async () => {
    const { failure, left } = await build('mkdir -p "$HOME/a/b"; touch "$HOME/a/b/c"; chmod 0 "$HOME/a/b" "$HOME/a"');
    expect([failure, left]).toEqual([undefined, []]);
  });

  it.each<[what: string, script: string, building: Partial<Building>, message: string, fix: string]>([
    [
      'fails',
      'echo first; printf "\\033[31merror:\\033[0m it is\\tbroken\\n\\n" >&2; exit 3',
      {},
      'Building the thing failed: sh ended with the exit code 3. It printed last:\n    first\n    error: it is broken',
      'Find out why in what it printed, which is above in the log.',
    ],
    [
      'fails without a word',
      'exit 1',
      { fix: 'Do this.' },
      'Building the thing failed: sh ended with the exit code 1. It printed nothing.',
      'Do this.',
    ],
    [
      'is killed',
      'kill -KILL $$',
      {},
      'Building the thing failed: sh was ended by SIGKILL. It printed nothing.',
      'See whether the machine has too little memory.',
    ],
    [
      'never ends',
      'trap "" TERM; while :; do sleep 1; done',
      { minutes: 0.005 },
      'Building the thing failed: sh did not finish within 0.005 minutes. It printed nothing.',
      'Find out what it waits for.',
    ],
    [
      'prints for ever',
      'yes on and on',
      {},
      `Building the thing failed: sh printed more than 16 MiB, which is the limit. It printed last:${'\n    on and on'.repeat(10)}`,
      'Let it print less.',
    ],
    [
      'prints one line for ever',
      `yes on | tr -d '\\n'`,
      {},
      `Building the thing failed: sh printed more than 16 MiB, which is the limit. It printed last:${`\n    ${'on'.repeat(150)} …`.repeat(10)}`,
      'Let it print less.',
    ],
  ])('that %s is refused', async (_, script, building, message, fix) => {
    const { failure, left } = await build(script, { building });
    expect(failure).toMatchObject({ name: 'ReleaseError', message: expect.any(String), fix });
    expect((failure as Error).message.replaceAll('no', 'on')).toBe(message.replaceAll('no', 'on')); // a line may be cut between the two
    expect(left).toEqual([]);
  });

  it('that is not there is named, with what to do', async () => {
    const host = hostOf({ env: {}, workspace: tmpdir() });
    await expect(new Builders(host).build('no-such-program', [], { what: 'x' })).rejects.toMatchObject({
      message: 'no-such-program is not installed, or not in PATH.',
      fix: 'Install no-such-program in an earlier step.',
    });
  });

  it('that writes into the files of the runner is refused, and the runner never sees it', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'commands-'));
    const at = (name: string) => join(folder.path, name);
    await writeFile(at('env'), 'EARLIER=1\n');
    await writeFile(at('path'), '');
    const env = { GITHUB_ENV: at('env'), GITHUB_PATH: at('path'), GITHUB_OUTPUT: at('missing') };
    const { failure } = await build(`echo LD_PRELOAD=x >> ${at('env')}; rm ${at('path')}`, { env });
    expect(failure).toMatchObject({
      message:
        'A program that built the thing wrote into GITHUB_ENV and GITHUB_PATH, by which steps speak to the runner. What it wrote was removed.',
      fix: 'Find out which part of the build does that, and remove it: it could change every later step of the job.',
    });
    expect(await readFile(at('env'), 'utf8')).toBe('EARLIER=1\n');
    expect(await readFile(at('path'), 'utf8')).toBe('');
  });
});

// Only Linux shows the environment of other processes.
describe.runIf(process.platform === 'linux')('what a builder started', () => {
  const daemon = (mark: string) => `setsid sh -c 'sleep 300; : ${mark}' > /dev/null 2>&1 < /dev/null &`;
  const hidden = (mark: string) => `setsid env -i sh -c 'sleep 300; : ${mark}' > /dev/null 2>&1 < /dev/null &`;

  it('ends with it, also in a session of its own', async () => {
    const mark = `daemon-${process.pid}`;
    expect((await build(`${daemon(mark)} sleep 0.2; echo ${mark}`)).failure).toBeUndefined();
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });

  it('ends with it even if it holds its output open', async () => {
    const mark = `holder-${process.pid}`;
    const begin = performance.now();
    expect((await build(`setsid sh -c 'sleep 300; : ${mark}' & sleep 0.2`)).failure).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(10_000);
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });

  it.each([
    ['in a session of its own', daemon],
    ['with an environment of its own', hidden],
  ])('ends if it takes too long, %s', async (how, started) => {
    const mark = `late-${how.length}-${process.pid}`;
    const ran = build(`${started(mark)} sleep 300`, { building: { minutes: 0.02 } });
    await expect.poll(() => runs(`: ${mark}`), { interval: 20 }).toBe(true);
    expect((await ran).failure).toMatchObject({ name: 'ReleaseError' });
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });

  it('ends if the run is cancelled', async () => {
    const [mark, cancel] = [`cancelled-${process.pid}`, new AbortController()];
    const ran = build(`${daemon(mark)} sleep 300`, { signal: cancel.signal });
    await expect.poll(() => runs(mark), { interval: 20 }).toBe(true);
    cancel.abort();
    expect((await ran).failure).toBe(cancel.signal.reason);
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });

  it('ends although it starts others all the time', async () => {
    const mark = `forks-${process.pid}`;
    const script = `fork() { sh -c 'sleep 0.2; : ${mark}' & sleep 0.01; (fork) & }; setsid sh -c 'f() { sleep 0.05; (f ${mark}) & sleep 1; }; f' & fork; sleep 300`;
    expect((await build(script, { building: { minutes: 0.01 } })).failure).toMatchObject({ name: 'ReleaseError' });
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });
});
