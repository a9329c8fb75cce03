import { ReleaseError } from '../domain/error.ts';
import { repositoryOn } from '../domain/repositories/repository.ts';
import { quoted } from '../domain/text.ts';
import type { Change } from '../world/change.ts';
import type { Commit, DirectedRemote } from '../world/git/git.ts';
import type { World } from '../world/world.ts';

type WorkflowStart = {
  readonly where: DirectedRemote;
  readonly workflow: string;
  readonly tag: string;
  readonly commit: string;
  /** Whether the tag is on the remote already. If not, no workflow can have run at the tag. */
  readonly isThere: boolean;
  /** When the tag was made, in seconds, if that is known. Who made it a moment ago is about to start the workflow. */
  readonly madeAt?: number | undefined;
};

type PlannedStart = { readonly change: Change | undefined; readonly notes: readonly string[] };

// Why: docs/decisions.md D24
/** Plans to start a workflow at a tag, unless the workflow was started there already. */
export async function startAt(
  { where, workflow, tag, commit, isThere, madeAt }: WorkflowStart,
  { event, git, github }: World,
): Promise<PlannedStart> {
  const repository = repositoryOn(event.server, await git.remotes.address(where));
  if (repository === undefined)
    throw new ReleaseError(`The remote ${where.remote} is not on ${event.server}, where ${workflow} would run.`, {
      fix: 'Leave the input start out.',
    });
  const run = { repository, workflow, tag, commit };
  const { workflows } = await github();
  const found = isThere ? await workflows.findRun(run) : undefined;
  return found === undefined
    ? { change: workflows.start(run, madeAt), notes: [] }
    : { change: undefined, notes: [`${workflow} was already started at ${tag}: ${found}`] };
}

type FutureStart = { readonly workflow: string; readonly tag: string; readonly commit: Promise<Commit> };

/** GitHub runs the workflow file of the tagged commit, and only if that file has the trigger workflow_dispatch. */
export async function refuseUnstartable({ workflow, tag, commit }: FutureStart, { git }: World): Promise<void> {
  const text = await git.commits.text((await commit).sha, `.github/workflows/${workflow}`);
  if (text === undefined)
    throw new ReleaseError(`The commit for ${tag} has no file .github/workflows/${workflow}.`, {
      fix: 'Correct the input start, or tag a commit that has the workflow.',
    });
  if (/\bworkflow_dispatch\b/.test(text)) return;
  throw new ReleaseError(
    `The workflow .github/workflows/${workflow} at ${tag} cannot be started: it has no workflow_dispatch.`,
    {
      fix: 'Add workflow_dispatch to the `on:` of the workflow, and tag a commit that has this change.',
      at: { file: `.github/workflows/${workflow}` },
    },
  );
}

/** The name of a file in .github/workflows. */
export function workflowFile(value: string): string {
  if (/^[\w.-]+\.ya?ml$/.test(value.trim())) return value.trim();
  throw new ReleaseError(`${quoted(value)} is not the name of a workflow file.`, {
    fix: 'Give the name of a file in .github/workflows, such as release.yml.',
  });
}
