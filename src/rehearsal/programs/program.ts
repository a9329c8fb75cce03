import { ReleaseError } from '../../domain/error.ts';
import type { Image } from '../images/image.ts';
import { type NamedImage, wholeName } from '../images/name.ts';
import type { Registries } from '../steps/found-action.ts';
import type { Visitor } from '../steps/room.ts';

/** One use of a program that is stood in for. */
export type ProgramCall = {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it was given to read; empty if it does not need it. */
  readonly stdin: Buffer;
  readonly visitor: Visitor;
  readonly world: Registries;
  /** Prints a line, or bytes as they are. */
  readonly print: (output: string | Buffer) => void;
  /** Prints a line for people. */
  readonly say: (line: string) => void;
  /** Says that an image was looked for and not found. */
  readonly missed: (name: NamedImage) => void;
  /** Says that a part of the step is not performed. */
  readonly omit: (reason: string) => void;
};

/** Does in this process what a program does. Returns the exit code, or throws a refusal, which is printed. */
export type StandInProgram = (call: ProgramCall) => Promise<number>;

/** An image of this machine. */
export function localImage({ visitor }: ProgramCall, name: NamedImage): Image {
  const found = visitor.room.images.get(wholeName(name));
  if (found === undefined) throw new ReleaseError(`No such image: ${wholeName(name)}`);
  return found;
}

/** An image of a registry. A rehearsal begins with empty registries. */
export async function remoteImage({ world, missed }: ProgramCall, name: NamedImage): Promise<Image> {
  const found = await world.readImage(name);
  if (found !== undefined) return found;
  missed(name);
  throw new ReleaseError(`${wholeName(name)}: manifest unknown`);
}
