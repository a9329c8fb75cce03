import { readFileSync, writeFileSync } from 'node:fs';
import { ReleaseError } from '../../domain/error.ts';
import { listed } from '../../domain/text.ts';
import type { Environment } from '../environment.ts';

/** The files by which a step speaks to the runner. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const names = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

export type CommandFiles = {
  /** Refuses what a program did there. What it wrote is taken back, so that the runner never obeys it. */
  readonly refuseIfChanged: (what: string) => void;
};

/** Remembers the files by which this step speaks to the runner. A program can find them, although it is not told their names. */
export function guardCommandFiles(env: Environment): CommandFiles {
  const files = names.flatMap((name) => {
    const path = env[name];
    const before = path === undefined ? undefined : content(path);
    return path === undefined || before === undefined ? [] : [{ name, path, before }];
  });
  return {
    refuseIfChanged: (what) => {
      const changed = files.filter(({ path, before }) => content(path)?.equals(before) !== true);
      for (const { path, before } of changed) writeFileSync(path, before);
      if (changed.length === 0) return;
      throw new ReleaseError(
        `A program that built ${what} wrote into ${listed(changed.map(({ name }) => name))}, by which steps speak to the runner. What it wrote was removed.`,
        {
          fix: 'Find out which part of the build does that, and remove it: it could change every later step of the job.',
        },
      );
    },
  };
}

function content(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined; // a rehearsal may name files that do not exist
  }
}
