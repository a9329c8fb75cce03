import { describe, expect, it } from 'vitest';
import { approvalsIn, possibleApprovals } from '../../src/domain/release-issues/approvals.ts';
import type { Statement } from '../../src/domain/release-issues/approvals.ts';
import { accountsOf, parseAliases, parseOwners } from '../../src/domain/owners/owners.ts';
import { verdictOf } from '../../src/domain/release-issues/verdict.ts';

const verdicts: readonly (readonly [string, ReturnType<typeof verdictOf>])[] = [
  ['/lgtm', 'agrees'],
  ['/LGTM', 'agrees'],
  ['/lgtm no-issue', 'agrees'],
  ['/lgtm  \t', 'agrees'],
  ['/lgtm\r\n/hold\r\n', 'agrees'],
  ['Looks good.\n\n/lgtm', 'agrees'],
  ['LGTM', 'agrees'],
  ['lgtm', 'agrees'],
  ['Thanks!\n\nLGTM\n', 'agrees'],
  ['/approve', 'agrees'],
  ['/Approve', 'agrees'],
  ['/approve no-issue', 'agrees'],
  ['/lgtm\n/approve', 'agrees'],
  ['/lgtm cancel', 'withdraws'],
  ['/LGTM Cancel', 'withdraws'],
  ['/remove-lgtm', 'withdraws'],
  ['/approve cancel', 'withdraws'],
  ['/approve CANCEL please', 'withdraws'],
  ['/remove-approve', 'withdraws'],
  ['/lgtm cancel\n/lgtm', 'agrees'],
  ['/lgtm\n/lgtm cancel', 'agrees'],
  ['/approve cancel\n/approve', 'agrees'],
  ['/approve\n/approve cancel', 'withdraws'],
  ['/lgtm\n/approve cancel', 'withdraws'],
  ['/lgtm and more', undefined],
  ['/lgtm, but wait', undefined],
  ['/approve once the image is there', undefined],
  ['I would say /lgtm', undefined],
  ['LGTM, after the tests', undefined],
  ['not LGTM', undefined],
  [' /lgtm', undefined],
  ['    /lgtm', undefined],
  ['- /lgtm', undefined],
  ['> /lgtm', undefined],
  ['> /lgtm\n\nWho said that?', undefined],
  ['```\n/lgtm\n```', undefined],
  ['~~~text\n/approve\n~~~', undefined],
  ['````\n```\n/lgtm\n```\n````', undefined],
  ['`/lgtm`', undefined],
  ['<!-- /lgtm -->', undefined],
  ['<!--\n/lgtm\n-->', undefined],
  ['Words <!--\n/lgtm\n--> more', undefined],
  ['<!-- x -->/lgtm', undefined],
  ['<pre>\n/lgtm\n</pre>', undefined],
  ['A `<pre>` is broken.\n/lgtm', undefined],
  ['A `<pre>` is broken.\n/lgtm cancel', 'withdraws'],
  ['```\n/lgtm cancel\n```', 'withdraws'],
  ['/approve\n```\n/approve cancel\n```', 'withdraws'],
  ['> /lgtm cancel', undefined],
  ['/lgtmm', undefined],
  ['/approved', undefined],
  ['', undefined],
];

it.each(verdicts)('%j: %s', (body, wanted) => {
  expect(verdictOf(body)).toBe(wanted);
});

