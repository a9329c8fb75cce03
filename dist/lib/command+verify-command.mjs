export const id = "command+verify-command";
export const ids = ["command+verify-command"];
export const modules = {

/***/ 51334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ GitProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38321);



/** Runs git without the environment and the configuration of the caller. Only the served repository has settings. */
class GitProcesses {
    #environment;
    #running = new Map();
    #ended = false;
    constructor(searchPath) {
        this.#environment = { ...scrubbed, PATH: searchPath };
    }
    /** What git printed, with any exit code: some commands end with 1 when they find nothing. */
    async run(args, { env, input }) {
        if (this.#ended)
            throw new Error('The git server is closed.');
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', args, { env: { ...this.#environment, ...env }, detached: true });
        child.stdin.on('error', () => { }); // git may stop reading early: its output tells why
        child.stdin.end(input);
        const outcome = Promise.all([(0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(child.stderr), (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close')]).then(([stdout, stderr, [exitCode]]) => ({ stdout, stderr, exitCode: exitCode ?? undefined }));
        this.#running.set(child, outcome);
        return outcome.finally(() => this.#running.delete(child));
    }
    /** Kills every git that still runs, and waits until all of them are gone. */
    async end() {
        this.#ended = true;
        for (const { pid, exitCode, signalCode } of this.#running.keys()) {
            const isRunning = pid !== undefined && exitCode === null && signalCode === null;
            if (isRunning)
                process.kill(-pid); // the process group, because git does not end its hooks
        }
        await Promise.allSettled(this.#running.values());
    }
}
const configuration = {
    'uploadpack.allowAnySHA1InWant': 'true', // GitHub allows it, and actions/checkout fetches commits by their SHA
    'uploadpack.allowFilter': 'true',
    'receive.autogc': 'false',
    'pack.window': '0', // nothing is sent far
    'pack.compression': '1',
    'safe.directory': '*',
};
const scrubbed = {
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: String(Object.keys(configuration).length),
    ...Object.fromEntries(Object.entries(configuration).flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ])),
};


/***/ }),

/***/ 43426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ incomplete),
/* harmony export */   Px: () => (/* binding */ BorrowedRepository),
/* harmony export */   gA: () => (/* binding */ refsOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _embedded_git_processes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51334);




/** A repository with objects of a checkout, which are not copied, and with none of its settings. */
class BorrowedRepository {
    /** Where git has its files. */
    folder;
    #git;
    /** The files are written by hand: git would need ten processes for it. */
    static async make(checkout, folder, { isBare, head, refs }) {
        const places = ['--git-path', 'objects', '--git-path', 'shallow'];
        const found = await checkout.look('rev-parse', '--path-format=absolute', ...places);
        const [objects = '', shallow = ''] = (found ?? '').split('\n');
        const files = {
            HEAD: `ref: refs/heads/${head}\n`,
            config: `[core]\n\trepositoryformatversion = 0\n\tbare = ${isBare}\n`,
            'objects/info/alternates': `${objects}\n`,
            'packed-refs': [...refs]
                .toSorted(([one], [other]) => (one < other ? -1 : 1))
                .map(([ref, sha]) => `${sha} ${ref}\n`)
                .join(''),
        };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'objects/info'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'refs'));
        for (const [name, text] of Object.entries(files))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), text);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(shallow, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'shallow')).catch(() => undefined); // most checkouts are whole
        const made = new BorrowedRepository(folder, checkout.searchPath);
        const { stderr, exitCode } = await made.run(['for-each-ref', '--format=%(objectname) %(*objectname)']);
        if (exitCode !== 0)
            throw incomplete(stderr);
        return made;
    }
    constructor(folder, searchPath) {
        this.folder = folder;
        this.#git = new _embedded_git_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcesses */ .q(searchPath);
    }
    /** What git printed, with any exit code. */
    run(args, { env, ...rest } = {}) {
        return this.#git.run(args, { ...rest, env: { GIT_DIR: this.folder, ...env } });
    }
    /** The trimmed output of git; undefined if git finds nothing. */
    look = async (...args) => {
        const { stdout, exitCode } = await this.run(args);
        return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
    };
}
/** What is said of a checkout that lacks an object. */
const incomplete = (stderr) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`This checkout is not whole: ${stderr.trim().split('\n', 1)[0]}`, {
    fix: 'Get everything from the remote: git fetch --refetch --no-filter --tags origin',
});
/** The objects to which refs of a checkout lead, by their full names. */
async function refsOf(checkout, ...names) {
    const listed = await checkout.look('for-each-ref', '--format=%(objectname) %(refname)', ...names);
    const lines = (listed ?? '').split('\n').map((line) => line.split(' '));
    return new Map(lines.flatMap(([sha = '', ref = '']) => (/^(?:refs\/remotes\/origin\/HEAD)?$/.test(ref) ? [] : [[ref, sha]])));
}


