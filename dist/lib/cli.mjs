export const id = "cli";
export const ids = ["cli"];
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

/***/ 92382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/domain/command-lines/command-line.js
var command_line = __webpack_require__(80194);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/credentials.js
var world_credentials = __webpack_require__(19992);
// EXTERNAL MODULE: ./build/src/world/environment.js
var environment = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/src/world/ledger.js
var ledger = __webpack_require__(61245);
// EXTERNAL MODULE: ./build/src/world/world.js + 3 modules
var world_world = __webpack_require__(61259);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/domain/command-lines/words.js
var command_lines_words = __webpack_require__(49591);
// EXTERNAL MODULE: ./build/src/runtime/contract.js
var contract = __webpack_require__(95322);
// EXTERNAL MODULE: ./build/src/runtime/help.js
var help = __webpack_require__(75291);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
;// CONCATENATED MODULE: ./build/src/runtime/arguments.js







/** Reads `--input value`, `--flag` and the switches of the command line. Everything wrong is refused at once. */
function readArguments({ name: command, action }, args, secrets) {
    const inputs = Object.entries((0,contract/* allInputs */.j3)(action)).map(([key, codec]) => [(0,input/* kebab */.i9)(key), codec]);
    const switches = (0,help/* switchesOf */.IT)(action).map(([name]) => name);
    const options = {
        ...Object.fromEntries(inputs.map((one) => [(0,help/* optionOf */.XD)(one), { type: 'string', multiple: true }])),
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }])),
        help: { type: 'boolean', short: 'h' },
    };
    const words = args.flatMap((word, index) => (isBareFlag(word, args[index + 1], inputs) ? [`${word}=true`] : [word]));
    const { texts, refusals } = (0,command_lines_words/* readWords */.u)(words, options, {
        unknown: (raw, known) => unknownOption(raw, known, inputs),
        other: (word) => lostWord(word, inputs),
    });
    (0,domain_error/* refuseIfAny */.Yb)('The command line is wrong.', (0,command_lines_words/* withHint */.m)(refusals, command));
    return {
        given: withMode(inputsOf(inputs, texts, secrets), texts.has('apply')),
        isHelp: texts.has('help'),
        isJson: texts.has('json'),
    };
}
/** What is to be said of an option that is not known, if it is a special one. */
function unknownOption(raw, name, inputs) {
    const message = `There is no option ${raw}.`;
    if (inputs.some(([secret, codec]) => secret === name && codec.isSecret === true)) {
        const variables = (0,domain_text/* listed */.KE)((0,help/* variablesOf */.ht)(name), 'or');
        return new domain_error/* ReleaseError */.K2(`${message} Other users of the machine could read the secret.`, {
            fix: `Give a file with ${raw}-file, or set ${variables}.`,
        });
    }
    if (name !== 'apply' && name !== 'mode')
        return undefined;
    return new domain_error/* ReleaseError */.K2(message, { fix: 'Leave it out: this action has no modes.' });
}
/** A word without an option before it. It is probably the value of the first input. */
function lostWord(word, [first]) {
    return new domain_error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(word)} belongs to no option.`, {
        fix: first === undefined ? undefined : `Did you mean --${(0,help/* optionOf */.XD)(first)} ${word}?`,
    });
}
function inputsOf(inputs, texts, secrets) {
    const given = new Map();
    for (const one of inputs) {
        const [name, codec] = one;
        const all = texts.get((0,help/* optionOf */.XD)(one));
        const value = codec.isSecret === true ? secretOf(name, all?.at(-1), secrets) : all?.join('\n');
        if (value !== undefined)
            given.set(name, value);
    }
    return given;
}
function withMode(given, isApplied) {
    const mode = given.get('mode');
    if (mode === undefined)
        return given.set('mode', isApplied ? 'apply' : 'dry-run');
    if (!isApplied || mode === 'apply')
        return given;
    throw new domain_error/* ReleaseError */.K2(`--apply and --mode ${mode} contradict each other.`, { fix: 'Give only one of them.' });
}
/** `--draft` without a value means `--draft=true`. */
function isBareFlag(word, next, inputs) {
    const codec = inputs.find(([name]) => word === `--${name}`)?.[1];
    return codec?.isFlag === true && next !== 'true' && next !== 'false';
}
/** A secret is never an argument: other users of the machine can read command lines. */
function secretOf(name, file, secrets) {
    const variables = (0,help/* variablesOf */.ht)(name);
    if (file === undefined)
        return variables.map((one) => secrets[one]).find((value) => value !== undefined && value !== '');
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (cause) {
        const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
        const what = isMissing ? `There is no file ${(0,domain_text/* quoted */.TL)(file)}` : `The file ${(0,domain_text/* quoted */.TL)(file)} cannot be read`;
        throw new domain_error/* ReleaseError */.K2(`${what}, for --${name}-file.`, {
            fix: `Give the path of a file with the secret, or set ${(0,domain_text/* listed */.KE)(variables, 'or')}.`,
            cause: isMissing ? undefined : cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/runtime/completion-line.js




const shells = ['bash', 'zsh', 'fish'];
const fix = 'Write release-actions completion bash, and zsh or fish in the place of bash for these shells.';
const completionLine = (0,command_line/* describeCommand */.vL)({
    name: 'completion',
    summary: 'Code that lets bash, zsh or fish complete actions, commands and options.',
    about: [
        'Code that lets a shell complete actions, commands, their options, and the values of some options. It also completes the tags of the repository where a command takes one.',
        'The shell is bash, zsh or fish.',
    ],
    takes: { shown: '<shell>', one: 'one shell', fix, known: shells },
    options: {},
    after: [],
    examples: ['source <(release-actions completion bash)', 'release-actions completion fish | source'],
});
/** The shell that is named on the command line. */
function shellOf([name, ...more]) {
    if (name === undefined)
        throw new domain_error/* ReleaseError */.K2('Which shell?', { fix });
    const shell = shells.find((one) => one === name);
    if (shell === undefined)
        throw new domain_error/* ReleaseError */.K2(`There is no completion for ${(0,domain_text/* quoted */.TL)(name)}.`, { fix: (0,suggestion/* didYouMean */.a)(name, shells) ?? fix });
    if (more.length > 0)
        throw new domain_error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(more.join(' '))} follows the name of the shell.`, { fix });
    return shell;
}

