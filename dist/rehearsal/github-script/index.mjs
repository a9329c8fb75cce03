import { githubScript } from '../../lib/index.mjs';
await githubScript();
