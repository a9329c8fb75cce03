export const id = 423;
export const ids = [423];
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
// EXTERNAL MODULE: ./build/src/domain/tags/tag-draft.js
var tag_draft = __webpack_require__(6356);
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
// EXTERNAL MODULE: ./build/src/world/git/git.js + 21 modules
var git_git = __webpack_require__(4701);
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


/** The message of a tag, from the one place where it stands; without any, the name of the tag. */
async function messageOf(tag, { message, messagePath }, files) {
    if (message !== undefined && messagePath !== undefined) {
        throw new error/* ReleaseError */.K2('Both message and message-path are given.', { fix: 'Give one of them.' });
    }
    const text = messagePath === undefined ? (message ?? tag) : await files.text(messagePath);
    return (0,tag_message/* tagMessage */.i)(text, messagePath ?? 'The input message');
}

;// CONCATENATED MODULE: ./build/actions/push-tag/action.js















/* harmony default export */ const push_tag_action = ((0,action/* defineAction */.Q)({
    name: 'Push tag',
    description: 'Make the annotated tag that starts a release, push it alone, and never move one.',
    inputs: {
        tag: (0,input/* input */.hF)('The tag, such as v1.2.3.', tag/* parseTagName */.fe),
        commit: (0,input/* text */.Qq)('The commit to tag, by any name that git understands.').or('HEAD'),
        message: (0,input/* verbatim */.Bj)('The message, kept verbatim, also lines that begin with #. Without it, the name of the tag.').optional(),
        messagePath: (0,input/* path */.Ae)('A file that holds the message instead.').optional(),
        signingKey: (0,input/* secret */.rJ)('An ssh or gpg private key to sign with.'),
        signingPassphrase: (0,input/* secret */.rJ)('The passphrase of that key.'),
        tagger: (0,input/* input */.hF)('Who makes the tag, as Name <address>. Without it: what git is set up with, the name in a gpg key, or github-actions[bot].', identity/* parseIdentity */.a).optional(),
        remote: (0,input/* input */.hF)('Where to push: the name of a remote, or an address.', remote/* parseRemote */.M).or('origin'),
        start: (0,input/* input */.hF)('A workflow file to start at the new tag, such as release.yml, for a token whose pushes start none.', plans_start/* workflowFile */.EY).optional(),
    },
    outputs: {
        tag: 'The tag.',
        sha: 'The commit that it is at.',
        created: (0,output/* boolean */.zM)('Whether this run put it there, or would.'),
        starts: (0,output/* boolean */.zM)('Whether the push starts workflows: not with the token of the job. Unset when nothing has to be pushed, or nobody can tell.'),
    },
    permissions: { 'contents: write': 'to push the tag', 'actions: write': 'to start a workflow, with start' },
    starts: true,
    async plan({ tag, remote, start, signingKey, signingPassphrase, ...wanted }, world) {
        const { files, git } = world;
        const key = (0,git_git/* signingKeyOf */.i$)(signingKey, signingPassphrase);
        const where = { remote, direction: 'push' };
        const [{ sha: commit }, local, { tags }, message, starts] = await (0,parallel/* together */.b)([
            git.commits.find(wanted.commit),
            git.tags.here(),
            git.remotes.refs(where),
            messageOf(tag, wanted, files),
            git.remotes.startsWorkflows(remote),
        ]);
        if (start !== undefined)
            (0,plans_start/* refuseUnstartable */.ke)(start, tag, await git.commits.text(commit, `.github/workflows/${start}`));
        const [there, here] = [tags.get(tag), local.get(tag)];
        const starting = start === undefined || starts !== false
            ? undefined
            : await (0,plans_start/* startAt */.EO)({ where, workflow: start, tag, commit, isThere: there !== undefined }, world);
        const asked = { commit, message, isSigned: key !== undefined };
        if (there !== undefined) {
            (0,tag_place/* refuseMisplacedTag */.z)({ tag, at: there.commit, expected: commit, remote }, keepTag(there.commit));
            const found = (0,tag_draft/* differences */.t)({ ...asked, at: there.commit, object: await git.tags.object(where, tag, there) });
            const but = found === undefined ? '' : ` But it ${found}, and a tag is never moved.`;
            const created = world.ledger.isBegun((0,git_git/* tagOn */.ce)(remote, tag)); // by an earlier plan of this run, whose answer got lost
            return {
                changes: [
                    here !== undefined && here.object !== there.object && git.tags.matchRemote(tag, here, there),
                    starting?.change,
                ],
                notes: [`${tag} is on ${remote} already, at this commit.${but}`, ...(starting?.notes ?? [])],
                outputs: { tag, sha: commit, created, starts: created ? starts : undefined },
            };
        }
        if (here !== undefined)
            (0,tag_draft/* refuseOtherDraft */.a)(tag, { ...asked, at: here.commit, object: await git.tags.object(where, tag, here) });
        const signer = here === undefined && key !== undefined ? await git.signing.signer(key) : undefined;
        const tagger = wanted.tagger ?? (await git.signing.tagger(signer));
        return {
            notes: notesOn(tag, { starts, start, isSigned: asked.isSigned }),
            changes: [
                here === undefined && git.tags.create({ name: tag, commit, message, tagger, signer }),
                git.tags.push(remote, tag, commit),
                starting?.change,
            ],
            outputs: { tag, sha: commit, created: true, starts },
        };
    },
}));
function notesOn(tag, { starts, start, isSigned }) {
    const isStarted = starts === false && start !== undefined;
    return [
        ...(isSigned ? [] : [`${tag} is not signed: no signing-key was given.`]),
        ...(isStarted
            ? []
            : (0,job_token/* startNotes */.K)(starts, { made: `the push of ${tag}`, otherwise: 'name the workflow in the input start' })),
    ];
}
const keepTag = (at) => `A tag is never moved: everybody who fetched it keeps the old one. Release the next version, or check out ${(0,domain_text/* short */.h0)(at)} if that is the commit that you mean.`;


