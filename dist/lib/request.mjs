export const id = "request";
export const ids = ["request"];
export const modules = {

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

/***/ 79798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   request: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);
/* harmony import */ var _file_body_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97446);
/* harmony import */ var _whole_body_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28397);






const mostRedirects = 10;
const longestRefusal = 256 * 1024;
// Why: docs/decisions.md D27
/**
 * A request by Node's own client: `fetch` takes twice as long to load, and reads all of a body into memory before it sends
 * it. A redirect is followed with the same method and body, as GitHub wants it:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
async function request(url, wanted, agentFor) {
    let [address, { headers }] = [url, wanted];
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
        const incoming = await exchanged(address, { ...wanted, headers }, agentFor);
        const next = wanted.keepsRedirects === true ? undefined : redirectOf(incoming, address);
        if (next === undefined)
            return answerOf(incoming, address, wanted.keepsEncoding === true);
        incoming.destroy();
        if (next.origin !== address.origin) {
            if (wanted.staysHere === true)
                throw leaving(address, next);
            headers = withoutCredentials(headers);
        }
        address = next;
    }
    throw new Error(`it redirects more than ${mostRedirects} times`);
}
async function exchanged(url, wanted, agentFor) {
    const { method = 'GET', body, signal, keepsEncoding = false } = wanted;
    const headers = {
        'accept-encoding': keepsEncoding ? 'identity' : 'gzip',
        ...wanted.headers,
        ...(body !== undefined && typeof body !== 'string' && { 'content-length': lengthOf(body) }),
    };
    const { request: open } = await (url.protocol === 'https:' ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const agent = agentFor?.(url);
    const outgoing = open(url, { method, headers, signal, ...(agent && { agent }) });
    const answered = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(outgoing, 'response');
    outgoing.on('error', () => { }); // thrown by `answered` or, later, by the body
    const sent = send(body, outgoing);
    const [incoming] = await Promise.race([answered, sent.then(() => answered)]); // a "no" may come before the end
    return incoming;
}
const lengthOf = (body) => String(body instanceof _file_body_js__WEBPACK_IMPORTED_MODULE_4__/* .PiecesBody */ .Y ? body.size : body.length);
async function send(body, outgoing) {
    if (!(body instanceof _file_body_js__WEBPACK_IMPORTED_MODULE_4__/* .PiecesBody */ .Y))
        return void outgoing.end(body);
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(outgoing, 'close').then(() => {
        throw new Error('the connection was closed');
    });
    closed.catch(() => { }); // also after the last piece
    try {
        for await (const piece of body.pieces()) {
            const taken = new Promise((resolve, reject) => {
                outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
            });
            await Promise.race([taken, closed]);
        }
        outgoing.end();
    }
    catch (error) {
        outgoing.destroy(); // half a body must not look like a whole one
        throw error;
    }
}
function redirectOf({ statusCode = 0, headers: { location } }, url) {
    if (![301, 302, 307, 308].includes(statusCode) || location === undefined)
        return undefined;
    const next = new URL(location, url);
    if (url.protocol !== 'https:' || next.protocol === 'https:')
        return next;
    throw new Error(`it redirects to ${next.origin}, which is not encrypted`);
}
const leaving = (from, to) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${from.origin} redirects to another server: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(to.origin)}.`, {
    fix: `Nothing was sent there. Find out what answers at ${from.origin}.`,
});
const withoutCredentials = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
async function answerOf(incoming, url, keepsEncoding) {
    const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const isZipped = headers.get('content-encoding') === 'gzip' && !keepsEncoding;
    const body = isZipped ? await unzipped(incoming) : incoming;
    const text = () => (0,_whole_body_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeText */ .r0)(body, { url: url.href, longest: longestRefusal });
    return {
        url: url.href,
        status: incoming.statusCode ?? 0,
        headers,
        body,
        text,
        arrayBuffer: async () => new TextEncoder().encode(await text()).buffer,
    };
}
async function unzipped(incoming) {
    // Not node:stream itself: it is a function, of which the bundler exports nothing but the default.
    const { pipeline } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 46466, 19));
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)();
    pipeline(incoming, gunzip).catch(() => { }); // what fails is thrown when it is read
    return gunzip;
}


/***/ })

};
