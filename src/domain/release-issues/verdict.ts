import { proseLines } from '../changelogs/markdown-lines.ts';

/** Whether a comment agrees, or takes an agreement back. */
export type Verdict = 'agrees' | 'withdraws';

// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/lgtm/lgtm.go
const lgtm = /^(?:\/lgtm(?: no-issue)?|LGTM)\s*$/i;
const lgtmCancel = /^\/(?:remove-lgtm|lgtm cancel)\s*$/i;
// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/approve/approve.go
const approve = /^\/approve(?:[\t ]+no-issue)?\s*$/i;
const approveCancel = /^\/(?:remove-approve\b|approve[\t ].*cancel)/i;

/** What a comment says, in lines of its own outside of quotes, code and comments of HTML. */
export function verdictOf(body: string): Verdict | undefined {
  const lines = proseLines(visible(body)).map(({ text }) => text);
  const says = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  const isAgreed = says(lgtm);
  // In Prow /lgtm wins over /lgtm cancel, and of several lines with /approve the last one counts.
  const last = lines.findLast((line) => approve.test(line) || approveCancel.test(line));
  if (last !== undefined && approveCancel.test(last)) return 'withdraws';
  if (isAgreed || last !== undefined) return 'agrees';
  return says(lgtmCancel) ? 'withdraws' : undefined;
}

/** Blanks stand for what is hidden or code, so that no line begins behind it. */
const visible = (body: string): string =>
  body.replaceAll(/<!--[^]*?(?:-->|$)|<(pre|code)\b[^]*?(?:<\/\1>|$)/gi, (hidden) => hidden.replaceAll(/[^\n]/g, ' '));
