import { hasFacts } from '../../domain/releases/release-facts.ts';
import type { FoundAsset, FoundRelease } from '../../domain/releases/release.ts';
import { listed } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import { pause } from '../retry.ts';
import { ignored } from '../shape.ts';
import type { Client } from './client.ts';
import { beginsAsDraft, releaseFields, releasePlaces, releaseSteps, releaseTitle } from './release-steps.ts';
import type { WantedRelease } from './release-steps.ts';
import { release, releaseMadeFor, uploadUrlOf } from './releases.ts';
import type { ReleaseAnswer } from './releases.ts';
import { ownerAndRepo } from './repositories.ts';
import type { Uploads } from './uploads.ts';

export type MadeRelease = { readonly id: number; readonly url: string; readonly uploadUrl: string };

/** Changes of releases. */
export class Publishing {
  readonly #client: Client;
  readonly #host: Host;
  readonly #uploads: Uploads;
  constructor(client: Client, { host, uploads }: { readonly host: Host; readonly uploads: Uploads }) {
    this.#client = client;
    this.#host = host;
    this.#uploads = uploads;
  }

  /** Makes a release what it should be: a draft, its files with their checksums, and the publication last. */
  change(wanted: WantedRelease): Change<MadeRelease> {
    const { repository, tag, found, steps } = wanted;
    return {
      keys: [`release ${tag} of ${repository}`],
      title: releaseTitle(wanted),
      detail: releaseSteps(wanted).join('\n'),
      places: releasePlaces(wanted),
      reach: 'remote',
      apply: async () => {
        if (steps.awaited.length > 0) return this.#await(steps.awaited);
        return found === undefined ? this.#begin(wanted) : this.#finish(wanted, found);
      },
    };
  }

  /** Deletes a draft that lost a race, if it is still as it was seen. */
  deleteRedundantDraft(repository: string, draft: FoundRelease): Change<void> {
    const path = { ...ownerAndRepo(repository), release_id: draft.id };
    return {
      keys: [`draft ${draft.id} of ${repository}`],
      title: `Delete the redundant draft ${draft.id} for ${draft.tag}`,
      detail: [...draft.assets.map(({ name }) => name), draft.body].join('\n').trim(),
      reach: 'remote',
      apply: async () => {
        const now = await this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', path, release);
        if (now === undefined) return;
        if (!now.draft || now.assets.length !== draft.assets.length)
          throw new Moved(`somebody changed the draft ${draft.id}`);
        await this.#client.write('DELETE /repos/{owner}/{repo}/releases/{release_id}', path, ignored, {
          wasSeen: true,
        });
      },
    };
  }

  /** Another job uploads these. They are complete soon, or get so old that nobody can be uploading them any more. */
  async #await(assets: readonly FoundAsset[]): Promise<never> {
    await pause(3, this.#host);
    throw new Moved(`another job is uploading ${listed(assets.map(({ name }) => name))}`, { hasProgressed: true });
  }

  async #begin(wanted: WantedRelease): Promise<MadeRelease> {
    const { repository, tag, facts, checkTag } = wanted;
    const isDraft = beginsAsDraft(wanted);
    if (!isDraft) await checkTag();
    const target = { ...ownerAndRepo(repository), tag_name: tag, target_commitish: facts.commit };
    const route = 'POST /repos/{owner}/{repo}/releases';
    const fields = { ...target, ...releaseFields(facts, isDraft) };
    const made = await this.#client.write(route, fields, release);
    this.#host.ledger.remember(releaseMadeFor({ repository, tag }), made.id);
    // Somebody else may have made one at the same time: who looks now sees both, and takes the first.
    if (isDraft) throw new Moved(`a draft for ${tag} was created`, { hasProgressed: true });
    return this.#made(made);
  }

  async #finish({ repository, facts, steps, checkTag }: WantedRelease, found: FoundRelease): Promise<MadeRelease> {
    const path = ownerAndRepo(repository);
    for (const { id } of steps.remove) {
      const asset = { ...path, asset_id: id };
      await this.#client.write('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', asset, ignored, {
        wasSeen: true,
      });
    }
    await this.#uploads.send({ uploadUrl: found.uploadUrl, assets: steps.upload, isDraft: found.isDraft });
    if (found.isDraft && !facts.isDraft) await checkTag();
    if (facts.isDraft === found.isDraft && hasFacts(found, facts)) return found;
    const target = found.isDraft ? { target_commitish: facts.commit } : {};
    const update = { ...path, release_id: found.id, ...target, ...releaseFields(facts, facts.isDraft) };
    const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}';
    return this.#made(await this.#client.write(route, update, release, { wasSeen: found.isDraft, endsUploads: true }));
  }

  #made(answer: Pick<ReleaseAnswer, 'id' | 'html_url' | 'upload_url'>): MadeRelease {
    return { id: answer.id, url: answer.html_url, uploadUrl: uploadUrlOf(answer, this.#client) };
  }
}
