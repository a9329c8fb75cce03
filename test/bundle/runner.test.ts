import { expect, it } from 'vitest';
import { readLog, readOutputs } from '../support/runner.ts';

const names = (log: string) => readLog(log).obeyed.map(({ name }) => name);

it.each([
  ['at the beginning of a line', '::set-output name=tag::v1'],
  ['after white space', '\t  ::set-output name=tag::v1'],
  ['after a carriage return', 'progress\r::set-output name=tag::v1'],
  ['in any case', '::Set-Output name=tag::v1'],
  ['in brackets, anywhere in a line', 'text ##[set-output name=tag]v1'],
])('the runner obeys a command %s', (_, log) => {
  expect(readLog(log).obeyed).toEqual([{ name: 'set-output', properties: { name: 'tag' }, data: 'v1' }]);
});

it.each([
  ['in the middle of a line', 'text ::set-output name=tag::v1'],
  ['with a name that it does not know', '::release::v1'],
  ['without an end', '::set-output name=tag'],
  ['after a colour', '\u001B[2m::set-output name=tag::v1'],
])('the runner shows a command %s', (_, log) => {
  expect(readLog(log)).toEqual({ obeyed: [], shown: [log] });
});

it('between a mark and its repetition nothing is a command but the mark', () => {
  const log = '::stop-commands::m\n::debug::x\n::stop-commands::n\n::n::\n##[error]x\n::m::\n::warning::y';
  expect(names(log)).toEqual(['warning']);
  expect(readLog(log).shown).toHaveLength(6);
});

it('the data of a command are unescaped', () => {
  expect(readLog('::error title=a%2C b%3A,file=x::one%0Atwo %25').obeyed).toEqual([
    { name: 'error', properties: { title: 'a, b:', file: 'x' }, data: 'one\ntwo %' },
  ]);
});

it('outputs are lines, or blocks between delimiters', () => {
  expect(readOutputs('a=1\nb<<E\nx=y\n\n E\nE\nc=<<\n')).toEqual({ a: '1', b: 'x=y\n\n E', c: '<<' });
  expect(() => readOutputs('a<<E\nx\n')).toThrow('does not end with its delimiter E');
  expect(() => readOutputs('text\n')).toThrow('would refuse this output: text');
});
