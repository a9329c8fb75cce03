import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  addPath,
  debug,
  endGroup,
  error,
  exportVariable,
  getBooleanInput,
  getInput,
  getMultilineInput,
  getState,
  group,
  info,
  isDebug,
  notice,
  saveState,
  setCommandEcho,
  setFailed,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import * as exec from '@actions/exec';
import * as io from '@actions/io';
import { openToolkit, type Plugin } from '../../world/github-toolkit.ts';
import { contextOf } from './context.ts';
import { idToken } from './id-token.ts';
import { findFiles } from './find-files.ts';

const inputs = { getInput, getBooleanInput, getMultilineInput, getState, isDebug };
const texts = { debug, info, notice, warning, error, startGroup, endGroup, group, setFailed };
const effects = { setOutput, saveState, setSecret, exportVariable, addPath, setCommandEcho, summary };

// Why: docs/decisions.md D92
/**
 * What actions/github-script does: runs the script of the input with the toolkit, and gives its result as an output. It is a program of
 * a rehearsal, started for one step.
 */
export async function githubScript(): Promise<void> {
  try {
    const result = await scriptOf(getInput('script', { required: true }))(...Object.values(known()));
    setOutput('result', encoded(result, getInput('result-encoding') || 'json'));
  } catch (cause) {
    info(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    setFailed(`Unhandled error: ${String(cause)}`);
  }
}

type Script = (...known: readonly unknown[]) => Promise<unknown>;

function scriptOf(text: string): Script {
  const AsyncFunction = (async () => {}).constructor as new (...texts: readonly string[]) => Script;
  return new AsyncFunction(...Object.keys(known()), text);
}

/** What a script knows, by name. */
function known(): Readonly<Record<string, unknown>> {
  const open = (token: string, options: object = {}, ...plugins: readonly Plugin[]) =>
    openToolkit(token, { userAgent: getInput('user-agent') || 'actions/github-script', ...options }, plugins);
  const base = getInput('base-url');
  const github = open(getInput('github-token'), base === '' ? {} : { baseUrl: base });
  const require = createRequire(join(process.cwd(), 'script.js'));
  return {
    require,
    __original_require__: require,
    github,
    octokit: github,
    getOctokit: open,
    context: contextOf(process.env),
    core: named('core', { ...inputs, ...texts, ...effects, getIDToken: idToken }),
    exec,
    glob: named('glob', { create: findFiles }),
    io,
  };
}

/** What a rehearsal does not have says so. */
const named = <All extends object>(name: string, all: All): All =>
  new Proxy(all, {
    get: (target, key, receiver) => {
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver);
      throw new Error(`a rehearsal has no ${name}.${key}`);
    },
  });

function encoded(result: unknown, encoding: string): string {
  if (encoding === 'json') return JSON.stringify(result) ?? '';
  if (encoding === 'string') return String(result);
  throw new Error('"result-encoding" must be either "string" or "json"');
}
