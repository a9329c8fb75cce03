import { startModuleProxy } from '../../support/module-proxy.ts';
import { scratchRepository } from '../../support/repository.ts';
import { keepHistory, lookAtOrigin, tagsOfCheckout } from '../origin.ts';
import type { Scenario, Sight } from '../scenario.ts';

const token = 'the-token-of-the-job';
const message = 'Modules\n';
const tagger = 'C O Mitter <committer@example.com>';
const root = 'example.com/project';
const tags = ['a/v1.0.0', 'b/v1.0.0', 'c/d/v1.0.0'];
const refs = tags.map((tag) => `refs/tags/${tag}`);
const updates = refs.map((ref) => `create ${ref}`);
const files = Object.fromEntries(
  ['a', 'b', 'c/d'].map((folder) => [`${folder}/go.mod`, `module ${root}/${folder}\nrequire a.b/c v1.0.0\n`]),
);

/** Whoever fetches one module of a release must find the others, too. */
function partialSet(sight: Sight): string | undefined {
  const there = refs.filter((ref) => ref in sight);
  return there.length === 0 || there.length === refs.length ? undefined : `only ${there.join(', ')} is there`;
}

/** The checkout gets the tags after the remote, so that a killed run may leave it without; but never with other ones. */
const others = (found: Readonly<Record<string, string>>, head: string) =>
  Object.keys(found).filter((tag) => found[tag] !== head);

export const scenarios: readonly Scenario[] = [
  {
    title: 'annotated tags of three modules over HTTP with a token; the next run is in the same checkout',
    async arrange(openDoor) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      await keepHistory(repo);
      const door = await openDoor(repo.server.url);
      const place = await repo.clone();
      await place.git('remote', 'set-url', 'origin', `${door}/org/project`);
      const head = await repo.head();
      return {
        place,
        inputs: { version: 'v1.0.0', message },
        outputs: { tags: tags.join('\n') },
        jobToken: token,
        env: { GITHUB_SERVER_URL: door },
        look: async () => ({
          ...(await lookAtOrigin(repo)),
          otherTagsOfCheckout: others(await tagsOfCheckout(place), head),
        }),
        wanted: {
          'refs/heads/main': head,
          ...Object.fromEntries(refs.map((ref) => [ref, { commit: head, tagger, message }])),
          updates,
          otherTagsOfCheckout: [],
        },
        flawOf: partialSet,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'lightweight tags of three modules into a folder, served by a proxy; the next run is in a new checkout',
    async arrange(openDoor) {
      const repo = await scratchRepository(files);
      const proxy = await startModuleProxy({ repository: repo.site.origin, root });
      await keepHistory(repo);
      const head = await repo.head();
      return {
        place: await repo.clone(),
        nextPlace: () => repo.clone(),
        inputs: { version: 'v1.0.0', proxy: await openDoor(proxy.url), 'proxy-wait': '10s' },
        outputs: { tags: tags.join('\n') },
        look: () => lookAtOrigin(repo),
        wanted: { 'refs/heads/main': head, ...Object.fromEntries(refs.map((ref) => [ref, head])), updates },
        flawOf: partialSet,
        async [Symbol.asyncDispose]() {
          await Promise.all([proxy[Symbol.asyncDispose](), repo[Symbol.asyncDispose]()]);
        },
      };
    },
  },
];
