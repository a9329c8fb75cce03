/** What a release issue proposes: its tags, and the commit that they are for. */
export type ReleaseProposal = { readonly tags: readonly string[]; readonly commit: string };

/** The line by which a release issue is found again, whatever its title becomes. GitHub does not show it. */
export const proposalMarker = ({ tags, commit }: ReleaseProposal): string =>
  `<!-- release-issue: ${inComment({ tags, commit })} -->`;

/** The line by which a comment in a release issue is found again. */
export const commentMarker = (key: string): string => `<!-- release-issue comment: ${inComment(key)} -->`;

const marker = /<!-- release-issue: (\{[^<>]{0,20000}\}) -->/;

/** What the text of an issue proposes; undefined if the issue follows no release. */
export function proposalIn(body: string): ReleaseProposal | undefined {
  const [, json] = marker.exec(body) ?? [];
  return json === undefined ? undefined : proposalOf(json);
}

/** The same text with another proposal. Only the marker changes. */
export const withProposal = (body: string, proposal: ReleaseProposal): string =>
  body.replace(marker, () => proposalMarker(proposal));

export const isSameProposal = (one: ReleaseProposal, other: ReleaseProposal): boolean =>
  proposalMarker(one) === proposalMarker(other);

/** A value as JSON that cannot end a comment of HTML. */
const inComment = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[<>]/g, (character) =>
    character === '<' ? String.raw`\u003c` : String.raw`\u003e`,
  );

/** People can edit the text, so the marker may be anything. */
function proposalOf(json: string): ReleaseProposal | undefined {
  try {
    const { tags, commit } = JSON.parse(json) as Partial<Record<keyof ReleaseProposal, unknown>>;
    const isList = Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === 'string');
    return isList && typeof commit === 'string' ? { tags, commit } : undefined;
  } catch {
    return undefined;
  }
}
