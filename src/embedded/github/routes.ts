import { accountRoutes } from './accounts/accounts.ts';
import { teamRoutes } from './accounts/teams.ts';
import { rateLimitRoute } from './accounts/rate-limit.ts';
import { environmentRoutes } from './actions/environments.ts';
import { actionsPermissionRoutes } from './actions/permissions.ts';
import { secretRoutes } from './actions/secrets.ts';
import { workflowRunRoutes } from './actions/workflow-runs.ts';
import { workflowRoutes } from './actions/workflows.ts';
import type { Route } from './core/route.ts';
import { blobRoutes } from './git-data/blobs.ts';
import { branchRoutes } from './git-data/branches.ts';
import { commitObjectRoutes } from './git-data/commit-objects.ts';
import { commitRoutes } from './git-data/commits.ts';
import { compareRoute } from './git-data/compare.ts';
import { contentRoutes } from './git-data/contents.ts';
import { refRoutes } from './git-data/refs.ts';
import { treeRoutes } from './git-data/trees.ts';
import { commentRoutes } from './issues/comments.ts';
import { issueRoutes } from './issues/issues.ts';
import { labelRoutes } from './issues/labels.ts';
import { milestoneRoutes } from './issues/milestones.ts';
import { pullRoutes } from './pulls/pulls.ts';
import { reviewRoutes } from './pulls/reviews.ts';
import { assetRoutes } from './releases/assets.ts';
import { immutableReleaseRoutes } from './releases/immutable-releases.ts';
import { releaseNotesRoute } from './releases/release-notes.ts';
import { releaseRoutes } from './releases/releases.ts';
import { uploadRoute } from './releases/uploads.ts';
import { forkRoutes } from './repositories/forks.ts';
import { repositoryRoutes } from './repositories/repositories.ts';
import { rulesetRoutes } from './rules/rulesets.ts';

/** Every endpoint of the REST API that is served here. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...teamRoutes,
  ...repositoryRoutes,
  ...forkRoutes,
  ...branchRoutes,
  ...refRoutes,
  ...commitObjectRoutes,
  ...treeRoutes,
  ...blobRoutes,
  ...commitRoutes,
  compareRoute,
  ...contentRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...milestoneRoutes,
  ...workflowRoutes,
  ...workflowRunRoutes,
  ...secretRoutes,
  ...environmentRoutes,
  ...actionsPermissionRoutes,
  releaseNotesRoute,
  ...assetRoutes,
  uploadRoute,
  ...releaseRoutes,
  ...immutableReleaseRoutes,
  ...rulesetRoutes,
  rateLimitRoute,
];
