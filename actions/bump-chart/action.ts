import { chartVersion } from '../../src/domain/charts/chart-version.ts';
import { parseValueLine } from '../../src/domain/charts/value-line.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, path, text } from '../../src/runtime/input.ts';
import { json, list } from '../../src/runtime/output.ts';
import { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Previous } from '../../src/plans/planned-files.ts';
import { chartEdits } from './charts.ts';
import type { ChartInputs } from './charts.ts';

export default defineAction({
  name: 'Bump chart',
  description:
    'Set versions and image tags in Helm charts, and change nothing else. With mode: check, fail if a chart has other values.',
  example: '--chart deploy/chart --version 0.3.0 --app-version v0.3.0 --mode check',
  inputs: {
    chart: path('Chart folders, or globs of chart folders, one per line.').list(),
    version: input('The chart version to set, with or without v. Default: not changed.', chartVersion).optional(),
    appVersion: text('The appVersion to set, verbatim. Default: not changed.').optional(),
    addAppVersion: flag('Add appVersion to a Chart.yaml that has none, below its version.'),
    values: input('Values to set in values.yaml, one path=value per line, such as image.tag=v1.2.0.', parseValueLine)
      .list()
      .or(''),
    dependencies: text(
      'Names of dependencies whose version is set to the input version, one per line. Meant for charts in the same repository.',
    )
      .list()
      .or(''),
    neverLower: flag('Keep a version that is already higher than the new one.'),
  },
  outputs: {
    files: list('The files that change.'),
    previous: json<Previous>('The values before the change: file → path → value.'),
    diff: 'The changes as a diff.',
  },
  async plan({ chart: globs, neverLower, ...wanted }, { files }) {
    const plannedFiles = new PlannedFiles(files);
    const { edits, added, refusals } = await chartEdits(globs, wanted, files);
    plannedFiles.refuse([...missingInputs(wanted), ...refusals]);
    for (const { file, text: withLine } of added)
      if ((await plannedFiles.part(plannedFiles.text(file))) !== undefined) plannedFiles.set(file, withLine);
    const edited = await plannedFiles.part(plannedFiles.edit(edits, { neverLower }));
    const { changes, paths, diff } = await plannedFiles.result();
    return { changes, notes: edited?.notes ?? [], outputs: { files: paths, previous: edited?.previous, diff } };
  },
});

/** What is missing beside the inputs that were given. */
const missingInputs = ({ version, appVersion, values, dependencies }: ChartInputs): readonly ReleaseError[] => [
  ...(version === undefined && appVersion === undefined && values.length === 0
    ? [new ReleaseError('There is nothing to set.', { fix: 'Give version, app-version or values.' })]
    : []),
  ...(version === undefined && dependencies.length > 0
    ? [
        new ReleaseError('The input dependencies is given, but version is not.', {
          fix: 'Give the input version: the dependencies get it, too.',
        }),
      ]
    : []),
];
