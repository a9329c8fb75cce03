import { positionText } from '../../domain/error.ts';
import type { Chronicle, Remark, Run } from '../chronicle.ts';
import { type Html, html } from './html.ts';
import type { Places } from './places.ts';

export type Part = { readonly id: string; readonly title: string; readonly remarks: readonly Remark[] };

/** Remarks with the line that decides, and a link to the run. */
export function remarkSection({ id, title, remarks }: Part, { course }: Chronicle, places: Places): Html | false {
  if (remarks.length === 0) return false;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul class="findings ${id === 'refused' && 'refusals'}">
      ${remarks.map(
        ({ what, why, at, run }) =>
          html`<li>
            <p><b>${places.linked(what)}</b>${runLink(run, course)}</p>
            ${at !== undefined && html`<p class="meta"><code>${positionText(at)}</code></p>`}
            ${why !== undefined && html`<p class="prose">${places.linked(why)}</p>`}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What people were told. */
export function told({ notices }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="told">
    <h2 id="told">What people see</h2>
    <ul class="findings">
      ${notices.map(
        ({ where, author, text }) =>
          html`<li>
            <p class="meta">${where}${author !== '' && ` · ${author}`}</p>
            <p class="prose">${places.linked(text)}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

function runLink(id: string | undefined, course: Chronicle['course']): Html | undefined {
  const run = course.find((one): one is Run => one.kind === 'run' && one.id === id);
  return run && html` <a class="from" href="#${run.id}">${run.workflow}</a>`;
}