/***/ }),

/***/ 46613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ openPage)
/* harmony export */ });
/* unused harmony export showInBrowser */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);





/** Writes a page into a folder of its own, which nobody else can have made, and opens it. Returns its path. */
async function openPage({ name, html }, env) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'release-actions-')), `${name.replaceAll(/[^\w.-]+/g, '-')}.html`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, html);
    showInBrowser((0,node_url__WEBPACK_IMPORTED_MODULE_4__.pathToFileURL)(path).href, env);
    return path;
}
/** Opens a page in the browser of the person at this machine. Nothing happens where there is none. */
function showInBrowser(address, env) {
    const [program, ...args] = openerFor(env);
    if (program === undefined)
        return;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, [...args, address], { env, stdio: 'ignore', detached: true });
    child.on('error', () => { }); // the address was printed
    child.unref();
}
/** On Linux without a screen, `xdg-open` would start a browser in the terminal. */
function openerFor({ DISPLAY, WAYLAND_DISPLAY }) {
    if (process.platform === 'darwin')
        return ['open'];
    if (process.platform === 'win32')
        return ['explorer.exe'];
    return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : [];
}


/***/ }),

/***/ 99411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ evaluatedTexts),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Wn: () => (/* binding */ evaluated),
/* harmony export */   Z4: () => (/* binding */ evaluatedText),
/* harmony export */   lH: () => (/* binding */ Lookup),
/* harmony export */   v9: () => (/* binding */ holds),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74185);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49552);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85520);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20612);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(12853);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40232);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5871);
/* harmony import */ var _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96019);
/* harmony import */ var _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44942);
/* harmony import */ var _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35489);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);





/** A context whose entries are looked up when an expression names them, such as secrets. */
class Lookup {
    find;
    constructor(find) {
        this.find = find;
    }
}
/** The value, with every expression in it evaluated. Throws a refusal with the line if GitHub could not evaluate it. */
function evaluated(value, scope) {
    if (value.kind === 'literal')
        return value.value;
    if (value.kind === 'list')
        return value.items.map((item) => evaluated(item, scope));
    if (value.kind === 'mapping')
        return Object.fromEntries(value.entries.map((entry) => [entry.key, evaluated(entry.value, scope)]));
    return expressionIn(value.expression, scope, (cause) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const message = `The expression ${value.expression} cannot be evaluated: ${reason.replace(/\.$/, '')}.`;
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(message, { at: value.at, cause });
    });
}
/** As a text, like in `run` or `env`. Nothing is an empty text. */
function evaluatedText(value, scope) {
    return value === undefined ? '' : plainText(evaluated(value, scope));
}
/** The texts of a mapping, such as `env`. */
function evaluatedTexts(value, scope) {
    const all = value === undefined ? {} : evaluated(value, scope);
    if (typeof all !== 'object' || all === null || isList(all))
        return {};
    return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, plainText(one)]));
}
/** Whether a condition holds. Anything but false, 0, an empty text and null does. */
function holds(value, scope, fallback = true) {
    if (value === undefined)
        return fallback;
    const plain = evaluated(value, scope);
    return plain !== '' && plain !== 0 && plain !== false && plain !== null;
}
const plainText = (plain) => toData(plain).coerceString();
const isList = (plain) => Array.isArray(plain);
function expressionIn(text, { contexts, functions = {} }, refused) {
    try {
        const known = Object.entries(functions).map(([name, call]) => definitionOf(name, call));
        const tree = new _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_1__/* .Parser */ .i(tokensOf(text), Object.keys(contexts), known).parse();
        const all = new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_2__/* .Dictionary */ .b(...Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) })));
        return toPlain(new _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_3__/* .Evaluator */ .o(tree, all, new Map(known.map((one) => [one.name.toLowerCase(), one]))).evaluate());
    }
    catch (cause) {
        throw cause instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? cause : refused(cause);
    }
}
/** The lexer replaces only the first of the doubled quotes in a text. */
const tokensOf = (text) => new _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__/* .Lexer */ .JG(text)
    .lex()
    .tokens.map((token) => token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__/* .TokenType */ .ks.STRING ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token);
