import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { suggestion } from '../../domain/suggestion.ts';
import { listed, quoted } from '../../domain/text.ts';
import { entriesOf, type Entry, type Literal, textOf, textsOf, valueAt } from '../workflow/value.ts';
import { isRequired, type Trigger } from '../workflow/workflow.ts';

type Inputs = Readonly<Record<string, Literal>>;

/** The inputs of `workflow_dispatch` as the workflow sees them: with defaults, and booleans as such. */
export function dispatchInputs(trigger: Trigger | undefined, given: Inputs): Inputs {
  const declared = entriesOf(valueAt(trigger?.filters, 'inputs'));
  const names = declared.map(({ key }) => key);
  const at = trigger?.at;
  const unknown = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map(
      (name) => new ReleaseError(`The workflow has no input ${quoted(name)}.`, { fix: suggestion(name, names), at }),
    );
  const wrong = declared.flatMap((entry) => refusalOf(entry, given[entry.key]) ?? []);
  refuseIfAny('The workflow cannot be started with these inputs.', [...unknown, ...wrong]);
  return Object.fromEntries(declared.map((entry) => [entry.key, inputOf(entry, given[entry.key])]));
}

const typeOf = ({ value }: Entry) => textOf(valueAt(value, 'type')) ?? 'string';

function inputOf(entry: Entry, given: Literal | undefined): Literal {
  const value = valueAt(entry.value, 'default');
  const text = given ?? (value?.kind === 'literal' ? value.value : undefined);
  const type = typeOf(entry);
  if (type === 'boolean') return String(text ?? false) === 'true';
  if (text !== undefined && text !== null) return type === 'number' ? Number(text) : String(text);
  return type === 'choice' ? (textsOf(valueAt(entry.value, 'options'))[0] ?? '') : '';
}

function refusalOf(entry: Entry, given: Literal | undefined): ReleaseError | undefined {
  const { key, keyAt, value } = entry;
  const text = given === undefined ? textOf(valueAt(value, 'default')) : String(given);
  const type = typeOf(entry);
  const named = (sentence: string, fix?: string) => new ReleaseError(`Input ${key} ${sentence}`, { fix, at: keyAt });
  if (text === undefined || text === '')
    return isRequired(entry) && type !== 'boolean' && type !== 'choice'
      ? named('is required.', `Give it with --input ${key}=VALUE.`)
      : undefined;
  const options = textsOf(valueAt(value, 'options'));
  if (type === 'choice' && !options.includes(text))
    return named(`has to be ${listed(options, 'or')}, not ${quoted(text)}.`, suggestion(text, options));
  if (type === 'boolean' && !['true', 'false'].includes(text))
    return named(`has to be true or false, not ${quoted(text)}.`);
  if (type === 'number' && (text.trim() === '' || Number.isNaN(Number(text))))
    return named(`has to be a number, not ${quoted(text)}.`);
  return undefined;
}
