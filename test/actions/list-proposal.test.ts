import { describe, expect, it } from 'vitest';
import { additionsOf } from '../../src/domain/image-lists/list-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import {
  annToken,
  byTag,
  chart,
  fork,
  image,
  keeperToken,
  listAt,
  listPath,
  merge,
  proposing,
  pullsOf,
  released,
  scratchK8sIo,
  upstream,
} from '../support/list-proposals.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';

const branch = 'dra-example-driver-v0.5.0-image-promotion';
const claim = `refs/image-promotions/dra-example-driver/${released}`;
const body = `**What this PR does / why we need it**:

Image promotion for dra-example-driver v0.5.0 / 0.5.0. These digests were read from the staging registry, right before this was pushed:

\`\`\`
us-central1-docker.pkg.dev/k8s-staging-images/dra-example-driver/dra-example-driver:v0.5.0@${image.digest}
us-central1-docker.pkg.dev/k8s-staging-images/dra-example-driver/charts/dra-example-driver:0.5.0@${chart.digest}
\`\`\`

**Special notes for your reviewer**:

- [x] The digests were read from the registry and are above. \`gcrane digest\` prints the same for each tag.
- [x] Every image is multi-arch, for all platforms that the project supports:
  - dra-example-driver v0.5.0: linux/amd64, linux/arm64
  - charts/dra-example-driver 0.5.0: no image
- [x] No tag resolves to latest or moves: v0.5.0, 0.5.0.
- [x] registry.k8s.io is immutable: if a digest is wrong, a new release is cut.

This PR was made by [release-actions](https://github.com/org/release-actions). The same with \`kpromo\`:

\`\`\`
kpromo pr --fork ann/k8s.io --project dra-example-driver --reviewers "@klaus, @kubernetes/release-managers" --tag v0.5.0 --tag 0.5.0 --image dra-example-driver --image charts/dra-example-driver
\`\`\`

/hold
cc: @klaus, @kubernetes/release-managers
`;

/** Both from the repository of the fork: its refs, and the commit on a branch. */
const forkGit = (project: ScratchGitHub, ...args: string[]) =>
  project.git('--git-dir', project.scratch.origin.replace(upstream, fork), ...args);

/** What the branch of a proposal adds to the list. */
async function addedBy(project: ScratchGitHub, name = branch): Promise<readonly Promotion[]> {
  const [before, after] = [await listAt(project, 'main'), await listAt(project, name, fork)];
  return additionsOf({ file: listPath, text: before }, { file: listPath, text: after });
}

const promoteImage = (project: ScratchGitHub, options = {}) =>
  succeed(proposing([image]), project, byTag('v0.5.0', options));
const promoteChart = (project: ScratchGitHub, options = {}) =>
  succeed(proposing([chart]), project, byTag('chart/0.5.0', options));
/** With time for several plans. */
const patient = { pace: 0.1 };

/** The requests that were sent since then and were no questions. */
const writes = (project: ScratchGitHub, since = 0) =>
  project.github.requests
    .slice(since)
    .filter(({ method, path, body: sent }) =>
      path === '/graphql' ? JSON.stringify(sent).includes('mutation') : method !== 'GET',
    );

