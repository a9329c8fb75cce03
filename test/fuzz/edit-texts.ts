import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseYamlValue } from '../../src/domain/edits/yaml-value.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { mutated, noise } from './texts.ts';
import { semverTexts } from './version-texts.ts';

/** A piece of a real file, what is done to it before, and which of its values are set. */
export type Edits = {
  readonly file: string;
  readonly piece: number;
  readonly mutations: readonly Mutation[];
  readonly values: readonly (readonly [place: number, value: string])[];
};

type Mutation = readonly [name: keyof typeof mutations, lines: number];

/** By their path the pieces of every file; that of a list of images is cut, because most of it is alike. */
export type Corpus = ReadonlyMap<string, readonly string[]>;

const most = 2500;

export async function loadCorpus(): Promise<Corpus> {
  const cwd = join(import.meta.dirname, '..');
  // Left out are the 120 image lists of k8s.io: most samples would be one of them, and few of another kind.
  const exclude = ['fixtures/kubernetes__k8s.io'];
  const paths = await Array.fromAsync(
    glob(['fixtures/*__*/**/*.{yaml,lock,cff,json}', 'fuzz/*.toml.txt'], { cwd, exclude }),
  );
  const files = await Promise.all(
    paths
      .toSorted()
      .map(async (path) => [path.replace(/\.txt$/, ''), await readFile(join(cwd, path), 'utf8')] as const),
  );
  return new Map(files.flatMap(([path, text]) => [[path, piecesOf(text)] as const, ...inJson(path, text)]));
}

