export const id = 308;
export const ids = [308];
export const modules = {

/***/ 5900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  be: () => (/* binding */ formatOf),
  Fx: () => (/* binding */ formats),
  yv: () => (/* binding */ originOf),
  ZE: () => (/* binding */ sectionOf),
  iG: () => (/* binding */ withSection)
});

;// CONCATENATED MODULE: ./build/src/domain/changelogs/item.js
// The words of github-changelog-generator, and those of Kubernetes' labels, which begin with kind/.
const words = {
    breaking: ['breaking', 'breaking-change', 'backwards-incompatible', 'backwards incompatible', 'api-change'],
    enhancement: ['enhancement', 'feature'],
    bug: ['bug', 'regression'],
    deprecated: ['deprecated', 'deprecation'],
    removed: ['removed'],
    security: ['security'],
};
const ignored = new Set([
    'duplicate',
    'question',
    'invalid',
    'wontfix',
    'exclude from changelog',
    'ignore-for-release',
]);
/** What the labels of an item say it is about; the first topic wins. */
function topicOf({ labels }) {
    const labelled = new Set(labels.map(wordOf));
    const topics = Object.keys(words); // the keys of this very record
    return topics.find((topic) => words[topic].some((word) => labelled.has(word)));
}
/** Whether labels keep an item out of changelogs. */
const isIgnored = ({ labels }) => labels.some((label) => ignored.has(wordOf(label)));
const wordOf = (label) => label.toLowerCase().replace(/^(?:kind|type|meta)\s*[:/]\s*/, '');
/** Issues before pull requests, the newest first, as github-changelog-generator has them. */
const inOrder = (items) => items.toSorted((one, other) => one.kind.localeCompare(other.kind) || other.number - one.number);
/** A title as Markdown shows it verbatim; code in it stays code, and `@name` stays a mention. */
function escapedTitle(title) {
    const line = title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
    const parts = line.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
    // Of three parts, the second is code, and the third its marks.
    const escaped = parts.map((part, index) => [part.replaceAll(/[\\<>*_()[\]#`]/g, '\\$&'), part, ''][index % 3]);
    return escaped
        .join('')
        .replace(/^([-+=~]|\d+(?=[.)]))([.)]?)/, (_, mark, dot) => dot === '' ? `\\${mark}` : `${mark}\\${dot}`);
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/new-section.js
/** Where the differences to the release before are shown; for the first release, the release itself. */
const comparison = ({ page, previous, tag }) => previous === undefined ? `${page}/releases/tag/${inUrl(tag)}` : `${page}/compare/${inUrl(previous)}...${inUrl(tag)}`;
/** A tag as it stands in an address, of which no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

;// CONCATENATED MODULE: ./build/src/domain/changelogs/generator.js


/**
 * A section as github-changelog-generator writes it, in lines:
 * https://github.com/github-changelog-generator/github-changelog-generator/blob/v1.16.4/lib/github_changelog_generator/generator/entry.rb
 */
function generatorSection(wanted, changelog) {
    const { tag, page, date, previous } = wanted;
    const heading = `## [${tag}](${page}/tree/${inUrl(tag)}) (${date})`;
    const gap = isTight(changelog) ? [] : [''];
    const link = previous === undefined ? [] : [...gap, `[Full Changelog](${comparison(wanted)})`];
    return [
        heading,
        ...link,
        ...groupsOf(wanted.items).flatMap(([title, items]) => ['', title, '', ...items.map(lineOf)]),
    ];
}
const titles = {
    breaking: '**Breaking changes:**',
    enhancement: '**Implemented enhancements:**',
    bug: '**Fixed bugs:**',
    deprecated: '**Deprecated:**',
    removed: '**Removed:**',
    security: '**Security fixes:**',
};
const titlesOfOthers = {
    issue: '**Closed issues:**',
    'pull-request': '**Merged pull requests:**',
};
function groupsOf(items) {
    const groups = new Map();
    for (const title of [...Object.values(titles), ...Object.values(titlesOfOthers)])
        groups.set(title, []);
    for (const item of inOrder(items.filter((one) => !isIgnored(one)))) {
        const topic = topicOf(item);
        groups.get(topic === undefined ? titlesOfOthers[item.kind] : titles[topic])?.push(item);
    }
    return [...groups].filter(([, group]) => group.length > 0);
}
function lineOf({ kind, title, number, url, author }) {
    const line = `- ${escapedTitle(title)} [\\#${number}](${url})`;
    return kind === 'pull-request' && author !== undefined ? `${line} ([${author.login}](${author.url}))` : line;
}
/** Older versions of the generator left no blank line below the heading. */
const isTight = ({ text, sections }) => sections.some(({ bodyStart }) => text.startsWith('[Full Changelog]', bodyStart));

;// CONCATENATED MODULE: ./build/src/domain/changelogs/lines.js
/** The lines of a Markdown text that are neither in fenced code nor in a comment, where headings are examples. */
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
/** What ends the fence or the comment that a line begins. In a list, a fence stands behind the marker or below it. */
function closingOf(text) {
    const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
    if (fence !== undefined)
        return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`);
    return /^ {0,3}<!--(?!.*-->)/.test(text) ? /-->/ : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/section.js

function readChangelog(text) {
    const lines = proseLines(text);
    const tail = tailOf(text, lines);
    return {
        text,
        sections: sectionsOf(lines, tail),
        definitions: lines.flatMap((line) => definitionIn(line) ?? []),
        tail,
        hasFooter: lines.some((line) => line.start >= tail && footer.test(line.text)),
    };
}
/** What a section says, without its heading and the blank lines around it. */
const bodyOf = (text, { bodyStart, end }) => text
    .slice(bodyStart, end)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
/** A version as it is compared: without the folder of its stream and without `v`. */
const bareVersion = (name) => name.replace(/^.*[/@]/, '').replace(/^v/i, '');
const deepest = 3;
function sectionsOf(lines, tail) {
    const headings = lines.flatMap((line) => (line.start < tail ? (headingIn(line) ?? []) : []));
    return headings.flatMap(({ name, level, text, line }, index) => {
        if (name === undefined)
            return [];
        return {
            name,
            isUnreleased: unreleased.test(name),
            level,
            line: line.number,
            heading: text,
            start: line.start,
            bodyStart: line.end,
            end: endBehind(headings, index, level) ?? tail,
        };
    });
}
function endBehind(headings, index, level) {
    for (let next = index + 1; next < headings.length; next++) {
        const other = headings[next];
        if (other !== undefined && ends(other, level))
            return other.line.start;
    }
    return undefined;
}
/** Patch releases are headings of the third level in some changelogs, as deep as the headings inside them. */
const ends = (other, level) => other.name !== undefined || other.level < level || (other.level === level && level < deepest);
function headingIn(line) {
    const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line.text);
    if (marks === null)
        return undefined;
    const level = marks[1]?.length ?? 0;
    const text = line.text
        .slice(marks[0].length)
        .trim()
        .replace(/(?:^|[ \t])#+$/, '');
    return { level, text, line, name: level > deepest ? undefined : nameIn(text) };
}
const unreleased = /^unreleased$/i;
const version = /^(?:[\w./@-]*[/@-])?v?\d+(?:\.\d+)+[\w.+!-]*$/i;
const longest = 256;
/** The text of a link counts, and not where it leads: `[1.2.0](…/tree/1.1.0) (2020-05-12) (BROKEN)` is of 1.2.0. */
function nameIn(heading) {
    const shape = /^(?:version |release )?(?:\[([^\s[\]]+)\](?:\([^()\s]*\)|\[[^\]]*\])?|([^\s[\]()]+))(.*)$/i;
    const [, linked, plain, rest = ''] = shape.exec(heading) ?? [];
    const name = linked ?? plain?.replace(/[:,]$/, '') ?? '';
    const isName = name.length <= longest && (unreleased.test(name) || version.test(name));
    return isName && /^\s*(?:$|[-–—:,/|([\d])/.test(rest) ? name : undefined;
}
const footer = /^\\?\* ?[*_]This Change ?[Ll]og was automatically generated by .*github_changelog_generator/i;
function tailOf(text, lines) {
    let tail = text.length;
    for (const line of lines.toReversed()) {
        if (line.end !== tail || !isTail(line))
            break;
        tail = line.start;
    }
    return tail;
}
const isTail = (line) => line.text.trim() === '' || footer.test(line.text) || comment.test(line.text) || definitionIn(line) !== undefined;
const comment = /^\s*<!--.*-->\s*$/;
function definitionIn({ text, start, end }) {
    const [, before = '', label, url] = /^( {0,3}\[([^\]^][^\]]{0,998})\]:[ \t]*)(\S+)/.exec(text) ?? [];
    if (label === undefined || url === undefined)
        return undefined;
    return { label, start, end, url, urlStart: start + before.length };
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/keep-a-changelog.js



/** The heading of a new section, in the style of its neighbour: level, `v`, brackets, link and date. */
function keptHeading(wanted, { sections }) {
    const neighbour = sections.find((one) => !one.isUnreleased) ?? sections[0];
    const { heading = '', level = 2 } = neighbour ?? {};
    return `${'#'.repeat(level)} ${nameOf(wanted, neighbour)}${dateOf(wanted, neighbour, heading)}`;
}
function nameOf(wanted, neighbour) {
    const name = writtenVersion(wanted, neighbour);
    if (neighbour === undefined || !neighbour.heading.includes(`[${neighbour.name}]`))
        return name;
    return neighbour.heading.includes('](') ? `[${name}](${comparison(wanted)})` : `[${name}]`;
}
function dateOf({ date }, neighbour, heading) {
    if (/\(\d{4}-\d\d-\d\d\)/.test(heading))
        return ` (${date})`;
    const isUndated = neighbour !== undefined && !neighbour.isUnreleased && !/\d{4}-\d\d-\d\d/.test(heading);
    return isUndated ? '' : ` - ${date}`;
}
const writtenVersion = ({ version }, neighbour) => `${/^v\d/i.test(neighbour?.name ?? '') ? 'v' : ''}${bareVersion(version)}`;
const keep_a_changelog_titles = {
    breaking: 'Changed',
    enhancement: 'Added',
    bug: 'Fixed',
    deprecated: 'Deprecated',
    removed: 'Removed',
    security: 'Security',
};
const order = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
/**
 * What was done, in lines, below the six headings of https://keepachangelog.com/en/1.1.0/. An issue needs a label to
 * be a change: else the pull request that closed it tells of it.
 */
function keptGroups(items, level) {
    const titleOf = (item) => {
        const topic = topicOf(item);
        if (topic !== undefined)
            return keep_a_changelog_titles[topic];
        return item.kind === 'pull-request' ? 'Changed' : undefined;
    };
    const told = inOrder(items.filter((item) => !isIgnored(item)));
    return order.flatMap((title) => {
        const group = told.filter((item) => titleOf(item) === title);
        return group.length === 0 ? [] : ['', `${'#'.repeat(level + 1)} ${title}`, '', ...group.map(keep_a_changelog_lineOf)];
    });
}
const keep_a_changelog_lineOf = ({ title, number, url }) => `- ${escapedTitle(title)} ([#${number}](${url}))`;
/** Whether somebody wrote something into a section: more than headings, comments and empty bullets. */
function isWritten(body) {
    const [begin = '', ...comments] = body.split('<!--');
    const visible = begin + comments.map((comment) => comment.slice(comment.indexOf('-->') + '-->'.length)).join('');
    return visible.replaceAll(/^[ \t]*(?:#.*|[-*+][ \t]*)$/gm, '').trim() !== '';
}
/** Lets the links at the end follow, where there are some: those of Unreleased begin at the new tag. */
function linkSplices(wanted, { definitions, text, sections }, { isNewest, below }) {
    const label = writtenVersion(wanted, below ?? sections.find((one) => !one.isUnreleased));
    const named = (name) => definitions.find((one) => one.label.toLowerCase() === name?.toLowerCase());
    const [open, old] = [named('unreleased'), named(below?.name)];
    const model = (isNewest ? open : undefined) ?? old;
    if (model === undefined || named(label) !== undefined)
        return [];
    const [, before = '', from = '', dots = '', to = ''] = /^(.*\/compare\/)(.+?)(\.{2,3})(.+)$/.exec(model.url) ?? [];
    const start = wanted.previous === undefined ? from : inUrl(wanted.previous);
    const url = before === '' || start === '' ? comparison(wanted) : `${before}${start}${dots}${inUrl(wanted.tag)}`;
    const line = `[${label}]: ${url}`;
    const added = model === open ? behind(text, model, line) : { start: model.start, end: model.start, text: `${line}\n` };
    const moved = model === open && before !== '' ? [moving(model, `${before}${inUrl(wanted.tag)}${dots}${to}`)] : [];
    return [...moved, added];
}
const moving = ({ url, urlStart }, text) => ({
    start: urlStart,
    end: urlStart + url.length,
    text,
});
const behind = (text, { end }, line) => ({
    start: end,
    end,
    text: text[end - 1] === '\n' ? `${line}\n` : `\n${line}`,
});

;// CONCATENATED MODULE: ./build/src/domain/changelogs/splice.js
/** A text with other parts; what lies between them keeps its bytes. */
function spliced(text, splices) {
    const ordered = splices.toSorted((one, other) => other.start - one.start);
    return ordered.reduce((all, one) => all.slice(0, one.start) + one.text + all.slice(one.end), text);
}

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(8242);
;// CONCATENATED MODULE: ./build/src/domain/changelogs/changelog.js








const formats = ['keep-a-changelog', 'github-changelog-generator'];
/** What a changelog says of a version, without the heading, and without what stands at the end of the file. */
function sectionOf(text, version, file = 'The changelog') {
    const { sections } = readChangelog(text);
    const [found, second] = changelog_sectionsOf(sections, version);
    if (found === undefined)
        throw noSection(file, version, sections);
    if (second !== undefined)
        throw new error/* ReleaseError */.K2(`${file} has two sections of ${version}, in the lines ${found.line} and ${second.line}.`, {
            fix: 'Make them one.',
        });
    return bodyOf(text, found);
}
/** The format of a changelog: the generator leaves its footer, and links every heading to a tree. */
function formatOf(text) {
    const { hasFooter, sections } = readChangelog(text);
    const isGenerated = hasFooter || sections.some(({ heading }) => /^\[[^\]]+\]\([^)]*\/tree\//.test(heading));
    return isGenerated ? 'github-changelog-generator' : 'keep-a-changelog';
}
/** What is needed to give a changelog a section. */
function originOf(text, version, format) {
    return placeIn(readChangelog(text), version, format).origin;
}
/** A changelog with one more section, in its order; everything else keeps its bytes. One that is there stays as it is. */
function withSection(text, format, wanted) {
    const changelog = readChangelog(text);
    const place = placeIn(changelog, wanted.version, format);
    if (place.origin === 'there')
        return text;
    const splices = format === 'keep-a-changelog'
        ? [keptSplice(wanted, changelog, place), ...linkSplices(wanted, changelog, place)]
        : [insertion(changelog, place.at, generatorSection(wanted, changelog))];
    const lineEnd = lineEndOf(text);
    return spliced(text, splices.map((one) => ({ ...one, text: one.text.replaceAll('\n', lineEnd) })));
}
function placeIn({ text, sections, tail }, version, format) {
    const bare = bareVersion(version);
    const released = sections.filter((one) => !one.isUnreleased);
    const open = sections.find((one) => one.isUnreleased);
    const isThere = changelog_sectionsOf(released, version).length > 0;
    const isNewest = !released.some((one) => (0,versions_version/* isLower */.cs)(bare, bareVersion(one.name)));
    const below = isNewest ? released[0] : released.find((one) => (0,versions_version/* isLower */.cs)(bareVersion(one.name), bare));
    const becomes = format === 'keep-a-changelog' && isNewest && open !== undefined && isWritten(bodyOf(text, open));
    const end = isNewest ? (open?.end ?? tail) : (released.at(-1)?.end ?? tail);
    return {
        origin: isThere ? 'there' : becomes ? 'unreleased' : 'generated',
        at: becomes ? open.bodyStart : (below?.start ?? end),
        isNewest,
        below,
    };
}
/** Below the heading of what was unreleased, the heading of the release is all there is to add. */
function keptSplice(wanted, changelog, { origin, at }) {
    const heading = keptHeading(wanted, changelog);
    if (origin === 'unreleased')
        return { start: at, end: at, text: `\n${heading}\n` };
    const level = /^#+/.exec(heading)?.[0].length ?? 2;
    return insertion(changelog, at, [heading, ...keptGroups(wanted.items, level)]);
}
/** Lines between two blank ones; an empty file gets a title before them. */
function insertion({ text }, at, lines) {
    const title = text.trim() === '' ? '# Changelog\n\n' : '';
    const isLast = text.length === at || /^\r?\n/.test(text.slice(at));
    const section = `${lines.join('\n')}\n${isLast ? '' : '\n'}`;
    return { start: at, end: at, text: `${title === '' ? gapBehind(text.slice(0, at)) : title}${section}` };
}
function gapBehind(before) {
    if (/(?:^\uFEFF?|\n\r?\n)$/.test(before))
        return '';
    return before.endsWith('\n') ? '\n' : '\n\n';
}
/** A heading with the very name comes before those of the same version in another spelling. */
function changelog_sectionsOf(sections, version) {
    const exact = sections.filter(({ name }) => name === version);
    if (exact.length > 0)
        return exact;
    const isSame = ({ name }) => bareVersion(name).toLowerCase() === bareVersion(version).toLowerCase();
    return sections.filter((one) => !one.isUnreleased && isSame(one));
}
function noSection(file, version, sections) {
    const there = sections.length === 0 ? 'none of any version' : `those of ${(0,domain_text/* abridged */.$y)(sections.map(({ name }) => name))}`;
    return new error/* ReleaseError */.K2(`${file} has no section of ${(0,domain_text/* quoted */.TL)(version)}, but ${there}.`, {
        fix: 'Write it, or let update-changelog do it, before the release is tagged.',
    });
}


/***/ }),

/***/ 8337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ importPath),
/* harmony export */   M: () => (/* binding */ parseRemote)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);

/** The name of a remote, or an address without anything secret in it. */
function parseRemote(text) {
    if (!/^https?:\/\/[^/]*@/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('is an address with a user or a token in it.', {
        fix: 'Give the address alone, and the token as the input token.',
    });
}
/** How Go imports what is at an address, such as github.com/org/name; undefined for a folder of this machine. */
function importPath(address) {
    // As an address, or in the short form of ssh: git@github.com:org/name.git
    const shape = /^(?:(?:https?|ssh|git):\/\/)(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$|^(?:[^@:/]+@)?([^:/]+):(?!\/)(.+)$/;
    const [, host, path, shortHost, shortPath] = shape.exec(address) ?? [];
    const [domain, rest] = host === undefined ? [shortHost, shortPath] : [host, path];
    const clean = rest?.replace(/\/+$/, '').replace(/\.git$/, '');
    return domain === undefined || clean === undefined ? undefined : `${domain}/${clean}`;
}


/***/ }),

/***/ 2979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseRepository),
/* harmony export */   Y: () => (/* binding */ repositoryOn)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8337);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1987);



/** `owner/name` of a repository that is on a server; undefined for an address that leads elsewhere. */
function repositoryOn(server, address) {
    const [host, ...path] = (0,_remote_js__WEBPACK_IMPORTED_MODULE_1__/* .importPath */ .L)(address)?.split('/') ?? [];
    return host === new URL(server).hostname && path.length === 2 ? path.join('/') : undefined;
}
/** `owner/name`, as GitHub calls a repository. */
function parseRepository(text) {
    if (/^[\w.-]+\/[\w.-]+$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(text)}.`, { fix: 'Write it as owner/name.' });
}


/***/ }),

/***/ 8304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and the series of those who tag the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('names no stream.', { fix: 'Give lines such as: image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])} twice.`);
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\p{Cc}\p{Cf}\p{Cs}\p{DI}]+)$/u.exec(line) ?? [];
    if (name === undefined || pattern === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}.`, {
            fix: 'A stream is a name in lower case, a colon, a space and a pattern: image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `${versions.length} versions`
            : `${odd in placeholders ? 'twice' : 'the placeholder'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(odd)}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has ${problem} in the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}.`, {
            fix: `A pattern has one version and at most one path: ${known.join(', ')}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Names of folders as they are written everywhere; quotes, spaces and dollars would be traps for whoever uses the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** No version and no folder holds a slash, so a tag can be divided in one way only. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash a directory; elsewhere a directory with its slash, or none at the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ refuseBadName),