function definitionOf(name, call) {
    return {
        name,
        minArgs: 0,
        maxArgs: 255,
        call: (...args) => toData(call(...args.map((argument) => argument.coerceString()))),
    };
}
function toData(plain) {
    if (plain instanceof Lookup)
        return new LookupDictionary(plain);
    if (plain === null)
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_5__/* .Null */ .U();
    if (typeof plain === 'string')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__/* .StringData */ .u(plain);
    if (typeof plain === 'number')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_7__/* .NumberData */ .Q(plain);
    if (typeof plain === 'boolean')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_8__/* .BooleanData */ .b(plain);
    if (isList(plain))
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_9__/* .Array */ .O(...plain.map(toData));
    return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_2__/* .Dictionary */ .b(...Object.entries(plain).map(([key, value]) => ({ key, value: toData(value) })));
}
class LookupDictionary extends _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_2__/* .Dictionary */ .b {
    #lookup;
    constructor(lookup) {
        super();
        this.#lookup = lookup;
    }
    get(key) {
        const found = this.#lookup.find(key);
        return found === undefined ? undefined : new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__/* .StringData */ .u(found);
    }
}
function toPlain(value) {
    if (value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Array)
        return value.values().map(toPlain);
    if (value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Dictionary)
        return Object.fromEntries(value.pairs().map((pair) => [pair.key, toPlain(pair.value)]));
    return value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Null ? null : value.value;
}


/***/ }),

/***/ 69169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ namedBy),
/* harmony export */   e: () => (/* binding */ combinationsOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99411);


