import { jobToken, personalToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

const ours = 'Release freeze v1.0.0';
const frozen = {
  name: ours,
  enforcement: 'active',
  branches: ['refs/heads/main'],
  rules: ['update'],
  bypass: ['RepositoryRole 5 pull_request'],
};
const byHand = { ...frozen, name: 'Nobody pushes', bypass: [] };

export const scenarios: readonly Scenario[] = [
  {
    title: 'a freeze beside a ruleset that people made; the next run is in a new checkout',
    arrange: (openGateway) => project(openGateway, { state: 'frozen', rulesets: [byHand], expected: [byHand, frozen] }),
  },
  {
    title: 'a freeze that somebody switched off',
    arrange: (openGateway) =>
      project(openGateway, {
        state: 'frozen',
        rulesets: [{ ...frozen, enforcement: 'disabled' }],
        expected: [frozen],
      }),
  },
  {
    title: 'the end of a freeze',
    arrange: (openGateway) => project(openGateway, { state: 'thawed', rulesets: [byHand, frozen], expected: [byHand] }),
  },
];

type ShownRuleset = typeof frozen;
type ProjectOptions = {
  readonly state: 'frozen' | 'thawed';
  readonly rulesets: readonly ShownRuleset[];
  readonly expected: readonly ShownRuleset[];
};

async function project(
  openGateway: OpenGateway,
  { state, rulesets, expected }: ProjectOptions,
): Promise<ScenarioWorld> {
  const repo = await scratchGitHub({ 'README.md': '# Project\n' });
  for (const one of rulesets) await make(repo, one);
  const api = await openGateway(repo.github.url);
  const sha = await repo.head();
  return {
    checkout: await repo.clone(),
    nextCheckout: () => repo.clone(),
    inputs: { state, while: 'v1.0.0', token: personalToken.token },
    outputs: { name: ours, ...(state === 'frozen' && { sha }) },
    jobToken: jobToken.token,
    env: { GITHUB_API_URL: api },
    snapshot: async (): Promise<Snapshot> => ({ rulesets: shown(repo) }),
    expected: { rulesets: expected },
    violationOf: () =>
      shown(repo).filter(({ name }) => name === ours).length > 1 ? 'there are two freezes' : undefined,
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

const make = (repo: ScratchGitHub, { name, enforcement, branches, bypass }: ShownRuleset) =>
  repo.ask('POST …/rulesets', {
    token: personalToken.token,
    body: {
      name,
      enforcement,
      conditions: { ref_name: { include: branches, exclude: [] } },
      rules: [{ type: 'update' }],
      bypass_actors: bypass.map(() => ({
        actor_type: 'RepositoryRole',
        actor_id: 5,
        bypass_mode: 'pull_request',
      })),
    },
  });

const shown = ({ github }: ScratchGitHub): readonly ShownRuleset[] =>
  [...github.repository('org/project').rulesets.values()].map(
    ({ name, enforcement, conditions, rules, bypassActors }) => ({
      name,
      enforcement,
      branches: [...conditions.include],
      rules: rules.map(({ type }) => type),
      bypass: bypassActors.map(({ type, id, mode }) => `${type} ${id} ${mode}`),
    }),
  );
