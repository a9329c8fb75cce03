export const id = "tick";
export const ids = ["tick"];
export const modules = {

/***/ 13123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tick: () => (/* binding */ tick)
/* harmony export */ });
/* harmony import */ var _src_domain_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88311);
/* harmony import */ var _src_domain_release_issues_boxes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62326);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60376);



/** Ticks boxes of the issue. */
async function tick({ items = [] }, { found, notes, github }) {
    const { issue } = found;
    const { body, ticked, before } = (0,_src_domain_release_issues_boxes_js__WEBPACK_IMPORTED_MODULE_1__/* .withTicks */ .Z)(await github.issueTexts.of(issue), items);
    const name = `#${issue.number}`;
    const title = ticked.length === 0
        ? `Restore the text of ${name}`
        : `Tick ${ticked.length === 1 ? `"${ticked[0]?.item}"` : `${ticked.length} boxes`} in ${name}`;
    return {
        notes: [...notes, ...before.map(({ item }) => `"${item}" is ticked already.`)],
        changes: [
            body === issue.body
                ? undefined
                : github.issueTexts.edit(issue, body, {
                    title,
                    detail: await (0,_src_domain_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .unifiedDiff */ .W)(name, issue.body, body),
                    places: ticked.map(({ item }) => ({ at: name, name: `box ${item}`, actual: 'open', wanted: 'ticked' })),
                }),
        ],
        outputs: (0,_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .outputsOf */ .Yz)(found),
        facts: () => [
            (0,_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .issueFact */ .Od)(issue),
            ...items.map(({ item, evidence }) => ({ name: item, value: evidence, url: evidence })),
        ],
    };
}


/***/ })

};
