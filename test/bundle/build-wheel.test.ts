import { execFile } from 'node:child_process';
import { copyFile, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import type { BundleOptions } from '../support/bundle.ts';
import { flitProject, offlineBuilds, ownBackend, projects, setupPy, small } from '../support/python-projects.ts';
import { scratchRepository } from '../support/repository.ts';

const exec = promisify(execFile);
let offline: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  offline = await offlineBuilds();
});

type Repository = Awaited<ReturnType<typeof scratchRepository>>;
const run = (repo: Pick<Repository, 'folder'>, { env, ...options }: BundleOptions = {}) =>
  runBundle('build-wheel', repo, { ...options, env: { ...offline, ...env } });
const messages = ({ annotations }: Awaited<ReturnType<typeof run>>) => annotations.map(({ message }) => message);

/** The project in which a build runs the code of somebody else. */
const hostile = (code: string) => scratchRepository({ ...small, 'setup.py': setupPy(code) });

const wheel = 'my_driver-1.0.0-py3-none-any.whl';

describe('build-wheel as a process', () => {
  it('says what was built, and writes the checksums that actions/attest takes', async () => {
    await using repo = await scratchRepository(flitProject());
    const { exitCode, outputs, summary, log } = await run(repo, { inputs: { version: 'v1.0.0', sdist: 'true' } });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      wheel: `dist/${wheel}`,
      sdist: 'dist/my_driver-1.0.0.tar.gz',
      checksums: 'dist.sha256',
    });
    expect(summary).toContain('<tr><th align="left">Package</th><td>my-driver 1.0.0</td></tr>');
    expect(summary).toMatch(
      new RegExp(
        `<tr><th align="left">dist/my&#95;driver-1.0.0-py3-none-any.whl</th><td>\\d+ bytes<br>sha256&#58;${outputs['sha256']}</td></tr>`,
      ),
    );
    expect(log).toMatch(/^\[command\].*python -I -m build --no-isolation --skip-dependency-check --outdir /m);
    expect(log).toMatch(/^Successfully built my_driver-1\.0\.0\.tar\.gz and my_driver-1\.0\.0-py3-none-any\.whl$/m);
    const { stdout } = await exec('sha256sum', ['--check', '--strict', '../dist.sha256'], {
      cwd: join(repo.folder, 'dist'),
    });
    expect(stdout).toBe(`${wheel}: OK\nmy_driver-1.0.0.tar.gz: OK\n`);
  });

  it('makes the same bytes from another clone, with other modes, umask, times, language and time zone', async () => {
    await using repo = await scratchRepository(projects['setup.py'] ?? {});
    await exec('sh', ['-c', 'umask 077; git clone -q "$0" other', repo.scratch.origin], { cwd: repo.scratch.root });
    const folder = join(repo.scratch.root, 'other');
    await exec('find', [folder, '-name', '*.py', '-exec', 'touch', '-d', '2001-01-01', '{}', '+']);
    const [one, other] = [
      await run(repo, { env: { TZ: 'Asia/Tokyo', LC_ALL: 'C' } }),
      await run(
        { folder },
        {
          env: { TZ: 'America/Lima', LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' },
          through: ['sh', '-c', 'umask 077; exec "$@"', 'sh'],
        },
      ),
    ];
    expect(one.outputs['sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(other.outputs['sha256']).toBe(one.outputs['sha256']);
  });
});

describe('code of the project', () => {
  it('cannot speak to the runner, and sees no input, no token and no file of the runner', async () => {
    const code = `import os, sys
print("::set-output name=wheel::evil\\n::stop-commands::x\\r::error::boo\\n##[error]boo\\n::add-mask::a", flush=True)
print("::set-env name=X::y", end="", file=sys.stderr, flush=True)
for item in sorted(os.environ.items()): print("=".join(item))
open(os.path.expanduser("~/left"), "w"); open(os.path.join(os.environ["TMPDIR"], "left"), "w")`;
    await using repo = await hostile(code);
    const env = {
      GITHUB_TOKEN: 'secret-1',
      GH_TOKEN: 'secret-2',
      ACTIONS_RUNTIME_TOKEN: 'secret-3',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-4',
      PIP_INDEX_URL: 'https://user:secret-5@example.com/simple',
      https_proxy: 'http://user:secret-6@proxy.example.com',
      RUNNER_TEMP: repo.scratch.root,
    };
    const inputs = { version: '1.0.0', 'copy-to': 'docker/whls' };
    const { exitCode, obeyed, shown, outputs } = await run(repo, { env, inputs });
    expect(exitCode).toBe(0);
    expect(obeyed.filter(({ name }) => !/^(?:group|endgroup|stop-commands)$/.test(name))).toEqual([]);
    expect(outputs['wheel']).toBe(`dist/${wheel}`);
    expect(shown).toContain('::set-output name=wheel::evil');
    expect(shown).toMatch(/^SOURCE_DATE_EPOCH=\d+$/m);
    expect(shown).not.toMatch(/secret-|^(?:INPUT_|GITHUB_|ACTIONS_|RUNNER_|PIP_)/m);
    expect((await readdir(repo.scratch.root)).filter((name) => /^(?:builder|release)-/.test(name))).toEqual([]);
  });

  it('that finds the files of the runner all the same is refused, and the runner does not see what it wrote', async () => {
    const mark = `FINDS_THE_RUNNER_${process.pid}`; // others run beside this one
    await using repo = await hostile(`import os
for pid in os.listdir("/proc"):
    try: variables = open(f"/proc/{pid}/environ").read().split("\\0")
    except (OSError, UnicodeDecodeError): continue
    if "${mark}=1" not in variables: continue
    for one in variables:
        name, _, path = one.partition("=")
        if name in ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT") and path.startswith("${tmpdir()}/runner-"):
            open(path, "a").write("LD_PRELOAD=x\\n")`);
    const outcome = await run(repo, { env: { [mark]: '1' } }); // runBundle throws if something is in GITHUB_ENV or GITHUB_PATH
    expect(outcome.exitCode).toBe(1);
    expect(messages(outcome)).toEqual([
      'A program that built the wheel wrote into GITHUB_ENV, GITHUB_OUTPUT and GITHUB_PATH, by which steps speak to the runner. What it wrote was removed.\nFind out which part of the build does that, and remove it: it could change every later step of the job.',
    ]);
    expect(outcome.outputs).not.toHaveProperty('LD_PRELOAD');
  });

  it('that leads dist out of the workspace gets nothing written there', async () => {
    await using repo = await scratchRepository();
    await using outside = await mkdtempDisposable(join(tmpdir(), 'outside-'));
    const code = `import os\nif not os.path.islink("${repo.folder}/dist"): os.symlink("${outside.path}", "${repo.folder}/dist")`;
    await writeFile(join(repo.folder, 'setup.py'), setupPy(code));
    await writeFile(join(repo.folder, 'my_driver.py'), '');
    const outcome = await run(repo);
    expect(outcome.exitCode).toBe(1);
    expect(messages(outcome)).toEqual([
      'dist leads through a symbolic link out of the workspace.\nGive a folder of the workspace itself.',
    ]);
    expect(await readdir(outside.path)).toEqual([]);
  });

  it('that never ends, and starts others that hide, is ended with all of them', async () => {
    const mark = `hidden-${process.pid}`;
    const code = `import os, subprocess, time
for start in (False, True): subprocess.Popen(["sh", "-c", "sleep 300; : ${mark}"], start_new_session=start, stdout=subprocess.DEVNULL)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0: os.execvp("sh", ["sh", "-c", "sleep 300; : ${mark}"])
    os._exit(0)
time.sleep(300)`;
    await using repo = await hostile(code);
    const begin = performance.now();
    const outcome = await run(repo, { env: { RELEASE_ACTIONS_PACE: '0.002' } });
    expect(performance.now() - begin).toBeLessThan(25_000);
    expect(outcome.exitCode).toBe(1);
    expect(messages(outcome)[0]).toMatch(
      /^Building the wheel failed: python did not finish within 0\.12 minutes\. It printed last:\n/,
    );
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });

  it('that prints for ever is ended', async () => {
    await using repo = await hostile('while True: print("on and on")');
    const outcome = await run(repo);
    expect(outcome.exitCode).toBe(1);
    expect(messages(outcome)[0]).toMatch(
      /^Building the wheel failed: python printed more than 16 MiB, which is the limit\./,
    );
    expect(outcome.log.length).toBeLessThan(40_000_000);
  });

  it('ends with a cancelled run', async () => {
    const mark = `cancelled-build-${process.pid}`;
    await using repo = await hostile(
      `import subprocess; subprocess.run(["sh", "-c", "sleep 300; : ${mark}"], start_new_session=True)`,
    );
    const cancel = new AbortController();
    const ran = run(repo, { signal: cancel.signal, killSignal: 'SIGINT' });
    await expect.poll(() => runs(`: ${mark}`), { timeout: 20_000 }).toBe(true);
    cancel.abort();
    const outcome = await ran;
    expect(messages(outcome)).toEqual([
      'The run was cancelled before anything was written.\nRun it again. What is already done is not repeated.',
    ]);
    await expect.poll(() => runs(mark), { timeout: 5000 }).toBe(false);
  });
});

/** Whether some process has this text in its command line. */
async function runs(mark: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  return (await Promise.all(lines)).some((line) => line.includes(mark));
}

describe('a backend that makes a wheel', () => {
  const cases: readonly (readonly [title: string, problem: string])[] = [
    ['dots', 'has the name "../evil.py", which does not stay in its folder.'],
    ['absolute', 'has the name "/etc/evil", which does not stay in its folder.'],
    ['link', 'has "my_driver/link", which is no file.'],
    ['other-hash', 'RECORD has'],
    ['unlisted', 'has "my_driver/late.py", which RECORD does not list.'],
    ['duplicate', 'has "my_driver/__init__.py" twice.'],
    ['bomb', 'unpacks to 2147484134 bytes. The limit is 1073741824.'],
    ['trailing', 'is cut off, or has data after its end.'],
    ['second-end', 'has a list of files that does not end where it says.'],
    ['local-name', 'lists "my_driver/__init__.py", which calls itself "my_driver/__inet__.py".'],
    ['other-version', 'but METADATA has "1.0.1".'],
  ];

  it('that PyPI or pip would refuse is refused, and nothing is written', { timeout: 120_000 }, async () => {
    await using repo = await scratchRepository(
      ownBackend('put("my_driver-1.0.0-py3-none-any.whl", open("bad", "rb").read())'),
    );
    await using wheels = await mkdtempDisposable(join(tmpdir(), 'wheels-'));
    await exec('python3', [join(import.meta.dirname, '../support/wheels.py'), wheels.path]);
    for (const [title, problem] of cases) {
      await copyFile(join(wheels.path, `${title}=${wheel}`), join(repo.folder, 'bad'));
      const outcome = await run(repo, { inputs: { 'copy-to': 'docker/whls' } });
      expect(outcome.exitCode, title).toBe(1);
      expect(messages(outcome)[0]).toContain(problem);
      expect(await readdir(repo.folder)).not.toContain('dist');
      expect(await readdir(repo.folder)).not.toContain('docker');
    }
  });
});
