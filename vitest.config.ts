import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    pool: 'forks',
    // Tests mostly wait for git, act and servers, so that two workers keep even two cores from idling.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    // A hook may be the first to ask for a tool, which is then built: test/support/tool.ts.
    hookTimeout: 600_000,
  },
});
