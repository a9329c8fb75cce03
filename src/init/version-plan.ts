import { positionAt } from '../domain/edits/source.ts';
import { attempt, ReleaseError } from '../domain/error.ts';
import { listed, quoted } from '../domain/text.ts';
import { compareVersions, parseVersion, type Version } from '../domain/versions/version.ts';
import type { Chart, Products } from './products.ts';
import { inFolder, type Repository, versionModules } from './repository.ts';
import { filled, type TagPattern, tagPatternOf } from './tag-pattern.ts';
import { type Value, valuesOf } from './values.ts';

/** A value that has to be the version of a release, and the form that it has: `{pep440}`. */
export type VersionPlace = { readonly value: Value; readonly form: Form };
type Form = '{version}' | '{pep440}' | '{tag}';

/** Which files have the version of a release, and how releases are called. */
export type VersionPlan = {
  readonly pattern: string;
  /** The tags of the chart; the same as `pattern` if each tag releases both. */
  readonly chartPattern: string;
  readonly version: Version | undefined;
  /** The file that says the version. Undefined: none does. */
  readonly source: Value | undefined;
  /** The version that a line of code says, if no file does. No action sets it. */
  readonly code: VersionPlace | undefined;
  readonly places: readonly VersionPlace[];
  /** The version of a chart that has tags of its own. */
  readonly chartPlaces: readonly VersionPlace[];
  readonly decisions: readonly string[];
  readonly unknown: readonly string[];
};

// Why: docs/decisions.md D83
/** Every value of the plan was read, and is the version now. Nothing else is taken. */
export async function versionPlanOf(repository: Repository, products: Products): Promise<VersionPlan> {
  const { values, unknown } = await versionsIn(repository);
  const chart = values.find(({ file, path }) => path === 'version' && isChartOf(products, file));
  const tags = releaseTags(repository, products, chart?.text);
  const { pattern } = tags;
  const source = sourceOf(values, products) ?? citation(values, products, tags.newest);
  const code = source === undefined ? codeVersion(repository, products) : undefined;
  const said = source ?? code?.value;
  const version = said === undefined ? tags.newest : versionIn(said, products);
  const own = chartStream(chart, { repository, products, pattern, version });
  const others = values.filter((value) => value !== chart || own.chartPattern === pattern);
  const compared = { products, pattern, version, source, name: repository.name };
  const places = others.flatMap((value) => placeOf(value, compared));
  return {
    pattern,
    version,
    source,
    code,
    places,
    ...own,
    decisions: [...tags.decisions, ...own.decisions],
    unknown: [...unknown, ...strangers(others, places, { products, version }), ...inCode(code)],
  };
}

async function versionsIn({ texts }: Repository): Promise<Pick<VersionPlan, 'unknown'> & { values: readonly Value[] }> {
  const files = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const found = await Promise.all(files.map(async ([file, text]) => valuesOf(file, text)));
  const values = found.flatMap((one) => (one instanceof ReleaseError ? [] : one));
  const isPlain = ({ file, path }: Value) => /^[\w./@+-]+$/.test(file) && /^[\w.-]*$/.test(path);
  return {
    values: values.filter(isPlain),
    unknown: [
      ...found.flatMap((one) => (one instanceof ReleaseError ? [one.message] : [])),
      ...values
        .filter((value) => !isPlain(value))
        .map((value) => `${placeName(value)} is left out, because its name has special characters.`),
    ],
  };
}

type NamedPattern = TagPattern & { readonly decisions: readonly string[] };

function releaseTags(
  { tags, name }: Repository,
  { kind, chart, image }: Products,
  chartVersion: string | undefined,
): NamedPattern {
  const own = name.split('/').at(-1) ?? name;
  const usual = ['v{version}', '{version}', 'release-{version}', `${own}-{version}`] as const;
  const isAlone = kind === 'image-and-chart' && image === undefined && chart !== undefined;
  const known = isAlone ? ownPattern(chart, chartVersion, tags) : undefined;
  const others = [...usual, ...(isAlone ? chartPatterns(chart) : [])] as const;
  const found = tagPatternOf(
    tags,
    kind === 'python' ? ['{pep440}', 'v{pep440}'] : known === undefined ? others : [known],
  );
  if (found.newest !== undefined || kind === 'none') return { ...found, decisions: [] };
  const why = tags.length === 0 ? 'There is no tag yet' : `No tag is understood, such as ${quoted(tags[0] ?? '')}`;
  return { ...found, decisions: [`${why}: releases get tags of the form ${found.pattern}.`] };
}

