import { markdownOf, pastedText } from '../../src/domain/announcements/message.ts';
import { commentMarker } from '../../src/domain/release-issues/marker.ts';
import { defineAction } from '../../src/runtime/action.ts';
import type { Change } from '../../src/world/change.ts';
import { markedWith } from '../../src/world/github/github.ts';
import { inputs, outputs } from './contract.ts';
import { inSlack, pasted } from './in-slack.ts';
import { announcementOf, memoryFor } from './look.ts';
import type { Announcement, Memory } from './look.ts';
import type { Part } from './part.ts';

export default defineAction({
  name: 'Announce',
  description:
    'Announce a release, once in each place: in Slack, or in the issue that follows the release. Nobody is mentioned.',
  example: "--tag v1.2.3 --to slack --text 'v1.2.3 is out.' --url https://github.com/org/project/releases/tag/v1.2.3",
  inputs,
  outputs,
  permissions: { 'issues: write': 'to comment in the issue that follows the release' },
  async plan(wanted, world) {
    const announcement = await announcementOf(wanted, world);
    const { message, webhook, tag } = announcement;
    const isNeeded = wanted.to.some(({ kind }) => kind === 'issue' || webhook !== undefined);
    const { memory, notes, missing } = await memoryFor(wanted, isNeeded, world);
    const comment =
      memory && wanted.to.some(({ kind }) => kind === 'issue') ? inIssue(announcement, memory) : undefined;
    const parts: Part[] = [];
    for (const place of wanted.to) {
      if (place.kind !== 'slack') continue;
      if (webhook === undefined) parts.push(pasted(place, announcement));
      else if (memory !== undefined) parts.push(await inSlack({ place, webhook, announcement, memory, world }));
    }
    const change = comment?.change;
    return {
      notes: [
        ...notes,
        ...(comment !== undefined && change === undefined ? [`${tag} was already announced: ${comment.url}`] : []),
        ...parts.flatMap((part) => part.notes ?? []),
      ],
      waitsFor: [missing],
      changes: [change, ...parts.flatMap((part) => part.changes ?? [])],
      pending: parts.flatMap((part) => part.pending ?? []),
      excerpts: parts.flatMap((part) => part.excerpts ?? []),
      outputs: (made) => ({ text: pastedText(message), commentUrl: made(change) ?? comment?.url }),
      facts: ({ made }) => [
        { name: 'Release', value: tag, url: message.url },
        memory !== undefined && {
          name: 'Issue',
          value: `#${memory.issue.number}`,
          url: made(change) ?? memory.issue.url,
        },
      ],
    };
  },
});

type IssueComment = { readonly change: Change<string> | undefined; readonly url: string | undefined };

/** A comment in the issue. It is found again by its marker, and gets another text if that changed. */
function inIssue({ tag, message }: Announcement, { github, issue, comments }: Memory): IssueComment {
  const marker = commentMarker(`announcement of ${tag}`);
  const about = `that announces ${tag}`;
  const change = github.comments.save(issue, { marker, text: markdownOf(message), about }, comments);
  return { change, url: markedWith(marker, comments)[0]?.url };
}
