import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { MemoryUse } from '../support/memory-use.ts';
import { addManifest, types } from '../support/registry.ts';

const piece = Buffer.alloc(1024 * 1024, 'a layer of an image\n');
const pieces = 1024;
const bound = 200; // MiB

async function* layer() {
  for (let index = 0; index < pieces; index++) yield piece;
}

it.each([0, 3])(
  `promote-image copies a layer of ${pieces} MiB in less than ${bound} MiB of memory, with %i cuts`,
  { timeout: 180_000 },
  async (count) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'memory-'));
    await using memory = await MemoryUse.begin();
    await using from = await startRegistry();
    await using to = await startRegistry();
    const config = { mediaType: types.config, digest: await from.addBlob('org/app', Buffer.from('{}')), size: 2 };
    const digest = await from.addBlob('org/app', layer());
    const layers = [{ mediaType: types.layer, digest, size: pieces * piece.length }];
    const manifest = { schemaVersion: 2, mediaType: types.image, config, layers };
    const image = addManifest(from, 'org/app', { manifest, tag: 'v1' });
    let cuts = 0;
    to.fault = ({ query }) => (query['digest'] === digest && cuts < count && ++cuts > 0 ? 'reset-during' : undefined);
    const inputs = { via: 'copy', from: `${from.host}/org`, to: `${to.host}/prod`, images: `app=v1@${image.digest}` };
    const workspace = { folder: folder.path, environment: {} };
    const { exitCode, log } = await runBundle('promote-image', workspace, { inputs, env: memory.env });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect([cuts, to.repository('prod/app').tags]).toEqual([count, { v1: image.digest }]);
    expect(await memory.megabytes()).toBeLessThan(bound);
  },
);
