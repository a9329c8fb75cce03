export const id = "github-script";
export const ids = ["github-script"];
export const modules = {

/***/ 11328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubScript: () => (/* binding */ githubScript)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(43327);
// EXTERNAL MODULE: ./build/node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(3053);
// EXTERNAL MODULE: ./build/node_modules/@actions/io/lib/io.js
var io = __webpack_require__(57562);
// EXTERNAL MODULE: ./build/node_modules/@actions/github/lib/utils.js + 19 modules
var utils = __webpack_require__(24020);
;// CONCATENATED MODULE: ./build/src/world/github-toolkit.js

/** The toolkit's client as scripts of actions/github-script get it: at the address that the runner names. */
function openToolkit(token, options, plugins) {
    return new (utils/* GitHub */.gq.plugin(...plugins))((0,utils/* getOctokitOptions */.EG)(token, options));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/src/runtime/github-script/context.js

// https://github.com/actions/toolkit/tree/main/packages/github#usage
/** `context` of the toolkit. */
function contextOf(env) {
    const text = (name) => env[`GITHUB_${name}`];
    const path = text('EVENT_PATH');
    const payload = (path === undefined ? {} : JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    const [owner, repo] = (text('REPOSITORY') ?? '').split('/');
    return {
        payload,
        eventName: text('EVENT_NAME'),
        sha: text('SHA'),
        ref: text('REF'),
        workflow: text('WORKFLOW'),
        action: text('ACTION'),
        actor: text('ACTOR'),
        job: text('JOB'),
        runAttempt: Number(text('RUN_ATTEMPT')),
        runNumber: Number(text('RUN_NUMBER')),
        runId: Number(text('RUN_ID')),
        apiUrl: text('API_URL'),
        serverUrl: text('SERVER_URL'),
        graphqlUrl: text('GRAPHQL_URL'),
        repo: { owner, repo },
        issue: { owner, repo, number: (payload.issue ?? payload.pull_request ?? payload).number },
    };
}

;// CONCATENATED MODULE: ./build/src/runtime/github-script/id-token.js

/** `core.getIDToken` of the toolkit, without its own client for HTTP. */
async function idToken(audience) {
    const [url, token] = [process.env['ACTIONS_ID_TOKEN_REQUEST_URL'], process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    if (!url || !token)
        throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
    const asked = audience === undefined ? url : `${url}&audience=${encodeURIComponent(audience)}`;
    const response = await fetch(asked, { headers: { authorization: `Bearer ${token}` } });
    const { value } = (await response.json());
    (0,core/* setSecret */.Pq)(value);
    return value;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/runtime/github-script/find-files.js



/** `glob.create` of the toolkit: one pattern a line, `!` leaves out, and a folder stands for everything in it. */
async function findFiles(patterns) {
    const lines = (0,domain_text/* textLines */.Fy)(patterns).filter((line) => !line.startsWith('#'));
    const wanted = lines.filter((line) => !line.startsWith('!'));
    const search = async () => {
        const left = new Set(await filesOf(lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))));
        return (await filesOf(wanted)).filter((file) => !left.has(file));
    };
    return {
        getSearchPaths: () => wanted.map((line) => (0,external_node_path_.resolve)(line.replace(/[^/]*[*?[].*$/, ''))),
        glob: search,
        async *globGenerator() {
            yield* await search();
        },
    };
}
async function filesOf(patterns) {
    const found = await Array.fromAsync((0,promises_.glob)(patterns.map((pattern) => (0,external_node_path_.resolve)(pattern))));
    const folders = [];
    for (const path of found)
        if ((await (0,promises_.stat)(path)).isDirectory())
            folders.push(path);
    const inside = await Array.fromAsync((0,promises_.glob)(folders.map((folder) => (0,external_node_path_.join)(folder, '**'))));
    return [...new Set([...found, ...inside].map((path) => (0,external_node_path_.resolve)(path)))].toSorted();
}

;// CONCATENATED MODULE: ./build/src/runtime/github-script/github-script.js









const inputs = { getInput: core/* getInput */.V4, getBooleanInput: core/* getBooleanInput */.Vt, getMultilineInput: core/* getMultilineInput */.q3, getState: core/* getState */.Gu, isDebug: core/* isDebug */._o };
const texts = { debug: core/* debug */.Yz, info: core/* info */.pq, notice: core/* notice */.lm, warning: core/* warning */.$e, error: core/* error */.z3, startGroup: core/* startGroup */.Oh, endGroup: core/* endGroup */.N4, group: core/* group */.Os, setFailed: core/* setFailed */.C1 };
const effects = { setOutput: core/* setOutput */.uH, saveState: core/* saveState */.LZ, setSecret: core/* setSecret */.Pq, exportVariable: core/* exportVariable */.dN, addPath: core/* addPath */.fM, setCommandEcho: core/* setCommandEcho */.NI, summary: summary/* summary */.z };
// Why: docs/decisions.md D92
/**
 * What actions/github-script does: runs the script of the input with the toolkit, and gives its result as an output. It is a program of
 * a rehearsal, started for one step.
 */
async function githubScript() {
    try {
        const result = await scriptOf((0,core/* getInput */.V4)('script', { required: true }))(...Object.values(known()));
        (0,core/* setOutput */.uH)('result', encoded(result, (0,core/* getInput */.V4)('result-encoding') || 'json'));
    }
    catch (cause) {
        (0,core/* info */.pq)(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
        (0,core/* setFailed */.C1)(`Unhandled error: ${String(cause)}`);
    }
}
function scriptOf(text) {
    const AsyncFunction = (async () => { }).constructor;
    return new AsyncFunction(...Object.keys(known()), text);
}
/** What a script knows, by name. */
function known() {
    const open = (token, options = {}, ...plugins) => openToolkit(token, { userAgent: (0,core/* getInput */.V4)('user-agent') || 'actions/github-script', ...options }, plugins);
    const base = (0,core/* getInput */.V4)('base-url');
    const github = open((0,core/* getInput */.V4)('github-token'), base === '' ? {} : { baseUrl: base });
    const require = (0,external_node_module_.createRequire)((0,external_node_path_.join)(process.cwd(), 'script.js'));
    return {
        require,
        __original_require__: require,
        github,
        octokit: github,
        getOctokit: open,
        context: contextOf(process.env),
        core: named('core', { ...inputs, ...texts, ...effects, getIDToken: idToken }),
        exec: exec,
        glob: named('glob', { create: findFiles }),
        io: io,
    };
}
/** What a rehearsal does not have says so. */
const named = (name, all) => new Proxy(all, {
    get: (target, key, receiver) => {
        if (key in target || typeof key === 'symbol')
            return Reflect.get(target, key, receiver);
        throw new Error(`a rehearsal has no ${name}.${key}`);
    },
});
function encoded(result, encoding) {
    if (encoding === 'json')
        return JSON.stringify(result) ?? '';
    if (encoding === 'string')
        return String(result);
    throw new Error('"result-encoding" must be either "string" or "json"');
}


/***/ })

};
