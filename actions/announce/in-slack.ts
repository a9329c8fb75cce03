import { sendingIn, sendingLine } from '../../src/domain/announcements/memory.ts';
import type { Sending, SendingState } from '../../src/domain/announcements/memory.ts';
import { pastedText } from '../../src/domain/announcements/message.ts';
import { channelText } from '../../src/domain/announcements/place.ts';
import type { SlackPlace } from '../../src/domain/announcements/place.ts';
import { slackMessage } from '../../src/domain/announcements/slack.ts';
import type { Webhook } from '../../src/domain/announcements/webhook.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { commentMarker } from '../../src/domain/release-issues/marker.ts';
import { Moved } from '../../src/world/change.ts';
import type { Change, Condition, Made } from '../../src/world/change.ts';
import type { Comment } from '../../src/world/github/github.ts';
import type { Fact } from '../../src/world/ledger.ts';
import type { Sent } from '../../src/world/slack.ts';
import type { World } from '../../src/world/world.ts';
import type { Announcement, Memory } from './look.ts';
import type { Part } from './part.ts';

/** Without a webhook, a person pastes the text. That is the usual case, and nothing is wrong with it. */
export const pasted = (place: SlackPlace, { message }: Announcement): Part => ({
  notes: [`There is no webhook: paste the text below into ${channelText(place)}.`],
  excerpts: [{ title: `For ${channelText(place)}`, text: pastedText(message) }],
});

type Telling = {
  readonly place: SlackPlace;
  readonly webhook: Webhook;
  readonly announcement: Announcement;
  readonly memory: Memory;
  readonly world: World;
};

// Why: docs/decisions.md D70
/** Plans to send a message once. A comment says so before and afterwards, because nobody can look at what a webhook got. */
export async function inSlack(telling: Telling): Promise<Part> {
  const { memory, world, place, announcement } = telling;
  const { tag } = announcement;
  const [comment] = memory.github.comments.marked(markerOf(telling), memory.comments);
  const sent = world.ledger.recall(sentOf(telling)); // by an earlier plan of this run
  if (comment === undefined) {
    if (sent instanceof ReleaseError) throw sent; // forgotten, as it should be
    return { changes: sent === undefined ? [begun(telling), await sending(telling)] : [recording(telling, sent)] };
  }
  const { state, run } = sendingIn(comment.body);
  if (state === 'begun' && run === runOf(world))
    return { changes: [sent === undefined ? await sending(telling) : recording(telling, sent)] };
  if (state === 'sent') return { notes: [`${tag} was already announced in ${channelText(place)}: ${comment.url}`] };
  return {
    pending: [perhapsMissing(telling, comment)],
    excerpts: pasted(place, announcement).excerpts,
  };
}

const begun = (telling: Telling): Change | undefined => remembered(telling, 'begun', telling.memory.comments);

/** Sends the message, and says in the comment whether it arrived. */
async function sending(telling: Telling): Promise<Change> {
  const { announcement, webhook, world } = telling;
  const message = slackMessage(announcement.message);
  const slack = await world.slack();
  return {
    keys: [`message about ${subject(telling)}`],
    title: `Send a message to ${channelText(telling.place)}`,
    detail: pastedText(announcement.message),
    reach: 'remote',
    apply: async (made) => {
      const sent = await slack.send(webhook, message);
      world.ledger.remember(sentOf(telling), sent);
      await record(telling, sent, made);
    },
  };
}

const recording = (telling: Telling, sent: Sent): Change => ({
  keys: [`memory of ${subject(telling)}`],
  title: `Remember what became of the message to ${channelText(telling.place)}`,
  reach: 'remote',
  apply: (made) => record(telling, sent, made),
});

/** What Slack has refused is forgotten, so that the next run can send it. */
async function record(telling: Telling, sent: Sent, made: Made): Promise<void> {
  const { github, issue } = telling.memory;
  const comments = await github.comments.list(issue);
  if (sent instanceof ReleaseError) {
    const marked = github.comments.marked(markerOf(telling), comments);
    for (const one of marked) await github.comments.withdraw(issue, one).apply(made);
    throw sent;
  }
  await remembered(telling, sent, comments)?.apply(made);
  if (sent === 'unconfirmed')
    throw new Moved(`Slack did not confirm the message about ${telling.announcement.tag}`, { hasProgressed: true });
}

function remembered(telling: Telling, state: SendingState, comments: readonly Comment[]): Change | undefined {
  const { github, issue } = telling.memory;
  const text = `${sentences[state](telling)}\n\n${sendingLine({ state, run: runOf(telling.world) } satisfies Sending)}`;
  return github.comments.save(issue, { marker: markerOf(telling), text, about: abouts[state] }, comments);
}

const sentences: Readonly<Record<SendingState, (telling: Telling) => string>> = {
  begun: ({ announcement: { tag }, place }) => `${tag} is being announced in ${channelText(place)}.`,
  sent: ({ announcement: { tag }, place }) => `${tag} was announced in ${channelText(place)}.`,
  unconfirmed: ({ announcement: { tag }, place }) =>
    `${tag} may not have been announced in ${channelText(place)}: it did not confirm the message.`,
};

const abouts: Readonly<Record<SendingState, string>> = {
  begun: 'that a message is being sent',
  sent: 'that the message was sent',
  unconfirmed: 'that the message may be missing',
};

const perhapsMissing = (telling: Telling, { url, createdAt }: Comment): Condition => ({
  title: `a look into ${channelText(telling.place)}: the message about ${telling.announcement.tag}, begun ${createdAt}, may be missing`,
  fix: `It is not sent a second time. If it is missing, paste the text from the summary, or delete the comment ${url} and run this again.`,
});

const subject = ({ place, announcement }: Telling): string => `${announcement.tag} in ${channelText(place)}`;

const markerOf = (telling: Telling): string => commentMarker(`announcement of ${subject(telling)}`);

const sentOf = (telling: Telling): Fact<Sent> => ({ name: `message about ${subject(telling)}` });

const runFact: Fact<string> = { name: 'run that announces' };

/** A name of this run that no other run has. */
function runOf({ ledger }: World): string {
  const known = ledger.recall(runFact) ?? crypto.randomUUID();
  ledger.remember(runFact, known);
  return known;
}
