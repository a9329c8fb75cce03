import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import commitChanges from '../../actions/commit-changes/action.ts';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import packageDocs from '../../actions/package-docs/action.ts';
import parseTag from '../../actions/parse-tag/action.ts';
import pushTag from '../../actions/push-tag/action.ts';
import setValues from '../../actions/set-values/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import { refusal } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';
import type { ScratchRepository } from '../support/repository.ts';

type Run = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};
type Row = readonly [
  title: string,
  action: { readonly name: string },
  arrange: (repo: ScratchRepository) => Promise<Run>,
  /** Commits are A, B and so on, in the order in which they are named. */
  said: readonly string[],
];

const tag = { inputs: { tag: 'v1.0.0' } };

/** What is refused because tags, branches and commits are not where they should be, with all that is said. */
const rows: readonly Row[] = [
  [
    'a lightweight tag where an annotated one is required',
    parseTag,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      return { inputs: { tag: 'v1.0.0', require: 'annotated' } };
    },
    [
      'Tag v1.0.0 is lightweight, but the input require is annotated.',
      'Release the next version with push-tag, which makes annotated tags.',
    ],
  ],
  [
    'a tag without a signature where one is required',
    parseTag,
    async (repo) => {
      await repo.pushTag('v1.0.0', { annotated: 'One\n' });
      return { inputs: { tag: 'v1.0.0', require: 'signed' } };
    },
    [
      'Tag v1.0.0 is not signed, but the input require is signed.',
      'Release the next version: set signing-key of push-tag, or use git tag --sign.',
    ],
  ],
  [
    'a commit that is not on the branch',
    parseTag,
    async (repo) => {
      await repo.git('checkout', '--quiet', '-b', 'other');
      await repo.commit('Beside main');
      await repo.pushTag('v1.0.0');
      return { inputs: { tag: 'v1.0.0', branch: 'main' } };
    },
    [
      'Commit A is not on the branch main, whose tip is B.',
      'Tag a commit of main, or set the input branch to the branch that this release is made from.',
    ],
  ],
  [
    'a branch in a checkout without origin',
    parseTag,
    async (repo) => {
      await repo.git('remote', 'rename', 'origin', 'upstream');
      return { inputs: { tag: 'v1.0.0', branch: 'main' } };
    },
    [
      'This checkout has no remote named origin, so whether the commit is on main cannot be checked.',
      'Add the remote, or leave the input branch out.',
    ],
  ],
  [
    'a tag that was moved since it was fetched',
    parseTag,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      await repo.commit('Later');
      await repo.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/tags/v1.0.0');
      return tag;
    },
    [
      'Tag v1.0.0 was moved: it is at A on origin, but at B in this checkout.',
      'Find out who moved the tag and why. Do not release a tag again that was public: release the next version.',
    ],
  ],
  [
    'a tag that was moved since the event',
    parseTag,
    async (repo) => {
      const before = await repo.head();
      await repo.commit('Later');
      await repo.pushTag('v1.0.0');
      return { ...tag, env: { GITHUB_REF: 'refs/tags/v1.0.0', GITHUB_SHA: before } };
    },
    [
      'Tag v1.0.0 was moved: it is at A on origin, but at B in the event that triggered this run.',
      'Find out who moved the tag and why. Do not release a tag again that was public: release the next version.',
    ],
  ],
  [
    'a tag that was made again at the same commit',
    parseTag,
    async (repo) => {
      await repo.pushTag('v1.0.0', { annotated: 'One\n' });
      await repo.tag('again', { annotated: 'Two\n' });
      await repo.git('update-ref', 'refs/tags/v1.0.0', await repo.git('rev-parse', 'refs/tags/again'));
      return tag;
    },
    [
      'Tag v1.0.0 was recreated at the same commit: its tag object is A on origin, but B in this checkout. The message, tagger or signature differs.',
      'If the tag on origin is right, delete the one in the checkout: git tag -d v1.0.0',
    ],
  ],
  [
    'a tag that was deleted since the event',
    parseTag,
    async () => ({ ...tag, env: { GITHUB_REF: 'refs/tags/v1.0.0' } }),
    [
      'Tag v1.0.0 triggered this run, but it no longer exists on origin.',
      'Find out who deleted the tag and why. Do not use a tag again that was public: release the next version.',
    ],
  ],
  [
    'no tag in an event of a branch',
    parseTag,
    async () => ({ inputs: {}, env: { GITHUB_REF: 'refs/heads/main' } }),
    [
      'The input tag is empty, and the run was triggered by refs/heads/main, not by a tag.',
      "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
    ],
  ],
  [
    'a tag that exists at another commit',
    pushTag,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      await repo.commit('Later');
      return tag;
    },
    [
      'Tag v1.0.0 already exists on origin, but at A, not at B.',
      'Release the next version, or check out A if that is the right commit. A tag is never moved: whoever has fetched it keeps the old one.',
    ],
  ],
  [
    'a tag of the checkout that is at another commit',
    pushTag,
    async (repo) => {
      await repo.tag('v1.0.0', { annotated: 'v1.0.0\n' });
      await repo.commit('Later');
      return tag;
    },
    [
      'The tag v1.0.0 of this checkout is not pushed yet, and is at A, not at B.',
      'Delete it and run again: git tag -d v1.0.0',
    ],
  ],
  [
    'a tag of the checkout with another message',
    pushTag,
    async (repo) => {
      await repo.tag('v1.0.0', { annotated: 'Mine\n' });
      return tag;
    },
    [
      'The tag v1.0.0 of this checkout is not pushed yet, and has the message "Mine", not the requested one.',
      'Delete it and run again: git tag -d v1.0.0',
    ],
  ],
  [
    'a tag that is in the way of another',
    goModuleTags,
    async (repo) => {
      await repo.commit('Module', { 'src/a/go.mod': 'module example.com/a/src/a\n\nrequire b.c/d v1.0.0\n' });
      await repo.tag('src/a');
      return { inputs: { version: 'v1.0.0', include: 'src/a' } };
    },
    [
      'Tag src/a is in the way of src/a/v1.0.0: git cannot keep both.',
      'If nobody needs the tag src/a, delete it here (git tag -d src/a) and on the remote. Or leave the module out with the input exclude.',
    ],
  ],
  [
    'a module tag of the checkout that is at another commit',
    goModuleTags,
    async (repo) => {
      await repo.tag('v1.0.0');
      await repo.commit('Module', { 'go.mod': 'module example.com/a\n\nrequire b.c/d v1.0.0\n' });
      return { inputs: { version: 'v1.0.0', include: '.' } };
    },
    [
      'The tag v1.0.0 of this checkout is not pushed yet, and is at A, not at B.',
      'Delete it, and run again: git tag -d v1.0.0',
    ],
  ],
  [
    'a module tag that exists at another commit',
    goModuleTags,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      await repo.commit('Module', { 'go.mod': 'module example.com/a\n\nrequire b.c/d v1.0.0\n' });
      return { inputs: { version: 'v1.0.0' } };
    },
    [
      'Tag v1.0.0 already exists on origin, but at A, not at B.',
      'Release v1.0.1 instead, which is free for every module. The Go module proxy never forgets a tag: whoever gets another commit for it sees a checksum mismatch (SECURITY ERROR).',
    ],
  ],
  [
    'a file that the commit of from does not have',
    setValues,
    async (repo) => {
      const before = await repo.head();
      await repo.commit('Add', { 'a.yaml': 'a: 1\n' });
      return { inputs: { values: 'a.yaml: { a: 1 }', from: before } };
    },
    ['Commit A has no file a.yaml.', 'Correct the input from, or leave the file out.'],
  ],
  [
    'a link that leads out of the folder to pack',
    packageDocs,
    async (repo) => {
      await repo.commit('Docs', { 'docs/a.md': 'a\n' });
      await symlink('../README.md', join(repo.folder, 'docs/b.md'));
      return { inputs: { name: 'project', version: 'v1.0.0' } };
    },
    [
      'docs/b.md is a link to "../README.md", which is outside docs.',
      'Let it lead to something in docs, put a copy in its place, or add it to the input exclude: b.md',
    ],
  ],
  [
    'a pull request without a base',
    commitChanges,
    async (repo) => {
      await repo.git('checkout', '--quiet', '--detach');
      return { inputs: {}, env: { GITHUB_REF: 'refs/pull/7/merge' } };
    },
    [
      'refs/pull/7/merge is a pull request, so it is not clear which branch gets the commit.',
      'Set the input base to the branch that gets the commit.',
    ],
  ],
  [
    'a fork in the same account',
    commitChanges,
    async () => ({ inputs: { via: 'pull-request', repository: 'org/project', fork: 'Org/fork' } }),
    [
      'Org/fork and org/project belong to the same account. GitHub cannot tell forks of one account apart.',
      'Use a fork in another account. Or leave the input fork out: then the repository itself gets the branch.',
    ],
  ],
  [
    'a revision that is not one commit',
    pushTag,
    async () => ({ inputs: { tag: 'v1.0.0', commit: '^HEAD' } }),
    ['"^HEAD" is not one commit.', 'Give a single commit, branch or tag.'],
  ],
  [
    'a remote with two addresses to push to',
    pushTag,
    async (repo) => {
      await repo.git('remote', 'set-url', '--add', '--push', 'origin', repo.remote);
      await repo.git('remote', 'set-url', '--add', '--push', 'origin', 'https://example.com/second.git');
      return tag;
    },
    ['The remote origin pushes to several addresses.', 'Set the input remote to the one address to push to.'],
  ],
  [
    'a file behind a link that is to be edited',
    setValues,
    async (repo) => {
      await repo.commit('Add', { 'real.yaml': 'a: 1\n' });
      await symlink('real.yaml', join(repo.folder, 'link.yaml'));
      return { inputs: { values: 'link.yaml: { a: 2 }' } };
    },
    ['link.yaml leads through a symbolic link to real.yaml.', 'Give the path of the file itself: real.yaml'],
  ],
  [
    'a path that is outside of the checkout',
    commitChanges,
    async () => ({ inputs: { paths: ':(top)x' } }),
    ['Nothing in the checkout matches ":(top)x".', 'Correct the input paths. They are relative to the checkout.'],
  ],
  [
    'unpushed commits beside new ones of the branch',
    commitChanges,
    async (repo) => {
      await repo.git('checkout', '--quiet', '-b', 'other');
      await repo.commit('Theirs', { 'b.txt': 'b\n' });
      await repo.push('HEAD:refs/heads/main');
      await repo.git('checkout', '--quiet', 'main');
      await repo.commit('Mine', { 'c.txt': 'c\n' });
      await repo.write('d.txt', 'd\n');
      return { inputs: { paths: 'd.txt', base: 'main' } };
    },
    [
      'The checkout has a commit that was not pushed (A), but the branch has other new commits up to B.',
      'Rebase the unpushed commits, or start again from a fresh checkout of the branch.',
    ],
  ],
  [
    'an edit that the branch contradicts',
    commitChanges,
    async (repo) => {
      await repo.commit('First', { 'a.txt': 'a\n' });
      await repo.push();
      const before = await repo.head();
      await repo.commit('Theirs', { 'a.txt': 'b\n' });
      await repo.push();
      await repo.git('reset', '--quiet', '--hard', before);
      await repo.write('a.txt', 'c\n');
      return { inputs: { base: 'main' } };
    },
    [
      'a.txt was edited here, but it also changed on the branch between A, the commit of this checkout, and B.',
      'Start again from a fresh checkout of the branch.',
    ],
  ],
];

it.each(rows)('%s', async (_, action, arrange, said) => {
  await using repo = await scratchRepository();
  const refused = await refusal(action as Action, repo, await arrange(repo));
  const names = new Map<string, string>();
  const named = refused.replaceAll(/\b[0-9a-f]{12}(?:[0-9a-f]{28})?\b/g, (sha) => {
    const name = names.get(sha.slice(0, 12)) ?? String.fromCharCode(65 + names.size);
    names.set(sha.slice(0, 12), name);
    return name;
  });
  expect(named).toBe(said.join('\n'));
});
