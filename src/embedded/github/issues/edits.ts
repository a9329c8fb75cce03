import type { EditRecord } from '../core/records.ts';
import type { World } from '../core/world.ts';

type Edited = {
  readonly author: string;
  readonly createdAt: string;
  readonly edits: EditRecord[];
  body: string | undefined;
};

/** Replaces the body of an issue or a comment, and keeps the version before it, as the menu "edited" shows it on GitHub. */
export function editBody<Body extends string | undefined>(
  world: World,
  edited: Edited & { body: Body },
  { editor, body }: { readonly editor: string; readonly body: Body },
): void {
  const { author, createdAt, edits } = edited;
  if (body === edited.body) return;
  if (edits.length === 0) edits.push({ id: world.id(), editor: author, at: createdAt, text: edited.body ?? '' });
  edits.push({ id: world.id(), editor, at: world.now(), text: body ?? '' });
  edited.body = body;
}
