import { pastedText } from '../../src/domain/announcements/message.ts';
import { defineAction } from '../../src/runtime/action.ts';
import type { Made } from '../../src/world/change.ts';
import type { World } from '../../src/world/world.ts';
import { inputs, outputs } from './contract.ts';
import type { AnnounceInputs } from './contract.ts';
import { inSlack, pasted } from './in-slack.ts';
import { announcementOf, memoryFor, onGitHub } from './look.ts';
import type { Announcement } from './look.ts';
import { inDiscussions, inIssue } from './on-github.ts';
import type { Part } from './part.ts';

export default defineAction({
  name: 'Announce',
  description:
    'Announce a release, once in each place: in Slack, in the issue that follows the release, or in a discussion. Nobody is mentioned.',
  example: "--tag v1.2.3 --to slack --text 'v1.2.3 is out.'",
  inputs,
  outputs,
  permissions: {
    'issues: write': 'to comment in the issue that follows the release',
    'discussions: write': 'to open a discussion',
  },
  async plan(wanted, world) {
    const announcement = await announcementOf(wanted, world);
    const parts = await partsOf(wanted, announcement, world);
    const urlOf = (kind: 'comment' | 'discussion', made: Made) => {
      const page = parts.find((part) => part.page?.kind === kind)?.page;
      return made(page?.making) ?? page?.url;
    };
    return {
      notes: [...new Set(parts.flatMap((part) => part.notes ?? []))],
      waitsFor: parts.flatMap((part) => part.waitsFor ?? []),
      changes: parts.flatMap((part) => part.changes ?? []),
      pending: parts.flatMap((part) => part.pending ?? []),
      excerpts: parts.flatMap((part) => part.excerpts ?? []),
      outputs: (made) => ({
        text: pastedText(announcement.message),
        commentUrl: urlOf('comment', made),
        discussionUrl: urlOf('discussion', made),
      }),
      facts: ({ made }) => [
        { name: 'Release', value: wanted.tag, url: wanted.url },
        ...(['comment', 'discussion'] as const).map((kind) => {
          const url = urlOf(kind, made);
          return url !== undefined && { name: kind === 'comment' ? 'Comment' : 'Discussion', value: url, url };
        }),
      ],
    };
  },
});

async function partsOf(wanted: AnnounceInputs, announcement: Announcement, world: World): Promise<readonly Part[]> {
  const { webhook } = announcement;
  const parts: Part[] = wanted.to.flatMap((place) =>
    place.kind === 'slack' && webhook === undefined ? [pasted(place, announcement)] : [],
  );
  const places = wanted.to.filter(({ kind }) => kind !== 'slack' || webhook !== undefined);
  if (places.length === 0) return parts; // that needs no GitHub
  const there = await onGitHub(wanted, world);
  const isRemembered = places.some(({ kind }) => kind !== 'discussion');
  const { memory, missing, notes } = isRemembered ? await memoryFor(wanted, there) : {};
  for (const place of places) {
    if (place.kind === 'discussion') parts.push(await inDiscussions(announcement, there, place.category));
    else if (memory === undefined) continue;
    else if (place.kind === 'issue') parts.push(inIssue(announcement, memory));
    else if (webhook !== undefined) parts.push(await inSlack({ place, webhook, announcement, memory, world }));
  }
  return [...parts, { notes: notes ?? [], waitsFor: [missing] }];
}
