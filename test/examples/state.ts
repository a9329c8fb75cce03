import type { Stage } from './stage.ts';
import { people } from './tokens.ts';

/** What people see of a repository. Commits are shown by their subjects, so that two releases can be compared. */
export type State = {
  /** The commits of main, the newest first. */
  readonly main: readonly string[];
  /** The commit of each, by name. */
  readonly branches: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** For the tip of main and each commit with a tag: its diff to the last release. */
  readonly files: Readonly<Record<string, string>>;
  readonly pulls: readonly string[];
  readonly releases: readonly string[];
  readonly rulesets: readonly string[];
  /** The comments of the release team's issue. */
  readonly comments: readonly string[];
};

type Pull = {
  readonly number: number;
  readonly title: string;
  readonly merged_at: string | null;
  readonly user: { readonly login: string };
};
type Release = {
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly author: { readonly login: string };
};

export async function stateOf(stage: Stage): Promise<State> {
  const log = await stage.origin('log', '--branches', '--tags', '--format=%H %s');
  const subjects = new Map(log.split('\n').map((line) => [line.slice(0, 40), line.slice(41)]));
  const main = await stage.origin('log', '--first-parent', '--format=%s', 'main');
  const [branches, tags] = [await refs(stage, 'heads', subjects), await refs(stage, 'tags', subjects)];
  const releases = (await stage.ask('GET …/releases')) as readonly Release[];
  const latest = (await stage.project.ask('GET …/releases/latest', { token: people.admin })).body?.tag_name;
  const pulls = (await stage.ask('GET …/pulls?state=all')) as readonly Pull[];
  const rulesets = (await stage.ask('GET …/rulesets')) as readonly { name: string }[];
  const comments = (await stage.ask(`GET …/issues/${stage.issue}/comments`)) as readonly { body: string }[];
  return {
    main: main.split('\n'),
    branches: Object.fromEntries(branches),
    tags: Object.fromEntries(tags),
    files: await filesAt(stage, subjects),
    pulls: pulls.map((pull) => `${pull.title}, by ${pull.user.login}, ${pull.merged_at === null ? 'open' : 'merged'}`),
    releases: releases.map((one) => `${one.tag_name}, ${kindOf(one, latest)}, by ${one.author.login}`),
    rulesets: rulesets.map(({ name }) => name),
    comments: comments.map(({ body }) => shown(body).replace(/http:\S+(?=\/releases)/, '…')),
  };
}

/** A comment without its hidden lines, on one line. */
const shown = (body: string) =>
  body
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

function kindOf({ draft, prerelease, tag_name: tag }: Release, latest: string | undefined): string {
  if (draft) return 'a draft';
  return prerelease ? 'a prerelease' : tag === latest ? 'the latest' : 'a release';
}

async function refs(stage: Stage, kind: 'heads' | 'tags', subjects: ReadonlyMap<string, string>) {
  const format = '--format=%(refname:lstrip=2) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  const listed = await stage.origin('for-each-ref', format, `refs/${kind}`);
  return listed.split('\n').map((line) => {
    const [name = '', sha = ''] = line.split(' ');
    return [name, subjects.get(sha) ?? sha] as const;
  });
}

async function filesAt(stage: Stage, subjects: ReadonlyMap<string, string>): Promise<Record<string, string>> {
  const [first = ''] = (await stage.origin('rev-list', '--reverse', 'main')).split('\n').slice(1); // after an empty one
  const tagged = (await stage.origin('for-each-ref', '--format=%(*objectname) %(objectname)', 'refs/tags')).split('\n');
  const commits = [...tagged.map((line) => line.trim().split(' ')[0] ?? ''), await stage.origin('rev-parse', 'main')];
  const files: Record<string, string> = {};
  for (const commit of new Set(commits)) {
    const diff = await stage.origin('diff', '--unified=0', '--no-prefix', first, commit);
    const lines = diff.split('\n').filter((line) => !line.startsWith('index '));
    const named = lines.join('\n').replaceAll(/[0-9a-f]{40}/g, (sha) => subjects.get(sha) ?? sha);
    const plain = named.replaceAll(/(newTag: )"(.*)"$/gm, '$1$2'); // some commits are a number in YAML without quotes
    files[subjects.get(commit) ?? commit] = plain;
  }
  return files;
}
