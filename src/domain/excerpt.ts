/** A text for people to copy, such as a message that they have to send themselves. */
export type Excerpt = {
  readonly title: string;
  readonly text: string;
  /** GitHub draws a chart of a text in Mermaid. */
  readonly language?: 'mermaid';
};
