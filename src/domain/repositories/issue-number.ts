/** The number of an issue, written as `12` or `#12`; undefined if a text is none. */
export function issueNumberOf(text: string): number | undefined {
  const [, number] = /^#?([1-9]\d{0,8})$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
}
