import { readImageList } from '../../src/domain/image-lists/image-list.ts';
import { projectOf } from '../../src/domain/image-lists/project.ts';
import { referenceText } from '../../src/domain/images/reference.ts';
import type { Condition } from '../../src/world/change.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { PromotePlan } from './contract.ts';
import { proposeList } from './list-proposal.ts';
import { findList } from './list.ts';
import { awaitedAt, lackingInProduction, servedAt } from './production.ts';
import { evidenceOf, lookAtStaged } from './staged-images.ts';
import type { StagedImage } from './staged-images.ts';
import { compareWithBefore } from './version-before.ts';
import type { WantedProposal } from './ways.ts';

/** The plan of `via: pull-request`: images whose digests are in a list, or are proposed for it. */
export async function proposeImages(wanted: WantedProposal, world: World): Promise<PromotePlan> {
  const [github, registry] = await together([world.github(), world.registry(wanted.registries)]);
  const { base, list: source, manifest } = await findList(wanted, github);
  const list = readImageList(source);
  const { images, waitsFor } = await lookAtStaged(wanted, list, registry);
  if (waitsFor.length > 0) return waitingFor(waitsFor, images);
  // Why: docs/decisions.md D68
  const [first = manifest.from, ...others] = manifest.to;
  const [served, uncompared] = await together([
    servedAt(first, images, registry),
    wanted.platforms.length > 0 ? [] : compareWithBefore(images, { list, manifest, registry }),
  ]);
  const proposal = await proposeList(
    {
      ...wanted,
      base,
      list: source,
      project: wanted.project ?? projectOf(wanted.from),
      promotions: images.map(({ name, tag, digest }) => ({ name, digest, tags: [tag] })),
      evidenceOf: (promotions) => evidenceOf(promotions, wanted.from, registry),
    },
    world,
  );
  const promoted = images.filter(({ isListed }) => isListed);
  const where = `${source.file} of ${wanted.repository}`;
  return {
    notes: [
      `${where} is the list of ${referenceText(wanted.from)}, for ${manifest.to.length} registries of production.`,
      ...promoted.map(({ name, tag }) => `${name}:${tag} is in the list`),
      ...uncompared,
      ...proposal.notes,
    ],
    waitsFor: proposal.waitsFor,
    changes: proposal.changes,
    pending: [
      ...proposal.pending,
      ...awaitedAt(
        first,
        promoted.filter((image) => !served.has(image)),
      ),
    ],
    proof: () => lackingInProduction(others, promoted, registry),
    outputs: (made) => {
      const opened = proposal.pullRequest(made);
      return {
        ...outputsOf(images),
        pullRequestNumber: opened?.number,
        pullRequestUrl: opened?.url,
      };
    },
    facts: (applied) => [
      ...proposal.facts(applied),
      ...images.map(({ name, tag, digest }) => ({ name: `${name}:${tag}`, value: digest })),
    ],
  };
}

/** Nothing is proposed before all images are there: they belong into one pull request. */
const waitingFor = (waitsFor: readonly Condition[], images: readonly StagedImage[]): PromotePlan => ({
  waitsFor,
  changes: [],
  outputs: { ...outputsOf(images), pullRequestNumber: undefined, pullRequestUrl: undefined },
});

const outputsOf = (images: readonly StagedImage[]) => ({
  images: images.map(({ name, tag, digest }) => ({ name, tag, digest })),
  copied: undefined,
  skipped: undefined,
});
