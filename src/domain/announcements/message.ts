/** What is announced. The text is Markdown. */
export type Message = {
  readonly title: string | undefined;
  readonly text: string;
  /** The page to read more. */
  readonly url: string | undefined;
};

const nothing = '\u200b'; // a space of no width, after which GitHub and Slack see no mention

/** The same text without mentions of people, teams and channels. Addresses of mail stay as they are. */
export const withoutMentions = (text: string): string => text.replaceAll(/(?<!\w)@(?=\w)/g, `@${nothing}`);

/** A message as Markdown for GitHub. Nobody is mentioned, and it hides nothing: hidden lines are what actions remember things by. */
export function markdownOf({ title, text, url }: Message): string {
  const parts = [title === undefined ? undefined : `### ${oneLine(title)}`, text.trim(), url];
  return withoutMentions(given(parts).join('\n\n')).replaceAll('<!--', `<${nothing}!--`);
}

/** A message as plain text, for a person to paste it. */
export const pastedText = ({ title, text, url }: Message): string =>
  withoutMentions(given([title === undefined ? undefined : oneLine(title), text.trim(), url]).join('\n\n'));

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const given = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '');
