import { describe, expect, it } from 'vitest';
import { actorsText, parseActor } from '../../src/domain/freezes/bypass.ts';
import {
  freezeNamed,
  isOver,
  parseFreezeName,
  parseOwner,
  parseUntil,
  rulesetName,
} from '../../src/domain/freezes/freeze.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';

const said = (look: () => unknown): string => {
  const error = attempt(look);
  if (!(error instanceof ReleaseError)) throw new Error(`It was accepted: ${JSON.stringify(error)}`);
  return `${error.message}\n${error.fix}`;
};

describe('the name of a freeze', () => {
  it.each([
    ['v1.2.3', undefined, 'Release freeze v1.2.3'],
    ['#12', undefined, 'Release freeze #12'],
    ['chart/0.1.0', '2026-12-04', 'Release freeze chart/0.1.0 until 2026-12-04'],
    ['v1.2.3', '2026-12-04T18:00Z', 'Release freeze v1.2.3 until 2026-12-04T18:00Z'],
  ])('of %s until %s is "%s", and is read back', (owner, until, name) => {
    expect(rulesetName('Release freeze', { owner, until })).toBe(name);
    expect(freezeNamed(name, 'Release freeze')).toEqual({ owner, until });
  });

  it.each([
    'Release freeze',
    'Release freeze ',
    'Release freeze of main',
    'Release freezes v1.2.3',
    'A release freeze v1.2.3',
    'Release freeze v1.2.3 since today',
    'Release freeze v1.2.3 until 2026-12-04 or so',
  ])('is not "%s"', (name) => {
    expect(freezeNamed(name, 'Release freeze')).toBeUndefined();
  });

  it.each([
    ['Release freeze', 'Release freeze'],
    ['  Code   freeze ', 'Code freeze'],
  ])('begins with the words "%s"', (text, name) => {
    expect(parseFreezeName(text)).toBe(name);
  });

  it.each(['', ' ', '#', 'a\u200bb', 'x'.repeat(61), '"freeze"', 'a: b'])('does not begin with %j', (text) => {
    expect(said(() => parseFreezeName(text))).toMatch(
      /^is ["'].*["'], which cannot be the name of a ruleset here\.\nGive at most 60 letters, digits, spaces, dots, hyphens and underscores, such as Release freeze\.$/,
    );
  });
});

it.each([
  ['v1.2.3', 'v1.2.3'],
  [' chart/0.1.0 ', 'chart/0.1.0'],
  ['#12', '#12'],
  ['12', '#12'],
])('a freeze belongs to the tag or the issue %j', (text, owner) => {
  expect(parseOwner(text)).toBe(owner);
});

describe('the end of a freeze', () => {
  it.each([
    ['2026-12-04', '2026-12-04T23:59:59Z', false],
    ['2026-12-04', '2026-12-05T00:00:00Z', true],
    ['2026-12-04T18:00Z', '2026-12-04T17:59:59Z', false],
    ['2026-12-04T18:00Z', '2026-12-04T18:00:00Z', true],
    [undefined, '2026-12-04T18:00:00Z', false],
  ])('%s is over at %s: %s', (until, now, over) => {
    expect(until === undefined ? undefined : parseUntil(` ${until} `)).toBe(until);
    expect(isOver(until, Date.parse(now))).toBe(over);
  });

  it.each([
    'tomorrow',
    '2026-13-01',
    '2026-02-30',
    '2026-12-04T25:00Z',
    '2026-12-04T18:00',
    '2026-12-04 18:00Z',
    '04.12.2026',
  ])('is not %s', (text) => {
    expect(said(() => parseUntil(text))).toBe(
      `is "${text}", not a day or a time in UTC.\nWrite it like 2026-12-04 (to the end of that day) or 2026-12-04T18:00Z.`,
    );
  });
});

describe('who may bypass a freeze', () => {
  it.each([
    ['admin', { kind: 'actor', type: 'RepositoryRole', id: 5 }],
    ['maintain', { kind: 'actor', type: 'RepositoryRole', id: 2 }],
    [' write ', { kind: 'actor', type: 'RepositoryRole', id: 4 }],
    ['owners', { kind: 'actor', type: 'OrganizationAdmin', id: undefined }],
    ['app 4711', { kind: 'actor', type: 'Integration', id: 4711 }],
    ['@mona', { kind: 'user', login: 'mona' }],
  ])('is read from %j', (text, actor) => {
    expect(parseActor(text)).toEqual(actor);
  });

  it.each(['everybody', 'constructor', '@', '@-a', '@org/team', 'app 0', 'app x', 'app 1 2', '5'])(
    'is not %s',
    (text) => {
      expect(said(() => parseActor(text))).toBe(
        `has "${text}", which is no role, account or App.\nUse maintain, write, admin, owners, @login or app NUMBER.`,
      );
    },
  );

  it('is shown with a name where the number has one, and in one order', () => {
    const mode = 'always';
    const types = ['Team', 'User', 'Integration', 'OrganizationAdmin', 'DeployKey', 'RepositoryRole', 'Later'];
    expect(actorsText(types.map((type) => ({ type, id: 7, mode })))).toBe(
      'Later 7 (always), app 7 (always), deploy keys (always), owners (always), role 7 (always), team 7 (always), user 7 (always)',
    );
    expect(actorsText([])).toBe('nobody');
  });
});
