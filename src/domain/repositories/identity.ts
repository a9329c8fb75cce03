import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The account in whose name GitHub's own automation commits. */
export const githubBot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';

/** `Name <address>`, as git writes people. */
export function parseIdentity(text: string): string {
  if (/^[^<>\n]+ <[^<>\s]+>$/.test(text.trim())) return text.trim();
  throw new ReleaseError(`is ${quoted(text)}, not a name and an address.`, { fix: 'Write Name <address>.' });
}
