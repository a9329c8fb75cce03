import { execFile } from 'node:child_process';
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { readWheel } from '../../src/domain/wheels/wheel.ts';

const wheels = new Map<string, { readonly name: string; readonly bytes: Buffer }>();

beforeAll(async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'wheels-'));
  await promisify(execFile)('python3', [join(import.meta.dirname, '../support/wheels.py'), scratch.path]);
  for (const file of await readdir(scratch.path)) {
    const [title = '', name = ''] = file.split('=');
    wheels.set(title, { name, bytes: await readFile(join(scratch.path, file)) });
  }
});

function read(title: string) {
  const { name, bytes } = wheels.get(title) ?? { name: title, bytes: Buffer.alloc(0) };
  return readWheel(name, bytes);
}

const wheel = 'my_driver-1.0.0-py3-none-any.whl';
const again = 'Build it again with another version of the build backend. Do not upload it.';
const unedited = 'Build it again, and do not edit a wheel that was built. pip and PyPI refuse such a wheel.';
const current = 'Build it again with a current version of the build backend, and do not rename it.';

it.each(['good', 'streamed', 'build', 'other-bytes', 'more-files', 'other-order', 'other-time'])(
  'a wheel is read: %s',
  (title) => {
    expect(read(title)).toEqual({
      name: 'my-driver',
      version: '1.0.0',
      requiresPython: '>=3.9',
      pythonTags: ['py3'],
      abiTags: ['none'],
      generator: undefined,
    });
  },
);

describe('what PyPI or pip refuse is refused', () => {
  it.each<readonly [title: string, problem: string, fix: string]>([
    ['empty', 'is not a zip.', again],
    ['no-zip', 'is not a zip.', again],
    ['cut', 'is cut off, or has data after its end.', again],
    ['trailing', 'is cut off, or has data after its end.', again],
    ['comment', 'is cut off, or has data after its end.', again],
    ['announced-comment', 'announces a comment that is not there.', again],
    ['second-end', 'has a list of files that does not end where it says.', again],
    ['prefix', 'has a list of files that does not end where it says.', again],
    ['hidden-data', 'has 6 bytes between its last file and its list of files.', again],
    ['zip64', 'is in the form for more than 4 GiB or 65,534 files, which no wheel needs.', again],
    ['count', 'says that it has 4 entries, but lists 5.', again],
    ['local-name', 'lists "my_driver/__init__.py", which calls itself "my_driver/__inet__.py".', again],
    ['local-size', 'has two headers of "my_driver/__init__.py" that contradict each other.', again],
    ['damaged', 'has "my_driver/__init__.py", which does not unpack to 6000 bytes with its checksum.', again],
    ['lying-size', 'has "my_driver/__init__.py", which does not unpack to 1 bytes with its checksum.', again],
    ['bomb', 'unpacks to 2147484134 bytes. The limit is 1073741824.', again],
    ['duplicate', 'has "my_driver/__init__.py" twice.', again],
    ['dots', 'has the name "../evil.py", which does not stay in its folder.', again],
    ['inner-dots', 'has the name "my_driver/../../evil.py", which does not stay in its folder.', again],
    ['absolute', 'has the name "/etc/evil", which does not stay in its folder.', again],
    ['drive', 'has the name "C:evil", which does not stay in its folder.', again],
    ['backslash', String.raw`has the name "my_driver\a,b.txt", which does not stay in its folder.`, again],
    ['link', 'has "my_driver/link", which is no file.', again],
    ['form', 'has "my_driver/__init__.py", which is in the form 6.4.', again],
    ['encrypted', 'has "my_driver/__init__.py", which is encrypted.', again],
    ['no-record', 'has no my_driver-1.0.0.dist-info/RECORD.', unedited],
    ['unlisted', 'has "my_driver/late.py", which RECORD does not list.', unedited],
    ['missing', 'lists "my_driver/gone.py" in RECORD, which it does not have.', unedited],
    ['listed-twice', 'lists "my_driver/__init__.py" twice in RECORD.', unedited],
    [
      'other-hash',
      'has "my_driver/__init__.py", whose sha256 is C3h79OerFChe0t_YlRSxOFdNvz_-oWv8qYMbT0IXb78, but RECORD has AC3h79OerFChe0t_YlRSxOFdNvz_-oWv8qYMbT0IXb78.',
      unedited,
    ],
    ['other-size', 'has "my_driver/__init__.py" with 6000 bytes, but RECORD has 6001.', unedited],
    [
      'md5',
      'has "my_driver/a,b.txt", whose checksum in RECORD is "md5=1B2M2Y8AsgTpgAmY7PhCfg", which is not SHA-2.',
      unedited,
    ],
    ['no-csv', 'has a RECORD that is not CSV.', unedited],
    ['other-version', 'has the version "1.0.0", but METADATA has "1.0.1".', current],
    [
      'bad-version',
      'has a version in METADATA that PyPI refuses: "1.0.0-next" is not a public PEP 440 version: it is not like 1.2.3, 1.2.3rc1 or 1.2.3.dev0.',
      current,
    ],
    [
      'local-version',
      'has a version in METADATA that PyPI refuses: "1.0.0+local" is not a public PEP 440 version: the part after the + makes it a local version, which package indexes refuse.',
      current,
    ],
    ['two-versions', 'has Version 2 times in METADATA.', current],
    ['no-version', 'has no Version in METADATA.', current],
    ['no-metadata', 'has no my_driver-1.0.0.dist-info/METADATA.', current],
    ['no-info', 'has no folder .dist-info.', current],
    ['two-infos', 'has several folders .dist-info: "my_driver-1.0.0.dist-info", "other-1.0.dist-info".', current],
  ])('%s', (title, problem, fix) => {
    expect(() => read(title)).toThrow(
      expect.objectContaining({ message: `${wheel} ${problem}`, fix, at: { file: wheel } }),
    );
  });

  it('a name that is not the normalised one, another version in it, or no name of a wheel', () => {
    const said = (title: string) => {
      const { message, reasons } = refusalOf(() => read(title));
      return reasons.length === 0 ? [message] : reasons.map((reason) => reason.message);
    };
    expect(said('not-normalised')).toEqual([
      'My.Driver-1.0.0-py3-none-any.whl has to begin with my_driver-, which is the normalised name.',
    ]);
    expect(said('renamed')).toEqual([
      'my_driver-1.0.1-py3-none-any.whl has the version "1.0.1", but METADATA has "1.0.0".',
    ]);
    expect(said('no-name')).toEqual([
      'my_driver.whl is not the name of a wheel, such as my_driver-1.0.0-py3-none-any.whl.',
    ]);
    expect(said('other-name')).toEqual([
      `${wheel} has the name "my_driver", but METADATA has "his-driver".`,
      `${wheel} has to begin with his_driver-, which is the normalised name.`,
    ]);
  });

  it('and every wheel of the list was tried', () => {
    expect(wheels.size).toBe(52);
  });
});

function refusalOf(look: () => unknown): ReleaseError {
  try {
    look();
  } catch (error) {
    if (error instanceof ReleaseError) return error;
  }
  throw new Error('It was not refused.');
}
