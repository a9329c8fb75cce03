import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { type EndedRun, Recorder } from '../../src/rehearsal/recorder.ts';
import { scratchGitHub } from '../support/github.ts';
import { addImage } from '../support/registry.ts';

const ended: EndedRun = {
  workflow: 'release.yml',
  event: 'workflow_dispatch',
  ref: 'refs/heads/main',
  commit: '',
  inputs: {},
  at: '2026-03-01T12:00:00.000Z',
  seconds: 1,
  result: 'success',
  jobs: [],
  writes: [],
  pending: [],
  refused: [],
};

it('writes down a release: what was there before, what started what, what was refused, and what is left to do', async () => {
  await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
  await using registry = await startRegistry();
  await repo.pushTag('v1.0.0');
  await addImage(registry, 'library/python', { tag: '3.12-slim' });
  const git = (...args: readonly string[]) => repo.git('--git-dir', repo.scratch.origin, ...args);
  const recorder = await Recorder.begin({
    github: repo.github,
    repositories: [{ name: repo.scratch.name, git }],
    registries: [registry],
  });

  recorder.chapter('The release');
  recorder.run({
    ...ended,
    workflow: 'pins.yml',
    pending: ['the pull request is merged'],
    refused: [{ what: 'POST …/pulls', why: '422 No commits between main and main' }],
    writes: ['push /org/project refs/heads/pins', 'POST /repos/org/project/pulls'],
  });
  await repo.git('switch', '--quiet', '--create', 'pins');
  const pins = await repo.commit('Pin', { 'a.txt': 'b\n' });
  await repo.push('pins');
  const pull = { title: 'Pin it', head: 'pins', base: 'main', body: 'The pins.' };
  await repo.ask('POST …/pulls', { body: pull });
  recorder.run({ ...ended, workflow: 'guard.yml', event: 'pull_request', ref: 'refs/pull/1/merge', pull: 1 });
  await repo.ask('PUT …/pulls/1/merge');
  recorder.deed('An admin merges pull request #1.');

  await repo.pushTag('v1.1.0', { annotated: 'The first line\n\nMore.' });
  recorder.run({
    ...ended,
    writes: ['push /org/project refs/tags/v1.1.0', 'POST /repos/org/project/actions/workflows/image.yml/dispatches'],
  });
  recorder.run({ ...ended, workflow: 'image.yml' });
  const image = await addImage(registry, 'org/app', { tag: 'v1.1.0' });
  const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
  const signature = await addImage(registry, 'org/app', { layers: ['s'], fields: { subject: image, artifactType } });
  const cosigned = await addImage(registry, 'org/app', { layers: ['t'], tag: `${image.digest.replace(':', '-')}.sig` });
  const log = ['curl: (7) Failed to connect', 'Exit code 7'];
  recorder.run({
    ...ended,
    workflow: 'publish.yml',
    event: 'push',
    ref: 'refs/tags/v1.1.0',
    result: 'failure',
    jobs: [
      {
        name: 'a',
        result: 'failure',
        said: [],
        steps: [{ name: 'Tell', result: 'failure', seconds: 1, changes: [], said: [], log }],
      },
    ],
    writes: ['POST /repos/org/project/releases', 'POST /repos/org/project/releases/1/assets'],
    refused: [{ what: 'POST …/releases', why: '403 Resource not accessible by integration' }],
    pending: ['pull request #9 is merged', 'a person publishes the draft'],
  });
  const draft = { tag_name: 'v1.1.0', name: '', draft: true, body: 'Notes' };
  await repo.ask('POST …/releases', { body: draft });
  recorder.run({ ...ended, workflow: 'next.yml', event: 'release', ref: 'refs/tags/v1.1.0' });

  const chronicle = await recorder.chronicle({ title: 'v1.1.0', isDone: false, isRehearsal: false });
  const { course, refs, pulls, releases, images, refusals, pending, commits } = chronicle;
  expect(
    course.map((one) => (one.kind === 'run' ? `${one.id} ${one.workflow} by ${one.startedBy}` : one.kind)),
  ).toEqual([
    'chapter',
    'run-1 pins.yml by undefined',
    'run-2 guard.yml by run-1',
    'deed',
    'run-3 release.yml by undefined',
    'run-4 image.yml by run-3',
    'run-5 publish.yml by run-3',
    'run-6 next.yml by run-5',
  ]);
  expect(refs).toMatchObject([
    { kind: 'branch', name: 'main', isNew: true },
    { kind: 'branch', name: 'pins', commit: pins, isNew: true },
    { kind: 'tag', name: 'v1.0.0', isNew: false },
    { kind: 'tag', name: 'v1.1.0', commit: pins, message: 'The first line\n\nMore.', isNew: true },
  ]);
  expect(commits.map(({ subject, parents }) => `${parents.length} ${subject}`)).toEqual([
    '2 Merge pull request #1 from org/pins',
    '1 Pin',
    '0 Initial commit',
  ]);
  expect(pulls).toMatchObject([{ number: 1, title: 'Pin it', state: 'merged', head: 'pins', commit: commits[0]?.sha }]);
  expect(pulls[0]?.diff).toContain('-a\n+b');
  expect(releases).toMatchObject([{ tag: 'v1.1.0', state: 'draft', notes: 'Notes', assets: [] }]);
  expect(
    images.map(({ name, manifests }) => [name, manifests.map(({ kind, subject }) => `${kind} ${subject}`).toSorted()]),
  ).toEqual([['org/app', ['image undefined', `signature ${image.digest}`, `signature ${image.digest}`]]]);
  expect(images[0]?.manifests.map(({ digest }) => digest)).toEqual(
    [image, signature, cosigned].map(({ digest }) => digest).toSorted(),
  );
  expect(refusals).toEqual([
    { what: 'Tell', why: 'curl: (7) Failed to connect\nExit code 7', run: 'run-5' },
    { what: 'POST …/releases', why: '403 Resource not accessible by integration', run: 'run-5' },
  ]);
  expect(pending).toEqual([{ what: 'a person publishes the draft', run: 'run-5' }]);
});

it('keeps what GitHub said of a request that it refused', async () => {
  await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
  await repo.ask('POST …/pulls', { body: { title: 'Nothing', head: 'main', base: 'main' } });
  expect(repo.github.requests.map(({ status, refusal }) => `${status} ${refusal}`)).toEqual([
    '422 Validation Failed: No commits between main and main',
  ]);
});
