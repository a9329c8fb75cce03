// `npm run example -- cloud-api-adaptor [--tag v0.8.0] [--mode apply | local] [--open] [--json]`: performs the release of
// a system in action-examples/ on an embedded GitHub, shows what happens, and ends with the state of the world. With
// --open it writes a page of the release, and opens it. Ends with 1 where the release does not come to its end.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { showInBrowser } from '../../src/rehearsal/browser.ts';
import type { Chronicle } from '../../src/rehearsal/chronicle.ts';
import { pageOf } from '../../src/rehearsal/page/page.ts';
import { Recorder } from '../../src/rehearsal/recorder.ts';
import { changesIn } from '../../src/rehearsal/step-log.ts';
import * as caa from '../../test/examples/cloud-api-adaptor.ts';
import * as dra from '../../test/examples/dra-example-driver.ts';
import * as ignition from '../../test/examples/ignition-driver.ts';
import * as osVim from '../../test/examples/os-vim-driver.ts';
import * as promo from '../../test/examples/promo-tools.ts';
import { recorded } from '../../test/examples/recording.ts';
import { type Chapter, FailedRun, Stage, type StartedRun, type System } from '../../test/examples/stage.ts';
import { type State, stateOf } from '../../test/examples/state.ts';
import type { StepOutcome } from '../../test/support/engine.ts';
import { cacheFolder } from '../../test/support/cache.ts';

const systems: Readonly<Record<string, Example>> = {
  'cloud-api-adaptor': { system: caa.cloudApiAdaptor, chaptersOf: caa.chaptersOf, tag: 'v0.8.0' },
  'dra-example-driver': {
    system: dra.draExampleDriver,
    chaptersOf: (tag) => dra.chaptersOf(dra.both(tag)),
    tag: 'v0.4.0',
  },
  'ignition-driver': { system: ignition.ignitionDriver, chaptersOf: ignition.chaptersOf, tag: '1.1.0' },
  'os-vim-driver': { system: osVim.osVimDriver, chaptersOf: osVim.chaptersOf, tag: '1.1.0' },
  'promo-tools': { system: promo.promoTools, chaptersOf: promo.chaptersOf, tag: 'v4.5.2' },
};
const usage = `npm run example -- ${Object.keys(systems).join(' | ')} [--tag v1.2.3] [--mode apply | local] [--open] [--json]`;
const columns = 100;
const heading = (text: string) => styleText('bold', text);
/** Paths differ at their ends, so what is left out is in between. */
const shortened = (text: string) =>
  text.length > columns ? `${text.slice(0, (columns * 3) / 5)}…${text.slice(1 - (columns * 2) / 5)}` : text;

const told = (error: unknown) => (error instanceof Error ? error.message : String(error));

let asked: ExampleRequest | undefined;
try {
  if (process.argv.includes('--help')) console.log(usage);
  else asked = ask();
} catch (error) {
  console.error(`${told(error)}\n${usage}`);
  process.exitCode = 2;
}
try {
  if (asked !== undefined) await perform(asked);
} catch (error) {
  console.error(told(error)); // such as a program that is not on this machine
  process.exitCode = 1;
}

type Example = {
  readonly system: System;
  readonly chaptersOf: (tag: string) => readonly Chapter[];
  /** The release that is performed. */
  readonly tag: string;
};

type ExampleRequest = Example & {
  readonly isRehearsal: boolean;
  readonly isJson: boolean;
  /** Whether there is to be a page. */
  readonly isOpened: boolean;
};

function ask(): ExampleRequest {
  const flag = { type: 'boolean', default: false } as const;
  const options = { tag: { type: 'string' }, mode: { type: 'string' }, json: flag, open: flag } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { mode = 'apply', json: isJson, open: isOpened } = values;
  const [name = '', ...others] = positionals;
  if (name === '') throw new Error('Which example?');
  const example = systems[name];
  if (example === undefined || others.length > 0) throw new Error(`There is no example ${positionals.join(' ')}.`);
  if (mode !== 'apply' && mode !== 'local')
    throw new Error(`--mode is ${mode}: a whole release is done (apply) or rehearsed (local).`);
  const { tag = example.tag } = values;
  const prefix = example.tag.replace(/[\d.]+$/, '');
  if (!tag.startsWith(prefix) || !/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(tag.slice(prefix.length)))
    throw new Error(`--tag is ${tag}: give a release such as ${example.tag}.`);
  return { ...example, tag, isRehearsal: mode === 'local', isJson, isOpened };
}

