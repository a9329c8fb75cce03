import { step } from '../lib/index.mjs';
await step('gh-release');
