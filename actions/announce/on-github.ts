import { markdownOf } from '../../src/domain/announcements/message.ts';
import { commentMarker } from '../../src/domain/release-issues/marker.ts';
import type { Announcement, Memory, OnGitHub } from './look.ts';
import type { Part } from './part.ts';

/** A comment in the issue. It is found again by its marker, and gets another text if that changed. */
export function inIssue({ tag, message }: Announcement, { github, issue, comments }: Memory): Part {
  const marker = markerOf(tag);
  const about = `that announces ${tag}`;
  const making = github.comments.save(issue, { marker, text: markdownOf(message), about }, comments);
  const url = github.comments.marked(marker, comments)[0]?.url;
  return {
    notes: making === undefined ? [`${tag} was already announced: ${url}`] : [],
    changes: [making],
    page: { kind: 'comment', making, url },
  };
}

/** A discussion. It is found again by its marker. What people wrote since then stays. */
export async function inDiscussions(
  { tag, message }: Announcement,
  { github: { discussions }, repository }: OnGitHub,
  name: string,
): Promise<Part> {
  const marker = markerOf(tag);
  const category = await discussions.category(repository, name);
  const found = await discussions.marked(category, marker);
  const title = message.title ?? tag;
  const body = markdownOf({ ...message, title: undefined });
  const making = found.length === 0 ? discussions.open(category, { title, body, marker }) : undefined;
  const url = found[0]?.url;
  return {
    notes: making === undefined ? [`${tag} was already announced: ${url}`] : [],
    changes: [making, discussions.deleteRepeated(category, found)],
    page: { kind: 'discussion', making, url },
  };
}

const markerOf = (tag: string) => commentMarker(`announcement of ${tag}`);
