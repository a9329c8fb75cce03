import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { passwordOf } from '../../embedded/git/access.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Login = { readonly auth?: string };
type Config = { readonly auths?: Readonly<Record<string, Login>> };

/** The name of a registry, as images have it: `https://index.docker.io/v1/` is docker.io. */
export function registryNamed(given: string): string {
  const host = given
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  return ['', 'index.docker.io', 'registry-1.docker.io'].includes(host) ? 'docker.io' : host;
}

/** Keeps a password where docker, Helm, crane and others look for it. Without one, it is forgotten. */
export async function keepPassword(
  env: Environment,
  registry: string,
  login: { readonly user: string; readonly password: string } | undefined,
): Promise<void> {
  const path = pathOf(env);
  const config = await configIn(path);
  const { [keyOf(registry)]: _, ...others } = config.auths ?? {};
  const auth = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const auths = { ...others, ...(auth !== undefined && { [keyOf(registry)]: { auth } }) };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ ...config, auths }), { mode: 0o600 });
}

/** The password for a registry; the empty one if nobody has signed in. */
export async function passwordFor(env: Environment, registry: string): Promise<string> {
  const { auths = {} } = await configIn(pathOf(env));
  return passwordOf(Object.entries(auths).find(([key]) => registryNamed(key) === registry)?.[1].auth ?? '');
}

const pathOf = ({ DOCKER_CONFIG: folder, HOME: home = '' }: Environment) =>
  join(folder === undefined || folder === '' ? join(home, '.docker') : folder, 'config.json');

const keyOf = (registry: string) => (registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry);

async function configIn(path: string): Promise<Config> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Config;
  } catch {
    return {};
  }
}
