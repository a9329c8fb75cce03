export const id = "archives";
export const ids = ["archives"];
export const modules = {

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

/***/ 74195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ canonicalTar)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

// Why: docs/decisions.md D47
/**
 * A tar that is the same on every machine: sorted by the bytes of the paths, all times `epoch`, no owners, and the modes
 * 755 and 644. What a header has no room for is in a PAX header before it. A piece is only valid until the next one.
 */
async function* canonicalTar(entries, epoch) {
    const sorted = entries
        .map((entry) => ({ entry, key: Buffer.from(`${entry.path}/`) })) // a folder comes right before what is in it
        .toSorted((one, other) => Buffer.compare(one.key, other.key));
    for (const { entry } of sorted) {
        yield* headersOf(entry, epoch);
        if (entry.kind !== 'file')
            continue;
        let written = 0;
        for await (const piece of entry.content()) {
            written += piece.length;
            if (written > entry.size)
                break;
            yield piece;
        }
        if (written !== entry.size)
            throw otherSize(entry.path, entry.size);
        yield fill(entry.size);
    }
    yield Buffer.alloc(2 * blockSize);
}
const blockSize = 512;
/** The rest of the last block. */
const fill = (size) => Buffer.alloc(-size & (blockSize - 1));
/** How much fits into a header. */
const most = { name: 100, size: 8 ** 11 - 1, time: 8 ** 11 - 1 };
function* headersOf(entry, time) {
    const { mode, type, path, target, size } = fieldsOf(entry);
    const records = Object.entries({
        path: fits(path) ? undefined : path,
        linkpath: fits(target) ? undefined : target,
        size: size <= most.size ? undefined : String(size),
        mtime: time <= most.time ? undefined : String(time),
    }).flatMap(([key, value]) => (value === undefined ? [] : [paxRecord(key, value)]));
    if (records.length > 0) {
        const pax = Buffer.concat(records);
        yield header({ path: 'PaxHeader', target: '', type: 'x', mode: 0o644, size: pax.length, time });
        yield pax;
        yield fill(pax.length);
    }
    yield header({ path, target, type, mode, size, time });
}
function fieldsOf(entry) {
    const { path, kind } = entry;
    if (kind === 'folder')
        return { path: `${path}/`, target: '', type: '5', mode: 0o755, size: 0 };
    if (kind === 'link')
        return { path, target: entry.target, type: '2', mode: 0o777, size: 0 };
    return { path, target: '', type: '0', mode: entry.isExecutable ? 0o755 : 0o644, size: entry.size };
}
const fits = (name) => name.length <= most.name && !/[^\x20-\x7e]/.test(name);
/** `<length> <key>=<value>\n`, where the length counts itself. */
function paxRecord(key, value) {
    const rest = Buffer.from(` ${key}=${value}\n`);
    const digits = String(rest.length + String(rest.length).length).length;
    return Buffer.concat([Buffer.from(String(rest.length + digits)), rest]);
}
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_92_13_06
function header({ path, target, type, mode, size, time }) {
    const bytes = Buffer.alloc(blockSize);
    bytes.write(path, 0, most.name);
    bytes.write(octal(mode, 7), 100);
    bytes.write(octal(0, 7), 108);
    bytes.write(octal(0, 7), 116);
    bytes.write(octal(Math.min(size, most.size), 11), 124);
    bytes.write(octal(Math.min(time, most.time), 11), 136);
    bytes.write(' '.repeat(8), 148); // counts as spaces in its own sum
    bytes.write(type, 156);
    bytes.write(target, 157, most.name);
    bytes.write('ustar\x0000', 257);
    bytes.write(octal(0, 7), 329);
    bytes.write(octal(0, 7), 337);
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    bytes.write(`${octal(sum, 6)}\0 `, 148);
    return bytes;
}
const octal = (value, digits) => value.toString(8).padStart(digits, '0');
const otherSize = (path, size) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} had ${size} bytes and has another size now: another program is writing to it.`, {
    fix: 'Run it again when the file is complete.',
    at: { file: path },
});


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

/***/ 35295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Archives: () => (/* binding */ Archives)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/src/domain/archives/deflate.js


// With the small pieces that zlib makes by default, its threads wait for the main thread twenty times for each block.
const options = { level: 6, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 };
const zlibDeflate = (block) => new Promise((resolve, reject) => {
    (0,external_node_zlib_.deflateRaw)(block, options, (error, compressed) => (error === null ? resolve(compressed) : reject(error)));
});
// Why: docs/decisions.md D47
/** The fast zlib of this Node if it makes the bytes of the format; else pako, which defines them. */
async function canonicalDeflate(fast = zlibDeflate) {
    const found = (0,external_node_crypto_.createHash)('sha256')
        .update(await fast(sample()))
        .digest('hex');
    return found === compressedSample ? fast : pakoDeflate();
}
/** The SHA-256 of what pako makes of the sample. */
const compressedSample = '96a39a6db0a21a262d72b4b87ec72b059b9d36f31444dc7150806e0e3027c581';
/** Words, numbers and noise, in which a compressor finds short and long repetitions. */
function sample() {
    const bytes = Buffer.alloc(256 * 1024);
    let state = 1;
    const random = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return (state >>> 8) % below;
    };
    for (let at = 0; at < bytes.length;) {
        const copied = random(4) > 0 && at > 0;
        const from = copied ? random(Math.min(at, 40_000)) + 1 : 0;
        for (let left = random(copied ? 30 : 24) + 1; left > 0 && at < bytes.length; left--, at++) {
            bytes[at] = copied ? (bytes[at - from] ?? 0) : random(96) + 32;
        }
    }
    return bytes;
}
async function pakoDeflate() {
    const { Deflate: Compressor, Z_SYNC_FLUSH } = await __webpack_require__.e(/* import() */ "pako").then(__webpack_require__.bind(__webpack_require__, 9925));
    return async (block) => {
        const compressor = new Compressor({ level: 6, raw: true });
        const parts = [];
        compressor.onData = (part) => void parts.push(part);
        compressor.push(block, Z_SYNC_FLUSH);
        return Buffer.concat(parts);
    };
}

;// CONCATENATED MODULE: ./build/src/domain/archives/gzip.js

// Part of the format: other sizes give other bytes.
const blockSize = 1024 * 1024;
// No name, no time, an unknown system.
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
// An empty last block.
const end = Uint8Array.of(3, 0);
/** Blocks in work at the same time. Their number changes no byte. */
const most = 4;
/** A gzip that is the same on every machine. Blocks are compressed side by side. */
async function* canonicalGzip(source, deflate) {
    yield header;
    let [sum, size] = [0, 0];
    const working = [];
    for await (const block of blocksOf(source)) {
        sum = (0,external_node_zlib_.crc32)(block, sum);
        size += block.length;
        working.push(deflate(block));
        if (working.length === most)
            yield await working.shift(); // it has `most` of them
    }
    for (const block of working)
        yield await block;
    yield end;
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(sum, 0);
    trailer.writeUInt32LE(size % 2 ** 32, 4);
    yield trailer;
}
/** Blocks of one size, and the rest. The memory of a block is used again once `most` others came after it. */
async function* blocksOf(source) {
    const memory = Array.from({ length: most + 1 }, () => Buffer.allocUnsafeSlow(blockSize));
    let filled = 0;
    for await (const piece of source) {
        for (let taken = 0; taken < piece.length;) {
            const part = piece.subarray(taken, taken + blockSize - filled);
            memory[0]?.set(part, filled);
            filled += part.length;
            taken += part.length;
            if (filled < blockSize)
                continue;
            const block = memory.shift(); // there are always `most + 1`
            memory.push(block);
            yield block;
            filled = 0;
        }
    }
    if (filled > 0)
        yield memory[0].subarray(0, filled);
}

// EXTERNAL MODULE: ./build/src/domain/archives/tar.js
var tar = __webpack_require__(74195);
// EXTERNAL MODULE: ./build/src/domain/archives/tree.js
var tree = __webpack_require__(79566);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/file-pieces.js
var file_pieces = __webpack_require__(60568);
// EXTERNAL MODULE: ./build/src/world/open-file.js
var open_file = __webpack_require__(73711);
;// CONCATENATED MODULE: ./build/src/world/archives.js













/** Folders of the workspace, and archives of them. */
class Archives {
    #host;
    #files;
    constructor(host, files) {
        this.#host = host;
        this.#files = files;
    }
    /** Everything in a folder. What is in folders that no archive has is not looked at. */
    async look(folder, most = 1_000_000) {
        await this.#files.refuseUnlessFolder(folder);
        const root = Buffer.from(await (0,promises_.realpath)((0,external_node_path_.join)(this.#host.workspace, folder)));
        const found = [];
        const ahead = [Buffer.alloc(0)];
        for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
            const folderHere = at;
            this.#host.signal.throwIfAborted();
            const names = await (0,promises_.readdir)(below(root, folderHere), { encoding: 'buffer' });
            const here = names.map((name) => entryAt(root, below(folderHere, name)));
            found.push(...here);
            if (found.length > most)
                throw tooMany(folder, most);
            ahead.push(...here.filter(isEntered).map(({ path }) => path));
        }
        return found;
    }
    /** The bytes of a file in a folder. */
    content(folder) {
        return (path, size) => (0,file_pieces/* contentOf */.$)((0,external_node_path_.join)(this.#host.workspace, folder, path), size, (0,external_node_path_.join)(folder, path));
    }
    /** The first bytes of a file in a folder. */
    start(folder, path, length) {
        return (0,open_file/* readStart */.H6)((0,external_node_path_.join)(this.#host.workspace, folder, path), (0,external_node_path_.join)(folder, path), length);
    }
    /** Packs the entries into a .tgz outside the workspace. */
    async pack(entries, epoch) {
        const file = (0,external_node_path_.join)(await this.#files.scratch(), 'archive.tgz');
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        const bytes = canonicalGzip((0,tar/* canonicalTar */.q)(entries, epoch), await canonicalDeflate());
        const measured = async function* () {
            for await (const piece of bytes) {
                hash.update(piece);
                size += piece.length;
                yield piece;
            }
        };
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(measured()), (0,external_node_fs_.createWriteStream)(file), { signal: this.#host.signal });
        return { size, digest: `sha256:${hash.digest('hex')}`, pieces: () => (0,file_pieces/* piecesOf */.X)(file) };
    }
}
const below = (folder, name) => folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);
const isEntered = ({ kind, path }) => kind === 'folder' && !(0,tree/* isLitterName */._$)(external_node_path_.posix.basename(path.toString('latin1')));
function entryAt(root, path) {
    const place = below(root, path);
    const stats = (0,external_node_fs_.lstatSync)(place);
    const { size, mode } = stats;
    if (stats.isSymbolicLink())
        return { path, kind: 'link', size, mode, target: (0,external_node_fs_.readlinkSync)(place, 'buffer') };
    return { path, kind: kindOf(stats), size, mode };
}
function kindOf(stats) {
    if (stats.isFile())
        return 'file';
    if (stats.isDirectory())
        return 'folder';
    if (stats.isFIFO())
        return 'FIFO';
    return stats.isSocket() ? 'socket' : 'device';
}
const tooMany = (folder, most) => new error/* ReleaseError */.K2(`${folder} has more than ${most} files and folders, which is the limit.`, {
    fix: 'Give a folder with less in it.',
});


/***/ })

};
