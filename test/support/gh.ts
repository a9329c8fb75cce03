import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { personalToken, type ScratchGitHub } from './github.ts';
import { systemProgram } from './system.ts';

/** What GitHub's own command line prints, in the name of a person; it takes the embedded GitHub for a proxy. */
export async function gh({ github, site, environment }: ScratchGitHub, ...args: string[]): Promise<string> {
  const env = {
    ...environment,
    GH_HOST: 'github.localhost',
    GH_TOKEN: personalToken.token,
    GH_CONFIG_DIR: join(site.root, 'gh'),
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    http_proxy: github.url,
  };
  const program = await systemProgram('gh');
  const { stdout } = await promisify(execFile)(program, [...args, '-R', `github.localhost/${site.name}`], { env });
  return stdout;
}
