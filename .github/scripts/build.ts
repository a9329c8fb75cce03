// Builds the release tree dist/: what the root of a tag such as v1 holds. --check builds it anew and compares every byte.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '../../src/runtime/contract.ts';
import { actionNames, loadAction, root } from './actions.ts';
import { bundle } from './build/bundle.ts';
import { packageOf } from './build/stats.ts';
import type { Stats } from './build/stats.ts';
import { pinned, reusableWorkflows } from './reusable-workflows.ts';

const isCheck = process.argv.includes('--check');
const tree = await releaseTree();
if (isCheck) compare(tree);
else replace(tree);

type Tree = ReadonlyMap<string, string>;

/** Path → content of everything in dist/. */
async function releaseTree(): Promise<Tree> {
  const { files, stats } = bundle();
  const library = [...files].map(([file, text]) => [`lib/${file}`, text] as const);
  const folders = await actionFolders();
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; license: string };
  return new Map([
    ...library,
    ...folders,
    ...performedAction('github-script', 'githubScript'),
    ['cli.mjs', commandLine()],
    [
      'package.json',
      `${JSON.stringify({ name: 'release-actions', version: project.version, type: 'module', license: project.license, bin: { 'release-actions': 'cli.mjs' }, engines: { node: '>=24' } }, undefined, 2)}\n`,
    ],
    ...reusableWorkflows.map(({ file, text }) => [`.github/workflows/${file}`, pinned(text, project.version)] as const),
    ['LICENSES.md', licences(stats)],
    ['build-wheel/requirements.txt', readFileSync(join(root, 'actions/build-wheel/requirements.txt'), 'utf8')],
    ...['LICENSE', 'README.md'].map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
  ]);
}

async function actionFolders(): Promise<(readonly [string, string])[]> {
  const folders = actionNames.map(async (name) => [
    [`${name}/action.yml`, manifest(await loadAction(name), 'index.mjs')] as const,
    [`${name}/index.mjs`, `import { step } from '../lib/index.mjs';\nawait step('${name}');\n`] as const,
  ]);
  return (await Promise.all(folders)).flat();
}

/** An action of others that a rehearsal performs by a program of its own. */
function performedAction(name: string, program: string): readonly (readonly [string, string])[] {
  const action = readFileSync(join(root, 'src/rehearsal/actions', name, 'action.yml'), 'utf8');
  return [
    [`rehearsal/${name}/action.yml`, action],
    [`rehearsal/${name}/index.mjs`, `import { ${program} } from '../../lib/index.mjs';\nawait ${program}();\n`],
  ];
}

// Nothing newer than Node 14 may stand here: an old Node has to be able to read it.
function commandLine(): string {
  return String.raw`#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  const quoted = (word) => (/^[\w./:=@,-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'");
  console.error('release-actions needs Node 24 or newer; this is Node ' + process.versions.node + '. To use a Node 24 from npm:');
  console.error('  npx --yes --package node@24 -- node ' + process.argv.slice(1).map(quoted).join(' '));
  process.exitCode = 1;
} else {
  import('./lib/index.mjs').then(({ cli }) => cli(process.argv.slice(2), import.meta.dirname));
}
`;
}

/** The licence texts of every package that has a file in the bundle. */
function licences({ modules }: Stats): string {
  const packages = new Set(
    modules.flatMap((one) => [one, ...(one.modules ?? [])].flatMap((file) => packageOf(file) ?? [])),
  );
  const texts = [...packages].toSorted().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
    };
    const found = readdirSync(folder)
      .filter((file) => /^licen[cs]e/i.test(file))
      .toSorted();
    if (found.length === 0) throw new Error(`${name} has no licence file`);
    return [
      `## ${name} ${version} (${license})`,
      ...found.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
    ].join('\n\n');
  });
  return `# Licences of what is bundled\n\n${texts.join('\n\n')}\n`;
}

function replace(wanted: Tree): void {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const [file, text] of wanted) {
    mkdirSync(join(root, 'dist', file, '..'), { recursive: true });
    writeFileSync(join(root, 'dist', file), text, { mode: file === 'cli.mjs' ? 0o755 : 0o644 });
  }
  const bytes = [...wanted.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`dist/: ${wanted.size} files, ${Math.round(bytes / 1024)} KiB`);
}

function compare(wanted: Tree): void {
  const dist = join(root, 'dist');
  const there = existsSync(dist) ? readdirSync(dist, { recursive: true, withFileTypes: true }) : [];
  const found = new Map(
    there
      .filter((one) => !one.isDirectory())
      .map((one) => {
        const path = join(one.parentPath, one.name);
        return [path.slice(dist.length + 1), one.isFile() ? readFileSync(path, 'utf8') : 'a link'] as const;
      }),
  );
  const differing = [...new Set([...wanted.keys(), ...found.keys()])].filter(
    (file) => wanted.get(file) !== found.get(file) || isExecutable(join(dist, file)) !== (file === 'cli.mjs'),
  );
  for (const file of differing) console.error(`dist/${file} is not what the sources make: run npm run build`);
  if (differing.length > 0) process.exitCode = 1;
}

function isExecutable(path: string): boolean {
  return (statSync(path).mode & 0o100) !== 0;
}
