import { ReleaseError } from '../../src/domain/error.ts';
import { quoted, textLines } from '../../src/domain/text.ts';

/** What a release consists of beside its tags. */
export type Artifact = {
  readonly kind: 'Image' | 'Chart' | 'File';
  readonly name: string;
  readonly digest: string | undefined;
  /** By which its tag is found. */
  readonly version: string | undefined;
  readonly url?: string | undefined;
};

type Fields = Readonly<Record<string, unknown>>;

/** The outputs `images`: await-image names references, promote-image where each image is now. */
export const imagesIn = (text: string): readonly Artifact[] =>
  objectsIn(text, 'images').flatMap((fields) => {
    const { to } = fields;
    const places = Array.isArray(to) ? to.filter((place) => typeof place === 'string') : [];
    const [name, tag] = [textOf(fields, 'name'), textOf(fields, 'tag')];
    const one = textOf(fields, 'reference') ?? (tag === undefined ? name : `${name}:${tag}`);
    return (places.length > 0 ? places : [one ?? '?']).map((reference) => ({
      kind: 'Image' as const,
      name: reference.replace(/@.*$/, ''),
      digest: textOf(fields, 'digest'),
      version: tag ?? /:([^:/@]+)(?:@|$)/.exec(reference)?.[1],
    }));
  });

/** The output `packages`: a chart that was pushed has a reference. */
export const chartsIn = (text: string): readonly Artifact[] =>
  objectsIn(text, 'packages').map((fields) => {
    const version = textOf(fields, 'version');
    return {
      kind: 'Chart',
      name:
        textOf(fields, 'reference')?.replace(/@.*$/, '') ?? `${textOf(fields, 'chart') ?? '?'} ${version ?? ''}`.trim(),
      digest: textOf(fields, 'digest') ?? prefixed(textOf(fields, 'sha256')),
      version,
    };
  });

/** The output `assets`. */
export const assetsIn = (text: string): readonly Artifact[] =>
  objectsIn(text, 'assets').map((fields) => ({
    kind: 'File',
    name: textOf(fields, 'name') ?? '?',
    digest: textOf(fields, 'digest'),
    version: undefined,
  }));

/** The outputs `pending`: lists of texts. */
export const textsIn = (text: string): readonly string[] =>
  listsIn(text, 'pending').map((item) => (typeof item === 'string' ? item : refuse(JSON.stringify(item), 'pending')));

const objectsIn = (text: string, output: string): readonly Fields[] =>
  listsIn(text, output).map((item) =>
    typeof item === 'object' && item !== null ? (item as Fields) : refuse(JSON.stringify(item), output),
  );

/** The entries of all lists, which are one line of JSON each. */
const listsIn = (text: string, output: string): readonly unknown[] =>
  textLines(text).flatMap((line): readonly unknown[] => {
    const found = parsed(line);
    return Array.isArray(found) ? found : refuse(line, output);
  });

function refuse(text: string, output: string): never {
  throw new ReleaseError(`has a line that is not what a step puts out as ${output}: ${quoted(text.slice(0, 100))}.`, {
    fix: `Pass the outputs as they are, such as \${{ steps.id.outputs.${output} }}, one per line.`,
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const prefixed = (hex: string | undefined) => (hex === undefined ? undefined : `sha256:${hex}`);
