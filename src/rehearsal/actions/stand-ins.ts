import type { StandIn } from '../steps/found-action.ts';
import { createAppToken } from './app-token.ts';
import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import { attest } from './attest.ts';
import { buildAndPush } from './build-push.ts';
import { checkout } from './checkout.ts';
import { createPullRequest } from './create-pull-request.ts';
import { login, metadata, setUpBuilder } from './docker.ts';
import { ghRelease } from './gh-release.ts';
import { setup } from './setup.ts';

/** What is performed instead of the actions of others, by their names. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/attest': attest,
  'actions/attest-build-provenance': attest,
  'actions/attest-sbom': attest,
  'actions/cache': async ({ output }) => output('cache-hit', 'false'),
  'actions/checkout': checkout,
  'actions/create-github-app-token': createAppToken,
  'actions/download-artifact': downloadArtifact,
  'actions/setup-dotnet': setup({ command: 'dotnet', input: 'dotnet-version' }),
  'actions/setup-go': setup({ command: 'go', input: 'go-version', args: ['version'] }),
  'actions/setup-java': setup({ command: 'java', input: 'java-version' }),
  'actions/setup-node': setup({ command: 'node', input: 'node-version' }),
  'actions/setup-python': setup({ command: 'python3', input: 'python-version' }),
  'actions/upload-artifact': uploadArtifact,
  'astral-sh/setup-uv': setup({ command: 'uv', input: 'version' }),
  'azure/setup-helm': setup({ command: 'helm', input: 'version', args: ['version', '--short'] }),
  'docker/build-push-action': buildAndPush,
  'docker/login-action': login,
  'docker/metadata-action': metadata,
  'docker/setup-buildx-action': setUpBuilder,
  'docker/setup-qemu-action': setUpBuilder,
  'peter-evans/create-pull-request': createPullRequest,
  'ruby/setup-ruby': setup({ command: 'ruby', input: 'ruby-version' }),
  'sigstore/cosign-installer': setup({ command: 'cosign', input: 'cosign-release', args: ['version'] }),
  'softprops/action-gh-release': ghRelease,
};
