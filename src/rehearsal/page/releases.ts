import type { Asset, Chronicle, Release } from '../chronicle.ts';
import { prose } from './diffs.ts';
import { type Html, html } from './html.ts';
import { pill } from './marks.ts';
import { anchorOfRelease, type Places } from './places.ts';
import { clock, size } from './words.ts';

/** The releases with their notes and files. */
export function releasePages({ releases, refs }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="releases">
    <h2 id="releases">Releases</h2>
    ${releases.map((release, index) => {
      const commit = refs.find(({ kind, name }) => kind === 'tag' && name === release.tag)?.commit;
      return card(release, commit, { anchor: anchorOfRelease(index), places });
    })}
  </section>`;
}

type Context = { readonly anchor: string; readonly places: Places };

function card(release: Release, commit: string | undefined, { anchor, places }: Context): Html {
  const { tag, name, state, author, at, notes, assets } = release;
  return html`<article class="card" id="${anchor}">
    <h3>${name === '' ? tag : name} ${pill(state)}</h3>
    <p class="meta">
      Tag <code>${tag}</code>${commit !== undefined && html` at ${places.commit(commit)}`} · by ${author} ·
      <time datetime="${at}">${clock(at)}</time>
    </p>
    ${assets.length > 0 && assetTable(assets, places)}
    ${
      notes.trim() !== '' &&
      html`<details>
        <summary>Notes</summary>
        ${prose(notes)}
      </details>`
    }
  </article>`;
}

const assetTable = (assets: readonly Asset[], places: Places): Html =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col" class="number">Size</th>
        <th scope="col">Digest</th>
      </tr>
    </thead>
    <tbody>
      ${assets.map(
        ({ name, label, size: bytes, digest }) =>
          html`<tr>
            <td>${name}${label !== '' && html`<br /><span class="meta">${label}</span>`}</td>
            <td class="number">${size(bytes)}</td>
            <td>${digest === '' ? 'none' : places.digest(digest)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** The files that registries of packages would have. */
export const packageTable = ({ packages }: Chronicle, places: Places): Html =>
  html`<section aria-labelledby="packages">
    <h2 id="packages">Packages</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Registry</th>
          <th scope="col">File</th>
          <th scope="col">Digest</th>
        </tr>
      </thead>
      <tbody>
        ${packages.map(
          ({ registry, name, digest }) =>
            html`<tr>
              <td>${registry}</td>
              <td>${name}</td>
              <td>${places.digest(digest)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