/***/ }),

/***/ 8337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ importPath),
/* harmony export */   M: () => (/* binding */ parseRemote)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);

/** The name of a remote, or an address without anything secret in it. */
function parseRemote(text) {
    if (!/^https?:\/\/[^/]*@/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('is an address with a user or a token in it.', {
        fix: 'Give the address alone, and the token as the input token.',
    });
}
/** How Go imports what is at an address, such as github.com/org/name; undefined for a folder of this machine. */
function importPath(address) {
    // As an address, or in the short form of ssh: git@github.com:org/name.git
    const shape = /^(?:(?:https?|ssh|git):\/\/)(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$|^(?:[^@:/]+@)?([^:/]+):(?!\/)(.+)$/;
    const [, host, path, shortHost, shortPath] = shape.exec(address) ?? [];
    const [domain, rest] = host === undefined ? [shortHost, shortPath] : [host, path];
    const clean = rest?.replace(/\/+$/, '').replace(/\.git$/, '');
    return domain === undefined || clean === undefined ? undefined : `${domain}/${clean}`;
}


/***/ }),

/***/ 2979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseRepository),
/* harmony export */   Y: () => (/* binding */ repositoryOn)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8337);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1987);



/** `owner/name` of a repository that is on a server; undefined for an address that leads elsewhere. */
function repositoryOn(server, address) {
    const [host, ...path] = (0,_remote_js__WEBPACK_IMPORTED_MODULE_1__/* .importPath */ .L)(address)?.split('/') ?? [];
    return host === new URL(server).hostname && path.length === 2 ? path.join('/') : undefined;
}
/** `owner/name`, as GitHub calls a repository. */
function parseRepository(text) {
    if (/^[\w.-]+\/[\w.-]+$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`, { fix: 'Write it as owner/name.' });
}


/***/ }),

/***/ 8304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and the series of those who tag the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('names no stream.', { fix: 'Give lines such as: image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])} twice.`);
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\p{Cc}\p{Cf}\p{Cs}\p{DI}]+)$/u.exec(line) ?? [];
    if (name === undefined || pattern === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}.`, {
            fix: 'A stream is a name in lower case, a colon, a space and a pattern: image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `${versions.length} versions`
            : `${odd in placeholders ? 'twice' : 'the placeholder'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(odd)}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has ${problem} in the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}.`, {
            fix: `A pattern has one version and at most one path: ${known.join(', ')}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Names of folders as they are written everywhere; quotes, spaces and dollars would be traps for whoever uses the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** No version and no folder holds a slash, so a tag can be divided in one way only. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash a directory; elsewhere a directory with its slash, or none at the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 6356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ refuseOtherDraft),
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1987);


