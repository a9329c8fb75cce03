import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import programs from '../.github/scripts/setup/programs.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import { actionNames, loadAction } from '../.github/scripts/actions.ts';
import { anchorOf } from '../.github/scripts/anchors.ts';
import { allInputs, allOutputs } from '../src/runtime/contract.ts';
import { kebab } from '../src/runtime/input.ts';
import { flaws } from './support/examples.ts';

const root = join(import.meta.dirname, '..');
const actions = new Map(await Promise.all(actionNames.map(async (name) => [name, await loadAction(name)] as const)));
const found = (patterns: string[]) => Array.fromAsync(glob(patterns, { cwd: root }));
const documents = await found(['*.md', 'docs/*.md', '{actions,action-examples,src}/*/README.md']);
const workflows = await found(['action-examples/*/.github/**/*.yml', 'workflows/*.yml']);

it.each(documents)('the examples of %s are YAML, and use what there is', async (document) => {
  expect(flaws(await readFile(join(root, document), 'utf8'), actions)).toEqual([]);
});

it.each(workflows)('the steps of %s use what there is', async (workflow) => {
  const text = await readFile(join(root, workflow), 'utf8');
  expect(flaws(`\`\`\`yaml\n${text}\`\`\``, actions)).toEqual([]);
});

it.each(documents)('the links of %s lead to files and headings that are there', async (document) => {
  const text = await readFile(join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(
    ([, inline, below]) => inline ?? below ?? '',
  );
  const own = links.filter((link) => !/^(\w+:|…)/.test(link));
  const broken = await Promise.all(own.map(async (link) => ((await leads(document, link)) ? [] : [link])));
  expect(broken.flat()).toEqual([]);
});

async function leads(document: string, link: string): Promise<boolean> {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? join(root, document) : join(root, dirname(document), path);
  if (!existsSync(file)) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  const headings = [...(await readFile(file, 'utf8')).matchAll(/^#+ (.*)$/gm)];
  return headings.some(([, heading = '']) => anchorOf(heading) === anchor);
}

describe('docs/systems.md', async () => {
  const text = await readFile(join(root, 'docs/systems.md'), 'utf8');
  const sections = text.split(/^## /m).slice(1);
  const summary = sections.at(-1) ?? '';
  const links = new Map(
    [...text.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, label = '', path = '']) => [label, path]),
  );
  const isTest = (proof: string) => links.get(/^\[([^\]]+)\]/.exec(proof)?.[1] ?? '')?.endsWith('.test.ts') === true;
  const systems = sections.slice(0, -1).map((section) => {
    const lines = cellsOf(section).filter(([number = '']) => /^N?\d/.test(number));
    const automated = lines.filter(([, , who = '']) => !/^(people|outside)/.test(who));
    return { lines, automated };
  });

  it('names a test for every line that is automated, and none for the others', () => {
    const proven = systems.flatMap(({ lines }) => lines.filter(([, , , proof = '']) => isTest(proof)));
    expect(proven).toEqual(systems.flatMap(({ automated }) => automated));
  });

  it('counts the lines of its tables in the last one', () => {
    const counted = systems.map(({ lines, automated }) => [
      lines.length,
      automated.length,
      lines.length - automated.length,
    ]);
    const all = counted.reduce((sums, row) => sums.map((sum, index) => sum + (row[index] ?? 0)));
    const told = cellsOf(summary).map((cells) => cells.slice(1).map(Number));
    expect(told.filter(([lines]) => !Number.isNaN(lines))).toEqual([...counted, all]);
  });
});

describe('the decisions', async () => {
  const decisions = await readFile(join(root, 'docs/decisions.md'), 'utf8');
  const numbers = [...decisions.matchAll(/^## D(\d+)\. \S/gm)].map(([, number]) => Number(number));
  const sources = await found(['{src,actions,test,workflows,.github,action-examples}/**/*.{ts,js,py,yml}', '*.ts']);
  const cited = await Promise.all(
    sources
      .filter((path) => !path.startsWith('test/fixtures/'))
      .map(async (path) => citations(await readFile(join(root, path), 'utf8'), path)),
  );

  it('are numbered from D1, without gaps', () => {
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(decisions.match(/^## (?!D\d)/gm)).toHaveLength(1); // the table of packages
  });

  it('are there where the code cites them', () => {
    expect(cited.flat().filter(({ number }) => !numbers.includes(number))).toEqual([]);
  });

  it('are each cited by the code that they explain', () => {
    const known = new Set(cited.flat().map(({ number }) => number));
    expect(numbers.filter((number) => !known.has(number))).toEqual([]);
  });
});

const citations = (text: string, path: string) =>
  [...text.matchAll(/\bD(\d+)\b/g)].map(([, number]) => ({ path, number: Number(number) }));

it.each([
  ['README.md', 'preexample'],
  ['CONTRIBUTING.md', 'pretest'],
] as const)('%s names the programs that %s looks for, and what brings them', async (document, script) => {
  const text = (await readFile(join(root, document), 'utf8')).replaceAll('\n', ' ');
  const [, , ...looked] = manifest.scripts[script].split(' ');
  const wanted = Object.entries<Program>(programs).filter(([name]) => name === 'node' || looked.includes(name));
  expect(looked.every((name) => name in programs)).toBe(true);
  for (const [, { title, atLeast, with: companion }] of wanted) {
    const version = atLeast === undefined ? '' : ` ${atLeast} or newer`;
    expect(text).toContain(`${title}${version}${companion === undefined ? '' : ` with ${companion}`}`);
  }
  for (const [command, system] of Object.entries({ 'apt-get': 'debian', brew: 'homebrew' } as const)) {
    expect(text).toContain(`${command} install ${wanted.flatMap(([, program]) => program[system]).join(' ')}`);
  }
});

type Program = {
  readonly title: string;
  readonly atLeast?: string;
  readonly with?: string;
  readonly debian: readonly string[];
  readonly homebrew: readonly string[];
};

const cellsOf = (markdown: string) =>
  [...markdown.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()));

describe('an example is wrong', () => {
  const block = (...lines: string[]) => ['```yaml', ...lines, '```', ''].join('\n');
  it.each([
    ['when it is no YAML', block('a: [b'), 'is not YAML'],
    [
      'when there is no such action',
      block('- uses: org/release-actions/parse-tags@v1'),
      'there is no action parse-tags',
    ],
    [
      'when there is no such input',
      block('- uses: org/release-actions/parse-tag@v1', '  with: { tags: v1 }'),
      'parse-tag has no input tags',
    ],
    ['when a required input is missing', block('- uses: org/release-actions/push-tag@v1'), 'push-tag needs tag'],
    [
      'when there is no such output',
      block('- { uses: org/release-actions/parse-tag@v1, id: tag }', '- if: steps.tag.outputs.versoin'),
      'parse-tag has no output versoin',
    ],
    [
      'when there is no such reusable workflow',
      block('uses: org/release-actions/.github/workflows/gard.yml@v1'),
      'there is no reusable workflow gard.yml',
    ],
    [
      'when a reusable workflow has no such input',
      block('uses: org/release-actions/.github/workflows/guard.yml@v1', 'with: { wheels: . }'),
      'guard.yml has no input wheels',
    ],
    ['when there is no such step', block('- if: steps.tag.outputs.version'), 'there is no step tag'],
  ])('%s', (_, text, flaw) => expect(flaws(text, actions)).toEqual([expect.stringContaining(flaw)]));
});

it.each([...actions])('the contract of %s can be written everywhere', (_, action) => {
  const inputs = Object.keys(allInputs(action)).map(kebab);
  const outputs = allOutputs(action).map(([name]) => name);
  for (const names of [inputs, outputs]) {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  }
  // These words belong to the command line.
  for (const word of ['apply', 'json', 'help']) expect(inputs).not.toContain(word);
  for (const { description } of Object.values(allInputs(action))) expect(description).toMatch(/\.$/);
});
