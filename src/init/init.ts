import { createHash } from 'node:crypto';
import { unifiedDiff } from '../domain/diff.ts';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import { Checkout } from '../rehearsal/checkout.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import type { Change } from '../world/change.ts';
import { Files } from '../world/files.ts';
import { orRefusal } from '../world/parallel.ts';
import type { Terminal } from '../world/terminal.ts';
import { productsOf } from './products.ts';
import { reportOf, type Outcome } from './report.ts';
import { type Repository, tells } from './repository.ts';
import { startedAsWell, trialOf } from './trial.ts';
import { versionPlanOf } from './version-plan.ts';
import { isUntouched, workflowsFor, type WrittenFile } from './workflows.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'print' | 'note' | 'gitHub'>;

const help = `Write the workflows that release this repository: guard.yml and release.yml, which call reusable workflows.

Usage: release-actions init [--apply]

Looks at the files of the checkout, also at those that are not committed: Python projects, Helm charts, Dockerfiles,
Go modules, and every file that has the version now. Shows what it would write as a diff, what it decided, what it did
not understand, and what a person has to do. A workflow that a person wrote or edited is left alone.

  --apply
    Write the files.

The exit code is 1 if nothing was found to release.

Examples
  release-actions init
  release-actions init --apply
`;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Here) => Promise<number> {
  const asked = readArguments(args);
  return asked === 'help' ? showHelp : (terminal) => propose(asked, terminal);
}

async function showHelp({ print }: Here): Promise<number> {
  print(help);
  return 0;
}

type Asked = { readonly isApplied: boolean };

function readArguments(args: readonly string[]): Asked | 'help' {
  if (args.some((one) => one === '--help' || one === '-h')) return 'help';
  const unknown = args.find((one) => one !== '--apply');
  if (unknown !== undefined)
    throw new ReleaseError(`init takes no ${quoted(unknown)}.`, {
      fix: 'Go to the checkout of the project, and write release-actions init. It can be followed by --apply.',
    });
  return { isApplied: args.length > 0 };
}

async function propose({ isApplied }: Asked, { folder, env, print, note, gitHub }: Here): Promise<number> {
  const checkout = await Checkout.open(folder, env, note);
  await using files = new Files({ workspace: checkout.folder, env: {} });
  const { server, world } = gitHub();
  await using _ = world ?? nothing;
  const repository = await repositoryAt(checkout, files);
  const products = productsOf(repository);
  const plan = await versionPlanOf(repository, products);
  const written = workflowsFor(repository, products, plan);
  const wrong = trialOf(written, plan);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const planned = await Promise.all(written.map((file) => planFile(file, files)));
  const others = await otherWorkflows(repository, written, files);
  if (isApplied) for (const { change } of planned) await change?.apply(() => undefined);
  const asWell = startedAsWell(others, plan);
  const outcomes = planned.map(({ outcome }) => outcome);
  print(reportOf({ repository, products, plan, outcomes, asWell, server, isApplied }));
  return products.kind === 'none' ? 1 : 0;
}

const nothing: AsyncDisposable = { [Symbol.asyncDispose]: async () => {} };

/** The files of the checkout that git knows, or would add. */
async function repositoryAt(checkout: Checkout, files: Files): Promise<Repository> {
  if ((await checkout.look('config', '--get', 'remote.origin.url')) === undefined)
    throw new ReleaseError('There is no remote origin, so the name of the repository is not known.', {
      fix: 'Add it: git remote add origin https://github.com/OWNER/NAME.git',
    });
  const listed = (await checkout.look('ls-files', '-z', '--cached', '--others', '--exclude-standard')) ?? '';
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '').toSorted();
  const telling = paths.filter(tells);
  const read = await Promise.all(telling.map((path) => orRefusal(files.text(path))));
  const [name, defaultBranch, tags] = await Promise.all([checkout.name(), checkout.defaultBranch(), checkout.tags()]);
  const texts = new Map(telling.flatMap((path, index) => textOf(path, read[index])));
  const unread = read.flatMap((one) => (one instanceof ReleaseError ? [one.message] : []));
  return { name, defaultBranch, tags, paths, texts, unread };
}

const textOf = (path: string, read: string | ReleaseError | undefined): readonly (readonly [string, string])[] =>
  typeof read === 'string' ? [[path, read]] : [];

type PlannedFile = { readonly outcome: Outcome; readonly change: Change<void> | undefined };

async function planFile({ path, text }: WrittenFile, files: Files): Promise<PlannedFile> {
  const seen = (await files.has(path)) ? await files.look(path) : undefined;
  if (seen?.text === text) return { outcome: { path, kind: 'same', diff: '' }, change: undefined };
  if (seen !== undefined && !isUntouched(seen.text))
    return { outcome: { path, kind: 'kept', diff: '' }, change: undefined };
  const change =
    seen === undefined
      ? await files.place(builtOf(text), path)
      : await files.edit(seen, text, { title: `Write ${path}` });
  return { outcome: { path, kind: 'write', diff: await unifiedDiff(path, seen?.text ?? '', text) }, change };
}

function builtOf(text: string): Parameters<Files['place']>[0] {
  const bytes = Buffer.from(text);
  async function* pieces() {
    yield bytes;
  }
  return { size: bytes.length, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, pieces };
}

async function otherWorkflows(
  { paths }: Repository,
  written: readonly WrittenFile[],
  files: Files,
): Promise<readonly SourceFile[]> {
  const own = new Set(written.map(({ path }) => path));
  const others = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && !own.has(path));
  return Promise.all(others.map(async (path) => ({ path, text: await files.text(path) })));
}