/** What is not as it was asked for, as the end of a sentence. */
function differences({ at, object, commit, message, isSigned }) {
    if (at !== commit)
        return `is at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(commit)}`;
    if (message === undefined)
        return undefined;
    if (object === undefined)
        return 'is lightweight';
    if (object.message !== message)
        return `says ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(object.subject)}, not what was asked for`;
    return isSigned && !object.isSigned ? 'is not signed' : undefined;
}
/** A tag of the checkout that nobody else has is pushed as it is, if it is what was asked for. */
function refuseOtherDraft(tag, compared) {
    const found = differences(compared);
    if (found === undefined)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${tag} of this checkout, not pushed yet, ${found}.`, {
        fix: `Delete it, and run again: git tag -d ${tag}`,
    });
}


/***/ }),

/***/ 976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tagMessage)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _tag_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2032);


/** The message of a tag, ended by a newline as git wants it, otherwise byte for byte. `source` is what it was given by. */
function tagMessage(text, source) {
    if (text.trim() === '')
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} is empty.`, { fix: 'Say in it what is released.' });
    if (text.includes('\0'))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} holds a NUL character, which git cannot store in a tag.`, { fix: 'Remove it.' });
    if ((0,_tag_object_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSigned */ .Xy)(text)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} has a line that git would take for the beginning of a signature.`, {
            fix: 'Indent the line that begins with -----BEGIN.',
        });
    }
    return text.endsWith('\n') ? text : `${text}\n`;
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ refuseBadName),
/* harmony export */   I_: () => (/* binding */ imageTag),
/* harmony export */   W8: () => (/* binding */ previousTag),
/* harmony export */   eL: () => (/* binding */ isLatest),
/* harmony export */   fe: () => (/* binding */ parseTagName),
/* harmony export */   rE: () => (/* binding */ parseReleaseTag),
/* harmony export */   wE: () => (/* binding */ siblings)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8304);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1987);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8242);




/** The one stream that a tag belongs to, and its version there. */
function parseReleaseTag(name, streams) {
    refuseBadName(name);
    const tries = streams.map((stream) => ({ stream, found: inStream(name, stream) }));
    const fitting = tries.map(({ found }) => found).filter(isReleaseTag);
    const [first, second] = fitting;
    if (first !== undefined && second === undefined)
        return first;
    if (first !== undefined) {
        const all = fitting.map(({ stream }) => written(stream));
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} fits ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(all)}: it is not clear what to release.`, {
            fix: 'Write the patterns of the input streams so that a tag fits only one.',
        });
    }
    const reasons = tries.map(({ stream, found }) => {
        return `  ${written(stream)} (${found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? found.message.replace(/\.$/, '') : 'another shape'})`;
    });
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} belongs to no stream:\n${reasons.join('\n')}`, { fix: wayOut(name) });
}
/** The tags of the same series as `tag` (same stream, same path), itself left out. */
function siblings(tag, names) {
    return names
        .filter((name) => name !== tag.name)
        .map((name) => inStream(name, tag.stream))
        .filter(isReleaseTag)
        .filter(({ path }) => path === tag.path);
}
/** The newest older release: for a stable one never a prerelease, by version and not by history. */
function previousTag(tag, others) {
    return others
        .filter(({ version }) => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, tag.version) < 0)
        .filter(({ version }) => tag.version.isPrerelease || !version.isPrerelease)
        .toSorted((one, other) => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(one.version, other.version))
        .at(-1);
}
/** Whether users should get this one when they ask for the latest. */
const isLatest = (tag, others) => !tag.version.isPrerelease &&
    others.every(({ version }) => version.isPrerelease || (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, tag.version) <= 0);
