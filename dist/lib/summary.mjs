export const id = "summary";
export const ids = ["summary"];
export const modules = {

/***/ 43327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 53953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   gB: () => (/* binding */ safe),
/* harmony export */   wd: () => (/* binding */ factsTable)
/* harmony export */ });
/** A table of HTML: a row for each fact. */
function factsTable(facts) {
    if (facts.length === 0)
        return '';
    const cell = ({ value, url }) => url !== undefined && /^https?:/.test(url) ? `<a href="${safe(url)}">${safe(value)}</a>` : safe(value);
    const rows = facts.map((fact) => `<tr><th align="left">${safe(fact.name)}</th><td>${cell(fact)}</td></tr>`);
    return `<table>\n${rows.join('\n')}\n</table>`;
}
/** Escapes text from others: nothing in it becomes Markdown, HTML, a mention or a link. */
const safe = (text) => text
    .replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/\n( *)/g, (_, indent) => `<br>${'&nbsp;'.repeat(indent.length)}`);
const longestDetail = 100_000;
/** A fenced block. The fence is longer than every fence in the text, so that all of the text stays text. */
function fence(language, text) {
    const content = text.trim() === '' ? '' : text.replace(/\n+$/, '');
    if (content === '')
        return '';
    const runs = content.match(/`+/g) ?? [];
    const marks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return `${marks}${language}\n${cut(content, longestDetail)}\n${marks}`;
}
/** A text of at most so many bytes, and a line that says whether it is all. */
function cut(text, most) {
    const bytes = Buffer.from(text);
    if (bytes.length <= most)
        return text;
    return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}\n\n… (shortened)`;
}


/***/ }),

/***/ 10730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   summaryOf: () => (/* binding */ summaryOf),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43327);
/* harmony import */ var _domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53953);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99306);



/** Adds the job summary to the page of the run. */
async function writeSummary(action, outcome) {
    await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addRaw(summaryOf(action, outcome)).write();
}
/** The job summary in Markdown: the failure, the facts, what was found, the changes, and what is pending. */
function summaryOf({ name }, outcome) {
    const { failure, facts, notes, waitsFor, pending, excerpts, mode } = outcome;
    const rows = rowsOf(outcome);
    const open = [
        ...(failure === undefined ? waitsFor : []).map((one) => ({ ...one, state: 'Missing' })),
        ...(mode === 'check' ? [] : pending).map((one) => ({ ...one, state: 'Pending' })), // check fails with them
    ];
    const sections = [
        `### ${failure === undefined ? '' : '❌ '}${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(name)}${mode === 'apply' ? '' : ` (${mode})`}`,
        failure === undefined ? '' : failureText(failure),
        (0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .factsTable */ .wd)(facts),
        notes.map((note) => `- ${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(note)}`).join('\n'),
        ...excerpts.map(({ title, text, language = 'text' }) => `**${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(title)}**\n\n${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(language, text)}`),
        changesTable(rows),
        ...rows.map((row) => details(row, mode !== 'apply')),
        open.map(({ title, fix, state }) => `⏳ ${state}: ${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(title)}.\n\n➜ ${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(fix)}`).join('\n\n'),
    ];
    return `${shortened(sections.filter((section) => section !== '').join('\n\n'))}\n`;
}
/** What is wrong, a line each. The fix stands on a line of its own, once below all that it mends. */
function failureText(failure) {
    const all = (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(failure);
    return all
        .map(({ message, fix }, index) => {
        const isRepeated = fix !== undefined && fix === all[index + 1]?.fix;
        return `**${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(message)}**${fix === undefined || isRepeated ? '' : `\n\n➜ ${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(fix)}`}`;
    })
        .join('\n\n');
}
function rowsOf({ mode, begun, made, changes, failure }) {
    const notBegun = {
        apply: failure === undefined ? 'not made' : 'not reached',
        local: 'only shown',
        'dry-run': 'would be made',
        check: 'not done',
    }[mode];
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRepeats */ .jP)([...begun, ...changes]).map((change) => {
        const state = made.has(change) ? 'made' : begun.has(change) ? 'not confirmed' : notBegun;
        return { ...change, state };
    });
}
const changesTable = (rows) => rows.length === 0
    ? ''
    : ['| Change | State |', '| --- | --- |', ...rows.map(({ title, state }) => `| ${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(title)} | ${state} |`)].join('\n');
const fewLines = 30;
/** The details of a change. What is not done yet is open to be read. A diff has a fence of its own: GitHub colours it. */
function details({ title, detail = '' }, isOpen) {
    if (detail.trim() === '')
        return '';
    const diffStart = /^(?:diff --git |--- )/m.exec(detail)?.index ?? detail.length;
    const parts = [(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)('text', detail.slice(0, diffStart)), (0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)('diff', detail.slice(diffStart))];
    const isShort = detail.split('\n').length <= fewLines;
    return [`<details${isOpen && isShort ? ' open' : ''}><summary>${(0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB)(title)}</summary>`, ...parts, '</details>']
        .filter((part) => part !== '')
        .join('\n\n');
}
// GitHub drops the whole summary if it is larger than 1 MiB.
const longest = 1_000_000;
const shortened = (text) => (0,_domain_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, longest);


/***/ })

};
