export const id = "push-tag";
export const ids = ["push-tag"];
export const modules = {

/***/ 55423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ push_tag_action)
});

// EXTERNAL MODULE: ./build/src/domain/repositories/identity.js
var identity = __webpack_require__(78309);
// EXTERNAL MODULE: ./build/src/domain/repositories/remote.js
var remote = __webpack_require__(98337);
// EXTERNAL MODULE: ./build/src/domain/tags/unpushed-tag.js
var unpushed_tag = __webpack_require__(29675);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 2 modules
var git_git = __webpack_require__(95541);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/start.js
var plans_start = __webpack_require__(88418);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(25341);
// EXTERNAL MODULE: ./build/src/plans/tagger.js
var plans_tagger = __webpack_require__(35014);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(30716);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-message.js
var tag_message = __webpack_require__(80976);
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
    example: '--tag v1.2.3 --message-path notes.md',
    inputs: {
        tag: (0,input/* input */.hF)('The tag to create, such as v1.2.3.', tag/* parseTagName */.fe),
        commit: (0,input/* text */.Qq)('The commit to tag: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
        message: (0,input/* verbatim */.Bj)('The tag message. It is kept verbatim, including lines that begin with #. Default: the name of the tag.').optional(),
        messagePath: (0,input/* path */.Ae)('A file to read the tag message from. Cannot be combined with message.').optional(),
        signingKey: (0,input/* secret */.rJ)('An SSH or GPG private key to sign the tag with. Default: the tag is not signed.'),
        signingPassphrase: (0,input/* secret */.rJ)('The passphrase of signing-key.'),
        tagger: (0,input/* input */.hF)('The tagger, as Name <address>. Default: the identity in the git configuration, else the name in the GPG key, else github-actions[bot] in a job.', identity/* parseIdentity */.a).optional(),
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
        if (there !== undefined)
            (0,tag_place/* refuseMisplacedTag */.z)({ tag, at: there.commit, expected: commit, remote }, keepTag(there.commit));
        const object = there && (await git.tags.object(where, tag, there));
        const run = { where, tag, commit, isThere: there !== undefined, madeAt: object?.epoch };
        const starting = start === undefined || starts !== false ? undefined : await (0,plans_start/* startAt */.EO)({ ...run, workflow: start }, world);
        const pages = await (0,plans_pages/* pagesOf */.E)(where, world);
        const newTag = { commit, message, isSigned: key !== undefined };
        if (there !== undefined) {
            const difference = (0,unpushed_tag/* tagDifference */.S)({ ...newTag, at: there.commit, object });
            const kept = difference === undefined ? '' : ` It is left as it is, although it ${difference}.`;
            const created = world.ledger.isMade((0,git_git/* tagOn */.ce)(remote, tag)); // by an earlier plan of this run, whose answer was lost
            return {
                changes: [
                    here !== undefined && here.object !== there.object && git.tags.matchRemote(tag, here, there),
                    starting?.change,
                ],
                notes: [`${tag} already exists on ${remote}, at this commit.${kept}`, ...(starting?.notes ?? [])],
                outputs: { tag, sha: commit, created, starts: created ? starts : undefined },
                facts: () => [pages.tag('Tag', tag, true), pages.commit(commit, true)],
            };
        }
        if (here !== undefined)
            (0,unpushed_tag/* refuseOtherUnpushedTag */.H)(tag, { ...newTag, at: here.commit, object: await git.tags.object(where, tag, here) });
        const signer = here === undefined && key !== undefined ? await (await git.signing()).signer(key) : undefined;
        const tagger = wanted.tagger ?? (await (0,plans_tagger/* defaultTagger */.Y)(signer, world));
        const push = git.tags.push(remote, tag, commit);
        return {
            notes: pushNotes(tag, { starts, start, isSigned: newTag.isSigned }),
            changes: [
                here === undefined && git.tags.create({ name: tag, commit, message, tagger, signer }),
                push,
                starting?.change,
            ],
            outputs: { tag, sha: commit, created: true, starts },
            facts: ({ isMade }) => [pages.tag('Tag', tag, isMade(push)), pages.commit(commit, isMade(push))],
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

/***/ 78309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseIdentity),
/* harmony export */   l: () => (/* binding */ githubBot)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The account that GitHub Actions commits as. */
const githubBot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
/** Reads `Name <address>`, the form in which git writes people. */
function parseIdentity(text) {
    if (/^[^<>\n]+ <[^<>\s]+>$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, not a name and an address.`, { fix: 'Write Name <address>.' });
}


/***/ }),

/***/ 87612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inUrl)
/* harmony export */ });
/** A tag in a URL, escaped so that no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ }),

/***/ 63916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isReleaseTag),
/* harmony export */   g: () => (/* binding */ inStream)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28242);


const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** The tag of a stream that has a name. Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}


/***/ }),

/***/ 28304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and a stream whose tags are the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textLines */ .Fy)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('contains no stream.', { fix: 'Write lines such as image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has two streams with the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])}.`, {
                fix: `Give each stream a ${key} of its own.`,
            });
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\x00-\x1f\x7f-\x9f]+)$/.exec(line) ?? [];
    if (name === undefined || pattern === undefined || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHidden */ .Vh)(pattern)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which is not a stream.`, {
            fix: 'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `it has ${versions.length} versions`
            : `${odd} is ${odd in placeholders ? 'used twice' : 'not a placeholder'}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}, which cannot be used: ${problem}.`, {
            fix: `Use one version and at most one path. The placeholders are ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known)}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Usual names of folders. Quotes, spaces and dollars would be dangerous in scripts that use the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** Versions and folders contain no slash, so there is only one way to split a tag. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash: a directory. Elsewhere: a directory with its slash, or nothing for the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 80976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tagMessage)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _tag_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62032);


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

