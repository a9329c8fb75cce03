import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import type { Level } from '../workflow/permissions.ts';

const app = 'release-app';
type Levels = Readonly<Record<string, Level>>;

/** actions/create-github-app-token: a token with exactly the permissions that are asked for; without any, with all. */
export async function createAppToken(
  { at, inputs, input, output, room }: StandInCall,
  world: StandInWorld,
): Promise<void> {
  const client = input('client-id') || input('app-id');
  if (client === '')
    throw new ReleaseError('The input client-id is empty.', { fix: 'Set the variable or the secret that it names.' });
  if (input('private-key') === '')
    throw new ReleaseError('The input private-key is empty.', { fix: 'Set the secret that it names.' });
  const asked = Object.entries(inputs).flatMap(([name, level]) => {
    const permission = /^permission-(.+)$/.exec(name)?.[1];
    return permission === undefined || level === '' ? [] : [[permission, level] as const];
  });
  const levels = asked.length === 0 ? everything : (Object.fromEntries(asked) as Levels);
  const token = world.admit(`${app}[bot]`, { levels, at });
  room.masks.add(token);
  output('token', token);
  output('installation-id', '1');
  output('app-slug', app);
}

const everything: Levels = Object.fromEntries(
  ['actions', 'administration', 'contents', 'issues', 'pull-requests', 'workflows'].map((name) => [name, 'write']),
);
