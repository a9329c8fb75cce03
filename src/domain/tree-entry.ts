/** A file of a commit, as git's tree names it; a submodule is one entry. */
export type TreeEntry = { readonly path: string; readonly mode: string; readonly object: string };
