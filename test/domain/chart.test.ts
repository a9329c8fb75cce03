import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chartVersion, lockDigest, parseChartFile } from '../../src/domain/charts/chart.ts';

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

it.each([
  ['0.2.0.dev0', 'write 0.2.0-dev.0.'],
  ['1.0rc1', 'write 1.0.0-rc.1.'],
  ['1.2.3.4', 'such as 1.2.3'],
  ['latest', 'such as 1.2.3'],
])('%s is refused, with the form that Helm takes', (text, fix) => {
  expect(() => chartVersion(text)).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
});
