import type { Environment } from './environment.ts';
import type { World } from './world.ts';

/** What a command such as `rehearse` gets of the terminal in which it runs. */
export type Terminal = {
  readonly folder: string;
  /** The PATH in which programs are looked for. */
  readonly searchPath: string;
  /** For the program that opens a page. */
  readonly env: Environment;
  /** The folder with all actions of this release. */
  readonly releaseTree: string;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
  /** What the actions declare. */
  readonly contracts: () => Promise<Contracts>;
  /** The address of GitHub's pages, and its API if the environment has a token for it. */
  readonly gitHub: () => { readonly server: string; readonly world: World | undefined };
};

/** What an action says of itself. */
export type Contract = {
  /** Each permission, such as `contents: write`, and why it is needed. */
  readonly permissions: Readonly<Record<string, string>>;
  /** Whether what it makes can start workflows. */
  readonly starts: boolean;
};

export type Contracts = Readonly<Record<string, Contract>>;
