/** The key of a commit that is pushed to a branch. */
export const commitOn = (remote: string, branch: string, commit: string): string =>
  `commit ${commit} on ${branch} of ${remote}`;

/** The key of a branch that gets any commit. */
export const branchOf = (remote: string, branch: string): string => `branch ${branch} of ${remote}`;
