import { refuseIfAny, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { normalisedName } from './wheel.ts';

/** A package with its only version and its hashes, as pip reads it. */
export type Pin = { readonly name: string; readonly version: string; readonly text: string };

const pinned =
  /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[\w.,\s-]*\])?\s*==\s*([A-Za-z0-9.!+_-]+)\s*(?:;[^#]*?)?(?:\s+--hash=sha(?:256|384|512):[0-9a-f]{64,128})+$/;

/** Reads a requirements file in which every package has one version and a hash. Everything else is refused. */
export function readPins(file: string, text: string): readonly Pin[] {
  const lines = logicalLines(text);
  refuseIfAny(
    `${file} does not pin everything.`,
    lines
      .filter((line) => !pinned.test(line.text))
      .map(
        (line) =>
          new ReleaseError(`${quoted(line.text)} is not a package with one version and its hash.`, {
            fix: 'Write each package as name==version --hash=sha256:…, as pip-compile --generate-hashes does.',
            at: { file, line: line.number },
          }),
      ),
  );
  return lines.map(({ text: line }) => {
    const [, name = '', version = ''] = pinned.exec(line) ?? [];
    return { name: normalisedName(name), version, text: line };
  });
}

/** The pins of both lists. If both pin a package, the first list decides. */
export function combinedPins(first: readonly Pin[], second: readonly Pin[]): readonly Pin[] {
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...second.filter(({ name }) => !names.has(name))];
}

type Line = { readonly number: number; readonly text: string };

/** A line that ends with a backslash goes on in the next one. Comments and blank lines are left out. */
function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    const part = line.replace(/\\$/, '').trim();
    const joined: Line = { number: open?.number ?? index + 1, text: [open?.text ?? '', part].join(' ').trim() };
    open = line.endsWith('\\') ? joined : undefined;
    if (open === undefined && joined.text !== '') lines.push(joined);
  }
  return open === undefined || open.text === '' ? lines : [...lines, open];
}
