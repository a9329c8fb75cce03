export const id = "parse-trees";
export const ids = ["parse-trees"];
export const modules = {

/***/ 57858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zn: () => (/* binding */ refuseDeepNesting),
/* harmony export */   _F: () => (/* binding */ withinStack),
/* harmony export */   vR: () => (/* binding */ nestedTooDeeply)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49931);


/** How deep values may be nested. Parsers that call themselves would reach the end of their stack somewhere above. */
const deepest = 200;
/** The refusal of a file whose values are nested too deeply. */
const nestedTooDeeply = (source, offset) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} is nested more than ${deepest} levels deep, which is the limit.`, {
    fix: 'Make the nesting flatter, or leave the file out.',
    at: offset === undefined ? { file: source.file } : (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(source, offset),
});
/** Refuses what is nested too deeply, without calling itself. */
function refuseDeepNesting(source, root, look) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth++) {
        const looks = level.map(look);
        const [first] = looks;
        if (depth > deepest && first !== undefined)
            throw nestedTooDeeply(source, first.start);
        level = looks.flatMap(({ parts }) => parts);
    }
}
/** What a parser returns, or the refusal if it came to the end of its stack. */
function withinStack(source, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw nestedTooDeeply(source);
        throw error;
    }
}


/***/ }),

/***/ 20733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ fileFormatOf),
  parseTrees: () => (/* binding */ parseTrees)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/edits/scalar.js
var scalar = __webpack_require__(16930);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml.js
var yaml = __webpack_require__(20557);
;// CONCATENATED MODULE: ./build/src/domain/edits/json.js




/** The YAML parser reads JSON too, and knows positions. JSON.parse comes first, because it is strict. */
function parseJson(source) {
    try {
        JSON.parse(source.text);
    }
    catch (cause) {
        const offset = Number(/position (\d+)/.exec(String(cause))?.[1] ?? 0);
        throw new error/* ReleaseError */.K2(`${source.file} is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { fix: 'Correct the JSON there.', at: (0,edits_source/* positionAt */.t)(source, offset) });
    }
    // In JSON these are plain white space. YAML has rules for them.
    const spaced = source.text.replaceAll(/[\t\r]/g, ' ');
    return (0,yaml/* parseYamlTrees */._)({ ...source, text: spaced }).map((tree) => inJson(tree, source));
}
function inJson(tree, source) {
    if (tree.kind === 'list')
        return { ...tree, items: () => tree.items().map((item) => inJson(item, source)) };
    if (tree.kind === 'mapping')
        return {
            ...tree,
            entries: () => tree.entries().map((entry) => ({ ...entry, value: inJson(entry.value, source) })),
        };
    return leafInJson(tree, source);
}
function leafInJson(leaf, { text }) {
    const raw = text.slice(leaf.start, leaf.end);
    const kind = typeof JSON.parse(raw);
    const write = (value) => {
        (0,scalar/* refuseControl */.kO)(value);
        return (0,scalar/* staysUnquoted */.m$)(kind, value) ? value : JSON.stringify(value);
    };
    return { ...leaf, write, meaning: () => `${kind} ${raw.startsWith('"') ? String(JSON.parse(raw)) : raw}` };
}

;// CONCATENATED MODULE: ./build/src/domain/edits/parse-trees.js



/** The documents of a file. Its name tells the format. */
async function parseTrees(source) {
    const kind = fileFormatOf(source);
    if (kind === 'json')
        return parseJson(source);
    if (kind === 'toml')
        return [(await Promise.all(/* import() */[__webpack_require__.e("toml-eslint-parser"), __webpack_require__.e("toml")]).then(__webpack_require__.bind(__webpack_require__, 61226))).parseToml(source)];
    if (kind === 'yaml')
        return (0,yaml/* parseYaml */.h)(source);
    throw new error/* ReleaseError */.K2(`${source.file} is not a file whose values have paths.`, {
        fix: 'Use paths for YAML, JSON, TOML and CFF files. For any other file, give the text of the whole file.',
        at: { file: source.file },
    });
}
/** The format of a file by its name. Undefined if its values have no paths. */
function fileFormatOf({ file }) {
    if (/(^|\/)(Chart|requirements)\.lock$/.test(file))
        return 'yaml'; // Helm's
    if (/\.(ya?ml|cff)$/i.test(file))
        return 'yaml';
    return /\.json$/i.test(file) ? 'json' : /\.toml$/i.test(file) ? 'toml' : undefined;
}


/***/ }),

