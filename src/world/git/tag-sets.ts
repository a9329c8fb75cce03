import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { parseTagObject, tagObjectText } from '../../domain/tag-object.ts';
import type { TagObject } from '../../domain/tag-object.ts';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Files } from '../files.ts';
import { boundedly } from '../parallel.ts';
import type { GitCommand } from './command.ts';
import { pushSet, refuseWithoutTransactions } from './push-set.ts';
import { lastWords } from './refusal.ts';
import { parseRefs } from './refs.ts';
import type { PlacedTag } from './refs.ts';
import { quietFetch } from './remotes.ts';
import type { Remotes } from './remotes.ts';
import type { Signer } from './signing.ts';
import { contentsOf } from './trees.ts';

/** Tags that are made together. Without a message they are lightweight. */
export type NewTags = {
  readonly names: readonly string[];
  readonly commit: string;
  readonly annotation:
    | { readonly message: string; readonly tagger: string; readonly signer: Signer | undefined }
    | undefined;
};

/** Tags of the checkout that a remote does not have, among those that it has. */
export type Push = {
  readonly remote: string;
  readonly names: readonly string[];
  readonly commit: string;
  readonly among: number;
};

/** A tag that a remote has, and where the checkout has it. */
export type OtherTag = { readonly name: string; readonly here: PlacedTag; readonly there: PlacedTag };

type Desk = { readonly git: GitCommand; readonly remotes: Remotes; readonly files: Files };

/** Many tags at once, at the cost of a few processes. */
export class TagSets {
  readonly #desk: Desk;
  readonly #tried = new Set<string>();
  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Whether this run has tried to push a tag, by whichever plan: its answer may have got lost. */
  isTried(name: string): boolean {
    return this.#tried.has(name);
  }

  /** What tags of the checkout say; undefined for lightweight ones. */
  async texts(tags: ReadonlyMap<string, PlacedTag>): Promise<ReadonlyMap<string, TagObject | undefined>> {
    const annotated = [...tags.values()].filter(({ object, commit }) => object !== commit);
    const contents = await contentsOf(
      this.#desk.git,
      annotated.map(({ object }) => object),
    );
    return new Map(
      [...tags].map(([name, { object }]) => {
        const text = contents.get(object);
        return [name, text === undefined ? undefined : parseTagObject(text)];
      }),
    );
  }

  /** A remote that cannot create these tags together or not at all is refused. */
  async refuseWithoutTransactions({ remote, names, commit, among }: Push): Promise<void> {
    const few = names.slice(0, 2);
    if (few.length < 2) return;
    await refuseWithoutTransactions({ remote, among, tags: new Map(few.map((name) => [name, commit])) }, this.#desk);
  }

  /** Makes tags in the checkout, in one transaction. */
  create({ names, commit, annotation }: NewTags): Change<void> {
    const kind = annotation === undefined ? 'lightweight' : `annotated, by ${annotation.tagger}`;
    const signed = annotation?.signer === undefined ? '' : `, signed with ${annotation.signer.key}`;
    const message = annotation === undefined ? '' : `\n\n${annotation.message}`;
    const apply = async () => {
      const objects = await this.#objects({ names, commit, annotation });
      const updates = names.map((name, index) => `create ${refOf(name)} ${objects[index]}\n`).join('');
      const { code, stderr } = await this.#desk.git.run(['update-ref', '--stdin'], { input: updates, settings: quick });
      if (code !== 0) throw new Moved(`tags of the checkout were made meanwhile: ${lastWords(stderr)}`);
    };
    return {
      title: `Create ${counted(names)} at ${short(commit)}`,
      detail: `${kind}${signed}\n${names.join('\n')}${message}`,
      reach: 'local',
      apply,
    };
  }

  /** Pushes tags of the checkout, all or none of them, and nothing else. */
  push({ remote, names, commit, among }: Push): Change<void> {
    const apply = async () => {
      const here = await this.#here();
      const moved = names.find((name) => here.get(name)?.commit !== commit);
      if (moved !== undefined) throw new Moved(`tag ${moved} of the checkout was moved meanwhile`);
      for (const name of names) this.#tried.add(name);
      const tags = new Map(names.map((name) => [name, here.get(name)?.object ?? commit]));
      await pushSet({ remote, tags, among }, this.#desk);
    };
    const detail = names.map((name) => `${refOf(name)} → ${commit}`).join('\n');
    return { title: `Push ${counted(names)} to ${remote}`, detail, reach: 'remote', apply };
  }

  /** Sets tags of the checkout to what the remote has. Their objects are fetched now, under no name. */
  async adopt(remote: string, tags: readonly OtherTag[]): Promise<Change<void> | undefined> {
    if (tags.length === 0) return undefined;
    await this.#fetch(
      remote,
      tags.filter(({ there }) => there.object !== there.commit),
    );
    const updates = tags.map(({ name, here, there }) => `update ${refOf(name)} ${there.object} ${here.object}\n`);
    const apply = async () => {
      const { code, stderr } = await this.#desk.git.run(['update-ref', '--stdin'], { input: updates.join('') });
      if (code !== 0) throw new Moved(`tags of the checkout were moved meanwhile: ${lastWords(stderr)}`);
    };
    const detail = tags.map(({ name, here, there }) => `${refOf(name)}: ${here.object} → ${there.object}`).join('\n');
    return {
      title: `Take ${counted(tags.map(({ name }) => name))} as ${remote} has it`,
      detail,
      reach: 'local',
      apply,
    };
  }

  async #fetch(remote: string, tags: readonly OtherTag[]): Promise<void> {
    const atOnce = 1000; // as arguments
    for (let first = 0; first < tags.length; first += atOnce) {
      const names = tags.slice(first, first + atOnce).map(({ name }) => refOf(name));
      await this.#desk.remotes.look({ remote, direction: 'push' }, quietFetch, names);
    }
  }

  async #here(): Promise<ReadonlyMap<string, PlacedTag>> {
    return parseRefs((await this.#desk.git.run(['show-ref', '--tags', '--dereference'])).stdout).tags;
  }

  /** What each tag points at: the commit, or a tag object of its own. */
  async #objects({ names, commit, annotation }: NewTags): Promise<readonly string[]> {
    if (annotation === undefined) return names.map(() => commit);
    const { git, files } = this.#desk;
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
    throw new ReleaseError(`git wrote ${objects.length} of ${names.length} tag objects.`);
  }
}

/** What can be made again need not survive a power cut: to make sure takes git a millisecond or more for each ref. */
const quick = [['core.fsync', 'none']] as const;

const refOf = (name: string) => `refs/tags/${name}`;

const counted = (names: readonly string[]) =>
  names.length === 1 ? `tag ${names[0]}` : `${names.length} tags (${names[0]} … ${names.at(-1)})`;
