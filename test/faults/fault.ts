import type { ChildMode, FileMode, Mode, RequestMode } from './modes.ts';
import type { Step } from './steps.ts';

/** One thing that goes wrong in a run. */
export type Fault = { readonly step: Step; readonly mode: Mode };

type FaultByKind = {
  readonly child: { readonly step: Step; readonly mode: ChildMode };
  readonly file: { readonly step: Step; readonly mode: FileMode };
  readonly request: { readonly step: Step; readonly mode: RequestMode };
};

/** The faults whose step is of this kind. */
export function faultsOn<Kind extends Step['kind']>(faults: readonly Fault[], kind: Kind): FaultByKind[Kind][] {
  return faults.filter(({ step }) => step.kind === kind) as readonly Fault[] as FaultByKind[Kind][];
}
