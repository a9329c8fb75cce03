import { ReleaseError } from '../../domain/error.ts';

/** Fills a template of Go: `{{.Id}}`, `{{json .Manifest}}`, `{{index .RepoDigests 0}}`. */
export function formatted(template: string, value: object): string {
  return template.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, expression: string) => filled(expression, value));
}

function filled(expression: string, value: object): string {
  const [, asJson, indexed, path, at] =
    /^(?:(json)\s+)?\(?(?:(index)\s+)?(\.[\w.]*)(?:\s+(?:(\d+)|"[^"]*"))?\)?$/.exec(expression) ?? [];
  if (path === undefined)
    throw new ReleaseError(`The template {{${expression}}} cannot be filled in a rehearsal.`, {
      fix: 'Print the whole with {{json .}}, and take what you need from there.',
    });
  const found = path.split('.').filter(Boolean).reduce<unknown>(fieldOf, value);
  const item = indexed === undefined ? found : (found as readonly unknown[] | undefined)?.[Number(at ?? 0)];
  if (asJson !== undefined) return JSON.stringify(item ?? null);
  if (Array.isArray(item)) return `[${item.join(' ')}]`;
  if (typeof item === 'string') return item;
  return item === undefined ? '<no value>' : JSON.stringify(item);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
