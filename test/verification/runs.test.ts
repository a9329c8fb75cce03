import { describe, expect, it } from 'vitest';
import { runsOf } from '../../src/verification/runs.ts';
import { unknownIn } from '../../src/verification/unknown.ts';

const release = {
  tag: 'v1.2.0',
  commit: 'c'.repeat(40),
  repository: 'org/project',
  defaultBranch: 'main',
  given: {},
  published: undefined,
};
const steps = 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: org/release-actions/parse-tag@v1 }] } }\n';

const runs = (on: string, given: Readonly<Record<string, string>> = {}, jobs = steps) =>
  runsOf([{ path: '.github/workflows/a.yml', text: `on: ${on}\n${jobs}` }], { ...release, given });

describe('what takes part in a release', () => {
  it.each<[what: string, on: string, events: readonly string[]]>([
    ['a workflow that the tag starts', `{ push: { tags: ['v*'] } }`, ['push']],
    ['none that another tag starts', `{ push: { tags: ['chart/*'] } }`, []],
    ['a workflow that the published release starts', '{ release: { types: [published] } }', ['release']],
    ['one that it starts as a release that is no prerelease', '{ release: { types: [released] } }', ['release']],
    ['none that only a prerelease starts', '{ release: { types: [prereleased] } }', []],
    [
      'a workflow that both start, once for each of them',
      `{ push: { tags: ['v*'] }, release: { types: [created, published] } }`,
      ['push', 'release'],
    ],
    ['none that only checks pull requests', 'pull_request', []],
    [
      'one that people start for a tag, which may want the tag or the version',
      '{ workflow_dispatch: { inputs: { version: { required: true } } } }',
      ['workflow_dispatch v1.2.0', 'workflow_dispatch 1.2.0'],
    ],
    ['none that people start without a tag', '{ workflow_dispatch: { inputs: { level: {} } } }', []],
  ])('%s', (_, on, events) => {
    const found = runs(on).runs.flatMap((run) => run.events);
    expect(found.map(({ name, inputs }) => [name, ...Object.values(inputs ?? {})].join(' '))).toEqual(events);
  });

  it('is told if people have to say more, which they can', () => {
    const on = '{ workflow_dispatch: { inputs: { tag: { required: true }, level: { required: true } } } }';
    expect(runs(on)).toEqual({
      runs: [],
      findings: [
        {
          verdict: 'open',
          what: '.github/workflows/a.yml',
          detail: 'not verified, because it is started by hand: Input level is required.',
          fix: 'Give it with --input level=VALUE.',
          at: expect.objectContaining({ file: '.github/workflows/a.yml', line: 1 }),
        },
      ],
    });
    expect(runs(on, { level: 'high' }).runs).toHaveLength(1);
  });

  it('is no workflow without an action of this project, and one that GitHub refuses is named', () => {
    expect(runs('push', {}, 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n')).toEqual({
      runs: [],
      findings: [],
    });
    expect(runs('push', {}, steps.replace('runs-on', 'run-on')).findings).toMatchObject([
      {
        verdict: 'open',
        detail: expect.stringMatching(/^not verified, because GitHub does not accept it: (?!GitHub)/),
      },
    ]);
    expect(runs('push', {}, 'jobs: { a: { {\n uses: ./x').findings).toMatchObject([
      {
        verdict: 'open',
        detail: expect.stringMatching(/^not verified, because GitHub does not accept it: (?!GitHub)/),
      },
    ]);
  });
});

describe('an expression takes something unknown', () => {
  const unknowns = new Map([
    ['steps.image.outputs', 'the step "Find"'],
    ['needs.build.outputs.tag', 'the job build'],
  ]);

  it.each<[expression: string, names: readonly string[]]>([
    ['steps.image.outputs.name', ['steps.image.outputs.name']],
    ["steps['image'].outputs.name", ['steps.image.outputs.name']],
    ['toJSON(steps)', ['steps']],
    ['steps.image.outcome', []],
    ["format('steps.image.outputs.name')", []],
    ['needs.build.outputs.tag || needs.build.outputs.other', ['needs.build.outputs.tag']],
    ['github.event.inputs.tag', []],
  ])('%s: %j', (expression, names) => {
    const value = { kind: 'expression', expression, at: { file: 'a.yml', line: 1 } } as const;
    expect(unknownIn(value, unknowns).map(({ name }) => name)).toEqual(names);
  });
});
