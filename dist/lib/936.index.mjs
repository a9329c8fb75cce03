export const id = 936;
export const ids = [936];
export const modules = {

/***/ 8936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ parse_tag_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(8304);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js
var tags_tag = __webpack_require__(234);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(8242);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(4502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(8933);
;// CONCATENATED MODULE: ./build/actions/parse-tag/labels.js
/** The labels that the OCI image specification names, as lines of key=value; unknown ones are left out. */
const imageLabels = (facts) => Object.entries(facts).flatMap(([key, value]) => value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`]);

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 21 modules
var git_git = __webpack_require__(4701);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(716);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
;// CONCATENATED MODULE: ./build/actions/parse-tag/look.js





const origin = 'origin';
const where = { remote: origin, direction: 'fetch' };
async function lookAtTag({ name }, { require, branch }, { event, git }) {
    const [commit, local, hasOrigin] = await (0,parallel/* together */.b)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.has(origin),
    ]);
    const remote = hasOrigin ? await git.remotes.refs(where, branch) : git_git/* noRefs */._6;
    const tags = new Map([...local, ...remote.tags]);
    const [here, there] = [local.get(name), remote.tags.get(name)];
    const placed = there ?? here;
    if (there === undefined && hasOrigin && event.tag === name)
        throw deleted(name);
    if (there !== undefined)
        refuseMoved(name, there, { here, event });
    if (branch !== undefined && !hasOrigin)
        throw new error/* ReleaseError */.K2(`This checkout has no remote ${origin}, so that nobody can tell whether the commit is on ${branch}.`, { fix: 'Leave the input branch out, or add the remote.' });
    (0,tag_place/* refuseMisplacedTag */.z)({ tag: name, at: placed?.commit, expected: commit.sha }, checkOutFix(name));
    if (branch !== undefined)
        await refuseOtherBranch(branch, commit.sha, remote.branches.get(branch), git);
    const object = placed && (await git.tags.object(where, name, placed));
    if (placed !== undefined)
        refuseUnlike(name, require, object);
    return { commit, tags, placed, object, notes: notesOn(name, { here, there, hasOrigin }) };
}
function notesOn(name, { here, there, hasOrigin }) {
    if (!hasOrigin)
        return ['This checkout has no remote origin: only its own tags were looked at.'];
    if (there !== undefined)
        return [];
    return [
        here === undefined
            ? `${name} does not exist yet: HEAD stands for the commit.`
            : `${name} is in this checkout only: it is not pushed yet.`,
    ];
}
function refuseMoved(name, there, { here, event }) {
    const seen = event.tag === name && event.sha !== undefined ? event.sha : here?.commit;
    const isRemade = here !== undefined && here.object !== here.commit && here.object !== there.object;
    if (!isRemade && (seen === undefined || seen === there.commit || seen === there.object))
        return;
    if (isRemade && here.commit === there.commit) {
        throw new error/* ReleaseError */.K2(`Tag ${name} was made anew: on ${origin} it is ${(0,domain_text/* short */.h0)(there.object)}, this checkout has ${(0,domain_text/* short */.h0)(here.object)}, with another message, tagger or signature.`, { fix: 'Delete it in the checkout (git tag -d) if the one on origin is right.' });
    }
    const witness = seen === here?.commit ? 'this checkout has it' : 'the event that triggered this run saw it';
    throw new error/* ReleaseError */.K2(`Tag ${name} was moved: on ${origin} it is at ${(0,domain_text/* short */.h0)(there.commit)}, ${witness} at ${(0,domain_text/* short */.h0)(seen ?? '')}.`, {
        fix: 'Find out who moved it and why. A tag that was once public should not be released again: release the next version.',
    });
}
const deleted = (name) => new error/* ReleaseError */.K2(`Tag ${name}, which triggered this run, is not on ${origin} any more.`, {
    fix: 'Find out who deleted it and why. A tag that was once public should not be used again: release the next version.',
});
const checkOutFix = (name) => `Check out the tag before: actions/checkout with\n  ref: refs/tags/${name}\nor, for pushes and dispatches alike,\n  ref: \${{ inputs.tag || github.ref }}`;
async function refuseOtherBranch(branch, commit, tip, git) {
    if (tip === undefined)
        throw new error/* ReleaseError */.K2(`There is no branch ${branch} on ${origin}.`, { fix: 'Correct the input branch.' });
    if (await git.history.isOnBranch(commit, { remote: origin, name: branch, tip }))
        return;
    throw new error/* ReleaseError */.K2(`Commit ${(0,domain_text/* short */.h0)(commit)} is not on the branch ${branch}, whose tip is ${(0,domain_text/* short */.h0)(tip)}.`, {
        fix: `Tag a commit of ${branch}, or name the branch that this release is made from.`,
    });
}
function refuseUnlike(name, require, object) {
    if (require !== undefined && object === undefined) {
        throw new error/* ReleaseError */.K2(`Tag ${name} is lightweight, and ${require} is required.`, {
            fix: 'Release the next version with push-tag, which makes annotated tags.',
        });
    }
    if (require === 'signed' && object?.isSigned === false) {
        throw new error/* ReleaseError */.K2(`Tag ${name} is not signed.`, {
            fix: 'Release the next version with push-tag and its input signing-key, or with git tag --sign.',
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/parse-tag/action.js









/* harmony default export */ const parse_tag_action = ((0,action/* defineAction */.Q)({
    name: 'Parse tag',
    description: 'Turn a tag into every form that a release needs, and refuse one that should not be released.',
    inputs: {
        tag: (0,input/* text */.Qq)('The tag. Without it, the ref that triggered the run decides.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, as lines of name: pattern. Placeholders: {version} (SemVer 2), {pep440} (Python), {path} (a directory).', stream/* parseStreams */.Rg).or(stream/* defaultStreams */.v4),
        revision: (0,input/* integer */.nd)('Revision of the image tag: v3.4.4 becomes v3.4.4-0.').optional(),
        require: (0,input/* choice */.Yq)('What the tag must be. A signature is looked for, not verified.', [
            'annotated',
            'signed',
        ]).optional(),
        branch: (0,input/* text */.Qq)('A branch of origin that the commit must be on.').optional(),
        next: (0,input/* choice */.Yq)('What the next version raises.', ['major', 'minor', 'patch']).or('minor'),
    },
    outputs: {
        tag: 'The tag, such as v0.1.0.',
        ref: 'Its full name, refs/tags/v0.1.0.',
        stream: 'The stream it belongs to.',
        path: 'The directory in it, where the stream has {path}.',
        version: 'The version in SemVer 2; unset where it has no form there.',
        major: (0,output/* number */.ai)('The first number.'),
        minor: (0,output/* number */.ai)('The second number.'),
        patch: (0,output/* number */.ai)('The third number.'),
        prerelease: 'What follows the numbers, such as rc.1.',
        build: 'Build metadata, without the plus.',
        isPrerelease: (0,output/* boolean */.zM)('Whether this is a prerelease.'),
        pep440: 'The version as Python normalises it; unset where it has no form there.',
        imageTag: 'The tag for images; unset where OCI forbids it.',
        previousTag: 'The newest older release of the stream; for a stable one never a prerelease.',
        previousVersion: 'The version in it, in the scheme of the stream.',
        isLatest: (0,output/* boolean */.zM)('Whether no stable release of the stream is newer.'),
        nextVersion: 'The next development version in SemVer 2; unset for a prerelease and for a backport.',
        nextPep440: 'The same in PEP 440.',
        exists: (0,output/* boolean */.zM)('Whether the tag is there already.'),
        sha: 'The commit that is released.',
        epoch: (0,output/* number */.ai)('The time of that commit, for SOURCE_DATE_EPOCH.'),
        date: 'The same in ISO 8601, in UTC.',
        annotated: (0,output/* boolean */.zM)('Whether the tag has an object of its own.'),
        signed: (0,output/* boolean */.zM)('Whether it carries a signature, which nobody has verified here.'),
        tagger: 'Who made it.',
        subject: 'The first paragraph of its message.',
        message: 'Its message, without the signature.',
        tagsAtCommit: (0,output/* list */.p_)('All tags at the same commit.'),
        labels: (0,output/* list */.p_)('OCI labels for images of this release.'),
    },
    permissions: { 'contents: read': 'to see the tags' },
    onlyLooks: true,
    async plan({ tag: given, streams, revision, require, branch, next }, { event, git }) {
        const name = given ?? event.tag;
        if (name === undefined)
            throw noTag(event.ref);
        const tag = (0,tags_tag/* parseReleaseTag */.rE)(name, streams);
        const image = (0,tags_tag/* imageTag */.I_)(tag, revision);
        const { commit, tags, placed, object, notes } = await lookAtTag(tag, { require, branch }, { event, git });
        const { version } = tag;
        const others = (0,tags_tag/* siblings */.wE)(tag, [...tags.keys()]);
        const [previous, latest] = [(0,tags_tag/* previousTag */.W8)(tag, others), (0,tags_tag/* isLatest */.eL)(tag, others)];
        const following = latest ? (0,versions_version/* nextDevelopment */.X$)(version, next) : undefined;
        const [major, minor = 0, patch = 0] = version.release;
        const date = new Date(commit.epoch * 1000).toISOString().replace('.000Z', 'Z');
        const missing = [
            [version.semver, `${name} has no form in SemVer 2: version is unset.`],
            [version.pep440, `${name} has no form in PEP 440: pep440 is unset.`],
            [image, `OCI allows no image tag for ${name}: image-tag is unset.`],
        ].flatMap(([value, note]) => (value === undefined && note !== undefined ? [note] : []));
        return {
            changes: [],
            notes: [
                `${name} is of the stream ${tag.stream.name}: ${tag.stream.pattern}.`,
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
                exists: placed !== undefined,
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
            },
        };
    },
}));
function relation({ name, version }, previous, latest) {
    const place = previous === undefined ? 'is the first of its stream' : `follows ${previous.name}`;
    const rank = version.isPrerelease
        ? 'a prerelease'
        : latest
            ? 'the latest release'
            : 'a backport: a newer release is out';
    return `${name} ${place}; it is ${rank}.`;
}
function noTag(ref) {
    const event = ref === undefined ? 'No event triggered this run' : `This run was triggered at ${ref}, which is not a tag`;
    return new error/* ReleaseError */.K2(`${event}, and the input tag is empty.`, {
        fix: "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
    });
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
