import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { WireAnswer } from './answer.ts';
import { type Fault, laterAnswer, replacesAnswer } from './faults.ts';
import { sendAnswer } from './send.ts';

/** What is kept of every request. `status` is undefined until an answer is sent; it stays so if none is. */
type Recorded = {
  status: number | undefined;
  /** How many bytes of a body were sent. */
  sent: number;
};

/** Chooses the fault of each request before it is served. It may wait, and may change the data meanwhile. */
export type Faults<Record, Special extends string> = (
  request: Record,
) => Fault<Special> | undefined | Promise<Fault<Special> | undefined>;

/** A request that was read as far as its record needs, and how it is answered: undefined if the client is gone. */
export type Received<Record, Special extends string> = {
  readonly record: Record;
  readonly answer: (fault: Fault<Special> | undefined) => Promise<WireAnswer | undefined>;
};

type Receiving<Record, Special extends string> = (message: IncomingMessage) => Promise<Received<Record, Special>>;

/** Receives requests, keeps a record of each, and applies the fault that was chosen for it. */
export class Wire<Record extends Recorded, Special extends string = never> {
  readonly recorded: Record[] = [];
  readonly failures: unknown[] = [];
  fault: Faults<Record, Special> | undefined;
  readonly #servers: Server[] = [];

  constructor(fault: Faults<Record, Special> | undefined) {
    this.fault = fault;
  }

  /** Answers the requests to one server. */
  serve(server: Server, receiving: Receiving<Record, Special>): void {
    this.#servers.push(server);
    server.on('request', (message, response) => {
      this.#serve(message, response, receiving).catch((error: unknown) => this.#failed(response, error));
    });
  }

  close(): void {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  async #serve(
    message: IncomingMessage,
    response: ServerResponse,
    receiving: Receiving<Record, Special>,
  ): Promise<void> {
    const { record, answer } = await receiving(message);
    this.recorded.push(record);
    const fault = await this.fault?.(record);
    if (fault === 'hang') return;
    if (fault === 'reset-before') return resetConnection(message);
    const given = replacesAnswer(fault) ? fault : await answer(fault);
    if (fault === 'reset-after') return resetConnection(message);
    const sent = laterAnswer(fault) ?? given;
    if (sent === undefined) return resetConnection(message);
    record.status = sent.status;
    message.resume(); // reads the rest of an upload
    await sendAnswer(response, sent, { fault: fault as Fault, record });
  }

  #failed(response: ServerResponse, error: unknown): void {
    this.failures.push(error);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ message: String(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(500, headers).end(body);
  }
}

function resetConnection(message: IncomingMessage): void {
  message.socket.resetAndDestroy();
}
