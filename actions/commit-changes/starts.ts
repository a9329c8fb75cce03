/** What to know about what the job's own token pushes or proposes. */
export const startNotes = (starts: boolean | undefined, via: 'push' | 'pull-request'): readonly string[] =>
  starts === false
    ? [
        `The job's own token makes it, so no workflow starts from it, no checks either: pass the token of a GitHub App as the input token${via === 'push' ? '' : ', or let a maintainer approve the checks'}.`,
      ]
    : [];
