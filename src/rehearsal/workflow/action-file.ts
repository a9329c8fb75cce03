import { readSource, type SourceFile } from './source.ts';
import { type Step, stepsOf } from './step.ts';
import { entriesOf, type Entry, textOf, type Value, valueAt } from './value.ts';

/** What an `action.yml` says. */
export type ActionFile = {
  readonly inputs: readonly { readonly name: string; readonly fallback: Value | undefined }[];
  /** Those of a composite action have a value. */
  readonly outputs: readonly Entry[];
  readonly runs:
    | {
        readonly kind: 'node';
        readonly main: string;
        readonly pre: string | undefined;
        readonly post: string | undefined;
        readonly preIf: Value | undefined;
        readonly postIf: Value | undefined;
      }
    | { readonly kind: 'composite'; readonly steps: readonly Step[] }
    | { readonly kind: 'docker' };
};

export function readAction(source: SourceFile): ActionFile {
  const root = readSource(source, 'action');
  const inputs = entriesOf(valueAt(root, 'inputs')).map(({ key, value }) => ({
    name: key,
    fallback: valueAt(value, 'default'),
  }));
  return { inputs, outputs: entriesOf(valueAt(root, 'outputs')), runs: runsOf(valueAt(root, 'runs')) };
}

function runsOf(runs: Value | undefined): ActionFile['runs'] {
  const using = textOf(valueAt(runs, 'using')) ?? '';
  const [main, pre, post] = ['main', 'pre', 'post'].map((key) => textOf(valueAt(runs, key)));
  if (using === 'composite') return { kind: 'composite', steps: stepsOf(valueAt(runs, 'steps')) };
  if (!/^node\d+$/.test(using) || main === undefined) return { kind: 'docker' };
  return { kind: 'node', main, pre, post, preIf: conditionOf(runs, 'pre-if'), postIf: conditionOf(runs, 'post-if') };
}

/** A condition without `${{ }}` is an expression too. */
function conditionOf(runs: Value | undefined, key: string): Value | undefined {
  const value = valueAt(runs, key);
  const text = textOf(value);
  return value === undefined || text === undefined ? value : { kind: 'expression', expression: text, at: value.at };
}
