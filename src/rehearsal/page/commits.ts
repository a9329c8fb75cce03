import type { Chronicle, Ref } from '../chronicle.ts';
import { type Html, html } from './html.ts';
import { type Row, rowsOf } from './lanes.ts';
import { anchorOfCommit, linksTo, type Places } from './places.ts';
import { clock } from './words.ts';

const [step, middle, height] = [16, 18, 36];

/** The graph of commits with their branches and tags. */
export function commitGraph({ commits, refs }: Chronicle, places: Places): Html {
  const rows = rowsOf(commits);
  const lanes = Math.max(1, ...rows.map((row) => 1 + Math.max(row.lane, ...row.passing, ...row.outgoing)));
  return html`<section aria-labelledby="commits">
    <h2 id="commits">Commits and tags</h2>
    <ol class="graph">
      ${rows.map((row) => {
        const own = refs.filter(({ commit }) => commit === row.commit.sha);
        return html`<li id="${anchorOfCommit(row.commit.sha)}">
          ${drawing(row, lanes)} ${description(row, own, places)}
        </li>`;
      })}
    </ol>
  </section>`;
}

/** The part of the graph beside one row: what is drawn at its top, and lanes that are as long as its text. */
function drawing({ lane, incoming, outgoing, passing }: Row, lanes: number): Html {
  const width = lanes * step;
  const x = (one: number) => one * step + step / 2;
  const line = (one: number, d: string) => html`<path class="lane-${one % 5}" d="${d}" />`;
  const [own, low] = [x(lane), height];
  const curve = (from: number, top: number, to: number, end: number) =>
    `M${from} ${top}C${from} ${(top + end) / 2} ${to} ${(top + end) / 2} ${to} ${end}`;
  const below = [...new Set([...passing, ...outgoing])];
  return html`<div class="drawing" aria-hidden="true">
    <svg width="${width}" height="${height}" viewBox="${`0 0 ${width} ${height}`}">
      ${passing.map((one) => line(one, `M${x(one)} -1V${low + 1}`))}
      ${incoming.map((one) => line(one, curve(x(one), 0, own, middle)))}
      ${outgoing.map((one) => line(one, curve(own, middle, x(one), low)))}
      <circle class="lane-${lane % 5}" cx="${own}" cy="${middle}" r="5" /></svg
    ><svg class="below" width="${width}" viewBox="${`0 0 ${width} 10`}" preserveAspectRatio="none">
      ${below.map((one) => line(one, `M${x(one)} -1V11`))}
    </svg>
  </div>`;
}

function description({ commit }: Row, refs: readonly Ref[], places: Places): Html {
  const { sha, subject, author, at } = commit;
  const elsewhere = places.ofCommit(sha);
  return html`<div class="commit">
    <p class="subject">${subject}</p>
    ${
      refs.length > 0 &&
      html`<ul class="refs">
        ${refs.map(refItem)}
      </ul>`
    }
    <p class="meta">
      <code title="${sha}">${sha.slice(0, 12)}</code> · ${author} · <time datetime="${at}">${clock(at)}</time>
    </p>
    ${
      elsewhere.length > 0 &&
      html`<ul class="places">
        ${linksTo(elsewhere)}
      </ul>`
    }
  </div>`;
}

function refItem({ kind, name, message, isNew }: Ref): Html {
  const isMade = kind === 'tag' && isNew;
  return html`<li class="${kind} ${isMade && 'new'}" title="${message}">
    <span class="kind">${kind}</span> ${name}${isMade && html` <span class="new">new</span>`}
  </li>`;
}
