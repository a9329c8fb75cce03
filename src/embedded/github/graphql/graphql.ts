import { buildSchema, graphql, GraphQLError, OverlappingFieldsCanBeMergedRule, specifiedRules } from 'graphql';
import { badCredentials, mayDo, maySee, notAccessible, type Permission } from '../core/access.ts';
import { type Answer, Refused } from '../core/answer.ts';
import { accessHeaders } from '../core/authorization.ts';
import { objectOf, parsedFields, requiredText, textOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import type { PullIssue } from '../core/records.ts';
import type { Caller } from '../core/route.ts';
import { type Access, accessOf, type Token } from '../core/tokens.ts';
import type { Repository, World } from '../core/world.ts';
import { type ApiState, authorizationOf, refusalAnswer, type Served } from '../dispatcher.ts';
import { closeIssue } from '../issues/closing.ts';
import { mergePull } from '../pulls/pull-merge.ts';
import type { ApiRequest } from '../wire/exchange.ts';
import { actor } from './connections.ts';
import { discussionFields, discussionNode, discussionWithId, newDiscussion } from './discussion-node.ts';
import type { NewDiscussion } from './discussion-node.ts';
import { commentNode, issueNode } from './issue-node.ts';
import { pullNode, repositoryNode } from './pull-node.ts';
import { releaseFields } from './release-node.ts';
import { schemaText } from './schema.ts';
import { updateRefs, type UpdateRefs } from './update-refs.ts';

const schema = buildSchema(schemaText);

// gh asks in one field for the `name` of users, which can be null, and of teams, which cannot. GitHub allows that.
const rules = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

/** Answers `POST /graphql`: what gh asks about the token, repositories, pull requests and releases. */
export async function answerGraphql(request: ApiRequest, { world, tokens, limits }: ApiState): Promise<Served> {
  const access = accessOf(authorizationOf(request), tokens);
  const answer = await executed(request, { world, access }).catch((error: unknown) => refusalAnswer(error));
  const type = { 'content-type': 'application/json; charset=utf-8' };
  const headers = { ...type, ...limits.headers(access), ...accessHeaders(access) };
  return { answer: { ...answer, headers }, route: undefined };
}

async function executed(request: ApiRequest, { world, access }: { world: World; access: Access }): Promise<Answer> {
  if (access === undefined && authorizationOf(request) !== undefined) throw badCredentials();
  if (access === undefined) throw new Refused(401, 'This endpoint requires you to be authenticated.');
  const fields = parsedFields(request.body);
  const operationName = textOf(fields, 'operationName');
  const result = await graphql({
    schema,
    rules,
    source: requiredText(fields, 'query'),
    rootValue: roots({ world, access }),
    variableValues: objectOf(fields, 'variables'),
    ...(operationName !== undefined && { operationName }),
  });
  const bug = result.errors?.find(({ originalError: cause }) => cause && !isRefusal(cause));
  if (bug !== undefined) throw bug.originalError;
  return { status: 200, body: { ...result, ...(result.errors && { errors: result.errors.map(errorView) }) } };
}

function isRefusal(cause: Error): boolean {
  return cause instanceof Refused || cause instanceof GraphQLError;
}

/** An error as GitHub shows it, with a `type` next to the message. */
function errorView({ message, path, locations, extensions }: GraphQLError) {
  return { type: extensions['type'] ?? 'UNPROCESSABLE', path, locations, message };
}

type KnownCaller = Caller & { readonly access: Token };
type PullMutation = {
  readonly pullRequestId: string;
  readonly clientMutationId?: string;
  readonly mergeMethod?: 'MERGE' | 'REBASE' | 'SQUASH';
  readonly commitHeadline?: string;
  readonly commitBody?: string;
  readonly expectedHeadOid?: string;
};

function roots(caller: KnownCaller) {
  const { world, access } = caller;
  return {
    viewer: () => ({ ...actor(world, access.login), __typename: 'User', login: access.login }),
    repository: async ({ owner, name }: { owner: string; name: string }) => {
      const repository = world.repository(`${owner}/${name}`);
      if (repository !== undefined && maySee(access, repository))
        return {
          ...(await repositoryNode(world, repository)),
          ...releaseFields(world, access, repository),
          ...discussionFields(world, repository),
        };
      throw failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    node: ({ id }: { id: string }) => nodeWithId(caller, id),
    nodes: ({ ids }: { ids: readonly string[] }) => Promise.all(ids.map((id) => nodeWithId(caller, id))),
    mergePullRequest: ({ input }: { input: PullMutation }) => merge(caller, input),
    closePullRequest: async ({ input }: { input: PullMutation }) => {
      const { repository, issue } = await pullWithId(caller, input.pullRequestId);
      refuse(caller, repository, 'pull-requests: write');
      closeIssue(world, issue, access.login);
      return payload(input, () => pullNode(world, repository, issue));
    },
    createDiscussion: async ({ input }: { input: NewDiscussion }) => {
      const repository = await repositoryWithId(caller, input.repositoryId);
      refuse(caller, repository, 'discussions: write');
      const discussion = newDiscussion(caller, repository, input);
      if (discussion === undefined) throw noNode(input.categoryId);
      return { clientMutationId: input.clientMutationId ?? null, discussion };
    },
    deleteDiscussion: async ({ input }: { input: { readonly id: string; readonly clientMutationId?: string } }) => {
      const names = (await world.names()).flatMap((name) => world.repository(name) ?? []);
      const repository = names.find((one) => maySee(access, one) && discussionWithId(one, input.id) !== undefined);
      const found = repository && discussionWithId(repository, input.id);
      if (repository === undefined || found === undefined) throw noNode(input.id);
      refuse(caller, repository, 'discussions: write');
      repository.record.discussions.splice(repository.record.discussions.indexOf(found), 1);
      return { clientMutationId: input.clientMutationId ?? null, discussion: discussionNode(world, repository, found) };
    },
    updateRefs: async ({ input }: { input: UpdateRefs }) => {
      const repository = await repositoryWithId(caller, input.repositoryId);
      refuse(caller, repository, 'contents: write');
      await updateRefs(caller, repository, input);
      return { clientMutationId: input.clientMutationId ?? null };
    },
  };
}

async function merge(caller: KnownCaller, input: PullMutation) {
  const { world, access } = caller;
  const { repository, issue } = await pullWithId(caller, input.pullRequestId);
  refuse(caller, repository, 'contents: write');
  if (input.expectedHeadOid !== undefined && input.expectedHeadOid !== issue.pull.head.sha) {
    throw failure('UNPROCESSABLE', 'Head branch was modified. Review and try the merge again.');
  }
  const method = (input.mergeMethod ?? 'MERGE').toLowerCase() as 'merge' | 'rebase' | 'squash';
  await mergePull({ world, access }, repository, {
    issue,
    method,
    title: input.commitHeadline,
    message: input.commitBody,
  });
  return payload(input, () => pullNode(world, repository, issue));
}

function payload({ clientMutationId }: PullMutation, pullRequest: () => unknown) {
  return { clientMutationId: clientMutationId ?? null, pullRequest };
}

/** A pull request, an issue or a comment. */
async function nodeWithId(caller: KnownCaller, id: string) {
  const { world, access } = caller;
  const kind = kindOf(id);
  if (kind !== 'Issue' && kind !== 'IssueComment') {
    const { repository, issue } = await pullWithId(caller, id);
    return pullNode(world, repository, issue);
  }
  const names = await world.names();
  for (const repository of names.flatMap((name) => world.repository(name) ?? [])) {
    if (!maySee(access, repository)) continue;
    for (const issue of repository.record.issues.values()) {
      if (id === nodeId('Issue', issue.id)) return issueNode(world, repository, issue);
      const comment = issue.comments.find((one) => id === nodeId('IssueComment', one.id));
      if (comment !== undefined) return commentNode(world, repository, { issue, comment });
    }
  }
  throw noNode(id);
}

const kindOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[0];

const noNode = (id: string) => failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);

async function repositoryWithId({ world, access }: KnownCaller, id: string): Promise<Repository> {
  const repositories = (await world.names()).flatMap((name) => world.repository(name) ?? []);
  const found = repositories.find((one) => maySee(access, one) && nodeId('Repository', one.record.id) === id);
  if (found !== undefined) return found;
  throw noNode(id);
}

type FoundPull = { readonly repository: Repository; readonly issue: PullIssue };

async function pullWithId({ world, access }: KnownCaller, id: string): Promise<FoundPull> {
  const [kind, number] = Buffer.from(id, 'base64url').toString().split(':');
  const repositories = (await world.names()).flatMap((name) => world.repository(name) ?? []);
  for (const repository of kind === 'PullRequest' ? repositories.filter((one) => maySee(access, one)) : []) {
    const issue = world.pulls(repository).find(({ pull }) => String(pull.id) === number);
    if (issue !== undefined) return { repository, issue };
  }
  throw noNode(id);
}

function refuse({ access }: KnownCaller, repository: Repository, need: Permission): void {
  if (!mayDo(access, need, repository)) throw failure('FORBIDDEN', notAccessible(access).message);
}

function failure(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
