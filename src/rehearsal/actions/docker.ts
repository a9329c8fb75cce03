import { ReleaseError } from '../../domain/error.ts';
import { keepPassword, registryNamed } from '../images/passwords.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import { metadataOutputs } from './image-tags.ts';

/** docker/login-action: no registry is asked. The password is kept for the other programs of the job. */
export async function login({ input, speech, room, env, atEnd }: StandInCall, world: StandInWorld): Promise<void> {
  for (const name of ['username', 'password'])
    if (input(name) === '')
      throw new ReleaseError(`The input ${name} is empty.`, { fix: 'Set the secret that it names.' });
  room.masks.add(input('password'));
  const registry = registryNamed(input('registry'));
  if (!world.isPassword(registry, input('password')))
    throw new ReleaseError(`The token of a job is no password of ${registry}.`, {
      fix: 'Give the password from a secret.',
    });
  await keepPassword(env, registry, { user: input('username'), password: input('password') });
  if (input('logout', 'true') === 'true') atEnd(() => keepPassword(env, registry, undefined));
  speech.say(`A rehearsal logs in to no registry: ${registry} is not asked.`);
}

/** docker/setup-buildx-action and docker/setup-qemu-action: nothing has to be set up. */
export async function setUpBuilder({ output }: StandInCall): Promise<void> {
  output('name', 'rehearsal');
  output('platforms', 'linux/amd64,linux/arm64');
}

/** docker/metadata-action: the tags and labels of an image, by the rules that release workflows use. */
export async function metadata({ input, env, output }: StandInCall): Promise<void> {
  for (const [name, value] of Object.entries(metadataOutputs(input, env))) output(name, value);
}
