import { listed, quoted } from '../../domain/text.ts';
import { fitsPattern } from '../../embedded/github/rules/ref-pattern.ts';
import { textOf, valueAt } from '../workflow/value.ts';
import type { Facts, Project, Settings, TagRuleset } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { onlyLooks, type ReleaseStep, type TokenSource } from './release-steps.ts';
import { exampleOf, tagPatterns } from './tag-patterns.ts';

/** Tags that could be moved or deleted, and rulesets that keep the workflows from making their tags. */
export function protectedTags({ project, settings }: Facts): readonly Finding[] {
  const streams = streamsOf(project);
  if (streams.length === 0) return [];
  const rulesets = settings?.tagRulesets;
  const names = streams.map(({ shown }) => shown);
  if (rulesets === undefined)
    return [{ level: 'unseen', what: `Whether the tags ${listed(names)} are protected.`, page: pages.rules(project) }];
  return [...unprotected(streams, rulesets, project), ...stoppedMakers(streams, rulesets, { project, settings })];
}

type Stream = { readonly shown: string; readonly sample: string };

/** The tags to which workflows listen, and those of the Go modules if a step makes them. */
function streamsOf({ workflows, steps, goModules, tags }: Project): readonly Stream[] {
  const started = [...new Set(steps.map(({ workflow }) => workflow))];
  const listening = (started.length === 0 ? [] : workflows)
    .flatMap(tagPatterns)
    .map(({ pattern }) => ({ shown: pattern, sample: exampleOf(pattern, tags) }));
  const modules = steps.some(({ action }) => action === 'go-module-tags')
    ? goModules
        .map((folder) => (folder === '.' ? '' : `${folder}/`))
        .map((folder) => ({ shown: `${folder}v*`, sample: `${folder}v1.2.3` }))
    : [];
  return [...new Map([...listening, ...modules].map((one) => [one.shown, one])).values()];
}

const holds = ({ included, excluded }: TagRuleset, { sample }: Stream): boolean => {
  const fits = (pattern: string) => pattern === '~ALL' || fitsPattern(`refs/tags/${sample}`, pattern);
  return included.some(fits) && !excluded.some(fits);
};

const rulesFor = (stream: Stream, rulesets: readonly TagRuleset[]) =>
  rulesets.filter((ruleset) => holds(ruleset, stream)).flatMap(({ rules }) => rules);

const wanted: Readonly<Record<string, string>> = { update: 'moved', deletion: 'deleted' };

/** One finding for all streams that lack the same rules. */
function unprotected(
  streams: readonly Stream[],
  rulesets: readonly TagRuleset[],
  project: Project,
): readonly Finding[] {
  const lacks = (stream: Stream) =>
    Object.keys(wanted)
      .filter((rule) => !rulesFor(stream, rulesets).includes(rule))
      .join(' ');
  const groups = Object.entries(Object.groupBy(streams, lacks));
  const page = pages.rules(project);
  return groups.map(([rules, group = []]) => {
    const names = listed(group.map(({ shown }) => shown));
    if (rules === '')
      return { level: 'good', what: `Nobody can move or delete the tags ${names} without bypassing a ruleset.`, page };
    const verbs = rules.split(' ').map((rule) => wanted[rule] ?? rule);
    return {
      level: 'risk',
      what: `No ruleset keeps the tags ${names} from being ${listed(verbs, 'or')}.`,
      fix: `Add a ruleset for these tags that restricts ${listed(['creations', 'updates', 'deletions'])}, with the App that makes them as bypass actor.`,
      page,
    };
  });
}

/** Steps that make tags which a ruleset lets only its bypass actors make. */
function stoppedMakers(
  streams: readonly Stream[],
  rulesets: readonly TagRuleset[],
  { project, settings }: { readonly project: Project; readonly settings: Settings | undefined },
): readonly Finding[] {
  const creating = rulesets.filter(
    ({ rules, ...ruleset }) =>
      rules.includes('creation') && streams.some((stream) => holds({ rules, ...ruleset }, stream)),
  );
  const makers = project.steps.filter((step) => makesTags(step) && !onlyLooks(step));
  return creating.flatMap((ruleset) => {
    const verdicts = makers.map((step) => ({ step, may: mayBypass(step.token, ruleset, settings) }));
    const stopped = verdicts.filter(({ may }) => may === false).map(({ step }) => step);
    if (stopped[0] !== undefined) return [stoppedMaker(stopped[0], ruleset, project)];
    const isHidden = verdicts.some(({ may }) => may === undefined);
    return isHidden
      ? [
          {
            level: 'unseen',
            what: `Whether the ruleset ${quoted(ruleset.name)} lets the workflows create their tags.`,
            page: pages.rules(project),
          } as const,
        ]
      : [];
  });
}

const makesTags = ({ action, inputs }: ReleaseStep) =>
  ['push-tag', 'go-module-tags'].includes(action) ||
  (action === 'gh-release' && textOf(valueAt(inputs, 'create-tag')) === 'true');

/** The App of GitHub Actions can bypass no ruleset, so that the token of a job never may. Undefined if it is unknown. */
export function mayBypass(
  token: TokenSource,
  { actors }: Pick<TagRuleset, 'actors'>,
  settings: Settings | undefined,
): boolean | undefined {
  if (token.kind === 'job') return false;
  if (actors === undefined || token.kind !== 'app') return undefined;
  const apps = actors.filter(({ type, mode }) => type === 'Integration' && mode !== 'pull_request');
  const number = appNumber(token, settings);
  return number === undefined ? apps.length > 0 : apps.some(({ id }) => id === number);
}

/** The number of the App, if the workflow or a variable has it. A client ID says nothing about it. */
function appNumber(
  { inputs }: TokenSource & { readonly kind: 'app' },
  settings: Settings | undefined,
): number | undefined {
  const value = valueAt(inputs, 'app-id');
  const variable = value?.kind === 'expression' ? /^vars\.(\w+)$/.exec(value.expression)?.[1] : undefined;
  const all = [settings?.variables, ...(settings?.environments ?? []).map(({ variables }) => variables)];
  const text =
    textOf(value) ??
    (variable === undefined ? undefined : all.map((one) => one?.[variable]).find((one) => one !== undefined));
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function stoppedMaker({ action, token, job, at }: ReleaseStep, { name }: TagRuleset, project: Project): Finding {
  const whose = token.kind === 'job' ? `the token of job ${job.id}` : `the App of job ${job.id}`;
  return {
    level: 'stops',
    what: `The ruleset ${quoted(name)} restricts who creates tags, and ${whose} is not among its bypass actors, so that ${action} cannot create its tag.`,
    at,
    fix:
      token.kind === 'job'
        ? 'Pass the token of a GitHub App as the input token, and make the App a bypass actor of the ruleset.'
        : 'Make the App a bypass actor of the ruleset.',
    page: pages.rules(project),
  };
}
