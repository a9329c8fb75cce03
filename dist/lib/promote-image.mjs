export const id = "promote-image";
export const ids = ["promote-image"];
export const modules = {

/***/ 37617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ promote_image_action)
});

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/domain/image-lists/list-path.js
var list_path = __webpack_require__(73068);
// EXTERNAL MODULE: ./build/src/domain/image-lists/project.js
var project = __webpack_require__(82765);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/images/digest.js
var images_digest = __webpack_require__(48053);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var reference = __webpack_require__(92556);
;// CONCATENATED MODULE: ./build/src/domain/images/named-image.js




/** Reads `kpromo`, `kpromo=v3.4.4-1` or `charts/example=0.3.0@sha256:…`. */
function parseNamedImage(line) {
    const [, name = '', tag, digest] = /^([^=@]*)(?:=([^@]*))?(?:@(.*))?$/.exec(line) ?? [];
    if (!reference/* repositoryName */.aR.test(name))
        throw new error/* ReleaseError */.K2(`contains the line ${(0,domain_text/* quoted */.TL)(line.slice(0, 300))}, which names no image.`, {
            fix: 'Write the name below the registry, and behind it = and its tag if it is another one: kpromo or charts/example=0.3.0@sha256:…',
        });
    return {
        name,
        ...(tag !== undefined && { tag: (0,reference/* parseTag */.ED)(tag) }),
        ...(digest !== undefined && { digest: (0,images_digest/* parseDigest */.m)(digest) }),
    };
}

;// CONCATENATED MODULE: ./build/src/domain/images/shard.js


