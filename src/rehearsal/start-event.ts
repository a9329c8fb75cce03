import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import type { Asked } from './arguments.ts';
import type { Checkout } from './checkout.ts';
import type { RepositoryEvent } from './triggers/event.ts';

const person = { login: 'you', kind: 'person' } as const;
const nothing = '0'.repeat(40);

/** A name of a workflow file stands for starting it, everything else for pushing a tag. */
export async function startEvent(
  { what, ref, inputs }: Asked,
  checkout: Checkout,
  head: string,
): Promise<RepositoryEvent> {
  if (/\.ya?ml$/.test(what)) {
    const branch = ref ?? (await checkout.defaultBranch());
    const sha = await checkout.look('rev-parse', '--verify', '--quiet', `${branch}^{commit}`);
    if (sha === undefined)
      throw new ReleaseError(`There is no branch ${quoted(branch)}.`, { fix: 'Give another --ref.' });
    const workflow = what.includes('/') ? what : `.github/workflows/${what}`;
    const payload = { inputs, ref: `refs/heads/${branch}`, workflow };
    return { name: 'workflow_dispatch', ref: `refs/heads/${branch}`, sha, actor: person, payload, workflow, inputs };
  }
  const tagged = await checkout.look('rev-parse', '--verify', '--quiet', `refs/tags/${what}^{commit}`);
  const sha = tagged ?? head;
  const message = (await checkout.look('log', '-1', '--format=%B', sha)) ?? '';
  const payload = {
    ref: `refs/tags/${what}`,
    before: nothing,
    after: sha,
    created: true,
    head_commit: { id: sha, message },
  };
  return { name: 'push', ref: `refs/tags/${what}`, sha, actor: person, payload, tagsInPush: 1, message };
}
