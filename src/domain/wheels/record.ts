import { createHash } from 'node:crypto';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import type { ZipEntry } from './zip.ts';

const kinds = new Set(['sha256', 'sha384', 'sha512']);

/** What RECORD says about the files of a wheel that is not so. https://packaging.python.org/specifications/recording-installed-packages/ */
export function recordProblems(wheel: string, folder: string, entries: readonly ZipEntry[]): readonly ReleaseError[] {
  const path = `${folder}/RECORD`;
  const record = entries.find((entry) => entry.path === path);
  const refusal = (problem: string) => new ReleaseError(`${wheel} ${problem}.`, { fix, at: { file: wheel } });
  if (record === undefined) return [refusal(`has no ${path}`)];
  const rows = csvRows(record.content().toString('utf8'));
  if (rows === undefined) return [refusal(`has a RECORD that is not CSV`)];
  const unsigned = new Set([path, `${path}.jws`, `${path}.p7s`]);
  const listed = Map.groupBy(rows, ([name]) => name);
  return [
    ...rows
      .filter((row) => row.length !== 3)
      .map((row) => refusal(`has the line ${quoted(row.join(','))} in RECORD, which has not three parts`)),
    ...[...listed]
      .filter(([, same]) => same.length > 1)
      .map(([name]) => refusal(`lists ${quoted(name ?? '')} twice in RECORD`)),
    ...rows
      .filter(([name]) => entries.every((entry) => entry.path !== name))
      .map(([name = '']) => refusal(`lists ${quoted(name)} in RECORD, which it does not have`)),
    ...entries
      .filter((entry) => !unsigned.has(entry.path))
      .flatMap((entry) => problemOf(entry, listed.get(entry.path)?.[0]) ?? [])
      .map(refusal),
  ];
}

const fix = 'Build it again, and do not edit a wheel that was built. pip and PyPI refuse such a wheel.';

function problemOf({ path, size, content }: ZipEntry, row: readonly string[] | undefined): string | undefined {
  const name = quoted(path);
  const [, sum = '', told] = row ?? [];
  if (row === undefined) return `has ${name}, which RECORD does not list`;
  const [, kind = '', hash] = /^(\w+)=([\w-]+)$/.exec(sum) ?? [];
  if (!kinds.has(kind)) return `has ${name}, whose checksum in RECORD is ${quoted(sum)}, which is not SHA-2`;
  const actual = createHash(kind).update(content()).digest('base64url');
  if (actual !== hash) return `has ${name}, whose ${kind} is ${actual}, but RECORD has ${hash}`;
  return told === '' || told === String(size) ? undefined : `has ${name} with ${size} bytes, but RECORD has ${told}`;
}

/** The rows of a CSV as Python's csv module writes it; undefined if a quote is never closed. */
function csvRows(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)];
    if (cells.reduce((length, [cell]) => length + cell.length, 0) !== line.length) return undefined;
    rows.push(cells.map(([, inQuotes, plain = '']) => inQuotes?.replaceAll('""', '"') ?? plain));
  }
  return rows;
}
