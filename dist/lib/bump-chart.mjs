export const id = "bump-chart";
export const ids = ["bump-chart"];
export const modules = {

/***/ 24052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ bump_chart_action)
});

// EXTERNAL MODULE: ./build/src/domain/charts/chart-version.js
var chart_version = __webpack_require__(77855);
// EXTERNAL MODULE: ./build/src/domain/charts/value-line.js
var value_line = __webpack_require__(67666);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/plans/planned-files.js + 1 modules
var planned_files = __webpack_require__(53517);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/charts/app-version.js
var app_version = __webpack_require__(60556);
// EXTERNAL MODULE: ./build/src/domain/charts/chart.js
var charts_chart = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/src/domain/charts/dependency-edits.js
var dependency_edits = __webpack_require__(4241);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/bump-chart/charts.js








/** The edits of all charts, by file. */
async function chartEdits(globs, wanted, files) {
    const found = (0,error/* divided */.k3)(await (0,parallel/* together */.bs)(globs.map((glob) => (0,parallel/* orRefusal */.kr)(files.find(glob, 'folder')))));
    const folders = [...new Set(found.values.flat())];
    const charts = (0,error/* divided */.k3)(await (0,parallel/* together */.bs)(folders.map((folder) => (0,parallel/* orRefusal */.kr)(chartIn(folder, files)))));
    const without = wanted.appVersion === undefined ? [] : charts.values.filter((chart) => !chart.hasAppVersion);
    const added = (0,error/* divided */.k3)(without.map((chart) => (0,error/* attempt */.CD)(() => appVersionAdded(chart, wanted))));
    const refusals = [...found.refusals, ...charts.refusals, ...added.refusals];
    const have = charts.values.map((chart) => {
        return { ...chart, hasAppVersion: chart.hasAppVersion || added.values.some(({ file }) => file === chart.file) };
    });
    const edits = new Map(have.flatMap((chart) => editsOf(chart, wanted)));
    return {
        edits,
        added: added.values,
        refusals: refusals.length > 0 ? refusals : unknownDependencies(charts.values, wanted),
    };
}
function unknownDependencies(charts, wanted) {
    const names = [...new Set(charts.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)))];
    const unknown = wanted.dependencies.filter((name) => !names.includes(name));
    if (unknown.length === 0)
        return [];
    const fix = names.length === 0
        ? 'Leave the input dependencies out.'
        : `Correct the input dependencies. The charts depend on ${(0,domain_text/* listed */.KE)(names)}.`;
    return [new error/* ReleaseError */.K2(`No chart depends on ${(0,domain_text/* listed */.KE)(unknown)}.`, { fix })];
}
async function chartIn(folder, files) {
    const read = async (name) => {
        const file = external_node_path_.posix.join(folder, name);
        if (!(await files.has(file)))
            return undefined;
        const text = await files.text(file);
        return { path: file, text, ...(0,charts_chart/* parseChartFile */.m$)({ file, text }) };
    };
    const [chart, requirements, lock, oldLock] = await (0,parallel/* together */.bs)([
        read('Chart.yaml'),
        read('requirements.yaml'),
        read('Chart.lock'),
        read('requirements.lock'),
    ]);
    if (chart === undefined)
        throw new error/* ReleaseError */.K2(`${folder} is not a chart: it has no Chart.yaml.`, {
            fix: 'Give the folder of a chart, or a glob of such folders.',
        });
    const list = chart.dependencies.length > 0 || requirements === undefined ? chart : requirements;
    const { path: file, text, version } = chart;
    return {
        folder,
        file,
        text,
        hasAppVersion: (0,app_version/* hasAppVersion */.M)({ file, text }),
        version,
        dependencies: list.dependencies,
        listedIn: list.path,
        lock: lock ?? oldLock,
    };
}
function appVersionAdded({ file, text }, { addAppVersion }) {
    if (addAppVersion)
        return { file, text: (0,app_version/* withAppVersion */.e)({ file, text }) };
    throw new error/* ReleaseError */.K2(`${file} has no appVersion.`, { fix: 'To add it, set add-app-version: true.', at: { file } });
}
function editsOf({ folder, file, hasAppVersion: canBeSet, version: before, dependencies, listedIn, lock }, wanted) {
    const { version, values } = wanted;
    const appVersion = canBeSet ? wanted.appVersion : undefined;
    const chart = [
        ...(version === undefined ? [] : [(0,edit/* parseEdit */.MR)('version', (0,charts_chart/* versionLike */.wP)(before, version))]),
        ...(appVersion === undefined ? [] : [(0,edit/* parseEdit */.MR)('appVersion', appVersion)]),
    ];
    const following = dependencies.filter(({ name }) => wanted.dependencies.includes(name)).map(({ name }) => name);
    const list = version === undefined ? [] : (0,dependency_edits/* dependencyEdits */.T)(dependencies, following, version);
    const inChart = listedIn === file
        ? [[file, [...chart, ...list]]]
        : [
            [file, chart],
            [listedIn, list],
        ];
    const all = [
        ...inChart,
        [external_node_path_.posix.join(folder, 'values.yaml'), values],
        ...(lock === undefined || version === undefined || following.length === 0
            ? []
            : [
                [
                    lock.path,
                    (0,dependency_edits/* lockEdits */.b)({
                        required: dependencies,
                        locked: lock.dependencies,
                        raised: following,
                        followed: following,
                        version,
                    }),
                ],
            ]),
    ];
    return all.filter(([, edits]) => edits.length > 0);
}

