import { copyValues } from '../../src/domain/edits/edit.ts';
import type { Edit } from '../../src/domain/edits/edit.ts';
import { formatPath } from '../../src/domain/edits/path.ts';
import type { FileValues } from '../../src/domain/edits/file-values.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { short } from '../../src/domain/text.ts';
import { isLower } from '../../src/domain/versions/version.ts';
import type { PlannedFiles, Previous } from '../../src/plans/planned-files.ts';
import type { Files } from '../../src/world/files.ts';
import type { Git } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';

type Ports = { readonly plannedFiles: PlannedFiles; readonly files: Files; readonly git: Git };
type Options = { readonly commit: string | undefined; readonly neverLower: boolean };

/** The edits of one file: a new text for the whole file, or values by their paths. */
type FileEdits = { readonly whole: string } | ReadonlyMap<string, Edit>;

/** The values before the edits, and notes on values that are kept. */
type Planned = { readonly previous: PreviousValues; readonly notes: readonly string[] };

/** file → path → the value before, or the text of a file that gets another one. */
export type PreviousValues = Readonly<Record<string, Previous[string] | string>>;

/** Plans the edits of all files. */
export async function planFileEdits(entries: readonly FileValues[], ports: Ports, options: Options): Promise<Planned> {
  const { plannedFiles, git } = ports;
  const edits = new Map<string, readonly Edit[]>();
  const texts: Record<string, string> = {};
  const notes: string[] = [];
  for (const [path, one] of await editsByFile(entries, ports)) {
    if ('whole' in one) {
      const planned = await plannedFiles.part(setWhole(path, one.whole, ports, options));
      if (planned !== undefined) texts[path] = planned.before;
      notes.push(...(planned?.notes ?? []));
    } else edits.set(path, (await plannedFiles.part(editsFrom(path, [...one.values()], git, options.commit))) ?? []);
  }
  const edited = await plannedFiles.edit(edits, options);
  return { previous: { ...texts, ...edited.previous }, notes: [...notes, ...edited.notes] };
}

/** The edits of each file. A later entry wins over an earlier one, and an entry with `!` removes files. */
async function editsByFile(
  entries: readonly FileValues[],
  { plannedFiles, files }: Ports,
): Promise<ReadonlyMap<string, FileEdits>> {
  const byFile = new Map<string, FileEdits>();
  const found = await together(entries.map(({ pattern }) => plannedFiles.part(files.find(pattern, 'file'))));
  for (const [index, one] of entries.entries()) {
    for (const path of found[index] ?? []) {
      if (one.kind === 'none') byFile.delete(path);
      else if (one.kind === 'whole') byFile.set(path, { whole: one.text });
      else byFile.set(path, withPaths(path, byFile.get(path), one.values));
    }
  }
  return byFile;
}

function withPaths(
  path: string,
  before: FileEdits | undefined,
  values: Extract<FileValues, { kind: 'paths' }>['values'],
): FileEdits {
  if (before !== undefined && 'whole' in before) {
    throw new ReleaseError(`${path} is given both a new text for the whole file and values at paths.`, {
      fix: 'Give only one of them.',
    });
  }
  return new Map([...(before ?? []), ...values.map((value) => [formatPath(value.path), value] as const)]);
}

/** The given edits, or edits with the values that another commit has at the same paths. */
async function editsFrom(
  path: string,
  edits: readonly Edit[],
  git: Git,
  commit: string | undefined,
): Promise<readonly Edit[]> {
  if (commit === undefined) return edits;
  const source = { file: `${short(commit)}:${path}`, text: await textIn(path, git, commit) };
  return copyValues(
    source,
    edits.map((one) => one.path),
  );
}

async function textIn(path: string, git: Git, commit: string): Promise<string> {
  const text = await git.commits.text(commit, path);
  if (text !== undefined) return text;
  throw new ReleaseError(`Commit ${short(commit)} has no file ${path}.`, {
    fix: 'Correct the input from, or leave the file out.',
  });
}

/** Plans a new text for a whole file. The final line end and a byte order mark are kept. */
async function setWhole(
  path: string,
  given: string,
  { plannedFiles, git }: Ports,
  { commit, neverLower }: Options,
): Promise<{ readonly before: string; readonly notes: readonly string[] }> {
  const text = await plannedFiles.text(path);
  const [, mark = '', before = '', end = ''] = /^(\uFEFF?)([^]*?)(\r?\n)?$/.exec(text) ?? [];
  if (commit === undefined && neverLower && isLower(given, before))
    return { before, notes: [`${path} stays ${before}, because ${given} is lower.`] };
  plannedFiles.set(path, commit === undefined ? mark + given + end : await textIn(path, git, commit));
  return { before, notes: [] };
}
