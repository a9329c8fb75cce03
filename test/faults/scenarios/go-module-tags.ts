import { startModuleProxy } from '../../support/module-proxy.ts';
import { scratchRepository } from '../../support/repository.ts';
import { keepHistory, snapshotOfOrigin, tagsOfCheckout } from '../origin.ts';
import type { Scenario, Snapshot } from '../scenario.ts';

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

/** Whoever fetches one module of a release must be able to fetch the others. */
function partialSet(snapshot: Snapshot): string | undefined {
  const there = refs.filter((ref) => ref in snapshot);
  return there.length === 0 || there.length === refs.length ? undefined : `only ${there.join(', ')} is there`;
}

/** Tags of the checkout at another commit. A killed run may leave it without tags, but not with wrong ones. */
const wrongTags = (found: Readonly<Record<string, string>>, head: string) =>
  Object.keys(found).filter((tag) => found[tag] !== head);

export const scenarios: readonly Scenario[] = [
  {
    title: 'annotated tags of three modules over HTTP with a token; the next run is in the same checkout',
    async arrange(openGateway) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      await keepHistory(repo);
      const gateway = await openGateway(repo.server.url);
      const checkout = await repo.clone();
      await checkout.git('remote', 'set-url', 'origin', `${gateway}/org/project`);
      const head = await repo.head();
      return {
        checkout,
        inputs: { version: 'v1.0.0', message },
        outputs: { tags: tags.join('\n') },
        jobToken: token,
        env: { GITHUB_SERVER_URL: gateway },
        snapshot: async () => ({
          ...(await snapshotOfOrigin(repo)),
          otherTagsOfCheckout: wrongTags(await tagsOfCheckout(checkout), head),
        }),
        expected: {
          'refs/heads/main': head,
          ...Object.fromEntries(refs.map((ref) => [ref, { commit: head, tagger, message }])),
          updates,
          otherTagsOfCheckout: [],
        },
        violationOf: partialSet,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'lightweight tags of three modules into a folder, served by a proxy; the next run is in a new checkout',
    async arrange(openGateway) {
      const repo = await scratchRepository(files);
      const proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
      await keepHistory(repo);
      const head = await repo.head();
      return {
        checkout: await repo.clone(),
        nextCheckout: () => repo.clone(),
        inputs: { version: 'v1.0.0', proxy: await openGateway(proxy.url), 'proxy-wait': '10s' },
        outputs: { tags: tags.join('\n') },
        snapshot: () => snapshotOfOrigin(repo),
        expected: { 'refs/heads/main': head, ...Object.fromEntries(refs.map((ref) => [ref, head])), updates },
        violationOf: partialSet,
        async [Symbol.asyncDispose]() {
          await Promise.all([proxy[Symbol.asyncDispose](), repo[Symbol.asyncDispose]()]);
        },
      };
    },
  },
];
