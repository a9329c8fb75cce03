import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { textLines } from '../../domain/text.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { authorized } from './authorized.ts';
import { type Ask, askerFor } from './github.ts';
import { type Release, releaseOf, upload } from './releases.ts';

type Chart = { readonly folder: string; readonly name: string; readonly version: string; readonly description: string };
type Released = Chart & { readonly tag: string; readonly path: string };

// https://github.com/helm/chart-releaser-action/blob/v1.7.0/cr.sh
/** helm/chart-releaser-action: a release for each chart that changed since the last tag, and the index of the pages. */
export async function chartReleaser(call: StandInCall): Promise<void> {
  const { input, output, speech, env } = call;
  const token = env['CR_TOKEN'] ?? '';
  if (input('install_only') !== '' || input('skip_packaging') !== '') {
    speech.notPerformed = 'what a script does with cr is not known here';
    return;
  }
  if (token === '') throw new ReleaseError('CR_TOKEN is not set.', { fix: 'Set CR_TOKEN in the env of the step.' });
  const since = await lastTag(call);
  const charts = await changedCharts(call, since);
  if (charts.length === 0) speech.say('Nothing to do. No chart changes detected.');
  output('changed_charts', charts.map(({ folder }) => folder).join(','));
  output('chart_version', charts.length === 0 ? '' : since);
  if (charts.length === 0) return;
  const message = 'The charts are packed as they are, without their dependencies.';
  speech.annotate({ kind: 'notice', message, at: undefined });
  const released = await packed(call, charts);
  for (const chart of released) await publish(call, chart, askerFor(call, token));
  if (input('skip_upload') === '') await updateIndex(call, released, token);
}

/** The last tag before HEAD. Without one, it is the first commit that the checkout has. */
async function lastTag({ run }: StandInCall): Promise<string> {
  const git = (...args: readonly string[]) => run('git', args, { isQuiet: true });
  await git('fetch', '--quiet', '--tags');
  return git('describe', '--tags', '--abbrev=0', 'HEAD~').catch((error: unknown) => {
    if (!(error instanceof ReleaseError)) throw error;
    return git('rev-list', '--max-parents=0', '--first-parent', 'HEAD');
  });
}

async function changedCharts({ run, input, room }: StandInCall, since: string): Promise<readonly Chart[]> {
  const place = input('charts_dir', 'charts').replace(/^\.\/|\/$/g, '');
  const changed = await run('git', ['diff', '--find-renames', '--name-only', since, '--', place], { isQuiet: true });
  const depth = place === '.' ? 1 : place.split('/').length + 1;
  const folders = [...new Set(textLines(changed).map((path) => path.split('/').slice(0, depth).join('/')))];
  const charts = folders.map(async (folder) => {
    const text = await readFile(join(room.folders.workspace, folder, 'Chart.yaml'), 'utf8').catch(() => undefined);
    return text === undefined ? [] : [{ folder, ...fieldsIn(text) }];
  });
  return (await Promise.all(charts)).flat();
}

function fieldsIn(text: string): Pick<Chart, 'name' | 'version' | 'description'> {
  const field = (name: string) => new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*(?:#.*)?$`, 'm').exec(text)?.[1] ?? '';
  return { name: field('name'), version: field('version'), description: field('description') };
}

async function packed({ run, room }: StandInCall, charts: readonly Chart[]): Promise<readonly Released[]> {
  const place = await mkdtemp(join(room.folders.temp, 'cr-'));
  const all: Released[] = [];
  for (const chart of charts) {
    const tag = `${chart.name}-${chart.version}`;
    const path = join(place, `${tag}.tgz`);
    await cp(join(room.folders.workspace, chart.folder), join(place, chart.name), { recursive: true });
    await run('tar', ['-czf', path, '-C', place, chart.name]);
    all.push({ ...chart, tag, path });
  }
  return all;
}

async function publish({ input, run, speech, env }: StandInCall, chart: Released, ask: Ask): Promise<void> {
  const { tag, path, description } = chart;
  if ((await releaseOf(tag, ask)) !== undefined) {
    if (input('skip_existing') === '' && env['CR_SKIP_EXISTING'] !== 'true')
      throw new ReleaseError(`There is a release ${tag} already.`, {
        fix: `Raise the version in ${chart.folder}/Chart.yaml, or set skip_existing: true.`,
      });
    return speech.say(`${tag} is released already.`);
  }
  const release = (await ask('POST …/releases', {
    tag_name: tag,
    name: tag,
    body: description,
    target_commitish: await run('git', ['rev-parse', 'HEAD'], { isQuiet: true }),
    make_latest: input('mark_as_latest', 'true'),
    generate_release_notes: env['CR_GENERATE_RELEASE_NOTES'] === 'true',
  })) as Release;
  await upload(release, [{ path, name: basename(path) }], { ask, isReplacing: false });
}

/** Adds the charts to index.yaml of the branch of the pages, and pushes it. */
async function updateIndex({ input, run, room, env }: StandInCall, charts: readonly Released[], token: string) {
  const branch = input('pages_branch', 'gh-pages');
  const cwd = await mkdtemp(join(room.folders.temp, 'pages-'));
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const address = `${server}/${env['GITHUB_REPOSITORY']}`;
  const git = (...args: readonly string[]) => run('git', args, { cwd, env: authorized(server, token), isQuiet: true });
  await git('init', '--quiet');
  const listed = await git('ls-remote', address, `refs/heads/${branch}`);
  if (listed === '')
    throw new ReleaseError(`There is no branch ${branch}, on which the index of the charts is kept.`, {
      fix: 'Push an empty branch with that name once.',
    });
  await git('fetch', '--quiet', '--depth=1', address, `refs/heads/${branch}`);
  await git('checkout', '--quiet', 'FETCH_HEAD');
  const path = join(cwd, 'index.yaml');
  const old = await readFile(path, 'utf8').catch(() => 'apiVersion: v1\nentries: {}\n');
  const urlOf = ({ tag }: Released) => `${address}/releases/download/${tag}/${tag}.tgz`;
  await writeFile(
    path,
    charts.reduce((text, chart) => withChart(text, chart, urlOf(chart)), old),
  );
  await git('add', 'index.yaml');
  const author = [
    '-c',
    'user.name=github-actions[bot]',
    '-c',
    'user.email=github-actions[bot]@users.noreply.github.com',
  ];
  await git(...author, 'commit', '--quiet', '--message', 'Update index.yaml');
  await git('push', '--quiet', address, `HEAD:refs/heads/${branch}`);
}

/** The text of an index with one more version of a chart, which stands first. */
function withChart(index: string, { name, version }: Chart, url: string): string {
  const entry = `  - name: ${name}\n    urls:\n    - ${url}\n    version: ${version}\n`;
  const known = new RegExp(`^  ${RegExp.escape(name)}:\\n`, 'm');
  if (known.test(index)) return index.replace(known, (head) => `${head}${entry}`);
  return index.replace(/^entries:.*\n/m, () => `entries:\n  ${name}:\n${entry}`);
}
