import type { SourcePosition } from '../../domain/error.ts';
import { textsOf, type Value, valueAt } from '../workflow/value.ts';
import type { Finding } from './finding.ts';
import { isNegation, lastMatch, matchesPattern } from './filter-pattern.ts';

type Pattern = { readonly pattern: string; readonly at: SourcePosition };

/** The patterns of a filter, with the line of each. */
export function patternsOf(filters: Value | undefined, key: string): readonly Pattern[] | undefined {
  const value = valueAt(filters, key);
  if (value === undefined) return undefined;
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => textsOf(item).map((pattern) => ({ pattern, at: item.at })));
}

/** What the filters `tags` and `branches` of a push say of a tag or a branch. */
export function pushedRef(filters: Value | undefined, ref: string, listenedAt: SourcePosition): Finding {
  const isTag = ref.startsWith('refs/tags/');
  const [own, other] = isTag ? ['tags', 'branches'] : ['branches', 'tags'];
  const kind = isTag ? 'tag' : 'branch';
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const found = byFilters(filters, { key: own, kind, name });
  if (found !== undefined) return found;
  const others = [other, `${other}-ignore`].map((key) => valueAt(filters, key)).find((value) => value !== undefined);
  if (others !== undefined)
    return {
      runs: false,
      because: `${kind} ${name} starts nothing: its push is limited to ${other}`,
      at: others.at,
      fix: `To let ${isTag ? 'tags' : 'branches'} start it too, add ${own}: ['**'], or the patterns that are meant.`,
    };
  return { runs: true, because: 'every push starts it', at: listenedAt };
}

type Named = { readonly key: string; readonly kind: string; readonly name: string };

/** What `key` and `key-ignore` say of a name; undefined if neither is there. */
export function byFilters(filters: Value | undefined, named: Named): Finding | undefined {
  const [wanted, ignored] = [patternsOf(filters, named.key), patternsOf(filters, `${named.key}-ignore`)];
  if (wanted !== undefined) return wantedName(wanted, named, valueAt(filters, named.key)?.at ?? { file: '' });
  if (ignored === undefined) return undefined;
  const hit = ignored.find(({ pattern }) => matchesPattern(named.name, pattern));
  const at = hit?.at ?? valueAt(filters, `${named.key}-ignore`)?.at ?? { file: '' };
  const { kind, name, key } = named;
  return hit === undefined
    ? { runs: true, because: `${kind} ${name} is not among those of ${key}-ignore`, at }
    : { runs: false, because: `${kind} ${name} matches ${quote(hit)} of ${key}-ignore`, at };
}

function wantedName(patterns: readonly Pattern[], { key, kind, name }: Named, at: SourcePosition): Finding {
  const last = lastMatch(name, patterns);
  if (last === undefined) {
    const all = patterns.map(quote).join(', ');
    return {
      runs: false,
      because: `${kind} ${name} matches none of the ${key}: ${all}`,
      at,
      ...mended(patterns, name),
    };
  }
  return isNegation(last.pattern)
    ? { runs: false, because: `${kind} ${name} is taken out by ${quote(last)}`, at: last.at }
    : { runs: true, because: `${kind} ${name} matches ${quote(last)}`, at: last.at };
}

/** A star does not match a slash, which is the usual mistake. */
function mended(patterns: readonly Pattern[], name: string): { readonly fix?: string } {
  if (!name.includes('/')) return {};
  const last = name.slice(name.lastIndexOf('/') + 1);
  const near = patterns.find(
    ({ pattern }) =>
      !isNegation(pattern) && (matchesPattern(last, pattern) || matchesPattern(name, pattern.replaceAll(/\*+/g, '**'))),
  );
  if (near === undefined) return {};
  const folder = name.slice(0, name.lastIndexOf('/'));
  return {
    fix: `${quote(near)} does not match a slash. If ${name} should start it, add ${folder}/${near.pattern} to the list.`,
  };
}

const quote = ({ pattern }: Pattern) => `'${pattern}'`;
