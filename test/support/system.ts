import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import programs from '../../.github/scripts/setup/programs.json' with { type: 'json' };

export type SystemProgram = Exclude<keyof typeof programs, 'node'>;

/** The path of a program that belongs to the machine. `npm test` and its like look for all of them before they begin. */
export async function systemProgram(name: SystemProgram): Promise<string> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const place = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (place !== undefined) return place;
  const { debian, homebrew } = programs[name];
  throw new Error(
    `${name} is not on PATH, and is needed: apt-get install ${debian.join(' ')}, or brew install ${homebrew.join(' ')}.`,
  );
}
