import { editText } from '../../src/domain/edits/edit.ts';
import { parsePath, formatPath } from '../../src/domain/edits/path.ts';
import type { Segment } from '../../src/domain/edits/path.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import { type Corpus, type Edits, editsOfSample, editTexts, textOf } from './edit-texts.ts';
import type { Python } from './python.ts';

/** A value or a structure of a file, as Python's parsers see it. */
type Part = {
  readonly path: readonly (string | number)[];
  readonly document: number;
  /** What readers take it for; for a plain scalar of YAML both the old and the new ones. */
  readonly kind: string;
  readonly text?: string;
  /** Whether it can be set: nothing refers to it, fills it in, or continues it on the next line. */
  readonly isFree?: boolean;
  readonly line?: number;
  readonly columns?: readonly [number, number];
};
type Value = Part & { readonly text: string };

/** An error where the parser refuses the file. */
type Parts = readonly Part[] | Error;
type Read = (text: string, isThorough?: boolean) => Promise<Parts>;

/** Values of real files, mutated, are set: for Python just these differ, and in the text just their lines. */
export const editTrial = (corpus: Corpus, python: Python): Trial<Edits> => ({
  name: 'edits',
  samples: editTexts(corpus),
  refs: editsOfSample + 1,
  judge: async (samples, thoroughly) =>
    Promise.all(
      samples.map(async (sample, index) => {
        // ruamel, in Python, takes twenty times as long as libyaml.
        const isThorough = thoroughly || index % 50 === 0;
        try {
          return await verdictsOf(sample, textOf(corpus, sample), { python, isThorough });
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

type Judge = { readonly python: Python; readonly isThorough: boolean };

async function verdictsOf({ file, values }: Edits, text: string, { python, isThorough }: Judge): Promise<Verdicts> {
  const kind = file.slice(file.lastIndexOf('.') + 1);
  const read: Read = async (content, slowly = false) => {
    const parts = (await python.ask([file, content, slowly])) as readonly Part[] | string;
    return typeof parts === 'string' ? new Error(parts) : parts;
  };
  const before = await read(text);
  if (before instanceof Error) return [`edits: ${kind}: not for Python, so not tried`];
  const places = before.filter((part): part is Value => part.text !== undefined && part.path.length > 0);
  if (places.length === 0) return [`edits: ${kind}: nothing to be set`];
  const wishes = values.map(([at, value]) => ({ part: places[at % places.length] as Value, value })); // of all, one
  const context = { file, text, before, read, isThorough };
  const verdicts: string[] = [];
  const done: Wish[] = [];
  for (const wish of wishes) {
    const verdict = await setOne(wish, context);
    if (verdict === 'set' && !done.some(({ part }) => part === wish.part)) done.push(wish);
    verdicts.push(`edits: ${kind}: ${verdict}`);
  }
  if (done.length > 1) await setAll(done, context);
  return done.length > 1 ? [...verdicts, `edits: ${kind}: several at once`] : verdicts;
}

type Wish = { readonly part: Value; readonly value: string };
type Context = {
  readonly file: string;
  readonly text: string;
  readonly before: readonly Part[];
  readonly read: Read;
  readonly isThorough: boolean;
};

// What is on one line of a text file: no ends of lines, no control characters, and nothing that is no character.
const writable = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF]*$/u;

async function setOne(wish: Wish, context: Context): Promise<string> {
  const { part, value } = wish;
  const what = `${formatPath(segmentsOf(part))} of ${context.file} to ${JSON.stringify(value)}`;
  const after = await attemptEdit([wish], context);
  const isTwice = part.path.some((_, index) => alike(part, index + 1, context.before) > 1);
  // Where there are several documents, the path may mean a value of two of them, or of another one.
  const isAmbiguous = isTwice || context.before.some(({ document }) => document !== part.document);
  if (after instanceof ReleaseError) {
    const isExpected = part.isFree !== true || !writable.test(value) || isAmbiguous;
    demand(isExpected, `${what} is refused: ${after.message}`);
    return 'refused, as it should be';
  }
  demand(part.isFree === true && !isTwice && writable.test(value), `${what} is not refused`);
  await laws([wish], context, after, what);
  return after === context.text ? 'was right before' : 'set';
}

/** How many parts of the document stand at the beginning of this path. */
function alike({ path, document }: Part, length: number, parts: readonly Part[]): number {
  const key = JSON.stringify(path.slice(0, length));
  return parts.filter((part) => part.document === document && JSON.stringify(part.path) === key).length;
}

async function setAll(wishes: readonly Wish[], context: Context): Promise<void> {
  const what = wishes
    .map(({ part, value }) => `${formatPath(segmentsOf(part))} to ${JSON.stringify(value)}`)
    .join(', ');
  const after = await attemptEdit(wishes, context);
  if (after instanceof ReleaseError) throw new Error(`${what} at once is refused: ${after.message}`);
  await laws(wishes, context, after, what);
}

async function attemptEdit(wishes: readonly Wish[], { file, text }: Context): Promise<string | ReleaseError> {
  try {
    const edits = wishes.map(({ part, value }) => ({ path: parsePath(formatPath(segmentsOf(part))), value }));
    return (await editText({ file, text }, edits)).text;
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

const segmentsOf = ({ path }: Part): readonly Segment[] =>
  path.map((step) => (typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step }));

async function laws(wishes: readonly Wish[], context: Context, after: string, what: string): Promise<void> {
  lineLaw(wishes, context, after, what);
  meaningLaw(wishes, context.before, await context.read(after), what);
  if (!context.isThorough || !/\.(ya?ml|cff|lock)$/.test(context.file)) return;
  const [old, now] = await Promise.all([context.read(context.text, true), context.read(after, true)]);
  if (old instanceof Error) return;
  const slow = wishes.map(({ part, value }) => ({ part: old[context.before.indexOf(part)] as Value, value })); // same order
  meaningLaw(slow, old, now, `for ruamel, ${what}`);
}

/** Only lines of the values differ, and in them only what stands between the ends of the value. */
function lineLaw(wishes: readonly Wish[], { text }: Context, after: string, what: string): void {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  demand(after.startsWith(mark), `${what} loses the byte order mark`);
  const [old, now] = [text, after].map((all) => all.slice(mark.length).split('\n')) as [string[], string[]];
  demand(old.length === now.length, `${what} makes ${old.length} lines ${now.length}`);
  const differing = old
    .keys()
    .filter((index) => old[index] !== now[index])
    .toArray();
  demand(differing.length <= wishes.length, `${what} changes the lines ${differing.join()}`);
  for (const { part } of wishes.length === 1 ? wishes : []) {
    if (part.line === undefined || part.columns === undefined) continue;
    demand(
      differing.every((line) => line === part.line),
      `${what} changes line ${differing.join()}`,
    );
    const [before, line] = [old, now].map((lines) => Array.from(lines[part.line ?? 0] ?? '')) as [string[], string[]];
    const [start, end] = [before.slice(0, part.columns[0]), before.slice(part.columns[1])];
    const isKept = line.join('').startsWith(start.join('')) && line.join('').endsWith(end.join(''));
    demand(isKept && line.length >= start.length + end.length, `${what} changes what is around it: ${line.join('')}`);
  }
}

/** A whole number may become a fraction. */
const sortOf = ({ kind }: Part) => kind.replaceAll(/\b(int|float|Bare)\b/g, 'number');

/** The values read as the text that was wished, or stay what they were before; all else is as it was. */
function meaningLaw(wishes: readonly Wish[], before: readonly Part[], after: Parts, what: string): void {
  if (after instanceof Error) throw new Error(`${what} makes a file that is none: ${after.message}`);
  demand(before.length === after.length, `${what} makes ${before.length} parts ${after.length}`);
  for (const [index, one] of before.entries()) {
    const other = after[index] ?? one;
    const wish = wishes.find(({ part }) => part === one);
    demand(
      JSON.stringify(one.path) === JSON.stringify(other.path),
      `${what} makes ${one.path.join()} ${other.path.join()}`,
    );
    if (wish === undefined) {
      const isSame = one.kind === other.kind && one.text === other.text;
      demand(isSame, `${what} makes ${one.path.join()} ${other.kind} ${other.text}`);
    } else {
      const isMoment = /date|time/.test(one.kind) && one.kind === other.kind; // Python writes it in its own way
      const isText = /^str( str)?$/.test(other.kind);
      demand(isText || sortOf(one) === sortOf(other), `${what} makes it ${other.kind}`);
      demand(isMoment || other.text === wish.value, `${what} makes it ${JSON.stringify(other.text)}`);
    }
  }
}
