import { expect, it } from 'vitest';
import bumpChart from '../../actions/bump-chart/action.ts';
import commitChanges from '../../actions/commit-changes/action.ts';
import ghRelease from '../../actions/gh-release/action.ts';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import parseTag from '../../actions/parse-tag/action.ts';
import promoteImage from '../../actions/promote-image/action.ts';
import pushTag from '../../actions/push-tag/action.ts';
import setValues from '../../actions/set-values/action.ts';
import updateChangelog from '../../actions/update-changelog/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import { refusal } from '../support/perform.ts';

type Row = readonly [
  action: { readonly name: string },
  inputs: Readonly<Record<string, string>>,
  said: readonly string[],
];

/** What people mistype in an input, and all that they are told. */
const rows: readonly Row[] = [
  [
    parseTag,
    { tag: 'v1.0.0', revision: 'x', next: 'y', require: 'maybe' },
    [
      'Input revision is "x", not a whole number.',
      'Give a whole number, such as 0 or 12.',
      'Input require cannot be "maybe".',
      'Use annotated or signed.',
      'Input next cannot be "y".',
      'Use major, minor or patch.',
    ],
  ],
  [
    promoteImage,
    { via: 'pull-request', from: 'gcr.io/k8s-staging-app', project: 'my app', reviewers: 'mona\n@org/team\n/approve' },
    [
      'Input project is "my app", not the name of a project.',
      'Use at most 100 letters, digits, hyphens, underscores and single dots, such as dra-example-driver.',
      'Input reviewers has "/approve", which is no account.',
      'Write a user such as mona, or a team such as kubernetes/release-managers.',
    ],
  ],
  [pushTag, {}, ['Input tag is required.', 'The tag to create, such as v1.2.3.']],
  [
    pushTag,
    { tag: 'v1 0' },
    [
      'Input tag: "v1 0" is not a valid tag name: it contains a space, a control character or one of ~ ^ : ? * [ \\.',
      'Use a tag such as v1.2.3.',
    ],
  ],
  [
    pushTag,
    { tag: '-v1' },
    ['Input tag: "-v1" is not a valid tag name: it begins with a hyphen.', 'Use a tag such as v1.2.3.'],
  ],
  [
    pushTag,
    { tag: 'v1..0' },
    [
      'Input tag: "v1..0" is not a valid tag name: it contains "..", "@{" or "//", begins or ends with a slash, or is "@".',
      'Use a tag such as v1.2.3.',
    ],
  ],
  [
    pushTag,
    { tag: 'v1.lock' },
    [
      'Input tag: "v1.lock" is not a valid tag name: it has a part that begins with a dot, or ends with ".lock" or a dot.',
      'Use a tag such as v1.2.3.',
    ],
  ],
  [
    pushTag,
    { tag: 'v1\u202e' },
    [
      `Input tag: 'v1\\u202e' is not a valid tag name: it contains an invisible character.`,
      'Use a tag such as v1.2.3.',
    ],
  ],
  [
    pushTag,
    { tag: `v${'1'.repeat(1024)}` },
    [
      `Input tag: "v${'1'.repeat(1024)}" is not a valid tag name: it is longer than 1024 characters, which is the limit.`,
      'Use a tag such as v1.2.3.',
    ],
  ],
  [
    pushTag,
    { tag: 'refs/tags/v1.0.0' },
    [
      'Input tag is "refs/tags/v1.0.0", which is a full ref, not a tag name.',
      'Use the short name of the tag, as in github.ref_name.',
    ],
  ],
  [
    pushTag,
    { tag: 'v1.0.0', tagger: 'Ann' },
    ['Input tagger is "Ann", not a name and an address.', 'Write Name <address>.'],
  ],
  [
    pushTag,
    { tag: 'v1.0.0', remote: 'https://user:token@github.com/org/project' },
    [
      'Input remote is an address that contains a user or a token.',
      'Write the address without them, and pass the token as the input token.',
    ],
  ],
  [
    pushTag,
    { tag: 'v1.0.0', start: '../release.yml' },
    [
      'Input start: "../release.yml" is not the name of a workflow file.',
      'Give the name of a file in .github/workflows, such as release.yml.',
    ],
  ],
  [
    pushTag,
    { tag: 'v1.0.0', 'message-path': '../notes.md' },
    [
      'Input message-path is "../notes.md", which is outside the workspace.',
      'Give a path inside the workspace, relative to it.',
    ],
  ],
  [pushTag, { tag: 'v1.0.0', mode: 'aply' }, ['Input mode cannot be "aply".', 'Use apply, local, dry-run or check.']],
  [
    parseTag,
    { streams: 'image' },
    [
      'Input streams contains the line "image", which is not a stream.',
      'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
    ],
  ],
  [
    parseTag,
    { streams: 'a: v' },
    [
      'Input streams contains the pattern "v", which cannot be used: it has 0 versions.',
      `Use one version and at most one path. The placeholders are {version} (SemVer 2), {pep440} (Python's scheme) and {path} (a directory).`,
    ],
  ],
  [
    parseTag,
    { streams: 'a: {version}{pep440}' },
    [
      'Input streams contains the pattern "{version}{pep440}", which cannot be used: it has 2 versions.',
      `Use one version and at most one path. The placeholders are {version} (SemVer 2), {pep440} (Python's scheme) and {path} (a directory).`,
    ],
  ],
  [
    parseTag,
    { streams: 'a: {path}/{path}/v{version}' },
    [
      'Input streams contains the pattern "{path}/{path}/v{version}", which cannot be used: {path} is used twice.',
      `Use one version and at most one path. The placeholders are {version} (SemVer 2), {pep440} (Python's scheme) and {path} (a directory).`,
    ],
  ],
  [
    parseTag,
    { streams: 'a: {foo}{version}' },
    [
      'Input streams contains the pattern "{foo}{version}", which cannot be used: {foo} is not a placeholder.',
      `Use one version and at most one path. The placeholders are {version} (SemVer 2), {pep440} (Python's scheme) and {path} (a directory).`,
    ],
  ],
  [
    parseTag,
    { streams: 'a: v{version}\na: w{version}' },
    ['Input streams has two streams with the name "a".', 'Give each stream a name of its own.'],
  ],
  [
    parseTag,
    { streams: 'a: v{version}\nb: v{version}' },
    ['Input streams has two streams with the pattern "v{version}".', 'Give each stream a pattern of its own.'],
  ],
  [
    bumpChart,
    { chart: 'c', version: '0.2.0.dev0' },
    [
      'Input version: "0.2.0.dev0" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.',
      'Helm accepts only SemVer 2: write 0.2.0-dev.0.',
    ],
  ],
  [
    bumpChart,
    { chart: 'c', version: '1.2' },
    [
      'Input version: "1.2" is not a SemVer 2 version: it needs three numbers, major.minor.patch (§2).',
      'Helm accepts only SemVer 2: write 1.2.0.',
    ],
  ],
  [
    bumpChart,
    { chart: 'c', version: 'one' },
    [
      'Input version: "one" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.',
      'Helm accepts only SemVer 2, such as 1.2.3 or 1.2.3-rc.1.',
    ],
  ],
  [
    bumpChart,
    { chart: '/etc', version: '1.0.0' },
    ['Input chart is "/etc", which is outside the workspace.', 'Give a path inside the workspace, relative to it.'],
  ],
  [
    bumpChart,
    { chart: 'c', values: 'image.tag' },
    ['Input values has the line "image.tag", which sets no value.', 'Write path=value, such as image.tag=v1.2.0.'],
  ],
  [
    bumpChart,
    { chart: 'c', values: 'image[.tag=v1' },
    ['Input values has the line "image[.tag=v1", which sets no value.', 'Write path=value, such as image.tag=v1.2.0.'],
  ],
  [
    bumpChart,
    { chart: 'c', values: 'image..tag=v1' },
    [
      'Input values: "image..tag" is not a path to a value. The mistake is at column 6.',
      'Write a path such as image.tag, images[name=proxy].newTag, dependencies[0].version or annotations."example.com/a.b".',
    ],
  ],
  [bumpChart, { chart: 'c', 'never-lower': 'yes' }, ['Input never-lower cannot be "yes".', 'Use true or false.']],
  [
    setValues,
    { values: '*.yaml: { a: b }' },
    [
      'Input values:1:1 contains the key "*.yaml" without quotes. YAML gives it another meaning.',
      `Write it as '*.yaml'.`,
    ],
  ],
  [
    setValues,
    { values: 'VERSION: 1\n!a.yaml: ""' },
    [
      'Input values:2:1 contains the key "!a.yaml" without quotes. YAML gives it another meaning.',
      `Write it as '!a.yaml'.`,
    ],
  ],
  [
    setValues,
    { values: 'a.yaml' },
    [
      'Input values is not a YAML mapping of files.',
      'Write lines such as VERSION: 1.2.3 or chart/values.yaml: { image.tag: v1.2.3 }',
    ],
  ],
  [
    setValues,
    { values: 'a.yaml: [1]' },
    ['Input values contains a list for "a.yaml".', 'Write a text for the whole file, or a mapping of paths.'],
  ],
  [
    setValues,
    { values: 'a.yaml: { b: { c: 1 } }' },
    [
      'Input values contains no single value for "b" of "a.yaml".',
      'Write a text. Put it in quotes if it contains special characters.',
    ],
  ],
  [
    setValues,
    { values: 'a.yaml: { b: 1, b: 2 }' },
    ['Input values contains b twice for "a.yaml".', 'Write each path once.'],
  ],
  [
    setValues,
    { values: 'a.yaml: { "b[": 1 }' },
    [
      'Input values: "b[" is not a path to a value. The mistake is at column 2.',
      'Write a path such as image.tag, images[name=proxy].newTag, dependencies[0].version or annotations."example.com/a.b".',
    ],
  ],
  [
    setValues,
    { values: 'a.yaml: { b: 1' },
    [
      'Input values:1:15 is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }',
      'Correct the YAML there.',
    ],
  ],
  [
    setValues,
    { replace: 'a.md: 1' },
    [
      'Input replace contains the line "a.md: 1", which is not a replacement.',
      'Write a file or a glob, a colon, the old text, => and the new text, such as docs/*.md: 0.7.0 => 0.8.0',
    ],
  ],
  [
    setValues,
    { 'dependencies-file': 'd.yaml', dependencies: 'go' },
    ['Input dependencies contains the line "go", which is not a version of a dependency.', 'Write name=version.'],
  ],
  [
    setValues,
    { 'dependencies-file': 'd.yaml', dependencies: 'go', replace: 'a' },
    [
      'Input replace contains the line "a", which is not a replacement.',
      'Write a file or a glob, a colon, the old text, => and the new text, such as docs/*.md: 0.7.0 => 0.8.0',
      'Input dependencies contains the line "go", which is not a version of a dependency.',
      'Write name=version.',
    ],
  ],
  [
    updateChangelog,
    { version: '1.0.0', date: '2026-02-30' },
    ['Input date is "2026-02-30", not a date.', 'Give a date such as 2026-01-31.'],
  ],
  [
    updateChangelog,
    { version: '1.0.0', format: 'markdown' },
    ['Input format cannot be "markdown".', 'Use keep-a-changelog or github-changelog-generator.'],
  ],
  [
    goModuleTags,
    { version: '1.2' },
    [
      'Input version: "1.2" is not a SemVer 2 version: it needs three numbers, major.minor.patch (§2).',
      'Give a version such as 1.2.3 or 1.2.3-rc.1.',
    ],
  ],
  [
    goModuleTags,
    { version: 'v1.0.0+build' },
    ['Input version: "v1.0.0+build" has build metadata, which Go ignores in tags.', 'Release v1.0.0 instead.'],
  ],
  [
    goModuleTags,
    { version: 'v0.0.0-20260131120000-abcdefabcdef' },
    [
      'Input version: "v0.0.0-20260131120000-abcdefabcdef" looks like a pseudo-version, which stands for a commit. Go would not find the tag.',
      'Use another form of prerelease, such as -alpha.1.',
    ],
  ],
  [
    goModuleTags,
    { version: 'v1.0.0', batch: '0' },
    ['Input batch is "0", not a number of tags.', 'Give a whole number from 1 to 99999, such as 3.'],
  ],
  [
    goModuleTags,
    { version: 'v1.0.0', proxy: 'proxy.golang.org' },
    [
      'Input proxy is "proxy.golang.org", not the address of one proxy.',
      'Give the address of one proxy, such as https://proxy.golang.org.',
    ],
  ],
  [
    goModuleTags,
    { version: 'v1.0.0', 'proxy-wait': 'soon' },
    ['Input proxy-wait is "soon", not a duration.', 'Give a duration such as 90s, 10m or 4h.'],
  ],
  [
    commitChanges,
    { base: 'a b' },
    [
      'Input base: "a b" is not a valid branch name: it contains a space, a control character or one of ~ ^ : ? * [ \\.',
      'Use a branch such as main.',
    ],
  ],
  [
    commitChanges,
    { repository: 'project' },
    ['Input repository is "project", not the name of a repository.', 'Write owner/name.'],
  ],
  [commitChanges, { author: 'Ann' }, ['Input author is "Ann", not a name and an address.', 'Write Name <address>.']],
  [
    ghRelease,
    { tag: 'v1.0.0', notes: 'news' },
    [
      'Input notes contains the line "news", which is not a source of notes.',
      'Write text: …, file: PATH, changelog: CHANGELOG.md, tag or generated, one on a line.',
    ],
  ],
  [
    ghRelease,
    { tag: 'v1.0.0', files: '#label' },
    [
      'Input files contains the line "#label", which names no file.',
      'Write PATH or PATH#LABEL. A file whose name contains # has to be renamed.',
    ],
  ],
];

it.each(rows.map(([action, inputs, said]) => [action.name, inputs, said, action] as const))(
  '%s refuses %j',
  async (_, inputs, said, action) => {
    expect(await refusal(action as Action, { folder: import.meta.dirname }, { inputs })).toBe(said.join('\n'));
  },
);
