import { proposalMarker, withOrigin } from '../../../src/domain/release-issues/marker.ts';
import { jobToken, personalToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { keepComment, keepIssue } from '../../support/issues.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

const tag = 'v1.1.0';
const files = {
  OWNERS: 'approvers: [ann, bob]\n',
  'text.md': '- [ ] Staged\n- [ ] Announced\n\n{changelog}\n',
};
const evidence = 'https://example.org/1';
const text = '- [ ] Staged\n- [ ] Announced\n\nNothing was merged since v1.0.0.';

export const scenarios: readonly Scenario[] = [
  {
    title: 'an issue with the changelog',
    arrange: (openGateway) =>
      project(openGateway, {
        inputs: { do: 'open', 'body-path': 'text.md', title: 'Release {tag}', labels: 'release' },
        expected: { title: `Release ${tag}`, labels: ['release'], text, state: 'open', comments: [] },
      }),
  },
  {
    title: 'the agreement of two people',
    arrange: (openGateway) =>
      project(openGateway, {
        inputs: { do: 'await-approval' },
        prepare: (issue) => {
          for (const author of ['ann', 'bob']) keepComment(issue, { author, body: '/lgtm' });
        },
        outputs: { approvers: 'ann\nbob' },
        expected: { title: 'Release', labels: [], text, state: 'open', comments: ['/lgtm', '/lgtm'] },
      }),
  },
  {
    title: 'two boxes of the issue',
    arrange: (openGateway) =>
      project(openGateway, {
        inputs: { do: 'tick', items: `Staged => ${evidence}\nAnnounced => ${evidence}` },
        prepare: () => undefined,
        expected: {
          title: 'Release',
          labels: [],
          text: text.replaceAll(/\[ \] (\w+)/g, `[x] $1 (${evidence})`),
          state: 'open',
          comments: [],
        },
      }),
  },
  {
    title: 'the last comment, and the end of the issue',
    arrange: (openGateway) =>
      project(openGateway, {
        inputs: { do: 'close' },
        prepare: () => undefined,
        expected: {
          title: 'Release',
          labels: [],
          text,
          state: 'closed',
          comments: [`Released:\n\n- [${tag}](https://github.com/org/project/releases/tag/${tag})`],
        },
      }),
  },
];

type ProjectOptions = {
  readonly inputs: Readonly<Record<string, string>>;
  /** What happened in the issue before. Without it, there is no issue. */
  readonly prepare?: (issue: ReturnType<typeof keepIssue>) => void;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly expected: Snapshot;
};

async function project(openGateway: OpenGateway, options: ProjectOptions): Promise<ScenarioWorld> {
  const { inputs, prepare, outputs = {}, expected } = options;
  const repo = await scratchGitHub(files);
  await repo.pushTag('v1.0.0');
  await repo.ask('POST …/releases', { token: personalToken.token, body: { tag_name: tag } });
  const commit = await repo.head();
  const marker = proposalMarker({ tags: [tag], commit });
  if (prepare !== undefined)
    prepare(keepIssue(repo, { title: 'Release', body: `${text}\n\n${marker}`, author: jobToken.login }));
  const [git, api] = [await openGateway(repo.github.git.url), await openGateway(repo.github.url)];
  const checkout = await repo.clone({ depth: 0 });
  await checkout.git('remote', 'set-url', 'origin', `${git}/org/project`);
  return {
    checkout,
    inputs: { tag, ...inputs },
    outputs: { number: '1', commit, ...outputs },
    jobToken: jobToken.token,
    env: { GITHUB_SERVER_URL: git, GITHUB_API_URL: api },
    snapshot: async () => snapshotOf(repo, marker),
    expected: { issues: [expected] },
    violationOf: () => (repo.github.repository('org/project').issues.size > 1 ? 'there are two issues' : undefined),
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

/** The issues without what is hidden, and without the addresses of the gateways. */
function snapshotOf({ github }: ScratchGitHub, marker: string): Snapshot {
  const issues = [...github.repository('org/project').issues.values()];
  return {
    issues: issues.map(({ title, labels, body, state, comments }) => ({
      title,
      labels,
      text: withOrigin(body ?? '', undefined).replace(`\n\n${marker}`, ''),
      state,
      comments: comments.map((comment) =>
        comment.body.replace(/\n\n<!--.*-->$/, '').replaceAll(/http:\/\/[\d.:]+(?=\/org)/g, 'https://github.com'),
      ),
    })),
  };
}
