import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';

const mostMegabytes = 16;
const longestLine = 64 * 1024;
const lastOnes = 10;
const longestTold = 300;

/** What a program prints: whole lines are passed on at once, and the last ones are kept for a refusal. */
export class Printed {
  readonly most = `${mostMegabytes} MiB`;
  readonly #print: (text: string) => void;
  readonly #tooMuch = new AbortController();
  readonly #rests = new Set<() => void>();
  #bytes = 0;
  #last: readonly string[] = [];
  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  /** Aborted when more was printed than anybody can read. */
  get isTooMuch(): AbortSignal {
    return this.#tooMuch.signal;
  }

  /** Takes a stream of the program. Several streams may have a line of their own in the making. */
  take(stream: NodeJS.ReadableStream): void {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length;
      if (this.#bytes > mostMegabytes * 1024 * 1024) return this.#tooMuch.abort();
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) lines.push(rest);
      if (rest.length > longestLine) rest = '';
      this.#pass(lines);
    });
    this.#rests.add(() => this.#pass([rest + decoder.end()].filter((line) => line !== '')));
  }

  /** Passes on the last line of each stream, which may have no end. */
  end(): void {
    for (const pass of this.#rests) pass();
    this.#rests.clear();
  }

  /** The last lines, for a message. */
  lastLines(): string {
    if (this.#last.length === 0) return ' It printed nothing.';
    return ` It printed last:${this.#last.map((line) => `\n    ${line}`).join('')}`;
  }

  #pass(lines: readonly string[]): void {
    if (lines.length === 0 || this.isTooMuch.aborted) return;
    this.#print(lines.map((line) => line.replace(/\r$/, '')).join('\n'));
    this.#last = [...this.#last, ...lines.slice(-lastOnes).flatMap(told)].slice(-lastOnes);
  }
}

/** A line without what would colour a terminal or move its cursor. Nothing if it is blank. */
function told(line: string): readonly string[] {
  const text = stripVTControlCharacters(line.slice(0, 10 * longestTold))
    .replaceAll(/[\x00-\x1f\x7f-\x9f]/g, ' ')
    .trimEnd();
  if (text === '') return [];
  return [text.length > longestTold ? `${text.slice(0, longestTold)} …` : text];
}