/* harmony export */   I_: () => (/* binding */ imageTag),
/* harmony export */   W8: () => (/* binding */ previousTag),
/* harmony export */   eL: () => (/* binding */ isLatest),
/* harmony export */   fe: () => (/* binding */ parseTagName),
/* harmony export */   rE: () => (/* binding */ parseReleaseTag),
/* harmony export */   wE: () => (/* binding */ siblings)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8304);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1987);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8242);




/** The one stream that a tag belongs to, and its version there. */
function parseReleaseTag(name, streams) {
    refuseBadName(name);
    const tries = streams.map((stream) => ({ stream, found: inStream(name, stream) }));
    const fitting = tries.map(({ found }) => found).filter(isReleaseTag);
    const [first, second] = fitting;
    if (first !== undefined && second === undefined)
        return first;
    if (first !== undefined) {
        const all = fitting.map(({ stream }) => written(stream));
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} fits ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(all)}: it is not clear what to release.`, {
            fix: 'Write the patterns of the input streams so that a tag fits only one.',
        });
    }
    const reasons = tries.map(({ stream, found }) => {
        return `  ${written(stream)} (${found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? found.message.replace(/\.$/, '') : 'another shape'})`;
    });
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} belongs to no stream:\n${reasons.join('\n')}`, { fix: wayOut(name) });
}
/** The tags of the same series as `tag` (same stream, same path), itself left out. */
function siblings(tag, names) {
    return names
        .filter((name) => name !== tag.name)
        .map((name) => inStream(name, tag.stream))
        .filter(isReleaseTag)
        .filter(({ path }) => path === tag.path);
}
/** The newest older release: for a stable one never a prerelease, by version and not by history. */
function previousTag(tag, others) {
    return others
        .filter(({ version }) => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, tag.version) < 0)
        .filter(({ version }) => tag.version.isPrerelease || !version.isPrerelease)
        .toSorted((one, other) => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(one.version, other.version))
        .at(-1);
}
/** Whether users should get this one when they ask for the latest. */
const isLatest = (tag, others) => !tag.version.isPrerelease &&
    others.every(({ version }) => version.isPrerelease || (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, tag.version) <= 0);
