import { describeCommand, readCommand } from '../domain/command-lines/command-line.ts';

export const commandLine = describeCommand({
  name: 'init',
  summary: 'Workflows that release this repository, with every file that has its version. Writes them with --apply.',
  about: [
    'Write the workflows that release this repository: guard.yml, release.yml and promote.yml, which call reusable workflows.',
    'Looks at the files of the checkout, also at those that are not committed: Python projects, Helm charts, Dockerfiles, Go modules, image lists, and every file that has the version now. Shows what it would write as a diff, what it decided, what it did not understand, and what a person has to do. A workflow that a person wrote or edited is left alone.',
  ],
  options: {
    apply: {
      meaning:
        'Rehearse the workflows with the next release, and write them if that succeeds. Code of the project is built for it.',
    },
    'no-rehearsal': { meaning: 'Write the workflows without a rehearsal.' },
  },
  after: [
    'The exit code is 0 for success, 1 if nothing was found to release or the rehearsal failed, and 2 for a wrong command line.',
  ],
  examples: ['release-actions init', 'release-actions init --apply'],
});

export type Asked = { readonly isApplied: boolean; readonly isRehearsed: boolean };

export function readArguments(args: readonly string[]): Asked {
  const { values } = readCommand(commandLine, args);
  const isRehearsed = !values['no-rehearsal'];
  return { isApplied: values.apply || !isRehearsed, isRehearsed };
}