// https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
/** The combinations of a matrix: all of its values, without `exclude`, with `include`. */
function combinationsOf(matrix) {
    if (!isMapping(matrix))
        return [];
    const { include = [], exclude = [], ...axes } = matrix;
    const crossed = Object.entries(axes).reduce((all, [name, values]) => all.flatMap((one) => listOf(values).map((value) => ({ ...one, [name]: value }))), [{}]);
    const excluded = mappingsIn(exclude);
    const isLeft = (one) => !excluded.some((part) => isPartOf(part, one));
    const original = Object.keys(axes).length === 0 ? [] : crossed.filter(isLeft);
    return included(original, mappingsIn(include), Object.keys(axes));
}
/** Each included one extends the combinations that it does not contradict; if there are none, it is one of its own. */
function included(original, includes, axes) {
    const extended = original.map((one) => ({ ...one }));
    const added = [];
    for (const include of includes) {
        const own = Object.fromEntries(Object.entries(include).filter(([name]) => axes.includes(name)));
        const fitting = extended.filter((_, index) => isPartOf(own, original[index] ?? {}));
        if (fitting.length === 0)
            added.push(include);
        for (const one of fitting)
            Object.assign(one, include);
    }
    return [...extended, ...added];
}
/** `build (linux, 24)`, as GitHub names the jobs of a matrix. */
function namedBy(combination) {
    const values = Object.values(combination).flatMap((value) => textsIn(value));
    return values.length === 0 ? '' : ` (${values.join(', ')})`;
}
const textsIn = (value) => typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [(0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(value)];
const isPartOf = (part, whole) => Object.entries(part).every(([name, value]) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(whole[name], value));
const isMapping = (plain) => typeof plain === 'object' && plain !== null && !(0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(plain);
const listOf = (plain) => ((0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(plain) ? plain : [plain]);
const mappingsIn = (plain) => listOf(plain).filter(isMapping);


/***/ }),

/***/ 62540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ documentOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/rehearsal/page/html.js
var html = __webpack_require__(7840);
;// CONCATENATED MODULE: ./build/src/rehearsal/page/style.js
/** The style of the page, for light and dark screens. Every text has a contrast of at least 4.5 to 1. */
const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1b1f24; --soft: #57606a; --line: #d5dae1; --link: #0550ae;
  --good: #116329; --good-back: #dafbe1; --bad: #a40e26; --bad-back: #ffebe9; --warn: #7d4e00; --warn-back: #fff3cd;
  --calm: #37424d; --calm-back: #e8ecf0; --accent: #0969da; --hunk: #ddf0ff;
  --lane-0: #0969da; --lane-1: #bf3989; --lane-2: #1a7f37; --lane-3: #bc4c00; --lane-4: #8250df;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --card: #161b22; --text: #e6edf3; --soft: #9aa5b1; --line: #30363d; --link: #79b8ff;
    --good: #6fdd8b; --good-back: #12301c; --bad: #ff9a94; --bad-back: #3d1a1d; --warn: #f0c674; --warn-back: #33280f;
    --calm: #c3ccd6; --calm-back: #262c34; --accent: #58a6ff; --hunk: #132b45;
    --lane-0: #58a6ff; --lane-1: #f778ba; --lane-2: #56d364; --lane-3: #ffa657; --lane-4: #bc8cff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 1rem 3rem; background: var(--page); color: var(--text); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
.banner, main, footer { max-width: 62rem; margin: 0 auto; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; }
h5 { font-size: .9rem; margin: .6rem 0 .2rem; }
code, pre { font-family: var(--mono); font-size: .85em; }
a { color: var(--link); text-underline-offset: .15em; }
a code { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 8px; }
h2:target { outline: none; }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .5rem; }
.skip:focus { left: 1rem; }
.meta, .none { color: var(--soft); font-size: .875rem; }
.prose { white-space: pre-wrap; }

.banner { padding-top: 2rem; }
.repository { color: var(--soft); font-weight: 600; }
.verdict { display: inline-block; margin: .75rem 0 .25rem; padding: .25rem .75rem; border-radius: 999px; font-weight: 600; }
.verdict.done { color: var(--good); background: var(--good-back); }
.verdict.rehearsed { color: var(--calm); background: var(--calm-back); }
.verdict.stopped { color: var(--bad); background: var(--bad-back); }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1.25rem; }
nav a { display: block; padding: .3rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--text); text-decoration: none; font-size: .9rem; }
nav a:hover { border-color: var(--accent); }

.pill { display: inline-block; padding: 0 .55rem; border-radius: 999px; font-size: .75rem; font-weight: 600; line-height: 1.6; vertical-align: .1em; color: var(--calm); background: var(--calm-back); }
.pill.success, .pill.merged, .pill.latest { color: var(--good); background: var(--good-back); }
.pill.failure, .pill.cancelled { color: var(--bad); background: var(--bad-back); }
.pill.open, .pill.draft, .pill.prerelease { color: var(--warn); background: var(--warn-back); }
.mark { font-weight: 700; }
.mark.success { color: var(--good); }
.mark.failure, .mark.cancelled { color: var(--bad); }