/** What an image of this release is called; undefined where OCI forbids it. */
function imageTag({ name }, revision) {
    const tag = name.slice(name.lastIndexOf('/') + 1) + (revision === undefined ? '' : `-${revision}`);
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag))
        return tag;
    if (revision === undefined)
        return undefined;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Image tag ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(tag)} is not allowed by OCI: letters, digits, dots, hyphens and underscores, 128 at most.`, {
        fix: 'Release a version without build metadata (+), or leave the input revision out.',
    });
}
const written = ({ name, pattern }) => `${name}: ${pattern}`;
const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** Undefined: not of this shape. A refusal: of this shape, with a version that its scheme does not have. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}
/** The line of `streams` that would take the tag, if any would. */
function wayOut(name) {
    if (name.startsWith('refs/'))
        return 'Give the short name of the tag, as in github.ref_name.';
    const befores = [...name.matchAll(versionBegins)].map(({ index }) => name.slice(0, index));
    const line = befores.flatMap(linesFor).find((each) => takes(each, name));
    if (line === undefined)
        return 'No stream can take it, because it ends in no version. Tag a version such as v1.2.3.';
    return `If it is a release, add this line to the input streams (in place of the one of that name, and of one that it makes ambiguous): ${line}`;
}
// After a separator or v; elsewhere, as in pkg@1.2.3, only where a dot follows.
const versionBegins = /(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])/gu;
function linesFor(before) {
    // A bare version is how Python projects tag.
    if (before === '')
        return ['driver: {pep440}', 'driver: {version}'];
    const afterFolders = /^.+\/.+(\/v?)$/.exec(before)?.[1];
    const name = /^[a-z][a-z0-9-]+(?=[/_@-])/.exec(before)?.[0] ?? 'release';
    const starts = [...(afterFolders === undefined ? [] : [`module: {path}${afterFolders}`]), `${name}: ${before}`];
    return starts.flatMap((start) => [`${start}{version}`, `${start}{pep440}`]);
}
function takes(line, name) {
    const streams = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStreams */ .Rg)(line));
    return !(streams instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2) && streams.some((stream) => isReleaseTag(inStream(name, stream)));
}
const nameRules = [
    [/^$/, 'is empty'],
    // GitHub takes 255 bytes: https://github.com/desktop/desktop/issues/819
    [/^[^]{1025}/, 'is longer than 1024 characters, which is the bound here'],
    [/^-/, 'begins with a hyphen'],
    [/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u, 'holds a character that nobody can see'],
    [/[\x00-\x20\x7f~^:?*[\\]/, 'holds a space, a control character or one of ~ ^ : ? * [ \\'],
    [/\.\.|@\{|\/\/|^\/|\/$|^@$/, 'holds "..", "@{", "//", is "@", or has a slash at an end'],
    [/(^|\/)\.|\.lock(\/|$)|\.$/, 'has a part that begins with a dot, or ends with ".lock" or a dot'],
];
/** What git itself would refuse: https://git-scm.com/docs/git-check-ref-format */
function refuseBadName(name, kind = 'tag') {
    const rule = nameRules.find(([breaks]) => breaks.test(name))?.[1];
    if (rule !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} is not the name of a ${kind}: it ${rule}.`, {
            fix: `Give a ${kind} such as ${kind === 'tag' ? 'v1.2.3' : 'main'}.`,
        });
}
/** The short name of a tag. */
function parseTagName(text) {
    const name = text.trim();
    refuseBadName(name);
    if (!name.startsWith('refs/'))
        return name;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}, which is a full ref.`, {
        fix: 'Give the short name of the tag, as in github.ref_name.',
    });
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** Names what an action is, and lets the types of its inputs and outputs flow into `plan`. */
function defineAction(action) {
    return action;
}


/***/ })

};
