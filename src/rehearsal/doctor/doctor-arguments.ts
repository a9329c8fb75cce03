import { describeCommand, readCommand } from '../../domain/command-lines/command-line.ts';

export const commandLine = describeCommand({
  name: 'doctor',
  summary: 'What would stop a release of this repository: workflows, secrets, environments, rulesets, forks.',
  about: [
    'Look at this repository, and say what would stop its release: before the day on which it is made.',
    'Reads the workflows of the current commit. With a token in GH_TOKEN or GITHUB_TOKEN it also reads the settings on GitHub: secrets and variables (their names), environments, rulesets, forks, and what jobs may do. An administrator of the repository sees all of them. Nothing is written.',
  ],
  options: { json: { meaning: 'Print the findings as JSON.' } },
  after: [
    'The exit code is 0 if nothing was found that would stop a release, 1 if something was, and 2 for a wrong command line.',
  ],
  examples: ['release-actions doctor', 'GH_TOKEN=$(gh auth token) release-actions doctor'],
});

export type Asked = { readonly isJson: boolean };

export function readArguments(args: readonly string[]): Asked {
  const { values } = readCommand(commandLine, args);
  return { isJson: values.json };
}
