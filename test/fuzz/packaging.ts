import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemProgram } from '../support/system.ts';
import { pythonTool } from '../support/tool.ts';

/** What Python's `packaging` makes of a text, and its place in the order of its group; equal versions share one. */
export type Reading = {
  readonly text: string;
  readonly release: readonly number[];
  readonly isPrerelease: boolean;
  readonly rank: number;
};

/** Null: not a version. */
export type Readings = readonly (Reading | null)[];

export type Packaging = AsyncDisposable & {
  readonly read: (groups: readonly (readonly string[])[]) => Promise<readonly Readings[]>;
};

/** One Python that lives until it is disposed of: a process for each text would take days. */
export async function startPackaging(): Promise<Packaging> {
  const env = { PYTHONPATH: await pythonTool('packaging'), PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
  const script = join(import.meta.dirname, 'readings.py');
  const child = spawn(await systemProgram('python3'), [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async (groups) => {
      child.stdin.write(`${JSON.stringify(groups)}\n`);
      const answer = await answers.next();
      if (answer.done) throw new Error(`${script} ended early.`);
      return JSON.parse(answer.value) as readonly Readings[];
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await answers.next();
    },
  };
}