function piecesOf(text: string): readonly string[] {
  const items = text.split(/^(?=- )/m);
  if (text.length < 10_000 || items.length < 10) return [text];
  const pieces: string[] = [];
  for (const item of items) {
    const longer = (pieces.at(-1) ?? '') + item;
    if (pieces.length === 0 || longer.length > most) pieces.push(item.slice(0, 3 * most));
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

/** The JSON of the fixtures is small; what their YAML means is JSON too. */
function inJson(path: string, text: string): readonly (readonly [string, readonly string[]])[] {
  if (!/\.ya?ml$/.test(path) || text.length > 10_000) return [];
  const data = attempt(() => parseYamlValue({ file: path, text }));
  return data instanceof ReleaseError ? [] : [[`${path}.json`, [JSON.stringify(data, undefined, 2)]]];
}

/** The text of a sample before it is edited. */
export function textOf(corpus: Corpus, { file, piece, mutations: done }: Edits): string {
  const pieces = corpus.get(file) ?? [];
  const chosen = (lines: number) => (index: number) => (index * 7 + lines) % 5 === 0;
  return done.reduce(
    (text, [name, lines]) => mutations[name](text, chosen(lines)),
    pieces[piece % pieces.length] ?? '',
  );
}

type Chosen = (index: number) => boolean;

const everyLine = (change: (line: string) => string) => (text: string, isChosen: Chosen) =>
  text
    .split('\n')
    .map((line, index) => (isChosen(index) ? line.replace(/^[^\r]+/, change) : line))
    .join('\n');

// A plain word or number of YAML behind its key.
const word = /^([ -]*[\w."/-]+:) +([^\s"'#&*!|>{}[\]][^\s:#,{}[\]]*)$/;
const asWord = (written: (text: string) => string) =>
  everyLine((line) => line.replace(word, (_, key: string, text: string) => `${key} ${written(text)}`));

/** What else a file may look like. What is none any more after it, is refused by the parsers of both sides. */
const mutations = {
  crlf: (text: string) => text.replaceAll(/\r?\n/g, '\r\n'),
  'byte order mark': (text: string) => text.replace(/^\uFEFF?/, '\uFEFF'),
  'no final newline': (text: string) => text.replace(/\s+$/, ''),
  'blank lines': everyLine((line) => `${line}\n\n`),
  reindented: (text: string) => text.replaceAll(/^ +/gm, '$&$&'),
  comments: everyLine((line) => `${line} # a: "v1" '`),
  'comments after tabs': everyLine((line) => `${line}\t# ü: 🚀`),
  'spaces at the end': everyLine((line) => `${line} \t `),
  'spaces before values': everyLine((line) => line.replace(/: (?=\S)/, ':    ')),
  'double quotes': asWord((text) => `"${text}"`),
  'single quotes': asWord((text) => `'${text}' # "`),
  escapes: everyLine((line) => line.replaceAll(/(?<="\w*)\w(?=\w*")/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)),
  nothing: everyLine((line) => line.replace(word, '$1')),
  'nothing but a comment': everyLine((line) => line.replace(word, '$1 # x')),
  numbers: asWord(() => '3'),
  fractions: asWord(() => '1.19'),
  truths: asWord(() => 'true'),
  dates: asWord(() => '2024-01-31'),
  braces: asWord((text) => `{a: ${text}, "b":[${text},'${text}',], c: }`),
  anchors: asWord((text) => `&a ${text}`),
  aliases: asWord(() => '*a'),
  tags: asWord((text) => `!!str ${text}`),
  blocks: everyLine((line) =>
    line.replace(word, (_, key: string, text: string) => `${key} |\n${' '.repeat(20)}${text}`),
  ),
  'several lines': everyLine((line) =>
    line.replace(word, (_, key: string, text: string) => `${key} "${text}\n${' '.repeat(20)}x"`),
  ),
  'values on the next line': everyLine((line) =>
    line.replace(word, (_, key: string, text: string) => `${key}\n${' '.repeat(20)}${text}`),
  ),
  placeholders: asWord((text) => `${text}\${x}`),
  twice: everyLine((line) => `${line}\n${line}`),
  'document before': (text: string) => `--- # first\nfuzzed: v1\n---\n${text}`,
  'document after': (text: string) => `${text}\n---\nfuzzed: v1 # last\n...\n`,
  'one line': (text: string) => text.replaceAll(/\r?\n */g, ''),
  // Only JSON may be indented by tabs.
  'tabs for spaces': (text: string) =>
    text.startsWith('{') ? text.replaceAll(/^( {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)) : text,
} as const satisfies Readonly<Record<string, (text: string, isChosen: Chosen) => string>>;

// Numbers, truths and dates for one reader or another, and what would end a text, a comment, a list.
const nasty =
  "1.20|3.9|3|1e3|12345e7|0755|0o17|0x1F|0X1F|0b1|1_000|1:30|1:30.5|.5|5.|.|+1|-0|.inf|-.INF|.nan|yes|No|ON|y|N|true|FALSE|null|~|=|<<|2024-02-29|2024-1-1|2024-02-30|2024-01-01T00:00:00Z|v1.2.3|1.2.3|==0.1.0|>=1|dev-6d7d2a3f|6d7d2a3fe8243809b3c3a710792c8498292e2fc3|||-|--|---|...|- a|-a|? a|?a|?|: a|:a|:|a:|a: b|a:b|a #b|a#b|#|# a|\"|\"a|'|'a|it's|\\|a\\|\\u0041|[|]|{|}|[]|{}|a]|a}|a,b|a, b|,|,a|&a|*a|!a|!|%a|@a|`a|>|>a|\\||\\|a|a |${x}|{{ x }}|{(x)}|%YAML 1.1|é|🚀|ü # 🚀|http://a:1/b#c|$&|$1|__proto__|a\u00A0b|\u00A0|\u3000a|\u200B|\u202E|\uFFFD|\u{10FFFF}|a\tb|a\n|\u0085|\u2028|\uD800|\uFFFF|\uFEFF".split(
    /(?<!\\)\|/,
  );

const names = Object.keys(mutations) as (keyof typeof mutations)[];
const values = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty.map((text) => text.replace('\\|', '|'))) },
  { weight: 1, arbitrary: semverTexts },
  { weight: 1, arbitrary: mutated(semverTexts) },
  { weight: 1, arbitrary: noise },
);

/** Each sample sets that many values, one by one and then all at once. */
export const editsOfSample = 10;

/** A file of any kind: there are few of some kinds. */
function fileOf(corpus: Corpus): fc.Arbitrary<string> {
  const kinds = Map.groupBy(corpus.keys(), (path) => path.slice(path.lastIndexOf('.')));
  return fc.oneof(...kinds.values().map((paths) => fc.constantFrom(...paths)));
}

export const editTexts = (corpus: Corpus): fc.Arbitrary<Edits> =>
  fc.record({
    file: fileOf(corpus),
    piece: fc.nat(10_000),
    mutations: fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(4)), { maxLength: 3 }),
    values: fc.array(fc.tuple(fc.nat(10_000), values), { minLength: editsOfSample, maxLength: editsOfSample }),
  });
