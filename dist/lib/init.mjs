export const id = 2110;
export const ids = [2110,733];
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

/***/ 53445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parsePath),
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const quotedText = String.raw `"((?:[^"\\]|\\.)*)"`;
const key = new RegExp(String.raw `(\.?)(?:${quotedText}|([^.[\]"]+))`, 'y');
const selector = new RegExp(String.raw `\[(?:(\d{1,9})|([^=\]"]+)=(?:${quotedText}|([^\]"]*)))\]`, 'y');
/** Reads `image.tag`, `images[name=proxy].newTag`, `dependencies[0].version`, `annotations."example.com/a.b"`. */
function parsePath(text) {
    const segments = [];
    let end = 0;
    while (end < text.length) {
        const [segment, length] = text[end] === '[' ? selectorAt(text, end) : keyAt(text, end);
        if (segment === undefined)
            break;
        segments.push(segment);
        end += length;
    }
    if (segments.length > 0 && end === text.length)
        return segments;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a path to a value. The mistake is at column ${end + 1}.`, {
        fix: 'Write a path such as image.tag, images[name=proxy].newTag, dependencies[0].version or annotations."example.com/a.b".',
    });
}
function keyAt(text, start) {
    key.lastIndex = start;
    const [whole = '', dot = '', inQuotes, bare] = key.exec(text) ?? [];
    const name = unescaped(inQuotes) ?? bare;
    const isSeparated = (dot === '') === (start === 0);
    return [name === undefined || !isSeparated ? undefined : { kind: 'key', key: name }, whole.length];
}
function selectorAt(text, start) {
    selector.lastIndex = start;
    const match = selector.exec(text);
    if (match === null)
        return [undefined, 0];
    const [whole, index, name = '', inQuotes, bare = ''] = match;
    if (index !== undefined)
        return [{ kind: 'index', index: Number(index) }, whole.length];
    return [{ kind: 'where', key: name, value: unescaped(inQuotes) ?? bare }, whole.length];
}
/** A path as people write it. */
const formatPath = (segments) => segments
    .map((segment, position) => {
    if (segment.kind === 'index')
        return `[${segment.index}]`;
    if (segment.kind === 'where')
        return `[${segment.key}=${segment.value}]`;
    return ((position === 0 ? '' : '.') + (/^[^.[\]"]+$/.test(segment.key) ? segment.key : JSON.stringify(segment.key)));
})
    .join('');
const unescaped = (text) => text?.replaceAll(/\\(.)/g, '$1');


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

/***/ 65221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseYamlValue)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24086);


const mostAliases = 100;
/** A YAML text as plain values. Keys and aliases have to be valid. */
function parseYamlValue(source) {
    (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnprintable */ .h)(source);
    const [document, second] = (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlDocuments */ .O)(source, { uniqueKeys: true });
    if (second !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has more than one YAML document.`, {
            fix: 'Give each document a file of its own.',
            at: { file: source.file },
        });
    try {
        return document?.toJS({ maxAliasCount: mostAliases });
    }
    catch (cause) {
        if (!(cause instanceof ReferenceError))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has aliases that cannot be followed: ${cause.message}.`, {
            fix: `Write the values instead of aliases, or fewer than ${mostAliases} of them.`,
            at: { file: source.file },
            cause,
        });
    }
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
const oddities = /^(=|<<|[-+]?0[box][\da-f_]+|[?:].*)$/i;
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


/***/ }),

/***/ 63916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isReleaseTag),
/* harmony export */   g: () => (/* binding */ inStream)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28242);


const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** The tag of a stream that has a name. Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}


/***/ }),

/***/ 28304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and a stream whose tags are the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textLines */ .Fy)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('contains no stream.', { fix: 'Write lines such as image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has two streams with the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])}.`, {
                fix: `Give each stream a ${key} of its own.`,
            });
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\x00-\x1f\x7f-\x9f]+)$/.exec(line) ?? [];
    if (name === undefined || pattern === undefined || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHidden */ .Vh)(pattern)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which is not a stream.`, {
            fix: 'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `it has ${versions.length} versions`
            : `${odd} is ${odd in placeholders ? 'used twice' : 'not a placeholder'}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}, which cannot be used: ${problem}.`, {
            fix: `Use one version and at most one path. The placeholders are ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known)}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Usual names of folders. Quotes, spaces and dollars would be dangerous in scripts that use the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** Versions and folders contain no slash, so there is only one way to split a tag. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash: a directory. Elsewhere: a directory with its slash, or nothing for the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 62110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/diff.js
