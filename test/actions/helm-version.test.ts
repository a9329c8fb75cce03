import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import helmPackage from '../../actions/helm-package/action.ts';
import { helmMachine } from '../../src/domain/charts/helm-release.ts';
import { attempt } from '../../src/domain/error.ts';
import { helmMirror, helmVersion, type Mirror } from '../support/helm.ts';
import { perform, refusal } from '../support/perform.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { rawTgz } from '../support/tar.ts';

let mirror: Mirror;
let repo: ScratchRepository;
beforeAll(async () => {
  mirror = await helmMirror();
  repo = await scratchRepository({
    'chart/Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 0.3.0\n',
    'chart/values.yaml': 'a: 1\n',
  });
});
afterAll(async () => {
  await mirror[Symbol.asyncDispose]();
  await repo[Symbol.asyncDispose]();
});
beforeEach(() => {
  mirror.answers = {};
  mirror.asked.length = 0;
});

const machine = helmMachine(process);
const inputs = (version = helmVersion) => ({
  chart: 'chart',
  lint: 'false',
  'helm-version': version,
  'helm-mirror': mirror.url,
});
const noteOf = async (version?: string) => {
  const { outcome } = await perform(helmPackage, repo, { inputs: inputs(version) });
  if (outcome.failure !== undefined) throw outcome.failure;
  return outcome.notes[0];
};
const refused = (version?: string) => refusal(helmPackage, repo, { inputs: inputs(version) });
const address = () => `${mirror.url}/helm-${helmVersion}-${machine}.tar.gz`;

describe('a Helm of a certain release', () => {
  it('is installed if its archive has the published checksum', async () => {
    expect(await noteOf()).toBe(
      `Packaged with Helm ${helmVersion}, downloaded by this run. Its archive has the SHA-256 ${mirror.sum}, which is the one that its server publishes.`,
    );
    expect(await readFile(join(repo.folder, 'dist/demo-0.3.0.tgz'))).not.toHaveLength(0);
  });

  it('is installed if its archive has the checksum that is given, and nobody else is asked', async () => {
    expect(await noteOf(`4.3.1@sha256:${'0'.repeat(64)}, sha256:${mirror.sum}`)).toBe(
      `Packaged with Helm ${helmVersion}, downloaded by this run. Its archive has the SHA-256 ${mirror.sum}, which is the one in the input helm-version.`,
    );
    expect(mirror.asked).toEqual([`/helm-${helmVersion}-${machine}.tar.gz`]);
  });

  const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  it('is refused if its archive has another checksum, before it is unpacked', async () => {
    const altered = Buffer.from('not even an archive');
    mirror.answers = { archive: altered };
    expect(await refused()).toBe(
      `${address()} has the SHA-256 ${sumOf(altered)}, not ${mirror.sum}, which its server publishes.\nRun it again. If it stays so, find out what answers there. Nothing of the archive was used.`,
    );
    const [one, other] = ['0'.repeat(64), '1'.repeat(64)];
    expect(await refused(`${helmVersion}@sha256:${one},sha256:${other}`)).toBe(
      `${address()} has the SHA-256 ${sumOf(altered)}, not ${one} or ${other}, which the input helm-version has.\nCompare the checksum with the one at https://github.com/helm/helm/releases. Nothing of the archive was used.`,
    );
  });

  it('is refused if its archive is cut off each time', async () => {
    mirror.answers = { archive: 'cut' };
    expect(await refused()).toBe(
      `${address()} broke off: aborted (tried 4 times)\nRun it again when the server answers again. What is already done is not repeated.`,
    );
    expect(mirror.asked).toHaveLength(5);
  });

  it.each<[string, Mirror['answers'], string]>([
    [
      'no checksum is published',
      { sum: 404 },
      'SUM answered 404.\nCorrect the input helm-version: this release has no archive for this machine. https://github.com/helm/helm/releases',
    ],
    [
      'something else is published',
      { sum: Buffer.from('<html>') },
      `SUM is no checksum of ARCHIVE: "<html>".\nFind out what answers there, or pin the checksum in the input helm-version.`,
    ],
    [
      'the checksum of another archive is published',
      { sum: Buffer.from(`${'0'.repeat(64)}  helm-v4.3.1-plan9-amd64.tar.gz\n`) },
      `SUM is no checksum of ARCHIVE: '${'0'.repeat(64)}  helm-v4.3.1-plan9-amd64.tar.gz\\u000a'.\nFind out what answers there, or pin the checksum in the input helm-version.`,
    ],
    [
      'there is no archive',
      { archive: 404 },
      'URL answered 404.\nCorrect the input helm-version or helm-mirror: there is no such archive.',
    ],
  ])('is refused if %s', async (_, answers, said) => {
    mirror.answers = answers;
    const name = `helm-${helmVersion}-${machine}.tar.gz`;
    expect(await refused()).toBe(
      said.replace('SUM', `${address()}.sha256sum`).replace('URL', address()).replace('ARCHIVE', name),
    );
  });

  it('is refused if its archive has no Helm, or is none', async () => {
    for (const [bytes, problem] of [
      [rawTgz([{ name: 'LICENSE' }]), `has no ${machine}/helm`],
      [Buffer.from('no archive at all, but pinned'), 'is not compressed by gzip'],
    ] as const) {
      mirror.answers = { archive: bytes };
      expect(await refused(`${helmVersion}@sha256:${sumOf(bytes)}`)).toBe(
        `${address()} ${problem}.\nFind out where this archive comes from. Nothing of it was used.`,
      );
    }
  });
});

describe('the inputs', () => {
  const fix = 'Write a version such as v3.22.0, or with the checksum of its archive: v3.22.0@sha256:…';
  it.each([
    ['latest', 'is "latest", which is no exact version of Helm.'],
    ['3.22', 'is "3.22", which is no exact version of Helm.'],
    ['v2.17.0', 'is "v2.17.0". Only Helm 3 and Helm 4 can be used.'],
    ['v3.22.0@sha256:abc', 'is "v3.22.0@sha256:abc", whose checksum is no SHA-256.'],
  ])('helm-version: %s is refused', async (version, said) => {
    expect(await refused(version)).toBe(`Input helm-version ${said}\n${fix}`);
  });

  it.each(['http://mirror.example.com', 'mirror.example.com', 'https://…@mirror.example.com'])(
    'helm-mirror: %s is refused',
    async (url) => {
      expect(
        await refusal(helmPackage, repo, { inputs: { ...inputs(), 'helm-mirror': url.replace('…', 'user:secret') } }),
      ).toBe(
        `Input helm-mirror is "${url}", which is no https address.\nGive the address below which the archives are, such as https://get.helm.sh.`,
      );
    },
  );

  it('a machine for which there is no Helm is told', () => {
    expect(attempt(() => helmMachine({ platform: 'sunos', arch: 'x64' }))).toMatchObject({
      message: 'There is no Helm to download for sunos on x64.',
      fix: 'Install Helm in an earlier step, and leave the input helm-version out.',
    });
    expect(helmMachine({ platform: 'win32', arch: 'arm64' })).toBe('windows-arm64');
  });
});