.card, .course > li, .findings > li {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1rem; margin-bottom: .75rem;
}
.card h3 { margin: 0 0 .15rem; }
.course { border-left: 2px solid var(--line); padding-left: 1.1rem; margin-left: .4rem; }
.course > li { position: relative; }
.course > li::before { content: ""; position: absolute; left: calc(-1.1rem - 7px); top: 1.25rem; width: 10px; height: 10px; border-radius: 50%; background: var(--soft); border: 2px solid var(--page); }
.course > .run.success::before { background: var(--good); }
.course > .run.failure::before, .course > .run.cancelled::before { background: var(--bad); }
.course > .deed { background: none; border-color: transparent; padding-top: .5rem; padding-bottom: .5rem; }
.course > .deed::before { top: .9rem; background: var(--accent); border-radius: 2px; }
.input { white-space: normal; padding: 0 .35rem; border-radius: 5px; background: var(--calm-back); color: var(--calm); font-size: .8rem; }
.bar { display: block; width: 100%; height: 5px; margin: .5rem 0; }
.bar .all { fill: var(--calm-back); }
.bar .span { fill: var(--accent); }

summary { cursor: pointer; padding: .2rem 0; font-size: .9rem; }
summary:hover { color: var(--link); }
.changes > li { font-size: .9rem; }
.changes > li:not(:has(> details)), .changes summary { padding: .05rem 0 .05rem 1.1rem; position: relative; list-style: none; }
.changes summary::-webkit-details-marker { display: none; }
.changes > li:not(:has(> details))::before { content: "·"; position: absolute; left: .3rem; color: var(--soft); }
.changes summary::before { content: "▸"; position: absolute; left: .1rem; color: var(--soft); }
.changes details[open] > summary::before { content: "▾"; }
.changes .prose { padding-left: 1.1rem; margin: .1rem 0 .4rem; color: var(--soft); }
.would { color: var(--warn); font-weight: 600; }
.steps > li { border-top: 1px solid var(--line); padding: .4rem 0 .4rem .25rem; }
.step { display: flex; gap: .5rem; align-items: baseline; }
.step .name { flex: 1; font-size: .9rem; min-width: 0; }
.seconds { color: var(--soft); font-size: .8rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.steps .changes, .said { margin-left: 1.25rem; }
.said { color: var(--soft); font-size: .875rem; }
.failure > .prose, .refusals > li > .prose { color: var(--bad); background: var(--bad-back); border-radius: 6px; padding: .5rem .75rem; margin: .4rem 0; font-size: .9rem; }
.from { font-size: .85rem; font-weight: 400; }

.graph { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .25rem 1rem; }
.graph > li { display: flex; gap: .75rem; }
.drawing { display: flex; flex-direction: column; flex: none; }
.drawing svg { display: block; flex: none; overflow: visible; }
.drawing .below { flex: 1; min-height: 0; height: 0; }
.drawing path { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; }
.drawing circle { stroke: var(--card); stroke-width: 2; }
${[0, 1, 2, 3, 4].map((lane) => `path.lane-${lane} { stroke: var(--lane-${lane}); } circle.lane-${lane} { fill: var(--lane-${lane}); }`).join('\n')}
.commit { flex: 1; min-width: 0; padding: .4rem 0 .6rem; }
.subject { font-weight: 500; }
.refs, .places { display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin: .15rem 0; }
.refs > li { padding: 0 .5rem; border-radius: 6px; border: 1px solid var(--line); font-size: .8rem; background: var(--page); }
.refs > .tag.new { color: var(--good); background: var(--good-back); border-color: transparent; }
.refs .kind { color: var(--soft); }
.refs .new .kind { color: inherit; }
.refs span.new { font-weight: 600; }
.places { font-size: .85rem; }

.file { border-top: 1px solid var(--line); }
.counts { font-size: .8rem; white-space: nowrap; }
.counts .add { color: var(--good); } .counts .del { color: var(--bad); }
.diff { margin: .25rem 0 .5rem; padding: .5rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--page); line-height: 1.45; overflow-wrap: normal; tab-size: 4; }
.diff code { display: block; width: max-content; min-width: 100%; font-size: .8rem; }
.diff span { display: block; padding: 0 .75rem; }
.diff .add { color: var(--good); background: var(--good-back); }
.diff .del { color: var(--bad); background: var(--bad-back); }
.diff .hunk { color: var(--calm); background: var(--hunk); }
.diff .head { color: var(--soft); }

