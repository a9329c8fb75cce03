import type { Chronicle } from '../chronicle.ts';
import { commitGraph } from './commits.ts';
import { digestIndex } from './digests.ts';
import { documentOf } from './document.ts';
import { refused, stillPending, told } from './findings.ts';
import { type Html, html } from './html.ts';
import { registryContents } from './images.ts';
import { Places } from './places.ts';
import { pullRequests } from './pulls.ts';
import { releasePages } from './releases.ts';
import { timeline } from './timeline.ts';
import { clock, duration } from './words.ts';

/** A release as one HTML file. */
export function pageOf(chronicle: Chronicle): string {
  const places = new Places(chronicle);
  const { repository, title, isDone, pulls, releases, images, notices, refusals, pending } = chronicle;
  const findings = [
    refusals.length > 0 && refused(chronicle, places),
    pending.length > 0 && stillPending(chronicle, places),
  ];
  const sections = [
    ...(isDone ? findings.toReversed() : findings),
    timeline(chronicle, places),
    commitGraph(chronicle, places),
    pulls.length > 0 && pullRequests(chronicle, places),
    releases.length > 0 && releasePages(chronicle, places),
    images.length > 0 && registryContents(chronicle, places),
    notices.length > 0 && told(chronicle, places),
    places.digests.size > 0 && digestIndex(places),
  ];
  const body = html`<a class="skip" href="#main">Skip to the content</a>
    ${banner(chronicle)}
    <main id="main" tabindex="-1">${sections}</main>
    <footer>
      <p class="meta">Written by release-actions. This page loads nothing, and its links stay on it.</p>
    </footer>`;
  return documentOf(`${title} · ${repository}`, body);
}

function banner(chronicle: Chronicle): Html {
  const { repository, title, begin, seconds, course, pulls, releases, images, refusals, pending, refs } = chronicle;
  const runs = course.filter(({ kind }) => kind === 'run').length;
  const tags = refs.filter(({ kind, isNew }) => kind === 'tag' && isNew).length;
  const counts = [
    ['pending', pending.length, 'pending', 'pending'],
    ['refused', refusals.length, 'refused', 'refused'],
    ['timeline', runs, 'run', 'runs'],
    ['commits', tags, 'new tag', 'new tags'],
    ['pulls', pulls.length, 'pull request', 'pull requests'],
    ['releases', releases.length, 'release', 'releases'],
    ['images', images.length, 'image repository', 'image repositories'],
  ] as const;
  const none = [pending.length === 0 && 'Nothing is pending.', refusals.length === 0 && 'Nothing was refused.'];
  return html`<header class="banner">
    <p class="repository">${repository}</p>
    <h1>${title}</h1>
    ${verdict(chronicle)}
    <p class="meta"><time datetime="${begin}">${clock(begin)} UTC</time> · ${duration(seconds)}</p>
    <p class="meta">${none.filter((text) => text !== false).join(' ')}</p>
    <nav aria-label="Sections">
      <ul>
        ${counts
          .filter(([, count]) => count > 0)
          .map(
            ([anchor, count, one, many]) =>
              html`<li>
                <a href="#${anchor}"><b>${count}</b> ${count === 1 ? one : many}</a>
              </li>`,
          )}
      </ul>
    </nav>
  </header>`;
}

function verdict({ isDone, isRehearsal, refusals }: Chronicle): Html {
  if (!isDone) return html`<p class="verdict stopped">✗ Stopped${refusals.length > 0 && ': see what was refused'}</p>`;
  return isRehearsal
    ? html`<p class="verdict rehearsed">✓ Rehearsed: nothing left the runner</p>`
    : html`<p class="verdict done">✓ Released</p>`;
}
