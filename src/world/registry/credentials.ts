import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { Environment } from '../environment.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';
import { readRegistryConfig } from './config-file.ts';
import type { Credential, RegistryConfig } from './config-file.ts';

/** What docker, podman and helm have stored for a registry. Nothing is sent to a host that is not exactly the one of the entry. */
export class RegistryCredentials {
  readonly #host: Host;
  readonly #tools: Tools;
  readonly #found = new Map<string, Promise<Credential | undefined>>();
  #configs?: Promise<readonly RegistryConfig[]>;
  constructor(host: Host, tools: Tools) {
    this.#host = host;
    this.#tools = tools;
  }

  /** The first that is found, in the order of `configFiles`; undefined if there is none. */
  for(registry: string): Promise<Credential | undefined> {
    const found = this.#found.get(registry) ?? this.#look(registry);
    this.#found.set(registry, found);
    return found;
  }

  async #look(registry: string): Promise<Credential | undefined> {
    this.#configs ??= Promise.all(configFiles(this.#host.env).map(readRegistryConfig));
    for (const config of await this.#configs) {
      const helper = config.helpers.get(registry) ?? config.store;
      const found = helper === undefined ? undefined : await this.#ask(helper, registry, config.path);
      const credential = found ?? config.credentials.get(registry);
      if (credential !== undefined) return credential;
    }
    return undefined;
  }

  /** https://github.com/docker/docker-credential-helpers#development */
  async #ask(helper: string, registry: string, path: string): Promise<Credential | undefined> {
    const program = `docker-credential-${helper}`;
    const input = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    const { code, stdout } = await this.#tools.run(program, ['get'], { input, minutes: 1 });
    if (code !== 0 && /credentials not found in native keychain/.test(stdout)) return undefined;
    const credential = code === 0 ? readAnswer(stdout) : undefined;
    if (credential !== undefined) return credential;
    const what = code === 0 ? 'printed something else than credentials' : `ended with exit code ${code}`;
    throw new ReleaseError(`${program}, which ${path} names for ${registry}, ${what}.`, {
      fix: `Run "echo ${input} | ${program} get" on this machine to see why. Its output is not shown here: it may have a password in it.`,
    });
  }
}

/** An access token for the registry itself has the name `<token>`. */
function readAnswer(text: string): Credential | undefined {
  const { Username: user, Secret: secret } = parsed(text) as { readonly [name: string]: unknown };
  if (typeof user !== 'string' || typeof secret !== 'string') return undefined;
  return user === '<token>' ? { kind: 'identity', token: secret } : { kind: 'password', user, password: secret };
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // the error would show a part of the text
  }
}

// Why: docs/decisions.md D52
/** Podman's file if it is named, then those of docker, helm and podman. */
function configFiles(env: Environment): readonly string[] {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const named = (name: string) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
  const inHome = (...parts: readonly string[]) => (home === '' ? [] : [join(home, ...parts)]);
  const [docker] = named('DOCKER_CONFIG');
  const [settings] = [...named('XDG_CONFIG_HOME'), ...inHome('.config')];
  return [
    ...named('REGISTRY_AUTH_FILE'),
    ...(docker === undefined ? inHome('.docker', 'config.json') : [join(docker, 'config.json')]),
    ...(named('HELM_REGISTRY_CONFIG').length > 0 ? named('HELM_REGISTRY_CONFIG') : helmFiles(env, settings, inHome)),
    ...named('XDG_RUNTIME_DIR').map((folder) => join(folder, 'containers', 'auth.json')),
    ...(settings === undefined ? [] : [join(settings, 'containers', 'auth.json')]),
  ];
}

/** https://helm.sh/docs/helm/helm/ */
function helmFiles(
  env: Environment,
  settings: string | undefined,
  inHome: (...parts: readonly string[]) => readonly string[],
): readonly string[] {
  const named = env['HELM_CONFIG_HOME'];
  if (named !== undefined && named !== '') return [join(named, 'registry', 'config.json')];
  if (process.platform === 'darwin') return inHome('Library', 'Preferences', 'helm', 'registry', 'config.json');
  const folder = process.platform === 'win32' ? env['APPDATA'] : settings;
  return folder === undefined ? [] : [join(folder, 'helm', 'registry', 'config.json')];
}
