import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { inputs, outputs } from './contract.ts';
import { propose } from './propose.ts';
import { push } from './push.ts';
import { look } from './checkout-state.ts';

export default defineAction({
  name: 'Commit changes',
  description: 'Commit what the steps before changed: push it to a branch, or propose it in a pull request.',
  inputs,
  outputs,
  permissions: {
    'contents: write': 'to push the commit',
    'pull-requests: write': 'to propose it, with via: pull-request',
  },
  starts: true,
  async plan(wanted, world) {
    if (!(await world.files.has(wanted.path)))
      throw new ReleaseError(`There is no folder ${wanted.path} in the workspace.`, {
        fix: 'Correct the input path, or check out the repository there in a step before.',
      });
    const state = await look(wanted, world.at(wanted.path));
    return wanted.via === 'push' ? push(wanted, state) : propose(wanted, state, world.files);
  },
});
