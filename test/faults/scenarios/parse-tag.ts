import { scratchRepository } from '../../support/repository.ts';
import { keepHistory, snapshotOfOrigin, tagsOfCheckout } from '../origin.ts';
import type { Scenario } from '../scenario.ts';

const message = 'The second\n';

export const scenarios: readonly Scenario[] = [
  {
    title: 'an annotated tag on a branch, seen from a shallow checkout of its commit',
    async arrange(openGateway) {
      const repo = await scratchRepository({}, { server: {} });
      await repo.pushTag('v1.0.0');
      const released = await repo.commit('Release');
      await repo.pushTag('v1.1.0', { annotated: message });
      const tip = await repo.commit('Go on');
      await repo.push();
      await keepHistory(repo);
      const checkout = await repo.clone({ ref: released });
      await checkout.git('remote', 'set-url', 'origin', `${await openGateway(repo.server.url)}/org/project`);
      return {
        checkout,
        inputs: { tag: 'v1.1.0', branch: 'main', require: 'annotated' },
        outputs: {
          sha: released,
          exists: 'true',
          annotated: 'true',
          message: message.trimEnd(),
          'previous-tag': 'v1.0.0',
          'is-latest': 'true',
          'tags-at-commit': 'v1.1.0',
        },
        snapshot: async () => ({ ...(await snapshotOfOrigin(repo)), tagsOfCheckout: await tagsOfCheckout(checkout) }),
        expected: {
          'refs/heads/main': tip,
          'refs/tags/v1.0.0': await repo.git('rev-parse', 'v1.0.0'),
          'refs/tags/v1.1.0': { commit: released, tagger: 'C O Mitter <committer@example.com>', message },
          updates: [],
          tagsOfCheckout: {},
        },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
