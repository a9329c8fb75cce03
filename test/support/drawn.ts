import type { WorkflowOutcome } from './engine.ts';

/** The chart of the whole release that the last step of a run has put on its page. */
export function drawnBy({ steps }: Pick<WorkflowOutcome, 'steps'>): string {
  const summaries = Object.values(steps).map(({ summary }) => summary);
  const drawn = summaries.find((summary) => summary.startsWith('### Release summary')) ?? '';
  return /```mermaid\n(.*?)\n```/s.exec(drawn)?.[1] ?? '';
}

/** How an artifact stands in such a chart. */
export const artifactBox = (kind: 'Image' | 'Chart' | 'File', name: string, digest = ''): string =>
  `["${kind}<br>${name}<br>${digest.slice(0, 'sha256:'.length + 12)}"]`;