;// CONCATENATED MODULE: ./build/actions/bump-chart/action.js








/* harmony default export */ const bump_chart_action = ((0,action/* defineAction */.Q)({
    name: 'Bump chart',
    description: 'Set versions and image tags in Helm charts, and change nothing else. With mode: check, fail if a chart has other values.',
    example: '--chart deploy/chart --version 0.3.0 --app-version v0.3.0 --mode check',
    inputs: {
        chart: (0,input/* path */.Ae)('Chart folders, or globs of chart folders, one per line.').list(),
        version: (0,input/* input */.hF)('The chart version to set, with or without v. Default: not changed.', chart_version/* chartVersion */.X).optional(),
        appVersion: (0,input/* text */.Qq)('The appVersion to set, verbatim. Default: not changed.').optional(),
        addAppVersion: (0,input/* flag */.Jt)('Add appVersion to a Chart.yaml that has none, below its version.'),
        values: (0,input/* input */.hF)('Values to set in values.yaml, one path=value per line, such as image.tag=v1.2.0.', value_line/* parseValueLine */.H)
            .list()
            .or(''),
        dependencies: (0,input/* text */.Qq)('Names of dependencies whose version is set to the input version, one per line. Meant for charts in the same repository.')
            .list()
            .or(''),
        neverLower: (0,input/* flag */.Jt)('Keep a version that is already higher than the new one.'),
    },
    outputs: {
        files: (0,output/* list */.p_)('The files that change.'),
        previous: (0,output/* json */.Pq)('The values before the change: file → path → value.'),
        diff: 'The changes as a diff.',
    },
    async plan({ chart: globs, neverLower, ...wanted }, { files }) {
        const plannedFiles = new planned_files/* PlannedFiles */.e(files);
        const { edits, added, refusals } = await chartEdits(globs, wanted, files);
        plannedFiles.refuse([...missingInputs(wanted), ...refusals]);
        for (const { file, text: withLine } of added)
            if ((await plannedFiles.part(plannedFiles.text(file))) !== undefined)
                plannedFiles.set(file, withLine);
        const edited = await plannedFiles.part(plannedFiles.edit(edits, { neverLower }));
        const { changes, paths, diff } = await plannedFiles.result();
        return { changes, notes: edited?.notes ?? [], outputs: { files: paths, previous: edited?.previous, diff } };
    },
}));
/** What is missing beside the inputs that were given. */
const missingInputs = ({ version, appVersion, values, dependencies }) => [
    ...(version === undefined && appVersion === undefined && values.length === 0
        ? [new error/* ReleaseError */.K2('There is nothing to set.', { fix: 'Give version, app-version or values.' })]
        : []),
    ...(version === undefined && dependencies.length > 0
        ? [
            new error/* ReleaseError */.K2('The input dependencies is given, but version is not.', {
                fix: 'Give the input version: the dependencies get it, too.',
            }),
        ]
        : []),
];


