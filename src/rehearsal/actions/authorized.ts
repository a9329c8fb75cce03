/**
 * The variables with which git sends a token to a server, instead of the one that the checkout left. In the arguments of git, everybody
 * on the machine could read the token.
 */
export function authorized(server: string, token: string): Readonly<Record<string, string>> {
  const { origin } = new URL(server);
  const key = `http.${origin}/.extraheader`;
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`,
  };
}
