import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseBranch } from '../../src/domain/commits/proposal.ts';
import { parseRepository } from '../../src/domain/repositories/repository.ts';
import type { Plan } from '../../src/runtime/action.ts';
import { choice, flag, input, path, text, verbatim } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { boolean, number } from '../../src/runtime/output.ts';

export const inputs = {
  message: verbatim('The commit message. Default: a message that lists the changes.').optional(),
  paths: path(
    'The files to commit: paths or globs in the checkout, one per line. Default: every changed file that git tracks.',
  )
    .list()
    .optional(),
  via: choice('How to deliver the commit: push it, or open a pull request.', ['push', 'pull-request']).or('push'),
  base: input(
    'The branch that gets the commit. Default: the branch that is checked out; at a tag, the default branch.',
    parseBranch,
  ).optional(),
  branch: input(
    'The branch of the pull request. Default: a name made from the base and the subject of the message; if there is no message, from the base, the workflow and the job.',
    parseBranch,
  ).optional(),
  path: path('The folder of the checkout, relative to the workspace.').or('.'),
  repository: input(
    'The repository that gets the commit, as owner/name. Default: the repository of the remote origin.',
    parseRepository,
  ).optional(),
  fork: input(
    'A fork that gets the branch of the pull request, as owner/name. Meant for a token that cannot push to the repository.',
    parseRepository,
  ).optional(),
  title: text('The title of the pull request. Default: the subject of the message.').optional(),
  body: verbatim('The text of the pull request. Default: the rest of the message.').optional(),
  bodyPath: path('A file to read the text of the pull request from. Cannot be combined with body.').optional(),
  labels: text('Labels to add to the pull request, one per line.').list().or(''),
  reviewers: text('Users to request a review from, one per line.').list().or(''),
  teamReviewers: text('Teams to request a review from, by their slugs, one per line.').list().or(''),
  assignees: text('Users to assign a new pull request to, one per line.').list().or(''),
  milestone: text('The title of an open milestone for the pull request.').optional(),
  draft: flag('Open the pull request as a draft.'),
  author: input(
    'The author of the commit, as Name <address>. Default: the account of the token; if git does not use the token, the identity in the git configuration, else github-actions[bot] in a job.',
    parseIdentity,
  ).optional(),
  signOff: flag('Add a Signed-off-by line for the author.'),
  commitThrough: choice(
    'Who creates the commit: git, or the API of GitHub, which signs the commits of apps and jobs.',
    ['git', 'api'],
  ).or('git'),
};

export const outputs = {
  sha: 'The commit that has the changes. Unset if it does not exist yet.',
  pullRequestNumber: number('The number of the pull request.'),
  pullRequestUrl: 'The URL of the pull request.',
  operation: 'What was done, or would be done: pushed, opened, updated or none.',
  starts: boolean(
    "Whether the push or the pull request starts workflows. false with the job's own token. Unset if nothing has to be done, or if it is unknown.",
  ),
};

export type CommitInputs = Values<typeof inputs>;
export type CommitPlan = Plan<typeof outputs>;