describe('a proposal of lines of a list', () => {
  it('is one commit with a sign-off in the fork, and one pull request', async () => {
    await using project = await scratchK8sIo();
    const outputs = await succeed(proposing([chart, image]), project, byTag('v0.5.0'));
    const [pull, second] = await pullsOf(project);
    expect(second).toBeUndefined();
    expect(outputs).toMatchObject({ 'pull-request-number': '1', 'pull-request-url': pull.html_url, changed: 'true' });
    expect(JSON.parse(outputs['pending'] ?? '')).toEqual(['the pull request is merged']);
    expect(pull).toMatchObject({
      title: 'Image promotion for dra-example-driver 0.5.0 / v0.5.0',
      head: { label: 'ann:dra-example-driver-0.5.0-image-promotion' },
      base: { ref: 'main' },
      user: { login: 'ann' },
    });
    const name = 'dra-example-driver-0.5.0-image-promotion';
    const format = '--format=%P|%an <%ae>|%cn <%ce>|%B';
    const [parent, author, committer, message] = (await forkGit(project, 'log', '-1', format, name)).split('|');
    expect(parent).toBe(await project.head());
    expect(author).toMatch(/^ann <\d+\+ann@users\.noreply\.127\.0\.0\.1>$/);
    expect(committer).toBe(author);
    expect(message).toBe(`${pull.title}\n\nSigned-off-by: ${author}`);
    expect(await forkGit(project, 'diff', '--numstat', `${name}^`, name)).toBe(`2\t0\t${listPath}`);
    expect(await addedBy(project, name)).toEqual([chart, image]);
    expect(await forkGit(project, 'rev-parse', claim)).toBe(await forkGit(project, 'rev-parse', name));
  });

  it('is left alone when it runs again, also with another text by a person', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    const [{ body: text }] = await pullsOf(project);
    await project.ask('PATCH …/pulls/1', { token: annToken.token, body: { title: 'Better', body: `Hello\n${text}` } });
    const begun = project.github.requests.length;
    const again = await promoteImage(project);
    expect(again).toMatchObject({ 'pull-request-number': '1', changed: 'false' });
    expect(JSON.parse(again['pending'] ?? '')).toEqual(['pull request #1 is merged']);
    expect(writes(project, begun).filter(({ path }) => !path.endsWith('/pulls'))).toEqual([]);
    expect((await pullsOf(project))[0]).toMatchObject({ title: 'Better', body: `Hello\n${text}` });
  });

  it('writes nothing with a mode that only looks', async () => {
    await using project = await scratchK8sIo();
    for (const mode of ['dry-run', 'check', 'local']) {
      const inputs = { token: annToken.token, mode };
      const { outcome, log } = await perform(proposing([image]), project, { ...byTag('v0.5.0'), inputs });
      expect(outcome.failure !== undefined).toBe(mode === 'check');
      expect(log).toContain(`Push ${branch} to ann/k8s.io`);
      expect(log).toContain(`+    "${image.digest}": ["v0.5.0"]`);
    }
    expect(await pullsOf(project, 'all')).toEqual([]);
    expect(await forkGit(project, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });

  it('can be looked at with a token that may write nothing there', async () => {
    const token: Token = { token: 'job', login: 'github-actions[bot]', kind: 'job', permissions: {}, repositories: [] };
    await using project = await scratchK8sIo({ tokens: [annToken, keeperToken, token] });
    await promoteImage(project);
    const [{ html_url: url }] = await pullsOf(project);
    const begun = project.github.requests.length;
    const looking = (mode: string) => ({ ...byTag('v0.5.0'), inputs: { token: token.token, mode } });
    expect(await refusal(proposing([image]), project, looking('check'))).toBe(
      `Pending: pull request #1 is merged.\nReview it and merge it: ${url}`,
    );
    expect(await succeed(proposing([image]), project, looking('apply'))).toMatchObject({ changed: 'false' });
    expect(writes(project, begun)).toEqual([]);
  });

  it('is updated from the new list when others changed the list, and left alone when they changed something else', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    const tip = await forkGit(project, 'rev-parse', branch);
    await project.commit('elsewhere', { 'README.md': 'k8s.io' });
    await project.push();
    expect(await promoteImage(project)).toMatchObject({ changed: 'false' });
    expect(await forkGit(project, 'rev-parse', branch)).toBe(tip);
    const others = (await listAt(project, 'main')).replace('["v0.3.0"]', '["v0.3.0", "0.3"]');
    const head = await project.commit('the list', { [listPath]: `${others}\n` });
    await project.push();
    expect(await promoteImage(project)).toMatchObject({ changed: 'true', 'pull-request-number': '1' });
    expect(await forkGit(project, 'rev-parse', `${branch}^`)).toBe(head);
    expect(await addedBy(project)).toEqual([image]);
  });

  it('keeps a merge of the base that a person made by the button of GitHub', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    await project.commit('elsewhere', { 'README.md': 'k8s.io' });
    await project.push();
    const path = project.scratch.origin.replace(upstream, fork);
    await project.git('fetch', '--quiet', path, branch);
    await project.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const webFlow = 'GIT_COMMITTER_NAME=GitHub GIT_COMMITTER_EMAIL=noreply@github.com';
    await project.shell(`${webFlow} git merge --quiet --no-ff --message 'Merge main' main`);
    await project.git('push', '--quiet', path, `HEAD:refs/heads/${branch}`);
    expect(await promoteImage(project)).toMatchObject({ changed: 'false' });
    expect(await promoteChart(project)).toMatchObject({ changed: 'true', 'pull-request-number': '1' });
    expect(await addedBy(project)).toEqual([chart, image]);
    expect(await forkGit(project, 'rev-list', '--count', `main..${branch}`)).toBe('2'); // the fork's main is behind
  });

  it('is nothing to do when it is merged', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    expect((await merge(project, 1)).status).toBe(200);
    const begun = project.github.requests.length;
    const { outputs, log } = await perform(proposing([image]), project, byTag('v0.5.0'));
    expect(outputs).toMatchObject({ changed: 'false', pending: '[]' });
    expect(outputs['pull-request-number']).toBeUndefined();
    expect(log).toContain(`${listPath} of kubernetes/k8s.io has all of it.`);
    expect(writes(project, begun)).toEqual([]);
  });

  it('has a prefix for the project kubernetes, no hold if none is wanted, and an unticked statement for a single image', async () => {
    await using project = await scratchK8sIo();
    const evidenceOf = async ([promotion = image]: readonly Promotion[]) => [
      { ...promotion, source: 'gcr.io/k8s-staging-kubernetes/pause', isIndex: false, platforms: ['linux/amd64'] },
    ];
    const given = { project: 'kubernetes', reviewers: [], hold: false, evidenceOf };
    await succeed(proposing([image], given), project, byTag('v0.5.0'));
    const [pull] = await pullsOf(project);
    expect(pull.title).toBe('releng: Image promotion for kubernetes v0.5.0');
    expect(pull.body).toContain('- [ ] Not every image is multi-arch. These are the platforms:\n');
    expect(pull.body).toContain('  - dra-example-driver v0.5.0: linux/amd64 (a single image)\n');
    expect(pull.body).not.toMatch(/^\/hold|^cc:|--reviewers/m);
  });
});

