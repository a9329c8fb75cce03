import { nodeId } from '../core/node-id.ts';
import type { DiscussionRecord } from '../core/records.ts';
import type { Caller } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { association } from '../issues/issue-view.ts';
import { actor, connection, type PageArguments } from './connections.ts';

export type NewDiscussion = {
  readonly repositoryId: string;
  readonly categoryId: string;
  readonly title: string;
  readonly body: string;
  readonly clientMutationId?: string;
};

type DiscussionArguments = PageArguments & {
  readonly categoryId?: string;
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC' };
};

/** The fields of a repository that tell about its discussions. */
export function discussionFields(world: World, repository: Repository) {
  const { discussionCategories: names = [] } = world.instance.settings;
  return {
    hasDiscussionsEnabled: names.length > 0,
    discussionCategories: connection(names, (name) => categoryNode(repository, name)),
    discussions: (given: DiscussionArguments) => {
      const found = repository.record.discussions.filter(
        ({ category }) => given.categoryId === undefined || given.categoryId === categoryId(repository, category),
      );
      const ordered = given.orderBy?.direction === 'DESC' ? found.toReversed() : found;
      return connection(ordered, (one) => discussionNode(world, repository, one))(given);
    },
  };
}

/** A discussion in a category of the repository; undefined if there is no such category. */
export function newDiscussion({ world, access }: Caller, repository: Repository, wanted: NewDiscussion) {
  const { discussionCategories: names = [] } = world.instance.settings;
  const category = names.find((name) => categoryId(repository, name) === wanted.categoryId);
  if (category === undefined) return undefined;
  const { record } = repository;
  const discussion: DiscussionRecord = {
    id: world.id(),
    number: record.nextNumber++,
    author: access?.login ?? 'ghost',
    category,
    title: wanted.title,
    body: wanted.body,
    createdAt: world.now(),
  };
  record.discussions.push(discussion);
  return discussionNode(world, repository, discussion);
}

export function discussionWithId({ record }: Repository, id: string): DiscussionRecord | undefined {
  return record.discussions.find((one) => nodeId('Discussion', one.id) === id);
}

export function discussionNode(world: World, repository: Repository, discussion: DiscussionRecord) {
  const { id, number, title, body, createdAt, author, category } = discussion;
  return {
    id: nodeId('Discussion', id),
    number,
    title,
    body,
    createdAt,
    url: `${world.instance.gitUrl}/${repository.name}/discussions/${number}`,
    author: actor(world, author),
    authorAssociation: association(world, repository, author),
    category: categoryNode(repository, category),
  };
}

function categoryNode(repository: Repository, name: string) {
  const slug = name.toLowerCase().replaceAll(/\W+/g, '-');
  return { id: categoryId(repository, name), name, slug, isAnswerable: false };
}

function categoryId({ record }: Repository, name: string): string {
  return nodeId('DiscussionCategory', `${record.id}:${name}`);
}
