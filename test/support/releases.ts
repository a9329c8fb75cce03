import { createHash } from 'node:crypto';
import { jobToken, personalToken, scratchGitHub } from './github.ts';
import type { ScratchGitHub, ScratchGitHubOptions } from './github.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A project with a pushed tag, and with files in dist/. */
export async function releaseProject(
  built: Readonly<Record<string, string>> = {},
  options: ScratchGitHubOptions = {},
  tag = 'v1.0.0',
): Promise<ScratchGitHub> {
  const first = { name: tag, message: `${tag}\n\nThe message.\n` };
  const repo = await scratchGitHub({ 'README.md': '# Project\n' }, { ...options, tag: first });
  for (const [name, text] of Object.entries(built)) await repo.write(`dist/${name}`, text);
  return repo;
}

type JobInputs = Readonly<Record<string, string>>;

/** The inputs of a job that releases v1.0.0. */
export const releaseJob = (given: JobInputs = {}): { readonly inputs: JobInputs } => ({
  inputs: { tag: 'v1.0.0', token: jobToken.token, 'job-token': jobToken.token, ...given },
});

/** The inputs of a job that releases v1.0.0 with the files in dist/. */
export const releaseJobWithFiles = (given: JobInputs = {}): { readonly inputs: JobInputs } =>
  releaseJob({ files: 'dist/*', ...given });

export type ShownRelease = {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly body: string;
  readonly upload_url: string;
  readonly assets: readonly { readonly name: string; readonly digest: string; readonly state: string }[];
};

/** All releases, with the drafts that a person sees. */
export async function shownReleases(repo: ScratchGitHub): Promise<readonly ShownRelease[]> {
  return (await repo.ask('GET …/releases', { token: personalToken.token })).body;
}

/** Makes a draft with files, as somebody else may have done. */
export async function makeDraft(
  repo: ScratchGitHub,
  assets: Readonly<Record<string, string>> = {},
): Promise<ShownRelease> {
  const body = { tag_name: 'v1.0.0', draft: true };
  const made: ShownRelease = (await repo.ask('POST …/releases', { token: personalToken.token, body })).body;
  for (const [name, text] of Object.entries(assets)) await sendAsset(made, name, text);
  return made;
}

/** Uploads half of a file to a draft, as somebody else may have done that many minutes ago. */
export async function makeHalfUpload(
  repo: ScratchGitHub,
  to: ShownRelease,
  name: string,
  minutes: number,
): Promise<void> {
  repo.github.fault = ({ path }) => (path.endsWith('/assets') ? 'reset-during' : undefined);
  await sendAsset(to, name, 'a text of which a half arrives').catch(() => undefined);
  repo.github.fault = undefined;
  const createdAt = new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const { assets = [] } = repo.github.repository(repo.scratch.name).releases.find(({ id }) => id === to.id) ?? {};
  for (const asset of assets) if (asset.name === name) Object.assign(asset, { createdAt });
}

async function sendAsset({ upload_url: url }: ShownRelease, name: string, text: string): Promise<void> {
  const headers = { authorization: `Bearer ${personalToken.token}`, 'content-type': 'text/plain' };
  const { status } = await fetch(url.replace(/\{.*/, `?name=${name}`), { method: 'POST', headers, body: text });
  if (status !== 201) throw new Error(`The upload of ${name} was answered with ${status}.`);
}
