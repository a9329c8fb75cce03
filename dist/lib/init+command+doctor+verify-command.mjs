export const id = "init+command+doctor+verify-command";
export const ids = ["init+command+doctor+verify-command"];
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

/***/ 17493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ workflowsOf),
/* harmony export */   R: () => (/* binding */ Checkout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_tree_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99842);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);
/* harmony import */ var _world_credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19992);
/* harmony import */ var _world_git_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95541);
/* harmony import */ var _world_ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61245);
/* harmony import */ var _world_tools_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69633);
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97236);









// Why: docs/decisions.md D42
/** The repository of the person who calls a command, read by git. Nothing is written to it, and none of its programs starts. */
class Checkout {
    folder;
    /** The PATH in which programs are looked for. */
    searchPath;
    #git;
    #head;
    /** `say` is told which settings of the checkout do not count. */
    static async open(folder, env, say = () => { }) {
        const host = hostIn(folder, env, say);
        const git = new _world_git_git_js__WEBPACK_IMPORTED_MODULE_5__/* .GitCommand */ .Ux(host, new _world_tools_js__WEBPACK_IMPORTED_MODULE_7__/* .Tools */ .S(host));
        const found = await git.run(['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-dir']);
        if (found.code !== 0)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(folder)} is not in a checkout of git.`, {
                fix: 'Go to the checkout of the project.',
            });
        const [top = '', gitFolder = ''] = found.stdout.split('\n');
        await refuseOtherFolder(git, { folder, top, gitFolder });
        return new Checkout(top, { git, searchPath: (0,_machine_js__WEBPACK_IMPORTED_MODULE_8__/* .searchPathOf */ .hB)(env) });
    }
    constructor(folder, parts) {
        this.folder = folder;
        this.searchPath = parts.searchPath;
        this.#git = parts.git;
    }
    /** The trimmed output of git; undefined if git finds nothing. */
    look = async (...args) => {
        const { stdout, code } = await this.#git.run(args, { cwd: this.folder });
        return code === 0 ? stdout.trimEnd() : undefined;
    };
    head() {
        return (this.#head ??= this.#lookForHead());
    }
    async #lookForHead() {
        const head = await this.look('rev-parse', '--verify', '--quiet', 'HEAD');
        if (head === undefined)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2('This repository has no commit.', { fix: 'Commit what should be released.' });
        return head;
    }
    /** `owner/name`, as origin has it. A repository without a remote is called after its folder. */
    async name() {
        const address = (await this.look('config', '--get', 'remote.origin.url')) ?? '';
        const [, owner, name] = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
        return owner === undefined || name === undefined
            ? `owner/${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(this.folder).replaceAll(/[^\w.-]/g, '-')}`
            : `${owner}/${name}`;
    }
    /** The name of a repository that has a remote. */
    async nameOnGitHub() {
        if ((await this.look('config', '--get', 'remote.origin.url')) !== undefined)
            return this.name();
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2('There is no remote origin, so the name of the repository is not known.', {
            fix: 'Add it: git remote add origin https://github.com/OWNER/NAME.git',
        });
    }
    /** The branch that origin calls its default; else main, master, or the one that is checked out. */
    async defaultBranch() {
        const followed = await this.look('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
        if (followed !== undefined)
            return followed.replace(/^origin\//, '');
        for (const name of ['main', 'master'])
            if ((await this.look('rev-parse', '--verify', '--quiet', `refs/heads/${name}`)) !== undefined)
                return name;
        return (await this.look('symbolic-ref', '--quiet', '--short', 'HEAD')) ?? 'main';
    }
    /** The workflows of a commit. */
    workflows(commit) {
        return workflowsOf(commit, this.look);
    }
    /** All files of a commit. */
    async tree(commit) {
        return (0,_domain_repositories_tree_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTree */ .c)((await this.look('ls-tree', '-r', '-z', '--full-tree', commit)) ?? '');
    }
    /** The texts of some files, by their paths, read by one process. */
    async texts(files) {
        const contents = await (0,_world_git_git_js__WEBPACK_IMPORTED_MODULE_5__/* .contentsOf */ .KD)(this.#git, files.map(({ object }) => object));
        return new Map(files.map(({ path, object }) => [path, contents.get(object) ?? '']));
    }
    /** The tags, the newest first. */
    async tags() {
        const listed = await this.look('for-each-ref', '--sort=-creatordate', '--format=%(refname:lstrip=2)', 'refs/tags');
        return (listed ?? '').split('\n').filter((tag) => tag !== '');
    }
}
/** The workflows of a commit, in the repository in which `look` looks. */
async function workflowsOf(commit, look) {
    const listed = await look('ls-tree', '--full-tree', '--name-only', commit, '--', '.github/workflows/');
    const paths = (listed ?? '').split('\n').filter((path) => /\.ya?ml$/.test(path));
    return Promise.all(paths.map(async (path) => ({ path, text: (await look('cat-file', 'blob', `${commit}:${path}`)) ?? '' })));
}
/** What git needs: no token, and no trust in files of another user. */
const hostIn = (workspace, env, say) => ({
    env,
    workspace,
    trustsWorkspace: false,
    credentials: new _world_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .Credentials */ .J(),
    isJobToken: undefined,
    ledger: new _world_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .Ledger */ .O(),
    signal: new AbortController().signal,
    progress: say,
    print: say,
    pace: 1,
});
/** Refuses a checkout whose settings lead to another folder. Its files would be read there, and written by init. */
async function refuseOtherFolder(git, { folder, top, gitFolder }) {
    if (gitFolder === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(top, '.git'))
        return;
    const there = await git.run(['rev-parse', '--path-format=absolute', '--git-dir'], { cwd: top });
    if (there.stdout.trimEnd() === gitFolder)
        return; // a submodule, or a worktree of another checkout
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`The git configuration of ${folder} says that its files are in ${top}.`, {
        fix: 'Remove it: git config --unset core.worktree',
    });
}


/***/ }),

/***/ 99411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ evaluatedTexts),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Wn: () => (/* binding */ evaluated),
/* harmony export */   Z4: () => (/* binding */ evaluatedText),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   lH: () => (/* binding */ Lookup),
/* harmony export */   tj: () => (/* binding */ ExpressionError),
/* harmony export */   v9: () => (/* binding */ holds),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74185);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49552);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85520);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20612);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(12853);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40232);
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5871);
/* harmony import */ var _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96019);
/* harmony import */ var _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44942);
/* harmony import */ var _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35489);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);





/** An expression that cannot be evaluated. */
class ExpressionError extends _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 {
}
/** A context whose entries are looked up when an expression names them, such as secrets. */
class Lookup {
    /** The value of an entry. The line is that of the expression. */
    find;
    constructor(find) {
        this.find = find;
    }
}
/** The value, with every expression in it evaluated. Throws a refusal with the line if GitHub could not evaluate it. */
function evaluated(value, scope) {
    if (value.kind === 'literal')
        return value.value;
    if (value.kind === 'list')
        return value.items.map((item) => evaluated(item, scope));
    if (value.kind === 'mapping')
        return Object.fromEntries(value.entries.map((entry) => [entry.key, evaluated(entry.value, scope)]));
    return expressionIn(value, scope, (cause) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const message = `The expression ${value.expression} cannot be evaluated: ${reason.replace(/\.$/, '')}.`;
        return new ExpressionError(message, { at: value.at, cause });
    });
}
/** As a text, like in `run` or `env`. Nothing is an empty text. */
function evaluatedText(value, scope) {
    return value === undefined ? '' : plainText(evaluated(value, scope));
}
/** The texts of a mapping, such as `env`. */
function evaluatedTexts(value, scope) {
    const all = value === undefined ? {} : evaluated(value, scope);
    if (typeof all !== 'object' || all === null || isList(all))
        return {};
    return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, plainText(one)]));
}
/** Whether a condition holds. Anything but false, 0, an empty text and null does. */
function holds(value, scope, fallback = true) {
    if (value === undefined)
        return fallback;
    const plain = evaluated(value, scope);
    return plain !== '' && plain !== 0 && plain !== false && plain !== null;
}
const plainText = (plain) => toData(plain).coerceString();
const isList = (plain) => Array.isArray(plain);
function expressionIn({ expression: text, at }, { contexts, functions = {} }, refused) {
    const dataOf = (plain) => (plain instanceof Lookup ? new LookupDictionary(plain, at) : toData(plain));
    try {
        const known = Object.entries(functions).map(([name, call]) => definitionOf(name, call));
        const tree = treeOf(text, Object.keys(contexts), known);
        const all = new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_1__/* .Dictionary */ .b(...Object.entries(contexts).map(([key, value]) => ({ key, value: dataOf(value) })));
        return toPlain(new _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_2__/* .Evaluator */ .o(tree, all, new Map(known.map((one) => [one.name.toLowerCase(), one]))).evaluate());
    }
    catch (cause) {
        throw cause instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? cause : refused(cause);
    }
}
/** The parts of an expression. Throws if GitHub could not read it. */
const treeOf = (text, contexts, functions) => new _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_3__/* .Parser */ .i(tokensOf(text), [...contexts], [...functions]).parse();
/** The lexer replaces only the first of the doubled quotes in a text. */
const tokensOf = (text) => new _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__/* .Lexer */ .JG(text)
    .lex()
    .tokens.map((token) => token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_4__/* .TokenType */ .ks.STRING ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token);
function definitionOf(name, call) {
    return {
        name,
        minArgs: 0,
        maxArgs: 255,
        call: (...args) => toData(call(...args.map((argument) => argument.coerceString()))),
    };
}
function toData(plain) {
    if (plain === null)
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_5__/* .Null */ .U();
    if (typeof plain === 'string')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__/* .StringData */ .u(plain);
    if (typeof plain === 'number')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_7__/* .NumberData */ .Q(plain);
    if (typeof plain === 'boolean')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_8__/* .BooleanData */ .b(plain);
    if (isList(plain))
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_9__/* .Array */ .O(...plain.map(toData));
    return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_1__/* .Dictionary */ .b(...Object.entries(plain).map(([key, value]) => ({ key, value: toData(value) })));
}
class LookupDictionary extends _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_1__/* .Dictionary */ .b {
    #lookup;
    #at;
    constructor(lookup, at) {
        super();
        this.#lookup = lookup;
        this.#at = at;
    }
    get(key) {
        const found = this.#lookup.find(key, this.#at);
        return found === undefined ? undefined : new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_6__/* .StringData */ .u(found);
    }
}
function toPlain(value) {
    if (value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Array)
        return value.values().map(toPlain);
    if (value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Dictionary)
        return Object.fromEntries(value.pairs().map((pair) => [pair.key, toPlain(pair.value)]));
    return value.kind === _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_10__/* .Kind */ .b.Null ? null : value.value;
}


/***/ }),

/***/ 97236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ toolsOf),
/* harmony export */   gx: () => (/* binding */ mirrorsIn),
/* harmony export */   hB: () => (/* binding */ searchPathOf),
/* harmony export */   lX: () => (/* binding */ machineVariables)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const packages = /^(?:PIP_.*|UV_.*|GO(?:PROXY|SUMDB|NOSUMDB|NOPROXY|PRIVATE|INSECURE)|npm_config_registry)$/i;
/** What jobs are told of this machine: where it gets packages, such as from a mirror. */
const machineVariables = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value !== undefined && packages.test(name) ? [[name, value]] : [])));
/** The hosts of the mirrors that such variables name. */
const mirrorsIn = (machine) => Object.values(machine).flatMap((value) => value.split(/[\s,|]+/).flatMap((word) => (/^https?:/.test(word) ? (URL.parse(word)?.hostname ?? []) : [])));
/** The folder in which this machine keeps the programs that jobs install. Without one, nothing is kept. */
const toolsOf = ({ RUNNER_TOOL_CACHE: folder }) => folder || undefined;
/**
 * Where jobs look for programs. Those of rustup find their toolchain by HOME, which a job has for itself: the programs of the
 * default toolchain stand before them.
 */
function searchPathOf(env) {
    const { PATH = '', HOME = '', CARGO_HOME: cargo = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.cargo') } = env;
    const toolchain = rustToolchain(env);
    if (toolchain === undefined)
        return PATH;
    const proxies = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cargo, 'bin');
    return PATH.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .flatMap((folder) => (folder === proxies ? [toolchain, folder] : [folder]))
        .join(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter);
}
// https://rust-lang.github.io/rustup/overrides.html
/** The folder with the programs of the default toolchain of rustup. */
function rustToolchain({ HOME = '', RUSTUP_HOME: folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.rustup') }) {
    const settings = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'settings.toml');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(settings))
        return undefined;
    const name = /^default_toolchain\s*=\s*"(.+)"/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(settings, 'utf8'))?.[1];
    const programs = name === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'toolchains', name, 'bin');
    return programs !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(programs) ? programs : undefined;
}


/***/ }),

/***/ 40626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ isNegation),
/* harmony export */   MT: () => (/* binding */ matchesPattern),
/* harmony export */   c_: () => (/* binding */ lastMatch)
/* harmony export */ });
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
/** Whether a branch, a tag or a path matches a pattern of a filter. A `!` before it is for `lastMatch`. */
function matchesPattern(name, pattern) {
    return expressionOf(pattern).test(name);
}
/** The last pattern that speaks of a name. Each `!` takes away what patterns before it have matched. */
function lastMatch(name, patterns) {
    return patterns.findLast(({ pattern }) => matchesPattern(name, withoutNot(pattern)));
}
const isNegation = (pattern) => pattern.startsWith('!');
const withoutNot = (pattern) => (isNegation(pattern) ? pattern.slice(1) : pattern);
const known = new Map();
function expressionOf(pattern) {
    const expression = known.get(pattern) ?? new RegExp(`^(?:${sourceOf(pattern)})$`, 'su');
    known.set(pattern, expression);
    return expression;
}
// Two stars and a slash at the start of a part stand for any number of folders, also none.
const parts = /(?<=^|\/)\*\*\/|\*\*+|\*|[?+]|\[(?<set>[^\]]*)\]|\\(?<escaped>.)|[^]/gu;
function sourceOf(pattern) {
    return pattern.replaceAll(parts, (part, ...rest) => {
        const { set, escaped } = rest.at(-1);
        if (escaped !== undefined)
            return RegExp.escape(escaped);
        if (set !== undefined)
            return set === '' ? '(?!)' : `[${set.replaceAll(/[\\\]^[]/g, String.raw `\$&`)}]`;
        if (part.startsWith('**'))
            return part.endsWith('/') ? '(?:.*/)?' : '.*';
        if (part === '*')
            return '[^/]*';
        return part === '?' || part === '+' ? part : RegExp.escape(part);
    });
}


/***/ }),

/***/ 21773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ patternsOf),
/* harmony export */   Jx: () => (/* binding */ byFilters),
/* harmony export */   L5: () => (/* binding */ pushedRef)
/* harmony export */ });
/* harmony import */ var _workflow_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45890);
/* harmony import */ var _filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40626);


/** The patterns of a filter, with the line of each. */
function patternsOf(filters, key) {
    const value = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(filters, key);
    if (value === undefined)
        return undefined;
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(item).map((pattern) => ({ pattern, at: item.at })));
}
/** What the filters `tags` and `branches` of a push say of a tag or a branch. */
function pushedRef(filters, ref, listenedAt) {
    const isTag = ref.startsWith('refs/tags/');
    const [own, other] = isTag ? ['tags', 'branches'] : ['branches', 'tags'];
    const kind = isTag ? 'tag' : 'branch';
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    const found = byFilters(filters, { key: own, kind, name });
    if (found !== undefined)
        return found;
    const others = [other, `${other}-ignore`].map((key) => (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(filters, key)).find((value) => value !== undefined);
    if (others !== undefined)
        return {
            runs: false,
            because: `${kind} ${name} starts nothing: its push is limited to ${other}`,
            at: others.at,
            fix: `To let ${isTag ? 'tags' : 'branches'} start it too, add ${own}: ['**'], or the patterns that are meant.`,
        };
    return { runs: true, because: 'every push starts it', at: listenedAt };
}
/** What `key` and `key-ignore` say of a name; undefined if neither is there. */
function byFilters(filters, named) {
    const [wanted, ignored] = [patternsOf(filters, named.key), patternsOf(filters, `${named.key}-ignore`)];
    if (wanted !== undefined)
        return wantedName(wanted, named, (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(filters, named.key)?.at ?? { file: '' });
    if (ignored === undefined)
        return undefined;
    const hit = ignored.find(({ pattern }) => (0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPattern */ .MT)(named.name, pattern));
    const at = hit?.at ?? (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(filters, `${named.key}-ignore`)?.at ?? { file: '' };
    const { kind, name, key } = named;
    return hit === undefined
        ? { runs: true, because: `${kind} ${name} is not among those of ${key}-ignore`, at }
        : { runs: false, because: `${kind} ${name} matches ${quote(hit)} of ${key}-ignore`, at };
}
function wantedName(patterns, { key, kind, name }, at) {
    const last = (0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .lastMatch */ .c_)(name, patterns);
    if (last === undefined) {
        const all = patterns.map(quote).join(', ');
        return {
            runs: false,
            because: `${kind} ${name} matches none of the ${key}: ${all}`,
            at,
            ...mended(patterns, name),
        };
    }
    return (0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .isNegation */ .Ct)(last.pattern)
        ? { runs: false, because: `${kind} ${name} is taken out by ${quote(last)}`, at: last.at }
        : { runs: true, because: `${kind} ${name} matches ${quote(last)}`, at: last.at };
}
/** A star does not match a slash, which is the usual mistake. */
function mended(patterns, name) {
    if (!name.includes('/'))
        return {};
    const last = name.slice(name.lastIndexOf('/') + 1);
    const near = patterns.find(({ pattern }) => !(0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .isNegation */ .Ct)(pattern) && ((0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPattern */ .MT)(last, pattern) || (0,_filter_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPattern */ .MT)(name, pattern.replaceAll(/\*+/g, '**'))));
    if (near === undefined)
        return {};
    const folder = name.slice(0, name.lastIndexOf('/'));
    return {
        fix: `${quote(near)} does not match a slash. If ${name} should start it, add ${folder}/${near.pattern} to the list.`,
    };
}
const quote = ({ pattern }) => `'${pattern}'`;


/***/ }),

/***/ 55656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readAction)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11854);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68613);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45890);



function readAction(source) {
    const root = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .readSource */ .o)(source, 'action');
    const inputs = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'inputs')).map(({ key, value }) => ({
        name: key,
        fallback: (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(value, 'default'),
    }));
    return { inputs, outputs: (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'outputs')), runs: runsOf((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, 'runs')) };
}
function runsOf(runs) {
    const using = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, 'using')) ?? '';
    const [main, pre, post] = ['main', 'pre', 'post'].map((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, key)));
    if (using === 'composite')
        return { kind: 'composite', steps: (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .stepsOf */ .B)((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, 'steps')) };
    if (!/^node\d+$/.test(using) || main === undefined)
        return { kind: 'docker' };
    return { kind: 'node', main, pre, post, preIf: conditionOf(runs, 'pre-if'), postIf: conditionOf(runs, 'post-if') };
}
/** A condition without `${{ }}` is an expression too. */
function conditionOf(runs, key) {
    const value = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(runs, key);
    const text = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(value);
    return value === undefined || text === undefined ? value : { kind: 'expression', expression: text, at: value.at };
}


/***/ }),

/***/ 33611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ permissiveDefaults),
/* harmony export */   YW: () => (/* binding */ restrictedDefaults),
/* harmony export */   k0: () => (/* binding */ permissionsOf),
/* harmony export */   u_: () => (/* binding */ reducedBy),
/* harmony export */   wQ: () => (/* binding */ beyond)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45890);

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
const scopes = [
    'actions',
    'artifact-metadata',
    'attestations',
    'checks',
    'contents',
    'deployments',
    'discussions',
    'id-token',
    'issues',
    'models',
    'packages',
    'pages',
    'pull-requests',
    'security-events',
    'statuses',
];
const neverInAll = new Set(['id-token']);
/** What a new repository grants where no workflow says anything: "read repository contents and packages". */
const restrictedDefaults = { levels: { contents: 'read', packages: 'read' }, at: undefined };
/** What a repository grants with the setting "read and write permissions". */
const permissiveDefaults = { levels: all('write'), at: undefined };
/** A scope that `permissions` leaves out is none. */
function permissionsOf(value) {
    if (value === undefined)
        return undefined;
    const shorthand = /^(read|write)-all$/.exec((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(value) ?? '')?.[1];
    if (shorthand !== undefined)
        return { levels: all(shorthand), at: value.at };
    const given = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(value).map(({ key, value: level }) => [key, (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(level)]);
    return { levels: Object.fromEntries(given), at: value.at };
}
/** What a called workflow gets: never more than its caller has. */
function reducedBy(asked, caller) {
    const levels = Object.entries(asked.levels).map(([scope, level]) => {
        const most = caller.levels[scope] ?? 'none';
        return [scope, order.indexOf(level) > order.indexOf(most) ? most : level];
    });
    return { levels: Object.fromEntries(levels), at: asked.at };
}
/** The scopes that a called workflow asks for, beyond what its caller has. GitHub refuses to start such a run. */
const beyond = (asked, caller) => Object.entries(asked.levels)
    .filter(([scope, level]) => order.indexOf(level) > order.indexOf(caller.levels[scope] ?? 'none'))
    .map(([scope, level]) => `${scope}: ${level}`);
const order = ['none', 'read', 'write'];
function all(level) {
    return Object.fromEntries(scopes.filter((scope) => level !== 'write' || !neverInAll.has(scope)).map((scope) => [scope, level]));
}


/***/ }),

/***/ 11854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _actions_workflow_parser_model_converter_if_condition__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(52642);
/* harmony import */ var _actions_workflow_parser_templates_json_object_reader__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19540);
/* harmony import */ var _actions_workflow_parser_templates_schema_index__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(29713);
/* harmony import */ var _actions_workflow_parser_templates_template_context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60377);
/* harmony import */ var _actions_workflow_parser_templates_template_reader__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14392);
/* harmony import */ var _actions_workflow_parser_templates_tokens_index__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(90310);
/* harmony import */ var _actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87650);
/* harmony import */ var _actions_workflow_parser_templates_trace_writer__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89577);
/* harmony import */ var _actions_workflow_parser_workflows_yaml_object_reader__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67238);
/* harmony import */ var _node_modules_actions_workflow_parser_dist_action_v1_0_min_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45409);
/* harmony import */ var _node_modules_actions_workflow_parser_dist_workflow_v1_0_min_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);









// Why: docs/decisions.md D73



const kinds = {
    workflow: { schema: _node_modules_actions_workflow_parser_dist_workflow_v1_0_min_json__WEBPACK_IMPORTED_MODULE_1__, root: 'workflow-root-strict' },
    action: { schema: _node_modules_actions_workflow_parser_dist_action_v1_0_min_json__WEBPACK_IMPORTED_MODULE_2__, root: 'action-root' },
};
/** Reads a workflow or an action file with GitHub's own reader, and refuses what GitHub refuses. */
function readSource({ path, text }, kind) {
    const { schema, root } = kinds[kind];
    const errors = new _actions_workflow_parser_templates_template_context__WEBPACK_IMPORTED_MODULE_3__/* .TemplateValidationErrors */ .R();
    const context = new _actions_workflow_parser_templates_template_context__WEBPACK_IMPORTED_MODULE_3__/* .TemplateContext */ .m(errors, schemaOf(schema), new _actions_workflow_parser_templates_trace_writer__WEBPACK_IMPORTED_MODULE_4__/* .NoOperationTraceWriter */ .P());
    const reader = new FoldedReader(context.getFileId(path), text);
    for (const { message, range } of reader.errors)
        context.error(context.getFileId(path), message, range);
    const token = errors.count > 0 ? undefined : (0,_actions_workflow_parser_templates_template_reader__WEBPACK_IMPORTED_MODULE_5__/* .readTemplate */ .x)(context, root, reader, context.getFileId(path));
    const value = token === undefined ? undefined : valueOf(token, { path, context });
    const refusals = errors.getErrors().map(({ rawMessage, range }) => refusal(path, rawMessage, range?.start.line));
    const inOrder = refusals.toSorted((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0));
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)(`GitHub does not accept ${path}.`, inOrder);
    if (value === undefined)
        throw refusal(path, 'It is empty', 1);
    return value;
}
/** The reader takes the source of a block, with its indentation, for its text. So it does not get to know the source. */
class FoldedReader extends _actions_workflow_parser_workflows_yaml_object_reader__WEBPACK_IMPORTED_MODULE_6__/* .YamlObjectReader */ .M {
    allowLiteral() {
        const token = super.allowLiteral();
        if (token === undefined || !(0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isString */ .Kg)(token))
            return token;
        return new _actions_workflow_parser_templates_tokens_index__WEBPACK_IMPORTED_MODULE_8__/* .StringToken */ .H(token.file, token.range, token.value, token.definitionInfo);
    }
}
const schemas = new Map();
function schemaOf(json) {
    const schema = schemas.get(json) ?? _actions_workflow_parser_templates_schema_index__WEBPACK_IMPORTED_MODULE_9__/* .TemplateSchema */ ._.load(new _actions_workflow_parser_templates_json_object_reader__WEBPACK_IMPORTED_MODULE_10__/* .JSONObjectReader */ .J(undefined, JSON.stringify(json)));
    schemas.set(json, schema);
    return schema;
}
function refusal(path, message, line) {
    const [sentence = ''] = message.trim().split('\n');
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`GitHub does not accept ${path}: ${sentence.replace(/(?: at line \d+, column \d+)?[.:]?$/, '')}.`, {
        at: positionOf(path, line),
    });
}
const positionOf = (file, line) => line === undefined ? { file } : { file, line };
function valueOf(token, reading) {
    const at = positionOf(reading.path, token.line);
    if ((0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isMapping */ .pi)(token))
        return { kind: 'mapping', entries: [...token].map((entry) => entryOf(entry, reading)), at };
    if ((0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isSequence */ .wZ)(token)) {
        const items = Array.from({ length: token.count }, (_, index) => valueOf(token.get(index), reading));
        return { kind: 'list', items, at };
    }
    if ((0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isBasicExpression */ .hR)(token))
        return { kind: 'expression', expression: token.expression, at };
    const isPlain = (0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isString */ .Kg)(token) || (0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isNumber */ .Et)(token) || (0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isBoolean */ .Lm)(token);
    return { kind: 'literal', value: isPlain ? token.value : null, at };
}
function entryOf({ key, value }, reading) {
    return {
        key: key.toString(),
        keyAt: positionOf(reading.path, key.line),
        value: isCondition(key) ? conditionOf(value, reading) : valueOf(value, reading),
    };
}
/** Whether it is `if` of a job or step, and no variable or input with that name. */
const isCondition = (key) => (0,_actions_workflow_parser_templates_tokens_type_guards__WEBPACK_IMPORTED_MODULE_7__/* .isString */ .Kg)(key) &&
    key.value === 'if' &&
    key.definitionInfo?.allowedContext.some((name) => name.startsWith('success(')) === true;
/** An `if` is an expression, also without `${{ }}`. Without a status function in it, it needs success() too. */
function conditionOf(token, { path, context }) {
    const at = positionOf(path, token.line);
    return { kind: 'expression', expression: (0,_actions_workflow_parser_model_converter_if_condition__WEBPACK_IMPORTED_MODULE_11__/* .convertToIfCondition */ .l7)(context, token)?.expression ?? 'false', at };
}


/***/ }),

/***/ 68613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stepsOf),
/* harmony export */   z: () => (/* binding */ pathInRepository)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45890);

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
/** The path that `uses` names in the repository of the file itself: `./path`, or `$/path` for its commit, without a checkout. */
const pathInRepository = (uses) => /^[.$]\/+(.*)$/s.exec(uses)?.[1];
const stepsOf = (steps) => (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(steps).flatMap((step) => stepOf(step) ?? []);
function stepOf(step) {
    const [script, uses] = [(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'run'), (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'uses')];
    const common = {
        at: step.at,
        id: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'id')),
        name: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'name'),
        condition: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'if'),
        env: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'env'),
        continueOnError: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'continue-on-error'),
        timeoutMinutes: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'timeout-minutes'),
    };
    if (script !== undefined) {
        const [shell, folder] = [(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'shell'), (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'working-directory')];
        return { ...common, work: { kind: 'run', script, shell, folder } };
    }
    if (uses === undefined)
        return undefined;
    return { ...common, work: { kind: 'uses', name: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(uses) ?? '', at: uses.at, inputs: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(step, 'with') } };
}


/***/ }),

/***/ 45890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/** The value of a key of a mapping; undefined if there is no such key, or no mapping. */
function valueAt(value, ...keys) {
    return keys.reduce((at, key) => entryAt(at, key)?.value, value);
}
/** The entry of a mapping. GitHub reads keys without regard to case. */
function entryAt(value, key) {
    return entriesOf(value).find((entry) => entry.key.toLowerCase() === key.toLowerCase());
}
const entriesOf = (value) => value?.kind === 'mapping' ? value.entries : [];
const itemsOf = (value) => (value?.kind === 'list' ? value.items : []);
/** The text of a literal; undefined for everything else, and for null. */
function textOf(value) {
    return value?.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
}
/** The texts of a list, or the one text that may be written instead of a list. */
function textsOf(value) {
    const one = textOf(value);
    return one === undefined ? itemsOf(value).flatMap((item) => textOf(item) ?? []) : [one];
}


/***/ }),

/***/ 94604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JF: () => (/* binding */ callTrigger),
  uk: () => (/* binding */ declaredSecrets),
  Bk: () => (/* binding */ deepestCall),
  gx: () => (/* binding */ isRequired),
  UT: () => (/* binding */ linesWith),
  pn: () => (/* binding */ namesReleaseActions),
  S6: () => (/* binding */ readWorkflow),
  MU: () => (/* binding */ readingOf)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/permissions.js
var permissions = __webpack_require__(33611);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var workflow_value = __webpack_require__(45890);
;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/rules.js



/** What GitHub refuses in a workflow, besides what its reader refuses: names, references, and filters that exclude each other. */
const brokenRules = (triggers, jobs) => [
    ...triggers.flatMap(doubleFilters),
    ...jobs.flatMap((job) => [
        ...wrongIds([job]),
        ...wrongIds(job.steps),
        ...repeatedIds(job.steps),
        ...wrongUses(job.steps),
    ]),
];
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#using-filters
function doubleFilters({ event, filters }) {
    const entries = (0,workflow_value/* entriesOf */.Mc)(filters);
    return ['branches', 'tags', 'paths'].flatMap((name) => {
        const ignoring = entries.find(({ key }) => key === `${name}-ignore`);
        if (ignoring === undefined || !entries.some(({ key }) => key === name))
            return [];
        return [
            new error/* ReleaseError */.K2(`${event} has ${name} and ${name}-ignore, of which GitHub takes only one.`, {
                fix: `Write what is left out into ${name}, each with ! before it.`,
                at: ignoring.keyAt,
            }),
        ];
    });
}
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
const wrongIds = (all) => all.flatMap(({ id, at }) => id === undefined || /^[A-Za-z_][\w-]*$/.test(id)
    ? []
    : [
        new error/* ReleaseError */.K2(`The id ${(0,domain_text/* quoted */.TL)(id)} is not valid.`, {
            fix: 'It has to begin with a letter or _, and may have letters, digits, - and _.',
            at,
        }),
    ]);
/** GitHub does not look at the case of letters. */
function repeatedIds(steps) {
    const names = steps.map(({ id }) => id?.toLowerCase());
    return steps
        .filter(({ id }, index) => id !== undefined && names.indexOf(names[index]) < index)
        .map(({ id, at }) => new error/* ReleaseError */.K2(`Two steps of the job have the id ${id}.`, { fix: 'Give one of them another id.', at }));
}
const wrongUses = (steps) => steps.flatMap(({ work }) => work.kind !== 'uses' || /^(?:[.$]\/|docker:\/\/)|^[^/@]+\/[^/@]+(?:\/[^@]*)?@./.test(work.name)
    ? []
    : [
        new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(work.name)} names no action.`, {
            fix: 'Write owner/name@ref, owner/name/path@ref, or ./path for an action of the checkout.',
            at: work.at,
        }),
    ]);

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/source.js
var workflow_source = __webpack_require__(11854);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/step.js
var step = __webpack_require__(68613);
;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/workflow.js







