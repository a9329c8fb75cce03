import { mkdtempDisposable, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import type { Front } from '../runtime/run.ts';
import { serverUrl } from '../world/environment.ts';
import { Credentials } from '../world/credentials.ts';
import { Ledger } from '../world/ledger.ts';
import { World } from '../world/world.ts';
import type { Checkout } from '../rehearsal/checkout.ts';
import { calledFile } from '../rehearsal/servers/called-file.ts';
import { assetFindings } from './assets.ts';
import { attachingLines } from './attaching.ts';
import { type Finding, withoutRepeats } from './finding.ts';
import { imageFindings } from './images.ts';
import { type Actions, Performer } from './performer.ts';
import { type Run, runsOf } from './runs.ts';
import { noTag, tagFindings } from './tag-findings.ts';
import { TaggedCheckouts } from './tagged-checkout.ts';
import { Walk } from './walk.ts';
import { type Account, type Ground, type LeftOut, OtherTag } from './ground.ts';

export type Asked = {
  readonly tag: string;
  /** Inputs of workflows that people start. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables of the repository. */
  readonly vars: Readonly<Record<string, string>>;
};

export type Verified = {
  readonly repository: string;
  readonly tag: string;
  readonly commit: string;
  readonly findings: readonly Finding[];
};

type Means = {
  readonly actions: Actions;
  readonly surroundings: Front['surroundings'];
  readonly token: string | undefined;
  /** The folder of this release of release-actions, with its reusable workflows. */
  readonly releaseTree: string;
};

/** Proves a release that is out from its source. Reads only, but for a temporary folder. */
export async function verify({ tag, inputs, vars }: Asked, checkout: Checkout, means: Means): Promise<Verified> {
  const commit = await checkout.look('rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`);
  if (commit === undefined) throw noTag(tag, await checkout.tags());
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'verification-'));
  const checkouts = new TaggedCheckouts(checkout, { root: await realpath(scratch.path), tag });
  const [repository, defaultBranch] = [await checkout.nameOnGitHub(), await checkout.defaultBranch()];
  const { surroundings, token, actions, releaseTree } = means;
  const credentials = Credentials.forGitHub(surroundings.env, token);
  const workspace = await checkouts.next();
  await using world = new World({ ...surroundings, workspace, credentials, isJobToken: false, ledger: new Ledger() });
  const { published } = await (await world.github()).releases.find({ repository, tag });
  const files = await checkout.workflows(commit);
  const { runs, findings } = runsOf(files, {
    tag,
    commit,
    repository,
    defaultBranch,
    given: inputs,
    published,
  });
  const file = (at: string, path: string) => checkout.look('cat-file', 'blob', `${at}:${path}`);
  const [own, given] = [{ name: repository, file }, new Map([['release-actions', releaseTree]])];
  const ground: Ground = {
    tag,
    commit,
    repository,
    server: serverUrl(surroundings.env),
    vars,
    performer: new Performer(actions, surroundings, token),
    checkOut: () => checkouts.next(),
    digestOf: async (image) => (await (await world.registry()).find(image))?.digest,
    workflowFile: (uses, caller) => calledFile(uses, { caller, commit, repository: own, given }),
  };
  const walks: Account[] = [];
  for (const run of runs) walks.push(await walkOf(run, ground));
  const claims = walks.flatMap((walk) => walk.claims);
  const notFollowed = findings.map(({ what: path }) => path);
  const unseen = [...new Set([...walks.flatMap((walk) => walk.unseen), ...notFollowed, ...attachingLines(files)])];
  const walked = walks.flatMap((walk) => walk.findings);
  const verified = walks.flatMap((walk) => walk.verified);
  const release = { tag, commit, repository, notes: published?.body ?? '', verified };
  return {
    repository,
    tag,
    commit,
    findings: withoutRepeats([
      ...(await tagFindings({ tag, commit, defaultBranch }, world)),
      ...walked,
      ...imageFindings(
        walks.flatMap(({ images }) => images),
        release,
      ),
      ...(published === undefined ? [] : assetFindings(published, claims, unseen)),
      ...findings,
      ...leftOutFindings(walks.flatMap(({ leftOut }) => leftOut)),
    ]),
  };
}

async function walkOf({ workflow, events }: Run, ground: Ground): Promise<Account> {
  for (const event of events) {
    const walk = new Walk(ground, event);
    const found = await walk.follow(workflow).catch((error: unknown) => {
      if (error instanceof OtherTag) return undefined;
      if (error instanceof ReleaseError) return endedBy(error, workflow.path, walk.account);
      throw error;
    });
    if (found !== undefined) return found;
  }
  return {
    findings: [{ verdict: 'open', what: workflow.path, detail: 'not verified, because it is about another tag' }],
    claims: [],
    leftOut: [],
    images: [],
    verified: [],
    unseen: [],
  };
}

/** What was found until an expression could not be evaluated, or an action could not be read. */
function endedBy({ message, at }: ReleaseError, path: string, account: Account): Account {
  const open: Finding = { verdict: 'open', what: path, detail: `not verified any further, because ${message}` };
  account.findings.push(at === undefined ? open : { ...open, at });
  account.unseen.push(path);
  return account;
}

/** One line for each action and reason. */
function leftOutFindings(all: readonly LeftOut[]): readonly Finding[] {
  const groups = Map.groupBy(all, ({ name, why }) => `${name}\n${why}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = [...new Set(group.map(({ place }) => place))].join(', ');
    return [{ verdict: 'open' as const, what: `${first.name} (${places})`, detail: `left out, because ${first.why}` }];
  });
}
