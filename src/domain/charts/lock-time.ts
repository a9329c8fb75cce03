import { editText, parseEdit } from '../edits/edit.ts';
import type { Source } from '../edits/source.ts';

/** A lock file that was generated at the time of the commit. */
export async function withLockTime({ file, text }: Source, epoch: number): Promise<Source> {
  const time = new Date(epoch * 1000).toISOString();
  return { file, text: (await editText({ file, text }, [parseEdit('generated', time)])).text };
}
