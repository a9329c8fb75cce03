export const id = "package-docs";
export const ids = ["package-docs"];
export const modules = {

/***/ 68883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ package_docs_action)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/archives/tree.js
var tree = __webpack_require__(79566);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/archives/top-folder.js


/** The name of the folder at the top of an archive. It is also the name of the archive. */
function topFolder({ root, name, version }) {
    const values = { name, version };
    const top = root.replaceAll(/\{([^{}]*)\}/g, (placeholder, key) => {
        const value = values[key];
        if (value !== undefined)
            return value;
        throw new error/* ReleaseError */.K2(key in values
            ? `The input root is ${(0,domain_text/* quoted */.TL)(root)}, but the input ${key} is not given.`
            : `The input root has ${(0,domain_text/* quoted */.TL)(placeholder)}, which stands for nothing.`, { fix: key in values ? `Give the input ${key}, or a root without {${key}}.` : 'Use {name} and {version}.' });
    });
    if (/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+@-]*$/u.test(top) && Buffer.byteLength(top) <= longest)
        return top;
    throw new error/* ReleaseError */.K2(`The folder at the top of the archive would be ${(0,domain_text/* quoted */.TL)(top)}.`, {
        fix: `Give a root of at most ${longest} bytes. It begins with a letter, a digit or _, and has no other characters but . + @ -`,
    });
}
const longest = 200;

// EXTERNAL MODULE: ./build/src/plans/artifacts.js
var artifacts = __webpack_require__(3805);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
;// CONCATENATED MODULE: ./build/actions/package-docs/action.js







/* harmony default export */ const package_docs_action = ((0,action/* defineAction */.Q)({
    name: 'Package docs',
    description: 'Pack a folder into a .tgz under another name, with the same bytes on every machine, so that everybody can verify it.',
    example: '--name example --version v1.2.3 --exclude drafts',
    inputs: {
        path: (0,input/* path */.Ae)('The folder to pack.').or('docs'),
        name: (0,input/* text */.Qq)('The name of the project, for {name} in root.').optional(),
        version: (0,input/* text */.Qq)('The version that is released, for {version} in root. A leading v stays.').optional(),
        root: (0,input/* text */.Qq)('The name that the folder has in the archive. The archive has the same name. Placeholders: {name}, {version}.').or('{name}-{version}-docs'),
        exclude: (0,input/* text */.Qq)('Globs of what is left out, one per line, relative to path. Git folders and what editors and systems leave behind are always left out.')
            .list()
            .or(''),
        outDir: (0,input/* path */.Ae)('The folder for the archive. It is made if it is missing.').or('.'),
    },
    outputs: {
        archive: 'The path of the archive, such as example-1.2.0-docs.tgz.',
        sha256: 'The SHA-256 of the archive, in hexadecimal.',
        size: (0,output/* number */.ai)('The size of the archive in bytes.'),
        files: (0,output/* number */.ai)('The number of files in the archive, without folders and links.'),
        checksums: 'The path of a file with the checksum of the archive, for subject-checksums of actions/attest.',
    },
    hasNoMode: true,
    async plan({ path: folder, name, version, root, exclude, outDir }, { archives, files, git }) {
        const top = topFolder({ root, name, version });
        const place = (0,external_node_path_.join)(outDir, `${top}.tgz`);
        const sums = `${place}.sha256`;
        const port = await archives();
        const [found, commit] = [await port.look(folder), await git.commits.find('HEAD')];
        const own = [place, sums].map((file) => (0,external_node_path_.relative)(folder, file).split(external_node_path_.sep).join('/'));
        const { entries, notes } = (0,tree/* archivedTree */.XA)(found, { folder, top, exclude, own, content: port.content(folder) });
        const archive = await port.pack(entries, commit.epoch);
        const artifact = { ...archive, path: place };
        return {
            notes,
            changes: [await files.place(archive, place), await files.place((0,artifacts/* checksumFile */.uu)([artifact]), sums)],
            outputs: {
                archive: place,
                sha256: archive.digest.replace('sha256:', ''),
                size: archive.size,
                files: entries.filter(({ kind }) => kind === 'file').length,
                checksums: sums,
            },
            facts: () => (0,artifacts/* artifactFacts */.SJ)([artifact]),
        };
    },
}));


