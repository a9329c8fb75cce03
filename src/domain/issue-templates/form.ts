import type { Source } from '../edits/source.ts';
import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';

/** An element of a form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
type Element = { readonly type?: unknown; readonly attributes?: unknown };
type Attributes = Readonly<Record<string, unknown>>;

/** The text that GitHub makes of a form in which nobody has changed anything. Its explanations (markdown) are left out, as there. */
export function formBody(source: Source, body: unknown): string {
  if (!Array.isArray(body)) throw unusable(source, 'a form needs a list with the name body');
  const parts = (body as readonly Element[]).flatMap((element, index) => {
    const { type, attributes } = element ?? {};
    if (type === 'markdown') return [];
    const fields = (typeof attributes === 'object' && attributes !== null ? attributes : {}) as Attributes;
    const answer = answers[String(type)];
    const { label } = fields;
    if (answer === undefined)
      throw unusable(
        source,
        `element ${index + 1} has the type ${quoted(String(type))}, not ${listed(Object.keys(answers), 'or')}`,
      );
    if (typeof label !== 'string') throw unusable(source, `element ${index + 1} has no label`);
    return [`### ${label}\n\n${answer(fields)}`];
  });
  return `${parts.join('\n\n')}\n`;
}

const noAnswer = '_No response_';

const answers: Readonly<Record<string, (fields: Attributes) => string>> = {
  input: ({ value }) => textOr(value),
  textarea: ({ value, render }) =>
    typeof render === 'string' && textOr(value) !== noAnswer
      ? `\`\`\`${render}\n${textOr(value)}\n\`\`\``
      : textOr(value),
  dropdown: ({ options, default: index }) => textOr(typeof index === 'number' ? itemsOf(options)[index] : undefined),
  checkboxes: ({ options }) =>
    itemsOf(options)
      .map((option) => `- [ ] ${textOr((option as { readonly label?: unknown } | null)?.label)}`)
      .join('\n'),
};

const itemsOf = (options: unknown): readonly unknown[] => (Array.isArray(options) ? options : []);

const textOr = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trimEnd() : '';
  return text === '' ? noAnswer : text;
};

const unusable = (source: Source, why: string) =>
  new ReleaseError(`${source.file} cannot be used: ${why}.`, {
    fix: 'Use a template in Markdown, or write the text into a file and set body-path.',
    at: { file: source.file },
  });
