import { imagesIn, type Stage } from './stage.ts';
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
  /** Issues with their boxes. */
  readonly issues: readonly string[];
  /** The comments of all issues. */
  readonly comments: readonly string[];
  /** `repository:tag` of all images, and which of them are signed. */
  readonly images: readonly string[];
  /** Repositories of other people: what was changed on their default branches, and their pull requests. */
  readonly others: Readonly<Record<string, { readonly files: string; readonly pulls: readonly string[] }>>;
};

type Pull = {
  readonly number: number;
  readonly title: string;
  readonly merged_at: string | null;
  readonly user: { readonly login: string };
};
type Issue = {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly body: string | null;
  readonly user: { readonly login: string };
  readonly pull_request?: unknown;
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
  const issues = await issuesOf(stage);
  const rulesets = (await stage.ask('GET …/rulesets')) as readonly { name: string }[];
  return {
    main: main.split('\n'),
    branches: Object.fromEntries(branches),
    tags: Object.fromEntries(tags),
    files: await filesAt(stage, subjects),
    pulls: pullLines(await stage.ask('GET …/pulls?state=all')),
    releases: releases.map((one) => `${one.tag_name}, ${kindOf(one, latest)}, by ${one.author.login}`),
    rulesets: rulesets.map(({ name }) => name),
    issues: issues.flatMap(issueLines),
    comments: await commentsOf(stage, issues),
    images: imageLines(stage, subjects),
    others: Object.fromEntries(await Promise.all(stage.others.map(async (name) => [name, await other(stage, name)]))),
  };
}

const pullLines = (pulls: unknown) =>
  (pulls as readonly Pull[]).map(
    (pull) => `${pull.title}, by ${pull.user.login}, ${pull.merged_at === null ? 'open' : 'merged'}`,
  );

/** The oldest first. */
async function issuesOf(stage: Stage): Promise<readonly Issue[]> {
  const all = (await stage.ask('GET …/issues?state=all&direction=asc')) as readonly Issue[];
  return all.filter((issue) => issue.pull_request === undefined);
}

function issueLines({ title, state, body, user }: Issue): readonly string[] {
  const boxes = [...(body ?? '').matchAll(/^- (\[[ x]\].*)$/gm)].map(([, box = '']) => withoutServer(shown(box)));
  return [`${title}, ${state}, by ${user.login}`, ...boxes];
}

async function commentsOf(stage: Stage, issues: readonly Issue[]): Promise<readonly string[]> {
  const bodies = issues.map(
    async ({ number }) => (await stage.ask(`GET …/issues/${number}/comments`)) as readonly { body: string }[],
  );
  return (await Promise.all(bodies)).flat().map(({ body }) => withoutServer(shown(body)));
}

/** The server has another port in each run. */
const withoutServer = (text: string) => text.replaceAll(/http:\/\/127\.0\.0\.1:\d+(?=\/)/g, '…');

/** Tags that name a commit do so by its subject, and signatures stand behind what they sign. */
function imageLines({ registry }: Stage, subjects: ReadonlyMap<string, string>): readonly string[] {
  return imagesIn(registry).flatMap(([name, tag, digest]) => {
    if (/^sha256-.*\.sig$/.test(tag)) return [];
    const isSigned = `${digest.replace(':', '-')}.sig` in registry.repository(name).tags;
    return [`${name}:${named(tag, subjects)}${isSigned ? ', signed' : ''}`];
  });
}

const named = (text: string, subjects: ReadonlyMap<string, string>) =>
  text.replaceAll(/[0-9a-f]{40}/g, (sha) => subjects.get(sha) ?? sha);

async function other(stage: Stage, name: string) {
  const first = await stage.gitIn(name, 'rev-list', '--max-parents=0', 'HEAD');
  return {
    files: plainDiff(await stage.gitIn(name, 'diff', '--unified=0', '--no-prefix', first, 'HEAD')),
    pulls: pullLines(await stage.ask(`GET /repos/${name}/pulls?state=all`)),
  };
}

/** A diff without the names of objects. */
const plainDiff = (diff: string) =>
  diff
    .split('\n')
    .filter((line) => !line.startsWith('index '))
    .join('\n');

/** A text without what is hidden in it, on one line. */
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
    const here = withoutServer(plainDiff(diff));
    // Some commits are a number in YAML without quotes.
    const plain = named(here, subjects).replaceAll(/(newTag: )"(.*)"$/gm, '$1$2');
    files[subjects.get(commit) ?? commit] = plain;
  }
  return files;
}
