import { readFileSync } from 'node:fs';
import type { Environment } from '../../world/environment.ts';

type Payload = {
  readonly [name: string]: unknown;
  readonly number?: number;
  readonly issue?: { readonly number: number };
  readonly pull_request?: { readonly number: number };
};

// https://github.com/actions/toolkit/tree/main/packages/github#usage
/** `context` of the toolkit. */
export function contextOf(env: Environment): object {
  const text = (name: string) => env[`GITHUB_${name}`];
  const path = text('EVENT_PATH');
  const payload = (path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'))) as Payload;
  const [owner, repo] = (text('REPOSITORY') ?? '').split('/');
  return {
    payload,
    eventName: text('EVENT_NAME'),
    sha: text('SHA'),
    ref: text('REF'),
    workflow: text('WORKFLOW'),
    action: text('ACTION'),
    actor: text('ACTOR'),
    job: text('JOB'),
    runAttempt: Number(text('RUN_ATTEMPT')),
    runNumber: Number(text('RUN_NUMBER')),
    runId: Number(text('RUN_ID')),
    apiUrl: text('API_URL'),
    serverUrl: text('SERVER_URL'),
    graphqlUrl: text('GRAPHQL_URL'),
    repo: { owner, repo },
    issue: { owner, repo, number: (payload.issue ?? payload.pull_request ?? payload).number },
  };
}
