import { matchesPattern } from '../triggers/filter-pattern.ts';
import { pushedRef } from '../triggers/ref-filter.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { tagPatterns } from './tag-patterns.ts';

/** Filters that match none of the tags of the project, and newest tags of a stream that start nothing. */
export function tagFilters({ project }: Facts): readonly Finding[] {
  const { workflows, tags } = project;
  const patterns = workflows.flatMap(tagPatterns);
  if (patterns.length === 0 || tags.length === 0) return [];
  const unmatched = patterns
    .filter(({ pattern }) => !tags.some((tag) => matchesPattern(tag, pattern)))
    .map(({ pattern, at }): Finding => ({
      level: 'risk',
      what: `The filter '${pattern}' matches none of the ${tags.length} tags of the project, such as ${tags[0]}.`,
      at,
      fix: 'Write the pattern of the tags that the project makes.',
    }));
  return [...unmatched, ...newestOfStreams(project).flatMap((tag) => startsNothing(tag, project))];
}

/** The newest tag with each beginning, such as `v` and `chart/v`. Tags of Go modules start nothing anywhere. */
function newestOfStreams({ tags, goModules }: Facts['project']): readonly string[] {
  const newest = new Map<string, string>();
  for (const tag of tags) {
    const beginning = /^\D*/.exec(tag)?.[0] ?? '';
    const isOfModule = goModules.some((folder) => folder !== '.' && tag.startsWith(`${folder}/`));
    if (!isOfModule && beginning !== tag && !newest.has(beginning)) newest.set(beginning, tag);
  }
  return [...newest.values()];
}

function startsNothing(tag: string, { workflows }: Facts['project']): readonly Finding[] {
  const verdicts = workflows.flatMap(({ triggers }) => {
    const push = triggers.find(({ event }) => event === 'push');
    return push === undefined ? [] : [pushedRef(push.filters, `refs/tags/${tag}`, push.at)];
  });
  // Only where a filter looks like a mistake: not every stream of tags has to start something.
  const near = verdicts.some(({ runs }) => runs) ? undefined : verdicts.find(({ fix }) => fix?.includes('slash'));
  if (near === undefined) return [];
  return [
    {
      level: 'risk',
      what: `The tag ${tag} starts no workflow: ${near.because.replace(/^tag \S+ /, 'it ')}.`,
      at: near.at,
      fix: near.fix,
    },
  ];
}
