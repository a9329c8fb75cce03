import { readFileSync } from 'node:fs';
import type { Token } from '../../src/embedded/github/server.ts';
import { proposeList } from '../../actions/promote-image/list-proposal.ts';
import type { ListProposal } from '../../actions/promote-image/wanted-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { number } from '../../src/runtime/output.ts';
import { scratchGitHub, type ScratchGitHub, type ScratchGitHubOptions } from './github.ts';
import type { PerformOptions } from './perform.ts';

const folder = 'test/fixtures/kubernetes__k8s.io/48628c6e';
export const listPath = 'registry.k8s.io/images/k8s-staging-dra-example-driver/images.yaml';
export const upstream = 'kubernetes/k8s.io';
export const fork = 'ann/k8s.io';

/** A token as Kubernetes' own documentation asks for it. It writes to the repositories of its account. */
export const annToken = {
  token: 'ann-token',
  login: 'ann',
  kind: 'classic',
  scopes: ['public_repo', 'workflow'],
  repositories: [],
} satisfies Token;

/** Somebody who may merge. */
export const keeperToken: Token = {
  token: 'keeper-token',
  login: 'keeper',
  kind: 'classic',
  scopes: ['repo', 'workflow'],
};

/** kubernetes/k8s.io on an embedded GitHub, with the fork of a person. */
export async function scratchK8sIo(options: ScratchGitHubOptions = {}): Promise<ScratchGitHub> {
  const files = {
    [listPath]: readFileSync(`${folder}/${listPath}`, 'utf8'),
    '.github/workflows/poc.yml': 'on: push\n',
  };
  const project = await scratchGitHub(files, { name: upstream, tokens: [annToken, keeperToken], ...options });
  await project.ask('POST …/forks', { token: annToken.token, body: {} });
  return project;
}

const digestOf = (text: string) => `sha256:${Buffer.from(text).toString('hex').padEnd(64, '7').slice(0, 64)}`;

export const image: Promotion = { name: 'dra-example-driver', digest: digestOf('image'), tags: ['v0.5.0'] };
export const chart: Promotion = { name: 'charts/dra-example-driver', digest: digestOf('chart'), tags: ['0.5.0'] };

/** The commit that both tags point to. */
export const released = '5'.repeat(40);

export type Proposing = Partial<Omit<ListProposal, 'promotions'>>;

/** An action that proposes some lines of the list, as promote-image does when it has looked at the images. */
export const proposing = (promotions: readonly Promotion[], given: Proposing = {}) =>
  defineAction({
    name: 'Propose lines of a list',
    description: 'Propose lines of a list.',
    example: '',
    inputs: {},
    outputs: { pullRequestNumber: number('The number.'), pullRequestUrl: 'The address.' },
    permissions: {},
    async plan(_, world) {
      const { files, refs, repositories } = await world.github();
      const { defaultBranch: branch } = await repositories.find(upstream);
      const sha = (await refs.at(upstream, `refs/heads/${branch}`)) ?? '';
      const list = { file: listPath, text: (await files.text(upstream, sha, listPath)) ?? '' };
      const { pullRequest, ...plan } = await proposeList(
        {
          repository: upstream,
          base: { branch, sha },
          list,
          project: 'dra-example-driver',
          promotions,
          fork,
          reviewers: ['klaus', 'kubernetes/release-managers'],
          hold: true,
          evidenceOf: async (wanted) => wanted.map(evidence),
          ...given,
        },
        world,
      );
      return {
        ...plan,
        outputs: (made) => ({ pullRequestNumber: pullRequest(made)?.number, pullRequestUrl: pullRequest(made)?.url }),
      };
    },
  });

const evidence = (promotion: Promotion) => ({
  ...promotion,
  source: `us-central1-docker.pkg.dev/k8s-staging-images/dra-example-driver/${promotion.name}`,
  isIndex: !promotion.name.startsWith('charts/'),
  platforms: promotion.name.startsWith('charts/') ? undefined : ['linux/amd64', 'linux/arm64'],
});

/** A run that a tag of the released commit has started. */
export const byTag = (
  tag: string,
  { token = annToken.token, ...options }: PerformOptions & { token?: string } = {},
) => ({
  inputs: { token },
  env: { GITHUB_REF: `refs/tags/${tag}`, GITHUB_SHA: released },
  pace: 0.05, // GitHub makes trees and commits by git, which a busy machine slows down
  ...options,
});

export async function pullsOf(project: ScratchGitHub, state = 'open') {
  return (await project.ask(`GET …/pulls?state=${state}`, { token: keeperToken.token })).body;
}

/** Merges a pull request, as a robot does there. */
export const merge = (project: ScratchGitHub, pull: number) =>
  project.ask(`PUT …/pulls/${pull}/merge`, { token: keeperToken.token, body: { merge_method: 'merge' } });

/** The list of a revision. */
export const listAt = (project: ScratchGitHub, revision: string, repository = upstream, path = listPath) =>
  project.git('--git-dir', project.scratch.origin.replace(upstream, repository), 'show', `${revision}:${path}`);
