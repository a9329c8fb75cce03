import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { parseTagObject, tagObjectText } from '../../domain/tags/tag-object.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { boundedly } from '../parallel.ts';
import { runAgain } from './command.ts';
import type { GitContext } from './context.ts';
import { pushSet, refuseWithoutTransactions } from './push-set.ts';
import { contentsOf } from './objects.ts';
import { gitErrorLine } from './refusal.ts';
import type { PlacedTag } from './refs.ts';
import { quietFetch } from './transport.ts';
import type { Signer } from './signer.ts';
import { missingTag, otherTag, tagHere, tagOn } from './tags.ts';

/** Tags that are made together. Without a message they are lightweight. */
export type NewTags = {
  readonly names: readonly string[];
  readonly commit: string;
  readonly annotation:
    | { readonly message: string; readonly tagger: string; readonly signer: Signer | undefined }
    | undefined;
};

/** Tags to push to a remote that does not have them. */
export type TagPush = {
  readonly remote: string;
  readonly tags: readonly string[];
  readonly commit: string;
  readonly objects: TagTargets;
  /** How many tags the remote has. */
  readonly remoteTagCount: number;
};

/** Gives the object that each tag points to: the commit, or a tag object, which is written when it is first needed. */
export type TagTargets = () => Promise<ReadonlyMap<string, string>>;

/** A tag of a remote, and the same tag of the checkout, if it has one. */
export type OtherTag = {
  readonly name: string;
  readonly here: PlacedTag | undefined;
  readonly there: PlacedTag;
};

/** Many tags at once, with few processes. */
export class TagSets {
  readonly #context: GitContext;
  constructor(context: GitContext) {
    this.#context = context;
  }

  /** The tag objects of the checkout; undefined for lightweight tags. */
  async tagObjects(tags: ReadonlyMap<string, PlacedTag>): Promise<ReadonlyMap<string, TagObject | undefined>> {
    const annotated = [...tags.values()].filter(({ object, commit }) => object !== commit);
    const contents = await contentsOf(
      this.#context.git,
      annotated.map(({ object }) => object),
    );
    return new Map(
      [...tags].map(([name, { object }]) => {
        const text = contents.get(object);
        return [name, text === undefined ? undefined : parseTagObject(text)];
      }),
    );
  }

  /** Refuses a remote that cannot create these tags together. */
  async refuseWithoutTransactions({ remote, tags, commit, remoteTagCount }: TagPush): Promise<void> {
    const few = tags.slice(0, 2);
    if (few.length < 2) return;
    await refuseWithoutTransactions(
      { remote, remoteTagCount, tags: new Map(few.map((name) => [name, commit])) },
      this.#context,
    );
  }

  /** The objects of new tags, and of the tags that the checkout has. */
  objects(wanted: NewTags, here: ReadonlyMap<string, PlacedTag>): TagTargets {
    let made: Promise<ReadonlyMap<string, string>> | undefined;
    const make = async () => {
      const objects = await this.#write(wanted);
      const own = [...here].map(([name, { object }]) => [name, object] as const);
      return new Map([...own, ...wanted.names.map((name, index) => [name, objects[index] ?? ''] as const)]);
    };
    return () => (made ??= make());
  }

