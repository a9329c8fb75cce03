import { attempt, ReleaseError } from '../../domain/error.ts';
import { quoted, textLines } from '../../domain/text.ts';
import { parseVersion, type Version } from '../../domain/versions/version.ts';
import { fieldsIn, pairIn } from '../images/exporters.ts';
import { filled, globalValues, type ImageSituation } from './image-expressions.ts';

export type ImageTags = {
  readonly tags: readonly string[];
  /** Why a rule gave no tag, though it was meant to. */
  readonly warnings: readonly string[];
};

type Fields = Readonly<Record<string, string>>;
type Rule = Fields & { readonly type: string };

/** What a rule gives, before prefix and suffix. */
type Given = { readonly text: string; readonly isLatest?: boolean } | { readonly warning: string } | undefined;

type Giver = (rule: Rule, around: Around) => Given;
type Around = { readonly situation: ImageSituation; readonly expand: (text: string) => string };

const usual = 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr';

// https://github.com/docker/metadata-action/blob/v6.2.0/src/meta.ts
/** The tags that the rules of docker/metadata-action give. The first one is the version of the image. */
export function imageTags(rules: string, flavorLines: string, situation: ImageSituation): ImageTags {
  const values = globalValues(situation);
  const expand = (text: string) => filled(text, values, situation.date);
  const flavor = flavorOf(flavorLines);
  const read = metadataLines(rules === '' ? usual : rules).map(ruleOf);
  const wanted = read.filter((rule) => isEnabled(rule, expand));
  const tags: string[] = [];
  const warnings: string[] = [];
  let isLatest: boolean | undefined;
  for (const rule of wanted.toSorted((one, other) => priorityOf(other) - priorityOf(one))) {
    const given = givers[rule.type]?.(rule, { situation, expand });
    if (given === undefined) continue;
    if ('warning' in given) {
      warnings.push(given.warning);
      continue;
    }
    const [prefix, suffix] = [rule['prefix'] ?? flavor.prefix, rule['suffix'] ?? flavor.suffix].map(expand);
    const tag = `${prefix}${given.text}${suffix}`;
    if (tag === '') continue;
    tags.push(valid(tag));
    isLatest ??= flavor.latest === 'auto' ? given.isLatest === true : flavor.latest === 'true';
  }
  if (isLatest === true) tags.push(valid(`${flavor.latestPrefix}latest${flavor.latestSuffix}`));
  return { tags: [...new Set(tags)], warnings };
}

/** The lines of an input, without comments. */
export const metadataLines = (text: string): readonly string[] =>
  textLines(text).filter((line) => !line.startsWith('#'));

const valid = (tag: string) => tag.replaceAll(/[^\w.-]+/g, '-');

const priorities: Readonly<Record<string, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};

const priorityOf = (rule: Rule) => Number(rule['priority'] ?? priorities[rule.type]);

function ruleOf(line: string): Rule {
  const fields: Rule = { type: 'raw', ...Object.fromEntries(fieldsIn(line).map(fieldOf)) };
  const rule: Rule = { ...usualPrefix(fields), ...fields };
  if (priorities[rule.type] === undefined) throw new ReleaseError(`Unknown tag type attribute: ${rule.type}`);
  const missing = (needed[rule.type] ?? []).find((name) => rule[name] === undefined);
  if (missing === undefined) return rule;
  throw new ReleaseError(`Missing ${missing} attribute for ${line}`, { fix: 'Correct the input tags.' });
}

const usualPrefix = ({ type, event }: Rule): Fields =>
  type === 'sha' ? { prefix: 'sha-' } : type === 'ref' && event === 'pr' ? { prefix: 'pr-' } : {};

const needed: Readonly<Record<string, readonly string[]>> = {
  semver: ['pattern'],
  pep440: ['pattern'],
  match: ['pattern'],
  ref: ['event'],
  raw: ['value'],
};

function fieldOf(field: string): readonly [name: string, value: string] {
  const [name, value] = pairIn(field, 'value');
  return [name.toLowerCase(), value];
}

function isEnabled({ enable = 'true' }: Fields, expand: (text: string) => string): boolean {
  const value = expand(enable);
  if (value !== 'true' && value !== 'false') throw new ReleaseError(`Invalid value for enable attribute: ${value}`);
  return value === 'true';
}

type Flavor = Readonly<Record<'latest' | 'prefix' | 'suffix' | 'latestPrefix' | 'latestSuffix', string>>;

