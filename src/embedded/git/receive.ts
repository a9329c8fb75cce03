import { join } from 'node:path';
import type { GitToken } from './access.ts';
import { backendAnswer, type BackendRequest, type GitAnswer } from './backend.ts';
import type { GitProcesses } from './processes.ts';
import { type Push, pushBody, pushReport, type RefUpdate, type Refusal } from './push.ts';
import {
  isForward,
  isProtectedTag,
  protectedBranchRefusals,
  protectedTagRefusals,
  rulesetRefusal,
  workflowRefusals,
} from './rules.ts';

/** Whether something other than rules protects a ref of `owner/name`, such as an immutable release. */
export type TagLock = (repository: string, update: RefUpdate) => boolean;

/** An update of a ref in a push to `owner/name`, and the token of the push. */
export type PushedRef = {
  readonly repository: string;
  readonly token: string;
  readonly update: RefUpdate;
  /** Whether the old commit stays in the history. Runs git. */
  readonly isForward: () => Promise<boolean>;
};

/** The rules of rulesets that a push violates; an empty list allows it. */
export type Rulesets = (pushed: PushedRef) => Promise<readonly string[]>;

/** The repository to which somebody pushes, and the rules of GitHub there. */
export type Destination = {
  readonly git: GitProcesses;
  readonly root: string;
  /** `owner/name` */
  readonly repository: string;
  /** The address of the repository in a browser. */
  readonly page: string;
  readonly protectedTags: readonly string[];
  readonly protectedBranches: readonly string[];
  readonly isLocked: TagLock;
  readonly violations: Rulesets;
  readonly token: GitToken;
};

/** Lets git make the updates of a push that the rules allow, and reports each of the others as refused. */
export async function receivePush(push: Push, request: BackendRequest, destination: Destination): Promise<GitAnswer> {
  const { git, root } = destination;
  const refusals = await refusalsOf(push, destination);
  if (refusals.length === 0) return backendAnswer(git, root, request);
  const allowed = push.updates.filter(({ ref }) => !refusals.some((refusal) => refusal.ref === ref));
  if (allowed.length === 0) return reported(refusals);
  const { 'content-encoding': _, ...headers } = request.headers; // the new body is not compressed
  const answer = await backendAnswer(git, root, { ...request, headers, body: pushBody(push, allowed) });
  return answer.status === 200 ? reported(refusals, answer.body) : answer;
}

async function refusalsOf(push: Push, destination: Destination): Promise<Refusal[]> {
  const { git, root, repository, page, protectedTags, protectedBranches, isLocked, token } = destination;
  const isProtected = (update: RefUpdate) => isProtectedTag(update.ref, protectedTags) || isLocked(repository, update);
  const protectedOnes = [
    ...protectedTagRefusals(push.updates, isProtected, page),
    ...protectedBranchRefusals(push.updates, protectedBranches),
    ...(await rulesetRefusals(push, destination)),
  ];
  const served = { folder: join(root, `${repository}.git`), git, isPersonal: token.isPersonal === true };
  const workflows = token.workflows === true ? [] : await workflowRefusals(push, served);
  const refusals = new Map([...workflows, ...protectedOnes].map((refusal) => [refusal.ref, refusal]));
  const others = push.isAtomic && refusals.size > 0 ? push.updates.filter(({ ref }) => !refusals.has(ref)) : [];
  return [...refusals.values(), ...others.map(({ ref }) => ({ ref, reason: 'atomic transaction failed' }))];
}

async function rulesetRefusals(push: Push, destination: Destination): Promise<Refusal[]> {
  const { git, root, repository, page, token, violations } = destination;
  const served = { folder: join(root, `${repository}.git`), git };
  const refusals = push.updates.map(async (update) => {
    const pushed = { repository, token: token.token, update, isForward: () => isForward(push, update, served) };
    const found = await violations(pushed);
    return found.length === 0 ? [] : [rulesetRefusal(update, found, page)];
  });
  return (await Promise.all(refusals)).flat();
}

function reported(refusals: readonly Refusal[], answer?: Buffer): GitAnswer {
  const headers = { 'content-type': 'application/x-git-receive-pack-result', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: pushReport(refusals, answer) };
}
