import { jobToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Checkout, ScratchRepository } from '../../support/repository.ts';
import { keepHistory, snapshotOfOrigin } from '../origin.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

const files = { VERSION: '0.1.0\n', 'docs/a.md': 'one\ntwo\nthree\n' };
const edited = { VERSION: '0.2.0\n' };
const token = 'the-token-of-the-job';
const message = 'Release 0.2.0';
const branch = 'release-actions/main/release-0.2.0';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a push over HTTP with a token; the next run is in the same checkout',
    async arrange(openGateway) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      const gateway = await openGateway(repo.server.url);
      const checkout = await edit(await repo.clone({ depth: 0 }), gateway);
      return pushed(repo, { checkout, env: { GITHUB_SERVER_URL: gateway }, jobToken: token });
    },
  },
  {
    title: 'a push to a branch that went on, from a shallow checkout; the next run is in a new one',
    async arrange(openGateway) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      const gateway = await openGateway(repo.server.url);
      const begun = await repo.head();
      await repo.commit('elsewhere', { 'docs/a.md': 'one\ntwo\nthree\nfour\n' });
      await repo.push();
      const nextCheckout = async () => edit(await repo.clone({ sha: begun }), gateway);
      const checkout = await nextCheckout();
      return pushed(repo, { checkout, nextCheckout, env: { GITHUB_SERVER_URL: gateway }, jobToken: token });
    },
  },
  {
    title: 'a pull request with labels and reviewers',
    async arrange(openGateway) {
      const world = await proposal(openGateway, { labels: 'release', reviewers: 'hubot' });
      return {
        ...world,
        expected: { ...world.expected, pulls: [{ ...opened, labels: ['release'], reviewers: ['hubot'] }] },
      };
    },
  },
  {
    title: 'a pull request with a commit by the API',
    arrange: (openGateway) => proposal(openGateway, { 'commit-through': 'api' }),
  },
];

const opened = { number: 1, state: 'open', title: message, base: 'main', labels: [], reviewers: [] };

/** The checkout of a job after the step that edits. */
async function edit(clone: Checkout, gateway: string): Promise<Checkout> {
  await clone.git('remote', 'set-url', 'origin', `${gateway}/org/project`);
  for (const [path, text] of Object.entries(edited)) await clone.write(path, text);
  return clone;
}

type PushingJob = Pick<ScenarioWorld, 'nextCheckout' | 'env' | 'jobToken'> & { readonly checkout: Checkout };

async function pushed(repo: ScratchRepository, job: PushingJob): Promise<ScenarioWorld> {
  await keepHistory(repo);
  const before = await subjects(repo, 'main');
  const snapshot = async (): Promise<Snapshot> => {
    const { updates } = await snapshotOfOrigin(repo);
    return { updates, subjects: await subjects(repo, 'main'), text: await text(repo, 'main') };
  };
  return {
    ...job,
    inputs: { message },
    snapshot,
    expected: { updates: ['move refs/heads/main'], subjects: [message, ...before], text: edited.VERSION.trim() },
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

async function proposal(openGateway: OpenGateway, inputs: Readonly<Record<string, string>>): Promise<ScenarioWorld> {
  const reviewer = { token: 'hubot', login: 'hubot', kind: 'classic', scopes: ['repo'] } as const;
  const repo = await scratchGitHub(files, { tokens: [jobToken, reviewer] });
  await keepHistory(repo);
  const [git, api] = [await openGateway(repo.github.git.url), await openGateway(repo.github.url)];
  const checkout = await edit(await repo.clone(), git);
  const snapshot = async (): Promise<Snapshot> => ({
    subjects: await subjects(repo, branch),
    text: await text(repo, branch),
    pulls: pulls(repo),
  });
  return {
    checkout,
    inputs: { message, via: 'pull-request', ...inputs },
    jobToken: jobToken.token,
    env: { GITHUB_SERVER_URL: git, GITHUB_API_URL: api },
    snapshot,
    expected: { subjects: [message, 'Initial commit'], text: edited.VERSION.trim(), pulls: [opened] },
    violationOf: () => (pulls(repo).length > 1 ? 'there are two pull requests' : undefined),
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

const pulls = ({ github }: ScratchGitHub) =>
  [...github.repository('org/project').issues.values()].map(({ number, state, title, labels, pull }) => ({
    number,
    state,
    title,
    base: pull?.base.branch,
    labels: [...labels],
    reviewers: [...(pull?.reviewers ?? [])],
  }));

async function subjects(repo: ScratchRepository, ref: string): Promise<readonly string[]> {
  const said = await repo.git('--git-dir', repo.scratch.origin, 'log', '--format=%s', ref, '--').catch(() => '');
  return said.split('\n').filter((line) => line !== '');
}

const text = (repo: ScratchRepository, ref: string): Promise<string> =>
  repo.git('--git-dir', repo.scratch.origin, 'show', `${ref}:VERSION`).catch(() => '');
