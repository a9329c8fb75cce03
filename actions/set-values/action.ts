import { parseWanted } from '../../src/domain/edit/wanted.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseReplacement } from '../../src/domain/replacement.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, text } from '../../src/runtime/input.ts';
import { list } from '../../src/runtime/output.ts';
import { Drafts } from '../../src/world/drafts.ts';
import { replaceAll } from './replace.ts';
import { setWanted } from './wanted.ts';

export default defineAction({
  name: 'Set values',
  description: 'Set values in YAML, JSON, TOML, CFF and text files, byte for byte: pins, versions, and back again.',
  inputs: {
    values: input(
      'A YAML mapping: a file or glob to the text of the whole file, or to a mapping of paths to texts.',
      parseWanted,
    ).optional(),
    from: text(
      'A commit, tag or branch of the checkout: take the values that these paths have there, instead of the given ones.',
    ).optional(),
    replace: input('Texts to replace, as lines of file or glob: old => new.', parseReplacement).list().or(''),
    neverLower: flag('Leave a version that is higher already.'),
  },
  outputs: {
    files: list('The files that change.'),
    diff: 'The changes as a diff.',
  },
  async plan({ values = [], from, replace, neverLower }, { files, git }) {
    if (values.length === 0 && replace.length === 0)
      throw new ReleaseError('Nothing is to be set.', { fix: 'Give values or replace.' });
    const drafts = new Drafts(files);
    const commit = from === undefined ? undefined : await git.commit(from);
    const notes = await setWanted(values, { drafts, files, git }, { commit: commit?.sha, neverLower });
    await replaceAll(replace, { drafts, files });
    const { changes, paths, diff } = drafts.result();
    return { changes, notes, outputs: { files: paths, diff } };
  },
});
