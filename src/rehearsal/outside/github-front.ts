import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { endToEnd, forward, type Headers, isRead } from './forward.ts';
import type { Asked } from './proxy.ts';

type Embedded = {
  /** The addresses of the embedded API and of the embedded git server. */
  readonly api: URL;
  readonly git: URL;
  /** Whether a repository, `owner/name`, is embedded. */
  readonly has: (repository: string) => boolean;
  /** The number of a file of a release; without a tag, of the latest one. */
  readonly assetOf: (repository: string, tag: string | undefined, name: string) => number | undefined;
};

/** What a request to GitHub is about. */
export type AboutGitHub = {
  readonly isEmbedded: boolean;
  /** Whether it can be sent to the real GitHub by everybody, because it only reads what is public. */
  readonly isPublicRead: boolean;
};

/** Whether a host is that of the pages and of git, and not of the API. */
const isPage = (host: string): boolean => host === 'github.com' || host === 'www.github.com';

/** Lets the embedded servers answer for github.com and its API. */
export class GitHubFront {
  readonly #embedded: Embedded;

  constructor(embedded: Embedded) {
    this.#embedded = embedded;
  }

  about(message: IncomingMessage, { hostname, pathname, searchParams }: URL): AboutGitHub {
    const path = isPage(hostname) ? pathname : (/^\/repos(\/.*)$/.exec(pathname)?.[1] ?? '');
    const [, owner = '', name = ''] = /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/|$)/.exec(path) ?? [];
    const isGitRead = pathname.endsWith('/git-upload-pack') && message.method === 'POST';
    const isPush = searchParams.get('service') === 'git-receive-pack';
    return {
      isEmbedded: name === '' || this.#embedded.has(`${owner}/${name}`),
      isPublicRead: isGitRead || (isRead(message) && !isPush),
    };
  }

  async answer(message: IncomingMessage, response: ServerResponse, { url }: Asked): Promise<void> {
    const { api, git } = this.#embedded;
    const isApi = !isPage(url.hostname);
    const to = isApi ? api : git;
    const { authorization, ...headers } = endToEnd(message.headers);
    const asset = isApi ? undefined : this.#assetAt(url.pathname);
    if (asset !== undefined) {
      const path = `/repos/${asset}`;
      const wanted = { ...headers, host: api.host, accept: 'application/octet-stream' };
      return forward(message, response, { host: api.hostname, port: Number(api.port), path, headers: wanted });
    }
    const isUpload = url.hostname === 'uploads.github.com';
    await forward(message, response, {
      host: to.hostname,
      port: Number(to.port),
      path: `${isUpload ? '/uploads' : ''}${url.pathname}${url.search}`,
      headers: {
        ...headers,
        host: to.host,
        ...(authorization !== undefined && { authorization }),
        ...(isApi && { 'accept-encoding': 'identity' }),
      },
      answered: (given) => this.#outwardHeaders(given),
      rewritten: ({ 'content-type': type = '' }) =>
        isApi && type.startsWith('application/json') ? (text) => this.#outward(text) : undefined,
    });
  }

  /** What the API calls the file of a release that has an address for everybody. */
  #assetAt(path: string): string | undefined {
    const [, repository = '', latest, tag = '', name = ''] =
      /^\/([^/]+\/[^/]+)\/releases\/(?:(latest\/download)|download\/([^/]+))\/([^/]+)$/.exec(path) ?? [];
    if (name === '') return undefined;
    const [wanted, file] = [tag, name].map(decodeURIComponent);
    const id = this.#embedded.assetOf(repository, latest === undefined ? wanted : undefined, file ?? '');
    return id === undefined ? undefined : `${repository}/releases/assets/${id}`;
  }

  #outwardHeaders(headers: IncomingHttpHeaders): Headers {
    const { location, link } = headers;
    return {
      ...endToEnd(headers),
      ...(location !== undefined && { location: this.#outward(location) }),
      ...(link !== undefined && { link: this.#outward(String(link)) }),
    };
  }

  /** With the addresses that GitHub has for everybody. */
  #outward(text: string): string {
    const { api, git } = this.#embedded;
    return text
      .replaceAll(`${api.origin}/uploads`, 'https://uploads.github.com')
      .replaceAll(api.origin, 'https://api.github.com')
      .replaceAll(git.origin, 'https://github.com');
  }
}
