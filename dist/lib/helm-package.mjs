export const id = "helm-package";
export const ids = ["helm-package"];
export const modules = {

/***/ 51628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _src_domain_charts_chart_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77855);
/* harmony import */ var _src_domain_charts_helm_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21104);
/* harmony import */ var _src_domain_charts_registry_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94958);
/* harmony import */ var _src_domain_charts_value_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67666);
/* harmony import */ var _src_runtime_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44502);
/* harmony import */ var _src_runtime_image_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83355);
/* harmony import */ var _src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26118);
/* harmony import */ var _src_runtime_output_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38933);
/* harmony import */ var _src_world_parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45827);









/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_src_runtime_action_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: 'Helm package',
    description: 'Package Helm charts with the same bytes on every machine, and push them to a registry. With mode: check, compare a registry with the source.',
    example: '--chart deploy/chart --registry oci://ghcr.io/org/charts',
    inputs: {
        chart: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .path */ .Ae)('Chart folders, or globs of chart folders, one per line.').list(),
        version: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .input */ .hF)('The version of the charts, with or without v. Default: the one in Chart.yaml.', _src_domain_charts_chart_version_js__WEBPACK_IMPORTED_MODULE_0__/* .chartVersion */ .X).optional(),
        appVersion: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('The appVersion of the charts, verbatim. Default: the one in Chart.yaml.').optional(),
        values: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .input */ .hF)('Values to set in values.yaml of the packaged charts, one path=value per line, such as image.tag=v1.2.0.', _src_domain_charts_value_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseValueLine */ .H)
            .list()
            .or(''),
        registry: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .input */ .hF)('The registry and the path below which the charts are pushed, such as oci://ghcr.io/org/charts. Default: they are not pushed.', _src_domain_charts_registry_address_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChartRegistry */ .l9).optional(),
        registries: _src_runtime_image_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .imageInputs */ .b.registries,
        helmVersion: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .input */ .hF)('The release of Helm to install, such as v3.22.0, or v3.22.0@sha256:… with the checksum of its archive. Default: the helm in PATH.', _src_domain_charts_helm_release_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHelmRelease */ .bT).optional(),
        helmMirror: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .input */ .hF)('The address below which the archives of Helm are.', _src_domain_charts_helm_release_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHelmMirror */ .XO).or('https://get.helm.sh'),
        lint: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt)('Whether helm lint has to pass.', 'true'),
        dependencies: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .choice */ .Yq)('What is done for the dependencies: build fetches what Chart.lock says, update what Chart.yaml allows today.', ['build', 'update', 'none']).or('build'),
        outDir: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_6__/* .path */ .Ae)('The folder for the archives. It is made if it is missing.').or('dist'),
    },
    outputs: {
        packages: (0,_src_runtime_output_js__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq)('The charts: chart, folder, version, path, sha256, and as a registry has them: reference, digest.'),
        checksums: 'The path of a file with the checksums of the archives, for subject-checksums of actions/attest.',
    },
    // Reading charts takes a YAML parser, which is loaded while git looks.
    async plan(inputs, world) {
        const [commit, { planOf }] = await (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .together */ .bs)([world.git.commits.find('HEAD'), Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("bump-chart+set-values+plan+init"), __webpack_require__.e("plan")]).then(__webpack_require__.bind(__webpack_require__, 23395))]);
        return planOf(inputs, commit, world);
    },
}));


/***/ }),

/***/ 77855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ chartVersion)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28242);


/** The version of a chart, without `v`. Refuses a version that Helm would refuse, and names the right form. */
function chartVersion(text) {
    const bare = text.trim().replace(/^v/, '');
    const parsed = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSemver */ .kf)(bare));
    if (!(parsed instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2))
        return bare;
    const python = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePep440 */ .FB)(bare));
    const form = python instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? undefined : python.semver;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(parsed.message, {
        fix: form === undefined
            ? 'Helm accepts only SemVer 2, such as 1.2.3 or 1.2.3-rc.1.'
            : `Helm accepts only SemVer 2: write ${form}.`,
    });
}


