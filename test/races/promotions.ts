import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample } from 'fast-check';
import promoteImage from '../../actions/promote-image/action.ts';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { succeed } from '../support/perform.ts';
import { addImage, addManifest, type Descriptor, types } from '../support/registry.ts';
import { scratchRepository } from '../support/repository.ts';

const names = ['app', 'charts/app', 'tool'];

const race = record({
  /** How many runs promote the same list at once. */
  runs: constantFrom(2, 8),
  /** When each starts, in milliseconds. */
  starts: array(nat(200), { minLength: 8, maxLength: 8 }),
  /** The delay of each answer of the destination, in milliseconds. */
  delays: array(nat(20), { minLength: 1, maxLength: 20 }),
  hasReferrers: constantFrom(true, false),
});

/** What is wrong after several runs have promoted one list at once. Nothing is if all are green, and every tag is right. */
export async function promotionLossesOf(seed: number): Promise<readonly string[]> {
  const [{ runs, starts, delays, hasReferrers } = raise()] = sample(race, { seed, numRuns: 1 });
  await using staging = await startRegistry();
  await using production = await startRegistry({ settings: { referrers: hasReferrers } });
  await using repo = await scratchRepository({ 'README.md': 'app' });
  const staged = new Map<string, Descriptor>();
  for (const name of names) staged.set(name, await addSigned(staging, `staging/${name}`));
  let requests = 0;
  production.fault = () => delays[requests++ % delays.length];
  const inputs = {
    via: 'copy',
    from: `${staging.host}/staging`,
    images: names.join('\n'),
    tag: 'v1',
    to: `${production.host}/org`,
  };
  const ends = await Promise.allSettled(
    starts.slice(0, runs).map(async (start) => {
      await sleep(start);
      await succeed(promoteImage, repo, { inputs });
    }),
  );
  production.fault = undefined;
  const checked = await succeed(promoteImage, repo, { inputs: { ...inputs, mode: 'check' } }).then(
    () => [],
    (error: unknown) => [`not everything is there: ${String(error)}`],
  );
  const wrong = names.flatMap((name) => {
    const { tags } = production.repository(`org/${name}`);
    const digest = staged.get(name)?.digest;
    return tags['v1'] === digest ? [] : [`org/${name}:v1 is ${tags['v1']}, not ${digest}`];
  });
  const moved = production.tagUpdates.filter((change) => change.startsWith('move ') && change.endsWith(':v1'));
  return [
    ...moved,
    ...ends.flatMap((end) =>
      end.status === 'rejected' ? [`one of ${runs} runs ended with: ${String(end.reason)}`] : [],
    ),
    ...checked,
    ...wrong,
  ];
}

/** An index of one image, with a signature. */
async function addSigned(registry: Registry, name: string): Promise<Descriptor> {
  const platform = { os: 'linux', architecture: 'amd64' };
  const image = { ...(await addImage(registry, name, { layers: ['base', name], config: platform })), platform };
  const { mediaType, digest, size } = addManifest(registry, name, {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests: [image] },
    tag: 'v1',
  });
  const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  await addImage(registry, name, {
    layers: ['bundle'],
    fields: { artifactType, subject: { mediaType, digest, size } },
  });
  return { mediaType, digest, size };
}

function raise(): never {
  throw new Error('There are eight of everything.');
}
