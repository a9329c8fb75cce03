import type { StandIn } from '../steps/found-action.ts';

/** What is performed instead of the actions of others, by their names. Each is loaded when it is needed. */
export const standIns: Readonly<Record<string, () => Promise<StandIn>>> = {
  'actions/checkout': async () => (await import('./checkout.ts')).checkout,
};
