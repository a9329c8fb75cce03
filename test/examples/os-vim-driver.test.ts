import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { artifactBox, drawnBy } from '../support/drawn.ts';
import { imageIn, installedIn } from '../support/image-files.ts';
import { assetsOf, attached, checkProposal, rehearsed, taggedTooEarly, versionsAt } from './drivers.ts';
import { chaptersOf, chaptersOfToday, osVimDriver, osVimDriverToday } from './os-vim-driver.ts';
import { type EndedRun, prepareStage, Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';

const patience = 240_000;
const version = '1.1.0';
const [info, chart] = ['osvimdriver/pkg_info.json', 'helm/os-vim-driver/Chart.yaml'];
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const json = async (stage: Stage, ref: string) => JSON.parse(await stage.origin('show', `${ref}:${info}`)) as unknown;

/** Where the links of a changelog lead: to the repository, and to people. */
const addresses = (stage: Stage) => new RegExp(`${stage.project.server.url}(?:/org/os-vim-driver)?`, 'g');

/** What a commit adds to the changelog, with short links. Nothing else may be changed there. */
async function addedToChangelog(stage: Stage, before: string, after: string): Promise<string> {
  const diff = linesOf(await stage.origin('diff', '--unified=0', before, after, '--', 'CHANGELOG.md')).slice(4);
  const lines = diff.filter((line) => !line.startsWith('@@'));
  expect(lines.filter((line) => !line.startsWith('+'))).toEqual([]);
  return lines
    .map((line) => line.slice(1))
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(addresses(stage), '…')
    .replace(/\(\d{4}-\d\d-\d\d\)/, '(today)');
}

const section = (of: string, before: string) =>
  [
    `[Full Changelog](…/compare/${before}...${of})`,
    '**Implemented enhancements:**',
    '- Read stacks faster [\\#1](…/pull/1) ([admin](…/admin))',
    '**Fixed bugs:**',
    '- A stack without a name is not found [\\#2](…/issues/2)',
  ].join('\n');

/** The release as its page shows it: title, tag, text and files. */
async function pageOf(stage: Stage, tag: string) {
  const { name, tag_name, body } = (await stage.ask(`GET …/releases/tags/${tag}`)) as Record<string, string>;
  const text = linesOf(body ?? '').join('\n');
  const files = (await assetsOf(stage, tag)).map((asset) => asset.name);
  return { name, tag_name, text: text.replaceAll(addresses(stage), '…'), files };
}

const page = (of: string, before: string) => ({
  name: of,
  tag_name: of,
  text: section(of, before),
  files: [
    'SHA256SUMS',
    `os-vim-driver-${of}-docs.tgz`,
    `os-vim-driver-${of}.tgz`,
    `os_vim_driver-${of}-py3-none-any.whl`,
  ],
});

/** The Python packages in the image of a release, as the registry serves it. */
const installedInImage = async ({ registry }: Stage, tag: string): Promise<readonly string[]> =>
  installedIn(await imageIn(`${registry.host}/org/os-vim-driver:${tag}`));

/** Files of the docs and the chart that are attached to a release: their names, and what the chart says of versions. */
async function contentOf(stage: Stage, tag: string) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'assets-'));
  for (const end of ['-docs.tgz', `${tag}.tgz`])
    await writeFile(join(folder.path, end), await attached(stage, tag, end));
  const tar = async (...args: readonly string[]) =>
    (await promisify(execFile)('tar', args, { cwd: folder.path })).stdout;
  const inChart = (name: string) => tar('--extract', '--to-stdout', '--file', `${tag}.tgz`, `os-vim-driver/${name}`);
  return {
    docs: linesOf(await tar('--list', '--file', '-docs.tgz')),
    chart: [...(await inChart('Chart.yaml')).matchAll(/^(?:appV|v)ersion: .*/gm)].map(([line]) => line),
    image: /^ +version: .*/m.exec(await inChart('values.yaml'))?.[0].trim(),
  };
}

const content = (of: string) => ({
  docs: ['', 'changes.md', 'index.md', 'k8s-install.md', 'user-guide/', 'user-guide/deployment-locations.md'].map(
    (path) => `os-vim-driver-${of}-docs/${path}`,
  ),
  chart: [`appVersion: ${of}`, `version: ${of}`],
  image: `version: ${of}`,
});

