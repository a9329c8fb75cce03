export const id = 4931;
export const ids = [4931,2533];
export const modules = {

/***/ 42533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ proseLines),
/* harmony export */   v: () => (/* binding */ lineEndOf)
/* harmony export */ });
/** The lines of a Markdown text outside of fenced code and comments, in which headings are only examples. */
function proseLines(text) {
    const prose = [];
    let closing;
    for (const line of linesOf(text)) {
        if (closing !== undefined) {
            if (closing.test(line.text))
                closing = undefined;
            continue;
        }
        closing = closingOf(line.text);
        if (closing === undefined)
            prose.push(line);
    }
    return prose;
}
/** The line end of a text: that of its first line. */
const lineEndOf = (text) => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');
function* linesOf(text) {
    let start = text.startsWith('\uFEFF') ? 1 : 0;
    for (let number = 1; start < text.length; number++) {
        const feed = text.indexOf('\n', start);
        const end = feed === -1 ? text.length : feed + 1;
        yield { number, start, end, text: text.slice(start, end).replace(/\r?\n$/, '') };
        start = end;
    }
}
/** What ends the code block or the comment that a line begins. In a list, the fence may follow the marker. */
function closingOf(text) {
    const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (fence !== undefined)
        return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`);
    return /^ {0,3}<!--(?!.*-->)/.test(text) ? /-->/ : undefined;
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

/***/ 82551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ canonicalVersion),
/* harmony export */   Dv: () => (/* binding */ isPseudoVersion),
/* harmony export */   J$: () => (/* binding */ isFetchable),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   ct: () => (/* binding */ takesMajor),
/* harmony export */   wK: () => (/* binding */ isPlaceholder),
/* harmony export */   z1: () => (/* binding */ escapedPath)
/* harmony export */ });
/** Splits a module path as Go does. Undefined if it ends in a major version that no path may have. */
function splitPath(path) {
    if (path.startsWith('gopkg.in/')) {
        const [, base, suffix] = /^(.+)(\.v(?:0|[1-9]\d*)(?:-unstable)?)$/.exec(path) ?? [];
        return base === undefined || suffix === undefined ? undefined : { base, suffix };
    }
    const [, base, numbers] = /^(.+)\/v([\d.]+)$/.exec(path) ?? [];
    if (base === undefined || numbers === undefined)
        return { base: path, suffix: '' };
    return /^[1-9]\d*$/.test(numbers) && numbers !== '1' ? { base, suffix: `/v${numbers}` } : undefined;
}
/** Whether modules with this suffix may have versions of this major number: https://go.dev/ref/mod#major-version-suffixes */
function takesMajor({ suffix }, major) {
    if (suffix === '')
        return major < 2;
    return Number(/\d+/.exec(suffix)?.[0]) === major;
}
/** The canonical form of a version, such as v1.2.0 for v1.2. Undefined if it is not a version. */
function canonicalVersion(text) {
    const number = '(?:0|[1-9][0-9]*)';
    const parts = String.raw `(?:${number}|[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*)`;
    const shape = new RegExp(String.raw `^(?<short>v${number}(?:\.${number})?)$|^(?<full>v${number}\.${number}\.${number}(?:-${parts}(?:\.${parts})*)?)(?<build>\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
    const { short, full, build } = shape.exec(text)?.groups ?? {};
    if (short !== undefined)
        return short + '.0'.repeat(3 - short.split('.').length);
    return full === undefined ? undefined : full + (build === '+incompatible' ? build : '');
}
// Go does not take a tag of this form for a release: https://go.dev/ref/mod#pseudo-versions
const isPseudoVersion = (version) => /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/.test(version);
/** The version that go mod writes for a module that only a replace provides. It cannot be fetched. */
const isPlaceholder = (version) => /^v0\.0\.0$|^v\d+\.0\.0-00010101000000-0{12}$/.test(version);
/** A path or a version in the URL of a proxy: https://go.dev/ref/mod#goproxy-protocol */
const escapedPath = (text) => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
/** Whether Go can fetch a module with this path: https://go.dev/ref/mod#go-mod-file-ident */
function isFetchable(path) {
    const [domain = '', ...rest] = path.split('/');
    const isElement = (part) => /^[\w.~-]+$/.test(part) && !/^\.|\.$/.test(part);
    return /^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/.test(domain) && rest.every(isElement);
}


/***/ }),

/***/ 81500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  th: () => (/* binding */ findModules),
  m4: () => (/* binding */ goModFiles),
  _y: () => (/* binding */ ignoredDirectories)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/gomod/directives.js


/**
 * The directives of a go.mod file, as Go reads them: https://go.dev/ref/mod#go-mod-file-grammar. Unknown directives are
 * accepted, as Go does it in the go.mod files of dependencies.
 */
