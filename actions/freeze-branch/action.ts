import { defineAction } from '../../src/runtime/action.ts';
import { inputs, outputs } from './contract.ts';
import { planFreeze } from './freeze.ts';
import { planThaw } from './thaw.ts';

export default defineAction({
  name: 'Freeze branch',
  description:
    'Freeze a branch for a release, so that only chosen people can change it, and thaw it afterwards. The freeze of another release is never touched.',
  example: '--state frozen --while v1.2.3',
  inputs,
  outputs,
  permissions: {
    'administration: write': 'to freeze and thaw the branch',
    'contents: read': 'to see where the branch is',
  },
  waits: 'until another release has thawed the branch',
  plan: (wanted, world) => (wanted.state === 'frozen' ? planFreeze(wanted, world) : planThaw(wanted, world)),
});
