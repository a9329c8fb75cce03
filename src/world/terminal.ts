import type { Environment } from './environment.ts';
import type { World } from './world.ts';

/** What a command such as `rehearse` gets of the terminal in which it runs. */
export type Terminal = {
  readonly folder: string;
  /** The environment, without the tokens that it had. */
  readonly env: Environment;
  /** A variable of the environment, also one that was taken out of it. */
  readonly variable: (name: string) => string | undefined;
  /** The folder with all actions of this release. */
  readonly releaseTree: string;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
  /** Tells a person what they may want to know besides. */
  readonly note: (text: string) => void;
  /** What the actions declare. */
  readonly contracts: () => Promise<Contracts>;
  /** The token for GitHub that the environment had. */
  readonly token: string | undefined;
  /** The address of GitHub's pages, and its API if there is a token for it. */
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
