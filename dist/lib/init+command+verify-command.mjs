export const id = "init+command+verify-command";
export const ids = ["init+command+verify-command"];
export const modules = {

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ nameProblem)
/* harmony export */ });
const longest = 1024;
/** Why a name does not stay in the folder into which it is extracted, as the rest of a sentence; undefined if it does. */
function nameProblem(path) {
    if (path.length > longest)
        return `which is longer than ${longest} characters`;
    if (/[\x00-\x1f\x7f]/.test(path))
        return 'which has a control character';
    if (path.includes('\\'))
        return 'which has a backslash: it separates folders on some systems';
    if (/^[A-Za-z]:/.test(path))
        return 'which begins like a drive';
    if (path.startsWith('/'))
        return 'which is an absolute path';
    const parts = path.split('/');
    if (parts.includes('..'))
        return 'which leads out of its folder';
    return parts.some((part) => part === '' || part === '.') ? 'which has an empty part' : undefined;
}


/***/ }),

/***/ 70251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTgz),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3458);



// Why: docs/decisions.md D55
/**
 * The files of a .tgz that every reader understands in the same way. Refused is what is no file or folder, names that lead
 * out or are there twice, what is cut off or has something after its end, and what unpacks to more than the bounds.
 */
function readTgz(bytes, bounds, refuse) {
    return readTar(unzipped(bytes, bounds, refuse), bounds, refuse);
}
function unzipped(bytes, bounds, refuse) {
    if (bytes.length < 18 || bytes.readUInt16BE(0) !== 0x1f8b)
        throw refuse('is not compressed by gzip');
    try {
        // With `info`, it says how many bytes it took: what comes after them would be ignored without a word.
        const told = bytes.readUInt32LE(bytes.length - 4); // its size, if it tells the truth: then it fits into one piece
        const chunkSize = Math.min(Math.max(told + 1, 64 * 1024), Math.max(bounds.bytes, 64 * 1024), bytes.length * 1100);
        const options = { maxOutputLength: Math.max(bounds.bytes, 1), chunkSize, info: true };
        const { buffer, engine } = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, options);
        if (engine.bytesWritten === bytes.length)
            return buffer;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ERR_BUFFER_TOO_LARGE')
            throw refuse(`unpacks to more than ${bounds.bytes} bytes, which is the limit`);
        throw refuse('is damaged or cut off');
    }
    throw refuse('has something after its end');
}
const block = 512;
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_92_13_06
/** The same for an archive that is not compressed. */
function readTar(bytes, bounds, refuse) {
    const files = [];
    const taken = new Map();
    let next; // what the headers before an entry say about it
    let isOpen = false; // whether the last header is about something that has to come
    let at = 0;
    let count = 0;
    for (;;) {
        if (at + block > bytes.length)
            throw refuse('is cut off');
        const header = bytes.subarray(at, at + block);
        if (isEmpty(header))
            break;
        const fields = fieldsOf(header, refuse);
        const isExtension = fields.type in extensions;
        const size = (isExtension ? undefined : next?.size) ?? fields.size;
        const content = bytes.subarray(at + block, at + block + size);
        if (content.length < size)
            throw refuse('is cut off');
        at += block + Math.ceil(size / block) * block;
        if (++count > bounds.files)
            throw refuse(`has more than ${bounds.files} entries, which is the limit`);
        isOpen = isExtension;
        if (isExtension) {
            if (next !== undefined)
                throw refuse('has two headers for one file');
            next = extensions[fields.type]?.(content, refuse);
            continue;
        }
        const name = next?.path ?? fields.path;
        next = undefined;
        const isFolder = fields.type === '5' || (fields.type === '\0' && name.endsWith('/')); // as old programs wrote it
        const path = isFolder ? name.replace(/\/$/, '') : name;
        refuseEntry({ path, type: fields.type, isFolder, size }, taken, refuse);
        taken.set(path, isFolder ? 'folder' : 'file');
        if (!isFolder)
            files.push({ path, isExecutable: (fields.mode & 0o111) !== 0, content });
    }
    if (isOpen)
        throw refuse('has a header that belongs to nothing');
    if (bytes.length < at + 2 * block || !isEmpty(bytes.subarray(at)))
        throw refuse('has something after its end');
    refuseFilesAsFolders(files, refuse);
    return files;
}
const isEmpty = (bytes) => bytes.every((byte) => byte === 0);
function refuseEntry({ path, type, isFolder, size }, taken, refuse) {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path);
    const problem = (0,_entry_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nameProblem */ .r)(path);
    if (problem !== undefined)
        throw refuse(`has the name ${shown}, ${problem}`);
    if (!['0', '\0', '5'].includes(type))
        throw refuse(`has ${shown}, which is ${kinds[type] ?? 'of an unknown kind'}`);
    if (isFolder && size > 0)
        throw refuse(`has the folder ${shown}, which has bytes of its own`);
    if (taken.has(path) && !(isFolder && taken.get(path) === 'folder'))
        throw refuse(`has ${shown} twice`);
}
const kinds = {
    '1': 'a hard link',
    '2': 'a symbolic link',
    '3': 'a device',
    '4': 'a device',
    '6': 'a FIFO',
};
function refuseFilesAsFolders(files, refuse) {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path } of files)
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
            if (paths.has(path.slice(0, end)))
                throw refuse(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path.slice(0, end))} as a file and as a folder`);
}
function fieldsOf(header, refuse) {
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    if (octalAt(header, 148, 8) !== sum)
        throw refuse('has a header with a wrong checksum');
    const [size, mode] = [octalAt(header, 124, 12), octalAt(header, 100, 8)];
    if (size === undefined ||
        mode === undefined ||
        !unusedNumbers.every(([start, length]) => isNumber(header, start, length)))
        throw refuse('has a header with a number that is none');
    const magic = header.toString('latin1', 257, 263);
    if (magic !== 'ustar\0' && magic !== 'ustar ')
        throw refuse('has a header of an unknown form');
    const name = textAt(header, 0, 100, refuse);
    const prefix = magic === 'ustar\0' ? textAt(header, 345, 155, refuse) : ''; // GNU tar has other things there
    const type = header.toString('latin1', 156, 157);
    return { path: prefix === '' ? name : `${prefix}/${name}`, type, mode, size };
}
/** Owners, time and device: nobody uses them here, but others refuse a header if one of them is wrong. */
const unusedNumbers = [
    [108, 8],
    [116, 8],
    [136, 12],
    [329, 8],
    [337, 8],
];
/** Whether a field is empty, has octal digits, or has the form in which GNU tar writes large numbers. */
const isNumber = (header, start, length) => [0x80, 0xff].includes(header[start] ?? 0) ||
    /^ *[0-7]*[\0 ]*$/.test(header.toString('latin1', start, start + length));
function octalAt(header, start, length) {
    const digits = header
        .toString('latin1', start, start + length)
        .replace(/[\0 ]+$/, '')
        .trimStart();
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}
function textAt(header, start, length, refuse) {
    const field = header.subarray(start, start + length);
    const end = field.indexOf(0);
    return utf8(end < 0 ? field : field.subarray(0, end), refuse);
}
function utf8(bytes, refuse) {
    const text = bytes.toString('utf8');
    if (Buffer.from(text).equals(bytes))
        return text;
    throw refuse(`has a name that is not UTF-8: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(bytes.toString('latin1'))}, read as Latin-1`);
}
const extensions = {
    L: (content, refuse) => ({ path: utf8(content.subarray(0, Math.max(content.indexOf(0), 0)), refuse) }),
    x: paxExtension,
    g(content, refuse) {
        const { path, size } = paxExtension(content, refuse);
        if (path === undefined && size === undefined)
            return undefined; // a comment, such as git writes it
        throw refuse('has a name or a size for all its files');
    },
};
/** Records of the form `<length> <key>=<value>\n`, where the length counts itself. */
function paxExtension(content, refuse) {
    const damaged = () => refuse('has a damaged PAX header');
    const found = {};
    for (let at = 0; at < content.length;) {
        const [, digits = ''] = /^([1-9]\d{0,8}) /.exec(content.toString('latin1', at, at + 10)) ?? [];
        const end = at + Number(digits);
        if (digits === '' || end > content.length || content[end - 1] !== 0x0a)
            throw damaged();
        const record = utf8(content.subarray(at + digits.length + 1, end - 1), refuse);
        const [, key = '', value = ''] = /^([^=]+)=([^]*)$/.exec(record) ?? [];
        if (key === 'path')
            found.path = value;
        else if (key === 'size' && /^\d{1,15}$/.test(value))
            found.size = Number(value);
        else if (numbers.test(key) && !/^-?\d+(?:\.\d*)?$/.test(value))
            throw damaged();
        else if (!harmless.test(key))
            throw refuse(`has a PAX header with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)}, which is not supported`);
        at = end;
    }
    return found;
}
const numbers = /^(?:[acm]time|[ug]id)$/;
const harmless = /^(?:[acm]time|[ug]id|[ug]name|comment|charset|LIBARCHIVE\..+|SCHILY\.(?:dev|ino|nlink|fflags|xattr\..+))$/;


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

/***/ 48053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const pattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const isDigest = (text) => pattern.test(text);
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.slice(0, 200))} is not a digest.`, {
        fix: 'A digest is "sha256:" and 64 hexadecimal digits in lower case, or "sha512:" and 128 of them.',
    });
}
/** The name of the hash function, as node:crypto knows it. */
const algorithmOf = (digest) => digest.slice(0, digest.indexOf(':'));


/***/ }),

/***/ 35610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   VQ: () => (/* binding */ platformText),
/* harmony export */   z3: () => (/* binding */ missingPlatforms)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const pattern = /^[a-z0-9_]+$/;
const otherNames = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };
/** Reads `linux/amd64` or `linux/arm/v7`. */
function parsePlatform(text) {
    const [os = '', given = '', variant, ...rest] = text.trim().toLowerCase().split('/');
    const architecture = otherNames[given] ?? given;
    const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
    if (rest.length > 0 || !parts.every((part) => pattern.test(part)))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.slice(0, 200))} is not a platform.`, {
            fix: 'Write a platform such as linux/amd64, linux/arm64 or linux/arm/v7.',
        });
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** `linux/arm/v7`. The variant that everybody means without naming it is left out. */
function platformText({ os, architecture, variant }) {
    const isUsual = variant === undefined || variant === '' || usualVariants[architecture] === variant;
    return `${os}/${architecture}${isUsual ? '' : `/${variant}`}`;
}
/** As in containerd: https://github.com/containerd/platforms/blob/main/database.go */
const usualVariants = { amd64: 'v1', arm: 'v7', arm64: 'v8' };
/** The wanted platforms that are not there. */
function missingPlatforms(wanted, there) {
    const found = new Set(there.map(platformText));
    return wanted.filter((platform) => !found.has(platformText(platform)));
}


/***/ }),

/***/ 92556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   fb: () => (/* binding */ parseImageRepository),
/* harmony export */   n5: () => (/* binding */ referenceText)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48053);



const longestRepository = 255; // with the registry, as in Docker's own rules
const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagName = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
/** Reads `registry/repository:tag@digest`. Refuses a reference without a registry, and one without tag and digest. */
function parseReference(text) {
    const { name, tag, digest } = split(text);
    if (tag === undefined && digest === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} has no tag and no digest.`, {
            fix: `Write ${text}:v1.2.3, or ${text}@sha256:… The tag "latest" is never assumed.`,
        });
    return {
        ...parseImageRepository(name),
        ...(tag !== undefined && { tag: parseTag(tag) }),
        ...(digest !== undefined && { digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest) }),
    };
}
// Why: docs/decisions.md D51
/** Reads `registry/repository`. */
function parseImageRepository(text) {
    const slash = text.indexOf('/');
    const first = text.slice(0, Math.max(slash, 0));
    if (!/[.:]/.test(first) && first.toLowerCase() !== 'localhost')
        throw withoutRegistry(text);
    if (!host.test(first))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(first)} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not the host of a registry.`, {
            fix: 'Write a host such as registry.k8s.io or localhost:5000, without https:// before it.',
        });
    const registry = first.toLowerCase();
    const repository = text.slice(slash + 1);
    if (!repositoryName.test(repository) || text.length > longestRepository)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(repository.slice(0, 300))} is not the name of a repository of ${registry}.`, {
            fix: 'Its parts have lower-case letters and digits, with single dots, underscores or hyphens between them, and slashes between the parts. With the registry it has at most 255 characters.',
        });
    return inDockerHub.has(registry) ? ofDockerHub(repository) : { registry, repository };
}
function parseTag(text) {
    if (tagName.test(text))
        return text;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.slice(0, 200))} is not a tag of an image.`, {
        fix: 'A tag has at most 128 letters, digits, underscores, dots and hyphens, and begins with none of the last two.',
    });
}
/** The repository of a reference, without its tag and digest. */
const repositoryOf = ({ registry, repository }) => ({ registry, repository });
/** A repository in a folder; the folder itself for an empty name. A name may be too long only together with its folder. */
const below = (folder, name) => name === '' ? folder : parseImageRepository(`${referenceText(folder)}/${name}`);
/** The whole reference as text. */
const referenceText = ({ registry, repository, tag, digest }) => `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
/** The digest stands behind `@`, the tag behind the last colon of what is left, if no slash follows it. */
function split(text) {
    const at = text.indexOf('@');
    const [rest, digest] = at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
    const colon = rest.lastIndexOf(':');
    const isTag = colon > rest.lastIndexOf('/');
    return {
        name: isTag ? rest.slice(0, colon) : rest,
        ...(isTag && { tag: rest.slice(colon + 1) }),
        ...(digest !== undefined && { digest }),
    };
}
const inDockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
/** Docker Hub has its official images below `library`. */
const ofDockerHub = (repository) => ({
    registry: 'docker.io',
    repository: repository.includes('/') ? repository : `library/${repository}`,
});
function withoutRegistry(text) {
    const [name = ''] = text.split('@');
    return new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.slice(0, 300))} names no registry.`, {
        fix: `Write the host of the registry in front of it. For Docker Hub: docker.io/${name.slice(0, 300)}`,
    });
}


/***/ }),

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ passwordOf),
/* harmony export */   w: () => (/* binding */ admit)
/* harmony export */ });
/** Whether a request is passed on to git. The order and the words of the refusals are those of GitHub. */
function admit({ authorization, repository, isPush }, tokens) {
    if (authorization.length > 1)
        return refused(400, 'Duplicate header: "Authorization"');
    const isAnonymousRead = authorization.length === 0 && !isPush;
    const isMeant = isAnonymousRead ? ({ token }) => token === '' : isSentIn(authorization);
    const token = tokens === undefined ? allowedAnything : tokens.find(isMeant);
    if (authorization.length === 0 && token === undefined)
        return refused(401, 'Authentication required.', challenge);
    if (token === undefined)
        return refused(401, invalidToken, challenge);
    if (repository === undefined)
        return refused(404, 'Repository not found.');
    const contents = typeof token.contents === 'function' ? token.contents(repository) : token.contents;
    if (isPush && contents !== 'write') {
        return refused(403, `Permission to ${repository}.git denied to ${token.login ?? 'github-actions[bot]'}.`);
    }
    if (contents === 'none')
        return refused(404, 'Repository not found.');
    return { kind: 'admitted', repository, token };
}
const allowedAnything = { token: '', contents: 'write', workflows: true };
const invalidToken = 'Invalid username or token. Password authentication is not supported for Git operations.';
const challenge = { 'www-authenticate': 'Basic realm="GitHub"' };
function isSentIn([header = '']) {
    const [scheme = '', value = ''] = header.trim().split(/\s+/, 2);
    const sent = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
    return ({ token }) => /^(?:basic|bearer)$/i.test(scheme) && token === sent;
}
/** The password in the credentials of a Basic `Authorization`. */
function passwordOf(credentials) {
    const decoded = Buffer.from(credentials, 'base64').toString('utf8');
    return decoded.slice(decoded.indexOf(':') + 1);
}
// git shows the text of a refusal, as "remote: …", only if it is plain text and the answer to info/refs.
function refused(status, body, headers = {}) {
    const answer = { status, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers }, body: `${body}\n` };
    return { kind: 'refused', answer };
}


/***/ }),

/***/ 51334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ GitProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38321);



/** Runs git without the environment and the configuration of the caller. Only the served repository has settings. */
class GitProcesses {
    #environment;
    #running = new Map();
    #ended = false;
    constructor(searchPath) {
        this.#environment = { ...scrubbed, PATH: searchPath };
    }
    /** What git printed, with any exit code: some commands end with 1 when they find nothing. */
    async run(args, { env, input }) {
        if (this.#ended)
            throw new Error('The git server is closed.');
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', args, { env: { ...this.#environment, ...env }, detached: true });
        child.stdin.on('error', () => { }); // git may stop reading early: its output tells why
        child.stdin.end(input);
        const outcome = Promise.all([(0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(child.stderr), (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close')]).then(([stdout, stderr, [exitCode]]) => ({ stdout, stderr, exitCode: exitCode ?? undefined }));
        this.#running.set(child, outcome);
        return outcome.finally(() => this.#running.delete(child));
    }
    /** Kills every git that still runs, and waits until all of them are gone. */
    async end() {
        this.#ended = true;
        for (const { pid, exitCode, signalCode } of this.#running.keys()) {
            const isRunning = pid !== undefined && exitCode === null && signalCode === null;
            if (isRunning)
                process.kill(-pid); // the process group, because git does not end its hooks
        }
        await Promise.allSettled(this.#running.values());
    }
}
const configuration = {
    'uploadpack.allowAnySHA1InWant': 'true', // GitHub allows it, and actions/checkout fetches commits by their SHA
    'uploadpack.allowFilter': 'true',
    'receive.autogc': 'false',
    'pack.window': '0', // nothing is sent far
    'pack.compression': '1',
    'safe.directory': '*',
};
const scrubbed = {
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: String(Object.keys(configuration).length),
    ...Object.fromEntries(Object.entries(configuration).flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ])),
};


/***/ }),

/***/ 83046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Kx: () => (/* binding */ isAlgorithm),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const lengths = { sha256: 64, sha512: 128 };
/** The algorithm of a digest, or undefined if the text is no digest that is served here. */
function algorithmOf(digest) {
    const [, algorithm = '', hex = ''] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
    return isAlgorithm(algorithm) && hex.length === lengths[algorithm] ? algorithm : undefined;
}
function isAlgorithm(text) {
    return Object.hasOwn(lengths, text);
}
function digestOf(bytes, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}


/***/ }),

/***/ 39068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oi: () => (/* binding */ findAction),
  yS: () => (/* binding */ folderOf),
  lt: () => (/* binding */ homeOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/app-token.js

const app = 'release-app';
/** actions/create-github-app-token: a token with exactly the permissions that are asked for; without any, with all. */
async function createAppToken({ at, inputs, input, output, room }, world) {
    const client = input('client-id') || input('app-id');
    if (client === '')
        throw new domain_error/* ReleaseError */.K2('The input client-id is empty.', { fix: 'Set the variable or the secret that it names.' });
    if (input('private-key') === '')
        throw new domain_error/* ReleaseError */.K2('The input private-key is empty.', { fix: 'Set the secret that it names.' });
    const asked = Object.entries(inputs).flatMap(([name, level]) => {
        const permission = /^permission-(.+)$/.exec(name)?.[1];
        return permission === undefined || level === '' ? [] : [[permission, level]];
    });
    const levels = asked.length === 0 ? everything : Object.fromEntries(asked);
    const token = world.admit(`${app}[bot]`, { levels, at });
    room.masks.add(token);
    output('token', token);
    output('installation-id', '1');
    output('app-slug', app);
}
const everything = Object.fromEntries(['actions', 'administration', 'contents', 'issues', 'pull-requests', 'workflows'].map((name) => [name, 'write']));

// EXTERNAL MODULE: ./build/src/rehearsal/actions/artifacts.js
var artifacts = __webpack_require__(16270);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/attest.js

/** actions/attest and its kind: nothing is signed, but the permissions that it needs are looked at. */
async function attest({ room, speech, output }) {
    const missing = ['id-token', 'attestations'].filter((scope) => room.permissions[scope] !== 'write');
    if (missing.length > 0)
        throw new domain_error/* ReleaseError */.K2(`The job may not attest: it lacks ${missing.map((scope) => `${scope}: write`).join(' and ')}.`, {
            fix: `Add ${missing.map((scope) => `${scope}: write`).join(' and ')} to the permissions of the job.`,
        });
    speech.say('A rehearsal signs nothing.');
    output('attestation-id', '1');
    output('attestation-url', '');
    output('bundle-path', '');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/authorized.js
/**
 * The variables with which git sends a token to a server, instead of the one that the checkout left. In the arguments of git, everybody
 * on the machine could read the token.
 */
function authorized(server, token) {
    const { origin } = new URL(server);
    const key = `http.${origin}/.extraheader`;
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    return {
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: key,
        GIT_CONFIG_VALUE_0: '',
        GIT_CONFIG_KEY_1: key,
        GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`,
    };
}