describe('the runs for both tags of a commit', () => {
  it.each([
    ['image first', promoteImage, promoteChart, 'v0.5.0', 'v0.5.0 / 0.5.0'],
    ['chart first', promoteChart, promoteImage, '0.5.0', '0.5.0 / v0.5.0'],
  ])('share one pull request: %s', async (_, first, second, tag, tags) => {
    await using project = await scratchK8sIo();
    await first(project);
    const outputs = await second(project);
    expect(outputs).toMatchObject({ 'pull-request-number': '1', changed: 'true' });
    const [pull, other] = await pullsOf(project, 'all');
    expect(other).toBeUndefined();
    const name = `dra-example-driver-${tag}-image-promotion`;
    expect(pull).toMatchObject({
      title: `Image promotion for dra-example-driver ${tags}`,
      head: { label: `ann:${name}` },
    });
    expect(await addedBy(project, name)).toEqual([chart, image]);
    expect(await forkGit(project, 'rev-list', '--count', `main..${name}`)).toBe('1');
    if (tag === 'v0.5.0') expect(pull.body).toBe(body);
    for (const again of [first, second]) expect(await again(project)).toMatchObject({ changed: 'false' });
  });

  it.each([
    ['both make the branch', 'updateRefs', 2],
    ['both open the pull request', '/pulls', 3], // the first is only a question whether the token may
    ['both look at the fork', 'matching-refs', 1],
  ])('share one pull request if they run at the same moment: %s', async (_, where, count) => {
    await using project = await scratchK8sIo();
    const waiting: (() => void)[] = [];
    let seen = 0;
    project.github.fault = async ({ path, body: sent }) => {
      if (!`${path} ${JSON.stringify(sent)}`.includes(where) || seen >= 2 * count) return undefined;
      seen++;
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      if (waiting.length === 2) for (const go of waiting.splice(0)) go();
      await Promise.race([turn, new Promise((resolve) => setTimeout(resolve, 300))]);
      return undefined;
    };
    const [first, second] = await Promise.all([promoteImage(project, patient), promoteChart(project, patient)]);
    expect([first, second]).toMatchObject([{ 'pull-request-number': '1' }, { 'pull-request-number': '1' }]);
    project.github.fault = undefined;
    const [pull, other] = await pullsOf(project, 'all');
    expect(other).toBeUndefined();
    expect(await addedBy(project, pull.head.ref)).toEqual([chart, image]);
    for (const text of [chart.digest, image.digest]) expect(pull.body).toContain(text);
    expect(pull.title).toMatch(/v0\.5\.0/);
    for (const again of [promoteImage, promoteChart]) expect(await again(project)).toMatchObject({ changed: 'false' });
  });

  it('lose nothing if the second one pushes between the push and the pull request of the first one', async () => {
    await using project = await scratchK8sIo();
    project.github.fault = async ({ method, path, body: sent }) => {
      if (method !== 'POST' || !path.endsWith('/pulls') || JSON.stringify(sent).includes('May I?')) return undefined;
      project.github.fault = async (request) => {
        // The second run has pushed, and the first one opens the pull request with its own text.
        if (request.method !== 'POST' || !request.path.endsWith('/pulls')) return undefined;
        if (JSON.stringify(request.body).includes('May I?')) return undefined;
        project.github.fault = undefined;
        await project.ask('POST …/pulls', { token: annToken.token, body: sent });
        return undefined;
      };
      await promoteChart(project, patient);
      return undefined;
    };
    expect(await promoteImage(project, patient)).toMatchObject({ 'pull-request-number': '1' });
    const [pull, other] = await pullsOf(project, 'all');
    expect(other).toBeUndefined();
    expect(pull).toMatchObject({ title: 'Image promotion for dra-example-driver v0.5.0 / 0.5.0', body });
  });

  it('get a second pull request if the first one is merged before the second run', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    await merge(project, 1);
    expect(await promoteChart(project)).toMatchObject({ 'pull-request-number': '2' });
    expect(await addedBy(project)).toEqual([chart]);
    expect((await pullsOf(project))[0].title).toBe('Image promotion for dra-example-driver 0.5.0');
  });

  it('lose nothing if the pull request is merged while the second run pushes to it', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    project.github.fault = async ({ body: sent }) => {
      if (!JSON.stringify(sent)?.includes('updateRefs')) return undefined;
      project.github.fault = undefined;
      await merge(project, 1);
      return undefined;
    };
    expect(await promoteChart(project, patient)).toMatchObject({ 'pull-request-number': '2' });
    expect((await pullsOf(project))[0].title).toBe('Image promotion for dra-example-driver 0.5.0');
    expect(await addedBy(project)).toEqual([chart]);
  });

  it('plan again if the first pull request is merged after the list was read', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    project.github.fault = async ({ path }) => {
      if (!path.endsWith('/pulls')) return undefined;
      project.github.fault = undefined;
      await merge(project, 1);
      return undefined;
    };
    expect(await promoteChart(project, patient)).toMatchObject({ 'pull-request-number': '2' });
    const main = await project.git('--git-dir', project.scratch.origin, 'rev-parse', 'main');
    expect(await forkGit(project, 'rev-parse', `${branch}^`)).toBe(main);
    expect(await addedBy(project)).toEqual([chart]);
  });

  it('lose nothing if two of them go on at the same moment after the first pull request was merged', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    await merge(project, 1);
    const tool: Promotion = { ...image, name: 'dra-example-tool', digest: chart.digest };
    const [planned, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let promotion: Promise<unknown> | undefined;
    project.github.fault = async ({ method, path, body: sent }) => {
      if (promotion === undefined) {
        if (method !== 'POST' || !path.endsWith('/pulls') || JSON.stringify(sent).includes('May I?')) return undefined;
        // The run for the chart has pushed. The other one plans before the pull request is open, and pushes after that.
        promotion = succeed(proposing([tool]), project, byTag('v0.5.0', patient));
        await planned.promise;
      } else if (JSON.stringify(sent)?.includes('updateRefs')) {
        project.github.fault = undefined;
        planned.resolve();
        await opened.promise;
      }
      return undefined;
    };
    expect(await promoteChart(project, patient)).toMatchObject({ 'pull-request-number': '2' });
    opened.resolve();
    expect(await promotion).toMatchObject({ 'pull-request-number': '2' });
    expect(await addedBy(project)).toEqual([chart, tool]);
    expect(await pullsOf(project)).toHaveLength(1);
  });

  it('are told by the tag at HEAD if another event started the run', async () => {
    await using project = await scratchK8sIo();
    await project.tag('v0.5.0', { annotated: 'v0.5.0' });
    await project.tag('chart/0.5.0');
    const dispatched = { inputs: { token: annToken.token }, env: { GITHUB_REF: 'refs/heads/main' } };
    await succeed(proposing([image]), project, dispatched);
    expect(await succeed(proposing([chart]), project, dispatched)).toMatchObject({ 'pull-request-number': '1' });
    expect(await forkGit(project, 'for-each-ref', '--format=%(refname)', 'refs/image-promotions')).toBe(
      claim.replace(released, await project.head()),
    );
  });

  it('get pull requests of their own if no tag says which commit is released', async () => {
    await using project = await scratchK8sIo();
    const dispatched = { inputs: { token: annToken.token } };
    const { log } = await perform(proposing([image]), project, dispatched);
    expect(log).toContain(
      'No tag says which commit is released, so other tags of this commit get pull requests of their own.',
    );
    expect(await succeed(proposing([chart]), project, dispatched)).toMatchObject({ 'pull-request-number': '2' });
    expect(await succeed(proposing([image]), project, dispatched)).toMatchObject({ changed: 'false' });
  });
});

