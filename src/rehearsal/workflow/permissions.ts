import type { SourcePosition } from '../../domain/error.ts';
import { entriesOf, textOf, type Value } from './value.ts';

export type Level = 'none' | 'read' | 'write';

/** What the token of a job may do, and the line that says so. */
export type Permissions = {
  readonly levels: Readonly<Record<string, Level>>;
  /** Where they are written. */
  readonly at: SourcePosition;
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

/** A scope that `permissions` leaves out is none. */
export function permissionsOf(value: Value | undefined): Permissions | undefined {
  if (value === undefined) return undefined;
  const shorthand = /^(read|write)-all$/.exec(textOf(value) ?? '')?.[1];
  if (shorthand !== undefined) return { levels: all(shorthand as Level), at: value.at };
  const given = entriesOf(value).map(({ key, value: level }) => [key, textOf(level) as Level] as const);
  return { levels: Object.fromEntries(given), at: value.at };
}

function all(level: Level): Readonly<Record<string, Level>> {
  return Object.fromEntries(
    scopes.filter((scope) => level !== 'write' || !neverInAll.has(scope)).map((scope) => [scope, level]),
  );
}
