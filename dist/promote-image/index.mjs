import { step } from '../lib/index.mjs';
await step('promote-image');
