export const id = "set-values";
export const ids = ["set-values"];
export const modules = {

/***/ 95406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ set_values_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/dependencies/dependency-version.js


/** Reads a line such as `kpromo=4.5.1`. */
function parseDependencyVersion(line) {
    const [, name, version] = /^([^=]+?)\s*=\s*(\S+)$/.exec(line) ?? [];
    if (name !== undefined && version !== undefined)
        return { name, version };
    throw new error/* ReleaseError */.K2(`contains the line ${(0,domain_text/* quoted */.TL)(line)}, which is not a version of a dependency.`, {
        fix: 'Write name=version.',
    });
}

// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(53445);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml.js
var yaml = __webpack_require__(20557);
;// CONCATENATED MODULE: ./build/src/domain/edits/file-values.js





/** Reads `file: text`, `file: { path: text }` and `'!file': ''`, in order. Every scalar is text: 1.20 stays 1.20. */
function parseFileValues(text) {
    const source = { file: 'Input values', text };
    const bare = /^[ \t]*([*!][^\s:]*)[ \t]*:/m.exec(text);
    if (bare !== null) {
        throw new error/* ReleaseError */.K2(`contains the key ${(0,domain_text/* quoted */.TL)(bare[1] ?? '')} without quotes. YAML gives it another meaning.`, {
            fix: `Write it as '${bare[1]}'.`,
            at: (0,edits_source/* positionAt */.t)(source, bare.index),
        });
    }
    const [tree, second] = (0,yaml/* parseYaml */.h)(source);
    if (tree?.kind !== 'mapping' || second !== undefined)
        throw new error/* ReleaseError */.K2('is not a YAML mapping of files.', {
            fix: 'Write lines such as VERSION: 1.2.3 or chart/values.yaml: { image.tag: v1.2.3 }',
        });
    return tree.entries().map(({ key, value }) => fileValuesOf(key, value));
}
function fileValuesOf(key, value) {
    if (key.startsWith('!'))
        return { kind: 'none', pattern: key.slice(1) };
    if (value.kind === 'leaf')
        return { kind: 'whole', pattern: key, text: value.text ?? '' };
    if (value.kind === 'list')
        throw new error/* ReleaseError */.K2(`contains a list for ${(0,domain_text/* quoted */.TL)(key)}.`, {
            fix: 'Write a text for the whole file, or a mapping of paths.',
        });
    const entries = value.entries();
    const twice = entries
        .filter((entry, index) => entries.findIndex((other) => other.key === entry.key) !== index)
        .map((entry) => entry.key);
    if (twice.length > 0)
        throw new error/* ReleaseError */.K2(`contains ${(0,domain_text/* listed */.KE)(twice)} twice for ${(0,domain_text/* quoted */.TL)(key)}.`, { fix: 'Write each path once.' });
    const values = entries.map((entry) => {
        if (entry.value.kind !== 'leaf')
            throw new error/* ReleaseError */.K2(`contains no single value for ${(0,domain_text/* quoted */.TL)(entry.key)} of ${(0,domain_text/* quoted */.TL)(key)}.`, {
                fix: 'Write a text. Put it in quotes if it contains special characters.',
            });
        return { path: (0,edits_path/* parsePath */.R)(entry.key), value: entry.value.text ?? '' };
    });
    return { kind: 'paths', pattern: key, values };
}

;// CONCATENATED MODULE: ./build/src/domain/edits/text-replacement.js


/** Reads a line such as `docs/*.md: 0.7.0 => 0.8.0`. */
function parseTextReplacement(line) {
    const [, pattern, old, now] = /^(.+?):\s+(.+?)\s+=>\s+(.+)$/.exec(line) ?? [];
    if (pattern !== undefined && old !== undefined && now !== undefined && old !== now)
        return { pattern, old, now };
    throw new error/* ReleaseError */.K2(`contains the line ${(0,domain_text/* quoted */.TL)(line)}, which is not a replacement.`, {
        fix: 'Write a file or a glob, a colon, the old text, => and the new text, such as docs/*.md: 0.7.0 => 0.8.0',
    });
}
/** The text with every old text replaced. Undefined if it contains neither the old nor the new one. */
function replaceText(text, { old, now }) {
    const result = text.replaceAll(asWhole(old), () => now);
    return result === text && !asWhole(now).test(text) ? undefined : result;
}
/** A number is not part of a longer one, nor a version of a longer version: 0.7.0 is neither in 10.7.0 nor in 0.7.0.1. */
function asWhole(text) {
    const before = /^[0-9]/.test(text) ? String.raw `(?<![0-9]|[0-9]\.)` : '';
    const after = /[0-9]$/.test(text) ? String.raw `(?![0-9]|\.[0-9])` : '';
    return new RegExp(before + RegExp.escape(text) + after, 'g');
}

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/plans/planned-files.js + 1 modules
var planned_files = __webpack_require__(53517);
;// CONCATENATED MODULE: ./build/actions/set-values/replace.js



/** Plans a replacement. It is refused if no file has its old or its new text. */
async function replaceIn(replacement, { plannedFiles, files }) {
    const { pattern, old, now } = replacement;
    let isFound = false;
    for (const path of await files.find(pattern, 'file')) {
        const text = replaceText(await plannedFiles.text(path), replacement);
        if (text === undefined)
            continue;
        isFound = true;
        plannedFiles.set(path, text);
    }
    if (isFound)
        return;
    throw new error/* ReleaseError */.K2(`${pattern} contains neither ${(0,domain_text/* quoted */.TL)(old)} nor ${(0,domain_text/* quoted */.TL)(now)}.`, {
        fix: 'Correct the input replace: the old text must be in the file now.',
    });
}

// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/set-values/file-edits.js






/** Plans the edits of all files. */
async function planFileEdits(entries, ports, options) {
    const { plannedFiles, git } = ports;
    const edits = new Map();
    const texts = {};
    const notes = [];
    for (const [path, one] of await editsByFile(entries, ports)) {
        if ('whole' in one) {
            const planned = await plannedFiles.part(setWhole(path, one.whole, ports, options));
            if (planned !== undefined)
                texts[path] = planned.before;
            notes.push(...(planned?.notes ?? []));
        }
        else
            edits.set(path, (await plannedFiles.part(editsFrom(path, [...one.values()], git, options.commit))) ?? []);
    }
    const edited = await plannedFiles.edit(edits, options);
    return { previous: { ...texts, ...edited.previous }, notes: [...notes, ...edited.notes] };
}
/** The edits of each file. A later entry wins over an earlier one, and an entry with `!` removes files. */
async function editsByFile(entries, { plannedFiles, files }) {
    const byFile = new Map();
    const found = await (0,parallel/* together */.bs)(entries.map(({ pattern }) => plannedFiles.part(files.find(pattern, 'file'))));
    for (const [index, one] of entries.entries()) {
        for (const path of found[index] ?? []) {
            if (one.kind === 'none')
                byFile.delete(path);
            else if (one.kind === 'whole')
                byFile.set(path, { whole: one.text });
            else
                byFile.set(path, withPaths(path, byFile.get(path), one.values));
        }
    }
    return byFile;
}
function withPaths(path, before, values) {
    if (before !== undefined && 'whole' in before) {
        throw new error/* ReleaseError */.K2(`${path} is given both a new text for the whole file and values at paths.`, {
            fix: 'Give only one of them.',
        });
    }
    return new Map([...(before ?? []), ...values.map((value) => [(0,edits_path/* formatPath */.j)(value.path), value])]);
}
/** The given edits, or edits with the values that another commit has at the same paths. */
async function editsFrom(path, edits, git, commit) {
    if (commit === undefined)
        return edits;
    const source = { file: `${(0,domain_text/* short */.h0)(commit)}:${path}`, text: await textIn(path, git, commit) };
    return (0,edit/* copyValues */.YQ)(source, edits.map((one) => one.path));
}
async function textIn(path, git, commit) {
    const text = await git.commits.text(commit, path);
    if (text !== undefined)
        return text;
    throw new error/* ReleaseError */.K2(`Commit ${(0,domain_text/* short */.h0)(commit)} has no file ${path}.`, {
        fix: 'Correct the input from, or leave the file out.',
    });
}
/** Plans a new text for a whole file. The final line end and a byte order mark are kept. */
async function setWhole(path, given, { plannedFiles, git }, { commit, neverLower }) {
    const text = await plannedFiles.text(path);
    const [, mark = '', before = '', end = ''] = /^(\uFEFF?)([^]*?)(\r?\n)?$/.exec(text) ?? [];
    if (commit === undefined && neverLower && (0,version/* isLower */.cs)(given, before))
        return { before, notes: [`${path} stays ${before}, because ${given} is lower.`] };
    plannedFiles.set(path, commit === undefined ? mark + given + end : await textIn(path, git, commit));
    return { before, notes: [] };
}

;// CONCATENATED MODULE: ./build/actions/set-values/action.js










/* harmony default export */ const set_values_action = ((0,action/* defineAction */.Q)({
    name: 'Set values',
    description: 'Set values such as versions and pins in YAML, JSON, TOML, CFF and text files. Every other byte stays as it is.',
    example: "--values 'VERSION: 1.2.3' --values 'values.yaml: { image.tag: v1.2.3 }'",
    inputs: {
        values: (0,input/* input */.hF)('A YAML mapping. A key is a file or glob. Its value is the new text of the whole file, or a mapping of paths in the file to new values.', parseFileValues).optional(),
        from: (0,input/* text */.Qq)('A commit, tag or branch in the checkout. The paths get the values that they have there, instead of the values in the input values.').optional(),
        replace: (0,input/* input */.hF)('Texts to replace, one `file or glob: old => new` per line.', parseTextReplacement).list().or(''),
        dependenciesFile: (0,input/* path */.Ae)('A zeitgeist file, such as dependencies.yaml. The versions in the input dependencies are set in this file and in every place that it names. Without that input, all places are verified.').optional(),
        dependencies: (0,input/* input */.hF)('New versions for dependencies-file, one name=version per line.', parseDependencyVersion)
            .list()
            .or(''),
        neverLower: (0,input/* flag */.Jt)('Keep a version that is already higher than the new one.'),
    },
    outputs: {
        files: (0,output/* list */.p_)('The files that change.'),
        previous: (0,output/* json */.Pq)('What the input values sets, as it was before the change: file → path → value, or file → text for a whole file.'),
        diff: 'The changes as a diff.',
    },
    async plan({ values = [], from, replace, dependenciesFile, dependencies, neverLower }, { files, git }) {
        const plannedFiles = new planned_files/* PlannedFiles */.e(files);
        if (dependencies.length > 0 && dependenciesFile === undefined)
            plannedFiles.refuse([noDependenciesFile()]);
        else if (values.length + replace.length === 0 && dependenciesFile === undefined)
            plannedFiles.refuse([nothingToSet()]);
        const commit = from === undefined ? undefined : await plannedFiles.part(git.commits.find(from));
        const options = { commit: commit?.sha, neverLower };
        const edited = await plannedFiles.part(planFileEdits(values, { plannedFiles, files, git }, options));
        for (const one of replace)
            await plannedFiles.part(replaceIn(one, { plannedFiles, files }));
        const followed = dependenciesFile === undefined
            ? undefined
            : await plannedFiles.part(follow(dependenciesFile, dependencies, neverLower, { plannedFiles, files }));
        const { changes, paths, diff } = await plannedFiles.result();
        return {
            changes,
            notes: [...(edited?.notes ?? []), ...(followed ?? [])],
            outputs: { files: paths, previous: edited?.previous, diff },
        };
    },
}));
/** Loads the parser only for a dependencies file. */
const follow = async (...given) => (await Promise.all(/* import() */[__webpack_require__.e("re2js"), __webpack_require__.e("dependencies")]).then(__webpack_require__.bind(__webpack_require__, 34783))).followDependencies(...given);
const noDependenciesFile = () => new error/* ReleaseError */.K2('The input dependencies is given, but dependencies-file is not.', {
    fix: 'Give the input dependencies-file, such as dependencies.yaml.',
});
const nothingToSet = () => new error/* ReleaseError */.K2('There is nothing to set.', {
    fix: 'Give values, replace or dependencies-file.',
});


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
