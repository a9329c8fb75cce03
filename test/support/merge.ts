import { personalToken, type ScratchGitHub } from './github.ts';

const mona = { token: personalToken.token };

type MergeOptions = {
  readonly base?: string;
  readonly method?: 'merge' | 'squash' | 'rebase';
  readonly labels?: readonly string[];
};

/** Makes a pull request of two commits, merges it as mona, and returns its number. */
export async function merge(
  repo: ScratchGitHub,
  title: string,
  { base = 'main', method = 'merge', labels = [] }: MergeOptions = {},
) {
  await repo.direct('fetch', '--quiet', 'origin', base);
  await repo.git('switch', '--quiet', '--detach', 'FETCH_HEAD');
  const topic = title.replaceAll(/\W/g, '-');
  for (const part of ['one', 'two']) await repo.commit(part, { [`${topic}-${part}`]: title });
  await repo.push(`HEAD:refs/heads/${topic}`);
  const { body } = await repo.ask('POST …/pulls', { ...mona, body: { title, head: topic, base } });
  if (labels.length > 0) await repo.ask(`POST …/issues/${body.number}/labels`, { ...mona, body: { labels } });
  const { status } = await repo.ask(`PUT …/pulls/${body.number}/merge`, { ...mona, body: { merge_method: method } });
  if (status !== 200) throw new Error(`Pull request ${body.number} could not be merged: ${status}.`);
  return body.number as number;
}

/** Checks out main with everything that was merged. */
export async function onMain(repo: ScratchGitHub): Promise<void> {
  await repo.direct('fetch', '--quiet', 'origin', 'main');
  await repo.git('switch', '--quiet', '--force-create', 'main', 'FETCH_HEAD');
}
