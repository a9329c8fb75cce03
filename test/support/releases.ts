import { createHash } from 'node:crypto';
import { jobToken, personalToken, scratchGitHub } from './github.ts';
import type { ScratchGitHub, ScratchGitHubOptions } from './github.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A project with a pushed tag, and files in dist/. */
export async function project(
  built: Readonly<Record<string, string>> = {},
  options: ScratchGitHubOptions = {},
  tag = 'v1.0.0',
): Promise<ScratchGitHub> {
  const scratch = await scratchGitHub({ 'README.md': '# Project\n' }, options);
  await scratch.pushTag(tag, { annotated: `${tag}\n\nThe message.\n` });
  for (const [name, text] of Object.entries(built)) await scratch.write(`dist/${name}`, text);
  return scratch;
}

type Inputs = Readonly<Record<string, string>>;

/** A job that releases v1.0.0 without files. */
export const asked = (given: Inputs = {}): { readonly inputs: Inputs } => ({
  inputs: { tag: 'v1.0.0', token: jobToken.token, 'job-token': jobToken.token, ...given },
});

/** A job that releases v1.0.0 with what is in dist/. */
export const withFiles = (given: Inputs = {}): { readonly inputs: Inputs } => asked({ files: 'dist/*', ...given });

export type Shown = {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly body: string;
  readonly upload_url: string;
  readonly assets: readonly { readonly name: string; readonly digest: string; readonly state: string }[];
};

/** Every release with its drafts, as a person sees them. */
export async function releases(scratch: ScratchGitHub): Promise<readonly Shown[]> {
  return (await scratch.ask('GET …/releases', { token: personalToken.token })).body;
}

/** A draft that somebody else made, with files. */
export async function leaveDraft(
  scratch: ScratchGitHub,
  assets: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  const body = { tag_name: 'v1.0.0', draft: true };
  const made: Shown = (await scratch.ask('POST …/releases', { token: personalToken.token, body })).body;
  for (const [name, text] of Object.entries(assets)) await sendAsset(made, name, text);
  return made;
}

/** Half of an upload to a draft, which somebody began so long ago. */
export async function leaveHalf(scratch: ScratchGitHub, to: Shown, name: string, minutes: number): Promise<void> {
  scratch.github.fault = ({ path }) => (path.endsWith('/assets') ? 'reset-during' : undefined);
  await sendAsset(to, name, 'a text of which a half arrives').catch(() => undefined);
  scratch.github.fault = undefined;
  const createdAt = new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const { assets = [] } = scratch.github.repository(scratch.site.name).releases.find(({ id }) => id === to.id) ?? {};
  for (const asset of assets) if (asset.name === name) Object.assign(asset, { createdAt });
}

async function sendAsset({ upload_url: url }: Shown, name: string, text: string): Promise<void> {
  const headers = { authorization: `Bearer ${personalToken.token}`, 'content-type': 'text/plain' };
  const { status } = await fetch(url.replace(/\{.*/, `?name=${name}`), { method: 'POST', headers, body: text });
  if (status !== 201) throw new Error(`An upload was answered with ${status}.`);
}
