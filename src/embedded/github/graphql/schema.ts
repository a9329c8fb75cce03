/** A cut of GitHub's schema: https://docs.github.com/public/fpt/schema.docs.graphql, with the same names and types. */
export const schemaText = `
scalar DateTime
scalar GitObjectID
scalar GitRefname
scalar URI

interface Actor { login: String! url: URI! }
interface Node { id: ID! }
interface RepositoryOwner { id: ID! login: String! url: URI! }
type User implements Actor & Node & RepositoryOwner { id: ID! login: String! databaseId: Int name: String url: URI! }
type Bot implements Actor & Node { id: ID! login: String! databaseId: Int url: URI! }
type Organization implements Actor & Node & RepositoryOwner { id: ID! login: String! databaseId: Int name: String url: URI! }
type Team implements Node { id: ID! name: String! slug: String! organization: Organization! }
union RequestedReviewer = Bot | Team | User

enum CommentAuthorAssociation { COLLABORATOR CONTRIBUTOR FIRST_TIMER FIRST_TIME_CONTRIBUTOR MANNEQUIN MEMBER NONE OWNER }
enum IssueOrderField { COMMENTS CREATED_AT UPDATED_AT }
enum MergeStateStatus { BEHIND BLOCKED CLEAN DIRTY DRAFT HAS_HOOKS UNKNOWN UNSTABLE }
enum MergeableState { CONFLICTING MERGEABLE UNKNOWN }
enum OrderDirection { ASC DESC }
enum ReleaseOrderField { CREATED_AT NAME }
enum PullRequestMergeMethod { MERGE REBASE SQUASH }
enum PullRequestReviewDecision { APPROVED CHANGES_REQUESTED REVIEW_REQUIRED }
enum PullRequestReviewState { APPROVED CHANGES_REQUESTED COMMENTED DISMISSED PENDING }
enum PullRequestState { CLOSED MERGED OPEN }
enum ReactionContent { CONFUSED EYES HEART HOORAY LAUGH ROCKET THUMBS_DOWN THUMBS_UP }
input ReleaseOrder { direction: OrderDirection! field: ReleaseOrderField! }
input IssueOrder { direction: OrderDirection! field: IssueOrderField! }

type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type UserConnection { nodes: [User] pageInfo: PageInfo! totalCount: Int! }
type ReactingUserConnection { nodes: [User] pageInfo: PageInfo! totalCount: Int! }
type ReactionGroup { content: ReactionContent! users(first: Int, last: Int, after: String): ReactingUserConnection! }
type Label implements Node { id: ID! name: String! color: String! description: String }
type LabelConnection { nodes: [Label] pageInfo: PageInfo! totalCount: Int! }
type Milestone implements Node { id: ID! number: Int! title: String! description: String dueOn: DateTime }
type ProjectV2 implements Node { id: ID! title: String! }
type ProjectV2ItemFieldSingleSelectValue implements Node { id: ID! name: String optionId: String }
union ProjectV2ItemFieldValue = ProjectV2ItemFieldSingleSelectValue
type ProjectV2Item implements Node {
  fieldValueByName(name: String!): ProjectV2ItemFieldValue
  id: ID!
  project: ProjectV2!
}
type ProjectV2ItemConnection { nodes: [ProjectV2Item] pageInfo: PageInfo! totalCount: Int! }

enum CheckConclusionState { ACTION_REQUIRED CANCELLED FAILURE NEUTRAL SKIPPED STALE STARTUP_FAILURE SUCCESS TIMED_OUT }
enum CheckStatusState { COMPLETED IN_PROGRESS PENDING QUEUED REQUESTED WAITING }
enum StatusState { ERROR EXPECTED FAILURE PENDING SUCCESS }
type Workflow implements Node { id: ID! name: String! }
type WorkflowRun implements Node { id: ID! workflow: Workflow! }
type CheckSuite implements Node { id: ID! workflowRun: WorkflowRun }
type CheckRun implements Node {
  checkSuite: CheckSuite!
  completedAt: DateTime
  conclusion: CheckConclusionState
  detailsUrl: URI
  id: ID!
  name: String!
  startedAt: DateTime
  status: CheckStatusState!
}
type StatusContext implements Node {
  context: String!
  createdAt: DateTime!
  description: String
  id: ID!
  state: StatusState!
  targetUrl: URI
}
union StatusCheckRollupContext = CheckRun | StatusContext
type StatusCheckRollupContextConnection { nodes: [StatusCheckRollupContext] pageInfo: PageInfo! totalCount: Int! }
type StatusCheckRollup implements Node {
  id: ID!
  contexts(first: Int, last: Int, after: String): StatusCheckRollupContextConnection!
}
interface GitObject { id: ID! oid: GitObjectID! }
type Commit implements GitObject & Node {
  id: ID!
  messageHeadline: String!
  oid: GitObjectID!
  statusCheckRollup: StatusCheckRollup
}
type Blob implements GitObject & Node {
  byteSize: Int!
  id: ID!
  isBinary: Boolean
  isTruncated: Boolean!
  oid: GitObjectID!
  text: String
}
type TreeEntry { mode: Int! name: String! object: GitObject oid: GitObjectID! type: String! }
type Tree implements GitObject & Node { entries: [TreeEntry!] id: ID! oid: GitObjectID! }
type PullRequestCommit implements Node { id: ID! commit: Commit! }
type PullRequestCommitConnection { nodes: [PullRequestCommit] pageInfo: PageInfo! totalCount: Int! }

type UserContentEdit implements Node {
  createdAt: DateTime!
  deletedAt: DateTime
  diff: String
  editedAt: DateTime!
  editor: Actor
  id: ID!
}
type UserContentEditConnection { nodes: [UserContentEdit] pageInfo: PageInfo! totalCount: Int! }

type Issue implements Node {
  author: Actor
  body: String!
  createdAt: DateTime!
  editor: Actor
  id: ID!
  lastEditedAt: DateTime
  number: Int!
  title: String!
  url: URI!
  userContentEdits(after: String, first: Int, last: Int): UserContentEditConnection
}

type IssueComment implements Node {
  id: ID!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  createdAt: DateTime!
  editor: Actor
  includesCreatedEdit: Boolean!
  isMinimized: Boolean!
  lastEditedAt: DateTime
  minimizedReason: String
  reactionGroups: [ReactionGroup!]
  url: URI!
  userContentEdits(after: String, first: Int, last: Int): UserContentEditConnection
  viewerDidAuthor: Boolean!
}
type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }

type PullRequestReview implements Node {
  id: ID!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  commit: Commit
  reactionGroups: [ReactionGroup!]
  state: PullRequestReviewState!
  submittedAt: DateTime
}
type PullRequestReviewConnection { nodes: [PullRequestReview] pageInfo: PageInfo! totalCount: Int! }
type ReviewRequest implements Node { id: ID! requestedReviewer: RequestedReviewer }
type ReviewRequestConnection { nodes: [ReviewRequest] pageInfo: PageInfo! totalCount: Int! }

type Ref implements Node { id: ID! name: String! target: GitObject }

type AutoMergeRequest {
  authorEmail: String
  commitBody: String
  commitHeadline: String
  enabledAt: DateTime
  enabledBy: Actor
  mergeMethod: PullRequestMergeMethod!
  pullRequest: PullRequest!
}

type PullRequest implements Node {
  additions: Int!
  assignees(first: Int, last: Int, after: String): UserConnection!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  autoMergeRequest: AutoMergeRequest
  baseRefName: String!
  body: String!
  changedFiles: Int!
  closed: Boolean!
  closedAt: DateTime
  comments(first: Int, last: Int, after: String): IssueCommentConnection!
  commits(first: Int, last: Int, after: String): PullRequestCommitConnection!
  createdAt: DateTime!
  deletions: Int!
  headRefName: String!
  headRefOid: GitObjectID!
  headRepository: Repository
  headRepositoryOwner: RepositoryOwner
  id: ID!
  isCrossRepository: Boolean!
  isDraft: Boolean!
  isInMergeQueue: Boolean!
  isMergeQueueEnabled: Boolean!
  labels(first: Int, last: Int, after: String): LabelConnection
  maintainerCanModify: Boolean!
  mergeCommit: Commit
  mergeStateStatus: MergeStateStatus!
  mergeable: MergeableState!
  merged: Boolean!
  mergedAt: DateTime
  mergedBy: Actor
  milestone: Milestone
  number: Int!
  projectItems(first: Int, last: Int, after: String): ProjectV2ItemConnection!
  reactionGroups: [ReactionGroup!]
  reviewDecision: PullRequestReviewDecision
  reviewRequests(first: Int, last: Int, after: String): ReviewRequestConnection
  reviews(first: Int, last: Int, after: String): PullRequestReviewConnection
  state: PullRequestState!
  title: String!
  updatedAt: DateTime!
  url: URI!
  viewerMergeBodyText(mergeType: PullRequestMergeMethod): String!
  viewerMergeHeadlineText(mergeType: PullRequestMergeMethod): String!
}
type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }

type Release implements Node {
  createdAt: DateTime!
  databaseId: Int
  description: String
  id: ID!
  immutable: Boolean!
  isDraft: Boolean!
  isLatest: Boolean!
  isPrerelease: Boolean!
  name: String
  publishedAt: DateTime
  tagName: String!
  updatedAt: DateTime!
  url: URI!
}
type ReleaseConnection { nodes: [Release] pageInfo: PageInfo! totalCount: Int! }

enum DiscussionOrderField { CREATED_AT UPDATED_AT }
input DiscussionOrder { direction: OrderDirection! field: DiscussionOrderField! }
type DiscussionCategory implements Node { id: ID! isAnswerable: Boolean! name: String! slug: String! }
type DiscussionCategoryConnection { nodes: [DiscussionCategory] pageInfo: PageInfo! totalCount: Int! }
type Discussion implements Node {
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  category: DiscussionCategory!
  createdAt: DateTime!
  id: ID!
  number: Int!
  title: String!
  url: URI!
}
type DiscussionConnection { nodes: [Discussion] pageInfo: PageInfo! totalCount: Int! }

type Repository implements Node {
  defaultBranchRef: Ref
  deleteBranchOnMerge: Boolean!
  discussionCategories(after: String, first: Int, last: Int): DiscussionCategoryConnection!
  discussions(after: String, categoryId: ID, first: Int, last: Int, orderBy: DiscussionOrder): DiscussionConnection!
  hasDiscussionsEnabled: Boolean!
  id: ID!
  isFork: Boolean!
  isPrivate: Boolean!
  latestRelease: Release
  mergeCommitAllowed: Boolean!
  name: String!
  nameWithOwner: String!
  object(expression: String, oid: GitObjectID): GitObject
  owner: RepositoryOwner!
  pullRequest(number: Int!): PullRequest
  pullRequests(
    after: String
    baseRefName: String
    first: Int
    headRefName: String
    last: Int
    orderBy: IssueOrder
    states: [PullRequestState!]
  ): PullRequestConnection!
  rebaseMergeAllowed: Boolean!
  ref(qualifiedName: String!): Ref
  release(tagName: String!): Release
  releases(after: String, first: Int, last: Int, orderBy: ReleaseOrder): ReleaseConnection!
  squashMergeAllowed: Boolean!
  url: URI!
}

input ClosePullRequestInput { clientMutationId: String pullRequestId: ID! }
type ClosePullRequestPayload { clientMutationId: String pullRequest: PullRequest }
input MergePullRequestInput {
  authorEmail: String
  clientMutationId: String
  commitBody: String
  commitHeadline: String
  expectedHeadOid: GitObjectID
  mergeMethod: PullRequestMergeMethod = MERGE
  pullRequestId: ID!
}
input RefUpdate { afterOid: GitObjectID! beforeOid: GitObjectID force: Boolean = false name: GitRefname! }
input UpdateRefsInput { clientMutationId: String refUpdates: [RefUpdate!]! repositoryId: ID! }
type UpdateRefsPayload { clientMutationId: String }
type MergePullRequestPayload { actor: Actor clientMutationId: String pullRequest: PullRequest }

type Query {
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  repository(followRenames: Boolean = true, name: String!, owner: String!): Repository
  viewer: User!
}
input CreateDiscussionInput {
  body: String!
  categoryId: ID!
  clientMutationId: String
  repositoryId: ID!
  title: String!
}
type CreateDiscussionPayload { clientMutationId: String discussion: Discussion }
input DeleteDiscussionInput { clientMutationId: String id: ID! }
type DeleteDiscussionPayload { clientMutationId: String discussion: Discussion }

type Mutation {
  createDiscussion(input: CreateDiscussionInput!): CreateDiscussionPayload
  deleteDiscussion(input: DeleteDiscussionInput!): DeleteDiscussionPayload
  closePullRequest(input: ClosePullRequestInput!): ClosePullRequestPayload
  mergePullRequest(input: MergePullRequestInput!): MergePullRequestPayload
  updateRefs(input: UpdateRefsInput!): UpdateRefsPayload
}
`;
