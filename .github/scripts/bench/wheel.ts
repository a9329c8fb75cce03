import { spawnSync } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { offlineBuilds, projects } from '../../../test/support/python-projects.ts';
import { root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goal = 1.15;
const rounds = 10;

/** A wheel of setuptools is built by build-wheel, and by `python -m build` in the same environment. */
export async function wheelBuild(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const folder = join(scratch.path, 'project');
  await makeProject(folder);
  const output = join(scratch.path, 'output');
  await writeFile(output, '');
  const offline = { ...(await offlineBuilds()), PATH: process.env['PATH'], RUNNER_TEMP: scratch.path };
  const env = { ...offline, GITHUB_WORKSPACE: folder, GITHUB_OUTPUT: output };
  const run = ([program = '', ...args]: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  };
  const own = [process.execPath, join(root, 'dist/build-wheel/index.mjs')];
  const [, python = ''] = /^\[command\](\S+)/m.exec(run(own)) ?? []; // also makes the environment, if there is none
  const sum = /^sha256<<.*\n(\w+)$/m.exec(await readFile(output, 'utf8'))?.[1];
  const ways = [own, [python, '-I', '-m', 'build', '--wheel', '--no-isolation', '--outdir', 'dist', folder]];
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of ways.entries()) {
      for (const old of ['dist', 'build', 'my_driver.egg-info'])
        await rm(join(folder, old), { recursive: true, force: true });
      const begin = performance.now();
      run(command);
      times[index]?.push(performance.now() - begin);
    }
  const [ours = [], theirs = []] = times;
  const ratio = quantile(
    ours.map((time, round) => time / (theirs[round] ?? 1)),
    0.5,
  );
  const rows = ['build-wheel', 'python -m build'].map((name, index) => [
    name,
    `${(quantile(times[index] ?? [], 0.5) / 1000).toFixed(2)} s`,
    index === 0 ? ratio.toFixed(2) : '1.00',
  ]);
  console.log(`A wheel of setuptools, ${rounds} rounds; its SHA-256 is ${sum}\n`);
  console.log(table(['', 'median', 'times python -m build'], rows));
  if (ratio > goal) console.log(`\nThe goal is ${goal} times python -m build.`);
  return ratio <= goal;
}

async function makeProject(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(projects['setup.py'] ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Driver');
}
