export const id = "doctor";
export const ids = ["doctor"];
export const modules = {

/***/ 44694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ matcherOf)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);



const mostCharacters = 1000;
const mostStates = 10_000;
// Why: docs/decisions.md D14
/** Whether a line matches a Go RE2 expression. The time grows with the length of the line, and no faster. */
function matcherOf(text) {
    if (text.length > mostCharacters)
        throw tooLarge(`has more than ${mostCharacters} characters`);
    const expression = compiled(text);
    if (expression.programSize() > mostStates)
        throw tooLarge(`needs more than ${mostStates} states`);
    return (line) => expression.test(line);
}
function compiled(text) {
    try {
        return re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(text);
    }
    catch (cause) {
        if (!(cause instanceof re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JSSyntaxException */ .pB))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a Go RE2 expression that can be used here: ${reasonOf(cause)}.`, {
            fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
            cause,
        });
    }
}
/** The reason in Go's words. What people miss most is named. */
function reasonOf(error) {
    const [description, part] = [error.getDescription(), error.getPattern() ?? ''];
    const lookaround = /^\(\?<?[=!]/.exec(part)?.[0];
    if (lookaround !== undefined)
        return `RE2 has no lookaround: ${lookaround}`;
    if (/^\\[1-9]/.test(part))
        return `RE2 has no backreference: ${part}`;
    return part === '' ? description : `${description} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)}`;
}
const tooLarge = (why) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The expression ${why}, which is the limit.`, {
    fix: 'Use a shorter expression, and smaller counts in { }.',
});


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

/***/ 35667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   be: () => (/* binding */ unknownNames),
/* harmony export */   mI: () => (/* binding */ parseOwners),
/* harmony export */   oH: () => (/* binding */ parseAliases),
/* harmony export */   qb: () => (/* binding */ normal),
/* harmony export */   s1: () => (/* binding */ accountsOf)
/* harmony export */ });
/* harmony import */ var _edits_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49931);
/* harmony import */ var _edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20557);
/* harmony import */ var _dependencies_expression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44694);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31987);





// Why: docs/decisions.md D69
/** Reads an OWNERS file as Prow does: https://www.kubernetes.dev/docs/guide/owners/ */
function parseOwners(source) {
    const fields = fieldsOf(source, onlyDocument(source), source.file);
    const own = peopleIn(source, fields);
    const hasNoParents = isTrue(source, fieldsOf(source, fields.get('options'), 'options').get('no_parent_owners'));
    const isSimple = simpleFields.some((key) => listIn(source, fields, key).length > 0);
    const filters = [...fieldsOf(source, fields.get('filters'), 'filters')].map(([pattern, tree]) => ({
        pattern,
        isForAll: isForAll(source, pattern, tree),
        people: peopleIn(source, fieldsOf(source, tree, (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(pattern))),
    }));
    if (isSimple)
        return { ...own, hasNoParents, narrowFilters: [] }; // Prow does not read filters then
    const all = filters.filter((one) => one.isForAll);
    return {
        approvers: all.flatMap(({ people }) => people.approvers),
        reviewers: all.flatMap(({ people }) => people.reviewers),
        hasNoParents,
        narrowFilters: filters.filter((one) => !one.isForAll).map(({ pattern }) => pattern),
    };
}
/** Reads an OWNERS_ALIASES file. */
function parseAliases(source) {
    const fields = fieldsOf(source, onlyDocument(source), source.file);
    const aliases = fieldsOf(source, fields.get('aliases'), 'aliases');
    return new Map([...aliases].map(([alias, tree]) => [normal(alias), membersOf(source, tree, alias)]));
}
/** The accounts that names stand for, in lower case. An alias in an alias is not followed. */
const accountsOf = (names, aliases) => [
    ...new Set(names.flatMap((name) => aliases.get(name) ?? [name])),
];
/** The names that can be no account: GitHub allows letters, digits, single hyphens, and one underscore in managed accounts. */
const unknownNames = (names, aliases) => names.filter((name) => !aliases.has(name) && !/^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*-?(?:_[a-z\d]+)?$/.test(name));
/** As Prow compares the names of accounts. */
const normal = (name) => name.trim().toLowerCase().replace(/^@/, '');
const simpleFields = ['approvers', 'reviewers', 'required_reviewers', 'labels'];
const peopleIn = (source, fields) => ({
    approvers: listIn(source, fields, 'approvers').map(normal),
    reviewers: listIn(source, fields, 'reviewers').map(normal),
});
/** Prow compares the folder itself, which it calls ".", with the expression of a filter. */
function isForAll(source, pattern, tree) {
    const match = (0,_error_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => (0,_dependencies_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .matcherOf */ .K)(pattern));
    if (!(match instanceof _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2))
        return match('.');
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${source.file} has a filter that cannot be used: ${match.message}`, {
        fix: match.fix,
        at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(source, tree.start),
        cause: match,
    });
}
/** Prow also takes a mapping, of which it reads the keys. */
function membersOf(source, tree, alias) {
    const names = tree.kind === 'mapping' ? tree.entries().map(({ key }) => key) : listIn(source, new Map([[alias, tree]]), alias);
    return names.map(normal);
}
function onlyDocument(source) {
    const [top, second] = (0,_edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(source);
    if (second === undefined)
        return top;
    throw unreadable(source, second, 'it has two YAML documents');
}
function fieldsOf(source, tree, what) {
    if (tree === undefined || isNothing(source, tree))
        return new Map();
    if (tree.kind !== 'mapping')
        throw unreadable(source, tree, `${what} must be a mapping`);
    const fields = new Map();
    for (const { key, start, value } of tree.entries()) {
        if (fields.has(key))
            throw unreadable(source, { start }, `${key} is there twice`);
        fields.set(key, value);
    }
    return fields;
}
function listIn(source, fields, key) {
    const tree = fields.get(key);
    if (tree === undefined || isNothing(source, tree))
        return [];
    if (tree.kind !== 'list')
        throw unreadable(source, tree, `${key} must be a list`);
    return tree.items().map((item) => nameOf(source, item, key));
}
function nameOf(source, tree, key) {
    const name = tree.kind === 'leaf' ? tree.text?.trim() : undefined;
    if (name !== undefined && name !== '' && !source.text.startsWith('*', tree.start))
        return name;
    throw unreadable(source, tree, `${key} must be a list of names`);
}
function isTrue(source, tree) {
    if (tree === undefined || isNothing(source, tree))
        return false;
    const text = tree.kind === 'leaf' ? tree.text : undefined;
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw unreadable(source, tree, 'no_parent_owners must be true or false');
}
const isNothing = ({ text }, tree) => tree.kind === 'leaf' && /^(~|null|Null|NULL)?$/.test(text.slice(tree.start, tree.end));
const unreadable = (source, { start }, why) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${source.file} cannot be read: ${why}.`, {
    fix: 'Correct it on the default branch. Its form: https://www.kubernetes.dev/docs/guide/owners/',
    at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(source, start),
});


/***/ }),

/***/ 76344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fitsPattern)
/* harmony export */ });
/** Whether a ref matches a pattern of a ruleset. GitHub uses Ruby's `File.fnmatch` with `FNM_PATHNAME`. */
function fitsPattern(ref, pattern) {
    return new RegExp(`^${source(pattern)}$`).test(ref);
}
// https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
const tokens = /(?<=^|\/)\*\*\/|\*+|\?|\[(?<not>[!^]?)(?<set>[^\]/]+)\]|\\(?<escaped>.)|[^]/g;
function source(pattern) {
    return pattern.replaceAll(tokens, (token, ...rest) => {
        const { not, set, escaped } = rest.at(-1);
        if (token === '**/')
            return '(?:[^/]+/)*';
        if (token.startsWith('*'))
            return '[^/]*'; // two stars match slashes only where a slash follows them
        if (token === '?')
            return '[^/]';
        if (set !== undefined)
            return `[${not === '' ? '' : '^'}${set.replaceAll(/[\\^]/g, '\\$&')}]`;
        return RegExp.escape(escaped ?? token);
    });
}


/***/ }),

/***/ 82035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine),
/* harmony export */   readArguments: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);

const commandLine = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCommand */ .vL)({
    name: 'doctor',
    summary: 'What would stop a release of this repository: workflows, secrets, environments, rulesets, forks.',
    about: [
        'Look at this repository, and say what would stop its release: before the day on which it is made.',
        'Reads the workflows of the current commit. With a token in GH_TOKEN or GITHUB_TOKEN it also reads the settings on GitHub: secrets and variables (their names), environments, rulesets, forks, and what jobs may do. An administrator of the repository sees all of them. Nothing is written.',
    ],
    options: { json: { meaning: 'Print the findings as JSON.' } },
    after: [
        'The exit code is 0 if nothing was found that would stop a release, 1 if something was, and 2 for a wrong command line.',
    ],
    examples: ['release-actions doctor', 'GH_TOKEN=$(gh auth token) release-actions doctor'],
});
function readArguments(args) {
    const { values } = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommand */ .UK)(commandLine, args);
    return { isJson: values.json };
}


/***/ }),

/***/ 75331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var rehearsal_checkout = __webpack_require__(17493);
// EXTERNAL MODULE: ./build/src/rehearsal/doctor/doctor-arguments.js
var doctor_arguments = __webpack_require__(82035);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/step.js
var step = __webpack_require__(68613);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var workflow_value = __webpack_require__(45890);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/pages.js
/** The pages of GitHub's settings. */
const pages = {
    actions: (of) => settings(of, 'actions'),
    branches: (of) => settings(of, 'branches'),
    environments: (of) => settings(of, 'environments'),
    releases: ({ server, repository }) => `${server}/${repository}/settings`,
    rules: (of) => settings(of, 'rules'),
    secrets: (of) => settings(of, 'secrets/actions'),
    tokens: ({ server }) => `${server}/settings/tokens`,
    variables: (of) => settings(of, 'variables/actions'),
};
const settings = ({ server, repository }, page) => `${server}/${repository}/settings/${page}`;

// EXTERNAL MODULE: ./build/node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(77284);
// EXTERNAL MODULE: ./build/node_modules/@actions/expressions/dist/data/string.js
var string = __webpack_require__(85520);
// EXTERNAL MODULE: ./build/node_modules/@actions/expressions/dist/lexer.js
var lexer = __webpack_require__(44942);
// EXTERNAL MODULE: ./build/src/rehearsal/expressions/expression.js
var expression = __webpack_require__(99411);
;// CONCATENATED MODULE: ./build/src/rehearsal/expressions/needed-variables.js




