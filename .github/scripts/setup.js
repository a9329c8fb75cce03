// Runs before the npm scripts, on the Node that is there (18 or newer, hence JavaScript): installs the npm packages
// when they are not what package-lock.json asks for, among them the Node that the scripts run on. Otherwise silent.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededNode = 24;
const project = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(project, 'node_modules');

if (!isInstalled() || !isNodeReachable()) install();
if (!isNodeReachable()) {
  refuse(
    `Node ${neededNode} or newer is needed; PATH has ${process.version}, and npm has none to install for ` +
      `${process.platform} ${process.arch}. Install it (https://nodejs.org/en/download) and put it first on PATH.`,
  );
}

function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const found = packagesOf(installed);
  const wanted = packagesOf(join(project, 'package-lock.json'));
  return (
    Object.keys(found).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path in found ? found[path].version === version && found[path].integrity === integrity : optional,
    )
  );
}

function packagesOf(lockFile) {
  const { '': _project, ...packages } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return packages;
}

// npm puts node_modules/.bin first on the PATH of its scripts, so a Node in there is the one that they get.
function isNodeReachable() {
  const own = spawnSync(join(modules, '.bin', 'node'), ['--version'], { encoding: 'utf8' });
  const version = own.status === 0 ? own.stdout.trim() : process.version;
  return Number.parseInt(version.slice(1), 10) >= neededNode;
}

function install() {
  process.stderr.write('Installing the npm packages (npm ci --ignore-scripts) …\n');
  const command = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', command, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) refuse(`npm ci did not succeed${error ? `: ${error.message}` : ''}.`);
}

function refuse(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
