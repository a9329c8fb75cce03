import { describe, expect, it } from 'vitest';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';

/** What is printed when a tag starts a job with these scripts. */
async function rehearsed(permissions: string, ...scripts: readonly string[]) {
  const steps = scripts
    .map((script) => `      - run: |\n          ${script.replaceAll('\n', '\n          ')}\n`)
    .join('');
  await using repo = await scratchRepository({
    Dockerfile: 'FROM scratch\n',
    [path]: `on: { push: { tags: ['v*'] } }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: ${permissions}\n    steps:\n      - uses: actions/checkout@v6\n${steps}`,
  });
  return await rehearsedIn(repo.folder, ['v1.2.0']);
}

const login = 'echo "${{ github.token }}" | docker login ghcr.io --username a --password-stdin';

describe('the programs docker and skopeo of a rehearsal', () => {
  it('make up images, and push them as the real ones would', { timeout: 120_000 }, async () => {
    const { exitCode, text } = await rehearsed(
      '{ contents: read, packages: write }',
      `${login}
docker build -t ghcr.io/org/app:v1 -t local --label a=b .
docker tag local ghcr.io/org/app:v1.2 && docker push ghcr.io/org/app:v1.2 && docker push -q ghcr.io/org/app:v1
test "$(docker inspect --format '{{index .RepoDigests 0}}' local | cut -d@ -f2)" = "$(docker buildx imagetools inspect ghcr.io/org/app:v1 --format '{{json .Manifest}}' | node -p 'JSON.parse(fs.readFileSync(0)).Digest')"`,
      `docker buildx create --use --name builder
docker buildx build --push --platform linux/amd64,linux/arm64 --metadata-file build.json -t ghcr.io/org/multi:v1 --build-arg A=1 .
digest=$(node -p "require('./build.json')['containerimage.digest']")
docker buildx imagetools create -t ghcr.io/org/multi:latest ghcr.io/org/multi@$digest
test "$(docker manifest inspect ghcr.io/org/multi:latest | grep -c '"architecture"')" = 2
if docker manifest inspect ghcr.io/org/app:none; then exit 1; fi`,
      `docker buildx build -o type=oci,dest=image.tar --platform linux/amd64,linux/arm64 -t x . && docker save -o saved.tar local && docker rmi local && ! docker tag local other && docker load -i saved.tar && docker save local | docker load
skopeo copy --all --preserve-digests oci-archive:image.tar docker://ghcr.io/org/staging/app:v1
test "$(skopeo inspect --raw docker://ghcr.io/org/staging/app:v1 | sha256sum | cut -c 1-64)" = "$(skopeo inspect --format '{{.Digest}}' oci-archive:image.tar | cut -d: -f2)"
skopeo copy docker://ghcr.io/org/staging/app:v1 oci:layout:v1 && skopeo copy --dest-creds a:b oci:layout:v1 docker://quay.io/org/app:v1`,
      'printf "one\\ntwo\\n" | while read -r line; do docker version > /dev/null; echo "$line"; done > lines; test "$(wc -l < lines)" = 2',
      'docker run --rm alpine true && docker build --no-such-option . && ! docker no-such-command',
    );
    expect(text).not.toContain('✗');
    expect(exitCode).toBe(0);
    for (const image of [
      'ghcr.io/org/app:v1',
      'ghcr.io/org/app:v1.2',
      'ghcr.io/org/multi:latest',
      'ghcr.io/org/staging/app:v1',
      'quay.io/org/app:v1',
    ])
      expect(text).toContain(`  made-up image ${image}, sha256:`);
    const told = text.slice(text.indexOf('What was not performed'), text.indexOf('What is there afterwards'));
    expect(told).toBe(
      [
        'What was not performed:',
        `  ${path}:27: docker run --rm alpine true && docker build --no-such-option . && ! docker no-such-command, because a rehearsal runs no containers: docker run --rm alpine true.`,
        `  ${path}:27: docker run --rm alpine true && docker build --no-such-option . && ! docker no-such-command, because the option --no-such-option of docker build is not known.`,
        `  ${path}:27: docker run --rm alpine true && docker build --no-such-option . && ! docker no-such-command, because docker no-such-command is not known here.`,
        '',
        '',
      ].join('\n'),
    );
  });

  it('refuse what the real ones would refuse', { timeout: 120_000 }, async () => {
    const refusing = (script: string) => `! { ${script}; } 2> said && cat said`;
    const { text } = await rehearsed(
      '{ contents: read }',
      `{
${[
  'docker build -f none .',
  'docker build',
  'docker push ghcr.io/org/none',
  'docker build -q -t ghcr.io/org/app . && docker push ghcr.io/org/app',
  `${login} && docker push ghcr.io/org/app`,
  'echo "${{ github.token }}" | docker login -u a --password-stdin',
  'docker login ghcr.io',
  'docker tag --',
  'docker load -i none.tar',
  'docker load -i Dockerfile',
  'tar -cf empty.tar Dockerfile; docker load -i empty.tar',
  `printf '{"manifests":[{"mediaType":"a","digest":"sha256:b","size":1}]}' > index.json; tar -cf a.tar index.json; docker load -i a.tar`,
  `printf '[{"Config":"none.json","RepoTags":[],"Layers":[]}]' > manifest.json; tar -cf a.tar manifest.json; docker load -i a.tar`,
  'docker build -t',
  "docker inspect --format '{{range .X}}' ghcr.io/org/app",
  'docker save',
  'docker buildx imagetools create -t a',
  'skopeo copy oci-archive:none.tar docker://ghcr.io/org/app:v1',
  'skopeo inspect atomic:x',
  'skopeo copy docker-daemon:ghcr.io/org/app:latest atomic:x',
  'docker pull ghcr.io/org/none',
]
  .map(refusing)
  .join('\n')}
} > all; while read -r line; do echo "::notice::$line"; done < all`,
    );
    const said = text
      .slice(text.indexOf('Run {\n') + 6, text.indexOf(`${path} (run`))
      .replaceAll(/sha256:[0-9a-f]{64}/g, 'ID');
    expect(said.split('\n').map((line) => line.trim())).toEqual([
      'failed to solve: failed to read dockerfile: open none: no such file or directory',
      'docker build requires 1 argument',
      'No such image: ghcr.io/org/none:latest',
      'ID',
      'The image is not built. A made-up image stands for it.',
      'The push to ghcr.io/org/app was refused: 401 authentication required. Sign in to the registry in an earlier step, such as with docker/login-action.',
      'Login Succeeded',
      'The push to ghcr.io/org/app was refused: 403 permission_denied: write_package. Add packages: write to the permissions of the job.',
      'Get "https://docker.io/v2/": unauthorized: incorrect username or password',
      'Cannot perform an interactive login from a non TTY device',
      '"" is not the name of a repository of docker.io. Its parts have lower-case letters and digits, with single dots, underscores or hyphens between them, and slashes between the parts. With the registry it has at most 255 characters.',
      'open none.tar: no such file or directory',
      'The archive is cut off.',
      'The archive has no index.json and no manifest.json.',
      'The archive has not everything of sha256:b.',
      'The archive has no none.json.',
      'flag needs an argument: -t',
      'The template {{range .X}} cannot be filled in a rehearsal. Print the whole with {{json .}}, and take what you need from there.',
      'docker save requires at least 1 argument',
      'docker buildx imagetools create needs a source',
      'open none.tar: no such file or directory',
      'atomic:x cannot be read in a rehearsal.',
      'atomic:x cannot be written in a rehearsal.',
      'ghcr.io/org/none:latest: manifest unknown',
      '',
    ]);
    expect(text).toContain(
      `  ${path}:5: push to ghcr.io/org/app of job a was refused: 403 permission_denied: write_package\n    Its token has contents: read. It needs packages: write.\n`,
    );
  });
});
