export const id = "checkout-settings";
export const ids = ["checkout-settings"];
export const modules = {

/***/ 3319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CheckoutSettings: () => (/* binding */ CheckoutSettings)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/src/domain/repositories/git-settings.js
/** Reads what `git config --list --show-scope --show-origin --null` prints. */
function parseSettings(text) {
    const fields = text.split('\0');
    return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) => {
        const [scope = '', origin = '', entry = ''] = fields.slice(3 * index);
        const end = entry.indexOf('\n');
        const [key, value] = end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)]; // `[core] bare` means true
        return { scope, origin, key, value };
    });
}
/** Whether the checkout says so, and not the user or the system. */
const isOfCheckout = ({ scope }) => scope === 'local' || scope === 'worktree';
// Why: docs/decisions.md D42
/**
 * Replaces each setting of the checkout that may start a program or move a connection by what the user or the system says
 * about the same key, else by a value without effect. Only what is known to be harmless counts as the checkout says.
 */
function replacementOf(settings) {
    const others = Map.groupBy(settings.filter((one) => !isOfCheckout(one)), ({ key }) => key);
    const disobeyed = new Map(settings.filter((one) => isOfCheckout(one) && !isHarmless(one)).map((one) => [one.key, one]));
    const [given, stubborn] = [[], []];
    for (const [key, setting] of disobeyed) {
        const wanted = (others.get(key) ?? []).map(({ value }) => [key, value]);
        const neutral = neutralOf(key);
        if (neutral.length === 0 && wanted.length === 0)
            stubborn.push(setting);
        given.push(...neutral, ...wanted);
    }
    return {
        given: [
            ...given,
            ...otherHelpers(settings, disobeyed),
            ...requiredFilters(settings, disobeyed),
            ...withoutHooks(settings),
        ],
        ignored: [...disobeyed.values()].filter(({ key }) => telling.test(key)),
        stubborn,
    };
}
// An empty helper removes all those before it, also those of the user.
function otherHelpers(settings, disobeyed) {
    const helper = /^credential\.(?:.+\.)?helper$/s;
    if (![...disobeyed.keys()].some((key) => helper.test(key)))
        return [];
    return settings.filter((one) => !isOfCheckout(one) && helper.test(one.key)).map(({ key, value }) => [key, value]);
}
// Without its filter, a file would be committed as it is, such as a secret that the filter encrypts.
function requiredFilters(settings, disobeyed) {
    const names = new Set([...disobeyed.keys()].flatMap((key) => filterKey.exec(key)?.[1] ?? []));
    const isSetElsewhere = (name) => settings.some((one) => !isOfCheckout(one) && filterKey.exec(one.key)?.[1] === name);
    return [...names].filter((name) => !isSetElsewhere(name)).map((name) => [`filter.${name}.required`, 'true']);
}
/** Hooks can be settings, too, since git 2.54. No hook runs, whoever has set it. */
function withoutHooks(settings) {
    const names = new Set(settings.flatMap(({ key }) => /^hook\.(.+)\.[^.]+$/s.exec(key)?.[1] ?? []));
    return [...names].flatMap((name) => [
        [`hook.${name}.event`, ''],
        [`hook.${name}.enabled`, 'false'],
    ]);
}
const filterKey = /^filter\.(.+)\.(?:clean|smudge|process)$/s;
/** The settings that take the effect from a key; none if only a value that nobody here can know would do so. */
function neutralOf(key) {
    // `always` for all protocols includes ext, whose addresses are programs.
    if (key === 'protocol.allow')
        return [
            [key, 'user'],
            ['protocol.ext.allow', 'never'],
        ];
    if (/^http\.(?:.+\.)?(?:pinnedpubkey|proxyssl.*|schannel.*|ssl(?:backend|ca.*|cert.*|key.*))$/s.test(key))
        return [];
    return [[key, neutralValues.find(([pattern]) => pattern.test(key))?.[1] ?? '']];
}
const neutralValues = [
    [/^core\.sshcommand$/, 'ssh'],
    [/^credential\.(?:.+\.)?(?:protectprotocol|sanitizeprompt)$/s, 'true'],
    [/^http\.(?:.+\.)?(?:sslverify)$/s, 'true'],
    [/^http\.(?:.+\.)?(?:delegation|proactiveauth)$/s, 'none'],
    [/^http\.(?:.+\.)?emptyauth$/s, 'auto'],
    [/^http\.(?:.+\.)?proxyauthmethod$/s, 'anyauth'],
    [/^merge\..+\.driver$/s, 'git merge-file -q %A %O %B'], // what git does without a driver
    [/^promisor\.acceptfromserver$/, 'none'],
    [/^protocol\.(?:https?|git|ssh)\.allow$/, 'always'],
    [/^protocol\.ext\.allow$/, 'never'],
    [/^protocol\..+\.allow$/s, 'user'],
    [/^ssh\.variant$/, 'auto'],
];
/** Those that a person may miss. */
const telling = /^(?:core\.(?:askpass|gitproxy|sshcommand)|(?:credential|filter|http|lfs|protocol)\.|merge\..+\.driver$|ssh\.)/s;
function isHarmless({ key, value }) {
    if (isLfs.some(([name, command]) => name === key && command.test(value)))
        return true;
    if (/^http\.(?:.+\.)?extraheader$/s.test(key))
        return /^authorization: (?:basic|bearer) [\w+/=.~-]+$/i.test(value);
    if (harmless.some((pattern) => pattern.test(key)))
        return true;
    return isPlain.test(value) && !programs.test(key) && !/^(?:http|protocol)\.|^transfer\.bundleuri$/.test(key);
}
const isPlain = /^(?:true|false|yes|no|on|off|-?\d+[kmg]?)?$/i;
/** What a value is run, or may be in a git that is newer than this list. */
const programs = /(?:askpass|browser|clean|cmd|command|driver|editor|external|filter|helper|hook|httpd|pager|process|program|prompt|protocol|proxy|smudge|textconv|tool|tunnel|viewer)$|^(?:alias|pager)\./;
/** The commands that git-lfs itself writes: https://github.com/git-lfs/git-lfs/blob/main/lfs/attribute.go */
const isLfs = [
    ['filter.lfs.clean', /^git-lfs clean -- %f$/],
    ['filter.lfs.smudge', /^git-lfs smudge (?:--skip )?-- %f$/],
    ['filter.lfs.process', /^git-lfs filter-process(?: --skip)?$/],
];
/** What starts no program and moves no connection. Of some keys, git reads only those of the user and the system. */
const harmless = [
    /^(?:advice|am|apply|author|blame|branch|checkout|clean|clone|color|column|commit|commitgraph|committer|extensions)\./,
    /^(?:fastimport|feature|format|fsck|grep|i18n|include|includeif|index|log|lsrefs|mailinfo|mailmap|maintenance)\./,
    /^(?:notes|pack|pretty|pull|push|rebase|receive|reftable|remotes|repack|replay|rerere|revert|safe|showbranch)\./,
    /^(?:sparse|splitindex|stash|status|tag|trace2|uploadarchive|uploadpack|uploadpackfilter|user|versionsort|worktree)\./,
    /^core\.(?:abbrev|alternaterefsprefixes|attributesfile|autocrlf|checkroundtripencoding|checkstat|commentchar)$/,
    /^core\.(?:commentstring|createobject|eol|excludesfile|fsmonitor|fsync|fsyncmethod|hidedotfiles|hookspath)$/, // fsmonitor and hookspath are always set
    /^core\.(?:logallrefupdates|notesref|safecrlf|sharedrepository|untrackedcache|whitespace|worktree)$/,
    /^credential\.(?:.+\.)?(?:interactive|usehttppath|username)$/s,
    /^diff\.(?:algorithm|colormoved|colormovedws|dirstat|dstprefix|ignoresubmodules|orderfile|renames|srcprefix)$/,
    /^diff\.(?:submodule|wordregex|wserrorhighlight|.+\.(?:algorithm|funcname|xfuncname|wordregex))$/s,
    /^fetch\.(?:fsck\..+|negotiationalgorithm|output|recursesubmodules)$/,
    /^gc\.(?!recentobjectshook$|repackfilter)/,
    /^gpg\.(?:format|mintrustlevel|ssh\..*file)$/,
    /^http\.(?:.+\.)?(?:keepalive.*|lowspeed.*|max.*|minsessions|noepsv|postbuffer|retryafter|useragent|version)$/s,
    /^hook\./, // switched off altogether
    /^init\.default/,
    /^merge\.(?:conflictstyle|directoryrenames|ff|log|renames|stat|suppressdest|.+\.(?:name|recursive))$/s,
    /^protocol\.version$/,
    /^remote\.(?:pushdefault|.+\.(?:fetch|followremotehead|mirror|partialclonefilter|push|pushurl|serveroption|tagopt|url))$/s,
    /^remote\..+\.(?:receivepack|uploadpack|vcs)$/s, // refused when git connects to a server
    /^submodule\.(?:active|alternate.*|.+\.(?:active|branch|fetchrecursesubmodules|gitdir|ignore|url))$/s,
    /^tar\.umask$/,
    /^trailer\.(?:ifexists|ifmissing|separators|where|.+\.(?:ifexists|ifmissing|key|where))$/s,
    /^transfer\.(?:credentialsinurl|hiderefs)$/,
    /^url\./, // an empty value would match every address
];

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/git/checkout-settings.js



