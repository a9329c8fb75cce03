import { attempt, ReleaseError } from '../domain/error.ts';
import { findModules } from '../domain/gomod/modules.ts';
import { parseYamlValue } from '../domain/edits/yaml-value.ts';
import { listed } from '../domain/text.ts';
import { imageListsOf } from './image-lists.ts';
import { folderOf, foldersWith, inFolder, isAside, type Repository } from './repository.ts';

export type Chart = { readonly folder: string; readonly name: string };
export type Image = { readonly name: string; readonly context: string; readonly dockerfile: string };

/** What a repository releases, and with which of the reusable workflows. */
export type Products = {
  readonly kind: 'python' | 'image-and-chart' | 'go-modules' | 'none';
  /** The folder of the Python project. */
  readonly python: string | undefined;
  readonly chart: Chart | undefined;
  readonly image: Image | undefined;
  /** The folder from which the image takes the wheel. */
  readonly wheels: string | undefined;
  readonly docs: string | undefined;
  readonly changelog: string | undefined;
  readonly goModules: readonly string[];
  /** The modules that get their first tag with the next release, beside others that have one. */
  readonly newModules: readonly string[];
  /** The modules that get no tag. */
  readonly excludedModules: readonly string[];
  /** Charts and Python projects beside those that were taken. */
  readonly otherFolders: readonly string[];
  /** Where the images of the image lists of the repository are staged. */
  readonly sources: readonly string[];
  /** The path of their only list, if it is not where those of Kubernetes are. */
  readonly namedList: string | undefined;
  /** What was decided where there was a choice. */
  readonly decisions: readonly string[];
  /** What is there, and is not part of what was written. */
  readonly unknown: readonly string[];
};

export function productsOf(repository: Repository): Products {
  const { paths } = repository;
  const python = pythonFolders(repository);
  const charts = chartsOf(repository);
  const dockerfiles = foldersWith(repository, 'Dockerfile');
  const goModules = goModulesOf(repository);
  const chart = nearest(charts, repository);
  const image = imageOf(likely(dockerfiles, repository), { python: python[0], chart }, repository);
  const lists = imageListsOf(repository);
  const kind = kindOf({ python, chart, image, goModules });
  const modules = kind === 'go-modules' ? moduleDecisions(goModules, repository) : noModules;
  const otherFolders = [...python.slice(1), ...charts.filter((one) => one !== chart).map(({ folder }) => folder)];
  const uses = { python: kind === 'python', goModules: kind === 'go-modules' };
  return {
    kind,
    python: python[0],
    chart,
    image,
    wheels: uses.python && image !== undefined ? wheelsOf(image, repository) : undefined,
    docs: uses.python && paths.some((path) => path.startsWith('docs/')) ? 'docs' : undefined,
    changelog: paths.find((path) => path === 'CHANGELOG.md'),
    goModules,
    newModules: modules.added,
    excludedModules: modules.excluded,
    otherFolders,
    sources: lists.sources,
    namedList: lists.named,
    decisions: [
      ...chosen('Python projects', python, python[0]),
      ...chosen(
        'charts',
        charts.map(({ folder }) => folder),
        chart?.folder,
      ),
      ...chosen('Dockerfiles', dockerfiles, image && folderOf(image.dockerfile)),
      ...modules.decisions,
      ...contextDecision(image),
      ...imageDecision(image, chart, repository),
      ...(kind === 'image-and-chart' && chart !== undefined
        ? ['The chart is attached to its release. With the input chart-registry, it is also pushed.']
        : []),
    ],
    unknown: [
      ...compiled(repository, python[0]),
      ...unreleasedModules(kind, goModules),
      ...lists.unknown,
      ...unknownFiles(repository, lists.files),
    ],
  };
}

type Found = {
  readonly python: readonly string[];
  readonly chart: Chart | undefined;
  readonly image: Image | undefined;
  readonly goModules: readonly string[];
};

function kindOf({ python, chart, image, goModules }: Found): Products['kind'] {
  if (python.length > 0) return 'python';
  if (chart !== undefined || image !== undefined) return 'image-and-chart';
  return goModules.some((folder) => !isAside(`${folder}/`)) ? 'go-modules' : 'none';
}

/** The folders of the modules that go-module-tags would find. */
function goModulesOf({ paths, texts }: Repository): readonly string[] {
  const tree = paths.map((path) => ({ path, mode: '100644', object: '' }));
  const found = attempt(() => findModules(tree, ({ path }) => texts.get(path) ?? '', { include: [], exclude: [] }));
  return found instanceof ReleaseError
    ? foldersWith({ paths }, 'go.mod')
    : found.modules.map(({ directory }) => directory);
}

