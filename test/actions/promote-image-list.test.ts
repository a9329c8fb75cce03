import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import promoteImage from '../../actions/promote-image/action.ts';
import type { Registry } from '../../src/embedded/registry/server.ts';
import { fork, merge, pullsOf } from '../support/list-proposals.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import {
  addApp,
  addChart,
  addOld,
  list,
  listText,
  manifest,
  manifestText,
  old,
  type PromotionWorld,
  promotionWorld,
  released,
} from '../support/promotion-world.ts';
import { addManifest, sha256, types } from '../support/registry.ts';

const branch = 'staging-v1.1.0-image-promotion';

/** The list in the fork. */
async function proposed({ project }: PromotionWorld, path = list): Promise<string> {
  const origin = project.scratch.origin.replace('kubernetes/k8s.io', fork);
  return project.git('--git-dir', origin, 'show', `${branch}:${path}`);
}

const emptyIndex = { schemaVersion: 2, mediaType: types.index, manifests: [] };

type More = Readonly<Record<string, string>>;
const run = (world: PromotionWorld, more: More = {}) => succeed(promoteImage, world.project, released(world, more));
const refused = (world: PromotionWorld, more: More = {}) => refusal(promoteImage, world.project, released(world, more));
const pendingOf = (outputs: More): unknown => JSON.parse(outputs['pending'] ?? '');

/** The names and tags that a run promotes. */
const promotedBy = (outputs: More) =>
  (JSON.parse(outputs['images'] ?? '') as { name: string; tag: string }[]).map(({ name, tag }) => `${name}:${tag}`);

