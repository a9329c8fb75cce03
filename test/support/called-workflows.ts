import { cp, glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { tokenName } from './token-name.ts';

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** A run whose failed jobs are run again, as *Re-run failed jobs* does: the other jobs have the outputs that they had. */
export type Again = {
  readonly jobs: readonly string[];
  readonly after: { readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>> }>> };
};

export type JobOptions = {
  readonly hasTokenOfJob: boolean;
  readonly again: Again | undefined;
  /** The text of the action.yml that act is to take for `uses:`. */
  readonly manifestOf: (uses: string) => string;
};

type Job = {
  readonly uses?: string;
  readonly permissions?: Permissions;
  readonly steps?: readonly Step[];
};
type Step = { readonly id?: string; readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };
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
/** A copy of a release tree whose workflows are prepared. */
export async function treeFor(releaseTree: string, to: string, options: JobOptions): Promise<void> {
  await cp(releaseTree, to, { recursive: true });
  for (const file of await Array.fromAsync(glob('.github/workflows/*.yml', { cwd: to })))
    await writeFile(join(to, file), preparedWorkflow(await readFile(join(to, file), 'utf8'), options));
}

/** A workflow whose jobs have tokens of their own, or of which only some jobs are run again. */
export function preparedWorkflow(text: string, options: JobOptions): string {
  const { hasTokenOfJob, again } = options;
  const document = parseDocument(text);
  const workflow = document.toJS() as Workflow;
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (job.uses !== undefined) continue;
    if (again !== undefined && !again.jobs.includes(name))
      document.setIn(['jobs', name, 'steps'], document.createNode(repeated(name, job, again)));
    else if (hasTokenOfJob) giveToken(document, { name, workflow, job }, options);
  }
  return hasTokenOfJob ? String(document).replaceAll(/\bgithub\.token\b/g, 'env.JOB_TOKEN') : String(document);
}

type NamedJob = { readonly name: string; readonly job: Job; readonly workflow: Workflow };

/** act gives all jobs of a run the same `github.token`, also where it is the default of an input. */
function giveToken(document: Document, { name, job, workflow }: NamedJob, { manifestOf }: JobOptions): void {
  document.setIn(['jobs', name, 'env', 'JOB_TOKEN'], tokenName('job', job.permissions ?? workflow.permissions ?? {}));
  for (const [index, { uses, with: given = {} }] of (job.steps ?? []).entries()) {
    const manifest = uses === undefined ? undefined : manifestOf(uses);
    const tokens = [
      ...(manifest ?? '').matchAll(/^ {2}([\w-]+):(?:(?!\n {2}\S)[^])*?default: ["']\$\{\{ github\.token \}\}/gm),
    ];
    for (const [, input = ''] of tokens)
      if (given[input] === undefined)
        document.setIn(['jobs', name, 'steps', index, 'with', input], '${{ github.token }}');
  }
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
