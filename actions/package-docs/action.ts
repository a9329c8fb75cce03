import { join, relative, sep } from 'node:path';
import { archivedTree } from '../../src/domain/archives/tree.ts';
import { topFolder } from '../../src/domain/archives/top-folder.ts';
import { artifactFacts, checksumFile } from '../../src/plans/artifacts.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { path, text } from '../../src/runtime/input.ts';
import { number } from '../../src/runtime/output.ts';

export default defineAction({
  name: 'Package docs',
  description:
    'Pack a folder into a .tgz under another name, with the same bytes on every machine, so that everybody can verify it.',
  example: '--name example --version v1.2.3 --exclude drafts',
  inputs: {
    path: path('The folder to pack.').or('docs'),
    name: text('The name of the project, for {name} in root.').optional(),
    version: text('The version that is released, for {version} in root. A leading v stays.').optional(),
    root: text(
      'The name that the folder has in the archive. The archive has the same name. Placeholders: {name}, {version}.',
    ).or('{name}-{version}-docs'),
    exclude: text(
      'Globs of what is left out, one per line, relative to path. Git folders and what editors and systems leave behind are always left out.',
    )
      .list()
      .or(''),
    outDir: path('The folder for the archive. It is made if it is missing.').or('.'),
  },
  outputs: {
    archive: 'The path of the archive, such as example-1.2.0-docs.tgz.',
    sha256: 'The SHA-256 of the archive, in hexadecimal.',
    size: number('The size of the archive in bytes.'),
    files: number('The number of files in the archive, without folders and links.'),
    checksums: 'The path of a file with the checksum of the archive, for subject-checksums of actions/attest.',
  },
  hasNoMode: true,
  async plan({ path: folder, name, version, root, exclude, outDir }, { archives, files, git }) {
    const top = topFolder({ root, name, version });
    const place = join(outDir, `${top}.tgz`);
    const sums = `${place}.sha256`;
    const port = await archives();
    const [found, commit] = [await port.look(folder), await git.commits.find('HEAD')];
    const own = [place, sums].map((file) => relative(folder, file).split(sep).join('/'));
    const { entries, notes } = archivedTree(found, { folder, top, exclude, own, content: port.content(folder) });
    const archive = await port.pack(entries, commit.epoch);
    const artifact = { ...archive, path: place };
    return {
      notes,
      changes: [await files.place(archive, place), await files.place(checksumFile([artifact]), sums)],
      outputs: {
        archive: place,
        sha256: archive.digest.replace('sha256:', ''),
        size: archive.size,
        files: entries.filter(({ kind }) => kind === 'file').length,
        checksums: sums,
      },
      facts: () => artifactFacts([artifact]),
    };
  },
});
