/** A closed issue or a merged pull request. */
export type ChangelogItem = {
  readonly kind: 'issue' | 'pull-request';
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly labels: readonly string[];
  readonly author: { readonly login: string; readonly url: string } | undefined;
};

export type ItemTopic = 'breaking' | 'enhancement' | 'bug' | 'deprecated' | 'removed' | 'security';

// The words of github-changelog-generator, and those of Kubernetes' labels, which begin with kind/.
const words: Readonly<Record<ItemTopic, readonly string[]>> = {
  breaking: ['breaking', 'breaking-change', 'backwards-incompatible', 'backwards incompatible', 'api-change'],
  enhancement: ['enhancement', 'feature'],
  bug: ['bug', 'regression'],
  deprecated: ['deprecated', 'deprecation'],
  removed: ['removed'],
  security: ['security'],
};

const ignored = new Set([
  'duplicate',
  'question',
  'invalid',
  'wontfix',
  'exclude from changelog',
  'ignore-for-release',
]);

/** The topic of an item, by its labels. The first topic wins. */
export function topicOf({ labels }: ChangelogItem): ItemTopic | undefined {
  const labelled = new Set(labels.map(wordOf));
  const topics = Object.keys(words) as ItemTopic[]; // the keys of this very record
  return topics.find((topic) => words[topic].some((word) => labelled.has(word)));
}

/** Whether labels keep an item out of changelogs. */
export const isIgnored = ({ labels }: ChangelogItem): boolean => labels.some((label) => ignored.has(wordOf(label)));

const wordOf = (label: string) => label.toLowerCase().replace(/^(?:kind|type|meta)\s*[:/]\s*/, '');

/** Sorts as github-changelog-generator does: issues before pull requests, the newest first. */
export const sortItems = (items: readonly ChangelogItem[]): readonly ChangelogItem[] =>
  items.toSorted((one, other) => one.kind.localeCompare(other.kind) || other.number - one.number);

/** Escapes a title for Markdown. Code stays code, and `@name` stays a mention. */
export function escapedTitle(title: string): string {
  const line = title.replaceAll(/[\s\x00-\x1f\x7f-\x9f]+/g, ' ').trim();
  const parts = line.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
  // Of three parts, the second is code, and the third its marks.
  const escaped = parts.map((part, index) => [part.replaceAll(/[\\<>*_()[\]#`]/g, '\\$&'), part, ''][index % 3]);
  return escaped
    .join('')
    .replace(/^([-+=~]|\d+(?=[.)]))([.)]?)/, (_, mark: string, dot: string) =>
      dot === '' ? `\\${mark}` : `${mark}\\${dot}`,
    );
}
