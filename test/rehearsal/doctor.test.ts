import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionNames, loadAction } from '../../.github/scripts/actions.ts';
import { filterOf } from '../../src/init/tag-pattern.ts';
import { type Texts, withCalled } from '../../src/rehearsal/doctor/called.ts';
import { diagnosis } from '../../src/rehearsal/doctor/diagnosis.ts';
import type { Environment, Project, Settings, TagRuleset } from '../../src/rehearsal/doctor/facts.ts';
import type { Contracts } from '../../src/world/terminal.ts';
import type { Finding } from '../../src/rehearsal/doctor/finding.ts';
import { onlyWhen } from '../../src/rehearsal/doctor/permissions.ts';
import { readWorkflows } from '../../src/rehearsal/doctor/project.ts';
import { releaseSteps } from '../../src/rehearsal/doctor/release-steps.ts';
import { sampleOf } from '../../src/rehearsal/doctor/tag-patterns.ts';
import { matchesPattern } from '../../src/rehearsal/triggers/filter-pattern.ts';
import { proposalFor, shapes } from '../init/shapes.ts';

const contracts: Contracts = Object.fromEntries(
  await Promise.all(
    actionNames.map(async (name) => {
      const { permissions = {}, starts = false } = await loadAction(name);
      return [name, { permissions, starts }] as const;
    }),
  ),
);

type Files = Readonly<Record<string, string>>;

const releasedWorkflows = join(import.meta.dirname, '../../workflows');
const ofReleaseActions = new Map(
  readdirSync(releasedWorkflows).map((name) => [name, readFileSync(join(releasedWorkflows, name), 'utf8')] as const),
);

/** A project with these workflows, whose steps stand in a job called release. */
function project(files: Files, changed: Partial<Project> = {}, actions: Texts['actions'] = new Map()): Project {
  const { read, unread } = readWorkflows(
    Object.entries(files).map(([name, text]) => ({ path: `.github/workflows/${name}`, text })),
  );
  const workflows = withCalled(read, { released: ofReleaseActions, actions });
  return {
    repository: 'org/project',
    server: 'https://github.com',
    defaultBranch: 'main',
    workflows,
    unread,
    steps: workflows.flatMap((workflow) => releaseSteps(workflow, Object.keys(contracts))),
    contracts,
    tags: [],
    goModules: [],
    owners: new Map(),
    ...changed,
  };
}

const release: Environment = {
  name: 'release',
  secrets: ['APP_KEY'],
  variables: { APP_ID: '7' },
  admits: [
    { kind: 'branch', pattern: 'main' },
    { kind: 'tag', pattern: 'v*' },
  ],
  reviewers: [],
  refusesOwnRuns: false,
};
const held: TagRuleset = {
  name: 'Tags',
  included: ['refs/tags/v*'],
  excluded: [],
  rules: ['creation', 'update', 'deletion'],
  actors: [{ type: 'Integration', id: 7, mode: 'always' }],
};

/** Settings with which nothing is wrong. */
const settings = (changed: Partial<Settings> = {}): Settings => ({
  isPrivate: false,
  login: 'mona',
  scopes: ['repo'],
  secrets: [],
  variables: {},
  environments: [release],
  tagRulesets: [held],
  branchRules: [],
  actions: { isEnabled: true, allowed: 'all', needsFullCommits: false },
  jobToken: { mayWrite: false, mayPropose: false },
  hasImmutableReleases: true,
  forks: [],
  ...changed,
});

const told = ({ level, what, at, fix, page }: Finding) =>
  [`${level} ${at === undefined ? '' : `${at.file.replace('.github/workflows/', '')}:${at.line} `}${what}`, fix, page]
    .filter((part) => part !== undefined)
    .join(' | ');

/** What is not as it should be. */
const problems = (one: Project, seen = settings()): readonly string[] =>
  diagnosis({ project: one, settings: seen })
    .filter(({ level }) => level !== 'good')
    .map(told);

/** The same without a token, as far as the workflows show it. */
const shownByWorkflows = (one: Project): readonly string[] =>
  diagnosis({ project: one, settings: undefined })
    .filter(({ level }) => level !== 'good' && level !== 'unseen')
    .map(told);

const workflow = (steps: string, { on = 'workflow_dispatch', job = '', head = '' } = {}) =>
  `on:\n${on.includes(':') ? on : `  ${on}:`}\n${head}jobs:\n  release:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps}`;