/***/ 32521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I_: () => (/* binding */ imageTag),
  eL: () => (/* binding */ isLatest),
  rE: () => (/* binding */ parseReleaseTag),
  fe: () => (/* binding */ parseTagName),
  W8: () => (/* binding */ previousTag),
  gQ: () => (/* binding */ tagsInSeries)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/in-stream.js
var in_stream = __webpack_require__(63916);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-name.js
var tag_name = __webpack_require__(54356);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/domain/tags/unknown-tag.js






/** The fix for a tag of no stream: the tag that was probably meant, and a line of `streams` that would match it. */
function fixForUnknownTag(name, streams) {
    if (name.startsWith('refs/'))
        return 'Use the short name of the tag, as in github.ref_name.';
    const befores = [...name.matchAll(versionBegins())].map(({ index }) => name.slice(0, index));
    const line = befores.flatMap(streamLinesFor).find((each) => acceptsTag(each, name));
    const meant = meantTags(name, streams);
    if (line === undefined && meant.length === 0)
        return 'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.';
    return [
        ...(meant.length === 0 ? [] : [`Did you mean ${(0,domain_text/* listed */.KE)(meant, 'or')}?`]),
        ...(line === undefined
            ? []
            : [
                `If this is a release tag, add a line to the input streams, and remove other lines with that name or for the same tags. The line: ${line}`,
            ]),
    ].join('\n');
}
// After a separator or v. Elsewhere, as in pkg@1.2.3, only if a dot follows. Not a literal: docs/decisions.md D36
const versionBegins = () => new RegExp(String.raw `(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])`, 'gu');
function streamLinesFor(before) {
    // Many Python projects use the version alone as the tag.
    if (before === '')
        return ['driver: {pep440}', 'driver: {version}'];
    const afterFolders = /^.+\/.+(\/v?)$/.exec(before)?.[1];
    const name = /^[a-z][a-z0-9-]+(?=[/_@-])/.exec(before)?.[0] ?? 'release';
    const starts = [...(afterFolders === undefined ? [] : [`module: {path}${afterFolders}`]), `${name}: ${before}`];
    return starts.flatMap((start) => [`${start}{version}`, `${start}{pep440}`]);
}
function acceptsTag(line, name) {
    const streams = (0,error/* attempt */.CD)(() => (0,stream/* parseStreams */.Rg)(line));
    return !(streams instanceof error/* ReleaseError */.K2) && streams.some((stream) => (0,in_stream/* isReleaseTag */.K)((0,in_stream/* inStream */.g)(name, stream)));
}
/** Tags of the streams that look like this name: v0.4.0 for v0.4, V0.4.0, v.0.4.0 and 0.4.0. */
function meantTags(name, streams) {
    const [, before, numbers = '', behind = ''] = /^(.*?)(?<![\d.])\.?(\d+(?:\.\d+)*)([^/]*)$/s.exec(name) ?? [];
    if (before === undefined)
        return [];
    const folders = /^.*(?=\/)/.exec(before)?.[0] ?? '';
    const meant = streams.flatMap((stream) => {
        const shape = stream.pattern.replace(/\{path\}(\/?)/, (_, slash) => (folders === '' ? slash : `${folders}/`));
        const [start = ''] = shape.split('{', 1);
        if (bare(start) !== bare(before))
            return [];
        const tags = versionsLike(numbers, behind, stream).map((version) => shape.replace(/\{\w+\}/, () => version));
        return tags.filter((tag) => tag !== name && isTagOf(stream, tag, streams));
    });
    return [...new Set(meant)].slice(0, 3);
}
/** Whether a name is a tag of this stream, and of no other one. */
function isTagOf(stream, name, streams) {
    if ((0,error/* attempt */.CD)(() => (0,tag_name/* refuseBadName */.D)(name)) instanceof error/* ReleaseError */.K2)
        return false;
    const fitting = streams.filter((one) => (0,in_stream/* isReleaseTag */.K)((0,in_stream/* inStream */.g)(name, one)));
    return fitting.length === 1 && fitting[0] === stream;
}
/** What comes before a version, without the marks that people confuse. */
const bare = (before) => before.toLowerCase().replace(/(?<=^|[/_-])v?\.?$/, '');
/** The version with three numbers and without leading zeros, and its form in SemVer if Python wrote it. */
function versionsLike(numbers, behind, { scheme }) {
    if (scheme === 'pep440')
        return [numbers + behind];
    const parts = numbers.split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
    const padded = [...parts, '0', '0'].slice(0, Math.max(3, parts.length)).join('.');
    const python = (0,error/* attempt */.CD)(() => (0,versions_version/* parsePep440 */.FB)(padded + behind));
    return [padded + behind, ...(python instanceof error/* ReleaseError */.K2 ? [] : [python.semver ?? ''])];
}

