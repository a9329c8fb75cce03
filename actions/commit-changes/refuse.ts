import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import type { Files } from '../../src/world/files.ts';
import type { CommitInputs } from './contract.ts';

const longestTitle = 256;
const longestBody = 65_536;

/** The text of the pull request that an input gives. */
export async function bodyOf({ body, bodyPath }: CommitInputs, files: Files): Promise<string | undefined> {
  if (body !== undefined && bodyPath !== undefined)
    throw new ReleaseError('Both body and body-path are given.', { fix: 'Give only one of them.' });
  const text = bodyPath === undefined ? body : await files.text(bodyPath);
  refuseIfAny('The text of the pull request cannot be used.', textRefusals({ title: '', body: text ?? '' }));
  return text;
}

/** Refuses inputs that cannot be combined, and a title that is too long. */
export async function refuseInputs({ author, commitThrough, title = '' }: CommitInputs): Promise<void> {
  refuseIfAny('These inputs cannot be used.', [
    ...(author !== undefined && commitThrough === 'api' ? [authorForApi()] : []),
    ...textRefusals({ title, body: '' }),
  ]);
}

/** Why a pull request cannot have this title and text. */
export const textRefusals = ({ title, body }: { readonly title: string; readonly body: string }) => [
  ...(body.length > longestBody ? [tooLong('text', body.length, longestBody, 'body or body-path')] : []),
  ...(title.length > longestTitle ? [tooLong('title', title.length, longestTitle, 'title')] : []),
];

const tooLong = (what: 'text' | 'title', length: number, most: number, input: string) =>
  new ReleaseError(`The ${what} of the pull request has ${length} characters. GitHub allows ${most}.`, {
    fix: `Give a shorter ${what} in the input ${input}.`,
  });

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
  return ownerOf(fork) === ownerOf(repository) ? [sameAccount(fork, repository)] : [];
}

/** The repository of a remote on the server of this run. */
export function repositoryOf({ remote, repository }: Omit<Place, 'base'>): string {
  if (repository !== undefined) return repository;
  throw notOnServer(remote);
}

const ownerOf = (repository: string) => repository.split('/', 1)[0]?.toLowerCase();

const notOnServer = (remote: string) =>
  new ReleaseError(`The remote ${remote} is not on the GitHub server of this run.`, {
    fix: 'Give the input repository as owner/name, or use via: push with commit-through: git.',
  });

const sameBranch = (branch: string) =>
  new ReleaseError(`The branch of the pull request is ${branch}, the same as its base.`, {
    fix: 'Set the input branch to another name, or leave it out.',
  });

const sameAccount = (fork: string, repository: string) =>
  new ReleaseError(
    `${fork} and ${repository} belong to the same account. GitHub cannot tell forks of one account apart.`,
    { fix: 'Use a fork in another account. Or leave the input fork out: then the repository itself gets the branch.' },
  );
