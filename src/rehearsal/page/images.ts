import type { Chronicle, Manifest } from '../chronicle.ts';
import { type Html, html } from './html.ts';
import { groupName, type ImageGroup, imageGroups } from './image-groups.ts';
import { anchorOfImages, type Places } from './places.ts';
import { size } from './words.ts';

/** What the registries hold: tags, digests, and what belongs to them, such as signatures. */
export function registryContents({ images }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="images">
    <h2 id="images">Registry</h2>
    ${imageGroups(images).map(
      (one, index) =>
        html`<article class="card" id="${anchorOfImages(index)}">
          <h3>${groupName(one)}</h3>
          ${one.names.length > 1 && namesOf(one)} ${manifestTable(one, places)}
        </article>`,
    )}
  </section>`;
}

const namesOf = ({ names }: ImageGroup): Html =>
  html`<details>
    <summary>All ${names.length} hold the same</summary>
    <ul>
      ${names.map((name) => html`<li>${name}</li>`)}
    </ul>
  </details>`;

function manifestTable({ manifests, tags }: ImageGroup, places: Places): Html {
  const own = manifests.filter(({ subject }) => subject === undefined);
  const row = (manifest: Manifest) => {
    const names = Object.keys(tags).filter((tag) => tags[tag] === manifest.digest);
    const belonging = manifests.filter(({ subject }) => subject === manifest.digest);
    return html`<tr>
      <td>
        ${names.length === 0 ? html`<span class="meta">no tag</span>` : names.map((tag) => html`<code>${tag}</code> `)}
      </td>
      <td>
        ${places.digest(manifest.digest)}<br /><span class="meta"
          >${[manifest.kind, ...manifest.platforms].join(', ')} · ${size(manifest.size)}</span
        >
      </td>
      <td>
        ${belonging.length === 0 ? html`<span class="meta">none</span>` : belonging.map((one) => html`<p>${one.kind} ${places.digest(one.digest)}</p>`)}
      </td>
    </tr>`;
  };
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Tags</th>
        <th scope="col">Digest</th>
        <th scope="col">Signatures</th>
      </tr>
    </thead>
    <tbody>
      ${own.map(row)}
    </tbody>
  </table>`;
}