function directivesOf(text, file) {
    const directives = [];
    let block;
    for (const [index, source] of text.split('\n').entries()) {
        const position = { file, line: index + 1 };
        const { words, comment } = scanLine(source, position);
        const [verb, ...rest] = words;
        if (verb === undefined)
            continue;
        if (block !== undefined && verb === ')') {
            if (rest.length > 0)
                throw unreadableGoMod('has text after a closing parenthesis', position);
            block = undefined;
        }
        else if (block !== undefined)
            directives.push({ verb: block.verb, words, comment, line: position.line });
        else if (rest.at(-1) === '(')
            block = { verb: words.slice(0, -1).join(' '), words, comment, line: position.line };
        else if (rest.slice(-2).join('') !== '()')
            directives.push({ verb, words: rest, comment, line: position.line });
    }
    if (block !== undefined)
        throw unreadableGoMod('begins a block that is never closed', { file, line: block.line });
    return directives;
}
// In this order: space, comment, punctuation, string, and whatever else can be seen.
const token = /[ \t\r]+|\/\/(?<comment>.*)|(?<mark>[()[\]{},])|(?<string>"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<word>(?:(?!\/\/|\/\*)[^\s()[\]{},\p{C}\p{Z}])+)/suy;
function scanLine(source, position) {
    const words = [];
    let comment = '';
    for (let at = 0; at < source.length; at = token.lastIndex) {
        token.lastIndex = at;
        const groups = token.exec(source)?.groups;
        if (groups === undefined)
            throw unreadableGoMod(`has ${(0,domain_text/* quoted */.TL)(source.slice(at).trim())}, which Go cannot read`, position);
        if (groups['word'] !== undefined && /^["`]/.test(groups['word']))
            throw unreadableGoMod('has a string that is not closed on its line', position);
        comment = groups['comment']?.replace(/\r$/, '') ?? comment;
        const word = groups['mark'] ?? groups['string'] ?? groups['word'];
        if (word !== undefined)
            words.push(word);
    }
    return { words, comment };
}
/** The refusal of a go.mod file that Go would refuse too. */
const unreadableGoMod = (problem, { file, line }) => new error/* ReleaseError */.K2(`${file}:${line} ${problem}.`, {
    fix: 'Correct the line. The command go mod edit -json shows what Go reads.',
    at: { file, line },
});

// EXTERNAL MODULE: ./build/src/domain/gomod/module-path.js
var module_path = __webpack_require__(82551);
;// CONCATENATED MODULE: ./build/src/domain/gomod/go-mod-file.js


/** Reads a go.mod file as `go mod edit -json` does. */
function parseGoMod(text, file) {
    const directives = directivesOf(text, file);
    const read = (verb, make) => directives
        .filter((directive) => directive.verb === verb)
        .map((directive) => {
        const made = make(directive.words, directive);
        if (made === undefined)
            throw unreadableGoMod(`has a ${verb} directive that Go cannot read`, { file, line: directive.line });
        return made;
    });
    const paths = read('module', ([path = '', ...more]) => (more.length === 0 ? unquoted(path) : undefined));
    if (paths.length > 1)
        throw unreadableGoMod('has a second module directive', { file, line: secondModule(directives) });
    read('exclude', requireOf);
    return {
        file,
        path: paths[0],
        requires: read('require', requireOf),
        replaces: read('replace', replaceOf),
        retracts: read('retract', intervalOf),
    };
}
const secondModule = (directives) => directives.filter(({ verb }) => verb === 'module')[1]?.line ?? 1;
function requireOf(words, { comment, line }) {
    const [path, version] = [unquoted(words[0]), versionIn(words[1])];
    if (words.length !== 2 || path === undefined || version === undefined || !fits(path, version))
        return undefined;
    return { path, version, isIndirect: /^\s*indirect(?:\s*$|;\s*\S)/.test(comment), line };
}
function replaceOf(words) {
    const arrow = words[1] === '=>' ? 1 : 2;
    const [path, by] = [unquoted(words[0]), unquoted(words[arrow + 1])];
    const [version, byVersion] = [arrow === 1 ? undefined : versionIn(words[1]), versionIn(words[arrow + 2])];
    if (words[arrow] !== '=>' || path === undefined || by === undefined)
        return undefined;
    if (arrow === 2 && (version === undefined || !fits(path, version)))
        return undefined;
    const isWhole = words.length === arrow + (isFolder(by) ? 2 : 3);
    if (!isWhole || isFolder(by) === (byVersion !== undefined) || (0,module_path/* splitPath */.Uf)(path) === undefined)
        return undefined;
    return isFolder(by) && by.includes('\\') ? undefined : { path, version, by, byVersion };
}
function intervalOf(words) {
    const isInterval = words.length === 5 && words[0] === '[' && words[2] === ',' && words[4] === ']';
    if (!isInterval && words.length !== 1)
        return undefined;
    const [low, high] = isInterval
        ? [versionIn(words[1]), versionIn(words[3])]
        : [versionIn(words[0]), versionIn(words[0])];
    return low === undefined || high === undefined ? undefined : { low, high };
}
function fits(path, version) {
    const split = (0,module_path/* splitPath */.Uf)(path);
    if (split === undefined)
        return false;
    const isOddPseudoVersion = version.startsWith('v0.0.0-') && split.suffix === '.v1'; // of gopkg.in, years ago
    const major = Number(/^v(\d+)/.exec(version)?.[1]);
    return (0,module_path/* takesMajor */.ct)(split, major) || isOddPseudoVersion || (split.suffix === '' && version.endsWith('+incompatible'));
}
const isFolder = (path) => /^\.{1,2}(?:[/\\]|$)|^[/\\]|^[A-Za-z]:/.test(path);
function versionIn(word) {
    const text = unquoted(word);
    return text === undefined ? undefined : (0,module_path/* canonicalVersion */.Bp)(text);
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"',
};
/** A word, or the text in its quotes. Undefined if Go would refuse it, as it does other quotes. */
function unquoted(word) {
    if (word === undefined || !word.startsWith('"'))
        return word === undefined || /["'`]/.test(word) ? undefined : word;
    const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;
    let isGood = true;
    const text = word
        .slice(1, -1)
        .replaceAll(escape, (_, x, u, long, octal, one = '') => {
        const code = Number.parseInt(x ?? u ?? long ?? octal ?? '', octal === undefined ? 16 : 8);
        if (!Number.isNaN(code) && code <= 0x10ffff)
            return String.fromCodePoint(code);
        isGood &&= one in escapes;
        return escapes[one] ?? '';
    });
    return isGood ? text : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/gomod/modules.js




/** The go.mod files of a commit that may be modules. The files of a nested repository are not in its tree. */
function goModFiles(tree, { include, only = [], listing }) {
    const isAny = include.length > 0 || only.length > 0 || listing !== undefined; // these can name any module
    return allGoMods(tree).filter(({ path }) => isAny || !isIgnoredByGo(path));
}
/** Folders with a go.mod that Go itself does not look into. */
const ignoredDirectories = (tree) => directoriesOf(allGoMods(tree).filter(({ path }) => isIgnoredByGo(path)));
/** Tells modules from a go.mod that only keeps its folder out of the module around it; `textOf` reads `goModFiles`. */
function findModules(tree, textOf, choice) {
    const files = goModFiles(tree, choice);
    const withGoFiles = new Set(directoriesOf(tree.filter(({ path }) => path.endsWith('.go'))));
    const found = files.map((entry) => (0,error/* attempt */.CD)(() => moduleIn(entry, { text: textOf(entry), choice, withGoFiles })));
    const { values, refusals } = (0,error/* divided */.k3)(found.filter((one) => one !== undefined));
    const modules = values.filter((one) => 'file' in one);
    const skipped = values.filter((one) => 'why' in one);
    refuseUnmatched(tree, choice, [...modules, ...skipped.flatMap(({ module }) => module ?? [])]);
    (0,error/* refuseIfAny */.Yb)('Some go.mod files cannot be used.', [...refusals, ...absentModules(modules, skipped, choice)]);
    return { modules, skipped };
}
/** Undefined for a go.mod that Go ignores, and that nothing names. */
function moduleIn({ path: name }, { text, choice, withGoFiles }) {
    const directory = external_node_path_.posix.dirname(name);
    const { include, exclude, only = [], listing } = choice;
    const read = (0,error/* attempt */.CD)(() => parseGoMod(text, name));
    const path = read instanceof error/* ReleaseError */.K2 ? undefined : read.path;
    const isIncluded = include.some(names({ directory, path }));
    const isChosen = only.some(names({ directory, path }));
    const isNamed = isIncluded || only.some(isNameOf({ directory, path })) || listing?.released.has(path ?? '') === true;
    if (isIgnoredByGo(name) && !isNamed)
        return undefined;
    if (exclude.some(names({ directory, path })))
        return { directory, why: 'the input exclude matches it', ...moduleOf(directory, read) };
    if (only.length > 0 && !isChosen)
        return { directory, why: 'the input modules does not name it', ...moduleOf(directory, read) };
    if (read instanceof error/* ReleaseError */.K2)
        throw read;
    // Why: docs/decisions.md D16
    const isPlaceholder = read.requires.length === 0 && !withGoFiles.has(directory);
    if (path === undefined && isNamed)
        throw noModuleDirective(name, directory, isIncluded ? 'include' : 'modules');
    if (path === undefined)
        return { directory, why: 'its go.mod has no module directive' };
    if (isPlaceholder && !isNamed)
        return { directory, why: 'its go.mod requires nothing, and it has no Go file' };
    const module = { directory, path, file: read, isNamed };
    const why = listing?.others.get(path);
    if (why !== undefined)
        return { directory, why, module };
    if (listing !== undefined && !listing.released.has(path))
        throw unlisted(module, listing.file);
    return module;
}
const moduleOf = (directory, read) => read instanceof error/* ReleaseError */.K2 || read.path === undefined
    ? {}
    : { module: { directory, path: read.path, file: read, isNamed: false } };
function refuseUnmatched(tree, choice, modules) {
    const directories = directoriesOf(allGoMods(tree));
    const places = [...directories.map((directory) => ({ directory })), ...modules];
    for (const [input, globs] of Object.entries({
        include: choice.include,
        exclude: choice.exclude,
        modules: choice.only ?? [],
    })) {
        const unmatched = globs.find((glob) => !places.some((place) => names(place)(glob)));
        if (unmatched === undefined)
            continue;
        throw new error/* ReleaseError */.K2(`Input ${input}: there is no go.mod file in ${(0,domain_text/* quoted */.TL)(unmatched)}.`, {
            fix: directories.length === 0
                ? 'The repository has no go.mod file.'
                : `Folders with a go.mod file: ${(0,domain_text/* listed */.KE)(directories.slice(0, 20))}.`,
        });
    }
}
/** Modules that a versions file lists, and that the commit does not have. */
function absentModules(modules, skipped, { listing }) {
    if (listing === undefined)
        return [];
    const there = new Set([...modules, ...skipped.flatMap(({ module }) => module ?? [])].map(({ path }) => path));
    return [...listing.released].flatMap(([path, at]) => there.has(path)
        ? []
        : new error/* ReleaseError */.K2(`${listing.file} lists ${path}, but no go.mod of the commit has this path.`, {
            fix: 'Correct the path, or remove it from the set.',
            at,
        }));
}
const unlisted = ({ path, file }, versions) => new error/* ReleaseError */.K2(`${file.file} has the module ${path}, which is in no set of ${versions}.`, {
    fix: `Add it to a set, or to excluded-modules. Or add its folder to the input exclude.`,
    at: { file: file.file },
});
const noModuleDirective = (file, directory, input) => new error/* ReleaseError */.K2(`${file} has no module directive, but the input ${input} matches ${directory}.`, {
    fix: `Add the directive, or remove the folder from the input ${input}.`,
    at: { file },
});
/** Whether a glob of directories or the path of a module matches. */
const names = (place) => (glob) => isNameOf(place)(glob) || external_node_path_.posix.matchesGlob(place.directory, cleanGlob(glob));
/** Whether it is the very name of the directory, or the path of the module. */
const isNameOf = ({ directory, path }) => (glob) => cleanGlob(glob) === directory || glob === path;
const cleanGlob = (glob) => external_node_path_.posix.normalize(glob).replace(/\/$/, '');
/** Without symbolic links, which Go does not follow. */
const allGoMods = (tree) => tree
    .filter(({ path, mode }) => mode.startsWith('100') && external_node_path_.posix.basename(path) === 'go.mod')
    .toSorted((one, other) => (external_node_path_.posix.dirname(one.path) < external_node_path_.posix.dirname(other.path) ? -1 : 1));
const directoriesOf = (entries) => entries.map(({ path }) => external_node_path_.posix.dirname(path));
// https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns
const isIgnoredByGo = (path) => /(?:^|\/)(?:vendor|testdata|[._][^/]*)\//.test(path);


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

/***/ 17730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refuseOddCharacters)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _edits_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49931);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



// Go's YAML reader ends a line, and so a comment, at each of these. A tab may not indent.
const oddCharacter = /[\x00-\x08\t\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)|(?!^)\uFEFF/u;
/** Refuses characters that not every YAML reader understands in the same way. */
function refuseOddCharacters(source, kind) {
    const found = oddCharacter.exec(source.text);
    if (found === null)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has the character ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found[0])}, which ${kind} do not have.`, {
        fix: 'Remove the character. Indent with spaces, and end lines with a line feed.',
        at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(source, found.index),
    });
}


/***/ }),

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readPromoterManifest)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/image-lists/odd-characters.js
var odd_characters = __webpack_require__(17730);
;// CONCATENATED MODULE: ./build/src/domain/image-lists/manifest-lines.js




const value = String.raw `(?:"([^"\\]*)"|'([^']*)'|([\w/][^\s"'#:]*(?::[^\s"'#:]+)*))`;
const tail = '(?: +#.*)? *$';
const keyed = new RegExp(`^( *)(- +)?([\\w-]+): +${value}${tail}`);
const manifest_lines_top = new RegExp(`^([\\w-]+):${tail}`);
const nothing = /^ *(?:#.*)?$/;
const keys = new Set(['registries', 'imagesPath', 'provenance']);
/** The registries of a manifest, line by line. Refuses what is no manifest. What it says about provenance is not read. */
function manifestLines(source) {
    (0,odd_characters/* refuseOddCharacters */.K)(source, 'promoter manifests');
    const seen = new Set();
    const lines = [];
    let [section, indent] = ['', undefined];
    let start = source.text.startsWith('\uFEFF') ? 1 : 0;
    for (const text of source.text.slice(start).split('\n')) {
        const line = lineOf(text.replace(/\r$/, ''), start);
        if (line?.kind === 'top') {
            section = line.key;
            refuseOtherKey(source, section, { start, isThere: seen.has(section) });
            seen.add(section);
        }
        else if (section === 'provenance' && (line === undefined || text.startsWith(' '))) {
            // belongs to the promoter
        }
        else if (line !== undefined && line.kind !== 'nothing') {
            indent ??= line.indent;
            if (section !== 'registries' || line.indent !== indent || (line.kind === 'next' && lines.length === 0))
                throw unreadLine(source, start);
            lines.push(line);
        }
        else if (line === undefined)
            throw unreadLine(source, start);
        start += text.length + 1;
    }
    if (seen.has('registries'))
        return lines;
    throw new error/* ReleaseError */.K2(`${source.file} has no registries.`, {
        fix: 'Write "registries:", and below it the registries from which and to which images are promoted.',
        at: (0,edits_source/* positionAt */.t)(source, 0),
    });
}
function lineOf(text, start) {
    if (nothing.test(text) || (start === 0 && text.trimEnd() === '---'))
        return { kind: 'nothing' };
    const [, head] = manifest_lines_top.exec(text) ?? [];
    if (head !== undefined)
        return { kind: 'top', key: head };
    const found = keyed.exec(text);
    if (found === null)
        return undefined;
    const { 1: before = '', 2: dash, 3: key = '', 4: double, 5: single, 6: plain } = found;
    const said = double ?? single ?? plain ?? '';
    if (dash === undefined && before === '')
        return key === 'registries' ? undefined : { kind: 'top', key };
    const kind = dash === undefined ? 'next' : 'first';
    const indent = before.length + (dash?.length ?? 0);
    return { kind, key, value: said, isPlain: plain !== undefined, indent, start };
}
function refuseOtherKey(source, key, { start, isThere }) {
    if (!keys.has(key))
        throw new error/* ReleaseError */.K2(`${source.file} has the key ${(0,domain_text/* quoted */.TL)(key)}, which promoter manifests do not have.`, {
            fix: 'Use registries. The images stand in the list that belongs to the manifest.',
            at: (0,edits_source/* positionAt */.t)(source, start),
        });
    if (!isThere)
        return;
    throw new error/* ReleaseError */.K2(`${source.file} has the key ${key} twice.`, {
        fix: 'Put what is below both of them below one, and remove the other.',
        at: (0,edits_source/* positionAt */.t)(source, start),
    });
}
function unreadLine(source, start) {
    const [line = ''] = source.text.slice(start).split(/\r?\n/, 1);
    return new error/* ReleaseError */.K2(`A line of ${source.file} has no form that promoter manifests have: ${(0,domain_text/* quoted */.TL)(line.slice(0, 100))}`, {
        fix: 'Write "registries:", and below it "- name: <registry>", with "src: true" or "service-account: <account>" below the name.',
        at: (0,edits_source/* positionAt */.t)(source, start),
    });
}

;// CONCATENATED MODULE: ./build/src/domain/image-lists/promoter-manifest.js





// Why: docs/decisions.md D62
/** Reads a promoter manifest as strictly as the promoter does. */
function readPromoterManifest(source) {
    const lines = manifestLines(source);
    const heads = lines.flatMap(({ kind }, index) => (kind === 'first' ? [index] : []));
    const entries = heads.map((head, index) => entryOf(source, lines.slice(head, heads[index + 1])));
    const [from, second] = entries.filter(({ isSource }) => isSource);
    if (from === undefined)
        throw new error/* ReleaseError */.K2(`${source.file} has no registry with src: true.`, {
            fix: 'Add src: true below the registry in which the images are staged.',
            at: (0,edits_source/* positionAt */.t)(source, 0),
        });
    if (second !== undefined)
        throw new error/* ReleaseError */.K2(`${source.file} has two registries with src: true.`, {
            fix: 'Images are staged in one registry. Remove src: true from the others.',
            at: (0,edits_source/* positionAt */.t)(source, second.start),
        });
    const to = entries.filter(({ isSource }) => !isSource);
    if (to.length === 0)
        throw new error/* ReleaseError */.K2(`${source.file} promotes to no registry.`, {
            fix: 'Add the registries that serve the images.',
            at: (0,edits_source/* positionAt */.t)(source, from.start),
        });
    return { file: source.file, from: from.place, to: to.map(({ place }) => place) };
}
/** What a registry says about itself. */
const known = new Set(['name', 'src', 'service-account']);
function entryOf(source, lines) {
    const values = new Map();
    for (const line of lines) {
        if (!known.has(line.key))
            throw new error/* ReleaseError */.K2(`A registry of ${source.file} has the key ${(0,domain_text/* quoted */.TL)(line.key)}, which is none.`, {
                fix: 'Use name, src and service-account.',
                at: (0,edits_source/* positionAt */.t)(source, line.start),
            });
        if (values.has(line.key))
            throw new error/* ReleaseError */.K2(`A registry of ${source.file} has the key ${line.key} twice.`, {
                fix: 'Remove one of the two.',
                at: (0,edits_source/* positionAt */.t)(source, line.start),
            });
        values.set(line.key, line);
    }
    const start = lines[0]?.start ?? 0;
    refuseOtherAccount(source, values.get('service-account'));
    return { place: placeOf(source, values.get('name'), start), isSource: flagOf(source, values.get('src')), start };
}
function placeOf(source, name, start) {
    if (name === undefined)
        throw new error/* ReleaseError */.K2(`A registry of ${source.file} has no name.`, {
            fix: 'Write its name, such as "name: us-central1-docker.pkg.dev/project/images/example".',
            at: (0,edits_source/* positionAt */.t)(source, start),
        });
    const place = (0,error/* attempt */.CD)(() => (0,reference/* parseImageRepository */.fb)(name.value.replace(/\/+$/, '')));
    if (!(place instanceof error/* ReleaseError */.K2))
        return place;
    throw new error/* ReleaseError */.K2(place.message, { fix: place.fix, at: (0,edits_source/* positionAt */.t)(source, name.start) });
}
function flagOf(source, line) {
    if (line === undefined)
        return false;
    if (line.isPlain && (line.value === 'true' || line.value === 'false'))
        return line.value === 'true';
    throw new error/* ReleaseError */.K2(`src is ${(0,domain_text/* quoted */.TL)(line.value)} in ${source.file}.`, {
        fix: 'Write true or false, without quotes.',
        at: (0,edits_source/* positionAt */.t)(source, line.start),
    });
}
const account = /^[\w.+-]+@[\w.-]+$/;
function refuseOtherAccount(source, line) {
    if (line === undefined || account.test(line.value))
        return;
    throw new error/* ReleaseError */.K2(`The service account ${(0,domain_text/* quoted */.TL)(line.value)} in ${source.file} is no address.`, {
        fix: 'Write the address of the account that may push there.',
        at: (0,edits_source/* positionAt */.t)(source, line.start),
    });
}


/***/ }),

