// `cosign verify`, for signatures of the promoter of the tests: they say themselves who made them.
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    'certificate-identity': { type: 'string' },
    'certificate-oidc-issuer': { type: 'string' },
    'allow-http-registry': { type: 'boolean' },
  },
  allowPositionals: true,
});
const [, image = ''] = positionals;
const [, host = '', repository = '', digest = ''] = /^([^/]+)\/(.+)@(.+)$/.exec(image) ?? [];
const api = `http://${host}/v2/${repository}`;
const accept = 'application/vnd.oci.image.manifest.v1+json';
const manifest = await fetch(`${api}/manifests/${digest.replace(':', '-')}.sig`, { headers: { accept } });
const { layers } = (await manifest.json()) as { layers: readonly { digest: string }[] };
const signature = (await (await fetch(`${api}/blobs/${layers[0]?.digest}`)).json()) as Record<string, string>;
const { identity, issuer, signed } = signature;
const isRight =
  signed === digest && identity === values['certificate-identity'] && issuer === values['certificate-oidc-issuer'];
if (!isRight) {
  console.error(`Error: no matching signatures: ${identity} (${issuer}) signed ${signed}`);
  process.exitCode = 1;
}
