import type { ApiRequest } from '../wire/exchange.ts';
import type { WireAnswer } from '../wire/faults.ts';
import type { AssetFiles } from './asset-files.ts';

/**
 * The bytes of an asset, from the origin that the API redirects to. The address is the permission: as the stores behind
 * GitHub do, it refuses a client that sends its token there too.
 */
export async function download({ path, headers }: ApiRequest, files: AssetFiles): Promise<WireAnswer> {
  if (headers['authorization'] !== undefined)
    return {
      status: 400,
      body: 'Only one auth mechanism allowed; the address is one, the Authorization header another.',
    };
  const [, id = ''] = /^\/release-assets\/(\d+)$/.exec(path) ?? [];
  const file = id === '' ? undefined : await files.find(id);
  if (file === undefined) return { status: 404, body: 'Not Found' };
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, file };
}
