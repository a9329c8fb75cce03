import { satisfies } from '@renovatebot/pep440/lib/specifier.js';

/** Whether a specifier such as `>=3.9,<4` allows a version. https://packaging.python.org/specifications/version-specifiers/ */
export const isAllowed = (version: string, specifier: string): boolean =>
  satisfies(version, specifier, { prereleases: true });
