import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { sameAccountRefusals } from '../../src/plans/proposals/fork.ts';
import { textRefusals } from '../../src/plans/proposals/text.ts';
import type { Files } from '../../src/world/files.ts';
import type { CommitInputs } from './contract.ts';

/** The text of the pull request that an input gives. */
export async function bodyOf({ body, bodyPath }: CommitInputs, files: Files): Promise<string | undefined> {
  if (body !== undefined && bodyPath !== undefined)
    throw new ReleaseError('Both body and body-path are given.', { fix: 'Give only one of them.' });
  const text = bodyPath === undefined ? body : await files.text(bodyPath);
  refuseIfAny(
    'The text of the pull request cannot be used.',
    textRefusals({ title: '', body: text ?? '' }, shorterText),
  );
  return text;
}

/** Refuses inputs that cannot be combined, and a title that is too long. */
export async function refuseInputs({ author, commitThrough, title = '' }: CommitInputs): Promise<void> {
  refuseIfAny('These inputs cannot be used.', [
    ...(author !== undefined && commitThrough === 'api' ? [authorForApi()] : []),
    ...textRefusals({ title, body: '' }, shorterText),
  ]);
}

/** What to do if the title or the text of the pull request is too long. */
export const shorterText = {
  title: 'Give a shorter title in the input title.',
  body: 'Give a shorter text in the input body or body-path.',
};

const authorForApi = () =>
  new ReleaseError('author cannot be combined with commit-through: api.', {
    fix: 'Leave the input author out: GitHub signs a commit only if no author is given.',
  });

type Place = {
  readonly remote: string;
  /** `owner/name`; undefined if the remote is on another server. */
  readonly repository: string | undefined;
  /** Undefined as long as it is not known. */
  readonly base: string | undefined;
};

/** Why a commit cannot go to this place. */
export function placeRefusals(
  { remote, repository, base }: Place,
  { via, commitThrough, branch, fork }: Pick<CommitInputs, 'via' | 'commitThrough' | 'branch' | 'fork'>,
): readonly ReleaseError[] {
  if (repository === undefined) return via === 'push' && commitThrough === 'git' ? [] : [notOnServer(remote)];
  if (via === 'push') return [];
  const isOtherRepository = fork !== undefined && fork !== repository;
  if (!isOtherRepository) return branch !== undefined && branch === base ? [sameBranch(branch)] : [];
  return sameAccountRefusals(fork, repository, orWithoutFork);
}

/** The repository of a remote on the server of this run. */
export function repositoryOf({ remote, repository }: Omit<Place, 'base'>): string {
  if (repository !== undefined) return repository;
  throw notOnServer(remote);
}

const notOnServer = (remote: string) =>
  new ReleaseError(`The remote ${remote} is not on the GitHub server of this run.`, {
    fix: 'Give the input repository as owner/name, or use via: push with commit-through: git.',
  });

const sameBranch = (branch: string) =>
  new ReleaseError(`The branch of the pull request is ${branch}, the same as its base.`, {
    fix: 'Set the input branch to another name, or leave it out.',
  });

const orWithoutFork = ' Or leave the input fork out: then the repository itself gets the branch.';
