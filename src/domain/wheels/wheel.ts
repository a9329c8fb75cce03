import { attempt, refuseIfAny, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { parsePep440 } from '../versions/version.ts';
import { recordProblems } from './record.ts';
import { readZip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** What a wheel says about itself. */
export type Wheel = {
  /** As METADATA writes it. */
  readonly name: string;
  /** Normalised as PEP 440 does. */
  readonly version: string;
  /** Which versions of Python may install it, such as `>=3.9`. */
  readonly requiresPython: string | undefined;
  /** For which kinds of Python it was built, such as `py3` or `cp312`. */
  readonly pythonTags: readonly string[];
  readonly abiTags: readonly string[];
  /** What built it, such as `setuptools (84.2.1)`. */
  readonly generator: string | undefined;
};

// https://packaging.python.org/specifications/binary-distribution-format/
/** Reads a wheel, and refuses one that pip or PyPI would refuse, or that is another version than its name says. */
export function readWheel(file: string, bytes: Buffer): Wheel {
  const refuse = (problem: string) => new ReleaseError(`${file} ${problem}.`, { fix, at: { file } });
  const [, distribution = '', written = '', tags] = fileName.exec(file) ?? [];
  if (tags === undefined)
    throw new ReleaseError(`${file} is not the name of a wheel, such as my_driver-1.0.0-py3-none-any.whl.`, { fix });
  const entries = readZip(file, bytes);
  const folder = infoFolder(entries, refuse);
  const wheel = { ...metadataOf(entries, folder, refuse), ...tagsOf(tags) };
  const [, infoName = '', infoVersion = ''] = /^(.+)-([^-]+)\.dist-info$/.exec(folder) ?? [];
  const versionIn = (text: string) => attempt(() => parsePep440(text.replaceAll('_', '-')).pep440);
  refuseIfAny(`${file} contradicts itself.`, [
    ...[...new Set([distribution, infoName])].flatMap((name) =>
      normalisedName(name) === normalisedName(wheel.name)
        ? []
        : [refuse(`has the name ${quoted(name)}, but METADATA has ${quoted(wheel.name)}`)],
    ),
    ...[...new Set([written, infoVersion])].flatMap((version) =>
      versionIn(version) === wheel.version
        ? []
        : [refuse(`has the version ${quoted(version)}, but METADATA has ${quoted(wheel.version)}`)],
    ),
    ...(distribution === fileNamePart(wheel.name)
      ? []
      : [refuse(`has to begin with ${fileNamePart(wheel.name)}-, which is the normalised name`)]),
    ...recordProblems(file, folder, entries),
  ]);
  return wheel;
}

const fix = 'Build it again with a current version of the build backend, and do not rename it.';

const fileName = /^([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)(?:-\d[A-Za-z0-9_.]*)?-([\w.]+-[\w.]+-[\w.]+)\.whl$/;

const tagsOf = (tags: string) => {
  const [pythonTags = [], abiTags = []] = tags.split('-').map((part) => part.split('.'));
  return { pythonTags, abiTags };
};

/** The name by which Python finds a project. https://packaging.python.org/specifications/name-normalization/ */
export const normalisedName = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** The name of a project in the name of its wheel. */
const fileNamePart = (name: string) => normalisedName(name).replaceAll('-', '_');

function infoFolder(entries: readonly ZipEntry[], refuse: (problem: string) => ReleaseError): string {
  const folders = new Set(entries.flatMap(({ path }) => /^([^/]+\.dist-info)\//.exec(path)?.[1] ?? []));
  const [folder, ...others] = folders;
  if (folder === undefined) throw refuse('has no folder .dist-info');
  if (others.length > 0) throw refuse(`has several folders .dist-info: ${[...folders].map(quoted).join(', ')}`);
  return folder;
}

type Metadata = Omit<Wheel, 'pythonTags' | 'abiTags'>;

function metadataOf(entries: readonly ZipEntry[], folder: string, refuse: (problem: string) => ReleaseError): Metadata {
  const texts = ['METADATA', 'WHEEL'].map((name) => entries.find(({ path }) => path === `${folder}/${name}`));
  const [metadata, wheel] = texts;
  if (metadata === undefined || wheel === undefined)
    throw refuse(`has no ${folder}/${metadata === undefined ? 'METADATA' : 'WHEEL'}`);
  const fields = headerFields(metadata.content().toString('utf8'));
  const one = (key: string) => {
    const values = fields.flatMap(([name, value]) => (name === key.toLowerCase() ? [value] : []));
    if (values.length > 1) throw refuse(`has ${key} ${values.length} times in METADATA`);
    return values[0];
  };
  const [name, version] = [one('Name'), one('Version')];
  if (name === undefined || version === undefined)
    throw refuse(`has no ${name === undefined ? 'Name' : 'Version'} in METADATA`);
  const parsed = attempt(() => parsePep440(version));
  if (parsed instanceof ReleaseError)
    throw refuse(`has a version in METADATA that PyPI refuses: ${parsed.message.replace(/\.$/, '')}`);
  const [, generator] = headerFields(wheel.content().toString('utf8')).find(([key]) => key === 'generator') ?? [];
  return { name, version: parsed.pep440 ?? version, requiresPython: one('Requires-Python'), generator };
}

/** The fields before the first blank line. A line that begins with white space continues the one before. */
function headerFields(text: string): readonly (readonly [name: string, value: string])[] {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  return head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    });
}
