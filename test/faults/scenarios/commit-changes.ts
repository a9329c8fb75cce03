import { jobToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Checkout, ScratchRepository } from '../../support/repository.ts';
import { keepHistory, lookAtOrigin } from '../origin.ts';
import type { OpenDoor, Scenario, Sight, World } from '../scenario.ts';

const files = { VERSION: '0.1.0\n', 'docs/a.md': 'one\ntwo\nthree\n' };
const edited = { VERSION: '0.2.0\n' };
const token = 'the-token-of-the-job';
const message = 'Release 0.2.0';
const branch = 'release-actions/main/release-0.2.0';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a push over HTTP with a token; the next run is in the same checkout',
    async arrange(openDoor) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      const door = await openDoor(repo.server.url);
      const place = await edit(await repo.clone({ depth: 0 }), door);
      return pushed(repo, { place, env: { GITHUB_SERVER_URL: door }, jobToken: token });
    },
  },
  {
    title: 'a push to a branch that went on, from a shallow checkout; the next run is in a new one',
    async arrange(openDoor) {
      const repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
      const door = await openDoor(repo.server.url);
      const begun = await repo.head();
      await repo.commit('elsewhere', { 'docs/a.md': 'one\ntwo\nthree\nfour\n' });
      await repo.push();
      const checkout = async () => edit(await repo.clone({ sha: begun }), door);
      const place = await checkout();
      return pushed(repo, { place, nextPlace: checkout, env: { GITHUB_SERVER_URL: door }, jobToken: token });
    },
  },
  {
    title: 'a pull request with labels and reviewers',
    async arrange(openDoor) {
      const world = await proposal(openDoor, { labels: 'release', reviewers: 'hubot' });
      return {
        ...world,
        wanted: { ...world.wanted, pulls: [{ ...opened, labels: ['release'], reviewers: ['hubot'] }] },
      };
    },
  },
  {
    title: 'a pull request with a commit by the API',
    arrange: (openDoor) => proposal(openDoor, { 'commit-through': 'api' }),
  },
];

const opened = { number: 1, state: 'open', title: message, base: 'main', labels: [], reviewers: [] };

/** The checkout of a job after the step that edits. */
async function edit(clone: Checkout, door: string): Promise<Checkout> {
  await clone.git('remote', 'set-url', 'origin', `${door}/org/project`);
  for (const [path, text] of Object.entries(edited)) await clone.write(path, text);
  return clone;
}

type Job = Pick<World, 'nextPlace' | 'env' | 'jobToken'> & { readonly place: Checkout };

async function pushed(repo: ScratchRepository, job: Job): Promise<World> {
  await keepHistory(repo);
  const before = await subjects(repo, 'main');
  const look = async (): Promise<Sight> => {
    const { updates } = await lookAtOrigin(repo);
    return { updates, subjects: await subjects(repo, 'main'), text: await text(repo, 'main') };
  };
  return {
    ...job,
    inputs: { message },
    look,
    wanted: { updates: ['move refs/heads/main'], subjects: [message, ...before], text: edited.VERSION.trim() },
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

async function proposal(openDoor: OpenDoor, inputs: Readonly<Record<string, string>>): Promise<World> {
  const reviewer = { token: 'hubot', login: 'hubot', kind: 'classic', scopes: ['repo'] } as const;
  const repo = await scratchGitHub(files, { tokens: [jobToken, reviewer] });
  await keepHistory(repo);
  const [git, api] = [await openDoor(repo.github.git.url), await openDoor(repo.github.url)];
  const place = await edit(await repo.clone(), git);
  const look = async (): Promise<Sight> => ({
    subjects: await subjects(repo, branch),
    text: await text(repo, branch),
    pulls: pulls(repo),
  });
  return {
    place,
    inputs: { message, via: 'pull-request', ...inputs },
    jobToken: jobToken.token,
    env: { GITHUB_SERVER_URL: git, GITHUB_API_URL: api },
    look,
    wanted: { subjects: [message, 'Initial commit'], text: edited.VERSION.trim(), pulls: [opened] },
    flawOf: () => (pulls(repo).length > 1 ? 'there are two pull requests' : undefined),
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
  const said = await repo.git('--git-dir', repo.site.origin, 'log', '--format=%s', ref, '--').catch(() => '');
  return said.split('\n').filter((line) => line !== '');
}

const text = (repo: ScratchRepository, ref: string): Promise<string> =>
  repo.git('--git-dir', repo.site.origin, 'show', `${ref}:VERSION`).catch(() => '');
