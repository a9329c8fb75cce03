import type { FoundAsset, FoundRelease, FoundReleases } from '../../domain/releases/release.ts';
import type { Fact, Ledger } from '../ledger.ts';
import { boundedly } from '../parallel.ts';
import { boolean, instant, integer, link, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';
import type { Uploads } from './uploads.ts';

const asset = record({
  id: integer,
  name: string,
  size: integer,
  url: string,
  state: string,
  digest: maybe(string),
  created_at: instant,
});

/** A release as GitHub shows it. */
export const release = record({
  id: integer,
  html_url: link,
  upload_url: string,
  tag_name: string,
  draft: boolean,
  prerelease: boolean,
  immutable: maybe(boolean),
  name: maybe(string),
  body: maybe(string),
  assets: list(asset),
});

export type ReleaseAnswer = ReturnType<typeof release>;

/** A tag of a repository, for which there may be one published release, and drafts. */
export type ReleasePlace = { readonly repository: string; readonly tag: string };

type ReleaseContext = { readonly ledger: Ledger; readonly uploads: Uploads };

const pageOnly = record({ html_url: link });
const generated = record({ body: string });
const pageSize = 100;

/** The releases that there are. */
export class Releases {
  readonly #client: Client;
  readonly #context: ReleaseContext;
  constructor(client: Client, context: ReleaseContext) {
    this.#client = client;
    this.#context = context;
  }

  /** Everything there is for a tag. Only the list shows drafts, and it may be long. */
  async find(place: ReleasePlace): Promise<FoundReleases> {
    const shown = await this.#shown(place);
    const own = await this.#notYetShown(place, shown);
    const found: FoundRelease[] = [];
    for (const one of own === undefined ? shown : [...shown, own]) found.push(await this.#read(one));
    return { published: found.find(({ isDraft }) => !isDraft), drafts: found.filter(({ isDraft }) => isDraft) };
  }

  /** The page of the published release of a tag. */
  async page({ repository, tag }: ReleasePlace): Promise<string | undefined> {
    const path = { ...ownerAndRepo(repository), tag };
    const found = await this.#client.look('GET /repos/{owner}/{repo}/releases/tags/{tag}', path, pageOnly);
    return found?.html_url;
  }

  // Why: docs/decisions.md D29
  /** Whether GitHub shows drafts to this token. It does so only if the token may write. */
  async showsDrafts({ repository, tag }: ReleasePlace): Promise<boolean> {
    if (this.#client.isAnonymous) return false;
    const notes = { ...ownerAndRepo(repository), tag_name: tag };
    return (await this.#client.objection('POST /repos/{owner}/{repo}/releases/generate-notes', notes)) === undefined;
  }

  /** Notes as GitHub writes them, from what was merged since another tag. */
  async generatedNotes(
    { repository, tag }: ReleasePlace,
    { commit, previous }: { readonly commit: string; readonly previous: string | undefined },
  ): Promise<string> {
    const notes = await this.#client.ask(
      'POST /repos/{owner}/{repo}/releases/generate-notes',
      {
        ...ownerAndRepo(repository),
        tag_name: tag,
        target_commitish: commit,
        ...(previous !== undefined && { previous_tag_name: previous }),
      },
      generated,
    );
    return notes.body;
  }

  /** What GitHub shows for a tag. The search ends at a published release. */
  async #shown({ repository, tag }: ReleasePlace): Promise<readonly ReleaseAnswer[]> {
    const isOfTag = (one: ReleaseAnswer) => one.tag_name === tag;
    const pages = this.#client.pages('GET /repos/{owner}/{repo}/releases', ownerAndRepo(repository), release);
    const first = (await pages.next()).value ?? [];
    const shown = first.filter(isOfTag);
    if (first.length < pageSize || shown.some(({ draft }) => !draft)) return shown;
    const path = { ...ownerAndRepo(repository), tag };
    const published = await this.#client.look('GET /repos/{owner}/{repo}/releases/tags/{tag}', path, release);
    if (published !== undefined) return [published, ...shown];
    for await (const page of pages) shown.push(...page.filter(isOfTag));
    return shown;
  }

  /** What this run made, where the list does not show it yet. */
  async #notYetShown(place: ReleasePlace, shown: readonly ReleaseAnswer[]): Promise<ReleaseAnswer | undefined> {
    const own = this.#context.ledger.recall(releaseMadeFor(place));
    if (own === undefined || shown.some(({ id }) => id === own)) return undefined;
    const path = { ...ownerAndRepo(place.repository), release_id: own };
    return this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', path, release);
  }

  async #read(answer: ReleaseAnswer): Promise<FoundRelease> {
    return {
      id: answer.id,
      url: answer.html_url,
      uploadUrl: uploadUrlOf(answer, this.#client),
      tag: answer.tag_name,
      isDraft: answer.draft,
      isPrerelease: answer.prerelease,
      isImmutable: answer.immutable === true,
      name: answer.name ?? '',
      body: answer.body ?? '',
      assets: await boundedly(answer.assets, (one) => this.#readAsset(one)),
    };
  }

  /** Servers of some years ago do not tell checksums. */
  async #readAsset(answer: ReleaseAnswer['assets'][number]): Promise<FoundAsset> {
    const { id, name, size, url } = answer;
    const isUploaded = answer.state === 'uploaded';
    const digest = answer.digest ?? (isUploaded ? await this.#context.uploads.digest(url, size) : '');
    return { id, name, size, digest, isUploaded, begunAt: Date.parse(answer.created_at) };
  }
}

/** The number of the release that this run made for a tag. */
export const releaseMadeFor = ({ repository, tag }: ReleasePlace): Fact<number> => ({
  name: `release made for ${tag} of ${repository}`,
});

/** Without the template of a query that stands at its end. */
export const uploadUrlOf = ({ upload_url: url }: Pick<ReleaseAnswer, 'upload_url'>, client: Client): string =>
  client.ownAddress(url.replace(/\{.*$/, ''), 'uploads');
