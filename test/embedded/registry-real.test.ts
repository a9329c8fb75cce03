import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import answers from '../fixtures/registry-answers.json' with { type: 'json' };
import { dialogues, heard } from '../support/registry-dialogues.ts';

const recorded: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = answers;

it.each(Object.entries(dialogues))('answers as olareg or distribution does: %s', async (title, steps) => {
  await using registry = await startRegistry();
  const own = await heard(registry.url, steps);
  for (const [at, answer] of own.entries())
    expect(Object.values(recorded).map((real) => real[title]?.[at])).toContainEqual(answer);
});
