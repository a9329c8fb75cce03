export const id = "set-values";
export const ids = ["set-values"];
export const modules = {

/***/ 2300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ set_values_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/domain/edits/path.js
var edits_path = __webpack_require__(3445);
// EXTERNAL MODULE: ./build/src/domain/edits/place.js
var place = __webpack_require__(6727);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml.js
var yaml = __webpack_require__(557);
;// CONCATENATED MODULE: ./build/src/domain/edits/wanted.js





/** Reads `file: text`, `file: { path: text }` and `'!file': ''`, in order. Every scalar is text: 1.20 stays 1.20. */
function parseWanted(text) {
    const source = { file: 'the input values', text };
    const bare = /^[ \t]*([*!][^\s:]*)[ \t]*:/m.exec(text);
    if (bare !== null) {
        throw new error/* ReleaseError */.K2(`has the key ${(0,domain_text/* quoted */.TL)(bare[1] ?? '')} without quotes, which is another thing in YAML.`, {
            fix: `Write it as '${bare[1]}'.`,
            at: (0,place/* placeOf */.$)(source, bare.index),
        });
    }
    const [tree, second] = (0,yaml/* parseYaml */.h)(source);
    if (tree?.kind !== 'mapping' || second !== undefined)
        throw new error/* ReleaseError */.K2('is not a mapping of files.', {
            fix: 'Write lines such as VERSION: 1.2.3 or chart/values.yaml: { image.tag: v1.2.3 }',
        });
    return tree.entries().map(({ key, value }) => wantedOf(key, value));
}
function wantedOf(key, value) {
    if (key.startsWith('!'))
        return { kind: 'none', pattern: key.slice(1) };
    if (value.kind === 'leaf')
        return { kind: 'whole', pattern: key, text: value.text ?? '' };
    if (value.kind === 'list')
        throw new error/* ReleaseError */.K2(`has a list for ${(0,domain_text/* quoted */.TL)(key)}.`, {
            fix: 'Give a text for the whole file, or a mapping of paths.',
        });
    const entries = value.entries();
    const twice = entries
        .filter((entry, index) => entries.findIndex((other) => other.key === entry.key) !== index)
        .map((entry) => entry.key);
    if (twice.length > 0)
        throw new error/* ReleaseError */.K2(`has ${(0,domain_text/* listed */.KE)(twice)} twice for ${(0,domain_text/* quoted */.TL)(key)}.`, { fix: 'Give each path once.' });
    const values = entries.map((entry) => {
        if (entry.value.kind !== 'leaf')
            throw new error/* ReleaseError */.K2(`has no single value for ${(0,domain_text/* quoted */.TL)(entry.key)} of ${(0,domain_text/* quoted */.TL)(key)}.`, {
                fix: 'Give a text, in quotes where it holds special characters.',
            });
        return { path: (0,edits_path/* parsePath */.R)(entry.key), value: entry.value.text ?? '' };
    });
    return { kind: 'paths', pattern: key, values };
}

;// CONCATENATED MODULE: ./build/src/domain/edits/replacement.js


/** Reads a line such as `docs/*.md: 0.7.0 => 0.8.0`. */
function parseReplacement(line) {
    const [, pattern, old, now] = /^(.+?):\s+(.+?)\s+=>\s+(.+)$/.exec(line) ?? [];
    if (pattern !== undefined && old !== undefined && now !== undefined && old !== now)
        return { pattern, old, now };
    throw new error/* ReleaseError */.K2(`has the line ${(0,domain_text/* quoted */.TL)(line)}.`, { fix: 'Write file or glob: old text => new text.' });
}
/** The text with every old text replaced; undefined where there is neither the old nor the new one. */
function replaced(text, { old, now }) {
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
var action = __webpack_require__(4502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(8933);
// EXTERNAL MODULE: ./build/src/plans/planned-files.js + 1 modules
var planned_files = __webpack_require__(3444);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var version = __webpack_require__(8242);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 5 modules
var edit = __webpack_require__(5605);
// EXTERNAL MODULE: ./build/src/domain/edits/nearest.js
var nearest = __webpack_require__(9558);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/domain/dependencies/automaton.js

/**
 * Whether texts match, in a time that grows with their length and never faster: all ways through an expression are
 * followed at once, as RE2 does. JavaScript's own RegExp tries them one after the other, which takes years for some.
 */
function automatonOf(expression) {
    const start = build(expression, { id: 0, kind: 'match' }, counter());
    let [known, first] = [new Map(), pointOf([], 'nothing')];
    let learnt = 0;
    const learn = (point, code) => {
        if (++learnt > 20_000)
            [known, first, learnt] = [new Map(), pointOf([], 'nothing'), 0];
        const outcome = step(point, code, start);
        if (typeof outcome === 'string')
            return keep(point, code, outcome);
        const key = `${outcome.before} ${outcome.states.map(({ id }) => id).join(' ')}`;
        const same = known.get(key) ?? outcome;
        known.set(key, same);
        return keep(point, code, same);
    };
    return (text) => {
        let point = first;
        for (let at = 0; at <= text.length;) {
            const code = text.codePointAt(at) ?? end;
            const outcome = point.next.get(code) ?? learn(point, code);
            if (typeof outcome === 'string')
                return outcome === 'match';
            point = outcome;
            at += code > 0xffff ? 2 : 1;
        }
        return false;
    };
}
const end = -1;
const bound = 10_000;
function counter() {
    let count = 0;
    return () => {
        if (++count <= bound)
            return count;
        throw new error/* ReleaseError */.K2(`The expression comes to more than ${bound} states, which is the bound here.`, {
            fix: 'Use smaller counts in { }.',
        });
    };
}
/** The states of an expression, those behind it being built already. */
function build(expression, next, count) {
    if (expression.kind === 'character')
        return { id: count(), kind: 'character', holds: holdsOf(expression), next };
    if (expression.kind === 'spot')
        return { id: count(), kind: 'spot', spot: expression.spot, next };
    if (expression.kind === 'sequence')
        return expression.parts.reduceRight((behind, part) => build(part, behind, count), next);
    if (expression.kind === 'choice')
        return { id: count(), kind: 'fork', to: expression.parts.map((part) => build(part, next, count)) };
    const { part, least, most } = expression;
    let state = most === undefined ? loop(part, next, count) : next;
    for (let times = least; times < (most ?? 0); times++)
        state = { id: count(), kind: 'fork', to: [build(part, state, count), next] };
    for (let times = 0; times < least; times++)
        state = build(part, state, count);
    return state;
}
function loop(part, next, count) {
    const to = [next];
    const fork = { id: count(), kind: 'fork', to };
    to.push(build(part, fork, count));
    return fork;
}
function holdsOf({ characters, ignoresCase }) {
    const expression = new RegExp(`^${characters}$`, ignoresCase ? 'iv' : 'v');
    return (code) => code !== end && expression.test(String.fromCodePoint(code));
}
const pointOf = (states, before) => ({ states, before, next: new Map() });
/** A match may begin anywhere, so that every step begins at the start too. */
function step({ states, before }, code, start) {
    const after = neighbour(code);
    const reached = new Set([...states, start]);
    // A set is iterated in the order of insertion, with what is added on the way.
    for (const state of reached) {
        if (state.kind === 'match')
            return 'match';
        if (state.kind === 'fork')
            for (const one of state.to)
                reached.add(one);
        if (state.kind === 'spot' && isAt(state.spot, before, after))
            reached.add(state.next);
    }
    if (code === end)
        return 'no match';
    const next = [...reached].flatMap((state) => (state.kind === 'character' && state.holds(code) ? [state.next] : []));
    return pointOf([...new Set(next)].toSorted((one, other) => one.id - other.id), after);
}
function keep(point, code, outcome) {
    point.next.set(code, outcome);
    return outcome;
}
function neighbour(code) {
    if (code === end)
        return 'nothing';
    if (code === 0x0a)
        return 'newline';
    return code < 0x80 && /\w/.test(String.fromCodePoint(code)) ? 'word' : 'other';
}
function isAt(spot, before, after) {
    const isEdge = (before === 'word') !== (after === 'word');
    if (spot === 'word edge')
        return isEdge;
    if (spot === 'no word edge')
        return !isEdge;
    const side = spot.endsWith('start') ? before : after;
    return side === 'nothing' || (side === 'newline' && spot.startsWith('line'));
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/character-class.js
/** Classes of characters as JavaScript's flag `v` reads them, which complements after folding case, as Go does. */
const negated = (source) => `[^${source}]`;
/** All of ASCII, unlike JavaScript's own: https://pkg.go.dev/regexp/syntax */
const perlClasses = new Map([
    ['d', '0-9'],
    ['s', String.raw `\t\n\f\r\x20`],
    ['w', '0-9A-Za-z_'],
]);
const asciiClasses = new Map([
    ['alnum', '0-9A-Za-z'],
    ['alpha', 'A-Za-z'],
    ['ascii', String.raw `\x00-\x7f`],
    ['blank', String.raw `\t\x20`],
    ['cntrl', String.raw `\x00-\x1f\x7f`],
    ['digit', '0-9'],
    ['graph', String.raw `\x21-\x7e`],
    ['lower', 'a-z'],
    ['print', String.raw `\x20-\x7e`],
    ['punct', String.raw `\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e`],
    ['space', String.raw `\t\n\v\f\r\x20`],
    ['upper', 'A-Z'],
    ['word', '0-9A-Za-z_'],
    ['xdigit', '0-9A-Fa-f'],
]);
/** A category or a script of Unicode; undefined where JavaScript has none of that name. */
function unicodeClass(name) {
    if (!/^\w+$/.test(name))
        return undefined;
    if (/^(Any|ASCII|Assigned)$/.test(name))
        return String.raw `\p{${name}}`;
    return ['gc', 'sc'].map((kind) => String.raw `\p{${kind}=${name}}`).find(isKnown);
}
function isKnown(source) {
    try {
        return new RegExp(source, 'v').unicodeSets;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/expression.js



/** Reads an expression by the rules of Go's parser: https://pkg.go.dev/regexp/syntax */
function parseExpression(text) {
    const reading = { text, at: 0, depth: 0, flags: new Set() };
    const expression = choice(reading);
    if (reading.at < text.length)
        throw refusal(reading, 'a ) closes what was never opened');
    return expression;
}
/** Up to the end of the group, or of the text. */
function choice(reading) {
    const options = [sequence(reading)];
    while (take(reading, /\|/y))
        options.push(sequence(reading));
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', parts: options };
}
function sequence(reading) {
    const parts = [];
    let wasRepeated = false;
    while (reading.at < reading.text.length && !/[|)]/.test(reading.text.charAt(reading.at))) {
        const count = repetition(reading);
        if (count === undefined)
            parts.push(...atom(reading));
        else
            parts.push(repeated(reading, parts.pop(), count, wasRepeated));
        wasRepeated = count !== undefined;
    }
    return { kind: 'sequence', parts };
}
const marks = {
    '*': { least: 0, most: undefined },
    '+': { least: 1, most: undefined },
    '?': { least: 0, most: 1 },
};
/** `*`, `+`, `?` or `{2,3}`, greedy or not. Any other `{` is a character. */
function repetition(reading) {
    const number = '(0|[1-9][0-9]*)';
    const found = take(reading, new RegExp(String.raw `(?:([*+?])|\{${number}(?:(,)${number}?)?\})\??`, 'y'));
    if (found === undefined)
        return undefined;
    const [, mark, least, comma, most] = found;
    if (mark !== undefined)
        return marks[mark];
    return { least: Number(least), most: comma === undefined ? Number(least) : most === undefined ? most : Number(most) };
}
function repeated(reading, part, count, wasRepeated) {
    const { least, most } = count;
    if (part === undefined)
        throw refusal(reading, 'nothing stands before a repetition');
    if (wasRepeated)
        throw refusal(reading, 'a repetition is repeated, which needs a group around it');
    if (Math.max(least, most ?? 0) > 1000 || least > (most ?? least))
        throw refusal(reading, 'a count is above 1000, or the lower one above the higher');
    const expression = { kind: 'repeat', part, ...count };
    if (Math.max(least, most ?? 0) >= 2 && !staysBelow(expression, 1000))
        throw refusal(reading, 'counts inside one another come to more than 1000');
    return expression;
}
function staysBelow(expression, bound) {
    if (expression.kind === 'character' || expression.kind === 'spot')
        return true;
    if (expression.kind !== 'repeat')
        return expression.parts.every((part) => staysBelow(part, bound));
    const times = expression.most ?? expression.least;
    if (expression.most === 0)
        return true;
    return times <= bound && staysBelow(expression.part, times > 0 ? Math.floor(bound / times) : bound);
}
/** What stands for a character, a spot or a group; nothing for `(?i)`, several for `\Q…\E`. */
function atom(reading) {
    if (take(reading, /\(/y))
        return group(reading);
    if (take(reading, /\[/y))
        return [bracketed(reading)];
    if (take(reading, /\./y))
        return [characters(reading, reading.flags.has('s') ? String.raw `\p{Any}` : String.raw `[^\n]`)];
    const literal = take(reading, /\\Q([^]*?)(?:\\E|$)/y);
    if (literal !== undefined)
        return Array.from(literal[1] ?? '', (one) => characters(reading, character(one)));
    const spot = take(reading, /[\^$]|\\[AbBz]/y);
    if (spot !== undefined)
        return [{ kind: 'spot', spot: spotOf(spot[0], reading.flags.has('m')) }];
    return [characters(reading, classEscape(reading) ?? character(singleCharacter(reading)))];
}
const characters = ({ flags }, source) => ({
    kind: 'character',
    characters: `[${source}]`,
    ignoresCase: flags.has('i'),
});
function spotOf(text, isLinewise) {
    if (text === '^')
        return isLinewise ? 'line start' : 'text start';
    if (text === '$')
        return isLinewise ? 'line end' : 'text end';
    if (text === String.raw `\A`)
        return 'text start';
    if (text === String.raw `\z`)
        return 'text end';
    return text === String.raw `\b` ? 'word edge' : 'no word edge';
}
function group(reading) {
    const outer = reading.flags;
    if (!take(reading, /\?P?<\w+>/y) && take(reading, /\?/y) && flagsOf(reading) === 'only flags')
        return [];
    if (++reading.depth > 1000)
        throw refusal(reading, 'more than 1000 groups stand inside one another');
    const inside = choice(reading);
    if (!take(reading, /\)/y))
        throw refusal(reading, 'a ( is never closed');
    reading.depth--;
    reading.flags = outer;
    return [inside];
}
/** `i:` sets flags for a group, `i)` for what follows it. */
function flagsOf(reading) {
    const found = take(reading, /([imsU]*)(?:-([imsU]+))?([:)])/y);
    if (found === undefined)
        throw refusal(reading, missingInRe2(reading));
    const [, set = '', cleared = '', end] = found;
    const flags = new Set(reading.flags);
    for (const flag of set)
        flags.add(flag);
    for (const flag of cleared)
        flags.delete(flag);
    reading.flags = flags;
    return end === ':' ? 'group' : 'only flags';
}
function missingInRe2({ text, at }) {
    const rest = text.slice(at);
    if (/^<?[=!]/.test(rest))
        return `RE2 has no lookaround: (?${rest.slice(0, 2)}`;
    if (/^P[=>]/.test(rest))
        return `RE2 has no reference to a group: (?${rest.slice(0, 2)}`;
    if (/^P?</.test(rest))
        return 'the name of a group is made of letters, digits and underscores';
    return `RE2 has no group that begins with (?${rest.slice(0, 1)}`;
}
function bracketed(reading) {
    const isNegated = take(reading, /\^/y) !== undefined;
    const members = [];
    // A ] that comes first stands for itself.
    while (members.length === 0 || !take(reading, /\]/y))
        members.push(member(reading));
    return characters(reading, isNegated ? negated(members.join('')) : members.join(''));
}
function member(reading) {
    const named = take(reading, /\[:(\^?)(.*?):\]/sy);
    if (named !== undefined) {
        const source = asciiClasses.get(named[2] ?? '');
        if (source === undefined)
            throw refusal(reading, `there is no class ${named[0]}`);
        return named[1] === '^' ? negated(source) : source;
    }
    const found = classEscape(reading);
    if (found !== undefined)
        return found;
    const first = singleCharacter(reading);
    if (!take(reading, /-(?=[^\]])/y))
        return character(first);
    const last = singleCharacter(reading);
    if (code(first) > code(last))
        throw refusal(reading, `a range runs backwards, from ${(0,domain_text/* quoted */.TL)(first)} to ${(0,domain_text/* quoted */.TL)(last)}`);
    return `${character(first)}-${character(last)}`;
}
/** `\d`, `\pN`, `\P{Greek}` */
function classEscape(reading) {
    const perl = take(reading, /\\([dswDSW])/y)?.[1];
    if (perl !== undefined) {
        const source = perlClasses.get(perl.toLowerCase()) ?? '';
        return perl === perl.toLowerCase() ? source : negated(source);
    }
    const unicode = take(reading, /\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))/uy);
    if (unicode === undefined)
        return undefined;
    const [whole, letter, not, long, short] = unicode;
    const source = unicodeClass(long ?? short ?? '');
    if (source === undefined)
        throw refusal(reading, `JavaScript does not know the class ${whole}`);
    return (letter === 'P') === (not === '^') ? source : negated(source);
}
const controls = { a: '\x07', f: '\f', t: '\t', n: '\n', r: '\r', v: '\v' };
function singleCharacter(reading) {
    const plain = take(reading, /[^\\]/uy);
    if (plain !== undefined)
        return plain[0];
    const found = take(reading, /\\(?:(0[0-7]{0,2}|[1-7][0-7]{1,2})|x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))|([aftnrv])|([^0-9A-Za-z\x80-\u{10ffff}]))/uy);
    if (found !== undefined) {
        const [, octal, long, short, control, itself] = found;
        if (octal !== undefined)
            return String.fromCodePoint(Number.parseInt(octal, 8));
        if (control !== undefined)
            return controls[control] ?? '';
        if (itself !== undefined)
            return itself;
        const point = Number.parseInt(long ?? short ?? '', 16);
        if (point > 0x10ffff)
            throw refusal(reading, `there is no character ${long}`);
        return String.fromCodePoint(point);
    }
    throw refusal(reading, unreadable(reading));
}
function unreadable({ text, at }) {
    const escape = /\\(?:[0-9]|.)?/suy;
    escape.lastIndex = at;
    const [found = ''] = escape.exec(text) ?? [];
    if (found === '')
        return 'a [ is never closed';
    if (found === '\\')
        return 'it ends in a backslash';
    if (/[1-9]/.test(found))
        return `RE2 has no backreference: ${found}`;
    return `RE2 has no ${(0,domain_text/* quoted */.TL)(found)}`;
}
const code = (text) => text.codePointAt(0) ?? 0;
const character = (text) => `\\u{${code(text).toString(16)}}`;
/** What stands next, if it is this; `pattern` is sticky. */
function take(reading, pattern) {
    pattern.lastIndex = reading.at;
    const found = pattern.exec(reading.text);
    if (found !== null)
        reading.at = pattern.lastIndex;
    return found ?? undefined;
}
const refusal = ({ text, at }, why) => new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(text)} is not a Go RE2 expression that can be used here: ${why}, before column ${at + 1}.`, {
    fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
});

;// CONCATENATED MODULE: ./build/src/domain/dependencies/file.js








const schemes = ['semver', 'alpha', 'random'];
const sensitivities = ['patch', 'minor', 'major'];
/** Reads a dependencies.yaml. Everything that is wrong with it is reported at once, each at its line. */
function parseDependencies(source) {
    const [top, second] = (0,yaml/* parseYaml */.h)(source);
    if (top === undefined || second !== undefined)
        throw new error/* ReleaseError */.K2(`${source.file} must be one YAML document.`, { at: { file: source.file } });
    const list = fieldsOf({ source, tree: top, what: source.file }, ['dependencies']).get('dependencies');
    if (list === undefined)
        throw file_refusal(source, top, `${source.file} has no dependencies`);
    const { values, refusals } = (0,error/* divided */.k3)(itemsOf(source, list, 'dependencies').map((tree) => (0,error/* attempt */.CD)(() => dependencyOf(source, tree))));
    (0,error/* refuseIfAny */.Yb)(`${source.file} has ${refusals.length} malformed dependencies.`, [...refusals, ...repeatedNames(values)]);
    return { source, dependencies: values };
}
function repeatedNames(dependencies) {
    return dependencies.flatMap(({ name, at }, index) => {
        const first = dependencies.findIndex((one) => one.name === name);
        const fix = 'Give each its own name, or put all refPaths under one.';
        const message = `${(0,domain_text/* quoted */.TL)(name)} is the name of two dependencies, at lines ${dependencies[first]?.at.line} and ${at.line}.`;
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
    (0,error/* refuseIfAny */.Yb)(`The refPaths of ${(0,domain_text/* quoted */.TL)(name)} are malformed.`, refusals);
    return {
        name,
        version,
        scheme: oneOf(source, fields, schemes, { key: 'scheme', text: scheme }),
        sensitivity: sensitivity === undefined
            ? undefined
            : oneOf(source, fields, sensitivities, { key: 'sensitivity', text: sensitivity }),
        refPaths: values,
        at: (0,place/* placeOf */.$)(source, tree.start),
    };
}
function refPathOf(source, tree) {
    const fields = fieldsOf({ source, tree, what: 'a refPath' }, ['path', 'match']);
    const path = external_node_path_.posix.normalize(requiredText(source, tree, fields, 'path'));
    const at = (0,place/* placeOf */.$)(source, tree.start);
    if (external_node_path_.posix.isAbsolute(path) || path.split('/')[0] === '..')
        throw file_refusal(source, fields.get('path') ?? tree, `${(0,domain_text/* quoted */.TL)(path)} leaves the workspace`);
    // An empty expression matches every line, which zeitgeist takes for "anywhere in the file", as it does none at all.
    const text = textOf(source, fields, 'match') || undefined;
    return { path, match: text === undefined ? undefined : matchOf(source, fields.get('match') ?? tree, text), at };
}
function matchOf(source, tree, text) {
    const match = (0,error/* attempt */.CD)(() => ({ text, holds: automatonOf(parseExpression(text)) }));
    if (!(match instanceof error/* ReleaseError */.K2))
        return match;
    throw new error/* ReleaseError */.K2(match.message, { fix: match.fix, at: (0,place/* placeOf */.$)(source, tree.start), cause: match });
}
/** The fields of a mapping. One that zeitgeist does not know would be a check that is never made. */
function fieldsOf({ source, tree, what }, known) {
    if (tree.kind !== 'mapping')
        throw file_refusal(source, tree, `${what} must be a mapping`);
    const fields = new Map();
    for (const { key, start, value } of tree.entries()) {
        if (!known.includes(key))
            throw file_refusal(source, { start }, `${what} has no ${(0,domain_text/* quoted */.TL)(key)}`, (0,nearest/* offer */.x)(key, known));
        if (fields.has(key))
            throw file_refusal(source, { start }, `${key} stands here for the second time`);
        fields.set(key, value);
    }
    return fields;
}
function itemsOf(source, tree, key) {
    if (tree.kind === 'list')
        return tree.items();
    if (tree.kind === 'leaf' && isNothing(source, tree))
        return [];
    throw file_refusal(source, tree, `${key} must be a list`);
}
function requiredText(source, tree, fields, key) {
    const text = textOf(source, fields, key);
    if (text !== undefined && text.trim() !== '')
        return text;
    throw file_refusal(source, fields.get(key) ?? tree, `the ${key} is missing`);
}
function textOf(source, fields, key) {
    const tree = fields.get(key);
    if (tree === undefined || (tree.kind === 'leaf' && isNothing(source, tree)))
        return undefined;
    if (tree.kind !== 'leaf')
        throw file_refusal(source, tree, `the ${key} must be a single value`);
    if (source.text.startsWith('*', tree.start))
        throw file_refusal(source, tree, `the ${key} is an alias, which is not followed`, 'Write the value itself.');
    return tree.text;
}
const isNothing = ({ text }, { start, end }) => /^(~|null|Null|NULL)?$/.test(text.slice(start, end));
function oneOf(source, fields, words, { key, text }) {
    const word = words.find((one) => one === text);
    if (word !== undefined)
        return word;
    throw file_refusal(source, fields.get(key) ?? { start: 0 }, `there is no ${key} ${(0,domain_text/* quoted */.TL)(text)}, only ${(0,domain_text/* listed */.KE)(words)}`);
}
function file_refusal(source, { start }, why, fix) {
    const at = (0,place/* placeOf */.$)(source, start);
    return new error/* ReleaseError */.K2(`Line ${at.line} of ${source.file} cannot be used: ${why}.`, { fix, at });
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/version-text.js
/**
 * Whether a line contains a version as a version: not preceded by a digit or a dot, not followed by a digit. `1.26` is
 * in `go 1.26.0`, but what has three numbers is not followed by `.digit`: `4.5.1` is not in `4.5.1.2`.
 */
const containsVersion = (line, version) => stretchesOf(line, version).length > 0;
/** Every place where a line contains a version as a version. */
function stretchesOf(line, version) {
    const stretches = [];
    if (version === '')
        return stretches;
    const more = /\d+\.\d+\.\d+/.test(version) ? /^\.?[0-9]/ : /^[0-9]/;
    for (let start = line.indexOf(version); start >= 0; start = line.indexOf(version, start + 1)) {
        const end = start + version.length;
        const isApart = start === 0 || !/[0-9.]/.test(line.charAt(start - 1));
        const isInLast = start < (stretches.at(-1)?.end ?? 0);
        if (isApart && !isInLast && !more.test(line.slice(end, end + 2)))
            stretches.push({ start, end });
    }
    return stretches;
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/place.js



/** What is wrong at a place, where one of these versions should be. */
function failuresAt(place, versions) {
    const { dependency, refPath, textOf } = place;
    const { path, match, at } = refPath;
    const text = textOf(path);
    if (text === undefined) {
        const fix = 'Correct the path, or take the refPath out.';
        return [new error/* ReleaseError */.K2(`${path} is not there, which ${(0,domain_text/* quoted */.TL)(dependency.name)} names.`, { fix, at })];
    }
    const lines = matchingLines(refPath, text);
    const isRight = (line) => versions.some((version) => containsVersion(line.text, version));
    if (match === undefined)
        return lines.some(isRight) ? [] : [absent(place, lines)];
    if (lines.length > 0)
        return lines.filter((line) => !isRight(line)).map((line) => wrong(place, line));
    const what = `No line of ${path} matches ${(0,domain_text/* quoted */.TL)(match.text)}`;
    const fix = 'Correct the match: it has to fit the line of the version, whatever the version is.';
    return [new error/* ReleaseError */.K2(`${what}, where ${(0,domain_text/* quoted */.TL)(dependency.name)} should be ${dependency.version}.`, { fix, at })];
}
/** The lines that a version has to stand in: without a match all of them, one of which suffices. */
const matchingLines = ({ match }, text) => match === undefined ? linesOf(text) : linesOf(text).filter((line) => match.holds(line.text));
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
function wrong({ dependency: { name, version }, refPath: { path } }, { number, text }) {
    const what = `Line ${number} of ${path} should have ${version}, the version of ${(0,domain_text/* quoted */.TL)(name)}`;
    return new error/* ReleaseError */.K2(`${what}, and is ${(0,domain_text/* quoted */.TL)(text.trim().slice(0, 200))}.`, {
        fix: wayOut(text, version),
        at: { file: path, line: number },
    });
}
function absent({ dependency: { name, version }, refPath: { path } }, lines) {
    const [only, second] = lines.filter(({ text }) => text.trim() !== '');
    const found = only !== undefined && second === undefined ? `, only ${(0,domain_text/* quoted */.TL)(only.text.trim().slice(0, 200))}` : '';
    const near = lines.find(({ text }) => text.includes(version)) ?? only;
    return new error/* ReleaseError */.K2(`${path} does not contain ${version}, the version of ${(0,domain_text/* quoted */.TL)(name)}${found}.`, {
        fix: wayOut(near?.text ?? '', version),
        at: near === undefined ? { file: path } : { file: path, line: near.number },
    });
}
const wayOut = (line, version) => line.includes(version)
    ? `${version} stands there only as a part of another version: correct the file or the dependency.`
    : 'Set the dependency anew, which sets every place that it names, or correct what is wrong.';

;// CONCATENATED MODULE: ./build/src/domain/dependencies/replacement.js




/** What has to be replaced at the places of a dependency, or why that cannot be. */
const replacementsAt = (wanted, textOf) => wanted.dependency.refPaths.flatMap((refPath) => {
    const failures = failuresAt({ ...wanted, refPath, textOf }, [wanted.dependency.version, wanted.version]);
    return failures.length > 0 ? failures : replacementsIn(wanted, refPath, textOf(refPath.path) ?? '');
});
function replacementsIn(wanted, refPath, text) {
    const { name, version: before } = wanted.dependency;
    const { path, match, at } = refPath;
    const found = matchingLines(refPath, text).flatMap((line) => outdated(line.text, before, wanted.version).map(({ start, end }) => {
        const change = { dependency: name, path, line: line.number, before, after: wanted.version };
        return { change, start: start + line.offset, end: end + line.offset };
    }));
    const numbers = [...new Set(found.map(({ change }) => String(change.line)))];
    if (match !== undefined || numbers.length < 2)
        return found;
    const what = `${path} has ${before} at lines ${(0,domain_text/* listed */.KE)(numbers)}, and it is not clear which of them mean ${(0,domain_text/* quoted */.TL)(name)}.`;
    return [new error/* ReleaseError */.K2(what, { fix: 'Give this refPath a match that only its own lines fit.', at })];
}
/** Where the old version stands, but for what is the new one already: `1.26` in `1.26.1`. */
function outdated(line, before, after) {
    const done = stretchesOf(line, after);
    return stretchesOf(line, before).filter(({ start, end }) => !done.some((one) => one.start <= start && end <= one.end));
}
/** Two dependencies may name one place, as long as they agree on it. */
function splice(text, replacements) {
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
    return new error/* ReleaseError */.K2(`Line ${one.line} of ${one.path} would become ${afters} at one place, for ${names}.`, {
        fix: 'Set both to one version, or narrow the match of one.',
        at: { file: one.path, line: one.line },
    });
}

;// CONCATENATED MODULE: ./build/src/domain/dependencies/dependencies.js







/** The files that have to be read before dependencies can be checked or set. */
const pathsOf = ({ dependencies }) => [
    ...new Set(dependencies.flatMap(({ refPaths }) => refPaths.map(({ path }) => path))),
];
/** Everything that does not have the version of its dependency. */
const dependencyFailures = ({ dependencies }, textOf) => dependencies.flatMap((dependency) => failuresOf(dependency, textOf));
/** Sets dependencies by name: the version of each entry, and every place that it names. */
async function setDependencies(file, versions, textOf) {
    const current = (path) => (path === file.source.file ? file.source.text : textOf(path));
    const wanted = dependencies_wantedOf(file, versions);
    const { values, refusals } = (0,error/* divided */.k3)(wanted.flatMap((one) => replacementsAt(one, current)));
    (0,error/* refuseIfAny */.Yb)(`${named(wanted)} cannot be set.`, refusals);
    const places = Map.groupBy(values, ({ change }) => change.path);
    const texts = new Map([...places].map(([path, own]) => [path, splice(current(path) ?? '', own)]));
    const entries = await setEntries(file, wanted, texts.get(file.source.file) ?? file.source.text);
    if (entries.text !== file.source.text)
        texts.set(file.source.file, entries.text);
    refuseDisagreement(file, wanted, current, (path) => texts.get(path) ?? current(path));
    return { texts, changes: [...entries.changes, ...values.map(({ change }) => change)] };
}
const named = (wanted) => (0,domain_text/* listed */.KE)(wanted.map(({ dependency }) => (0,domain_text/* quoted */.TL)(dependency.name)));
function failuresOf(dependency, textOf) {
    return dependency.refPaths.flatMap((refPath) => failuresAt({ dependency, refPath, textOf }, [dependency.version]));
}
function dependencies_wantedOf({ source, dependencies }, versions) {
    const names = dependencies.map(({ name }) => name);
    const { values, refusals } = (0,error/* divided */.k3)([...versions].map(([name, version]) => {
        const index = names.indexOf(name);
        const dependency = dependencies[index];
        if (dependency !== undefined && version.trim() !== '')
            return { dependency, index, version };
        if (dependency !== undefined)
            return new error/* ReleaseError */.K2(`The new version of ${(0,domain_text/* quoted */.TL)(name)} is empty.`, { at: dependency.at });
        const fix = (0,nearest/* offer */.x)(name, names);
        return new error/* ReleaseError */.K2(`${source.file} has no dependency ${(0,domain_text/* quoted */.TL)(name)}.`, { fix, at: { file: source.file } });
    }));
    (0,error/* refuseIfAny */.Yb)(`${source.file} cannot be set.`, refusals);
    return values;
}
async function setEntries({ source }, wanted, text) {
    const pathOf = (index) => `dependencies[${index}].version`;
    const edited = await (0,edit/* editText */.i1)({ ...source, text }, wanted.map(({ index, version }) => (0,edit/* edit */.hc)(pathOf(index), version)));
    const changes = wanted.flatMap(({ dependency: { name, version: before }, index, version: after }) => {
        const { line } = edited.settings.find(({ path }) => path === pathOf(index)) ?? { line: 1 };
        return before === after ? [] : [{ dependency: name, path: source.file, line, before, after }];
    });
    return { text: edited.text, changes };
}
/** The proof: read and checked again, all that was set is right, and nothing else became wrong. */
function refuseDisagreement({ source, dependencies }, wanted, before, after) {
    const again = parseDependencies({ ...source, text: after(source.file) ?? source.text }).dependencies;
    const broken = dependencies.flatMap((dependency, index) => {
        const isSet = wanted.some((one) => one.index === index);
        const were = isSet ? [] : failuresOf(dependency, before).map(spot);
        return failuresOf(again[index] ?? dependency, after).filter((one) => !were.includes(spot(one)));
    });
    const set = (0,domain_text/* listed */.KE)(wanted.map(({ dependency, version }) => `${(0,domain_text/* quoted */.TL)(dependency.name)} at ${version}`));
    (0,error/* refuseIfAny */.Yb)(`With ${set}, not all dependencies would agree.`, broken.map(({ message, fix, at }) => new error/* ReleaseError */.K2(`With ${set}: ${message}`, { fix, at })));
}
const spot = ({ at }) => `${at?.file}:${at?.line}`;

;// CONCATENATED MODULE: ./build/actions/set-values/dependencies.js





/** Reads a line such as `kpromo=4.5.1`. */
function dependencyVersion(line) {
    const [, name, version] = /^([^=]+?)\s*=\s*(\S+)$/.exec(line) ?? [];
    if (name !== undefined && version !== undefined)
        return { name, version };
    throw new error/* ReleaseError */.K2(`has the line ${(0,domain_text/* quoted */.TL)(line)}.`, { fix: 'Write name=version.' });
}
/** Plans new versions of dependencies and of every place that they name; without any, verifies all places. */
async function followDependencies(path, versions, neverLower, { plannedFiles, files }) {
    const file = parseDependencies({ file: path, text: await plannedFiles.text(path) });
    const texts = new Map([[path, file.source.text]]);
    for (const place of pathsOf(file))
        if (await files.has(place))
            texts.set(place, await plannedFiles.text(place));
    const textOf = (place) => texts.get(place);
    if (versions.length === 0) {
        (0,error/* refuseIfAny */.Yb)(`Some places disagree with ${path}.`, dependencyFailures(file, textOf));
        return [`All places that ${path} names agree with it.`];
    }
    const kept = versions.filter((one) => neverLower && (0,version/* isLower */.cs)(one.version, versionIn(file, one.name) ?? ''));
    const wanted = new Map(versions.filter((one) => !kept.includes(one)).map(({ name, version }) => [name, version]));
    const { texts: edited } = await setDependencies(file, wanted, textOf);
    for (const [place, text] of edited)
        plannedFiles.set(place, text);
    return kept.map(({ name, version }) => `${path}: ${name} stays ${versionIn(file, name)}, because ${version} is lower.`);
}
const versionIn = ({ dependencies }, name) => dependencies.find((one) => one.name === name)?.version;

;// CONCATENATED MODULE: ./build/actions/set-values/replace.js



/** Plans replacements. One that finds neither the old nor the new text anywhere is a mistake. */
async function replaceAll(replacements, { plannedFiles, files }) {
    for (const one of replacements) {
        let isFound = false;
        for (const path of await files.find(one.pattern, 'file')) {
            const text = replaced(await plannedFiles.text(path), one);
            if (text === undefined)
                continue;
            isFound = true;
            plannedFiles.set(path, text);
        }
        if (!isFound) {
            throw new error/* ReleaseError */.K2(`Neither ${(0,domain_text/* quoted */.TL)(one.old)} nor ${(0,domain_text/* quoted */.TL)(one.now)} stands in ${one.pattern}.`, {
                fix: 'Correct the input replace: the old text is what stands there now.',
            });
        }
    }
}

// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
;// CONCATENATED MODULE: ./build/actions/set-values/wanted.js






/** Plans what is wanted of all files; says what stays as it is, and why. */
async function setWanted(wanted, ports, options) {
    const byFile = await byFiles(wanted, ports.files);
    const edits = new Map();
    const notes = [];
    for (const [path, one] of byFile) {
        if (one instanceof Map)
            edits.set(path, await sourced(path, [...one.values()], ports.git, options.commit));
        else if ('whole' in one)
            notes.push(...(await setWhole(path, one.whole, ports, options)));
    }
    return [...notes, ...(await ports.plannedFiles.edit(edits, options)).notes];
}
/** Entry by entry: a later one wins over an earlier one, and `!` takes files out again. */
async function byFiles(wanted, files) {
    const byFile = new Map();
    const found = await (0,parallel/* together */.b)(wanted.map(({ pattern }) => files.find(pattern, 'file')));
    for (const [index, one] of wanted.entries()) {
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
        throw new error/* ReleaseError */.K2(`${path} is to get another text as a whole, and values at paths too.`, {
            fix: 'Give one of them.',
        });
    }
    return new Map([...(before ?? []), ...values.map((value) => [(0,edits_path/* written */.M)(value.path), value])]);
}
/** The values as they are given, or as they stand in another commit. */
async function sourced(path, edits, git, commit) {
    if (commit === undefined)
        return edits;
    const source = { file: `${(0,domain_text/* short */.h0)(commit)}:${path}`, text: await textIn(path, git, commit) };
    return (0,edit/* takeFrom */.aP)(source, edits.map((one) => one.path));
}
async function textIn(path, git, commit) {
    const text = await git.commits.text(commit, path);
    if (text !== undefined)
        return text;
    throw new error/* ReleaseError */.K2(`Commit ${(0,domain_text/* short */.h0)(commit)} has no file ${path}.`, {
        fix: 'Correct the input from, or leave the file out.',
    });
}
/** Another text for a whole file. The line end behind it stays as it is, and so does a byte order mark. */
async function setWhole(path, given, { plannedFiles, git }, { commit, neverLower }) {
    const before = await plannedFiles.text(path);
    if (commit !== undefined) {
        plannedFiles.set(path, await textIn(path, git, commit));
        return [];
    }
    const [, mark = '', old = '', end = ''] = /^(\uFEFF?)([^]*?)(\r?\n)?$/.exec(before) ?? [];
    if (neverLower && (0,version/* isLower */.cs)(given, old))
        return [`${path} stays ${old}, because ${given} is lower.`];
    plannedFiles.set(path, mark + given + end);
    return [];
}

;// CONCATENATED MODULE: ./build/actions/set-values/action.js










/* harmony default export */ const set_values_action = ((0,action/* defineAction */.Q)({
    name: 'Set values',
    description: 'Set values in YAML, JSON, TOML, CFF and text files, byte for byte: pins, versions, and back again.',
    inputs: {
        values: (0,input/* input */.hF)('A YAML mapping: a file or glob to the text of the whole file, or to a mapping of paths to texts.', parseWanted).optional(),
        from: (0,input/* text */.Qq)('A commit, tag or branch of the checkout: take the values that these paths have there, instead of the given ones.').optional(),
        replace: (0,input/* input */.hF)('Texts to replace, as lines of file or glob: old => new.', parseReplacement).list().or(''),
        dependenciesFile: (0,input/* path */.Ae)('A zeitgeist file, dependencies.yaml: every place that its dependencies name follows. Without dependencies, all places are verified.').optional(),
        dependencies: (0,input/* input */.hF)('New versions of dependencies in that file, as lines of name=version.', dependencyVersion)
            .list()
            .or(''),
        neverLower: (0,input/* flag */.Jt)('Leave a version that is higher already.'),
    },
    outputs: {
        files: (0,output/* list */.p_)('The files that change.'),
        diff: 'The changes as a diff.',
    },
    async plan({ values = [], from, replace, dependenciesFile, dependencies, neverLower }, { files, git }) {
        if (dependencies.length > 0 && dependenciesFile === undefined) {
            throw new error/* ReleaseError */.K2('Versions of dependencies are given, but not their file.', {
                fix: 'Give the input dependencies-file, such as dependencies.yaml.',
            });
        }
        if (values.length + replace.length === 0 && dependenciesFile === undefined) {
            throw new error/* ReleaseError */.K2('Nothing is to be set.', { fix: 'Give values, replace or dependencies-file.' });
        }
        const plannedFiles = new planned_files/* PlannedFiles */.e(files);
        const commit = from === undefined ? undefined : await git.commits.find(from);
        const kept = await setWanted(values, { plannedFiles, files, git }, { commit: commit?.sha, neverLower });
        await replaceAll(replace, { plannedFiles, files });
        const followed = dependenciesFile === undefined
            ? []
            : await followDependencies(dependenciesFile, dependencies, neverLower, { plannedFiles, files });
        const notes = [...kept, ...followed];
        const { changes, paths, diff } = await plannedFiles.result();
        return { changes, notes, outputs: { files: paths, diff } };
    },
}));


/***/ })

};
