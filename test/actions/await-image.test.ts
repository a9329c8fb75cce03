import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import awaitImage from '../../actions/await-image/action.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../src/embedded/registry/server.ts';
import { perform, type PerformOptions, refusal, succeed } from '../support/perform.ts';
import { addImage, addManifest, type Descriptor, types } from '../support/registry.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

const absent = `sha256:${'a'.repeat(64)}`;
const platform = (text: string) => {
  const [os = '', architecture = '', variant] = text.split('/');
  return { os, architecture, ...(variant !== undefined && { variant }) };
};

type World = { readonly registry: Registry; readonly repo: ScratchRepository };

/** A registry, and a folder in which the action runs. */
async function inWorld(test: (world: World) => Promise<void>, options: RegistryOptions = {}): Promise<void> {
  await using registry = await startRegistry(options);
  await using repo = await scratchRepository({ 'README.md': 'app' });
  await test({ registry, repo });
}

async function addIndex(
  registry: Registry,
  name: string,
  tag: string,
  platforms: readonly string[],
): Promise<Descriptor> {
  const manifests = await Promise.all(
    platforms.map(async (text) => ({
      ...(await addImage(registry, name, { layers: [text], config: platform(text) })),
      platform: platform(text),
    })),
  );
  const attestation = { ...(manifests[0] ?? { digest: '' }), platform: { os: 'unknown', architecture: 'unknown' } };
  return addManifest(registry, name, {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests: [...manifests, attestation] },
    tag,
  });
}

const imagesIn = (outputs: Readonly<Record<string, string>>): readonly Readonly<Record<string, unknown>>[] =>
  JSON.parse(outputs['images'] ?? '') as never;

describe('an image that is there', () => {
  it('is told with its digest and its platforms', () =>
    inWorld(async ({ registry, repo }) => {
      const { digest } = await addIndex(registry, 'org/app', 'v1', ['linux/amd64', 'linux/arm64/v8', 'linux/arm/v7']);
      const reference = `${registry.host}/org/app:v1`;
      const inputs = { images: reference, platforms: 'linux/amd64,linux/arm64\nlinux/arm/v7' };
      const { outputs, outcome } = await perform(awaitImage, repo, { inputs });
      expect(outcome.failure).toBeUndefined();
      expect(imagesIn(outputs)).toEqual([
        {
          reference,
          digest,
          mediaType: types.index,
          platforms: ['linux/amd64', 'linux/arm64', 'linux/arm'],
          referrers: [],
          signed: 'none',
        },
      ]);
      expect(outcome.facts).toEqual([{ name: reference, value: `${digest}\nlinux/amd64, linux/arm64, linux/arm` }]);
    }));

  it('has the platform of its configuration, if it is for a single one', () =>
    inWorld(async ({ registry, repo }) => {
      await addImage(registry, 'org/app', { tag: 'v1', config: { os: 'linux', architecture: 'arm64' } });
      const inputs = { images: `${registry.host}/org/app:v1`, platforms: 'linux/arm64' };
      expect(imagesIn(await succeed(awaitImage, repo, { inputs }))).toMatchObject([{ platforms: ['linux/arm64'] }]);
    }));

  it('may be several ones, by tag, by digest and by both', () =>
    inWorld(async ({ registry, repo }) => {
      const { digest } = await addImage(registry, 'org/app', { tag: 'v1' });
      const references = [`org/app:v1`, `org/app@${digest}`, `org/app:v1@${digest}`].map(
        (one) => `${registry.host}/${one}`,
      );
      const images = imagesIn(await succeed(awaitImage, repo, { inputs: { images: references.join('\n') } }));
      expect(images.map((one) => [one['reference'], one['digest']])).toEqual(references.map((one) => [one, digest]));
    }));

  it('is found where manifests are redirected, and referrers are not answered, as at registry.k8s.io', () =>
    inWorld(
      async ({ registry, repo }) => {
        const { digest } = await addIndex(registry, 'pause', '3.10', ['linux/amd64']);
        const inputs = { images: `${registry.host}/pause:3.10`, platforms: 'linux/amd64' };
        expect(imagesIn(await succeed(awaitImage, repo, { inputs }))).toMatchObject([{ digest, referrers: [] }]);
      },
      { settings: { referrers: false, catalog: false, readOnly: true, openPing: true } },
    ));

  it('needs no platforms if it is a chart', () =>
    inWorld(async ({ registry, repo }) => {
      await addChart(registry);
      const reference = `${registry.host}/charts/app:1.0.0`;
      const { outcome } = await perform(awaitImage, repo, { inputs: { images: reference, platforms: 'linux/amd64' } });
      expect([outcome.failure, outcome.notes]).toEqual([
        undefined,
        [`${reference} is no image (application/vnd.cncf.helm.config.v1+json), so that it has no platforms`],
      ]);
    }));
});

