import { expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

it('mode: check annotates each line that has another value, and the summary says the same', async () => {
  await using repo = await scratchRepository({
    'deploy/chart/Chart.yaml': 'apiVersion: v2\nname: proxy\nversion: 0.1.0\nappVersion: v0.1.0\n',
    'deploy/chart/values.yaml': 'image:\n  tag: v0.2.0\n',
  });
  const inputs = { chart: 'deploy/chart', version: '0.2.0', 'app-version': 'v0.2.0', values: 'image.tag=v0.2.0' };
  const { exitCode, annotations, summary } = await runBundle('bump-chart', repo, {
    inputs: { ...inputs, mode: 'check' },
  });
  expect(exitCode).toBe(1);
  const fix = 'Run it with mode: apply and commit the result, or correct the inputs.';
  const at = (line: string) => ({ title: 'Bump chart', file: 'deploy/chart/Chart.yaml', line });
  expect(annotations).toEqual([
    { level: 'error', message: `deploy/chart/Chart.yaml:3 has version 0.1.0, not 0.2.0.\n${fix}`, properties: at('3') },
    {
      level: 'error',
      message: `deploy/chart/Chart.yaml:4 has appVersion v0.1.0, not v0.2.0.\n${fix}`,
      properties: at('4'),
    },
  ]);
  expect(readable(summary)).toContain('deploy/chart/Chart.yaml:3 has version 0.1.0, not 0.2.0.');
  expect(readable(summary)).toContain('deploy/chart/Chart.yaml:4 has appVersion v0.1.0, not v0.2.0.');
});

/** The text that a reader sees where characters are escaped. */
const readable = (markdown: string) =>
  markdown.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
