import { step } from '../lib/index.mjs';
await step('parse-tag');
