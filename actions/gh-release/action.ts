import { defineAction } from '../../src/runtime/action.ts';
import { together } from '../../src/world/parallel.ts';
import { inputs, outputs } from './contract.ts';
import { lookHere } from './look-here.ts';

export default defineAction({
  name: 'GitHub release',
  description:
    'Create one release of a tag with all its files, and publish it as the last step. Published files never change, except with replace: true.',
  example: "--tag v1.2.3 --files 'dist/*' --notes 'changelog: CHANGELOG.md'",
  inputs,
  outputs,
  permissions: {
    'contents: write': 'to create the release and upload its files',
    'actions: write': 'to start the workflow of the input start',
  },
  starts: true,
  async plan(wanted, world) {
    // While git looks at the checkout, what asks servers is loaded.
    const [here, { planRelease }] = await together([
      lookHere(wanted, world),
      import('./plan-release.ts'),
      world.github(),
    ]);
    return planRelease(wanted, here, world);
  },
});
