import { defineAction } from '../../src/runtime/action.ts';
import { inputs, outputs } from './contract.ts';
import { copyImages } from './copy.ts';
import { refuseOtherWay } from './ways.ts';

export default defineAction({
  name: 'Promote image',
  description:
    'Bring the images that were tested to the registries that serve them: copy them with their signatures, or propose their digests for an image list. A tag is never moved.',
  example: '--via copy --from ghcr.io/org/app --tag v1.3.0 --to quay.io/org/app',
  inputs,
  outputs,
  token:
    'The token to use with via: pull-request. To open the pull request, it has to be a classic token with the scopes public_repo and workflow. The token of the job is enough to look.',
  waits: 'for images that are not staged yet, or with mode: check until everything is in production',
  async plan(wanted, world) {
    refuseOtherWay(wanted);
    const { via, fork } = wanted;
    if (via === 'copy' || fork === undefined) return copyImages(wanted, world);
    const { proposeImages } = await import('./propose.ts'); // three times as large as what a copy needs
    return proposeImages({ ...wanted, fork }, world);
  },
});
