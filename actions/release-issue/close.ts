import { commentMarker } from '../../src/domain/release-issues/marker.ts';
import { listed } from '../../src/domain/text.ts';
import { boundedly } from '../../src/world/parallel.ts';
import { issueFact, outputsOf } from './contract.ts';
import type { FollowedState, IssueInputs, IssuePlan } from './contract.ts';

/** Says in a last comment where the release is, and closes the issue. */
export async function close({ comment }: IssueInputs, state: FollowedState): Promise<IssuePlan> {
  const { repository, found, notes, github } = state;
  const { issue, proposal } = found;
  const releases = await boundedly(proposal.tags, async (tag) => ({
    tag,
    url: await github.releases.page({ repository, tag }),
  }));
  const there = releases.filter(({ url }) => url !== undefined);
  const links = there.map(({ tag, url }) => `- [${tag}](${url})`);
  const isMissing = comment === undefined && there.length === 0;
  const text = [comment?.trim() ?? 'Released:', links.join('\n')].filter((part) => part !== '').join('\n\n');
  const marked = { marker: commentMarker(`close ${proposal.tags.join(' ')}`), text, about: 'that it is released' };
  return {
    notes,
    waitsFor: [
      isMissing && {
        title: `a published release of ${listed(proposal.tags)} in ${repository}`,
        fix: 'Publish the release first. For a project without releases on GitHub, set comment.',
      },
    ],
    changes: [
      !isMissing && github.comments.save(issue, marked, await github.comments.list(issue)),
      github.issues.close(issue),
    ],
    outputs: outputsOf(found),
    facts: () => [issueFact(issue), ...there.map(({ tag, url }) => ({ name: 'Release', value: tag, url }))],
  };
}
