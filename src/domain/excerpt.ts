/** A text for people to copy, such as a message that they have to send themselves. */
export type Excerpt = { readonly title: string; readonly text: string };
