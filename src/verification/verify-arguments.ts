import { describeCommand, pairsOf, readCommand } from '../domain/command-lines/command-line.ts';
import type { Asked } from './verification.ts';

export const commandLine = describeCommand({
  name: 'verify',
  summary: 'Whether a release that is out is what its tag says: everything is built again and compared.',
  about: [
    'Verify a release that is out: build it again from its tag, and compare everything that can be compared.',
    'Reads the workflows of the tag. Wheel, docs and charts are built again in a temporary folder and compared with the files of the release and the registries; so are versions, tags of modules, notes, and images in every place to which they were promoted. Writes nothing. What cannot be compared is named.',
  ],
  takes: {
    shown: '<tag>',
    one: 'one tag',
    fix: 'Write release-actions verify v1.2.0.',
    known: { here: ['tags'] },
  },
  options: {
    input: {
      value: 'NAME=VALUE',
      isRepeated: true,
      meaning: 'An input of workflows that people start. Can be given several times.',
    },
    var: {
      value: 'NAME=VALUE',
      isRepeated: true,
      meaning: 'A variable of the repository. Can be given several times.',
    },
    json: { meaning: 'Print the findings as JSON.' },
    open: { meaning: 'Write them as a page, and open it.' },
  },
  after: [
    'Set GH_TOKEN or GITHUB_TOKEN for a private repository, or for more requests.',
    'The exit code is 0 if nothing differs, 1 if something does, and 2 for a wrong command line.',
  ],
  examples: [
    'release-actions verify v1.2.0',
    'release-actions verify v1.2.0 --json',
    'release-actions verify chart/0.3.0 --input image=v0.4.0 --open',
  ],
});

export type Wanted = Asked & { readonly isJson: boolean; readonly isOpened: boolean };

export function readArguments(args: readonly string[]): Wanted {
  const { word, values } = readCommand(commandLine, args);
  return {
    tag: word.replace(/^refs\/tags\//, ''),
    inputs: Object.fromEntries(pairsOf('--input', values.input, 'version=1.2.0')),
    vars: Object.fromEntries(pairsOf('--var', values.var, 'IMAGE=ghcr.io/org/app')),
    isJson: values.json,
    isOpened: values.open,
  };
}