// EXTERNAL MODULE: ./build/src/runtime/report.js
var report = __webpack_require__(99306);
// EXTERNAL MODULE: ./build/src/runtime/run.js + 4 modules
var run = __webpack_require__(20661);
// EXTERNAL MODULE: ./build/src/runtime/surroundings.js
var surroundings = __webpack_require__(68371);
// EXTERNAL MODULE: ./build/src/runtime/take-secrets.js
var take_secrets = __webpack_require__(72343);
;// CONCATENATED MODULE: ./build/src/runtime/workplace.js




/** The folder and the repository that a run looks at, for a person who may be in another folder than they think. */
async function workplaceOf(surroundings, remote = 'origin') {
    const { env, workspace } = surroundings;
    const credentials = world_credentials/* Credentials */.J.forGitHub(env, undefined);
    await using world = new world_world/* World */.H({ ...surroundings, credentials, isJobToken: undefined, ledger: new ledger/* Ledger */.O() });
    const address = await world.git.remotes.address({ remote, direction: 'push' }).catch((error) => {
        if (error instanceof domain_error/* ReleaseError */.K2)
            return undefined; // the run says what is wrong, if it needs the remote
        throw error;
    });
    if (address === undefined)
        return `Looking at ${workspace} (no repository with the remote ${remote})`;
    const name = address === remote ? '' : ` ${remote}`;
    return `Looking at ${workspace} (remote${name}: ${address.replace(/^(https?:\/\/)[^/]*@/, '$1')})`;
}

