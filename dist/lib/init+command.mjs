export const id = "init+command";
export const ids = ["init+command"];
export const modules = {

/***/ 78375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isSignatureTag),
/* harmony export */   h: () => (/* binding */ isSignature)
/* harmony export */ });
/** Artifacts that are signatures, or signed statements: of cosign since version 3, before it, and of notation. */
const signatureTypes = new Set([
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'application/vnd.dev.cosign.artifact.sig.v1+json',
    'application/vnd.cncf.notary.signature',
]);
const isSignature = (artifactType) => artifactType !== undefined && signatureTypes.has(artifactType);
/** Whether cosign has signatures or attestations below a tag. */
const isSignatureTag = (tag) => /\.(?:sig|att)$/.test(tag);


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

/***/ 574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Qb: () => (/* binding */ explanation),
/* harmony export */   WF: () => (/* binding */ isStarted),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14773);
/* harmony import */ var _triggers_dispatch_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63831);
/* harmony import */ var _triggers_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20375);
/* harmony import */ var _triggers_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76801);
/* harmony import */ var _workflow_workflow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94604);






/** Whether the event starts a workflow. */
const isStarted = (one) => one.kind === 'read' && one.finding.runs;
/** Whether GitHub does not accept a workflow that the event might start. */
const isRefused = (one) => one.kind === 'refused' && one.isConcerned;
/** For every workflow, whether an event starts it, and why. Those that start stand first. */
function explained(files, event) {
    const all = files.map((file) => {
        const workflow = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_workflow_workflow_js__WEBPACK_IMPORTED_MODULE_5__/* .readWorkflow */ .S6)(file));
        if (workflow instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2) {
            const isNamed = new RegExp(`\\b${event.name}\\b`).test(file.text);
            const isConcerned = event.workflow === undefined ? isNamed : event.workflow === file.path;
            return { kind: 'refused', path: file.path, refusal: workflow, isConcerned };
        }
        return { kind: 'read', workflow, finding: findingOn(workflow, event) };
    });
    return [...all.filter(isStarted), ...all.filter((one) => !isStarted(one))];
}
function findingOn(workflow, event) {
    const finding = (0,_triggers_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictOn */ .H)(workflow, event);
    if (event.workflow === undefined || !finding.runs)
        return finding;
    if (event.workflow !== workflow.path)
        return { ...finding, runs: false, because: 'another workflow is started' };
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const wrong = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_triggers_dispatch_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatchInputs */ .C)(trigger, event.inputs ?? {}));
    if (!(wrong instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2))
        return finding;
    const all = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsIn */ ._n)(wrong);
    const because = all.map(({ message }) => message.replace(/\.$/, '')).join('; ');
    const fix = all.flatMap((one) => one.fix ?? []).join(' ');
    return { runs: false, because, at: all[0]?.at ?? finding.at, ...(fix !== '' && { fix }) };
}
/** One line for each workflow, and one below it with the fix. */
function explanation(all, event) {
    const head = `${event.name}${event.activity === undefined ? '' : ` (${event.activity})`} at ${(0,_triggers_event_js__WEBPACK_IMPORTED_MODULE_3__/* .refName */ .P)(event.ref)}:`;
    return [head, ...(all.length === 0 ? ['  There are no workflows.'] : all.flatMap(linesOf))].join('\n');
}
function linesOf(one) {
    if (one.kind === 'refused') {
        const told = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsIn */ ._n)(one.refusal).map(({ message, at }) => (0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(message, at));
        return [`  ${one.path} cannot run.`, ...told.map((line) => `    ${line}`)];
    }
    const { runs, because, at, fix } = one.finding;
    const line = at.line === undefined ? '' : ` (line ${at.line})`;
    const sentence = `  ${one.workflow.path} ${runs ? 'runs' : 'does not run'}: ${because}${line}.`;
    return fix === undefined ? [sentence] : [sentence, `    ${fix}`];
}


/***/ }),

/***/ 70779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   Zu: () => (/* binding */ unreadLines),
/* harmony export */   mR: () => (/* binding */ stepLines),
/* harmony export */   rB: () => (/* binding */ runLines),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14773);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _jobs_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(968);
/* harmony import */ var _step_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65768);
/* harmony import */ var _triggers_event_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20375);






const signs = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '-' };
/** A step, as soon as it has ended; what it said where it failed. */
function stepLines(step, job) {
    if (step.outcome === 'skipped')
        return [];
    const seconds = step.milliseconds >= 100 ? ` (${(step.milliseconds / 1000).toFixed(1)} s)` : '';
    const sign = step.notPerformed === undefined ? signs[step.outcome] : '?';
    const said = step.annotations.map((one) => `      ${told(one)}`);
    const log = (0,_step_log_js__WEBPACK_IMPORTED_MODULE_4__/* .silentEnd */ .b$)(step).map((line) => `      ${line}`);
    return [`  ${job}: ${sign} ${(0,_step_log_js__WEBPACK_IMPORTED_MODULE_4__/* .stepName */ .u)(step.name)}${seconds}`, ...said, ...log];
}
const told = ({ message, at }) => (0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(message, at).replaceAll('\n', '\n      ');
function runLines(run) {
    const { path, id, result } = run;
    const ends = { success: 'succeeded', failure: 'failed', cancelled: 'was cancelled', skipped: 'had nothing to do' };
    return [`${path} (run ${id}) ${ends[result]}.`, ...(0,_jobs_records_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationsOf */ .Ih)(run).map((one) => `  ${told(one)}`)];
}
/** A workflow that GitHub does not accept. */
function unreadLines(one) {
    if (one.kind === 'read')
        return [];
    return (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsIn */ ._n)(one.refusal).map(({ message, at }) => `  ${(0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(message, at)}`);
}
/** The line before the runs of an event. */
const eventLine = (name, ref, by) => `${name} at ${(0,_triggers_event_js__WEBPACK_IMPORTED_MODULE_5__/* .refName */ .P)(ref)}, by ${by}`;
/** What stops the release, what would be there afterwards, and what a rehearsal cannot know. */
function report(chronicle) {
    const { interruption, refusals, risks, unknown, packages, pending, needs } = chronicle;
    return [
        ...section('What stops the release', refusals.flatMap(remarkLines)),
        ...section('Where it was interrupted', (interruption?.remarks ?? []).flatMap(remarkLines)),
        ...section('What may go wrong', risks.flatMap(remarkLines)),
        ...section('What was not performed', unknown.flatMap(remarkLines)),
        ...section('What is there afterwards', worldLines(chronicle)),
        ...section('What would be published', packages.map(packageLine)),
        ...section('What waits for people', pending.flatMap(remarkLines)),
        ...section('What has to be there', needs.flatMap(remarkLines)),
    ];
}
const packageLine = ({ registry, name, digest }) => `${registry}: ${name}, ${digest}`;
/** The last line: whether the release would go on to its end. */
function verdict({ isDone, interruption, refusals: [first], unknown, course }) {
    const place = first?.at?.line === undefined ? '' : `, first at ${first.at.file}:${first.at.line}`;
    const until = interruption === undefined ? '' : ` The rehearsal was interrupted, after ${performedIn(course)}.`;
    if (first !== undefined)
        return `✗ The release would stop${place}.${until}`;
    if (!isDone)
        return `⊘ It is not known whether the release would stop.${until}`;
    const gaps = unknown.length === 0 ? '' : ', as far as it could be performed';
    return `✓ The release would go on to its end${gaps}.`;
}
/** `3 steps`: those that ended by themselves. */
function performedIn(course) {
    const steps = course
        .flatMap((one) => (one.kind === 'run' ? one.jobs : []))
        .flatMap((job) => job.steps)
        .filter(({ result }) => result === 'success' || result === 'failure');
    return steps.length === 1 ? '1 step' : `${steps.length} steps`;
}
const section = (title, lines) => lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
const remarkLines = ({ what, why, at }) => [
    (0,_domain_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(what.replaceAll(/\s*\n\s*/g, ' '), at),
    ...(why === undefined ? [] : why.split('\n').map((line) => `  ${line}`)),
];
function worldLines({ refs, releases, pulls, images }) {
    return [
        ...refs.filter(({ isNew }) => isNew).map(({ kind, name, commit }) => `${kind} ${name} at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(commit)}`),
        ...releases.flatMap(({ tag, state, assets }) => [
            `${state === 'draft' ? 'draft release' : 'release'} ${tag}${state === 'latest' ? ' (the latest)' : ''}`,
            ...assets.map(({ name, size, digest }) => `  ${name}, ${size} bytes${digest === '' ? '' : `, ${digest}`}`),
        ]),
        ...pulls.map(({ number, title, head, base, state }) => `pull request #${number} "${title}", ${head} → ${base} (${state})`),
        ...images.flatMap(({ name, tags, manifests }) => {
            const kinds = new Map(manifests.map(({ digest, kind }) => [digest, kind.replace('index', 'image')]));
            return Object.entries(tags).map(([tag, digest]) => `${kinds.get(digest) ?? 'image'} ${name}:${tag}, ${digest}`);
        }),
    ];
}


/***/ }),

/***/ 32980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ Scene)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/rehearsal/actions-found.js + 19 modules
var actions_found = __webpack_require__(39068);
// EXTERNAL MODULE: ./build/src/rehearsal/explain.js
var explain = __webpack_require__(574);
// EXTERNAL MODULE: ./build/src/rehearsal/expressions/expression.js
var expression = __webpack_require__(99411);
;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/concurrency.js
// https://docs.github.com/actions/concepts/workflows-and-actions/concurrency
/** Who runs and who waits in each concurrency group: one runs, and one waits. Who comes later takes the place of the latter. */
class ConcurrencyGroups {
    #groups = new Map();
    /** Waits until the member may run. False if it was cancelled before that, or the signal was aborted. */
    async enter(member, signal) {
        const key = member.group.toLowerCase();
        const group = this.#groups.get(key) ?? { running: undefined, waiting: [] };
        this.#groups.set(key, group);
        if (group.running === undefined) {
            group.running = member;
            return true;
        }
        if (member.cancelsInProgress)
            group.running.cancel(`${member.name} cancels what runs in the concurrency group ${member.group}`);
        if (!member.queues) {
            for (const { member: before, start } of group.waiting.splice(0)) {
                before.cancel(`${member.name} took its place in the concurrency group ${member.group}, in which only one may wait`);
                start(false);
            }
        }
        return new Promise((start) => {
            group.waiting.push({ member, start });
            const leave = () => {
                group.waiting = group.waiting.filter((one) => one.member !== member);
                start(false);
            };
            signal.addEventListener('abort', leave, { once: true });
            if (signal.aborted)
                leave();
        });
    }
    /** Lets the next one run. */
    leave(member) {
        const group = this.#groups.get(member.group.toLowerCase());
        if (group?.running !== member)
            return;
        const next = group.waiting.shift();
        group.running = next?.member;
        next?.start(true);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/command-files.js
var command_files = __webpack_require__(57042);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/signal.js
var steps_signal = __webpack_require__(38569);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/starter.js
var starter = __webpack_require__(66434);
;// CONCATENATED MODULE: ./build/src/rehearsal/steps/launcher.js







const shell = '/bin/dash';
/** How much the system keeps of what was written to a pipe and not read yet. */
const mostCommands = 65_536;
/** How long what a program printed is awaited after its end, if a process that it left behind keeps the streams open. */
const patience = 200;
const { O_NONBLOCK, O_RDONLY, O_RDWR, X_OK } = external_node_fs_.constants;
// Why: docs/decisions.md D97
/** A small shell that starts the programs of a job, one after another. Until it is ready, and where there is none, it starts nothing. */
class Launcher {
    #folder;
    #pid;
    #pipes;
    #isFree = false;
    #isOver = false;
    /** The environment that the shell has now. */
    #env = {};
    /** Gets the exit code of the program, or what ended the shell. */
    #settle;
    /** The shell has its pipes in the folder, which does not exist yet. */
    constructor(folder) {
        this.#folder = folder;
        if (process.platform !== 'linux' || !(0,external_node_fs_.existsSync)(shell))
            return;
        (0,external_node_fs_.mkdirSync)(folder);
        const script = `mkfifo commands status stdout stderr && echo ready && exec ${shell} <commands 3>status >/dev/null 2>&1`;
        starter/* starter */.h.start({ command: shell, args: ['-c', script], cwd: folder, env: {} }, (told) => this.#hear(told), 'unawaited');
    }
    /** Starts a program, if nothing about it would differ from what the starter does. Whether it does so. */
    start(program, listener) {
        const pipes = this.#pipes;
        if (pipes === undefined || !this.#isFree || !isPlain(program))
            return false;
        const commands = this.#commandsFor(program);
        if (commands.length > mostCommands || !isThere(program.command) || !isThere(program.cwd))
            return false;
        const streams = this.#streams();
        if (streams === undefined)
            return false;
        this.#isFree = false;
        this.#env = program.env;
        (0,external_node_fs_.writeSync)(pipes.commands, commands);
        void this.#follow(streams, pipes, listener);
        return true;
    }
    /** Ends the shell, and what its programs left behind. */
    end() {
        this.#isOver = true;
        if (this.#pid !== undefined)
            (0,steps_signal/* send */.t)(-this.#pid);
    }
    #hear(told) {
        switch (told.kind) {
            case 'started':
                this.#pid = told.pid;
                if (this.#isOver)
                    this.end();
                break;
            case 'printed':
                this.#begin();
                break;
            case 'ended':
                this.#lose(`exit code ${told.exitCode}`);
                break;
            case 'not started':
                break;
            case 'lost':
                this.end();
                this.#lose(told.by);
        }
    }
    /** The shell is ready. Its first program does nothing, so that no step waits for what Node loads and compiles for it. */
    #begin() {
        const pid = this.#pid;
        const commands = this.#open('commands', O_RDWR); // does not wait for the shell
        const fd = this.#open('status', O_RDONLY | O_NONBLOCK);
        if (pid === undefined || commands === undefined || fd === undefined)
            return;
        const status = new external_node_net_.Socket({ fd, readable: true, writable: false }).setEncoding('utf8').unref();
        status.on('data', (exitCode) => this.#settle?.(Number(exitCode)));
        this.#pipes = { pid, commands, status };
        this.#isFree = true;
        (0,external_node_fs_.writeSync)(commands, 'trap : HUP INT QUIT TERM USR1 USR2\n'); // `kill 0` of a program ends the program
        this.start({ command: '/bin/true', args: [], cwd: this.#folder, env: {} }, () => { });
    }
    #lose(by) {
        this.#pid = undefined;
        if (this.#pipes !== undefined)
            (0,external_node_fs_.closeSync)(this.#pipes.commands);
        this.#pipes = undefined;
        this.#settle?.(by);
    }
    async #follow(streams, { pid, status }, listener) {
        const { promise: settled, resolve } = Promise.withResolvers();
        this.#settle = resolve;
        const closed = Promise.all(streams.map(closeOf));
        listener({ kind: 'started', pid });
        for (const [index, stream] of streams.entries())
            stream.on('data', (text) => listener({ kind: 'printed', stream: index === 0 ? 'stdout' : 'stderr', text }));
        status.ref();
        const how = await settled;
        status.unref();
        if (typeof how === 'number')
            void closed.then(() => (this.#isFree = true));
        const hasLeft = await Promise.race([closed.then(() => false), (0,external_node_timers_promises_.setTimeout)(patience, true, { ref: false })]);
        if (typeof how === 'number')
            return listener({ kind: 'ended', exitCode: how, hasLeft });
        for (const stream of streams)
            stream.destroy();
        listener({ kind: 'lost', by: how });
    }
    /** Where a program prints. None if the folder was removed. */
    #streams() {
        const found = ['stdout', 'stderr'].map((name) => this.#open(name, O_RDONLY | O_NONBLOCK));
        const fds = found.filter((fd) => fd !== undefined);
        if (fds.length === found.length)
            return fds.map((fd) => new external_node_net_.Socket({ fd, readable: true, writable: false }).setEncoding('utf8'));
        for (const fd of fds)
            (0,external_node_fs_.closeSync)(fd);
        return undefined;
    }
    #open(name, flags) {
        try {
            return (0,external_node_fs_.openSync)((0,external_node_path_.join)(this.#folder, name), flags);
        }
        catch {
            return undefined;
        }
    }
    #commandsFor({ command, args, cwd, env }) {
        const { set, unset } = (0,starter/* changes */.A)(this.#env, env);
        const setting = Object.entries(set).map(([name, value]) => `${name}=${(0,domain_text/* quotedForShell */.Ec)(value)}`);
        const [out, err] = [(0,external_node_path_.join)(this.#folder, 'stdout'), (0,external_node_path_.join)(this.#folder, 'stderr')].map(domain_text/* quotedForShell */.Ec);
        const words = [command, ...args].map(domain_text/* quotedForShell */.Ec).join(' ');
        return [
            ...(setting.length > 0 ? [`export ${setting.join(' ')}`] : []),
            ...(unset.length > 0 ? [`unset ${unset.join(' ')}`] : []),
            // In a shell of its own: this one would say there how a signal ended the program.
            `(exec 3>&- </dev/null >${out} 2>${err} && cd -- ${(0,domain_text/* quotedForShell */.Ec)(cwd)} && unset PWD OLDPWD && exec ${words})`,
            'echo "$?" >&3\n',
        ].join('\n');
    }
}
/** Also after an error, which says nothing about the program. */
const closeOf = (stream) => new Promise((resolve) => {
    stream.on('error', () => { }).once('close', resolve);
});
const plain = /^[\t\n\r -~]*$/;
/** The shell gives a meaning to these, or sets them. */
const ownVariables = new Set(['IFS', 'LINENO', 'OLDPWD', 'OPTIND', 'PPID', 'PWD']);
/** Whether the shell can hand all of it over as it is. */
const isPlain = ({ command, args, cwd, env }) => command.startsWith('/') &&
    [command, ...args, cwd, ...Object.values(env)].every((text) => plain.test(text)) &&
    Object.keys(env).every((name) => /^[A-Za-z_]\w*$/.test(name) && !ownVariables.has(name));
function isThere(path) {
    try {
        (0,external_node_fs_.accessSync)(path, X_OK);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/processes.js






const longestLine = 1_000_000;
/** The processes of a job. Those that a step leaves behind are ended with the job, as on GitHub's runners. */
class Processes {
    #groups = new Set();
    #launcher;
    #haveLeft = false;
    /** In the folder, which does not exist yet, is what the job needs to start its programs fast. */
    constructor(folder) {
        this.#launcher = folder === undefined ? undefined : new Launcher(folder);
    }
    /** Whether a step left a process behind, as far as that can be seen. */
    get haveLeft() {
        return this.#haveLeft;
    }
    /** Runs a program to its end, or until the signal kills it with everything that it started. Returns the exit code. */
    async run({ command, args, cwd, env, signal, onLine }) {
        if (signal.aborted)
            return -1;
        const lines = { stdout: new Lines(onLine), stderr: new Lines(onLine) };
        const { promise: ended, resolve, reject } = Promise.withResolvers();
        let pid;
        const stop = () => void killTree(pid);
        signal.addEventListener('abort', stop, { once: true });
        const listen = (told) => {
            switch (told.kind) {
                case 'started':
                    pid = told.pid;
                    this.#groups.add(pid);
                    if (signal.aborted)
                        stop();
                    break;
                case 'printed':
                    lines[told.stream].add(told.text);
                    break;
                case 'ended':
                    this.#haveLeft ||= told.hasLeft;
                    resolve(told.exitCode);
                    break;
                case 'not started':
                    reject(notStarted({ command, cwd }, told));
                    break;
                case 'lost':
                    if (signal.aborted)
                        return resolve(-1); // the kill of what the step started has ended that process, too
                    stop();
                    if (pid !== undefined)
                        (0,steps_signal/* send */.t)(-pid);
                    reject(lost(command, told.by));
            }
        };
        const program = { command, args, cwd, env };
        if (this.#launcher?.start(program, listen) !== true)
            starter/* starter */.h.start(program, listen);
        try {
            const exitCode = await ended;
            for (const stream of Object.values(lines))
                stream.end();
            return signal.aborted ? -1 : exitCode;
        }
        finally {
            signal.removeEventListener('abort', stop);
        }
    }
    /** Ends everything that the steps left behind. */
    end() {
        this.#launcher?.end();
        for (const group of this.#groups)
            (0,steps_signal/* send */.t)(-group);
        this.#groups.clear();
    }
}
function notStarted({ command, cwd }, { reason, code }) {
    const cause = new Error(reason);
    const refusal = (why, fix) => new domain_error/* ReleaseError */.K2(`${command} cannot be started${why}.`, { fix, cause });
    if (!(0,external_node_fs_.existsSync)(cwd))
        return refusal(`, because the folder ${cwd} does not exist`, 'Let no step before it remove it.');
    if (code === 'ENOENT')
        return refusal('', `Install ${command}.`);
    if (code === 'EACCES')
        return refusal(', because permission is denied', `Make it executable: chmod +x ${command}`);
    if (code === 'E2BIG')
        return refusal(', because its arguments and its environment are too long', 'Hand a long text over in a file, not in a variable.');
    return refusal(` (${code})`); // the reason may show the value of a variable
}
const lost = (command, by) => new domain_error/* ReleaseError */.K2(`The process that starts the programs of steps ended by ${by}, while ${command} ran.`, {
    fix: 'End only processes that the step has started.',
});
/** Cuts what a program prints into lines. A bar of progress goes back to the begin of its line, which ends the line, too. */
class Lines {
    #onLine;
    #rest = '';
    constructor(onLine) {
        this.#onLine = onLine;
    }
    add(text) {
        const lines = `${this.#rest}${text}`.split(/\r?\n|\r(?!$)/); // what follows a \r at the end is not known yet
        this.#rest = (lines.pop() ?? '').slice(0, longestLine);
        for (const line of lines)
            this.#onLine(line.slice(0, longestLine));
    }
    end() {
        if (this.#rest !== '')
            this.#onLine(this.#rest.replace(/\r$/, ''));
    }
}
/** Kills a process and all its descendants, also those in other groups. All are stopped first, so that they start no others. */
async function killTree(root) {
    const stopped = new Set();
    for (let found = root === undefined ? [] : [root]; found.length > 0;) {
        for (const pid of found) {
            (0,steps_signal/* send */.t)(pid, 'SIGSTOP');
            stopped.add(pid);
        }
        const parents = await parentsOfProcesses();
        found = [...parents].flatMap(([pid, parent]) => (stopped.has(parent) && !stopped.has(pid) ? [pid] : []));
    }
    for (const pid of stopped)
        (0,steps_signal/* send */.t)(pid);
}
/** The parent of each process, on Linux. Elsewhere only the process group is ended. */
async function parentsOfProcesses() {
    const names = await (0,promises_.readdir)('/proc').catch(() => []);
    const stats = names
        .filter((name) => /^\d+$/.test(name))
        .map(async (name) => [name, await (0,promises_.readFile)(`/proc/${name}/stat`, 'utf8').catch(() => '')]);
    const parents = (await Promise.all(stats)).map(([name, stat]) => {
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [Number(name), Number(parent)];
    });
    return new Map(parents);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/job-folders.js




// Why: docs/decisions.md D96
/** Gives each job its folders. Those of the first one can be made before, while the rehearsal only waits. */
class JobFolders {
    #places;
    #next;
    constructor(places) {
        this.#places = places;
    }
    prepare() {
        this.#next ??= this.#make();
    }
    /** The artifacts of a run are in one folder, for all its jobs. */
    take(run) {
        const { folders, ...others } = this.#next ?? this.#make();
        this.#next = undefined;
        const artifacts = (0,external_node_path_.join)(this.#places.root, 'artifacts', String(run));
        (0,external_node_fs_.mkdirSync)(artifacts, { recursive: true });
        return { folders: { ...folders, artifacts }, ...others };
    }
    #make() {
        const { root, tools, repository } = this.#places;
        (0,external_node_fs_.mkdirSync)(root, { recursive: true });
        const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(root, 'job-'));
        const name = (0,external_node_path_.basename)(repository);
        const work = (0,external_node_path_.join)(own, 'work');
        const folders = { workspace: (0,external_node_path_.join)(work, name, name), temp: (0,external_node_path_.join)(work, '_temp'), tools, home: (0,external_node_path_.join)(own, 'home') };
        for (const folder of Object.values(folders))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        const commandFiles = new command_files/* CommandFolder */.gK(folders.temp);
        commandFiles.prepare();
        return { folders, commandFiles, processes: new Processes((0,external_node_path_.join)(own, 'launcher')) };
    }
}

// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(20375);
;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/contexts.js



// https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
/** `github` of a run, without what only a job has. */
function githubContext(site, { id, number, event }, workflow) {
    const { repository, urls } = site;
    const isTag = event.ref.startsWith('refs/tags/');
    return {
        actor: event.actor.login,
        actor_id: '1',
        api_url: urls.api,
        base_ref: event.baseBranch ?? '',
        event: event.payload,
        event_name: event.name,
        graphql_url: urls.graphql,
        head_ref: event.headBranch ?? '',
        ref: event.ref,
        ref_name: (0,triggers_event/* shortRef */.m)(event.ref),
        ref_protected: false,
        ref_type: isTag ? 'tag' : 'branch',
        repository,
        repository_id: '1',
        repository_owner: repository.split('/')[0] ?? '',
        repository_owner_id: '1',
        repositoryUrl: `git://github.com/${repository}.git`,
        retention_days: '90',
        run_attempt: '1',
        run_id: String(id),
        run_number: String(number),
        secret_source: 'Actions',
        server_url: urls.server,
        sha: event.sha,
        triggering_actor: event.actor.login,
        workflow: workflow.name,
        workflow_ref: `${repository}/${workflow.path}@${event.ref}`,
        workflow_sha: event.sha,
    };
}
/** `runner` */
function runnerContext({ temp, tools, workspace }, system) {
    const arch = process.arch === 'arm64' ? 'ARM64' : 'X64';
    return { name: 'rehearsal', os: system, arch, temp, tool_cache: tools, environment: 'github-hosted', workspace };
}
/** The variables that every process of a job has. What pip, npm and gem install for the whole machine must not change this one. */
function environmentOf(site, github, folders) {
    const names = Object.entries(github).filter(([name]) => !contexts_hidden.has(name));
    const runner = Object.entries(runnerContext(folders, folders.system)).filter(([name]) => name !== 'workspace');
    const [packages, gems] = [(0,external_node_path_.join)(folders.home, '.npm-global'), (0,external_node_path_.join)(folders.home, '.gem')];
    return {
        PIP_REQUIRE_VIRTUALENV: 'true',
        ...site.environment,
        PATH: [(0,external_node_path_.join)(packages, 'bin'), (0,external_node_path_.join)(gems, 'bin'), site.environment['PATH']].join(external_node_path_.delimiter),
        GEM_HOME: gems,
        npm_config_prefix: packages,
        npm_config_audit: 'false', // its request would be named as refused after every npm ci
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        ...Object.fromEntries(names.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, (0,expression/* plainText */.wh)(value)])),
        ...Object.fromEntries(runner.map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, (0,expression/* plainText */.wh)(value)])),
        GITHUB_EVENT_PATH: folders.event,
        GITHUB_WORKSPACE: folders.workspace,
        GITHUB_REF_PROTECTED: 'false',
        HOME: folders.home,
        ImageOS: 'ubuntu24',
        RUNNER_WORKSPACE: folders.workspace.slice(0, -(0,external_node_path_.basename)(folders.workspace).length - 1),
        AGENT_TOOLSDIRECTORY: folders.tools,
    };
}
const contexts_hidden = new Set(['event', 'token', 'repositoryUrl', 'secret_source', 'workspace', 'event_path', 'env', 'path']);

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/permissions.js
var permissions = __webpack_require__(33611);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var workflow_value = __webpack_require__(45890);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/step.js
var step = __webpack_require__(68613);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js + 1 modules
var workflow_workflow = __webpack_require__(94604);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/rehearsal/expressions/hash-files.js




// https://github.com/actions/toolkit/tree/main/packages/glob#patterns
/** `hashFiles` of GitHub: one hash over those of all files that match, or are in a folder that matches. Empty if none does. */
function hashFiles(workspace, patterns) {
    const rules = patterns
        .flatMap(domain_text/* textLines */.Fy)
        .filter((line) => !line.startsWith('#'))
        .map((line) => ruleOf(line, workspace));
    const places = new Set(rules.flatMap(({ isNegated, place }) => (isNegated ? [] : [place])));
    const found = [...new Set([...places].flatMap((place) => filesIn(workspace, place)))]
        .filter((path) => rules.reduce((is, { isNegated, matches }) => (matches(path) ? !isNegated : is), false))
        .toSorted();
    if (found.length === 0)
        return '';
    const all = (0,external_node_crypto_.createHash)('sha256');
    for (const path of found)
        all.update((0,external_node_crypto_.createHash)('sha256')
            .update((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(workspace, path)))
            .digest());
    return all.digest('hex');
}
/** Of several rules, the last one that matches a path counts. */
function ruleOf(line, workspace) {
    const isNegated = line.startsWith('!');
    const text = isNegated ? line.slice(1) : line;
    const path = (0,external_node_path_.normalize)((0,external_node_path_.isAbsolute)(text) ? (0,external_node_path_.relative)(workspace, text) : text).replace(/\/$/, '');
    const parts = path.split('/');
    const star = parts.findIndex((part) => /[*?[{]/.test(part));
    const pattern = dotless(path);
    return {
        isNegated,
        place: parts.slice(0, star < 0 ? parts.length : star).join('/'),
        matches: (file) => withFolders(dotless(file)).some((one) => (0,external_node_path_.matchesGlob)(one, pattern)),
    };
}
/** The files of a place, by their paths in the workspace. What is outside counts for nothing. */
function filesIn(workspace, place) {
    if (/^\.\.(?:\/|$)/.test(place))
        return [];
    const whole = (0,external_node_path_.join)(workspace, place);
    const found = (0,external_node_fs_.statSync)(whole, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true)
        return found?.isFile() === true ? [place] : [];
    return (0,external_node_fs_.readdirSync)(whole, { recursive: true, withFileTypes: true })
        .filter(isFile)
        .map((file) => (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(file.parentPath, file.name)));
}
/** A path, and the folders that it is in. */
const withFolders = (path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
/** Node matches no `*` with what begins with a dot, and GitHub does. */
const dotless = (path) => path.replaceAll(/(?<=^|\/)\.(?!\.?(?:\/|$))/g, '\u{e000}');
const isFile = (file) => file.isFile() ||
    (file.isSymbolicLink() && (0,external_node_fs_.statSync)((0,external_node_path_.join)(file.parentPath, file.name), { throwIfNoEntry: false })?.isFile() === true);

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/room.js


/** The system of this machine. */
const systemHere = process.platform === 'darwin' ? 'macOS' : process.platform === 'win32' ? 'Windows' : 'Linux';
/** What ends a program of the job. After the job was cancelled, steps still run. */
const ending = (room) => (room.status === 'cancelled' ? room.kill : room.signal);
/** What expressions of a step know. */
function scopeOf(room, frame, env = {}) {
    const { github, ...others } = room.contexts;
    const inAction = frame.action && {
        action_path: frame.action.folder,
        action_repository: frame.action.repository,
        action_ref: frame.action.ref,
        action_status: frame.hasFailed ? 'failure' : 'success',
    };
    const isCancelled = () => room.status === 'cancelled';
    const failed = () => (frame.action === undefined ? room.status === 'failure' : frame.hasFailed);
    return {
        contexts: {
            ...others,
            github: { ...github, ...inAction },
            env: { ...room.env, ...frame.env, ...env },
            inputs: frame.inputs,
            steps: frame.steps,
            job: { ...others['job'], status: room.status },
        },
        functions: {
            always: () => true,
            cancelled: isCancelled,
            failure: () => failed() && !isCancelled(),
            success: () => !failed() && !isCancelled(),
            hashFiles: (...patterns) => hashFiles(room.folders.workspace, patterns),
        },
    };
}
/** Where the programs of a step are looked for. */
const pathOf = ({ path, env, environment }) => [...path.toReversed(), env['PATH'] ?? environment['PATH']].join(external_node_path_.delimiter);

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/runner-commands.js
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
function parseCommand(line) {
    const [, name, rest = '', message = ''] = /^\s*::([\w-]+)(?:\s+(.*?))?::(.*)$/s.exec(line) ?? [];
    if (name === undefined)
        return undefined;
    const properties = rest
        .split(',')
        .map((property) => property.trim())
        .filter((property) => property.includes('='))
        .map((property) => {
        const at = property.indexOf('=');
        return [property.slice(0, at), unescaped(property.slice(at + 1), true)];
    });
    return { name: name.toLowerCase(), properties: Object.fromEntries(properties), message: unescaped(message, false) };
}
function unescaped(text, isProperty) {
    const lines = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
    const all = isProperty ? lines.replaceAll('%3A', ':').replaceAll('%2C', ',') : lines;
    return all.replaceAll('%25', '%');
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/speech.js

const mostLines = 50_000;
/** The command by which a program of the rehearsal itself says what it does not do. */
const omission = 'rehearsal-omits';
/** What a step says to the runner: its log, and the commands in it. What a step of a composite action says, the action says. */
class Speech {
    annotations = [];
    log = [];
    outputs = {};
    states = {};
    notPerformed;
    omitted = [];
    /** What the step has got of secrets without a real value. */
    madeUp = new Set();
    summary = '';
    #masks;
    #around;
    #at;
    /** The word that ends `stop-commands`. */
    #stopped;
    constructor(masks, around, at) {
        this.#masks = masks;
        this.#around = around;
        this.#at = at;
    }
    /** A line that a program printed. */
    hear(line) {
        const command = parseCommand(line);
        if (this.#stopped !== undefined) {
            if (command?.name === this.#stopped.toLowerCase())
                this.#stopped = undefined;
            else
                this.say(line);
        }
        else if (command === undefined || !this.#obey(command))
            this.say(line);
    }
    /** A line of the log. */
    say(line) {
        const shown = this.#masks.hide(line);
        if (this.log.length < mostLines)
            this.log.push(shown);
        this.#around?.say(shown);
    }
    annotate(annotation) {
        const shown = { ...annotation, message: this.#masks.hide(annotation.message) };
        this.annotations.push(shown);
        this.#around?.annotate(shown);
    }
    /** Says once that a part of the step is not performed. */
    omit(reason, at) {
        const shown = this.#masks.hide(reason);
        if (this.omitted.some((one) => one.reason === shown))
            return;
        this.omitted.push({ reason: shown, at });
        this.tellUnperformed(reason, at);
    }
    /** Says why the step, or a part of it, is not performed. A composite action says it for its steps. */
    tellUnperformed(reason, at) {
        if (this.#around === undefined)
            this.annotate({ kind: 'warning', message: `Not performed, because ${reason}.`, at });
        else
            this.#around.omit(reason, at);
    }
    summarize(text) {
        this.summary += this.#masks.hide(text);
        this.#around?.summarize(text);
    }
    /** Whether this is a command that the runner knows. */
    #obey({ name, properties, message }) {
        switch (name) {
            case 'error':
            case 'warning':
            case 'notice':
                this.annotate({ kind: name, message, at: placeOf(properties) });
                this.say(`${name}: ${message}`);
                return true;
            case 'add-mask':
                this.#masks.add(message);
                return true;
            case 'stop-commands':
                this.#stopped = message;
                return true;
            case 'set-output':
                this.outputs[properties['name'] ?? ''] = message;
                return true;
            case 'save-state':
                this.states[properties['name'] ?? ''] = message;
                return true;
            case 'group':
            case 'endgroup':
                this.say(`##[${name}]${message}`); // as the log of GitHub has it
                return true;
            case 'set-env':
            case 'add-path':
                this.annotate({
                    kind: 'error',
                    message: `The command ${name} is disabled. Write to GITHUB_${name === 'set-env' ? 'ENV' : 'PATH'}.`,
                    at: undefined,
                });
                return true;
            case omission:
                if (this.#at !== undefined)
                    this.omit(message, this.#at);
                return true;
            case 'echo':
            case 'debug':
            case 'add-matcher':
            case 'remove-matcher':
                return true;
            default:
                return false;
        }
    }
}
function placeOf({ file, line }) {
    if (file === undefined)
        return undefined;
    return line === undefined ? { file } : { file, line: Number(line) };
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/found-action.js
var found_action = __webpack_require__(33716);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/made-up-secrets.js
var made_up_secrets = __webpack_require__(82604);
;// CONCATENATED MODULE: ./build/src/rehearsal/steps/program.js


/** Runs a program of a step, and does what it asks for in its files. Whether it ended with 0. */
async function performProgram(program, performing) {
    const { room, frame, speech, env } = performing;
    const surroundings = await room.surround?.(performing);
    const files = room.commandFiles.take();
    const own = { ...program_environmentOf(room, frame, env), ...surroundings, ...program.env };
    for (const secret of (0,made_up_secrets/* madeUpIn */.YK)([...Object.values(own), program.script ?? ''], room.madeUp))
        speech.madeUp.add(secret);
    const running = room.processes.run({
        ...program,
        env: { ...own, ...files.environment },
        signal: ending(room),
        onLine: (line) => speech.hear(line),
    });
    room.commandFiles.prepare();
    const exitCode = await running;
    Object.assign(speech.outputs, files.pairs('GITHUB_OUTPUT'));
    Object.assign(speech.states, files.pairs('GITHUB_STATE'));
    exportVariables(room, files.pairs('GITHUB_ENV'));
    room.path.push(...files.folders().toReversed());
    const summary = files.summary();
    if (summary !== '')
        speech.summarize(summary);
    if (!room.processes.haveLeft)
        room.commandFiles.giveBack(files);
    if (exitCode > 0)
        speech.say(`The program ended with exit code ${exitCode}.`);
    return exitCode === 0;
}
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
const kept = /^(?:GITHUB_|RUNNER_|NODE_OPTIONS$)/;
/** GitHub does not let a step overwrite its own variables for later steps. */
function exportVariables(room, variables) {
    for (const [name, value] of Object.entries(variables))
        if (!kept.test(name))
            room.env[name] = value;
}
/** The environment of a step's processes. */
function program_environmentOf(room, frame, env) {
    const all = { ...room.environment, ...room.env, ...frame.env, ...env };
    const action = frame.action && {
        GITHUB_ACTION_PATH: frame.action.folder,
        GITHUB_ACTION_REPOSITORY: frame.action.repository,
        GITHUB_ACTION_REF: frame.action.ref,
    };
    return { ...all, ...action, PATH: pathOf({ ...room, env: all }) };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/action.js






/** What `pre` of an action left for its other parts. */
const left = new WeakMap();
/** Runs `pre` of an action, before the first step. Actions of the checkout have none, because it is not there yet. */
async function prepareAction(step, uses, preparing) {
    if (uses.name.startsWith('./'))
        return;
    const found = await preparing.actions(uses.name, preparing.room);
    if (!isNodeAction(found) || found.file.runs.pre === undefined)
        return;
    if (!(0,expression/* holds */.v9)(found.file.runs.preIf, scopeOf(preparing.room, preparing.frame), true))
        return;
    await runNode(found, found.file.runs.pre, { ...preparing, inputs: inputsOf(uses, found.file, preparing) });
    left.set(step, preparing.speech.states);
}
/** Performs an action. Whether it succeeded. */
async function performAction(step, uses, using) {
    const found = await using.actions(uses.name, using.room);
    if (found.kind === 'missing') {
        found.onPassedOver?.();
        return notPerformed(found.reason, using.speech);
    }
    if (found.kind === 'stand-in')
        return standIn(found.perform, uses, using);
    if (found.file.runs.kind === 'docker')
        return notPerformed(found_action/* inContainer */.B, using.speech);
    const inputs = inputsOf(uses, found.file, using);
    return isNodeAction(found) ? performNode(step, found, { ...using, inputs }) : performComposite(found, inputs, using);
}
/** It counts as a success, and what it would output is empty. */
function notPerformed(reason, speech) {
    speech.notPerformed = reason;
    return true;
}
const isNodeAction = (found) => found.kind === 'folder' && found.file.runs.kind === 'node';
/** What `with` gives, and the defaults of the action for the rest. */
function inputsOf({ inputs }, file, { room, frame, env }) {
    const scope = scopeOf(room, frame, env);
    const given = Object.entries((0,expression/* evaluatedTexts */.CH)(inputs, scope)).map(([name, value]) => [name.toLowerCase(), value]);
    const defaults = (file?.inputs ?? []).map(({ name, fallback }) => [name.toLowerCase(), (0,expression/* evaluatedText */.Z4)(fallback, scope)]);
    return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) };
}
async function performNode(step, found, performing) {
    const { room, speech, frame } = performing;
    const { main, post, postIf } = found.file.runs;
    const states = { ...left.get(step) };
    if (post !== undefined)
        room.posts.push({
            name: `Post ${step.work.kind === 'uses' ? step.work.name : ''}`,
            perform: async (said) => {
                if (!(0,expression/* holds */.v9)(postIf, scopeOf(room, frame), true))
                    return;
                const isDone = await runNode(found, post, { ...performing, speech: said }, { ...states, ...speech.states });
                if (!isDone)
                    room.status = 'failure';
            },
        });
    return runNode(found, main, performing, states);
}
/** The actions of this project look for proxies themselves. Node's own support for them takes 45 ms at each start. */
const findsProxies = /\/release-actions$/;
function runNode({ folder, repository, ref }, script, performing, states = {}) {
    const inputs = Object.entries(performing.inputs).map(([name, value]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        value,
    ]);
    const kept = Object.entries(states).map(([name, value]) => [`STATE_${name}`, value]);
    const env = Object.fromEntries([
        ...inputs,
        ...kept,
        ['GITHUB_ACTION_PATH', folder],
        ['GITHUB_ACTION_REPOSITORY', repository],
        ['GITHUB_ACTION_REF', ref],
        ...(findsProxies.test(repository) ? [['NODE_USE_ENV_PROXY', '0']] : []),
    ]);
    const program = {
        command: process.execPath,
        args: [(0,external_node_path_.join)(folder, script)],
        cwd: performing.room.folders.workspace,
        env,
    };
    return performProgram(program, performing);
}
async function performComposite(found, inputs, using) {
    const { runs, outputs } = found.file;
    if (runs.kind !== 'composite')
        return true;
    const { folder, repository, ref } = found;
    const frame = {
        steps: {},
        inputs,
        env: { ...using.frame.env, ...using.env },
        action: { folder, repository, ref },
        defaults: { shell: '', folder: '' },
        hasFailed: false,
    };
    await using.within(runs.steps, frame);
    const scope = scopeOf(using.room, frame);
    for (const { key, value } of outputs)
        using.speech.outputs[key] = (0,expression/* evaluatedText */.Z4)(action_valueOf(value), scope);
    return !frame.hasFailed && !ending(using.room).aborted;
}
const action_valueOf = (output) => output.kind === 'mapping' ? output.entries.find(({ key }) => key === 'value')?.value : undefined;
async function standIn(perform, uses, { room, frame, speech, env, at }) {
    const inputs = inputsOf(uses, undefined, { room, frame, speech, env, at });
    const whole = program_environmentOf(room, frame, env);
    const call = {
        at: uses.at,
        room,
        env: whole,
        speech,
        inputs,
        input: (name, fallback = '') => inputs[name.toLowerCase()] ?? fallback,
        output: (name, value) => void (speech.outputs[name] = value),
        atEnd: (post) => void room.posts.push({ name: `Post ${uses.name}`, perform: post }),
        run: async (command, args, { cwd = room.folders.workspace, env: extra, isQuiet = false } = {}) => {
            const lines = [];
            const onLine = (line) => {
                lines.push(line);
                if (!isQuiet)
                    speech.say(line);
            };
            const exitCode = await room.processes.run({
                command,
                args,
                cwd,
                env: { ...whole, ...extra },
                signal: ending(room),
                onLine,
            });
            if (exitCode !== 0)
                throw new domain_error/* ReleaseError */.K2(`${command} ${args.join(' ')} ended with exit code ${exitCode}${ofLast(lines)}.`, {
                    at: uses.at,
                });
            return lines.join('\n');
        },
    };
    try {
        await perform(call);
    }
    catch (error) {
        throw refusedBySystem(error, uses.at) ?? error;
    }
    return true;
}
/** A file that is named but not there, and the like, makes only the step fail. */
function refusedBySystem(error, at) {
    const isOfSystem = error instanceof Error && 'syscall' in error;
    return isOfSystem ? new domain_error/* ReleaseError */.K2(`${error.message}.`, { at, cause: error }) : undefined;
}
/** What a program said at last, which is mostly why it failed. */
function ofLast(lines) {
    const last = lines.findLast((line) => line.trim() !== '');
    return last === undefined ? '' : `: ${last.trim().replace(/\.$/, '')}`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/runner-programs.js
/** Programs that GitHub's runners have, and other machines often do not. */
const isOnRunners = (program) => programs.has(program);
// https://github.com/actions/runner-images/blob/main/images/ubuntu/Ubuntu2404-Readme.md
const linux = 'ansible apt apt-get aws az azcopy bazel bicep brew buildah cabal cargo chromedriver clang clang-format cmake composer conda ' +
    'curl docker docker-compose dotnet fastlane g++ gcc gcloud gem gh ghc git-lfs go gofmt gradle haveged helm java javac jq julia ' +
    'kind kotlin kubectl kustomize lerna make mediainfo minikube mvn mysql newman ninja nox npm npx nvm packer parallel php ' +
    'phpunit pip pip3 pipx podman psql pulumi pwsh python python3 Rscript rsync ruby rustc rustfmt rustup sbt shellcheck skopeo ' +
    'sqlite3 stack sudo swift unzip vcpkg wget xvfb-run yamllint yarn yq zip zstd';
// https://github.com/actions/runner-images/blob/main/images/macos/macos-15-Readme.md, and those of Windows
const others = 'choco codesign cmd hdiutil lipo msbuild nuget pkgbuild powershell productbuild security signtool vswhere xcodebuild xcrun';
const programs = new Set(`${linux} ${others}`.split(' '));

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/shells.js




// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
const known = {
    bash: ['bash --noprofile --norc -eo pipefail {0}', '.sh'],
    sh: ['sh -e {0}', '.sh'],
    python: ['python {0}', '.py'],
    pwsh: [`pwsh -command ". '{0}'"`, '.ps1'],
};
/** Without a name, bash runs with fewer options than if it is named, and Windows has another shell. */
function shellOf(name, searchPath, system) {
    const unnamed = isIn('bash', searchPath) ? 'bash -e {0}' : 'sh -e {0}';
    const named = name === '' && system === 'Windows' ? 'pwsh' : name;
    const [template, extension] = known[named] ?? (named === '' ? [unnamed, '.sh'] : [named, '']);
    if (known[named] === undefined && named !== '' && named !== 'cmd' && named !== 'powershell' && !named.includes('{0}'))
        throw new domain_error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(named)} is no shell that GitHub knows.`, {
            fix: "Take bash, sh, python, pwsh, powershell or cmd, or write a command with {0} for the file of the script, such as 'perl {0}'.",
        });
    const [command = '', ...args] = words(template);
    return { command: command === 'python' && !isIn('python', searchPath) ? 'python3' : command, args, extension };
}
const withScript = ({ args }, script) => args.map((argument) => argument.replaceAll('{0}', script));
/** The words of a command line; quotes keep words together. */
const words = (text) => [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
const found = new Map();
/** Where a program is. Only what was found is remembered, because a step may install the rest. */
function programIn(name, searchPath) {
    const key = `${name}\0${searchPath}`;
    const remembered = found.get(key);
    if (remembered !== undefined)
        return remembered;
    const folders = searchPath.split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
    const place = folders.map((folder) => (0,external_node_path_.join)(folder, name)).find(isProgram);
    if (place !== undefined)
        found.set(key, place);
    return place;
}
const isIn = (program, searchPath) => programIn(program, searchPath) !== undefined;
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/excuse.js





const mostPlaces = 5;
const doubt = 'This may be because of what was not performed before:';
const doubtOfValues = 'This may be because the rehearsal made up the value';
/** Whether an annotation says that a failure may come from the rehearsal. */
const isDoubt = ({ message }) => message.startsWith(doubt) || message.startsWith(doubtOfValues);
// Why: docs/decisions.md D85
/**
 * A script, or an action, that failed only because this machine is no runner of GitHub counts as not performed. Where an earlier step was not
 * performed, or where a secret has no real value, the failure counts, and the step says that this may be why.
 */
function excuse(speech, room, kind) {
    speech.notPerformed = kind === 'run' ? reasonOf(speech, room) : missing(speech, room);
    if (speech.notPerformed === undefined)
        tellDoubts(speech, room);
}
/** Says of a step that failed what of the rehearsal may be why. */
function tellDoubts(speech, room) {
    tellGaps(speech, room);
    tellMadeUp(speech);
}
function tellGaps(speech, room) {
    if (room.leftOut.length === 0)
        return;
    const places = [...new Set(room.leftOut.map(({ file, line }) => `${file}:${line}`))];
    const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
    const message = `${doubt} ${places.slice(0, mostPlaces).join(', ')}${more}.`;
    speech.annotate({ kind: 'notice', message, at: undefined });
}
/** Where a step failed that has got secrets without a real value, it says that this may be why. */
function tellMadeUp(speech) {
    const secrets = [...speech.madeUp].map(({ name, at }) => `${name} (${(0,domain_error/* positionText */.J)(at)})`);
    if (secrets.length === 0)
        return;
    const what = secrets.length === 1 ? ' of the secret' : 's of the secrets';
    const options = [...speech.madeUp].map(({ name }) => `--secret ${name}`);
    const message = `${doubtOfValues}${what} ${(0,domain_text/* listed */.KE)(secrets)}. ${(0,domain_text/* listed */.KE)(options)} ${options.length === 1 ? 'takes it' : 'take them'} from your environment.`;
    speech.annotate({ kind: 'notice', message, at: undefined });
}
function reasonOf(speech, room) {
    const reason = missing(speech, room) ?? speech.omitted[0]?.reason;
    if (reason !== undefined)
        return reason;
    return room.elsewhere === undefined ? undefined : `${room.elsewhere}, and failed on this machine`;
}
function missing({ log }, room) {
    const gap = log.map((line) => gapOfRehearsal.exec(line)?.[1]).find((reason) => reason !== undefined);
    if (gap !== undefined)
        return gap;
    if (log.includes(refusalOfPip))
        return 'pip would change the Python of this machine. With actions/setup-python in an earlier step, the job has its own';
    const program = missingProgram(log, pathOf(room));
    const isExpected = program !== undefined && (room.leftOut.length > 0 || isOnRunners(program));
    return isExpected ? `this machine has no ${program}` : undefined;
}
/** How a script of actions/github-script says that it uses what is not there. */
const gapOfRehearsal = /^Error: (a rehearsal has no [\w.]+)$/;
/** How pip says that it has to install into this machine. */
const refusalOfPip = 'ERROR: Could not find an activated virtualenv (required).';
/** How bash, dash, make, env, Go, Python and the actions of this project say that they did not find a program. */
const sayings = [
    /: line \d+: ([\w.+-]+): command not found$/,
    /: \d+: ([\w.+-]+): not found$/,
    /^(?:make(?:\[\d+\])?|(?:\/usr\/bin\/)?env): [‘']?([\w.+-]+)[’']?: No such file or directory$/,
    /exec: "([\w.+-]+)": executable file not found in \$PATH/,
    /^error: ([\w.+-]+) is not installed, or not in PATH\./,
    /FileNotFoundError: \[Errno 2\] No such file or directory: '([\w.+-]+)'$/,
];
/** The program that a script looked for, and that is not there. */
function missingProgram(log, searchPath) {
    const named = log.flatMap((line) => sayings.flatMap((saying) => saying.exec(line)?.[1] ?? []));
    return named.find((program) => !isIn(program, searchPath));
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/script.js








/** Runs the script of a step. Whether it ended with 0. */
async function runScript({ script, shell, folder }, performing) {
    const { room, frame, env, speech } = performing;
    const scope = scopeOf(room, frame, env);
    const { shell: usual, folder: around } = frame.defaults;
    const named = (0,expression/* evaluatedText */.Z4)(shell, scope) || usual;
    const found = shellOf(named, pathOf(room), room.system);
    const program = programIn(found.command, pathOf(room));
    if (program === undefined && isOnRunners(found.command)) {
        speech.notPerformed = `this machine has no ${found.command}`;
        return true;
    }
    const cwd = (0,external_node_path_.resolve)(room.folders.workspace, (0,expression/* evaluatedText */.Z4)(folder, scope) || around);
    const isThere = (0,external_node_fs_.existsSync)(`${cwd}/.`); // a file has none
    if (!isThere)
        throw new domain_error/* ReleaseError */.K2(`The folder of the step, ${cwd}, does not exist.`, { at: folder?.at });
    const text = (0,expression/* evaluatedText */.Z4)(script, scope);
    const file = room.commandFiles.writeScript(`${text}\n`, found.extension);
    const command = program ?? found.command;
    return performProgram({ command, args: withScript(found, file), cwd, script: text }, performing);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/steps.js









/** Runs what actions of a job do before its first step. */
async function prepareSteps(steps, stepping) {
    for (const step of steps) {
        if (step.work.kind !== 'uses')
            continue;
        await prepareAction(step, step.work, {
            ...stepping,
            speech: new Speech(stepping.room.masks),
            env: {},
            at: step.at,
        });
    }
}
async function performSteps(steps, stepping) {
    const records = [];
    for (const [index, step] of steps.entries()) {
        const record = await performStep(step, step.id ?? String(index), stepping);
        records.push(record);
        stepping.onStep?.(record);
    }
    return records;
}
async function performStep(step, key, stepping) {
    const { room, frame, around } = stepping;
    const speech = new Speech(room.masks, around, step.at);
    const start = external_node_perf_hooks_.performance.now();
    const outcome = await outcomeOf(step, speech, stepping);
    if (speech.notPerformed !== undefined) {
        room.leftOut.push(step.at); // later steps of the job may need it
        speech.tellUnperformed(speech.notPerformed, step.at);
    }
    const conclusion = outcome === 'failure' && continues(step, stepping) ? 'success' : outcome;
    if (conclusion === 'failure')
        fail(room, frame);
    const outputs = outcome === 'skipped' ? {} : { ...speech.outputs };
    if (step.id !== undefined)
        frame.steps[step.id] = { outputs, outcome, conclusion };
    return {
        key,
        name: nameOf(step, stepping),
        at: step.at,
        outcome,
        conclusion,
        outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, room.masks.hide(value)])),
        summary: speech.summary,
        annotations: speech.annotations,
        log: speech.log,
        milliseconds: external_node_perf_hooks_.performance.now() - start,
        notPerformed: speech.notPerformed,
        omitted: speech.omitted,
    };
}
function fail(room, frame) {
    if (frame.action === undefined)
        room.status = 'failure';
    else
        frame.hasFailed = true;
}
/** Whatever a step throws that is a refusal, such as an expression that cannot be evaluated, makes it fail. */
async function outcomeOf(step, speech, stepping) {
    const { room, frame } = stepping;
    if (room.kill.aborted)
        return 'skipped';
    if (room.signal.aborted)
        room.status = 'cancelled';
    try {
        const scope = scopeOf(room, frame, variablesFor(step.condition, step, stepping));
        const isSuccess = scope.functions?.['success']?.() === true;
        if (!(0,expression/* holds */.v9)(step.condition, scope, isSuccess))
            return 'skipped';
        const isDone = await inTime(step, speech, stepping);
        if (ending(room).aborted && !isDone)
            return 'cancelled';
        if (!isDone)
            excuse(speech, room, step.work.kind);
        return isDone || speech.notPerformed !== undefined ? 'success' : 'failure';
    }
    catch (error) {
        if (!(error instanceof domain_error/* ReleaseError */.K2))
            throw error;
        if (ending(room).aborted)
            return 'cancelled';
        if (error instanceof expression/* ExpressionError */.tj && room.leftOut.length > 0 && error.message.includes('steps.')) {
            speech.notPerformed = `${error.message.replace(/\.$/, '')}, and what it needs was not performed`;
            return 'success';
        }
        for (const one of (0,domain_error/* problemsIn */._n)(error))
            speech.annotate({ kind: 'error', message: (0,domain_error/* refusalText */.Kw)(one), at: one.at ?? step.at });
        if (error instanceof expression/* ExpressionError */.tj)
            for (const secret of (0,made_up_secrets/* madeUpNamedIn */.Vs)(error.message, room.madeUp))
                speech.madeUp.add(secret);
        tellDoubts(speech, room);
        return 'failure';
    }
}
/** The `env` of a step, if a value of it asks for that. Others, such as those of a step that is skipped, read no secret there. */
function variablesFor(value, { env }, { room, frame }) {
    const isAsked = value?.kind === 'expression' && /\benv\b/.test(value.expression);
    return isAsked ? (0,expression/* evaluatedTexts */.CH)(env, scopeOf(room, frame)) : {};
}
/** Whether the step did its work within its `timeout-minutes`. */
async function inTime(step, speech, stepping) {
    const { room, frame } = stepping;
    const minutes = Number((0,expression/* evaluatedText */.Z4)(step.timeoutMinutes, scopeOf(room, frame)));
    if (step.timeoutMinutes === undefined || !(minutes > 0))
        return work(step, speech, stepping);
    const limit = AbortSignal.timeout(minutes * 60_000);
    const limited = limitedRoom(room, limit);
    const isDone = await work(step, speech, { ...stepping, room: limited });
    room.status = limited.status;
    if (limit.aborted && !isDone)
        throw new domain_error/* ReleaseError */.K2(`The step took longer than the ${minutes} minutes of its timeout-minutes.`, {
            at: step.timeoutMinutes.at,
        });
    return isDone;
}
const limitedRoom = (room, limit) => ({
    ...room,
    signal: AbortSignal.any([room.signal, limit]),
});
function work(step, speech, stepping) {
    const { room, frame } = stepping;
    const env = (0,expression/* evaluatedTexts */.CH)(step.env, scopeOf(room, frame));
    if (step.work.kind === 'run')
        return runScript(step.work, { room, frame, speech, env, at: step.at });
    const within = (steps, inner) => performSteps(steps, { room, frame: inner, actions: stepping.actions, around: speech });
    return performAction(step, step.work, {
        room,
        frame,
        actions: stepping.actions,
        speech,
        env,
        within,
        at: step.at,
    });
}
function continues({ continueOnError }, { room, frame }) {
    return (0,expression/* holds */.v9)(continueOnError, scopeOf(room, frame), false);
}
/** As the log of GitHub names it. */
function nameOf(step, stepping) {
    const text = shown(step.name, step, stepping);
    if (text !== '')
        return text;
    if (step.work.kind === 'uses')
        return `Run ${step.work.name}`;
    return `Run ${shown(step.work.script, step, stepping).trimStart().split('\n')[0] || 'a script'}`;
}
/** A text, without the secrets in it. Where it cannot be evaluated, the step says so. */
function shown(value, step, stepping) {
    const { room, frame } = stepping;
    const text = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedText */.Z4)(value, scopeOf(room, frame, variablesFor(value, step, stepping))));
    return text instanceof domain_error/* ReleaseError */.K2 ? '' : room.masks.hide(text);
}

// EXTERNAL MODULE: ./build/src/rehearsal/steps/masks.js
var steps_masks = __webpack_require__(26020);
;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/job-room.js










// Why: docs/decisions.md D81
/** A runner for one job: empty folders, the environment, and what expressions know. */
function roomFor({ job, workflow, scope, token, signal, permissions }, site, run) {
    const { folders, ...others } = site.folders.take(run.id);
    const event = (0,external_node_path_.join)(folders.temp, 'event.json');
    (0,external_node_fs_.writeFileSync)(event, JSON.stringify(run.event.payload));
    const known = scope.contexts['github'];
    const github = { ...known, token, job: job.id, workspace: folders.workspace, event_path: event, action: '__run' };
    const system = systemOf(job, scope);
    const masks = new steps_masks/* Masks */.O();
    masks.add(token);
    const madeUp = new Map();
    const deployment = environmentNameOf(job, scope);
    const all = withEnvironment(scope.contexts['secrets'], deployment, workflow, site);
    const secrets = hiddenSecrets(all, token, { masks, madeUp });
    const contexts = {
        ...scope.contexts,
        github,
        secrets,
        runner: runnerContext(folders, system),
        job: { check_run_id: 1 },
    };
    return {
        workflow: workflow.path,
        folders,
        ...others,
        masks,
        madeUp,
        signal,
        kill: site.kill,
        contexts,
        permissions: permissions.levels,
        environment: environmentOf(site, github, { ...folders, event, system }),
        path: [],
        env: envOf(job, workflow, { ...scope, contexts }),
        posts: [],
        leftOut: [],
        deployment,
        system,
        elsewhere: elsewhereOf(job, system),
        images: new Map(),
        ...(site.surround && { surround: site.surround }),
        status: 'success',
    };
}
/** The system that the labels of `runs-on` name. Labels of one's own say nothing. */
function systemOf({ more }, scope) {
    const runsOn = (0,workflow_value/* valueAt */.fK)(more, 'runs-on');
    const found = (0,domain_error/* attempt */.CD)(() => (runsOn === undefined ? null : (0,expression/* evaluated */.Wn)(runsOn, scope)));
    const labels = JSON.stringify(found instanceof domain_error/* ReleaseError */.K2 ? null : found);
    const named = /\b(windows|macos|ubuntu|linux)\b/i.exec(labels)?.[1]?.toLowerCase() ?? '';
    return systems[named] ?? systemHere;
}
function elsewhereOf({ more }, system) {
    if (system !== systemHere)
        return `it is for ${system}`;
    if ((0,workflow_value/* valueAt */.fK)(more, 'container') !== undefined)
        return 'it is for the container of the job';
    return (0,workflow_value/* valueAt */.fK)(more, 'services') === undefined ? undefined : 'the services of the job are not there';
}
const systems = {
    windows: 'Windows',
    macos: 'macOS',
    ubuntu: 'Linux',
    linux: 'Linux',
};
/** The environment that a job names. */
function environmentNameOf({ more }, scope) {
    const environment = (0,workflow_value/* valueAt */.fK)(more, 'environment');
    const name = environment?.kind === 'mapping' ? (0,workflow_value/* valueAt */.fK)(environment, 'name') : environment;
    const found = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedText */.Z4)(name, scope));
    return found instanceof domain_error/* ReleaseError */.K2 || found === '' ? undefined : found;
}
// https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows#using-inputs-and-secrets-in-a-reusable-workflow
/**
 * A job of a called workflow has the secrets of its environment, also those that its caller does not pass on. What the workflow
 * declares as optional is probably in neither place if the caller leaves it out.
 */
function withEnvironment(secrets, environment, workflow, site) {
    if (environment === undefined)
        return secrets;
    const optional = (0,workflow_workflow/* declaredSecrets */.uk)(workflow).filter((one) => !(0,workflow_workflow/* isRequired */.gx)(one));
    const names = new Set(optional.map(({ key }) => key.toUpperCase()));
    const own = site.secretsOf(environment, (name) => names.has(name.toUpperCase()));
    return new expression/* Lookup */.lH((name, at) => {
        const value = own.find(name, at);
        return (secrets instanceof expression/* Lookup */.lH ? secrets.find(name, at) : undefined) ?? value;
    });
}
/** Every secret that is read is hidden in what the job prints. Of those that are made up, the lines are kept. */
function hiddenSecrets(secrets, token, { masks, madeUp }) {
    return new expression/* Lookup */.lH((name, at) => {
        if (name.toUpperCase() === 'GITHUB_TOKEN')
            return token;
        const value = secrets instanceof expression/* Lookup */.lH ? secrets.find(name, at) : undefined;
        if (value === undefined)
            return undefined;
        masks.add(value);
        const known = (0,made_up_secrets/* madeUpName */.aZ)(value);
        if (known !== undefined)
            madeUp.set(value, { name: known, at });
        return value;
    });
}
function envOf({ more }, { env }, scope) {
    const ofWorkflow = (0,expression/* evaluatedTexts */.CH)(env, scope);
    const own = (0,expression/* evaluatedTexts */.CH)((0,workflow_value/* valueAt */.fK)(more, 'env'), { ...scope, contexts: { ...scope.contexts, env: ofWorkflow } });
    return { ...ofWorkflow, ...own };
}

// EXTERNAL MODULE: ./build/src/rehearsal/jobs/matrix.js
var jobs_matrix = __webpack_require__(69169);
;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/leg.js








const usualMinutes = 360;
/** Performs one job on a runner of its own. */
async function performLeg(leg, site, run) {
    const { job, key, permissions, scope } = leg;
    const { token, revoke } = site.tokenOf(permissions, key);
    const limit = AbortSignal.timeout(minutesOf(job, scope) * 60_000);
    const signal = AbortSignal.any([leg.signal, limit, site.kill]);
    try {
        const room = roomFor({ ...leg, token, signal }, site, run);
        try {
            const { steps, outputs, annotations } = await perform(leg, room, (step) => site.onStep?.(step, { key, run }), site.actions);
            const late = limit.aborted ? [told('error', 'The job took longer than its timeout-minutes.', job.at)] : [];
            return recordOf(leg, {
                result: room.status,
                outputs,
                steps,
                annotations: [...unsupported(job), ...annotations, ...late],
            });
        }
        finally {
            room.processes.end();
        }
    }
    finally {
        revoke();
    }
}
/** The record of a job without steps, such as one that was skipped. */
function unperformed(leg, result, annotations = []) {
    return recordOf(leg, { result, outputs: {}, steps: [], annotations });
}
function recordOf(leg, ended) {
    const { job, key, permissions, combination, scope } = leg;
    const text = (value) => {
        const found = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedText */.Z4)(value, scope));
        return found instanceof domain_error/* ReleaseError */.K2 || found === '' ? undefined : found;
    };
    return {
        key,
        name: text((0,workflow_value/* valueAt */.fK)(job.more, 'name')) ?? `${job.id}${(0,jobs_matrix/* namedBy */.T)(combination)}`,
        at: job.at,
        permissions,
        environment: environmentNameOf(job, scope),
        ...ended,
    };
}
function minutesOf({ more }, scope) {
    const minutes = Number((0,expression/* evaluatedText */.Z4)((0,workflow_value/* valueAt */.fK)(more, 'timeout-minutes'), scope));
    return minutes > 0 ? Math.min(minutes, usualMinutes) : usualMinutes;
}
/** What a rehearsal does otherwise than GitHub. */
function unsupported({ more }) {
    const [container, services] = [(0,workflow_value/* valueAt */.fK)(more, 'container'), (0,workflow_value/* valueAt */.fK)(more, 'services')];
    return [
        ...(container === undefined
            ? []
            : [omitted('the container', 'a rehearsal has no containers: the job runs on this machine', container.at)]),
        ...(0,workflow_value/* entriesOf */.Mc)(services).map(({ key, keyAt }) => omitted(`the service ${key}`, `a rehearsal has no containers: the service ${key} is not there`, keyAt)),
    ];
}
/** What of a job is not performed. */
const omitted = (what, reason, at) => ({
    ...told('warning', `Not performed, because ${reason}.`, at),
    omitted: { what, reason },
});
const told = (kind, message, at) => ({
    kind,
    message,
    at,
});
/** Performs the steps, and then what they left to be done, the last one first. */
async function perform(leg, room, onStep, actions) {
    const inputs = (leg.scope.contexts['inputs'] ?? {});
    const none = { shell: '', folder: '' };
    const frame = { steps: {}, inputs, env: {}, action: undefined, defaults: none, hasFailed: false };
    const stepping = {
        room,
        frame: { ...frame, defaults: defaultsOf(leg, scopeOf(room, frame)) },
        actions,
        onStep,
    };
    await prepareSteps(leg.job.steps, stepping);
    const steps = await performSteps(leg.job.steps, stepping);
    if (room.signal.aborted)
        room.status = 'cancelled';
    for (const { perform: performPost } of room.posts.toReversed())
        if (!room.kill.aborted)
            await performPost(new Speech(room.masks));
    return { steps, ...outputsOf(leg.job, room, scopeOf(room, stepping.frame)) };
}
function defaultsOf({ job, workflow }, scope) {
    const own = (0,workflow_value/* valueAt */.fK)(job.more, 'defaults', 'run');
    const [shell, folder] = ['shell', 'working-directory'].map((key) => (0,expression/* evaluatedText */.Z4)((0,workflow_value/* valueAt */.fK)(own, key) ?? (0,workflow_value/* valueAt */.fK)(workflow.defaults, key), scope));
    return { shell: shell ?? '', folder: folder ?? '' };
}
/** GitHub leaves out an output that contains a secret, and the jobs that need it get nothing. */
function outputsOf({ more }, room, scope) {
    const declared = (0,workflow_value/* valueAt */.fK)(more, 'outputs');
    const found = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedTexts */.CH)(declared, scope));
    if (found instanceof domain_error/* ReleaseError */.K2) {
        room.status = 'failure';
        return { outputs: {}, annotations: [told('error', found.message, found.at ?? more.at)] };
    }
    const all = Object.entries(found);
    const annotations = all
        .filter(([, value]) => room.masks.isIn(value))
        .map(([name]) => told('warning', `GitHub leaves out the output ${name}, because it may contain a secret.`, (0,workflow_value/* valueAt */.fK)(declared, name)?.at ?? more.at));
    return { outputs: Object.fromEntries(all.filter(([, value]) => !room.masks.isIn(value))), annotations };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/membership.js



/** Performs something as soon as its group lets it. GitHub cancels what would wait for something around it, which waits for it. */
async function asMember(of, { site, held, at, cancelled, perform }) {
    if (of === undefined)
        return perform(held);
    const { member, signal, reason } = of;
    const group = member.group.toLowerCase();
    if (held.includes(group)) {
        const message = `Cancelled, because of a deadlock: it would wait for the concurrency group ${member.group}, which the workflow around it has until its end.`;
        return cancelled([told('error', message, member.at)]);
    }
    try {
        if (await site.groups.enter(member, signal))
            return await perform([...held, group]);
        return cancelled(site.kill.aborted ? [] : [told('error', `Cancelled, because ${reason()}.`, at)]);
    }
    finally {
        site.groups.leave(member);
    }
}
/** How a run or a job belongs to the group that its `concurrency` names; undefined without one. */
function membership(concurrency, scope, { signal, name, at }) {
    if (concurrency === undefined)
        return undefined;
    const isMapping = concurrency.kind === 'mapping';
    const group = (0,expression/* evaluatedText */.Z4)(isMapping ? (0,workflow_value/* valueAt */.fK)(concurrency, 'group') : concurrency, scope);
    if (group === '')
        return undefined;
    const cancelling = new AbortController();
    const said = {};
    const member = {
        group,
        cancelsInProgress: (0,expression/* holds */.v9)((0,workflow_value/* valueAt */.fK)(concurrency, 'cancel-in-progress'), scope, false),
        queues: (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(concurrency, 'queue')) === 'max',
        at: concurrency.at ?? at,
        name,
        cancel: (reason) => {
            said.reason = reason;
            cancelling.abort();
        },
    };
    return {
        member,
        signal: AbortSignal.any([signal, cancelling.signal]),
        reason: () => said.reason ?? 'it was cancelled',
    };
}

// EXTERNAL MODULE: ./build/src/rehearsal/jobs/records.js
var jobs_records = __webpack_require__(968);
;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/call.js










/** Performs a job that calls a reusable workflow. */
async function callWorkflow(leg, uses, { calling, held, site, run, performJobs }) {
    if (calling.path.length >= workflow_workflow/* deepestCall */.Bk)
        throw new domain_error/* ReleaseError */.K2(`Workflows call each other more than ${workflow_workflow/* deepestCall */.Bk} levels deep.`, { at: uses.at });
    const source = await site.workflowFile(uses.name, calling.workflow.path, run.event.sha);
    if (source === undefined && (0,step/* pathInRepository */.z)(uses.name) !== undefined)
        throw new domain_error/* ReleaseError */.K2(`The commit has no reusable workflow ${uses.name}.`, {
            fix: 'Commit it, or correct its name.',
            at: uses.at,
        });
    if (source === undefined)
        return call_notPerformed(leg, uses);
    const workflow = (0,workflow_workflow/* readWorkflow */.S6)(source);
    const trigger = (0,workflow_workflow/* callTrigger */.JF)(workflow);
    if (trigger === undefined)
        throw new domain_error/* ReleaseError */.K2(`${source.path} cannot be called: it does not listen to workflow_call.`, { at: uses.at });
    const { job, scope, key, permissions } = leg;
    const contexts = {
        github: scope.contexts['github'] ?? {},
        vars: scope.contexts['vars'] ?? {},
        inputs: calledInputs(trigger.filters, (0,workflow_value/* valueAt */.fK)(job.more, 'with'), scope, uses),
        secrets: calledSecrets(workflow, (0,workflow_value/* valueAt */.fK)(job.more, 'secrets'), scope, uses),
    };
    const member = membership(workflow.concurrency, { contexts }, { site, signal: leg.signal, name: `${workflow.path}, called by job ${key},`, at: uses.at });
    const cancelled = (why) => ({
        result: 'cancelled',
        outputs: {},
        records: [unperformed(leg, 'cancelled', why)],
    });
    const perform = async (inner) => {
        const cancel = new AbortController();
        const signal = member?.signal ?? leg.signal;
        signal.addEventListener('abort', () => cancel.abort(), { once: true });
        if (signal.aborted)
            cancel.abort();
        const called = { workflow, scope: { contexts }, path: key.split('/'), most: permissions, held: inner, cancel };
        return endOf(leg, trigger, called, await performJobs(called, site, run));
    };
    return asMember(member, { site, held, at: uses.at, cancelled, perform });
}
/** What the called workflow outputs, and what is told of that. */
function endOf(leg, { filters }, { scope }, { records, needs }) {
    const results = Object.values(needs).map((one) => one.result);
    const declared = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(filters, 'outputs'));
    const known = { contexts: { ...scope.contexts, jobs: needs } };
    const outputs = declared.map((one) => ({ ...one, text: (0,expression/* evaluatedText */.Z4)((0,workflow_value/* valueAt */.fK)(one.value, 'value'), known) }));
    const empty = outputs.filter(({ text }) => text === '');
    const warnings = empty.map(({ key: name, keyAt }) => emptyOutput({ name, at: keyAt }, records, leg));
    const result = (0,jobs_records/* joined */.oR)(results);
    return {
        result,
        outputs: Object.fromEntries(outputs.map((one) => [one.key, one.text])),
        records: result === 'success' ? withWarnings(records, warnings) : records,
    };
}
/** It counts as a success, and what it would output is empty. */
function call_notPerformed(leg, { name, at }) {
    const repository = name.replace(/^([^/]+\/[^/@]+).*$/, '$1');
    const reason = `the workflow ${name} is not in this checkout. Give the folder of its repository with --local ${repository}=FOLDER`;
    return { result: 'success', outputs: {}, records: [unperformed(leg, 'success', [omitted(name, reason, at)])] };
}
/** An output that nobody reads may be empty. */
function emptyOutput({ name, at }, records, { job, workflow }) {
    const reading = (0,workflow_workflow/* linesWith */.UT)(workflow, new RegExp(`\\bneeds\\.${RegExp.escape(job.id)}\\.outputs\\.${RegExp.escape(name)}\\b`));
    const state = records.some(jobs_records/* hasGaps */.kI) ? 'is not known, because a step of it was not performed' : 'is empty';
    const readers = (0,domain_text/* listed */.KE)(reading.map(({ file, line }) => `${file}:${line}`));
    const verb = reading.length === 1 ? 'reads' : 'read';
    return reading.length === 0
        ? told('notice', `The output ${name} of this workflow ${state}. No job reads it.`, at)
        : told('warning', `The output ${name} of this workflow ${state}, and ${readers} ${verb} it.`, at);
}
/** The warnings belong to the call, which has no record of its own. */
const withWarnings = (records, warnings) => records.map((record, index) => index === records.length - 1 ? { ...record, annotations: [...record.annotations, ...warnings] } : record);
function calledInputs(filters, given, scope, uses) {
    const declared = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(filters, 'inputs'));
    const names = declared.map(({ key }) => key);
    const values = given === undefined ? {} : (0,expression/* evaluated */.Wn)(given, scope);
    const unknown = (0,workflow_value/* entriesOf */.Mc)(given).filter(({ key }) => !names.includes(key));
    (0,domain_error/* refuseIfAny */.Yb)('The workflow cannot be called with these inputs.', [
        ...unknown.map(({ key, keyAt }) => new domain_error/* ReleaseError */.K2(`The called workflow has no input ${(0,domain_text/* quoted */.TL)(key)}.`, {
            fix: (0,suggestion/* suggestion */.h)(key, names),
            at: keyAt,
        })),
        ...declared
            .filter((one) => (0,workflow_workflow/* isRequired */.gx)(one) && values[one.key] === undefined)
            .map(({ key }) => new domain_error/* ReleaseError */.K2(`The called workflow needs the input ${key}.`, { fix: `Give it in with.`, at: uses.at })),
        ...wrongTypes(given, values, declared),
    ]);
    return Object.fromEntries(declared.map(({ key, value }) => {
        const fallback = (0,workflow_value/* valueAt */.fK)(value, 'default');
        const found = values[key] ?? (fallback === undefined ? undefined : (0,expression/* evaluated */.Wn)(fallback, scope));
        return [key, typed(found, (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(value, 'type')) ?? 'string')];
    }));
}
const exampleOf = { boolean: "${{ … == 'true' }}", number: '${{ fromJSON(…) }}' };
function wrongTypes(given, values, declared) {
    return (0,workflow_value/* entriesOf */.Mc)(given).flatMap(({ key, keyAt }) => {
        const type = (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(declared.find((one) => one.key === key)?.value, 'type'));
        const value = values[key] ?? '';
        if ((type !== 'boolean' && type !== 'number') || typeof value === type)
            return [];
        const got = (0,domain_text/* quoted */.TL)((0,expression/* plainText */.wh)(value));
        return [
            new domain_error/* ReleaseError */.K2(`The input ${key} of the called workflow is a ${type}, and gets the text ${got}.`, {
                fix: `GitHub turns no text into a ${type}. Give it an expression such as ${exampleOf[type]}.`,
                at: keyAt,
            }),
        ];
    });
}
function typed(value, type) {
    if (type === 'boolean')
        return value === true || value === 'true';
    if (type === 'number')
        return Number(value ?? 0);
    return value === undefined ? '' : (0,expression/* plainText */.wh)(value);
}
/** All secrets with `inherit`; else those that are passed on. */
function calledSecrets(workflow, given, scope, uses) {
    if ((0,workflow_value/* textOf */.b6)(given) === 'inherit')
        return scope.contexts['secrets'] ?? {};
    const passed = (0,expression/* evaluatedTexts */.CH)(given, scope);
    const declared = (0,workflow_workflow/* declaredSecrets */.uk)(workflow);
    const names = declared.map(({ key }) => key);
    const isNamed = (name) => names.some((one) => one.toLowerCase() === name.toLowerCase());
    (0,domain_error/* refuseIfAny */.Yb)('The workflow cannot be called with these secrets.', [
        ...declared
            .filter((one) => (0,workflow_workflow/* isRequired */.gx)(one) && passed[one.key] === undefined)
            .map(({ key }) => new domain_error/* ReleaseError */.K2(`The called workflow needs the secret ${key}.`, {
            fix: 'Pass it on in secrets, or write secrets: inherit.',
            at: uses.at,
        })),
        ...(0,workflow_value/* entriesOf */.Mc)(given)
            .filter(({ key }) => !isNamed(key))
            .map(({ key, keyAt }) => new domain_error/* ReleaseError */.K2(`The called workflow has no secret ${(0,domain_text/* quoted */.TL)(key)}.`, {
            fix: (0,suggestion/* suggestion */.h)(key, names),
            at: keyAt,
        })),
    ]);
    return new expression/* Lookup */.lH((name) => Object.entries(passed).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/jobs.js









/** Performs jobs as soon as those that they need have ended. */
async function performJobs(calling, site, run) {
    const ended = new Map();
    const afterEnd = (id) => ended.get(id) ?? Promise.reject(new Error(`There is no job ${id}.`));
    for (const job of inOrder(calling.workflow.jobs))
        ended.set(job.id, Promise.all(job.needs.map(afterEnd)).then((needed) => performJob(job, needed, { calling, site, run })));
    const all = await Promise.all(ended.values());
    return {
        records: all.flatMap(({ records }) => records),
        needs: Object.fromEntries(all.map(({ id, result, outputs }) => [id, { result, outputs }])),
    };
}
/** Each job behind those that it needs. */
function inOrder(jobs, placed = []) {
    const ready = jobs.filter(({ needs }) => needs.every((id) => placed.some((job) => job.id === id)));
    const left = jobs.filter((job) => !ready.includes(job));
    return left.length === 0 || ready.length === 0 ? [...placed, ...ready] : inOrder(left, [...placed, ...ready]);
}
async function performJob(job, needed, around) {
    const scope = jobScope(needed, around.calling);
    const first = legOf(job, {}, { scope, around });
    try {
        const isSuccess = scope.functions?.['success']?.() === true;
        if (!(0,expression/* holds */.v9)((0,workflow_value/* valueAt */.fK)(job.more, 'if'), scope, isSuccess))
            return jobs_endOf(job, needed, [unperformed(first, 'skipped')], 'skipped');
        return await performLegs(job, needed, { scope, around });
    }
    catch (error) {
        if (!(error instanceof domain_error/* ReleaseError */.K2))
            throw error;
        const isUnknown = error.message.includes('needs.') && needed.some(({ records }) => records.some(jobs_records/* hasGaps */.kI));
        if (isUnknown) {
            const reason = `${error.message.replace(/\.$/, '')}, and what it needs was not performed`;
            const annotations = [omitted(`job ${job.id}`, reason, error.at ?? job.at)];
            return jobs_endOf(job, needed, [unperformed(first, 'success', annotations)], 'success');
        }
        const annotations = (0,domain_error/* problemsIn */._n)(error).map((one) => told('error', (0,domain_error/* refusalText */.Kw)(one), one.at ?? job.at));
        return jobs_endOf(job, needed, [unperformed(first, 'failure', annotations)], 'failure');
    }
}
/** What expressions of a job know. success() looks at all jobs before it, also at those that it does not name. */
function jobScope(needed, { scope, cancel }) {
    const history = needed.flatMap((end) => end.history);
    const needs = Object.fromEntries(needed.map(({ id, result, outputs }) => [id, { result, outputs }]));
    const isCancelled = () => cancel.signal.aborted;
    return {
        contexts: { ...scope.contexts, needs },
        functions: {
            always: () => true,
            cancelled: isCancelled,
            failure: () => history.includes('failure') && !isCancelled(),
            success: () => history.every((result) => result === 'success') && !isCancelled(),
        },
    };
}
function legOf(job, combination, { scope, around: { calling, site } }, legs = { index: 0, total: 1 }) {
    const { workflow, path, most, cancel } = calling;
    const strategy = { 'fail-fast': true, 'job-index': legs.index, 'job-total': legs.total, 'max-parallel': legs.total };
    const asked = job.permissions ?? workflow.permissions ?? most ?? site.defaults;
    return {
        job,
        workflow,
        key: [...path, job.id].join('/'),
        combination,
        scope: { ...scope, contexts: { ...scope.contexts, strategy, matrix: combination } },
        permissions: most === undefined ? asked : (0,permissions/* reducedBy */.u_)(asked, most),
        signal: cancel.signal,
    };
}
async function performLegs(job, needed, place) {
    const { calling } = place.around;
    refuseMorePermissions(job, calling);
    const strategy = (0,workflow_value/* valueAt */.fK)(job.more, 'strategy');
    const combinations = matrixOf(strategy, place.scope);
    const isFailFast = (0,expression/* holds */.v9)((0,workflow_value/* valueAt */.fK)(strategy, 'fail-fast'), place.scope, true);
    const most = Number((0,expression/* evaluatedText */.Z4)((0,workflow_value/* valueAt */.fK)(strategy, 'max-parallel'), place.scope)) || combinations.length;
    const stopping = new AbortController();
    const signal = AbortSignal.any([calling.cancel.signal, stopping.signal]);
    const ends = [];
    const waiting = combinations.map((combination, index) => ({
        combination,
        legs: { index, total: combinations.length },
    }));
    const perform = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const end = await performOne({ ...legOf(job, next.combination, place, next.legs), signal }, place);
            ends.push(end);
            if (end.result === 'failure' && isFailFast && !end.continues)
                stopping.abort();
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, combinations.length) }, perform));
    const results = ends.map(({ result, continues }) => (result === 'failure' && continues ? 'success' : result));
    const outputs = Object.assign({}, ...ends.map((end) => filled(end.outputs)));
    const records = ends.toSorted((one, other) => one.index - other.index).flatMap((end) => end.records);
    return { ...jobs_endOf(job, needed, records, (0,jobs_records/* joined */.oR)(results)), outputs };
}
/** Of several jobs of a matrix, the last one that says something counts. */
const filled = (outputs) => Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));
async function performOne(leg, { around: { calling, site, run } }) {
    const { job, scope, signal } = leg;
    const index = Number(scope.contexts['strategy']['job-index']);
    const continues = (0,expression/* holds */.v9)((0,workflow_value/* valueAt */.fK)(job.more, 'continue-on-error'), scope, false);
    const cancelled = (annotations = []) => ({
        index,
        continues,
        result: 'cancelled',
        outputs: {},
        records: [unperformed(leg, 'cancelled', annotations)],
    });
    const tolerant = (end) => {
        const records = continues ? end.records.map((one) => ({ ...one, isTolerated: true })) : end.records;
        return { ...end, index, continues, records };
    };
    if (signal.aborted && !(0,expression/* holds */.v9)((0,workflow_value/* valueAt */.fK)(job.more, 'if'), scope, false))
        return cancelled();
    const member = membership((0,workflow_value/* valueAt */.fK)(job.more, 'concurrency'), scope, {
        site,
        signal,
        name: `Job ${leg.key}`,
        at: job.at,
    });
    const own = { ...leg, signal: member?.signal ?? signal };
    const perform = async (held) => {
        if (job.uses !== undefined)
            return tolerant(await callWorkflow(own, job.uses, { calling, held, site, run, performJobs }));
        const record = await site.slots.within(() => performLeg(own, site, run));
        return tolerant({ result: record.result, outputs: record.outputs, records: [record] });
    };
    return asMember(member, { site, held: calling.held, at: job.at, cancelled, perform });
}
/** One combination without a matrix. */
function matrixOf(strategy, scope) {
    const matrix = (0,workflow_value/* valueAt */.fK)(strategy, 'matrix');
    if (matrix === undefined)
        return [{}];
    const combinations = (0,jobs_matrix/* combinationsOf */.e)((0,expression/* evaluated */.Wn)(matrix, scope));
    if (combinations.length === 0) {
        const from = matrix.kind === 'expression' ? `: ${matrix.expression} gives none` : '';
        throw new domain_error/* ReleaseError */.K2(`The matrix has no combination${from}.`, { at: matrix.at });
    }
    if (combinations.length > 256)
        throw new domain_error/* ReleaseError */.K2(`The matrix has ${combinations.length} combinations. The limit is 256.`, { at: matrix.at });
    return combinations;
}
/** GitHub does not start a called workflow that asks for more than its caller may do. */
function refuseMorePermissions(job, { workflow, most }) {
    const asked = job.permissions ?? workflow.permissions;
    if (most === undefined || asked === undefined)
        return;
    const more = (0,permissions/* beyond */.wQ)(asked, most);
    if (more.length > 0)
        throw new domain_error/* ReleaseError */.K2(`Job ${job.id} of the called workflow ${workflow.path} asks for ${more.join(', ')}, which its caller does not have.`, {
            fix: `Add ${more.join(', ')} to the permissions of the job that calls it.`,
            at: most.at ?? asked.at ?? job.at,
        });
}
function jobs_endOf(job, needed, records, result) {
    const history = [...needed.flatMap((end) => end.history), result];
    return { id: job.id, result, outputs: {}, records, history };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/run.js






/** Performs a run of a workflow. */
async function performRun(workflow, inputs, site, run) {
    const contexts = { github: githubContext(site, run, workflow), inputs, vars: site.vars, secrets: site.secrets };
    const begin = new Date();
    const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
    const ended = (result, annotations = []) => ({
        id: run.id,
        path: workflow.path,
        name: workflow.name,
        event: run.event,
        begin,
        seconds: (Date.now() - begin.getTime()) / 1000,
        result,
        isInterrupted: result === 'cancelled' && annotations.length === 0 && site.kill.aborted,
        annotations,
        jobs: [],
        needs: {},
    });
    const member = memberOf(workflow, { contexts }, site, run);
    if (member instanceof domain_error/* ReleaseError */.K2)
        return ended('failure', [told('error', member.message, member.at ?? start)]);
    const at = workflow.concurrency?.at ?? start;
    const perform = async (held) => {
        const cancel = new AbortController();
        const stop = () => cancel.abort();
        for (const signal of [member?.signal, site.kill])
            signal?.addEventListener('abort', stop, { once: true });
        if (site.kill.aborted)
            cancel.abort();
        const calling = { workflow, scope: { contexts }, path: [], most: undefined, held, cancel };
        const { records, needs } = await performJobs(calling, site, run);
        const isCancelled = member?.signal.aborted === true && !site.kill.aborted;
        const reason = isCancelled ? [told('error', `Cancelled, because ${member.reason()}.`, at)] : [];
        return { ...ended((0,jobs_records/* joined */.oR)(Object.values(needs).map(({ result }) => result)), reason), jobs: records, needs };
    };
    const cancelled = (why) => ended('cancelled', why);
    return asMember(member, { site, held: [], at, cancelled, perform });
}
function memberOf(workflow, scope, site, run) {
    try {
        const at = { file: workflow.path };
        return membership(workflow.concurrency, scope, {
            site,
            signal: site.kill,
            name: `Run ${run.number} of ${workflow.path}`,
            at,
        });
    }
    catch (error) {
        if (error instanceof domain_error/* ReleaseError */.K2)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/jobs/slots.js
/** Lets only so many jobs run at once. */
class Slots {
    #free;
    #waiting = [];
    constructor(count) {
        this.#free = count;
    }
    async within(work) {
        if (this.#free > 0)
            this.#free--;
        else
            await new Promise((start) => this.#waiting.push(start));
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free++;
            else
                next();
        }
    }
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/src/rehearsal/images/name.js
var images_name = __webpack_require__(38249);
// EXTERNAL MODULE: ./build/src/rehearsal/images/build.js
var build = __webpack_require__(75336);
// EXTERNAL MODULE: ./build/src/rehearsal/images/exporters.js
var exporters = __webpack_require__(38650);
// EXTERNAL MODULE: ./build/src/rehearsal/images/image.js
var images_image = __webpack_require__(59149);
// EXTERNAL MODULE: ./build/src/rehearsal/images/made-up.js
var made_up = __webpack_require__(17757);
;// CONCATENATED MODULE: ./build/src/rehearsal/programs/options.js

/** Reads a command line as programs in Go do: `--file x`, `--file=x`, `-f x`, `-fx`, and flags such as `--push` and `--push=false`. */
function optionsOf(args, { valued, flags }) {
    const main = new Map([...valued, ...flags].flatMap((names) => names.split(' ').map((one) => [one, names])));
    const values = new Map();
    const [operands, unknown] = [[], []];
    const keep = (names, value) => values.set(names, [...(values.get(names) ?? []), value]);
    for (let at = 0; at < args.length; at++) {
        const word = args[at] ?? '';
        if (word === '--') {
            operands.push(...args.slice(at + 1));
            break;
        }
        if (!/^-./.test(word)) {
            operands.push(word);
            continue;
        }
        const [, name = word, given] = /^(--[^=]+|-[^-])(?:=?([^]+))?$/.exec(word) ?? [];
        const names = main.get(name);
        if (names === undefined)
            unknown.push(name);
        else if (flags.includes(names))
            keep(names, name.startsWith('--') ? (given ?? 'true') : 'true');
        else {
            const value = given ?? args[++at];
            if (value === undefined)
                throw new domain_error/* ReleaseError */.K2(`flag needs an argument: ${name}`);
            keep(names, value);
        }
    }
    const all = (name) => values.get(main.get(name) ?? name) ?? [];
    return {
        all,
        one: (name) => all(name).at(-1),
        has: (name) => ![undefined, 'false', '0'].includes(all(name).at(-1)),
        operands,
        unknown,
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/build.js









const build_known = {
    valued: [
        '-t --tag',
        '-f --file',
        '-o --output',
        '--label',
        '--platform',
        '--build-arg',
        '--target',
        '--metadata-file',
        '--iidfile',
        ...'--annotation --attest --sbom --provenance --cache-from --cache-to --secret --ssh --progress --builder'.split(' '),
        ...'--build-context --network --add-host --allow --ulimit --shm-size --cgroup-parent --memory -m --cpus'.split(' '),
        ...'--no-cache-filter --isolation --format --jobs --authfile --layers --manifest --timestamp'.split(' '),
    ],
    flags: [
        '--push',
        '--load',
        '-q --quiet',
        ...'--pull --no-cache --rm --force-rm --squash --compress -D --debug --check --tls-verify'.split(' '),
    ],
};
/** `docker build` and `docker buildx build`: nothing is built. A made-up image stands for what would be built. */
async function build_build(call, args) {
    const options = optionsOf(args, build_known);
    for (const name of options.unknown)
        call.omit(`the option ${name} of docker build is not known`);
    await refuseMissingFile(call, options);
    const described = {
        labels: options.all('--label'),
        sources: [
            call.env['GITHUB_SHA'],
            options.one('--file') ?? 'Dockerfile',
            options.one('--target'),
            ...options.all('--build-arg'),
        ],
        platforms: options.all('--platform').flatMap((one) => one.split(',')),
        exporters: exportersOf(options),
    };
    const image = await (0,build/* madeUpBuild */.Zr)(described, {
        names: options.all('--tag').map(images_name/* namedImage */.VR),
        folder: call.folder,
        images: call.visitor.room.images,
        push: (to, what) => call.world.pushImage(to, what, { env: call.env, room: call.visitor.room }),
        omit: call.omit,
    });
    call.visitor.room.images.set((0,images_image/* idOf */.TH)(image), image);
    await writeResults(call, options, image);
    call.say(build/* notBuilt */.cU);
    if (options.has('--quiet'))
        call.print((0,images_image/* idOf */.TH)(image));
    return 0;
}
/** Without an output, the image is kept on the machine, as the builder of docker itself does. */
function exportersOf(options) {
    const given = [
        ...options.all('--output').map(exporters/* exporterFrom */.q),
        ...(options.has('--push') ? [{ type: 'registry' }] : []),
        ...(options.has('--load') ? [{ type: 'docker' }] : []),
    ];
    return given.length > 0 ? given : [{ type: 'docker' }];
}
async function refuseMissingFile({ folder }, options) {
    const [context] = options.operands;
    if (context === undefined)
        throw new domain_error/* ReleaseError */.K2('docker build requires 1 argument');
    if (context === '-' || context.includes('://') || options.one('--file') === '-')
        return;
    const file = options.one('--file') ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const isThere = await (0,promises_.stat)((0,external_node_path_.resolve)(folder, file)).then(() => true, () => false);
    if (!isThere)
        throw new domain_error/* ReleaseError */.K2(`failed to solve: failed to read dockerfile: open ${file}: no such file or directory`);
}
async function writeResults({ folder }, options, image) {
    const [metadata, id] = [options.one('--metadata-file'), options.one('--iidfile')];
    const names = options.all('--tag').join(',');
    if (metadata !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(folder, metadata), (0,made_up/* buildMetadata */.KP)(image, names));
    if (id !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(folder, id), (0,images_image/* idOf */.TH)(image));
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/format.js

/** Fills a template of Go: `{{.Id}}`, `{{json .Manifest}}`, `{{index .RepoDigests 0}}`. */
function formatted(template, value) {
    return template.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, expression) => format_filled(expression, value));
}
function format_filled(expression, value) {
    const [, asJson, indexed, path, at] = /^(?:(json)\s+)?\(?(?:(index)\s+)?(\.[\w.]*)(?:\s+(?:(\d+)|"[^"]*"))?\)?$/.exec(expression) ?? [];
    if (path === undefined)
        throw new domain_error/* ReleaseError */.K2(`The template {{${expression}}} cannot be filled in a rehearsal.`, {
            fix: 'Print the whole with {{json .}}, and take what you need from there.',
        });
    const found = path.split('.').filter(Boolean).reduce(fieldOf, value);
    const item = indexed === undefined ? found : found?.[Number(at ?? 0)];
    if (asJson !== undefined)
        return JSON.stringify(item ?? null);
    if (Array.isArray(item))
        return `[${item.join(' ')}]`;
    if (typeof item === 'string')
        return item;
    return item === undefined ? '<no value>' : JSON.stringify(item);
}
const fieldOf = (value, name) => typeof value === 'object' && value !== null ? value[name] : undefined;

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/program.js


/** An image of this machine. */
function localImage({ visitor }, name) {
    const found = visitor.room.images.get((0,images_name/* wholeName */.fC)(name));
    if (found === undefined)
        throw new domain_error/* ReleaseError */.K2(`No such image: ${(0,images_name/* wholeName */.fC)(name)}`);
    return found;
}
/** An image of a registry. A rehearsal begins with empty registries. */
async function remoteImage({ world, missed }, name) {
    const found = await world.readImage(name);
    if (found !== undefined)
        return found;
    missed(name);
    throw new domain_error/* ReleaseError */.K2(`${(0,images_name/* wholeName */.fC)(name)}: manifest unknown`);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/indexes.js








/** `docker buildx imagetools create`: an index of images that are in registries. */
async function createIndex(call, args) {
    const options = optionsOf(args, {
        valued: ['-t --tag', '-f --file', '--annotation', '--builder', '--progress', '--metadata-file', '-p --platform'],
        flags: ['--append', '--dry-run', '--prefer-index'],
    });
    for (const name of options.unknown)
        call.omit(`the option ${name} of docker buildx imagetools create is not known`);
    const [tags, sources] = [options.all('--tag').map(images_name/* namedImage */.VR), options.operands.map(images_name/* namedImage */.VR)];
    if (sources.length === 0)
        throw new domain_error/* ReleaseError */.K2('docker buildx imagetools create needs a source');
    const images = [];
    for (const source of sources)
        images.push(await remoteImage(call, source));
    const [only] = images;
    const isCopied = only !== undefined && images.length === 1 && (0,images_image/* fieldsOf */.Pf)(only.root).manifests !== undefined;
    const image = isCopied ? only : mergedIndex(images);
    if (options.has('--dry-run'))
        call.print(image.root.bytes.toString('utf8'));
    else
        await call.world.pushImage(tags, image, { env: call.env, room: call.visitor.room });
    const metadata = options.one('--metadata-file');
    const { mediaType, digest, size } = image.root;
    if (metadata !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(call.folder, metadata), JSON.stringify({
            'containerimage.descriptor': { mediaType, digest, size },
            'image.name': tags.map(images_name/* wholeName */.fC).join(','),
        }));
    return 0;
}
/** The images of several indexes in one. */
function mergedIndex(images) {
    const parts = images.flatMap((image) => {
        const { manifests } = (0,images_image/* fieldsOf */.Pf)(image.root);
        if (manifests === undefined)
            return [{ ...image, ...platformOf(image) }];
        return manifests.flatMap(({ digest, platform }) => {
            const root = image.manifests.find((one) => one.digest === digest);
            return root === undefined ? [] : [{ root, manifests: [root], blobs: image.blobs, ...(platform && { platform }) }];
        });
    });
    return (0,images_image/* indexOf */.qh)(parts);
}
function platformOf({ root, blobs }) {
    const config = blobs.get((0,images_image/* fieldsOf */.Pf)(root).config?.digest ?? '');
    if (config === undefined)
        return {};
    const { os, architecture, variant } = JSON.parse(config.toString('utf8'));
    if (os === undefined || architecture === undefined)
        return {};
    return { platform: { os, architecture, ...(variant !== undefined && { variant }) } };
}
/** `docker buildx imagetools inspect` */
async function inspectIndex(call, args) {
    const options = optionsOf(args, { valued: ['--format', '--builder'], flags: ['--raw'] });
    const [given = ''] = options.operands;
    const { root } = await remoteImage(call, (0,images_name/* namedImage */.VR)(given));
    const { mediaType, digest, size } = root;
    const name = (0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(given));
    const manifest = { ...(0,images_image/* fieldsOf */.Pf)(root), mediaType, digest, size };
    const format = options.one('--format');
    if (options.has('--raw'))
        call.print(root.bytes);
    else if (format === undefined)
        call.print(`Name:      ${name}\nMediaType: ${mediaType}\nDigest:    ${digest}`);
    else
        call.print(formatted(format, capitalized({ name, manifest })));
    return 0;
}
/** Templates name fields with a capital letter. */
function capitalized(value) {
    if (Array.isArray(value))
        return value.map(capitalized);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inside]) => [
        [`${key.charAt(0).toUpperCase()}${key.slice(1)}`, capitalized(inside)],
    ]));
}

// EXTERNAL MODULE: ./build/src/rehearsal/images/archives.js
var archives = __webpack_require__(33509);
;// CONCATENATED MODULE: ./build/src/rehearsal/programs/local-images.js









/** `docker tag` */
async function tag(call, args) {
    const [from = '', to = ''] = args;
    call.visitor.room.images.set((0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(to)), imageCalled(call, from));
    return 0;
}
/** By its name, or by its ID. */
function imageCalled(call, given) {
    const known = call.visitor.room.images;
    const id = [...known.keys()].find((one) => one === given || one === `sha256:${given}`);
    return (id === undefined ? undefined : known.get(id)) ?? localImage(call, (0,images_name/* namedImage */.VR)(given));
}
/** `docker push` */
async function push(call, args) {
    const options = optionsOf(args, {
        valued: ['--platform', '--authfile', '--digestfile', '--creds', '--format', '-f'],
        flags: ['-a --all-tags', '-q --quiet', '--disable-content-trust', '--tls-verify', '--all'],
    });
    const [given = '', to = given] = options.operands.map((one) => one.replace(/^docker:\/\//, ''));
    const name = (0,images_name/* namedImage */.VR)(given);
    const isTagOf = (one) => one.registry === name.registry && one.repository === name.repository;
    const all = [...call.visitor.room.images.keys()].filter((one) => !one.startsWith('sha256:')).map(images_name/* namedImage */.VR);
    const names = options.has('--all-tags') ? all.filter(isTagOf) : [name];
    for (const one of names) {
        const image = localImage(call, one);
        const target = options.has('--all-tags') ? one : (0,images_name/* namedImage */.VR)(to);
        await call.world.pushImage([target], image, { env: call.env, room: call.visitor.room });
        call.print(`${target.tag ?? 'latest'}: digest: ${image.root.digest} size: ${image.root.size}`);
    }
    return 0;
}
/** `docker pull` */
async function pull(call, args) {
    const options = optionsOf(args, { valued: ['--platform'], flags: ['-a --all-tags', '-q --quiet'] });
    const name = (0,images_name/* namedImage */.VR)(options.operands[0] ?? '');
    const image = await remoteImage(call, name);
    call.visitor.room.images.set((0,images_name/* wholeName */.fC)(name), image);
    call.print(options.has('--quiet') ? (0,images_name/* wholeName */.fC)(name) : `Digest: ${image.root.digest}\n${(0,images_name/* wholeName */.fC)(name)}`);
    return 0;
}
/** `docker save` */
async function save(call, args) {
    const options = optionsOf(args, { valued: ['-o --output', '--platform', '--format'], flags: ['-q --quiet'] });
    const names = options.operands.map(images_name/* namedImage */.VR);
    const [first] = names;
    if (first === undefined)
        throw new domain_error/* ReleaseError */.K2('docker save requires at least 1 argument');
    const image = localImage(call, first);
    const same = names.filter((name) => localImage(call, name) === image);
    if (same.length < names.length)
        call.omit('docker save writes one image only, and was given several');
    const bytes = await (0,archives/* dockerArchive */.HH)(image, same);
    const output = options.one('--output');
    if (output === undefined)
        call.print(bytes);
    else
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(call.folder, output), bytes);
    return 0;
}
/** `docker load` */
async function load(call, args) {
    const options = optionsOf(args, { valued: ['-i --input', '--platform'], flags: ['-q --quiet'] });
    const input = options.one('--input');
    const bytes = input === undefined ? call.stdin : await (0,promises_.readFile)((0,external_node_path_.resolve)(call.folder, input)).catch(noSuchFile(input));
    for (const { image, names } of await (0,archives/* archivedImages */.dW)(bytes)) {
        const id = (0,images_image/* idOf */.TH)(image);
        call.visitor.room.images.set(id, image);
        for (const name of names.map(images_name/* namedImage */.VR))
            call.visitor.room.images.set((0,images_name/* wholeName */.fC)(name), image);
        call.print(names.length === 0 ? `Loaded image ID: ${id}` : names.map((name) => `Loaded image: ${name}`).join('\n'));
    }
    return 0;
}
const noSuchFile = (path) => () => {
    throw new domain_error/* ReleaseError */.K2(`open ${path}: no such file or directory`);
};
/** `docker image inspect` */
async function inspect(call, args) {
    const options = optionsOf(args, { valued: ['-f --format', '--type', '--platform'], flags: ['-s --size'] });
    const found = options.operands.map((given) => described(call, given));
    const format = options.one('--format');
    if (format === undefined)
        call.print(JSON.stringify(found, undefined, 4));
    else
        for (const one of found)
            call.print(formatted(format, one));
    return 0;
}
function described(call, given) {
    const image = imageCalled(call, given);
    const names = [...call.visitor.room.images].filter(([name, one]) => one === image && !name.startsWith('sha256:'));
    const settings = JSON.parse(String(image.blobs.get((0,images_image/* configOf */.W1)(image) ?? '') ?? '{}'));
    return {
        Id: (0,images_image/* idOf */.TH)(image),
        RepoTags: names.map(([name]) => name),
        RepoDigests: names.map(([name]) => `${name.replace(/:[^:/]*$/, '')}@${image.root.digest}`),
        Architecture: settings.architecture ?? '',
        Os: settings.os ?? '',
        Size: ((0,images_image/* fieldsOf */.Pf)(image.root).layers ?? []).reduce((sum, { size }) => sum + size, 0),
        Config: settings.config ?? {},
    };
}
/** `docker images` */
async function list({ visitor, print }, args) {
    const options = optionsOf(args, {
        valued: ['--format', '-f --filter'],
        flags: ['-q --quiet', '-a --all', '--digests', '--no-trunc'],
    });
    const names = [...visitor.room.images].filter(([name]) => !name.startsWith('sha256:'));
    for (const [name, image] of names)
        print(options.has('--quiet') ? (0,images_image/* idOf */.TH)(image) : `${name} ${image.root.digest}`);
    return 0;
}
/** `docker image rm` */
async function remove({ visitor }, args) {
    for (const given of args.filter((word) => !word.startsWith('-')))
        visitor.room.images.delete((0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(given)));
    return 0;
}
/** `docker manifest inspect` */
async function inspectManifest(call, args) {
    const name = (0,images_name/* namedImage */.VR)(args.find((word) => !word.startsWith('-')) ?? '');
    const { root } = await remoteImage(call, name);
    call.print(JSON.stringify(JSON.parse(root.bytes.toString('utf8')), undefined, 2));
    return 0;
}

// EXTERNAL MODULE: ./build/src/rehearsal/images/passwords.js
var passwords = __webpack_require__(57674);
;// CONCATENATED MODULE: ./build/src/rehearsal/programs/sign-in.js



/** `docker login` and its kind. */
async function signIn(call, args) {
    const options = optionsOf(args, {
        valued: ['-u --username', '-p --password', '--authfile', '--cert-dir'],
        flags: ['--password-stdin', '--tls-verify', '-v --verbose', '--get-login'],
    });
    const registry = (0,passwords/* registryNamed */.Zv)(options.operands[0] ?? '');
    const given = options.has('--password-stdin') ? call.stdin.toString('utf8').replace(/\r?\n$/, '') : undefined;
    const [user, password] = [options.one('--username'), given ?? options.one('--password')];
    if (user === undefined || password === undefined)
        throw new domain_error/* ReleaseError */.K2('Cannot perform an interactive login from a non TTY device');
    if (!call.world.isPassword(registry, password))
        throw new domain_error/* ReleaseError */.K2(`Get "https://${registry}/v2/": unauthorized: incorrect username or password`);
    await (0,passwords/* keepPassword */.rl)(call.env, registry, { user, password });
    call.print('Login Succeeded');
    return 0;
}
async function signOut(call, args) {
    const registry = (0,passwords/* registryNamed */.Zv)(args.find((word) => !word.startsWith('-')) ?? '');
    await (0,passwords/* keepPassword */.rl)(call.env, registry, undefined);
    call.print(`Removing login credentials for ${registry}`);
    return 0;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/docker.js






/** Does nothing, because there is nothing to do. */
const nothing = async () => 0;
const says = (text) => async ({ print }) => {
    print(text);
    return 0;
};
/** Commands of one word or several. */
const commands = {
    build: build_build,
    'builder build': build_build,
    'builder prune': nothing,
    bud: build_build,
    'buildx build': build_build,
    'buildx b': build_build,
    'buildx create': says('rehearsal'),
    'buildx du': nothing,
    'buildx imagetools create': createIndex,
    'buildx imagetools inspect': inspectIndex,
    'buildx inspect': says('Name: rehearsal\nPlatforms: linux/amd64, linux/arm64'),
    'buildx install': nothing,
    'buildx ls': says('rehearsal docker-container running linux/amd64, linux/arm64'),
    'buildx prune': nothing,
    'buildx rm': nothing,
    'buildx stop': nothing,
    'buildx use': nothing,
    'buildx version': says('github.com/docker/buildx v0.0.0 rehearsal'),
    'context ls': says('default'),
    'context use': nothing,
    'image build': build_build,
    'image inspect': inspect,
    'image load': load,
    'image ls': list,
    'image prune': nothing,
    'image pull': pull,
    'image push': push,
    'image rm': remove,
    'image save': save,
    'image tag': tag,
    images: list,
    info: says('Server Version: rehearsal'),
    inspect: inspect,
    load: load,
    login: signIn,
    logout: signOut,
    'manifest annotate': nothing,
    'manifest create': createManifest,
    'manifest inspect': inspectManifest,
    'manifest push': push,
    'manifest rm': remove,
    pull: pull,
    push: push,
    rmi: remove,
    save: save,
    'system prune': nothing,
    tag: tag,
    version: says('Version: rehearsal'),
    '--version': says('Docker version 0.0.0, build rehearsal'),
    '-v': says('Docker version 0.0.0, build rehearsal'),
};
/** What needs containers that run. As with actions of others, it counts as a success. */
const running = /^(?:attach|bake|commit|compose|container|cp|create|diff|events|exec|export|history|import|kill|logs|network|pause|plugin|port|ps|rename|restart|rm|run|scout|search|service|stack|start|stats|stop|swarm|system|top|trust|unpause|update|volume|wait|buildx bake)$/;
// Why: docs/decisions.md D87
/** The program docker, and those that are called like it: images are made up, and containers do not run. */
const docker = async (call) => {
    const args = withoutGlobalOptions(call.args);
    for (const words of [3, 2, 1]) {
        const command = commands[args.slice(0, words).join(' ')];
        if (command !== undefined)
            return command(call, args.slice(words));
    }
    const name = args.slice(0, args[0] === 'buildx' ? 2 : 1).join(' ');
    if (running.test(name)) {
        call.omit(`a rehearsal runs no containers: docker ${call.args.join(' ')}`);
        return 0;
    }
    call.omit(`docker ${name} is not known here`);
    call.say(`docker: '${name}' is not a docker command.`);
    return 1;
};
/** Options before the command, such as `--config folder` and `--context name`. */
function withoutGlobalOptions(args) {
    const [first = '', ...rest] = args;
    if (/^(?:--config|--context|-c|--host|-H|--log-level|-l)$/.test(first))
        return withoutGlobalOptions(rest.slice(1));
    return /^--(?:config|context|host|log-level|tls\w*|debug)\b/.test(first) ? withoutGlobalOptions(rest) : args;
}
/** `docker manifest create` makes an index on the machine; `docker manifest push` pushes it. */
async function createManifest(call, args) {
    const [name = '', ...sources] = args.filter((word) => !word.startsWith('-'));
    const images = [];
    for (const source of sources.map(images_name/* namedImage */.VR)) {
        const isHere = call.visitor.room.images.has((0,images_name/* wholeName */.fC)(source));
        images.push(isHere ? localImage(call, source) : await remoteImage(call, source));
    }
    call.visitor.room.images.set((0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(name)), mergedIndex(images));
    call.print(`Created manifest list ${(0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(name))}`);
    return 0;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/skopeo.js










const skopeo_known = {
    valued: [
        ...'--retry-times --src-creds --dest-creds --creds --src-authfile --dest-authfile --authfile --format -f'.split(' '),
        ...'--digestfile --multi-arch --src-tls-verify --dest-tls-verify --tls-verify --src-cert-dir --dest-cert-dir'.split(' '),
        ...'--policy --override-arch --override-os --override-variant --additional-tag --command-timeout'.split(' '),
    ],
    flags: [
        '-a --all',
        '-q --quiet',
        '--raw',
        '--config',
        ...'-n --no-tags --preserve-digests --insecure-policy --debug --remove-signatures --dest-compress'.split(' '),
    ],
};
/** The program skopeo, on machines that have none. */
const skopeo = async (call) => {
    const at = call.args.findIndex((word) => !word.startsWith('-'));
    const [command = '', ...args] = call.args.slice(Math.max(at, 0));
    if (command === 'login')
        return signIn(call, args);
    if (command === 'logout')
        return signOut(call, args);
    const options = optionsOf(args, skopeo_known);
    for (const name of options.unknown)
        call.omit(`the option ${name} of skopeo is not known`);
    const perform = { copy, inspect: skopeo_inspect }[command];
    if (perform !== undefined)
        return perform(call, options);
    call.omit(`skopeo ${command} is not known here`);
    call.say(`skopeo ${command} is not known here.`);
    return 1;
};
async function copy(call, options) {
    const [from = '', to = ''] = options.operands;
    const image = await imageAt(call, from);
    await put(call, { image, to, creds: options.one('--dest-creds') ?? options.one('--creds') });
    const digestFile = options.one('--digestfile');
    if (digestFile !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.resolve)(call.folder, digestFile), image.root.digest);
    return 0;
}
async function skopeo_inspect(call, options) {
    const [place = ''] = options.operands;
    const image = await imageAt(call, place);
    const config = image.blobs.get((0,images_image/* configOf */.W1)(image) ?? '') ?? Buffer.from('{}');
    if (options.has('--raw'))
        call.print(options.has('--config') ? config : image.root.bytes);
    else {
        const found = { ...skopeo_described(image, config), ...(place.startsWith('docker://') && { Name: skopeo_nameOf(place) }) };
        const format = options.one('--format') ?? options.one('-f');
        call.print(format === undefined ? JSON.stringify(found, undefined, 4) : formatted(format, found));
    }
    return 0;
}
const skopeo_nameOf = (place) => (0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(place.slice('docker://'.length))).replace(/(?::[^:/]*|@.*)$/, '');
function skopeo_described({ root }, bytes) {
    const { architecture = '', os = '', config, } = JSON.parse(bytes.toString('utf8'));
    const layers = ((0,images_image/* fieldsOf */.Pf)(root).layers ?? []).map(({ digest }) => digest);
    return { Digest: root.digest, Labels: config?.Labels ?? {}, Architecture: architecture, Os: os, Layers: layers };
}
/** A place such as `docker://ghcr.io/org/app:v1` or `oci-archive:image.tar:v1`. */
function skopeo_placeOf(text) {
    const [, transport = '', rest = ''] = /^([a-z-]+):(.*)$/.exec(text) ?? [];
    if (transport === 'docker')
        return { transport, path: '', name: rest.replace(/^\/\//, '') };
    if (/^(?:docker-daemon|containers-storage)$/.test(transport))
        return { transport, path: '', name: rest };
    const [, path = rest, name = ''] = /^([^:]+):(.+)$/.exec(rest) ?? [];
    return { transport, path, name };
}
async function imageAt(call, text) {
    const { transport, path, name } = skopeo_placeOf(text);
    if (transport === 'docker')
        return remoteImage(call, (0,images_name/* namedImage */.VR)(name));
    if (transport === 'docker-daemon' || transport === 'containers-storage')
        return localImage(call, (0,images_name/* namedImage */.VR)(name));
    const place = (0,external_node_path_.resolve)(call.folder, path);
    const refuse = () => {
        throw new domain_error/* ReleaseError */.K2(`open ${path}: no such file or directory`);
    };
    if (transport === 'oci-archive' || transport === 'docker-archive') {
        const [first] = await (0,archives/* archivedImages */.dW)(await (0,promises_.readFile)(place).catch(refuse));
        if (first !== undefined)
            return first.image;
    }
    if (transport === 'oci') {
        const [first] = await (0,archives/* imagesIn */.o$)(await filesBelow(place).catch(refuse));
        if (first !== undefined)
            return first.image;
    }
    throw new domain_error/* ReleaseError */.K2(`${text} cannot be read in a rehearsal.`);
}
async function filesBelow(folder) {
    const names = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => (0,external_node_path_.join)(one.parentPath, one.name));
    return new Map(await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await (0,promises_.readFile)(file)])));
}
async function put(call, { image, to, creds }) {
    const { transport, path, name } = skopeo_placeOf(to);
    const names = name === '' ? [] : [(0,images_name/* namedImage */.VR)(name.includes('/') ? name : `localhost/${name}`)];
    const place = (0,external_node_path_.resolve)(call.folder, path);
    if (transport === 'docker') {
        const password = creds?.slice(creds.indexOf(':') + 1);
        const pusher = { env: call.env, room: call.visitor.room, ...(password !== undefined && { password }) };
        return call.world.pushImage([(0,images_name/* namedImage */.VR)(name)], image, pusher);
    }
    if (transport === 'docker-daemon' || transport === 'containers-storage')
        return void call.visitor.room.images.set((0,images_name/* wholeName */.fC)((0,images_name/* namedImage */.VR)(name)), image);
    if (transport === 'oci-archive')
        return (0,promises_.writeFile)(place, await (0,archives/* ociArchive */.ol)(image, names));
    if (transport === 'docker-archive')
        return (0,promises_.writeFile)(place, await (0,archives/* dockerArchive */.HH)(image, names));
    if (transport === 'oci')
        return writeLayout(place, image, names);
    throw new domain_error/* ReleaseError */.K2(`${to} cannot be written in a rehearsal.`);
}
async function writeLayout(folder, image, names) {
    for (const [path, bytes] of (0,archives/* ociLayout */.Sq)(image, names)) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), bytes);
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/programs/programs.js







const programs_programs = { docker: docker, podman: docker, buildah: docker, skopeo: skopeo };
/** The variable with the address at which the programs of a step are answered. */
const programsVariable = 'REHEARSAL_PROGRAMS';
/**
 * Writes programs that ask the process of the rehearsal. docker is always stood in for, because nothing is built. The others are
 * only if this machine has none.
 */
function writePrograms(folder, searchPath) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const script = (0,external_node_path_.join)(folder, 'ask.mjs');
    (0,external_node_fs_.writeFileSync)(script, asking);
    for (const name of Object.keys(programs_programs))
        if (name === 'docker' || !isIn(name, searchPath))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), shellScript(process.execPath, script, name), { mode: 0o755 });
}
const shellScript = (node, script, name) => `#!/bin/sh
NODE_OPTIONS= NODE_EXTRA_CA_CERTS= NODE_USE_ENV_PROXY= exec '${node}' '${script}' "$${programsVariable}/${name}" \
  "$HOME" "$DOCKER_CONFIG" "$GITHUB_SHA" "$@"
`;
/** Reads what it is given only if the program would do so: it may be meant for the next one. */
const asking = `import { readFileSync } from 'node:fs';
import { request } from 'node:http';
const [address, HOME, DOCKER_CONFIG, GITHUB_SHA, ...args] = process.argv.slice(2);
const isRead = args.some((one) => one === '-' || one === '--password-stdin') || (args.includes('load') && !args.some((one) => /^(-i|--input)/.test(one)));
const stdin = isRead ? readFileSync(0).toString('base64') : '';
const asked = request(address, { method: 'POST' }, async (answer) => {
  const pieces = [];
  for await (const piece of answer) pieces.push(piece);
  const { exitCode, output, said } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  process.stderr.write(said);
  process.stdout.write(Buffer.from(output, 'base64'));
  process.exitCode = exitCode;
});
asked.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
asked.end(JSON.stringify({ args, folder: process.cwd(), env: { HOME, DOCKER_CONFIG, GITHUB_SHA }, stdin }));
`;
/** Answers a program that asks. */
async function answerProgram(message, response, { name, visitor, world, missed }) {
    const perform = programs_programs[name];
    if (perform === undefined)
        return void response.writeHead(404).end();
    const { stdin, ...asked } = JSON.parse(await (0,consumers_.text)(message));
    const [output, said] = [[], []];
    const call = {
        ...asked,
        stdin: Buffer.from(stdin, 'base64'),
        visitor,
        world,
        missed,
        print: (one) => void output.push(typeof one === 'string' ? Buffer.from(`${one}\n`) : one),
        say: (line) => void said.push(`${line}\n`),
        omit: (reason) => visitor.speech.omit(reason, visitor.at),
    };
    const exitCode = await perform(call).catch((error) => {
        if (!(error instanceof domain_error/* ReleaseError */.K2))
            throw error;
        said.push(`${[error.message, error.fix].filter(Boolean).join(' ')}\n`);
        return 1;
    });
    response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ exitCode, output: Buffer.concat(output).toString('base64'), said: said.join('') }));
}

// EXTERNAL MODULE: ./build/src/rehearsal/servers/called-file.js
var called_file = __webpack_require__(4888);
// EXTERNAL MODULE: ./build/src/rehearsal/servers/happened.js
var servers_happened = __webpack_require__(33365);
// EXTERNAL MODULE: ./build/src/embedded/git/access.js
var access = __webpack_require__(2049);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/embedded/github/core/answer.js
/** A refusal with the body that GitHub sends. The address of the documentation is added later. */
class Refused extends Error {
    status;
    headers;
    details;
    constructor(status, message, { headers = {}, ...details } = {}) {
        super(message);
        this.status = status;
        this.headers = headers;
        this.details = details;
    }
}
function notFound(message = 'Not Found') {
    return new Refused(404, message);
}
function unprocessable(message) {
    return new Refused(422, message);
}
function invalid(...errors) {
    return new Refused(422, 'Validation Failed', { errors });
}
/** The same with errors that are plain texts, as the endpoints of rulesets send them. */
function invalidBecause(...errors) {
    return new Refused(422, 'Validation Failed', { errors });
}
const ok = (body) => ({ status: 200, body });
const created = (body) => ({
    status: 201,
    headers: { location: body.url },
    body,
});
const noContent = { status: 204 };

;// CONCATENATED MODULE: ./build/src/embedded/github/core/fields.js

/** The body of a request as an object. An empty body counts as an empty object. */
function parsedFields(text) {
    if (text === '')
        return {};
    const value = parsedJson(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    if (Array.isArray(value))
        return { labels: value }; // only labels may be sent as a list without an object
    throw new Refused(400, 'Body should be a JSON object');
}
/** A text, or undefined if the field is absent or null. Other types are refused in the words of GitHub. */
function textOf(fields, name) {
    return fields_typed(fields, name, { kind: 'a string', fits: (value) => typeof value === 'string' });
}
function requiredText(fields, name) {
    const value = textOf(fields, name);
    if (value === undefined)
        throw malformed(`"${name}" wasn't supplied.`);
    return value;
}
function flagOf(fields, name) {
    return fields_typed(fields, name, { kind: 'a boolean', fits: (value) => typeof value === 'boolean' });
}
function integerOf(fields, name) {
    return fields_typed(fields, name, { kind: 'an integer', fits: (value) => Number.isInteger(value) });
}
function listOf(fields, name) {
    return fields_typed(fields, name, { kind: 'an array', fits: Array.isArray });
}
function textsOf(fields, name) {
    return listOf(fields, name)?.map((item) => requiredText({ [name]: item }, name));
}
function objectOf(fields, name) {
    const isObject = (value) => typeof value === 'object' && !Array.isArray(value);
    return fields_typed(fields, name, { kind: 'an object', fits: isObject });
}
function fields_typed(fields, name, { kind, fits }) {
    const value = fields[name] ?? undefined;
    if (value === undefined || fits(value))
        return value;
    throw malformed(`For 'properties/${name}', ${JSON.stringify(value)} is not ${kind}.`);
}
function malformed(message) {
    return new Refused(422, `Invalid request.\n\n${message}`);
}
function parsedJson(json) {
    try {
        return JSON.parse(json);
    }
    catch (cause) {
        throw Object.assign(new Refused(400, 'Problems parsing JSON'), { cause });
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/latest-release.js




/** The release that GitHub shows as the latest one. It is never a draft or a prerelease. */
function latestRelease({ releases, latestRelease: chosen }) {
    const candidates = releases.filter(mayBeLatest);
    return candidates.find(({ id }) => id === chosen) ?? candidates.toSorted(byVersion)[0];
}
/** Refuses `make_latest` for a draft or a prerelease. */
function refuseLatest({ fields }, release) {
    if (textOf(fields, 'make_latest') !== 'true' || mayBeLatest(release))
        return;
    throw invalid({ resource: 'Release', code: 'custom', message: 'Latest release cannot be draft or prerelease.' });
}
/** Applies `make_latest`, whose default is `true` when a release is published. */
function chooseLatest({ fields }, record, { release, isPublication }) {
    const wanted = textOf(fields, 'make_latest') ?? (isPublication ? 'true' : undefined);
    if (wanted === 'true' && mayBeLatest(release))
        record.latestRelease = release.id;
    // A release with `false` still becomes the latest if no release was chosen: https://github.com/ncipollo/release-action/issues/466
    else if (wanted === 'legacy' || (wanted !== undefined && record.latestRelease === release.id))
        record.latestRelease = undefined;
}
function mayBeLatest({ isDraft, isPrerelease }) {
    return !isDraft && !isPrerelease;
}
/** The order of candidates: the highest version first, then tags that are no versions, the newest first. */
function byVersion(one, other) {
    const [version, otherVersion] = [versionOf(one), versionOf(other)];
    if (version !== undefined && otherVersion !== undefined)
        return (0,versions_version/* compareVersions */.Zy)(otherVersion, version);
    if (version !== undefined || otherVersion !== undefined)
        return version === undefined ? 1 : -1;
    return Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id;
}
function versionOf({ tag }) {
    const version = (0,domain_error/* attempt */.CD)(() => (0,versions_version/* parseSemver */.kf)(tag.replace(/^v/, '')));
    return version instanceof domain_error/* ReleaseError */.K2 ? undefined : version;
}

// EXTERNAL MODULE: ./build/src/embedded/git/processes.js
var git_processes = __webpack_require__(51334);
;// CONCATENATED MODULE: ./build/src/embedded/wire/faults.js
/** Whether a fault ends an upload halfway. */
function breaksUpload(fault) {
    return fault === 'reset-during' || (typeof fault === 'object' && 'during' in fault);
}
/** Whether a fault is an answer instead of the effect. */
function replacesAnswer(fault) {
    return typeof fault === 'object' && 'status' in fault;
}
/** The answer that a fault sends after the request had its effect. */
function laterAnswer(fault) {
    if (typeof fault !== 'object' || 'status' in fault)
        return undefined;
    return 'after' in fault ? fault.after : fault.during;
}
/** A page that a proxy may send instead of an answer. */
const maintenancePage = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>We will be back soon</title>\n',
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/src/embedded/wire/origin.js


/** A server on this machine. Clients send a token to every port of a host name, so that a second server needs another. */
async function openOrigin(hostname) {
    const server = (0,external_node_http_.createServer)();
    server.listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    return { server, url: `http://${hostname}:${server.address().port}` }; // it listens on a port, not on a pipe
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/src/embedded/wire/send.js




/** Sends an answer, or what the fault makes of it. */
async function sendAnswer(response, answer, { fault, record }) {
    if (typeof fault === 'number')
        await (0,external_node_timers_promises_.setTimeout)(fault);
    const content = contentOf(answer);
    const length = sentLength(content.size, fault);
    const { 'content-length': told, ...headers } = answer.headers ?? {};
    const isEmpty = content.size === 0 && told === undefined && response.req.method !== 'HEAD' && answer.status !== 204;
    const announced = fault === 'endless' ? undefined : announcedLength(content.size, isEmpty ? '0' : told, fault);
    response.writeHead(answer.status, { ...headers, ...(announced !== undefined && { 'content-length': announced }) });
    if (content.size === 0 || response.req.method === 'HEAD')
        return void response.end();
    if (content.bytes !== undefined && (fault === undefined || typeof fault === 'number')) {
        record.sent += length;
        return void response.end(content.bytes); // a stream costs more than the rest of the request
    }
    const counted = async function* () {
        for await (const chunk of flow(content, length, fault)) {
            record.sent += chunk.length;
            yield chunk;
        }
    };
    await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(counted()), response, { end: fault !== 'truncated' }).catch(unlessClientLeft);
    if (fault === 'truncated')
        response.destroy();
}
function contentOf({ body = '', file }) {
    if (file !== undefined)
        return { size: file.size, read: (length, pieceSize) => fileBytes(file, length, pieceSize) };
    const bytes = Buffer.from(body);
    return { size: bytes.length, bytes, read: (length, pieceSize) => pieces(bytes.subarray(0, length), pieceSize) };
}
function fileBytes({ path, start = 0 }, length, pieceSize) {
    return (0,external_node_fs_.createReadStream)(path, { start, end: start + length - 1, highWaterMark: pieceSize });
}
function* pieces(bytes, size) {
    for (let at = 0; at < bytes.length; at += size)
        yield bytes.subarray(at, at + size);
}
function sentLength(size, fault) {
    if (fault === 'truncated' || fault === 'malformed')
        return Math.floor(size / 2);
    return fault === 'wrong-length' ? Math.max(0, size - 1) : size;
}
/** What the header says of the length of a body. The answer to a HEAD tells it without a body. */
function announcedLength(size, told, fault) {
    if (size > 0)
        return String(fault === 'truncated' ? size : sentLength(size, fault));
    return told !== undefined && fault === 'wrong-length' ? String(Number(told) + 1) : told;
}
const largestPiece = 64 * 1024;
async function* flow(content, length, fault) {
    if (length === 0)
        return;
    const pieceSize = fault === 'trickle' ? Math.ceil(length / 10) : largestPiece;
    let isFirst = true;
    for await (const piece of content.read(length, pieceSize)) {
        yield fault === 'corrupt' && isFirst ? withFirstByteChanged(piece) : piece;
        isFirst = false;
        if (fault === 'trickle')
            await (0,external_node_timers_promises_.setTimeout)(5);
    }
    if (fault === 'endless')
        for (;;)
            yield Buffer.alloc(largestPiece, ' ');
}
function withFirstByteChanged(bytes) {
    const changed = Buffer.from(bytes);
    changed[0] = (changed[0] ?? 0) ^ 1;
    return changed;
}
const afterClient = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET']);
function unlessClientLeft(error) {
    if (!afterClient.has(error.code ?? ''))
        throw error;
}

;// CONCATENATED MODULE: ./build/src/embedded/wire/wire.js


/** Receives requests, keeps a record of each, and applies the fault that was chosen for it. */
class Wire {
    recorded = [];
    failures = [];
    fault;
    #servers = [];
    constructor(fault) {
        this.fault = fault;
    }
    /** Answers the requests to one server. */
    serve(server, receiving) {
        this.#servers.push(server);
        server.on('request', (message, response) => {
            this.#serve(message, response, receiving).catch((error) => this.#failed(response, error));
        });
    }
    close() {
        for (const server of this.#servers) {
            server.close();
            server.closeAllConnections();
        }
    }
    async #serve(message, response, receiving) {
        const { record, answer } = await receiving(message);
        this.recorded.push(record);
        const fault = await this.fault?.(record);
        if (fault === 'hang')
            return;
        if (fault === 'reset-before')
            return resetConnection(message);
        const given = replacesAnswer(fault) ? fault : await answer(fault);
        if (fault === 'reset-after')
            return resetConnection(message);
        const sent = laterAnswer(fault) ?? given;
        if (sent === undefined)
            return resetConnection(message);
        record.status = sent.status;
        message.resume(); // reads the rest of an upload
        await sendAnswer(response, sent, { fault: fault, record });
    }
    #failed(response, error) {
        this.failures.push(error);
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ message: String(error) });
        if (response.headersSent)
            response.destroy();
        else
            response.writeHead(500, headers).end(body);
    }
}
function resetConnection(message) {
    message.socket.resetAndDestroy();
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/src/embedded/git/push.js
function parsePush(body) {
    const { packets, rest } = untilFlush(body);
    const lines = packets.map((bytes) => bytes.toString('utf8').trimEnd());
    const capabilities = lines.find((line) => line.includes('\0'))?.split('\0')[1] ?? '';
    return {
        updates: lines.flatMap((line) => parseUpdate(line.split('\0')[0] ?? '')),
        isAtomic: capabilities.split(' ').includes('atomic'),
        capabilities,
        shallow: lines.filter((line) => line.startsWith('shallow ')),
        pack: rest,
    };
}
/** Whether an object name consists of zeros, which stand for "no such ref". */
function isAbsent(sha) {
    return /^0+$/.test(sha);
}
/** The body of the same push without some of its updates. */
function pushBody({ capabilities, shallow, pack }, updates) {
    const commands = updates.map(({ ref, from, to }, index) => packet(index === 0 ? `${from} ${to} ${ref}\0${capabilities}` : `${from} ${to} ${ref}`));
    return Buffer.concat([...shallow.map(packet), ...commands, flush, pack]);
}
/** The answer to a push: the answer of git, if git was asked, with the refusals added. */
function pushReport(refusals, answer) {
    const { report, remarks } = answer === undefined ? { report: [packet('unpack ok\n')], remarks: [] } : withoutSideBand(answer);
    const texts = refusals.flatMap(({ remark }) => (remark === undefined ? [] : [Buffer.from(remark)]));
    const refused = refusals.map(({ ref, reason }) => packet(`ng ${ref} ${reason}\n`));
    const result = Buffer.concat([...report, ...refused, flush]);
    return Buffer.concat([...[...remarks, ...texts].flatMap(onBand(2)), ...onBand(1)(result), flush]);
}
const flush = Buffer.from('0000');
/** A line in the format of git's protocol: https://git-scm.com/docs/gitprotocol-common#_pkt_line_format */
function packet(content) {
    const bytes = Buffer.from(content);
    return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}
function untilFlush(body) {
    const packets = [];
    let at = 0;
    let length = lengthAt(body, at);
    while (length > 0) {
        packets.push(body.subarray(at + 4, at + length));
        at += length;
        length = lengthAt(body, at);
    }
    return { packets, rest: body.subarray(at + 4) };
}
/** The length of a packet, including its own four digits; 0 for a flush packet. */
function lengthAt(body, at) {
    const digits = body.toString('latin1', at, at + 4);
    const length = Number.parseInt(digits, 16);
    if (/^(?:0000|[0-9a-f]{4}(?<!000[1-3]))$/.test(digits) && at + length <= body.length)
        return length;
    throw new Error(`At byte ${at} of ${body.length}, ${JSON.stringify(digits)} is not the beginning of a packet of git's protocol.`);
}
function parseUpdate(line) {
    const [, from, to, ref] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    return from === undefined || to === undefined || ref === undefined ? [] : [{ ref, from, to }];
}
/** The report and the remarks in the answer of git, without the side band that carries them. */
function withoutSideBand(answer) {
    const { packets } = untilFlush(answer);
    const band = (number) => packets.filter((bytes) => bytes[0] === number).map((bytes) => bytes.subarray(1));
    return { report: untilFlush(Buffer.concat(band(1))).packets.map(packet), remarks: band(2) };
}
const longestBand = 65_515;
function onBand(number) {
    return (content) => Array.from({ length: Math.ceil(content.length / longestBand) }, (_, index) => {
        const part = content.subarray(index * longestBand, (index + 1) * longestBand);
        return packet(Buffer.concat([Buffer.of(number), part]));
    });
}

;// CONCATENATED MODULE: ./build/src/embedded/git/backend.js




/**
 * The answer of git itself, and in HTTP what `git http-backend` would add to it. That program would be two more processes
 * for each request: https://git-scm.com/docs/git-http-backend
 */
async function backendAnswer(git, root, request) {
    const { method, isListing, service, headers } = request;
    if (service === undefined)
        return withoutGit(403); // git's old protocol of plain files, which GitHub does not serve
    if (method !== (isListing ? 'GET' : 'POST'))
        return withoutGit(400);
    if (!isListing && headers['content-type'] !== `application/x-${service}-request`)
        return withoutGit(415);
    const isVersion2 = isListing && /(?:^|:)version=2(?:$|:)/.test(protocolOf(request));
    const listsNothing = isVersion2 && service === 'git-upload-pack';
    const printed = await (listsNothing ? capabilities : printedByGit)(git, root, { ...request, service });
    const preamble = isListing && !isVersion2 ? announcement(service) : [];
    const type = `application/x-${service}-${isListing ? 'advertisement' : 'result'}`;
    return { status: 200, headers: { ...uncached, 'content-type': type }, body: Buffer.concat([...preamble, printed]) };
}
async function printedByGit(git, root, request) {
    const args = [request.service.slice('git-'.length), '--stateless-rpc'];
    const options = request.isListing ? ['--advertise-refs'] : [];
    const env = { ...pusher, GIT_PROTOCOL: protocolOf(request) };
    const { stdout } = await git.run([...args, ...options, (0,external_node_path_.join)(root, request.folder)], {
        env,
        input: unpacked(request),
    });
    return stdout;
}
/** The first answer of protocol 2. It has no refs, and depends only on the configuration of the repository. */
async function capabilities(git, root, request) {
    const configuration = await (0,promises_.readFile)((0,external_node_path_.join)(root, request.folder, 'config'), 'utf8');
    const key = `${protocolOf(request)}\n${configuration}`;
    const answer = knownCapabilities.get(key) ?? (await printedByGit(git, root, request));
    if (answer.subarray(-4).equals(flush))
        knownCapabilities.set(key, answer); // a git that was ended prints less
    return answer;
}
const knownCapabilities = new Map();
function protocolOf({ headers }) {
    return String(headers['git-protocol'] ?? '');
}
/** The body of a request as the client wrote it, before it was compressed. */
function unpacked({ headers, body }) {
    return headers['content-encoding'] === 'gzip' ? (0,external_node_zlib_.gunzipSync)(body) : body;
}
function withoutGit(status) {
    return { status, headers: uncached, body: Buffer.alloc(0) };
}
function announcement(service) {
    return [packet(`# service=${service}\n`), flush];
}
const uncached = {
    expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
    pragma: 'no-cache',
    'cache-control': 'no-cache, max-age=0, must-revalidate',
};
/** Who pushes, in the reflog of the repository. */
const pusher = { GIT_COMMITTER_NAME: 'anonymous', GIT_COMMITTER_EMAIL: 'anonymous@http.(none)' };

;// CONCATENATED MODULE: ./build/src/embedded/git/rules.js




/** The updates that GitHub refuses because a ruleset, or an immutable release, protects their tags. */
function protectedTagRefusals(updates, isProtected, page) {
    return updates.filter(isProtected).map((update) => rulesetRefusal(update, [tagViolation(update)], page));
}
/** The refusal of an update that violates rulesets. */
function rulesetRefusal({ ref }, violations, page) {
    return {
        ref,
        reason: 'push declined due to repository rule violations',
        remark: [
            `error: GH013: Repository rule violations found for ${ref}.`,
            `Review all repository rules at ${page}/rules?ref=${encodeURIComponent(ref)}`,
            ...violations.map((violated) => `\n- ${violated}`),
            '\n',
        ].join('\n'),
    };
}
/** The updates that GitHub refuses because their branches may only be changed through a pull request. */
function protectedBranchRefusals(updates, patterns) {
    return updates
        .filter(({ ref }) => isProtectedBranch(ref, patterns))
        .map((update) => ({
        ref: update.ref,
        reason: 'protected branch hook declined',
        remark: `error: GH006: Protected branch update failed for ${update.ref}.\n\n- ${branchViolation(update)}\n`,
    }));
}
function isProtectedTag(ref, patterns) {
    return fits(ref, 'refs/tags/', patterns);
}
function isProtectedBranch(ref, patterns) {
    return fits(ref, 'refs/heads/', patterns);
}
function fits(ref, prefix, patterns) {
    return ref.startsWith(prefix) && patterns.some((pattern) => external_node_path_.posix.matchesGlob(ref.slice(prefix.length), pattern));
}
/** Why a protected branch is not updated. git and the API use the same words. */
function branchViolation({ to }) {
    return isAbsent(to) ? 'Cannot delete a protected branch' : 'Changes must be made through a pull request.';
}
function tagViolation({ from, to }) {
    if (isAbsent(from))
        return 'Cannot create ref due to creations being restricted.';
    return isAbsent(to) ? 'Cannot delete this protected ref.' : 'Cannot update this protected ref.';
}
/** Whether the old commit of a pushed ref is an ancestor of the new one. */
async function isForward(push, { from, to }, { folder, git }) {
    await using quarantine = await quarantined(push, folder, git);
    return await quarantine.isAncestor(from, to); // without await, the quarantine would be removed too early
}
/** Refuses the refs of a push that bring a workflow file whose content is not at the tip of any branch. */
async function workflowRefusals(push, { folder, git, isPersonal }) {
    await using quarantine = await quarantined(push, folder, git);
    const known = new Set((await Promise.all((await quarantine.heads()).map(quarantine.workflows))).flat());
    const pushed = push.updates.filter(({ to }) => !isAbsent(to));
    const refusals = await Promise.all(pushed.map(async ({ ref, to }) => {
        const unknown = (await quarantine.workflows(to)).find((file) => !known.has(file));
        const path = unknown?.slice(unknown.indexOf('\t') + 1);
        return path === undefined ? [] : [{ ref, reason: workflowViolation(path, isPersonal) }];
    }));
    return refusals.flat();
}
/** Why a token may not push a workflow file. git and the API use the same words. */
function workflowViolation(path, isPersonal) {
    const [whom, what] = isPersonal
        ? ['Personal Access Token', '`workflow` scope']
        : ['GitHub App', '`workflows` permission'];
    return `refusing to allow a ${whom} to create or update workflow \`${path}\` without ${what}`;
}
/** Lets git read the objects of a push together with those of the repository, without adding them to it. */
async function quarantined({ pack }, repository, git) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'git-quarantine-'));
    const env = {
        GIT_DIR: repository,
        GIT_OBJECT_DIRECTORY: folder,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: (0,external_node_path_.join)(repository, 'objects'),
    };
    const printed = async (...args) => (await git.run(args, { env })).stdout.toString('utf8');
    if (pack.length > 0)
        await git.run(['index-pack', '--stdin', '--fix-thin'], { env, input: pack });
    return {
        heads: async () => (await printed('for-each-ref', '--format=%(objectname)', 'refs/heads')).split('\n').filter(Boolean),
        workflows: async (sha) => {
            const entries = await printed('ls-tree', '-r', '-z', '--full-tree', sha, '--', '.github/workflows/');
            return entries
                .split('\0')
                .filter(Boolean)
                .map((entry) => entry.slice(entry.lastIndexOf(' ') + 1));
        },
        isAncestor: async (ancestor, descendant) => (await git.run(['merge-base', '--is-ancestor', ancestor, descendant], { env })).exitCode === 0,
        [Symbol.asyncDispose]: () => (0,promises_.rm)(folder, { recursive: true }),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/git/receive.js




/** Lets git make the updates of a push that the rules allow, and reports each of the others as refused. */
async function receivePush(push, request, destination) {
    const { git, root } = destination;
    const refusals = await refusalsOf(push, destination);
    if (refusals.length === 0)
        return backendAnswer(git, root, request);
    const allowed = push.updates.filter(({ ref }) => !refusals.some((refusal) => refusal.ref === ref));
    if (allowed.length === 0)
        return reported(refusals);
    const { 'content-encoding': _, ...headers } = request.headers; // the new body is not compressed
    const answer = await backendAnswer(git, root, { ...request, headers, body: pushBody(push, allowed) });
    return answer.status === 200 ? reported(refusals, answer.body) : answer;
}
async function refusalsOf(push, destination) {
    const { git, root, repository, page, protectedTags, protectedBranches, isLocked, token } = destination;
    const isProtected = (update) => isProtectedTag(update.ref, protectedTags) || isLocked(repository, update);
    const protectedOnes = [
        ...protectedTagRefusals(push.updates, isProtected, page),
        ...protectedBranchRefusals(push.updates, protectedBranches),
        ...(await rulesetRefusals(push, destination)),
    ];
    const served = { folder: (0,external_node_path_.join)(root, `${repository}.git`), git, isPersonal: token.isPersonal === true };
    const workflows = token.workflows === true ? [] : await workflowRefusals(push, served);
    const refusals = new Map([...workflows, ...protectedOnes].map((refusal) => [refusal.ref, refusal]));
    const others = push.isAtomic && refusals.size > 0 ? push.updates.filter(({ ref }) => !refusals.has(ref)) : [];
    return [...refusals.values(), ...others.map(({ ref }) => ({ ref, reason: 'atomic transaction failed' }))];
}
async function rulesetRefusals(push, destination) {
    const { git, root, repository, page, token, violations } = destination;
    const served = { folder: (0,external_node_path_.join)(root, `${repository}.git`), git };
    const refusals = push.updates.map(async (update) => {
        const pushed = { repository, token: token.token, update, isForward: () => isForward(push, update, served) };
        const found = await violations(pushed);
        return found.length === 0 ? [] : [rulesetRefusal(update, found, page)];
    });
    return (await Promise.all(refusals)).flat();
}
function reported(refusals, answer) {
    const headers = { 'content-type': 'application/x-git-receive-pack-result', 'cache-control': 'no-cache' };
    return { status: 200, headers, body: pushReport(refusals, answer) };
}

;// CONCATENATED MODULE: ./build/src/embedded/git/request.js





/** Reads a request to its end, and parses it. */
async function parsedRequest(message, root) {
    const { method = 'GET', headers, url = '/' } = message;
    const [path = '/', query = ''] = url.split('?', 2);
    const body = await (0,consumers_.buffer)(message);
    const { repository, endpoint } = parsePath(path, root);
    const isListing = endpoint === 'info/refs';
    const service = knownService(isListing ? new URLSearchParams(query).get('service') : endpoint);
    const push = endpoint === 'git-receive-pack' && method === 'POST' ? parsePush(unpacked({ headers, body })) : undefined;
    const authorization = message.headersDistinct['authorization'] ?? [];
    return {
        record: {
            method,
            path,
            service,
            authorization,
            updates: push?.updates ?? [],
            status: undefined,
        },
        repository,
        push,
        forBackend: { method, folder: `${repository}.git`, isListing, service, headers, body },
    };
}
/** GitHub serves a repository with and without `.git`. The pattern allows no path that leaves the root. */
function parsePath(path, root) {
    const pattern = /^\/((?!\.+\/)[\w.-]+\/[\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
    const [, repository, endpoint] = pattern.exec(path) ?? [];
    const exists = repository !== undefined && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, `${repository}.git`));
    return { repository: exists ? repository : undefined, endpoint };
}
function knownService(name) {
    return name === 'git-upload-pack' || name === 'git-receive-pack' ? name : undefined;
}

;// CONCATENATED MODULE: ./build/src/embedded/git/server.js







/** Serves the bare repositories of a folder over HTTP. Real git does the work; refusals are those of GitHub. */
async function startGitServer(options) {
    const http = (0,external_node_http_.createServer)();
    http.listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(http, 'listening');
    return new GitServer(http, options);
}
class GitServer {
    url;
    requests;
    /** Can be replaced at any time. */
    fault;
    #http;
    #options;
    #git;
    #recorded = [];
    constructor(http, options) {
        this.url = `http://127.0.0.1:${http.address().port}`; // it listens on a port, not on a pipe
        this.requests = this.#recorded;
        this.fault = options.fault;
        this.#http = http;
        this.#options = options;
        this.#git = new git_processes/* GitProcesses */.q(options.searchPath ?? '/usr/local/bin:/usr/bin:/bin');
        http.on('request', (message, response) => {
            this.#serve(message, response).catch((error) => send(response, { status: 500, body: String(error) }));
        });
    }
    /** Closes every connection, and ends every git that still runs. */
    async close() {
        this.#http.close();
        this.#http.closeAllConnections();
        await this.#git.end();
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    async #serve(message, response) {
        const request = await parsedRequest(message, this.#options.root);
        const record = { ...request.record };
        this.#recorded.push(record);
        const fault = await this.fault?.(record);
        if (fault === 'hang')
            return;
        if (fault === 'reset-before')
            return server_reset(message);
        await this.#options.prepare?.(record);
        const answer = typeof fault === 'object' ? fault : await this.#answer(request);
        if (fault === 'reset-after')
            return server_reset(message);
        record.status = answer.status;
        await this.#options.conclude?.(record);
        send(response, answer);
    }
    async #answer({ record, repository, push, forBackend }) {
        const { root, tokens, protectedTags = [], protectedBranches = [], isLocked = () => false } = this.#options;
        const { violations = async () => [] } = this.#options;
        const isPush = record.service === 'git-receive-pack';
        const admission = (0,access/* admit */.w)({ authorization: record.authorization, repository, isPush }, tokens);
        if (admission.kind === 'refused')
            return admission.answer;
        if (push === undefined)
            return backendAnswer(this.#git, root, forBackend);
        return receivePush(push, forBackend, {
            git: this.#git,
            root,
            repository: admission.repository,
            page: `${this.url}/${admission.repository}`,
            protectedTags,
            protectedBranches,
            isLocked,
            violations,
            token: admission.token,
        });
    }
}
function send(response, { status, headers = {}, body }) {
    response.writeHead(status, headers).end(body);
}
function server_reset(message) {
    message.socket.resetAndDestroy();
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/bare-repository.js


/** A bare repository, read and written with git commands. */
class BareRepository {
    folder;
    #git;
    #refReader;
    #answers;
    #environment;
    constructor({ git, folder, network, refReader, answers }) {
        this.folder = folder;
        this.#git = git;
        this.#refReader = refReader;
        this.#answers = answers;
        const objects = network.map((place) => (0,external_node_path_.join)(place, 'objects')).join(':');
        this.#environment = { GIT_DIR: folder, ...(objects !== '' && { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects }) };
    }
    /** The output of git. An exit code other than 0 is an error of the caller. */
    async print(args, input = {}) {
        const { stdout, stderr, exitCode } = await this.run(args, input);
        if (exitCode !== 0)
            throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
        return stdout.toString('utf8');
    }
    async run(args, { env, input } = {}) {
        const key = isAboutObjects(args) ? JSON.stringify([this.#environment, args]) : undefined;
        const known = key === undefined ? undefined : this.#answers.outcomes.get(key);
        if (known !== undefined)
            return known;
        const given = input === undefined ? {} : { input };
        const outcome = await this.#git.run(args, { env: { ...this.#environment, ...env }, ...given });
        if (key !== undefined && (outcome.exitCode === 0 || outcome.exitCode === 1))
            this.#answers.outcomes.set(key, outcome);
        return outcome;
    }
    refs() {
        return this.#refReader.read(this.folder, async () => {
            const printed = await this.print(['for-each-ref', '--format=%(refname) %(objectname) %(objecttype)']);
            return new Map(lines(printed)
                .map((line) => line.split(' '))
                .map(([ref = '', sha = '', type = '']) => [ref, { sha, type }]));
        });
    }
    async defaultBranch() {
        return (await (0,promises_.readFile)((0,external_node_path_.join)(this.folder, 'HEAD'), 'utf8')).trim().replace('ref: refs/heads/', '');
    }
    /** Whether git allows a ref with this full name. */
    async isRefName(ref) {
        const known = refNames.get(ref);
        if (known !== undefined)
            return known;
        const { exitCode } = await this.run(['check-ref-format', ref]);
        if (exitCode !== undefined)
            refNames.set(ref, exitCode === 0);
        return exitCode === 0;
    }
    async object(name) {
        return (await this.objects([name]))[0];
    }
    /** Several objects, in the order of their names. */
    async objects(names) {
        const known = this.#answers.objects;
        const keys = names.map((name) => JSON.stringify([this.#environment, name]));
        if (keys.every((key) => known.has(key)))
            return keys.map((key) => known.get(key));
        const { stdout } = await this.run(['cat-file', '--batch'], { input: Buffer.from(`${names.join('\n')}\n`) });
        let start = 0;
        return names.map((name, index) => {
            const end = stdout.indexOf('\n', start);
            const [sha = '', type = '', size] = stdout.toString('utf8', start, end).split(' ');
            start = end + 1;
            if (size === undefined)
                return undefined;
            const content = stdout.subarray(start, start + Number(size));
            start += content.length + 1;
            const object = { sha, type, content };
            if (beginsWithObject.test(name))
                known.set(keys[index] ?? '', object);
            return object;
        });
    }
    /** The commit with a full SHA, or the one to which the tag with that SHA leads. */
    async commit(sha) {
        return /^[0-9a-f]{40}$/.test(sha) ? (await this.commits([sha]))[0] : undefined;
    }
    /** Those of some objects, by their full SHAs, that are commits or tags of commits. */
    async commits(shas) {
        if (shas.length === 0)
            return [];
        const objects = await this.objects(shas.map((sha) => `${sha}^{commit}`));
        return objects.filter((object) => object !== undefined).map(commitIn);
    }
    /** Stores a commit, without a ref. */
    async store({ tree, parents, message, author, committer }) {
        const env = {
            GIT_AUTHOR_NAME: author.name,
            GIT_AUTHOR_EMAIL: author.email,
            GIT_AUTHOR_DATE: author.date,
            GIT_COMMITTER_NAME: committer.name,
            GIT_COMMITTER_EMAIL: committer.email,
            GIT_COMMITTER_DATE: committer.date,
        };
        const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
        return (await this.print(args, { env, input: Buffer.from(message) })).trim();
    }
    /** Moves a ref if it is still at `from`, and returns whether it was. */
    async move(ref, { from, to }) {
        return (await this.run(['update-ref', ref, to, from])).exitCode === 0;
    }
    async set(ref, to) {
        await this.print(['update-ref', ref, to]);
    }
    async remove(ref) {
        await this.print(['update-ref', '-d', ref]);
    }
    async isAncestor(ancestor, descendant) {
        return (await this.run(['merge-base', '--is-ancestor', ancestor, descendant])).exitCode === 0;
    }
    async mergeBase(one, other) {
        const { stdout, exitCode } = await this.run(['merge-base', one, other]);
        return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
    }
}
/** Whether the answer depends only on the named objects. A merge stores the same objects each time. */
function isAboutObjects([command = '', ...args]) {
    const end = args.indexOf('--');
    const options = end < 0 ? args : args.slice(0, end); // what follows are paths
    const names = options.filter((arg) => !arg.startsWith('-'));
    return aboutObjects.has(command) && names.length > 0 && names.every((name) => objectNames.test(name));
}
const aboutObjects = new Set(['diff', 'ls-tree', 'merge-base', 'merge-tree', 'rev-list']);
const objectNames = /^[0-9a-f]{40}(?:\^\{commit\})?(?:\.{2,3}[0-9a-f]{40})?$/;
/** The full name of an object, or of what it leads to. */
const beginsWithObject = /^[0-9a-f]{40}(?:$|:|\^\{commit\}$)/;
/** What git says about the name of a ref never changes. */
const refNames = new Map();
function lines(printed) {
    return printed.split('\n').filter(Boolean);
}
/** A time as GitHub writes it: in UTC, without milliseconds. */
function timestamp(moment) {
    return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
/** A commit as git stores it. */
function commitIn({ sha, content }) {
    const text = content.toString('utf8');
    const end = text.indexOf('\n\n');
    const headers = text.slice(0, end).split('\n');
    const values = (name) => headers.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
    return {
        sha,
        tree: values('tree')[0] ?? '',
        parents: values('parent'),
        author: personIn(values('author')[0]),
        committer: personIn(values('committer')[0]),
        message: text.slice(end + 2).replace(/\n$/, ''), // GitHub shows a message without the newline at its end
    };
}
function personIn(line = '') {
    const [, name = '', email = '', seconds = ''] = /^(.*?) ?<([^>]*)> (\d+)/.exec(line) ?? [];
    return { name, email, date: timestamp(new Date(Number(seconds) * 1000)) };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/tokens.js

function isPerson(login) {
    return !login.endsWith('[bot]');
}
/** The token that an `Authorization` header contains, if it is a known one. */
function accessOf(authorization, tokens) {
    const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
    const sent = scheme.toLowerCase() === 'basic' ? (0,access/* passwordOf */.N)(value) : value;
    return tokens.find(({ token, isExpired = false }) => token === sent && !isExpired);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/access.js


function maySee(access, { name, isPublic }) {
    return isPublic || reaches(access, name);
}
/** Whether a token has a permission in a repository. */
function mayDo(access, need, { name, isPublic }) {
    const [permission = '', level] = need.split(': ');
    if (level === 'read' && isPublic)
        return true;
    if (access === undefined || (permission === 'administration' && !isAdmin(access, name)))
        return false;
    const allowed = access.kind === 'classic' ? classicLevel(access, { name, isPublic }) : levelOf(access, permission, name);
    return allowed === 'write' || allowed === level;
}
/** Whether a person may open issues, comment and review with this token where they may only read. */
function mayContribute(access, repository) {
    if (access?.kind !== 'classic' || !isPerson(access.login))
        return false;
    return access.scopes.includes('repo') || (access.scopes.includes('public_repo') && repository.isPublic);
}
/** The role of a person in a repository that the token reaches. Jobs and Apps have no role. */
function roleOf(access, name) {
    if (access === undefined || !isPerson(access.login) || !reaches(access, name))
        return undefined;
    return name.startsWith(`${access.login}/`) ? 'admin' : (access.role ?? 'admin');
}
/** What a token may do in a repository through git. */
function contentsLevel(token, repository) {
    if (mayDo(token, 'contents: write', repository))
        return 'write';
    return mayDo(token, 'contents: read', repository) ? 'read' : 'none';
}
function mayChangeWorkflows(token) {
    if (token.kind === 'classic')
        return token.scopes.includes('workflow');
    return token.kind !== 'job' && token.permissions['workflows'] === 'write';
}
function badCredentials() {
    return new Refused(401, 'Bad credentials', { documentation_url: 'https://docs.github.com/rest' });
}
function notAccessible(access, accepted) {
    const whom = access?.kind === 'fine-grained' ? 'personal access token' : 'integration';
    return new Refused(403, `Resource not accessible by ${whom}`, { ...(accepted && { headers: accepted }) });
}
/** Whether the owner of a token is an admin. A job never is: `permissions:` has no such scope. */
function isAdmin(access, name) {
    if (access.kind === 'app')
        return true;
    const role = roleOf(access, name);
    return role === 'owner' || role === 'admin';
}
function levelOf(access, permission, name) {
    if (!reaches(access, name))
        return 'none';
    return access.kind === 'classic' ? 'none' : (access.permissions[permission] ?? 'none');
}
function classicLevel(access, { name, isPublic }) {
    const hasScope = access.scopes.includes('repo') || (isPublic && access.scopes.includes('public_repo'));
    return hasScope && reaches(access, name) ? 'write' : 'none';
}
function reaches(access, name) {
    if (access === undefined)
        return false;
    const isOwner = isPerson(access.login) && name.startsWith(`${access.login}/`);
    return isOwner || access.repositories === undefined || access.repositories.includes(name);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/git-tokens.js

/** The tokens that are not expired, in the form that the git server needs. */
function gitTokens(tokens, settings) {
    return tokens
        .filter(({ isExpired = false }) => !isExpired)
        .map((token) => ({
        token: token.token,
        login: token.login,
        workflows: mayChangeWorkflows(token),
        isPersonal: token.kind === 'classic',
        contents: (name) => contentsLevel(token, { name, isPublic: isPublic(name, settings) }),
    }));
}
/** What those may do who send no token. */
function anonymous(settings) {
    if (settings.anonymousReads !== true)
        return [];
    return [{ token: '', contents: (name) => (isPublic(name, settings) ? 'read' : 'none') }];
}
const isPublic = (name, { privateRepositories = [] }) => !privateRepositories.includes(name);

;// CONCATENATED MODULE: ./build/src/embedded/github/core/rate-limits.js

/** Counts the requests of each token. The hour begins when the server starts, and never begins again. */
class RateLimits {
    #limit;
    #used = new Map();
    #reset = Math.floor(Date.now() / 1000) + 3600;
    constructor(limit = 5000) {
        this.#limit = limit;
    }
    of(access) {
        const used = this.#used.get(access?.token ?? '') ?? 0;
        return { limit: this.#limit, used, remaining: Math.max(0, this.#limit - used), reset: this.#reset };
    }
    /** Counts one request, and refuses it if there were too many. */
    count(access) {
        const { used, limit } = this.of(access);
        this.#used.set(access?.token ?? '', used + 1);
        if (used < limit)
            return;
        throw new Refused(403, `API rate limit exceeded for ${access?.login ?? '127.0.0.1'}.`, {
            documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api',
        });
    }
    headers(access) {
        const { limit, used, remaining, reset } = this.of(access);
        return {
            'x-ratelimit-limit': String(limit),
            'x-ratelimit-used': String(used),
            'x-ratelimit-remaining': String(remaining),
            'x-ratelimit-reset': String(reset),
            'x-ratelimit-resource': 'core',
        };
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/ref-reader.js


/** Reads refs with git, but only if their files have changed. Every request asks for them, and starting git is slow. */
class RefReader {
    #seen = new Map();
    async read(folder, ask) {
        const files = refFiles(folder);
        const seen = this.#seen.get(folder);
        if (files !== undefined && seen?.files === files)
            return seen.refs;
        const refs = await ask();
        if (files !== undefined && refFiles(folder) === files)
            this.#seen.set(folder, { files, refs });
        return refs;
    }
}
/** All that git stores about refs: https://git-scm.com/docs/gitrepository-layout. Undefined if it changes meanwhile. */
function refFiles(folder) {
    const packed = (0,external_node_path_.join)(folder, 'packed-refs');
    try {
        const loose = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, 'refs'), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ parentPath, name }) => (0,external_node_path_.join)(parentPath, name))
            .toSorted();
        const files = (0,external_node_fs_.existsSync)(packed) ? [packed, ...loose] : loose;
        return files.map((file) => `${file} ${(0,external_node_fs_.readFileSync)(file, 'latin1')}`).join('\n');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/settings.js

/** The collaborators of the setting, with their roles if it names them. */
function collaboratorsOf({ collaborators = [] }) {
    if (isList(collaborators))
        return new Map(collaborators.map((login) => [login, undefined]));
    return new Map(Object.entries(collaborators));
}
/** The members of each team, by its slug. */
function teamsOf({ teams = [] }) {
    return new Map(isList(teams) ? teams.map((slug) => [slug, []]) : Object.entries(teams));
}
/** The tokens, each with the role of the person to whom it belongs. */
function withRoles(tokens, settings) {
    const roles = collaboratorsOf(settings);
    return tokens.map((token) => {
        const role = isPerson(token.login) ? roles.get(token.login) : undefined;
        return role === undefined ? token : { ...token, role };
    });
}
function isList(names) {
    return Array.isArray(names);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/records.js
function isPull(issue) {
    return issue.pull !== undefined;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/world.js







function emptyRecords() {
    return {
        repositories: new Map(),
        accounts: new Map([['github-actions[bot]', 41_898_282]]),
        signed: new Set(),
        nextId: 1,
    };
}
/** The data of GitHub as one request sees them: as they are, or, for a stale read, as they were. */
class World {
    instance;
    records;
    #kept;
    constructor(instance, records, kept) {
        this.instance = instance;
        this.records = records;
        this.#kept = kept;
    }
    /** A copy that later writes do not change. */
    async copy() {
        const names = await this.names();
        const refs = await Promise.all(names.map((name) => this.bare(name).refs()));
        const kept = new Map(names.map((name, index) => [name, refs[index] ?? new Map()]));
        return new World(this.instance, structuredClone(this.records), kept);
    }
    /** The same before a write that touches no ref, which so needs no git to read them. */
    copyOfRecords() {
        return new World(this.instance, structuredClone(this.records), this.#kept);
    }
    async names() {
        const owners = await (0,promises_.readdir)(this.instance.root, { withFileTypes: true });
        const folders = owners.filter((owner) => owner.isDirectory() && !owner.name.startsWith('.'));
        const names = await Promise.all(folders.map(async ({ name }) => repositoriesOf(this.instance.root, name)));
        return names.flat().toSorted();
    }
    repository(name) {
        const isName = /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(name);
        const owner = name.split('/')[0] ?? '';
        if (!isName || !(0,external_node_fs_.existsSync)(this.#folder(name)))
            return undefined;
        const isPublic = !(this.instance.settings.privateRepositories ?? []).includes(name);
        return { name, owner, isPublic, record: this.#record(name), bare: this.bare(name) };
    }
    bare(name) {
        const { git, refReader, answers } = this.instance;
        return new BareRepository({ git, refReader, answers, folder: this.#folder(name), network: [] });
    }
    /** A repository that can read the objects of its forks. For reading only: git would not store those objects again. */
    withNetwork(repository) {
        const network = this.#network(repository.name).map((other) => this.#folder(other));
        const { git, refReader, answers } = this.instance;
        const bare = new BareRepository({ git, refReader, answers, folder: repository.bare.folder, network });
        return { ...repository, bare };
    }
    async refs({ name, bare }) {
        return this.#kept?.get(name) ?? bare.refs();
    }
    async sha(repository, ref) {
        return (await this.refs(repository)).get(ref)?.sha;
    }
    /** The forks of a repository. */
    forks(name) {
        return [...this.records.repositories].filter(([, { parent }]) => parent === name).map(([fork]) => fork);
    }
    /** The repository of an owner among the forks of another repository, as `owner:branch` names it. */
    inNetwork(name, owner) {
        const found = this.#network(name).find((other) => other.startsWith(`${owner}/`));
        return found === undefined ? undefined : this.repository(found);
    }
    pulls({ record }) {
        return [...record.issues.values()].filter(isPull);
    }
    id() {
        return this.records.nextId++;
    }
    now() {
        return timestamp(new Date());
    }
    accountId(login) {
        const known = this.records.accounts.get(login);
        const id = known ?? 1000 + this.records.accounts.size;
        this.records.accounts.set(login, id);
        return id;
    }
    accountType(login) {
        if (!isPerson(login))
            return 'Bot';
        return this.isCollaborator(login) || !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.instance.root, login)) ? 'User' : 'Organization';
    }
    hasAccount(login) {
        const isOwner = /^[\w-]+$/.test(login) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.instance.root, login));
        return isOwner || this.isCollaborator(login) || this.instance.tokens.some((token) => token.login === login);
    }
    /** Whether an account can be assigned, and reviews can be requested of it. */
    isCollaborator(login) {
        return this.collaborators().includes(login);
    }
    collaborators() {
        const people = this.instance.tokens.map(({ login }) => login).filter(isPerson);
        return [...new Set([...people, ...collaboratorsOf(this.instance.settings).keys()])];
    }
    record(name, parent) {
        const record = {
            id: this.id(),
            createdAt: this.now(),
            parent,
            issues: new Map(),
            labels: new Map(),
            milestones: [],
            workflows: new Map(),
            dispatches: [],
            releases: [],
            rulesets: new Map(),
            discussions: [],
            immutableTags: new Set(),
            hasImmutableReleases: this.instance.settings.immutableReleases?.includes(name) ?? false,
            latestRelease: undefined,
            nextNumber: 1,
        };
        this.records.repositories.set(name, record);
        return record;
    }
    #record(name) {
        return this.records.repositories.get(name) ?? this.record(name);
    }
    #network(name) {
        const root = this.#origin(name);
        return [...this.records.repositories.keys()].filter((other) => this.#origin(other) === root);
    }
    #origin(name) {
        const parent = this.records.repositories.get(name)?.parent;
        return parent === undefined ? name : this.#origin(parent);
    }
    #folder(name) {
        return (0,external_node_path_.join)(this.instance.root, `${name}.git`);
    }
}
async function repositoriesOf(root, owner) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, owner), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && entry.name.endsWith('.git'));
    return folders.map(({ name }) => `${owner}/${name.slice(0, -'.git'.length)}`);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/route.js
function isRepositoryRoute(route) {
    return 'needs' in route;
}
/** The route of a request; HEAD uses that of GET. `{ref}`, `{path}`, `{branch}`, `{tag}`, `{basehead}` may have slashes. */
function matched(routes, method, path) {
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const route of routes) {
        const found = route.method === wanted ? pattern(route.path).exec(path) : undefined;
        if (found)
            return { route, parameters: decoded(found.groups ?? {}) };
    }
    return undefined;
}
function pattern(template) {
    const source = template.replaceAll(/\{(\w+)\}/g, (_, name) => /^(?:ref|path|branch|tag|basehead)$/.test(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`);
    return new RegExp(`^${source}/?$`);
}
function decoded(groups) {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/authorization.js



/** Refuses a repository that the token may not see, then a request that it may not make. */
function authorize(access, route, repository) {
    if (!maySee(access, repository))
        throw notFound();
    if (route.needs.length === 0 || route.needs.some((need) => mayDo(access, need, repository)))
        return;
    if (isOpenToReaders(route, repository.author === access?.login) && mayContribute(access, repository))
        return;
    throw refusal(access, route, mayContribute(access, repository));
}
/** The headers that name the scopes of a token, and the permissions that the route accepts. */
function accessHeaders(access, route) {
    const needs = route !== undefined && isRepositoryRoute(route) ? route.needs : [];
    if (access?.kind === 'classic') {
        const accepted = needs.some((need) => need.endsWith('write')) ? 'repo' : '';
        return { 'x-oauth-scopes': access.scopes.join(', '), 'x-accepted-oauth-scopes': accepted };
    }
    const accepted = needs.length === 0 ? 'metadata=read' : needs.map(permissionText).join('; ');
    return access === undefined ? {} : { 'x-accepted-github-permissions': accepted };
}
function refusal(access, { path, needs }, hasScope) {
    if (access === undefined)
        return new Refused(401, 'Requires authentication');
    const isForTriage = hasScope && /\/(?:issues|labels|milestones|requested_reviewers)\b/.test(path);
    if (access.kind === 'classic')
        return isForTriage ? new Refused(403, 'Must have admin rights to Repository.') : notFound();
    return notAccessible(access, { 'x-accepted-github-permissions': needs.map(permissionText).join('; ') });
}
function permissionText(need) {
    return need.replaceAll('-', '_').replace(': ', '=');
}
/** Whether everybody who may read may do this: open, comment, review, fork, and edit their own. */
function isOpenToReaders({ method, path }, isOwn) {
    if (method === 'PATCH')
        return isOwn && path.endsWith('_number}');
    return method === 'POST' && /\/(?:pulls|issues|comments|reviews|forks)$/.test(path);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/core/node-id.js
/** The global ID of GraphQL, which REST shows as `node_id`. */
function nodeId(kind, id) {
    return Buffer.from(`${kind}:${id}`).toString('base64url');
}

;// CONCATENATED MODULE: ./build/src/embedded/github/accounts/account-view.js


/** An account as other resources show it. */
function account(world, login) {
    const url = `${world.instance.url}/users/${encodeURIComponent(login)}`;
    const id = world.accountId(login);
    return {
        login,
        id,
        node_id: nodeId('User', id),
        avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
        gravatar_id: '',
        url,
        html_url: `${world.instance.gitUrl}/${isPerson(login) ? login : `apps/${login.replace('[bot]', '')}`}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type: world.accountType(login),
        user_view_type: 'public',
        site_admin: false,
    };
}
/** The email address that GitHub uses in an account's commits. */
function noreply(world, login) {
    return `${world.accountId(login)}+${login}@users.noreply.github.com`;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/accounts/accounts.js




/** The account of the token, and other accounts. */
const accountRoutes = [
    {
        method: 'GET',
        path: '/user',
        docs: 'users/users#get-the-authenticated-user',
        answer: ({ world, access }) => ok({ ...profile(world, personOf(access)), ...privateFigures }),
    },
    { method: 'GET', path: '/users/{username}', docs: 'users/users#get-a-user', answer: named },
];
function named({ world, parameters: { username = '' } }) {
    if (!world.hasAccount(username))
        throw notFound();
    return ok(profile(world, username));
}
function personOf(access) {
    if (access === undefined)
        throw badCredentials();
    if (access.kind === 'job' || access.kind === 'app')
        throw notAccessible(access);
    return access.login;
}
function profile(world, login) {
    return {
        ...account(world, login),
        name: isPerson(login) ? login : null,
        company: null,
        blog: '',
        location: null,
        email: null,
        hireable: null,
        bio: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: world.instance.startedAt,
        updated_at: world.instance.startedAt,
    };
}
const privateFigures = {
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
};

;// CONCATENATED MODULE: ./build/src/embedded/github/core/paging.js
/** One page of a list. The header `link` has the addresses of the other pages. */
async function paged(call, all, view) {
    const { items, link } = pageOf(call, all);
    return { status: 200, headers: linkHeader(link), body: await Promise.all(items.map(view)) };
}
/** The same in an object with the number of all items. */
async function pagedWithCount(call, { name, all, view }) {
    const { items, link } = pageOf(call, all);
    const body = { total_count: all.length, [name]: await Promise.all(items.map(view)) };
    return { status: 200, headers: linkHeader(link), body };
}
/** The items of the page that a request asks for. */
function pageOf({ world, query, url }, all) {
    const size = Math.min(100, positive(query.get('per_page')) ?? world.instance.settings.pageSize ?? 30);
    const page = positive(query.get('page')) ?? 1;
    const last = Math.max(1, Math.ceil(all.length / size));
    const address = (number) => {
        const parameters = new URLSearchParams(query);
        parameters.set('page', String(number));
        return `<${url}?${parameters.toString()}>`;
    };
    const before = [`${address(page - 1)}; rel="prev"`, `${address(1)}; rel="first"`];
    const after = [`${address(page + 1)}; rel="next"`, `${address(last)}; rel="last"`];
    const links = [...(page > 1 ? before : []), ...(page < last ? after : [])];
    return {
        items: all.slice((page - 1) * size, page * size),
        link: links.length === 0 ? undefined : links.join(', '),
    };
}
function linkHeader(link) {
    return link === undefined ? {} : { link };
}
function positive(value) {
    const number = Number(value);
    return value !== null && Number.isInteger(number) && number > 0 ? number : undefined;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/accounts/teams.js





const teamRoutes = [
    {
        method: 'GET',
        path: '/orgs/{org}/teams/{team_slug}/members',
        docs: 'teams/members#list-team-members',
        answer: listMembers,
    },
];
async function listMembers(call) {
    const { world, access, parameters } = call;
    refuseStranger(access);
    const { org = '', team_slug: slug = '' } = parameters;
    const members = world.accountType(org) === 'Organization' ? teamsOf(world.instance.settings).get(slug) : undefined;
    if (members === undefined)
        throw notFound();
    return paged(call, members, (login) => ({ ...account(world, login), type: 'User' }));
}
/** Members of an organization see its teams. The token of a job never does. */
function refuseStranger(access) {
    if (access === undefined)
        throw new Refused(401, 'Requires authentication');
    const isAllowed = access.kind === 'classic'
        ? access.scopes.some((scope) => /^(?:read|write|admin):org$/.test(scope))
        : access.kind !== 'job' && (access.permissions['members'] ?? 'none') !== 'none';
    if (isAllowed)
        return;
    if (access.kind === 'classic')
        throw notFound();
    throw notAccessible(access, { 'x-accepted-github-permissions': 'members=read' });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/accounts/rate-limit.js

const rateLimitRoute = {
    method: 'GET',
    path: '/rate_limit',
    docs: 'rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user',
    answer: ({ access, limits }) => {
        const rate = limits.of(access);
        return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
    },
};

;// CONCATENATED MODULE: ./build/src/embedded/github/actions/secrets.js



const base = '/repos/{owner}/{repo}/actions';
const secretRoutes = [
    secrets('secrets', 'list-repository-secrets', ({ secrets: names }) => names),
    secrets('organization-secrets', 'list-repository-organization-secrets', ({ organizationSecrets }) => organizationSecrets),
    variables('variables', 'list-repository-variables', ({ variables: values }) => values),
    variables('organization-variables', 'list-repository-organization-variables', ({ organizationVariables }) => organizationVariables),
];
function secrets(path, docs, of) {
    const need = 'secrets: read';
    return {
        method: 'GET',
        path: `${base}/${path}`,
        docs: `actions/secrets#${docs}`,
        needs: [need],
        answer: (call, repository) => {
            refuseReaders(call, repository, need);
            return secretPage(call, repository, of(jobSettings(call, repository)) ?? []);
        },
    };
}
function variables(path, docs, of) {
    const need = 'variables: read';
    return {
        method: 'GET',
        path: `${base}/${path}`,
        docs: `actions/variables#${docs}`,
        needs: [need],
        answer: (call, repository) => {
            refuseReaders(call, repository, need);
            return variablePage(call, repository, of(jobSettings(call, repository)) ?? {});
        },
    };
}
const jobSettings = ({ world }, { name }) => world.instance.settings.jobs?.[name] ?? {};
/** Only collaborators may see it, in public repositories too. A classic token gets a 404. */
function refuseReaders({ access }, repository, need) {
    if (mayDo(access, need, { ...repository, isPublic: false }))
        return;
    if (access === undefined)
        throw new Refused(401, 'Requires authentication');
    throw access.kind === 'classic' ? notFound() : notAccessible(access);
}
function secretPage(call, { record }, names) {
    const { createdAt } = record;
    const view = (name) => ({ name, created_at: createdAt, updated_at: createdAt });
    return pagedWithCount(call, { name: 'secrets', all: names, view });
}
function variablePage(call, { record }, values) {
    const { createdAt } = record;
    const view = ([name, value]) => ({
        name,
        value,
        created_at: createdAt,
        updated_at: createdAt,
    });
    return pagedWithCount(call, { name: 'variables', all: Object.entries(values), view });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/actions/environments.js





const environments_list = '/repos/{owner}/{repo}/environments';
const one = `${environments_list}/{environment_name}`;
const environmentRoutes = [
    {
        method: 'GET',
        path: environments_list,
        docs: 'deployments/environments#list-environments',
        needs: ['actions: read'],
        answer: listEnvironments,
    },
    {
        method: 'GET',
        path: `${one}/secrets`,
        docs: 'actions/secrets#list-environment-secrets',
        needs: ['environments: read'],
        answer: (call, repository) => {
            refuseReaders(call, repository, 'environments: read');
            return secretPage(call, repository, environments_environmentOf(call, repository).secrets ?? []);
        },
    },
    {
        method: 'GET',
        path: `${one}/variables`,
        docs: 'actions/variables#list-environment-variables',
        needs: ['environments: read'],
        answer: (call, repository) => {
            refuseReaders(call, repository, 'environments: read');
            return variablePage(call, repository, environments_environmentOf(call, repository).variables ?? {});
        },
    },
    {
        method: 'GET',
        path: `${one}/deployment-branch-policies`,
        docs: 'deployments/branch-policies#list-deployment-branch-policies',
        needs: ['actions: read'],
        answer: listPolicies,
    },
];
function listEnvironments(call, repository) {
    const all = (jobSettings(call, repository).environments ?? []).map((found, index) => ({ ...found, id: index + 1 }));
    return pagedWithCount(call, { name: 'environments', all, view: (found) => environmentView(call, repository, found) });
}
function environments_environmentOf(call, repository) {
    const wanted = call.parameters['environment_name']?.toLowerCase();
    const found = jobSettings(call, repository).environments?.find(({ name }) => name.toLowerCase() === wanted);
    if (found === undefined)
        throw notFound();
    return found;
}
function listPolicies(call, repository) {
    const { admits = {} } = environments_environmentOf(call, repository);
    if (admits === 'protected')
        throw notFound();
    const { branches = [], tags = [] } = admits;
    const all = [...branches.map((name) => ({ name, type: 'branch' })), ...tags.map((name) => ({ name, type: 'tag' }))];
    const view = (policy) => ({
        id: all.findIndex((other) => other.name === policy.name && other.type === policy.type) + 1,
        node_id: nodeId('DeploymentBranchPolicy', policy.name),
        ...policy,
    });
    return pagedWithCount(call, { name: 'branch_policies', all, view });
}
function environmentView({ world }, { name: repository, record }, { id, name, admits, reviewers = [], refusesOwnRuns = false }) {
    const path = `${repository}/environments/${encodeURIComponent(name)}`;
    const rules = [
        ...(reviewers.length === 0
            ? []
            : [
                {
                    type: 'required_reviewers',
                    prevent_self_review: refusesOwnRuns,
                    reviewers: reviewers.map((login) => ({ type: 'User', reviewer: account(world, login) })),
                },
            ]),
        ...(admits === undefined ? [] : [{ type: 'branch_policy' }]),
    ];
    return {
        id,
        node_id: nodeId('Environment', id),
        name,
        url: `${world.instance.url}/repos/${path}`,
        html_url: `${world.instance.gitUrl}/${repository}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
        created_at: record.createdAt,
        updated_at: record.createdAt,
        protection_rules: rules.map((rule, index) => ({ id: index + 1, node_id: nodeId('Gate', index + 1), ...rule })),
        deployment_branch_policy: admits === undefined
            ? null
            : { protected_branches: admits === 'protected', custom_branch_policies: admits !== 'protected' },
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/actions/permissions.js


const path = '/repos/{owner}/{repo}/actions/permissions';
const need = 'administration: read';
const actionsPermissionRoutes = [
    {
        method: 'GET',
        path,
        docs: 'actions/permissions#get-github-actions-permissions-for-a-repository',
        needs: [need],
        answer: (call, repository) => {
            refuseReaders(call, repository, need);
            const { isOff = false, allowed = 'all', needsFullCommits = false } = jobSettings(call, repository).actions ?? {};
            return ok({
                enabled: !isOff,
                ...(isOff ? {} : { allowed_actions: allowed }),
                sha_pinning_required: needsFullCommits,
            });
        },
    },
    {
        method: 'GET',
        path: `${path}/workflow`,
        docs: 'actions/permissions#get-default-workflow-permissions-for-a-repository',
        needs: [need],
        answer: (call, repository) => {
            refuseReaders(call, repository, need);
            return ok({
                default_workflow_permissions: jobSettings(call, repository).defaultPermissions ?? 'read',
                can_approve_pull_request_reviews: call.world.instance.settings.actionsMayPropose ?? true,
            });
        },
    },
];

;// CONCATENATED MODULE: ./build/src/embedded/github/repositories/repository-view.js


/** A repository as other resources show it. */
async function repositoryView(world, repository) {
    const { name, owner, record, isPublic } = repository;
    const url = `${world.instance.url}/repos/${name}`;
    const page = `${world.instance.gitUrl}/${name}`;
    const openIssues = [...record.issues.values()].filter(({ state }) => state === 'open').length;
    const forks = world.forks(name).length;
    return {
        id: record.id,
        node_id: nodeId('Repository', record.id),
        name: name.split('/')[1],
        full_name: name,
        private: !isPublic,
        owner: account(world, owner),
        html_url: page,
        description: null,
        fork: record.parent !== undefined,
        url,
        ...repositoryAddresses(url, page),
        ...figures,
        forks,
        forks_count: forks,
        open_issues: openIssues,
        open_issues_count: openIssues,
        visibility: isPublic ? 'public' : 'private',
        default_branch: await repository.bare.defaultBranch(),
        pushed_at: record.createdAt,
        created_at: record.createdAt,
        updated_at: record.createdAt,
    };
}
function repositoryAddresses(url, page) {
    const below = Object.fromEntries(Object.entries(resources).map(([key, path]) => [`${key}_url`, `${url}/${path}`]));
    return {
        ...below,
        git_url: page.replace(/^http/, 'git'),
        ssh_url: `git@${new URL(page).hostname}:${new URL(page).pathname.slice(1)}.git`,
        clone_url: `${page}.git`,
        svn_url: page,
        mirror_url: null,
        homepage: null,
    };
}
const resources = {
    archive: '{archive_format}{/ref}',
    assignees: 'assignees{/user}',
    blobs: 'git/blobs{/sha}',
    branches: 'branches{/branch}',
    collaborators: 'collaborators{/collaborator}',
    comments: 'comments{/number}',
    commits: 'commits{/sha}',
    compare: 'compare/{base}...{head}',
    contents: 'contents/{+path}',
    contributors: 'contributors',
    deployments: 'deployments',
    downloads: 'downloads',
    events: 'events',
    forks: 'forks',
    git_commits: 'git/commits{/sha}',
    git_refs: 'git/refs{/sha}',
    git_tags: 'git/tags{/sha}',
    hooks: 'hooks',
    issue_comment: 'issues/comments{/number}',
    issue_events: 'issues/events{/number}',
    issues: 'issues{/number}',
    keys: 'keys{/key_id}',
    labels: 'labels{/name}',
    languages: 'languages',
    merges: 'merges',
    milestones: 'milestones{/number}',
    notifications: 'notifications{?since,all,participating}',
    pulls: 'pulls{/number}',
    releases: 'releases{/id}',
    stargazers: 'stargazers',
    statuses: 'statuses/{sha}',
    subscribers: 'subscribers',
    subscription: 'subscription',
    tags: 'tags',
    teams: 'teams',
    trees: 'git/trees{/sha}',
};
const figures = {
    language: null,
    license: null,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
};

;// CONCATENATED MODULE: ./build/src/embedded/github/actions/workflows.js




const workflows_base = '/repos/{owner}/{repo}/actions';
const workflowRoutes = [
    {
        method: 'GET',
        path: `${workflows_base}/workflows/{workflow_id}`,
        docs: 'actions/workflows#get-a-workflow',
        needs: ['actions: read'],
        answer: async (call, repository) => ok(workflowView(call.world, repository, await workflowOf(call, repository))),
    },
    {
        method: 'POST',
        path: `${workflows_base}/workflows/{workflow_id}/dispatches`,
        docs: 'actions/workflows#create-a-workflow-dispatch-event',
        needs: ['actions: write'],
        answer: dispatch,
    },
];
/** The workflow that a path names, by its number or the name of its file. Only those of the default branch exist. */
async function workflowOf({ parameters }, { bare, record }) {
    const wanted = parameters['workflow_id'] ?? '';
    const files = await bare.run(['ls-tree', '--name-only', 'HEAD', '--', '.github/workflows/']);
    const found = lines(files.stdout.toString('utf8')).find((path) => path === `.github/workflows/${wanted}` || String(record.workflows.get(path)) === wanted);
    if (found === undefined)
        throw notFound();
    return found;
}
async function dispatch(call, repository) {
    const { world, access, fields, headers } = call;
    const workflow = await workflowOf(call, repository);
    const { ref, commit } = await startingPoint(call, repository, requiredText(fields, 'ref'));
    const inputs = objectOf(fields, 'inputs') ?? {};
    refuseInputs(await workflowText(repository, commit, workflow), inputs);
    const { dispatches } = repository.record;
    const actor = access?.login ?? 'ghost';
    const run = {
        id: world.id(),
        runNumber: dispatches.length + 1,
        workflow,
        ref,
        sha: commit.sha,
        inputs,
        actor,
        createdAt: world.now(),
    };
    dispatches.push(run);
    // From version 2026-03-10 of the API on, the answer always names the run.
    const isTold = flagOf(fields, 'return_run_details') === true || String(headers['x-github-api-version'] ?? '') >= '2026-03-10';
    const url = `${world.instance.url}/repos/${repository.name}/actions/runs/${run.id}`;
    const page = `${world.instance.gitUrl}/${repository.name}/actions/runs/${run.id}`;
    return isTold ? ok({ workflow_run_id: run.id, run_url: url, html_url: page }) : noContent;
}
/** The branch or tag at which a workflow starts, by its short or full name. A SHA is refused. */
async function startingPoint({ world }, repository, name) {
    const refs = await world.refs(repository);
    const ref = [`refs/heads/${name}`, `refs/tags/${name}`, name].find((candidate) => refs.has(candidate));
    const sha = ref && refs.get(ref)?.sha;
    const commit = sha === undefined
        ? undefined
        : await repository.bare.commit((await repository.bare.print(['rev-parse', `${sha}^{commit}`])).trim());
    if (ref === undefined || commit === undefined)
        throw unprocessable(`No ref found for: ${name}`);
    return { ref, commit };
}
async function workflowText({ bare }, { sha }, workflow) {
    return (await bare.object(`${sha}:${workflow}`))?.content.toString('utf8') ?? '';
}
/** Refuses a workflow without `workflow_dispatch`, and inputs that it does not declare. Nothing else of it is read. */
function refuseInputs(workflow, inputs) {
    const [, declared] = /^(?:on|"on"|'on'):[^]*?\bworkflow_dispatch\b([^]*?)(?=^\S|(?![^]))/m.exec(workflow) ?? [];
    if (declared === undefined)
        throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
    const unexpected = Object.keys(inputs).filter((name) => !new RegExp(`[\\s{,]${RegExp.escape(name)}:`).test(declared));
    if (unexpected.length > 0)
        throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
}
function workflowView(world, { name, record }, path) {
    const id = record.workflows.get(path) ?? world.id();
    record.workflows.set(path, id);
    const file = path.slice(path.lastIndexOf('/') + 1);
    const page = `${world.instance.gitUrl}/${name}`;
    return {
        id,
        node_id: nodeId('Workflow', id),
        name: file.replace(/\.ya?ml$/, ''),
        path,
        state: 'active',
        created_at: record.createdAt,
        updated_at: record.createdAt,
        url: `${world.instance.url}/repos/${name}/actions/workflows/${id}`,
        html_url: `${page}/blob/main/${path}`,
        badge_url: `${page}/workflows/${file}/badge.svg`,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/actions/workflow-runs.js






const workflow_runs_base = '/repos/{owner}/{repo}/actions';
const workflowRunRoutes = [
    {
        method: 'GET',
        path: `${workflow_runs_base}/runs`,
        docs: 'actions/workflow-runs#list-workflow-runs-for-a-repository',
        needs: ['actions: read'],
        answer: (call, repository) => listRuns(call, repository, repository.record.dispatches),
    },
    {
        method: 'GET',
        path: `${workflow_runs_base}/workflows/{workflow_id}/runs`,
        docs: 'actions/workflow-runs#list-workflow-runs-for-a-workflow',
        needs: ['actions: read'],
        answer: async (call, repository) => {
            const wanted = await workflowOf(call, repository);
            const own = repository.record.dispatches.filter(({ workflow }) => workflow === wanted);
            return listRuns(call, repository, own);
        },
    },
    {
        method: 'GET',
        path: `${workflow_runs_base}/runs/{run_id}`,
        docs: 'actions/workflow-runs#get-a-workflow-run',
        needs: ['actions: read'],
        answer: async ({ world, parameters }, repository) => {
            const run = repository.record.dispatches.find(({ id }) => String(id) === parameters['run_id']);
            if (run === undefined)
                throw notFound();
            return ok(await runView(world, repository, run));
        },
    },
];
function listRuns(call, repository, all) {
    const { world, query } = call;
    const [event, branch, sha] = [query.get('event'), query.get('branch'), query.get('head_sha')];
    const runs = all.filter((run) => (event === null || event === 'workflow_dispatch') &&
        (branch === null || run.ref.replace(/^refs\/(?:heads|tags)\//, '') === branch) &&
        (sha === null || run.sha === sha));
    return pagedWithCount(call, {
        name: 'workflow_runs',
        all: runs.toReversed(),
        view: (run) => runView(world, repository, run),
    });
}
async function runView(world, repository, run) {
    const url = `${world.instance.url}/repos/${repository.name}/actions/runs/${run.id}`;
    const shown = await repositoryView(world, repository);
    const workflow = workflowView(world, repository, run.workflow);
    return {
        id: run.id,
        node_id: nodeId('WorkflowRun', run.id),
        name: workflow.name,
        display_title: workflow.name,
        head_branch: run.ref.replace(/^refs\/(?:heads|tags)\//, ''),
        head_sha: run.sha,
        path: run.workflow,
        run_number: run.runNumber,
        run_attempt: 1,
        event: 'workflow_dispatch',
        status: 'queued',
        conclusion: null,
        workflow_id: workflow.id,
        url,
        html_url: `${world.instance.gitUrl}/${repository.name}/actions/runs/${run.id}`,
        pull_requests: [],
        created_at: run.createdAt,
        updated_at: run.createdAt,
        actor: account(world, run.actor),
        triggering_actor: account(world, run.actor),
        run_started_at: run.createdAt,
        ...Object.fromEntries(['jobs', 'logs', 'artifacts', 'cancel', 'rerun'].map((name) => [`${name}_url`, `${url}/${name}`])),
        check_suite_url: `${world.instance.url}/repos/${repository.name}/check-suites/${run.id}`,
        workflow_url: workflow.url,
        head_commit: null,
        repository: shown,
        head_repository: shown,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/blobs.js



const blobRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
        docs: 'git/blobs#get-a-blob',
        needs: ['contents: read'],
        answer: oneBlob,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/git/blobs',
        docs: 'git/blobs#create-a-blob',
        needs: ['contents: write'],
        answer: createBlob,
    },
];
async function oneBlob({ world, parameters: { file_sha: sha = '' } }, { name, bare }) {
    const object = await bare.object(sha);
    if (object?.type !== 'blob')
        throw notFound();
    return ok({
        sha: object.sha,
        node_id: nodeId('Blob', object.sha),
        size: object.content.length,
        url: `${world.instance.url}/repos/${name}/git/blobs/${object.sha}`,
        content: encoded(object.content),
        encoding: 'base64',
    });
}
async function createBlob({ world, fields }, repository) {
    const encoding = textOf(fields, 'encoding') === 'base64' ? 'base64' : 'utf8';
    const sha = await storeBlob(repository, Buffer.from(requiredText(fields, 'content'), encoding));
    return created({ sha, url: `${world.instance.url}/repos/${repository.name}/git/blobs/${sha}` });
}
async function storeBlob({ bare }, content) {
    return (await bare.print(['hash-object', '-w', '--stdin'], { input: content })).trim();
}
/** Base64 in lines of 60 characters, as GitHub sends it. */
function encoded(content) {
    return content.toString('base64').replaceAll(/.{1,60}/g, '$&\n');
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/changed-files.js
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const absent = /^0+$/;
/** The files that differ between two commits. Without the first, all files are new. */
async function changedFiles(bare, from = emptyTree, to = 'HEAD') {
    const diff = (...options) => bare.print(['diff', '--find-renames', '--no-color', ...options, from, to, '--']);
    const [raw, patches] = await Promise.all([diff('--raw', '--abbrev=40', '-z'), diff('--patch', '--full-index')]);
    const hunks = patches
        .split(/^diff --git .*$/m)
        .slice(1)
        .map(hunksOf);
    return changedPaths(raw).map((entry, index) => ({
        ...entry,
        additions: hunks[index]?.match(/^\+/gm)?.length ?? 0,
        deletions: hunks[index]?.match(/^-/gm)?.length ?? 0,
        patch: hunks[index],
    }));
}
/** A changed file as GitHub shows it. */
function fileView(world, { name, sha }, file) {
    const path = file.path.split('/').map(encodeURIComponent).join('/');
    return {
        sha: file.blob,
        filename: file.path,
        status: file.status,
        additions: file.additions,
        deletions: file.deletions,
        changes: file.additions + file.deletions,
        blob_url: `${world.instance.gitUrl}/${name}/blob/${sha}/${path}`,
        raw_url: `${world.instance.gitUrl}/${name}/raw/${sha}/${path}`,
        contents_url: `${world.instance.url}/repos/${name}/contents/${path}?ref=${sha}`,
        ...(file.patch !== undefined && { patch: file.patch }),
        ...(file.previous !== undefined && { previous_filename: file.previous }),
    };
}
function changedPaths(raw) {
    const parts = raw.split('\0').filter(Boolean);
    const found = [];
    while (parts.length > 0) {
        const [, , before = '', after = '', letter = ''] = (parts.shift() ?? '').split(' ');
        const first = parts.shift() ?? '';
        const renamed = letter.startsWith('R') ? parts.shift() : undefined;
        const blob = absent.test(after) ? before : after;
        found.push({ path: renamed ?? first, previous: renamed && first, status: changeStatus(letter), blob });
    }
    return found;
}
function changeStatus(letter) {
    const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' };
    return statuses[letter[0]] ?? 'changed';
}
/** The numbers of added and deleted lines of each file. The names of a renamed file are in separate fields. */
function hunksOf(patch) {
    const start = patch.indexOf('\n@@');
    return start === -1 ? undefined : patch.slice(start + 1).replace(/\n$/, '');
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/commits.js






const commitRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/commits',
        docs: 'commits/commits#list-commits',
        needs: ['contents: read'],
        answer: listCommits,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/commits/{ref}',
        docs: 'commits/commits#get-a-commit',
        needs: ['contents: read'],
        answer: oneCommit,
    },
];
/** The commit to which a branch, a tag, a full ref or a SHA leads. */
async function resolved(world, repository, name) {
    const refs = await world.refs(repository);
    const ref = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name].find((candidate) => refs.has(candidate));
    const known = ref === undefined ? await objectName(repository, name) : refs.get(ref)?.sha;
    return known === undefined ? undefined : repository.bare.commit(known);
}
/** A commit as lists and comparisons show it. */
function commitView(world, { name }, commit) {
    const url = `${world.instance.url}/repos/${name}/commits/${commit.sha}`;
    const page = `${world.instance.gitUrl}/${name}/commit`;
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        commit: {
            author: commit.author,
            committer: commit.committer,
            message: commit.message,
            tree: { sha: commit.tree, url: `${world.instance.url}/repos/${name}/git/trees/${commit.tree}` },
            url: `${world.instance.url}/repos/${name}/git/commits/${commit.sha}`,
            comment_count: 0,
            verification: verification(world, commit),
        },
        url,
        html_url: `${page}/${commit.sha}`,
        comments_url: `${url}/comments`,
        author: accountOf(world, commit.author),
        committer: accountOf(world, commit.committer),
        parents: commit.parents.map((sha) => ({
            sha,
            url: `${world.instance.url}/repos/${name}/commits/${sha}`,
            html_url: `${page}/${sha}`,
        })),
    };
}
/** The signature of a commit, as GitHub shows it. Signatures of GitHub are only recorded, not made. */
function verification(world, { sha, committer }) {
    const isVerified = world.records.signed.has(sha);
    return {
        verified: isVerified,
        reason: isVerified ? 'valid' : 'unsigned',
        signature: isVerified ? '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n' : null,
        payload: isVerified ? `tree ${sha}` : null,
        verified_at: isVerified ? committer.date : null,
    };
}
async function listCommits(call, repository) {
    const { world, query } = call;
    const start = await resolved(world, repository, query.get('sha') ?? (await repository.bare.defaultBranch()));
    if (start === undefined)
        throw notFound();
    const path = query.get('path');
    const walk = ['rev-list', start.sha, ...(path === null ? [] : ['--', path])];
    const { items, link } = pageOf(call, lines(await repository.bare.print(walk)));
    const commits = await repository.bare.commits(items);
    return {
        status: 200,
        headers: linkHeader(link),
        body: commits.map((commit) => commitView(world, repository, commit)),
    };
}
async function oneCommit({ world, parameters: { ref = '' } }, repository) {
    const commit = await resolved(world, repository, ref);
    if (commit === undefined)
        throw unprocessable(`No commit found for SHA: ${ref}`);
    const files = await changedFiles(repository.bare, commit.parents[0], commit.sha);
    const [additions, deletions] = [sum(files.map((file) => file.additions)), sum(files.map((file) => file.deletions))];
    return ok({
        ...commitView(world, repository, commit),
        stats: { additions, deletions, total: additions + deletions },
        files: files.map((file) => fileView(world, { name: repository.name, sha: commit.sha }, file)),
    });
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
async function objectName({ bare }, name) {
    return /^[0-9a-f]{7,40}$/.test(name) ? (await bare.object(name))?.sha : undefined;
}
/** The account to which an email address of a commit belongs, or null. */
function accountOf(world, { email }) {
    const login = [...world.records.accounts.keys()].find((known) => noreply(world, known) === email);
    return login === undefined ? null : account(world, login);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/branches.js




const branchRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/branches',
        docs: 'branches/branches#list-branches',
        needs: ['contents: read'],
        answer: listBranches,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/branches/{branch}',
        docs: 'branches/branches#get-a-branch',
        needs: ['contents: read'],
        answer: oneBranch,
    },
];
async function listBranches(call, repository) {
    const { world, query } = call;
    const wanted = query.get('protected');
    const heads = [...(await world.refs(repository))].filter(([ref]) => ref.startsWith('refs/heads/'));
    const branches = heads.filter(([ref]) => wanted === null || String(isProtected(world, ref)) === wanted);
    return paged(call, branches, ([ref, { sha }]) => ({
        name: ref.slice('refs/heads/'.length),
        commit: { sha, url: `${world.instance.url}/repos/${repository.name}/commits/${sha}` },
        protected: isProtected(world, ref),
    }));
}
async function oneBranch({ world, parameters: { branch = '' } }, repository) {
    const ref = `refs/heads/${branch}`;
    const sha = await world.sha(repository, ref);
    const commit = sha === undefined ? undefined : await repository.bare.commit(sha);
    if (commit === undefined)
        throw notFound('Branch not found');
    const url = `${world.instance.url}/repos/${repository.name}/branches/${branch}`;
    return ok({
        name: branch,
        commit: commitView(world, repository, commit),
        _links: { self: url, html: `${world.instance.gitUrl}/${repository.name}/tree/${branch}` },
        protected: isProtected(world, ref),
        protection: {
            enabled: isProtected(world, ref),
            required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
        },
        protection_url: `${url}/protection`,
    });
}
function isProtected({ instance }, ref) {
    return isProtectedBranch(ref, instance.protectedBranches);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/commit-objects.js





const commitObjectRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
        docs: 'git/commits#get-a-commit-object',
        needs: ['contents: read'],
        answer: oneCommitObject,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/git/commits',
        docs: 'git/commits#create-a-commit',
        needs: ['contents: write'],
        answer: createCommit,
    },
];
/** Author and committer of a commit made through the API. GitHub signs the commits of Apps that name neither. */
function authorship({ world, access, fields }) {
    const login = access?.login ?? 'ghost';
    const date = world.now();
    const self = { name: login, email: noreply(world, login), date };
    const [author, committer] = [commit_objects_personIn(fields, 'author', date), commit_objects_personIn(fields, 'committer', date)];
    const isSigned = author === undefined && committer === undefined && (access?.kind === 'job' || access?.kind === 'app');
    if (isSigned)
        return { author: self, committer: { name: 'GitHub', email: 'noreply@github.com', date }, isSigned };
    return { author: author ?? committer ?? self, committer: committer ?? author ?? self, isSigned };
}
/** Stores a commit, and records whether GitHub signed it. */
async function storeCommit(world, { bare }, { isSigned, ...commit }) {
    const sha = await bare.store(commit);
    if (isSigned)
        world.records.signed.add(sha);
    const stored = await bare.commit(sha);
    if (stored === undefined)
        throw new Error(`The commit ${sha} was just stored, but git does not find it.`);
    return stored;
}
/** A commit as the endpoints below /git/ show it. */
function commitObjectView(world, { name }, commit) {
    const url = `${world.instance.url}/repos/${name}/git`;
    const page = `${world.instance.gitUrl}/${name}/commit`;
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        url: `${url}/commits/${commit.sha}`,
        html_url: `${page}/${commit.sha}`,
        author: commit.author,
        committer: commit.committer,
        tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
        message: commit.message,
        parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${page}/${sha}` })),
        verification: verification(world, commit),
    };
}
async function oneCommitObject({ world, parameters: { commit_sha: sha = '' } }, repository) {
    const object = await repository.bare.object(sha);
    const commit = object?.type === 'commit' ? await repository.bare.commit(object.sha) : undefined;
    if (commit === undefined)
        throw notFound();
    return ok(commitObjectView(world, repository, commit));
}
async function createCommit(call, repository) {
    const { world, fields } = call;
    const [message, tree, parents] = [
        requiredText(fields, 'message'),
        requiredText(fields, 'tree'),
        textsOf(fields, 'parents') ?? [],
    ];
    if ((await repository.bare.object(tree))?.type !== 'tree')
        throw unprocessable('Tree SHA does not exist');
    const types = await Promise.all(parents.map(async (parent) => (await repository.bare.object(parent))?.type));
    if (types.some((type) => type !== 'commit'))
        throw unprocessable('Parent SHA does not exist or is not a commit object');
    const commit = await storeCommit(world, repository, { message, tree, parents, ...authorship(call) });
    return created(commitObjectView(world, repository, commit));
}
function commit_objects_personIn(fields, name, now) {
    const given = objectOf(fields, name);
    if (given === undefined)
        return undefined;
    return { name: requiredText(given, 'name'), email: requiredText(given, 'email'), date: textOf(given, 'date') ?? now };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/compare.js





const compareRoute = {
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{basehead}',
    docs: 'commits/commits#compare-two-commits',
    needs: ['contents: read'],
    answer: compare,
};
async function compare(call, compared) {
    const { world } = call;
    const repository = world.withNetwork(compared);
    const [base = '', head = ''] = (call.parameters['basehead'] ?? '').split('...');
    const [from, to] = await Promise.all([inNetwork(world, repository, base), inNetwork(world, repository, head)]);
    if (from === undefined || to === undefined)
        throw notFound();
    const start = await repository.bare.mergeBase(from.sha, to.sha);
    const mergeBase = start === undefined ? undefined : await repository.bare.commit(start);
    if (mergeBase === undefined)
        throw notFound(`No common ancestor between ${base} and ${head}.`);
    const shas = lines(await repository.bare.print(['rev-list', '--reverse', `${from.sha}..${to.sha}`]));
    const { items, link } = pageOf(call, shas);
    const commits = await repository.bare.commits(items);
    const behind = Number(await repository.bare.print(['rev-list', '--count', `${to.sha}..${from.sha}`]));
    const files = await changedFiles(repository.bare, mergeBase.sha, to.sha);
    const body = {
        ...comparisonAddresses(world, repository, { base, head }),
        base_commit: commitView(world, repository, from),
        merge_base_commit: commitView(world, repository, mergeBase),
        status: comparisonStatus(shas.length, behind),
        ahead_by: shas.length,
        behind_by: behind,
        total_commits: shas.length,
        commits: commits.map((commit) => commitView(world, repository, commit)),
        files: files.slice(0, 300).map((file) => fileView(world, { name: repository.name, sha: to.sha }, file)),
    };
    return { status: 200, headers: linkHeader(link), body };
}
/** The commit of `ref`, `owner:ref` or `owner:repository:ref`, which may be in a fork. */
async function inNetwork(world, repository, name) {
    const parts = name.split(':');
    const ref = parts.pop() ?? '';
    const [owner, named] = parts;
    if (owner === undefined || owner === repository.owner)
        return resolved(world, repository, ref);
    const other = named === undefined ? world.inNetwork(repository.name, owner) : world.repository(`${owner}/${named}`);
    return other === undefined ? undefined : resolved(world, other, ref);
}
function comparisonStatus(ahead, behind) {
    if (ahead > 0)
        return behind > 0 ? 'diverged' : 'ahead';
    return behind > 0 ? 'behind' : 'identical';
}
function comparisonAddresses({ instance }, { name }, { base, head }) {
    const page = `${instance.gitUrl}/${name}/compare/${base}...${head}`;
    return {
        url: `${instance.url}/repos/${name}/compare/${base}...${head}`,
        html_url: page,
        permalink_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/immutable-releases.js


const immutable_releases_path = '/repos/{owner}/{repo}/immutable-releases';
const immutableReleaseRoutes = [
    {
        method: 'GET',
        path: immutable_releases_path,
        docs: 'repos/repos#check-if-immutable-releases-are-enabled-for-a-repository',
        needs: ['administration: read'],
        answer: isEnabled,
    },
    {
        method: 'PUT',
        path: immutable_releases_path,
        docs: 'repos/repos#enable-immutable-releases',
        needs: ['administration: write'],
        answer: (_, { record }) => setting(record, true),
    },
    {
        method: 'DELETE',
        path: immutable_releases_path,
        docs: 'repos/repos#disable-immutable-releases',
        needs: ['administration: write'],
        answer: (_, { record }) => setting(record, false),
    },
];
/** Whether a change concerns the tag of an immutable release, or creates the tag of a deleted one again. */
function isLocked({ releases, immutableTags }, { ref, from }) {
    const tag = ref.replace(/^refs\/tags\//, '');
    if (tag === ref || !immutableTags.has(tag))
        return false;
    return from === undefined || releases.some((release) => release.isImmutable && release.tag === tag);
}
/** Only administrators may see the setting, in public repositories too. */
function isEnabled({ access }, repository) {
    if (!mayDo(access, 'administration: read', { ...repository, isPublic: false }))
        throw notAccessible(access);
    if (!repository.record.hasImmutableReleases)
        throw notFound();
    return ok({ enabled: true, enforced_by_owner: false });
}
function setting(record, isOn) {
    record.hasImmutableReleases = isOn;
    return noContent;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/bypass.js

/** The numbers of the built-in roles that can bypass rulesets. */
const roleNumbers = { 2: 'maintain', 4: 'write', 5: 'admin' };
/** How far somebody may bypass a ruleset. If several actors fit, the most powerful one counts. */
function bypassOf({ world, access }, name, { bypassActors }) {
    const found = bypassActors.filter((actor) => isOne({ world, access }, name, actor));
    const modes = new Set(found.map(({ mode }) => mode));
    if (modes.has('exempt'))
        return 'exempt';
    if (modes.has('always'))
        return 'always';
    return modes.has('pull_request') ? 'pull_requests_only' : 'never';
}
const ranks = ['write', 'maintain', 'admin', 'owner'];
function isOne({ world, access }, name, { type, id }) {
    const role = roleOf(access, name);
    if (type === 'OrganizationAdmin')
        return role === 'owner';
    if (type === 'User')
        return role !== undefined && access !== undefined && world.accountId(access.login) === id;
    if (type === 'Integration')
        return access?.kind === 'app' && access.appId === id;
    const least = roleNumbers[id ?? 0];
    return role !== undefined && least !== undefined && ranks.indexOf(role) >= ranks.indexOf(least);
}

// EXTERNAL MODULE: ./build/src/embedded/github/rules/ref-pattern.js
var ref_pattern = __webpack_require__(76344);
;// CONCATENATED MODULE: ./build/src/embedded/github/rules/violations.js



const creationViolation = 'Cannot create ref due to creations being restricted.';
/** The rules of rulesets that a change of a ref without a pull request violates, in the words of GitHub. */
async function refViolations(caller, repository, change) {
    const rulesets = (await rulesetsFor(repository, change.ref)).filter((ruleset) => ['never', 'pull_requests_only'].includes(bypassOf(caller, repository.name, ruleset)));
    const rules = rulesets.flatMap((ruleset) => ruleset.rules);
    const found = await Promise.all(rules.map((rule) => refViolation(rule, change)));
    return withoutRepeats(found);
}
/** The rules that the merge of a pull request violates. Without a caller, for somebody who may bypass nothing. */
async function mergeViolations(caller, repository, issue) {
    const rulesets = (await rulesetsFor(repository, `refs/heads/${issue.pull.base.branch}`)).filter((ruleset) => caller === undefined || bypassOf(caller, repository.name, ruleset) === 'never');
    const rules = rulesets.flatMap((ruleset) => ruleset.rules);
    return withoutRepeats(rules.map((rule) => mergeViolation(rule, issue)));
}
/** Refuses a request that violates rules. The status depends on the route. */
function refuseViolations(violations, status) {
    if (violations.length > 0)
        throw new Refused(status, violationText(violations));
}
/** The text in which the API lists violations. */
function violationText(violations) {
    return ['Repository rule violations found', ...violations].map((line) => `${line}\n\n`).join('');
}
/** The active rulesets for a ref. */
async function rulesetsFor({ bare, record }, ref) {
    const active = [...record.rulesets.values()].filter(({ enforcement }) => enforcement === 'active');
    if (active.length === 0)
        return [];
    const main = `refs/heads/${await bare.defaultBranch()}`;
    const fits = (pattern) => {
        if (pattern === '~ALL')
            return true;
        return pattern === '~DEFAULT_BRANCH' ? ref === main : (0,ref_pattern/* fitsPattern */.j)(ref, pattern);
    };
    return active.filter(({ target, conditions: { include, exclude } }) => ref.startsWith(target === 'branch' ? 'refs/heads/' : 'refs/tags/') && include.some(fits) && !exclude.some(fits));
}
async function refViolation({ type }, { ref, from, to, isForward }) {
    const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
    if (from === undefined)
        return type === 'creation' ? creationViolation : undefined;
    if (to === undefined)
        return type === 'deletion' ? `Cannot delete this ${kind}` : undefined;
    if (type === 'update')
        return 'Cannot update this protected ref.';
    if (type === 'pull_request')
        return 'Changes must be made through a pull request.';
    if (type !== 'non_fast_forward' || (await isForward()))
        return undefined;
    return `Cannot force-push to this ${kind}`;
}
function mergeViolation(rule, issue) {
    if (rule.type === 'update')
        return 'Cannot update this protected ref.';
    if (rule.type !== 'pull_request')
        return undefined;
    const wanted = rule.parameters.required_approving_review_count;
    if (approvals(issue) >= wanted)
        return undefined;
    return `At least ${wanted} approving ${wanted === 1 ? 'review is' : 'reviews are'} required by reviewers with write access.`;
}
/** How many others approve. The last approval or rejection of each of them counts. */
function approvals({ author, pull }) {
    const words = pull.reviews.filter(({ state }) => state === 'APPROVED' || state === 'CHANGES_REQUESTED');
    const last = new Map(words.map((review) => [review.author, review.state]));
    last.delete(author);
    return [...last.values()].filter((state) => state === 'APPROVED').length;
}
function withoutRepeats(found) {
    return [...new Set(found.filter((violation) => violation !== undefined))].toSorted();
}

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/forbidden-changes.js






/** Refuses a change of a ref through the API that a rule forbids. The git server does the same for pushes. */
async function refuseForbidden(caller, repository, update) {
    refuseProtected(caller.world, update);
    if (isLocked(repository.record, update))
        throw protectedRefRefusal(update);
    refuseViolations(await ruleViolations(caller, repository, update), 422);
}
/** The rules of rulesets that a change of a ref through the API violates. */
function ruleViolations(caller, repository, update) {
    const { from = '', to = '' } = update;
    return refViolations(caller, repository, { ...update, isForward: () => repository.bare.isAncestor(from, to) });
}
function refuseProtected({ instance }, { ref, from, to }) {
    if (isProtectedBranch(ref, instance.protectedBranches)) {
        throw new Refused(422, branchViolation({ to: to ?? '0' }), {
            documentation_url: 'https://docs.github.com/articles/about-protected-branches',
        });
    }
    if (isProtectedTag(ref, instance.protectedTags))
        throw protectedRefRefusal({ ref, from, to });
}
function protectedRefRefusal({ from, to }) {
    const verb = from === undefined ? 'create' : to === undefined ? 'delete' : 'update';
    return new Refused(422, violationText([`Cannot ${verb} this protected ref.`]));
}
/** Refuses a commit with a workflow file that no branch has, if the token may not change workflows. */
async function refuseWorkflows({ world, access }, repository, sha) {
    if (access === undefined || mayChangeWorkflows(access))
        return;
    const heads = [...(await world.refs(repository))].filter(([ref]) => ref.startsWith('refs/heads/'));
    const known = await Promise.all(heads.map(([, head]) => workflows(repository, head.sha)));
    const unknown = (await workflows(repository, sha)).find((file) => !known.flat().includes(file));
    const path = unknown?.slice(unknown.indexOf('\t') + 1);
    if (path !== undefined)
        throw new Refused(403, workflowViolation(path, access.kind === 'classic'));
}
/** The workflow files of the commit to which an object leads, each as `<blob>\t<path>`. */
async function workflows({ bare }, sha) {
    const { stdout } = await bare.run(['ls-tree', '-r', '--full-tree', sha, '--', '.github/workflows/']);
    return lines(stdout.toString('utf8')).map((entry) => entry.slice(entry.lastIndexOf(' ') + 1));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/tree-edit.js




/** Stores a copy of the tree `base` with some entries changed, and returns its SHA. */
async function editedTree(bare, base, entries) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'github-index-'));
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index') };
    try {
        if (base !== undefined)
            await bare.print(['read-tree', base], { env });
        for (const { path, sha } of entries.filter(({ mode }) => mode === '040000')) {
            await bare.print(['read-tree', `--prefix=${path}/`, sha ?? ''], { env });
        }
        await bare.print(['update-index', '-z', '--add', '--replace', '--index-info'], { env, input: indexLines(entries) });
        const { stdout, exitCode } = await bare.run(['write-tree'], { env });
        if (exitCode !== 0)
            throw unprocessable('GitRPC::BadObjectState');
        return stdout.toString('utf8').trim();
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true });
    }
}
function indexLines(entries) {
    const absent = '0'.repeat(40);
    const files = entries.filter(({ mode }) => mode !== '040000');
    const line = ({ path, mode, sha }) => sha === undefined ? `0 ${absent}\t${path}\0` : `${mode} ${sha}\t${path}\0`;
    return Buffer.from(files.map(line).join(''));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/contents.js









const contentRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/contents/{path}',
        docs: 'repos/contents#get-repository-content',
        needs: ['contents: read'],
        answer: readContent,
    },
    {
        method: 'PUT',
        path: '/repos/{owner}/{repo}/contents/{path}',
        docs: 'repos/contents#create-or-update-file-contents',
        needs: ['contents: write'],
        answer: writeContent,
    },
];
// https://docs.github.com/en/rest/repos/contents#get-repository-content
const largestContent = 1024 * 1024;
const leftOut = { content: '', encoding: 'none' };
async function readContent({ world, parameters: { path = '' }, query }, repository) {
    const ref = query.get('ref') ?? (await repository.bare.defaultBranch());
    const commit = await resolved(world, repository, ref);
    if (commit === undefined)
        throw notFound(`No commit found for the ref ${ref}`);
    const place = path.replace(/\/$/, '');
    const [file] = await listFiles(repository, [commit.sha, '--', place]);
    if (file === undefined)
        throw notFound();
    if (file.mode === '040000') {
        const files = await listFiles(repository, [`${commit.sha}:${place}`]);
        return ok(files.map((child) => contentView(world, repository, { ref, file: { ...child, path: `${place}/${child.path}` } })));
    }
    const content = (await repository.bare.object(file.sha))?.content ?? Buffer.alloc(0);
    const sent = content.length > largestContent ? leftOut : { content: encoded(content), encoding: 'base64' };
    return ok({ ...contentView(world, repository, { ref, file }), ...sent });
}
async function writeContent(call, repository) {
    const { world, parameters, fields } = call;
    const path = parameters['path'] ?? '';
    const branch = textOf(fields, 'branch') ?? (await repository.bare.defaultBranch());
    const ref = `refs/heads/${branch}`;
    const tip = await resolved(world, repository, ref);
    if (tip === undefined)
        throw notFound(`Branch ${branch} not found`);
    if (isProtectedBranch(ref, world.instance.protectedBranches)) {
        throw new Refused(409, 'Changes must be made through a pull request.');
    }
    const [known] = await listFiles(repository, [tip.sha, '--', path]);
    refuseOtherVersion({ path, known, given: textOf(fields, 'sha') });
    const blob = await storeBlob(repository, Buffer.from(requiredText(fields, 'content'), 'base64'));
    const file = { path, mode: known?.mode ?? '100644', sha: blob };
    const tree = await editedTree(repository.bare, tip.tree, [file]);
    const message = requiredText(fields, 'message');
    const commit = await storeCommit(world, repository, { message, tree, parents: [tip.sha], ...authorship(call) });
    await refuseWorkflows(call, repository, commit.sha);
    refuseViolations(await ruleViolations(call, repository, { ref, from: tip.sha, to: commit.sha }), 409);
    const isMoved = await repository.bare.move(ref, { from: tip.sha, to: commit.sha });
    if (!isMoved)
        throw new Refused(409, `${branch} is not at ${tip.sha} any more`);
    const [stored] = await listFiles(repository, [commit.sha, '--', path]);
    const content = stored === undefined ? null : contentView(world, repository, { ref: branch, file: stored });
    return {
        status: known === undefined ? 201 : 200,
        body: { content, commit: commitObjectView(world, repository, commit) },
    };
}
function refuseOtherVersion({ path, known, given }) {
    if (known !== undefined && given === undefined)
        throw unprocessable(`Invalid request.\n\n"sha" wasn't supplied.`);
    if (given !== undefined && given !== known?.sha)
        throw new Refused(409, `${path} does not match ${given}`);
}
async function listFiles({ bare }, args) {
    const { stdout } = await bare.run(['ls-tree', '-z', '--long', '--full-tree', ...args]);
    return stdout
        .toString('utf8')
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', , sha = '', size = ''] = line.slice(0, line.indexOf('\t')).split(/ +/);
        return { path: line.slice(line.indexOf('\t') + 1), mode, sha, size: Number(size) || 0 };
    });
}
const types = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' };
function contentView({ instance }, { name }, { ref, file }) {
    const { path, mode, sha, size } = file;
    const type = types[mode] ?? 'file';
    const kind = type === 'dir' ? 'tree' : 'blob';
    const place = path.split('/').map(encodeURIComponent).join('/');
    const url = `${instance.url}/repos/${name}/contents/${place}?ref=${ref}`;
    const [git, html] = [
        `${instance.url}/repos/${name}/git/${kind}s/${sha}`,
        `${instance.gitUrl}/${name}/${kind}/${ref}/${place}`,
    ];
    return {
        name: path.slice(path.lastIndexOf('/') + 1),
        path,
        sha,
        size,
        url,
        html_url: html,
        git_url: git,
        download_url: type === 'dir' ? null : `${instance.gitUrl}/${name}/raw/${ref}/${place}`,
        type,
        _links: { self: url, git, html },
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/refs.js





const refRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/git/ref/{ref}',
        docs: 'git/refs#get-a-reference',
        needs: ['contents: read'],
        answer: oneRef,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
        docs: 'git/refs#list-matching-references',
        needs: ['contents: read'],
        answer: matchingRefs,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/git/refs',
        docs: 'git/refs#create-a-reference',
        needs: ['contents: write'],
        answer: createRef,
    },
    {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/git/refs/{ref}',
        docs: 'git/refs#update-a-reference',
        needs: ['contents: write'],
        answer: updateRef,
    },
    {
        method: 'DELETE',
        path: '/repos/{owner}/{repo}/git/refs/{ref}',
        docs: 'git/refs#delete-a-reference',
        needs: ['contents: write'],
        answer: deleteRef,
    },
];
function refView(world, { name }, [ref, { sha, type }]) {
    const url = `${world.instance.url}/repos/${name}/git`;
    const address = ref.split('/').map(encodeURIComponent).join('/');
    return {
        ref,
        node_id: nodeId('Ref', `${name}:${ref}`),
        url: `${url}/${address}`,
        object: { sha, type, url: `${url}/${type}s/${sha}` },
    };
}
async function oneRef({ world, parameters }, repository) {
    const ref = `refs/${parameters['ref']}`;
    const found = (await world.refs(repository)).get(ref);
    if (found === undefined)
        throw notFound();
    return ok(refView(world, repository, [ref, found]));
}
async function matchingRefs(call, repository) {
    const refs = [...(await call.world.refs(repository))];
    const found = refs.filter(([ref]) => ref.startsWith(`refs/${call.parameters['ref']}`));
    return paged(call, found, (ref) => refView(call.world, repository, ref));
}
async function createRef(call, repository) {
    const { world, fields } = call;
    const [ref, sha] = [requiredText(fields, 'ref'), requiredText(fields, 'sha')];
    await refuseInvalidName(repository, ref);
    const object = await repository.bare.object(sha);
    if (object === undefined)
        throw unprocessable('Object does not exist');
    if ((await world.refs(repository)).has(ref))
        throw unprocessable('Reference already exists');
    await refuseForbidden(call, repository, { ref, from: undefined, to: sha });
    await refuseWorkflows(call, repository, sha);
    const isMade = await repository.bare.move(ref, { from: '0'.repeat(40), to: sha });
    if (!isMade)
        throw unprocessable('Reference already exists');
    return created(refView(world, repository, [ref, { sha, type: object.type }]));
}
async function updateRef(call, repository) {
    const { world, parameters, fields } = call;
    const [ref, sha] = [`refs/${parameters['ref']}`, requiredText(fields, 'sha')];
    const known = (await world.refs(repository)).get(ref);
    if (known === undefined)
        throw unprocessable('Reference does not exist');
    const object = await repository.bare.object(sha);
    if (object === undefined)
        throw unprocessable('Object does not exist');
    const isForward = await repository.bare.isAncestor(known.sha, sha);
    if (!isForward && flagOf(fields, 'force') !== true)
        throw unprocessable('Update is not a fast forward');
    await refuseForbidden(call, repository, { ref, from: known.sha, to: sha });
    await refuseWorkflows(call, repository, sha);
    const isMoved = await repository.bare.move(ref, { from: known.sha, to: sha });
    if (!isMoved)
        throw unprocessable('Update is not a fast forward');
    return ok(refView(world, repository, [ref, { sha, type: object.type }]));
}
async function deleteRef(call, repository) {
    const { world, parameters } = call;
    const ref = `refs/${parameters['ref']}`;
    const known = (await world.refs(repository)).get(ref);
    if (known === undefined)
        throw unprocessable('Reference does not exist');
    await refuseForbidden(call, repository, { ref, from: known.sha, to: undefined });
    await repository.bare.remove(ref);
    return noContent;
}
async function refuseInvalidName({ bare }, ref) {
    if (!(await bare.isRefName(ref)) || !/^refs\/[^/]+\/./.test(ref))
        throw unprocessable(`${ref} is not a valid ref name.`);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/git-data/trees.js





const treeRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
        docs: 'git/trees#get-a-tree',
        needs: ['contents: read'],
        answer: oneTree,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/git/trees',
        docs: 'git/trees#create-a-tree',
        needs: ['contents: write'],
        answer: createTree,
    },
];
async function oneTree({ world, parameters: { tree_sha: name = '' }, query }, repository) {
    const object = await repository.bare.object(name);
    const sha = object?.type === 'tree' ? object.sha : (await resolved(world, repository, name))?.tree;
    if (sha === undefined)
        throw notFound();
    return ok(await treeView(world, repository, { sha, isRecursive: query.has('recursive') }));
}
async function treeView(world, { name, bare }, { sha, isRecursive }) {
    const url = `${world.instance.url}/repos/${name}/git`;
    const printed = await bare.print(['ls-tree', '-z', '--long', ...(isRecursive ? ['-r', '-t'] : []), sha]);
    const tree = printed
        .split('\0')
        .filter(Boolean)
        .map((entry) => {
        const [mode = '', type = '', object = '', size = '-'] = entry.slice(0, entry.indexOf('\t')).split(/ +/);
        const path = entry.slice(entry.indexOf('\t') + 1);
        return {
            path,
            mode,
            type,
            sha: object,
            ...(size !== '-' && { size: Number(size) }),
            url: `${url}/${type}s/${object}`,
        };
    });
    return { sha, url: `${url}/trees/${sha}`, tree, truncated: false };
}
async function createTree({ world, fields }, repository) {
    const base = textOf(fields, 'base_tree');
    const start = base === undefined ? undefined : await repository.bare.object(base);
    if (base !== undefined && start?.type !== 'tree' && start?.type !== 'commit')
        throw notFound();
    const entries = await Promise.all((listOf(fields, 'tree') ?? []).map((entry) => treeEntry(repository, entry)));
    const sha = await editedTree(repository.bare, start?.sha, entries);
    return created(await treeView(world, repository, { sha, isRecursive: false }));
}
async function treeEntry({ bare }, entry) {
    const path = requiredText(entry, 'path');
    const mode = textOf(entry, 'mode') ?? '100644';
    if (path === '' || path.startsWith('/'))
        throw unprocessable('tree.path contains a malformed path component');
    const content = textOf(entry, 'content');
    if (content !== undefined)
        return { path, mode, sha: await storeBlob({ bare }, Buffer.from(content)) };
    const sha = textOf(entry, 'sha');
    if (sha === undefined && entry['sha'] !== null)
        throw unprocessable('Must supply either tree.sha or tree.content.');
    if (sha !== undefined && (await bare.object(sha)) === undefined)
        throw unprocessable(`tree.sha ${sha} is not a valid blob`);
    return { path, mode, sha };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/edits.js
/** Replaces the body of an issue or a comment, and keeps the version before it, as the menu "edited" shows it on GitHub. */
function editBody(world, edited, { editor, body }) {
    const { author, createdAt, edits } = edited;
    if (body === edited.body)
        return;
    if (edits.length === 0)
        edits.push({ id: world.id(), editor: author, at: createdAt, text: edited.body ?? '' });
    edits.push({ id: world.id(), editor, at: world.now(), text: body ?? '' });
    edited.body = body;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/label-view.js


function labelView(world, { name: repository }, label) {
    return {
        id: label.id,
        node_id: nodeId('Label', label.id),
        url: `${world.instance.url}/repos/${repository}/labels/${encodeURIComponent(label.name)}`,
        name: label.name,
        color: label.color,
        default: false,
        description: label.description ?? null,
    };
}
/** Labels by their names, in any case. Those that do not exist are created, as on GitHub. */
function knownLabels(world, { record }, names) {
    const labels = names.map((name) => {
        const label = record.labels.get(name.toLowerCase()) ?? {
            id: world.id(),
            name,
            color: 'ededed',
            description: undefined,
        };
        record.labels.set(name.toLowerCase(), label);
        return label.name;
    });
    return [...new Set(labels)];
}
/** The names of labels in a body, where each is a text or an object with a name. */
function labelNames(fields) {
    return (listOf(fields, 'labels') ?? []).map((label) => typeof label === 'string' ? label : requiredText(label, 'name'));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/milestones.js





const milestoneRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/milestones',
        docs: 'issues/milestones#list-milestones',
        needs: ['issues: read', 'pull-requests: read'],
        answer: listMilestones,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/milestones',
        docs: 'issues/milestones#create-a-milestone',
        needs: ['issues: write', 'pull-requests: write'],
        answer: createMilestone,
    },
];
function milestoneView(world, { name, record }, milestone) {
    const url = `${world.instance.url}/repos/${name}/milestones/${milestone.number}`;
    const issues = [...record.issues.values()].filter((issue) => issue.milestone === milestone.number);
    return {
        url,
        html_url: `${world.instance.gitUrl}/${name}/milestone/${milestone.number}`,
        labels_url: `${url}/labels`,
        id: milestone.id,
        node_id: nodeId('Milestone', milestone.id),
        number: milestone.number,
        title: milestone.title,
        description: milestone.description ?? null,
        creator: account(world, milestone.creator),
        state: milestone.state,
        open_issues: issues.filter(({ state }) => state === 'open').length,
        closed_issues: issues.filter(({ state }) => state === 'closed').length,
        created_at: milestone.createdAt,
        updated_at: milestone.createdAt,
        closed_at: milestone.state === 'closed' ? milestone.createdAt : null,
        due_on: milestone.dueOn ?? null,
    };
}
function listMilestones(call, repository) {
    const state = call.query.get('state') ?? 'open';
    const found = repository.record.milestones.filter((milestone) => state === 'all' || state === milestone.state);
    return paged(call, found, (milestone) => milestoneView(call.world, repository, milestone));
}
function createMilestone({ world, access, fields }, repository) {
    const { milestones } = repository.record;
    const title = requiredText(fields, 'title');
    const isKnown = milestones.some((milestone) => milestone.title === title);
    if (isKnown)
        throw invalid({ resource: 'Milestone', code: 'already_exists', field: 'title' });
    const milestone = {
        id: world.id(),
        number: milestones.length + 1,
        title,
        description: textOf(fields, 'description'),
        creator: access?.login ?? 'ghost',
        state: textOf(fields, 'state') === 'closed' ? 'closed' : 'open',
        dueOn: textOf(fields, 'due_on'),
        createdAt: world.now(),
    };
    milestones.push(milestone);
    return created(milestoneView(world, repository, milestone));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/issue-view.js






/** An issue, or a pull request as an issue. */
function issueView(world, repository, issue) {
    const base = `${world.instance.url}/repos/${repository.name}`;
    const url = `${base}/issues/${issue.number}`;
    const milestone = repository.record.milestones.find(({ number }) => number === issue.milestone);
    return {
        id: issue.id,
        node_id: nodeId('Issue', issue.id),
        url,
        repository_url: base,
        labels_url: `${url}/labels{/name}`,
        comments_url: `${url}/comments`,
        events_url: `${url}/events`,
        timeline_url: `${url}/timeline`,
        html_url: issuePage(world, repository, issue),
        number: issue.number,
        state: issue.state,
        state_reason: issue.stateReason ?? null,
        title: issue.title,
        body: issue.body ?? null,
        user: account(world, issue.author),
        labels: labelViews(world, repository, issue),
        assignee: issue.assignees[0] === undefined ? null : account(world, issue.assignees[0]),
        assignees: issue.assignees.map((login) => account(world, login)),
        milestone: milestone === undefined ? null : milestoneView(world, repository, milestone),
        locked: false,
        active_lock_reason: null,
        comments: issue.comments.length,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt ?? null,
        closed_by: issue.closedBy === undefined ? null : account(world, issue.closedBy),
        author_association: association(world, repository, issue.author),
        performed_via_github_app: null,
        ...(isPull(issue) && { draft: issue.pull.isDraft, pull_request: pullLinks(world, repository, issue) }),
    };
}
/** A new issue with the next number, from the fields of a request. The caller adds `pull`. */
function newIssue({ world, access, fields }, { record }) {
    const now = world.now();
    return {
        id: world.id(),
        number: record.nextNumber++,
        author: access?.login ?? 'ghost',
        createdAt: now,
        comments: [],
        edits: [],
        title: requiredText(fields, 'title'),
        body: textOf(fields, 'body'),
        state: 'open',
        stateReason: undefined,
        labels: [],
        assignees: [],
        milestone: undefined,
        updatedAt: now,
        closedAt: undefined,
        closedBy: undefined,
    };
}
function labelViews(world, repository, { labels }) {
    return labels.flatMap((name) => {
        const label = repository.record.labels.get(name.toLowerCase());
        return label === undefined ? [] : [labelView(world, repository, label)];
    });
}
/** The relation of an account to a repository, such as `OWNER`. */
function association(world, { owner }, login) {
    if (login === owner)
        return 'OWNER';
    const isHidden = world.instance.settings.privateMembers?.includes(login) ?? false;
    return world.isCollaborator(login) && !isHidden ? 'COLLABORATOR' : 'NONE';
}
function issuePage(world, { name }, issue) {
    return `${world.instance.gitUrl}/${name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`;
}
function pullLinks(world, repository, issue) {
    const page = issuePage(world, repository, issue);
    return {
        url: `${world.instance.url}/repos/${repository.name}/pulls/${issue.number}`,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        merged_at: issue.pull?.merged?.at ?? null,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/closing.js
/** Closes an issue or a pull request. */
function closeIssue(world, issue, by) {
    const now = world.now();
    Object.assign(issue, { state: 'closed', closedAt: now, updatedAt: now, closedBy: by.split('/')[0] });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/follow-branches.js

/** Updates every open pull request after pushes: its commits, its merge by a push, its end with its branch. */
async function followBranches(world) {
    for (const [name] of world.records.repositories) {
        const repository = world.repository(name);
        const open = repository === undefined ? [] : world.pulls(repository).filter(({ state }) => state === 'open');
        if (repository !== undefined && open.length > 0)
            await followBranchesOf(world, repository, open);
    }
}
async function followBranchesOf(world, repository, pulls) {
    const bases = await repository.bare.refs();
    for (const issue of pulls) {
        const { head, base } = issue.pull;
        const source = world.repository(head.repository);
        const tip = source && (await source.bare.refs()).get(`refs/heads/${head.branch}`)?.sha;
        if (tip !== undefined && tip !== head.sha)
            await moveHead(world, repository, { issue, tip });
        const baseTip = bases.get(`refs/heads/${base.branch}`)?.sha;
        if (baseTip !== undefined && baseTip !== base.sha)
            await mergedByPush(world, repository, { issue, baseTip });
        if (issue.state === 'open' && (tip === undefined || baseTip === undefined))
            closeIssue(world, issue, head.repository);
    }
}
/** Records the new commit of a pull request, and makes `refs/pull/<number>/head` of it. */
async function moveHead(world, repository, { issue, tip }) {
    const source = world.bare(issue.pull.head.repository).folder;
    const ref = `refs/pull/${issue.number}/head`;
    if (source !== repository.bare.folder)
        await repository.bare.print(['fetch', '--quiet', '--no-tags', source, tip]);
    await repository.bare.set(ref, tip);
    issue.pull.head.sha = tip;
    issue.updatedAt = world.now();
}
async function mergedByPush(world, { bare }, { issue, baseTip }) {
    const { head, base } = issue.pull;
    const isNew = !(await bare.isAncestor(head.sha, base.sha));
    base.sha = baseTip;
    if (!isNew || !(await bare.isAncestor(head.sha, baseTip)))
        return;
    issue.pull.merged = { at: world.now(), by: issue.author, commit: baseTip };
    closeIssue(world, issue, issue.author);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/pull-state.js





/** The pull request that a path names. */
function pullOf({ parameters }, { record }) {
    const issue = record.issues.get(Number(parameters['pull_number']));
    if (issue === undefined || !isPull(issue))
        throw notFound();
    return issue;
}
/** Closes or reopens a pull request. It can be reopened if it is not merged and its branch still exists. */
async function changeState({ world, access, fields }, repository, issue) {
    const state = textOf(fields, 'state');
    if (state === undefined || state === issue.state)
        return;
    if (state === 'closed')
        return closeIssue(world, issue, access?.login ?? 'ghost');
    const { head } = issue.pull;
    const source = world.repository(head.repository);
    const tip = source && (await world.sha(source, `refs/heads/${head.branch}`));
    if (issue.pull.merged !== undefined || tip === undefined) {
        const message = tip === undefined
            ? `state cannot be changed. The ${head.branch} branch has been deleted.`
            : 'state cannot be changed. The pull request is already merged.';
        throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'state', message });
    }
    refuseSecondPull(world, repository, issue.pull);
    Object.assign(issue, { state: 'open', closedAt: undefined, closedBy: undefined });
    await followBranches(world);
}
/** Refuses a second open pull request for the same two branches. */
function refuseSecondPull(world, repository, { head, base }) {
    const isSame = ({ state, pull }) => state === 'open' &&
        pull.head.repository === head.repository &&
        pull.head.branch === head.branch &&
        pull.base.branch === base.branch;
    if (!world.pulls(repository).some(isSame))
        return;
    const message = `A pull request already exists for ${head.repository.split('/')[0]}:${head.branch}.`;
    throw invalid({ resource: 'PullRequest', code: 'custom', message });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/issues.js










const issueRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/issues',
        docs: 'issues/issues#list-repository-issues',
        needs: ['issues: read'],
        answer: listIssues,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/issues',
        docs: 'issues/issues#create-an-issue',
        needs: ['issues: write'],
        answer: createIssue,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/issues/{issue_number}',
        docs: 'issues/issues#get-an-issue',
        needs: ['issues: read', 'pull-requests: read'],
        answer: (call, repository) => ok(issueView(call.world, repository, issueOf(call, repository))),
    },
    {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/issues/{issue_number}',
        docs: 'issues/issues#update-an-issue',
        needs: ['issues: write', 'pull-requests: write'],
        answer: updateIssue,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
        docs: 'issues/assignees#add-assignees-to-an-issue',
        needs: ['issues: write', 'pull-requests: write'],
        answer: (call, repository) => {
            const issue = issueOf(call, repository);
            const added = (textsOf(call.fields, 'assignees') ?? []).filter((login) => call.world.isCollaborator(login));
            issue.assignees = [...new Set([...issue.assignees, ...added])];
            return { status: 201, body: issueView(call.world, repository, issue) };
        },
    },
    {
        method: 'DELETE',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
        docs: 'issues/assignees#remove-assignees-from-an-issue',
        needs: ['issues: write', 'pull-requests: write'],
        answer: (call, repository) => {
            const issue = issueOf(call, repository);
            const removed = textsOf(call.fields, 'assignees') ?? [];
            issue.assignees = issue.assignees.filter((login) => !removed.includes(login));
            return ok(issueView(call.world, repository, issue));
        },
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/assignees/{assignee}',
        docs: 'issues/assignees#check-if-a-user-can-be-assigned',
        needs: ['issues: read', 'pull-requests: read'],
        answer: ({ world, parameters: { assignee = '' } }) => {
            if (!world.isCollaborator(assignee))
                throw notFound();
            return { status: 204 };
        },
    },
];
/** The issue or pull request that a path names. */
function issueOf({ parameters }, { record }) {
    const issue = record.issues.get(Number(parameters['issue_number']));
    if (issue === undefined)
        throw notFound();
    return issue;
}
function listIssues(call, repository) {
    const { query } = call;
    const [state, labels] = [query.get('state') ?? 'open', query.get('labels')?.split(',') ?? []];
    const [milestone, assignee, creator] = [query.get('milestone'), query.get('assignee'), query.get('creator')];
    const since = Date.parse(query.get('since') ?? '1970-01-01');
    const found = [...repository.record.issues.values()].filter((issue) => (state === 'all' || state === issue.state) &&
        labels.every((label) => issue.labels.some((name) => name.toLowerCase() === label.toLowerCase())) &&
        (milestone === null || milestone === '*' || milestone === String(issue.milestone)) &&
        (assignee === null || assignee === '*' || issue.assignees.includes(assignee)) &&
        (creator === null || creator === issue.author) &&
        Date.parse(issue.updatedAt) >= since);
    return paged(call, ordered(found, query), (issue) => issueView(call.world, repository, issue));
}
function ordered(issues, query) {
    const key = ({ updatedAt, comments, number }) => {
        if (query.get('sort') === 'updated')
            return Date.parse(updatedAt);
        return query.get('sort') === 'comments' ? comments.length : number;
    };
    const sign = query.get('direction') === 'asc' ? 1 : -1;
    return issues.toSorted((one, other) => sign * (key(one) - key(other) || one.number - other.number));
}
function createIssue(call, repository) {
    const issue = { ...newIssue(call, repository), pull: undefined };
    applyTriage(call, repository, issue);
    repository.record.issues.set(issue.number, issue);
    return created(issueView(call.world, repository, issue));
}
async function updateIssue(call, repository) {
    const { world, access, fields } = call;
    const issue = issueOf(call, repository);
    applyTriage(call, repository, issue);
    const state = textOf(fields, 'state');
    if (isPull(issue))
        await changeState(call, repository, issue);
    else if (state === 'closed' && issue.state === 'open')
        closeIssue(world, issue, access?.login ?? 'ghost');
    else if (state === 'open')
        Object.assign(issue, { state, closedAt: undefined, closedBy: undefined });
    issue.stateReason = isPull(issue)
        ? undefined
        : stateReason(issue.state, { given: textOf(fields, 'state_reason'), before: issue.stateReason });
    issue.title = textOf(fields, 'title') ?? issue.title;
    if ('body' in fields)
        editBody(world, issue, { editor: access?.login ?? 'ghost', body: textOf(fields, 'body') });
    issue.updatedAt = world.now();
    return ok(issueView(world, repository, issue));
}
function stateReason(state, { given, before }) {
    return state === 'closed' ? (given ?? before ?? 'completed') : given;
}
/** Sets labels, assignees and milestone: all, or none if one is refused. Without permission they are ignored. */
function applyTriage({ world, access, fields }, repository, issue) {
    if (!mayDo(access, 'issues: write', repository) && !mayDo(access, 'pull-requests: write', repository))
        return;
    const assignees = textsOf(fields, 'assignees');
    const stranger = assignees?.find((login) => !world.isCollaborator(login));
    if (stranger !== undefined)
        throw invalid({ value: stranger, resource: 'Issue', field: 'assignees', code: 'invalid' });
    const milestone = milestoneIn(fields, repository);
    if (fields['labels'] !== undefined)
        issue.labels = knownLabels(world, repository, labelNames(fields));
    issue.assignees = assignees ?? issue.assignees;
    if ('milestone' in fields)
        issue.milestone = milestone;
}
function milestoneIn(fields, { record }) {
    const wanted = integerOf(fields, 'milestone');
    if (wanted === undefined || record.milestones.some(({ number }) => number === wanted))
        return wanted;
    throw invalid({ value: wanted, resource: 'Issue', field: 'milestone', code: 'invalid' });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/comments.js









const commentRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
        docs: 'issues/comments#list-issue-comments',
        needs: ['issues: read', 'pull-requests: read'],
        answer: (call, repository) => {
            const issue = issueOf(call, repository);
            return paged(call, issue.comments, (comment) => commentView(call.world, repository, { issue, comment }));
        },
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
        docs: 'issues/comments#create-an-issue-comment',
        needs: ['issues: write', 'pull-requests: write'],
        answer: createComment,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
        docs: 'issues/comments#get-an-issue-comment',
        needs: ['issues: read', 'pull-requests: read'],
        answer: (call, repository) => ok(commentView(call.world, repository, commentOf(call, repository))),
    },
    {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
        docs: 'issues/comments#update-an-issue-comment',
        needs: ['issues: write', 'pull-requests: write'],
        answer: updateComment,
    },
    {
        method: 'DELETE',
        path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
        docs: 'issues/comments#delete-an-issue-comment',
        needs: ['issues: write', 'pull-requests: write'],
        answer: deleteComment,
    },
];
function createComment(call, repository) {
    const { world, access, fields } = call;
    const issue = issueOf(call, repository);
    const author = access?.login ?? 'ghost';
    const now = world.now();
    const body = requiredText(fields, 'body');
    const comment = { id: world.id(), author, body, createdAt: now, updatedAt: now, edits: [] };
    issue.comments.push(comment);
    issue.updatedAt = comment.createdAt;
    return created(commentView(world, repository, { issue, comment }));
}
function updateComment({ world, access, ...call }, repository) {
    const found = commentOf({ world, access, ...call }, repository);
    editBody(world, found.comment, { editor: access?.login ?? 'ghost', body: requiredText(call.fields, 'body') });
    found.comment.updatedAt = world.now();
    return ok(commentView(world, repository, found));
}
function deleteComment(call, repository) {
    const { issue, comment } = commentOf(call, repository);
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    return noContent;
}
/** The comment that a path names, and the issue or pull request that has it. */
function commentOf({ parameters }, { record }) {
    for (const issue of record.issues.values()) {
        const comment = issue.comments.find(({ id }) => id === Number(parameters['comment_id']));
        if (comment !== undefined)
            return { issue, comment };
    }
    throw notFound();
}
function commentView(world, repository, { issue, comment }) {
    const base = `${world.instance.url}/repos/${repository.name}/issues`;
    const page = `${world.instance.gitUrl}/${repository.name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`;
    return {
        id: comment.id,
        node_id: nodeId('IssueComment', comment.id),
        url: `${base}/comments/${comment.id}`,
        html_url: `${page}#issuecomment-${comment.id}`,
        issue_url: `${base}/${issue.number}`,
        body: comment.body,
        user: account(world, comment.author),
        created_at: comment.createdAt,
        updated_at: comment.updatedAt,
        author_association: association(world, repository, comment.author),
        performed_via_github_app: null,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/issues/labels.js





const reading = ['issues: read', 'pull-requests: read'];
const writing = ['issues: write', 'pull-requests: write'];
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
const labelRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/labels',
        docs: 'issues/labels#list-labels-for-a-repository',
        needs: reading,
        answer: (call, repository) => paged(call, [...repository.record.labels.values()], (label) => labelView(call.world, repository, label)),
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/labels',
        docs: 'issues/labels#create-a-label',
        needs: writing,
        answer: createLabel,
    },
    {
        method: 'GET',
        path: ofIssue,
        docs: 'issues/labels#list-labels-for-an-issue',
        needs: reading,
        answer: (call, repository) => listIssueLabels(call, repository, issueOf(call, repository)),
    },
    {
        method: 'POST',
        path: ofIssue,
        docs: 'issues/labels#add-labels-to-an-issue',
        needs: writing,
        answer: (call, repository) => {
            const issue = issueOf(call, repository);
            return setLabels(call, repository, { issue, names: [...issue.labels, ...labelNames(call.fields)] });
        },
    },
    {
        method: 'PUT',
        path: ofIssue,
        docs: 'issues/labels#set-labels-for-an-issue',
        needs: writing,
        answer: (call, repository) => setLabels(call, repository, { issue: issueOf(call, repository), names: labelNames(call.fields) }),
    },
    {
        method: 'DELETE',
        path: `${ofIssue}/{name}`,
        docs: 'issues/labels#remove-a-label-from-an-issue',
        needs: writing,
        answer: removeLabel,
    },
];
function createLabel({ world, fields }, repository) {
    const name = requiredText(fields, 'name');
    const key = name.toLowerCase();
    if (repository.record.labels.has(key))
        throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
    const label = {
        id: world.id(),
        name,
        color: textOf(fields, 'color') ?? 'ededed',
        description: textOf(fields, 'description'),
    };
    repository.record.labels.set(key, label);
    return created(labelView(world, repository, label));
}
function setLabels(call, repository, { issue, names }) {
    issue.labels = knownLabels(call.world, repository, names);
    issue.updatedAt = call.world.now();
    return listIssueLabels(call, repository, issue);
}
function listIssueLabels(call, repository, issue) {
    const labels = issue.labels.flatMap((name) => repository.record.labels.get(name.toLowerCase()) ?? []);
    return paged(call, labels, (label) => labelView(call.world, repository, label));
}
function removeLabel(call, repository) {
    const issue = issueOf(call, repository);
    const wanted = call.parameters['name']?.toLowerCase();
    const rest = issue.labels.filter((name) => name.toLowerCase() !== wanted);
    if (rest.length === issue.labels.length)
        throw notFound('Label does not exist');
    issue.labels = rest;
    const labels = rest.flatMap((name) => repository.record.labels.get(name.toLowerCase()) ?? []);
    return ok(labels.map((label) => labelView(call.world, repository, label)));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/merges.js
/** The tree of a merge, or undefined if there are conflicts. */
async function mergedTree(bare, ours, theirs) {
    const { stdout, exitCode } = await bare.run(['merge-tree', '--write-tree', ours, theirs]);
    return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}
/** The last commit after a rebase onto another commit, or undefined if there are conflicts. */
async function rebased(bare, { onto, commits }, { committer }) {
    let tip = onto;
    for (const sha of commits) {
        const commit = await bare.commit(sha);
        const tree = await pickedTree(bare, { tip, sha, parent: commit?.parents[0] });
        if (commit === undefined || tree === undefined)
            return undefined;
        tip = await bare.store({ tree, parents: [tip], message: commit.message, author: commit.author, committer });
    }
    return tip;
}
// Before git 2.40, merge-tree cannot be told the base. So it gets commits without history whose base is the right one.
async function pickedTree(bare, { tip, sha, parent }) {
    if (parent === undefined)
        return undefined;
    const base = await stub(bare, `${parent}^{tree}`);
    const [ours, theirs] = [await stub(bare, `${tip}^{tree}`, base), await stub(bare, `${sha}^{tree}`, base)];
    return mergedTree(bare, ours, theirs);
}
async function stub(bare, tree, parent) {
    const nobody = { name: 'nobody', email: 'nobody@example.com', date: '@0 +0000' };
    const name = (await bare.print(['rev-parse', tree])).trim();
    return bare.store({
        tree: name,
        parents: parent === undefined ? [] : [parent],
        message: '',
        author: nobody,
        committer: nobody,
    });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/pull-view.js










/** A pull request as lists show it. */
async function pullSummary(world, repository, issue) {
    const { pull, number } = issue;
    const url = `${world.instance.url}/repos/${repository.name}/pulls/${number}`;
    const page = `${world.instance.gitUrl}/${repository.name}/pull/${number}`;
    const own = await repositoryView(world, repository);
    const isOwn = pull.head.repository === repository.name;
    const source = isOwn ? undefined : world.repository(pull.head.repository);
    return {
        id: pull.id,
        node_id: nodeId('PullRequest', pull.id),
        url,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        number,
        state: issue.state,
        locked: false,
        title: issue.title,
        user: account(world, issue.author),
        body: issue.body ?? null,
        labels: labelViews(world, repository, issue),
        milestone: milestoneOf(world, repository, issue),
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt ?? null,
        merged_at: pull.merged?.at ?? null,
        merge_commit_sha: pull.merged?.commit ?? null,
        assignee: issue.assignees[0] === undefined ? null : account(world, issue.assignees[0]),
        assignees: issue.assignees.map((login) => account(world, login)),
        requested_reviewers: pull.reviewers.map((login) => account(world, login)),
        requested_teams: pull.teams.map((slug) => teamView(world, repository, slug)),
        head: {
            label: `${pull.head.repository.split('/')[0]}:${pull.head.branch}`,
            ref: pull.head.branch,
            sha: pull.head.sha,
            user: account(world, pull.head.repository.split('/')[0] ?? ''),
            repo: isOwn ? own : source === undefined ? null : await repositoryView(world, source),
        },
        base: {
            label: `${repository.owner}:${pull.base.branch}`,
            ref: pull.base.branch,
            sha: pull.base.sha,
            user: account(world, repository.owner),
            repo: own,
        },
        ...pullAddresses(`${world.instance.url}/repos/${repository.name}`, { url, page, number, head: pull.head.sha }),
        author_association: association(world, repository, issue.author),
        auto_merge: null,
        active_lock_reason: null,
        draft: pull.isDraft,
    };
}
/** A single pull request, with fields that lists do not have. */
async function pullView(world, repository, issue) {
    const { pull } = issue;
    const mergeable = await mergeability(repository, issue);
    const files = await changedFiles(repository.bare, await forkPoint(repository, issue), pull.head.sha);
    return {
        ...(await pullSummary(world, repository, issue)),
        merged: pull.merged !== undefined,
        mergeable,
        rebaseable: mergeable,
        mergeable_state: await mergeableState(repository, issue, mergeable),
        merged_by: pull.merged === undefined ? null : account(world, pull.merged.by),
        comments: issue.comments.length,
        review_comments: 0,
        maintainer_can_modify: pull.mayMaintainersModify,
        commits: (await pullCommits(repository, issue)).length,
        additions: sum(files.map((file) => file.additions)),
        deletions: sum(files.map((file) => file.deletions)),
        changed_files: files.length,
    };
}
/** The commits of a pull request, oldest first. */
async function pullCommits(repository, issue) {
    const range = `${await forkPoint(repository, issue)}..${issue.pull.head.sha}`;
    return lines(await repository.bare.print(['rev-list', '--reverse', range]));
}
/** The commit of the base at which the branch began. It stays the same when the pull request is merged. */
async function forkPoint({ bare }, { pull }) {
    return (await bare.mergeBase(pull.base.sha, pull.head.sha)) ?? pull.base.sha;
}
/** Whether it can be merged without conflicts; null for a closed one. */
async function mergeability({ bare }, { pull, state }) {
    if (state === 'closed')
        return null;
    return (await mergedTree(bare, pull.base.sha, pull.head.sha)) !== undefined;
}
/** The state is `blocked` also for those who may bypass the rules that block it. */
async function mergeableState(repository, issue, mergeable) {
    if (mergeable === null)
        return 'unknown';
    if (!mergeable)
        return 'dirty';
    if (issue.pull.isDraft)
        return 'draft';
    return (await mergeViolations(undefined, repository, issue)).length > 0 ? 'blocked' : 'clean';
}
function milestoneOf(world, repository, { milestone }) {
    const found = repository.record.milestones.find(({ number }) => number === milestone);
    return found === undefined ? null : milestoneView(world, repository, found);
}
/** A team of which a review was requested. */
function teamView(world, { owner }, slug) {
    const id = world.accountId(`${owner}/${slug}`);
    const url = `${world.instance.url}/organizations/${world.accountId(owner)}/team/${id}`;
    return {
        id,
        node_id: nodeId('Team', id),
        name: slug,
        slug,
        description: null,
        privacy: 'closed',
        notification_setting: 'notifications_enabled',
        permission: 'pull',
        type: 'organization',
        organization_id: world.accountId(owner),
        url,
        html_url: `${world.instance.gitUrl}/orgs/${owner}/teams/${slug}`,
        members_url: `${url}/members{/member}`,
        repositories_url: `${url}/repos`,
        parent: null,
    };
}
function pullAddresses(base, { url, page, number, head }) {
    const links = {
        issue: `${base}/issues/${number}`,
        comments: `${base}/issues/${number}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${base}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses: `${base}/statuses/${head}`,
    };
    const named = Object.entries(links).map(([name, href]) => [`${name}_url`, href]);
    const linked = Object.entries({ self: url, html: page, ...links }).map(([name, href]) => [name, { href }]);
    return { ...addressFields(named), _links: Object.fromEntries(linked) };
}
function addressFields(entries) {
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/pull-merge.js









const mergeRoute = {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    docs: 'pulls/pulls#merge-a-pull-request',
    needs: ['contents: write'],
    answer: async (call, repository) => {
        const { fields } = call;
        const issue = pullOf(call, repository);
        const options = {
            method: methodOf(textOf(fields, 'merge_method')),
            title: textOf(fields, 'commit_title'),
            message: textOf(fields, 'commit_message'),
        };
        const sha = textOf(fields, 'sha');
        if (sha !== undefined && sha !== issue.pull.head.sha) {
            throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
        }
        return merged(await mergePull(call, repository, { issue, ...options }));
    },
};
/** Merges a pull request, and returns the new tip of its base. */
async function mergePull(caller, repository, merge) {
    const { world, access } = caller;
    const { pull, state } = merge.issue;
    if (pull.isDraft)
        throw new Refused(405, 'Pull Request is still a draft');
    if (state === 'closed')
        throw new Refused(405, 'Pull Request is not mergeable');
    const sha = await newTip(caller, repository, merge);
    if (sha === undefined)
        throw new Refused(405, 'Pull Request is not mergeable');
    refuseViolations(await mergeViolations(caller, repository, merge.issue), 405);
    await refuseWorkflows(caller, repository, sha);
    const isMoved = await repository.bare.move(`refs/heads/${pull.base.branch}`, { from: pull.base.sha, to: sha });
    if (!isMoved)
        throw new Refused(405, 'Base branch was modified. Review and try the merge again.');
    if (merge.method !== 'rebase')
        world.records.signed.add(sha);
    const login = access?.login ?? 'ghost';
    pull.merged = { at: world.now(), by: login, commit: sha };
    closeIssue(world, merge.issue, login);
    return sha;
}
async function newTip({ world, access }, repository, merge) {
    const { pull } = merge.issue;
    const login = access?.login ?? 'ghost';
    const date = world.now();
    const author = { name: login, email: noreply(world, login), date };
    const committer = { name: 'GitHub', email: 'noreply@github.com', date };
    const { bare } = repository;
    if (merge.method === 'rebase') {
        return rebased(bare, { onto: pull.base.sha, commits: await pullCommits(repository, merge.issue) }, { committer: author });
    }
    const tree = await mergedTree(bare, pull.base.sha, pull.head.sha);
    const parents = merge.method === 'squash' ? [pull.base.sha] : [pull.base.sha, pull.head.sha];
    return tree === undefined ? undefined : bare.store({ tree, parents, message: messageOf(merge), author, committer });
}
function messageOf({ issue, method, title, message }) {
    const { head } = issue.pull;
    const merging = `Merge pull request #${issue.number} from ${head.repository.split('/')[0]}/${head.branch}`;
    const subject = title ?? (method === 'squash' ? `${issue.title} (#${issue.number})` : merging);
    const body = message ?? (method === 'squash' ? '' : issue.title);
    return body === '' ? subject : `${subject}\n\n${body}`;
}
function methodOf(name = 'merge') {
    if (name === 'merge' || name === 'squash' || name === 'rebase')
        return name;
    throw new Refused(422, `Invalid request.\n\n${name} is not a member of ["merge", "squash", "rebase"].`);
}
function merged(sha) {
    return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/pulls.js










const pullRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls',
        docs: 'pulls/pulls#list-pull-requests',
        needs: ['pull-requests: read'],
        answer: listPulls,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/pulls',
        docs: 'pulls/pulls#create-a-pull-request',
        needs: ['pull-requests: write'],
        answer: createPull,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}',
        docs: 'pulls/pulls#get-a-pull-request',
        needs: ['pull-requests: read'],
        answer: async (call, repository) => ok(await pullView(call.world, repository, pullOf(call, repository))),
    },
    {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}',
        docs: 'pulls/pulls#update-a-pull-request',
        needs: ['pull-requests: write'],
        answer: updatePull,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
        docs: 'pulls/pulls#list-commits-on-a-pull-request',
        needs: ['pull-requests: read'],
        answer: listPullCommits,
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
        docs: 'pulls/pulls#list-pull-requests-files',
        needs: ['pull-requests: read'],
        answer: listPullFiles,
    },
    mergeRoute,
];
async function listPulls(call, repository) {
    const { world, query } = call;
    const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')];
    const found = world.pulls(repository).filter(({ pull, state: actual }) => (state === 'all' || state === actual) &&
        (base === null || base === pull.base.branch) &&
        (head === null || !head.includes(':') || isHead(pull, head)));
    return paged(call, pulls_inOrder(found, query), (issue) => pullSummary(world, repository, issue));
}
function isHead({ head }, label) {
    return label === `${head.repository.split('/')[0]}:${head.branch}`;
}
function pulls_inOrder(pulls, query) {
    const isAscending = query.has('direction')
        ? query.get('direction') === 'asc'
        : query.has('sort') && query.get('sort') !== 'created';
    const key = ({ updatedAt, comments, number }) => {
        if (query.get('sort') === 'updated')
            return Date.parse(updatedAt);
        return query.get('sort') === 'popularity' ? comments.length : number;
    };
    const order = (one, other) => key(one) - key(other) || one.number - other.number;
    return pulls.toSorted((one, other) => (isAscending ? order(one, other) : order(other, one)));
}
async function createPull(call, repository) {
    const { world, access, fields } = call;
    if (access?.kind === 'job' && world.instance.settings.actionsMayPropose === false) {
        throw new Refused(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    const [label, branch] = [requiredText(fields, 'head'), requiredText(fields, 'base')];
    if (textOf(fields, 'title') === undefined)
        throw invalid({ resource: 'PullRequest', field: 'title', code: 'missing_field' });
    const source = sourceOf(call, repository, label);
    const [base, head] = [
        await world.sha(repository, `refs/heads/${branch}`),
        source && (await world.sha(source.repository, `refs/heads/${source.branch}`)),
    ];
    if (base === undefined)
        throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    if (source === undefined || head === undefined)
        throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
    const pull = newPull(call, { from: { ...source, sha: head }, base: { branch, sha: base } });
    await refuseEmpty(repository, pull, branch);
    refuseSecondPull(world, repository, pull);
    const issue = { ...newIssue(call, repository), pull };
    repository.record.issues.set(issue.number, issue);
    await moveHead(world, repository, { issue, tip: head });
    return created(await pullView(world, repository, issue));
}
/** The repository and branch that `head` names: `branch`, or `owner:branch` among the forks. */
function sourceOf({ world, fields }, repository, label) {
    const colon = label.indexOf(':');
    const [owner, branch] = colon === -1 ? [repository.owner, label] : [label.slice(0, colon), label.slice(colon + 1)];
    const named = textOf(fields, 'head_repo');
    const name = named?.includes('/') === true ? named : named && `${owner}/${named}`;
    const own = owner === repository.owner ? repository : world.inNetwork(repository.name, owner);
    const source = name === undefined ? own : world.repository(name);
    return source && { repository: source, branch };
}
function newPull({ world, fields }, { from, base }) {
    return {
        id: world.id(),
        head: { repository: from.repository.name, branch: from.branch, sha: from.sha },
        base,
        reviews: [],
        isDraft: flagOf(fields, 'draft') ?? false,
        mayMaintainersModify: flagOf(fields, 'maintainer_can_modify') ?? false,
        reviewers: [],
        teams: [],
        merged: undefined,
    };
}
async function refuseEmpty({ bare, owner }, { head, base }, branch) {
    if (!(await bare.isAncestor(head.sha, base.sha)))
        return;
    const source = head.repository.split('/')[0];
    const [from, to] = source === owner ? [branch, head.branch] : [`${owner}:${branch}`, `${source}:${head.branch}`];
    throw invalid({ resource: 'PullRequest', code: 'custom', message: `No commits between ${from} and ${to}` });
}
async function updatePull(call, repository) {
    const { world, fields } = call;
    const issue = pullOf(call, repository);
    const base = textOf(fields, 'base');
    const baseTip = base === undefined ? undefined : await world.sha(repository, `refs/heads/${base}`);
    if (base !== undefined && baseTip === undefined)
        throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    await changeState(call, repository, issue);
    issue.title = textOf(fields, 'title') ?? issue.title;
    if ('body' in fields)
        issue.body = textOf(fields, 'body');
    if (base !== undefined && baseTip !== undefined)
        Object.assign(issue.pull.base, { branch: base, sha: baseTip });
    issue.pull.mayMaintainersModify = flagOf(fields, 'maintainer_can_modify') ?? issue.pull.mayMaintainersModify;
    issue.updatedAt = world.now();
    return ok(await pullView(world, repository, issue));
}
async function listPullCommits(call, repository) {
    const shas = await pullCommits(repository, pullOf(call, repository));
    const { items, link } = pageOf(call, shas);
    const commits = await repository.bare.commits(items);
    return {
        status: 200,
        headers: linkHeader(link),
        body: commits.map((commit) => commitView(call.world, repository, commit)),
    };
}
async function listPullFiles(call, repository) {
    const issue = pullOf(call, repository);
    const { sha } = issue.pull.head;
    const files = await changedFiles(repository.bare, await forkPoint(repository, issue), sha);
    return paged(call, files, (file) => fileView(call.world, { name: repository.name, sha }, file));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/pulls/reviews.js









const requests = '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
const reviews = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const reviewRoutes = [
    {
        method: 'GET',
        path: requests,
        docs: 'pulls/review-requests#get-all-requested-reviewers-for-a-pull-request',
        needs: ['pull-requests: read'],
        answer: ({ world, ...call }, repository) => {
            const { pull } = pullOf({ world, ...call }, repository);
            const users = pull.reviewers.map((login) => account(world, login));
            return ok({ users, teams: pull.teams.map((slug) => teamView(world, repository, slug)) });
        },
    },
    {
        method: 'POST',
        path: requests,
        docs: 'pulls/review-requests#request-reviewers-for-a-pull-request',
        needs: ['pull-requests: write'],
        answer: requestReviews,
    },
    {
        method: 'DELETE',
        path: requests,
        docs: 'pulls/review-requests#remove-requested-reviewers-from-a-pull-request',
        needs: ['pull-requests: write'],
        answer: withdrawRequests,
    },
    {
        method: 'GET',
        path: reviews,
        docs: 'pulls/reviews#list-reviews-for-a-pull-request',
        needs: ['pull-requests: read'],
        answer: (call, repository) => {
            const issue = pullOf(call, repository);
            return paged(call, issue.pull.reviews, (review) => reviewView(call.world, repository, { issue, review }));
        },
    },
    {
        method: 'POST',
        path: reviews,
        docs: 'pulls/reviews#create-a-review-for-a-pull-request',
        needs: ['pull-requests: write'],
        answer: createReview,
    },
];
async function requestReviews({ world, ...call }, repository) {
    const issue = pullOf({ world, ...call }, repository);
    const { reviewers, teams } = namedReviewers(call.fields);
    if (reviewers.includes(issue.author))
        throw unprocessable('Review cannot be requested from pull request author.');
    const knownTeams = teamsOf(world.instance.settings);
    if (!reviewers.every((login) => world.isCollaborator(login)) || !teams.every((slug) => knownTeams.has(slug))) {
        const rule = 'Reviews may only be requested from collaborators.';
        const place = `One or more of the users or teams you specified is not a collaborator of the ${repository.name} repository.`;
        throw unprocessable(`${rule} ${place}`);
    }
    issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...reviewers])];
    issue.pull.teams = [...new Set([...issue.pull.teams, ...teams])];
    return { status: 201, body: await pullSummary(world, repository, issue) };
}
async function withdrawRequests(call, repository) {
    const issue = pullOf(call, repository);
    const { reviewers, teams } = namedReviewers(call.fields);
    issue.pull.reviewers = issue.pull.reviewers.filter((login) => !reviewers.includes(login));
    issue.pull.teams = issue.pull.teams.filter((slug) => !teams.includes(slug));
    return ok(await pullSummary(call.world, repository, issue));
}
function namedReviewers(fields) {
    return { reviewers: textsOf(fields, 'reviewers') ?? [], teams: textsOf(fields, 'team_reviewers') ?? [] };
}
const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' };
function createReview(call, repository) {
    const { world, access, fields } = call;
    const issue = pullOf(call, repository);
    const event = textOf(fields, 'event');
    const state = event === undefined ? 'PENDING' : states[event];
    const author = access?.login ?? 'ghost';
    refuseOpinion(call, { issue, state });
    const review = {
        id: world.id(),
        author,
        body: textOf(fields, 'body') ?? '',
        state,
        commit: textOf(fields, 'commit_id') ?? issue.pull.head.sha,
        submittedAt: world.now(),
    };
    issue.pull.reviews.push(review);
    issue.pull.reviewers = issue.pull.reviewers.filter((login) => login !== author);
    return ok(reviewView(world, repository, { issue, review }));
}
function refuseOpinion({ world, access }, { issue, state }) {
    const mayNot = access?.kind === 'job' && world.instance.settings.actionsMayPropose === false;
    if (state === 'APPROVED' && mayNot) {
        throw new Refused(422, 'Unprocessable Entity', {
            errors: ['GitHub Actions is not permitted to approve pull requests.'],
        });
    }
    const isOwn = issue.author === access?.login;
    const verb = state === 'APPROVED' ? 'approve' : 'request changes on';
    if (isOwn && (state === 'APPROVED' || state === 'CHANGES_REQUESTED')) {
        throw new Refused(422, 'Unprocessable Entity', { errors: [`Can not ${verb} your own pull request`] });
    }
}
function reviewView(world, repository, { issue, review }) {
    const page = `${world.instance.gitUrl}/${repository.name}/pull/${issue.number}#pullrequestreview-${review.id}`;
    const pull = `${world.instance.url}/repos/${repository.name}/pulls/${issue.number}`;
    return {
        id: review.id,
        node_id: nodeId('PullRequestReview', review.id),
        user: account(world, review.author),
        body: review.body,
        state: review.state,
        html_url: page,
        pull_request_url: pull,
        author_association: association(world, repository, review.author),
        _links: { html: { href: page }, pull_request: { href: pull } },
        submitted_at: review.submittedAt,
        commit_id: review.commit,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/asset-names.js
/**
 * The name that GitHub gives to an asset. Accents are removed, and everything but letters, digits and `-_+@` becomes a
 * single dot. gh has the same rule:
 * https://github.com/cli/cli/blob/010bc0c1556c5568138f3c29120cac55dfc85690/pkg/cmd/release/upload/upload.go
 */
function assetName(given) {
    const unmarked = given.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
    const plain = unmarked.replaceAll(/[^\0-\x7f]/gu, (letter) => plainLetters[letter] ?? '.');
    const named = given.startsWith('.') ? `default${plain}` : plain;
    const name = named.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
    return name === given || name.includes('.') ? name : `default.${name}`;
}
// These are not in the rule of gh, but GitHub replaces them: https://github.com/travis-ci/dpl/issues/821
const plainLetters = {
    Æ: 'AE',
    æ: 'ae',
    Ð: 'D',
    ð: 'd',
    Đ: 'D',
    đ: 'd',
    Ł: 'L',
    ł: 'l',
    Ŋ: 'NG',
    ŋ: 'ng',
    Œ: 'OE',
    œ: 'oe',
    Ø: 'O',
    ø: 'o',
    ß: 'ss',
    Þ: 'Th',
    þ: 'th',
};

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/release-view.js



/** A release as the API shows it. */
function releaseView(world, repository, release) {
    const base = `${world.instance.url}/repos/${repository.name}`;
    const url = `${base}/releases/${release.id}`;
    const archive = (kind) => (release.isDraft ? null : `${base}/${kind}/${address(release.tag)}`);
    return {
        url,
        assets_url: `${url}/assets`,
        upload_url: `${world.instance.url}/uploads/repos/${repository.name}/releases/${release.id}/assets{?name,label}`,
        html_url: releasePage(world, repository, release),
        id: release.id,
        node_id: nodeId('Release', release.id),
        author: account(world, release.author),
        tag_name: release.tag,
        target_commitish: release.target,
        name: release.name ?? null,
        draft: release.isDraft,
        immutable: release.isImmutable,
        prerelease: release.isPrerelease,
        created_at: release.createdAt,
        updated_at: release.updatedAt,
        published_at: release.publishedAt ?? null,
        assets: release.assets.map((asset) => assetView(world, repository, { release, asset })),
        tarball_url: archive('tarball'),
        zipball_url: archive('zipball'),
        body: release.body ?? null,
    };
}
function assetView(world, { name }, { release, asset }) {
    const { assetDigests = true } = world.instance.settings;
    const place = `${world.instance.gitUrl}/${name}/releases/download/${address(shownTag(release))}`;
    return {
        url: `${world.instance.url}/repos/${name}/releases/assets/${asset.id}`,
        id: asset.id,
        node_id: nodeId('ReleaseAsset', asset.id),
        name: asset.name,
        label: asset.label ?? null,
        uploader: account(world, asset.uploader),
        content_type: asset.contentType,
        state: asset.state,
        size: asset.size,
        digest: (assetDigests ? asset.digest : undefined) ?? null,
        download_count: asset.downloads,
        created_at: asset.createdAt,
        updated_at: asset.updatedAt,
        browser_download_url: `${place}/${address(asset.name)}`,
    };
}
/** The address of a release in a browser. */
function releasePage({ instance }, { name }, release) {
    return `${instance.gitUrl}/${name}/releases/tag/${address(shownTag(release))}`;
}
/** The tag in addresses. Drafts have a generated name there, because their tags may not exist yet. */
function shownTag({ id, tag, isDraft }) {
    return isDraft ? `untagged-${(0,external_node_crypto_.createHash)('sha256').update(String(id)).digest('hex').slice(0, 20)}` : tag;
}
function address(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/publication.js






const longestBody = 125_000;
/** Refuses a release that GitHub does not store. A release that is published has to meet more conditions. */
async function refuseUnreleasable({ bare, record }, release) {
    const { id, tag, body = '', isDraft, isImmutable } = release;
    if (Array.from(body).length > longestBody) {
        const message = `body is too long (maximum is ${longestBody} characters)`;
        throw invalid({ resource: 'Release', code: 'custom', field: 'body', message });
    }
    if (!(await bare.isRefName(`refs/tags/${tag}`)))
        throw invalid(custom('tag_name', 'tag_name is not well-formed'));
    if (isDraft)
        return;
    const isTaken = record.releases.some((other) => other.id !== id && !other.isDraft && other.tag === tag);
    if (isTaken)
        throw invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
    if (record.immutableTags.has(tag) && !isImmutable)
        throw invalid(custom('tag_name', 'tag_name was used by an immutable release'), untagged);
}
/** The fields that change when a release is published. Its tag is created if it does not exist. */
async function publication(call, repository, release) {
    const { world } = call;
    const ref = `refs/tags/${release.tag}`;
    const tagged = await world.sha(repository, ref);
    const commit = await repository.bare.commit(tagged ?? (await createTag(call, repository, release)));
    const isImmutable = release.isImmutable || repository.record.hasImmutableReleases;
    if (isImmutable)
        repository.record.immutableTags.add(release.tag);
    // `created_at` of a published release is the date of its commit: https://docs.github.com/rest/releases/releases#get-the-latest-release
    const createdAt = commit?.committer.date ?? release.createdAt;
    return { createdAt, publishedAt: world.now(), isDraft: false, isImmutable };
}
/** Creates a lightweight tag at a branch or a commit, and returns the commit. */
async function createTag(call, repository, { tag, target }) {
    const refs = await call.world.refs(repository);
    const isPossible = refs.has(`refs/heads/${target}`) || /^[0-9a-f]{40}$/.test(target);
    const commit = isPossible ? await resolved(call.world, repository, target) : undefined;
    if (commit === undefined)
        throw invalid(custom('tag_name', 'tag_name is not a valid tag'), untagged, wrongTarget);
    const update = { ref: `refs/tags/${tag}`, from: undefined, to: commit.sha };
    const isProtected = isProtectedTag(update.ref, call.world.instance.protectedTags) || isLocked(repository.record, update);
    const violations = isProtected ? [creationViolation] : await ruleViolations(call, repository, update);
    if (violations.length > 0)
        throw invalid(custom('pre_receive', `pre_receive ${violationText(violations)}`), untagged);
    await refuseWorkflows(call, repository, commit.sha);
    await repository.bare.set(update.ref, commit.sha);
    return commit.sha;
}
const custom = (field, message) => ({ resource: 'Release', code: 'custom', field, message });
const untagged = { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' };
const wrongTarget = { resource: 'Release', code: 'invalid', field: 'target_commitish' };

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/release-notes.js




const releaseNotesRoute = {
    method: 'POST',
    path: '/repos/{owner}/{repo}/releases/generate-notes',
    docs: 'releases/releases#generate-release-notes-content-for-a-release',
    needs: ['contents: write'],
    answer: generateNotes,
};
async function generateNotes({ world, fields }, repository) {
    const range = {
        tag: requiredText(fields, 'tag_name'),
        target: textOf(fields, 'target_commitish'),
        previous: textOf(fields, 'previous_tag_name'),
    };
    return ok(await generatedNotes(world, repository, range));
}
/** The notes that GitHub writes: the pull requests since the previous tag, by default the tag of the last release. */
async function generatedNotes(world, repository, range) {
    const { tag, target = await repository.bare.defaultBranch() } = range;
    const end = (await tagged(world, repository, tag)) ?? (await resolved(world, repository, target));
    const previous = range.previous ?? (await previousTag(repository, tag, end?.sha));
    const start = previous === undefined ? undefined : await tagged(world, repository, previous);
    if (end === undefined || (previous !== undefined && start === undefined))
        throw notFound();
    const before = start === undefined ? [] : await mergedIn(world, repository, start.sha);
    const pulls = await mergedIn(world, repository, start === undefined ? end.sha : `${start.sha}..${end.sha}`);
    const page = `${world.instance.gitUrl}/${repository.name}`;
    const changes = previous === undefined ? `commits/${tag}` : `compare/${previous}...${tag}`;
    const sections = pulls.length === 0 ? [] : [whatChanged(page, pulls), newContributors(page, pulls, before)];
    return { name: tag, body: [...sections, `**Full Changelog**: ${page}/${changes}`].join('\n') };
}
function tagged(world, repository, tag) {
    return resolved(world, repository, `refs/tags/${tag}`);
}
async function previousTag({ record, bare }, tag, end = '') {
    const published = record.releases.filter((release) => !release.isDraft && release.tag !== tag);
    const newestFirst = published.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
    for (const release of newestFirst) {
        if (await bare.isAncestor(`refs/tags/${release.tag}`, end))
            return release.tag;
    }
    return undefined;
}
/** The pull requests whose merges are among some commits, in the order of their merges. */
async function mergedIn(world, repository, range) {
    const commits = new Set(lines(await repository.bare.print(['rev-list', range])));
    const mergedAt = ({ pull }) => Date.parse(pull.merged?.at ?? '');
    return world
        .pulls(repository)
        .filter(({ pull }) => commits.has(pull.merged?.commit ?? ''))
        .toSorted((one, other) => mergedAt(one) - mergedAt(other) || one.number - other.number);
}
function whatChanged(page, pulls) {
    const entries = pulls.map(({ title, author, number }) => `* ${title} by @${author} in ${page}/pull/${number}\n`);
    return `## What's Changed\n${entries.join('')}`;
}
function newContributors(page, pulls, before) {
    const known = new Set(before.map(({ author }) => author));
    const first = new Map(pulls.toReversed().map((pull) => [pull.author, pull]));
    const entries = Array.from(first.values())
        .filter(({ author }) => !known.has(author))
        .toSorted((one, other) => one.number - other.number)
        .map(({ author, number }) => `* @${author} made their first contribution in ${page}/pull/${number}\n`);
    return entries.length === 0 ? '' : `## New Contributors\n${entries.join('')}`;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/releases.js








const releases_base = '/repos/{owner}/{repo}/releases';
const releaseRoutes = [
    {
        method: 'GET',
        path: releases_base,
        docs: 'releases/releases#list-releases',
        needs: ['contents: read'],
        answer: listReleases,
    },
    {
        method: 'POST',
        path: releases_base,
        docs: 'releases/releases#create-a-release',
        needs: ['contents: write'],
        answer: createRelease,
    },
    {
        method: 'GET',
        path: `${releases_base}/latest`,
        docs: 'releases/releases#get-the-latest-release',
        needs: ['contents: read'],
        answer: ({ world }, repository) => releaseAnswer(latestRelease(repository.record), { world, repository }),
    },
    {
        method: 'GET',
        path: `${releases_base}/tags/{tag}`,
        docs: 'releases/releases#get-a-release-by-tag-name',
        needs: ['contents: read'],
        answer: releaseByTag,
    },
    {
        method: 'GET',
        path: `${releases_base}/{release_id}`,
        docs: 'releases/releases#get-a-release',
        needs: ['contents: read'],
        answer: (call, repository) => releaseAnswer(releaseOf(call, repository), { world: call.world, repository }),
    },
    {
        method: 'PATCH',
        path: `${releases_base}/{release_id}`,
        docs: 'releases/releases#update-a-release',
        needs: ['contents: write'],
        answer: updateRelease,
    },
    {
        method: 'DELETE',
        path: `${releases_base}/{release_id}`,
        docs: 'releases/releases#delete-a-release',
        needs: ['contents: write'],
        answer: deleteRelease,
    },
];
/** The release that a path names. Drafts are found only with a token that may push. */
function releaseOf(call, repository) {
    const found = visibleReleases(call, repository).find(({ id }) => String(id) === call.parameters['release_id']);
    if (found === undefined)
        throw notFound();
    return found;
}
/** The releases that a token may see, the newest first: https://docs.github.com/rest/releases/releases#list-releases */
function visibleReleases({ access }, repository) {
    const maySeeDrafts = access !== undefined && mayDo(access, 'contents: write', repository);
    const newestFirst = (one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id;
    return repository.record.releases.filter(({ isDraft }) => maySeeDrafts || !isDraft).toSorted(newestFirst);
}
function releaseAnswer(release, { world, repository }) {
    if (release === undefined)
        throw notFound();
    return ok(releaseView(world, repository, release));
}
async function listReleases(call, repository) {
    const releases = listedByNow(visibleReleases(call, repository));
    return paged(call, releases, (release) => releaseView(call.world, repository, release));
}
function releaseByTag(call, repository) {
    const published = visibleReleases(call, repository).filter(({ isDraft }) => !isDraft);
    const found = listedByNow(published.filter(({ tag }) => tag === call.parameters['tag']));
    return releaseAnswer(found[0], { world: call.world, repository });
}
/** Without the releases that lists do not show yet. Each call counts as one list: see the setting `staleLists`. */
function listedByNow(releases) {
    return releases.filter((release) => release.hiddenFor-- <= 0);
}
async function createRelease(call, repository) {
    const { world, fields } = call;
    const release = await newRelease(call, repository);
    refuseLatest(call, release);
    await refuseUnreleasable(repository, release);
    if (flagOf(fields, 'generate_release_notes') === true) {
        const { name, body } = await generatedNotes(world, repository, { tag: release.tag, target: release.target });
        release.name ??= name;
        release.body = [release.body, body].filter(Boolean).join('\n\n');
    }
    if (!release.isDraft)
        Object.assign(release, await publication(call, repository, release));
    repository.record.releases.push(release);
    chooseLatest(call, repository.record, { release, isPublication: !release.isDraft });
    return created(releaseView(world, repository, release));
}
async function newRelease({ world, access, fields }, { bare }) {
    const tag = textOf(fields, 'tag_name');
    if (tag === undefined)
        throw invalid({ resource: 'Release', field: 'tag_name', code: 'missing_field' });
    const now = world.now();
    return {
        id: world.id(),
        author: access?.login ?? 'ghost',
        assets: [],
        tag,
        target: textOf(fields, 'target_commitish') ?? (await bare.defaultBranch()),
        name: textOf(fields, 'name'),
        body: textOf(fields, 'body'),
        isDraft: flagOf(fields, 'draft') ?? false,
        isPrerelease: flagOf(fields, 'prerelease') ?? false,
        isImmutable: false,
        createdAt: now,
        updatedAt: now,
        publishedAt: undefined,
        hiddenFor: world.instance.settings.staleLists ?? 0,
    };
}
async function updateRelease(call, repository) {
    const { world, fields } = call;
    const release = releaseOf(call, repository);
    const wanted = { ...release, ...changes(fields, release), updatedAt: world.now() };
    refuseImmutableChanges(release, wanted);
    refuseLatest(call, wanted);
    await refuseUnreleasable(repository, wanted);
    const isPublication = release.isDraft && !wanted.isDraft;
    const needsTag = !wanted.isDraft && (isPublication || wanted.tag !== release.tag);
    const published = needsTag ? await publication(call, repository, wanted) : {};
    Object.assign(release, wanted, published);
    if (release.isDraft)
        release.publishedAt = undefined;
    chooseLatest(call, repository.record, { release, isPublication });
    return ok(releaseView(world, repository, release));
}
function changes(fields, release) {
    return {
        tag: textOf(fields, 'tag_name') ?? release.tag,
        target: textOf(fields, 'target_commitish') ?? release.target,
        name: 'name' in fields ? textOf(fields, 'name') : release.name,
        body: 'body' in fields ? textOf(fields, 'body') : release.body,
        isDraft: flagOf(fields, 'draft') ?? release.isDraft,
        isPrerelease: flagOf(fields, 'prerelease') ?? release.isPrerelease,
    };
}
/** An immutable release keeps its tag and stays published. Other fields can be edited. */
function refuseImmutableChanges(release, wanted) {
    if (!release.isImmutable)
        return;
    const field = wanted.isDraft ? 'state' : wanted.tag === release.tag ? undefined : 'tag_name';
    if (field === undefined)
        return;
    const message = `${field} cannot be changed when release is immutable`;
    throw invalid({ resource: 'Release', code: 'custom', field, message });
}
function deleteRelease(call, repository) {
    const release = releaseOf(call, repository);
    const { releases } = repository.record;
    releases.splice(releases.indexOf(release), 1);
    return noContent;
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/assets.js






const assets_one = '/repos/{owner}/{repo}/releases/assets/{asset_id}';
const assetRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
        docs: 'releases/assets#list-release-assets',
        needs: ['contents: read'],
        answer: listAssets,
    },
    {
        method: 'GET',
        path: assets_one,
        docs: 'releases/assets#get-a-release-asset',
        needs: ['contents: read'],
        answer: oneAsset,
    },
    {
        method: 'PATCH',
        path: assets_one,
        docs: 'releases/assets#update-a-release-asset',
        needs: ['contents: write'],
        answer: updateAsset,
    },
    {
        method: 'DELETE',
        path: assets_one,
        docs: 'releases/assets#delete-a-release-asset',
        needs: ['contents: write'],
        answer: deleteAsset,
    },
];
async function listAssets(call, repository) {
    const release = releaseOf(call, repository);
    return paged(call, release.assets, (asset) => assetView(call.world, repository, { release, asset }));
}
function assetOf(call, repository) {
    const id = Number(call.parameters['asset_id']);
    for (const release of visibleReleases(call, repository)) {
        const asset = release.assets.find((candidate) => candidate.id === id);
        if (asset !== undefined)
            return { release, asset };
    }
    throw notFound();
}
/** An asset as JSON, or, if the client accepts bytes, a redirect to them. */
function oneAsset(call, repository) {
    const { world, headers } = call;
    const { release, asset } = assetOf(call, repository);
    const wantsBytes = String(headers['accept'] ?? '').includes('application/octet-stream');
    if (!wantsBytes)
        return ok(assetView(world, repository, { release, asset }));
    if (asset.state !== 'uploaded')
        throw notFound();
    asset.downloads++;
    return { status: 302, headers: { location: `${world.instance.downloadUrl}/release-assets/${asset.id}?sp=r` } };
}
function updateAsset(call, repository) {
    const { world, fields } = call;
    const { release, asset } = assetOf(call, repository);
    refuseImmutable({ release, asset }, 'update');
    const given = textOf(fields, 'name');
    const name = given === undefined ? asset.name : assetName(given);
    refuseNameInUse({ release, asset }, name);
    asset.name = name;
    if ('label' in fields)
        asset.label = textOf(fields, 'label');
    asset.updatedAt = world.now();
    return ok(assetView(world, repository, { release, asset }));
}
function deleteAsset(call, repository) {
    const { release, asset } = assetOf(call, repository);
    refuseImmutable({ release, asset }, 'delete');
    release.assets.splice(release.assets.indexOf(asset), 1);
    return noContent;
}
function refuseImmutable({ release }, verb) {
    if (!release.isImmutable)
        return;
    const message = `Cannot ${verb} asset from an immutable release`;
    throw invalid({ resource: 'ReleaseAsset', code: 'custom', message });
}
/** Refuses a name that another asset of the release has, also if that one is not complete. */
function refuseNameInUse({ release, asset }, name) {
    if (!release.assets.some((other) => other !== asset && other.name === name))
        return;
    throw invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/uploads.js





const uploadRoute = {
    method: 'POST',
    path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
    docs: 'releases/assets#upload-a-release-asset',
    needs: ['contents: write'],
    answer: beginUpload,
};
const mostAssets = 1000;
const largestAsset = 2 ** 31;
/** Creates an asset before its bytes arrive. Until all have arrived, its state is `starter`. */
function beginUpload(call, repository) {
    if (!call.isUpload)
        throw notFound();
    const release = releaseOf(call, repository);
    const given = call.query.get('name') ?? '';
    if (given === '')
        throw invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
    if (release.isImmutable)
        throw new Refused(422, 'Cannot upload assets to an immutable release.');
    const asset = uploads_starter(call, assetName(given));
    refuseSize(call);
    if (release.assets.length >= mostAssets)
        throw invalid(uploads_custom('file_count', `file_count limited to ${mostAssets} assets per release`));
    refuseNameInUse({ release }, asset.name);
    release.assets.push(asset);
    return created(assetView(call.world, repository, { release, asset }));
}
/** The asset after all its bytes arrived; undefined if somebody deleted it meanwhile. */
function finishedUpload(world, id, content) {
    const found = assetWithId(world, id);
    if (found === undefined)
        return undefined;
    Object.assign(found.asset, { ...content, state: 'uploaded', updatedAt: world.now() });
    return assetView(world, found.repository, found);
}
function uploads_starter({ world, access, query, headers }, name) {
    const contentType = headers['content-type'];
    if (contentType === undefined)
        throw invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'content_type' });
    const now = world.now();
    return {
        id: world.id(),
        uploader: access?.login ?? 'ghost',
        contentType: String(contentType),
        createdAt: now,
        name,
        label: query.get('label') ?? undefined,
        state: 'starter',
        size: 0,
        digest: undefined,
        updatedAt: now,
        downloads: 0,
    };
}
function refuseSize({ headers }) {
    const length = headers['content-length'];
    if (length === undefined)
        throw new Refused(400, 'Bad Content-Length: ');
    if (Number(length) < 1)
        throw invalid(uploads_custom('size', 'size must be greater than or equal to 1'));
    if (Number(length) >= largestAsset)
        throw invalid(uploads_custom('size', `size must be less than ${largestAsset}`));
}
function assetWithId(world, id) {
    for (const [name, { releases }] of world.records.repositories) {
        for (const release of releases) {
            const asset = release.assets.find((candidate) => candidate.id === id);
            const repository = asset && world.repository(name);
            if (asset !== undefined && repository !== undefined)
                return { repository, release, asset };
        }
    }
    return undefined;
}
const uploads_custom = (field, message) => ({ resource: 'ReleaseAsset', code: 'custom', field, message });

;// CONCATENATED MODULE: ./build/src/embedded/github/repositories/repositories.js





const repositoryRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}',
        docs: 'repos/repos#get-a-repository',
        needs: [],
        answer: async ({ world, access }, repository) => ok(await fullRepository(world, repository, access)),
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
        docs: 'collaborators/collaborators#get-repository-permissions-for-a-user',
        needs: ['metadata: read'],
        answer: ({ world, parameters: { username = '' } }, repository) => ok(permissionOf(world, repository, username)),
    },
];
/** A single repository, with fields that lists do not have, such as the permissions of the token. */
async function fullRepository(world, repository, access) {
    const { parent } = repository.record;
    const source = parent === undefined ? undefined : world.repository(parent);
    const shown = source === undefined ? undefined : await repositoryView(world, source);
    const isOrganization = world.accountType(repository.owner) === 'Organization';
    return {
        ...(await repositoryView(world, repository)),
        has_discussions: false,
        permissions: permissionsOf(access, repository),
        allow_merge_commit: true,
        allow_squash_merge: true,
        allow_rebase_merge: true,
        allow_auto_merge: false,
        delete_branch_on_merge: false,
        subscribers_count: 0,
        network_count: world.forks(repository.name).length,
        ...(isOrganization && { organization: account(world, repository.owner) }),
        ...(shown && { parent: shown, source: shown }),
    };
}
/** A person's permission. GitHub writes maintain as write, and everybody may read what is public. */
function permissionOf(world, { owner }, login) {
    const isKnown = login === owner || world.isCollaborator(login);
    const role = isKnown ? (collaboratorsOf(world.instance.settings).get(login) ?? 'admin') : 'read';
    const permission = { owner: 'admin', admin: 'admin', maintain: 'write', write: 'write', read: 'read' }[role];
    return { permission, role_name: role === 'owner' ? 'admin' : role, user: null };
}
function permissionsOf(access, repository) {
    const mayPush = mayDo(access, 'contents: write', repository);
    const mayAdministrate = mayDo(access, 'administration: write', repository);
    const mayMaintain = mayAdministrate || (mayPush && roleOf(access, repository.name) === 'maintain');
    return {
        admin: mayAdministrate,
        maintain: mayMaintain,
        push: mayPush,
        triage: mayPush,
        pull: maySee(access, repository),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/repositories/forks.js








const forkRoutes = [
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/forks',
        docs: 'repos/forks#list-forks',
        needs: [],
        answer: listForks,
    },
    {
        method: 'POST',
        path: '/repos/{owner}/{repo}/forks',
        docs: 'repos/forks#create-a-fork',
        needs: ['administration: write'],
        answer: createFork,
    },
];
async function listForks(call, { name }) {
    const forks = call.world.forks(name).flatMap((fork) => call.world.repository(fork) ?? []);
    return paged(call, forks, (fork) => repositoryView(call.world, fork));
}
async function createFork({ world, access, fields }, repository) {
    const owner = textOf(fields, 'organization') ?? access?.login ?? '';
    if (!isPerson(owner))
        throw new Refused(403, 'Resource not accessible by integration');
    if (textOf(fields, 'organization') !== undefined && !world.hasAccount(owner))
        throw notFound();
    const wanted = `${owner}/${textOf(fields, 'name') ?? repository.name.split('/')[1]}`;
    const known = world.forks(repository.name).find((fork) => fork.startsWith(`${owner}/`));
    if (known === undefined)
        await clone(world, repository, wanted);
    const fork = world.repository(known ?? wanted);
    if (fork === undefined)
        throw new Error(`${wanted} was just made, and is not there.`);
    return { status: 202, body: await fullRepository(world, fork, access) };
}
/** Copies the branches and tags of a repository into a fork, which reads the objects from the original. */
async function clone(world, { name, bare }, fork) {
    const folder = (0,external_node_path_.join)(world.instance.root, `${fork}.git`);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'objects/info'), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'refs'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'objects/info/alternates'), `${(0,external_node_path_.join)(bare.folder, 'objects')}\n`);
    await Promise.all(['HEAD', 'config'].map((file) => (0,promises_.copyFile)((0,external_node_path_.join)(bare.folder, file), (0,external_node_path_.join)(folder, file))));
    world.record(fork, name);
    const refs = [...(await bare.refs())].filter(([ref]) => /^refs\/(?:heads|tags)\//.test(ref));
    const updates = refs.map(([ref, { sha }]) => `create ${ref} ${sha}\n`).join('');
    await world.bare(fork).print(['update-ref', '--stdin'], { input: Buffer.from(updates) });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/bypass-actors.js



/** Who may bypass a ruleset, from the fields of a request. Refuses the actors that GitHub refuses. */
function bypassActors({ world, fields }, { owner }, target) {
    return listOf(fields, 'bypass_actors')?.map((given) => {
        const actor = actorOf(objectOf({ actor: given }, 'actor') ?? {});
        const wrong = wrongWith(actor, { world, owner, target });
        if (wrong !== undefined)
            throw invalidBecause(wrong);
        return actor;
    });
}
function actorOf(given) {
    const [type, mode] = [requiredText(given, 'actor_type'), textOf(given, 'bypass_mode') ?? 'always'];
    const isKnown = type === 'Integration' || type === 'RepositoryRole' || type === 'User';
    if (!isKnown && type !== 'OrganizationAdmin')
        throw new Error(`The embedded GitHub has no bypass for actors of the type ${type}.`);
    if (mode !== 'always' && mode !== 'pull_request' && mode !== 'exempt')
        throw new Refused(422, `Invalid request.\n\n${mode} is not a member of ["always", "pull_request", "exempt"].`);
    return { type, id: isKnown ? integerOf(given, 'actor_id') : undefined, mode };
}
function wrongWith({ type, id, mode }, { world, owner, target }) {
    if (mode === 'pull_request' && target === 'tag')
        return 'Bypass mode pull_request is not applicable to tag rulesets';
    if (type === 'OrganizationAdmin') {
        const isOrganization = world.accountType(owner) === 'Organization';
        return isOrganization ? undefined : 'Actor Organization Admin is not applicable to personal repositories';
    }
    if (id === undefined)
        return `Actor ${type} must have an id`;
    if (type === 'RepositoryRole')
        return roleNumbers[id] === undefined ? `Actor role ${id} does not exist` : undefined;
    if (type === 'User')
        return world.collaborators().some((login) => world.accountId(login) === id)
            ? undefined
            : `Actor user ${id} is not a collaborator`;
    if (world.instance.tokens.some((token) => token.kind === 'app' && token.appId === id))
        return undefined;
    const name = id === githubActions ? 'GitHub Actions' : String(id);
    return `Actor ${name} integration must be part of the ruleset source or owner organization`;
}
/** The App whose tokens jobs have: https://api.github.com/apps/github-actions */
const githubActions = 15_368;

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/ruleset-fields.js



/** The fields of a new ruleset, or the new fields of a known one. Refuses what GitHub refuses. */
function rulesetFields(call, repository, known) {
    const { fields } = call;
    const before = known ?? blank(fields);
    const name = textOf(fields, 'name') ?? before.name;
    const others = [...repository.record.rulesets.values()].filter(({ id }) => id !== known?.id);
    if (others.some((other) => other.name === name))
        throw invalidBecause('Name must be unique');
    const target = targetOf(fields) ?? before.target;
    return {
        name,
        target,
        enforcement: enforcementOf(fields) ?? before.enforcement,
        bypassActors: bypassActors(call, repository, target) ?? before.bypassActors,
        conditions: conditionsOf(fields, target) ?? before.conditions,
        rules: rulesOf(fields) ?? before.rules,
    };
}
function blank(fields) {
    const name = requiredText(fields, 'name');
    requiredText(fields, 'enforcement');
    const conditions = { include: [], exclude: [] };
    return { name, target: 'branch', enforcement: 'active', bypassActors: [], conditions, rules: [] };
}
function targetOf(fields) {
    const target = oneOf(fields, 'target', ['branch', 'tag', 'push']);
    if (target === 'push')
        throw new Error('The embedded GitHub has no rulesets with the target push.');
    return target;
}
function enforcementOf(fields) {
    const enforcement = oneOf(fields, 'enforcement', ['disabled', 'active', 'evaluate']);
    if (enforcement !== 'evaluate')
        return enforcement;
    throw invalidBecause('Enforcement evaluate option is not supported on this plan'); // it is on GitHub Enterprise
}
function oneOf(fields, field, names) {
    const given = textOf(fields, field);
    const found = names.find((name) => name === given);
    if (given === undefined || found !== undefined)
        return found;
    throw new Refused(422, `Invalid request.\n\n${given} is not a member of ${JSON.stringify(names)}.`);
}
/** Patterns begin with `refs/heads/` or `refs/tags/`, or are `~ALL` or `~DEFAULT_BRANCH`. A bare `main` is refused. */
function conditionsOf(fields, target) {
    const conditions = objectOf(fields, 'conditions');
    const names = conditions && objectOf(conditions, 'ref_name');
    if (names === undefined)
        return undefined;
    const [include, exclude] = [textsOf(names, 'include') ?? [], textsOf(names, 'exclude') ?? []];
    const words = target === 'branch' ? ['~ALL', '~DEFAULT_BRANCH'] : ['~ALL'];
    const prefix = target === 'branch' ? 'refs/heads/' : 'refs/tags/';
    const wrong = [...include, ...exclude].filter((pattern) => !words.includes(pattern) && !pattern.startsWith(prefix));
    if (wrong.length === 0)
        return { include, exclude };
    throw invalidBecause(`Invalid target patterns: ${wrong.map((pattern) => `'${pattern}'`).join(', ')}`);
}
function rulesOf(fields) {
    return listOf(fields, 'rules')?.map((rule, index) => ruleset_fields_ruleOf(rule, index));
}
function ruleset_fields_ruleOf(given, index) {
    const rule = objectOf({ rule: given }, 'rule') ?? {};
    const [type, parameters] = [textOf(rule, 'type'), objectOf(rule, 'parameters')];
    if (type === 'creation' || type === 'deletion' || type === 'non_fast_forward')
        return { type };
    if (type === 'update')
        return { type, ...(parameters && { parameters }) };
    if (type === undefined || (type === 'pull_request' && needed.some((name) => parameters?.[name] === undefined))) {
        const place = `/rules/${index}`;
        throw new Refused(422, `Invalid request.\n\nInvalid property ${place}: data matches no possible input.`);
    }
    if (type === 'pull_request')
        return { type, parameters: pullRequestParameters(parameters ?? {}) };
    throw new Error(`The embedded GitHub does not enforce the rule ${type}.`);
}
const needed = [
    'dismiss_stale_reviews_on_push',
    'require_code_owner_review',
    'require_last_push_approval',
    'required_approving_review_count',
    'required_review_thread_resolution',
];
const enforced = { allowed_merge_methods: ['merge', 'squash', 'rebase'], required_reviewers: [] };
/** Conversations are always resolved, because there are none here. */
function pullRequestParameters(given) {
    const beyond = ['dismiss_stale_reviews_on_push', 'require_code_owner_review', 'require_last_push_approval'];
    const unknown = Object.keys(given).find((name) => !needed.includes(name) && !(name in enforced));
    const asked = unknown ?? beyond.find((name) => given[name] !== false);
    const changed = Object.entries(enforced).find(([name, value]) => !isSameList(given[name] ?? value, value))?.[0];
    if (asked !== undefined || changed !== undefined)
        throw new Error(`The embedded GitHub does not enforce ${asked ?? changed} of the rule pull_request.`);
    return {
        ...enforced,
        ...given,
        required_approving_review_count: Number(given['required_approving_review_count']),
    };
}
function isSameList(given, value) {
    return Array.isArray(given) && given.length === value.length && value.every((item) => given.includes(item));
}

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/rulesets.js







const [rulesets_list, rulesets_one] = ['/repos/{owner}/{repo}/rulesets', '/repos/{owner}/{repo}/rulesets/{ruleset_id}'];
const rulesetRoutes = [
    {
        method: 'GET',
        path: rulesets_list,
        docs: 'repos/rules#get-all-repository-rulesets',
        needs: [],
        answer: listRulesets,
    },
    {
        method: 'POST',
        path: rulesets_list,
        docs: 'repos/rules#create-a-repository-ruleset',
        needs: ['administration: write'],
        answer: createRuleset,
    },
    {
        method: 'GET',
        path: rulesets_one,
        docs: 'repos/rules#get-a-repository-ruleset',
        needs: [],
        answer: (call, repository) => ok(rulesetView(call, repository, rulesetOf(call, repository))),
    },
    {
        method: 'PUT',
        path: rulesets_one,
        docs: 'repos/rules#update-a-repository-ruleset',
        needs: ['administration: write'],
        answer: updateRuleset,
    },
    {
        method: 'DELETE',
        path: rulesets_one,
        docs: 'repos/rules#delete-a-repository-ruleset',
        needs: ['administration: write'],
        answer: (call, repository) => {
            repository.record.rulesets.delete(rulesetOf(call, repository).id);
            return noContent;
        },
    },
    {
        method: 'GET',
        path: '/repos/{owner}/{repo}/rules/branches/{branch}',
        docs: 'repos/rules#get-rules-for-a-branch',
        needs: [],
        answer: rulesInForce,
    },
];
/** The rules that are in force for a branch, whoever may bypass them. */
async function rulesInForce(call, repository) {
    const rulesets = await rulesetsFor(repository, `refs/heads/${call.parameters['branch']}`);
    const rules = rulesets.flatMap(({ id, rules: all }) => all.map((rule) => ({ id, rule })));
    return paged(call, rules, ({ id, rule }) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: repository.name,
        ruleset_id: id,
    }));
}
function listRulesets(call, repository) {
    const targets = call.query.get('targets')?.split(',');
    const found = [...repository.record.rulesets.values()].filter(({ target }) => targets?.includes(target) ?? true);
    return paged(call, found, (ruleset) => summary(call.world, repository, ruleset));
}
function createRuleset(call, repository) {
    const { world } = call;
    const [id, createdAt] = [world.id(), world.now()];
    const ruleset = { ...rulesetFields(call, repository), id, createdAt, updatedAt: createdAt };
    repository.record.rulesets.set(id, ruleset);
    return { status: 201, body: rulesetView(call, repository, ruleset) };
}
/** Changes only the fields that the request names. */
function updateRuleset(call, repository) {
    const known = rulesetOf(call, repository);
    Object.assign(known, rulesetFields(call, repository, known), { updatedAt: call.world.now() });
    return ok(rulesetView(call, repository, known));
}
function rulesetOf({ parameters }, { record }) {
    const ruleset = record.rulesets.get(Number(parameters['ruleset_id']));
    if (ruleset === undefined)
        throw notFound();
    return ruleset;
}
/** A ruleset as lists show it. */
function summary({ instance }, { name }, ruleset) {
    const { id, target, enforcement, createdAt, updatedAt } = ruleset;
    return {
        id,
        name: ruleset.name,
        target,
        source_type: 'Repository',
        source: name,
        enforcement,
        node_id: nodeId('RepositoryRuleset', id),
        _links: {
            self: { href: `${instance.url}/repos/${name}/rulesets/${id}` },
            html: { href: `${instance.gitUrl}/${name}/rules/${id}` },
        },
        created_at: createdAt,
        updated_at: updatedAt,
    };
}
/** A single ruleset. Only those who may change it see who may bypass it. */
function rulesetView({ world, access }, repository, ruleset) {
    const { conditions, rules, bypassActors } = ruleset;
    const mayWrite = mayDo(access, 'administration: write', repository);
    const actors = bypassActors.map(({ id, type, mode }) => ({
        actor_id: id ?? null,
        actor_type: type,
        bypass_mode: mode,
    }));
    return {
        ...summary(world, repository, ruleset),
        conditions: { ref_name: conditions },
        rules,
        current_user_can_bypass: bypassOf({ world, access }, repository.name, ruleset),
        ...(mayWrite && { bypass_actors: actors }),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/routes.js






























/** Every endpoint of the REST API that is served here. */
const routes = [
    ...accountRoutes,
    ...teamRoutes,
    ...repositoryRoutes,
    ...forkRoutes,
    ...branchRoutes,
    ...refRoutes,
    ...commitObjectRoutes,
    ...treeRoutes,
    ...blobRoutes,
    ...commitRoutes,
    compareRoute,
    ...contentRoutes,
    ...pullRoutes,
    ...reviewRoutes,
    ...issueRoutes,
    ...commentRoutes,
    ...labelRoutes,
    ...milestoneRoutes,
    ...workflowRoutes,
    ...workflowRunRoutes,
    ...secretRoutes,
    ...environmentRoutes,
    ...actionsPermissionRoutes,
    releaseNotesRoute,
    ...assetRoutes,
    uploadRoute,
    ...releaseRoutes,
    ...immutableReleaseRoutes,
    ...rulesetRoutes,
    rateLimitRoute,
];

;// CONCATENATED MODULE: ./build/src/embedded/github/dispatcher.js







/** Answers a request. As on GitHub, checks the token first, then rate limit, route and permission, and the body last. */
async function served(request, state) {
    const { tokens, limits } = state;
    const match = matched(routes, request.method, request.path);
    const access = accessOf(authorizationOf(request), tokens);
    const answer = await answered(request, { ...state, match, access }).catch((error) => refusalAnswer(error, match?.route));
    const told = { ...limits.headers(access), ...accessHeaders(access, match?.route) };
    return { answer: { ...answer, headers: { ...commonHeaders, ...told, ...answer.headers } }, route: match?.route };
}
function authorizationOf({ headers }) {
    return headers['authorization']?.toString();
}
async function answered(request, resolved) {
    const { world, limits, match, access } = resolved;
    if ((request.headers['user-agent'] ?? '') === '')
        throw new Refused(403, 'Request forbidden by administrative rules.');
    if (access === undefined && authorizationOf(request) !== undefined)
        throw badCredentials();
    if (request.path !== '/rate_limit')
        limits.count(access);
    if (match === undefined)
        throw notFound();
    const { route, parameters } = match;
    if (!isRepositoryRoute(route))
        return route.answer(callOf(request, { ...resolved, match }));
    const repository = world.repository(`${parameters['owner']}/${parameters['repo']}`);
    if (repository === undefined)
        throw notFound();
    const issue = repository.record.issues.get(Number(parameters['pull_number'] ?? parameters['issue_number']));
    authorize(access, route, { ...repository, author: issue?.author });
    return route.answer(callOf(request, { ...resolved, match }), repository);
}
function callOf(request, { world, access, limits, match }) {
    const { query, headers, body, path, upload } = request;
    const { parameters } = match;
    const url = world.instance.url + path;
    const fields = parsedFields(body);
    return { world, access, limits, parameters, query, headers, fields, url, isUpload: upload !== undefined };
}
function refusalAnswer(error, route) {
    if (!(error instanceof Refused))
        throw error;
    const { status, message, headers, details } = error;
    const docs = `https://docs.github.com/rest${route === undefined ? '' : `/${route.docs}`}`;
    return { status, headers, body: { message, documentation_url: docs, ...details, status: String(status) } };
}
/** The answer to an expired token. */
function expired() {
    const { headers, ...answer } = refusalAnswer(badCredentials());
    return { ...answer, headers: { ...commonHeaders, ...headers } };
}
const commonHeaders = {
    'content-type': 'application/json; charset=utf-8',
    'x-github-media-type': 'github.v3; format=json',
};

// EXTERNAL MODULE: ./node_modules/graphql/index.js
var graphql = __webpack_require__(17645);
;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/connections.js

/** A page of a list, as a connection of GraphQL. A cursor holds the number of items before it. */
function connection(all, show) {
    return ({ first, last, after }) => {
        const start = after ? Number(Buffer.from(after, 'base64').toString()) : 0;
        const end = first === undefined ? all.length : start + first;
        const items = last === undefined ? all.slice(start, end) : all.slice(-last);
        const pageInfo = { hasNextPage: last === undefined && end < all.length, hasPreviousPage: start > 0 };
        return {
            nodes: items.map(show),
            totalCount: all.length,
            pageInfo: { ...pageInfo, endCursor: Buffer.from(String(start + items.length)).toString('base64') },
        };
    };
}
function actor(world, login) {
    const id = world.accountId(login);
    const type = world.accountType(login);
    // GraphQL shows github-actions[bot] as github-actions.
    const name = type === 'Bot' ? login.replace('[bot]', '') : login;
    return {
        __typename: type,
        id: nodeId('User', id),
        login: name,
        databaseId: id,
        url: `${world.instance.gitUrl}/${name}`,
        name: null,
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/discussion-node.js



/** The fields of a repository that tell about its discussions. */
function discussionFields(world, repository) {
    const { discussionCategories: names = [] } = world.instance.settings;
    return {
        hasDiscussionsEnabled: names.length > 0,
        discussionCategories: connection(names, (name) => categoryNode(repository, name)),
        discussions: (given) => {
            const found = repository.record.discussions.filter(({ category }) => given.categoryId === undefined || given.categoryId === categoryId(repository, category));
            const ordered = given.orderBy?.direction === 'DESC' ? found.toReversed() : found;
            return connection(ordered, (one) => discussionNode(world, repository, one))(given);
        },
    };
}
/** A discussion in a category of the repository; undefined if there is no such category. */
function newDiscussion({ world, access }, repository, wanted) {
    const { discussionCategories: names = [] } = world.instance.settings;
    const category = names.find((name) => categoryId(repository, name) === wanted.categoryId);
    if (category === undefined)
        return undefined;
    const { record } = repository;
    const discussion = {
        id: world.id(),
        number: record.nextNumber++,
        author: access?.login ?? 'ghost',
        category,
        title: wanted.title,
        body: wanted.body,
        createdAt: world.now(),
    };
    record.discussions.push(discussion);
    return discussionNode(world, repository, discussion);
}
function discussionWithId({ record }, id) {
    return record.discussions.find((one) => nodeId('Discussion', one.id) === id);
}
function discussionNode(world, repository, discussion) {
    const { id, number, title, body, createdAt, author, category } = discussion;
    return {
        id: nodeId('Discussion', id),
        number,
        title,
        body,
        createdAt,
        url: `${world.instance.gitUrl}/${repository.name}/discussions/${number}`,
        author: actor(world, author),
        authorAssociation: association(world, repository, author),
        category: categoryNode(repository, category),
    };
}
function categoryNode(repository, name) {
    const slug = name.toLowerCase().replaceAll(/\W+/g, '-');
    return { id: categoryId(repository, name), name, slug, isAnswerable: false };
}
function categoryId({ record }, name) {
    return nodeId('DiscussionCategory', `${record.id}:${name}`);
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/issue-node.js



/** An issue with the versions of its body. */
function issueNode(world, repository, issue) {
    return {
        __typename: 'Issue',
        id: nodeId('Issue', issue.id),
        author: actor(world, issue.author),
        body: issue.body ?? '',
        createdAt: issue.createdAt,
        number: issue.number,
        title: issue.title,
        url: issuePage(world, repository, issue),
        ...edits(world, issue.edits),
    };
}
function commentNode(world, repository, { issue, comment }) {
    return {
        __typename: 'IssueComment',
        id: nodeId('IssueComment', comment.id),
        author: actor(world, comment.author),
        authorAssociation: association(world, repository, comment.author),
        body: comment.body,
        createdAt: comment.createdAt,
        includesCreatedEdit: comment.edits.length > 0,
        isMinimized: false,
        minimizedReason: null,
        reactionGroups: [],
        url: `${issuePage(world, repository, issue)}#issuecomment-${comment.id}`,
        viewerDidAuthor: false,
        ...edits(world, comment.edits),
    };
}
/** The newest version first. `diff` is the whole text of a version, whatever its name says. */
function edits(world, records) {
    const last = records.at(-1);
    return {
        editor: last === undefined ? null : actor(world, last.editor),
        lastEditedAt: last?.at ?? null,
        userContentEdits: connection(records.toReversed(), (edit) => ({
            id: nodeId('UserContentEdit', edit.id),
            createdAt: edit.at,
            deletedAt: null,
            diff: edit.text,
            editedAt: edit.at,
            editor: actor(world, edit.editor),
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/git-node.js

/** GitHub shows no more of a text. */
const longestText = 512 * 1000;
/** The object with a name; null if there is none. */
async function gitNode(bare, name) {
    return nodeOf(name.replaceAll('\n', ' '), new Objects(bare));
}
async function nodeOf(name, objects) {
    const found = await objects.read(name);
    if (found === undefined)
        return null;
    if (found.type === 'blob')
        return blobNode(found);
    if (found.type === 'tree')
        return treeNode(found, objects);
    const [, subject = ''] = /\n\n([^\n]*)/.exec(found.content.toString('utf8')) ?? [];
    return { __typename: 'Commit', id: nodeId('Commit', found.sha), oid: found.sha, messageHeadline: subject };
}
function blobNode({ sha, content }) {
    const isBinary = content.includes(0);
    return {
        __typename: 'Blob',
        id: nodeId('Blob', sha),
        oid: sha,
        byteSize: content.length,
        isBinary,
        isTruncated: content.length > longestText,
        text: isBinary ? null : content.subarray(0, longestText).toString('utf8'),
    };
}
function treeNode({ sha, content }, objects) {
    const entries = entriesOf(content).map(({ mode, name, oid }) => ({
        name,
        oid,
        mode: Number.parseInt(mode, 8),
        type: mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
        object: () => (mode === '160000' ? null : nodeOf(oid, objects)),
    }));
    return { __typename: 'Tree', id: nodeId('Tree', sha), oid: sha, entries };
}
/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_tree_objects */
function entriesOf(tree) {
    const entries = [];
    for (let start = 0; start < tree.length;) {
        const end = tree.indexOf(0, start);
        const [mode = '', ...name] = tree.toString('utf8', start, end).split(' ');
        start = end + 21;
        entries.push({ mode, name: name.join(' '), oid: tree.toString('hex', end + 1, start) });
    }
    return entries;
}
/** Reads with one git what is asked for at the same time. */
class Objects {
    #bare;
    #wanted = [];
    #reading;
    constructor(bare) {
        this.#bare = bare;
    }
    async read(name) {
        this.#wanted.push(name);
        this.#reading ??= new Promise((resolve) => setImmediate(resolve)).then(() => this.#readAll());
        return (await this.#reading).get(name);
    }
    async #readAll() {
        const wanted = [...new Set(this.#wanted)];
        [this.#wanted, this.#reading] = [[], undefined];
        const found = await this.#bare.objects(wanted);
        return new Map(wanted.map((name, index) => [name, found[index]]));
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/pull-node.js







async function repositoryNode(world, repository) {
    const { record, name, owner, isPublic, bare } = repository;
    const branch = await bare.defaultBranch();
    return {
        __typename: 'Repository',
        id: nodeId('Repository', record.id),
        name: name.split('/')[1],
        nameWithOwner: name,
        owner: actor(world, owner),
        url: `${world.instance.gitUrl}/${name}`,
        isPrivate: !isPublic,
        isFork: record.parent !== undefined,
        defaultBranchRef: {
            id: nodeId('Ref', `${name}:${branch}`),
            name: branch,
            target: () => gitNode(bare, `refs/heads/${branch}`),
        },
        ref: ({ qualifiedName }) => refNode(world, repository, qualifiedName),
        object: ({ expression, oid }) => gitNode(bare, oid ?? expression ?? ''),
        mergeCommitAllowed: true,
        squashMergeAllowed: true,
        rebaseMergeAllowed: true,
        deleteBranchOnMerge: false,
        pullRequest: ({ number }) => pullNumbered(world, repository, number),
        pullRequests: (given) => pullRequests(world, repository, given),
    };
}
async function refNode(world, repository, name) {
    if (!(await world.refs(repository)).has(name))
        return null;
    const { bare, name: place } = repository;
    const short = name.replace(/^refs\/(?:heads|tags)\//, '');
    return { id: nodeId('Ref', `${place}:${name}`), name: short, target: () => gitNode(bare, name) };
}
function pullNumbered(world, repository, number) {
    const issue = world.pulls(repository).find((pull) => pull.number === number);
    if (issue !== undefined)
        return pullNode(world, repository, issue);
    throw new graphql/* GraphQLError */.eOn(`Could not resolve to a PullRequest with the number of ${number}.`, {
        extensions: { type: 'NOT_FOUND' },
    });
}
function pullRequests(world, repository, given) {
    const found = world
        .pulls(repository)
        .filter((issue) => (given.states?.includes(stateOf(issue)) ?? true) &&
        (given.baseRefName ?? issue.pull.base.branch) === issue.pull.base.branch &&
        (given.headRefName ?? issue.pull.head.branch) === issue.pull.head.branch);
    const ordered = given.orderBy?.direction === 'DESC' ? found.toReversed() : found;
    return connection(ordered, (issue) => pullNode(world, repository, issue))(given);
}
async function pullNode(world, repository, issue) {
    const { pull } = issue;
    const view = await pullView(world, repository, issue);
    const commits = await pullCommits(repository, issue);
    const source = world.repository(pull.head.repository);
    return {
        __typename: 'PullRequest',
        id: view.node_id,
        ...plainFields(world, repository, issue),
        additions: view.additions,
        deletions: view.deletions,
        changedFiles: view.changed_files,
        mergeable: view.mergeable === null ? 'UNKNOWN' : view.mergeable ? 'MERGEABLE' : 'CONFLICTING',
        mergeStateStatus: view.mergeable_state.toUpperCase(),
        headRepository: source === undefined ? null : () => repositoryNode(world, source),
        headRepositoryOwner: source === undefined ? null : actor(world, source.owner),
        milestone: view.milestone === null ? null : { ...view.milestone, id: view.milestone.node_id, dueOn: view.milestone.due_on },
        labels: connection(view.labels, (label) => ({ ...label, id: label.node_id })),
        assignees: connection(issue.assignees, (login) => actor(world, login)),
        comments: connection(issue.comments, (comment) => commentNode(world, repository, { issue, comment })),
        reviews: connection(pull.reviews, (review) => reviewNode(world, repository, review)),
        reviewRequests: connection([...pull.reviewers, ...pull.teams.map((slug) => `${repository.owner}/${slug}`)], (name) => ({
            id: nodeId('ReviewRequest', `${issue.number}:${name}`),
            requestedReviewer: name.includes('/') ? teamNode(world, repository, name) : actor(world, name),
        })),
        commits: connection(commits, (oid) => ({ id: nodeId('PullRequestCommit', oid), commit: commitNode(oid) })),
        projectItems: connection([], () => undefined),
    };
}
function plainFields(world, repository, issue) {
    const { pull } = issue;
    return {
        number: issue.number,
        title: issue.title,
        body: issue.body ?? '',
        state: stateOf(issue),
        url: `${world.instance.gitUrl}/${repository.name}/pull/${issue.number}`,
        author: actor(world, issue.author),
        authorAssociation: association(world, repository, issue.author),
        autoMergeRequest: null,
        closed: issue.state === 'closed',
        closedAt: issue.closedAt ?? null,
        createdAt: issue.createdAt,
        updatedAt: issue.updatedAt,
        merged: pull.merged !== undefined,
        mergedAt: pull.merged?.at ?? null,
        mergedBy: pull.merged === undefined ? null : actor(world, pull.merged.by),
        mergeCommit: pull.merged === undefined ? null : commitNode(pull.merged.commit),
        baseRefName: pull.base.branch,
        headRefName: pull.head.branch,
        headRefOid: pull.head.sha,
        isCrossRepository: pull.head.repository !== repository.name,
        isDraft: pull.isDraft,
        isInMergeQueue: false,
        isMergeQueueEnabled: false,
        maintainerCanModify: pull.mayMaintainersModify,
        reactionGroups: [],
        reviewDecision: null,
        viewerMergeBodyText: issue.title,
        viewerMergeHeadlineText: `Merge pull request #${issue.number}`,
    };
}
function stateOf({ pull, state }) {
    if (pull.merged !== undefined)
        return 'MERGED';
    return state === 'open' ? 'OPEN' : 'CLOSED';
}
function commitNode(oid) {
    return { id: nodeId('Commit', oid), oid, messageHeadline: '', statusCheckRollup: null };
}
function reviewNode(world, repository, review) {
    return {
        id: nodeId('PullRequestReview', review.id),
        author: actor(world, review.author),
        authorAssociation: association(world, repository, review.author),
        body: review.body,
        commit: commitNode(review.commit),
        reactionGroups: [],
        state: review.state,
        submittedAt: review.submittedAt,
    };
}
function teamNode(world, { owner }, name) {
    const slug = name.slice(name.indexOf('/') + 1);
    return {
        __typename: 'Team',
        id: nodeId('Team', world.accountId(name)),
        name: slug,
        slug,
        organization: actor(world, owner),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/release-node.js





/** The fields of a repository that are about releases, as the token may see them. */
function releaseFields(world, access, repository) {
    const show = (release) => releaseNode(world, repository, release);
    const visible = () => visibleReleases({ access }, repository);
    return {
        latestRelease: () => [latestRelease(repository.record)].flatMap((release) => release ?? []).map(show)[0] ?? null,
        release: ({ tagName }) => visible()
            .filter(({ tag }) => tag === tagName)
            .map(show)[0] ?? null,
        releases: (given) => connection(given.orderBy?.direction === 'DESC' ? visible() : visible().toReversed(), show)(given),
    };
}
function releaseNode(world, repository, release) {
    return {
        __typename: 'Release',
        id: nodeId('Release', release.id),
        databaseId: release.id,
        name: release.name ?? null,
        tagName: release.tag,
        description: release.body ?? null,
        isDraft: release.isDraft,
        isLatest: latestRelease(repository.record)?.id === release.id,
        isPrerelease: release.isPrerelease,
        immutable: release.isImmutable,
        createdAt: release.createdAt,
        updatedAt: release.updatedAt,
        publishedAt: release.publishedAt ?? null,
        url: releasePage(world, repository, release),
    };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/schema.js
/** A cut of GitHub's schema: https://docs.github.com/public/fpt/schema.docs.graphql, with the same names and types. */
const schemaText = `
scalar DateTime
scalar GitObjectID
scalar GitRefname
scalar URI

interface Actor { login: String! url: URI! }
interface Node { id: ID! }
interface RepositoryOwner { id: ID! login: String! url: URI! }
type User implements Actor & Node & RepositoryOwner { id: ID! login: String! databaseId: Int name: String url: URI! }
type Bot implements Actor & Node { id: ID! login: String! databaseId: Int url: URI! }
type Organization implements Actor & Node & RepositoryOwner { id: ID! login: String! databaseId: Int name: String url: URI! }
type Team implements Node { id: ID! name: String! slug: String! organization: Organization! }
union RequestedReviewer = Bot | Team | User

enum CommentAuthorAssociation { COLLABORATOR CONTRIBUTOR FIRST_TIMER FIRST_TIME_CONTRIBUTOR MANNEQUIN MEMBER NONE OWNER }
enum IssueOrderField { COMMENTS CREATED_AT UPDATED_AT }
enum MergeStateStatus { BEHIND BLOCKED CLEAN DIRTY DRAFT HAS_HOOKS UNKNOWN UNSTABLE }
enum MergeableState { CONFLICTING MERGEABLE UNKNOWN }
enum OrderDirection { ASC DESC }
enum ReleaseOrderField { CREATED_AT NAME }
enum PullRequestMergeMethod { MERGE REBASE SQUASH }
enum PullRequestReviewDecision { APPROVED CHANGES_REQUESTED REVIEW_REQUIRED }
enum PullRequestReviewState { APPROVED CHANGES_REQUESTED COMMENTED DISMISSED PENDING }
enum PullRequestState { CLOSED MERGED OPEN }
enum ReactionContent { CONFUSED EYES HEART HOORAY LAUGH ROCKET THUMBS_DOWN THUMBS_UP }
input ReleaseOrder { direction: OrderDirection! field: ReleaseOrderField! }
input IssueOrder { direction: OrderDirection! field: IssueOrderField! }

type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }
type UserConnection { nodes: [User] pageInfo: PageInfo! totalCount: Int! }
type ReactingUserConnection { nodes: [User] pageInfo: PageInfo! totalCount: Int! }
type ReactionGroup { content: ReactionContent! users(first: Int, last: Int, after: String): ReactingUserConnection! }
type Label implements Node { id: ID! name: String! color: String! description: String }
type LabelConnection { nodes: [Label] pageInfo: PageInfo! totalCount: Int! }
type Milestone implements Node { id: ID! number: Int! title: String! description: String dueOn: DateTime }
type ProjectV2 implements Node { id: ID! title: String! }
type ProjectV2ItemFieldSingleSelectValue implements Node { id: ID! name: String optionId: String }
union ProjectV2ItemFieldValue = ProjectV2ItemFieldSingleSelectValue
type ProjectV2Item implements Node {
  fieldValueByName(name: String!): ProjectV2ItemFieldValue
  id: ID!
  project: ProjectV2!
}
type ProjectV2ItemConnection { nodes: [ProjectV2Item] pageInfo: PageInfo! totalCount: Int! }

enum CheckConclusionState { ACTION_REQUIRED CANCELLED FAILURE NEUTRAL SKIPPED STALE STARTUP_FAILURE SUCCESS TIMED_OUT }
enum CheckStatusState { COMPLETED IN_PROGRESS PENDING QUEUED REQUESTED WAITING }
enum StatusState { ERROR EXPECTED FAILURE PENDING SUCCESS }
type Workflow implements Node { id: ID! name: String! }
type WorkflowRun implements Node { id: ID! workflow: Workflow! }
type CheckSuite implements Node { id: ID! workflowRun: WorkflowRun }
type CheckRun implements Node {
  checkSuite: CheckSuite!
  completedAt: DateTime
  conclusion: CheckConclusionState
  detailsUrl: URI
  id: ID!
  name: String!
  startedAt: DateTime
  status: CheckStatusState!
}
type StatusContext implements Node {
  context: String!
  createdAt: DateTime!
  description: String
  id: ID!
  state: StatusState!
  targetUrl: URI
}
union StatusCheckRollupContext = CheckRun | StatusContext
type StatusCheckRollupContextConnection { nodes: [StatusCheckRollupContext] pageInfo: PageInfo! totalCount: Int! }
type StatusCheckRollup implements Node {
  id: ID!
  contexts(first: Int, last: Int, after: String): StatusCheckRollupContextConnection!
}
interface GitObject { id: ID! oid: GitObjectID! }
type Commit implements GitObject & Node {
  id: ID!
  messageHeadline: String!
  oid: GitObjectID!
  statusCheckRollup: StatusCheckRollup
}
type Blob implements GitObject & Node {
  byteSize: Int!
  id: ID!
  isBinary: Boolean
  isTruncated: Boolean!
  oid: GitObjectID!
  text: String
}
type TreeEntry { mode: Int! name: String! object: GitObject oid: GitObjectID! type: String! }
type Tree implements GitObject & Node { entries: [TreeEntry!] id: ID! oid: GitObjectID! }
type PullRequestCommit implements Node { id: ID! commit: Commit! }
type PullRequestCommitConnection { nodes: [PullRequestCommit] pageInfo: PageInfo! totalCount: Int! }

type UserContentEdit implements Node {
  createdAt: DateTime!
  deletedAt: DateTime
  diff: String
  editedAt: DateTime!
  editor: Actor
  id: ID!
}
type UserContentEditConnection { nodes: [UserContentEdit] pageInfo: PageInfo! totalCount: Int! }

type Issue implements Node {
  author: Actor
  body: String!
  createdAt: DateTime!
  editor: Actor
  id: ID!
  lastEditedAt: DateTime
  number: Int!
  title: String!
  url: URI!
  userContentEdits(after: String, first: Int, last: Int): UserContentEditConnection
}

type IssueComment implements Node {
  id: ID!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  createdAt: DateTime!
  editor: Actor
  includesCreatedEdit: Boolean!
  isMinimized: Boolean!
  lastEditedAt: DateTime
  minimizedReason: String
  reactionGroups: [ReactionGroup!]
  url: URI!
  userContentEdits(after: String, first: Int, last: Int): UserContentEditConnection
  viewerDidAuthor: Boolean!
}
type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }

type PullRequestReview implements Node {
  id: ID!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  commit: Commit
  reactionGroups: [ReactionGroup!]
  state: PullRequestReviewState!
  submittedAt: DateTime
}
type PullRequestReviewConnection { nodes: [PullRequestReview] pageInfo: PageInfo! totalCount: Int! }
type ReviewRequest implements Node { id: ID! requestedReviewer: RequestedReviewer }
type ReviewRequestConnection { nodes: [ReviewRequest] pageInfo: PageInfo! totalCount: Int! }

type Ref implements Node { id: ID! name: String! target: GitObject }

type AutoMergeRequest {
  authorEmail: String
  commitBody: String
  commitHeadline: String
  enabledAt: DateTime
  enabledBy: Actor
  mergeMethod: PullRequestMergeMethod!
  pullRequest: PullRequest!
}

type PullRequest implements Node {
  additions: Int!
  assignees(first: Int, last: Int, after: String): UserConnection!
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  autoMergeRequest: AutoMergeRequest
  baseRefName: String!
  body: String!
  changedFiles: Int!
  closed: Boolean!
  closedAt: DateTime
  comments(first: Int, last: Int, after: String): IssueCommentConnection!
  commits(first: Int, last: Int, after: String): PullRequestCommitConnection!
  createdAt: DateTime!
  deletions: Int!
  headRefName: String!
  headRefOid: GitObjectID!
  headRepository: Repository
  headRepositoryOwner: RepositoryOwner
  id: ID!
  isCrossRepository: Boolean!
  isDraft: Boolean!
  isInMergeQueue: Boolean!
  isMergeQueueEnabled: Boolean!
  labels(first: Int, last: Int, after: String): LabelConnection
  maintainerCanModify: Boolean!
  mergeCommit: Commit
  mergeStateStatus: MergeStateStatus!
  mergeable: MergeableState!
  merged: Boolean!
  mergedAt: DateTime
  mergedBy: Actor
  milestone: Milestone
  number: Int!
  projectItems(first: Int, last: Int, after: String): ProjectV2ItemConnection!
  reactionGroups: [ReactionGroup!]
  reviewDecision: PullRequestReviewDecision
  reviewRequests(first: Int, last: Int, after: String): ReviewRequestConnection
  reviews(first: Int, last: Int, after: String): PullRequestReviewConnection
  state: PullRequestState!
  title: String!
  updatedAt: DateTime!
  url: URI!
  viewerMergeBodyText(mergeType: PullRequestMergeMethod): String!
  viewerMergeHeadlineText(mergeType: PullRequestMergeMethod): String!
}
type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }

type Release implements Node {
  createdAt: DateTime!
  databaseId: Int
  description: String
  id: ID!
  immutable: Boolean!
  isDraft: Boolean!
  isLatest: Boolean!
  isPrerelease: Boolean!
  name: String
  publishedAt: DateTime
  tagName: String!
  updatedAt: DateTime!
  url: URI!
}
type ReleaseConnection { nodes: [Release] pageInfo: PageInfo! totalCount: Int! }

enum DiscussionOrderField { CREATED_AT UPDATED_AT }
input DiscussionOrder { direction: OrderDirection! field: DiscussionOrderField! }
type DiscussionCategory implements Node { id: ID! isAnswerable: Boolean! name: String! slug: String! }
type DiscussionCategoryConnection { nodes: [DiscussionCategory] pageInfo: PageInfo! totalCount: Int! }
type Discussion implements Node {
  author: Actor
  authorAssociation: CommentAuthorAssociation!
  body: String!
  category: DiscussionCategory!
  createdAt: DateTime!
  id: ID!
  number: Int!
  title: String!
  url: URI!
}
type DiscussionConnection { nodes: [Discussion] pageInfo: PageInfo! totalCount: Int! }

type Repository implements Node {
  defaultBranchRef: Ref
  deleteBranchOnMerge: Boolean!
  discussionCategories(after: String, first: Int, last: Int): DiscussionCategoryConnection!
  discussions(after: String, categoryId: ID, first: Int, last: Int, orderBy: DiscussionOrder): DiscussionConnection!
  hasDiscussionsEnabled: Boolean!
  id: ID!
  isFork: Boolean!
  isPrivate: Boolean!
  latestRelease: Release
  mergeCommitAllowed: Boolean!
  name: String!
  nameWithOwner: String!
  object(expression: String, oid: GitObjectID): GitObject
  owner: RepositoryOwner!
  pullRequest(number: Int!): PullRequest
  pullRequests(
    after: String
    baseRefName: String
    first: Int
    headRefName: String
    last: Int
    orderBy: IssueOrder
    states: [PullRequestState!]
  ): PullRequestConnection!
  rebaseMergeAllowed: Boolean!
  ref(qualifiedName: String!): Ref
  release(tagName: String!): Release
  releases(after: String, first: Int, last: Int, orderBy: ReleaseOrder): ReleaseConnection!
  squashMergeAllowed: Boolean!
  url: URI!
}

input ClosePullRequestInput { clientMutationId: String pullRequestId: ID! }
type ClosePullRequestPayload { clientMutationId: String pullRequest: PullRequest }
input MergePullRequestInput {
  authorEmail: String
  clientMutationId: String
  commitBody: String
  commitHeadline: String
  expectedHeadOid: GitObjectID
  mergeMethod: PullRequestMergeMethod = MERGE
  pullRequestId: ID!
}
input RefUpdate { afterOid: GitObjectID! beforeOid: GitObjectID force: Boolean = false name: GitRefname! }
input UpdateRefsInput { clientMutationId: String refUpdates: [RefUpdate!]! repositoryId: ID! }
type UpdateRefsPayload { clientMutationId: String }
type MergePullRequestPayload { actor: Actor clientMutationId: String pullRequest: PullRequest }

type Query {
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  repository(followRenames: Boolean = true, name: String!, owner: String!): Repository
  viewer: User!
}
input CreateDiscussionInput {
  body: String!
  categoryId: ID!
  clientMutationId: String
  repositoryId: ID!
  title: String!
}
type CreateDiscussionPayload { clientMutationId: String discussion: Discussion }
input DeleteDiscussionInput { clientMutationId: String id: ID! }
type DeleteDiscussionPayload { clientMutationId: String discussion: Discussion }

type Mutation {
  createDiscussion(input: CreateDiscussionInput!): CreateDiscussionPayload
  deleteDiscussion(input: DeleteDiscussionInput!): DeleteDiscussionPayload
  closePullRequest(input: ClosePullRequestInput!): ClosePullRequestPayload
  mergePullRequest(input: MergePullRequestInput!): MergePullRequestPayload
  updateRefs(input: UpdateRefsInput!): UpdateRefsPayload
}
`;

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/update-refs.js


const update_refs_absent = '0'.repeat(40);
/** https://docs.github.com/en/graphql/reference/git#updaterefs: all of the refs are changed, or none. */
async function updateRefs(caller, repository, { refUpdates }) {
    const refs = await caller.world.refs(repository);
    for (const update of refUpdates)
        await refuse(caller, repository, { update, now: refs.get(update.name)?.sha });
    const lines = refUpdates.map(({ name, afterOid }) => `update ${name} ${afterOid} ${refs.get(name)?.sha ?? update_refs_absent}\n`);
    await repository.bare.print(['update-ref', '--stdin'], { input: Buffer.from(lines.join('')) });
}
async function refuse(caller, repository, { update, now }) {
    const { name, beforeOid, afterOid, force } = update;
    const { bare } = repository;
    if (!(await bare.isRefName(name)) || !/^refs\/[^/]+\/./.test(name))
        throw refused(`${name} is not a valid ref name.`);
    if (beforeOid !== undefined && beforeOid !== (now ?? update_refs_absent))
        throw refused(`${name} is at ${now ?? update_refs_absent}, not at ${beforeOid}.`);
    const to = afterOid === update_refs_absent ? undefined : afterOid;
    if (to !== undefined && (await bare.object(to)) === undefined)
        throw refused(`Object ${to} does not exist.`);
    if (to !== undefined && now !== undefined && !force && !(await bare.isAncestor(now, to)))
        throw refused(`${name} cannot be updated: it is no fast-forward.`);
    await refuseForbidden(caller, repository, { ref: name, from: now, to });
    if (to !== undefined)
        await refuseWorkflows(caller, repository, to);
}
const refused = (message) => new graphql/* GraphQLError */.eOn(message, { extensions: { type: 'UNPROCESSABLE' } });

;// CONCATENATED MODULE: ./build/src/embedded/github/graphql/graphql.js

















const schema = (0,graphql/* buildSchema */.IV5)(schemaText);
// gh asks in one field for the `name` of users, which can be null, and of teams, which cannot. GitHub allows that.
const rules = graphql/* specifiedRules */.gv5.filter((rule) => rule !== graphql/* OverlappingFieldsCanBeMergedRule */.Kzw);
/** Answers `POST /graphql`: what gh asks about the token, repositories, pull requests and releases. */
async function answerGraphql(request, { world, tokens, limits }) {
    const access = accessOf(authorizationOf(request), tokens);
    const answer = await executed(request, { world, access }).catch((error) => refusalAnswer(error));
    const type = { 'content-type': 'application/json; charset=utf-8' };
    const headers = { ...type, ...limits.headers(access), ...accessHeaders(access) };
    return { answer: { ...answer, headers }, route: undefined };
}
async function executed(request, { world, access }) {
    if (access === undefined && authorizationOf(request) !== undefined)
        throw badCredentials();
    if (access === undefined)
        throw new Refused(401, 'This endpoint requires you to be authenticated.');
    const fields = parsedFields(request.body);
    const operationName = textOf(fields, 'operationName');
    const result = await (0,graphql/* graphql */.UGq)({
        schema,
        rules,
        source: requiredText(fields, 'query'),
        rootValue: roots({ world, access }),
        variableValues: objectOf(fields, 'variables'),
        ...(operationName !== undefined && { operationName }),
    });
    const bug = result.errors?.find(({ originalError: cause }) => cause && !isRefusal(cause));
    if (bug !== undefined)
        throw bug.originalError;
    return { status: 200, body: { ...result, ...(result.errors && { errors: result.errors.map(errorView) }) } };
}
function isRefusal(cause) {
    return cause instanceof Refused || cause instanceof graphql/* GraphQLError */.eOn;
}
/** An error as GitHub shows it, with a `type` next to the message. */
function errorView({ message, path, locations, extensions }) {
    return { type: extensions['type'] ?? 'UNPROCESSABLE', path, locations, message };
}
function roots(caller) {
    const { world, access } = caller;
    return {
        viewer: () => ({ ...actor(world, access.login), __typename: 'User', login: access.login }),
        repository: async ({ owner, name }) => {
            const repository = world.repository(`${owner}/${name}`);
            if (repository !== undefined && maySee(access, repository))
                return {
                    ...(await repositoryNode(world, repository)),
                    ...releaseFields(world, access, repository),
                    ...discussionFields(world, repository),
                };
            throw failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
        },
        node: ({ id }) => nodeWithId(caller, id),
        nodes: ({ ids }) => Promise.all(ids.map((id) => nodeWithId(caller, id))),
        mergePullRequest: ({ input }) => merge(caller, input),
        closePullRequest: async ({ input }) => {
            const { repository, issue } = await pullWithId(caller, input.pullRequestId);
            graphql_refuse(caller, repository, 'pull-requests: write');
            closeIssue(world, issue, access.login);
            return payload(input, () => pullNode(world, repository, issue));
        },
        createDiscussion: async ({ input }) => {
            const repository = await repositoryWithId(caller, input.repositoryId);
            graphql_refuse(caller, repository, 'discussions: write');
            const discussion = newDiscussion(caller, repository, input);
            if (discussion === undefined)
                throw noNode(input.categoryId);
            return { clientMutationId: input.clientMutationId ?? null, discussion };
        },
        deleteDiscussion: async ({ input }) => {
            const names = (await world.names()).flatMap((name) => world.repository(name) ?? []);
            const repository = names.find((one) => maySee(access, one) && discussionWithId(one, input.id) !== undefined);
            const found = repository && discussionWithId(repository, input.id);
            if (repository === undefined || found === undefined)
                throw noNode(input.id);
            graphql_refuse(caller, repository, 'discussions: write');
            repository.record.discussions.splice(repository.record.discussions.indexOf(found), 1);
            return { clientMutationId: input.clientMutationId ?? null, discussion: discussionNode(world, repository, found) };
        },
        updateRefs: async ({ input }) => {
            const repository = await repositoryWithId(caller, input.repositoryId);
            graphql_refuse(caller, repository, 'contents: write');
            await updateRefs(caller, repository, input);
            return { clientMutationId: input.clientMutationId ?? null };
        },
    };
}
async function merge(caller, input) {
    const { world, access } = caller;
    const { repository, issue } = await pullWithId(caller, input.pullRequestId);
    graphql_refuse(caller, repository, 'contents: write');
    if (input.expectedHeadOid !== undefined && input.expectedHeadOid !== issue.pull.head.sha) {
        throw failure('UNPROCESSABLE', 'Head branch was modified. Review and try the merge again.');
    }
    const method = (input.mergeMethod ?? 'MERGE').toLowerCase();
    await mergePull({ world, access }, repository, {
        issue,
        method,
        title: input.commitHeadline,
        message: input.commitBody,
    });
    return payload(input, () => pullNode(world, repository, issue));
}
function payload({ clientMutationId }, pullRequest) {
    return { clientMutationId: clientMutationId ?? null, pullRequest };
}
/** A pull request, an issue or a comment. */
async function nodeWithId(caller, id) {
    const { world, access } = caller;
    const kind = kindOf(id);
    if (kind !== 'Issue' && kind !== 'IssueComment') {
        const { repository, issue } = await pullWithId(caller, id);
        return pullNode(world, repository, issue);
    }
    const names = await world.names();
    for (const repository of names.flatMap((name) => world.repository(name) ?? [])) {
        if (!maySee(access, repository))
            continue;
        for (const issue of repository.record.issues.values()) {
            if (id === nodeId('Issue', issue.id))
                return issueNode(world, repository, issue);
            const comment = issue.comments.find((one) => id === nodeId('IssueComment', one.id));
            if (comment !== undefined)
                return commentNode(world, repository, { issue, comment });
        }
    }
    throw noNode(id);
}
const kindOf = (id) => Buffer.from(id, 'base64url').toString().split(':')[0];
const noNode = (id) => failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
async function repositoryWithId({ world, access }, id) {
    const repositories = (await world.names()).flatMap((name) => world.repository(name) ?? []);
    const found = repositories.find((one) => maySee(access, one) && nodeId('Repository', one.record.id) === id);
    if (found !== undefined)
        return found;
    throw noNode(id);
}
async function pullWithId({ world, access }, id) {
    const [kind, number] = Buffer.from(id, 'base64url').toString().split(':');
    const repositories = (await world.names()).flatMap((name) => world.repository(name) ?? []);
    for (const repository of kind === 'PullRequest' ? repositories.filter((one) => maySee(access, one)) : []) {
        const issue = world.pulls(repository).find(({ pull }) => String(pull.id) === number);
        if (issue !== undefined)
            return { repository, issue };
    }
    throw noNode(id);
}
function graphql_refuse({ access }, repository, need) {
    if (!mayDo(access, need, repository))
        throw failure('FORBIDDEN', notAccessible(access).message);
}
function failure(type, message) {
    return new graphql/* GraphQLError */.eOn(message, { extensions: { type } });
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/asset-files.js



/** The bytes of assets, in a folder that is removed when the server closes. */
class AssetFiles {
    #folder;
    constructor(folder) {
        this.#folder = folder;
    }
    /** Writes a body to a file while it arrives. It stops reading when there are more bytes than the limit. */
    async receive(message, id, limit) {
        await (0,promises_.mkdir)(this.#folder, { recursive: true });
        await using file = await (0,promises_.open)(this.#path(id), 'w');
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        try {
            for await (const chunk of message.iterator({ destroyOnReturn: false })) {
                await file.write(chunk);
                hash.update(chunk);
                size += chunk.length;
                if (size > limit)
                    return { size, digest: undefined };
            }
        }
        catch (error) {
            if (message.complete)
                throw error;
            return { size, digest: undefined };
        }
        return { size, digest: `sha256:${hash.digest('hex')}` };
    }
    async find(id) {
        const path = this.#path(id);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        return found && { path, size: found.size };
    }
    async remove() {
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
    #path(id) {
        return (0,external_node_path_.join)(this.#folder, String(id));
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/releases/downloads.js
/**
 * The bytes of an asset, at the address to which the API redirects. Whoever knows the address may download. A client
 * that sends a token as well is refused, as the storage of GitHub does.
 */
async function download({ path, headers }, files) {
    if (headers['authorization'] !== undefined)
        return {
            status: 400,
            body: 'Only one auth mechanism is allowed: the address is one, and the Authorization header is another.',
        };
    const [, id = ''] = /^\/release-assets\/(\d+)$/.exec(path) ?? [];
    const file = id === '' ? undefined : await files.find(id);
    if (file === undefined)
        return { status: 404, body: 'Not Found' };
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, file };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/rules/ref-change.js

/** The change that an update in a push means. */
function refChange({ ref, from, to }) {
    return { ref, from: isAbsent(from) ? undefined : from, to: isAbsent(to) ? undefined : to };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/wire/exchange.js

/** Reads a request. Its address may be absolute: gh uses the server as a proxy to reach it over plain HTTP. */
async function readRequest(message) {
    const { method = 'GET', headers, url = '/' } = message;
    const { pathname, searchParams: query } = new URL(url, 'http://api.github.localhost');
    if (method !== 'POST' || !pathname.startsWith(`${uploads}/`))
        return { method, path: pathname, query, headers, body: await (0,consumers_.text)(message), upload: undefined };
    return { method, path: pathname.slice(uploads.length), query, headers, body: '', upload: message };
}
/** Stands for uploads.github.com. Bodies that are sent there may be large. */
const uploads = '/uploads';
/** The record of a request. */
function exchange_recordOf({ method, path, query, headers, body }) {
    return {
        method,
        path,
        query: Object.fromEntries(query),
        body: jsonOrText(body),
        authorization: headers['authorization']?.toString(),
        template: path === '/graphql' ? path : undefined,
        status: undefined,
        refusal: undefined,
        bytes: Buffer.byteLength(body),
        sent: 0,
    };
}
function jsonOrText(body) {
    try {
        return body === '' ? undefined : JSON.parse(body);
    }
    catch {
        return body;
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/github/wire/faults.js

/** The answer to a client that writes too fast. Without `retryAfter`, it does not say how long to wait. */
const secondaryLimit = (status, retryAfter) => ({
    status,
    headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify({
        message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
        documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    }),
});
/** GitHub compresses every JSON for a client that takes it so. */
function compressed(answer) {
    const { headers, body } = answer;
    if (body === undefined)
        return answer;
    return { ...answer, headers: { ...headers, 'content-encoding': 'gzip' }, body: (0,external_node_zlib_.gzipSync)(body) };
}

;// CONCATENATED MODULE: ./build/src/embedded/github/server.js























/**
 * Serves the bare repositories of a folder as GitHub does: its REST API and a part of GraphQL at `url`, git at
 * `git.url`, with the same tokens. Every bare repository in the folder is served. Issues, releases and the like are
 * kept in memory.
 */
async function startGitHub(options) {
    const [api, downloads] = [await openOrigin('127.0.0.1'), await openOrigin('localhost')];
    const { root, searchPath, settings = {}, protectedBranches = [], protectedTags = [] } = options;
    const tokens = withRoles(options.tokens, settings);
    const tokensOfGit = [...anonymous(settings), ...gitTokens(tokens, settings)];
    const started = {};
    const git = await startGitServer({
        root,
        searchPath,
        protectedBranches,
        protectedTags,
        ...(options.gitFault && { fault: options.gitFault }),
        isLocked: (name, update) => started.github?.isLocked(name, update) ?? false,
        violations: async (pushed) => started.github?.violations(pushed) ?? [],
        tokens: tokensOfGit,
        ...(options.observeGit && { conclude: options.observeGit }),
        prepare: async ({ updates }) => started.github?.prepareGit(updates.length > 0),
    });
    const processes = new git_processes/* GitProcesses */.q(searchPath);
    const instance = {
        root,
        url: api.url,
        downloadUrl: downloads.url,
        tokens,
        settings,
        protectedBranches,
        protectedTags,
        gitUrl: git.url,
        git: processes,
        refReader: new RefReader(),
        answers: { outcomes: new Map(), objects: new Map() },
    };
    const origins = { api: api.server, downloads: downloads.server };
    const known = { tokens, tokensOfGit };
    started.github = new GitHub({
        git,
        origins,
        options,
        known,
        instance: { ...instance, startedAt: timestamp(new Date()) },
    });
    return started.github;
}
class GitHub {
    /** Base of the API, for GITHUB_API_URL. */
    url;
    /** The git server, whose url stands for GITHUB_SERVER_URL. */
    git;
    requests;
    #wire;
    #files;
    #instance;
    #world;
    #limits;
    #observe;
    #known;
    /** A copy of the world before the last write. */
    #before;
    #turn = Promise.resolve();
    constructor({ git, origins, instance, options, known }) {
        this.url = instance.url;
        this.git = git;
        this.#wire = new Wire(options.fault);
        this.requests = this.#wire.recorded;
        this.#files = new AssetFiles((0,external_node_path_.join)(instance.root, '.assets'));
        this.#instance = instance;
        this.#world = new World(instance, emptyRecords());
        this.#limits = new RateLimits(instance.settings.rateLimit);
        this.#observe = options.observe;
        this.#known = known;
        this.#wire.serve(origins.api, (message) => this.#received(message));
        this.#wire.serve(origins.downloads, async (message) => {
            const request = await readRequest(message);
            return { record: exchange_recordOf(request), answer: () => download(request, this.#files) };
        });
    }
    /** Can be replaced at any time. */
    get fault() {
        return this.#wire.fault;
    }
    set fault(fault) {
        this.#wire.fault = fault;
    }
    /** Makes a token valid, such as that of a job that starts. */
    admit(token) {
        this.#known.tokens.push(...withRoles([token], this.#instance.settings));
        this.#known.tokensOfGit.push(...gitTokens([token], this.#instance.settings));
    }
    /** Makes a token invalid, such as that of a job that ended. */
    revoke(token) {
        for (const tokens of [this.#known.tokens, this.#known.tokensOfGit]) {
            const at = tokens.findIndex((one) => one.token === token);
            if (at >= 0)
                tokens.splice(at, 1);
        }
    }
    /** What is known of a repository besides git: issues and pull requests by number, labels, releases … */
    repository(name) {
        const repository = this.#world.repository(name);
        if (repository === undefined)
            throw new Error(`The embedded GitHub has no repository ${name}.`);
        return repository.record;
    }
    /** The SHAs of the commits that GitHub signed. */
    get signed() {
        return this.#world.records.signed;
    }
    /** Updates pull requests to what was pushed so far, before git serves the next request. */
    async prepareGit(isPush) {
        await this.#inTurn(async () => {
            await followBranches(this.#world);
            if (isPush)
                this.#before = await this.#world.copy();
        });
    }
    /** Whether an immutable release forbids an update of a tag. */
    isLocked(name, update) {
        return isLocked(this.repository(name), refChange(update));
    }
    /** The rules of rulesets that a push of a ref violates. */
    async violations({ repository: name, token, update, isForward }) {
        const repository = this.#world.repository(name);
        const access = this.#instance.tokens.find((known) => known.token === token);
        const change = { ...refChange(update), isForward };
        return repository === undefined ? [] : refViolations({ world: this.#world, access }, repository, change);
    }
    /** Closes every connection, and ends every git that still runs. */
    async close() {
        this.#wire.close();
        await Promise.all([this.git.close(), this.#instance.git.end()]);
        await this.#files.remove();
    }
    /** Closes the server. Throws the errors of the observer, and errors of this server itself. */
    async [Symbol.asyncDispose]() {
        await this.close();
        const { failures } = this.#wire;
        if (failures.length > 0)
            throw new AggregateError(failures, failures.map(String).join('\n'));
    }
    async #received(message) {
        const request = await readRequest(message);
        const record = exchange_recordOf(request);
        const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding']));
        const answer = async (fault) => {
            const given = await this.#answer(request, { record, fault });
            return isCompressed && given !== undefined ? compressed(given) : given;
        };
        return { record, answer };
    }
    /** `undefined` if the client is gone. */
    async #answer(request, { record, fault }) {
        if (fault === 'expired-token')
            return toWire(expired());
        if (request.upload === undefined && breaksUpload(fault))
            return undefined;
        const { answer, route } = await this.#inTurn(() => this.#served(request, fault === 'stale'));
        const isBegun = request.upload !== undefined && answer.status === 201;
        const body = isBegun ? await this.#uploaded(request.upload, answer, { record, fault }) : answer.body;
        if (isBegun && body === undefined)
            return undefined;
        const { method, path: template } = route ?? { ...record, path: record.template };
        const { status, headers = {} } = answer;
        if (status >= 400)
            record.refusal = refusalIn(body);
        await this.#observe?.({ ...record, method, template, status, headers, answer: body });
        return toWire({ status, headers, ...(body !== undefined && { body }) });
    }
    /** Receives the bytes of an upload while other requests are served, and returns the asset. */
    async #uploaded(message, { body }, { record, fault }) {
        const { id } = body;
        const limit = breaksUpload(fault) ? Number(message.headers['content-length']) / 2 : Infinity;
        const { size, digest } = await this.#files.receive(message, id, limit);
        record.bytes = size;
        if (digest === undefined)
            return undefined;
        return this.#inTurn(async () => {
            this.#before = this.#world.copyOfRecords();
            return finishedUpload(this.#world, id, { size, digest });
        });
    }
    async #served(request, isStale) {
        const { tokens } = this.#instance;
        const [isRead, isUpload] = [['GET', 'HEAD'].includes(request.method), request.upload !== undefined];
        await followBranches(this.#world);
        if (!isRead)
            this.#before = isUpload ? this.#world.copyOfRecords() : await this.#world.copy();
        const world = isStale && isRead ? (this.#before ?? this.#world) : this.#world;
        const surroundings = { world, tokens, limits: this.#limits };
        const answer = request.path === '/graphql' ? answerGraphql : served;
        const outcome = await answer(request, surroundings);
        if (!isRead)
            await followBranches(this.#world);
        return outcome;
    }
    /** Runs one request after the other. GitHub has transactions instead. */
    #inTurn(work) {
        const turn = this.#turn.then(work);
        this.#turn = turn.catch(() => undefined);
        return turn;
    }
}
/** GitHub's message, and what it says of each error. */
function refusalIn(body) {
    const { message = '', errors = [] } = (body ?? {});
    const reasons = errors.flatMap((error) => (typeof error === 'string' ? error : (error.message ?? [])));
    return [message, ...reasons].join(': ');
}
function toWire({ status, headers = {}, body }) {
    return { status, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/core/refused.js
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes, and `RANGE_INVALID` of distribution. */
const codes = {
    BLOB_UNKNOWN: { status: 404, message: 'blob unknown to registry' },
    BLOB_UPLOAD_INVALID: { status: 400, message: 'blob upload invalid' },
    BLOB_UPLOAD_UNKNOWN: { status: 404, message: 'blob upload unknown to registry' },
    DENIED: { status: 403, message: 'requested access to the resource is denied' },
    DIGEST_INVALID: { status: 400, message: 'provided digest did not match uploaded content' },
    MANIFEST_BLOB_UNKNOWN: { status: 400, message: 'manifest references a manifest or blob unknown to registry' },
    MANIFEST_INVALID: { status: 400, message: 'manifest invalid' },
    MANIFEST_UNKNOWN: { status: 404, message: 'manifest unknown to registry' },
    NAME_UNKNOWN: { status: 404, message: 'repository name not known to registry' },
    RANGE_INVALID: { status: 416, message: 'invalid content range' },
    SIZE_INVALID: { status: 400, message: 'provided length did not match content length' },
    TOOMANYREQUESTS: { status: 429, message: 'too many requests' },
    UNAUTHORIZED: { status: 401, message: 'authentication required' },
    UNSUPPORTED: { status: 405, message: 'The operation is unsupported.' },
};
/** A refusal with a body as registries send it. */
class refused_Refused extends Error {
    answer;
    constructor(code, { status = codes[code].status, headers = {}, details = [undefined] } = {}) {
        super(codes[code].message);
        const errors = details.map((detail) => ({ code, message: codes[code].message, detail }));
        this.answer = { status, headers: { ...json, ...headers }, body: `${JSON.stringify({ errors })}\n` };
    }
}
/** The answer to a path that no registry has. */
const pageNotFound = {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: '404 page not found\n',
};
/** The answer to a client that asks too often. Without `retryAfter`, it does not say how many seconds to wait. */
function tooManyRequests(retryAfter) {
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return new refused_Refused('TOOMANYREQUESTS', { headers }).answer;
}
const json = { 'content-type': 'application/json' };

;// CONCATENATED MODULE: ./build/src/embedded/registry/auth/accounts.js
const accounts_ranks = ['none', 'pull', 'push', 'delete'];
function accounts_mayDo(rule, { repository, action }) {
    const access = typeof rule === 'function' ? rule(repository) : (rule ?? 'delete');
    return accounts_ranks.indexOf(access) >= accounts_ranks.indexOf(action);
}
/** The account that a Basic `Authorization` names. */
function accounts_accountOf(authorization, accounts) {
    const [, credentials] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials ?? '', 'base64').toString('utf8')) ?? [];
    return accounts.find((account) => account.user === user && account.password === password);
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/auth/admission.js


/** Decides which requests are served. */
class Admission {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Throws the refusal of a request that may not do what it needs. */
    check(authorization, needs) {
        if (this.#options.rules.kind === 'basic')
            this.#checkPassword(authorization, needs);
        else
            this.#checkToken(authorization, needs);
    }
    /** The refusal of a token that has expired. */
    expired(needs) {
        return this.#options.rules.kind === 'basic' ? this.#passwordNeeded() : this.#tokenNeeded(needs, 'invalid_token');
    }
    #checkPassword(authorization, needs) {
        const { accounts, anonymous = 'none' } = this.#options.rules;
        if (authorization === undefined) {
            if (needs.length > 0 && needs.every((need) => accounts_mayDo(anonymous, need)))
                return;
            throw this.#passwordNeeded();
        }
        const account = accounts_accountOf(authorization, accounts);
        if (account === undefined)
            throw this.#passwordNeeded();
        if (!needs.every((need) => accounts_mayDo(account.access, need)))
            throw new refused_Refused('DENIED', { details: details(needs) });
    }
    #checkToken(authorization, needs) {
        const [, token] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
        if (token === undefined)
            throw this.#tokenNeeded(needs);
        const allowed = this.#options.tokenServer.needsOf(token);
        if (allowed === undefined)
            throw this.#tokenNeeded(needs, 'invalid_token');
        const isAllowed = ({ repository, action }) => allowed.some((one) => one.repository === repository && one.action === action);
        if (!needs.every(isAllowed))
            throw this.#tokenNeeded(needs, 'insufficient_scope');
    }
    #passwordNeeded() {
        return new refused_Refused('UNAUTHORIZED', { headers: { 'www-authenticate': 'Basic realm="Registry"' } });
    }
    #tokenNeeded(needs, error) {
        const { realm, rules } = this.#options;
        const parameters = { realm, service: rules.tokens?.service ?? 'registry', scope: admission_scopeOf(needs), error };
        const told = Object.entries(parameters).filter(([, value]) => value !== undefined);
        const challenge = `Bearer ${told.map(([name, value]) => `${name}="${value}"`).join(',')}`;
        return new refused_Refused('UNAUTHORIZED', { headers: { 'www-authenticate': challenge }, details: details(needs) });
    }
}
/** Several repositories are separated by spaces. */
function admission_scopeOf(needs) {
    const actions = Object.groupBy(needs, ({ repository }) => repository);
    const scopes = Object.entries(actions).map(([repository, all = []]) => `repository:${repository}:${all.map(({ action }) => action).join(',')}`);
    return scopes.length === 0 ? undefined : scopes.join(' ');
}
function details(needs) {
    return [needs.map(({ repository, action }) => ({ Type: 'repository', Name: repository, Action: action }))];
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/auth/token-server.js



/** Gives tokens for passwords: https://distribution.github.io/distribution/spec/auth/token/ and …/auth/oauth/ */
class TokenServer {
    #rules;
    #grants = new Map();
    constructor(rules) {
        this.#rules = rules;
    }
    answer(request) {
        if (!['GET', 'POST'].includes(request.method))
            throw new refused_Refused('UNSUPPORTED');
        const parameters = request.method === 'POST' ? request.form : request.query;
        const account = this.#account(request);
        const scopes = parameters.getAll('scope').flatMap((scope) => scope.split(' '));
        const asked = scopes.flatMap(needsOf);
        const rule = account === undefined ? (this.#rules.anonymous ?? 'none') : account.access;
        const needs = asked.filter((need) => accounts_mayDo(rule, need));
        if (this.#rules.tokens?.refuses === true && needs.length < asked.length)
            throw new refused_Refused('DENIED');
        return { status: 200, headers: json, body: JSON.stringify(this.#token(needs, request.method)) };
    }
    /** What a token allows: undefined if there is no such token, or if it has expired. */
    needsOf(token) {
        const grant = this.#grants.get(token);
        return grant !== undefined && Date.now() < grant.expires ? grant.needs : undefined;
    }
    expireAll() {
        for (const grant of this.#grants.values())
            grant.expires = 0;
    }
    #token(needs, method) {
        const token = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
        const { lifetime = 300 } = this.#rules.tokens ?? {};
        this.#grants.set(token, { needs, expires: Date.now() + lifetime * 1000 });
        const times = { expires_in: lifetime, issued_at: new Date().toISOString() };
        return method === 'POST' ? { access_token: token, ...times } : { token, access_token: token, ...times };
    }
    /** Who asks; undefined if they do not sign in. */
    #account({ method, form, authorization }) {
        const { accounts } = this.#rules;
        if (method === 'POST')
            return this.#accountOfForm(form);
        if (authorization === undefined)
            return undefined;
        const account = accounts_accountOf(authorization, accounts);
        if (account === undefined)
            throw new refused_Refused('UNAUTHORIZED');
        return account;
    }
    #accountOfForm(form) {
        const [grant, identity] = [form.get('grant_type'), form.get('refresh_token')];
        const [user, password] = [form.get('username'), form.get('password')];
        const account = this.#rules.accounts.find((known) => grant === 'password'
            ? known.user === user && known.password === password
            : grant === 'refresh_token' && known.identityToken !== undefined && known.identityToken === identity);
        if (account === undefined)
            throw new refused_Refused('UNAUTHORIZED');
        return account;
    }
}
/** `repository:org/name:pull,push` */
function needsOf(scope) {
    const [, repository = '', actions = ''] = /^repository:(.+):([a-z,*]+)$/.exec(scope) ?? [];
    return actions
        .split(',')
        .filter((action) => action === 'pull' || action === 'push' || action === 'delete')
        .map((action) => ({ repository, action }));
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/core/content.js



const mostInMemory = 1024 * 1024;
/** Bytes that arrive one after the other, and are hashed on the way. */
class GrowingContent {
    size = 0;
    #path;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #chunks = [];
    #file;
    /** The path is that of the file to which large content is written. */
    constructor(path) {
        this.#path = path;
    }
    async append(chunk) {
        this.#hash.update(chunk);
        this.size += chunk.length;
        if (this.#file === undefined)
            this.#chunks.push(chunk);
        else
            await writeAll(this.#file, chunk);
        if (this.#file === undefined && this.size > mostInMemory)
            await this.#moveToFile();
    }
    /** Nothing can be appended afterwards. */
    async finish(algorithm) {
        await this.#file?.close();
        const content = this.#file === undefined ? Buffer.concat(this.#chunks) : { path: this.#path, size: this.size };
        const hash = algorithm === 'sha256' ? this.#hash : await hashed(content, algorithm);
        return { digest: `${algorithm}:${hash.digest('hex')}`, content };
    }
    async discard() {
        this.#chunks = [];
        await this.#file?.close();
        await (0,promises_.rm)(this.#path, { force: true });
    }
    async #moveToFile() {
        this.#file = await (0,promises_.open)(this.#path, 'w');
        for (const chunk of this.#chunks)
            await writeAll(this.#file, chunk);
        this.#chunks = [];
    }
}
async function writeAll(file, chunk) {
    for (let at = 0; at < chunk.length;)
        at += (await file.write(chunk, at)).bytesWritten;
}
async function hashed(content, algorithm) {
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    if (Buffer.isBuffer(content))
        return hash.update(content);
    for await (const chunk of (0,external_node_fs_.createReadStream)(content.path))
        hash.update(chunk);
    return hash;
}
/** A part of content. */
function partOf(content, start, size) {
    return Buffer.isBuffer(content) ? content.subarray(start, start + size) : { path: content.path, start, size };
}
function sizeOf(content) {
    return Buffer.isBuffer(content) ? content.length : content.size;
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/core/contents.js




/** Everything that a registry holds. Large blobs are in a temporary folder. */
class Contents {
    /** Every change of a tag, such as `create org/app:v1`. */
    tagUpdates = [];
    repositories = new Map();
    sessions = new Map();
    #folder;
    #blobs = new Map();
    constructor(folder) {
        this.#folder = folder;
    }
    static async open(parent) {
        return new Contents(await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'registry-')));
    }
    /** Makes the repository if there is none: a registry has no other way to create one. */
    writable(name) {
        const found = this.repositories.get(name);
        if (found !== undefined)
            return found;
        const made = { name, blobs: new Map(), manifests: new Map(), tags: new Map() };
        this.repositories.set(name, made);
        return made;
    }
    newContent() {
        return new GrowingContent((0,external_node_path_.join)(this.#folder, (0,external_node_crypto_.randomUUID)()));
    }
    begin(repository) {
        const session = { id: (0,external_node_crypto_.randomUUID)(), repository, content: this.newContent(), turn: Promise.resolve() };
        this.sessions.set(session.id, session);
        return session;
    }
    /** Adds a blob. All repositories share the bytes of a digest. */
    async addBlob(name, digest, content) {
        const known = this.#blobs.get(digest);
        if (known !== undefined && known !== content && !Buffer.isBuffer(content))
            await (0,promises_.rm)(content.path);
        this.#blobs.set(digest, known ?? content);
        this.writable(name).blobs.set(digest, known ?? content);
    }
    addManifest({ name, manifests, tags }, manifest, tag) {
        const { digest } = manifest;
        manifests.set(digest, manifest);
        if (tag === undefined || tags.get(tag) === digest)
            return;
        this.tagUpdates.push(`${tags.has(tag) ? 'move' : 'create'} ${name}:${tag}`);
        tags.set(tag, digest);
    }
    deleteTag({ name, tags }, tag) {
        if (tags.delete(tag))
            this.tagUpdates.push(`delete ${name}:${tag}`);
    }
    /** Its tags are deleted with it. */
    deleteManifest(repository, digest) {
        repository.manifests.delete(digest);
        for (const [tag, target] of repository.tags)
            if (target === digest)
                this.deleteTag(repository, tag);
    }
    /** A blob that was removed from every repository keeps its bytes until then. */
    async remove() {
        await Promise.all([...this.sessions.values()].map(({ content }) => content.discard()));
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
}
/** The size of a blob or a manifest that a repository has. */
function sizeIn({ blobs, manifests }, kind, digest) {
    if (kind === 'manifest')
        return manifests.get(digest)?.bytes.length;
    const content = blobs.get(digest);
    return content && sizeOf(content);
}

// EXTERNAL MODULE: ./build/src/embedded/registry/core/digest.js
var core_digest = __webpack_require__(83046);
;// CONCATENATED MODULE: ./build/src/embedded/registry/core/manifest.js
/** The kinds of manifests that can be pushed. */
const manifestTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** The fields of a manifest; undefined if it is no JSON object, or if the fields are of other types. */
function fieldsOf(bytes) {
    const value = parsed(bytes);
    if (!isObject(value))
        return undefined;
    const { config, layers = [], manifests = [], subject } = value;
    if (!Array.isArray(layers) || !Array.isArray(manifests))
        return undefined;
    const descriptors = [config, subject, ...layers, ...manifests].filter((one) => one !== undefined);
    return descriptors.every(isDescriptor) ? value : undefined;
}
/** The blobs that have to be there before the manifest. Foreign layers are not distributed by registries. */
function blobsOf({ config, layers = [] }) {
    const own = layers.filter(({ mediaType }) => !/nondistributable|\.foreign\./.test(mediaType));
    return config === undefined ? own : [config, ...own];
}
/** An entry of the answer to a question for referrers. */
function referrerOf({ digest, mediaType, bytes, fields }) {
    const artifactType = fields.artifactType || fields.config?.mediaType;
    const { annotations } = fields;
    return {
        mediaType,
        digest,
        size: bytes.length,
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations !== undefined && { annotations }),
    };
}
function parsed(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isDescriptor(value) {
    return isObject(value) && typeof value['digest'] === 'string' && typeof value['size'] === 'number';
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/endpoints/lists.js



const listRoutes = [
    { methods: ['GET', 'HEAD'], path: /^\/v2\/?$/, answer: () => ({ status: 200, headers: json, body: '{}' }) },
    { methods: ['GET'], path: /^\/v2\/_catalog$/, answer: catalog },
    { methods: ['GET'], path: /^\/v2\/(?<name>.+)\/tags\/list$/, action: 'pull', reads: 'tags', answer: tags },
    { methods: ['GET'], path: /^\/v2\/(?<name>.+)\/referrers\/(?<reference>[^/]+)$/, action: 'pull', answer: referrers },
];
function catalog(call) {
    if (!call.settings.catalog)
        return pageNotFound;
    const { items, headers } = lists_pageOf(call, [...call.contents.repositories.keys()].toSorted());
    return { status: 200, headers: { ...json, ...headers }, body: JSON.stringify({ repositories: items }) };
}
function tags(call) {
    if (call.settings.children)
        return tagsAndChildren(call);
    const { items, headers } = lists_pageOf(call, [...repositoryOf(call).tags.keys()].toSorted());
    return { status: 200, headers: { ...json, ...headers }, body: JSON.stringify({ name: call.name, tags: items }) };
}
/** As Google's registries answer: a folder has a list as well, and there is one page, from which the rest is missing. */
function tagsAndChildren(call) {
    const { contents, name } = call;
    const children = childrenOf(call);
    const found = children.length > 0 ? contents.repositories.get(name) : repositoryOf(call);
    const { items: child } = lists_pageOf(call, children);
    const { items } = lists_pageOf(call, [...(found?.tags.keys() ?? [])].toSorted());
    return { status: 200, headers: json, body: JSON.stringify({ child, manifest: {}, name, tags: items }) };
}
/** The next part of the names of the repositories below, as Google's registries tell it. */
function childrenOf({ contents, name }) {
    const below = [...contents.repositories.keys()].filter((one) => one.startsWith(`${name}/`));
    return [...new Set(below.map((one) => one.slice(name.length + 1).split('/', 1)[0] ?? ''))].toSorted();
}
/** A repository that does not exist has no referrers: with this endpoint, a registry never answers 404. */
function referrers(call) {
    const { contents, settings, name, reference, query } = call;
    if (!settings.referrers)
        return pageNotFound;
    if ((0,core_digest/* algorithmOf */.Hy)(reference) === undefined)
        throw new refused_Refused('DIGEST_INVALID');
    const filter = query.get('artifactType') ?? undefined;
    const all = [...(contents.repositories.get(name)?.manifests.values() ?? [])]
        .filter(({ fields }) => fields.subject?.digest === reference)
        .map(referrerOf)
        .filter(({ artifactType }) => filter === undefined || artifactType === filter);
    const digests = all.map(({ digest }) => digest).toSorted();
    const { items, headers } = lists_pageOf(call, digests);
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const manifests = all.filter(({ digest }) => items.includes(digest));
    const filtered = filter === undefined ? {} : { 'oci-filters-applied': 'artifactType' };
    return {
        status: 200,
        headers: { 'content-type': mediaType, ...headers, ...filtered },
        body: JSON.stringify({ schemaVersion: 2, mediaType, manifests }),
    };
}
/** The entries after `last`, at most `n`. The header `link` leads to the next ones. */
function lists_pageOf({ query, settings, record, base }, sorted) {
    const asked = query.get('n');
    if (asked !== null && !/^\d+$/.test(asked))
        throw new refused_Refused('SIZE_INVALID', { details: [{ n: asked }] });
    const size = Math.min(settings.pageSize, Number(asked ?? settings.pageSize));
    const last = query.get('last') ?? '';
    const left = sorted.filter((item) => item > last);
    const items = left.slice(0, size);
    if (size === 0 || items.length === left.length)
        return { items, headers: {} };
    const parameters = new URLSearchParams(query);
    parameters.set('n', String(size));
    parameters.set('last', items.at(-1) ?? '');
    return { items, headers: { link: `<${base}${record.path}?${parameters.toString()}>; rel="next"` } };
}
/** The repository that a request names. */
function repositoryOf({ contents, name }) {
    const found = contents.repositories.get(name);
    if (found === undefined)
        throw new refused_Refused('NAME_UNKNOWN', { details: [{ name }] });
    return found;
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/endpoints/blobs.js




const blobs_path = /^\/v2\/(?<name>.+)\/blobs\/(?<reference>[^/]+)$/;
const blobs_blobRoutes = [
    { methods: ['GET', 'HEAD'], path: blobs_path, action: 'pull', reads: 'blob', answer: readBlob },
    { methods: ['DELETE'], path: blobs_path, action: 'delete', answer: deleteBlob },
];
function readBlob(call) {
    const content = blobOf(call);
    const { record, reference } = call;
    const headers = {
        'content-type': 'application/octet-stream',
        'docker-content-digest': reference,
        'accept-ranges': 'bytes',
    };
    const size = sizeOf(content);
    if (record.method === 'HEAD')
        return { status: 200, headers: { ...headers, 'content-length': String(size) } };
    const range = rangeOf(record.headers.range, size);
    if (range === undefined)
        return withContent(200, content, headers);
    const { start, end } = range;
    if (start > end)
        return { status: 416, headers: { 'content-range': `bytes */${size}` } };
    const part = partOf(content, start, end - start + 1);
    return withContent(206, part, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
}
function withContent(status, content, headers) {
    const sized = { ...headers, 'content-length': String(sizeOf(content)) };
    return { status, headers: sized, ...(Buffer.isBuffer(content) ? { body: content } : { file: content }) };
}
/** The first and last byte that a request asks for; undefined if it wants all. */
function rangeOf(header, size) {
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (from === '' && to === '')
        return undefined;
    if (from === '')
        return { start: Math.max(0, size - Number(to)), end: size - 1 };
    return { start: Number(from), end: Math.min(size - 1, to === '' ? size - 1 : Number(to)) };
}
function deleteBlob(call) {
    if (call.settings.deletes !== 'everything')
        throw new refused_Refused('UNSUPPORTED');
    blobOf(call);
    repositoryOf(call).blobs.delete(call.reference);
    return { status: 202 };
}
function blobOf(call) {
    const { reference: digest } = call;
    if ((0,core_digest/* algorithmOf */.Hy)(digest) === undefined)
        throw new refused_Refused('DIGEST_INVALID', { details: [{ digest }] });
    const found = repositoryOf(call).blobs.get(digest);
    if (found === undefined)
        throw new refused_Refused('BLOB_UNKNOWN', { details: [{ digest }] });
    return found;
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/endpoints/manifests.js





const manifests_path = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/;
const manifestRoutes = [
    { methods: ['GET', 'HEAD'], path: manifests_path, action: 'pull', reads: 'manifest', answer: readManifest },
    { methods: ['PUT'], path: manifests_path, action: 'push', answer: putManifest },
    { methods: ['DELETE'], path: manifests_path, action: 'delete', answer: deleteManifest },
];
function readManifest(call) {
    const { settings, record } = call;
    const { digest, mediaType, bytes } = manifestOf(call);
    if (!isAccepted(record.headers.accept, mediaType))
        throw new refused_Refused('MANIFEST_UNKNOWN', { details: [{ mediaType, accept: record.headers.accept }] });
    const headers = {
        'content-type': mediaType,
        'content-length': String(bytes.length),
        ...(settings.digestHeader && { 'docker-content-digest': digest }),
    };
    return { status: 200, headers, ...(record.method === 'GET' && { body: bytes }) };
}
/** Registries do not send a manifest of a kind that the client does not name. */
function isAccepted(accept, mediaType) {
    const types = new Set((accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim()));
    return ['*/*', 'application/*', mediaType].some((type) => types.has(type));
}
function manifestOf(call) {
    const { manifests, tags } = repositoryOf(call);
    const { reference, settings } = call;
    const [, hex] = /^sha256-([0-9a-f]{64})$/.exec(reference) ?? [];
    const namesake = settings.digestAsTag && hex !== undefined ? manifests.get(`sha256:${hex}`) : undefined;
    const found = manifests.get(checked(reference)) ?? manifests.get(tags.get(reference) ?? '') ?? namesake;
    if (found === undefined)
        throw new refused_Refused('MANIFEST_UNKNOWN', { details: [{ reference }] });
    return found;
}
/** A reference that is a digest or a tag. */
function checked(reference) {
    const isTag = /^\w[\w.-]{0,127}$/.test(reference);
    if (!isTag && !reference.includes(':'))
        throw new refused_Refused('MANIFEST_INVALID', { details: [{ reference }] });
    if (!isTag && (0,core_digest/* algorithmOf */.Hy)(reference) === undefined)
        throw new refused_Refused('DIGEST_INVALID', { details: [{ digest: reference }] });
    return reference;
}
const mostBytes = 4 * 1024 * 1024;
async function putManifest(call) {
    const { contents, settings, base, name, record } = call;
    const reference = checked(call.reference);
    const bytes = await wholeBody(call);
    if (bytes === undefined)
        return undefined;
    const mediaType = record.headers['content-type']?.split(';')[0]?.trim() ?? '';
    const fields = checkedFields(bytes, mediaType);
    const algorithm = (0,core_digest/* algorithmOf */.Hy)(reference);
    const digest = (0,core_digest/* digestOf */.ol)(bytes, algorithm);
    if (algorithm !== undefined && digest !== reference)
        throw new refused_Refused('DIGEST_INVALID', { details: [{ digest }] });
    const repository = contents.writable(name);
    refuseMissing(repository, fields);
    contents.addManifest(repository, { digest, mediaType, bytes, fields }, algorithm === undefined ? reference : undefined);
    const { subject } = fields;
    const headers = {
        location: `${base}/v2/${name}/manifests/${digest}`,
        'docker-content-digest': digest,
        ...(subject !== undefined && settings.referrers && { 'oci-subject': subject.digest }),
    };
    return { status: 201, headers };
}
/** `undefined` if the client is gone. */
async function wholeBody({ message, record }) {
    const chunks = [];
    try {
        for await (const chunk of message.iterator({ destroyOnReturn: false })) {
            chunks.push(chunk);
            record.bytes += chunk.length;
            if (record.bytes > mostBytes)
                throw new refused_Refused('MANIFEST_INVALID', { status: 413, details: [{ mostBytes }] });
        }
    }
    catch (error) {
        if (message.complete || error instanceof refused_Refused)
            throw error;
        return undefined;
    }
    return Buffer.concat(chunks);
}
function checkedFields(bytes, mediaType) {
    const fields = fieldsOf(bytes);
    const isKnown = manifestTypes.includes(mediaType);
    const isSame = fields?.mediaType === undefined || fields.mediaType === mediaType;
    if (fields === undefined || !isKnown || !isSame)
        throw new refused_Refused('MANIFEST_INVALID', { details: [{ contentType: mediaType, mediaType: fields?.mediaType }] });
    return fields;
}
/** Everything that a manifest names must be there, with the size that it names. Its subject may come later. */
function refuseMissing(repository, fields) {
    const named = [
        ...blobsOf(fields).map((descriptor) => ({ kind: 'blob', descriptor })),
        ...(fields.manifests ?? []).map((descriptor) => ({ kind: 'manifest', descriptor })),
    ];
    const sized = named.map(({ kind, descriptor }) => ({
        descriptor,
        size: sizeIn(repository, kind, descriptor.digest),
    }));
    const missing = sized.filter(({ size }) => size === undefined);
    if (missing.length > 0)
        throw new refused_Refused('MANIFEST_BLOB_UNKNOWN', { details: missing.map(({ descriptor }) => descriptor) });
    const other = sized.filter(({ descriptor, size }) => size !== descriptor.size);
    if (other.length > 0)
        throw new refused_Refused('MANIFEST_INVALID', { details: other });
}
function deleteManifest(call) {
    if (call.settings.deletes === 'nothing')
        throw new refused_Refused('UNSUPPORTED');
    const { digest } = manifestOf(call);
    const repository = repositoryOf(call);
    if ((0,core_digest/* algorithmOf */.Hy)(call.reference) === undefined)
        call.contents.deleteTag(repository, call.reference);
    else
        call.contents.deleteManifest(repository, digest);
    return { status: 202 };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/endpoints/uploads.js



const begin = /^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/;
const uploads_path = /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<reference>[^/]+)$/;
const uploadRoutes = [
    { methods: ['POST'], path: begin, action: 'push', needs: needsOfMount, answer: uploads_beginUpload },
    { methods: ['GET'], path: uploads_path, action: 'push', answer: (call) => progress(call, sessionOf(call), 204) },
    { methods: ['PATCH'], path: uploads_path, action: 'push', takesBlob: true, answer: (call) => inTurn(call, addChunk) },
    { methods: ['PUT'], path: uploads_path, action: 'push', takesBlob: true, answer: (call) => inTurn(call, endUpload) },
    { methods: ['DELETE'], path: uploads_path, action: 'push', answer: (call) => inTurn(call, cancel) },
];
/** A mount also reads the repository from which it takes the blob. */
function needsOfMount({ query }) {
    const from = query.get('from');
    return from === null || !query.has('mount') ? [] : [{ repository: from, action: 'pull' }];
}
async function uploads_beginUpload(call) {
    const { contents, settings, name, query } = call;
    const [mount, from] = [query.get('mount') ?? '', query.get('from') ?? ''];
    const blob = settings.mounts ? contents.repositories.get(from)?.blobs.get(mount) : undefined;
    if (blob !== undefined) {
        await contents.addBlob(name, mount, blob);
        return uploads_created(call, mount);
    }
    const algorithm = query.get('digest-algorithm');
    if (algorithm !== null && !(0,core_digest/* isAlgorithm */.Kx)(algorithm))
        throw new refused_Refused('DIGEST_INVALID', { details: [{ algorithm }] });
    const session = contents.begin(name);
    if (query.has('digest') && settings.wholeInPost)
        return endUpload(call, session);
    const smallest = settings.smallestChunk > 0 ? { 'oci-chunk-min-length': String(settings.smallestChunk) } : {};
    return progress(call, session, 202, smallest);
}
async function addChunk(call, session) {
    const { settings, record } = call;
    const { 'content-length': length = 0, 'content-range': range } = record.headers;
    const isSecond = settings.chunks === 'one' && session.content.size > 0;
    if (settings.chunks === 'none' || isSecond)
        throw new refused_Refused('UNSUPPORTED');
    const isTooLarge = range !== undefined && Number(length) > settings.largestChunk;
    if (isTooLarge || !uploads_continues(range, session))
        return outOfRange(call, session);
    return (await receive(call, session)) ? progress(call, session, 202) : undefined;
}
async function endUpload(call, session) {
    const { contents, settings, name, query, record } = call;
    const digest = query.get('digest') ?? '';
    const algorithm = (0,core_digest/* algorithmOf */.Hy)(digest);
    if (algorithm === undefined)
        throw new refused_Refused('DIGEST_INVALID', { details: [{ digest }] });
    if (!uploads_continues(record.headers['content-range'], session))
        return outOfRange(call, session);
    const size = session.content.size;
    if (!(await receive(call, session)))
        return undefined;
    if (!settings.bytesInPut && record.method === 'PUT' && session.content.size > size)
        return refuseContent(call, session, new refused_Refused('BLOB_UPLOAD_INVALID'));
    const { digest: actual, content } = await session.content.finish(algorithm);
    if (actual !== digest)
        return refuseContent(call, session, new refused_Refused('DIGEST_INVALID', { details: [{ digest }] }));
    contents.sessions.delete(session.id);
    await contents.addBlob(name, digest, content);
    return uploads_created(call, digest);
}
async function refuseContent({ contents }, session, refusal) {
    contents.sessions.delete(session.id);
    await session.content.discard();
    throw refusal;
}
async function cancel({ contents }, session) {
    contents.sessions.delete(session.id);
    await session.content.discard();
    return { status: 204 };
}
/** Runs the requests to one upload one after the other: one that was cut may end after the next has begun. */
function inTurn(call, work) {
    const session = sessionOf(call);
    const turn = session.turn.then(() => work(call, session));
    session.turn = turn.catch(() => undefined);
    return turn;
}
function sessionOf({ contents, name, reference, query }) {
    const session = contents.sessions.get(reference);
    // Clients have to keep the query of the address that they were given.
    const isKnown = session !== undefined && session.repository === name && query.has('_state');
    if (!isKnown)
        throw new refused_Refused('BLOB_UPLOAD_UNKNOWN', { details: [{ upload: reference }] });
    return session;
}
function uploads_continues(range, { content }) {
    if (range === undefined)
        return true;
    const [, start = ''] = /^(?:bytes )?(\d+)-\d+(?:\/.*)?$/.exec(range) ?? [];
    return start !== '' && Number(start) === content.size;
}
/** Receives the body. Returns whether all of it arrived. What arrived is kept in any case. */
async function receive({ message, record, fault }, { content }) {
    // Half of a stream whose length is not known is its first piece.
    const limit = breaksUpload(fault) ? Math.floor(Number(message.headers['content-length'] ?? Infinity) / 2) : Infinity;
    try {
        for await (const chunk of message.iterator({ destroyOnReturn: false })) {
            const kept = chunk.subarray(0, limit - record.bytes);
            await content.append(kept);
            record.bytes += kept.length;
            if (record.bytes >= limit || (limit === Infinity && breaksUpload(fault)))
                return false;
        }
    }
    catch (error) {
        if (message.complete)
            throw error;
        return false;
    }
    return !breaksUpload(fault) && hasWholeRange(message, record.bytes);
}
/** Whether as many bytes arrived as `Content-Range` says. */
function hasWholeRange({ headers }, bytes) {
    const [, start, end] = /^(?:bytes )?(\d+)-(\d+)/.exec(headers['content-range'] ?? '') ?? [];
    if (start === undefined || Number(end) - Number(start) + 1 === bytes)
        return true;
    throw new refused_Refused('SIZE_INVALID', { details: [{ range: headers['content-range'], bytes }] });
}
function progress(call, session, status, headers = {}) {
    return { status, headers: { ...progressHeaders(call, session), ...headers } };
}
function outOfRange(call, session) {
    throw new refused_Refused('RANGE_INVALID', { headers: progressHeaders(call, session) });
}
function progressHeaders({ base, name }, { id, content }) {
    return {
        location: `${base}/v2/${name}/blobs/uploads/${id}?_state=${content.size}`,
        range: `0-${lastByte(content)}`,
        'docker-upload-uuid': id,
    };
}
const lastByte = ({ size }) => Math.max(0, size - 1);
function uploads_created({ base, name }, digest) {
    const headers = { location: `${base}/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest };
    return { status: 201, headers };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/dispatcher.js






/** The first that matches counts: `blobs/uploads/` is no blob. */
const dispatcher_routes = [...listRoutes, ...uploadRoutes, ...blobs_blobRoutes, ...manifestRoutes];
/** Answers a request: checks who asks first, then what. */
async function dispatcher_served(request) {
    try {
        return withFault(await dispatcher_answered(request), request);
    }
    catch (error) {
        if (error instanceof refused_Refused)
            return error.answer;
        throw error;
    }
}
async function dispatcher_answered(request) {
    const { record, settings, fault } = request;
    const found = dispatcher_routes.filter(({ path }) => path.test(record.path));
    const first = found[0];
    if (first === undefined)
        return pageNotFound;
    const groups = first.path.exec(record.path)?.groups ?? {};
    const { name = '', reference = '' } = groups;
    const same = found.filter(({ path }) => path === first.path);
    const route = same.find(({ methods }) => methods.includes(record.method));
    if (name !== '' && !isName(name))
        return pageNotFound;
    if (record.origin === 'storage') {
        if (route?.reads === undefined)
            return pageNotFound;
        refuseAtStorage(request);
    }
    else
        admit(request, route, name);
    if (route === undefined)
        throw new refused_Refused('UNSUPPORTED');
    if (settings.readOnly && !['GET', 'HEAD'].includes(record.method))
        throw new refused_Refused('UNSUPPORTED');
    if (breaksUpload(fault) && route.takesBlob !== true)
        return undefined;
    const answer = () => route.answer({ ...request, name, reference: decodeURIComponent(reference) });
    return record.origin === 'registry' && route.reads !== undefined ? redirected(request, route, answer) : answer();
}
/** Where blobs alone are elsewhere, the registry knows which of them there are. */
async function redirected({ record, query, settings, elsewhere }, { reads }, answer) {
    const redirect = { status: 307, headers: { location: elsewhere(record.path, query) } };
    if (settings.elsewhere === 'everything')
        return redirect;
    const found = await answer();
    return settings.elsewhere === 'blobs' && reads === 'blob' ? redirect : found;
}
function admit(request, route, name) {
    const { admission, record, settings, fault } = request;
    const needs = [...ownNeeds(route, name), ...(route?.needs?.(request) ?? [])];
    if (admission === undefined)
        return;
    if (fault === 'expired-token')
        throw admission.expired(needs);
    const isPing = name === '' && record.path !== '/v2/_catalog';
    if (isPing && settings.openPing)
        return;
    admission.check(record.headers.authorization, needs);
}
/** Whoever knows the address may read. A client that sends a token as well is refused, as cloud storage does. */
function refuseAtStorage({ record, isSigned }) {
    if (record.headers.authorization !== undefined)
        throw new refused_Refused('UNSUPPORTED', { status: 400 });
    if (!isSigned)
        throw new refused_Refused('DENIED');
}
/** Whoever pushes must be able to pull. */
function ownNeeds(route, repository) {
    if (route?.action === undefined)
        return [];
    if (route.action !== 'push')
        return [{ repository, action: route.action }];
    return [
        { repository, action: 'pull' },
        { repository, action: 'push' },
    ];
}
/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
function isName(name) {
    const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
    return new RegExp(`^${part}(?:/${part})*$`).test(name);
}
function withFault(answer, { fault }) {
    const told = answer?.headers?.['docker-content-digest'];
    if (answer === undefined || told === undefined || fault !== 'lying-digest')
        return answer;
    const lie = told.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    return { ...answer, headers: { ...answer.headers, 'docker-content-digest': lie } };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/exchange.js
/** Reads a request except for its body. */
function exchange_readRequest(message, origin) {
    const { method = 'GET', headers, url = '/' } = message;
    const { pathname, searchParams: query } = new URL(url, 'http://registry');
    const answered = { status: undefined, bytes: 0, sent: 0 };
    const record = { origin, method, path: pathname, query: Object.fromEntries(query), headers, ...answered };
    return { message, query, record };
}
/** How many requests of each method arrived, and how many bytes of bodies. */
function countsOf(requests) {
    const byMethod = Object.groupBy(requests, ({ method }) => method);
    return Object.fromEntries(Object.entries(byMethod).map(([method, all = []]) => [method, countOf(all)]));
}
function countOf(requests) {
    const sum = (field) => requests.reduce((total, request) => total + request[field], 0);
    return { requests: requests.length, bytes: sum('bytes'), sent: sum('sent') };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/known-registries.js
const mebibyte = 1024 * 1024;
/** None of them lists repositories, and none lets blobs be deleted. */
const hosted = { catalog: false, deletes: 'nothing', wholeInPost: false };
const known_registries_known = {
    /** Chunks: https://github.com/ocx-sh/ocx/pull/237 */
    'ghcr.io': {
        settings: { ...hosted, referrers: false, elsewhere: 'blobs', largestChunk: 4 * mebibyte },
        tokens: { service: 'ghcr.io', refuses: true },
    },
    /** https://distribution.github.io/distribution/spec/auth/token/ */
    'docker.io': {
        settings: { ...hosted, referrers: false, elsewhere: 'blobs', absoluteLocations: true },
        tokens: { service: 'registry.docker.io', elsewhere: true },
    },
    /** Referrers: https://github.com/oras-project/oras-go/issues/1396 */
    'registry.gitlab.com': {
        settings: { ...hosted, referrers: false, elsewhere: 'blobs', digestAsTag: true, deletes: 'manifests' },
        tokens: { service: 'container_registry', elsewhere: true },
    },
    /**
     * Chunks: https://cloud.google.com/artifact-registry/docs/reference/docker-api
     * Children: https://pkg.go.dev/github.com/google/go-containerregistry/pkg/v1/google#Tags
     * One page: https://github.com/google/go-containerregistry/issues/897 and pull/1645
     */
    'pkg.dev': {
        settings: { ...hosted, children: true, pageSize: 10_000, deletes: 'manifests', chunks: 'one', elsewhere: 'blobs' },
        tokens: { service: 'us-docker.pkg.dev' },
    },
    /** https://github.com/kubernetes/registry.k8s.io/blob/main/cmd/archeio/docs/request-handling.md */
    'registry.k8s.io': {
        settings: { ...hosted, referrers: false, elsewhere: 'everything', readOnly: true, openPing: true },
    },
};
/** How public registries differ from the specification, as far as it is known and matters here. */
const knownRegistries = known_registries_known;

;// CONCATENATED MODULE: ./build/src/embedded/registry/request-limits.js

/** Counts requests, and refuses those that are too many. */
class RequestLimits {
    #running = 0;
    #times = [];
    async within(limit, work) {
        const { atOnce = Infinity, perSecond = Infinity, retryAfter } = limit;
        if (this.#running >= atOnce || !this.#isInTime(perSecond))
            return tooManyRequests(retryAfter);
        this.#running++;
        try {
            return await work();
        }
        finally {
            this.#running--;
        }
    }
    /** Whether there were fewer requests in the last second. */
    #isInTime(perSecond) {
        if (perSecond === Infinity)
            return true;
        const now = Date.now();
        this.#times = this.#times.filter((time) => time > now - 1000);
        if (this.#times.length >= perSecond)
            return false;
        this.#times.push(now);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/settings.js
/** A registry that does everything. */
const everything = {
    referrers: true,
    catalog: true,
    children: false,
    readOnly: false,
    deletes: 'everything',
    mounts: true,
    wholeInPost: true,
    bytesInPut: true,
    chunks: 'many',
    largestChunk: Infinity,
    smallestChunk: 0,
    elsewhere: 'nothing',
    openPing: false,
    digestAsTag: false,
    absoluteLocations: false,
    digestHeader: true,
    pageSize: 1000,
    delay: 0,
    limit: {},
};
function withDefaults(settings) {
    return { ...everything, ...settings };
}

;// CONCATENATED MODULE: ./build/src/embedded/registry/server.js


















/** Starts an OCI registry without any repository. A push makes its repository. */
// Why: docs/decisions.md D61
async function startRegistry(options = {}) {
    const origins = { registry: await openOrigin('127.0.0.1'), tokens: await openOrigin('localhost') };
    const storage = await openOrigin('localhost');
    return new Registry({ ...origins, storage }, await Contents.open(options.folder ?? (0,external_node_os_.tmpdir)()), options);
}
class Registry {
    /** The address of the registry. References of images have only its host. */
    url;
    /** Host and port. */
    host;
    /** The address of the token server, if it is at another origin. */
    tokensUrl;
    /** The address to which blobs and manifests are redirected, if the settings say so. */
    storageUrl;
    requests;
    /** Can be replaced at any time. */
    settings;
    #wire;
    #contents;
    #auth;
    #admission;
    #tokenServer;
    #limits = new RequestLimits();
    #signature = (0,external_node_crypto_.randomBytes)(12).toString('hex');
    constructor(origins, contents, options) {
        this.url = origins.registry.url;
        this.host = new URL(this.url).host;
        this.tokensUrl = origins.tokens.url;
        this.storageUrl = origins.storage.url;
        const known = options.like === undefined ? {} : knownRegistries[options.like];
        this.settings = { ...known.settings, ...options.settings };
        this.#contents = contents;
        this.#auth = options.auth && { ...options.auth, tokens: { ...known.tokens, ...options.auth.tokens } };
        this.#tokenServer = new TokenServer(this.#auth ?? { kind: 'token', accounts: [] });
        this.#admission = admissionOf(this.#auth, this.#tokenServer, origins);
        this.#wire = new Wire(options.fault);
        this.requests = this.#wire.recorded;
        for (const [origin, { server }] of Object.entries(origins))
            this.#wire.serve(server, (message) => this.#received(message, origin));
    }
    /** Can be replaced at any time. */
    get fault() {
        return this.#wire.fault;
    }
    set fault(fault) {
        this.#wire.fault = fault;
    }
    /** The requests of each method so far, and the bytes of their bodies and of the answers. */
    get counts() {
        return countsOf(this.requests);
    }
    /** What a repository holds: tags with their digests, and the digests of manifests and blobs. */
    repository(name) {
        const found = this.#contents.repositories.get(name);
        return {
            tags: Object.fromEntries(found?.tags ?? []),
            manifests: [...(found?.manifests.keys() ?? [])].toSorted(),
            blobs: [...(found?.blobs.keys() ?? [])].toSorted(),
        };
    }
    /** A manifest of a repository, by its digest. */
    manifest(name, digest) {
        return this.#contents.repositories.get(name)?.manifests.get(digest);
    }
    /** A blob of a repository. */
    async blob(name, digest) {
        const content = this.#contents.repositories.get(name)?.blobs.get(digest);
        return content === undefined || Buffer.isBuffer(content) ? content : (0,promises_.readFile)(content.path);
    }
    /** The names of all repositories. */
    get repositories() {
        return [...this.#contents.repositories.keys()].toSorted();
    }
    /** Every change of a tag so far, such as `create org/app:v1`; the others are `move` and `delete`. */
    get tagUpdates() {
        return this.#contents.tagUpdates;
    }
    /** How many uploads have begun and not ended. */
    get openUploads() {
        return this.#contents.sessions.size;
    }
    /** Puts a blob into a repository, without a request. Returns its digest. */
    async addBlob(name, bytes) {
        const growing = this.#contents.newContent();
        for await (const chunk of Buffer.isBuffer(bytes) ? [bytes] : bytes)
            await growing.append(chunk);
        const { digest, content } = await growing.finish('sha256');
        await this.#contents.addBlob(name, digest, content);
        return digest;
    }
    /** Puts a manifest into a repository, without a request and without any check. Returns its digest. */
    addManifest(name, bytes, { mediaType, tag }) {
        const digest = (0,core_digest/* digestOf */.ol)(bytes);
        const manifest = { digest, mediaType, bytes, fields: fieldsOf(bytes) ?? {} };
        this.#contents.addManifest(this.#contents.writable(name), manifest, tag);
        return digest;
    }
    /** No token that was given so far is good any more. */
    expireTokens() {
        this.#tokenServer.expireAll();
    }
    /** Closes every connection, and removes all blobs. */
    async close() {
        this.#wire.close();
        await this.#contents.remove();
    }
    /** Closes the server. Throws the errors of this server itself. */
    async [Symbol.asyncDispose]() {
        await this.close();
        const { failures } = this.#wire;
        if (failures.length > 0)
            throw new AggregateError(failures, failures.map(String).join('\n'));
    }
    async #received(message, origin) {
        const request = exchange_readRequest(message, origin);
        const answer = async (fault) => {
            const { delay, limit } = withDefaults(this.settings);
            return this.#limits.within(limit, async () => {
                if (delay > 0)
                    await (0,external_node_timers_promises_.setTimeout)(delay);
                return this.#answer(request, fault);
            });
        };
        return { record: request.record, answer };
    }
    async #answer(request, fault) {
        const { record } = request;
        const isHere = record.origin === 'registry' && this.#auth?.tokens?.elsewhere !== true;
        if (record.origin === 'tokens' || (isHere && record.path === '/token'))
            return this.#tokenAnswer(request);
        const settings = withDefaults(this.settings);
        return dispatcher_served({
            ...request,
            contents: this.#contents,
            settings,
            base: settings.absoluteLocations ? this.url : '',
            elsewhere: (path, query) => this.#signed(path, query),
            fault,
            admission: this.#admission,
            isSigned: request.query.get('signature') === this.#signature,
        });
    }
    #signed(path, query) {
        const signed = new URLSearchParams(query);
        signed.set('signature', this.#signature);
        return `${this.storageUrl}${path}?${signed.toString()}`;
    }
    async #tokenAnswer({ message, query, record }) {
        const body = record.method === 'POST' ? await (0,consumers_.text)(message) : '';
        record.bytes = Buffer.byteLength(body);
        const { authorization } = record.headers;
        try {
            return this.#tokenServer.answer({ method: record.method, query, form: new URLSearchParams(body), authorization });
        }
        catch (error) {
            if (error instanceof refused_Refused)
                return error.answer;
            throw error;
        }
    }
}
function admissionOf(auth, tokenServer, origins) {
    if (auth === undefined)
        return undefined;
    const origin = auth.tokens?.elsewhere === true ? origins.tokens : origins.registry;
    return new Admission({ rules: auth, tokenServer, realm: auth.tokens?.realm ?? `${origin.url}/token` });
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/forward.js



const connectionHeaders = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;
/** The headers of a message without those that are only about its connection. */
const endToEnd = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !connectionHeaders.test(name)));
/** Whether a request changes nothing. */
const isRead = ({ method = '' }) => ['GET', 'HEAD'].includes(method);
/** Sends a request on to another server, and its answer back. */
async function forward(message, response, { host, port, path, headers, answered = endToEnd, rewritten }) {
    const outgoing = (0,external_node_http_.request)({
        host,
        port,
        path,
        method: message.method ?? 'GET',
        headers: headers,
    });
    response.on('close', () => outgoing.destroy());
    const arrived = Promise.withResolvers();
    outgoing.on('response', arrived.resolve).on('error', arrived.reject);
    message.pipe(outgoing);
    const incoming = await arrived.promise;
    const rewrite = rewritten?.(incoming.headers);
    if (rewrite === undefined)
        return passOn(incoming, response, answered);
    const text = rewrite((await (0,consumers_.buffer)(incoming)).toString('utf8'));
    const length = { 'content-length': String(Buffer.byteLength(text)) };
    response
        .writeHead(incoming.statusCode ?? 502, { ...answered(incoming.headers), ...length })
        .end(text);
}
/** Gives the client the answer of another server as it comes. */
async function passOn(incoming, response, answered = endToEnd) {
    response.writeHead(incoming.statusCode ?? 502, answered(incoming.headers));
    await (0,external_node_stream_promises_.pipeline)(incoming, response).catch(() => undefined); // whoever left needs no answer
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/github-front.js

/** Whether a host is that of the pages and of git, and not of the API. */
const isPage = (host) => host === 'github.com' || host === 'www.github.com';
/** Lets the embedded servers answer for github.com and its API. */
class GitHubFront {
    #embedded;
    constructor(embedded) {
        this.#embedded = embedded;
    }
    about(message, { hostname, pathname, searchParams }) {
        const path = isPage(hostname) ? pathname : (/^\/repos(\/.*)$/.exec(pathname)?.[1] ?? '');
        const [, owner = '', name = ''] = /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/|$)/.exec(path) ?? [];
        const isGitRead = pathname.endsWith('/git-upload-pack') && message.method === 'POST';
        const isPush = searchParams.get('service') === 'git-receive-pack';
        return {
            isEmbedded: name === '' || this.#embedded.has(`${owner}/${name}`),
            isPublicRead: isGitRead || (isRead(message) && !isPush),
        };
    }
    async answer(message, response, { url }) {
        const { api, git } = this.#embedded;
        const isApi = !isPage(url.hostname);
        const to = isApi ? api : git;
        const { authorization, ...headers } = endToEnd(message.headers);
        const asset = isApi ? undefined : this.#assetAt(url.pathname);
        if (asset !== undefined) {
            const path = `/repos/${asset}`;
            const wanted = { ...headers, host: api.host, accept: 'application/octet-stream' };
            return forward(message, response, { host: api.hostname, port: Number(api.port), path, headers: wanted });
        }
        const isUpload = url.hostname === 'uploads.github.com';
        await forward(message, response, {
            host: to.hostname,
            port: Number(to.port),
            path: `${isUpload ? '/uploads' : ''}${url.pathname}${url.search}`,
            headers: {
                ...headers,
                host: to.host,
                ...(authorization !== undefined && { authorization }),
                ...(isApi && { 'accept-encoding': 'identity' }),
            },
            answered: (given) => this.#outwardHeaders(given),
            rewritten: ({ 'content-type': type = '' }) => isApi && type.startsWith('application/json') ? (text) => this.#outward(text) : undefined,
        });
    }
    /** What the API calls the file of a release that has an address for everybody. */
    #assetAt(path) {
        const [, repository = '', latest, tag = '', name = ''] = /^\/([^/]+\/[^/]+)\/releases\/(?:(latest\/download)|download\/([^/]+))\/([^/]+)$/.exec(path) ?? [];
        if (name === '')
            return undefined;
        const [wanted, file] = [tag, name].map(decodeURIComponent);
        const id = this.#embedded.assetOf(repository, latest === undefined ? wanted : undefined, file ?? '');
        return id === undefined ? undefined : `${repository}/releases/assets/${id}`;
    }
    #outwardHeaders(headers) {
        const { location, link } = headers;
        return {
            ...endToEnd(headers),
            ...(location !== undefined && { location: this.#outward(location) }),
            ...(link !== undefined && { link: this.#outward(String(link)) }),
        };
    }
    /** With the addresses that GitHub has for everybody. */
    #outward(text) {
        const { api, git } = this.#embedded;
        return text
            .replaceAll(`${api.origin}/uploads`, 'https://uploads.github.com')
            .replaceAll(api.origin, 'https://api.github.com')
            .replaceAll(git.origin, 'https://github.com');
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/hosts.js
const github = new Set(['github.com', 'www.github.com', 'api.github.com', 'uploads.github.com']);
/** Hosts that only give. */
const sources = new Set([
    // Python
    'pypi.org',
    'files.pythonhosted.org',
    'bootstrap.pypa.io',
    'repo.anaconda.com',
    // Go
    'proxy.golang.org',
    'sum.golang.org',
    'index.golang.org',
    'go.dev',
    'dl.google.com',
    // JavaScript
    'nodejs.org',
    'npm.jsr.io',
    'deno.land',
    // Rust
    'index.crates.io',
    'static.crates.io',
    'static.rust-lang.org',
    // Java
    'repo.maven.apache.org',
    'repo1.maven.org',
    'services.gradle.org',
    'downloads.gradle.org',
    // .NET
    'api.nuget.org',
    // Ruby
    'index.rubygems.org',
    // Systems
    'deb.debian.org',
    'security.debian.org',
    'archive.ubuntu.com',
    'security.ubuntu.com',
    'azure.archive.ubuntu.com',
    'ports.ubuntu.com',
    'dl-cdn.alpinelinux.org',
    'mirrors.fedoraproject.org',
    'download.docker.com',
    'apt.releases.hashicorp.com',
    'releases.hashicorp.com',
    // Kubernetes
    'get.helm.sh',
    'dl.k8s.io',
    'cdn.dl.k8s.io',
    'pkgs.k8s.io',
    // What GitHub serves from other hosts
    'codeload.github.com',
    'raw.githubusercontent.com',
    'objects.githubusercontent.com',
    'release-assets.githubusercontent.com',
]);
/** Hosts where the same server reads and publishes. */
const shared = new Set([
    'registry.npmjs.org',
    'registry.yarnpkg.com',
    'crates.io',
    'rubygems.org',
    'plugins.gradle.org',
    'jsr.io',
    'storage.googleapis.com',
]);
function hosts_kindOf(host) {
    if (github.has(host))
        return 'github';
    if (sources.has(host))
        return 'source';
    return shared.has(host) ? 'shared source' : 'other';
}
/** Registries whose hosts answer to little else. What is pushed there never leaves the machine, whatever is permitted. */
const registries = /^(?:ghcr\.io|(?:index\.|registry-1\.)?docker\.io|quay\.io|(?:.+\.)?(?:gcr\.io|pkg\.dev|azurecr\.io)|registry\.k8s\.io|registry\.gitlab\.com|mcr\.microsoft\.com|public\.ecr\.aws|.+\.dkr\.ecr\..+)$/;
const isRegistry = (host) => registries.test(host);
const isLoopback = (host) => /^(?:127(?:\.\d+){3}|\[?::1\]?|localhost|.*\.localhost)$/.test(host);

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/rehearsal/outside/id-tokens.js


const minutes = 5;
// https://docs.github.com/actions/reference/security/oidc
/** The tokens of OpenID Connect that jobs may ask for. Nobody knows the key that signs them. */
class IdTokens {
    issued = [];
    #key;
    /** The variables of a step. Without the permission it has none. */
    variablesFor({ room }, address, token) {
        if (room.permissions['id-token'] !== 'write')
            return {};
        return {
            ACTIONS_ID_TOKEN_REQUEST_URL: `${address}/${endpoint}?api-version=2.0`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
        };
    }
    async answer(message, response, asked) {
        const { room, at, token } = asked;
        if (message.headers.authorization !== `Bearer ${token}`)
            return void response.writeHead(401).end();
        const claims = claimsOf(room, new URL(message.url ?? '', 'http://localhost').searchParams.get('audience'));
        const { aud: audience, sub: subject } = claims;
        if (!this.issued.some((one) => one.audience === audience && one.subject === subject))
            this.issued.push({ audience, subject, at });
        const value = await this.#signed(claims);
        room.masks.add(value);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ count: value.length, value }));
    }
    async #signed(claims) {
        this.#key ??= (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
        const header = { alg: 'RS256', kid: 'rehearsal', typ: 'JWT' };
        const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
        return `${text}.${(0,external_node_crypto_.sign)('RSA-SHA256', Buffer.from(text), await this.#key).toString('base64url')}`;
    }
}
/** The last part of the address at which a step asks for a token. */
const endpoint = 'id-token';
function claimsOf({ contexts, workflow, deployment }, audience) {
    const github = contexts['github'];
    const text = (name) => github[name] ?? '';
    const [repository, ref] = [text('repository'), text('ref')];
    const now = Math.floor(Date.now() / 1000);
    const isElsewhere = workflow.includes('@'); // a workflow of another repository has its ref in its name
    return {
        jti: (0,external_node_crypto_.randomUUID)(),
        sub: `repo:${repository}:${subjectOf(github, deployment)}`,
        aud: audience ?? `https://github.com/${text('repository_owner')}`,
        iss: 'https://token.actions.githubusercontent.com',
        ...(deployment !== undefined && { environment: deployment }),
        ...Object.fromEntries(taken.map((name) => [name, text(name)])),
        ref_protected: 'false',
        repository_visibility: 'public',
        runner_environment: 'github-hosted',
        job_workflow_ref: isElsewhere ? workflow : `${repository}/${workflow}@${ref}`,
        ...(!isElsewhere && { job_workflow_sha: text('sha') }),
        nbf: now - minutes * 60,
        iat: now,
        exp: now + minutes * 60,
    };
}
const taken = 'actor actor_id base_ref event_name head_ref ref ref_type sha repository repository_id repository_owner repository_owner_id run_attempt run_id run_number workflow workflow_ref workflow_sha'.split(' ');
/** What receivers look at most: the environment, a pull request, or the ref. */
function subjectOf(github, deployment) {
    if (deployment !== undefined)
        return `environment:${deployment.replaceAll(':', '%3A')}`;
    return github['event_name'] === 'pull_request' ? 'pull_request' : `ref:${github['ref']}`;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/src/rehearsal/outside/onward.js




/** Leads connections out of this machine, through the proxy of the person if there is one. */
class Onward {
    #env;
    constructor(env) {
        this.#env = env;
    }
    /** A connection on which the bytes of the client can go on. */
    async connect({ host, port }) {
        const proxy = this.#proxyFor('https', host);
        if (proxy === undefined)
            return connected((0,external_node_net_.connect)({ host, port }));
        const outgoing = (0,external_node_http_.request)({
            method: 'CONNECT',
            host: proxy.hostname,
            port: portOf(proxy),
            path: `${host}:${port}`,
            headers: { host: `${host}:${port}`, ...credentialsOf(proxy) },
            ...(proxy.protocol === 'https:' && {
                createConnection: () => (0,external_node_tls_.connect)({ host: proxy.hostname, port: portOf(proxy), servername: proxy.hostname }),
            }),
        }).end();
        const [{ statusCode }, socket] = (await (0,external_node_events_.once)(outgoing, 'connect'));
        if (statusCode === 200)
            return socket;
        socket.destroy();
        throw new Error(`the proxy ${proxy.host} answered ${statusCode}`);
    }
    /** Where a plain request to an address has to be sent, and what has to be added to it. */
    plain(url) {
        const proxy = this.#proxyFor('http', url.hostname);
        if (proxy === undefined)
            return { to: { host: url.hostname, port: Number(url.port || 80) }, path: url.pathname + url.search, headers: {} };
        return { to: { host: proxy.hostname, port: portOf(proxy) }, path: url.href, headers: credentialsOf(proxy) };
    }
    #proxyFor(scheme, host) {
        const valueOf = (name) => this.#env[name] || this.#env[name.toUpperCase()];
        const [given, exempt = ''] = [valueOf(`${scheme}_proxy`), valueOf('no_proxy')];
        const isExempt = exempt
            .split(/[\s,]+/)
            .filter(Boolean)
            .some((one) => one === '*' || `.${host}`.endsWith(`.${one.replace(/^\*?\./, '')}`));
        if (given === undefined || isExempt)
            return undefined;
        return URL.parse(given.includes('://') ? given : `http://${given}`) ?? undefined;
    }
}
const portOf = ({ port, protocol }) => Number(port || (protocol === 'https:' ? 443 : 80));
function credentialsOf({ username, password }) {
    if (username === '')
        return {};
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
async function connected(socket) {
    await (0,external_node_events_.once)(socket, 'connect');
    return socket;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/proxy.js



/** The proxy to which the variables of every step lead. */
class Proxy {
    port;
    #server;
    #inner;
    #answering;
    #destinations = new WeakMap();
    #sockets = new Set();
    /** Which steps have spoken to which hosts, so that they trust the certificates. */
    #secured = new Set();
    static async listen(answering) {
        const server = (0,external_node_http_.createServer)();
        server.listen(0, '127.0.0.1');
        await (0,external_node_events_.once)(server, 'listening');
        return new Proxy(server, answering);
    }
    constructor(server, answering) {
        this.#server = server;
        this.#inner = new external_node_http_.Server();
        this.#answering = answering;
        this.port = server.address().port; // it listens on a port, not on a pipe
        server.on('connect', (message, socket, head) => void this.#tunnel(message, socket, head));
        server.on('request', (message, response) => void this.#plain(message, response));
        this.#inner.on('request', (message, response) => void this.#encrypted(message, response));
    }
    async [Symbol.asyncDispose]() {
        this.#server.close();
        this.#server.closeAllConnections();
        for (const socket of this.#sockets)
            socket.destroy();
        await Promise.resolve();
    }
    async #tunnel(message, socket, head) {
        const { hostname, port } = new URL(`http://${message.url ?? ''}`);
        const destination = { ...this.#visiting(message), host: hostname.toLowerCase(), port: Number(port || 443) };
        this.#keep(socket);
        try {
            if (this.#answering.isTunnelled(destination)) {
                const onward = this.#keep(await this.#answering.connect(destination));
                established(socket, head);
                onward.pipe(socket).pipe(onward);
                return;
            }
            const secureContext = await this.#answering.contextFor(destination.host);
            established(socket, head);
            const inner = new external_node_tls_.TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
            this.#keep(inner);
            const asker = `${message.headers['proxy-authorization']} ${destination.host}`;
            const unread = ({ code }) => {
                // A program that ends drops a connection that it has just opened.
                if (code !== 'ECONNRESET' || !this.#secured.has(asker))
                    this.#answering.unread(destination);
            };
            inner.once('error', unread);
            inner.once('secure', () => {
                inner.off('error', unread);
                this.#secured.add(asker);
            });
            this.#destinations.set(inner, destination);
            this.#inner.emit('connection', inner);
        }
        catch (error) {
            socket.end(`HTTP/1.1 502 ${error.message.replaceAll(/[^ -~]/g, ' ')}\r\n\r\n`);
        }
    }
    /** A request that was encrypted for its host. */
    async #encrypted(message, response) {
        const destination = this.#destinations.get(message.socket);
        if (destination === undefined)
            return void response.destroy();
        const { host, port } = destination;
        const url = new URL(message.url ?? '/', `https://${host}${port === 443 ? '' : `:${port}`}`);
        await this.#answered(message, response, () => this.#answering.answer(message, response, { ...destination, url }));
    }
    /** A request without encryption: to another host, or to this server. */
    async #plain(message, response) {
        const url = URL.parse(message.url ?? '');
        if (url?.protocol !== 'http:')
            return this.#answered(message, response, () => this.#answering.own(message, response));
        const asked = { ...this.#visiting(message), host: url.hostname, port: Number(url.port || 80), url };
        await this.#answered(message, response, () => this.#answering.answer(message, response, asked));
    }
    async #answered(message, response, answer) {
        try {
            await answer();
        }
        catch (error) {
            if (response.headersSent)
                response.destroy();
            else
                response.writeHead(502, { 'content-type': 'text/plain' }).end(`${error.message}\n`);
        }
        message.resume(); // reads the rest of what nobody wanted
    }
    #visiting({ headers }) {
        const [, credentials = ''] = /^basic (\S+)$/i.exec(headers['proxy-authorization'] ?? '') ?? [];
        const name = Buffer.from(credentials, 'base64').toString('utf8').split(':')[0];
        return { visitor: this.#answering.visitor(name) };
    }
    #keep(socket) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
        return socket;
    }
}
function established(socket, head) {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0)
        socket.unshift(head);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/reader.js





const mostRedirects = 5;
/** Reads from real servers, without anything that says who asks. */
class Reader {
    #onward;
    constructor(onward) {
        this.#onward = onward;
    }
    /** Answers a request with what the real server says to somebody who is not signed in. */
    async answer(message, response, url) {
        const { authorization: _, cookie: __, host: ___, ...headers } = endToEnd(message.headers);
        await passOn(await this.#send(url, headers, message), response);
    }
    /** The same for a registry, which wants a token even of those who are not signed in. Redirects are followed. */
    async answerFromRegistry(message, response, url) {
        const { accept, range } = message.headers;
        const headers = { ...(accept !== undefined && { accept }), ...(range !== undefined && { range }) };
        let incoming = await this.#send(url, headers, message);
        if (incoming.statusCode === 401) {
            const token = await this.#token(incoming.headers['www-authenticate'] ?? '');
            incoming.resume();
            incoming = await this.#send(url, { ...headers, authorization: `Bearer ${token}` }, message);
        }
        for (let count = 0; count < mostRedirects && incoming.headers.location !== undefined; count++) {
            incoming.resume();
            incoming = await this.#send(new URL(incoming.headers.location, url), headers, message);
        }
        await passOn(incoming, response);
    }
    async #token(challenge) {
        const { realm, ...parameters } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
        if (realm === undefined)
            return '';
        const url = new URL(realm);
        for (const [name, value] of Object.entries(parameters))
            url.searchParams.set(name, value);
        const answer = await this.#send(url, {}, undefined);
        const { token = '', access_token: other = '' } = JSON.parse(await (0,consumers_.text)(answer));
        return token || other;
    }
    async #send(url, headers, message) {
        const [host, port] = [url.hostname, Number(url.port || 443)];
        const socket = (0,external_node_tls_.connect)({ socket: await this.#onward.connect({ host, port }), servername: host });
        await (0,external_node_events_.once)(socket, 'secureConnect');
        const outgoing = (0,external_node_http_.request)({
            createConnection: () => socket,
            host,
            port,
            path: url.pathname + url.search,
            method: message?.method ?? 'GET',
            headers: { ...headers, host: url.host, 'user-agent': 'rehearsal' },
        });
        const arrived = Promise.withResolvers();
        outgoing.on('response', arrived.resolve).on('error', arrived.reject);
        if (message === undefined || isRead(message))
            outgoing.end();
        else
            message.pipe(outgoing);
        const incoming = await arrived.promise;
        incoming.on('close', () => socket.destroy());
        return incoming;
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/registry-front.js






/** The name that people give a registry. */
const registryOf = (host, port) => {
    const name = (0,passwords/* registryNamed */.Zv)(host);
    return port === 443 || name === 'docker.io' ? name : `${name}:${port}`;
};
/** Whether a request is one that registries answer. */
const isForRegistry = ({ pathname }) => /^\/v2(?:\/|$)/.test(pathname) || pathname === tokenPath;
const tokenPath = '/rehearsal-token';
/** Lets the embedded registry answer for every registry: the host becomes the beginning of the names of its repositories. */
class RegistryFront {
    #embedded;
    #access;
    /** The passwords for which tokens were given. */
    #tokens = new Map();
    constructor(embedded, access) {
        this.#embedded = embedded;
        this.#access = access;
    }
    async answer(message, response, { asked, missing }) {
        const { url, host, port } = asked;
        const registry = registryOf(host, port);
        if (url.pathname === tokenPath)
            return this.#giveToken(message, response, asked);
        const [, name, rest, reference = ''] = /^\/v2\/(.+?)(\/(?:manifests|blobs|tags|referrers)\/(.*))$/.exec(url.pathname) ?? [];
        const password = this.#passwordIn(message.headers.authorization);
        if (name === undefined)
            return password === undefined ? challenge(response, url) : ping(response);
        if (!isRead(message)) {
            if (password === undefined)
                return challenge(response, url, name);
            const isSure = asked.visitor?.room.leftOut.length === 0;
            const refusal = this.#access.refusal({ registry, repository: name, password, isSure });
            if (refusal !== undefined)
                return registry_front_refuse(response, refusal);
        }
        else if (!this.#access.has({ registry, repository: name }, reference) && (await missing(name)))
            return;
        const space = (0,images_name/* embeddedRepository */.p3)({ registry, repository: '' });
        const outward = (address) => address.replace(`/v2/${space}`, '/v2/');
        const from = url.searchParams.get('from');
        if (from !== null)
            url.searchParams.set('from', `${space}${from}`);
        const { authorization: _, ...headers } = endToEnd(message.headers);
        await forward(message, response, {
            ...this.#embedded,
            path: `/v2/${space}${name}${rest}${url.search}`,
            headers: { ...headers, host: this.#embedded.host },
            answered: (given) => outwardHeaders(given, outward),
            rewritten: ({ 'content-type': type = '' }) => rest?.endsWith('/tags/list') === true && type.startsWith('application/json')
                ? (body) => body.replace(JSON.stringify(`${space}${name}`), JSON.stringify(name))
                : undefined,
        });
    }
    /** https://distribution.github.io/distribution/spec/auth/token/ */
    async #giveToken(message, response, { url, host, port }) {
        const form = message.method === 'POST' ? new URLSearchParams(await (0,consumers_.text)(message)) : url.searchParams;
        const password = basicPassword(message.headers.authorization) ?? form.get('password') ?? form.get('refresh_token');
        const registry = registryOf(host, port);
        if (password !== null && !this.#access.knows(registry, password))
            return registry_front_refuse(response, this.#access.wrong());
        const token = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
        if (password !== null)
            this.#tokens.set(token, password);
        const body = JSON.stringify({ token, access_token: token, expires_in: 3600 });
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    }
    #passwordIn(authorization) {
        const [, token] = /^bearer (\S+)$/i.exec(authorization ?? '') ?? [];
        if (token !== undefined)
            return this.#tokens.get(token);
        return basicPassword(authorization);
    }
}
function basicPassword(authorization) {
    const [, credentials] = /^basic (\S+)$/i.exec(authorization ?? '') ?? [];
    return credentials === undefined ? undefined : (0,access/* passwordOf */.N)(credentials);
}
function ping(response) {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}
function challenge(response, { origin, host }, name) {
    const scope = name === undefined ? '' : `,scope="repository:${name}:pull,push"`;
    const header = `Bearer realm="${origin}${tokenPath}",service="${host}"${scope}`;
    registry_front_refuse(response, { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }, header);
}
function registry_front_refuse(response, { status, code, message }, authenticate) {
    response
        .writeHead(status, {
        'content-type': 'application/json',
        ...(authenticate !== undefined && { 'www-authenticate': authenticate }),
    })
        .end(JSON.stringify({ errors: [{ code, message }] }));
}
function outwardHeaders(headers, outward) {
    const { location, link } = headers;
    return {
        ...endToEnd(headers),
        ...(location !== undefined && { location: outward(location) }),
        ...(link !== undefined && { link: outward(String(link)) }),
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/trust.js



/** Where systems keep the authorities that they trust, as Go looks for them: https://go.dev/src/crypto/x509/root_linux.go */
const places = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
const trustIn = (folder) => ({
    all: (0,external_node_path_.join)(folder, 'all.pem'),
    own: (0,external_node_path_.join)(folder, 'own.pem'),
    wgetrc: (0,external_node_path_.join)(folder, 'wgetrc'),
});
/** Writes the certificates that programs have to trust. What the person trusts already stays trusted. */
async function writeTrust(pem, { all, own, wgetrc }, env) {
    const given = [env['SSL_CERT_FILE'], env['CURL_CA_BUNDLE'], ...places].filter((path) => path !== undefined);
    const extra = await trust_textOf(env['NODE_EXTRA_CA_CERTS']);
    const system = (await firstText(given)) ?? external_node_tls_.rootCertificates.join('\n');
    await (0,promises_.writeFile)(own, `${pem}\n${extra ?? ''}`);
    await (0,promises_.writeFile)(wgetrc, `ca_certificate = ${all}\n`);
    await (0,promises_.writeFile)(all, `${pem}\n${system}\n${extra ?? ''}`);
}
async function firstText(paths) {
    for (const path of paths) {
        const text = await trust_textOf(path);
        if (text !== undefined)
            return text;
    }
    return undefined;
}
const trust_textOf = (path) => path === undefined ? Promise.resolve(undefined) : (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
/** The variables by which programs find certificates. Go obeys the first one on Linux only. */
const trustVariables = ({ all, own, wgetrc }) => ({
    SSL_CERT_FILE: all,
    CURL_CA_BUNDLE: all,
    GIT_SSL_CAINFO: all,
    REQUESTS_CA_BUNDLE: all,
    PIP_CERT: all,
    AWS_CA_BUNDLE: all,
    CARGO_HTTP_CAINFO: all,
    NODE_EXTRA_CA_CERTS: own,
    DENO_CERT: own,
    WGETRC: wgetrc,
});

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/visitor.js

/** Says with file and line that a step did not reach a host. */
function reportUnreached({ visitor, host }, what) {
    const remedy = hosts_kindOf(host) === 'github' ? '' : ` (permit it with --allow ${host})`;
    visitor?.speech.omit(`it would have ${what}${remedy}`, visitor.at);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/outside/outside.js













// Why: docs/decisions.md D86
/** What programs of a step reach instead of the internet. */
class Outside {
    #options;
    #proxy;
    #trust;
    #visitors = new Map();
    #onward;
    #reader;
    #registry;
    #github;
    #idTokens = new IdTokens();
    /** What was looked for in registries and not found. */
    #missed = [];
    #allowed = [];
    #authority;
    static async open(options) {
        await (0,promises_.mkdir)(options.folder, { recursive: true });
        const opened = {};
        const outside = () => opened.outside; // the proxy answers nothing before it is returned
        const proxy = await Proxy.listen({
            isTunnelled: (destination) => outside().#isTunnelled(destination),
            connect: (destination) => outside().#onward.connect(destination),
            contextFor: async (host) => (await outside().#ready()).contextFor(host),
            answer: (message, response, asked) => outside().#answer(message, response, asked),
            unread: (destination) => reportUnreached(destination, `spoken to ${destination.host}`),
            visitor: (name) => outside().#visitor(name),
            own: (message, response) => outside().#answerStep(message, response),
        });
        return (opened.outside = new Outside(proxy, options));
    }
    constructor(proxy, options) {
        const { folder, env, github, registry, access, has, assetOf } = options;
        this.#proxy = proxy;
        this.#options = options;
        this.#trust = trustIn(folder);
        this.#onward = new Onward(env);
        this.#reader = new Reader(this.#onward);
        const { hostname, port } = new URL(registry.url);
        this.#registry = new RegistryFront({ host: hostname, port: Number(port) }, access);
        this.#github = new GitHubFront({ api: new URL(github.url), git: new URL(github.git.url), has, assetOf });
    }
    /** Begins to make what the first program needs: it takes as long as a few processes of git, which can run meanwhile. */
    prepare() {
        this.#ready().catch(() => undefined); // the first step that needs it is told
    }
    /** Lets programs reach these hosts. */
    allow(hosts) {
        this.#allowed = hosts;
    }
    #ready() {
        return (this.#authority ??= authorityIn(this.#trust, this.#options.env));
    }
    async [Symbol.asyncDispose]() {
        await this.#authority?.catch(() => undefined); // it may still write its files
        await this.#proxy[Symbol.asyncDispose]();
    }
    /** The variables that lead the programs of a step here. */
    async variablesFor(visitor) {
        await this.#ready();
        const name = `step-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`; // whoever knows it speaks for the step
        this.#visitors.set(name, visitor);
        const proxy = `http://${name}:rehearsal@127.0.0.1:${this.#proxy.port}`;
        const none = '127.0.0.1,localhost,.localhost,::1';
        const address = `http://127.0.0.1:${this.#proxy.port}/${name}`;
        return {
            ...this.#idTokens.variablesFor(visitor, address, name),
            ...trustVariables(this.#trust),
            [programsVariable]: address,
            http_proxy: proxy,
            https_proxy: proxy,
            no_proxy: none,
            HTTP_PROXY: proxy,
            HTTPS_PROXY: proxy,
            NO_PROXY: none,
            NODE_USE_ENV_PROXY: '1',
            GIT_HTTP_PROXY_AUTHMETHOD: 'basic', // otherwise git sends its first request without the name of the step
        };
    }
    /** What steps got as tokens of OpenID Connect. */
    get issued() {
        return this.#idTokens.issued;
    }
    /** Says of each step which images it looked for that no step has pushed. */
    reportMissed() {
        for (const { asked, registry, repository } of this.#missed)
            if (!this.#options.access.has({ registry, repository }, 'list'))
                reportUnreached(asked, `read ${registry}/${repository}`);
    }
    /** A program that does not say its name belongs to the step that began last. */
    #visitor(name) {
        return this.#visitors.get(name ?? '') ?? [...this.#visitors.values()].at(-1);
    }
    /** Answers a program of a step that is stood in for, or one that asks for a token. */
    async #answerStep(message, response) {
        const [, step = '', name = ''] = (message.url ?? '').split(/[/?]/);
        const visitor = this.#visitors.get(step);
        if (visitor === undefined)
            return void response.writeHead(404).end();
        if (name === endpoint)
            return this.#idTokens.answer(message, response, { ...visitor, token: step });
        const missed = ({ registry, repository }) => void this.#missed.push({ asked: { visitor, host: registry, port: 443 }, registry, repository });
        return answerProgram(message, response, { name, visitor, missed, world: this.#options.world() });
    }
    #isAllowed(host) {
        return isLoopback(host) || this.#allowed.includes(host);
    }
    #isTunnelled({ host, port }) {
        const kind = hosts_kindOf(host);
        if (kind === 'source' && port === 443)
            return true;
        return kind !== 'github' && this.#isAllowed(host) && !isRegistry(host);
    }
    async #answer(message, response, asked) {
        const { url, host, port } = asked;
        if (isForRegistry(url))
            return this.#answerForRegistry(message, response, asked);
        const kind = hosts_kindOf(host);
        if (kind === 'github')
            return this.#answerForGitHub(message, response, asked);
        if (kind === 'shared source' && isRead(message))
            return this.#reader.answer(message, response, url);
        if (url.protocol === 'http:' && (this.#isAllowed(host) || (kind === 'source' && isRead(message)))) {
            const { to, path, headers } = this.#onward.plain(url);
            return forward(message, response, { ...to, path, headers: { ...endToEnd(message.headers), ...headers } });
        }
        reportUnreached(asked, `sent ${message.method} ${url.origin}${url.pathname}`);
        response
            .writeHead(403, { 'content-type': 'text/plain' })
            .end(`A rehearsal does not speak to ${host}${port === 443 ? '' : `:${port}`}. Permit it with --allow ${host}.\n`);
    }
    #answerForRegistry(message, response, asked) {
        const registry = registryOf(asked.host, asked.port);
        const missing = async (repository) => {
            if (this.#allowed.includes(asked.host)) {
                await this.#reader.answerFromRegistry(message, response, asked.url);
                return true;
            }
            this.#missed.push({ asked, registry, repository });
            return false;
        };
        return this.#registry.answer(message, response, { asked, missing });
    }
    async #answerForGitHub(message, response, asked) {
        const { isEmbedded, isPublicRead } = this.#github.about(message, asked.url);
        if (!isEmbedded && isPublicRead)
            return this.#reader.answer(message, response, asked.url);
        if (!isEmbedded)
            reportUnreached(asked, `sent ${message.method} ${asked.url.origin}${asked.url.pathname}`);
        return this.#github.answer(message, response, asked);
    }
}
/** Certificates for every host, whose authority programs find in the files of `trust`. */
async function authorityIn(trust, env) {
    const certificates = await Promise.all(/* import() */[__webpack_require__.e("certificates-packages"), __webpack_require__.e("certificates")]).then(__webpack_require__.bind(__webpack_require__, 42893));
    const authority = new certificates.Authority();
    await writeTrust(authority.pem, trust, env);
    return authority;
}

// EXTERNAL MODULE: ./build/src/rehearsal/servers/pushes.js
var pushes = __webpack_require__(73980);
;// CONCATENATED MODULE: ./build/src/rehearsal/servers/refused.js
/** The permissions of GitHub's header: `contents=write,workflows=write; contents=write`. */
function acceptedBy(header) {
    if (header === undefined || header === '')
        return [];
    return header.split(';').map((set) => set.trim().split(',').map(refused_named).join(' and '));
}
const refused_named = (pair) => pair.replace('=', ': ').replaceAll('_', '-');

;// CONCATENATED MODULE: ./build/src/rehearsal/servers/registry-access.js


/** Who may push where. Passwords that GitHub did not give are secrets of the workflow: a rehearsal makes them up, and they count. */
class RegistryAccess {
    #rules;
    #told = new Set();
    constructor(rules) {
        this.#rules = rules;
    }
    /** Whether a password can be one of this registry. Tokens of GitHub are none of others. */
    knows(registry, password) {
        return password !== '' && (registry === 'ghcr.io' || !this.#rules.tokens.has(password));
    }
    /** The answer to a wrong password. */
    wrong() {
        return { status: 401, code: 'UNAUTHORIZED', message: 'incorrect username or password' };
    }
    /** Why somebody may not push; undefined if they may. */
    refusal({ registry, repository, password, isSure }) {
        if (password === '') {
            const isOpen = isLoopback(registry.replace(/:\d+$/, '')) || (registry !== 'ghcr.io' && !isSure);
            return isOpen ? undefined : { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' };
        }
        if (!this.knows(registry, password))
            return this.wrong();
        const known = this.#rules.tokens.get(password);
        if (registry !== 'ghcr.io' || known === undefined)
            return undefined;
        const message = this.#denial(repository, known);
        if (message === undefined)
            return undefined;
        this.#tell({ registry, repository }, message, password);
        return { status: 403, code: 'DENIED', message };
    }
    /** In GitHub's words. */
    #denial(repository, { permissions }) {
        if (permissions['packages'] !== 'write')
            return 'permission_denied: write_package';
        const isOwn = repository.toLowerCase().startsWith(`${this.#rules.owner.toLowerCase()}/`);
        return isOwn ? undefined : 'installation not allowed to Create organization package';
    }
    #tell({ registry, repository }, message, token) {
        const request = `push to ${registry}/${repository}`;
        if (this.#told.has(`${request} ${token}`))
            return;
        this.#told.add(`${request} ${token}`);
        const accepted = message.startsWith('permission_denied') ? ['packages: write'] : [];
        this.#rules.refused({ request, status: 403, message, accepted, token });
    }
    /** Whether something is in the embedded registry: a tag, a digest, or for `list` the repository. */
    has(place, reference) {
        const found = this.#rules.registry.repository((0,images_name/* embeddedRepository */.p3)(place));
        if (reference === 'list')
            return found.manifests.length > 0;
        return reference in found.tags || found.manifests.includes(reference) || found.blobs.includes(reference);
    }
}

// EXTERNAL MODULE: ./build/src/rehearsal/borrowed-repository.js
var borrowed_repository = __webpack_require__(43426);
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var checkout = __webpack_require__(17493);
;// CONCATENATED MODULE: ./build/src/rehearsal/servers/repository.js





/** The bare repository that the embedded servers serve: the refs of the checkout, without a copy of its objects. */
class RehearsedRepository {
    /** `owner/name` */
    name;
    folder;
    defaultBranch;
    #checkout;
    #own;
    #files = new Map();
    #workflows = new Map();
    static async prepare(checkout, root) {
        const all = [checkout.name(), checkout.defaultBranch(), checkout.head(), (0,borrowed_repository/* refsOf */.gA)(checkout, ...repository_served)];
        const [name, defaultBranch, head, refs] = await Promise.all(all);
        const parts = { isBare: true, head: defaultBranch, refs: servedRefs(refs, { defaultBranch, head }) };
        const own = await borrowed_repository/* BorrowedRepository */.Px.make(checkout, (0,external_node_path_.join)(root, `${name}.git`), parts);
        return new RehearsedRepository(checkout, { name, defaultBranch, own });
    }
    constructor(checkout, { name, defaultBranch, own }) {
        this.#checkout = checkout;
        this.#own = own;
        this.name = name;
        this.folder = own.folder;
        this.defaultBranch = defaultBranch;
    }
    /** The trimmed output of git. What it refuses is an error of this program. */
    async git(...args) {
        const { stdout, stderr, exitCode } = await this.#own.run(args, { env: rehearser });
        if (exitCode !== 0)
            throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
        return stdout.toString('utf8').trimEnd();
    }
    /** The trimmed output of git; undefined if git finds nothing. */
    look(...args) {
        return this.#own.look(...args);
    }
    commitOf(name) {
        return this.look('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
    }
    /** Every ref, with the commit to which it leads. */
    async refs() {
        const printed = await this.git('for-each-ref', '--format=%(refname) %(objectname) %(*objectname)');
        const lines = printed === '' ? [] : printed.split('\n').map((line) => line.split(' '));
        return new Map(lines.map(([ref = '', sha = '', peeled = '']) => [ref, peeled === '' ? sha : peeled]));
    }
    /** A folder with all files of a commit, for actions that are used without a checkout. */
    files(name) {
        const known = this.#files.get(name) ?? this.#written(name);
        this.#files.set(name, known);
        return known;
    }
    async #written(name) {
        const commit = await this.commitOf(name);
        if (commit === undefined)
            return undefined;
        const folder = `${this.folder}.files/${commit}`;
        await (0,promises_.mkdir)(folder, { recursive: true });
        const env = { GIT_WORK_TREE: folder, GIT_INDEX_FILE: `${folder}.index` };
        const { stderr, exitCode } = await this.#own.run(['checkout', '--force', commit, '--', '.'], { env });
        if (exitCode !== 0)
            throw new Error(`git checkout of ${commit} ended with ${exitCode}: ${stderr}`);
        return folder;
    }
    /** Commits everything that is in the folder of the checkout, with these files besides or instead. */
    async commitUncommitted(index, proposed) {
        const head = await this.#checkout.head();
        const { folder } = this.#checkout;
        const env = { GIT_WORK_TREE: folder, GIT_INDEX_FILE: index, ...rehearser };
        const git = async (args, input = '') => {
            const all = ['-C', folder, ...args];
            const { stdout, stderr, exitCode } = await this.#own.run(all, { env, input: Buffer.from(input) });
            if (exitCode !== 0)
                throw new domain_error/* ReleaseError */.K2(`git ${args[0]} refused the files of the checkout: ${stderr.trim()}`);
            return stdout.toString('utf8').trim();
        };
        await git(['read-tree', head]);
        // In a submodule, `git add` would start a git that obeys the settings there: they stay at their commits.
        const entries = (await git(['ls-files', '--stage', '-z'])).split('\0');
        const submodules = entries.flatMap((entry) => /^160000 .*?\t(.*)$/s.exec(entry)?.[1] ?? []);
        await git(['add', '--all', '--', ':/', ...submodules.map((path) => `:(top,exclude,literal)${path}`)]);
        for (const { path, text } of proposed) {
            const blob = await git(['hash-object', '-w', '--stdin'], text);
            await git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
        }
        const tree = await git(['write-tree']);
        if (tree === (await git(['rev-parse', `${head}^{tree}`])))
            return head;
        const commit = await git(['commit-tree', '-p', head, '-m', 'Uncommitted changes of the rehearsal', tree]);
        await git(['update-ref', `refs/heads/${this.defaultBranch}`, commit]);
        return commit;
    }
    /** Makes a tag, which is annotated, or the merge of a pull request, if there is none with that name. */
    async haveRef(ref, commit) {
        if (ref.startsWith('refs/heads/') || (await this.commitOf(ref)) !== undefined)
            return;
        const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
        if (tag === undefined)
            await this.git('update-ref', ref, commit);
        else
            await this.git('tag', '--annotate', '--message', `Release ${tag}`, '--', tag, commit);
    }
    /** The workflows of a commit. */
    workflows(commit) {
        const known = this.#workflows.get(commit) ?? (0,checkout/* workflowsOf */.I)(commit, this.#own.look);
        this.#workflows.set(commit, known);
        return known;
    }
    /** A file of a commit. */
    file(commit, path) {
        return this.look('cat-file', 'blob', `${commit}:${path}`);
    }
}
const repository_served = ['refs/remotes/origin', 'refs/heads', 'refs/tags'];
/** Branches as origin has them, unless there is a local one; tags as they are here. */
function servedRefs(refs, { defaultBranch, head }) {
    const all = [...refs];
    const ofOrigin = all.map(([ref, sha]) => [ref.replace(/^refs\/remotes\/origin\//, 'refs/heads/'), sha]);
    const own = all.filter(([ref]) => !ref.startsWith('refs/remotes/'));
    return new Map([[`refs/heads/${defaultBranch}`, head], ...ofOrigin, ...own]);
}
const rehearser = {
    GIT_AUTHOR_NAME: 'You',
    GIT_AUTHOR_EMAIL: 'you@example.com',
    GIT_COMMITTER_NAME: 'You',
    GIT_COMMITTER_EMAIL: 'you@example.com',
};

;// CONCATENATED MODULE: ./build/src/rehearsal/servers/servers.js

















/** The GitHub, git server and registry of a rehearsal, and what happens there. */
class RehearsalServers {
    repository;
    github;
    registry;
    refused;
    published = [];
    /** Called with every event, in the order in which they happen. */
    onEvent = () => { };
    /** Who may push to registries. */
    access;
    outside;
    /** The names of the secrets that were sent to GitHub as tokens. */
    secretTokens = new Set();
    #actors = new Map();
    /** The names of secrets by their values. */
    #secrets = new Map();
    #tokens;
    #drafts = new Set();
    #refs = new Map();
    #turn = Promise.resolve();
    static async start(checkout, place) {
        const root = (0,external_node_path_.join)(place.root, 'remotes');
        const repository = await RehearsedRepository.prepare(checkout, root);
        const started = {};
        const github = await startGitHub({
            root,
            searchPath: place.searchPath,
            tokens: [],
            settings: { anonymousReads: true },
            observe: (exchange) => started.servers?.observe(exchange),
            observeGit: async (request) => started.servers?.observeGit(request),
        });
        const registry = await startRegistry({ folder: place.root });
        const refused = [];
        const tokens = new Map();
        const owner = repository.name.split('/')[0] ?? '';
        const access = new RegistryAccess({ registry, owner, tokens, refused: (request) => void refused.push(request) });
        const outside = await Outside.open({
            folder: (0,external_node_path_.join)(place.root, 'certificates'),
            env: place.env,
            github,
            registry,
            access,
            assetOf: (name, tag, file) => assetIn(github.repository(name), tag, file),
            world: () => started.servers, // no step runs before they are returned
            has: (name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, `${name}.git`)),
        });
        started.servers = new RehearsalServers({ repository, github, registry, refused, tokens, access, outside });
        return started.servers;
    }
    constructor(parts) {
        this.repository = parts.repository;
        this.github = parts.github;
        this.registry = parts.registry;
        this.refused = parts.refused;
        this.access = parts.access;
        this.outside = parts.outside;
        this.#tokens = parts.tokens;
    }
    /** A token that can do exactly this in the repository. */
    admit(actor, permissions) {
        const token = newToken();
        const { login, kind } = actor;
        this.github.admit({ token, login, kind, permissions, repositories: [this.repository.name] });
        this.#actors.set(token, actor);
        this.#tokens.set(token, { permissions });
        return token;
    }
    isPassword(registry, password) {
        return this.access.knows(registry, password);
    }
    /** Puts an image into the registry. The names of other registries become a part of the name of the repository. */
    async pushImage(names, image, pusher) {
        for (const name of names) {
            const password = pusher.password ?? (await (0,passwords/* passwordFor */.bE)(pusher.env, name.registry));
            const refusal = this.access.refusal({ ...name, password, isSure: pusher.room.leftOut.length === 0 });
            if (refusal !== undefined)
                throw new domain_error/* ReleaseError */.K2(`The push to ${name.registry}/${name.repository} was refused: ${refusal.status} ${refusal.message}.`, { fix: fixes[refusal.message] });
            await this.haveImage(name, image);
        }
    }
    /** Puts an image into the registry that is there before the release, or that somebody may push. */
    async haveImage(name, image) {
        const repository = (0,images_name/* embeddedRepository */.p3)(name);
        const tag = name.digest === undefined ? (name.tag ?? 'latest') : undefined;
        for (const blob of image.blobs.values())
            await this.registry.addBlob(repository, blob);
        for (const { mediaType, digest, bytes } of image.manifests)
            this.registry.addManifest(repository, bytes, {
                mediaType,
                ...(tag !== undefined && digest === image.root.digest && { tag }),
            });
    }
    /** An image of the registry; undefined if it is not there. */
    async readImage(name) {
        const repository = (0,images_name/* embeddedRepository */.p3)(name);
        const digest = name.digest ?? this.registry.repository(repository).tags[name.tag ?? 'latest'];
        const root = digest === undefined ? undefined : this.registry.manifest(repository, digest);
        if (root === undefined)
            return undefined;
        return (0,images_image/* wholeImage */.nr)(root, async (part, kind) => kind === 'blob' ? this.registry.blob(repository, part) : this.registry.manifest(repository, part)?.bytes);
    }
    /** The token of a person who may do everything. */
    admitPerson(login) {
        const token = `ghp_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
        const person = { token, login, kind: 'classic', scopes: ['repo', 'workflow'], role: 'admin' };
        this.github.admit(person);
        this.#actors.set(token, { login, kind: 'person' });
        return token;
    }
    // Why: docs/decisions.md D90
    /** A secret counts as the token of somebody who may do everything, if it is sent to GitHub. */
    admitSecret(name, value, run) {
        const login = `owner-of-${name.toLowerCase().replaceAll('_', '-')}`;
        if (this.#actors.has(value) && !this.#secrets.has(value))
            return; // it is known better
        if (!this.#secrets.has(value))
            this.github.admit({ token: value, login, kind: 'classic', scopes: ['repo', 'workflow'], role: 'admin' });
        this.#secrets.set(value, name);
        this.#actors.set(value, { login, kind: 'app', run });
    }
    /** A fork of an account that has nothing else, and whose token is known, such as that of a secret. Returns its name. */
    async fork(login, token) {
        this.github.admit({ token, login, kind: 'classic', scopes: ['public_repo', 'workflow'], repositories: [] });
        this.#actors.set(token, { login, kind: 'app' });
        const response = await fetch(`${this.github.url}/repos/${this.repository.name}/forks`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'user-agent': 'rehearsal' },
            body: '{}',
        });
        return (await response.json()).full_name;
    }
    /** The folder with the objects of the rehearsed repository. */
    objectsOf(repository) {
        return repository === this.repository.name ? (0,external_node_path_.join)(this.repository.folder, 'objects') : undefined;
    }
    /** Shows at the end that a registry of packages would get this file. */
    publish(file) {
        this.published.push(file);
    }
    /** Somebody publishes a release on GitHub's page, which makes the tag if it is not there. */
    async release(tag, commit) {
        const response = await fetch(`${this.github.url}/repos/${this.repository.name}/releases`, {
            method: 'POST',
            headers: { authorization: `Bearer ${this.admitPerson('you')}`, 'user-agent': 'rehearsal' },
            body: JSON.stringify({ tag_name: tag, target_commitish: commit, name: tag }),
        });
        if (response.ok)
            return;
        const { message } = (await response.json());
        throw new domain_error/* ReleaseError */.K2(`GitHub would not publish a release of ${tag}: ${response.status} ${message}.`, {
            fix: 'Give the name of another tag.',
        });
    }
    /** Takes the refs as they are now for known, such as after a person has pushed a tag. */
    async know() {
        this.#refs = await this.repository.refs();
    }
    async observe(exchange) {
        this.#seeSecret(exchange.authorization);
        if (exchange.status >= 400)
            this.#refuse(exchange);
        if (exchange.method === 'GET' || exchange.status >= 300)
            return;
        const actor = this.#actorOf(exchange.authorization);
        await this.#inTurn(async () => {
            await this.#movedRefs(actor);
            for (const happened of (0,servers_happened/* happenedIn */.l3)(exchange, (id) => this.#drafts.delete(id)))
                await this.tell(happened, actor);
            const { id, draft } = (exchange.answer ?? {});
            if (draft === true)
                this.#drafts.add(id);
        });
    }
    async observeGit({ authorization, updates, status, service }) {
        const token = tokenIn(authorization[0]);
        this.#seeSecret(authorization[0]);
        if (status === 403 && token !== undefined && service === 'git-receive-pack')
            this.refused.push({
                request: 'git push',
                status,
                message: 'Permission denied.',
                accepted: ['contents: write'],
                token,
            });
        if (updates.length > 0)
            await this.#inTurn(() => this.#movedRefs(this.#actorOf(authorization[0])));
    }
    async [Symbol.asyncDispose]() {
        await this.outside[Symbol.asyncDispose]();
        await this.github.close();
        await this.registry[Symbol.asyncDispose]();
    }
    #seeSecret(authorization) {
        const name = this.#secrets.get(tokenIn(authorization) ?? '');
        if (name !== undefined)
            this.secretTokens.add(name);
    }
    #refuse({ method, path, status, headers, answer, authorization }) {
        const token = tokenIn(authorization);
        if (status !== 403 || token === undefined)
            return;
        const { message = '' } = (answer ?? {});
        const accepted = acceptedBy(headers['x-accepted-github-permissions']);
        this.refused.push({ request: `${method} ${path}`, status, message, accepted, token });
    }
    #actorOf(authorization) {
        const known = this.#actors.get(tokenIn(authorization) ?? '');
        return known ?? { login: 'ghost', kind: (0,servers_happened/* botOf */.z2)('ghost') };
    }
    async #movedRefs(actor) {
        const [before, now] = [this.#refs, await this.repository.refs()];
        this.#refs = now;
        for (const event of await (0,pushes/* pushEvents */.Y)(this.repository, { before, now, actor }))
            this.onEvent(this.#complete(event, actor));
    }
    /** Lets something happen that is no request. */
    async tell(happened, actor) {
        const { defaultBranch } = this.repository;
        const { ref = `refs/heads/${defaultBranch}`, ...rest } = happened;
        const sha = ref.startsWith('refs/pull/') ? await this.#mergeOf(ref) : await this.repository.commitOf(ref);
        const head = await this.repository.commitOf(`refs/heads/${defaultBranch}`);
        this.onEvent(this.#complete({ ...rest, ref, sha: sha ?? head ?? '', actor }, actor));
    }
    /** The merge commit that GitHub prepares for the checks of a pull request. Without one, the pull request has conflicts. */
    async #mergeOf(merge) {
        const number = Number(merge.split('/')[2]);
        const pull = this.github.repository(this.repository.name).issues.get(number)?.pull;
        if (pull === undefined)
            return undefined;
        const [ours, theirs] = [`refs/heads/${pull.base.branch}`, pull.head.sha];
        const tree = await this.repository.look('merge-tree', '--write-tree', ours, theirs);
        if (tree === undefined)
            return pull.head.sha;
        const commit = await this.repository.git('commit-tree', '-p', ours, '-p', theirs, '-m', `Merge ${theirs}`, tree);
        await this.repository.git('update-ref', merge, commit);
        return commit;
    }
    /** With what the payload of every event has. */
    #complete(event, { login, kind }) {
        const { name, defaultBranch } = this.repository;
        const [owner = '', short = ''] = name.split('/');
        const repository = { full_name: name, name: short, owner: { login: owner }, default_branch: defaultBranch };
        const sender = { login, type: kind === 'person' ? 'User' : 'Bot' };
        const activity = event.activity === undefined ? {} : { action: event.activity };
        return { ...event, payload: { ...activity, ...event.payload, repository, sender } };
    }
    /** An event of a person, with the payload of all events. */
    byPerson(event) {
        return this.#complete(event, event.actor);
    }
    #inTurn(work) {
        const turn = this.#turn.then(work);
        this.#turn = turn.catch(() => undefined);
        return turn;
    }
}
const fixes = {
    'authentication required': 'Sign in to the registry in an earlier step, such as with docker/login-action.',
    'permission_denied: write_package': 'Add packages: write to the permissions of the job.',
};
function assetIn(record, tag, file) {
    const release = tag === undefined ? latestRelease(record) : record.releases.find((one) => one.tag === tag);
    return release?.assets.find(({ name }) => name === file)?.id;
}
const newToken = () => `ghs_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
/** The token of an `Authorization` header. */
function tokenIn(authorization) {
    const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
    if (value === '')
        return undefined;
    return scheme.toLowerCase() === 'basic' ? (0,access/* passwordOf */.N)(value) : value;
}
/** The levels of permissions that a token gets, without those that give nothing. */
const given = (levels) => Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== 'none'));

;// CONCATENATED MODULE: ./build/src/rehearsal/steps/own-programs.js



const machine = 'changed this machine';
const elsewhere = 'connected to another machine';
/**
 * Programs that are left out, and how they end. Changes to the machine itself are for a runner that is thrown away, and not for
 * the machine of a person. What connects by SSH would reach the real servers, because it obeys no proxy.
 */
const own_programs_leftOut = {
    brew: {
        what: machine,
        exitCode: 0,
        commands: ['bundle', 'install', 'link', 'reinstall', 'services', 'tap', 'uninstall', 'unlink', 'update', 'upgrade'],
    },
    sudo: { what: machine, exitCode: 0 },
    ssh: { what: elsewhere, exitCode: 255 },
    'ssh-keyscan': { what: elsewhere, exitCode: 0 },
    scp: { what: elsewhere, exitCode: 255 },
    sftp: { what: elsewhere, exitCode: 255 },
};
function scriptFor(name, { what, exitCode, commands }) {
    const leave = `echo "::${omission}::it would have ${what}: ${name} $*" >&2\nexit ${exitCode}\n`;
    if (commands === undefined)
        return `#!/bin/sh\n${leave}`;
    return `#!/bin/sh\ncase "$1" in ${commands.join('|')})\n${leave}esac\n${realProgram(name)}`;
}
/** corepack would write yarn and pnpm beside the Node of this machine. */
const corepack = `#!/bin/sh
case "$1" in enable|disable)
  command=$1
  shift
  mkdir -p "$npm_config_prefix/bin"
  set -- "$command" --install-directory "$npm_config_prefix/bin" "$@"
esac
${realProgram('corepack')}`;
/** Becomes the next program of that name on the PATH. */
function realProgram(name) {
    return `rest=$PATH:
while [ -n "$rest" ]; do
  folder=\${rest%%:*}
  rest=\${rest#*:}
  if [ "$folder" != "\${0%/*}" ] && [ -x "$folder/${name}" ]; then exec "$folder/${name}" "$@"; fi
done
echo "::${omission}::this machine has no ${name}" >&2
exit 127
`;
}
/** Writes the programs that are found instead of those of this machine. Returns their folder. */
function ownPrograms(root) {
    const folder = (0,external_node_path_.join)(root, 'programs');
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const scripts = Object.entries(own_programs_leftOut).map(([name, left]) => [name, scriptFor(name, left)]);
    for (const [name, script] of [...scripts, ['corepack', corepack]])
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), script, { mode: 0o755 });
    return folder;
}

// EXTERNAL MODULE: ./build/src/rehearsal/triggers/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(63831);
// EXTERNAL MODULE: ./build/src/rehearsal/secrets.js
var rehearsal_secrets = __webpack_require__(33596);
;// CONCATENATED MODULE: ./build/src/rehearsal/rehearsal.js

















const mostRuns = 50;
/** Performs the workflows that an event starts, and those that they start in their turn, until none is left. */
class Rehearsal {
    servers;
    #options;
    #searchPath;
    #groups = new ConcurrencyGroups();
    #slots;
    #folders;
    #running = new Set();
    #events = [];
    #runs = [];
    #tokens = new Map();
    #secrets = new Map();
    #environments = new Map();
    #vars = new Map();
    #numbers = new Map();
    #count = 0;
    #failure;
    constructor(servers, options) {
        this.servers = servers;
        this.#options = options;
        const own = ownPrograms(options.root);
        writePrograms(own, options.searchPath);
        this.#searchPath = [own, options.searchPath].join(external_node_path_.delimiter);
        this.#slots = new Slots(options.jobsAtOnce);
        const { root, tools } = options;
        this.#folders = new JobFolders({ root, tools, repository: servers.repository.name });
        this.#folders.prepare();
        servers.onEvent = (event) => this.#later(() => this.#happen(event));
    }
    /** Performs everything that follows from an event. */
    async perform(begin) {
        this.#later(typeof begin === 'function' ? begin : () => this.#happen(this.servers.byPerson(begin)));
        while (this.#running.size > 0)
            await Promise.all(this.#running);
        if (this.#failure !== undefined)
            throw this.#failure;
        this.servers.outside.reportMissed();
        return this.rehearsed;
    }
    /** What was performed until now. */
    get rehearsed() {
        const refused = this.servers.refused.flatMap((request) => {
            const job = this.#tokens.get(request.token);
            return job === undefined ? [] : [{ ...request, ...job }];
        });
        const runs = this.#runs.toSorted((one, other) => one.id - other.id);
        const { published, secretTokens, outside } = this.servers;
        const idTokens = outside.issued;
        const [secrets, environments, vars] = [this.#secrets, this.#environments, this.#vars];
        return { events: this.#events, runs, refused, published, secrets, environments, idTokens, secretTokens, vars };
    }
    #later(work) {
        const running = work().catch((error) => void (this.#failure ??= error));
        this.#running.add(running);
        void running.finally(() => this.#running.delete(running));
    }
    /** Starts the workflows that listen to an event. */
    async #happen(event) {
        const there = await this.servers.repository.workflows(event.sha);
        const files = there.filter(({ path }) => this.#options.isPerformed?.(path) ?? true);
        const all = (0,explain/* explained */.to)(files, event);
        if (isByPerson(event) || all.some((one) => (0,explain/* isRefused */.H0)(one) || isListening(one, event))) {
            this.#events.push({ event, all });
            this.#options.onEvent?.(event, all);
        }
        for (const { workflow } of all.filter(explain/* isStarted */.WF))
            this.#later(() => this.#start(workflow, event));
    }
    async #start(workflow, event) {
        this.#count++;
        if (this.#count > mostRuns) {
            this.#failure ??= new domain_error/* ReleaseError */.K2(`The workflows start each other: ${mostRuns} runs were performed.`);
            return;
        }
        const number = (this.#numbers.get(workflow.path) ?? 0) + 1;
        this.#numbers.set(workflow.path, number);
        const trigger = workflow.triggers.find((one) => one.event === event.name);
        const asked = event.name === 'workflow_dispatch' ? (0,domain_error/* attempt */.CD)(() => (0,dispatch_inputs/* dispatchInputs */.C)(trigger, event.inputs ?? {})) : {};
        const inputs = asked instanceof domain_error/* ReleaseError */.K2 ? {} : asked;
        const run = { id: 1000 + this.#count, number, path: workflow.path, event: withInputs(event, inputs) };
        const record = await performRun(workflow, inputs, this.#siteOf(run), run);
        this.#runs.push(record);
        this.#options.onRun?.(record);
        const { repository, github } = this.servers;
        const place = { repository: repository.name, server: github.git.url };
        const ended = { ...run, ...place, name: record.name, conclusion: record.result };
        await this.servers.tell((0,servers_happened/* runCompleted */.NX)(ended), { ...event.actor, run: run.id });
    }
    #siteOf(run) {
        const { github, repository } = this.servers;
        const options = this.#options;
        const own = { name: repository.name, files: (name) => repository.files(name) };
        const places = { given: options.given, own, commit: run.event.sha };
        const unknown = new Set();
        return {
            repository: repository.name,
            urls: { server: github.git.url, api: github.url, graphql: `${github.url}/graphql` },
            folders: this.#folders,
            environment: { ...options.machine, ...environmentFor(repository.name), PATH: this.#searchPath },
            secrets: new expression/* Lookup */.lH((name) => this.#secret(name.toUpperCase(), run)),
            secretsOf: (environment, isOptional) => new expression/* Lookup */.lH((name) => this.#secretOf(environment, name.toUpperCase(), run, isOptional(name))),
            vars: new expression/* Lookup */.lH((name) => this.#var(name)),
            actions: (uses, room) => (0,actions_found/* findAction */.Oi)(uses, room, { ...places, world: this.#standInWorld(room, run, unknown) }),
            workflowFile: (uses, caller, commit) => (0,called_file/* calledFile */.K)(uses, { caller, commit, repository, given: options.given }),
            tokenOf: (permissions, job) => this.#tokenOf(permissions, job, run),
            defaults: permissions/* restrictedDefaults */.YW,
            surround: (visitor) => this.servers.outside.variablesFor(visitor),
            groups: this.#groups,
            slots: this.#slots,
            kill: options.signal,
            ...(options.onStep && { onStep: options.onStep }),
        };
    }
    #tokenOf(permissions, job, run) {
        const actor = { login: 'github-actions[bot]', kind: 'job', run: run.id };
        const token = this.servers.admit(actor, given(permissions.levels));
        this.#tokens.set(token, { run, job, permissions, by: 'job' });
        return { token, revoke: () => this.servers.github.revoke(token) };
    }
    #standInWorld({ contexts }, run, unknown) {
        const { job } = contexts['github'];
        return {
            unknown,
            admit: (login, permissions) => {
                const token = this.servers.admit({ login, kind: 'app', run: run.id }, given(permissions.levels));
                this.#tokens.set(token, { run, job, permissions, by: 'app' });
                return token;
            },
            pushImage: (...pushed) => this.servers.pushImage(...pushed),
            readImage: (...asked) => this.servers.readImage(...asked),
            isPassword: (...asked) => this.servers.isPassword(...asked),
            objectsOf: (...asked) => this.servers.objectsOf(...asked),
            publish: (published) => this.servers.publish(published),
        };
    }
    #secretOf(environment, name, run, isOptional) {
        if (isOptional && (0,rehearsal_secrets/* secretIn */.u7)(this.#options.secrets, name, isOptional).source === 'absent')
            return undefined;
        this.#environments.set(name, new Set([...(this.#environments.get(name) ?? []), environment]));
        return this.#secret(name, run);
    }
    #secret(name, run) {
        const { source, value } = (0,rehearsal_secrets/* secretIn */.u7)(this.#options.secrets, name);
        this.#secrets.set(name, source);
        if (value !== undefined)
            this.servers.admitSecret(name, value, run.id);
        return value;
    }
    #var(name) {
        const value = this.#options.vars[name];
        this.#vars.set(name, value !== undefined);
        return value;
    }
}
/** In the payload, every input is a text, and those that were not given have their defaults. */
function withInputs(event, inputs) {
    if (event.name !== 'workflow_dispatch')
        return event;
    const texts = Object.entries(inputs).map(([name, value]) => [name, String(value)]);
    return { ...event, payload: { ...event.payload, inputs: Object.fromEntries(texts) } };
}
/** Whether a person began with this event, and no run caused it. */
const isByPerson = ({ actor }) => actor.kind === 'person' && actor.run === undefined;
/** Whether the event is of a kind to which the workflow listens, so that people want to know why it does not start. */
function isListening(one, event) {
    return one.kind === 'read' && one.workflow.triggers.some((trigger) => trigger.event === event.name);
}
/** What every program has. gh would not find the repository by the address of its remote. */
const environmentFor = (repository) => ({
    GH_REPO: repository,
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    GH_TELEMETRY: 'false',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GOFLAGS: '-modcacherw', // so that the folder can be removed
    NO_COLOR: '1',
    LANG: 'C.UTF-8',
    RELEASE_ACTIONS_PACE: '0.2', // the pauses between writes are for the real GitHub
});

// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(14773);
// EXTERNAL MODULE: ./build/src/rehearsal/step-log.js
var step_log = __webpack_require__(65768);
;// CONCATENATED MODULE: ./build/src/rehearsal/remarks.js










// Why: docs/decisions.md D89
/** What a rehearsal has found: what stops the release, what may go wrong, what nobody knows, and what people have to do. */
function remarksOn(rehearsed, world) {
    const { runs, events } = rehearsed;
    const refusals = onlyOnce(stops(rehearsed));
    return {
        isDone: refusals.length === 0 && !runs.some(({ isInterrupted }) => isInterrupted),
        refusals,
        risks: [
            ...(runs.some(isStopped) ? [] : absentSecrets(rehearsed)),
            ...runs.flatMap((run) => isStopped(run) ? refusedIn(run, rehearsed, hasSucceeded) : [...refusedIn(run, rehearsed), ...failuresIn(run)]),
            ...runs.flatMap(toleratedIn),
            ...runs.flatMap(warnings),
            ...heldEvents(events).flatMap(({ isTag, remark }) => (isTag ? [] : [remark])),
            ...silentTags(events),
        ],
        unknown: runs.flatMap((run) => remarks_unperformed(run, events)),
        pending: [...runs.flatMap(environments), ...fromSteps(runs, world), ...waiting(rehearsed, world)],
        needs: [...remarks_needed(rehearsed), ...(runs.some(isStopped) ? madeTags(rehearsed, world) : [])],
    };
}
function stops(rehearsed) {
    const { runs, events } = rehearsed;
    const failed = runs.filter(isStopped);
    return [
        ...events.flatMap(({ all }) => all.flatMap(unread)),
        ...beginnings(rehearsed).flatMap(unmatched),
        ...(failed.length === 0 ? [] : absentSecrets(rehearsed)),
        ...failed.flatMap((run) => [...refusedIn(run, rehearsed, (job) => !hasSucceeded(job)), ...failuresIn(run)]),
        ...(failed.length === 0 ? [] : absentVariables(rehearsed)), // many have a default
        ...heldEvents(events).flatMap(({ isTag, remark }) => (isTag ? [remark] : [])),
    ];
}
const runId = (id) => `run-${id}`;
const isStopped = ({ result, isInterrupted, jobs }) => result === 'failure' || (result === 'cancelled' && (!isInterrupted || jobs.some(hasFailed)));
/** Whether a step failed before the job was cancelled. */
const hasFailed = ({ steps }) => steps.some(({ conclusion }) => conclusion === 'failure');
/** Where a run was when the rehearsal was ended, and what of it was not begun. */
function interruptedIn({ id, path, jobs, isInterrupted }) {
    if (!isInterrupted)
        return [];
    const run = runId(id);
    const begun = jobs.flatMap(({ key, at: line, result, steps }) => {
        if (result !== 'cancelled' && steps.length > 0)
            return [];
        const step = steps.find(({ outcome }) => outcome === 'cancelled');
        const what = step && `Step ${(0,domain_text/* quoted */.TL)((0,step_log/* stepName */.u)(step.name))} of job ${key} was interrupted.`;
        const began = steps.some(({ outcome }) => outcome !== 'skipped') ? 'was interrupted' : 'was not begun';
        return [{ what: what ?? `Job ${key} ${began}.`, at: step?.at ?? line, run }];
    });
    return begun.length > 0 ? begun : [{ what: `${path} was not begun.`, at: { file: path }, run }];
}
/** What several jobs or tags meet is told once. */
const onlyOnce = (remarks) => remarks.filter((one, index) => remarks.findIndex((other) => (0,external_node_util_.isDeepStrictEqual)(one, other)) === index);
/** A workflow that GitHub does not accept. */
function unread(one) {
    if (one.kind === 'read' || !(0,explain/* isRefused */.H0)(one))
        return [];
    return [
        {
            what: `GitHub does not accept ${one.path}.`,
            why: (0,domain_error/* problemsIn */._n)(one.refusal)
                .map((problem) => (0,place/* placed */.GS)((0,domain_error/* refusalText */.Kw)(problem), problem.at))
                .join('\n'),
            at: { file: one.path },
        },
    ];
}
/** What people did, with the events that it made: a tag is pushed, and created. */
const beginnings = ({ events }) => [
    ...Map.groupBy(events.filter(({ event }) => isByPerson(event)), ({ event }) => event.ref).values(),
];
/** Why what a person did starts nothing: the workflows that listen to it, or that there is none. */
function unmatched(events) {
    const [first] = events;
    const isStarting = events.some(({ all }) => all.some(explain/* isStarted */.WF));
    if (first === undefined || isStarting)
        return [];
    const { event, all } = first;
    const more = { why: 'With --explain, rehearse says of every workflow what it listens to.' };
    const read = all.filter((one) => one.kind === 'read');
    const listening = read.filter(({ workflow }) => event.workflow === undefined ? listens(workflow, event) : workflow.path === event.workflow);
    if (listening.length === 0 && all.every((one) => !(0,explain/* isRefused */.H0)(one)))
        return [
            {
                what: event.workflow === undefined
                    ? `No workflow of this commit listens to ${event.name}.`
                    : `This commit has no workflow ${event.workflow}.`,
                ...more,
            },
        ];
    return listening
        .filter(({ finding }) => finding.isHeld !== true)
        .map(({ workflow, finding: { because, at, fix } }) => ({
        what: `${workflow.path} does not run: ${because}.`,
        at,
        ...(fix !== undefined && { why: fix }),
    }));
}
const listens = ({ triggers }, { name }) => triggers.some(({ event }) => event === name);
/** Events that match, and for which GitHub starts nothing. */
function heldEvents(events) {
    return events.flatMap(({ event, all }) => all.flatMap((one) => {
        if (one.kind === 'refused' || one.finding.isHeld !== true)
            return [];
        const { because, at, fix } = one.finding;
        const { run } = event.actor;
        const remark = {
            what: `${one.workflow.path} does not run: ${because}.`,
            at,
            ...(fix !== undefined && { why: fix }),
            ...(run !== undefined && { run: runId(run) }),
        };
        return [{ isTag: event.ref.startsWith('refs/tags/'), remark }];
    }));
}
/** Tags that the workflows pushed, and that match no filter, although there are some. */
function silentTags(events) {
    const silent = events.filter(({ event, all }) => {
        const read = all.filter((one) => one.kind === 'read');
        const isStarting = read.some(({ finding }) => finding.runs || finding.isHeld === true);
        return !isByPerson(event) && event.name === 'push' && event.ref.startsWith('refs/tags/') && !isStarting;
    });
    const [first] = silent;
    if (first === undefined)
        return [];
    const near = first.all.filter((one) => one.kind === 'read').find(({ finding }) => finding.fix !== undefined);
    const names = silent.map(({ event }) => (0,triggers_event/* shortRef */.m)(event.ref));
    return [
        {
            what: `No workflow starts for the ${names.length === 1 ? 'tag' : 'tags'} ${(0,domain_text/* abridged */.$y)(names, 5)}.`,
            ...(near?.finding.fix !== undefined && { why: near.finding.fix, at: near.finding.at }),
            ...(first.event.actor.run !== undefined && { run: runId(first.event.actor.run) }),
        },
    ];
}
/** What a request of a job was refused, and which line gives its token too little. */
function refusedIn({ id, jobs }, { refused }, isAsked = () => true) {
    return refused
        .filter(({ run }) => run.id === id)
        .map((one) => ({ one, job: jobs.find(({ key }) => key === one.job) }))
        .filter(({ job }) => isAsked(job))
        .map(({ one, job }) => refusedRequest(one, job?.at));
}
const hasSucceeded = (job) => job?.result === 'success';
function refusedRequest({ request, status, message, accepted, run, job, permissions, by }, jobAt = { file: run.path }) {
    const levels = Object.entries(permissions.levels).map(([scope, level]) => `${scope}: ${level}`);
    const isDefault = permissions.at === undefined;
    const has = levels.length === 0 ? 'no permissions' : (0,domain_text/* listed */.KE)(levels);
    return {
        what: `${request} of job ${job} was refused: ${status} ${message}`,
        why: [
            `${by === 'app' ? 'The token of the App' : 'Its token'} has ${has}${isDefault ? ', because no line gives it permissions' : ''}.`,
            ...(accepted.length === 0 ? [] : [`It needs ${(0,domain_text/* listed */.KE)(accepted, 'or')}.`]),
        ].join(' '),
        at: permissions.at ?? jobAt,
        run: runId(run.id),
    };
}
/** The steps and jobs that failed, or why all of it was cancelled. Without those after which the run goes on. */
function failuresIn(record) {
    const { id, path, result, jobs, annotations } = record;
    const run = runId(id);
    const ofRun = annotations.map(({ message, at = { file: path } }) => ({
        what: `${path} ${ends(result)}.`,
        why: message,
        at,
        run,
    }));
    const ofJobs = jobs.filter(({ isTolerated }) => isTolerated !== true).flatMap((job) => failed(job, run));
    const all = [...ofRun, ...ofJobs];
    return all.length === 0 && isStopped(record) ? [{ what: `${path} ${ends(result)}.`, at: { file: path }, run }] : all;
}
const failed = (job, run) => [
    ...failedSteps(job, run, 'failure'),
    ...failedJob(job, run),
];
/** What failed in steps and jobs after which the run goes on. */
const toleratedIn = ({ id, jobs }) => jobs.flatMap((job) => [
    ...failedSteps(job, runId(id), 'success'),
    ...(job.isTolerated === true ? failed(job, runId(id)) : []),
]);
const ends = (result) => (result === 'cancelled' ? 'was cancelled' : 'failed');
/** The steps that failed. If their conclusion is a success, the job goes on, because of `continue-on-error`. */
const failedSteps = ({ key, steps }, run, conclusion) => steps
    .filter((step) => step.outcome === 'failure' && step.conclusion === conclusion)
    .map((step) => ({
    what: `Step ${(0,domain_text/* quoted */.TL)((0,step_log/* stepName */.u)(step.name))} of job ${key} failed${conclusion === 'success' ? ', and the job goes on' : ''}.`,
    why: saidBy(step),
    at: step.at,
    run,
}));
function saidBy({ annotations, log, at }) {
    const said = annotations.filter(({ kind }) => kind === 'error');
    const isElsewhere = (one) => one?.file !== at.file || one.line !== at.line;
    const doubts = annotations.filter(isDoubt).map(({ message }) => message);
    const told = said.map((one) => (isElsewhere(one.at) ? (0,place/* placed */.GS)(one.message, one.at) : one.message));
    return [...(told.length === 0 ? (0,step_log/* endOf */.pJ)(log) : told), ...doubts].join('\n');
}
const failedJob = ({ key, result, at: line, annotations }, run) => annotations
    .filter(({ kind }) => kind === 'error')
    .map(({ message, at = line }) => ({ what: `Job ${key} ${ends(result)}.`, why: message, at, run }));
/** What was said of jobs that went on. */
const warnings = ({ id, jobs }) => jobs.flatMap(({ annotations, at: line }) => annotations
    .filter(({ kind, omitted }) => kind === 'warning' && omitted === undefined)
    .map(({ message, at = line }) => ({ what: message, at, run: runId(id) })));
/** What was not performed, and the lines that read what it would have told. */
function remarks_unperformed({ id, jobs }, events) {
    const run = runId(id);
    return jobs.flatMap(({ key: job, at: line, annotations, steps }) => [
        ...annotations.flatMap(({ omitted, at = line }) => omitted === undefined
            ? []
            : [{ what: `${omitted.what}, because ${omitted.reason}.`, at, run, ...readers(at, `needs.${job}`, events) }]),
        ...steps.flatMap(({ notPerformed, omitted, name, at: step, key }) => {
            const whole = notPerformed === undefined ? [] : [{ reason: notPerformed, at: step }];
            return [...whole, ...omitted].map(({ reason, at }) => ({
                what: `${(0,step_log/* stepName */.u)(name).replace(/^Run /, '')}, because ${reason}.`,
                at,
                run,
                ...readers(step, `steps.${key}`, events),
            }));
        }),
    ]);
}
/** What is unknown because of it. */
function readers({ file }, what, events) {
    const lines = (0,workflow_workflow/* linesWith */.UT)(workflowAt(file, events), new RegExp(`\\b${RegExp.escape(what)}\\.`));
    return lines.length === 0
        ? {}
        : { why: `So it is not known what ${placesOf(lines)} ${lines.length === 1 ? 'gets' : 'get'} of it.` };
}
const workflowAt = (file, events) => workflowsIn(events).find(({ path }) => path === file);
const workflowsIn = (events) => events.flatMap(({ all }) => all.flatMap((one) => (one.kind === 'read' ? [one.workflow] : [])));
/** `release.yml:3`, or `release.yml:3, 5 and 7` */
function placesOf(places) {
    const files = Map.groupBy(places, ({ file }) => file);
    return (0,domain_text/* listed */.KE)([...files].map(([file, all]) => `${file}:${(0,domain_text/* abridged */.$y)(all.map(({ line }) => String(line)), 5)}`));
}
/** Secrets that were read, and are not there. */
const absentSecrets = ({ secrets, events }) => [...secrets]
    .filter(([, source]) => source === 'absent')
    .map(([name]) => ({
    what: `The secret ${name} is not there, so that it was empty.`,
    why: 'Make it in the settings of the repository. If it is there, name it with --secret.',
    ...remarks_placeOf('secrets', name, events),
}));
const absentVariables = ({ vars, events }) => [...vars]
    .filter(([, isThere]) => !isThere)
    .map(([name]) => ({
    what: `The variable ${name} has no value here: a rehearsal sees no variables.`,
    why: `Give it one with --var ${name}=VALUE.`,
    ...remarks_placeOf('vars', name, events),
}));
/** The first line of the workflows that reads a secret or a variable. */
function remarks_placeOf(context, name, events) {
    const [at] = workflowsIn(events).flatMap((workflow) => (0,workflow_workflow/* linesWith */.UT)(workflow, (0,workflow_workflow/* readingOf */.MU)(context, name)));
    return at === undefined ? {} : { at };
}
/** What has to be there, and cannot be seen from here. */
function remarks_needed(rehearsed) {
    const { secrets, idTokens, environments: holders, secretTokens, runs, events } = rehearsed;
    const asToken = ' On GitHub, it counted as the token of somebody who may do everything.';
    const there = [...secrets]
        .filter(([, source]) => source !== 'absent')
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
    return [
        ...there.map(([name, source]) => ({
            what: `Secret ${name}${holderOf(holders.get(name))}. Its value was ${source}.${secretTokens.has(name) ? asToken : ''}`,
            ...remarks_placeOf('secrets', name, events),
        })),
        ...idTokens.map(({ audience, subject, at }) => ({
            what: `The OIDC token for ${audience} is from ${subject}: who gets it has to trust that.`,
            at,
        })),
        ...(runs.some(isStopped) ? [] : absentVariables(rehearsed)),
    ];
}
const holderOf = (names = new Set()) => names.size === 0
    ? ''
    : ` of the ${names.size === 1 ? 'environment' : 'environments'} ${(0,domain_text/* listed */.KE)([...names].toSorted())}, or of the repository`;
/** A tag that the checkout does not have cannot be as a person would make it. */
const madeTags = (rehearsed, { refs }) => beginnings(rehearsed).flatMap(([first]) => {
    const tag = first?.event.name === 'push' ? /^refs\/tags\/(.+)$/.exec(first.event.ref)?.[1] : undefined;
    return refs.some(({ kind, name, isNew }) => kind === 'tag' && isNew && name === tag)
        ? [
            {
                what: `The tag ${tag} is not in this checkout: an annotated one without a signature stood for it.`,
                why: `To rehearse a signed tag, make it first: git tag --sign ${tag}`,
            },
        ]
        : [];
});
function environments({ id, jobs }) {
    const first = new Map(jobs.toReversed().map((job) => [job.environment, job]));
    return [...first].flatMap(([name, { key, at }]) => name === undefined
        ? []
        : [
            {
                what: `Job ${key} waits for the environment ${name}, if that has reviewers or a timer.`,
                at,
                run: runId(id),
            },
        ]);
}
/** What steps said that people still have to do. */
function fromSteps(runs, { pulls }) {
    return runs.flatMap(({ id, jobs }) => jobs
        .flatMap(({ steps }) => steps)
        .flatMap(({ outputs, at }) => pendingIn(outputs)
        .filter((what) => isStillPending(what, pulls))
        .map((what) => ({ what, at, run: runId(id) }))));
}
/** The output `pending` of actions of this project. Other actions may mean something else by it. */
function pendingIn({ pending = '' }) {
    if (!/^\[".*"\]$/.test(pending))
        return [];
    return JSON.parse(pending);
}
/** Drafts, and pull requests that no step speaks of. */
function waiting({ runs }, world) {
    const told = fromSteps(runs, world).map(({ what }) => what);
    const open = world.pulls.filter(({ state, number }) => state === 'open' && !told.some((what) => what.includes(`pull request #${number} `)));
    return [
        ...world.releases
            .filter(({ state }) => state === 'draft')
            .map(({ tag }) => ({ what: `The release ${tag} is a draft: somebody has to publish it.` })),
        ...open.map(({ number, title }) => ({
            what: `Pull request #${number} "${title}" is open: somebody has to merge it.`,
        })),
    ];
}
/** Whether what a step left to people is still to be done: a pull request may have been merged or closed since. */
function isStillPending(what, pulls) {
    const [found, number] = /pull request(?: #(\d+))?/.exec(what) ?? [];
    if (found === undefined)
        return true;
    return pulls.some((pull) => pull.state === 'open' && (number === undefined || pull.number === Number(number)));
}

;// CONCATENATED MODULE: ./build/src/rehearsal/recorded-chronicle.js





/** What happened in a rehearsal, and what is there afterwards. */
function chronicleOf({ repository, begin, signal, }, rehearsed, world) {
    const begun = beginnings(rehearsed)
        .flatMap(([first]) => first ?? [])
        .map(({ event }) => event);
    return {
        repository,
        title: [...new Set(begun.map(recorded_chronicle_nameOf))].join(', '),
        isRehearsal: true,
        ...(signal !== undefined && { interruption: { signal, remarks: rehearsed.runs.flatMap(interruptedIn) } }),
        begin: begin.toISOString(),
        seconds: (Date.now() - begin.getTime()) / 1000,
        course: [...begun.map((event) => deedOf(event, begin)), ...rehearsed.runs.map(recordedRun)],
        packages: rehearsed.published,
        ...remarksOn(rehearsed, world),
        ...world,
    };
}
/** What a person calls the release: the tag, or the workflow that was started. */
const recorded_chronicle_nameOf = ({ name, ref, workflow }) => workflow === undefined ? (name === 'pull_request' ? 'pull request' : (0,triggers_event/* shortRef */.m)(ref)) : (0,external_node_path_.basename)(workflow);
function deedOf({ name, ref, workflow }, at) {
    const deeds = {
        push: `push the ${(0,triggers_event/* refName */.P)(ref)}`,
        release: `publish the release of the ${(0,triggers_event/* refName */.P)(ref)}`,
        pull_request: 'open a pull request',
        workflow_dispatch: `start ${workflow} at ${(0,triggers_event/* refName */.P)(ref)}`,
    };
    return { kind: 'deed', at: at.toISOString(), text: `You ${deeds[name] ?? `cause ${name}`}.` };
}
/** A run of a workflow as the record of a release has it. */
function recordedRun({ id, path, event, begin, seconds, result, jobs }) {
    const { number } = event.payload;
    const { run: startedBy } = event.actor;
    const inputs = Object.entries(event.inputs ?? {}).map(([name, value]) => [name, String(value ?? '')]);
    return {
        kind: 'run',
        id: runId(id),
        workflow: (0,external_node_path_.basename)(path),
        event: event.name,
        ...(startedBy === undefined ? { by: event.actor.login } : { startedBy: runId(startedBy) }),
        ref: event.ref,
        commit: event.sha,
        inputs: Object.fromEntries(inputs),
        ...(typeof number === 'number' && { pull: number }),
        at: begin.toISOString(),
        seconds,
        result,
        jobs: jobs.map(recordedJob),
    };
}
const recorded_chronicle_told = ({ message, at }) => (0,place/* placed */.GS)(message, at);
const recordedJob = ({ key, name, result, annotations, steps }) => ({
    name: [...key.split('/').slice(0, -1), name].join(' / '), // as GitHub names the jobs of called workflows
    result,
    steps: steps.map(recordedStep),
    said: annotations.map(recorded_chronicle_told),
});
function recordedStep(step) {
    const { name, outcome, milliseconds, log, annotations, notPerformed } = step;
    const changes = new Map((0,step_log/* changesIn */.N0)(log).map((change) => [change.title, change])); // planned again, if it had to be
    return {
        name: (0,step_log/* stepName */.u)(name),
        result: outcome,
        seconds: milliseconds / 1000,
        changes: [...changes.values()],
        said: annotations.map(recorded_chronicle_told),
        log: (0,step_log/* silentEnd */.b$)(step),
        ...(notPerformed !== undefined && { notPerformed }),
    };
}

// EXTERNAL MODULE: ./build/src/rehearsal/report.js
var report = __webpack_require__(70779);
// EXTERNAL MODULE: ./build/src/rehearsal/machine.js
var rehearsal_machine = __webpack_require__(97236);
// EXTERNAL MODULE: ./build/src/domain/images/signature.js
var signature = __webpack_require__(78375);
;// CONCATENATED MODULE: ./build/src/rehearsal/world.js




/** The commits of a graph. Older ones are left out. */
const mostCommits = 100;
async function beforeRelease({ repositories, registries }) {
    return { refs: await refsOf(repositories[0]), images: registries.flatMap(imagesOf) };
}
/** What is on the servers. Images that were there before, such as base images, are left out. */
async function worldOf({ github, repositories, registries }, before) {
    const [own] = repositories;
    const records = repositories.map((one) => ({ ...one, record: github.repository(one.name) }));
    const refs = await refsOf(own);
    const isKnown = ({ kind, name, commit }) => before.refs.some((one) => one.kind === kind && one.name === name && one.commit === commit);
    const pulls = await Promise.all(records.map(pullsOf));
    return {
        commits: await commitsOf(own),
        refs: refs.map((ref) => ({ ...ref, isNew: !isKnown(ref) })),
        pulls: pulls.flat(),
        releases: releasesOf(github.repository(own.name)),
        images: registries.flatMap(imagesOf).filter((now) => !before.images.some((one) => (0,external_node_util_.isDeepStrictEqual)(one, now))),
        notices: records.flatMap(({ record }) => noticesOf(record)),
    };
}
/** The branches and tags of a repository, with the commits they lead to. */
async function refsOf({ git }) {
    const commit = '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
    const format = `--format=%(refname)%00${commit}%00%(objecttype)%00%(contents)%01`;
    const listed = await git('for-each-ref', format, 'refs/heads', 'refs/tags');
    return listed.split('\u0001').flatMap((line) => {
        const [ref = '', sha = '', type, message = ''] = line.trimStart().split('\0');
        if (sha === '')
            return [];
        const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
        const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
        return { kind, name, commit: sha, ...(type === 'tag' && { message: message.trim() }) };
    });
}
async function commitsOf({ git }) {
    const format = '--format=%H%x00%P%x00%s%x00%an%x00%cI';
    const log = await git('log', '--branches', '--tags', '--topo-order', `--max-count=${mostCommits}`, format);
    return log.split('\n').map((line) => {
        const [sha = '', parents = '', subject = '', author = '', at = ''] = line.split('\0');
        return { sha, parents: parents.split(' ').filter((parent) => parent !== ''), subject, author, at };
    });
}
async function pullsOf({ name: repository, git, record }) {
    const proposed = [...record.issues.values()].flatMap(({ pull, ...issue }) => pull === undefined ? [] : [{ ...issue, pull }]);
    return Promise.all(proposed.map(async ({ number, title, body = '', author, state, pull }) => ({
        repository,
        number,
        title,
        body,
        author,
        state: pull.merged === undefined ? state : 'merged',
        head: pull.head.branch,
        base: pull.base.branch,
        commit: pull.merged?.commit ?? pull.head.sha,
        diff: await git('diff', '--no-ext-diff', '--no-color', `${pull.base.sha}...${pull.head.sha}`),
    })));
}
function releasesOf(record) {
    const latest = latestRelease(record);
    return record.releases.map((one) => ({
        tag: one.tag,
        name: one.name ?? '',
        state: one.isDraft ? 'draft' : one.isPrerelease ? 'prerelease' : one.id === latest?.id ? 'latest' : 'release',
        author: one.author,
        at: one.publishedAt ?? one.createdAt,
        notes: one.body ?? '',
        assets: one.assets
            .map(({ name, label = '', size, digest = '' }) => ({ name, label, size, digest }))
            .toSorted((left, right) => left.name.localeCompare(right.name)), // they are uploaded at once
    }));
}
/** The repositories of a registry, and in each what has a tag and what belongs to that. */
function imagesOf(registry) {
    return registry.repositories.map((name) => {
        const { tags, manifests } = registry.repository(name);
        const stored = manifests.flatMap((digest) => registry.manifest(name, digest) ?? []);
        return { name, tags, manifests: stored.map((one) => world_manifestOf(one, tags)) };
    });
}
function world_manifestOf({ digest, bytes, fields }, tags) {
    const type = fields.artifactType ?? fields.config?.mediaType ?? '';
    const named = Object.keys(tags).filter((tag) => tags[tag] === digest);
    const ofTag = named.map((tag) => /^(sha256)-([0-9a-f]{64})\.\w+$/.exec(tag)).find((found) => found !== null);
    const subject = fields.subject?.digest ?? (ofTag && `${ofTag[1]}:${ofTag[2]}`);
    const platforms = (fields.manifests ?? []).flatMap(({ platform }) => platform ?? []);
    const kind = (0,signature/* isSignature */.h)(type) || named.some(signature/* isSignatureTag */.L) ? 'signature' : kinds[type];
    const made = (0,made_up/* isMadeUp */.F)(fields) ? 'made-up ' : '';
    return {
        digest,
        kind: `${made}${kind ?? (fields.manifests === undefined ? type : 'index')}`,
        size: bytes.length,
        platforms: platforms.map(({ os, architecture }) => `${os}/${architecture}`),
        ...(subject !== undefined && { subject }),
    };
}
const kinds = {
    'application/vnd.oci.image.config.v1+json': 'image',
    'application/vnd.docker.container.image.v1+json': 'image',
    'application/vnd.cncf.helm.config.v1+json': 'chart',
};
/** The comments of issues, and the rules that are in force. */
function noticesOf({ issues, rulesets }) {
    const comments = [...issues.values()].flatMap(({ number, title, comments: all }) => all.map(({ author, body }) => ({ where: `Comment in #${number} ${title}`, author, text: withoutHidden(body) })));
    const rules = [...rulesets.values()].filter(({ enforcement }) => enforcement === 'active');
    return [...comments, ...rules.map(({ name }) => ({ where: 'Ruleset', author: '', text: name }))];
}
const withoutHidden = (body) => body.replaceAll(/<!--.*?-->\n?/gs, '').trim();

;// CONCATENATED MODULE: ./build/src/rehearsal/scene.js











/** The embedded servers with the refs of a checkout, in a folder that is removed at the end. */
class Scene {
    servers;
    #checkout;
    #terminal;
    #root;
    static async open(checkout, terminal) {
        const root = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'rehearsal-'));
        try {
            const { searchPath } = checkout;
            const servers = await RehearsalServers.start(checkout, { root, searchPath, env: terminal.env });
            return new Scene(checkout, { servers, terminal, root });
        }
        catch (error) {
            await scene_remove(root);
            throw error;
        }
    }
    constructor(checkout, parts) {
        this.#checkout = checkout;
        this.servers = parts.servers;
        this.#terminal = parts.terminal;
        this.#root = parts.root;
    }
    /** Commits everything that is in the folder of the checkout, with these files besides or instead. */
    commitUncommitted(proposed = []) {
        return this.servers.repository.commitUncommitted((0,external_node_path_.join)(this.#root, 'index'), proposed);
    }
    /** Performs what these start, one after the other. Tags of pushes are made if they are missing. */
    async perform(beginnings, options) {
        const start = new Date();
        const { repository, github, registry, outside } = this.servers;
        outside.prepare();
        outside.allow([...(options.allowed ?? []), ...(0,rehearsal_machine/* mirrorsIn */.gx)((0,rehearsal_machine/* machineVariables */.lX)(this.#terminal.env))]);
        const git = (...args) => repository.git(...args);
        const seen = { github, repositories: [{ name: repository.name, git }], registries: [registry] };
        const { result, signal } = await untilInterrupted(async (interrupted) => {
            const ending = AbortSignal.any([interrupted, ...(options.limit === undefined ? [] : [options.limit])]);
            const looking = beforeRelease(seen); // meanwhile, the first folders are made
            const rehearsal = new Rehearsal(this.servers, this.#optionsFor(options, ending));
            const before = await looking;
            for (const begin of beginnings) {
                if (typeof begin !== 'function')
                    await repository.haveRef(begin.ref, begin.sha);
                await this.servers.know();
                await rehearsal.perform(begin);
            }
            return { rehearsed: rehearsal.rehearsed, before };
        });
        const { rehearsed, before } = result;
        const world = await worldOf(seen, before);
        const chronicle = chronicleOf({ repository: repository.name, begin: start, signal }, rehearsed, world);
        return (0,rehearsal_secrets/* hiddenIn */.k_)(chronicle, (0,rehearsal_secrets/* masksOf */.JF)(options.secrets));
    }
    #optionsFor({ given = new Map(), secrets = rehearsal_secrets/* everySecret */._o, vars = {}, isPerformed }, signal) {
        const { print, releaseTree, env } = this.#terminal;
        const masks = (0,rehearsal_secrets/* masksOf */.JF)(secrets);
        const say = (lines) => lines.length > 0 && print(`${masks.hide(lines.join('\n'))}\n`);
        return {
            root: this.#root,
            signal,
            searchPath: this.#checkout.searchPath,
            machine: (0,rehearsal_machine/* machineVariables */.lX)(env),
            tools: (0,rehearsal_machine/* toolsOf */.Fu)(env) ?? (0,external_node_path_.join)(this.#root, 'tools'),
            given: new Map([['release-actions', releaseTree], ...given]),
            secrets,
            vars,
            jobsAtOnce: (0,external_node_os_.availableParallelism)() + 1,
            ...(isPerformed !== undefined && { isPerformed }),
            onEvent: ({ name, ref, actor }, all) => {
                const refused = all.filter(explain/* isRefused */.H0);
                if (refused.length > 0 || all.some(explain/* isStarted */.WF))
                    say(['', (0,report/* eventLine */.V8)(name, ref, actor.login)]);
                say(refused.flatMap(report/* unreadLines */.Zu));
            },
            onStep: (step, { key, run }) => say((0,report/* stepLines */.mR)(step, `${(0,external_node_path_.basename)(run.path)} ${key}`)),
            onRun: (run) => say((0,report/* runLines */.rB)(run)),
        };
    }
    async [Symbol.asyncDispose]() {
        await this.servers[Symbol.asyncDispose]();
        await scene_remove(this.#root);
    }
}
/** Programs that a job left behind may still write there for a moment. */
const scene_remove = (root) => (0,promises_.rm)(root, { recursive: true, force: true, maxRetries: 10 });
/** Ctrl-C ends the jobs, and then everything is put away. */
async function untilInterrupted(work) {
    const stopping = new AbortController();
    let signal;
    const stop = (received) => {
        signal ??= received;
        stopping.abort();
    };
    for (const one of signals)
        process.on(one, stop);
    try {
        const result = await work(stopping.signal);
        return { result, signal };
    }
    finally {
        for (const one of signals)
            process.off(one, stop);
    }
}
const signals = ['SIGINT', 'SIGTERM'];


/***/ }),

/***/ 33596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ masksOf),
/* harmony export */   _o: () => (/* binding */ everySecret),
/* harmony export */   k_: () => (/* binding */ hiddenIn),
/* harmony export */   u7: () => (/* binding */ secretIn),
/* harmony export */   xU: () => (/* binding */ knownSecrets)
/* harmony export */ });
/* harmony import */ var _steps_made_up_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82604);
/* harmony import */ var _steps_masks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26020);


/** Every secret exists, and its value is made up. */
const everySecret = { values: {} };
/**
 * The secrets that a person names. One without a value has that of the variable of its name; if there is none, only its name is
 * known, and other secrets do not exist.
 */
function knownSecrets(named, variable) {
    const all = named.map(([name, value]) => [name, value ?? (variable(name) || undefined)]);
    const names = all.flatMap(([name, value]) => (value === undefined ? [name] : []));
    const values = Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    return { values, ...(names.length > 0 && { names }) };
}
/** A secret, as a rehearsal has it. One that is optional is there only if a person names it. */
function secretIn({ values, names }, name, isOptional = false) {
    const isIt = (one) => one.toUpperCase() === name.toUpperCase();
    const given = Object.entries(values).find(([one]) => isIt(one))?.[1];
    if (given !== undefined)
        return { source: 'given', value: given };
    return (names?.some(isIt) ?? !isOptional) ? { source: 'made up', value: (0,_steps_made_up_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .madeUpSecret */ .FU)(name) } : { source: 'absent' };
}
/** Hides the values that were given. */
function masksOf({ values } = everySecret) {
    const masks = new _steps_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .Masks */ .O();
    for (const value of Object.values(values))
        masks.add(value);
    return masks;
}
/** What a rehearsal itself writes into a chronicle: words of a few, and times. */
const own = new Set(['kind', 'result', 'state', 'at', 'begin']);
/** The same record. No text in it shows what is to be hidden. */
const hiddenIn = (chronicle, masks) => hidden(chronicle, '', masks);
function hidden(value, key, masks) {
    if (typeof value === 'string')
        return own.has(key) ? value : masks.hide(value);
    if (Array.isArray(value))
        return value.map((one) => hidden(one, key, masks));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [key === 'tags' ? masks.hide(name) : name, hidden(one, name, masks)]));
}


/***/ }),

/***/ 33365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NX: () => (/* binding */ runCompleted),
/* harmony export */   l3: () => (/* binding */ happenedIn),
/* harmony export */   v6: () => (/* binding */ releaseEvents),
/* harmony export */   z2: () => (/* binding */ botOf)
/* harmony export */ });
/* harmony import */ var _triggers_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20375);

/** What a request to the API makes happen, besides refs that move. `wasDraft` says of a release whether it was a draft. */
function happenedIn(exchange, wasDraft) {
    const { method, template, status, answer } = exchange;
    if (status >= 300 || method === 'GET')
        return [];
    const body = asObject(exchange.body);
    const path = `${method} ${(template ?? '').replace('/repos/{owner}/{repo}', '…')}`;
    const result = asObject(answer);
    switch (path) {
        case 'POST …/releases':
            return result['draft'] === true ? [] : releaseEvents(result);
        case 'PATCH …/releases/{release_id}': {
            if (result['draft'] === true)
                return [];
            return released(result, wasDraft(result['id']) ? ['published', 'released'] : ['edited']);
        }
        case 'POST …/pulls':
            return pulled(result, 'opened');
        case 'PATCH …/pulls/{pull_number}':
            return pulled(result, stateChange(body) ?? 'edited');
        case 'POST …/issues':
            return [{ name: 'issues', activity: 'opened', payload: { issue: result } }];
        case 'PATCH …/issues/{issue_number}':
            return [{ name: 'issues', activity: stateChange(body) ?? 'edited', payload: { issue: result } }];
        case 'POST …/issues/{issue_number}/comments':
            return [{ name: 'issue_comment', activity: 'created', payload: { comment: result } }];
        case 'POST …/actions/workflows/{workflow_id}/dispatches':
            return [dispatched(exchange, body)];
        default:
            return [];
    }
}
const asObject = (value) => (typeof value === 'object' && value !== null ? value : {});
const kindOf = (release) => (release['prerelease'] === true ? 'prereleased' : 'released');
/** What happens when a release is published that was no draft before. */
const releaseEvents = (release) => released(release, ['created', 'published', kindOf(release)]);
function released(release, activities) {
    const ref = `refs/tags/${String(release['tag_name'])}`;
    return activities
        .filter((activity) => activity !== 'released' || release['prerelease'] !== true)
        .map((activity) => ({ name: 'release', activity, ref, payload: { release } }));
}
function pulled(pull, activity) {
    const [base, head] = [asObject(pull['base']), asObject(pull['head'])];
    const common = { activity, baseBranch: String(base['ref']), headBranch: String(head['ref']) };
    const payload = { pull_request: pull, number: pull['number'] };
    return [
        { name: 'pull_request', ...common, ref: `refs/pull/${String(pull['number'])}/merge`, payload },
        { name: 'pull_request_target', ...common, payload },
    ];
}
const stateChange = (body) => body['state'] === 'closed' ? 'closed' : body['state'] === 'open' ? 'reopened' : undefined;
function dispatched({ path }, body) {
    const [, file = ''] = /\/actions\/workflows\/([^/]+)\/dispatches$/.exec(path) ?? [];
    const inputs = Object.fromEntries(Object.entries(asObject(body['inputs'])).map(([name, value]) => [name, String(value)]));
    const ref = String(body['ref']);
    return {
        name: 'workflow_dispatch',
        ref: ref.startsWith('refs/') ? ref : `refs/heads/${ref}`,
        payload: { inputs },
        workflow: `.github/workflows/${file}`,
        inputs,
    };
}
/** Everything that the engine starts by itself, when a run has ended. */
function runCompleted({ event, repository, server, ...run }) {
    const branch = (0,_triggers_event_js__WEBPACK_IMPORTED_MODULE_0__/* .shortRef */ .m)(event.ref);
    const { login } = event.actor;
    return {
        name: 'workflow_run',
        activity: 'completed',
        payload: {
            action: 'completed',
            workflow: { name: run.name, path: run.path },
            workflow_run: {
                id: run.id,
                name: run.name,
                path: run.path,
                run_number: run.number,
                run_attempt: 1,
                event: event.name,
                status: 'completed',
                conclusion: run.conclusion,
                head_branch: branch,
                head_sha: event.sha,
                head_repository: { full_name: repository },
                repository: { full_name: repository },
                actor: { login },
                triggering_actor: { login },
                html_url: `${server}/${repository}/actions/runs/${run.id}`,
                pull_requests: [],
            },
        },
        headBranch: branch,
        completed: run.name,
    };
}
const botOf = (login) => login === 'github-actions[bot]' ? 'job' : login.endsWith('[bot]') ? 'app' : 'person';


/***/ }),

/***/ 73980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ pushEvents),
/* harmony export */   g: () => (/* binding */ eventsOfRef)
/* harmony export */ });
const nothing = '0'.repeat(40);
/** The events of the branches and tags that moved: a push for each, and `create` for new ones. */
async function pushEvents(repository, { before, now, actor }) {
    const moved = [...now].filter(([ref, sha]) => /^refs\/(?:heads|tags)\//.test(ref) && before.get(ref) !== sha);
    const tagsInPush = moved.filter(([ref]) => ref.startsWith('refs/tags/')).length;
    const events = moved.map(([ref, sha]) => eventsOfRef(repository, { ref, sha, from: before.get(ref), actor, tagsInPush }));
    return (await Promise.all(events)).flat();
}
/** The push that moved a ref, and `create` if the ref is new. */
async function eventsOfRef(repository, moved) {
    const { ref, sha, from, actor } = moved;
    const push = await pushOf(repository, moved);
    const [, type, name] = /^refs\/(head|tag)s\/(.+)$/.exec(ref) ?? [];
    const created = { ref: name, ref_type: type === 'head' ? 'branch' : 'tag' };
    return from === undefined ? [push, { name: 'create', ref, sha, actor, payload: created }] : [push];
}
async function pushOf(repository, { ref, sha, from, actor, tagsInPush }) {
    const found = await repository.look('log', '-1', '--format=%cI%n%B', sha);
    const [, timestamp, message = ''] = /^(\S+)\n?(.*)$/s.exec(found ?? '') ?? [];
    const paths = from === undefined ? undefined : await repository.look('diff', '--name-only', from, sha);
    const changed = paths === undefined ? {} : { changedPaths: paths.split('\n').filter(Boolean) };
    const head = { id: sha, message, timestamp };
    const payload = {
        ref,
        before: from ?? nothing,
        after: sha,
        created: from === undefined,
        deleted: false,
        head_commit: head,
        commits: [head],
    };
    return { name: 'push', ref, sha, actor, payload, message, tagsInPush, ...changed };
}


/***/ }),

/***/ 92032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ openedPullRequest),
/* harmony export */   JD: () => (/* binding */ dispatch),
/* harmony export */   ep: () => (/* binding */ startEvents),
/* harmony export */   wF: () => (/* binding */ pushOfTag)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _servers_happened_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33365);
/* harmony import */ var _servers_pushes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73980);




const person = { login: 'you', kind: 'person' };
/**
 * What somebody does, as GitHub tells workflows of it. A name of a workflow file stands for starting it, that of a branch for a
 * push to it, and everything else for pushing a tag.
 */
async function startEvents(asked, repository, head) {
    const { what, isReleased } = asked;
    if (/\.ya?ml$/.test(what))
        return [await dispatch(asked, repository)];
    const ref = `refs/tags/${what}`;
    const branch = `refs/heads/${what}`;
    const [tagged, found] = await Promise.all([repository.commitOf(ref), repository.commitOf(branch)]);
    const tip = tagged === undefined && !isReleased ? found : undefined;
    const moved = tip === undefined
        ? { ref, sha: tagged ?? head, from: undefined, tagsInPush: 1 }
        : { ref: branch, sha: tip, from: await repository.commitOf(`${tip}^`), tagsInPush: 0 };
    const pushed = tagged === undefined || !isReleased ? await (0,_servers_pushes_js__WEBPACK_IMPORTED_MODULE_3__/* .eventsOfRef */ .g)(repository, { ...moved, actor: person }) : [];
    const released = isReleased ? (0,_servers_happened_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseEvents */ .v6)({ tag_name: what }) : [];
    return [...pushed, ...released.map((one) => ({ ...one, ref, sha: moved.sha, actor: person }))];
}
/** Somebody starts a workflow. */
async function dispatch({ what, ref, inputs }, repository) {
    const name = ref ?? repository.defaultBranch;
    const workflow = what.includes('/') ? what : `.github/workflows/${what}`;
    for (const kind of ['heads', 'tags']) {
        const whole = `refs/${kind}/${name}`;
        const sha = await repository.commitOf(whole);
        if (sha === undefined)
            continue;
        const payload = { inputs, ref: whole, workflow };
        return { name: 'workflow_dispatch', ref: whole, sha, actor: person, payload, workflow, inputs };
    }
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no branch ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}.`, { fix: 'Give another --ref.' });
}
/** Somebody pushes a new tag. */
const pushOfTag = (repository, tag, sha) => (0,_servers_pushes_js__WEBPACK_IMPORTED_MODULE_3__/* .eventsOfRef */ .g)(repository, { ref: `refs/tags/${tag}`, sha, from: undefined, actor: person, tagsInPush: 1 });
/** Somebody opens a pull request, which GitHub would merge as this commit. */
function openedPullRequest({ defaultBranch }, sha) {
    const head = { sha, ref: 'a-branch' };
    return {
        name: 'pull_request',
        activity: 'opened',
        ref: 'refs/pull/1/merge',
        sha,
        actor: person,
        payload: { number: 1, pull_request: { number: 1, head, base: { ref: defaultBranch } } },
        baseBranch: defaultBranch,
        headBranch: head.ref,
    };
}


/***/ }),

/***/ 65768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ changesIn),
/* harmony export */   b$: () => (/* binding */ silentEnd),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u: () => (/* binding */ stepName)
/* harmony export */ });
/** The changes that an action made or would make, as its log tells them. */
function changesIn(log) {
    const changes = [];
    let isInside = false;
    for (const line of log) {
        const [, group, mark, title = ''] = /(^|::group::|##\[group\])(→|would:) (.*)$/.exec(line) ?? [];
        if (mark !== undefined) {
            changes.push({ title, isMade: mark === '→', lines: [] });
            isInside = group !== '';
        }
        else if (/::(?:end)?group::|##\[(?:end)?group\]/.test(line))
            isInside = false;
        else if (isInside)
            changes.at(-1)?.lines.push(line);
    }
    return changes.map(({ lines, ...change }) => ({ ...change, detail: lines.join('\n').trim() }));
}
/** The end of the log of a step that failed without an error that says why. */
const silentEnd = ({ outcome, annotations, log }) => outcome === 'failure' && !annotations.some(({ kind }) => kind === 'error') ? endOf(log) : [];
/** What a failed step that said nothing else is asked for. */
const endOf = (log) => log
    .filter((line) => line !== '##[endgroup]')
    .slice(-10)
    .map((line) => line.replace(/^##\[group\]/, ''));
/** The name of a step, with the short form of a pinned commit. */
const stepName = (name) => name.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1');


/***/ }),

/***/ 82604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ madeUpSecret),
/* harmony export */   Vs: () => (/* binding */ madeUpNamedIn),
/* harmony export */   YK: () => (/* binding */ madeUpIn),
/* harmony export */   aZ: () => (/* binding */ madeUpName)
/* harmony export */ });
/* harmony import */ var _workflow_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94604);

const mark = 'made-up-';
/** The value of a secret of which only the name is known. */
const madeUpSecret = (name) => `${mark}${name.toLowerCase()}`;
/** The name of the secret for which a value was made up. */
const madeUpName = (value) => value.startsWith(mark) ? value.slice(mark.length).toUpperCase() : undefined;
/** The made-up secrets that occur in these texts. */
function madeUpIn(texts, known) {
    const found = new Set(texts.flatMap((text) => text.match(/made-up-\w+/g) ?? []));
    return [...known].flatMap(([value, secret]) => (found.has(value) ? [secret] : []));
}
/** The made-up secrets that an expression reads. */
const madeUpNamedIn = (text, known) => [...known.values()].filter(({ name }) => (0,_workflow_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOf */ .MU)('secrets', name).test(text));


/***/ }),

/***/ 26020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Masks)
/* harmony export */ });
/** The secrets of a job. What is printed shows `***` instead. */
class Masks {
    #values = new Set();
    /** Each line of a secret is hidden by itself. */
    add(secret) {
        for (const line of [secret, ...secret.split(/\r?\n/)].map((one) => one.trim()))
            if (line !== '')
                this.#values.add(line);
    }
    hide(text) {
        return [...this.#values]
            .toSorted((one, other) => other.length - one.length)
            .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    }
    isIn(text) {
        return [...this.#values].some((secret) => text.includes(secret));
    }
}


/***/ }),

/***/ 38569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
/** Sends a signal to a process, or to a group by its negative number. It uses nothing else of this project, because another process gets its text. */
function send(pid, signal = 'SIGKILL') {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        const { code } = error;
        if (code !== 'ESRCH' && code !== 'EPERM')
            throw error; // it has just ended, or is another user's, such as that of sudo
    }
}


/***/ }),

/***/ 66434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ changes),
/* harmony export */   h: () => (/* binding */ starter)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _signal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38569);



/** What differs from the environment of the program before. Most of it is the same. */
const changes = (before, after) => ({
    set: Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value)),
    unset: Object.keys(before).filter((name) => after[name] === undefined),
});
// Why: docs/decisions.md D91
/** Lets a small process start programs, because the system copies the tables of memory of whoever starts one. */
class Starter {
    #listeners = new Map();
    #awaited = new Set();
    #count = 0;
    #process;
    #sent = {};
    /** Begins to start the small process, so that it is ready when the first program is. */
    prepare() {
        this.#ready();
    }
    /** Unless it is awaited, this process can end before the program. */
    start(program, listener, need = 'awaited') {
        const child = this.#ready();
        const number = this.#count++;
        this.#listeners.set(number, listener);
        if (need === 'awaited')
            this.#awaited.add(number);
        if (this.#awaited.size > 0)
            child.channel?.ref();
        const { env, ...rest } = program;
        const sent = { ...rest, ...changes(this.#sent, env), number };
        this.#sent = env;
        child.send(sent, () => { }); // if it could not be sent, the process has ended, and says so itself
    }
    #ready() {
        return (this.#process ??= this.#open());
    }
    #open() {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, ['--eval', `(${String(startPrograms)})(${String(_signal_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .t)}, ${JSON.stringify((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)())})`], {
            env: {},
            stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
            detached: true, // Ctrl-C is for the rehearsal, which ends the programs itself
        });
        this.#sent = {};
        child.on('message', (told) => this.#hear(told));
        child.once('error', ({ message }) => this.#lose(child, message));
        child.once('exit', (code, signal) => this.#lose(child, signal ?? `exit code ${code}`));
        child.unref();
        child.channel?.unref();
        return child;
    }
    #hear({ number, ...told }) {
        const listener = this.#listeners.get(number);
        if (told.kind === 'ended' || told.kind === 'not started') {
            this.#listeners.delete(number);
            this.#awaited.delete(number);
        }
        if (this.#awaited.size === 0)
            this.#process?.channel?.unref();
        listener?.(told);
    }
    #lose(child, by) {
        if (this.#process !== child)
            return;
        this.#process = undefined;
        const listeners = [...this.#listeners.values()];
        this.#listeners.clear();
        this.#awaited.clear();
        for (const listener of listeners)
            listener({ kind: 'lost', by });
    }
}
const starter = new Starter();
/** The whole program of the small process, which gets its text and that of `send`. So it uses nothing else of this file. */
function startPrograms(sendSignal, temp) {
    const { spawn: spawnProgram } = process.getBuiltinModule('node:child_process');
    const fs = process.getBuiltinModule('node:fs');
    const net = process.getBuiltinModule('node:net');
    const events = process.getBuiltinModule('node:events');
    const { signals } = process.getBuiltinModule('node:os').constants;
    const { setTimeout: sleep } = process.getBuiltinModule('node:timers/promises');
    // How long what a program printed is awaited after its end, if a process that it left behind keeps the streams open.
    const patience = 200;
    const running = new Set();
    const names = ['stdout', 'stderr'];
    const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
    // Pairs of pipes to which no program prints.
    const free = [];
    const makePipes = async () => {
        const folder = fs.mkdtempSync(`${temp}/pipes-`);
        try {
            const making = spawnProgram('mkfifo', names, { cwd: folder, env: {}, stdio: 'ignore' });
            await events.once(making, 'exit');
            return names.map((name) => fs.openSync(`${folder}/${name}`, O_RDONLY | O_NONBLOCK));
        }
        finally {
            fs.rmSync(folder, { recursive: true });
        }
    };
    // Node lets a program print to sockets, and Linux does not let programs open these as /dev/stdout and /dev/stderr.
    const isLinux = process.platform === 'linux';
    const pipesFor = async () => (isLinux ? (free.pop() ?? (await makePipes().catch(() => undefined))) : undefined);
    const end = (pipe, flags) => fs.openSync(`/proc/self/fd/${pipe}`, flags);
    const begin = async ({ command, args, cwd, env }) => {
        const pipes = await pipesFor();
        const readers = pipes?.map((pipe) => end(pipe, O_RDONLY | O_NONBLOCK));
        const writers = pipes?.map((pipe) => end(pipe, O_WRONLY));
        try {
            const stdio = ['ignore', ...(writers ?? ['pipe', 'pipe'])];
            const child = spawnProgram(command, args, { cwd, env, stdio, detached: true });
            const { pid } = child;
            if (pid === undefined)
                throw (await events.once(child, 'error'))[0];
            const streams = names.flatMap((name, index) => {
                const fd = readers?.[index];
                const stream = fd === undefined ? child[name] : new net.Socket({ fd, readable: true, writable: false });
                return stream === null ? [] : [[name, stream.setEncoding('utf8')]];
            });
            const closed = Promise.all(streams.map(([, stream]) => events.once(stream, 'close')));
            if (pipes !== undefined)
                void closed.then(() => free.push(pipes));
            return { child, pid, streams, closed };
        }
        catch (error) {
            for (const fd of readers ?? [])
                fs.closeSync(fd);
            if (pipes !== undefined)
                free.push(pipes);
            throw error;
        }
        finally {
            for (const fd of writers ?? [])
                fs.closeSync(fd);
        }
    };
    const perform = async (program, tell) => {
        const { child, pid, streams, closed } = await begin(program);
        running.add(pid);
        tell({ kind: 'started', pid });
        for (const [stream, printed] of streams)
            printed.on('data', (text) => {
                printed.pause(); // a program cannot print faster than the rehearsal reads
                tell({ kind: 'printed', stream, text }, () => printed.resume());
            });
        const [exitCode, signal] = (await events.once(child, 'exit'));
        running.delete(pid);
        const hasLeft = await Promise.race([closed.then(() => false), sleep(patience, true)]);
        tell({ kind: 'ended', exitCode: exitCode ?? 128 + (signal === null ? 0 : signals[signal]), hasLeft });
    };
    let known = {};
    process.on('message', ({ number, set, unset, ...program }) => {
        const left = Object.entries(known).filter(([name]) => !unset.includes(name));
        const env = (known = { ...Object.fromEntries(left), ...set });
        const tell = (told, sent) => void process.send?.({ ...told, number }, undefined, undefined, sent);
        perform({ ...program, env }, tell).catch(({ message: reason, code }) => tell({ kind: 'not started', reason, code }));
    });
    // For its first program, Node loads and compiles a lot. So that no step waits for it, the first one does nothing. It need not exist.
    perform({ command: 'true', args: [], cwd: '/', env: {} }, () => { }).catch(() => { });
    process.on('disconnect', () => {
        for (const pid of running)
            sendSignal(-pid);
        process.exit();
    });
}


/***/ })

};
