export const id = "cli";
export const ids = ["cli"];
export const modules = {

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

/***/ 92989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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
    // Why: docs/decisions.md D88
    const { tokens } = (0,external_node_util_.parseArgs)({ args: words, options, strict: false, tokens: true });
    const texts = new Map();
    const refusals = [];
    let unknownAt = -2; // a word behind an unknown option is its value, perhaps a secret
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            if (token.index !== unknownAt + 1)
                refusals.push(lostWord(token.value, inputs));
            continue;
        }
        if (!Object.hasOwn(options, token.name))
            unknownAt = token.index;
        const found = wrongOption(token, options, inputs);
        if (found !== undefined)
            refusals.push(found);
        else
            texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
    }
    (0,domain_error/* refuseIfAny */.Yb)('The command line is wrong.', withHint(refusals, `release-actions help ${command} lists all options.`));
    return {
        given: withMode(inputsOf(inputs, texts, secrets), texts.has('apply')),
        isHelp: texts.has('help'),
        isJson: texts.has('json'),
    };
}
/** Where all options are listed is said once, at the end. */
const withHint = (refusals, hint) => refusals.map((one, index) => {
    const isLast = index === refusals.length - 1;
    return isLast ? new domain_error/* ReleaseError */.K2(one.message, { fix: one.fix === undefined ? hint : `${one.fix}\n${hint}` }) : one;
});
function wrongOption({ name, rawName, value, inlineValue }, options, inputs) {
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined)
        return unknownOption(rawName, name, { options, inputs });
    if (type === 'boolean')
        return value === undefined ? undefined : new domain_error/* ReleaseError */.K2(`${rawName} takes no value, but has ${(0,domain_text/* quoted */.TL)(value)}.`);
    if (value === undefined)
        return new domain_error/* ReleaseError */.K2(`${rawName} has no value.`, { fix: `Write ${rawName} VALUE.` });
    if (inlineValue === true || !/^-./.test(value))
        return undefined;
    return new domain_error/* ReleaseError */.K2(`${rawName} has no value: ${(0,domain_text/* quoted */.TL)(value)} is the next option.`, {
        fix: `To give this value, write ${rawName}=${value}`,
    });
}
function unknownOption(rawName, name, { options, inputs }) {
    const message = `There is no option ${rawName}.`;
    if (inputs.some(([secret, codec]) => secret === name && codec.isSecret === true)) {
        const variables = (0,domain_text/* listed */.KE)((0,help/* variablesOf */.ht)(name), 'or');
        return new domain_error/* ReleaseError */.K2(`${message} Other users of the machine could read the secret.`, {
            fix: `Give a file with ${rawName}-file, or set ${variables}.`,
        });
    }
    if (name === 'apply' || name === 'mode')
        return new domain_error/* ReleaseError */.K2(message, { fix: 'Leave it out: this action has no modes.' });
    const known = Object.keys(options).map((option) => `--${option}`);
    return new domain_error/* ReleaseError */.K2(message, { fix: (0,suggestion/* didYouMean */.a)(`--${(0,input/* kebab */.i9)(name).replaceAll('_', '-')}`, known) });
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
        return showUsage(actions, isHelp);
    if (name === 'completion')
        return showCompletion({ actions, commands }, isHelp ? ['--help'] : args);
    const loadCommand = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (loadCommand !== undefined)
        return runCommand((await loadCommand()).command, isHelp ? ['--help'] : args, offered);
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
    const token = tokenOf((0,take_secrets/* takeSecrets */.P)()); // before any program is started
    const terminal = { ...here, print, note, contracts, token, gitHub: () => gitHub(token), env: process.env };
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
async function showCompletion({ actions, commands }, [shell, ...more]) {
    const { completion, completionHelp, shellOf } = await __webpack_require__.e(/* import() */ "completion").then(__webpack_require__.bind(__webpack_require__, 79898));
    if (shell === '--help' || shell === '-h')
        return void process.stdout.write(completionHelp);
    const found = (0,domain_error/* attempt */.CD)(() => shellOf(shell, more));
    if (found instanceof domain_error/* ReleaseError */.K2)
        return printFailure(found, 2);
    process.stdout.write(completion(found, await loaded(actions), Object.keys(commands)));
}
/** Without an action, it is not known what to do. */
async function showUsage(actions, isAskedFor) {
    const text = (0,help/* usage */.CI)(await loaded(actions));
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
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95322);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26118);


/** What the command line prints when no action is named. */
const usage = (actions) => `Usage: release-actions <action> [--input value …] [--apply] [--json]

Shows the changes that the action would make. With --apply, makes them.

Actions
${table(actions.map(({ name, action }) => [name, action.description]))}

More
${table([
    [
        'release-actions rehearse TAG',
        'Perform the workflows that the tag would start, on an embedded GitHub. With --explain, only say which, and why.',
    ],
    [
        'release-actions doctor',
        'What would stop a release of this repository: workflows, secrets, environments, rulesets, forks.',
    ],
    [
        'release-actions verify TAG',
        'Whether a release that is out is what its tag says: everything is built again and compared.',
    ],
    [
        'release-actions init',
        'Workflows that release this repository, with every file that has its version. Writes them with --apply.',
    ],
    ['release-actions help ACTION', 'What an action takes and gives, with an example.'],
    ['release-actions completion SHELL', 'Code that lets bash, zsh or fish complete actions and options.'],
    ['release-actions --version', 'The version of release-actions.'],
])}

${wrapped('Outputs go to stdout, everything else to stderr. The exit code is 0 for success, 1 for a refusal or a difference, and 2 for a wrong command line.', 0)}
`;
/** The help on an action: the same contract as in its action.yml. */
function help({ name, action }) {
    const inputs = Object.entries((0,_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .allInputs */ .j3)(action)).map(([key, codec]) => option((0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .kebab */ .i9)(key), codec));
    const switches = switchesOf(action).map(([switched, meaning, short = '']) => [`--${switched}${short}`, meaning]);
    return [
        wrapped(action.description, 0),
        `\nUsage: release-actions ${name} [options]`,
        `\nExample\n  release-actions ${name} ${action.example}`,
        '\nOptions (give an option several times if it takes one value per line)',
        table([...inputs, ...switches]),
        `\nOutputs\n${table((0,_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .allOutputs */ .ww)(action))}\n`,
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
const width = 100;
/** Each name on its own line, its meaning below, so that the layout does not depend on the longest name. */
const table = (rows) => rows.map(([left, right]) => `  ${left}\n${wrapped(right, 4)}`).join('\n');
function wrapped(text, margin) {
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


/***/ })

};
