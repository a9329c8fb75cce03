import { type SigningKeys, sshKey } from '../../support/keys.ts';
import { scratchRepository } from '../../support/repository.ts';
import { keepHistory, lookAtOrigin, tagsOfCheckout } from '../origin.ts';
import type { Scenario } from '../scenario.ts';

const token = 'the-token-of-the-job';
const message = 'The first\n\n# Notes\n\n- a list\n';
const files = { 'README.md': 'A project\n' };
const tagger = 'C O Mitter <committer@example.com>';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a tag over HTTP with a token; the next run is in the same checkout',
    async arrange(openDoor) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      await keepHistory(repo);
      const door = await openDoor(repo.server.url);
      const place = await repo.clone();
      await place.git('remote', 'set-url', 'origin', `${door}/org/project`);
      const head = await repo.head();
      return {
        place,
        inputs: { tag: 'v1.0.0', message },
        outputs: { tag: 'v1.0.0', sha: head },
        jobToken: token,
        env: { GITHUB_SERVER_URL: door },
        look: async () => ({ ...(await lookAtOrigin(repo)), tagsOfCheckout: await tagsOfCheckout(place) }),
        wanted: {
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
        place: await repo.clone(),
        nextPlace: () => repo.clone(),
        inputs: { tag: 'v1.0.0', message, 'signing-key': key.secret },
        outputs: { tag: 'v1.0.0', sha: head },
        look: async () => ({ ...(await lookAtOrigin(repo)), isVerified: await isVerified(repo.site.origin, key) }),
        wanted: {
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
