/**
 * Notes for a push, a pull request or a release that starts no workflow, because the job's own token makes it:
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
 */
export function startNotes(
  starts: boolean | undefined,
  { made, otherwise }: { readonly made: string; readonly otherwise: string | undefined },
): readonly string[] {
  if (starts === true) return [];
  if (starts === undefined)
    return [`Whether ${made} starts workflows is unknown: it depends on the server and on the credentials of git.`];
  return [`No workflow starts from ${made}, because it is made with the job's own token. ${waysToStart(otherwise)}`];
}

/** What to do so that workflows start. */
const waysToStart = (otherwise: string | undefined): string =>
  `To start workflows, pass the token of a GitHub App as the input token${otherwise === undefined ? '' : `, or ${otherwise}`}.`;
