export const id = "template";
export const ids = ["template"];
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

/***/ 89450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseIssueTemplate: () => (/* binding */ parseIssueTemplate)
});

// EXTERNAL MODULE: ./build/src/domain/edits/yaml-value.js
var yaml_value = __webpack_require__(65221);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/issue-templates/form.js


/** The text that GitHub makes of a form in which nobody has changed anything. Its explanations (markdown) are left out, as there. */
function formBody(source, body) {
    if (!Array.isArray(body))
        throw unusable(source, 'a form needs a list with the name body');
    const parts = body.flatMap((element, index) => {
        const { type, attributes } = element ?? {};
        if (type === 'markdown')
            return [];
        const fields = (typeof attributes === 'object' && attributes !== null ? attributes : {});
        const answer = answers[String(type)];
        const { label } = fields;
        if (answer === undefined)
            throw unusable(source, `element ${index + 1} has the type ${(0,domain_text/* quoted */.TL)(String(type))}, not ${(0,domain_text/* listed */.KE)(Object.keys(answers), 'or')}`);
        if (typeof label !== 'string')
            throw unusable(source, `element ${index + 1} has no label`);
        return [`### ${label}\n\n${answer(fields)}`];
    });
    return `${parts.join('\n\n')}\n`;
}
const noAnswer = '_No response_';
const answers = {
    input: ({ value }) => textOr(value),
    textarea: ({ value, render }) => typeof render === 'string' && textOr(value) !== noAnswer
        ? `\`\`\`${render}\n${textOr(value)}\n\`\`\``
        : textOr(value),
    dropdown: ({ options, default: index }) => textOr(typeof index === 'number' ? itemsOf(options)[index] : undefined),
    checkboxes: ({ options }) => itemsOf(options)
        .map((option) => `- [ ] ${textOr(option?.label)}`)
        .join('\n'),
};
const itemsOf = (options) => (Array.isArray(options) ? options : []);
const textOr = (value) => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trimEnd() : '';
    return text === '' ? noAnswer : text;
};
const unusable = (source, why) => new error/* ReleaseError */.K2(`${source.file} cannot be used: ${why}.`, {
    fix: 'Use a template in Markdown, or write the text into a file and set body-path.',
    at: { file: source.file },
});

;// CONCATENATED MODULE: ./build/src/domain/issue-templates/template.js



/** Reads a template of .github/ISSUE_TEMPLATE: Markdown with front matter, or a form. GitHub's API knows neither of them. */
function parseIssueTemplate(source) {
    if (/\.ya?ml$/i.test(source.file)) {
        const fields = fieldsOf(source, (0,yaml_value/* parseYamlValue */.o)(source));
        return { ...headOf(source, fields), body: formBody(source, fields['body']) };
    }
    const [whole = '', yaml] = /^\uFEFF?---[ \t]*\r?\n([^]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source.text) ?? [];
    if (yaml === undefined)
        return { title: undefined, labels: [], assignees: [], body: source.text };
    const opening = whole.indexOf(yaml, whole.indexOf('\n')); // keeps the numbers of lines
    const text = whole.slice(0, opening).replaceAll(/[^\n]/g, '') + yaml;
    const body = source.text.slice(whole.length).replace(/^(?:[ \t]*\r?\n)+/, '');
    return { ...headOf(source, fieldsOf(source, (0,yaml_value/* parseYamlValue */.o)({ file: source.file, text }))), body };
}
const headOf = (source, fields) => ({
    title: textOf(source, fields, 'title'),
    labels: namesOf(source, fields, 'labels'),
    assignees: namesOf(source, fields, 'assignees'),
});
function fieldsOf(source, value) {
    if (value === null || value === undefined)
        return {};
    if (typeof value === 'object' && !Array.isArray(value))
        return value;
    throw new error/* ReleaseError */.K2(`${source.file} cannot be used: its head is not a mapping.`, {
        fix: 'Write fields such as title: and labels:',
        at: { file: source.file },
    });
}
function textOf(source, fields, key) {
    const value = fields[key] ?? undefined;
    if (value === undefined || typeof value === 'string')
        return value === '' ? undefined : value;
    throw wrong(source, key, 'a text');
}
/** A list, or names with commas between them. */
function namesOf(source, fields, key) {
    const value = fields[key] ?? undefined;
    if (value === undefined)
        return [];
    const names = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
    return names.flatMap((name) => {
        if (typeof name !== 'string')
            throw wrong(source, key, 'a list of names');
        return name.trim() === '' ? [] : [name.trim()];
    });
}
const wrong = (source, key, what) => new error/* ReleaseError */.K2(`${source.file} cannot be used: ${key} is not ${what}.`, {
    fix: 'The form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms',
    at: { file: source.file },
});


/***/ })

};
