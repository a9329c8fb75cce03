import { createHash } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { StoredFile } from '../../wire/answer.ts';

/** The bytes of a body that arrived. `digest` is undefined if the body is not complete. */
export type ReceivedBody = { readonly size: number; readonly digest: string | undefined };

/** The bytes of assets, in a folder that is removed when the server closes. */
export class AssetFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a body to a file while it arrives. It stops reading when there are more bytes than the limit. */
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
