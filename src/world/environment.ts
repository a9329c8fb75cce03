/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The GitHub of this run, as people see it. */
export const serverUrl = (env: Environment): string => env['GITHUB_SERVER_URL'] ?? 'https://github.com';

/** Its API. */
export const apiUrl = (env: Environment): string => env['GITHUB_API_URL'] ?? 'https://api.github.com';
