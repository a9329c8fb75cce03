export const id = "gh-release";
export const ids = ["gh-release"];
export const modules = {

/***/ 87604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ gh_release_action)
});

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/releases/release-files.js
var release_files = __webpack_require__(80998);
// EXTERNAL MODULE: ./build/src/domain/releases/note-source.js
var note_source = __webpack_require__(4627);
// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(72979);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tags_tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/plans/start.js
var plans_start = __webpack_require__(88418);
;// CONCATENATED MODULE: ./build/actions/gh-release/contract.js







const inputs = {
    tag: (0,input/* input */.hF)('The tag of the release, such as v1.2.3.', tags_tag/* parseTagName */.fe),
    commit: (0,input/* text */.Qq)('The commit that the tag must point to: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
    createTag: (0,input/* flag */.Jt)('If there is no such tag, let GitHub create it at the commit when the release is published.'),
    repository: (0,input/* input */.hF)('The repository of the release, as owner/name. Default: the repository of the remote origin.', repositories_repository/* parseRepository */.S).optional(),
    name: (0,input/* text */.Qq)('The title. Default: an existing release keeps its title, and a new one gets the name of the tag.').optional(),
    notes: (0,input/* input */.hF)('The release notes, one source per line: text: …, file: PATH, changelog: CHANGELOG.md (the section of this tag or its version), tag (the message of the tag) or generated (by GitHub, unless the release has notes already). Default: existing notes are kept.', note_source/* parseNoteSource */.$)
        .list()
        .optional(),
    files: (0,input/* input */.hF)('The files to attach: paths or globs, one per line. PATH#LABEL sets the name shown on the release page.', release_files/* parseFileLine */.o$)
        .list()
        .or(''),
    checksums: (0,input/* input */.hF)('The name of the file with the checksums of all other files. none: no such file.', String).or('SHA256SUMS'),
    draft: (0,input/* flag */.Jt)('Leave the release a draft, so that other jobs can add files.'),
    prerelease: (0,input/* choice */.Yq)('Whether the release is a prerelease. auto: if its version is one.', ['auto', 'true', 'false']).or('auto'),
    latest: (0,input/* choice */.Yq)('Whether GitHub shows it as the latest release. auto: if it has the newest stable version of the tags v*.', ['auto', 'true', 'false']).or('auto'),
    previousTag: (0,input/* text */.Qq)('The tag after which generated notes begin. Default: the previous tag of the same stream.').optional(),
    replace: (0,input/* flag */.Jt)('Replace published files that differ. Files of an immutable release are never replaced.'),
    start: (0,input/* input */.hF)("A workflow file to start at the tag, such as publish.yml. Used only if the publication itself starts no workflows, as with the job's own token.", plans_start/* workflowFile */.EY).optional(),
};
const outputs = {
    id: (0,output/* number */.ai)('The ID of the release.'),
    url: 'The URL of the release page.',
    uploadUrl: 'The URL to which more files can be uploaded.',
    draft: (0,output/* boolean */.zM)('Whether the release is a draft.'),
    assets: (0,output/* json */.Pq)('The files of the release: name, size and digest.'),
    starts: (0,output/* boolean */.zM)("Whether the publication starts workflows. false with the job's own token. Unset if nothing is published, or if it is unknown."),
};

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/actions/gh-release/files.js
var gh_release_files = __webpack_require__(83825);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/actions/gh-release/notes-here.js


/** The parts of the notes that need no server: texts, files and sections of changelogs. */
async function notesHere({ notes = [], tag }, files) {
    const texts = await (0,parallel/* together */.bs)(notes.map(async (source) => {
        if (source.kind === 'text')
            return { text: source.text };
        if (source.kind === 'file')
            return { text: await files.text(source.path) };
        return source.kind === 'changelog' ? sectionIn(source.path, tag, files) : undefined;
    }));
    return {
        texts: new Map(notes.flatMap((source, index) => (texts[index] === undefined ? [] : [[source, texts[index].text]]))),
        plainSections: texts.flatMap((one) => one?.plain ?? []),
    };
}
/** Loads the reader of changelogs only if there is one. */
async function sectionIn(path, tag, files) {
    const { sectionOf, versionAlone } = await Promise.all(/* import() */[__webpack_require__.e("changelog"), __webpack_require__.e("changelog-parts")]).then(__webpack_require__.bind(__webpack_require__, 16077));
    const changelog = await files.text(path);
    const text = sectionOf(changelog, tag, path);
    const isOfAll = (0,external_node_path_.dirname)((0,external_node_path_.normalize)(path)) === '.'; // a changelog in a folder is about what is there
    const version = isOfAll ? versionAlone(changelog, tag, path) : undefined;
    return version === undefined ? { text } : { text, plain: { path, version } };
}

;// CONCATENATED MODULE: ./build/actions/gh-release/look-here.js








const streams = (0,stream/* parseStreams */.Rg)(stream/* anyStreams */.GL);
/** Looks at everything that needs no server. All mistakes in it are told at once. */
async function lookHere(wanted, world) {
    const { event, files, git } = world;
    const { tag } = wanted;
    const where = { remote: event.remoteFor(wanted.repository), direction: 'push' };
    const parsed = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(tag, streams));
    const release = parsed instanceof error/* ReleaseError */.K2 ? undefined : parsed;
    const isPrerelease = wanted.prerelease === 'auto' ? release?.version.isPrerelease === true : wanted.prerelease === 'true';
    const commit = git.commits.find(wanted.commit);
    const starts = git.remotes.startsWorkflows(where.remote);
    const [repository, { sha }, localTags, found, notes] = await (0,parallel/* together */.bs)([
        repositoryAt(where, wanted, world),
        commit,
        git.tags.here(),
        (0,gh_release_files/* filesToAttach */.Cs)(wanted, files),
        notesHere(wanted, files),
        refuseStart(wanted, { starts, commit }, world),
        refuseLatestPrerelease(wanted, isPrerelease),
    ]);
    const place = { repository, tag };
    return {
        where,
        place,
        commit: sha,
        localTags,
        release,
        isPrerelease,
        starts: await starts,
        files: found,
        ...notes,
    };
}
async function repositoryAt(where, { repository }, { event, git }) {
    const found = repository ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, await git.remotes.address(where));
    if (found !== undefined)
        return found;
    throw new error/* ReleaseError */.K2(`The remote ${where.remote} is not on ${event.server}.`, {
        fix: 'Set the input repository, as owner/name.',
    });
}
async function refuseStart({ start, tag, draft }, { starts, commit }, world) {
    if ((await starts) !== false || start === undefined || draft)
        return;
    await (0,plans_start/* refuseUnstartable */.ke)({ workflow: start, tag, commit }, world);
}
async function refuseLatestPrerelease({ tag, latest }, isPrerelease) {
    if (!isPrerelease || latest !== 'true')
        return;
    throw new error/* ReleaseError */.K2(`${tag} is a prerelease. GitHub never shows a prerelease as the latest release.`, {
        fix: 'Remove latest: true, or set prerelease: false.',
    });
}

