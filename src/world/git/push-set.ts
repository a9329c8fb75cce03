import { ReleaseError } from '../../domain/error.ts';
import { abridged } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Ran } from '../tools.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { isNothingToPush, pushAnswers } from './push-answers.ts';
import type { PushAnswer } from './push-answers.ts';
import { gitErrorLine, refusal } from './refusal.ts';
import { tagOn } from './tags.ts';
import { sentOnce, withoutExtras } from './transport.ts';

/** Tags that are created on a remote together or not at all, and the objects that they point to. */
export type TagSet = {
  readonly remote: string;
  readonly tags: ReadonlyMap<string, string>;
  /** How many tags the remote has. */
  readonly remoteTagCount: number;
};

/** Creates tags in one transaction of the remote. Succeeds only if the remote confirms each tag. */
export async function pushSet(set: TagSet, context: GitContext): Promise<void> {
  const { code, stdout, stderr } = await runPush(set, context, false);
  const { remote, tags } = set;
  const answers = pushAnswers(stdout);
  // In a shallow checkout, git's remote helper sends a push without any ref, and fails.
  if (answers.size === 0 && isNothingToPush(stderr)) for (const tag of tags.keys()) answers.set(refOf(tag), 'there');
  const tagsThatAre = (answer: PushAnswer) => [...tags.keys()].filter((tag) => answers.get(refOf(tag)) === answer);
  const keysOf = (some: readonly string[]) => some.map((tag) => tagOn(remote, tag));
  const [made, there] = [tagsThatAre('made'), tagsThatAre('there')];
  if (code === 0 && made.length === tags.size) return;
  if (there.length > 0 && made.length + there.length === tags.size)
    throw new Moved(`another run pushed ${abridged(there, 3)} to ${remote} at the same time`, {
      unmade: keysOf(there),
    });
  // If a transaction fails, only the refs that caused it have a useful reason.
  const reasons = [...stderr.split('\n'), ...stdout.split('\n').filter((line) => /^(?:!\t|error )/.test(line))];
  const said = reasons.filter((line) => !/atomic (?:transaction|push) failed/.test(line)).join('\n');
  throw (
    refusal(said, remote, 'write') ??
    new Moved(`the push of ${tags.size} tags to ${remote} was not confirmed: ${gitErrorLine(said)}`, {
      unmade: keysOf(tagsThatAre('refused')),
    })
  );
}

const refOf = (tag: string) => `refs/tags/${tag}`;

/** Asks a remote, by a dry run, whether it can create tags together. */
export async function refuseWithoutTransactions(set: TagSet, context: GitContext): Promise<void> {
  const { stderr } = await runPush(set, context, true);
  // All other problems are reported by the push itself: without write access, a plan can still be made.
  if (!/does not support --atomic/.test(stderr)) return;
  throw new ReleaseError(`${set.remote} does not support atomic pushes: ${gitErrorLine(stderr)}`, {
    fix: "Set batch: 1 to push one tag after the other. Or push to a remote with atomic pushes, such as GitHub or git's own server.",
    cause: new Error(stderr),
  });
}

// git compares about three million pairs of refs in a second.
const fewPairs = 300_000;

async function runPush(set: TagSet, { git, transport }: GitContext, isDryRun: boolean): Promise<Ran> {
  const url = await transport.address({ remote: set.remote, direction: 'push' });
  const isHttp = /^https?:/.test(url);
  const push = async (refspecs: readonly string[]) => {
    const flags = [...(set.tags.size > 1 ? ['--atomic'] : []), ...(isDryRun ? ['--dry-run'] : [])];
    if (!isHttp) return git.talk(url, ['push', ...withoutExtras, ...flags, '--', url, ...refspecs]);
    // `git push` takes refs only as arguments. Its helper reads refs and patterns from stdin.
    const options = [`atomic ${set.tags.size > 1}`, `dry-run ${isDryRun}`, 'progress false'];
    const lines = [...options.map((one) => `option ${one}`), ...refspecs.map((one) => `push ${one}`)];
    const input = `${lines.join('\n')}\n\n\n`; // https://git-scm.com/docs/gitremote-helpers
    return git.talk(url, [`remote-${url.split(':')[0]}`, set.remote, url], { input, ...sentOnce(url) });
  };
  // A dry run writes nothing, and names two tags at most.
  if (isDryRun || (isHttp && set.tags.size * set.remoteTagCount <= fewPairs))
    return push([...set.tags].map(([tag, object]) => `${object}:${refOf(tag)}`));
  return underOnePattern(set.tags, git, (pattern) => push([pattern]));
}

// Why: docs/decisions.md D18
/**
 * git compares each ref that it pushes with every ref of the remote: 500 tags and 60,000 refs take twenty seconds. So
 * during the push, the tags are stored in a folder of their own, and are pushed by one pattern.
 */
async function underOnePattern<T>(
  tags: TagSet['tags'],
  git: GitCommand,
  work: (pattern: string) => Promise<T>,
): Promise<T> {
  const folder = `refs/worktree/release-${crypto.randomUUID()}`; // belongs to this working folder only, and is never pushed
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