// EXTERNAL MODULE: ./build/src/rehearsal/actions/github.js
var github = __webpack_require__(48966);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/create-pull-request.js







// https://github.com/peter-evans/create-pull-request/blob/v8.1.1/src/create-or-update-branch.ts
/** peter-evans/create-pull-request: commits what changed, pushes the branch, and opens or updates its pull request. */
async function createPullRequest(call) {
    const { input, room, env, run, output } = call;
    const cwd = (0,external_node_path_.resolve)(room.folders.workspace, input('path', '.'));
    const gitWith = (more) => (...args) => run('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', ...committer, ...more }, isQuiet: true });
    const git = gitWith({});
    const working = await workingIn(git);
    const base = baseOf(call, working);
    const branch = input('branch', 'create-pull-request/patch') + (await suffixOf(call, git));
    output('pull-request-branch', branch);
    output('pull-request-operation', 'none');
    await commitChanges(call, git);
    const start = working.branch === undefined ? working.commit : `refs/remotes/origin/${working.branch}`;
    const commits = await git('rev-list', '--reverse', `${start}..HEAD`);
    if (commits === '')
        return;
    const server = env['GITHUB_SERVER_URL'] ?? '';
    const onServer = gitWith(authorized(server, input('branch-token') || input('token') || (0,github/* jobToken */.P)(room)));
    const head = base === working.branch ? await git('rev-parse', 'HEAD') : await movedTo(base, (0,domain_text/* textLines */.Fy)(commits), call, onServer);
    const address = `${new URL(server).origin}/${env['GITHUB_REPOSITORY']}`;
    await onServer('push', '--quiet', '--force', address, `${head}:refs/heads/${branch}`);
    await git('reset', '--quiet', '--keep', start); // the commits are on the branch only
    output('pull-request-head-sha', head);
    await openPull(call, branch, base);
}
async function workingIn(git) {
    const name = await git('rev-parse', '--abbrev-ref', 'HEAD');
    return { branch: name === 'HEAD' ? undefined : name, commit: await git('rev-parse', 'HEAD') };
}
function baseOf({ input, at }, working) {
    const base = input('base') || working.branch;
    if (base === undefined)
        throw new domain_error/* ReleaseError */.K2("When the repository is checked out on a commit instead of a branch, the 'base' input must be supplied.", { fix: 'Set base, or set ref of actions/checkout to a branch.', at });
    if (base !== input('branch', 'create-pull-request/patch'))
        return base;
    throw new domain_error/* ReleaseError */.K2(`The pull request would go from the branch ${base} to itself.`, {
        fix: "Set 'branch' to another branch, or 'base'.",
        at,
    });
}
async function suffixOf({ input }, git) {
    const kind = input('branch-suffix');
    if (kind === 'short-commit-hash')
        return `-${await git('rev-parse', '--short', 'HEAD')}`;
    if (kind === 'timestamp')
        return `-${Math.floor(Date.now() / 1000)}`;
    if (kind === 'random')
        return `-${(0,external_node_crypto_.randomUUID)().slice(0, 7)}`;
    if (kind !== '')
        throw new domain_error/* ReleaseError */.K2(`Branch suffix '${kind}' is not a valid value. Unable to continue.`);
    return '';
}
async function commitChanges({ input }, git) {
    const paths = (0,domain_text/* textItems */.Ey)(input('add-paths'));
    await git('add', ...(paths.length === 0 ? ['--all'] : ['--', ...paths]));
    if ((await git('diff', '--cached', '--name-only')) === '')
        return;
    const message = input('commit-message', '[create-pull-request] automated change');
    await git('commit', '--quiet', '--message', message, ...(input('signoff') === 'true' ? ['--signoff'] : []));
}
/** Applies commits to the base, in a folder of its own: the one of the job may have changes that are not committed. */
async function movedTo(base, commits, { room }, git) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(room.folders.temp, 'pull-request-'));
    await git('fetch', '--quiet', '--update-shallow', 'origin', `+refs/heads/${base}:refs/remotes/origin/${base}`);
    await git('worktree', 'add', '--quiet', '--detach', folder, `refs/remotes/origin/${base}`);
    await git('-C', folder, 'cherry-pick', '--strategy=recursive', '--strategy-option=theirs', ...commits);
    const head = await git('-C', folder, 'rev-parse', 'HEAD');
    await git('worktree', 'remove', '--force', folder);
    return head;
}
const usualBody = 'Automated changes by [create-pull-request](https://github.com/peter-evans/create-pull-request) GitHub action';
async function openPull(call, branch, base) {
    const { input, room, env, output } = call;
    const ask = (0,github/* askerFor */.y)(call, input('token'));
    const owner = (env['GITHUB_REPOSITORY'] ?? '').split('/')[0];
    const [old] = (await ask(`GET …/pulls?head=${owner}:${encodeURIComponent(branch)}&base=${base}`));
    const path = input('body-path');
    const body = path === '' ? input('body', usualBody) : await (0,promises_.readFile)((0,external_node_path_.resolve)(room.folders.workspace, path), 'utf8');
    const texts = { title: input('title', 'Changes by create-pull-request action'), body };
    const isDraft = ['true', 'always-true'].includes(input('draft'));
    const pull = (await (old === undefined
        ? ask('POST …/pulls', { ...texts, head: branch, base, draft: isDraft })
        : ask(`PATCH …/pulls/${old.number}`, texts)));
    const labels = (0,domain_text/* textItems */.Ey)(input('labels'));
    if (labels.length > 0)
        await ask(`POST …/issues/${pull.number}/labels`, { labels });
    output('pull-request-number', String(pull.number));
    output('pull-request-url', pull.html_url);
    output('pull-request-operation', old === undefined ? 'created' : 'updated');
}
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
/** Who commits in actions that name nobody. */
const committer = {
    GIT_AUTHOR_NAME: bot.name,
    GIT_AUTHOR_EMAIL: bot.email,
    GIT_COMMITTER_NAME: bot.name,
    GIT_COMMITTER_EMAIL: bot.email,
};

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/auto-commit.js



/** stefanzweifel/git-auto-commit-action: commits what changed, and pushes it with what the checkout left. */
async function autoCommit({ at, input, env, room, run, output }) {
    const cwd = (0,external_node_path_.resolve)(room.folders.workspace, input('repository', '.'));
    const git = (...args) => run('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', ...committer }, isQuiet: true });
    const files = input('file_pattern', '.').split(/\s+/);
    const isChanged = (await git('status', '--short', '--', ...files)) !== '';
    output('changes_detected', String(isChanged));
    if (!isChanged)
        return;
    await git('add', '--', ...files);
    await git('commit', '--quiet', '--message', input('commit_message', 'Apply automatic changes'));
    output('commit_hash', (await git('rev-parse', 'HEAD')).trim());
    const tag = input('tag_name') || input('tagging_message');
    if (tag !== '')
        await git('tag', '--annotate', tag, '--message', input('tagging_message', tag));
    if (input('skip_push') === 'true')
        return;
    const branch = input('branch') || env['GITHUB_HEAD_REF'];
    if (!branch && (await git('rev-parse', '--abbrev-ref', 'HEAD')).trim() === 'HEAD')
        throw new domain_error/* ReleaseError */.K2('git pushes nothing: the checkout is at no branch.', {
            fix: 'Set ref of actions/checkout to a branch, or set branch.',
            at,
        });
    const refs = branch ? ['--set-upstream', 'origin', `HEAD:${branch}`] : ['origin'];
    await git('push', '--quiet', '--follow-tags', ...refs);
}

// EXTERNAL MODULE: ./build/src/rehearsal/images/build.js
var build = __webpack_require__(75336);
// EXTERNAL MODULE: ./build/src/rehearsal/images/exporters.js
var exporters = __webpack_require__(38650);
// EXTERNAL MODULE: ./build/src/rehearsal/images/image.js
var images_image = __webpack_require__(59149);
// EXTERNAL MODULE: ./build/src/rehearsal/images/made-up.js
var made_up = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/src/rehearsal/images/name.js
var images_name = __webpack_require__(38249);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/build-push.js






