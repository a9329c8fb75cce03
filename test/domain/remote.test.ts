import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../src/domain/repositories/remote.ts';
import { quoted } from '../../src/domain/text.ts';

const fix = 'Write it as https://server/owner/name, without anything else. A token belongs into the input token.';

describe('an address that git gets', () => {
  it.each([
    ['https://github.com/org/project', 'https://github.com/org/project'],
    ['HTTPS://GitHub.COM:443/org/project.git', 'https://github.com/org/project.git'],
    ['http://127.0.0.1:8080/o/r', 'http://127.0.0.1:8080/o/r'],
    ['http://[::1]:8080/o/r', 'http://[::1]:8080/o/r'],
    ['https://github.com/org/../project', 'https://github.com/project'],
    ['git@github.com:org/project.git', 'git@github.com:org/project.git'],
    ['ssh://git@github.com/org/project', 'ssh://git@github.com/org/project'],
    ['/srv/git/a project', '/srv/git/a project'],
    ['C:\\git\\project', 'C:\\git\\project'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalAddress(address, 'of the remote origin')).toBe(canonical);
  });

  it.each([
    ['https://github.com\\@evil.example/o/r', 'has a backslash or white space: ', '"https://***@evil.example/o/r"'],
    [
      'https://github.com\\evil.example/o/r',
      'has a backslash or white space: ',
      '"https://github.com\\evil.example/o/r"',
    ],
    ['https://github.com /o/r', 'has a backslash or white space: ', '"https://github.com /o/r"'],
    ['ssh://github.com\\@evil/o/r', 'has a backslash or white space: ', '"ssh://***@evil/o/r"'],
    ['https://git\thub.com/o/r', 'has a control character: ', quoted('https://git\thub.com/o/r')],
    ['https://github.com/o/r\n', 'has a control character: ', quoted('https://github.com/o/r\n')],
    ['/srv/a\u0000b', 'has a control character: ', quoted('/srv/a\u0000b')],
    ['https://me@github.com/o/r', 'has a user or a password: ', 'https://***@github.com/o/r'],
    ['https://x:secret@github.com/o/r', 'has a user or a password: ', 'https://***@github.com/o/r'],
    ['https://github.com@evil.example/o/r', 'has a user or a password: ', 'https://***@evil.example/o/r'],
    ['https:github.com/o/r', 'is not one that git and this action read alike: ', '"https:github.com/o/r"'],
    ['https:///github.com/o/r', 'is not one that git and this action read alike: ', '"https:///github.com/o/r"'],
    [
      'https::https://evil.example/o/r',
      'is not one that git and this action read alike: ',
      '"https::https://evil.example/o/r"',
    ],
    ['https://github.com#@evil.example/o/r', 'has a user or a password: ', 'https://***@evil.example/o/r'],
    ['https://github.com/o/r#x', 'is not one that git and this action read alike: ', '"https://github.com/o/r#x"'],
    ['https://github%2ecom/o/r', 'is not one that git and this action read alike: ', '"https://github%2ecom/o/r"'],
    ['https://ｇithub.com/o/r', 'is not one that git and this action read alike: ', '"https://ｇithub.com/o/r"'],
    [
      'https://github.com:99999/o/r',
      'is not one that git and this action read alike: ',
      '"https://github.com:99999/o/r"',
    ],
  ])('is not %j', (address, what, shown) => {
    expect(() => canonicalAddress(address, 'of the remote origin')).toThrow(
      expect.objectContaining({ message: `The address of the remote origin ${what}${shown}`, fix }),
    );
  });
});