// https://docs.github.com/actions/reference/workflows-and-actions/contexts#context-availability
const contexts = [
    'env',
    'github',
    'inputs',
    'job',
    'matrix',
    'needs',
    'runner',
    'secrets',
    'steps',
    'strategy',
    'vars',
];
const functions = ['always', 'cancelled', 'failure', 'hashFiles', 'success'].map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
}));
/** The variables that have to be set for a condition to hold, such as `vars.APP_ID != ''`, in capitals. */
const neededVariables = (condition) => [
    ...neededFor((0,expression/* treeOf */.g7)(condition, contexts, functions)),
];
function neededFor(tree) {
    if (tree instanceof ast/* Grouping */.aU)
        return neededFor(tree.group);
    if (tree instanceof ast/* Logical */.oD) {
        const sets = tree.args.map(neededFor);
        return sets.reduce((all, one) => (tree.operator.type === lexer/* TokenType */.ks.AND ? all.union(one) : all.intersection(one)));
    }
    if (tree instanceof ast/* Binary */.yI)
        return neededForComparison(tree);
    return variableIn(tree);
}
/** `vars.NAME != ''`, or `vars.NAME == 'true'`. */
function neededForComparison({ left, operator: { type }, right }) {
    const [text] = [left, right].flatMap((side) => (side instanceof ast/* Literal */.uS ? [side.literal] : []));
    if (!(text instanceof string/* StringData */.u))
        return new Set();
    const isNeeded = text.value === '' ? type === lexer/* TokenType */.ks.BANG_EQUAL : type === lexer/* TokenType */.ks.EQUAL_EQUAL;
    return isNeeded ? variableIn(left).union(variableIn(right)) : new Set();
}
function variableIn(tree) {
    if (!(tree instanceof ast/* IndexAccess */.p_ && tree.expr instanceof ast/* ContextAccess */.QC && tree.index instanceof ast/* Literal */.uS))
        return new Set();
    const isVariable = tree.expr.name.lexeme.toLowerCase() === 'vars';
    return new Set(isVariable ? [tree.index.literal.coerceString().toUpperCase()] : []);
}

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js + 1 modules
var workflow_workflow = __webpack_require__(94604);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/references.js



