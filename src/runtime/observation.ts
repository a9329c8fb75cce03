import type { Excerpt } from '../domain/excerpt.ts';
import type { Fact } from '../domain/fact.ts';
import type { Applied, Change, Condition } from '../world/change.ts';
import type { Plan } from './action.ts';
import type { Mode } from './contract.ts';
import type { Outputs } from './output.ts';

/** A plan without entries that are `undefined` or `false`. */
export type Observation<O extends Outputs> = {
  readonly notes: readonly string[];
  readonly waitsFor: readonly Condition[];
  readonly products: readonly Change[];
  readonly changes: readonly Change[];
  readonly pending: readonly Condition[];
  readonly excerpts: readonly Excerpt[];
  readonly outputs: Plan<O>['outputs'];
  readonly facts: (applied: Applied) => readonly Fact[];
};

/** Removes `undefined` and `false` from a plan. Asks for its uncertainties if nothing will be written, and for its proof in `check`. */
export async function observationOf<O extends Outputs>(
  {
    notes = [],
    uncertainties,
    waitsFor = [],
    products = [],
    changes,
    pending = [],
    proof,
    excerpts = [],
    outputs,
    facts = () => [],
    ...unknown
  }: Plan<O>,
  mode: Mode,
): Promise<Observation<O>> {
  if (Object.keys(unknown).length > 0) throw new Error(`A plan has no ${Object.keys(unknown).join()}.`);
  return {
    notes: mode === 'apply' || uncertainties === undefined ? notes : [...notes, ...(await uncertainties())],
    waitsFor: waitsFor.filter(isPresent),
    products: products.filter(isPresent),
    changes: changes.filter(isPresent),
    pending: [...pending.filter(isPresent), ...(mode === 'check' && proof !== undefined ? await proof() : [])],
    excerpts: excerpts.filter(isPresent),
    outputs,
    facts: (applied) => facts(applied).filter(isPresent),
  };
}

const isPresent = <T>(one: T | undefined | false): one is T => one !== undefined && one !== false;
