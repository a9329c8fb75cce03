import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import buildWheel from '../../actions/build-wheel/action.ts';
import ghRelease from '../../actions/gh-release/action.ts';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import helmPackage from '../../actions/helm-package/action.ts';
import packageDocs from '../../actions/package-docs/action.ts';
import promoteImage from '../../actions/promote-image/action.ts';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import type { Verified } from '../../src/verification/verification.ts';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { helmPath } from '../support/helm.ts';
import { type SigningKeys, sshKey } from '../support/keys.ts';
import { succeed } from '../support/perform.ts';
import { flitProject, offlineBuilds } from '../support/python-projects.ts';
import { addImage } from '../support/registry.ts';
import type { Files } from '../support/repository.ts';
import { verified } from '../support/verified.ts';

export const tag = 'v1.0.0';
const version = '1.0.0';
export const wheel = `my_driver-${version}-py3-none-any.whl`;
export const docs = `demo-${version}-docs.tgz`;
export const chart = `demo-${version}.tgz`;
export const tar = `demo-${version}-image.tar`;

const workflow = (host: string) => `name: Release
on: { push: { tags: ['v*'] } }
permissions: {}
env:
  PLACES: |
    ${host}/eu
    ${host}/us
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - { name: Read the tag, id: tag, uses: org/release-actions/parse-tag@v1, with: { require: signed, branch: main } }
      - name: Check the version plan
        uses: org/release-actions/set-values@v1
        with:
          mode: check
          values: |
            VERSION: \${{ toJSON(steps.tag.outputs.version) }}
            app.json: { version: \${{ toJSON(steps.tag.outputs.version) }} }
            CITATION.cff: { version: \${{ toJSON(steps.tag.outputs.version) }} }
            pyproject.toml: { project.version: \${{ toJSON(steps.tag.outputs.pep440) }} }
            'overlays/*.yaml': { newTag: \${{ toJSON(steps.tag.outputs.tag) }} }
      - name: Check the chart
        uses: org/release-actions/bump-chart@v1
        with:
          mode: check
          chart: chart
          version: \${{ steps.tag.outputs.version }}
          app-version: \${{ steps.tag.outputs.tag }}
          values: image.tag=\${{ steps.tag.outputs.image-tag }}
      - { id: wheel, uses: org/release-actions/build-wheel@v1, with: { version: '\${{ steps.tag.outputs.pep440 }}', copy-to: whls } }
      - { id: docs, uses: org/release-actions/package-docs@v1, with: { name: demo, version: '\${{ steps.tag.outputs.version }}', out-dir: dist } }
      - { id: chart, uses: org/release-actions/helm-package@v1, with: { chart: chart, registry: 'oci://${host}/charts' } }
      - { name: Save the image, run: docker save --output dist/${tar} app }
      - { name: Tag the modules, uses: org/release-actions/go-module-tags@v1, with: { version: '\${{ steps.tag.outputs.tag }}' } }
      - uses: org/release-actions/promote-image@v1
        with: { via: copy, from: ${host}/staging, images: app, tag: '\${{ steps.tag.outputs.image-tag }}', to: '\${{ env.PLACES }}' }
      - uses: org/release-actions/await-image@v1
        with: { images: '${host}/eu/app:\${{ steps.tag.outputs.image-tag }}', signed: true, platforms: linux/amd64, wait: 5m }
    outputs:
      tag: \${{ steps.tag.outputs.tag }}
      chart: \${{ fromJSON(steps.chart.outputs.packages)[0].path }}
  publish:
    needs: build
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: key
        run: echo "token=x" >> "$GITHUB_OUTPUT"
      - uses: org/release-actions/gh-release@v1
        with:
          tag: \${{ needs.build.outputs.tag }}
          name: Demo \${{ needs.build.outputs.tag }}
          prerelease: false
          notes: 'changelog: CHANGELOG.md'
          files: |
            dist/*.whl
            dist/${docs}
            \${{ needs.build.outputs.chart }}
            dist/${tar}#The image
          token: \${{ steps.key.outputs.token }}
      - { uses: org/release-actions/announce@v1, with: { tag: '\${{ needs.build.outputs.tag }}', to: issue, text: It is out. } }
`;

const goMod = (path: string) => `module ${path}\n\ngo 1.24\n`;

