import { ReleaseError } from '../error.ts';
import { hasHidden, quoted } from '../text.ts';

/** A channel. The name is for people, if there are several. */
export type SlackPlace = { readonly kind: 'slack'; readonly name: string | undefined };

/** Where something is announced. */
export type Place =
  | SlackPlace
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

/** A channel for people, which is also its name in the marker of what was announced there. */
export const channelText = ({ name }: SlackPlace): string => `Slack${name === undefined ? '' : ` (${name})`}`;