async function perform({
  system,
  chaptersOf: chapters,
  tag,
  isRehearsal,
  isJson,
  isOpened,
}: ExampleRequest): Promise<void> {
  const say = isJson ? () => {} : (line: string) => console.log(line);
  say(heading(`${system.repository} ${tag}${isRehearsal ? ', rehearsed: nothing leaves the runner' : ''}`));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  await using stage = await Stage.open(system, {
    isRehearsal,
    hasMadeUpImages: true,
    signal: stop.signal,
    onRun: (run) => say(`\n${runLine(run)}`),
    onStep: (step) => stepLines(step).forEach(say),
    onRunEnd: (run) => recorder?.run(recorded(run)),
    onManualStep: (text) => {
      recorder?.deed(text);
      say(`\n  ${text}`);
    },
  });
  const recorder = isOpened ? await Recorder.begin(stage.servers) : undefined;
  const begin = performance.now();
  let failure: FailedRun | undefined;
  for (const [index, { title, perform: act }] of chapters(tag).entries()) {
    say(`\n${heading(`${index + 1}. ${title}`)}`);
    recorder?.chapter(title);
    try {
      await act(stage);
    } catch (error) {
      if (!(error instanceof FailedRun)) throw error;
      failure = error;
      break;
    }
  }
  const chronicle = await recorder?.chronicle({ title: tag, isDone: failure === undefined, isRehearsal });
  await stage.endRehearsal();
  const page = chronicle && (await writtenPage(chronicle));
  const state = await stateOf(stage);
  const seconds = Math.round((performance.now() - begin) / 1000);
  const end = { repository: system.repository, tag, isDone: failure === undefined, isRehearsal, seconds };
  if (isJson)
    console.log(
      JSON.stringify({ ...end, failure: failure?.message, writes: stage.writes.length, page, ...state }, undefined, 2),
    );
  else for (const line of [...worldLines(state), '', verdict(end, stage.writes.length)]) say(line);
  if (page !== undefined) {
    say(`\nThe page of this release: ${page}`);
    showInBrowser(page, process.env);
  }
  if (!end.isDone) process.exitCode = 1;
}

/** Writes the page of a release, and returns its address. */
async function writtenPage(chronicle: Chronicle): Promise<string> {
  const folder = join(cacheFolder(), 'pages');
  await mkdir(folder, { recursive: true });
  const name = [chronicle.repository, chronicle.title].join('-').replaceAll(/[^\w.-]+/g, '-');
  const path = join(folder, `${name}${chronicle.isRehearsal ? '-rehearsed' : ''}.html`);
  await writeFile(path, pageOf(chronicle));
  return pathToFileURL(path).href;
}

/** A workflow, how it was started, and what was given to it first. */
function runLine({ workflow, event, inputs }: StartedRun): string {
  const [given = ''] = Object.values(inputs);
  const how = {
    workflow_dispatch: `started with ${given}`,
    pull_request: 'on the pull request',
    push: 'by the new tag',
    release: 'by the published release',
  };
  return styleText('cyan', `▶ ${workflow}, ${how[event as keyof typeof how]}`);
}

/** A step, and below it what it did or would do, and what it had to say. */
function stepLines({ name, result, log, annotations }: StepOutcome): readonly string[] {
  if (/^actions\/(checkout|setup-go)@/.test(name) && result === 'success') return [];
  const mark = result === 'success' ? styleText('green', '✓') : styleText('red', '✗');
  const done = changesIn(log).map(({ title, isMade }) => `${isMade ? '→' : 'would:'} ${title}`);
  const said = annotations.flatMap((text) => text.split('\n'));
  const why = result === 'success' || said.length > 0 ? [] : log.slice(-10);
  const below = [...firstOf(done), ...said, ...why];
  return [`  ${mark} ${name}`, ...below.map((line) => styleText('dim', shortened(`      ${line}`)))];
}

function firstOf(lines: readonly string[]): readonly string[] {
  return lines.length > 5 ? [...lines.slice(0, 3), `… and ${lines.length - 3} more`] : lines;
}

/** The commits of main with the tags on them, and what else people see on GitHub. */
function worldLines(state: State): readonly string[] {
  const { main, tags, pulls, releases, rulesets, issues, comments, images, others } = state;
  const elsewhere = Object.entries(others).map(([name, other]) => [name, other.pulls] as const);
  const commits = main.flatMap((commit) => {
    const names = Object.keys(tags).filter((name) => tags[name] === commit);
    return [commit, ...(names.length === 0 ? [] : [`    ${namesOf(names)}`])];
  });
  const parts: Readonly<Record<string, readonly string[]>> = {
    'main, and tags': commits,
    'pull requests': pulls,
    releases,
    'frozen by': rulesets,
    ...Object.fromEntries(elsewhere),
    images: firstOf(images),
    issues,
    'the team was told': comments.map((comment) => comment.replace(/: \S+$/, '')),
  };
  return [
    '',
    heading('The world afterwards'),
    ...Object.entries(parts).flatMap(([title, lines]) => part(title, lines)),
  ];
}

function part(title: string, lines: readonly string[]): readonly string[] {
  const shown = lines.length === 0 ? ['nothing'] : lines;
  return shown.map((line, index) => shortened(`  ${(index === 0 ? title : '').padEnd(23)}${line}`));
}

/** `v0.8.0, and that of 5 modules` */
function namesOf(tags: readonly string[]): string {
  const own = tags.filter((tag) => !/\/v[^/]+$/.test(tag));
  const modules = tags.length - own.length;
  return [...own, ...(modules === 0 ? [] : [`and that of ${modules} modules`])].join(', ');
}

type End = { readonly tag: string; readonly isDone: boolean; readonly isRehearsal: boolean; readonly seconds: number };

function verdict({ tag, isDone, isRehearsal, seconds }: End, writes: number): string {
  if (!isDone) return styleText('red', `✗ ${tag} stopped after ${seconds} s: the step above says why.`);
  const what = isRehearsal
    ? `rehearsed: ${writes} writes reached a server`
    : `released, and main goes on: ${writes} writes`;
  return styleText('green', `✓ ${tag} is ${what}, ${seconds} s.`);
}
