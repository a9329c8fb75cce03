import { changelogFormatOf, sectionOf, withSection } from '../domain/changelogs/changelog.ts';
import { editText, parseEdit } from '../domain/edits/edit.ts';
import { attempt, ReleaseError } from '../domain/error.ts';
import { parsePep440, parseSemver, type Version } from '../domain/versions/version.ts';
import type { Products } from './products.ts';
import type { Repository } from './repository.ts';
import { filled, tagPatternOf } from './tag-pattern.ts';
import { inPython, formsOf, type VersionPlace, type VersionPlan } from './version-plan.ts';
import type { WrittenFile } from './workflows.ts';

/** What a person does for the next release: the tags, and the files that have its version. */
export type NextRelease = { readonly tags: readonly string[]; readonly files: readonly WrittenFile[] };

type Stream = { readonly pattern: string; readonly now: Version | undefined; readonly places: readonly VersionPlace[] };
type Release = Pick<Stream, 'places'> & { readonly tag: string; readonly version: Version };

/** The version that the files have now if it is not out, else the one after it. A chart with tags of its own has its own. */
export async function nextRelease(repository: Repository, products: Products, plan: VersionPlan): Promise<NextRelease> {
  const { pattern, chartPattern, version: now, places, code, chartPlaces } = plan;
  const [chart] = chartPlaces;
  const streams: readonly Stream[] = [
    { pattern, now, places: [...places, ...(code === undefined ? [] : [code])] },
    ...(chart === undefined
      ? []
      : [{ pattern: chartPattern, now: chartVersion(chart, repository, chartPattern), places: chartPlaces }]),
  ];
  const releases = streams.flatMap((stream) => releaseOf(stream, repository));
  const edited = await withVersions(releases, repository);
  const noted = withNotes(releases, products.changelog, repository);
  return { tags: releases.map(({ tag }) => tag), files: [...edited, ...noted] };
}

/** The version of Chart.yaml, unless that is a placeholder such as 0.0.0-dev. */
function chartVersion({ value }: VersionPlace, { tags }: Repository, pattern: string): Version | undefined {
  const version = attempt(() => parseSemver(value.text));
  return version instanceof ReleaseError || value.text.startsWith('0.0.0')
    ? tagPatternOf(tags, [pattern]).newest
    : version;
}

function releaseOf({ pattern, now, places }: Stream, { tags }: Repository): readonly Release[] {
  const parse = pattern.includes('{pep440}') ? parsePep440 : parseSemver;
  let version = now ?? parse('0.1.0');
  let tag = filled(pattern, version);
  while (tag !== undefined && tags.includes(tag)) {
    version = parse(after(version));
    tag = filled(pattern, version);
  }
  return tag === undefined ? [] : [{ tag, version, places }];
}

const after = ({ release: [major = 0, minor = 0, patch = 0] }: Version) => `${major}.${minor}.${patch + 1}`;

/** The files in which the version of a release was set. */
async function withVersions(releases: readonly Release[], { texts }: Repository): Promise<readonly WrittenFile[]> {
  const all = releases.flatMap(({ places, tag, version }) =>
    places.flatMap(({ value, form }) => {
      const text = formsOf(version, tag)[form];
      return text === undefined || text === value.text ? [] : [{ value, text }];
    }),
  );
  const files = [...Map.groupBy(all, ({ value }) => value.file)];
  return Promise.all(
    files.map(async ([file, edits]) => {
      const before = texts.get(file) ?? '';
      const whole = edits.find(({ value }) => value.path === '');
      if (whole !== undefined) return { path: file, text: withVersion(file, before, whole) };
      const wanted = edits.map(({ value, text }) => parseEdit(value.path, text));
      return { path: file, text: (await editText({ file, text: before }, wanted)).text };
    }),
  );
}

/** A file that is nothing but the version, or code that says it once. */
const withVersion = (file: string, before: string, { value, text }: { value: { text: string }; text: string }) =>
  file.endsWith('.py')
    ? before.replace(inPython, (_, start: string) => `${start}${text}`)
    : before.replace(value.text, () => text);

/** The changelog with a section for each release that has none. */
function withNotes(
  releases: readonly Release[],
  file: string | undefined,
  { name, texts }: Repository,
): readonly WrittenFile[] {
  const before = file === undefined ? undefined : texts.get(file);
  if (file === undefined || before === undefined) return [];
  const page = `https://github.com/${name}`;
  const date = new Date().toISOString().slice(0, 10);
  const item = { kind: 'pull-request', number: 1, title: 'Something', url: `${page}/pull/1`, labels: [] } as const;
  const text = releases.reduce((now, { tag }) => {
    if (!(attempt(() => sectionOf(now, tag)) instanceof ReleaseError)) return now;
    const section = { version: tag, tag, previous: undefined, date, page, items: [{ ...item, author: undefined }] };
    return withSection(now, changelogFormatOf(now), section);
  }, before);
  return text === before ? [] : [{ path: file, text }];
}
