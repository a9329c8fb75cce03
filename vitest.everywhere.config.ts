import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';

/** The tests that need only Node and git. CI runs them on Windows and macOS, too. */
export default defineConfig({
  test: {
    ...everything.test,
    include: [
      'test/bundle/{charts,everywhere,guard,parse-tag,runner}.test.ts',
      'test/domain/{changelog,changelog-section,chart,diff,edit,globs,place,release,release-files,tag}.test.ts',
      'test/domain/workspace-path.test.ts',
    ],
  },
});
