// Writes what follows from the contracts: actions/*/action.yml, and the tables of the READMEs; the tables of the reusable
// workflows; the index of the decisions; and the pinned packages that build wheels. --check only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backendPins, frontPins } from '../../src/domain/wheels/pinned-builders.ts';
import { manifest, tables } from '../../src/runtime/contract.ts';
import { actionNames, loadAction, root } from './actions.ts';
import { anchorOf } from './anchors.ts';
import { reusableWorkflows, tablesOf } from './reusable-workflows.ts';

const markers = ['<!-- generated: npm run generate -->', '<!-- end of generated -->'] as const;

/** What pip reads: for people who build the same wheel, and for the tests, which install it without a network. */
const pinFiles = ['actions/build-wheel/requirements.txt', 'tools/wheelhouse/wheelhouse.txt'];

const isCheck = process.argv.includes('--check');
const stale = (await generated()).filter(([file, text]) => readOr(file, '') !== text);
for (const [file, text] of isCheck ? [] : stale) writeFileSync(join(root, file), text);
for (const [file] of stale) console.log(isCheck ? `${file} is stale: run npm run generate` : `wrote ${file}`);
if (isCheck && stale.length > 0) process.exitCode = 1;

async function generated(): Promise<(readonly [file: string, text: string])[]> {
  const actions = await Promise.all(actionNames.map(async (name) => ({ name, action: await loadAction(name) })));
  const files = actions.flatMap(({ name, action }) => {
    const readme = `actions/${name}/README.md`;
    return [
      [`actions/${name}/action.yml`, manifest(action, `../../dist/${name}/index.mjs`)] as const,
      [readme, between(readOr(readme, `# ${name}\n\n${markers.join('\n')}\n`), tables(action))] as const,
    ];
  });
  const rows = actions.map(({ name, action }) => `| [${name}](actions/${name}/README.md) | ${action.description} |`);
  const overview = ['| Action | What it does |', '| --- | --- |', ...rows].join('\n');
  const decisions = readOr('docs/decisions.md', '');
  return [
    ...files,
    ...pinFiles.map((file) => [file, `${frontPins}${backendPins}`] as const),
    ['README.md', between(readOr('README.md', ''), overview)],
    ['docs/decisions.md', between(decisions, indexOf(decisions))],
    ['docs/reusable-workflows.md', withTables(readOr('docs/reusable-workflows.md', ''))],
  ];
}

/** The page of the reusable workflows, with the tables of each one in the section that has its name. */
function withTables(page: string): string {
  const sections = page.split(/^(?=## )/m);
  const of = (file: string) => sections.findIndex((section) => section.startsWith(`## ${file}\n`));
  const missing = reusableWorkflows.filter(({ file }) => of(file) < 0).map(({ file }) => file);
  if (missing.length > 0) throw new Error(`docs/reusable-workflows.md has no section for ${missing.join(', ')}.`);
  for (const { file, text } of reusableWorkflows)
    sections[of(file)] = between(sections[of(file)] ?? '', tablesOf(text));
  return sections.join('');
}

/** Links to the numbered headings of a document. */
function indexOf(text: string): string {
  const headings = [...text.matchAll(/^## (D\d+\.) (.*)$/gm)];
  const lines = headings.map(
    ([, number = '', title = '']) => `- ${number} [${title}](#${anchorOf(`${number} ${title}`)})`,
  );
  return lines.join('\n');
}

function between(text: string, content: string): string {
  const [start, end] = markers.map((marker) => text.indexOf(marker));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`A document lacks the lines ${markers.join(' and ')}.`);
  return `${text.slice(0, start + markers[0].length)}\n\n${content}\n\n${text.slice(end)}`;
}

function readOr(file: string, fallback: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback;
}
