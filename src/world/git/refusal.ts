import { ReleaseError } from '../../domain/error.ts';

/** The refusal that git or a server has printed; undefined for all other failures, which may be temporary. */
export function refusal(stderr: string, remote: string, need: 'read' | 'write'): ReleaseError | undefined {
  const lines = linesOf(stderr);
  const found = refusals.find(([pattern]) => lines.some((line) => pattern.test(line)));
  if (found === undefined) return undefined;
  const [, message, fix] = found;
  return new ReleaseError(
    `${message.replace('REMOTE', remote).replace('NEED', need)} It says: ${gitErrorLine(stderr)}`,
    {
      fix: fix.replace('NEED', need),
      cause: new Error(withoutCredentials(stderr.trimEnd())),
    },
  );
}

/** The refusal of git to work in a checkout at all; undefined for everything else. */
export function localRefusal(stderr: string, folder: string): ReleaseError | undefined {
  const cause = new Error(gitErrorLine(stderr));
  const [, owned] = /detected dubious ownership in repository at '(.*)'/.exec(stderr) ?? [];
  if (owned !== undefined)
    return new ReleaseError(`git does not use the repository ${owned}, because another user owns it.`, {
      fix: `If you trust it: git config --global --add safe.directory ${owned}`,
      cause,
    });
  const [, bare] = /cannot use bare repository '(.*)'/.exec(stderr) ?? [];
  if (bare !== undefined && /\.git(?:\/|$)/.test(folder))
    return new ReleaseError(`${folder} is in a git repository itself, where no files are checked out.`, {
      fix: 'Go to the folder with the files of the project.',
      cause,
    });
  if (bare !== undefined)
    return new ReleaseError(`${folder} has files that look like a bare repository, and git would use them.`, {
      fix: 'Remove these files (HEAD, objects, refs), or run it in a checkout that has a .git folder.',
      cause,
    });
  const [, broken] = /^fatal: (bad (?:config|numeric config|boolean config).*)/m.exec(stderr) ?? [];
  if (broken !== undefined)
    return new ReleaseError(`git cannot read its configuration: ${broken}`, { fix: 'Correct that setting.', cause });
  return undefined;
}

/** The line of git's output that says what went wrong, without credentials that a URL may hold. */
export function gitErrorLine(stderr: string): string {
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

/** The lines to search: limited, because a remote wrote them, and without URLs, which can contain any word. */
const linesOf = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .slice(-200)
    .map((line) => line.slice(0, 1000).replaceAll(/[a-z+]+:\/\/[^\s']+/g, 'URL'));

const withoutCredentials = (text: string): string => text.replaceAll(/(https?:\/\/)[^\s/@]+@/g, '$1***@');

const refusals: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
  [
    /refusing to allow .* (?:create or update|update) workflow/i,
    'This token may not push a commit to REMOTE with workflow files that no branch head has.',
    'Pass the token of a GitHub App with workflows: write as the input token. For a tag, you can tag the head of a branch instead.',
  ],
  [
    /GH008:|LFS objects/,
    'REMOTE does not have the Git LFS files of the commit.',
    'Run git lfs push in an earlier step.',
  ],
  [
    /GH001:|exceeds GitHub's file size limit/,
    'A file is too large for REMOTE.',
    'Leave the file out, or store it with Git LFS.',
  ],
  [
    /Push cannot contain secrets|secret scanning/i,
    'REMOTE has found a secret in the pushed commits.',
    'Remove the secret from the commits, and revoke it: it has left the runner.',
  ],
  [
    /cannot lock ref .*exists; cannot create/,
    'The name conflicts with a branch or tag of REMOTE: git cannot store both a and a/b.',
    'Choose another name, or delete the existing branch or tag.',
  ],
  [
    /GH(?:006|013):.* refs\/heads\//,
    'A rule of REMOTE protects this branch.',
    'Open a pull request instead (via: pull-request), or let the actor of this token bypass the rule (Settings → Rules).',
  ],
  [
    /GH006:|GH013:|protected (?:tag|branch|ref)|rule violations|hook declined|deny(?:ing|CurrentBranch)/i,
    'A rule of REMOTE protects this name.',
    'Let the actor of this token bypass the ruleset (Settings → Rules), or pass the token of an actor that may bypass it.',
  ],
  [
    /The requested URL returned error: 403|Permission to .* denied|Write access to repository not granted/i,
    'The token has no NEED access to REMOTE.',
    'Add to the job: permissions: { contents: NEED }',
  ],
  [
    /Authentication failed|could not read (?:Username|Password)|returned error: 401|Permission denied \(publickey|Host key verification failed/i,
    'REMOTE did not accept the credentials.',
    'Pass a valid token as the input token (in a job: github.token), or set up git credentials.',
  ],
  [
    /returned error: 30[1-8]|unable to update url base from redirection/i,
    'REMOTE has moved. A token is not sent to the target of a redirect.',
    'Set the remote to its new address: git remote set-url origin …',
  ],
  [
    /transport '.*' not allowed|is not a git command|Unsupported protocol|protocol '.*' is not supported/i,
    'The address of REMOTE has a protocol that git does not support or allow.',
    'Give the name of a remote, or an address that begins with https:// or ssh://.',
  ],
  [
    /returned error: 400/i,
    'REMOTE did not understand the request: it had more than one Authorization header.',
    'Remove http.extraheader from the git configuration, or set persist-credentials: false for actions/checkout.',
  ],
  [
    /Repository not found|repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist/i,
    'There is no repository at REMOTE, or the token has no access to it.',
    'Check the address (git remote -v). Check that the token has contents: NEED for that repository.',
  ],
];