/** What everybody sees that nothing was written. */
async function expectNothingWritten({ project }: PromotionWorld) {
  expect(await pullsOf(project, 'all')).toEqual([]);
  const origin = project.scratch.origin.replace('kubernetes/k8s.io', fork);
  expect(await project.git('--git-dir', origin, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
}

describe('via: pull-request', () => {
  it('proposes the staged digest, and is pending until production serves it', async () => {
    await using world = await promotionWorld();
    const { staging, production, project, places } = world;
    const { digest } = await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    const outputs = await run(world);
    expect(JSON.parse(outputs['images'] ?? '')).toEqual([{ name: 'app', tag: 'v1.1.0', digest }]);
    expect(outputs).toMatchObject({ 'pull-request-number': '1', changed: 'true' });
    expect(pendingOf(outputs)).toEqual([expect.stringMatching(/^(?:the pull request|pull request #1) is merged$/)]);
    expect(await proposed(world)).toBe(`${listText(old)}    "${digest}": ["v1.1.0"]`);
    expect((await run(world))['changed']).toBe('false');

    await merge(project, 1);
    const merged = await run(world);
    expect([merged['changed'], pendingOf(merged)]).toEqual(['false', [`${places[0]}/app:v1.1.0`]]);
    const promoter =
      'The promoter copies what the list has. Wait for its next run, or find out why the last one has failed.';
    expect(await refused(world, { mode: 'check' })).toBe(
      [
        `Pending: ${places[0]}/app:v1.1.0.`,
        promoter,
        `Pending: app:v1.1.0 at ${places[1]} and ${places[2]}.`,
        `None of the others has it. ${promoter}`,
      ].join('\n'),
    );
    for (const place of ['asia', 'eu']) await addApp(production, `${place}/images/app`, { tag: 'v1.1.0' });
    expect(pendingOf(await run(world))).toEqual([]);
    expect(await refused(world, { mode: 'check' })).toBe(
      `Pending: app:v1.1.0 at ${places[2]}.\nIt is at ${places[1]}. ${promoter}`,
    );
    await addApp(production, 'us/images/app', { tag: 'v1.1.0' });
    expect(await run(world, { mode: 'check' })).toMatchObject({ changed: 'false', pending: '[]' });
  });

  it('looks at staging, list and production without a question for referrers', async () => {
    await using world = await promotionWorld();
    await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    await run(world);
    const asked = world.production.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
    expect(
      new Set(asked.filter((line) => line.includes('/v1.1.0')).map((line) => line.replace(/\?.*(?= )/, ''))),
    ).toEqual(
      new Set(['HEAD /v2/asia/images/app/manifests/v1.1.0 307', 'HEAD /v2/asia/images/app/manifests/v1.1.0 404']),
    );
    expect(asked.filter((line) => line.includes('referrers'))).toEqual([]);
  });

  it('asks all 66 registries of production with mode: check, and names those that lack an image', async () => {
    const places = Array.from({ length: 66 }, (_, index) => `region-${index}`);
    await using world = await promotionWorld({ places });
    const { production, places: all } = world;
    for (const [index, place] of places.entries()) if (index !== 40) addOld(production, `${place}/images/app`);
    const begun = production.requests.length;
    const said = await refused(world, { images: `app=v1.0.0@${old}`, mode: 'check' });
    expect(said).toContain(`Pending: app:v1.0.0 at ${all[40]}.\nIt is at ${all[1]}, ${all[2]},`);
    expect(said).toContain('and 44 more. The promoter copies');
    const asked = new Set(production.requests.slice(begun).map(({ path }) => path.replace(/\?.*/, '')));
    expect([...asked].filter((path) => path.endsWith('/manifests/v1.0.0'))).toHaveLength(66);
  });

  it('finds the list by its source, although its folder has another name', async () => {
    const moved = 'registry.k8s.io/images/app-tpu/images.yaml';
    await using world = await promotionWorld({
      files: ({ from, to }) => ({
        [manifest]: manifestText('gcr.io/k8s-staging-app', to),
        'registry.k8s.io/manifests/app-tpu/promoter-manifest.yaml': manifestText(from, to),
        [moved]: '# No images yet\n',
      }),
    });
    const { digest } = await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    await run(world);
    expect(await proposed(world, moved)).toBe(`- name: app\n  dmap:\n    "${digest}": ["v1.1.0"]`);
  });

  it('follows a list that is renamed, also if it is proposed already', async () => {
    await using world = await promotionWorld();
    const { project, staging } = world;
    await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    await addChart(staging, 'staging/charts/app', '1.1.0');
    await run(world);
    const renamed = list.replace('k8s-staging-app', 'k8s-staging-apps');
    await project.git('mv', 'registry.k8s.io/images/k8s-staging-app', 'registry.k8s.io/images/k8s-staging-apps');
    await project.git('mv', 'registry.k8s.io/manifests/k8s-staging-app', 'registry.k8s.io/manifests/k8s-staging-apps');
    await project.git('commit', '--quiet', '--message', 'Rename');
    await project.push();
    await run(world, { images: 'charts/app=1.1.0' });
    expect((await pullsOf(project)).length).toBe(1);
    expect(await proposed(world, renamed)).toMatch(
      /"v1\.1\.0"[^]*charts\/app[^]*"1\.1\.0"|charts\/app[^]*"1\.1\.0"[^]*"v1\.1\.0"/,
    );
  });

  it('compares with nothing if the list has a wrong digest for the version before', async () => {
    await using world = await promotionWorld({ text: listText(old.slice(0, -1)) });
    await addApp(world.staging, 'staging/app', { tag: 'v1.1.0', platforms: ['amd64'] });
    const { log, outcome } = await perform(promoteImage, world.project, released(world));
    expect(outcome.failure).toBeUndefined();
    expect(log).toContain(
      'app:v1.0.0 is not there any more, so the platforms of app:v1.1.0 are compared with nothing.',
    );
  });

  it('promotes what is named, with other tags and digests', async () => {
    await using world = await promotionWorld();
    const { digest } = await addApp(world.staging, 'staging/app', { tag: 'v1.1.0-1' });
    await addChart(world.staging, 'staging/charts/app', '1.1.0');
    const outputs = await run(world, { images: `app=v1.1.0-1@${digest}\ncharts/app=1.1.0`, project: 'example' });
    expect(promotedBy(outputs)).toEqual(['app:v1.1.0-1', 'charts/app:1.1.0']);
    const [pull] = await pullsOf(world.project);
    expect(pull.title).toBe('Image promotion for example v1.1.0-1 / 1.1.0');
    expect(pull.body).toContain(`${world.staging.host}/staging/app:v1.1.0-1@${digest}`);
  });

  it('promotes all images with the tag, but not those that try the build', async () => {
    await using world = await promotionWorld();
    for (const name of ['app', 'tools/cli', 'mock/app', 'other'])
      await addApp(world.staging, `staging/${name}`, { tag: name === 'other' ? 'v1.0.0' : 'v1.1.0' });
    expect(promotedBy(await run(world, { images: '' }))).toEqual(['app:v1.1.0', 'tools/cli:v1.1.0']);
  });

  it('asks nobody for an image whose digest is named and listed, also if staging has forgotten it', async () => {
    await using world = await promotionWorld();
    const outputs = await run(world, { images: `app=v1.0.0@${old}` });
    expect([outputs['changed'], pendingOf(outputs)]).toEqual(['false', [`${world.places[0]}/app:v1.0.0`]]);
    expect(world.staging.requests).toEqual([]);
    expect(promotedBy(await run(world, { tag: 'v1.0.0' }))).toEqual(['app:v1.0.0']);
  });

  it('shares one pull request with the run for the chart of the same commit, also at the same time', async () => {
    await using world = await promotionWorld();
    const image = await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    const chart = await addChart(world.staging, 'staging/charts/app', '1.1.0');
    const runs = [{ project: 'app' }, { project: 'app', images: 'charts/app', tag: '1.1.0' }];
    await Promise.all(
      runs.map((more) => succeed(promoteImage, world.project, { ...released(world, more), pace: 0.3 })),
    );
    const [pull, ...others] = await pullsOf(world.project);
    expect(others).toEqual([]);
    expect(['v1.1.0 / 1.1.0', '1.1.0 / v1.1.0'].map((tags) => `Image promotion for app ${tags}`)).toContain(pull.title);
    const origin = world.project.scratch.origin.replace('kubernetes/k8s.io', fork);
    const text = await world.project.git('--git-dir', origin, 'show', `${pull.head.ref}:${list}`);
    expect(text).toContain(`    "${image.digest}": ["v1.1.0"]`);
    expect(text).toContain(`- name: charts/app\n  dmap:\n    "${chart.digest}": ["1.1.0"]`);
  });

  it('waits for images that are not staged yet, and proposes all of them together', async () => {
    await using world = await promotionWorld();
    await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    expect(await refused(world, { images: 'app\ncharts/app=1.1.0' })).toBe(
      `Missing: image ${world.staging.host}/staging/charts/app:1.1.0.\nFind out whether its build has failed or is still running. To wait for it, set wait: 30m.`,
    );
    await expectNothingWritten(world);
  });

  it.each(['dry-run', 'local'])('writes nothing with mode: %s', async (mode) => {
    await using world = await promotionWorld();
    await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    expect(await run(world, { mode })).toMatchObject({ changed: 'true' });
    await expectNothingWritten(world);
  });
});

describe('nothing is proposed', () => {
  it('if production has another image with this tag', async () => {
    await using world = await promotionWorld();
    const { staging, production, places } = world;
    const { digest } = await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    const other = await addApp(production, 'asia/images/app', { tag: 'v1.1.0', more: 'other' });
    expect(await refused(world)).toBe(
      `${places[0]}/app:v1.1.0 is ${other.digest}, not ${digest}.\nA tag in production is never moved. Release the new image with another tag.`,
    );
    await expectNothingWritten(world);
  });

  it('if the list has another digest for this tag, also far away in it', async () => {
    const text = `${listText(old)}- name: tool\n  dmap:\n- name: app\n  dmap:\n    "${old.replace('0', '1')}": ["v1.1.0"]\n`;
    await using world = await promotionWorld({ text });
    const { digest } = await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    expect(await refused(world)).toBe(
      `app:v1.1.0 is ${old.replace('0', '1')} in ${list}:8:1, not ${digest}.\nA tag in production is never moved. Release the new image with another tag.`,
    );
    await expectNothingWritten(world);
  });

  it.each<[string, (staging: Registry) => void, (reference: string, digest: string) => string]>([
    [
      'gone',
      (staging) => {
        staging.fault = ({ path }) => (path.endsWith('/v1.1.0') ? { status: 404 } : undefined);
      },
      (reference, digest) =>
        `${reference}@${digest} is not staged any more.\nNothing was proposed. Find out who has deleted it. If it is built again, it gets another digest: use a new tag.`,
    ],
    [
      'replaced',
      (staging) => void addManifest(staging, 'staging/app', { manifest: emptyIndex, tag: 'v1.1.0' }),
      (reference, digest) =>
        `${reference} is ${sha256(JSON.stringify(emptyIndex))}, not ${digest}.\nSomething else was pushed with this tag. Find out which of the two was tested, and name its digest.`,
    ],
  ])('if a staged image is %s between the look and the push', async (_, happens, said) => {
    await using world = await promotionWorld();
    const { staging, project } = world;
    const { digest } = await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    project.github.fault = ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/pulls')) happens(staging); // the last thing that is looked at
      return undefined;
    };
    expect(await refused(world)).toBe(said(`${staging.host}/staging/app:v1.1.0`, digest));
    await expectNothingWritten(world);
  });

  it.each<[string, { readonly platforms: readonly string[]; readonly before: readonly string[] }, string]>([
    [
      'has lost a platform',
      { platforms: ['amd64', 'arm64'], before: ['amd64', 'arm64', 's390x'] },
      'IMAGE has no image for linux/s390x, which app:v1.0.0 has.',
    ],
    [
      'is a single one, and was an index before',
      { platforms: ['amd64'], before: ['amd64', 'arm64'] },
      'IMAGE is a single image for linux/amd64, but app:v1.0.0 is an index of several.',
    ],
  ])('if an image %s', async (_, { platforms, before }, said) => {
    const fix =
      'Build the image for all platforms, and push it with a new tag. If it is right as it is, name its platforms in the input platforms.';
    for (const place of ['staging', 'production'] as const) {
      await using world = await promotionWorld();
      const name = place === 'staging' ? 'staging/app' : 'asia/images/app';
      const { digest } = await addApp(world[place], name, { platforms: before });
      await world.project.commit('Correct', { [list]: listText(digest) });
      await world.project.push();
      await addApp(world.staging, 'staging/app', { tag: 'v1.1.0', platforms });
      expect(await refused(world)).toBe(`${said.replace('IMAGE', `${world.staging.host}/staging/app:v1.1.0`)}\n${fix}`);
      await expectNothingWritten(world);
      const named = platforms.map((one) => `linux/${one}`).join();
      expect(await run(world, { platforms: named, mode: 'dry-run' })).toMatchObject({ changed: 'true' });
    }
  });

  it('if the first version of an image is single, and the image beside it is an index', async () => {
    await using world = await promotionWorld();
    for (const name of ['app', 'tool', 'tool-amd64'])
      await addApp(world.staging, `staging/${name}`, {
        tag: 'v1.1.0',
        ...(name !== 'app' && { platforms: ['amd64'] }),
      });
    expect(await refused(world, { images: 'app\ntool\ntool-amd64' })).toBe(
      `${world.staging.host}/staging/tool:v1.1.0 is a single image for linux/amd64, but app:v1.1.0 is an index of several.\nBuild the image for all platforms, and push it with a new tag. If it is right as it is, name its platforms in the input platforms.`,
    );
  });

  it('if another digest is named than the list has, also if staging has forgotten the image', async () => {
    await using world = await promotionWorld();
    const named = `sha256:${'ab'.repeat(32)}`;
    expect(await refused(world, { images: `app=v1.0.0@${named}` })).toBe(
      `app:v1.0.0 is ${old} in ${list}:3:1, not ${named}.\nA tag in production is never moved. Release the new image with another tag.`,
    );
  });

  it('if a platform is missing that the inputs want', async () => {
    await using world = await promotionWorld();
    await addApp(world.staging, 'staging/app', { tag: 'v1.1.0' });
    expect(await refused(world, { platforms: 'linux/s390x' })).toContain('has no image for linux/s390x, only for');
  });

  it('without a list for the manifest, and with two manifests for the source', async () => {
    await using world = await promotionWorld({
      files: ({ to, from }) => ({
        'registry.k8s.io/manifests/lonely/promoter-manifest.yaml': manifestText(from.replace('staging', 'lonely'), to),
      }),
    });
    const { project, staging, places } = world;
    expect(await refused(world, { from: `${staging.host}/lonely` })).toBe(
      'kubernetes/k8s.io has no registry.k8s.io/images/lonely/images.yaml, which belongs to registry.k8s.io/manifests/lonely/promoter-manifest.yaml.\nAdd this file in a pull request of your own first. It may be empty.',
    );
    const twin = 'registry.k8s.io/manifests/twin/promoter-manifest.yaml';
    await project.commit('Add a twin', { [twin]: manifestText(`${staging.host}/staging`, places) });
    await project.push();
    expect(await refused(world)).toBe(
      `2 promoter manifests of kubernetes/k8s.io have ${staging.host}/staging as their source: ${manifest} and ${twin}.\nName the list in the input list: ${list} or registry.k8s.io/images/twin/images.yaml.`,
    );
    await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    expect((await run(world, { list }))['changed']).toBe('true');
  });
});

describe('inputs that cannot be right', () => {
  let world: PromotionWorld; // nothing is written there
  beforeAll(async () => {
    world = await promotionWorld();
    await addApp(world.staging, 'staging/app', { tag: 'latest' });
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each<[string, More, string]>([
    [
      'an unknown source',
      { from: 'STAGING/stagin' },
      'No promoter manifest of kubernetes/k8s.io has STAGING/stagin as its source. There are 1.\nCorrect the input from. Did you mean STAGING/staging?',
    ],
    [
      'another list',
      { list: 'registry.k8s.io/images/other/images.yaml' },
      'kubernetes/k8s.io has no registry.k8s.io/manifests/other/promoter-manifest.yaml, so registry.k8s.io/images/other/images.yaml promotes nothing.\nCorrect the input list, or leave it out: then the list is found by its source.',
    ],
    [
      'an unknown repository',
      { repository: 'kubernetes/k8s' },
      'GitHub shows no files of kubernetes/k8s.\nCheck the input repository, and that the token may read it.',
    ],
    [
      'no token',
      { token: '' },
      'GitHub answers this question only with a token.\nPass one as the input token, or in the environment variable GITHUB_TOKEN.',
    ],
    ['no tag', { tag: '' }, 'app has no tag.\nSet the input tag, or write app=v1.2.3 in the input images.'],
    [
      'no tag and no images',
      { tag: '', images: '' },
      'The inputs say neither which images are promoted nor which tag.\nSet the input tag, and images if not all images with this tag are promoted.',
    ],
    [
      'a tag that no image has',
      { images: '', tag: 'v9.0.0' },
      'No image below STAGING/staging has the tag v9.0.0.\nFind out whether the build has failed or is still running. To wait for an image, name it in the input images and set wait: 30m.',
    ],
    [
      'a moving tag',
      { tag: 'latest' },
      'The tag "latest" of "app" moves from release to release.\nPromote the tag of one release, such as v1.2.0: what is in production cannot be moved.',
    ],
  ])('are refused: %s', async (_, more, said) => {
    const named = (text: string) => text.replaceAll('STAGING', world.staging.host);
    const given = Object.fromEntries(Object.entries(more).map(([name, text]) => [name, named(text)]));
    expect(await refused(world, given)).toBe(named(said));
  });

  it.each<[More, string]>([
    [
      { fork: '' },
      'Input fork is required with via: pull-request.\nThe fork that gets the branch of the pull request, as owner/name. Required with via: pull-request.',
    ],
    [
      { to: 'quay.io/org', referrers: 'false', shard: '1/2' },
      [
        'Input to belongs to via: copy, but via is pull-request.\nRemove to, or set via: copy.',
        'Input referrers belongs to via: copy, but via is pull-request.\nRemove referrers, or set via: copy.',
        'Input shard belongs to via: copy, but via is pull-request.\nRemove shard, or set via: copy.',
      ].join('\n'),
    ],
    [
      { via: 'copy', hold: 'false' },
      [
        'Input to is required with via: copy.\nWhere the images are copied, one registry and folder per line, such as registry.example.org/org. The images keep their names and tags. Required with via: copy.',
        'Input fork belongs to via: pull-request, but via is copy.\nRemove fork, or set via: pull-request.',
        'Input hold belongs to via: pull-request, but via is copy.\nRemove hold, or set via: pull-request.',
      ].join('\n'),
    ],
    [
      { list: 'images.yaml' },
      'Input list is "images.yaml", not the path of an image list.\nWrite a path such as registry.k8s.io/images/k8s-staging-example/images.yaml.',
    ],
  ])('are refused before anybody is asked: %o', async (more, said) => {
    const { staging, project } = world;
    const begun = [staging.requests.length, project.github.requests.length];
    expect(await refused(world, more)).toBe(said);
    expect([staging.requests.length, project.github.requests.length]).toEqual(begun);
  });
});