/***/ }),

/***/ 64789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ goJson)
/* harmony export */ });
/** JSON as Go writes it: a Map is sorted by the bytes of its keys, and what HTML or JavaScript could misread is escaped. */
function goJson(value) {
    if (Array.isArray(value))
        return `[${value.map(goJson).join()}]`;
    if (value instanceof Map) {
        const entries = [...value];
        const sorted = entries.toSorted(([one], [other]) => Buffer.compare(bytesOf(one), bytesOf(other)));
        return objectOf(sorted);
    }
    if (typeof value === 'object' && value !== null)
        return objectOf(Object.entries(value));
    return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
const objectOf = (entries) => `{${entries.flatMap(([key, value]) => (value === undefined ? [] : [`${goJson(key)}:${goJson(value)}`])).join()}}`;
const bytesOf = (key) => Buffer.from(String(key));


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

/***/ 24258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ociChart),
/* harmony export */   m: () => (/* binding */ tagOfVersion)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64789);


const mediaTypes = {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.cncf.helm.config.v1+json',
    archive: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
    provenance: 'application/vnd.cncf.helm.chart.provenance.v1.prov',
};
// Why: docs/decisions.md D56
/** What `helm push` writes for a chart, byte for byte. https://github.com/helm/helm/blob/v3.22.0/pkg/registry/client.go */
function ociChart({ metadata, epoch, ...packaged }) {
    const configBytes = Buffer.from((0,_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .goJson */ .P)(metadata.struct));
    const config = { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length };
    const { digest, size } = packaged.archive;
    const archive = { mediaType: mediaTypes.archive, digest, size };
    const provenance = packaged.provenance && {
        mediaType: mediaTypes.provenance,
        digest: packaged.provenance.digest,
        size: packaged.provenance.size,
    };
    const layers = [archive, ...(provenance === undefined ? [] : [provenance])].toSorted((one, other) => one.digest < other.digest ? -1 : 1);
    const annotations = annotationsOf(metadata, epoch);
    const bytes = Buffer.from((0,_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .goJson */ .P)({ schemaVersion: 2, config, layers, annotations }));
    return {
        digest: digestOf(bytes),
        manifest: { mediaType: mediaTypes.manifest, bytes },
        config: { ...config, bytes: configBytes },
        archive,
        provenance,
    };
}
/** The tag of a version: `+` is allowed in versions, but not in tags. */
const tagOfVersion = (version) => version.replaceAll('+', '_');
const own = (name) => `org.opencontainers.image.${name}`;
// https://github.com/helm/helm/blob/v3.22.0/pkg/registry/chart.go
function annotationsOf(metadata, epoch) {
    const { name, version, description, home, sources, maintainers, annotations } = metadata;
    const authors = maintainers.map(({ name: who = '', email }) => `${who}${email === undefined ? '' : ` (${email})`}`);
    const facts = {
        description,
        title: name,
        version,
        url: home,
        created: new Date(epoch * 1000).toISOString().replace('.000Z', 'Z'),
        source: sources[0] ?? '',
        authors: authors.join(', '),
    };
    const generated = Object.entries(facts).flatMap(([key, value]) => value.trim() === '' ? [] : [[own(key), value]]);
    const given = [...annotations].filter(([key]) => key !== own('title') && key !== own('version'));
    return new Map([...generated, ...given]);
}
const digestOf = (bytes) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;


/***/ }),

/***/ 94958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WR: () => (/* binding */ repositoryPage),
/* harmony export */   l9: () => (/* binding */ parseChartRegistry),
/* harmony export */   sL: () => (/* binding */ chartReference)
/* harmony export */ });
/* harmony import */ var _images_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92556);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _oci_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24258);




