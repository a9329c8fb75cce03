import { writeFile } from 'node:fs/promises';
import { startRealRegistry } from '../../test/support/real-registry.ts';
import { dialogues, heard } from '../../test/support/registry-dialogues.ts';

// Records what two real registries answer, with which a test compares the embedded one. Building distribution takes
// minutes, so that no test does it.
const recorded: Record<string, unknown> = {};
for (const name of ['olareg', 'distribution'] as const) {
  const answers: Record<string, unknown> = {};
  for (const [title, steps] of Object.entries(dialogues)) {
    await using real = await startRealRegistry(name);
    answers[title] = await heard(real.url, steps);
  }
  recorded[name] = answers;
}
const file = new URL('../../test/fixtures/registry-answers.json', import.meta.url);
await writeFile(file, `${JSON.stringify(recorded, undefined, 1)}\n`);