/** A pyproject.toml can also have nothing but the settings of tools. */
function pythonFolders(repository: Repository): readonly string[] {
  const isProject = (folder: string) =>
    /^\[(?:project|build-system|tool\.poetry)\]/m.test(repository.texts.get(inFolder(folder, 'pyproject.toml')) ?? '');
  const modern = foldersWith(repository, 'pyproject.toml').filter(isProject);
  return [...new Set([...modern, ...foldersWith(repository, 'setup.py')])].toSorted(
    (one, other) => one.length - other.length,
  );
}

/** The charts that are no part of another one. */
function chartsOf(repository: Repository): readonly Chart[] {
  const folders = foldersWith(repository, 'Chart.yaml');
  const isPart = (folder: string) => folders.some((other) => other !== folder && folder.startsWith(`${other}/charts/`));
  return folders.filter((folder) => !isPart(folder)).map((folder) => ({ folder, name: nameOf(folder, repository) }));
}

function nameOf(folder: string, { texts }: Repository): string {
  const file = inFolder(folder, 'Chart.yaml');
  const value = attempt(() => parseYamlValue({ file, text: texts.get(file) ?? '' }));
  const name = value instanceof ReleaseError ? undefined : (value as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : (folder.split('/').at(-1) ?? folder);
}

/** The chart that is called like the repository, else the first. */
const nearest = (charts: readonly Chart[], { name }: Repository) =>
  charts.find((chart) => name.endsWith(`/${chart.name}`)) ?? charts[0];

/** The folder of the Dockerfile: the root, docker, the one that is called like the repository, or the first. */
const likely = (folders: readonly string[], { name }: Repository) =>
  ['.', 'docker'].find((one) => folders.includes(one)) ??
  folders.find((folder) => name.endsWith(`/${folder.split('/').at(-1)}`)) ??
  folders[0];

/**
 * An image of a Python project is built in the folder of its Dockerfile, any other in the root. It has the name that the
 * chart gives it in the packages of the owner, else that of the repository.
 */
function imageOf(
  folder: string | undefined,
  { python, chart }: { readonly python: string | undefined; readonly chart: Chart | undefined },
  { name, texts }: Repository,
): Image | undefined {
  if (folder === undefined) return undefined;
  const own = `ghcr.io/${name.toLowerCase()}`;
  const values = chart === undefined ? '' : (texts.get(inFolder(chart.folder, 'values.yaml')) ?? '');
  const named = imagesIn(values).find((one) => one.startsWith(own.replace(/[^/]*$/, '')));
  return {
    name: named ?? own,
    context: python === undefined ? '.' : folder,
    dockerfile: inFolder(folder, 'Dockerfile'),
  };
}

/** The images that a chart names with their registry. */
const imagesIn = (values: string): readonly string[] =>
  [...values.matchAll(/^\s*(?:image|repository):\s*['"]?((?:[\w-]+\.)+[a-z]+\/[\w./-]+?)['"]?\s*$/gm)].map(
    ([, image = '']) => image,
  );

function imageDecision(
  image: Image | undefined,
  chart: Chart | undefined,
  { name, texts }: Repository,
): readonly string[] {
  if (image === undefined || chart === undefined) return [];
  const file = inFolder(chart.folder, 'values.yaml');
  const named = imagesIn(texts.get(file) ?? '');
  if (named.includes(image.name))
    return image.name === `ghcr.io/${name.toLowerCase()}` ? [] : [`The image is ${image.name}, as ${file} names it.`];
  return named.length === 0
    ? []
    : [`The image is ${image.name}, but ${file} names ${listed(named)}: change one of them.`];
}

function contextDecision(image: Image | undefined): readonly string[] {
  if (image === undefined || image.context === folderOf(image.dockerfile)) return [];
  return [`The image of ${image.dockerfile} is built with the root of the repository as its context.`];
}

/** What a Dockerfile copies the wheel from: `COPY whls/*.whl /whls/`. */
function wheelsOf({ context, dockerfile }: Image, { texts }: Repository): string | undefined {
  const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*([\w./-]+?)\/(?:\S*\.whl\b|\s)/im.exec(texts.get(dockerfile) ?? '');
  const folder = /whe?e?ls?/i.test(copied?.[0] ?? '') ? copied?.[1] : undefined;
  return folder === undefined ? undefined : inFolder(context, folder.replace(/^\.\//, ''));
}

function chosen(what: string, all: readonly string[], taken: string | undefined): readonly string[] {
  const others = all.filter((one) => one !== taken);
  if (taken === undefined || others.length === 0) return [];
  return [`There are ${all.length} ${what}. ${taken} was taken, ${listed(others)} not: each needs a call of its own.`];
}

type ModuleDecisions = {
  readonly added: readonly string[];
  readonly excluded: readonly string[];
  readonly decisions: readonly string[];
};

const noModules: ModuleDecisions = { added: [], excluded: [], decisions: [] };

/** A tag of a module can never be taken back, so only a module that others can import gets its first one. */
function moduleDecisions(goModules: readonly string[], { tags }: Repository): ModuleDecisions {
  if (!tags.some((tag) => /(?:^|\/)v\d/.test(tag))) return noModules;
  const majors = new Map(goModules.map((folder) => [folder, newestMajor(folder, tags)] as const));
  const usual = majors.get('.') ?? Math.max(...[...majors.values()].map((major) => major ?? 0));
  const below = goModules.filter((folder) => folder !== '.');
  const [own, added] = divide(
    below.filter((folder) => majors.get(folder) === undefined),
    (folder) => isAside(`${folder}/`) || /(?:^|\/)(?:internal|tools?)(?:\/|$)/.test(folder),
  );
  const others = below.filter((folder) => (majors.get(folder) ?? usual) !== usual);
  const decided = (folders: readonly string[], why: string) =>
    folders.length === 0 ? [] : [`The modules in ${listed(folders)} ${why}.`];
  return {
    added,
    excluded: [...own, ...others],
    decisions: [
      ...decided(added, 'have no tag yet: they get their first one'),
      ...decided(own, 'have no tag yet, and nobody else seems to import them: they get none'),
      ...decided(
        others,
        `were not released as v${usual} before, so that they are left out: they need a call of their own`,
      ),
    ],
  };
}

/** The major version of the newest tag of a module. */
function newestMajor(folder: string, tags: readonly string[]): number | undefined {
  const tag = new RegExp(`^${folder === '.' ? '' : `${RegExp.escape(folder)}/`}v(\\d+)\\.`);
  const majors = tags.flatMap((one) => tag.exec(one)?.[1] ?? []).map(Number);
  return majors.length === 0 ? undefined : Math.max(...majors);
}

function divide<T>(
  all: readonly T[],
  isFirst: (one: T) => boolean,
): readonly [first: readonly T[], second: readonly T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** A wheel of a backend that compiles is for one platform. */
function compiled({ texts }: Repository, folder: string | undefined): readonly string[] {
  const file = folder === undefined ? '' : inFolder(folder, 'pyproject.toml');
  const backend = /["'](maturin|mesonpy|meson-python|scikit-build-core|scikit-build|setuptools[-_]rust)\b/.exec(
    texts.get(file) ?? '',
  )?.[1];
  return backend === undefined
    ? []
    : [
        `${file} builds with ${backend}, which compiles for one platform, and release-python.yml makes one wheel: those for other platforms need jobs of their own.`,
      ];
}

function unreleasedModules(kind: Products['kind'], goModules: readonly string[]): readonly string[] {
  const below = goModules.filter((folder) => folder !== '.');
  if (kind === 'go-modules' || below.length === 0) return [];
  return [
    `The Go modules in ${listed(below)} get no tags of their own: add go-module-tags, or a call of release-go-modules.yml.`,
  ];
}

const others: readonly (readonly [file: RegExp, why: string])[] = [
  [/(?:^|\/)Cargo\.toml$/, 'nothing here publishes crates'],
  [/(?:^|\/)package\.json$/, 'nothing here publishes npm packages'],
  [/^\.goreleaser\.ya?ml$/, 'GoReleaser makes releases of its own: keep one of the two'],
  [
    /(?:^|\/)(?:images|promoter-manifest)\.yaml$/,
    'an image list? promote.yml needs images/NAME/images.yaml, and manifests/NAME/promoter-manifest.yaml beside it',
  ],
  [/(?:^|\/)(?:Containerfile|Dockerfile\.[\w-]+)$/, 'only files with the name Dockerfile are taken as images'],
];

const mostPaths = 3;

const unknownFiles = ({ paths }: Repository, known: ReadonlySet<string>): readonly string[] =>
  others.flatMap(([file, why]) => {
    const found = paths.filter(
      (path) => file.test(path) && !known.has(path) && (path.startsWith('.gorel') || !isAside(path)),
    );
    const more = found.length > mostPaths ? ` and ${found.length - mostPaths} more` : '';
    return found.length === 0 ? [] : [`${found.slice(0, mostPaths).join(', ')}${more}: ${why}.`];
  });