  /** Creates tags in the checkout, in one transaction. */
  create({ names, commit, annotation }: NewTags, objects: TagTargets): Change<void> {
    const kind = annotation === undefined ? 'lightweight' : `annotated, by ${annotation.tagger}`;
    const signed = annotation?.signer === undefined ? '' : `, signed with ${annotation.signer.key}`;
    const message = annotation === undefined ? '' : `\n\n${annotation.message}`;
    const apply = async () => {
      const all = await objects();
      const updates = names.map((name) => `create ${refOf(name)} ${all.get(name)}\n`).join('');
      const { code, stderr } = await this.#context.git.run(['update-ref', '--stdin'], {
        input: updates,
        settings: withoutFsync,
      });
      if (code !== 0) throw new Moved(`another program created tags in the checkout: ${gitErrorLine(stderr)}`);
    };
    return {
      keys: names.map(tagHere),
      title: `Create ${counted(names)} at ${short(commit)}`,
      detail: `${kind}${signed}\n${names.join('\n')}${message}`,
      places: [missingTag('The checkout', names, commit)],
      reach: 'local',
      apply,
    };
  }

  /** Pushes tags, all or none, and nothing else. */
  push({ remote, tags, commit, objects, remoteTagCount }: TagPush): Change<void> {
    const apply = async () => {
      const all = await objects();
      await pushSet(
        { remote, tags: new Map(tags.map((name) => [name, all.get(name) ?? commit])), remoteTagCount },
        this.#context,
      );
    };
    const detail = tags.map((name) => `${refOf(name)} → ${commit}`).join('\n');
    return {
      keys: tags.map((name) => tagOn(remote, name)),
      title: `Push ${counted(tags)} to ${remote}`,
      detail,
      places: [missingTag(remote, tags, commit)],
      reach: 'remote',
      apply,
    };
  }

  /** Sets tags of the checkout to those of the remote. Their objects are fetched now, without creating refs. */
  async matchRemote(remote: string, tags: readonly OtherTag[]): Promise<Change<void> | undefined> {
    if (tags.length === 0) return undefined;
    await this.#fetch(
      remote,
      tags.filter(({ there }) => there.object !== there.commit),
    );
    const updates = tags.map(
      ({ name, here, there }) => `update ${refOf(name)} ${there.object} ${here?.object ?? noObject}\n`,
    );
    const apply = async () => {
      const { code, stderr } = await this.#context.git.run(['update-ref', '--stdin'], { input: updates.join('') });
      if (code !== 0) throw new Moved(`another program moved tags of the checkout: ${gitErrorLine(stderr)}`);
    };
    const detail = tags
      .map(({ name, here, there }) => `${refOf(name)}: ${here?.object ?? 'none'} → ${there.object}`)
      .join('\n');
    return {
      keys: tags.map(({ name }) => tagHere(name)),
      title: `Set ${counted(tags.map(({ name }) => name))} to the state on ${remote}`,
      detail,
      places: tags.map(({ name, here, there }) => otherTag('The checkout', name, here, there)),
      reach: 'local',
      apply,
    };
  }

  async #fetch(remote: string, tags: readonly OtherTag[]): Promise<void> {
    const atOnce = 250; // as arguments: Windows takes 32,767 characters
    for (let first = 0; first < tags.length; first += atOnce) {
      const names = tags.slice(first, first + atOnce).map(({ name }) => refOf(name));
      await this.#context.transport.look({ remote, direction: 'push' }, quietFetch, names);
    }
  }

  /** The object that each tag points to: the commit, or a new tag object. */
  async #write({ names, commit, annotation }: NewTags): Promise<readonly string[]> {
    if (annotation === undefined || names.length === 0) return names.map(() => commit);
    const { git, files } = this.#context;
    const epoch = Math.floor(Date.now() / 1000);
    const folder = await files.scratch();
    const paths = await boundedly(names, async (name) => {
      const text = tagObjectText({ ...annotation, name, commit, epoch });
      const path = join(folder, crypto.randomUUID());
      await writeFile(path, text + ((await annotation.signer?.sign(text)) ?? ''));
      return path;
    });
    const input = `${paths.join('\n')}\n`;
    const objects = (
      await git.read(['hash-object', '-t', 'tag', '-w', '--no-filters', '--stdin-paths'], { input })
    ).split('\n');
    if (objects.length === names.length) return objects;
    throw new ReleaseError(`git wrote only ${objects.length} of ${names.length} tag objects.`, { fix: runAgain });
  }
}

/** These tags can be made again after a power cut. Without fsync, git is a millisecond or more faster for each ref. */
const withoutFsync = [['core.fsync', 'none']] as const;

const noObject = '0'.repeat(40);

const refOf = (name: string) => `refs/tags/${name}`;

const counted = (names: readonly string[]) =>
  names.length === 1 ? `tag ${names[0]}` : `${names.length} tags (${names[0]} … ${names.at(-1)})`;
