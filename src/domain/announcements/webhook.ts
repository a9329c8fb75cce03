import { ReleaseError } from '../error.ts';

/** The address of a webhook, which is a secret. Its path is the password. */
export type Webhook = { readonly address: string; readonly server: string };

/** Reads a server such as https://hooks.slack.com. Without encryption it has to be on this machine. */
export function parseWebhookServer(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  if (url !== undefined && isSafe && url.href === `${url.origin}/`) return url.origin;
  throw new ReleaseError('is not the address of an encrypted server.', {
    fix: 'Write it like https://hooks.slack.com, without a path.',
  });
}

/** Refuses a webhook on another server than the one that the workflow names. The address itself is never shown. */
export function webhookOn(server: string, text: string): Webhook {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url !== undefined && url.origin === server && url.username + url.password === '' && url.pathname.length > 1)
    return { address: url.href, server };
  throw new ReleaseError(`Input slack-webhook is not the address of a webhook at ${server}.`, {
    fix: `Store the whole address, such as ${server}/services/…, in the secret. If the webhooks are on a server of your own, name it in the input slack-server.`,
  });
}
