import { describe, expect, it } from 'vitest';
import { attempt } from '../../src/domain/error.ts';
import type { ImageSituation } from '../../src/rehearsal/actions/image-expressions.ts';
import { imageTags } from '../../src/rehearsal/actions/image-tags.ts';
import { dist } from '../support/bundle.ts';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

/** What is printed when a tag starts these jobs. */
async function rehearsed(jobs: string): Promise<{ readonly exitCode: number; readonly text: string }> {
  await using repo = await scratchRepository({
    Dockerfile: 'FROM scratch\n',
    'out/a.txt': 'a\n',
    'out/sub/b.txt': 'b\n',
    '.github/workflows/release.yml': `on: { push: { tags: ['v*'] } }\njobs:\n${jobs}`,
  });
  return await rehearsedIn(repo.folder, ['v1.2.0']);
}

const job = (name: string, head: string, ...steps: readonly string[]) =>
  `  ${name}:\n    runs-on: ubuntu-latest\n${head === '' ? '' : `    ${head}\n`}    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

describe('stand-ins', () => {
  it('pass on artifacts, push a made-up image, and open a pull request', async () => {
    const jobs = [
      job(
        'build',
        '',
        'uses: actions/checkout@v6',
        'uses: actions/upload-artifact@v7\n        with: { name: files, path: out }',
        'uses: actions/upload-artifact@v7\n        with: { name: one, path: out/a.txt }',
      ),
      job(
        'image',
        'needs: build',
        'uses: actions/download-artifact@v8\n        with: { name: files, path: in }',
        'run: test "$(cat in/a.txt in/sub/b.txt | tr -d "\\n")" = ab',
        'uses: actions/download-artifact@v8\n        with: { path: all }',
        'run: test -f all/files/sub/b.txt && test -f all/one/a.txt',
        'uses: docker/login-action@v4\n        with: { registry: ghcr.io, username: a, password: "${{ secrets.PASSWORD }}" }',
        'uses: docker/setup-buildx-action@v4',
        'id: meta\n        uses: docker/metadata-action@v6\n        with: { images: ghcr.io/org/app, tags: "type=semver,pattern={{version}}" }',
        'id: push\n        uses: docker/build-push-action@v7\n        with: { push: true, tags: "${{ steps.meta.outputs.tags }}", labels: "${{ steps.meta.outputs.labels }}" }',
        'run: test "${{ steps.push.outputs.digest }}" != ""',
      ),
      job(
        'propose',
        'permissions: { contents: write, pull-requests: write, issues: write }',
        'uses: actions/checkout@v6\n        with: { ref: main }',
        'run: echo next > VERSION',
        'id: pr\n        uses: peter-evans/create-pull-request@v8\n        with: { branch: next, title: Go on, labels: release }',
        'run: test "${{ steps.pr.outputs.pull-request-operation }}" = created',
        'uses: actions/setup-node@v6\n        with: { node-version: 24 }',
      ),
    ].join('');
    const { exitCode, text } = await rehearsed(jobs);
    expect(text).not.toContain('✗');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^  pull request #1 "Go on", next → main \(open\)$/m);
    expect(text).toMatch(/^  made-up image ghcr\.io\/org\/app:1\.2\.0, sha256:[0-9a-f]{64}$/m);
    expect(text).toMatch(/^  made-up image ghcr\.io\/org\/app:latest, sha256:[0-9a-f]{64}$/m);
    expect(text).toContain('The image is not built. A made-up image stands for it.');
  });

  it('open pull requests with the commits of a job, and of a tag for another branch', async () => {
    const write = 'permissions: { contents: write, pull-requests: write }';
    const propose = (inputs: string) => `uses: peter-evans/create-pull-request@v8\n        with: { ${inputs} }`;
    const main = 'uses: actions/checkout@v6\n        with: { ref: main }';
    const { exitCode, text } = await rehearsed(
      job(
        'committed',
        write,
        main,
        'run: echo a > A && git add A && git -c user.name=a -c user.email=a@b commit -q -m A && echo b > B && echo c > C && echo body > body.md',
        propose('branch: committed, branch-suffix: short-commit-hash, add-paths: "B,D*", body-path: body.md'),
        'run: test ! -e A && test ! -e B && test "$(cat C)" = c && git fetch -q origin "committed-$(git rev-parse --short HEAD@{2})" && test "$(git log --format=%s origin/main..FETCH_HEAD | wc -l)" = 2',
      ) +
        job(
          'tagged',
          write,
          'uses: actions/checkout@v6',
          'run: echo a > A',
          propose('branch: tagged, base: main'),
          'run: test ! -e A && test -z "$(git status --porcelain)"',
        ) +
        job(
          'nothing',
          write,
          main,
          `id: pr\n        ${propose('branch: nothing')}`,
          'run: test "${{ steps.pr.outputs.pull-request-operation }}" = none',
        ) +
        job('commit', write, 'uses: actions/checkout@v6', 'run: echo a > A', propose('branch: next')) +
        job('itself', write, main, 'run: echo a > A', propose('branch: main')) +
        job('suffix', write, main, 'run: echo a > A', propose('branch: next, branch-suffix: date')),
    );
    expect(text).toMatch(
      /^  pull request #\d "Changes by create-pull-request action", committed-[0-9a-f]{7} → main \(open\)$/m,
    );
    expect(text).toMatch(/^  pull request #\d "Changes by create-pull-request action", tagged → main \(open\)$/m);
    const failed = text.split('\n').filter((line) => line.includes(': ✗ Run'));
    expect(new Set(failed.map((line) => /yml (\w+):/.exec(line)?.[1]))).toEqual(
      new Set(['commit', 'itself', 'suffix']),
    );
    expect(text).toContain(
      "When the repository is checked out on a commit instead of a branch, the 'base' input must be supplied. Set base, or set ref of actions/checkout to a branch.\n",
    );
    expect(text).toContain(
      "The pull request would go from the branch main to itself. Set 'branch' to another branch, or 'base'.\n",
    );
    expect(text).toContain("Branch suffix 'date' is not a valid value. Unable to continue.\n");
    expect(exitCode).toBe(1);
  });

  it('release the files that a pattern matches, but no folders, and keep what an update does not say', async () => {
    const publish = (inputs: string) => `uses: softprops/action-gh-release@v2\n        with: { ${inputs} }`;
    const { exitCode, text } = await rehearsed(
      job(
        'publish',
        'permissions: { contents: write }',
        'run: mkdir -p dist/sub && echo a > dist/a && echo b > dist/sub/b',
        publish('files: dist/*, prerelease: true, name: One'),
        publish('body: more'),
      ),
    );
    expect(text).not.toContain('✗');
    expect(text).toMatch(/^  release v1\.2\.0\n    a, 2 bytes, /m); // it is still a prerelease, so not the latest
    expect(exitCode).toBe(0);
  });

  it('leave a made-up image where a build says', async () => {
    const build = (id: string, inputs: string) =>
      `id: ${id}\n        uses: docker/build-push-action@v7\n        with: ${inputs}`;
    const names = 'tags: "ghcr.io/org/app:v1,org/app"';
    const { exitCode, text } = await rehearsed(
      job(
        'image',
        '',
        ...['ghcr.io', ''].map(
          (registry) =>
            `uses: docker/login-action@v4\n        with: { registry: "${registry}", username: a, password: "\${{ secrets.PASSWORD }}" }`,
        ),
        build('oci', `{ ${names}, platforms: "linux/amd64,linux/arm64", outputs: "type=oci,dest=out/image.tar" }`),
        'run: tar -xf out/image.tar && test -f "blobs/sha256/${DIGEST#sha256:}" && grep -q "$DIGEST" index.json && test "$(tar -tf out/image.tar | grep -c blobs/)" = 7\n        env: { DIGEST: "${{ steps.oci.outputs.digest }}" }',
        build('docker', `{ ${names}, outputs: "type=docker,dest=\${{ runner.temp }}/docker.tar" }`),
        'run: tar -xOf "$RUNNER_TEMP/docker.tar" manifest.json | grep -qF \'"RepoTags":["ghcr.io/org/app:v1","docker.io/org/app:latest"]\'',
        build(
          'digest',
          '{ outputs: \'type=image,"name=ghcr.io/org/app,ghcr.io/org/other",push-by-digest=true,push=true\' }',
        ),
        build('both', `{ ${names}, push: true, platforms: "linux/amd64,linux/arm64" }`),
        `run: 'echo "\${{ fromJSON(steps.both.outputs.metadata)[''containerimage.descriptor''].mediaType }} \${{ steps.both.outputs.digest }}" | tee /dev/stderr | grep -q "index.v1+json \${{ steps.oci.outputs.digest }}"'`,
        build('local', '{ tags: "localhost:5000/app", push: true }'),
        'uses: aws-actions/amazon-ecr-login@v2',
        build('cloud', '{ tags: "1.dkr.ecr.eu-west-1.amazonaws.com/app", push: true }'),
        build('files', '{ tags: "ghcr.io/org/late:v1", outputs: "type=local,dest=out", push: true }'),
      ),
    );
    expect(text).not.toContain('✗');
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /^  made-up image docker\.io\/org\/app:latest, sha256:[0-9a-f]{64}\n  made-up image ghcr\.io\/org\/app:v1, sha256:[0-9a-f]{64}$/m,
    );
    expect(text).toMatch(/^  made-up image 1\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/app:latest, /m);
    expect(text).toMatch(/^  made-up image localhost-5000\/app:latest, /m);
    expect(text).toMatch(/^  made-up image ghcr\.io\/org\/late:v1, /m);
    expect(text).toContain('docker/build-push-action@v7, because nothing is built, so that type=local has no files.\n');
  });

  it('miss in every cache, and do not fail where a miss would', async () => {
    const cached = (more = '') =>
      `id: cache\n        uses: actions/cache/restore@v5\n        with: { path: a, key: b${more} }`;
    const { exitCode, text } = await rehearsed(
      job('a', '', cached(), 'run: test -z "${{ steps.cache.outputs.cache-hit }}"') +
        job('b', '', cached(', fail-on-cache-miss: true')),
    );
    expect(text).toContain('actions/cache/restore@v5, because the cache is always empty here.\n');
    expect(exitCode).toBe(0);
  });

  it('name a program that this machine does not have, and go on', async () => {
    const { exitCode, text } = await rehearsed(job('a', '', 'uses: sigstore/cosign-installer@v4'));
    expect(text).toContain('sigstore/cosign-installer@v4, because this machine has no cosign.\n');
    expect(exitCode).toBe(0);
  });

  it('do not miss an artifact that an unknown action may upload', async () => {
    const unknown = 'uses: example/build@v1';
    const { exitCode, text } = await rehearsed(
      job('build', '', unknown) +
        job('publish', 'needs: build', 'uses: actions/download-artifact@v8\n        with: { name: Packages }'),
    );
    expect(text).toContain(
      'because there is no artifact Packages. Maybe example/build@v1 uploads it, for which nothing stands in.\n',
    );
    expect(exitCode).toBe(0);
  });

  it.each([
    'actions/create-release@v1\n        with: { owner: other, tag_name: v1.2.0 }',
    'ncipollo/release-action@v1\n        with: { owner: other }',
    'peter-evans/create-or-update-comment@v5\n        with: { repository: other/repo, issue-number: 1, body: a }',
    'peter-evans/create-pull-request@v8\n        with: { push-to-fork: other/repo }',
    'softprops/action-gh-release@v2\n        with: { repository: other/repo }',
    'svenstaro/upload-release-action@v2\n        with: { repo_name: other/repo, file: a }',
  ])('do nothing in another repository: %j', async (uses) => {
    const { exitCode, text } = await rehearsed(job('a', '', `uses: ${uses}`));
    expect(text).toMatch(/because it would change other\/(?:repo|project), and a rehearsal has only org\/project\.\n/);
    expect(exitCode).toBe(0);
  });

  it('empty the folder of a checkout, and tell artifacts apart by their ids', async () => {
    const upload = (id: string) =>
      `id: ${id}\n        uses: actions/upload-artifact@v7\n        with: { name: ${id}, path: out/${id}.txt }`;
    const { exitCode, text } = await rehearsed(
      job(
        'a',
        '',
        'run: mkdir early && touch early/a .hidden',
        'uses: actions/checkout@v6',
        'run: test -f out/a.txt && test ! -e early && test ! -e .hidden && echo b > out/b.txt',
        upload('a'),
        upload('b'),
        'uses: actions/download-artifact@v8\n        with: { artifact-ids: "${{ steps.b.outputs.artifact-id }}", path: one }',
        'run: test "$(ls one)" = b.txt && echo kept > out/c.txt',
        'uses: actions/checkout@v6\n        with: { clean: false }',
        'run: test -f out/c.txt',
        'env: { PLACE: here }\n        run: test "${{ env.PLACE }}" = here',
      ),
    );
    expect(text).not.toContain('✗');
    expect(text).toContain('✓ Run test "here" = here\n');
    expect(exitCode).toBe(0);
  });

  it('check out no other repository that only a password opens', async () => {
    const steps = [
      'uses: actions/checkout@v6\n        with: { repository: org/there-is-none, token: "${{ secrets.PAT }}", path: other }',
      'uses: actions/checkout@v6\n        with: { repository: Org/Project }',
    ];
    const { exitCode, text } = await rehearsed(job('a', '', ...steps));
    expect(text).toContain(
      'because org/there-is-none cannot be read from here: it may be private, or GitHub cannot be reached.\n',
    );
    expect(exitCode).toBe(0);
  });

  const ofEvent = 'run-id: "${{ github.event.workflow_run.id }}"';
  const ofJob = 'github-token: "${{ github.token }}"';
  it.each<[what: string, inputs: string, permissions: string, said: string, exitCode: number]>([
    ['the run that it follows', `${ofEvent}, ${ofJob}`, 'actions: read', '✓ Run test -f a.txt', 0],
    ['its own run, without a token', ofEvent, 'actions: read', 'Artifact not found for name: files.', 1],
    [
      'another run, without the permission',
      `${ofEvent}, ${ofJob}`,
      'contents: read',
      'The token of the job may not read the artifacts of run 1001. Add actions: read to the permissions of the job.',
      1,
    ],
    [
      'a run of another day',
      'run-id: 7, github-token: a',
      '',
      'because the rehearsal has no run 7 of org/project, whose artifacts it takes.',
      0,
    ],
    [
      'another repository',
      'repository: other/repo, github-token: a',
      '',
      'of other/repo, whose artifacts it takes.',
      0,
    ],
  ])('take the artifacts of %s', async (_, inputs, permissions, said, isDone) => {
    await using repo = await scratchRepository({
      'out/a.txt': 'a\n',
      '.github/workflows/build.yml': `name: Build\non: { push: { tags: ['v*'] } }\njobs:\n${job('a', '', 'uses: actions/checkout@v6', 'uses: actions/upload-artifact@v7\n        with: { name: files, path: out }')}`,
      '.github/workflows/publish.yml': `on: { workflow_run: { workflows: [Build] } }\njobs:\n${job('a', `permissions: { ${permissions} }`, `uses: actions/download-artifact@v8\n        with: { name: files, ${inputs} }`, 'run: test -f a.txt || test "${{ github.event.workflow_run.id }}" = 1001')}`,
    });
    const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
    expect(text).toContain(said);
    expect(exitCode).toBe(isDone);
  });

  it.each<[steps: readonly string[], said: string]>([
    [
      ['uses: actions/download-artifact@v8\n        with: { name: files }'],
      'Unable to download artifact(s): Artifact not found for name: files. The run has no artifacts. The job that uploads it has to be in needs.',
    ],
    [
      [
        'run: echo a > a',
        ...Array.from({ length: 2 }, () => 'uses: actions/upload-artifact@v7\n        with: { path: a }'),
      ],
      'An artifact with the name artifact already exists on this run. Give each job of a matrix another name, or set overwrite: true.',
    ],
    [
      ['run: echo a > a', 'uses: actions/upload-artifact@v7\n        with: { name: linux/amd64, path: a }'],
      'The artifact name is not valid: "linux/amd64". Leave out " \\ / : < > | * ? and ends of lines.',
    ],
    [
      ['uses: actions/download-artifact@v8\n        with: { artifact-ids: 7 }'],
      'The run has no artifact with the id 7.',
    ],
    [
      ['uses: actions/checkout@v6\n        with: { path: ../other }'],
      'The path "../other" of the checkout is not in the workspace. Give a path in the workspace.',
    ],
    [
      ['run: ln -s "$HOME" link', 'uses: actions/checkout@v6\n        with: { path: link }'],
      'The path "link" of the checkout is not in the workspace.',
    ],
    [
      ['uses: actions/upload-artifact@v7\n        with: { path: none, if-no-files-found: error }'],
      'No files were found with the provided path: none. No artifacts will be uploaded.',
    ],
    [
      ['uses: actions/attest@v4\n        with: { subject-path: a }'],
      'The job may not attest: it lacks id-token: write and attestations: write. Add id-token: write and attestations: write to the permissions of the job.',
    ],
    [
      ['uses: actions/create-github-app-token@v3\n        with: { private-key: a }'],
      'The input client-id is empty. Set the variable or the secret that it names.',
    ],
    [
      ['uses: actions/create-github-app-token@v3\n        with: { client-id: a }'],
      'The input private-key is empty. Set the secret that it names.',
    ],
    [
      ['uses: docker/login-action@v4\n        with: { username: a }'],
      'The input password is empty. Set the secret that it names.',
    ],
    [
      ['uses: docker/login-action@v4\n        with: { username: a, password: "${{ github.token }}" }'],
      'The token of a job is no password of docker.io. Give the password from a secret.',
    ],
    [
      ['uses: docker/build-push-action@v7\n        with: { push: true, tags: ghcr.io/org/app }'],
      'The push to ghcr.io/org/app was refused: 401 authentication required. Sign in to the registry in an earlier step, such as with docker/login-action.',
    ],
    [
      [
        'uses: docker/login-action@v4\n        with: { registry: ghcr.io, username: a, password: "${{ github.token }}" }',
        'uses: docker/build-push-action@v7\n        with: { push: true, tags: ghcr.io/org/app }',
      ],
      'The push to ghcr.io/org/app was refused: 403 permission_denied: write_package. Add packages: write to the permissions of the job.',
    ],
    [
      ['uses: docker/build-push-action@v7\n        with: { push: true }'],
      'tag is needed when pushing to registry Set tags.',
    ],
    [
      ['uses: softprops/action-gh-release@v2\n        with: { tag_name: refs/heads/main }'],
      'GitHub Releases requires a tag. Set tag_name.',
    ],
    [
      ['uses: softprops/action-gh-release@v2'],
      'POST …/releases was refused: 403 Resource not accessible by integration.',
    ],
    [
      ['uses: softprops/action-gh-release@v2\n        with: { body_path: none.md }'],
      "ENOENT: no such file or directory, open '",
    ],
    [
      [
        'run: mkdir -p dist && touch dist/a.whl',
        `uses: pypa/gh-action-pypi-publish@release/v1\n        with: { password: a, repository-url: pypi }`,
      ],
      'The repository-url "pypi" is no address. Write one such as https://upload.pypi.org/legacy/.',
    ],
    [['uses: ./none'], 'There is no action.yml in ./none of the workspace. Run actions/checkout in an earlier step.'],
    [['uses: org/release-actions/none@v1'], `org/release-actions/none@v1 has no action.yml in ${dist}/none.`],
    [['run: true\n        working-directory: /nowhere'], 'The folder of the step, /nowhere, does not exist.'],
    [
      ['run: rm -rf "$RUNNER_TEMP" && touch "$RUNNER_TEMP"', 'run: true'],
      'cannot be written (EEXIST). Let no step before put something else in the place of RUNNER_TEMP, or change who may write there.',
    ],
    [
      ['run: true\n        shell: fish'],
      '"fish" is no shell that GitHub knows. Take bash, sh, python, pwsh, powershell or cmd, or write a command with {0} for the file of the script, such as \'perl {0}\'.',
    ],
    [['run: true\n        shell: no-such-shell {0}'], 'no-such-shell cannot be started. Install no-such-shell.'],
    [['run: echo "a<<END" >> "$GITHUB_OUTPUT"'], 'GITHUB_OUTPUT has no line "END", which ends the value of a.'],
    [
      ['run: echo nonsense >> "$GITHUB_ENV"'],
      'The line "nonsense" of GITHUB_ENV has no name and value. Write name=value. A value of several lines needs name<<END, the lines, and END.',
    ],
    [
      ["run: echo ${{ fromJSON('{') }}"],
      "The expression format('echo {0}', fromJSON('{')) cannot be evaluated: Error parsing JSON when evaluating fromJson.",
    ],
  ])('%j fails', async (steps, said) => {
    const { exitCode, text } = await rehearsed(job('a', 'permissions: { contents: read }', ...steps));
    expect(text).toContain(said);
    expect(exitCode).toBe(1);
  });
});

// https://github.com/docker/metadata-action#tags-input
describe('the tags of docker/metadata-action', () => {
  const tag: ImageSituation = {
    event: 'push',
    ref: 'refs/tags/v1.2.3',
    sha: '0123456789abcdef',
    shortLength: 7,
    defaultBranch: 'trunk',
    baseRef: '',
    date: new Date('2026-03-04T05:06:07Z'),
  };
  const prerelease = { ...tag, ref: 'refs/tags/v1.2.3-rc.1' };
  const branch = { ...tag, ref: 'refs/heads/trunk' };
  const other = { ...tag, ref: 'refs/heads/feature/a' };
  const pull = { ...tag, event: 'pull_request', ref: 'refs/pull/7/merge', baseRef: 'trunk' };
  const ofRelease = (version: string) => ({ ...tag, ref: `refs/tags/${version}` });

  it.each<[rules: string, situation: ImageSituation, tags: readonly string[], flavor?: string]>([
    ['', tag, ['v1.2.3', 'latest']],
    ['', branch, ['trunk']],
    ['', pull, ['pr-7']],
    ['', { ...branch, event: 'schedule' }, ['nightly', 'trunk']],
    ['type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}', tag, ['1.2.3', '1.2', 'latest']],
    ['type=semver,pattern={{version}}\ntype=semver,pattern={{major}}', prerelease, ['1.2.3-rc.1']],
    ['type=semver,pattern={{raw}}', tag, ['v1.2.3', 'latest']],
    ['type=semver,pattern={{ version }}', ofRelease('v1.2.3+build.4'), ['1.2.3', 'latest']],
    ['type=semver,pattern={{version}}', ofRelease('chart/v1.2.3'), []],
    ['type=semver,pattern={{version}},match=chart/(.+)', ofRelease('chart/v1.2.3'), ['1.2.3', 'latest']],
    ['type=semver,pattern={{version}}', branch, []],
    ['type=semver,pattern={{version}},value=v2.0.0', branch, ['2.0.0', 'latest']],
    ['type=pep440,pattern={{version}}\ntype=pep440,pattern={{major}}', ofRelease('1.2.0'), ['1.2.0', '1', 'latest']],
    ['type=pep440,pattern={{major}}', ofRelease('1.2.0rc1'), ['1.2.0rc1']],
    ['type=sha', tag, ['sha-0123456']],
    ['type=sha,prefix=,format=long', tag, ['0123456789abcdef']],
    ['type=raw,value=edge\nplain', tag, ['edge', 'plain']],
    ['type=edge', branch, ['edge']],
    ['type=edge', other, []],
    ['type=match,pattern=v(.*),group=1', tag, ['1.2.3', 'latest']],
    ['type=match,pattern=/V(.*)/i,group=1', tag, ['1.2.3', 'latest']],
    ['type=raw,value=x,enable=false\ntype=ref,event=branch', branch, ['trunk']],
    ['type=raw,value=latest,enable={{is_default_branch}}', branch, ['latest']],
    ['# not now\ntype=raw,value=latest,enable={{is_default_branch}}\ntype=ref,event=branch', other, ['feature-a']],
    [
      "type=raw,value={{branch}}-{{date 'YYYYMMDD-HHmm' tz='Europe/Berlin'}}-{{sha}}",
      branch,
      ['trunk-20260304-0606-0123456'],
    ],
    ['type=raw,value=a\ntype=sha\ntype=ref,event=tag', tag, ['v1.2.3', 'a', 'sha-0123456', 'latest']],
    ['type=raw,value=a\ntype=sha,priority=950', tag, ['sha-0123456', 'a']],
    ['type=raw,"value=a,b"', tag, ['a-b']],
    ['type=raw,value={{base_ref}}', pull, ['trunk']],
    ['type=ref,event=tag', tag, ['v1.2.3'], 'latest=false'],
    ['type=sha', tag, ['sha-0123456', 'latest'], 'latest=true'],
    [
      'type=ref,event=tag\ntype=sha',
      tag,
      ['av1.2.3-slim', 'sha-0123456-slim', 'latest-slim'],
      'prefix=a\nsuffix=-slim,onlatest=true',
    ],
  ])('%s of %o', (rules, situation, tags, flavor = '') => {
    expect(imageTags(rules, flavor, situation).tags).toEqual(tags);
  });

  it.each<[rules: string, flavor: string, message: string, fix?: string]>([
    ['type=semver', '', 'Missing pattern attribute for type=semver', 'Correct the input tags.'],
    ['type=other', '', 'Unknown tag type attribute: other'],
    ['type=raw,value=a,enable=yes', '', 'Invalid value for enable attribute: yes'],
    ['', 'latest=yes', 'Invalid latest flavor entry: latest=yes', 'Write auto, true or false.'],
    ['', 'other=1', 'Unknown flavor entry: other=1'],
    ['type=match,pattern=(', '', '"(" is no regular expression.', 'Correct the input tags.'],
    ["type=raw,value={{date 'YYYY' tz='Nowhere'}}", '', "The value of {{date 'YYYY' tz='Nowhere'}} is not known here."],
    ["type=raw,value={{commit_date 'YYYY'}}", '', "The value of {{commit_date 'YYYY'}} is not known here."],
    ["type=raw,value={{date 'ddd'}}", '', "The value of {{date 'ddd'}} is not known here."],
  ])('%s and the flavor %j are refused', (rules, flavor, message, fix) => {
    expect(attempt(() => imageTags(rules, flavor, tag))).toMatchObject({ message, fix });
  });

  it('and its labels are outputs and variables of later steps', async () => {
    const { exitCode, text } = await rehearsed(
      job(
        'image',
        '',
        'id: meta\n        uses: docker/metadata-action@v6\n        with: { images: "GHCR.io/Org/App,quay.io/app", flavor: "suffix=-slim", labels: "org.opencontainers.image.title=Name" }',
        'run: echo "::notice::$(echo "$DOCKER_METADATA_OUTPUT_TAGS" | paste -sd " ") $DOCKER_METADATA_OUTPUT_VERSION"',
        `run: echo "$DOCKER_METADATA_OUTPUT_JSON" | grep '"tag-names":\\["v1.2.0-slim","latest"].*"org.opencontainers.image.title":"Name".*"annotations":\\["manifest:org'`,
        'uses: docker/metadata-action@v6\n        with: { images: quay.io/app, tags: "type=semver,pattern={{version}},value=1.2" }',
        'uses: docker/metadata-action@v5\n        with: { images: quay.io/app, tags: "type=raw,value={{commit_date \'X\'}}" }',
      ),
    );
    expect(text).toContain(
      '      ghcr.io/org/app:v1.2.0-slim ghcr.io/org/app:latest quay.io/app:v1.2.0-slim quay.io/app:latest v1.2.0-slim\n',
    );
    expect(text).toContain('      "1.2" is no version of semver.\n');
    expect(text).toContain("metadata-action@v5, because the value of {{commit_date 'X'}} is not known here.\n");
    expect(text).toContain('      No Docker tag has been generated. Check tags input.\n');
    expect(exitCode).toBe(0);
  });
});
