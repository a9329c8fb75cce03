/** Where a tag points to: `object` is the tag object if there is one, `commit` is the commit in the end. */
export type PlacedTag = { readonly object: string; readonly commit: string };

export type Refs = {
  readonly tags: ReadonlyMap<string, PlacedTag>;
  readonly branches: ReadonlyMap<string, string>;
};

export const noRefs: Refs = { tags: new Map(), branches: new Map() };

/** Reads what ls-remote and show-ref --dereference print: the target of a tag object follows it, marked with ^{}. */
export function parseRefs(text: string): Refs {
  const [tags, branches] = [new Map<string, PlacedTag>(), new Map<string, string>()];
  for (const line of text.split('\n')) {
    const [, sha = '', kind, name = '', peeled] =
      /^([0-9a-f]+)\s+refs\/(heads|tags)\/(.+?)(\^\{\})?$/s.exec(line) ?? [];
    if (kind === 'heads') branches.set(name, sha);
    if (kind === 'tags')
      tags.set(name, { object: peeled === undefined ? sha : (tags.get(name)?.object ?? sha), commit: sha });
  }
  return { tags, branches };
}

export type Branches = { readonly defaultBranch: string | undefined; readonly tips: ReadonlyMap<string, string> };

/** Reads what ls-remote --symref prints: it names the default branch, and the commit of HEAD, which is that branch. */
export function parseBranches(text: string): Branches {
  const defaultBranch = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1];
  const tip = /^([0-9a-f]+)\tHEAD$/m.exec(text)?.[1];
  const tips = new Map(parseRefs(text).branches);
  if (defaultBranch !== undefined && tip !== undefined) tips.set(defaultBranch, tip);
  return { defaultBranch, tips };
}
