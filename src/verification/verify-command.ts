import { parseArgs } from 'node:util';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import { openPage } from '../rehearsal/browser.ts';
import { Checkout } from '../rehearsal/checkout.ts';
import { parsed } from '../rehearsal/parsed.ts';
import { surroundings } from '../runtime/surroundings.ts';
import type { Terminal } from '../world/terminal.ts';
import { linesOf, sumOf } from './finding.ts';
import { pageOf } from './page.ts';
import type { Actions } from './performer.ts';
import { type Asked, verify } from './verification.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'token'>;

const help = `Verify a release that is out: build it again from its tag, and compare everything that can be compared.

Usage: release-actions verify <tag> [options]

Reads the workflows of the tag. Wheel, docs and charts are built again in a temporary folder and compared with the files of the
release and the registries; so are versions, tags of modules, notes, and images in every place to which they were promoted.
Writes nothing. What cannot be compared is named.

  --input NAME=VALUE
    An input of workflows that people start. Can be given several times.
  --var NAME=VALUE
    A variable of the repository. Can be given several times.
  --json
    Print the findings as JSON.
  --open
    Write them as a page, and open it.

Set GH_TOKEN or GITHUB_TOKEN for a private repository, or for more requests.
The exit code is 0 if nothing differs, 1 if something does, and 2 for a wrong command line.

Examples
  release-actions verify v1.2.0
  release-actions verify v1.2.0 --json
  release-actions verify chart/0.3.0 --input image=v0.4.0 --open
`;

/** The command `verify`, which performs these actions. */
export function commandWith(actions: Actions): (args: readonly string[]) => (terminal: Here) => Promise<number> {
  return (args) => {
    const asked = readArguments(args);
    if (asked !== 'help') return (terminal) => perform(asked, actions, terminal);
    return async ({ print }) => {
      print(help);
      return 0;
    };
  };
}

type Wanted = Asked & { readonly isJson: boolean; readonly isOpened: boolean };

async function perform(
  asked: Wanted,
  actions: Actions,
  { folder, env, releaseTree, print, note, token }: Here,
): Promise<number> {
  const checkout = await Checkout.open(folder, env, note);
  const here = { ...surroundings(folder, () => {}), trustsWorkspace: false };
  const verified = await verify(asked, checkout, { actions, surroundings: here, token, releaseTree });
  const { tag, commit, findings } = verified;
  const isSame = findings.every(({ verdict }) => verdict !== 'different');
  if (asked.isJson) print(`${JSON.stringify({ isSame, ...verified }, undefined, 2)}\n`);
  else print(`${[`${tag} at ${commit.slice(0, 12)}`, ...findings.flatMap(linesOf), sumOf(findings)].join('\n')}\n`);
  if (asked.isOpened) {
    const path = await openPage({ name: `${tag}-verified`, html: pageOf(verified) }, env);
    if (!asked.isJson) print(`Page: ${path}\n`);
  }
  return isSame ? 0 : 1;
}

function readArguments(args: readonly string[]): Wanted | 'help' {
  const options = {
    input: { type: 'string', multiple: true },
    var: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    open: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parsed('verify', () =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  if (values.help === true) return 'help';
  const [tag, ...more] = positionals;
  if (tag === undefined || more.length > 0)
    throw new ReleaseError(`verify takes one tag, not ${positionals.length}.`, {
      fix: 'Write release-actions verify v1.2.0.',
    });
  return {
    tag: tag.replace(/^refs\/tags\//, ''),
    inputs: named('input', values.input),
    vars: named('var', values.var),
    isJson: values.json === true,
    isOpened: values.open === true,
  };
}

function named(option: string, texts: readonly string[] = []): Readonly<Record<string, string>> {
  const entries = texts.map((text) => {
    const [, name, value] = /^([\w-]+)=([^]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw new ReleaseError(`--${option} ${quoted(text)} has no name and value.`, {
        fix: `Write --${option} NAME=VALUE.`,
      });
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}
