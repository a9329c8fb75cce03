import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { Environment } from '../../world/environment.ts';

/** Where the certificates of a rehearsal are: with those of the system, and alone; and what tells wget of them. */
export type Trust = { readonly all: string; readonly own: string; readonly wgetrc: string };

/** Where systems keep the authorities that they trust, as Go looks for them: https://go.dev/src/crypto/x509/root_linux.go */
const places = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export const trustIn = (folder: string): Trust => ({
  all: join(folder, 'all.pem'),
  own: join(folder, 'own.pem'),
  wgetrc: join(folder, 'wgetrc'),
});

/** Writes the certificates that programs have to trust. What the person trusts already stays trusted. */
export async function writeTrust(pem: string, { all, own, wgetrc }: Trust, env: Environment): Promise<void> {
  const given = [env['SSL_CERT_FILE'], env['CURL_CA_BUNDLE'], ...places].filter((path) => path !== undefined);
  const extra = await textOf(env['NODE_EXTRA_CA_CERTS']);
  const system = (await firstText(given)) ?? rootCertificates.join('\n');
  await writeFile(own, `${pem}\n${extra ?? ''}`);
  await writeFile(wgetrc, `ca_certificate = ${all}\n`);
  await writeFile(all, `${pem}\n${system}\n${extra ?? ''}`);
}

async function firstText(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await textOf(path);
    if (text !== undefined) return text;
  }
  return undefined;
}

const textOf = (path: string | undefined): Promise<string | undefined> =>
  path === undefined ? Promise.resolve(undefined) : readFile(path, 'utf8').catch(() => undefined);

/** The variables by which programs find certificates. Go obeys the first one on Linux only. */
export const trustVariables = ({ all, own, wgetrc }: Trust): Readonly<Record<string, string>> => ({
  SSL_CERT_FILE: all,
  CURL_CA_BUNDLE: all,
  GIT_SSL_CAINFO: all,
  REQUESTS_CA_BUNDLE: all,
  PIP_CERT: all,
  AWS_CA_BUNDLE: all,
  CARGO_HTTP_CAINFO: all,
  NODE_EXTRA_CA_CERTS: own,
  DENO_CERT: own,
  WGETRC: wgetrc,
});
