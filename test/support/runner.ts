/** A command in a log that the runner obeyed. */
export type Command = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

export type ReadLog = {
  readonly obeyed: readonly Command[];
  /** The lines that people see. Secrets are not masked here. */
  readonly shown: readonly string[];
};

type Parsed = Command | undefined;

const commandNames =
  /^(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning)$/i;

/**
 * Reads a log as GitHub's runner does. It obeys commands, and shows all other lines. Between `::stop-commands::<mark>`
 * and `::<mark>::` there are no commands.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs
 */
export function readLog(log: string): ReadLog {
  const [obeyed, shown]: [Command[], string[]] = [[], []];
  let mark: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = commandIn(line, mark);
    if (command === undefined || command.name === 'stop-commands' || mark !== undefined) shown.push(line);
    else obeyed.push(command);
    if (mark === undefined && command?.name === 'stop-commands') mark = command.data.toLowerCase();
    else if (mark !== undefined && command?.name === mark) mark = undefined;
  }
  return { obeyed, shown };
}

function commandIn(line: string, mark: string | undefined): Parsed {
  const isName = (name: string) => commandNames.test(name) || name.toLowerCase() === mark;
  return doubleColon(line, isName) ?? bracket(line, isName);
}

/** A command of the form `::name key=value,key=value::data`, after white space. */
function doubleColon(line: string, isName: (name: string) => boolean): Parsed {
  const [, name = '', properties = '', data = ''] = /^[\s\x85]*::([^ ]*?)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  return isName(name) ? commandOf({ name, properties: properties.split(','), data }) : undefined;
}

/** A command of the form `##[name key=value;key=value]data`, anywhere in a line. */
function bracket(line: string, isName: (name: string) => boolean): Parsed {
  const [, name = '', properties = '', data = ''] = /##\[([^ \]]*)(?: ([^\]]*))?\](.*)$/s.exec(line) ?? [];
  return isName(name) ? commandOf({ name, properties: properties.split(';'), data }) : undefined;
}

function commandOf(raw: { name: string; properties: readonly string[]; data: string }): Command {
  const pairs = raw.properties
    .map((property) => property.trim().split(/=(.*)/s))
    .flatMap(([key = '', value = '']) => (key === '' ? [] : [[key, unescaped(value)]]));
  return {
    name: raw.name.toLowerCase(),
    properties: Object.fromEntries(pairs),
    data: unescaped(raw.data),
  };
}

function unescaped(text: string): string {
  const codes: Readonly<Record<string, string>> = {
    '0D': '\r',
    '0A': '\n',
    '3A': ':',
    '2C': ',',
    '3B': ';',
    '5D': ']',
  };
  return text.replaceAll(/%(0D|0A|3A|2C|3B|5D|25)/g, (_, code: string) => codes[code] ?? '%');
}

/** Reads GITHUB_OUTPUT: lines of `name=value`, or `name<<delimiter`, the value, and the delimiter. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n').values();
  for (const line of lines) {
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (line === '') continue;
    if (name === '' || (sign === '<<' && rest === '')) throw new Error(`The runner would refuse this output: ${line}.`);
    outputs[name] = sign === '=' ? rest : until(rest, lines);
  }
  return outputs;
}

function until(delimiter: string, lines: Iterator<string>): string {
  const value: string[] = [];
  for (let next = lines.next(); !next.done; next = lines.next()) {
    if (next.value === delimiter) return value.join('\n');
    value.push(next.value);
  }
  throw new Error(`An output does not end with its delimiter ${delimiter}.`);
}
