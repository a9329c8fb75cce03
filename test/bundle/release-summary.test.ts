import { expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';

it('release-summary as a process draws the release on the page of the run', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  await repo.pushTag('v1.0.0');
  const images = JSON.stringify([{ reference: 'ghcr.io/org/app:v1.0.0', digest: `sha256:${'a'.repeat(64)}` }]);
  const job = {
    inputs: { tags: 'v1.0.0', images, packages: '\n', pending: '["a person tests it"]' },
    jobToken: jobToken.token,
  };
  const drawn = await runBundle('release-summary', repo, job);
  expect([drawn.exitCode, drawn.annotations]).toEqual([0, []]);
  expect(drawn.summary).toContain('```mermaid\nflowchart LR\nrepository["org/project"]\n');
  expect(drawn.summary).toContain('<th align="left">Image</th>');
  expect(drawn.outputs['markdown']).toContain('tag0("Tag v1.0.0")');
  expect(drawn.outputs['pending']).toBe('["a person tests it"]');
  const refused = await runBundle('release-summary', repo, { ...job, inputs: { ...job.inputs, images: 'app' } });
  expect(refused.exitCode).toBe(1);
  expect(refused.annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
    ['error', 'Input images has a line that is not what a step puts out as images: "app".'],
  ]);
});
