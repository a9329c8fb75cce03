export const id = "slack";
export const ids = ["slack"];
export const modules = {

/***/ 16046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Slack: () => (/* binding */ Slack)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _http_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73016);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34104);




const patience = 30_000;
const tries = 4;
const longestPause = 60; // seconds
const longestAnswer = 4096;
// Nothing has been sent yet when one of these happens.
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
// Why: docs/decisions.md D70
/** Incoming webhooks of Slack. Their addresses are passwords, so no error has more of one than its server. */
class Slack {
    #host;
    #http;
    constructor(host, http) {
        this.#host = host;
        this.#http = http;
    }
    /** Sends a message once. It is sent again only after Slack said that it did not take it, because it gets too many. */
    async send(webhook, message) {
        for (let attempt = 1;; attempt++) {
            const answer = await this.#post(webhook, message);
            if (!('status' in answer))
                return answer.sent;
            const { status, text, after } = answer;
            if (status === 200 && text === 'ok')
                return 'sent';
            if (status === 429 && attempt < tries && after <= longestPause) {
                this.#host.progress(`Slack gets too many messages: trying again in ${after} seconds`);
                await (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseFor */ .Q1)(after, this.#host);
                continue;
            }
            return status >= 300 && status < 500 && status !== 408 ? refused(answer, webhook) : 'unconfirmed';
        }
    }
    async #post({ address, server }, message) {
        const limit = (0,_http_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)(patience, this.#host);
        const headers = { 'user-agent': 'release-actions', 'content-type': 'application/json' };
        const request = { method: 'POST', headers, body: JSON.stringify(message), signal: limit.signal };
        try {
            return await replyOf(await this.#http.fetch(address, { ...request, keepsRedirects: true }));
        }
        catch (error) {
            this.#host.signal.throwIfAborted();
            if (unreachable.has(codeOf(error)))
                return { sent: unreached(server, codeOf(error)) };
            return { sent: 'unconfirmed' };
        }
    }
}
async function replyOf({ status, headers, body }) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > longestAnswer)
            break; // a page of something else
    }
    const after = Number(headers.get('retry-after') ?? 1);
    return { status, text: Buffer.concat(chunks).toString(), after: Number.isFinite(after) && after > 0 ? after : 1 };
}
function refused({ status, text, after }, { server }) {
    if (status === 429)
        return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${server} gets too many messages, and wants none for ${after} seconds. Nothing was sent.`, {
            fix: 'Run it again later.',
        });
    const word = /^[a-z_]{1,60}$/.test(text) ? ` ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}` : '';
    const isRedirect = status < 400;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${server} did not take the message: it answered ${status}${word}${isRedirect ? ', which leads elsewhere' : ''}. Nothing was sent.`, {
        fix: 'Check that the webhook still exists and that its channel is not archived, and store its address in the secret again: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    });
}
const unreached = (server, code) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${server} cannot be reached (${code}). Nothing was sent.`, {
    fix: 'Check the network and the proxy of the runner, and run it again.',
});
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';


/***/ })

};
