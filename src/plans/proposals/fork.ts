import { ReleaseError } from '../../domain/error.ts';
import type { GitHub } from '../../world/github/github.ts';

/** GitHub opens a pull request only between forks of one repository. */
export async function refuseUnrelatedFork(
  fork: string,
  repository: string,
  { repositories }: Pick<GitHub, 'repositories'>,
): Promise<void> {
  const { parent } = await repositories.find(fork);
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
