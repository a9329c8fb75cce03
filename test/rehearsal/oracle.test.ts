import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runByAct } from '../support/act.ts';
import { performWorkflow, type WorkflowOutcome } from '../support/engine.ts';
import { scratchRepository } from '../support/repository.ts';
import { cases, differences } from './oracle-cases.ts';

const all = { ...cases, ...differences };
const names = Object.keys(all);
const both: { act?: WorkflowOutcome; engine?: WorkflowOutcome } = {};

// Starting act takes longer than all of these jobs, so all are in one workflow.
beforeAll(async () => {
  await using repository = await scratchRepository(files, { server: {} });
  const jobs = names.map((name, index) => jobsOf(all[name]?.jobs ?? {}, index));
  const run = { workflow: workflowOf(Object.assign({}, ...jobs)), event: 'push', repository, ...given };
  [both.act, both.engine] = [await runByAct(run), await performWorkflow(run)];
});

describe('act and the engine say the same of', () => {
  it.each(Object.keys(cases))('%s', (name) => {
    const [act, engine] = [said(both.act, name), said(both.engine, name)];
    expect(Object.keys(engine.jobs)).not.toEqual([]);
    expect(engine).toEqual(act);
  });
});

describe('GitHub does otherwise than act:', () => {
  it.each(Object.entries(differences))('%s', (name, { github, act }) => {
    expect(said(both.engine, name)).toEqual(github);
    expect(said(both.act, name)).toEqual(act);
  });

  it.each(Object.keys(differences))('docs/rehearsal.md has %s', async (name) => {
    expect(await readFile(join(import.meta.dirname, '../../docs/rehearsal.md'), 'utf8')).toContain(`| ${name} |`);
  });
});

const given = { secrets: { SECRET: 'of the repository' }, vars: { COLOR: 'blue' }, token: 'the-token' };

/** The jobs of a case, with the names that they have among all others. */
function jobsOf(jobs: object, index: number): Record<string, object> {
  const text = JSON.stringify(jobs, (key, value: unknown) =>
    key === 'steps' && Array.isArray(value)
      ? value.map((step) => (typeof step === 'string' ? { run: step } : step))
      : value,
  );
  const named = JSON.parse(text.replaceAll('§', `c${index}_`)) as Record<string, object>;
  return Object.fromEntries(
    Object.entries(named).map(([id, job]) => [id, 'uses' in job ? job : { 'runs-on': 'ubuntu-latest', ...job }]),
  );
}

const workflowOf = (jobs: object) => stringify({ on: 'push', jobs });

/** The results and outputs of a case. Only act names outputs that are empty. */
function said(outcome: WorkflowOutcome | undefined, name: string) {
  const start = `c${names.indexOf(name)}_`;
  const own = <T>(found: Readonly<Record<string, T>> = {}) =>
    Object.entries(found)
      .filter(([id]) => id.startsWith(start))
      .map(([id, value]) => [id.replace(start, '§'), value] as const);
  const filled = (outputs: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
  return {
    jobs: Object.fromEntries(own(outcome?.jobs)),
    outputs: Object.fromEntries(own(outcome?.outputs).map(([id, outputs]) => [id, filled(outputs)])),
  };
}

const composite = (inputs: object, outputs: object, steps: readonly object[]) =>
  stringify({ name: 'An action', inputs, outputs, runs: { using: 'composite', steps } });

const files = {
  'a.txt': 'a\n',
  '.github/actions/hello/action.yml': composite(
    { who: { default: 'world' } },
    { said: { value: '${{ steps.one.outputs.said }}' }, inner: { value: '${{ steps.two.outputs.inner }}' } },
    [
      { id: 'one', shell: 'bash', run: 'echo "said=hello ${{ inputs.who }}" >> "$GITHUB_OUTPUT"' },
      {
        id: 'two',
        if: "steps.one.outcome == 'success'",
        shell: 'bash',
        run: 'echo "inner=$(basename "$GITHUB_ACTION_PATH")" >> "$GITHUB_OUTPUT"',
      },
    ],
  ),
  '.github/actions/outer/action.yml': composite(
    {},
    { said: { value: '${{ steps.in.outputs.said }}' }, env: { value: '${{ steps.e.outputs.env }}' } },
    [
      { id: 'in', uses: './.github/actions/hello', with: { who: 'outer' } },
      { id: 'e', shell: 'bash', run: 'echo "env=$FROM" >> "$GITHUB_OUTPUT"' },
    ],
  ),
  '.github/actions/failing/action.yml': composite({}, { after: { value: '${{ steps.w.outputs.w }}' } }, [
    { shell: 'bash', run: 'exit 1' },
    { id: 'n', shell: 'bash', run: 'echo n=1 >> "$GITHUB_OUTPUT"' },
    { id: 'w', if: 'always()', shell: 'bash', run: 'echo "w=always${{ steps.n.outputs.n }}" >> "$GITHUB_OUTPUT"' },
  ]),
  '.github/actions/script/action.yml': stringify({
    name: 'A script',
    inputs: {
      'two words': { default: '' },
      fail: { default: 'false' },
      other: { default: '${{ github.event_name }}' },
    },
    outputs: { inputs: { description: 'x' }, state: { description: 'x' } },
    runs: { using: 'node24', pre: 'pre.js', main: 'main.js', post: 'post.js' },
  }),
  '.github/actions/script/pre.js': '',
  '.github/actions/script/main.js': [
    "const fs = require('fs');",
    'const { GITHUB_OUTPUT, GITHUB_STATE, INPUT_TWO_WORDS, INPUT_OTHER, INPUT_FAIL } = process.env;',
    'fs.appendFileSync(GITHUB_OUTPUT, `inputs=${INPUT_TWO_WORDS},${INPUT_OTHER},${INPUT_FAIL}\\n`);',
    "fs.appendFileSync(GITHUB_STATE, 'kept=1\\n');",
    "if (INPUT_FAIL === 'true') process.exit(1);",
    '',
  ].join('\n'),
  '.github/actions/script/post.js':
    "if (process.env.STATE_kept !== '1') process.exit(1);\nrequire('fs').writeFileSync(process.env.RUNNER_TEMP + '/posted', '');\n",
  '.github/workflows/called.yml': stringify({
    on: {
      workflow_call: {
        inputs: {
          text: { type: 'string', required: true },
          flag: { type: 'boolean' },
          number: { type: 'number', default: 3 },
        },
        secrets: { PASSED: { required: true } },
        outputs: { result: { value: '${{ jobs.inner.outputs.result }}' } },
      },
    },
    jobs: {
      inner: {
        'runs-on': 'ubuntu-latest',
        outputs: { result: '${{ steps.s.outputs.r }}' },
        steps: [
          {
            id: 's',
            env: {
              T: '${{ inputs.text }}',
              F: '${{ inputs.flag }}',
              N: '${{ inputs.number }}',
              L: '${{ secrets.PASSED }}',
            },
            run: 'echo "r=$T $F $N ${#L}" >> "$GITHUB_OUTPUT"',
          },
        ],
      },
    },
  }),
};
