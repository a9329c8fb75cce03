import type { ChildMode, FileMode, Mode, RequestMode } from './modes.ts';
import type { Step } from './steps.ts';

/** One thing that goes wrong, once. */
export type Fault = { readonly step: Step; readonly mode: Mode };

type FaultIn = {
  readonly child: { readonly step: Step; readonly mode: ChildMode };
  readonly file: { readonly step: Step; readonly mode: FileMode };
  readonly request: { readonly step: Step; readonly mode: RequestMode };
};

/** The fault, if it happens to a step of this kind, whose modes it then has. */
export function faultOf<Kind extends Step['kind']>(fault: Fault | undefined, kind: Kind): FaultIn[Kind] | undefined {
  return fault?.step.kind === kind ? (fault as FaultIn[Kind]) : undefined;
}
