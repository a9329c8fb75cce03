export const id = "registry";
export const ids = ["registry"];
export const modules = {

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

/***/ 39264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   FJ: () => (/* binding */ cosignTags),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   Pr: () => (/* binding */ isSchema1),
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   fH: () => (/* binding */ fallbackTag),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   sJ: () => (/* binding */ isForeignLayer)
/* harmony export */ });
/** Everything that a manifest consists of. */
const partsOf = (manifest) => manifest.kind === 'index' ? manifest.manifests : [manifest.config, ...manifest.layers];
const mediaTypes = {
    image: ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json'],
    index: ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'],
};
/** The first manifests of Docker have signatures in them, and their digests are not those of their bytes. */
const isSchema1 = (mediaType) => /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(mediaType);
const isIndex = (mediaType) => mediaTypes.index.some((known) => known === mediaType);
const isManifest = (mediaType) => isIndex(mediaType) || mediaTypes.image.some((known) => known === mediaType);
/** Layers that registries may not redistribute. They stay where their `urls` say. */
const isForeignLayer = (mediaType) => /^application\/vnd\.(?:docker\.image\.rootfs\.foreign\.|oci\.image\.layer\.nondistributable\.)/.test(mediaType);
/** The tag below which a registry without the API of referrers has them: the tag schema of the specification. */
const fallbackTag = (digest) => digest.replace(/^(\w+):(\w{64}).*$/, '$1-$2');
/** cosign's own tags for what belongs to an image: signatures, attestations, SBOMs. */
const cosignTags = (digest) => ['sig', 'att', 'sbom'].map((kind) => `${digest.replace(':', '-')}.${kind}`);


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

/***/ 97446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ PiecesBody),
/* harmony export */   p: () => (/* binding */ FileBody)
/* harmony export */ });
/* harmony import */ var _file_pieces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60568);

/** A body that is sent piece by piece, from the beginning each time. A class, because Octokit makes JSON of plain objects. */
class PiecesBody {
    size;
    pieces;
    constructor({ size, pieces }) {
        this.size = size;
        this.pieces = pieces;
    }
}
/** A file that is sent from disk. */
class FileBody extends PiecesBody {
    constructor({ path, size }) {
        super({ size, pieces: () => (0,_file_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .piecesOf */ .X)(path) });
    }
}


/***/ }),

/***/ 64564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Registry: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var images_reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/world/http/whole-body.js
var whole_body = __webpack_require__(28397);
// EXTERNAL MODULE: ./build/src/world/retry.js
var retry = __webpack_require__(34104);
// EXTERNAL MODULE: ./build/src/world/http/file-body.js
var file_body = __webpack_require__(97446);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/images/digest.js
var images_digest = __webpack_require__(48053);
;// CONCATENATED MODULE: ./build/src/world/registry/verified-content.js



/** The content is not what its digest and its length say. What was sent of it is worth nothing. */
class WrongContent extends retry/* Unanswered */.XX {
}
const spacing = 8 * 1024 * 1024;
/**
 * Content that is hashed while it is sent, in one part or in several. The hash is kept every few megabytes: a part that is
 * sent again needs only what follows the last of them.
 */
