import { ReleaseError, type SourcePosition } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Step } from './step.ts';
import { entriesOf, type Value } from './value.ts';

type Named = { readonly id: string | undefined; readonly at: SourcePosition };
type Filtered = { readonly event: string; readonly filters: Value | undefined };
type Stepping = Named & { readonly steps: readonly Step[] };

/** What GitHub refuses in a workflow, besides what its reader refuses: names, references, and filters that exclude each other. */
export const brokenRules = (triggers: readonly Filtered[], jobs: readonly Stepping[]): readonly ReleaseError[] => [
  ...triggers.flatMap(doubleFilters),
  ...jobs.flatMap((job) => [
    ...wrongIds([job]),
    ...wrongIds(job.steps),
    ...repeatedIds(job.steps),
    ...wrongUses(job.steps),
  ]),
];

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#using-filters
function doubleFilters({ event, filters }: Filtered): readonly ReleaseError[] {
  const entries = entriesOf(filters);
  return ['branches', 'tags', 'paths'].flatMap((name) => {
    const ignoring = entries.find(({ key }) => key === `${name}-ignore`);
    if (ignoring === undefined || !entries.some(({ key }) => key === name)) return [];
    return [
      new ReleaseError(`${event} has ${name} and ${name}-ignore, of which GitHub takes only one.`, {
        fix: `Write what is left out into ${name}, each with ! before it.`,
        at: ignoring.keyAt,
      }),
    ];
  });
}

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
const wrongIds = (all: readonly Named[]): readonly ReleaseError[] =>
  all.flatMap(({ id, at }) =>
    id === undefined || /^[A-Za-z_][\w-]*$/.test(id)
      ? []
      : [
          new ReleaseError(`The id ${quoted(id)} is not valid.`, {
            fix: 'It has to begin with a letter or _, and may have letters, digits, - and _.',
            at,
          }),
        ],
  );

/** GitHub does not look at the case of letters. */
function repeatedIds(steps: readonly Step[]): readonly ReleaseError[] {
  const names = steps.map(({ id }) => id?.toLowerCase());
  return steps
    .filter(({ id }, index) => id !== undefined && names.indexOf(names[index]) < index)
    .map(
      ({ id, at }) =>
        new ReleaseError(`Two steps of the job have the id ${id}.`, { fix: 'Give one of them another id.', at }),
    );
}

const wrongUses = (steps: readonly Step[]): readonly ReleaseError[] =>
  steps.flatMap(({ work }) =>
    work.kind !== 'uses' || /^(?:[.$]\/|docker:\/\/)|^[^/@]+\/[^/@]+(?:\/[^@]*)?@./.test(work.name)
      ? []
      : [
          new ReleaseError(`${quoted(work.name)} names no action.`, {
            fix: 'Write owner/name@ref, owner/name/path@ref, or ./path for an action of the checkout.',
            at: work.at,
          }),
        ],
  );
