import { parseYamlValue } from '../edits/yaml-value.ts';
import type { Source } from '../edits/source.ts';
import { ReleaseError } from '../error.ts';
import { formBody } from './form.ts';

/** What an issue begins with, as a template says it. */
export type IssueTemplate = {
  readonly title: string | undefined;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly body: string;
};

/** Reads a template of .github/ISSUE_TEMPLATE: Markdown with front matter, or a form. GitHub's API knows neither of them. */
export function parseIssueTemplate(source: Source): IssueTemplate {
  if (/\.ya?ml$/i.test(source.file)) {
    const fields = fieldsOf(source, parseYamlValue(source));
    return { ...headOf(source, fields), body: formBody(source, fields['body']) };
  }
  const [whole = '', yaml] = /^\uFEFF?---[ \t]*\r?\n([^]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source.text) ?? [];
  if (yaml === undefined) return { title: undefined, labels: [], assignees: [], body: source.text };
  const opening = whole.indexOf(yaml, whole.indexOf('\n')); // keeps the numbers of lines
  const text = whole.slice(0, opening).replaceAll(/[^\n]/g, '') + yaml;
  const body = source.text.slice(whole.length).replace(/^(?:[ \t]*\r?\n)+/, '');
  return { ...headOf(source, fieldsOf(source, parseYamlValue({ file: source.file, text }))), body };
}

export type TemplateFields = Readonly<Record<string, unknown>>;

const headOf = (source: Source, fields: TemplateFields) => ({
  title: textOf(source, fields, 'title'),
  labels: namesOf(source, fields, 'labels'),
  assignees: namesOf(source, fields, 'assignees'),
});

function fieldsOf(source: Source, value: unknown): TemplateFields {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as TemplateFields;
  throw new ReleaseError(`${source.file} cannot be used: its head is not a mapping.`, {
    fix: 'Write fields such as title: and labels:',
    at: { file: source.file },
  });
}

function textOf(source: Source, fields: TemplateFields, key: string): string | undefined {
  const value = fields[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value === '' ? undefined : value;
  throw wrong(source, key, 'a text');
}

/** A list, or names with commas between them. */
function namesOf(source: Source, fields: TemplateFields, key: string): readonly string[] {
  const value = fields[key] ?? undefined;
  if (value === undefined) return [];
  const names: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
  return names.flatMap((name) => {
    if (typeof name !== 'string') throw wrong(source, key, 'a list of names');
    return name.trim() === '' ? [] : [name.trim()];
  });
}

const wrong = (source: Source, key: string, what: string) =>
  new ReleaseError(`${source.file} cannot be used: ${key} is not ${what}.`, {
    fix: 'The form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms',
    at: { file: source.file },
  });
