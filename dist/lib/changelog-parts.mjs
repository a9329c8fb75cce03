export const id = "changelog-parts";
export const ids = ["changelog-parts"];
export const modules = {

/***/ 42533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ proseLines),
/* harmony export */   v: () => (/* binding */ lineEndOf)
/* harmony export */ });
/** The lines of a Markdown text outside of fenced code and comments, in which headings are only examples. */
function proseLines(text) {
    const prose = [];
    let closing;
    for (const line of linesOf(text)) {
        if (closing !== undefined) {
            if (closing.test(line.text))
                closing = undefined;
            continue;
        }
        closing = closingOf(line.text);
        if (closing === undefined)
            prose.push(line);
    }
    return prose;
}
/** The line end of a text: that of its first line. */
const lineEndOf = (text) => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');
function* linesOf(text) {
    let start = text.startsWith('\uFEFF') ? 1 : 0;
    for (let number = 1; start < text.length; number++) {
        const feed = text.indexOf('\n', start);
        const end = feed === -1 ? text.length : feed + 1;
        yield { number, start, end, text: text.slice(start, end).replace(/\r?\n$/, '') };
        start = end;
    }
}
/** What ends the code block or the comment that a line begins. In a list, the fence may follow the marker. */
function closingOf(text) {
    const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (fence !== undefined)
        return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`);
    return /^ {0,3}<!--(?!.*-->)/.test(text) ? /-->/ : undefined;
}


/***/ })

};
