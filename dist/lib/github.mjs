export const id = "github";
export const ids = ["github"];
export const modules = {

/***/ 27037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   cE: () => (/* binding */ proposalOf),
/* harmony export */   hj: () => (/* binding */ proposalBranch)
/* harmony export */ });
/* harmony import */ var _tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54356);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/**
 * The branch of a pull request: the same for every run with the same title. If a title does not fit into the name of a
 * branch, a hash of it is added, so that two titles have two branches.
 */
function proposalBranch(base, words) {
    const plain = words.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
    const name = plain
        .replaceAll(/\.(?=[.-]|$)|^[-.]+/g, '')
        .slice(0, 80)
        .replace(/[-.]+$/, '')
        .replace(/\.lock$/, '-lock');
    const isWhole = plain.length <= 80 && (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(words);
    return `release-actions/${base}/${isWhole ? name || 'changes' : `${name}-${fingerprint(words)}`.replace(/^-/, '')}`;
}
/** The key of the one open pull request from a branch to another; `head` is `owner:branch`. */
const proposalOf = ({ repository, head, base }) => `pull request from ${head} to ${base} of ${repository}`;
/** FNV-1a, which is good enough for titles: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
}
/** The short name of a branch. */
function parseBranch(text) {
    const name = text.trim().replace(/^refs\/heads\//, '');
    (0,_tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBadName */ .D)(name, 'branch');
    return name;
}


/***/ }),

/***/ 69797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ originIn),
/* harmony export */   D_: () => (/* binding */ withOrigin),
/* harmony export */   I5: () => (/* binding */ commentMarkerStart),
/* harmony export */   LF: () => (/* binding */ isSameProposal),
/* harmony export */   LY: () => (/* binding */ withProposal),
/* harmony export */   Ql: () => (/* binding */ commentMarker),
/* harmony export */   VC: () => (/* binding */ proposalMarker),
/* harmony export */   sp: () => (/* binding */ proposalIn)
/* harmony export */ });
/** The line by which a release issue is found again, whatever its title becomes. GitHub does not show it. */
const proposalMarker = ({ tags, commit }, from) => `<!-- release-issue: ${inComment({ tags, commit, from })} -->`;
/** The line by which a comment in a release issue is found again. */
const commentMarker = (key) => `${commentMarkerStart}${inComment(key)} -->`;
const commentMarkerStart = '<!-- release-issue comment: ';
const marker = /<!-- release-issue: (\{[^<>]{0,20000}\}) -->(?![^]*<!-- release-issue: )/;
/** What the text of an issue proposes; undefined if it follows no release. The last marker counts: the text may quote others. */
function proposalIn(body) {
    const [, json] = marker.exec(body) ?? [];
    return json === undefined ? undefined : proposalOf(json);
}
/** From which version of the text a run made this one. A person who edits it leaves the marker as it is. */
function originIn(body) {
    const [, json] = marker.exec(body) ?? [];
    const { from } = json === undefined ? {} : (parsed(json) ?? {});
    return typeof from === 'string' ? from : undefined;
}
/** The same text with an origin, or without one. */
function withOrigin(body, from) {
    const proposal = proposalIn(body);
    return proposal === undefined ? body : body.replace(marker, () => proposalMarker(proposal, from));
}
/** The same text with another proposal. Only the marker changes. */
const withProposal = (body, proposal) => body.replace(marker, () => proposalMarker(proposal));
const isSameProposal = (one, other) => proposalMarker(one) === proposalMarker(other);
/** A value as JSON that cannot end a comment of HTML. */
const inComment = (value) => JSON.stringify(value).replaceAll(/[<>]/g, (character) => character === '<' ? String.raw `\u003c` : String.raw `\u003e`);
/** People can edit the text, so the marker may be anything. */
function proposalOf(json) {
    const { tags, commit } = (parsed(json) ?? {});
    const isList = Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === 'string');
    return isList && typeof commit === 'string' ? { tags, commit } : undefined;
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 76050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hasFacts),
/* harmony export */   n: () => (/* binding */ withoutLineEnds)
/* harmony export */ });
/** Whether a release says what it should say. */
const hasFacts = (found, { name, body, isPrerelease }) => (name === undefined || found.name === name) &&
    (body === undefined || withoutLineEnds(found.body) === withoutLineEnds(body)) &&
    found.isPrerelease === isPrerelease;
/** Notes to compare: browsers send other ends of lines. */
const withoutLineEnds = (body) => body.replaceAll('\r\n', '\n').trim();


/***/ }),

/***/ 89526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHub: () => (/* binding */ GitHub)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/shape.js
var world_shape = __webpack_require__(82163);
;// CONCATENATED MODULE: ./build/src/world/github/accounts.js


const accountId = world_shape/* integer */.nd; // as GitHub describes it
const numbered = (0,world_shape/* record */.g1)({ id: accountId });
const member = (0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj });
const viewed = (0,world_shape/* record */.g1)({ viewer: (0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj, databaseId: world_shape/* integer */.nd }) });
class Accounts {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** The account that the token belongs to. REST tells it only to people, GraphQL also to an app. */
    async ofToken() {
        const question = '{ viewer { login databaseId } }';
        const data = await this.#client.query(question, viewed);
        if (data === undefined)
            throw new domain_error/* ReleaseError */.K2('GitHub does not say which account the token belongs to.', {
                fix: 'Pass another token as the input token. For commit-changes, the input author is enough.',
            });
        return { login: data.viewer.login, id: data.viewer.databaseId };
    }
    /** The number of a person's account. */
    async numberOf(login) {
        const found = await this.#client.look('GET /users/{username}', { username: login }, numbered);
        if (found !== undefined)
            return Number(found.id);
        throw new domain_error/* ReleaseError */.K2(`GitHub has no account ${login}.`, { fix: 'Correct the name.' });
    }
    /** The members of a team, also those of the teams below it. */
    async inTeam({ organization, slug }) {
        const team = { org: organization, team_slug: slug };
        const members = await this.#client
            .list('GET /orgs/{org}/teams/{team_slug}/members', team, member)
            .catch((error) => {
            throw isForbidden(error) ? hiddenTeam(`${organization}/${slug}`, error) : error;
        });
        if (members !== undefined)
            return members.map(({ login }) => login);
        throw new domain_error/* ReleaseError */.K2(`GitHub finds no team ${organization}/${slug}, or the token may not see it.`, {
            fix: 'Check the name. The token needs the permission members: read of the organization, or the scope read:org.',
        });
    }
}
const isForbidden = (error) => error instanceof domain_error/* ReleaseError */.K2 && error.cause?.status === 403;
const hiddenTeam = (name, cause) => new domain_error/* ReleaseError */.K2(`The token may not see who is in the team ${name}.`, {
    fix: 'The token of a job never may. Pass that of a GitHub App with the permission members: read of the organization, or a classic token with the scope read:org.',
    cause,
});

// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: ./build/src/world/environment.js
var environment = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/github/own-address.js



// Why: docs/decisions.md D38
/**
 * An address that an answer of GitHub names, such as that of the next page. The token is sent there, so it must be on a
 * server of the API. Braces and colons are escaped, because Octokit takes them for parts of a template.
 */
function ownAddress(address, what, env) {
    const servers = serversOf((0,environment/* apiUrl */.y)(env));
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !servers.includes(url.origin) || url.username + url.password !== '')
        throw new domain_error/* ReleaseError */.K2(`GitHub names ${(0,domain_text/* quoted */.TL)(address.slice(0, 200))} as the address of ${what}, which is not on ${(0,domain_text/* listed */.KE)(servers, 'or')}.`, { fix: `Nothing was sent there. Find out what answers at ${(0,environment/* apiUrl */.y)(env)}.` });
    return `${url.origin}${`${url.pathname}${url.search}`.replaceAll(/[{}:]/g, encodeURIComponent)}`;
}
/** The server of the API, and on github.com and ghe.com the one that takes files. Elsewhere it is the same server. */
function serversOf(api) {
    const { origin } = new URL(api);
    const [, site] = /^https:\/\/api\.(github\.com|[\w-]+\.ghe\.com)$/.exec(origin) ?? [];
    return site === undefined ? [origin] : [origin, `https://uploads.${site}`];
}

;// CONCATENATED MODULE: ./build/src/world/github/pages.js

