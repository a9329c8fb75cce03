import { type SigningKeys, sshKey } from '../../support/keys.ts';
import { scratchRepository } from '../../support/repository.ts';
import { keepHistory, snapshotOfOrigin, tagsOfCheckout } from '../origin.ts';
import type { Scenario } from '../scenario.ts';

const token = 'the-token-of-the-job';
const message = 'The first\n\n# Notes\n\n- a list\n';
const files = { 'README.md': 'A project\n' };
const tagger = 'C O Mitter <committer@example.com>';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a tag over HTTP with a token; the next run is in the same checkout',
    async arrange(openGateway) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      await keepHistory(repo);
      const gateway = await openGateway(repo.server.url);
      const checkout = await repo.clone();
      await checkout.git('remote', 'set-url', 'origin', `${gateway}/org/project`);
      const head = await repo.head();
      return {
        checkout,
        inputs: { tag: 'v1.0.0', message },
        outputs: { tag: 'v1.0.0', sha: head },
        jobToken: token,
        env: { GITHUB_SERVER_URL: gateway },
        snapshot: async () => ({ ...(await snapshotOfOrigin(repo)), tagsOfCheckout: await tagsOfCheckout(checkout) }),
        expected: {
          'refs/heads/main': head,
          'refs/tags/v1.0.0': { commit: head, tagger, message },
          updates: ['create refs/tags/v1.0.0'],
          tagsOfCheckout: { 'v1.0.0': head },
        },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'a signed tag into a folder; the next run is in a new checkout',
    async arrange() {
      const [repo, key] = await Promise.all([scratchRepository(files), sshKey()]);
      await keepHistory(repo);
      const head = await repo.head();
      return {
        checkout: await repo.clone(),
        nextCheckout: () => repo.clone(),
        inputs: { tag: 'v1.0.0', message, 'signing-key': key.secret },
        outputs: { tag: 'v1.0.0', sha: head },
        snapshot: async () => ({
          ...(await snapshotOfOrigin(repo)),
          isVerified: await isVerified(repo.scratch.origin, key),
        }),
        expected: {
          'refs/heads/main': head,
          'refs/tags/v1.0.0': { commit: head, tagger, message },
          updates: ['create refs/tags/v1.0.0'],
          isVerified: true,
        },
        async [Symbol.asyncDispose]() {
          await Promise.all([repo[Symbol.asyncDispose](), key[Symbol.asyncDispose]()]);
        },
      };
    },
  },
];

async function isVerified(repository: string, key: SigningKeys): Promise<boolean> {
  const said = await key.verify(repository, 'v1.0.0').catch(() => ''); // it may not be there, or not be signed
  return said.startsWith('Good "git" signature');
}