;// CONCATENATED MODULE: ./build/actions/gh-release/action.js




/* harmony default export */ const gh_release_action = ((0,action/* defineAction */.Q)({
    name: 'GitHub release',
    description: 'Create one release of a tag with all its files, and publish it as the last step. Published files never change, except with replace: true.',
    example: "--tag v1.2.3 --files 'dist/*' --notes 'changelog: CHANGELOG.md'",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'contents: write': 'to create the release and upload its files',
        'actions: write': 'to start the workflow of the input start',
    },
    starts: true,
    async plan(wanted, world) {
        // While git looks at the checkout, what asks servers is loaded.
        const [here, { planRelease }] = await (0,parallel/* together */.bs)([
            lookHere(wanted, world),
            __webpack_require__.e(/* import() */ "plan-release").then(__webpack_require__.bind(__webpack_require__, 93421)),
            world.github(),
        ]);
        return planRelease(wanted, here, world);
    },
}));


/***/ }),

/***/ 83825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ checksumAsset),
/* harmony export */   Cs: () => (/* binding */ filesToAttach),
/* harmony export */   o2: () => (/* binding */ withDigests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _src_domain_releases_checksums_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38045);
/* harmony import */ var _src_domain_releases_release_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80998);
/* harmony import */ var _src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12712);
/* harmony import */ var _src_world_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45827);





/** The files of the input. All that cannot be attached are refused at once, before they are read. */
async function filesToAttach({ files: lines, checksums }, files) {
    const paths = await (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .together */ .bs)(lines.map(({ pattern }) => files.find(pattern, 'file')));
    const labels = new Map();
    for (const [index, { label }] of lines.entries())
        for (const path of paths[index] ?? [])
            labels.set(path, label ?? labels.get(path));
    const measured = await (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .boundedly */ .Xt)([...labels], ([path, label]) => {
        return (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .orRefusal */ .kr)(files.measure(path).then((one) => ({ path, name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), label, ...one })));
    });
    const { values: found, refusals } = (0,_src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .divided */ .k3)(measured);
    (0,_src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseAll */ .cp)('These files cannot be attached.', refusals);
    const derived = checksums === 'none' ? [] : [{ path: 'the input checksums', name: checksums, label: undefined, size: 1 }];
    (0,_src_domain_releases_release_files_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnfitFiles */ .w5)([...found, ...derived]);
    return found;
}
/** The same files with their checksums. */
const withDigests = (found, files) => (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .boundedly */ .Xt)(found, async ({ name, label, file, size }) => {
    return { name, label, path: file, size, digest: await files.digest({ file, size }) };
});
/** A file with the checksums of all other files, whoever uploaded them. Undefined if there are no others. */
async function checksumAsset(local, found, { checksums: name, files }) {
    const isAskedFor = local.length > 0 || found?.isDraft !== false; // an edit of published notes adds no file
    const text = name === 'none' || !isAskedFor ? '' : (0,_src_domain_releases_checksums_js__WEBPACK_IMPORTED_MODULE_1__/* .checksumsOf */ .U)(local, found, name);
    if (text === '')
        return undefined;
    const path = await files.scratchFile(name, text);
    const measured = { file: path, size: Buffer.byteLength(text) };
    return { name, path, label: undefined, size: measured.size, digest: await files.digest(measured), isDerived: true };
}


