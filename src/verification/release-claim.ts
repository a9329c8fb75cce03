import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { basename, join, matchesGlob, normalize } from 'node:path';
import type { SourcePosition } from '../domain/error.ts';
import { parseFileLine } from '../domain/releases/release-files.ts';
import { listed, textLines } from '../domain/text.ts';
import { type Finding, placeOf } from './finding.ts';
import type { Performer, Use } from './performer.ts';
import { takes, type Unknown, unknownMark } from './unknown.ts';

/** What a step says about the release of the tag. */
export type ReleaseClaim = {
  readonly at: SourcePosition;
  /** The digests of the files that were built again, by name. */
  readonly built: ReadonlyMap<string, string>;
  /** The names or globs of files that were not built here, and why. */
  readonly unbuilt: readonly { readonly pattern: string; readonly why: string }[];
  /** The name of the file with the checksums; undefined if there is none. */
  readonly checksums: string | undefined;
  readonly findings: readonly Finding[];
  readonly outputs: Readonly<Record<string, string>>;
};

type Step = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly unknowns: ReadonlyMap<string, readonly Unknown[]>;
  readonly use: Omit<Use, 'inputs'>;
  /** Where the files are that the job has downloaded, by their paths in the job. */
  readonly downloaded: ReadonlyMap<string, string>;
  readonly at: SourcePosition;
};

/** What only the day of the release decides. */
const passing = new Set(['draft', 'latest', 'start', 'previous-tag', 'replace', 'files', 'notes', 'checksums']);

/** Takes the files that a release should have, and compares its title and notes. */
export async function gatherRelease(step: Step, performer: Performer): Promise<ReleaseClaim> {
  const { inputs, unknowns, use, at } = step;
  const files = await filesOf(step);
  const notes = notesOf(step);
  const kept = Object.entries(inputs).filter(([name]) => !passing.has(name) && !unknowns.has(name));
  const given = { ...Object.fromEntries(kept), ...(notes.text !== undefined && { notes: notes.text }) };
  const asked = { ...given, checksums: 'none', mode: 'check' };
  const { outputs, failures } = await performer.perform({ ...use, inputs: asked });
  const differences = failures.map(({ message, fix }): Finding => ({
    verdict: 'different',
    what: message,
    ...(fix !== undefined && { fix }),
    at,
  }));
  const compared = ['title', ...(notes.text === undefined ? [] : ['notes'])];
  const same: Finding = {
    verdict: 'same',
    what: `release ${inputs['tag']}`,
    detail: `published, with its ${listed(compared)}`,
    at,
  };
  return {
    at,
    ...files,
    checksums: inputs['checksums'] === 'none' ? undefined : (inputs['checksums'] ?? 'SHA256SUMS'),
    findings: [...(differences.length > 0 ? differences : [same]), ...notes.findings],
    outputs,
  };
}

/** The notes that can be written again. */
function notesOf({ inputs, unknowns, at }: Step): {
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
} {
  const { notes } = inputs;
  if (notes === undefined || notes.trim() === '') return { text: undefined, findings: [] };
  const open = (why: string): Finding => ({
    verdict: 'open',
    what: 'notes of the release',
    detail: `not verified, because ${why}`,
    at,
  });
  const taken = unknowns.get('notes');
  if (taken !== undefined) return { text: undefined, findings: [open(takes(taken))] };
  if (textLines(notes).includes('generated'))
    return { text: undefined, findings: [open('GitHub generated them, and would generate others today')] };
  return { text: notes, findings: [] };
}

async function filesOf({
  inputs,
  unknowns,
  use,
  downloaded,
  at,
}: Step): Promise<Pick<ReleaseClaim, 'built' | 'unbuilt'>> {
  const [built, unbuilt]: [Map<string, string>, { pattern: string; why: string }[]] = [new Map(), []];
  for (const line of textLines(inputs['files'] ?? '')) {
    const { pattern } = parseFileLine(line);
    const found = pattern.includes(unknownMark)
      ? []
      : [...(await filesAt(use.folder, pattern)), ...downloadedAt(downloaded, pattern)];
    const taken = pattern.includes(unknownMark) ? unknowns.get('files') : undefined;
    const why = taken === undefined ? `no step that is verified makes ${pattern} (${placeOf(at)})` : takes(taken);
    if (found.length === 0) unbuilt.push({ pattern: basename(pattern).replaceAll(unknownMark, '*'), why });
    for (const path of found) built.set(basename(path), await digestOf(path));
  }
  return { built, unbuilt };
}

const downloadedAt = (downloaded: ReadonlyMap<string, string>, pattern: string): readonly string[] =>
  [...downloaded].flatMap(([path, file]) => (path === normalize(pattern) || matchesGlob(path, pattern) ? [file] : []));

/** The files at a path, or those that a glob finds. */
async function filesAt(folder: string, pattern: string): Promise<readonly string[]> {
  const isFile = (path: string) =>
    stat(path).then(
      (one) => one.isFile(),
      () => false,
    );
  if (await isFile(join(folder, pattern))) return [join(folder, pattern)];
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: folder, exclude: ['**/.git', '**/node_modules'] }))
    if (await isFile(join(folder, path))) found.push(join(folder, path));
  return found;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return `sha256:${hash.digest('hex')}`;
}
