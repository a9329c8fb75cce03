import type { Exchange } from '../../embedded/github/server.ts';
import { type Actor, type RepositoryEvent, shortRef } from '../triggers/event.ts';

/** An event without what all events have: its repository and who caused it. */
export type Happened = Pick<
  RepositoryEvent,
  'name' | 'activity' | 'baseBranch' | 'headBranch' | 'workflow' | 'inputs' | 'completed'
> & {
  /** Where it happened; without it, the default branch. */
  readonly ref?: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

type Object = Readonly<Record<string, unknown>>;

/** What a request to the API makes happen, besides refs that move. `wasDraft` says of a release whether it was a draft. */
export function happenedIn(exchange: Exchange, wasDraft: (id: unknown) => boolean): readonly Happened[] {
  const { method, template, status, answer } = exchange;
  if (status >= 300 || method === 'GET') return [];
  const body = asObject(exchange.body);
  const path = `${method} ${(template ?? '').replace('/repos/{owner}/{repo}', '…')}`;
  const result = asObject(answer);
  switch (path) {
    case 'POST …/releases':
      return result['draft'] === true ? [] : releaseEvents(result);
    case 'PATCH …/releases/{release_id}': {
      if (result['draft'] === true) return [];
      return released(result, wasDraft(result['id']) ? ['published', 'released'] : ['edited']);
    }
    case 'POST …/pulls':
      return pulled(result, 'opened');
    case 'PATCH …/pulls/{pull_number}':
      return pulled(result, stateChange(body) ?? 'edited');
    case 'POST …/issues':
      return [{ name: 'issues', activity: 'opened', payload: { issue: result } }];
    case 'PATCH …/issues/{issue_number}':
      return [{ name: 'issues', activity: stateChange(body) ?? 'edited', payload: { issue: result } }];
    case 'POST …/issues/{issue_number}/comments':
      return [{ name: 'issue_comment', activity: 'created', payload: { comment: result } }];
    case 'POST …/actions/workflows/{workflow_id}/dispatches':
      return [dispatched(exchange, body)];
    default:
      return [];
  }
}

const asObject = (value: unknown): Object => (typeof value === 'object' && value !== null ? (value as Object) : {});

const kindOf = (release: Object) => (release['prerelease'] === true ? 'prereleased' : 'released');

/** What happens when a release is published that was no draft before. */
export const releaseEvents = (release: Object): readonly Happened[] =>
  released(release, ['created', 'published', kindOf(release)]);

function released(release: Object, activities: readonly string[]): readonly Happened[] {
  const ref = `refs/tags/${String(release['tag_name'])}`;
  return activities
    .filter((activity) => activity !== 'released' || release['prerelease'] !== true)
    .map((activity) => ({ name: 'release', activity, ref, payload: { release } }));
}

function pulled(pull: Object, activity: string): readonly Happened[] {
  const [base, head] = [asObject(pull['base']), asObject(pull['head'])];
  const common = { activity, baseBranch: String(base['ref']), headBranch: String(head['ref']) };
  const payload = { pull_request: pull, number: pull['number'] };
  return [
    { name: 'pull_request', ...common, ref: `refs/pull/${String(pull['number'])}/merge`, payload },
    { name: 'pull_request_target', ...common, payload },
  ];
}

const stateChange = (body: Object) =>
  body['state'] === 'closed' ? 'closed' : body['state'] === 'open' ? 'reopened' : undefined;

function dispatched({ path }: Exchange, body: Object): Happened {
  const [, file = ''] = /\/actions\/workflows\/([^/]+)\/dispatches$/.exec(path) ?? [];
  const inputs = Object.fromEntries(
    Object.entries(asObject(body['inputs'])).map(([name, value]) => [name, String(value)]),
  );
  const ref = String(body['ref']);
  return {
    name: 'workflow_dispatch',
    ref: ref.startsWith('refs/') ? ref : `refs/heads/${ref}`,
    payload: { inputs },
    workflow: `.github/workflows/${file}`,
    inputs,
  };
}

/** A run of a workflow that has ended. */
export type EndedRun = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly path: string;
  readonly conclusion: string;
  readonly event: RepositoryEvent;
  readonly repository: string;
  readonly server: string;
};

/** Everything that the engine starts by itself, when a run has ended. */
export function runCompleted({ event, repository, server, ...run }: EndedRun): Happened {
  const branch = shortRef(event.ref);
  const { login } = event.actor;
  return {
    name: 'workflow_run',
    activity: 'completed',
    payload: {
      action: 'completed',
      workflow: { name: run.name, path: run.path },
      workflow_run: {
        id: run.id,
        name: run.name,
        path: run.path,
        run_number: run.number,
        run_attempt: 1,
        event: event.name,
        status: 'completed',
        conclusion: run.conclusion,
        head_branch: branch,
        head_sha: event.sha,
        head_repository: { full_name: repository },
        repository: { full_name: repository },
        actor: { login },
        triggering_actor: { login },
        html_url: `${server}/${repository}/actions/runs/${run.id}`,
        pull_requests: [],
      },
    },
    headBranch: branch,
    completed: run.name,
  };
}

export const botOf = (login: string): Actor['kind'] =>
  login === 'github-actions[bot]' ? 'job' : login.endsWith('[bot]') ? 'app' : 'person';
