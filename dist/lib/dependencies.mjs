export const id = "dependencies";
export const ids = ["dependencies"];
export const modules = {

/***/ 34783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followDependencies: () => (/* binding */ followDependencies)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml.js
var yaml = __webpack_require__(20557);
// EXTERNAL MODULE: ./build/src/domain/dependencies/expression.js
var expression = __webpack_require__(44694);
;// CONCATENATED MODULE: ./build/src/domain/dependencies/dependencies-file.js







const schemes = ['semver', 'alpha', 'random'];
const sensitivities = ['patch', 'minor', 'major'];
/** Reads a dependencies.yaml. Everything that is wrong with it is reported at once, each at its line. */
function parseDependencies(source) {
    const [top, second] = (0,yaml/* parseYaml */.h)(source);
    if (top === undefined || second !== undefined)
        throw new error/* ReleaseError */.K2(`${source.file} is not a single YAML document.`, {
            fix: 'Keep one document in it, with the key dependencies.',
            at: { file: source.file },
        });
    const list = fieldsOf({ source, tree: top, what: source.file }, ['dependencies']).get('dependencies');
    if (list === undefined)
        throw refusal(source, top, `${source.file} has no dependencies`);
    const { values, refusals } = (0,error/* divided */.k3)(itemsOf(source, list, 'dependencies').map((tree) => (0,error/* attempt */.CD)(() => dependencyOf(source, tree))));
    (0,error/* refuseIfAny */.Yb)(`${source.file} has ${refusals.length} dependencies that cannot be read.`, [
        ...refusals,
        ...repeatedNames(values),
    ]);
    return { source, dependencies: values };
}
function repeatedNames(dependencies) {
    return dependencies.flatMap(({ name, at }, index) => {
        const first = dependencies.findIndex((one) => one.name === name);
        const fix = 'Give each dependency a name of its own, or put all refPaths under one.';
        const message = `Two dependencies have the name ${(0,domain_text/* quoted */.TL)(name)}, at lines ${dependencies[first]?.at.line} and ${at.line}.`;
        return first < index ? [new error/* ReleaseError */.K2(message, { fix, at })] : [];
    });
}
function dependencyOf(source, tree) {
    const what = 'a dependency';
    const fields = fieldsOf({ source, tree, what }, ['name', 'version', 'scheme', 'sensitivity', 'upstream', 'refPaths']);
    const name = requiredText(source, tree, fields, 'name');
    const version = requiredText(source, tree, fields, 'version');
    const scheme = textOf(source, fields, 'scheme') ?? 'semver';
    const sensitivity = textOf(source, fields, 'sensitivity');
    const paths = fields.get('refPaths');
    const { values, refusals } = (0,error/* divided */.k3)((paths === undefined ? [] : itemsOf(source, paths, 'refPaths')).map((one) => (0,error/* attempt */.CD)(() => refPathOf(source, one))));
    (0,error/* refuseIfAny */.Yb)(`The refPaths of ${(0,domain_text/* quoted */.TL)(name)} cannot be read.`, refusals);
    return {
        name,
        version,
        scheme: oneOf(source, fields, schemes, { key: 'scheme', text: scheme }),
        sensitivity: sensitivity === undefined
            ? undefined
            : oneOf(source, fields, sensitivities, { key: 'sensitivity', text: sensitivity }),
        refPaths: values,
        at: (0,edits_source/* positionAt */.t)(source, tree.start),
    };
}
function refPathOf(source, tree) {
    const fields = fieldsOf({ source, tree, what: 'a refPath' }, ['path', 'match']);
    const path = external_node_path_.posix.normalize(requiredText(source, tree, fields, 'path'));
    const at = (0,edits_source/* positionAt */.t)(source, tree.start);
    if (external_node_path_.posix.isAbsolute(path) || path.split('/')[0] === '..')
        throw refusal(source, fields.get('path') ?? tree, `${(0,domain_text/* quoted */.TL)(path)} is outside of the workspace`);
    // For zeitgeist, an empty expression means the same as none: the version may be anywhere in the file.
    const text = textOf(source, fields, 'match') || undefined;
    return { path, match: text === undefined ? undefined : matchOf(source, fields.get('match') ?? tree, text), at };
}
function matchOf(source, tree, text) {
    const match = (0,error/* attempt */.CD)(() => ({ text, matches: (0,expression/* matcherOf */.K)(text) }));
    if (!(match instanceof error/* ReleaseError */.K2))
        return match;
    throw new error/* ReleaseError */.K2(match.message, { fix: match.fix, at: (0,edits_source/* positionAt */.t)(source, tree.start), cause: match });
}
/** The fields of a mapping. An unknown field is refused, because it would be a check that nobody makes. */
function fieldsOf({ source, tree, what }, known) {
    if (tree.kind !== 'mapping')
        throw refusal(source, tree, `${what} must be a mapping`);
    const fields = new Map();
    for (const { key, start, value } of tree.entries()) {
        if (!known.includes(key))
            throw refusal(source, { start }, `${what} has no ${(0,domain_text/* quoted */.TL)(key)}`, (0,suggestion/* suggestion */.h)(key, known));
        if (fields.has(key))
            throw refusal(source, { start }, `${key} is there twice`);
        fields.set(key, value);
    }
    return fields;
}
function itemsOf(source, tree, key) {
    if (tree.kind === 'list')
        return tree.items();
    if (tree.kind === 'leaf' && isNothing(source, tree))
        return [];
    throw refusal(source, tree, `${key} must be a list`);
}
function requiredText(source, tree, fields, key) {
    const text = textOf(source, fields, key);
    if (text !== undefined && text.trim() !== '')
        return text;
    throw refusal(source, fields.get(key) ?? tree, `the ${key} is missing`);
}
function textOf(source, fields, key) {
    const tree = fields.get(key);
    if (tree === undefined || (tree.kind === 'leaf' && isNothing(source, tree)))
        return undefined;
    if (tree.kind !== 'leaf')
        throw refusal(source, tree, `the ${key} must be a single value`);
    if (source.text.startsWith('*', tree.start))
        throw refusal(source, tree, `the ${key} is an alias, and aliases are not followed`, 'Write the value itself.');
    return tree.text;
}
const isNothing = ({ text }, { start, end }) => /^(~|null|Null|NULL)?$/.test(text.slice(start, end));
function oneOf(source, fields, words, { key, text }) {
    const word = words.find((one) => one === text);
    if (word !== undefined)
        return word;
    throw refusal(source, fields.get(key) ?? { start: 0 }, `${(0,domain_text/* quoted */.TL)(text)} is not a ${key}`, `Use ${(0,domain_text/* listed */.KE)(words, 'or')}.`);
}
function refusal(source, { start }, why, fix) {
    return new error/* ReleaseError */.K2(`${source.file} cannot be used: ${why}.`, { fix, at: (0,edits_source/* positionAt */.t)(source, start) });
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/version-occurrence.js
/**
 * Whether a line contains a version as a version: not preceded by a digit or a dot, not followed by a digit. `1.26` is
 * in `go 1.26.0`, but what has three numbers is not followed by `.digit`: `4.5.1` is not in `4.5.1.2`.
 */
const containsVersion = (line, version) => occurrencesOf(line, version).length > 0;
/** All occurrences of a version in a line, where it is not part of another version. */
function occurrencesOf(line, version) {
    const occurrences = [];
    if (version === '')
        return occurrences;
    const more = /\d+\.\d+\.\d+/.test(version) ? /^\.?[0-9]/ : /^[0-9]/;
    for (let start = line.indexOf(version); start >= 0; start = line.indexOf(version, start + 1)) {
        const end = start + version.length;
        const isApart = start === 0 || !/[0-9.]/.test(line.charAt(start - 1));
        const isInLast = start < (occurrences.at(-1)?.end ?? 0);
        if (isApart && !isInLast && !more.test(line.slice(end, end + 2)))
            occurrences.push({ start, end });
    }
    return occurrences;
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/version-reference.js



/** What is wrong where a refPath leads: one of these versions should be there. */
function failuresOfReference(reference, versions) {
    const { dependency, refPath, textOf } = reference;
    const { path, match, at } = refPath;
    const text = textOf(path);
    if (text === undefined) {
        const fix = 'Correct the path, or remove the refPath.';
        return [
            new error/* ReleaseError */.K2(`${path} does not exist. The dependency ${(0,domain_text/* quoted */.TL)(dependency.name)} refers to it.`, { fix, at }),
        ];
    }
    const lines = matchingLines(refPath, text);
    const isRight = (line) => versions.some((version) => containsVersion(line.text, version));
    if (match === undefined)
        return lines.some(isRight) ? [] : [missingVersion(reference, lines)];
    if (lines.length > 0)
        return lines.filter((line) => !isRight(line)).map((line) => wrongLine(reference, line));
    const what = `No line of ${path} matches ${(0,domain_text/* quoted */.TL)(match.text)}`;
    const fix = 'Correct the match. It has to match the line with the version, for any version.';
    return [
        new error/* ReleaseError */.K2(`${what}, so that the version ${dependency.version} of ${(0,domain_text/* quoted */.TL)(dependency.name)} was not found.`, { fix, at }),
    ];
}
/** The lines that have to contain the version. Without a match these are all lines, and one of them suffices. */
const matchingLines = ({ match }, text) => match === undefined ? linesOf(text) : linesOf(text).filter((line) => match.matches(line.text));
/** As zeitgeist reads them, without LF or CRLF: https://pkg.go.dev/bufio#ScanLines */
function linesOf(text) {
    let offset = 0;
    const lines = text.split('\n').map((line, index) => {
        const start = offset;
        offset += line.length + 1;
        return { number: index + 1, text: line.replace(/\r$/, ''), offset: start };
    });
    return lines.at(-1)?.text === '' ? lines.slice(0, -1) : lines;
}
function wrongLine({ dependency: { name, version }, refPath: { path } }, { number, text }) {
    const what = `Line ${number} of ${path} does not contain ${version}, the version of ${(0,domain_text/* quoted */.TL)(name)}`;
    return new error/* ReleaseError */.K2(`${what}. It is ${(0,domain_text/* quoted */.TL)(text.trim().slice(0, 200))}.`, {
        fix: fixFor(text, version),
        at: { file: path, line: number },
    });
}
function missingVersion({ dependency: { name, version }, refPath: { path } }, lines) {
    const [only, second] = lines.filter(({ text }) => text.trim() !== '');
    const found = only !== undefined && second === undefined ? ` It contains ${(0,domain_text/* quoted */.TL)(only.text.trim().slice(0, 200))}.` : '';
    const near = lines.find(({ text }) => text.includes(version)) ?? only;
    return new error/* ReleaseError */.K2(`${path} does not contain ${version}, the version of ${(0,domain_text/* quoted */.TL)(name)}.${found}`, {
        fix: fixFor(near?.text ?? '', version),
        at: near === undefined ? { file: path } : { file: path, line: near.number },
    });
}
const fixFor = (line, version) => line.includes(version)
    ? `The line contains ${version} only as a part of another version. Correct the file or the dependency.`
    : 'Set the version of the dependency again, which updates every refPath. Or correct the file.';

;// CONCATENATED MODULE: ./build/src/domain/dependencies/version-replacement.js




/** The replacements for all refPaths of a dependency, or the reasons why they cannot be made. */
const replacementsFor = (update, textOf) => update.dependency.refPaths.flatMap((refPath) => {
    const failures = failuresOfReference({ ...update, refPath, textOf }, [update.dependency.version, update.version]);
    return failures.length > 0 ? failures : replacementsIn(update, refPath, textOf(refPath.path) ?? '');
});
function replacementsIn(update, refPath, text) {
    const { name, version: before } = update.dependency;
    const { path, match, at } = refPath;
    const found = matchingLines(refPath, text).flatMap((line) => outdatedOccurrences(line.text, before, update.version).map(({ start, end }) => {
        const change = { dependency: name, path, line: line.number, before, after: update.version };
        return { change, start: start + line.offset, end: end + line.offset };
    }));
    const numbers = [...new Set(found.map(({ change }) => String(change.line)))];
    if (match !== undefined || numbers.length < 2)
        return found;
    const what = `${path} contains ${before} at lines ${(0,domain_text/* listed */.KE)(numbers)}. It is not clear which of them belong to ${(0,domain_text/* quoted */.TL)(name)}.`;
    return [new error/* ReleaseError */.K2(what, { fix: 'Add a match to this refPath that matches only the right lines.', at })];
}
/** Occurrences of the old version that are not part of the new one, as `1.26` is in `1.26.1`. */
function outdatedOccurrences(line, before, after) {
    const done = occurrencesOf(line, after);
    return occurrencesOf(line, before).filter(({ start, end }) => !done.some((one) => one.start <= start && end <= one.end));
}
/** Two dependencies may refer to the same place, if they have the same new version. */
function applyReplacements(text, replacements) {
    let [result, end] = ['', 0];
    let last;
    for (const one of replacements.toSorted((first, second) => first.start - second.start || first.end - second.end)) {
        if (last?.start === one.start && last.end === one.end && last.change.after === one.change.after)
            continue;
        if (last !== undefined && one.start < end)
            throw conflict(last.change, one.change);
        result += text.slice(end, one.start) + one.change.after;
        [end, last] = [one.end, one];
    }
    return result + text.slice(end);
}
function conflict(one, other) {
    const names = `${(0,domain_text/* quoted */.TL)(one.dependency)} and ${(0,domain_text/* quoted */.TL)(other.dependency)}`;
    const afters = `${one.after} and ${other.after}`;
    return new error/* ReleaseError */.K2(`${one.path} would have to become ${afters} at the same place, for ${names}.`, {
        fix: 'Set both to the same version, or change the match of one.',
        at: { file: one.path, line: one.line },
    });
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/dependencies.js







/** The files that have to be read before dependencies can be checked or set. */
const referencedPaths = ({ dependencies }) => [
    ...new Set(dependencies.flatMap(({ refPaths }) => refPaths.map(({ path }) => path))),
];
/** Every place that does not contain the version of its dependency. */
const dependencyFailures = ({ dependencies }, textOf) => dependencies.flatMap((dependency) => failuresOf(dependency, textOf));
/** Sets the versions of dependencies, in their entries and wherever their refPaths lead. */
async function setDependencies(file, versions, textOf) {
    const current = (path) => (path === file.source.file ? file.source.text : textOf(path));
    const updates = updatesFor(file, versions);
    const { values, refusals } = (0,error/* divided */.k3)(updates.flatMap((one) => replacementsFor(one, current)));
    (0,error/* refuseIfAny */.Yb)(`The version of ${namesOf(updates)} cannot be set.`, refusals);
    const places = Map.groupBy(values, ({ change }) => change.path);
    const texts = new Map([...places].map(([path, own]) => [path, applyReplacements(current(path) ?? '', own)]));
    const entries = await setEntries(file, updates, texts.get(file.source.file) ?? file.source.text);
    if (entries.text !== file.source.text)
        texts.set(file.source.file, entries.text);
    refuseDisagreement(file, updates, current, (path) => texts.get(path) ?? current(path));
    return { texts, changes: [...entries.changes, ...values.map(({ change }) => change)] };
}
const namesOf = (updates) => (0,domain_text/* listed */.KE)(updates.map(({ dependency }) => (0,domain_text/* quoted */.TL)(dependency.name)));
function failuresOf(dependency, textOf) {
    return dependency.refPaths.flatMap((refPath) => failuresOfReference({ dependency, refPath, textOf }, [dependency.version]));
}
function updatesFor({ source, dependencies }, versions) {
    const names = dependencies.map(({ name }) => name);
    const { values, refusals } = (0,error/* divided */.k3)([...versions].map(([name, version]) => {
        const index = names.indexOf(name);
        const dependency = dependencies[index];
        if (dependency !== undefined && version.trim() !== '')
            return { dependency, index, version };
        if (dependency !== undefined)
            return new error/* ReleaseError */.K2(`The new version of ${(0,domain_text/* quoted */.TL)(name)} is empty.`, { at: dependency.at });
        const fix = (0,suggestion/* suggestion */.h)(name, names);
        return new error/* ReleaseError */.K2(`${source.file} has no dependency ${(0,domain_text/* quoted */.TL)(name)}.`, { fix, at: { file: source.file } });
    }));
    (0,error/* refuseIfAny */.Yb)(`Some versions of ${source.file} cannot be set.`, refusals);
    return values;
}
async function setEntries({ source }, updates, text) {
    const pathOf = (index) => `dependencies[${index}].version`;
    const edited = await (0,edit/* editText */.i1)({ ...source, text }, updates.map(({ index, version }) => (0,edit/* parseEdit */.MR)(pathOf(index), version)));
    const changes = updates.flatMap(({ dependency: { name, version: before }, index, version: after }) => {
        const { line } = edited.applied.find(({ path }) => path === pathOf(index)) ?? { line: 1 };
        return before === after ? [] : [{ dependency: name, path: source.file, line, before, after }];
    });
    return { text: edited.text, changes };
}
/** Checks the result: everything that was set is right, and nothing else became wrong. */
function refuseDisagreement({ source, dependencies }, updates, before, after) {
    const again = parseDependencies({ ...source, text: after(source.file) ?? source.text }).dependencies;
    const broken = dependencies.flatMap((dependency, index) => {
        const isSet = updates.some((one) => one.index === index);
        const were = isSet ? [] : failuresOf(dependency, before).map(lineKey);
        return failuresOf(again[index] ?? dependency, after).filter((one) => !were.includes(lineKey(one)));
    });
    const set = (0,domain_text/* listed */.KE)(updates.map(({ dependency, version }) => `${(0,domain_text/* quoted */.TL)(dependency.name)} at ${version}`));
    (0,error/* refuseIfAny */.Yb)(`With ${set}, some files would not agree with their dependency.`, broken.map(({ message, fix, at }) => new error/* ReleaseError */.K2(`With ${set}: ${message}`, { fix, at })));
}
const lineKey = ({ at }) => `${at?.file}:${at?.line}`;

;// CONCATENATED MODULE: ./build/actions/set-values/dependencies.js




/** Plans new versions for dependencies and for every place that names them. Without new versions, verifies all places. */
async function followDependencies(path, versions, neverLower, { plannedFiles, files }) {
    const file = parseDependencies({ file: path, text: await plannedFiles.text(path) });
    const texts = new Map([[path, file.source.text]]);
    for (const place of referencedPaths(file))
        if (await files.has(place))
            texts.set(place, await plannedFiles.text(place));
    const textOf = (place) => texts.get(place);
    if (versions.length === 0) {
        (0,error/* refuseIfAny */.Yb)(`Some places have other versions than ${path}.`, dependencyFailures(file, textOf));
        return [`All places named in ${path} have its versions.`];
    }
    const kept = versions.filter((one) => neverLower && (0,version/* isLower */.cs)(one.version, versionIn(file, one.name) ?? ''));
    const wanted = new Map(versions.filter((one) => !kept.includes(one)).map(({ name, version }) => [name, version]));
    const { texts: edited } = await setDependencies(file, wanted, textOf);
    for (const [place, text] of edited)
        plannedFiles.set(place, text);
    return kept.map(({ name, version }) => `${path}: ${name} stays ${versionIn(file, name)}, because ${version} is lower.`);
}
const versionIn = ({ dependencies }, name) => dependencies.find((one) => one.name === name)?.version;


/***/ }),

/***/ 44694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ matcherOf)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);



