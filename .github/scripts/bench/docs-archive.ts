import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { glob, mkdir, mkdtempDisposable, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goals = { oneCore: 1.1, twoCores: 0.75, megabytes: 150 };
const rounds = 5;
const pages = 1500;
const pictures = 30;
const onCores = 'taskset'; // of util-linux

/** Docs of 59 MB are packed by package-docs and by GNU tar with gzip, on one core and on two. */
export async function docsArchive(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const folder = join(scratch.path, 'project');
  const size = await makeProject(folder);
  const memory = join(scratch.path, 'memory');
  const preload = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`;
  const env = {
    PATH: process.env['PATH'],
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(scratch.path, 'output'),
    INPUT_NAME: 'project',
    INPUT_VERSION: '1.0.0',
    RUNNER_TEMP: scratch.path,
  };
  await writeFile(env.GITHUB_OUTPUT, '');
  const own = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const ways = [
    { name: 'package-docs', command: [...own, join(root, 'dist/package-docs/index.mjs')] },
    { name: 'tar czf', command: ['tar', 'czf', 'project.tgz', 'docs'] },
  ];
  const rows: string[][] = [];
  const ratios = [];
  let peak = 0;
  for (const cores of ['0', '0,1']) {
    const times: number[][] = ways.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, { name, command }] of ways.entries()) {
        await rm(join(folder, 'project-1.0.0-docs.tgz'), { force: true });
        const begin = performance.now();
        const args = ['--cpu-list', cores, ...command];
        const { status, stderr, stdout } = spawnSync(onCores, args, { cwd: folder, env, encoding: 'utf8' });
        times[index]?.push(performance.now() - begin);
        if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`);
      }
      peak = Math.max(peak, Number(await readFile(memory, 'utf8')) / 1000);
    }
    const [ours = [], theirs = []] = times;
    const ratio = quantile(
      ours.map((time, round) => time / (theirs[round] ?? 1)),
      0.5,
    );
    ratios.push(ratio);
    for (const [index, { name }] of ways.entries()) {
      const median = (quantile(times[index] ?? [], 0.5) / 1000).toFixed(2);
      const cell = index === 0 ? ratio.toFixed(2) : '1.00';
      rows.push([name, cores === '0' ? '1' : '2', `${median} s`, cell]);
    }
  }
  console.log(
    `Docs of ${(size / 1e6).toFixed(0)} MB, ${rounds} rounds; package-docs needs ${peak.toFixed(0)} MB of memory\n`,
  );
  console.log(table(['', 'cores', 'median', 'times tar'], rows));
  const [oneCore = 0, twoCores = 0] = ratios;
  const isGood = oneCore <= goals.oneCore && twoCores <= goals.twoCores && peak <= goals.megabytes;
  if (!isGood)
    console.log(
      `\nThe goal is ${goals.oneCore} times tar on one core, ${goals.twoCores} times on two, and ${goals.megabytes} MB.`,
    );
  return isGood;
}

/** Pages made of the lines of this project's own documents, and pictures, which do not compress. */
async function makeProject(folder: string): Promise<number> {
  const paths = await Array.fromAsync(glob(['docs/*.md', 'actions/*/README.md', 'src/**/*.ts'], { cwd: root }));
  const texts = await Promise.all(paths.toSorted().map((path) => readFile(join(root, path), 'utf8')));
  const lines = texts.join('\n').split('\n');
  let size = 0;
  const write = async (path: string, content: string | Buffer) => {
    await mkdir(join(folder, 'docs', path, '..'), { recursive: true });
    await writeFile(join(folder, 'docs', path), content);
    size += content.length;
  };
  for (let page = 0; page < pages; page++) {
    const step = 1 + ((page * 7919) % 97);
    const text = Array.from({ length: 700 }, (_, line) => lines[(page * 131 + line * step) % lines.length]).join('\n');
    await write(`section-${page % 40}/page-${page}.md`, text);
  }
  for (let picture = 0; picture < pictures; picture++) await write(`images/${picture}.png`, randomBytes(400_000));
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder });
  git('init', '--quiet');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--allow-empty', '--message=Docs');
  return size;
}
