import { ReleaseError } from '../error.ts';
import { hasHidden, quoted } from '../text.ts';

const matches = (pattern: RegExp) => (name: string) => pattern.test(name);

const nameRules: readonly (readonly [breaks: (name: string) => boolean, rule: string])[] = [
  [matches(/^$/), 'is empty'],
  // GitHub takes 255 bytes: https://github.com/desktop/desktop/issues/819
  [matches(/^[^]{1025}/), 'is longer than 1024 characters, which is the limit'],
  [matches(/^-/), 'begins with a hyphen'],
  [hasHidden, 'contains an invisible character'],
  [matches(/[\x00-\x20\x7f~^:?*[\\]/), 'contains a space, a control character or one of ~ ^ : ? * [ \\'],
  [matches(/\.\.|@\{|\/\/|^\/|\/$|^@$/), 'contains "..", "@{" or "//", begins or ends with a slash, or is "@"'],
  [matches(/(^|\/)\.|\.lock(\/|$)|\.$/), 'has a part that begins with a dot, or ends with ".lock" or a dot'],
];

/** Refuses a name that git would refuse: https://git-scm.com/docs/git-check-ref-format */
export function refuseBadName(name: string, kind: 'tag' | 'branch' = 'tag'): void {
  const rule = nameRules.find(([breaks]) => breaks(name))?.[1];
  if (rule !== undefined)
    throw new ReleaseError(`${quoted(name)} is not a valid ${kind} name: it ${rule}.`, {
      fix: `Use a ${kind} such as ${kind === 'tag' ? 'v1.2.3' : 'main'}.`,
    });
}
