import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { imageTag, type ReleaseTag } from './tag.ts';
import type { Stream } from './stream.ts';

/** The tag that a version has in a stream. */
export function tagOf(version: string, { name, pattern }: Stream): string {
  if (!pattern.includes('{path}')) return pattern.replace(/\{\w+\}/, () => version.replace(/^v(?=\d)/, ''));
  throw new ReleaseError(`A version alone has no tag in the stream ${name}: ${pattern} has a folder, too.`, {
    fix: 'Give the input tag, or put a stream without {path} first.',
  });
}

// Why: docs/decisions.md D84
/** The text with the forms of a release in the place of their placeholders. Other words in braces stay. */
export function filledWith(tag: ReleaseTag, revision: number | undefined, text: string): string {
  const { name, version } = tag;
  const forms: Readonly<Record<string, string | undefined>> = {
    version: version.semver,
    pep440: version.pep440,
    tag: name,
    'image-tag': imageTag(tag, revision),
  };
  return text.replaceAll(/\{(version|pep440|tag|image-tag)\}/g, (placeholder, form: string) => {
    const value = forms[form];
    if (value !== undefined) return value;
    throw new ReleaseError(`${placeholder} is in the input fill, but ${quoted(name)} has no such form.`, {
      fix: `Use another form of the version, or a tag whose output ${form} is set.`,
    });
  });
}
