import { refuseBadName } from '../../src/domain/tag.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { input, path, secret, text, verbatim } from '../../src/runtime/input.ts';
import type { Made } from '../../src/runtime/action.ts';
import { boolean } from '../../src/runtime/output.ts';
import type { Event } from '../../src/world/event.ts';
import { titleOfPush } from '../../src/world/git.ts';
import { together } from '../../src/world/parallel.ts';
import { messageOf } from './message.ts';
import { differences, refuseElsewhere, refuseOtherDraft } from './refuse.ts';

export default defineAction({
  name: 'Push tag',
  description: 'Make the annotated tag that starts a release, push it alone, and never move one.',
  inputs: {
    tag: input('The tag, such as v1.2.3.', tagName),
    commit: text('The commit to tag, by any name that git understands.').or('HEAD'),
    message: verbatim(
      'The message, kept verbatim, also lines that begin with #. Without it, the name of the tag.',
    ).optional(),
    messagePath: path('A file that holds the message instead.').optional(),
    signingKey: secret('An ssh or gpg private key to sign with.'),
    signingPassphrase: secret('The passphrase of that key.'),
    tagger: input(
      'Who makes the tag, as Name <address>. Without it: what git is set up with, the name in a gpg key, or github-actions[bot].',
      identity,
    ).optional(),
    remote: input('Where to push: the name of a remote, or an address.', remoteName).or('origin'),
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
  permissions: { 'contents: write': 'to push the tag' },
  starts: true,
  async plan({ tag, remote, start, signingKey, signingPassphrase, ...wanted }, { event, files, git }) {
    if (signingKey === undefined && signingPassphrase !== undefined) throw noKey();
    const where = { remote, direction: 'push' } as const;
    const [{ sha: commit }, local, { tags }, message, takesToken] = await together([
      git.commit(wanted.commit),
      git.localTags(),
      git.remoteRefs(where),
      messageOf(tag, wanted, files),
      git.takesToken(remote),
    ]);
    const starts = startsWorkflows(event, takesToken);
    if (start !== undefined && (await git.objectAt(commit, `.github/workflows/${start}`)) === undefined)
      throw noWorkflow(start, tag);
    const pending = [start !== undefined && starts === false && byHand(start, tag)];

    const [there, draft] = [tags.get(tag), local.get(tag)];
    const asked = { commit, message, isSigned: signingKey !== undefined };
    if (there !== undefined) {
      refuseElsewhere(tag, { at: there.commit, wanted: commit, remote });
      const found = differences({ ...asked, placed: there, object: await git.tagObject(where, tag, there) });
      const but = found === undefined ? '' : ` But it ${found}, and a tag is never moved.`;
      const outputs = (_: Made, isBegun: (title: string) => boolean) => {
        const created = isBegun(titleOfPush(tag, remote)); // by an earlier plan of this run, whose answer got lost
        return { tag, sha: commit, created, starts: created ? starts : undefined };
      };
      return {
        changes: [draft !== undefined && draft.object !== there.object && git.adoptTag(tag, draft, there)],
        notes: [`${tag} is on ${remote} already, at this commit.${but}`],
        pending,
        outputs,
      };
    }

    if (draft !== undefined)
      refuseOtherDraft(tag, { ...asked, placed: draft, object: await git.tagObject(where, tag, draft) });
    const signer =
      draft === undefined && signingKey !== undefined
        ? await git.signer({ key: signingKey, passphrase: signingPassphrase })
        : undefined;
    const tagger = wanted.tagger ?? (await git.identity()) ?? signer?.identity ?? bot;
    return {
      notes: notesOn(tag, { starts, start, isSigned: asked.isSigned }),
      changes: [
        draft === undefined && git.createTag({ name: tag, commit, message, tagger, signer }),
        git.pushTag(remote, tag, commit),
      ],
      pending,
      outputs: { tag, sha: commit, created: true, starts },
    };
  },
});

// The account in whose name GitHub's own automation commits.
const bot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';

/** Undefined: the push is made with credentials of which nobody knows whose they are. */
function startsWorkflows({ isJobToken }: Event, takesToken: boolean): boolean | undefined {
  if (isJobToken === undefined) return undefined;
  return takesToken ? !isJobToken : isJobToken ? undefined : true;
}

const byHand = (start: string, tag: string) => ({
  title: `Workflow ${start} runs at ${tag}`,
  fix: `Start it by hand: gh workflow run ${start} --ref ${tag}`,
});

function notesOn(
  tag: string,
  { starts, start, isSigned }: { starts: boolean | undefined; start: string | undefined; isSigned: boolean },
): readonly string[] {
  return [
    ...(isSigned ? [] : [`${tag} is not signed: no signing-key was given.`]),
    ...(starts === undefined
      ? [`Whether the push of ${tag} starts workflows depends on credentials that are not known here.`]
      : []),
    ...(starts === false && start === undefined
      ? [
          `The token of the job pushes ${tag}, so no workflow starts from it: pass the token of a GitHub App as the input token, or name the workflow in the input start.`,
        ]
      : []),
  ];
}

const noKey = () =>
  new ReleaseError('A signing-passphrase is given, but no signing-key.', {
    fix: 'Check that the secret with the key exists, and that this job may read it.',
  });

const noWorkflow = (start: string, tag: string) =>
  new ReleaseError(`The commit for ${tag} has no file .github/workflows/${start}.`, {
    fix: 'Correct the input start, or tag a commit that has the workflow.',
  });

function tagName(value: string): string {
  const name = value.trim();
  refuseBadName(name);
  if (!name.startsWith('refs/')) return name;
  throw new ReleaseError(`is ${quoted(name)}, which is a full ref.`, {
    fix: 'Give the short name of the tag, as in github.ref_name.',
  });
}

function remoteName(value: string): string {
  if (!/^https?:\/\/[^/]*@/.test(value.trim())) return value.trim();
  throw new ReleaseError('is an address with a user or a token in it.', {
    fix: 'Give the address alone, and the token as the input token.',
  });
}

function identity(value: string): string {
  if (/^[^<>\n]+ <[^<>\s]+>$/.test(value.trim())) return value.trim();
  throw new ReleaseError(`is ${quoted(value)}.`, { fix: 'Write it as Name <address>.' });
}

function workflowFile(value: string): string {
  if (/^[\w.-]+\.ya?ml$/.test(value.trim())) return value.trim();
  throw new ReleaseError(`is ${quoted(value)}.`, {
    fix: 'Give the name of a file in .github/workflows, such as release.yml.',
  });
}
