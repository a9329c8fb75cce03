/** What a release issue proposes: its tags, and the commit that they are for. */
export type ReleaseProposal = { readonly tags: readonly string[]; readonly commit: string };

/** The line by which a release issue is found again, whatever its title becomes. GitHub does not show it. */
export const proposalMarker = ({ tags, commit }: ReleaseProposal, from?: string): string =>
  `<!-- release-issue: ${inComment({ tags, commit, from })} -->`;

/** The line by which a comment in a release issue is found again. */
export const commentMarker = (key: string): string => `${commentMarkerStart}${inComment(key)} -->`;

export const commentMarkerStart = '<!-- release-issue comment: ';

const marker = /<!-- release-issue: (\{[^<>]{0,20000}\}) -->(?![^]*<!-- release-issue: )/;

/** What the text of an issue proposes; undefined if it follows no release. The last marker counts: the text may quote others. */
export function proposalIn(body: string): ReleaseProposal | undefined {
  const [, json] = marker.exec(body) ?? [];
  return json === undefined ? undefined : proposalOf(json);
}

/** From which version of the text a run made this one. A person who edits it leaves the marker as it is. */
export function originIn(body: string): string | undefined {
  const [, json] = marker.exec(body) ?? [];
  const { from } = json === undefined ? {} : ((parsed(json) ?? {}) as { readonly from?: unknown });
  return typeof from === 'string' ? from : undefined;
}

/** The same text with an origin, or without one. */
export function withOrigin(body: string, from: string | undefined): string {
  const proposal = proposalIn(body);
  return proposal === undefined ? body : body.replace(marker, () => proposalMarker(proposal, from));
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
  const { tags, commit } = (parsed(json) ?? {}) as Partial<Record<keyof ReleaseProposal, unknown>>;
  const isList = Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === 'string');
  return isList && typeof commit === 'string' ? { tags, commit } : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
