export const id = "command";
export const ids = ["command"];
export const modules = {

/***/ 244:
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
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js + 1 modules
var rehearsal_checkout = __webpack_require__(638);
// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(4773);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(3831);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(375);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/verdict.js + 1 modules
var verdict = __webpack_require__(6801);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js + 1 modules
var workflow_workflow = __webpack_require__(8896);
;// CONCATENATED MODULE: ./build/src/rehearsal/explain.js






/** For every workflow, whether an event starts it, and why. Those that start stand first. */
function explained(files, event) {
    const all = files.map((file) => {
        const workflow = (0,error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S)(file));
        if (workflow instanceof error/* ReleaseError */.K2)
            return { kind: 'refused', path: file.path, refusal: workflow };
        return { kind: 'read', workflow, finding: findingOn(workflow, event) };
    });
    const isStarted = (one) => one.kind === 'read' && one.finding.runs;
    return [...all.filter(isStarted), ...all.filter((one) => !isStarted(one))];
}
function findingOn(workflow, event) {
    const finding = (0,verdict/* verdictOn */.H)(workflow, event);
    if (event.workflow === undefined || !finding.runs)
        return finding;
    if (event.workflow !== workflow.path)
        return { ...finding, runs: false, because: 'another workflow is started' };
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const wrong = (0,error/* attempt */.CD)(() => (0,dispatch_inputs/* dispatchInputs */.C)(trigger, event.inputs ?? {}));
    if (!(wrong instanceof error/* ReleaseError */.K2))
        return finding;
    const because = [wrong, ...wrong.reasons].map(({ message }) => message.replace(/\.$/, '')).join('; ');
    return { runs: false, because, at: wrong.at ?? finding.at, ...(wrong.fix !== undefined && { fix: wrong.fix }) };
}
/** One line for each workflow, and one below it with the fix. */
function explanation(all, event) {
    const head = `${event.name}${event.activity === undefined ? '' : ` (${event.activity})`} at ${(0,triggers_event/* refName */.P)(event.ref)}:`;
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
    const checkout = await rehearsal_checkout/* Checkout */.R.open(folder, searchPath);
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
    return { what, ref: values.ref, inputs: Object.fromEntries((values.input ?? []).map(inputOf)) };
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
function inputOf(text) {
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


/***/ }),

/***/ 3831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ dispatchInputs)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1987);
/* harmony import */ var _workflow_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5890);




/** The inputs of `workflow_dispatch` as the workflow sees them: with defaults, and booleans as such. */
function dispatchInputs(trigger, given) {
    const declared = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(trigger?.filters, 'inputs'));
    const names = declared.map(({ key }) => key);
    const at = trigger?.at;
    const unknown = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow has no input ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)}.`, { fix: (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, names), at }));
    const wrong = declared.flatMap((entry) => refusalOf(entry, given[entry.key]) ?? []);
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('The workflow cannot be started with these inputs.', [...unknown, ...wrong]);
    return Object.fromEntries(declared.map((entry) => [entry.key, inputOf(entry, given[entry.key])]));
}
const typeOf = ({ value }) => (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'type')) ?? 'string';
function inputOf(entry, given) {
    const value = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'default');
    const text = given ?? (value?.kind === 'literal' ? value.value : undefined);
    const type = typeOf(entry);
    if (type === 'boolean')
        return String(text ?? false) === 'true';
    if (text !== undefined && text !== null)
        return type === 'number' ? Number(text) : String(text);
    return type === 'choice' ? ((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'options'))[0] ?? '') : '';
}
function refusalOf(entry, given) {
    const { key, keyAt, value } = entry;
    const isRequired = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'required')) === 'true';
    const text = given === undefined ? (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'default')) : String(given);
    const type = typeOf(entry);
    const named = (sentence, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Input ${key} ${sentence}`, { fix, at: keyAt });
    if (text === undefined || text === '')
        return isRequired && type !== 'boolean' && type !== 'choice'
            ? named('is required.', `Give it with --input ${key}=VALUE.`)
            : undefined;
    const options = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'options'));
    if (type === 'choice' && !options.includes(text))
        return named(`has to be ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(options, 'or')}, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`, (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(text, options));
    if (type === 'boolean' && !['true', 'false'].includes(text))
        return named(`has to be true or false, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    if (type === 'number' && (text.trim() === '' || Number.isNaN(Number(text))))
        return named(`has to be a number, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    return undefined;
}


/***/ }),

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refName),
/* harmony export */   m: () => (/* binding */ shortRef)
/* harmony export */ });
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


/***/ }),

/***/ 6801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var value = __webpack_require__(5890);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(375);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
var filter_pattern = __webpack_require__(626);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/ref-filter.js
var ref_filter = __webpack_require__(1773);
;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/path-filter.js



/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
function changedPaths(filters, paths) {
    const [wanted, ignored] = [(0,ref_filter/* patternsOf */.D4)(filters, 'paths'), (0,ref_filter/* patternsOf */.D4)(filters, 'paths-ignore')];
    if (wanted !== undefined) {
        const hit = paths.find((path) => isWanted(path, wanted));
        const at = (0,value/* valueAt */.fK)(filters, 'paths')?.at ?? { file: '' };
        return hit === undefined
            ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
            : { runs: true, because: `${hit} is one of its paths`, at };
    }
    if (ignored === undefined)
        return undefined;
    const at = (0,value/* valueAt */.fK)(filters, 'paths-ignore')?.at ?? { file: '' };
    const other = paths.find((path) => !ignored.some(({ pattern }) => (0,filter_pattern/* matchesPattern */.MT)(path, pattern)));
    return other === undefined
        ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
        : { runs: true, because: `${other} is not among its paths-ignore`, at };
}
function isWanted(path, patterns) {
    const last = (0,filter_pattern/* lastMatch */.c_)(path, patterns);
    return last !== undefined && !(0,filter_pattern/* isNegation */.Ct)(last.pattern);
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
    const written = (0,value/* valueAt */.fK)(filters, 'types');
    const types = written === undefined ? defaultActivities[listened] : (0,value/* textsOf */.CB)(written);
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
            because: `the token of a job did this, which starts no workflow: ${name} at ${(0,triggers_event/* refName */.P)(ref)}`,
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
        return (0,ref_filter/* pushedRef */.L5)(filters, ref, at);
    const branch = name.startsWith('pull_request') ? baseBranch : undefined;
    return branch === undefined ? undefined : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'base branch', name: branch });
}
/** Path filters do not count for tags. */
function paths({ filters }, { ref, changedPaths: changed }) {
    return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}


/***/ })

};
