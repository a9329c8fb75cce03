export const id = "build";
export const ids = ["build"];
export const modules = {

/***/ 48715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Builders: () => (/* binding */ Builders)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/child.js
var world_child = __webpack_require__(22952);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/build/command-files.js



/** The files by which a step speaks to the runner. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const names = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/** Remembers the files by which this step speaks to the runner. A program can find them, although it is not told their names. */
function guardCommandFiles(env) {
    const files = names.flatMap((name) => {
        const path = env[name];
        const before = path === undefined ? undefined : content(path);
        return path === undefined || before === undefined ? [] : [{ name, path, before }];
    });
    return {
        refuseIfChanged: (what) => {
            const changed = files.filter(({ path, before }) => content(path)?.equals(before) !== true);
            for (const { path, before } of changed)
                (0,external_node_fs_.writeFileSync)(path, before);
            if (changed.length === 0)
                return;
            throw new error/* ReleaseError */.K2(`A program that built ${what} wrote into ${(0,domain_text/* listed */.KE)(changed.map(({ name }) => name))}, by which steps speak to the runner. What it wrote was removed.`, {
                fix: 'Find out which part of the build does that, and remove it: it could change every later step of the job.',
            });
        },
    };
}
function content(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch {
        return undefined; // a rehearsal may name files that do not exist
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/src/world/build/home.js



/** A home and a temporary folder for one program. Both are removed at the end. */
async function homeFor(env) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'builder-'));
    const [home, temporary] = [(0,external_node_path_.join)(folder, 'home'), (0,external_node_path_.join)(folder, 'tmp')];
    try {
        await (0,promises_.mkdir)(home);
        await (0,promises_.mkdir)(temporary);
    }
    catch (error) {
        await remove(folder);
        throw error;
    }
    return {
        variables: {
            HOME: home,
            USERPROFILE: home,
            APPDATA: home,
            LOCALAPPDATA: home,
            TMPDIR: temporary,
            TEMP: temporary,
            TMP: temporary,
        },
        [Symbol.asyncDispose]: () => remove(folder),
    };
}
async function remove(folder) {
    try {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    catch {
        await home_open(folder); // a program can lock its folders
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function home_open(folder) {
    await (0,promises_.chmod)(folder, 0o700);
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true }))
        if (entry.isDirectory())
            await home_open((0,external_node_path_.join)(folder, entry.name));
}

;// CONCATENATED MODULE: ./build/src/world/build/marked.js

const mostRounds = 100;
/**
 * Ends every process that has a mark in its environment, such as `NAME=value`, and everything that these have started. All
 * are stopped before the first one ends, so that they start no others.
 */
function endMarked(mark) {
    const stopped = new Set();
    for (let round = 0; round < mostRounds; round++) {
        const found = familyOf(mark, stopped);
        if (found.length === 0)
            break;
        for (const pid of found) {
            send(pid, 'SIGSTOP');
            stopped.add(pid);
        }
    }
    for (const pid of stopped)
        send(pid, 'SIGKILL');
}
/** The processes that have the mark, or whose parent is stopped, without those that are stopped. */
function familyOf(mark, stopped) {
    return (0,external_node_fs_.readdirSync)('/proc').flatMap((name) => {
        const pid = Number(name);
        if (!Number.isInteger(pid) || stopped.has(pid))
            return [];
        return isMarked(pid, mark) || (stopped.size > 0 && stopped.has(parentOf(pid))) ? [pid] : [];
    });
}
function isMarked(pid, mark) {
    return `\0${read(pid, 'environ')}`.includes(`\0${mark}\0`);
}
/** The fourth field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the second one may have spaces in it. */
function parentOf(pid) {
    const stat = read(pid, 'stat');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
/** Empty if the process has ended, or belongs to somebody else. */
function read(pid, file) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/${file}`, 'latin1');
    }
    catch {
        return '';
    }
}
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH'))
            throw error; // it has just ended
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/world/build/printed.js


const mostMegabytes = 16;
const longestLine = 64 * 1024;
const lastOnes = 10;
const longestTold = 300;
/** What a program prints: whole lines are passed on at once, and the last ones are kept for a refusal. */
class Printed {
    most = `${mostMegabytes} MiB`;
    #print;
    #tooMuch = new AbortController();
    #rests = new Set();
    #bytes = 0;
    #last = [];
    constructor(print) {
        this.#print = print;
    }
    /** Aborted when more was printed than anybody can read. */
    get isTooMuch() {
        return this.#tooMuch.signal;
    }
    /** Takes a stream of the program. Several streams may have a line of their own in the making. */
    take(stream) {
        const decoder = new external_node_string_decoder_.StringDecoder('utf8');
        let rest = '';
        stream.on('data', (chunk) => {
            this.#bytes += chunk.length;
            if (this.#bytes > mostMegabytes * 1024 * 1024)
                return this.#tooMuch.abort();
            const lines = (rest + decoder.write(chunk)).split('\n');
            rest = lines.pop() ?? '';
            if (rest.length > longestLine)
                lines.push(rest);
            if (rest.length > longestLine)
                rest = '';
            this.#pass(lines);
        });
        this.#rests.add(() => this.#pass([rest + decoder.end()].filter((line) => line !== '')));
    }
    /** Passes on the last line of each stream, which may have no end. */
    end() {
        for (const pass of this.#rests)
            pass();
        this.#rests.clear();
    }
    /** The last lines, for a message. */
    lastLines() {
        if (this.#last.length === 0)
            return ' It printed nothing.';
        return ` It printed last:${this.#last.map((line) => `\n    ${line}`).join('')}`;
    }
    #pass(lines) {
        if (lines.length === 0 || this.isTooMuch.aborted)
            return;
        this.#print(lines.map((line) => line.replace(/\r$/, '')).join('\n'));
        this.#last = [...this.#last, ...lines.slice(-lastOnes).flatMap(told)].slice(-lastOnes);
    }
}
/** A line without what would colour a terminal or move its cursor. Nothing if it is blank. */
function told(line) {
    const text = (0,external_node_util_.stripVTControlCharacters)(line.slice(0, 10 * longestTold))
        .replaceAll(/[\x00-\x1f\x7f-\x9f]/g, ' ')
        .trimEnd();
    if (text === '')
        return [];
    return [text.length > longestTold ? `${text.slice(0, longestTold)} …` : text];
}

