import { posix } from 'node:path';
import { ReleaseError } from '../../src/domain/error.ts';
import { accountsOf, normal, parseAliases, parseOwners, unknownNames } from '../../src/domain/owners/owners.ts';
import type { Aliases, OwnersFile } from '../../src/domain/owners/owners.ts';
import { listed } from '../../src/domain/text.ts';
import type { IssueInputs, IssueState } from './contract.ts';

/** The accounts that may agree, in lower case, and where that stands. */
export type Who = { readonly logins: readonly string[]; readonly source: string; readonly notes: readonly string[] };

/** Who may agree: the members of a team, or the people in OWNERS of the default branch. */
export async function whoMayAgree(wanted: IssueInputs, state: IssueState): Promise<Who> {
  const { team } = wanted;
  if (team === undefined) return owners(wanted, state);
  const members = await state.github.accounts.inTeam(team);
  return { source: `${team.organization}/${team.slug}`, logins: members.map(normal), notes: [] };
}

async function owners({ owners: file, approversOnly }: IssueInputs, { repository, github }: IssueState): Promise<Who> {
  const { defaultBranch } = await github.repositories.find(repository);
  const textOf = (path: string) => github.files.text(repository, `refs/heads/${defaultBranch}`, path);
  const aliasText = await textOf('OWNERS_ALIASES');
  const aliases: Aliases =
    aliasText === undefined ? new Map() : parseAliases({ file: 'OWNERS_ALIASES', text: aliasText });
  const files = await withParents(file, textOf);
  if (files.length === 0 || files[0]?.file !== file)
    throw new ReleaseError(`${repository} has no file ${file} on ${defaultBranch}.`, {
      fix: 'Correct the input owners, or set team.',
    });
  const names = files.flatMap(({ approvers, reviewers }) => (approversOnly ? approvers : [...approvers, ...reviewers]));
  const unknown = unknownNames(names, aliases);
  return {
    source: file,
    logins: accountsOf(names, aliases),
    notes: [
      ...(unknown.length === 0
        ? []
        : [`${file} names ${listed(unknown)}, which is neither an account nor in OWNERS_ALIASES.`]),
      ...files.flatMap(({ file: path, narrowFilters }) =>
        narrowFilters.length === 0
          ? []
          : [`The filters ${listed(narrowFilters)} of ${path} are for some files only: their people do not count.`],
      ),
    ],
  };
}

type NamedOwners = OwnersFile & { readonly file: string };

/** The OWNERS file and those of the folders above it, up to one that names people and says no_parent_owners. */
async function withParents(
  file: string,
  textOf: (path: string) => Promise<string | undefined>,
): Promise<readonly NamedOwners[]> {
  const text = await textOf(file);
  const own = text === undefined ? undefined : { file, ...parseOwners({ file, text }) };
  const folder = posix.dirname(file);
  const found = own === undefined ? [] : [own];
  const isLast = own !== undefined && own.hasNoParents && own.approvers.length + own.reviewers.length > 0;
  if (isLast || folder === '.') return found;
  return [...found, ...(await withParents(posix.join(posix.dirname(folder), posix.basename(file)), textOf))];
}
