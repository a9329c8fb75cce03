import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const packages = /^(?:PIP_.*|UV_.*|GO(?:PROXY|SUMDB|NOSUMDB|NOPROXY|PRIVATE|INSECURE)|npm_config_registry)$/i;

/** What jobs are told of this machine: where it gets packages, such as from a mirror. */
export const machineVariables = (env: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value !== undefined && packages.test(name) ? [[name, value]] : [])),
  );

/** The hosts of the mirrors that such variables name. */
export const mirrorsIn = (machine: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(machine).flatMap((value) =>
    value.split(/[\s,|]+/).flatMap((word) => (/^https?:/.test(word) ? (URL.parse(word)?.hostname ?? []) : [])),
  );

/** The folder in which this machine keeps the programs that jobs install. Without one, nothing is kept. */
export const toolsOf = ({ RUNNER_TOOL_CACHE: folder }: Environment): string | undefined => folder || undefined;

/**
 * Where jobs look for programs. Those of rustup find their toolchain by HOME, which a job has for itself: the programs of the
 * default toolchain stand before them.
 */
export function searchPathOf(env: Environment): string {
  const { PATH = '', HOME = '', CARGO_HOME: cargo = join(HOME, '.cargo') } = env;
  const toolchain = rustToolchain(env);
  if (toolchain === undefined) return PATH;
  const proxies = join(cargo, 'bin');
  return PATH.split(delimiter)
    .flatMap((folder) => (folder === proxies ? [toolchain, folder] : [folder]))
    .join(delimiter);
}

// https://rust-lang.github.io/rustup/overrides.html
/** The folder with the programs of the default toolchain of rustup. */
function rustToolchain({ HOME = '', RUSTUP_HOME: folder = join(HOME, '.rustup') }: Environment): string | undefined {
  const settings = join(folder, 'settings.toml');
  if (!existsSync(settings)) return undefined;
  const name = /^default_toolchain\s*=\s*"(.+)"/m.exec(readFileSync(settings, 'utf8'))?.[1];
  const programs = name === undefined ? undefined : join(folder, 'toolchains', name, 'bin');
  return programs !== undefined && existsSync(programs) ? programs : undefined;
}
