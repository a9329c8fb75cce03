import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { searchPath } from '../../../test/support/bundle.ts';
import { tool } from '../../../test/support/tool.ts';
import { root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goals = { firstStep: 500, timesAct: 0.5 };
const rounds = 9;
const steps = 10;

/** A job of ten steps is rehearsed, and performed by act. The job counts from the first word of each to its end. */
export async function rehearsal(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const at = (name: string) => join(scratch.path, name);
  await makeProject(at('project'));
  await mkdir(at('home'));
  const env = { PATH: searchPath, HOME: at('home'), TMPDIR: scratch.path, NO_COLOR: '1' };
  const inProject = { cwd: at('project'), env };
  const workflow = at('project/.github/workflows/release.yml');
  const act = [await tool('act'), 'push', '-W', workflow, '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server'];
  const own = [process.execPath, join(root, 'dist/cli.mjs'), 'rehearse', 'v1.0.0'];
  const ours: Watched[] = [];
  const theirs: Watched[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await watch(own, { step: / ✓ /, end: /succeeded\.$/ }, inProject));
    theirs.push(
      await watch(
        [...act, `--action-cache-path=${at('cache')}`],
        { step: /✅ {2}Success - Main/, end: /Job succeeded$/ },
        inProject,
      ),
    );
  }
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const ratio = median(ours.map(({ job }, round) => job / (theirs[round]?.job ?? 1)));
  const firstStep = median(ours.map((one) => one.firstStep));
  const row = (name: string, all: readonly Watched[], times: number) => [
    name,
    ...[
      median(all.map((one) => one.firstStep)),
      median(all.map((one) => one.job)),
      median(all.map((one) => one.whole)),
    ].map((time) => `${(time / 1000).toFixed(2)} s`),
    times.toFixed(2),
  ];
  console.log(`A job of ${steps} steps, ${rounds} rounds\n`);
  const head = ['', 'first step', 'the job', 'the command', 'times act'];
  console.log(table(head, [row('rehearse', ours, ratio), row('act', theirs, 1)]));
  if (firstStep > goals.firstStep) console.log(`\nThe first step has to be performed after ${goals.firstStep} ms.`);
  if (ratio > goals.timesAct) console.log(`\nThe goal for the job is ${goals.timesAct} times act.`);
  return firstStep <= goals.firstStep && ratio <= goals.timesAct;
}

/** Milliseconds until the first step has been performed, from the first word to the end of the job, and of the whole command. */
type Watched = { readonly firstStep: number; readonly job: number; readonly whole: number };

async function watch(
  [program = '', ...args]: readonly string[],
  lines: { readonly step: RegExp; readonly end: RegExp },
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Watched> {
  const begin = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  const times: { word?: number; step?: number; end?: number } = {};
  let found = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== '') times.word ??= performance.now();
    if (lines.end.test(line)) times.end = performance.now();
    if (!lines.step.test(line)) return;
    times.step ??= performance.now();
    found++;
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const whole = performance.now() - begin;
  const { word, step, end } = times;
  if (exitCode !== 0 || found !== steps || word === undefined || step === undefined || end === undefined)
    throw new Error(`${program} ended with ${exitCode} and performed ${found} steps.`);
  return { firstStep: step - begin, job: end - word, whole };
}

async function makeProject(folder: string): Promise<void> {
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  const script = Array.from({ length: steps }, (_, index) => `      - run: echo step ${index}\n`).join('');
  const text = `on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n${script}`;
  await writeFile(join(folder, '.github/workflows/release.yml'), text);
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['remote', 'add', 'origin', 'https://github.com/org/project'],
    ['add', '--all'],
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Release'],
  ])
    await once(spawn('git', args, { cwd: folder, stdio: 'inherit' }), 'close');
}
