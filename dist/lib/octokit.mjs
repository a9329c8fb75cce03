export const id = "octokit";
export const ids = ["octokit"];
export const modules = {

/***/ 6801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOctokit: () => (/* binding */ openOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4020);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6856);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3251);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2712);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8179);
/* harmony import */ var _http_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3016);







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
    const Client = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_4__/* .GitHub */ .gq.plugin(completeAnswers(host), _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__/* .throttling */ .A);
    return new Client(token === undefined ? options : (0,_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_4__/* .getOctokitOptions */ .EG)(token, options));
}
/** Lets everything pass at once, because callers limit how much they ask for. A free queue would take 5 ms each time. */
const withoutQueue = Object.assign(new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__.Group(), {
    key: () => ({
        schedule: (_, work, ...given) => work(...given),
    }),
});
const patience = 30_000;
const slowest = 100; // bytes a millisecond
/** The innermost hook. It turns incomplete answers and timeouts into errors that are repeated, and names rate limits. */
const completeAnswers = (host) => ({ hook }) => {
    hook.wrap('request', async (request, options) => {
        const { method } = options;
        const size = Number(options.request?.['size'] ?? 0); // of a file that is uploaded or downloaded
        const limit = (0,_http_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)(patience + size / slowest, host);
        // A POST or PATCH whose answer got lost may have succeeded, so the plan has to look first. Nothing else gets a
        // number of retries: with a number, the plugin repeats every error, also a 422.
        const isWrite = (method === 'POST' || method === 'PATCH') && options.request?.['onlyAsks'] !== true;
        options.request = { ...options.request, ...(isWrite && { retries: 0 }), signal: limit.signal }; // inner hooks get this object, not a copy
        try {
            const answer = await request(options);
            if (typeof answer.data !== 'string' || answer.status === 204)
                return answer;
            throw Object.assign(new Error('the answer was incomplete'), { status: 502, request: options });
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            if (error.cause instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2)
                throw error.cause; // Octokit calls it an answer with status 500
            if (limit.isOver())
                throw Object.assign(new Error('it took too long'), { status: 504, request: options, cause: error });
            throw withLimitNamed(error);
        }
    });
};
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
