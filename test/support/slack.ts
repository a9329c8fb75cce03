import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the webhook answers. `hang`: nothing, ever. `reset`: it takes the message, and answers nothing. */
export type SlackAnswer =
  | 'hang'
  | 'reset'
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> };

export type SlackServer = AsyncDisposable & {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly webhook: string;
  /** The messages that arrived in the channel. */
  readonly messages: readonly Message[];
  /** How often the webhook was asked. */
  readonly count: () => number;
  /** Gives the answer to a request, by its number. */
  answer: (count: number) => SlackAnswer;
};

type Message = {
  readonly text: string;
  readonly blocks: readonly {
    readonly type: string;
    readonly text: { readonly type: string; readonly text: string };
  }[];
};

export const taken = { status: 200, body: 'ok' } as const;
const path = '/services/T00000000/B00000000/a-secret-of-the-webhook';

/** A server that takes messages as incoming webhooks of Slack do: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export async function startSlack(): Promise<SlackServer> {
  const messages: Message[] = [];
  let count = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await received(request);
    count += 1;
    const answer = slack.answer(count);
    const isTaken = answer === 'reset' || (answer !== 'hang' && answer.status === 200 && answer.body === 'ok');
    if (isTaken) messages.push(JSON.parse(body) as Message);
    if (answer === 'reset') request.socket.destroy();
    else if (answer !== 'hang')
      response.writeHead(answer.status, { 'content-type': 'text/html', ...answer.headers }).end(answer.body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slack: SlackServer = {
    url,
    webhook: `${url}${path}`,
    messages,
    count: () => count,
    answer: () => taken,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}

async function received(request: IncomingMessage): Promise<string> {
  const body = await text(request);
  if (request.method !== 'POST' || request.url !== path)
    throw new Error(`${request.method} ${request.url} is no webhook.`);
  return body;
}
