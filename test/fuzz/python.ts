import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemProgram } from '../support/system.ts';
import { pythonTool } from '../support/tool.ts';

export type Python = AsyncDisposable & {
  /** Sends a line of JSON; the answers come in the order of the questions. */
  readonly ask: (question: unknown) => Promise<unknown>;
};

/** One Python that lives until it is disposed of: a process for each text would take days. */
export async function startPython(script: string, tool: string): Promise<Python> {
  const env = { PYTHONPATH: await pythonTool(tool), PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
  const path = join(import.meta.dirname, script);
  const child = spawn(await systemProgram('python3'), [path], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const waiting: PromiseWithResolvers<unknown>[] = [];
  const answers = createInterface({ input: child.stdout });
  answers.on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  answers.on('close', () => waiting.forEach(({ reject }) => reject(new Error(`${script} ended early.`))));
  return {
    ask: async (question) => {
      const answer = Promise.withResolvers<unknown>();
      waiting.push(answer);
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return answer.promise;
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await closed;
    },
  };
}