const uses = (action: string, inputs: Readonly<Record<string, string>> = {}) => {
  const given = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}\n`);
  return `      - uses: org/release-actions/${action}@v1\n${given.length === 0 ? '' : `        with:\n${given.join('')}`}`;
};
const app = (...asked: readonly string[]) =>
  `      - uses: actions/create-github-app-token@v3\n        id: app\n        with:\n          app-id: \${{ vars.APP_ID }}\n          private-key: \${{ secrets.APP_KEY }}\n${asked.map((one) => `          permission-${one}\n`).join('')}`;
const appToken = { token: '${{ steps.app.outputs.token || github.token }}' };
const may = (...levels: readonly string[]) => `    permissions: { ${levels.join(', ')} }\n`;
const inRelease = '    environment: release\n';
const onTags = (...patterns: readonly string[]) =>
  `  push:\n    tags: [${patterns.map((one) => `'${one}'`).join(', ')}]`;

describe('permissions', () => {
  it.each<[what: string, text: string, found: readonly string[]]>([
    ['a job that has what it needs', workflow(uses('push-tag'), { job: may('contents: write') }), []],
    [
      'a job without it',
      workflow(uses('push-tag'), { job: may('contents: read') }),
      [
        'stops release.yml:8 The token of job release lacks contents: write (to push the tag), for push-tag. | Add to the job: permissions: { contents: write }',
      ],
    ],
    ['the workflow states them for all jobs', workflow(uses('push-tag'), { head: 'permissions: write-all\n' }), []],
    [
      'the input start needs one more',
      workflow(uses('push-tag', { start: 'publish.yml' }), { job: may('contents: write') }),
      [
        'stops release.yml:8 The token of job release lacks actions: write (to start the workflow of the input start), for push-tag. | Add to the job: permissions: { actions: write }',
      ],
    ],
    ['a step that only looks', workflow(uses('push-tag', { mode: 'check' }), { job: may('contents: read') }), []],
    [
      'a pull request needs one more',
      workflow(uses('commit-changes', { via: 'pull-request', ...appToken }).replace(/^/, app('contents: write')), {
        job: `${may('contents: read')}${inRelease}`,
      }),
      [
        'stops release.yml:9 The token of the App for commit-changes in job release lacks pull-requests: write (to open the pull request, with via: pull-request). | Add to this step: permission-pull-requests: write. The App itself needs the permission too.',
      ],
    ],
    [
      'an App that is not limited',
      workflow(app() + uses('push-tag', appToken), { job: `${may('contents: read')}${inRelease}` }),
      [],
    ],
    [
      'what the token of a job can never have',
      workflow(uses('freeze-branch', { state: 'frozen', branch: 'main', while: 'v1' }), { job: may('contents: read') }),
      [
        'stops release.yml:8 freeze-branch in job release uses the token of the job, which never has administration: write (to freeze and thaw the branch). | Pass the token of a GitHub App as the input token, such as of actions/create-github-app-token.',
      ],
    ],
    [
      'nothing is stated, and the repository gives little',
      workflow(uses('push-tag')),
      [
        'stops release.yml:7 The token of job release lacks contents: write (to push the tag), for push-tag. | Add to the job: permissions: { contents: write }',
      ],
    ],
  ])('%s', (_, text, found) => {
    expect(problems(project({ 'release.yml': text }))).toEqual(found);
  });

  it('that a job does not state are those of the repository', () => {
    const one = project({ 'release.yml': workflow(uses('push-tag')) });
    expect(problems(one, settings({ jobToken: { mayWrite: true, mayPropose: false } }))).toEqual([]);
    expect(diagnosis({ project: one, settings: undefined }).map(told)).toContain(
      'unseen release.yml:7 Job release states no permissions, so that a setting of the repository decides whether push-tag may write. | State the permissions of the job in the workflow. | https://github.com/org/project/settings/actions',
    );
  });

  it('to read count only in private repositories', () => {
    const one = project({ 'release.yml': workflow(uses('parse-tag'), { job: may('issues: read') }) });
    expect(problems(one)).toEqual([]);
    expect(problems(one, settings({ isPrivate: true }))).toEqual([
      'stops release.yml:8 The token of job release lacks contents: read (to read the tags), for parse-tag. | Add to the job: permissions: { contents: read }',
    ]);
  });

  it('with conditions are those that the actions declare', () => {
    for (const key of Object.keys(onlyWhen)) {
      const [name = '', ...permission] = key.split(' ');
      expect(Object.keys(contracts[name]?.permissions ?? {})).toContain(permission.join(' '));
    }
  });
});

describe('calls of workflows', () => {
  const called = workflow(uses('push-tag', { start: 'a.yml' }), {
    on: 'workflow_call',
    job: may('contents: write', 'actions: write'),
  });
  const calling = (granted: string, folder = './') =>
    `on: workflow_dispatch\njobs:\n  call:\n${granted}    uses: ${folder}.github/workflows/called.yml\n`;
  it.each<[granted: string, found: readonly string[]]>([
    [may('contents: write', 'actions: write'), []],
    [
      may('contents: read', 'actions: write'),
      [
        'stops release.yml:5 Job call calls .github/workflows/called.yml, and grants it no contents: write, so that GitHub does not start the run. | Add to the job: permissions: { contents: write }',
      ],
    ],
    [
      '',
      [
        'stops release.yml:4 Job call calls .github/workflows/called.yml, and grants it no contents: write or actions: write, so that GitHub does not start the run. | Add to the job: permissions: { contents: write, actions: write }',
      ],
    ],
  ])('that grant %j', (granted, found) => {
    for (const folder of ['./', '$/'])
      expect(problems(project({ 'release.yml': calling(granted, folder), 'called.yml': called }))).toEqual(found);
  });

  it('that state no permissions never grant id-token: write', () => {
    const signing = called.replace('actions: write', 'actions: write, id-token: write');
    const lines = [
      'stops release.yml:4 Job call calls .github/workflows/called.yml, and grants it no id-token: write, so that GitHub does not start the run. | Add to the job: permissions: { id-token: write }',
    ];
    const one = project({ 'release.yml': calling(''), 'called.yml': signing });
    expect(shownByWorkflows(one)).toEqual(lines);
    expect(problems(one, settings({ jobToken: { mayWrite: true, mayPropose: false } }))).toEqual(lines);
  });

  const keyed = (step: string) =>
    workflow(step, {
      on: '  workflow_call:\n    secrets: { app_key: { required: true }, other: {} }',
      job: may('contents: read'),
    });
  const other =
    "      - { if: \"vars.A && (vars.B != '' || inputs.c)\", uses: org/a@v1, with: { key: '${{ secrets.OTHER }}', no: '${{ secrets.OTHER_2 }}' } }\n";
  it.each<[what: string, passed: string, changed: Partial<Settings>, found: readonly string[]]>([
    ['that pass a secret in other letters', "{ APP_KEY: '1' }", {}, []],
    ['that inherit a secret of an environment', 'inherit', {}, []],
    [
      'that pass no secret',
      "{ other: '1' }",
      {},
      [
        "stops release.yml:5 Job call passes no secret app_key to .github/workflows/called.yml, which needs it. | Add to the job: secrets: { app_key: '${{ secrets.app_key }}' }",
      ],
    ],
    [
      'that inherit a secret which nobody has',
      'inherit',
      { environments: [] },
      [
        'stops release.yml:5 Job call passes no secret app_key to .github/workflows/called.yml, which needs it. | Add the secret to the repository.',
      ],
    ],
    ['whose secret is of no use without all variables', "{ app_key: '1' }", { variables: { B: '1' } }, []],
    [
      'whose secret is wanted because of a variable',
      "{ app_key: '1' }",
      { variables: { A: '1' } },
      [
        "stops release.yml:5 Job call passes no secret other to .github/workflows/called.yml, which uses it because vars.A is set. | Add to the job: secrets: { other: '${{ secrets.other }}' }",
      ],
    ],
  ])('%s', (_, passed, changed, found) => {
    const caller = `${calling(may('contents: read'))}    secrets: ${passed}\n`;
    const one = project({ 'release.yml': caller, 'called.yml': keyed(other + uses('parse-tag')) });
    expect(problems(one, settings(changed)).filter((line) => line.includes('passes no secret'))).toEqual(found);
  });

  it.each<[what: string, files: Files, found: readonly string[]]>([
    [
      'that are not there',
      {},
      [
        'stops release.yml:4 Job call calls $/.github/workflows/called.yml, which the commit does not have. | Commit it, or correct its name.',
      ],
    ],
    [
      'that GitHub does not accept',
      { 'called.yml': 'on: workflow_call\njobs: 1\n' },
      [
        'stops release.yml:4 Job call calls $/.github/workflows/called.yml, which GitHub does not accept. | Mend it first.',
        "risk called.yml:2 GitHub does not accept .github/workflows/called.yml: Unexpected value '1'.",
      ],
    ],
  ])('%s', (_, files, found) => {
    const tagging = workflow(uses('parse-tag'), { job: may('contents: read') });
    const one = project({ 'release.yml': calling('', '$/'), 'tag.yml': tagging, ...files });
    expect(problems(one)).toEqual(found);
  });
});

describe('calls of workflows of release-actions', () => {
  const calling = (
    more: string,
    granted = may('attestations: write', 'contents: write', 'id-token: write', 'packages: write'),
  ) =>
    `on:\n${onTags('[0-9]*')}\njobs:\n  python:\n${granted}    uses: org/release-actions/.github/workflows/release-python.yml@v1\n${more}`;
  const tags = { ...held, included: ['refs/tags/[0-9]*'] };
  const admits = [{ kind: 'tag', pattern: '[0-9]*' }] as const;
  const able = { ...release, admits, secrets: [], variables: {} };
  const seen = (changed: Partial<Settings> = {}) => settings({ tagRulesets: [tags], environments: [able], ...changed });
  const found = (text: string, changed?: Partial<Settings>) =>
    problems(project({ 'release.yml': text }), seen(changed));

  it('find nothing wrong where everything is set up', () => {
    expect(found(calling(''))).toEqual([]);
  });

  it.each<[what: string, text: string, changed: Partial<Settings>, lines: readonly string[]]>([
    [
      'that grant too little',
      calling('', may('contents: write', 'packages: write')),
      {},
      [
        'stops release.yml:7 Job python calls org/release-actions/.github/workflows/release-python.yml@v1, and grants it no attestations: write or id-token: write, so that GitHub does not start the run. | Add to the job: permissions: { attestations: write, id-token: write }',
      ],
    ],
    [
      'whose environment is not there',
      calling(''),
      { environments: [] },
      [
        'risk release.yml:7 There is no environment release. | Make it, and let it admit only the branches and tags that release. | https://github.com/org/project/settings/environments',
      ],
    ],
    [
      'whose environment is another one',
      calling('    with: { environment: prod }\n'),
      {},
      [
        'risk release.yml:8 There is no environment prod. | Make it, and let it admit only the branches and tags that release. | https://github.com/org/project/settings/environments',
      ],
    ],
    [
      'whose environment does not admit the tag',
      calling(''),
      { environments: [{ ...able, admits: [{ kind: 'branch', pattern: 'main' }] }] },
      [
        'stops release.yml:7 The environment release does not admit the tag [0-9]*, at which org/release-actions/.github/workflows/release-python.yml@v1 runs when it is pushed. | Add a rule for the tag [0-9]* to the environment. | https://github.com/org/project/settings/environments',
      ],
    ],
    [
      'whose tags are not protected',
      calling(''),
      { tagRulesets: [] },
      [
        'risk No ruleset keeps the tags [0-9]* from being moved or deleted. | Add a ruleset for these tags that restricts creations, updates and deletions, with the App that makes them as bypass actor. | https://github.com/org/project/settings/rules',
      ],
    ],
    [
      'whose releases can change',
      calling(''),
      { hasImmutableReleases: false },
      [
        'advice Releases are not immutable, so that the files of a published release can be replaced. | Enable release immutability, in the section Releases. | https://github.com/org/project/settings',
      ],
    ],
    [
      'that pass no key of the App',
      calling(''),
      { variables: { RELEASE_APP_CLIENT_ID: 'Iv1' } },
      [
        "stops release.yml:7 Job python passes no secret RELEASE_APP_PRIVATE_KEY to org/release-actions/.github/workflows/release-python.yml@v1, which uses it because vars.RELEASE_APP_CLIENT_ID is set. | Add to the job: secrets: { RELEASE_APP_PRIVATE_KEY: '${{ secrets.RELEASE_APP_PRIVATE_KEY }}' }",
      ],
    ],
    [
      'that inherit one that is not set',
      calling('    secrets: inherit\n'),
      { variables: { RELEASE_APP_CLIENT_ID: 'Iv1' } },
      [
        'stops release.yml:7 Job python passes no secret RELEASE_APP_PRIVATE_KEY to org/release-actions/.github/workflows/release-python.yml@v1, which uses it because vars.RELEASE_APP_CLIENT_ID is set. | Add the secret to the repository.',
      ],
    ],
  ])('%s', (_, text, changed, lines) => {
    expect(found(text, changed)).toEqual(lines);
  });
});

const releasable = Object.entries(shapes).filter(([title]) => !/image list|nothing|packages of npm/.test(title));

it.each(releasable)(
  'finds nothing wrong where init has written the workflows, and people did what it says: %s',
  async (_, shape) => {
    const { repository, products, plan, files } = await proposalFor(shape);
    const { name, defaultBranch, tags } = repository;
    const written = Object.fromEntries(files.map(({ path, text }) => [basename(path), text]));
    const one = project(written, { repository: name, defaultBranch, tags, goModules: products.goModules });
    const filters = [plan.pattern, plan.chartPattern].map(filterOf);
    const admits = [
      { kind: 'branch', pattern: defaultBranch } as const,
      ...filters.map((pattern) => ({ kind: 'tag', pattern }) as const),
    ];
    const ruleset = { ...held, included: [...filters, '**/v*'].map((pattern) => `refs/tags/${pattern}`) };
    const changed = {
      environments: [{ ...release, secrets: [], variables: {}, admits }],
      tagRulesets: [{ ...ruleset, rules: ['update', 'deletion'] }],
    };
    expect(problems(one, settings(changed))).toEqual([]);
  },
);

it('looks at the steps of composite actions, with the inputs that they get', () => {
  const text =
    'name: x\ninputs: { token: {}, tag: { default: v1 } }\nruns:\n  using: composite\n  steps:\n    - uses: org/release-actions/push-tag@v1\n      with: { tag: "${{ inputs.tag }}", token: "${{ inputs.token }}" }\n';
  const actions = new Map([['.github/actions/tag', { path: '.github/actions/tag/action.yml', text }]]);
  const step = (token: string, folder: string) =>
    `      - uses: ${folder}.github/actions/tag\n        with: { token: "\${{ ${token} }}" }\n`;
  const of = (token: string, folder = './') =>
    problems(
      project({ 'release.yml': workflow(step(token, folder), { job: may('contents: read') }) }, {}, actions),
      settings(),
    );
  for (const folder of ['./', '$/'])
    expect(of('github.token', folder)).toEqual([
      'stops .github/actions/tag/action.yml:6 The token of job release lacks contents: write (to push the tag), for push-tag. | Add to the job: permissions: { contents: write }',
    ]);
  expect(of('secrets.OTHER')).toEqual([
    'stops release.yml:9 secrets.OTHER is set neither in the repository nor in its organization. | Add the secret. | https://github.com/org/project/settings/secrets/actions',
  ]);
});

it('looks at the action of the whole repository only where it is used, and once if it uses itself', () => {
  const text =
    'name: x\nruns:\n  using: composite\n  steps:\n    - uses: org/release-actions/gh-release@v1\n    - uses: actions/cache@v5\n    - uses: ./\n    - uses: ./\n';
  const actions = new Map([['', { path: 'action.yml', text }]]);
  const of = (step: string) =>
    problems(project({ 'ci.yml': workflow(`      - uses: ${step}\n`, { job: may('contents: read') }) }, {}, actions));
  expect(of('actions/checkout@v6')).toEqual([expect.stringContaining('No job has a step of release-actions')]);
  expect(of('./')).toEqual([expect.stringContaining('action.yml:5 The token of job release lacks contents: write')]);
});

describe('the token of an App that a variable decides about', () => {
  const text = workflow(
    app('contents: write').replace('id: app', "id: app\n        if: inputs.mode == 'apply' && vars.APP_ID != ''") +
      uses('push-tag', appToken) +
      uses('gh-release', appToken),
    { job: `${inRelease}${may('contents: write')}` },
  );
  const one = project({
    'release.yml': text,
    'other.yml': workflow('      - run: exit 0\n', { on: onTags('v*') }),
  });
  const unset = { environments: [{ ...release, variables: {} }], tagRulesets: [] };
  const about = (word: string, changed?: Partial<Settings>) =>
    diagnosis({ project: one, settings: changed && settings(changed) })
      .map(told)
      .filter((line) => line.includes(word));

  it('is that of the job where the variable is not set, which starts nothing', () => {
    expect(about('starts no workflow', unset)).toEqual([
      'stops release.yml:16 push-tag makes a tag with the token of job release, which starts no workflow. .github/workflows/other.yml:2 waits for it. | Set vars.APP_ID, so that the step has the token of the App, or let the step start it with the input start.',
      'good vars.APP_ID is not set, so that push-tag and gh-release of job release use the token of the job, which starts no workflow. | https://github.com/org/project/settings/variables/actions',
    ]);
  });

  it('is that of the App where it is set', () => {
    expect(about('token of', {})).toEqual([]);
  });

  it.each([
    ['a token that may not see variables', { variables: undefined, environments: undefined }],
    ['no token', undefined],
  ])('is unknown for %s', (_, changed) => {
    expect(about('starts no workflow', changed)).toEqual([
      'unseen release.yml:16 Whether vars.APP_ID is set. Without it, push-tag and gh-release of job release use the token of the job, which starts no workflow. | https://github.com/org/project/settings/variables/actions',
    ]);
  });
});

it('says what it looked at', () => {
  const one = project({ 'ci.yml': workflow('      - run: exit 0\n') });
  expect(diagnosis({ project: one, settings: undefined }).map(told)).toEqual([
    'risk No job has a step of release-actions, so that little was looked at. | Check out the commit that has the workflows of the release, or write them with release-actions init.',
    'unseen There is no token in GH_TOKEN or GITHUB_TOKEN, so that only the workflows were looked at. | Write GH_TOKEN=$(gh auth token) release-actions doctor.',
  ]);
});

it('says which workflows GitHub does not accept, and looks at the others', () => {
  const good = workflow(uses('push-tag'), { job: may('contents: read') });
  const files = {
    'release.yml': good.replace('runs-on', 'runs-no'),
    'ci.yml': 'on: { push: { branches: } }\njobs: {}\n',
    'tag.yml': good,
  };
  expect(problems(project(files))).toEqual([
    "stops release.yml:5 GitHub does not accept .github/workflows/release.yml: Unexpected value 'runs-no'.",
    'stops release.yml:5 GitHub does not accept .github/workflows/release.yml: Required property is missing: runs-on.',
    'stops tag.yml:8 The token of job release lacks contents: write (to push the tag), for push-tag. | Add to the job: permissions: { contents: write }',
    "risk ci.yml:1 GitHub does not accept .github/workflows/ci.yml: Unexpected value ''.",
  ]);
});

it('says only once that a workflow of release-actions is not accepted', () => {
  const text = 'on: push\njobs: { a: { uses: org/release-actions/.github/workflows/guard.yml@v1, with: 1 } }\n';
  expect(problems(project({ 'release.yml': text }))).toEqual([
    "stops release.yml:2 GitHub does not accept .github/workflows/release.yml: Unexpected value '1'.",
  ]);
});

it('says which workflows of others it cannot read', () => {
  const text = 'on: workflow_dispatch\njobs:\n  python:\n    uses: org/other/.github/workflows/release-python.yml@v1\n';
  expect(problems(project({ 'release.yml': text }))).toEqual([
    'risk No job has a step of release-actions, so that little was looked at. | Check out the commit that has the workflows of the release, or write them with release-actions init.',
    'unseen release.yml:4 What org/other/.github/workflows/release-python.yml@v1 needs, which job python calls.',
  ]);
});

describe('starts of other workflows', () => {
  const waiting = (on: string) => workflow('      - run: exit 0\n', { on });
  const mine = (step: string) =>
    workflow(step, { job: may('contents: write', 'actions: write', 'pull-requests: write') });
  it.each<[what: string, step: string, on: string, found: readonly string[]]>([
    [
      'a tag of the job, for which another workflow waits',
      uses('push-tag'),
      onTags('v*'),
      [
        'stops release.yml:8 push-tag makes a tag with the token of job release, which starts no workflow. .github/workflows/other.yml:2 waits for it. | Pass the token of a GitHub App as the input token, or let the step start it with the input start.',
      ],
    ],
    ['a tag, with the workflow that is to start', uses('push-tag', { start: 'other.yml' }), onTags('v*'), []],
    ['a tag, and workflows for branches', uses('push-tag'), '  push:\n    branches: [main]', []],
    [
      'tags of modules, and none of the filters matches a folder',
      uses('go-module-tags', { version: 'v1.0.0' }),
      onTags('chart/v*'),
      [],
    ],
    [
      'tags of modules, and one of them is that of the root',
      uses('go-module-tags', { version: 'v1.0.0' }),
      onTags('v1.*'),
      [
        'stops release.yml:8 go-module-tags makes a tag with the token of job release, which starts no workflow. .github/workflows/other.yml:2 waits for it. | Pass the token of a GitHub App as the input token.',
      ],
    ],
    [
      'a release',
      uses('gh-release', { tag: 'v1' }),
      '  release:\n    types: [published]',
      [
        'stops release.yml:8 gh-release makes a release with the token of job release, which starts no workflow. .github/workflows/other.yml:2 waits for it. | Pass the token of a GitHub App as the input token, or let the step start it with the input start.',
      ],
    ],
    ['a commit on a branch for which nobody waits', uses('commit-changes'), '  push:\n    branches: [next]', []],
    ['a commit on another branch', uses('commit-changes', { base: 'next' }), '  push:\n    branches: [main]', []],
    ['a draft', uses('gh-release', { tag: 'v1', draft: 'true' }), '  release:\n    types: [published]', []],
    [
      'a commit',
      uses('commit-changes'),
      '  push:\n    branches: [main]',
      [
        'risk release.yml:8 commit-changes makes a commit with the token of job release, which starts no workflow. .github/workflows/other.yml:2 waits for it. | Pass the token of a GitHub App as the input token.',
      ],
    ],
  ])('%s', (_, step, on, found) => {
    const files = { 'release.yml': mine(step), 'other.yml': waiting(on) };
    const one = project(files, { goModules: ['.', 'src/csi'] });
    expect(shownByWorkflows(one)).toEqual(found);
  });
});

describe('filters of tags', () => {
  const listening = (pattern: string) =>
    workflow(uses('parse-tag'), { on: onTags(pattern), job: may('contents: read') });
  it.each<[pattern: string, tags: readonly string[], found: readonly string[]]>([
    ['v*', ['v1.2.0', 'v1.1.0'], []],
    ['v*', [], []],
    [
      'v*',
      ['1.2.0', '1.1.0'],
      [
        "risk release.yml:3 The filter 'v*' matches none of the 2 tags of the project, such as 1.2.0. | Write the pattern of the tags that the project makes.",
      ],
    ],
    [
      'v*',
      ['v1.2.0', 'chart/v0.2.0'],
      [
        "risk release.yml:3 The tag chart/v0.2.0 starts no workflow: it matches none of the tags: 'v*'. | 'v*' does not match a slash. If chart/v0.2.0 should start it, add chart/v* to the list.",
      ],
    ],
    ['v*', ['src/csi/v0.2.0', 'v0.2.0'], []],
  ])('%s with the tags %j', (pattern, tags, found) => {
    const one = project({ 'release.yml': listening(pattern) }, { tags, goModules: ['.', 'src/csi'] });
    expect(shownByWorkflows(one)).toEqual(found);
  });

  it.each(['v*', 'v[0-9]+.[0-9]+.[0-9]+*', 'chart/*', 'src/**/v*', '**', '[0-9]*', 'v[12].?'])(
    'have a sample: %s',
    (pattern) => {
      expect(matchesPattern(sampleOf(pattern), pattern)).toBe(true);
    },
  );
});

const jobOf = (steps: string, on?: string) =>
  workflow(steps, { ...(on !== undefined && { on }), job: `${may('contents: read')}${inRelease}` });
const releasing = app('contents: write') + uses('push-tag', appToken);

describe('secrets and variables', () => {
  const one = project({ 'release.yml': jobOf(releasing) });
  it.each<[what: string, seen: Partial<Settings>, found: readonly string[]]>([
    ['of the environment', {}, []],
    [
      'of the repository',
      {
        environments: [{ ...release, secrets: [], variables: {} }],
        secrets: ['APP_KEY'],
        variables: { APP_ID: '7' },
      },
      [],
    ],
    [
      'that are nowhere',
      { environments: [{ ...release, secrets: [], variables: {} }] },
      [
        'stops release.yml:12 vars.APP_ID is set neither in the repository nor in its organization, nor in the environment release. | Add the variable to the environment release. | https://github.com/org/project/settings/environments',
        'stops release.yml:13 secrets.APP_KEY is set neither in the repository nor in its organization, nor in the environment release. | Add the secret to the environment release. | https://github.com/org/project/settings/environments',
      ],
    ],
    [
      'that the token may not see',
      { secrets: undefined, environments: [{ ...release, secrets: undefined }] },
      ['unseen release.yml:13 Whether these are set: secrets.APP_KEY (environment release).'],
    ],
    [
      'of an environment that is not there',
      { environments: [] },
      [
        'stops release.yml:7 There is no environment release. | Make it, and let it admit only the branches and tags that release. The jobs look in it for vars.APP_ID and secrets.APP_KEY. | https://github.com/org/project/settings/environments',
      ],
    ],
  ])('%s', (_, seen, found) => {
    expect(problems(one, settings(seen))).toEqual(found);
  });

  it.each<[expression: string, condition: string, found: string | undefined]>([
    ["vars.IMAGE || 'a'", "vars.ELSE != ''", undefined],
    ['secrets.GITHUB_TOKEN', "vars.ELSE != ''", undefined],
    ['github.token || secrets.OTHER', "vars.ELSE != ''", 'risk'],
    ["secrets['other']", "vars.ELSE != ''", 'stops'],
    ['vars.other', "vars.ELSE != ''", 'stops'],
    ["format('{0}{1}', vars.OTHER, vars.OTHER)", "vars.ELSE != ''", 'stops'],
    ['vars.other', "vars.OTHER != ''", undefined],
    ['vars.other', "github.ref == 'refs/heads/main' && vars.other", undefined],
    ['vars.other', "vars.OTHER != '' || github.ref == 'refs/heads/main'", 'stops'],
    ['vars.other', "vars.OTHER != '' && (github.ref == 'refs/heads/main' || inputs.force)", undefined],
    ['vars.other', "(vars.OTHER && inputs.a) || ('' != vars['other'] && always())", undefined],
    ['vars.other', "vars.OTHER == 'true' || vars.OTHER == 'yes'", undefined],
    ['vars.other', "vars.OTHER != 'false'", 'stops'],
    ['vars.other', '!vars.OTHER', 'stops'],
    ['vars.other', "vars.OTHER == ''", 'stops'],
    ["secrets['other']", "vars.OTHER != ''", 'stops'],
  ])('in ${{ %s }}, if %s', (expression, condition, level) => {
    const step = `      - run: exit 0\n        if: ${condition}\n        env: { A: "\${{ ${expression} }}" }\n`;
    const text = workflow(step + uses('parse-tag'), { job: may('contents: read') });
    expect(problems(project({ 'release.yml': text })).map((line) => line.split(' ')[0])).toEqual(
      level === undefined ? [] : [level],
    );
  });

  it('that a caller passes are no matter of a reusable workflow', () => {
    const on = '  workflow_call:\n    secrets:\n      key: { required: true }';
    const text = workflow(`      - run: exit 0\n        env: { A: "\${{ secrets.key }}" }\n${uses('parse-tag')}`, {
      on,
      job: may('contents: read'),
    });
    expect(problems(project({ 'release.yml': text }))).toEqual([]);
  });

  it('are not asked of a webhook, without which a person announces', () => {
    const step = uses('announce', { tag: 'v1', to: 'slack', text: 'a', 'slack-webhook': '${{ secrets.HOOK }}' });
    expect(problems(project({ 'release.yml': workflow(step, { job: may('contents: read') }) }))).toEqual([
      'risk release.yml:13 secrets.HOOK is set neither in the repository nor in its organization. | Add the secret. | https://github.com/org/project/settings/secrets/actions',
    ]);
  });
});

describe('environments', () => {
  const tagged = project({ 'release.yml': jobOf(releasing, onTags('v*', 'chart/*')) });
  const released = project({
    'release.yml': jobOf(releasing, onTags('v*')),
    'after.yml': jobOf(uses('parse-tag'), '  release:\n    types: [published]'),
  });
  const page = 'https://github.com/org/project/settings/environments';
  it.each<[what: string, one: Project, changed: Partial<Environment>, found: readonly string[]]>([
    ['that admit what starts the workflow', released, {}, []],
    [
      'and tags of which no release is made',
      project({
        'release.yml': jobOf(app('contents: write') + uses('gh-release', { tag: 'v1', ...appToken }), onTags('v*')),
        'after.yml': jobOf(uses('parse-tag'), '  release:\n    types: [published]'),
        'chart.yml': workflow(uses('parse-tag'), { on: onTags('chart/*'), job: may('contents: read') }),
      }),
      {},
      [],
    ],
    [
      'without the branch whose pushes start it',
      project({ 'release.yml': jobOf(releasing, "  push:\n    branches: ['main']\n    tags: ['v*']") }),
      { admits: [{ kind: 'tag', pattern: 'v*' }] },
      [
        `stops release.yml:9 The environment release does not admit the branch main, at which .github/workflows/release.yml runs when it is pushed. | Add a rule for the branch main to the environment. | ${page}`,
      ],
    ],
    [
      'without the tags that start it, at which a job may leave itself out',
      project({
        'release.yml': jobOf(releasing, onTags('v*', 'chart/*')).replace(
          inRelease,
          `${inRelease}    if: startsWith(github.ref, 'refs/tags/v')\n`,
        ),
      }),
      {},
      [
        `risk release.yml:8 The environment release does not admit the tag chart/*, at which .github/workflows/release.yml runs when it is pushed, unless the condition of job release leaves it out then. | Add a rule for the tag chart/* to the environment. | ${page}`,
      ],
    ],
    [
      'without the tags that start it',
      tagged,
      {},
      [
        `stops release.yml:8 The environment release does not admit the tag chart/*, at which .github/workflows/release.yml runs when it is pushed. | Add a rule for the tag chart/* to the environment. | ${page}`,
      ],
    ],
    [
      'without the branch at which it is started',
      project({ 'release.yml': jobOf(releasing) }),
      { admits: [{ kind: 'tag', pattern: 'v*' }] },
      [
        `stops release.yml:7 The environment release does not admit the branch main, at which .github/workflows/release.yml runs by its button. | Add a rule for the branch main to the environment. | ${page}`,
      ],
    ],
    [
      'for protected branches, which no tag is',
      released,
      { admits: 'protected' },
      [
        `stops release.yml:8 The environment release does not admit the tag v*, at which .github/workflows/release.yml runs when it is pushed, and 1 more workflow. | Add a rule for the tag v* to the environment. | ${page}`,
      ],
    ],
    [
      'for everything',
      released,
      { admits: 'all' },
      [
        `risk The environment release admits every branch and tag, so that everybody who may push can use its secrets. | Admit only the branches and tags that release. | ${page}`,
      ],
    ],
    [
      'with one reviewer, who may not approve his own runs',
      released,
      { reviewers: ['mona'], refusesOwnRuns: true },
      [
        `risk Only mona may approve runs in the environment release, but not those that mona has started. | Add a second reviewer, or let somebody else start the workflow. | ${page}`,
      ],
    ],
    [
      'with rules that cannot be seen',
      released,
      { admits: undefined },
      [`unseen Which branches and tags the environment release admits. | ${page}`],
    ],
  ])('%s', (_, one, changed, found) => {
    const all = { ...held, included: ['refs/tags/v*', 'refs/tags/chart/*'] };
    expect(problems(one, settings({ tagRulesets: [all], environments: [{ ...release, ...changed }] }))).toEqual(found);
  });

  it('say who has to approve', () => {
    const seen = settings({ environments: [{ ...release, reviewers: ['mona', 'releasers'] }] });
    expect(diagnosis({ project: released, settings: seen }).map(told)).toContain(
      `good Every run in the environment release waits until mona or releasers approves it. | ${page}`,
    );
  });
});

describe('tags', () => {
  const one = project({ 'release.yml': jobOf(releasing, onTags('v*')) });
  const page = 'https://github.com/org/project/settings/rules';
  const fix =
    'Add a ruleset for these tags that restricts creations, updates and deletions, with the App that makes them as bypass actor.';
  it.each<[what: string, rulesets: readonly TagRuleset[], found: readonly string[]]>([
    ['that a ruleset holds', [held], []],
    ['that a ruleset for versions holds', [{ ...held, included: ['refs/tags/v[0-9]*.*'] }], []],
    [
      'that two rulesets hold',
      [
        { ...held, rules: ['update'] },
        { ...held, rules: ['deletion'], included: ['~ALL'] },
      ],
      [],
    ],
    ['without a ruleset', [], [`risk No ruleset keeps the tags v* from being moved or deleted. | ${fix} | ${page}`]],
    [
      'that may be deleted',
      [{ ...held, rules: ['update'] }],
      [`risk No ruleset keeps the tags v* from being deleted. | ${fix} | ${page}`],
    ],
    [
      'that are left out',
      [{ ...held, excluded: ['refs/tags/v1*'] }],
      [`risk No ruleset keeps the tags v* from being moved or deleted. | ${fix} | ${page}`],
    ],
    [
      'that the App may not create',
      [{ ...held, actors: [{ type: 'RepositoryRole', id: 5, mode: 'always' }] }],
      [
        `stops release.yml:16 The ruleset "Tags" restricts who creates tags, and the App of job release is not among its bypass actors, so that push-tag cannot create its tag. | Make the App a bypass actor of the ruleset. | ${page}`,
      ],
    ],
    [
      'that another App may create',
      [{ ...held, actors: [{ type: 'Integration', id: 8, mode: 'always' }] }],
      [
        `stops release.yml:16 The ruleset "Tags" restricts who creates tags, and the App of job release is not among its bypass actors, so that push-tag cannot create its tag. | Make the App a bypass actor of the ruleset. | ${page}`,
      ],
    ],
    [
      'whose bypass actors are hidden',
      [{ ...held, actors: undefined }],
      [`unseen Whether the ruleset "Tags" lets the workflows create their tags. | ${page}`],
    ],
  ])('%s', (_, tagRulesets, found) => {
    expect(problems(one, settings({ tagRulesets }))).toEqual(found);
  });

  it('of modules need a ruleset too', () => {
    const text = jobOf(
      app('contents: write') + uses('go-module-tags', { version: 'v1.0.0', ...appToken }),
      onTags('v*'),
    );
    const modules = project({ 'release.yml': text }, { goModules: ['.', 'src/a', 'src/b/c'] });
    expect(problems(modules)).toEqual([
      `risk No ruleset keeps the tags src/a/v* and src/b/c/v* from being moved or deleted. | ${fix} | ${page}`,
    ]);
    const all = { ...held, included: ['refs/tags/v*', 'refs/tags/src/**/v*'] };
    expect(problems(modules, settings({ tagRulesets: [all] }))).toEqual([]);
  });

  it('of a job cannot pass a ruleset', () => {
    const text = workflow(uses('push-tag', { start: 'a.yml' }), {
      on: onTags('v*'),
      job: may('contents: write', 'actions: write'),
    });
    expect(problems(project({ 'release.yml': text }))).toEqual([
      `stops release.yml:9 The ruleset "Tags" restricts who creates tags, and the token of job release is not among its bypass actors, so that push-tag cannot create its tag. | Pass the token of a GitHub App as the input token, and make the App a bypass actor of the ruleset. | ${page}`,
    ]);
  });
});