/***/ }),

/***/ 4337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   T3: () => (/* binding */ notUtf8),
/* harmony export */   kD: () => (/* binding */ linkProblem),
/* harmony export */   mf: () => (/* binding */ linkEnd)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



const mostLinks = 40;
/** Where a link leads, followed name by name as the system does it. */
function linkEnd(from, to, entries) {
    if (to.startsWith('/'))
        return { kind: 'absolute' };
    const left = to.split('/').toReversed();
    let here = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from) === '.' ? [] : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from).split('/');
    for (let links = 1; left.length > 0;) {
        const name = left.pop() ?? '';
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (here.length === 0)
                return { kind: 'outside' };
            here = here.slice(0, -1);
            continue;
        }
        const next = [...here, name];
        const entry = entries.get(next.join('/'));
        if (entry === undefined)
            return { kind: 'missing' };
        if (entry.kind !== 'link') {
            here = next;
            continue;
        }
        if (++links > mostLinks)
            return { kind: 'circle' };
        const further = decoded(entry.target) ?? '';
        if (further.startsWith('/'))
            return { kind: 'outside' };
        left.push(...further.split('/').toReversed());
    }
    return { kind: 'inside', path: here.join('/') };
}
/** What is wrong with a link that leads there, as the rest of a sentence about it. */
const linkProblem = ({ kind }, folder) => ({
    absolute: 'which is an absolute path: it exists on this machine only',
    outside: `which is outside ${folder}`,
    missing: 'but the archive has nothing there',
    circle: 'and never ends: the links lead to each other',
    inside: undefined,
})[kind];
/** A name as text; undefined if it is not UTF-8. */
function decoded(bytes) {
    const text = Buffer.from(bytes ?? []).toString('utf8');
    return Buffer.from(text).equals(bytes ?? new Uint8Array()) ? text : undefined;
}
function notUtf8(folder, bytes) {
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(Buffer.from(bytes).toString('latin1'));
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`A name in ${folder} is not UTF-8: ${name}, read as Latin-1.`, {
        fix: 'Rename the file. Not every system can extract such a name.',
    });
}


/***/ }),

/***/ 79566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ isLitter),
/* harmony export */   XA: () => (/* binding */ archivedTree),
/* harmony export */   _$: () => (/* binding */ isLitterName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4337);




