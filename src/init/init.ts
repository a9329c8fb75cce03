import { createHash } from 'node:crypto';
import { unifiedDiff } from '../domain/diff.ts';
import { ReleaseError } from '../domain/error.ts';
import { listed } from '../domain/text.ts';
import { Checkout } from '../rehearsal/checkout.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import { namesReleaseActions } from '../rehearsal/workflow/workflow.ts';
import type { Change } from '../world/change.ts';
import { Files } from '../world/files.ts';
import { orRefusal } from '../world/parallel.ts';
import type { Terminal } from '../world/terminal.ts';
import { type Asked, readArguments } from './init-arguments.ts';
import { nextRelease } from './next-release.ts';
import { type Products, productsOf } from './products.ts';
import { rehearsalOf } from './rehearsal.ts';
import { reportOf, type Outcome } from './report.ts';
import { foldersWith, type Repository, tells, versionModules } from './repository.ts';
import { startedAsWell, trialOf } from './trial.ts';
import { type VersionPlan, versionPlanOf } from './version-plan.ts';
import { isUntouched, workflowsFor, type WrittenFile } from './workflows.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'gitHub'>;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Here) => Promise<number> {
  const asked = readArguments(args);
  return (terminal) => propose(asked, terminal);
}

const mostMinutes = 10;

/** What is proposed, and what is needed to rehearse and to write it. */
type Proposal = {
  readonly checkout: Checkout;
  readonly repository: Repository;
  readonly products: Products;
  readonly plan: VersionPlan;
  readonly written: readonly WrittenFile[];
  readonly planned: readonly PlannedFile[];
};

async function propose({ isApplied, isRehearsed }: Asked, terminal: Here): Promise<number> {
  const { folder, env, print, note } = terminal;
  const checkout = await Checkout.open(folder, env, note);
  await using files = new Files({ workspace: checkout.folder, env: {} });
  const { server, world } = terminal.gitHub();
  await using _ = world;
  const proposal = await proposalOf(checkout, files);
  const { repository, products, plan, written, planned } = proposal;
  const outcomes = planned.map(({ outcome }) => outcome);
  const asWell = startedAsWell(await otherWorkflows(repository, written, files), plan);
  print(reportOf({ repository, products, plan, outcomes, asWell, server }));
  const changes = planned.flatMap(({ change }) => change ?? []);
  if (changes.length === 0 || !isApplied) {
    print(`\n${notWritten(written.length, changes.length)}\n`);
    return written.length === 0 ? 1 : 0;
  }
  if (isRehearsed && !(await isGreen(proposal, terminal))) {
    print(`\n${notRehearsed}\n`);
    return 1;
  }
  for (const change of changes) await change.apply(() => undefined);
  print(`\nWritten${isRehearsed ? '' : ' without a rehearsal'}: ${listed(pathsToWrite(proposal))}.\n`);
  return 0;
}

async function proposalOf(checkout: Checkout, files: Files): Promise<Proposal> {
  const repository = await repositoryAt(checkout, files);
  const products = productsOf(repository);
  const plan = await versionPlanOf(repository, products);
  const written = workflowsFor(repository, products, plan);
  const wrong = trialOf(written, plan);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const planned = await Promise.all(written.map((file) => planFile(file, files)));
  return { checkout, repository, products, plan, written, planned };
}

const pathsToWrite = ({ planned }: Proposal): readonly string[] =>
  planned.flatMap(({ outcome: { kind, path } }) => (kind === 'write' ? [path] : []));

/** Whether the next release goes to its end with the workflows that would be written. */
async function isGreen(proposal: Proposal, terminal: Here): Promise<boolean> {
  const { checkout, repository, products, plan, written } = proposal;
  const paths = pathsToWrite(proposal);
  const workflows = written.filter(({ path }) => paths.includes(path));
  const next = await nextRelease(repository, products, plan);
  const { sources } = products;
  return rehearsalOf({ checkout, workflows, next, sources, minutes: mostMinutes }, terminal);
}

function notWritten(proposed: number, changed: number): string {
  if (proposed === 0) return 'Nothing was written.';
  if (changed === 0) return 'Nothing to write.';
  return 'Nothing was written. release-actions init --apply rehearses it, and writes it if that succeeds.';
}

const notRehearsed =
  'Nothing was written. Mend what failed, and call release-actions init --apply again. With --no-rehearsal, it is written as it is.';

/** The files of the checkout that git knows, or would add. */
async function repositoryAt(checkout: Checkout, files: Files): Promise<Repository> {
  const name = await checkout.nameOnGitHub();
  const printed = (await checkout.look('ls-files', '-z', '--cached', '--others', '--exclude-standard')) ?? '';
  const paths = [...new Set(printed.split('\0'))].filter((path) => path !== '').toSorted();
  const [defaultBranch, tags] = await Promise.all([checkout.defaultBranch(), checkout.tags()]);
  const told = await textsOf(paths.filter(tells), files);
  const named = foldersWith({ paths }, 'pyproject.toml').flatMap((folder) => versionModules(told.texts, folder));
  const code = await textsOf(
    [...new Set(named)].filter((path) => paths.includes(path)),
    files,
  );
  const texts = new Map([...told.texts, ...code.texts]);
  return { name, defaultBranch, tags, paths, texts, unread: [...told.unread, ...code.unread] };
}

async function textsOf(paths: readonly string[], files: Files): Promise<Pick<Repository, 'texts' | 'unread'>> {
  const read = await Promise.all(paths.map((path) => orRefusal(files.text(path))));
  return {
    texts: new Map(paths.flatMap((path, index) => textOf(path, read[index]))),
    unread: read.flatMap((one) => (one instanceof ReleaseError ? [one.message] : [])),
  };
}

const textOf = (path: string, read: string | ReleaseError | undefined): readonly (readonly [string, string])[] =>
  typeof read === 'string' ? [[path, read]] : [];

type PlannedFile = { readonly outcome: Outcome; readonly change: Change<void> | undefined };

async function planFile({ path, text }: WrittenFile, files: Files): Promise<PlannedFile> {
  const seen = (await files.has(path)) ? await files.look(path) : undefined;
  if (seen?.text === text) return { outcome: { path, kind: 'same', diff: '' }, change: undefined };
  if (seen !== undefined && !isUntouched(seen.text))
    return {
      outcome: { path, kind: namesReleaseActions(seen.text) ? 'edited' : 'foreign', diff: '' },
      change: undefined,
    };
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
