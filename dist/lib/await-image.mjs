export const id = "await-image";
export const ids = ["await-image"];
export const modules = {

/***/ 64708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ await_image_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var images_reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/images/signer.js


/** Reads `cosign.pub`, `gcpkms://…` or `release@example.org https://accounts.google.com`. */
function parseSigner(text) {
    const [first = '', issuer, ...others] = text.trim().split(/\s+/);
    const isWrong = first.startsWith('-') || others.length > 0 || (issuer !== undefined && !/^https:\/\/./.test(issuer));
    if (isWrong)
        throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(text.slice(0, 300))}, which names no signer.`, {
            fix: 'Give the file of a public key, such as cosign.pub, or an identity and its issuer, such as release@example.org https://accounts.google.com',
        });
    return issuer === undefined ? { kind: 'key', key: first } : { kind: 'identity', identity: first, issuer };
}
/** How cosign is told who has to have signed. */
const cosignArguments = (signer) => signer.kind === 'key'
    ? ['--key', signer.key]
    : ['--certificate-identity', signer.identity, '--certificate-oidc-issuer', signer.issuer];

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/image-inputs.js + 1 modules
var image_inputs = __webpack_require__(83355);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/domain/images/platform.js
var platform = __webpack_require__(35610);
// EXTERNAL MODULE: ./build/src/plans/seen-image.js
var seen_image = __webpack_require__(14891);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/images/signature.js
var signature = __webpack_require__(78375);
;// CONCATENATED MODULE: ./build/actions/await-image/signature.js





/** What belongs to an image, and whether a signature is among it. */
async function signatureOf({ reference, found: { digest } }, { isSigned, signer }, { registry, tools }) {
    const { referrers, tagged } = await registry.belongings(reference, digest);
    const all = [
        ...referrers.map((one) => ({ digest: one.digest, type: one.artifactType ?? one.mediaType })),
        ...tagged.map(({ tag, digest: named }) => ({ digest: named, type: tag })),
    ];
    const isPresent = all.some(({ type }) => (0,signature/* isSignature */.h)(type) || (0,signature/* isSignatureTag */.L)(type));
    const answer = (state, ...notes) => ({ state, referrers: all, notes });
    if (!isPresent)
        return answer('none');
    const name = (0,images_reference/* referenceText */.n5)(reference);
    if (!isSigned)
        return answer('present');
    if (signer === undefined)
        return answer('present', `${name} has a signature, which was not verified: signed-by is not set`);
    if (!(await tools.has('cosign')))
        return answer('present', `${name} has a signature, which was not verified: cosign is not on PATH`);
    const image = (0,images_reference/* referenceText */.n5)({ registry: reference.registry, repository: reference.repository, digest });
    const options = [...cosignArguments(signer), ...(registry.isPlain(reference) ? ['--allow-http-registry'] : [])];
    const { code, stderr } = await tools.run('cosign', ['verify', ...options, '--', image], { minutes: 5 });
    if (code !== 0)
        throw unaccepted(name, signer, stderr);
    return answer('verified');
}
function unaccepted(name, signer, stderr) {
    const who = signer.kind === 'key' ? `the key ${(0,domain_text/* quoted */.TL)(signer.key)}` : `${signer.identity} (${signer.issuer})`;
    const why = (0,domain_text/* textLines */.Fy)(stderr).at(-1) ?? 'It printed nothing.';
    return new error/* ReleaseError */.K2(`cosign accepts no signature of ${name} by ${who}: ${(0,domain_text/* quoted */.TL)(why.slice(0, 500))}`, {
        fix: 'Find out who has signed it: run "cosign verify" yourself. Do not release an image that somebody else has signed.',
    });
}

;// CONCATENATED MODULE: ./build/actions/await-image/look.js






/** Looks at all images. What is wrong with any of them is refused, also if another one is still missing. */
async function look(images, wanted, ports) {
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(images, (reference) => (0,parallel/* orRefusal */.kr)(lookAt(reference, wanted, ports))));
    (0,error/* refuseAll */.cp)('Some images are not what they should be.', refusals);
    return {
        waitsFor: values.map((one) => one.waitsFor),
        notes: values.flatMap(({ notes }) => notes),
        found: values.flatMap(({ found }) => (found === undefined ? [] : [found])),
    };
}
async function lookAt(reference, wanted, ports) {
    const image = await (0,seen_image/* seeImage */.fB)(reference, wanted.platforms, ports.registry);
    const name = (0,images_reference/* referenceText */.n5)(reference);
    if (image === undefined)
        return { notes: [], waitsFor: (0,seen_image/* awaitedImage */.zp)(reference) };
    const { digest, mediaType } = image.found;
    const { state, referrers, notes } = await signatureOf(image, wanted, ports);
    const found = {
        reference: name,
        digest,
        mediaType,
        platforms: (image.platforms ?? []).map(platform/* platformText */.VQ),
        referrers,
        signed: state,
    };
    const isUnsigned = wanted.isSigned && state === 'none';
    return {
        found,
        notes: [...platformNotes(image, wanted), ...notes],
        ...(isUnsigned && {
            waitsFor: {
                title: `signature of ${name}`,
                fix: 'Find out whether the image is signed where it is built or promoted. To wait for that, set wait: 30m.',
            },
        }),
    };
}
function platformNotes({ reference, platforms, found }, wanted) {
    if (platforms !== undefined || wanted.platforms.length === 0)
        return [];
    const type = found.manifest.kind === 'image' ? found.manifest.config.mediaType : found.mediaType;
    return [`${(0,images_reference/* referenceText */.n5)(reference)} is no image (${type}), so that it has no platforms`];
}

;// CONCATENATED MODULE: ./build/actions/await-image/action.js









/* harmony default export */ const await_image_action = ((0,action/* defineAction */.Q)({
    name: 'Await image',
    description: 'Wait until images exist, and say what they are: digest, platforms, signatures.',
    example: '--images registry.k8s.io/pause:3.10 --platforms linux/amd64',
    inputs: {
        images: (0,input/* input */.hF)('The images, one per line, such as ghcr.io/org/app:v1.2.3. If @sha256:… stands behind a tag, the tag must have that digest.', readImages),
        platforms: image_inputs/* imageInputs */.b.platforms,
        signed: (0,input/* flag */.Jt)('Also wait until each image has a signature.'),
        signedBy: (0,input/* input */.hF)('Who must have signed: the file of a public key, or an identity and its issuer, such as release@example.org https://accounts.google.com. The signatures are verified by cosign, if it is on PATH.', parseSigner).optional(),
        registries: image_inputs/* imageInputs */.b.registries,
    },
    outputs: {
        images: (0,output/* json */.Pq)('Each image with reference, digest, mediaType, platforms, referrers and signed (none, present or verified).'),
    },
    waits: 'for images and signatures that are not there yet',
    hasNoMode: true,
    async plan({ images, platforms, signed, signedBy, registries }, world) {
        const wanted = { platforms, isSigned: signed || signedBy !== undefined, signer: signedBy };
        const { waitsFor, notes, found } = await look(images, wanted, {
            registry: await world.registry(registries),
            tools: world.tools,
        });
        return {
            notes,
            waitsFor,
            changes: [],
            outputs: { images: found },
            facts: () => found.map(({ reference, digest, platforms: there, signed: state }) => ({
                name: reference,
                value: [digest, there.join(', '), state === 'none' ? '' : `signature ${state}`]
                    .filter((line) => line !== '')
                    .join('\n'),
            })),
        };
    },
}));
function readImages(text) {
    const images = (0,domain_text/* textLines */.Fy)(text).map(images_reference/* parseReference */.F2);
    const twice = images.find((one, index) => images.findIndex((other) => (0,images_reference/* referenceText */.n5)(other) === (0,images_reference/* referenceText */.n5)(one)) < index);
    if (twice !== undefined)
        throw new error/* ReleaseError */.K2(`names ${(0,images_reference/* referenceText */.n5)(twice)} twice.`, { fix: 'Remove one of the two lines.' });
    return images;
}


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

/***/ 78375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isSignatureTag),
/* harmony export */   h: () => (/* binding */ isSignature)
/* harmony export */ });
/** Artifacts that are signatures, or signed statements: of cosign since version 3, before it, and of notation. */
const signatureTypes = new Set([
    'application/vnd.dev.sigstore.bundle.v0.3+json',
    'application/vnd.dev.cosign.artifact.sig.v1+json',
    'application/vnd.cncf.notary.signature',
]);
const isSignature = (artifactType) => artifactType !== undefined && signatureTypes.has(artifactType);
/** Whether cosign has signatures or attestations below a tag. */
const isSignatureTag = (tag) => /\.(?:sig|att)$/.test(tag);


/***/ }),

/***/ 14891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fB: () => (/* binding */ seeImage),
/* harmony export */   pC: () => (/* binding */ refuseOtherDigest),
/* harmony export */   zp: () => (/* binding */ awaitedImage)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35610);
/* harmony import */ var _domain_images_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92556);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);




/** Looks at an image. undefined if it is not there. Refuses another digest than the expected one, and a missing platform. */
async function seeImage(reference, wanted, registry) {
    const found = await registry.manifest(reference);
    if (found === undefined)
        return undefined;
    refuseOtherDigest(reference, found);
    const platforms = await registry.platforms(reference, found);
    if (platforms !== undefined)
        refuseMissing(reference, wanted, platforms);
    return { reference, found, platforms };
}
/** What a plan waits for if an image is not there. */
const awaitedImage = (reference) => ({
    title: `image ${(0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceText */ .n5)(reference)}`,
    fix: 'Find out whether its build has failed or is still running. To wait for it, set wait: 30m.',
});
/** Refuses another digest than the one that a reference expects. */
function refuseOtherDigest({ digest, ...reference }, found) {
    if (digest !== undefined && digest !== found.digest)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceText */ .n5)(reference)} is ${found.digest}, not ${digest}.`, {
            fix: 'Something else was pushed with this tag. Find out which of the two was tested, and name its digest.',
        });
}
function refuseMissing(reference, wanted, there) {
    const missing = (0,_domain_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .missingPlatforms */ .z3)(wanted, there);
    if (missing.length === 0)
        return;
    const [lacks, has] = [missing, there].map((platforms) => (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(platforms.map(_domain_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .platformText */ .VQ)));
    const instead = there.length === 0 ? 'and names none that it has' : `only for ${has}`;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_domain_images_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceText */ .n5)(reference)} has no image for ${lacks}, ${instead}.`, {
        fix: 'Build the image for all platforms and push it with a new tag, or remove what it is not made for from platforms.',
    });
}


/***/ }),

/***/ 83355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ imageInputs)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/images/declared-registry.js


const host = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
/** Reads a line such as `registry.example.org token=login.example.net` or `registry.internal:5000 plain`. */
function parseDeclaredRegistry(line) {
    const [registry = '', ...words] = line.trim().toLowerCase().split(/\s+/);
    const tokenHosts = words.flatMap((word) => (word.startsWith('token=') ? [word.slice('token='.length)] : []));
    const isKnown = words.every((word) => word === 'plain' || word.startsWith('token='));
    if (!isKnown || ![registry, ...tokenHosts].every((name) => host.test(name)))
        throw new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(line.slice(0, 300))} does not declare a registry.`, {
            fix: 'Write its host, and then "token=" with the host that issues its tokens, or "plain" if it has no encryption: registry.example.org token=login.example.net',
        });
    return { registry, isPlain: words.includes('plain'), tokenHosts };
}

// EXTERNAL MODULE: ./build/src/domain/images/platform.js
var platform = __webpack_require__(35610);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
;// CONCATENATED MODULE: ./build/src/runtime/image-inputs.js




/** The inputs of every action that looks at images. */
const imageInputs = {
    platforms: (0,input/* input */.hF)('The platforms that each image must have, such as linux/amd64, with commas or line breaks between them. Charts and other artifacts have none.', (text) => (0,domain_text/* textItems */.Ey)(text).map(platform/* parsePlatform */.FL)).or(''),
    registries: (0,input/* input */.hF)('What is special about registries, one per line: registry.internal:5000 plain (no encryption), or registry.example.org token=login.example.net (another server that issues its tokens).', parseDeclaredRegistry)
        .list()
        .or(''),
};


/***/ })

};
