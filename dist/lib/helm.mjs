export const id = "helm";
export const ids = ["helm"];
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

/***/ 43909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ chartBudget),
/* harmony export */   hR: () => (/* binding */ readChartArchive),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   p: () => (/* binding */ mostFiles),
/* harmony export */   xR: () => (/* binding */ isChartInside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70251);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);




// The limit of Helm itself: https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/archive.go
const mostBytes = 100 * 1024 * 1024;
const mostFiles = 10_000;
const mostLevels = 8;
/** Reads a packaged chart, and checks the packaged charts in its folder `charts` in the same way. */
function readChartArchive(file, bytes, budget = chartBudget(), level = 1) {
    const refuse = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${file} ${problem}.`, { fix, at: { file } });
    if (level > mostLevels)
        throw refuse(`is in more than ${mostLevels} other charts, which is the limit`);
    const found = (0,_archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readTgz */ ._)(bytes, budget, refuse);
    budget.files -= found.length;
    budget.bytes -= found.reduce((total, { content }) => total + content.length, 0);
    const tops = new Set(found.map(({ path }) => path.split('/', 1)[0] ?? ''));
    const [top] = tops;
    if (top === undefined)
        throw refuse('has no files');
    if (tops.size > 1)
        throw refuse(`has ${tops.size} folders, where a chart has one: ${[...tops].map(_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL).join(', ')}`);
    const loose = found.find(({ path }) => path === top);
    if (loose !== undefined)
        throw refuse(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(top)}, which is in no folder`);
    const files = found.map(({ path, content }) => ({ path: path.slice(top.length + 1), content }));
    if (!files.some(({ path }) => path === 'Chart.yaml'))
        throw refuse('has no Chart.yaml in its folder');
    for (const { path, content } of files.filter((one) => isChartInside(one.path)))
        readChartArchive(`${file}/${path}`, content, budget, level + 1);
    return { top, files };
}
const chartBudget = () => ({ bytes: mostBytes, files: mostFiles });
/** Whether Helm reads a file of a chart as a packaged chart. */
const isChartInside = (path) => /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/.test(path) && !/^[_.]/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
const fix = 'Get this chart again from where it is published. If it is yours, package it again.';


/***/ }),

/***/ 21104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ helmMachine),
/* harmony export */   XO: () => (/* binding */ parseHelmMirror),
/* harmony export */   bT: () => (/* binding */ parseHelmRelease),
/* harmony export */   c3: () => (/* binding */ publishedSum)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28242);



const fix = 'Write a version such as v3.22.0, or with the checksum of its archive: v3.22.0@sha256:…';
/** Reads `v3.22.0`, or `v3.22.0@sha256:…` with one checksum or, for several machines, several with commas between them. */
function parseHelmRelease(text) {
    const [version = '', sums] = text.trim().split('@', 2);
    const bare = version.replace(/^v/, '');
    if ((0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSemver */ .kf)(bare)) instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, which is no exact version of Helm.`, { fix });
    if (!/^[34]\./.test(bare))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}. Only Helm 3 and Helm 4 can be used.`, { fix });
    const pins = sums === undefined ? [] : sums.split(',').map((sum) => /^sha256:([0-9a-f]{64})$/.exec(sum.trim())?.[1]);
    if (pins.includes(undefined))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, whose checksum is no SHA-256.`, { fix });
    return { version: `v${bare}`, pins: pins.filter((pin) => pin !== undefined) };
}
/** The address of a server that has Helm's archives. */
function parseHelmMirror(text) {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    const isLocal = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) && url.username === '')
        return url.href.replace(/\/$/, '');
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.replace(/\/\/[^/]*@/, '//…@'))}, which is no https address.`, {
        fix: 'Give the address below which the archives are, such as https://get.helm.sh.',
    });
}
const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const processors = {
    x64: 'amd64',
    arm64: 'arm64',
    arm: 'arm',
    ia32: '386',
    ppc64: 'ppc64le',
    s390x: 's390x',
    riscv64: 'riscv64',
    loong64: 'loong64',
};
/** What Helm calls a machine, such as `linux-amd64`. https://helm.sh/docs/intro/install */
function helmMachine({ platform, arch }) {
    const [system, processor] = [systems[platform], processors[arch]];
    if (system !== undefined && processor !== undefined)
        return `${system}-${processor}`;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no Helm to download for ${platform} on ${arch}.`, {
        fix: 'Install Helm in an earlier step, and leave the input helm-version out.',
    });
}
/** The checksum in a file that `sha256sum` wrote for one archive. */
function publishedSum(text, { url, archive }) {
    const [, sum, name] = /^([0-9a-f]{64})(?: [ *](\S+))?\s*$/.exec(text) ?? [];
    if (sum !== undefined && (name === undefined || name.split('/').at(-1) === archive))
        return sum;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${url} is no checksum of ${archive}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text.slice(0, 100))}.`, {
        fix: 'Find out what answers there, or pin the checksum in the input helm-version.',
    });
}