class VerifiedContent {
    #source;
    #hashes;
    constructor(source) {
        this.#source = source;
        this.#hashes = new Map([[0, (0,external_node_crypto_.createHash)((0,images_digest/* algorithmOf */.Hy)(source.digest))]]);
    }
    get size() {
        return this.#source.size;
    }
    get digest() {
        return this.#source.digest;
    }
    /** A part of the content. Throws in place of its last piece if something is wrong with the whole. */
    async *part(from, to) {
        const start = Math.max(...[...this.#hashes.keys()].filter((known) => known <= from));
        const hash = (this.#hashes.get(start) ?? (0,external_node_crypto_.createHash)((0,images_digest/* algorithmOf */.Hy)(this.#source.digest))).copy();
        let [at, last] = [start, start];
        for await (const piece of this.#source.content(start)) {
            const kept = piece.subarray(0, to - at);
            hash.update(kept);
            const isNew = kept.subarray(Math.min(Math.max(from - at, 0), kept.length));
            at += kept.length;
            if (at - last >= spacing || at === to) {
                this.#hashes.set(at, hash.copy());
                last = at;
            }
            if (at === this.size)
                this.#verify(hash);
            if (isNew.length > 0)
                yield isNew;
            if (at === to)
                return; // nobody reads what follows
        }
        if (at < to)
            throw this.#wrong(`should have ${this.size} bytes, but only ${at} came`);
        if (this.size === 0)
            this.#verify(hash);
    }
    #verify(hash) {
        const found = `${(0,images_digest/* algorithmOf */.Hy)(this.#source.digest)}:${hash.digest('hex')}`;
        if (found !== this.digest)
            throw this.#wrong(`came with the digest ${found}`);
    }
    #wrong(how) {
        for (const known of this.#hashes.keys())
            if (known > 0)
                this.#hashes.delete(known);
        return new WrongContent(`${this.digest} ${how}`);
    }
}

;// CONCATENATED MODULE: ./build/src/world/registry/uploads.js




/** How content can be sent. Each way is for registries that do not take the one before. */
const ways = ['whole', 'streamed', 'in chunks'];
const chunk = 4 * 1024 * 1024; // the most that ghcr.io takes: https://github.com/ocx-sh/ocx/pull/237
/** What a registry answers that does not take a way, or not so much at once. */
const otherWay = new Set([400, 404, 405, 411, 413, 415, 416]);
/** Begins an upload, and returns its address. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put */
function beginUpload(target) {
    const { server, place } = target;
    const wanted = { ...asking(target), method: 'POST', path: `${place.repository}/blobs/uploads/` };
    return server.ask(wanted, async (answer) => {
        if (answer.status !== 202)
            throw await server.refusal(answer, wanted);
        return server.ownAddress(answer.headers.get('location'), answer.url, wanted.what);
    });
}
const contentOf = (place) => `content of ${(0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(place))}`;
const asking = ({ place, scopes }) => ({
    what: contentOf(place),
    scopes,
});
/** Sends content to registries, each in the first way that it takes. */
class Uploads {
    #host;
    #ways = new Map();
    constructor(host) {
        this.#host = host;
    }
    /**
     * Sends content into the upload that `begin` begins. If the connection breaks off, it goes on where the registry is, or
     * begins again. Returns whether it was sent: `begin` may find out that this is not needed.
     */
    async send(target, source, begin) {
        const content = new VerifiedContent(source);
        return (0,retry/* repeated */.ZD)(async () => {
            for (;;) {
                const address = await begin();
                if (address === undefined)
                    return false;
                const way = this.#ways.get(target.server.registry) ?? ways[0];
                const refused = await sendOne(target, { address, arrived: 0 }, { content, way });
                if (refused === undefined)
                    return true;
                const next = ways[ways.indexOf(way) + 1];
                if (next === undefined || !otherWay.has(refused.status))
                    throw refused.refusal;
                this.#ways.set(target.server.registry, next);
            }
        }, this.#host);
    }
}
/** Sends all parts. If that fails, the registry is told to forget them. Returns what it refuses. */
async function sendOne(target, begun, sending) {
    let upload = begun;
    try {
        for (;;) {
            const isLast = sending.way === 'whole' || upload.arrived === sending.content.size;
            const sent = await sendPart(target, upload, { ...sending, isLast });
            if ('refusal' in sent) {
                await forget(target, upload);
                return sent;
            }
            if (isLast && !sent.isCut)
                return undefined;
            upload = sent;
        }
    }
    catch (error) {
        await forget(target, upload);
        throw error;
    }
}
/** Sends one part. If the connection breaks off, the registry is asked how much has arrived. */
async function sendPart(target, upload, { content, way, isLast }) {
    const { server } = target;
    const { address, arrived: from } = upload;
    const to = way === 'in chunks' ? Math.min(from + chunk, content.size) : content.size;
    const isRange = from < to && (from > 0 || way === 'in chunks');
    const wanted = {
        ...asking(target),
        method: isLast ? 'PUT' : 'PATCH',
        path: isLast ? `${address}${address.includes('?') ? '&' : '?'}digest=${content.digest}` : address,
        headers: {
            'content-type': 'application/octet-stream',
            ...(isRange && { 'content-range': `${from}-${to - 1}` }),
        },
        body: from === to ? new Uint8Array() : new file_body/* PiecesBody */.Y({ size: to - from, pieces: () => content.part(from, to) }),
    };
    try {
        return await server.ask(wanted, async (answer) => {
            // What was sent before the connection broke off may still have been on its way.
            if (answer.status === 416 && from > 0)
                throw new retry/* Unanswered */.XX(`${server.registry} has more than ${from} bytes of ${content.digest}`);
            if (answer.status !== (isLast ? 201 : 202))
                return { status: answer.status, refusal: await server.refusal(answer, wanted) };
            return { address: isLast ? address : locationOf(answer, target), arrived: to };
        });
    }
    catch (error) {
        if (!(error instanceof retry/* Unanswered */.XX) || error instanceof WrongContent)
            throw error;
        const there = await progress(target, upload).catch(() => undefined);
        if (there === undefined || there.arrived <= from || there.arrived > to)
            throw error;
        return { ...there, isCut: true };
    }
}
/** How much of an upload has arrived; undefined if the registry does not know it any more. */
function progress(target, { address }) {
    return target.server.ask({ ...asking(target), method: 'GET', path: address }, async (answer) => {
        const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.headers.get('range') ?? '') ?? [];
        if (answer.status !== 204 || last === undefined)
            return undefined;
        return { address: locationOf(answer, target), arrived: Number(last) + 1 };
    });
}
const locationOf = (answer, target) => target.server.ownAddress(answer.headers.get('location'), answer.url, asking(target).what);
/** Registries forget uploads by themselves, too, but later. */
async function forget(target, { address }) {
    await target.server.ask({ ...asking(target), method: 'DELETE', path: address }, async () => { }).catch(() => { });
}

;// CONCATENATED MODULE: ./build/src/world/registry/mounts.js

/**
 * Asks a registry to take a blob over from another of its repositories. undefined if it did, or if it had the blob already.
 * Otherwise the address of the upload that it has begun in its place.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
async function mountOrBegin(target, digest, from) {
    const { server, place } = target;
    const path = `${place.repository}/blobs/uploads/?${new URLSearchParams({ mount: digest, from }).toString()}`;
    const wanted = { ...asking(target), method: 'POST', path };
    const answered = await server.ask(wanted, async (answer) => {
        if (answer.status === 201)
            return 'mounted';
        if (answer.status !== 202)
            return 'refused';
        return { upload: server.ownAddress(answer.headers.get('location'), answer.url, wanted.what) };
    });
    if (answered === 'mounted')
        return undefined;
    return answered === 'refused' ? beginUpload(target) : answered.upload;
}

;// CONCATENATED MODULE: ./build/src/world/registry/scopes.js
// https://distribution.github.io/distribution/spec/auth/scope/
const pulls = ({ repository }) => `repository:${repository}:pull`;
const pushes = ({ repository }) => `repository:${repository}:pull,push`;

;// CONCATENATED MODULE: ./build/src/world/registry/blobs.js








const mostCuts = 4;
const longestRead = 4 * 1024 * 1024;
/** Reads and writes the parts of images. */
class Blobs {
    #host;
    #uploads;
    constructor(host) {
        this.#host = host;
        this.#uploads = new Uploads(host);
    }
    /** Whether a repository has it. */
    has(server, place, blob, scopes = [pulls(place)]) {
        const path = `${place.repository}/blobs/${blob.digest}`;
        const wanted = { method: 'HEAD', path, scopes, what: contentOf(place) };
        const ask = () => server.ask(wanted, async (answer) => {
            if (answer.status !== 200 && answer.status !== 404)
                throw await server.refusal(answer, wanted);
            if (answer.status === 200 && !isBlob(answer, blob))
                throw new retry/* Unanswered */.XX(`${answer.url} is there, but not with ${blob.size} bytes`);
            return answer.status === 200;
        });
        return (0,retry/* repeated */.ZD)(ask, this.#host);
    }
    /** Uploads it, and hashes it meanwhile, so that nothing else arrives than what it is named. */
    async send(server, place, blob) {
        const target = { server, place, scopes: [pushes(place)] };
        const content = (from) => after(() => from, blob.content());
        await this.#uploads.send(target, { ...blob, content }, () => beginUpload(target));
    }
    /**
     * Makes a blob of another place appear in this repository: taken over from the repository `mount`, or uploaded. One request
     * asks for both. If `mount` is this repository itself, it asks whether the blob is there. Returns whether it was uploaded.
     */
    copy(server, place, { source, mount }) {
        const isHere = mount === place.repository;
        const scopes = [pushes(place), ...(isHere ? [] : [pulls({ ...place, repository: mount })])];
        const target = { server, place, scopes };
        return this.#uploads.send(target, source, () => mountOrBegin(target, source.digest, mount));
    }
    /** All of a small blob, whose bytes are what its digest says. */
    read(server, place, blob) {
        const url = new URL(`/v2/${place.repository}/blobs/${blob.digest}`, server.url).href;
        const content = (from) => this.content(server, place, { blob, from });
        const part = () => new VerifiedContent({ ...blob, content }).part(0, blob.size);
        return (0,retry/* repeated */.ZD)(() => (0,whole_body/* wholeBytes */.fq)(part(), { url, longest: longestRead }), this.#host);
    }
    /** The content of a blob. If the connection breaks off, it goes on where it was. */
    async *content(server, place, { blob, from }) {
        let [read, cuts] = [from, 0];
        while (read < blob.size) {
            const before = read;
            try {
                for await (const piece of this.#contentFrom(server, place, { blob, from: read })) {
                    read += piece.length;
                    yield piece;
                }
                if (read < blob.size)
                    throw new retry/* Unanswered */.XX(`${blob.digest} of ${nameOf(place)} ended after ${read} of ${blob.size} bytes`);
            }
            catch (error) {
                cuts = read > before ? 1 : cuts + 1;
                if (!(error instanceof retry/* Unanswered */.XX) || cuts >= mostCuts)
                    throw error;
                this.#host.progress(`${error.message}; going on at byte ${read}`);
                await (0,retry/* pause */.v7)(cuts, this.#host);
            }
        }
    }
    async *#contentFrom(server, place, { blob: { digest, size }, from }) {
        const wanted = {
            method: 'GET',
            path: `${place.repository}/blobs/${digest}`,
            what: contentOf(place),
            scopes: [pulls(place)],
            headers: from === 0 ? {} : { range: `bytes=${from}-` },
        };
        let skip = 0; // if it knows no ranges
        const check = async (answer) => {
            if (answer.status === 404)
                throw missing(place, digest);
            if (answer.status !== 200 && answer.status !== 206)
                throw await server.refusal(answer, wanted);
            if (answer.status === 200)
                skip = from;
            else if (!answer.headers.get('content-range')?.startsWith(`bytes ${from}-`))
                throw new retry/* Unanswered */.XX(`${server.registry} answered with another part of ${digest}`);
            const length = answer.headers.get('content-length');
            if (length !== undefined && Number(length) !== size - (answer.status === 200 ? 0 : from))
                throw new retry/* Unanswered */.XX(`${server.registry} has ${length} bytes for ${digest}, which has ${size}`);
        };
        yield* after(() => skip, server.stream(wanted, check));
    }
}
/** What follows the first bytes. How many these are is known when the first piece is there. */
async function* after(count, pieces) {
    let skip;
    for await (const piece of pieces) {
        skip ??= count();
        const rest = piece.subarray(Math.min(skip, piece.length));
        skip -= piece.length - rest.length;
        if (rest.length > 0)
            yield rest;
    }
}
const nameOf = (place) => (0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(place));
const missing = (place, digest) => new error/* ReleaseError */.K2(`${nameOf(place)} does not have ${digest}, although one of its images names it.`, {
    fix: 'Push the image there again.',
});
/** Whether an answer without a body is about a blob, and is not a page that a proxy sends in its place. */
function isBlob({ headers }, { size }) {
    const length = headers.get('content-length') ?? String(size);
    return length === String(size) && !(headers.get('content-type') ?? '').startsWith('text/html');
}

// EXTERNAL MODULE: ./build/src/domain/images/manifest.js
var images_manifest = __webpack_require__(39264);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/world/shape.js
var shape = __webpack_require__(82163);
;// CONCATENATED MODULE: ./build/src/world/registry/manifest-shape.js



const digest = (value, place = '') => {
    const text = (0,shape/* string */.Yj)(value, place);
    if ((0,images_digest/* isDigest */.Bc)(text))
        return text;
    throw new shape/* Misfit */.$C(`${place} is no digest`);
};
const manifest_shape_length = (value, place = '') => {
    const number = (0,shape/* integer */.nd)(value, place);
    if (number >= 0)
        return number;
    throw new shape/* Misfit */.$C(`${place} is ${number}, which is no length`);
};
const platform = (0,shape/* record */.g1)({ os: shape/* string */.Yj, architecture: shape/* string */.Yj, variant: (0,shape/* maybe */.no)(shape/* string */.Yj) });
const described = (0,shape/* record */.g1)({
    mediaType: shape/* string */.Yj,
    digest,
    size: manifest_shape_length,
    platform: (0,shape/* maybe */.no)(platform),
    artifactType: (0,shape/* maybe */.no)(shape/* string */.Yj),
});
const mostDescriptors = 10_000;
/** https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
const descriptor = (value, place) => {
    const { platform: given, artifactType, ...named } = described(value, place);
    const variant = given?.variant ?? '';
    return {
        ...named,
        ...(given && {
            platform: { os: given.os, architecture: given.architecture, ...(variant !== '' && { variant }) },
        }),
        ...(typeof artifactType === 'string' && { artifactType }),
        ...((0,images_manifest/* isForeignLayer */.sJ)(named.mediaType) && { isForeign: true }),
    };
};
const descriptors = (0,shape/* list */.p_)(descriptor, mostDescriptors);
/** A list of referrers has the form of an index. */
const referrerList = (0,shape/* record */.g1)({ manifests: descriptors });
const subject = (0,shape/* maybe */.no)(descriptor);
const manifest_shape_image = (0,shape/* record */.g1)({ mediaType: (0,shape/* maybe */.no)(shape/* string */.Yj), config: descriptor, layers: descriptors, subject });
const index = (0,shape/* record */.g1)({ mediaType: (0,shape/* maybe */.no)(shape/* string */.Yj), manifests: descriptors, subject });
/** Reads the JSON of a manifest. Its own media type, if it has one, must be the one that the server says. */
function readManifest(mediaType, value) {
    if ((0,images_manifest/* isIndex */.nw)(mediaType)) {
        const { mediaType: own, subject: of, ...rest } = index(value);
        refuseOther(own, mediaType);
        return { kind: 'index', ...rest, ...(of && { subject: of }) };
    }
    const { mediaType: own, subject: of, ...rest } = manifest_shape_image(value);
    refuseOther(own, mediaType);
    return { kind: 'image', ...rest, ...(of && { subject: of }) };
}
function refuseOther(own, mediaType) {
    if (typeof own === 'string' && own !== mediaType)
        throw new shape/* Misfit */.$C(`its media type is ${JSON.stringify(own.slice(0, 100))}, but it was served as ${mediaType}`);
}

;// CONCATENATED MODULE: ./build/src/world/registry/pages.js






const longestPage = 8 * 1024 * 1024; // Google's describe each image as well
/** The pages of a list. undefined if there is no such list. */
async function pagesOf({ server, path: first, what, scopes, shape, mostPages }, host) {
    const pages = [];
    let path = first;
    while (path !== undefined) {
        if (pages.length === mostPages)
            throw tooManyPages(server, what, mostPages);
        const wanted = { method: 'GET', path, what, scopes };
        const page = await (0,retry/* repeated */.ZD)(() => server.ask(wanted, (answer) => pageOf(answer, { server, wanted, shape })), host);
        if (page === undefined)
            return undefined;
        pages.push(page.content);
        path = page.next;
    }
    return pages;
}
const names = (0,shape/* maybe */.no)((0,shape/* list */.p_)(shape/* string */.Yj, 10_000));
/** Google's registries also tell which repositories there are below. */
const tagPage = (0,shape/* record */.g1)({ tags: names, child: names });
/** Some registries refuse to send more in a page. */
const usualSize = 1000;
/** The list of the tags of a repository. */
const tagsOf = (server, place, size = usualSize) => ({
    server,
    path: `${place.repository}/tags/list?n=${size}`,
    what: `the tags of ${(0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(place))}`,
    scopes: [pulls(place)],
    shape: tagPage,
});
/** Google's registries send one page of the wanted size, and say nothing about the rest. */
function isCut(pages, size = usualSize) {
    const [{ tags, child } = {}, ...others] = pages;
    return others.length === 0 && Array.isArray(child) && child.length + (tags ?? []).length >= size;
}
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
async function pageOf(answer, { server, wanted, shape }) {
    if (answer.status !== 200)
        return undefined;
    const isList = /^application\/(?:json|vnd\.oci\.image\.index\.v1\+json)\b/.test(answer.headers.get('content-type') ?? '');
    if (!isList)
        throw new retry/* Unanswered */.XX(`${answer.url} answered with something else than a list`);
    const content = shape(await (0,whole_body/* wholeJson */.e9)(answer.body, { url: answer.url, longest: longestPage }));
    const [, next] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(answer.headers.get('link') ?? '') ?? [];
    return { content, next: next === undefined ? undefined : server.ownAddress(next, answer.url, wanted.what) };
}
const tooManyPages = ({ registry }, what, mostPages) => new error/* ReleaseError */.K2(`${registry} has more than ${mostPages} pages for ${what}, which is the limit here.`, {
    fix: `Find out what answers at ${registry}.`,
});

;// CONCATENATED MODULE: ./build/src/world/registry/referrers.js







