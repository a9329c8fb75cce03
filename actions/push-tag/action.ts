import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseRemote } from '../../src/domain/repositories/remote.ts';
import { differences, refuseOtherDraft } from '../../src/domain/tags/tag-draft.ts';
import { short } from '../../src/domain/text.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { input, path, secret, text, verbatim } from '../../src/runtime/input.ts';
import { boolean } from '../../src/runtime/output.ts';
import { tagOn } from '../../src/world/git/git.ts';
import { signingKeyOf } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import { refuseUnstartable, startAt, workflowFile } from '../../src/plans/start.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import { refuseMisplacedTag } from '../../src/plans/tag-place.ts';
import { messageOf } from './message.ts';

export default defineAction({
  name: 'Push tag',
  description: 'Make the annotated tag that starts a release, push it alone, and never move one.',
  inputs: {
    tag: input('The tag, such as v1.2.3.', parseTagName),
    commit: text('The commit to tag, by any name that git understands.').or('HEAD'),
    message: verbatim(
      'The message, kept verbatim, also lines that begin with #. Without it, the name of the tag.',
    ).optional(),
    messagePath: path('A file that holds the message instead.').optional(),
    signingKey: secret('An ssh or gpg private key to sign with.'),
    signingPassphrase: secret('The passphrase of that key.'),
    tagger: input(
      'Who makes the tag, as Name <address>. Without it: what git is set up with, the name in a gpg key, or github-actions[bot].',
      parseIdentity,
    ).optional(),
    remote: input('Where to push: the name of a remote, or an address.', parseRemote).or('origin'),
    start: input(
      'A workflow file to start at the new tag, such as release.yml, for a token whose pushes start none.',
      workflowFile,
    ).optional(),
  },
  outputs: {
    tag: 'The tag.',
    sha: 'The commit that it is at.',
    created: boolean('Whether this run put it there, or would.'),
    starts: boolean(
      'Whether the push starts workflows: not with the token of the job. Unset when nothing has to be pushed, or nobody can tell.',
    ),
  },
  permissions: { 'contents: write': 'to push the tag', 'actions: write': 'to start a workflow, with start' },
  starts: true,
  async plan({ tag, remote, start, signingKey, signingPassphrase, ...wanted }, world) {
    const { files, git } = world;
    const key = signingKeyOf(signingKey, signingPassphrase);
    const where = { remote, direction: 'push' } as const;
    const [{ sha: commit }, local, { tags }, message, starts] = await together([
      git.commits.find(wanted.commit),
      git.tags.here(),
      git.remotes.refs(where),
      messageOf(tag, wanted, files),
      git.remotes.startsWorkflows(remote),
    ]);
    if (start !== undefined)
      refuseUnstartable(start, tag, await git.commits.text(commit, `.github/workflows/${start}`));

    const [there, here] = [tags.get(tag), local.get(tag)];
    const starting =
      start === undefined || starts !== false
        ? undefined
        : await startAt({ where, workflow: start, tag, commit, isThere: there !== undefined }, world);
    const asked = { commit, message, isSigned: key !== undefined };
    if (there !== undefined) {
      refuseMisplacedTag({ tag, at: there.commit, expected: commit, remote }, keepTag(there.commit));
      const found = differences({ ...asked, at: there.commit, object: await git.tags.object(where, tag, there) });
      const but = found === undefined ? '' : ` But it ${found}, and a tag is never moved.`;
      const created = world.ledger.isBegun(tagOn(remote, tag)); // by an earlier plan of this run, whose answer got lost
      return {
        changes: [
          here !== undefined && here.object !== there.object && git.tags.matchRemote(tag, here, there),
          starting?.change,
        ],
        notes: [`${tag} is on ${remote} already, at this commit.${but}`, ...(starting?.notes ?? [])],
        outputs: { tag, sha: commit, created, starts: created ? starts : undefined },
      };
    }

    if (here !== undefined)
      refuseOtherDraft(tag, { ...asked, at: here.commit, object: await git.tags.object(where, tag, here) });
    const signer = here === undefined && key !== undefined ? await git.signing.signer(key) : undefined;
    const tagger = wanted.tagger ?? (await git.signing.tagger(signer));
    return {
      notes: notesOn(tag, { starts, start, isSigned: asked.isSigned }),
      changes: [
        here === undefined && git.tags.create({ name: tag, commit, message, tagger, signer }),
        git.tags.push(remote, tag, commit),
        starting?.change,
      ],
      outputs: { tag, sha: commit, created: true, starts },
    };
  },
});

function notesOn(
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
  `A tag is never moved: everybody who fetched it keeps the old one. Release the next version, or check out ${short(at)} if that is the commit that you mean.`;
