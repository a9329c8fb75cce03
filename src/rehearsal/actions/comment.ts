import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { askerFor } from './github.ts';

type Comment = { readonly id: number; readonly body: string };

/** peter-evans/create-or-update-comment: a comment in an issue or a pull request. */
export async function commentOn(call: StandInCall): Promise<void> {
  const { input, room, output } = call;
  const ask = askerFor(call, input('token'));
  const [comment, issue] = [input('comment-id'), input('issue-number')];
  const file = input('body-path') || input('body-file');
  const text = file === '' ? input('body') : await readFile(resolve(room.folders.workspace, file), 'utf8');
  if (comment === '' && issue === '')
    throw new ReleaseError("Missing either 'issue-number' or 'comment-id'.", { fix: 'Set issue-number.' });
  const body = comment === '' ? text : await edited(text);
  const made = (await (comment === ''
    ? ask(`POST …/issues/${issue}/comments`, { body })
    : ask(`PATCH …/issues/comments/${comment}`, { body }))) as Comment;
  output('comment-id', String(made.id));

  async function edited(added: string): Promise<string> {
    if (input('edit-mode', 'append') === 'replace') return added;
    const { body: there } = (await ask(`GET …/issues/comments/${comment}`)) as Comment;
    return `${there}\n${added}`;
  }
}
