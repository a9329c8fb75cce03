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