const most = 256; // jobs of a matrix: https://docs.github.com/en/actions/reference/limits
/** Reads `3/8`. */
function parseShard(text) {
    const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text.trim()) ?? []).map(Number);
    if (number >= 1 && number <= of && of <= most)
        return { number, of };
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(text)}, which is not a part of a list.`, {
        fix: `Give the number of the part and the number of parts, such as 3/8. There can be ${most} parts.`,
    });
}
/** The same part in every job, whatever the order of the lines is. Parts differ by at most one item. */
function inShard(items, { number, of }, nameOf) {
    const ordered = items
        .map((item) => ({ item, name: nameOf(item) }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    return ordered.filter((_, index) => index % of === number - 1).map(({ item }) => item);
}

// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repository = __webpack_require__(72979);
// EXTERNAL MODULE: ./build/src/runtime/image-inputs.js + 1 modules
var image_inputs = __webpack_require__(83355);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
;// CONCATENATED MODULE: ./build/actions/promote-image/contract.js









const inputs = {
    via: (0,input/* choice */.Yq)('How images get to production. copy: they are copied from registry to registry. pull-request: their digests are added to an image list, by which a promoter copies them.', ['copy', 'pull-request']),
    from: (0,input/* input */.hF)('Where the images are staged: a registry and a folder in it, such as ghcr.io/org/staging.', reference/* parseImageRepository */.fb),
    images: (0,input/* input */.hF)('The images below from, one per line: NAME, NAME=TAG, or NAME=TAG@DIGEST if the tag must have that digest. Default: with via: copy, from itself is the image; with via: pull-request, all images below from that have the tag.', parseNamedImage)
        .list()
        .or(''),
    tag: (0,input/* input */.hF)('The tag of the images whose line names none.', reference/* parseTag */.ED).optional(),
    to: (0,input/* input */.hF)('Where the images are copied, one registry and folder per line, such as registry.example.org/org. The images keep their names and tags. Required with via: copy.', reference/* parseImageRepository */.fb)
        .list()
        .or(''),
    referrers: (0,input/* flag */.Jt)('Whether signatures, attestations and SBOMs are copied along.', 'true'),
    fork: (0,input/* input */.hF)('The fork that gets the branch of the pull request, as owner/name. Required with via: pull-request.', repository/* parseRepository */.S).optional(),
    repository: (0,input/* input */.hF)('The repository with the image list, as owner/name.', repository/* parseRepository */.S).or('kubernetes/k8s.io'),
    list: (0,input/* input */.hF)('The path of the image list. Default: the list whose promoter manifest has from as its source.', list_path/* parseListPath */.xB).optional(),
    project: (0,input/* input */.hF)('The name of the project in the pull request. Default: the last part of from, without k8s-staging-.', project/* parseProject */.XB).optional(),
    reviewers: (0,input/* input */.hF)('Users and teams (org/team) whom the pull request asks to look at it, one per line.', project/* parseReviewer */.xT)
        .list()
        .or(''),
    hold: (0,input/* flag */.Jt)('Whether the pull request is put on hold, until somebody comments /hold cancel.', 'true'),
    platforms: image_inputs/* imageInputs */.b.platforms,
    shard: (0,input/* input */.hF)('Only a part of the images, for the jobs of a matrix: 3/8 is the third of eight parts. Only with via: copy.', parseShard).optional(),
    registries: image_inputs/* imageInputs */.b.registries,
};
const outputs = {
    images: (0,output/* json */.Pq)('Each image with name, tag, digest, and with via: copy where it is now (to).'),
    copied: (0,output/* list */.p_)('What was copied, or would be copied, as REGISTRY/NAME:TAG.'),
    skipped: (0,output/* list */.p_)('What was there before.'),
    pullRequestNumber: (0,output/* number */.ai)('The number of the pull request.'),
    pullRequestUrl: 'The URL of the pull request.',
};

// EXTERNAL MODULE: ./build/src/plans/seen-image.js
var seen_image = __webpack_require__(14891);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/promote-image/copy-look.js




/** Looks at all images, at their sources and their destinations. */
async function lookAtCopies(promotions, platforms, registry) {
    const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* boundedly */.Xt)(promotions, (one) => (0,parallel/* orRefusal */.kr)(lookAt(one, platforms, registry))));
    (0,error/* refuseAll */.cp)('Some images are not what they should be.', refusals);
    const seen = values.flatMap((one) => ('image' in one ? [one] : []));
    return { seen, waitsFor: values.flatMap((one) => ('image' in one ? [] : [one])) };
}
// Why: docs/decisions.md D60
/** If the digest is named, and all places have it, the source is not asked. */
async function lookAt(promotion, platforms, registry) {
    const { from, to } = promotion;
    const there = await (0,parallel/* boundedly */.Xt)(to, (place) => registry.find(place));
    const isThere = from.digest !== undefined && there.every((found) => found?.digest === from.digest);
    const [first] = there;
    const [asked = from] = isThere ? to : [from];
    const source = isThere && platforms.length === 0 ? first : await imageAt({ ...from, ...asked }, platforms, registry);
    if (source === undefined)
        return (0,seen_image/* awaitedImage */.zp)(from);
    const copies = to.map((place, index) => ({ from: (0,reference/* repositoryOf */._M)(from), image: source, to: place, seen: there[index] }));
    return { promotion, image: source, copies };
}
async function imageAt(reference, platforms, registry) {
    if (platforms.length > 0)
        return (await (0,seen_image/* seeImage */.fB)(reference, platforms, registry))?.found;
    const found = await registry.manifest(reference);
    if (found !== undefined)
        (0,seen_image/* refuseOtherDigest */.pC)(reference, found);
    return found;
}

;// CONCATENATED MODULE: ./build/actions/promote-image/promotions.js



/** What is to be promoted in this job. Refuses what contradicts itself. */
function promotionsOf({ from, images, tag, to, shard }) {
    const named = images.length > 0 ? images : [{ name: '' }];
    const all = named.map((image) => promotionOf(image, { from, tag, to }));
    (0,error/* refuseAll */.cp)('Some images cannot be promoted.', [...repeated(all), ...all.flatMap(copiedOntoItself)]);
    return shard === undefined ? all : inShard(all, shard, ({ from: one }) => (0,reference/* referenceText */.n5)(one));
}
function promotionOf({ name, tag: own, digest }, { from, tag: common, to }) {
    const tag = own ?? common;
    if (tag === undefined)
        throw new error/* ReleaseError */.K2(`${name === '' ? (0,reference/* referenceText */.n5)(from) : name} has no tag.`, {
            fix: `Set the input tag${name === '' ? '' : `, or write ${name}=v1.2.3 in the input images`}.`,
        });
    const source = { ...(0,reference/* below */.Gz)(from, name), tag, ...(digest !== undefined && { digest }) };
    return {
        name: name === '' ? (from.repository.split('/').at(-1) ?? '') : name,
        from: source,
        to: to.map((place) => ({ ...(0,reference/* below */.Gz)(place, name), tag })),
    };
}
function repeated(all) {
    const targets = all.flatMap(({ to }) => to.map(reference/* referenceText */.n5));
    return [...new Set(targets.filter((one, index) => targets.indexOf(one) < index))].map((one) => new error/* ReleaseError */.K2(`${one} would be written twice.`, { fix: 'Name each image and each destination once.' }));
}
function copiedOntoItself({ from: { registry, repository, tag }, to }) {
    const source = (0,reference/* referenceText */.n5)({ registry, repository, tag });
    if (!to.some((one) => (0,reference/* referenceText */.n5)(one) === source))
        return [];
    return [new error/* ReleaseError */.K2(`${source} would be copied onto itself.`, { fix: 'Name another place in to.' })];
}

;// CONCATENATED MODULE: ./build/actions/promote-image/proof.js


/** What images at their destinations name, and what is not there. Only the destinations are asked. */
async function lackingAt(copies, options, registry) {
    const lacking = await (0,parallel/* boundedly */.Xt)(copies, async ({ to, image }) => {
        const parts = await registry.lacking(to, image, options);
        return parts.map(({ digest, mediaType }) => ({
            title: `${digest} (${mediaType}), which ${(0,reference/* referenceText */.n5)(to)} needs`,
            fix: `Somebody has deleted it from ${to.registry}. Promote the image again with a new tag, or restore it.`,
        }));
    });
    return lacking.flat();
}

;// CONCATENATED MODULE: ./build/actions/promote-image/copy.js




/** The plan of `via: copy`. */
async function copyImages(wanted, world) {
    const registry = await world.registry(wanted.registries);
    const promotions = promotionsOf(wanted);
    const { referrers } = wanted;
    const { seen, waitsFor } = await lookAtCopies(promotions, wanted.platforms, registry);
    const copies = seen.flatMap((one) => one.copies);
    const [missing, there] = [
        copies.filter((one) => one.seen === undefined),
        copies.filter((one) => one.seen !== undefined),
    ];
    const images = seen.map(({ promotion: { name, from, to }, image }) => ({
        name,
        tag: from.tag,
        digest: image.digest,
        to: to.map(reference/* referenceText */.n5),
    }));
    return {
        notes: there.map(({ to }) => `${(0,reference/* referenceText */.n5)(to)} is there`),
        waitsFor,
        changes: [registry.copy(copies, { referrers })],
        proof: () => lackingAt(there, { referrers }, registry),
        outputs: {
            images,
            copied: missing.map(({ to }) => (0,reference/* referenceText */.n5)(to)),
            skipped: there.map(({ to }) => (0,reference/* referenceText */.n5)(to)),
            pullRequestNumber: undefined,
            pullRequestUrl: undefined,
        },
        facts: () => images.map(({ name, tag, digest, to }) => ({ name: `${name}:${tag}`, value: [digest, ...to].join('\n') })),
    };
}

;// CONCATENATED MODULE: ./build/actions/promote-image/ways.js


/** Which inputs a way needs, and which ones only the other way has. */
const ways = {
    copy: { needs: 'to', lacks: ['fork', 'repository', 'list', 'project', 'reviewers', 'hold'] },
    'pull-request': { needs: 'fork', lacks: ['to', 'referrers', 'shard'] },
};
/** Refuses inputs that do not belong to the chosen way, and a missing one. */
function refuseOtherWay(wanted) {
    const { via } = wanted;
    const { needs, lacks } = ways[via];
    const other = via === 'copy' ? 'pull-request' : 'copy';
    (0,error/* refuseIfAny */.Yb)('Some inputs do not fit together.', [
        ...(isGiven(wanted, needs)
            ? []
            : [new error/* ReleaseError */.K2(`Input ${needs} is required with via: ${via}.`, { fix: inputs[needs].description })]),
        ...lacks
            .filter((name) => isGiven(wanted, name))
            .map((name) => new error/* ReleaseError */.K2(`Input ${name} belongs to via: ${other}, but via is ${via}.`, {
            fix: `Remove ${name}, or set via: ${other}.`,
        })),
    ]);
}
/** Whether an input has another value than by default. GitHub does not tell whether somebody has set it. */
const isGiven = (wanted, name) => JSON.stringify(wanted[name]) !== JSON.stringify(inputs[name].read(undefined));

;// CONCATENATED MODULE: ./build/actions/promote-image/action.js




/* harmony default export */ const promote_image_action = ((0,action/* defineAction */.Q)({
    name: 'Promote image',
    description: 'Bring the images that were tested to the registries that serve them: copy them with their signatures, or propose their digests for an image list. A tag is never moved.',
    example: '--via copy --from ghcr.io/org/app --tag v1.3.0 --to quay.io/org/app',
    inputs: inputs,
    outputs: outputs,
    token: 'The token to use with via: pull-request. To open the pull request, it has to be a classic token with the scopes public_repo and workflow. The token of the job is enough to look.',
    waits: 'for images that are not staged yet, or with mode: check until everything is in production',
    async plan(wanted, world) {
        refuseOtherWay(wanted);
        const { via, fork } = wanted;
        if (via === 'copy' || fork === undefined)
            return copyImages(wanted, world);
        const { proposeImages } = await __webpack_require__.e(/* import() */ "propose").then(__webpack_require__.bind(__webpack_require__, 53394)); // three times as large as what a copy needs
        return proposeImages({ ...wanted, fork }, world);
    },
}));


/***/ }),

/***/ 73068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ listPath),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   p2: () => (/* binding */ usualRoot),
/* harmony export */   xB: () => (/* binding */ parseListPath)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** Where the lists of Kubernetes are. */
const usualRoot = 'registry.k8s.io/';
/** Reads the path of a list. */
function parseListPath(text) {
    const [, root, folder] = /^((?:[\w.-]+\/)*)images\/([\w.-]+)\/images\.yaml$/.exec(text.trim()) ?? [];
    const isPlain = ![...(root ?? '').split('/'), folder].some((part) => part === '.' || part === '..');
    if (root !== undefined && folder !== undefined && isPlain)
        return { root, folder };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, not the path of an image list.`, {
        fix: 'Write a path such as registry.k8s.io/images/k8s-staging-example/images.yaml.',
    });
}
const listPath = ({ root, folder }) => `${root}images/${folder}/images.yaml`;
const manifestPath = ({ root, folder }) => `${root}manifests/${folder}/promoter-manifest.yaml`;


