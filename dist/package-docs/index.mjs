import { step } from '../lib/index.mjs';
await step('package-docs');
