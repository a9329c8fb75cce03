import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { actionNames, root } from '../actions.ts';
import { namedChunks } from './chunks.ts';
import { copyShakable } from './packages.ts';
import type { Stats } from './stats.ts';

export type Bundle = { readonly files: ReadonlyMap<string, string>; readonly stats: Stats };

const build = join(root, 'build');

/** The sources and what they need as JavaScript: index.mjs, and a file for everything that is loaded later. */
export function bundle(): Bundle {
  rmSync(build, { recursive: true, force: true });
  run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json');
  const common = commonModules();
  writeFileSync(join(build, 'index.mjs'), entry(common));
  // Else the bundler drops a module from which the entry itself uses nothing.
  writeFileSync(join(build, 'package.json'), JSON.stringify({ type: 'module', sideEffects: true }));
  copyShakable(build);
  const places = ['--out', 'build/lib', '--stats-out', 'build/stats.json'];
  run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.mjs', ...places, '--quiet');
  const stats = JSON.parse(readFileSync(join(build, 'stats.json'), 'utf8')) as Stats;
  return { files: namedChunks(written(), stats), stats };
}

// Why: docs/decisions.md D1
/** One module that knows every action, and loads the one that is asked for. */
function entry(common: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const loaders = actionNames.map((name) => `  ${JSON.stringify(name)}: () => import('./actions/${name}/action.js'),`);
  return [
    "import { step as perform } from './src/runtime/step.js';",
    ...common.map((file) => `import './${file}';`),
    'const actions = {',
    ...loaders,
    '};',
    'const commands = {',
    "  rehearse: { described: () => import('./src/rehearsal/rehearse-arguments.js'), loaded: () => import('./src/rehearsal/command.js') },",
    "  doctor: { described: () => import('./src/rehearsal/doctor/doctor-arguments.js'), loaded: () => import('./src/rehearsal/doctor/doctor.js') },",
    "  verify: { described: () => import('./src/verification/verify-arguments.js'), loaded: async () => ({ command: (await import('./src/verification/verify-command.js')).commandWith(actions) }) },",
    "  init: { described: () => import('./src/init/init-arguments.js'), loaded: () => import('./src/init/init.js') },",
    '};',
    'export const step = async (name) => perform((await actions[name]()).default);',
    "export const githubScript = async () => (await import('./src/runtime/github-script/github-script.js')).githubScript();",
    `export const cli = async (args, releaseTree) => (await import('./src/runtime/cli.js')).cli({ actions, commands, version: ${JSON.stringify(version)}, releaseTree }, args);`,
    '',
  ].join('\n');
}

/**
 * What half of the actions load, and the entry does not. The bundler copies what is smaller than 20 kB into the file of
 * each action, so the entry takes it. What needs a package of its own is larger, and gets a file of its own.
 */
function commonModules(): readonly string[] {
  const entered = reach('src/runtime/step.js');
  const reached = actionNames.map((name) => reach(`actions/${name}/action.js`));
  const all = [...new Set(reached.flatMap((files) => [...files]))].toSorted();
  return all.filter((file) => {
    const users = reached.filter((files) => files.has(file)).length;
    const isLight = [...reach(file)].every((needed) => isOwn(needed) || entered.has(needed));
    return isOwn(file) && isLight && !entered.has(file) && users >= actionNames.length / 2;
  });
}

/** A module of build/ and all that it imports: own modules by their path, packages by their name. */
function reach(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!isOwn(file)) return found;
  const imports = readFileSync(join(build, file), 'utf8').matchAll(/^(?:import|export)\b[^'"]*? from '([^']+)';/gm);
  for (const [, name = ''] of imports) {
    if (!isBuiltin(name)) reach(name.startsWith('.') ? posix.join(posix.dirname(file), name) : name, found);
  }
  return found;
}

const isOwn = (file: string) => /^(?:src|actions)\//.test(file);

function written(): ReadonlyMap<string, string> {
  const files = readdirSync(join(build, 'lib')).filter((file) => file !== 'package.json');
  return new Map(
    files.map((file) => {
      // Packages that were made on Windows have other ends of lines, which git would not keep.
      const text = readFileSync(join(build, 'lib', file), 'utf8').replaceAll('\r\n', '\n');
      // The bundler ends with 0 where an import was not found, and leaves this behind.
      const missing = /eval\("require"\)\("([^"]+)"\)/.exec(text)?.[1];
      if (missing !== undefined) throw new Error(`${file} needs ${missing}, which was not found`);
      return [file, withDirectBuiltins(text)];
    }),
  );
}

// Why: docs/decisions.md D36
/** The bundler asks the loader of CommonJS for Node's own modules, which takes longer than to ask Node for them. */
function withDirectBuiltins(text: string): string {
  const direct = text
    .replace('import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n', '')
    .replaceAll(request, (_, name: string) => {
      if (!isBuiltin(name)) throw new Error(`${name} should be in the bundle`);
      return costly.has(name) ? `late("${name}")` : `process.getBuiltinModule("${name}")`;
    })
    .replaceAll(
      /\(\(module\) => \{\s+(module\.exports = (?:late|process.+)\(.+\));\s+(?:\/\*+\/ )?\}\)/g,
      '(module) => { $1; }',
    );
  return direct.includes('late("node:') ? direct.replace(/^(?:\/\*+\/ )?/, `${late}\n$&`) : direct;
}

const request = /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("([^"]+)"\)/g;

const late = 'const late = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] });';

/** What takes milliseconds to load, and many starts do not use at once: it is loaded when something of it is used. */
const costly: ReadonlySet<string> = new Set(['node:crypto', 'node:fs/promises', 'node:zlib']);

function run(script: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
