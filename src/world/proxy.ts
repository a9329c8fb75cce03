import type { Agent } from 'node:http';

/** The way to servers by the proxies that the runner was told of. */
export type Proxy = {
  readonly fetch: typeof fetch;
  readonly agentFor: (url: string) => Agent;
};

/** Undefined where there are no proxies: then the half megabyte that knows them is not loaded. */
export async function proxied(env: Readonly<Record<string, string | undefined>>): Promise<Proxy | undefined> {
  const names = ['http_proxy', 'https_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  if (!names.some((name) => (env[name] ?? '') !== '')) return undefined;
  const [{ HttpClient }, undici] = await Promise.all([import('@actions/http-client'), import('undici')]);
  const client = new HttpClient();
  return {
    // Its types are of another version of the same library than those of Node.
    fetch: ((url: string, options: object) => {
      const dispatcher = client.getAgentDispatcher(url);
      return undici.fetch(url, { ...options, ...(dispatcher && { dispatcher }) });
    }) as unknown as typeof fetch,
    agentFor: (url) => client.getAgent(url),
  };
}
