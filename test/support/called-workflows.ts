import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** A run whose failed jobs are run again, as *Re-run failed jobs* does: the other jobs have the outputs that they had. */
export type Again = {
  readonly jobs: readonly string[];
  readonly after: { readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>> }>> };
};

type Job = {
  readonly uses?: string;
  readonly permissions?: Permissions;
  readonly steps?: readonly Step[];
};
type Step = { readonly id?: string };
type Workflow = { readonly permissions?: Permissions; readonly jobs: Readonly<Record<string, Job>> };

/** The permissions of every job of a workflow that has steps. */
export function permissionsOfJobs(text: string): readonly Permissions[] {
  const workflow = parseDocument(text).toJS() as Workflow;
  const jobs = Object.values(workflow.jobs).filter(({ uses }) => uses === undefined);
  return jobs.map((job) => job.permissions ?? workflow.permissions ?? {});
}

/** The texts of the workflows of a release tree that a workflow calls. */
export async function calledBy(text: string, releaseTree: string): Promise<readonly string[]> {
  const paths = [...text.matchAll(/\buses:\s*org\/release-actions\/(\.github\/workflows\/[\w-]+\.yml)@/g)];
  return Promise.all(
    [...new Set(paths.map(([, path = '']) => path))].map((path) => readFile(join(releaseTree, path), 'utf8')),
  );
}

// Why: docs/decisions.md D76
/** A workflow of which only some jobs are run again. The others have the outputs that they had, and do nothing. */
export function withoutOthers(text: string, again: Again | undefined): string {
  if (again === undefined) return text;
  const document = parseDocument(text);
  for (const [name, job] of Object.entries((document.toJS() as Workflow).jobs))
    if (job.uses === undefined && !again.jobs.includes(name))
      document.setIn(['jobs', name, 'steps'], document.createNode(repeated(name, job, again)));
  return String(document);
}

/** Steps that have the outputs that the steps of a job had, and do nothing. */
function repeated(name: string, { steps = [] }: Job, { after }: Again): readonly object[] {
  const said = steps.flatMap(({ id }) => {
    const outputs = Object.entries(after.steps[`${name}/${id}`]?.outputs ?? {});
    return id === undefined || outputs.length === 0 ? [] : [{ id, outputs }];
  });
  return [
    { run: 'true' },
    ...said.map(({ id, outputs }) => ({
      id,
      run: outputs
        .map(
          ([output], index) =>
            `printf '%s<<end-of-it\\n%s\\nend-of-it\\n' ${output} "$VALUE_${index}" >> "$GITHUB_OUTPUT"`,
        )
        .join('\n'),
      env: Object.fromEntries(outputs.map(([, value], index) => [`VALUE_${index}`, value])),
    })),
  ];
}

/** What a job that calls a workflow does not grant. GitHub starts no job of such a run. */
export function missingGrants(caller: string, called: string): readonly string[] {
  const workflow = parseDocument(caller).toJS() as Workflow;
  const calling = Object.values(workflow.jobs).filter(({ uses }) => uses !== undefined);
  return calling.flatMap((job) => {
    const granted = job.permissions ?? workflow.permissions ?? {};
    const needed = permissionsOfJobs(called).flatMap((permissions) => Object.entries(permissions));
    const lacking = needed.filter(([name, level]) => granted[name] !== level && granted[name] !== 'write');
    const levels = new Map(lacking.toSorted(([, one], [, other]) => (one < other ? -1 : 1))); // write after read
    return [...levels].map(([name, level]) => `${name}: ${level}`);
  });
}
