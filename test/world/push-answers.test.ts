import { expect, it } from 'vitest';
import { pushAnswers } from '../../src/world/git/push-answers.ts';

const of = (ref: string, answer?: string) => (answer === undefined ? [] : [[ref, answer]]);

it.each([
  ['*\tabc:refs/tags/v1\t[new tag]', 'refs/tags/v1', 'made'],
  [' \tabc:refs/heads/main\t1234..5678', 'refs/heads/main', 'made'],
  ['+\tabc:refs/heads/topic\t1234...5678 (forced update)', 'refs/heads/topic', 'made'],
  ['=\tabc:refs/tags/v1\t[up to date]', 'refs/tags/v1', 'there'],
  ['!\tabc:refs/tags/v1\t[rejected] (already exists)', 'refs/tags/v1', 'refused'],
  ['!\tabc:refs/tags/v1\t[remote rejected] (reference already exists)', 'refs/tags/v1', 'refused'],
  ['!\tabc:refs/tags/v1\t[remote failure] (remote failed to report status)', 'refs/tags/v1', undefined],
  ['ok refs/tags/a/v1', 'refs/tags/a/v1', 'made'],
  ['ok refs/tags/a/v1 "up to date"', 'refs/tags/a/v1', 'there'],
  ['error refs/tags/a/v1 "reference already exists"', 'refs/tags/a/v1', 'refused'],
  ['error refs/tags/a/v1 "expecting report"', 'refs/tags/a/v1', undefined],
  ['To https://github.com/org/project', '', undefined],
  ['Done', '', undefined],
])('%j means for %s: %s', (line, ref, answer) => {
  expect([...pushAnswers(`${line}\n`)]).toEqual(of(ref, answer));
});
