// What the machine has to have: programs, and folders that can be written to.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const programs = JSON.parse(readFileSync(new URL('programs.json', import.meta.url), 'utf8'));
const script = process.env.npm_lifecycle_event?.replace(/^pre/, '') ?? '…';

/** Before anything takes time, and all at once. */
export function refuseMissing(names) {
  const lacks = names.map((name) => [name, lackOf(name)]).filter(([, lack]) => lack !== undefined);
  if (lacks.length === 0) return;
  const packages = (system) => lacks.flatMap(([name]) => programs[name][system]).join(' ');
  refuse(
    [
      `npm run ${script} needs programs that this machine lacks:`,
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

/** Where npm keeps packages and the tests keep tools: npm takes a folder that it may not write to for a bug of its own. */
export function refuseReadOnly({ isInstalling, usesTools }) {
  const {
    npm_config_cache: ofNpm,
    RELEASE_ACTIONS_CACHE: own,
    XDG_CACHE_HOME: caches,
    HOME: home = homedir(),
  } = process.env;
  const folders = {
    ...(isInstalling ? { npm_config_cache: ofNpm || join(home, '.npm') } : {}),
    ...(usesTools ? { RELEASE_ACTIONS_CACHE: own || join(caches || join(home, '.cache'), 'release-actions') } : {}),
  };
  const lacks = Object.entries(folders).flatMap(([variable, folder]) => {
    const code = codeOfWriting(folder);
    return code === undefined ? [] : [{ variable, folder, code }];
  });
  if (lacks.length === 0) return;
  refuse(
    [
      `npm run ${script} needs folders for what it fetches, and may not write there:`,
      ...lacks.map(({ variable, folder, code }) => `  ${folder} (${code}): set ${variable} to another folder`),
    ].join('\n'),
  );
}

/** Why a folder, or the first that is there above it, cannot be written to. */
function codeOfWriting(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch ({ code }) {
    return code === 'ENOENT' && dirname(folder) !== folder ? codeOfWriting(dirname(folder)) : code;
  }
}

/** Ends the process. */
export function refuse(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
