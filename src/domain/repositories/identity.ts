import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The account that GitHub Actions commits as. */
export const githubBot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';

/** Reads `Name <address>`, the form in which git writes people. */
export function parseIdentity(text: string): string {
  if (/^[^<>\n]+ <[^<>\s]+>$/.test(text.trim())) return text.trim();
  throw new ReleaseError(`is ${quoted(text)}, not a name and an address.`, { fix: 'Write Name <address>.' });
}