const most = 1000;
// Why: docs/decisions.md D41
/** The pages of one list as they arrive. Notices a list that does not end. */
class Pages {
    #route;
    #fix;
    #addresses = new Set();
    #before = '';
    constructor(route, { fix }) {
        this.#route = route;
        this.#fix = fix;
    }
    /** Notes a page, and returns the address of the next one; undefined after the last. */
    add({ url, data, headers }) {
        this.#addresses.add(url);
        const [number, content, next] = [this.#addresses.size, JSON.stringify(data), nextPage(headers.link)];
        if (data.length > 0 && content === this.#before)
            throw this.#endless(`page ${number} is page ${number - 1} again`);
        this.#before = content;
        if (next === undefined)
            return undefined;
        if (this.#addresses.has(next))
            throw this.#endless(`page ${number} names an earlier page as the next one`);
        if (number === most)
            throw this.#endless(`it has more than ${most} pages, which is the limit here`);
        return next;
    }
    #endless(reason) {
        return new domain_error/* ReleaseError */.K2(`The list that GitHub answers to ${this.#route} does not end: ${reason}.`, {
            fix: this.#fix,
        });
    }
}
/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers */
const nextPage = (link = '') => /<([^<>]+)>;\s*rel="next"/.exec(link)?.[1];

;// CONCATENATED MODULE: ./build/src/world/github/refusal.js


/** Whether the error is no definite answer: a connection reset, a timeout, a server's 5xx, half an answer. */
const isUnanswered = ({ status }) => status >= 500 || status === 408;
/** Whether the token may not do this. GitHub often hides that by saying that there is no such thing. */
const refusal_isForbidden = (failed) => failed.status === 404 || (failed.status === 403 && !isLimit(failed));
/** What GitHub refused, with what to do about it. */
function refusal(failed, route, host) {
    const { status } = failed;
    const says = `It says: ${wordsOf(failed)}`;
    const because = { cause: failed };
    if (status === 401)
        return new domain_error/* ReleaseError */.K2(`GitHub does not accept the token. ${says}`, {
            fix: 'Pass a valid token as the input token; on the command line, set GH_TOKEN. A token may have expired: the token of a job is valid until the job ends.',
            ...because,
        });
    if (isLimit(failed))
        return new domain_error/* ReleaseError */.K2(`The token has reached a rate limit of GitHub. ${says}`, {
            fix: whenAgain(failed),
            ...because,
        });
    if (/not permitted to create or approve pull requests/i.test(failed.message))
        return new domain_error/* ReleaseError */.K2(`In this repository, the token of a job may not open pull requests. ${says}`, {
            fix: 'In the settings of the repository or of its organization (Actions → General), tick "Allow GitHub Actions to create and approve pull requests". Or pass the token of a GitHub App as the input token.',
            ...because,
        });
    if (status === 403)
        return new domain_error/* ReleaseError */.K2(`The token has no permission for ${route}. ${says}`, {
            fix: missingPermission(failed, host),
            ...because,
        });
    if (status === 404)
        return new domain_error/* ReleaseError */.K2(`GitHub finds nothing for ${route}, or the token may not see it.`, {
            fix: missingPermission(failed, host),
            ...because,
        });
    if (/protected branch|through a pull request|rule violations/i.test(failed.message))
        return new domain_error/* ReleaseError */.K2(`A rule of the repository protects this branch. ${says}`, {
            fix: 'Open a pull request instead, with via: pull-request. Or let the account of this token bypass the rule (Settings → Rules).',
            ...because,
        });
    return new domain_error/* ReleaseError */.K2(`GitHub refused ${route} with status ${status}. ${says}`, {
        fix: 'Correct what GitHub names, and run it again. What is already done is not repeated.',
        ...because,
    });
}
const header = ({ response }, name) => String(response?.headers?.[name] ?? '');
const isLimit = (failed) => failed.status === 429 ||
    (failed.status === 403 && (/rate limit/i.test(failed.message) || header(failed, 'x-ratelimit-remaining') === '0'));
/** GitHub's sentence, without the link that follows it. */
const wordsOf = ({ message }) => message.replace(/ - https:\/\/\S+$/, '').slice(0, 1000);
const latest = Date.UTC(9999, 0) / 1000;
function whenAgain(failed) {
    const reset = Number(header(failed, 'x-ratelimit-reset'));
    const isSpent = header(failed, 'x-ratelimit-remaining') === '0' && reset > 0 && reset < latest;
    const after = isSpent ? `after ${new Date(reset * 1000).toISOString()}` : 'in a few minutes';
    return `Run it again ${after}. What is already done is not repeated.`;
}
/** The line of `permissions:`, or the scope, that GitHub would have accepted. */
function missingPermission(failed, { isJobToken }) {
    const [accepted = ''] = header(failed, 'x-accepted-github-permissions').split(';');
    const permissions = [...accepted.matchAll(/(\w+)=(\w+)/g)].map(([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`);
    const scopes = header(failed, 'x-accepted-oauth-scopes');
    if (header(failed, 'x-oauth-scopes') !== '' && scopes !== '')
        return `Give the token the scope ${(0,domain_text/* listed */.KE)(scopes.split(/,\s*/), 'or')}. Now it has ${header(failed, 'x-oauth-scopes')}.`;
    if (permissions.length === 0)
        return 'Check the name, and the permissions of the token.';
    return isJobToken === true
        ? `Add to the job: permissions: { ${permissions.join(', ')} }`
        : `Give the token the permission ${(0,domain_text/* listed */.KE)(permissions)} for this repository.`;
}

;// CONCATENATED MODULE: ./build/src/world/github/taken.js
/**
 * Whether what was to be made is there already, or what was to be changed is not as it was seen: another run was faster, or
 * this one, whose answer got lost. A tag of an immutable release that was deleted is `already_exists` as well, but says in
 * a second problem that it never comes back.
 */
function isTaken({ status, response }) {
    if (status !== 422)
        return false;
    const { message, errors } = (response?.data ?? {});
    const problems = Array.isArray(errors) ? errors : [];
    return problems.length > 0 ? problems.every(isOfTaken) : refAnswers.test(String(message));
}
// Rulesets are refused by texts.
const isOfTaken = (problem) => typeof problem === 'string' ? problem === 'Name must be unique' : isTakenBy(problem);
const isTakenBy = ({ code, message }) => code === 'already_exists' || (code === 'custom' && String(message).startsWith('A pull request already exists for '));
// Refs are refused by a sentence alone.
const refAnswers = /^(?:Reference already exists|Reference does not exist|Update is not a fast forward)/;

;// CONCATENATED MODULE: ./build/src/world/github/client.js








const graphql = 'POST /graphql';
const longestPage = 32 * 1024 * 1024;
const graphqlError = (0,world_shape/* record */.g1)({ message: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), type: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) }); // what Octokit reads
/** What was asked for, or errors. Something else has not answered the question. */
const graphqlAnswer = (shape) => {
    const either = (0,world_shape/* record */.g1)({ data: (0,world_shape/* maybe */.no)(shape), errors: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(graphqlError)) });
    return (value, place) => {
        const { data, errors } = either(value, place);
        if (data || errors?.length)
            return { data, errors };
        throw new world_shape/* Misfit */.$C('it has neither data nor errors');
    };
};
const impossible = () => {
    throw new world_shape/* Misfit */.$C('it succeeded, although it cannot succeed');
};
/** A request with its values, for messages: `GET /repos/org/project/releases`. */
const shown = (route, parameters) => route.replaceAll(/\{(\w+)\}/g, (place, name) => {
    const value = parameters[name];
    return typeof value === 'string' || typeof value === 'number' ? `${value}` : place;
});
/** Requests to GitHub's API. A read is repeated until there is a definite answer, a write is not. */
class Client {
    #host;
    #http;
    #octokit;
    #octokitWithoutPauses;
    constructor(host, http) {
        this.#host = host;
        this.#http = http;
        this.#octokit = this.#make({ hasPauses: true }); // loads it: who creates a client is about to use it
    }
    /** Whether there is no token for GitHub. */
    get isAnonymous() {
        return this.#token === undefined;
    }
    get #token() {
        return this.#host.credentials.tokenFor((0,environment/* apiUrl */.y)(this.#host.env));
    }
    /** Undefined if there is no such thing, or if the token may not see it. GitHub's answer is the same. */
    async look(route, parameters, shape) {
        return this.#asked(shown(route, parameters), () => this.#request(route, parameters, { shape }));
    }
    /** The pages of a list, each when it is asked for. There are none if there is no such list. */
    async *pages(route, parameters, entry) {
        const octokit = await this.#octokit;
        const request = { shape: (0,world_shape/* list */.p_)(entry), longest: longestPage };
        const question = shown(route, parameters);
        const pages = new Pages(question, { fix: this.#whoAnswers });
        const ask = (address, query) => this.#asked(question, () => octokit.request(address, { ...query, request }));
        let page = await ask(route, { per_page: 100, ...parameters });
        while (page !== undefined) {
            const next = pages.add(page);
            yield page.data;
            if (next === undefined)
                return undefined;
            page = found(await ask(`GET ${this.ownAddress(next, 'the next page')}`, {}), question);
        }
        return undefined;
    }
    /** A list with all of its pages, or until the first page with an entry beyond what is wanted. */
    async list(route, parameters, entry, isBeyond = () => false) {
        let all;
        for await (const page of this.pages(route, parameters, entry)) {
            all = [...(all ?? []), ...page];
            if (page.some(isBeyond))
                break;
        }
        return all;
    }
    /** An address that GitHub has named. Refuses one to which a token must not be sent. */
    ownAddress(address, what) {
        return ownAddress(address, what, this.#host.env);
    }
    /** Asks by GraphQL, for what REST does not tell. */
    async query(query, shape) {
        if (this.isAnonymous)
            throw noTokenToAsk();
        const asking = { shape: graphqlAnswer(shape), onlyAsks: true };
        const answer = await this.#asked(graphql, () => this.#request(graphql, { ...this.#graphqlBase, query }, asking));
        return answer?.data ?? undefined;
    }
    /** The same with the scopes of the token, which GitHub tells of classic tokens only. */
    async lookWithScopes(route, parameters, shape) {
        const ask = () => this.#answer(route, parameters, { shape });
        const { data, headers } = (await this.#asked(shown(route, parameters), ask)) ?? {};
        if (data === undefined)
            return undefined;
        const scopes = headers?.['x-oauth-scopes'];
        return { found: data, scopes: scopes === undefined ? undefined : String(scopes).split(/[, ]+/).filter(Boolean) };
    }
    /** Changes something by GraphQL, once. Gives what GitHub objects to; nothing if it was done. */
    async mutate(mutation, variables) {
        if (this.isAnonymous)
            throw noToken();
        const shape = (0,world_shape/* record */.g1)({ errors: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(graphqlError)) });
        try {
            const { errors } = await this.#request(graphql, { ...this.#graphqlBase, query: mutation, variables }, { shape });
            return (errors ?? []).map(({ message }) => message ?? '');
        }
        catch (error) {
            const failed = this.#failed(error);
            if (isUnanswered(failed))
                throw new change/* Moved */.a(movedMessage(graphql, failed), { cause: error });
            throw refusal(failed, graphql, this.#host);
        }
    }
    /** A POST that changes nothing, so that it is repeated like a read. */
    async ask(route, parameters, shape) {
        const question = shown(route, parameters);
        const ask = () => this.#request(route, parameters, { shape, onlyAsks: true });
        return found(await this.#asked(question, ask), question);
    }
    /** Writes once. Throws `Moved` if it is unknown whether that succeeded, or if something else was faster. */
    async write(route, parameters, shape, writing = {}) {
        if (this.isAnonymous)
            throw noToken();
        try {
            const octokit = writing.endsUploads === true ? this.#openWithoutPauses() : this.#octokit;
            return await this.#request(route, parameters, { shape }, octokit);
        }
        catch (error) {
            const failed = this.#failed(error);
            const unmade = isUnanswered(failed) ? [] : (writing.keys ?? []);
            const request = shown(route, parameters);
            if (isMoved(failed, writing))
                throw new change/* Moved */.a(movedMessage(request, failed), { cause: error, unmade });
            if (writing.forbidden !== undefined && refusal_isForbidden(failed))
                throw await writing.forbidden(wordsOf(failed));
            throw refusal(failed, request, this.#host);
        }
    }
    /** Sends a file. Without an answer it is unknown whether it arrived. */
    async upload(url, { file, shape }, { hasProgressed, unconfirmed, ...writing }) {
        const headers = { 'content-type': 'application/octet-stream' };
        try {
            const asking = { shape, size: file.size };
            return await this.#request(`POST ${url}`, { data: file, headers }, asking, this.#openWithoutPauses());
        }
        catch (error) {
            const failed = this.#failed(error);
            if (isUnanswered(failed))
                unconfirmed();
            if (isMoved(failed, writing))
                throw new change/* Moved */.a(movedMessage('an upload', failed), { cause: error, hasProgressed });
            throw refusal(failed, `POST ${new URL(url).pathname}`, this.#host);
        }
    }
    /** The bytes of a file, piece by piece. GitHub redirects to the server that stores it, which gets no token. */
    async download(address, size) {
        const url = this.ownAddress(address, 'a file');
        const headers = { accept: 'application/octet-stream' };
        const asking = { shape: world_shape/* ignored */.PP, size, isDownload: true, redirect: 'follow' };
        const ask = () => this.#request(`GET ${url}`, { headers }, asking, this.#openWithoutPauses());
        const body = await this.#asked(`GET ${url}`, ask);
        if (body !== undefined)
            return body; // as it comes from world/http
        throw new domain_error/* ReleaseError */.K2(`${url} does not exist any more.`, { fix: 'Run it again.' });
    }
    /** Makes a request that cannot succeed, to see whether GitHub refuses the token or only the request. */
    async probe(route, parameters) {
        if (this.isAnonymous)
            return noToken();
        try {
            await this.#request(route, parameters, { shape: impossible, onlyAsks: true });
        }
        catch (error) {
            return this.#objection(error, shown(route, parameters));
        }
        return undefined;
    }
    /** The same with a request that may succeed, because it changes nothing. So it needs no pause, which writes do. */
    async objection(route, parameters) {
        try {
            await this.#request(route, parameters, { shape: world_shape/* ignored */.PP, onlyAsks: true }, this.#openWithoutPauses());
            return undefined;
        }
        catch (error) {
            return this.#objection(error, shown(route, parameters));
        }
    }
    #objection(error, request) {
        const failed = this.#failed(error);
        if (failed.status === 422)
            return undefined;
        if (failed.status === 403 || failed.status === 404)
            return refusal(failed, request, this.#host);
        throw this.#unanswered(failed, request);
    }
    async #request(route, parameters, asking, octokit = this.#octokit) {
        return (await this.#answer(route, parameters, asking, octokit)).data;
    }
    /** Octokit's own types want one name of a route, and not the type of some. */
    async #answer(route, parameters, asking, octokit = this.#octokit) {
        return (await octokit).request(route, { ...parameters, request: { ...asking } });
    }
    /** GHES has it beside REST. */
    get #graphqlBase() {
        return { baseUrl: (0,environment/* apiUrl */.y)(this.#host.env).replace(/\/api\/v3$/, '/api') };
    }
    async #asked(route, ask) {
        try {
            return await ask();
        }
        catch (error) {
            const failed = this.#failed(error);
            if (failed.status === 404)
                return undefined;
            throw this.#unanswered(failed, route);
        }
    }
    #unanswered(failed, route) {
        if (!isUnanswered(failed))
            return refusal(failed, route, this.#host);
        if (failed.cause instanceof world_shape/* Misfit */.$C)
            return new domain_error/* ReleaseError */.K2(`GitHub answered something else than ${route} asks for: ${failed.message} (tried several times)`, { fix: this.#whoAnswers });
        return new domain_error/* ReleaseError */.K2(`GitHub did not answer ${route}: ${failed.message} (tried several times)`, {
            fix: 'Run it again when GitHub answers again. What is already done is not repeated.',
            cause: failed,
        });
    }
    get #whoAnswers() {
        return `Find out what answers at ${(0,environment/* apiUrl */.y)(this.#host.env)}, and run it again. What is already done is not repeated.`;
    }
    /** An error of GitHub or of the network. Anything else is a bug, or the end of the run. */
    #failed(error) {
        this.#host.signal.throwIfAborted();
        if (error instanceof Error && 'status' in error && typeof error.status === 'number')
            return error;
        throw error;
    }
    #openWithoutPauses() {
        return (this.#octokitWithoutPauses ??= this.#make({ hasPauses: false }));
    }
    async #make(pauses) {
        const [{ openOctokit }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e("octokit+github-script-packages"), __webpack_require__.e("octokit-packages"), __webpack_require__.e("octokit")]).then(__webpack_require__.bind(__webpack_require__, 6801)), this.#http.load()]);
        return openOctokit(pauses, this.#host, this.#http);
    }
}
const isMoved = (failed, { wasSeen = false }) => isUnanswered(failed) || isTaken(failed) || (wasSeen && failed.status === 404);
function found(answer, route) {
    if (answer !== undefined)
        return answer;
    throw new domain_error/* ReleaseError */.K2(`GitHub finds nothing for ${route}, or the token may not see it.`, {
        fix: 'Check the names, and the permissions of the token.',
    });
}
const movedMessage = (what, failed) => isUnanswered(failed)
    ? `GitHub did not confirm ${what}: ${failed.message}`
    : `something else was faster than ${what}: ${failed.message}`;
const passToken = 'Pass one as the input token, or in the environment variable GITHUB_TOKEN.';
const noToken = () => new domain_error/* ReleaseError */.K2('Writing to GitHub needs a token.', { fix: passToken });
/** https://docs.github.com/en/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql */
const noTokenToAsk = () => new domain_error/* ReleaseError */.K2('GitHub answers this question only with a token.', { fix: passToken });

// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/release-issues/marker.js
var marker = __webpack_require__(69797);
;// CONCATENATED MODULE: ./build/src/world/github/repositories.js



const named = (0,world_shape/* record */.g1)({ full_name: world_shape/* repositoryName */.aR });
const repository = (0,world_shape/* record */.g1)({ full_name: world_shape/* repositoryName */.aR, default_branch: world_shape/* string */.Yj, source: (0,world_shape/* maybe */.no)(named) });
const reached = (0,world_shape/* record */.g1)({
    full_name: world_shape/* repositoryName */.aR,
    default_branch: world_shape/* string */.Yj,
    source: (0,world_shape/* maybe */.no)(named),
    node_id: world_shape/* string */.Yj,
    private: world_shape/* boolean */.zM,
    permissions: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ push: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM) })),
});
const titled = (0,world_shape/* record */.g1)({ number: world_shape/* integer */.nd, title: world_shape/* string */.Yj });
class Repositories {
    #client;
    constructor(client) {
        this.#client = client;
    }
    async find(name) {
        const found = await this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), repository);
        if (found === undefined)
            throw noRepository(name);
        return { name: found.full_name, defaultBranch: found.default_branch, parent: found.source?.full_name };
    }
    /** The same with what the token may do there. */
    async reach(name) {
        const route = 'GET /repos/{owner}/{repo}';
        const { found, scopes } = (await this.#client.lookWithScopes(route, ownerAndRepo(name), reached)) ?? {};
        if (found === undefined)
            throw noRepository(name);
        return {
            name: found.full_name,
            defaultBranch: found.default_branch,
            parent: found.source?.full_name,
            id: found.node_id,
            isPrivate: found.private,
            mayPush: found.permissions?.push ?? undefined,
            scopes,
        };
    }
    /** The number of an open milestone. */
    async milestone(of, title) {
        const open = { ...ownerAndRepo(of), state: 'open' };
        const milestones = (await this.#client.list('GET /repos/{owner}/{repo}/milestones', open, titled)) ?? [];
        const found = milestones.find((one) => one.title === title);
        if (found !== undefined)
            return found.number;
        const titles = milestones.map((one) => one.title);
        throw new domain_error/* ReleaseError */.K2(`${of} has no open milestone ${(0,domain_text/* quoted */.TL)(title)}.`, {
            fix: titles.length === 0 ? 'Open it first.' : `Open it first, or use ${(0,domain_text/* listed */.KE)(titles, 'or')}.`,
        });
    }
}
const noRepository = (name) => new domain_error/* ReleaseError */.K2(`GitHub finds no repository ${name}, or the token may not see it.`, {
    fix: 'Check the name, and that the token has contents: read for this repository.',
});
/** What the path of a request names: `owner/name` in two parts. */
function ownerAndRepo(name) {
    const [owner = '', repo = ''] = name.split('/', 2);
    return { owner, repo };
}

;// CONCATENATED MODULE: ./build/src/world/github/authors.js


const person = (0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj, type: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
// https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
const ofProject = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
function authorOf({ user, author_association: association }) {
    const isBot = user?.type === 'Bot';
    return { login: user?.login, isBot, isTrusted: isBot || ofProject.has(association ?? '') };
}
const granted = (0,world_shape/* record */.g1)({ permission: world_shape/* string */.Yj });
/** The same, also for somebody whose membership is private: GitHub does not show the association, but the permission. */
async function knownAuthor(author, repository, client) {
    if (author.isTrusted || author.login === undefined)
        return author;
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    const found = await client.look(route, { ...ownerAndRepo(repository), username: author.login }, granted);
    return { ...author, isTrusted: found?.permission === 'admin' || found?.permission === 'write' };
}

;// CONCATENATED MODULE: ./build/src/world/github/comments.js






const identifier = world_shape/* integer */.nd; // as GitHub describes it
const comment = (0,world_shape/* record */.g1)({
    id: identifier,
    node_id: world_shape/* string */.Yj,
    html_url: world_shape/* link */.nf,
    body: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    user: (0,world_shape/* maybe */.no)(person),
    author_association: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    created_at: world_shape/* instant */.uR,
    performed_via_github_app: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({})),
});
const login = (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj }));
const editors = (0,world_shape/* record */.g1)({
    nodes: (0,world_shape/* list */.p_)((0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ userContentEdits: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ nodes: (0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ editor: login })) })) }))),
});
/** Comments in issues. */
class Comments {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** All comments, the oldest first. Of those with a marker it is known for sure whether they are of the project. */
    async list({ repository, number }) {
        const path = { ...ownerAndRepo(repository), issue_number: number };
        const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
        const found = (await this.#client.list(route, path, comment)) ?? [];
        const comments = found
            .map((one) => ({
            id: Number(one.id),
            node: one.node_id,
            url: one.html_url,
            body: one.body ?? '',
            author: authorOf(one),
            createdAt: one.created_at,
            isThroughApp: (one.performed_via_github_app ?? undefined) !== undefined,
        }))
            .toSorted((one, other) => one.id - other.id);
        return (0,parallel/* boundedly */.Xt)(comments, async (one) => {
            if (!one.body.includes(marker/* commentMarkerStart */.I5))
                return one;
            return { ...one, author: await knownAuthor(one.author, repository, this.#client) };
        });
    }
    /** For each comment, the accounts that made versions of it. There are none if it was never edited. Undefined: a deleted account. */
    async editors(comments) {
        return (0,parallel/* boundedly */.Xt)(comments, async ({ node }) => {
            const edits = 'userContentEdits(first: 100) { nodes { editor { login } } }';
            const question = `{ nodes(ids: [${JSON.stringify(node)}]) { ... on IssueComment { ${edits} } } }`;
            const [found] = (await this.#client.query(question, editors))?.nodes ?? [];
            return (found?.userContentEdits?.nodes ?? []).map(({ editor }) => editor?.login ?? undefined);
        });
    }
    /** Writes a comment once, and updates it afterwards. Undefined where it says so already. `seen` are all comments of the issue. */
    save(issue, { marker, text, about }, seen) {
        const body = `${text}\n\n${marker}`;
        const [first, ...repeated] = this.marked(marker, seen);
        if (first === undefined)
            return this.#create(issue, { marker, text, about }, body);
        if (first.body === body && repeated.length === 0)
            return undefined;
        return {
            keys: [`${marker} in #${issue.number} of ${issue.repository}`],
            title: `Update the comment in #${issue.number} of ${issue.repository} ${about}`,
            detail: text,
            reach: 'remote',
            apply: async () => {
                const path = { ...ownerAndRepo(issue.repository), comment_id: first.id };
                const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
                if (first.body !== body)
                    await this.#client.write(update, { ...path, body }, world_shape/* ignored */.PP, { wasSeen: true });
                for (const { id } of repeated)
                    await this.#remove(issue, id);
                return first.url;
            },
        };
    }
    /** Comments of the project with a marker, the oldest first. Anybody may write a marker, so those of strangers do not count. */
    marked(marker, comments) {
        return comments.filter(({ author, body }) => author.isTrusted && body.includes(marker));
    }
    /** Takes a comment of an action back. */
    withdraw({ repository, number }, { id, url }) {
        return {
            keys: [`withdrawal of comment ${id} in #${number} of ${repository}`],
            title: `Delete a comment in #${number} of ${repository}`,
            detail: url,
            reach: 'remote',
            apply: () => this.#remove({ repository }, id),
        };
    }
    #create(issue, { marker, text, about }, body) {
        const { repository, number } = issue;
        const keys = [`${marker} in #${number} of ${repository}`];
        return {
            keys,
            title: `Comment in #${number} of ${repository} ${about}`,
            detail: text,
            places: [{ at: repository, name: `comment in #${number} ${about}`, actual: undefined, wanted: 'there' }],
            reach: 'remote',
            apply: async () => {
                const path = { ...ownerAndRepo(repository), issue_number: number };
                const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
                const made = await this.#client.write(route, { ...path, body }, comment);
                const [first] = this.marked(marker, await this.list(issue));
                if (first === undefined || first.id >= made.id)
                    return made.html_url;
                await this.#remove(issue, Number(made.id));
                throw new change/* Moved */.a(`another run commented in #${number} first`, { unmade: keys, hasProgressed: true });
            },
        };
    }
    async #remove({ repository }, id) {
        const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
        await this.#client.write(route, { ...ownerAndRepo(repository), comment_id: id }, world_shape/* ignored */.PP, { wasSeen: true });
    }
}

;// CONCATENATED MODULE: ./build/src/world/github/refs.js





const refs_found = (0,world_shape/* record */.g1)({ ref: world_shape/* string */.Yj, object: (0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7 }) });
const absent = '0'.repeat(40);
/** The refs of a repository, by their full names. */
class Refs {
    #client;
    constructor(client) {
        this.#client = client;
    }
    async at(repository, ref) {
        const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}'; // knows refs that are no branches and no tags, too
        const wanted = { ...ownerAndRepo(repository), ref: ref.replace(/^refs\//, '') };
        const all = (await this.#client.look(route, wanted, (0,world_shape/* list */.p_)(refs_found))) ?? [];
        return all.find((one) => one.ref === ref)?.object.sha;
    }
}
// Why: docs/decisions.md D67
/** Moves all refs to a commit, or none. They have to be where they were seen. For the `apply` of a Change. */
async function moveRefs(client, { repository, refs, to }) {
    const refUpdates = refs.map(({ ref, seen }) => ({ name: ref, beforeOid: seen ?? absent, afterOid: to, force: true }));
    const input = { repositoryId: repository.id, refUpdates };
    const objections = await client.mutate('mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }', { input });
    if (objections.length === 0)
        return;
    const port = new Refs(client);
    for (const { ref, seen } of refs)
        if ((await port.at(repository.name, ref)) !== seen)
            throw new change/* Moved */.a(`somebody moved ${ref} of ${repository.name}`);
    throw new domain_error/* ReleaseError */.K2(`GitHub did not move ${(0,domain_text/* listed */.KE)(refs.map(({ ref }) => ref))} of ${repository.name}. It says: ${objections.join(' ').slice(0, 1000)}`, { fix: 'Correct what GitHub names, and run it again. What is already done is not repeated.' });
}

;// CONCATENATED MODULE: ./build/src/world/github/trees.js


const made = (0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7 });
/** Lets GitHub make the tree of a commit. Gives its name. No commit has it yet. */
async function createTree(client, { repository, parent, files }) {
    const entries = [];
    for (const { path, mode, content } of files) {
        const entry = { path, mode: mode, type: 'blob' }; // one of the modes that git has told
        entries.push({
            ...entry,
            ...(content === undefined ? { sha: null } : await contentOf(client, repository, content)),
        });
    }
    const wanted = { ...ownerAndRepo(repository), base_tree: parent, tree: entries };
    return (await client.write('POST /repos/{owner}/{repo}/git/trees', wanted, made)).sha;
}
/** Text goes with the tree; other bytes need a request of their own. */
async function contentOf(client, repository, content) {
    const text = content.toString('utf8');
    if (Buffer.from(text).equals(content))
        return { content: text };
    const blob = { ...ownerAndRepo(repository), content: content.toString('base64'), encoding: 'base64' };
    const { sha } = await client.write('POST /repos/{owner}/{repo}/git/blobs', blob, made);
    return { sha };
}

;// CONCATENATED MODULE: ./build/src/world/github/commits.js







const signature = (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ email: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) }));
const compared = (0,world_shape/* record */.g1)({
    sha: world_shape/* gitObject */.E7,
    commit: (0,world_shape/* record */.g1)({ message: world_shape/* string */.Yj, author: signature, committer: signature }),
    author: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) })),
    parents: (0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7 })),
});
const detailed = (0,world_shape/* record */.g1)({ commit: (0,world_shape/* record */.g1)({ message: world_shape/* string */.Yj }), files: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ filename: world_shape/* string */.Yj }))) });
const comparison = (0,world_shape/* record */.g1)({ total_commits: world_shape/* integer */.nd, commits: (0,world_shape/* list */.p_)(compared) });
const otherBranch = 'Use another name in the input branch: the commits on this branch would be lost.';
/** Commits that GitHub has, and commits that it makes. */
class Commits {
    #client;
    #refs;
    constructor(client) {
        this.#client = client;
        this.#refs = new Refs(client);
    }
    /** What `head` has and `base` does not have. `head` may be `owner:branch`, in a fork. `fix`: if those are no proposal. */
    async ahead({ repository, base, head }, fix = otherBranch) {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        const basehead = `${base}...${head}`;
        const found = await this.#client.look(route, { ...ownerAndRepo(repository), basehead, per_page: 100 }, comparison);
        if (found === undefined)
            throw new domain_error/* ReleaseError */.K2(`${head} has no history in common with ${base} of ${repository}.`, { fix });
        if (found.total_commits > found.commits.length)
            throw new domain_error/* ReleaseError */.K2(`${head} is ${found.total_commits} commits ahead of ${base}, so it is not a proposal of one commit.`, { fix });
        return found.commits.map(({ sha, commit, author, parents }) => ({
            sha,
            authorLogin: author?.login ?? undefined,
            parents: parents.map((parent) => parent.sha),
            author: commit.author?.email ?? '',
            committer: commit.committer?.email ?? '',
            subject: commit.message.split('\n', 1)[0] ?? '',
        }));
    }
    /** The message of a commit, and the files that it changes. */
    async find(repository, sha) {
        const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
        const found = await this.#client.look(route, { ...ownerAndRepo(repository), ref: sha }, detailed);
        if (found === undefined)
            throw new domain_error/* ReleaseError */.K2(`GitHub finds no commit ${(0,domain_text/* short */.h0)(sha)} in ${repository}.`, { fix: 'Run it again.' });
        return { message: found.commit.message, files: (found.files ?? []).map(({ filename }) => filename) };
    }
    /** A commit made by GitHub, which signs it for the token of an app or a job. Gives its name. */
    create(wanted) {
        const { repository, branch, files, message, parent } = wanted;
        const what = files.length === 1 ? files[0]?.path : `${files.length} files`;
        return {
            keys: [`commit to ${branch} of ${repository} by the API`],
            title: `Commit ${what} to ${branch} of ${repository} by GitHub's API`,
            detail: message,
            reach: 'remote',
            apply: async () => {
                const tree = await this.#createTree(wanted);
                const commit = { ...ownerAndRepo(repository), message, tree, parents: [parent] };
                const { sha } = await this.#client.write('POST /repos/{owner}/{repo}/git/commits', commit, made);
                await this.#setBranch(wanted, sha);
                return sha;
            },
        };
    }
    async #createTree({ repository, parent, tree, files }) {
        const created = await createTree(this.#client, { repository, parent, files });
        if (created === tree)
            return tree;
        throw new domain_error/* ReleaseError */.K2(`GitHub made the tree ${(0,domain_text/* short */.h0)(created)} of these files, but git made ${(0,domain_text/* short */.h0)(tree)}. Nothing was committed.`, { fix: 'Set commit-through: git, which pushes the tree that git made.' });
    }
    async #setBranch({ repository, branch, seen, replaces }, sha) {
        const path = ownerAndRepo(repository);
        if (seen === undefined) {
            const creation = { ...path, ref: `refs/heads/${branch}`, sha };
            await this.#client.write('POST /repos/{owner}/{repo}/git/refs', creation, world_shape/* ignored */.PP);
            return;
        }
        if (replaces && (await this.#refs.at(repository, `refs/heads/${branch}`)) !== seen)
            throw new change/* Moved */.a(`somebody moved ${branch} of ${repository}`);
        const update = { ...path, ref: `heads/${branch}`, sha, force: replaces };
        await this.#client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', update, world_shape/* ignored */.PP);
    }
}

;// CONCATENATED MODULE: ./build/src/world/github/completed-work.js




/** What was merged and closed in a repository. */
class CompletedWork {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** The pull requests that were merged, and the issues that were closed as completed, until now. */
    async since(repository, { merged, closed }) {
        const [pulls, issues] = await (0,parallel/* together */.bs)([
            this.#mergedPulls(repository, merged ?? 0),
            this.#closedIssues(repository, closed ?? 0),
        ]);
        return { pulls, issues };
    }
    async #mergedPulls(repository, since) {
        const found = await this.#client.list('GET /repos/{owner}/{repo}/pulls', { ...ownerAndRepo(repository), ...newestFirst }, closedPull, (pull) => epochOf(pull.updated_at) < since);
        if (found === undefined)
            throw notShown('pull requests', repository);
        return withoutRepeats(found).flatMap((pull) => {
            const { merged_at: merged, merge_commit_sha: commit } = pull;
            if (!isGiven(merged) || !isGiven(commit) || epochOf(merged) < since)
                return [];
            return [{ ...itemOf('pull-request', pull), commit, mergedAt: epochOf(merged) }];
        });
    }
    async #closedIssues(repository, since) {
        const time = since === 0 ? {} : { since: new Date(since * 1000).toISOString() };
        const query = { ...ownerAndRepo(repository), ...newestFirst, ...time };
        const found = await this.#client.list('GET /repos/{owner}/{repo}/issues', query, closedIssue);
        if (found === undefined)
            throw notShown('issues', repository);
        return withoutRepeats(found)
            .filter((issue) => !isGiven(issue.pull_request) && isCompleted(issue) && epochOf(issue.closed_at) > since)
            .map((issue) => itemOf('issue', issue));
    }
}
// While pages are read, what changes comes to the front: nothing is missed, and what comes twice is dropped.
const newestFirst = { state: 'closed', sort: 'updated', direction: 'desc' };
const withoutRepeats = (found) => [...new Map(found.map((one) => [one.number, one])).values()];
const isCompleted = ({ state_reason: reason }) => reason !== 'not_planned' && reason !== 'duplicate';
const namedLabel = (0,world_shape/* record */.g1)({ name: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
const anyLabel = (value, place) => (typeof value === 'string' ? value : namedLabel(value, place));
const pullOrIssue = {
    number: world_shape/* integer */.nd,
    title: world_shape/* string */.Yj,
    html_url: world_shape/* link */.nf,
    labels: (0,world_shape/* list */.p_)(anyLabel),
    user: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj, html_url: world_shape/* link */.nf })),
};
const closedPull = (0,world_shape/* record */.g1)({
    ...pullOrIssue,
    updated_at: world_shape/* instant */.uR,
    merged_at: (0,world_shape/* maybe */.no)(world_shape/* instant */.uR),
    merge_commit_sha: (0,world_shape/* maybe */.no)(world_shape/* gitObject */.E7),
});
const closedIssue = (0,world_shape/* record */.g1)({
    ...pullOrIssue,
    closed_at: (0,world_shape/* maybe */.no)(world_shape/* instant */.uR),
    pull_request: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({})),
    state_reason: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
});
function itemOf(kind, { number, title, html_url: url, labels, user }) {
    return {
        kind,
        number,
        title,
        url,
        labels: labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
        author: isGiven(user) ? { login: user.login, url: user.html_url } : undefined,
    };
}
const epochOf = (at) => (isGiven(at) ? Date.parse(at) / 1000 : 0);
const isGiven = (value) => value !== null && value !== undefined;
const notShown = (what, repository) => new domain_error/* ReleaseError */.K2(`GitHub shows no ${what} of ${repository}: there are none, or the token may not see them.`, {
    fix: 'Give the token the permissions issues: read and pull-requests: read for this repository; in a job, under permissions.',
});

