import type { Visitor } from '../steps/room.ts';
import { kindOf } from './hosts.ts';

/** What was asked of the outside. */
export type Destination = { readonly host: string; readonly port: number; readonly visitor: Visitor | undefined };

/** Says with file and line that a step did not reach a host. */
export function reportUnreached({ visitor, host }: Destination, what: string): void {
  const remedy = kindOf(host) === 'github' ? '' : ` (permit it with --allow ${host})`;
  visitor?.speech.omit(`it would have ${what}${remedy}`, visitor.at);
}
