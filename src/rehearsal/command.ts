import { parseArgs } from 'node:util';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import { Checkout } from './checkout.ts';
import { explained, explanation } from './explain.ts';
import type { RepositoryEvent } from './triggers/event.ts';

/** What the command line gives to a command. */
type Terminal = {
  readonly folder: string;
  readonly searchPath: string;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
};

const help = `Rehearse a release: what the workflows of this checkout do when a tag is pushed, or when somebody starts one.

Usage: release-actions rehearse <tag | workflow> --explain [options]

  --explain
    Say of every workflow whether it would run, and why.
  --input NAME=VALUE
    An input of the workflow that is started. Can be given several times.
  --ref BRANCH
    The branch at which the workflow is started. [the default branch]

Examples
  release-actions rehearse v1.2.0 --explain
  release-actions rehearse release.yml --input version=1.2.0 --explain
`;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Terminal) => Promise<number> {
  const asked = readArguments(args);
  return asked === 'help' ? showHelp : (terminal) => explain(asked, terminal);
}

async function showHelp({ print }: Terminal): Promise<number> {
  print(help);
  return 0;
}

async function explain(asked: Asked, { folder, searchPath, print }: Terminal): Promise<number> {
  const checkout = await Checkout.open(folder, searchPath);
  const event = await eventOf(asked, checkout);
  const all = explained(await checkout.workflows(event.sha), event);
  print(`${explanation(all, event)}\n`);
  return all.some((one) => one.kind === 'read' && one.finding.runs) ? 0 : 1;
}

type Asked = {
  readonly what: string;
  readonly ref: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
};

function readArguments(args: readonly string[]): Asked | 'help' {
  const options = {
    explain: { type: 'boolean' },
    input: { type: 'string', multiple: true },
    ref: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (values.help === true) return 'help';
  const [what, ...more] = positionals;
  if (what === undefined || more.length > 0)
    throw new ReleaseError(`rehearse takes one tag or one workflow, not ${positionals.length}.`, { fix: usage });
  if (values.explain !== true) throw new ReleaseError('rehearse can only explain so far.', { fix: 'Add --explain.' });
  return { what, ref: values.ref, inputs: Object.fromEntries((values.input ?? []).map(inputOf)) };
}

const usage = 'Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.';

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ReleaseError(message, { fix: 'release-actions rehearse --help lists all options.', cause });
  }
}

function inputOf(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([\w-]+)=([^]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new ReleaseError(`--input ${quoted(text)} has no name and value.`, { fix: 'Write --input version=1.2.0.' });
  return [name, value];
}

const person = { login: 'you', kind: 'person' } as const;
const nothing = '0'.repeat(40);

/** A name of a workflow file stands for starting it, everything else for pushing a tag. */
async function eventOf({ what, ref, inputs }: Asked, checkout: Checkout): Promise<RepositoryEvent> {
  if (/\.ya?ml$/.test(what)) {
    const branch = ref ?? (await checkout.defaultBranch());
    const sha = await checkout.look('rev-parse', '--verify', '--quiet', `${branch}^{commit}`);
    if (sha === undefined)
      throw new ReleaseError(`There is no branch ${quoted(branch)}.`, { fix: 'Give another --ref.' });
    const workflow = what.includes('/') ? what : `.github/workflows/${what}`;
    return {
      name: 'workflow_dispatch',
      ref: `refs/heads/${branch}`,
      sha,
      actor: person,
      payload: { inputs },
      workflow,
      inputs,
    };
  }
  const sha =
    (await checkout.look('rev-parse', '--verify', '--quiet', `refs/tags/${what}^{commit}`)) ?? (await checkout.head());
  const payload = { ref: `refs/tags/${what}`, before: nothing, after: sha };
  return { name: 'push', ref: `refs/tags/${what}`, sha, actor: person, payload, tagsInPush: 1 };
}
