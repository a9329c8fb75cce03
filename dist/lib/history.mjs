export const id = "history";
export const ids = ["history"];
export const modules = {

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
