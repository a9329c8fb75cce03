import type { ChildMode, FileMode, Mode, RequestMode } from './modes.ts';
import type { Step } from './steps.ts';

/** The one thing that goes wrong in a run. */
export type Fault = { readonly step: Step; readonly mode: Mode };

type FaultByKind = {
  readonly child: { readonly step: Step; readonly mode: ChildMode };
  readonly file: { readonly step: Step; readonly mode: FileMode };
  readonly request: { readonly step: Step; readonly mode: RequestMode };
};

/** The fault, if its step is of this kind. */
export function faultOn<Kind extends Step['kind']>(
  fault: Fault | undefined,
  kind: Kind,
): FaultByKind[Kind] | undefined {
  return fault?.step.kind === kind ? (fault as FaultByKind[Kind]) : undefined;
}
