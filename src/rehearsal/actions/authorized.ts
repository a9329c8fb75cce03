/** The settings with which git sends a token to a server, instead of the one that the checkout left. */
export function authorized(server: string, token: string): readonly string[] {
  const { origin } = new URL(server);
  const key = `http.${origin}/.extraheader`;
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return ['-c', `${key}=`, '-c', `${key}=AUTHORIZATION: basic ${credentials}`];
}
