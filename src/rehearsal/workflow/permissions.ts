import type { SourcePosition } from '../../domain/error.ts';
import { entriesOf, textOf, type Value } from './value.ts';

export type Level = 'none' | 'read' | 'write';

/** What the token of a job may do, and the line that says so. */
export type Permissions = {
  readonly levels: Readonly<Record<string, Level>>;
  /** Where they are written; undefined for the defaults of the repository. */
  readonly at: SourcePosition | undefined;
};

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
const scopes = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
];
const neverInAll = new Set(['id-token']);

/** What a new repository grants where no workflow says anything: "read repository contents and packages". */
export const restrictedDefaults: Permissions = { levels: { contents: 'read', packages: 'read' }, at: undefined };

/** What a repository grants with the setting "read and write permissions". */
export const permissiveDefaults: Permissions = { levels: all('write'), at: undefined };

/** A scope that `permissions` leaves out is none. */
export function permissionsOf(value: Value | undefined): Permissions | undefined {
  if (value === undefined) return undefined;
  const shorthand = /^(read|write)-all$/.exec(textOf(value) ?? '')?.[1];
  if (shorthand !== undefined) return { levels: all(shorthand as Level), at: value.at };
  const given = entriesOf(value).map(({ key, value: level }) => [key, textOf(level) as Level] as const);
  return { levels: Object.fromEntries(given), at: value.at };
}

/** What a called workflow gets: never more than its caller has. */
export function reducedBy(asked: Permissions, caller: Permissions): Permissions {
  const levels = Object.entries(asked.levels).map(([scope, level]) => {
    const most = caller.levels[scope] ?? 'none';
    return [scope, order.indexOf(level) > order.indexOf(most) ? most : level] as const;
  });
  return { levels: Object.fromEntries(levels), at: asked.at };
}

/** The scopes that a called workflow asks for, beyond what its caller has. GitHub refuses to start such a run. */
export const beyond = (asked: Permissions, caller: Permissions): readonly string[] =>
  Object.entries(asked.levels)
    .filter(([scope, level]) => order.indexOf(level) > order.indexOf(caller.levels[scope] ?? 'none'))
    .map(([scope, level]) => `${scope}: ${level}`);

const order: readonly Level[] = ['none', 'read', 'write'];

function all(level: Level): Readonly<Record<string, Level>> {
  return Object.fromEntries(
    scopes.filter((scope) => level !== 'write' || !neverInAll.has(scope)).map((scope) => [scope, level]),
  );
}