/** docker/build-push-action: nothing is built. A made-up image stands for what would be built. */
async function buildAndPush(call, world) {
    const { input, output, speech, env, room } = call;
    speech.annotate({ kind: 'notice', message: build/* notBuilt */.cU, at: undefined });
    const described = {
        labels: (0,domain_text/* textLines */.Fy)(input('labels')),
        sources: [env['GITHUB_SHA'], input('file') || 'Dockerfile', input('target'), ...(0,domain_text/* textLines */.Fy)(input('build-args'))],
        platforms: (0,domain_text/* textItems */.Ey)(input('platforms')),
        exporters: exportersOf(call),
    };
    const image = await (0,build/* madeUpBuild */.Zr)(described, {
        names: (0,domain_text/* textItems */.Ey)(input('tags')).map(images_name/* namedImage */.VR),
        folder: room.folders.workspace,
        images: room.images,
        push: (to, what) => world.pushImage(to, what, { env, room }),
        omit: (reason) => void (speech.notPerformed ??= reason),
    });
    output('digest', image.root.digest);
    output('imageid', (0,images_image/* idOf */.TH)(image));
    output('metadata', (0,made_up/* buildMetadata */.KP)(image, (0,domain_text/* textItems */.Ey)(input('tags')).join(',')));
}
function exportersOf({ input }) {
    return [
        ...(0,domain_text/* textLines */.Fy)(input('outputs')).map(exporters/* exporterFrom */.q),
        ...(input('push') === 'true' ? [{ type: 'registry' }] : []),
        ...(input('load') === 'true' ? [{ type: 'docker' }] : []),
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/releases.js




/** The release of a tag, also if it is a draft. */
async function releaseOf(tag, ask) {
    const all = (await ask('GET …/releases?per_page=100'));
    return all.find((release) => release.tag_name === tag);
}
/** The tag of a release, by an input or by the event. */
function tagOf({ env }, given, refusal) {
    const tag = (given || (env['GITHUB_REF'] ?? '')).replace(/^refs\/tags\//, '');
    if (tag === '' || tag.startsWith('refs/'))
        throw new domain_error/* ReleaseError */.K2(refusal.message, { fix: refusal.fix });
    return tag;
}
/** The files of the workspace that patterns name, without folders. What to do with a pattern that names none, the caller decides. */
async function filesOf(patterns, { room }, onNone) {
    const files = [];
    for (const pattern of patterns) {
        const found = await Array.fromAsync((0,promises_.glob)(pattern, { cwd: room.folders.workspace }));
        const paths = found.map((path) => (0,external_node_path_.resolve)(room.folders.workspace, path)).toSorted();
        const matching = paths.filter((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true);
        if (matching.length === 0)
            onNone(pattern);
        files.push(...matching.map((path) => ({ path, name: (0,external_node_path_.basename)(path) })));
    }
    return files;
}
/** Uploads files to a release. Those that are there are replaced, or GitHub refuses them. */
async function upload(release, files, { ask, isReplacing }) {
    const assets = [];
    for (const { path, name } of files) {
        const old = release.assets.find((asset) => asset.name === name);
        if (old !== undefined && isReplacing)
            await ask(`DELETE …/releases/assets/${old.id}`);
        const address = `${release.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`;
        assets.push((await ask(`POST ${address}`, await (0,promises_.readFile)(path))));
    }
    return assets;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/chart-releaser.js







// https://github.com/helm/chart-releaser-action/blob/v1.7.0/cr.sh
/** helm/chart-releaser-action: a release for each chart that changed since the last tag, and the index of the pages. */
async function chartReleaser(call) {
    const { input, output, speech, env } = call;
    const token = env['CR_TOKEN'] ?? '';
    if (input('install_only') !== '' || input('skip_packaging') !== '') {
        speech.notPerformed = 'what a script does with cr is not known here';
        return;
    }
    if (token === '')
        throw new domain_error/* ReleaseError */.K2('CR_TOKEN is not set.', { fix: 'Set CR_TOKEN in the env of the step.' });
    const since = await lastTag(call);
    const charts = await changedCharts(call, since);
    if (charts.length === 0)
        speech.say('Nothing to do. No chart changes detected.');
    output('changed_charts', charts.map(({ folder }) => folder).join(','));
    output('chart_version', charts.length === 0 ? '' : since);
    if (charts.length === 0)
        return;
    const message = 'The charts are packed as they are, without their dependencies.';
    speech.annotate({ kind: 'notice', message, at: undefined });
    const released = await packed(call, charts);
    for (const chart of released)
        await publish(call, chart, (0,github/* askerFor */.y)(call, token));
    if (input('skip_upload') === '')
        await updateIndex(call, released, token);
}
/** The last tag before HEAD. Without one, it is the first commit that the checkout has. */
async function lastTag({ run }) {
    const git = (...args) => run('git', args, { isQuiet: true });
    await git('fetch', '--quiet', '--tags');
    return git('describe', '--tags', '--abbrev=0', 'HEAD~').catch((error) => {
        if (!(error instanceof domain_error/* ReleaseError */.K2))
            throw error;
        return git('rev-list', '--max-parents=0', '--first-parent', 'HEAD');
    });
}
async function changedCharts({ run, input, room }, since) {
    const place = input('charts_dir', 'charts').replace(/^\.\/|\/$/g, '');
    const changed = await run('git', ['diff', '--find-renames', '--name-only', since, '--', place], { isQuiet: true });
    const depth = place === '.' ? 1 : place.split('/').length + 1;
    const folders = [...new Set((0,domain_text/* textLines */.Fy)(changed).map((path) => path.split('/').slice(0, depth).join('/')))];
    const charts = folders.map(async (folder) => {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(room.folders.workspace, folder, 'Chart.yaml'), 'utf8').catch(() => undefined);
        return text === undefined ? [] : [{ folder, ...fieldsIn(text) }];
    });
    return (await Promise.all(charts)).flat();
}
function fieldsIn(text) {
    const field = (name) => new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*(?:#.*)?$`, 'm').exec(text)?.[1] ?? '';
    return { name: field('name'), version: field('version'), description: field('description') };
}
async function packed({ run, room }, charts) {
    const place = await (0,promises_.mkdtemp)((0,external_node_path_.join)(room.folders.temp, 'cr-'));
    const all = [];
    for (const chart of charts) {
        const tag = `${chart.name}-${chart.version}`;
        const path = (0,external_node_path_.join)(place, `${tag}.tgz`);
        await (0,promises_.cp)((0,external_node_path_.join)(room.folders.workspace, chart.folder), (0,external_node_path_.join)(place, chart.name), { recursive: true });
        await run('tar', ['-czf', path, '-C', place, chart.name]);
        all.push({ ...chart, tag, path });
    }
    return all;
}
async function publish({ input, run, speech, env }, chart, ask) {
    const { tag, path, description } = chart;
    if ((await releaseOf(tag, ask)) !== undefined) {
        if (input('skip_existing') === '' && env['CR_SKIP_EXISTING'] !== 'true')
            throw new domain_error/* ReleaseError */.K2(`There is a release ${tag} already.`, {
                fix: `Raise the version in ${chart.folder}/Chart.yaml, or set skip_existing: true.`,
            });
        return speech.say(`${tag} is released already.`);
    }
    const release = (await ask('POST …/releases', {
        tag_name: tag,
        name: tag,
        body: description,
        target_commitish: await run('git', ['rev-parse', 'HEAD'], { isQuiet: true }),
        make_latest: input('mark_as_latest', 'true'),
        generate_release_notes: env['CR_GENERATE_RELEASE_NOTES'] === 'true',
    }));
    await upload(release, [{ path, name: (0,external_node_path_.basename)(path) }], { ask, isReplacing: false });
}
/** Adds the charts to index.yaml of the branch of the pages, and pushes it. */
async function updateIndex({ input, run, room, env }, charts, token) {
    const branch = input('pages_branch', 'gh-pages');
    const cwd = await (0,promises_.mkdtemp)((0,external_node_path_.join)(room.folders.temp, 'pages-'));
    const server = env['GITHUB_SERVER_URL'] ?? '';
    const address = `${server}/${env['GITHUB_REPOSITORY']}`;
    const git = (...args) => run('git', args, { cwd, env: authorized(server, token), isQuiet: true });
    await git('init', '--quiet');
    const listed = await git('ls-remote', address, `refs/heads/${branch}`);
    if (listed === '')
        throw new domain_error/* ReleaseError */.K2(`There is no branch ${branch}, on which the index of the charts is kept.`, {
            fix: 'Push an empty branch with that name once.',
        });
    await git('fetch', '--quiet', '--depth=1', address, `refs/heads/${branch}`);
    await git('checkout', '--quiet', 'FETCH_HEAD');
    const path = (0,external_node_path_.join)(cwd, 'index.yaml');
    const old = await (0,promises_.readFile)(path, 'utf8').catch(() => 'apiVersion: v1\nentries: {}\n');
    const urlOf = ({ tag }) => `${address}/releases/download/${tag}/${tag}.tgz`;
    await (0,promises_.writeFile)(path, charts.reduce((text, chart) => withChart(text, chart, urlOf(chart)), old));
    await git('add', 'index.yaml');
    const author = [
        '-c',
        'user.name=github-actions[bot]',
        '-c',
        'user.email=github-actions[bot]@users.noreply.github.com',
    ];
    await git(...author, 'commit', '--quiet', '--message', 'Update index.yaml');
    await git('push', '--quiet', address, `HEAD:refs/heads/${branch}`);
}
/** The text of an index with one more version of a chart, which stands first. */
function withChart(index, { name, version }, url) {
    const entry = `  - name: ${name}\n    urls:\n    - ${url}\n    version: ${version}\n`;
    const known = new RegExp(`^  ${RegExp.escape(name)}:\\n`, 'm');
    if (known.test(index))
        return index.replace(known, (head) => `${head}${entry}`);
    return index.replace(/^entries:.*\n/m, () => `entries:\n  ${name}:\n${entry}`);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/checkout.js








/** actions/checkout: the same inputs, and the same refs and settings as its sixth version leaves. */
async function checkout(call, world) {
    const { input, env } = call;
    const own = env['GITHUB_REPOSITORY'] ?? '';
    const asked = input('repository') || own;
    const isOwn = asked.toLowerCase() === own.toLowerCase();
    const repository = isOwn ? own : asked;
    const server = env['GITHUB_SERVER_URL'] ?? '';
    const address = `${server}/${repository}`;
    if (!isOwn && !(await isReadable(address, call))) {
        call.speech.notPerformed = `${repository} cannot be read from here: it may be private, or GitHub cannot be reached`;
        return;
    }
    const folder = await folderFor(call);
    const git = (...args) => call.run('git', args, { cwd: folder, env: quiet, isQuiet: true });
    const isRepeated = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')) && (await remoteOf(git)) === address;
    if (!isRepeated)
        await empty(folder);
    await git('init', '--quiet');
    if (isRepeated && input('clean', 'true') === 'true')
        await git('clean', '-ffdxq');
    await git('remote', ...(isRepeated ? ['set-url'] : ['add']), 'origin', address);
    await git('config', 'gc.auto', '0');
    const forget = await persistCredentials(call, { folder, server, git });
    const wanted = wantedRef(call, repository);
    if (depthOf(call) <= 0)
        await borrow(world.objectsOf(repository), folder);
    await refuseAbsent(git, wanted, call);
    await fetch(git, wanted, call);
    await git('checkout', '--quiet', '--force', ...(await startingPoint(git, wanted)));
    if (input('persist-credentials', 'true') !== 'true')
        await forget();
    call.output('ref', wanted.ref);
    call.output('commit', await git('rev-parse', 'HEAD'));
}
/** Where it is checked out. It is emptied, so it has to be in the workspace, whatever a link says. */
async function folderFor({ room, input, at }) {
    const { workspace } = room.folders;
    const folder = (0,external_node_path_.resolve)(workspace, input('path', '.'));
    const isInside = (path, root) => path === root || path.startsWith(`${root}/`);
    if (isInside(folder, workspace)) {
        await (0,promises_.mkdir)(folder, { recursive: true });
        if (isInside(await (0,promises_.realpath)(folder), await (0,promises_.realpath)(workspace)))
            return folder;
    }
    throw new domain_error/* ReleaseError */.K2(`The path ${(0,domain_text/* quoted */.TL)(input('path'))} of the checkout is not in the workspace.`, {
        fix: 'Give a path in the workspace.',
        at,
    });
}
const remoteOf = (git) => git('config', '--default', '', '--get', 'remote.origin.url');
// https://github.com/actions/checkout/blob/v6.1.0/src/git-directory-helper.ts
/** What earlier steps put there is lost, as on a runner. */
async function empty(folder) {
    for (const name of await (0,promises_.readdir)(folder))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
}
const tokenOf = ({ input, room }) => input('token') || (0,github/* jobToken */.P)(room);
/** The token opens only repositories of the rehearsal: what is on the real GitHub is read without a password. */
const isReadable = (address, call) => call
    .run('git', ['ls-remote', '--quiet', address, 'HEAD'], {
    env: { ...quiet, ...authorized(address, tokenOf(call)) },
    isQuiet: true,
})
    .then(() => true, () => false);
const quiet = { GIT_TERMINAL_PROMPT: '0' };
const isCommit = (ref) => /^[0-9a-f]{40}$/.test(ref);
/** Without the input: the ref and the commit of the event, because the branch may have moved on. */
function wantedRef({ input, env }, repository) {
    const given = input('ref');
    if (isCommit(given))
        return { ref: '', commit: given };
    if (given !== '' || repository !== env['GITHUB_REPOSITORY'])
        return { ref: given || 'HEAD', commit: '' };
    return { ref: env['GITHUB_REF'] ?? '', commit: env['GITHUB_SHA'] ?? '' };
}
const depthOf = ({ input }) => Number(input('fetch-depth', '1'));
/** git would say nothing but its exit code. */
async function refuseAbsent(git, { ref }, { at, input }) {
    if (input('ref') === '' || ref === '' || ref.startsWith('refs/'))
        return;
    if ((await git('ls-remote', '--heads', '--tags', 'origin', ref)) === '')
        throw new domain_error/* ReleaseError */.K2(`A branch or tag with the name '${ref}' could not be found.`, {
            fix: 'Push it, or correct the input ref.',
            at,
        });
}
/**
 * A whole history is not copied, because its objects are on this machine. A part of it is: what a script misses in it on GitHub,
 * it has to miss here.
 */
async function borrow(objects, folder) {
    if (objects !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, '.git/objects/info/alternates'), `${objects}\n`);
}
async function fetch(git, wanted, call) {
    const { input } = call;
    const depth = depthOf(call);
    const tags = '+refs/tags/*:refs/tags/*';
    // The rehearsed checkout may be shallow itself.
    const from = ['fetch', '--quiet', '--no-tags', '--prune', '--update-shallow', 'origin'];
    const allTags = input('fetch-tags', 'false') === 'true' ? [tags] : [];
    if (depth > 0)
        return void (await git(...from, `--depth=${depth}`, ...allTags, ...refspecs(wanted)));
    await git(...from, '+refs/heads/*:refs/remotes/origin/*', tags);
    if (wanted.commit !== '')
        await git(...from, ...refspecs(wanted)); // the branch may have moved on
}
// https://github.com/actions/checkout/blob/v6.1.0/src/ref-helper.ts
function refspecs({ ref, commit }) {
    if (ref === '')
        return [commit];
    if (ref === 'HEAD')
        return ['+HEAD:refs/remotes/origin/HEAD'];
    if (ref.startsWith('refs/heads/'))
        return [`+${commit || ref}:${ref.replace('refs/heads/', 'refs/remotes/origin/')}`];
    if (ref.startsWith('refs/'))
        return [`+${ref}:${ref}`];
    return [`+refs/heads/${ref}*:refs/remotes/origin/${ref}*`, `+refs/tags/${ref}*:refs/tags/${ref}*`];
}
async function startingPoint(git, { ref, commit }) {
    if (ref === '')
        return [commit];
    if (ref === 'HEAD')
        return ['--detach', 'refs/remotes/origin/HEAD'];
    if (ref.startsWith('refs/') && !ref.startsWith('refs/heads/'))
        return [ref];
    const branch = ref.replace('refs/heads/', '');
    const isBranch = (await git('for-each-ref', `refs/remotes/origin/${branch}`)) !== '';
    return isBranch ? ['-B', branch, `refs/remotes/origin/${branch}`] : [`refs/tags/${ref}`];
}
/** Since version 6 it keeps the token outside .git, in a file that .git/config includes. */
async function persistCredentials(call, { folder, server, git }) {
    const { room } = call;
    const key = `includeIf.gitdir:${folder}/.git.path`;
    const file = (0,external_node_path_.join)(room.folders.temp, `git-credentials-${(0,external_node_crypto_.randomUUID)()}.config`);
    const credentials = Buffer.from(`x-access-token:${tokenOf(call)}`).toString('base64');
    room.masks.add(credentials);
    const header = `[http "${new URL(server).origin}/"]\n\textraheader = AUTHORIZATION: basic ${credentials}\n`;
    await (0,promises_.writeFile)(file, header);
    await git('config', key, file);
    return async () => {
        await git('config', '--unset-all', key);
        await (0,promises_.rm)(file);
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/comment.js




/** peter-evans/create-or-update-comment: a comment in an issue or a pull request. */
async function commentOn(call) {
    const { input, room, output } = call;
    const ask = (0,github/* askerFor */.y)(call, input('token'));
    const [comment, issue] = [input('comment-id'), input('issue-number')];
    const file = input('body-path') || input('body-file');
    const text = file === '' ? input('body') : await (0,promises_.readFile)((0,external_node_path_.resolve)(room.folders.workspace, file), 'utf8');
    if (comment === '' && issue === '')
        throw new domain_error/* ReleaseError */.K2("Missing either 'issue-number' or 'comment-id'.", { fix: 'Set issue-number.' });
    const body = comment === '' ? text : await edited(text);
    const made = (await (comment === ''
        ? ask(`POST …/issues/${issue}/comments`, { body })
        : ask(`PATCH …/issues/comments/${comment}`, { body })));
    output('comment-id', String(made.id));
    async function edited(added) {
        if (input('edit-mode', 'append') === 'replace')
            return added;
        const { body: there } = (await ask(`GET …/issues/comments/${comment}`));
        return `${there}\n${added}`;
    }
}

// EXTERNAL MODULE: ./build/src/rehearsal/images/passwords.js
var passwords = __webpack_require__(57674);
// EXTERNAL MODULE: ./build/src/rehearsal/actions/image-expressions.js
var image_expressions = __webpack_require__(90402);
// EXTERNAL MODULE: ./build/src/rehearsal/actions/image-metadata.js + 1 modules
var image_metadata = __webpack_require__(30435);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/docker.js




/** docker/login-action: no registry is asked. The password is kept for the other programs of the job. */
async function login({ input, speech, room, env, atEnd }, world) {
    for (const name of ['username', 'password'])
        if (input(name) === '')
            throw new domain_error/* ReleaseError */.K2(`The input ${name} is empty.`, { fix: 'Set the secret that it names.' });
    room.masks.add(input('password'));
    const registry = (0,passwords/* registryNamed */.Zv)(input('registry'));
    if (!world.isPassword(registry, input('password')))
        throw new domain_error/* ReleaseError */.K2(`The token of a job is no password of ${registry}.`, {
            fix: 'Give the password from a secret.',
        });
    await (0,passwords/* keepPassword */.rl)(env, registry, { user: input('username'), password: input('password') });
    if (input('logout', 'true') === 'true')
        atEnd(() => (0,passwords/* keepPassword */.rl)(env, registry, undefined));
    speech.say(`A rehearsal logs in to no registry: ${registry} is not asked.`);
}
/** docker/setup-buildx-action and docker/setup-qemu-action: nothing has to be set up. */
async function setUpBuilder({ output }) {
    output('name', 'rehearsal');
    output('platforms', 'linux/amd64,linux/arm64');
}
/** docker/metadata-action: the tags and labels of an image, as outputs and as variables of later steps. */
async function metadata({ input, env, output, room, speech }) {
    const { event = {} } = room.contexts['github'];
    const situation = {
        event: env['GITHUB_EVENT_NAME'] ?? '',
        ref: env['GITHUB_REF'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        shortLength: Number(env['DOCKER_METADATA_SHORT_SHA_LENGTH'] ?? 7),
        defaultBranch: event.repository?.default_branch,
        baseRef: event.base_ref?.replace(/^refs\/heads\//, '') ?? event.pull_request?.base?.ref ?? '',
        date: new Date(),
    };
    const name = env['GITHUB_REPOSITORY'] ?? '';
    const address = `${env['GITHUB_SERVER_URL']}/${name}`;
    const annotationLevels = env['DOCKER_METADATA_ANNOTATIONS_LEVELS'];
    const made = (0,domain_error/* attempt */.CD)(() => (0,image_metadata/* imageMetadata */.z)(input, situation, { name, address, annotationLevels }));
    if (made instanceof image_expressions/* UnknownExpression */.vu)
        return void (speech.notPerformed = `the value of ${made.expression} is not known here`);
    if (made instanceof domain_error/* ReleaseError */.K2)
        throw made;
    const { outputs, warnings } = made;
    for (const message of warnings)
        speech.annotate({ kind: 'warning', message, at: undefined });
    for (const [key, value] of Object.entries(outputs)) {
        output(key, value);
        if (env['DOCKER_METADATA_SET_OUTPUT_ENV'] !== 'false')
            room.env[`DOCKER_METADATA_OUTPUT_${key.replaceAll('-', '_').toUpperCase()}`] = value;
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/gh-release.js






/** softprops/action-gh-release: creates or updates the release of a tag, and uploads files. */
async function ghRelease(call) {
    const { input, output, room } = call;
    const ask = (0,github/* askerFor */.y)(call, input('token'));
    const tag = tagOf(call, input('tag_name'), { message: 'GitHub Releases requires a tag.', fix: 'Set tag_name.' });
    const path = input('body_path');
    const body = path === '' ? input('body') : await (0,promises_.readFile)((0,external_node_path_.join)(room.folders.workspace, path), 'utf8');
    const isDraft = input('draft') === 'true';
    const files = await filesOf((0,domain_text/* textLines */.Fy)(input('files')), call, (pattern) => {
        if (input('fail_on_unmatched_files') === 'true')
            throw new domain_error/* ReleaseError */.K2(`Pattern '${pattern}' does not match any files.`);
    });
    const old = await releaseOf(tag, ask);
    const latest = input('make_latest');
    const latestness = /^(?:true|false|legacy)$/.test(latest) ? { make_latest: latest } : {};
    const fields = {
        tag_name: tag,
        name: input('name') || (old?.name ?? tag),
        ...(body !== '' && { body }),
        ...(input('target_commitish') !== '' && { target_commitish: input('target_commitish') }),
        prerelease: input('prerelease') === '' ? old?.prerelease === true : input('prerelease') === 'true',
        ...latestness,
        generate_release_notes: input('generate_release_notes') === 'true',
    };
    // It is a draft until all files are there.
    const release = (await (old === undefined
        ? ask('POST …/releases', { ...fields, draft: true })
        : ask(`PATCH …/releases/${old.id}`, fields)));
    const assets = await upload(release, files, { ask, isReplacing: input('overwrite_files', 'true') === 'true' });
    const publish = () => ask(`PATCH …/releases/${release.id}`, { draft: false, ...latestness });
    const done = isDraft || !release.draft ? release : await publish();
    output('url', done.html_url);
    output('id', String(done.id));
    output('upload_url', done.upload_url);
    output('assets', JSON.stringify(assets));
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/pages.js




const artifact = 'github-pages';
/** actions/configure-pages: where the pages of the repository are. */
async function configurePages({ env, output }) {
    const { origin, host, path } = pagesOf(env['GITHUB_REPOSITORY'] ?? '');
    output('origin', origin);
    output('host', host);
    output('base_path', path);
    output('base_url', `${origin}${path}`);
}
function pagesOf(repository) {
    const [owner = '', name = ''] = repository.toLowerCase().split('/');
    const host = `${owner}.github.io`;
    return { host, origin: `https://${host}`, path: name === host ? '' : `/${name}` };
}
/** actions/upload-pages-artifact: a folder as an artifact. */
async function uploadPages(call) {
    const given = {
        name: call.input('name', artifact),
        path: call.input('path', '_site/'),
        'if-no-files-found': 'error',
    };
    await (0,artifacts/* uploadArtifact */.mz)({ ...call, input: (name, fallback = '') => given[name] ?? fallback });
    call.output('artifact_id', call.speech.outputs['artifact-id'] ?? '');
}
/** actions/deploy-pages: nothing is deployed, but the artifact has to be there, and the permissions are looked at. */
async function deployPages({ env, room, input, output, speech }) {
    const missing = ['pages', 'id-token'].filter((scope) => room.permissions[scope] !== 'write');
    if (missing.length > 0)
        throw new domain_error/* ReleaseError */.K2(`Failed to create deployment: the job lacks ${levels(missing)}.`, {
            fix: `Add ${levels(missing)} to the permissions of the job.`,
        });
    const name = input('artifact_name', artifact);
    const files = await (0,promises_.readdir)((0,external_node_path_.join)(room.folders.artifacts, name)).catch(() => undefined);
    if (files === undefined)
        throw new domain_error/* ReleaseError */.K2(`No artifacts named "${name}" were found for this workflow run.`, {
            fix: 'Upload it with actions/upload-pages-artifact in a job that is in needs.',
        });
    const { origin, path } = pagesOf(env['GITHUB_REPOSITORY'] ?? '');
    speech.say(`Nothing is deployed to ${origin}${path}/.`);
    output('page_url', `${origin}${path}/`);
}
const levels = (scopes) => scopes.map((scope) => `${scope}: write`).join(' and ');

// EXTERNAL MODULE: ./build/src/embedded/registry/core/digest.js
var core_digest = __webpack_require__(83046);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/pypi-publish.js





const index = 'https://upload.pypi.org/legacy/';
/** pypa/gh-action-pypi-publish: nothing is uploaded. The report shows what would be, and the permissions are looked at. */
async function pypiPublish(call, world) {
    const { input, room, speech } = call;
    const given = (name, fallback) => input(name) || input(name.replace('-', '_')) || fallback;
    const url = given('repository-url', index);
    const registry = URL.parse(url)?.host;
    if (registry === undefined)
        throw new domain_error/* ReleaseError */.K2(`The repository-url ${(0,domain_text/* quoted */.TL)(url)} is no address.`, { fix: `Write one such as ${index}.` });
    const isTrusted = input('user', '__token__') === '__token__' && input('password') === '';
    if (isTrusted && room.permissions['id-token'] !== 'write')
        throw new domain_error/* ReleaseError */.K2('Trusted publishing exchange failure: OpenID Connect token retrieval failed.', {
            fix: 'Add id-token: write to the permissions of the job, or set the input password.',
        });
    const folder = (0,external_node_path_.resolve)(room.folders.workspace, given('packages-dir', 'dist'));
    const all = await (0,promises_.readdir)(folder).catch(() => []);
    const packages = all.filter((name) => /\.(?:whl|tar\.gz|zip)$/.test(name)).toSorted();
    if (packages.length === 0 && room.leftOut.length > 0) {
        speech.notPerformed = `${given('packages-dir', 'dist')} has no packages, and an earlier step was not performed`;
        return;
    }
    if (packages.length === 0)
        throw new domain_error/* ReleaseError */.K2(`There are no Python packages in ${given('packages-dir', 'dist')}.`, {
            fix: 'Build them, or download their artifact, in an earlier step, or correct packages-dir.',
        });
    for (const name of packages) {
        const digest = (0,core_digest/* digestOf */.ol)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, name)));
        world.publish({ registry, name, digest });
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/release-action.js





/** ncipollo/release-action: creates the release of a tag with its files; updates it only if that is allowed. */
async function releaseAction(call) {
    const { input, speech, output } = call;
    const is = (name) => input(name) === 'true';
    const ask = (0,github/* askerFor */.y)(call, input('token'));
    const tag = tagOf(call, input('tag'), { message: 'No tag found in ref or input!', fix: 'Set tag.' });
    const old = await releaseOf(tag, ask);
    if (old !== undefined && !old.draft && is('skipIfReleaseExists'))
        return speech.say('Skipping action, release already exists and skipIfReleaseExists is enabled.');
    if (old !== undefined && !is('allowUpdates'))
        throw new domain_error/* ReleaseError */.K2(`There is a release of ${tag} already.`, { fix: 'Set allowUpdates: true.' });
    if (old !== undefined && !old.draft && !old.prerelease && is('updateOnlyUnreleased'))
        throw new domain_error/* ReleaseError */.K2(`The release of ${tag} is neither a draft nor a prerelease.`, {
            fix: 'Remove updateOnlyUnreleased, or release another tag.',
        });
    const fields = await fieldsOf(call, tag, old !== undefined);
    const saved = old === undefined ? ask('POST …/releases', fields) : ask(`PATCH …/releases/${old.id}`, fields);
    const release = (await saved);
    if (is('removeArtifacts'))
        for (const { id } of release.assets)
            await ask(`DELETE …/releases/assets/${id}`);
    const patterns = (input('artifacts') || input('artifact')).split(',').map((one) => one.trim());
    const named = patterns.filter((one) => one !== '');
    const files = await filesOf(named, call, (pattern) => {
        const message = `Artifact pattern ${pattern} did not match any files.`;
        if (is('artifactErrorsFailBuild'))
            throw new domain_error/* ReleaseError */.K2(message, { fix: 'Correct artifacts.' });
        speech.annotate({ kind: 'warning', message, at: undefined });
    });
    const left = is('removeArtifacts') ? { ...release, assets: [] } : release;
    const assets = await upload(left, files, { ask, isReplacing: input('replacesArtifacts', 'true') === 'true' });
    output('id', String(release.id));
    output('html_url', release.html_url);
    output('upload_url', release.upload_url);
    output('assets', JSON.stringify(Object.fromEntries(assets.map((one) => [one.name, one.browser_download_url]))));
}
/** What is left out of an update stays as it is. */
async function fieldsOf({ input, room }, tag, isUpdate) {
    const isLeftOut = (field) => input(`omit${field}`) === 'true' || (isUpdate && input(`omit${field}DuringUpdate`) === 'true');
    const file = input('bodyFile');
    const body = file === '' ? input('body') : await (0,promises_.readFile)((0,external_node_path_.join)(room.folders.workspace, file), 'utf8');
    return {
        tag_name: tag,
        ...(!isLeftOut('Name') && { name: input('name') || tag }),
        ...(!isLeftOut('Body') && { body }),
        ...(!isLeftOut('Draft') && { draft: input('draft') === 'true' }),
        ...(!isLeftOut('Prerelease') && { prerelease: input('prerelease') === 'true' }),
        ...(input('commit') !== '' && { target_commitish: input('commit') }),
        ...(input('generateReleaseNotes') === 'true' && { generate_release_notes: true }),
        ...(/^(?:true|false)$/.test(input('makeLatest')) && { make_latest: input('makeLatest') }),
    };
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/setup.js



/** actions/setup-go and the like: the program of this machine is taken, whatever version is asked for. */
const setup = ({ command, args = ['--version'], input }) => async (call) => {
    const printed = await call.run(command, args, { isQuiet: true }).catch((error) => {
        if (error instanceof domain_error/* ReleaseError */.K2 && !call.room.signal.aborted)
            return undefined;
        throw error;
    });
    if (printed === undefined) {
        call.speech.notPerformed = `this machine has no ${command}`;
        return;
    }
    const version = /\d+(?:\.\d+)+/.exec(printed)?.[0] ?? printed;
    call.speech.say(`${command} ${version} of this machine is taken${wanted(call, input)}.`);
    call.output(input, version);
    if (command === 'python3')
        await useOwnPython(call);
};
function wanted({ input }, name) {
    const version = input(name);
    return version === '' ? '' : ` (the workflow asks for ${version})`;
}
/**
 * Python in an environment of the job: what pip installs must not change the Python of this machine. It sees the packages that are on
 * the machine, and on a runner, python3 is also called python.
 */
async function useOwnPython({ room, run, output }) {
    const folder = (0,external_node_path_.join)(room.folders.temp, 'python');
    const programs = (0,external_node_path_.join)(folder, 'bin');
    output('python-path', (0,external_node_path_.join)(programs, 'python'));
    if (room.path.includes(programs))
        return;
    await run('python3', ['-m', 'venv', '--without-pip', '--system-site-packages', folder], { isQuiet: true });
    for (const name of ['pip', 'pip3'])
        await (0,promises_.writeFile)((0,external_node_path_.join)(programs, name), '#!/bin/sh\nexec "${0%/*}/python" -m pip "$@"\n', { mode: 0o755 });
    room.path.push(programs);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/unknown.js
/** Why nobody can stand in for these actions. */
const reasons = {
    'anchore/sbom-action': 'the SBOM is made of what is built, and nothing is built here',
    'aws-actions/amazon-ecr-login': 'AWS would have to give a password',
    'aws-actions/configure-aws-credentials': 'AWS would have to accept the token or the key',
    'azure/login': 'Azure would have to accept the token or the key',
    'changesets/action': 'it depends on the changesets whether it opens a pull request or publishes',
    'codecov/codecov-action': 'it would have sent the coverage to Codecov',
    'crazy-max/ghaction-import-gpg': 'no key is imported on this machine',
    'docker/bake-action': 'what the bake file builds is not known here',
    'google-github-actions/auth': 'Google Cloud would have to accept the token or the key',
    'googleapis/release-please-action': 'it depends on the commits since the last release whether it opens a pull request or makes a release',
    'helm/kind-action': 'it starts a cluster in containers, which a rehearsal does not',
    'JamesIves/github-pages-deploy-action': 'nothing is pushed to the branch of the pages',
    'mathieudutour/github-tag-action': 'it depends on the commits since the last release which tag it makes',
    'peaceiris/actions-gh-pages': 'nothing is pushed to the branch of the pages',
    'peter-evans/repository-dispatch': 'the event repository_dispatch is not performed',
    'sigstore/gh-action-sigstore-python': 'a rehearsal signs nothing',
    'slackapi/slack-github-action': 'it would have sent a message to Slack',
};
/** What is said instead of performing them, by their names. */
const unknownActions = Object.fromEntries(Object.entries(reasons).map(([name, reason]) => [
    name,
    async ({ speech }) => {
        speech.notPerformed = reason;
    },
]));

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/upload-release.js





/** svenstaro/upload-release-action: uploads files to the release of a tag, and makes the release if there is none. */
async function uploadRelease(call) {
    const { input, output, speech } = call;
    const ask = (0,github/* askerFor */.y)(call, input('repo_token'));
    const tag = tagOf(call, input('tag'), { message: 'There is no tag to upload to.', fix: 'Set tag.' });
    const release = (await releaseOf(tag, ask)) ?? (await madeRelease(call, tag, ask));
    const isGlob = input('file_glob') === 'true';
    const name = isGlob ? '' : input('asset_name').replaceAll('$tag', tag);
    const found = await filesOf([input('file')], call, (pattern) => {
        throw new domain_error/* ReleaseError */.K2(`No file matches ${pattern}.`, { fix: 'Correct file.' });
    });
    const files = found.map((file) => (name === '' ? file : { ...file, name }));
    const isReplacing = input('overwrite') === 'true';
    const isThere = (file) => release.assets.some((asset) => asset.name === file);
    const wanted = files.filter((file) => isReplacing || !isThere(file.name));
    for (const { name: file } of files.filter((one) => !wanted.includes(one)))
        speech.say(`An asset called ${file} already exists in release ${tag} so we'll skip.`);
    const assets = await upload(release, wanted, { ask, isReplacing });
    output('browser_download_url', assets.at(-1)?.browser_download_url ?? '');
    output('release_id', String(release.id));
}
async function madeRelease({ input }, tag, ask) {
    return (await ask('POST …/releases', {
        tag_name: tag,
        name: input('release_name'),
        body: input('body'),
        draft: input('draft') === 'true',
        prerelease: input('prerelease') === 'true',
        make_latest: input('make_latest', 'true') === 'true' ? 'true' : 'false',
        ...(input('target_commit') !== '' && { target_commitish: input('target_commit') }),
    }));
}
/** actions/create-release: makes a release with the token in GITHUB_TOKEN. */
async function createRelease(call) {
    const { input, output, room, env } = call;
    const path = input('body_path');
    const release = (await ownAsk(call)('POST …/releases', {
        tag_name: tagOf(call, input('tag_name'), { message: 'A release needs a tag.', fix: 'Set tag_name.' }),
        name: input('release_name').replace('refs/tags/', ''),
        body: path === '' ? input('body') : await (0,promises_.readFile)((0,external_node_path_.join)(room.folders.workspace, path), 'utf8'),
        draft: input('draft') === 'true',
        prerelease: input('prerelease') === 'true',
        target_commitish: input('commitish') || (env['GITHUB_SHA'] ?? ''),
    }));
    output('id', String(release.id));
    output('html_url', release.html_url);
    output('upload_url', release.upload_url);
}
/** actions/upload-release-asset: uploads one file. */
async function uploadReleaseAsset(call) {
    const { input, output, room } = call;
    const path = (0,external_node_path_.resolve)(room.folders.workspace, input('asset_path'));
    const release = { upload_url: input('upload_url'), assets: [] };
    const file = { path, name: input('asset_name') || (0,external_node_path_.basename)(path) };
    const [asset] = await upload(release, [file], { ask: ownAsk(call), isReplacing: false });
    output('browser_download_url', asset?.browser_download_url ?? '');
}
function ownAsk(call) {
    const token = call.env['GITHUB_TOKEN'] ?? '';
    if (token === '')
        throw new domain_error/* ReleaseError */.K2('The step has no token.', {
            fix: 'Set GITHUB_TOKEN in the env of the step.',
        });
    return (0,github/* askerFor */.y)(call, token);
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/stand-ins.js

















/** A miss, of which the action says nothing. */
const noCache = async ({ input, speech }) => {
    if (input('fail-on-cache-miss') === 'true')
        speech.notPerformed = 'the cache is always empty here';
};
/** What only prepares a runner, or keeps files for the next run. */
const nothing = async () => { };
const setUpGoreleaser = setup({ command: 'goreleaser', input: 'version' });
/** goreleaser/goreleaser-action: only its installation can be stood in for. */
const goreleaser = async (call, world) => {
    if (call.input('install-only') === 'true')
        return setUpGoreleaser(call, world);
    call.speech.notPerformed = 'what goreleaser would release is not known here';
};
/** What acts on another repository is not performed: a rehearsal has only one. Inputs name it, or its owner and its name. */
const inOwn = (standIn, ...inputs) => async (call, world) => {
    const own = call.env['GITHUB_REPOSITORY'] ?? '';
    const parts = inputs.length === 1 ? [own] : own.split('/');
    const named = inputs.map((name, index) => call.input(name) || parts[index]).join('/');
    if (named.toLowerCase() === own.toLowerCase())
        return standIn(call, world);
    call.speech.notPerformed = `it would change ${named}, and a rehearsal has only ${own}`;
};
/** What is performed instead of the actions of others, by their names. */
const standIns = {
    ...unknownActions,
    'actions-rust-lang/setup-rust-toolchain': setup({ command: 'cargo', input: 'toolchain' }),
    'actions/attest': attest,
    'actions/attest-build-provenance': attest,
    'actions/attest-sbom': attest,
    'actions/cache': noCache,
    'actions/cache/restore': noCache,
    'actions/cache/save': nothing,
    'actions/checkout': checkout,
    'actions/configure-pages': configurePages,
    'actions/create-github-app-token': createAppToken,
    'actions/create-release': inOwn(createRelease, 'owner', 'repo'),
    'actions/deploy-pages': deployPages,
    'actions/download-artifact': artifacts/* downloadArtifact */.bk,
    'actions/setup-dotnet': setup({ command: 'dotnet', input: 'dotnet-version' }),
    'actions/setup-go': setup({ command: 'go', input: 'go-version', args: ['version'] }),
    'actions/setup-java': setup({ command: 'java', input: 'java-version' }),
    'actions/setup-node': setup({ command: 'node', input: 'node-version' }),
    'actions/setup-python': setup({ command: 'python3', input: 'python-version' }),
    'actions/upload-artifact': artifacts/* uploadArtifact */.mz,
    'actions/upload-pages-artifact': uploadPages,
    'actions/upload-release-asset': uploadReleaseAsset,
    'anchore/sbom-action/download-syft': setup({ command: 'syft', input: 'syft-version' }),
    'aquasecurity/setup-trivy': setup({ command: 'trivy', input: 'version' }),
    'arduino/setup-protoc': setup({ command: 'protoc', input: 'version' }),
    'astral-sh/setup-uv': setup({ command: 'uv', input: 'version' }),
    'azure/setup-helm': setup({ command: 'helm', input: 'version', args: ['version', '--short'] }),
    'azure/setup-kubectl': setup({ command: 'kubectl', input: 'version', args: ['version', '--client'] }),
    'bufbuild/buf-setup-action': setup({ command: 'buf', input: 'version' }),
    'crazy-max/ghaction-dump-context': nothing,
    'crazy-max/ghaction-github-runtime': nothing,
    'denoland/setup-deno': setup({ command: 'deno', input: 'deno-version' }),
    'docker/build-push-action': buildAndPush,
    'docker/login-action': login,
    'docker/metadata-action': metadata,
    'docker/setup-buildx-action': setUpBuilder,
    'docker/setup-compose-action': setUpBuilder,
    'docker/setup-docker-action': setUpBuilder,
    'docker/setup-qemu-action': setUpBuilder,
    'dtolnay/rust-toolchain': setup({ command: 'cargo', input: 'toolchain' }),
    'extractions/setup-just': setup({ command: 'just', input: 'just-version' }),
    'go-task/setup-task': setup({ command: 'task', input: 'version' }),
    'goreleaser/goreleaser-action': goreleaser,
    'gradle/actions/setup-gradle': nothing,
    'hashicorp/setup-terraform': setup({ command: 'terraform', input: 'terraform_version' }),
    'helm/chart-releaser-action': chartReleaser,
    'helm/chart-testing-action': setup({ command: 'ct', input: 'version', args: ['version'] }),
    'imjasonh/setup-crane': setup({ command: 'crane', input: 'version', args: ['version'] }),
    'jlumbroso/free-disk-space': nothing,
    'ko-build/setup-ko': setup({ command: 'ko', input: 'version', args: ['version'] }),
    'ncipollo/release-action': inOwn(releaseAction, 'owner', 'repo'),
    'oras-project/setup-oras': setup({ command: 'oras', input: 'version', args: ['version'] }),
    'oven-sh/setup-bun': setup({ command: 'bun', input: 'bun-version' }),
    'peter-evans/create-or-update-comment': inOwn(commentOn, 'repository'),
    'peter-evans/create-pull-request': inOwn(createPullRequest, 'push-to-fork'),
    'pnpm/action-setup': setup({ command: 'pnpm', input: 'version' }),
    'pypa/gh-action-pypi-publish': pypiPublish,
    'regclient/actions/regctl-installer': setup({ command: 'regctl', input: 'release', args: ['version'] }),
    'ruby/setup-ruby': setup({ command: 'ruby', input: 'ruby-version' }),
    'sigstore/cosign-installer': setup({ command: 'cosign', input: 'cosign-release', args: ['version'] }),
    'snok/install-poetry': setup({ command: 'poetry', input: 'version' }),
    'softprops/action-gh-release': inOwn(ghRelease, 'repository'),
    'step-security/harden-runner': nothing,
    'stefanzweifel/git-auto-commit-action': autoCommit,
    'svenstaro/upload-release-action': inOwn(uploadRelease, 'repo_name'),
    'Swatinem/rust-cache': nothing,
};

// EXTERNAL MODULE: ./build/src/rehearsal/steps/found-action.js
var found_action = __webpack_require__(33716);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/action-file.js
var action_file = __webpack_require__(55656);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions-found.js






/** Finds what is performed for `uses` of a step: an action of the checkout, of a folder that was given, or a stand-in. */
async function findAction(uses, room, places) {
    const { given, world, own, commit } = places;
    if (uses.startsWith('docker://'))
        return { kind: 'missing', reason: found_action/* inContainer */.B };
    if (uses.startsWith('./'))
        return localAction(uses, room);
    if (uses.startsWith('$/')) {
        const home = homeOf(room.workflow) ?? { repository: own.name, ref: commit };
        return findAction(`${home.repository}/${uses.slice(2)}@${home.ref}`, room, places);
    }
    const [, repository = '', path = '', ref = ''] = /^([^/]+\/[^/@]+)(?:\/([^@]*))?@(.+)$/.exec(uses) ?? [];
    const other = folderOf(given, repository, ref);
    const folder = other ?? (repository === own.name ? await own.files(ref) : undefined);
    if (folder !== undefined) {
        const place = (0,external_node_path_.join)(folder, path);
        const file = await actionIn(place, other === undefined ? path : place);
        if (file === undefined)
            throw new domain_error/* ReleaseError */.K2(`${uses} has no action.yml in ${place}.`);
        return { kind: 'folder', folder: place, file, repository, ref };
    }
    const tree = folderOf(given, 'org/release-actions', '');
    if (tree !== undefined && path === '' && performed.has(repository)) {
        const place = (0,external_node_path_.join)(tree, 'rehearsal', (0,external_node_path_.basename)(repository));
        const file = await actionIn(place);
        if (file !== undefined)
            return { kind: 'folder', folder: place, file, repository, ref };
    }
    const perform = standIns[path === '' ? repository : `${repository}/${path}`];
    if (perform !== undefined)
        return { kind: 'stand-in', perform: (call) => perform(call, world) };
    return { kind: 'missing', reason: `nothing stands in for ${uses}`, onPassedOver: () => void world.unknown.add(uses) };
}
/** The actions of others that a program of the release tree performs, as a step of its own. */
const performed = new Set(['actions/github-script']);
/** The folder of a repository; only by its name where nobody gave more. */
const folderOf = (given, repository, ref) => given.get(`${repository}@${ref}`) ??
    given.get(repository) ??
    given.get(repository.slice(repository.indexOf('/') + 1));
/** The other repository to which a called workflow belongs. */
function homeOf(caller) {
    const [, repository, ref] = /^([^/]+\/[^/]+)\/\.github\/.*@(.+)$/.exec(caller) ?? [];
    return repository === undefined || ref === undefined ? undefined : { repository, ref };
}
async function localAction(uses, { folders }) {
    const folder = (0,external_node_path_.join)(folders.workspace, uses);
    const file = await actionIn(folder, (0,external_node_path_.normalize)(uses));
    if (file === undefined)
        throw new domain_error/* ReleaseError */.K2(`There is no action.yml in ${uses} of the workspace.`, {
            fix: 'Run actions/checkout in an earlier step.',
        });
    return { kind: 'folder', folder, file, repository: '', ref: '' };
}
const read = new Map();
/** The action file of a folder, which may be shown as another one; undefined if it has none. */
async function actionIn(folder, shown = folder) {
    for (const name of ['action.yml', 'action.yaml']) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch(() => undefined);
        if (text === undefined)
            continue;
        const path = (0,external_node_path_.join)(shown, name);
        const key = `${path}\n${text}`;
        const known = read.get(key) ?? (0,action_file/* readAction */.f)({ path, text });
        read.set(key, known);
        return known;
    }
    return undefined;
}


/***/ }),

/***/ 16270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   bk: () => (/* binding */ downloadArtifact),
/* harmony export */   mz: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38522);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31987);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48966);








/** actions/upload-artifact: the files are kept for the other jobs of the run. */
async function uploadArtifact(call) {
    const { input, room, speech, output } = call;
    const found = await filesOf(input('path'), room.folders.workspace, input('include-hidden-files') === 'true');
    const [first] = found.files;
    const name = input('archive') === 'false' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(first ?? '') : input('name', 'artifact');
    if (/["\\/:<>|*?\r\n]/.test(name))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(`The artifact name is not valid: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(name)}.`, {
            fix: 'Leave out " \\ / : < > | * ? and ends of lines.',
            at: call.at,
        });
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(room.folders.artifacts, name);
    const path = (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .textLines */ .Fy)(input('path')).join(', ') || 'an empty path';
    if (first === undefined && room.leftOut.length > 0) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(place, { recursive: true }); // later jobs find it empty
        speech.notPerformed = `there are no files at ${path}, and an earlier step was not performed`;
        return;
    }
    if (first === undefined) {
        const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`;
        if (input('if-no-files-found', 'warn') === 'error')
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(message);
        if (input('if-no-files-found', 'warn') === 'warn')
            speech.annotate({ kind: 'warning', message, at: undefined });
        return;
    }
    const isThere = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(place).then(() => true, () => false);
    if (isThere && input('overwrite') !== 'true')
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(`An artifact with the name ${name} already exists on this run.`, {
            fix: 'Give each job of a matrix another name, or set overwrite: true.',
        });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(place, { recursive: true, force: true });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const file of found.files) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(file, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(found.root, file)));
        hash.update(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file));
    }
    output('artifact-id', idOf(name));
    output('artifact-digest', hash.digest('hex'));
    output('artifact-url', `${call.env['GITHUB_SERVER_URL']}/${call.env['GITHUB_REPOSITORY']}/artifacts/${name}`);
}
/** actions/download-artifact: one by name, or all, each in a folder of its own unless they are merged. */
async function downloadArtifact(call, world) {
    const { input, room, output, speech } = call;
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(room.folders.workspace, input('path', '.'));
    const artifacts = artifactsFor(call);
    if (artifacts === undefined)
        return;
    const all = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(artifacts).catch(() => []);
    const name = input('name');
    const isMissing = name !== '' && !all.includes(name);
    if (isMissing && world.unknown.size > 0) {
        const actions = (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)([...world.unknown], 'or');
        speech.notPerformed = `there is no artifact ${name}. Maybe ${actions} uploads it, for which nothing stands in`;
        return;
    }
    if (isMissing)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(`Unable to download artifact(s): Artifact not found for name: ${name}.`, {
            fix: `The run has ${all.length === 0 ? 'no artifacts' : all.join(', ')}. The job that uploads it has to be in needs.`,
        });
    const ids = (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .textItems */ .Ey)(input('artifact-ids'));
    const gone = ids.filter((id) => !all.some((one) => idOf(one) === id));
    if (gone.length > 0)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(`The run has no artifact with the id ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(gone, 'or')}.`, { at: call.at });
    const isWanted = (one) => input('pattern') === '' || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.matchesGlob)(one, input('pattern'));
    const byId = all.filter((one) => ids.includes(idOf(one)));
    const wanted = ids.length > 0 ? byId : name === '' ? all.filter(isWanted) : [name];
    const isMerged = name !== '' || ids.length === 1 || input('merge-multiple') === 'true';
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(target, { recursive: true });
    for (const one of wanted) {
        const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(artifacts, one);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(from)).length === 0)
            speech.notPerformed = `the artifact ${one} has no files, because a step that makes them was not performed`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.cp)(from, isMerged ? target : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(target, one), { recursive: true });
    }
    output('download-path', target);
}
/** The same for every run, so that nobody has to keep it. */
const idOf = (name) => String(1_000_000 + (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.crc32)(name));
// https://github.com/actions/download-artifact#download-artifacts-from-other-workflow-runs-or-repositories
/** Where the artifacts are that a step takes. Only with a token of its own, it may take those of another run. */
function artifactsFor({ input, env, room, speech }) {
    const { artifacts } = room.folders;
    const own = { run: env['GITHUB_RUN_ID'] ?? '', repository: env['GITHUB_REPOSITORY'] ?? '' };
    const run = input('run-id') || own.run;
    const repository = input('repository') || own.repository;
    const token = input('github-token');
    if (token === '' || (run === own.run && repository === own.repository))
        return artifacts;
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(artifacts), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(run));
    if (repository !== own.repository || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(place)) {
        speech.notPerformed = `the rehearsal has no run ${run} of ${repository}, whose artifacts it takes`;
        return undefined;
    }
    if (token !== (0,_github_js__WEBPACK_IMPORTED_MODULE_7__/* .jobToken */ .P)(room) || (room.permissions['actions'] ?? 'none') !== 'none')
        return place;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseError */ .K2(`The token of the job may not read the artifacts of run ${run}.`, {
        fix: 'Add actions: read to the permissions of the job.',
    });
}
/** The files that an artifact of these paths has, and the folder that is left out of their names. */
async function filesOf(paths, workspace, withHidden) {
    const patterns = (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .textLines */ .Fy)(paths);
    const exclude = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
    const wanted = patterns.filter((one) => !one.startsWith('!'));
    const files = new Set();
    for (const pattern of wanted) {
        for await (const found of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.glob)([pattern, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(pattern, '**')], { cwd: workspace, exclude })) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(workspace, found);
            const isHidden = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace, path)
                .split('/')
                .some((part) => part.startsWith('.') && !part.startsWith('..'));
            if ((withHidden || !isHidden) && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path)).isFile())
                files.add(path);
        }
    }
    return { files: [...files].toSorted(), root: rootOf(wanted, [...files], workspace) };
}
/** What is left out of the names in the artifact: the folder that is given, or what all files have in common. */
function rootOf([first = '', ...more], files, workspace) {
    const [only] = files;
    if (more.length === 0 && only !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(workspace, first) === only)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(only);
    if (more.length === 0) {
        const parts = first.split('/');
        const star = parts.findIndex((part) => /[*?[]/.test(part));
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(workspace, star < 0 ? first : parts.slice(0, star).join('/'));
    }
    const folders = files.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file).split('/'));
    const common = (folders[0] ?? []).filter((part, index) => folders.every((folder) => folder[index] === part));
    return common.join('/') || '/';
}


/***/ }),

/***/ 48966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ jobToken),
/* harmony export */   y: () => (/* binding */ askerFor)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

/** Without a token, it is that of the job. */
const askerFor = (call, token) => (request, body) => askGitHub(call, { request, token, body });
async function askGitHub({ env, room }, { request, token, body }) {
    const [method = '', path = ''] = request.split(' ');
    const url = path.startsWith('http')
        ? path
        : `${env['GITHUB_API_URL']}${path.replace('…', `/repos/${env['GITHUB_REPOSITORY']}`)}`;
    const isFile = body instanceof Uint8Array;
    const response = await fetch(url, {
        method,
        headers: {
            authorization: `Bearer ${token || jobToken(room)}`,
            'user-agent': 'rehearsal',
            ...(isFile && { 'content-type': 'application/octet-stream', 'content-length': String(body.length) }),
        },
        ...(body !== undefined && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (response.ok)
        return answer;
    const { message = '' } = (answer ?? {});
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${method} ${path.replace(/^https?:\/\/[^/]+/, '')} was refused: ${response.status} ${message}.`);
}
/** The token of the job. */
const jobToken = ({ contexts }) => contexts['github'].token ?? '';


/***/ }),

/***/ 90402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   vu: () => (/* binding */ UnknownExpression),
/* harmony export */   wX: () => (/* binding */ globalValues)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

/** An expression that docker/metadata-action knows, but not a rehearsal. */
class UnknownExpression extends _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 {
    expression;
    constructor(expression) {
        super(`The value of ${expression} is not known here.`);
        this.expression = expression;
    }
}
/** Replaces `{{name}}` by values. A name that is not there is empty. */
const filled = (text, values, date) => text.replaceAll(/\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g, (whole, inside) => {
    const [, format, zone = 'UTC'] = /^date\s+'([^']*)'(?:\s+tz='([^']*)')?$/.exec(inside.replaceAll('"', "'")) ?? [];
    const isName = /^\w+$/.test(inside) && !inside.endsWith('date');
    const isDated = format !== undefined && date !== undefined && isZone(zone);
    const written = isDated ? formatted(date, format, zone) : undefined;
    const value = isName ? (values[inside] ?? '') : written;
    if (value === undefined)
        throw new UnknownExpression(whole);
    return value;
});
// https://github.com/docker/metadata-action#global-expressions
/** What global expressions of docker/metadata-action stand for. */
function globalValues({ event, ref, sha, shortLength, defaultBranch, baseRef }) {
    const branch = ref.replace(/^refs\/heads\//, '');
    const isDefault = branch === defaultBranch || /create|discussion|issues|schedule/.test(event);
    return {
        branch: /^refs\/heads\/(.+)/.exec(ref)?.[1],
        tag: /^refs\/tags\/(.+)/.exec(ref)?.[1],
        sha: sha.slice(0, shortLength),
        base_ref: baseRef,
        is_default_branch: String(isDefault),
        is_not_default_branch: String(!isDefault),
    };
}
const isZone = (name) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
/** A date as moment.js writes it. Undefined if the format has other letters than the usual ones. */
function formatted(date, format, timeZone) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
    const style = { ...digits, second: '2-digit', hourCycle: 'h23', timeZone };
    const parts = new Intl.DateTimeFormat('en', style).formatToParts(date);
    const part = (name) => parts.find(({ type }) => type === name)?.value ?? '';
    const known = {
        YYYY: part('year'),
        YY: part('year').slice(-2),
        MM: part('month'),
        DD: part('day'),
        HH: part('hour'),
        mm: part('minute'),
        ss: part('second'),
        X: String(Math.floor(date.getTime() / 1000)),
        T: 'T',
    };
    const pieces = format.match(/\[[^\]]*\]|YYYY|YY|MM|DD|HH|mm|ss|[A-Za-z]|[^A-Za-z]/g) ?? [];
    const texts = pieces.map((piece) => (/^[A-Za-z]/.test(piece) ? known[piece] : piece.replace(/^\[(.*)\]$/, '$1')));
    return texts.includes(undefined) ? undefined : texts.join('');
}


/***/ }),