/***/ }),

/***/ 60556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ hasAppVersion),
/* harmony export */   e: () => (/* binding */ withAppVersion)
/* harmony export */ });
/* harmony import */ var _edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65221);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);


/** Whether a Chart.yaml has an appVersion. */
const hasAppVersion = (source) => 'appVersion' in valuesOf(source);
/** A Chart.yaml with an appVersion that has no value yet, on the line below the version. Nothing else changes. */
function withAppVersion(source) {
    const { file, text } = source;
    const after = text.replace(/^\uFEFF?version[ \t]*:.*(\r?\n)?/m, (line, end) => end === undefined ? `${line}\nappVersion:` : `${line}appVersion:${end}`);
    const { appVersion, ...others } = valuesOf({ file, text: after });
    if (appVersion === null && JSON.stringify(others) === JSON.stringify(valuesOf(source)))
        return after;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${file} has no version on a line of its own, below which appVersion could be added.`, {
        fix: 'Add appVersion to it by hand.',
        at: { file },
    });
}
function valuesOf(source) {
    const value = (0,_edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYamlValue */ .o)(source);
    return typeof value === 'object' && value !== null ? value : {}; // a mapping or a list
}


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

/***/ 7674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m$: () => (/* binding */ parseChartFile),
/* harmony export */   sU: () => (/* binding */ lockDigest),
/* harmony export */   wP: () => (/* binding */ versionLike)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65221);
/* harmony import */ var _go_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64789);



/** A new version in the form of the old one: with `v` if that had it. Helm takes both. */
const versionLike = (before, version) => typeof before === 'string' && /^v\d/.test(before) ? `v${version}` : version;
function parseChartFile(source) {
    const data = (0,_edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYamlValue */ .o)(source);
    const { version, dependencies } = (typeof data === 'object' && data !== null ? data : {}); // of any types
    return { version, dependencies: dependenciesIn(dependencies) };
}
function dependenciesIn(list) {
    return Array.isArray(list)
        ? list.filter((item) => typeof item === 'object' && item !== null && typeof item.name === 'string')
        : [];
}
/**
 * The digest that tells Helm whether a lock file is up to date: of both lists, in Go's JSON.
 * https://github.com/helm/helm/blob/v3.22.0/internal/resolver/resolver.go
 */
function lockDigest(required, locked) {
    const json = (0,_go_json_js__WEBPACK_IMPORTED_MODULE_2__/* .goJson */ .P)([required.map(inFieldOrder), locked.map(inFieldOrder)]);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(json).digest('hex')}`;
}
const fields = ['name', 'version', 'repository', 'condition', 'tags', 'enabled', 'import-values', 'alias'];
/** Go writes a struct in the order of its fields. It omits empty fields, except name and repository. */
function inFieldOrder(dependency) {
    const whole = { repository: '', ...dependency };
    const isWritten = (field) => {
        const value = whole[field];
        const isEmpty = value === undefined ||
            value === null ||
            value === '' ||
            value === false ||
            (Array.isArray(value) && value.length === 0);
        return field === 'name' || field === 'repository' || !isEmpty;
    };
    return Object.fromEntries(fields.filter(isWritten).map((field) => [field, whole[field]]));
}


