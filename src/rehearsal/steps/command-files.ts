import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';

const kinds = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'] as const;
type Kind = (typeof kinds)[number];

const mostOfSummary = 1024 * 1024;

/** Gives each step its files, and that of its script. Those of the next one are made while a program runs: the rehearsal only waits then. */
export class CommandFolder {
  readonly #temp: string;
  #next: CommandFiles | undefined;
  #used: CommandFiles | undefined;
  #script: string | undefined;

  constructor(temp: string) {
    this.#temp = temp;
  }

  take(): CommandFiles {
    const made = this.#next;
    this.#next = undefined;
    return made?.areEmpty() === true ? made : this.#written(() => CommandFiles.create(this.#temp));
  }

  /** Writes a script, and returns its file. A step may have removed the folder: the next one has it again, as on a runner. */
  writeScript(text: string, extension: string): string {
    const made = this.#script;
    const isMade = made !== undefined && extname(made) === extension;
    const path = isMade ? made : this.#scriptName(extension);
    if (isMade) this.#script = undefined;
    this.#written(() => {
      mkdirSync(this.#temp, { recursive: true });
      writeFileSync(path, text);
    });
    return path;
  }

  // Why: docs/decisions.md D96
  /** Takes the files of a step back. A later one gets them, empty and under other names. */
  giveBack(files: CommandFiles): void {
    this.#used = files;
  }

  prepare(): void {
    const used = this.#used;
    this.#used = undefined;
    try {
      this.#next ??= used?.renewed() ?? CommandFiles.create(this.#temp);
      if (this.#script === undefined) writeFileSync((this.#script = this.#scriptName('.sh')), '');
    } catch {
      // The next step tries again, and says why it cannot.
    }
  }

  #scriptName(extension: string): string {
    return join(this.#temp, `${randomUUID()}${extension}`);
  }

  #written<Result>(write: () => Result): Result {
    try {
      return write();
    } catch (cause) {
      const { code, path } = cause as NodeJS.ErrnoException;
      throw new ReleaseError(`${path} cannot be written (${code}).`, {
        fix: `Let no step before put something else in the place of RUNNER_TEMP, or change who may write there.`,
        cause,
      });
    }
  }
}

/** The files with which a step speaks to the runner. Each step gets its own. */
export class CommandFiles {
  /** Their paths, by the variable that names them. */
  readonly environment: Readonly<Record<Kind, string>>;
  readonly #folder: string;

  static create(temp: string): CommandFiles {
    const folder = join(temp, '_runner_file_commands');
    mkdirSync(folder, { recursive: true });
    const files = new CommandFiles(folder);
    for (const path of Object.values(files.environment)) writeFileSync(path, '');
    return files;
  }

  private constructor(folder: string) {
    const id = randomUUID();
    const paths = kinds.map((kind) => [kind, join(folder, `${kind.slice(7).toLowerCase()}_${id}`)] as const);
    this.#folder = folder;
    this.environment = Object.fromEntries(paths) as Record<Kind, string>;
  }

  /** The same files, empty and with other names. None if the step has put something else in the place of one. */
  renewed(): CommandFiles | undefined {
    const renewed = new CommandFiles(this.#folder);
    for (const kind of kinds) {
      const [old, path] = [this.environment[kind], renewed.environment[kind]];
      const found = lstatSync(old, { throwIfNoEntry: false });
      if (found?.isFile() !== true || found.nlink > 1) return undefined;
      renameSync(old, path);
      if (found.size > 0) truncateSync(path);
    }
    return renewed;
  }

  /** Another step may have removed them, or written there. */
  areEmpty(): boolean {
    return Object.values(this.environment).every((path) => statSync(path, { throwIfNoEntry: false })?.size === 0);
  }

  /** The names and values in a file. */
  pairs(kind: Exclude<Kind, 'GITHUB_PATH' | 'GITHUB_STEP_SUMMARY'>): Readonly<Record<string, string>> {
    return parsePairs(this.#text(kind), kind);
  }

  /** The folders that are put before the PATH, the last one first. */
  folders(): readonly string[] {
    return this.#text('GITHUB_PATH').split(/\r?\n/).filter(Boolean).toReversed();
  }

  /** GitHub drops a summary that is too large. */
  summary(): string {
    const text = this.#text('GITHUB_STEP_SUMMARY');
    return Buffer.byteLength(text) > mostOfSummary ? '' : text;
  }

  /** A step can remove a file, which says nothing then. */
  #text(kind: Kind): string {
    const path = this.environment[kind];
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() && found.size > 0 ? readFileSync(path, 'utf8') : '';
  }
}

/** `name=value`, or `name<<END`, lines, `END`. */
export function parsePairs(text: string, file: string): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, name, delimiter] = /^([^=]*?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new ReleaseError(`${file} has no line ${quoted(delimiter)}, which ends the value of ${name}.`);
      pairs[name] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals <= 0)
      throw new ReleaseError(`The line ${quoted(line.slice(0, 80))} of ${file} has no name and value.`, {
        fix: 'Write name=value. A value of several lines needs name<<END, the lines, and END.',
      });
    pairs[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return pairs;
}
