import { describe, expect, it } from 'vitest';
import { parseReference } from '../../src/domain/images/reference.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { linesOf } from '../../src/verification/finding.ts';
import { imageFindings, imagesIn, type PushedImage, pushes } from '../../src/verification/images.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { addImage } from '../support/registry.ts';
import { verified } from '../support/verified.ts';

const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] as const;
const at = { file: '.github/workflows/release.yml', line: 9 };
const image = (name: string, more: Partial<PushedImage> = {}): PushedImage => ({
  reference: parseReference(name),
  found: one,
  doubt: undefined,
  at,
  ...more,
});
const release = { tag: 'v1.2.0', commit: 'abcdef0123456789', repository: 'org/project', notes: '', verified: [] };
const app = 'ghcr.io/org/app:1.2.0';
const attested = `  If it was attested, this proves it: gh attestation verify oci://${app} --repo org/project`;

describe('the image of a build', () => {
  it.each<[what: string, images: readonly PushedImage[], lines: readonly string[], more?: Partial<typeof release>]>([
    [
      'agrees with the digest in the notes',
      [image(app)],
      [`✓ image ${app}: sha256:111111111111, as the release has it`],
      { notes: `Pull ghcr.io/org/app@${one}` },
    ],
    [
      'differs from the digest in the notes',
      [image(app)],
      [
        `✗ Image ${app} is sha256:111111111111, but the release has sha256:222222222222.`,
        '  Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
      ],
      { notes: `Pull ${app}@${two}` },
    ],
    [
      'is not compared with the digest of another image, or of another tag',
      [image(app)],
      [
        `– image ${app} (release.yml:9): there, with sha256:111111111111, but nothing that is read here recorded the digest on the day of the release`,
        attested,
      ],
      { notes: `ghcr.io/org/app2@${two} and ghcr.io/org/app:1.1.0@${two} and org/app@${two}` },
    ],
    [
      'is missing',
      [image(app, { found: undefined })],
      [
        `✗ There is no image ${app}, which the workflow pushes.`,
        '  Find out who deleted it. Look whether another tag still has it, before the registry removes it for good.',
      ],
    ],
    [
      'is missing, which may be right',
      [image(app, { found: undefined, doubt: 'its condition is not known: it takes vars.PUSH' })],
      [
        `– image ${app} (release.yml:9): not there, and it is not known whether it was pushed: its condition is not known: it takes vars.PUSH`,
      ],
    ],
    [
      'cannot be asked for',
      [image(app, { found: new ReleaseError('ghcr.io refused: 403.', { fix: 'Sign in.' }) })],
      [`– image ${app} (release.yml:9): not verified, because ghcr.io refused: 403.`, '  Sign in.'],
    ],
    [
      'has the same digest in two tags of the release, and a tag that went on',
      [image(app), image('ghcr.io/org/app:sha-abcdef0'), image('ghcr.io/org/app:latest', { found: two })],
      [
        `✓ image ${app}: sha256:111111111111, as image ghcr.io/org/app:sha-abcdef0 has it`,
        `✓ image ghcr.io/org/app:sha-abcdef0: sha256:111111111111, as image ${app} has it`,
        `– image ghcr.io/org/app:latest (release.yml:9): now sha256:222222222222, while image ${app} has sha256:111111111111`,
      ],
    ],
    [
      'has other digests in two tags of the release',
      [image(app), image('ghcr.io/org/app:v1.2.0', { found: two })],
      [
        `✗ Image ${app} is sha256:111111111111, but image ghcr.io/org/app:v1.2.0 has sha256:222222222222.`,
        '  Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
        `✗ Image ghcr.io/org/app:v1.2.0 is sha256:222222222222, but image ${app} has sha256:111111111111.`,
        '  Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
      ],
    ],
    [
      'of another build is no record',
      [image(app), image('ghcr.io/org/other:1.2.0', { found: two, at: { ...at, line: 20 } })],
      [
        `– image ${app} (release.yml:9): there, with sha256:111111111111, but nothing that is read here recorded the digest on the day of the release`,
        attested,
        '– image ghcr.io/org/other:1.2.0 (release.yml:20): there, with sha256:222222222222, but nothing that is read here recorded the digest on the day of the release',
        attested.replace(app, 'ghcr.io/org/other:1.2.0'),
      ],
    ],
    [
      'that does not name the version may have been removed',
      [image('ghcr.io/org/app:edge', { found: undefined })],
      [
        '– image ghcr.io/org/app:edge (release.yml:9): not there: the tag does not name the version, so that it may have been removed since',
      ],
    ],
    [
      'has the digest of a promoted one',
      [image('ghcr.io/org/staging/app:1.2.0')],
      [`✓ image ghcr.io/org/staging/app:1.2.0: sha256:111111111111, as image ${app} has it`],
      { verified: [{ reference: app, digest: one, what: `image ${app}` }] as never },
    ],
  ])('%s', (_, images, lines, more = {}) => {
    expect(imageFindings(images, { ...release, ...more }).flatMap(linesOf)).toEqual(lines);
  });
});

