import { listed } from '../text.ts';

/** A file in a commit, and what the commit does to it. */
export type CommittedFile = { readonly path: string; readonly kind: 'Add' | 'Update' | 'Delete' };

const mostNames = 3;
const mostLines = 20;

// What GitHub acts on anywhere in a message: references, mentions, and words that skip workflows.
const githubCommands = /#\d|(?:^|\W)@\w|\[(?:skip|ci|no|actions)\b|skip-checks/i;

/** The message of a commit if none is given: the files, and the changed lines if they are few. */
export function defaultCommitMessage(files: readonly CommittedFile[], diff: string): string {
  const lines = changedLines(diff);
  const isShown = lines.length <= mostLines && !lines.some((line) => githubCommands.test(line));
  const body = isShown ? lines : files.map(({ path }) => path);
  return `${subjectFor(files)}\n\n${body.join('\n')}\n`;
}

function subjectFor(files: readonly CommittedFile[]): string {
  const [first] = files;
  const verb = files.every(({ kind }) => kind === first?.kind) ? first?.kind : 'Update';
  const names = [...new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))];
  if (files.length <= mostNames && names.length === files.length) return `${verb} ${listed(names)}`;
  const folder = sharedFolder(files.map(({ path }) => path));
  return `${verb} ${files.length} files${folder === '' ? '' : ` in ${folder}`}`;
}

function sharedFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return first.slice(0, shared === -1 ? first.length : shared).join('/');
}

/** The name of each file in a diff, and its removed and added lines. */
function changedLines(diff: string): readonly string[] {
  const lines = diff
    .split('\n')
    .filter(
      (line) =>
        /^(?:diff --git |[-+])/.test(line) && !/^(?:--- (?:a\/|\/dev\/null)|\+\+\+ (?:b\/|\/dev\/null))/.test(line),
    );
  return lines.flatMap((line, index) => {
    const name = /^diff --git .* "?b\/(.+?)"?$/.exec(line)?.[1];
    if (name === undefined) return [line.length > 200 ? `${line.slice(0, 200)}…` : line];
    return index === 0 ? [name] : ['', name];
  });
}
