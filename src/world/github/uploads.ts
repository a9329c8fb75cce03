import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { ReleaseError } from '../../domain/error.ts';
import type { FoundAsset, LocalAsset } from '../../domain/releases/release.ts';
import { quoted } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { FileBody } from '../http/file-body.ts';
import type { Fact } from '../ledger.ts';
import { boundedly } from '../parallel.ts';
import { repeated, Unanswered } from '../retry.ts';
import { integer, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';

// Most uploads end earlier. A job that takes longer finds a complete file, or none, and looks again.
// Why: docs/decisions.md D28
const usualUpload = 3 * 60_000;
// The clocks of a runner and of GitHub may differ, and GitHub notes the begin of an upload some time later.
const clockTolerance = 10_000;
// GitHub allows a hundred requests at a time. Each of these reads its file from disk in pieces.
const atOnce = 25;

const uploaded = record({ name: string, size: integer, url: string, state: string, digest: maybe(string) });

type Upload = {
  readonly uploadUrl: string;
  readonly assets: readonly LocalAsset[];
  /** Whether they go to a draft, which somebody else may delete. */
  readonly isDraft: boolean;
};

/** Uploads and downloads of the files of releases: from disk, several at a time, without the pauses of other writes. */
export class Uploads {
  readonly #client: Client;
  readonly #host: Host;
  constructor(client: Client, host: Host) {
    this.#client = client;
    this.#host = host;
  }

  /** Whether another job may still be uploading this file. An upload of this run has ended in any case. */
  isGoingOn({ name, begunAt }: FoundAsset): boolean {
    const isOwn = Math.abs(begunAt - (this.#host.ledger.recall(unconfirmed(name)) ?? Infinity)) < clockTolerance;
    return !isOwn && Date.now() - begunAt < usualUpload * this.#host.pace;
  }

  /** Uploads files. When it throws, no upload is going on any more. */
  async send({ uploadUrl, assets, isDraft }: Upload): Promise<void> {
    const total = assets.reduce((sum, { size }) => sum + size, 0);
    let [done, count] = [0, 0];
    const sendNext = async (asset: LocalAsset) => {
      await this.#sendOne(asset, { uploadUrl, isDraft, hasProgressed: count > 0 });
      done += asset.size;
      count += 1;
      this.#host.progress(`uploaded ${count} of ${assets.length} files, ${mebibytes(done)} of ${mebibytes(total)} MiB`);
    };
    await boundedly(assets, sendNext, atOnce);
  }

  async #sendOne(
    { path, name, label, size, digest }: LocalAsset,
    { uploadUrl, isDraft, hasProgressed }: Omit<Upload, 'assets'> & { readonly hasProgressed: boolean },
  ): Promise<void> {
    if ((await stat(path)).size !== size) throw changed(path);
    const url = new URL(uploadUrl);
    url.searchParams.set('name', name);
    if (label !== undefined) url.searchParams.set('label', label);
    const begun = Date.now();
    const sent = { file: new FileBody({ path, size }), shape: uploaded };
    const made = await this.#client.upload(url.href, sent, {
      hasProgressed,
      wasSeen: isDraft,
      unconfirmed: () => this.#host.ledger.remember(unconfirmed(name), begun),
    });
    const isWhole = made.state === 'uploaded' && made.size === size;
    if (!isWhole) throw new Moved(`GitHub has only part of ${name}`);
    if ((made.digest ?? (await this.digest(made.url, size))) !== digest) throw changed(path);
    if (made.name !== name)
      throw new ReleaseError(`GitHub stored the file ${quoted(name)} under another name: ${quoted(made.name)}.`, {
        fix: `Rename the file to a name that GitHub keeps, such as ${made.name}`,
      });
  }

  /** The checksum of the file that GitHub serves, for servers that do not tell it. */
  async digest(assetUrl: string, size: number): Promise<string> {
    return repeated(async () => {
      const hash = createHash('sha256');
      const bytes = await this.#client.download(assetUrl, size);
      let read = 0;
      try {
        for await (const chunk of bytes) {
          hash.update(chunk);
          read += chunk.length;
          if (read > size) break;
        }
      } catch (cause) {
        this.#host.signal.throwIfAborted();
        throw new Unanswered(`The download of ${assetUrl} broke off after ${read} of ${size} bytes`, { cause });
      }
      if (read === size) return `sha256:${hash.digest('hex')}`;
      const length = read > size ? `has more than ${size} bytes` : `ended after ${read} of ${size} bytes`;
      throw new Unanswered(`The download of ${assetUrl} ${length}`);
    }, this.#host);
  }
}

/** When an upload of this run began whose answer got lost. */
const unconfirmed = (name: string): Fact<number> => ({ name: `unconfirmed upload of ${name}` });

const changed = (path: string) =>
  new ReleaseError(`${path} has changed since this run began.`, {
    fix: 'Run it again when no other program writes to this file any more.',
  });

const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