/***/ 30435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ imageMetadata)
});

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/images/build.js
var build = __webpack_require__(75336);
// EXTERNAL MODULE: ./build/src/rehearsal/images/exporters.js
var exporters = __webpack_require__(38650);
// EXTERNAL MODULE: ./build/src/rehearsal/actions/image-expressions.js
var image_expressions = __webpack_require__(90402);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/rehearsal/actions/image-tags.js





const usual = 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr';
// https://github.com/docker/metadata-action/blob/v6.2.0/src/meta.ts
/** The tags that the rules of docker/metadata-action give. The first one is the version of the image. */
function imageTags(rules, flavorLines, situation) {
    const values = (0,image_expressions/* globalValues */.wX)(situation);
    const expand = (text) => (0,image_expressions/* filled */.Bq)(text, values, situation.date);
    const flavor = flavorOf(flavorLines);
    const read = metadataLines(rules === '' ? usual : rules).map(ruleOf);
    const wanted = read.filter((rule) => isEnabled(rule, expand));
    const tags = [];
    const warnings = [];
    let isLatest;
    for (const rule of wanted.toSorted((one, other) => priorityOf(other) - priorityOf(one))) {
        const given = givers[rule.type]?.(rule, { situation, expand });
        if (given === undefined)
            continue;
        if ('warning' in given) {
            warnings.push(given.warning);
            continue;
        }
        const [prefix, suffix] = [rule['prefix'] ?? flavor.prefix, rule['suffix'] ?? flavor.suffix].map(expand);
        const tag = `${prefix}${given.text}${suffix}`;
        if (tag === '')
            continue;
        tags.push(valid(tag));
        isLatest ??= flavor.latest === 'auto' ? given.isLatest === true : flavor.latest === 'true';
    }
    if (isLatest === true)
        tags.push(valid(`${flavor.latestPrefix}latest${flavor.latestSuffix}`));
    return { tags: [...new Set(tags)], warnings };
}
/** The lines of an input, without comments. */
const metadataLines = (text) => (0,domain_text/* textLines */.Fy)(text).filter((line) => !line.startsWith('#'));
const valid = (tag) => tag.replaceAll(/[^\w.-]+/g, '-');
const priorities = {
    schedule: 1000,
    semver: 900,
    pep440: 900,
    match: 800,
    edge: 700,
    ref: 600,
    raw: 200,
    sha: 100,
};
const priorityOf = (rule) => Number(rule['priority'] ?? priorities[rule.type]);
function ruleOf(line) {
    const fields = { type: 'raw', ...Object.fromEntries((0,exporters/* fieldsIn */.t5)(line).map(fieldOf)) };
    const rule = { ...usualPrefix(fields), ...fields };
    if (priorities[rule.type] === undefined)
        throw new error/* ReleaseError */.K2(`Unknown tag type attribute: ${rule.type}`);
    const missing = (needed[rule.type] ?? []).find((name) => rule[name] === undefined);
    if (missing === undefined)
        return rule;
    throw new error/* ReleaseError */.K2(`Missing ${missing} attribute for ${line}`, { fix: 'Correct the input tags.' });
}
const usualPrefix = ({ type, event }) => type === 'sha' ? { prefix: 'sha-' } : type === 'ref' && event === 'pr' ? { prefix: 'pr-' } : {};
const needed = {
    semver: ['pattern'],
    pep440: ['pattern'],
    match: ['pattern'],
    ref: ['event'],
    raw: ['value'],
};
function fieldOf(field) {
    const [name, value] = (0,exporters/* pairIn */.aj)(field, 'value');
    return [name.toLowerCase(), value];
}
function isEnabled({ enable = 'true' }, expand) {
    const value = expand(enable);
    if (value !== 'true' && value !== 'false')
        throw new error/* ReleaseError */.K2(`Invalid value for enable attribute: ${value}`);
    return value === 'true';
}
/** What holds for all tags. `onlatest` belongs to the field before it. */
function flavorOf(text) {
    const flavor = { latest: 'auto', prefix: '', suffix: '', latestPrefix: '', latestSuffix: '' };
    for (const line of metadataLines(text)) {
        const fields = (0,exporters/* fieldsIn */.t5)(line).map(fieldOf);
        for (const [index, [name, value]] of fields.entries()) {
            const isOnLatest = fields[index + 1]?.join('=') === 'onlatest=true';
            if (name === 'latest')
                flavor.latest = value;
            else if (name === 'prefix')
                Object.assign(flavor, { prefix: value, latestPrefix: isOnLatest ? value : '' });
            else if (name === 'suffix')
                Object.assign(flavor, { suffix: value, latestSuffix: isOnLatest ? value : '' });
            else if (name !== 'onlatest')
                throw new error/* ReleaseError */.K2(`Unknown flavor entry: ${line}`);
        }
    }
    if (['auto', 'true', 'false'].includes(flavor.latest))
        return flavor;
    throw new error/* ReleaseError */.K2(`Invalid latest flavor entry: latest=${flavor.latest}`, { fix: 'Write auto, true or false.' });
}
const givers = {
    schedule: ({ pattern = 'nightly' }, { situation: { event }, expand }) => event === 'schedule' ? { text: expand(pattern) } : undefined,
    semver: (rule, around) => versionTag('semver', rule, around),
    pep440: (rule, around) => versionTag('pep440', rule, around),
    match: matchTag,
    ref: refTag,
    edge: ({ branch }, { situation: { ref, defaultBranch = 'main' } }) => ref === `refs/heads/${branch || defaultBranch}` ? { text: 'edge' } : undefined,
    raw: ({ value = '' }, { expand }) => ({ text: expand(value) }),
    sha: ({ format }, { situation: { sha, shortLength } }) => ({
        text: format === 'long' ? sha : sha.slice(0, shortLength),
    }),
};
function refTag({ event }, { situation: { ref } }) {
    const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+?)(?:\/merge)?$/.exec(ref) ?? [];
    if (kind === 'heads' && event === 'branch')
        return { text: name };
    if (kind === 'tags' && event === 'tag')
        return { text: name, isLatest: true };
    return kind === 'pull' && event === 'pr' ? { text: name } : undefined;
}
/** The text that a rule reads: the one that it gives, or the tag of the run. */
function subjectOf({ value = '' }, { situation: { ref }, expand }) {
    return value === '' ? /^refs\/tags\/(.+)$/.exec(ref)?.[1] : expand(value);
}
function matchTag(rule, around) {
    const text = subjectOf(rule, around);
    if (text === undefined)
        return undefined;
    const { pattern = '', group = '0' } = rule;
    const [, inside = pattern, flags = ''] = /^\/(.+)\/(.*)$/.exec(pattern) ?? [];
    const found = patternOf(inside, flags.replace('g', '')).exec(text);
    if (found === null)
        return { warning: `${pattern} does not match ${text}.` };
    const part = found[Number(group)];
    if (part === undefined)
        return { warning: `Group ${group} does not exist for ${pattern} pattern.` };
    return { text: part, isLatest: true };
}
/** A prerelease has only its whole version. */
function versionTag(scheme, rule, around) {
    const subject = subjectOf(rule, around);
    if (subject === undefined)
        return undefined;
    const { match = '', pattern = '' } = rule;
    const whole = (match === '' ? subject : (patternOf(match).exec(subject)?.[1] ?? subject)).replaceAll('/', '-');
    const version = (0,error/* attempt */.CD)(() => (0,versions_version/* parseVersion */.ot)(scheme, whole.replace(/^v/, '')));
    if (version instanceof error/* ReleaseError */.K2)
        return { warning: `${(0,domain_text/* quoted */.TL)(whole)} is no version of ${scheme}.` };
    const { release, build, prerelease } = version;
    const text = scheme === 'semver' ? version.semver?.replace(`+${build}`, '') : version.pep440;
    const isFinal = !version.isPrerelease && !/post|dev/.test(text ?? '');
    const [major, minor, patch] = [...release, 0, 0].map(String);
    const values = { raw: whole, version: text, major, minor, patch, prerelease, build };
    const isRaw = /^\{\{\s*raw\s*\}\}$/.test(pattern);
    return { text: (0,image_expressions/* filled */.Bq)(isFinal || isRaw ? pattern : '{{version}}', values), isLatest: isFinal };
}
function patternOf(text, flags) {
    try {
        return new RegExp(text, flags);
    }
    catch (cause) {
        throw new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(text)} is no regular expression.`, { fix: 'Correct the input tags.', cause });
    }
}

;// CONCATENATED MODULE: ./build/src/rehearsal/actions/image-metadata.js





/** What docker/metadata-action says. Of the repository, description and licence are not known here. */
function imageMetadata(input, situation, repository) {
    const { tags: names, warnings } = imageTags(input('tags'), input('flavor'), situation);
    const images = imagesIn(input('images'));
    const tags = images.length === 0 ? names : images.flatMap((image) => names.map((name) => `${image}:${name}`));
    const [version = ''] = names;
    const values = (0,image_expressions/* globalValues */.wX)(situation);
    const described = (added) => {
        const more = metadataLines(added).map((line) => (0,build/* pairOf */.cF)((0,image_expressions/* filled */.Bq)(line, values, situation.date)));
        const all = new Map([...standardLabels(version, situation, repository), ...more]);
        return [...all].toSorted(([one], [other]) => one.localeCompare(other)).map((pair) => pair.join('='));
    };
    const labels = described(input('labels'));
    const levels = (0,domain_text/* textItems */.Ey)(repository.annotationLevels ?? 'manifest');
    const annotations = levels.flatMap((level) => described(input('annotations')).map((one) => `${level}:${one}`));
    const json = { tags, 'tag-names': names, labels: Object.fromEntries(labels.map(build/* pairOf */.cF)), annotations };
    return {
        outputs: {
            version,
            tags: tags.join(input('sep-tags') || '\n'),
            'tag-names': names.join(input('sep-tags') || '\n'),
            labels: labels.join(input('sep-labels') || '\n'),
            annotations: annotations.join(input('sep-annotations') || '\n'),
            json: JSON.stringify(json),
        },
        warnings: names.length === 0 ? [...warnings, 'No Docker tag has been generated. Check tags input.'] : warnings,
    };
}
/** One line can have several names. On lines of their own, they can have attributes. */
function imagesIn(text) {
    const lines = metadataLines(text).map(exporters/* fieldsIn */.t5);
    const isPlain = lines.length === 1 && lines.flat().every((field) => !field.includes('='));
    if (isPlain)
        return lines.flat().map((name) => name.trim().toLowerCase());
    return lines.flatMap((fields) => {
        const pairs = fields.map((field) => (0,exporters/* pairIn */.aj)(field, 'name'));
        const { name = '', enable = 'true' } = Object.fromEntries(pairs);
        return enable === 'false' ? [] : [name.toLowerCase()];
    });
}
const standardLabels = (version, { sha, date }, { name, address }) => Object.entries({
    title: name.split('/')[1] ?? '',
    description: '',
    url: address,
    source: address,
    version,
    created: date?.toISOString() ?? '',
    revision: sha,
    licenses: '',
}).map(([key, value]) => [`org.opencontainers.image.${key}`, value]);


/***/ }),

/***/ 43426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ incomplete),
/* harmony export */   Px: () => (/* binding */ BorrowedRepository),
/* harmony export */   gA: () => (/* binding */ refsOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _embedded_git_processes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51334);




/** A repository with objects of a checkout, which are not copied, and with none of its settings. */
class BorrowedRepository {
    /** Where git has its files. */
    folder;
    #git;
    /** The files are written by hand: git would need ten processes for it. */
    static async make(checkout, folder, { isBare, head, refs }) {
        const places = ['--git-path', 'objects', '--git-path', 'shallow'];
        const found = await checkout.look('rev-parse', '--path-format=absolute', ...places);
        const [objects = '', shallow = ''] = (found ?? '').split('\n');
        const files = {
            HEAD: `ref: refs/heads/${head}\n`,
            config: `[core]\n\trepositoryformatversion = 0\n\tbare = ${isBare}\n`,
            'objects/info/alternates': `${objects}\n`,
            'packed-refs': [...refs]
                .toSorted(([one], [other]) => (one < other ? -1 : 1))
                .map(([ref, sha]) => `${sha} ${ref}\n`)
                .join(''),
        };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'objects/info'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'refs'));
        for (const [name, text] of Object.entries(files))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), text);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(shallow, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'shallow')).catch(() => undefined); // most checkouts are whole
        const made = new BorrowedRepository(folder, checkout.searchPath);
        const { stderr, exitCode } = await made.run(['for-each-ref', '--format=%(objectname) %(*objectname)']);
        if (exitCode !== 0)
            throw incomplete(stderr);
        return made;
    }
    constructor(folder, searchPath) {
        this.folder = folder;
        this.#git = new _embedded_git_processes_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcesses */ .q(searchPath);
    }
    /** What git printed, with any exit code. */
    run(args, { env, ...rest } = {}) {
        return this.#git.run(args, { ...rest, env: { GIT_DIR: this.folder, ...env } });
    }
    /** The trimmed output of git; undefined if git finds nothing. */
    look = async (...args) => {
        const { stdout, exitCode } = await this.run(args);
        return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
    };
}
/** What is said of a checkout that lacks an object. */
const incomplete = (stderr) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`This checkout is not whole: ${stderr.trim().split('\n', 1)[0]}`, {
    fix: 'Get everything from the remote: git fetch --refetch --no-filter --tags origin',
});
/** The objects to which refs of a checkout lead, by their full names. */
async function refsOf(checkout, ...names) {
    const listed = await checkout.look('for-each-ref', '--format=%(objectname) %(refname)', ...names);
    const lines = (listed ?? '').split('\n').map((line) => line.split(' '));
    return new Map(lines.flatMap(([sha = '', ref = '']) => (/^(?:refs\/remotes\/origin\/HEAD)?$/.test(ref) ? [] : [[ref, sha]])));
}


/***/ }),

/***/ 33509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ dockerArchive),
/* harmony export */   Sq: () => (/* binding */ ociLayout),
/* harmony export */   dW: () => (/* binding */ archivedImages),
/* harmony export */   o$: () => (/* binding */ imagesIn),
/* harmony export */   ol: () => (/* binding */ ociArchive),
/* harmony export */   xc: () => (/* binding */ packed)
/* harmony export */ });
/* harmony import */ var _domain_archives_tar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74195);
/* harmony import */ var _domain_archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70251);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83046);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59149);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38249);






/** A packed OCI layout, as `docker buildx build` and `skopeo copy` write it. */
const ociArchive = (image, names) => packed(ociLayout(image, names));
/** The files of https://github.com/opencontainers/image-spec/blob/main/image-layout.md. */
function ociLayout(image, names) {
    const { bytes: _, ...root } = image.root;
    const entries = names.map((name) => ({
        ...root,
        annotations: {
            'io.containerd.image.name': (0,_name_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeName */ .fC)(name),
            'org.opencontainers.image.ref.name': name.tag ?? 'latest',
        },
    }));
    const index = { schemaVersion: 2, manifests: entries.length === 0 ? [root] : entries };
    const blobs = [...image.manifests.map(({ digest, bytes }) => [digest, bytes]), ...image.blobs];
    return [
        ['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')],
        ['index.json', Buffer.from(JSON.stringify(index))],
        ...blobs.map(([digest, bytes]) => [`blobs/${digest.replace(':', '/')}`, bytes]),
    ];
}
/** What `docker save` writes, and `docker load` reads. An image for several platforms has the files of the first one. */
function dockerArchive(image, names) {
    const first = image.manifests.find((one) => (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(one).config !== undefined) ?? image.root;
    const { config, layers = [] } = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(first);
    const fileOf = (digest, end) => `${digest.replace('sha256:', '')}${end}`;
    const list = {
        Config: fileOf(config?.digest ?? '', '.json'),
        RepoTags: names.map(_name_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeName */ .fC),
        Layers: layers.map(({ digest }) => fileOf(digest, '.tar')),
    };
    const blob = (digest) => image.blobs.get(digest) ?? Buffer.of();
    return packed([
        ['manifest.json', Buffer.from(JSON.stringify([list]))],
        [list.Config, blob(config?.digest ?? '')],
        ...layers.map(({ digest }) => [fileOf(digest, '.tar'), blob(digest)]),
    ]);
}
/** A tar of these files. */
async function packed(files) {
    const entries = files.map(([path, bytes]) => ({
        kind: 'file',
        path,
        isExecutable: false,
        size: bytes.length,
        content: () => [bytes],
    }));
    return Buffer.concat(await Array.fromAsync((0,_domain_archives_tar_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalTar */ .q)(entries, 0)));
}
const bounds = { bytes: 8 * 1024 ** 3, files: 100_000 };
/** The images of a packed OCI layout, or of what `docker save` wrote. */
function archivedImages(bytes) {
    const refuse = (problem) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The archive ${problem}.`);
    const read = bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f8b ? _domain_archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readTgz */ ._ : _domain_archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readTar */ .s;
    const files = read(bytes, bounds, refuse).map(({ path, content }) => [path.replace(/^\.\//, ''), content]);
    return imagesIn(new Map(files));
}
/** The images in the files of an OCI layout, or of what `docker save` wrote. */
async function imagesIn(files) {
    const [index, list] = [files.get('index.json'), files.get('manifest.json')];
    if (index === undefined && list === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2('The archive has no index.json and no manifest.json.');
    if (index === undefined)
        return JSON.parse(String(list)).map((saved) => savedImage(saved, files));
    const { manifests } = JSON.parse(index.toString('utf8'));
    const found = [];
    for (const { annotations = {}, ...part } of manifests) {
        const image = await (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeImage */ .nr)(part, async (digest) => files.get(`blobs/${digest.replace(':', '/')}`));
        if (image === undefined)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The archive has not everything of ${part.digest}.`);
        const name = annotations['io.containerd.image.name'];
        found.push({ image, names: name === undefined ? [] : [name] });
    }
    return found;
}
function savedImage({ Config, RepoTags, Layers }, files) {
    const blobs = new Map();
    const part = (mediaType, path) => {
        const bytes = files.get(path);
        if (bytes === undefined)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`The archive has no ${path}.`);
        const digest = (0,_embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes);
        blobs.set(digest, bytes);
        return { mediaType, digest, size: bytes.length };
    };
    const isZipped = (path) => files.get(path)?.[0] === 0x1f;
    const layer = 'application/vnd.oci.image.layer.v1.tar';
    const root = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestFrom */ .k$)({
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: part('application/vnd.oci.image.config.v1+json', Config),
        layers: Layers.map((path) => part(isZipped(path) ? `${layer}+gzip` : layer, path)),
    });
    return { image: { root, manifests: [root], blobs }, names: RepoTags ?? [] };
}


/***/ }),

/***/ 75336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ madeUpBuild),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   cU: () => (/* binding */ notBuilt)
/* harmony export */ });
/* harmony import */ var _exporters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _made_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17757);


/** What is told of every build. */
const notBuilt = 'The image is not built. A made-up image stands for it.';
/** Makes up the image of a build, and leaves it where the build says. */
async function madeUpBuild({ labels, sources, platforms, exporters }, place) {
    const content = sources.filter(Boolean).join(' ');
    const image = await (0,_made_up_js__WEBPACK_IMPORTED_MODULE_1__/* .madeUpImage */ .I6)({ labels: Object.fromEntries(labels.map(pairOf)), content, platforms });
    for (const exporter of exporters)
        await (0,_exporters_js__WEBPACK_IMPORTED_MODULE_0__/* .exportImage */ .__)(image, exporter, place);
    return image;
}
/** A name and a value, such as `org.opencontainers.image.version=1.2.0`. A name alone has the empty value. */
function pairOf(line) {
    const at = line.indexOf('=');
    return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ exportImage),
/* harmony export */   aj: () => (/* binding */ pairIn),
/* harmony export */   n3: () => (/* binding */ isPush),
/* harmony export */   q: () => (/* binding */ exporterFrom),
/* harmony export */   t5: () => (/* binding */ fieldsIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33509);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38249);





/** The fields between commas. Quotes keep a field with commas together. */
const fieldsIn = (text) => [...text.matchAll(/"([^"]*)"|[^,"]+/g)].map(([bare, inside]) => inside ?? bare);
/** Reads `type=oci,dest=image.tar`. */
function exporterFrom(text) {
    return Object.fromEntries(fieldsIn(text).map((field) => pairIn(field, 'type')));
}
/** `name=value`, without blanks around them. A field without a name has the usual one. */
function pairIn(field, usual) {
    const at = field.indexOf('=');
    return at < 0 ? [usual, field.trim()] : [field.slice(0, at).trim(), field.slice(at + 1).trim()];
}
/** Whether an exporter pushes the image to its registry. */
const isPush = ({ type, push }) => type === 'registry' || (type === 'image' && push === 'true');
/** Leaves the image where an exporter says. */
async function exportImage(image, exporter, { names, folder, push, images, omit }) {
    const { type = '', dest } = exporter;
    const named = (exporter['name'] ?? '').split(',').filter(Boolean).map(_name_js__WEBPACK_IMPORTED_MODULE_4__/* .namedImage */ .VR);
    const all = named.length > 0 ? named : names;
    if (type === 'docker' && dest === undefined) {
        for (const name of all)
            images.set((0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeName */ .fC)(name), image);
    }
    else if (type === 'oci' || type === 'docker') {
        if (dest === undefined || exporter['tar'] === 'false')
            return omit(`type=${type} is written only into one file`);
        await write((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, dest), await (type === 'oci' ? _archives_js__WEBPACK_IMPORTED_MODULE_3__/* .ociArchive */ .ol : _archives_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerArchive */ .HH)(image, all));
    }
    else if (isPush(exporter)) {
        if (all.length === 0)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2('tag is needed when pushing to registry', { fix: 'Set tags.' });
        const isByDigest = exporter['push-by-digest'] === 'true';
        await push(isByDigest ? all.map((name) => withDigest(name, image)) : all, image);
    }
    else if (type !== 'image' && type !== 'cacheonly')
        omit(`nothing is built, so that type=${type} has no files`);
}
const withDigest = ({ registry, repository }, { root }) => (0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .namedImage */ .VR)(`${registry}/${repository}@${root.digest}`);
async function write(path, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes);
}


/***/ }),

/***/ 59149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   W1: () => (/* binding */ configOf),
/* harmony export */   k$: () => (/* binding */ manifestFrom),
/* harmony export */   nr: () => (/* binding */ wholeImage),
/* harmony export */   qh: () => (/* binding */ indexOf)
/* harmony export */ });
/* harmony import */ var _embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83046);

const ociIndex = 'application/vnd.oci.image.index.v1+json';
const fieldsOf = ({ bytes }) => JSON.parse(bytes.toString('utf8'));
/** A manifest as it is stored. */
function manifestFrom(fields) {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...fields }));
    return { mediaType: fields.mediaType, digest: (0,_embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), size: bytes.length, bytes };
}
/** An index of several images. What is in two of them is there once. */
function indexOf(images, annotations) {
    const manifests = images.map(({ root: { mediaType, digest, size }, platform }) => ({
        mediaType,
        digest,
        size,
        ...(platform !== undefined && { platform }),
    }));
    const root = manifestFrom({ mediaType: ociIndex, manifests, ...(annotations !== undefined && { annotations }) });
    const children = new Map(images.flatMap((one) => one.manifests).map((one) => [one.digest, one]));
    return { root, manifests: [...children.values(), root], blobs: new Map(images.flatMap(({ blobs }) => [...blobs])) };
}
/** An image with all its parts; undefined if one is missing. */
async function wholeImage({ mediaType, digest }, read) {
    const bytes = await read(digest, 'manifest');
    if (bytes === undefined)
        return undefined;
    const root = { mediaType, digest, size: bytes.length, bytes };
    const { manifests = [], config, layers = [] } = fieldsOf(root);
    const blobs = new Map();
    for (const part of config === undefined ? layers : [config, ...layers]) {
        const blob = await read(part.digest, 'blob');
        if (blob === undefined)
            return undefined;
        blobs.set(part.digest, blob);
    }
    const all = new Map();
    for (const part of manifests) {
        const child = await wholeImage(part, read);
        if (child === undefined)
            return undefined;
        for (const one of child.manifests)
            all.set(one.digest, one);
        for (const [name, blob] of child.blobs)
            blobs.set(name, blob);
    }
    return { root, manifests: [...all.values(), root], blobs };
}
/** The digest of the configuration. An index has none. */
const configOf = ({ root }) => fieldsOf(root).config?.digest;
/** By which programs name an image on their machine. */
const idOf = (image) => configOf(image) ?? image.root.digest;


/***/ }),

/***/ 17757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isMadeUp),
/* harmony export */   I6: () => (/* binding */ madeUpImage),
/* harmony export */   KP: () => (/* binding */ buildMetadata)
/* harmony export */ });
/* harmony import */ var _domain_images_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35610);
/* harmony import */ var _embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83046);
/* harmony import */ var _archives_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33509);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59149);




/** A made-up image with one file; for several platforms, an index of such images. */
async function madeUpImage({ labels, content, platforms }) {
    const wanted = (platforms.length === 0 ? [ownPlatform] : platforms).map(_domain_images_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL);
    const images = [];
    for (const platform of wanted)
        images.push({ ...imageFor(platform, labels, await layerOf(`${content} ${(0,_domain_images_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformText */ .VQ)(platform)}\n`)), platform });
    const [only] = images;
    return only !== undefined && images.length === 1 ? only : (0,_image_js__WEBPACK_IMPORTED_MODULE_3__/* .indexOf */ .qh)(images, mark);
}
/** The annotation by which a made-up image is known wherever it is copied to. */
const mark = { 'release-actions.rehearsal': 'made up' };
/** Whether an image, or an index of images, was made up. */
const isMadeUp = ({ annotations = {} }) => Object.entries(mark).every(([key, value]) => annotations[key] === value);
const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
const layerOf = (text) => (0,_archives_js__WEBPACK_IMPORTED_MODULE_2__/* .packed */ .xc)([['rehearsal', Buffer.from(text)]]);
function imageFor(platform, labels, layer) {
    const rootfs = { type: 'layers', diff_ids: [(0,_embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(layer)] };
    const config = Buffer.from(JSON.stringify({ ...platform, config: { Labels: labels }, rootfs }));
    const part = (mediaType, bytes) => ({ mediaType, digest: (0,_embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), size: bytes.length });
    const root = (0,_image_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestFrom */ .k$)({
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: part('application/vnd.oci.image.config.v1+json', config),
        layers: [part('application/vnd.oci.image.layer.v1.tar', layer)],
        annotations: mark,
    });
    return { root, manifests: [root], blobs: new Map([config, layer].map((bytes) => [(0,_embedded_registry_core_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), bytes])) };
}
/** What a build says of its image: https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file */
function buildMetadata(image, names) {
    const { mediaType, digest, size } = image.root;
    const config = (0,_image_js__WEBPACK_IMPORTED_MODULE_3__/* .configOf */ .W1)(image);
    return JSON.stringify({
        ...(config !== undefined && { 'containerimage.config.digest': config }),
        'containerimage.descriptor': { mediaType, digest, size },
        'containerimage.digest': digest,
        ...(names !== '' && { 'image.name': names }),
    });
}


/***/ }),

/***/ 38249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VR: () => (/* binding */ namedImage),
/* harmony export */   fC: () => (/* binding */ wholeName),
/* harmony export */   p3: () => (/* binding */ embeddedRepository),
/* harmony export */   u$: () => (/* binding */ withRegistry)
/* harmony export */ });
/* harmony import */ var _domain_images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48053);
/* harmony import */ var _domain_images_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92556);


/** Reads `org/app:v1`, which is on Docker Hub, and `ghcr.io/org/app@sha256:…`. */
function namedImage(text) {
    const [, name = '', tag, digest] = /^([^@]*?)(?::([^:/@]*))?(?:@(.*))?$/.exec(text) ?? [];
    return {
        ...(0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageRepository */ .fb)(withRegistry(name)),
        ...(tag !== undefined && { tag: (0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(tag) }),
        ...(digest !== undefined && { digest: (0,_domain_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digest) }),
    };
}
/** A name without a registry is one of Docker Hub. */
function withRegistry(name) {
    const first = name.split('/')[0] ?? '';
    const hasRegistry = name.includes('/') && (/[.:]/.test(first) || first === 'localhost');
    return hasRegistry ? name : `docker.io/${name}`;
}
/** With the tag that programs take if there is none. */
const wholeName = (name) => (0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceText */ .n5)(name.tag === undefined && name.digest === undefined ? { ...name, tag: 'latest' } : name);
/** The repository of the embedded registry that stands for one of another registry. */
const embeddedRepository = ({ registry, repository }) => `${registry.replace(':', '-')}/${repository}`;


/***/ }),

/***/ 57674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zv: () => (/* binding */ registryNamed),
/* harmony export */   bE: () => (/* binding */ passwordFor),
/* harmony export */   rl: () => (/* binding */ keepPassword)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _embedded_git_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2049);



/** The name of a registry, as images have it: `https://index.docker.io/v1/` is docker.io. */
function registryNamed(given) {
    const host = given
        .trim()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
        .toLowerCase();
    return ['', 'index.docker.io', 'registry-1.docker.io'].includes(host) ? 'docker.io' : host;
}
/** Keeps a password where docker, Helm, crane and others look for it. Without one, it is forgotten. */
async function keepPassword(env, registry, login) {
    const path = pathOf(env);
    const config = await configIn(path);
    const { [keyOf(registry)]: _, ...others } = config.auths ?? {};
    const auth = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
    const auths = { ...others, ...(auth !== undefined && { [keyOf(registry)]: { auth } }) };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify({ ...config, auths }), { mode: 0o600 });
}
/** The password for a registry; the empty one if nobody has signed in. */
async function passwordFor(env, registry) {
    const { auths = {} } = await configIn(pathOf(env));
    return (0,_embedded_git_access_js__WEBPACK_IMPORTED_MODULE_2__/* .passwordOf */ .N)(Object.entries(auths).find(([key]) => registryNamed(key) === registry)?.[1].auth ?? '');
}
const pathOf = ({ DOCKER_CONFIG: folder, HOME: home = '' }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder === undefined || folder === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.docker') : folder, 'config.json');
const keyOf = (registry) => (registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry);
async function configIn(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '{}');
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 69169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ namedBy),
/* harmony export */   e: () => (/* binding */ combinationsOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99411);


// https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
/** The combinations of a matrix: all of its values, without `exclude`, with `include`. */
function combinationsOf(matrix) {
    if (!isMapping(matrix))
        return [];
    const { include = [], exclude = [], ...axes } = matrix;
    const crossed = Object.entries(axes).reduce((all, [name, values]) => all.flatMap((one) => listOf(values).map((value) => ({ ...one, [name]: value }))), [{}]);
    const excluded = mappingsIn(exclude);
    const isLeft = (one) => !excluded.some((part) => isPartOf(part, one));
    const original = Object.keys(axes).length === 0 ? [] : crossed.filter(isLeft);
    return included(original, mappingsIn(include), Object.keys(axes));
}
/** Each included one extends the combinations that it does not contradict; if there are none, it is one of its own. */
function included(original, includes, axes) {
    const extended = original.map((one) => ({ ...one }));
    const added = [];
    for (const include of includes) {
        const own = Object.fromEntries(Object.entries(include).filter(([name]) => axes.includes(name)));
        const fitting = extended.filter((_, index) => isPartOf(own, original[index] ?? {}));
        if (fitting.length === 0)
            added.push(include);
        for (const one of fitting)
            Object.assign(one, include);
    }
    return [...extended, ...added];
}
/** `build (linux, 24)`, as GitHub names the jobs of a matrix. */
function namedBy(combination) {
    const values = Object.values(combination).flatMap((value) => textsIn(value));
    return values.length === 0 ? '' : ` (${values.join(', ')})`;
}
const textsIn = (value) => typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [(0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(value)];
const isPartOf = (part, whole) => Object.entries(part).every(([name, value]) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(whole[name], value));
const isMapping = (plain) => typeof plain === 'object' && plain !== null && !(0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(plain);
const listOf = (plain) => ((0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(plain) ? plain : [plain]);
const mappingsIn = (plain) => listOf(plain).filter(isMapping);


/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   kI: () => (/* binding */ hasGaps),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/** What is told of a run and its jobs, besides the steps. */
const annotationsOf = ({ annotations, jobs }) => [
    ...annotations,
    ...jobs.flatMap((job) => job.annotations),
];
/** Whether something of a job was not performed, so that its outputs may be unknown. */
const hasGaps = ({ steps, annotations }) => annotations.some((one) => one.omitted !== undefined) ||
    steps.some((step) => step.notPerformed !== undefined || step.omitted.length > 0);
/** The result of several jobs together. */
function joined(results) {
    if (results.includes('failure'))
        return 'failure';
    if (results.includes('cancelled'))
        return 'cancelled';
    return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}


/***/ }),

/***/ 4888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ calledFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_found_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39068);



/** A reusable workflow: of the same repository as its caller, or of a repository for which a folder was given. */
async function calledFile(uses, { caller, commit, repository, given }) {
    const local = uses.replace(/^\$\//, './');
    const home = (0,_actions_found_js__WEBPACK_IMPORTED_MODULE_2__/* .homeOf */ .lt)(caller);
    const whole = local.startsWith('./') && home !== undefined ? `${home.repository}/${local.slice(2)}@${home.ref}` : local;
    if (whole.startsWith('./'))
        return at(whole.slice(2), await repository.file(commit, whole.slice(2)));
    const [, name = '', path = '', wanted = ''] = /^([^/]+\/[^/]+)\/([^@]+)@(.+)$/.exec(whole) ?? [];
    const folder = (0,_actions_found_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(given, name, wanted);
    if (folder !== undefined)
        return at(whole, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path), 'utf8').catch(() => undefined));
    return name === repository.name ? at(path, await repository.file(wanted, path)) : undefined;
}
const at = (path, text) => (text === undefined ? undefined : { path, text });


/***/ }),

/***/ 57042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gK: () => (/* binding */ CommandFolder),
/* harmony export */   xg: () => (/* binding */ parsePairs)
/* harmony export */ });
/* unused harmony export CommandFiles */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31987);