/***/ }),

/***/ 70770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Helm: () => (/* binding */ Helm)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/domain/archives/tar-reader.js
var tar_reader = __webpack_require__(70251);
// EXTERNAL MODULE: ./build/src/domain/charts/helm-release.js
var helm_release = __webpack_require__(21104);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __webpack_require__(34104);
;// CONCATENATED MODULE: ./build/src/world/helm/download.js


const patience = 10 * 60_000;
/** The whole of a file. What is cut off is asked for again. */
function download(url, longest, { host, http }) {
    return (0,retry/* repeated */.ZD)(() => downloadOnce(url, longest, { host, http }), host);
}
async function downloadOnce(url, longest, { http }) {
    const asking = { headers: { 'accept-encoding': 'identity' }, milliseconds: patience };
    const { status, body } = await http.once(url, asking, (pieces) => wholeBody(pieces, url, longest));
    if (status === 200)
        return body;
    throw new error/* ReleaseError */.K2(`${url} answered ${status}.`, {
        fix: 'Correct the input helm-version or helm-mirror: there is no such archive.',
    });
}
async function wholeBody(body, url, longest) {
    const pieces = [];
    let length = 0;
    for await (const piece of body) {
        length += piece.length;
        if (length > longest)
            throw new error/* ReleaseError */.K2(`${url} has more than ${longest} bytes, which is the limit here.`, {
                fix: `Find out what answers at ${new URL(url).origin}.`,
            });
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}

;// CONCATENATED MODULE: ./build/src/world/helm/install.js









const cacheName = 'release-actions-helm'; // others fill "helm" without a look at checksums
const bounds = { bytes: 512 * 1024 * 1024, files: 100 };
const longestArchive = 256 * 1024 * 1024;
// Why: docs/decisions.md D58
/** The Helm of a release. Its archive is compared with its checksum before anything of it is unpacked. */
async function installedHelm(release, mirror, context) {
    const { host, files } = context;
    const cache = await toolCache(host);
    const known = await cache?.find(release);
    if (known !== undefined)
        return known;
    const archive = await verifiedArchive(release, mirror, context);
    const folder = await files.scratch();
    const helm = (0,external_node_path_.join)(folder, binary);
    await (0,promises_.writeFile)(helm, archive.helm);
    await (0,promises_.chmod)(helm, 0o755);
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'sha256'), archive.sum);
    const place = (await cache?.keep(release, folder)) ?? folder;
    return { path: (0,external_node_path_.join)(place, binary), note: noteOf(release, archive.sum, ', downloaded by this run') };
}
const binary = process.platform === 'win32' ? 'helm.exe' : 'helm';
const noteOf = ({ version, pins }, sum, from) => `Packaged with Helm ${version}${from}. Its archive has the SHA-256 ${sum}, which is the one ${pins.length > 0 ? 'in the input helm-version' : 'that its server publishes'}.`;
async function verifiedArchive(release, mirror, context) {
    const { version, pins } = release;
    const machine = (0,helm_release/* helmMachine */.Ac)(process);
    const name = `helm-${version}-${machine}.tar.gz`;
    const url = `${mirror}/${name}`;
    const allowed = pins.length > 0 ? pins : [await publishedFor(url, name, context)];
    const bytes = await download(url, longestArchive, context);
    const sum = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (!allowed.includes(sum))
        throw otherArchive(url, sum, { allowed, isPinned: pins.length > 0 });
    const refuse = (problem) => new error/* ReleaseError */.K2(`${url} ${problem}.`, { fix: 'Find out where this archive comes from. Nothing of it was used.' });
    const helm = (0,tar_reader/* readTgz */._)(bytes, bounds, refuse).find(({ path }) => path === `${machine}/${binary}`);
    if (helm === undefined)
        throw refuse(`has no ${machine}/${binary}`);
    return { sum, helm: helm.content };
}
async function publishedFor(url, archive, { host, http }) {
    const address = `${url}.sha256sum`;
    const { status, body } = await (0,retry/* repeated */.ZD)(() => http.get(address, { longest: 4096 }), host);
    if (status === 200)
        return (0,helm_release/* publishedSum */.c3)(body, { url: address, archive });
    throw new error/* ReleaseError */.K2(`${address} answered ${status}.`, {
        fix: 'Correct the input helm-version: this release has no archive for this machine. https://github.com/helm/helm/releases',
    });
}
const otherArchive = (url, sum, { allowed, isPinned }) => new error/* ReleaseError */.K2(`${url} has the SHA-256 ${sum}, not ${allowed.join(' or ')}, which ${isPinned ? 'the input helm-version has' : 'its server publishes'}.`, {
    fix: isPinned
        ? 'Compare the checksum with the one at https://github.com/helm/helm/releases. Nothing of the archive was used.'
        : 'Run it again. If it stays so, find out what answers there. Nothing of the archive was used.',
});
/** The folder of the runner in which later steps and jobs find programs. Without one, nothing is kept. */
async function toolCache({ env }) {
    if ((env['RUNNER_TOOL_CACHE'] ?? '') === '')
        return undefined;
    const { find, cacheDir } = await __webpack_require__.e(/* import() */ "tool-cache").then(__webpack_require__.bind(__webpack_require__, 53576));
    return {
        async find(release) {
            const folder = find(cacheName, release.version);
            if (folder === '' || !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, binary)))
                return undefined;
            const sum = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'sha256'), 'utf8');
            if (release.pins.length > 0 && !release.pins.includes(sum))
                return undefined;
            const note = noteOf(release, sum, ', from the tool cache of this machine');
            return { path: (0,external_node_path_.join)(folder, binary), note };
        },
        keep: ({ version }, folder) => cacheDir(folder, cacheName, version),
    };
}

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/helm/program.js


