import { step } from '../lib/index.mjs';
await step('release-summary');
