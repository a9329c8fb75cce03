import { isAllowed } from '../versions/python-range.ts';
import type { Wheel } from './wheel.ts';

/** The versions of Python 3 that a matrix may ask for. */
const known = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];

/** The versions of Python that may install a wheel: its metadata allows their newest patch, and so do its tags. */
export function supportedPythons({ requiresPython, pythonTags, abiTags }: Wheel): readonly string[] {
  const isStable = abiTags.includes('abi3');
  return known.filter(
    (version) =>
      (requiresPython === undefined || isAllowed(`${version}.99`, requiresPython)) &&
      pythonTags.some((tag) => fits(tag, version, isStable)),
  );
}

/** https://packaging.python.org/specifications/platform-compatibility-tags/ */
function fits(tag: string, version: string, isStable: boolean): boolean {
  const [, kind, major, minor = ''] = /^([a-z]+)(\d)(\d*)$/.exec(tag) ?? [];
  if (major !== '3') return false;
  const own = Number(version.split('.')[1]);
  if (minor === '') return true;
  return kind === 'py' || isStable ? own >= Number(minor) : own === Number(minor);
}
