import { step } from '../lib/index.mjs';
await step('helm-package');