const kinds = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'];
const mostOfSummary = 1024 * 1024;
/** Gives each step its files, and that of its script. Those of the next one are made while a program runs: the rehearsal only waits then. */
class CommandFolder {
    #temp;
    #next;
    #used;
    #script;
    constructor(temp) {
        this.#temp = temp;
    }
    take() {
        const made = this.#next;
        this.#next = undefined;
        return made?.areEmpty() === true ? made : this.#written(() => CommandFiles.create(this.#temp));
    }
    /** Writes a script, and returns its file. A step may have removed the folder: the next one has it again, as on a runner. */
    writeScript(text, extension) {
        const made = this.#script;
        const isMade = made !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(made) === extension;
        const path = isMade ? made : this.#scriptName(extension);
        if (isMade)
            this.#script = undefined;
        this.#written(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(this.#temp, { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, text);
        });
        return path;
    }
    // Why: docs/decisions.md D96
    /** Takes the files of a step back. A later one gets them, empty and under other names. */
    giveBack(files) {
        this.#used = files;
    }
    prepare() {
        const used = this.#used;
        this.#used = undefined;
        try {
            this.#next ??= used?.renewed() ?? CommandFiles.create(this.#temp);
            if (this.#script === undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((this.#script = this.#scriptName('.sh')), '');
        }
        catch {
            // The next step tries again, and says why it cannot.
        }
    }
    #scriptName(extension) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#temp, `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}${extension}`);
    }
    #written(write) {
        try {
            return write();
        }
        catch (cause) {
            const { code, path } = cause;
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${path} cannot be written (${code}).`, {
                fix: `Let no step before put something else in the place of RUNNER_TEMP, or change who may write there.`,
                cause,
            });
        }
    }
}
/** The files with which a step speaks to the runner. Each step gets its own. */
class CommandFiles {
    /** Their paths, by the variable that names them. */
    environment;
    #folder;
    static create(temp) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, '_runner_file_commands');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
        const files = new CommandFiles(folder);
        for (const path of Object.values(files.environment))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, '');
        return files;
    }
    constructor(folder) {
        const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
        const paths = kinds.map((kind) => [kind, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${kind.slice(7).toLowerCase()}_${id}`)]);
        this.#folder = folder;
        this.environment = Object.fromEntries(paths);
    }
    /** The same files, empty and with other names. None if the step has put something else in the place of one. */
    renewed() {
        const renewed = new CommandFiles(this.#folder);
        for (const kind of kinds) {
            const [old, path] = [this.environment[kind], renewed.environment[kind]];
            const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(old, { throwIfNoEntry: false });
            if (found?.isFile() !== true || found.nlink > 1)
                return undefined;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(old, path);
            if (found.size > 0)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.truncateSync)(path);
        }
        return renewed;
    }
    /** Another step may have removed them, or written there. */
    areEmpty() {
        return Object.values(this.environment).every((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false })?.size === 0);
    }
    /** The names and values in a file. */
    pairs(kind) {
        return parsePairs(this.#text(kind), kind);
    }
    /** The folders that are put before the PATH, the last one first. */
    folders() {
        return this.#text('GITHUB_PATH').split(/\r?\n/).filter(Boolean).toReversed();
    }
    /** GitHub drops a summary that is too large. */
    summary() {
        const text = this.#text('GITHUB_STEP_SUMMARY');
        return Buffer.byteLength(text) > mostOfSummary ? '' : text;
    }
    /** A step can remove a file, which says nothing then. */
    #text(kind) {
        const path = this.environment[kind];
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
        return found?.isFile() && found.size > 0 ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8') : '';
    }
}
/** `name=value`, or `name<<END`, lines, `END`. */
function parsePairs(text, file) {
    const pairs = {};
    const lines = text.split(/\r?\n/);
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? '';
        if (line === '')
            continue;
        const [, name, delimiter] = /^([^=]*?)<<(.+)$/.exec(line) ?? [];
        if (name !== undefined && delimiter !== undefined) {
            const end = lines.indexOf(delimiter, at + 1);
            if (end < 0)
                throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${file} has no line ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(delimiter)}, which ends the value of ${name}.`);
            pairs[name] = lines.slice(at + 1, end).join('\n');
            at = end;
            continue;
        }
        const equals = line.indexOf('=');
        if (equals <= 0)
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`The line ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(line.slice(0, 80))} of ${file} has no name and value.`, {
                fix: 'Write name=value. A value of several lines needs name<<END, the lines, and END.',
            });
        pairs[line.slice(0, equals)] = line.slice(equals + 1);
    }
    return pairs;
}


/***/ }),

/***/ 33716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inContainer)
/* harmony export */ });
/** Why nothing that runs in a container is performed. */
const inContainer = 'it runs in a container, which a rehearsal does not';


/***/ }),

/***/ 63831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ dispatchInputs)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2680);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _workflow_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45890);
/* harmony import */ var _workflow_workflow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94604);





/** The inputs of `workflow_dispatch` as the workflow sees them: with defaults, and booleans as such. */
function dispatchInputs(trigger, given) {
    const declared = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(trigger?.filters, 'inputs'));
    const names = declared.map(({ key }) => key);
    const at = trigger?.at;
    const unknown = Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow has no input ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)}.`, { fix: (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, names), at }));
    const wrong = declared.flatMap((entry) => refusalOf(entry, given[entry.key]) ?? []);
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('The workflow cannot be started with these inputs.', [...unknown, ...wrong]);
    return Object.fromEntries(declared.map((entry) => [entry.key, inputOf(entry, given[entry.key])]));
}
const typeOf = ({ value }) => (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'type')) ?? 'string';
function inputOf(entry, given) {
    const value = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'default');
    const text = given ?? (value?.kind === 'literal' ? value.value : undefined);
    const type = typeOf(entry);
    if (type === 'boolean')
        return String(text ?? false) === 'true';
    if (text !== undefined && text !== null)
        return type === 'number' ? Number(text) : String(text);
    return type === 'choice' ? ((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(entry.value, 'options'))[0] ?? '') : '';
}
function refusalOf(entry, given) {
    const { key, keyAt, value } = entry;
    const text = given === undefined ? (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'default')) : String(given);
    const type = typeOf(entry);
    const named = (sentence, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Input ${key} ${sentence}`, { fix, at: keyAt });
    if (text === undefined || text === '')
        return (0,_workflow_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .isRequired */ .gx)(entry) && type !== 'boolean' && type !== 'choice'
            ? named('is required.', `Give it with --input ${key}=VALUE.`)
            : undefined;
    const options = (0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)((0,_workflow_value_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(value, 'options'));
    if (type === 'choice' && !options.includes(text))
        return named(`has to be ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(options, 'or')}, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`, (0,_domain_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(text, options));
    if (type === 'boolean' && !['true', 'false'].includes(text))
        return named(`has to be true or false, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    if (type === 'number' && (text.trim() === '' || Number.isNaN(Number(text))))
        return named(`has to be a number, not ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`);
    return undefined;
}


