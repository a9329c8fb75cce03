import { listed } from '../domain/text.ts';
import type { Checkout } from '../rehearsal/checkout.ts';
import { report } from '../rehearsal/report.ts';
import { namedImage } from '../rehearsal/images/name.ts';
import { madeUpImage } from '../rehearsal/images/made-up.ts';
import { Scene } from '../rehearsal/scene.ts';
import { madeUpSecret } from '../rehearsal/steps/made-up-secrets.ts';
import { dispatch, openedPullRequest, pushOfTag } from '../rehearsal/start-event.ts';
import type { NextRelease } from './next-release.ts';
import { guardPath, promotePath, releasePath, type WrittenFile } from './workflows.ts';

type Terminal = Parameters<typeof Scene.open>[1];

type Proposed = {
  readonly checkout: Checkout;
  /** The workflows that would be written. Others are not performed. */
  readonly workflows: readonly WrittenFile[];
  readonly next: NextRelease;
  /** Where the images of each list are staged. */
  readonly sources: readonly string[];
  readonly minutes: number;
};

// Why: docs/decisions.md D83
/** Performs proposed workflows as if they were there: for a pull request, and for the tags of the next release. */
export async function rehearsalOf(
  { checkout, workflows, next, sources, minutes }: Proposed,
  terminal: Terminal,
): Promise<boolean> {
  const { print } = terminal;
  const isWritten = (path: string) => workflows.some((one) => one.path === path);
  const tags = isWritten(releasePath) ? next.tags : [];
  print(`\nThe rehearsal:${introduction(isWritten, tags, next.files)}\n`);
  await using scene = await Scene.open(checkout, terminal);
  const commit = await scene.commitUncommitted([...next.files, ...workflows]);
  const { repository } = scene.servers;
  const promotion = isWritten(promotePath) ? await promotionOf(scene, sources) : undefined;
  const pushed = await Promise.all(tags.map((tag) => pushOfTag(repository, tag, commit)));
  const events = [
    ...(isWritten(guardPath) ? [openedPullRequest(repository, commit)] : []),
    ...pushed.flat(),
    ...(promotion?.events ?? []),
  ];
  const limit = AbortSignal.timeout(minutes * 60_000);
  const chronicle = await scene.perform(events, { limit, isPerformed: isWritten, vars: promotion?.vars ?? {} });
  print(`${report(chronicle).join('\n')}\n`);
  const isGreen = chronicle.isDone && !limit.aborted;
  const seconds = Math.round(chronicle.seconds);
  const stopped = chronicle.interruption === undefined ? 'failed' : 'was interrupted';
  const ended = limit.aborted ? `was ended, because it took longer than ${minutes} minutes` : stopped;
  print(`\nThe rehearsal ${isGreen ? `succeeded, in ${seconds} s` : ended}.\n`);
  return isGreen;
}

function introduction(
  isWritten: (path: string) => boolean,
  tags: readonly string[],
  files: readonly WrittenFile[],
): string {
  const events = [
    ...(isWritten(guardPath) ? ['a pull request'] : []),
    ...tags.map((tag) => `the tag ${tag}`),
    ...(isWritten(promotePath) ? ['the promotion of a made-up image'] : []),
  ];
  if (files.length === 0) return ` ${listed(events)}.`;
  const changed = files.map(({ path }) => path);
  return ` ${listed(events)}. A copy has what a person writes before that, in ${listed(changed)}.`;
}

/** What a promotion needs: an image that is staged, and the fork of an account whose token is a secret. */
async function promotionOf({ servers }: Scene, sources: readonly string[]) {
  const [source = ''] = sources;
  const image = namedImage(`${source}/rehearsal:v1.0.0`);
  await servers.haveImage(image, await madeUpImage({ labels: {}, content: source, platforms: ['linux/amd64'] }));
  const fork = await servers.fork('release-bot', madeUpSecret('PROMOTION_TOKEN'));
  const chosen = sources.length > 1 ? { from: source } : {};
  const inputs = { images: 'rehearsal', tag: 'v1.0.0', mode: 'apply', ...chosen };
  return {
    vars: { PROMOTION_FORK: fork },
    events: [await dispatch({ what: promotePath, inputs }, servers.repository)],
  };
}
