import type { Agent } from 'node:http';

/** What leads a request to a proxy; undefined where it needs none. */
export type AgentFor = (url: URL) => Agent | undefined;

/** The proxies that the runner was told of. Where there are none, the half megabyte that knows them is not loaded. */
export async function proxies(env: Readonly<Record<string, string | undefined>>): Promise<AgentFor | undefined> {
  const names = ['http_proxy', 'https_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  if (!names.some((name) => (env[name] ?? '') !== '')) return undefined;
  const [{ HttpClient }, node] = await Promise.all([import('@actions/http-client'), import('node:http')]);
  return (url) => {
    const agent = new HttpClient().getAgent(url.href); // a client keeps its first agent, also for the other protocol
    return agent instanceof node.Agent ? undefined : agent; // those of Node lead to no proxy
  };
}
