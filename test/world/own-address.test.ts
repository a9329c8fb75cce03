import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { ownAddress } from '../../src/world/github/own-address.ts';

const [dotCom, cloud, server] = ['https://api.github.com', 'https://api.sub.ghe.com', 'https://ghes.example/api/v3'];
const named = (address: string, api: string) => ownAddress(address, 'uploads', { GITHUB_API_URL: api });

describe('an address that GitHub names', () => {
  it.each([
    [dotCom, 'https://api.github.com/repositories/1/issues?page=2'],
    [dotCom, 'https://uploads.github.com/repos/o/r/releases/1/assets'],
    [cloud, 'https://api.sub.ghe.com/repos/o/r/issues?page=2'],
    [cloud, 'https://uploads.sub.ghe.com/repos/o/r/releases/1/assets'],
    [server, 'https://ghes.example/api/uploads/repos/o/r/releases/1/assets'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/uploads/repos/o/r/releases/1/assets'],
  ])('counts for %s if it is %s', (api, address) => {
    expect(named(address, api)).toBe(address);
  });

  it.each([
    [dotCom, 'http://api.github.com/'],
    [dotCom, 'https://api.github.com:444/'],
    [dotCom, 'https://github.com/'],
    [dotCom, 'https://uploads.github.com.evil.example/'],
    [dotCom, 'https://api.github.com@evil.example/'],
    [dotCom, String.raw`https://evil.example\@api.github.com/`],
    [dotCom, 'https://user@api.github.com/'],
    [dotCom, 'https://uploads.sub.ghe.com/'],
    [cloud, 'https://uploads.other.ghe.com/'],
    [cloud, 'https://uploads.github.com/'],
    [server, 'https://uploads.ghes.example/'],
    [server, 'https://evil.example/api/uploads/'],
    [server, '/api/uploads/'],
    [server, ''],
  ])('does not count for %s if it is %s', (api, address) => {
    expect(() => named(address, api)).toThrow(ReleaseError);
  });

  it('is refused with its text and the servers that count', () => {
    expect(() => named('https://evil.example/', dotCom)).toThrow(
      'GitHub names "https://evil.example/" as the address of uploads, which is not on https://api.github.com or https://uploads.github.com.',
    );
  });

  it('has nothing that Octokit takes for a placeholder', () => {
    expect(named('https://api.github.com/{a}?head=org:topic&b={+headers}', dotCom)).toBe(
      'https://api.github.com/%7Ba%7D?head=org%3Atopic&b=%7B+headers%7D',
    );
  });
});
