import type { MadeUpSecret } from './made-up-secrets.ts';
import type { Masks } from './masks.ts';
import type { Annotation, Omission } from './records.ts';
import { parseCommand, type RunnerCommand } from './runner-commands.ts';

const mostLines = 50_000;

/** The command by which a program of the rehearsal itself says what it does not do. */
export const omission = 'rehearsal-omits';

/** What a step says to the runner: its log, and the commands in it. What a step of a composite action says, the action says. */
export class Speech {
  readonly annotations: Annotation[] = [];
  readonly log: string[] = [];
  readonly outputs: Record<string, string> = {};
  readonly states: Record<string, string> = {};
  notPerformed: string | undefined;
  readonly omitted: Omission[] = [];
  /** What the step has got of secrets without a real value. */
  readonly madeUp = new Set<MadeUpSecret>();
  summary = '';
  readonly #masks: Masks;
  readonly #around: Speech | undefined;
  readonly #at: Omission['at'] | undefined;
  /** The word that ends `stop-commands`. */
  #stopped: string | undefined;

  constructor(masks: Masks, around?: Speech, at?: Omission['at']) {
    this.#masks = masks;
    this.#around = around;
    this.#at = at;
  }

  /** A line that a program printed. */
  hear(line: string): void {
    const command = parseCommand(line);
    if (this.#stopped !== undefined) {
      if (command?.name === this.#stopped.toLowerCase()) this.#stopped = undefined;
      else this.say(line);
    } else if (command === undefined || !this.#obey(command)) this.say(line);
  }

  /** A line of the log. */
  say(line: string): void {
    const shown = this.#masks.hide(line);
    if (this.log.length < mostLines) this.log.push(shown);
    this.#around?.say(shown);
  }

  annotate(annotation: Annotation): void {
    const shown = { ...annotation, message: this.#masks.hide(annotation.message) };
    this.annotations.push(shown);
    this.#around?.annotate(shown);
  }

  /** Says once that a part of the step is not performed. */
  omit(reason: string, at: Omission['at']): void {
    const shown = this.#masks.hide(reason);
    if (this.omitted.some((one) => one.reason === shown)) return;
    this.omitted.push({ reason: shown, at });
    this.tellUnperformed(reason, at);
  }

  /** Says why the step, or a part of it, is not performed. A composite action says it for its steps. */
  tellUnperformed(reason: string, at: Omission['at']): void {
    if (this.#around === undefined)
      this.annotate({ kind: 'warning', message: `Not performed, because ${reason}.`, at });
    else this.#around.omit(reason, at);
  }

  summarize(text: string): void {
    this.summary += this.#masks.hide(text);
    this.#around?.summarize(text);
  }

  /** Whether this is a command that the runner knows. */
  #obey({ name, properties, message }: RunnerCommand): boolean {
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate({ kind: name, message, at: placeOf(properties) });
        this.say(`${name}: ${message}`);
        return true;
      case 'add-mask':
        this.#masks.add(message);
        return true;
      case 'stop-commands':
        this.#stopped = message;
        return true;
      case 'set-output':
        this.outputs[properties['name'] ?? ''] = message;
        return true;
      case 'save-state':
        this.states[properties['name'] ?? ''] = message;
        return true;
      case 'group':
      case 'endgroup':
        this.say(`##[${name}]${message}`); // as the log of GitHub has it
        return true;
      case 'set-env':
      case 'add-path':
        this.annotate({
          kind: 'error',
          message: `The command ${name} is disabled. Write to GITHUB_${name === 'set-env' ? 'ENV' : 'PATH'}.`,
          at: undefined,
        });
        return true;
      case omission:
        if (this.#at !== undefined) this.omit(message, this.#at);
        return true;
      case 'echo':
      case 'debug':
      case 'add-matcher':
      case 'remove-matcher':
        return true;
      default:
        return false;
    }
  }
}

function placeOf({ file, line }: Readonly<Record<string, string>>): Annotation['at'] {
  if (file === undefined) return undefined;
  return line === undefined ? { file } : { file, line: Number(line) };
}
