import { type Html, html } from './html.ts';
import { counted } from './words.ts';

/** What a page shows of one diff or text. The rest is on the servers. */
const longest = 60_000;

type FileDiff = { readonly name: string; readonly lines: readonly string[] };

/** A diff of git, folded file by file. */
export function diffOf(diff: string): Html {
  const files = filesIn(diff);
  if (files.length === 0) return html`<p class="none">No file differs.</p>`;
  const shown = files.map(({ name, lines }) => {
    const [added, removed] = ['+', '-'].map((sign) => lines.filter((line) => line.startsWith(sign)).length);
    return html`<details class="file" ${files.length < 4 && 'open'}>
      <summary>
        <code>${name}</code>
        <span class="counts"><span class="add">+${added}</span> <span class="del">−${removed}</span></span>
      </summary>
      ${block(name, lines)}
    </details>`;
  });
  return html`<p class="meta">${counted(files.length, 'file')} changed</p>
    ${shown}`;
}

/** A text of an action. A diff in it has its colours. */
export function detailOf(title: string, detail: string): Html {
  const start = /^(?:diff --git |--- )/m.exec(detail)?.index ?? detail.length;
  return html`${start > 0 && prose(detail.slice(0, start).trimEnd())}${
    start < detail.length && block(title, cut(detail.slice(start)).split('\n'))
  }`;
}

/** A text with its line breaks. */
export const prose = (text: string): Html => html`<p class="prose">${cut(text)}</p>`;

function block(name: string, lines: readonly string[]): Html {
  const rows = cut(lines.join('\n'))
    .split('\n')
    .map((line) => html`<span class="${kindOf(line)}">${`${line}\n`}</span>`);
  return html`<pre
    class="diff"
    tabindex="0"
    role="region"
    aria-label="${`Changes: ${name}`}"
  ><code>${rows}</code></pre>`;
}

function kindOf(line: string): string {
  if (line.startsWith('@@')) return 'hunk';
  if (/^(?:\+\+\+|---|diff|index) /.test(line)) return 'head';
  return { '+': 'add', '-': 'del' }[line.slice(0, 1)] ?? 'same';
}

/** The files of a diff. The lines before the first hunk say only what the name says already. */
function filesIn(diff: string): readonly FileDiff[] {
  const parts = diff.split(/^(?=diff --git )/m).filter((part) => part.startsWith('diff --git '));
  return parts.map((part) => {
    const lines = part.trimEnd().split('\n');
    const named = /^(?:\+\+\+ b\/|rename to )(.*)$/m.exec(part) ?? /^--- a\/(.*)$/m.exec(part);
    const name = named?.[1] ?? /^diff --git .*? "?b\/(.*?)"?$/m.exec(part)?.[1] ?? lines[0] ?? '';
    const first = lines.findIndex((line) => line.startsWith('@@'));
    return { name, lines: first === -1 ? lines.slice(1) : lines.slice(first) };
  });
}

const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}\n… (${text.length - longest} more characters)` : text;
