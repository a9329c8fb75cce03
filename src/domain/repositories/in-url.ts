/** A tag in a URL, escaped so that no character ends a Markdown link. */
export const inUrl = (tag: string): string =>
  encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
