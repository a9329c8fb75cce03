import { short } from '../../src/domain/text.ts';
import type { Artifact } from './artifacts.ts';
import { releaseKind } from './rows.ts';
import type { Course, SeenTag } from './course.ts';

/** The files and images in the chart. GitHub draws no chart of more than 50,000 characters; the table has all of them. */
const most = 30;
const longestLabel = 70;

// Why: docs/decisions.md D79
/** The course of a release as a Mermaid chart. Texts of others are labels in it, and nothing else. */
export function chartOf({ repository, tags, artifacts, pulls, pending }: Course): string {
  const shown = artifacts.slice(0, most);
  const more = artifacts.length - shown.length;
  return [
    'flowchart LR',
    `repository["${label(repository)}"]`,
    ...streamsOf(tags.slice(0, most)),
    ...shown.flatMap((artifact, index) => [
      `artifact${index}["${label(artifact.kind, artifact.name, digestOf(artifact))}"]`,
      `tag${tagOf(artifact, tags)} --> artifact${index}`,
    ]),
    ...(more > 0 ? [`more["${label(`${more} more, in the table`)}"]`, 'tag0 --> more'] : []),
    ...pulls
      .slice(0, most)
      .flatMap(({ name, state }, index) => [
        `pull${index}("${label(`Pull request ${name}`, state)}")${state === 'open' ? ':::pending' : ''}`,
        `tag0 -.-> pull${index}`,
      ]),
    ...pending
      .slice(0, most)
      .flatMap((text, index) => [
        `pending${index}("${label('Pending', text)}"):::pending`,
        `tag0 -.-> pending${index}`,
      ]),
    'classDef pending stroke:#bf8700,stroke-width:2px,stroke-dasharray:5 4',
    'classDef missing stroke-dasharray:5 4',
  ].join('\n');
}

/** Each stream is a group of tags with their releases. */
function streamsOf(tags: readonly SeenTag[]): readonly string[] {
  const numbered = tags.map((tag, index) => ({ ...tag, index }));
  return [...Map.groupBy(numbered, ({ stream = 'tags' }) => stream)].flatMap(([stream, own], group) => [
    `subgraph stream${group}["${label(stream)}"]`,
    ...own.map(({ name, isThere, release, index }) => {
      const kind = release === undefined ? [] : [releaseKind(release)];
      return `tag${index}("${label(`Tag ${name}`, ...(isThere ? kind : ['not there yet']))}")${isThere ? '' : ':::missing'}`;
    }),
    'end',
    ...own.map(({ index }) => `repository --> tag${index}`),
  ]);
}

/** The tag of an artifact is the one with its version. Without one, it belongs to the first. */
function tagOf({ version }: Artifact, tags: readonly SeenTag[]): number {
  const fits = [version, `/${version}`, `v${version}`].map((end, index) =>
    tags.findIndex(({ name }) => (index === 0 ? name === end : name.endsWith(String(end)))),
  );
  return Math.max(0, fits.find((index) => index !== -1) ?? 0);
}

const digestOf = ({ digest }: Artifact): string =>
  digest === undefined
    ? ''
    : digest.replace(/^(\w+:)?(.*)$/s, (_, kind: string | undefined, hex: string) => `${kind ?? ''}${short(hex)}`);

/** The text between the quotes of a node, a line for each part. What could end it, or become markup, is written as its number. */
function label(...lines: readonly string[]): string {
  const special = new RegExp(String.raw`[^\p{L}\p{N} /.,:@_+-]`, 'gu'); // not a literal: docs/decisions.md D36
  return lines
    .filter((line) => line !== '')
    .map((line) => shortened(line).replaceAll(special, (sign) => `#${sign.codePointAt(0)};`))
    .join('<br>');
}

function shortened(line: string): string {
  if (line.length <= longestLabel) return line;
  return `${line.slice(0, longestLabel - 30).replace(/[\ud800-\udbff]$/, '')}…${line.slice(-29).replace(/^[\udc00-\udfff]/, '')}`;
}