const mostPages = 10;
/** Finds what belongs to images: by the API of referrers, by its fallback tags, and by the tags of cosign. */
class Referrers {
    #host;
    #manifests;
    /** The tags of repositories; undefined if there are too many of them, or if they may not be listed. */
    #tags = new Map();
    /** Whether registries have the API. The first question tells. */
    #isSupported = new Map();
    constructor(host, manifests) {
        this.#host = host;
        this.#manifests = manifests;
    }
    async of(server, place, digest) {
        const asked = await this.#asked(server, place, digest);
        const [fallback, tagged] = await Promise.all([
            this.#below(server, place, digest, (0,images_manifest/* fallbackTag */.fH)(digest)),
            (0,parallel/* boundedly */.Xt)((0,images_manifest/* cosignTags */.FJ)(digest), (tag) => this.#below(server, place, digest, tag)),
        ]);
        const listed = fallback?.manifest.kind === 'index' ? fallback.manifest.manifests : [];
        const referrers = new Map([...(asked ?? []), ...listed].map((one) => [one.digest, one]));
        return { referrers: [...referrers.values()], tagged: tagged.filter((one) => one !== undefined) };
    }
    /** By the API. undefined if the registry does not have it. */
    async #asked(server, place, digest) {
        const ask = () => pagesOf({
            server,
            path: `${place.repository}/referrers/${digest}`,
            what: `what belongs to ${digest} of ${(0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(place))}`,
            scopes: [pulls(place)],
            shape: referrerList,
            mostPages,
        }, this.#host);
        const known = this.#isSupported.get(server.registry);
        if (known !== undefined && !(await known))
            return undefined;
        const asked = ask();
        if (known === undefined) {
            const isSupported = asked.then((pages) => pages !== undefined, () => true);
            this.#isSupported.set(server.registry, isSupported);
        }
        return (await asked)?.flatMap(({ manifests }) => manifests);
    }
    /** What is below a tag that is made of a digest. GitLab answers with the image itself if there is no such tag. */
    async #below(server, place, digest, tag) {
        const tags = await this.#tagsOf(server, place);
        if (tags !== undefined && !tags.has(tag))
            return undefined;
        const found = await this.#manifests.read(server, { ...place, tag });
        return found === undefined || found.digest === digest ? undefined : { ...found, tag };
    }
    #tagsOf(server, place) {
        const key = (0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(place));
        const known = this.#tags.get(key) ?? this.#listTags(server, place);
        this.#tags.set(key, known);
        return known;
    }
    async #listTags(server, place) {
        const pages = await (0,parallel/* orRefusal */.kr)(pagesOf({ ...tagsOf(server, place), mostPages }, this.#host));
        if (pages === undefined || pages instanceof error/* ReleaseError */.K2 || isCut(pages))
            return undefined; // then each tag is asked for
        return new Set(pages.flatMap(({ tags }) => tags ?? []));
    }
}

;// CONCATENATED MODULE: ./build/src/world/registry/completeness.js



// Why: docs/decisions.md D60
/** What an image names, and its repository does not have: manifests, layers, and what belongs to them. */
function lackingParts(place, image, context) {
    const referrers = new Referrers(context.host, context.manifests);
    return lackingIn(image, { ...context, place, referrers, seen: new Set() });
}
async function lackingIn(named, walk) {
    const { place, server, manifests, blobs, seen, withReferrers } = walk;
    if (seen.has(named.digest))
        return [];
    seen.add(named.digest);
    const found = await manifests.read(server, { ...place, digest: named.digest });
    if (found === undefined)
        return [named];
    const belongings = withReferrers
        ? await walk.referrers.of(server, place, named.digest)
        : { referrers: [], tagged: [] };
    const lacking = await (0,parallel/* boundedly */.Xt)([...(0,images_manifest/* partsOf */.CI)(found.manifest), ...belongings.referrers, ...belongings.tagged], async (part) => {
        if ((0,images_manifest/* isManifest */.Yh)(part.mediaType))
            return lackingIn(part, walk);
        if (('isForeign' in part && part.isForeign) || seen.has(part.digest))
            return [];
        seen.add(part.digest);
        return (await blobs.has(server, place, part)) ? [] : [part];
    });
    return lacking.flat();
}

// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
;// CONCATENATED MODULE: ./build/src/world/registry/fallback-tag.js






const mostTries = 5;
/**
 * Adds referrers to the list that a registry without their API has below a tag. Others may add to it at the same time, and
 * nothing compares: so it is read again until it has them.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
async function noteReferrers({ place, subject, referrers }, context) {
    const { host, server, manifests } = context;
    const list = { ...place, tag: (0,images_manifest/* fallbackTag */.fH)(subject) };
    const scopes = [pushes(place)];
    for (let attempt = 1;; attempt++) {
        const found = await manifests.read(server, list, scopes);
        const known = found?.manifest.kind === 'index' && found.digest !== subject ? found : undefined;
        const digests = known?.manifest.kind === 'index' ? known.manifest.manifests.map(({ digest }) => digest) : [];
        const unknown = referrers.filter(({ digest }) => !digests.includes(digest));
        if (unknown.length === 0)
            return;
        if (attempt > mostTries)
            throw new change/* Moved */.a(`something else keeps changing ${(0,images_reference/* referenceText */.n5)(list)}`);
        if (attempt > 1)
            await (0,retry/* pause */.v7)(attempt, host);
        const bytes = listOf(known?.bytes, unknown);
        await (0,retry/* repeated */.ZD)(() => manifests.put(server, list, { mediaType: images_manifest/* mediaTypes */.Ib.index[0], bytes }, scopes), host);
    }
}
/** What others have written stays as it is. */
function listOf(known, referrers) {
    const before = known === undefined ? empty : JSON.parse(Buffer.from(known).toString('utf8')); // an index
    const manifests = [...before.manifests, ...referrers.map(fallback_tag_described)];
    return Buffer.from(JSON.stringify({ ...before, manifests }));
}
const empty = { schemaVersion: 2, mediaType: images_manifest/* mediaTypes */.Ib.index[0], manifests: [] };
/** With what the specification wants a list to say about each of them. */
function fallback_tag_described({ mediaType, digest, size, bytes, manifest }) {
    const { artifactType, annotations } = said(JSON.parse(bytes.toString('utf8')));
    const config = manifest.kind === 'image' ? manifest.config.mediaType : undefined;
    const type = artifactType ?? config;
    return {
        mediaType,
        digest,
        size,
        ...(type !== undefined && { artifactType: type }),
        ...(annotations !== undefined && annotations !== null && { annotations }),
    };
}
const said = (0,shape/* record */.g1)({ artifactType: (0,shape/* maybe */.no)(shape/* string */.Yj), annotations: (0,shape/* maybe */.no)((value) => value) });

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/world/registry/manifests.js











const longestManifest = 4 * 1024 * 1024;
/** Docker's first format is accepted, so that it can be refused with its name. */
const accept = [
    ...images_manifest/* mediaTypes */.Ib.index,
    ...images_manifest/* mediaTypes */.Ib.image,
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
].join(', ');
/** Reads manifests. What a server says is believed only if it is so. */
class Manifests {
    #host;
    constructor(host) {
        this.#host = host;
    }
    /** What a tag or a digest names; undefined if there is nothing. One request, without the manifest. */
    async find(server, reference, scopes = [pulls(reference)]) {
        const wanted = { ...question(reference, scopes), method: 'HEAD' };
        const found = await this.#asked(server, wanted, async (answer) => {
            if (answer.status === 405)
                return 'unsaid'; // some proxies know no HEAD
            if (!(await isThere(server, answer, wanted)))
                return undefined;
            return headOf(answer, reference) ?? 'unsaid';
        });
        return found === 'unsaid' ? this.read(server, reference, scopes) : found;
    }
    /** The manifest itself; undefined if there is none. */
    read(server, reference, scopes = [pulls(reference)]) {
        const wanted = question(reference, scopes);
        return this.#asked(server, wanted, async (answer) => {
            if (!(await isThere(server, answer, wanted)))
                return undefined;
            const bytes = await (0,whole_body/* wholeBytes */.fq)(answer.body, { url: answer.url, longest: longestManifest });
            return seen(answer, bytes, reference);
        });
    }
    /** Writes a manifest once, below its digest or a tag. Tells whether the registry will list it as a referrer. */
    async put(server, reference, { mediaType, bytes }, scopes) {
        const wanted = {
            ...question(reference, scopes),
            method: 'PUT',
            headers: { 'content-type': mediaType },
            body: bytes,
        };
        return server.ask(wanted, async (answer) => {
            if (answer.status !== 201 && answer.status !== 200)
                throw await server.refusal(answer, wanted);
            const digest = answer.headers.get('docker-content-digest');
            if (digest !== undefined)
                refuseOtherDigest(digest, reference, digestOf(bytes, reference.digest));
            return { isListed: answer.headers.has('oci-subject') };
        });
    }
    #asked(server, wanted, read) {
        return (0,retry/* repeated */.ZD)(() => server.ask(wanted, read), this.#host);
    }
}
const question = (reference, scopes) => ({
    method: 'GET',
    path: `${reference.repository}/manifests/${reference.tag ?? reference.digest}`,
    what: `the manifest of ${(0,images_reference/* referenceText */.n5)(reference)}`,
    headers: { accept },
    scopes,
});
async function isThere(server, answer, wanted) {
    if (answer.status === 200)
        return true;
    if (answer.status !== 404)
        throw await server.refusal(answer, wanted);
    return false;
}
/** What the header of a manifest says; undefined if it does not say everything. */
function headOf({ headers }, reference) {
    const mediaType = mediaTypeOf(headers);
    refuseSchema1(mediaType, reference);
    const digest = headers.get('docker-content-digest') ?? '';
    const size = Number(headers.get('content-length') ?? Number.NaN);
    if (!(0,images_digest/* isDigest */.Bc)(digest) || !(0,images_manifest/* isManifest */.Yh)(mediaType) || !Number.isSafeInteger(size))
        return undefined;
    refuseOtherDigest(digest, reference);
    return { digest, mediaType, size };
}
function seen({ headers, url }, bytes, reference) {
    const named = headers.get('docker-content-digest');
    const wanted = byDigest(reference) ?? (named !== undefined && (0,images_digest/* isDigest */.Bc)(named) ? named : undefined);
    const digest = digestOf(bytes, wanted);
    const mediaType = mediaTypeOf(headers);
    refuseSchema1(mediaType, reference);
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        const type = (0,images_manifest/* isManifest */.Yh)(mediaType) ? mediaType : ownType(value);
        if (wanted !== undefined && wanted !== digest)
            throw new retry/* Unanswered */.XX(`${url} has the digest ${digest}, not ${wanted}`);
        if (named !== undefined)
            refuseOtherDigest(named, reference);
        return { digest, mediaType: type, size: bytes.length, bytes, manifest: readManifest(type, value) };
    }
    catch (cause) {
        if (cause instanceof retry/* Unanswered */.XX || cause instanceof error/* ReleaseError */.K2)
            throw cause;
        const why = cause instanceof shape/* Misfit */.$C ? cause.message : 'it is not JSON';
        throw new retry/* Unanswered */.XX(`${url} is no manifest: ${why}: ${(0,domain_text/* quoted */.TL)(bytes.subarray(0, 100).toString('utf8'))}`, {
            cause,
        });
    }
}
/** The digest that was asked for. A tag may have another one than a reference expects: whoever asked compares them. */
const byDigest = ({ tag, digest }) => (tag === undefined ? digest : undefined);
/** The hash of bytes, of the same kind as a digest that is expected. */
function digestOf(bytes, like) {
    const algorithm = like === undefined ? 'sha256' : (0,images_digest/* algorithmOf */.Hy)(like);
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`; // by its own form
}
const mediaTypeOf = (headers) => (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
/** Some stores serve every file with the same media type. Then the manifest has to say its own. */
function ownType(value) {
    const own = typeOf(value).mediaType;
    if (typeof own === 'string' && (0,images_manifest/* isManifest */.Yh)(own))
        return own;
    throw new shape/* Misfit */.$C('it has no media type of an image');
}
const typeOf = (0,shape/* record */.g1)({ mediaType: (0,shape/* maybe */.no)(shape/* string */.Yj) });
/** Refuses Docker's first format. */
function refuseSchema1(mediaType, reference) {
    if ((0,images_manifest/* isSchema1 */.Pr)(mediaType))
        throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} has Docker's first format (schema 1), which has no digests.`, {
            fix: 'Build and push the image again with a current docker, buildx or ko.',
        });
}
function refuseOtherDigest(named, reference, wanted = byDigest(reference)) {
    if (wanted !== undefined && named !== wanted)
        throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} is served with the digest ${(0,domain_text/* quoted */.TL)(named.slice(0, 200))}.`, {
            fix: `Something on the way to ${reference.registry} changes what it serves. Find out what answers there.`,
        });
}

;// CONCATENATED MODULE: ./build/src/world/registry/tags.js





/** The key of a tag in the ledger. */
const tagKey = ({ registry, repository, tag }) => `image ${(0,images_reference/* referenceText */.n5)({ registry, repository, tag })}`;
/** A tag that is not there yet, and the digest that it is to have. */
const tagPlace = (reference, wanted) => ({
    at: (0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(reference)),
    name: `tag ${reference.tag}`,
    actual: undefined,
    wanted,
});
// Why: docs/decisions.md D54
/**
 * Writes a manifest below a tag that is not there. Registries compare nothing, so the tag is looked at right before the
 * write, and again after it. Throws `Moved` if something else was faster, and if the answer got lost.
 */
async function writeTag(reference, tagged, context) {
    const { server, manifests } = context;
    const scopes = [pushes(reference)];
    const name = (0,images_reference/* referenceText */.n5)(reference);
    const before = await manifests.find(server, reference, scopes);
    if (before !== undefined)
        throw new change/* Moved */.a(`something else has written ${name}`, { unmade: [tagKey(reference)] });
    try {
        await manifests.put(server, reference, tagged, scopes);
    }
    catch (cause) {
        if (!(cause instanceof retry/* Unanswered */.XX))
            throw cause;
        throw new change/* Moved */.a(`${server.registry} did not confirm ${name}: ${cause.message}`, { cause });
    }
    const after = await readBack(reference, context);
    if (after.digest !== tagged.digest)
        throw new change/* Moved */.a(`something else has written ${name} at the same time`);
}
/** A registry may need a moment until it shows what it has taken. */
function readBack(reference, { host, server, manifests }) {
    return (0,retry/* repeated */.ZD)(async () => {
        const found = await manifests.find(server, reference, [pushes(reference)]);
        if (found !== undefined)
            return found;
        throw new retry/* Unanswered */.XX(`${server.registry} has confirmed ${(0,images_reference/* referenceText */.n5)(reference)}, but does not show it`);
    }, host);
}
/** A tag is for ever what it was first. */
const otherImage = (reference, there, wanted, fix) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(reference)} is ${there.digest}, not ${wanted.digest}.`, {
    fix: fix ?? 'Nothing was written: a tag that somebody may have used is never moved. Use a new tag.',
});

