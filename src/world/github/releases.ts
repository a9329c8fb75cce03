import type { Endpoints } from '@octokit/types';
import type { AssetSteps } from '../../domain/releases/asset-steps.ts';
import type { FoundAsset, FoundRelease, FoundReleases } from '../../domain/releases/release.ts';
import { listed } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import type { Fact } from '../ledger.ts';
import { boundedly } from '../parallel.ts';
import { pause } from '../retry.ts';
import type { Client } from './client.ts';
import { partsOf } from './repositories.ts';
import { Uploads } from './uploads.ts';

type Answer = Endpoints['GET /repos/{owner}/{repo}/releases/{release_id}']['response']['data'];

/** A tag of a repository, for which there may be one published release, and drafts. */
export type ReleasePlace = { readonly repository: string; readonly tag: string };

/** What a release is called, says and counts as; undefined stays as it is. */
export type ReleaseFacts = {
  readonly commit: string;
  readonly name: string | undefined;
  readonly body: string | undefined;
  readonly isPrerelease: boolean;
  readonly makeLatest: 'true' | 'false' | 'legacy' | undefined;
  readonly isDraft: boolean;
};

export type WantedRelease = ReleasePlace & {
  readonly facts: ReleaseFacts;
  readonly found: FoundRelease | undefined;
  readonly steps: AssetSteps;
  /** Throws when the tag is not where it should be: asked once more before the publication. */
  readonly checkTag: () => Promise<void>;
};

export type MadeRelease = { readonly id: number; readonly url: string; readonly uploadUrl: string };

const pageSize = 100;

/** The releases of a repository. */
export class Releases {
  readonly #client: Client;
  readonly #host: Host;
  readonly #uploads: Uploads;
  constructor(client: Client, host: Host) {
    this.#client = client;
    this.#host = host;
    this.#uploads = new Uploads(client, host);
  }

