import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { searchPath } from '../../../test/support/bundle.ts';
import { tool } from '../../../test/support/tool.ts';
import { root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goals = { firstStep: 500, timesAct: 0.5 };
const rounds = 9;
const steps = 10;

/** Jobs of ten steps are rehearsed, and performed by act. A job counts from the first word of each to its end. */
export async function rehearsal(): Promise<boolean> {
  const scripts = await measure(printing);
  const release = await measure(releasing);
  console.log(`Jobs of ${steps} steps, ${rounds} rounds\n`);
  const head = ['', 'first step', 'the job', 'the command', 'times act'];
  console.log(table(head, [...rowsOf('ten scripts', scripts), ...rowsOf('scripts and actions', release)]));
  const firstStep = median(scripts.ours.map((one) => one.firstStep));
  const ratio = ratioOf(scripts);
  if (firstStep > goals.firstStep) console.log(`\nThe first step has to be performed after ${goals.firstStep} ms.`);
  if (ratio > goals.timesAct) console.log(`\nThe goal for the job of ten scripts is ${goals.timesAct} times act.`);
  return firstStep <= goals.firstStep && ratio <= goals.timesAct;
}

type Measured = { readonly ours: readonly Watched[]; readonly theirs: readonly Watched[] };

async function measure(files: Files): Promise<Measured> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const at = (name: string) => join(scratch.path, name);
  await makeProject(at('project'), files);
  await mkdir(at('home'));
  const env = { PATH: searchPath, HOME: at('home'), TMPDIR: scratch.path, NO_COLOR: '1' };
  const inProject = { cwd: at('project'), env };
  const act = [await tool('act'), 'push', '-W', at(`project/${workflow}`), '-P', 'ubuntu-latest=-self-hosted'];
  const offline = ['--no-cache-server', `--action-cache-path=${at('cache')}`];
  const own = [process.execPath, join(root, 'dist/cli.mjs'), 'rehearse', 'v1.0.0'];
  const ours: Watched[] = [];
  const theirs: Watched[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await watch(own, { step: / ✓ /, end: /succeeded\.$/ }, inProject));
    theirs.push(await watch([...act, ...offline], { step: /✅ {2}Success - Main/, end: /Job succeeded$/ }, inProject));
  }
  return { ours, theirs };
}

const median = (values: readonly number[]) => quantile(values, 0.5);

const ratioOf = ({ ours, theirs }: Measured) => median(ours.map(({ job }, round) => job / (theirs[round]?.job ?? 1)));

function rowsOf(name: string, measured: Measured): readonly (readonly string[])[] {
  const row = (program: string, all: readonly Watched[], times: number) => [
    `${name}: ${program}`,
    ...(['firstStep', 'job', 'whole'] as const).map(
      (key) => `${(median(all.map((one) => one[key])) / 1000).toFixed(2)} s`,
    ),
    times.toFixed(2),
  ];
  return [row('rehearse', measured.ours, ratioOf(measured)), row('act', measured.theirs, 1)];
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
  if (exitCode !== 0 || found < steps || word === undefined || step === undefined || end === undefined)
    throw new Error(`${program} ended with ${exitCode} and performed ${found} steps.`);
  return { firstStep: step - begin, job: end - word, whole };
}

/** Path → content of what a project has. */
type Files = Readonly<Record<string, string>>;

const workflow = '.github/workflows/release.yml';

const jobOf = (lines: readonly string[]) =>
  `on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n${lines.map((line) => `      - ${line}\n`).join('')}`;

/** Each step prints a line. */
const printing: Files = {
  [workflow]: jobOf(Array.from({ length: steps }, (_, index) => `run: echo step ${index}`)),
};

/** As jobs of releases are: a checkout, local actions in JavaScript and of scripts, outputs, variables, a summary. */
const releasing: Files = {
  [workflow]: jobOf([
    'uses: actions/checkout@v6',
    '{ id: version, uses: ./.github/actions/version }',
    '{ run: test "$VERSION" = 1.0.0, env: { VERSION: "${{ steps.version.outputs.version }}" } }',
    'run: mkdir -p out && tar -czf out/project.tgz version.txt',
    '{ id: sums, uses: ./.github/actions/sums, with: { folder: out } }',
    'run: echo "SUMS=${{ steps.sums.outputs.file }}" >> "$GITHUB_ENV"',
    'run: test -s "$SUMS"',
    '{ if: github.event_name == \'schedule\' || success(), run: sha256sum --check "$SUMS", working-directory: out }',
    'run: echo "Released ${{ steps.version.outputs.version }}" >> "$GITHUB_STEP_SUMMARY"',
    'run: echo "::notice::Released"',
  ]),
  'version.txt': '1.0.0\n',
  '.github/actions/version/action.yml':
    'name: version\ndescription: Reads the version.\noutputs: { version: { description: The version } }\nruns: { using: node24, main: index.mjs }\n',
  '.github/actions/version/index.mjs': `import { appendFileSync, readFileSync } from 'node:fs';
appendFileSync(process.env.GITHUB_OUTPUT, 'version=' + readFileSync('version.txt', 'utf8'));
`,
  '.github/actions/sums/action.yml': `name: sums
description: Writes the sums of files.
inputs: { folder: { description: The folder, required: true } }
outputs: { file: { description: The file of sums, value: "\${{ steps.write.outputs.file }}" } }
runs:
  using: composite
  steps:
    - { run: sha256sum *.tgz > SHA256SUMS, shell: bash, working-directory: "\${{ inputs.folder }}" }
    - { id: write, run: echo "file=$PWD/SHA256SUMS" >> "$GITHUB_OUTPUT", shell: bash, working-directory: "\${{ inputs.folder }}" }
`,
};

async function makeProject(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['remote', 'add', 'origin', 'https://github.com/org/project'],
    ['add', '--all'],
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=Release'],
  ])
    await once(spawn('git', args, { cwd: folder, stdio: 'inherit' }), 'close');
}
