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

/** Whether something beyond the rules keeps a ref of `owner/name` from being created, moved or deleted. */
export type TagLock = (repository: string, update: RefUpdate) => boolean;

/** A ref in a push to `owner/name`, and whose push it is. */
export type PushedRef = {
  readonly repository: string;
  readonly token: string;
  readonly update: RefUpdate;
  /** Whether nothing is lost by it; takes git to find out. */
  readonly isForward: () => Promise<boolean>;
};

/** What rulesets say against it; nothing where it is allowed. */
export type Rulesets = (pushed: PushedRef) => Promise<readonly string[]>;

/** Where a push arrives, and what GitHub's rules say there. */
export type Destination = {
  readonly git: GitProcesses;
  readonly root: string;
  /** `owner/name` */
  readonly repository: string;
  /** The repository in a browser. */
  readonly page: string;
  readonly protectedTags: readonly string[];
  readonly protectedBranches: readonly string[];
  readonly isLocked: TagLock;
  readonly violations: Rulesets;
  readonly token: GitToken;
};

/** Lets git do what the rules allow of a push, and reports the rest as refused, ref by ref. */
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
