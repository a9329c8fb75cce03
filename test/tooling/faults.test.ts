import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../.github/scripts/faults.ts');

it.each<[args: readonly string[], said: string]>([
  [['--action', 'parse-tags'], '--action is "parse-tags", not one of '],
  [['--mode', 'kill'], '--mode is "kill", not one of reset-before, '],
  [['--step', '3'], '--step needs --action'],
  [['--action', 'push-tag', '--step', 'three'], '--step must be a whole number, not "three".'],
  [['--write', '--sample', '3'], '--write is for a whole run.'],
  [['--action', 'bump-chart', '--step', '999'], 'There is no such step'],
])('npm run faults -- %j is refused', async (args, said) => {
  const { promise, resolve } = Promise.withResolvers<readonly [code: number | null, stderr: string]>();
  const child = execFile(process.execPath, [script, ...args], (_, __, stderr) => resolve([child.exitCode, stderr]));
  const [code, stderr] = await promise;
  expect(stderr).toContain(said);
  expect(code).toBe(1);
});
