import { isDeepStrictEqual } from 'node:util';
import { quoted } from '../text.ts';
import { readZip } from './zip.ts';

/** In what two builds of a wheel differ, in words; undefined if they have the same bytes. */
export function wheelDifference(name: string, one: Buffer, other: Buffer): string | undefined {
  if (one.equals(other)) return undefined;
  const [before, after] = [one, other].map((bytes) => contents(name, bytes));
  if (before === undefined || after === undefined) return undefined;
  for (const [path, content] of before) {
    const there = after.get(path);
    if (there === undefined) return `only the first one has ${quoted(path)}`;
    if (!content.equals(there) && !path.endsWith('.dist-info/RECORD')) return `${quoted(path)} has other bytes`;
  }
  const added = [...after.keys()].find((path) => !before.has(path));
  if (added !== undefined) return `only the second one has ${quoted(added)}`;
  return isDeepStrictEqual([...before.keys()], [...after.keys()])
    ? 'the times, modes or compression of their files'
    : 'the order of their files';
}

const contents = (name: string, bytes: Buffer) =>
  new Map(readZip(name, bytes).map(({ path, content }) => [path, content()]));
