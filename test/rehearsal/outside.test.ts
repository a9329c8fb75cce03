import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, dirname } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { Authority } from '../../src/rehearsal/outside/certificates.ts';
import { helmPath } from '../support/helm.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';
import { tool } from '../support/tool.ts';

let programs = '';

beforeAll(async () => {
  programs = [dirname(await tool('gh')), await helmPath()].join(delimiter);
}, 600_000);

/** What is printed when a tag starts these jobs, and which hosts the proxy of the person was asked for: nothing else leaves. */
async function rehearsed(jobs: readonly string[], ...args: readonly string[]) {
  const nobody = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const outcome = await rehearsedBefore((nobody.address() as AddressInfo).port, jobs, args);
  nobody.close();
  return outcome;
}

/** The same, with a port at which every host of the internet is. */
async function rehearsedBefore(port: number, jobs: readonly string[], args: readonly string[]) {
  await using internet = await startHttpProxy(String(port));
  const proxy = internet.url.replace('//', '//me:secret@');
  await using repo = await scratchRepository({
    'Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.2.0\n',
    [path]: `on: { push: { tags: ['v*'] } }\njobs:\n${jobs.join('')}`,
  });
  const env = { PATH: programs, https_proxy: proxy, http_proxy: proxy };
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0', ...args], env);
  const mine = `Basic ${Buffer.from('me:secret').toString('base64')}`;
  expect(internet.authorizations.filter((one) => one !== mine)).toEqual([]);
  return { exitCode, text, left: internet.targets };
}

const path = '.github/workflows/release.yml';
const job = (name: string, permissions: string, ...steps: readonly string[]) =>
  `  ${name}:\n    runs-on: ubuntu-latest\n    permissions: ${permissions}\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
const checkout = 'uses: actions/checkout@v6';
const token = '${{ github.token }}';
const key = '${{ secrets.KEY }}';
const run = (script: string, shell = 'bash') =>
  `shell: ${shell}\n        run: |\n          ${script.replaceAll('\n', '\n          ')}`;

describe('programs of a rehearsal', () => {
  it(
    'reach the embedded GitHub and the embedded registry by the names of the real ones',
    { timeout: 120_000 },
    async () => {
      const { exitCode, text, left } = await rehearsed([
        job(
          'release',
          '{ contents: write, packages: write }',
          checkout,
          run(
            `gh release create v1.2.0 Chart.yaml --notes "The first"\ngh release view v1.2.0 --json assets,url --jq '.url, .assets[].name'\nfor place in download/v1.2.0 latest/download; do python3 -c "import sys, urllib.request as one; print(one.urlopen(sys.argv[1]).read().decode())" https://github.com/org/project/releases/$place/Chart.yaml | grep 'name: chart'; done`,
          ) + `\n        env: { GH_TOKEN: "${token}", GH_TELEMETRY_SAMPLE_RATE: 100 }`,
          run(`git push https://x-access-token:${token}@github.com/org/project.git HEAD:refs/heads/next`),
          run(
            `git clone --quiet https://github.com/org/project.git copy && git -C copy tag v9 && ! git -C copy push origin v9`,
          ),
        ),
        job(
          'chart',
          '{ contents: read, packages: write }',
          checkout,
          run(
            `echo ${token} | helm registry login ghcr.io --username a --password-stdin\nhelm package .\nhelm push chart-1.2.0.tgz oci://ghcr.io/org/charts\nhelm pull oci://ghcr.io/org/charts/chart --version 1.2.0 --untar && test -f chart/Chart.yaml`,
          ),
          run(
            `import json, urllib.request\nprint(json.load(urllib.request.urlopen('https://ghcr.io/v2/org/charts/chart/tags/list')))`,
            'python',
          ),
          run(
            `fetch('https://api.github.com/repos/org/project').then(async (answer) => console.log('at', (await answer.json()).clone_url))`,
            'node {0}',
          ),
          'uses: actions/setup-python@v6',
          run('python3 -m pip download --retries 0 --no-deps six || true'),
        ),
      ]);
      expect(text).not.toContain('✗');
      expect(exitCode).toBe(0);
      expect(text).toMatch(/^  release v1\.2\.0 \(the latest\)\n    Chart\.yaml, 42 bytes/m);
      expect(text).toMatch(/^  branch next at /m);
      expect(text).toMatch(/^  chart ghcr\.io\/org\/charts\/chart:1\.2\.0, sha256:[0-9a-f]{64}$/m);
      expect(text).not.toContain('Not performed');
      expect(new Set(left)).toEqual(new Set(['pypi.org:443']));
    },
  );
});

