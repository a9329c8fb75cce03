import { setSecret } from '@actions/core';

/** `core.getIDToken` of the toolkit, without its own client for HTTP. */
export async function idToken(audience?: string): Promise<string> {
  const [url, token] = [process.env['ACTIONS_ID_TOKEN_REQUEST_URL'], process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
  if (!url || !token) throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
  const asked = audience === undefined ? url : `${url}&audience=${encodeURIComponent(audience)}`;
  const response = await fetch(asked, { headers: { authorization: `Bearer ${token}` } });
  const { value } = (await response.json()) as { readonly value: string };
  setSecret(value);
  return value;
}