/** The Helm in PATH. Its major version decides whether it can be used. */
async function helmInPath(tools) {
    const { code, stdout, stderr } = await tools.run('helm', ['version', '--template', '{{.Version}}'], { minutes: 1 });
    const version = stdout.trim();
    if (code === 0 && /^v[34]\.\d/.test(version))
        return { path: 'helm', note: `Packaged with the Helm in PATH, ${version}. Whoever installed it has checked it.` };
    throw new error/* ReleaseError */.K2(code === 0
        ? `The helm in PATH is ${(0,domain_text/* quoted */.TL)(version.slice(0, 100))}, which is neither Helm 3 nor Helm 4.`
        : `The helm in PATH does not tell its version: it ended with the exit code ${code}.`, {
        fix: 'Install Helm 3 or Helm 4 in an earlier step, or give the input helm-version.',
        ...(code !== 0 && { cause: new Error((stderr || stdout).trim()) }),
    });
}

// EXTERNAL MODULE: ./build/src/domain/charts/chart-archive.js
var chart_archive = __webpack_require__(43909);
;// CONCATENATED MODULE: ./build/src/domain/charts/carried.js


/** Whether `helm package` takes a file as it is, whatever is in it. A byte order mark at its start is left out. */
const isCarried = (path, size, start) => size <= largest && !isRead.test(path) && !byteOrderMark.equals(start());
const byteOrderMark = Buffer.from('\uFEFF');
// Some releases of Helm refuse larger files: https://github.com/helm/helm/blob/v3.18.0/pkg/chart/loader/directory.go
const largest = 5 * 1024 * 1024;
// Templates and crds are only copied, too, but a later Helm may look at them.
// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/load.go
const isRead = /^(?:(?:templates|crds|charts)\/|(?:(?:Chart|requirements)\.(?:yaml|lock)|values\.yaml|values\.schema\.json|\.helmignore)$)/;
/** Reads the archive that Helm has made of a chart, and gives the carried files in it their bytes. */
function madeChart(file, bytes, carried) {
    const budget = (0,chart_archive/* chartBudget */.Wd)();
    const chart = (0,chart_archive/* readChartArchive */.hR)(file, bytes, budget);
    const entries = chart.files.map(({ path, content }) => {
        const { size, content: pieces } = carried.get(path) ?? { size: content.length, content: () => [content] };
        budget.bytes -= size - content.length;
        return { kind: 'file', path: `${chart.top}/${path}`, isExecutable: false, size, content: pieces };
    });
    if (budget.bytes >= 0)
        return { chart, entries };
    throw new error/* ReleaseError */.K2(`${file} unpacks to more than ${chart_archive/* mostBytes */.j$} bytes, which is the limit.`, {
        fix: 'Take out what the chart and the charts in it do not need.',
        at: { file },
    });
}

