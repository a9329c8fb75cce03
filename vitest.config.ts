import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    pool: 'forks',
    // Starting a program costs as much as the memory of the process that starts it, and the tests start many thousand.
    execArgv: ['--max-semi-space-size=1'],
    // Tests mostly wait for git, act and servers, so that two workers keep even two cores from idling.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    // A hook may be the first to ask for a tool, which is then built: test/support/tool.ts.
    hookTimeout: 600_000,
  },
});