;// CONCATENATED MODULE: ./build/src/world/build/build.js








// Why: docs/decisions.md D50
/**
 * Runs programs that build something, such as Python and Helm, and may run code of the project while they do it. What they
 * print is shown while they work. They see no inputs and no tokens, get a home and a temporary folder of their own, and are
 * limited in time and output. All that they started ends with them.
 */
class Builders {
    #host;
    constructor(host) {
        this.#host = host;
    }
    /** Returns when the program has ended with the exit code 0. */
    async build(program, args, building) {
        const { signal, env, print } = this.#host;
        signal.throwIfAborted();
        await using home = await homeFor(env);
        const commands = guardCommandFiles(env);
        print(`[command]${[program, ...args].join(' ')}`);
        try {
            await this.#run(program, args, { ...building, env: { ...home.variables, ...building.env } });
        }
        finally {
            commands.refuseIfChanged(building.what);
        }
    }
    async #run(program, args, building) {
        const { what, cwd = '.', env = {}, minutes = 60, isForeign = false, fix } = building;
        const { signal, pace, workspace, print } = this.#host;
        const name = (0,external_node_path_.basename)(program, '.exe');
        const hidden = isForeign ? [inHome, proxies] : [inHome];
        const printed = new Printed(print);
        const limit = AbortSignal.timeout(minutes * 60_000 * pace);
        const mark = `RELEASE_ACTIONS_BUILD=${crypto.randomUUID()}`;
        const child = withUmask(0o022, () => (0,external_node_child_process_.spawn)(program, args, {
            cwd: (0,external_node_path_.resolve)(workspace, cwd),
            env: { ...without(hidden, (0,world_child/* inherited */.Jq)(this.#host.env, program)), ...sameEverywhere, ...env, ...variable(mark) },
            detached: isGroup,
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
        }));
        const stop = AbortSignal.any([signal, limit, printed.isTooMuch]);
        const { code, killed } = await ended(child, { program, printed, stop, mark });
        signal.throwIfAborted();
        const refusal = (problem, advice) => new error/* ReleaseError */.K2(`Building ${what} failed: ${name} ${problem}.${printed.lastLines()}`, { fix: fix ?? advice });
        if (printed.isTooMuch.aborted)
            throw refusal(`printed more than ${printed.most}, which is the limit`, printsLess);
        if (limit.aborted)
            throw refusal(`did not finish within ${minutes * pace} minutes`, endsInTime);
        if (killed !== null)
            throw refusal(`was ended by ${killed}`, enoughMemory);
        if (code !== 0)
            throw refusal(`ended with the exit code ${code}`, seeLog);
    }
}
const seeLog = 'Find out why in what it printed, which is above in the log.';
const printsLess = 'Let it print less.';
const endsInTime = 'Find out what it waits for.';
const enoughMemory = 'See whether the machine has too little memory.';
/** What a builder makes must not depend on the language, the time zone and the default modes of this machine. */
const sameEverywhere = { LC_ALL: 'C.UTF-8', TZ: 'UTC' };
const isGroup = process.platform !== 'win32';
/** Places in the home of the user, which a builder does not get. */
const inHome = /^(?:HOME|XDG_.*|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|USERPROFILE)$/i;
const proxies = /_PROXY$/i;
const without = (hidden, env) => Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.some((one) => one.test(name))));
const variable = (mark) => Object.fromEntries([mark.split('=')]);
/** Nothing else runs between the two calls: a program is started before `start` returns. */
function withUmask(umask, start) {
    const before = process.umask(umask);
    try {
        return start();
    }
    finally {
        process.umask(before);
    }
}
const patience = 2000;
/** Waits until a child has ended, and ends what it left behind. */
async function ended(child, { program, printed, stop, mark }) {
    const { promise, resolve: end, reject } = Promise.withResolvers();
    child.once('error', (cause) => reject((0,world_child/* unstarted */.Z5)(program, cause)));
    child.once('exit', (code, killed) => end({ code, killed }));
    const closed = new Promise((close) => child.once('close', close));
    for (const stream of [child.stdout, child.stderr])
        if (stream !== null)
            printed.take(stream);
    const kill = () => endAll(child, mark); // at once: what has lost its parent is harder to find
    stop.addEventListener('abort', kill, { once: true });
    try {
        if (stop.aborted)
            kill();
        const outcome = await promise;
        kill();
        const late = setTimeout(() => [child.stdout, child.stderr].map((one) => one?.destroy()), patience); // somebody hides, and holds them open
        await closed;
        clearTimeout(late);
        return outcome;
    }
    finally {
        stop.removeEventListener('abort', kill);
        printed.end();
    }
}
/** Ends the process group, and on Linux also what has left it. */
function endAll(child, mark) {
    if (process.platform === 'linux')
        endMarked(mark);
    (0,world_child/* signalAll */.w$)(child, 'SIGKILL', isGroup);
}


/***/ })

};
