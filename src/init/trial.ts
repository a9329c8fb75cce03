import { attempt, ReleaseError } from '../domain/error.ts';
import type { RepositoryEvent } from '../rehearsal/triggers/event.ts';
import { verdictOn } from '../rehearsal/triggers/verdict.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import { readWorkflow } from '../rehearsal/workflow/workflow.ts';
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

/** The workflows of people that a tag of a release would start as well. */
export function startedAsWell(files: readonly SourceFile[], plan: VersionPlan): readonly string[] {
  return files.flatMap((file) => {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError) return [`GitHub does not accept ${file.path}.`];
    const tag = tagsOf(plan).find((one) => verdictOn(workflow, pushOf(one)).runs);
    return tag === undefined ? [] : [`${file.path} runs for the tag ${tag} as well: should both release?`];
  });
}
