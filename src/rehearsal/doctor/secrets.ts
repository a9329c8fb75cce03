import { listed } from '../../domain/text.ts';
import type { Environment, Facts, Project, Seen, Settings } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { type Reference, references } from './references.ts';

/** Secrets and variables that jobs use, and that are nowhere set. */
export function secretFindings({ project, settings }: Facts): readonly Finding[] {
  const used = grouped(project.steps.length === 0 ? [] : releaseReferences(project));
  if (settings === undefined) return used.length === 0 ? [] : [unseen(used, 'Whether these are set')];
  const answers = used.map((uses) => ({ uses, isSet: isSet(uses[0], settings) }));
  const hidden = answers.filter((one) => one.isSet === undefined).map(({ uses }) => uses);
  const missing = answers.filter(
    ({ uses: [first], isSet: there }) => there === false && environmentIsThere(first, settings),
  );
  const found = answers.filter((one) => one.isSet === true).map(({ uses: [first] }) => shown(first));
  return [
    ...missing.map(({ uses }) => finding(uses, project)),
    ...(hidden.length === 0 ? [] : [unseen(hidden, 'Whether these are set')]),
    ...(found.length === 0 ? [] : [{ level: 'good', what: `Set: ${listed([...new Set(found)])}.` } as const]),
  ];
}

/** What the workflows need that release something. */
export function releaseReferences({ steps }: Project): readonly Reference[] {
  return [...new Set(steps.map(({ workflow }) => workflow))].flatMap(references);
}

type Uses = readonly [Reference, ...Reference[]];

/** All uses of one name with one environment. */
function grouped(all: readonly Reference[]): readonly Uses[] {
  const key = ({ kind, name, environment }: Reference) => `${kind} ${name} ${environment ?? ''}`;
  return Object.values(Object.groupBy(all, key)).flatMap((uses) => {
    const [first, ...more] = uses ?? [];
    return first === undefined ? [] : [[first, ...more] as const];
  });
}

const shown = ({ kind, name }: Reference) => `${kind === 'secret' ? 'secrets' : 'vars'}.${name}`;

const seenEnvironment = (
  { environment }: Pick<Reference, 'environment'>,
  { environments }: Settings,
): Environment | undefined => environments?.find(({ name }) => name.toLowerCase() === environment?.toLowerCase());

/** An environment that is missing is a finding of its own, which names what it has to have. */
export const environmentIsThere = (use: Pick<Reference, 'environment'>, settings: Settings): boolean =>
  use.environment === undefined || seenEnvironment(use, settings) !== undefined;

/** Undefined if it is not where the token may look. */
export function isSet(
  use: Pick<Reference, 'kind' | 'name' | 'environment' | 'isEnvironmentComputed'>,
  settings: Settings,
): boolean | undefined {
  const own = seenEnvironment(use, settings);
  const places = [namesIn(use, settings), ...(own === undefined ? [] : [namesIn(use, own)])];
  if (places.some((names) => names?.includes(use.name))) return true;
  const isHidden = places.includes(undefined) || (use.environment !== undefined && settings.environments === undefined);
  return isHidden || use.isEnvironmentComputed ? undefined : false;
}

/** The names of the secrets or variables of a repository or an environment, in capitals. */
export const namesIn = (
  { kind }: Pick<Reference, 'kind'>,
  { secrets, variables }: Pick<Settings, 'secrets' | 'variables'>,
): Seen<readonly string[]> =>
  (kind === 'secret' ? secrets : variables && Object.keys(variables))?.map((name) => name.toUpperCase());

function finding(uses: Uses, project: Project): Finding {
  const [first, ...more] = uses;
  const { kind, environment } = first;
  const where = environment === undefined ? '' : `, nor in the environment ${environment}`;
  const others =
    more.length === 0 ? '' : ` It is used in ${more.length} more ${more.length === 1 ? 'place' : 'places'}.`;
  const page = environment === undefined ? (kind === 'secret' ? pages.secrets : pages.variables) : pages.environments;
  return {
    level: uses.every(({ isOptional }) => isOptional) ? 'risk' : 'stops',
    what: `${shown(first)} is set neither in the repository nor in its organization${where}.${others}`,
    at: first.at,
    fix: environment === undefined ? `Add the ${kind}.` : `Add the ${kind} to the environment ${environment}.`,
    page: page(project),
  };
}

function unseen(all: readonly Uses[], sentence: string): Finding {
  const names = all.map(
    ([first]) => `${shown(first)}${first.environment === undefined ? '' : ` (environment ${first.environment})`}`,
  );
  return {
    level: 'unseen',
    what: `${sentence}: ${listed([...new Set(names)])}.`,
    at: all[0]?.[0].at,
  };
}
