// Stands in for docker/build-push-action. kaniko unpacks the base image over its own root folder, so that it gets another
// one. FROM takes images of Docker Hub from the registry of the first tag.
// Why: docs/decisions.md D71
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const env = process.env;
const lines = (name: string) => (env[`INPUT_${name}`] ?? '').split('\n').filter((line) => line !== '');
const [tags, labels, context] = [lines('TAGS'), lines('LABELS'), lines('CONTEXT')[0] ?? '.'];
const [first = ''] = tags;
const registry = first.slice(0, first.indexOf('/'));

const root = mkdtempSync(join(env['RUNNER_TEMP'] ?? '', 'image-'));
for (const folder of ['kaniko', 'workspace', 'proc', 'dev', 'tmp', 'etc']) mkdirSync(join(root, folder));
copyFileSync(env['IMAGE_BUILDER'] ?? '', join(root, 'kaniko/executor'));
cpSync(join(env['GITHUB_WORKSPACE'] ?? '', context), join(root, 'workspace'), { recursive: true });
writeFileSync(join(root, 'dev/null'), '', { mode: 0o666 });

const isPushed = env['INPUT_PUSH'] === 'true';
const isLoaded = env['INPUT_LOAD'] === 'true';
const layout = /^type=oci,dest=(.+)$/.exec(env['INPUT_OUTPUTS'] ?? '')?.[1];
const options = [
  `--registry-map=index.docker.io=${registry}`,
  `--platform=linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
  ...tags.map((tag) => `--destination=${tag}`),
  ...labels.map((label) => `--label=${label}`),
  ...(isPushed ? [] : ['--no-push']),
  ...(isLoaded || layout !== undefined ? ['--tar-path=/kaniko/image.tar'] : []),
];
const isolated = ['--map-root-user', '--mount', '--pid', '--fork', `--mount-proc=${join(root, 'proc')}`];
const { status } = spawnSync('unshare', [...isolated, 'chroot', root, '/kaniko/executor', ...options], {
  env: { PATH: `${env['PATH']}:/usr/sbin` },
  stdio: 'inherit',
});
if (status === 0 && isLoaded)
  for (const tag of tags)
    copyFileSync(join(root, 'kaniko/image.tar'), join(env['DOCKER_IMAGES'] ?? '', encodeURIComponent(tag)));
if (status === 0 && layout !== undefined)
  spawnSync('skopeo', ['copy', `docker-archive:${join(root, 'kaniko/image.tar')}`, `oci-archive:${layout}`], {
    stdio: 'inherit',
  });
rmSync(root, { recursive: true });
process.exitCode = status ?? 1;
