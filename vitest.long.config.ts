import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';

/** What needs a second Helm, real registries or their clients, which take minutes to build, or a gigabyte. CI does this beside `npm test`. */
export default defineConfig({ test: { ...everything.test, include: ['test/long/**/*.test.ts'], exclude: [] } });
