/** The values of placeholders, by their names. */
export type Placeholders = Readonly<Record<string, string>>;

/**
 * Replaces `{tag}` and the like in one pass, so that a value is never searched. Braces around other words stay. Templates for
 * people often have vX.Y.Z and X.Y.Z instead.
 */
export const filled = (text: string, values: Placeholders): string =>
  text.replaceAll(/\{([a-z-]+)\}|\bv?X\.Y\.Z\b/g, (whole, name: string | undefined) => {
    const key = name ?? (whole.startsWith('v') ? 'tag' : 'version');
    return values[key] ?? whole;
  });

/** Whether a text has one of these placeholders. */
export const asksFor = (text: string, names: readonly string[]): boolean =>
  filled(text, Object.fromEntries(names.map((name) => [name, '\0']))).includes('\0');
