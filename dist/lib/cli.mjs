export const id = "cli";
export const ids = ["cli"];
export const modules = {

/***/ 9374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/runtime/contract.js
var contract = __webpack_require__(5322);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
;// CONCATENATED MODULE: ./build/src/runtime/help.js


/** What the command line prints when no action is named. */
const usage = (names) => `Usage: release-actions <action> [--input value …] [--apply] [--json]

Shows the changes that the action would make. With --apply, makes them.

Actions: ${names.join(', ')}
Help on an action: release-actions <action> --help
`;
/** The help on an action: the same contract as in its action.yml. */
function help(name, action) {
    const inputs = Object.entries((0,contract/* allInputs */.j3)(action)).filter(([key]) => key !== 'jobToken');
    const switches = [
        ...(action.hasNoMode === true ? [] : [['--apply', 'Make the changes. The same as --mode apply.']]),
        ['--json', 'Print the outputs as JSON.'],
    ];
    return [
        wrapped(action.description, 0),
        `\nUsage: release-actions ${name} [options]`,
        `\nOptions\n${table([...inputs.map(([key, codec]) => help_option((0,input/* kebab */.i9)(key), codec)), ...switches])}`,
        `\nOutputs\n${table((0,contract/* allOutputs */.ww)(action))}\n`,
    ].join('\n');
}
/** The environment variables from which a secret is read. */
const variablesOf = (name) => name === 'token' ? ['GH_TOKEN', 'GITHUB_TOKEN'] : [name.replaceAll('-', '_').toUpperCase()];
function help_option(name, { description, required, default: fallback = '', isSecret, isFlag }) {
    if (isSecret === true)
        return [`--${name}-file FILE`, `${description} Or set ${variablesOf(name).join(' or ')}.`];
    const shown = name === 'mode' ? 'dry-run' : fallback.replaceAll('\n', '; ');
    const more = required ? ' Required.' : shown === '' || isFlag === true ? '' : ` [${shown}]`;
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

// EXTERNAL MODULE: ./build/src/runtime/report.js
var report = __webpack_require__(9306);
// EXTERNAL MODULE: ./build/src/runtime/run.js + 4 modules
var run = __webpack_require__(661);
// EXTERNAL MODULE: ./build/src/runtime/surroundings.js
var surroundings = __webpack_require__(8371);
// EXTERNAL MODULE: ./build/src/runtime/take-secrets.js
var take_secrets = __webpack_require__(2343);
// EXTERNAL MODULE: ./build/src/world/credentials.js
var world_credentials = __webpack_require__(9992);
// EXTERNAL MODULE: ./build/src/world/ledger.js
var ledger = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/src/world/world.js + 11 modules
var world_world = __webpack_require__(2280);
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












/** `release-actions <action> --input value`: makes changes only with --apply. Prints outputs to stdout, the rest to stderr. */
async function cli(actions, [name, ...args]) {
    const load = Object.hasOwn(actions, name ?? '') ? actions[name ?? ''] : undefined;
    if (load === undefined)
        return listActions(Object.keys(actions), name);
    const action = (await load()).default;
    const secrets = (0,take_secrets/* takeSecrets */.P)();
    const read = (0,domain_error/* attempt */.CD)(() => readArguments(action, args, secrets));
    if (read instanceof domain_error/* ReleaseError */.K2)
        return printFailure(read, 2);
    if (read.isHelp)
        return void process.stdout.write(help(name ?? '', action));
    await runInTerminal(action, read);
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
function readArguments(action, args, secrets) {
    const inputs = Object.entries((0,contract/* allInputs */.j3)(action)).map(([key, codec]) => [(0,input/* kebab */.i9)(key), codec]);
    const named = inputs.map(([name, codec]) => [codec.isSecret === true ? `${name}-file` : name, { type: 'string', multiple: true }]);
    const switches = {
        apply: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
    };
    const words = args.flatMap((word, index) => (isBareFlag(word, args[index + 1], inputs) ? [`${word}=true`] : [word]));
    const { values } = parsed(words, { ...Object.fromEntries(named), ...switches });
    const given = new Map();
    for (const [name, codec] of inputs) {
        const value = codec.isSecret === true ? secretOf(name, values[`${name}-file`], secrets) : joined(values[name]);
        if (value !== undefined)
            given.set(name, value);
    }
    if (!given.has('mode'))
        given.set('mode', values['apply'] === true ? 'apply' : 'dry-run');
    else if (values['apply'] === true && given.get('mode') !== 'apply')
        throw new domain_error/* ReleaseError */.K2(`--apply and --mode ${given.get('mode')} contradict each other.`);
    return { given, isHelp: values['help'] === true, isJson: values['json'] === true };
}
function parsed(args, options) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: options ?? {} });
    }
    catch (cause) {
        if (!(cause instanceof TypeError))
            throw cause;
        throw new domain_error/* ReleaseError */.K2(cause.message, {
            fix: `Options: ${Object.keys(options ?? {})
                .map((name) => `--${name}`)
                .join(' ')}`,
        });
    }
}
const joined = (value) => (Array.isArray(value) ? value.join('\n') : undefined);
/** `--draft` without a value means `--draft=true`. */
function isBareFlag(word, next, inputs) {
    const codec = inputs.find(([name]) => word === `--${name}`)?.[1];
    return codec?.isFlag === true && next !== 'true' && next !== 'false';
}
/** A secret is never an argument: other users of the machine can read command lines. */
function secretOf(name, files, secrets) {
    if (Array.isArray(files)) {
        const file = String(files.at(-1));
        try {
            return (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch (cause) {
            throw new domain_error/* ReleaseError */.K2(`--${name}-file: ${(0,domain_text/* quoted */.TL)(file)} cannot be read.`, { cause });
        }
    }
    return variablesOf(name)
        .map((variable) => secrets[variable])
        .find((value) => value !== undefined && value !== '');
}
function listActions(names, asked) {
    if (asked === '--help' || asked === '-h')
        return void process.stdout.write(usage(names));
    if (asked === undefined || asked.startsWith('-')) {
        process.stderr.write(usage(names));
        process.exitCode = 2;
        return;
    }
    printFailure(new domain_error/* ReleaseError */.K2(`There is no action ${(0,domain_text/* quoted */.TL)(asked)}.`, { fix: `Use ${(0,domain_text/* listed */.KE)(names, 'or')}.` }), 2);
}
function printFailure(failure, exitCode) {
    process.exitCode ??= exitCode;
    for (const { message, fix, cause } of (0,report/* explain */.WE)(failure)) {
        say(`${(0,external_node_util_.styleText)('red', '✗', { stream: process.stderr })} ${harmless(message)}`);
        if (fix !== undefined)
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


/***/ })

};
