import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { readImageList } from '../../src/domain/image-lists/image-list.ts';
import { versionBefore } from '../../src/domain/image-lists/listed.ts';
import { projectOf } from '../../src/domain/image-lists/project.ts';
import { listPath, parseListPath } from '../../src/domain/image-lists/list-path.ts';
import { placeOfList } from '../../src/domain/image-lists/list-place.ts';
import { readPromoterManifest } from '../../src/domain/image-lists/promoter-manifest.ts';
import { parseImageRepository, referenceText } from '../../src/domain/images/reference.ts';

const file = 'promoter-manifest.yaml';
const staging = 'gcr.io/k8s-staging-app';
const production = 'us-docker.pkg.dev/k8s-artifacts-prod/images/app';
const manifest = (from: string, more = '') =>
  `# group\nregistries:\n- name: ${from}\n  src: true\n- name: ${production}\n  service-account: robot@example.com\n${more}`;

function read(text: string) {
  const { from, to } = readPromoterManifest({ file, text });
  return [referenceText(from), ...to.map(referenceText)];
}

function refused(look: () => unknown): ReleaseError {
  try {
    look();
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a promoter manifest', () => {
  it.each([
    ['as most of them are', manifest(staging)],
    ['indented', manifest(staging).replaceAll(/^(?=[- ])/gm, '  ')],
    ['with CRLF and a byte order mark', `\uFEFF${manifest(staging).replaceAll('\n', '\r\n')}`],
    ['with quotes, comments and blank lines', manifest(`"${staging}" # staging`, '\n# the end\n')],
    ['with a slash at the end, and upper-case letters in the host', manifest("'GCR.io/k8s-staging-app/'")],
    ['with the path of a list, which means nothing', manifest(staging, 'imagesPath: "../../images/app/images.yaml"\n')],
    [
      'with a policy of provenance',
      manifest(staging, 'provenance:\n  levels:\n    - pattern: "*"\n      level: {a: 1}\n'),
    ],
    ['with src: false', manifest(staging).replace('  service', '  src: false\n  service')],
    ['that begins with ---', `---\n${manifest(staging)}`],
    ['without a final line feed', manifest(staging).trimEnd()],
  ])('is read: %s', (_, text) => expect(read(text)).toEqual([staging, production]));

  const other = (line: string) => `A line of ${file} has no form that promoter manifests have: ${line}`;
  const form =
    'Write "registries:", and below it "- name: <registry>", with "src: true" or "service-account: <account>" below the name.';
  it.each([
    [
      '',
      `${file} has no registries.`,
      'Write "registries:", and below it the registries from which and to which images are promoted.',
      1,
    ],
    [
      `registries:\n- name: ${production}\n`,
      `${file} has no registry with src: true.`,
      'Add src: true below the registry in which the images are staged.',
      1,
    ],
    [
      manifest(staging).replace('  service', '  src: true\n  service'),
      `${file} has two registries with src: true.`,
      'Images are staged in one registry. Remove src: true from the others.',
      5,
    ],
    [
      `registries:\n- name: ${staging}\n  src: true\n`,
      `${file} promotes to no registry.`,
      'Add the registries that serve the images.',
      2,
    ],
    [
      manifest(staging, '  token: a\n'),
      `A registry of ${file} has the key "token", which is none.`,
      'Use name, src and service-account.',
      7,
    ],
    [manifest(staging, '  name: a\n'), `A registry of ${file} has the key name twice.`, 'Remove one of the two.', 7],
    [
      manifest(staging, '- src: false\n'),
      `A registry of ${file} has no name.`,
      'Write its name, such as "name: us-central1-docker.pkg.dev/project/images/example".',
      7,
    ],
    [
      manifest('staging'),
      '"staging" names no registry.',
      'Write the host of the registry in front of it. For Docker Hub: docker.io/staging',
      3,
    ],
    [
      manifest(staging).replace('src: true', 'src: "true"'),
      `src is "true" in ${file}.`,
      'Write true or false, without quotes.',
      4,
    ],
    [
      manifest(staging).replace('robot@', 'robot/'),
      `The service account "robot/example.com" in ${file} is no address.`,
      'Write the address of the account that may push there.',
      6,
    ],
    [
      manifest(staging, 'images:\n'),
      `${file} has the key "images", which promoter manifests do not have.`,
      'Use registries. The images stand in the list that belongs to the manifest.',
      7,
    ],
    [
      manifest(staging, 'registries:\n'),
      `${file} has the key registries twice.`,
      'Put what is below both of them below one, and remove the other.',
      7,
    ],
    [
      manifest(staging, '\t\n'),
      String.raw`${file} has the character '\u0009', which promoter manifests do not have.`,
      'Remove the character. Indent with spaces, and end lines with a line feed.',
      7,
    ],
    ['registries: []\n', other('"registries: []"'), form, 1],
    [manifest(staging).replace('  src', '   src'), other('"   src: true"'), form, 4],
    [manifest(staging).replace('src: true', 'src: *yes'), other('"  src: *yes"'), form, 4],
    [manifest(staging, 'imagesPath: a\n- name: b\n'), other('"- name: b"'), form, 8],
    ['registries:\n  src: true\n', other('"  src: true"'), form, 2],
  ])('is refused: %j', (text, message, fix, line) => {
    const { message: said, fix: shown, at } = refused(() => readPromoterManifest({ file, text }));
    expect({ said, shown, at }).toMatchObject({ said: message, shown: fix, at: { file, line } });
  });
});

