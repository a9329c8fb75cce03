import { attempt, problemsIn, ReleaseError } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import type { RepositoryEvent } from '../rehearsal/triggers/event.ts';
import { verdictOn } from '../rehearsal/triggers/verdict.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import { valueAt } from '../rehearsal/workflow/value.ts';
import { readWorkflow, type Workflow } from '../rehearsal/workflow/workflow.ts';
import { filled } from './tag-pattern.ts';
import type { VersionPlan } from './version-plan.ts';
import { releasePath } from './workflows.ts';

const sample = { semver: '1.2.3', pep440: '1.2.3' };

const pushOf = (tag: string): RepositoryEvent => ({
  name: 'push',
  ref: `refs/tags/${tag}`,
  sha: '0'.repeat(40),
  actor: { login: 'you', kind: 'person' },
  payload: { ref: `refs/tags/${tag}` },
  tagsInPush: 1,
});

const tagsOf = ({ pattern, chartPattern }: VersionPlan): readonly string[] =>
  [...new Set([pattern, chartPattern])].flatMap((one) => filled(one, sample) ?? []);

/** Reads the workflows as GitHub does, and sends them the tags of a release. What would not be as it has to be is told. */
export function trialOf(files: readonly SourceFile[], plan: VersionPlan): readonly string[] {
  return files.flatMap((file) => {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError) return [workflow.message];
    const isRelease = file.path === releasePath;
    return tagsOf(plan).flatMap((tag) => {
      const { runs, because } = verdictOn(workflow, pushOf(tag));
      return runs === isRelease
        ? []
        : [`${file.path} ${runs ? 'would' : 'would not'} run for the tag ${tag}: ${because}.`];
    });
  });
}

/** The workflows of people that a tag of a release would start as well, and that look as if they knew. */
export function startedAsWell(files: readonly SourceFile[], plan: VersionPlan): readonly string[] {
  return files.flatMap((file) => {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError) return problemsIn(workflow).map(({ message, at }) => placed(message, at));
    const tag = tagsOf(plan).find((one) => verdictOn(workflow, pushOf(one)).runs);
    return tag === undefined || !knowsTags(workflow)
      ? []
      : [`${file.path} runs for the tag ${tag} as well: should both release?`];
  });
}

/** Not so a workflow that simply runs for every push. */
const knowsTags = ({ triggers, text }: Workflow): boolean =>
  triggers.some(({ event, filters }) => event === 'push' && valueAt(filters, 'tags') !== undefined) ||
  /refs\/tags|ref_type/.test(text);