table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .9rem; }
th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600; }
th, td { padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; overflow-wrap: normal; }
td:first-child { min-width: 4.5rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.digests > div { padding: .4rem 0; border-top: 1px solid var(--line); }
footer { margin-top: 3rem; }
@media (max-width: 40rem) {
  h1 { font-size: 1.6rem; }
  .card, .course > li, .findings > li { padding: .7rem .75rem; }
  .course { padding-left: .8rem; margin-left: .3rem; }
  .course > li::before { left: calc(-.8rem - 7px); }
  th, td { padding-right: .5rem; }
}
@media print {
  nav, .skip { display: none; }
  .card, .course > li { break-inside: avoid; }
}
`;

;// CONCATENATED MODULE: ./build/src/rehearsal/page/document.js



// Why: docs/decisions.md D74
/** A whole HTML file. It needs no script and no other file, and its policy lets a browser load nothing. */
function documentOf(title, body) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    return (0,html/* html */.q) `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${new html/* Html */.E(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ Html),
/* harmony export */   q: () => (/* binding */ html)
/* harmony export */ });
/** Markup that is safe to be part of a page. Only the tag `html` makes it. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** A template of HTML. Every text in it is escaped, also in quoted attributes. */
function html(literals, ...parts) {
    return new Html(String.raw({ raw: literals }, ...parts.map(markupOf)));
}
function markupOf(part) {
    if (part === undefined || part === false)
        return '';
    if (part instanceof Html)
        return part.text;
    return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part));
}
const escaped = (text) => text
    .replaceAll(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Control characters, and those that make a text look like another one by changing its direction. */
const unseen = /[\0-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;


/***/ }),

/***/ 75243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ mark),
/* harmony export */   I: () => (/* binding */ pill)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7840);

const signs = { success: '✓', failure: '✗', cancelled: '■', skipped: '–' };
/** The sign of a result. */
const mark = (result) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .q) `<span class="mark ${result}" role="img" aria-label="${result}">${signs[result] ?? '?'}</span>`;
/** A state in a word. */
const pill = (state) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .q) `<span class="pill ${state}">${state}</span>`;


/***/ }),

/***/ 83212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parsed)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

/** What Node reads of a command line. What it refuses becomes the refusal of a command. */
function parsed(command, read) {
    try {
        return read();
    }
    catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(message, { fix: `release-actions ${command} --help lists all options.`, cause });
    }
}


/***/ }),

/***/ 63831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ dispatchInputs)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _workflow_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45890);




/** The inputs of `workflow_dispatch` as the workflow sees them: with defaults, and booleans as such. */
function dispatchInputs(trigger, given) {
    const declared = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(trigger?.filters, 'inputs'));
    const names = declared.map(({ key }) => key);
    const at = trigger?.at;
    const unknown = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow has no input ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)}.`, { fix: (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, names), at }));
    const wrong = declared.flatMap((entry) => refusalOf(entry, given[entry.key]) ?? []);
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('The workflow cannot be started with these inputs.', [...unknown, ...wrong]);
    return Object.fromEntries(declared.map((entry) => [entry.key, inputOf(entry, given[entry.key])]));
}
const typeOf = ({ value }) => (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'type')) ?? 'string';
function inputOf(entry, given) {
    const value = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'default');
    const text = given ?? (value?.kind === 'literal' ? value.value : undefined);
    const type = typeOf(entry);
    if (type === 'boolean')
        return String(text ?? false) === 'true';
    if (text !== undefined && text !== null)
        return type === 'number' ? Number(text) : String(text);
    return type === 'choice' ? ((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'options'))[0] ?? '') : '';
}
function refusalOf(entry, given) {
    const { key, keyAt, value } = entry;
    const isRequired = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'required')) === 'true';
    const text = given === undefined ? (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'default')) : String(given);
    const type = typeOf(entry);
    const named = (sentence, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Input ${key} ${sentence}`, { fix, at: keyAt });
    if (text === undefined || text === '')
        return isRequired && type !== 'boolean' && type !== 'choice'
            ? named('is required.', `Give it with --input ${key}=VALUE.`)
            : undefined;
    const options = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'options'));
    if (type === 'choice' && !options.includes(text))
        return named(`has to be ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(options, 'or')}, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`, (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(text, options));
    if (type === 'boolean' && !['true', 'false'].includes(text))
        return named(`has to be true or false, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    if (type === 'number' && (text.trim() === '' || Number.isNaN(Number(text))))
        return named(`has to be a number, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    return undefined;
}


/***/ }),

