import { spawnSync } from 'node:child_process';
import { glob, mkdir, mkdtempDisposable, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { tool } from '../../../test/support/tool.ts';
import { root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goal = 1.5;
const rounds = 7;

/** Charts of several sizes are packaged by helm-package, without lint, and by `helm package` alone. */
export async function charts(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const programs = join(scratch.path, 'bin');
  await mkdir(programs);
  await symlink(await tool('helm4'), join(programs, 'helm'));
  const rows: string[][] = [];
  let isGood = true;
  for (const { title, files, megabytes, isMeasured } of sizes) {
    const folder = join(scratch.path, title.replaceAll(' ', '-'));
    await makeChart(join(folder, 'chart'), { files, megabytes });
    const env = {
      PATH: [programs, process.env['PATH']].join(delimiter),
      HOME: scratch.path,
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: join(scratch.path, 'output'),
      INPUT_CHART: 'chart',
      INPUT_LINT: 'false',
      RUNNER_TEMP: scratch.path,
    };
    await writeFile(env.GITHUB_OUTPUT, '');
    const ways = [
      ['helm-package', process.execPath, join(root, 'dist/helm-package/index.mjs')],
      ['helm package', 'helm', 'package', 'chart', '--destination', 'plain'],
    ] as const;
    const times: number[][] = ways.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, [name, program, ...args]] of ways.entries()) {
        await rm(join(folder, 'dist'), { recursive: true, force: true });
        const begin = performance.now();
        const { status, stderr, stdout } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
        times[index]?.push(performance.now() - begin);
        if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`);
      }
    }
    const [ours = [], theirs = []] = times;
    const ratio = quantile(
      ours.map((time, round) => time / (theirs[round] ?? 1)),
      0.5,
    );
    if (isMeasured && ratio > goal) isGood = false;
    for (const [index, [name]] of ways.entries())
      rows.push([
        name,
        title,
        `${quantile(times[index] ?? [], 0.5).toFixed(0)} ms`,
        index === 0 ? ratio.toFixed(2) : '1.00',
      ]);
  }
  console.log(`Charts, ${rounds} rounds\n`);
  console.log(table(['', 'chart', 'median', 'times helm'], rows));
  if (!isGood) console.log(`\nThe goal is ${goal} times helm package.`);
  return isGood;
}

const sizes = [
  { title: 'of 30 kB in 10 files', files: 10, megabytes: 0.03, isMeasured: false },
  { title: 'of 8 MB in 300 files', files: 300, megabytes: 8, isMeasured: false },
  { title: 'of 60 MB in 1000 files', files: 1000, megabytes: 60, isMeasured: true },
] as const;

/** Files made of the lines of this project. */
async function makeChart(folder: string, { files, megabytes }: { readonly files: number; readonly megabytes: number }) {
  const paths = await Array.fromAsync(glob(['docs/*.md', 'src/**/*.ts'], { cwd: root }));
  const texts = await Promise.all(paths.toSorted().map((path) => readFile(join(root, path), 'utf8')));
  const lines = texts.join('\n').split('\n');
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: demo\nversion: 0.1.0\n');
  await writeFile(join(folder, 'values.yaml'), 'a: 1\n');
  for (let file = 0; file < files; file++) {
    const step = 1 + ((file * 7919) % 97);
    const content: string[] = [];
    for (let size = 0, line = 0; size < (megabytes * 1e6) / files; line++) {
      const text = lines[(file * 131 + line * step) % lines.length] ?? '';
      content.push(text);
      size += text.length + 1;
    }
    await writeFile(join(folder, 'files', `${file}.txt`), content.join('\n'));
  }
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: join(folder, '..') });
  git('init', '--quiet');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--allow-empty', '--message=Chart');
}
