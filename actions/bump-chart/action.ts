import { chartVersion } from '../../src/domain/charts/chart.ts';
import { parsePath } from '../../src/domain/edits/path.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { flag, input, path, text } from '../../src/runtime/input.ts';
import { json, list } from '../../src/runtime/output.ts';
import { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Previous } from '../../src/plans/planned-files.ts';
import { chartEdits } from './charts.ts';

export default defineAction({
  name: 'Bump chart',
  description:
    'Set the versions and image tags of Helm charts, and nothing else; with mode: check, the version guard of a release.',
  inputs: {
    chart: path('Folders of charts, or globs of them, one per line.').list(),
    version: input('The version of the charts, with or without v.', chartVersion).optional(),
    appVersion: text('The appVersion, verbatim.').optional(),
    values: input('Values in values.yaml, as lines of path=value, such as image.tag=v1.2.0.', valueLine).list().or(''),
    dependencies: text('Names of dependencies whose version follows: charts of the same repository, one per line.')
      .list()
      .or(''),
    neverLower: flag('Leave a version that is higher already.'),
  },
  outputs: {
    files: list('The files that change.'),
    previous: json<Previous>('What stood there before: file → path → value.'),
    diff: 'The changes as a diff.',
  },
  async plan({ chart: globs, neverLower, ...wanted }, { files }) {
    if (wanted.version === undefined && wanted.appVersion === undefined && wanted.values.length === 0) {
      throw new ReleaseError('Nothing is to be set.', { fix: 'Give version, app-version or values.' });
    }
    if (wanted.version === undefined && wanted.dependencies.length > 0) {
      throw new ReleaseError('Dependencies follow a version, and none is given.', { fix: 'Give the input version.' });
    }
    const edits = await chartEdits(globs, wanted, files);
    const plannedFiles = new PlannedFiles(files);
    const { previous, notes } = await plannedFiles.edit(edits, { neverLower });
    const { changes, paths, diff } = await plannedFiles.result();
    return { changes, notes, outputs: { files: paths, previous, diff } };
  },
});

function valueLine(line: string): { readonly path: ReturnType<typeof parsePath>; readonly value: string } {
  // A selector such as [name=proxy] has an equals sign too.
  const [, where, value] = /^((?:\[[^\]]*\]|"(?:[^"\\]|\\.)*"|[^=["])+)=(.*)$/.exec(line) ?? [];
  if (where === undefined || value === undefined)
    throw new ReleaseError(`has the line ${quoted(line)}.`, { fix: 'Write path=value, such as image.tag=v1.2.0.' });
  return { path: parsePath(where.trim()), value: value.trim() };
}