;// CONCATENATED MODULE: ./build/src/world/registry/copier.js










const deepest = 4;
const furthest = 3;
const mostManifests = 1000;
/** Copies manifests with everything that they consist of, and what belongs to them. Nothing twice to the same place. */
class Copier {
    #context;
    #withReferrers;
    #referrers;
    #begun = new Map();
    /** Which repository of a registry got a blob in this run: there, the others take it over. */
    #homes = new Map();
    counts = { manifests: 0, referrers: 0, mounted: 0, uploaded: 0, bytes: 0 };
    constructor({ referrers }, context) {
        this.#context = context;
        this.#withReferrers = referrers;
        this.#referrers = new Referrers(context.host, context.manifests);
    }
    get summary() {
        const { mounted, uploaded, bytes } = this.counts;
        const parts = mounted + uploaded;
        return `${parts} ${parts === 1 ? 'layer' : 'layers'}, ${(bytes / 1024 / 1024).toFixed(1)} MiB sent`;
    }
    /** Copies everything but the tag. Returns the manifest for it. */
    copy(from, image, to) {
        const ways = { from: (0,images_reference/* repositoryOf */._M)(from), to: (0,images_reference/* repositoryOf */._M)(to) };
        const route = { ...ways, depth: 0, kinship: 0, allowance: { left: mostManifests } };
        return this.#once(to, `image ${image.digest}`, async () => {
            const manifest = await this.#read(route, image);
            if ((0,images_reference/* referenceText */.n5)(route.from) === (0,images_reference/* referenceText */.n5)(route.to))
                return manifest;
            const [belongings] = await (0,parallel/* together */.bs)([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
            if (isEmpty(belongings))
                return manifest;
            await this.#write(route, manifest);
            await this.#copyBelongings(route, manifest, belongings);
            return manifest;
        });
    }
    /** Copies what another manifest names. */
    #copyChild(route, named) {
        return this.#once(route.to, named.digest, async () => {
            const manifest = await this.#read(route, named);
            const [belongings] = await (0,parallel/* together */.bs)([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
            await this.#write(route, manifest);
            await this.#copyBelongings(route, manifest, belongings);
        });
    }
    /** What a manifest consists of. Layers that registries may not have stay where they are. */
    async #parts(route, { manifest, digest }) {
        const named = (0,images_manifest/* partsOf */.CI)(manifest);
        const manifests = named.filter(isOfManifest);
        const blobs = named.filter((one) => !isOfManifest(one) && one.isForeign !== true);
        if (route.depth === deepest && manifests.length > 0)
            throw tooDeep(route.from, digest);
        route.allowance.left -= manifests.length;
        if (route.allowance.left < 0)
            throw tooMany(route.from, digest);
        const below = { ...route, depth: route.depth + 1 };
        await (0,parallel/* together */.bs)([
            (0,parallel/* boundedly */.Xt)(manifests, (child) => this.#copyChild(below, child)),
            (0,parallel/* boundedly */.Xt)(blobs, (blob) => this.#once(route.to, `blob ${blob.digest}`, () => this.#copyBlob(route, blob))),
        ]);
    }
    async #copyBlob({ from, to }, blob) {
        const { blobs, serverOf } = this.#context;
        const content = (offset) => blobs.content(serverOf(from), from, { blob, from: offset });
        const copying = (mount) => blobs.copy(serverOf(to), to, { source: { ...blob, content }, mount });
        const isSent = await (from.registry === to.registry ? copying(from.repository) : this.#atHome(to, blob, copying));
        this.counts[isSent ? 'uploaded' : 'mounted'] += 1;
        if (isSent)
            this.counts.bytes += blob.size;
        this.#context.host.progress(`copying: ${this.summary}`);
    }
    /** The first repository of a registry that needs a blob gets it uploaded. The others wait for that. */
    async #atHome(to, { digest }, copying) {
        const key = `${to.registry} ${digest}`;
        const home = this.#homes.get(key);
        if (home !== undefined)
            return copying((await home) ?? to.repository);
        const copied = copying(to.repository);
        const isHome = copied.then(() => to.repository, () => undefined);
        this.#homes.set(key, isHome);
        return copied;
    }
    async #belongingsOf({ from, kinship }, { digest }) {
        if (!this.#withReferrers || kinship === furthest)
            return { referrers: [], tagged: [] };
        return this.#referrers.of(this.#context.serverOf(from), from, digest);
    }
    async #copyBelongings(route, subject, { referrers, tagged }) {
        const further = { ...route, depth: 0, kinship: route.kinship + 1 };
        route.allowance.left -= referrers.length;
        if (route.allowance.left < 0)
            throw tooMany(route.from, subject.digest);
        const [copied] = await (0,parallel/* together */.bs)([
            (0,parallel/* boundedly */.Xt)(referrers, (one) => this.#copyReferrer(further, one, subject)),
            (0,parallel/* boundedly */.Xt)(tagged, (one) => this.#copyTagged(further, one)),
        ]);
        const unlisted = copied.filter((one) => one !== undefined);
        const { host, manifests, serverOf } = this.#context;
        if (unlisted.length > 0)
            await noteReferrers({ place: route.to, subject: subject.digest, referrers: unlisted }, { host, manifests, server: serverOf(route.to) });
    }
    /** Returns the manifest if the registry does not list it by itself. */
    #copyReferrer(route, named, subject) {
        return this.#once(route.to, `referrer ${named.digest}`, async () => {
            const manifest = await this.#read(route, named);
            if (manifest.manifest.subject?.digest !== subject.digest)
                throw strange(route.from, manifest, subject);
            const [belongings] = await (0,parallel/* together */.bs)([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
            const { isListed } = await this.#write(route, manifest);
            await this.#copyBelongings(route, manifest, belongings);
            this.counts.referrers += 1;
            return isListed ? undefined : manifest;
        });
    }
    /** What cosign has below a tag. The same tag with other content is refused, as everywhere. */
    async #copyTagged(route, { tag, ...manifest }) {
        const { manifests, serverOf } = this.#context;
        const [to, server] = [{ ...route.to, tag }, serverOf(route.to)];
        const there = await manifests.find(server, to, [pushes(to)]);
        if (there?.digest === manifest.digest)
            return;
        if (there !== undefined)
            throw otherImage(to, there, manifest, signaturesFix);
        await this.#parts(route, manifest);
        await writeTag(to, manifest, { ...this.#context, server });
        this.counts.manifests += 1;
        this.counts.referrers += 1;
    }
    async #read({ from }, named) {
        if ('bytes' in named)
            return named;
        const place = { ...from, digest: named.digest };
        refuseSchema1(named.mediaType, place);
        const found = await this.#context.manifests.read(this.#context.serverOf(from), place);
        if (found === undefined)
            throw copier_missing(from, named);
        if (found.size === named.size && found.mediaType === named.mediaType)
            return found;
        throw misnamed(found, named, (0,images_reference/* referenceText */.n5)(place));
    }
    async #write({ to }, manifest) {
        const { host, manifests, serverOf } = this.#context;
        const place = { ...to, digest: manifest.digest };
        const written = await (0,retry/* repeated */.ZD)(() => manifests.put(serverOf(to), place, manifest, [pushes(to)]), host);
        this.counts.manifests += 1;
        return written;
    }
    #once(to, what, work) {
        const key = `${(0,images_reference/* referenceText */.n5)(to)} ${what}`;
        const begun = this.#begun.get(key) ?? work();
        this.#begun.set(key, begun);
        return begun; // begun by the same work
    }
}
const isOfManifest = ({ mediaType }) => (0,images_manifest/* isManifest */.Yh)(mediaType) || (0,images_manifest/* isSchema1 */.Pr)(mediaType);
const isEmpty = ({ referrers, tagged }) => referrers.length + tagged.length === 0;
const signaturesFix = 'The signatures of the destination are not those of the source, and are never overwritten. To copy the image without signatures, set referrers: false.';
const copier_missing = (from, { digest }) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(from)} does not have ${digest}, although one of its images names it.`, {
    fix: 'Push the image there again.',
});
const misnamed = (found, named, name) => new error/* ReleaseError */.K2(`${name} has ${found.size} bytes and the media type ${found.mediaType}, but it is named with ${named.size} bytes and ${named.mediaType}.`, { fix: 'Build and push the image again.' });
const strange = (from, { digest }, subject) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(from)} lists ${digest} as belonging to ${subject.digest}, but it names another subject.`, {
    fix: `Find out what answers at ${from.registry}. To copy the image alone, set referrers: false.`,
});
const tooMany = (from, digest) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(from)}@${digest} makes it more than ${mostManifests} manifests in one image, which is the limit here.`, {
    fix: 'Build the image for fewer platforms.',
});
const tooDeep = (from, digest) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(from)}@${digest} is an index in ${deepest} others, which is the limit here.`, {
    fix: 'Build the image with fewer indexes in each other.',
});