/***/ 63916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isReleaseTag),
/* harmony export */   g: () => (/* binding */ inStream)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28242);


const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** The tag of a stream that has a name. Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}


/***/ }),

/***/ 28304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and a stream whose tags are the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textLines */ .Fy)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('contains no stream.', { fix: 'Write lines such as image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has two streams with the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])}.`, {
                fix: `Give each stream a ${key} of its own.`,
            });
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\x00-\x1f\x7f-\x9f]+)$/.exec(line) ?? [];
    if (name === undefined || pattern === undefined || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHidden */ .Vh)(pattern)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which is not a stream.`, {
            fix: 'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `it has ${versions.length} versions`
            : `${odd} is ${odd in placeholders ? 'used twice' : 'not a placeholder'}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}, which cannot be used: ${problem}.`, {
            fix: `Use one version and at most one path. The placeholders are ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known)}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Usual names of folders. Quotes, spaces and dollars would be dangerous in scripts that use the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** Versions and folders contain no slash, so there is only one way to split a tag. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash: a directory. Elsewhere: a directory with its slash, or nothing for the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 86197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine),
/* harmony export */   readArguments: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);

const commandLine = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCommand */ .vL)({
    name: 'init',
    summary: 'Workflows that release this repository, with every file that has its version. Writes them with --apply.',
    about: [
        'Write the workflows that release this repository: guard.yml, release.yml and promote.yml, which call reusable workflows.',
        'Looks at the files of the checkout, also at those that are not committed: Python projects, Helm charts, Dockerfiles, Go modules, image lists, and every file that has the version now. Shows what it would write as a diff, what it decided, what it did not understand, and what a person has to do. A workflow that a person wrote or edited is left alone.',
    ],
    options: {
        apply: {
            meaning: 'Rehearse the workflows with the next release, and write them if that succeeds. Code of the project is built for it.',
        },
        'no-rehearsal': { meaning: 'Write the workflows without a rehearsal.' },
    },
    after: [
        'The exit code is 0 for success, 1 if nothing was found to release or the rehearsal failed, and 2 for a wrong command line.',
    ],
    examples: ['release-actions init', 'release-actions init --apply'],
});
function readArguments(args) {
    const { values } = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommand */ .UK)(commandLine, args);
    const isRehearsed = !values['no-rehearsal'];
    return { isApplied: values.apply || !isRehearsed, isRehearsed };
}


/***/ }),

/***/ 81255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/diff.js
var diff = __webpack_require__(88311);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var rehearsal_checkout = __webpack_require__(17493);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js + 1 modules
var workflow_workflow = __webpack_require__(94604);
// EXTERNAL MODULE: ./build/src/world/files.js + 1 modules
var world_files = __webpack_require__(64903);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/init/init-arguments.js
var init_arguments = __webpack_require__(86197);
// EXTERNAL MODULE: ./build/src/domain/changelogs/changelog.js + 10 modules
var changelog = __webpack_require__(16077);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/domain/tags/in-stream.js
var in_stream = __webpack_require__(63916);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
;// CONCATENATED MODULE: ./build/src/init/tag-pattern.js



/** The pattern that most tags have. The first one, if no tag has any. */
function tagPatternOf(tags, patterns) {
    const found = patterns.map((pattern) => ({ pattern, versions: versionsOf(tags, pattern) }));
    const most = Math.max(...found.map(({ versions }) => versions.length));
    const { pattern, versions } = found.find((one) => one.versions.length === most) ?? {
        pattern: patterns[0],
        versions: [],
    };
    return { pattern, newest: versions.toSorted(versions_version/* compareVersions */.Zy).at(-1) };
}
function versionsOf(tags, pattern) {
    const streams = (0,stream/* parseStreams */.Rg)(`release: ${pattern}`);
    return tags.flatMap((tag) => streams
        .map((stream) => (0,in_stream/* inStream */.g)(tag, stream))
        .filter(in_stream/* isReleaseTag */.K)
        .map(({ version }) => version));
}
/** The tags of a pattern, for GitHub's filters: `v[0-9]*`. */
const filterOf = (pattern) => pattern.replace(/\{(?:version|pep440)\}/, '[0-9]*');
/** A pattern with a version in it. */
const filled = (pattern, { semver, pep440 }) => {
    const form = pattern.includes('{pep440}') ? pep440 : semver;
    return form === undefined ? undefined : pattern.replace(/\{(?:version|pep440)\}/, form);
};

// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
;// CONCATENATED MODULE: ./build/src/init/repository.js
const telling = /(?:^|\/)(?:Chart\.yaml|values\.yaml|pyproject\.toml|setup\.py|pkg_info\.json|package\.json|CITATION\.cff|VERSION|Dockerfile|promoter-manifest\.yaml)$|^CHANGELOG\.md$/;
/** Whether a file tells something about what is released. What tests and other people's code have does not. */
const tells = (path) => (telling.test(path) && !isAside(path)) || /(?:^|\/)go\.mod$/.test(path);
const aside = /(?:^|\/)(?:tests?|test[-_][^/]+|testdata|e2e|fixtures?|examples?|samples?|demos?|benchmarks?|hack|scripts?|docs?|site|website|vendor|third_party|node_modules|\.[^/]+)\//;
/** Whether a path belongs to tests, examples, tools of the developers, documentation, or code of others. */
const isAside = (path) => aside.test(path);
/** The folder of a path: `.` for the root. */
const folderOf = (path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
/** The folders that have a file of a name. The root comes first, and what is nearer to it. */
const foldersWith = ({ paths }, name) => paths
    .filter((path) => !isAside(path) && (path === name || path.endsWith(`/${name}`)))
    .map(folderOf)
    .toSorted((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1));
const depth = (folder) => (folder === '.' ? 0 : folder.split('/').length);
const inFolder = (folder, name) => (folder === '.' ? name : `${folder}/${name}`);
/** Where pyproject.toml of a folder says that code has the version, for hatchling, setuptools and flit. */
function versionModules(texts, folder) {
    const text = texts.get(inFolder(folder, 'pyproject.toml')) ?? '';
    const path = /^\[tool\.hatch\.version\]\s[^[]*?^path\s*=\s*["']([\w./-]+)["']/m.exec(text)?.[1];
    const attribute = /\battr\s*=\s*["']([\w.]+)\.\w+["']/.exec(text)?.[1]?.replaceAll('.', '/');
    const isFlit = /["']flit_core/.test(text) && /^dynamic\s*=\s*\[[^\]]*["']version["']/m.test(text);
    const name = isFlit ? /^name\s*=\s*["']([\w.-]+)["']/m.exec(text)?.[1]?.replaceAll(/[-.]/g, '_') : undefined;
    const modules = [attribute, name].flatMap((module) => module === undefined ? [] : ['', 'src/'].flatMap((root) => [`${root}${module}.py`, `${root}${module}/__init__.py`]));
    return [...(path === undefined ? [] : [path]), ...modules].map((file) => inFolder(folder, file));
}

// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(53445);
// EXTERNAL MODULE: ./build/src/domain/edits/parse-trees.js + 1 modules
var parse_trees = __webpack_require__(20733);
;// CONCATENATED MODULE: ./build/src/init/values.js




const keys = {
    'Chart.yaml': /^(?:version|appVersion)$/,
    'values.yaml': /(?:^|\.)(?:tag|version|appVersion|imageTag)$/,
    'pyproject.toml': /^(?:project|tool\.poetry)\.version$/,
    'pkg_info.json': /^version$/,
    'package.json': /^version$/,
    'CITATION.cff': /^version$/,
};
/** The values of a file that may be versions. A file that cannot be read has the reason instead. */
async function valuesOf(file, text) {
    const name = file.split('/').at(-1) ?? file;
    if (name === 'VERSION')
        return wholeFile(file, text);
    const wanted = keys[name];
    if (wanted === undefined)
        return [];
    try {
        const source = { file, text };
        const trees = await (0,parse_trees.parseTrees)(source);
        const [only] = trees.length === 1 ? trees : [];
        const leaves = only === undefined ? [] : leavesIn(only);
        return leaves
            .filter(({ path }) => wanted.test(path))
            .map(({ path, text: value, start, beside }) => ({
            file,
            line: (0,edits_source/* positionAt */.t)(source, start).line,
            path,
            text: value,
            beside,
        }));
    }
    catch (error) {
        if (error instanceof domain_error/* ReleaseError */.K2)
            return error;
        throw error;
    }
}
function wholeFile(file, text) {
    const line = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
    return /^\S+$/.test(line) ? [{ file, line: 1, path: '', text: line, beside: [] }] : [];
}
/** All values that can be set, but those in lists. */
function leavesIn(tree, path = [], beside = []) {
    if (tree.kind === 'list')
        return [];
    if (tree.kind === 'leaf') {
        if (tree.text === undefined || tree.text === '' || tree.obstacle() !== undefined)
            return [];
        return [{ path: (0,edits_path/* formatPath */.j)(path), text: tree.text, start: tree.start, beside }];
    }
    const entries = tree.entries();
    const names = entries.flatMap(nameIn);
    return entries.flatMap(({ key, value }) => leavesIn(value, [...path, { kind: 'key', key }], names));
}
const nameIn = ({ key, value }) => /^(?:image|repository|imageName)$/.test(key) && value.kind === 'leaf' && value.text ? [value.text] : [];

;// CONCATENATED MODULE: ./build/src/init/version-plan.js







// Why: docs/decisions.md D83
/** Every value of the plan was read, and is the version now. Nothing else is taken. */
async function versionPlanOf(repository, products) {
    const { values, unknown } = await versionsIn(repository);
    const chart = values.find(({ file, path }) => path === 'version' && isChartOf(products, file));
    const tags = releaseTags(repository, products, chart?.text);
    const { pattern } = tags;
    const source = sourceOf(values, products) ?? citation(values, products, tags.newest);
    const code = source === undefined ? codeVersion(repository, products) : undefined;
    const said = source ?? code?.value;
    const version = said === undefined ? tags.newest : versionIn(said, products);
    const own = chartStream(chart, { repository, products, pattern, version });
    const others = values.filter((value) => value !== chart || own.chartPattern === pattern);
    const compared = { products, pattern, version, source, name: repository.name };
    const places = others.flatMap((value) => placeOf(value, compared));
    return {
        pattern,
        version,
        source,
        code,
        places,
        ...own,
        decisions: [...tags.decisions, ...own.decisions],
        unknown: [...unknown, ...strangers(others, places, { products, version }), ...inCode(code)],
    };
}
async function versionsIn({ texts }) {
    const files = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const found = await Promise.all(files.map(async ([file, text]) => valuesOf(file, text)));
    const values = found.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [] : one));
    const isPlain = ({ file, path }) => /^[\w./@+-]+$/.test(file) && /^[\w.-]*$/.test(path);
    return {
        values: values.filter(isPlain),
        unknown: [
            ...found.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [one.message] : [])),
            ...values
                .filter((value) => !isPlain(value))
                .map((value) => `${placeName(value)} is left out, because its name has special characters.`),
        ],
    };
}
function releaseTags({ tags, name }, { kind, chart, image }, chartVersion) {
    const own = name.split('/').at(-1) ?? name;
    const usual = ['v{version}', '{version}', 'release-{version}', `${own}-{version}`];
    const isAlone = kind === 'image-and-chart' && image === undefined && chart !== undefined;
    const known = isAlone ? ownPattern(chart, chartVersion, tags) : undefined;
    const others = [...usual, ...(isAlone ? chartPatterns(chart) : [])];
    const found = tagPatternOf(tags, kind === 'python' ? ['{pep440}', 'v{pep440}'] : known === undefined ? others : [known]);
    if (found.newest !== undefined || kind === 'none')
        return { ...found, decisions: [] };
    const why = tags.length === 0 ? 'There is no tag yet' : `No tag is understood, such as ${(0,domain_text/* quoted */.TL)(tags[0] ?? '')}`;
    return { ...found, decisions: [`${why}: releases get tags of the form ${found.pattern}.`] };
}
/** The pattern of the tag that a version of the chart has, if it is no usual one: `app-helm-chart-{version}`. */
function ownPattern(chart, version, tags) {
    if (version === undefined || tagPatternOf(tags, chartPatterns(chart)).newest !== undefined)
        return undefined;
    const beginnings = tags.flatMap((tag) => (tag.endsWith(version) ? [tag.slice(0, -version.length)] : []));
    const found = beginnings.find((one) => one.includes(chart.name) && /^[\w.-]*[-v]$/.test(one));
    return found === undefined ? undefined : `${found}{version}`;
}
/** How tags of charts are usually called. */
function chartPatterns({ name }) {
    const named = /^[\w.-]+$/.test(name) ? [`${name}-{version}`, `${name}-v{version}`] : [];
    return ['chart/{version}', 'chart/v{version}', 'charts/{version}', ...named];
}
/** The value that says the version, by what the repository releases. */
function sourceOf(values, { kind, python, chart, image }) {
    const at = (file, path) => values.find((value) => value.file === file && value.path === path);
    const project = python === undefined ? undefined : inFolder(python, 'pyproject.toml');
    const packageInfo = values.find(({ file }) => file.endsWith('pkg_info.json'));
    const inPython = [at(project, 'project.version'), at(project, 'tool.poetry.version'), packageInfo];
    const inChart = ['appVersion', 'version'].map((path) => chart && at(inFolder(chart.folder, 'Chart.yaml'), path));
    const byKind = {
        python: [...inPython, at('VERSION', ''), ...inChart],
        'image-and-chart': [at('VERSION', ''), at('package.json', 'version'), ...inChart],
        'go-modules': [at('VERSION', '')],
        none: [],
    }[kind];
    const all = kind === 'image-and-chart' && image === undefined ? inChart.toReversed() : byKind;
    return all.find((value) => value !== undefined && versionIn(value, { kind }) !== undefined);
}
/** The version of CITATION.cff, unless it was forgotten at a release. */
function citation(values, products, newest) {
    const found = values.find(({ file, path }) => file === 'CITATION.cff' && path === 'version');
    const version = found && versionIn(found, products);
    if (version === undefined || products.kind === 'none')
        return undefined;
    return newest !== undefined && (0,versions_version/* compareVersions */.Zy)(version, newest) < 0 ? undefined : found;
}
function versionIn({ text }, { kind }) {
    const scheme = kind === 'python' ? 'pep440' : 'semver';
    const version = (0,domain_error/* attempt */.CD)(() => (0,versions_version/* parseVersion */.ot)(scheme, text.replace(/^v/, '')));
    return version instanceof domain_error/* ReleaseError */.K2 ? undefined : version;
}
const isChartOf = ({ chart }, file) => chart !== undefined && file === inFolder(chart.folder, 'Chart.yaml');
/** Whether a chart has tags of its own: if there are such tags, or if its version is another one. */
function chartStream(chart, { repository, products, pattern, version }) {
    const together = { chartPattern: pattern, chartPlaces: [], decisions: [] };
    if (products.kind !== 'image-and-chart' || products.chart === undefined || chart === undefined)
        return together;
    if (products.image === undefined)
        return together;
    const tags = tagPatternOf(repository.tags, chartPatterns(products.chart));
    if (tags.newest === undefined && (version === undefined || version.semver === chart.text))
        return together;
    return {
        chartPattern: tags.pattern,
        chartPlaces: [{ value: chart, form: '{version}' }],
        decisions: [
            ...(tags.newest === undefined
                ? [`The chart has a version of its own, ${chart.text}: it gets tags of its own, ${tags.pattern}.`]
                : []),
            ...(/^0\.0\.0(?:-|$)/.test(chart.text)
                ? [`${placeName(chart)} is ${chart.text} for now. Set it before its tag, else the release of the chart stops.`]
                : []),
        ],
    };
}
/** The form in which a value has the version. None: it is another one, or the version of somebody else's image. */
function placeOf(value, { products, pattern, version, source, name }) {
    if (version === undefined || isOfOthers(value, products, name))
        return [];
    const texts = formsOf(version, filled(pattern, version));
    const isSemVer = products.kind !== 'python' ||
        (value.path === 'version' && /(?:^|\/)(?:Chart\.yaml|package\.json)$/.test(value.file));
    const forms = isSemVer ? ['{version}', '{tag}'] : ['{pep440}', '{version}', '{tag}'];
    const same = forms.find((one) => texts[one] === value.text);
    const form = same ?? (value === source && !isSemVer ? '{pep440}' : undefined); // 1.2.0.dev is 1.2.0.dev0
    return form === undefined ? [] : [{ value, form }];
}
/** A version and its tag in each form. */
const formsOf = ({ semver, pep440 }, tag) => ({
    '{version}': semver,
    '{pep440}': pep440,
    '{tag}': tag,
});
function isOfOthers({ beside }, { chart, image }, repository) {
    const own = new Set([repository, chart?.name, image?.name].map((one) => one?.split('/').at(-1)?.toLowerCase()));
    const named = beside.map((name) => name
        .replace(/[:@].*$/, '')
        .split('/')
        .at(-1)
        ?.toLowerCase());
    return named.length > 0 && !named.some((name) => own.has(name));
}
const mostStrangers = 10;
/** Values that look as if they should be the version, and are not. What belongs to another product is told with that product. */
function strangers(values, places, { products: { kind, otherFolders }, version }) {
    if (kind === 'none')
        return [];
    const taken = new Set(places.map(({ value }) => value));
    const now = kind === 'python' ? version?.pep440 : version?.semver;
    const otherwise = now === undefined ? 'nothing says the version now' : `the version now is ${now}`;
    const isOfOther = ({ file }) => otherFolders.some((folder) => file.startsWith(`${folder}/`));
    const all = values.filter((value) => !taken.has(value) && !isOfOther(value));
    const told = all.slice(0, mostStrangers).map((value) => {
        const why = value.beside.length > 0 ? `it belongs to ${(0,domain_text/* listed */.KE)(value.beside)}` : otherwise;
        return `${placeName(value)} is ${(0,domain_text/* quoted */.TL)(value.text)}, and not part of the plan: ${why}.`;
    });
    const more = all.length - told.length;
    return more === 0 ? told : [...told, `${more} more ${more === 1 ? 'value is' : 'values are'} not part of the plan.`];
}
/** `version='1.1.0'` of setup.py, or `__version__ = '1.1.0'` of the file that pyproject.toml names. */
function codeVersion({ texts }, { kind, python }) {
    if (python === undefined)
        return undefined;
    const files = [inFolder(python, 'setup.py'), ...versionModules(texts, python)];
    const found = files.flatMap((file) => {
        const text = texts.get(file) ?? '';
        const [whole, , literal] = inPython.exec(text) ?? [];
        if (whole === undefined || literal === undefined)
            return [];
        const { line } = (0,edits_source/* positionAt */.t)({ file, text }, text.indexOf(whole));
        return [{ value: { file, line, path: '', text: literal, beside: [] }, form: '{pep440}' }];
    });
    return found.find(({ value }) => versionIn(value, { kind }) !== undefined);
}
/** A version as a literal of Python. */
const inPython = /\b((?:__)?version(?:__)?\s*=\s*['"])([^'"]+)/;
const inCode = (code) => code === undefined
    ? []
    : [
        `${code.value.file} has the version ${(0,domain_text/* quoted */.TL)(code.value.text)} in its code, which no action sets: move it to pyproject.toml or a file.`,
    ];
const placeName = ({ file, line, path }) => `${file}:${line}${path === '' ? '' : ` ${path}`}`;

;// CONCATENATED MODULE: ./build/src/init/next-release.js






/** The version that the files have now if it is not out, else the one after it. A chart with tags of its own has its own. */
async function nextRelease(repository, products, plan) {
    const { pattern, chartPattern, version: now, places, code, chartPlaces } = plan;
    const [chart] = chartPlaces;
    const streams = [
        { pattern, now, places: [...places, ...(code === undefined ? [] : [code])] },
        ...(chart === undefined
            ? []
            : [{ pattern: chartPattern, now: chartVersion(chart, repository, chartPattern), places: chartPlaces }]),
    ];
    const releases = streams.flatMap((stream) => releaseOf(stream, repository));
    const edited = await withVersions(releases, repository);
    const noted = withNotes(releases, products.changelog, repository);
    return { tags: releases.map(({ tag }) => tag), files: [...edited, ...noted] };
}
/** The version of Chart.yaml, unless that is a placeholder such as 0.0.0-dev. */
function chartVersion({ value }, { tags }, pattern) {
    const version = (0,domain_error/* attempt */.CD)(() => (0,versions_version/* parseSemver */.kf)(value.text));
    return version instanceof domain_error/* ReleaseError */.K2 || value.text.startsWith('0.0.0')
        ? tagPatternOf(tags, [pattern]).newest
        : version;
}
function releaseOf({ pattern, now, places }, { tags }) {
    const parse = pattern.includes('{pep440}') ? versions_version/* parsePep440 */.FB : versions_version/* parseSemver */.kf;
    let version = now ?? parse('0.1.0');
    let tag = filled(pattern, version);
    while (tag !== undefined && tags.includes(tag)) {
        version = parse(after(version));
        tag = filled(pattern, version);
    }
    return tag === undefined ? [] : [{ tag, version, places }];
}
const after = ({ release: [major = 0, minor = 0, patch = 0] }) => `${major}.${minor}.${patch + 1}`;
/** The files in which the version of a release was set. */
async function withVersions(releases, { texts }) {
    const all = releases.flatMap(({ places, tag, version }) => places.flatMap(({ value, form }) => {
        const text = formsOf(version, tag)[form];
        return text === undefined || text === value.text ? [] : [{ value, text }];
    }));
    const files = [...Map.groupBy(all, ({ value }) => value.file)];
    return Promise.all(files.map(async ([file, edits]) => {
        const before = texts.get(file) ?? '';
        const whole = edits.find(({ value }) => value.path === '');
        if (whole !== undefined)
            return { path: file, text: withVersion(file, before, whole) };
        const wanted = edits.map(({ value, text }) => (0,edit/* parseEdit */.MR)(value.path, text));
        return { path: file, text: (await (0,edit/* editText */.i1)({ file, text: before }, wanted)).text };
    }));
}
/** A file that is nothing but the version, or code that says it once. */
const withVersion = (file, before, { value, text }) => file.endsWith('.py')
    ? before.replace(inPython, (_, start) => `${start}${text}`)
    : before.replace(value.text, () => text);
/** The changelog with a section for each release that has none. */
function withNotes(releases, file, { name, texts }) {
    const before = file === undefined ? undefined : texts.get(file);
    if (file === undefined || before === undefined)
        return [];
    const page = `https://github.com/${name}`;
    const date = new Date().toISOString().slice(0, 10);
    const item = { kind: 'pull-request', number: 1, title: 'Something', url: `${page}/pull/1`, labels: [] };
    const text = releases.reduce((now, { tag }) => {
        if (!((0,domain_error/* attempt */.CD)(() => (0,changelog.sectionOf)(now, tag)) instanceof domain_error/* ReleaseError */.K2))
            return now;
        const section = { version: tag, tag, previous: undefined, date, page, items: [{ ...item, author: undefined }] };
        return (0,changelog/* withSection */.iG)(now, (0,changelog/* changelogFormatOf */.Fb)(now), section);
    }, before);
    return text === before ? [] : [{ path: file, text }];
}

// EXTERNAL MODULE: ./build/src/domain/gomod/modules.js + 2 modules
var modules = __webpack_require__(81500);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml-value.js
var yaml_value = __webpack_require__(65221);
// EXTERNAL MODULE: ./build/src/domain/image-lists/promoter-manifest.js + 1 modules
var promoter_manifest = __webpack_require__(9716);
// EXTERNAL MODULE: ./build/src/domain/image-lists/list-path.js
var list_path = __webpack_require__(73068);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var reference = __webpack_require__(92556);
;// CONCATENATED MODULE: ./build/src/init/image-lists.js





/** The image lists that have a promoter manifest, as in kubernetes/k8s.io: it says where the images come from. */
function imageListsOf({ paths, texts }) {
    const all = paths.flatMap((file) => {
        const [, root = '', folder] = /^((?:.*\/)?)manifests\/([\w.-]+)\/promoter-manifest\.yaml$/.exec(file) ?? [];
        if (folder === undefined || isAside(file))
            return [];
        const list = (0,list_path/* listPath */.Kx)({ root, folder });
        if (!paths.includes(list))
            return [`${file} has no list ${list}.`];
        const manifest = (0,domain_error/* attempt */.CD)(() => (0,promoter_manifest/* readPromoterManifest */.U)({ file, text: texts.get(file) ?? '' }));
        return manifest instanceof domain_error/* ReleaseError */.K2
            ? [manifest.message]
            : [{ source: (0,reference/* referenceText */.n5)(manifest.from), list, isUsual: root === list_path/* usualRoot */.p2 }];
    });
    const found = all.filter((one) => typeof one !== 'string');
    const [only] = found.length === 1 ? found : [];
    const isFound = ({ source, isUsual }) => isUsual && found.filter((other) => other.source === source).length === 1;
    const others = found.filter((one) => one !== only && !isFound(one));
    return {
        sources: only === undefined ? found.filter(isFound).map(({ source }) => source) : [only.source],
        named: only?.isUsual === false ? only.list : undefined,
        files: new Set(paths.filter((path) => /(?:images|manifests)\/[\w.-]+\/(?:images|promoter-manifest)\.yaml$/.test(path))),
        unknown: [
            ...all.filter((one) => typeof one === 'string'),
            ...paths.flatMap((path) => withoutManifest(path, paths)),
            ...others.map(({ list }) => `${list} is not found by its source: it needs a call of promote.yml with the input list.`),
        ],
    };
}
/** A list whose source nothing says. */
function withoutManifest(list, paths) {
    const read = isAside(list) ? undefined : (0,domain_error/* attempt */.CD)(() => (0,list_path/* parseListPath */.xB)(list));
    if (read === undefined || read instanceof domain_error/* ReleaseError */.K2)
        return [];
    const manifest = (0,list_path/* manifestPath */.ji)(read);
    return paths.includes(manifest)
        ? []
        : [
            `${list} has no promoter manifest ${manifest}, which says where its images are staged: add it, or call promote.yml with the inputs from and list.`,
        ];
}

;// CONCATENATED MODULE: ./build/src/init/products.js






function productsOf(repository) {
    const { paths } = repository;
    const python = pythonFolders(repository);
    const charts = chartsOf(repository);
    const dockerfiles = foldersWith(repository, 'Dockerfile');
    const goModules = goModulesOf(repository);
    const chart = nearest(charts, repository);
    const image = imageOf(likely(dockerfiles, repository), { python: python[0], chart }, repository);
    const lists = imageListsOf(repository);
    const kind = kindOf({ python, chart, image, goModules });
    const modules = kind === 'go-modules' ? moduleDecisions(goModules, repository) : noModules;
    const otherFolders = [...python.slice(1), ...charts.filter((one) => one !== chart).map(({ folder }) => folder)];
    const uses = { python: kind === 'python', goModules: kind === 'go-modules' };
    return {
        kind,
        python: python[0],
        chart,
        image,
        wheels: uses.python && image !== undefined ? wheelsOf(image, repository) : undefined,
        docs: uses.python && paths.some((path) => path.startsWith('docs/')) ? 'docs' : undefined,
        changelog: paths.find((path) => path === 'CHANGELOG.md'),
        goModules,
        newModules: modules.added,
        excludedModules: modules.excluded,
        otherFolders,
        sources: lists.sources,
        namedList: lists.named,
        decisions: [
            ...chosen('Python projects', python, python[0]),
            ...chosen('charts', charts.map(({ folder }) => folder), chart?.folder),
            ...chosen('Dockerfiles', dockerfiles, image && folderOf(image.dockerfile)),
            ...modules.decisions,
            ...contextDecision(image),
            ...imageDecision(image, chart, repository),
            ...(kind === 'image-and-chart' && chart !== undefined
                ? ['The chart is attached to its release. With the input chart-registry, it is also pushed.']
                : []),
        ],
        unknown: [
            ...compiled(repository, python[0]),
            ...unreleasedModules(kind, goModules),
            ...lists.unknown,
            ...unknownFiles(repository, lists.files),
        ],
    };
}
function kindOf({ python, chart, image, goModules }) {
    if (python.length > 0)
        return 'python';
    if (chart !== undefined || image !== undefined)
        return 'image-and-chart';
    return goModules.some((folder) => !isAside(`${folder}/`)) ? 'go-modules' : 'none';
}
/** The folders of the modules that go-module-tags would find. */
function goModulesOf({ paths, texts }) {
    const tree = paths.map((path) => ({ path, mode: '100644', object: '' }));
    const found = (0,domain_error/* attempt */.CD)(() => (0,modules/* findModules */.th)(tree, ({ path }) => texts.get(path) ?? '', { include: [], exclude: [] }));
    return found instanceof domain_error/* ReleaseError */.K2
        ? foldersWith({ paths }, 'go.mod')
        : found.modules.map(({ directory }) => directory);
}
/** A pyproject.toml can also have nothing but the settings of tools. */
function pythonFolders(repository) {
    const isProject = (folder) => /^\[(?:project|build-system|tool\.poetry)\]/m.test(repository.texts.get(inFolder(folder, 'pyproject.toml')) ?? '');
    const modern = foldersWith(repository, 'pyproject.toml').filter(isProject);
    return [...new Set([...modern, ...foldersWith(repository, 'setup.py')])].toSorted((one, other) => one.length - other.length);
}
/** The charts that are no part of another one. */
function chartsOf(repository) {
    const folders = foldersWith(repository, 'Chart.yaml');
    const isPart = (folder) => folders.some((other) => other !== folder && folder.startsWith(`${other}/charts/`));
    return folders.filter((folder) => !isPart(folder)).map((folder) => ({ folder, name: nameOf(folder, repository) }));
}
function nameOf(folder, { texts }) {
    const file = inFolder(folder, 'Chart.yaml');
    const value = (0,domain_error/* attempt */.CD)(() => (0,yaml_value/* parseYamlValue */.o)({ file, text: texts.get(file) ?? '' }));
    const name = value instanceof domain_error/* ReleaseError */.K2 ? undefined : value?.name;
    return typeof name === 'string' ? name : (folder.split('/').at(-1) ?? folder);
}
/** The chart that is called like the repository, else the first. */
const nearest = (charts, { name }) => charts.find((chart) => name.endsWith(`/${chart.name}`)) ?? charts[0];
/** The folder of the Dockerfile: the root, docker, the one that is called like the repository, or the first. */
const likely = (folders, { name }) => ['.', 'docker'].find((one) => folders.includes(one)) ??
    folders.find((folder) => name.endsWith(`/${folder.split('/').at(-1)}`)) ??
    folders[0];
/**
 * An image of a Python project is built in the folder of its Dockerfile, any other in the root. It has the name that the
 * chart gives it in the packages of the owner, else that of the repository.
 */
function imageOf(folder, { python, chart }, { name, texts }) {
    if (folder === undefined)
        return undefined;
    const own = `ghcr.io/${name.toLowerCase()}`;
    const values = chart === undefined ? '' : (texts.get(inFolder(chart.folder, 'values.yaml')) ?? '');
    const named = imagesIn(values).find((one) => one.startsWith(own.replace(/[^/]*$/, '')));
    return {
        name: named ?? own,
        context: python === undefined ? '.' : folder,
        dockerfile: inFolder(folder, 'Dockerfile'),
    };
}
/** The images that a chart names with their registry. */
const imagesIn = (values) => [...values.matchAll(/^\s*(?:image|repository):\s*['"]?((?:[\w-]+\.)+[a-z]+\/[\w./-]+?)['"]?\s*$/gm)].map(([, image = '']) => image);
function imageDecision(image, chart, { name, texts }) {
    if (image === undefined || chart === undefined)
        return [];
    const file = inFolder(chart.folder, 'values.yaml');
    const named = imagesIn(texts.get(file) ?? '');
    if (named.includes(image.name))
        return image.name === `ghcr.io/${name.toLowerCase()}` ? [] : [`The image is ${image.name}, as ${file} names it.`];
    return named.length === 0
        ? []
        : [`The image is ${image.name}, but ${file} names ${(0,domain_text/* listed */.KE)(named)}: change one of them.`];
}
function contextDecision(image) {
    if (image === undefined || image.context === folderOf(image.dockerfile))
        return [];
    return [`The image of ${image.dockerfile} is built with the root of the repository as its context.`];
}
/** What a Dockerfile copies the wheel from: `COPY whls/*.whl /whls/`. */
function wheelsOf({ context, dockerfile }, { texts }) {
    const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*([\w./-]+?)\/(?:\S*\.whl\b|\s)/im.exec(texts.get(dockerfile) ?? '');
    const folder = /whe?e?ls?/i.test(copied?.[0] ?? '') ? copied?.[1] : undefined;
    return folder === undefined ? undefined : inFolder(context, folder.replace(/^\.\//, ''));
}
function chosen(what, all, taken) {
    const others = all.filter((one) => one !== taken);
    if (taken === undefined || others.length === 0)
        return [];
    return [`There are ${all.length} ${what}. ${taken} was taken, ${(0,domain_text/* listed */.KE)(others)} not: each needs a call of its own.`];
}
const noModules = { added: [], excluded: [], decisions: [] };
/** A tag of a module can never be taken back, so only a module that others can import gets its first one. */
function moduleDecisions(goModules, { tags }) {
    if (!tags.some((tag) => /(?:^|\/)v\d/.test(tag)))
        return noModules;
    const majors = new Map(goModules.map((folder) => [folder, newestMajor(folder, tags)]));
    const usual = majors.get('.') ?? Math.max(...[...majors.values()].map((major) => major ?? 0));
    const below = goModules.filter((folder) => folder !== '.');
    const [own, added] = divide(below.filter((folder) => majors.get(folder) === undefined), (folder) => isAside(`${folder}/`) || /(?:^|\/)(?:internal|tools?)(?:\/|$)/.test(folder));
    const others = below.filter((folder) => (majors.get(folder) ?? usual) !== usual);
    const decided = (folders, why) => folders.length === 0 ? [] : [`The modules in ${(0,domain_text/* listed */.KE)(folders)} ${why}.`];
    return {
        added,
        excluded: [...own, ...others],
        decisions: [
            ...decided(added, 'have no tag yet: they get their first one'),
            ...decided(own, 'have no tag yet, and nobody else seems to import them: they get none'),
            ...decided(others, `were not released as v${usual} before, so that they are left out: they need a call of their own`),
        ],
    };
}
/** The major version of the newest tag of a module. */
function newestMajor(folder, tags) {
    const tag = new RegExp(`^${folder === '.' ? '' : `${RegExp.escape(folder)}/`}v(\\d+)\\.`);
    const majors = tags.flatMap((one) => tag.exec(one)?.[1] ?? []).map(Number);
    return majors.length === 0 ? undefined : Math.max(...majors);
}
function divide(all, isFirst) {
    return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
/** A wheel of a backend that compiles is for one platform. */
function compiled({ texts }, folder) {
    const file = folder === undefined ? '' : inFolder(folder, 'pyproject.toml');
    const backend = /["'](maturin|mesonpy|meson-python|scikit-build-core|scikit-build|setuptools[-_]rust)\b/.exec(texts.get(file) ?? '')?.[1];
    return backend === undefined
        ? []
        : [
            `${file} builds with ${backend}, which compiles for one platform, and release-python.yml makes one wheel: those for other platforms need jobs of their own.`,
        ];
}
function unreleasedModules(kind, goModules) {
    const below = goModules.filter((folder) => folder !== '.');
    if (kind === 'go-modules' || below.length === 0)
        return [];
    return [
        `The Go modules in ${(0,domain_text/* listed */.KE)(below)} get no tags of their own: add go-module-tags, or a call of release-go-modules.yml.`,
    ];
}
const others = [
    [/(?:^|\/)Cargo\.toml$/, 'nothing here publishes crates'],
    [/(?:^|\/)package\.json$/, 'nothing here publishes npm packages'],
    [/^\.goreleaser\.ya?ml$/, 'GoReleaser makes releases of its own: keep one of the two'],
    [
        /(?:^|\/)(?:images|promoter-manifest)\.yaml$/,
        'an image list? promote.yml needs images/NAME/images.yaml, and manifests/NAME/promoter-manifest.yaml beside it',
    ],
    [/(?:^|\/)(?:Containerfile|Dockerfile\.[\w-]+)$/, 'only files with the name Dockerfile are taken as images'],
];
const mostPaths = 3;
const unknownFiles = ({ paths }, known) => others.flatMap(([file, why]) => {
    const found = paths.filter((path) => file.test(path) && !known.has(path) && (path.startsWith('.gorel') || !isAside(path)));
    const more = found.length > mostPaths ? ` and ${found.length - mostPaths} more` : '';
    return found.length === 0 ? [] : [`${found.slice(0, mostPaths).join(', ')}${more}: ${why}.`];
});

// EXTERNAL MODULE: ./build/src/rehearsal/report.js
var report = __webpack_require__(70779);
// EXTERNAL MODULE: ./build/src/rehearsal/images/name.js
var images_name = __webpack_require__(38249);
// EXTERNAL MODULE: ./build/src/rehearsal/images/made-up.js
var made_up = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/src/rehearsal/scene.js + 164 modules
var rehearsal_scene = __webpack_require__(32980);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/made-up-secrets.js
var made_up_secrets = __webpack_require__(82604);
// EXTERNAL MODULE: ./build/src/rehearsal/start-event.js
var start_event = __webpack_require__(92032);
;// CONCATENATED MODULE: ./build/src/init/workflows.js





const guardPath = '.github/workflows/guard.yml';
const releasePath = '.github/workflows/release.yml';
const promotePath = '.github/workflows/promote.yml';
/** The workflows that release what a repository has. */
function workflowsFor(repository, products, plan) {
    const guard = isGuarded(products, plan) ? [guardOf(products, plan)] : [];
    const release = products.kind === 'none' ? [] : [workflows_releaseOf(repository, products, plan)];
    const promote = products.sources.length === 0 ? [] : [promoteOf(repository, products)];
    return [...guard, ...release, ...promote];
}
/** Whether a pull request can be wrong about a release: in a version, or in what can be built without a release. */
const isGuarded = ({ kind, chart }, { source }) => source !== undefined || kind === 'python' || kind === 'go-modules' || chart !== undefined;
function guardOf(products, plan) {
    const { source, pattern, places } = plan;
    const { kind, python, chart, docs, newModules, excludedModules } = products;
    const others = places.filter(({ value }) => value !== source);
    const inputs = [
        ['version-file', source?.file],
        ['version-key', source?.path],
        ['pattern', unless(pattern, 'v{version}')],
        ['versions', source === undefined ? undefined : versions(others)],
        ['wheel', kind === 'python' ? python : undefined],
        ['chart', chart?.folder],
        ['docs', docs],
        ['go-modules', kind === 'go-modules' ? 'true' : undefined],
        ['go-include', eachOnALine(newModules)],
        ['go-exclude', eachOnALine(excludedModules)],
    ];
    return marked(guardPath, [
        'name: Guard',
        'on: pull_request',
        'permissions: {}',
        'concurrency: { group: "guard-${{ github.ref }}", cancel-in-progress: true }',
        'jobs:',
        '  guard:',
        '    name: Guard',
        '    permissions:',
        '      contents: read # to check out',
        ...callOf('guard', inputs),
    ]);
}
const mostChoices = 50;
/** Images get onto an image list by pull requests. More sources than a person can choose from are written by hand. */
function promoteOf({ name }, { sources, namedList }) {
    const [only] = sources.length === 1 ? sources : [];
    const kind = sources.length > mostChoices ? '' : `type: choice, options: [${sources.map(inQuotes).join(', ')}], `;
    const choice = `      from: { ${kind}description: 'Where the images are staged', required: true }`;
    return marked(promotePath, [
        'name: Promote',
        'on:',
        '  workflow_dispatch:',
        '    inputs:',
        ...(only === undefined ? [choice] : []),
        "      images: { description: 'The images, such as app or app=v1.0.0. Without any: all that have the tag' }",
        "      tag: { description: 'The tag of the images, such as v1.2.0', required: true }",
        '      mode: { type: choice, options: [apply, dry-run, check], default: apply }',
        'permissions: {}',
        'concurrency: { group: promote, cancel-in-progress: false }',
        'jobs:',
        '  promote:',
        '    name: Promote',
        '    permissions:',
        '      packages: write # promote.yml can also copy images',
        ...callOf('promote', [
            ['via', 'pull-request'],
            ['repository', name],
            ['fork', { expression: 'vars.PROMOTION_FORK' }],
            ['from', only ?? { expression: 'inputs.from' }],
            ['list', namedList],
            ['images', { expression: 'inputs.images' }],
            ['tag', { expression: 'inputs.tag' }],
            ['mode', { expression: 'inputs.mode' }],
        ]),
        '    secrets:',
        '      PROMOTION_TOKEN: ${{ secrets.PROMOTION_TOKEN }}',
    ]);
}
function workflows_releaseOf(repository, products, plan) {
    const call = calls[products.kind === 'none' ? 'go-modules' : products.kind](products, plan);
    const { pattern, chartPattern } = plan;
    const filters = [...new Set([pattern, chartPattern].map(filterOf))];
    const common = [
        ['tag', { expression: 'inputs.tag' }],
        ['branch', unless(repository.defaultBranch, 'main')],
    ];
    const notes = [
        ['notes', products.changelog === undefined ? undefined : `changelog: ${products.changelog}`],
        ['mode', { expression: "inputs.mode || 'apply'" }],
    ];
    return marked(releasePath, [
        'name: Release',
        'on:',
        '  push:',
        `    tags: [${filters.map(inQuotes).join(', ')}]`,
        '  workflow_dispatch:',
        '    inputs:',
        `      tag: { description: 'The tag of the release, of the form ${pattern}', required: true }`,
        `      mode: { type: choice, options: [${call.modes.join(', ')}], default: apply }`,
        'permissions: {}',
        'concurrency: { group: release, cancel-in-progress: false }',
        'jobs:',
        '  release:',
        '    name: Release',
        '    permissions:',
        ...call.permissions.map((one) => `      ${one}`),
        ...callOf(call.workflow, [...common, ...call.inputs, ...notes]),
        '    secrets:',
        '      RELEASE_APP_PRIVATE_KEY: ${{ secrets.RELEASE_APP_PRIVATE_KEY }}',
    ]);
}
const building = [
    'attestations: write # to store the attestations',
    'contents: write # to publish the release',
    'id-token: write # to sign the attestations',
    'packages: write # to push what is built',
];
const calls = {
    python: ({ python, chart, image, wheels, docs }, { pattern, places }) => ({
        workflow: 'release-python',
        permissions: building,
        modes: ['apply', 'local', 'check'],
        inputs: [
            ['pattern', unless(pattern, '{pep440}')],
            ['versions', versions(places)],
            ['path', unless(python, '.')],
            ['docs', docs],
            ['chart', chart?.folder],
            ['image', image?.name],
            ['context', image === undefined ? undefined : unless(image.context, 'docker')],
            ['wheels', wheels],
        ],
    }),
    'image-and-chart': ({ chart, image }, { pattern, chartPattern, places, chartPlaces }) => ({
        workflow: 'release-image-and-chart',
        permissions: building,
        modes: ['apply', 'local', 'check'],
        inputs: [
            ['pattern', unless(pattern, 'v{version}')],
            ['chart-pattern', chart === undefined ? undefined : unless(chartPattern, 'chart/{version}')],
            ['versions', versions(places)],
            ['chart-versions', versions(chartPlaces)],
            ['image', image?.name],
            ['dockerfile', image === undefined ? undefined : unless(image.dockerfile, inFolder(image.context, 'Dockerfile'))],
            ['chart', chart?.folder],
        ],
    }),
    'go-modules': ({ newModules, excludedModules }, { pattern, places }) => ({
        workflow: 'release-go-modules',
        permissions: ['contents: write # to push the tags, and to publish the release'],
        modes: ['apply', 'local', 'dry-run', 'check'],
        inputs: [
            ['pattern', unless(pattern, 'v{version}')],
            ['versions', versions(places)],
            ['include', eachOnALine(newModules)],
            ['exclude', eachOnALine(excludedModules)],
        ],
    }),
};
const eachOnALine = (all) => (all.length === 0 ? undefined : `${all.join('\n')}\n`);
const unless = (value, fallback) => (value === fallback ? undefined : value);
/** The input `versions`, one line for each file. */
function versions(places) {
    const files = Map.groupBy(places, ({ value }) => value.file);
    const lines = [...files].map(([file, all]) => {
        const whole = all.find(({ value }) => value.path === '');
        if (whole !== undefined)
            return `${file}: '${whole.form}'`;
        return `${file}: { ${all.map(({ value, form }) => `${value.path}: ${form}`).join(', ')} }`;
    });
    return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
}
function callOf(workflow, inputs) {
    const given = inputs.flatMap(([name, value]) => value === undefined || value === '' ? [] : [[name, value]]);
    return [
        `    uses: org/release-actions/.github/workflows/${workflow}.yml@v1 # zizmor: ignore[unpinned-uses]`,
        '    with:',
        ...given.flatMap(([name, value]) => inputLines(name, value)),
    ];
}
function inputLines(name, value) {
    if (typeof value !== 'string')
        return [`      ${name}: \${{ ${value.expression} }}`];
    if (value.includes('${{'))
        throw new domain_error/* ReleaseError */.K2(`The input ${name} would be ${(0,domain_text/* quoted */.TL)(value)}, which GitHub reads as an expression.`, {
            fix: 'Rename the file or folder.',
        });
    if (!value.endsWith('\n'))
        return [`      ${name}: ${/^[\w./][\w./-]*$/.test(value) ? value : inQuotes(value)}`];
    return [
        `      ${name}: |`,
        ...value
            .trimEnd()
            .split('\n')
            .map((line) => `        ${line}`),
    ];
}
const inQuotes = (text) => `'${text.replaceAll("'", "''")}'`;
const title = /^# Written by release-actions init \(([0-9a-f]{16})\)\. .*\n/;
/** The first line has a checksum of the others, so that the edit of a person is seen. */
function marked(path, lines) {
    const text = `${lines.join('\n')}\n`;
    const head = `# Written by release-actions init (${checksum(text)}). It leaves this file alone once you have edited it.\n`;
    return { path, text: head + text };
}
/** Whether a file is as `init` wrote it. */
function isUntouched(text) {
    const found = title.exec(text);
    return found !== null && found[1] === checksum(text.slice(found[0].length));
}
const checksum = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);

;// CONCATENATED MODULE: ./build/src/init/rehearsal.js








// Why: docs/decisions.md D83
/** Performs proposed workflows as if they were there: for a pull request, and for the tags of the next release. */
async function rehearsalOf({ checkout, workflows, next, sources, minutes }, terminal) {
    const { print } = terminal;
    const isWritten = (path) => workflows.some((one) => one.path === path);
    const tags = isWritten(releasePath) ? next.tags : [];
    print(`\nThe rehearsal:${introduction(isWritten, tags, next.files)}\n`);
    await using scene = await rehearsal_scene/* Scene */.Z.open(checkout, terminal);
    const commit = await scene.commitUncommitted([...next.files, ...workflows]);
    const { repository } = scene.servers;
    const promotion = isWritten(promotePath) ? await promotionOf(scene, sources) : undefined;
    const pushed = await Promise.all(tags.map((tag) => (0,start_event/* pushOfTag */.wF)(repository, tag, commit)));
    const events = [
        ...(isWritten(guardPath) ? [(0,start_event/* openedPullRequest */.E7)(repository, commit)] : []),
        ...pushed.flat(),
        ...(promotion?.events ?? []),
    ];
    const limit = AbortSignal.timeout(minutes * 60_000);
    const chronicle = await scene.perform(events, { limit, isPerformed: isWritten, vars: promotion?.vars ?? {} });
    print(`${(0,report/* report */.z8)(chronicle).join('\n')}\n`);
    const isGreen = chronicle.isDone && !limit.aborted;
    const seconds = Math.round(chronicle.seconds);
    const stopped = chronicle.interruption === undefined ? 'failed' : 'was interrupted';
    const ended = limit.aborted ? `was ended, because it took longer than ${minutes} minutes` : stopped;
    print(`\nThe rehearsal ${isGreen ? `succeeded, in ${seconds} s` : ended}.\n`);
    return isGreen;
}
function introduction(isWritten, tags, files) {
    const events = [
        ...(isWritten(guardPath) ? ['a pull request'] : []),
        ...tags.map((tag) => `the tag ${tag}`),
        ...(isWritten(promotePath) ? ['the promotion of a made-up image'] : []),
    ];
    if (files.length === 0)
        return ` ${(0,domain_text/* listed */.KE)(events)}.`;
    const changed = files.map(({ path }) => path);
    return ` ${(0,domain_text/* listed */.KE)(events)}. A copy has what a person writes before that, in ${(0,domain_text/* listed */.KE)(changed)}.`;
}
/** What a promotion needs: an image that is staged, and the fork of an account whose token is a secret. */
async function promotionOf({ servers }, sources) {
    const [source = ''] = sources;
    const image = (0,images_name/* namedImage */.VR)(`${source}/rehearsal:v1.0.0`);
    await servers.haveImage(image, await (0,made_up/* madeUpImage */.I6)({ labels: {}, content: source, platforms: ['linux/amd64'] }));
    const fork = await servers.fork('release-bot', (0,made_up_secrets/* madeUpSecret */.FU)('PROMOTION_TOKEN'));
    const chosen = sources.length > 1 ? { from: source } : {};
    const inputs = { images: 'rehearsal', tag: 'v1.0.0', mode: 'apply', ...chosen };
    return {
        vars: { PROMOTION_FORK: fork },
        events: [await (0,start_event/* dispatch */.JD)({ what: promotePath, inputs }, servers.repository)],
    };
}

;// CONCATENATED MODULE: ./build/src/init/report.js




/** Everything that a person has to know of a proposal. */
function reportOf(proposal) {
    const { repository, products, plan, outcomes, asWell } = proposal;
    const unknown = [...repository.unread, ...products.unknown, ...plan.unknown, ...asWell];
    return [
        `${repository.name}: ${summaryOf(products)}`,
        ...section('The version plan:', products.kind === 'none' ? [] : planLines(plan)),
        ...section('Decided, so look at it:', [...products.decisions, ...plan.decisions]),
        ...section('Not part of it:', unknown),
        ...outcomes.flatMap(({ diff }) => (diff === '' ? [] : ['', diff.trimEnd()])),
        ...section('Left alone, because a person wrote or edited them:', pathsOf(outcomes, 'edited', 'foreign')),
        ...section('What a person has to do:', stepsFor(proposal)),
        '',
    ].join('\n');
}
const section = (title, lines) => lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
function summaryOf(products) {
    const { kind, python, chart, image, docs, goModules, sources } = products;
    const parts = [
        ...(kind === 'python' ? [`the Python project in ${python === '.' ? 'the root' : python}`] : []),
        ...(chart === undefined ? [] : [`the chart in ${chart.folder}`]),
        ...(image === undefined ? [] : [`the image ${image.name} of ${image.dockerfile}`]),
        ...(docs === undefined ? [] : [`the documentation in ${docs}`]),
        ...(kind === 'go-modules' ? [`the Go modules in ${(0,domain_text/* listed */.KE)(goModules)}`] : []),
        ...sources.map((source) => `the image list of ${source}`),
    ];
    return parts.length === 0
        ? 'no Python project, chart, Dockerfile, Go module or image list was found.'
        : `${(0,domain_text/* listed */.KE)(parts)}.`;
}
function planLines({ source, places, chartPlaces, pattern, chartPattern }) {
    const all = [...places, ...chartPlaces].map(({ value, form }) => `${placeName(value)}: ${value.text} as ${form}`);
    const told = source === undefined
        ? 'No file says the version, but the tag alone.'
        : `${placeName(source)} says the version: ${source.text}`;
    const charts = chartPattern === pattern ? '' : `, and those of the chart ${chartPattern}`;
    return [`The tags of releases are ${pattern}${charts}.`, told, ...all];
}
const pathsOf = (outcomes, ...kinds) => outcomes.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
function stepsFor(proposal) {
    const { repository, products, plan, outcomes, server } = proposal;
    const settings = `${server}/${repository.name}/settings`;
    const environments = `${settings}/environments`;
    const promotion = [
        'Make a fork of this repository with an account that has nothing else, and name it in the variable PROMOTION_FORK, as owner/name.',
        `Put a classic token of that account with the scopes public_repo and workflow into the secret PROMOTION_TOKEN of the environment release: ${environments}`,
    ];
    const foreign = pathsOf(outcomes, 'foreign');
    const tags = [...new Set([plan.pattern, plan.chartPattern].map(filterOf))];
    const moduleTags = products.kind === 'go-modules' && products.goModules.some((folder) => folder !== '.');
    return [
        ...foreign.map((path) => `Give ${path} another name, and call release-actions init again: it writes its own there.`),
        ...(products.sources.length === 0 ? [] : promotion),
        ...(products.kind === 'none'
            ? []
            : [
                ...(foreign.includes(releasePath)
                    ? []
                    : [
                        `Make the environment release, with reviewers, and let it admit only the tags ${(0,domain_text/* listed */.KE)(tags)}, and the branch ${repository.defaultBranch} for people who start the workflow there: ${environments}`,
                    ]),
                `Make a ruleset that lets nobody move or remove the tags ${(0,domain_text/* listed */.KE)([...tags, ...(moduleTags ? ['**/v*'] : [])])}: ${settings}/rules`,
                ...(isGuarded(products, plan) && !foreign.includes(guardPath)
                    ? [`Require the check "Guard / Tagged now" for pull requests in a ruleset: ${settings}/rules`]
                    : []),
            ]),
        ...(outcomes.length === foreign.length
            ? []
            : ['Commit the workflows, and ask release-actions doctor what else is missing.']),
    ];
}

// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(14773);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/verdict.js + 1 modules
var verdict = __webpack_require__(76801);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var value = __webpack_require__(45890);
;// CONCATENATED MODULE: ./build/src/init/trial.js







const sample = { semver: '1.2.3', pep440: '1.2.3' };
const pushOf = (tag) => ({
    name: 'push',
    ref: `refs/tags/${tag}`,
    sha: '0'.repeat(40),
    actor: { login: 'you', kind: 'person' },
    payload: { ref: `refs/tags/${tag}` },
    tagsInPush: 1,
});
const tagsOf = ({ pattern, chartPattern }) => [...new Set([pattern, chartPattern])].flatMap((one) => filled(one, sample) ?? []);
/** Reads the workflows as GitHub does, and sends them the tags of a release. What would not be as it has to be is told. */
function trialOf(files, plan) {
    return files.flatMap((file) => {
        const workflow = (0,domain_error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S6)(file));
        if (workflow instanceof domain_error/* ReleaseError */.K2)
            return [workflow.message];
        const isRelease = file.path === releasePath;
        return tagsOf(plan).flatMap((tag) => {
            const { runs, because } = (0,verdict/* verdictOn */.H)(workflow, pushOf(tag));
            return runs === isRelease
                ? []
                : [`${file.path} ${runs ? 'would' : 'would not'} run for the tag ${tag}: ${because}.`];
        });
    });
}
/** The workflows of people that a tag of a release would start as well, and that look as if they knew. */
function startedAsWell(files, plan) {
    return files.flatMap((file) => {
        const workflow = (0,domain_error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S6)(file));
        if (workflow instanceof domain_error/* ReleaseError */.K2)
            return (0,domain_error/* problemsIn */._n)(workflow).map(({ message, at }) => (0,place/* placed */.GS)(message, at));
        const tag = tagsOf(plan).find((one) => (0,verdict/* verdictOn */.H)(workflow, pushOf(one)).runs);
        return tag === undefined || !knowsTags(workflow)
            ? []
            : [`${file.path} runs for the tag ${tag} as well: should both release?`];
    });
}
/** Not so a workflow that simply runs for every push. */
const knowsTags = ({ triggers, text }) => triggers.some(({ event, filters }) => event === 'push' && (0,value/* valueAt */.fK)(filters, 'tags') !== undefined) ||
    /refs\/tags|ref_type/.test(text);

;// CONCATENATED MODULE: ./build/src/init/init.js

















/** Reads the command line. What it returns does the work, and returns the exit code. */
function command(args) {
    const asked = (0,init_arguments.readArguments)(args);
    return (terminal) => propose(asked, terminal);
}
const mostMinutes = 10;
async function propose({ isApplied, isRehearsed }, terminal) {
    const { folder, env, print, note } = terminal;
    const checkout = await rehearsal_checkout/* Checkout */.R.open(folder, env, note);
    await using files = new world_files/* Files */.s({ workspace: checkout.folder, env: {} });
    const { server, world } = terminal.gitHub();
    await using _ = world;
    const proposal = await proposalOf(checkout, files);
    const { repository, products, plan, written, planned } = proposal;
    const outcomes = planned.map(({ outcome }) => outcome);
    const asWell = startedAsWell(await otherWorkflows(repository, written, files), plan);
    print(reportOf({ repository, products, plan, outcomes, asWell, server }));
    const changes = planned.flatMap(({ change }) => change ?? []);
    if (changes.length === 0 || !isApplied) {
        print(`\n${notWritten(written.length, changes.length)}\n`);
        return written.length === 0 ? 1 : 0;
    }
    if (isRehearsed && !(await isGreen(proposal, terminal))) {
        print(`\n${notRehearsed}\n`);
        return 1;
    }
    for (const change of changes)
        await change.apply(() => undefined);
    print(`\nWritten${isRehearsed ? '' : ' without a rehearsal'}: ${(0,domain_text/* listed */.KE)(pathsToWrite(proposal))}.\n`);
    return 0;
}
async function proposalOf(checkout, files) {
    const repository = await repositoryAt(checkout, files);
    const products = productsOf(repository);
    const plan = await versionPlanOf(repository, products);
    const written = workflowsFor(repository, products, plan);
    const wrong = trialOf(written, plan);
    if (wrong.length > 0)
        throw new Error(wrong.join('\n'));
    const planned = await Promise.all(written.map((file) => planFile(file, files)));
    return { checkout, repository, products, plan, written, planned };
}
const pathsToWrite = ({ planned }) => planned.flatMap(({ outcome: { kind, path } }) => (kind === 'write' ? [path] : []));
/** Whether the next release goes to its end with the workflows that would be written. */
async function isGreen(proposal, terminal) {
    const { checkout, repository, products, plan, written } = proposal;
    const paths = pathsToWrite(proposal);
    const workflows = written.filter(({ path }) => paths.includes(path));
    const next = await nextRelease(repository, products, plan);
    const { sources } = products;
    return rehearsalOf({ checkout, workflows, next, sources, minutes: mostMinutes }, terminal);
}
function notWritten(proposed, changed) {
    if (proposed === 0)
        return 'Nothing was written.';
    if (changed === 0)
        return 'Nothing to write.';
    return 'Nothing was written. release-actions init --apply rehearses it, and writes it if that succeeds.';
}
const notRehearsed = 'Nothing was written. Mend what failed, and call release-actions init --apply again. With --no-rehearsal, it is written as it is.';
/** The files of the checkout that git knows, or would add. */
async function repositoryAt(checkout, files) {
    const name = await checkout.nameOnGitHub();
    const printed = (await checkout.look('ls-files', '-z', '--cached', '--others', '--exclude-standard')) ?? '';
    const paths = [...new Set(printed.split('\0'))].filter((path) => path !== '').toSorted();
    const [defaultBranch, tags] = await Promise.all([checkout.defaultBranch(), checkout.tags()]);
    const told = await textsOf(paths.filter(tells), files);
    const named = foldersWith({ paths }, 'pyproject.toml').flatMap((folder) => versionModules(told.texts, folder));
    const code = await textsOf([...new Set(named)].filter((path) => paths.includes(path)), files);
    const texts = new Map([...told.texts, ...code.texts]);
    return { name, defaultBranch, tags, paths, texts, unread: [...told.unread, ...code.unread] };
}
async function textsOf(paths, files) {
    const read = await Promise.all(paths.map((path) => (0,parallel/* orRefusal */.kr)(files.text(path))));
    return {
        texts: new Map(paths.flatMap((path, index) => textOf(path, read[index]))),
        unread: read.flatMap((one) => (one instanceof domain_error/* ReleaseError */.K2 ? [one.message] : [])),
    };
}
const textOf = (path, read) => typeof read === 'string' ? [[path, read]] : [];
async function planFile({ path, text }, files) {
    const seen = (await files.has(path)) ? await files.look(path) : undefined;
    if (seen?.text === text)
        return { outcome: { path, kind: 'same', diff: '' }, change: undefined };
    if (seen !== undefined && !isUntouched(seen.text))
        return {
            outcome: { path, kind: (0,workflow_workflow/* namesReleaseActions */.pn)(seen.text) ? 'edited' : 'foreign', diff: '' },
            change: undefined,
        };
    const change = seen === undefined
        ? await files.place(builtOf(text), path)
        : await files.edit(seen, text, { title: `Write ${path}` });
    return { outcome: { path, kind: 'write', diff: await (0,diff/* unifiedDiff */.W)(path, seen?.text ?? '', text) }, change };
}
function builtOf(text) {
    const bytes = Buffer.from(text);
    async function* pieces() {
        yield bytes;
    }
    return { size: bytes.length, digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`, pieces };
}
async function otherWorkflows({ paths }, written, files) {
    const own = new Set(written.map(({ path }) => path));
    const others = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && !own.has(path));
    return Promise.all(others.map(async (path) => ({ path, text: await files.text(path) })));
}


/***/ })

};
