import type { Source } from '../edits/source.ts';
import { readImageList } from './image-list.ts';
import type { Promotion } from './promotion.ts';

/** An image as it was read at its source. */
export type Evidence = Promotion & {
  /** Where it is staged, without a tag. */
  readonly source: string;
  readonly isIndex: boolean;
  /** Such as linux/amd64; undefined if it is no image, but a chart or another artifact. */
  readonly platforms: readonly string[] | undefined;
};

export type ProposalTexts = {
  readonly project: string;
  readonly tags: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly fork: string;
  readonly reviewers: readonly string[];
  readonly hold: boolean;
};

/** The branch of the proposal that begins with this tag. */
export const promotionBranch = (project: string, tag: string): string => `${project}-${tag}-image-promotion`;

/** As Kubernetes' own tool writes it. Only the release managers' own project has a prefix. */
export const promotionTitle = (project: string, tags: readonly string[]): string =>
  `${beginningOf(project)}${tags.join(' / ')}`;

const beginningOf = (project: string) => `${project === 'kubernetes' ? 'releng: ' : ''}Image promotion for ${project} `;

/** The tags in the title of a proposal of this project, the first one first. */
export function tagsOfTitle(title: string, project: string): readonly string[] {
  const beginning = beginningOf(project);
  return title.startsWith(beginning) ? title.slice(beginning.length).split(' / ') : [];
}

/** What one text of a list promotes and another one does not. */
export function additionsOf(before: Source, after: Source): readonly Promotion[] {
  const there = new Set(promotionsIn(before).map(keyOf));
  return promotionsIn(after).filter((one) => !there.has(keyOf(one)));
}

/** One for each tag. */
const promotionsIn = (source: Source) =>
  readImageList(source).groups.flatMap(({ name, entries }) =>
    entries.flatMap(({ digest, tags }) => tags.map((tag) => ({ name, digest, tags: [tag] }))),
  );

const keyOf = ({ name, digest, tags }: Promotion) => `${name}:${tags.join()}@${digest}`;

// https://github.com/kubernetes/k8s.io/blob/main/.github/pull_request_template.md has these headings and four statements.
/** The text of the pull request: what was read, what it shows, and how kpromo would be called for the same. */
export function promotionBody(texts: ProposalTexts): string {
  const { project, tags, evidence, reviewers, hold } = texts;
  return [
    '**What this PR does / why we need it**:',
    '',
    `${promotionTitle(project, tags)}. These digests were read from the staging registry, right before this was pushed:`,
    '',
    '```',
    ...evidence.flatMap(evidenceLines),
    '```',
    '',
    '**Special notes for your reviewer**:',
    '',
    '- [x] The digests were read from the registry and are above. `gcrane digest` prints the same for each tag.',
    multiArchStatement(evidence),
    ...evidence.map(platformLine),
    `- [x] No tag resolves to latest or moves: ${tags.join(', ')}.`,
    '- [x] registry.k8s.io is immutable: if a digest is wrong, a new release is cut.',
    '',
    'This PR was made by [release-actions](https://github.com/org/release-actions). The same with `kpromo`:',
    '',
    '```',
    kpromoCommand(texts),
    '```',
    '',
    ...(hold ? ['/hold'] : []),
    ...(reviewers.length > 0 ? [`cc: ${mentions(reviewers)}`] : []),
    '',
  ].join('\n');
}

/** The lines that say what was read: one for each tag. */
export const evidenceLines = ({ source, tags, digest }: Evidence): readonly string[] =>
  tags.map((tag) => `${source}:${tag}@${digest}`);

function multiArchStatement(evidence: readonly Evidence[]): string {
  const single = evidence.filter(({ isIndex, platforms }) => !isIndex && platforms !== undefined);
  return single.length === 0
    ? '- [x] Every image is multi-arch, for all platforms that the project supports:'
    : '- [ ] Not every image is multi-arch. These are the platforms:';
}

const platformLine = ({ name, tags, isIndex, platforms }: Evidence) =>
  `  - ${name} ${tags.join(', ')}: ${
    platforms === undefined ? 'no image' : `${platforms.join(', ')}${isIndex ? '' : ' (a single image)'}`
  }`;

const kpromoCommand = ({ project, tags, evidence, fork, reviewers }: ProposalTexts) =>
  [
    `kpromo pr --fork ${fork} --project ${project}`,
    ...(reviewers.length > 0 ? [`--reviewers "${mentions(reviewers)}"`] : []),
    ...tags.map((tag) => `--tag ${tag}`),
    ...[...new Set(evidence.map(({ name }) => name))].map((name) => `--image ${name}`),
  ].join(' ');

const mentions = (reviewers: readonly string[]) => reviewers.map((one) => `@${one}`).join(', ');
