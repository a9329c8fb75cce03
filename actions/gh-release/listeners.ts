import { listensToCreated } from '../../src/domain/releases/release-event.ts';
import type { Files } from '../../src/world/files.ts';

const folder = '.github/workflows';

/** Notes on workflows that wait for `release: created`. GitHub does not send that event for a draft. */
export async function listenersToCreated(files: Files): Promise<readonly string[]> {
  if (!(await files.has(folder))) return [];
  const paths = await files.find(`${folder}/*`, 'file');
  const notes = await Promise.all(
    paths
      .filter((path) => /\.ya?ml$/.test(path))
      .map(async (path) =>
        listensToCreated(await files.text(path))
          ? [`${path} waits for release: created, which GitHub does not send for drafts. Use release: published.`]
          : [],
      ),
  );
  return notes.flat();
}