;// CONCATENATED MODULE: ./build/src/world/registry/copy.js






/**
 * Copies images without changing a byte: what they consist of first, then what belongs to them, their tags last. So a tag
 * that is there says that everything is there. undefined if all tags are. Tags that are other images are all refused at once.
 */
function copy(all, options, context) {
    (0,error/* refuseAll */.cp)('Some tags are other images.', all.flatMap(({ to, seen, image }) => seen === undefined || seen.digest === image.digest ? [] : [otherImage(to, seen, image)]));
    const copies = all.filter(({ seen }) => seen === undefined);
    if (copies.length === 0)
        return undefined;
    const [only] = copies;
    return {
        keys: copies.map(({ to }) => tagKey(to)),
        title: copies.length === 1 && only ? `Copy ${copy_nameOf(only)}` : `Copy ${copies.length} images`,
        detail: copies.map(copy_nameOf).join('\n'),
        places: copies.map(({ to, image: { digest } }) => tagPlace(to, digest)),
        reach: 'remote',
        apply: () => applied(copies, options, context),
    };
}
const copy_nameOf = ({ from, image: { digest }, to }) => `${(0,images_reference/* referenceText */.n5)({ ...(0,images_reference/* repositoryOf */._M)(from), digest })} to ${(0,images_reference/* referenceText */.n5)(to)}`;
async function applied(copies, options, context) {
    const copier = new Copier(options, context);
    const unmade = new Set(copies.map(({ to }) => tagKey(to)));
    let images = 0;
    try {
        await (0,parallel/* boundedly */.Xt)(copies, async ({ from, image, to }) => {
            const manifest = await copier.copy(from, image, to);
            unmade.delete(tagKey(to));
            await writeTag(to, manifest, { ...context, server: context.serverOf(to) }).catch(takenBack(unmade));
            images += 1;
            context.host.progress(`copied ${images} of ${copies.length} images, ${copier.summary}`);
        });
    }
    catch (error) {
        if (!(error instanceof change/* Moved */.a))
            throw error;
        throw new change/* Moved */.a(error.message, { cause: error, unmade: [...unmade], hasProgressed: images > 0 });
    }
    return { images, ...copier.counts };
}
/** The tag that lost a race was not written. */
function takenBack(unmade) {
    return (error) => {
        if (error instanceof change/* Moved */.a)
            for (const key of error.unmade)
                unmade.add(key);
        throw error;
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/world/open-file.js
var open_file = __webpack_require__(73711);
;// CONCATENATED MODULE: ./build/src/world/registry/config-file.js



const longest = 1024 * 1024;
/** Reads such a file. A file that is not there has no credentials. No error shows a part of it: it may be a password. */
async function readRegistryConfig(path) {
    const text = await textOf(path);
    if (text === undefined)
        return { path, credentials: new Map(), helpers: new Map(), store: undefined };
    const config = parsed(path, text);
    const auths = entriesOf(path, config, 'auths').flatMap(([name, value]) => {
        const [registry, credential] = [hostOf(name), credentialOf(path, name, value)];
        return registry === undefined || credential === undefined ? [] : [[registry, credential]];
    });
    const helpers = entriesOf(path, config, 'credHelpers').flatMap(([name, helper]) => {
        const registry = hostOf(name);
        return registry === undefined ? [] : [[registry, helperName(path, `credHelpers.${name}`, helper)]];
    });
    const store = config['credsStore'];
    return {
        path,
        credentials: new Map(auths),
        helpers: new Map(helpers),
        store: store === undefined || store === '' ? undefined : helperName(path, 'credsStore', store),
    };
}
async function textOf(path) {
    const real = await (0,promises_.realpath)(path).catch(() => undefined); // a mounted secret is a link
    if (real === undefined)
        return undefined;
    await using file = await (0,open_file/* openFile */.Tq)(real, path);
    if ((await file.stat()).size > longest)
        throw unusable(path, 'is longer than 1 MiB, which is the limit here');
    return file.readFile('utf8');
}
function parsed(path, text) {
    const value = attemptJson(text);
    if (isObject(value))
        return value;
    throw unusable(path, 'is not a JSON object');
}
function attemptJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // the error would show a part of the text
    }
}
function entriesOf(path, config, key) {
    const value = config[key] ?? {};
    if (isObject(value))
        return Object.entries(value);
    throw unusable(path, `has something else than an object as ${key}`);
}
/** `auth` has user and password; an entry without both says that a helper has them. */
function credentialOf(path, name, value) {
    const where = `auths[${JSON.stringify(name)}]`;
    if (!isObject(value))
        throw unusable(path, `has something else than an object as ${where}`);
    const { auth = '', username = '', password = '', identitytoken = '' } = value;
    const texts = [auth, username, password, identitytoken];
    if (!texts.every((one) => typeof one === 'string'))
        throw unusable(path, `has a value in ${where} that is no text`);
    if (texts[3] !== '')
        return { kind: 'identity', token: String(identitytoken) };
    if (username !== '' && password !== '')
        return { kind: 'password', user: String(username), password: String(password) };
    if (auth === '')
        return undefined;
    const [user = '', ...rest] = Buffer.from(String(auth), 'base64').toString('utf8').split(':');
    if (user === '' || rest.length === 0)
        throw unusable(path, `has an auth in ${where} that is not "user:password" in Base64`);
    return { kind: 'password', user, password: rest.join(':').replace(/\0+$/, '') };
}
/** The name becomes a part of the name of a program, so it must not lead to a folder. */
function helperName(path, where, name) {
    if (typeof name === 'string' && /^[\w][\w.-]{0,63}$/.test(name))
        return name;
    throw unusable(path, `has something else than the name of a helper as ${where}`);
}
/** The host that an entry is for. One for a part of a registry, such as `quay.io/org`, is for no whole host. */
function hostOf(name) {
    const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/]+)(\/.*)?$/.exec(name) ?? [];
    if (host === '' || !/^(?:\/(?:v[12]\/?)?)?$/.test(path))
        return undefined;
    const registry = host.toLowerCase();
    return inDockerHub.has(registry) ? 'docker.io' : registry;
}
const inDockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const unusable = (path, why) => new error/* ReleaseError */.K2(`${path} ${why}.`, {
    fix: 'Correct the file, or log in again: docker, podman and helm write it anew. Its content is not shown here, because it may have passwords in it.',
});

;// CONCATENATED MODULE: ./build/src/world/registry/credentials.js



/** What docker, podman and helm have stored for a registry. Nothing is sent to a host that is not exactly the one of the entry. */
class RegistryCredentials {
    #host;
    #tools;
    #found = new Map();
    #configs;
    constructor(host, tools) {
        this.#host = host;
        this.#tools = tools;
    }
    /** The first that is found, in the order of `configFiles`; undefined if there is none. */
    for(registry) {
        const found = this.#found.get(registry) ?? this.#look(registry);
        this.#found.set(registry, found);
        return found;
    }
    async #look(registry) {
        this.#configs ??= Promise.all(configFiles(this.#host.env).map(readRegistryConfig));
        for (const config of await this.#configs) {
            const helper = config.helpers.get(registry) ?? config.store;
            const found = helper === undefined ? undefined : await this.#ask(helper, registry, config.path);
            const credential = found ?? config.credentials.get(registry);
            if (credential !== undefined)
                return credential;
        }
        return undefined;
    }
    /** https://github.com/docker/docker-credential-helpers#development */
    async #ask(helper, registry, path) {
        const program = `docker-credential-${helper}`;
        const input = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
        const { code, stdout } = await this.#tools.run(program, ['get'], { input, minutes: 1 });
        if (code !== 0 && /credentials not found in native keychain/.test(stdout))
            return undefined;
        const credential = code === 0 ? readAnswer(stdout) : undefined;
        if (credential !== undefined)
            return credential;
        const what = code === 0 ? 'printed something else than credentials' : `ended with exit code ${code}`;
        throw new error/* ReleaseError */.K2(`${program}, which ${path} names for ${registry}, ${what}.`, {
            fix: `Run "echo ${input} | ${program} get" on this machine to see why. Its output is not shown here: it may have a password in it.`,
        });
    }
}
/** An access token for the registry itself has the name `<token>`. */
function readAnswer(text) {
    const { Username: user, Secret: secret } = credentials_parsed(text);
    if (typeof user !== 'string' || typeof secret !== 'string')
        return undefined;
    return user === '<token>' ? { kind: 'identity', token: secret } : { kind: 'password', user, password: secret };
}
function credentials_parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {}; // the error would show a part of the text
    }
}
// Why: docs/decisions.md D52
/** Podman's file if it is named, then those of docker, helm and podman. */
function configFiles(env) {
    const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
    const named = (name) => (env[name] === undefined || env[name] === '' ? [] : [env[name]]);
    const inHome = (...parts) => (home === '' ? [] : [(0,external_node_path_.join)(home, ...parts)]);
    const [docker] = named('DOCKER_CONFIG');
    const [settings] = [...named('XDG_CONFIG_HOME'), ...inHome('.config')];
    return [
        ...named('REGISTRY_AUTH_FILE'),
        ...(docker === undefined ? inHome('.docker', 'config.json') : [(0,external_node_path_.join)(docker, 'config.json')]),
        ...(named('HELM_REGISTRY_CONFIG').length > 0 ? named('HELM_REGISTRY_CONFIG') : helmFiles(env, settings, inHome)),
        ...named('XDG_RUNTIME_DIR').map((folder) => (0,external_node_path_.join)(folder, 'containers', 'auth.json')),
        ...(settings === undefined ? [] : [(0,external_node_path_.join)(settings, 'containers', 'auth.json')]),
    ];
}
/** https://helm.sh/docs/helm/helm/ */
function helmFiles(env, settings, inHome) {
    const named = env['HELM_CONFIG_HOME'];
    if (named !== undefined && named !== '')
        return [(0,external_node_path_.join)(named, 'registry', 'config.json')];
    if (process.platform === 'darwin')
        return inHome('Library', 'Preferences', 'helm', 'registry', 'config.json');
    const folder = process.platform === 'win32' ? env['APPDATA'] : settings;
    return folder === undefined ? [] : [(0,external_node_path_.join)(folder, 'helm', 'registry', 'config.json')];
}

