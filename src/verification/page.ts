import { documentOf } from '../rehearsal/page/document.ts';
import { type Html, html } from '../rehearsal/page/html.ts';
import { mark } from '../rehearsal/page/marks.ts';
import { type Finding, placeOf, sumOf } from './finding.ts';
import type { Verified } from './verification.ts';

/** What a verification has found, as one HTML file. Differences stand first. */
export function pageOf({ repository, tag, commit, findings }: Verified): string {
  const of = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict);
  const isSame = of('different').length === 0;
  const body = html`<header class="banner">
      <p class="repository">${repository}</p>
      <h1>${tag}</h1>
      <p class="verdict ${isSame ? 'done' : 'stopped'}">${isSame ? '✓ Nothing differs' : '✗ Something differs'}</p>
      <p class="meta">Commit <code>${commit.slice(0, 12)}</code> · ${sumOf(findings)}</p>
    </header>
    <main>
      ${section('Differences', of('different'), 'failure')} ${section('Verified', of('same'), 'success')}
      ${section('Not verified', of('open'), 'skipped')}
    </main>
    <footer><p class="meta">Written by release-actions. This page loads nothing.</p></footer>`;
  return documentOf(`${tag} verified · ${repository}`, body);
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
