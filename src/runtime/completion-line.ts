import { describeCommand } from '../domain/command-lines/command-line.ts';
import { ReleaseError } from '../domain/error.ts';
import { didYouMean } from '../domain/suggestion.ts';
import { quoted } from '../domain/text.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const fix = 'Write release-actions completion bash, and zsh or fish in the place of bash for these shells.';

export const completionLine = describeCommand({
  name: 'completion',
  summary: 'Code that lets bash, zsh or fish complete actions, commands and options.',
  about: [
    'Code that lets a shell complete actions, commands, their options, and the values of some options. It also completes the tags of the repository where a command takes one.',
    'The shell is bash, zsh or fish.',
  ],
  takes: { shown: '<shell>', one: 'one shell', fix, known: shells },
  options: {},
  after: [],
  examples: ['source <(release-actions completion bash)', 'release-actions completion fish | source'],
});

/** The shell that is named on the command line. */
export function shellOf([name, ...more]: readonly string[]): Shell {
  if (name === undefined) throw new ReleaseError('Which shell?', { fix });
  const shell = shells.find((one) => one === name);
  if (shell === undefined)
    throw new ReleaseError(`There is no completion for ${quoted(name)}.`, { fix: didYouMean(name, shells) ?? fix });
  if (more.length > 0) throw new ReleaseError(`${quoted(more.join(' '))} follows the name of the shell.`, { fix });
  return shell;
}
