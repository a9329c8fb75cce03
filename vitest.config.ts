import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**'],
    globalSetup: 'test/support/scratch.ts',
    pool: 'forks',
    // Starting a program costs as much as the memory of the process that starts it, and the tests start many thousand.
    execArgv: ['--max-semi-space-size=1'],
    // Tests also wait: for git, act and servers. One worker more than there are cores keeps the cores from idling.
    maxWorkers: availableParallelism() + 1,
    tags: [
      {
        name: 'exhaustive',
        description:
          'Repeats a whole release, an action or a build, or needs a lot of data. Only `npm test -- --all` performs it.',
      },
    ],
    testTimeout: 30_000,
    // A hook may be the first to ask for a tool, which is then built, beside others: test/support/tool.ts.
    hookTimeout: 1_200_000,
  },
});
