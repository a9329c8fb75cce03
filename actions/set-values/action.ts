import { parseDependencyVersion } from '../../src/domain/dependencies/dependency-version.ts';
import { parseFileValues } from '../../src/domain/edits/file-values.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseTextReplacement } from '../../src/domain/edits/text-replacement.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, path, text } from '../../src/runtime/input.ts';
import { json, list } from '../../src/runtime/output.ts';
import { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { followDependencies } from './dependencies.ts';
import { replaceIn } from './replace.ts';
import { planFileEdits, type PreviousValues } from './file-edits.ts';

export default defineAction({
  name: 'Set values',
  description:
    'Set values such as versions and pins in YAML, JSON, TOML, CFF and text files. Every other byte stays as it is.',
  example: "--values 'VERSION: 1.2.3' --values 'values.yaml: { image.tag: v1.2.3 }'",
  inputs: {
    values: input(
      'A YAML mapping. A key is a file or glob. Its value is the new text of the whole file, or a mapping of paths in the file to new values.',
      parseFileValues,
    ).optional(),
    from: text(
      'A commit, tag or branch in the checkout. The paths get the values that they have there, instead of the values in the input values.',
    ).optional(),
    replace: input('Texts to replace, one `file or glob: old => new` per line.', parseTextReplacement).list().or(''),
    dependenciesFile: path(
      'A zeitgeist file, such as dependencies.yaml. The versions in the input dependencies are set in this file and in every place that it names. Without that input, all places are verified.',
    ).optional(),
    dependencies: input('New versions for dependencies-file, one name=version per line.', parseDependencyVersion)
      .list()
      .or(''),
    neverLower: flag('Keep a version that is already higher than the new one.'),
  },
  outputs: {
    files: list('The files that change.'),
    previous: json<PreviousValues>(
      'What the input values sets, as it was before the change: file → path → value, or file → text for a whole file.',
    ),
    diff: 'The changes as a diff.',
  },
  async plan({ values = [], from, replace, dependenciesFile, dependencies, neverLower }, { files, git }) {
    const plannedFiles = new PlannedFiles(files);
    if (dependencies.length > 0 && dependenciesFile === undefined) plannedFiles.refuse([noDependenciesFile()]);
    else if (values.length + replace.length === 0 && dependenciesFile === undefined)
      plannedFiles.refuse([nothingToSet()]);
    const commit = from === undefined ? undefined : await plannedFiles.part(git.commits.find(from));
    const options = { commit: commit?.sha, neverLower };
    const edited = await plannedFiles.part(planFileEdits(values, { plannedFiles, files, git }, options));
    for (const one of replace) await plannedFiles.part(replaceIn(one, { plannedFiles, files }));
    const followed =
      dependenciesFile === undefined
        ? undefined
        : await plannedFiles.part(follow(dependenciesFile, dependencies, neverLower, { plannedFiles, files }));
    const { changes, paths, diff } = await plannedFiles.result();
    return {
      changes,
      notes: [...(edited?.notes ?? []), ...(followed ?? [])],
      outputs: { files: paths, previous: edited?.previous, diff },
    };
  },
});

/** Loads the parser only for a dependencies file. */
const follow: typeof followDependencies = async (...given) =>
  (await import('./dependencies.ts')).followDependencies(...given);

const noDependenciesFile = () =>
  new ReleaseError('The input dependencies is given, but dependencies-file is not.', {
    fix: 'Give the input dependencies-file, such as dependencies.yaml.',
  });

const nothingToSet = () =>
  new ReleaseError('There is nothing to set.', {
    fix: 'Give values, replace or dependencies-file.',
  });
