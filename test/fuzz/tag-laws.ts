import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { parseStreams } from '../../src/domain/tags/stream.ts';
import {
  imageTag,
  isLatest,
  parseReleaseTag,
  previousTag,
  type ReleaseTag,
  tagsInSeries,
} from '../../src/domain/tags/tag.ts';
import { refuseBadName } from '../../src/domain/tags/tag-name.ts';
import { quoted } from '../../src/domain/text.ts';
import { compareVersions, parseVersion } from '../../src/domain/versions/version.ts';
import { demand, judged, type Trial, type Verdicts } from './campaign.ts';
import { canBeAsked, isRefForGit } from './ref-format.ts';
import { partsOf } from './semver.ts';
import { type Tags, tagTexts } from './tag-texts.ts';

/** Any text against any streams: what is taken is a tag, and what is refused comes with a way out that leads out. */
export const tagTrial: Trial<Tags> = {
  name: 'tags',
  samples: tagTexts,
  refs: 6,
  judge: async (samples, thoroughly) => {
    const verdicts = samples.map(({ streams, names }) => judged(() => tagVerdicts(streams, names)));
    // Git is a process for each name.
    const step = thoroughly ? 1 : 200;
    const asked = samples.entries().filter(([index]) => index % step === 0);
    await Promise.all(
      asked.map(async ([index, { names }]) => {
        for (const name of names) verdicts[index] = (await gitLaw(name)) ?? verdicts[index] ?? [];
      }),
    );
    return verdicts;
  },
};

function tagVerdicts(lines: string, names: readonly string[]): Verdicts {
  const streams = parseStreams(lines);
  return names.map((name) => {
    quotingLaw(name);
    const read = attempt(() => parseReleaseTag(name, streams));
    if (read instanceof ReleaseError) return refusalVerdict(name, lines, read);
    demand(!hidden.test(name), 'is taken, but hides something');
    shapeLaw(read);
    imageTagLaw(read);
    seriesLaws(read, tagsInSeries(read, names));
    return 'tag: taken';
  });
}

// What a terminal hides or reorders: control and format characters, ends of lines, what has no width, half characters.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function quotingLaw(text: string): void {
  demand(!hidden.test(quoted(text)), `${JSON.stringify(quoted(text))} hides something`);
}

function refusalVerdict(name: string, lines: string, { message, fix = '' }: ReleaseError): string {
  demand(
    !hidden.test((message + fix).replaceAll('\n  ', '').replace('?\nIf', '?If')),
    `the refusal hides something: ${JSON.stringify(message + fix)}`,
  );
  if (message.includes(' matches more than one stream')) return 'tag: fits several streams';
  if (!message.includes(' belongs to no stream')) return 'tag: no name for a tag';
  const meant = /^Did you mean (\S+?)(?:,| or |\?)/.exec(fix)?.[1];
  demand(meant === undefined || takes(lines, meant), `${meant} is not taken either`);
  const line = / input streams.*: ([a-z][a-z0-9-]*: \S+)$/.exec(fix)?.[1];
  if (line !== undefined) {
    demand(takes(line, name), `${line} does not take it`);
    demand(takes(withLine(lines, line), name), `with ${line} the streams do not take it`);
    return 'tag: of another stream';
  }
  if (meant !== undefined) return 'tag: looks like one of a stream';
  const missed = name.startsWith('refs/') ? undefined : obviousLines(name).find((obvious) => takes(obvious, name));
  demand(missed === undefined, `${missed} would take it, but: ${fix}`);
  return 'tag: of no stream that could be';
}

const takes = (lines: string, name: string): boolean =>
  !(attempt(() => parseReleaseTag(name, parseStreams(lines))) instanceof ReleaseError);

/** As the fix says: in place of the one of that name. */
const withLine = (lines: string, line: string) =>
  [...lines.split('\n').filter((other) => !other.startsWith(line.slice(0, line.indexOf(' ')))), line].join('\n');

/** What a person would write who sees a version at the end. */
function obviousLines(name: string): string[] {
  const places = [...name.matchAll(/(?<![\p{N}.+])[0-9]/gu)].map(({ index }) => index);
  return places.flatMap((place) => {
    const [before, version] = [name.slice(0, place), name.slice(place)];
    const isDivided = /^v?$|[/_-]v?$/.test(before) || /^[0-9]+\.[0-9]/.test(version);
    // Each line costs an expression: none for what cannot be a version anyway.
    return [
      ...(partsOf(version) === undefined ? [] : [`x: ${before}{version}`]),
      ...(isDivided && /^[0-9a-z!._-]+$/i.test(version) ? [`x: ${before}{pep440}`] : []),
    ];
  });
}

/** A tag is its stream's pattern with path and version filled in. */
function shapeLaw({ name, stream, path, version }: ReleaseTag): void {
  const pattern = stream.pattern.replace(/\{path\}(\/?)/, () => (path === '.' ? '' : `${path}/`));
  const [before = '', after = ''] = pattern.split(/\{version\}|\{pep440\}/);
  const inside = name.slice(before.length, name.length - after.length);
  demand(name === before + inside + after, `is not ${stream.pattern} with the path ${path}`);
  demand(compareVersions(parseVersion(stream.scheme, inside), version) === 0, `has not the version ${inside}`);
  demand(path === undefined || path === '.' || /^[^/]+(\/[^/]+)*$/.test(path), `has the path ${path}`);
}

function imageTagLaw(tag: ReleaseTag): void {
  for (const revision of [undefined, 0]) {
    const image = attempt(() => imageTag(tag, revision));
    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
    demand(typeof image !== 'string' || /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/.test(image), `${image} is no OCI tag`);
  }
}

function seriesLaws(tag: ReleaseTag, others: readonly ReleaseTag[]): void {
  const order = ({ version }: ReleaseTag) => compareVersions(version, tag.version);
  const stable = others.filter(({ version }) => !version.isPrerelease);
  const candidates = (tag.version.isPrerelease ? others : stable).filter((other) => order(other) < 0);
  const previous = previousTag(tag, others);
  demand((previous === undefined) === (candidates.length === 0), `comes after ${previous?.name}`);
  const isNearest = candidates.every(({ version }) => previous && compareVersions(version, previous.version) <= 0);
  demand(isNearest, `comes after ${previous?.name}, but there is a newer one`);
  const isNewest = !tag.version.isPrerelease && stable.every((other) => order(other) <= 0);
  demand(isLatest(tag, others) === isNewest, `is it the latest?`);
}

/** A name is one for git, but for what hides something, or only looks like an option or another word for HEAD. */
async function gitLaw(name: string): Promise<Error | undefined> {
  if (!canBeAsked(name)) return undefined;
  const isRef = await isRefForGit(name);
  const isTaken = !(attempt(() => refuseBadName(name)) instanceof ReleaseError);
  if (isTaken === isRef || (isRef && (/^-|^@$/.test(name) || hidden.test(name)))) return undefined;
  return new Error(`git ${isRef ? 'allows' : 'refuses'} it, and here it is ${isTaken ? 'taken' : 'refused'}`);
}
