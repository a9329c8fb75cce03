import { attempt } from '../../src/domain/error.ts';
import { defaultStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { parseReleaseTag } from '../../src/domain/tags/tag.ts';
import { quoted } from '../../src/domain/text.ts';
import { parsePep440, parseSemver } from '../../src/domain/versions/version.ts';

// Just within the bound of a tag's name, and far beyond.
const lengths = [1000, 100_000];
const digits = ['1', '0', '1.', '1-', '-1', '-1.0', '1!', '1a', '1.0-', '.-_', '+1', '1.0.0-rc.1-'];
const repeated = digits.concat(['v', '/', 'a/', 'a/v1.0/', '{', '{path}', ' ', '\u202E', '\uD800']);
const beginnings = ['', '1.0.0-', 'v1.0a'];
// What makes an expression look again: an end that it does not expect.
const ends = ['\u2028', '/v1.0.0'];

const streams = parseStreams(`${defaultStreams}\nmodule: {path}/v{version}\nany: {path}x{pep440}\ndriver: {pep440}`);

/** Whoever reads foreign text. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseSemver,
  parsePep440,
  parseReleaseTag: (text) => parseReleaseTag(text, streams),
  parseStreams: (text) => parseStreams(`x: ${text}`),
  quoted,
};

/** The longest that a reader takes for a text made to keep it busy; what is not linear takes minutes. */
export function slowest(): { readonly milliseconds: number; readonly reader: string; readonly text: string } {
  const texts = lengths.flatMap((length) =>
    beginnings.flatMap((start) =>
      repeated.flatMap((part) =>
        ends.map((end) => ({
          name: `${start}${part}…${end}`,
          text: start + part.repeat((length - 20) / part.length) + end,
        })),
      ),
    ),
  );
  return Object.entries(readers)
    .flatMap(([reader, read]) =>
      texts.map(({ name, text }) => {
        const begin = performance.now();
        attempt(() => read(text));
        return { milliseconds: performance.now() - begin, reader, text: name };
      }),
    )
    .reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one));
}
