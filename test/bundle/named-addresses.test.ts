import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Ending, type Gateway, startGateway } from '../faults/gateway.ts';
import { type Annotation, runBundle } from '../support/bundle.ts';
import { jobToken } from '../support/github.ts';
import { releaseJobWithFiles, releaseProject } from '../support/releases.ts';

/** A server that nobody should ask, and what it was asked for. */
async function startStranger() {
  const asked: string[] = [];
  const http = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    asked,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      http.close();
      http.closeAllConnections();
    },
  };
}

/** Changes an answer of the embedded GitHub. */
type Lie = (answer: Ending, request: { readonly method: string; readonly path: string }, stranger: string) => Ending;

const inBody =
  (change: (text: string, stranger: string) => string): Lie =>
  (answer, _, stranger) =>
    typeof answer === 'string' ? answer : { ...answer, body: Buffer.from(change(answer.body.toString(), stranger)) };

const uploadUrl = inBody((text, stranger) =>
  text.replaceAll(/"upload_url":"[^"]*/g, `"upload_url":"${stranger}/up{?name}`),
);
const userInfo = inBody((text) =>
  text.replaceAll(/"upload_url":"http:\/\/([^/]*)[^"]*/g, '"upload_url":"http://x:y@$1/up'),
);
const assetUrl = inBody((text, stranger) =>
  text
    .replaceAll(/"url":"[^"]*\/assets\/\d+"/g, `"url":"${stranger}/file"`)
    .replaceAll(/"digest":"[^"]*"/g, '"digest":null'),
);
const nextPage: Lie = (answer, { path }, stranger) =>
  typeof answer === 'string' || !path.includes('/issues?')
    ? answer
    : { ...answer, headers: [...answer.headers, 'link', `<${stranger}/next>; rel="next"`] };
const redirect =
  (of: RegExp): Lie =>
  (answer, { method, path }, stranger) =>
    of.test(`${method} ${path}`)
      ? { status: 307, headers: ['location', `${stranger}/elsewhere`], body: Buffer.alloc(0) }
      : answer;

async function lyingTo(action: string, inputs: Readonly<Record<string, string>>, lie: Lie) {
  await using project = await releaseProject({ 'a.tgz': 'a' });
  await project.write('CHANGELOG.md', '# Changelog\n\n## [0.9.0]\n\n- The first\n');
  await using stranger = await startStranger();
  await using gateway: Gateway = await startGateway(project.github.url);
  gateway.guard = async (request, forward) => lie(await forward(), request, stranger.url);
  const env = { GITHUB_API_URL: gateway.url, RELEASE_ACTIONS_PACE: '0.02' };
  const outcome = await runBundle(action, project, { inputs, env, jobToken: jobToken.token });
  const { host } = new URL(gateway.url);
  const said = ({ message }: Annotation) =>
    message.replaceAll(stranger.url, 'STRANGER').replaceAll(gateway.url, 'GITHUB').replaceAll(host, 'GITHUB');
  const errors = outcome.annotations.filter(({ level }) => level === 'error').map(said);
  return { exitCode: outcome.exitCode, asked: stranger.asked, errors };
}

const { inputs: release } = releaseJobWithFiles();
const changelog = { version: 'v1.0.0' };

const named = (address: string, what: string) =>
  `GitHub names "${address}" as the address of ${what}, which is not on GITHUB.\nNothing was sent there. Find out what answers at GITHUB.`;
const redirected =
  'GITHUB redirects to another server: "STRANGER".\nNothing was sent there. Find out what answers at GITHUB.';

describe('nothing goes to another server that an answer of GitHub names', () => {
  it.each<[what: string, action: string, inputs: Readonly<Record<string, string>>, lie: Lie, error: string]>([
    ['for uploads', 'gh-release', release, uploadUrl, named('STRANGER/up', 'uploads')],
    ['for uploads, with a user name', 'gh-release', release, userInfo, named('http://x:y@GITHUB/up', 'uploads')],
    ['for a file', 'gh-release', release, assetUrl, named('STRANGER/file', 'a file')],
    ['for the next page', 'update-changelog', changelog, nextPage, named('STRANGER/next', 'the next page')],
    ['in a redirect of a read', 'gh-release', release, redirect(/^GET .*\/releases/), redirected],
    ['in a redirect of a write', 'gh-release', release, redirect(/^POST .*\/releases$/), redirected],
    ['in a redirect of an upload', 'gh-release', release, redirect(/^POST .*\/assets/), redirected],
  ])('%s', async (_, action, inputs, lie, error) => {
    const { exitCode, asked, errors } = await lyingTo(action, inputs, lie);
    expect({ exitCode, asked, errors }).toEqual({ exitCode: 1, asked: [], errors: [error] });
  });
});
