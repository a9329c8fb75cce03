import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionNames, loadAction } from '../.github/scripts/actions.ts';
import { allInputs, allOutputs } from '../src/runtime/contract.ts';
import { kebab } from '../src/runtime/input.ts';
import { flaws } from './support/examples.ts';

const root = join(import.meta.dirname, '..');
const actions = new Map(await Promise.all(actionNames.map(async (name) => [name, await loadAction(name)] as const)));
const documents = await Array.fromAsync(glob(['*.md', 'docs/*.md', 'actions/*/README.md'], { cwd: root }));

it.each(documents)('the examples of %s are YAML, and use what there is', async (document) => {
  expect(flaws(await readFile(join(root, document), 'utf8'), actions)).toEqual([]);
});

describe('an example is wrong', () => {
  const block = (...lines: string[]) => ['```yaml', ...lines, '```', ''].join('\n');
  it.each([
    ['when it is no YAML', block('a: [b'), 'no YAML'],
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