;// CONCATENATED MODULE: ./build/src/world/github/discussions.js







const category = (0,world_shape/* record */.g1)({ id: world_shape/* string */.Yj, name: world_shape/* string */.Yj });
const categories = (0,world_shape/* record */.g1)({
    repository: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({
        id: world_shape/* string */.Yj,
        hasDiscussionsEnabled: world_shape/* boolean */.zM,
        discussionCategories: (0,world_shape/* record */.g1)({ nodes: (0,world_shape/* list */.p_)((0,world_shape/* maybe */.no)(category)) }),
    })),
});
const discussion = (0,world_shape/* record */.g1)({
    id: world_shape/* string */.Yj,
    url: world_shape/* link */.nf,
    body: world_shape/* string */.Yj,
    author: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj, type: world_shape/* string */.Yj })),
    authorAssociation: world_shape/* string */.Yj,
});
const discussions = (0,world_shape/* record */.g1)({ repository: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ discussions: (0,world_shape/* record */.g1)({ nodes: (0,world_shape/* list */.p_)((0,world_shape/* maybe */.no)(discussion)) }) })) });
/** Discussions of a repository. Only GraphQL knows them. */
class Discussions {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** A category by its name. */
    async category(repository, name) {
        const question = `{ ${inRepository(repository)} { id hasDiscussionsEnabled discussionCategories(first: 100) { nodes { id name } } } }`;
        const found = (await this.#client.query(question, categories))?.repository ?? undefined;
        if (found?.hasDiscussionsEnabled !== true)
            throw new domain_error/* ReleaseError */.K2(`${repository} has no discussions, or the token may not see them.`, {
                fix: 'Switch them on in the settings of the repository, or give the token discussions: write.',
            });
        const all = found.discussionCategories.nodes.filter((one) => one !== null && one !== undefined);
        const wanted = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
        if (wanted !== undefined)
            return { repository, name: wanted.name, id: wanted.id, repositoryId: found.id };
        throw new domain_error/* ReleaseError */.K2(`${repository} has no category ${(0,domain_text/* quoted */.TL)(name)} of discussions.`, {
            fix: `Use ${(0,domain_text/* listed */.KE)(all.map((one) => (0,domain_text/* quoted */.TL)(one.name)), 'or')}.`,
        });
    }
    /** The discussions of the project that have a marker, of the newest hundred of a category. The oldest comes first. */
    async marked({ repository, id }, marker) {
        const newest = `first: 100, categoryId: ${JSON.stringify(id)}, orderBy: { field: CREATED_AT, direction: DESC }`;
        const question = `{ ${inRepository(repository)} { discussions(${newest}) { nodes { id url body author { login type: __typename } authorAssociation } } } }`;
        const found = await this.#client.query(question, discussions);
        const marked = (found?.repository?.discussions.nodes ?? [])
            .filter((one) => one !== null && one !== undefined)
            .filter(({ body }) => body.includes(marker));
        const trusted = await (0,parallel/* boundedly */.Xt)(marked, async ({ author, authorAssociation }) => {
            const written = { user: author, author_association: authorAssociation };
            return (await knownAuthor(authorOf(written), repository, this.#client)).isTrusted;
        });
        return marked.filter((_, index) => trusted[index]).toReversed();
    }
    /** Opens a discussion, and gives its page. If another run opened one, too, the plan is made again. */
    open(place, { title, body, marker }) {
        const { repository, name, id: categoryId, repositoryId } = place;
        return {
            keys: [`discussion ${marker} in ${name} of ${repository}`],
            title: `Open a discussion in ${name} of ${repository}`,
            detail: `${title}\n\n${body}`,
            places: [{ at: repository, name: `discussion in ${name}`, actual: undefined, wanted: title }],
            reach: 'remote',
            apply: async () => {
                const input = { repositoryId, categoryId, title, body: `${body}\n\n${marker}` };
                await this.#mutate(repository, 'createDiscussion', 'CreateDiscussionInput', input);
                const [first, ...others] = await this.marked(place, marker);
                if (others.length > 0)
                    throw new change/* Moved */.a('two runs opened the discussion at once', { hasProgressed: true });
                return first?.url;
            },
        };
    }
    /** Deletes discussions that were opened at the same moment as an older one. */
    deleteRepeated({ repository }, [first, ...others]) {
        if (first === undefined || others.length === 0)
            return undefined;
        return {
            keys: others.map(({ id }) => `deletion of discussion ${id} of ${repository}`),
            title: `Delete what was opened beside ${first.url}`,
            detail: others.map(({ url }) => url).join('\n'),
            reach: 'remote',
            apply: async () => {
                for (const { id } of others)
                    await this.#mutate(repository, 'deleteDiscussion', 'DeleteDiscussionInput', { id });
            },
        };
    }
    async #mutate(repository, name, type, input) {
        const mutation = `mutation($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`;
        const [objection] = await this.#client.mutate(mutation, { input });
        if (objection === undefined)
            return;
        if (name === 'deleteDiscussion' && /could not resolve to a node/i.test(objection))
            return; // another run deleted it
        throw new domain_error/* ReleaseError */.K2(`GitHub refused ${name} in ${repository}. It says: ${objection.slice(0, 1000)}`, {
            fix: 'Give the token discussions: write. In a category for announcements, only those who maintain the repository may open a discussion.',
        });
    }
}
function inRepository(name) {
    const { owner, repo } = ownerAndRepo(name);
    return `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)})`;
}

// EXTERNAL MODULE: ./build/src/domain/edits/decode-text.js
var decode_text = __webpack_require__(49738);
;// CONCATENATED MODULE: ./build/src/world/github/files.js




const content = (0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7, content: world_shape/* string */.Yj, encoding: world_shape/* string */.Yj });
const anyContent = content; // GitHub describes folders with it, which have no such content
const blob = (0,world_shape/* record */.g1)({ content: world_shape/* string */.Yj, encoding: world_shape/* string */.Yj });
const file = (0,world_shape/* record */.g1)({ text: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), isTruncated: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM) });
const folder = (0,world_shape/* record */.g1)({ entries: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj, object: (0,world_shape/* maybe */.no)(file) }))) });
const folders = (0,world_shape/* record */.g1)({ entries: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj, object: (0,world_shape/* maybe */.no)(folder) }))) });
const branch = (0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj, target: (0,world_shape/* record */.g1)({ oid: world_shape/* gitObject */.E7 }) });
const answered = (0,world_shape/* record */.g1)({ repository: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ defaultBranchRef: (0,world_shape/* maybe */.no)(branch), object: (0,world_shape/* maybe */.no)(folders) })) });
const placed = (0,world_shape/* record */.g1)({ repository: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ object: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ oid: world_shape/* gitObject */.E7 })) })) });
/** Files of repositories, without a checkout. */
class Files {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** The text of a file at a commit. undefined if the commit has no such file. */
    async text(repository, sha, path) {
        const route = 'GET /repos/{owner}/{repo}/contents/{path}';
        const names = ownerAndRepo(repository);
        const wanted = { ...names, path, ref: sha, mediaType: { format: 'object' } };
        const found = (await this.#client.look(route, wanted, anyContent)); // by its shape
        if (found === undefined)
            return undefined;
        if (found.encoding === 'base64')
            return decoded(path, found);
        // A file of more than 1 MB has no content there: https://docs.github.com/en/rest/repos/contents#get-repository-content
        const named = { ...names, file_sha: found.sha };
        const whole = await this.#client.look('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', named, blob);
        return whole && decoded(path, whole);
    }
    /** The name of what is at a path of a revision. undefined if nothing is there. */
    async objectAt(repository, revision, path) {
        const { owner, repo } = ownerAndRepo(repository);
        const [account, called, place] = [owner, repo, `${revision}:${path}`].map((text) => JSON.stringify(text));
        const question = `query { repository(owner: ${account}, name: ${called}) { object(expression: ${place}) { oid } } }`;
        return (await this.#client.query(question, placed))?.repository?.object?.oid;
    }
    // Why: docs/decisions.md D62
    /**
     * The default branch, and a file of each subfolder of a folder, by one question. undefined if the repository is empty, or
     * if the token may not see it.
     */
    async inSubfolders({ repository, folder: parent, name }) {
        const { owner, repo } = ownerAndRepo(repository);
        const [account, called, place] = [owner, repo, `HEAD:${parent}`].map((text) => JSON.stringify(text));
        const inFolder = 'entries { name object { ... on Blob { text isTruncated } } }';
        const inFolders = `entries { name object { ... on Tree { ${inFolder} } } }`;
        const wanted = `defaultBranchRef { name target { oid } } object(expression: ${place}) { ... on Tree { ${inFolders} } }`;
        const answer = await this.#client.query(`query { repository(owner: ${account}, name: ${called}) { ${wanted} } }`, answered);
        const { defaultBranchRef: base, object: seen } = answer?.repository ?? {};
        if (!base)
            return undefined;
        const files = (seen?.entries ?? []).flatMap(({ name: below, object: inside }) => (inside?.entries ?? []).flatMap((entry) => entry.name === name && entry.object ? [sourceOf(`${parent}/${below}/${name}`, entry.object)] : []));
        return { base: { branch: base.name, sha: base.target.oid }, files };
    }
}
const decoded = (path, { content: text }) => (0,decode_text/* decodeText */.g)(path, Buffer.from(text, 'base64'));
function sourceOf(path, { text, isTruncated }) {
    if (typeof text === 'string' && isTruncated !== true)
        return { file: path, text };
    throw new domain_error/* ReleaseError */.K2(`GitHub does not show ${path} as a whole text.`, {
        fix: 'Find out what is in it: such a file has some thousand characters.',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/diff.js
var diff = __webpack_require__(88311);
;// CONCATENATED MODULE: ./build/src/domain/release-issues/restored.js
/**
 * A text with the changes of a lost edit. What is there already is left out. A line that was edited in another way since is
 * left as it is, and returned as a conflict.
 */
function restored(text, changes) {
    const lines = text.split('\n');
    const conflicts = [];
    for (const change of changes) {
        const { at, above, was, is } = change;
        const place = was === undefined ? undefined : nearest(lines, was, at);
        const isThere = is !== undefined && nearest(lines, is, at) !== undefined;
        if (is === undefined && place !== undefined)
            lines.splice(place, 1);
        else if (is === undefined || isThere)
            continue;
        else if (place !== undefined)
            lines[place] = is;
        else if (was === undefined)
            lines.splice(placeBelow(lines, above, at), 0, is);
        else if (!lines.some((line) => isSameBox(line, is)))
            conflicts.push(change);
    }
    return { text: lines.join('\n'), conflicts };
}
/** What stays of a line whatever a run changes in it: a box without its mark and its proof, a marker without its content. */
const lineKey = (line) => line
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)[ xX](?=\])/, '$1')
    .replace(/ \(https?:\/\/[^<>()\s]+\)(?=\r?$)/, '')
    .replace(/<!-- release-issue: .* -->/, '<!-- release-issue -->');
/**
 * The edits that were replaced by somebody who had not seen them, the oldest first. `versions` are those of the text, the
 * newest first; the first `count` were not seen. A person edits what is there: GitHub's page refuses to save anything else.
 * A run may have replaced others itself. That run restores them; here only its own edit counts.
 */
function lostEdits(versions, count) {
    const edits = versions.slice(0, count).flatMap(({ text, from }, index) => {
        const [before, ...older] = versions.slice(index + 1);
        if (before === undefined)
            return [];
        const base = from === before.from ? before : ([before, ...older].find(({ name }) => name === originName(from)) ?? before);
        return [{ base: base.text, text }];
    });
    return edits.toReversed();
}
/** What makes two origins different although both runs began with the same version stands behind the dot. */
const originName = (from = '') => from.split('.', 1)[0] ?? '';
/** Whether both are the same box, ticked. Then both wanted the same, whatever proves it. */
const isSameBox = (one, other) => lineKey(one) === lineKey(other) && [one, other].every((line) => /^[ \t]*\S+[ \t]+\[[xX]\]/.test(line));
/** Where a line stands, as near as possible to a place. */
function nearest(lines, wanted, at) {
    const places = lines.flatMap((line, index) => (line === wanted ? [index] : []));
    return places.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
}
/** Where a new line belongs: below the same line as before, or at the same number. */
function placeBelow(lines, above, at) {
    if (above === undefined)
        return 0;
    const same = nearest(lines, above, at) ?? lines.findIndex((line) => lineKey(line) === lineKey(above));
    return same < 0 ? Math.min(at, lines.length) : same + 1;
}

// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __webpack_require__(34104);
;// CONCATENATED MODULE: ./build/src/world/github/issue-texts.js









const versions = (0,world_shape/* record */.g1)({
    node: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({
        userContentEdits: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({
            nodes: (0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ editedAt: world_shape/* instant */.uR, diff: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), editor: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj })) })),
            pageInfo: (0,world_shape/* record */.g1)({ hasNextPage: (value) => value === true, endCursor: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) }),
        })),
    })),
});
// Why: docs/decisions.md D65
/** The texts of issues that several runs and people edit at once. */
class IssueTexts {
    #client;
    #host;
    #issues;
    constructor(client, { host, issues }) {
        this.#client = client;
        this.#host = host;
        this.#issues = issues;
    }
    /** The text of an issue with the edits that this run replaced by accident. */
    async of(seen) {
        const before = (0,marker/* withOrigin */.D_)(seen.body, undefined);
        let body = before;
        for (const lost of this.#host.ledger.recall(lostEditsOf(seen)) ?? []) {
            const { text, conflicts } = restored(body, await (0,diff/* lineChanges */.Y)(lost.base, lost.text, lineKey));
            const [conflict] = conflicts;
            if (conflict !== undefined)
                throw overwritten(seen, conflicts);
            body = text;
        }
        return body === before ? seen.body : body;
    }
    /** Replaces the text of an issue. An edit that somebody made at the same moment is noticed, and is restored by the next plan. */
    edit(seen, body, names) {
        const { repository, number } = seen;
        return {
            keys: [textOf(seen)],
            ...names,
            reach: 'remote',
            apply: async () => {
                const path = { ...ownerAndRepo(repository), issue_number: number };
                if ((await this.#issues.at(repository, number))?.body !== seen.body)
                    throw new change/* Moved */.a(`somebody edited issue #${number} of ${repository}`, { unmade: [textOf(seen)] });
                const stamp = `${nameOf(seen.body)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
                const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
                try {
                    await this.#client.write(route, { ...path, body: (0,marker/* withOrigin */.D_)(body, stamp) }, world_shape/* ignored */.PP);
                }
                catch (error) {
                    if (error instanceof change/* Moved */.a)
                        await this.#noticeLoss(seen, stamp, 1); // it may be there, although the answer got lost
                    throw error;
                }
                await this.#noticeLoss(seen, stamp);
            },
        };
    }
    /** The versions of the text, the newest first, each page when it is asked for. There are none if it was never edited. */
    async *versions({ node, url }) {
        let after;
        do {
            const position = after === undefined ? '' : `, after: ${JSON.stringify(after)}`;
            const edits = `userContentEdits(first: 20${position}) { nodes { editedAt diff editor { login } } pageInfo { hasNextPage endCursor } }`;
            const question = `{ node(id: ${JSON.stringify(node)}) { ... on Issue { ${edits} } } }`;
            const page = (await this.#client.query(question, versions))?.node?.userContentEdits;
            if (page === undefined || page === null)
                throw noHistory(url);
            for (const { editedAt, diff, editor } of page.nodes)
                yield { text: diff ?? undefined, at: editedAt, editor: editor?.login ?? undefined };
            after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
        } while (after !== undefined);
        return undefined;
    }
    /** Looks which versions this run has replaced. If there are some that it had not seen, the plan is made again. */
    async #noticeLoss(seen, stamp, looks = 4) {
        for (let look = 1; look <= looks; look++) {
            const before = await this.#versionsBefore(seen, stamp);
            if (before === undefined) {
                await (0,retry/* pause */.v7)(look, this.#host);
                continue;
            }
            const [last] = before;
            if (last === undefined || last.text === seen.body)
                return;
            const texts = before.flatMap(({ text }) => text ?? []);
            const count = texts.indexOf(seen.body);
            const edits = lostEdits(texts.map(namedVersion), count < 0 ? texts.length - 1 : count);
            const { ledger } = this.#host;
            const lost = lostEditsOf(seen);
            ledger.remember(lost, [...(ledger.recall(lost) ?? []), ...edits]);
            const who = last.editor === undefined ? 'somebody' : `@${last.editor}`;
            throw new change/* Moved */.a(`${who} edited issue #${seen.number} at the same moment`, { hasProgressed: true });
        }
    }
    /**
     * The versions before that of this run; undefined if GitHub does not show the new one yet. What people made of it keeps its
     * stamp. If it replaced the version that it had seen, one is enough.
     */
    async #versionsBefore(seen, stamp) {
        let before;
        for await (const version of this.versions(seen)) {
            if ((0,marker/* originIn */.Cy)(version.text ?? '') === stamp)
                before = [];
            else
                before?.push(version);
            if (before?.[0]?.text === seen.body || before?.length === mostVersions)
                break;
        }
        return before;
    }
}
const mostVersions = 40;
const nameOf = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
const namedVersion = (text) => ({
    text: (0,marker/* withOrigin */.D_)(text, undefined),
    name: nameOf(text),
    from: (0,marker/* originIn */.Cy)(text),
});
const textOf = ({ repository, number }) => `text of issue #${number} of ${repository}`;
const lostEditsOf = (seen) => ({ name: `lost edits of the ${textOf(seen)}` });
const overwritten = ({ url }, conflicts) => new domain_error/* ReleaseError */.K2(`Two edits of the same lines met in ${url}. These lines are not there any more: ${conflicts
    .map(({ is }) => is)
    .join(' / ')
    .slice(0, 500)}`, { fix: 'Put them back by hand. GitHub keeps them in the history of the text, below "edited".' });
const noHistory = (url) => new domain_error/* ReleaseError */.K2(`GitHub does not show the history of ${url}.`, {
    fix: 'Give the token the permission issues: read for this repository; in a job, under permissions.',
});

;// CONCATENATED MODULE: ./build/src/world/github/issues.js





const issue = (0,world_shape/* record */.g1)({
    number: world_shape/* integer */.nd,
    node_id: world_shape/* string */.Yj,
    html_url: world_shape/* link */.nf,
    title: world_shape/* string */.Yj,
    body: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    state: world_shape/* string */.Yj,
    user: (0,world_shape/* maybe */.no)(person),
    author_association: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    created_at: world_shape/* instant */.uR,
    pull_request: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({})),
});
const opened = (0,world_shape/* record */.g1)({ number: world_shape/* integer */.nd, html_url: world_shape/* link */.nf, user: (0,world_shape/* maybe */.no)(person), author_association: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
/** Issues of a repository. */
class Issues {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** An issue by its number; undefined if there is none. */
    async at(repository, number) {
        const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
        const found = await this.#client.look(route, { ...ownerAndRepo(repository), issue_number: number }, issue);
        return found === undefined ? undefined : issueOf(repository, found);
    }
    /** The issue of a kind that the project has, open or closed. Of several on one page of the list, it is the oldest. */
    async find(repository, isWanted) {
        const query = { ...ownerAndRepo(repository), state: 'all', sort: 'created', direction: 'desc' };
        const strange = [];
        for await (const page of this.#client.pages('GET /repos/{owner}/{repo}/issues', query, issue)) {
            const issues = page.filter(({ pull_request: pull }) => (pull ?? undefined) === undefined);
            const own = [];
            for (const one of issues
                .map((seen) => issueOf(repository, seen))
                .filter(isWanted)
                .toReversed()) {
                const author = await knownAuthor(one.author, repository, this.#client);
                (author.isTrusted ? own : strange).push({ ...one, author });
            }
            const [found, ...others] = own;
            if (found !== undefined)
                return { found, others, strange };
        }
        return { found: undefined, others: [], strange };
    }
    /** Opens an issue. If another run opened one for the same purpose first, this one is closed, and the plan is made again. */
    open(repository, wanted, isSame) {
        const { title, body, labels, assignees, milestone } = wanted;
        const keys = [`issue ${title} of ${repository}`];
        const lists = [`labels: ${labels.join(', ')}`, `assignees: ${assignees.join(', ')}`].filter((line) => !line.endsWith(': '));
        return {
            keys,
            title: `Open an issue in ${repository}`,
            detail: [title, ...lists, '', body].join('\n'),
            places: [{ at: repository, name: `issue ${title}`, actual: undefined, wanted: 'open' }],
            reach: 'remote',
            apply: async () => {
                const { found: there } = await this.find(repository, isSame); // the list that the plan has seen may have been old
                if (there !== undefined)
                    throw new change/* Moved */.a(`#${there.number} follows the release already`, { unmade: keys });
                const content = { title, body, labels: [...labels], assignees: [...assignees] };
                const made = await this.#client.write('POST /repos/{owner}/{repo}/issues', { ...ownerAndRepo(repository), ...content, ...(milestone !== undefined && { milestone }) }, opened);
                const { isTrusted, login } = await knownAuthor(authorOf(made), repository, this.#client);
                if (!isTrusted)
                    throw ofStranger(made.html_url, login);
                const { found: first } = await this.find(repository, isSame);
                if (first !== undefined && first.number < made.number)
                    await this.#withdraw(repository, made.number, first);
                return { number: made.number, url: made.html_url };
            },
        };
    }
    /** Closes an issue as completed. Undefined if it is closed. */
    close(seen) {
        const { repository, number, url, isOpen } = seen;
        if (!isOpen)
            return undefined;
        return {
            keys: [`state of issue #${number} of ${repository}`],
            title: `Close issue #${number} of ${repository}`,
            detail: url,
            places: [{ at: repository, name: `issue #${number}`, actual: 'open', wanted: 'closed' }],
            reach: 'remote',
            apply: async () => {
                const closed = { issue_number: number, state: 'closed', state_reason: 'completed' };
                const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
                await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, world_shape/* ignored */.PP);
            },
        };
    }
    /** Closes an issue that was opened at the same time as another one. It loses its marker, so that nobody finds it again. */
    async #withdraw(repository, number, first) {
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        const body = `Opened at the same moment as #${first.number}, which is the issue of this release.`;
        const closed = { issue_number: number, body, state: 'closed', state_reason: 'not_planned' };
        await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, world_shape/* ignored */.PP);
        throw new change/* Moved */.a(`another run opened #${first.number} first`, { hasProgressed: true });
    }
}
const issueOf = (repository, found) => ({
    repository,
    number: found.number,
    node: found.node_id,
    url: found.html_url,
    title: found.title,
    body: found.body ?? '',
    isOpen: found.state === 'open',
    author: authorOf(found),
    createdAt: found.created_at,
});
const ofStranger = (url, login = 'Its author') => new domain_error/* ReleaseError */.K2(`${login} opened ${url}, but does not belong to the project, so that the issue would not be found again.`, {
    fix: "Close it. Then use the job's own token, or that of a collaborator.",
});

;// CONCATENATED MODULE: ./build/src/world/github/fork-commits.js



/** Commits that GitHub makes in a fork, without a checkout. */
class ForkCommits {
    #client;
    constructor(client) {
        this.#client = client;
    }
    create(wanted) {
        const { fork, file, message, refs } = wanted;
        return {
            keys: refs.map(({ ref }) => refOf(fork.name, ref)),
            title: `Commit ${file.path} in ${fork.name}`,
            detail: message,
            reach: 'remote',
            apply: () => this.#create(wanted),
        };
    }
    async #create({ fork, parent, file, message, account, refs }) {
        const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(account) ?? [];
        const author = { name, email };
        const tree = await createTree(this.#client, { repository: fork.name, parent, files: [file] });
        const commit = { ...ownerAndRepo(fork.name), message, tree, parents: [parent], author, committer: author };
        const { sha } = await this.#client.write('POST /repos/{owner}/{repo}/git/commits', commit, made);
        await moveRefs(this.#client, { repository: fork, refs, to: sha });
        return sha;
    }
}
/** The key of a ref that a Change moves. */
const refOf = (repository, ref) => `${ref} of ${repository}`;

// EXTERNAL MODULE: ./build/src/domain/commits/proposal.js
var commits_proposal = __webpack_require__(27037);
;// CONCATENATED MODULE: ./build/src/world/github/proposal-metadata.js
/**
 * What a pull request lacks. Assignees and a milestone may have been changed by a person, and a team is not shown any more
 * when one of its members has reviewed.
 */
const missingMetadata = (wanted, found) => ({
    labels: without(wanted.labels, found.labels),
    assignees: [],
    milestone: found.milestone === undefined ? wanted.milestone : undefined,
    reviewers: without(wanted.reviewers, found.reviewers),
    teamReviewers: found.isReviewed ? [] : without(wanted.teamReviewers, found.teamReviewers),
});
/** GitHub does not tell upper from lower case in these names. */
const without = (wanted, found) => {
    const there = new Set(found.map((name) => name.toLowerCase()));
    return wanted.filter((name) => !there.has(name.toLowerCase()));
};
/** A line for each kind, for people. */
const metadataLines = ({ labels, assignees, milestone, reviewers, teamReviewers, }) => [
    ['labels', labels],
    ['assignees', assignees],
    ['milestone', milestone === undefined ? [] : [String(milestone)]],
    ['reviewers', reviewers],
    ['team reviewers', teamReviewers],
].flatMap(([name, values]) => (values?.length === 0 ? [] : [`${String(name)}: ${[values].flat().join(', ')}`]));

;// CONCATENATED MODULE: ./build/src/world/github/proposals.js




const proposals_person = (0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj });
const openPull = (0,world_shape/* record */.g1)({
    number: world_shape/* integer */.nd,
    html_url: world_shape/* link */.nf,
    title: world_shape/* string */.Yj,
    body: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    head: (0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7 }),
    labels: (0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj })),
    assignees: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(proposals_person)),
    milestone: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ number: world_shape/* integer */.nd })),
    requested_reviewers: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(proposals_person)),
    requested_teams: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ slug: world_shape/* string */.Yj }))),
});
const proposals_closedPull = (0,world_shape/* record */.g1)({
    number: world_shape/* integer */.nd,
    html_url: world_shape/* link */.nf,
    merged_at: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    head: (0,world_shape/* record */.g1)({ sha: world_shape/* gitObject */.E7 }),
});
const anyPull = (0,world_shape/* record */.g1)({ title: world_shape/* string */.Yj, html_url: world_shape/* link */.nf, state: world_shape/* string */.Yj, merged_at: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
const review = (0,world_shape/* record */.g1)({ node_id: world_shape/* string */.Yj, user: (0,world_shape/* maybe */.no)(proposals_person) });
const proposals_opened = (0,world_shape/* record */.g1)({ number: world_shape/* integer */.nd, html_url: world_shape/* link */.nf });
/** Pull requests with which a run proposes its commit. */
class Proposals {
    #client;
    constructor(client) {
        this.#client = client;
    }
    /** The open pull request from a branch to another; GitHub allows one. */
    async find({ repository, base, head }) {
        const path = ownerAndRepo(repository);
        const open = { ...path, state: 'open', base, head };
        const [found] = (await this.#client.list('GET /repos/{owner}/{repo}/pulls', open, openPull)) ?? [];
        if (found === undefined)
            return undefined;
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
        const reviews = (await this.#client.list(route, { ...path, pull_number: found.number }, review)) ?? [];
        const reviewers = [...(found.requested_reviewers ?? []), ...reviews.flatMap(({ user }) => user ?? [])];
        return {
            repository,
            number: found.number,
            url: found.html_url,
            title: found.title,
            body: found.body ?? '',
            commit: found.head.sha,
            isReviewed: reviews.length > 0,
            labels: found.labels.map(({ name }) => name),
            assignees: (found.assignees ?? []).map(({ login }) => login),
            milestone: found.milestone?.number,
            reviewers: reviewers.map(({ login }) => login),
            teamReviewers: (found.requested_teams ?? []).map(({ slug }) => slug),
        };
    }
    /** The last pull request from a branch to another that was merged or closed. */
    async lastClosed({ repository, base, head }) {
        const closed = { ...ownerAndRepo(repository), state: 'closed', base, head, sort: 'created' };
        const [last] = (await this.#client.list('GET /repos/{owner}/{repo}/pulls', closed, proposals_closedPull, () => true)) ?? [];
        return (last && {
            number: last.number,
            url: last.html_url,
            commit: last.head.sha,
            isMerged: Boolean(last.merged_at),
        });
    }
    /** The pull request with a number. */
    async at(repository, number) {
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
        const found = await this.#client.look(route, { ...ownerAndRepo(repository), pull_number: number }, anyPull);
        if (found === undefined)
            return undefined;
        const { title, html_url: url, state, merged_at: merged } = found;
        return { title, url, state: merged ? 'merged' : state === 'open' ? 'open' : 'closed' };
    }
    /** Whether a pull request is still open. */
    async isOpen({ repository, number }) {
        return (await this.at(repository, number))?.state === 'open';
    }
    // Why: docs/decisions.md D22
    /**
     * Why this token may not open pull requests; undefined where it may. GitHub checks that before it looks at what is
     * proposed, and a branch can never be proposed to itself, so asking changes nothing.
     */
    async refusalToOpen({ repository, base }) {
        const impossible = { ...ownerAndRepo(repository), title: 'May I?', base, head: base };
        return this.#client.probe('POST /repos/{owner}/{repo}/pulls', impossible);
    }
    open(route, proposal) {
        const { repository, base, head } = route;
        const { title, body, isDraft } = proposal;
        const keys = [(0,commits_proposal/* proposalOf */.cE)(route)];
        return {
            keys,
            title: `Open a ${isDraft ? 'draft ' : ''}pull request to ${base} of ${repository}`,
            detail: [`${head} → ${base}`, ...metadataLines(proposal), '', title, '', body].join('\n'),
            places: [{ at: repository, name: `pull request from ${head} to ${base}`, actual: undefined, wanted: 'open' }],
            reach: 'remote',
            apply: async () => {
                const opening = { ...ownerAndRepo(repository), base, head, title, body, draft: isDraft };
                const { number, html_url: url } = await this.#client.write('POST /repos/{owner}/{repo}/pulls', opening, proposals_opened, {
                    keys,
                });
                await this.#addMetadata(repository, number, proposal);
                return { number, url };
            },
        };
    }
    /** Adds what is missing, and never takes away what a person added. Undefined where nothing is to do. */
    update(found, { metadata, text }) {
        const { repository, number, url } = found;
        const missing = missingMetadata(metadata, found);
        const isOtherText = text !== undefined && (text.title !== found.title || text.body !== found.body);
        const lines = metadataLines(missing);
        if (lines.length === 0 && !isOtherText)
            return undefined;
        return {
            keys: [`pull request #${number} of ${repository}`],
            title: `Update pull request #${number} of ${repository}`,
            detail: [...lines, ...(isOtherText ? ['', text.title, '', text.body] : [])].join('\n').trim(),
            reach: 'remote',
            apply: async () => {
                if (isOtherText) {
                    const edited = { ...ownerAndRepo(repository), pull_number: number, title: text.title, body: text.body };
                    await this.#client.write('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', edited, world_shape/* ignored */.PP);
                }
                await this.#addMetadata(repository, number, missing);
                return { number, url };
            },
        };
    }
    async #addMetadata(repository, number, metadata) {
        const client = this.#client;
        const issue = { ...ownerAndRepo(repository), issue_number: number };
        const [labels, assignees] = [[...metadata.labels], [...metadata.assignees]];
        const [reviewers, teams] = [[...metadata.reviewers], [...metadata.teamReviewers]];
        const { milestone } = metadata;
        if (labels.length > 0)
            await client.write('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...issue, labels }, world_shape/* ignored */.PP);
        if (assignees.length > 0)
            await client.write('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', { ...issue, assignees }, world_shape/* ignored */.PP);
        if (milestone !== undefined)
            await client.write('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...issue, milestone }, world_shape/* ignored */.PP);
        if (reviewers.length + teams.length > 0) {
            const requested = { ...ownerAndRepo(repository), pull_number: number, reviewers, team_reviewers: teams };
            await client.write('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', requested, world_shape/* ignored */.PP);
        }
    }
}

// EXTERNAL MODULE: ./build/src/domain/releases/release-facts.js
var release_facts = __webpack_require__(76050);
;// CONCATENATED MODULE: ./build/src/world/github/release-steps.js

/** A draft is made first where files follow. */
const beginsAsDraft = ({ facts, steps }) => facts.isDraft || steps.upload.length > 0;
const releaseTitle = ({ repository, tag, facts, found }) => {
    const verb = facts.isDraft ? 'Draft' : found === undefined || found.isDraft ? 'Publish' : 'Complete';
    return `${verb} release ${tag} of ${repository}`;
};
/** What a change of a release does, a line for each step, and the notes. */
function releaseSteps(wanted) {
    const { facts, found, steps } = wanted;
    return [
        ...(found?.isDraft === true ? [`complete the draft ${found.url}`] : []),
        ...(found === undefined && beginsAsDraft(wanted) ? ['create a draft'] : []),
        ...steps.remove.map(({ name }) => `delete ${name}, to upload it again`),
        ...steps.upload.map(({ name, size, digest }) => `upload ${name} (${size} bytes, ${digest})`),
        ...lastStep(wanted),
        ...(facts.body === undefined ? [] : ['', facts.body]),
    ];
}
/** Where a release is not as it should be. A release that is missing is one place, with all its files. */
function releasePlaces({ repository, tag, facts, found, steps }) {
    const state = (isDraft) => (isDraft ? 'a draft' : 'published');
    if (found === undefined)
        return [{ at: repository, name: `release ${tag}`, actual: undefined, wanted: state(facts.isDraft) }];
    const there = new Map(found.assets.map((asset) => [asset.name, asset.digest]));
    const rows = [
        { name: 'state', actual: state(found.isDraft), wanted: state(facts.isDraft) },
        { name: 'title', actual: found.name, wanted: facts.name },
        { name: 'notes', actual: (0,release_facts/* withoutLineEnds */.n)(found.body), wanted: facts.body && (0,release_facts/* withoutLineEnds */.n)(facts.body) },
        { name: 'prerelease', actual: String(found.isPrerelease), wanted: String(facts.isPrerelease) },
        ...steps.upload.map(({ name, digest }) => ({ name: `file ${name}`, actual: there.get(name), wanted: digest })),
    ];
    return rows
        .filter(({ actual, wanted }) => wanted !== undefined && actual !== wanted)
        .map((row) => ({ at: `Release ${tag}`, ...row }));
}
function lastStep({ facts, found }) {
    if (facts.isDraft)
        return [];
    if (found?.isDraft === false)
        return (0,release_facts/* hasFacts */._)(found, facts) ? [] : ['set its title, its notes, or whether it is a prerelease'];
    return [`publish it${facts.isPrerelease ? ' as a prerelease' : ''}, latest: ${facts.makeLatest ?? 'unchanged'}`];
}
/** The fields of a request. */
const releaseFields = ({ name, body, isPrerelease, makeLatest }, isDraft) => ({
    ...(name !== undefined && { name }),
    ...(body !== undefined && { body }),
    prerelease: isPrerelease,
    ...(isDraft || makeLatest === undefined ? {} : { make_latest: makeLatest }),
    draft: isDraft,
});

;// CONCATENATED MODULE: ./build/src/world/github/releases.js



const asset = (0,world_shape/* record */.g1)({
    id: world_shape/* integer */.nd,
    name: world_shape/* string */.Yj,
    size: world_shape/* integer */.nd,
    url: world_shape/* string */.Yj,
    state: world_shape/* string */.Yj,
    digest: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    created_at: world_shape/* instant */.uR,
});
/** A release as GitHub shows it. */
const release = (0,world_shape/* record */.g1)({
    id: world_shape/* integer */.nd,
    html_url: world_shape/* link */.nf,
    upload_url: world_shape/* string */.Yj,
    tag_name: world_shape/* string */.Yj,
    draft: world_shape/* boolean */.zM,
    prerelease: world_shape/* boolean */.zM,
    immutable: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM),
    name: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    body: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    assets: (0,world_shape/* list */.p_)(asset),
});
const pageOnly = (0,world_shape/* record */.g1)({ html_url: world_shape/* link */.nf });
const generated = (0,world_shape/* record */.g1)({ body: world_shape/* string */.Yj });
const pageSize = 100;
/** The releases that there are. */
class Releases {
    #client;
    #context;
    constructor(client, context) {
        this.#client = client;
        this.#context = context;
    }
    /** Everything there is for a tag. Only the list shows drafts, and it may be long. */
    async find(place) {
        const shown = await this.#shown(place);
        const own = await this.#notYetShown(place, shown);
        const found = [];
        for (const one of own === undefined ? shown : [...shown, own])
            found.push(await this.#read(one));
        return { published: found.find(({ isDraft }) => !isDraft), drafts: found.filter(({ isDraft }) => isDraft) };
    }
    /** The page of the published release of a tag. */
    async page({ repository, tag }) {
        const path = { ...ownerAndRepo(repository), tag };
        const found = await this.#client.look('GET /repos/{owner}/{repo}/releases/tags/{tag}', path, pageOnly);
        return found?.html_url;
    }
    // Why: docs/decisions.md D29
    /** Whether GitHub shows drafts to this token. It does so only if the token may write. */
    async showsDrafts({ repository, tag }) {
        if (this.#client.isAnonymous)
            return false;
        const notes = { ...ownerAndRepo(repository), tag_name: tag };
        return (await this.#client.objection('POST /repos/{owner}/{repo}/releases/generate-notes', notes)) === undefined;
    }
    /** Notes as GitHub writes them, from what was merged since another tag. */
    async generatedNotes({ repository, tag }, { commit, previous }) {
        const notes = await this.#client.ask('POST /repos/{owner}/{repo}/releases/generate-notes', {
            ...ownerAndRepo(repository),
            tag_name: tag,
            target_commitish: commit,
            ...(previous !== undefined && { previous_tag_name: previous }),
        }, generated);
        return notes.body;
    }
    /** What GitHub shows for a tag. The search ends at a published release. */
    async #shown({ repository, tag }) {
        const isOfTag = (one) => one.tag_name === tag;
        const pages = this.#client.pages('GET /repos/{owner}/{repo}/releases', ownerAndRepo(repository), release);
        const first = (await pages.next()).value ?? [];
        const shown = first.filter(isOfTag);
        if (first.length < pageSize || shown.some(({ draft }) => !draft))
            return shown;
        const path = { ...ownerAndRepo(repository), tag };
        const published = await this.#client.look('GET /repos/{owner}/{repo}/releases/tags/{tag}', path, release);
        if (published !== undefined)
            return [published, ...shown];
        for await (const page of pages)
            shown.push(...page.filter(isOfTag));
        return shown;
    }
    /** What this run made, where the list does not show it yet. */
    async #notYetShown(place, shown) {
        const own = this.#context.ledger.recall(releaseMadeFor(place));
        if (own === undefined || shown.some(({ id }) => id === own))
            return undefined;
        const path = { ...ownerAndRepo(place.repository), release_id: own };
        return this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', path, release);
    }
    async #read(answer) {
        return {
            id: answer.id,
            url: answer.html_url,
            uploadUrl: uploadUrlOf(answer, this.#client),
            tag: answer.tag_name,
            isDraft: answer.draft,
            isPrerelease: answer.prerelease,
            isImmutable: answer.immutable === true,
            name: answer.name ?? '',
            body: answer.body ?? '',
            assets: await (0,parallel/* boundedly */.Xt)(answer.assets, (one) => this.#readAsset(one)),
        };
    }
    /** Servers of some years ago do not tell checksums. */
    async #readAsset(answer) {
        const { id, name, size, url } = answer;
        const isUploaded = answer.state === 'uploaded';
        const digest = answer.digest ?? (isUploaded ? await this.#context.uploads.digest(url, size) : '');
        return { id, name, size, digest, isUploaded, begunAt: Date.parse(answer.created_at) };
    }
}
/** The number of the release that this run made for a tag. */
const releaseMadeFor = ({ repository, tag }) => ({
    name: `release made for ${tag} of ${repository}`,
});
/** Without the template of a query that stands at its end. */
const uploadUrlOf = ({ upload_url: url }, client) => client.ownAddress(url.replace(/\{.*$/, ''), 'uploads');

;// CONCATENATED MODULE: ./build/src/world/github/publishing.js








/** Changes of releases. */
class Publishing {
    #client;
    #host;
    #uploads;
    constructor(client, { host, uploads }) {
        this.#client = client;
        this.#host = host;
        this.#uploads = uploads;
    }
    /** Makes a release what it should be: a draft, its files with their checksums, and the publication last. */
    change(wanted) {
        const { repository, tag, found, steps } = wanted;
        return {
            keys: [`release ${tag} of ${repository}`],
            title: releaseTitle(wanted),
            detail: releaseSteps(wanted).join('\n'),
            places: releasePlaces(wanted),
            reach: 'remote',
            apply: async () => {
                if (steps.awaited.length > 0)
                    return this.#await(steps.awaited);
                return found === undefined ? this.#begin(wanted) : this.#finish(wanted, found);
            },
        };
    }
    /** Deletes a draft that lost a race, if it is still as it was seen. */
    deleteRedundantDraft(repository, draft) {
        const path = { ...ownerAndRepo(repository), release_id: draft.id };
        return {
            keys: [`draft ${draft.id} of ${repository}`],
            title: `Delete the redundant draft ${draft.id} for ${draft.tag}`,
            detail: [...draft.assets.map(({ name }) => name), draft.body].join('\n').trim(),
            reach: 'remote',
            apply: async () => {
                const now = await this.#client.look('GET /repos/{owner}/{repo}/releases/{release_id}', path, release);
                if (now === undefined)
                    return;
                if (!now.draft || now.assets.length !== draft.assets.length)
                    throw new change/* Moved */.a(`somebody changed the draft ${draft.id}`);
                await this.#client.write('DELETE /repos/{owner}/{repo}/releases/{release_id}', path, world_shape/* ignored */.PP, {
                    wasSeen: true,
                });
            },
        };
    }
    /** Another job uploads these. They are complete soon, or get so old that nobody can be uploading them any more. */
    async #await(assets) {
        await (0,retry/* pause */.v7)(3, this.#host);
        throw new change/* Moved */.a(`another job is uploading ${(0,domain_text/* listed */.KE)(assets.map(({ name }) => name))}`, { hasProgressed: true });
    }
    async #begin(wanted) {
        const { repository, tag, facts, checkTag } = wanted;
        const isDraft = beginsAsDraft(wanted);
        if (!isDraft)
            await checkTag();
        const target = { ...ownerAndRepo(repository), tag_name: tag, target_commitish: facts.commit };
        const route = 'POST /repos/{owner}/{repo}/releases';
        const fields = { ...target, ...releaseFields(facts, isDraft) };
        const made = await this.#client.write(route, fields, release);
        this.#host.ledger.remember(releaseMadeFor({ repository, tag }), made.id);
        // Somebody else may have made one at the same time: who looks now sees both, and takes the first.
        if (isDraft)
            throw new change/* Moved */.a(`a draft for ${tag} was created`, { hasProgressed: true });
        return this.#made(made);
    }
    async #finish({ repository, facts, steps, checkTag }, found) {
        const path = ownerAndRepo(repository);
        for (const { id } of steps.remove) {
            const asset = { ...path, asset_id: id };
            await this.#client.write('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', asset, world_shape/* ignored */.PP, {
                wasSeen: true,
            });
        }
        await this.#uploads.send({ uploadUrl: found.uploadUrl, assets: steps.upload, isDraft: found.isDraft });
        if (found.isDraft && !facts.isDraft)
            await checkTag();
        if (facts.isDraft === found.isDraft && (0,release_facts/* hasFacts */._)(found, facts))
            return found;
        const target = found.isDraft ? { target_commitish: facts.commit } : {};
        const update = { ...path, release_id: found.id, ...target, ...releaseFields(facts, facts.isDraft) };
        const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}';
        return this.#made(await this.#client.write(route, update, release, { wasSeen: found.isDraft, endsUploads: true }));
    }
    #made(answer) {
        return { id: answer.id, url: answer.html_url, uploadUrl: uploadUrlOf(answer, this.#client) };
    }
}