const scheme = 'oci://';
/** Reads `oci://ghcr.io/org/charts`, below which charts are pushed, and returns it without its beginning. */
function parseChartRegistry(text) {
    const address = text.trim().replace(/\/+$/, '');
    if (!address.startsWith(scheme))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}, which does not begin with oci://.`, {
            fix: 'Write the registry and the path below which the charts are, such as oci://ghcr.io/org/charts.',
        });
    const place = address.slice(scheme.length);
    (0,_images_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageRepository */ .fb)(`${place}/chart`);
    return place;
}
/** Where a chart is in a registry, as `helm push` decides it. */
const chartReference = (place, { name, version }) => ({ ...(0,_images_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageRepository */ .fb)(`${place}/${name}`), tag: (0,_images_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)((0,_oci_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .tagOfVersion */ .m)(version)) });
/** The page of a repository, for people; undefined if its registry is not known to have pages. */
function repositoryPage({ registry, repository }) {
    if (registry === 'docker.io')
        return `https://hub.docker.com/r/${repository}`;
    return /^(?:ghcr\.io|quay\.io|gcr\.io|.+\.gcr\.io|.+\.pkg\.dev)$/.test(registry)
        ? `https://${registry}/${repository}`
        : undefined;
}


/***/ }),

/***/ 67666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseValueLine)
/* harmony export */ });
/* harmony import */ var _edits_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53445);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



/** Reads `image.tag=v1.2.0`, a value to set in a values.yaml. */
function parseValueLine(line) {
    // A selector such as [name=proxy] contains an equals sign, too.
    const [, where, value] = /^((?:\[[^\]]*\]|"(?:[^"\\]|\\.)*"|[^=["])+)=(.*)$/.exec(line) ?? [];
    if (where === undefined || value === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`has the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(line)}, which sets no value.`, {
            fix: 'Write path=value, such as image.tag=v1.2.0.',
        });
    return { path: (0,_edits_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePath */ .R)(where.trim()), value: value.trim() };
}


/***/ }),

/***/ 53445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parsePath),
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const quotedText = String.raw `"((?:[^"\\]|\\.)*)"`;
const key = new RegExp(String.raw `(\.?)(?:${quotedText}|([^.[\]"]+))`, 'y');
const selector = new RegExp(String.raw `\[(?:(\d{1,9})|([^=\]"]+)=(?:${quotedText}|([^\]"]*)))\]`, 'y');
/** Reads `image.tag`, `images[name=proxy].newTag`, `dependencies[0].version`, `annotations."example.com/a.b"`. */
function parsePath(text) {
    const segments = [];
    let end = 0;
    while (end < text.length) {
        const [segment, length] = text[end] === '[' ? selectorAt(text, end) : keyAt(text, end);
        if (segment === undefined)
            break;
        segments.push(segment);
        end += length;
    }
    if (segments.length > 0 && end === text.length)
        return segments;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a path to a value. The mistake is at column ${end + 1}.`, {
        fix: 'Write a path such as image.tag, images[name=proxy].newTag, dependencies[0].version or annotations."example.com/a.b".',
    });
}
function keyAt(text, start) {
    key.lastIndex = start;
    const [whole = '', dot = '', inQuotes, bare] = key.exec(text) ?? [];
    const name = unescaped(inQuotes) ?? bare;
    const isSeparated = (dot === '') === (start === 0);
    return [name === undefined || !isSeparated ? undefined : { kind: 'key', key: name }, whole.length];
}
function selectorAt(text, start) {
    selector.lastIndex = start;
    const match = selector.exec(text);
    if (match === null)
        return [undefined, 0];
    const [whole, index, name = '', inQuotes, bare = ''] = match;
    if (index !== undefined)
        return [{ kind: 'index', index: Number(index) }, whole.length];
    return [{ kind: 'where', key: name, value: unescaped(inQuotes) ?? bare }, whole.length];
}
/** A path as people write it. */
const formatPath = (segments) => segments
    .map((segment, position) => {
    if (segment.kind === 'index')
        return `[${segment.index}]`;
    if (segment.kind === 'where')
        return `[${segment.key}=${segment.value}]`;
    return ((position === 0 ? '' : '.') + (/^[^.[\]"]+$/.test(segment.key) ? segment.key : JSON.stringify(segment.key)));
})
    .join('');
const unescaped = (text) => text?.replaceAll(/\\(.)/g, '$1');


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
