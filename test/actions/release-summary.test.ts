import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import releaseSummary from '../../actions/release-summary/action.ts';
import { summaryOf } from '../../src/runtime/summary.ts';
import { jobToken, personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { makeDraft } from '../support/releases.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { reference: 'ghcr.io/org/app:v1.0.0', digest, platforms: ['linux/amd64'], signed: 'none' };
const promoted = { name: 'tool', tag: 'v1.0.0', digest, to: ['a.example/tool:v1.0.0', 'b.example/tool:v1.0.0'] };
const chart = {
  chart: 'app',
  folder: 'deploy/app',
  version: '0.3.0',
  path: 'dist/app-0.3.0.tgz',
  sha256: 'b'.repeat(64),
};
const pushed = { ...chart, reference: 'ghcr.io/org/charts/app:0.3.0', digest: `sha256:${'c'.repeat(64)}` };

const inputsOf = (given: Readonly<Record<string, string>> = {}) => ({
  inputs: { tags: 'v1.0.0', token: jobToken.token, ...given },
});

/** A repository with the tags v1.0.0 and chart/0.3.0, and a release of v1.0.0 with one file. */
async function released(): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ 'README.md': '# Project\n' });
  await repo.pushTag('v1.0.0');
  await repo.pushTag('chart/0.3.0');
  const { id } = await makeDraft(repo, { 'app.whl': 'the wheel' });
  const asMona = { token: personalToken.token, body: { draft: false } };
  await repo.ask(`PATCH …/releases/${id}`, asMona);
  return repo;
}

async function proposed(repo: ScratchGitHub, name: string): Promise<void> {
  await repo.git('switch', '--quiet', '--create', name);
  await repo.commit(name, { [`${name}.txt`]: name });
  await repo.push(name);
  await repo.ask('POST …/pulls', { body: { title: `Add ${name}`, head: name, base: 'main' } });
}

const chartIn = (markdown = '') => (/```mermaid\n(.*?)\n```/s.exec(markdown)?.[1] ?? '').split('\n');

