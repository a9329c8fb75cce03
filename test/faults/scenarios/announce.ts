import { proposalMarker } from '../../../src/domain/release-issues/marker.ts';
import type { Token } from '../../../src/embedded/github/server.ts';
import { jobToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { startSlack } from '../../support/slack.ts';
import type { SlackServer } from '../../support/slack.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a comment in the release issue, and a message to Slack',
    arrange: project,
  },
  { title: 'a discussion', arrange: discussion },
];

async function project(openGateway: OpenGateway): Promise<ScenarioWorld> {
  const [repo, slack] = [await scratchGitHub({ 'news.md': '- It is out.\n' }), await startSlack()];
  const marker = proposalMarker({ tags: ['v1.0.0'], commit: await repo.head() });
  await repo.ask('POST …/issues', { body: { title: 'Release v1.0.0', body: marker } });
  const [api, channel] = [await openGateway(repo.github.url), await openGateway(slack.url)];
  const snapshot = async (): Promise<Snapshot> => stateOf(repo, slack);
  return {
    checkout: await repo.clone(),
    nextCheckout: () => repo.clone(),
    inputs: {
      tag: 'v1.0.0',
      to: 'issue\nslack',
      'text-path': 'news.md',
      'slack-webhook': slack.webhook.replace(slack.url, channel),
      'slack-server': channel,
    },
    outputs: { text: '- It is out.' },
    jobToken: jobToken.token,
    env: { GITHUB_API_URL: api },
    snapshot,
    expected: { comments: 2, announced: 'once, or it is known to be uncertain' },
    violationOf: ({ announced }) => (announced === 'twice' ? 'the message was sent twice' : undefined),
    async [Symbol.asyncDispose]() {
      await slack[Symbol.asyncDispose]();
      await repo[Symbol.asyncDispose]();
    },
  };
}

async function discussion(openGateway: OpenGateway): Promise<ScenarioWorld> {
  const permissions = { discussions: 'write', contents: 'read' } as const;
  const token = { ...jobToken, permissions } as Token;
  const settings = { discussionCategories: ['Announcements'] };
  const repo = await scratchGitHub({ 'README.md': '# Project\n' }, { tokens: [token], settings });
  const shown = () => repo.github.repository('org/project').discussions.map(({ title }) => title);
  return {
    checkout: await repo.clone(),
    inputs: { tag: 'v1.0.0', to: 'discussion: Announcements', text: 'It is out.' },
    jobToken: token.token,
    env: { GITHUB_API_URL: await openGateway(repo.github.url) },
    snapshot: async () => ({ discussions: shown() }),
    expected: { discussions: ['v1.0.0'] },
    violationOf: () => (shown().length > 1 ? 'there are two discussions' : undefined),
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

/** Nobody can look at what a webhook got. So after some faults the message is missing, and a comment says that it may be. */
function stateOf({ github }: ScratchGitHub, { messages }: SlackServer): Snapshot {
  const comments = github.repository('org/project').issues.get(1)?.comments ?? [];
  const isUncertain = comments.some(({ body }) => /announcement: (?:begun|unconfirmed) by /.test(body));
  const isAccountedFor = messages.length === 1 || isUncertain;
  const announced = isAccountedFor ? 'once, or it is known to be uncertain' : 'never';
  return { comments: comments.length, announced: messages.length > 1 ? 'twice' : announced };
}