// EXTERNAL MODULE: ./build/src/domain/edits/decode-text.js
var decode_text = __webpack_require__(49738);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __webpack_require__(56511);
// EXTERNAL MODULE: ./build/src/world/file-pieces.js
var file_pieces = __webpack_require__(60568);
;// CONCATENATED MODULE: ./build/src/world/helm/light-copy.js





// Why: docs/decisions.md D93
/**
 * Copies the folder of a chart for `helm package`, with empty files in the place of those that Helm only copies. Returns
 * these files: as the folder has them, or as they were given if it does not have them.
 */
async function lightCopy(from, to, carried) {
    const copied = (await filesIn(from)).filter((path) => !carried.has(path));
    makeFoldersOf([...copied, ...carried.keys()], to);
    for (const path of copied)
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(from, path), (0,external_node_path_.join)(to, path));
    const empty = `${to}.empty`;
    (0,external_node_fs_.writeFileSync)(empty, '');
    for (const path of carried.keys())
        makeEmpty((0,external_node_path_.join)(to, path), empty);
    return new Map([...carried].map(([path, file]) => {
        const place = (0,external_node_path_.join)(from, path);
        if (!(0,external_node_fs_.existsSync)(place))
            return [path, file];
        const { size } = (0,external_node_fs_.statSync)(place);
        return [path, { size, content: () => (0,file_pieces/* contentOf */.$)(place, size, path) }];
    }));
}
const filesIn = async (folder) => (await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => (0,workspace_path/* withSlashes */.s)((0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name))));
/** Makes the folders that files with these paths need. */
function makeFoldersOf(paths, root) {
    for (const folder of new Set([...paths].map((path) => (0,external_node_path_.dirname)(path))))
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(root, folder), { recursive: true });
}
/** Makes an empty file: another name of one, which is faster, or a new one where the file system has no more names for it. */
function makeEmpty(place, empty) {
    try {
        (0,external_node_fs_.linkSync)(empty, place);
    }
    catch {
        (0,external_node_fs_.writeFileSync)(place, '');
    }
}

;// CONCATENATED MODULE: ./build/src/world/helm/workshop.js