type Said = readonly [
  who: string,
  body: string,
  more?: Partial<Statement> & { editors?: readonly (string | undefined)[] },
];

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T12:00:00Z`;
const rules = { who: new Set(['ann', 'bob', 'carl']), source: 'OWNERS', author: 'carl', changedAt: day(10) };

function outcome(said: readonly Said[]) {
  const editors = new Map<Statement, readonly (string | undefined)[]>();
  const statements = said.map(([login, body, { editors: by, ...more } = {}], index) => {
    const one = {
      login,
      body,
      isBot: false,
      isThroughApp: false,
      createdAt: day(11 + index),
      url: `c${index}`,
      ...more,
    };
    if (by !== undefined) editors.set(one, by);
    return one;
  });
  const { approvals, notes } = approvalsIn(statements, rules, editors);
  return [approvals.map(({ login, url }) => `${login} ${url}`), notes];
}

const rows: readonly (readonly [string, readonly Said[], readonly string[], readonly string[]])[] = [
  [
    'two people agree',
    [
      ['ann', '/lgtm'],
      ['bob', '/approve'],
    ],
    ['ann c0', 'bob c1'],
    [],
  ],
  [
    'two by one person count once',
    [
      ['ann', '/lgtm'],
      ['ann', '/approve'],
    ],
    ['ann c0'],
    [],
  ],
  [
    'one person in another case counts once',
    [
      ['ann', '/lgtm'],
      ['Ann', '/lgtm'],
    ],
    ['ann c0'],
    [],
  ],
  [
    'a cancel after an agreement',
    [
      ['ann', '/lgtm'],
      ['ann', '/lgtm cancel'],
    ],
    [],
    [],
  ],
  [
    'a cancel of /approve after /lgtm',
    [
      ['ann', '/lgtm'],
      ['ann', '/approve cancel'],
    ],
    [],
    [],
  ],
  [
    'an agreement after a cancel',
    [
      ['ann', '/lgtm'],
      ['ann', '/lgtm cancel'],
      ['ann', '/lgtm'],
    ],
    ['ann c2'],
    [],
  ],
  [
    'a cancel by somebody else',
    [
      ['ann', '/lgtm'],
      ['bob', '/lgtm cancel'],
    ],
    ['ann c0'],
    [],
  ],
  [
    'a cancel by a stranger',
    [
      ['ann', '/lgtm'],
      ['eve', '/lgtm cancel'],
    ],
    ['ann c0'],
    [],
  ],
  ['a stranger', [['eve', '/lgtm']], [], ['c0 does not count: eve is not in OWNERS.']],
  ['the author', [['Carl', '/lgtm']], [], ['c0 does not count: Carl opened the issue.']],
  ['a bot', [['ann', '/lgtm', { isBot: true }]], [], ['c0 does not count: ann is a bot.']],
  [
    'an App in the name of a person',
    [['ann', '/lgtm', { isThroughApp: true }]],
    [],
    ['c0 does not count: an App wrote it in the name of ann.'],
  ],
  [
    'a deleted account',
    [['', '/lgtm', { login: undefined }]],
    [],
    ['c0 does not count: its account does not exist any more.'],
  ],
  [
    'before the change',
    [['ann', '/lgtm', { createdAt: day(9) }]],
    [],
    [`c0 does not count: the tags or the commit changed after it, at ${day(10)}.`],
  ],
  [
    'in the second of the change',
    [['ann', '/lgtm', { createdAt: day(10) }]],
    [],
    [`c0 does not count: the tags or the commit changed after it, at ${day(10)}.`],
  ],
  [
    'before the change, and again',
    [
      ['ann', '/lgtm', { createdAt: day(9) }],
      ['ann', '/lgtm'],
    ],
    ['ann c1'],
    [`c0 does not count: the tags or the commit changed after it, at ${day(10)}.`],
  ],
  ['edited by its author', [['ann', '/lgtm', { editors: ['ann', 'Ann'] }]], ['ann c0'], []],
  ['edited by another', [['ann', '/lgtm', { editors: ['ann', 'bob'] }]], [], ['c0 does not count: bob edited it.']],
  [
    'edited by another, then by its author',
    [['ann', '/lgtm', { editors: ['ann', 'bob', 'ann'] }]],
    [],
    ['c0 does not count: bob edited it.'],
  ],
  [
    'edited by a deleted account',
    [['ann', '/lgtm', { editors: ['ann', undefined] }]],
    [],
    ['c0 does not count: an account that does not exist any more edited it.'],
  ],
  [
    'a cancel that somebody else edited',
    [
      ['ann', '/lgtm'],
      ['ann', '/lgtm cancel', { editors: ['ann', 'eve'] }],
    ],
    [],
    [],
  ],
  ['other words', [['ann', 'When is it?']], [], []],
];

it.each(rows)('%s', (_, said, approvals, notes) => {
  expect(outcome(said)).toEqual([approvals, notes]);
});

it('only comments that may count are looked at more closely', () => {
  const one = { body: '/lgtm', url: 'c', login: 'ann', isBot: false, isThroughApp: false, createdAt: day(11) };
  const others = [
    { ...one, login: 'eve' },
    { ...one, body: 'no' },
    { ...one, isBot: true },
    { ...one, createdAt: day(1) },
  ];
  expect(possibleApprovals([...others, one], rules)).toEqual([one]);
});

describe('OWNERS', () => {
  const owners = (text: string) => parseOwners({ file: 'OWNERS', text });
  const nothing = { approvers: [], reviewers: [], hasNoParents: false, narrowFilters: [] };

  it.each([
    ['', nothing],
    ['# nobody\n', nothing],
    [
      'approvers:\n  - Ann # the first\n  - "@bob"\nreviewers: [carl]\n',
      { ...nothing, approvers: ['ann', 'bob'], reviewers: ['carl'] },
    ],
    ['approvers:\nreviewers: ~\n', nothing],
    ['emeritus_approvers: [emma]\nlabels: [x]\n', nothing],
    ['options: { no_parent_owners: true }\napprovers: [ann]\n', { ...nothing, approvers: ['ann'], hasNoParents: true }],
    ['options:\n  no_parent_owners: false\n', nothing],
    [
      'filters:\n  ".*":\n    approvers: [ann]\n    reviewers: [rita]\n',
      { ...nothing, approvers: ['ann'], reviewers: ['rita'] },
    ],
    [
      'filters:\n  ".*": { approvers: [ann] }\n  "\\\\.go$": { approvers: [gopher] }\n',
      { ...nothing, approvers: ['ann'], narrowFilters: ['\\.go$'] },
    ],
    ['approvers: [ann]\nfilters:\n  ".*": { approvers: [bob] }\n', { ...nothing, approvers: ['ann'] }],
    ['approvers: [ann]\r\n', { ...nothing, approvers: ['ann'] }],
  ])('%j', (text, wanted) => {
    expect(owners(text)).toEqual(wanted);
  });

  const fix = 'Correct it on the default branch. Its form: https://www.kubernetes.dev/docs/guide/owners/';
  const place = (line: number, column: number) => ({ file: 'OWNERS', line, column });

  it.each([
    ['approvers:\n  ann\n', 'OWNERS cannot be read: approvers must be a list.', fix, place(2, 3)],
    ['\napprovers: [ann, {a: b}]\n', 'OWNERS cannot be read: approvers must be a list of names.', fix, place(2, 18)],
    [
      'approvers: [ann, ]\nreviewers: [*ann]\n',
      'OWNERS cannot be read: reviewers must be a list of names.',
      fix,
      place(2, 13),
    ],
    ['approvers: [ann]\napprovers: [bob]\n', 'OWNERS cannot be read: approvers is there twice.', fix, place(2, 1)],
    ['- ann\n', 'OWNERS cannot be read: OWNERS must be a mapping.', fix, place(1, 1)],
    ['options: true\n', 'OWNERS cannot be read: options must be a mapping.', fix, place(1, 10)],
    [
      'options: { no_parent_owners: yes }\n',
      'OWNERS cannot be read: no_parent_owners must be true or false.',
      fix,
      place(1, 30),
    ],
    ['filters: { ".*": [ann] }\n', 'OWNERS cannot be read: ".*" must be a mapping.', fix, place(1, 18)],
    ['a: b\n---\nc: d\n', 'OWNERS cannot be read: it has two YAML documents.', fix, place(3, 1)],
    [
      'filters:\n  "(?!x)": { approvers: [ann] }\n',
      'OWNERS has a filter that cannot be used: "(?!x)" is not a Go RE2 expression that can be used here: RE2 has no lookaround: (?!.',
      'The syntax: https://github.com/google/re2/wiki/Syntax',
      place(2, 12),
    ],
    [
      'approvers: [ann\n',
      'OWNERS is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      'Correct the YAML there.',
      place(2, 1),
    ],
  ])('%j is refused, at its line', (text, message, wantedFix, at) => {
    let error: unknown;
    try {
      owners(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ message, fix: wantedFix, at });
  });
});

describe('OWNERS_ALIASES', () => {
  const aliases = (text: string) => parseAliases({ file: 'OWNERS_ALIASES', text });

  it.each([
    ['', ['leads', 'x'], ['leads', 'x']],
    ['aliases:\n', ['leads'], ['leads']],
    ['aliases:\n  Leads:\n    - Ann\n    - bob\n', ['leads', 'bob', 'x'], ['ann', 'bob', 'x']],
    ['aliases: { leads: { ann, bob } }\n', ['leads'], ['ann', 'bob']],
    ['aliases: { leads: }\n', ['leads', 'x'], ['x']],
    ['aliases: { leads: [admins], admins: [ann] }\n', ['leads'], ['admins']],
  ])('%j', (text, names, wanted) => {
    expect(accountsOf(names, aliases(text))).toEqual(wanted);
  });

  it('is refused at its line if it is malformed', () => {
    expect(() => aliases('aliases:\n  leads: ann\n')).toThrow('OWNERS_ALIASES cannot be read: leads must be a list.');
  });
});
