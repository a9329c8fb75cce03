// `npm run example -- cloud-api-adaptor [--tag v0.8.0] [--mode apply | local] [--json]`: performs the release of a system
// in action-examples/ on an embedded GitHub, shows what happens, and ends with the state of the world. Ends with 1 where
// the release does not come to its end.
import { parseArgs, styleText } from 'node:util';
import { chaptersOf, cloudApiAdaptor } from '../../test/examples/cloud-api-adaptor.ts';
import { FailedRun, Stage, type StartedRun } from '../../test/examples/stage.ts';
import { type State, stateOf } from '../../test/examples/state.ts';
import type { EndedStep } from '../../test/support/act.ts';

const systems = { 'cloud-api-adaptor': { system: cloudApiAdaptor, chaptersOf, tag: 'v0.8.0' } };
const modes = ['apply', 'local'];
const columns = 100;
const heading = (text: string) => styleText('bold', text);
/** Paths differ at their ends, so what is left out is in between. */
const shortened = (text: string) =>
  text.length > columns ? `${text.slice(0, (columns * 3) / 5)}…${text.slice(1 - (columns * 2) / 5)}` : text;

try {
  await perform(asked());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

type Asked = (typeof systems)['cloud-api-adaptor'] & { readonly isRehearsal: boolean; readonly isJson: boolean };

function asked(): Asked {
  const options = { tag: { type: 'string' }, mode: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { mode = 'apply', json: isJson = false } = values;
  const [name = '', ...others] = positionals;
  const known = Object.keys(systems).join(', ');
  if (!(name in systems) || others.length > 0)
    throw new Error(
      `There is no example ${JSON.stringify(positionals.join(' '))}, only ${known}: npm run example -- ${known}`,
    );
  if (!modes.includes(mode)) throw new Error(`--mode is ${mode}: it can be ${modes.join(' or ')}.`);
  const example = systems[name as keyof typeof systems];
  const { tag = example.tag } = values;
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) throw new Error(`--tag is ${tag}: give a release such as ${example.tag}.`);
  return { ...example, tag, isRehearsal: mode === 'local', isJson };
}

async function perform({ system, chaptersOf: chapters, tag, isRehearsal, isJson }: Asked): Promise<void> {
  const begin = performance.now();
  const say = isJson ? () => {} : (line: string) => console.log(line);
  say(heading(`${system.repository} ${tag}${isRehearsal ? ', rehearsed: nothing leaves the runner' : ''}`));
  await using stage = await Stage.open(system, {
    isRehearsal,
    onRun: (run) => say(`\n${runLine(run)}`),
    onStep: (step) => stepLines(step).forEach(say),
    onDeed: (deed) => say(`\n  ${deed}`),
  });
  let failure: FailedRun | undefined;
  for (const [index, { title, perform: act }] of chapters(tag).entries()) {
    say(`\n${heading(`${index + 1}. ${title}`)}`);
    try {
      await act(stage);
    } catch (error) {
      if (!(error instanceof FailedRun)) throw error;
      failure = error;
      break;
    }
  }
  await stage.endRehearsal();
  const state = await stateOf(stage);
  const seconds = Math.round((performance.now() - begin) / 1000);
  const end = { repository: system.repository, tag, isDone: failure === undefined, isRehearsal, seconds };
  if (isJson)
    console.log(JSON.stringify({ ...end, failure: failure?.message, writes: stage.writes, ...state }, undefined, 2));
  else for (const line of [...worldLines(state), '', verdict(end, stage.writes.length)]) say(line);
  if (!end.isDone) process.exitCode = 1;
}

function runLine({ workflow, event, inputs }: StartedRun): string {
  const given = Object.entries(inputs).filter(([name, value]) => value !== '' && name !== 'mode');
  const words = given.map(([name, value]) => `${name}=${value.replace(/^([0-9a-f]{7})[0-9a-f]{33}$/, '$1…')}`);
  return styleText('cyan', shortened(`▶ ${workflow}, ${event.replace('_', ' ')} ${words.join(' ')}`.trimEnd()));
}

/** A step, and below it what its action did or would do, what it found, and what somebody has to do. */
function stepLines({ name, result, log, annotations, outputs }: EndedStep): readonly string[] {
  if (/^actions\/(checkout|setup-go)@/.test(name) && result === 'success') return [];
  const mark = result === 'success' ? styleText('green', '✓') : styleText('red', '✗');
  const done = log.flatMap((line) => /(?:^|::group::)((?:→|would:) .*)/.exec(line)?.[1] ?? []);
  const pending = JSON.parse(outputs['pending'] ?? '[]') as readonly string[];
  const below = [
    ...done,
    ...annotations.flatMap((text) => text.split('\n')),
    ...pending.map((title) => `then: ${title}`),
  ];
  return [`  ${mark} ${name}`, ...below.map((line) => styleText('dim', shortened(`      ${line}`)))];
}

function worldLines({ main, tags, pulls, releases, rulesets, comments }: State): readonly string[] {
  const byCommit = Object.groupBy(Object.entries(tags), ([, commit]) => commit);
  const parts: Readonly<Record<string, readonly string[]>> = {
    main,
    tags: Object.entries(byCommit).map(
      ([commit, named = []]) => `${namesOf(named.map(([name]) => name))} at ${JSON.stringify(commit)}`,
    ),
    'pull requests': pulls,
    releases,
    'frozen by': rulesets,
    'the team was told': comments,
  };
  return [
    '',
    heading('The world afterwards'),
    ...Object.entries(parts).flatMap(([title, lines]) => part(title, lines)),
  ];
}

function part(title: string, lines: readonly string[]): readonly string[] {
  const shown = lines.length === 0 ? ['nothing'] : lines;
  return shown.map((line, index) => shortened(`  ${(index === 0 ? title : '').padEnd(18)}${line}`));
}

/** `v0.8.0 and src/{a,b}/v0.8.0` */
function namesOf(tags: readonly string[]): string {
  const ofModules = tags.flatMap((tag) => /^src\/(.+)\/(.+)$/.exec(tag)?.slice(1, 3).join(' ') ?? []);
  const [, version = ''] = ofModules[0]?.split(' ') ?? [];
  const others = tags.filter((tag) => !tag.includes('/'));
  return [...others, ...(ofModules.length === 0 ? [] : [`src/*/${version} (${ofModules.length})`])].join(' and ');
}

type End = { readonly tag: string; readonly isDone: boolean; readonly isRehearsal: boolean; readonly seconds: number };

function verdict({ tag, isDone, isRehearsal, seconds }: End, writes: number): string {
  if (!isDone) return styleText('red', `✗ ${tag} stopped after ${seconds} s: the step above says why.`);
  const what = isRehearsal
    ? `rehearsed: ${writes} writes reached a server`
    : `released, and main goes on: ${writes} writes`;
  return styleText('green', `✓ ${tag} is ${what}, ${seconds} s.`);
}
