import { posix } from 'node:path';

/** Sources by path. */
export type Tree = Readonly<Record<string, string>>;

type Source = { readonly path: string; readonly code: string; readonly imports: readonly string[] };
type Rule = (source: Source) => readonly string[];

// What a room may import: itself, and what is named here.
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/domain/': [],
  'src/world/': ['src/domain/'],
  'src/runtime/': ['src/domain/', 'src/world/'],
  'src/plans/': ['src/domain/', 'src/world/'],
  'src/embedded/': ['src/domain/'],
  'src/rehearsal/': ['src/domain/', 'src/world/', 'src/embedded/'],
  'src/verification/': ['src/domain/', 'src/world/', 'src/runtime/', 'src/rehearsal/'],
  'src/init/': ['src/domain/', 'src/world/', 'src/rehearsal/'],
  'actions/': ['src/domain/', 'src/world/', 'src/plans/', 'src/runtime/'],
  '.github/': ['src/domain/', 'src/world/', 'src/runtime/', 'src/rehearsal/', 'actions/', 'test/'],
};

/** Every package that the product imports, and where. */
export const homes: Readonly<Record<string, string>> = {
  '@actions/core': 'src/runtime/',
  '@actions/exec': 'src/runtime/github-script/',
  '@actions/expressions': 'src/rehearsal/expressions/',
  '@actions/github': 'src/world/github', // the port, and the client of scripts beside it
  '@actions/http-client': 'src/world/http/',
  '@actions/io': 'src/runtime/github-script/',
  '@actions/tool-cache': 'src/world/helm/',
  '@actions/workflow-parser': 'src/rehearsal/workflow/source.ts',
  '@octokit/plugin-retry': 'src/world/github/',
  '@octokit/plugin-throttling': 'src/world/github/',
  '@octokit/types': 'src/world/github/',
  '@renovatebot/pep440': 'src/domain/versions/',
  '@peculiar/asn1-schema': 'src/rehearsal/outside/certificates.ts',
  '@peculiar/asn1-x509': 'src/rehearsal/outside/certificates.ts',
  bottleneck: 'src/world/github/',
  diff: 'src/domain/diff.ts',
  graphql: 'src/embedded/github/',
  pako: 'src/domain/archives/deflate.ts',
  re2js: 'src/domain/dependencies/expression.ts',
  semver: 'src/domain/versions/version.ts',
  tldts: 'src/world/registry/realm.ts',
  'toml-eslint-parser': 'src/domain/edits/toml.ts',
  yaml: 'src/domain/edits/',
};

const importing = /^(?:import|export)\b[^;'`]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

const rules: readonly Rule[] = [layers, ports, purity, packages, environment, names, barrels, defaultExports];

/** Everything in a tree that is against the layers and the house rules. */
export function violations(tree: Tree): string[] {
  const sources = Object.entries(tree).map(([path, text]) => sourceOf(path, text));
  const found = sources.flatMap((source) =>
    rules.flatMap((rule) => rule(source).map((wrong) => `${source.path} ${wrong}`)),
  );
  return [...found, ...circles(sources)];
}

function sourceOf(path: string, text: string): Source {
  const code = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const specifiers = [...code.matchAll(importing)].flatMap((found) => found.slice(1).filter((to) => to !== undefined));
  const imports = specifiers.map((to) => (to.startsWith('.') ? posix.join(posix.dirname(path), to) : to));
  return { path, code, imports };
}

function layers({ path, imports }: Source): readonly string[] {
  const room = Object.keys(rooms).find((prefix) => path.startsWith(prefix));
  if (room === undefined) return [];
  const own = room === 'actions/' ? `${posix.dirname(path)}/` : room;
  const isAllowed = (to: string) => [own, ...(rooms[room] ?? [])].some((prefix) => to.startsWith(prefix));
  return imports.filter((to) => isSource(to) && !isAllowed(to)).map((to) => `may not import ${to}`);
}

/** From outside, a port is imported by the file that is named like its folder. */
function ports({ path, imports }: Source): readonly string[] {
  if (!isProduct(path)) return [];
  return imports
    .filter((to) => {
      const [, folder, file] = /^src\/world\/(\w+)\/(.+)\.ts$/.exec(to) ?? [];
      return folder !== undefined && file !== folder && !path.startsWith('src/world/');
    })
    .map((to) => `imports ${to} past its port`);
}

function purity({ path, imports }: Source): readonly string[] {
  const outside = /^node:(child_process|dgram|fs|http|https|http2|net|os|process|tls)\b/;
  return path.startsWith('src/domain/')
    ? imports.filter((to) => outside.test(to)).map((to) => `is not pure: ${to}`)
    : [];
}

function packages({ path, imports }: Source): readonly string[] {
  if (!isProduct(path)) return [];
  return imports.flatMap((specifier) => {
    if (isSource(specifier) || specifier.startsWith('node:')) return [];
    const to = specifier.replace('node_modules/', ''); // a file that its package does not export
    const home = Object.entries(homes).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1];
    if (home === undefined) return `imports ${to}, which has no home`;
    return path.startsWith(home) ? [] : `imports ${to}, whose home is ${home}`;
  });
}

function environment({ path, code, imports }: Source): readonly string[] {
  if (!isProduct(path) || path === 'src/world/event.ts' || path.startsWith('src/runtime/')) return [];
  const reads = /\bprocess(\??\.env\b|\[)|\benv\b[^;=]*=\s*process\b/.test(code) || imports.includes('node:process');
  return reads ? ['reads process.env'] : [];
}

function names({ path }: Source): readonly string[] {
  const empty = path.split(/[/.]/).find((name) => /^(utils?|helpers?|common|misc)$/.test(name));
  return empty === undefined ? [] : [`is named ${empty}, which says nothing`];
}

function barrels({ code }: Source): readonly string[] {
  const reexports = /^(\s*export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']+';)+\s*$/;
  return reexports.test(code) ? ['only re-exports'] : [];
}

function defaultExports({ path, code }: Source): readonly string[] {
  const isAction = /^actions\/[^/]+\/action\.ts$/.test(path);
  return !isAction && /^export (default\b|\{[^}]*\bas default\b)/m.test(code) ? ['has a default export'] : [];
}

/** Files that import each other, directly or through others. An import of types alone counts as well. */
function circles(sources: readonly Source[]): string[] {
  const imports = new Map(sources.map((source) => [source.path, source.imports]));
  const found = sources.map(({ path }) => [path, ...wayBack(path, imports)]);
  // Each file of a circle finds it; the first by name reports it.
  const reported = found.filter((circle) => circle.length > 1 && circle.toSorted()[0] === circle[0]);
  return reported.map((circle) => `${circle[0]} is in a circle of imports: ${circle.join(' → ')}`);
}

/** The shortest chain of imports from a file to itself; empty where there is none. */
function wayBack(start: string, imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const chains = (imports.get(start) ?? []).map((to) => [to]);
  const reached = new Set<string>();
  for (const chain of chains) {
    const last = chain.at(-1) ?? '';
    if (last === start) return chain;
    if (!reached.has(last)) chains.push(...(imports.get(last) ?? []).map((to) => [...chain, to]));
    reached.add(last);
  }
  return [];
}

function isSource(specifier: string): boolean {
  return /^(src|actions|test|tools|dist|\.github)\//.test(specifier);
}

function isProduct(path: string): boolean {
  return path.startsWith('src/') || path.startsWith('actions/');
}
