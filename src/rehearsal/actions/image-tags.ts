import { textLines } from '../../domain/text.ts';
import { pairOf } from '../images/build.ts';

type Environment = Readonly<Record<string, string>>;

const usual = 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr';

/** What docker/metadata-action says. */
export function metadataOutputs(
  input: (name: string, fallback?: string) => string,
  env: Environment,
): Readonly<Record<'version' | 'tags' | 'labels' | 'json', string>> {
  const images = textLines(input('images'));
  const { tags, version } = metadataTags(input('tags'), input('flavor'), env);
  const references = images.flatMap((image) => tags.map((tag) => `${image}:${tag}`));
  const labels = [
    `org.opencontainers.image.revision=${env['GITHUB_SHA'] ?? ''}`,
    `org.opencontainers.image.source=${env['GITHUB_SERVER_URL'] ?? ''}/${env['GITHUB_REPOSITORY'] ?? ''}`,
    `org.opencontainers.image.version=${version}`,
    ...textLines(input('labels')),
  ];
  return {
    version,
    tags: references.join(input('sep-tags', '\n')),
    labels: labels.join(input('sep-labels', '\n')),
    json: JSON.stringify({ tags: references, labels: Object.fromEntries(labels.map(pairOf)) }),
  };
}

/** The tags that the rules of docker/metadata-action give: https://github.com/docker/metadata-action#tags-input */
export function metadataTags(
  rules: string,
  flavor: string,
  env: Environment,
): { readonly tags: readonly string[]; readonly version: string } {
  const read = textLines(rules === '' ? usual : rules).map(ruleOf);
  const wanted = read.filter(({ enable }) => enable !== 'false');
  const tags = [...new Set(wanted.flatMap((rule) => tagOf(rule, env)))];
  const isLatest =
    /latest=true/.test(flavor) || (!/latest=false/.test(flavor) && wanted.some((rule) => makesLatest(rule, env)));
  return {
    tags: [...tags, ...(isLatest && tags.length > 0 && !tags.includes('latest') ? ['latest'] : [])],
    version: tags[0] ?? '',
  };
}

type Rule = Readonly<Record<string, string>>;

function ruleOf(line: string): Rule {
  const fields = line.split(',').map((field) => {
    const at = field.indexOf('=');
    return at < 0 ? ['value', field] : [field.slice(0, at).trim(), field.slice(at + 1)];
  });
  const rule = Object.fromEntries(fields) as Rule;
  return { type: 'raw', ...rule };
}

function tagOf(rule: Rule, env: Environment): readonly string[] {
  const tag = plainTag(rule, env);
  if (tag === undefined || tag === '') return [];
  return [`${rule['prefix'] ?? ''}${tag}${rule['suffix'] ?? ''}`.replaceAll(/[^\w.-]/g, '-')];
}

function plainTag(rule: Rule, env: Environment): string | undefined {
  const { type, event, pattern = '', format } = rule;
  const [ref = '', name = ''] = [env['GITHUB_REF'], env['GITHUB_REF_NAME']];
  const isTag = ref.startsWith('refs/tags/');
  if (type === 'raw') return rule['value'];
  if (type === 'sha')
    return `sha-${(env['GITHUB_SHA'] ?? '').slice(0, format === 'long' ? 40 : 7)}`.replace(
      /^sha-/,
      rule['prefix'] === undefined ? 'sha-' : '',
    );
  if (type === 'edge') return ref === `refs/heads/${rule['branch'] ?? 'main'}` ? 'edge' : undefined;
  if (type === 'ref')
    return matchesEvent(event, ref)
      ? name.replace(/\/merge$/, '').replace(/^(\d+)$/, event === 'pr' ? 'pr-$1' : '$1')
      : undefined;
  if (type === 'semver' || type === 'pep440')
    return isTag || rule['value'] !== undefined ? versionTag(rule['value'] ?? name, pattern) : undefined;
  if (type !== 'match' || !isTag) return undefined;
  return new RegExp(pattern).exec(name)?.[Number(rule['group'] ?? 0)];
}

function matchesEvent(event: string | undefined, ref: string): boolean {
  if (event === 'tag') return ref.startsWith('refs/tags/');
  return ref.startsWith(event === 'pr' ? 'refs/pull/' : 'refs/heads/');
}

/** A prerelease has only its whole version. */
function versionTag(text: string, pattern: string): string | undefined {
  const [, major, minor, patch, more = ''] = /v?(\d+)\.(\d+)\.(\d+)((?:[-+.].*)?)$/.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  const version = `${major}.${minor}.${patch}${more}`;
  if (pattern === '{{raw}}') return text;
  if (more.startsWith('-')) return version;
  const values: Readonly<Record<string, string>> = { version, major, minor, patch };
  return pattern.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

function makesLatest(rule: Rule, env: Environment): boolean {
  if (!(env['GITHUB_REF'] ?? '').startsWith('refs/tags/')) return false;
  if (rule['type'] === 'ref') return rule['event'] === 'tag';
  return rule['type'] === 'semver' && !(plainTag(rule, env) ?? '-').includes('-');
}
