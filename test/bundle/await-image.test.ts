import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { addImage } from '../support/registry.ts';
import { scratchRepository } from '../support/repository.ts';

it('await-image as a process tells what is there, and waits for what is not', async () => {
  await using repo = await scratchRepository({ 'README.md': 'app' });
  await using registry = await startRegistry();
  const { digest } = await addImage(registry, 'org/app', { tag: 'v1' });
  const reference = `${registry.host}/org/app:v1`;
  const there = await runBundle('await-image', repo, { inputs: { images: reference, platforms: 'linux/amd64' } });
  expect([there.exitCode, there.annotations]).toEqual([0, []]);
  expect(JSON.parse(there.outputs['images'] ?? '')).toMatchObject([{ reference, digest, signed: 'none' }]);
  expect(there.summary).toContain(digest.replace(':', '&#58;'));
  const absent = `${registry.host}/org/app:v2`;
  const inputs = { images: `${reference}\n${absent}`, wait: '1s' };
  const missing = await runBundle('await-image', repo, { inputs });
  expect(missing.exitCode).toBe(1);
  expect(missing.log).toContain(`Waiting: image ${absent}`);
  expect(missing.annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
    ['error', `Missing: image ${absent}.`],
  ]);
});
