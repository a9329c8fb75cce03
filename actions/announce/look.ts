import { pastedText } from '../../src/domain/announcements/message.ts';
import type { Message } from '../../src/domain/announcements/message.ts';
import { webhookOn } from '../../src/domain/announcements/webhook.ts';
import type { Webhook } from '../../src/domain/announcements/webhook.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { awaitedReleaseIssue, findReleaseIssue } from '../../src/plans/release-issue.ts';
import { repositoryHere } from '../../src/plans/repository-here.ts';
import type { Condition } from '../../src/world/change.ts';
import type { Comment, GitHub, Issue } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { AnnounceInputs } from './contract.ts';

/** What is to be said, as far as no server is needed for it. */
export type Announcement = {
  readonly tag: string;
  readonly message: Message;
  readonly webhook: Webhook | undefined;
};

/** The issue in which messages are remembered, and its comments. */
export type Memory = { readonly github: GitHub; readonly issue: Issue; readonly comments: readonly Comment[] };

export type OnGitHub = { readonly github: GitHub; readonly repository: string };

type FoundMemory = {
  readonly memory: Memory | undefined;
  readonly notes: readonly string[];
  readonly missing: Condition | undefined;
};

/** Everything that needs no server. All mistakes in it are told at once. */
export async function announcementOf(wanted: AnnounceInputs, { files }: World): Promise<Announcement> {
  const [text, webhook] = await together([textOf(wanted, files), webhookOf(wanted), refuseTwoChannels(wanted)]);
  const { tag, title, url } = wanted;
  const message = { title, text, url };
  if (pastedText(message) === '')
    throw new ReleaseError('There is nothing to announce: the text is empty.', {
      fix: 'Set the input text, or text-path to a file that is not empty.',
    });
  return { tag, message, webhook };
}

export async function onGitHub(wanted: AnnounceInputs, world: World): Promise<OnGitHub> {
  const [repository, github] = await together([wanted.repository ?? repositoryHere(world), world.github()]);
  return { github, repository };
}

/** Finds the issue that follows the release. */
export async function memoryFor(wanted: AnnounceInputs, { github, repository }: OnGitHub): Promise<FoundMemory> {
  const { issue, notes } = await issueOf(wanted, repository, github);
  if (issue === undefined) return { memory: undefined, notes, missing: missing(repository, wanted.tag) };
  return { memory: { github, issue, comments: await github.comments.list(issue) }, notes, missing: undefined };
}

async function issueOf({ issue: number, tag }: AnnounceInputs, repository: string, github: GitHub) {
  if (number === undefined) {
    const { found, notes } = await findReleaseIssue(repository, [tag], github);
    return { issue: found?.issue, notes };
  }
  const issue = await github.issues.at(repository, number);
  if (issue !== undefined) return { issue, notes: [] };
  throw new ReleaseError(`${repository} has no issue #${number}, or the token may not see it.`, {
    fix: 'Correct the input issue, or give the token issues: write for this repository.',
  });
}

function missing(repository: string, tag: string): Condition {
  const { title, fix } = awaitedReleaseIssue(repository, [tag]);
  return { title, fix: `${fix} Or name another issue with the input issue.` };
}

async function textOf({ text, textPath }: AnnounceInputs, files: World['files']): Promise<string> {
  if (text !== undefined && textPath !== undefined)
    throw new ReleaseError('Inputs text and text-path are both set.', { fix: 'Leave one of them out.' });
  return textPath === undefined ? (text ?? '') : files.text(textPath);
}

async function webhookOf({ slackWebhook, slackServer }: AnnounceInputs): Promise<Webhook | undefined> {
  return slackWebhook === undefined ? undefined : webhookOn(slackServer, slackWebhook);
}

async function refuseTwoChannels({ to, slackWebhook }: AnnounceInputs): Promise<void> {
  if (slackWebhook === undefined || to.filter(({ kind }) => kind === 'slack').length < 2) return;
  throw new ReleaseError('Input to names Slack twice, but a webhook leads to one channel.', {
    fix: 'Announce it in a step for each channel, with its own webhook.',
  });
}
