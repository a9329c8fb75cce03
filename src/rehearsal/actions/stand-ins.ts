import type { StandIn } from '../steps/found-action.ts';
import { createAppToken } from './app-token.ts';
import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import { attest } from './attest.ts';
import { autoCommit } from './auto-commit.ts';
import { buildAndPush } from './build-push.ts';
import { chartReleaser } from './chart-releaser.ts';
import { checkout } from './checkout.ts';
import { commentOn } from './comment.ts';
import { createPullRequest } from './create-pull-request.ts';
import { login, metadata, setUpBuilder } from './docker.ts';
import { ghRelease } from './gh-release.ts';
import { configurePages, deployPages, uploadPages } from './pages.ts';
import { pypiPublish } from './pypi-publish.ts';
import { releaseAction } from './release-action.ts';
import { setup } from './setup.ts';
import { unknownActions } from './unknown.ts';
import { createRelease, uploadRelease, uploadReleaseAsset } from './upload-release.ts';

/** A miss, of which the action says nothing. */
const noCache: StandIn = async ({ input, speech }) => {
  if (input('fail-on-cache-miss') === 'true') speech.notPerformed = 'the cache is always empty here';
};

/** What only prepares a runner, or keeps files for the next run. */
const nothing: StandIn = async () => {};

const setUpGoreleaser = setup({ command: 'goreleaser', input: 'version' });

/** goreleaser/goreleaser-action: only its installation can be stood in for. */
const goreleaser: StandIn = async (call, world) => {
  if (call.input('install-only') === 'true') return setUpGoreleaser(call, world);
  call.speech.notPerformed = 'what goreleaser would release is not known here';
};

/** What acts on another repository is not performed: a rehearsal has only one. Inputs name it, or its owner and its name. */
const inOwn =
  (standIn: StandIn, ...inputs: readonly [repository: string] | readonly [owner: string, name: string]): StandIn =>
  async (call, world) => {
    const own = call.env['GITHUB_REPOSITORY'] ?? '';
    const parts = inputs.length === 1 ? [own] : own.split('/');
    const named = inputs.map((name, index) => call.input(name) || parts[index]).join('/');
    if (named.toLowerCase() === own.toLowerCase()) return standIn(call, world);
    call.speech.notPerformed = `it would change ${named}, and a rehearsal has only ${own}`;
  };

/** What is performed instead of the actions of others, by their names. */
export const standIns: Readonly<Record<string, StandIn>> = {
  ...unknownActions,
  'actions-rust-lang/setup-rust-toolchain': setup({ command: 'cargo', input: 'toolchain' }),
  'actions/attest': attest,
  'actions/attest-build-provenance': attest,
  'actions/attest-sbom': attest,
  'actions/cache': noCache,
  'actions/cache/restore': noCache,
  'actions/cache/save': nothing,
  'actions/checkout': checkout,
  'actions/configure-pages': configurePages,
  'actions/create-github-app-token': createAppToken,
  'actions/create-release': inOwn(createRelease, 'owner', 'repo'),
  'actions/deploy-pages': deployPages,
  'actions/download-artifact': downloadArtifact,
  'actions/setup-dotnet': setup({ command: 'dotnet', input: 'dotnet-version' }),
  'actions/setup-go': setup({ command: 'go', input: 'go-version', args: ['version'] }),
  'actions/setup-java': setup({ command: 'java', input: 'java-version' }),
  'actions/setup-node': setup({ command: 'node', input: 'node-version' }),
  'actions/setup-python': setup({ command: 'python3', input: 'python-version' }),
  'actions/upload-artifact': uploadArtifact,
  'actions/upload-pages-artifact': uploadPages,
  'actions/upload-release-asset': uploadReleaseAsset,
  'anchore/sbom-action/download-syft': setup({ command: 'syft', input: 'syft-version' }),
  'aquasecurity/setup-trivy': setup({ command: 'trivy', input: 'version' }),
  'arduino/setup-protoc': setup({ command: 'protoc', input: 'version' }),
  'astral-sh/setup-uv': setup({ command: 'uv', input: 'version' }),
  'azure/setup-helm': setup({ command: 'helm', input: 'version', args: ['version', '--short'] }),
  'azure/setup-kubectl': setup({ command: 'kubectl', input: 'version', args: ['version', '--client'] }),
  'bufbuild/buf-setup-action': setup({ command: 'buf', input: 'version' }),
  'crazy-max/ghaction-dump-context': nothing,
  'crazy-max/ghaction-github-runtime': nothing,
  'denoland/setup-deno': setup({ command: 'deno', input: 'deno-version' }),
  'docker/build-push-action': buildAndPush,
  'docker/login-action': login,
  'docker/metadata-action': metadata,
  'docker/setup-buildx-action': setUpBuilder,
  'docker/setup-compose-action': setUpBuilder,
  'docker/setup-docker-action': setUpBuilder,
  'docker/setup-qemu-action': setUpBuilder,
  'dtolnay/rust-toolchain': setup({ command: 'cargo', input: 'toolchain' }),
  'extractions/setup-just': setup({ command: 'just', input: 'just-version' }),
  'go-task/setup-task': setup({ command: 'task', input: 'version' }),
  'goreleaser/goreleaser-action': goreleaser,
  'gradle/actions/setup-gradle': nothing,
  'hashicorp/setup-terraform': setup({ command: 'terraform', input: 'terraform_version' }),
  'helm/chart-releaser-action': chartReleaser,
  'helm/chart-testing-action': setup({ command: 'ct', input: 'version', args: ['version'] }),
  'imjasonh/setup-crane': setup({ command: 'crane', input: 'version', args: ['version'] }),
  'jlumbroso/free-disk-space': nothing,
  'ko-build/setup-ko': setup({ command: 'ko', input: 'version', args: ['version'] }),
  'ncipollo/release-action': inOwn(releaseAction, 'owner', 'repo'),
  'oras-project/setup-oras': setup({ command: 'oras', input: 'version', args: ['version'] }),
  'oven-sh/setup-bun': setup({ command: 'bun', input: 'bun-version' }),
  'peter-evans/create-or-update-comment': inOwn(commentOn, 'repository'),
  'peter-evans/create-pull-request': inOwn(createPullRequest, 'push-to-fork'),
  'pnpm/action-setup': setup({ command: 'pnpm', input: 'version' }),
  'pypa/gh-action-pypi-publish': pypiPublish,
  'regclient/actions/regctl-installer': setup({ command: 'regctl', input: 'release', args: ['version'] }),
  'ruby/setup-ruby': setup({ command: 'ruby', input: 'ruby-version' }),
  'sigstore/cosign-installer': setup({ command: 'cosign', input: 'cosign-release', args: ['version'] }),
  'snok/install-poetry': setup({ command: 'poetry', input: 'version' }),
  'softprops/action-gh-release': inOwn(ghRelease, 'repository'),
  'step-security/harden-runner': nothing,
  'stefanzweifel/git-auto-commit-action': autoCommit,
  'svenstaro/upload-release-action': inOwn(uploadRelease, 'repo_name'),
  'Swatinem/rust-cache': nothing,
};