describe('what is read from real servers', () => {
  it('is asked for without any password', async () => {
    const authority = new Authority();
    setDefaultCACertificates([...getCACertificates(), authority.pem]);
    const received: string[] = [];
    const server = createTlsServer({
      SNICallback: (host, done) => done(null, authority.contextFor(host)),
    }).listen(0, '127.0.0.1');
    server.on('request', (message: IncomingMessage, response: ServerResponse) => {
      const { authorization = 'nobody', cookie = '', host = '' } = message.headers;
      received.push(`${message.method} ${host}${message.url} by ${authorization}${cookie}`);
      const isRefused = message.url?.startsWith('/v2/') === true && authorization === 'nobody';
      const challenge = 'Bearer realm="https://auth.example.com/token",service="a",scope="b"';
      response
        .writeHead(isRefused ? 401 : 200, { ...(isRefused && { 'www-authenticate': challenge }) })
        .end('{"token":"anonymous"}');
    });
    await once(server, 'listening');
    const ask = (url: string, ...more: readonly string[]) =>
      `urllib.request.urlopen(urllib.request.Request('${url}'${more.map((one) => `, ${one}`).join('')}, headers={'Authorization': 'Bearer ${token}', 'Cookie': '${key}'})).read()`;
    const script = [
      'import urllib.request',
      ask('https://api.github.com/repos/other/tool/releases/latest'),
      ask('https://github.com/other/tool/releases/download/v1/tool.tgz', "method='HEAD'"),
      ask('https://registry.npmjs.org/six'),
      ask('https://ghcr.io/v2/other/base/manifests/latest'),
    ];
    const { port } = server.address() as AddressInfo;
    const jobs = [job('a', '{ contents: read }', run(script.join('\n'), 'python'))];
    const { exitCode } = await rehearsedBefore(port, jobs, ['--allow', 'ghcr.io']);
    server.close();
    expect(received).toEqual([
      'GET api.github.com/repos/other/tool/releases/latest by nobody',
      'HEAD github.com/other/tool/releases/download/v1/tool.tgz by nobody',
      'GET registry.npmjs.org/six by nobody',
      'GET ghcr.io/v2/other/base/manifests/latest by nobody',
      'GET auth.example.com/token?service=a&scope=b by nobody',
      'GET ghcr.io/v2/other/base/manifests/latest by Bearer anonymous',
    ]);
    expect(exitCode).toBe(0);
  });
});

describe('the reusable workflow for an image and a chart', () => {
  it('is rehearsed to its end', { timeout: 120_000 }, async () => {
    const { exitCode, text, left } = await rehearsed([
      [
        '  release:',
        '    permissions: { attestations: write, contents: write, id-token: write, packages: write }',
        '    uses: org/release-actions/.github/workflows/release-image-and-chart.yml@v1',
        '    with: { image: ghcr.io/org/app, chart: ., chart-pattern: "v{version}", chart-registry: "oci://ghcr.io/org/charts" }',
        '',
      ].join('\n'),
    ]);
    expect(text).not.toContain('✗');
    expect(exitCode).toBe(0);
    for (const made of ['made-up image ghcr.io/org/app', 'made-up image ghcr.io/org/staging/app'])
      expect(text).toContain(`  ${made}:v1.2.0, sha256:`);
    expect(text).toContain('  chart ghcr.io/org/charts/chart:1.2.0, sha256:');
    expect(text).toContain('  release v1.2.0 (the latest)\n    chart-1.2.0.tgz, ');
    expect(text).not.toContain('Not performed');
    expect(left).toEqual([]);
  });
});