/** The pattern of the tag that a version of the chart has, if it is no usual one: `app-helm-chart-{version}`. */
function ownPattern(chart: Chart, version: string | undefined, tags: readonly string[]): string | undefined {
  if (version === undefined || tagPatternOf(tags, chartPatterns(chart)).newest !== undefined) return undefined;
  const beginnings = tags.flatMap((tag) => (tag.endsWith(version) ? [tag.slice(0, -version.length)] : []));
  const found = beginnings.find((one) => one.includes(chart.name) && /^[\w.-]*[-v]$/.test(one));
  return found === undefined ? undefined : `${found}{version}`;
}

/** How tags of charts are usually called. */
function chartPatterns({ name }: Chart): readonly [string, ...string[]] {
  const named = /^[\w.-]+$/.test(name) ? [`${name}-{version}`, `${name}-v{version}`] : [];
  return ['chart/{version}', 'chart/v{version}', 'charts/{version}', ...named];
}

/** The value that says the version, by what the repository releases. */
function sourceOf(values: readonly Value[], { kind, python, chart, image }: Products): Value | undefined {
  const at = (file: string | undefined, path: string) =>
    values.find((value) => value.file === file && value.path === path);
  const project = python === undefined ? undefined : inFolder(python, 'pyproject.toml');
  const packageInfo = values.find(({ file }) => file.endsWith('pkg_info.json'));
  const inPython = [at(project, 'project.version'), at(project, 'tool.poetry.version'), packageInfo];
  const inChart = ['appVersion', 'version'].map((path) => chart && at(inFolder(chart.folder, 'Chart.yaml'), path));
  const byKind = {
    python: [...inPython, at('VERSION', ''), ...inChart],
    'image-and-chart': [at('VERSION', ''), at('package.json', 'version'), ...inChart],
    'go-modules': [at('VERSION', '')],
    none: [],
  }[kind];
  const all = kind === 'image-and-chart' && image === undefined ? inChart.toReversed() : byKind;
  return all.find((value) => value !== undefined && versionIn(value, { kind }) !== undefined);
}

/** The version of CITATION.cff, unless it was forgotten at a release. */
function citation(values: readonly Value[], products: Products, newest: Version | undefined): Value | undefined {
  const found = values.find(({ file, path }) => file === 'CITATION.cff' && path === 'version');
  const version = found && versionIn(found, products);
  if (version === undefined || products.kind === 'none') return undefined;
  return newest !== undefined && compareVersions(version, newest) < 0 ? undefined : found;
}

function versionIn({ text }: Value, { kind }: Pick<Products, 'kind'>): Version | undefined {
  const scheme = kind === 'python' ? 'pep440' : 'semver';
  const version = attempt(() => parseVersion(scheme, text.replace(/^v/, '')));
  return version instanceof ReleaseError ? undefined : version;
}

const isChartOf = ({ chart }: Products, file: string) =>
  chart !== undefined && file === inFolder(chart.folder, 'Chart.yaml');

type Known = {
  readonly repository: Repository;
  readonly products: Products;
  readonly pattern: string;
  readonly version: Version | undefined;
};

/** Whether a chart has tags of its own: if there are such tags, or if its version is another one. */
function chartStream(
  chart: Value | undefined,
  { repository, products, pattern, version }: Known,
): Pick<VersionPlan, 'chartPattern' | 'chartPlaces' | 'decisions'> {
  const together = { chartPattern: pattern, chartPlaces: [], decisions: [] };
  if (products.kind !== 'image-and-chart' || products.chart === undefined || chart === undefined) return together;
  if (products.image === undefined) return together;
  const tags = tagPatternOf(repository.tags, chartPatterns(products.chart));
  if (tags.newest === undefined && (version === undefined || version.semver === chart.text)) return together;
  return {
    chartPattern: tags.pattern,
    chartPlaces: [{ value: chart, form: '{version}' }],
    decisions: [
      ...(tags.newest === undefined
        ? [`The chart has a version of its own, ${chart.text}: it gets tags of its own, ${tags.pattern}.`]
        : []),
      ...(/^0\.0\.0(?:-|$)/.test(chart.text)
        ? [`${placeName(chart)} is ${chart.text} for now. Set it before its tag, else the release of the chart stops.`]
        : []),
    ],
  };
}

