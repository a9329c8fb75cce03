import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import type { DeclaredRegistry } from '../../domain/images/declared-registry.ts';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';

/** A server of tokens that a registry names, and what is known of the registry. */
export type NamedRealm = {
  readonly realm: string;
  readonly registry: URL;
  readonly declared: DeclaredRegistry | undefined;
};

// Why: docs/decisions.md D53
/**
 * The address of the server that issues tokens, if it may get the password of the registry. A registry can name any server,
 * so it has to be the same host, or one with the same registrable domain, or a declared one.
 */
export async function trustedRealm(named: NamedRealm): Promise<URL> {
  const { realm, registry, declared } = named;
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username + url.password !== '')
    throw untrusted(named, 'which is not the address of a server');
  const isDeclared = declared?.tokenHosts.some((host) => host === url.host || host === url.hostname) === true;
  const isSameHost = url.hostname === registry.hostname;
  if (url.protocol === 'http:' && !(registry.protocol === 'http:' && (isSameHost || isDeclared)))
    throw untrusted(named, 'which is not encrypted');
  if (isSameHost || isDeclared) return url;
  if (!(await haveOneOwner(url.hostname, registry.hostname)))
    throw untrusted(named, 'which belongs to another domain', declaration(registry, url));
  if (await isPrivate(url.hostname))
    throw untrusted(named, 'which is at a private address', declaration(registry, url));
  return url;
}

/** Whether two hosts are below the same name that somebody has registered: https://publicsuffix.org */
async function haveOneOwner(one: string, other: string): Promise<boolean> {
  const { getDomain } = await import('tldts');
  const options = { allowPrivateDomains: true };
  const domain = getDomain(one, options);
  return domain !== null && domain === getDomain(other, options);
}

/** A name that cannot be resolved here is left to the proxy, which resolves it. */
async function isPrivate(host: string): Promise<boolean> {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => isPrivateAddress(address));
}

export const isPrivateAddress = (address: string): boolean =>
  privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry */
const privateAddresses = new BlockList();
for (const network of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16',
  '198.18.0.0/15 224.0.0.0/3 ::/127 fc00::/7 fe80::/10 fec0::/10 ff00::/8 64:ff9b::/96',
].flatMap((networks) => networks.split(' '))) {
  const [address = '', length] = network.split('/');
  privateAddresses.addSubnet(address, Number(length), isIPv6(address) ? 'ipv6' : 'ipv4');
}

const declaration = (registry: URL, realm: URL) =>
  `If it does issue the tokens of this registry, declare it in the input registries: ${registry.host} token=${realm.host}`;

const untrusted = ({ realm, registry }: NamedRealm, why: string, fix?: string) =>
  new ReleaseError(
    `${registry.host} names ${quoted(realm.slice(0, 200))} as the server of its tokens, ${why}. No password was sent there.`,
    { fix: fix ?? `Find out what answers at ${registry.host}.` },
  );
