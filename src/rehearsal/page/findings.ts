import type { Chronicle, Run } from '../chronicle.ts';
import { type Html, html } from './html.ts';
import type { Places } from './places.ts';

/** What was refused, and why. */
export function refused({ refusals, course }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="refused">
    <h2 id="refused">Refused</h2>
    <ul class="findings refusals">
      ${refusals.map(
        ({ what, why, run }) =>
          html`<li>
            <p><b>${what}</b>${runLink(run, course)}</p>
            <p class="prose">${places.linked(why)}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What people still have to do. */
export function stillPending({ pending, course }: Chronicle, places: Places): Html {
  return html`<section aria-labelledby="pending">
    <h2 id="pending">Pending</h2>
    <ul class="findings">
      ${pending.map(({ what, run }) => html`<li><p>${places.linked(what)}${runLink(run, course)}</p></li>`)}
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
