// The npm packages, as package-lock.json asks for them, and the Node among them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from './machine.js';

const neededNode = 24;
const project = fileURLToPath(new URL('../../..', import.meta.url));
const modules = join(project, 'node_modules');
const lockFile = join(project, 'package-lock.json');
const nodePackage = `node-${process.platform}-${process.arch}`;
const proxies = /^(https?_proxy|no_proxy|all_proxy|npm_config_(registry|proxy|https_proxy|noproxy))$/i;

/** Whether npm has a Node for such a machine. */
export function isNodeOffered() {
  return `node_modules/${nodePackage}` in packagesOf(lockFile);
}

export function isComplete() {
  return isInstalled() && isNodeReachable();
}

export function refuseOldNode() {
  if (isNodeReachable()) return;
  refuse(
    `Node ${neededNode} or newer is needed; PATH has ${process.version}, and npm has none to install for ` +
      `${process.platform} ${process.arch}. Install it (https://nodejs.org/en/download) and put it first on PATH.`,
  );
}

export async function install() {
  process.stderr.write('Installing the npm packages (npm ci --ignore-scripts) …\n');
  refuseSilentRegistry();
  await runNpmCi('npm');
  linkNode();
  const itsNode = join(modules, nodePackage, 'bin', 'node');
  const npm = process.env.npm_execpath; // set for every script of npm
  if (isNew(process.version) || npm === undefined || !existsSync(itsNode) || !lacksBinary()) return;
  // npm leaves out binaries that do not suit the Node on which it runs itself.
  process.stderr.write(`Installing them again, for Node ${neededNode} instead of ${process.version} …\n`);
  await runNpmCi(itsNode, npm);
  linkNode();
}

async function runNpmCi(...program) {
  const begin = Date.now();
  const life = setInterval(() => {
    process.stderr.write(`… npm ci is at work, ${Math.round((Date.now() - begin) / 1000)} s\n`);
  }, 10_000);
  const [first, ...rest] = [...program, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn(first, rest, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  const lack = await new Promise((resolve) => {
    npm.once('error', ({ message }) => resolve(`: ${message}`));
    npm.once('exit', (code) => resolve(code === 0 ? undefined : '.'));
  });
  clearInterval(life);
  if (lack !== undefined) refuse(`npm ci did not succeed${lack}`);
}

/** Whether a binary for such a machine is not installed. */
function lacksBinary() {
  const found = packagesOf(join(modules, '.package-lock.json'));
  const libc = process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  const suits = (wanted, one) => wanted === undefined || [wanted].flat().includes(one);
  return Object.entries(packagesOf(lockFile)).some(
    ([path, { os, cpu, libc: library }]) =>
      os !== undefined &&
      suits(os, process.platform) &&
      suits(cpu, process.arch) &&
      suits(library, libc) &&
      !(path in found),
  );
}

/** One question shows in seconds that the registry cannot be reached. npm ci tries for minutes, and may not say why it fails. */
function refuseSilentRegistry() {
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];
  const question = ['view', 'semver', 'version', ...patience, '--loglevel=error'];
  const { stderr, signal } = spawnSync('npm', question, { cwd: project, encoding: 'utf8', timeout: 50_000 });
  const reason = signal ? 'no answer for 50 seconds' : /request to .* failed, reason: .*/.exec(stderr ?? '')?.[0];
  if (reason === undefined) return; // it answered, or npm ci says what is wrong
  const variables = Object.entries(process.env).filter(([name, value]) => value && proxies.test(name));
  const set = variables.map(([name, value]) => `  ${name}=${withoutSecrets(value)}`);
  refuse(
    [
      `npm cannot reach its registry: ${withoutSecrets(reason)}`,
      'Check the network, and what npm config get registry says.',
      ...(set.length > 0 ? ['These variables decide by which way npm goes:', ...set] : []),
    ].join('\n'),
  );
}

function withoutSecrets(text) {
  return text.replace(/(\w+:\/\/)[^/@\s]*@/g, '$1');
}

// npm 10 removes this link again: the package for the other processor, which is not installed, has a bin of the same name.
function linkNode() {
  const link = join(modules, '.bin', 'node');
  if (existsSync(link) || !existsSync(join(modules, nodePackage, 'bin', 'node'))) return;
  rmSync(link, { force: true });
  symlinkSync(join('..', nodePackage, 'bin', 'node'), link);
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
  return isNew(own.status === 0 ? own.stdout.trim() : process.version);
}

function isNew(version) {
  return Number.parseInt(version.slice(1), 10) >= neededNode;
}
