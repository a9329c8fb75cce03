import { ReleaseError } from '../../domain/error.ts';
import { isOfCheckout, parseSettings, replacementOf } from '../../domain/repositories/git-settings.ts';
import type { GitSetting, GivenSetting, Replacement } from '../../domain/repositories/git-settings.ts';
import { abridged, quotedForShell } from '../../domain/text.ts';
import type { Environment } from '../environment.ts';

const most = 1000;

/** What the git configuration of the checkout says, and what git gets instead of a part of it. */
export class CheckoutSettings {
  readonly #settings: readonly GitSetting[];
  readonly #replacement: Replacement;
  constructor(listed: string) {
    this.#settings = parseSettings(listed);
    this.#replacement = replacementOf(this.#settings);
    if (this.instead.length > most)
      throw new ReleaseError(
        `The git configuration of this checkout has ${this.instead.length} settings that must not count. The limit is ${most}.`,
        { fix: 'Remove settings that git does not know from .git/config.' },
      );
  }

  /** What git gets in every run. */
  get instead(): readonly GivenSetting[] {
    return this.#replacement.given;
  }

  /** What git gets in every run where no setting would help: of these keys, it uses the first value that it finds. */
  get variables(): Readonly<Record<string, string>> {
    const isSet = (key: RegExp) => this.#settings.some((one) => isOfCheckout(one) && key.test(one.key));
    return {
      ...(isSet(/^core\.gitproxy$/) && { GIT_PROXY_COMMAND: '' }),
      // git fetches a missing object by itself. With these protocols, the program runs on the server, if at all.
      ...(this.#settings.some(isTransportProgram) && { GIT_ALLOW_PROTOCOL: 'http:https:ssh:git' }),
    };
  }

  /** What a person may miss. */
  get note(): string | undefined {
    const { ignored } = this.#replacement;
    if (ignored.length === 0) return undefined;
    const keys = abridged([...new Set(ignored.map(({ key }) => key))]);
    return `The git configuration of this checkout does not count where it names programs or connections: ${keys}. To use such settings, set them for the user (git config --global).`;
  }

  /** The address that the user and the system want instead of an address: https://git-scm.com/docs/git-config#_variables */
  addressOf(address: string, direction: 'fetch' | 'push'): string {
    const rules = (kind: string) =>
      this.#settings
        .filter((one) => !isOfCheckout(one) && one.key.endsWith(kind) && one.key.startsWith('url.'))
        .filter(({ value }) => address.startsWith(value))
        .map(({ key, value }) => ({ base: key.slice('url.'.length, -kind.length), replaced: value }));
    const all = [...(direction === 'push' ? [rules('.pushinsteadof')] : []), rules('.insteadof')];
    const matching = all.find((some) => some.length > 0) ?? [];
    const [first] = matching.toSorted((one, other) => other.replaced.length - one.replaced.length); // stable, as in git
    return first === undefined ? address : first.base + address.slice(first.replaced.length);
  }

  /** What git gets when it connects to an address, and to no other one. */
  connection(url: string, env: Environment): readonly GivenSetting[] {
    this.#refuseOtherPlaces(url);
    const isProxySet = this.#replacement.given.some(
      ([key, value]) => value === '' && /^http\.(?:.+\.)?proxy$/s.test(key),
    );
    const proxy = this.#settings.findLast((one) => !isOfCheckout(one) && one.key === 'http.proxy')?.value;
    return [
      // The longest address that matches is used, and these match whole.
      [`url.${url}.insteadOf`, url],
      [`url.${url}.pushInsteadOf`, url],
      ...(isProxySet ? [[`http.${url}.proxy`, proxy ?? proxyOf(url, env) ?? ''] as const] : []),
    ];
  }

  /** The filters that only the checkout sets, so that no file goes through them. */
  get refusedFilters(): ReadonlySet<string> {
    return new Set(this.instead.flatMap(([key]) => /^filter\.(.+)\.required$/s.exec(key)?.[1] ?? []));
  }

  /** The refusal of a file that needs a filter of the checkout; undefined for everything else that git says. */
  refusedFilter(stderr: string): ReleaseError | undefined {
    const [, path, kind, name] = /^fatal: (.*): (clean|smudge) filter '(.*)' failed$/m.exec(stderr) ?? [];
    if (name === undefined || !this.refusedFilters.has(name)) return undefined;
    return new ReleaseError(
      `${path} has the filter ${name}, which is set only in the git configuration of this checkout. No program that a checkout names is run.`,
      {
        fix: `If the filter is yours, set it for the user: git config --global filter.${name}.${kind} '…'. Or leave the file out.`,
      },
    );
  }

  #refuseOtherPlaces(url: string): void {
    const isHttp = /^https?:/.test(url);
    const stubborn = new Set(this.#replacement.stubborn.map(({ key }) => key));
    const wrong = this.#settings.find(
      (one) =>
        isOfCheckout(one) &&
        (one.key.startsWith(`remote.${url}.`) ||
          (/^url\..*\.(?:push)?insteadof$/s.test(one.key) && one.value === url && !one.key.startsWith(`url.${url}.`)) ||
          isTransportProgram(one) ||
          (isHttp && stubborn.has(one.key))),
    );
    if (wrong === undefined) return;
    throw new ReleaseError(
      `The git configuration of this checkout sets ${wrong.key}, which decides how git connects to a server.`,
      {
        fix: `Remove it (git config --unset-all ${quotedForShell(wrong.key)}), or set it for the user (git config --global).`,
      },
    );
  }
}

/** A program for the other end of a connection. git would run it here if the remote is a folder. */
const isTransportProgram = (one: GitSetting): boolean =>
  isOfCheckout(one) &&
  /^remote\..*\.(?:receivepack|uploadpack|vcs)$/s.test(one.key) &&
  !/^git[- ](?:receive-pack|upload-pack)$/.test(one.value);

/** The proxy of the runner. An empty setting would keep git from using it. */
function proxyOf(url: string, env: Environment): string | undefined {
  const scheme = url.startsWith('https:') ? 'https_proxy' : 'http_proxy';
  const names = [scheme, ...(scheme === 'https_proxy' ? ['HTTPS_PROXY'] : []), 'all_proxy', 'ALL_PROXY'];
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}
