/** What a repository shows: its paths, the texts of the files that tell something, and its tags. */
export type Repository = {
  /** `owner/name` */
  readonly name: string;
  readonly defaultBranch: string;
  readonly tags: readonly string[];
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** Why files that would tell something could not be read. */
  readonly unread: readonly string[];
};

const telling =
  /(?:^|\/)(?:Chart\.yaml|values\.yaml|pyproject\.toml|setup\.py|pkg_info\.json|package\.json|CITATION\.cff|VERSION|Dockerfile|promoter-manifest\.yaml)$|^CHANGELOG\.md$/;

/** Whether a file tells something about what is released. What tests and other people's code have does not. */
export const tells = (path: string): boolean => (telling.test(path) && !isAside(path)) || /(?:^|\/)go\.mod$/.test(path);

const aside =
  /(?:^|\/)(?:tests?|test[-_][^/]+|testdata|e2e|fixtures?|examples?|samples?|demos?|benchmarks?|hack|scripts?|docs?|site|website|vendor|third_party|node_modules|\.[^/]+)\//;

/** Whether a path belongs to tests, examples, tools of the developers, documentation, or code of others. */
export const isAside = (path: string): boolean => aside.test(path);

/** The folder of a path: `.` for the root. */
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

/** The folders that have a file of a name. The root comes first, and what is nearer to it. */
export const foldersWith = ({ paths }: Pick<Repository, 'paths'>, name: string): readonly string[] =>
  paths
    .filter((path) => !isAside(path) && (path === name || path.endsWith(`/${name}`)))
    .map(folderOf)
    .toSorted((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1));

const depth = (folder: string) => (folder === '.' ? 0 : folder.split('/').length);

export const inFolder = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`);

/** Where pyproject.toml of a folder says that code has the version, for hatchling, setuptools and flit. */
export function versionModules(texts: Repository['texts'], folder: string): readonly string[] {
  const text = texts.get(inFolder(folder, 'pyproject.toml')) ?? '';
  const path = /^\[tool\.hatch\.version\]\s[^[]*?^path\s*=\s*["']([\w./-]+)["']/m.exec(text)?.[1];
  const attribute = /\battr\s*=\s*["']([\w.]+)\.\w+["']/.exec(text)?.[1]?.replaceAll('.', '/');
  const isFlit = /["']flit_core/.test(text) && /^dynamic\s*=\s*\[[^\]]*["']version["']/m.test(text);
  const name = isFlit ? /^name\s*=\s*["']([\w.-]+)["']/m.exec(text)?.[1]?.replaceAll(/[-.]/g, '_') : undefined;
  const modules = [attribute, name].flatMap((module) =>
    module === undefined ? [] : ['', 'src/'].flatMap((root) => [`${root}${module}.py`, `${root}${module}/__init__.py`]),
  );
  return [...(path === undefined ? [] : [path]), ...modules].map((file) => inFolder(folder, file));
}