;// CONCATENATED MODULE: ./build/src/world/github/rulesets.js







const rulesetsRoute = '/repos/{owner}/{repo}/rulesets';
const rulesetRoute = '/repos/{owner}/{repo}/rulesets/{ruleset_id}';
const listed = (0,world_shape/* record */.g1)({ id: world_shape/* integer */.nd, name: world_shape/* string */.Yj, enforcement: world_shape/* string */.Yj, source_type: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
const actor = (0,world_shape/* record */.g1)({ actor_id: (0,world_shape/* maybe */.no)(world_shape/* integer */.nd), actor_type: world_shape/* string */.Yj, bypass_mode: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
const rulesets_detailed = (0,world_shape/* record */.g1)({
    id: world_shape/* integer */.nd,
    name: world_shape/* string */.Yj,
    enforcement: world_shape/* string */.Yj,
    source_type: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj),
    conditions: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ ref_name: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ include: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(world_shape/* string */.Yj)), exclude: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(world_shape/* string */.Yj)) })) })),
    rules: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ type: world_shape/* string */.Yj }))),
    bypass_actors: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(actor)),
});
const ruleInForce = (0,world_shape/* record */.g1)({ type: world_shape/* string */.Yj, ruleset_id: (0,world_shape/* maybe */.no)(world_shape/* integer */.nd) });
const rulesets_made = (0,world_shape/* record */.g1)({ id: world_shape/* integer */.nd });
const looks = 6;
/** Rulesets, and the branches that they hold. */
class Rulesets {
    #client;
    #host;
    #refs;
    constructor(client, { host, refs }) {
        this.#client = client;
        this.#host = host;
        this.#refs = refs;
    }
    /** Those of the repository, and those of its organization. */
    async all(repository) {
        const found = await this.#client.list(`GET ${rulesetsRoute}`, ownerAndRepo(repository), listed);
        if (found !== undefined)
            return found.map(listedRuleset);
        throw new domain_error/* ReleaseError */.K2(`GitHub finds no repository ${repository}, or the token may not see it.`, {
            fix: 'Check the name, and that the token has metadata: read for this repository.',
        });
    }
    async find(repository, id) {
        const found = await this.#client.look(`GET ${rulesetRoute}`, { ...ownerAndRepo(repository), ruleset_id: id }, rulesets_detailed);
        if (found === undefined)
            return undefined;
        return {
            ...listedRuleset(found),
            included: found.conditions?.ref_name?.include ?? [],
            excluded: found.conditions?.ref_name?.exclude ?? [],
            rules: (found.rules ?? []).map(({ type }) => type),
            actors: found.bypass_actors?.map(({ actor_id: actorId, actor_type: type, bypass_mode: mode }) => {
                const number = type === 'OrganizationAdmin' || type === 'DeployKey' ? undefined : (actorId ?? undefined);
                return { type, id: number, mode: mode ?? 'always' }; // without a mode, GitHub takes it for always
            }),
        };
    }
    /** The numbers of the rulesets that let nobody update a branch now, but those who bypass them. */
    async holding({ repository, branch }) {
        const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
        const rules = await this.#client.list(route, { ...ownerAndRepo(repository), branch }, ruleInForce);
        return (rules ?? []).flatMap(({ type, ruleset_id: id }) => (type === 'update' ? (id ?? []) : []));
    }
    // Why: docs/decisions.md D66
    /** Freezes a branch, unless another release is faster or the branch moves. Gives the number of the ruleset. */
    freeze(wanted) {
        const { repository, branch, name, commit, bypass, replaces } = wanted;
        const keys = [freezeKey(repository, name)];
        return {
            keys,
            title: `Freeze ${branch} of ${repository} by ${(0,domain_text/* quoted */.TL)(name)}`,
            detail: `at ${commit}\nbypassed by ${bypass}`,
            places: [{ at: repository, name: 'ruleset', actual: undefined, wanted: name }],
            reach: 'remote',
            apply: async () => {
                if (replaces !== undefined)
                    await this.#delete(repository, replaces);
                const { id } = await this.#client.write(`POST ${rulesetsRoute}`, this.#body(wanted), rulesets_made, {
                    keys,
                    forbidden: this.#forbidden(repository),
                });
                const problem = await this.#problemOf(id, wanted);
                if (problem === undefined)
                    return id;
                await this.#delete(repository, id);
                throw problem;
            },
        };
    }
    /** Takes a freeze back, because that of another release is older. */
    withdraw(repository, { id, name }, older) {
        return {
            keys: [`withdrawal of ${name} in ${repository}`],
            title: `Take ${(0,domain_text/* quoted */.TL)(name)} back, because ${(0,domain_text/* quoted */.TL)(older.name)} is older`,
            reach: 'remote',
            apply: async () => {
                await this.#delete(repository, id);
                throw new change/* Moved */.a(`${(0,domain_text/* quoted */.TL)(older.name)} came first`, { hasProgressed: true });
            },
        };
    }
    /** Gives a freeze another name, or other people who may bypass it. */
    update(repository, { id, name }, wanted) {
        const { actual, wanted: now } = wanted.bypass;
        const changes = [
            ...(name === wanted.name ? [] : [{ name: 'name', actual: name, wanted: wanted.name }]),
            ...(actual === now ? [] : [{ name: 'bypass', actual, wanted: now }]),
        ];
        return {
            keys: [`ruleset ${id} of ${repository}`],
            title: `Change ${(0,domain_text/* quoted */.TL)(name)} of ${repository}`,
            detail: changes.map((one) => `${one.name}: ${one.actual} → ${one.wanted}`).join('\n'),
            places: changes.map((one) => ({ ...one, at: name })),
            reach: 'remote',
            apply: async () => {
                const body = {
                    ...ownerAndRepo(repository),
                    ruleset_id: id,
                    name: wanted.name,
                    bypass_actors: wanted.actors.map(wireActor),
                };
                await this.#client.write(`PUT ${rulesetRoute}`, body, world_shape/* ignored */.PP, { forbidden: this.#forbidden(repository, id) });
            },
        };
    }
    lift({ repository, branch }, { id, name }) {
        return {
            keys: [`end of ${name} in ${repository}`],
            title: `Thaw ${branch} of ${repository} by deleting ${(0,domain_text/* quoted */.TL)(name)}`,
            places: [{ at: repository, name: 'ruleset', actual: name, wanted: undefined }],
            reach: 'remote',
            apply: () => this.#delete(repository, id),
        };
    }
    /** Why this is no freeze after all: another release was faster, the branch moved, or GitHub does not enforce it. */
    async #problemOf(id, wanted) {
        const { repository, branch, name, commit } = wanted;
        const holding = await this.#holdingWith(id, wanted);
        if (holding === undefined)
            return new domain_error/* ReleaseError */.K2(`GitHub took the ruleset ${(0,domain_text/* quoted */.TL)(name)} of ${repository}, but it does not hold ${branch}.`, {
                fix: 'Rulesets of a private repository are enforced only with a paid plan. The ruleset was deleted again.',
            });
        const [all, tip] = [await this.all(repository), await this.#refs.at(repository, `refs/heads/${branch}`)];
        const older = all.find((one) => one.id < id && holding.includes(one.id) && wanted.isRival(one));
        const unmade = [freezeKey(repository, name)];
        // Every time it may be another release, so that the wait for all of them may be long.
        if (older !== undefined)
            return new change/* Moved */.a(`${(0,domain_text/* quoted */.TL)(older.name)} came first`, { unmade, hasProgressed: true });
        return tip === commit ? undefined : new change/* Moved */.a(`while ${branch} was being frozen, it moved`, { unmade });
    }
    /** What holds the branch, as soon as the new ruleset is among it. */
    async #holdingWith(id, place) {
        for (let look = 1; look <= looks; look++) {
            const holding = await this.holding(place);
            if (holding.includes(id))
                return holding;
            await (0,retry/* pause */.v7)(look, this.#host);
        }
        return undefined;
    }
    #body({ repository, branch, name, actors }) {
        return {
            ...ownerAndRepo(repository),
            name,
            target: 'branch',
            enforcement: 'active',
            conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
            rules: [{ type: 'update' }],
            bypass_actors: actors.map(wireActor),
        };
    }
    async #delete(repository, id) {
        const parameters = { ...ownerAndRepo(repository), ruleset_id: id };
        await this.#client.write(`DELETE ${rulesetRoute}`, parameters, world_shape/* ignored */.PP, {
            forbidden: this.#forbidden(repository, id),
        });
    }
    /** GitHub hides by a 404 what a token may not do. With the number of a ruleset, it is looked at again. */
    #forbidden(repository, id) {
        return async (words) => {
            if (id !== undefined && (await this.find(repository, id)) === undefined)
                return new change/* Moved */.a(`somebody deleted the ruleset ${id} of ${repository}`);
            const server = (0,environment/* serverUrl */.V)(this.#host.env);
            const isUnpaid = /\bupgrade to\b/i.test(words);
            return new domain_error/* ReleaseError */.K2(`The token may not change the rulesets of ${repository}. GitHub says: ${words}`, {
                fix: isUnpaid
                    ? 'A private repository has rulesets only with a paid plan. Without one, freeze the branch by agreement, or make the repository public.'
                    : `Pass the token of a GitHub App with the permission Administration: write, or of an administrator of the repository: ${server}/settings/personal-access-tokens/new. "Not Found" can also mean that this permission is missing.`,
            });
        };
    }
}
/** The key under which the ledger knows a freeze. */
const freezeKey = (repository, name) => `ruleset ${name} of ${repository}`;
const listedRuleset = ({ id, name, enforcement, source_type: source, }) => ({
    id,
    name,
    isActive: enforcement === 'active',
    isOwn: source === undefined || source === null || source === 'Repository',
});
/** Every actor gets its mode: without one, GitHub would take it for always. */
const wireActor = ({ type, id, mode }) => ({ actor_type: type, actor_id: id ?? (type === 'OrganizationAdmin' ? 1 : null), bypass_mode: mode });