const filesFor = (host: string): Files => ({
  ...flitProject(version),
  VERSION: `${version}\n`,
  'app.json': `{ "version": "${version}" }\n`,
  'CITATION.cff': `cff-version: 1.2.0\nversion: ${version}\n`,
  'overlays/aws.yaml': `newTag: ${tag}\n`,
  'overlays/azure.yaml': `newTag: ${tag}\n`,
  'chart/Chart.yaml': `apiVersion: v2\nname: demo\nversion: ${version}\nappVersion: ${tag}\n`,
  'chart/values.yaml': `image:\n  tag: ${tag}\n`,
  'chart/templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'docs/index.md': '# Demo\n',
  'CHANGELOG.md': `# Changelog\n\n## ${version}\n\n- It works.\n`,
  'src/one/go.mod': goMod('example.com/org/project/src/one'),
  'src/one/one.go': 'package one\n',
  'src/two/go.mod': goMod('example.com/org/project/src/two'),
  'src/two/two.go': 'package two\n',
  '.github/workflows/release.yml': workflow(host),
});

/** A small release with everything that a verification compares, on servers in this process. */
export class SmallRelease implements AsyncDisposable {
  readonly project: ScratchGitHub;
  readonly registry: Registry;
  readonly key: SigningKeys;
  readonly #env: Readonly<Record<string, string>>;

  static async make(instead: Files = {}): Promise<SmallRelease> {
    await using stack = new AsyncDisposableStack();
    const registry = stack.use(await startRegistry());
    const project = stack.use(await scratchGitHub());
    const key = stack.use(await sshKey());
    const env = { ...(await offlineBuilds()), PATH: await helmPath() };
    await project.commit('Release', { ...filesFor(registry.host), ...instead });
    await project.push();
    const release = new SmallRelease({ project, registry, key }, env);
    await release.#publish();
    stack.move();
    return release;
  }

  constructor(
    { project, registry, key }: Pick<SmallRelease, 'project' | 'registry' | 'key'>,
    env: Readonly<Record<string, string>>,
  ) {
    this.project = project;
    this.registry = registry;
    this.key = key;
    this.#env = env;
  }

  verify(): Promise<Verified> {
    return verified(this.project, { tag, inputs: {}, vars: {} }, { env: this.#env, token: jobToken.token });
  }

  /** What differs. */
  async differences(): Promise<readonly string[]> {
    const { findings } = await this.verify();
    return findings
      .filter(({ verdict }) => verdict === 'different')
      .map(({ what }) => what.replaceAll(this.registry.host, 'HOST'));
  }

  /** Moves the tag to a commit in which some texts are others. */
  async retag(edits: readonly { readonly file: string; readonly from: string; readonly to: string }[]): Promise<void> {
    const { project } = this;
    for (const { file, from, to } of edits) {
      const text = await readFile(join(project.folder, file), 'utf8');
      await project.write(file, text.replace(from, to));
    }
    await project.commit('Otherwise');
    await project.push();
    await this.sign();
  }

  /** Makes the tag at the last commit, whatever was there. */
  async sign(): Promise<void> {
    const { project } = this;
    await project.git('tag', '--delete', tag);
    await this.key.sign(project, tag, tag);
    await project.direct('push', '--quiet', '--force', 'origin', `refs/tags/${tag}`);
  }

  /** A request of a person to GitHub. Throws if it is refused. */
  async ask(request: string, body?: unknown) {
    const answer = await this.project.ask(request, { token: personalToken.token, ...(body !== undefined && { body }) });
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status}`);
    return answer.body;
  }

  async #publish(): Promise<void> {
    const { project, registry } = this;
    await this.key.sign(project, tag, tag);
    await project.pushTag(tag);
    const run = { env: this.#env };
    const { token } = jobToken;
    await succeed(goModuleTags, project, { ...run, inputs: { version: tag, token } });
    await succeed(buildWheel, project, { ...run, inputs: { version } });
    await succeed(packageDocs, project, { ...run, inputs: { name: 'demo', version, 'out-dir': 'dist' } });
    await succeed(helmPackage, project, {
      ...run,
      inputs: { chart: 'chart', registry: `oci://${registry.host}/charts` },
    });
    const { digest, size, mediaType } = await addImage(registry, 'staging/app', { tag, layers: ['base', 'app'] });
    const fields = {
      artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      subject: { mediaType, digest, size },
    };
    await addImage(registry, 'staging/app', { layers: ['signature'], fields });
    const places = `${registry.host}/eu\n${registry.host}/us`;
    const copy = { via: 'copy', from: `${registry.host}/staging`, images: 'app', tag, to: places };
    await succeed(promoteImage, project, { ...run, inputs: copy });
    await project.write(`dist/${tar}`, 'the image');
    const files = [wheel, docs, chart, tar].map((name) => `dist/${name}`).join('\n');
    const notes = 'changelog: CHANGELOG.md';
    await succeed(ghRelease, project, { ...run, inputs: { tag, name: `Demo ${tag}`, notes, files, token } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.key[Symbol.asyncDispose]();
    await this.registry[Symbol.asyncDispose]();
    await this.project[Symbol.asyncDispose]();
  }
}
