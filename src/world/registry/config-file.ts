import { realpath } from 'node:fs/promises';
import { ReleaseError } from '../../domain/error.ts';
import { openFile } from '../open-file.ts';

/** What a registry, or the server of its tokens, gets to know. */
export type Credential =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** A token that buys other tokens: https://distribution.github.io/distribution/spec/auth/oauth/ */
  | { readonly kind: 'identity'; readonly token: string };

/** A file in which docker, podman or helm keeps credentials, by the host of the registry. */
export type RegistryConfig = {
  readonly path: string;
  readonly credentials: ReadonlyMap<string, Credential>;
  /** The names of the programs that have the credentials, without `docker-credential-`. */
  readonly helpers: ReadonlyMap<string, string>;
  /** The program that has all others. */
  readonly store: string | undefined;
};

type Entry = readonly [name: string, value: unknown];

const longest = 1024 * 1024;

/** Reads such a file. A file that is not there has no credentials. No error shows a part of it: it may be a password. */
export async function readRegistryConfig(path: string): Promise<RegistryConfig> {
  const text = await textOf(path);
  if (text === undefined) return { path, credentials: new Map(), helpers: new Map(), store: undefined };
  const config = parsed(path, text);
  const auths = entriesOf(path, config, 'auths').flatMap(([name, value]) => {
    const [registry, credential] = [hostOf(name), credentialOf(path, name, value)];
    return registry === undefined || credential === undefined ? [] : [[registry, credential] as const];
  });
  const helpers = entriesOf(path, config, 'credHelpers').flatMap(([name, helper]) => {
    const registry = hostOf(name);
    return registry === undefined ? [] : [[registry, helperName(path, `credHelpers.${name}`, helper)] as const];
  });
  const store = config['credsStore'];
  return {
    path,
    credentials: new Map(auths),
    helpers: new Map(helpers),
    store: store === undefined || store === '' ? undefined : helperName(path, 'credsStore', store),
  };
}

async function textOf(path: string): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined); // a mounted secret is a link
  if (real === undefined) return undefined;
  await using file = await openFile(real, path);
  if ((await file.stat()).size > longest) throw unusable(path, 'is longer than 1 MiB, which is the limit here');
  return file.readFile('utf8');
}

function parsed(path: string, text: string): Readonly<Record<string, unknown>> {
  const value = attemptJson(text);
  if (isObject(value)) return value;
  throw unusable(path, 'is not a JSON object');
}

function attemptJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the error would show a part of the text
  }
}

function entriesOf(path: string, config: Readonly<Record<string, unknown>>, key: string): readonly Entry[] {
  const value = config[key] ?? {};
  if (isObject(value)) return Object.entries(value);
  throw unusable(path, `has something else than an object as ${key}`);
}

/** `auth` has user and password; an entry without both says that a helper has them. */
function credentialOf(path: string, name: string, value: unknown): Credential | undefined {
  const where = `auths[${JSON.stringify(name)}]`;
  if (!isObject(value)) throw unusable(path, `has something else than an object as ${where}`);
  const { auth = '', username = '', password = '', identitytoken = '' } = value;
  const texts = [auth, username, password, identitytoken];
  if (!texts.every((one) => typeof one === 'string')) throw unusable(path, `has a value in ${where} that is no text`);
  if (texts[3] !== '') return { kind: 'identity', token: String(identitytoken) };
  if (username !== '' && password !== '')
    return { kind: 'password', user: String(username), password: String(password) };
  if (auth === '') return undefined;
  const [user = '', ...rest] = Buffer.from(String(auth), 'base64').toString('utf8').split(':');
  if (user === '' || rest.length === 0)
    throw unusable(path, `has an auth in ${where} that is not "user:password" in Base64`);
  return { kind: 'password', user, password: rest.join(':').replace(/\0+$/, '') };
}

/** The name becomes a part of the name of a program, so it must not lead to a folder. */
function helperName(path: string, where: string, name: unknown): string {
  if (typeof name === 'string' && /^[\w][\w.-]{0,63}$/.test(name)) return name;
  throw unusable(path, `has something else than the name of a helper as ${where}`);
}

/** The host that an entry is for. One for a part of a registry, such as `quay.io/org`, is for no whole host. */
function hostOf(name: string): string | undefined {
  const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/]+)(\/.*)?$/.exec(name) ?? [];
  if (host === '' || !/^(?:\/(?:v[12]\/?)?)?$/.test(path)) return undefined;
  const registry = host.toLowerCase();
  return inDockerHub.has(registry) ? 'docker.io' : registry;
}

const inDockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unusable = (path: string, why: string) =>
  new ReleaseError(`${path} ${why}.`, {
    fix: 'Correct the file, or log in again: docker, podman and helm write it anew. Its content is not shown here, because it may have passwords in it.',
  });
