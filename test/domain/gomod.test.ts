import { execFile } from 'node:child_process';
import { glob, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attempt } from '../../src/domain/error.ts';
import { parseGoMod } from '../../src/domain/gomod/go-mod-file.ts';
import type { GoMod } from '../../src/domain/gomod/go-mod-file.ts';
import { tool } from '../support/tool.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const real = await Array.fromAsync(glob('**/go.mod', { cwd: fixtures }));

type GoVersion = { readonly Path: string; readonly Version?: string };
type GoJson = {
  readonly Module?: GoVersion;
  readonly Require?: readonly (GoVersion & { readonly Indirect?: boolean })[] | null;
  readonly Replace?: readonly { readonly Old: GoVersion; readonly New: GoVersion }[] | null;
  readonly Retract?: readonly { readonly Low: string; readonly High: string }[] | null;
};
type Reading = Pick<GoMod, 'path' | 'retracts'> & {
  readonly requires: readonly (readonly [path: string, version: string, isIndirect: boolean])[];
  readonly replaces: readonly (readonly (string | undefined)[])[];
};

/** What Go itself reads in a go.mod file; undefined where it refuses. */
async function goReads(text: string): Promise<Reading | undefined> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gomod-'));
  const file = join(folder.path, 'go.mod');
  await writeFile(file, text);
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' };
  const printed = await promisify(execFile)(await tool('go'), ['mod', 'edit', '-json', file], { env }).catch(
    () => undefined,
  );
  if (printed === undefined) return undefined;
  const json = JSON.parse(printed.stdout) as GoJson;
  return {
    path: json.Module?.Path || undefined,
    requires: (json.Require ?? []).map(({ Path, Version = '', Indirect = false }) => [Path, Version, Indirect]),
    replaces: (json.Replace ?? []).map(({ Old, New }) => [Old.Path, Old.Version, New.Path, New.Version]),
    retracts: (json.Retract ?? []).map(({ Low, High }) => ({ low: Low, high: High })),
  };
}

function weRead(text: string): Reading | undefined {
  const read = attempt(() => parseGoMod(text, 'go.mod'));
  if (read instanceof Error) return undefined;
  return {
    path: read.path,
    requires: read.requires.map(({ path, version, isIndirect }) => [path, version, isIndirect]),
    replaces: read.replaces.map(({ path, version, by, byVersion }) => [path, version, by, byVersion]),
    retracts: read.retracts,
  };
}

const m = 'module example.com/m\n';

