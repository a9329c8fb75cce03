export const id = 1862;
export const ids = [1862,5293];
export const modules = {

/***/ 91862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Checkout: () => (/* binding */ Checkout)
});

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/world/git/temporary-repository.js
var temporary_repository = __webpack_require__(2887);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/git/objects.js
var objects = __webpack_require__(85673);
;// CONCATENATED MODULE: ./build/src/world/git/edits.js





/** The changes against HEAD in some paths, by default in all tracked files. The index of the checkout is not changed. */
async function editsIn(worktree, paths) {
    const { git, head, scratch } = worktree;
    const index = (0,external_node_path_.join)(scratch, 'edits.index');
    const env = { GIT_INDEX_FILE: index };
    const own = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'index']);
    await copyIndex(own, index);
    // Without paths, staged changes are included, as with git commit --all.
    if (paths !== undefined || !(await exists(index)))
        await git.read(['read-tree', '--reset', head], { env });
    if (paths === undefined)
        await add(worktree, ['--update'], ':/', env);
    const unmatched = [];
    for (const path of paths ?? [])
        if (!(await stagePath(worktree, path, env)))
            unmatched.push(path);
    if (unmatched.length > 0 && unmatched.length === paths?.length)
        throw nothingMatches(unmatched);
    const [tree, changed, status] = [
        await git.read(['write-tree'], { env }),
        await git.read(['diff-index', '--cached', '--raw', '-z', '--abbrev=64', '--no-renames', head], { env }),
        await git.read(['status', ...briefly], { env }),
    ];
    const files = parseRaw(changed);
    refuseNested(files);
    return { files, others: parseStatus(status), unmatched, tree };
}
const briefly = ['--porcelain', '-z', '--untracked-files=normal', '--no-renames', '--ignore-submodules=dirty'];
/** The index records which files are unchanged, so that git need not read them. */
async function copyIndex(own, index) {
    const seen = await (0,promises_.stat)(own).catch(() => undefined);
    if (seen === undefined)
        return;
    await (0,promises_.copyFile)(own, index);
    // git reads a file again if it is not older than the index. A copy with the current time would prevent that:
    // https://git-scm.com/docs/racy-git
    const second = Math.floor(seen.mtimeMs / 1000);
    await (0,promises_.utimes)(index, second, second);
}
/** Stages a path or glob. A path that exists is never read as a glob, and is staged even if git ignores it. */
async function stagePath(worktree, path, env) {
    const { git, folder, head } = worktree;
    if ((await (0,objects/* hasObject */.Qf)(git, `${head}:${path}`)) || (await exists((0,external_node_path_.join)(folder, path)))) {
        if (/^\.\/?$/.test(path))
            await add(worktree, ['--all'], ':/', env);
        else
            await add(worktree, ['--all', '--force'], `:(top,literal)${path}`, env);
        return true;
    }
    const glob = `:(top,glob)${path}`;
    const matching = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', glob];
    if ((await git.read(matching, { env })) === '')
        return false;
    await add(worktree, ['--all'], glob, env);
    return true;
}
/**
 * Stages what a pathspec matches. `git add` would ask a git in each submodule whether something was edited there, and that
 * git would start the programs that are set there. So for a submodule, only its commit is compared.
 */
