import { ReleaseError } from '../error.ts';
import { hasHidden, quoted } from '../text.ts';

/** Where something is announced. */
export type Place =
  /** The name is for people, if there are several channels. */
  | { readonly kind: 'slack'; readonly name: string | undefined }
  | { readonly kind: 'issue' }
  | { readonly kind: 'discussion'; readonly category: string };

/** Reads `slack`, `slack: #channel`, `issue` or `discussion: Category`. */
export function parsePlace(line: string): Place {
  const [, word = '', name] = /^(\w+)(?:\s*:\s*(\S.{0,79}))?$/.exec(line.trim()) ?? [];
  const isPlain = name === undefined || !(hasHidden(name) || /[\x00-\x1f\x7f]/.test(name));
  if (word === 'slack' && isPlain) return { kind: 'slack', name };
  if (word === 'issue' && name === undefined) return { kind: 'issue' };
  if (word === 'discussion' && name !== undefined && isPlain) return { kind: 'discussion', category: name };
  throw new ReleaseError(`has ${quoted(line)}, which is no place to announce something.`, {
    fix: 'Use slack, slack: #CHANNEL, issue, or discussion: CATEGORY.',
  });
}

/** The place for people, which is also its name in the marker of what was announced there. */
export function placeText(place: Place): string {
  if (place.kind === 'issue') return 'the issue';
  if (place.kind === 'discussion') return `the discussions (${place.category})`;
  return `Slack${place.name === undefined ? '' : ` (${place.name})`}`;
}