;// CONCATENATED MODULE: ./build/src/world/registry/platforms.js



const configTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
const config = (0,shape/* record */.g1)({ os: (0,shape/* maybe */.no)(shape/* string */.Yj), architecture: (0,shape/* maybe */.no)(shape/* string */.Yj), variant: (0,shape/* maybe */.no)(shape/* string */.Yj) });
/** What an image runs on. undefined if it is no image, but a chart, a signature or another artifact. */
async function platformsOf({ manifest, digest }, place, { server, blobs }) {
    // Attestations stand in an index with the platform unknown/unknown.
    if (manifest.kind === 'index')
        return manifest.manifests.flatMap(({ platform }) => (platform && platform.os !== 'unknown' ? [platform] : []));
    if (!configTypes.some((type) => type === manifest.config.mediaType))
        return undefined;
    const bytes = await blobs.read(server, place, manifest.config);
    try {
        const { os, architecture, variant } = config(JSON.parse(bytes.toString('utf8')));
        if (!os || !architecture)
            return [];
        return [{ os, architecture, ...(variant && { variant }) }];
    }
    catch (cause) {
        if (!(cause instanceof shape/* Misfit */.$C || cause instanceof SyntaxError))
            throw cause;
        throw new error/* ReleaseError */.K2(`The configuration of ${(0,images_reference/* referenceText */.n5)({ ...place, digest })} cannot be read: ${cause.message}.`, {
            fix: 'Find out what has built this image.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/world/registry/push.js





/** Uploads what is missing, and writes the tag last. */
function push(reference, { manifest: { mediaType, bytes }, blobs, seen }, context) {
    const made = { mediaType, digest: digestOf(bytes), size: bytes.length };
    const name = (0,images_reference/* referenceText */.n5)(reference);
    if (seen?.digest === made.digest)
        return undefined;
    if (seen !== undefined)
        throw otherImage(reference, seen, made);
    if (bytes.length > longestManifest)
        throw new error/* ReleaseError */.K2(`The manifest of ${name} has ${bytes.length} bytes, and registries take at most 4 MiB.`, {
            fix: 'Use fewer layers and annotations.',
        });
    const apply = async () => {
        await (0,parallel/* boundedly */.Xt)(blobs, async (blob) => {
            if (await context.blobs.has(context.server, reference, blob))
                return;
            await context.blobs.send(context.server, reference, blob);
            context.host.progress(`uploaded ${blob.digest} to ${(0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(reference))}`);
        });
        await writeTag(reference, { ...made, bytes }, context);
        return made;
    };
    return {
        keys: [tagKey(reference)],
        title: `Push ${name}`,
        detail: [
            `manifest ${made.digest}, ${made.size} bytes`,
            ...blobs.map(({ digest, size }) => `${digest}, ${size} bytes`),
        ].join('\n'),
        places: [tagPlace(reference, made.digest)],
        reach: 'remote',
        apply,
    };
}

;// CONCATENATED MODULE: ./build/src/world/registry/repositories.js






const repositories_mostPages = 100;
// https://cloud.google.com/artifact-registry/quotas
const mostOfGoogle = 10_000;
const mostRepositories = 1000;
const catalogPage = (0,shape/* record */.g1)({ repositories: (0,shape/* maybe */.no)((0,shape/* list */.p_)(shape/* string */.Yj, 10_000)) });
// Why: docs/decisions.md D63
/**
 * The names of the repositories below a place that have a tag; an empty name is the place itself. Google's registries list
 * what is below a repository with its tags, many others list all of their repositories. Refuses a registry that does neither.
 */
async function repositoriesWithTag(place, tag, context) {
    const own = await (0,parallel/* orRefusal */.kr)(repositories_listOf(place, context)); // many registries refuse to list what is only a folder
    const below = (repository) => repository.slice(place.repository.length + 1);
    if (own !== undefined && 'children' in own) {
        const repositories = await withTag([place], tag, context);
        return [...new Set(repositories)].map(below).toSorted();
    }
    const names = await catalog(context);
    if (names === undefined)
        throw untold(place);
    const known = names
        .filter((name) => name === place.repository || name.startsWith(`${place.repository}/`))
        .map((repository) => ({ ...place, repository }));
    refuseTooMany(place, known.length);
    const found = await (0,parallel/* boundedly */.Xt)(known, async (one) => ((await repositories_listOf(one, context))?.tags.has(tag) ? [one] : []));
    return found
        .flat()
        .map(({ repository }) => below(repository))
        .toSorted();
}
/** The tags of a repository, and the names below it if the registry tells them. undefined if there is no such repository. */
async function repositories_listOf(place, { server, host }, size) {
    const pages = await pagesOf({ ...tagsOf(server, place, size), mostPages: repositories_mostPages }, host);
    if (pages === undefined)
        return undefined;
    const tags = new Set(pages.flatMap(({ tags: some }) => some ?? []));
    if (!pages.some(({ child }) => Array.isArray(child)))
        return { tags };
    if (size !== undefined && isCut(pages, size))
        throw cutOff(place, size);
    return { tags, children: pages.flatMap(({ child }) => child ?? []) };
}
const cutOff = (place, size) => new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(place)} has at least ${size} tags and images, and its registry shows no more.`, {
    fix: 'Name the images in the input images, one per line.',
});
/** Walks level by level through what is below. */
async function withTag(places, tag, context) {
    const found = [];
    let [level, count] = [places, 0];
    while (level.length > 0) {
        count += level.length;
        refuseTooMany(level[0], count);
        const listed = await (0,parallel/* boundedly */.Xt)(level, async (place) => {
            return { place, list: await repositories_listOf(place, context, mostOfGoogle) };
        });
        found.push(...listed.flatMap(({ place, list: seen }) => (seen?.tags.has(tag) ? [place.repository] : [])));
        level = listed.flatMap(({ place, list: seen }) => (seen?.children ?? []).map((name) => childOf(place, name)));
    }
    return found;
}
function childOf(place, name) {
    if (images_reference/* repositoryName */.aR.test(name))
        return { ...place, repository: `${place.repository}/${name}` };
    throw new error/* ReleaseError */.K2(`${(0,images_reference/* referenceText */.n5)(place)} has ${(0,domain_text/* quoted */.TL)(name.slice(0, 200))} below it, which is no name.`, {
        fix: `Name the images in the input images. And find out what answers at ${place.registry}.`,
    });
}
/** All repositories of a registry. undefined if it does not tell them. */
async function catalog({ server, host }) {
    const what = 'the list of its repositories';
    const listing = {
        server,
        path: '_catalog?n=1000',
        what,
        scopes: ['registry:catalog:*'],
        shape: catalogPage,
        mostPages: repositories_mostPages,
    };
    const pages = await (0,parallel/* orRefusal */.kr)(pagesOf(listing, host));
    if (pages === undefined || pages instanceof error/* ReleaseError */.K2)
        return undefined;
    return pages.flatMap(({ repositories }) => repositories ?? []);
}
const untold = (place) => new error/* ReleaseError */.K2(`${place.registry} does not tell which images there are below ${place.repository}.`, {
    fix: 'Name them in the input images, one per line.',
});
function refuseTooMany(place, count) {
    if (place === undefined || count <= mostRepositories)
        return;
    throw new error/* ReleaseError */.K2(`There are more than ${mostRepositories} repositories below ${(0,images_reference/* referenceText */.n5)(place)}, which is the limit here.`, { fix: 'Name the images in the input images, one per line.' });
}

;// CONCATENATED MODULE: ./build/src/world/registry/challenge.js
/** Reads the header `www-authenticate`, which may name several ways. Bearer is the one that limits what a token may do. */
function parseChallenge(header) {
    const [, parameters] = /(?:^|[\s,])bearer\s+(.*)$/is.exec(header) ?? [];
    const realm = parameters === undefined ? undefined : parameterOf(parameters, 'realm');
    if (parameters !== undefined && realm !== undefined)
        return { kind: 'bearer', realm, service: parameterOf(parameters, 'service') };
    return /(?:^|[\s,])basic(?:\s|$)/i.test(header) ? { kind: 'basic' } : undefined;
}
function parameterOf(parameters, name) {
    const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",]+))`, 'i').exec(parameters);
    return found?.[1] ?? found?.[2];
}

;// CONCATENATED MODULE: ./build/src/world/registry/gate.js
/** Lets so many through at a time: fewer when a registry complains, and more again when it does not. */
class Gate {
    #most;
    #limit;
    #inside = 0;
    #waiting = [];
    constructor(most) {
        this.#most = most;
        this.#limit = most;
    }
    async through(work) {
        if (this.#inside >= Math.floor(this.#limit))
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#inside += 1;
        try {
            return await work();
        }
        finally {
            this.#leave();
        }
    }
    /** A registry has complained about too many requests. */
    narrow() {
        this.#limit = Math.max(Math.floor(this.#limit / 2), 1);
    }
    /** A registry has answered. It takes many answers until one more is let through: each complaint costs a request a try. */
    widen() {
        this.#limit = Math.min(this.#limit + 1 / this.#most, this.#most);
    }
    /** Whoever leaves gives the place to the next, unless there are too many. */
    #leave() {
        this.#inside -= 1;
        while (this.#inside < Math.floor(this.#limit)) {
            const next = this.#waiting.shift();
            if (next === undefined)
                return;
            this.#inside += 1;
            next();
        }
    }
}

;// CONCATENATED MODULE: ./build/src/world/registry/refusal.js




/** Whether an answer is no definite one. GitHub also has limits that it tells with 403 and a pause. */
const mayPass = ({ status, headers }) => (0,retry/* isPassing */.WG)(status) || (status === 403 && headers.has('retry-after'));
const longestPause = 600;
/** How many seconds a server wants to be left alone. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfter({ headers }, { host }) {
    const text = headers.get('retry-after') ?? '';
    const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000);
    if (!(seconds > longestPause))
        return seconds > 0 ? seconds : 0;
    throw new error/* ReleaseError */.K2(`${host} wants to be left alone for ${seconds} seconds.`, {
        fix: 'Run it again later. What is already done is not repeated. Many registries allow more to those who are logged in.',
    });
}
const errors = (0,shape/* record */.g1)({ errors: (0,shape/* list */.p_)((0,shape/* record */.g1)({ code: (0,shape/* maybe */.no)(shape/* string */.Yj), message: (0,shape/* maybe */.no)(shape/* string */.Yj) })) });
const longestWords = 300;
/** What an answer says: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
function wordsOf(text) {
    try {
        const said = errors(JSON.parse(text)).errors.map(({ code, message }) => [code, message].filter((part) => typeof part === 'string' && part !== '').join(': '));
        if (said.length > 0)
            return said.join('; ').slice(0, longestWords);
    }
    catch {
        // not as the specification says: it is shown as it is
    }
    return text.slice(0, longestWords).trim();
}
/** What a registry refused, with what to do about it. */
function refusal({ what, registry, status, text, isLoggedIn, isWrite }) {
    const says = `It says: ${(0,domain_text/* quoted */.TL)(wordsOf(text))}`;
    const verb = isWrite ? 'take' : 'give';
    const isForbidden = status === 401 || status === 403;
    if (isForbidden && !isLoggedIn)
        return new error/* ReleaseError */.K2(`${registry} does not ${verb} ${what} without a login. ${says}`, {
            fix: `Log in to ${registry} in an earlier step, for example with docker/login-action. Or check the name: many registries answer the same if there is no such image.`,
        });
    if (isForbidden)
        return new error/* ReleaseError */.K2(`${registry} does not ${verb} ${what} with this login. ${says}`, {
            fix: `Check the name, and that this account may ${isWrite ? 'push' : 'pull'} there. The job's own token for ghcr.io needs the permission packages: ${isWrite ? 'write' : 'read'}.`,
        });
    return new error/* ReleaseError */.K2(`${registry} does not ${verb} ${what}: it answered ${status}. ${says}`, {
        fix: 'Correct what the registry names, and run it again. What is already done is not repeated.',
    });
}