type Release = { readonly id: number; readonly assets: readonly { readonly id: number; readonly name: string }[] };

/** A release that nothing disturbed, to compare with. */
let undisturbed: State | undefined;

beforeAll(() => prepareStage(osVimDriver));

describe('a release of os-vim-driver', () => {
  it(
    'goes from the version to the next one, point by point of the document of 1.0.0',
    async () => {
      let drawn = '';
      const onRunEnd = ({ workflow, outcome }: EndedRun) => {
        if (workflow === 'publish.yml') drawn = drawnBy(outcome);
      };
      await using stage = await Stage.open(osVimDriver, { onRunEnd });
      const [setting, publishing, verifying, goingOn] = chaptersOf(version);

      await setting?.perform(stage);
      const first = await stateOf(stage);
      expect(first.tags).toEqual({ '1.0.0': 'The last release', [version]: 'Release 1.1.0' });
      expect(await versionsAt(stage, osVimDriver, version)).toEqual([version, version, version, version]);
      expect(await json(stage, version)).toEqual({ version, 'ignition-version': '==1.1.0' });
      expect(linesOf(await stage.origin('show', '--name-only', '--format=', `${version}^{commit}`))).toEqual([
        'CHANGELOG.md',
        chart,
        'helm/os-vim-driver/values.yaml',
        info,
      ]);
      expect(await addedToChangelog(stage, `${version}^`, version)).toBe(
        `## [${version}](…/tree/${version}) (today)\n${section(version, '1.0.0')}`,
      );

      await publishing?.perform(stage);
      expect(await pageOf(stage, version)).toEqual(page(version, '1.0.0'));
      expect(await contentOf(stage, version)).toEqual(content(version));
      const { tags } = stage.registry.repository('org/os-vim-driver');
      expect(Object.keys(tags)).toEqual([version]);
      expect(drawn).toContain(`tag0("Tag ${version}<br>released")`);
      expect(drawn).toContain(
        artifactBox('Image', `${stage.registry.host}/org/os-vim-driver:${version}`, tags[version]),
      );
      expect(drawn).toContain(`["File<br>os-vim-driver-${version}.tgz<br>sha256:`);
      expect(await installedInImage(stage, version)).toEqual([`os_vim_driver-${version}`]);

      await verifying?.perform(stage);
      await goingOn?.perform(stage);
      undisturbed = await stateOf(stage);
      expect(await stage.unprovenIn(version)).toEqual([
        '– set-values (.github/actions/versions/action.yml:40): not verified, because its condition is not known: it takes steps.chart.outputs.has-placeholders from the step "run" (.github/actions/versions/action.yml:34)',
        '– set-values (.github/actions/versions/action.yml:21, .github/actions/versions/action.yml:40): left out, because it prepares a commit that need not be the one of the tag',
        '– commit-changes (next.yml:84, prepare.yml:63, release.yml:65): left out, because branches move on after a release',
        '– parse-tag (prepare.yml:33): left out, because it works on develop, not on the tag',
        '– update-changelog (prepare.yml:57): left out, because it prepares a commit that need not be the one of the tag',
      ]);
      expect(undisturbed.releases).toEqual([`${version}, the latest, by release-app[bot]`]);
      expect(undisturbed.main.slice(0, 3)).toEqual([
        'Set next development version',
        'Release 1.1.0',
        'Merge pull request #1 from org/Read-stacks-faster',
      ]);
      expect(await versionsAt(stage, osVimDriver, 'main')).toEqual([
        '1.2.0.dev0',
        '1.2.0.dev0',
        '1.2.0-dev.0',
        '1.2.0.dev0',
      ]);

      const { id, assets } = (await stage.ask(`GET …/releases/tags/${version}`)) as Release;
      await stage.ask(`PATCH …/releases/${id}`, { body: { name: 'The new one', body: 'See the docs.' } });
      const docs = assets.find(({ name }) => name.endsWith('-docs.tgz'));
      await stage.ask(`DELETE …/releases/assets/${docs?.id}`);
      const failure = await Promise.resolve(verifying?.perform(stage)).catch((error: unknown) => String(error));
      expect(failure).toContain('Release 1.1.0 has title "The new one", not 1.1.0.');
      expect(failure).toContain(`Release 1.1.0 has no file os-vim-driver-${version}-docs.tgz;`);
      expect(failure).toContain('Release 1.1.0 has notes "See the docs.", not "[Full Changelog](');
    },
    patience,
  );

  it(
    'needs nothing but its workflows to be run again, whenever a runner is killed',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      expect(undisturbed).toBeDefined();
      await using stage = await Stage.open(osVimDriver, { killedAt: [[1], [3], [], [1]] });
      for (const { perform } of chaptersOf(version)) await perform(stage);
      expect(await stateOf(stage)).toEqual(undisturbed);
      expect(await pageOf(stage, version)).toEqual(page(version, '1.0.0'));
      expect(stage.writes.filter((write) => write.startsWith('image /v2/org/os-vim-driver/'))).toHaveLength(1);
    },
  );

  it(
    'goes from develop to main and back, with a chart that has placeholders, as the document of today says',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      const today = '3.6.0';
      await using stage = await Stage.open(osVimDriverToday, { killedAt: [[1]] });
      const [preparing, merging, setting, publishing, verifying, goingOn] = chaptersOfToday(today);

      await preparing?.perform(stage);
      expect(await json(stage, 'develop')).toEqual({ version: '3.6.0.dev0', 'ignition-version': '3.6.3' });
      expect(await addedToChangelog(stage, 'develop^', 'develop')).toBe(
        `## [${today}](…/tree/${today}) (today)\n${section(today, '3.5.4')}`,
      );
      await merging?.perform(stage);
      await setting?.perform(stage);
      expect(await json(stage, today)).toEqual({ version: today, 'ignition-version': '3.6.3' });
      expect(linesOf(await stage.origin('show', '--name-only', '--format=', `${today}^{commit}`))).toEqual([info]);
      expect(await stage.origin('show', `${today}:${chart}`)).toContain('\nversion: ${version}\n');

      await publishing?.perform(stage);
      expect(await pageOf(stage, today)).toEqual(page(today, '3.5.4'));
      expect(await contentOf(stage, today)).toEqual(content(today));
      expect(await installedInImage(stage, today)).toEqual([`os_vim_driver-${today}`]);
      await verifying?.perform(stage);

      await goingOn?.perform(stage);
      expect(await json(stage, 'develop')).toEqual({ version: '3.7.0.dev0', 'ignition-version': '3.7.0' });
      const { main, branches } = await stateOf(stage);
      expect(main.slice(0, 2)).toEqual(['Release 3.6.0', 'Merge pull request #3 from org/develop']);
      expect(branches['develop']).toBe('Set next development version');
      const ahead = await stage.origin('log', '--first-parent', '--format=%s', '-3', 'develop');
      expect(linesOf(ahead)).toEqual(['Set next development version', 'Merge release 3.6.0', 'Prepare release 3.6.0']);
      expect(await stage.origin('rev-list', 'develop..main')).toBe('');
    },
  );

  it(
    'leaves nothing on any server when it is rehearsed with mode: local',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      const { before, after, writes } = await rehearsed(osVimDriver, chaptersOf(version));
      expect(writes).toEqual([]);
      expect(after).toEqual(before);
    },
  );

  it(
    'stops before anything is built if the tag disagrees with the files',
    async () => {
      const said = `${info}:2 has version 1.1.0.dev0, not 1.1.0.`;
      const { failure, releases, writes } = await taggedTooEarly(osVimDriver, version);
      expect(failure).toContain(said);
      expect([releases, writes]).toEqual([[], []]);
    },
    patience,
  );
});

it(
  'the guard of a pull request names the file whose version differs',
  async () => {
    await using stage = await Stage.open(osVimDriver);
    const text = await stage.project.git('show', `HEAD:${chart}`);
    const wrong = { [chart]: text.replace('appVersion: 1.1.0.dev0', 'appVersion: 1.1.0') };
    await expect(checkProposal(stage, 'wrong', wrong)).rejects.toThrow(
      `${chart}:3 has appVersion 1.1.0, not 1.1.0.dev0.`,
    );
  },
  patience,
);
