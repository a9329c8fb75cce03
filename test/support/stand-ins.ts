// What the tests perform instead of some actions of others. Each wins over what a rehearsal itself has for the action.
import { createHash } from 'node:crypto';
import { appendFile, copyFile, cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { referenceText } from '../../src/domain/images/reference.ts';
import { attest } from '../../src/rehearsal/actions/attest.ts';
import { buildAndPush } from '../../src/rehearsal/actions/build-push.ts';
import { checkout } from '../../src/rehearsal/actions/checkout.ts';
import type { StandIn, StandInCall, StandInWorld } from '../../src/rehearsal/steps/found-action.ts';
import { imageInDockerArchive, putImage, writeLayout } from './image-files.ts';

export type StandIns = Readonly<Record<string, StandIn>>;

/**
 * docker/build-push-action with a real build: kaniko unpacks the base image over its own root folder, so that it gets
 * another one. FROM takes images of Docker Hub from the registry of the first tag.
 */
// Why: docs/decisions.md D71
export const buildImage: StandIn = async ({ input, env, room, run }) => {
  const [tags, labels] = [linesOf(input('tags')), linesOf(input('labels'))];
  const { workspace, temp } = room.folders;
  const root = await mkdtemp(join(temp, 'image-'));
  for (const folder of ['kaniko', 'workspace', 'proc', 'dev', 'tmp', 'etc']) await mkdir(join(root, folder));
  await copyFile(env['IMAGE_BUILDER'] ?? '', join(root, 'kaniko/executor'));
  await cp(join(workspace, input('context', '.')), join(root, 'workspace'), { recursive: true });
  await writeFile(join(root, 'dev/null'), '', { mode: 0o666 });
  const isLoaded = input('load') === 'true';
  const layout = /^type=oci,dest=(.+)$/.exec(input('outputs'))?.[1];
  const isolated = ['--map-root-user', '--mount', '--pid', '--fork', `--mount-proc=${join(root, 'proc')}`];
  const options = [
    `--registry-map=index.docker.io=${tags[0]?.split('/')[0]}`,
    `--platform=linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
    ...tags.map((tag) => `--destination=${tag}`),
    ...labels.map((label) => `--label=${label}`),
    ...(input('push') === 'true' ? [] : ['--no-push']),
    ...(isLoaded || layout !== undefined ? ['--tar-path=/kaniko/image.tar'] : []),
  ];
  await run('unshare', [...isolated, 'chroot', root, '/kaniko/executor', ...options], {
    env: { PATH: `${env['PATH']}:/usr/sbin` },
  });
  const image = join(root, 'kaniko/image.tar');
  if (isLoaded)
    for (const tag of tags) await copyFile(image, join(env['DOCKER_IMAGES'] ?? '', encodeURIComponent(tag)));
  if (layout !== undefined) await writeLayout(imageInDockerArchive(image), layout);
  await rm(root, { recursive: true });
};

/** docker/build-push-action without a build: the made-up image of a rehearsal, where the docker of the tests finds it. */
export const makeUpImage: StandIn = (call, world) => {
  const { input, env } = call;
  const files = linesOf(input('tags')).map((tag) => join(env['DOCKER_IMAGES'] ?? '', encodeURIComponent(tag)));
  const loaded = input('load') === 'true' ? files.map((file) => `type=docker,dest=${file}`) : [];
  const given: Readonly<Record<string, string>> = { load: '', outputs: [input('outputs'), ...loaded].join('\n') };
  const pushImage: StandInWorld['pushImage'] = async (names, { root, blobs }) => {
    for (const name of names)
      await putImage(referenceText(name), {
        raw: root.bytes,
        blob: async (digest) => blobs.get(digest) ?? Buffer.of(),
      });
  };
  return buildAndPush(
    { ...call, input: (name, fallback) => given[name] ?? input(name, fallback) },
    { ...world, pushImage },
  );
};

/** sigstore/cosign-installer: its cosign knows the signatures of the promoter of the tests. */
export const installCosign: StandIn = async ({ room }) => {
  const folder = join(room.folders.temp, 'cosign');
  await mkdir(folder, { recursive: true });
  const program = `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'cosign.ts')}' "$@"\n`;
  await writeFile(join(folder, 'cosign'), program, { mode: 0o755 });
  room.path.push(folder);
};

/** actions/attest: it adds a line with digest and name to a file for each subject. */
export const attestInto =
  (file: string): StandIn =>
  async (call) => {
    const { input, room } = call;
    await attest(call);
    const named = input('subject-digest') === '' ? [] : [`${input('subject-digest')} ${input('subject-name')}`];
    const paths = await Array.fromAsync(glob(linesOf(input('subject-path')), { cwd: room.folders.workspace }));
    const built = paths.map(async (path) => {
      const bytes = await readFile(join(room.folders.workspace, path));
      return `sha256:${createHash('sha256').update(bytes).digest('hex')} ${basename(path)}`;
    });
    await appendFile(file, [...named, ...(await Promise.all(built))].map((line) => `${line}\n`).join(''));
  };

/**
 * actions/checkout of a job that is rehearsed: a repository stands for origin, which has what the jobs before would have
 * pushed. After the job it gets the tags of the job, and as a branch the commit that the job would propose.
 */
export const checkoutOf =
  (kept: string): StandIn =>
  async (call, world) => {
    const { env, input, room, run } = call;
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (input('repository', repository) !== repository) return checkout(call, world);
    const instead = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${kept}.insteadOf`,
      GIT_CONFIG_VALUE_0: `${env['GITHUB_SERVER_URL']}/${repository}`,
    };
    await checkout(
      {
        ...call,
        run: (command, args, options) => run(command, args, { ...options, env: { ...options?.env, ...instead } }),
      },
      world,
    );
    call.atEnd(() => keepRehearsed(kept, { cwd: room.folders.workspace, run }));
  };

async function keepRehearsed(kept: string, { cwd, run }: { readonly cwd: string } & Pick<StandInCall, 'run'>) {
  const git = (...args: readonly string[]) => run('git', args, { cwd, isQuiet: true });
  await git('push', '--quiet', kept, '+refs/tags/*:refs/tags/*');
  if ((await git('diff', '--name-only', 'HEAD')) === '') return;
  const person = ['-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal'];
  await git(...person, 'commit', '--quiet', '--all', '--message=Rehearsed');
  await git('push', '--quiet', kept, '+HEAD:refs/heads/proposed');
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