;// CONCATENATED MODULE: ./build/src/runtime/cli.js

















/**
 * `release-actions <action> --input value`: makes changes only with --apply. Prints outputs to stdout, the rest to stderr.
 * The version is that of the package.
 */
async function cli(offered, [word, ...args]) {
    const { actions, commands, version } = offered;
    if (word === '--version')
        return void process.stdout.write(`release-actions ${version}\n`);
    const isHelp = word === 'help' || word === '--help' || word === '-h';
    const name = isHelp ? args[0] : word;
    if (name === undefined || name.startsWith('-'))
        return showUsage(offered, isHelp);
    const asksForHelp = isHelp || args.some((one) => one === '--help' || one === '-h');
    if (name === completionLine.name)
        return asksForHelp ? showHelp(completionLine) : showCompletion(offered, args);
    const lazy = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (lazy !== undefined && asksForHelp)
        return showHelp((await lazy.described()).commandLine);
    if (lazy !== undefined)
        return runCommand((await lazy.loaded()).command, args, offered);
    const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (load === undefined)
        return printFailure(noAction(name, Object.keys(actions), Object.keys(commands)), 2);
    const named = { name, action: (await load()).default };
    if (isHelp)
        return void process.stdout.write((0,help/* help */.yj)(named));
    const secrets = (0,take_secrets/* takeSecrets */.P)();
    const read = (0,domain_error/* attempt */.CD)(() => readArguments(named, args, secrets));
    if (read instanceof domain_error/* ReleaseError */.K2)
        return printFailure(read, 2);
    if (read.isHelp)
        return void process.stdout.write((0,help/* help */.yj)(named));
    await runInTerminal(named.action, read);
}
/** Whoever reads may leave early, such as `head`. The command still has to put its things away. */
function unlessNobodyReads(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
async function runCommand(command, args, { actions, releaseTree }) {
    const perform = (0,domain_error/* attempt */.CD)(() => command(args));
    if (perform instanceof domain_error/* ReleaseError */.K2)
        return printFailure(perform, 2);
    const print = (text) => void process.stdout.write(process.stdout.isTTY ? harmless(text) : text);
    process.stdout.on('error', unlessNobodyReads);
    const contracts = async () => contractsOf(await loaded(actions));
    const here = { folder: process.cwd(), releaseTree };
    const note = (text) => say((0,external_node_util_.styleText)('dim', harmless(text), { stream: process.stderr }));
    const taken = (0,take_secrets/* takeSecrets */.P)(); // before any program is started
    const token = tokenOf(taken);
    const variable = (name) => taken[name] ?? process.env[name];
    const terminal = { ...here, print, note, contracts, token, variable, gitHub: () => gitHub(token), env: process.env };
    try {
        process.exitCode = await perform(terminal);
    }
    catch (error) {
        printFailure(error, 1);
    }
}
const contractsOf = (actions) => Object.fromEntries(actions.map(({ name, action: { permissions = {}, starts = false } }) => [name, { permissions, starts }]));
function tokenOf(secrets) {
    return (0,help/* variablesOf */.ht)('token')
        .map((name) => secrets[name])
        .find((value) => value !== undefined && value !== '');
}
function gitHub(token) {
    const here = { ...(0,surroundings/* surroundings */.i)(process.cwd(), say), trustsWorkspace: false };
    const credentials = world_credentials/* Credentials */.J.forGitHub(here.env, token);
    const world = () => new world_world/* World */.H({ ...here, credentials, isJobToken: undefined, ledger: new ledger/* Ledger */.O() });
    return { server: (0,environment/* serverUrl */.V)(here.env), world: token === undefined ? undefined : world() };
}
const loaded = (actions) => Promise.all(Object.entries(actions).map(async ([name, load]) => ({ name, action: (await load()).default })));
const showHelp = (line) => void process.stdout.write((0,command_line/* helpOf */.ZL)(line));
const described = async (commands) => [
    ...(await Promise.all(Object.values(commands).map(async (one) => (await one.described()).commandLine))),
    completionLine,
];
async function showCompletion({ actions, commands }, args) {
    const shell = (0,domain_error/* attempt */.CD)(() => shellOf(args));
    if (shell instanceof domain_error/* ReleaseError */.K2)
        return printFailure(shell, 2);
    const { completion } = await __webpack_require__.e(/* import() */ "completion").then(__webpack_require__.bind(__webpack_require__, 79898));
    process.stdout.write(completion(shell, await loaded(actions), await described(commands)));
}
/** Without an action, it is not known what to do. */
async function showUsage({ actions, commands }, isAskedFor) {
    const text = (0,help/* usage */.CI)(await loaded(actions), await described(commands));
    if (isAskedFor)
        return void process.stdout.write(text);
    process.stderr.write(text);
    process.exitCode = 2;
}
function noAction(name, names, commands) {
    const parts = name.toLowerCase().split(/[-_ ]/);
    const alike = names.filter((one) => parts.some((part) => part.length > 2 && one.split('-').includes(part)));
    const meant = (0,suggestion/* didYouMean */.a)(name, [...names, ...commands]) ??
        (alike.length === 0 ? undefined : `Did you mean ${(0,domain_text/* listed */.KE)(alike, 'or')}?`);
    return new domain_error/* ReleaseError */.K2(`There is no action ${(0,domain_text/* quoted */.TL)(name)}.`, {
        fix: `${meant ?? `Use ${(0,domain_text/* listed */.KE)(names, 'or')}.`} release-actions help describes them all.`,
    });
}
async function runInTerminal(action, { given, isJson }) {
    // `| head` closes the pipe early. That must not end a run half-way, with its temporary folders left behind.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', ignoreClosed);
    const quietly = (line) => say((0,external_node_util_.styleText)('dim', harmless(line), { stream: process.stderr }));
    const here = { ...(0,surroundings/* surroundings */.i)(process.cwd(), quietly), trustsWorkspace: false };
    quietly(await workplaceOf(here, given.get('remote')));
    const outcome = await (0,run/* run */.e)(action, {
        input: (input) => given.get(input),
        mask: () => { },
        surroundings: here,
        say: (line, detail) => say(harmless(detail === undefined ? line : `${line}\n${detail.trimEnd().replaceAll(/^/gm, '    ')}`)),
    });
    const { failure, pending } = outcome;
    if (failure !== undefined)
        printFailure(failure, 1); // before everything else
    const outputs = (0,report/* outputsOf */.Yz)(action, outcome);
    if (isJson)
        printJson(outputs, failure);
    else
        printOutputs(failure === undefined ? outputs : outputs.filter(({ isCommon }) => isCommon !== true));
    if (failure === undefined)
        for (const { title, fix } of pending)
            say(harmless(`pending: ${title}\n    ${fix}`));
}
function printJson(outputs, failure) {
    const failed = failure === undefined ? {} : { errors: (0,report/* explain */.WE)(failure) };
    const json = { ...failed, ...Object.fromEntries(outputs.map(({ name, value }) => [name, value])) };
    process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`);
}
function printOutputs(outputs) {
    if (outputs.length === 0)
        return;
    const text = outputs.map(outputLines).join('\n');
    process.stdout.write(`${process.stdout.isTTY ? harmless(text) : text}\n`);
}
function printFailure(failure, exitCode) {
    process.exitCode ??= exitCode;
    const all = (0,report/* explain */.WE)(failure);
    for (const [index, { message, fix, cause }] of all.entries()) {
        say(`${(0,external_node_util_.styleText)('red', '✗', { stream: process.stderr })} ${harmless(message)}`);
        const isRepeated = fix === all[index + 1]?.fix && cause === undefined;
        if (fix !== undefined && !isRepeated)
            say(`  ${harmless(fix).replaceAll('\n', '\n  ')}`);
        if (cause !== undefined)
            say((0,external_node_util_.styleText)('dim', `  ${harmless(cause).replaceAll('\n', '\n  ')}`, { stream: process.stderr }));
    }
}
/** `name: value`; a value of several lines is indented below the name. */
const outputLines = ({ name, text }) => `${name}: ${text.includes('\n') ? `\n${text.replaceAll(/^/gm, '  ')}` : text}`;
function ignoreClosed(error) {
    if (error.code !== 'EPIPE')
        throw error;
}
/** Text from others must not move the cursor or colour the terminal. */
const harmless = (text) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '�');
const say = (line) => void process.stderr.write(`${line}\n`);


/***/ }),

/***/ 75291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ usage),
/* harmony export */   IT: () => (/* binding */ switchesOf),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   yj: () => (/* binding */ help)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);
/* harmony import */ var _domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45426);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95322);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26118);




/** What the command line prints when no action is named. */
const usage = (actions, commands) => `Usage: release-actions <action> [--input value …] [--apply] [--json]

Shows the changes that the action would make. With --apply, makes them.

Actions
${(0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(actions.map(({ name, action }) => [name, action.description]))}

More
${(0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)([
    ...commands.map(({ name, takes, summary }) => [['release-actions', name, takes?.shown ?? []].flat().join(' '), summary]),
    ['release-actions help <action>', 'What an action takes and gives, with an example.'],
    ['release-actions --version', 'The version of release-actions.'],
])}

${(0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .k)('Outputs go to stdout, everything else to stderr. The exit code is 0 for success, 1 for a refusal or a difference, and 2 for a wrong command line.')}
`;
/** The help on an action: the same contract as in its action.yml. */
function help({ name, action }) {
    const inputs = Object.entries((0,_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .allInputs */ .j3)(action)).map(([key, codec]) => option((0,_input_js__WEBPACK_IMPORTED_MODULE_3__/* .kebab */ .i9)(key), codec));
    const switches = switchesOf(action).map(([switched, meaning, short = '']) => [`--${switched}${short}`, meaning]);
    return [
        (0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .k)(action.description),
        `\nUsage: release-actions ${name} [options]`,
        `\nExample\n  release-actions ${name} ${action.example}`,
        '\nOptions (give an option several times if it takes one value per line)',
        (0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)([...inputs, ...switches]),
        `\nOutputs\n${(0,_domain_command_lines_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)((0,_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .allOutputs */ .ww)(action))}\n`,
    ].join('\n');
}
/** The option of an input, without its dashes. */
const optionOf = ([name, codec]) => (codec.isSecret === true ? `${name}-file` : name);
/** The options that are no inputs, without their dashes. */
const switchesOf = ({ hasNoMode }) => [
    ...(hasNoMode === true ? [] : [['apply', 'Make the changes. The same as --mode apply.']]),
    ['json', 'Print the outputs as JSON.'],
    ['help', 'Print this help.', ', -h'],
];
/** The environment variables from which a secret is read. */
const variablesOf = (name) => name === 'token' ? ['GH_TOKEN', 'GITHUB_TOKEN'] : [name.replaceAll('-', '_').toUpperCase()];
function option(name, { description, required, default: fallback = '', isSecret, isFlag }) {
    if (isSecret === true)
        return [`--${name}-file FILE`, `${description} Or set ${variablesOf(name).join(' or ')}.`];
    const shown = name === 'mode' ? 'dry-run' : fallback.replaceAll('\n', '; ');
    const more = required ? ' Required.' : shown === '' || (isFlag === true && shown === 'false') ? '' : ` [${shown}]`;
    return [isFlag === true ? `--${name}` : `--${name} VALUE`, description + more];
}


/***/ })

};
