import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chartVersion } from '../../src/domain/charts/chart-version.ts';
import { lockDigest, parseChartFile, versionLike } from '../../src/domain/charts/chart.ts';
import { attempt } from '../../src/domain/error.ts';

const peerpods = join(
  import.meta.dirname,
  '../fixtures/confidential-containers__cloud-api-adaptor/v0.22.0/src/cloud-api-adaptor/install/charts/peerpods',
);

it('the digest of a lock file that Helm wrote is the one that is computed', async () => {
  const [required, lock] = await Promise.all(
    ['Chart.yaml', 'Chart.lock'].map(async (file) => ({ file, text: await readFile(join(peerpods, file), 'utf8') })),
  );
  if (required === undefined || lock === undefined) throw new Error('two files were read');
  const digest = /^digest: (.*)$/m.exec(lock.text)?.[1];
  expect(lockDigest(parseChartFile(required).dependencies, parseChartFile(lock).dependencies)).toBe(digest);
});

it('Go writes <, > and & in JSON in its own way, and leaves out what is empty', () => {
  const plain = [{ name: 'a', version: '1', repository: 'https://x/?a=1&b=2', tags: [], condition: '' }];
  expect(lockDigest(plain, [])).toBe(lockDigest([{ repository: 'https://x/?a=1&b=2', version: '1', name: 'a' }], []));
  // printf '[[{"name":"a","version":"1","repository":"https://x/?a=1\u0026b=2"}],[]]' | sha256sum
  expect(lockDigest(plain, [])).toBe('sha256:a90153637c8be4f27cda44d5ac794dff3e2c1da9e7b920cbf030dde201a461f2');
});

it.each([
  ['v1.2.3', '1.2.3'],
  ['1.2.3-rc.1+build', '1.2.3-rc.1+build'],
])('a chart may have the version %s', (text, wanted) => expect(chartVersion(text)).toBe(wanted));

const anySemver = 'Helm accepts only SemVer 2, such as 1.2.3 or 1.2.3-rc.1.';

it.each([
  [
    '0.2.0.dev0',
    '"0.2.0.dev0" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.',
    'Helm accepts only SemVer 2: write 0.2.0-dev.0.',
  ],
  [
    '1.0rc1',
    '"1.0rc1" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.',
    'Helm accepts only SemVer 2: write 1.0.0-rc.1.',
  ],
  ['1.2.3.4', '"1.2.3.4" is not a SemVer 2 version: it has more than three numbers (§2).', anySemver],
  ['latest', '"latest" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.', anySemver],
])('%s is refused, with the form that Helm takes', (text, message, fix) => {
  expect(attempt(() => chartVersion(text))).toMatchObject({ name: 'ReleaseError', message, fix });
});

it.each([
  ['v0.1.0', 'v0.2.0'],
  ['0.1.0', '0.2.0'],
  ['version', '0.2.0'],
  [0.1, '0.2.0'],
  [undefined, '0.2.0'],
])('after %s, a version is written as %s', (before, after) => expect(versionLike(before, '0.2.0')).toBe(after));