/** Charts in a copy outside the workspace, where Helm can do what it wants. */
class Workshop {
    #place;
    /** By the folders of the charts. */
    #carried = new Map();
    #made = 0;
    constructor(place) {
        this.#place = place;
    }
    get program() {
        return this.#place.program;
    }
    /** Copies what Helm reads of a chart. The rest is copied when it is needed. Links become files. */
    async copy(folder, { files }) {
        const { archives } = this.#place;
        const content = archives.content(folder);
        const { carried = [], read = [] } = Object.groupBy(files, ({ path, source, size }) => isCarried(path, size, () => archives.start(folder, source, 3)) ? 'carried' : 'read');
        const withContent = (all) => new Map(all.map(({ path, source, size }) => [path, { size, content: () => content(source, size) }]));
        await writeAll(this.#at(folder), withContent(read));
        this.#carried.set(folder, withContent(carried));
        await this.refuseBadArchives(folder);
    }
    /** The text of a file; undefined if there is none. */
    async text(file) {
        const place = this.#at(file);
        return (0,external_node_fs_.existsSync)(place) ? (0,decode_text/* decodeText */.g)(file, await (0,promises_.readFile)(place)) : undefined;
    }
    async write({ file, text }) {
        await (0,promises_.writeFile)(this.#at(file), text);
    }
    /** Runs a command of Helm for a chart. It may change the copy. */
    async run(command, folder, fix, options = []) {
        for (const [chart, carried] of this.#carried)
            await writeAll(this.#at(chart), carried);
        const env = command === 'lint' ? {} : configuration(this.#place.env);
        await this.#helm([...command.split(' '), ...options], folder, { fix, env, cwd: this.#place.source });
        await this.refuseBadArchives(folder);
    }
    /** Packages a chart, and reads the archive that Helm has made. What Helm only copies does not go through it. */
    async package(folder) {
        const made = (0,external_node_path_.join)(this.#place.made, String(this.#made++));
        const light = (0,external_node_path_.join)(made, 'source');
        const carried = await lightCopy(this.#at(folder), (0,external_node_path_.join)(light, folder), this.#carried.get(folder) ?? new Map());
        const fix = 'Correct what Helm has said.';
        await this.#helm(['package', '--destination', made], folder, { fix, env: {}, cwd: light });
        const name = (await (0,promises_.readdir)(made)).find((one) => one.endsWith('.tgz')) ?? '';
        return madeChart(name, await (0,promises_.readFile)((0,external_node_path_.join)(made, name)), carried);
    }
    /** Refuses packaged charts in a chart that Helm should not unpack. */
    async refuseBadArchives(folder) {
        const root = this.#at(folder);
        const found = await (0,promises_.readdir)(root, { recursive: true });
        for (const path of found.map((one) => one.split(external_node_path_.sep).join('/')).filter((one) => (0,chart_archive/* isChartInside */.xR)(one)))
            (0,chart_archive/* readChartArchive */.hR)(external_node_path_.posix.join(folder, path), await (0,promises_.readFile)((0,external_node_path_.join)(root, path)));
    }
    async #helm(args, folder, { fix, env, cwd }) {
        const { program, builders } = this.#place;
        const what = `the chart ${folder}`;
        const { path } = await program;
        await builders.build(path, [...args, '--', folder], { what, cwd, env, fix, minutes: 15 });
    }
    #at(path) {
        const { source } = this.#place;
        const place = (0,external_node_path_.join)(source, path);
        if ((0,external_node_path_.relative)(source, place).startsWith('..'))
            throw new Error(`${path} is outside the workshop`);
        return place;
    }
}
/** Writes the files that are not there yet. */
async function writeAll(folder, files) {
    makeFoldersOf(files.keys(), folder);
    for (const [path, { content }] of files) {
        const place = (0,external_node_path_.join)(folder, path);
        if ((0,external_node_fs_.existsSync)(place))
            continue;
        const pieces = content();
        if (Symbol.iterator in pieces)
            (0,external_node_fs_.writeFileSync)(place, Buffer.concat([...pieces]));
        else
            await (0,promises_.writeFile)(place, pieces); // small files come at once: many of them take a tenth of the time
    }
}
/** Where the user has told Helm about repositories and passwords: Helm itself runs with another home. */
function configuration(env) {
    const home = env['HOME'] ?? env['USERPROFILE'];
    if (home === undefined)
        return {};
    const byPlatform = {
        darwin: (0,external_node_path_.join)(home, 'Library', 'Preferences'),
        win32: env['APPDATA'] ?? home,
    };
    const base = env['XDG_CONFIG_HOME'] ?? byPlatform[process.platform] ?? (0,external_node_path_.join)(home, '.config');
    return {
        HELM_CONFIG_HOME: env['HELM_CONFIG_HOME'] ?? (0,external_node_path_.join)(base, 'helm'),
        DOCKER_CONFIG: env['DOCKER_CONFIG'] ?? (0,external_node_path_.join)(home, '.docker'),
    };
}

;// CONCATENATED MODULE: ./build/src/world/helm/helm.js




/** The helm program, and the charts that it packages. */
class Helm {
    #host;
    #ports;
    constructor(host, ports) {
        this.#host = host;
        this.#ports = ports;
    }
    /**
     * A place outside the workspace where charts are copied to, edited and packaged, by the Helm of a release or the one in
     * PATH. That is looked for, or installed, while charts are copied: its promise has to be awaited with them.
     */
    async workshop(release, mirror) {
        const { archives, builders, files } = this.#ports;
        const folder = await files.scratch();
        const program = this.#program(release, mirror);
        return new Workshop({
            source: (0,external_node_path_.join)(folder, 'source'),
            made: (0,external_node_path_.join)(folder, 'made'),
            program,
            archives,
            builders,
            env: this.#host.env,
        });
    }
    /** The Helm of this release, which is installed if it is not there yet. Without a release, the one in PATH. */
    #program(release, mirror) {
        const { files, http, tools } = this.#ports;
        if (release === undefined)
            return helmInPath(tools);
        return installedHelm(release, mirror, { host: this.#host, files, http });
    }
}


/***/ })

};
