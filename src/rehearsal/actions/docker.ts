import { attempt, ReleaseError } from '../../domain/error.ts';
import { keepPassword, registryNamed } from '../images/passwords.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import { UnknownExpression } from './image-expressions.ts';
import { imageMetadata } from './image-metadata.ts';

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

type Event = {
  readonly base_ref?: string | null;
  readonly pull_request?: { readonly base?: { readonly ref?: string } };
  readonly repository?: { readonly default_branch?: string };
};

/** docker/metadata-action: the tags and labels of an image, as outputs and as variables of later steps. */
export async function metadata({ input, env, output, room, speech }: StandInCall): Promise<void> {
  const { event = {} } = room.contexts['github'] as { readonly event?: Event };
  const situation = {
    event: env['GITHUB_EVENT_NAME'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    shortLength: Number(env['DOCKER_METADATA_SHORT_SHA_LENGTH'] ?? 7),
    defaultBranch: event.repository?.default_branch,
    baseRef: event.base_ref?.replace(/^refs\/heads\//, '') ?? event.pull_request?.base?.ref ?? '',
    date: new Date(),
  };
  const name = env['GITHUB_REPOSITORY'] ?? '';
  const address = `${env['GITHUB_SERVER_URL']}/${name}`;
  const annotationLevels = env['DOCKER_METADATA_ANNOTATIONS_LEVELS'];
  const made = attempt(() => imageMetadata(input, situation, { name, address, annotationLevels }));
  if (made instanceof UnknownExpression)
    return void (speech.notPerformed = `the value of ${made.expression} is not known here`);
  if (made instanceof ReleaseError) throw made;
  const { outputs, warnings } = made;
  for (const message of warnings) speech.annotate({ kind: 'warning', message, at: undefined });
  for (const [key, value] of Object.entries(outputs)) {
    output(key, value);
    if (env['DOCKER_METADATA_SET_OUTPUT_ENV'] !== 'false')
      room.env[`DOCKER_METADATA_OUTPUT_${key.replaceAll('-', '_').toUpperCase()}`] = value;
  }
}