  /** Everything there is for a tag. Drafts are told by the list alone, which may be long; what is published also by its tag. */
  async find(place: ReleasePlace): Promise<FoundReleases> {
    const shown = await this.#shown(place);
    const own = await this.#hidden(place, shown);
    const found: FoundRelease[] = [];
    for (const one of own === undefined ? shown : [...shown, own]) found.push(await this.#read(one));
    return { published: found.find(({ isDraft }) => !isDraft), drafts: found.filter(({ isDraft }) => isDraft) };
  }

  /** Whether drafts are shown to this token: only to who may write. */
  async showsDrafts({ repository, tag }: ReleasePlace): Promise<boolean> {
    if (this.#client.isAnonymous) return false;
    const notes = { ...partsOf(repository), tag_name: tag };
    return (await this.#client.objection('POST /repos/{owner}/{repo}/releases/generate-notes', notes)) === undefined;
  }

  /** Whether somebody else may still be uploading what is there as a half. */
  isGoingOn(asset: FoundAsset): boolean {
    return this.#uploads.isGoingOn(asset);
  }

  /** Notes as GitHub writes them, from what was merged since another tag. */
  async generatedNotes(
    { repository, tag }: ReleasePlace,
    { commit, previous }: { readonly commit: string; readonly previous: string | undefined },
  ): Promise<string> {
    const notes = await this.#client.ask('POST /repos/{owner}/{repo}/releases/generate-notes', {
      ...partsOf(repository),
      tag_name: tag,
      target_commitish: commit,
      ...(previous !== undefined && { previous_tag_name: previous }),
    });
    return notes.body;
  }

  /** Makes a release what it shall be: a draft, its files with their checksums, and the publication last. */
  change(wanted: WantedRelease): Change<MadeRelease> {
    const { repository, tag, facts, found, steps } = wanted;
    const verb = facts.isDraft ? 'Draft' : found === undefined || found.isDraft ? 'Publish' : 'Complete';
    return {
      keys: [`release ${tag} of ${repository}`],
      title: `${verb} release ${tag} of ${repository}`,
      detail: stepsOf(wanted).join('\n'),
      reach: 'remote',
      apply: async () => {
        if (steps.awaited.length > 0) return this.#await(steps.awaited);
        return found === undefined ? this.#begin(wanted) : this.#finish(wanted, found);
      },
    };
  }

  /** Deletes a draft that lost a race, if it still is as it was seen. */
  removeRedundantDraft(repository: string, draft: FoundRelease): Change<void> {
    const place = { ...partsOf(repository), release_id: draft.id };
    const apply = async () => {
      const now = await this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', place);
      if (now === undefined) return;
      if (!now.draft || now.assets.length !== draft.assets.length)
        throw new Moved(`draft ${draft.id} changed meanwhile`);
      await this.#client.write('DELETE /repos/{owner}/{repo}/releases/{release_id}', place, { wasSeen: true });
    };
    const detail = [...draft.assets.map(({ name }) => name), draft.body].join('\n').trim();
    return {
      keys: [`draft ${draft.id} of ${repository}`],
      title: `Remove the second draft ${draft.id} for ${draft.tag}`,
      detail,
      reach: 'remote',
      apply,
    };
  }

  /** Another job uploads these. They are there soon, or become old enough to be taken for halves that nobody finishes. */
  async #await(assets: readonly FoundAsset[]): Promise<never> {
    await pause(3, this.#host);
    throw new Moved(`${listed(assets.map(({ name }) => name))} was just begun by another job`, { hasProgressed: true });
  }

  async #begin(wanted: WantedRelease): Promise<MadeRelease> {
    const { repository, tag, facts, steps, checkTag } = wanted;
    const isDraft = facts.isDraft || steps.upload.length > 0;
    if (!isDraft) await checkTag();
    const made = await this.#client.write('POST /repos/{owner}/{repo}/releases', {
      ...partsOf(repository),
      tag_name: tag,
      target_commitish: facts.commit,
      ...bodyOf(facts, isDraft),
      draft: isDraft,
    });
    this.#host.ledger.remember(madeHere({ repository, tag }), made.id);
    // Somebody else may have made one at the same time: who looks now sees both, and takes the first.
    if (isDraft) throw new Moved(`a draft for ${tag} was made`, { hasProgressed: true });
    return madeOf(made);
  }

  async #finish({ repository, facts, steps, checkTag }: WantedRelease, found: FoundRelease): Promise<MadeRelease> {
    const place = partsOf(repository);
    for (const { id } of steps.remove)
      await this.#client.write(
        'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
        { ...place, asset_id: id },
        { wasSeen: true },
      );
    const isPublished = !found.isDraft;
    await this.#uploads.send({ uploadUrl: found.uploadUrl, assets: steps.upload, isDraft: found.isDraft });
    if (!isPublished && !facts.isDraft) await checkTag();
    if (facts.isDraft === found.isDraft && hasFacts(found, facts)) return found;
    const update = {
      ...bodyOf(facts, facts.isDraft),
      ...(isPublished ? {} : { target_commitish: facts.commit }),
      draft: facts.isDraft,
    };
    const made = await this.#client.write(
      'PATCH /repos/{owner}/{repo}/releases/{release_id}',
      { ...place, release_id: found.id, ...update },
      { wasSeen: found.isDraft, endsUploads: true },
    );
    return madeOf(made);
  }

  /** What GitHub shows for a tag; what is published ends the search. */
  async #shown(place: ReleasePlace): Promise<readonly Answer[]> {
    const { repository, tag } = place;
    const isOfTag = (one: Answer) => one.tag_name === tag;
    const first = await this.#page(repository, 1);
    const shown = first.filter(isOfTag);
    if (first.length < pageSize || shown.some(({ draft }) => !draft)) return shown;
    const published = await this.#byTag(place);
    if (published !== undefined) return [published, ...shown];
    return [...shown, ...(await this.#pagesFrom(repository, 2)).filter(isOfTag)];
  }

  async #page(repository: string, page: number): Promise<readonly Answer[]> {
    const parameters = { ...partsOf(repository), per_page: pageSize, page };
    return (await this.#client.look('GET /repos/{owner}/{repo}/releases', parameters)) ?? [];
  }

  async #pagesFrom(repository: string, first: number): Promise<readonly Answer[]> {
    const all: Answer[] = [];
    for (let page = first; ; page++) {
      const answers = await this.#page(repository, page);
      all.push(...answers);
      if (answers.length < pageSize) return all;
    }
  }

  #byTag({ repository, tag }: ReleasePlace): Promise<Answer | undefined> {
    return this.#client.look('GET /repos/{owner}/{repo}/releases/tags/{tag}', { ...partsOf(repository), tag });
  }

  /** What this run made, where the list does not show it yet. */
  async #hidden(place: ReleasePlace, shown: readonly Answer[]): Promise<Answer | undefined> {
    const own = this.#host.ledger.recall(madeHere(place));
    if (own === undefined || shown.some(({ id }) => id === own)) return undefined;
    const parameters = { ...partsOf(place.repository), release_id: own };
    return this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', parameters);
  }

  async #read(answer: Answer): Promise<FoundRelease> {
    return {
      id: answer.id,
      url: answer.html_url,
      uploadUrl: answer.upload_url.replace(/\{.*$/, ''),
      tag: answer.tag_name,
      isDraft: answer.draft,
      isPrerelease: answer.prerelease,
      isImmutable: answer.immutable === true,
      name: answer.name ?? '',
      body: answer.body ?? '',
      assets: await boundedly(answer.assets, (asset) => this.#readAsset(asset)),
    };
  }

  /** Servers of some years ago tell no checksums. */
  async #readAsset(asset: Answer['assets'][number]): Promise<FoundAsset> {
    const isUploaded = asset.state === 'uploaded';
    const digest = asset.digest ?? (isUploaded ? await this.#uploads.digest(asset.url, asset.size) : '');
    const begunAt = Date.parse(asset.created_at);
    return { id: asset.id, name: asset.name, size: asset.size, digest, isUploaded, begunAt };
  }
}