describe('a proposal whose answer gets lost', () => {
  it.each([
    ['of the push', 'updateRefs', 'reset-after'],
    ['of the push, which did not arrive', 'updateRefs', 'reset-before'],
    ['of the commit', '/git/commits', 'reset-after'],
    ['of the pull request', 'Image promotion for dra-example-driver v0.5.0","body', 'reset-after'],
  ] as const)('is made once: %s', async (_, where, fault) => {
    await using project = await scratchK8sIo();
    project.github.fault = ({ path, body: sent, method }) => {
      if (method !== 'POST' || !`${path} ${JSON.stringify(sent)}`.includes(where)) return undefined;
      project.github.fault = undefined;
      return fault;
    };
    expect(await promoteImage(project, patient)).toMatchObject({ 'pull-request-number': '1' });
    expect(await pullsOf(project, 'all')).toHaveLength(1);
    expect(await addedBy(project)).toEqual([image]);
  });
});

describe('a proposal is refused', () => {
  const refused = (project: ScratchGitHub, given = {}, token = annToken.token) =>
    refusal(proposing([image], given), project, byTag('v0.5.0', { token }));

  it('if the images are not staged any more when it is pushed', async () => {
    await using project = await scratchK8sIo();
    const { ReleaseError } = await import('../../src/domain/error.ts');
    let looks = 0;
    const evidenceOf = async (promotions: readonly Promotion[]) => {
      if (++looks === 2) throw new ReleaseError('dra-example-driver:v0.5.0 is gone.');
      return promotions.map((one) => ({ ...one, source: 's', isIndex: true, platforms: [] }));
    };
    expect(await refused(project, { evidenceOf })).toBe('dra-example-driver:v0.5.0 is gone.');
    expect(await forkGit(project, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
    expect(await pullsOf(project, 'all')).toEqual([]);
  });

  it('if a person has closed it, until its branch is deleted', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    await project.ask('PATCH …/pulls/1', { token: keeperToken.token, body: { state: 'closed' } });
    const [{ html_url: url }] = await pullsOf(project, 'closed');
    const why = [
      `Pull request #1 of kubernetes/k8s.io was closed and not merged: ${url}`,
      `Open it again. Or delete the branch ${branch} of ann/k8s.io, and run it again: then a new pull request is opened.`,
    ].join('\n');
    expect(await refused(project)).toBe(why);
    expect(await refusal(proposing([chart]), project, byTag('chart/0.5.0'))).toBe(why);
    await forkGit(project, 'update-ref', '-d', `refs/heads/${branch}`);
    expect(await promoteImage(project)).toMatchObject({ 'pull-request-number': '2' });
  });

  it('if its branch has commits of others', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    const clone = await project.clone();
    await clone.git('fetch', '--quiet', project.scratch.origin.replace(upstream, fork), branch);
    await clone.git('checkout', '--quiet', 'FETCH_HEAD');
    const sha = await clone.commit('a better list', { 'README.md': 'by another person' });
    await clone.git('push', '--quiet', project.scratch.origin.replace(upstream, fork), `HEAD:refs/heads/${branch}`);
    expect(await refusal(proposing([chart]), project, byTag('chart/0.5.0'))).toBe(
      [
        `Commit ${sha.slice(0, 12)} on ${branch} is by author@example.com, committer@example.com: "a better list".`,
        `Merge the pull request. Or delete the branch ${branch} of ann/k8s.io, and run it again: then a new one is made.`,
      ].join('\n'),
    );
    expect(await forkGit(project, 'rev-parse', branch)).toBe(sha);
  });

  it('if its branch has another origin, or many commits', async () => {
    await using project = await scratchK8sIo();
    const path = project.scratch.origin.replace(upstream, fork);
    const fix = `Merge the pull request. Or delete the branch ${branch} of ann/k8s.io, and run it again: then a new one is made.`;
    await project.git('checkout', '--quiet', '--orphan', 'strange');
    await project.commit('strange');
    await project.git('push', '--quiet', path, `HEAD:refs/heads/${branch}`);
    expect(await refused(project)).toBe(
      `ann:${branch} has no history in common with main of kubernetes/k8s.io.\n${fix}`,
    );
  });

  const unfit: readonly [string, object, string, string][] = [
    [
      'the fork is a fork of something else',
      { fork: 'ann/other' },
      'ann/other is a fork of kubernetes/other, not of kubernetes/k8s.io.',
      'Fork kubernetes/k8s.io, and set the input fork to that fork.',
    ],
    [
      'the fork is none',
      { fork: 'kubernetes-sigs/k8s.io' },
      'kubernetes-sigs/k8s.io is not a fork of kubernetes/k8s.io.',
      'Fork kubernetes/k8s.io, and set the input fork to that fork.',
    ],
    [
      'the fork has the owner of the list',
      { fork: 'Kubernetes/fork' },
      'Kubernetes/fork and kubernetes/k8s.io belong to the same account. GitHub cannot tell forks of one account apart.',
      'Use a fork in another account.',
    ],
    [
      'there is no such fork',
      { fork: 'ann/none' },
      'GitHub finds no repository ann/none, or the token may not see it.',
      'Check the name, and that the token has contents: read for this repository.',
    ],
    [
      'the title would be too long',
      { project: 'p'.repeat(230) },
      'The title of the pull request has 257 characters. GitHub allows 256.',
      'Promote fewer tags in one pull request: merge this one first.',
    ],
    [
      'the text would be too long',
      { reviewers: ['r'.repeat(66_000)] },
      'The text of the pull request has 132990 characters. GitHub allows 65536.',
      'Promote fewer images in one run: name them in the input images.',
    ],
  ];

  it('if its fork is none of the repository, or its text is too long', async () => {
    await using project = await scratchK8sIo();
    for (const name of ['kubernetes/other', 'kubernetes-sigs/k8s.io'])
      await project.git(
        'clone',
        '--quiet',
        '--bare',
        project.scratch.origin,
        project.scratch.origin.replace(upstream, name),
      );
    await project.ask('POST /repos/kubernetes/other/forks', { token: annToken.token, body: {} });
    const begun = project.github.requests.length;
    for (const [what, given, ...why] of unfit) expect(await refused(project, given), what).toBe(why.join('\n'));
    expect(writes(project, begun)).toEqual([]);
  });

  it('if the ref that names its branch is at something else', async () => {
    await using project = await scratchK8sIo();
    await forkGit(project, 'update-ref', claim, 'main');
    const sha = (await forkGit(project, 'rev-parse', 'main')).slice(0, 12);
    expect(await refused(project)).toBe(
      [
        `${claim} of ann/k8s.io is at ${sha}, which is no promotion of dra-example-driver.`,
        `Delete this ref: git push ${project.github.git.url}/ann/k8s.io :${claim}`,
      ].join('\n'),
    );
  });

  it('if GitHub does not show the commit that names its branch', async () => {
    await using project = await scratchK8sIo();
    await promoteImage(project);
    const sha = (await forkGit(project, 'rev-parse', branch)).slice(0, 12);
    project.github.fault = ({ path }) => (path.includes('/commits/') ? { status: 404 } : undefined);
    expect(await refused(project)).toBe(`GitHub finds no commit ${sha} in ann/k8s.io.\nRun it again.`);
  });

  it('by a rule of the fork, in the words of GitHub', async () => {
    await using project = await scratchK8sIo({ protectedBranches: ['dra-*'] });
    expect(await refused(project)).toBe(
      [
        `GitHub did not move refs/heads/${branch} and ${claim} of ann/k8s.io. It says: Changes must be made through a pull request.`,
        'Correct what GitHub names, and run it again. What is already done is not repeated.',
      ].join('\n'),
    );
  });

  const page = '/settings/tokens/new?scopes=public_repo,workflow';
  const classic = 'Make a classic token with the scopes public_repo and workflow at';
  const others = 'Neither a fine-grained token nor the token of a job can contribute to a repository of another owner.';
  const lacking: readonly [string, Partial<Token>, readonly (readonly [string, string])[]][] = [
    [
      'has no scope for public repositories',
      { kind: 'classic', scopes: ['workflow', 'read:org'] },
      [
        [
          'Missing: the scope public_repo of the token.',
          `Now it has workflow and read:org. ${classic} SERVER${page}, and pass it as the input token.`,
        ],
        [
          'Missing: permission to open pull requests in kubernetes/k8s.io.',
          `${classic} SERVER${page}, and pass it as the input token. ${others}`,
        ],
      ],
    ],
    [
      'has no scope at all',
      { kind: 'classic', scopes: [] },
      [
        [
          'Missing: the scope public_repo of the token.',
          `Now it has no scope. ${classic} SERVER${page}, and pass it as the input token.`,
        ],
        [
          'Missing: permission to open pull requests in kubernetes/k8s.io.',
          `${classic} SERVER${page}, and pass it as the input token. ${others}`,
        ],
      ],
    ],
    [
      'is that of a job',
      { kind: 'job', login: 'github-actions[bot]', permissions: { contents: 'write', 'pull-requests': 'write' } },
      [
        [
          'Missing: permission to push to ann/k8s.io.',
          `${classic} SERVER${page}, and pass it as the input token. ${others}`,
        ],
        [
          'Missing: permission to open pull requests in kubernetes/k8s.io.',
          `${classic} SERVER${page}, and pass it as the input token. ${others}`,
        ],
      ],
    ],
    [
      'is a fine-grained one',
      { kind: 'fine-grained', permissions: { contents: 'write', 'pull-requests': 'write' }, repositories: [fork] },
      [
        [
          'Missing: permission to open pull requests in kubernetes/k8s.io.',
          `${classic} SERVER${page}, and pass it as the input token. ${others}`,
        ],
      ],
    ],
    [
      'belongs to somebody else',
      { kind: 'classic', login: 'ben', scopes: ['public_repo', 'workflow'], repositories: [] },
      [
        [
          'Missing: permission to push to ann/k8s.io.',
          'Set the input fork to a fork that belongs to the account of the token, or pass the token of an account that may push there.',
        ],
      ],
    ],
  ];

  it('before anything is written, if the token lacks something', async () => {
    const tokens = lacking.map(
      ([what, given]) => ({ ...annToken, token: what.replaceAll(' ', '-'), ...given }) as Token,
    );
    await using project = await scratchK8sIo({ tokens: [annToken, keeperToken, ...tokens] });
    const begun = project.github.requests.length;
    for (const [index, [what, , why]] of lacking.entries()) {
      const said = await refused(project, {}, tokens[index]?.token);
      expect(said.replaceAll(project.github.git.url, 'SERVER'), what).toBe(why.flat().join('\n'));
    }
    expect(writes(project, begun).filter(({ body: sent }) => !JSON.stringify(sent).includes('May I?'))).toEqual([]);
  });
});

