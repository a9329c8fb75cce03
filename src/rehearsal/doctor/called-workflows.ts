import { listed } from '../../domain/text.ts';
import type { Job, Workflow } from '../workflow/workflow.ts';
import type { Facts, Settings } from './facts.ts';
import type { Finding } from './finding.ts';

/** Calls of workflows of the same repository that grant less than a job there asks for: GitHub does not start such a run. */
export function calledWorkflows({ project: { workflows }, settings }: Facts): readonly Finding[] {
  return workflows.flatMap((caller) =>
    caller.jobs.flatMap((job): readonly Finding[] => {
      const path = /^\.\/(\.github\/workflows\/[^@]+)$/.exec(job.uses?.name ?? '')?.[1];
      const called = path === undefined ? undefined : workflows.find((one) => one.path === path);
      const lacks = called === undefined ? [] : lacking(called, { job, caller, settings });
      if (called === undefined || lacks.length === 0) return [];
      return [
        {
          level: 'stops',
          what: `Job ${job.id} calls ${called.path}, and grants it no ${listed(lacks, 'or')}, so that GitHub does not start the run.`,
          at: job.uses?.at ?? job.at,
          fix: `Add to the job: permissions: { ${lacks.join(', ')} }`,
        },
      ];
    }),
  );
}

type Call = { readonly job: Job; readonly caller: Workflow; readonly settings: Settings | undefined };

const ranks: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

function lacking(called: Workflow, { job, caller, settings }: Call): readonly string[] {
  const granted = (job.permissions ?? caller.permissions)?.levels;
  if (granted === undefined && settings?.jobToken?.mayWrite !== false) return []; // it gets all, or nobody knows
  const levels = granted ?? { contents: 'read', packages: 'read' };
  const asked = called.jobs.flatMap((one) => Object.entries((one.permissions ?? called.permissions)?.levels ?? {}));
  const lacks = asked.filter(([name, level]) => (ranks[level] ?? 0) > (ranks[levels[name] ?? 'none'] ?? 0));
  return [...new Set(lacks.map(([name, level]) => `${name}: ${level}`))];
}
