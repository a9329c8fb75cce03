export const id = "close";
export const ids = ["close"];
export const modules = {

/***/ 47848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   close: () => (/* binding */ close)
/* harmony export */ });
/* harmony import */ var _src_domain_release_issues_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69797);
/* harmony import */ var _src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _src_world_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45827);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60376);




/** Says in a last comment where the release is, and closes the issue. */
async function close({ comment }, state) {
    const { repository, found, notes, github } = state;
    const { issue, proposal } = found;
    const releases = await (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .boundedly */ .Xt)(proposal.tags, async (tag) => ({
        tag,
        url: await github.releases.page({ repository, tag }),
    }));
    const there = releases.filter(({ url }) => url !== undefined);
    const links = there.map(({ tag, url }) => `- [${tag}](${url})`);
    const isMissing = comment === undefined && there.length === 0;
    const text = [comment?.trim() ?? 'Released:', links.join('\n')].filter((part) => part !== '').join('\n\n');
    const marked = { marker: (0,_src_domain_release_issues_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .commentMarker */ .Ql)(`close ${proposal.tags.join(' ')}`), text, about: 'that it is released' };
    return {
        notes,
        waitsFor: [
            isMissing && {
                title: `a published release of ${(0,_src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(proposal.tags)} in ${repository}`,
                fix: 'Publish the release first. For a project without releases on GitHub, set comment.',
            },
        ],
        changes: [
            !isMissing && github.comments.save(issue, marked, await github.comments.list(issue)),
            github.issues.close(issue),
        ],
        outputs: (0,_contract_js__WEBPACK_IMPORTED_MODULE_3__/* .outputsOf */ .Yz)(found),
        facts: () => [(0,_contract_js__WEBPACK_IMPORTED_MODULE_3__/* .issueFact */ .Od)(issue), ...there.map(({ tag, url }) => ({ name: 'Release', value: tag, url }))],
    };
}


/***/ })

};
