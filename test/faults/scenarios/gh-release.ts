import { createHash } from 'node:crypto';
import { jobToken, personalToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub, ScratchGitHubOptions } from '../../support/github.ts';
import type { Checkout } from '../../support/repository.ts';
import { keepHistory, snapshotOfOrigin } from '../origin.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

const built = { 'a.whl': 'a wheel\n', 'b.tgz': 'a chart\n' };
const tag = 'v1.0.0';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sums = Object.entries(built).map(([name, text]) => `${sha256(text)}  ${name}\n`);
const assets = Object.entries({ ...built, SHA256SUMS: sums.join('') })
  .map(([name, text]) => `${name} sha256:${sha256(text)}`)
  .toSorted();
const release = { tag, name: tag, body: 'All of it.', isDraft: false, isImmutable: false, assets };

export const scenarios: readonly Scenario[] = [
  {
    title: 'a release with its files; the next run is in a new checkout',
    arrange: (openGateway) => project(openGateway, { expected: { releases: [release] } }),
  },
  {
    title: 'a release of one request, whose publication makes the tag',
    arrange: (openGateway) =>
      project(openGateway, {
        inputs: { files: '', 'create-tag': 'true' },
        isTagged: false,
        expected: { releases: [{ ...release, assets: [] }] },
      }),
  },
  {
    title: 'the draft of a run that was killed, with half of a file, in a repository of immutable releases',
    arrange: (openGateway) =>
      project(openGateway, {
        settings: { immutableReleases: ['org/project'] },
        prepare: leaveHalf,
        expected: { releases: [{ ...release, isImmutable: true }] },
      }),
  },
];

type ProjectOptions = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isTagged?: boolean;
  readonly settings?: ScratchGitHubOptions['settings'];
  readonly prepare?: (repo: ScratchGitHub) => Promise<void>;
  readonly expected: Snapshot;
};

async function project(openGateway: OpenGateway, options: ProjectOptions): Promise<ScenarioWorld> {
  const { inputs = {}, isTagged = true, settings = {}, prepare, expected } = options;
  const repo = await scratchGitHub({ 'README.md': '# Project\n' }, { settings });
  if (isTagged) await repo.pushTag(tag);
  await prepare?.(repo);
  await keepHistory(repo);
  const [git, api] = [await openGateway(repo.github.git.url), await openGateway(repo.github.url)];
  const nextCheckout = async () => build(await repo.clone(), git);
  const snapshot = async (): Promise<Snapshot> => ({
    releases: releases(repo),
    tag: (await snapshotOfOrigin(repo))[`refs/tags/${tag}`],
  });
  return {
    checkout: await nextCheckout(),
    nextCheckout,
    inputs: { tag, notes: 'text: All of it.', files: 'dist/*', ...inputs },
    jobToken: jobToken.token,
    env: { GITHUB_SERVER_URL: git, GITHUB_API_URL: api },
    snapshot,
    expected: { ...expected, tag: await repo.head() },
    violationOf: () => releaseFlaw(releases(repo)),
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

/** The checkout of a job after the step that builds. */
async function build(clone: Checkout, gateway: string): Promise<Checkout> {
  await clone.git('remote', 'set-url', 'origin', `${gateway}/org/project`);
  for (const [path, text] of Object.entries(built)) await clone.write(`dist/${path}`, text);
  return clone;
}

/** Makes a draft with one complete file, and one of which half arrived an hour ago. */
async function leaveHalf(repo: ScratchGitHub): Promise<void> {
  const { body } = await repo.ask('POST …/releases', {
    token: personalToken.token,
    body: { tag_name: tag, draft: true },
  });
  for (const [name, text] of Object.entries(built)) {
    const url = `${body.upload_url.replace(/\{.*/, '')}?name=${name}`;
    const headers = { authorization: `Bearer ${personalToken.token}`, 'content-type': 'application/octet-stream' };
    if (name === 'b.tgz') repo.github.fault = () => 'reset-during';
    await fetch(url, { method: 'POST', headers, body: text }).catch(() => undefined);
  }
  repo.github.fault = undefined;
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  for (const asset of repo.github.repository('org/project').releases[0]?.assets ?? [])
    Object.assign(asset, { createdAt: anHourAgo });
}

type ReleaseState = { readonly isDraft: boolean; readonly assets: readonly string[] };

const releases = ({ github }: ScratchGitHub) =>
  github.repository('org/project').releases.map(({ tag: of, name, body, isDraft, isImmutable, assets: files }) => ({
    tag: of,
    name,
    body,
    isDraft,
    isImmutable,
    assets: files.map((file) => `${file.name} ${file.digest ?? file.state}`).toSorted(),
  }));

/** A release is published at most once, and only with all its files. */
function releaseFlaw(shown: readonly ReleaseState[]): string | undefined {
  const published = shown.filter(({ isDraft }) => !isDraft);
  if (published.length > 1) return 'there are two releases';
  const isHalf = published.some(({ assets: files }) => files.length !== 0 && files.length !== assets.length);
  return isHalf ? 'half a release is published' : undefined;
}
