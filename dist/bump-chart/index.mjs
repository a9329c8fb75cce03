import { step } from '../lib/index.mjs';
await step('bump-chart');