;// CONCATENATED MODULE: ./build/src/domain/tags/tag.js






/** Finds the only stream that matches a tag, and reads the version. */
function parseReleaseTag(name, streams) {
    (0,tag_name/* refuseBadName */.D)(name);
    const tries = streams.map((stream) => ({ stream, found: (0,in_stream/* inStream */.g)(name, stream) }));
    const fitting = tries.map(({ found }) => found).filter(in_stream/* isReleaseTag */.K);
    const [first, second] = fitting;
    if (first !== undefined && second === undefined)
        return first;
    if (first !== undefined) {
        const all = fitting.map(({ stream }) => formatStream(stream));
        throw new error/* ReleaseError */.K2(`Tag ${(0,domain_text/* quoted */.TL)(name)} matches more than one stream: ${(0,domain_text/* listed */.KE)(all)}.`, {
            fix: 'Change the patterns of the input streams so that every tag matches only one of them.',
        });
    }
    const reasons = tries.map(({ stream, found }) => {
        return `  ${formatStream(stream)} (${found instanceof error/* ReleaseError */.K2 ? found.message.replace(/\.$/, '') : 'the pattern does not match'})`;
    });
    throw new error/* ReleaseError */.K2(`Tag ${(0,domain_text/* quoted */.TL)(name)} belongs to no stream:\n${reasons.join('\n')}`, {
        fix: fixForUnknownTag(name, streams),
    });
}
/** The other tags of the same series as `tag`: of the same stream and the same path. */
function tagsInSeries(tag, names) {
    return names
        .filter((name) => name !== tag.name)
        .map((name) => (0,in_stream/* inStream */.g)(name, tag.stream))
        .filter(in_stream/* isReleaseTag */.K)
        .filter(({ path }) => path === tag.path);
}
/** The tag with the next lower version. For a stable version, prereleases are skipped. */
function previousTag(tag, others) {
    return others
        .filter(({ version }) => (0,versions_version/* compareVersions */.Zy)(version, tag.version) < 0)
        .filter(({ version }) => tag.version.isPrerelease || !version.isPrerelease)
        .toSorted((one, other) => (0,versions_version/* compareVersions */.Zy)(one.version, other.version))
        .at(-1);
}
/** Whether this is the latest release for users. */
const isLatest = (tag, others) => !tag.version.isPrerelease &&
    others.every(({ version }) => version.isPrerelease || (0,versions_version/* compareVersions */.Zy)(version, tag.version) <= 0);