/***/ 20375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refName),
/* harmony export */   m: () => (/* binding */ shortRef)
/* harmony export */ });
/** `tag v1.2.3`, `branch main` */
function refName(ref) {
    if (ref.startsWith('refs/tags/'))
        return `tag ${ref.slice('refs/tags/'.length)}`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${ref.slice('refs/heads/'.length)}`;
    return ref;
}
/** What `github.ref_name` is. */
const shortRef = (ref) => ref.replace(/^refs\/(?:heads|tags|pull)\//, '');


/***/ }),

/***/ 76801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var value = __webpack_require__(45890);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(20375);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
var filter_pattern = __webpack_require__(40626);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/ref-filter.js
var ref_filter = __webpack_require__(21773);
;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/path-filter.js



/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
function changedPaths(filters, paths) {
    const [wanted, ignored] = [(0,ref_filter/* patternsOf */.D4)(filters, 'paths'), (0,ref_filter/* patternsOf */.D4)(filters, 'paths-ignore')];
    if (wanted !== undefined) {
        const hit = paths.find((path) => isWanted(path, wanted));
        const at = (0,value/* valueAt */.fK)(filters, 'paths')?.at ?? { file: '' };
        return hit === undefined
            ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
            : { runs: true, because: `${hit} is one of its paths`, at };
    }
    if (ignored === undefined)
        return undefined;
    const at = (0,value/* valueAt */.fK)(filters, 'paths-ignore')?.at ?? { file: '' };
    const other = paths.find((path) => !ignored.some(({ pattern }) => (0,filter_pattern/* matchesPattern */.MT)(path, pattern)));
    return other === undefined
        ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
        : { runs: true, because: `${other} is not among its paths-ignore`, at };
}
function isWanted(path, patterns) {
    const last = (0,filter_pattern/* lastMatch */.c_)(path, patterns);
    return last !== undefined && !(0,filter_pattern/* isNegation */.Ct)(last.pattern);
}
function among(paths) {
    if (paths.length === 0)
        return ' (nothing was changed)';
    return ` (${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''})`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/verdict.js




// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
const defaultActivities = {
    merge_group: ['checks_requested'],
    pull_request: ['opened', 'synchronize', 'reopened'],
    pull_request_target: ['opened', 'synchronize', 'reopened'],
};
const mostTags = 3;
const startedByJobs = new Set(['workflow_dispatch', 'repository_dispatch']);
/** Whether an event starts a workflow. */
function verdictOn(workflow, event) {
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
    if (trigger === undefined)
        return { runs: false, because: `it does not listen to ${event.name}${others(workflow)}`, at: start };
    const findings = [activity, observed, refs, paths, obstacle].map((look) => look(trigger, event));
    const stop = findings.find((one) => one?.runs === false);
    return (stop ??
        findings.findLast((one) => one !== undefined) ?? {
        runs: true,
        because: `it listens to ${event.name}`,
        at: trigger.at,
    });
}
function others({ triggers }) {
    const names = triggers.map(({ event }) => event);
    return names.length === 0 ? '' : `, but to ${names.join(', ')}`;
}
function activity({ filters, at, event: listened }, event) {
    if (event.activity === undefined)
        return undefined;
    const written = (0,value/* valueAt */.fK)(filters, 'types');
    const types = written === undefined ? defaultActivities[listened] : (0,value/* textsOf */.CB)(written);
    const what = `${listened} ${event.activity}`;
    if (types === undefined || types.includes(event.activity))
        return { runs: true, because: `it listens to ${what}`, at: written?.at ?? at };
    return { runs: false, because: `it does not listen to ${what}, but to ${types.join(', ')}`, at: written?.at ?? at };
}
/** What keeps an event from starting anything, whatever the workflows say. */
function obstacle({ at }, { name, ref, actor, tagsInPush = 0, message = '' }) {
    if (actor.kind === 'job' && !startedByJobs.has(name))
        return {
            runs: false,
            isHeld: true,
            because: `the token of a job did this, which starts no workflow: ${name} at ${(0,triggers_event/* refName */.P)(ref)}`,
            at,
            fix: 'Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
        };
    if (name === 'push' && ref.startsWith('refs/tags/') && tagsInPush > mostTags)
        return {
            runs: false,
            isHeld: true,
            because: `${tagsInPush} tags were pushed at once, and GitHub makes no events for more than ${mostTags}`,
            at,
            fix: `Push at most ${mostTags} tags at once.`,
        };
    const skip = ['push', 'pull_request'].includes(name) ? skipOf(message) : undefined;
    return skip === undefined
        ? undefined
        : {
            runs: false,
            isHeld: true,
            because: `the message of the commit has ${skip}`,
            at,
            fix: `Commit again without ${skip}.`,
        };
}
// https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
function skipOf(message) {
    const marked = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.exec(message)?.[0];
    return marked ?? /\n\n(?:[^\n]*\n)*?(skip-checks: ?true)\s*$/.exec(message)?.[1];
}
/** Of which workflows `workflow_run` follows the runs. */
function observed({ filters, at }, { completed, headBranch }) {
    if (completed === undefined)
        return undefined;
    const followed = (0,value/* valueAt */.fK)(filters, 'workflows');
    if (!(0,value/* textsOf */.CB)(followed).includes(completed))
        return { runs: false, because: `it does not follow the workflow ${completed}`, at: followed?.at ?? at };
    return headBranch === undefined
        ? undefined
        : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'branch', name: headBranch });
}
function refs({ filters, at }, { name, ref, baseBranch }) {
    if (name === 'push')
        return (0,ref_filter/* pushedRef */.L5)(filters, ref, at);
    const branch = name.startsWith('pull_request') ? baseBranch : undefined;
    return branch === undefined ? undefined : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'base branch', name: branch });
}
/** Path filters do not count for tags. */
function paths({ filters }, { ref, changedPaths: changed }) {
    return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}


/***/ }),

/***/ 55656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readAction)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11854);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68613);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45890);



function readAction(source) {
    const root = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .readSource */ .o)(source, 'action');
    const inputs = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'inputs')).map(({ key, value }) => ({
        name: key,
        fallback: (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(value, 'default'),
    }));
    return { inputs, outputs: (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'outputs')), runs: runsOf((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'runs')) };
}
function runsOf(runs) {
    const using = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, 'using')) ?? '';
    const [main, pre, post] = ['main', 'pre', 'post'].map((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, key)));
    if (using === 'composite')
        return { kind: 'composite', steps: (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .stepsOf */ .B)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, 'steps')) };
    if (!/^node\d+$/.test(using) || main === undefined)
        return { kind: 'docker' };
    return { kind: 'node', main, pre, post, preIf: conditionOf(runs, 'pre-if'), postIf: conditionOf(runs, 'post-if') };
}
/** A condition without `${{ }}` is an expression too. */
function conditionOf(runs, key) {
    const value = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, key);
    const text = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(value);
    return value === undefined || text === undefined ? value : { kind: 'expression', expression: text, at: value.at };
}


/***/ })

};
