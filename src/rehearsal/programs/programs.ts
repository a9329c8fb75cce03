import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ReleaseError } from '../../domain/error.ts';
import { isIn } from '../steps/shells.ts';
import { docker } from './docker.ts';
import type { ProgramCall, StandInProgram } from './program.ts';
import { skopeo } from './skopeo.ts';

const programs: Readonly<Record<string, StandInProgram>> = { docker, podman: docker, buildah: docker, skopeo };

/** The variable with the address at which the programs of a step are answered. */
export const programsVariable = 'REHEARSAL_PROGRAMS';

/**
 * Writes programs that ask the process of the rehearsal. docker is always stood in for, because nothing is built. The others are
 * only if this machine has none.
 */
export function writePrograms(folder: string, searchPath: string): void {
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'ask.mjs');
  writeFileSync(script, asking);
  for (const name of Object.keys(programs))
    if (name === 'docker' || !isIn(name, searchPath))
      writeFileSync(join(folder, name), shellScript(process.execPath, script, name), { mode: 0o755 });
}

const shellScript = (node: string, script: string, name: string) => `#!/bin/sh
NODE_OPTIONS= NODE_EXTRA_CA_CERTS= NODE_USE_ENV_PROXY= exec '${node}' '${script}' "$${programsVariable}/${name}" \
  "$HOME" "$DOCKER_CONFIG" "$GITHUB_SHA" "$@"
`;

/** Reads what it is given only if the program would do so: it may be meant for the next one. */
const asking = `import { readFileSync } from 'node:fs';
import { request } from 'node:http';
const [address, HOME, DOCKER_CONFIG, GITHUB_SHA, ...args] = process.argv.slice(2);
const isRead = args.some((one) => one === '-' || one === '--password-stdin') || (args.includes('load') && !args.some((one) => /^(-i|--input)/.test(one)));
const stdin = isRead ? readFileSync(0).toString('base64') : '';
const asked = request(address, { method: 'POST' }, async (answer) => {
  const pieces = [];
  for await (const piece of answer) pieces.push(piece);
  const { exitCode, output, said } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  process.stderr.write(said);
  process.stdout.write(Buffer.from(output, 'base64'));
  process.exitCode = exitCode;
});
asked.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
asked.end(JSON.stringify({ args, folder: process.cwd(), env: { HOME, DOCKER_CONFIG, GITHUB_SHA }, stdin }));
`;

type Asked = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
};

type Asking = Pick<ProgramCall, 'visitor' | 'world' | 'missed'> & { readonly name: string };

/** Answers a program that asks. */
export async function answerProgram(
  message: IncomingMessage,
  response: ServerResponse,
  { name, visitor, world, missed }: Asking,
): Promise<void> {
  const perform = programs[name];
  if (perform === undefined) return void response.writeHead(404).end();
  const { stdin, ...asked } = JSON.parse(await text(message)) as Asked;
  const [output, said]: [Buffer[], string[]] = [[], []];
  const call = {
    ...asked,
    stdin: Buffer.from(stdin, 'base64'),
    visitor,
    world,
    missed,
    print: (one: string | Buffer) => void output.push(typeof one === 'string' ? Buffer.from(`${one}\n`) : one),
    say: (line: string) => void said.push(`${line}\n`),
    omit: (reason: string) => visitor.speech.omit(reason, visitor.at),
  };
  const exitCode = await perform(call).catch((error: unknown) => {
    if (!(error instanceof ReleaseError)) throw error;
    said.push(`${[error.message, error.fix].filter(Boolean).join(' ')}\n`);
    return 1;
  });
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ exitCode, output: Buffer.concat(output).toString('base64'), said: said.join('') }));
}