describe('a fork that is behind', () => {
  const token: Token = { ...annToken, token: 'given', scopes: ['public_repo'] };

  it('is no hindrance, and its default branch stays where it is', async () => {
    await using project = await scratchK8sIo({ tokens: [annToken, keeperToken, token] });
    const before = await forkGit(project, 'rev-parse', 'main');
    const head = await project.commit('later', { 'README.md': 'k8s.io' });
    await project.push();
    await succeed(proposing([image]), project, byTag('v0.5.0', { token: 'given' }));
    expect(await forkGit(project, 'rev-parse', `${branch}^`)).toBe(head);
    expect(await forkGit(project, 'rev-parse', 'main')).toBe(before);
  });

  it('in its workflow files needs a token with the scope workflow', async () => {
    await using project = await scratchK8sIo({ tokens: [annToken, keeperToken, token] });
    await project.commit('later', { '.github/workflows/poc.yml': 'on: pull_request\n' });
    await project.push();
    const begun = project.github.requests.length;
    const said = await refusal(proposing([image]), project, byTag('v0.5.0', { token: 'given' }));
    expect(said.replaceAll(project.github.git.url, 'SERVER')).toBe(
      [
        'Missing: the scope workflow of the token.',
        'ann/k8s.io has other workflow files than kubernetes/k8s.io, and the branch brings them along. Press "Sync fork" at SERVER/ann/k8s.io. Or make a classic token with the scopes public_repo and workflow at SERVER/settings/tokens/new?scopes=public_repo,workflow, and pass it as the input token.',
      ].join('\n'),
    );
    expect(writes(project, begun).filter(({ body: sent }) => !JSON.stringify(sent).includes('May I?'))).toEqual([]);
    expect(await promoteImage(project)).toMatchObject({ 'pull-request-number': '1' });
  });
});
