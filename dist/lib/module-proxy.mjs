export const id = "module-proxy";
export const ids = ["module-proxy"];
export const modules = {

/***/ 82551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ canonicalVersion),
/* harmony export */   Dv: () => (/* binding */ isPseudoVersion),
/* harmony export */   J$: () => (/* binding */ isFetchable),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   ct: () => (/* binding */ takesMajor),
/* harmony export */   wK: () => (/* binding */ isPlaceholder),
/* harmony export */   z1: () => (/* binding */ escapedPath)
/* harmony export */ });
/** Splits a module path as Go does. Undefined if it ends in a major version that no path may have. */
function splitPath(path) {
    if (path.startsWith('gopkg.in/')) {
        const [, base, suffix] = /^(.+)(\.v(?:0|[1-9]\d*)(?:-unstable)?)$/.exec(path) ?? [];
        return base === undefined || suffix === undefined ? undefined : { base, suffix };
    }
    const [, base, numbers] = /^(.+)\/v([\d.]+)$/.exec(path) ?? [];
    if (base === undefined || numbers === undefined)
        return { base: path, suffix: '' };
    return /^[1-9]\d*$/.test(numbers) && numbers !== '1' ? { base, suffix: `/v${numbers}` } : undefined;
}
/** Whether modules with this suffix may have versions of this major number: https://go.dev/ref/mod#major-version-suffixes */
function takesMajor({ suffix }, major) {
    if (suffix === '')
        return major < 2;
    return Number(/\d+/.exec(suffix)?.[0]) === major;
}
/** The canonical form of a version, such as v1.2.0 for v1.2. Undefined if it is not a version. */
function canonicalVersion(text) {
    const number = '(?:0|[1-9][0-9]*)';
    const parts = String.raw `(?:${number}|[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*)`;
    const shape = new RegExp(String.raw `^(?<short>v${number}(?:\.${number})?)$|^(?<full>v${number}\.${number}\.${number}(?:-${parts}(?:\.${parts})*)?)(?<build>\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
    const { short, full, build } = shape.exec(text)?.groups ?? {};
    if (short !== undefined)
        return short + '.0'.repeat(3 - short.split('.').length);
    return full === undefined ? undefined : full + (build === '+incompatible' ? build : '');
}
// Go does not take a tag of this form for a release: https://go.dev/ref/mod#pseudo-versions
const isPseudoVersion = (version) => /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/.test(version);
/** The version that go mod writes for a module that only a replace provides. It cannot be fetched. */
const isPlaceholder = (version) => /^v0\.0\.0$|^v\d+\.0\.0-00010101000000-0{12}$/.test(version);
/** A path or a version in the URL of a proxy: https://go.dev/ref/mod#goproxy-protocol */
const escapedPath = (text) => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
/** Whether Go can fetch a module with this path: https://go.dev/ref/mod#go-mod-file-ident */
function isFetchable(path) {
    const [domain = '', ...rest] = path.split('/');
    const isElement = (part) => /^[\w.~-]+$/.test(part) && !/^\.|\.$/.test(part);
    return /^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/.test(domain) && rest.every(isElement);
}


/***/ }),

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ModuleProxy: () => (/* binding */ ModuleProxy)
});

// EXTERNAL MODULE: ./build/src/domain/gomod/module-path.js
var module_path = __webpack_require__(82551);
;// CONCATENATED MODULE: ./build/src/domain/gomod/sum.js
/** The line of a go.mod file in every go.sum: https://go.dev/ref/mod#go-sum-files */
async function goModSum(text) {
    const hash = Buffer.from(await sha256(text)).toString('hex');
    return `h1:${Buffer.from(await sha256(`${hash}  go.mod\n`)).toString('base64')}`;
}
const sha256 = (text) => crypto.subtle.digest('SHA-256', Buffer.from(text));

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __webpack_require__(34104);
// EXTERNAL MODULE: ./build/src/world/shape.js
var shape = __webpack_require__(82163);
;// CONCATENATED MODULE: ./build/src/world/module-proxy.js







const mebibyte = 1024 * 1024;
const shortestLook = 5; // seconds
/** A Go module proxy: https://go.dev/ref/mod#goproxy-protocol */
class ModuleProxy {
    #host;
    #http;
    constructor(host, http) {
        this.#host = host;
        this.#http = http;
    }
    // Why: docs/decisions.md D19
    /**
     * The modules that a proxy does not serve yet. A module that it serves with other content is refused. Ask only for
     * modules that are tagged: a proxy remembers for minutes that a version is missing. A proxy that takes longer than so many
     * seconds does not serve them yet.
     */
    async unserved(url, modules, seconds) {
        const deadline = Date.now() + Math.max(seconds, shortestLook) * 1000;
        const served = await (0,parallel/* boundedly */.Xt)(modules, (module) => this.#isServed(url, module, deadline));
        return modules.filter((_, index) => served[index] === false);
    }
    /** Makes a proxy fetch modules, and waits until it serves all of them, at most for so many seconds. */
    serve(url, modules, seconds) {
        if (modules.length === 0)
            return undefined;
        return {
            keys: modules.map((module) => `${versioned(module)} on ${url}`),
            title: `Wait until ${url} serves ${modules.length === 1 ? versioned(modules[0]) : `${modules.length} modules`}`,
            detail: modules.map(versioned).join('\n'),
            reach: 'remote',
            apply: () => this.#waitFor(url, modules, seconds),
        };
    }
    async #waitFor(url, modules, seconds) {
        const deadline = Date.now() + seconds * 1000;
        let unserved = modules;
        for (let attempt = 1;; attempt++) {
            unserved = await this.unserved(url, unserved, (deadline - Date.now()) / 1000);
            if (unserved.length === 0)
                return;
            if (Date.now() >= deadline)
                throw notServed(url, unserved, seconds);
            this.#host.progress(`${url} serves ${modules.length - unserved.length} of ${modules.length} modules`);
            await (0,retry/* pause */.v7)(attempt, this.#host, deadline);
        }
    }
    async #isServed(url, module, deadline) {
        try {
            return await (0,retry/* repeated */.ZD)(() => this.#serves(url, module, deadline), this.#host, deadline);
        }
        catch (error) {
            if (error instanceof retry/* Unanswered */.XX)
                return false; // the time is over
            throw error;
        }
    }
    async #serves(url, module, deadline) {
        const address = `${url.replace(/\/+$/, '')}/${(0,module_path/* escapedPath */.z1)(module.path)}/@v/${(0,module_path/* escapedPath */.z1)(module.version)}`;
        const info = await this.#text(`${address}.info`, { longest: mebibyte, deadline });
        if (info === undefined)
            return false;
        refuseOtherInfo(url, module, parseInfo(info));
        const longest = Math.max(mebibyte, 2 * module.goMod.length); // what is longer is another go.mod
        const goMod = await this.#text(`${address}.mod`, { longest, deadline });
        if (goMod === undefined)
            return false;
        if (!/^\s*module\s/m.test(goMod))
            throw new retry/* Unanswered */.XX(`${address}.mod is not a go.mod: ${(0,domain_text/* quoted */.TL)(goMod.slice(0, 200))}`);
        const [wanted, found] = await Promise.all([goModSum(module.goMod), goModSum(goMod)]);
        if (wanted === found)
            return true;
        throw otherModule(url, module, `with another go.mod: its sum is ${found}, that of the tag ${wanted}`);
    }
    /** The text at an address; undefined if there is none. */
    async #text(address, bounds) {
        const { status, body } = await this.#http.get(address, bounds);
        if (status === 200)
            return body;
        if (status === 404 || status === 410)
            return undefined;
        throw new error/* ReleaseError */.K2(`${address} answered ${status}: ${(0,domain_text/* quoted */.TL)(body.slice(0, 200).trim())}`, {
            fix: 'Check the input proxy. It takes the address of a proxy that this job can reach, such as https://proxy.golang.org.',
        });
    }
}
/** https://go.dev/ref/mod#goproxy-protocol */
const moduleInfo = (0,shape/* record */.g1)({
    Version: shape/* string */.Yj,
    Time: (0,shape/* maybe */.no)(shape/* instant */.uR),
    Origin: (0,shape/* maybe */.no)((0,shape/* record */.g1)({ Hash: (0,shape/* maybe */.no)(shape/* string */.Yj) })),
});
function parseInfo(text) {
    try {
        return moduleInfo(JSON.parse(text));
    }
    catch (cause) {
        throw new retry/* Unanswered */.XX(`the proxy answered ${(0,domain_text/* quoted */.TL)(text.slice(0, 200))}, which is not the answer of a Go module proxy`, { cause });
    }
}
/** A proxy may leave out commit and time. If it gives them, they must be right. */
function refuseOtherInfo(url, module, { Version, Time, Origin }) {
    if (Version !== module.version)
        throw otherModule(url, module, `as ${(0,domain_text/* quoted */.TL)(Version)}`);
    if (typeof Origin?.Hash === 'string' && Origin.Hash !== module.commit.sha)
        throw otherModule(url, module, `from ${(0,domain_text/* short */.h0)(Origin.Hash)}, not from ${(0,domain_text/* short */.h0)(module.commit.sha)}`);
    if (typeof Time === 'string' && Date.parse(Time) !== module.commit.epoch * 1000)
        throw otherModule(url, module, `as a commit of ${Time}, not of ${new Date(module.commit.epoch * 1000).toISOString()}`);
}
const versioned = (module) => `${module?.path}@${module?.version}`;
const otherModule = (url, module, how) => new error/* ReleaseError */.K2(`${url} serves ${versioned(module)} ${how}.`, {
    fix: 'Release the next version. The proxy has seen this tag at another commit, and keeps that commit for ever.',
});
const notServed = (url, modules, seconds) => new error/* ReleaseError */.K2(`${url} still does not serve ${(0,domain_text/* abridged */.$y)(modules.map(versioned), 5)} after ${seconds} seconds.`, {
    fix: 'The tags are pushed. Run it again with a longer proxy-wait to continue waiting. A proxy that was asked too early needs up to an hour. A public proxy never serves a private repository.',
});


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
