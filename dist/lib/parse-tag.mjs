export const id = "parse-tag";
export const ids = ["parse-tag"];
export const modules = {

/***/ 86700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ parse_tag_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tags_tag = __webpack_require__(32521);
;// CONCATENATED MODULE: ./build/src/domain/tags/forms.js



/** The tag that a version has in a stream. */
function tagOf(version, { name, pattern }) {
    if (!pattern.includes('{path}'))
        return pattern.replace(/\{\w+\}/, () => version.replace(/^v(?=\d)/, ''));
    throw new error/* ReleaseError */.K2(`A version alone has no tag in the stream ${name}: ${pattern} has a folder, too.`, {
        fix: 'Give the input tag, or put a stream without {path} first.',
    });
}
// Why: docs/decisions.md D84
/** The text with the forms of a release in the place of their placeholders. Other words in braces stay. */
function filledWith(tag, revision, text) {
    const { name, version } = tag;
    const forms = {
        version: version.semver,
        pep440: version.pep440,
        tag: name,
        'image-tag': (0,tags_tag/* imageTag */.I_)(tag, revision),
    };
    return text.replaceAll(/\{(version|pep440|tag|image-tag)\}/g, (placeholder, form) => {
        const value = forms[form];
        if (value !== undefined)
            return value;
        throw new error/* ReleaseError */.K2(`${placeholder} is in the input fill, but ${(0,domain_text/* quoted */.TL)(name)} has no such form.`, {
            fix: `Use another form of the version, or a tag whose output ${form} is set.`,
        });
    });
}

// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
;// CONCATENATED MODULE: ./build/actions/parse-tag/labels.js
/** Labels of the OCI image specification, as lines of key=value. A label whose value is unknown is left out. */
const imageLabels = (facts) => Object.entries(facts).flatMap(([key, value]) => value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`]);

// EXTERNAL MODULE: ./build/src/world/git/git.js + 2 modules
var git_git = __webpack_require__(95541);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(30716);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/parse-tag/look.js





const origin = 'origin';
const where = { remote: origin, direction: 'fetch' };
/** Reads a tag from origin and from this checkout. Throws if the tag must not be released. */
async function lookAtTag({ name }, { require, branch, isPlanned }, { event, git }) {
    const [commit, local, hasOrigin] = await (0,parallel/* together */.bs)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.has(origin),
    ]);
    if (branch !== undefined && !hasOrigin)
        throw noOrigin(branch);
    const remote = hasOrigin ? await git.remotes.refs(where, branch) : git_git/* noRefs */._6;
    const tags = new Map([...local, ...remote.tags]);
    const [here, there] = [local.get(name), remote.tags.get(name)];
    const found = there ?? here;
    const placed = isPlanned ? undefined : found;
    if (!isPlanned && there === undefined && hasOrigin && event.tag === name)
        throw deletedTag(name);
    if (!isPlanned && there !== undefined)
        refuseMoved(name, there, { here, event });
    const object = placed && (await git.tags.object(where, name, placed));
    const at = placed?.commit ?? commit.sha; // the commit of the tag, even if another one is checked out
    const refusals = [
        (0,tag_place/* misplacedTag */.t)({ tag: name, at, expected: commit.sha }, checkOutFix(name, event)),
        branch === undefined ? undefined : await otherBranch(branch, at, remote.branches.get(branch), git),
        placed === undefined ? undefined : otherKind(name, require, object),
    ];
    (0,error/* refuseAll */.cp)(`${name} must not be released.`, refusals.filter((one) => one !== undefined));
    return {
        commit,
        tags,
        exists: found !== undefined,
        placed,
        isPushed: there !== undefined,
        object,
        notes: isPlanned && found !== undefined
            ? [`${name} exists already. Where it is does not matter here.`]
            : tagNotes(name, { here, there, hasOrigin }),
    };
}
function tagNotes(name, { here, there, hasOrigin }) {
    if (!hasOrigin)
        return ['This checkout has no remote named origin: only its local tags were read.'];
    if (there !== undefined)
        return [];
    return [
        here === undefined
            ? `${name} does not exist yet: the commit at HEAD is used.`
            : `${name} exists in this checkout only: it is not pushed yet.`,
    ];
}
function refuseMoved(name, there, { here, event }) {
    const before = event.tag === name && event.sha !== undefined ? event.sha : here?.commit;
    const isRecreated = here !== undefined && here.object !== here.commit && here.object !== there.object;
    if (!isRecreated && (before === undefined || before === there.commit || before === there.object))
        return;
    if (isRecreated && here.commit === there.commit) {
        throw new error/* ReleaseError */.K2(`Tag ${name} was recreated at the same commit: its tag object is ${(0,domain_text/* short */.h0)(there.object)} on ${origin}, but ${(0,domain_text/* short */.h0)(here.object)} in this checkout. The message, tagger or signature differs.`, { fix: `If the tag on ${origin} is right, delete the one in the checkout: git tag -d ${name}` });
    }
    const source = before === here?.commit ? 'in this checkout' : 'in the event that triggered this run';
    throw new error/* ReleaseError */.K2(`Tag ${name} was moved: it is at ${(0,domain_text/* short */.h0)(there.commit)} on ${origin}, but at ${(0,domain_text/* short */.h0)(before ?? '')} ${source}.`, {
        fix: 'Find out who moved the tag and why. Do not release a tag again that was public: release the next version.',
    });
}
const deletedTag = (name) => new error/* ReleaseError */.K2(`Tag ${name} triggered this run, but it no longer exists on ${origin}.`, {
    fix: 'Find out who deleted the tag and why. Do not use a tag again that was public: release the next version.',
});
const checkOutFix = (name, { isJob }) => isJob ? checkOutInJob(name) : `Check out the tag: git checkout ${name}`;
const checkOutInJob = (name) => `Check out the tag before this step: actions/checkout with\n  ref: refs/tags/${name}\nor, in a workflow that both pushes and dispatches start,\n  ref: \${{ inputs.tag || github.ref }}`;
const noOrigin = (branch) => new error/* ReleaseError */.K2(`This checkout has no remote named ${origin}, so whether the commit is on ${branch} cannot be checked.`, { fix: 'Add the remote, or leave the input branch out.' });
async function otherBranch(branch, commit, tip, git) {
    if (tip === undefined)
        return new error/* ReleaseError */.K2(`There is no branch ${branch} on ${origin}.`, { fix: 'Correct the input branch.' });
    if (await (await git.history()).isOnBranch(commit, { remote: origin, name: branch, tip }))
        return undefined;
    return new error/* ReleaseError */.K2(`Commit ${(0,domain_text/* short */.h0)(commit)} is not on the branch ${branch}, whose tip is ${(0,domain_text/* short */.h0)(tip)}.`, {
        fix: `Tag a commit of ${branch}, or set the input branch to the branch that this release is made from.`,
    });
}
function otherKind(name, require, object) {
    if (require !== undefined && object === undefined) {
        return new error/* ReleaseError */.K2(`Tag ${name} is lightweight, but the input require is ${require}.`, {
            fix: 'Release the next version with push-tag, which makes annotated tags.',
        });
    }
    if (require === 'signed' && object?.isSigned === false) {
        return new error/* ReleaseError */.K2(`Tag ${name} is not signed, but the input require is signed.`, {
            fix: 'Release the next version: set signing-key of push-tag, or use git tag --sign.',
        });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/actions/parse-tag/action.js












/* harmony default export */ const parse_tag_action = ((0,action/* defineAction */.Q)({
    name: 'Parse tag',
    description: 'Turn a tag into every form that a release needs. Fail if the tag should not be released.',
    example: '--tag v1.2.3 --branch main --require annotated',
    inputs: {
        tag: (0,input/* text */.Qq)('The tag to parse, such as v1.2.3. Default: the tag that triggered the run.').optional(),
        version: (0,input/* text */.Qq)('A version in the place of a tag, such as 1.2.3: the tag is the one that its release would have, by the first line of streams. It may exist anywhere.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, one `name: pattern` per line. Placeholders: {version} (SemVer 2), {pep440} (Python), {path} (a directory).', stream/* parseStreams */.Rg).or(stream/* defaultStreams */.v4),
        revision: (0,input/* integer */.nd)('A revision to append to the image tag: with revision 0, v3.4.4 becomes v3.4.4-0. Default: nothing is appended.').optional(),
        require: (0,input/* choice */.Yq)('The kind of tag that is required. signed checks that there is a signature, but does not verify it. Default: any kind.', ['annotated', 'signed']).optional(),
        branch: (0,input/* text */.Qq)('A branch of origin that must contain the commit. Default: branches are not checked.').optional(),
        next: (0,input/* choice */.Yq)('The part of the version to raise for next-version.', ['major', 'minor', 'patch']).or('minor'),
        fill: (0,input/* text */.Qq)('A text for the output filled. {version}, {pep440}, {tag} and {image-tag} in it are replaced by these outputs. Several texts can be one as JSON.').optional(),
    },
    outputs: {
        tag: 'The tag, such as v0.1.0.',
        ref: 'The full ref of the tag, such as refs/tags/v0.1.0.',
        stream: 'The name of the stream that the tag belongs to.',
        path: 'The directory in the tag. Set only if the pattern of the stream has {path}.',
        version: 'The version in SemVer 2. Unset if it cannot be written in SemVer.',
        major: (0,output/* number */.ai)('The first number of the version.'),
        minor: (0,output/* number */.ai)('The second number of the version.'),
        patch: (0,output/* number */.ai)('The third number of the version.'),
        prerelease: 'The prerelease part of the version, such as rc.1.',
        build: 'The build metadata of the version, without the plus sign.',
        isPrerelease: (0,output/* boolean */.zM)('Whether the version is a prerelease.'),
        pep440: 'The version in PEP 440 (Python), normalised. Unset if it cannot be written in PEP 440.',
        imageTag: 'The tag for container images. Unset if it is not a valid OCI tag.',
        previousTag: 'The newest older tag of the same stream. For a stable release, prereleases are skipped.',
        previousVersion: 'The version of previous-tag, in the scheme of the stream.',
        isLatest: (0,output/* boolean */.zM)('Whether this is a stable release, and the stream has no newer stable release.'),
        nextVersion: 'The next development version in SemVer 2. Unset for a prerelease and for a backport.',
        nextPep440: 'The next development version in PEP 440.',
        exists: (0,output/* boolean */.zM)('Whether the tag already exists.'),
        sha: 'The commit that is released.',
        epoch: (0,output/* number */.ai)('The time of the commit as a Unix timestamp, for SOURCE_DATE_EPOCH.'),
        date: 'The time of the commit in ISO 8601, in UTC.',
        annotated: (0,output/* boolean */.zM)('Whether the tag is annotated.'),
        signed: (0,output/* boolean */.zM)('Whether the tag has a signature. The signature is not verified.'),
        tagger: 'The person who made the annotated tag.',
        subject: 'The first paragraph of the tag message.',
        message: 'The tag message, without the signature.',
        tagsAtCommit: (0,output/* list */.p_)('All tags at the same commit.'),
        labels: (0,output/* list */.p_)('OCI labels (org.opencontainers.image.*) for images of this release, as key=value.'),
        filled: 'The text of the input fill, with the forms of the version.',
    },
    permissions: { 'contents: read': 'to read the tags' },
    hasNoMode: true,
    async plan({ tag: given, version: planned, streams, revision, require, branch, next, fill }, { event, git }) {
        const name = planned === undefined ? (given ?? event.tag) : plannedTag(planned, given, streams);
        if (name === undefined)
            throw noTag(event.ref);
        const tag = (0,tags_tag/* parseReleaseTag */.rE)(name, streams);
        const image = (0,tags_tag/* imageTag */.I_)(tag, revision);
        const filled = fill === undefined ? undefined : filledWith(tag, revision, fill);
        const wanted = { require, branch, isPlanned: planned !== undefined };
        const { commit, tags, exists, placed, isPushed, object, notes } = await lookAtTag(tag, wanted, { event, git });
        const { version } = tag;
        const others = (0,tags_tag/* tagsInSeries */.gQ)(tag, [...tags.keys()]);
        const [previous, latest] = [(0,tags_tag/* previousTag */.W8)(tag, others), (0,tags_tag/* isLatest */.eL)(tag, others)];
        const following = latest ? (0,versions_version/* nextDevelopment */.X$)(version, next) : undefined;
        const [major, minor = 0, patch = 0] = version.release;
        const date = new Date(commit.epoch * 1000).toISOString().replace('.000Z', 'Z');
        const missing = [
            [version.semver, `${name} cannot be written in SemVer 2: the output version is unset.`],
            [version.pep440, `${name} cannot be written in PEP 440: the output pep440 is unset.`],
            [image, `${name} is not a valid OCI image tag: the output image-tag is unset.`],
        ].flatMap(([value, note]) => (value === undefined && note !== undefined ? [note] : []));
        const pages = await (0,plans_pages/* pagesOf */.E)({ remote: 'origin', direction: 'fetch' }, { event, git });
        return {
            changes: [],
            facts: () => [
                { name: 'Version', value: version[version.scheme] ?? name },
                pages.tag('Tag', name, isPushed),
                pages.commit(commit.sha, isPushed),
                previous && pages.tag('Previous tag', previous.name, true),
                following && { name: 'Next version', value: following[version.scheme] ?? following.pep440 },
            ],
            notes: [
                `${name} belongs to the stream ${tag.stream.name}: ${tag.stream.pattern}.`,
                relation(tag, previous, latest),
                ...notes,
                ...missing,
            ],
            outputs: {
                tag: name,
                ref: `refs/tags/${name}`,
                stream: tag.stream.name,
                path: tag.path,
                version: version.semver,
                major,
                minor,
                patch,
                prerelease: version.prerelease,
                build: version.build,
                isPrerelease: version.isPrerelease,
                pep440: version.pep440,
                imageTag: image,
                previousTag: previous?.name,
                previousVersion: previous?.version[previous.version.scheme],
                isLatest: latest,
                nextVersion: following?.semver,
                nextPep440: following?.pep440,
                exists,
                sha: commit.sha,
                epoch: commit.epoch,
                date,
                annotated: placed && object !== undefined,
                signed: placed && (object?.isSigned ?? false),
                tagger: object?.tagger,
                subject: object?.subject,
                message: object?.message.trimEnd(),
                tagsAtCommit: [...tags]
                    .filter(([, at]) => at.commit === commit.sha)
                    .map(([other]) => other)
                    .toSorted(),
                labels: imageLabels({ created: date, revision: commit.sha, version: image, source: event.repositoryUrl }),
                filled,
            },
        };
    },
}));
function plannedTag(version, tag, [stream]) {
    if (tag !== undefined)
        throw new error/* ReleaseError */.K2(`The inputs tag (${(0,domain_text/* quoted */.TL)(tag)}) and version (${(0,domain_text/* quoted */.TL)(version)}) are both set.`, {
            fix: 'Give a tag, or the version that a tag will have.',
        });
    return stream && tagOf(version, stream);
}
function relation({ name, version }, previous, latest) {
    const kind = version.isPrerelease
        ? 'a prerelease'
        : latest
            ? 'the latest release of its stream'
            : 'a backport: its stream has a newer release';
    const before = previous === undefined ? 'There is no older release.' : `The previous tag is ${previous.name}.`;
    return `${name} is ${kind}. ${before}`;
}
function noTag(ref) {
    const event = ref === undefined ? 'there is no GitHub event to take it from' : `the run was triggered by ${ref}, not by a tag`;
    return new error/* ReleaseError */.K2(`The input tag is empty, and ${event}.`, {
        fix: "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
    });
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


/***/ })

};
