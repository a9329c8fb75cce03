import { ReleaseError } from '../../domain/error.ts';
import type { Place } from '../../domain/place.ts';
import { parseTagObject } from '../../domain/tags/tag-object.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import { abridged, quoted, short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { runAgain } from './command.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { hasObject, identityEnv } from './objects.ts';
import { gitErrorLine } from './refusal.ts';
import { parseRefs } from './refs.ts';
import type { PlacedTag, Refs } from './refs.ts';
import type { Signer } from './signer.ts';
import { quietFetch } from './transport.ts';
import type { DirectedRemote } from './transport.ts';

export type NewTag = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  /** `Name <address>` */
  readonly tagger: string;
  readonly signer: Signer | undefined;
};

/** Single tags, in the checkout and on remotes. */
export class Tags {
  readonly #context: GitContext;
  constructor(context: GitContext) {
    this.#context = context;
  }

  /** The tags of the checkout, including those that are not pushed. */
  async here(): Promise<Refs['tags']> {
    const { code, stdout, stderr } = await this.#context.git.run(['show-ref', '--tags', '--dereference']);
    if (code > 1)
      throw new ReleaseError(`The tags of the checkout cannot be read: ${gitErrorLine(stderr)}`, {
        fix: runAgain,
        cause: new Error(stderr),
      });
    return parseRefs(stdout).tags; // it exits with 1 if there are none
  }

  /** The object of an annotated tag; undefined for a lightweight tag. It is fetched if the checkout does not have it. */
  async object(where: DirectedRemote, name: string, { object, commit }: PlacedTag): Promise<TagObject | undefined> {
    const { git, transport } = this.#context;
    if (object === commit) return undefined;
    if (!(await hasObject(git, object))) await transport.look(where, quietFetch, [`refs/tags/${name}`]);
    return readTag(git, object);
  }

  /** Creates an annotated tag in the checkout. Reads it back, because a tag cannot be corrected after the push. */
  create(tag: NewTag): Change<PlacedTag> {
    const { name, commit, message, tagger, signer } = tag;
    const { git, files } = this.#context;
    const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
    return {
      keys: [tagHere(name)],
      title: `Create tag ${name} at ${short(commit)}`,
      detail: `${how}, by ${tagger}\n\n${message}`,
      places: [missingTag('The checkout', [name], commit)],
      reach: 'local',
      apply: async () => this.#readBack(tag, await makeTag(git, tag, await files.scratchFile('message', message))),
    };
  }

  /** Sets a tag of the checkout to the tag of the remote, whose object was fetched. */
  matchRemote(name: string, here: PlacedTag, there: PlacedTag): Change<void> {
    const update = ['update-ref', `refs/tags/${name}`, there.object, here.object];
    const apply = async () => {
      const { code, stderr } = await this.#context.git.run(update);
      if (code !== 0) throw new Moved(`another program moved tag ${name} of the checkout: ${gitErrorLine(stderr)}`);
    };
    const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
    return {
      keys: [tagHere(name)],
      title: `Set tag ${name} to the state on the remote`,
      detail,
      places: [otherTag('The checkout', name, here, there)],
      reach: 'local',
      apply,
    };
  }

  /** Pushes one tag of the checkout, and nothing else. */
  push(remote: string, name: string, commit: string): Change<PlacedTag> {
    const ref = `refs/tags/${name}`;
    const keys = [tagOn(remote, name)];
    const apply = async () => {
      const tag = (await this.here()).get(name);
      if (tag?.commit !== commit) throw new Moved(`another program moved tag ${name} of the checkout`);
      await this.#context.transport.push(remote, new Map([[ref, tag.object]]), { keys });
      return tag;
    };
    return {
      keys,
      title: `Push tag ${name} to ${remote}`,
      detail: `${ref} → ${commit}`,
      places: [missingTag(remote, [name], commit)],
      reach: 'remote',
      apply,
    };
  }

  /** Sets a tag that is meant to move, such as v1, if nobody has moved it since it was read. */
  set(remote: string, name: string, seen: PlacedTag | undefined, commit: string): Change<void> {
    const ref = `refs/tags/${name}`;
    const options = { keys: [tagOn(remote, name)], seen: new Map([[ref, seen?.object ?? '']]) };
    return {
      keys: options.keys,
      title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
      detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
      places: [
        { at: remote, name: `tag ${name}`, actual: seen && `at ${short(seen.commit)}`, wanted: `at ${short(commit)}` },
      ],
      reach: 'remote',
      apply: () => this.#context.transport.push(remote, new Map([[ref, commit]]), options),
    };
  }

  async #readBack({ name, message, signer }: NewTag, failed: string | undefined): Promise<PlacedTag> {
    const { git } = this.#context;
    const made = (await this.here()).get(name);
    if (failed !== undefined && made !== undefined) throw new Moved(`another program created tag ${name}`);
    if (made === undefined)
      throw new ReleaseError(`git could not create the tag ${name}: ${gitErrorLine(failed ?? '')}`, { fix: runAgain });
    const { message: found, isSigned } = await readTag(git, made.object);
    if (found === message && isSigned === (signer !== undefined)) return made;
    await git.read(['update-ref', '-d', `refs/tags/${name}`, made.object]);
    if (signer !== undefined && !isSigned)
      throw new ReleaseError(
        `git created the tag ${name} without a signature, although it was told to sign it with ${signer.key}.`,
        {
          fix: 'Check that this git can sign with this kind of key: git tag --sign must work with it.',
        },
      );
    throw new ReleaseError(`git wrote another message into the tag ${name}: ${quoted(found)}.`, {
      fix: 'Change the message. git takes the lines after one such as -----BEGIN PGP SIGNATURE----- for a signature.',
    });
  }
}

async function readTag(git: GitCommand, object: string): Promise<TagObject> {
  const { code, stdout } = await git.run(['cat-file', 'tag', object]);
  if (code === 0) return parseTagObject(stdout);
  throw new ReleaseError(
    `There is no tag object ${short(object)} in the checkout or on the remote: the tag was moved while it was read.`,
    {
      fix: 'Find out who moved the tag, and run it again.',
    },
  );
}

/** Creates an annotated tag with the message in a file. Returns what git printed if it failed. */
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

/** Tags that a checkout or a remote should have at a commit. */
export const missingTag = (holder: string, names: readonly string[], commit: string): Place => ({
  at: holder,
  name: `${names.length === 1 ? 'tag' : 'tags'} ${abridged(names, 3)}`,
  actual: undefined,
  wanted: `at ${short(commit)}`,
});

/** A tag that should be another object. */
export const otherTag = (holder: string, name: string, is: PlacedTag | undefined, should: PlacedTag): Place => ({
  at: holder,
  name: `tag ${name}`,
  actual: is && `at ${short(is.object)}`,
  wanted: `at ${short(should.object)}`,
});

/** The key of a tag of a remote. */
export const tagOn = (remote: string, name: string): string => `tag ${name} on ${remote}`;

/** The key of a tag of the checkout. */
export const tagHere = (name: string): string => `tag ${name} of the checkout`;