const most = 1000;
/** What the git configuration of the checkout says, and what git gets instead of a part of it. */
class CheckoutSettings {
    #settings;
    #replacement;
    constructor(listed) {
        this.#settings = parseSettings(listed);
        this.#replacement = replacementOf(this.#settings);
        if (this.instead.length > most)
            throw new error/* ReleaseError */.K2(`The git configuration of this checkout has ${this.instead.length} settings that must not count. The limit is ${most}.`, { fix: 'Remove settings that git does not know from .git/config.' });
    }
    /** What git gets in every run. */
    get instead() {
        return this.#replacement.given;
    }
    /** What git gets in every run where no setting would help: of these keys, it uses the first value that it finds. */
    get variables() {
        const isSet = (key) => this.#settings.some((one) => isOfCheckout(one) && key.test(one.key));
        return {
            ...(isSet(/^core\.gitproxy$/) && { GIT_PROXY_COMMAND: '' }),
            // git fetches a missing object by itself. With these protocols, the program runs on the server, if at all.
            ...(this.#settings.some(isTransportProgram) && { GIT_ALLOW_PROTOCOL: 'http:https:ssh:git' }),
        };
    }
    /** What a person may miss. */
    get note() {
        const { ignored } = this.#replacement;
        if (ignored.length === 0)
            return undefined;
        const keys = (0,domain_text/* abridged */.$y)([...new Set(ignored.map(({ key }) => key))]);
        return `The git configuration of this checkout does not count where it names programs or connections: ${keys}. To use such settings, set them for the user (git config --global).`;
    }
    /** The address that the user and the system want instead of an address: https://git-scm.com/docs/git-config#_variables */
    addressOf(address, direction) {
        const rules = (kind) => this.#settings
            .filter((one) => !isOfCheckout(one) && one.key.endsWith(kind) && one.key.startsWith('url.'))
            .filter(({ value }) => address.startsWith(value))
            .map(({ key, value }) => ({ base: key.slice('url.'.length, -kind.length), replaced: value }));
        const all = [...(direction === 'push' ? [rules('.pushinsteadof')] : []), rules('.insteadof')];
        const matching = all.find((some) => some.length > 0) ?? [];
        const [first] = matching.toSorted((one, other) => other.replaced.length - one.replaced.length); // stable, as in git
        return first === undefined ? address : first.base + address.slice(first.replaced.length);
    }
    /** What git gets when it connects to an address, and to no other one. */
    connection(url, env) {
        this.#refuseOtherPlaces(url);
        const isProxySet = this.#replacement.given.some(([key, value]) => value === '' && /^http\.(?:.+\.)?proxy$/s.test(key));
        const proxy = this.#settings.findLast((one) => !isOfCheckout(one) && one.key === 'http.proxy')?.value;
        return [
            // The longest address that matches is used, and these match whole.
            [`url.${url}.insteadOf`, url],
            [`url.${url}.pushInsteadOf`, url],
            ...(isProxySet ? [[`http.${url}.proxy`, proxy ?? proxyOf(url, env) ?? '']] : []),
        ];
    }
    /** The filters that only the checkout sets, so that no file goes through them. */
    get refusedFilters() {
        return new Set(this.instead.flatMap(([key]) => /^filter\.(.+)\.required$/s.exec(key)?.[1] ?? []));
    }
    /** The refusal of a file that needs a filter of the checkout; undefined for everything else that git says. */
    refusedFilter(stderr) {
        const [, path, kind, name] = /^fatal: (.*): (clean|smudge) filter '(.*)' failed$/m.exec(stderr) ?? [];
        if (name === undefined || !this.refusedFilters.has(name))
            return undefined;
        return new error/* ReleaseError */.K2(`${path} has the filter ${name}, which is set only in the git configuration of this checkout. No program that a checkout names is run.`, {
            fix: `If the filter is yours, set it for the user: git config --global filter.${name}.${kind} '…'. Or leave the file out.`,
        });
    }
    #refuseOtherPlaces(url) {
        const isHttp = /^https?:/.test(url);
        const stubborn = new Set(this.#replacement.stubborn.map(({ key }) => key));
        const wrong = this.#settings.find((one) => isOfCheckout(one) &&
            (one.key.startsWith(`remote.${url}.`) ||
                (/^url\..*\.(?:push)?insteadof$/s.test(one.key) && one.value === url && !one.key.startsWith(`url.${url}.`)) ||
                isTransportProgram(one) ||
                (isHttp && stubborn.has(one.key))));
        if (wrong === undefined)
            return;
        throw new error/* ReleaseError */.K2(`The git configuration of this checkout sets ${wrong.key}, which decides how git connects to a server.`, {
            fix: `Remove it (git config --unset-all ${(0,domain_text/* quotedForShell */.Ec)(wrong.key)}), or set it for the user (git config --global).`,
        });
    }
}
/** A program for the other end of a connection. git would run it here if the remote is a folder. */
const isTransportProgram = (one) => isOfCheckout(one) &&
    /^remote\..*\.(?:receivepack|uploadpack|vcs)$/s.test(one.key) &&
    !/^git[- ](?:receive-pack|upload-pack)$/.test(one.value);
/** The proxy of the runner. An empty setting would keep git from using it. */
function proxyOf(url, env) {
    const scheme = url.startsWith('https:') ? 'https_proxy' : 'http_proxy';
    const names = [scheme, ...(scheme === 'https_proxy' ? ['HTTPS_PROXY'] : []), 'all_proxy', 'ALL_PROXY'];
    return names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}


/***/ })

};