describe('pushes to the default branch', () => {
  const pushing = project({ 'release.yml': jobOf(app('contents: write') + uses('commit-changes', appToken)) });
  const rule = { ruleset: 'the ruleset Main', types: ['pull_request'] };
  const page = 'https://github.com/org/project/settings/rules';
  it.each<[what: string, actors: TagRuleset['actors'], found: readonly string[]]>([
    ['that the App may make', held.actors, []],
    [
      'that it may not make',
      [],
      [
        `stops release.yml:15 The rule pull_request of the ruleset Main stops the push of commit-changes to main. | Use via: pull-request, or make the App a bypass actor. | ${page}`,
      ],
    ],
    [
      'of which it is unknown',
      undefined,
      [
        `unseen release.yml:15 The rule pull_request of the ruleset Main stops the push of commit-changes to main, unless its account may bypass it. | ${page}`,
      ],
    ],
  ])('%s', (_, actors, found) => {
    expect(problems(pushing, settings({ branchRules: [{ ...rule, actors }] }))).toEqual(found);
  });

  it('with the token of a job, and pull requests', () => {
    const text = (via: string) =>
      workflow(uses('commit-changes', { via }), { job: may('contents: write', 'pull-requests: write') });
    const seen = settings({ branchRules: [{ ...rule, actors: held.actors }] });
    expect(problems(project({ 'release.yml': text('push') }), seen)).toEqual([
      `stops release.yml:8 The rule pull_request of the ruleset Main stops the push of commit-changes to main. | Use via: pull-request, or pass the token of a GitHub App that is a bypass actor. | ${page}`,
    ]);
    expect(problems(project({ 'release.yml': text('pull-request') }), seen)).toEqual([
      'stops release.yml:8 The token of job release may not open pull requests in this repository. | Tick "Allow GitHub Actions to create and approve pull requests". | https://github.com/org/project/settings/actions',
    ]);
  });
});

