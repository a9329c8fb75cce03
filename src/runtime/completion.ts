import { ReleaseError } from '../domain/error.ts';
import { didYouMean } from '../domain/suggestion.ts';
import { quoted } from '../domain/text.ts';
import { allInputs } from './contract.ts';
import { type NamedAction, optionOf, switchesOf } from './help.ts';
import { kebab } from './input.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

type Option = {
  /** With its dashes. */
  readonly name: string;
  readonly meaning: string;
  readonly takesValue: boolean;
  /** What its value can be, if these are few. */
  readonly words: readonly string[];
};

/** A first word of the command line, and what can follow it. */
type Word = {
  readonly name: string;
  readonly meaning: string;
  readonly follows: readonly string[];
  readonly options: readonly Option[];
};

export const completionHelp = `Code that lets a shell complete actions, commands, their options, and the values of some options.

Usage: release-actions completion <shell>

The shell is bash, zsh or fish.

Examples
  source <(release-actions completion bash)
  release-actions completion fish | source
`;

/** The shell that is named on the command line. */
export function shellOf(name: string | undefined, more: readonly string[]): Shell {
  const fix = 'Write release-actions completion bash, and zsh or fish in the place of bash for these shells.';
  if (name === undefined) throw new ReleaseError('Which shell?', { fix });
  const shell = shells.find((one) => one === name);
  if (shell === undefined)
    throw new ReleaseError(`There is no completion for ${quoted(name)}.`, { fix: didYouMean(name, shells) ?? fix });
  if (more.length > 0) throw new ReleaseError(`${quoted(more.join(' '))} follows the name of the shell.`, { fix });
  return shell;
}

/** Code for a shell that completes the names of actions, their options, and the values of some. */
export function completion(shell: Shell, actions: readonly NamedAction[], commands: readonly string[]): string {
  const named = actions.map(({ name }) => name);
  const words: readonly Word[] = [
    ...actions.map(wordOf),
    ...commands.map((name) => plain(name, 'A command that is no action.')),
    plain('completion', 'Code for the completion of a shell.', shells),
    plain('help', 'What an action takes and gives.', [...named, ...commands]),
  ];
  return { bash, zsh, fish }[shell](words);
}

const plain = (name: string, meaning: string, follows: readonly string[] = []): Word => ({
  name,
  meaning,
  follows,
  options: [],
});

function wordOf({ name, action }: NamedAction): Word {
  const inputs = Object.entries(allInputs(action)).map(([key, codec]): Option => ({
    name: `--${optionOf([kebab(key), codec])}`,
    meaning: codec.description,
    takesValue: codec.isFlag !== true,
    words: codec.words ?? [],
  }));
  const switches = switchesOf(action).map(([option, meaning]): Option => ({
    name: `--${option}`,
    meaning,
    takesValue: false,
    words: [],
  }));
  return { name, meaning: action.description, follows: [], options: [...inputs, ...switches] };
}

/** The first sentence: there is one line for a meaning. */
const short = (text: string) => text.replaceAll(/\s+/g, ' ').replace(/(?<=[^.])\. .*/, '.');

const single = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Values that are not listed are completed as paths, which many of them are. */
function bash(words: readonly Word[]): string {
  const cases = words.map(({ name, follows, options }) => {
    const values = options
      .filter((option) => option.words.length > 0 && option.takesValue)
      .map((option) => `      ${option.name}) words=${single(option.words.join(' '))} ;;`);
    const others = options.filter((option) => option.takesValue && option.words.length === 0);
    const paths = others.length === 0 ? [] : [`      ${others.map((option) => option.name).join('|')}) return ;;`];
    const all = [...follows, ...options.map((option) => option.name)].join(' ');
    return [
      `    ${name}) case $previous in`,
      ...values,
      ...paths,
      `      *) words=${single(all)} ;;`,
      '    esac ;;',
    ].join('\n');
  });
  return `# For ~/.bashrc: source <(release-actions completion bash)
_release_actions() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${single([...words.map(({ name }) => name), '--help', '--version'].join(' '))}
  else case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _release_actions release-actions
`;
}

function zsh(words: readonly Word[]): string {
  const described = (name: string, meaning: string) =>
    single(`${name}:${short(meaning).replaceAll(':', String.raw`\:`)}`);
  const argument = ({ name, meaning, takesValue, words: values }: Option) => {
    const value = values.length > 0 ? `(${values.join(' ')})` : '_files';
    const text = short(meaning).replaceAll(/[[\]:\\]/g, String.raw`\$&`);
    return single(`*${name}[${text}]${takesValue ? `:value:${value}` : ''}`);
  };
  const cases = words.map(({ name, follows, options }) => {
    const after = follows.length === 0 ? [] : [single(`1:word:(${follows.join(' ')})`)];
    return `    ${name}) _arguments ${[...after, ...options.map(argument)].join(' ')} ;;`;
  });
  return `#compdef release-actions
# For ~/.zshrc, below compinit: source <(release-actions completion zsh)
_release_actions() {
  local -a words_of_it=(${words.map(({ name, meaning }) => described(name, meaning)).join(' ')})
  if (( CURRENT == 2 )); then _describe action words_of_it; return; fi
  local first=\${words[2]}
  shift words; (( CURRENT-- ))
  case $first in
${cases.join('\n')}
  esac
}
compdef _release_actions release-actions
`;
}

function fish(words: readonly Word[]): string {
  const lines = words.flatMap(({ name, meaning, follows, options }) => {
    const first = `complete -c release-actions -f -n __fish_use_subcommand -a ${name} -d ${fishText(short(meaning))}`;
    const when = `-n '__fish_seen_subcommand_from ${name}'`;
    const after =
      follows.length === 0 ? [] : [`complete -c release-actions -f ${when} -a ${single(follows.join(' '))}`];
    const each = options.map((option) => {
      const values = option.words.length === 0 ? '' : ` -f -a ${single(option.words.join(' '))}`;
      const value = option.takesValue ? ` -r${values}` : '';
      return `complete -c release-actions ${when} -l ${option.name.slice(2)}${value} -d ${fishText(short(option.meaning))}`;
    });
    return [first, ...after, ...each];
  });
  return ['# For ~/.config/fish/config.fish: release-actions completion fish | source', ...lines, ''].join('\n');
}

const fishText = (text: string) => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
