import { accountRoutes } from './accounts.ts';
import { actionRoutes } from './actions.ts';
import { assetRoutes } from './assets.ts';
import { branchRoutes } from './branches.ts';
import { commentRoutes } from './comments.ts';
import { commitRoutes } from './commits.ts';
import { compareRoute } from './compare.ts';
import { contentRoutes } from './contents.ts';
import { gitCommitRoutes } from './git-commits.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { immutableReleaseRoutes } from './immutable-releases.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { milestoneRoutes } from './milestones.ts';
import { pullRoutes } from './pulls.ts';
import { rateLimitRoute } from './rate-limit.ts';
import { refRoutes } from './refs.ts';
import { releaseNotesRoute } from './release-notes.ts';
import { releaseRoutes } from './releases.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import type { Route } from './route.ts';
import { rulesetRoutes } from './rulesets.ts';
import { uploadRoute } from './uploads.ts';

/** Everything that is served below the base of the API, but GraphQL. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...repositoryRoutes,
  ...branchRoutes,
  ...refRoutes,
  ...gitCommitRoutes,
  ...gitObjectRoutes,
  ...commitRoutes,
  compareRoute,
  ...contentRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...actionRoutes,
  releaseNotesRoute,
  ...assetRoutes,
  uploadRoute,
  ...releaseRoutes,
  ...immutableReleaseRoutes,
  ...rulesetRoutes,
  rateLimitRoute,
];
