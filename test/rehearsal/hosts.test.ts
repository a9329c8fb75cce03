import { expect, it } from 'vitest';
import { kindOf } from '../../src/rehearsal/outside/hosts.ts';

it.each(['registry.npmjs.org', 'crates.io', 'rubygems.org', 'plugins.gradle.org', 'jsr.io', 'storage.googleapis.com'])(
  '%s takes packages as well, so that it is only read, without passwords',
  (host) => {
    expect(kindOf(host)).toBe('shared source');
  },
);

it.each([
  ['pypi.org', 'source'],
  ['proxy.golang.org', 'source'],
  ['upload.pypi.org', 'other'],
  ['api.github.com', 'github'],
])('%s is a %s', (host, kind) => {
  expect(kindOf(host)).toBe(kind);
});