/***/ }),

/***/ 4241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ dependencyEdits),
/* harmony export */   b: () => (/* binding */ lockEdits)
/* harmony export */ });
/* harmony import */ var _edits_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37997);
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7674);


/** The edits that give dependencies with these names a version, in the list or in the lock file that has them. */
const dependencyEdits = (all, names, version) => names.flatMap((name) => {
    const found = all.find((one) => one.name === name);
    const path = `dependencies[name=${JSON.stringify(name)}].version`;
    return found === undefined ? [] : [(0,_edits_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEdit */ .MR)(path, (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .versionLike */ .wP)(found['version'], version))];
});
/** The edits of a lock file. Helm refuses a lock file whose digest does not match the list of dependencies. */
function lockEdits({ required, locked, raised, followed, version }) {
    const after = (all, names) => all.map((one) => (names.includes(one.name) ? { ...one, version: (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .versionLike */ .wP)(one['version'], version) } : one));
    return [
        ...dependencyEdits(locked, followed, version),
        (0,_edits_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEdit */ .MR)('digest', (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .lockDigest */ .sU)(after(required, raised), after(locked, followed))),
    ];
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

/***/ 65221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseYamlValue)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24086);


const mostAliases = 100;
/** A YAML text as plain values. Keys and aliases have to be valid. */
function parseYamlValue(source) {
    (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnprintable */ .h)(source);
    const [document, second] = (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlDocuments */ .O)(source, { uniqueKeys: true });
    if (second !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has more than one YAML document.`, {
            fix: 'Give each document a file of its own.',
            at: { file: source.file },
        });
    try {
        return document?.toJS({ maxAliasCount: mostAliases });
    }
    catch (cause) {
        if (!(cause instanceof ReferenceError))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has aliases that cannot be followed: ${cause.message}.`, {
            fix: `Write the values instead of aliases, or fewer than ${mostAliases} of them.`,
            at: { file: source.file },
            cause,
        });
    }
}


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** What somebody could have meant: the most similar known names, or the first of all. */
function suggestion(given, known) {
    const meant = didYouMean(given, known);
    if (meant !== undefined || known.length === 0)
        return meant;
    return `It has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(known.slice(0, 12))}${known.length > 12 ? ' …' : ''}.`;
}
/** The question for the most similar known names. Undefined if none is similar. */
function didYouMean(given, known) {
    const near = nearest(given, known);
    return near.length === 0 ? undefined : `Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(near, 'or')}?`;
}
// Both are keys of a Chart.yaml, so that one is never a slip for the other.
const different = 'appVersion apiVersion';
function nearest(given, known) {
    return [...new Set(known)]
        .filter((name) => `${given} ${name}` !== different)
        .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
        .filter(({ name, far }) => far <= Math.max(2, Math.min(given.length, name.length) / 3))
        .toSorted((one, other) => one.far - other.far)
        .slice(0, 3)
        .map(({ name }) => name);
}
/** How many characters have to be typed, deleted or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > 20)
        return Infinity;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let index = 0; index < one.length; index++) {
        const next = [index + 1];
        for (let at = 0; at < other.length; at++) {
            const replaced = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
            next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 53517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ PlannedFiles)
});

// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(53445);
;// CONCATENATED MODULE: ./build/src/domain/edits/never-lower.js



/** Edits a text. With `neverLower`, a version that is higher than the new one stays. */
async function editUnlessLower(source, edits, { neverLower }) {
    const all = await (0,edit/* editText */.i1)(source, edits);
    const kept = neverLower
        ? all.applied.filter(({ before, after }) => before !== undefined && (0,version/* isLower */.cs)(after, before))
        : [];
    if (kept.length === 0)
        return { ...all, kept };
    const paths = new Set(kept.map(({ path }) => path));
    return {
        ...(await (0,edit/* editText */.i1)(source, edits.filter(({ path }) => !paths.has((0,edits_path/* formatPath */.j)(path))))),
        kept,
    };
}

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/src/plans/planned-files.js