describe('the list of a source', () => {
  const repository = 'kubernetes/k8s.io';
  const at = (folder: string, text: string) => ({
    file: `registry.k8s.io/manifests/${folder}/promoter-manifest.yaml`,
    text,
  });
  const find = (sources: readonly { file: string; text: string }[], from = staging, list?: string) =>
    placeOfList(sources, {
      from: parseImageRepository(from),
      named: list === undefined ? undefined : parseListPath(list),
      repository,
    }).list;
  const [one, other] = [at('one', manifest(`${staging}-1`)), at('other', manifest(staging))];

  it('is found by the source, not by the name of the folder', () =>
    expect(find([one, other])).toBe('registry.k8s.io/images/other/images.yaml'));

  it('is found although the manifest of another project is wrong', () =>
    expect(find([at('bad', 'registries: [\n'), other])).toBe('registry.k8s.io/images/other/images.yaml'));

  it('is never that of all charts, unless it is named', () => {
    const charts = at('charts', manifest('gcr.io/staging/charts'));
    expect(refused(() => find([one, charts], 'gcr.io/staging/charts'))).toMatchObject({
      message:
        'gcr.io/staging/charts belongs to registry.k8s.io/images/charts/images.yaml, the deprecated list of all charts.',
      fix: 'Set from to the folder of the project, where its images are staged, and name the chart charts/<name> in the input images. To use this list all the same, name it in the input list.',
    });
    const list = 'registry.k8s.io/images/charts/images.yaml';
    expect(find([one, charts], 'gcr.io/staging/charts', list)).toBe(list);
  });

  it('is the named one of two with the same source', () => {
    const twin = at('twin', manifest(staging));
    expect(find([one, other, twin], staging, 'registry.k8s.io/images/twin/images.yaml')).toBe(
      'registry.k8s.io/images/twin/images.yaml',
    );
    expect(refused(() => find([one, other, twin]))).toMatchObject({
      message: `2 promoter manifests of kubernetes/k8s.io have ${staging} as their source: registry.k8s.io/manifests/other/promoter-manifest.yaml and registry.k8s.io/manifests/twin/promoter-manifest.yaml.`,
      fix: 'Name the list in the input list: registry.k8s.io/images/other/images.yaml or registry.k8s.io/images/twin/images.yaml.',
    });
  });

  it.each([
    [
      'an unknown source',
      () => find([one, other], 'gcr.io/k8s-staging-aap'),
      'No promoter manifest of kubernetes/k8s.io has gcr.io/k8s-staging-aap as its source. There are 2.',
      `Correct the input from. Did you mean ${staging} or ${staging}-1?`,
    ],
    [
      'no manifests at all',
      () => find([]),
      `No promoter manifest of kubernetes/k8s.io has ${staging} as its source. There are 0.`,
      'Correct the input from. Add a manifest first.',
    ],
    [
      'a list without a manifest',
      () => find([one, other], staging, 'registry.k8s.io/images/two/images.yaml'),
      'kubernetes/k8s.io has no registry.k8s.io/manifests/two/promoter-manifest.yaml, so registry.k8s.io/images/two/images.yaml promotes nothing.',
      'Correct the input list, or leave it out: then the list is found by its source.',
    ],
    [
      'the list of another source',
      () => find([one, other], staging, 'registry.k8s.io/images/one/images.yaml'),
      `registry.k8s.io/manifests/one/promoter-manifest.yaml of kubernetes/k8s.io has ${staging}-1 as its source, not ${staging}.`,
      'Correct the input list or from.',
    ],
    [
      'a path that is none of a list',
      () => parseListPath('../images/a/images.yaml'),
      'is "../images/a/images.yaml", not the path of an image list.',
      'Write a path such as registry.k8s.io/images/k8s-staging-example/images.yaml.',
    ],
  ])('is refused: %s', (_, look, message, fix) => expect(refused(look)).toMatchObject({ message, fix }));
});

