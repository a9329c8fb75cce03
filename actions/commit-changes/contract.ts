import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseBranch } from '../../src/domain/commits/proposal.ts';
import { parseRepository } from '../../src/domain/repositories/repository.ts';
import type { Plan } from '../../src/runtime/action.ts';
import { choice, flag, input, path, text, verbatim } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { boolean, number } from '../../src/runtime/output.ts';

export const inputs = {
  message: verbatim('The message of the commit. Without it, it says what changed.').optional(),
  paths: path(
    'What to commit: paths or globs in the checkout, one a line. Without them, every changed file that git knows.',
  )
    .list()
    .optional(),
  via: choice('How it gets to the base.', ['push', 'pull-request']).or('push'),
  base: input(
    'The branch that gets the commit. Without it: the one that is checked out, or the default branch at a tag.',
    parseBranch,
  ).optional(),
  branch: input(
    'The branch of the pull request. Without it, a name made of the base and of the subject of the message, or of the workflow and the job.',
    parseBranch,
  ).optional(),
  path: path('The folder of the checkout.').or('.'),
  repository: input(
    'The repository of that checkout, as owner/name. Without it: where its remote origin leads.',
    parseRepository,
  ).optional(),
  fork: input(
    'A fork to propose from, as owner/name, for a token that may not push to the repository.',
    parseRepository,
  ).optional(),
  title: text('The title of the pull request. Without it, the subject of the message.').optional(),
  body: verbatim('The text of the pull request. Without it, the rest of the message.').optional(),
  bodyPath: path('A file that holds this text instead.').optional(),
  labels: text('Labels of the pull request, one a line.').list().or(''),
  reviewers: text('Accounts that are asked for a review, one a line.').list().or(''),
  teamReviewers: text('Teams that are asked for a review, by their short names, one a line.').list().or(''),
  assignees: text('Accounts that a new pull request is assigned to, one a line.').list().or(''),
  milestone: text('The title of an open milestone.').optional(),
  draft: flag('Open the pull request as a draft.'),
  author: input("Who wrote it, as Name <address>. Without it: the token's account.", parseIdentity).optional(),
  signOff: flag('Add a line Signed-off-by of the author.'),
  commitThrough: choice('Who makes the commit: git, or the API of GitHub, which signs it for apps and jobs.', [
    'git',
    'api',
  ]).or('git'),
};

export const outputs = {
  sha: 'The commit that has the changes; unset while it does not exist.',
  pullRequestNumber: number('The number of the pull request.'),
  pullRequestUrl: 'The page of the pull request.',
  operation: 'What was done, or would be: pushed, opened, updated or none.',
  starts: boolean(
    'Whether that starts workflows: not with the token of the job. Unset when nothing has to be done, or nobody can tell.',
  ),
};

export type CommitInputs = Values<typeof inputs>;
export type CommitPlan = Plan<typeof outputs>;
