import type { Chronicle, Pull } from '../chronicle.ts';
import { diffOf, prose } from './diffs.ts';
import { type Html, html } from './html.ts';
import { pill } from './marks.ts';
import { anchorOfPull, type Places } from './places.ts';

/** The pull requests and what they change. */
export function pullRequests({ pulls, repository }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="pulls">
    <h2 id="pulls">Pull requests</h2>
    ${pulls.map((pull, index) => card(pull, anchorOfPull(index), { repository, places }))}
  </section>`;
}

type Context = { readonly repository: string; readonly places: Places };

function card(pull: Pull, anchor: string, { repository, places }: Context): Html {
  const { number, title, body, author, state, base, head, commit, diff } = pull;
  const where = pull.repository === repository ? '' : pull.repository;
  return html`<article class="card" id="${anchor}">
    <h3>${where}#${number} ${title} ${pill(state)}</h3>
    <p class="meta">By ${author} · <code>${base}</code> ← <code>${head}</code> · ${places.commit(commit)}</p>
    ${
      body.trim() !== '' &&
      html`<details>
        <summary>Description</summary>
        ${prose(body)}
      </details>`
    }
    <details>
      <summary>Changes</summary>
      ${diffOf(diff)}
    </details>
  </article>`;
}