async function addChart(registry: Registry): Promise<void> {
  const bytes = Buffer.from('{"name":"app"}');
  const config = {
    mediaType: 'application/vnd.cncf.helm.config.v1+json',
    digest: await registry.addBlob('charts/app', bytes),
    size: bytes.length,
  };
  addManifest(registry, 'charts/app', {
    manifest: { schemaVersion: 2, mediaType: types.image, config, layers: [] },
    tag: '1.0.0',
  });
}

describe('an image that is not there', () => {
  it('is waited for', () =>
    inWorld(async ({ registry, repo }) => {
      const options = { inputs: { images: `${registry.host}/org/app:v1`, wait: '20s' }, pace: 0.01 };
      const run = perform(awaitImage, repo, options);
      while (registry.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
      const { digest } = await addImage(registry, 'org/app', { tag: 'v1' });
      const { outputs, log, outcome } = await run;
      expect(outcome.failure).toBeUndefined();
      expect(imagesIn(outputs)).toMatchObject([{ digest }]);
      expect(log).toContain(`Waiting: image ${registry.host}/org/app:v1`);
    }));

  it('fails the run in the end, with every other one that is missing', () =>
    inWorld(async ({ registry, repo }) => {
      const images = [`${registry.host}/org/app:v1`, `${registry.host}/org/other@${absent}`];
      expect(await refusal(awaitImage, repo, { inputs: { images: images.join('\n') } })).toBe(
        images
          .flatMap((one) => [
            `Missing: image ${one}.`,
            'Find out whether its build has failed or is still running. To wait for it, set wait: 30m.',
          ])
          .join('\n'),
      );
    }));
});

describe('an answer that is none', () => {
  it.each([
    [
      'a page instead of the list of referrers',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ],
    ['a limit of GitHub', { status: 403, headers: { 'retry-after': '0' }, body: '{}' }],
    ['too many requests', { status: 429, headers: {}, body: '' }],
  ])('%s is asked for again', (_, answer) => {
    let isFirst = true;
    const fault: RegistryOptions['fault'] = ({ path }) => {
      if (!path.includes('/referrers/') || !isFirst) return undefined;
      isFirst = false;
      return answer;
    };
    return inWorld(
      async ({ registry, repo }) => {
        await addImage(registry, 'org/app', { tag: 'v1' });
        await succeed(awaitImage, repo, { inputs: { images: `${registry.host}/org/app:v1` } });
        expect(registry.requests.filter(({ path }) => path.includes('/referrers/'))).toHaveLength(2);
      },
      { fault },
    );
  });
});

describe('what no waiting can mend is refused at once', () => {
  const wait = '1h';

  it('another digest', () =>
    inWorld(async ({ registry, repo }) => {
      const { digest } = await addImage(registry, 'org/app', { tag: 'v1' });
      const tag = `${registry.host}/org/app:v1`;
      expect(await refusal(awaitImage, repo, { inputs: { images: `${tag}@${absent}`, wait } })).toBe(
        `${tag} is ${digest}, not ${absent}.\nSomething else was pushed with this tag. Find out which of the two was tested, and name its digest.`,
      );
    }));

  it('a missing platform, also if another image is not there yet', () =>
    inWorld(async ({ registry, repo }) => {
      await addIndex(registry, 'org/app', 'v1', ['linux/amd64', 'linux/s390x']);
      const tag = `${registry.host}/org/app:v1`;
      const inputs = { images: `${registry.host}/org/app:v2\n${tag}`, platforms: 'linux/amd64\nlinux/arm64', wait };
      expect(await refusal(awaitImage, repo, { inputs })).toBe(
        `${tag} has no image for linux/arm64, only for linux/amd64 and linux/s390x.\nBuild the image for all platforms and push it with a new tag, or remove what it is not made for from platforms.`,
      );
    }));

  it('an image whose configuration names no platform', () =>
    inWorld(async ({ registry, repo }) => {
      await addImage(registry, 'org/app', { tag: 'v1', config: {} });
      const tag = `${registry.host}/org/app:v1`;
      expect(await refusal(awaitImage, repo, { inputs: { images: tag, platforms: 'linux/amd64', wait } })).toBe(
        `${tag} has no image for linux/amd64, and names none that it has.\nBuild the image for all platforms and push it with a new tag, or remove what it is not made for from platforms.`,
      );
    }));

  it('a configuration that is none', () =>
    inWorld(async ({ registry, repo }) => {
      const { digest } = await addImage(registry, 'org/app', { tag: 'v1', config: { os: 5 } });
      const inputs = { images: `${registry.host}/org/app:v1`, wait };
      expect(await refusal(awaitImage, repo, { inputs })).toBe(
        `The configuration of ${registry.host}/org/app:v1@${digest} cannot be read: os is 5, not a text.\nFind out what has built this image.`,
      );
    }));
});

describe('signatures', () => {
  const withImage = async (registry: Registry) => {
    const { digest } = await addImage(registry, 'org/app', { tag: 'v1' });
    return { digest, tag: `${registry.host}/org/app:v1` };
  };
  const sign = async (registry: Registry, how: 'referrer' | 'fallback' | 'sig' | 'att', digest: string) => {
    const subject = { mediaType: types.image, digest, size: 1 };
    const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
    if (how === 'referrer')
      return addImage(registry, 'org/app', { layers: ['bundle'], fields: { subject, artifactType } });
    if (how !== 'fallback')
      return addImage(registry, 'org/app', { layers: [how], tag: `${digest.replace(':', '-')}.${how}` });
    const signature = await addImage(registry, 'org/app', { layers: ['bundle'], fields: { subject, artifactType } });
    const manifests = [{ ...signature, artifactType }];
    return addManifest(registry, 'org/app', {
      manifest: { schemaVersion: 2, mediaType: types.index, manifests },
      tag: digest.replace(':', '-'),
    });
  };

  it.each([
    ['referrer', true],
    ['fallback', false],
    ['sig', true],
    ['sig', false],
    ['att', false],
  ] as const)('are found: %s, API of referrers: %s', (how, referrers) =>
    inWorld(
      async ({ registry, repo }) => {
        const { digest, tag } = await withImage(registry);
        await sign(registry, how, digest);
        const { outputs, outcome } = await perform(awaitImage, repo, { inputs: { images: tag, signed: 'true' } });
        expect(outcome.failure).toBeUndefined();
        expect(imagesIn(outputs)).toMatchObject([{ signed: 'present', referrers: [expect.anything()] }]);
        expect(outcome.notes).toEqual([`${tag} has a signature, which was not verified: signed-by is not set`]);
      },
      { settings: { referrers } },
    ),
  );

  it('are waited for', () =>
    inWorld(async ({ registry, repo }) => {
      const { tag } = await withImage(registry);
      expect(await refusal(awaitImage, repo, { inputs: { images: tag, signed: 'true' } })).toBe(
        `Missing: signature of ${tag}.\nFind out whether the image is signed where it is built or promoted. To wait for that, set wait: 30m.`,
      );
    }));

  it('are not seen in the image itself, with which GitLab answers for tags such as sha256-…', () =>
    inWorld(
      async ({ registry, repo }) => {
        const { tag } = await withImage(registry);
        expect(imagesIn(await succeed(awaitImage, repo, { inputs: { images: tag } }))).toMatchObject([
          { signed: 'none', referrers: [] },
        ]);
      },
      { settings: { referrers: false, digestAsTag: true } },
    ));

  /** A cosign that accepts what is asked in the right way. */
  const withCosign = async ({ repo }: World, script: string): Promise<PerformOptions> => {
    const bin = join(repo.folder, '../bin-of-cosign');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'cosign'), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, 'cosign'), 0o755);
    return { env: { PATH: `${bin}:${process.env['PATH']}`, COSIGN_PASSWORD: 'secret' } };
  };

  it.each([
    ['cosign.pub', '--key cosign.pub'],
    [
      'krel@example.org https://accounts.example.org',
      '--certificate-identity krel@example.org --certificate-oidc-issuer https://accounts.example.org',
    ],
  ])('are verified by cosign, if it is there: %s', (signer, options) =>
    inWorld(async (world) => {
      const { registry, repo } = world;
      const { digest, tag } = await withImage(registry);
      await sign(registry, 'sig', digest);
      const expected = `verify ${options} --allow-http-registry -- ${registry.host}/org/app@${digest}`;
      const { env = {} } = await withCosign(world, `test "$*" = '${expected}' && test -z "$COSIGN_PASSWORD"`);
      const outputs = await succeed(awaitImage, repo, { inputs: { images: tag, 'signed-by': signer }, env });
      expect(imagesIn(outputs)).toMatchObject([{ signed: 'verified' }]);
    }),
  );

  it('are refused if cosign does not accept them', () =>
    inWorld(async (world) => {
      const { registry, repo } = world;
      const { digest, tag } = await withImage(registry);
      await sign(registry, 'sig', digest);
      const { env = {} } = await withCosign(world, 'echo "no matching signatures" >&2; exit 12');
      const fix =
        'Find out who has signed it: run "cosign verify" yourself. Do not release an image that somebody else has signed.';
      expect(await refusal(awaitImage, repo, { inputs: { images: tag, 'signed-by': 'cosign.pub' }, env })).toBe(
        `cosign accepts no signature of ${tag} by the key "cosign.pub": "no matching signatures"\n${fix}`,
      );
      const inputs = { images: tag, 'signed-by': 'a@example.org https://issuer.example.org' };
      const { env: silent = {} } = await withCosign(world, 'exit 1');
      expect(await refusal(awaitImage, repo, { inputs, env: silent })).toBe(
        `cosign accepts no signature of ${tag} by a@example.org (https://issuer.example.org): "It printed nothing."\n${fix}`,
      );
    }));

  it('are present, and not verified, if cosign is not there', () =>
    inWorld(async (world) => {
      const { registry, repo } = world;
      const { digest, tag } = await withImage(registry);
      await sign(registry, 'sig', digest);
      const { outcome } = await perform(awaitImage, repo, { inputs: { images: tag, 'signed-by': 'cosign.pub' } });
      expect([outcome.failure, outcome.notes]).toEqual([
        undefined,
        [`${tag} has a signature, which was not verified: cosign is not on PATH`],
      ]);
    }));
});

describe('inputs', () => {
  it.each([
    [
      { images: '' },
      'Input images is required.\nThe images, one per line, such as ghcr.io/org/app:v1.2.3. If @sha256:… stands behind a tag, the tag must have that digest.',
    ],
    [
      { images: 'localhost:1/a:v1\nlocalhost:1/a:v1' },
      'Input images names localhost:1/a:v1 twice.\nRemove one of the two lines.',
    ],
    [
      { images: 'localhost:1/a:v1', 'signed-by': 'a b c' },
      'Input signed-by is "a b c", which names no signer.\nGive the file of a public key, such as cosign.pub, or an identity and its issuer, such as release@example.org https://accounts.google.com',
    ],
  ])('%o', (inputs, said) =>
    inWorld(async ({ repo }) => expect(await refusal(awaitImage, repo, { inputs })).toBe(said)),
  );
});