async function add({ git, folder }, options, pathspec, env) {
    const list = (...what) => git.read(['ls-files', ...what, '-z', '--full-name', '--', pathspec], { env });
    const entries = (await list('--stage')).split('\0').filter((entry) => entry !== '');
    const submodules = entries.flatMap((entry) => /^160000 .*?\t(.*)$/s.exec(entry)?.[1] ?? []);
    const others = submodules.map((path) => `:(top,exclude,literal)${path}`);
    const isMore = submodules.length < entries.length || (await list('--others')) !== '';
    if (submodules.length === 0 || isMore)
        await git.read(['add', ...options, '--', pathspec, ...others], { env });
    if (submodules.length === 0)
        return;
    const input = `${submodules.join('\0')}\0`;
    const update = ['update-index', '--remove', '--ignore-skip-worktree-entries', '-z', '--stdin'];
    await git.read(update, { env, input, cwd: folder });
}
const exists = async (path) => (await (0,promises_.lstat)(path).catch(() => undefined)) !== undefined;
/** Reads what diff-index and diff-tree print: https://git-scm.com/docs/git-diff-index#_raw_output_format */
function parseRaw(text) {
    const parts = text.split('\0');
    return parts.flatMap((part, index) => {
        const [, before = '', after = '', from = '', to = ''] = /^:(\d+) (\d+) ([\da-f]+) ([\da-f]+) \w/.exec(part) ?? [];
        const path = parts[index + 1];
        return to === '' || path === undefined
            ? []
            : [{ path, before: fileVersion(before, from), after: fileVersion(after, to) }];
    });
}
const fileVersion = (mode, blob) => /^0+$/.test(blob) ? undefined : { mode, blob };
/** The second column shows differences to the index, which already has the edits. */
const parseStatus = (text) => text.split('\0').flatMap((line) => (line.charAt(1).trim() === '' ? [] : [line.slice(3)]));
const nothingMatches = (paths) => new error/* ReleaseError */.K2(`Nothing in the checkout matches ${(0,domain_text/* listed */.KE)(paths.map(domain_text/* quoted */.TL))}.`, {
    fix: 'Correct the input paths. They are relative to the checkout.',
});
/** Refuses nested repositories. They would become links to commits that nobody else has. */
function refuseNested(files) {
    const nested = files.filter(({ before, after }) => after?.mode === '160000' && before?.mode !== '160000');
    (0,error/* refuseIfAny */.Yb)('Nested repositories cannot be committed.', nested.map(({ path }) => new error/* ReleaseError */.K2(`${path} is a checkout of another repository.`, {
        fix: `Leave ${path} out of the input paths. To commit in it, set path: ${path}`,
    })));
}

// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: ./build/src/world/git/refusal.js
var refusal = __webpack_require__(81241);
;// CONCATENATED MODULE: ./build/src/world/git/head.js


/** Moves HEAD, its branch, the index and the files to a commit that has the edits. Other uncommitted changes stay. */
async function moveHead(git, { from, to }, { files, tree }) {
    // A cancellation must not end these quick commands: git could leave a lock file behind.
    const isCleanUp = true;
    // With the edits in the index, git does not see these files as changed, even if their type changed.
    await git.read(['update-index', '-z', '--index-info'], { input: indexInfo(files), isCleanUp });
    await git.run(['update-index', '-q', '--refresh'], { isCleanUp }); // exits with 1 if other files have changes
    await git.read(['read-tree', '-m', '-u', tree, to], { isCleanUp });
    const update = ['update-ref', '-m', 'commit-changes', 'HEAD', to, from];
    const { code, stderr } = await git.run(update, { isCleanUp });
    if (code !== 0)
        throw new change/* Moved */.a(`another program moved HEAD of the checkout: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`);
}
/** Removals come first, so that a file can replace a folder: https://git-scm.com/docs/git-update-index#_using_index_info */
const indexInfo = (files) => [...files.filter(({ after }) => after === undefined), ...files.filter(({ after }) => after !== undefined)]
    .map(({ path, before, after }) => `${after?.mode ?? '0'} ${after?.blob ?? '0'.repeat(before?.blob.length ?? 40)}\t${path}\0`)
    .join('');

// EXTERNAL MODULE: ./build/src/domain/repositories/tree-entry.js
var tree_entry = __webpack_require__(99842);
// EXTERNAL MODULE: ./build/src/world/git/command.js
var command = __webpack_require__(83016);
;// CONCATENATED MODULE: ./build/src/world/git/commit-with-edits.js



const longest = 1000;
const mostText = 20_000; // Windows takes 32,767 characters
/**
 * The first commit of a range that has every edit. So a step that is run again after a kill finds its own commit, even
 * if the branch has newer commits.
 */