/** What an image of this release is called; undefined where OCI forbids it. */
function imageTag({ name }, revision) {
    const tag = name.slice(name.lastIndexOf('/') + 1) + (revision === undefined ? '' : `-${revision}`);
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag))
        return tag;
    if (revision === undefined)
        return undefined;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Image tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(tag)} is not allowed by OCI: letters, digits, dots, hyphens and underscores, 128 at most.`, {
        fix: 'Release a version without build metadata (+), or leave the input revision out.',
    });
}
const written = ({ name, pattern }) => `${name}: ${pattern}`;
const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** Undefined: not of this shape. A refusal: of this shape, with a version that its scheme does not have. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}
/** The line of `streams` that would take the tag, if any would. */
function wayOut(name) {
    if (name.startsWith('refs/'))
        return 'Give the short name of the tag, as in github.ref_name.';
    const befores = [...name.matchAll(versionBegins)].map(({ index }) => name.slice(0, index));
    const line = befores.flatMap(linesFor).find((each) => takes(each, name));
    if (line === undefined)
        return 'No stream can take it, because it ends in no version. Tag a version such as v1.2.3.';
    return `If it is a release, add this line to the input streams (in place of the one of that name, and of one that it makes ambiguous): ${line}`;
}
// After a separator or v; elsewhere, as in pkg@1.2.3, only where a dot follows.
const versionBegins = /(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])/gu;
function linesFor(before) {
    // A bare version is how Python projects tag.
    if (before === '')
        return ['driver: {pep440}', 'driver: {version}'];
    const afterFolders = /^.+\/.+(\/v?)$/.exec(before)?.[1];
    const name = /^[a-z][a-z0-9-]+(?=[/_@-])/.exec(before)?.[0] ?? 'release';
    const starts = [...(afterFolders === undefined ? [] : [`module: {path}${afterFolders}`]), `${name}: ${before}`];
    return starts.flatMap((start) => [`${start}{version}`, `${start}{pep440}`]);
}
function takes(line, name) {
    const streams = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStreams */ .Rg)(line));
    return !(streams instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2) && streams.some((stream) => isReleaseTag(inStream(name, stream)));
}
const nameRules = [
    [/^$/, 'is empty'],
    // GitHub takes 255 bytes: https://github.com/desktop/desktop/issues/819
    [/^[^]{1025}/, 'is longer than 1024 characters, which is the bound here'],
    [/^-/, 'begins with a hyphen'],
    [/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u, 'holds a character that nobody can see'],
    [/[\x00-\x20\x7f~^:?*[\\]/, 'holds a space, a control character or one of ~ ^ : ? * [ \\'],
    [/\.\.|@\{|\/\/|^\/|\/$|^@$/, 'holds "..", "@{", "//", is "@", or has a slash at an end'],
    [/(^|\/)\.|\.lock(\/|$)|\.$/, 'has a part that begins with a dot, or ends with ".lock" or a dot'],
];
/** What git itself would refuse: https://git-scm.com/docs/git-check-ref-format */
function refuseBadName(name, kind = 'tag') {
    const rule = nameRules.find(([breaks]) => breaks.test(name))?.[1];
    if (rule !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} is not the name of a ${kind}: it ${rule}.`, {
            fix: `Give a ${kind} such as ${kind === 'tag' ? 'v1.2.3' : 'main'}.`,
        });
}
/** The short name of a tag. */
function parseTagName(text) {
    const name = text.trim();
    refuseBadName(name);
    if (!name.startsWith('refs/'))
        return name;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}, which is a full ref.`, {
        fix: 'Give the short name of the tag, as in github.ref_name.',
    });
}


/***/ }),

/***/ 5341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ startNotes)
/* harmony export */ });
/**
 * Notes on what starts no workflow because it is made with the job's own token:
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
 */
function startNotes(starts, { made, otherwise }) {
    if (starts === true)
        return [];
    if (starts === undefined)
        return [`Whether ${made} starts workflows is unknown: it depends on the credentials of git.`];
    return [`No workflow starts from ${made}, because it is made with the job's own token. ${waysOut(otherwise)}`];
}
/** How to let workflows start all the same. */
const waysOut = (otherwise) => `To start workflows, pass the token of a GitHub App as the input token${otherwise === undefined ? '' : `, or ${otherwise}`}.`;


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



/** Starts a workflow at a tag whose push starts none, unless it ran there. */
async function startAt({ where, workflow, tag, commit, isThere }, { event, git, github }) {
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, await git.remotes.address(where));
    if (repository === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The remote ${where.remote} is not on ${event.server}, where ${workflow} would run.`, {
            fix: 'Leave the input start out.',
        });
    const run = { repository, workflow, tag, commit };
    const found = isThere ? await github.run(run) : undefined;
    return found === undefined
        ? { change: github.dispatch(run), notes: [] }
        : { change: undefined, notes: [`${workflow} runs at ${tag}, or did: ${found}`] };
}
/** GitHub dispatches what the tagged commit holds, and only what allows it. */
function refuseUnstartable(workflow, tag, text) {
    if (text === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The commit for ${tag} has no file .github/workflows/${workflow}.`, {
            fix: 'Correct the input start, or tag a commit that has the workflow.',
        });
    if (/\bworkflow_dispatch\b/.test(text))
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow ${workflow} of ${tag} cannot be dispatched.`, {
        fix: 'Add workflow_dispatch to its `on:`, and tag a commit that has it.',
        at: { file: `.github/workflows/${workflow}` },
    });
}
/** The name of a file in .github/workflows. */
function workflowFile(value) {
    if (/^[\w.-]+\.ya?ml$/.test(value.trim()))
        return value.trim();
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}.`, {
        fix: 'Give the name of a file in .github/workflows, such as release.yml.',
    });
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ misplacedTag),
/* harmony export */   z: () => (/* binding */ refuseMisplacedTag)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1987);


/** A tag that is at another commit than the one that is to be released. It is never moved. */
function misplacedTag({ tag, at, expected, remote }, fix) {
    if (at === undefined || at === expected)
        return undefined;
    const where = remote === undefined ? 'is' : `is on ${remote} already,`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${tag} ${where} at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(expected)}.`, { fix });
}
/** Refuses such a tag. */
function refuseMisplacedTag(place, fix) {
    const misplaced = misplacedTag(place, fix);
    if (misplaced !== undefined)
        throw misplaced;
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** Names what an action is, and lets the types of its inputs and outputs flow into `plan`. */
function defineAction(action) {
    return action;
}


/***/ }),

/***/ 8933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
const number = (description) => ({ description, render: String });
const boolean = (description) => ({ description, render: String });
const list = (description) => ({
    description: `${description} One per line.`,
    render: (items) => items.join('\n'),
});
const json = (description) => ({
    description: `${description} As JSON.`,
    render: (value) => JSON.stringify(value),
});


/***/ })

};
