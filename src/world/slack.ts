import type { SlackMessage } from '../domain/announcements/slack.ts';
import type { Webhook } from '../domain/announcements/webhook.ts';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import type { Host } from './host.ts';
import type { Http } from './http/http.ts';
import type { Answer } from './http/request.ts';
import { timeLimit } from './http/time-limit.ts';
import { pauseFor } from './retry.ts';

/** `unconfirmed`: nobody knows whether the message arrived. A refusal: it did not. */
export type Sent = 'sent' | 'unconfirmed' | ReleaseError;

const patience = 30_000;
const tries = 4;
const longestPause = 60; // seconds
const longestAnswer = 4096;

// Nothing has been sent yet when one of these happens.
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

// Why: docs/decisions.md D70
/** Incoming webhooks of Slack. Their addresses are passwords, so no error has more of one than its server. */
export class Slack {
  readonly #host: Host;
  readonly #http: Http;
  constructor(host: Host, http: Http) {
    this.#host = host;
    this.#http = http;
  }

  /** Sends a message once. It is sent again only after Slack said that it did not take it, because it gets too many. */
  async send(webhook: Webhook, message: SlackMessage): Promise<Sent> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#post(webhook, message);
      if (!('status' in answer)) return answer.sent;
      const { status, text, after } = answer;
      if (status === 200 && text === 'ok') return 'sent';
      if (status === 429 && attempt < tries && after <= longestPause) {
        this.#host.progress(`Slack gets too many messages: trying again in ${after} seconds`);
        await pauseFor(after, this.#host);
        continue;
      }
      return status >= 300 && status < 500 && status !== 408 ? refused(answer, webhook) : 'unconfirmed';
    }
  }

  async #post({ address, server }: Webhook, message: SlackMessage): Promise<Reply | { readonly sent: Sent }> {
    const limit = timeLimit(patience, this.#host);
    const headers = { 'user-agent': 'release-actions', 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(message), signal: limit.signal };
    try {
      return await replyOf(await this.#http.fetch(address, { ...request, keepsRedirects: true }));
    } catch (error) {
      this.#host.signal.throwIfAborted();
      if (unreachable.has(codeOf(error))) return { sent: unreached(server, codeOf(error)) };
      return { sent: 'unconfirmed' };
    }
  }
}

type Reply = { readonly status: number; readonly text: string; readonly after: number };

async function replyOf({ status, headers, body }: Answer): Promise<Reply> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestAnswer) break; // a page of something else
  }
  const after = Number(headers.get('retry-after') ?? 1);
  return { status, text: Buffer.concat(chunks).toString(), after: Number.isFinite(after) && after > 0 ? after : 1 };
}

function refused({ status, text, after }: Reply, { server }: Webhook): ReleaseError {
  if (status === 429)
    return new ReleaseError(
      `${server} gets too many messages, and wants none for ${after} seconds. Nothing was sent.`,
      {
        fix: 'Run it again later.',
      },
    );
  const word = /^[a-z_]{1,60}$/.test(text) ? ` ${quoted(text)}` : '';
  const isRedirect = status < 400;
  return new ReleaseError(
    `${server} did not take the message: it answered ${status}${word}${isRedirect ? ', which leads elsewhere' : ''}. Nothing was sent.`,
    {
      fix: 'Check that the webhook still exists and that its channel is not archived, and store its address in the secret again: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    },
  );
}

const unreached = (server: string, code: string) =>
  new ReleaseError(`${server} cannot be reached (${code}). Nothing was sent.`, {
    fix: 'Check the network and the proxy of the runner, and run it again.',
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
