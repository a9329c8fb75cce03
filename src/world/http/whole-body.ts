import { ReleaseError } from '../../domain/error.ts';

type Bounds = { readonly url: string; readonly longest: number };

/** A whole body as text. A body longer than `longest` bytes is refused, while it arrives. */
export const wholeText = async (body: AsyncIterable<Uint8Array>, bounds: Bounds): Promise<string> =>
  (await wholeBytes(body, bounds)).toString('utf8');

/** The bytes of a whole body, with the same bound. */
export async function wholeBytes(body: AsyncIterable<Uint8Array>, { url, longest }: Bounds): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longest)
      throw new ReleaseError(`${url} is longer than ${longest / 1024 / 1024} MiB, which is the limit here.`, {
        fix: whoAnswers(url),
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const mostValues = 1_000_000;
const few = 1024 * 1024;

/** A whole body as JSON; undefined if it is empty. Its values are limited too: an empty object takes many times its text. */
export async function wholeJson(body: AsyncIterable<Uint8Array>, bounds: Bounds): Promise<unknown> {
  const text = await wholeText(body, bounds);
  if (text.length > few && hasMoreValues(text, mostValues))
    throw new ReleaseError(`${bounds.url} has more than a million values, which is the limit here.`, {
      fix: whoAnswers(bounds.url),
    });
  return text === '' ? undefined : JSON.parse(text);
}

/** Each value but the first follows a comma or an opening bracket. */
function hasMoreValues(json: string, most: number): boolean {
  let count = 1;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === comma || code === bracket || code === brace) count++;
  }
  return count > most;
}

const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];

const whoAnswers = (url: string) => `Find out what answers at ${new URL(url).origin}.`;
