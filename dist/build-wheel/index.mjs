import { step } from '../lib/index.mjs';
await step('build-wheel');
