import { openPage } from '../rehearsal/browser.ts';
import { Checkout } from '../rehearsal/checkout.ts';
import { surroundings } from '../runtime/surroundings.ts';
import type { Terminal } from '../world/terminal.ts';
import { readArguments, type Wanted } from './verify-arguments.ts';
import { linesOf, sumOf } from './finding.ts';
import { pageOf } from './page.ts';
import type { Actions } from './performer.ts';
import { verify } from './verification.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'token'>;

/** The command `verify`, which performs these actions. */
export function commandWith(actions: Actions): (args: readonly string[]) => (terminal: Here) => Promise<number> {
  return (args) => {
    const asked = readArguments(args);
    return (terminal) => perform(asked, actions, terminal);
  };
}

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
