export const id = "push-tag";
export const ids = ["push-tag"];
export const modules = {

/***/ 5423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ push_tag_action)
});

// EXTERNAL MODULE: ./build/src/domain/repositories/identity.js
var identity = __webpack_require__(8309);
// EXTERNAL MODULE: ./build/src/domain/repositories/remote.js
var remote = __webpack_require__(8337);
// EXTERNAL MODULE: ./build/src/domain/tags/unpushed-tag.js
var unpushed_tag = __webpack_require__(9675);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js
var tag = __webpack_require__(234);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(4502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(8933);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 24 modules
var git_git = __webpack_require__(6671);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
// EXTERNAL MODULE: ./build/src/plans/start.js
var plans_start = __webpack_require__(8418);
// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(5341);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(716);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-message.js
var tag_message = __webpack_require__(976);
;// CONCATENATED MODULE: ./build/actions/push-tag/message.js


/** The message of a tag: the given text, the text of the given file, or else the name of the tag. */
async function messageOf(tag, { message, messagePath }, files) {
    if (message !== undefined && messagePath !== undefined) {
        throw new error/* ReleaseError */.K2('Both message and message-path are given.', { fix: 'Give only one of them.' });
    }
    const text = messagePath === undefined ? (message ?? tag) : await files.text(messagePath);
    return (0,tag_message/* tagMessage */.i)(text, messagePath ?? 'The input message');
}

;// CONCATENATED MODULE: ./build/actions/push-tag/action.js















/* harmony default export */ const push_tag_action = ((0,action/* defineAction */.Q)({
    name: 'Push tag',
    description: 'Create the annotated tag that starts a release, and push only this tag. An existing tag is never moved.',
    inputs: {
        tag: (0,input/* input */.hF)('The tag to create, such as v1.2.3.', tag/* parseTagName */.fe),
        commit: (0,input/* text */.Qq)('The commit to tag: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
        message: (0,input/* verbatim */.Bj)('The tag message. It is kept verbatim, including lines that begin with #. Default: the name of the tag.').optional(),
        messagePath: (0,input/* path */.Ae)('A file to read the tag message from. Cannot be combined with message.').optional(),
        signingKey: (0,input/* secret */.rJ)('An SSH or GPG private key to sign the tag with. Default: the tag is not signed.'),
        signingPassphrase: (0,input/* secret */.rJ)('The passphrase of signing-key.'),
        tagger: (0,input/* input */.hF)('The tagger, as Name <address>. Default: the identity in the git configuration, else the name in the GPG key, else github-actions[bot].', identity/* parseIdentity */.a).optional(),
        remote: (0,input/* input */.hF)('The remote to push to: its name, or the address of a repository.', remote/* parseRemote */.M8).or('origin'),
        start: (0,input/* input */.hF)("A workflow file to start at the new tag, such as release.yml. Used only if the push itself starts no workflows, as with the job's own token.", plans_start/* workflowFile */.EY).optional(),
    },
    outputs: {
        tag: 'The tag.',
        sha: 'The commit that the tag points to.',
        created: (0,output/* boolean */.zM)('Whether this run pushed the tag, or would push it.'),
        starts: (0,output/* boolean */.zM)("Whether the push starts workflows. false with the job's own token. Unset if nothing has to be pushed, or if it is unknown."),
    },
    permissions: { 'contents: write': 'to push the tag', 'actions: write': 'to start the workflow of the input start' },
    starts: true,
    async plan({ tag, remote, start, signingKey, signingPassphrase, ...wanted }, world) {
        const { files, git } = world;
        const where = { remote, direction: 'push' };
        const found = git.commits.find(wanted.commit);
        // Everything that needs no server comes first, so that a mistake is told without one.
        const [{ sha: commit }, local, message, key, starts] = await (0,parallel/* together */.bs)([
            found,
            git.tags.here(),
            messageOf(tag, wanted, files),
            (0,git_git/* signingKeyOf */.i$)(signingKey, signingPassphrase),
            git.remotes.startsWorkflows(remote),
            start === undefined ? undefined : (0,plans_start/* refuseUnstartable */.ke)({ workflow: start, tag, commit: found }, world),
        ]);
        const { tags } = await git.remotes.refs(where);
        const [there, here] = [tags.get(tag), local.get(tag)];
        const starting = start === undefined || starts !== false
            ? undefined
            : await (0,plans_start/* startAt */.EO)({ where, workflow: start, tag, commit, isThere: there !== undefined }, world);
        const newTag = { commit, message, isSigned: key !== undefined };
        if (there !== undefined) {
            (0,tag_place/* refuseMisplacedTag */.z)({ tag, at: there.commit, expected: commit, remote }, keepTag(there.commit));
            const difference = (0,unpushed_tag/* tagDifference */.S)({
                ...newTag,
                at: there.commit,
                object: await git.tags.object(where, tag, there),
            });
            const kept = difference === undefined ? '' : ` It is left as it is, although it ${difference}.`;
            const created = world.ledger.isBegun((0,git_git/* tagOn */.ce)(remote, tag)); // by an earlier attempt of this run, whose answer was lost
            return {
                changes: [
                    here !== undefined && here.object !== there.object && git.tags.matchRemote(tag, here, there),
                    starting?.change,
                ],
                notes: [`${tag} already exists on ${remote}, at this commit.${kept}`, ...(starting?.notes ?? [])],
                outputs: { tag, sha: commit, created, starts: created ? starts : undefined },
            };
        }
        if (here !== undefined)
            (0,unpushed_tag/* refuseOtherUnpushedTag */.H)(tag, { ...newTag, at: here.commit, object: await git.tags.object(where, tag, here) });
        const signer = here === undefined && key !== undefined ? await git.signing.signer(key) : undefined;
        const tagger = wanted.tagger ?? (await git.signing.tagger(signer));
        return {
            notes: pushNotes(tag, { starts, start, isSigned: newTag.isSigned }),
            changes: [
                here === undefined && git.tags.create({ name: tag, commit, message, tagger, signer }),
                git.tags.push(remote, tag, commit),
                starting?.change,
            ],
            outputs: { tag, sha: commit, created: true, starts },
        };
    },
}));
function pushNotes(tag, { starts, start, isSigned }) {
    const isStarted = starts === false && start !== undefined;
    return [
        ...(isSigned ? [] : [`${tag} is not signed: no signing-key was given.`]),
        ...(isStarted
            ? []
            : (0,job_token/* startNotes */.K)(starts, { made: `the push of ${tag}`, otherwise: 'name the workflow in the input start' })),
    ];
}
const keepTag = (at) => `Release the next version, or check out ${(0,domain_text/* short */.h0)(at)} if that is the right commit. A tag is never moved: whoever has fetched it keeps the old one.`;


/***/ }),

