import type { Chronicle } from '../chronicle.ts';
import { commitGraph } from './commits.ts';
import { digestIndex } from './digests.ts';
import { documentOf } from './document.ts';
import { type Part, remarkSection, told } from './findings.ts';
import { type Html, html } from './html.ts';
import { registryContents } from './images.ts';
import { Places } from './places.ts';
import { pullRequests } from './pulls.ts';
import { packageTable, releasePages } from './releases.ts';
import { timeline } from './timeline.ts';
import { clock, duration } from './words.ts';

/** A release as one HTML file. */
export function pageOf(chronicle: Chronicle): string {
  const places = new Places(chronicle);
  const { repository, title, pulls, releases, packages, images, notices } = chronicle;
  const sections = [
    ...partsOf(chronicle).map((part) => remarkSection(part, chronicle, places)),
    timeline(chronicle, places),
    commitGraph(chronicle, places),
    pulls.length > 0 && pullRequests(chronicle, places),
    releases.length > 0 && releasePages(chronicle, places),
    packages.length > 0 && packageTable(chronicle, places),
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

/** What a person has to know first stands first. */
function partsOf({
  isDone,
  isRehearsal,
  interruption,
  refusals,
  risks,
  unknown,
  pending,
  needs,
}: Chronicle): readonly Part[] {
  const refused = { id: 'refused', title: isRehearsal ? 'What stops the release' : 'Refused', remarks: refusals };
  const waiting = { id: 'pending', title: isRehearsal ? 'What waits for people' : 'Pending', remarks: pending };
  return [
    ...(isDone ? [waiting, refused] : [refused, waiting]),
    { id: 'interrupted', title: 'Where it was interrupted', remarks: interruption?.remarks ?? [] },
    { id: 'risks', title: 'What may go wrong', remarks: risks },
    { id: 'unknown', title: 'What was not performed', remarks: unknown },
    { id: 'needs', title: 'What has to be there', remarks: needs },
  ];
}

function banner(chronicle: Chronicle): Html {
  const { repository, title, begin, seconds, course, pulls, releases, images, refs } = chronicle;
  const { refusals, risks, unknown, pending } = chronicle;
  const runs = course.filter(({ kind }) => kind === 'run').length;
  const tags = refs.filter(({ kind, isNew }) => kind === 'tag' && isNew).length;
  const counts = [
    ['pending', pending.length, 'pending', 'pending'],
    ['refused', refusals.length, 'refused', 'refused'],
    ['risks', risks.length, 'risk', 'risks'],
    ['unknown', unknown.length, 'not performed', 'not performed'],
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

function verdict({ isDone, isRehearsal, interruption, refusals }: Chronicle): Html {
  const why = refusals.length > 0 && ': see what was refused';
  if (interruption !== undefined && refusals.length === 0)
    return html`<p class="verdict stopped">⊘ Interrupted: it is not known whether it would stop</p>`;
  if (!isDone) return html`<p class="verdict stopped">✗ ${isRehearsal ? 'Would stop' : 'Stopped'}${why}</p>`;
  return isRehearsal
    ? html`<p class="verdict rehearsed">✓ Rehearsed: nothing left the machine</p>`
    : html`<p class="verdict done">✓ Released</p>`;
}
