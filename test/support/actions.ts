import { actionNames } from '../../.github/scripts/actions.ts';
import type { Action } from '../../src/runtime/action.ts';

/** Every action by its name, as the command line has them. */
export const actions: Readonly<Record<string, () => Promise<{ readonly default: Action }>>> = Object.fromEntries(
  actionNames.map((name) => [name, () => import(`../../actions/${name}/action.ts`) as Promise<{ default: Action }>]),
);
