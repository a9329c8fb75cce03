const longest = 1024;

/** Why a name does not stay in the folder into which it is extracted, as the rest of a sentence; undefined if it does. */
export function nameProblem(path: string): string | undefined {
  if (path.length > longest) return `which is longer than ${longest} characters`;
  if (/[\x00-\x1f\x7f]/.test(path)) return 'which has a control character';
  if (path.includes('\\')) return 'which has a backslash: it separates folders on some systems';
  if (/^[A-Za-z]:/.test(path)) return 'which begins like a drive';
  if (path.startsWith('/')) return 'which is an absolute path';
  const parts = path.split('/');
  if (parts.includes('..')) return 'which leads out of its folder';
  return parts.some((part) => part === '' || part === '.') ? 'which has an empty part' : undefined;
}
