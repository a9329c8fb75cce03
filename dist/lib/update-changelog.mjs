export const id = "update-changelog";
export const ids = ["update-changelog"];
export const modules = {

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ update_changelog_action)
});

;// CONCATENATED MODULE: ./build/src/domain/changelogs/format.js
const changelogFormats = ['keep-a-changelog', 'github-changelog-generator'];

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/changelogs/release.js
var release = __webpack_require__(63445);
// EXTERNAL MODULE: ./build/actions/update-changelog/generated.js
var generated = __webpack_require__(15438);
;// CONCATENATED MODULE: ./build/actions/update-changelog/action.js









/* harmony default export */ const update_changelog_action = ((0,action/* defineAction */.Q)({
    name: 'Update changelog',
    description: 'Add the section of a version to a changelog, from what was merged and closed since the previous release.',
    example: '--version v1.2.3',
    inputs: {
        version: (0,input/* text */.Qq)('The version to release, or its tag.'),
        path: (0,input/* input */.hF)('The changelog file. none: change no file, only set the output section.', pathOrNone).or('CHANGELOG.md'),
        previousTag: (0,input/* text */.Qq)('The tag of the previous release. Default: the newest older tag of the same stream, as parse-tag finds it.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, in the same form as for parse-tag. The version belongs to the first stream that fits and has tags.', stream/* parseStreams */.Rg).or(stream/* anyStreams */.GL),
        format: (0,input/* choice */.Yq)('The format of the changelog. Default: the format of the file; for an empty file, keep-a-changelog.', changelogFormats).optional(),
        date: (0,input/* input */.hF)('The date of the release, such as 2026-01-31. Default: today, in UTC.', parseDate).optional(),
    },
    outputs: {
        section: 'The section as Markdown, without its heading.',
    },
    permissions: {
        'contents: read': 'to read tags and commits',
        'issues: read': 'to read closed issues',
        'pull-requests: read': 'to read merged pull requests',
    },
    async plan(wanted, world) {
        const { version, path: file, streams, previousTag } = wanted;
        const [tags, seen] = await (0,parallel/* together */.bs)([
            (0,release/* tagsFor */.Nj)(version, streams),
            file === undefined ? undefined : world.files.look(file),
        ]);
        const asked = { possible: tags, given: previousTag };
        // What reads and writes changelogs is loaded while git looks, if there is no file to read first.
        const [fromGitHub, { planSection }] = await (0,parallel/* together */.bs)([
            file === undefined ? (0,generated/* generated */.g)(asked, world) : undefined,
            Promise.all(/* import() */[__webpack_require__.e("changelog"), __webpack_require__.e("plan-section")]).then(__webpack_require__.bind(__webpack_require__, 98729)),
        ]);
        return planSection(wanted, { asked, seen, fromGitHub }, world);
    },
}));
function pathOrNone(value) {
    return value.trim() === 'none' ? undefined : (0,input/* path */.Ae)('').read(value);
}
function parseDate(value) {
    const date = value.trim();
    const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
    if (isDay && new Date(date).toISOString().startsWith(date))
        return date;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not a date.`, { fix: 'Give a date such as 2026-01-31.' });
}


/***/ }),

/***/ 15438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ generated)
/* harmony export */ });
/* harmony import */ var _src_plans_changelogs_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63445);
/* harmony import */ var _src_plans_changelogs_work_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29371);


/** A section that is generated from what was merged and closed. */
async function generated(asked, world) {
    const release = await (0,_src_plans_changelogs_release_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtRelease */ .Ar)(asked, world);
    const work = await (0,_src_plans_changelogs_work_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtWork */ .E)(release, world);
    return { ...release, items: work.items, notes: [...release.notes, ...work.notes] };
}


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

/***/ 63445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ lookAtRelease),
/* harmony export */   Nj: () => (/* binding */ tagsFor),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   eB: () => (/* binding */ noTag),
/* harmony export */   xQ: () => (/* binding */ tagAmong)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32521);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);
/* harmony import */ var _domain_versions_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28242);
/* harmony import */ var _world_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45827);






const origin = { remote: 'origin', direction: 'fetch' };
/** The given tag, or the tags that a bare version would have in all streams that it fits. */
async function tagsFor(given, streams) {
    const tag = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseTag */ .rE)(given, streams));
    if (!(tag instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2) && !/^\{\w+\}$/.test(tag.stream.pattern))
        return [tag];
    const [first, ...others] = streams.flatMap((stream) => tagInStream(stream, given));
    if (first !== undefined)
        return [first, ...others];
    throw tag;
}
function tagInStream(stream, given) {
    const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
        const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
        const tag = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseTag */ .rE)(name, [stream]));
        return tag instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? [] : [tag];
    });
    return tags.slice(0, 1);
}
/** The tag of a coming release, and the tags of its series: those of the first possible tag that has some. */
function tagAmong(possible, names) {
    const all = possible.map((tag) => ({ tag, others: (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsInSeries */ .gQ)(tag, names) }));
    return all.find(({ others }) => others.length > 0) ?? { tag: possible[0], others: [] };
}
/** Reads the facts of a coming release of a commit. */
async function lookAtRelease({ possible, given }, { event, git }, commit = 'HEAD') {
    const [head, local, address] = await (0,_world_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .together */ .bs)([
        git.commits.find(commit),
        git.tags.here(),
        git.remotes.address(origin),
    ]);
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, address) ?? (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, event.repositoryUrl ?? '');
    if (repository === undefined)
        throw notOnServer(event.server, address);
    const tags = new Map([...local, ...(await git.remotes.refs(origin)).tags]);
    const { tag, others } = tagAmong(possible, [...tags.keys()]);
    const previous = given ?? (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .previousTag */ .W8)(tag, others)?.name;
    if (given !== undefined && !tags.has(given))
        throw noTag(given);
    return {
        tag: tag.name,
        head: head.sha,
        previous,
        from: tags.get(previous ?? '')?.commit,
        isBackport: others.some(({ version }) => !version.isPrerelease && (0,_domain_versions_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(version, tag.version) > 0),
        repository,
        page: event.urlOf(repository),
        notes: releaseNotes(tag.name, previous, tags),
    };
}
function releaseNotes(name, previous, tags) {
    return [
        previous === undefined
            ? `There is no older release than ${name} in its stream.`
            : `The release before ${name} is ${previous}.`,
        ...(tags.has(name) ? [`The tag ${name} already exists: it does not contain this section.`] : []),
    ];
}
const noTag = (name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no tag ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
});
const notOnServer = (server, address) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`origin is ${address}, which is not a repository on ${server}.`, {
    fix: `Run it in a checkout of a repository on ${server}, or set GITHUB_SERVER_URL to the right server.`,
});


/***/ }),

/***/ 29371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lookAtWork)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63445);


// The times that GitHub records for a merge, and for issues that it closes, differ some seconds from the merge commit's.
const toleratedSeconds = 60;
// Why: docs/decisions.md D25
/** What a release contains: pull requests whose merge commit is in it, and issues closed since the previous release. */
async function lookAtWork({ head, previous, from, repository, isBackport }, { git, github }) {
    const range = await (await git.history()).range(_release_js__WEBPACK_IMPORTED_MODULE_1__/* .origin */ .TG, from, head);
    const start = range.earliest ?? range.begins;
    const { completedWork } = await github();
    const { pulls, issues } = await completedWork.since(repository, {
        merged: from === undefined || start === undefined ? undefined : start - toleratedSeconds,
        closed: range.begins === undefined ? undefined : range.begins + toleratedSeconds,
    });
    const merged = pulls.filter(({ commit }) => range.commits.has(commit));
    const notInHead = pulls.filter((pull) => !merged.includes(pull) && pull.mergedAt > (range.begins ?? 0));
    const closed = isBackport ? [] : issues;
    const since = previous === undefined ? '' : ` since ${previous}`;
    return {
        items: [...merged, ...closed],
        notes: [
            `${merged.length} pull requests were merged, and ${closed.length} issues were closed${since}.`,
            ...(notInHead.length === 0 ? [] : [leftOut(notInHead)]),
            ...(isBackport ? ['Closed issues are left out: it is unknown which of them belong to a backport.'] : []),
        ],
    };
}
const leftOut = (pulls) => `Left out, because HEAD does not contain their merge commits: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .abridged */ .$y)(pulls.map(({ number }) => `#${number}`))}.`;


/***/ })

};
