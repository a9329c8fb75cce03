import { ReleaseError } from '../../domain/error.ts';
import { parseTagObject } from '../../domain/tags/tag-object.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import { quoted, short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { runAgain } from './command.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { has, identityEnv } from './objects.ts';
import { lastWords } from './refusal.ts';
import { parseRefs } from './refs.ts';
import type { PlacedTag, Refs } from './refs.ts';
import type { Signer } from './signer.ts';
import { quietFetch } from './transport.ts';
import type { Where } from './transport.ts';

export type NewTag = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  /** `Name <address>` */
  readonly tagger: string;
  readonly signer: Signer | undefined;
};

/** One tag after the other, in the checkout and on remotes. */
export class Tags {
  readonly #context: GitContext;
  constructor(context: GitContext) {
    this.#context = context;
  }

  /** The tags of the checkout itself, some of which nobody else may have yet. */
  async here(): Promise<Refs['tags']> {
    const { code, stdout, stderr } = await this.#context.git.run(['show-ref', '--tags', '--dereference']);
    if (code > 1)
      throw new ReleaseError(`The tags of the checkout cannot be read: ${lastWords(stderr)}`, {
        fix: runAgain,
        cause: new Error(stderr),
      });
    return parseRefs(stdout).tags; // it ends with 1 where there are none
  }

  /** What an annotated tag says; undefined for a lightweight one. Fetched where the checkout does not have it. */
  async object(where: Where, name: string, { object, commit }: PlacedTag): Promise<TagObject | undefined> {
    const { git, transport } = this.#context;
    if (object === commit) return undefined;
    if (!(await has(git, object))) await transport.look(where, quietFetch, [`refs/tags/${name}`]);
    return readTag(git, object);
  }

  /** An annotated tag in the checkout; read back, because a tag cannot be mended later. */
  create(tag: NewTag): Change<PlacedTag> {
    const { name, commit, message, tagger, signer } = tag;
    const { git, files } = this.#context;
    const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
    return {
      keys: [tagHere(name)],
      title: `Create tag ${name} at ${short(commit)}`,
      detail: `${how}, by ${tagger}\n\n${message}`,
      reach: 'local',
      apply: async () => this.#readBack(tag, await makeTag(git, tag, await files.scratchFile('message', message))),
    };
  }

  /** Sets a tag of the checkout to what the remote has, whose object was fetched. */
  matchRemote(name: string, here: PlacedTag, there: PlacedTag): Change<void> {
    const update = ['update-ref', `refs/tags/${name}`, there.object, here.object];
    const apply = async () => {
      const { code, stderr } = await this.#context.git.run(update);
      if (code !== 0) throw new Moved(`tag ${name} of the checkout was moved meanwhile: ${lastWords(stderr)}`);
    };
    const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
    return { keys: [tagHere(name)], title: `Take tag ${name} as the remote has it`, detail, reach: 'local', apply };
  }

  /** Pushes one tag of the checkout, and nothing with it. */
  push(remote: string, name: string, commit: string): Change<PlacedTag> {
    const ref = `refs/tags/${name}`;
    const apply = async () => {
      const tag = (await this.here()).get(name);
      if (tag?.commit !== commit) throw new Moved(`tag ${name} of the checkout was moved meanwhile`);
      await this.#context.transport.push(remote, new Map([[ref, tag.object]]));
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

  /** Sets a tag that is meant to move, such as v1, if it still is where it was seen. */
  set(remote: string, name: string, seen: PlacedTag | undefined, commit: string): Change<void> {
    const ref = `refs/tags/${name}`;
    const leases = new Map([[ref, seen?.object ?? '']]);
    return {
      keys: [tagOn(remote, name)],
      title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
      detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
      reach: 'remote',
      apply: () => this.#context.transport.push(remote, new Map([[ref, commit]]), { seen: leases }),
    };
  }

  async #readBack({ name, message, signer }: NewTag, failed: string | undefined): Promise<PlacedTag> {
    const { git } = this.#context;
    const made = (await this.here()).get(name);
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

async function readTag(git: GitCommand, object: string): Promise<TagObject> {
  const { code, stdout } = await git.run(['cat-file', 'tag', object]);
  if (code === 0) return parseTagObject(stdout);
  throw new ReleaseError(`Tag object ${short(object)} is gone: the tag was moved while it was read.`, {
    fix: 'Run it again, and find out who moved it.',
  });
}

/** Makes an annotated tag with the message of a file; says what git said where it failed. */
async function makeTag(
  git: GitCommand,
  { name, commit, tagger, signer }: NewTag,
  messageFile: string,
): Promise<string | undefined> {
  const kind = [
    '--annotate',
    signer === undefined ? '--no-sign' : '--sign',
    // Why: docs/decisions.md D10
    '--cleanup=verbatim',
    `--file=${messageFile}`,
  ];
  const { code, stderr } = await git.run(['tag', ...kind, '--', name, commit], {
    settings: signer?.settings ?? [],
    env: { ...signer?.env, ...identityEnv('COMMITTER', tagger) },
  });
  return code === 0 ? undefined : stderr;
}

/** The key of a tag of a remote. */
export const tagOn = (remote: string, name: string): string => `tag ${name} on ${remote}`;

/** The key of a tag of the checkout. */
export const tagHere = (name: string): string => `tag ${name} of the checkout`;
