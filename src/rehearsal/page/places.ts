import type { Chronicle } from '../chronicle.ts';
import { Html, html } from './html.ts';
import { groupName, imageGroups } from './image-groups.ts';

/** Where on the page something occurs. */
export type Place = { readonly anchor: string; readonly label: string };

/** Where every digest and every commit occurs, and links to what is on the page. */
export class Places {
  readonly digests: ReadonlyMap<string, readonly Place[]>;
  readonly #commits: ReadonlyMap<string, readonly Place[]>;
  readonly #shas: readonly string[];

  constructor(chronicle: Chronicle) {
    this.digests = digestsOf(chronicle);
    this.#commits = commitsOf(chronicle);
    this.#shas = chronicle.commits.map(({ sha }) => sha);
  }

  /** Where else a commit occurs: its refs, runs, pull requests and releases. */
  ofCommit(sha: string): readonly Place[] {
    return this.#commits.get(sha) ?? [];
  }

  /** A digest, shortened, with a link to the list of its places. */
  digest(digest: string): Html {
    const hex = digest.replace(/^\w+:/, '');
    const shown = html`<code title="${digest}"
      >${digest.slice(0, digest.length - hex.length)}${hex.slice(0, 12)}</code
    >`;
    return this.digests.has(digest) ? html`<a href="#${anchorOfDigest(digest)}">${shown}</a>` : shown;
  }

  /** A commit, shortened, with a link to its row in the graph. */
  commit(sha: string): Html {
    const shown = html`<code title="${sha}">${sha.slice(0, 12)}</code>`;
    return this.#shas.includes(sha) ? html`<a href="#${anchorOfCommit(sha)}">${shown}</a>` : shown;
  }

  /** A text in which the commits and digests that are on the page became links. */
  linked(text: string): Html {
    const pieces = text.split(/(\bsha256:[0-9a-f]{64}\b|\b[0-9a-f]{12,40}\b)/);
    const parts = pieces.map((piece, index) => (index % 2 === 0 ? piece : this.#link(piece)));
    return html`${parts}`;
  }

  #link(name: string): Html | string {
    if (this.digests.has(name)) return html`<a href="#${anchorOfDigest(name)}">${name}</a>`;
    const sha = this.#shas.find((one) => one.startsWith(name));
    return sha === undefined ? name : html`<a href="#${anchorOfCommit(sha)}">${name}</a>`;
  }
}

/** Links to places. */
export const linksTo = (places: readonly Place[]): readonly Html[] =>
  places.map(({ anchor, label }) => html`<li><a href="#${anchor}">${label}</a></li>`);

export const anchorOfCommit = (sha: string): string => `commit-${sha.slice(0, 12)}`;
export const anchorOfDigest = (digest: string): string => `digest-${digest.replace(/^\w+:/, '').slice(0, 16)}`;
export const anchorOfRelease = (index: number): string => `release-${index + 1}`;
export const anchorOfImages = (index: number): string => `images-${index + 1}`;
export const anchorOfPull = (index: number): string => `pull-${index + 1}`;

function digestsOf({ releases, images }: Chronicle): ReadonlyMap<string, readonly Place[]> {
  const assets = releases.flatMap(({ tag, assets: all }, index) =>
    all.map(({ digest, name }) => [digest, { anchor: anchorOfRelease(index), label: `${name} of ${tag}` }] as const),
  );
  const manifests = imageGroups(images).flatMap(({ names: repositories, tags, manifests: all }, index) =>
    all.map(({ digest }) => {
      const names = Object.keys(tags).filter((tag) => tags[tag] === digest);
      const name = groupName({ names: repositories });
      const label = names.length === 0 ? name : `${names.join(', ')} in ${name}`;
      return [digest, { anchor: anchorOfImages(index), label }] as const;
    }),
  );
  return grouped([...assets, ...manifests].filter(([digest]) => digest !== ''));
}

function commitsOf({ course, pulls, refs, releases }: Chronicle): ReadonlyMap<string, readonly Place[]> {
  const runs = course.flatMap((one) =>
    one.kind === 'run' ? [[one.commit, { anchor: one.id, label: `${one.workflow} ran here` }] as const] : [],
  );
  const proposals = pulls.map(
    ({ commit, number }, index) => [commit, { anchor: anchorOfPull(index), label: `pull request #${number}` }] as const,
  );
  const published = releases.flatMap(({ tag }, index) =>
    refs
      .filter(({ kind, name }) => kind === 'tag' && name === tag)
      .map(({ commit }) => [commit, { anchor: anchorOfRelease(index), label: `release ${tag}` }] as const),
  );
  return grouped([...published, ...proposals, ...runs]);
}

function grouped(pairs: readonly (readonly [string, Place])[]): ReadonlyMap<string, readonly Place[]> {
  const groups = Map.groupBy(pairs, ([name]) => name);
  return new Map([...groups].map(([name, found]) => [name, found.map(([, place]) => place)]));
}
