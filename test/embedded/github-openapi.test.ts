import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { committedCut, corrections, deviations, servedOperations, validation } from '../support/openapi.ts';
import { scratchGitHub } from '../support/github.ts';
import type { Exchange } from '../../src/embedded/github/server.ts';

const validate = await validation();

const exchange = (changed: Partial<Exchange>): Exchange => ({
  method: 'GET',
  path: '/repos/org/project/labels',
  template: '/repos/{owner}/{repo}/labels',
  query: {},
  body: undefined,
  authorization: undefined,
  status: 200,
  headers: {},
  answer: [],
  ...changed,
});
const created = {
  id: 1,
  node_id: 'x',
  url: 'http://localhost/x',
  name: 'x',
  description: null,
  color: 'ededed',
  default: false,
};
const posted = (changed: Partial<Exchange>) =>
  exchange({ method: 'POST', body: { name: 'x' }, status: 201, answer: created, ...changed });

describe('the committed part of GitHub’s description', () => {
  it('has exactly the routes that are served (if not, run node .github/scripts/openapi.ts)', () => {
    expect(Object.keys(committedCut().operations)).toEqual(servedOperations.toSorted());
  });

  it('is deviated from only for stated reasons', () => {
    for (const { reason } of [...deviations, ...corrections]) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});

it('the README of the embedded servers lists exactly the endpoints that are served', async () => {
  const readme = await readFile(new URL('../../src/embedded/README.md', import.meta.url), 'utf8');
  const section = readme.split('## What GitHub serves here')[1]?.split('\n## ')[0] ?? '';
  const listed = [...section.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE)[A-Z ]*) ([/…][^`]*)`/g)].flatMap(
    ([, methods = '', path = '']) =>
      methods.split(' ').map((method) => `${method} ${path.replace('…', '/repos/{owner}/{repo}')}`),
  );
  expect(listed.toSorted()).toEqual(servedOperations.toSorted());
});

describe('an exchange', () => {
  it('that fits the description passes', () => {
    expect(() => validate(exchange({}))).not.toThrow();
    expect(() => validate(exchange({ query: { per_page: '5', page: '2' } }))).not.toThrow();
    expect(() => validate(posted({}))).not.toThrow();
    expect(() => validate(posted({ status: 403, answer: { message: 'no' } }))).not.toThrow();
  });

  it.each<[string, Exchange, RegExp]>([
    [
      'of a route that is not served',
      exchange({ template: undefined }),
      /No route serves GET \/repos\/org\/project\/labels\./,
    ],
    ['of a route that is not described', exchange({ template: '/nowhere' }), /not in the committed cut/],
    ['with an unknown field', posted({ body: { name: 'x', colour: 'red' } }), /must NOT have additional properties/],
    ['with a field of another type', posted({ body: { name: 7 } }), /name must be string/],
    ['without a field that is needed', posted({ body: {} }), /must have required property 'name'/],
    ['without its body', posted({ body: undefined }), /the body is missing/],
    ['with a body where none belongs', exchange({ body: {} }), /no body may be sent/],
    ['with an unknown parameter', exchange({ query: { perpage: '5' } }), /there is no query parameter perpage/],
    [
      'with a parameter of another type',
      exchange({ query: { per_page: 'all' } }),
      /per_page in the query data must be integer/,
    ],
    ['with a status that is not described', exchange({ status: 299 }), /the status 299 is not described/],
    [
      'whose answer lacks a field',
      posted({ answer: { ...created, color: undefined } }),
      /must have required property 'color'/,
    ],
    ['whose answer has another type', exchange({ answer: {} }), /must be array/],
  ])('%s is a violation', (_, wrong, reason) => {
    expect(() => validate(wrong)).toThrow(reason);
  });

  it('that is a violation is answered with 500, and makes the test fail', async () => {
    const repo = await scratchGitHub();
    const { status, body } = await repo.ask('POST …/labels', { body: { name: 'x', colour: 'red' } });
    expect([status, body.message]).toEqual([500, expect.stringContaining('must NOT have additional properties')]);
    await expect(repo[Symbol.asyncDispose]()).rejects.toThrow('must NOT have additional properties');
  });
});
