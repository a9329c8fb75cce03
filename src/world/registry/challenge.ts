/** How a registry wants to be asked: https://www.rfc-editor.org/rfc/rfc9110#name-www-authenticate */
export type Challenge =
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly realm: string; readonly service: string | undefined };

/** Reads the header `www-authenticate`, which may name several ways. Bearer is the one that limits what a token may do. */
export function parseChallenge(header: string): Challenge | undefined {
  const [, parameters] = /(?:^|[\s,])bearer\s+(.*)$/is.exec(header) ?? [];
  const realm = parameters === undefined ? undefined : parameterOf(parameters, 'realm');
  if (parameters !== undefined && realm !== undefined)
    return { kind: 'bearer', realm, service: parameterOf(parameters, 'service') };
  return /(?:^|[\s,])basic(?:\s|$)/i.test(header) ? { kind: 'basic' } : undefined;
}

function parameterOf(parameters: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",]+))`, 'i').exec(parameters);
  return found?.[1] ?? found?.[2];
}