it.each([
  ['gcr.io/k8s-staging-kustomize', 'kustomize'],
  ['us-central1-docker.pkg.dev/k8s-staging-images/dra-example-driver', 'dra-example-driver'],
  ['ghcr.io/org/app', 'app'],
])('the project of %s is %s', (from, project) => expect(projectOf(parseImageRepository(from))).toBe(project));

describe('versionBefore', () => {
  const text = (...tags: readonly string[]) =>
    tags.map((tag, index) => `- name: app\n  dmap:\n    "sha256:${String(index).repeat(64)}": ["${tag}"]\n`).join('');
  it.each([
    [['v1.9.0', 'v1.10.0', 'v1.11.0-rc.1'], 'v1.11.0', 'v1.11.0-rc.1'],
    [['v1.9.0', 'v1.10.0', 'v1.11.0-rc.1'], 'v1.10.1', 'v1.10.0'],
    [['v2.0.0', 'v1.9.0'], 'v1.10.0', 'v1.9.0'],
    [['v2.0.0'], 'v1.10.0', undefined],
  ])('of %j before %s is %s', (tags, tag, before) =>
    expect(versionBefore(readImageList({ file, text: text(...tags) }), 'app', tag)?.tag).toBe(before),
  );
});

describe('the manifests of kubernetes/k8s.io', () => {
  const root = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io/576d58a4');
  const sources = globSync('registry.k8s.io/manifests/*/promoter-manifest.yaml', { cwd: root })
    .toSorted()
    .map((path) => ({ file: path, text: readFileSync(join(root, path), 'utf8') }));

  it('are all read, and each leads from its source to the list beside it', () => {
    expect(sources).toHaveLength(59);
    for (const source of sources) {
      const { from, to } = readPromoterManifest(source);
      expect(to.length).toBeGreaterThan(0);
      expect(to.length).toBe(source.text.match(/^ *service-account:/gm)?.length);
      const { list, manifest: found } = placeOfList(sources, {
        from,
        named: undefined,
        repository: 'kubernetes/k8s.io',
      });
      expect(found.file).toBe(source.file);
      expect(list).toBe(listPath(parseListPath(list)));
      expect(source.file).toBe(list.replace(/images\/(.*)\/images\.yaml/, 'manifests/$1/promoter-manifest.yaml'));
    }
  });
});
