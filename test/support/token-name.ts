/** The name of a token in the tests: what it is for, and what it can do, such as `job.contents-write`. */
export const tokenName = (kind: string, permissions: Readonly<Record<string, string>>): string =>
  [
    kind,
    ...Object.entries(permissions)
      .map(([name, level]) => `${name}-${level}`)
      .toSorted(),
  ].join('.');