/***/ 16930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ obstacles),
/* harmony export */   X9: () => (/* binding */ anchored),
/* harmony export */   kO: () => (/* binding */ refuseControl),
/* harmony export */   m$: () => (/* binding */ staysUnquoted),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** Refuses a line break, a control character and a noncharacter in a value. */
function refuseControl(value) {
    if (!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\p{Noncharacter_Code_Point}]/u.test(value))
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)} contains a line break or a control character.`, {
        fix: 'Use a value of one line.',
    });
}
/** A placeholder of a template language: `${x}`, `{{ x }}`, `{(x)}`, `<% x %>`. */
const isPlaceholder = (raw) => /\$\{|\{\{|\{\(|<%/.test(raw);
const obstacles = {
    placeholder: {
        why: 'is a placeholder of a template',
        fix: 'Set the value that fills it in, with set-values. In a chart, helm-package can fill it in: version, app-version, values.',
    },
    block: { why: 'is a block of several lines', fix: 'Write the value on one line first.' },
    lines: { why: 'has several lines', fix: 'Write the value on one line first.' },
    tag: { why: 'has a YAML tag', fix: 'Remove the tag first.' },
    nothing: { why: 'has no value to replace', fix: 'Write a value behind its key first.' },
    alias: {
        why: 'is an alias of a value elsewhere in the file',
        fix: 'Set the value with the anchor, or write a value in place of the alias first.',
    },
};
/** A value that other places of the file repeat. */
const anchored = (anchor) => ({
    why: `has the anchor &${anchor}, so that every alias of it would change`,
    fix: 'Write values in place of the aliases, and remove the anchor first.',
});
/** Whether a value needs no quotes, because it stays of the same kind: `4` for 3, `true` for false. */
const staysUnquoted = (kind, value) => (kind === 'number' && String(Number(value)) === value && Number.isFinite(Number(value))) ||
    (kind === 'boolean' && /^(true|false)$/.test(value));


/***/ }),

/***/ 24086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ yamlDocuments),
/* harmony export */   h: () => (/* binding */ refuseUnprintable)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _nesting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57858);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49931);





// https://yaml.org/spec/1.2.2/#51-character-set
const unprintable = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
/** Refuses characters that no YAML file may have. */
function refuseUnprintable(source) {
    const found = unprintable.exec(source.text);
    if (found === null)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${source.file} has the character ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found[0])}, which YAML does not allow.`, {
        fix: 'Remove the character.',
        at: (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .positionAt */ .t)(source, found.index),
    });
}
/** The documents of a text, valid and not nested too deeply. */
function yamlDocuments(source, options) {
    const documents = (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .withinStack */ ._F)(source, () => [...(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(source.text, { ...options, logLevel: 'error' })]);
    for (const { errors, contents } of documents) {
        const [error] = errors;
        if (error === undefined)
            (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseDeepNesting */ .Zn)(source, contents, partsOf);
        else if (isOutOfStack(error))
            throw (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .nestedTooDeeply */ .vR)(source, error.pos[0]);
        else {
            const why = error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, ''); // the place is told anyway
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${source.file} is not valid YAML: ${why}`, {
                fix: 'Correct the YAML there.',
                at: (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .positionAt */ .t)(source, error.pos[0]),
            });
        }
    }
    return documents;
}
const isOutOfStack = ({ code }) => code === 'RESOURCE_EXHAUSTION';
function partsOf(node) {
    const start = node?.range?.[0] ?? 0; // a node of the tree, which may be missing
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return { start, parts: [] };
    return { start, parts: node.items.flatMap((item) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? [item.key, item.value] : [item])) };
}


/***/ }),

/***/ 20557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseYamlTrees),
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16930);
/* harmony import */ var _yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24086);



/** The documents of a YAML file. Aliases are never followed, so that nested aliases cannot fill the memory. */
function parseYaml(source) {
    (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnprintable */ .h)(source);
    return parseYamlTrees(source);
}
/** The same, for a format that allows other characters. */
const parseYamlTrees = (source) => (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlDocuments */ .O)(source, { uniqueKeys: false }).map(({ contents }) => treeOf(contents, source, { isInFlow: false, gap: 0 }));
function treeOf(node, source, context) {
    const start = node?.range?.[0] ?? context.gap;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
        return {
            kind: 'mapping',
            start,
            obstacle: () => obstacleOf(node, source),
            entries: () => node.items.map((pair) => entryOf(pair, source, inner)),
        };
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
        return {
            kind: 'list',
            start,
            obstacle: () => obstacleOf(node, source),
            items: () => node.items.map((item) => treeOf(item, source, { ...inner, gap: hyphenEnd(item, source) })),
        };
    }
    return leafOf(node, source, context);
}
function entryOf({ key, value }, source, context) {
    const [start = 0, end = 0] = key.range ?? [];
    return {
        key: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? textOf(key) : source.text.slice(start, end),
        start,
        value: treeOf(value, source, { ...context, gap: colonEnd(end, value, source) }),
    };
}
function colonEnd(keyEnd, value, { text }) {
    if (value?.range !== undefined && value.range !== null && value.range[0] !== value.range[1])
        return keyEnd;
    const colon = /[ \t]*:/y;
    colon.lastIndex = keyEnd;
    return colon.test(text) ? colon.lastIndex : keyEnd;
}
function hyphenEnd(item, { text }) {
    const [start = 0, end = 0] = item?.range ?? [];
    return start === end ? text.slice(0, start).trimEnd().length : start;
}
function leafOf(node, source, { isInFlow, gap }) {
    const range = node?.range ?? [gap, gap];
    const raw = source.text.slice(range[0], range[1]);
    const [start, end] = raw === '' ? [gap, gap] : range;
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node : undefined;
    return {
        kind: 'leaf',
        start,
        end,
        text: raw === '' ? undefined : scalar === undefined ? raw : textOf(scalar),
        obstacle: () => {
            const isNowhere = node === null || (raw === '' && !/[:-]/.test(source.text.charAt(gap - 1)));
            return isNowhere ? _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.nothing : obstacleOf(node, source);
        },
        write: (value) => (raw === '' ? ' ' : '') + writtenAs(raw, value, isInFlow),
        meaning: () => {
            const value = scalar === undefined ? raw : `${typeof scalar.value} ${String(scalar.value)}`;
            return `${node?.tag ?? ''} ${scalar?.anchor ?? ''} ${value}`;
        },
    };
}
/** The text as a person reads it: `1.20`, not 1.2. */
const textOf = (node) => (typeof node.value === 'string' ? node.value : (node.source ?? ''));
function obstacleOf(node, { text }) {
    const [start = 0, end = 0] = node.range ?? [];
    const raw = text.slice(start, end);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.alias;
    if ('anchor' in node && node.anchor !== undefined)
        return (0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .anchored */ .X9)(node.anchor);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return /^(\{\{|\{\()/.test(raw) ? _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.placeholder : undefined;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return undefined;
    if ((0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlaceholder */ .wK)(raw))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.placeholder;
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.block;
    if (/[\r\n]/.test(raw))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.lines;
    return node.tag === undefined ? undefined : _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.tag;
}
/** Keeps the quotes of the old value. Adds quotes only if the new text would be read as something else. */
function writtenAs(raw, value, isInFlow) {
    (0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseControl */ .kO)(value);
    if (raw.startsWith("'"))
        return `'${value.replaceAll("'", "''")}'`;
    return raw.startsWith('"') || !isPlain(raw, value, isInFlow) ? JSON.stringify(value) : value;
}
// Only some readers take these for text: `=` and `<<` (not Python), 0X1F (not Go), and ? or : in a flow collection.
const oddities = /^(=|<<|[-+]?0(b[01_]+|o[0-7_]+|x[\da-f_]+)|[?:].*)$/i;
// Why: docs/decisions.md D13
/** Readers of YAML 1.1 and 1.2 have to read the same text. They disagree about `no`, `0755` and `1:30`. */
function isPlain(raw, value, isInFlow) {
    if (oddities.test(value))
        return false;
    return ['1.1', '1.2'].every((version) => {
        const [old, now] = [raw, value].map((text) => plainValue(text, isInFlow, version));
        if (now === value)
            return true;
        // A value that was a number, a date or a truth value may stay one, if it would be written the same.
        if (old instanceof Date)
            return now instanceof Date && now.toISOString().startsWith(value);
        return (typeof now === 'number' || typeof now === 'boolean') && typeof now === typeof old && String(now) === value;
    });
}
function plainValue(value, isInFlow, version) {
    const { contents, errors } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(isInFlow ? `[${value}]` : `k: ${value}\n`, {
        version,
        logLevel: 'silent',
    });
    if (errors.length > 0)
        return undefined;
    const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(contents) && contents.items.length === 1
        ? contents.items[0]
        : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents)
            ? contents.items[0]?.value
            : undefined;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.type === 'PLAIN' ? node.value : undefined;
}


/***/ })

};
