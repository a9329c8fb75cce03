import type { Source } from '../../src/domain/edits/source.ts';
import type { Evidence } from '../../src/domain/image-lists/list-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import type { BranchTip } from '../../src/world/github/github.ts';

/** What is to be proposed. */
export type ListProposal = {
  /** `owner/name` of the repository with the list. */
  readonly repository: string;
  /** The branch that gets the pull request, and the commit at which the list was read. */
  readonly base: BranchTip;
  /** The list there. */
  readonly list: Source;
  readonly project: string;
  readonly promotions: readonly Promotion[];
  readonly fork: string;
  readonly reviewers: readonly string[];
  readonly hold: boolean;
  /** Reads images at their source, and refuses what is not there as it should be. */
  readonly evidenceOf: (promotions: readonly Promotion[]) => Promise<readonly Evidence[]>;
};
