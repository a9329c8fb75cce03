export const id = 311;
export const ids = [311];
export const modules = {

/***/ 2311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendFile: () => (/* binding */ sendFile)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8321);
/* harmony import */ var _file_pieces_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(568);





/** Does what `fetch` would, which reads all of a body into memory, however slowly the other end takes it. */
async function sendFile({ path, size }, url, options) {
    const open = new URL(url).protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
    const agent = options.proxy?.agentFor(url);
    const headers = { ...options.headers, 'content-length': size };
    const outgoing = open(url, { method: 'POST', ...(agent && { agent }), signal: options.signal, headers });
    const answered = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(outgoing, 'response');
    const sent = send(path, outgoing);
    const [incoming] = await Promise.race([answered, sent.then(() => answered)]); // a "no" may come before the end
    const answer = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__.text)(incoming);
    const given = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    return new Response(answer === '' ? undefined : answer, { status: incoming.statusCode ?? 500, headers: given });
}
async function send(path, outgoing) {
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(outgoing, 'close').then(() => {
        throw new Error('the connection was closed');
    });
    for await (const piece of (0,_file_pieces_js__WEBPACK_IMPORTED_MODULE_4__/* .piecesOf */ .X)(path)) {
        const taken = new Promise((resolve, reject) => {
            outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
        });
        await Promise.race([taken, closed]);
    }
    outgoing.end();
}


/***/ })

};
