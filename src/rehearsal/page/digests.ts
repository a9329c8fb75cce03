import { type Html, html } from './html.ts';
import { anchorOfDigest, linksTo, type Places } from './places.ts';

/** Every digest in full, and everything that has it. */
export function digestIndex({ digests }: Places): Html {
  return html`<section aria-labelledby="digests">
    <h2 id="digests">Digests</h2>
    <dl class="digests">
      ${[...digests].map(
        ([digest, places]) =>
          html`<div id="${anchorOfDigest(digest)}">
            <dt><code>${digest}</code></dt>
            <dd>
              <ul class="places">
                ${linksTo(places)}
              </ul>
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
