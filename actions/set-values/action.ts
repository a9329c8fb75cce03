import { parseDependencyVersion } from '../../src/domain/dependencies/dependency-version.ts';
import { parseFileValues } from '../../src/domain/edits/file-values.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseTextReplacement } from '../../src/domain/edits/text-replacement.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, path, text } from '../../src/runtime/input.ts';
import { list } from '../../src/runtime/output.ts';
import { PlannedFiles } from '../../src/plans/planned-files.ts';
import { replaceAll } from './replace.ts';
import { setWanted } from './wanted.ts';

export default defineAction({
  name: 'Set values',
  description: 'Set values in YAML, JSON, TOML, CFF and text files, byte for byte: pins, versions, and back again.',
  inputs: {
    values: input(
      'A YAML mapping: a file or glob to the text of the whole file, or to a mapping of paths to texts.',
      parseFileValues,
    ).optional(),
    from: text(
      'A commit, tag or branch of the checkout: take the values that these paths have there, instead of the given ones.',
    ).optional(),
    replace: input('Texts to replace, as lines of file or glob: old => new.', parseTextReplacement).list().or(''),
    dependenciesFile: path(
      'A zeitgeist file, dependencies.yaml: every place that its dependencies name follows. Without dependencies, all places are verified.',
    ).optional(),
    dependencies: input('New versions of dependencies in that file, as lines of name=version.', parseDependencyVersion)
      .list()
      .or(''),
    neverLower: flag('Leave a version that is higher already.'),
  },
  outputs: {
    files: list('The files that change.'),
    diff: 'The changes as a diff.',
  },
  async plan({ values = [], from, replace, dependenciesFile, dependencies, neverLower }, { files, git }) {
    if (dependencies.length > 0 && dependenciesFile === undefined) {
      throw new ReleaseError('Versions of dependencies are given, but not their file.', {
        fix: 'Give the input dependencies-file, such as dependencies.yaml.',
      });
    }
    if (values.length + replace.length === 0 && dependenciesFile === undefined) {
      throw new ReleaseError('Nothing is to be set.', { fix: 'Give values, replace or dependencies-file.' });
    }
    const plannedFiles = new PlannedFiles(files);
    const commit = from === undefined ? undefined : await git.commits.find(from);
    const kept = await setWanted(values, { plannedFiles, files, git }, { commit: commit?.sha, neverLower });
    await replaceAll(replace, { plannedFiles, files });
    const notes = [...kept];
    if (dependenciesFile !== undefined) {
      const { followDependencies } = await import('./dependencies.ts');
      notes.push(...(await followDependencies(dependenciesFile, dependencies, neverLower, { plannedFiles, files })));
    }
    const { changes, paths, diff } = await plannedFiles.result();
    return { changes, notes, outputs: { files: paths, diff } };
  },
});