/** The tag of an image of this release. Undefined if OCI does not allow it. */
function imageTag({ name }, revision) {
    const tag = name.slice(name.lastIndexOf('/') + 1) + (revision === undefined ? '' : `-${revision}`);
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag))
        return tag;
    if (revision === undefined)
        return undefined;
    throw new error/* ReleaseError */.K2(`OCI does not allow the image tag ${(0,domain_text/* quoted */.TL)(tag)}. It takes letters, digits, dots, hyphens and underscores, 128 at most.`, {
        fix: 'Release a version without build metadata (+), or remove the input revision.',
    });
}
const formatStream = ({ name, pattern }) => `${name}: ${pattern}`;
/** The short name of a tag. */
function parseTagName(text) {
    const name = text.trim();
    (0,tag_name/* refuseBadName */.D)(name);
    if (!name.startsWith('refs/'))
        return name;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(name)}, which is a full ref, not a tag name.`, {
        fix: 'Use the short name of the tag, as in github.ref_name.',
    });
}


/***/ }),

/***/ 29675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refuseOtherUnpushedTag),
/* harmony export */   S: () => (/* binding */ tagDifference)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


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

/***/ 25341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ startNotes)
/* harmony export */ });
/**
 * Notes for a push, a pull request or a release that starts no workflow, because the job's own token makes it:
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
 */
function startNotes(starts, { made, otherwise }) {
    if (starts === true)
        return [];
    if (starts === undefined)
        return [`Whether ${made} starts workflows is unknown: it depends on the server and on the credentials of git.`];
    return [`No workflow starts from ${made}, because it is made with the job's own token. ${waysToStart(otherwise)}`];
}
/** What to do so that workflows start. */
const waysToStart = (otherwise) => `To start workflows, pass the token of a GitHub App as the input token${otherwise === undefined ? '' : `, or ${otherwise}`}.`;


/***/ }),

/***/ 88482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf)
/* harmony export */ });
/* harmony import */ var _domain_repositories_in_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87612);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



/** The pages of the repository behind a remote. Without a repository on the server of this run, there are no links. */
async function pagesOf(where, { event, git }) {
    const address = (await git.remotes.has(where.remote)) ? await git.remotes.address(where) : '';
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, address);
    const page = repository === undefined ? undefined : event.urlOf(repository);
    const url = (path, isThere) => (page === undefined || !isThere ? undefined : `${page}/${path}`);
    return {
        tag: (name, tag, isThere) => ({ name, value: tag, url: url(`releases/tag/${(0,_domain_repositories_in_url_js__WEBPACK_IMPORTED_MODULE_0__/* .inUrl */ .H)(tag)}`, isThere) }),
        commit: (sha, isThere) => ({ name: 'Commit', value: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(sha), url: url(`commit/${sha}`, isThere) }),
    };
}


/***/ }),

/***/ 88418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ startAt),
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   ke: () => (/* binding */ refuseUnstartable)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



// Why: docs/decisions.md D24
/** Plans to start a workflow at a tag, unless the workflow was started there already. */
async function startAt({ where, workflow, tag, commit, isThere, madeAt }, { event, git, github }) {
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, await git.remotes.address(where));
    if (repository === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The remote ${where.remote} is not on ${event.server}, where ${workflow} would run.`, {
            fix: 'Leave the input start out.',
        });
    const run = { repository, workflow, tag, commit };
    const { workflows } = await github();
    const found = isThere ? await workflows.findRun(run) : undefined;
    return found === undefined
        ? { change: workflows.start(run, madeAt), notes: [] }
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


/***/ }),

/***/ 30716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ misplacedTag),
/* harmony export */   z: () => (/* binding */ refuseMisplacedTag)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The refusal of a tag that points to another commit than the one to release. Such a tag is never moved. */
function misplacedTag({ tag, at, expected, remote }, fix) {
    if (at === undefined || at === expected)
        return undefined;
    const where = remote === undefined ? 'is' : `already exists on ${remote}, but`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${tag} ${where} at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(expected)}.`, { fix });
}
/** Throws that refusal, if there is one. */
function refuseMisplacedTag(place, fix) {
    const misplaced = misplacedTag(place, fix);
    if (misplaced !== undefined)
        throw misplaced;
}


/***/ }),

/***/ 35014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ setIdentity),
/* harmony export */   Y: () => (/* binding */ defaultTagger)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78309);


/** How a person tells git who they are. */
const setIdentity = 'Set them: git config --global user.name "Your Name" && git config --global user.email you@example.com';
/** Who tags, if no input says it: the person in the git configuration, or the one of the key. In a job, GitHub's bot. */
async function defaultTagger(signer, { event, git }) {
    const tagger = (await (await git.signing()).identity()) ?? signer?.identity ?? (event.isJob ? _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .githubBot */ .l : undefined);
    if (tagger !== undefined)
        return tagger;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('git does not know who makes the tag: user.name and user.email are not set.', {
        fix: `${setIdentity}. Or give the input tagger.`,
    });
}


/***/ })

};
