import { step } from '../lib/index.mjs';
await step('go-module-tags');
