import { proseLines } from '../changelogs/markdown-lines.ts';

/** Whether a comment agrees, or takes an agreement back. */
export type Verdict = 'agrees' | 'withdraws';

// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/lgtm/lgtm.go
const lgtm = /^(?:\/lgtm(?: no-issue)?|LGTM)\s*$/i;
const lgtmCancel = /^\/(?:remove-lgtm|lgtm cancel)\s*$/i;
// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/approve/approve.go
const approve = /^\/approve(?:[\t ]+no-issue)?\s*$/i;
const approveCancel = /^\/(?:remove-approve\b|approve[\t ].*cancel)/i;

/**
 * What a comment says, in lines of its own. Who agrees has to do so outside of quotes, code and comments of HTML. What takes
 * an agreement back counts everywhere.
 */
export function verdictOf(body: string): Verdict | undefined {
  const lines = body.split(/\r?\n/);
  const shown = new Map(proseLines(visible(body)).map(({ number, text }) => [number - 1, text]));
  const agrees = (pattern: RegExp, index: number) => pattern.test(shown.get(index) ?? '');
  // In Prow /lgtm wins over /lgtm cancel, and of several lines with /approve the last one counts.
  const last = lines.findLastIndex((line, index) => agrees(approve, index) || approveCancel.test(line));
  if (last >= 0 && !agrees(approve, last)) return 'withdraws';
  if (last >= 0 || lines.some((_, index) => agrees(lgtm, index))) return 'agrees';
  return lines.some((line) => lgtmCancel.test(line)) ? 'withdraws' : undefined;
}

/** Blanks stand for what is hidden or code, so that no line begins behind it. */
const visible = (body: string): string =>
  body.replaceAll(/<!--[^]*?(?:-->|$)|<(pre|code)\b[^]*?(?:<\/\1>|$)/gi, (hidden) => hidden.replaceAll(/[^\n]/g, ' '));
