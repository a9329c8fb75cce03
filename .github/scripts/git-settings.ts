// Writes the keys of git's documentation into test/fixtures/git-settings.json, from a clone of git:
// node .github/scripts/git-settings.ts ../git v2.54.0
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './actions.ts';

const [clone = '../git', version = 'v2.54.0'] = process.argv.slice(2);
const git = (...args: string[]) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });

const pages = git('ls-tree', '-r', '--name-only', version, 'Documentation/').split('\n').filter((name) => name.endsWith('.adoc')); // prettier-ignore
const texts = new Map(pages.map((page) => [page, git('show', `${version}:${page}`)]));

const keys = new Map<string, string>();
for (const [page, text] of texts) if (page.startsWith('Documentation/config')) documented(text);
// gitattributes(5) has keys of its own, which the list of settings lacks.
for (const [, key = ''] of (texts.get('Documentation/gitattributes.adoc') ?? '').matchAll(/\b((?:filter|diff|merge)\.<[^>]+>\.[a-zA-Z]+)\b/g)) if (!keys.has(key)) keys.set(key, 'command'); // prettier-ignore
for (const [, key = ''] of [...texts.values()].join('\n').matchAll(/\b(tar\.<[^>]+>\.[a-zA-Z]+|fetch\.uriprotocols)\b/g)) if (!keys.has(key)) keys.set(key, 'command'); // prettier-ignore

/** Reads the terms of a list and the text below them: `core.pager::` and what follows. */
function documented(text: string): void {
  const parts = text.split(/^(?=`?[a-zA-Z][^\n]*?`?(?: \(deprecated\))?::$)/m);
  let waiting: string[] = [];
  for (const part of parts) {
    const [, term = ''] = /^`?([^`\n]+?)`?(?: \(deprecated\))?::\n/.exec(part) ?? [];
    const below = part.slice(part.indexOf('\n') + 1);
    if (!/^[a-z][a-z\d-]*\.\S+$/i.test(term)) continue;
    waiting.push(term);
    if (below.trim() === '') continue; // several terms have one text
    for (const key of waiting) keys.set(key, below);
    waiting = [];
  }
}

const programs = /\b(?:commands?|programs?|execut\w+|invoked?|scripts?|shell|hooks?|helpers?|pager|editor|one-?liner|daemon|browser)\b/i; // prettier-ignore
const connections = /\b(?:prox(?:y|ies)|URLs?|hosts?|servers?|certificates?|cookies?|headers?|protocols?|SSL|TLS|redirects?|credentials?|passwords?)\b/i; // prettier-ignore
const list = [...keys]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([key, text]) => ({ key, program: programs.test(text), connection: connections.test(text) }));
const lines = list.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
writeFileSync(
  join(root, 'test/fixtures/git-settings.json'),
  `{\n  "version": ${JSON.stringify(version)},\n  "settings": [\n${lines}\n  ]\n}\n`,
);
console.log(`${list.length} keys of git ${version}, ${list.filter(({ program }) => program).length} of them with a text about programs.`); // prettier-ignore
