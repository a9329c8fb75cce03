import { ReleaseError } from '../../domain/error.ts';
import type { Plain, Scope } from '../expressions/expression.ts';
import type { Annotation, Result } from '../steps/records.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { githubContext } from './contexts.ts';
import { performJobs } from './jobs.ts';
import { told } from './leg.ts';
import { asMember, membership } from './membership.ts';
import { joined, type RunRecord } from './records.ts';
import type { Site, Started } from './site.ts';

/** Performs a run of a workflow. */
export async function performRun(workflow: Workflow, inputs: Plain, site: Site, run: Started): Promise<RunRecord> {
  const contexts = { github: githubContext(site, run, workflow), inputs, vars: site.vars, secrets: site.secrets };
  const begin = new Date();
  const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
  const ended = (result: Result, annotations: readonly Annotation[] = []): RunRecord => ({
    id: run.id,
    path: workflow.path,
    name: workflow.name,
    event: run.event,
    begin,
    seconds: (Date.now() - begin.getTime()) / 1000,
    result,
    isInterrupted: result === 'cancelled' && annotations.length === 0 && site.kill.aborted,
    annotations,
    jobs: [],
    needs: {},
  });
  const member = memberOf(workflow, { contexts }, site, run);
  if (member instanceof ReleaseError) return ended('failure', [told('error', member.message, member.at ?? start)]);
  const at = workflow.concurrency?.at ?? start;
  const perform = async (held: readonly string[]) => {
    const cancel = new AbortController();
    const stop = () => cancel.abort();
    for (const signal of [member?.signal, site.kill]) signal?.addEventListener('abort', stop, { once: true });
    if (site.kill.aborted) cancel.abort();
    const calling = { workflow, scope: { contexts }, path: [], most: undefined, held, cancel };
    const { records, needs } = await performJobs(calling, site, run);
    const isCancelled = member?.signal.aborted === true && !site.kill.aborted;
    const reason = isCancelled ? [told('error', `Cancelled, because ${member.reason()}.`, at)] : [];
    return { ...ended(joined(Object.values(needs).map(({ result }) => result)), reason), jobs: records, needs };
  };
  const cancelled = (why: readonly Annotation[]) => ended('cancelled', why);
  return asMember(member, { site, held: [], at, cancelled, perform });
}

function memberOf(
  workflow: Workflow,
  scope: Scope,
  site: Site,
  run: Started,
): ReturnType<typeof membership> | ReleaseError {
  try {
    const at = { file: workflow.path };
    return membership(workflow.concurrency, scope, {
      site,
      signal: site.kill,
      name: `Run ${run.number} of ${workflow.path}`,
      at,
    });
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}