const mostCharacters = 1000;
const mostStates = 10_000;
// Why: docs/decisions.md D14
/** Whether a line matches a Go RE2 expression. The time grows with the length of the line, and no faster. */
function matcherOf(text) {
    if (text.length > mostCharacters)
        throw tooLarge(`has more than ${mostCharacters} characters`);
    const expression = compiled(text);
    if (expression.programSize() > mostStates)
        throw tooLarge(`needs more than ${mostStates} states`);
    return (line) => expression.test(line);
}
function compiled(text) {
    try {
        return re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(text);
    }
    catch (cause) {
        if (!(cause instanceof re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JSSyntaxException */ .pB))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a Go RE2 expression that can be used here: ${reasonOf(cause)}.`, {
            fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
            cause,
        });
    }
}
/** The reason in Go's words. What people miss most is named. */
function reasonOf(error) {
    const [description, part] = [error.getDescription(), error.getPattern() ?? ''];
    const lookaround = /^\(\?<?[=!]/.exec(part)?.[0];
    if (lookaround !== undefined)
        return `RE2 has no lookaround: ${lookaround}`;
    if (/^\\[1-9]/.test(part))
        return `RE2 has no backreference: ${part}`;
    return part === '' ? description : `${description} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)}`;
}
const tooLarge = (why) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The expression ${why}, which is the limit.`, {
    fix: 'Use a shorter expression, and smaller counts in { }.',
});


/***/ })

};
