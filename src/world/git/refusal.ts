import { ReleaseError } from '../../domain/error.ts';

/** The sentences of git's answers that mean "no", by what a user has to do. Everything else may pass: look again. */
export function refusal(stderr: string, remote: string, need: 'read' | 'write'): ReleaseError | undefined {
  const lines = linesOf(stderr);
  const found = refusals.find(([pattern]) => lines.some((line) => pattern.test(line)));
  if (found === undefined) return undefined;
  const [, message, fix] = found;
  return new ReleaseError(`${message.replace('REMOTE', remote).replace('NEED', need)} It says: ${lastWords(stderr)}`, {
    fix: fix.replace('NEED', need),
    cause: new Error(withoutCredentials(stderr.trimEnd())),
  });
}

/** The line of git's output that says what went wrong, without credentials that a URL may hold. */
export function lastWords(stderr: string): string {
  const said = withoutCredentials(stderr)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const reasons = said.filter((line) =>
    /^(remote: )?(fatal|error|GH\d+|Permission|refusing)|\[(remote )?rejected\]|denied/i.test(line),
  );
  return (reasons.find((line) => !/^(remote: )?error: failed to push/.test(line)) ?? said.at(-1) ?? 'nothing').replace(
    /^remote: /,
    '',
  );
}

/** What is looked at: bounded, because a remote says it, and without addresses, which may hold any word. */
const linesOf = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .slice(-200)
    .map((line) => line.slice(0, 1000).replaceAll(/[a-z+]+:\/\/[^\s']+/g, 'URL'));

const withoutCredentials = (text: string): string => text.replaceAll(/(https?:\/\/)[^\s/@]+@/g, '$1***@');

const refusals: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
  [
    /refusing to allow .* (?:create or update|update) workflow/i,
    'REMOTE does not let this token push workflow files that no branch head has.',
    "Pass a GitHub App's token that has workflows: write as the input token, or, for a tag, tag the head of a branch.",
  ],
  [
    /GH008:|LFS objects/,
    'REMOTE does not have the files that git lfs stands for.',
    'Put git lfs push into a step before.',
  ],
  [/GH001:|exceeds GitHub's file size limit/, 'REMOTE takes no file of that size.', 'Leave it out, or use git lfs.'],
  [
    /Push cannot contain secrets|secret scanning/i,
    'REMOTE sees a secret in what is pushed.',
    'Remove it, and replace the secret: it has left the runner.',
  ],
  [
    /cannot lock ref .*exists; cannot create/,
    'A branch or tag of REMOTE stands where a folder of this name would be.',
    'Give another name, or delete the one that is in the way.',
  ],
  [
    /GH(?:006|013):.* refs\/heads\//,
    'A rule of REMOTE protects this branch.',
    'Propose the change instead, with via: pull-request, or let the actor of this token bypass the rule (Settings → Rules).',
  ],
  [
    /GH006:|GH013:|protected (?:tag|branch|ref)|rule violations|hook declined|deny(?:ing|CurrentBranch)/i,
    'A rule of REMOTE protects this name.',
    'Let the actor of this token bypass the ruleset of these tags (Settings → Rules), or pass a token of somebody who may.',
  ],
  [
    /The requested URL returned error: 403|Permission to .* denied|Write access to repository not granted/i,
    'The token may not NEED REMOTE.',
    'Add to the job: permissions: { contents: NEED }',
  ],
  [
    /Authentication failed|could not read (?:Username|Password)|returned error: 401|Permission denied \(publickey|Host key verification failed/i,
    'REMOTE does not know who is asking.',
    'Pass a valid token as the input token (the job has one: github.token), or set up git credentials.',
  ],
  [
    /returned error: 30[1-8]|unable to update url base from redirection/i,
    'REMOTE has moved, and a token is not sent to where a redirect leads.',
    'Set the remote to its new address: git remote set-url origin …',
  ],
  [
    /transport '.*' not allowed|is not a git command|Unsupported protocol|protocol '.*' is not supported/i,
    'REMOTE is not an address that git may speak to.',
    'Give the name of a remote, or an address that begins with https:// or ssh://.',
  ],
  [
    /returned error: 400/i,
    'REMOTE could not make sense of the request: more than one Authorization header was sent.',
    'Remove http.extraheader from the git configuration, or set persist-credentials: false at actions/checkout.',
  ],
  [
    /Repository not found|repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist/i,
    'There is no repository at REMOTE, or this token may not see it.',
    'Check the address (git remote -v), and that the token has contents: NEED there.',
  ],
];
