/** The part of the bundler's report that is read here. */
export type Stats = { readonly modules: readonly Module[]; readonly chunks: readonly Chunk[] };

export type Module = {
  readonly name: string;
  readonly chunks: readonly number[];
  readonly reasons: readonly { readonly type: string; readonly userRequest: string | null }[];
  /** What was put together into this one. */
  readonly modules?: readonly Pick<Module, 'name'>[];
};

/** A file that is loaded later, and the imports that load it. */
export type Chunk = {
  readonly id: number;
  readonly entry: boolean;
  readonly origins: readonly { readonly request: string }[];
};

/** The name of the package that a module belongs to. */
export const packageOf = ({ name }: Pick<Module, 'name'>): string | undefined =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];
