import { step } from '../lib/index.mjs';
await step('set-values');