;// CONCATENATED MODULE: ./build/src/world/registry/stall-limit.js
const patience = 60_000;
const shortest = 500; // also in tests, whose pace is fast
function stallLimit({ pace, signal }) {
    const stalled = new AbortController();
    const seconds = Math.max(patience * pace, shortest);
    const timer = setTimeout(() => stalled.abort(new Error(`nothing moved for ${seconds / 1000} seconds`)), seconds);
    return {
        signal: AbortSignal.any([signal, stalled.signal]),
        touch: () => void timer.refresh(),
        [Symbol.dispose]: () => clearTimeout(timer),
    };
}

// EXTERNAL MODULE: ./build/src/world/http/time-limit.js
var time_limit = __webpack_require__(73016);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/src/world/registry/realm.js




// Why: docs/decisions.md D53
/**
 * The address of the server that issues tokens, if it may get the password of the registry. A registry can name any server,
 * so it has to be the same host, or one with the same registrable domain, or a declared one.
 */
async function trustedRealm(named) {
    const { realm, registry, declared } = named;
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.username + url.password !== '')
        throw untrusted(named, 'which is not the address of a server');
    const isDeclared = declared?.tokenHosts.some((host) => host === url.host || host === url.hostname) === true;
    const isSameHost = url.hostname === registry.hostname;
    if (url.protocol === 'http:' && !(registry.protocol === 'http:' && (isSameHost || isDeclared)))
        throw untrusted(named, 'which is not encrypted');
    if (isSameHost || isDeclared)
        return url;
    if (!(await haveOneOwner(url.hostname, registry.hostname)))
        throw untrusted(named, 'which belongs to another domain', declaration(registry, url));
    if (await isPrivate(url.hostname))
        throw untrusted(named, 'which is at a private address', declaration(registry, url));
    return url;
}
/** Whether two hosts are below the same name that somebody has registered: https://publicsuffix.org */
async function haveOneOwner(one, other) {
    const { getDomain } = await __webpack_require__.e(/* import() */ "tldts").then(__webpack_require__.t.bind(__webpack_require__, 20935, 19));
    const options = { allowPrivateDomains: true };
    const domain = getDomain(one, options);
    return domain !== null && domain === getDomain(other, options);
}
/** A name that cannot be resolved here is left to the proxy, which resolves it. */
async function isPrivate(host) {
    const found = await (0,external_node_dns_promises_.lookup)(host, { all: true }).catch(() => []);
    return found.some(({ address }) => isPrivateAddress(address));
}
const isPrivateAddress = (address) => privateAddresses.check(address, (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
/** https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry */
const privateAddresses = new external_node_net_.BlockList();
for (const network of [
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16',
    '198.18.0.0/15 224.0.0.0/3 ::/127 fc00::/7 fe80::/10 fec0::/10 ff00::/8 64:ff9b::/96',
].flatMap((networks) => networks.split(' '))) {
    const [address = '', length] = network.split('/');
    privateAddresses.addSubnet(address, Number(length), (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
}
const declaration = (registry, realm) => `If it does issue the tokens of this registry, declare it in the input registries: ${registry.host} token=${realm.host}`;
const untrusted = ({ realm, registry }, why, fix) => new error/* ReleaseError */.K2(`${registry.host} names ${(0,domain_text/* quoted */.TL)(realm.slice(0, 200))} as the server of its tokens, ${why}. No password was sent there.`, { fix: fix ?? `Find out what answers at ${registry.host}.` });

;// CONCATENATED MODULE: ./build/src/world/registry/tokens.js







const answered = (0,shape/* record */.g1)({ token: (0,shape/* maybe */.no)(shape/* string */.Yj), access_token: (0,shape/* maybe */.no)(shape/* string */.Yj), expires_in: (0,shape/* maybe */.no)(shape/* integer */.nd) });
const tokens_patience = 30_000;
const usualLife = 60; // seconds, if the server says nothing: https://distribution.github.io/distribution/spec/auth/token/
/** The tokens of one registry: one for each set of scopes, asked for again when it has expired. */
class Tokens {
    #context;
    #tokens = new Map();
    constructor(context) {
        this.#context = context;
    }
    /** The token for a set of scopes. Requests that run at the same time share it. */
    async for(scopes, asking) {
        const key = scopes.toSorted().join(' ');
        const known = this.#tokens.get(key);
        const token = await known?.catch(() => undefined);
        if (token !== undefined && token.value !== asking.refused && Date.now() < token.expires)
            return token.value;
        const meanwhile = this.#tokens.get(key);
        const asked = meanwhile === undefined || meanwhile === known
            ? (0,retry/* repeated */.ZD)(() => this.#ask(scopes, asking), this.#context.host)
            : meanwhile;
        this.#tokens.set(key, asked);
        return (await asked).value;
    }
    async #ask(scopes, { challenge, credential }) {
        const { host, http } = this.#context;
        const url = await trustedRealm({ ...this.#context, realm: challenge.realm });
        const begun = Date.now();
        await http.load();
        const limit = (0,time_limit/* timeLimit */.z)(tokens_patience, host);
        const unanswered = (cause) => {
            host.signal.throwIfAborted();
            if (cause instanceof error/* ReleaseError */.K2)
                throw cause;
            const reason = limit.isOver() ? 'it took too long' : cause instanceof Error ? cause.message : String(cause);
            throw new retry/* Unanswered */.XX(`${url.origin} issued no token: ${reason}`, { cause });
        };
        const question = questionOf(url, { scopes, service: challenge.service, credential });
        const sent = { ...question.request, signal: limit.signal, keepsRedirects: true };
        const answer = await http.fetch(question.address, sent).catch(unanswered);
        const text = await answer.text().catch(unanswered);
        const { status } = answer;
        if (mayPass(answer))
            throw new retry/* Unanswered */.XX(`${url.origin} answered ${status} to a request for a token`, {
                after: retryAfter(answer, url),
            });
        if (status >= 300 && status < 400)
            throw redirected(url);
        if (status !== 200)
            throw noToken({ url, status, text, credential });
        return tokenOf(text, url, begun);
    }
}
/** A GET with the password, or with nothing, or a POST with a token that buys other tokens. */
function questionOf(url, { scopes, service, credential }) {
    const headers = { 'user-agent': 'release-actions', accept: 'application/json' };
    const common = service === undefined ? {} : { service };
    if (credential?.kind === 'identity') {
        const values = { ...common, scope: scopes.join(' '), client_id: 'release-actions' };
        const form = new URLSearchParams({ ...values, grant_type: 'refresh_token', refresh_token: credential.token });
        const type = { 'content-type': 'application/x-www-form-urlencoded' };
        return { address: url.href, request: { method: 'POST', headers: { ...headers, ...type }, body: form.toString() } };
    }
    const address = new URL(url);
    for (const [name, value] of Object.entries(common))
        address.searchParams.set(name, value);
    for (const scope of scopes)
        address.searchParams.append('scope', scope);
    const authorization = credential === undefined ? {} : { authorization: basic(credential) };
    return { address: address.href, request: { method: 'GET', headers: { ...headers, ...authorization } } };
}
/** https://www.rfc-editor.org/rfc/rfc7617 */
const basic = ({ user, password }) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
function tokenOf(text, url, begun) {
    try {
        const { token, access_token: accessToken, expires_in: seconds } = answered(JSON.parse(text));
        const value = token ?? accessToken ?? '';
        if (/^[\x21-\x7e]+$/.test(value))
            return { value, expires: begun + Math.max(seconds ?? usualLife, 1) * 1000 * 0.9 };
    }
    catch {
        // what is wrong with it may have a part of the token in it
    }
    throw new retry/* Unanswered */.XX(`${url.origin} answered a request for a token with something else`);
}
const redirected = ({ origin }) => new error/* ReleaseError */.K2(`${origin} redirects a request for a token, which is not followed.`, {
    fix: `A password is sent only to the server that the registry names. Find out what answers at ${origin}.`,
});
const noToken = ({ url, status, text, credential }) => new error/* ReleaseError */.K2(`${url.origin} issues no token${credential === undefined ? ' without a login' : ' for this login'}: it answered ${status}, ${(0,domain_text/* quoted */.TL)(wordsOf(text))}.`, {
    fix: credential === undefined ? logIn : `${logIn} The login that is stored may have expired.`,
});
const logIn = 'Log in to the registry in an earlier step, for example with docker/login-action.';

;// CONCATENATED MODULE: ./build/src/world/registry/server.js









const reads = new Set(['GET', 'HEAD']);
const mostAtOnce = 32;
/** One registry: where it is, and what it wants to know before it answers. */
class Server {
    registry;
    url;
    #context;
    #tokens;
    #gate = new Gate(mostAtOnce);
    #challenge;
    constructor(registry, context) {
        this.registry = registry;
        this.url = addressOf(registry, context.declared);
        this.#context = context;
        this.#tokens = new Tokens({ ...context, registry: this.url });
    }
    /**
     * Asks once for a definite answer. Throws `Unanswered` for everything else. Refuses what this login may not do.
     */
    ask(wanted, read) {
        return this.#gate.through(async () => {
            using limit = stallLimit(this.#context.host);
            try {
                const answer = await this.#answered(wanted, limit);
                const body = touching(answer.body, limit);
                const result = await read({ ...answer, body });
                await dismissed({ body }); // what is not read would keep the connection busy
                return result;
            }
            catch (cause) {
                throw this.#unanswered(wanted, cause, limit);
            }
        });
    }
    /**
     * Content, piece by piece. `check` looks at the answer first. It does not wait at the gate: an upload that is inside
     * waits for this content.
     */
    async *stream(wanted, check) {
        using limit = stallLimit(this.#context.host);
        try {
            const answer = await this.#answered(wanted, limit);
            await check(answer);
            yield* touching(answer.body, limit);
        }
        catch (cause) {
            throw this.#unanswered(wanted, cause, limit);
        }
    }
    /** Asks, and once more if the registry wants a token or if the token has expired. */
    async #answered(wanted, limit) {
        await this.#context.http.load();
        limit.touch();
        const given = await this.#authorization(wanted.scopes, undefined);
        let answer = await this.#sent(wanted, given, limit);
        if (answer.status === 401 && this.#isHere(answer)) {
            const challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '');
            if (challenge !== undefined)
                this.#challenge = challenge;
            const renewed = await this.#authorization(wanted.scopes, given);
            if (renewed !== undefined && renewed !== given) {
                await dismissed(answer);
                answer = await this.#sent(wanted, renewed, limit);
            }
        }
        if (answer.status === 429)
            this.#gate.narrow();
        else
            this.#gate.widen();
        if (mayPass(answer)) {
            await dismissed(answer);
            const after = retryAfter(answer, this.url);
            throw new retry/* Unanswered */.XX(`${this.registry} answered ${answer.status} to a request for ${wanted.what}`, { after });
        }
        if (answer.status === 401 || answer.status === 403)
            throw await this.refusal(answer, wanted);
        return answer;
    }
    #unanswered({ what }, cause, { signal }) {
        this.#context.host.signal.throwIfAborted();
        if (cause instanceof error/* ReleaseError */.K2 || cause instanceof retry/* Unanswered */.XX)
            return cause;
        const reason = signal.aborted ? signal.reason : cause;
        const why = reason instanceof Error ? reason.message : String(reason);
        return new retry/* Unanswered */.XX(`${this.registry} did not answer a request for ${what}: ${why}`, { cause });
    }
    /** What the registry said "no" to. A "yes" that belongs to another question comes from something in between. */
    async refusal(answer, { method, what, scopes }) {
        if (answer.status < 300)
            return new retry/* Unanswered */.XX(`${this.registry} answered ${answer.status} with something else to a request for ${what}`);
        const isLoggedIn = (await this.#context.credentials.for(this.registry)) !== undefined;
        const isWrite = !reads.has(method) || scopes.some((scope) => scope.endsWith(',push'));
        const { registry } = this;
        return refusal({ what, registry, status: answer.status, text: await beginningOf(answer), isLoggedIn, isWrite });
    }
    /** The address of an upload, which has to be here: it gets the token. */
    ownAddress(location, base, what) {
        const url = location !== undefined && URL.canParse(location, base) ? new URL(location, base) : undefined;
        if (url !== undefined && url.origin === this.url.origin)
            return url.href;
        throw new error/* ReleaseError */.K2(`${this.registry} names ${(0,domain_text/* quoted */.TL)((location ?? '').slice(0, 200))} as the address for ${what}, which is not on ${this.url.origin}.`, { fix: `Nothing was sent there. Find out what answers at ${this.url.origin}.` });
    }
    #sent({ method, path, headers, body }, authorization, limit) {
        return this.#context.http.fetch(new URL(path, new URL('/v2/', this.url)).href, {
            method,
            headers: {
                'user-agent': 'release-actions',
                ...headers,
                ...(authorization !== undefined && { authorization }),
            },
            body: body instanceof file_body/* PiecesBody */.Y ? touchingBody(body, limit) : body,
            signal: limit.signal,
            staysHere: !reads.has(method),
            keepsEncoding: true,
        });
    }
    #isHere({ url }) {
        return new URL(url).origin === this.url.origin;
    }
    async #authorization(scopes, refused) {
        if (this.#challenge === undefined)
            return undefined;
        const credential = await this.#context.credentials.for(this.registry);
        if (this.#challenge.kind === 'basic')
            return credential?.kind === 'password' ? basic(credential) : undefined;
        const token = refused?.replace('Bearer ', '');
        return `Bearer ${await this.#tokens.for(scopes, { challenge: this.#challenge, credential, refused: token })}`;
    }
}
const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;
/** Encrypted, except on this machine or if it is declared. */
function addressOf(registry, declared) {
    const isPlain = loopback.test(registry) || declared?.isPlain === true;
    return new URL(`${isPlain ? 'http' : 'https'}://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`);
}
const touchingBody = ({ size, pieces }, limit) => new file_body/* PiecesBody */.Y({ size, pieces: () => touching(pieces(), limit) });
async function* touching(pieces, { touch }) {
    for await (const piece of pieces) {
        touch();
        yield piece;
    }
}
const longestText = 16 * 1024;
/** Reads the rest of a body that nobody needs. */
async function dismissed({ body }) {
    await beginningOf({ body });
}
/** The beginning of a body, as text. What follows is not read. */
async function beginningOf({ body }) {
    const chunks = [];
    let length = 0;
    try {
        for await (const chunk of body) {
            chunks.push(chunk);
            length += chunk.length;
            if (length >= longestText)
                break;
        }
    }
    catch {
        // the status alone says enough
    }
    return Buffer.concat(chunks).subarray(0, longestText).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/world/registry/registry.js











/** Registries of images, and of everything else that is stored like images, such as charts. */
class Registry {
    #host;
    #http;
    #credentials;
    #declared;
    #servers = new Map();
    #manifests;
    #blobs;
    constructor(host, { http, tools }, declared) {
        this.#host = host;
        this.#http = http;
        this.#credentials = new RegistryCredentials(host, tools);
        this.#declared = declared;
        this.#manifests = new Manifests(host);
        this.#blobs = new Blobs(host);
    }
    /** What a reference names; undefined if there is nothing. */
    find(reference) {
        return this.#manifests.find(this.#server(reference), reference);
    }
    /** The manifest that a reference names; undefined if there is none. */
    manifest(reference) {
        return this.#manifests.read(this.#server(reference), reference);
    }
    /**
     * Uploads an artifact and gives it a tag, if the tag still has what was seen. undefined if it has this artifact. A tag that
     * has another one is refused: no tag is ever moved.
     */
    push(reference, pushed, seen) {
        const { registry, repository, tag } = reference; // without a digest
        const context = {
            host: this.#host,
            server: this.#server(reference),
            manifests: this.#manifests,
            blobs: this.#blobs,
        };
        return push({ registry, repository, tag }, { ...pushed, seen }, context);
    }
    /**
     * Copies images to tags that are not there, without changing a byte. undefined if all tags have them. Tags that have other
     * images are refused.
     */
    copy(copies, options) {
        const [manifests, blobs] = [this.#manifests, this.#blobs];
        return copy(copies, options, { host: this.#host, manifests, blobs, serverOf: (place) => this.#server(place) });
    }
    /** What an image runs on. undefined if it is no image, but a chart or another artifact. */
    platforms(place, image) {
        return platformsOf(image, place, { server: this.#server(place), blobs: this.#blobs });
    }
    /** Signatures, attestations and SBOMs of an image. */
    belongings(place, digest) {
        return new Referrers(this.#host, this.#manifests).of(this.#server(place), place, digest);
    }
    /** What an image names, and its repository does not have. */
    lacking(place, image, { referrers }) {
        const [manifests, blobs, server] = [this.#manifests, this.#blobs, this.#server(place)];
        const context = { host: this.#host, server, manifests, blobs, withReferrers: referrers };
        return lackingParts((0,images_reference/* repositoryOf */._M)(place), image, context);
    }
    /** The names of the repositories below a place that have a tag. An empty name is the place itself. */
    withTag(place, tag) {
        return repositoriesWithTag((0,images_reference/* repositoryOf */._M)(place), tag, { server: this.#server(place), host: this.#host });
    }
    /** Whether a registry is asked without encryption. */
    isPlain(place) {
        return this.#server(place).url.protocol === 'http:';
    }
    #server({ registry }) {
        const known = this.#servers.get(registry);
        if (known !== undefined)
            return known;
        const declared = this.#declared.find((one) => one.registry === registry);
        const context = { host: this.#host, http: this.#http, credentials: this.#credentials, declared };
        const server = new Server(registry, context);
        this.#servers.set(registry, server);
        return server;
    }
}


/***/ }),

/***/ 82163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ Misfit),
/* harmony export */   E7: () => (/* binding */ gitObject),
/* harmony export */   PP: () => (/* binding */ ignored),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** A value is not what was asked for. The message says where it is, and what was there. */
class Misfit extends Error {
    name = 'Misfit';
}
/** An object with these fields, and perhaps others. */
function record(fields) {
    return (value, place = '') => {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw misfit(value, place, 'an object');
        const given = value;
        const read = ([name, shape]) => [name, shape(given[name], place === '' ? name : `${place}.${name}`)];
        return Object.fromEntries(Object.entries(fields).map(read)); // each by its own shape
    };
}
const mostEntries = 1000;
/** A list. GitHub's longest has 1000 entries: the files of a release. */
function list(entry, most = mostEntries) {
    return (value, place = '') => {
        if (!Array.isArray(value))
            throw misfit(value, place, 'a list');
        if (value.length > most)
            throw new Misfit(`${named(place)} has ${value.length} entries, more than ${most}`);
        return value.map((one, index) => entry(one, `${place}[${index}]`));
    };
}
/** What may be null or missing. */
function maybe(shape) {
    return (value, place) => (value === null || value === undefined ? value : shape(value, place));
}
/** For an answer that nobody reads. */
const ignored = () => undefined;
const string = only('a text', (value) => typeof value === 'string');
const boolean = only('true or false', (value) => typeof value === 'boolean');
const integer = only('a whole number', (value) => Number.isSafeInteger(value));
/** A text that a date and a time can be read from. */
const instant = texts('a time', (value) => !Number.isNaN(Date.parse(value)));
/** The name of an object of git. */
const gitObject = texts('the name of a git object', (value) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value));
/** `owner/name`. */
const repositoryName = texts('the name of a repository', (value) => /^[\w.-]+\/[\w.-]+$/.test(value));
/** The address of a page. */
const link = texts('an address', (value) => /^https?:/.test(value) && URL.canParse(value));
function texts(wanted, fits) {
    return only(wanted, (value) => typeof value === 'string' && fits(value));
}
function only(wanted, fits) {
    return (value, place = '') => {
        if (fits(value))
            return value; // has just been checked
        throw misfit(value, place, wanted);
    };
}
const misfit = (value, place, wanted) => new Misfit(`${named(place)} is ${shown(value)}, not ${wanted}`);
const named = (place) => (place === '' ? 'the answer' : place);
const longestShown = 60;
function shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'string' ? (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value.slice(0, longestShown)) : JSON.stringify(value);
}


/***/ })

};