/** The secrets and variables that a workflow needs. Those with another value behind `||` are not needed. */
function references(workflow) {
    const passed = passedSecrets(workflow);
    return workflow.jobs
        .flatMap((job) => {
        const environment = environmentNamedBy(job);
        const used = [...usesIn(workflow.env), ...usesIn(job.more)];
        return used.map((use) => ({
            ...use,
            environment: environment === undefined ? undefined : (0,workflow_value/* textOf */.b6)(environment),
            isEnvironmentComputed: environment?.kind === 'expression' || (job.uses !== undefined && environment === undefined),
        }));
    })
        .filter(({ kind, name }) => !(kind === 'secret' && (name === 'GITHUB_TOKEN' || passed.includes(name))));
}
/** `environment: release`, or its name. What a job calls has an environment of its own, which the caller may choose. */
function environmentNamedBy({ more, uses }) {
    if (uses !== undefined)
        return (0,workflow_value/* valueAt */.fK)((0,workflow_value/* valueAt */.fK)(more, 'with'), 'environment');
    const environment = (0,workflow_value/* valueAt */.fK)(more, 'environment');
    return environment?.kind === 'mapping' ? (0,workflow_value/* valueAt */.fK)(environment, 'name') : environment;
}
/** Secrets that the caller of a reusable workflow passes. */
const passedSecrets = (workflow) => (0,workflow_workflow/* declaredSecrets */.uk)(workflow).map(({ key }) => key.toUpperCase());
/** The variables that a condition wants to be set, such as `vars.APP_ID != ''`. */
const variablesAskedIn = (condition) => condition?.kind === 'expression' ? neededVariables(condition.expression) : [];
/** A condition only asks whether something is set, and what it guards is not needed. announce gives the text to a person if it has no webhook. */
function usesIn(value, key = '') {
    if (value === undefined || key === 'if')
        return [];
    if (value.kind === 'mapping') {
        const asked = variablesAskedIn((0,workflow_value/* valueAt */.fK)(value, 'if'));
        const uses = value.entries.flatMap((entry) => usesIn(entry.value, entry.key));
        return uses.filter(({ kind, name }) => !(kind === 'variable' && asked.includes(name)));
    }
    if (value.kind === 'list')
        return value.items.flatMap((item) => usesIn(item));
    return value.kind === 'expression'
        ? usesOf(value.expression, { at: value.at, isOptional: key === 'slack-webhook' })
        : [];
}
const reference = /(?<before>\|\|\s*)?\b(?<context>secrets|vars)(?:\.(?<name>[A-Za-z_]\w*)|\['(?<quoted>[^']+)'\])(?<after>\s*(?:\|\||&&|[=!]=))?/g;
function usesOf(expression, { at, isOptional }) {
    return [...expression.matchAll(reference)].flatMap(({ groups: { before, context, name, quoted, after } = {} }) => {
        if (after !== undefined)
            return [];
        const kind = context === 'secrets' ? 'secret' : 'variable';
        return {
            kind,
            name: (name ?? quoted ?? '').toUpperCase(),
            at,
            isOptional: isOptional || before !== undefined,
        };
    });
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/secrets.js



/** Secrets and variables that jobs use, and that are nowhere set. */
function secretFindings({ project, settings }) {
    const used = grouped(project.steps.length === 0 ? [] : releaseReferences(project));
    if (settings === undefined)
        return used.length === 0 ? [] : [unseen(used, 'Whether these are set')];
    const answers = used.map((uses) => ({ uses, isSet: isSet(uses[0], settings) }));
    const hidden = answers.filter((one) => one.isSet === undefined).map(({ uses }) => uses);
    const missing = answers.filter(({ uses: [first], isSet: there }) => there === false && environmentIsThere(first, settings));
    const found = answers.filter((one) => one.isSet === true).map(({ uses: [first] }) => shown(first));
    return [
        ...missing.map(({ uses }) => finding(uses, project)),
        ...(hidden.length === 0 ? [] : [unseen(hidden, 'Whether these are set')]),
        ...(found.length === 0 ? [] : [{ level: 'good', what: `Set: ${(0,domain_text/* listed */.KE)([...new Set(found)])}.` }]),
    ];
}
/** What the workflows need that release something. */
function releaseReferences({ steps }) {
    return [...new Set(steps.map(({ workflow }) => workflow))].flatMap(references);
}
/** All uses of one name with one environment. */
function grouped(all) {
    const key = ({ kind, name, environment }) => `${kind} ${name} ${environment ?? ''}`;
    return Object.values(Object.groupBy(all, key)).flatMap((uses) => {
        const [first, ...more] = uses ?? [];
        return first === undefined ? [] : [[first, ...more]];
    });
}
const shown = ({ kind, name }) => `${kind === 'secret' ? 'secrets' : 'vars'}.${name}`;
const seenEnvironment = ({ environment }, { environments }) => environments?.find(({ name }) => name.toLowerCase() === environment?.toLowerCase());
/** An environment that is missing is a finding of its own, which names what it has to have. */
const environmentIsThere = (use, settings) => use.environment === undefined || seenEnvironment(use, settings) !== undefined;
/** Undefined if it is not where the token may look. */
function isSet(use, settings) {
    const own = seenEnvironment(use, settings);
    const places = [namesIn(use, settings), ...(own === undefined ? [] : [namesIn(use, own)])];
    if (places.some((names) => names?.includes(use.name)))
        return true;
    const isHidden = places.includes(undefined) || (use.environment !== undefined && settings.environments === undefined);
    return isHidden || use.isEnvironmentComputed ? undefined : false;
}
/** The names of the secrets or variables of a repository or an environment, in capitals. */
const namesIn = ({ kind }, { secrets, variables }) => (kind === 'secret' ? secrets : variables && Object.keys(variables))?.map((name) => name.toUpperCase());
function finding(uses, project) {
    const [first, ...more] = uses;
    const { kind, environment } = first;
    const where = environment === undefined ? '' : `, nor in the environment ${environment}`;
    const others = more.length === 0 ? '' : ` It is used in ${more.length} more ${more.length === 1 ? 'place' : 'places'}.`;
    const page = environment === undefined ? (kind === 'secret' ? pages.secrets : pages.variables) : pages.environments;
    return {
        level: uses.every(({ isOptional }) => isOptional) ? 'risk' : 'stops',
        what: `${shown(first)} is set neither in the repository nor in its organization${where}.${others}`,
        at: first.at,
        fix: environment === undefined ? `Add the ${kind}.` : `Add the ${kind} to the environment ${environment}.`,
        page: page(project),
    };
}
function unseen(all, sentence) {
    const names = all.map(([first]) => `${shown(first)}${first.environment === undefined ? '' : ` (environment ${first.environment})`}`);
    return {
        level: 'unseen',
        what: `${sentence}: ${(0,domain_text/* listed */.KE)([...new Set(names)])}.`,
        at: all[0]?.[0].at,
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/app-tokens.js





/**
 * The same facts, in which a step has the token of the job if a variable is not set that its App needs. Where that is a finding of
 * its own, such as a missing environment, what would follow from it is not told.
 */
function withTokens({ project, settings }) {
    if (settings === undefined)
        return { project, settings };
    const needed = releaseReferences(project).filter(({ kind, isOptional }) => kind === 'variable' && !isOptional);
    const isNeeded = (wanted) => needed.some(({ name }) => name === wanted);
    const steps = project.steps.map((step) => {
        if (!environmentIsThere({ environment: (0,workflow_value/* textOf */.b6)(environmentNamedBy(step.job)) }, settings))
            return step;
        const unset = variablesOf(step).filter((name) => !isNeeded(name) && isVariableSet(name, step, settings) === false);
        return unset.length === 0 ? step : { ...step, token: { kind: 'job', unset } };
    });
    return { project: { ...project, steps }, settings };
}
/** Whose token steps have, where a variable decides. */
function tokenFindings({ project, settings }) {
    const without = project.steps.flatMap((step) => step.token.kind === 'job' ? (step.token.unset ?? []).map((name) => ({ name, step })) : []);
    const hidden = project.steps.flatMap((step) => variablesOf(step)
        .filter((name) => settings === undefined || isVariableSet(name, step, settings) === undefined)
        .map((name) => ({ name, step })));
    return [
        ...app_tokens_grouped(without).map(([name, steps]) => ({
            level: 'good',
            what: `vars.${name} is not set, so that ${usersOf(steps)} the token of the job, which starts no workflow.`,
            page: pages.variables(project),
        })),
        ...app_tokens_grouped(hidden).map(([name, steps]) => ({
            level: 'unseen',
            what: `Whether vars.${name} is set. Without it, ${usersOf(steps)} the token of the job, which starts no workflow.`,
            at: steps[0]?.at,
            page: pages.variables(project),
        })),
    ];
}
const variablesOf = ({ token }) => (token.kind === 'app' ? token.onlyWith : []);
function isVariableSet(name, { job }, settings) {
    const environment = environmentNamedBy(job);
    const isEnvironmentComputed = environment?.kind === 'expression';
    const use = { kind: 'variable', name, environment: (0,workflow_value/* textOf */.b6)(environment), isEnvironmentComputed };
    return isSet(use, settings);
}
const app_tokens_grouped = (uses) => [...Map.groupBy(uses, ({ name }) => name)].map(([name, all]) => [name, all.map(({ step }) => step)]);
/** `push-tag and gh-release of job publish use` */
function usersOf(steps) {
    const ofJobs = [...Map.groupBy(steps, ({ job }) => job.id)].map(([job, all]) => {
        const actions = [...new Set(all.map(({ action }) => action))];
        return `${(0,domain_text/* listed */.KE)(actions)} of job ${job}`;
    });
    return `${(0,domain_text/* listed */.KE)(ofJobs)} ${new Set(steps.map(({ action, job }) => `${job.id} ${action}`)).size === 1 ? 'uses' : 'use'}`;
}

// EXTERNAL MODULE: ./build/src/domain/owners/owners.js
var owners_owners = __webpack_require__(35667);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/release-steps.js


/** The steps of a workflow that use one of the named actions of release-actions. */
function releaseSteps(workflow, actions) {
    return workflow.jobs.flatMap((job) => job.steps.flatMap((step) => {
        if (step.work.kind !== 'uses')
            return [];
        const { name: uses, at, inputs } = step.work;
        const [, action = ''] = /^[^/]+\/release-actions\/(?:actions\/)?([\w-]+)@/.exec(uses) ?? [];
        if (!actions.includes(action))
            return [];
        return [{ workflow, job, action, uses, at, inputs, token: tokenSource((0,workflow_value/* valueAt */.fK)(inputs, 'token'), job.steps) }];
    }));
}
/** The text of an input; undefined if it is not given, or if only the run knows it. */
const inputOf = ({ inputs }, name) => (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(inputs, name));
/** Whether an input has any value. */
const isGiven = ({ inputs }, name) => ((0,workflow_value/* valueAt */.fK)(inputs, name) ?? undefined) !== undefined && inputOf({ inputs }, name) !== '';
/** Whether a step certainly writes nothing to any server. */
const onlyLooks = (step) => ['check', 'dry-run', 'local'].includes(inputOf(step, 'mode') ?? '');
function tokenSource(token, steps) {
    if (token === undefined)
        return { kind: 'job' };
    if (token.kind !== 'expression')
        return { kind: 'unknown' };
    const { expression } = token;
    const id = /\bsteps\.([\w-]+)\.outputs\.token\b/.exec(expression)?.[1];
    const app = id === undefined ? undefined : steps.find((step) => step.id === id);
    if (app?.work.kind === 'uses') {
        const onlyWith = ofJob.test(expression) ? variablesAskedIn(app.condition) : [];
        return { kind: 'app', at: app.work.at, inputs: app.work.inputs, onlyWith };
    }
    const secret = /\bsecrets\.([A-Za-z_]\w*)/.exec(expression)?.[1];
    if (secret !== undefined && secret.toUpperCase() !== 'GITHUB_TOKEN')
        return { kind: 'secret', name: secret };
    return ofJob.test(expression) ? { kind: 'job' } : { kind: 'unknown' };
}
const ofJob = /\bgithub\.token\b|\bsecrets\.GITHUB_TOKEN\b/i;

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/approvers.js




/** Whether enough people can agree, where a step waits for them. */
function approverFindings({ project }) {
    return project.steps
        .filter((step) => step.action === 'release-issue' && inputOf(step, 'do') === 'await-approval')
        .flatMap((step) => (isGiven(step, 'team') ? [teamFinding(step)] : ownersFindings(step, project)));
}
const teamFinding = (step) => ({
    level: step.token.kind === 'job' ? 'stops' : 'unseen',
    what: step.token.kind === 'job'
        ? `The token of job ${step.job.id} cannot read who is in the team ${inputOf(step, 'team') ?? ''}.`
        : `Who is in the team ${inputOf(step, 'team') ?? ''}.`,
    at: step.at,
    fix: step.token.kind === 'job'
        ? 'Pass the token of a GitHub App with the permission members: read of the organization.'
        : undefined,
});
function ownersFindings(step, { owners }) {
    const path = inputOf(step, 'owners') ?? 'OWNERS';
    const text = owners.get(path);
    const at = step.at;
    if (text === undefined)
        return [
            {
                level: 'stops',
                what: `There is no file ${path} that says who may agree to the release.`,
                at,
                fix: 'Add it, or name another one with the input owners.',
            },
        ];
    const read = (0,error/* attempt */.CD)(() => peopleOf(path, text, { owners, step }));
    if (read instanceof error/* ReleaseError */.K2)
        return [{ level: 'stops', what: read.message, at: read.at ?? at, fix: read.fix }];
    const wanted = Number(inputOf(step, 'approvals') ?? '2');
    // The person who opens the issue is one of them, more often than not.
    const needed = inputOf(step, 'allow-author') === 'true' ? wanted : wanted + 1;
    const names = (0,domain_text/* listed */.KE)(read) || 'nobody';
    if (read.length < wanted)
        return [
            {
                level: 'stops',
                what: `${wanted} people have to agree, and ${path} has only ${names}.`,
                at,
                fix: `Add people to ${path}, or lower the input approvals.`,
            },
        ];
    if (read.length < needed)
        return [
            {
                level: 'risk',
                what: `${wanted} people have to agree, and ${path} has only ${names}. If one of them opens the issue, too few are left.`,
                at,
                fix: `Add people to ${path}, or set allow-author: true.`,
            },
        ];
    return [{ level: 'good', what: `${wanted} of ${read.length} people in ${path} have to agree to the release.`, at }];
}
function peopleOf(path, text, { owners, step }) {
    const { approvers, reviewers } = (0,owners_owners/* parseOwners */.mI)({ file: path, text });
    const aliasFile = owners.get('OWNERS_ALIASES');
    const aliases = aliasFile === undefined ? new Map() : (0,owners_owners/* parseAliases */.oH)({ file: 'OWNERS_ALIASES', text: aliasFile });
    return (0,owners_owners/* accountsOf */.s1)(inputOf(step, 'approvers-only') === 'true' ? approvers : [...approvers, ...reviewers], aliases);
}

// EXTERNAL MODULE: ./build/src/embedded/github/rules/ref-pattern.js
var ref_pattern = __webpack_require__(76344);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
var filter_pattern = __webpack_require__(40626);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/ref-filter.js
var ref_filter = __webpack_require__(21773);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/tag-patterns.js


/** The tags that start a workflow, by their patterns. What a `!` takes out is left aside. */
function tagPatterns(workflow) {
    const push = workflow.triggers.find(({ event }) => event === 'push');
    return ((0,ref_filter/* patternsOf */.D4)(push?.filters, 'tags') ?? [])
        .filter(({ pattern }) => !(0,filter_pattern/* isNegation */.Ct)(pattern))
        .map(({ pattern, at }) => ({ pattern, at, workflow }));
}
/** The newest tag of the project that matches a pattern, or one that could be made. */
const exampleOf = (pattern, tags) => tags.find((tag) => (0,filter_pattern/* matchesPattern */.MT)(tag, pattern)) ?? sampleOf(pattern);
/** A tag that matches a pattern and looks like a version. */
function sampleOf(pattern) {
    return pattern
        .replaceAll(/(?<=^|\/)\*\*\//g, 'a/')
        .replaceAll(/\\(.)/g, '$1')
        .replaceAll(/\[([^\]])[^\]]*\]/g, (_, first) => (first === '0' ? '1' : first))
        .replaceAll(/[+?]/g, '')
        .replaceAll(/(?<=\d)\*+$/g, '')
        .replaceAll(/\*+/g, '1.2.3');
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/protected-tags.js






/** Tags that could be moved or deleted, and rulesets that keep the workflows from making their tags. */
function protectedTags({ project, settings }) {
    const streams = streamsOf(project);
    if (streams.length === 0)
        return [];
    const rulesets = settings?.tagRulesets;
    const names = streams.map(({ shown }) => shown);
    if (rulesets === undefined)
        return [{ level: 'unseen', what: `Whether the tags ${(0,domain_text/* listed */.KE)(names)} are protected.`, page: pages.rules(project) }];
    return [...unprotected(streams, rulesets, project), ...stoppedMakers(streams, rulesets, { project, settings })];
}
/** The tags to which workflows listen, and those of the Go modules if a step makes them. */
function streamsOf({ workflows, steps, goModules, tags }) {
    const started = [...new Set(steps.map(({ workflow }) => workflow))];
    const listening = (started.length === 0 ? [] : workflows)
        .flatMap(tagPatterns)
        .map(({ pattern }) => ({ shown: pattern, sample: exampleOf(pattern, tags) }));
    const modules = steps.some(({ action }) => action === 'go-module-tags')
        ? goModules
            .map((folder) => (folder === '.' ? '' : `${folder}/`))
            .map((folder) => ({ shown: `${folder}v*`, sample: `${folder}v1.2.3` }))
        : [];
    return [...new Map([...listening, ...modules].map((one) => [one.shown, one])).values()];
}
const holds = ({ included, excluded }, { sample }) => {
    const fits = (pattern) => pattern === '~ALL' || (0,ref_pattern/* fitsPattern */.j)(`refs/tags/${sample}`, pattern);
    return included.some(fits) && !excluded.some(fits);
};
const rulesFor = (stream, rulesets) => rulesets.filter((ruleset) => holds(ruleset, stream)).flatMap(({ rules }) => rules);
const wanted = { update: 'moved', deletion: 'deleted' };
/** One finding for all streams that lack the same rules. */
function unprotected(streams, rulesets, project) {
    const lacks = (stream) => Object.keys(wanted)
        .filter((rule) => !rulesFor(stream, rulesets).includes(rule))
        .join(' ');
    const groups = Object.entries(Object.groupBy(streams, lacks));
    const page = pages.rules(project);
    return groups.map(([rules, group = []]) => {
        const names = (0,domain_text/* listed */.KE)(group.map(({ shown }) => shown));
        if (rules === '')
            return { level: 'good', what: `Nobody can move or delete the tags ${names} without bypassing a ruleset.`, page };
        const verbs = rules.split(' ').map((rule) => wanted[rule] ?? rule);
        return {
            level: 'risk',
            what: `No ruleset keeps the tags ${names} from being ${(0,domain_text/* listed */.KE)(verbs, 'or')}.`,
            fix: `Add a ruleset for these tags that restricts ${(0,domain_text/* listed */.KE)(['creations', 'updates', 'deletions'])}, with the App that makes them as bypass actor.`,
            page,
        };
    });
}
/** Steps that make tags which a ruleset lets only its bypass actors make. */
function stoppedMakers(streams, rulesets, { project, settings }) {
    const creating = rulesets.filter(({ rules, ...ruleset }) => rules.includes('creation') && streams.some((stream) => holds({ rules, ...ruleset }, stream)));
    const makers = project.steps.filter((step) => makesTags(step) && !onlyLooks(step));
    return creating.flatMap((ruleset) => {
        const verdicts = makers.map((step) => ({ step, may: mayBypass(step.token, ruleset, settings) }));
        const stopped = verdicts.filter(({ may }) => may === false).map(({ step }) => step);
        if (stopped[0] !== undefined)
            return [stoppedMaker(stopped[0], ruleset, project)];
        const isHidden = verdicts.some(({ may }) => may === undefined);
        return isHidden
            ? [
                {
                    level: 'unseen',
                    what: `Whether the ruleset ${(0,domain_text/* quoted */.TL)(ruleset.name)} lets the workflows create their tags.`,
                    page: pages.rules(project),
                },
            ]
            : [];
    });
}
const makesTags = ({ action, inputs }) => ['push-tag', 'go-module-tags'].includes(action) ||
    (action === 'gh-release' && (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(inputs, 'create-tag')) === 'true');
/** The App of GitHub Actions can bypass no ruleset, so that the token of a job never may. Undefined if it is unknown. */
function mayBypass(token, { actors }, settings) {
    if (token.kind === 'job')
        return false;
    if (actors === undefined || token.kind !== 'app')
        return undefined;
    const apps = actors.filter(({ type, mode }) => type === 'Integration' && mode !== 'pull_request');
    const number = appNumber(token, settings);
    return number === undefined ? apps.length > 0 : apps.some(({ id }) => id === number);
}
/** The number of the App, if the workflow or a variable has it. A client ID says nothing about it. */
function appNumber({ inputs }, settings) {
    const value = (0,workflow_value/* valueAt */.fK)(inputs, 'app-id');
    const variable = value?.kind === 'expression' ? /^vars\.(\w+)$/.exec(value.expression)?.[1] : undefined;
    const all = [settings?.variables, ...(settings?.environments ?? []).map(({ variables }) => variables)];
    const text = (0,workflow_value/* textOf */.b6)(value) ??
        (variable === undefined ? undefined : all.map((one) => one?.[variable]).find((one) => one !== undefined));
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
function stoppedMaker({ action, token, job, at }, { name }, project) {
    const whose = token.kind === 'job' ? `the token of job ${job.id}` : `the App of job ${job.id}`;
    return {
        level: 'stops',
        what: `The ruleset ${(0,domain_text/* quoted */.TL)(name)} restricts who creates tags, and ${whose} is not among its bypass actors, so that ${action} cannot create its tag.`,
        at,
        fix: token.kind === 'job'
            ? 'Pass the token of a GitHub App as the input token, and make the App a bypass actor of the ruleset.'
            : 'Make the App a bypass actor of the ruleset.',
        page: pages.rules(project),
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/branches.js




/** Pushes to the default branch that a rule stops. */
function branchFindings({ project, settings }) {
    const pushes = project.steps.filter((step) => pushesTo(step, project.defaultBranch));
    if (pushes.length === 0)
        return [];
    const rules = settings?.branchRules;
    if (rules === undefined)
        return [
            {
                level: 'unseen',
                what: `Whether a rule stops the pushes to ${project.defaultBranch}.`,
                at: pushes[0]?.at,
                page: pages.rules(project),
            },
        ];
    const findings = pushes.flatMap((step) => rules.flatMap((rule) => lookAt(step, rule, { project, settings })));
    return findings.length > 0
        ? findings
        : [{ level: 'good', what: `No rule stops the pushes to ${project.defaultBranch}.` }];
}
const pushesTo = (step, branch) => step.action === 'commit-changes' &&
    (inputOf(step, 'via') ?? 'push') === 'push' &&
    (inputOf(step, 'base') ?? branch) === branch &&
    !isGiven(step, 'repository') &&
    !onlyLooks(step);
function lookAt(step, rule, { project, settings }) {
    const may = mayBypass(step.token, rule, settings);
    if (may === true)
        return [];
    const { ruleset, types } = rule;
    const what = `The rule ${(0,domain_text/* listed */.KE)(types)} of ${ruleset} stops the push of ${step.action} to ${project.defaultBranch}`;
    const place = { at: step.at, page: pages.rules(project) };
    if (may === undefined)
        return [{ level: 'unseen', what: `${what}, unless its account may bypass it.`, ...place }];
    return [{ level: 'stops', what: `${what}.`, ...place, fix: fixOf(step) }];
}
const fixOf = ({ token }) => token.kind === 'job'
    ? 'Use via: pull-request, or pass the token of a GitHub App that is a bypass actor.'
    : 'Use via: pull-request, or make the App a bypass actor.';

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/action-file.js
var action_file = __webpack_require__(55656);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/called.js





/** The workflows with the steps of their composite actions, and those of release-actions that they call. */
function withCalled(workflows, { released, actions }) {
    const own = workflows.map((workflow) => withActions(workflow, actions));
    const called = own.flatMap(({ jobs }) => jobs.flatMap((job) => calledBy(job, released)));
    return [...own, ...called];
}
const ofReleaseActions = /^[^/]+\/release-actions\/\.github\/workflows\/([\w-]+\.ya?ml)@/;
/** Whether a job calls a workflow: one of the checkout, or one that `withCalled` has added. */
const calls = ({ uses }, { path }) => uses !== undefined && (uses.name === path || (0,step/* pathInRepository */.z)(uses.name) === path);
/** A called workflow, in which the inputs have the values that the job gives. Its place is the call. */
function calledBy(job, released) {
    const text = released.get(ofReleaseActions.exec(job.uses?.name ?? '')?.[1] ?? '');
    if (text === undefined || job.uses === undefined)
        return [];
    const { name, at } = job.uses;
    const workflow = (0,workflow_workflow/* readWorkflow */.S6)({ path: name, text });
    const trigger = (0,workflow_workflow/* callTrigger */.JF)(workflow);
    const given = (0,workflow_value/* valueAt */.fK)(job.more, 'with');
    const inputs = new Map((0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(trigger?.filters, 'inputs')).map(({ key, value }) => {
        const fallback = (0,workflow_value/* valueAt */.fK)(value, 'default');
        return [key.toLowerCase(), (0,workflow_value/* valueAt */.fK)(given, key) ?? (fallback && { ...fallback, at })];
    }));
    const jobs = workflow.jobs.map((one) => {
        const more = filled(one.more, inputs, at);
        const uses = one.uses && { ...one.uses, at };
        return { ...one, id: `${job.id} / ${one.id}`, at, more, steps: (0,step/* stepsOf */.B)((0,workflow_value/* valueAt */.fK)(more, 'steps')), uses };
    });
    return [{ ...workflow, jobs }];
}
function withActions(workflow, actions) {
    const jobs = workflow.jobs.map((job) => ({
        ...job,
        steps: job.steps.flatMap((step) => [step, ...stepsIn(step, actions, [])]),
    }));
    return { ...workflow, jobs };
}
const deepest = 9; // as on GitHub
/** The steps of a composite action of the checkout, in which the inputs have the values of the step. Nothing of one that uses itself. */
function stepsIn({ work }, actions, around) {
    if (work.kind === 'run')
        return [];
    const path = (0,step/* pathInRepository */.z)(work.name)?.replace(/\/$/, '');
    const source = path === undefined ? undefined : actions.get(path);
    if (source === undefined || around.length > deepest || around.includes(source))
        return [];
    const action = (0,error/* attempt */.CD)(() => (0,action_file/* readAction */.f)(source));
    if (action instanceof error/* ReleaseError */.K2 || action.runs.kind !== 'composite')
        return [];
    const inputs = inputsOf(action, work.inputs);
    return action.runs.steps
        .map((step) => withInputs(step, inputs))
        .flatMap((step) => [step, ...stepsIn(step, actions, [...around, source])]);
}
const inputsOf = ({ inputs }, given) => new Map(inputs.map(({ name, fallback }) => [name.toLowerCase(), (0,workflow_value/* valueAt */.fK)(given, name) ?? fallback]));
function withInputs(step, inputs) {
    const { work } = step;
    return work.kind === 'run' || work.inputs === undefined
        ? step
        : { ...step, work: { ...work, inputs: filled(work.inputs, inputs, undefined) } };
}
/** The same value, in which an expression that is only an input is what was given for it. With `at`, everything is there. */
function filled(value, inputs, at) {
    const again = (one) => filled(one, inputs, at);
    const there = { ...value, at: at ?? value.at };
    if (there.kind === 'list')
        return { ...there, items: there.items.map(again) };
    if (there.kind === 'mapping')
        return {
            ...there,
            entries: there.entries.map((entry) => ({ ...entry, keyAt: at ?? entry.keyAt, value: again(entry.value) })),
        };
    if (there.kind === 'literal')
        return there;
    const name = /^\s*inputs\.([\w-]+)\s*$/.exec(there.expression)?.[1]?.toLowerCase();
    return (name === undefined ? undefined : inputs.get(name)) ?? there;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/environments.js









/** Environments of the jobs: whether they exist, which refs they admit, and who has to approve. */
function environmentFindings({ project, settings }) {
    const uses = environments_usesOf(project);
    const names = [...new Set(uses.map(({ environment }) => environment))];
    if (names.length === 0)
        return [];
    if (settings?.environments === undefined)
        return [
            {
                level: 'unseen',
                what: `The rules of the environments of the jobs: ${(0,domain_text/* listed */.KE)(names)}.`,
                page: pages.environments(project),
            },
        ];
    return names.flatMap((name) => {
        const found = settings.environments?.find((one) => one.name.toLowerCase() === name.toLowerCase());
        const own = uses.filter(({ environment }) => environment === name);
        return found === undefined ? [missing(name, own, project)] : environments_lookAt(found, own, project);
    });
}
function environments_usesOf({ steps }) {
    const workflows = [...new Set(steps.map(({ workflow }) => workflow))];
    return workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => {
        const environment = (0,workflow_value/* textOf */.b6)(environmentNamedBy(job));
        return environment === undefined ? [] : [{ workflow, job, environment }];
    }));
}
const positionOf = ({ job }) => environmentNamedBy(job)?.at ?? job.at;
/** GitHub makes it when the first job wants it, without any rule, secret or variable. */
function missing(name, uses, project) {
    const needed = releaseReferences(project).filter(({ environment, isOptional }) => environment === name && !isOptional);
    const names = [...new Set(needed.map((one) => `${one.kind === 'secret' ? 'secrets' : 'vars'}.${one.name}`))];
    return {
        level: names.length === 0 ? 'risk' : 'stops',
        what: `There is no environment ${name}.`,
        at: uses[0] === undefined ? undefined : positionOf(uses[0]),
        fix: `Make it, and let it admit only the branches and tags that release.${names.length === 0 ? '' : ` The jobs look in it for ${(0,domain_text/* listed */.KE)(names)}.`}`,
        page: pages.environments(project),
    };
}
function environments_lookAt(environment, uses, project) {
    const page = pages.environments(project);
    const { name, admits, reviewers, refusesOwnRuns } = environment;
    const refused = refusedRefs(environment, uses, project);
    const findings = [...refused];
    if (admits === 'all')
        findings.push({
            level: 'risk',
            what: `The environment ${name} admits every branch and tag, so that everybody who may push can use its secrets.`,
            fix: 'Admit only the branches and tags that release.',
            page,
        });
    if (admits === undefined)
        findings.push({ level: 'unseen', what: `Which branches and tags the environment ${name} admits.`, page });
    if (reviewers.length === 1 && refusesOwnRuns)
        findings.push({
            level: 'risk',
            what: `Only ${reviewers[0]} may approve runs in the environment ${name}, but not those that ${reviewers[0]} has started.`,
            fix: 'Add a second reviewer, or let somebody else start the workflow.',
            page,
        });
    if (reviewers.length > 0)
        findings.push({
            level: 'good',
            what: `Every run in the environment ${name} waits until ${(0,domain_text/* listed */.KE)(reviewers, 'or')} approves it.`,
            page,
        });
    if (refused.length === 0 && admits !== undefined && admits !== 'all')
        findings.push({ level: 'good', what: `The environment ${name} admits only ${admitted(admits)}.`, page });
    return findings;
}
const admitted = (admits) => admits === 'protected'
    ? 'protected branches'
    : (0,domain_text/* listed */.KE)(admits.map(({ kind, pattern }) => `${kind === 'tag' ? 'the tags' : 'the branch'} ${pattern}`));
/** One finding for each branch or tag. */
function refusedRefs({ admits, name }, uses, project) {
    if (admits === undefined || admits === 'all')
        return [];
    const starts = uses.flatMap((use) => use.workflow.triggers.flatMap((trigger) => refsOf(trigger, use.workflow, project).map((ref) => ({ use, ref, what: `the ${ref.kind} ${ref.shown}` }))));
    const refused = Object.groupBy(starts.filter(({ ref }) => !admitsRef(admits, ref)), ({ what }) => what);
    return Object.entries(refused).flatMap(([what, all = []]) => {
        const [first] = all;
        if (first === undefined)
            return [];
        const others = new Set(all.map(({ use }) => use.workflow)).size - 1;
        const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'workflow' : 'workflows'}`;
        const mayBeSkipped = all.every(({ use }) => asksForRef(use.job));
        const unless = mayBeSkipped ? `, unless the condition of job ${first.use.job.id} leaves it out then` : '';
        return [
            {
                level: mayBeSkipped ? 'risk' : 'stops',
                what: `The environment ${name} does not admit ${what}, at which ${first.use.workflow.path} runs ${first.ref.by}${more}${unless}.`,
                at: positionOf(first.use),
                fix: `Add a rule for ${what} to the environment.`,
                page: pages.environments(project),
            },
        ];
    });
}
/** Whether the condition of a job looks at the event or its ref. */
function asksForRef({ more }) {
    const condition = (0,workflow_value/* valueAt */.fK)(more, 'if');
    return condition?.kind === 'expression' && /\bgithub\.(?:event|ref)/.test(condition.expression);
}
const admitsRef = (admits, { kind, name }) => typeof admits === 'string'
    ? admits === 'all' || kind === 'branch'
    : admits.some((policy) => policy.kind === kind && (0,ref_pattern/* fitsPattern */.j)(name, policy.pattern));
/** The refs at which a workflow runs, as far as its triggers name them. */
function refsOf(trigger, workflow, project, depth = 0) {
    const { defaultBranch, tags: made } = project;
    const branch = (by) => ({ kind: 'branch', name: defaultBranch, shown: defaultBranch, by });
    const tags = (of, by) => of
        .flatMap(tagPatterns)
        .map(({ pattern }) => ({ kind: 'tag', name: exampleOf(pattern, made), shown: pattern, by }));
    switch (trigger.event) {
        case 'workflow_dispatch':
            return [branch('by its button')];
        case 'schedule':
        case 'workflow_run':
        case 'issues':
        case 'issue_comment':
            return [branch(`on ${trigger.event}`)];
        case 'push': {
            const isForBranch = (0,workflow_value/* valueAt */.fK)(trigger.filters, 'branches') !== undefined;
            const { runs } = (0,ref_filter/* pushedRef */.L5)(trigger.filters, `refs/heads/${defaultBranch}`, trigger.at);
            return [...tags([workflow], 'when it is pushed'), ...(isForBranch && runs ? [branch('when it is pushed')] : [])];
        }
        case 'workflow_call':
            if (depth === environments_deepest)
                return []; // GitHub refuses workflows that call each other
            return project.workflows
                .filter(({ path, jobs }) => path !== workflow.path && jobs.some((job) => calls(job, workflow)))
                .flatMap((caller) => caller.triggers.flatMap((one) => refsOf(one, caller, project, depth + 1)));
        case 'release':
            return tags(releasing(project), 'when it is released');
        default:
            return [];
    }
}
const environments_deepest = 3;
/** The workflows that make releases of their tags. If none does, a release can be of any tag. */
function releasing({ steps, workflows }) {
    const makers = steps.filter(({ action }) => action === 'gh-release').map(({ workflow }) => workflow);
    const own = [...new Set(makers)].filter((workflow) => tagPatterns(workflow).length > 0);
    return own.length > 0 ? own : workflows;
}

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/permissions.js
var permissions = __webpack_require__(33611);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/called-workflows.js







/** Calls that pass too few secrets, or grant less than a job of the called workflow asks for. */
function calledWorkflows({ project: { workflows }, settings }) {
    return workflows.flatMap((caller) => caller.jobs.flatMap((job) => {
        const called = workflows.find((one) => calls(job, one));
        if (called === undefined)
            return [];
        const call = { job, caller, settings };
        return [...withheld(called, call), ...ungranted(called, call)];
    }));
}
/** Secrets that a called workflow has to get, or uses because a variable is set. */
function withheld(called, { job, settings }) {
    const secrets = (0,workflow_value/* valueAt */.fK)(job.more, 'secrets');
    const inherits = (0,workflow_value/* textOf */.b6)(secrets) === 'inherit';
    return (0,workflow_workflow/* declaredSecrets */.uk)(called).flatMap((declared) => {
        const name = declared.key.toUpperCase();
        const isGiven = inherits
            ? settings === undefined || (namesIn(secret, settings)?.includes(name) ?? true)
            : (0,workflow_value/* entriesOf */.Mc)(secrets).some(({ key }) => key.toUpperCase() === name);
        const needsCaller = (0,workflow_workflow/* isRequired */.gx)(declared) && !inherits;
        if (isGiven || (!needsCaller && mayBeInEnvironment(name, settings)))
            return [];
        const because = (0,workflow_workflow/* isRequired */.gx)(declared) ? 'needs it' : wantedBy(name, called, settings);
        if (because === undefined)
            return [];
        return [
            {
                level: 'stops',
                what: `Job ${job.id} passes no secret ${declared.key} to ${called.path}, which ${because}.`,
                at: job.uses?.at ?? job.at,
                fix: inherits
                    ? 'Add the secret to the repository.'
                    : `Add to the job: secrets: { ${declared.key}: '\${{ secrets.${declared.key} }}' }`,
            },
        ];
    });
}
const [secret, variable] = [{ kind: 'secret' }, { kind: 'variable' }];
const mayBeInEnvironment = (name, settings) => settings?.environments?.some((one) => namesIn(secret, one)?.includes(name) ?? true) ?? true;
/** A step that uses the secret, on the condition that variables are set, which they are. */
function wantedBy(name, { jobs }, settings) {
    const places = settings === undefined ? [] : [settings, ...(settings.environments ?? [])];
    const isSetSomewhere = (asked) => places.some((place) => namesIn(variable, place)?.includes(asked));
    const reading = (0,workflow_workflow/* readingOf */.MU)('secrets', name);
    for (const { steps } of jobs)
        for (const { work, condition } of steps) {
            const inputs = work.kind === 'uses' ? (0,workflow_value/* entriesOf */.Mc)(work.inputs) : [];
            const uses = inputs.some(({ value }) => value.kind === 'expression' && reading.test(value.expression));
            const asked = variablesAskedIn(condition);
            if (uses && asked.length > 0 && asked.every(isSetSomewhere))
                return `uses it because ${(0,domain_text/* listed */.KE)(asked.map((one) => `vars.${one}`))} ${asked.length === 1 ? 'is' : 'are'} set`;
        }
    return undefined;
}
/** GitHub does not start such a run. */
function ungranted(called, call) {
    const { job } = call;
    const lacks = lacking(called, call);
    if (lacks.length === 0)
        return [];
    return [
        {
            level: 'stops',
            what: `Job ${job.id} calls ${called.path}, and grants it no ${(0,domain_text/* listed */.KE)(lacks, 'or')}, so that GitHub does not start the run.`,
            at: job.uses?.at ?? job.at,
            fix: `Add to the job: permissions: { ${lacks.join(', ')} }`,
        },
    ];
}
function lacking(called, { job, caller, settings }) {
    const isRestricted = settings?.jobToken?.mayWrite === false;
    const granted = job.permissions ?? caller.permissions ?? (isRestricted ? permissions/* restrictedDefaults */.YW : permissions/* permissiveDefaults */.E9);
    const lacks = called.jobs.flatMap((one) => {
        const asked = one.permissions ?? called.permissions;
        return asked === undefined ? [] : (0,permissions/* beyond */.wQ)(asked, granted);
    });
    return [...new Set(lacks)];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/forks.js




const imageLists = 'kubernetes/k8s.io';
function forkUses({ steps }, known) {
    return steps.flatMap((step) => {
        const fork = (0,workflow_value/* valueAt */.fK)(step.inputs, 'fork');
        if (fork === undefined)
            return [];
        const target = inputOf(step, 'repository') ?? (step.action === 'promote-image' ? imageLists : undefined);
        return [{ step, target, ...evaluated(fork, known) }];
    });
}
/**
 * A text in which only variables stand for something. If the token may not see variables, it could be that of the bot whose
 * name a variable has.
 */
function evaluated(value, known) {
    const literal = (0,workflow_value/* textOf */.b6)(value);
    if (literal !== undefined)
        return { fork: literal, isGuessed: false };
    if (value.kind !== 'expression' || known === undefined)
        return { fork: undefined, isGuessed: false };
    const all = [known.variables, ...(known.environments ?? []).map(({ variables }) => variables)];
    const isGuessed = all.includes(undefined);
    const valueOf = (expression) => {
        const name = /^\s*vars\.(\w+)\s*$/.exec(expression)?.[1];
        if (name === undefined)
            return undefined;
        return all.map((one) => one?.[name]).find((one) => one !== undefined) ?? (isGuessed ? known.login : undefined);
    };
    const [, template, rest] = /^format\('([^']*)',(.*)\)$/.exec(value.expression) ?? [];
    if (template === undefined)
        return { fork: valueOf(value.expression), isGuessed };
    const values = (rest ?? '').split(',').map(valueOf);
    const text = template.replaceAll(/\{(\d+)\}/g, (_, index) => values[Number(index)] ?? '');
    return { fork: values.includes(undefined) ? undefined : text, isGuessed };
}
/** Forks that are missing, or behind, and what the token that pushes to them needs. */
function forkFindings({ project, settings }) {
    const uses = forkUses(project, settings);
    const known = uses.flatMap(({ fork, ...use }) => settings === undefined || fork === undefined || (use.isGuessed && foundIn(settings, fork) === undefined)
        ? []
        : [{ ...use, fork, settings }]);
    const unknown = uses.filter(({ step }) => known.every((one) => one.step !== step));
    return [
        ...[...new Map(known.map((use) => [use.fork.toLowerCase(), use])).values()].flatMap(forks_lookAt),
        ...scopeFindings(known, { project, settings }),
        ...(unknown[0] === undefined
            ? []
            : [
                {
                    level: 'unseen',
                    what: `Whether the forks of ${(0,domain_text/* listed */.KE)([...new Set(unknown.map(({ target }) => target ?? 'the repository'))])} are there.`,
                    at: unknown[0].step.at,
                },
            ]),
        ...licenceAgreements(uses, project),
    ];
}
const foundIn = ({ forks }, fork) => forks.find(({ name }) => name.toLowerCase() === fork.toLowerCase())?.found;
function forks_lookAt({ step, fork, target, settings }) {
    const found = foundIn(settings, fork);
    const at = step.at;
    if (found === undefined)
        return [
            {
                level: 'stops',
                what: `There is no fork ${fork}, or the token may not see it.`,
                at,
                fix: `Fork ${target ?? 'the repository'} with the account ${fork.split('/')[0]}.`,
            },
        ];
    if (target !== undefined && found.parent?.toLowerCase() !== target.toLowerCase())
        return [
            {
                level: 'stops',
                what: `${fork} is ${found.parent === undefined ? 'no fork' : `a fork of ${found.parent}`}, and has to be one of ${target}.`,
                at,
                fix: `Fork ${target} with the account ${fork.split('/')[0]}.`,
            },
        ];
    if (found.behind === undefined || found.behind === 0)
        return [{ level: 'good', what: `The fork ${fork} is there.` }];
    return [
        {
            level: 'advice',
            what: `The fork ${fork} is ${found.behind} ${found.behind === 1 ? 'commit' : 'commits'} behind ${target ?? found.parent}.`,
            fix: 'Press "Sync fork" on its page. Else the token needs the scope workflow if a workflow changed meanwhile.',
        },
    ];
}
/** The scopes can be read only of the token that the doctor is given. */
function scopeFindings(uses, { project, settings }) {
    return uses.slice(0, 1).flatMap(({ step, fork }) => {
        const { token } = step;
        const name = token.kind === 'secret' ? `secrets.${token.name}` : 'the token';
        const isOwn = settings?.login !== undefined && fork.toLowerCase().startsWith(`${settings.login.toLowerCase()}/`);
        const page = pages.tokens(project);
        if (!isOwn)
            return [
                {
                    level: 'unseen',
                    what: `The scopes of ${name}, which pushes to ${fork}.`,
                    fix: `Run the doctor once more with this token in GH_TOKEN. It needs the scopes public_repo and workflow, and no other kind of token can contribute to repositories of others.`,
                    page,
                },
            ];
        if (settings?.scopes === undefined)
            return [
                {
                    level: 'stops',
                    what: `The token of ${settings?.login} is no classic token, so that it cannot contribute to repositories of others.`,
                    at: step.at,
                    fix: 'Make a classic token with the scopes public_repo and workflow.',
                    page,
                },
            ];
        const { scopes } = settings;
        const lacks = [
            ...(scopes.includes('repo') || scopes.includes('public_repo') ? [] : ['public_repo']),
            ...(scopes.includes('workflow') ? [] : ['workflow']),
        ];
        if (lacks.length === 0)
            return [{ level: 'good', what: `The token of ${settings.login} has the scopes that ${fork} needs.` }];
        return [
            {
                level: lacks.includes('public_repo') ? 'stops' : 'risk',
                what: `The token of ${settings.login} lacks the ${lacks.length === 1 ? 'scope' : 'scopes'} ${(0,domain_text/* listed */.KE)(lacks)}. It has ${(0,domain_text/* listed */.KE)(scopes) || 'none'}.`,
                at: step.at,
                fix: 'Add them to the token.',
                page,
            },
        ];
    });
}
/** No setting shows who has signed. */
function licenceAgreements(uses, { server }) {
    const use = uses.find(({ target }) => target?.startsWith('kubernetes/'));
    if (use === undefined)
        return [];
    const account = use.fork?.split('/')[0];
    return [
        {
            level: 'advice',
            what: `${use.target} takes pull requests only from accounts that have signed the CLA of the CNCF (check EasyCLA). Nothing here shows whether ${account ?? 'the account of the fork'} has.`,
            at: use.step.at,
            fix: 'Open one pull request with this account before the release, and follow the link of its check EasyCLA.',
            page: `${server}/${use.target}/pulls${account === undefined ? '' : `?q=author:${account}`}`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/job-settings.js


/** Settings of GitHub Actions that stop a job: what it may use, and whether its token may propose. */
function jobSettings({ project, settings }) {
    if (project.steps.length === 0)
        return [];
    return [...actionsFindings({ project, settings }), ...proposalFindings({ project, settings })];
}
function actionsFindings({ project, settings }) {
    const page = pages.actions(project);
    const actions = settings?.actions;
    if (actions === undefined)
        return [{ level: 'unseen', what: 'Which actions the repository may use.', page }];
    if (!actions.isEnabled)
        return [{ level: 'stops', what: 'GitHub Actions is switched off in this repository.', fix: 'Allow it.', page }];
    const owner = (uses) => uses.split('/', 1)[0]?.toLowerCase();
    const foreign = project.steps.find(({ uses }) => owner(uses) !== owner(project.repository));
    if (actions.allowed === 'local_only' && foreign !== undefined)
        return [
            {
                level: 'stops',
                what: `Only actions of ${owner(project.repository)} are allowed, and ${foreign.uses} is none.`,
                at: foreign.at,
                fix: `Allow ${foreign.uses.split('/', 2).join('/')}/*.`,
                page,
            },
        ];
    const unpinned = project.steps.find(({ uses }) => !/@[0-9a-f]{40}$/.test(uses));
    if (actions.needsFullCommits && unpinned !== undefined)
        return [
            {
                level: 'stops',
                what: `Actions have to be pinned to a full commit, and ${unpinned.uses} is not.`,
                at: unpinned.at,
                fix: 'Pin it to the commit of a release.',
                page,
            },
        ];
    return [];
}
/** Pull requests with the token of a job. */
function proposalFindings({ project, settings }) {
    const step = project.steps.find((one) => one.action === 'commit-changes' && one.token.kind === 'job' && inputOf(one, 'via') === 'pull-request');
    if (step === undefined)
        return [];
    const page = pages.actions(project);
    const may = settings?.jobToken?.mayPropose;
    if (may === undefined)
        return [{ level: 'unseen', what: 'Whether the token of a job may open pull requests.', at: step.at, page }];
    if (may)
        return [];
    return [
        {
            level: 'stops',
            what: `The token of job ${step.job.id} may not open pull requests in this repository.`,
            at: step.at,
            fix: 'Tick "Allow GitHub Actions to create and approve pull requests".',
            page,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/permissions.js




/** Steps whose token lacks a permission that the action declares. */
function permissionFindings({ project, settings }) {
    const findings = project.steps.flatMap((step) => {
        const needs = neededBy(step, project.contracts[step.action]?.permissions ?? {});
        const lacks = needs.filter((need) => isLacking(need, step, settings));
        if (lacks.length > 0)
            return [permissions_finding(step, lacks)];
        return isUnsaid(step) && needs.some(isWrite) && settings?.jobToken === undefined ? [unsaid(step, project)] : [];
    });
    if (findings.length > 0 || project.steps.length === 0)
        return findings;
    return [{ level: 'good', what: 'Every token has the permissions that the actions need.' }];
}
const isWrite = ({ permission }) => permission.endsWith(': write');
const isTo = (place) => (step) => new RegExp(`^\\s*${place}\\b`, 'm').test(inputOf(step, 'to') ?? '');
/** Permissions that an action needs only with some inputs. */
const onlyWhen = {
    'announce discussions: write': isTo('discussion'),
    'announce issues: write': isTo('issue'),
    'commit-changes contents: write': (step) => !isGiven(step, 'fork'),
    'commit-changes pull-requests: write': (step) => inputOf(step, 'via') === 'pull-request',
    'gh-release actions: write': (step) => isGiven(step, 'start'),
    'push-tag actions: write': (step) => isGiven(step, 'start'),
    'release-summary pull-requests: read': (step) => isGiven(step, 'pulls'),
};
function neededBy(step, permissions) {
    return Object.entries(permissions)
        .filter(([permission]) => onlyWhen[`${step.action} ${permission}`]?.(step) ?? true)
        .map(([permission, why]) => ({
        permission: onlyLooks(step) ? permission.replace(/write$/, 'read') : permission,
        why,
    }));
}
/** In a public repository everybody may read. If it is unknown whether it is public, only writing is looked at. */
function isLacking(need, step, settings) {
    const [name = '', wanted] = need.permission.split(': ');
    if (wanted === 'read' && (settings?.isPrivate !== true || name === 'metadata'))
        return false;
    const has = levelOf(name, step, settings);
    return has !== undefined && has !== 'write' && has !== wanted;
}
/** Undefined if it is unknown. */
function levelOf(name, step, settings) {
    const { token } = step;
    if (token.kind === 'app')
        return appLevel(name, token);
    if (token.kind !== 'job')
        return undefined;
    if (name === 'administration')
        return 'none';
    const said = saidBy(step);
    if (said !== undefined)
        return said.levels[name] ?? 'none';
    const defaults = settings?.jobToken;
    if (defaults === undefined)
        return undefined;
    if (defaults.mayWrite)
        return 'write';
    return ['contents', 'packages'].includes(name) ? 'read' : 'none';
}
const saidBy = ({ job, workflow }) => job.permissions ?? workflow.permissions;
const isUnsaid = (step) => step.token.kind === 'job' && saidBy(step) === undefined;
/** A token of an App has all permissions of the App, unless the step asks for some of them. */
function appLevel(name, { inputs }) {
    const asked = (0,workflow_value/* entriesOf */.Mc)(inputs).filter(({ key }) => key.startsWith('permission-'));
    if (asked.length === 0)
        return undefined;
    const found = asked.find(({ key }) => key === `permission-${name}`);
    return found === undefined ? 'none' : (0,workflow_value/* textOf */.b6)(found.value);
}
function permissions_finding(step, lacks) {
    const { token, job, action } = step;
    const names = lacks.map(({ permission }) => permission);
    const why = lacks.map((need) => `${need.permission} (${need.why})`);
    if (token.kind === 'app')
        return {
            level: 'stops',
            what: `The token of the App for ${action} in job ${job.id} lacks ${(0,domain_text/* listed */.KE)(why)}.`,
            at: token.at,
            fix: `Add to this step: ${names.map((name) => `permission-${name}`).join(', ')}. The App itself needs the permission too.`,
        };
    if (names.some((name) => name.startsWith('administration:')))
        return {
            level: 'stops',
            what: `${action} in job ${job.id} uses the token of the job, which never has ${(0,domain_text/* listed */.KE)(why)}.`,
            at: step.at,
            fix: 'Pass the token of a GitHub App as the input token, such as of actions/create-github-app-token.',
        };
    return {
        level: 'stops',
        what: `The token of job ${job.id} lacks ${(0,domain_text/* listed */.KE)(why)}, for ${action}.`,
        at: step.at,
        fix: `Add to the job: permissions: { ${names.join(', ')} }`,
    };
}
/** The repository decides, and it cannot be seen. */
function unsaid(step, project) {
    return {
        level: 'unseen',
        what: `Job ${step.job.id} states no permissions, so that a setting of the repository decides whether ${step.action} may write.`,
        at: step.at,
        fix: 'State the permissions of the job in the workflow.',
        page: pages.actions(project),
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/releases.js



/** Whether published releases can be changed, and workflows that wait for an event of a draft. */
function releaseFindings({ project, settings }) {
    const releases = project.steps.filter(({ action }) => action === 'gh-release');
    if (releases.length === 0)
        return [];
    return [...waitingForDrafts(project), ...immutability({ project, settings })];
}
/** A release with files begins as a draft, for which GitHub sends no `created`. */
function waitingForDrafts({ workflows, steps }) {
    const drafted = steps.find((step) => step.action === 'gh-release' && (isGiven(step, 'files') || isGiven(step, 'draft')));
    if (drafted === undefined)
        return [];
    return workflows.flatMap(({ triggers }) => triggers.flatMap(({ event, filters, at }) => {
        const types = (0,workflow_value/* textsOf */.CB)((0,workflow_value/* valueAt */.fK)(filters, 'types'));
        if (event !== 'release' || !types.includes('created') || types.includes('published'))
            return [];
        return [
            {
                level: 'stops',
                what: 'It waits for release: created, which GitHub does not send for drafts, and a release with files begins as a draft.',
                at: (0,workflow_value/* valueAt */.fK)(filters, 'types')?.at ?? at,
                fix: 'Use release: published.',
            },
        ];
    }));
}
function immutability({ project, settings }) {
    const page = pages.releases(project);
    const isOn = settings?.hasImmutableReleases;
    if (isOn === undefined)
        return [{ level: 'unseen', what: 'Whether releases are immutable.', page }];
    return isOn
        ? [
            {
                level: 'good',
                what: 'Releases are immutable: nobody can change the files of a published release or move its tag.',
            },
        ]
        : [
            {
                level: 'advice',
                what: 'Releases are not immutable, so that the files of a published release can be replaced.',
                fix: 'Enable release immutability, in the section Releases.',
                page,
            },
        ];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/silent-starts.js






/** Steps that make something with the token of the job, although another workflow waits for it: GitHub starts none then. */
function silentStarts({ project }) {
    const { steps, workflows, contracts } = project;
    return steps.flatMap((step) => {
        const isSilent = step.token.kind === 'job' && contracts[step.action]?.starts === true && !onlyLooks(step);
        const made = isSilent && !isGiven(step, 'start') ? madeBy(step, project) : undefined;
        if (made === undefined)
            return [];
        const waiting = workflows
            .filter((workflow) => !leadsTo(step.workflow, workflow, workflows))
            .flatMap((workflow) => workflow.triggers.filter(made.starts).map((trigger) => nameOf(workflow, trigger)));
        return waiting.length === 0 ? [] : [silent_starts_finding(step, made, waiting)];
    });
}
/** Whether a workflow is another one, or calls it. What it makes itself, it does not wait for. */
const leadsTo = (to, from, all, depth = 0) => from.path === to.path ||
    (depth < workflow_workflow/* deepestCall */.Bk &&
        all.some((one) => from.jobs.some((job) => calls(job, one)) && leadsTo(to, one, all, depth + 1)));
const nameOf = ({ path }, { at }) => `${path}:${at.line ?? 1}`;
function madeBy(step, { goModules, defaultBranch }) {
    if (step.action === 'push-tag' || step.action === 'go-module-tags')
        return { what: 'a tag', starts: isStartedByTags(step, goModules), isNeeded: true };
    if (step.action === 'gh-release')
        return inputOf(step, 'draft') === 'true'
            ? undefined
            : { what: 'a release', starts: ({ event }) => event === 'release', isNeeded: true };
    if (inputOf(step, 'via') === 'pull-request')
        return { what: 'a pull request', starts: ({ event }) => event === 'pull_request', isNeeded: false };
    return { what: 'a commit', starts: isStartedBy(inputOf(step, 'base') ?? defaultBranch), isNeeded: false };
}
const hasFilter = ({ filters }, key) => (0,workflow_value/* valueAt */.fK)(filters, key) !== undefined || (0,workflow_value/* valueAt */.fK)(filters, `${key}-ignore`) !== undefined;
/** The tag of a module has the folder of the module in front. Other tags can have any name. */
const isStartedByTags = ({ action }, goModules) => (trigger) => {
    if (trigger.event !== 'push' || !hasFilter(trigger, 'tags'))
        return false;
    if (action !== 'go-module-tags')
        return true;
    const tags = goModules.map((folder) => (folder === '.' ? 'v1.2.3' : `${folder}/v1.2.3`));
    return tags.some((tag) => (0,ref_filter/* pushedRef */.L5)(trigger.filters, `refs/tags/${tag}`, trigger.at).runs);
};
const isStartedBy = (branch) => ({ event, filters, at }) => event === 'push' && (0,ref_filter/* pushedRef */.L5)(filters, `refs/heads/${branch}`, at).runs;
function silent_starts_finding(step, { what, isNeeded }, waiting) {
    const unset = step.token.kind === 'job' ? (step.token.unset ?? []) : [];
    const pass = unset.length === 0
        ? 'Pass the token of a GitHub App as the input token'
        : `Set ${(0,domain_text/* listed */.KE)(unset.map((name) => `vars.${name}`))}, so that the step has the token of the App`;
    const start = step.action === 'push-tag' || step.action === 'gh-release' ? ', or let the step start it with the input start' : '';
    return {
        level: isNeeded ? 'stops' : 'risk',
        what: `${step.action} makes ${what} with the token of job ${step.job.id}, which starts no workflow. ${(0,domain_text/* listed */.KE)(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it.`,
        at: step.at,
        fix: `${pass}${start}.`,
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/tag-filters.js



/** Filters that match none of the tags of the project, and newest tags of a stream that start nothing. */
function tagFilters({ project }) {
    const { workflows, tags } = project;
    const patterns = workflows.flatMap(tagPatterns);
    if (patterns.length === 0 || tags.length === 0)
        return [];
    const unmatched = patterns
        .filter(({ pattern }) => !tags.some((tag) => (0,filter_pattern/* matchesPattern */.MT)(tag, pattern)))
        .map(({ pattern, at }) => ({
        level: 'risk',
        what: `The filter '${pattern}' matches none of the ${tags.length} tags of the project, such as ${tags[0]}.`,
        at,
        fix: 'Write the pattern of the tags that the project makes.',
    }));
    return [...unmatched, ...newestOfStreams(project).flatMap((tag) => startsNothing(tag, project))];
}
/** The newest tag with each beginning, such as `v` and `chart/v`. Tags of Go modules start nothing anywhere. */
function newestOfStreams({ tags, goModules }) {
    const newest = new Map();
    for (const tag of tags) {
        const beginning = /^\D*/.exec(tag)?.[0] ?? '';
        const isOfModule = goModules.some((folder) => folder !== '.' && tag.startsWith(`${folder}/`));
        if (!isOfModule && beginning !== tag && !newest.has(beginning))
            newest.set(beginning, tag);
    }
    return [...newest.values()];
}
function startsNothing(tag, { workflows }) {
    const verdicts = workflows.flatMap(({ triggers }) => {
        const push = triggers.find(({ event }) => event === 'push');
        return push === undefined ? [] : [(0,ref_filter/* pushedRef */.L5)(push.filters, `refs/tags/${tag}`, push.at)];
    });
    // Only where a filter looks like a mistake: not every stream of tags has to start something.
    const near = verdicts.some(({ runs }) => runs) ? undefined : verdicts.find(({ fix }) => fix?.includes('slash'));
    if (near === undefined)
        return [];
    return [
        {
            level: 'risk',
            what: `The tag ${tag} starts no workflow: ${near.because.replace(/^tag \S+ /, 'it ')}.`,
            at: near.at,
            fix: near.fix,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/diagnosis.js















const rules = [
    scope,
    permissionFindings,
    calledWorkflows,
    secretFindings,
    tokenFindings,
    environmentFindings,
    tagFilters,
    silentStarts,
    protectedTags,
    branchFindings,
    releaseFindings,
    jobSettings,
    forkFindings,
    approverFindings,
];
const order = ['stops', 'risk', 'unseen', 'advice', 'good'];
/** Everything that can be said of a release before it begins, the worst first. */
function diagnosis(seen) {
    const facts = withTokens(seen);
    const all = rules.flatMap((rule) => rule(facts));
    return order.flatMap((level) => all.filter((one) => one.level === level));
}
/** What was not looked at. */
function scope({ project, settings }) {
    const token = {
        level: 'unseen',
        what: 'There is no token in GH_TOKEN or GITHUB_TOKEN, so that only the workflows were looked at.',
        fix: 'Write GH_TOKEN=$(gh auth token) release-actions doctor.',
    };
    const steps = {
        level: 'risk',
        what: 'No job has a step of release-actions, so that little was looked at.',
        fix: 'Check out the commit that has the workflows of the release, or write them with release-actions init.',
    };
    return [
        ...(settings === undefined ? [token] : []),
        ...(project.steps.length === 0 && !project.unread.some(({ isOfRelease }) => isOfRelease) ? [steps] : []),
        ...unreadFindings(project),
        ...callFindings(project),
    ];
}
/** Workflows that GitHub does not accept. The others of the commit run nevertheless. */
const unreadFindings = ({ unread }) => unread.flatMap(({ refusal, isOfRelease }) => (0,error/* problemsIn */._n)(refusal).map(({ message, at, fix }) => ({
    level: isOfRelease ? 'stops' : 'risk',
    what: message,
    at,
    fix,
})));
/** Calls of workflows that cannot be called, and of those of others, whose texts are not here. */
function callFindings({ workflows, unread }) {
    const readable = new Set(workflows.map(({ path }) => path));
    const all = workflows.flatMap(({ jobs }) => jobs.map(({ id, uses }) => ({ id, uses })));
    return all.flatMap(({ id, uses }) => {
        if (uses === undefined)
            return [];
        const { name, at } = uses;
        const path = (0,step/* pathInRepository */.z)(name);
        if (readable.has(path ?? name))
            return [];
        if (path === undefined)
            return [{ level: 'unseen', what: `What ${name} needs, which job ${id} calls.`, at }];
        const isThere = unread.some((one) => one.path === path);
        return [
            {
                level: 'stops',
                what: `Job ${id} calls ${name}, which ${isThere ? 'GitHub does not accept' : 'the commit does not have'}.`,
                at,
                fix: isThere ? 'Mend it first.' : 'Commit it, or correct its name.',
            },
        ];
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/project.js






/** What a commit of the checkout shows. */
async function readProject(checkout, commit, { contracts, server, releaseTree }) {
    const [repository, defaultBranch, files, tree, tags] = await Promise.all([
        checkout.name(),
        checkout.defaultBranch(),
        checkout.workflows(commit),
        checkout.tree(commit),
        checkout.tags(),
    ]);
    const { read, unread } = readWorkflows(files);
    const paths = tree.map(({ path }) => path);
    const [actions, owners] = [paths.filter(isAction), paths.filter(isOwners)];
    const texts = await checkout.texts(tree.filter(({ path }) => isAction(path) || isOwners(path)));
    const textOf = (path) => texts.get(path) ?? '';
    const workflows = withCalled(read, {
        released: await releasedIn(releaseTree),
        actions: new Map(actions.map((path) => [path.replace(/\/?action\.ya?ml$/, ''), { path, text: textOf(path) }])),
    });
    return {
        repository,
        server,
        defaultBranch,
        workflows,
        unread,
        steps: workflows.flatMap((workflow) => releaseSteps(workflow, Object.keys(contracts))),
        contracts,
        tags,
        goModules: paths
            .filter((path) => /(?:^|\/)go\.mod$/.test(path))
            .map((path) => path.replace(/\/?go\.mod$/, '') || '.'),
        owners: new Map(owners.map((path) => [path, textOf(path)])),
    };
}
/** Workflows, and why GitHub does not accept others. */
function readWorkflows(files) {
    const [read, unread] = [[], []];
    for (const file of files) {
        const workflow = (0,error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S6)(file));
        if (workflow instanceof error/* ReleaseError */.K2)
            unread.push({ path: file.path, refusal: workflow, isOfRelease: (0,workflow_workflow/* namesReleaseActions */.pn)(file.text) });
        else
            read.push(workflow);
    }
    return { read, unread };
}
const isAction = (path) => /(?:^|\/)action\.ya?ml$/.test(path);
const isOwners = (path) => /(?:^|\/)OWNERS(?:_ALIASES)?$/.test(path);
async function releasedIn(releaseTree) {
    const folder = (0,external_node_path_.join)(releaseTree, '.github/workflows');
    const names = await (0,promises_.readdir)(folder);
    return new Map(await Promise.all(names.map(async (name) => [name, await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8')])));
}

// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(14773);
;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/report.js

const headings = {
    stops: 'These would stop the release',
    risk: 'These could go wrong',
    unseen: 'These could not be seen',
    advice: 'These would be better',
    good: 'These are as they should be',
};
/** A group for each level, a line for each finding, and below it the fix and the page. */
function report({ repository, commit, findings }) {
    const groups = Object.entries(headings).flatMap(([level, heading]) => {
        const own = findings.filter((one) => one.level === level);
        return own.length === 0 ? [] : ['', `${heading}:`, ...own.flatMap(linesOf)];
    });
    const count = (level) => findings.filter((one) => one.level === level).length;
    const verdict = count('stops') > 0
        ? `The release would stop: ${counted(count('stops'), 'finding')}, and ${counted(count('risk'), 'risk')}.`
        : `Nothing that was seen would stop a release. ${counted(count('risk'), 'risk')}, ${count('unseen')} not seen.`;
    return [`${repository} at ${commit.slice(0, 12)}`, ...groups, '', verdict].join('\n');
}
const counted = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;
const linesOf = ({ what, at, fix, page }) => [
    `  ${(0,place/* placed */.GS)(what, at)}`,
    ...[fix, page].flatMap((line) => (line === undefined ? [] : [`    ${line}`])),
];
/** For other programs. */
function json({ repository, commit, findings }) {
    const rows = findings.map(({ level, what, at, fix, page }) => ({
        level,
        what,
        file: at?.file,
        line: at?.line,
        fix,
        page,
    }));
    return JSON.stringify({ repository, commit, findings: rows }, undefined, 2);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/settings.js

/** Asks GitHub for everything that the rules want to know. What the token may not see stays undefined. */
async function readSettings(project, github) {
    const { repository, defaultBranch } = project;
    const { settings } = github;
    const [reached, login, secrets, variables, names, tagRulesets, branchRules, actions, jobToken] = await Promise.all([
        github.repositories.reach(repository),
        settings.login(),
        settings.secrets(repository),
        settings.variables(repository),
        settings.environments(repository),
        settings.tagRulesets(repository),
        settings.branchRules(repository, defaultBranch),
        settings.actions(repository),
        settings.jobToken(repository),
    ]);
    const environments = names && (await Promise.all(names.map((one) => environment(repository, one, github))));
    const known = { variables, environments, login };
    const forks = await Promise.all([
        ...new Map(forkUses(project, known).flatMap(({ fork, target }) => (fork === undefined ? [] : [[fork, target]]))),
    ].map(([fork, target]) => lookAtFork(fork, target, github)));
    return {
        isPrivate: reached.isPrivate,
        scopes: reached.scopes,
        secrets,
        ...known,
        tagRulesets,
        branchRules,
        actions,
        jobToken,
        hasImmutableReleases: await settings.hasImmutableReleases(repository),
        forks,
    };
}
async function environment(repository, { policy, ...listed }, { settings }) {
    const [secrets, variables, policies] = await Promise.all([
        settings.environmentSecrets(repository, listed.name),
        settings.environmentVariables(repository, listed.name),
        policy === 'custom' ? settings.policies(repository, listed.name) : undefined,
    ]);
    return { ...listed, secrets, variables, admits: policy === 'custom' ? policies : policy };
}
async function lookAtFork(name, target, { settings }) {
    const found = await settings.fork(name);
    if (found === undefined)
        return { name, found };
    const upstream = target ?? found.parent;
    const behind = upstream === undefined ? undefined : await settings.behind(name, upstream);
    return { name, found: { parent: found.parent, behind } };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/doctor/doctor.js






/** Reads the command line. What it returns does the work, and returns the exit code. */
function command(args) {
    const asked = (0,doctor_arguments.readArguments)(args);
    return (terminal) => examine(asked, terminal);
}
async function examine({ isJson }, { folder, env, releaseTree, print, note, ...terminal }) {
    const { server, world } = terminal.gitHub();
    await using _ = world;
    const checkout = await rehearsal_checkout/* Checkout */.R.open(folder, env, note);
    const commit = await checkout.head();
    const project = await readProject(checkout, commit, { contracts: await terminal.contracts(), server, releaseTree });
    if (world !== undefined)
        await checkout.nameOnGitHub(); // before GitHub is asked about it
    const settings = world === undefined ? undefined : await readSettings(project, await world.github());
    const findings = diagnosis({ project, settings });
    const examined = { repository: project.repository, commit, findings };
    print(`${isJson ? json(examined) : report(examined)}\n`);
    return findings.some(({ level }) => level === 'stops') ? 1 : 0;
}


/***/ })

};
