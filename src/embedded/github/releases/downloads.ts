import type { ApiRequest } from '../wire/exchange.ts';
import type { WireAnswer } from '../../wire/answer.ts';
import type { AssetFiles } from './asset-files.ts';

/**
 * The bytes of an asset, at the address to which the API redirects. Whoever knows the address may download. A client
 * that sends a token as well is refused, as the storage of GitHub does.
 */
export async function download({ path, headers }: ApiRequest, files: AssetFiles): Promise<WireAnswer> {
  if (headers['authorization'] !== undefined)
    return {
      status: 400,
      body: 'Only one auth mechanism is allowed: the address is one, and the Authorization header is another.',
    };
  const [, id = ''] = /^\/release-assets\/(\d+)$/.exec(path) ?? [];
  const file = id === '' ? undefined : await files.find(id);
  if (file === undefined) return { status: 404, body: 'Not Found' };
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, file };
}