/** What holds for all tags. `onlatest` belongs to the field before it. */
function flavorOf(text: string): Flavor {
  const flavor = { latest: 'auto', prefix: '', suffix: '', latestPrefix: '', latestSuffix: '' };
  for (const line of metadataLines(text)) {
    const fields = fieldsIn(line).map(fieldOf);
    for (const [index, [name, value]] of fields.entries()) {
      const isOnLatest = fields[index + 1]?.join('=') === 'onlatest=true';
      if (name === 'latest') flavor.latest = value;
      else if (name === 'prefix') Object.assign(flavor, { prefix: value, latestPrefix: isOnLatest ? value : '' });
      else if (name === 'suffix') Object.assign(flavor, { suffix: value, latestSuffix: isOnLatest ? value : '' });
      else if (name !== 'onlatest') throw new ReleaseError(`Unknown flavor entry: ${line}`);
    }
  }
  if (['auto', 'true', 'false'].includes(flavor.latest)) return flavor;
  throw new ReleaseError(`Invalid latest flavor entry: latest=${flavor.latest}`, { fix: 'Write auto, true or false.' });
}

const givers: Readonly<Record<string, Giver>> = {
  schedule: ({ pattern = 'nightly' }, { situation: { event }, expand }) =>
    event === 'schedule' ? { text: expand(pattern) } : undefined,
  semver: (rule, around) => versionTag('semver', rule, around),
  pep440: (rule, around) => versionTag('pep440', rule, around),
  match: matchTag,
  ref: refTag,
  edge: ({ branch }, { situation: { ref, defaultBranch = 'main' } }) =>
    ref === `refs/heads/${branch || defaultBranch}` ? { text: 'edge' } : undefined,
  raw: ({ value = '' }, { expand }) => ({ text: expand(value) }),
  sha: ({ format }, { situation: { sha, shortLength } }) => ({
    text: format === 'long' ? sha : sha.slice(0, shortLength),
  }),
};

function refTag({ event }: Rule, { situation: { ref } }: Around): Given {
  const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+?)(?:\/merge)?$/.exec(ref) ?? [];
  if (kind === 'heads' && event === 'branch') return { text: name };
  if (kind === 'tags' && event === 'tag') return { text: name, isLatest: true };
  return kind === 'pull' && event === 'pr' ? { text: name } : undefined;
}

/** The text that a rule reads: the one that it gives, or the tag of the run. */
function subjectOf({ value = '' }: Fields, { situation: { ref }, expand }: Around): string | undefined {
  return value === '' ? /^refs\/tags\/(.+)$/.exec(ref)?.[1] : expand(value);
}

function matchTag(rule: Rule, around: Around): Given {
  const text = subjectOf(rule, around);
  if (text === undefined) return undefined;
  const { pattern = '', group = '0' } = rule;
  const [, inside = pattern, flags = ''] = /^\/(.+)\/(.*)$/.exec(pattern) ?? [];
  const found = patternOf(inside, flags.replace('g', '')).exec(text);
  if (found === null) return { warning: `${pattern} does not match ${text}.` };
  const part = found[Number(group)];
  if (part === undefined) return { warning: `Group ${group} does not exist for ${pattern} pattern.` };
  return { text: part, isLatest: true };
}

/** A prerelease has only its whole version. */
function versionTag(scheme: Version['scheme'], rule: Rule, around: Around): Given {
  const subject = subjectOf(rule, around);
  if (subject === undefined) return undefined;
  const { match = '', pattern = '' } = rule;
  const whole = (match === '' ? subject : (patternOf(match).exec(subject)?.[1] ?? subject)).replaceAll('/', '-');
  const version = attempt(() => parseVersion(scheme, whole.replace(/^v/, '')));
  if (version instanceof ReleaseError) return { warning: `${quoted(whole)} is no version of ${scheme}.` };
  const { release, build, prerelease } = version;
  const text = scheme === 'semver' ? version.semver?.replace(`+${build}`, '') : version.pep440;
  const isFinal = !version.isPrerelease && !/post|dev/.test(text ?? '');
  const [major, minor, patch] = [...release, 0, 0].map(String);
  const values = { raw: whole, version: text, major, minor, patch, prerelease, build };
  const isRaw = /^\{\{\s*raw\s*\}\}$/.test(pattern);
  return { text: filled(isFinal || isRaw ? pattern : '{{version}}', values), isLatest: isFinal };
}

function patternOf(text: string, flags?: string): RegExp {
  try {
    return new RegExp(text, flags);
  } catch (cause) {
    throw new ReleaseError(`${quoted(text)} is no regular expression.`, { fix: 'Correct the input tags.', cause });
  }
}