/** The planned texts of files. Each step of a plan edits the texts that the steps before it planned. Nothing is written. */
class PlannedFiles {
    #files;
    #planned = new Map();
    #refusals = [];
    constructor(files) {
        this.#files = files;
    }
    /** Keeps refusals of the plan. `result` throws all of them at once. */
    refuse(refusals) {
        this.#refusals.push(...refusals);
    }
    /** The result of a part of the plan. Undefined if it is refused, which is kept. */
    async part(work) {
        const made = await (0,parallel/* orRefusal */.kr)(work);
        if (!(made instanceof error/* ReleaseError */.K2))
            return made;
        this.refuse([made]);
        return undefined;
    }
    async text(path) {
        const planned = this.#planned.get(path);
        if (planned !== undefined)
            return planned.text;
        const seen = await this.#files.look(path);
        this.#planned.set(path, { seen, text: seen.text, set: [], hasOtherText: false });
        return seen.text;
    }
    /** Plans another text for a file that was read. */
    set(path, text) {
        const planned = this.#fileAt(path);
        planned.text = text;
        planned.hasOtherText = true;
    }
    /** Plans values in files. All values that cannot be set are refused at once. */
    async edit(edits, options) {
        const { values, refusals } = (0,error/* divided */.k3)(await (0,parallel/* together */.bs)([...edits].map(([path, some]) => (0,parallel/* orRefusal */.kr)(this.#editOne(path, some, options)))));
        (0,error/* refuseAll */.cp)('Some values cannot be set.', refusals);
        return {
            previous: Object.fromEntries(values.map(({ path, all }) => [path, Object.fromEntries(all.map((one) => [one.path, one.before]))])),
            notes: values.flatMap(({ path, kept }) => kept.map((one) => `${path}: ${one.path} stays ${one.before}, because ${one.after} is lower.`)),
        };
    }
    /** One Change for each file that gets another text, and all of them as a diff. Throws what was refused. */
    async result() {
        (0,error/* refuseAll */.cp)('Some values cannot be set.', this.#refusals);
        const sorted = [...this.#planned.values()].toSorted((one, other) => (one.seen.path < other.seen.path ? -1 : 1));
        const all = sorted.map(async (planned) => {
            const { seen, text, hasOtherText } = planned;
            const places = hasOtherText ? undefined : placesOf(planned);
            const change = await this.#files.edit(seen, text, { title: titleOf(planned), places });
            return change === undefined ? [] : [{ path: seen.path, change }];
        });
        const changed = (await Promise.all(all)).flat();
        return {
            changes: changed.map(({ change }) => change),
            paths: changed.map(({ path }) => path),
            diff: changed.map(({ change }) => change.detail).join('\n'),
        };
    }
    async #editOne(path, edits, options) {
        const { text, applied: settings, kept, } = await editUnlessLower({ file: path, text: await this.text(path) }, edits, options);
        const planned = this.#fileAt(path);
        planned.text = text;
        planned.set.push(...settings.filter((one) => one.before !== one.after));
        const all = [...settings, ...kept];
        return { path, all, kept };
    }
    #fileAt(path) {
        const planned = this.#planned.get(path);
        if (planned === undefined)
            throw new Error(`${path} was not read`);
        return planned;
    }
}
/** `Set version and appVersion in chart/Chart.yaml` */
function titleOf({ seen: { path }, set }) {
    if (set.length === 0)
        return `Edit ${path}`;
    return `Set ${set.length > 3 ? `${set.length} values` : (0,domain_text/* listed */.KE)(set.map((one) => one.path))} in ${path}`;
}
const placesOf = ({ seen, set }) => set.map(({ path, line, before, after }) => ({
    at: { file: seen.path, line },
    name: path,
    actual: before,
    wanted: after,
}));


/***/ })

};
