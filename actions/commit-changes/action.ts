import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { inputs, outputs } from './contract.ts';
import { propose } from './propose.ts';
import { push } from './push.ts';
import { lookAtCheckout } from './checkout-state.ts';

export default defineAction({
  name: 'Commit changes',
  description: 'Commit the changes of earlier steps: push the commit to a branch, or open a pull request.',
  example: "--message 'Release v1.2.3' --via pull-request --base main",
  inputs,
  outputs,
  permissions: {
    'contents: write': 'to push the commit',
    'pull-requests: write': 'to open the pull request, with via: pull-request',
  },
  starts: true,
  async plan(wanted, world) {
    if (!(await world.files.has(wanted.path)))
      throw new ReleaseError(`There is no folder ${wanted.path} in the workspace.`, {
        fix: 'Correct the input path, or check out the repository there in an earlier step.',
      });
    await world.files.refuseUnlessFolder(wanted.path);
    const state = await lookAtCheckout(wanted, world);
    return wanted.via === 'push' ? push(wanted, state) : propose(wanted, state);
  },
});
