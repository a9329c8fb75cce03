import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { omission } from './speech.ts';

type Left = {
  readonly what: string;
  readonly exitCode: number;
  /** The commands that are left out. Without them, all are. */
  readonly commands?: readonly string[];
};

const machine = 'changed this machine';
const elsewhere = 'connected to another machine';

/**
 * Programs that are left out, and how they end. Changes to the machine itself are for a runner that is thrown away, and not for
 * the machine of a person. What connects by SSH would reach the real servers, because it obeys no proxy.
 */
const leftOut: Readonly<Record<string, Left>> = {
  brew: {
    what: machine,
    exitCode: 0,
    commands: ['bundle', 'install', 'link', 'reinstall', 'services', 'tap', 'uninstall', 'unlink', 'update', 'upgrade'],
  },
  sudo: { what: machine, exitCode: 0 },
  ssh: { what: elsewhere, exitCode: 255 },
  'ssh-keyscan': { what: elsewhere, exitCode: 0 },
  scp: { what: elsewhere, exitCode: 255 },
  sftp: { what: elsewhere, exitCode: 255 },
};

function scriptFor(name: string, { what, exitCode, commands }: Left): string {
  const leave = `echo "::${omission}::it would have ${what}: ${name} $*" >&2\nexit ${exitCode}\n`;
  if (commands === undefined) return `#!/bin/sh\n${leave}`;
  return `#!/bin/sh\ncase "$1" in ${commands.join('|')})\n${leave}esac\n${realProgram(name)}`;
}

/** corepack would write yarn and pnpm beside the Node of this machine. */
const corepack = `#!/bin/sh
case "$1" in enable|disable)
  command=$1
  shift
  mkdir -p "$npm_config_prefix/bin"
  set -- "$command" --install-directory "$npm_config_prefix/bin" "$@"
esac
${realProgram('corepack')}`;

/** Becomes the next program of that name on the PATH. */
function realProgram(name: string): string {
  return `rest=$PATH:
while [ -n "$rest" ]; do
  folder=\${rest%%:*}
  rest=\${rest#*:}
  if [ "$folder" != "\${0%/*}" ] && [ -x "$folder/${name}" ]; then exec "$folder/${name}" "$@"; fi
done
echo "::${omission}::this machine has no ${name}" >&2
exit 127
`;
}

/** Writes the programs that are found instead of those of this machine. Returns their folder. */
export function ownPrograms(root: string): string {
  const folder = join(root, 'programs');
  mkdirSync(folder, { recursive: true });
  const scripts = Object.entries(leftOut).map(([name, left]) => [name, scriptFor(name, left)] as const);
  for (const [name, script] of [...scripts, ['corepack', corepack] as const])
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  return folder;
}