describe('what a rehearsal refuses', () => {
  it('is told with file and line', { timeout: 120_000 }, async () => {
    const send = (method: string, url: string, password = '') =>
      run(
        `import base64, urllib.request, urllib.error\nrequest = urllib.request.Request('${url}', method='${method}', data=b'{}', headers={'Authorization': 'Basic ' + base64.b64encode(b'a:${password}').decode()})\ntry: urllib.request.urlopen(request)\nexcept urllib.error.HTTPError as error: print('::notice::' + str(error.code) + ' ' + error.read().decode().strip())`,
        'python',
      );
    const { text, left } = await rehearsed(
      [
        job(
          'a',
          '{ contents: read }',
          send('PUT', 'https://ghcr.io/v2/org/app/manifests/v1', token),
          send('PUT', 'https://ghcr.io/v2/org/app/manifests/v1'),
          send('PUT', 'https://index.docker.io/v2/org/app/manifests/v1', token),
          send('POST', 'https://hooks.example.com/services/${{ secrets.HOOK }}'),
          send('POST', 'http://plain.example.com/', '${{ secrets.HOOK }}'),
          send('PUT', 'https://registry.npmjs.org/app', '${{ secrets.NPM }}'),
          send('POST', 'https://api.github.com/repos/other/project/releases', token),
          send('GET', 'https://ghcr.io/v2/other/base/manifests/latest'),
          run(
            `git ls-remote git@github.com:org/project.git || true; python3 -c "import urllib.request; urllib.request.urlopen('https://allowed.example.com')" || true`,
          ),
        ),
        job('b', '{ packages: write }\n    needs: a', send('PUT', 'https://ghcr.io/v2/other/app/manifests/v1', token)),
      ],
      '--allow',
      'allowed.example.com',
    );
    const sent = 'import base64, urllib.request, urllib.error, because it would have';
    for (const line of [
      '403 {"errors":[{"code":"DENIED","message":"permission_denied: write_package"}]}',
      '401 {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
      '401 {"errors":[{"code":"UNAUTHORIZED","message":"incorrect username or password"}]}',
      '403 A rehearsal does not speak to hooks.example.com. Permit it with --allow hooks.example.com.',
    ])
      expect(text).toContain(`      ${line}\n`);
    const told = text.slice(text.indexOf('What may go wrong'), text.indexOf('What is there afterwards'));
    expect(told).toBe(
      [
        'What may go wrong:',
        `  ${path}:5: push to ghcr.io/org/app of job a was refused: 403 permission_denied: write_package`,
        '    Its token has contents: read. It needs packages: write.',
        `  ${path}:60: push to ghcr.io/other/app of job b was refused: 403 installation not allowed to Create organization package`,
        '    Its token has packages: write.',
        '',
        'What was not performed:',
        `  ${path}:25: ${sent} sent POST https://hooks.example.com/services/*** (permit it with --allow hooks.example.com).`,
        `  ${path}:31: ${sent} sent POST http://plain.example.com/ (permit it with --allow plain.example.com).`,
        `  ${path}:37: ${sent} sent PUT https://registry.npmjs.org/app (permit it with --allow registry.npmjs.org).`,
        `  ${path}:43: ${sent} sent POST https://api.github.com/repos/other/project/releases.`,
        `  ${path}:49: ${sent} read ghcr.io/other/base (permit it with --allow ghcr.io).`,
        `  ${path}:55: git ls-remote git@github.com:org/project.git || true; python3 -c "import urllib.request; urllib.request.urlopen('https://allowed.example.com')" || true, because it would have connected to another machine: ssh -o SendEnv=GIT_PROTOCOL git@github.com git-upload-pack 'org/project.git'.`,
        '',
        '',
      ].join('\n'),
    );
    expect(left).toEqual(['allowed.example.com:443']);
  });
});