describe('settings of the repository', () => {
  const published = project({
    'release.yml': jobOf(app('contents: write') + uses('gh-release', { tag: 'v1', files: 'a', ...appToken })),
    'after.yml': workflow('      - run: exit 0\n', { on: '  release:\n    types: [created]' }),
  });
  const waits =
    'stops after.yml:3 It waits for release: created, which GitHub does not send for drafts, and a release with files begins as a draft. | Use release: published.';
  const page = 'https://github.com/org/project/settings/actions';
  it.each<[what: string, changed: Partial<Settings>, found: readonly string[]]>([
    ['immutable releases', {}, []],
    [
      'releases that can be changed',
      { hasImmutableReleases: false },
      [
        'advice Releases are not immutable, so that the files of a published release can be replaced. | Enable release immutability, in the section Releases. | https://github.com/org/project/settings',
      ],
    ],
    [
      'no actions at all',
      { actions: { isEnabled: false, allowed: undefined, needsFullCommits: false } },
      [`stops GitHub Actions is switched off in this repository. | Allow it. | ${page}`],
    ],
    [
      'actions that need a full commit',
      { actions: { isEnabled: true, allowed: 'all', needsFullCommits: true } },
      [
        `stops release.yml:15 Actions have to be pinned to a full commit, and org/release-actions/gh-release@v1 is not. | Pin it to the commit of a release. | ${page}`,
      ],
    ],
  ])('%s', (_, changed, found) => {
    expect(problems(published, settings(changed)).toSorted()).toEqual([waits, ...found].toSorted());
  });

  it('that allow only own actions', () => {
    const seen = settings({ actions: { isEnabled: true, allowed: 'local_only', needsFullCommits: false } });
    const text = workflow(uses('parse-tag'), { job: may('contents: read') });
    expect(problems(project({ 'release.yml': text }), seen)).toEqual([]);
    expect(problems(project({ 'release.yml': text }, { repository: 'ann/project' }), seen)).toEqual([
      'stops release.yml:8 Only actions of ann are allowed, and org/release-actions/parse-tag@v1 is none. | Allow org/release-actions/*. | https://github.com/ann/project/settings/actions',
    ]);
  });
});