// https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations#limitations-of-reusable-workflows
/** How many levels deep workflows may call each other. */
const deepestCall = 10;
/** Reads a workflow, and refuses what GitHub refuses. */
function readWorkflow(source) {
    const workflow = read.get(source) ?? parsedWorkflow(source);
    read.set(source, workflow);
    return workflow;
}
/** What was read: every event is held against the same files. */
const read = new WeakMap();
function parsedWorkflow(source) {
    const root = (0,workflow_source/* readSource */.o)(source, 'workflow');
    const jobs = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(root, 'jobs')).map(({ key, keyAt, value }) => jobOf(key, keyAt, value));
    const triggers = triggersOf((0,workflow_value/* valueAt */.fK)(root, 'on'));
    (0,error/* refuseIfAny */.Yb)(`GitHub does not accept ${source.path}.`, [
        ...brokenRules(triggers, jobs),
        ...wrongNeeds(jobs),
        ...circles(jobs),
    ]);
    return {
        path: source.path,
        text: source.text,
        name: (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(root, 'name')) ?? source.path,
        triggers,
        permissions: (0,permissions/* permissionsOf */.k0)((0,workflow_value/* valueAt */.fK)(root, 'permissions')),
        env: (0,workflow_value/* valueAt */.fK)(root, 'env'),
        defaults: (0,workflow_value/* valueAt */.fK)(root, 'defaults', 'run'),
        concurrency: (0,workflow_value/* valueAt */.fK)(root, 'concurrency'),
        jobs,
    };
}
/** The lines of a workflow in which something is written. */
const linesWith = (workflow, pattern) => (workflow?.text.split('\n') ?? []).flatMap((line, index) => workflow !== undefined && pattern.test(line) ? [{ file: workflow.path, line: index + 1 }] : []);
/** Whether a text uses release-actions, whoever owns the copy. */
const namesReleaseActions = (text) => text.includes('/release-actions/');
/** How an expression reads an entry of a context: `secrets.NAME`, or `secrets['NAME']`. */
const readingOf = (context, name) => new RegExp(`\\b${context}(?:\\.|\\[')${RegExp.escape(name)}\\b`, 'i');
/** How a workflow is called: its inputs, outputs and secrets. Undefined if no other one can call it. */
const callTrigger = ({ triggers }) => triggers.find(({ event }) => event === 'workflow_call');
/** The secrets that a reusable workflow declares. */
const declaredSecrets = (workflow) => (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(callTrigger(workflow)?.filters, 'secrets'));
/** Whether an input or a secret, as a workflow declares it, has to be given. */
const isRequired = ({ value }) => (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(value, 'required')) === 'true';
/** `on: push`, `on: [push, release]`, or a mapping. */
function triggersOf(on) {
    if (on === undefined)
        return [];
    if (on.kind === 'mapping')
        return on.entries.map(({ key, keyAt, value }) => ({ event: key, at: keyAt, filters: value }));
    const names = on.kind === 'list' ? (0,workflow_value/* itemsOf */.S3)(on) : [on];
    return names.map((name) => ({ event: (0,workflow_value/* textOf */.b6)(name) ?? '', at: name.at, filters: undefined }));
}
function jobOf(id, at, value) {
    const uses = (0,workflow_value/* valueAt */.fK)(value, 'uses');
    return {
        id,
        at,
        needs: (0,workflow_value/* textsOf */.CB)((0,workflow_value/* valueAt */.fK)(value, 'needs')),
        permissions: (0,permissions/* permissionsOf */.k0)((0,workflow_value/* valueAt */.fK)(value, 'permissions')),
        steps: (0,step/* stepsOf */.B)((0,workflow_value/* valueAt */.fK)(value, 'steps')),
        uses: uses && { name: (0,workflow_value/* textOf */.b6)(uses) ?? '', at: uses.at },
        more: value,
    };
}
function wrongNeeds(jobs) {
    const ids = jobs.map(({ id }) => id);
    return jobs.flatMap(({ id, needs, more, at }) => needs
        .filter((needed) => !ids.includes(needed))
        .map((needed) => new error/* ReleaseError */.K2(`Job ${id} needs the job ${needed}, which the workflow does not have.`, {
        fix: (0,suggestion/* suggestion */.h)(needed, ids),
        at: (0,workflow_value/* valueAt */.fK)(more, 'needs')?.at ?? at,
    })));
}
/** Jobs of which each waits for another one of them. */
function circles(jobs) {
    const known = new Set(jobs.map(({ id }) => id));
    let waiting = jobs;
    for (let before = -1; before !== waiting.length;) {
        before = waiting.length;
        const ids = new Set(waiting.map(({ id }) => id));
        waiting = waiting.filter(({ needs }) => needs.some((needed) => ids.has(needed) || !known.has(needed)));
    }
    const circle = waiting.filter(({ needs }) => needs.every((needed) => known.has(needed)));
    const [first] = circle;
    if (first === undefined)
        return [];
    const names = circle.map(({ id }) => id).join(', ');
    return [
        new error/* ReleaseError */.K2(`No job of these can ever start, because each needs another one: ${names}.`, {
            fix: 'Remove one of their needs.',
            at: (0,workflow_value/* valueAt */.fK)(first.more, 'needs')?.at ?? first.at,
        }),
    ];
}


/***/ })

};