async function commitWithEdits(git, edits, range, folder) {
    const paths = edits.map(({ path }) => path);
    const env = { GIT_LITERAL_PATHSPECS: '1' };
    // If the paths are too long for a command line, all files are listed.
    const some = paths.join('').length < mostText ? ['--', ...paths] : [];
    const log = [...(0,command/* repositoryAt */.uw)(folder), 'log', '--first-parent', '--reverse', '--format=%H', ...range, ...some];
    const commits = (0,domain_text/* textLines */.Fy)(await git.read(log, { env }));
    for (const commit of commits.slice(-longest)) {
        const list = [...(0,command/* repositoryAt */.uw)(folder), 'ls-tree', '-r', '-z', '--full-tree', commit, ...some];
        const found = new Map((0,tree_entry/* parseTree */.c)(await git.read(list, { env })).map((entry) => [entry.path, entry]));
        const hasEdit = ({ path, after }) => found.get(path)?.object === after?.blob && found.get(path)?.mode === after?.mode;
        if (edits.every(hasEdit))
            return commit;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/src/world/git/history.js
var git_history = __webpack_require__(95293);
// EXTERNAL MODULE: ./build/src/world/git/refs.js
var refs = __webpack_require__(151);
;// CONCATENATED MODULE: ./build/src/world/git/replay.js




/** The tree of another commit plus the edits that were made on HEAD. git merges files that both changed. */
async function replay({ git, head }, tree, tip) {
    // Both trees become children of HEAD, so that git takes HEAD as the merge base, even if the tip has no common history.
    const [ours, theirs] = await Promise.all([tree, `${tip}^{tree}`].map((one) => (0,objects/* storeCommit */.Jv)(git, { ...mergeCommit, tree: one, parent: head })));
    const merge = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours ?? '', theirs ?? ''];
    const { code, stdout, stderr } = await git.run(merge);
    const [merged = '', ...conflicts] = stdout.split('\0').filter((part) => part !== '');
    if (code > 1)
        throw new error/* ReleaseError */.K2(`git merge-tree failed: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`, { fix: 'Use git 2.38 or newer.' });
    (0,error/* refuseIfAny */.Yb)('The edits conflict with newer commits of the branch. Nothing was pushed.', conflicts.map((path) => editConflict(path, tip, head)));
    return merged;
}
const mergeCommit = { message: 'merged\n', author: 'release-actions <>', epoch: 0 };
const editConflict = (path, tip, head) => new error/* ReleaseError */.K2(`${path} was edited here, but it also changed on the branch between ${(0,domain_text/* short */.h0)(head)}, the commit of this checkout, and ${(0,domain_text/* short */.h0)(tip)}.`, { fix: 'Start again from a fresh checkout of the branch.', at: { file: path } });

;// CONCATENATED MODULE: ./build/src/world/git/destination.js








/** The destination if the branch is at HEAD. */
const destinationOnHead = (sha, { files, tree }) => files.length === 0 ? { kind: 'there', commit: sha } : { kind: 'new', parent: sha, tree, unpushed: [] };
// Why: docs/decisions.md D20
/** The destination if the branch is at another commit than HEAD. */
async function destinationOn(state, edits) {
    const { git, head, tip, worktree } = state;
    const isEdited = edits.files.length > 0;
    const unpushed = await unpushedCommits(state);
    if (unpushed.length > 0) {
        if (!(await (0,git_history/* isAncestor */.Q)(git, tip, head.sha)))
            throw divergedBranch(unpushed, tip);
        return isEdited
            ? { kind: 'new', parent: head.sha, tree: edits.tree, unpushed }
            : { kind: 'unpushed', commits: unpushed };
    }
    if (!isEdited)
        return { kind: 'there', commit: head.sha };
    const done = await commitSinceHead(state, edits.files);
    if (done !== undefined)
        return { kind: 'there', commit: done };
    const tree = await replay(worktree, edits.tree, tip);
    const isThere = tree === (await git.read(['rev-parse', '--verify', '--end-of-options', `${tip}^{tree}`]));
    return isThere ? { kind: 'there', commit: tip } : { kind: 'new', parent: tip, tree, unpushed: [] };
}
/** Finds the commit that brought the edits to the branch after HEAD. A shallow checkout has to fetch these commits first. */
async function commitSinceHead(state, edits) {
    const { git, ends, where, head, tip } = state;
    if (ends.length === 0)
        return commitWithEdits(git, edits, [`${head.sha}..${tip}`]);
    const since = Math.min(head.epoch, Number(await git.read(['log', '-1', '--format=%ct', tip]))) - 1;
    const extent = [`--shallow-since=${new Date(since * 1000).toISOString()}`, '--filter=blob:none'];
    const folder = await (0,temporary_repository/* temporaryRepository */.W)(state, { where, tips: [tip], extent });
    const knowsHead = await (0,objects/* hasObject */.Qf)(git, head.sha, folder);
    return commitWithEdits(git, edits, knowsHead ? [`${head.sha}..${tip}`] : [tip], folder);
}
/** Commits of the checkout that the remote does not have. The commits at which a shallow checkout ends were fetched. */
async function unpushedCommits({ git, transport, ends, where, head, tip, }) {
    const known = [head.sha, '--not', '--remotes', tip, ...ends];
    const unknown = await commitsIn(git, known);
    if (unknown.length === 0)
        return unknown;
    // A tag of the remote can contain commits that no branch has. Tags of the checkout do not count: they may be unpushed.
    const tags = (0,refs/* parseRefs */.Y4)(await transport.refs(where, ['HEAD', 'refs/tags/*'])).tags;
    const tagged = unknown.filter((commit) => [...tags.values()].some((tag) => tag.commit === commit));
    return tagged.length === 0 ? unknown : commitsIn(git, [...known, ...tagged]);
}
const commitsIn = async (git, range) => (0,domain_text/* textLines */.Fy)(await git.read(['rev-list', ...range]));
const divergedBranch = (commits, tip) => new error/* ReleaseError */.K2(`The checkout has ${commits.length === 1 ? 'a commit' : `${commits.length} commits`} that ${commits.length === 1 ? 'was' : 'were'} not pushed (${commits.slice(0, 5).map(domain_text/* short */.h0).join(', ')}), but the branch has other new commits up to ${(0,domain_text/* short */.h0)(tip)}.`, { fix: 'Rebase the unpushed commits, or start again from a fresh checkout of the branch.' });

// EXTERNAL MODULE: ./build/src/world/git/keys.js
var git_keys = __webpack_require__(92225);
// EXTERNAL MODULE: ./build/src/world/git/transport.js
var transport = __webpack_require__(95676);
;// CONCATENATED MODULE: ./build/src/world/git/checkout.js









/** The working folder and its HEAD: what was edited, and which commit of a branch has it or will have it. */
class Checkout {
    #context;
    #git;
    #folders;
    #repositoryForFork;
    constructor(context) {
        this.#context = context;
        this.#git = context.git;
    }
    /** The branch that is checked out; undefined for a detached HEAD. */
    async branch() {
        const { code, stdout } = await this.#git.run(['symbolic-ref', '--quiet', '--short', 'HEAD']);
        return code === 0 ? stdout.trim() : undefined;
    }
    /** The changes against HEAD in some paths, by default in all tracked files. */
    async edits(head, paths) {
        return editsIn(await this.#worktree(head), paths);
    }
    /** The commit that has or will have the edits of HEAD, if a branch of the remote is at `tip`. */
    async destination(where, head, tip, edits) {
        if (tip === head.sha)
            return destinationOnHead(head.sha, edits);
        await this.fetchCommit(where, tip);
        const place = { worktree: await this.#worktree(head.sha), ends: await (0,temporary_repository/* shallowEnds */.r)(this.#git) };
        const destination = await destinationOn({ ...this.#context, ...place, where, head, tip }, edits);
        if (destination.kind === 'there')
            await this.fetchCommit(where, destination.commit);
        return destination;
    }
    /** The first parent of a commit; undefined if the checkout does not have it. */
    parent(commit) {
        return (0,objects/* objectName */.Hd)(this.#git, `${commit}^`);
    }
    /** The files in which two trees differ. */
    async differences(one, other) {
        return parseRaw(await this.#git.read(['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', one, other]));
    }
    /** Those of some files that git cannot check out, because only the checkout sets their filter. */
    async refusedByFilter(paths) {
        const refused = await this.#git.refusedFilters();
        if (refused.size === 0 || paths.length === 0)
            return [];
        const input = `${paths.join('\0')}\0`;
        const [folder] = await this.#foldersOnce();
        const listed = await this.#git.read(['check-attr', '--stdin', '-z', 'filter'], { input, cwd: folder });
        const fields = listed.split('\0'); // path, attribute, value
        return paths.filter((_, index) => refused.has(fields[3 * index + 2] ?? ''));
    }
    /** The differences of two trees as a diff, with so many lines of context. */
    diff(one, other, context = 3) {
        const options = [`--unified=${context}`, '--no-ext-diff', '--no-textconv', '--submodule=short', '--no-color'];
        return this.#git.read(['diff-tree', '-r', '-p', ...options, one, other]);
    }
    /** A message with a final newline, and with trailers at its end. */
    async message(text, trailers) {
        const message = text.endsWith('\n') ? text : `${text}\n`;
        if (trailers.length === 0)
            return message;
        const add = ['interpret-trailers', '--no-divider', '--if-exists=addIfDifferent'];
        const options = trailers.map((one) => `--trailer=${one}`);
        // A setting of the checkout may add trailers, whose text comes from a program.
        const folder = await this.#context.files.scratch();
        return `${await this.#git.readOutside(folder, [...add, ...options], { input: message })}\n`;
    }
    /** The message of a commit. */
    messageOf(commit) {
        return this.#git.read(['log', '-1', '--format=%B', commit, '--']);
    }
    /** The content of a file of any kind. */
    async bytes(blob) {
        const { stdout } = await this.#git.run(['cat-file', 'blob', blob], { encoding: 'latin1' });
        return Buffer.from(stdout, 'latin1');
    }
    /** Fetches a commit of the remote, unless the checkout has it. No ref moves, and a shallow checkout stays shallow. */
    async fetchCommit(where, commit, depth = 1) {
        if (await (0,objects/* hasObject */.Qf)(this.#git, `${commit}^{tree}`))
            return;
        const shallow = (await (0,temporary_repository/* shallowEnds */.r)(this.#git)).length === 0 ? [] : [`--depth=${depth}`];
        await this.#context.transport.look(where, [...transport/* quietFetch */.PF, ...shallow], [commit]);
    }
    /** Pushes a commit to a branch, if the branch still is at `seen`; undefined means that it did not exist. */
    push(remote, branch, commit, seen) {
        const ref = `refs/heads/${branch}`;
        const keys = [(0,git_keys/* commitOn */.R)(remote, branch, commit), (0,git_keys/* branchOf */.W)(remote, branch)];
        return {
            keys,
            title: `Push ${(0,domain_text/* short */.h0)(commit)} to ${branch} of ${remote}`,
            detail: `${ref}: ${seen ?? 'none'} → ${commit}`,
            places: [
                { at: remote, name: `branch ${branch}`, actual: seen && `at ${(0,domain_text/* short */.h0)(seen)}`, wanted: `at ${(0,domain_text/* short */.h0)(commit)}` },
            ],
            reach: 'remote',
            apply: async () => {
                const options = { keys, seen: new Map([[ref, seen ?? '']]), folder: this.#repositoryForFork };
                await this.#context.transport.push(remote, new Map([[ref, commit]]), options);
            },
        };
    }
    /**
     * Lets a shallow checkout push to a fork. The fork may not have the parents of the commit, and git refuses to push
     * history that is incomplete. So the history is fetched without files into a temporary repository, and pushed from there.
     */
    async prepareForFork(where, commit) {
        if ((await (0,temporary_repository/* shallowEnds */.r)(this.#git)).length === 0)
            return;
        this.#repositoryForFork = await (0,temporary_repository/* temporaryRepository */.W)(this.#context, { where, tips: [commit], sharesObjects: true });
    }
    /** Moves HEAD, its branch, the index and the files to a commit that has the edits. Other uncommitted changes stay. */
    moveHead(where, head, commit, edits) {
        const apply = async (made) => {
            const to = commit(made);
            await this.fetchCommit(where, to);
            await moveHead(this.#git, { from: head, to }, edits);
        };
        return {
            keys: ['HEAD of the checkout'],
            title: 'Move HEAD of the checkout to the new commit',
            detail: `from ${head}`,
            reach: 'local',
            apply,
        };
    }
    async #worktree(head) {
        const [folder, scratch] = await this.#foldersOnce();
        return { git: this.#git, folder, head, scratch };
    }
    #foldersOnce() {
        this.#folders ??= (0,parallel/* together */.bs)([this.#git.read(['rev-parse', '--show-toplevel']), this.#context.files.scratch()]);
        return this.#folders;
    }
}


/***/ }),

/***/ 95293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   History: () => (/* binding */ History),
/* harmony export */   Q: () => (/* binding */ isAncestor)
/* harmony export */ });
/* harmony import */ var _temporary_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2887);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83016);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85673);



/** Ancestors of commits. Works in a shallow checkout, too. */
class History {
    #context;
    constructor(context) {
        this.#context = context;
    }
    /** The commits after `from` that lead to `to`; without `from`, all. A shallow checkout stays shallow. */
    async range(where, from, to) {
        const folder = await folderWithHistory(this.#context, where, from);
        const log = async (...range) => {
            const printed = await this.#context.git.read([...(0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAt */ .uw)(folder), 'log', '--format=%H %ct', ...range, '--']);
            return printed.split('\n').map((line) => line.split(' ')); // the format has two parts
        };
        const lines = (await log(from === undefined ? to : `${from}..${to}`)).filter(([sha]) => sha !== '');
        const [last] = from === undefined ? [] : await log('-1', from);
        return {
            commits: new Set(lines.map(([sha]) => sha)),
            earliest: lines.length === 0 ? undefined : lines.reduce((least, [, time]) => Math.min(least, Number(time)), Infinity),
            begins: last && Number(last[1]),
        };
    }
    /** Whether a commit is in the checkout and has a tip of a remote as its ancestor, so that it is still to be pushed. */
    async isAhead(commit, tip) {
        const { git } = this.#context;
        return (await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .hasObject */ .Qf)(git, tip)) && isAncestor(git, tip, commit);
    }
    /** Whether a branch of a remote contains a commit. Missing history is fetched without files. */
    async isOnBranch(commit, { remote, name, tip }) {
        const { git } = this.#context;
        if (commit === tip)
            return true;
        if ((await (0,_temporary_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .shallowEnds */ .r)(git)).length === 0 && (await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .hasObject */ .Qf)(git, tip)))
            return isAncestor(git, commit, tip);
        const where = { remote, direction: 'fetch' };
        const folder = await (0,_temporary_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .temporaryRepository */ .W)(this.#context, { where, tips: [`refs/heads/${name}`] });
        return isAncestor(git, commit, tip, folder);
    }
}
// Why: docs/decisions.md D9
/** A temporary repository with the history of HEAD and of `from`; undefined if the checkout has all of it. */
async function folderWithHistory(context, where, from) {
    const isMissing = from !== undefined && !(await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .hasObject */ .Qf)(context.git, from));
    const tips = [...(await (0,_temporary_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .shallowEnds */ .r)(context.git)), ...(isMissing ? [from] : [])];
    return tips.length === 0 ? undefined : (0,_temporary_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .temporaryRepository */ .W)(context, { where, tips, sharesObjects: true });
}
/** Whether a commit is an ancestor of another one, as far as the repository in a folder knows. */
const isAncestor = async (git, commit, tip, folder) => (await git.run([...(0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAt */ .uw)(folder), 'merge-base', '--is-ancestor', commit, tip])).code === 0;


/***/ }),

/***/ 2887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ temporaryRepository),
/* harmony export */   r: () => (/* binding */ shallowEnds)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83016);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95676);





/** The commits at which the history of a shallow checkout ends; none if the checkout has the whole history. */
async function shallowEnds(git) {
    const both = ['--is-shallow-repository', '--path-format=absolute', '--git-path', 'shallow'];
    const [, file] = /^true\n(.+)$/s.exec(await git.read(['rev-parse', ...both])) ?? [];
    return file === undefined ? [] : (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textLines */ .Fy)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
}
/** Creates a repository for this run only, with history that the checkout does not have and should not get. */
async function temporaryRepository({ git, transport, files }, { where, tips, extent = ['--filter=tree:0'], sharesObjects = false }) {
    const folder = await files.scratch();
    await git.read(['init', '--quiet', '--bare', '--template=', folder]);
    const options = sharesObjects ? await shareObjects(git, folder) : [];
    const refspecs = tips.map((tip, index) => `${tip}:refs/heads/${index}`);
    await transport.look(where, [...(0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryAt */ .uw)(folder), ...options, ..._transport_js__WEBPACK_IMPORTED_MODULE_4__/* .quietFetch */ .PF, ...extent], refspecs);
    return folder;
}
/** Lets a repository use the objects of the checkout. Returns the options that git needs there. */
async function shareObjects(git, folder) {
    const objects = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'objects/info/alternates'), `${objects}\n`);
    // The history of the checkout has gaps, so git must not tell the server that it has these commits.
    return ['-c', 'core.alternateRefsCommand=true'];
}


/***/ })

};