describe('forks', () => {
  const step = uses('promote-image', {
    via: 'pull-request',
    from: 'gcr.io/a',
    tag: 'v1',
    fork: '${{ vars.BOT }}/k8s.io',
    token: '${{ secrets.BOT_TOKEN }}',
  });
  const promoting = project({ 'release.yml': workflow(step, { job: may('contents: read') }) });
  const known = {
    login: 'robot',
    scopes: ['public_repo', 'workflow'],
    secrets: ['BOT_TOKEN'],
    variables: { BOT: 'robot' },
    forks: [{ name: 'robot/k8s.io', found: { parent: 'kubernetes/k8s.io', behind: 0 } }],
  };
  const agreement =
    'advice release.yml:8 kubernetes/k8s.io takes pull requests only from accounts that have signed the CLA of the CNCF (check EasyCLA). Nothing here shows whether robot has. | Open one pull request with this account before the release, and follow the link of its check EasyCLA. | https://github.com/kubernetes/k8s.io/pulls?q=author:robot';
  const tokens = 'https://github.com/settings/tokens';
  it.each<[what: string, changed: Partial<Settings>, found: readonly string[]]>([
    ['that are up to date', {}, []],
    [
      'that are behind',
      { forks: [{ name: 'robot/k8s.io', found: { parent: 'kubernetes/k8s.io', behind: 12 } }] },
      [
        'advice The fork robot/k8s.io is 12 commits behind kubernetes/k8s.io. | Press "Sync fork" on its page. Else the token needs the scope workflow if a workflow changed meanwhile.',
      ],
    ],
    [
      'that are not there',
      { forks: [{ name: 'robot/k8s.io', found: undefined }] },
      [
        'stops release.yml:8 There is no fork robot/k8s.io, or the token may not see it. | Fork kubernetes/k8s.io with the account robot.',
      ],
    ],
    [
      'of something else',
      { forks: [{ name: 'robot/k8s.io', found: { parent: 'ann/k8s.io', behind: 0 } }] },
      [
        'stops release.yml:8 robot/k8s.io is a fork of ann/k8s.io, and has to be one of kubernetes/k8s.io. | Fork kubernetes/k8s.io with the account robot.',
      ],
    ],
    [
      'that are no forks',
      { forks: [{ name: 'robot/k8s.io', found: { parent: undefined, behind: undefined } }] },
      [
        'stops release.yml:8 robot/k8s.io is no fork, and has to be one of kubernetes/k8s.io. | Fork kubernetes/k8s.io with the account robot.',
      ],
    ],
    [
      'and the token of somebody else',
      { login: 'mona' },
      [
        `unseen The scopes of secrets.BOT_TOKEN, which pushes to robot/k8s.io. | Run the doctor once more with this token in GH_TOKEN. It needs the scopes public_repo and workflow, and no other kind of token can contribute to repositories of others. | ${tokens}`,
      ],
    ],
    [
      'and a token without the scopes',
      { scopes: ['gist'] },
      [
        `stops release.yml:8 The token of robot lacks the scopes public_repo and workflow. It has gist. | Add them to the token. | ${tokens}`,
      ],
    ],
    [
      'and a token that may not change workflows',
      { scopes: ['public_repo'] },
      [
        `risk release.yml:8 The token of robot lacks the scope workflow. It has public_repo. | Add them to the token. | ${tokens}`,
      ],
    ],
    [
      'and a token that is no classic one',
      { scopes: undefined },
      [
        `stops release.yml:8 The token of robot is no classic token, so that it cannot contribute to repositories of others. | Make a classic token with the scopes public_repo and workflow. | ${tokens}`,
      ],
    ],
  ])('%s', (_, changed, found) => {
    expect(problems(promoting, settings({ ...known, ...changed })).toSorted()).toEqual(
      [...found, agreement].toSorted(),
    );
  });
});

