export const id = "init-arguments";
export const ids = ["init-arguments"];
export const modules = {

/***/ 80194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ readCommand),
/* harmony export */   ZL: () => (/* binding */ helpOf),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   vL: () => (/* binding */ describeCommand)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45426);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49591);




/** A description whose options keep their types. */
const describeCommand = (line) => line;
const helpSwitch = { help: { type: 'boolean', short: 'h' } };
/** Reads the words of a command, and refuses everything wrong at once. */
function readCommand({ name, takes, options }, args) {
    const entries = Object.entries(options);
    const typed = entries.map(([one, { value }]) => [
        one,
        value === undefined ? { type: 'boolean' } : { type: 'string', value: value.replace(/\[.*\]/, '') },
    ]);
    const words = [];
    const other = (word) => {
        words.push(word);
        return takes === undefined ? new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${name} takes no ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(word)}.`) : undefined;
    };
    const { texts, refusals } = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .readWords */ .u)(args, { ...Object.fromEntries(typed), ...helpSwitch }, { other });
    (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('The command line is wrong.', (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .m)(refusals, name));
    if (takes !== undefined && words.length !== 1)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${name} takes ${takes.one}, not ${words.length}.`, { fix: takes.fix });
    const values = entries.map(([one, option]) => [one, valueOf(option, texts.get(one))]);
    return { word: words[0] ?? '', values: Object.fromEntries(values) };
}
const valueOf = ({ value, isRepeated }, given) => {
    if (value === undefined)
        return given !== undefined;
    return isRepeated === true ? given : given?.at(-1);
};
/** The names and values of an option such as `--input NAME=VALUE`. */
const pairsOf = (option, texts, example) => (texts ?? []).map((text) => {
    const [, name, value] = /^([^=\s]+)=([^]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${option} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} has no name and value.`, {
            fix: `Write ${option} ${example}.`,
        });
    return [name, value];
});
/** Every option with its value as help shows it, and its meaning. */
const optionRows = ({ options }) => [
    ...Object.entries(options).map(([name, { value, meaning }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, meaning]),
    ['--help, -h', 'Print this help.'],
];
/** What `--help` prints. */
function helpOf(line) {
    const { name, about, takes, options, after, examples } = line;
    const isShort = takes === undefined && Object.keys(options).length < 3;
    const given = isShort ? Object.keys(options).map((option) => `[--${option}]`) : ['[options]'];
    const usage = ['release-actions', name, ...(takes === undefined ? [] : [takes.shown]), ...given];
    return [
        ...about.map((text) => (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(text)),
        `Usage: ${usage.join(' ')}`,
        (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .t)(optionRows(line)),
        ...after.map((text) => (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(text)),
        `Examples\n${examples.map((example) => `  ${example}`).join('\n')}\n`,
    ].join('\n\n');
}


/***/ }),

/***/ 45426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped),
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
const width = 100;
/** Each name on its own line, its meaning below, so that the layout does not depend on the longest name. */
const table = (rows) => rows.map(([left, right]) => `  ${left}\n${wrapped(right, 4)}`).join('\n');
/** A text in lines that fit a terminal. */
function wrapped(text, margin = 0) {
    const lines = [''];
    for (const word of text.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && margin + last.length + 1 + word.length > width)
            lines.push(word);
        else
            lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines.map((line) => ' '.repeat(margin) + line).join('\n');
}


/***/ }),

/***/ 49591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withHint),
/* harmony export */   u: () => (/* binding */ readWords)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2680);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);




// Why: docs/decisions.md D88
/** Reads the words of a command line. Nothing is thrown, so that everything wrong can be refused at once. */
function readWords(args, options, { unknown, other }) {
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options, strict: false, tokens: true });
    const texts = new Map();
    const refusals = [];
    let unknownAt = -2; // a word behind an unknown option is its value, perhaps a secret
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            const refused = token.index === unknownAt + 1 ? undefined : other(token.value);
            if (refused !== undefined)
                refusals.push(refused);
            continue;
        }
        const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
        if (option === undefined)
            unknownAt = token.index;
        const refused = option === undefined
            ? (unknown?.(token.rawName, token.name) ?? unknownOption(token.rawName, token.name, options))
            : wrongValue(token, option);
        if (refused !== undefined)
            refusals.push(refused);
        else
            texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
    }
    return { texts, refusals };
}
function unknownOption(raw, name, options) {
    const known = Object.keys(options).map((option) => `--${option}`);
    const spelt = name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`There is no option ${raw}.`, { fix: (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(`--${spelt}`, known) });
}
/** Where all options are listed is said once, at the end. */
const withHint = (refusals, command) => refusals.map((one, index) => {
    const isLast = index === refusals.length - 1;
    const hint = `release-actions help ${command} lists all options.`;
    return isLast ? new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(one.message, { fix: one.fix === undefined ? hint : `${one.fix}\n${hint}` }) : one;
});
function wrongValue({ rawName, value, inlineValue }, option) {
    if (option.type === 'boolean')
        return value === undefined ? undefined : new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${rawName} takes no value, but has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)}.`);
    if (value === undefined)
        return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${rawName} has no value.`, { fix: `Write ${rawName} ${option.value ?? 'VALUE'}.` });
    if (inlineValue === true || !/^-./.test(value))
        return undefined;
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${rawName} has no value: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value)} is the next option.`, {
        fix: `To give this value, write ${rawName}=${value}`,
    });
}


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** What somebody could have meant: the most similar known names, or the first of all. */
function suggestion(given, known) {
    const meant = didYouMean(given, known);
    if (meant !== undefined || known.length === 0)
        return meant;
    return `It has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(known.slice(0, 12))}${known.length > 12 ? ' …' : ''}.`;
}
/** The question for the most similar known names. Undefined if none is similar. */
function didYouMean(given, known) {
    const near = nearest(given, known);
    return near.length === 0 ? undefined : `Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(near, 'or')}?`;
}
// Both are keys of a Chart.yaml, so that one is never a slip for the other.
const different = 'appVersion apiVersion';
function nearest(given, known) {
    return [...new Set(known)]
        .filter((name) => `${given} ${name}` !== different)
        .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
        .filter(({ name, far }) => far <= Math.max(2, Math.min(given.length, name.length) / 3))
        .toSorted((one, other) => one.far - other.far)
        .slice(0, 3)
        .map(({ name }) => name);
}
/** How many characters have to be typed, deleted or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > 20)
        return Infinity;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let index = 0; index < one.length; index++) {
        const next = [index + 1];
        for (let at = 0; at < other.length; at++) {
            const replaced = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
            next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 86197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine),
/* harmony export */   readArguments: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);

const commandLine = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCommand */ .vL)({
    name: 'init',
    summary: 'Workflows that release this repository, with every file that has its version. Writes them with --apply.',
    about: [
        'Write the workflows that release this repository: guard.yml, release.yml and promote.yml, which call reusable workflows.',
        'Looks at the files of the checkout, also at those that are not committed: Python projects, Helm charts, Dockerfiles, Go modules, image lists, and every file that has the version now. Shows what it would write as a diff, what it decided, what it did not understand, and what a person has to do. A workflow that a person wrote or edited is left alone.',
    ],
    options: {
        apply: {
            meaning: 'Rehearse the workflows with the next release, and write them if that succeeds. Code of the project is built for it.',
        },
        'no-rehearsal': { meaning: 'Write the workflows without a rehearsal.' },
    },
    after: [
        'The exit code is 0 for success, 1 if nothing was found to release or the rehearsal failed, and 2 for a wrong command line.',
    ],
    examples: ['release-actions init', 'release-actions init --apply'],
});
function readArguments(args) {
    const { values } = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommand */ .UK)(commandLine, args);
    const isRehearsed = !values['no-rehearsal'];
    return { isApplied: values.apply || !isRehearsed, isRehearsed };
}


/***/ })

};
