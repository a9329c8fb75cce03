import { expect, it } from 'vitest';
import { performWorkflow } from '../support/engine.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { keepComment } from '../support/issues.ts';

/** A release that people agree to in an issue: one workflow, which is started once. */
const workflow = `
on:
  workflow_dispatch: { inputs: { tag: { required: true } } }
permissions: { contents: read }
jobs:
  agree:
    runs-on: ubuntu-latest
    permissions: { contents: read, issues: write, pull-requests: read }
    outputs:
      commit: \${{ steps.agreed.outputs.commit }}
      approvers: \${{ steps.agreed.outputs.approvers }}
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: org/release-actions/release-issue@v1
        with: { do: open, tag: '\${{ inputs.tag }}', template: release.md }
      - uses: org/release-actions/release-issue@v1
        id: agreed
        with: { do: await-approval, tag: '\${{ inputs.tag }}', wait: 1h }
  release:
    needs: agree
    runs-on: ubuntu-latest
    permissions: { contents: write, issues: write, pull-requests: read }
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false }
      - uses: org/release-actions/push-tag@v1
        with: { tag: '\${{ inputs.tag }}', commit: '\${{ needs.agree.outputs.commit }}' }
      - uses: org/release-actions/gh-release@v1
        id: release
        with: { tag: '\${{ inputs.tag }}', commit: '\${{ needs.agree.outputs.commit }}' }
      - uses: org/release-actions/release-issue@v1
        with:
          do: tick
          tag: \${{ inputs.tag }}
          items: The release is out => \${{ steps.release.outputs.url }}
      - uses: org/release-actions/release-issue@v1
        with: { do: close, tag: '\${{ inputs.tag }}' }
`;

it('a workflow waits for two OWNERS in the issue of a release, and releases what they agreed to', async () => {
  await using repo = await scratchGitHub({
    OWNERS: 'approvers: [ann, bob]\n',
    '.github/ISSUE_TEMPLATE/release.md': '---\ntitle: Release {tag}\n---\n- [ ] The release is out\n',
  });
  const people = ['ann', 'bob'];
  repo.github.fault = ({ path }) => {
    const issue = repo.github.repository('org/project').issues.get(1);
    const author = issue !== undefined && path.endsWith('/issues/1/comments') ? people.shift() : undefined;
    if (issue !== undefined && author !== undefined) keepComment(issue, { author, body: '/lgtm' }); // one at each look
    return undefined;
  };
  const { url } = repo.github;
  const run = await performWorkflow({
    workflow,
    event: 'workflow_dispatch',
    payload: { ref: 'refs/heads/main', inputs: { tag: 'v1.0.0' } },
    repository: repo,
    token: jobToken.token,
    env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, RELEASE_ACTIONS_PACE: '0.02' },
  });
  expect(run.jobs, run.log).toEqual({ agree: 'success', release: 'success' });
  const head = await repo.head();
  expect(run.outputs['agree']).toEqual({ commit: head, approvers: 'ann\nbob' });
  expect(run.steps['agree/agreed']?.log.join('\n')).toContain('Waiting: 2 approvals of release issue #1 (1: ann)');
  expect((await repo.remoteRefs()).get('refs/tags/v1.0.0^{}')).toBe(head);
  const issue = repo.github.repository('org/project').issues.get(1);
  const page = `${repo.github.git.url}/org/project/releases/tag/v1.0.0`;
  expect(issue).toMatchObject({ title: 'Release v1.0.0', state: 'closed' });
  expect(issue?.body).toContain(`- [x] The release is out (${page})`);
  expect(issue?.comments.at(-1)?.body).toContain(`- [v1.0.0](${page})`);
}, 120_000);