describe('who may approve', () => {
  const waiting = (inputs: Readonly<Record<string, string>>) =>
    workflow(uses('release-issue', { do: 'await-approval', tag: 'v1', ...inputs }), {
      job: may('contents: read', 'issues: write', 'pull-requests: read'),
    });
  const owners = 'approvers: [ann, leads]\nreviewers: [bob]\n';
  const aliases = 'aliases:\n  leads: [eve, Ann]\n';
  it.each<[inputs: Readonly<Record<string, string>>, files: Files, found: readonly string[]]>([
    [{}, { OWNERS: owners, OWNERS_ALIASES: aliases }, []],
    [
      {},
      {},
      [
        'stops release.yml:8 There is no file OWNERS that says who may agree to the release. | Add it, or name another one with the input owners.',
      ],
    ],
    [
      { approvals: '4' },
      { OWNERS: owners, OWNERS_ALIASES: aliases },
      [
        'stops release.yml:8 4 people have to agree, and OWNERS has only ann, eve and bob. | Add people to OWNERS, or lower the input approvals.',
      ],
    ],
    [
      { 'approvers-only': 'true' },
      { OWNERS: owners, OWNERS_ALIASES: aliases },
      [
        'risk release.yml:8 2 people have to agree, and OWNERS has only ann and eve. If one of them opens the issue, too few are left. | Add people to OWNERS, or set allow-author: true.',
      ],
    ],
    [{ 'approvers-only': 'true', 'allow-author': 'true' }, { OWNERS: owners, OWNERS_ALIASES: aliases }, []],
    [
      { team: 'org/releasers' },
      {},
      [
        'stops release.yml:8 The token of job release cannot read who is in the team org/releasers. | Pass the token of a GitHub App with the permission members: read of the organization.',
      ],
    ],
  ])('%j with %j', (inputs, files, found) => {
    const one = project({ 'release.yml': waiting(inputs) }, { owners: new Map(Object.entries(files)) });
    expect(problems(one)).toEqual(found);
  });

  it('is told for each step that waits for them', () => {
    const people = new Map(Object.entries({ OWNERS: owners, OWNERS_ALIASES: aliases }));
    const one = project({ 'release.yml': waiting({}), 'finish.yml': waiting({}) }, { owners: people });
    const good = diagnosis({ project: one, settings: settings() }).filter(({ level }) => level === 'good');
    expect(good.map(told).filter((text) => text.includes('agree'))).toEqual([
      'good release.yml:8 2 of 3 people in OWNERS have to agree to the release.',
      'good finish.yml:8 2 of 3 people in OWNERS have to agree to the release.',
    ]);
  });
});