/** What of a folder belongs into an archive that everybody can extract. All that cannot be archived is refused at once. */
function archivedTree(found, packing) {
    const { kept, litter, refusals } = selected(found, packing);
    for (const [path, entry] of kept)
        refusals.push(...refusalsOf(path, entry, kept, packing.folder));
    (0,_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseIfAny */ .Yb)(`${packing.folder} cannot be archived.`, refusals);
    const { top, content } = packing;
    const entries = [...kept].map(([path, { kind, size, mode, target }]) => {
        const place = `${top}/${path}`;
        if (kind === 'folder')
            return { kind, path: place };
        if (kind === 'link')
            return { kind, path: place, target: (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(target) ?? '' };
        return { kind: 'file', path: place, size, isExecutable: (mode & 0o111) !== 0, content: () => content(path, size) };
    });
    return { entries: [{ kind: 'folder', path: top }, ...entries], notes: notesOf(kept, litter) };
}
function selected(found, { folder, exclude, own }) {
    const kept = new Map();
    const refusals = [];
    const litter = [];
    const matches = (path) => (glob) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.matchesGlob(path, glob.replace(/\/$/, ''));
    for (const entry of found) {
        const path = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(entry.path);
        if (path === undefined)
            refusals.push((0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .notUtf8 */ .T3)(folder, entry.path));
        else if (isLitter(path))
            litter.push(path);
        else if (own.includes(path))
            continue;
        else if (!selfAndAbove(path).some((one) => exclude.some(matches(one))))
            kept.set(path, entry);
    }
    return { kept, litter, refusals };
}
/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
const selfAndAbove = (path) => path.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
/** Whether a name is no content of a folder: git's own folder, and what systems and editors leave behind. */
const isLitterName = (name) => litterName.test(name);
/** Whether a path is no content of a folder, or is in a folder that is none. */
const isLitter = (path) => path.split('/').some(isLitterName);
// Git's folder; what macOS, Windows and NFS leave behind; backups, locks and swap files of editors.
const litterName = /^(?:\.git|\.DS_Store|\._.*|__MACOSX|Thumbs\.db|desktop\.ini|\.nfs.+|.*~|\.#.*|#.*#|\..*\.sw[a-p]|.*\.release-actions\.part)$/;
function refusalsOf(path, entry, kept, folder) {
    const place = `${folder}/${path}`;
    if (entry.kind === 'link')
        return linkRefusals(path, entry, kept, folder);
    if (entry.kind === 'file' || entry.kind === 'folder')
        return [];
    return [
        new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${place} is a ${entry.kind}, which an archive of files cannot hold.`, {
            fix: `Remove it, or add it to the input exclude: ${path}`,
            at: { file: place },
        }),
    ];
}
function linkRefusals(path, { target }, kept, folder) {
    const place = `${folder}/${path}`;
    const to = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(target);
    if (to === undefined)
        return [(0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .notUtf8 */ .T3)(folder, target ?? new Uint8Array())];
    const problem = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .linkProblem */ .kD)((0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .linkEnd */ .mf)(path, to, kept), folder);
    if (problem === undefined)
        return [];
    return [
        new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${place} is a link to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(to)}, ${problem}.`, {
            fix: `Let it lead to something in ${folder}, put a copy in its place, or add it to the input exclude: ${path}`,
            at: { file: place },
        }),
    ];
}
function notesOf(kept, litter) {
    const byFolded = Map.groupBy(kept.keys(), (path) => path.normalize('NFC').toLowerCase());
    const alike = [...byFolded.values()].filter((paths) => paths.length > 1);
    const special = [...kept].filter(([, { kind, mode }]) => kind === 'file' && (mode & 0o7000) !== 0);
    return [
        ...(litter.length > 0 ? [`Left out, because it is no documentation: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(litter.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL), 5)}.`] : []),
        ...alike
            .slice(0, mostAlike)
            .map((paths) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(paths.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL))} are one file on systems that ignore case, such as macOS.`),
        ...(special.length > 0
            ? [
                `The archive does not keep setuid and the like: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(special.map(([path]) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(path)), 5)}.`,
            ]
            : []),
    ];
}
const mostAlike = 5;


/***/ }),

/***/ 3805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ builtFile),
/* harmony export */   SJ: () => (/* binding */ artifactFacts),
/* harmony export */   uu: () => (/* binding */ checksumFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);



/** What was built, for the summary: a line for each file. */
const artifactFacts = (artifacts) => artifacts.map(({ path, size, digest, reference, url }) => ({
    name: path,
    value: [`${size} bytes`, digest, ...(reference === undefined ? [] : [reference])].join('\n'),
    url,
}));
/** A file with the checksums of files beside it, as `sha256sum` writes and checks it, for actions/attest. */
function checksumFile(artifacts) {
    const lines = artifacts.map(({ path, digest }) => `${digest.replace('sha256:', '')}  ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}\n`);
    return builtFile(Buffer.from(lines.join('')));
}
/** A file that is in memory. */
function builtFile(bytes) {
    const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
    return { size: bytes.length, digest, pieces: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([bytes]) };
}


/***/ })

};
