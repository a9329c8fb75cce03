import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';

/** What needs both Helms. Building a second one takes two minutes, so CI does it beside `npm test`. */
export default defineConfig({ test: { ...everything.test, include: ['test/helms/**/*.test.ts'], exclude: [] } });
