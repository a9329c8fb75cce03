export const id = "versions-file";
export const ids = ["versions-file"];
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


/***/ }),

/***/ 59745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chosenSets: () => (/* binding */ chosenSets),
/* harmony export */   listingOf: () => (/* binding */ listingOf),
/* harmony export */   parseVersionsFile: () => (/* binding */ parseVersionsFile)
/* harmony export */ });
/* harmony import */ var _edits_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49931);
/* harmony import */ var _edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20557);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28242);
/* harmony import */ var _module_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57226);






/** Reads a versions file of OpenTelemetry: https://github.com/open-telemetry/opentelemetry-go-build-tools/tree/main/multimod */
function parseVersionsFile(source) {
    const [root, second] = (0,_edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(source);
    const sets = childOf(root, 'module-sets');
    if (second !== undefined || sets?.kind !== 'mapping' || sets.entries().length === 0)
        throw noSets(source.file);
    const excluded = childOf(root, 'excluded-modules');
    const read = {
        file: source.file,
        sets: sets.entries().map(({ key, value, start }) => moduleSet(source, key, value, start)),
        excluded: new Set(excluded === undefined ? [] : pathsIn(source, excluded, 'excluded-modules').keys()),
    };
    refuseRepeats(read);
    return read;
}
/** The sets with these names, or all sets if there are no names. */
function chosenSets({ file, sets }, names) {
    const unknown = names.filter((name) => !sets.some((set) => set.name === name));
    if (unknown.length === 0)
        return names.length === 0 ? sets : sets.filter(({ name }) => names.includes(name));
    throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${file} has no module set ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(unknown.map(_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL), 'or')}.`, {
        fix: `Correct the input module-set. The sets are ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(sets.map(({ name }) => name))}.`,
        at: { file },
    });
}
/** What the file says about each module, if these sets are released. */
function listingOf({ file, sets, excluded }, chosen) {
    const others = sets
        .filter((set) => !chosen.includes(set))
        .flatMap(({ name, modules }) => [...modules.keys()].map((path) => [path, `its set ${name} is not released`]));
    return {
        file,
        released: new Map(chosen.flatMap(({ modules }) => [...modules])),
        others: new Map([...others, ...[...excluded].map((path) => [path, `${file} excludes it`])]),
    };
}
function moduleSet(source, name, tree, start) {
    const version = childOf(tree, 'version');
    const modules = childOf(tree, 'modules');
    const at = positionOf(source, start);
    if (version?.kind !== 'leaf' || modules === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${source.file} has no ${version?.kind === 'leaf' ? 'modules' : 'version'} for ${name}.`, {
            fix: 'Give each module set a version, such as v1.2.0, and its modules as a list.',
            at,
        });
    }
    const text = version.text ?? '';
    const read = (0,_error_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => (0,_module_version_js__WEBPACK_IMPORTED_MODULE_5__/* .moduleVersion */ .jM)((0,_versions_version_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSemver */ .kf)(text.replace(/^v/, ''))));
    if (!(read instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2))
        return { name, version: read, modules: pathsIn(source, modules, name) };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${source.file} has the version ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} for ${name}: ${read.message}`, {
        fix: read.fix,
        at: positionOf(source, version.start),
    });
}
function pathsIn(source, tree, name) {
    const items = tree.kind === 'list' ? tree.items() : [];
    const paths = items.flatMap((item) => item.kind === 'leaf' && item.text !== undefined ? [[item.text, positionOf(source, item.start)]] : []);
    const isEmpty = tree.kind === 'leaf' && tree.text === undefined;
    if (isEmpty || (tree.kind === 'list' && paths.length === items.length))
        return new Map(paths);
    throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${source.file} has something else than a list of module paths for ${name}.`, {
        fix: 'Write one module path for each item, such as - example.com/project/sdk',
        at: positionOf(source, tree.start),
    });
}
function refuseRepeats({ file, sets, excluded }) {
    const owners = new Map([...excluded].map((path) => [path, 'excluded-modules']));
    const refusals = [];
    for (const { name, modules } of sets) {
        for (const [path, at] of modules) {
            const owner = owners.get(path);
            owners.set(path, name);
            if (owner === undefined)
                continue;
            refusals.push(new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${file} lists ${path} in ${name} and in ${owner}.`, { fix: 'Remove one of the two.', at }));
        }
    }
    (0,_error_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseIfAny */ .Yb)(`${file} lists modules twice.`, refusals);
}
function childOf(tree, key) {
    return tree?.kind === 'mapping' ? tree.entries().find((entry) => entry.key === key)?.value : undefined;
}
const positionOf = (source, start) => {
    const { file, line } = (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(source, start);
    return { file, line };
};
const noSets = (file) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${file} has no module-sets.`, {
    fix: 'Give a versions file as OpenTelemetry has it: module-sets with a version and modules for each set.',
    at: { file },
});


/***/ })

};
