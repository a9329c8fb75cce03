/** An entry of git's tree of a commit: a file, or a submodule. */
export type TreeEntry = { readonly path: string; readonly mode: string; readonly object: string };

/** Reads what `ls-tree -r -z` prints: https://git-scm.com/docs/git-ls-tree#_output_format */
export const parseTree = (text: string): readonly TreeEntry[] =>
  text.split('\0').flatMap((line) => {
    const [, mode, object, path] = /^(\d+) \w+ ([\da-f]+)\t(.+)$/s.exec(line) ?? [];
    return mode === undefined || object === undefined || path === undefined ? [] : [{ mode, object, path }];
  });
