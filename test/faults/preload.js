// Loaded into an action before its own code. Records what the action does to files, and lets one step go wrong.
// It is JavaScript, because removing types would slow down every run.
import { AsyncLocalStorage } from 'node:async_hooks';
import children from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const state = new URL(import.meta.url).searchParams.get('state') ?? '';
const real = { append: fs.appendFileSync, write: fs.writeFileSync };
const fault = JSON.parse(fs.readFileSync(join(state, 'fault.json'), 'utf8'));
const writers =
  'appendFile chmod copyFile cp link mkdir mkdtemp open rename rm rmdir symlink truncate unlink writeFile'.split(' ');
const within = new AsyncLocalStorage(); // some of these functions call others of them, which are not steps of their own
let matches = 0;

unrecorded(() => real.write(join(state, 'pid'), `${process.pid}\n`));
for (const name of writers) {
  replace(fs, `${name}Sync`, (call) => synchronous(name, call));
  replace(fs.promises, name, (call) => asynchronous(name, call));
  replace(fs, name, (call) => calledBack(name, call));
}
replace(fs, 'createWriteStream', (call) => synchronous('open', call));
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  replace(children, name, (call) => (program, ...rest) => {
    record('programs', program);
    return call(program, ...rest);
  });
}
syncBuiltinESMExports();

function replace(library, name, wrap) {
  library[name] = wrap(library[name]);
}

function synchronous(name, call) {
  return (...args) => {
    const mode = before(name, args);
    const made = unrecorded(() => call(...argumentsFor(mode, args)));
    after(mode);
    return made;
  };
}

function asynchronous(name, call) {
  return async (...args) => {
    const mode = before(name, args);
    const made = await unrecorded(() => call(...argumentsFor(mode, args)));
    after(mode);
    return made;
  };
}

function calledBack(name, call) {
  return (...args) => {
    const done = args.at(-1);
    if (typeof done !== 'function') return call(...args);
    try {
      const mode = before(name, args);
      const then = (...result) => {
        after(mode);
        done(...result);
      };
      return unrecorded(() => call(...argumentsFor(mode, args.slice(0, -1)), then));
    } catch (error) {
      return process.nextTick(done, error);
    }
  };
}

function unrecorded(work) {
  return within.run(true, work);
}

function record(file, text) {
  unrecorded(() => real.append(join(state, file), `${text}\0`));
}

/** Records a call, applies a fault that comes before its effect, and returns the mode of a fault that comes later. */
function before(name, args) {
  if (within.getStore() || (name === 'open' && !opensForWriting(args[1]))) return undefined;
  const paths = args.slice(0, /^(?:copyFile|cp|link|rename|symlink)$/.test(name) ? 2 : 1);
  const call = [name, ...paths.map(named)].join(' ');
  record('files', call);
  if (fault === null || !new RegExp(fault.pattern, 's').test(call) || ++matches !== fault.nth) return undefined;
  record('hit', call);
  if (fault.mode === 'sigterm') process.kill(process.pid, 'SIGTERM');
  if (fault.mode === 'kill-before') process.kill(process.pid, 'SIGKILL');
  if (fault.mode === 'fail-before') throw failure(name, paths[0]);
  return fault.mode;
}

/** The path of a file, also if it is reached through the handle of its folder, or is a handle itself. */
function named(path) {
  if (typeof path === 'object' && typeof path?.fd === 'number') return named(`/proc/self/fd/${path.fd}`);
  const [, handle, rest] = /^(\/proc\/self\/fd\/\d+)(.*)$/s.exec(String(path)) ?? [];
  return handle === undefined ? path : `${unrecorded(() => fs.readlinkSync(handle))}${rest}`;
}

function opensForWriting(flags) {
  if (typeof flags === 'number') return (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
  return typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'object';
}

/** The arguments of the call, with half of the content if the process is to be killed midway. */
function argumentsFor(mode, args) {
  if (mode !== 'kill-midway') return args;
  const [path, content, ...rest] = args;
  const isInPieces = typeof content === 'object' && !ArrayBuffer.isView(content);
  if (isInPieces) return [path, firstHalf(content), ...rest];
  const bytes = Buffer.from(content);
  return [path, bytes.subarray(0, Math.floor(bytes.length / 2)), ...rest];
}

async function* firstHalf(pieces) {
  for await (const piece of pieces) {
    yield piece.subarray(0, Math.floor(piece.length / 2));
    return;
  }
}

function after(mode) {
  if (mode === 'kill-midway' || mode === 'kill-after') process.kill(process.pid, 'SIGKILL');
}

function failure(name, path) {
  const isFull = /^(?:appendFile|copyFile|cp|mkdir|mkdtemp|open|writeFile)$/.test(name);
  const [code, errno, words] = isFull ? ['ENOSPC', -28, 'no space left on device'] : ['EIO', -5, 'i/o error'];
  if (typeof path === 'object')
    return Object.assign(new Error(`${code}: ${words}, write`), { code, errno, syscall: 'write' }); // a handle
  return Object.assign(new Error(`${code}: ${words}, ${name} '${path}'`), { code, errno, syscall: name, path });
}
