import type { Files } from '../files.ts';
import type { GitCommand } from './command.ts';
import type { Remotes } from './remotes.ts';

/** The git program in the checkout, its conversations with remotes, and scratch files. */
export type Desk = { readonly git: GitCommand; readonly remotes: Remotes; readonly files: Files };
