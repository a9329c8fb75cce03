import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

export type TopFolder = {
  /** The name, with the placeholders {name} and {version}. */
  readonly root: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
};

/** The name of the folder at the top of an archive. It is also the name of the archive. */
export function topFolder({ root, name, version }: TopFolder): string {
  const values: Readonly<Record<string, string | undefined>> = { name, version };
  const top = root.replaceAll(/\{([^{}]*)\}/g, (placeholder, key: string) => {
    const value = values[key];
    if (value !== undefined) return value;
    throw new ReleaseError(
      key in values
        ? `The input root is ${quoted(root)}, but the input ${key} is not given.`
        : `The input root has ${quoted(placeholder)}, which stands for nothing.`,
      { fix: key in values ? `Give the input ${key}, or a root without {${key}}.` : 'Use {name} and {version}.' },
    );
  });
  if (/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+@-]*$/u.test(top) && Buffer.byteLength(top) <= longest) return top;
  throw new ReleaseError(`The folder at the top of the archive would be ${quoted(top)}.`, {
    fix: `Give a root of at most ${longest} bytes. It begins with a letter, a digit or _, and has no other characters but . + @ -`,
  });
}

const longest = 200;
