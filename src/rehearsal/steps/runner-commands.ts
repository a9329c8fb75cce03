/** A line such as `::error file=a,line=1::Message`, with which a step speaks to the runner. */
export type RunnerCommand = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
};

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
export function parseCommand(line: string): RunnerCommand | undefined {
  const [, name, rest = '', message = ''] = /^\s*::([\w-]+)(?:\s+(.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const properties = rest
    .split(',')
    .map((property) => property.trim())
    .filter((property) => property.includes('='))
    .map((property) => {
      const at = property.indexOf('=');
      return [property.slice(0, at), unescaped(property.slice(at + 1), true)] as const;
    });
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties), message: unescaped(message, false) };
}

function unescaped(text: string, isProperty: boolean): string {
  const lines = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const all = isProperty ? lines.replaceAll('%3A', ':').replaceAll('%2C', ',') : lines;
  return all.replaceAll('%25', '%');
}
