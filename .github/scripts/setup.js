// Runs before the npm scripts, on the Node that is there (18 or newer, hence JavaScript). First it looks for the programs
// that the script needs, which are its arguments, and names all that are missing. Then it installs the npm packages when
// they are not what package-lock.json asks for, among them the Node that the scripts run on. Otherwise it is silent.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededNode = 24;
const project = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(project, 'node_modules');
const lockFile = join(project, 'package-lock.json');
const nodePackage = `node-${process.platform}-${process.arch}`;
const programs = JSON.parse(readFileSync(new URL('programs.json', import.meta.url), 'utf8'));

refuseMissing(['node', ...process.argv.slice(2)]);
if (!(`node_modules/${nodePackage}` in packagesOf(lockFile))) refuseOldNode();
if (!isInstalled() || !isNodeReachable()) await install();
refuseOldNode();

function refuseOldNode() {
  if (isNodeReachable()) return;
  refuse(
    `Node ${neededNode} or newer is needed; PATH has ${process.version}, and npm has none to install for ` +
      `${process.platform} ${process.arch}. Install it (https://nodejs.org/en/download) and put it first on PATH.`,
  );
}

/** Before anything takes time, and all at once. */
function refuseMissing(names) {
  const lacks = names.map((name) => [name, lackOf(name)]).filter(([, lack]) => lack !== undefined);
  if (lacks.length === 0) return;
  const packages = (system) => lacks.flatMap(([name]) => programs[name][system]).join(' ');
  refuse(
    [
      `npm run ${process.env.npm_lifecycle_event?.replace(/^pre/, '') ?? '…'} needs programs that this machine lacks:`,
      ...lacks.map(([name, lack]) => `  ${titleOf(name)}: ${lack}`),
      `Debian, Ubuntu: apt-get install ${packages('debian')}`,
      `macOS: brew install ${packages('homebrew')}`,
    ].join('\n'),
  );
}

/** What is wrong with a program of this machine, if anything. */
function lackOf(name) {
  const { atLeast, ask } = programs[name];
  if (name === 'node') return isOlder(process.versions.node, atLeast) ? `found ${process.version}` : undefined;
  const place = placeOf(name);
  if (place === undefined) return `there is no ${name} on PATH`;
  if (ask === undefined) return undefined;
  const { stdout, stderr, error } = spawnSync(place, ask, { encoding: 'utf8' });
  const version = /\d+(\.\d+)+/.exec(stdout ?? '')?.[0];
  if (version === undefined) return `${place} says ${error?.message ?? stderr.trim().split('\n').pop()}`;
  return isOlder(version, atLeast) ? `found ${version}, ${place}` : undefined;
}

function placeOf(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((place) => existsSync(place));
}

function isOlder(version, atLeast) {
  const [found, wanted] = [version, atLeast].map((text) => text.split('.').map(Number));
  return found[0] === wanted[0] ? (found[1] ?? 0) < (wanted[1] ?? 0) : found[0] < wanted[0];
}

/** `Python 3.11 or newer with pip` */
function titleOf(name) {
  const { title, atLeast, with: companion } = programs[name];
  return [title, ...(atLeast ? [`${atLeast} or newer`] : []), ...(companion ? [`with ${companion}`] : [])].join(' ');
}

function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const found = packagesOf(installed);
  const wanted = packagesOf(lockFile);
  return (
    Object.keys(found).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path in found ? found[path].version === version && found[path].integrity === integrity : optional,
    )
  );
}

function packagesOf(file) {
  const { '': _project, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
  return packages;
}

// npm puts node_modules/.bin first on the PATH of its scripts, so a Node in there is the one that they get.
function isNodeReachable() {
  const own = spawnSync(join(modules, '.bin', 'node'), ['--version'], { encoding: 'utf8' });
  const version = own.status === 0 ? own.stdout.trim() : process.version;
  return Number.parseInt(version.slice(1), 10) >= neededNode;
}

async function install() {
  const begin = Date.now();
  process.stderr.write('Installing the npm packages (npm ci --ignore-scripts) …\n');
  const life = setInterval(() => {
    process.stderr.write(`… npm ci is at work, ${Math.round((Date.now() - begin) / 1000)} s\n`);
  }, 10_000);
  const command = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', command, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  const lack = await new Promise((resolve) => {
    npm.once('error', ({ message }) => resolve(`: ${message}`));
    npm.once('exit', (code) => resolve(code === 0 ? undefined : '.'));
  });
  clearInterval(life);
  if (lack !== undefined) refuse(`npm ci did not succeed${lack}`);
  linkNode();
}

// npm 10 removes this link again: the package for the other processor, which is not installed, has a bin of the same name.
function linkNode() {
  const link = join(modules, '.bin', 'node');
  if (existsSync(link) || !existsSync(join(modules, nodePackage, 'bin', 'node'))) return;
  rmSync(link, { force: true });
  symlinkSync(join('..', nodePackage, 'bin', 'node'), link);
}

function refuse(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
