export const id = "command";
export const ids = ["command"];
export const modules = {

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1987);

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

/***/ 776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./build/src/embedded/git/processes.js



/** Runs git without the environment and the configuration of the caller. Only the served repository has settings. */
class GitProcesses {
    #environment;
    #running = new Map();
    #ended = false;
    constructor(searchPath) {
        this.#environment = { ...scrubbed, PATH: searchPath };
    }
    /** What git printed, with any exit code: some commands end with 1 when they find nothing. */
    async run(args, { env, input }) {
        if (this.#ended)
            throw new Error('The git server is closed.');
        const child = (0,external_node_child_process_.spawn)('git', args, { env: { ...this.#environment, ...env }, detached: true });
        child.stdin.on('error', () => { }); // git may stop reading early: its output tells why
        child.stdin.end(input);
        const outcome = Promise.all([(0,consumers_.buffer)(child.stdout), (0,consumers_.text)(child.stderr), (0,external_node_events_.once)(child, 'close')]).then(([stdout, stderr, [exitCode]]) => ({ stdout, stderr, exitCode: exitCode ?? undefined }));
        this.#running.set(child, outcome);
        return outcome.finally(() => this.#running.delete(child));
    }
    /** Kills every git that still runs, and waits until all of them are gone. */
    async end() {
        this.#ended = true;
        for (const { pid, exitCode, signalCode } of this.#running.keys()) {
            const isRunning = pid !== undefined && exitCode === null && signalCode === null;
            if (isRunning)
                process.kill(-pid); // the process group, because git does not end its hooks
        }
        await Promise.allSettled(this.#running.values());
    }
}
const configuration = {
    'uploadpack.allowAnySHA1InWant': 'true', // GitHub allows it, and actions/checkout fetches commits by their SHA
    'uploadpack.allowFilter': 'true',
    'receive.autogc': 'false',
    'safe.directory': '*',
};
const scrubbed = {
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: String(Object.keys(configuration).length),
    ...Object.fromEntries(Object.entries(configuration).flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ])),
};

;// CONCATENATED MODULE: ./build/src/rehearsal/checkout.js




/** The repository of the person who rehearses, read by git. Nothing is written to it. */
class Checkout {
    folder;
    git;
    static async open(folder, searchPath) {
        const git = new GitProcesses(searchPath);
        const found = await git.run(['-C', folder, 'rev-parse', '--show-toplevel'], {});
        if (found.exitCode !== 0)
            throw new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(folder)} is not in a checkout of git.`, {
                fix: 'Go to the checkout of the project whose release you want to rehearse.',
            });
        return new Checkout(found.stdout.toString('utf8').trimEnd(), git);
    }
    constructor(folder, git) {
        this.folder = folder;
        this.git = git;
    }
    /** The trimmed output of git; undefined if git finds nothing. */
    async look(...args) {
        const { stdout, exitCode } = await this.git.run(['-C', this.folder, ...args], {});
        return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
    }
    async head() {
        const head = await this.look('rev-parse', '--verify', '--quiet', 'HEAD');
        if (head === undefined)
            throw new error/* ReleaseError */.K2('This repository has no commit.', { fix: 'Commit what should be released.' });
        return head;
    }
    /** `owner/name`, as origin has it. A repository without a remote is called after its folder. */
    async name() {
        const address = (await this.look('config', '--get', 'remote.origin.url')) ?? '';
        const [, owner, name] = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
        return owner === undefined || name === undefined ? `owner/${(0,external_node_path_.basename)(this.folder)}` : `${owner}/${name}`;
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
    async workflows(commit) {
        const listed = await this.look('ls-tree', '--name-only', commit, '--', '.github/workflows/');
        const paths = (listed ?? '').split('\n').filter((path) => /\.ya?ml$/.test(path));
        return Promise.all(paths.map(async (path) => ({ path, text: (await this.look('cat-file', 'blob', `${commit}:${path}`)) ?? '' })));
    }
}

// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(4773);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/value.js
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

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/dispatch-inputs.js




/** The inputs of `workflow_dispatch` as the workflow sees them: with defaults, and booleans as such. */
function dispatchInputs(trigger, given) {
    const declared = entriesOf(valueAt(trigger?.filters, 'inputs'));
    const names = declared.map(({ key }) => key);
    const at = trigger?.at;
    const unknown = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => new error/* ReleaseError */.K2(`The workflow has no input ${(0,domain_text/* quoted */.TL)(name)}.`, { fix: (0,suggestion/* suggestion */.h)(name, names), at }));
    const wrong = declared.flatMap((entry) => refusalOf(entry, given[entry.key]) ?? []);
    (0,error/* refuseIfAny */.Yb)('The workflow cannot be started with these inputs.', [...unknown, ...wrong]);
    return Object.fromEntries(declared.map((entry) => [entry.key, inputOf(entry, given[entry.key])]));
}
const typeOf = ({ value }) => textOf(valueAt(value, 'type')) ?? 'string';
function inputOf(entry, given) {
    const value = valueAt(entry.value, 'default');
    const text = given ?? (value?.kind === 'literal' ? value.value : undefined);
    const type = typeOf(entry);
    if (type === 'boolean')
        return String(text ?? false) === 'true';
    if (text !== undefined && text !== null)
        return type === 'number' ? Number(text) : String(text);
    return type === 'choice' ? (textsOf(valueAt(entry.value, 'options'))[0] ?? '') : '';
}
function refusalOf(entry, given) {
    const { key, keyAt, value } = entry;
    const isRequired = textOf(valueAt(value, 'required')) === 'true';
    const text = given === undefined ? textOf(valueAt(value, 'default')) : String(given);
    const type = typeOf(entry);
    const named = (sentence, fix) => new error/* ReleaseError */.K2(`Input ${key} ${sentence}`, { fix, at: keyAt });
    if (text === undefined || text === '')
        return isRequired && type !== 'boolean' && type !== 'choice'
            ? named('is required.', `Give it with --input ${key}=VALUE.`)
            : undefined;
    const options = textsOf(valueAt(value, 'options'));
    if (type === 'choice' && !options.includes(text))
        return named(`has to be ${(0,domain_text/* listed */.KE)(options, 'or')}, not ${(0,domain_text/* quoted */.TL)(text)}.`, (0,suggestion/* suggestion */.h)(text, options));
    if (type === 'boolean' && !['true', 'false'].includes(text))
        return named(`has to be true or false, not ${(0,domain_text/* quoted */.TL)(text)}.`);
    if (type === 'number' && (text.trim() === '' || Number.isNaN(Number(text))))
        return named(`has to be a number, not ${(0,domain_text/* quoted */.TL)(text)}.`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/event.js
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

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
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

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/ref-filter.js


/** The patterns of a filter, with the line of each. */
function patternsOf(filters, key) {
    const value = valueAt(filters, key);
    if (value === undefined)
        return undefined;
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => textsOf(item).map((pattern) => ({ pattern, at: item.at })));
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
    const others = [other, `${other}-ignore`].map((key) => valueAt(filters, key)).find((value) => value !== undefined);
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
        return wantedName(wanted, named, valueAt(filters, named.key)?.at ?? { file: '' });
    if (ignored === undefined)
        return undefined;
    const hit = ignored.find(({ pattern }) => matchesPattern(named.name, pattern));
    const at = hit?.at ?? valueAt(filters, `${named.key}-ignore`)?.at ?? { file: '' };
    const { kind, name, key } = named;
    return hit === undefined
        ? { runs: true, because: `${kind} ${name} is not among those of ${key}-ignore`, at }
        : { runs: false, because: `${kind} ${name} matches ${quote(hit)} of ${key}-ignore`, at };
}
function wantedName(patterns, { key, kind, name }, at) {
    const last = lastMatch(name, patterns);
    if (last === undefined) {
        const all = patterns.map(quote).join(', ');
        return {
            runs: false,
            because: `${kind} ${name} matches none of the ${key}: ${all}`,
            at,
            ...mended(patterns, name),
        };
    }
    return isNegation(last.pattern)
        ? { runs: false, because: `${kind} ${name} is taken out by ${quote(last)}`, at: last.at }
        : { runs: true, because: `${kind} ${name} matches ${quote(last)}`, at: last.at };
}
/** A star does not match a slash, which is the usual mistake. */
function mended(patterns, name) {
    if (!name.includes('/'))
        return {};
    const last = name.slice(name.lastIndexOf('/') + 1);
    const near = patterns.find(({ pattern }) => !isNegation(pattern) && (matchesPattern(last, pattern) || matchesPattern(name, pattern.replaceAll(/\*+/g, '**'))));
    if (near === undefined)
        return {};
    const folder = name.slice(0, name.lastIndexOf('/'));
    return {
        fix: `${quote(near)} does not match a slash. If ${name} should start it, add ${folder}/${near.pattern} to the list.`,
    };
}
const quote = ({ pattern }) => `'${pattern}'`;

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/path-filter.js



/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
function changedPaths(filters, paths) {
    const [wanted, ignored] = [patternsOf(filters, 'paths'), patternsOf(filters, 'paths-ignore')];
    if (wanted !== undefined) {
        const hit = paths.find((path) => isWanted(path, wanted));
        const at = valueAt(filters, 'paths')?.at ?? { file: '' };
        return hit === undefined
            ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
            : { runs: true, because: `${hit} is one of its paths`, at };
    }
    if (ignored === undefined)
        return undefined;
    const at = valueAt(filters, 'paths-ignore')?.at ?? { file: '' };
    const other = paths.find((path) => !ignored.some(({ pattern }) => matchesPattern(path, pattern)));
    return other === undefined
        ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
        : { runs: true, because: `${other} is not among its paths-ignore`, at };
}
function isWanted(path, patterns) {
    const last = lastMatch(path, patterns);
    return last !== undefined && !isNegation(last.pattern);
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
    const findings = [activity, obstacle, refs, paths].map((look) => look(trigger, event));
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
    const written = valueAt(filters, 'types');
    const types = written === undefined ? defaultActivities[listened] : textsOf(written);
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
            because: `the token of a job did this, which starts no workflow: ${name} at ${refName(ref)}`,
            at,
            fix: 'Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
        };
    if (name === 'push' && ref.startsWith('refs/tags/') && tagsInPush > mostTags)
        return {
            runs: false,
            because: `${tagsInPush} tags were pushed at once, and GitHub makes no events for more than ${mostTags}`,
            at,
            fix: `Push at most ${mostTags} tags at once.`,
        };
    const skip = ['push', 'pull_request'].includes(name) ? skipOf(message) : undefined;
    return skip === undefined
        ? undefined
        : { runs: false, because: `the message of the commit has ${skip}`, at, fix: `Commit again without ${skip}.` };
}
// https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
function skipOf(message) {
    const marked = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.exec(message)?.[0];
    return marked ?? /\n\n(?:[^\n]*\n)*?(skip-checks: ?true)\s*$/.exec(message)?.[1];
}
function refs({ filters, at }, { name, ref, baseBranch }) {
    if (name === 'push')
        return pushedRef(filters, ref, at);
    const branch = name.startsWith('pull_request') ? baseBranch : undefined;
    return branch === undefined ? undefined : byFilters(filters, { key: 'branches', kind: 'base branch', name: branch });
}
/** Path filters do not count for tags. */
function paths({ filters }, { ref, changedPaths: changed }) {
    return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/permissions.js

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
/** What a repository grants with the setting "read and write permissions". */
const permissiveDefaults = { levels: permissions_all('write'), at: undefined };
/** A scope that `permissions` leaves out is none. */
function permissionsOf(value) {
    if (value === undefined)
        return undefined;
    const shorthand = /^(read|write)-all$/.exec(textOf(value) ?? '')?.[1];
    if (shorthand !== undefined)
        return { levels: permissions_all(shorthand), at: value.at };
    const given = entriesOf(value).map(({ key, value: level }) => [key, textOf(level)]);
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
const order = (/* unused pure expression or super */ null && (['none', 'read', 'write']));
function permissions_all(level) {
    return Object.fromEntries(scopes.filter((scope) => level !== 'write' || !neverInAll.has(scope)).map((scope) => [scope, level]));
}

// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/model/converter/if-condition.js
var if_condition = __webpack_require__(2642);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/json-object-reader.js
var json_object_reader = __webpack_require__(9540);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/schema/template-schema.js + 10 modules
var template_schema = __webpack_require__(9713);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/template-context.js + 1 modules
var template_context = __webpack_require__(377);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/template-reader.js + 2 modules
var template_reader = __webpack_require__(4392);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/tokens/string-token.js
var string_token = __webpack_require__(310);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/tokens/type-guards.js
var type_guards = __webpack_require__(7650);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/templates/trace-writer.js
var trace_writer = __webpack_require__(9577);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/workflows/yaml-object-reader.js
var yaml_object_reader = __webpack_require__(7238);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/action-v1.0.min.json
var action_v1_0_min = __webpack_require__(5409);
// EXTERNAL MODULE: ./build/node_modules/@actions/workflow-parser/dist/workflow-v1.0.min.json
var workflow_v1_0_min = __webpack_require__(3048);
;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/source.js









// Why: docs/decisions.md D73



const kinds = {
    workflow: { schema: workflow_v1_0_min, root: 'workflow-root-strict' },
    action: { schema: action_v1_0_min, root: 'action-root' },
};
/** Reads a workflow or an action file with GitHub's own reader, and refuses what GitHub refuses. */
function readSource({ path, text }, kind) {
    const { schema, root } = kinds[kind];
    const errors = new template_context/* TemplateValidationErrors */.R();
    const context = new template_context/* TemplateContext */.m(errors, schemaOf(schema), new trace_writer/* NoOperationTraceWriter */.P());
    const reader = new FoldedReader(context.getFileId(path), text);
    for (const { message, range } of reader.errors)
        context.error(context.getFileId(path), message, range);
    const token = errors.count > 0 ? undefined : (0,template_reader/* readTemplate */.x)(context, root, reader, context.getFileId(path));
    const value = token === undefined ? undefined : source_valueOf(token, { path, context });
    const refusals = errors.getErrors().map(({ rawMessage, range }) => refusal(path, rawMessage, range?.start.line));
    const inOrder = refusals.toSorted((one, other) => (one.at?.line ?? 0) - (other.at?.line ?? 0));
    (0,error/* refuseIfAny */.Yb)(`GitHub does not accept ${path}.`, inOrder);
    if (value === undefined)
        throw refusal(path, 'It is empty', 1);
    return value;
}
/** The reader takes the source of a block, with its indentation, for its text. So it does not get to know the source. */
class FoldedReader extends yaml_object_reader/* YamlObjectReader */.M {
    allowLiteral() {
        const token = super.allowLiteral();
        if (token === undefined || !(0,type_guards/* isString */.Kg)(token))
            return token;
        return new string_token/* StringToken */.H(token.file, token.range, token.value, token.definitionInfo);
    }
}
const schemas = new Map();
function schemaOf(json) {
    const schema = schemas.get(json) ?? template_schema/* TemplateSchema */._.load(new json_object_reader/* JSONObjectReader */.J(undefined, JSON.stringify(json)));
    schemas.set(json, schema);
    return schema;
}
function refusal(path, message, line) {
    const [sentence = ''] = message.trim().split('\n');
    return new error/* ReleaseError */.K2(`GitHub does not accept ${path}: ${sentence.replace(/(?: at line \d+, column \d+)?[.:]?$/, '')}.`, {
        at: positionOf(path, line),
    });
}
const positionOf = (file, line) => line === undefined ? { file } : { file, line };
function source_valueOf(token, reading) {
    const at = positionOf(reading.path, token.line);
    if ((0,type_guards/* isMapping */.pi)(token))
        return { kind: 'mapping', entries: [...token].map((entry) => entryOf(entry, reading)), at };
    if ((0,type_guards/* isSequence */.wZ)(token)) {
        const items = Array.from({ length: token.count }, (_, index) => source_valueOf(token.get(index), reading));
        return { kind: 'list', items, at };
    }
    if ((0,type_guards/* isBasicExpression */.hR)(token))
        return { kind: 'expression', expression: token.expression, at };
    const isPlain = (0,type_guards/* isString */.Kg)(token) || (0,type_guards/* isNumber */.Et)(token) || (0,type_guards/* isBoolean */.Lm)(token);
    return { kind: 'literal', value: isPlain ? token.value : null, at };
}
function entryOf({ key, value }, reading) {
    return {
        key: key.toString(),
        keyAt: positionOf(reading.path, key.line),
        value: isCondition(key) ? conditionOf(value, reading) : source_valueOf(value, reading),
    };
}
/** Whether it is `if` of a job or step, and no variable or input with that name. */
const isCondition = (key) => (0,type_guards/* isString */.Kg)(key) &&
    key.value === 'if' &&
    key.definitionInfo?.allowedContext.some((name) => name.startsWith('success(')) === true;
/** An `if` is an expression, also without `${{ }}`. Without a status function in it, it needs success() too. */
function conditionOf(token, { path, context }) {
    const at = positionOf(path, token.line);
    return { kind: 'expression', expression: (0,if_condition/* convertToIfCondition */.l7)(context, token)?.expression ?? 'false', at };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/step.js

const stepsOf = (steps) => itemsOf(steps).flatMap((step) => stepOf(step) ?? []);
function stepOf(step) {
    const [script, uses] = [valueAt(step, 'run'), valueAt(step, 'uses')];
    const common = {
        at: step.at,
        id: textOf(valueAt(step, 'id')),
        name: valueAt(step, 'name'),
        condition: valueAt(step, 'if'),
        env: valueAt(step, 'env'),
        continueOnError: valueAt(step, 'continue-on-error'),
        timeoutMinutes: valueAt(step, 'timeout-minutes'),
    };
    if (script !== undefined) {
        const [shell, folder] = [valueAt(step, 'shell'), valueAt(step, 'working-directory')];
        return { ...common, work: { kind: 'run', script, shell, folder } };
    }
    if (uses === undefined)
        return undefined;
    return { ...common, work: { kind: 'uses', name: textOf(uses) ?? '', at: uses.at, inputs: valueAt(step, 'with') } };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/workflow/workflow.js






/** Reads a workflow, and refuses what GitHub refuses. */
function readWorkflow(source) {
    const root = readSource(source, 'workflow');
    const jobs = entriesOf(valueAt(root, 'jobs')).map(({ key, keyAt, value }) => jobOf(key, keyAt, value));
    (0,error/* refuseIfAny */.Yb)(`GitHub does not accept ${source.path}.`, [...wrongNeeds(jobs), ...circles(jobs)]);
    return {
        path: source.path,
        name: textOf(valueAt(root, 'name')) ?? source.path,
        triggers: triggersOf(valueAt(root, 'on')),
        permissions: permissionsOf(valueAt(root, 'permissions')),
        env: valueAt(root, 'env'),
        defaults: valueAt(root, 'defaults', 'run'),
        concurrency: valueAt(root, 'concurrency'),
        jobs,
    };
}
/** `on: push`, `on: [push, release]`, or a mapping. */
function triggersOf(on) {
    if (on === undefined)
        return [];
    if (on.kind === 'mapping')
        return on.entries.map(({ key, keyAt, value }) => ({ event: key, at: keyAt, filters: value }));
    const names = on.kind === 'list' ? itemsOf(on) : [on];
    return names.map((name) => ({ event: textOf(name) ?? '', at: name.at, filters: undefined }));
}
function jobOf(id, at, value) {
    const uses = valueAt(value, 'uses');
    return {
        id,
        at,
        needs: textsOf(valueAt(value, 'needs')),
        permissions: permissionsOf(valueAt(value, 'permissions')),
        steps: stepsOf(valueAt(value, 'steps')),
        uses: uses && { name: textOf(uses) ?? '', at: uses.at },
        more: value,
    };
}
function wrongNeeds(jobs) {
    const ids = jobs.map(({ id }) => id);
    return jobs.flatMap(({ id, needs, more, at }) => needs
        .filter((needed) => !ids.includes(needed))
        .map((needed) => new error/* ReleaseError */.K2(`Job ${id} needs the job ${needed}, which the workflow does not have.`, {
        fix: (0,suggestion/* suggestion */.h)(needed, ids),
        at: valueAt(more, 'needs')?.at ?? at,
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
            at: valueAt(first.more, 'needs')?.at ?? first.at,
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/explain.js






/** For every workflow, whether an event starts it, and why. Those that start stand first. */
function explained(files, event) {
    const all = files.map((file) => {
        const workflow = (0,error/* attempt */.CD)(() => readWorkflow(file));
        if (workflow instanceof error/* ReleaseError */.K2)
            return { kind: 'refused', path: file.path, refusal: workflow };
        return { kind: 'read', workflow, finding: findingOn(workflow, event) };
    });
    const isStarted = (one) => one.kind === 'read' && one.finding.runs;
    return [...all.filter(isStarted), ...all.filter((one) => !isStarted(one))];
}
function findingOn(workflow, event) {
    const finding = verdictOn(workflow, event);
    if (event.workflow === undefined || !finding.runs)
        return finding;
    if (event.workflow !== workflow.path)
        return { ...finding, runs: false, because: 'another workflow is started' };
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const wrong = (0,error/* attempt */.CD)(() => dispatchInputs(trigger, event.inputs ?? {}));
    if (!(wrong instanceof error/* ReleaseError */.K2))
        return finding;
    const because = [wrong, ...wrong.reasons].map(({ message }) => message.replace(/\.$/, '')).join('; ');
    return { runs: false, because, at: wrong.at ?? finding.at, ...(wrong.fix !== undefined && { fix: wrong.fix }) };
}
/** One line for each workflow, and one below it with the fix. */
function explanation(all, event) {
    const head = `${event.name}${event.activity === undefined ? '' : ` (${event.activity})`} at ${refName(event.ref)}:`;
    return [head, ...(all.length === 0 ? ['  There are no workflows.'] : all.flatMap(linesOf))].join('\n');
}
function linesOf(one) {
    if (one.kind === 'refused') {
        const { reasons } = one.refusal;
        const told = (reasons.length > 0 ? reasons : [one.refusal]).map(({ message, at }) => (0,place/* placed */.GS)(message, at));
        return [`  ${one.path} cannot run.`, ...told.map((line) => `    ${line}`)];
    }
    const { runs, because, at, fix } = one.finding;
    const line = at.line === undefined ? '' : ` (line ${at.line})`;
    const sentence = `  ${one.workflow.path} ${runs ? 'runs' : 'does not run'}: ${because}${line}.`;
    return fix === undefined ? [sentence] : [sentence, `    ${fix}`];
}

;// CONCATENATED MODULE: ./build/src/rehearsal/command.js





const help = `Rehearse a release: what the workflows of this checkout do when a tag is pushed, or when somebody starts one.

Usage: release-actions rehearse <tag | workflow> --explain [options]

  --explain
    Say of every workflow whether it would run, and why.
  --input NAME=VALUE
    An input of the workflow that is started. Can be given several times.
  --ref BRANCH
    The branch at which the workflow is started. [the default branch]

Examples
  release-actions rehearse v1.2.0 --explain
  release-actions rehearse release.yml --input version=1.2.0 --explain
`;
/** Reads the command line. What it returns does the work, and returns the exit code. */
function command(args) {
    const asked = readArguments(args);
    return asked === 'help' ? showHelp : (terminal) => explain(asked, terminal);
}
async function showHelp({ print }) {
    print(help);
    return 0;
}
async function explain(asked, { folder, searchPath, print }) {
    const checkout = await Checkout.open(folder, searchPath);
    const event = await eventOf(asked, checkout);
    const all = explained(await checkout.workflows(event.sha), event);
    print(`${explanation(all, event)}\n`);
    return all.some((one) => one.kind === 'read' && one.finding.runs) ? 0 : 1;
}
function readArguments(args) {
    const options = {
        explain: { type: 'boolean' },
        input: { type: 'string', multiple: true },
        ref: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
    };
    const { values, positionals } = parsed(() => (0,external_node_util_.parseArgs)({ args: [...args], options, allowPositionals: true }));
    if (values.help === true)
        return 'help';
    const [what, ...more] = positionals;
    if (what === undefined || more.length > 0)
        throw new error/* ReleaseError */.K2(`rehearse takes one tag or one workflow, not ${positionals.length}.`, { fix: usage });
    if (values.explain !== true)
        throw new error/* ReleaseError */.K2('rehearse can only explain so far.', { fix: 'Add --explain.' });
    return { what, ref: values.ref, inputs: Object.fromEntries((values.input ?? []).map(command_inputOf)) };
}
const usage = 'Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.';
function parsed(read) {
    try {
        return read();
    }
    catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new error/* ReleaseError */.K2(message, { fix: 'release-actions rehearse --help lists all options.', cause });
    }
}
function command_inputOf(text) {
    const [, name, value] = /^([\w-]+)=([^]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
        throw new error/* ReleaseError */.K2(`--input ${(0,domain_text/* quoted */.TL)(text)} has no name and value.`, { fix: 'Write --input version=1.2.0.' });
    return [name, value];
}
const person = { login: 'you', kind: 'person' };
const nothing = '0'.repeat(40);
/** A name of a workflow file stands for starting it, everything else for pushing a tag. */
async function eventOf({ what, ref, inputs }, checkout) {
    if (/\.ya?ml$/.test(what)) {
        const branch = ref ?? (await checkout.defaultBranch());
        const sha = await checkout.look('rev-parse', '--verify', '--quiet', `${branch}^{commit}`);
        if (sha === undefined)
            throw new error/* ReleaseError */.K2(`There is no branch ${(0,domain_text/* quoted */.TL)(branch)}.`, { fix: 'Give another --ref.' });
        const workflow = what.includes('/') ? what : `.github/workflows/${what}`;
        return {
            name: 'workflow_dispatch',
            ref: `refs/heads/${branch}`,
            sha,
            actor: person,
            payload: { inputs },
            workflow,
            inputs,
        };
    }
    const sha = (await checkout.look('rev-parse', '--verify', '--quiet', `refs/tags/${what}^{commit}`)) ?? (await checkout.head());
    const payload = { ref: `refs/tags/${what}`, before: nothing, after: sha };
    return { name: 'push', ref: `refs/tags/${what}`, sha, actor: person, payload, tagsInPush: 1 };
}


/***/ })

};
