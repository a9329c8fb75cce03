import { ReleaseError } from '../../domain/error.ts';

export type Page<T> = {
  readonly url: string;
  readonly data: readonly T[];
  readonly headers: { readonly link?: string | undefined };
};

const most = 1000;

// Why: docs/decisions.md D41
/** The pages of one list as they arrive. Notices a list that does not end. */
export class Pages<T> {
  readonly #route: string;
  readonly #fix: string;
  readonly #addresses = new Set<string>();
  #before = '';
  constructor(route: string, { fix }: { readonly fix: string }) {
    this.#route = route;
    this.#fix = fix;
  }

  /** Notes a page, and returns the address of the next one; undefined after the last. */
  add({ url, data, headers }: Page<T>): string | undefined {
    this.#addresses.add(url);
    const [number, content, next] = [this.#addresses.size, JSON.stringify(data), nextPage(headers.link)];
    if (data.length > 0 && content === this.#before) throw this.#endless(`page ${number} is page ${number - 1} again`);
    this.#before = content;
    if (next === undefined) return undefined;
    if (this.#addresses.has(next)) throw this.#endless(`page ${number} names an earlier page as the next one`);
    if (number === most) throw this.#endless(`it has more than ${most} pages, which is the limit here`);
    return next;
  }

  #endless(reason: string): ReleaseError {
    return new ReleaseError(`The list that GitHub answers to ${this.#route} does not end: ${reason}.`, {
      fix: this.#fix,
    });
  }
}

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers */
const nextPage = (link = ''): string | undefined => /<([^<>]+)>;\s*rel="next"/.exec(link)?.[1];
