import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Tools } from '../tools.ts';

/** A Helm that can be run. */
export type HelmProgram = {
  readonly path: string;
  /** Which one it is and who has checked it, as a sentence for the summary. */
  readonly note: string;
};

/** The Helm in PATH. Its major version decides whether it can be used. */
export async function helmInPath(tools: Tools): Promise<HelmProgram> {
  const { code, stdout, stderr } = await tools.run('helm', ['version', '--template', '{{.Version}}'], { minutes: 1 });
  const version = stdout.trim();
  if (code === 0 && /^v[34]\.\d/.test(version))
    return { path: 'helm', note: `Packaged with the Helm in PATH, ${version}. Whoever installed it has checked it.` };
  throw new ReleaseError(
    code === 0
      ? `The helm in PATH is ${quoted(version.slice(0, 100))}, which is neither Helm 3 nor Helm 4.`
      : `The helm in PATH does not tell its version: it ended with the exit code ${code}.`,
    {
      fix: 'Install Helm 3 or Helm 4 in an earlier step, or give the input helm-version.',
      ...(code !== 0 && { cause: new Error((stderr || stdout).trim()) }),
    },
  );
}