/***/ }),

/***/ 20375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refName),
/* harmony export */   m: () => (/* binding */ shortRef)
/* harmony export */ });
/** `tag v1.2.3`, `branch main` */
function refName(ref) {
    if (ref.startsWith('refs/tags/'))
        return `tag ${ref.slice('refs/tags/'.length)}`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${ref.slice('refs/heads/'.length)}`;
    return ref;
}
/** What `github.ref_name` is. */
const shortRef = (ref) => ref.replace(/^refs\/(?:heads|tags|pull)\//, '');


/***/ }),

/***/ 76801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var value = __webpack_require__(45890);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(20375);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/filter-pattern.js
var filter_pattern = __webpack_require__(40626);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/ref-filter.js
var ref_filter = __webpack_require__(21773);
;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/path-filter.js



/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
function changedPaths(filters, paths) {
    const [wanted, ignored] = [(0,ref_filter/* patternsOf */.D4)(filters, 'paths'), (0,ref_filter/* patternsOf */.D4)(filters, 'paths-ignore')];
    if (wanted !== undefined) {
        const hit = paths.find((path) => isWanted(path, wanted));
        const at = (0,value/* valueAt */.fK)(filters, 'paths')?.at ?? { file: '' };
        return hit === undefined
            ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
            : { runs: true, because: `${hit} is one of its paths`, at };
    }
    if (ignored === undefined)
        return undefined;
    const at = (0,value/* valueAt */.fK)(filters, 'paths-ignore')?.at ?? { file: '' };
    const other = paths.find((path) => !ignored.some(({ pattern }) => (0,filter_pattern/* matchesPattern */.MT)(path, pattern)));
    return other === undefined
        ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
        : { runs: true, because: `${other} is not among its paths-ignore`, at };
}
function isWanted(path, patterns) {
    const last = (0,filter_pattern/* lastMatch */.c_)(path, patterns);
    return last !== undefined && !(0,filter_pattern/* isNegation */.Ct)(last.pattern);
}
function among(paths) {
    if (paths.length === 0)
        return ' (nothing was changed)';
    return ` (${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''})`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/triggers/verdict.js




// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
const defaultActivities = {
    merge_group: ['checks_requested'],
    pull_request: ['opened', 'synchronize', 'reopened'],
    pull_request_target: ['opened', 'synchronize', 'reopened'],
};
const mostTags = 3;
const startedByJobs = new Set(['workflow_dispatch', 'repository_dispatch']);
/** Whether an event starts a workflow. */
function verdictOn(workflow, event) {
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
    if (trigger === undefined)
        return { runs: false, because: `it does not listen to ${event.name}${others(workflow)}`, at: start };
    const findings = [activity, observed, refs, paths, obstacle].map((look) => look(trigger, event));
    const stop = findings.find((one) => one?.runs === false);
    return (stop ??
        findings.findLast((one) => one !== undefined) ?? {
        runs: true,
        because: `it listens to ${event.name}`,
        at: trigger.at,
    });
}
function others({ triggers }) {
    const names = triggers.map(({ event }) => event);
    return names.length === 0 ? '' : `, but to ${names.join(', ')}`;
}
function activity({ filters, at, event: listened }, event) {
    if (event.activity === undefined)
        return undefined;
    const written = (0,value/* valueAt */.fK)(filters, 'types');
    const types = written === undefined ? defaultActivities[listened] : (0,value/* textsOf */.CB)(written);
    const what = `${listened} ${event.activity}`;
    if (types === undefined || types.includes(event.activity))
        return { runs: true, because: `it listens to ${what}`, at: written?.at ?? at };
    return { runs: false, because: `it does not listen to ${what}, but to ${types.join(', ')}`, at: written?.at ?? at };
}
/** What keeps an event from starting anything, whatever the workflows say. */
function obstacle({ at }, { name, ref, actor, tagsInPush = 0, message = '' }) {
    if (actor.kind === 'job' && !startedByJobs.has(name))
        return {
            runs: false,
            isHeld: true,
            because: `the token of a job did this, which starts no workflow: ${name} at ${(0,triggers_event/* refName */.P)(ref)}`,
            at,
            fix: 'Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
        };
    if (name === 'push' && ref.startsWith('refs/tags/') && tagsInPush > mostTags)
        return {
            runs: false,
            isHeld: true,
            because: `${tagsInPush} tags were pushed at once, and GitHub makes no events for more than ${mostTags}`,
            at,
            fix: `Push at most ${mostTags} tags at once.`,
        };
    const skip = ['push', 'pull_request'].includes(name) ? skipOf(message) : undefined;
    return skip === undefined
        ? undefined
        : {
            runs: false,
            isHeld: true,
            because: `the message of the commit has ${skip}`,
            at,
            fix: `Commit again without ${skip}.`,
        };
}
// https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
function skipOf(message) {
    const marked = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.exec(message)?.[0];
    return marked ?? /\n\n(?:[^\n]*\n)*?(skip-checks: ?true)\s*$/.exec(message)?.[1];
}
/** Of which workflows `workflow_run` follows the runs. */
function observed({ filters, at }, { completed, headBranch }) {
    if (completed === undefined)
        return undefined;
    const followed = (0,value/* valueAt */.fK)(filters, 'workflows');
    if (!(0,value/* textsOf */.CB)(followed).includes(completed))
        return { runs: false, because: `it does not follow the workflow ${completed}`, at: followed?.at ?? at };
    return headBranch === undefined
        ? undefined
        : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'branch', name: headBranch });
}
function refs({ filters, at }, { name, ref, baseBranch }) {
    if (name === 'push')
        return (0,ref_filter/* pushedRef */.L5)(filters, ref, at);
    const branch = name.startsWith('pull_request') ? baseBranch : undefined;
    return branch === undefined ? undefined : (0,ref_filter/* byFilters */.Jx)(filters, { key: 'branches', kind: 'base branch', name: branch });
}
/** Path filters do not count for tags. */
function paths({ filters }, { ref, changedPaths: changed }) {
    return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}


/***/ })

};
