import { addImage, ask, sha256 } from '../support/registry.ts';
import { chart, docs, type SmallRelease, tag, tar, wheel } from './small-release.ts';

/** Something that is wrong with a release, how it came about, and how it is told. */
export type Planted = {
  readonly what: string;
  readonly plant: (release: SmallRelease) => Promise<unknown>;
  readonly told: RegExp;
};

type ShownAsset = { readonly id: number; readonly name: string };
type Shown = { readonly id: number; readonly upload_url: string; readonly assets: readonly ShownAsset[] };

const shown = async (release: SmallRelease) => (await release.ask(`GET …/releases/tags/${tag}`)) as Shown;

async function remove(release: SmallRelease, name: string): Promise<void> {
  const asset = (await shown(release)).assets.find((one) => one.name === name);
  await release.ask(`DELETE …/releases/assets/${asset?.id}`);
}

async function upload(release: SmallRelease, name: string, text: string): Promise<void> {
  const { upload_url: url } = await shown(release);
  const answer = await fetch(`${url.replace(/\{.*/, '')}?name=${name}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer personal-token',
      'content-type': 'application/octet-stream',
      'content-length': String(text.length),
      'user-agent': 'test',
    },
    body: text,
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

async function replace(release: SmallRelease, name: string, text: string): Promise<void> {
  await remove(release, name);
  await upload(release, name, text);
}

const edit = async (release: SmallRelease, body: unknown) =>
  release.ask(`PATCH …/releases/${(await shown(release)).id}`, body);

const untag = (release: SmallRelease, name: string, reference: string) =>
  ask(release.registry, `DELETE /v2/${name}/manifests/${reference}`);

/** Points a tag of origin to something else. */
const move = async ({ project }: SmallRelease, name: string, target: string) =>
  project.direct('push', '--quiet', '--force', 'origin', `${await project.git('rev-parse', target)}:refs/tags/${name}`);

const erase = ({ project }: SmallRelease, name: string) =>
  project.direct('push', '--quiet', 'origin', `:refs/tags/${name}`);

/** What somebody did to a release after it was published. */
export const afterwards: readonly Planted[] = [
  { what: 'the docs have another byte', plant: (one) => replace(one, docs, 'other docs'), told: /docs/ },
  { what: 'the wheel has other metadata', plant: (one) => replace(one, wheel, 'Metadata-Version: 2.4'), told: /whl/ },
  { what: 'the chart is missing in the release', plant: (one) => remove(one, chart), told: /no file demo-1.0.0.tgz/ },
  {
    what: 'the image as a file has another byte',
    plant: (one) => replace(one, tar, 'another image'),
    told: /SHA256SUMS/,
  },
  { what: 'a file was added', plant: (one) => upload(one, 'extra.zip', 'extra'), told: /extra.zip/ },
  { what: 'the title was edited', plant: (one) => edit(one, { name: 'Demo' }), told: /title/ },
  { what: 'the notes were edited', plant: (one) => edit(one, { body: 'It works well.' }), told: /notes/ },
  { what: 'it became a prerelease', plant: (one) => edit(one, { prerelease: true }), told: /prerelease/ },
  {
    what: 'the chart in the registry has another digest',
    plant: ({ registry }) => addImage(registry, 'charts/demo', { tag: '1.0.0', layers: ['other'] }),
    told: /charts\/demo/,
  },
  { what: 'one region lacks the image', plant: (one) => untag(one, 'eu/app', tag), told: /eu\/app/ },
  {
    what: 'one region serves another image',
    plant: ({ registry }) => addImage(registry, 'us/app', { tag, layers: ['other'] }),
    told: /us\/app/,
  },
  { what: 'the tag of a module is elsewhere', plant: (one) => move(one, `src/one/${tag}`, 'HEAD~1'), told: /src\/one/ },
];

/** What is gone of another release. */
export const gone: readonly Planted[] = [
  { what: 'the checksums are missing', plant: (one) => remove(one, 'SHA256SUMS'), told: /no file with checksums/ },
  { what: 'the wheel is missing', plant: (one) => remove(one, wheel), told: /no file my_driver/ },
  { what: 'the image as a file is missing', plant: (one) => remove(one, tar), told: /no file demo-1.0.0-image.tar/ },
  {
    what: 'the chart is missing in the registry',
    plant: (one) => untag(one, 'charts/demo', '1.0.0'),
    told: /charts\/demo/,
  },
  { what: 'the tag of a module is missing', plant: (one) => erase(one, `src/two/${tag}`), told: /src\/two/ },
  {
    what: 'one region has lost a layer',
    plant: ({ registry }) => ask(registry, `DELETE /v2/us/app/blobs/${sha256('app')}`),
    told: /us\/app/,
  },
  { what: 'the image that people use has lost its signature', plant: (one) => unsign(one, 'eu/app'), told: /sign/ },
];

/** Removes what belongs to the image: its signature has no tag. */
async function unsign({ registry }: SmallRelease, name: string): Promise<void> {
  const { manifests, tags } = registry.repository(name);
  const belonging = manifests.filter((digest) => !Object.values(tags).includes(digest));
  for (const digest of belonging) await ask(registry, `DELETE /v2/${name}/manifests/${digest}`);
}

/** What somebody does to the page of the release, one after the other. */
export const withdrawn: readonly Planted[] = [
  { what: 'the release is a draft again', plant: (one) => edit(one, { draft: true }), told: /draft/ },
  {
    what: 'the release is deleted',
    plant: async (one) => one.ask(`DELETE …/releases/${await draftOf(one)}`),
    told: /has no release/,
  },
];

async function draftOf(release: SmallRelease): Promise<number | undefined> {
  const all = (await release.ask('GET …/releases')) as readonly { readonly id: number }[];
  return all[0]?.id;
}

/** A text of a file that is another one in the tagged commit. */
export type Otherwise = Pick<Planted, 'what' | 'told'> & {
  readonly file: string;
  readonly from: string;
  readonly to: string;
};

const inFile = (what: string, file: string, [from, to]: readonly [string, string], told: RegExp): Otherwise => ({
  what,
  file,
  from,
  to,
  told,
});

/** What the tagged commit says otherwise. */
export const inTree: readonly Otherwise[] = [
  inFile('a file with the version alone', 'VERSION', ['1.0.0', '1.0.1'], /^VERSION:1 has 1\.0\.1/),
  inFile('a version in JSON', 'app.json', ['1.0.0', '1.0.1'], /^app\.json:1 has version/),
  inFile('the version that is cited', 'CITATION.cff', ['1.0.0', '1.0.1'], /^CITATION\.cff:2 has version/),
  inFile('one of many overlays', 'overlays/azure.yaml', ['v1.0.0', 'v0.9.0'], /^overlays\/azure\.yaml:1 has newTag/),
  inFile(
    'the version of the chart',
    'chart/Chart.yaml',
    ['version: 1.0.0', 'version: 1.0.1'],
    /Chart\.yaml:3 has version/,
  ),
  inFile(
    'what the chart runs',
    'chart/Chart.yaml',
    ['appVersion: v1.0.0', 'appVersion: v0.9'],
    /Chart\.yaml:4 has appVersion/,
  ),
  inFile('the image of the chart', 'chart/values.yaml', ['v1.0.0', 'latest'], /^chart\/values\.yaml:2 has image\.tag/),
  inFile(
    'the chart in the registry',
    'chart/templates/a.yaml',
    ['name: a', 'name: b'],
    /charts\/demo has no tag 1\.0\.1/,
  ),
  inFile(
    'the version of the project',
    'pyproject.toml',
    ['"1.0.0"', '"1.0.1"'],
    /^pyproject\.toml:3 has project\.version/,
  ),
  inFile('the metadata of the wheel', 'my_driver.py', ['x', 'y'], /my_driver-1\.0\.1.*has the version 1\.0\.1/),
  inFile('a module of Go', 'src/two/two.go', ['package', '// Two\npackage'], /Tag src\/two\/v1\.0\.0 already exists/),
  inFile('the docs', 'docs/index.md', ['# Demo', '# Other'], /demo-1\.0\.0-docs\.tgz with/),
  inFile('the section of the changelog', 'CHANGELOG.md', ['## 1.0.0', '## 0.9.0'], /^CHANGELOG\.md has no section/),
];

/** What somebody does to the tag, and how to take it back. */
export const ofTheTag: readonly (Planted & { readonly undo: (release: SmallRelease) => Promise<unknown> })[] = [
  {
    what: 'it was moved',
    plant: (one) => move(one, tag, 'HEAD~1'),
    undo: (one) => move(one, tag, tag),
    told: /^origin has tag v1\.0\.0 at/,
  },
  {
    what: 'it was deleted',
    plant: (one) => erase(one, tag),
    undo: (one) => move(one, tag, tag),
    told: /no tag v1\.0\.0/,
  },
  {
    what: 'it was made lightweight',
    plant: (one) => move(one, tag, `${tag}^{commit}`),
    undo: (one) => move(one, tag, tag),
    told: /recreated at the same commit/,
  },
  {
    what: 'it was made anew',
    plant: (one) => remade(one),
    undo: (one) => move(one, tag, tag),
    told: /recreated at the same commit/,
  },
  {
    what: 'it was never annotated',
    plant: (one) => unsigned(one, []),
    undo: (one) => one.sign(),
    told: /lightweight, but the input require is signed/,
  },
  {
    what: 'it was never signed',
    plant: (one) => unsigned(one, ['--annotate', '--message', tag]),
    undo: (one) => one.sign(),
    told: /is not signed, but the input require is signed/,
  },
  {
    what: 'its commit is not on main',
    plant: (one) => rewind(one, 'HEAD~1'),
    undo: (one) => rewind(one, 'HEAD'),
    told: /not on the branch main/,
  },
];

async function remade(release: SmallRelease): Promise<void> {
  await release.project.tag('other', { annotated: 'other' });
  await move(release, tag, 'other');
}

async function unsigned({ project }: SmallRelease, kind: readonly string[]): Promise<void> {
  await project.git('tag', '--force', ...kind, tag, `${tag}^{commit}`);
  await project.direct('push', '--quiet', '--force', 'origin', `refs/tags/${tag}`);
}

const rewind = async ({ project }: SmallRelease, target: string) =>
  project.direct('push', '--quiet', '--force', 'origin', `${await project.git('rev-parse', target)}:refs/heads/main`);
