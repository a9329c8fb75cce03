/** Jobs of which act and the engine have to say the same. `§` begins the names of the jobs, so that many fit into one workflow. */
export type OracleCase = { readonly jobs: Readonly<Record<string, Job>> };

type Step = string | Readonly<Record<string, unknown>>;
type Job = Readonly<Record<string, unknown>> & { readonly steps?: readonly Step[] };

/** A step that outputs what an expression is, as JSON. */
const say = (...expressions: readonly string[]): Step => ({
  id: 's',
  env: Object.fromEntries(expressions.map((expression, index) => [`V${index}`, `\${{ toJSON(${expression}) }}`])),
  run: `{ ${expressions.map((_, index) => `echo "v${index}<<END"; echo "$V${index}"; echo END`).join('; ')}; } >> "$GITHUB_OUTPUT"`,
});
const said = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `\${{ steps.s.outputs.${name} }}`]));
const values = (count: number) => said(...Array.from({ length: count }, (_, index) => `v${index}`));
const output = (lines: string, id = 's'): Step => ({
  id,
  run: `printf '%b\\n' ${JSON.stringify(lines)} >> "$GITHUB_OUTPUT"`,
});

const checkout: Step = { uses: 'actions/checkout@v6' };

/** Only expressions, each of which is evaluated in a step. */
const expressions = (...all: readonly string[]): OracleCase => ({
  jobs: { '§a': { steps: [say(...all)], outputs: values(all.length) } },
});