/***/ }),

/***/ 82765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XB: () => (/* binding */ parseProject),
/* harmony export */   v8: () => (/* binding */ projectOf),
/* harmony export */   xT: () => (/* binding */ parseReviewer)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The project whose images are staged in a folder: `example` for `gcr.io/k8s-staging-example` and for `…/images/example`. */
const projectOf = ({ repository }) => (repository.split('/').at(-1) ?? '').replace(/^k8s-staging-(?=.)/, '');
/** Reads the name of a project, which becomes a part of branches and of titles. */
function parseProject(text) {
    const name = text.trim();
    if (/^\w+(?:[.-]\w+)*$/.test(name) && name.length <= 100)
        return name;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, not the name of a project.`, {
        fix: 'Use at most 100 letters, digits, hyphens, underscores and single dots, such as dra-example-driver.',
    });
}
/** Reads an account that is asked to look at a pull request: a user, or a team with its organization. */
function parseReviewer(text) {
    const [, name] = /^@?([A-Za-z\d](?:[A-Za-z\d-]*)(?:\/[\w.-]+)?)$/.exec(text.trim()) ?? [];
    if (name !== undefined)
        return name;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, which is no account.`, {
        fix: 'Write a user such as mona, or a team such as kubernetes/release-managers.',
    });
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
