import { listed } from '../domain/text.ts';
import type { Products } from './products.ts';
import type { Repository } from './repository.ts';
import { filterOf } from './tag-pattern.ts';
import { placeName, type VersionPlan } from './version-plan.ts';
import { guardPath, isGuarded, releasePath } from './workflows.ts';

/** What is done with a file that `init` would write. */
export type Outcome = {
  readonly path: string;
  /** `foreign`: a workflow of a person that has nothing of release-actions. `edited`: any other one that init does not touch. */
  readonly kind: 'write' | 'same' | 'edited' | 'foreign';
  /** Empty unless it is written. */
  readonly diff: string;
};

export type Proposal = {
  readonly repository: Repository;
  readonly products: Products;
  readonly plan: VersionPlan;
  readonly outcomes: readonly Outcome[];
  /** Workflows of people that run for the same tags. */
  readonly asWell: readonly string[];
  readonly server: string;
};

/** Everything that a person has to know of a proposal. */
export function reportOf(proposal: Proposal): string {
  const { repository, products, plan, outcomes, asWell } = proposal;
  const unknown = [...repository.unread, ...products.unknown, ...plan.unknown, ...asWell];
  return [
    `${repository.name}: ${summaryOf(products)}`,
    ...section('The version plan:', products.kind === 'none' ? [] : planLines(plan)),
    ...section('Decided, so look at it:', [...products.decisions, ...plan.decisions]),
    ...section('Not part of it:', unknown),
    ...outcomes.flatMap(({ diff }) => (diff === '' ? [] : ['', diff.trimEnd()])),
    ...section('Left alone, because a person wrote or edited them:', pathsOf(outcomes, 'edited', 'foreign')),
    ...section('What a person has to do:', stepsFor(proposal)),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

function summaryOf(products: Products): string {
  const { kind, python, chart, image, docs, goModules, sources } = products;
  const parts = [
    ...(kind === 'python' ? [`the Python project in ${python === '.' ? 'the root' : python}`] : []),
    ...(chart === undefined ? [] : [`the chart in ${chart.folder}`]),
    ...(image === undefined ? [] : [`the image ${image.name} of ${image.dockerfile}`]),
    ...(docs === undefined ? [] : [`the documentation in ${docs}`]),
    ...(kind === 'go-modules' ? [`the Go modules in ${listed(goModules)}`] : []),
    ...sources.map((source) => `the image list of ${source}`),
  ];
  return parts.length === 0
    ? 'no Python project, chart, Dockerfile, Go module or image list was found.'
    : `${listed(parts)}.`;
}

function planLines({ source, places, chartPlaces, pattern, chartPattern }: VersionPlan): readonly string[] {
  const all = [...places, ...chartPlaces].map(({ value, form }) => `${placeName(value)}: ${value.text} as ${form}`);
  const told =
    source === undefined
      ? 'No file says the version, but the tag alone.'
      : `${placeName(source)} says the version: ${source.text}`;
  const charts = chartPattern === pattern ? '' : `, and those of the chart ${chartPattern}`;
  return [`The tags of releases are ${pattern}${charts}.`, told, ...all];
}

const pathsOf = (outcomes: readonly Outcome[], ...kinds: readonly Outcome['kind'][]) =>
  outcomes.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);

function stepsFor(proposal: Proposal): readonly string[] {
  const { repository, products, plan, outcomes, server } = proposal;
  const settings = `${server}/${repository.name}/settings`;
  const environments = `${settings}/environments`;
  const promotion = [
    'Make a fork of this repository with an account that has nothing else, and name it in the variable PROMOTION_FORK, as owner/name.',
    `Put a classic token of that account with the scopes public_repo and workflow into the secret PROMOTION_TOKEN of the environment release: ${environments}`,
  ];
  const foreign = pathsOf(outcomes, 'foreign');
  const tags = [...new Set([plan.pattern, plan.chartPattern].map(filterOf))];
  const moduleTags = products.kind === 'go-modules' && products.goModules.some((folder) => folder !== '.');
  return [
    ...foreign.map(
      (path) => `Give ${path} another name, and call release-actions init again: it writes its own there.`,
    ),
    ...(products.sources.length === 0 ? [] : promotion),
    ...(products.kind === 'none'
      ? []
      : [
          ...(foreign.includes(releasePath)
            ? []
            : [
                `Make the environment release, with reviewers, and let it admit only the tags ${listed(tags)}, and the branch ${repository.defaultBranch} for people who start the workflow there: ${environments}`,
              ]),
          `Make a ruleset that lets nobody move or remove the tags ${listed([...tags, ...(moduleTags ? ['**/v*'] : [])])}: ${settings}/rules`,
          ...(isGuarded(products, plan) && !foreign.includes(guardPath)
            ? [`Require the check "Guard / Tagged now" for pull requests in a ruleset: ${settings}/rules`]
            : []),
        ]),
    ...(outcomes.length === foreign.length
      ? []
      : ['Commit the workflows, and ask release-actions doctor what else is missing.']),
  ];
}