var diff = __webpack_require__(88311);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var rehearsal_checkout = __webpack_require__(17493);
// EXTERNAL MODULE: ./build/src/world/files.js + 1 modules
var world_files = __webpack_require__(64903);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml-value.js
var yaml_value = __webpack_require__(65221);
;// CONCATENATED MODULE: ./build/src/init/repository.js
const telling = /(?:^|\/)(?:Chart\.yaml|values\.yaml|pyproject\.toml|setup\.py|pkg_info\.json|package\.json|CITATION\.cff|VERSION|Dockerfile)$/;
/** Whether a file tells something about what is released. What tests and other people's code have does not. */
const tells = (path) => telling.test(path) && !isAside(path);
/** Whether a path belongs to tests, examples, or code of others. */
const isAside = (path) => /(?:^|\/)(?:tests?|testdata|examples?|vendor|third_party|node_modules|\.[^/]+)\//.test(path);
/** The folder of a path: `.` for the root. */
const folderOf = (path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
/** The folders that have a file of a name. The root comes first, and what is nearer to it. */
const foldersWith = ({ paths }, name) => paths
    .filter((path) => !isAside(path) && (path === name || path.endsWith(`/${name}`)))
    .map(folderOf)
    .toSorted((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1));
const depth = (folder) => (folder === '.' ? 0 : folder.split('/').length);
const inFolder = (folder, name) => (folder === '.' ? name : `${folder}/${name}`);

;// CONCATENATED MODULE: ./build/src/init/products.js




function productsOf(repository) {
    const { paths } = repository;
    const python = pythonFolders(repository);
    const charts = chartsOf(repository);
    const dockerfiles = foldersWith(repository, 'Dockerfile');
    const goModules = foldersWith(repository, 'go.mod');
    const chart = nearest(charts, repository);
    const image = imageOf(likely(dockerfiles, repository), { python: python[0], chart }, repository);
    const kind = kindOf({ python, chart, image, goModules });
    const uses = { python: kind === 'python', goModules: kind === 'go-modules' };
    return {
        kind,
        python: python[0],
        chart,
        image,
        wheels: uses.python && image !== undefined ? wheelsOf(image, repository) : undefined,
        docs: uses.python && paths.some((path) => path.startsWith('docs/')) ? 'docs' : undefined,
        changelog: paths.find((path) => path === 'CHANGELOG.md'),
        goModules,
        decisions: [
            ...chosen('Python projects', python, python[0]),
            ...chosen('charts', charts.map(({ folder }) => folder), chart?.folder),
            ...chosen('Dockerfiles', dockerfiles, image && folderOf(image.dockerfile)),
            ...contextDecision(image),
            ...imageDecision(image, chart, repository),
            ...(kind === 'image-and-chart' && chart !== undefined
                ? ['The chart is attached to its release. With the input chart-registry, it is also pushed.']
                : []),
        ],
        unknown: [...unreleasedModules(kind, goModules), ...unknownFiles(repository)],
    };
}
function kindOf({ python, chart, image, goModules }) {
    if (python.length > 0)
        return 'python';
    if (chart !== undefined || image !== undefined)
        return 'image-and-chart';
    return goModules.length > 0 ? 'go-modules' : 'none';
}
/** A pyproject.toml can also have nothing but the settings of tools. */
function pythonFolders(repository) {
    const isProject = (folder) => /^\[(?:project|build-system|tool\.poetry)\]/m.test(repository.texts.get(inFolder(folder, 'pyproject.toml')) ?? '');
    const modern = foldersWith(repository, 'pyproject.toml').filter(isProject);
    return [...new Set([...modern, ...foldersWith(repository, 'setup.py')])].toSorted((one, other) => one.length - other.length);
}
/** The charts that are no part of another one. */
function chartsOf(repository) {
    const folders = foldersWith(repository, 'Chart.yaml');
    const isPart = (folder) => folders.some((other) => other !== folder && folder.startsWith(`${other}/charts/`));
    return folders.filter((folder) => !isPart(folder)).map((folder) => ({ folder, name: nameOf(folder, repository) }));
}
function nameOf(folder, { texts }) {
    const file = inFolder(folder, 'Chart.yaml');
    const value = (0,domain_error/* attempt */.CD)(() => (0,yaml_value/* parseYamlValue */.o)({ file, text: texts.get(file) ?? '' }));
    const name = value instanceof domain_error/* ReleaseError */.K2 ? undefined : value?.name;
    return typeof name === 'string' ? name : (folder.split('/').at(-1) ?? folder);
}
/** The chart that is called like the repository, else the first. */
const nearest = (charts, { name }) => charts.find((chart) => name.endsWith(`/${chart.name}`)) ?? charts[0];
/** The folder of the Dockerfile: the root, docker, the one that is called like the repository, or the first. */
const likely = (folders, { name }) => ['.', 'docker'].find((one) => folders.includes(one)) ??
    folders.find((folder) => name.endsWith(`/${folder.split('/').at(-1)}`)) ??
    folders[0];
/**
 * An image of a Python project is built in the folder of its Dockerfile, any other in the root. It has the name that the
 * chart gives it in the packages of the owner, else that of the repository.
 */
function imageOf(folder, { python, chart }, { name, texts }) {
    if (folder === undefined)
        return undefined;
    const own = `ghcr.io/${name.toLowerCase()}`;
    const values = chart === undefined ? '' : (texts.get(inFolder(chart.folder, 'values.yaml')) ?? '');
    const named = imagesIn(values).find((one) => one.startsWith(own.replace(/[^/]*$/, '')));
    return {
        name: named ?? own,
        context: python === undefined ? '.' : folder,
        dockerfile: inFolder(folder, 'Dockerfile'),
    };
}
/** The images that a chart names with their registry. */
const imagesIn = (values) => [...values.matchAll(/^\s*(?:image|repository):\s*['"]?((?:[\w-]+\.)+[a-z]+\/[\w./-]+?)['"]?\s*$/gm)].map(([, image = '']) => image);
function imageDecision(image, chart, { name, texts }) {
    if (image === undefined || chart === undefined)
        return [];
    const file = inFolder(chart.folder, 'values.yaml');
    const named = imagesIn(texts.get(file) ?? '');
    if (named.includes(image.name))
        return image.name === `ghcr.io/${name.toLowerCase()}` ? [] : [`The image is ${image.name}, as ${file} names it.`];
    return named.length === 0
        ? []
        : [`The image is ${image.name}, but ${file} names ${(0,domain_text/* listed */.KE)(named)}: change one of them.`];
}
function contextDecision(image) {
    if (image === undefined || image.context === folderOf(image.dockerfile))
        return [];
    return [`The image of ${image.dockerfile} is built with the root of the repository as its context.`];
}
/** What a Dockerfile copies the wheel from: `COPY whls/*.whl /whls/`. */
function wheelsOf({ context, dockerfile }, { texts }) {
    const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*([\w./-]+?)\/(?:\S*\.whl\b|\s)/im.exec(texts.get(dockerfile) ?? '');
    const folder = /whe?e?ls?/i.test(copied?.[0] ?? '') ? copied?.[1] : undefined;
    return folder === undefined ? undefined : inFolder(context, folder.replace(/^\.\//, ''));
}
function chosen(what, all, taken) {
    const others = all.filter((one) => one !== taken);
    if (taken === undefined || others.length === 0)
        return [];
    return [`There are ${all.length} ${what}. ${taken} was taken, ${(0,domain_text/* listed */.KE)(others)} not: each needs a call of its own.`];
}
function unreleasedModules(kind, goModules) {
    const below = goModules.filter((folder) => folder !== '.');
    if (kind === 'go-modules' || below.length === 0)
        return [];
    return [
        `The Go modules in ${(0,domain_text/* listed */.KE)(below)} get no tags of their own: add go-module-tags, or a call of release-go-modules.yml.`,
    ];
}
const others = [
    [/(?:^|\/)Cargo\.toml$/, 'nothing here publishes crates'],
    [/(?:^|\/)package\.json$/, 'nothing here publishes npm packages'],
    [/^\.goreleaser\.ya?ml$/, 'GoReleaser makes releases of its own: keep one of the two'],
    [
        /(?:^|\/)(?:images|promoter-manifest)\.yaml$/,
        'an image list? promote.yml promotes images, and init does not write it',
    ],
    [/(?:^|\/)(?:Containerfile|Dockerfile\.[\w-]+)$/, 'only files with the name Dockerfile are taken as images'],
];
const unknownFiles = ({ paths }) => others.flatMap(([file, why]) => {
    const found = paths.filter((path) => file.test(path) && (path.startsWith('.gorel') || !isAside(path)));
    return found.length === 0 ? [] : [`${found.slice(0, 3).join(', ')}: ${why}.`];
});

// EXTERNAL MODULE: ./build/src/domain/tags/in-stream.js
var in_stream = __webpack_require__(63916);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/init/tag-pattern.js



/** The pattern that most tags have. The first one, if no tag has any. */
function tagPatternOf(tags, patterns) {
    const found = patterns.map((pattern) => ({ pattern, versions: versionsOf(tags, pattern) }));
    const most = Math.max(...found.map(({ versions }) => versions.length));
    const { pattern, versions } = found.find((one) => one.versions.length === most) ?? {
        pattern: patterns[0],
        versions: [],
    };
    return { pattern, newest: versions.toSorted(versions_version/* compareVersions */.Zy).at(-1) };
}
function versionsOf(tags, pattern) {
    const streams = (0,stream/* parseStreams */.Rg)(`release: ${pattern}`);
    return tags.flatMap((tag) => streams
        .map((stream) => (0,in_stream/* inStream */.g)(tag, stream))
        .filter(in_stream/* isReleaseTag */.K)
        .map(({ version }) => version));
}
/** The tags of a pattern, for GitHub's filters: `v[0-9]*`. */
const filterOf = (pattern) => pattern.replace(/\{(?:version|pep440)\}/, '[0-9]*');
/** A pattern with a version in it. */
const filled = (pattern, { semver, pep440 }) => {
    const form = pattern.includes('{pep440}') ? pep440 : semver;
    return form === undefined ? undefined : pattern.replace(/\{(?:version|pep440)\}/, form);
};

// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(53445);
// EXTERNAL MODULE: ./build/src/domain/edits/parse-trees.js + 1 modules
var parse_trees = __webpack_require__(20733);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
;// CONCATENATED MODULE: ./build/src/init/values.js




const keys = {
    'Chart.yaml': /^(?:version|appVersion)$/,
    'values.yaml': /(?:^|\.)(?:tag|version|appVersion|imageTag)$/,
    'pyproject.toml': /^(?:project|tool\.poetry)\.version$/,
    'pkg_info.json': /^version$/,
    'package.json': /^version$/,
    'CITATION.cff': /^version$/,
};
/** The values of a file that may be versions. A file that cannot be read has the reason instead. */
async function valuesOf(file, text) {
    const name = file.split('/').at(-1) ?? file;
    if (name === 'VERSION')
        return wholeFile(file, text);
    const wanted = keys[name];
    if (wanted === undefined)
        return [];
    try {
        const source = { file, text };
        const trees = await (0,parse_trees.parseTrees)(source);
        const [only] = trees.length === 1 ? trees : [];
        const leaves = only === undefined ? [] : leavesIn(only);
        return leaves
            .filter(({ path }) => wanted.test(path))
            .map(({ path, text: value, start, beside }) => ({
            file,
            line: (0,edits_source/* positionAt */.t)(source, start).line,
            path,
            text: value,
            beside,
        }));
    }
    catch (error) {
        if (error instanceof domain_error/* ReleaseError */.K2)
            return error;
        throw error;
    }
}
function wholeFile(file, text) {
    const line = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
    return /^\S+$/.test(line) ? [{ file, line: 1, path: '', text: line, beside: [] }] : [];
}
/** All values that can be set, but those in lists. */
function leavesIn(tree, path = [], beside = []) {
    if (tree.kind === 'list')
        return [];
    if (tree.kind === 'leaf') {
        if (tree.text === undefined || tree.text === '' || tree.obstacle() !== undefined)
            return [];
        return [{ path: (0,edits_path/* formatPath */.j)(path), text: tree.text, start: tree.start, beside }];
    }
    const entries = tree.entries();
    const names = entries.flatMap(nameIn);
    return entries.flatMap(({ key, value }) => leavesIn(value, [...path, { kind: 'key', key }], names));
}
const nameIn = ({ key, value }) => /^(?:image|repository|imageName)$/.test(key) && value.kind === 'leaf' && value.text ? [value.text] : [];

;// CONCATENATED MODULE: ./build/src/init/version-plan.js






// Why: docs/decisions.md D83
/** Every value of the plan was read, and is the version now. Nothing else is taken. */
async function versionPlanOf(repository, products) {
    const { values, unknown } = await versionsIn(repository);
    const tags = releaseTags(repository, products);
    const { pattern } = tags;
    const source = sourceOf(values, products);
    const version = source === undefined ? tags.newest : versionIn(source, products);
    const chart = values.find(({ file, path }) => path === 'version' && isChartOf(products, file));
    const own = chartStream(chart, { repository, products, pattern, version });
    const others = values.filter((value) => value !== chart || own.chartPattern === pattern);
    const places = others.flatMap((value) => placeOf(value, { products, pattern, version, name: repository.name }));
    return {
        pattern,
        version,
        source,
        places,
        ...own,
        decisions: [...tags.decisions, ...own.decisions],
        unknown: [...unknown, ...strangers(others, places, version), ...literalInSetup(repository, products, source)],
    };
}
async function versionsIn({ texts }) {
    const files = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const found = await Promise.all(files.map(async ([file, text]) => valuesOf(file, text)));
    const values = found.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [] : one));
    const isPlain = ({ file, path }) => /^[\w./@+-]+$/.test(file) && /^[\w.-]*$/.test(path);
    return {
        values: values.filter(isPlain),
        unknown: [
            ...found.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [one.message] : [])),
            ...values
                .filter((value) => !isPlain(value))
                .map((value) => `${placeName(value)} is left out, because its name has special characters.`),
        ],
    };
}
function releaseTags({ tags, name }, { kind, chart, image }) {
    const own = name.split('/').at(-1) ?? name;
    const usual = ['v{version}', '{version}', 'release-{version}', `${own}-{version}`];
    const alone = kind === 'image-and-chart' && image === undefined && chart !== undefined ? chartPatterns(chart) : [];
    const found = tagPatternOf(tags, kind === 'python' ? ['{pep440}', 'v{pep440}'] : [...usual, ...alone]);
    if (found.newest !== undefined || kind === 'none')
        return { ...found, decisions: [] };
    const why = tags.length === 0 ? 'There is no tag yet' : `No tag is understood, such as ${(0,domain_text/* quoted */.TL)(tags[0] ?? '')}`;
    return { ...found, decisions: [`${why}: releases get tags of the form ${found.pattern}.`] };
}
/** How tags of charts are usually called. */
function chartPatterns({ name }) {
    const named = /^[\w.-]+$/.test(name) ? [`${name}-{version}`, `${name}-v{version}`] : [];
    return ['chart/{version}', 'chart/v{version}', 'charts/{version}', ...named];
}
/** The value that says the version, by what the repository releases. */
function sourceOf(values, { kind, python, chart, image }) {
    const at = (file, path) => values.find((value) => value.file === file && value.path === path);
    const project = python === undefined ? undefined : inFolder(python, 'pyproject.toml');
    const packageInfo = values.find(({ file }) => file.endsWith('pkg_info.json'));
    const inPython = [at(project, 'project.version'), at(project, 'tool.poetry.version'), packageInfo];
    const inChart = ['appVersion', 'version'].map((path) => chart && at(inFolder(chart.folder, 'Chart.yaml'), path));
    const byKind = {
        python: [...inPython, at('VERSION', ''), ...inChart],
        'image-and-chart': [at('VERSION', ''), at('package.json', 'version'), ...inChart],
        'go-modules': [at('VERSION', '')],
        none: [],
    }[kind];
    const all = kind === 'image-and-chart' && image === undefined ? inChart.toReversed() : byKind;
    return all.find((value) => value !== undefined && versionIn(value, { kind }) !== undefined);
}
function versionIn({ text }, { kind }) {
    const scheme = kind === 'python' ? 'pep440' : 'semver';
    const version = (0,domain_error/* attempt */.CD)(() => (0,versions_version/* parseVersion */.ot)(scheme, text.replace(/^v/, '')));
    return version instanceof domain_error/* ReleaseError */.K2 ? undefined : version;
}
const isChartOf = ({ chart }, file) => chart !== undefined && file === inFolder(chart.folder, 'Chart.yaml');
/** Whether a chart has tags of its own: if there are such tags, or if its version is another one. */
function chartStream(chart, { repository, products, pattern, version }) {
    const together = { chartPattern: pattern, chartPlaces: [], decisions: [] };
    if (products.kind !== 'image-and-chart' || products.chart === undefined || chart === undefined)
        return together;
    if (products.image === undefined)
        return together;
    const tags = tagPatternOf(repository.tags, chartPatterns(products.chart));
    if (tags.newest === undefined && (version === undefined || version.semver === chart.text))
        return together;
    return {
        chartPattern: tags.pattern,
        chartPlaces: [{ value: chart, form: '{version}' }],
        decisions: [
            ...(tags.newest === undefined
                ? [`The chart has a version of its own, ${chart.text}: it gets tags of its own, ${tags.pattern}.`]
                : []),
            ...(/^0\.0\.0(?:-|$)/.test(chart.text)
                ? [`${placeName(chart)} is ${chart.text} for now. Set it before its tag, else the release of the chart stops.`]
                : []),
        ],
    };
}
/** The form in which a value has the version. None: it is another one, or the version of somebody else's image. */
function placeOf(value, { products, pattern, version, name }) {
    if (version === undefined || isOfOthers(value, products, name))
        return [];
    const forms = [
        ['{version}', version.semver],
        ['{pep440}', version.pep440],
        ['{tag}', filled(pattern, version)],
    ];
    const isSemVer = products.kind !== 'python' ||
        (value.path === 'version' && /(?:^|\/)(?:Chart\.yaml|package\.json)$/.test(value.file));
    const order = isSemVer ? [forms[0], forms[2]] : [forms[1], forms[0], forms[2]];
    const form = order.find(([, text]) => text === value.text)?.[0];
    return form === undefined ? [] : [{ value, form }];
}
function isOfOthers({ beside }, { chart, image }, repository) {
    const own = new Set([repository, chart?.name, image?.name].map((one) => one?.split('/').at(-1)?.toLowerCase()));
    const named = beside.map((name) => name
        .replace(/[:@].*$/, '')
        .split('/')
        .at(-1)
        ?.toLowerCase());
    return named.length > 0 && !named.some((name) => own.has(name));
}
/** Values that look as if they should be the version, and are not. */
function strangers(values, places, version) {
    const taken = new Set(places.map(({ value }) => value));
    const now = version?.semver ?? version?.pep440;
    const otherwise = now === undefined ? 'nothing says the version now' : `the version now is ${now}`;
    return values
        .filter((value) => !taken.has(value))
        .map((value) => {
        const why = value.beside.length > 0 ? `it belongs to ${(0,domain_text/* listed */.KE)(value.beside)}` : otherwise;
        return `${placeName(value)} is ${(0,domain_text/* quoted */.TL)(value.text)}, and not part of the plan: ${why}.`;
    });
}
function literalInSetup({ texts }, { python }, source) {
    if (python === undefined || source !== undefined)
        return [];
    const file = inFolder(python, 'setup.py');
    const literal = /\bversion\s*=\s*(['"])([^'"]+)\1/.exec(texts.get(file) ?? '')?.[2];
    return literal === undefined
        ? []
        : [
            `${file} has the version ${(0,domain_text/* quoted */.TL)(literal)} in its code, which no action sets: move it to pyproject.toml or a file.`,
        ];
}
const placeName = ({ file, line, path }) => `${file}:${line}${path === '' ? '' : ` ${path}`}`;

;// CONCATENATED MODULE: ./build/src/init/report.js



/** Everything that a person has to know of a proposal. */
function reportOf(proposal) {
    const { repository, products, plan, outcomes, asWell } = proposal;
    const unknown = [...repository.unread, ...products.unknown, ...plan.unknown, ...asWell];
    return [
        `${repository.name}: ${summaryOf(products)}`,
        ...section('The version plan:', products.kind === 'none' ? [] : planLines(plan)),
        ...section('Decided, so look at it:', [...products.decisions, ...plan.decisions]),
        ...section('Not part of it:', unknown),
        ...outcomes.flatMap(({ diff }) => (diff === '' ? [] : ['', diff.trimEnd()])),
        ...section('Left alone, because a person wrote or edited them:', pathsOf(outcomes, 'kept')),
        ...section('What a person has to do:', stepsFor(proposal)),
        '',
        ending(proposal),
        '',
    ].join('\n');
}
const section = (title, lines) => lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
function summaryOf(products) {
    const { kind, python, chart, image, docs, goModules } = products;
    if (kind === 'none')
        return 'no Python project, chart, Dockerfile or Go module was found.';
    const parts = [
        ...(kind === 'python' ? [`the Python project in ${python === '.' ? 'the root' : python}`] : []),
        ...(chart === undefined ? [] : [`the chart in ${chart.folder}`]),
        ...(image === undefined ? [] : [`the image ${image.name} of ${image.dockerfile}`]),
        ...(docs === undefined ? [] : [`the documentation in ${docs}`]),
        ...(kind === 'go-modules' ? [`the Go modules in ${(0,domain_text/* listed */.KE)(goModules)}`] : []),
    ];
    return `${(0,domain_text/* listed */.KE)(parts)}.`;
}
function planLines({ source, places, chartPlaces, pattern, chartPattern }) {
    const all = [...places, ...chartPlaces].map(({ value, form }) => `${placeName(value)}: ${value.text} as ${form}`);
    const told = source === undefined
        ? 'No file says the version, so there is no guard.yml. The tag alone says it.'
        : `${placeName(source)} says the version: ${source.text}`;
    const charts = chartPattern === pattern ? '' : `, and those of the chart ${chartPattern}`;
    return [`The tags of releases are ${pattern}${charts}.`, told, ...all];
}
const pathsOf = (outcomes, kind) => outcomes.filter((one) => one.kind === kind).map(({ path }) => path);
function stepsFor(proposal) {
    const { repository, products, plan, server } = proposal;
    if (products.kind === 'none')
        return [];
    const settings = `${server}/${repository.name}/settings`;
    const filters = (0,domain_text/* listed */.KE)([...new Set([plan.pattern, plan.chartPattern].map(filterOf))]);
    return [
        `Make the environment release, with reviewers, and let it admit only the tags ${filters}: ${settings}/environments`,
        `Make a ruleset that lets nobody move or remove the tags ${filters}: ${settings}/rules`,
        ...(plan.source === undefined
            ? []
            : [`Require the check "Guard / Tagged now" for pull requests in a ruleset: ${settings}/rules`]),
        `Rehearse it, once it is written: release-actions rehearse ${nextTag(proposal)} --uncommitted`,
        'Commit the workflows, and ask release-actions doctor what else is missing.',
    ];
}
/** The tag of the version that the files have now, if it is not out. */
function nextTag({ repository, plan }) {
    const tag = plan.version && filled(plan.pattern, plan.version);
    return tag === undefined || repository.tags.includes(tag) ? 'TAG' : tag;
}
function ending({ products, outcomes, isApplied }) {
    const paths = pathsOf(outcomes, 'write');
    if (products.kind === 'none')
        return 'Nothing was written.';
    if (paths.length === 0)
        return 'Nothing to write.';
    if (isApplied)
        return `Written: ${(0,domain_text/* listed */.KE)(paths)}.`;
    return 'Nothing was written. release-actions init --apply writes it.';
}

// EXTERNAL MODULE: ./build/src/rehearsal/triggers/verdict.js + 1 modules
var verdict = __webpack_require__(76801);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js
var workflow_workflow = __webpack_require__(77550);
;// CONCATENATED MODULE: ./build/src/init/trial.js




const sample = { semver: '1.2.3', pep440: '1.2.3' };
const pushOf = (tag) => ({
    name: 'push',
    ref: `refs/tags/${tag}`,
    sha: '0'.repeat(40),
    actor: { login: 'you', kind: 'person' },
    payload: { ref: `refs/tags/${tag}` },
    tagsInPush: 1,
});
const tagsOf = ({ pattern, chartPattern }) => [...new Set([pattern, chartPattern])].flatMap((one) => filled(one, sample) ?? []);
/** Reads the workflows as GitHub does, and sends them the tags of a release. What would not be as it has to be is told. */
function trialOf(files, plan) {
    return files.flatMap((file) => {
        const workflow = (0,domain_error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S)(file));
        if (workflow instanceof domain_error/* ReleaseError */.K2)
            return [workflow.message];
        const isRelease = file.path.endsWith('/release.yml');
        return tagsOf(plan).flatMap((tag) => {
            const { runs, because } = (0,verdict/* verdictOn */.H)(workflow, pushOf(tag));
            return runs === isRelease
                ? []
                : [`${file.path} ${runs ? 'would' : 'would not'} run for the tag ${tag}: ${because}.`];
        });
    });
}
/** The workflows of people that a tag of a release would start as well. */
function startedAsWell(files, plan) {
    return files.flatMap((file) => {
        const workflow = (0,domain_error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S)(file));
        if (workflow instanceof domain_error/* ReleaseError */.K2)
            return [`GitHub does not accept ${file.path}.`];
        const tag = tagsOf(plan).find((one) => (0,verdict/* verdictOn */.H)(workflow, pushOf(one)).runs);
        return tag === undefined ? [] : [`${file.path} runs for the tag ${tag} as well: should both release?`];
    });
}

;// CONCATENATED MODULE: ./build/src/init/workflows.js





/** The workflows that release what a repository has. A guard needs a file that says the version. */
function workflowsFor(repository, products, plan) {
    const guard = plan.source === undefined ? [] : [guardOf(products, plan)];
    return products.kind === 'none' ? [] : [...guard, releaseOf(repository, products, plan)];
}
function guardOf(products, plan) {
    const { source, pattern, places } = plan;
    const { kind, python, chart, docs } = products;
    const others = places.filter(({ value }) => value !== source);
    const inputs = [
        ['version-file', source?.file],
        ['version-key', source?.path],
        ['pattern', unless(pattern, 'v{version}')],
        ['versions', versions(others)],
        ['wheel', kind === 'python' ? python : undefined],
        ['chart', chart?.folder],
        ['docs', docs],
        ['go-modules', kind === 'go-modules' ? 'true' : undefined],
    ];
    return marked('.github/workflows/guard.yml', [
        'name: Guard',
        'on: pull_request',
        'permissions: {}',
        'concurrency: { group: "guard-${{ github.ref }}", cancel-in-progress: true }',
        'jobs:',
        '  guard:',
        '    name: Guard',
        '    permissions:',
        '      contents: read # to check out',
        ...callOf('guard', inputs),
    ]);
}
function releaseOf(repository, products, plan) {
    const call = calls[products.kind === 'none' ? 'go-modules' : products.kind](products, plan);
    const { pattern, chartPattern } = plan;
    const filters = [...new Set([pattern, chartPattern].map(filterOf))];
    const common = [
        ['tag', '${{ inputs.tag }}'],
        ['branch', unless(repository.defaultBranch, 'main')],
    ];
    const notes = [
        ['notes', products.changelog === undefined ? undefined : `changelog: ${products.changelog}`],
        ['mode', "${{ inputs.mode || 'apply' }}"],
    ];
    return marked('.github/workflows/release.yml', [
        'name: Release',
        'on:',
        '  push:',
        `    tags: [${filters.map(inQuotes).join(', ')}]`,
        '  workflow_dispatch:',
        '    inputs:',
        `      tag: { description: 'The tag of the release, of the form ${pattern}', required: true }`,
        `      mode: { type: choice, options: [${call.modes.join(', ')}], default: apply }`,
        'permissions: {}',
        'concurrency: { group: release, cancel-in-progress: false }',
        'jobs:',
        '  release:',
        '    name: Release',
        '    permissions:',
        ...call.permissions.map((one) => `      ${one}`),
        ...callOf(call.workflow, [...common, ...call.inputs, ...notes]),
        '    secrets:',
        '      RELEASE_APP_PRIVATE_KEY: ${{ secrets.RELEASE_APP_PRIVATE_KEY }}',
    ]);
}
const building = [
    'attestations: write # to store the attestations',
    'contents: write # to publish the release',
    'id-token: write # to sign the attestations',
    'packages: write # to push what is built',
];
const calls = {
    python: ({ python, chart, image, wheels, docs }, { pattern, places }) => ({
        workflow: 'release-python',
        permissions: building,
        modes: ['apply', 'local', 'check'],
        inputs: [
            ['pattern', unless(pattern, '{pep440}')],
            ['versions', versions(places)],
            ['path', unless(python, '.')],
            ['docs', docs],
            ['chart', chart?.folder],
            ['image', image?.name],
            ['context', image === undefined ? undefined : unless(image.context, 'docker')],
            ['wheels', wheels],
        ],
    }),
    'image-and-chart': ({ chart, image }, { pattern, chartPattern, places, chartPlaces }) => ({
        workflow: 'release-image-and-chart',
        permissions: building,
        modes: ['apply', 'local', 'check'],
        inputs: [
            ['pattern', unless(pattern, 'v{version}')],
            ['chart-pattern', chart === undefined ? undefined : unless(chartPattern, 'chart/{version}')],
            ['versions', versions(places)],
            ['chart-versions', versions(chartPlaces)],
            ['image', image?.name],
            ['dockerfile', image === undefined ? undefined : unless(image.dockerfile, inFolder(image.context, 'Dockerfile'))],
            ['chart', chart?.folder],
        ],
    }),
    'go-modules': (_, { pattern, places }) => ({
        workflow: 'release-go-modules',
        permissions: ['contents: write # to push the tags, and to publish the release'],
        modes: ['apply', 'local', 'dry-run', 'check'],
        inputs: [
            ['pattern', unless(pattern, 'v{version}')],
            ['versions', versions(places)],
        ],
    }),
};
const unless = (value, fallback) => (value === fallback ? undefined : value);
/** The input `versions`, one line for each file. */
function versions(places) {
    const files = Map.groupBy(places, ({ value }) => value.file);
    const lines = [...files].map(([file, all]) => {
        const whole = all.find(({ value }) => value.path === '');
        if (whole !== undefined)
            return `${file}: '${whole.form}'`;
        return `${file}: { ${all.map(({ value, form }) => `${value.path}: ${form}`).join(', ')} }`;
    });
    return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
}
function callOf(workflow, inputs) {
    const given = inputs.filter((one) => one[1] !== undefined && one[1] !== '');
    return [
        `    uses: org/release-actions/.github/workflows/${workflow}.yml@v1 # zizmor: ignore[unpinned-uses]`,
        '    with:',
        ...given.flatMap(([name, value]) => inputLines(name, value)),
    ];
}
function inputLines(name, value) {
    if (name === 'tag' || name === 'mode')
        return [`      ${name}: ${value}`]; // expressions of this file
    if (value.includes('${{'))
        throw new domain_error/* ReleaseError */.K2(`The input ${name} would be ${(0,domain_text/* quoted */.TL)(value)}, which GitHub reads as an expression.`, {
            fix: 'Rename the file or folder.',
        });
    if (!value.endsWith('\n'))
        return [`      ${name}: ${/^[\w./][\w./-]*$/.test(value) ? value : inQuotes(value)}`];
    return [
        `      ${name}: |`,
        ...value
            .trimEnd()
            .split('\n')
            .map((line) => `        ${line}`),
    ];
}
const inQuotes = (text) => `'${text.replaceAll("'", "''")}'`;
const title = /^# Written by release-actions init \(([0-9a-f]{16})\)\. .*\n/;
/** The first line has a checksum of the others, so that the edit of a person is seen. */
function marked(path, lines) {
    const text = `${lines.join('\n')}\n`;
    const head = `# Written by release-actions init (${checksum(text)}). It leaves this file alone once you have edited it.\n`;
    return { path, text: head + text };
}
/** Whether a file is as `init` wrote it. */
function isUntouched(text) {
    const found = title.exec(text);
    return found !== null && found[1] === checksum(text.slice(found[0].length));
}
const checksum = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);

;// CONCATENATED MODULE: ./build/src/init/init.js













const help = `Write the workflows that release this repository: guard.yml and release.yml, which call reusable workflows.

Usage: release-actions init [--apply]

Looks at the files of the checkout, also at those that are not committed: Python projects, Helm charts, Dockerfiles,
Go modules, and every file that has the version now. Shows what it would write as a diff, what it decided, what it did
not understand, and what a person has to do. A workflow that a person wrote or edited is left alone.

  --apply
    Write the files.

The exit code is 1 if nothing was found to release.

Examples
  release-actions init
  release-actions init --apply
`;
/** Reads the command line. What it returns does the work, and returns the exit code. */
function command(args) {
    const asked = readArguments(args);
    return asked === 'help' ? showHelp : (terminal) => propose(asked, terminal);
}
async function showHelp({ print }) {
    print(help);
    return 0;
}
function readArguments(args) {
    if (args.some((one) => one === '--help' || one === '-h'))
        return 'help';
    const unknown = args.find((one) => one !== '--apply');
    if (unknown !== undefined)
        throw new domain_error/* ReleaseError */.K2(`init takes no ${(0,domain_text/* quoted */.TL)(unknown)}.`, {
            fix: 'Go to the checkout of the project, and write release-actions init. It can be followed by --apply.',
        });
    return { isApplied: args.length > 0 };
}
async function propose({ isApplied }, { folder, env, print, note, gitHub }) {
    const checkout = await rehearsal_checkout/* Checkout */.R.open(folder, env, note);
    await using files = new world_files/* Files */.s({ workspace: checkout.folder, env: {} });
    const { server, world } = gitHub();
    await using _ = world ?? nothing;
    const repository = await repositoryAt(checkout, files);
    const products = productsOf(repository);
    const plan = await versionPlanOf(repository, products);
    const written = workflowsFor(repository, products, plan);
    const wrong = trialOf(written, plan);
    if (wrong.length > 0)
        throw new Error(wrong.join('\n'));
    const planned = await Promise.all(written.map((file) => planFile(file, files)));
    const others = await otherWorkflows(repository, written, files);
    if (isApplied)
        for (const { change } of planned)
            await change?.apply(() => undefined);
    const asWell = startedAsWell(others, plan);
    const outcomes = planned.map(({ outcome }) => outcome);
    print(reportOf({ repository, products, plan, outcomes, asWell, server, isApplied }));
    return products.kind === 'none' ? 1 : 0;
}
const nothing = { [Symbol.asyncDispose]: async () => { } };
/** The files of the checkout that git knows, or would add. */
async function repositoryAt(checkout, files) {
    if ((await checkout.look('config', '--get', 'remote.origin.url')) === undefined)
        throw new domain_error/* ReleaseError */.K2('There is no remote origin, so the name of the repository is not known.', {
            fix: 'Add it: git remote add origin https://github.com/OWNER/NAME.git',
        });
    const listed = (await checkout.look('ls-files', '-z', '--cached', '--others', '--exclude-standard')) ?? '';
    const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '').toSorted();
    const telling = paths.filter(tells);
    const read = await Promise.all(telling.map((path) => (0,parallel/* orRefusal */.kr)(files.text(path))));
    const [name, defaultBranch, tags] = await Promise.all([checkout.name(), checkout.defaultBranch(), checkout.tags()]);
    const texts = new Map(telling.flatMap((path, index) => textOf(path, read[index])));
    const unread = read.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [one.message] : []));
    return { name, defaultBranch, tags, paths, texts, unread };
}
const textOf = (path, read) => typeof read === 'string' ? [[path, read]] : [];
async function planFile({ path, text }, files) {
    const seen = (await files.has(path)) ? await files.look(path) : undefined;
    if (seen?.text === text)
        return { outcome: { path, kind: 'same', diff: '' }, change: undefined };
    if (seen !== undefined && !isUntouched(seen.text))
        return { outcome: { path, kind: 'kept', diff: '' }, change: undefined };
    const change = seen === undefined
        ? await files.place(builtOf(text), path)
        : await files.edit(seen, text, { title: `Write ${path}` });
    return { outcome: { path, kind: 'write', diff: await (0,diff/* unifiedDiff */.W)(path, seen?.text ?? '', text) }, change };
}
function builtOf(text) {
    const bytes = Buffer.from(text);
    async function* pieces() {
        yield bytes;
    }
    return { size: bytes.length, digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`, pieces };
}
async function otherWorkflows({ paths }, written, files) {
    const own = new Set(written.map(({ path }) => path));
    const others = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && !own.has(path));
    return Promise.all(others.map(async (path) => ({ path, text: await files.text(path) })));
}


/***/ }),

/***/ 20375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refName),
/* harmony export */   m: () => (/* binding */ shortRef)
/* harmony export */ });
/** `tag v1.2.3`, `branch main` */
function refName(ref) {
    if (ref.startsWith('refs/tags/'))
        return `tag ${ref.slice('refs/tags/'.length)}`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${ref.slice('refs/heads/'.length)}`;
    return ref;
}
/** What `github.ref_name` is. */
const shortRef = (ref) => ref.replace(/^refs\/(?:heads|tags|pull)\//, '');


/***/ }),

