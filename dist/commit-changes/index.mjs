import { step } from '../lib/index.mjs';
await step('commit-changes');
