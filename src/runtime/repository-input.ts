import { parseRepository } from '../domain/repositories/repository.ts';
import { input } from './input.ts';

/** The repository of actions that also work without a checkout: src/plans/repository-here.ts finds the default. */
export const repositoryInput = input(
  'The repository, as owner/name. Default: the repository of the remote origin, or of the workflow.',
  parseRepository,
).optional();
