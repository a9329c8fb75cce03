import { ReleaseError } from '../../domain/error.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import { quoted, short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { runAgain } from './command.ts';
import type { Desk } from './desk.ts';
import { has, makeTag, readTag } from './objects.ts';
import type { NewTag } from './objects.ts';
import { lastWords } from './refusal.ts';
import { parseRefs } from './refs.ts';
import type { PlacedTag, Refs } from './refs.ts';
import { quietFetch } from './remotes.ts';
import type { Where } from './remotes.ts';

/** One tag after the other, in the checkout and on remotes. */
export class Tags {
  readonly #desk: Desk;
  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async local(): Promise<Refs['tags']> {
    const { code, stdout, stderr } = await this.#desk.git.run(['show-ref', '--tags', '--dereference']);
    if (code > 1)
      throw new ReleaseError(`The tags of the checkout cannot be read: ${lastWords(stderr)}`, {
        fix: runAgain,
        cause: new Error(stderr),
      });
    return parseRefs(stdout).tags; // it ends with 1 where there are none
  }

  async object(where: Where, name: string, { object, commit }: PlacedTag): Promise<TagObject | undefined> {
    const { git, remotes } = this.#desk;
    if (object === commit) return undefined;
    if (!(await has(git, object))) await remotes.look(where, quietFetch, [`refs/tags/${name}`]);
    return readTag(git, object);
  }

  create(tag: NewTag): Change<PlacedTag> {
    const { name, commit, message, tagger, signer } = tag;
    const { git, files } = this.#desk;
    const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
    return {
      keys: [tagHere(name)],
      title: `Create tag ${name} at ${short(commit)}`,
      detail: `${how}, by ${tagger}\n\n${message}`,
      reach: 'local',
      apply: async () => this.#readBack(tag, await makeTag(git, tag, await files.scratchFile('message', message))),
    };
  }

  adopt(name: string, here: PlacedTag, there: PlacedTag): Change<void> {
    const update = ['update-ref', `refs/tags/${name}`, there.object, here.object];
    const apply = async () => {
      const { code, stderr } = await this.#desk.git.run(update);
      if (code !== 0) throw new Moved(`tag ${name} of the checkout was moved meanwhile: ${lastWords(stderr)}`);
    };
    const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
    return { keys: [tagHere(name)], title: `Take tag ${name} as the remote has it`, detail, reach: 'local', apply };
  }

  push(remote: string, name: string, commit: string): Change<PlacedTag> {
    const ref = `refs/tags/${name}`;
    const apply = async () => {
      const tag = (await this.local()).get(name);
      if (tag?.commit !== commit) throw new Moved(`tag ${name} of the checkout was moved meanwhile`);
      await this.#desk.remotes.push(remote, new Map([[ref, tag.object]]));
      return tag;
    };
    return {
      keys: [tagOn(remote, name)],
      title: `Push tag ${name} to ${remote}`,
      detail: `${ref} → ${commit}`,
      reach: 'remote',
      apply,
    };
  }

  set(remote: string, name: string, seen: PlacedTag | undefined, commit: string): Change<void> {
    const ref = `refs/tags/${name}`;
    const leases = new Map([[ref, seen?.object ?? '']]);
    return {
      keys: [tagOn(remote, name)],
      title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
      detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
      reach: 'remote',
      apply: () => this.#desk.remotes.push(remote, new Map([[ref, commit]]), { seen: leases }),
    };
  }

  async #readBack({ name, message, signer }: NewTag, failed: string | undefined): Promise<PlacedTag> {
    const { git } = this.#desk;
    const made = (await this.local()).get(name);
    if (failed !== undefined && made !== undefined) throw new Moved(`tag ${name} was made meanwhile`);
    if (made === undefined)
      throw new ReleaseError(`git could not make the tag ${name}: ${lastWords(failed ?? '')}`, { fix: runAgain });
    const { message: written, isSigned } = await readTag(git, made.object);
    if (written === message && isSigned === (signer !== undefined)) return made;
    await git.read(['update-ref', '-d', `refs/tags/${name}`, made.object]);
    if (signer !== undefined && !isSigned)
      throw new ReleaseError(`git made the tag ${name} without the signature that it was asked for.`, {
        fix: runAgain,
      });
    throw new ReleaseError(`git wrote another message into tag ${name}: ${quoted(written)}.`, {
      fix: `Delete the tag of the checkout: git tag -d ${name}`,
    });
  }
}

/** The key of a tag of a remote. */
export const tagOn = (remote: string, name: string): string => `tag ${name} on ${remote}`;

/** The key of a tag of the checkout. */
export const tagHere = (name: string): string => `tag ${name} of the checkout`;
