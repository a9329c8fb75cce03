export const id = "octokit";
export const ids = ["octokit"];
export const modules = {

/***/ 6801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOctokit: () => (/* binding */ openOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24020);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86856);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63251);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48179);
/* harmony import */ var _http_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73016);
/* harmony import */ var _http_whole_body_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28397);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82163);









const longestWait = 15 * 60; // seconds
const mostTries = 4;
// Why: docs/decisions.md D23
/** The toolkit's client of GitHub. Importing this module takes time, so only a client does it. */
function openOctokit({ hasPauses }, host, http) {
    const { pace, progress } = host;
    const token = host.credentials.tokenFor((0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .apiUrl */ .y)(host.env));
    const second = 1000 * pace;
    const mayWait = (seconds, { url }, _, tries) => {
        if (seconds > longestWait || tries >= mostTries)
            return false;
        progress(`GitHub limits requests: trying ${url} again in ${seconds} seconds`);
        return true;
    };
    const options = {
        baseUrl: (0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .apiUrl */ .y)(host.env),
        userAgent: 'release-actions',
        request: {
            parseSuccessResponseBody: false, // Octokit's reader is ten times slower than JSON.parse, and has no limit
            fetch: (url, { redirect, ...request }) => http.fetch(url, { ...request, staysHere: redirect !== 'follow' }),
        },
        log: { debug: silent, info: silent, warn: silent, error: silent }, // the error says what matters
        // 429 is a limit, for which the throttling plugin waits. Runs that failed together must not come back together.
        retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retryAfterBaseValue: jittered(second) },
        throttle: {
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
            retryAfterBaseValue: second,
            // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
            write: hasPauses ? new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__.Group({ maxConcurrent: 1, minTime: second }) : withoutQueue,
            global: withoutQueue, // the plugin's own has ten places
            notifications: new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__.Group({ maxConcurrent: 1, minTime: 3 * second }),
        },
    };
    const Client = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_6__/* .GitHub */ .gq.plugin(checkedAnswers(host), _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_8__/* .throttling */ .A);
    return new Client(token === undefined ? options : (0,_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_6__/* .getOctokitOptions */ .EG)(token, options));
}
/** Lets everything pass at once, because callers limit how much they ask for. A free queue would take 5 ms each time. */
const withoutQueue = Object.assign(new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__.Group(), {
    key: () => ({
        schedule: (_, work, ...given) => work(...given),
    }),
});
const patience = 30_000;
const slowest = 100; // bytes a millisecond
const longestAnswer = 4 * 1024 * 1024;
// Why: docs/decisions.md D39
/** The innermost hook. It reads and checks answers, turns bad ones into errors that are repeated, and names rate limits. */
const checkedAnswers = (host) => ({ hook }) => {
    hook.wrap('request', async (request, options) => {
        const { method } = options;
        const asking = options.request; // the client gives one to every request
        const { size = 0, onlyAsks = false } = asking;
        const limit = (0,_http_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)(patience + size / slowest, host);
        // A POST or PATCH whose answer got lost may have succeeded, so the plan has to look first. Nothing else gets a
        // number of retries: with a number, the plugin repeats every error, also a 422.
        const isWrite = (method === 'POST' || method === 'PATCH') && !onlyAsks;
        options.request = { ...options.request, ...(isWrite && { retries: 0 }), signal: limit.signal }; // inner hooks get this object, not a copy
        const unanswered = (message, cause, status = 502) => Object.assign(new Error(message), { status, request: options, cause });
        try {
            const answer = await request(options);
            return { ...answer, data: await dataOf(answer, asking) };
        }
        catch (error) {
            host.signal.throwIfAborted();
            if (!(error instanceof Error))
                throw error;
            if (error.cause instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2)
                throw error.cause; // of the transport; Octokit calls it a status 500
            if (limit.isOver())
                throw unanswered('it took too long', error, 504);
            if (error instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2)
                throw isWrite ? unanswered(error.message, error) : error; // what was written is there
            if (error instanceof _shape_js__WEBPACK_IMPORTED_MODULE_5__/* .Misfit */ .$C)
                throw unanswered(error.message, error);
            if (!('status' in error))
                throw unanswered('the answer was incomplete', error);
            throw withLimitNamed(error);
        }
    });
};
/** The content of an answer, of which Octokit has read nothing yet. */
async function dataOf({ url, status, data }, asking) {
    const { shape, longest = longestAnswer, isDownload = false } = asking;
    if (isDownload)
        return data;
    const isEmpty = status === 204 || status === 205;
    return shape(isEmpty ? undefined : await (0,_http_whole_body_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeJson */ .e9)(data, { url, longest }));
}
/** The throttling plugin knows a secondary limit by these words. Only then it waits as long as the header says. */
function withLimitNamed(error) {
    const isLimit = (error.status === 403 || error.status === 429) && 'retry-after' in (error.response?.headers ?? {});
    if (isLimit && !/secondary rate/i.test(error.message))
        error.message += ' (a secondary rate limit)';
    return error;
}
const jittered = (milliseconds) => milliseconds * (0.5 + Math.random());
const silent = () => { };


/***/ })

};
