import { readFile } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { matchesPattern } from '../../src/rehearsal/triggers/filter-pattern.ts';
import { cloudApiAdaptor } from './cloud-api-adaptor.ts';
import { candidate, candidateInputs, openProposal, overlays, releasableFiles, tag } from './releasable.ts';
import { Stage } from './stage.ts';
import { stateOf } from './state.ts';
import { permissionsIn } from './tokens.ts';

describe('a release of cloud-api-adaptor stops before anything leaves the runner', () => {
  const image = (text: string, now: string) => text.replace(/(?<=newName: ).*?(?= #|$)/m, now);

  it.each([
    [
      'a tag that its files disagree with',
      'v0.9.0',
      [],
      /cloud-providers v0\.8\.0[^]*cloud-providers v0\.9\.0|do not require each other at v0\.9\.0/,
    ],
    [
      'an overlay with a private address',
      tag,
      [[`${overlays}/gcp/kustomization.yaml`, (text: string) => image(text, '192.168.122.1:5000/cloud-api-adaptor')]],
      /gcp\/kustomization\.yaml[^]*/,
    ],
    [
      'an overlay that was forgotten',
      tag,
      [[`${overlays}/azure/kustomization.yaml`, (text: string) => text.replace(/newTag: .*/, 'newTag: latest')]],
      /azure\/kustomization\.yaml/,
    ],
    [
      'overlays of which none was pinned',
      tag,
      [[`${overlays}/*/kustomization.yaml`, (text: string) => text.replace(/[0-9a-f]{40}/, 'latest')]],
      /The overlays hold the image latest, which is no commit/,
    ],
    [
      'a change that no candidate was tested with',
      tag,
      [['src/webhook/main.go', (text: string) => `${text}\n// Merged later.\n`]],
      /src\/webhook\/main\.go[^]*|were changed after the candidate was tested/,
    ],
    [
      'an image that was built elsewhere',
      tag,
      [[`${overlays}/*/kustomization.yaml`, (text: string) => text.replace(/[0-9a-f]{40}/, 'c'.repeat(40))]],
      /The overlays hold the image of c{40}, which is no commit of this history/,
    ],
  ] as const)('%s', async (_, wanted, changes, message) => {
    await using stage = await Stage.open(cloudApiAdaptor, {
      work: async (commit) => changed(await releasableFiles(commit), changes),
    });
    const before = await stateOf(stage);
    await expect(stage.dispatch('release.yml', { tag: wanted })).rejects.toThrow(message);
    expect(stage.writes).toEqual([]);
    expect(await stateOf(stage)).toEqual(before);
  });

  it('a tag of a module that is elsewhere already', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: releasableFiles });
    await stage.project.pushTag(`src/webhook/${tag}`, { at: 'HEAD~1' });
    const before = await stateOf(stage);
    await expect(stage.dispatch('release.yml', { tag })).rejects.toThrow(/src\/webhook\/v0\.8\.0 [^]*v0\.8\.1/);
    expect(stage.writes).toEqual([]);
    expect(await stateOf(stage)).toEqual(before);
  });

  it('a candidate where a release is asked for, and a release where a candidate is', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: releasableFiles });
    await expect(stage.dispatch('release.yml', { tag: candidate })).rejects.toThrow(/is a candidate/);
    await expect(stage.dispatch('candidate.yml', { ...candidateInputs, tag })).rejects.toThrow(/is no candidate/);
    const late = stage.dispatch('candidate.yml', { ...candidateInputs, tag: 'v0.7.0-alpha.9' });
    await expect(late).rejects.toThrow(/v0\.7\.0 is released already/);
    await expect(stage.dispatch('pin.yml', { candidate: 'v0.7.0' })).rejects.toThrow(/is no candidate/);
    expect(stage.writes).toEqual([]);
  });
});

/** A commit that begins with 0b, or that is all digits, gets quotes: other readers would take it for a number. */
const quoted = async (commit: string) =>
  Object.fromEntries(
    Object.entries(await releasableFiles(commit)).map(([path, text]) => [
      path,
      text.replace(/(?<=newTag: )(\S+)/, '"$1"'),
    ]),
  );

describe('the guard on pull requests', () => {
  it.each([
    ['development values', agreeingAt('latest'), 'The overlays hold the development value latest.'],
    ['one image', releasableFiles, 'Tagged now, the overlays would agree on the image of'],
    ['one image in quotes', quoted, 'Tagged now, the overlays would agree on the image of'],
  ])('is green over %s', async (_, work, said) => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const { steps } = await stage.check('guard.yml', await openProposal(stage, work));
    expect(steps['guard/2']?.annotations.join()).toContain(said);
  });

  it.each([
    ['a forgotten overlay', (text: string) => text.replace(/newTag: .*/, 'newTag: latest')],
    ['an overlay that disagrees', (text: string) => text.replace(/newTag: .*/, `newTag: ${'a'.repeat(40)}`)],
    [
      'a private address',
      (text: string) => text.replace(/newName: \S+/, 'newName: 192.168.122.1:5000/cloud-api-adaptor'),
    ],
  ])('says that a tag would fail now over %s', async (_, change) => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const work = async (commit: string) =>
      changed(await releasableFiles(commit), [[`${overlays}/vsphere/kustomization.yaml`, change]]);
    const checking = stage.check('guard.yml', await openProposal(stage, work));
    await expect(checking).rejects.toThrow(/vsphere\/kustomization\.yaml[^]*Every overlay needs the same image/);
  });
});

