import { listed } from '../domain/text.ts';
import type { Checkout } from '../rehearsal/checkout.ts';
import { report } from '../rehearsal/report.ts';
import { Scene } from '../rehearsal/scene.ts';
import { openedPullRequest, pushOfTag } from '../rehearsal/start-event.ts';
import type { NextRelease } from './next-release.ts';
import { guardPath, releasePath, type WrittenFile } from './workflows.ts';

type Terminal = Parameters<typeof Scene.open>[1];

type Proposed = {
  readonly checkout: Checkout;
  /** The workflows that would be written. Others are not performed. */
  readonly workflows: readonly WrittenFile[];
  readonly next: NextRelease;
  readonly minutes: number;
};

// Why: docs/decisions.md D83
/** Performs proposed workflows as if they were there: for a pull request, and for the tags of the next release. */
export async function rehearsalOf(
  { checkout, workflows, next, minutes }: Proposed,
  terminal: Terminal,
): Promise<boolean> {
  const { print } = terminal;
  const isWritten = (path: string) => workflows.some((one) => one.path === path);
  const tags = isWritten(releasePath) ? next.tags : [];
  print(`\nThe rehearsal:${introduction(isWritten(guardPath), tags, next.files)}\n`);
  await using scene = await Scene.open(checkout, terminal);
  const commit = await scene.commitUncommitted([...next.files, ...workflows]);
  const { repository } = scene.servers;
  const pushed = await Promise.all(tags.map((tag) => pushOfTag(repository, tag, commit)));
  const events = [...(isWritten(guardPath) ? [openedPullRequest(repository, commit)] : []), ...pushed.flat()];
  const limit = AbortSignal.timeout(minutes * 60_000);
  const chronicle = await scene.perform(events, { limit, isPerformed: isWritten });
  print(`${report(chronicle).join('\n')}\n`);
  const isGreen = chronicle.isDone && !limit.aborted;
  const seconds = Math.round(chronicle.seconds);
  const ended = limit.aborted ? `was ended, because it took longer than ${minutes} minutes` : 'failed';
  print(`\nThe rehearsal ${isGreen ? `succeeded, in ${seconds} s` : ended}.\n`);
  return isGreen;
}

function introduction(hasGuard: boolean, tags: readonly string[], files: readonly WrittenFile[]): string {
  const events = [...(hasGuard ? ['a pull request'] : []), ...tags.map((tag) => `the tag ${tag}`)];
  if (files.length === 0) return ` ${listed(events)}.`;
  const changed = files.map(({ path }) => path);
  return ` ${listed(events)}. A copy has what a person writes before that, in ${listed(changed)}.`;
}
