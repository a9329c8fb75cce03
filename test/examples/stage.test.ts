import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { addApp, list, manifest, manifestText } from '../support/promotion-world.ts';
import { systemProgram } from '../support/system.ts';
import { Stage, type StageOptions } from './stage.ts';
import { stateOf } from './state.ts';

const upstream = 'kubernetes/k8s.io';

const workflow = `
on:
  workflow_dispatch:
    inputs:
      from: { required: true }
      mode: { default: apply }
permissions: {}
jobs:
  promote:
    runs-on: ubuntu-24.04
    steps:
      - uses: org/release-actions/promote-image@v1
        with:
          via: pull-request
          from: \${{ inputs.from }}
          images: app
          tag: v1.1.0
          fork: release-bot/k8s.io
          mode: \${{ inputs.mode }}
          token: \${{ secrets.RELEASE_BOT_TOKEN }}
`;

/** A project with that workflow alone, and an image in staging. */
async function promotingStage(options: StageOptions = {}) {
  await using parts = new AsyncDisposableStack();
  const { path: folder } = parts.use(await mkdtempDisposable(join(tmpdir(), 'system-')));
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  await writeFile(join(folder, '.github/workflows/promote.yml'), workflow);
  const files = (host: string) => ({
    [list]: '# No images yet\n',
    [manifest]: manifestText(`${host}/staging`, [`${host}/asia/images`, `${host}/eu/images`]),
  });
  const system = { repository: 'org/app', folder, tags: ['v1.0.0'], image: 'app', others: { [upstream]: { files } } };
  const stage = parts.use(await Stage.open(system, options));
  const { digest } = await addApp(stage.registry, 'staging/app', { tag: 'v1.1.0' });
  const all = parts.move();
  return { stage, digest, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

const promote = async (stage: Stage) => {
  await stage.dispatch('promote.yml', { from: `${stage.registry.host}/staging` });
  await stage.mergeIn(upstream);
  await stage.promoterRuns();
};

it('a workflow contributes to a repository of others, whose people merge that, and the promoter obeys', async () => {
  await using parts = await promotingStage();
  const { stage, digest } = parts;
  await promote(stage);
  const state = await stateOf(stage);
  expect(state.others[upstream]?.pulls).toEqual(['Image promotion for staging v1.1.0, by release-bot, merged']);
  expect(state.others[upstream]?.files).toContain(`+    "${digest}": ["v1.1.0"]`);
  expect(state.images).toEqual([
    'asia/images/app:v1.1.0, signed',
    'eu/images/app:v1.1.0, signed',
    'staging/app:v1.1.0',
  ]);
  const { tags, manifests } = stage.registry.repository('eu/images/app');
  expect(tags['v1.1.0']).toBe(digest);
  expect(manifests).toEqual(expect.arrayContaining([...stage.registry.repository('staging/app').manifests]));
  expect(stage.writes).toContain(`POST /repos/${upstream}/pulls`);
}, 60_000);

it('a rehearsal writes nothing to the repository of others, and leaves no image', async () => {
  await using parts = await promotingStage({ isRehearsal: true });
  const { stage } = parts;
  const before = { ...(await stateOf(stage)), images: [] };
  await promote(stage);
  expect((await stateOf(stage)).images).toHaveLength(3);
  expect(stage.writes).toEqual([]);
  await stage.endRehearsal();
  expect(await stateOf(stage)).toEqual(before);
}, 60_000);

it('leaves nothing running on a machine that lacks a program', { timeout: 120_000 }, async () => {
  await using bin = await mkdtempDisposable(join(tmpdir(), 'bin-'));
  const git = await systemProgram('git');
  await writeFile(join(bin.path, 'git'), `#!/bin/sh\nexec '${git}' "$@"\n`, { mode: 0o755 });
  const script = join(import.meta.dirname, '../../.github/scripts/example.ts');
  const env = { ...process.env, PATH: bin.path };
  const ended = promisify(execFile)(process.execPath, [script, 'promo-tools'], { env, timeout: 100_000 });
  await expect(ended).rejects.toMatchObject({
    code: 1,
    killed: false,
    stderr: 'ssh-keygen is not on PATH, and is needed: apt-get install openssh-client, or brew install openssh.\n',
  });
});
