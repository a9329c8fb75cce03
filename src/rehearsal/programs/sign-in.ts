import { ReleaseError } from '../../domain/error.ts';
import { keepPassword, registryNamed } from '../images/passwords.ts';
import { optionsOf } from './options.ts';
import type { ProgramCall } from './program.ts';

/** `docker login` and its kind. */
export async function signIn(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, {
    valued: ['-u --username', '-p --password', '--authfile', '--cert-dir'],
    flags: ['--password-stdin', '--tls-verify', '-v --verbose', '--get-login'],
  });
  const registry = registryNamed(options.operands[0] ?? '');
  const given = options.has('--password-stdin') ? call.stdin.toString('utf8').replace(/\r?\n$/, '') : undefined;
  const [user, password] = [options.one('--username'), given ?? options.one('--password')];
  if (user === undefined || password === undefined)
    throw new ReleaseError('Cannot perform an interactive login from a non TTY device');
  if (!call.world.isPassword(registry, password))
    throw new ReleaseError(`Get "https://${registry}/v2/": unauthorized: incorrect username or password`);
  await keepPassword(call.env, registry, { user, password });
  call.print('Login Succeeded');
  return 0;
}

export async function signOut(call: ProgramCall, args: readonly string[]): Promise<number> {
  const registry = registryNamed(args.find((word) => !word.startsWith('-')) ?? '');
  await keepPassword(call.env, registry, undefined);
  call.print(`Removing login credentials for ${registry}`);
  return 0;
}
