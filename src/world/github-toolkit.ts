import { getOctokitOptions, GitHub } from '@actions/github/lib/utils';

type Options = NonNullable<Parameters<typeof getOctokitOptions>[1]>;
export type Plugin = Parameters<typeof GitHub.plugin>[0];

/** The toolkit's client as scripts of actions/github-script get it: at the address that the runner names. */
export function openToolkit(token: string, options: Options, plugins: readonly Plugin[]): InstanceType<typeof GitHub> {
  return new (GitHub.plugin(...plugins))(getOctokitOptions(token, options));
}
