import type { Files } from '../files.ts';
import type { GitCommand } from './command.ts';
import type { Transport } from './transport.ts';

/** What every part of the git port works with: the git program, access to other repositories, and temporary files. */
export type GitContext = { readonly git: GitCommand; readonly transport: Transport; readonly files: Files };
