import { ReleaseError } from '../domain/error.ts';

/** What Node reads of a command line. What it refuses becomes the refusal of a command. */
export function parsed<T>(command: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ReleaseError(message, { fix: `release-actions ${command} --help lists all options.`, cause });
  }
}
