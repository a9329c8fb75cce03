import { createHash } from 'node:crypto';
import { Html, html } from '../rehearsal/page/html.ts';
import { mark } from '../rehearsal/page/marks.ts';
import { style } from '../rehearsal/page/style.ts';
import { type Finding, placeOf, sumOf } from './finding.ts';
import type { Verified } from './verification.ts';

// Why: docs/decisions.md D74
/** What a verification has found, as one HTML file that loads nothing. Differences stand first. */
export function pageOf({ repository, tag, commit, findings }: Verified): string {
  const of = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict);
  const isSame = of('different').length === 0;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${tag} verified · ${repository}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header class="banner">
          <p class="repository">${repository}</p>
          <h1>${tag}</h1>
          <p class="verdict ${isSame ? 'done' : 'stopped'}">${isSame ? '✓ Nothing differs' : '✗ Something differs'}</p>
          <p class="meta">Commit <code>${commit.slice(0, 12)}</code> · ${sumOf(findings)}</p>
        </header>
        <main>
          ${section('Differences', of('different'), 'failure')} ${section('Verified', of('same'), 'success')}
          ${section('Not verified', of('open'), 'skipped')}
        </main>
        <footer><p class="meta">Written by release-actions. This page loads nothing.</p></footer>
      </body>
    </html> `.text;
}

function section(title: string, findings: readonly Finding[], result: string): Html | false {
  if (findings.length === 0) return false;
  return html`<section>
    <h2>${title}</h2>
    <ul class="findings">
      ${findings.map(
        ({ what, detail, fix, at }) =>
          html`<li>
            <p>${mark(result)} <b>${what}</b>${detail !== undefined && html`: ${detail}`}</p>
            ${fix !== undefined && html`<p class="prose">${fix}</p>`}
            ${at !== undefined && html`<p class="meta">${placeOf(at)}</p>`}
          </li>`,
      )}
    </ul>
  </section>`;
}
