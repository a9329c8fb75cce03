import { ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { quoted } from '../text.ts';
import { refuseOddCharacters } from './odd-characters.ts';

/** A line that says something about a registry. */
export type RegistryLine = {
  /** The first key of a registry, or another one. */
  readonly kind: 'first' | 'next';
  readonly key: string;
  readonly value: string;
  /** Whether the value has no quotes. */
  readonly isPlain: boolean;
  readonly indent: number;
  readonly start: number;
};

type Line = RegistryLine | { readonly kind: 'nothing' } | { readonly kind: 'top'; readonly key: string };

const value = String.raw`(?:"([^"\\]*)"|'([^']*)'|([\w/][^\s"'#:]*(?::[^\s"'#:]+)*))`;
const tail = '(?: +#.*)? *$';
const keyed = new RegExp(`^( *)(- +)?([\\w-]+): +${value}${tail}`);
const top = new RegExp(`^([\\w-]+):${tail}`);
const nothing = /^ *(?:#.*)?$/;
const keys: ReadonlySet<string> = new Set(['registries', 'imagesPath', 'provenance']);

/** The registries of a manifest, line by line. Refuses what is no manifest. What it says about provenance is not read. */
export function manifestLines(source: Source): readonly RegistryLine[] {
  refuseOddCharacters(source, 'promoter manifests');
  const seen = new Set<string>();
  const lines: RegistryLine[] = [];
  let [section, indent]: [string, number | undefined] = ['', undefined];
  let start = source.text.startsWith('\uFEFF') ? 1 : 0;
  for (const text of source.text.slice(start).split('\n')) {
    const line = lineOf(text.replace(/\r$/, ''), start);
    if (line?.kind === 'top') {
      section = line.key;
      refuseOtherKey(source, section, { start, isThere: seen.has(section) });
      seen.add(section);
    } else if (section === 'provenance' && (line === undefined || text.startsWith(' '))) {
      // belongs to the promoter
    } else if (line !== undefined && line.kind !== 'nothing') {
      indent ??= line.indent;
      if (section !== 'registries' || line.indent !== indent || (line.kind === 'next' && lines.length === 0))
        throw unreadLine(source, start);
      lines.push(line);
    } else if (line === undefined) throw unreadLine(source, start);
    start += text.length + 1;
  }
  if (seen.has('registries')) return lines;
  throw new ReleaseError(`${source.file} has no registries.`, {
    fix: 'Write "registries:", and below it the registries from which and to which images are promoted.',
    at: positionAt(source, 0),
  });
}

function lineOf(text: string, start: number): Line | undefined {
  if (nothing.test(text) || (start === 0 && text.trimEnd() === '---')) return { kind: 'nothing' };
  const [, head] = top.exec(text) ?? [];
  if (head !== undefined) return { kind: 'top', key: head };
  const found = keyed.exec(text);
  if (found === null) return undefined;
  const { 1: before = '', 2: dash, 3: key = '', 4: double, 5: single, 6: plain } = found;
  const said = double ?? single ?? plain ?? '';
  if (dash === undefined && before === '') return key === 'registries' ? undefined : { kind: 'top', key };
  const kind = dash === undefined ? 'next' : 'first';
  const indent = before.length + (dash?.length ?? 0);
  return { kind, key, value: said, isPlain: plain !== undefined, indent, start };
}

function refuseOtherKey(
  source: Source,
  key: string,
  { start, isThere }: { readonly start: number; readonly isThere: boolean },
): void {
  if (!keys.has(key))
    throw new ReleaseError(`${source.file} has the key ${quoted(key)}, which promoter manifests do not have.`, {
      fix: 'Use registries. The images stand in the list that belongs to the manifest.',
      at: positionAt(source, start),
    });
  if (!isThere) return;
  throw new ReleaseError(`${source.file} has the key ${key} twice.`, {
    fix: 'Put what is below both of them below one, and remove the other.',
    at: positionAt(source, start),
  });
}

function unreadLine(source: Source, start: number): ReleaseError {
  const [line = ''] = source.text.slice(start).split(/\r?\n/, 1);
  return new ReleaseError(
    `A line of ${source.file} has no form that promoter manifests have: ${quoted(line.slice(0, 100))}`,
    {
      fix: 'Write "registries:", and below it "- name: <registry>", with "src: true" or "service-account: <account>" below the name.',
      at: positionAt(source, start),
    },
  );
}
