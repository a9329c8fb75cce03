export const id = "toml";
export const ids = ["toml"];
export const modules = {

/***/ 61226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseToml: () => (/* binding */ parseToml)
/* harmony export */ });
/* harmony import */ var toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9605);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _nesting_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57858);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49931);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16930);





/** Parses TOML. Tables and dotted keys become one tree, wherever they are in the file. */
function parseToml(source) {
    try {
        return (0,_nesting_js__WEBPACK_IMPORTED_MODULE_2__/* .withinStack */ ._F)(source, () => {
            const branch = tableOf((0,toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .parseTOML */ .MD)(source.text).body[0].body, source);
            (0,_nesting_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseDeepNesting */ .Zn)(source, branch, partsOf);
            return treeOf(branch);
        });
    }
    catch (cause) {
        if (!(cause instanceof toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .ParseError */ .mB))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${source.file} is not valid TOML: ${cause.message}`, {
            fix: 'Correct the TOML there.',
            at: (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .positionAt */ .t)(source, cause.index),
        });
    }
}
function partsOf(branch) {
    const { kind, start } = branch;
    return { start, parts: kind === 'leaf' ? [] : kind === 'array' ? branch.items : [...branch.children.values()] };
}
function tableOf(statements, source) {
    const root = { kind: 'table', start: 0, children: new Map() };
    for (const statement of statements) {
        const start = statement.range[0];
        if (statement.type === 'TOMLKeyValue')
            put(root, keysOf(statement.key), start, contentOf(statement.value, source));
        else
            for (const { key, value, range } of statement.body)
                put(root, [...statement.resolvedKey, ...keysOf(key)], range[0], contentOf(value, source));
    }
    return root;
}
const keysOf = ({ keys }) => keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
/** Puts a value under its keys. Creates the tables and lists in between. */
function put(root, keys, start, value) {
    let branch = root;
    for (const [index, key] of keys.entries()) {
        const make = () => {
            if (index === keys.length - 1)
                return value;
            return typeof keys[index + 1] === 'number'
                ? { kind: 'array', start, items: [] }
                : { kind: 'table', start, children: new Map() };
        };
        if (branch.kind === 'table')
            branch = branch.children.get(String(key)) ?? added(branch.children, String(key), make());
        else if (branch.kind === 'array')
            branch = branch.items[Number(key)] ??= make();
    }
}
function added(children, key, branch) {
    children.set(key, branch);
    return branch;
}
function contentOf(content, source) {
    const start = content.range[0];
    if (content.type === 'TOMLValue')
        return leafOf(content, source);
    if (content.type === 'TOMLArray')
        return { kind: 'array', start, items: content.elements.map((element) => contentOf(element, source)) };
    return { ...tableOf(content.body, source), start };
}
function leafOf(value, { text }) {
    const [start, end] = value.range;
    const raw = text.slice(start, end);
    const kind = value.kind === 'integer' || value.kind === 'float' ? 'number' : value.kind;
    const shown = value.kind === 'string' ? value.value : raw;
    return {
        kind: 'leaf',
        start,
        end,
        text: shown,
        obstacle: () => ((0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .isPlaceholder */ .wK)(raw) ? _scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .obstacles */ .Bw.placeholder : /[\r\n]/.test(raw) ? _scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .obstacles */ .Bw.lines : undefined),
        write(given) {
            (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseControl */ .kO)(given);
            if (raw.startsWith("'") && !given.includes("'"))
                return `'${given}'`;
            return (0,_scalar_js__WEBPACK_IMPORTED_MODULE_4__/* .staysUnquoted */ .m$)(kind, given) || (isDate(kind) && tomlKindOf(given) === kind) ? given : JSON.stringify(given);
        },
        meaning: () => `${kind} ${shown}`,
    };
}
const isDate = (kind) => /date|time/.test(kind);
function tomlKindOf(text) {
    try {
        const [statement] = (0,toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .parseTOML */ .MD)(`k = ${text}`).body[0].body;
        return statement?.type === 'TOMLKeyValue' && statement.value.type === 'TOMLValue'
            ? statement.value.kind
            : undefined;
    }
    catch (error) {
        if (error instanceof toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .ParseError */ .mB)
            return undefined;
        throw error;
    }
}
function treeOf(branch) {
    const { start } = branch;
    if (branch.kind === 'leaf')
        return branch;
    if (branch.kind === 'array')
        return { kind: 'list', start, obstacle: () => undefined, items: () => branch.items.map(treeOf) };
    const entries = () => [...branch.children].map(([key, child]) => ({ key, start: child.start, value: treeOf(child) }));
    return { kind: 'mapping', start, obstacle: () => undefined, entries };
}


/***/ })

};
