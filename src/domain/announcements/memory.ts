/** What is known about a message that cannot be looked up. */
export type SendingState = 'begun' | 'sent' | 'unconfirmed';

/** Which run sends a message, and how far it is. */
export type Sending = { readonly state: SendingState; readonly run: string };

/** A hidden line for a comment in the release issue. */
export const sendingLine = ({ state, run }: Sending): string => `<!-- announcement: ${state} by ${run} -->`;

/** Reads that line. A comment without it was edited: then nobody knows. */
export function sendingIn(body: string): Sending {
  const [, state, run = ''] = /<!-- announcement: (begun|sent|unconfirmed) by ([\w-]{1,60}) -->/.exec(body) ?? [];
  return { state: (state as SendingState | undefined) ?? 'unconfirmed', run }; // one of the three that it matches
}