/***/ 976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tagMessage)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _tag_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2032);


/** The message of a tag, with the newline that git needs at its end. `source` names the input in errors. */
function tagMessage(text, source) {
    if (text.trim() === '')
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} is empty.`, { fix: 'Describe the release in it.' });
    if (text.includes('\0'))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} contains a NUL character, which git cannot store in a tag.`, {
            fix: 'Remove the character.',
        });
    if ((0,_tag_object_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSigned */ .Xy)(text)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} has a line that git would read as the beginning of a signature.`, {
            fix: 'Indent the line that begins with -----BEGIN.',
        });
    }
    return text.endsWith('\n') ? text : `${text}\n`;
}


/***/ }),

/***/ 9675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refuseOtherUnpushedTag),
/* harmony export */   S: () => (/* binding */ tagDifference)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1987);


/** How a tag differs from the request, as the end of a sentence. */
function tagDifference({ at, object, commit, message, isSigned }) {
    if (at !== commit)
        return `is at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(commit)}`;
    if (message === undefined)
        return undefined;
    if (object === undefined)
        return 'is lightweight';
    if (object.message !== message)
        return `has the message ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(object.subject)}, not the requested one`;
    return isSigned && !object.isSigned ? 'is not signed' : undefined;
}
/** Refuses an unpushed tag of this checkout that differs from the request. */
function refuseOtherUnpushedTag(tag, compared) {
    const found = tagDifference(compared);
    if (found === undefined)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, {
        fix: `Delete it and run again: git tag -d ${tag}`,
    });
}


/***/ }),

/***/ 8418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ startAt),
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   ke: () => (/* binding */ refuseUnstartable)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2979);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1987);



// Why: docs/decisions.md D24
/** Plans to start a workflow at a tag, unless the workflow was started there already. */
async function startAt({ where, workflow, tag, commit, isThere }, { event, git, github }) {
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, await git.remotes.address(where));
    if (repository === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The remote ${where.remote} is not on ${event.server}, where ${workflow} would run.`, {
            fix: 'Leave the input start out.',
        });
    const run = { repository, workflow, tag, commit };
    const { workflows } = await github();
    const found = isThere ? await workflows.findRun(run) : undefined;
    return found === undefined
        ? { change: workflows.start(run), notes: [] }
        : { change: undefined, notes: [`${workflow} was already started at ${tag}: ${found}`] };
}
/** GitHub runs the workflow file of the tagged commit, and only if that file has the trigger workflow_dispatch. */
async function refuseUnstartable({ workflow, tag, commit }, { git }) {
    const text = await git.commits.text((await commit).sha, `.github/workflows/${workflow}`);
    if (text === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The commit for ${tag} has no file .github/workflows/${workflow}.`, {
            fix: 'Correct the input start, or tag a commit that has the workflow.',
        });
    if (/\bworkflow_dispatch\b/.test(text))
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow .github/workflows/${workflow} at ${tag} cannot be started: it has no workflow_dispatch.`, {
        fix: 'Add workflow_dispatch to the `on:` of the workflow, and tag a commit that has this change.',
        at: { file: `.github/workflows/${workflow}` },
    });
}
/** The name of a file in .github/workflows. */
function workflowFile(value) {
    if (/^[\w.-]+\.ya?ml$/.test(value.trim()))
        return value.trim();
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)} is not the name of a workflow file.`, {
        fix: 'Give the name of a file in .github/workflows, such as release.yml.',
    });
}


/***/ })

};
