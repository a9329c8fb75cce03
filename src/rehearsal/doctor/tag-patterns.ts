import { isNegation, matchesPattern } from '../triggers/filter-pattern.ts';
import { patternsOf } from '../triggers/ref-filter.ts';
import type { SourcePosition } from '../../domain/error.ts';
import type { Workflow } from '../workflow/workflow.ts';

/** A pattern of `on.push.tags`, and the workflow that it starts. */
export type TagPattern = { readonly pattern: string; readonly at: SourcePosition; readonly workflow: Workflow };

/** The tags that start a workflow, by their patterns. What a `!` takes out is left aside. */
export function tagPatterns(workflow: Workflow): readonly TagPattern[] {
  const push = workflow.triggers.find(({ event }) => event === 'push');
  return (patternsOf(push?.filters, 'tags') ?? [])
    .filter(({ pattern }) => !isNegation(pattern))
    .map(({ pattern, at }) => ({ pattern, at, workflow }));
}

/** The newest tag of the project that matches a pattern, or one that could be made. */
export const exampleOf = (pattern: string, tags: readonly string[]): string =>
  tags.find((tag) => matchesPattern(tag, pattern)) ?? sampleOf(pattern);

/** A tag that matches a pattern and looks like a version. */
export function sampleOf(pattern: string): string {
  return pattern
    .replaceAll(/(?<=^|\/)\*\*\//g, 'a/')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/\[([^\]])[^\]]*\]/g, (_, first: string) => (first === '0' ? '1' : first))
    .replaceAll(/[+?]/g, '')
    .replaceAll(/(?<=\d)\*+$/g, '')
    .replaceAll(/\*+/g, '1.2.3');
}
