export const id = "changelog";
export const ids = ["changelog"];
export const modules = {

/***/ 16077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fb: () => (/* binding */ changelogFormatOf),
  sectionOf: () => (/* binding */ sectionOf),
  bo: () => (/* binding */ sectionOriginOf),
  versionAlone: () => (/* binding */ versionAlone),
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
/** The topic of an item, by its labels. The first topic wins. */
function topicOf({ labels }) {
    const labelled = new Set(labels.map(wordOf));
    const topics = Object.keys(words); // the keys of this very record
    return topics.find((topic) => words[topic].some((word) => labelled.has(word)));
}
/** Whether labels keep an item out of changelogs. */
const isIgnored = ({ labels }) => labels.some((label) => ignored.has(wordOf(label)));
const wordOf = (label) => label.toLowerCase().replace(/^(?:kind|type|meta)\s*[:/]\s*/, '');
/** Sorts as github-changelog-generator does: issues before pull requests, the newest first. */
const sortItems = (items) => items.toSorted((one, other) => one.kind.localeCompare(other.kind) || other.number - one.number);
/** Escapes a title for Markdown. Code stays code, and `@name` stays a mention. */
function escapedTitle(title) {
    const line = title.replaceAll(/[\s\x00-\x1f\x7f-\x9f]+/g, ' ').trim();
    const parts = line.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
    // Of three parts, the second is code, and the third its marks.
    const escaped = parts.map((part, index) => [part.replaceAll(/[\\<>*_()[\]#`]/g, '\\$&'), part, ''][index % 3]);
    return escaped
        .join('')
        .replace(/^([-+=~]|\d+(?=[.)]))([.)]?)/, (_, mark, dot) => dot === '' ? `\\${mark}` : `${mark}\\${dot}`);
}

// EXTERNAL MODULE: ./build/src/domain/repositories/in-url.js
var in_url = __webpack_require__(87612);
;// CONCATENATED MODULE: ./build/src/domain/changelogs/new-section.js

/** The page that compares a release with the previous one. For the first release, the page of the release. */
const comparison = ({ page, previous, tag }) => previous === undefined ? `${page}/releases/tag/${(0,in_url/* inUrl */.H)(tag)}` : `${page}/compare/${(0,in_url/* inUrl */.H)(previous)}...${(0,in_url/* inUrl */.H)(tag)}`;

;// CONCATENATED MODULE: ./build/src/domain/changelogs/generator.js



/**
 * A section as github-changelog-generator writes it, in lines:
 * https://github.com/github-changelog-generator/github-changelog-generator/blob/v1.16.4/lib/github_changelog_generator/generator/entry.rb
 */
function generatorSection(section, changelog) {
    const { tag, page, date, previous } = section;
    const heading = `## [${tag}](${page}/tree/${(0,in_url/* inUrl */.H)(tag)}) (${date})`;
    const gap = isTight(changelog) ? [] : [''];
    const link = previous === undefined ? [] : [...gap, `[Full Changelog](${comparison(section)})`];
    return [
        heading,
        ...link,
        ...groupsOf(section.items).flatMap(([title, items]) => ['', title, '', ...items.map(lineOf)]),
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
    for (const item of sortItems(items.filter((one) => !isIgnored(one)))) {
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

// EXTERNAL MODULE: ./build/src/domain/changelogs/content.js
var content = __webpack_require__(22849);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/domain/changelogs/version-name.js


/** A version as text, after the epoch that a Python version may have: `1.0.0`, `1.0.0-rc.1`, `0.2.0.dev0`. */
const versionText = String.raw `(?:\d+!)?\d+(?:\.\d+)+[\w.+!-]*`;
const nameShape = new RegExp(`^(.*?)v?(${versionText})$`, 'i');
/** What comes before the version in a name: `chart/` of chart/v0.1.0, `@a/b@` of @a/b@1.1.0, '' of v1.0.0. */
const seriesOf = (name) => nameShape.exec(name)?.[1] ?? '';
/** A version for comparison: without the prefix of its series and without `v`. */
const bareVersion = (name) => nameShape.exec(name)?.[2] ?? name;
/** Whether two names are of one series. A name without a prefix fits to each series. */
function fitsSeries(one, other) {
    const [first, second] = [seriesOf(one), seriesOf(other)];
    return first === '' || second === '' || first === second;
}
/** Whether two names mean the same version, in whatever spelling: `v1.0` and `1.0.0`, `1.0.0-rc.1` and `1.0.0rc1`. */
function isSameVersion(one, other) {
    const [first, second] = [bareVersion(one).toLowerCase(), bareVersion(other).toLowerCase()];
    if (first === second)
        return true;
    if (Number.parseInt(first, 10) !== Number.parseInt(second, 10))
        return false;
    const [these, those] = [readingsOf(first), readingsOf(second)];
    if (these.semver !== undefined && those.semver !== undefined)
        return false; // SemVer has one spelling for a version
    return these.pep440 !== undefined && those.pep440 !== undefined && (0,versions_version/* compareVersions */.Zy)(these.pep440, those.pep440) === 0;
}
function readingsOf(text) {
    const [semver, pep440] = [(0,error/* attempt */.CD)(() => (0,versions_version/* parseSemver */.kf)(text)), (0,error/* attempt */.CD)(() => (0,versions_version/* parsePep440 */.FB)(text))];
    return {
        semver: semver instanceof error/* ReleaseError */.K2 ? undefined : semver,
        pep440: pep440 instanceof error/* ReleaseError */.K2 ? undefined : pep440,
    };
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/keep-a-changelog.js




/** The heading of a new section in lines, in the style of its neighbour: marks, words, `v`, brackets, link and date. */
function keepAChangelogHeading(section, { sections }) {
    const outer = sections.filter((one) => !one.isInner);
    const neighbour = outer.find((one) => !one.isUnreleased) ?? outer[0];
    const { level = 2, underline } = neighbour ?? {};
    const text = headingLike(section, neighbour);
    if (underline === undefined)
        return { lines: [`${'#'.repeat(level)} ${text}`], level };
    return { lines: [text, underline.repeat(Math.max(3, text.length))], level };
}
function headingLike(section, neighbour) {
    const name = versionLike(section, neighbour);
    if (neighbour === undefined)
        return `${name} - ${section.date}`;
    const { heading, isUnreleased } = neighbour;
    const at = heading.indexOf(neighbour.name);
    const isBracketed = heading.charAt(at - 1) === '[';
    const isLinked = isBracketed && heading.startsWith('](', at + neighbour.name.length);
    const styled = isLinked ? `[${name}](${comparison(section)})` : isBracketed ? `[${name}]` : name;
    if (isUnreleased || at === -1)
        return `${styled} - ${section.date}`;
    const before = heading.slice(0, isBracketed ? at - 1 : at).replace(day, section.date);
    const behind = heading.slice(at + neighbour.name.length).replace(/^\](?:\([^()\s]*\)|\[[^\]]*\])?/, '');
    return `${before}${styled}${endingLike(before, behind, section.date)}`;
}
const day = /\d{4}-\d\d-\d\d/;
/** The date as the neighbour has it, and the ends of marks that begin before the version: `**1.0.0**`, `<small>…</small>`. */
function endingLike(before, behind, date) {
    const [, mark = '', tag] = /(\*\*|__|[*_`]|<(\w+)>)$/.exec(before) ?? [];
    const close = tag === undefined ? mark : `</${tag}>`;
    const isAround = close !== '' && !behind.startsWith(close);
    const rest = isAround ? behind : behind.slice(close.length);
    const [, sign = '', end = ''] = /^(\s*(?:[-–—/|:,]\s*)?\(?)\d{4}-\d\d-\d\d(\)?)/.exec(rest) ?? [];
    const dated = sign === '' ? '' : `${sign}${date}${end}`;
    return isAround ? `${dated}${close}` : `${close}${dated}`;
}
/** The version with the prefix of its neighbour, if the tag has that prefix too. */
function versionLike({ version, tag }, neighbour) {
    const model = neighbour?.versions[0] ?? '';
    const series = seriesOf(model) === seriesOf(tag) ? seriesOf(model) : '';
    const isWithV = /^v\d/i.test(model.slice(seriesOf(model).length));
    return `${series}${isWithV ? 'v' : ''}${bareVersion(version)}`;
}
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
 * The changes, in lines, below the six headings of https://keepachangelog.com/en/1.1.0/. An issue is listed only with a
 * label that gives it a topic. Otherwise the pull request that closed it is listed.
 */
function keepAChangelogGroups(items, level) {
    const titleOf = (item) => {
        const topic = topicOf(item);
        if (topic !== undefined)
            return keep_a_changelog_titles[topic];
        return item.kind === 'pull-request' ? 'Changed' : undefined;
    };
    const shown = sortItems(items.filter((item) => !isIgnored(item)));
    return order.flatMap((title) => {
        const group = shown.filter((item) => titleOf(item) === title);
        return group.length === 0 ? [] : ['', `${'#'.repeat(level + 1)} ${title}`, '', ...group.map(keep_a_changelog_lineOf)];
    });
}
const keep_a_changelog_lineOf = ({ title, number, url }) => `- ${escapedTitle(title)} ([#${number}](${url}))`;
/** Updates the links at the end, if there are some: the link of Unreleased begins at the new tag. */
function linkSplices(section, { definitions, text, sections }, { isNewest, below }) {
    const label = versionLike(section, below ?? sections.find((one) => !one.isUnreleased));
    const named = (name) => definitions.find((one) => one.label.toLowerCase() === name?.toLowerCase());
    const [open, old] = [named('unreleased'), named(below?.name)];
    const model = (isNewest ? open : undefined) ?? old;
    if (model === undefined || named(label) !== undefined)
        return [];
    const [, before = '', from = '', dots = '', to = ''] = /^(.*\/compare\/)(.+?)(\.{2,3})(.+)$/.exec(model.url) ?? [];
    const start = section.previous === undefined ? from : (0,in_url/* inUrl */.H)(section.previous);
    const url = before === '' || start === '' ? comparison(section) : `${before}${start}${dots}${(0,in_url/* inUrl */.H)(section.tag)}`;
    const line = `[${label}]: ${url}`;
    const added = model === open ? lineAfter(text, model, line) : { start: model.start, end: model.start, text: `${line}\n` };
    const moved = model === open && before !== '' ? [changedUrl(model, `${before}${(0,in_url/* inUrl */.H)(section.tag)}${dots}${to}`)] : [];
    return [...moved, added];
}
const changedUrl = ({ url, urlStart }, text) => ({
    start: urlStart,
    end: urlStart + url.length,
    text,
});
const lineAfter = (text, { end }, line) => ({
    start: end,
    end,
    text: text[end - 1] === '\n' ? `${line}\n` : `\n${line}`,
});

// EXTERNAL MODULE: ./build/src/domain/changelogs/markdown-lines.js
var markdown_lines = __webpack_require__(42533);
;// CONCATENATED MODULE: ./build/src/domain/changelogs/links.js

/** The definitions of links that a part of a changelog uses, and that are elsewhere in the file. */
function linksFor(part, { text, definitions }) {
    if (definitions.length === 0)
        return [];
    const prose = (0,markdown_lines/* proseLines */.D)(part)
        .map((line) => line.text)
        .join('\n');
    const used = new Set(labelsIn(prose, /\[([^[\]]+)\](?!:)/g));
    const own = new Set(labelsIn(prose, /^ {0,3}\[([^[\]]+)\]:/gm));
    const first = new Map();
    for (const definition of definitions) {
        const key = labelKey(definition.label);
        if (used.has(key) && !own.has(key) && !first.has(key))
            first.set(key, definition);
    }
    return [...first.values()].map(({ start, end }) => text.slice(start, end).trim());
}
const labelsIn = (prose, shape) => [...prose.matchAll(shape)].map(([, label = '']) => labelKey(label));
/** Upper and lower case, and how many spaces there are, make no difference: https://spec.commonmark.org/0.31.2/#matches */
const labelKey = (label) => label.trim().replaceAll(/\s+/g, ' ').toLowerCase();

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/changelogs/lookalikes.js



const mostShown = 3;
/** The refusal of a changelog that has no section of any version, but lines that may be meant as such headings. */
function unreadableHeadings({ lines, headings, sections, definitions }, file) {
    if (sections.some((one) => !one.isUnreleased))
        return undefined;
    const title = headings[0]?.level === 1 && titleWords.test(headings[0].text) ? headings[0].line : undefined;
    const others = new Set(definitions.map(({ start }) => start));
    const found = lines.filter(({ text, number, start }, index) => number !== title && !others.has(start) && looksLikeHeading(text, lines[index + 1]?.text ?? ''));
    const [first] = found;
    if (first === undefined)
        return undefined;
    const shown = found.slice(0, mostShown).map(shownLine);
    const what = found.length === 1
        ? 'a line that looks like the heading of a version, but cannot be read as one'
        : 'lines that look like headings of versions, but cannot be read as such';
    return new error/* ReleaseError */.K2(`${file} has ${what}: ${(0,domain_text/* listed */.KE)(shown)}.`, {
        fix: exampleHeadings,
        at: { file, line: first.number },
    });
}
/** The refusal of a heading that seems to be of this version, and of which this is not sure. */
function unclearHeading({ headings, sections }, version, file) {
    const level = Math.max(...sections.filter((one) => !one.isInner).map((one) => one.level));
    const name = new RegExp(`(?<![\\w.])v?${RegExp.escape(bareVersion(version))}(?![\\w+-]|\\.\\w)`, 'i');
    const found = headings.find((one) => one.named === undefined && one.level <= level && name.test(one.text));
    if (found === undefined)
        return undefined;
    return new error/* ReleaseError */.K2(`${file} has a heading that may be that of ${version}, but cannot be read as such: ${(0,domain_text/* quoted */.TL)(found.text)}.`, { fix: `${exampleHeadings} Or leave the version out of this heading.`, at: { file, line: found.line } });
}
const exampleHeadings = 'Write headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31.';
const shownLine = ({ number, text }) => `line ${number}, ${(0,domain_text/* quoted */.TL)(text.trim().slice(0, 80))}`;
const numbers = /\d+\.\d+/;
const heading = /^ {0,3}#{1,6}(?!#)/;
const titleWords = /change ?log|release notes|history/i;
const underline = /^ {0,3}([=\-~^])\1{2,}[ \t]*$/;
const beginning = /^\s*(?:[-*+] )?(?:\*\*|__|\[|\\\[|`)*(?:version |release )?v?\d+\.\d+[\w.+-]*(?=$|[\s:)*_`\]])/i;
const debian = /^\S+ \([\d.]+\d[^)]*\) /;
/** Headings with numbers, lines that begin with a version, and the headings of Debian's changelogs. */
function looksLikeHeading(text, below) {
    if (!numbers.test(text))
        return false;
    return heading.test(text) || underline.test(below) || beginning.test(text) || debian.test(text);
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/heading.js

const deepest = 3;
/** The headings of a text, in both forms: `## 1.0.0`, and a line that is underlined with = or -. */
function headingsIn(lines) {
    return lines.flatMap((line, index) => markedHeading(line) ?? underlinedHeading(line, lines[index + 1]) ?? []);
}
function markedHeading(line) {
    const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line.text);
    if (marks === null)
        return undefined;
    const level = marks[1]?.length ?? 0;
    const text = line.text
        .slice(marks[0].length)
        .trim()
        .replace(/(?:^|[ \t])#+$/, '');
    return {
        level,
        text,
        line: line.number,
        start: line.start,
        end: line.end,
        underline: undefined,
        named: level > deepest ? undefined : headingName(text),
    };
}
/** A line over hyphens is a heading only if it names something: most authors of such lines mean a separator. */
function underlinedHeading(line, below) {
    if (below === undefined || below.start !== line.end)
        return undefined;
    const underline = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(below.text) ? below.text.trim().charAt(0) : '';
    if ((underline !== '=' && underline !== '-') || !/^ {0,3}(?![-+*] )[^\s>#|=-]/.test(line.text))
        return undefined;
    const text = line.text.trim();
    const named = headingName(text);
    if (underline === '-' && named === undefined)
        return undefined;
    const level = underline === '=' ? 1 : 2;
    return { level, text, line: line.number, start: line.start, end: below.end, underline, named };
}
const longestHeading = 1000;
const longest = 256;
const target = String.raw `(?:\([^()\s]*\)|\[[^\]]*\])?`; // of a link
const versionName = new RegExp(`^(?:[\\w./@-]*[/@-])?v?${versionText}$`, 'i');
const oneVersion = new RegExp(`^v?${versionText}$`, 'i');
const dottedDate = /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2})$/;
const unreleased = new RegExp(String.raw `^(?:(?:main|master|head|next)\s*/\s*)?(?:\[(?<linked>unreleased)\]${target}|\(?(?<plain>unreleased)\)?)(?: changes)?(?<rest>.*)$`, 'i');
const shape = new RegExp(String.raw `^(?:\d{4}-\d\d-\d\d[,:]?\s+(?:[-–—/]\s+)?)?(?:(?:version|release)\s+)?(?:\[(?<linked>[^\s[\]]+)\]${target}|(?<plain>[^\s[\]()]+?)(?=[:,./]*(?:[\s[\]()]|$)))(?<rest>.*)$`, 'i');
const another = new RegExp(String.raw `^\s*(?:/\s*(?:[a-z]+\s+)?|[,&]\s*)\[?(?<version>v?${versionText})\]?${target}(?=$|[\s:])`, 'i');
// Why: docs/decisions.md D40
/** The text of a link counts, not its target: `[1.2.0](…/tree/1.1.0) (2020-05-12) (BROKEN)` is of 1.2.0. */
function headingName(heading) {
    const text = withoutDecoration(heading.slice(0, longestHeading));
    const open = unreleased.exec(text)?.groups;
    const openName = open?.['linked'] ?? open?.['plain'];
    if (openName !== undefined && isBehindName(open?.['rest'] ?? ''))
        return { name: openName, versions: [] };
    const { linked, plain, rest = '' } = shape.exec(text)?.groups ?? {};
    const name = linked ?? plain ?? '';
    const versions = versionsIn(name);
    const isNamed = versions.length > 0 && ((linked !== undefined && /^\s/.test(rest)) || isBehindName(rest));
    return isNamed ? { name, versions: [...versions, ...moreVersions(rest)] } : undefined;
}
/** `v1.3.0/v0.81.0` are two versions, `chart/0.1.0` is one. */
function versionsIn(name) {
    if (name.length > longest)
        return [];
    const parts = name.split('/');
    if (parts.length > 1 && parts.every((part) => oneVersion.test(part)))
        return parts;
    return versionName.test(name) ? [name] : [];
}
function moreVersions(rest) {
    const found = another.exec(rest.slice(0, longest));
    const version = found?.groups?.['version'];
    if (found === null || version === undefined || dottedDate.test(version))
        return [];
    return [version, ...moreVersions(rest.slice(found[0].length))];
}
const withoutDecoration = (heading) => heading
    .replaceAll(/<[^<>]{1,200}>/g, '')
    .replaceAll(/[*`]|(?<!\w)_+|_+(?!\w)|\\(?=[[\]])/g, '')
    .trim();
const stage = /^\s*(?:(?:alpha|beta|rc|preview|pre-?release|(?:release )?candidate|stable|final|ga|lts|current|hotfix|yanked|deprecated|snapshot|unreleased|tbd|release(?:d| notes)?)\s*(?:$|[^a-z\s])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;
/** What may follow a name: nothing, a date, a badge or another sign, or how stable the version is. */
const isBehindName = (rest) => /^\s*(?:$|[^\sa-z])/i.test(rest) || stage.test(rest);

;// CONCATENATED MODULE: ./build/src/domain/changelogs/section.js



function parseChangelog(text) {
    const lines = (0,markdown_lines/* proseLines */.D)(text);
    const tail = tailOf(text, lines);
    const headings = headingsIn(lines.filter(({ start }) => start < tail));
    return {
        text,
        lines,
        headings,
        sections: sectionsOf(headings, tail),
        definitions: lines.flatMap((line) => definitionIn(line) ?? []),
        tail,
        hasFooter: lines.some((line) => line.start >= tail && footer.test(line.text)),
    };
}
/** The text of a section, without its heading, the blank lines around it, and what only prepares the next heading. */
function bodyOf(text, { bodyStart, end }) {
    const body = text.slice(bodyStart, end).replace(/^(?:[ \t]*\r?\n)+/, '');
    return withoutSeparators(body.trimEnd());
}
// A separator, or an anchor for a heading.
const separator = /^ {0,3}(?:-{3,}|={3,}|\*{3,}|_{3,}|<a [^<>]*>(?:<\/a>)?)$/;
function withoutSeparators(body) {
    const lastLine = body.lastIndexOf('\n') + 1;
    return separator.test(body.slice(lastLine)) ? withoutSeparators(body.slice(0, lastLine).trimEnd()) : body;
}
function sectionsOf(headings, tail) {
    const sections = [];
    let outerEnd = 0;
    for (const [index, { named, text, end: bodyStart, ...heading }] of headings.entries()) {
        if (named === undefined)
            continue;
        const end = sectionEnd(headings, index, heading.level, named) ?? tail;
        const isInner = heading.start < outerEnd;
        const isUnreleased = named.versions.length === 0;
        sections.push({ ...heading, ...named, heading: text, bodyStart, end, isInner, isUnreleased });
        outerEnd = Math.max(outerEnd, end);
    }
    return sections;
}
function sectionEnd(headings, index, level, named) {
    for (let next = index + 1; next < headings.length; next++) {
        const other = headings[next];
        if (other !== undefined && endsSection(other, level, named))
            return other.start;
    }
    return undefined;
}
const deepestGroups = 3;
/**
 * In some changelogs, patch releases have headings of the third level, like the headings inside of a section. A deeper
 * heading of another series, such as a package, belongs to the section.
 */
function endsSection({ level, named }, outer, { versions }) {
    if (level < outer || (level === outer && (named !== undefined || level < deepestGroups)))
        return true;
    if (named === undefined)
        return false;
    const [own = '', first = ''] = [versions[0], named.versions[0]];
    const isNamedAlready = versions.some((one) => named.versions.some((other) => isSameVersion(one, other)));
    return !isNamedAlready && seriesOf(first) === seriesOf(own);
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

;// CONCATENATED MODULE: ./build/src/domain/changelogs/splice.js
/** A text with some parts replaced. All other bytes stay. */
function applySplices(text, splices) {
    const ordered = splices.toSorted((one, other) => other.start - one.start);
    return ordered.reduce((all, one) => all.slice(0, one.start) + one.text + all.slice(one.end), text);
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/changelog.js












/** The text of the section of a version or tag, without the heading. The links that it uses from elsewhere are added. */
function sectionOf(text, version, file = 'The changelog') {
    const changelog = parseChangelog(text);
    return withLinks(changelog, foundSection(changelog, version, file));
}
/** The version of a tag if the section of the tag is headed by it alone, without its series, such as `chart/`. */
function versionAlone(text, tag, file) {
    const { versions } = foundSection(parseChangelog(text), tag, file);
    return versions.some((one) => seriesOf(one) === seriesOf(tag)) ? undefined : bareVersion(tag);
}
function foundSection(changelog, version, file) {
    const [found, second] = sectionsNamed(changelog.sections, version);
    if (found === undefined)
        throw noSection(changelog, version, file);
    if (second !== undefined)
        throw new error/* ReleaseError */.K2(`${file} has two sections of ${version}, at lines ${found.line} and ${second.line}.`, {
            fix: 'Merge the two sections, or name the version in only one of the headings.',
            at: { file, line: second.line },
        });
    return found;
}
/** The format of a changelog. The generator adds a footer, and links every heading to a tree. */
function changelogFormatOf(text) {
    const { hasFooter, sections } = parseChangelog(text);
    const isGenerated = hasFooter || sections.some(({ heading }) => /^\[[^\]]+\]\([^)]*\/tree\//.test(heading));
    return isGenerated ? 'github-changelog-generator' : 'keep-a-changelog';
}
/** Where the section of a version would come from. Refuses a changelog in which this is not sure. */
function sectionOriginOf(text, version, format, file = 'The changelog') {
    const changelog = parseChangelog(text);
    const { origin } = insertionPointFor(changelog, version, format);
    const doubt = origin === 'there' ? undefined : (unreadableHeadings(changelog, file) ?? unclearHeading(changelog, version, file));
    if (doubt !== undefined)
        throw doubt;
    return origin;
}
/** Inserts a section in the order of versions. All other bytes stay. A section that exists stays as it is. */
function withSection(text, format, section) {
    const changelog = parseChangelog(text);
    const point = insertionPointFor(changelog, section.version, format);
    if (point.origin === 'there')
        return text;
    const splices = format === 'keep-a-changelog'
        ? [keepAChangelogSplice(section, changelog, point), ...linkSplices(section, changelog, point)]
        : [insertion(changelog, point.at, generatorSection(section, changelog))];
    const lineEnd = (0,markdown_lines/* lineEndOf */.v)(text);
    return applySplices(text, splices.map((one) => ({ ...one, text: one.text.replaceAll('\n', lineEnd) })));
}
function withLinks(changelog, section) {
    const body = bodyOf(changelog.text, section);
    const links = linksFor(body, changelog);
    return links.length === 0 ? body : [body, '', ...links].join((0,markdown_lines/* lineEndOf */.v)(changelog.text));
}
function insertionPointFor({ text, sections, tail }, version, format) {
    const outer = sections.filter((one) => !one.isInner);
    const released = outer.filter((one) => one.versions.some((other) => fitsSeries(other, version)));
    const open = outer.find((one) => one.isUnreleased);
    const isThere = sectionsNamed(sections, version).length > 0;
    const isNewest = !released.some((one) => (0,versions_version/* isLower */.cs)(bareVersion(version), versionNear(one, version)));
    const below = isNewest
        ? (released[0] ?? outer.find((one) => !one.isUnreleased))
        : released.find((one) => (0,versions_version/* isLower */.cs)(versionNear(one, version), bareVersion(version)));
    const becomes = format === 'keep-a-changelog' && isNewest && open !== undefined && (0,content/* hasContent */.o)(bodyOf(text, open));
    const end = isNewest ? (open?.end ?? tail) : (released.at(-1)?.end ?? tail);
    return {
        origin: isThere ? 'there' : becomes ? 'unreleased' : 'generated',
        at: becomes ? open.bodyStart : (below?.start ?? end),
        isNewest,
        below,
    };
}
/** Of a section about several versions, the one with the same major number: 0.67.0 of 1.45.0/0.67.0 for 0.68.0. */
function versionNear({ versions }, version) {
    const bare = versions.map(bareVersion);
    return bare.find((one) => Number.parseInt(one, 10) === Number.parseInt(bareVersion(version), 10)) ?? bare[0] ?? '';
}
/** If the unreleased section becomes the section of the release, only a heading is added. */
function keepAChangelogSplice(section, changelog, { origin, at }) {
    const { lines, level } = keepAChangelogHeading(section, changelog);
    if (origin === 'unreleased')
        return { start: at, end: at, text: `\n${lines.join('\n')}\n` };
    return insertion(changelog, at, [...lines, ...keepAChangelogGroups(section.items, level)]);
}
/** Inserts lines with a blank line before and after. An empty file gets a title. */
function insertion({ text }, at, lines) {
    const title = text.trim() === '' ? '# Changelog\n\n' : '';
    const isLast = text.length === at || /^\r?\n/.test(text.slice(at));
    const section = `${lines.join('\n')}\n${isLast ? '' : '\n'}`;
    return { start: at, end: at, text: `${title === '' ? blankLineAfter(text.slice(0, at)) : title}${section}` };
}
function blankLineAfter(before) {
    if (/(?:^\uFEFF?|\n\r?\n)$/.test(before))
        return '';
    return before.endsWith('\n') ? '\n' : '\n\n';
}
/**
 * The sections with exactly this name, or else those of the same version in another spelling. A name without the series
 * counts only in a file of one series: beside sections of chart/0.1.0, that of 0.1.0 is about something else.
 */
function sectionsNamed(sections, version) {
    const isSame = (other) => isSameVersion(other, version);
    const series = new Set(sections.flatMap(({ versions, isInner }) => (isInner ? [] : versions.map(seriesOf))));
    const ways = [
        ({ name }) => name === version,
        ({ versions }) => versions.includes(version),
        ({ versions }) => versions.some((other) => seriesOf(other) === seriesOf(version) && isSame(other)),
        ({ versions, isInner }) => series.size === 1 && !isInner && versions.some((other) => fitsSeries(other, version) && isSame(other)),
    ];
    const found = ways.map((way) => sections.filter(way)).find((some) => some.length > 0) ?? [];
    return found.some((one) => !one.isInner) ? found.filter((one) => !one.isInner) : found;
}
function noSection(changelog, version, file) {
    const { sections } = changelog;
    const doubt = unreadableHeadings(changelog, file) ?? unclearHeading(changelog, version, file);
    if (doubt !== undefined)
        return doubt;
    const there = sections.length === 0 ? 'no section of any version' : `sections of ${(0,domain_text/* abridged */.$y)(sections.map(({ name }) => name))}`;
    return new error/* ReleaseError */.K2(`${file} has no section of ${(0,domain_text/* quoted */.TL)(version)}. It has ${there}.`, {
        fix: 'Write the section before the release is tagged, or let update-changelog add it.',
        at: { file },
    });
}


/***/ }),

/***/ 22849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ hasContent)
/* harmony export */ });
/** Whether a section contains more than headings, comments and empty bullets. */
function hasContent(body) {
    const [begin = '', ...comments] = body.split('<!--');
    const visible = begin + comments.map((comment) => comment.slice(comment.indexOf('-->') + '-->'.length)).join('');
    return visible.replaceAll(/^[ \t]*(?:#.*|[-*+][ \t]*)$/gm, '').trim() !== '';
}


/***/ }),

/***/ 87612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inUrl)
/* harmony export */ });
/** A tag in a URL, escaped so that no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ })

};