/***/ }),

/***/ 38045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ checksumsOf)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64032);

/** The text of a file with the checksums of all files of a release, in the form of sha256sum. */
function checksumsOf(local, found, name) {
    const digests = new Map((0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadedIn */ ._)(found).map((one) => [one.name, one.digest]));
    for (const asset of local)
        digests.set(asset.name, asset.digest);
    digests.delete(name);
    const lines = [...digests].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return lines.map(([file, digest]) => `${digest.replace(/^sha256:/, '')}  ${file}\n`).join('');
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseNoteSource),
/* harmony export */   V: () => (/* binding */ joinedNotes)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const longest = 125_000; // https://docs.github.com/rest/releases/releases: a longer body is refused
function parseNoteSource(line) {
    const [, kind, rest = ''] = /^(text|file|changelog|tag|generated)(?::\s*(.*))?$/s.exec(line.trim()) ?? [];
    if (kind === 'text' && rest !== '')
        return { kind, text: rest };
    if ((kind === 'file' || kind === 'changelog') && rest !== '')
        return { kind, path: rest };
    if ((kind === 'tag' || kind === 'generated') && rest === '')
        return { kind };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which is not a source of notes.`, {
        fix: 'Write text: …, file: PATH, changelog: CHANGELOG.md, tag or generated, one on a line.',
    });
}
/** Joins the parts of the notes. */
function joinedNotes(parts) {
    const notes = parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n\n');
    const length = Array.from(notes).length;
    if (length <= longest)
        return notes;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The notes have ${length} characters. GitHub accepts at most ${longest}.`, {
        fix: 'Shorten the notes, or attach the full text to the release as a file.',
    });
}


/***/ }),

/***/ 80998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mostAssets),
/* harmony export */   o$: () => (/* binding */ parseFileLine),
/* harmony export */   w5: () => (/* binding */ refuseUnfitFiles)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const mostAssets = 1000;
const largest = 2 ** 31; // https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
/** Reads a line of the input files: a path or a glob, and a label after `#`. */
function parseFileLine(line) {
    const [, before = line, label = ''] = /^(.*?)#(.*)$/.exec(line) ?? [];
    const pattern = before.trim();
    if (pattern !== '')
        return { pattern, label: label.trim() === '' ? undefined : label.trim() };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which names no file.`, {
        fix: 'Write PATH or PATH#LABEL. A file whose name contains # has to be renamed.',
    });
}
/** Refuses files that GitHub would refuse, rename or confuse, before anything is uploaded. */
function refuseUnfitFiles(files) {
    const byName = Map.groupBy(files, ({ name }) => name.toLowerCase());
    (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('These files cannot be uploaded to a release.', [
        ...(files.length > mostAssets
            ? [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There are ${files.length} files. A release can have at most ${mostAssets}.`, {
                    fix: 'Pack some of them into an archive.',
                }),
            ]
            : []),
        ...files.flatMap(({ path, name, size }) => [
            ...(size === 0
                ? [new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} is empty. GitHub refuses empty files.`, { fix: 'Remove it from the files.' })]
                : []),
            ...(size >= largest
                ? [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} has ${size} bytes. GitHub accepts files of less than ${largest}.`, {
                        fix: 'Split the file.',
                    }),
                ]
                : []),
            ...(keptName(name) === name
                ? []
                : [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`GitHub would rename ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(keptName(name))}.`, {
                        fix: `Give ${path} a name that contains only letters, digits and ._-+@`,
                    }),
                ]),
        ]),
        ...[...byName.values()].flatMap((same) => same.length === 1
            ? []
            : [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(same.map(({ path }) => path))} would have the same name in the release.`, {
                    fix: 'Rename all but one. Names that differ only in upper and lower case are the same file on some systems.',
                }),
            ]),
    ]);
}
/** The name that GitHub keeps of a file: https://github.com/cli/cli/blob/v2.50.0/pkg/cmd/release/upload/upload.go#L137 */
function keptName(name) {
    const marks = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(name) ? /[\^`]/g : new RegExp(String.raw `\p{Diacritic}`, 'gu');
    const plain = name.normalize('NFD').replaceAll(marks, '');
    const kept = plain.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
    return plain.startsWith('.') ? `default.${kept}` : kept;
}


/***/ }),

/***/ 64032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ uploadedIn)
/* harmony export */ });
/** The files of a release whose upload is finished. */
const uploadedIn = (release) => (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);


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


/***/ })

};