it('knows what docker/build-push-action pushes, under which names', () => {
  expect(
    [{ push: 'true' }, { outputs: 'type=image,name=a,push=true' }, { outputs: 'type=registry' }].map(pushes),
  ).toEqual([true, true, true]);
  expect([{}, { push: 'false' }, { load: 'true' }, { outputs: 'type=oci,dest=a.tar' }].map(pushes)).not.toContain(true);
  expect(imagesIn({ tags: 'ghcr.io/org/app:1,localhost:5000/a:2\norg/app:3' })).toEqual(
    ['ghcr.io/org/app:1', 'localhost:5000/a:2', 'docker.io/org/app:3'].map(parseReference),
  );
});

it('asks the registry for what a workflow without any promotion pushes', async () => {
  await using registry = await startRegistry();
  const { host } = registry;
  const workflow = `on: { push: { tags: ['v*'] } }
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - { id: meta, uses: docker/metadata-action@v5, with: { images: '${host}/org/app', tags: "type=semver,pattern={{version}}\\ntype=sha" } }
      - { id: build, uses: docker/build-push-action@v6, with: { push: true, tags: '\${{ steps.meta.outputs.tags }}' } }
      - { name: Local, uses: docker/build-push-action@v6, with: { tags: '${host}/org/local:1' } }
      - { name: Debug, uses: docker/build-push-action@v6, with: { push: true, tags: '\${{ vars.DEBUG }}' } }
      - { name: Odd, uses: docker/build-push-action@v6, with: { push: true, tags: '${host}/org/app:' } }
      - { name: By digest, uses: docker/build-push-action@v6, with: { outputs: 'type=image,push-by-digest=true,push=true' } }
      - { uses: org/release-actions/await-image@v1, with: { images: '${host}/org/app@\${{ steps.build.outputs.digest }}' } }
      - { uses: org/release-actions/await-image@v1, with: { images: '${host}/org/app@\${{ steps.build.outputs.imageid }}' } }
      - { name: Baked, uses: org/release-actions/await-image@v1, with: { images: '\${{ steps.meta.outputs.bake-file }}' } }
`;
  await using repo = await scratchGitHub({ '.github/workflows/release.yml': workflow });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const sha = await repo.head();
  const { digest } = await addImage(registry, 'org/app', { tag: '1.0.0', layers: ['a'] });
  const shown = digest.slice(0, 19);
  const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
  const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
  expect(findings.flatMap(linesOf).slice(2)).toEqual([
    '– image of "Debug" (release.yml:9): not verified, because it takes vars.DEBUG from the variables of the repository: give it with --var DEBUG=VALUE',
    '– image of "Odd" (release.yml:10): not verified, because "" is not a tag of an image.',
    '– image of "By digest" (release.yml:11): not verified, because no tag names it',
    `✓ image ${host}/org/app@${digest}: ${shown}`,
    '– await-image (release.yml:13): not verified, because it takes steps.build.outputs.imageid from the step "docker/build-push-action" (release.yml:7)',
    '– await-image "Baked" (release.yml:14): not verified, because it takes steps.meta.outputs.bake-file from the step "docker/metadata-action" (release.yml:6)',
    `– image ${host}/org/app:1.0.0 (release.yml:7): there, with ${shown}, but nothing that is read here recorded the digest on the day of the release`,
    `  If it was attested, this proves it: gh attestation verify oci://${host}/org/app:1.0.0 --repo org/project`,
    `✗ There is no image ${host}/org/app:sha-${sha.slice(0, 7)}, which the workflow pushes.`,
    '  Find out who deleted it. Look whether another tag still has it, before the registry removes it for good.',
    `– image ${host}/org/app:latest (release.yml:7): not there: the tag does not name the version, so that it may have been removed since`,
  ]);
});

it('asks for the image of a workflow that has no action of this project', async () => {
  await using registry = await startRegistry();
  const name = `${registry.host}/org/app`;
  await using repo = await scratchGitHub({
    '.github/workflows/release.yml': `on: { push: { tags: ['v*'] } }
jobs:
  image:
    runs-on: ubuntu-latest
    steps: [{ uses: docker/build-push-action@v6, with: { push: true, tags: '${name}:\${{ github.ref_name }}' } }]
`,
  });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
  const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
  expect(findings.flatMap(linesOf)).toContain(`✗ There is no image ${name}:v1.0.0, which the workflow pushes.`);
});