/***/ 76801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var value = __webpack_require__(45890);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(20375);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
var filter_pattern = __webpack_require__(40626);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/ref-filter.js
var ref_filter = __webpack_require__(21773);
;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/path-filter.js



/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
function changedPaths(filters, paths) {
    const [wanted, ignored] = [(0,ref_filter/* patternsOf */.D4)(filters, 'paths'), (0,ref_filter/* patternsOf */.D4)(filters, 'paths-ignore')];
    if (wanted !== undefined) {
        const hit = paths.find((path) => isWanted(path, wanted));
        const at = (0,value/* valueAt */.fK)(filters, 'paths')?.at ?? { file: '' };
        return hit === undefined
            ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
            : { runs: true, because: `${hit} is one of its paths`, at };
    }
    if (ignored === undefined)
        return undefined;
    const at = (0,value/* valueAt */.fK)(filters, 'paths-ignore')?.at ?? { file: '' };
    const other = paths.find((path) => !ignored.some(({ pattern }) => (0,filter_pattern/* matchesPattern */.MT)(path, pattern)));
    return other === undefined
        ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
        : { runs: true, because: `${other} is not among its paths-ignore`, at };
}
function isWanted(path, patterns) {
    const last = (0,filter_pattern/* lastMatch */.c_)(path, patterns);
    return last !== undefined && !(0,filter_pattern/* isNegation */.Ct)(last.pattern);
}
function among(paths) {
    if (paths.length === 0)
        return ' (nothing was changed)';
    return ` (${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''})`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/verdict.js




// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
const defaultActivities = {
    merge_group: ['checks_requested'],
    pull_request: ['opened', 'synchronize', 'reopened'],
    pull_request_target: ['opened', 'synchronize', 'reopened'],
};
const mostTags = 3;
const startedByJobs = new Set(['workflow_dispatch', 'repository_dispatch']);
/** Whether an event starts a workflow. */
function verdictOn(workflow, event) {
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
    if (trigger === undefined)
        return { runs: false, because: `it does not listen to ${event.name}${others(workflow)}`, at: start };
    const findings = [activity, observed, refs, paths, obstacle].map((look) => look(trigger, event));
    const stop = findings.find((one) => one?.runs === false);
    return (stop ??
        findings.findLast((one) => one !== undefined) ?? {
        runs: true,
        because: `it listens to ${event.name}`,
        at: trigger.at,
    });
}
function others({ triggers }) {
    const names = triggers.map(({ event }) => event);
    return names.length === 0 ? '' : `, but to ${names.join(', ')}`;
}
function activity({ filters, at, event: listened }, event) {
    if (event.activity === undefined)
        return undefined;
    const written = (0,value/* valueAt */.fK)(filters, 'types');
    const types = written === undefined ? defaultActivities[listened] : (0,value/* textsOf */.CB)(written);
    const what = `${listened} ${event.activity}`;
    if (types === undefined || types.includes(event.activity))
        return { runs: true, because: `it listens to ${what}`, at: written?.at ?? at };
    return { runs: false, because: `it does not listen to ${what}, but to ${types.join(', ')}`, at: written?.at ?? at };
}
/** What keeps an event from starting anything, whatever the workflows say. */
function obstacle({ at }, { name, ref, actor, tagsInPush = 0, message = '' }) {
    if (actor.kind === 'job' && !startedByJobs.has(name))
        return {
            runs: false,
            isHeld: true,
            because: `the token of a job did this, which starts no workflow: ${name} at ${(0,triggers_event/* refName */.P)(ref)}`,
            at,
            fix: 'Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
        };
    if (name === 'push' && ref.startsWith('refs/tags/') && tagsInPush > mostTags)
        return {
            runs: false,
            isHeld: true,
            because: `${tagsInPush} tags were pushed at once, and GitHub makes no events for more than ${mostTags}`,
            at,
            fix: `Push at most ${mostTags} tags at once.`,
        };
    const skip = ['push', 'pull_request'].includes(name) ? skipOf(message) : undefined;
    return skip === undefined
        ? undefined
        : {
            runs: false,
            isHeld: true,
            because: `the message of the commit has ${skip}`,
            at,
            fix: `Commit again without ${skip}.`,
        };
}
// https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
function skipOf(message) {
    const marked = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.exec(message)?.[0];
    return marked ?? /\n\n(?:[^\n]*\n)*?(skip-checks: ?true)\s*$/.exec(message)?.[1];
}
/** Of which workflows `workflow_run` follows the runs. */
function observed({ filters, at }, { completed, headBranch }) {
    if (completed === undefined)
        return undefined;
    const followed = (0,value/* valueAt */.fK)(filters, 'workflows');
    if (!(0,value/* textsOf */.CB)(followed).includes(completed))
        return { runs: false, because: `it does not follow the workflow ${completed}`, at: followed?.at ?? at };
    return headBranch === undefined
        ? undefined
        : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'branch', name: headBranch });
}
function refs({ filters, at }, { name, ref, baseBranch }) {
    if (name === 'push')
        return (0,ref_filter/* pushedRef */.L5)(filters, ref, at);
    const branch = name.startsWith('pull_request') ? baseBranch : undefined;
    return branch === undefined ? undefined : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'base branch', name: branch });
}
/** Path filters do not count for tags. */
function paths({ filters }, { ref, changedPaths: changed }) {
    return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}


/***/ })

};