export const cases: Readonly<Record<string, OracleCase>> = {
  'outputs go to the jobs that need them': {
    jobs: {
      '§a': { steps: [output('x=1')], outputs: said('x') },
      '§b': { needs: '§a', steps: [say('needs.§a.outputs.x', 'needs.§a.result')], outputs: values(2) },
    },
  },
  'a value may contain the sign': { jobs: { '§a': { steps: [output('x=a=b=c')], outputs: said('x') } } },
  'an output of several lines': {
    jobs: { '§a': { steps: [output('x<<EOF\none\ntwo\nEOF\ny=3')], outputs: said('x', 'y') } },
  },
  'an output that a step did not set': { jobs: { '§a': { steps: [output('x=1')], outputs: said('y') } } },
  'the last of two lines with one name': { jobs: { '§a': { steps: [output('x=1\nx=2')], outputs: said('x') } } },
  'a step whose condition asks for its own env': {
    jobs: {
      '§a': {
        env: { A: 'job' },
        steps: [{ id: 's', env: { A: 'step' }, if: "env.A == 'step'", run: 'echo x=1 >> "$GITHUB_OUTPUT"' }],
        outputs: said('x'),
      },
    },
  },
  'outputs of a step that failed': {
    jobs: {
      '§a': {
        steps: [{ id: 's', run: 'echo x=1 >> "$GITHUB_OUTPUT"; exit 1', 'continue-on-error': true }],
        outputs: said('x'),
      },
    },
  },
  'a step that failed ends the job': { jobs: { '§a': { steps: ['exit 3', output('x=1')], outputs: said('x') } } },
  'steps with failure() and always() still run': {
    jobs: {
      '§a': {
        steps: [
          'exit 1',
          { id: 'f', if: 'failure()', run: 'echo f=1 >> "$GITHUB_OUTPUT"' },
          { id: 'w', if: 'always()', run: 'echo w=1 >> "$GITHUB_OUTPUT"' },
        ],
        outputs: { f: '${{ steps.f.outputs.f }}', w: '${{ steps.w.outputs.w }}' },
      },
    },
  },
  'no step with failure() runs where none failed': {
    jobs: { '§a': { steps: [{ id: 's', if: 'failure()', run: 'echo x=1 >> "$GITHUB_OUTPUT"' }], outputs: said('x') } },
  },
  'outcome and conclusion': {
    jobs: {
      '§a': {
        steps: [
          { id: 'one', run: 'exit 1', 'continue-on-error': true },
          { id: 'two', if: false, run: 'exit 1' },
          say('steps.one.outcome', 'steps.one.conclusion', 'steps.two.outcome', 'steps.three.outcome'),
        ],
        outputs: values(4),
      },
    },
  },
  'a condition without braces, and with them': {
    jobs: {
      '§a': { if: "github.event_name == 'push'", steps: ['true'] },
      '§b': { if: "${{ github.event_name == 'release' }}", steps: ['true'] },
    },
  },
  'a condition of which a part is a text': { jobs: { '§a': { if: '${{ false }} && true', steps: ['true'] } } },
  'a job whose need was skipped': {
    jobs: {
      '§a': { if: 'false', steps: ['true'] },
      '§b': { needs: '§a', steps: ['true'] },
      '§c': { needs: '§a', if: 'always()', steps: ['true'] },
      '§d': { needs: '§a', if: '!failure()', steps: ['true'] },
    },
  },
  'a job whose need failed': {
    jobs: {
      '§a': { steps: ['exit 1'] },
      '§b': { needs: '§a', steps: ['true'] },
      '§c': { needs: '§a', if: 'failure()', steps: ['true'] },
      '§d': { needs: '§a', if: 'always()', steps: [say('needs.§a.result')], outputs: values(1) },
      '§e': { needs: ['§a', '§b'], if: "always() && contains(needs.*.result, 'skipped')", steps: ['true'] },
    },
  },
  'a job that waits for two': {
    jobs: {
      '§a': { steps: [output('x=1')], outputs: said('x') },
      '§b': { steps: [output('x=2')], outputs: said('x') },
      '§c': { needs: ['§a', '§b'], steps: [say('needs.§a.outputs.x', 'needs.§b.outputs.x')], outputs: values(2) },
    },
  },
  'a matrix of mappings': {
    jobs: {
      '§a': {
        strategy: { matrix: { one: [{ name: 'n', list: [1, 2] }] } },
        steps: [say('matrix.one.name', 'matrix.one.list[1]')],
        outputs: values(2),
      },
    },
  },
  'a matrix that only includes': {
    jobs: {
      '§a': { strategy: { matrix: { include: [{ v: 'only' }] } }, steps: [say('matrix.v')], outputs: values(1) },
    },
  },
  'a matrix of which one fails': {
    jobs: {
      '§a': { strategy: { 'fail-fast': false, matrix: { v: [0, 1] } }, steps: ['exit ${{ matrix.v }}'] },
      '§b': { needs: '§a', if: 'always()', steps: [say('needs.§a.result')], outputs: values(1) },
    },
  },
  'env of job and step': {
    jobs: {
      '§a': {
        env: { A: 'job', B: 'job' },
        steps: [
          { id: 's', env: { B: 'step', C: '${{ env.A }}' }, run: 'echo "x=$A $B $C ${{ env.B }}" >> "$GITHUB_OUTPUT"' },
        ],
        outputs: said('x'),
      },
    },
  },
  'GITHUB_ENV counts for later steps': {
    jobs: {
      '§a': {
        env: { A: 'job' },
        steps: [
          'echo A=file >> "$GITHUB_ENV"; printf "M<<E\\n1\\n2\\nE\\n" >> "$GITHUB_ENV"',
          { id: 's', run: 'echo "x=$A ${{ env.A }} $(echo $M)" >> "$GITHUB_OUTPUT"' },
        ],
        outputs: said('x'),
      },
    },
  },
  'env of a step is stronger than GITHUB_ENV': {
    jobs: {
      '§a': {
        steps: [
          'echo A=file >> "$GITHUB_ENV"',
          { id: 's', env: { A: 'step' }, run: 'echo "x=$A" >> "$GITHUB_OUTPUT"' },
        ],
        outputs: said('x'),
      },
    },
  },
  'GITHUB_PATH counts for later steps': {
    jobs: {
      '§a': {
        steps: [
          'mkdir -p "$RUNNER_TEMP/bin" && printf "#!/bin/sh\\necho found\\n" > "$RUNNER_TEMP/bin/a-tool" && chmod +x "$RUNNER_TEMP/bin/a-tool" && echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"',
          { id: 's', run: 'echo "x=$(a-tool)" >> "$GITHUB_OUTPUT"' },
        ],
        outputs: said('x'),
      },
    },
  },
  'a pipe fails only if bash is named': {
    jobs: { '§a': { steps: ['false | true'] }, '§b': { steps: [{ shell: 'bash', run: 'false | true' }] } },
  },
  'the first command that fails ends a script': {
    jobs: { '§a': { steps: ['false\necho x'] }, '§b': { steps: [{ shell: 'sh', run: 'false\ntrue' }] } },
  },
  'other shells': {
    jobs: {
      '§a': {
        steps: [
          {
            id: 's',
            shell: 'python3 {0}',
            run: 'import os\nopen(os.environ["GITHUB_OUTPUT"], "a").write("x=python\\n")',
          },
        ],
        outputs: said('x'),
      },
      '§b': {
        steps: [
          { id: 's', shell: 'node {0}', run: 'require("fs").appendFileSync(process.env.GITHUB_OUTPUT, "x=node\\n")' },
        ],
        outputs: said('x'),
      },
    },
  },
  'defaults of a job': {
    jobs: {
      '§a': {
        defaults: { run: { 'working-directory': 'sub', shell: 'bash' } },
        steps: [
          { 'working-directory': '.', run: 'mkdir sub' },
          { id: 's', run: 'echo "x=$(basename "$PWD")" >> "$GITHUB_OUTPUT"' },
          { 'continue-on-error': true, run: 'false | true' },
        ],
        outputs: said('x'),
      },
    },
  },
  'continue-on-error by an expression': {
    jobs: { '§a': { steps: [{ run: 'exit 1', 'continue-on-error': "${{ github.event_name == 'push' }}" }] } },
  },
  'a composite action': {
    jobs: {
      '§a': {
        steps: [checkout, { id: 's', uses: './.github/actions/hello', with: { who: 'you' } }],
        outputs: said('said', 'inner'),
      },
      '§b': { steps: [checkout, { id: 's', uses: './.github/actions/hello' }], outputs: said('said') },
    },
  },
  'a composite action in another': {
    jobs: {
      '§a': {
        steps: [checkout, { id: 's', uses: './.github/actions/outer', env: { FROM: 'step' } }],
        outputs: said('said', 'env'),
      },
    },
  },
  'a composite action that fails': {
    jobs: {
      '§a': {
        steps: [
          checkout,
          { id: 's', uses: './.github/actions/failing', 'continue-on-error': true },
          { id: 'o', run: 'echo "x=${{ steps.s.outcome }}" >> "$GITHUB_OUTPUT"' },
        ],
        outputs: { x: '${{ steps.o.outputs.x }}', after: '${{ steps.s.outputs.after }}' },
      },
    },
  },
  'an action in JavaScript': {
    jobs: {
      '§a': {
        steps: [checkout, { id: 's', uses: './.github/actions/script', with: { 'two words': 'a b' } }],
        outputs: said('inputs', 'state'),
      },
    },
  },
  'an action in JavaScript that fails': {
    jobs: { '§a': { steps: [checkout, { uses: './.github/actions/script', with: { fail: 'true' } }] } },
  },
  'post of an action, after the last step': {
    jobs: {
      '§a': { steps: [checkout, { uses: './.github/actions/script' }, 'test ! -e "$RUNNER_TEMP/posted"'] },
    },
  },
  'a local action without a checkout': { jobs: { '§a': { steps: [{ uses: './.github/actions/hello' }] } } },
  'files of the checkout': {
    jobs: {
      '§a': {
        steps: [checkout, { id: 's', run: 'echo "x=$(cat a.txt) $(git rev-parse HEAD)" >> "$GITHUB_OUTPUT"' }],
        outputs: said('x'),
      },
    },
  },
  'set-output, and masks': {
    jobs: {
      '§a': {
        steps: [{ id: 's', run: 'echo "::set-output name=x::old"' }, 'echo "::add-mask::hidden"'],
        outputs: said('x'),
      },
    },
  },
  'commands that are stopped': {
    jobs: {
      '§a': {
        steps: [
          {
            id: 's',
            run: 'echo "::stop-commands::word"; echo "::set-output name=x::1"; echo "::word::"; echo "::set-output name=y::2"',
          },
        ],
        outputs: said('x', 'y'),
      },
    },
  },
  'a secret that does not exist is empty': {
    jobs: { '§a': { steps: [say("secrets.NONE == ''", 'vars.NONE', 'vars.COLOR')], outputs: values(3) } },
  },
  'a text of the workflow that a shell would read': {
    jobs: {
      '§a': {
        env: { T: 'it\'s "quoted" $HOME `x`' },
        steps: [{ id: 's', run: 'echo "x=$T" >> "$GITHUB_OUTPUT"' }],
        outputs: said('x'),
      },
    },
  },
  'github of a push': expressions(
    'github.event_name',
    'github.ref',
    'github.ref_name',
    'github.ref_type',
    'github.repository',
    'github.repository_owner',
    'github.event.head_commit',
  ),
  'variables of a push': {
    jobs: {
      '§a': {
        steps: [
          {
            id: 's',
            run: 'echo "x=$GITHUB_EVENT_NAME $GITHUB_REF $GITHUB_REF_NAME $GITHUB_SHA $GITHUB_REPOSITORY $CI $GITHUB_ACTIONS" >> "$GITHUB_OUTPUT"',
          },
        ],
        outputs: said('x'),
      },
    },
  },
  'equality without regard to case and kind': expressions(
    "'A' == 'a'",
    "1 == '1'",
    "true == 'true'",
    "null == ''",
    "0 == ''",
    "'' == false",
  ),
  'operators that give a value': expressions("'' || 'x'", "'a' && 'b'", '0 || null', 'false && 1', "!'x'", '!null'),
  comparisons: expressions('1 < 2', "'b' > 'a'", "'10' > 9", '1.5 >= 1.5', "'x' < 1"),
  'texts of numbers': expressions('1.50', '1e3', '0x1f', '-0.5', '10 == 10.0'),
  'contains, startsWith and endsWith': expressions(
    "contains('Hello', 'ELL')",
    "contains(fromJSON('[1,2]'), 2)",
    "startsWith('abc', 'AB')",
    "endsWith('abc', 'BC')",
    "contains('', '')",
  ),
  'format and join': expressions(
    "format('{0}-{1}-{0} {{x}}', 'a', 1)",
    'join(fromJSON(\'["a","b"]\'), \'+\')',
    "join('one')",
    "join(fromJSON('[1,true,null]'))",
  ),
  'JSON there and back': expressions(
    `fromJSON('{"a":{"b":[1,"2",null,true]}}').a.b[1]`,
    `toJSON(fromJSON('{"a":1}'))`,
    `fromJSON('"x"')`,
    "fromJSON('true')",
  ),
  hashFiles: {
    jobs: {
      '§a': {
        steps: [
          checkout,
          say("hashFiles('none/**')", "hashFiles('a.txt') == hashFiles('**/a.txt')", "hashFiles('a.txt') != ''"),
        ],
        outputs: values(3),
      },
    },
  },
  'hashFiles of folders, of what begins with a dot, and without some files': {
    jobs: {
      '§a': {
        steps: [
          'mkdir -p d/.sub && echo x > d/.h && echo y > d/e && echo z > d/.sub/e',
          say(
            "hashFiles('d') == hashFiles('d/**')",
            "hashFiles('d/*') == hashFiles('d/e')",
            "hashFiles('d/**/e') == hashFiles('d/e')",
            "hashFiles('d/**', '!d/.h', '!**/.sub') == hashFiles('d/e')",
            "hashFiles(format('{0}/d/e', github.workspace)) == hashFiles('d/e')",
          ),
        ],
        outputs: values(5),
      },
    },
  },
  'what a runner says of itself': expressions('runner.os', "runner.temp != ''", "github.workspace != ''"),
  'the status of the job': expressions('job.status'),
  'a line that is no output': { jobs: { '§a': { steps: [{ id: 's', run: 'echo nonsense >> "$GITHUB_OUTPUT"' }] } } },
  'a folder that does not exist': { jobs: { '§a': { steps: [{ 'working-directory': 'nowhere', run: 'true' }] } } },
  'a program that does not exist': { jobs: { '§a': { steps: ['no-such-program-here'] } } },
  'a reusable workflow': {
    jobs: {
      '§a': { steps: [output('x=from a')], outputs: said('x') },
      '§b': {
        needs: '§a',
        uses: './.github/workflows/called.yml',
        with: { text: '${{ needs.§a.outputs.x }}', flag: true },
        secrets: { PASSED: '${{ secrets.SECRET }}' },
      },
      '§c': { needs: '§b', steps: [say('needs.§b.outputs.result', 'needs.§b.result')], outputs: values(2) },
    },
  },
  'a matrix from an output': {
    jobs: {
      '§a': { steps: [output('list=["p"]')], outputs: said('list') },
      '§b': {
        needs: '§a',
        strategy: { matrix: { v: '${{ fromJSON(needs.§a.outputs.list) }}' } },
        steps: [say('matrix.v')],
        outputs: values(1),
      },
    },
  },
  'a matrix of which only one job is left': {
    jobs: {
      '§a': {
        strategy: { matrix: { os: ['x', 'y'], exclude: [{ os: 'x' }], include: [{ os: 'y', extra: 'e' }] } },
        steps: [say('matrix.os', 'matrix.extra')],
        outputs: values(2),
      },
    },
  },
  'parts of objects': expressions(
    "fromJSON('{}').none.none",
    "github['event_name']",
    `fromJSON('[1]')[5]`,
    `fromJSON('[{"n":"a"},{"n":"b"}]').*.n`,
    `fromJSON('{"A":1}').a`,
  ),
  'a job with a name and a limit': {
    jobs: {
      '§a': {
        name: 'Named ${{ github.event_name }}',
        'timeout-minutes': 5,
        steps: [output('x=1')],
        outputs: said('x'),
      },
    },
  },
  'three jobs in a row': {
    jobs: {
      '§a': { steps: [output('x=1')], outputs: said('x') },
      '§b': { needs: '§a', steps: [output('x=${{ needs.§a.outputs.x }}2')], outputs: said('x') },
      '§c': { needs: ['§a', '§b'], steps: [output('x=${{ needs.§b.outputs.x }}3')], outputs: said('x') },
    },
  },
  'a step whose condition reads env': {
    jobs: {
      '§a': {
        env: { ON: 'yes' },
        steps: [{ id: 's', if: "env.ON == 'yes' && env.OFF != 'yes'", run: 'echo x=1 >> "$GITHUB_OUTPUT"' }],
        outputs: said('x'),
      },
    },
  },
  'a summary and annotations': {
    jobs: {
      '§a': {
        steps: [
          'echo "# Title" >> "$GITHUB_STEP_SUMMARY"; echo "::error file=a.txt,line=1::wrong%0Aindeed"; echo "::notice::n"',
        ],
      },
    },
  },
  'success() behind a job that was skipped, two jobs before': {
    jobs: {
      '§a': { if: 'false', steps: ['true'] },
      '§b': { needs: '§a', if: 'always()', steps: ['true'] },
      '§c': { needs: '§b', steps: ['true'] },
    },
  },
  'a script that is an expression': {
    jobs: { '§a': { env: { SCRIPT: 'exit 0' }, steps: [{ run: '${{ env.SCRIPT }}' }] } },
  },
  'a job without outputs': {
    jobs: {
      '§a': { steps: ['true'] },
      '§b': { needs: '§a', steps: [say('needs.§a.outputs.none')], outputs: values(1) },
    },
  },
  'precedence of operators': expressions(
    'true || false && false',
    '!false && false',
    '(true || false) && false',
    "1 < 2 && 2 < 1 || 'x'",
    "github.ref == 'refs/heads/none' && 'a' || 'b'",
  ),
  'quotes in texts': expressions("'it''s'", "format('{0}''', 'it''s')", "contains('a''b', '''')"),
  'a condition that reads what an earlier step put into GITHUB_ENV': {
    jobs: {
      '§a': {
        steps: [
          'echo ON=yes >> "$GITHUB_ENV"',
          { id: 's', if: "env.ON == 'yes'", run: 'echo x=1 >> "$GITHUB_OUTPUT"' },
        ],
        outputs: said('x'),
      },
    },
  },
  'defaults of a job do not reach a composite action': {
    jobs: {
      '§a': {
        defaults: { run: { 'working-directory': 'nowhere' } },
        steps: [checkout, { id: 's', uses: './.github/actions/hello' }],
        outputs: said('said'),
      },
    },
  },
  'steps of a composite action are not known outside of it': {
    jobs: {
      '§a': {
        steps: [checkout, { id: 'h', uses: './.github/actions/hello' }, say('steps.h.outcome', 'steps.one')],
        outputs: values(2),
      },
    },
  },
  'a step with a number as if': {
    jobs: { '§a': { steps: [{ id: 's', if: 0, run: 'echo x=1 >> "$GITHUB_OUTPUT"' }], outputs: said('x') } },
  },
};

