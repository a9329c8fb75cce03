import type { Chronicle } from '../../src/rehearsal/chronicle.ts';

export const shas = {
  old: '1111111111111111111111111111111111111111',
  work: '2222222222222222222222222222222222222222',
  pins: '3333333333333333333333333333333333333333',
  merge: '4444444444444444444444444444444444444444',
};
/** In the registry twice, and in the text of a change. */
export const shared = `sha256:${'a'.repeat(64)}`;
const [signature, wheel] = [`sha256:${'b'.repeat(64)}`, `sha256:${'c'.repeat(64)}`];

/** A release with everything that a page can show. It stopped in its last workflow. */
export const sample: Chronicle = {
  repository: 'org/project',
  title: 'v1.2.0',
  isDone: false,
  isRehearsal: false,
  begin: '2026-03-01T12:00:00.000Z',
  seconds: 100,
  course: [
    { kind: 'chapter', title: 'The pins are merged' },
    {
      kind: 'run',
      id: 'run-1',
      workflow: 'pin.yml',
      event: 'workflow_dispatch',
      ref: 'refs/heads/main',
      commit: shas.work,
      inputs: { tag: 'v1.2.0', mode: 'apply' },
      at: '2026-03-01T12:00:01.000Z',
      seconds: 12.3,
      result: 'success',
      jobs: [
        {
          name: 'pin',
          result: 'success',
          said: [],
          steps: [
            {
              name: 'Set the pins',
              result: 'success',
              seconds: 0.4,
              changes: [
                {
                  title: 'Set tag in values.yaml',
                  detail: '--- a/values.yaml\n+++ b/values.yaml\n@@ -1 +1 @@\n-tag: old\n+tag: new',
                  isMade: true,
                },
                { title: `Copy ghcr.io/org/staging/app@${shared}`, detail: '', isMade: true },
                { title: 'Push pins to origin', detail: `pins → ${shas.pins}`, isMade: false },
              ],
              said: ['The tag "latest" was replaced.'],
              log: [],
            },
            { name: 'Sign in', result: 'skipped', seconds: 0, changes: [], said: [], log: [] },
          ],
        },
      ],
    },
    {
      kind: 'run',
      id: 'run-2',
      workflow: 'guard.yml',
      event: 'pull_request',
      startedBy: 'run-1',
      pull: 7,
      ref: 'refs/pull/7/merge',
      commit: shas.pins,
      inputs: {},
      at: '2026-03-01T12:00:20.000Z',
      seconds: 3,
      result: 'success',
      jobs: [],
    },
    { kind: 'deed', at: '2026-03-01T12:00:30.000Z', text: `An admin merges pull request #7 as ${shas.merge}.` },
    { kind: 'chapter', title: 'The image is released' },
    {
      kind: 'run',
      id: 'run-3',
      workflow: 'release.yml',
      event: 'push',
      startedBy: 'run-1',
      ref: 'refs/tags/v1.2.0',
      commit: shas.merge,
      inputs: {},
      at: '2026-03-01T12:00:40.000Z',
      seconds: 60,
      result: 'failure',
      jobs: [
        {
          name: 'Release / build',
          result: 'success',
          said: ['The output digest of this workflow is empty.'],
          steps: [
            {
              name: 'Scan',
              result: 'success',
              seconds: 0,
              changes: [],
              said: [],
              log: [],
              notPerformed: 'nothing stands in for example/scan@v1',
            },
          ],
        },
        { name: 'tell', result: 'skipped', said: [], steps: [] },
        {
          name: 'release',
          result: 'failure',
          said: [],
          steps: [
            {
              name: 'Promote',
              result: 'failure',
              seconds: 59,
              changes: [],
              said: ['app:v1.2.0 has another digest.\nRelease v1.2.1.'],
              log: [],
            },
            {
              name: 'Tell',
              result: 'failure',
              seconds: 0.01,
              changes: [],
              said: [],
              log: ['curl: (7)', 'Exit code 7'],
            },
          ],
        },
      ],
    },
  ],
  commits: [
    {
      sha: shas.merge,
      parents: [shas.work, shas.pins],
      subject: 'Merge pull request #7',
      author: 'ann',
      at: '2026-03-01T12:00:30Z',
    },
    { sha: shas.pins, parents: [shas.work], subject: 'Pin the image', author: 'app[bot]', at: '2026-03-01T12:00:10Z' },
    { sha: shas.work, parents: [shas.old], subject: 'Work', author: 'bob', at: '2026-02-01T12:00:00Z' },
    { sha: shas.old, parents: [], subject: 'The last release', author: 'bob', at: '2026-01-01T12:00:00Z' },
  ],
  refs: [
    { kind: 'branch', name: 'main', commit: shas.merge, isNew: true },
    { kind: 'branch', name: 'pins', commit: shas.pins, isNew: true },
    { kind: 'tag', name: 'v1.1.0', commit: shas.old, isNew: false },
    { kind: 'tag', name: 'v1.2.0', commit: shas.merge, message: 'The release', isNew: true },
    { kind: 'tag', name: 'src/a-module-with-a-long-name/v1.2.0', commit: shas.merge, isNew: true },
  ],
  pulls: [
    {
      repository: 'org/project',
      number: 7,
      title: 'Pin the image',
      body: 'The image that was tested.',
      author: 'app[bot]',
      state: 'merged',
      head: 'pins',
      base: 'main',
      commit: shas.merge,
      diff: [
        'diff --git a/values.yaml b/values.yaml',
        'index 1111111..2222222 100644',
        '--- a/values.yaml',
        '+++ b/values.yaml',
        '@@ -1,2 +1,2 @@',
        ` # ${'a long comment '.repeat(20)}`,
        '-tag: old',
        '+tag: new',
        'diff --git a/old.txt b/old.txt',
        'deleted file mode 100644',
        '--- a/old.txt',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-old',
      ].join('\n'),
    },
  ],
  releases: [
    {
      tag: 'v1.2.0',
      name: 'Project 1.2.0',
      state: 'draft',
      author: 'app[bot]',
      at: '2026-03-01T12:01:00Z',
      notes: "## What's Changed\n\n* Everything",
      assets: [{ name: 'project-1.2.0-py3-none-any.whl', label: 'Python package', size: 34_567, digest: wheel }],
    },
  ],
  images: [
    {
      name: 'org/staging/app',
      tags: { 'v1.2.0': shared },
      manifests: [{ digest: shared, kind: 'index', size: 812, platforms: ['linux/amd64', 'linux/arm64'] }],
    },
    {
      name: 'org/app',
      tags: { 'v1.2.0': shared },
      manifests: [
        { digest: shared, kind: 'index', size: 812, platforms: ['linux/amd64', 'linux/arm64'] },
        { digest: signature, kind: 'signature', size: 500, platforms: [], subject: shared },
      ],
    },
  ],
  notices: [{ where: 'Comment in #1 The next release', author: 'app[bot]', text: 'v1.2.0 is out.' }],
  refusals: [
    {
      what: 'Promote',
      why: 'app:v1.2.0 has another digest.\nRelease v1.2.1.',
      at: { file: '.github/workflows/release.yml', line: 30 },
      run: 'run-3',
    },
  ],
  risks: [{ what: 'The output digest of this workflow is empty.', run: 'run-3' }],
  unknown: [
    { what: 'example/scan@v1 was not performed.', at: { file: 'action.yml' }, why: 'So nothing is known of it.' },
  ],
  packages: [{ registry: 'PyPI', name: 'project-1.2.0-py3-none-any.whl', digest: wheel }],
  needs: [{ what: 'Secret KEY. Its value was made up.' }],
  pending: [{ what: 'pull request #8 of kubernetes/k8s.io is merged', run: 'run-3' }],
};

const attack = `</title></style><script>alert(1)</script><img src=x onerror=alert(1)>"'><a href="javascript:alert(1)">\u202e\`\${1}`;
const chosenHere = new Set([
  'kind',
  'id',
  'startedBy',
  'run',
  'at',
  'begin',
  'event',
  'state',
  'result',
  'sha',
  'commit',
  'parents',
  'digest',
  'subject',
]);

/** The same release, in which every text that a stranger can choose tries to become markup. */
export const hostile: Chronicle = spoiled(sample, '') as Chronicle;

function spoiled(value: unknown, key: string): unknown {
  if (typeof value === 'string') return chosenHere.has(key) ? value : `${value}${attack}`;
  if (Array.isArray(value)) return value.map((one) => spoiled(one, key));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inside]) => {
    if (key === 'tags') return [`${name}${attack}`, inside]; // its values are digests
    if (name === 'subject' && 'author' in value) return [name, `${String(inside)}${attack}`]; // of a commit
    return [name, spoiled(inside, name)];
  });
  return Object.fromEntries(entries);
}
