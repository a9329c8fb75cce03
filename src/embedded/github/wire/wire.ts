import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from '../core/answer.ts';
import { type ApiRequest, type GitHubRequest, readRequest, type Recorded, recordOf } from './exchange.ts';
import { compressed, type Fault, resetConnection, sendAnswer, type WireAnswer } from './faults.ts';

export type Origin = { readonly server: Server; readonly url: string };

/** A server on this machine. Clients send a token to every port of a host name, so that a second server needs another. */
export async function openOrigin(hostname: '127.0.0.1' | 'localhost'): Promise<Origin> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://${hostname}:${(server.address() as AddressInfo).port}` }; // it listens on a port, not on a pipe
}

/** Chooses the fault of each request before it is served. It may wait, and may change repositories meanwhile. */
export type GitHubFaults = (request: GitHubRequest) => Fault | undefined | Promise<Fault | undefined>;

/** What belongs to a request besides its own content. */
export type RequestContext = { readonly record: Recorded; readonly fault: Fault | undefined };

/** Answers a request; undefined if the client is gone. */
type Answering = (request: ApiRequest, context: RequestContext) => Promise<WireAnswer | undefined>;

/** Receives requests, keeps a record of each, and applies the fault that was chosen for it. */
export class Wire {
  readonly recorded: Recorded[] = [];
  readonly failures: unknown[] = [];
  fault: GitHubFaults | undefined;
  readonly #servers: Server[] = [];

  constructor(fault: GitHubFaults | undefined) {
    this.fault = fault;
  }

  /** Answers the requests to one server. */
  serve(server: Server, answering: Answering): void {
    this.#servers.push(server);
    server.on('request', (message, response) => {
      this.#serve(message, response, answering).catch((error: unknown) => this.#failed(response, error));
    });
  }

  close(): void {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  async #serve(message: IncomingMessage, response: ServerResponse, answering: Answering): Promise<void> {
    const request = await readRequest(message);
    const record = recordOf(request);
    this.recorded.push(record);
    const fault = await this.fault?.(record);
    if (fault === 'hang') return;
    if (fault === 'reset-before') return resetConnection(message);
    const answer = replacesAnswer(fault) ? fault : await answering(request, { record, fault });
    if (fault === 'reset-after') return resetConnection(message);
    const sent = laterAnswer(fault) ?? answer;
    if (sent === undefined) return resetConnection(message);
    record.status = sent.status;
    message.resume(); // reads the rest of an upload
    const isCompressed = sent === answer && /\bgzip\b/.test(String(message.headers['accept-encoding']));
    await sendAnswer(response, isCompressed ? compressed(sent) : sent, fault);
  }

  #failed(response: ServerResponse, error: unknown): void {
    this.failures.push(error);
    if (!response.headersSent) void sendAnswer(response, toWire({ status: 500, body: { message: String(error) } }));
    else response.destroy();
  }
}

export function toWire({ status, headers = {}, body }: Answer): WireAnswer {
  return { status, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function replacesAnswer(fault: Fault | undefined): fault is WireAnswer {
  return typeof fault === 'object' && 'status' in fault;
}

/** The answer that a fault sends after the request had its effect. */
function laterAnswer(fault: Fault | undefined): WireAnswer | undefined {
  if (typeof fault !== 'object' || 'status' in fault) return undefined;
  return 'after' in fault ? fault.after : fault.during;
}