/** Where act and GitHub do not do the same. The engine does what GitHub documents. */
export const differences: Readonly<Record<string, OracleCase & { readonly github: Said; readonly act: Said }>> = {
  'the outputs of a matrix': {
    jobs: {
      '§a': {
        strategy: { 'max-parallel': 1, matrix: { v: [1, 2] } },
        steps: [
          {
            id: 's',
            run: 'echo x=${{ matrix.v }} >> "$GITHUB_OUTPUT"; echo only${{ matrix.v }}=yes >> "$GITHUB_OUTPUT"',
          },
        ],
        outputs: said('x', 'only2'),
      },
    },
    github: { jobs: { '§a': 'success' }, outputs: { '§a': { x: '2', only2: 'yes' } } },
    act: { jobs: { '§a': 'success' }, outputs: { '§a': { x: '1' } } },
  },
  'strategy.job-total': {
    jobs: {
      '§a': {
        strategy: { matrix: { v: [1] } },
        steps: [say('strategy.job-total', 'strategy.job-index')],
        outputs: values(2),
      },
    },
    github: { jobs: { '§a': 'success' }, outputs: { '§a': { v0: '1', v1: '0' } } },
    act: { jobs: { '§a': 'success' }, outputs: { '§a': { v0: 'null', v1: 'null' } } },
  },
  'a filter of a mapping': {
    jobs: { '§a': { steps: [say(`join(fromJSON('{"x":{"n":1},"y":{"n":2}}').*.n)`)], outputs: values(1) } },
    github: { jobs: { '§a': 'success' }, outputs: { '§a': { v0: '"1,2"' } } },
    act: { jobs: { '§a': 'success' }, outputs: { '§a': { v0: '","' } } },
  },
  'a step that takes longer than its timeout-minutes': {
    jobs: { '§a': { steps: [{ run: 'sleep 30', 'timeout-minutes': 0.01 }] } },
    github: { jobs: { '§a': 'failure' }, outputs: { '§a': {} } },
    act: { jobs: { '§a': 'success' }, outputs: { '§a': {} } },
  },
  'an output with a secret': {
    jobs: { '§a': { steps: [output('x=${{ secrets.SECRET }}\ny=1')], outputs: said('x', 'y') } },
    github: { jobs: { '§a': 'success' }, outputs: { '§a': { y: '1' } } },
    act: { jobs: { '§a': 'success' }, outputs: { '§a': { x: 'of the repository', y: '1' } } },
  },
  'continue-on-error of a job': {
    jobs: { '§a': { 'continue-on-error': true, steps: ['exit 1'] }, '§b': { needs: '§a', steps: ['true'] } },
    github: { jobs: { '§a': 'success', '§b': 'success' }, outputs: { '§a': {}, '§b': {} } },
    act: { jobs: { '§a': 'failure', '§b': 'skipped' }, outputs: { '§a': {} } },
  },
};

/** The result and the outputs of each job. */
type Said = {
  readonly jobs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
