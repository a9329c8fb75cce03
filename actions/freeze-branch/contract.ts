import { bypassModes, parseActor } from '../../src/domain/freezes/bypass.ts';
import { parseFreezeName, parseOwner, parseUntil } from '../../src/domain/freezes/freeze.ts';
import { choice, input, text } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { list } from '../../src/runtime/output.ts';
import { repositoryInput } from '../../src/runtime/repository-input.ts';

export const inputs = {
  state: choice('What the branch is to be.', ['frozen', 'thawed']),
  while: input('The release that needs the freeze: its tag, such as v1.2.3, or its issue, such as #12.', parseOwner),
  branch: text('The branch. Default: the default branch of the repository.').optional(),
  commit: text(
    'The commit that the branch must be at to be frozen: a SHA, or anything else that git resolves to a commit.',
  ).or('HEAD'),
  name: input('The first words of the name of the ruleset. The release follows them.', parseFreezeName).or(
    'Release freeze',
  ),
  bypass: input(
    'Who may change the branch nevertheless, one per line: admin, maintain or write (a role and those above it), owners (of the organization), @login, or app NUMBER. nobody: only who deletes the ruleset.',
    (line) => (line.trim() === 'nobody' ? undefined : parseActor(line)),
  )
    .list()
    .or('admin'),
  bypassMode: choice(
    'How they may do it. pull_request: only by merging. always: also by a push. exempt: without a trace in the audit log.',
    bypassModes,
  ).or('pull_request'),
  until: input(
    'When the freeze should end: a day, or a time in UTC such as 2026-12-04T18:00Z. It is shown in the name of the ruleset. Nothing thaws by itself, but from then on it is pending.',
    parseUntil,
  ).optional(),
  repository: repositoryInput,
};

export const outputs = {
  sha: 'The commit at which the branch is frozen. Unset if it is to be thawed.',
  name: 'The name of the ruleset.',
  url: 'The page of the ruleset. Unset if there is none.',
  bypass: list('Who may change the branch nevertheless. Unset if the token may not see it.'),
};

export type FreezeInputs = Values<typeof inputs>;
