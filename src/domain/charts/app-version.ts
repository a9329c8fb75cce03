import type { Source } from '../edits/source.ts';
import { parseYamlValue } from '../edits/yaml-value.ts';
import { ReleaseError } from '../error.ts';

/** Whether a Chart.yaml has an appVersion. */
export const hasAppVersion = (source: Source): boolean => 'appVersion' in valuesOf(source);

/** A Chart.yaml with an appVersion that has no value yet, on the line below the version. Nothing else changes. */
export function withAppVersion(source: Source): string {
  const { file, text } = source;
  const after = text.replace(/^\uFEFF?version[ \t]*:.*(\r?\n)?/m, (line, end: string | undefined) =>
    end === undefined ? `${line}\nappVersion:` : `${line}appVersion:${end}`,
  );
  const { appVersion, ...others } = valuesOf({ file, text: after });
  if (appVersion === null && JSON.stringify(others) === JSON.stringify(valuesOf(source))) return after;
  throw new ReleaseError(`${file} has no version on a line of its own, below which appVersion could be added.`, {
    fix: 'Add appVersion to it by hand.',
    at: { file },
  });
}

function valuesOf(source: Source): Readonly<Record<string, unknown>> {
  const value = parseYamlValue(source);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // a mapping or a list
}
