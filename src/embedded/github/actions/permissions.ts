import { ok } from '../core/answer.ts';
import type { RepositoryRoute } from '../core/route.ts';
import { jobSettings, refuseReaders } from './secrets.ts';

const path = '/repos/{owner}/{repo}/actions/permissions';
const need = 'administration: read';

export const actionsPermissionRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path,
    docs: 'actions/permissions#get-github-actions-permissions-for-a-repository',
    needs: [need],
    answer: (call, repository) => {
      refuseReaders(call, repository, need);
      const { isOff = false, allowed = 'all', needsFullCommits = false } = jobSettings(call, repository).actions ?? {};
      return ok({
        enabled: !isOff,
        ...(isOff ? {} : { allowed_actions: allowed }),
        sha_pinning_required: needsFullCommits,
      });
    },
  },
  {
    method: 'GET',
    path: `${path}/workflow`,
    docs: 'actions/permissions#get-default-workflow-permissions-for-a-repository',
    needs: [need],
    answer: (call, repository) => {
      refuseReaders(call, repository, need);
      return ok({
        default_workflow_permissions: jobSettings(call, repository).defaultPermissions ?? 'read',
        can_approve_pull_request_reviews: call.world.instance.settings.actionsMayPropose ?? true,
      });
    },
  },
];
