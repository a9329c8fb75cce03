import { createHash } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { StoredFile } from '../wire/faults.ts';

/** What arrived of a body; `digest` is undefined where it ended too early. */
export type ReceivedBody = { readonly size: number; readonly digest: string | undefined };

/** The bytes of assets, in a folder that goes with the server. */
export class AssetFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Stores a body as it arrives, without keeping it in memory; beyond the limit nothing is taken from the connection. */
  async receive(message: IncomingMessage, id: number, limit: number): Promise<ReceivedBody> {
    await mkdir(this.#folder, { recursive: true });
    await using file = await open(this.#path(id), 'w');
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of message.iterator({ destroyOnReturn: false })) {
        await file.write(chunk);
        hash.update(chunk);
        size += chunk.length;
        if (size > limit) return { size, digest: undefined };
      }
    } catch (error) {
      if (message.complete) throw error;
      return { size, digest: undefined };
    }
    return { size, digest: `sha256:${hash.digest('hex')}` };
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const path = this.#path(id);
    const found = await stat(path).catch(() => undefined);
    return found && { path, size: found.size };
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #path(id: number | string): string {
    return join(this.#folder, String(id));
  }
}
