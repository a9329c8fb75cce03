import type { Chapter, Chronicle, Deed, Job, Run, Step, StepChange } from '../chronicle.ts';
import { detailOf, prose } from './diffs.ts';
import { type Html, html } from './html.ts';
import { mark, pill } from './marks.ts';
import { anchorOfPull, type Places } from './places.ts';
import { clock, counted, duration } from './words.ts';

/** Who started what, in the order of time, and what the steps did. */
export function timeline(chronicle: Chronicle, places: Places): Html {
  const chapters = chaptersOf(chronicle);
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">Timeline</h2>
    ${chapters.map(({ title, deeds }) => {
      return html`${title !== undefined && html`<h3>${title}</h3>`}
        <ol class="course">
          ${deeds.map((one) => (one.kind === 'run' ? runItem(one, chronicle, places) : deedItem(one, places)))}
        </ol>`;
    })}
  </section>`;
}

type Part = { readonly title: string | undefined; readonly deeds: (Deed | Run)[] };

function chaptersOf({ course }: Chronicle): readonly Part[] {
  const parts: Part[] = [{ title: undefined, deeds: [] }];
  for (const one of course) {
    if (one.kind === 'chapter') parts.push({ title: headingOf(one, parts.length), deeds: [] });
    else parts.at(-1)?.deeds.push(one);
  }
  return parts.filter(({ title, deeds }) => title !== undefined || deeds.length > 0);
}

const headingOf = ({ title }: Chapter, number: number): string => `${number}. ${title}`;

const deedItem = ({ at, text }: Deed, places: Places): Html =>
  html`<li class="deed">
    <p>${places.linked(text)}</p>
    <p class="meta"><time datetime="${at}">${clock(at).slice(11)}</time></p>
  </li>`;

function runItem(run: Run, chronicle: Chronicle, places: Places): Html {
  const { id, workflow, result, at, seconds, commit, jobs } = run;
  const steps = jobs.flatMap((job) => job.steps);
  const done = steps.filter((step) => step.result !== 'skipped');
  const skipped = steps.length - done.length;
  const changes = done.flatMap((step) => step.changes);
  const count = [
    ...(jobs.length > 1 ? [counted(jobs.length, 'job')] : []),
    counted(done.length, 'step'),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ].join(', ');
  return html`<li class="run ${result}" id="${id}">
    <h4>${workflow} ${pill(result)}</h4>
    <p class="meta">
      ${causeOf(run, chronicle)} · at ${places.commit(commit)} · <time datetime="${at}">${clock(at).slice(11)}</time> ·
      ${duration(seconds)}
    </p>
    ${bar(run, chronicle)}
    ${
      changes.length > 0 &&
      html`<ul class="changes">
        ${changes.map((change) => changeItem(change, places))}
      </ul>`
    }
    ${done.filter((step) => step.result === 'failure').map((step) => failureOf(step, places))}
    <details>
      <summary>${count}</summary>
      ${jobs.map((job) => jobPart(job, jobs.length > 1, places))}
    </details>
  </li>`;
}

/** The steps of a job, below its name if the run has several. */
function jobPart({ name, result, steps, said }: Job, isOneOfSeveral: boolean, places: Places): Html {
  const done = steps.filter((step) => step.result !== 'skipped');
  return html`${isOneOfSeveral && html`<h5>${name} ${pill(result)}</h5>`}
  ${said.map((text) => html`<p class="said">${places.linked(text)}</p>`)}
  ${
    done.length > 0 &&
    html`<ol class="steps">
      ${done.map((step) => stepItem(step, places))}
    </ol>`
  }`;
}

/** What started a run, with a link to it. */
function causeOf(
  { event, ref, startedBy, by, pull, inputs, workflow }: Run,
  { course, pulls, repository }: Chronicle,
): Html {
  const cause = course.find((one): one is Run => one.kind === 'run' && one.id === startedBy);
  const from =
    cause && html` of <a href="#${cause.id}">${cause.workflow === workflow ? 'the run before' : cause.workflow}</a>`;
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  if (event === 'pull_request') {
    const index = pulls.findIndex((one) => one.number === pull && one.repository === repository);
    const title = `pull request #${pull ?? ''}`;
    return html`Started by ${index === -1 ? title : html`<a href="#${anchorOfPull(index)}">${title}</a>`}${from}`;
  }
  if (event === 'push') return html`Started by the ${ref.startsWith('refs/tags/') ? 'tag' : 'push to'} ${name}${from}`;
  if (event === 'release') return html`Started by the published release ${name}${from}`;
  if (event !== 'workflow_dispatch') return html`Started by ${event}${from}`;
  const given = Object.entries(inputs).filter(([, value]) => value !== '');
  const values = given.map(([input, value]) => html` <span class="input"><b>${input}</b> ${value}</span>`);
  return html`Started by
  ${cause === undefined ? (by ?? 'a maintainer') : html`a step${from}`}${given.length > 0 && html` with${values}`}`;
}

/** When the run was, in the time of all. */
function bar({ at, seconds }: Run, { begin, seconds: all }: Chronicle): Html {
  const scale = 1000 / Math.max(all, 1);
  const from = Math.max(0, Math.min(990, ((Date.parse(at) - Date.parse(begin)) / 1000) * scale));
  const width = Math.max(6, Math.min(1000 - from, seconds * scale));
  return html`<svg class="bar" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="all" width="1000" height="4" />
    <rect class="span" x="${Math.round(from)}" width="${Math.round(width)}" height="4" />
  </svg>`;
}

function stepItem(step: Step, places: Places): Html {
  const { name, result, seconds, changes, said, notPerformed } = step;
  return html`<li>
    <div class="step">
      ${mark(notPerformed === undefined ? result : 'not performed')} <span class="name">${name}</span>
      <span class="seconds">${duration(seconds)}</span>
    </div>
    ${
      changes.length > 0 &&
      html`<ul class="changes">
        ${changes.map((change) => html`<li>${titleOf(change, places)}</li>`)}
      </ul>`
    }
    ${result !== 'failure' && said.map((text) => html`<p class="said">${places.linked(text)}</p>`)}
    ${result === 'failure' && failureOf(step, places)}
  </li>`;
}

function changeItem(change: StepChange, places: Places): Html {
  const { title, detail } = change;
  if (detail === '') return html`<li>${titleOf(change, places)}</li>`;
  return html`<li>
    <details>
      <summary>${titleOf(change)}</summary>
      ${detailOf(title, detail)}
    </details>
  </li>`;
}

/** A summary that can be opened has no links in it. */
const titleOf = ({ title, isMade }: StepChange, places?: Places): Html =>
  html`${!isMade && html`<span class="would">would:</span> `}${places?.linked(title) ?? title}`;

function failureOf({ said, log }: Step, places: Places): Html {
  if (said.length === 0) return html`<div class="failure">${prose(log.join('\n'))}</div>`;
  return html`<div class="failure">${said.map((text) => html`<p class="prose">${places.linked(text)}</p>`)}</div>`;
}
