/** What happened to a ref: this push made or moved it, it was there before, or it was refused. */
export type PushAnswer = 'made' | 'there' | 'refused';

/**
 * The answers for refs that `git push --porcelain` or a remote helper printed. There is none for a ref of which the remote
 * reported nothing, so that nobody knows.
 */
export function pushAnswers(stdout: string): Map<string, PushAnswer> {
  const answers = new Map<string, PushAnswer>();
  for (const line of stdout.split('\n')) {
    const [ref, answer] = pushed(line) ?? helped(line) ?? [];
    if (ref !== undefined && answer !== undefined) answers.set(ref, answer);
  }
  return answers;
}

/** https://git-scm.com/docs/git-push#_output */
function pushed(line: string): readonly [ref: string, answer: PushAnswer | undefined] | undefined {
  const [, flag, ref, summary = ''] = /^([ +*=!-])\t[^\t]*:([^\t]+)\t(.*)$/.exec(line) ?? [];
  if (flag === undefined || ref === undefined) return undefined;
  if (flag !== '!') return [ref, flag === '=' ? 'there' : 'made'];
  return [ref, summary.startsWith('[remote failure]') ? undefined : 'refused'];
}

/** https://git-scm.com/docs/gitremote-helpers#Documentation/gitremote-helpers.txt-pushlocalltsrcgtltremotegt */
function helped(line: string): readonly [ref: string, answer: PushAnswer | undefined] | undefined {
  const [, word, ref, reason = ''] = /^(ok|error) (\S+)(?: (.*))?$/.exec(line) ?? [];
  if (ref === undefined) return undefined;
  if (word === 'ok') return [ref, reason.includes('up to date') ? 'there' : 'made'];
  return [ref, reason.includes('expecting report') ? undefined : 'refused'];
}

/** Whether a remote helper has found every ref on the remote. */
export const isNothingToPush = (stderr: string): boolean => /^Everything up-to-date$/m.test(stderr);
