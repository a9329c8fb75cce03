import { listed } from '../../domain/text.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import type { Facts, Project, Settings } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { inputOf, type ReleaseStep } from './release-steps.ts';

/** Where steps propose through a fork, as far as the settings tell the values of variables. */
export type ForkUse = {
  readonly step: ReleaseStep;
  /** `owner/name`; undefined if it is unknown. */
  readonly fork: string | undefined;
  /** Whether the account of the token stands for a variable that it may not see. */
  readonly isGuessed: boolean;
  /** The repository that gets the pull request. */
  readonly target: string | undefined;
};

const imageLists = 'kubernetes/k8s.io';

type Known = Pick<Settings, 'variables' | 'environments' | 'login'>;

export function forkUses({ steps }: Project, known: Known | undefined): readonly ForkUse[] {
  return steps.flatMap((step) => {
    const fork = valueAt(step.inputs, 'fork');
    if (fork === undefined) return [];
    const target = inputOf(step, 'repository') ?? (step.action === 'promote-image' ? imageLists : undefined);
    return [{ step, target, ...evaluated(fork, known) }];
  });
}

/**
 * A text in which only variables stand for something. If the token may not see variables, it could be that of the bot whose
 * name a variable has.
 */
function evaluated(value: Value, known: Known | undefined): Pick<ForkUse, 'fork' | 'isGuessed'> {
  const literal = textOf(value);
  if (literal !== undefined) return { fork: literal, isGuessed: false };
  if (value.kind !== 'expression' || known === undefined) return { fork: undefined, isGuessed: false };
  const all = [known.variables, ...(known.environments ?? []).map(({ variables }) => variables)];
  const isGuessed = all.includes(undefined);
  const valueOf = (expression: string) => {
    const name = /^\s*vars\.(\w+)\s*$/.exec(expression)?.[1];
    if (name === undefined) return undefined;
    return all.map((one) => one?.[name]).find((one) => one !== undefined) ?? (isGuessed ? known.login : undefined);
  };
  const [, template, rest] = /^format\('([^']*)',(.*)\)$/.exec(value.expression) ?? [];
  if (template === undefined) return { fork: valueOf(value.expression), isGuessed };
  const values = (rest ?? '').split(',').map(valueOf);
  const text = template.replaceAll(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
  return { fork: values.includes(undefined) ? undefined : text, isGuessed };
}

/** Forks that are missing, or behind, and what the token that pushes to them needs. */
export function forkFindings({ project, settings }: Facts): readonly Finding[] {
  const uses = forkUses(project, settings);
  const known = uses.flatMap(({ fork, ...use }) =>
    settings === undefined || fork === undefined || (use.isGuessed && foundIn(settings, fork) === undefined)
      ? []
      : [{ ...use, fork, settings }],
  );
  const unknown = uses.filter(({ step }) => known.every((one) => one.step !== step));
  return [
    ...[...new Map(known.map((use) => [use.fork.toLowerCase(), use])).values()].flatMap(lookAt),
    ...scopeFindings(known, { project, settings }),
    ...(unknown[0] === undefined
      ? []
      : [
          {
            level: 'unseen',
            what: `Whether the forks of ${listed([...new Set(unknown.map(({ target }) => target ?? 'the repository'))])} are there.`,
            at: unknown[0].step.at,
          } as const,
        ]),
    ...licenceAgreements(uses, project),
  ];
}

const foundIn = ({ forks }: Settings, fork: string) =>
  forks.find(({ name }) => name.toLowerCase() === fork.toLowerCase())?.found;

type KnownUse = ForkUse & { readonly fork: string; readonly settings: Settings };

function lookAt({ step, fork, target, settings }: KnownUse): readonly Finding[] {
  const found = foundIn(settings, fork);
  const at = step.at;
  if (found === undefined)
    return [
      {
        level: 'stops',
        what: `There is no fork ${fork}, or the token may not see it.`,
        at,
        fix: `Fork ${target ?? 'the repository'} with the account ${fork.split('/')[0]}.`,
      },
    ];
  if (target !== undefined && found.parent?.toLowerCase() !== target.toLowerCase())
    return [
      {
        level: 'stops',
        what: `${fork} is ${found.parent === undefined ? 'no fork' : `a fork of ${found.parent}`}, and has to be one of ${target}.`,
        at,
        fix: `Fork ${target} with the account ${fork.split('/')[0]}.`,
      },
    ];
  if (found.behind === undefined || found.behind === 0) return [{ level: 'good', what: `The fork ${fork} is there.` }];
  return [
    {
      level: 'advice',
      what: `The fork ${fork} is ${found.behind} ${found.behind === 1 ? 'commit' : 'commits'} behind ${target ?? found.parent}.`,
      fix: 'Press "Sync fork" on its page. Else the token needs the scope workflow if a workflow changed meanwhile.',
    },
  ];
}

/** The scopes can be read only of the token that the doctor is given. */
function scopeFindings(uses: readonly KnownUse[], { project, settings }: Facts): readonly Finding[] {
  return uses.slice(0, 1).flatMap(({ step, fork }): readonly Finding[] => {
    const { token } = step;
    const name = token.kind === 'secret' ? `secrets.${token.name}` : 'the token';
    const isOwn = settings?.login !== undefined && fork.toLowerCase().startsWith(`${settings.login.toLowerCase()}/`);
    const page = pages.tokens(project);
    if (!isOwn)
      return [
        {
          level: 'unseen',
          what: `The scopes of ${name}, which pushes to ${fork}.`,
          fix: `Run the doctor once more with this token in GH_TOKEN. It needs the scopes public_repo and workflow, and no other kind of token can contribute to repositories of others.`,
          page,
        },
      ];
    if (settings?.scopes === undefined)
      return [
        {
          level: 'stops',
          what: `The token of ${settings?.login} is no classic token, so that it cannot contribute to repositories of others.`,
          at: step.at,
          fix: 'Make a classic token with the scopes public_repo and workflow.',
          page,
        },
      ];
    const { scopes } = settings;
    const lacks = [
      ...(scopes.includes('repo') || scopes.includes('public_repo') ? [] : ['public_repo']),
      ...(scopes.includes('workflow') ? [] : ['workflow']),
    ];
    if (lacks.length === 0)
      return [{ level: 'good', what: `The token of ${settings.login} has the scopes that ${fork} needs.` }];
    return [
      {
        level: lacks.includes('public_repo') ? 'stops' : 'risk',
        what: `The token of ${settings.login} lacks the ${lacks.length === 1 ? 'scope' : 'scopes'} ${listed(lacks)}. It has ${listed(scopes) || 'none'}.`,
        at: step.at,
        fix: 'Add them to the token.',
        page,
      },
    ];
  });
}

/** No setting shows who has signed. */
function licenceAgreements(uses: readonly ForkUse[], { server }: Project): readonly Finding[] {
  const use = uses.find(({ target }) => target?.startsWith('kubernetes/'));
  if (use === undefined) return [];
  const account = use.fork?.split('/')[0];
  return [
    {
      level: 'advice',
      what: `${use.target} takes pull requests only from accounts that have signed the CLA of the CNCF (check EasyCLA). Nothing here shows whether ${account ?? 'the account of the fork'} has.`,
      at: use.step.at,
      fix: 'Open one pull request with this account before the release, and follow the link of its check EasyCLA.',
      page: `${server}/${use.target}/pulls${account === undefined ? '' : `?q=author:${account}`}`,
    },
  ];
}
