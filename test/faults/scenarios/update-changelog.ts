import { jobToken, personalToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { scratchRepository } from '../../support/repository.ts';
import { snapshotOfFiles } from '../files.ts';
import type { OpenGateway, Scenario, Snapshot } from '../scenario.ts';

const token = {
  ...jobToken,
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read' },
} as const;
const asMona = { token: personalToken.token };
const inputs = { version: 'v1.1.0', date: '2026-01-31' };
const page = 'https://github.com/org/project';

const older = '## [v1.0.0](https://github.com/org/project/tree/v1.0.0) (2020-01-01)\r\n\r\n- a\r\n';
const section = [
  `## [v1.1.0](${page}/tree/v1.1.0) (2026-01-31)`,
  '',
  `[Full Changelog](${page}/compare/v1.0.0...v1.1.0)`,
  '',
  '**Fixed bugs:**',
  '',
  `- It breaks [\\#2](${page}/issues/2)`,
  '',
  '**Merged pull requests:**',
  '',
  `- Mend it [\\#1](${page}/pull/1) ([mona](https://github.com/mona))`,
  '',
  '',
].join('\r\n');

export const scenarios: readonly Scenario[] = [
  {
    title: 'what was merged and closed, into a shallow checkout',
    async arrange(openGateway) {
      const repo = await scratchGitHub({ 'CHANGELOG.md': older }, { tokens: [token, personalToken] });
      await mergeAndClose(repo);
      const gateways = await gatewaysOf(repo, openGateway);
      const checkout = await repo.clone();
      await checkout.git('remote', 'set-url', 'origin', `${gateways.git}/org/project`);
      const snapshot = async (): Promise<Snapshot> => {
        const files = Object.entries(await snapshotOfFiles(checkout.folder));
        return Object.fromEntries(
          files.map(([path, text]) => [path, asOnGitHub(text, [gateways.git, repo.github.git.url])]),
        );
      };
      return {
        checkout,
        inputs,
        jobToken: token.token,
        env: { GITHUB_SERVER_URL: gateways.git, GITHUB_API_URL: gateways.api },
        snapshot,
        expected: { 'CHANGELOG.md': section + older, mended: 'yes\n' },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'what stood under Unreleased',
    async arrange(openGateway) {
      const repo = await scratchRepository(
        { 'CHANGELOG.md': '## [Unreleased]\n\n- mine\n' },
        { server: { tokens: [{ token: token.token, contents: 'read' }] } },
      );
      const gateway = await openGateway(repo.server.url);
      await repo.git('remote', 'set-url', 'origin', `${gateway}/org/project`);
      return {
        checkout: repo,
        inputs,
        jobToken: token.token,
        env: { GITHUB_SERVER_URL: gateway },
        snapshot: () => snapshotOfFiles(repo.folder),
        expected: { 'CHANGELOG.md': '## [Unreleased]\n\n## [1.1.0] - 2026-01-31\n\n- mine\n' },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];

async function mergeAndClose(repo: ScratchGitHub): Promise<void> {
  await repo.pushTag('v1.0.0');
  await repo.commit('Mend it', { mended: 'yes\n' });
  await repo.push('HEAD:refs/heads/topic');
  await repo.ask('POST …/pulls', { ...asMona, body: { title: 'Mend it', head: 'topic', base: 'main' } });
  await repo.ask('PUT …/pulls/1/merge', { ...asMona, body: { merge_method: 'squash' } });
  await repo.ask('POST …/issues', { ...asMona, body: { title: 'It breaks', labels: ['bug'] } });
  await repo.ask('PATCH …/issues/2', { ...asMona, body: { state: 'closed' } });
}

const gatewaysOf = async ({ github }: ScratchGitHub, openGateway: OpenGateway) => ({
  git: await openGateway(github.git.url),
  api: await openGateway(github.url),
});

/** A text with the address of GitHub instead of those of the gateways, which differ from trial to trial. */
const asOnGitHub = (text: unknown, gateways: readonly string[]): unknown =>
  typeof text === 'string'
    ? gateways.reduce((all, gateway) => all.replaceAll(gateway, 'https://github.com'), text)
    : text;
