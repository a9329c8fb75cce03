/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The address of GitHub's pages, such as https://github.com. */
export const serverUrl = (env: Environment): string => env['GITHUB_SERVER_URL'] ?? 'https://github.com';

/** The address of GitHub's API. */
export const apiUrl = (env: Environment): string => env['GITHUB_API_URL'] ?? 'https://api.github.com';
