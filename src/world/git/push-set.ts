import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import type { Ran } from '../tools.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { lastWords, refusal } from './refusal.ts';
import { alone } from './transport.ts';

/** Tags that are created together or not at all, what they point at, and where. */
export type TagSet = {
  readonly remote: string;
  readonly tags: ReadonlyMap<string, string>;
  /** How many others the remote has. */
  readonly among: number;
};

/** Creates tags in one transaction of the remote, and believes no more than what it answers about each. */
export async function pushSet(set: TagSet, context: GitContext): Promise<void> {
  const { code, stdout, stderr } = await talk(set, context, false);
  const { remote, tags } = set;
  const answers = new Map(stdout.split('\n').flatMap((line) => answerOf(line, tags)));
  if (code === 0 && [...tags.keys()].every((tag) => answers.get(tag) === undefined && answers.has(tag))) return;
  // Of a transaction, only the refs that made it fail tell why.
  const reasons = [...stderr.split('\n'), ...answers.values()].filter(
    (line) => line !== undefined && !/atomic (?:transaction|push) failed/.test(line),
  );
  const said = reasons.join('\n');
  throw (
    refusal(said, remote, 'write') ??
    new Moved(`the push of ${tags.size} tags to ${remote} was not confirmed: ${lastWords(said)}`)
  );
}

/** Asks a remote, by a push that ends before it begins, whether it can create tags together. */
export async function refuseWithoutTransactions(set: TagSet, context: GitContext): Promise<void> {
  const { stderr } = await talk(set, context, true);
  // Anything else that is wrong is told by the push itself: a dry run may be made by somebody who may not push.
  if (!/does not support --atomic/.test(stderr)) return;
  throw new ReleaseError(`${set.remote} cannot take several tags in one transaction: ${lastWords(stderr)}`, {
    fix: "Push to a remote that can, as GitHub and git's own servers can; or one tag after the other, with batch: 1.",
    cause: new Error(stderr),
  });
}

/** The tag that a line is about, and why it was not created: of `git push --porcelain`, or of a remote helper. */
function answerOf(line: string, tags: TagSet['tags']): readonly (readonly [tag: string, reason: string | undefined])[] {
  const [, flag, name = ''] = /^(\S)\t[^\t]*:refs\/tags\/([^\t]+)\t/.exec(line) ?? [];
  const [, word, named = ''] = /^(ok|error) refs\/tags\/(\S+)/.exec(line) ?? [];
  const tag = flag === undefined ? named : name;
  const isGood = flag === '*' || flag === '=' || word === 'ok';
  return tags.has(tag) ? [[tag, isGood ? undefined : line]] : [];
}

// git takes about a second to find three million pairs different.
const fewPairs = 300_000;

async function talk(set: TagSet, { git, transport }: GitContext, isDryRun: boolean): Promise<Ran> {
  const address = await transport.address({ remote: set.remote, direction: 'push' });
  const url = await transport.effective(address);
  const isHttp = /^https?:/.test(url);
  const say = async (refspecs: readonly string[]) => {
    const flags = [...(set.tags.size > 1 ? ['--atomic'] : []), ...(isDryRun ? ['--dry-run'] : [])];
    if (!isHttp) return git.talk(url, ['push', ...alone, ...flags, '--', address, ...refspecs]);
    // `git push` would name each ref, on a command line; its helper reads them, and patterns as well.
    const options = [`atomic ${set.tags.size > 1}`, `dry-run ${isDryRun}`, 'progress false'];
    const lines = [...options.map((one) => `option ${one}`), ...refspecs.map((one) => `push ${one}`)];
    const input = `${lines.join('\n')}\n\n\n`; // https://git-scm.com/docs/gitremote-helpers
    return git.talk(url, [`remote-${url.split(':')[0]}`, set.remote, url], { input });
  };
  // A look writes nothing, and asks about two tags at most.
  if (isDryRun || (isHttp && set.tags.size * set.among <= fewPairs))
    return say([...set.tags].map(([tag, object]) => `${object}:refs/tags/${tag}`));
  return underOnePattern(set.tags, git, (pattern) => say([pattern]));
}

// Why: docs/decisions.md D18
/**
 * Git compares each ref that it is to push with every one of the remote: twenty seconds for 500 among 60,000. So the
 * tags stand under a name of their own for as long as the push takes, and one pattern means them all.
 */
async function underOnePattern<T>(
  tags: TagSet['tags'],
  git: GitCommand,
  work: (pattern: string) => Promise<T>,
): Promise<T> {
  const folder = `refs/worktree/release-${crypto.randomUUID()}`; // of this working folder alone, and pushed by nobody
  const update = (line: (tag: string, object: string) => string) =>
    [...tags].map(([tag, object]) => line(tag, object)).join('');
  await git.read(['update-ref', '--stdin'], {
    input: update((tag, object) => `create ${folder}/${tag} ${object}\n`),
    settings: [['core.fsync', 'none']],
  });
  try {
    return await work(`${folder}/*:refs/tags/*`);
  } finally {
    const input = update((tag) => `delete ${folder}/${tag}\n`);
    await git.run(['update-ref', '--stdin'], { input, isCleanUp: true });
  }
}
