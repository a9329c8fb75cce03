import { ReleaseError } from '../../domain/error.ts';

/** GitHub opens a pull request only between forks of one repository. */
export function refuseUnrelatedFork(fork: string, repository: string, parent: string | undefined): void {
  if (parent?.toLowerCase() === repository.toLowerCase()) return;
  throw new ReleaseError(
    `${fork} is ${parent === undefined ? 'not a fork' : `a fork of ${parent}, not`} of ${repository}.`,
    { fix: `Fork ${repository}, and set the input fork to that fork.` },
  );
}

/** Why a fork cannot be told apart from its repository. `instead` is another way than a fork in another account. */
export const sameAccountRefusals = (fork: string, repository: string, instead: string): readonly ReleaseError[] =>
  ownerOf(fork) === ownerOf(repository)
    ? [
        new ReleaseError(
          `${fork} and ${repository} belong to the same account. GitHub cannot tell forks of one account apart.`,
          { fix: `Use a fork in another account.${instead}` },
        ),
      ]
    : [];

const ownerOf = (repository: string) => repository.split('/', 1)[0]?.toLowerCase();