describe('a go.mod file is read as go mod edit -json reads it', () => {
  it.each(real)('%s', async (file) => {
    const text = await readFile(join(fixtures, file), 'utf8');
    const read = weRead(text);
    expect(read?.path).toMatch(/^github\.com\/confidential-containers\/cloud-api-adaptor\/src\//);
    expect(read).toEqual(await goReads(text));
  });

  it.each([
    ['an empty file', ''],
    ['only a comment', '// nothing\n'],
    ['no module line', 'go 1.25\n'],
    ['a block', `${m}require (\n\ta.b/c v1.0.0\n\n\t// why\n\ta.b/d v1.2.3 // indirect\n)\n`],
    ['an empty block', `${m}require ()\nrequire (\n)\n`],
    ['an empty block with a comment', `${m}require ( ) // none\n`],
    ['a module block', 'module (\n\texample.com/m\n)\n'],
    ['a quoted path', 'module "example.com/m"\nrequire "a.b/c" "v1.0.0"\n'],
    ['escapes in quotes', 'module "example.com\\x2fm\\u0041\\101"\n'],
    ['a bad escape', 'module "example.com/\\q"\n'],
    ['a path in backquotes', 'module `example.com/m`\n'],
    ['a path in single quotes', "module 'example.com/m'\n"],
    ['CRLF', `${m}require (\n\ta.b/c v1.0.0 // indirect\n)\n`.replaceAll('\n', '\r\n')],
    ['a BOM', `\ufeff${m}`],
    ['no final newline', 'module example.com/m // end'],
    ['a comment without a space', 'module example.com/m//end\n'],
    ['a comment of C', `/* no */\n${m}`],
    ['a comment of C at the end of a word', 'module example.com/m/* no */\n'],
    ['indirect and more', `${m}require a.b/c v1.0.0 // indirect; for tests\n`],
    ['indirect without its semicolon', `${m}require a.b/c v1.0.0 // indirect for tests\n`],
    ['indirect without a space', `${m}require a.b/c v1.0.0 //indirect\n`],
    ['not quite indirect', `${m}require a.b/c v1.0.0 // indirectly\n`],
    ['retractions', `${m}retract (\n\tv1.0.0 // oops\n\t[v1.1.0, v1.2.0]\n\t[ v1.3.0 , v1.4.0 ]\n)\n`],
    ['a retraction without an end', `${m}retract [v1.1.0, v1.2.0\n`],
    [
      'toolchain, godebug, tool and ignore',
      `${m}go 1.25\ntoolchain go1.25.1\ngodebug default=go1.21\ntool a.b/c\nignore ./x\n`,
    ],
    ['a short version', `${m}require a.b/c v1.2\n`],
    ['build metadata', `${m}require a.b/c v1.2.3+meta\n`],
    ['incompatible', `${m}require a.b/c v2.0.0+incompatible\n`],
    ['a major version without a suffix', `${m}require a.b/c v2.0.0\n`],
    ['a suffix of another major version', `${m}require a.b/c/v3 v2.0.0\n`],
    ['a suffix that no path has', `${m}require a.b/c/v1 v1.0.0\n`],
    ['a dotted suffix', `${m}require a.b/c/v2.1 v2.1.0\n`],
    [
      'gopkg.in',
      `${m}require (\n\tgopkg.in/yaml.v3 v3.0.1\n\tgopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405\n)\n`,
    ],
    ['gopkg.in without a version', `${m}require gopkg.in/yaml v3.0.1\n`],
    ['a branch as a version', `${m}require a.b/c main\n`],
    ['a leading zero', `${m}require a.b/c v1.02.3\n`],
    ['no version', `${m}require a.b/c\n`],
    ['three words', `${m}require a.b/c v1.0.0 v1.0.1\n`],
    ['two modules', `${m}${m}`],
    ['a folder as a replacement', `${m}replace a.b/c => ../c\nreplace a.b/d v1.0.0 => ./d\n`],
    ['a folder at the root as a replacement', `${m}replace a.b/c => /c\n`],
    ['a folder with a version', `${m}replace a.b/c => ../c v1.0.0\n`],
    ['a folder of Windows', `${m}replace a.b/c => ..\\c\n`],
    ['a module as a replacement', `${m}replace a.b/c v1.0.0 => a.b/fork v1.0.1\n`],
    ['a module without a version as a replacement', `${m}replace a.b/c => a.b/fork\n`],
    ['a replacement without an arrow', `${m}replace a.b/c ../c\n`],
    ['a block of replacements', `${m}replace (\n\ta.b/c => ../c // here\n\ta.b/d => a.b/e v1.0.0\n)\n`],
    ['an exclusion', `${m}exclude a.b/c v1.0.0\n`],
    ['an exclusion without a version', `${m}exclude a.b/c\n`],
    ['a block that does not end', `${m}require (\n`],
    ['text behind a block', `${m}require (\n\ta.b/c v1.0.0\n) x\n`],
    ['a string that does not end', 'module "example.com/m\n'],
    ['a tab and spaces', 'module \t example.com/m \t\n'],
    ['a character that nobody sees', 'module example.com/\u200bm\n'],
    ['other scripts', 'module example.com/größe\n'],
  ])('%s', async (_, text) => expect(weRead(text)).toEqual(await goReads(text)));
});

it.each([
  ['a line', 'future a.b/c v1.0.0'],
  ['a block', 'future (\n\ta.b/c v1.0.0\n)'],
  ['a block with a name', 'require future (\n\ta.b/c v1.0.0\n)'],
])('%s that only a newer Go knows is left to it', (_, text) => {
  expect(weRead(`${m}${text}\n`)).toEqual({ path: 'example.com/m', requires: [], replaces: [], retracts: [] });
});
