import { githubBot } from '../../domain/repositories/identity.ts';
import type { World } from '../../world/world.ts';

/** The account of the token as it makes commits, with the address by which GitHub knows it. */
export async function accountOfToken({ event, github }: Pick<World, 'event' | 'github'>): Promise<string> {
  if (event.isJobToken === true) return githubBot;
  const { login, id } = await (await github()).accounts.ofToken();
  return `${login} <${id}+${login}@users.noreply.${new URL(event.server).hostname}>`;
}
