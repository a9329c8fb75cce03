import { freshClone } from '../../../test/support/fresh-clone.ts';
import { table } from './table.ts';

const project = `${import.meta.dirname}/../../..`;
const goals = { first: 75, again: 30 };

/** From `git clone` to the end of the example on a machine that has nothing of it, and the example once more. */
export async function fromClone(): Promise<boolean> {
  const begin = performance.now();
  await using clone = await freshClone(project);
  const first = await clone.run('npm', 'run', 'example', '--', 'cloud-api-adaptor');
  const firstSeconds = (performance.now() - begin) / 1000;
  const again = await clone.run('npm', 'run', 'example', '--', 'cloud-api-adaptor');
  for (const { exitCode, output } of [first, again])
    if (exitCode !== 0) throw new Error(`The example ended with ${exitCode}:\n${output}`);
  const rows = [
    ['git clone → end of the example', firstSeconds, first.silentSeconds, goals.first],
    ['the example again', again.seconds, again.silentSeconds, goals.again],
  ] as const;
  const cells = rows.map(([name, ...seconds]) => [name, ...seconds.map((value) => `${value.toFixed(0)} s`)]);
  console.log(table(['', 'takes', 'longest silence', 'goal'], cells));
  return rows.every(([, seconds, , goal]) => seconds <= goal);
}
