import { describe, expect, it } from 'vitest';
import { Credentials } from '../../src/world/credentials.ts';

describe('the token of GitHub', () => {
  const credentials = Credentials.forGitHub({}, 'secret');

  it.each(['https://github.com/org/project', 'https://api.github.com/repos/org/project', 'https://GITHUB.com:443/'])(
    'is for %s',
    (address) => {
      expect(credentials.tokenFor(address)).toBe('secret');
    },
  );

  it.each([
    'http://github.com/org/project',
    'https://github.com:8443/org/project',
    'https://github.com.example.org/project',
    'https://evil.example.org/?https://github.com/',
    'https://github.com@evil.example.org/',
    'git@github.com:org/project.git',
    'ssh://github.com/org/project',
    '../github.com',
    '',
  ])('is not for %j', (address) => {
    expect(credentials.tokenFor(address)).toBeUndefined();
  });

  it('is for the server of the run alone, where that is an enterprise server', () => {
    const own = { GITHUB_SERVER_URL: 'https://ghe.example.org', GITHUB_API_URL: 'https://ghe.example.org/api/v3' };
    const enterprise = Credentials.forGitHub(own, 'secret');
    expect(enterprise.tokenFor('https://ghe.example.org/org/project')).toBe('secret');
    expect(enterprise.tokenFor('https://github.com/org/project')).toBeUndefined();
  });

  it('is for nobody, where there is none or the server is no address', () => {
    expect(Credentials.forGitHub({}, undefined).tokenFor('https://github.com/')).toBeUndefined();
    const nonsense = Credentials.forGitHub({ GITHUB_SERVER_URL: 'ghe', GITHUB_API_URL: 'ghe' }, 'secret');
    expect(nonsense.tokenFor('ghe')).toBeUndefined();
  });
});
