import type { Access, Need } from '../auth/accounts.ts';
import type { ApiRequest } from '../exchange.ts';
import type { Settings } from '../settings.ts';
import type { Fault } from '../faults.ts';
import type { WireAnswer } from '../../wire/answer.ts';
import type { Contents } from './contents.ts';

export type Call = ApiRequest & {
  readonly contents: Contents;
  readonly settings: Required<Settings>;
  /** The name of the repository, and what else the path names. */
  readonly name: string;
  readonly reference: string;
  /** What addresses of this registry begin with. */
  readonly base: string;
  readonly fault: Fault | undefined;
};

export type Route = {
  readonly methods: readonly string[];
  /** Its groups are `name` and `reference`. */
  readonly path: RegExp;
  readonly action?: Exclude<Access, 'none'>;
  /** What can be read at another origin. */
  readonly reads?: 'blob' | 'manifest' | 'tags';
  /** Whether bytes of a blob arrive, which are kept if only half of them come. */
  readonly takesBlob?: true;
  /** What it needs beside `action`. */
  readonly needs?: (call: Pick<Call, 'query'>) => readonly Need[];
  /** `undefined` if the client is gone. */
  readonly answer: (call: Call) => WireAnswer | undefined | Promise<WireAnswer | undefined>;
};