/** The release that this run made for a tag, by its number. */
const madeHere = ({ repository, tag }: ReleasePlace): Fact<number> => ({
  name: `release made for ${tag} of ${repository}`,
});

/** Whether a release says what it shall say. */
export const hasFacts = (found: FoundRelease, { name, body, isPrerelease }: ReleaseFacts): boolean =>
  (name === undefined || found.name === name) &&
  (body === undefined || asWritten(found.body) === asWritten(body)) &&
  found.isPrerelease === isPrerelease;

/** Browsers send other ends of lines. */
const asWritten = (body: string) => body.replaceAll('\r\n', '\n').trim();

const bodyOf = ({ name, body, isPrerelease, makeLatest }: ReleaseFacts, isDraft: boolean) => ({
  ...(name !== undefined && { name }),
  ...(body !== undefined && { body }),
  prerelease: isPrerelease,
  ...(isDraft || makeLatest === undefined ? {} : { make_latest: makeLatest }),
});

const madeOf = ({ id, html_url: url, upload_url: upload }: Pick<Answer, 'id' | 'html_url' | 'upload_url'>) => ({
  id,
  url,
  uploadUrl: upload.replace(/\{.*$/, ''),
});

function stepsOf(wanted: WantedRelease): readonly string[] {
  const { facts, found, steps } = wanted;
  return [
    ...(found?.isDraft === true ? [`take over the draft ${found.url}`] : []),
    ...(found === undefined && (facts.isDraft || steps.upload.length > 0) ? ['make a draft'] : []),
    ...steps.remove.map(({ name }) => `remove ${name}, to upload it anew`),
    ...steps.upload.map(({ name, size, digest }) => `upload ${name} (${size} bytes, ${digest})`),
    ...lastStepOf(wanted),
    ...(facts.body === undefined ? [] : ['', facts.body]),
  ];
}

function lastStepOf({ facts, found }: WantedRelease): readonly string[] {
  if (facts.isDraft) return [];
  if (found?.isDraft === false) return hasFacts(found, facts) ? [] : ['set its title, its notes, or what it counts as'];
  return [`publish it${facts.isPrerelease ? ' as a prerelease' : ''}, latest: ${facts.makeLatest ?? 'as it is'}`];
}
