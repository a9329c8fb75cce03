import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseRemote } from '../../src/domain/repositories/remote.ts';
import { tagDifference, refuseOtherUnpushedTag } from '../../src/domain/tags/unpushed-tag.ts';
import { short } from '../../src/domain/text.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { input, path, secret, text, verbatim } from '../../src/runtime/input.ts';
import { boolean } from '../../src/runtime/output.ts';
import { tagOn } from '../../src/world/git/git.ts';
import { signingKeyOf } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import { refuseUnstartable, startAt, workflowFile } from '../../src/plans/start.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import { defaultTagger } from '../../src/plans/tagger.ts';
import { refuseMisplacedTag } from '../../src/plans/tag-place.ts';
import { messageOf } from './message.ts';

export default defineAction({
  name: 'Push tag',
  description:
    'Create the annotated tag that starts a release, and push only this tag. An existing tag is never moved.',
  example: '--tag v1.2.3 --message-path notes.md',
  inputs: {
    tag: input('The tag to create, such as v1.2.3.', parseTagName),
    commit: text('The commit to tag: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
    message: verbatim(
      'The tag message. It is kept verbatim, including lines that begin with #. Default: the name of the tag.',
    ).optional(),
    messagePath: path('A file to read the tag message from. Cannot be combined with message.').optional(),
    signingKey: secret('An SSH or GPG private key to sign the tag with. Default: the tag is not signed.'),
    signingPassphrase: secret('The passphrase of signing-key.'),
    tagger: input(
      'The tagger, as Name <address>. Default: the identity in the git configuration, else the name in the GPG key, else github-actions[bot] in a job.',
      parseIdentity,
    ).optional(),
    remote: input('The remote to push to: its name, or the address of a repository.', parseRemote).or('origin'),
    start: input(
      "A workflow file to start at the new tag, such as release.yml. Used only if the push itself starts no workflows, as with the job's own token.",
      workflowFile,
    ).optional(),
  },
  outputs: {
    tag: 'The tag.',
    sha: 'The commit that the tag points to.',
    created: boolean('Whether this run pushed the tag, or would push it.'),
    starts: boolean(
      "Whether the push starts workflows. false with the job's own token. Unset if nothing has to be pushed, or if it is unknown.",
    ),
  },
  permissions: { 'contents: write': 'to push the tag', 'actions: write': 'to start the workflow of the input start' },
  starts: true,
  async plan({ tag, remote, start, signingKey, signingPassphrase, ...wanted }, world) {
    const { files, git } = world;
    const where = { remote, direction: 'push' } as const;
    const found = git.commits.find(wanted.commit);
    // Everything that needs no server comes first, so that a mistake is told without one.
    const [{ sha: commit }, local, message, key, starts] = await together([
      found,
      git.tags.here(),
      messageOf(tag, wanted, files),
      signingKeyOf(signingKey, signingPassphrase),
      git.remotes.startsWorkflows(remote),
      start === undefined ? undefined : refuseUnstartable({ workflow: start, tag, commit: found }, world),
    ]);
    const { tags } = await git.remotes.refs(where);
    const [there, here] = [tags.get(tag), local.get(tag)];
    if (there !== undefined)
      refuseMisplacedTag({ tag, at: there.commit, expected: commit, remote }, keepTag(there.commit));
    const object = there && (await git.tags.object(where, tag, there));
    const run = { where, tag, commit, isThere: there !== undefined, madeAt: object?.epoch };
    const starting =
      start === undefined || starts !== false ? undefined : await startAt({ ...run, workflow: start }, world);
    const pages = await pagesOf(where, world);
    const newTag = { commit, message, isSigned: key !== undefined };
    if (there !== undefined) {
      const difference = tagDifference({ ...newTag, at: there.commit, object });
      const kept = difference === undefined ? '' : ` It is left as it is, although it ${difference}.`;
      const created = world.ledger.isMade(tagOn(remote, tag)); // by an earlier plan of this run, whose answer was lost
      return {
        changes: [
          here !== undefined && here.object !== there.object && git.tags.matchRemote(tag, here, there),
          starting?.change,
        ],
        notes: [`${tag} already exists on ${remote}, at this commit.${kept}`, ...(starting?.notes ?? [])],
        outputs: { tag, sha: commit, created, starts: created ? starts : undefined },
        facts: () => [pages.tag('Tag', tag, true), pages.commit(commit, true)],
      };
    }

    if (here !== undefined)
      refuseOtherUnpushedTag(tag, { ...newTag, at: here.commit, object: await git.tags.object(where, tag, here) });
    const signer = here === undefined && key !== undefined ? await (await git.signing()).signer(key) : undefined;
    const tagger = wanted.tagger ?? (await defaultTagger(signer, world));
    const push = git.tags.push(remote, tag, commit);
    return {
      notes: pushNotes(tag, { starts, start, isSigned: newTag.isSigned }),
      changes: [
        here === undefined && git.tags.create({ name: tag, commit, message, tagger, signer }),
        push,
        starting?.change,
      ],
      outputs: { tag, sha: commit, created: true, starts },
      facts: ({ isMade }) => [pages.tag('Tag', tag, isMade(push)), pages.commit(commit, isMade(push))],
    };
  },
});

function pushNotes(
  tag: string,
  { starts, start, isSigned }: { starts: boolean | undefined; start: string | undefined; isSigned: boolean },
): readonly string[] {
  const isStarted = starts === false && start !== undefined;
  return [
    ...(isSigned ? [] : [`${tag} is not signed: no signing-key was given.`]),
    ...(isStarted
      ? []
      : startNotes(starts, { made: `the push of ${tag}`, otherwise: 'name the workflow in the input start' })),
  ];
}

const keepTag = (at: string) =>
  `Release the next version, or check out ${short(at)} if that is the right commit. A tag is never moved: whoever has fetched it keeps the old one.`;