type Compared = Pick<Known, 'products' | 'pattern' | 'version'> & {
  readonly source: Value | undefined;
  readonly name: string;
};

/** The form in which a value has the version. None: it is another one, or the version of somebody else's image. */
function placeOf(value: Value, { products, pattern, version, source, name }: Compared): readonly VersionPlace[] {
  if (version === undefined || isOfOthers(value, products, name)) return [];
  const texts = formsOf(version, filled(pattern, version));
  const isSemVer =
    products.kind !== 'python' ||
    (value.path === 'version' && /(?:^|\/)(?:Chart\.yaml|package\.json)$/.test(value.file));
  const forms = isSemVer ? (['{version}', '{tag}'] as const) : (['{pep440}', '{version}', '{tag}'] as const);
  const same = forms.find((one) => texts[one] === value.text);
  const form = same ?? (value === source && !isSemVer ? '{pep440}' : undefined); // 1.2.0.dev is 1.2.0.dev0
  return form === undefined ? [] : [{ value, form }];
}

/** A version and its tag in each form. */
export const formsOf = (
  { semver, pep440 }: Version,
  tag: string | undefined,
): Readonly<Record<Form, string | undefined>> => ({
  '{version}': semver,
  '{pep440}': pep440,
  '{tag}': tag,
});

function isOfOthers({ beside }: Value, { chart, image }: Products, repository: string): boolean {
  const own = new Set([repository, chart?.name, image?.name].map((one) => one?.split('/').at(-1)?.toLowerCase()));
  const named = beside.map((name) =>
    name
      .replace(/[:@].*$/, '')
      .split('/')
      .at(-1)
      ?.toLowerCase(),
  );
  return named.length > 0 && !named.some((name) => own.has(name));
}

const mostStrangers = 10;

/** Values that look as if they should be the version, and are not. What belongs to another product is told with that product. */
function strangers(
  values: readonly Value[],
  places: readonly VersionPlace[],
  { products: { kind, otherFolders }, version }: Pick<Known, 'products' | 'version'>,
): readonly string[] {
  if (kind === 'none') return [];
  const taken = new Set(places.map(({ value }) => value));
  const now = kind === 'python' ? version?.pep440 : version?.semver;
  const otherwise = now === undefined ? 'nothing says the version now' : `the version now is ${now}`;
  const isOfOther = ({ file }: Value) => otherFolders.some((folder) => file.startsWith(`${folder}/`));
  const all = values.filter((value) => !taken.has(value) && !isOfOther(value));
  const told = all.slice(0, mostStrangers).map((value) => {
    const why = value.beside.length > 0 ? `it belongs to ${listed(value.beside)}` : otherwise;
    return `${placeName(value)} is ${quoted(value.text)}, and not part of the plan: ${why}.`;
  });
  const more = all.length - told.length;
  return more === 0 ? told : [...told, `${more} more ${more === 1 ? 'value is' : 'values are'} not part of the plan.`];
}

/** `version='1.1.0'` of setup.py, or `__version__ = '1.1.0'` of the file that pyproject.toml names. */
function codeVersion({ texts }: Repository, { kind, python }: Products): VersionPlace | undefined {
  if (python === undefined) return undefined;
  const files = [inFolder(python, 'setup.py'), ...versionModules(texts, python)];
  const found = files.flatMap((file): readonly VersionPlace[] => {
    const text = texts.get(file) ?? '';
    const [whole, , literal] = inPython.exec(text) ?? [];
    if (whole === undefined || literal === undefined) return [];
    const { line } = positionAt({ file, text }, text.indexOf(whole));
    return [{ value: { file, line, path: '', text: literal, beside: [] }, form: '{pep440}' }];
  });
  return found.find(({ value }) => versionIn(value, { kind }) !== undefined);
}

/** A version as a literal of Python. */
export const inPython: RegExp = /\b((?:__)?version(?:__)?\s*=\s*['"])([^'"]+)/;

const inCode = (code: VersionPlace | undefined): readonly string[] =>
  code === undefined
    ? []
    : [
        `${code.value.file} has the version ${quoted(code.value.text)} in its code, which no action sets: move it to pyproject.toml or a file.`,
      ];

export const placeName = ({ file, line, path }: Value): string => `${file}:${line}${path === '' ? '' : ` ${path}`}`;
