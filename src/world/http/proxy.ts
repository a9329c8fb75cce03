import type { Agent } from 'node:http';
import { ReleaseError } from '../../domain/error.ts';

/** The agent that leads a request through a proxy; undefined if it needs no proxy. */
export type AgentFor = (url: URL) => Agent | undefined;

/** The proxies of the runner. Without any, the half megabyte of code for proxies is not loaded. */
export async function proxies(env: Readonly<Record<string, string | undefined>>): Promise<AgentFor | undefined> {
  const names = ['http_proxy', 'https_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  const given = names.filter((name) => (env[name] ?? '') !== '');
  if (given.length === 0) return undefined;
  const wrong = given.find((name) => !isAddress(env[name] ?? ''));
  if (wrong !== undefined) throw notAnAddress(wrong);
  const [{ HttpClient }, node] = await Promise.all([import('@actions/http-client'), import('node:http')]);
  return (url) => {
    const agent = new HttpClient().getAgent(url.href); // a client keeps its first agent, also for the other protocol
    return agent instanceof node.Agent ? undefined : agent; // those of Node lead to no proxy
  };
}

/** The toolkit takes an address without http:// as well. */
const isAddress = (value: string): boolean => URL.canParse(value) || URL.canParse(`http://${value}`);

/** The value may have a password in it. */
const notAnAddress = (name: string) =>
  new ReleaseError(`The environment variable ${name} is not the address of a proxy.`, {
    fix: 'Set it to an address such as http://proxy.example.com:3128, or remove it.',
  });
