export const id = 7997;
export const ids = [7997,733];
export const modules = {

/***/ 37997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YQ: () => (/* binding */ copyValues),
  i1: () => (/* binding */ editText),
  MR: () => (/* binding */ parseEdit)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(53445);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/edits/parse-trees.js + 1 modules
var parse_trees = __webpack_require__(20733);
// EXTERNAL MODULE: ./build/src/domain/edits/scalar.js
var scalar = __webpack_require__(16930);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
;// CONCATENATED MODULE: ./build/src/domain/edits/tree.js






/** The value at a path. A refusal names the file, the line, the column and what was found there. */
function leafAt(source, root, { path, fillsPlaceholder = false }) {
    let tree = root;
    for (const [index, segment] of path.entries()) {
        const inside = tree.kind === 'leaf' ? undefined : tree.obstacle();
        if (inside !== undefined)
            throw refuse(source, tree, path.slice(0, index), inside);
        tree =
            segment.kind === 'key'
                ? tree_valueOf(source, tree, path.slice(0, index + 1), segment.key)
                : itemOf(source, tree, path.slice(0, index + 1), segment);
    }
    const obstacle = tree.obstacle();
    if (tree.kind !== 'leaf')
        throw refuse(source, tree, path, obstacle ?? notSingle(tree, path));
    if (obstacle !== undefined && !(fillsPlaceholder && obstacle === scalar/* obstacles */.Bw.placeholder))
        throw refuse(source, tree, path, obstacle);
    return tree;
}
/** Where a path leads to anything, even to what cannot be set. */
function startAt(root, path) {
    let tree = root;
    for (const segment of path)
        tree = tree === undefined ? undefined : childAt(tree, segment);
    return tree?.start;
}
function childAt(tree, segment) {
    if (segment.kind === 'key')
        return tree.kind === 'mapping' ? tree.entries().find(({ key }) => key === segment.key)?.value : undefined;
    if (tree.kind !== 'list')
        return undefined;
    if (segment.kind === 'index')
        return tree.items()[segment.index];
    return namesOf(tree.items(), segment.key).find(({ name }) => name === segment.value)?.item;
}
/** Whether two trees have the same structures and keys, and values that agree. */
function treesAgree(one, other, isRight) {
    if (one.kind === 'leaf')
        return other.kind === 'leaf' && isRight(one, other);
    const [these, those] = [childrenOf(one), childrenOf(other)];
    return (one.kind === other.kind &&
        these.length === those.length &&
        these.every(({ key, value }, index) => {
            const that = those[index];
            return that !== undefined && that.key === key && treesAgree(value, that.value, isRight);
        }));
}
function childrenOf(tree) {
    if (tree.kind === 'leaf')
        return [];
    return tree.kind === 'list' ? tree.items().map((value) => ({ value })) : tree.entries();
}
function tree_valueOf(source, tree, path, key) {
    if (tree.kind !== 'mapping')
        throw refuse(source, tree, path.slice(0, -1), {
            why: `${kindOfTree(tree)}, and has no ${(0,domain_text/* quoted */.TL)(key)}`,
            fix: fixFor(tree, path.slice(0, -1)),
        });
    const entries = tree.entries();
    const found = entries.filter((entry) => entry.key === key);
    const [only, second] = found;
    if (only === undefined)
        throw missing(source, tree, path, (0,suggestion/* suggestion */.h)(key, entries.map((entry) => entry.key)));
    if (second === undefined)
        return only.value;
    throw ambiguous(source, found, path, 'is there twice');
}
function itemOf(source, tree, path, segment) {
    if (tree.kind !== 'list')
        throw refuse(source, tree, path.slice(0, -1), {
            why: `${kindOfTree(tree)}, not a list`,
            fix: fixFor(tree, path.slice(0, -1)),
        });
    const items = tree.items();
    if (segment.kind === 'index') {
        const item = items[segment.index];
        if (item === undefined)
            throw missing(source, tree, path, `The list has ${items.length} items. The first one has the index 0.`);
        return item;
    }
    const named = namesOf(items, segment.key);
    const found = named.filter(({ name }) => name === segment.value).map(({ item }) => item);
    const [only, second] = found;
    if (only === undefined)
        throw missing(source, tree, path, (0,suggestion/* suggestion */.h)(segment.value, named.map(({ name }) => name)) ?? `No item has ${segment.key}.`);
    if (second === undefined)
        return only;
    throw ambiguous(source, found, path, 'matches more than one item');
}
/** The items of a list that have a value at a key, with this value. */
const namesOf = (items, key) => items.flatMap((item) => {
    const value = item.kind === 'mapping' ? item.entries().find((entry) => entry.key === key)?.value : undefined;
    return value?.kind === 'leaf' ? [{ item, name: value.text ?? '' }] : [];
});
const tree_name = (path) => (0,edits_path/* formatPath */.j)(path) || 'The whole file';
function refuse(source, spot, path, { why, fix }) {
    const line = source.text.slice(spot.start).split(/[\r\n]/, 1)[0] ?? '';
    return new error/* ReleaseError */.K2(`${tree_name(path)} of ${source.file} ${why}: ${(0,domain_text/* quoted */.TL)(line.slice(0, 60))}`, {
        fix,
        at: (0,edits_source/* positionAt */.t)(source, spot.start),
    });
}
const missing = (source, spot, path, fix) => new error/* ReleaseError */.K2(`${source.file} has no ${(0,edits_path/* formatPath */.j)(path)}.`, { fix, at: (0,edits_source/* positionAt */.t)(source, spot.start) });
function ambiguous(source, spots, path, why) {
    const places = spots.map(({ start }) => (0,edits_source/* positionAt */.t)(source, start));
    const [, second = { file: source.file }] = places;
    return new error/* ReleaseError */.K2(`${(0,edits_path/* formatPath */.j)(path)} of ${source.file} ${why}, at lines ${(0,domain_text/* listed */.KE)(places.map(({ line }) => String(line)))}.`, {
        fix: 'Remove one of them, or use a path that matches only one.',
        at: second,
    });
}
const notSingle = (tree, path) => ({
    why: `${kindOfTree(tree)}, not a single value`,
    fix: fixFor(tree, path),
});
/** A path that leads to a value, for a path that leads to something else. */
function fixFor(tree, path) {
    if (tree.kind === 'leaf')
        return path.length === 0 ? 'Write key: value lines first.' : `Use the path ${tree_name(path)}.`;
    if (tree.kind === 'list')
        return `Name one of its items, such as ${(0,edits_path/* formatPath */.j)(path)}[0].`;
    const [first] = tree.entries();
    const inside = (0,edits_path/* formatPath */.j)([...path, { kind: 'key', key: first?.key ?? 'key' }]);
    return `Name a value in it, such as ${inside}.`;
}
function kindOfTree(tree) {
    if (tree.kind === 'leaf')
        return tree.text === undefined ? 'is empty' : 'is a single value';
    return tree.kind === 'list' ? 'is a list' : 'is a mapping';
}

// EXTERNAL MODULE: ./build/src/domain/edits/yaml.js
var yaml = __webpack_require__(20557);
;// CONCATENATED MODULE: ./build/src/domain/edits/isolated-entries.js



/**
 * The top-level entries of a YAML file that contain the edits, parsed on their own. Undefined if they mean something
 * else on their own, or are a large part of the file.
 *
 * No scalar and no flow collection can go on at the left margin: its lines would have to be indented. Only directives
 * and anchors have an effect across entries. A file with directives is not divided, and anchors cannot be edited.
 */
function isolateEntries(source, [root, second], edits) {
    const { text } = source;
    if (root === undefined || root.kind === 'leaf' || second !== undefined)
        return undefined;
    if ((0,parse_trees/* fileFormatOf */.P)(source) !== 'yaml' || /^%/m.test(text))
        return undefined;
    const entries = root.kind === 'list' ? root.items() : root.entries();
    const offsets = edits.map(({ leaf }) => leaf.start);
    const [lowest, highest] = [Math.min(...offsets), Math.max(...offsets)];
    const first = entries.findLastIndex(({ start }) => start <= lowest);
    const last = entries.findLastIndex(({ start }) => start <= highest);
    const next = entries[last + 1];
    const start = lineStart(text, entries[first]?.start);
    const end = next === undefined ? text.length : lineStart(text, next.start);
    if (start === undefined || end === undefined || end - start > text.length / 4)
        return undefined;
    const trees = (0,yaml/* parseYaml */.h)({ ...source, text: text.slice(start, end) });
    const [alone] = trees;
    const within = entriesOf(root, first, last + 1);
    const isSame = alone !== undefined && trees.length === 1 && treesAgree(within, alone, hasSameMeaning);
    return isSame ? { start, end, trees } : undefined;
}
/** The start of the line of an entry, if only its hyphen comes before the entry. */
function lineStart(text, start = -1) {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    return start >= 0 && /^(- *)?$/.test(text.slice(line, start)) ? line : undefined;
}
const entriesOf = (tree, first, end) => tree.kind === 'list'
    ? { ...tree, items: () => tree.items().slice(first, end) }
    : { ...tree, entries: () => tree.entries().slice(first, end) };
const hasSameMeaning = (one, other) => one.meaning() === other.meaning();

;// CONCATENATED MODULE: ./build/src/domain/edits/proof.js





// Why: docs/decisions.md D11
/**
 * Proves that only the values that were set have changed. If the entries around them can be parsed on their own, only
 * these are parsed again, and every byte outside of them has to be the same.
 */
async function proveEdits(before, after, trees, edits) {
    const part = isolateEntries(before, trees, edits);
    if (part === undefined)
        return compareTrees(before, trees, await (0,parse_trees.parseTrees)(after), edits, 0);
    const behind = before.text.length - part.end;
    const end = after.text.length - behind;
    const isSameAround = end >= part.start &&
        before.text.slice(0, part.start) === after.text.slice(0, part.start) &&
        before.text.slice(part.end) === after.text.slice(end);
    const again = isSameAround ? await (0,parse_trees.parseTrees)({ ...after, text: after.text.slice(part.start, end) }) : [];
    return compareTrees(before, part.trees, again, edits, part.start);
}
function compareTrees({ file }, trees, again, edits, offset) {
    const newValues = new Map(edits.map(({ leaf, value }) => [leaf.start - offset, value]));
    const isRight = (one, other) => {
        const value = newValues.get(one.start);
        return value === undefined ? one.meaning() === other.meaning() : value === (other.text ?? '');
    };
    const isSame = trees.every((tree, index) => {
        const other = again[index];
        return other !== undefined && treesAgree(tree, other, isRight);
    });
    if (again.length === trees.length && isSame)
        return;
    const set = edits.map(({ path, value }) => `${(0,edits_path/* formatPath */.j)(path)} to ${(0,domain_text/* quoted */.TL)(value)}`);
    throw new Error(`Editing ${file} would change more than ${set.join(', ')}.`);
}

;// CONCATENATED MODULE: ./build/src/domain/edits/edit.js







/** An edit, from a path as people write it. */
const parseEdit = (path, value) => ({ path: (0,edits_path/* parsePath */.R)(path), value });
/** The values at these paths, as edits that write the same bytes into another file. */
async function copyValues(given, paths) {
    const { source } = withoutByteOrderMark(given);
    const trees = await (0,parse_trees.parseTrees)(source);
    return paths.map((path) => {
        const { start, end, text } = leafIn(source, trees, { path });
        return { path, value: text ?? '', bytes: source.text.slice(start, end) };
    });
}
/** Replaces the bytes of single values. Parses the result again, to prove that nothing else has changed. */
async function editText(given, edits) {
    const { mark, source } = withoutByteOrderMark(given);
    const trees = await (0,parse_trees.parseTrees)(source);
    const { values, refusals } = (0,error/* divided */.k3)(edits.map((one) => (0,error/* attempt */.CD)(() => ({ ...one, leaf: leafIn(source, trees, one) }))));
    (0,error/* refuseIfAny */.Yb)(`${source.file} cannot be edited.`, refusals);
    const found = values.toSorted((one, other) => one.leaf.start - other.leaf.start);
    const changed = found.filter(({ leaf, value, bytes }) => bytes === undefined ? leaf.text !== value : source.text.slice(leaf.start, leaf.end) !== bytes);
    const text = applyEdits(source, changed);
    if (changed.length > 0)
        await proveEdits(source, { ...source, text }, trees, changed);
    const settings = found.map(({ path, leaf, value }) => ({
        path: (0,edits_path/* formatPath */.j)(path),
        line: (0,edits_source/* positionAt */.t)(source, leaf.start).line,
        before: leaf.text,
        after: value,
    }));
    return { text: mark + text, applied: settings };
}
/** YAML parsers count a byte order mark as indentation. TOML and JSON parsers refuse it. */
function withoutByteOrderMark({ file, text }) {
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { mark, source: { file, text: text.slice(mark.length) } };
}
/** The value at a path, in the one document that has it. What another document has there may be what cannot be set. */
function leafIn(source, trees, wanted) {
    const { path } = wanted;
    const [first, ...others] = trees;
    if (first === undefined)
        throw new error/* ReleaseError */.K2(`${source.file} is empty. It has no ${(0,edits_path/* formatPath */.j)(path)}.`, {
            fix: 'Write a value there first.',
            at: { file: source.file },
        });
    const found = trees.flatMap((tree) => {
        const start = startAt(tree, path);
        return start === undefined ? [] : [{ tree, start }];
    });
    const [only, second] = found;
    if (others.length === 0 || second === undefined)
        return leafAt(source, only?.tree ?? first, wanted);
    const lines = found.map(({ start }) => String((0,edits_source/* positionAt */.t)(source, start).line));
    throw new error/* ReleaseError */.K2(`${(0,edits_path/* formatPath */.j)(path)} is in ${found.length} documents of ${source.file}, at lines ${(0,domain_text/* listed */.KE)(lines)}.`, {
        fix: 'Use a path that only one of the documents has.',
        at: (0,edits_source/* positionAt */.t)(source, second.start),
    });
}
function applyEdits({ file, text }, edits) {
    let [result, end] = ['', 0];
    for (const { path, leaf, value, bytes } of edits) {
        if (leaf.start < end)
            throw new error/* ReleaseError */.K2(`${(0,edits_path/* formatPath */.j)(path)} of ${file} cannot be set to two different values.`, {
                fix: 'Give only one of the two values.',
                at: { file },
            });
        const copied = leaf.text === undefined && bytes ? ` ${bytes}` : bytes;
        result += text.slice(end, leaf.start) + (copied ?? leaf.write(value));
        end = leaf.end;
    }
    return result + text.slice(end);
}


/***/ }),

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