;// CONCATENATED MODULE: ./build/src/world/github/settings.js




const settings_named = (0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj });
const secretPage = (0,world_shape/* record */.g1)({ total_count: world_shape/* integer */.nd, secrets: (0,world_shape/* list */.p_)(settings_named) });
const variable = (0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj, value: world_shape/* string */.Yj });
const variablePage = (0,world_shape/* record */.g1)({ total_count: world_shape/* integer */.nd, variables: (0,world_shape/* list */.p_)(variable) });
const reviewer = (0,world_shape/* record */.g1)({ reviewer: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ login: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), slug: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) })) });
const settings_environment = (0,world_shape/* record */.g1)({
    name: world_shape/* string */.Yj,
    deployment_branch_policy: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ protected_branches: world_shape/* boolean */.zM, custom_branch_policies: world_shape/* boolean */.zM })),
    protection_rules: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ type: world_shape/* string */.Yj, prevent_self_review: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM), reviewers: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(reviewer)) }))),
});
const environmentPage = (0,world_shape/* record */.g1)({ total_count: (0,world_shape/* maybe */.no)(world_shape/* integer */.nd), environments: (0,world_shape/* maybe */.no)((0,world_shape/* list */.p_)(settings_environment)) });
const policy = (0,world_shape/* record */.g1)({ name: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), type: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
const policyPage = (0,world_shape/* record */.g1)({ total_count: world_shape/* integer */.nd, branch_policies: (0,world_shape/* list */.p_)(policy) });
const permissions = (0,world_shape/* record */.g1)({ enabled: world_shape/* boolean */.zM, allowed_actions: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), sha_pinning_required: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM) });
const jobToken = (0,world_shape/* record */.g1)({ default_workflow_permissions: world_shape/* string */.Yj, can_approve_pull_request_reviews: world_shape/* boolean */.zM });
const administered = (0,world_shape/* record */.g1)({ permissions: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ admin: (0,world_shape/* maybe */.no)(world_shape/* boolean */.zM) })) });
const immutability = (0,world_shape/* record */.g1)({ enabled: world_shape/* boolean */.zM });
const ruleset = (0,world_shape/* record */.g1)({ id: world_shape/* integer */.nd });
const settings_ruleInForce = (0,world_shape/* record */.g1)({ type: world_shape/* string */.Yj, ruleset_id: (0,world_shape/* maybe */.no)(world_shape/* integer */.nd) });
const settings_branch = (0,world_shape/* record */.g1)({ protected: world_shape/* boolean */.zM });
const fork = (0,world_shape/* record */.g1)({ default_branch: world_shape/* string */.Yj, source: (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ full_name: world_shape/* string */.Yj })) });
const settings_comparison = (0,world_shape/* record */.g1)({ behind_by: world_shape/* integer */.nd });
const account = (0,world_shape/* record */.g1)({ login: world_shape/* string */.Yj });
/** The rules that keep a push from a branch. */
const stopping = new Set(['update', 'pull_request', 'required_status_checks', 'required_signatures', 'merge_queue']);
/** What people have set up for a repository. What the token may not see is undefined. Nothing is written. */
class RepositorySettings {
    #client;
    #rulesets;
    constructor(client, rulesets) {
        this.#client = client;
        this.#rulesets = rulesets;
    }
    /** The account of the token, if it belongs to a person. */
    async login() {
        return (await seen(this.#client.look('GET /user', {}, account)))?.login;
    }
    /** The names of the secrets of the repository, and of its organization for it. */
    async secrets(repository) {
        const ask = (route) => (page) => this.#client.look(`GET /repos/{owner}/{repo}/actions/${route}`, { ...ownerAndRepo(repository), per_page: perPage, page }, secretPage);
        const [own, shared] = await Promise.all([
            settings_all(ask('secrets'), ({ secrets }) => secrets),
            settings_all(ask('organization-secrets'), ({ secrets }) => secrets),
        ]);
        // An account that is no organization has none to share.
        return own && [...own, ...(shared ?? [])].map(({ name }) => name);
    }
    /** The variables of the repository, and those of its organization for it. */
    async variables(repository) {
        const ask = (route) => (page) => this.#client.look(`GET /repos/{owner}/{repo}/actions/${route}`, { ...ownerAndRepo(repository), per_page: perPage, page }, variablePage);
        const [own, shared] = await Promise.all([
            settings_all(ask('variables'), ({ variables }) => variables),
            settings_all(ask('organization-variables'), ({ variables }) => variables),
        ]);
        return own && valuesOf([...(shared ?? []), ...own]);
    }
    async environments(repository) {
        const ask = (page) => this.#client.look('GET /repos/{owner}/{repo}/environments', { ...ownerAndRepo(repository), per_page: perPage, page }, environmentPage);
        const found = await settings_all(ask, ({ environments }) => environments ?? []);
        return found?.map(({ name, deployment_branch_policy: limits, protection_rules: rules }) => {
            const approval = rules?.find(({ type }) => type === 'required_reviewers');
            const reviewers = (approval?.reviewers ?? []).flatMap((one) => one.reviewer?.login ?? one.reviewer?.slug ?? []);
            const limited = limits?.custom_branch_policies === true ? 'custom' : 'protected';
            return {
                name,
                policy: limits ? limited : 'all',
                reviewers,
                refusesOwnRuns: approval?.prevent_self_review === true,
            };
        });
    }
    async environmentSecrets(repository, name) {
        const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets';
        const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
        const found = await settings_all((page) => this.#client.look(route, { ...place, page }, secretPage), ({ secrets }) => secrets);
        return found?.map((one) => one.name);
    }
    async environmentVariables(repository, name) {
        const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/variables';
        const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
        const found = await settings_all((page) => this.#client.look(route, { ...place, page }, variablePage), ({ variables }) => variables);
        return found && valuesOf(found);
    }
    /** The branches and tags that an environment admits. */
    async policies(repository, name) {
        const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
        const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
        const found = await settings_all((page) => this.#client.look(route, { ...place, page }, policyPage), ({ branch_policies: policies }) => policies);
        return found?.map(({ name: pattern, type }) => ({
            kind: type === 'tag' ? 'tag' : 'branch',
            pattern: pattern ?? '',
        }));
    }
    /** The active rulesets for tags. */
    async tagRulesets(repository) {
        const route = 'GET /repos/{owner}/{repo}/rulesets';
        const found = await seen(this.#client.list(route, { ...ownerAndRepo(repository), targets: 'tag' }, ruleset));
        if (found === undefined)
            return undefined;
        const detailed = await Promise.all(found.map(({ id }) => this.#rulesets.find(repository, id)));
        return detailed.flatMap((one) => (one?.isActive === true ? one : []));
    }
    /** The rules that stop pushes to a branch, by their rulesets, and its branch protection. */
    async branchRules(repository, name) {
        const place = { ...ownerAndRepo(repository), branch: name };
        const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
        const [rules, found] = await Promise.all([
            seen(this.#client.list(route, place, settings_ruleInForce)),
            seen(this.#client.look('GET /repos/{owner}/{repo}/branches/{branch}', place, settings_branch)),
        ]);
        if (rules === undefined)
            return undefined;
        const stops = rules.filter(({ type }) => stopping.has(type));
        const ids = [...new Set(stops.flatMap(({ ruleset_id: id }) => id ?? []))];
        const byRulesets = ids.map(async (id) => {
            const one = await this.#rulesets.find(repository, id);
            const types = stops.filter(({ ruleset_id: of }) => of === id).map(({ type }) => type);
            return {
                ruleset: `the ruleset ${one === undefined ? id : (0,domain_text/* quoted */.TL)(one.name)}`,
                types: [...new Set(types)],
                actors: one?.actors,
            };
        });
        const isProtected = found?.protected === true && rules.length === 0;
        return [
            ...(await Promise.all(byRulesets)),
            ...(isProtected ? [{ ruleset: 'the branch protection', types: ['protection'], actors: undefined }] : []),
        ];
    }
    /** Which actions may be used. */
    async actions(repository) {
        const route = 'GET /repos/{owner}/{repo}/actions/permissions';
        const found = await seen(this.#client.look(route, ownerAndRepo(repository), permissions));
        return (found && {
            isEnabled: found.enabled,
            allowed: found.allowed_actions ?? undefined,
            needsFullCommits: found.sha_pinning_required === true,
        });
    }
    /** What the token of a job may do if a workflow does not say it. */
    async jobToken(repository) {
        const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
        const found = await seen(this.#client.look(route, ownerAndRepo(repository), jobToken));
        return (found && {
            mayWrite: found.default_workflow_permissions === 'write',
            mayPropose: found.can_approve_pull_request_reviews,
        });
    }
    /** GitHub says "not found" if they are not, and to those who are no administrators. */
    async hasImmutableReleases(repository) {
        const place = ownerAndRepo(repository);
        try {
            const found = await this.#client.look('GET /repos/{owner}/{repo}/immutable-releases', place, immutability);
            if (found !== undefined)
                return found.enabled;
        }
        catch (error) {
            if (isHidden(error))
                return undefined;
            throw error;
        }
        const repositoryFound = await this.#client.look('GET /repos/{owner}/{repo}', place, administered);
        return repositoryFound?.permissions?.admin === false ? undefined : false;
    }
    /** What a repository is a fork of; undefined if there is no such repository. */
    async fork(name) {
        const found = await seen(this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), fork));
        return found && { parent: found.source?.full_name };
    }
    /** How many commits the default branch of a fork is behind that of another repository. */
    async behind(name, upstream) {
        const repository = { ...ownerAndRepo(upstream) };
        const [here, there] = await Promise.all([
            seen(this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), fork)),
            seen(this.#client.look('GET /repos/{owner}/{repo}', repository, fork)),
        ]);
        if (here === undefined || there === undefined)
            return undefined;
        const basehead = `${there.default_branch}...${ownerAndRepo(name).owner}:${here.default_branch}`;
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        const found = await seen(this.#client.look(route, { ...repository, basehead, per_page: 1 }, settings_comparison));
        return found?.behind_by;
    }
}
const perPage = 30; // the most that GitHub gives for variables
/** The entries of all pages; undefined if the token may not see them. */
async function settings_all(ask, entries) {
    const collected = [];
    for (let number = 1;; number++) {
        const page = await seen(ask(number));
        if (page === undefined)
            return number === 1 ? undefined : collected;
        const found = entries(page);
        collected.push(...found);
        if (found.length === 0 || collected.length >= (page.total_count ?? 0))
            return collected;
    }
}
/** Undefined instead of the refusal of what the token may not see. */
async function seen(answer) {
    return answer.catch((error) => {
        if (isHidden(error))
            return undefined;
        throw error;
    });
}
/** Whether a permission is missing. A limit is refused with the same status. */
const isHidden = (error) => error instanceof domain_error/* ReleaseError */.K2 &&
    error.cause?.status === 403 &&
    !/rate limit/i.test(error.message);
const valuesOf = (variables) => Object.fromEntries(variables.map(({ name, value }) => [name, value]));

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/world/http/file-body.js
var file_body = __webpack_require__(97446);
;// CONCATENATED MODULE: ./build/src/world/github/uploads.js









// Most uploads end earlier. A job that takes longer finds a complete file, or none, and looks again.
// Why: docs/decisions.md D28
const usualUpload = 3 * 60_000;
// The clocks of a runner and of GitHub may differ, and GitHub notes the begin of an upload some time later.
const clockTolerance = 10_000;
// GitHub allows a hundred requests at a time. Each of these reads its file from disk in pieces.
const atOnce = 25;
const uploaded = (0,world_shape/* record */.g1)({ name: world_shape/* string */.Yj, size: world_shape/* integer */.nd, url: world_shape/* string */.Yj, state: world_shape/* string */.Yj, digest: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj) });
/** Uploads and downloads of the files of releases: from disk, several at a time, without the pauses of other writes. */
class Uploads {
    #client;
    #host;
    constructor(client, host) {
        this.#client = client;
        this.#host = host;
    }
    /** Whether another job may still be uploading this file. An upload of this run has ended in any case. */
    isGoingOn({ name, begunAt }) {
        const isOwn = Math.abs(begunAt - (this.#host.ledger.recall(unconfirmed(name)) ?? Infinity)) < clockTolerance;
        return !isOwn && Date.now() - begunAt < usualUpload * this.#host.pace;
    }
    /** Uploads files. When it throws, no upload is going on any more. */
    async send({ uploadUrl, assets, isDraft }) {
        const total = assets.reduce((sum, { size }) => sum + size, 0);
        let [done, count] = [0, 0];
        const sendNext = async (asset) => {
            await this.#sendOne(asset, { uploadUrl, isDraft, hasProgressed: count > 0 });
            done += asset.size;
            count += 1;
            this.#host.progress(`uploaded ${count} of ${assets.length} files, ${mebibytes(done)} of ${mebibytes(total)} MiB`);
        };
        await (0,parallel/* boundedly */.Xt)(assets, sendNext, atOnce);
    }
    async #sendOne({ path, name, label, size, digest }, { uploadUrl, isDraft, hasProgressed }) {
        if ((await (0,promises_.stat)(path)).size !== size)
            throw changed(path);
        const url = new URL(uploadUrl);
        url.searchParams.set('name', name);
        if (label !== undefined)
            url.searchParams.set('label', label);
        const begun = Date.now();
        const sent = { file: new file_body/* FileBody */.p({ path, size }), shape: uploaded };
        const made = await this.#client.upload(url.href, sent, {
            hasProgressed,
            wasSeen: isDraft,
            unconfirmed: () => this.#host.ledger.remember(unconfirmed(name), begun),
        });
        const isWhole = made.state === 'uploaded' && made.size === size;
        if (!isWhole)
            throw new change/* Moved */.a(`GitHub has only part of ${name}`);
        if ((made.digest ?? (await this.digest(made.url, size))) !== digest)
            throw changed(path);
        if (made.name !== name)
            throw new domain_error/* ReleaseError */.K2(`GitHub stored the file ${(0,domain_text/* quoted */.TL)(name)} under another name: ${(0,domain_text/* quoted */.TL)(made.name)}.`, {
                fix: `Rename the file to a name that GitHub keeps, such as ${made.name}`,
            });
    }
    /** The checksum of the file that GitHub serves, for servers that do not tell it. */
    async digest(assetUrl, size) {
        return (0,retry/* repeated */.ZD)(async () => {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            const bytes = await this.#client.download(assetUrl, size);
            let read = 0;
            try {
                for await (const chunk of bytes) {
                    hash.update(chunk);
                    read += chunk.length;
                    if (read > size)
                        break;
                }
            }
            catch (cause) {
                this.#host.signal.throwIfAborted();
                throw new retry/* Unanswered */.XX(`The download of ${assetUrl} broke off after ${read} of ${size} bytes`, { cause });
            }
            if (read === size)
                return `sha256:${hash.digest('hex')}`;
            const length = read > size ? `has more than ${size} bytes` : `ended after ${read} of ${size} bytes`;
            throw new retry/* Unanswered */.XX(`The download of ${assetUrl} ${length}`);
        }, this.#host);
    }
}
/** When an upload of this run began whose answer got lost. */
const unconfirmed = (name) => ({ name: `unconfirmed upload of ${name}` });
const changed = (path) => new domain_error/* ReleaseError */.K2(`${path} has changed since this run began.`, {
    fix: 'Run it again when no other program writes to this file any more.',
});
const mebibytes = (bytes) => (bytes / 1024 / 1024).toFixed(1);

;// CONCATENATED MODULE: ./build/src/world/github/workflows.js




const runs = (0,world_shape/* record */.g1)({ workflow_runs: (0,world_shape/* list */.p_)((0,world_shape/* record */.g1)({ head_branch: (0,world_shape/* maybe */.no)(world_shape/* string */.Yj), html_url: world_shape/* link */.nf })) });
const started = (0,world_shape/* maybe */.no)((0,world_shape/* record */.g1)({ html_url: world_shape/* link */.nf }));
const workflows_looks = 5;
// How long another run may take from its push until the run that it starts is shown.
const courtesy = 60_000;
/** Workflows and their runs. */
class Workflows {
    #client;
    #host;
    constructor(client, host) {
        this.#client = client;
        this.#host = host;
    }
    /** The page of a run at this very tag, whatever started it. */
    async findRun({ repository, workflow, tag, commit }) {
        const query = { ...ownerAndRepo(repository), workflow_id: workflow, head_sha: commit, per_page: 100 };
        const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
        const found = await this.#client.look(route, query, runs);
        return found?.workflow_runs.find((run) => run.head_branch === tag)?.html_url;
    }
    /**
     * Starts a workflow, for a token whose pushes start none. Gives the page of the run, if GitHub tells it. If somebody else
     * made the tag a moment ago, he gets the time to start it himself.
     */
    start(wanted, madeAt) {
        const { repository, workflow, tag } = wanted;
        const keys = [`run of ${workflow} at ${tag} in ${repository}`];
        return {
            keys,
            title: `Start ${workflow} at ${tag}`,
            detail: `in ${repository}`,
            reach: 'remote',
            apply: async () => {
                if (madeAt !== undefined && (await this.#isStartedSoon(wanted, madeAt)))
                    throw new change/* Moved */.a(`another run started ${workflow} at ${tag}`, { unmade: keys, hasProgressed: true });
                try {
                    return await this.#dispatch(wanted);
                }
                catch (error) {
                    if (!(error instanceof change/* Moved */.a))
                        throw error;
                    return this.#runAfterAll(wanted, error);
                }
            },
        };
    }
    /** Looks for a run for as long as the tag is new. The time is random, so that of two who wait only one starts it. */
    async #isStartedSoon(wanted, madeAt) {
        const { pace } = this.#host;
        const end = Math.min(madeAt * 1000, Date.now()) + courtesy * pace * (1 + Math.random());
        for (let look = 1; Date.now() < end; look++) {
            this.#host.progress(`waiting for a run of ${wanted.workflow} at ${wanted.tag}, which was made a moment ago`);
            await (0,retry/* pause */.v7)(look, this.#host, end);
            if ((await this.findRun(wanted)) !== undefined)
                return true;
        }
        return false;
    }
    async #dispatch({ repository, workflow, tag }) {
        const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
        const wanted = { ...ownerAndRepo(repository), workflow_id: workflow, ref: tag, return_run_details: true };
        const url = (await this.#client.write(route, wanted, started))?.html_url; // older servers answer with nothing
        this.#host.progress(`${workflow} runs at ${tag}${url === undefined ? '' : `: ${url}`}`);
        return url;
    }
    /** The answer to a dispatch got lost. A run appears some seconds late, and a second run would release twice. */
    async #runAfterAll(wanted, error) {
        for (let look = 1; look <= workflows_looks; look++) {
            await (0,retry/* pause */.v7)(look, this.#host);
            const url = await this.findRun(wanted);
            if (url !== undefined)
                return url;
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/world/github/github.js



















/** GitHub's API. Repositories are `owner/name`. */
class GitHub {
    accounts;
    repositories;
    commits;
    /** Files, without a checkout. */
    files;
    /** Commits that are made in a fork, without a checkout. */
    forkCommits;
    refs;
    /** Pull requests with which a run proposes its commit. */
    proposals;
    /** What was merged and closed. */
    completedWork;
    issues;
    issueTexts;
    comments;
    discussions;
    /** The releases that there are. */
    releases;
    /** Changes of releases. */
    publishing;
    rulesets;
    /** What people have set up for a repository. */
    settings;
    /** The files of releases. */
    uploads;
    workflows;
    constructor(host, http) {
        const client = new Client(host, http);
        this.accounts = new Accounts(client);
        this.repositories = new Repositories(client);
        this.commits = new Commits(client);
        this.files = new Files(client);
        this.forkCommits = new ForkCommits(client);
        this.refs = new Refs(client);
        this.proposals = new Proposals(client);
        this.completedWork = new CompletedWork(client);
        this.issues = new Issues(client);
        this.issueTexts = new IssueTexts(client, { host, issues: this.issues });
        this.comments = new Comments(client);
        this.discussions = new Discussions(client);
        this.uploads = new Uploads(client, host);
        this.releases = new Releases(client, { ledger: host.ledger, uploads: this.uploads });
        this.publishing = new Publishing(client, { host, uploads: this.uploads });
        this.rulesets = new Rulesets(client, { host, refs: this.refs });
        this.settings = new RepositorySettings(client, this.rulesets);
        this.workflows = new Workflows(client, host);
    }
}


/***/ }),

/***/ 97446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ PiecesBody),
/* harmony export */   p: () => (/* binding */ FileBody)
/* harmony export */ });
/* harmony import */ var _file_pieces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60568);

/** A body that is sent piece by piece, from the beginning each time. A class, because Octokit makes JSON of plain objects. */
class PiecesBody {
    size;
    pieces;
    constructor({ size, pieces }) {
        this.size = size;
        this.pieces = pieces;
    }
}
/** A file that is sent from disk. */
class FileBody extends PiecesBody {
    constructor({ path, size }) {
        super({ size, pieces: () => (0,_file_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .piecesOf */ .X)(path) });
    }
}


/***/ }),

/***/ 82163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ Misfit),
/* harmony export */   E7: () => (/* binding */ gitObject),
/* harmony export */   PP: () => (/* binding */ ignored),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** A value is not what was asked for. The message says where it is, and what was there. */
class Misfit extends Error {
    name = 'Misfit';
}
/** An object with these fields, and perhaps others. */
function record(fields) {
    return (value, place = '') => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw misfit(value, place, 'an object');
        const given = value;
        const read = ([name, shape]) => [name, shape(given[name], place === '' ? name : `${place}.${name}`)];
        return Object.fromEntries(Object.entries(fields).map(read)); // each by its own shape
    };
}
const mostEntries = 1000;
/** A list. GitHub's longest has 1000 entries: the files of a release. */
function list(entry, most = mostEntries) {
    return (value, place = '') => {
        if (!Array.isArray(value))
            throw misfit(value, place, 'a list');
        if (value.length > most)
            throw new Misfit(`${named(place)} has ${value.length} entries, more than ${most}`);
        return value.map((one, index) => entry(one, `${place}[${index}]`));
    };
}
/** What may be null or missing. */
function maybe(shape) {
    return (value, place) => (value === null || value === undefined ? value : shape(value, place));
}
/** For an answer that nobody reads. */
const ignored = () => undefined;
const string = only('a text', (value) => typeof value === 'string');
const boolean = only('true or false', (value) => typeof value === 'boolean');
const integer = only('a whole number', (value) => Number.isSafeInteger(value));
/** A text that a date and a time can be read from. */
const instant = texts('a time', (value) => !Number.isNaN(Date.parse(value)));
/** The name of an object of git. */
const gitObject = texts('the name of a git object', (value) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value));
/** `owner/name`. */
const repositoryName = texts('the name of a repository', (value) => /^[\w.-]+\/[\w.-]+$/.test(value));
/** The address of a page. */
const link = texts('an address', (value) => /^https?:/.test(value) && URL.canParse(value));
function texts(wanted, fits) {
    return only(wanted, (value) => typeof value === 'string' && fits(value));
}
function only(wanted, fits) {
    return (value, place = '') => {
        if (fits(value))
            return value; // has just been checked
        throw misfit(value, place, wanted);
    };
}
const misfit = (value, place, wanted) => new Misfit(`${named(place)} is ${shown(value)}, not ${wanted}`);
const named = (place) => (place === '' ? 'the answer' : place);
const longestShown = 60;
function shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'string' ? (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value.slice(0, longestShown)) : JSON.stringify(value);
}


/***/ })

};
