import { listensToCreated } from '../../src/domain/releases/release-event.ts';
import type { Files } from '../../src/world/files.ts';

const folder = '.github/workflows';

/** Workflows that wait for `release: created`, which a release that begins as a draft never is. */
export async function listenersToCreated(files: Files): Promise<readonly string[]> {
  if (!(await files.has(folder))) return [];
  const paths = await files.find(`${folder}/*`, 'file');
  const notes = await Promise.all(
    paths
      .filter((path) => /\.ya?ml$/.test(path))
      .map(async (path) =>
        listensToCreated(await files.text(path))
          ? [`${path} listens to release: created, which no draft sends: let it listen to published.`]
          : [],
      ),
  );
  return notes.flat();
}
