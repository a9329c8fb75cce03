import { jobToken, scratchGitHub } from '../../support/github.ts';
import { makeDraft } from '../../support/releases.ts';
import type { Scenario } from '../scenario.ts';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a tag with a draft, a tag that is not there, and a pull request',
    async arrange(openGateway) {
      const repo = await scratchGitHub({ 'README.md': '# Project\n' });
      await repo.pushTag('v1.0.0');
      await makeDraft(repo, { 'app.whl': 'the wheel' });
      await repo.git('switch', '--quiet', '--create', 'next');
      await repo.commit('Go on', { 'next.txt': 'next' });
      await repo.push('next');
      await repo.ask('POST …/pulls', { body: { title: 'Go on', head: 'next', base: 'main' } });
      return {
        checkout: repo,
        inputs: { tags: 'v1.0.0\nchart/0.1.0', pulls: '1' },
        outputs: { pending: '["the draft of v1.0.0 is published","pull request #1 is merged"]' },
        jobToken: jobToken.token,
        env: { GITHUB_API_URL: await openGateway(repo.github.url) },
        snapshot: async () => ({}),
        expected: {},
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