describe('a workflow of cloud-api-adaptor', () => {
  it('pins what was tested, wherever main is now, when its images are there', async () => {
    await using stage = await Stage.open(cloudApiAdaptor);
    await stage.project.pushTag(candidate);
    await stage.project.commit('Later', { 'docs/later.md': 'Later\n' });
    await stage.project.push();
    const pinning = stage.dispatch('pin.yml', { candidate });
    await vi.waitUntil(() => stage.registry.requests.length > 0, { timeout: 60_000 });
    await stage.imagesAreBuilt(candidate);
    await pinning;
    const tip = await stage.origin('rev-parse', candidate);
    const proposal = `release/pin-${candidate}:${overlays}/libvirt/kustomization.yaml`;
    expect(await stage.origin('show', proposal)).toContain(`newTag: dev-${tip}\n`);
  });

  it('runs nothing of a tag that is on no branch, but the look at it', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: releasableFiles });
    await stage.project.commit('Elsewhere');
    for (const name of [tag, candidate]) await stage.project.pushTag(name);
    await expect(stage.dispatch('pin.yml', { candidate })).rejects.toThrow(/is not on the branch main/);
    await expect(stage.pushed('release.yml', tag)).rejects.toThrow(/is not on the branch main/);
    await expect(stage.dispatch('post-release.yml', { tag })).rejects.toThrow(/is not on the branch main/);
    expect(stage.writes).toEqual([]);
  });

  it.each([
    ['operator-config', "release'\nhack/release-helper.sh: '#!/bin/bash", /is no version, commit or branch/],
    ['kata-containers', '$(touch /tmp/x)', /is no version, commit or branch/],
    ['trustee', '', /is no version, commit or branch/],
    ['issue', '../../user', /There is no issue/],
    ['issue', '999', /There is no issue 999/],
    ['tag', 'chart/0.8.0-alpha.1', /belongs to no stream/],
  ])('takes %s: %j for what it is', async (name, value, message) => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const refused = stage.dispatch('candidate.yml', { ...candidateInputs, tag: candidate, [name]: value });
    await expect(refused).rejects.toThrow(message);
    expect(stage.writes).toEqual([]);
  });

  it.each([
    [
      'candidate.yml',
      { contents: 'read' },
      ['contents-write pull-requests-write', 'administration-write issues-write'],
    ],
    ['pin.yml', { contents: 'read' }, ['contents-write pull-requests-write']],
    ['post-release.yml', { contents: 'read' }, ['administration-write contents-write pull-requests-write']],
    ['guard.yml', { contents: 'read' }, []],
  ])('asks for no more than it needs: %s', async (workflow, permissions, tokens) => {
    const text = await readFile(join(cloudApiAdaptor.folder, '.github/workflows', workflow), 'utf8');
    expect(permissionsIn(text)).toEqual({ permissions, tokens });
  });

  it('grants each job of the release no more than it needs', async () => {
    const text = await readFile(join(cloudApiAdaptor.folder, '.github/workflows/release.yml'), 'utf8');
    const { jobs } = parse(text) as { jobs: Record<string, { permissions: object }> };
    expect(Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]))).toEqual({
      commit: { contents: 'read', issues: 'read' },
      release: { contents: 'write' },
      announce: { issues: 'write' },
    });
  });
});

describe('what GitHub decides for a workflow of cloud-api-adaptor', () => {
  it.each([
    ['v0.8.0', true],
    ['v10.20.30', true],
    ['v0.8.0-alpha.1', false],
    ['v0.8', false],
    ['v0.8.0.1', false],
    ['0.8.0', false],
    ['src/webhook/v0.8.0', false],
    ['v1', false],
  ])('a pushed tag %s starts a release: %s', async (name, starts) => {
    const text = await readFile(join(cloudApiAdaptor.folder, '.github/workflows/release.yml'), 'utf8');
    const { on } = parse(text) as { on: { push: { tags: readonly string[] } } };
    expect(on.push.tags.some((filter) => matchesPattern(name, filter))).toBe(starts);
  });

  it.each([
    [
      'release.yml',
      /permissions:\n +contents: write # to push the tags.*/,
      { tag },
      'Job check of the called workflow .github/workflows/release-go-modules.yml asks for contents: read, which its caller does not have.',
    ],
    [
      'release.yml',
      /permissions:\n +issues: write # to tell.*/,
      { tag, issue: '1' },
      'Resource not accessible by integration',
    ],
  ])('%s without %s is refused by GitHub, and says so', async (workflow, permission, inputs, message) => {
    const path = `.github/workflows/${workflow}`;
    const text = await readFile(join(cloudApiAdaptor.folder, path), 'utf8');
    const instead = { [path]: text.replace(permission, '') };
    await using stage = await Stage.open(cloudApiAdaptor, { instead, work: releasableFiles });
    await expect(stage.dispatch(workflow, inputs)).rejects.toThrow(message);
  });
});

type Edit = readonly [path: string, change: (text: string) => string];

function changed(files: Readonly<Record<string, string>>, changes: readonly Edit[]): Record<string, string> {
  const all = Object.entries(files).map(([path, text]) => {
    const own = changes.filter(([pattern]) => matchesGlob(path, pattern));
    return [path, own.reduce((now, [, change]) => change(now), text)] as const;
  });
  return Object.fromEntries(all);
}

function agreeingAt(image: string) {
  return () => releasableFiles(image);
}
