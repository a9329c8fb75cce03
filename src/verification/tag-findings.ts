import { ReleaseError } from '../domain/error.ts';
import { didYouMean } from '../domain/suggestion.ts';
import { short } from '../domain/text.ts';
import type { World } from '../world/world.ts';
import type { Finding } from './finding.ts';

const where = { remote: 'origin', direction: 'fetch' } as const;

type Tag = { readonly tag: string; readonly commit: string; readonly defaultBranch: string };

/** What holds of the tag of every release, whatever workflows say. */
export async function tagFindings({ tag, commit, defaultBranch }: Tag, { git }: World): Promise<readonly Finding[]> {
  const { tags, branches } = await git.remotes.refs(where, defaultBranch);
  const there = tags.get(tag);
  if (there === undefined)
    return [
      {
        verdict: 'different',
        what: `origin has no tag ${tag}; it should be at ${short(commit)}.`,
        fix: 'Find out who deleted it. Push the very same tag again.',
      },
    ];
  if (there.commit !== commit)
    return [
      {
        verdict: 'different',
        what: `origin has tag ${tag} at ${short(there.commit)}, not at ${short(commit)}, as this checkout has it.`,
        fix: 'Find out who moved the tag and why. Whoever has fetched it keeps the old one: release the next version.',
      },
    ];
  const object = await git.tags.object(where, tag, there);
  const kind = object === undefined ? 'lightweight' : object.isSigned ? 'annotated and signed' : 'annotated';
  const tip = branches.get(defaultBranch);
  const isOn =
    tip !== undefined &&
    (await (await git.history()).isOnBranch(commit, { remote: 'origin', name: defaultBranch, tip }));
  return [
    { verdict: 'same', what: `tag ${tag} on origin`, detail: `${kind}, at ${short(commit)}` },
    isOn
      ? { verdict: 'same', what: `commit ${short(commit)}`, detail: `on ${defaultBranch}` }
      : {
          verdict: 'open',
          what: `commit ${short(commit)}`,
          detail: `not on ${defaultBranch}, but perhaps on the branch of an older release`,
        },
  ];
}

/** A tag that this checkout does not have. */
export function noTag(tag: string, known: readonly string[]): ReleaseError {
  const meant = didYouMean(tag, known);
  return new ReleaseError(`This checkout has no tag ${tag}.`, {
    fix:
      meant === undefined
        ? `Fetch it: git fetch origin tag ${tag}`
        : `${meant} To fetch it: git fetch origin tag ${tag}`,
  });
}
