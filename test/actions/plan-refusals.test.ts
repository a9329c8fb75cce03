import { expect, it } from 'vitest';
import bumpChart from '../../actions/bump-chart/action.ts';
import commitChanges from '../../actions/commit-changes/action.ts';
import ghRelease from '../../actions/gh-release/action.ts';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import parseTag from '../../actions/parse-tag/action.ts';
import pushTag from '../../actions/push-tag/action.ts';
import setValues from '../../actions/set-values/action.ts';
import updateChangelog from '../../actions/update-changelog/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import { refusal } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

type Texts = Readonly<Record<string, string>>;
type Row = readonly [
  action: { readonly name: string },
  files: Texts,
  inputs: Texts,
  /** WORKSPACE is the folder of the checkout, and ROOT the folder around it. */
  said: readonly string[],
];

/** What plans refuse in a checkout, with all that is said. */
const rows: readonly Row[] = [
  [
    bumpChart,
    {},
    { chart: 'c' },
    [
      'There is nothing to set.',
      'Give version, app-version or values.',
      'Nothing matches c.',
      'Correct the path or glob. It is relative to WORKSPACE.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'name: c\nversion: 1.0.0\n', 'c/values.yaml': 'image: { tag: v1 }\n' },
    { chart: 'c', values: 'image=v1' },
    [
      'image of c/values.yaml:1:8 is a mapping, not a single value: "{ tag: v1 }"',
      'Name a value in it, such as image.tag.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'name: c\nversion: 1.0.0\n', 'c/values.yaml': 'a: [1]\n' },
    { chart: 'c', values: 'a=v1\na.b=v1\nb=2' },
    [
      'a of c/values.yaml:1:4 is a list, not a single value: "[1]"',
      'Name one of its items, such as a[0].',
      'a of c/values.yaml:1:4 is a list, and has no "b": "[1]"',
      'Name one of its items, such as a[0].',
      'c/values.yaml:1:1 has no b.',
      'Did you mean a?',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'name: c\nversion: 1.0.0\n', 'c/values.yaml': 'a: 1\n' },
    { chart: 'c', values: 'a.b=v1\na[0]=v1' },
    [
      'a of c/values.yaml:1:4 is a single value, and has no "b": "1"',
      'Use the path a.',
      'a of c/values.yaml:1:4 is a single value, not a list: "1"',
      'Use the path a.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'version: &v 1.0.0\nappVersion: *v\n' },
    { chart: 'c', version: '2.0.0', 'app-version': '2.0.0' },
    [
      'version of c/Chart.yaml:1:13 has the anchor &v, so that every alias of it would change: "1.0.0"',
      'Write values in place of the aliases, and remove the anchor first.',
      'appVersion of c/Chart.yaml:2:13 is an alias of a value elsewhere in the file: "*v"',
      'Set the value with the anchor, or write a value in place of the alias first.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'version: >-\n  1.0.0\nappVersion: !!str 1\n' },
    { chart: 'c', version: '2.0.0', 'app-version': '2.0.0' },
    [
      'version of c/Chart.yaml:1:10 is a block of several lines: ">-"',
      'Write the value on one line first.',
      'appVersion of c/Chart.yaml:3:19 has a YAML tag: "1"',
      'Remove the tag first.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'version: 1.0.0\nversion: 1.0.0\n' },
    { chart: 'c', version: '2.0.0' },
    ['c/Chart.yaml:2:1 is not valid YAML: Map keys must be unique', 'Correct the YAML there.'],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'version: 1.0.0\n  name: c\n' },
    { chart: 'c', version: '2.0.0' },
    [
      'c/Chart.yaml:1:10 is not valid YAML: Nested mappings are not allowed in compact mappings',
      'Correct the YAML there.',
    ],
  ],
  [
    bumpChart,
    { 'c/Chart.yaml': 'version: 1.0.0\nname: c\n', 'c/values.yaml': 'a: 1\n' },
    { chart: 'c', values: 'a=1\u00852' },
    [`'1\\u00852' contains a line break or a control character.`, 'Use a value of one line.'],
  ],
  [setValues, {}, {}, ['There is nothing to set.', 'Give values, replace or dependencies-file.']],
  [
    setValues,
    {},
    { dependencies: 'go=1.2' },
    [
      'The input dependencies is given, but dependencies-file is not.',
      'Give the input dependencies-file, such as dependencies.yaml.',
    ],
  ],
  [
    setValues,
    { VERSION: '1\n' },
    { values: 'VERSION: { b: 1 }' },
    [
      'VERSION is not a file whose values have paths.',
      'Use paths for YAML, JSON, TOML and CFF files. For any other file, give the text of the whole file.',
    ],
  ],
  [
    setValues,
    { VERSION: '1\n' },
    { values: 'VERSION: 2\n"V*": { b: 1 }' },
    ['VERSION is given both a new text for the whole file and values at paths.', 'Give only one of them.'],
  ],
  [
    setValues,
    { VERSION: '1\n' },
    { values: '../VERSION: 2' },
    [
      '../VERSION is outside the workspace.',
      'Give a path inside the workspace. A symbolic link must not lead out of it.',
    ],
  ],
  [
    setValues,
    { 'a.json': '{"a": 1,}\n' },
    { values: 'a.json: { a: 2 }' },
    [
      'a.json:1:9 is not valid JSON: Expected double-quoted property name in JSON at position 8 (line 1 column 9)',
      'Correct the JSON there.',
    ],
  ],
  [
    setValues,
    { 'a.toml': 'a = \n' },
    { values: 'a.toml: { a: 2 }' },
    ['a.toml:2:1 is not valid TOML: Unspecified values are invalid', 'Correct the TOML there.'],
  ],
  [
    setValues,
    { 'a.yaml': 'a: 1\n---\na: 2\n' },
    { values: 'a.yaml: { a: 2 }' },
    ['a is in 2 documents of a.yaml:3:4, at lines 1 and 3.', 'Use a path that only one of the documents has.'],
  ],
  [
    setValues,
    { 'a.yaml': 'a:\n  - n: x\n  - n: x\n' },
    { values: `a.yaml: { 'a[n=x].n': 2, 'a[5]': 1, 'a[n=y]': 1 }` },
    [
      'a[n=x] of a.yaml:3:5 matches more than one item, at lines 2 and 3.',
      'Remove one of them, or use a path that matches only one.',
      'a.yaml:2:3 has no a[5].',
      'The list has 2 items. The first one has the index 0.',
      'a.yaml:2:3 has no a[n=y].',
      'Did you mean x?',
    ],
  ],
  [
    setValues,
    { 'a.yaml': '' },
    { values: 'a.yaml: { a: 2 }' },
    ['a.yaml is empty. It has no a.', 'Write a value there first.'],
  ],
  [
    setValues,
    { 'a.yaml': 'x: {y}\n' },
    { values: 'a.yaml: { x.y: 2 }' },
    ['x.y of a.yaml:1:6 has no value to replace: "}"', 'Write a value behind its key first.'],
  ],
  [
    setValues,
    { 'a.yaml': 'a: 1\n' },
    { values: 'a.yaml: { a: 1 }\nnew.yaml: x', from: 'HEAD' },
    ['Nothing matches new.yaml.', 'Correct the path or glob. It is relative to WORKSPACE.'],
  ],
  [
    setValues,
    { 'a.yaml': 'a: 1\n' },
    { values: '.git/config: x' },
    ['.git/config is inside the .git folder, which may hold credentials.', 'Give a file outside .git.'],
  ],
  [
    pushTag,
    { 'empty.md': '\n' },
    { tag: 'v1.0.0', 'message-path': 'empty.md' },
    ['empty.md is empty.', 'Describe the release in it.'],
  ],
  [
    pushTag,
    { 'sig.md': 'a\n-----BEGIN PGP SIGNATURE-----\n' },
    { tag: 'v1.0.0', 'message-path': 'sig.md' },
    [
      'sig.md has a line that git would read as the beginning of a signature.',
      'Indent the line that begins with -----BEGIN.',
    ],
  ],
  [
    pushTag,
    { 'nul.md': 'a\u0000b' },
    { tag: 'v1.0.0', 'message-path': 'nul.md' },
    ['nul.md contains a NUL character, which git cannot store in a tag.', 'Remove the character.'],
  ],
  [
    pushTag,
    {},
    { tag: 'v1.0.0', 'message-path': '.git/config' },
    ['.git/config is inside the .git folder, which may hold credentials.', 'Give a file outside .git.'],
  ],
  [pushTag, {}, { tag: 'v1.0.0', 'message-path': '.' }, ['. is a folder, not a file.', 'Give the path of a file.']],
  [
    pushTag,
    {},
    { tag: 'v1.0.0', commit: 'HEAD~0 HEAD' },
    [
      'There is no commit "HEAD~0 HEAD" in this checkout.',
      'Give a commit that is in this checkout. To have all commits, set fetch-depth: 0 for actions/checkout.',
    ],
  ],
  [
    pushTag,
    {},
    { tag: 'v1.0.0', remote: 'upstream' },
    ['There is no remote "upstream" in this checkout.', 'Give one of origin, or an address.'],
  ],
  [
    pushTag,
    {},
    { tag: 'v1.0.0', token: '', 'job-token': 'x' },
    [
      'Input token is empty.',
      `Check that the secret exists and that this job may read it. To use the job's own token, leave the input out.`,
    ],
  ],
  [
    parseTag,
    {},
    {},
    [
      'The input tag is empty, and there is no GitHub event to take it from.',
      "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
    ],
  ],
  [
    parseTag,
    {},
    { tag: 'v1.0.0', streams: 'a: v{version}\nb: {path}v{version}' },
    [
      'Tag "v1.0.0" matches more than one stream: a: v{version} and b: {path}v{version}.',
      'Change the patterns of the input streams so that every tag matches only one of them.',
    ],
  ],
  [
    parseTag,
    {},
    { tag: 'refs/tags/v1.0.0' },
    [
      'Tag "refs/tags/v1.0.0" belongs to no stream:',
      '  image: v{version} (the pattern does not match)',
      '  chart: chart/{version} (the pattern does not match)',
      'Use the short name of the tag, as in github.ref_name.',
    ],
  ],
  [
    parseTag,
    {},
    { tag: '1!2.0.0x', streams: 'a: {pep440}' },
    [
      'Tag "1!2.0.0x" belongs to no stream:',
      '  a: {pep440} ("1!2.0.0x" is not a public PEP 440 version: it is not like 1.2.3, 1.2.3rc1 or 1.2.3.dev0)',
      'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.',
    ],
  ],
  [
    parseTag,
    {},
    { tag: '1.0+local', streams: 'a: {pep440}' },
    [
      'Tag "1.0+local" belongs to no stream:',
      '  a: {pep440} ("1.0+local" is not a public PEP 440 version: the part after the + makes it a local version, which package indexes refuse)',
      'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.',
    ],
  ],
  [
    commitChanges,
    {},
    { path: 'sub' },
    [
      'There is no folder sub in the workspace.',
      'Correct the input path, or check out the repository there in an earlier step.',
    ],
  ],
  [commitChanges, { 'a.txt': 'a' }, { path: 'a.txt' }, ['a.txt is not a folder.', 'Give the path of a folder.']],
  [
    commitChanges,
    {},
    { via: 'pull-request' },
    [
      'The remote origin is not on the GitHub server of this run.',
      'Give the input repository as owner/name, or use via: push with commit-through: git.',
    ],
  ],
  [
    commitChanges,
    {},
    { base: 'nowhere' },
    ['origin has no branch "nowhere".', 'Set the input base to a branch that exists.'],
  ],
  [
    commitChanges,
    {},
    { body: 'a', 'body-path': 'b' },
    ['Both body and body-path are given.', 'Give only one of them.'],
  ],
  [
    commitChanges,
    {},
    { via: 'pull-request', body: 'x'.repeat(65537), repository: 'org/project', fork: 'org/other' },
    [
      'The text of the pull request has 65537 characters. GitHub allows 65536.',
      'Give a shorter text in the input body or body-path.',
    ],
  ],
  [
    ghRelease,
    {},
    { tag: 'v1.0.0' },
    ['The remote origin is not on https://github.com.', 'Set the input repository, as owner/name.'],
  ],
  [
    ghRelease,
    { 'empty.txt': '', 'b/a b.txt': 'x', 'c/x.txt': 'x', 'd/X.txt': 'x' },
    { tag: 'v1.0.0', repository: 'org/project', files: 'empty.txt\nb/*\nc/x.txt\nd/X.txt' },
    [
      'empty.txt is empty. GitHub refuses empty files.',
      'Remove it from the files.',
      'GitHub would rename "a b.txt" to "a.b.txt".',
      'Give b/a b.txt a name that contains only letters, digits and ._-+@',
      'c/x.txt and d/X.txt would have the same name in the release.',
      'Rename all but one. Names that differ only in upper and lower case are the same file on some systems.',
    ],
  ],
  [
    ghRelease,
    { 'd/x.txt': '' },
    { tag: 'v1.0.0', repository: 'org/project', files: 'd' },
    ['d is a folder, not a file.', 'Give the files in it: d/*'],
  ],
  [
    ghRelease,
    { 'c.md': '## 1.0.0\n\n- a\n\n## 1.0.0\n\n- b\n' },
    { tag: 'v1.0.0', repository: 'org/project', notes: 'changelog: c.md' },
    [
      'c.md:5 has two sections of v1.0.0, at lines 1 and 5.',
      'Merge the two sections, or name the version in only one of the headings.',
    ],
  ],
  [
    goModuleTags,
    {},
    { version: 'v1.0.0' },
    [
      'The commit has no Go module to release.',
      'Check the input commit. If a skipped directory is a module, add it to the input include.',
    ],
  ],
  [
    goModuleTags,
    { 'go.mod': 'module example.com/a\nrequire (\n' },
    { version: 'v1.0.0' },
    [
      'go.mod:2 begins a block that is never closed.',
      'Correct the line. The command go mod edit -json shows what Go reads.',
    ],
  ],
  [
    goModuleTags,
    {},
    {},
    ['Neither version nor versions-file is given.', 'Give the version to tag, such as v0.8.0, or a versions file.'],
  ],
  [
    goModuleTags,
    {},
    { version: 'v1.0.0', 'versions-file': 'versions.yaml' },
    ['Both version and versions-file are given.', 'Remove one of them: a versions file has the versions of its sets.'],
  ],
  [
    goModuleTags,
    {},
    { version: 'v1.0.0', 'module-set': 'stable' },
    [
      'The input module-set is given, but versions-file is not.',
      'Give the file that has the sets, such as versions.yaml.',
    ],
  ],
  [
    updateChangelog,
    { 'CHANGELOG.md': '' },
    { version: 'v1.0.0' },
    [
      'origin is ROOT/remotes/org/project.git, which is not a repository on https://github.com.',
      'Run it in a checkout of a repository on https://github.com, or set GITHUB_SERVER_URL to the right server.',
    ],
  ],
  [
    updateChangelog,
    { 'CHANGELOG.md': '## 1.0.0\n\n- a\n\n## 1.0.0\n\n- b\n' },
    { version: 'v1.0.0' },
    [
      'CHANGELOG.md:5 has two sections of v1.0.0, at lines 1 and 5.',
      'Merge the two sections, or name the version in only one of the headings.',
    ],
  ],
];

it.each(rows.map(([action, files, inputs, said]) => [action.name, inputs, { action, files, said }] as const))(
  '%s with %j',
  async (_, inputs, { action, files, said }) => {
    await using repo = await scratchRepository(files);
    const refused = await refusal(action as Action, repo, { inputs });
    expect(refused.replaceAll(repo.folder, 'WORKSPACE').replaceAll(repo.scratch.root, 'ROOT')).toBe(said.join('\n'));
    expect(await repo.git('status', '--porcelain')).toBe('');
  },
);
