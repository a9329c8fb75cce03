import { personalToken, type ScratchGitHub } from './github.ts';

type MergeOptions = {
  readonly base?: string;
  readonly method?: 'merge' | 'squash' | 'rebase';
  readonly labels?: readonly string[];
  /** Whose pull request it is. */
  readonly token?: string;
};

/** Makes a pull request of two commits, merges it as the same person, and returns its number. */
export async function merge(
  repo: ScratchGitHub,
  title: string,
  { base = 'main', method = 'merge', labels = [], token = personalToken.token }: MergeOptions = {},
) {
  const ask = (request: string, body: object) => repo.ask(request, { token, body });
  await repo.direct('fetch', '--quiet', 'origin', base);
  await repo.git('switch', '--quiet', '--detach', 'FETCH_HEAD');
  const topic = title.replaceAll(/\W/g, '-');
  for (const part of ['one', 'two']) await repo.commit(part, { [`${topic}-${part}`]: title });
  await repo.push(`HEAD:refs/heads/${topic}`);
  const { body } = await ask('POST …/pulls', { title, head: topic, base });
  if (labels.length > 0) await ask(`POST …/issues/${body.number}/labels`, { labels });
  const { status } = await ask(`PUT …/pulls/${body.number}/merge`, { merge_method: method });
  if (status !== 200) throw new Error(`Pull request ${body.number} could not be merged: ${status}.`);
  return body.number as number;
}

/** Checks out main with everything that was merged. */
export async function onMain(repo: ScratchGitHub): Promise<void> {
  await repo.direct('fetch', '--quiet', 'origin', 'main');
  await repo.git('switch', '--quiet', '--force-create', 'main', 'FETCH_HEAD');
}
