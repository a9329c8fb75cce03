import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '../../src/runtime/action.ts';

/** The root of the project. */
export const root = join(import.meta.dirname, '../..');

/** The folders of actions/: every one of them is an action. */
export const actionNames: readonly string[] = readdirSync(join(root, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

export async function loadAction(name: string): Promise<Action> {
  const { default: action } = (await import(`../../actions/${name}/action.ts`)) as { default: Action };
  return action;
}