describe('the summary of a release', () => {
  it('shows tags by their streams, the release, its files, images and charts, and what is pending', async () => {
    await using repo = await released();
    await proposed(repo, 'one');
    await repo.ask('PUT …/pulls/1/merge');
    await proposed(repo, 'two');
    const { outputs, outcome } = await perform(
      releaseSummary,
      repo,
      inputsOf({
        tags: 'v1.0.0\nchart/0.3.0\nv1.0.0\nnightly',
        images: `${JSON.stringify([image])}\n\n${JSON.stringify([promoted])}`,
        packages: JSON.stringify([pushed]),
        pulls: '1\n#2',
        pending: '["the pull request is merged","the e2e tests pass"]\n["pull request #2 is merged"]\n[]',
      }),
    );
    expect(outcome.failure).toBeUndefined();
    expect(chartIn(outputs['markdown'])).toEqual([
      'flowchart LR',
      'repository["org/project"]',
      'subgraph stream0["image"]',
      'tag0("Tag v1.0.0<br>released")',
      'end',
      'repository --> tag0',
      'subgraph stream1["chart"]',
      'tag1("Tag chart/0.3.0")',
      'end',
      'repository --> tag1',
      'subgraph stream2["tags"]',
      'tag2("Tag nightly<br>not there yet"):::missing',
      'end',
      'repository --> tag2',
      `artifact0["Image<br>ghcr.io/org/app:v1.0.0<br>sha256:${'a'.repeat(12)}"]`,
      'tag0 --> artifact0',
      `artifact1["Image<br>a.example/tool:v1.0.0<br>sha256:${'a'.repeat(12)}"]`,
      'tag0 --> artifact1',
      `artifact2["Image<br>b.example/tool:v1.0.0<br>sha256:${'a'.repeat(12)}"]`,
      'tag0 --> artifact2',
      `artifact3["Chart<br>ghcr.io/org/charts/app:0.3.0<br>sha256:${'c'.repeat(12)}"]`,
      'tag1 --> artifact3',
      expect.stringMatching(/^artifact4\["File<br>app\.whl<br>sha256:[0-9a-f]{12}"\]$/),
      'tag0 --> artifact4',
      'pull0("Pull request #35;1<br>merged")',
      'tag0 -.-> pull0',
      'pull1("Pull request #35;2<br>open"):::pending',
      'tag0 -.-> pull1',
      'pending0("Pending<br>the e2e tests pass"):::pending',
      'tag0 -.-> pending0',
      'classDef pending stroke:#bf8700,stroke-width:2px,stroke-dasharray:5 4',
      'classDef missing stroke-dasharray:5 4',
    ]);
    expect(JSON.parse(outputs['pending'] ?? '')).toEqual(['pull request #2 is merged', 'the e2e tests pass']);
    const page = `${repo.github.git.url}/org/project`;
    expect(
      outcome.facts.map(({ name, value, url }) => `${name}: ${value.split('\n')[0]} ${url?.replace(page, '…')}`),
    ).toEqual([
      'Tag: v1.0.0 …/releases/tag/v1.0.0',
      'Release: v1.0.0, released …/releases/tag/v1.0.0',
      'Tag: chart/0.3.0 …/releases/tag/chart/0.3.0',
      'Tag: nightly, not there yet undefined',
      'Image: ghcr.io/org/app:v1.0.0 undefined',
      'Image: a.example/tool:v1.0.0 undefined',
      'Image: b.example/tool:v1.0.0 undefined',
      'Chart: ghcr.io/org/charts/app:0.3.0 undefined',
      'File: app.whl …/releases/download/v1.0.0/app.whl',
      'Pull request: #1 Add one, merged …/pull/1',
      'Pull request: #2 Add two, open …/pull/2',
    ]);
    const summary = summaryOf(releaseSummary, outcome);
    expect(summary).toContain(`<a href="${page.replaceAll(':', '&#58;')}/releases/tag/v1.0.0">v1.0.0</a>`);
    expect(summary).toContain('**The release of org/project**\n\n```mermaid\nflowchart LR\n');
    expect(summary).toContain('⏳ Pending: the e2e tests pass.');
  });

  it('says that a draft has to be published, and takes the files that nobody may see from the step', async () => {
    await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
    await repo.pushTag('v1.0.0');
    const assets = JSON.stringify([{ name: 'app.whl', size: 9, digest }]);
    const before = await succeed(releaseSummary, repo, inputsOf({ assets, packages: JSON.stringify([chart]) }));
    expect(chartIn(before['markdown'])).toContain(`artifact0["Chart<br>app 0.3.0<br>sha256:${'b'.repeat(12)}"]`);
    expect(chartIn(before['markdown'])).toContain(`artifact1["File<br>app.whl<br>sha256:${'a'.repeat(12)}"]`);
    await makeDraft(repo, { 'app.whl': 'the wheel' });
    const { outputs, outcome } = await perform(releaseSummary, repo, inputsOf({ assets }));
    expect(chartIn(outputs['markdown'])).toContain('tag0("Tag v1.0.0<br>draft")');
    expect(outcome.pending).toMatchObject([{ title: 'the draft of v1.0.0 is published' }]);
    expect(outcome.facts.at(-1)).toMatchObject({ name: 'File', url: undefined });
  });

  it('takes the tag that started the run', async () => {
    await using repo = await released();
    const env = { GITHUB_REF: 'refs/tags/v1.0.0', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' };
    const { outputs } = await perform(releaseSummary, repo, { inputs: { token: jobToken.token }, env });
    expect(chartIn(outputs['markdown'])).toContain('tag0("Tag v1.0.0<br>released")');
  });

  it('keeps names of others labels, and a long list short enough for GitHub', async () => {
    await using repo = await released();
    const name = '"]; click tag0 "javascript:alert(1)" %%{init}%% <b>`x`</b>\u{1f980}';
    const many = Array.from({ length: 2000 }, (_, index) => ({
      reference: `ghcr.io/org/${'x'.repeat(200)}:v${index}`,
      digest,
    }));
    const images = JSON.stringify([{ reference: name, digest: '"]' }, ...many]);
    const { outputs, outcome } = await perform(
      releaseSummary,
      repo,
      inputsOf({ images, pending: JSON.stringify([name]) }),
    );
    const lines = chartIn(outputs['markdown']);
    expect(lines).toContain(
      'artifact0["Image<br>#34;#93;#59; click tag0 #34;javascript:alert#40;1#41;#34; #37;#37;#123;init#125;#37;#37; #60;b#62;#96;x#96;#60;/b#62;#129408;<br>#34;#93;"]',
    );
    expect(lines).toContain('more["1972 more, in the table"]');
    expect(lines.join('\n').length).toBeLessThan(50_000);
    expect(Buffer.byteLength(summaryOf(releaseSummary, outcome))).toBeLessThan(1024 * 1024);
  });
});

describe('a summary is refused', () => {
  let repo: ScratchGitHub;
  beforeAll(async () => {
    repo = await released();
  });
  afterAll(() => repo[Symbol.asyncDispose]());
  const broken = 'Pass the outputs as they are, such as ${{ steps.id.outputs.images }}, one per line.';
  it.each<[title: string, inputs: Readonly<Record<string, string>>, text: string]>([
    [
      'without a tag',
      { tags: '' },
      'No input names a tag, and this run was not started by one.\nSet the input tags, such as tags: v1.2.3.',
    ],
    [
      'for images that are no JSON',
      { images: 'ghcr.io/org/app:v1' },
      `Input images has a line that is not what a step puts out as images: "ghcr.io/org/app:v1".\n${broken}`,
    ],
    [
      'for images that are no list',
      { images: '{"reference":"a"}' },
      `Input images has a line that is not what a step puts out as images: '{"reference":"a"}'.\n${broken}`,
    ],
    [
      'for charts that are texts',
      { packages: '["app"]' },
      `Input packages has a line that is not what a step puts out as packages: '"app"'.\n${broken.replace('images', 'packages')}`,
    ],
    [
      'for pending things that are no texts',
      { pending: '[1]' },
      `Input pending has a line that is not what a step puts out as pending: "1".\n${broken.replace('images', 'pending')}`,
    ],
    [
      'for a pull request without a number',
      { pulls: 'https://github.com/org/project/pulls' },
      'Input pulls has a line that is no pull request: "https://github.com/org/project/pulls".\nGive its number, such as 12, or its URL, such as https://github.com/org/project/pull/12.',
    ],
    [
      'for a pull request that is not there',
      { pulls: '9' },
      'There is no pull request #9 in org/project, or this token cannot see it.\nCorrect the input pulls. For a private repository, pass a token that can read it.',
    ],
    [
      'for one of a repository that is not there',
      { pulls: 'https://github.com/org/other/pull/3' },
      'There is no pull request #3 in org/other, or this token cannot see it.\nCorrect the input pulls. For a private repository, pass a token that can read it.',
    ],
  ])('%s', async (_, inputs, text) => {
    expect(await refusal(releaseSummary, repo, inputsOf(inputs))).toBe(text);
  });
});
