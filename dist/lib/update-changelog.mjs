export const id = "update-changelog";
export const ids = ["update-changelog"];
export const modules = {

/***/ 8563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ update_changelog_action)
});

// EXTERNAL MODULE: ./build/src/domain/changelogs/changelog.js + 7 modules
var changelog = __webpack_require__(9774);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(8304);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(4502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(2979);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js
var tags_tag = __webpack_require__(234);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(8242);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
;// CONCATENATED MODULE: ./build/actions/update-changelog/release.js






const origin = { remote: 'origin', direction: 'fetch' };
/** The given tag, or the tags that a bare version would have in all streams that it fits. */
function tagsFor(given, streams) {
    const tag = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(given, streams));
    if (!(tag instanceof error/* ReleaseError */.K2) && !/^\{\w+\}$/.test(tag.stream.pattern))
        return [tag];
    const [first, ...others] = streams.flatMap((stream) => tagInStream(stream, given));
    if (first !== undefined)
        return [first, ...others];
    throw tag;
}
function tagInStream(stream, given) {
    const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
        const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
        const tag = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(name, [stream]));
        return tag instanceof error/* ReleaseError */.K2 ? [] : [tag];
    });
    return tags.slice(0, 1);
}
/** Reads the facts of a coming release. Of several possible tags it takes the first whose stream has tags, else the first. */
async function lookAtRelease(possible, given, { event, git }) {
    const [head, local, remote, address] = await (0,parallel/* together */.b)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.refs(origin),
        git.remotes.address(origin),
    ]);
    const tags = new Map([...local, ...remote.tags]);
    const siblingsOf = (one) => (0,tags_tag/* tagsInSeries */.gQ)(one, [...tags.keys()]);
    const tag = possible.find((one) => siblingsOf(one).length > 0) ?? possible[0];
    const others = siblingsOf(tag);
    const previous = given ?? (0,tags_tag/* previousTag */.W8)(tag, others)?.name;
    if (given !== undefined && !tags.has(given))
        throw noTag(given);
    const repository = (0,repositories_repository/* repositoryOn */.Y)(event.server, address) ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, event.repositoryUrl ?? '');
    if (repository === undefined)
        throw notOnServer(event.server, address);
    return {
        tag: tag.name,
        head: head.sha,
        previous,
        from: tags.get(previous ?? '')?.commit,
        isBackport: others.some(({ version }) => !version.isPrerelease && (0,versions_version/* compareVersions */.Zy)(version, tag.version) > 0),
        repository,
        page: event.urlOf(repository),
        notes: releaseNotes(tag.name, previous, tags),
    };
}
function releaseNotes(name, previous, tags) {
    return [
        previous === undefined
            ? `There is no older release than ${name} in its stream.`
            : `The release before ${name} is ${previous}.`,
        ...(tags.has(name) ? [`The tag ${name} already exists: it does not contain this section.`] : []),
    ];
}
const noTag = (name) => new error/* ReleaseError */.K2(`There is no tag ${(0,domain_text/* quoted */.TL)(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
});
const notOnServer = (server, address) => new error/* ReleaseError */.K2(`origin is ${address}, which is not a repository on ${server}.`, {
    fix: `Run it in a checkout of a repository on ${server}, or set GITHUB_SERVER_URL to the right server.`,
});

;// CONCATENATED MODULE: ./build/actions/update-changelog/work.js


// The times that GitHub records for a merge, and for issues that it closes, differ some seconds from the merge commit's.
const toleratedSeconds = 60;
// Why: docs/decisions.md D25
/** What a release contains: pull requests whose merge commit is in it, and issues closed since the previous release. */
async function lookAtWork({ head, previous, from, repository, isBackport }, { git, github }) {
    const range = await git.history.range(origin, from, head);
    const start = range.earliest ?? range.begins;
    const { completedWork } = await github();
    const { pulls, issues } = await completedWork.since(repository, {
        merged: from === undefined || start === undefined ? undefined : start - toleratedSeconds,
        closed: range.begins === undefined ? undefined : range.begins + toleratedSeconds,
    });
    const merged = pulls.filter(({ commit }) => range.commits.has(commit));
    const notInHead = pulls.filter((pull) => !merged.includes(pull) && pull.mergedAt > (range.begins ?? 0));
    const closed = isBackport ? [] : issues;
    const since = previous === undefined ? '' : ` since ${previous}`;
    return {
        items: [...merged, ...closed],
        notes: [
            `${merged.length} pull requests were merged, and ${closed.length} issues were closed${since}.`,
            ...(notInHead.length === 0 ? [] : [leftOut(notInHead)]),
            ...(isBackport ? ['Closed issues are left out: it is unknown which of them belong to a backport.'] : []),
        ],
    };
}
const leftOut = (pulls) => `Left out, because HEAD does not contain their merge commits: ${(0,domain_text/* abridged */.$y)(pulls.map(({ number }) => `#${number}`))}.`;

;// CONCATENATED MODULE: ./build/actions/update-changelog/action.js








/* harmony default export */ const update_changelog_action = ((0,action/* defineAction */.Q)({
    name: 'Update changelog',
    description: 'Add the section of a version to a changelog, from what was merged and closed since the previous release.',
    inputs: {
        version: (0,input/* text */.Qq)('The version to release, or its tag.'),
        path: (0,input/* input */.hF)('The changelog file. none: change no file, only set the output section.', pathOrNone).or('CHANGELOG.md'),
        previousTag: (0,input/* text */.Qq)('The tag of the previous release. Default: the newest older tag of the same stream, as parse-tag finds it.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, in the same form as for parse-tag. The version belongs to the first stream that fits and has tags.', stream/* parseStreams */.Rg).or(stream/* anyStreams */.GL),
        format: (0,input/* choice */.Yq)('The format of the changelog. Default: the format of the file; for an empty file, keep-a-changelog.', changelog/* changelogFormats */.H6).optional(),
        date: (0,input/* input */.hF)('The date of the release, such as 2026-01-31. Default: today, in UTC.', parseDate).optional(),
    },
    outputs: {
        section: 'The section as Markdown, without its heading.',
    },
    permissions: {
        'contents: read': 'to read tags and commits',
        'issues: read': 'to read closed issues',
        'pull-requests: read': 'to read merged pull requests',
    },
    async plan({ version, path: file, previousTag, streams, format, date = today() }, { event, files, git, github }) {
        const tags = tagsFor(version, streams);
        const seen = file === undefined ? undefined : await files.look(file);
        const before = seen?.text ?? '';
        const form = format ?? (0,changelog/* changelogFormatOf */.Fb)(before);
        const origin = (0,changelog/* sectionOriginOf */.bo)(before, tags[0].name, form);
        if (origin === 'there') {
            const section = (0,changelog/* sectionOf */.ZE)(before, tags[0].name, file);
            return {
                changes: [],
                notes: [`${file} already has a section of ${version}. It is not changed.`],
                outputs: { section },
            };
        }
        const release = await lookAtRelease(tags, previousTag, { event, git });
        const { tag } = release;
        const work = origin === 'generated' ? await lookAtWork(release, { git, github }) : nothingGenerated;
        const after = (0,changelog/* withSection */.iG)(before, form, { ...release, version: tag, date, items: work.items });
        return {
            changes: [seen && (await files.edit(seen, after, { title: `Add the section of ${tag} to ${seen.path}` }))],
            notes: [...release.notes, ...work.notes],
            outputs: { section: (0,changelog/* sectionOf */.ZE)(after, tag, file) },
        };
    },
}));
const nothingGenerated = {
    items: [],
    notes: ['The text under Unreleased becomes the section. Nothing is generated.'],
};
function pathOrNone(value) {
    return value.trim() === 'none' ? undefined : (0,input/* path */.Ae)('').read(value);
}
function parseDate(value) {
    const date = value.trim();
    const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
    if (isDay && new Date(date).toISOString().startsWith(date))
        return date;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not a date.`, { fix: 'Give a date such as 2026-01-31.' });
}
const today = () => new Date().toISOString().slice(0, 10);


/***/ }),

/***/ 9774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fb: () => (/* binding */ changelogFormatOf),
  H6: () => (/* binding */ changelogFormats),
  ZE: () => (/* binding */ sectionOf),
  bo: () => (/* binding */ sectionOriginOf),
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
    const line = title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
    const parts = line.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
    // Of three parts, the second is code, and the third its marks.
    const escaped = parts.map((part, index) => [part.replaceAll(/[\\<>*_()[\]#`]/g, '\\$&'), part, ''][index % 3]);
    return escaped
        .join('')
        .replace(/^([-+=~]|\d+(?=[.)]))([.)]?)/, (_, mark, dot) => dot === '' ? `\\${mark}` : `${mark}\\${dot}`);
}

;// CONCATENATED MODULE: ./build/src/domain/changelogs/new-section.js
/** The page that compares a release with the previous one. For the first release, the page of the release. */
const comparison = ({ page, previous, tag }) => previous === undefined ? `${page}/releases/tag/${inUrl(tag)}` : `${page}/compare/${inUrl(previous)}...${inUrl(tag)}`;
/** A tag in a URL, escaped so that no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

;// CONCATENATED MODULE: ./build/src/domain/changelogs/generator.js


/**
 * A section as github-changelog-generator writes it, in lines:
 * https://github.com/github-changelog-generator/github-changelog-generator/blob/v1.16.4/lib/github_changelog_generator/generator/entry.rb
 */
function generatorSection(section, changelog) {
    const { tag, page, date, previous } = section;
    const heading = `## [${tag}](${page}/tree/${inUrl(tag)}) (${date})`;
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

;// CONCATENATED MODULE: ./build/src/domain/changelogs/markdown-lines.js
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

;// CONCATENATED MODULE: ./build/src/domain/changelogs/section.js

function parseChangelog(text) {
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
/** The text of a section, without its heading and the blank lines around it. */
const bodyOf = (text, { bodyStart, end }) => text
    .slice(bodyStart, end)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
/** A version for comparison: without the prefix of its stream and without `v`. */
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
            end: sectionEnd(headings, index, level) ?? tail,
        };
    });
}
function sectionEnd(headings, index, level) {
    for (let next = index + 1; next < headings.length; next++) {
        const other = headings[next];
        if (other !== undefined && endsSection(other, level))
            return other.line.start;
    }
    return undefined;
}
/** In some changelogs, patch releases have headings of the third level, like the headings inside of a section. */
const endsSection = (other, level) => other.name !== undefined || other.level < level || (other.level === level && level < deepest);
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
/** The text of a link counts, not its target: `[1.2.0](…/tree/1.1.0) (2020-05-12) (BROKEN)` is of 1.2.0. */
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
function keepAChangelogHeading(section, { sections }) {
    const neighbour = sections.find((one) => !one.isUnreleased) ?? sections[0];
    const { heading = '', level = 2 } = neighbour ?? {};
    return `${'#'.repeat(level)} ${nameOf(section, neighbour)}${dateOf(section, neighbour, heading)}`;
}
function nameOf(section, neighbour) {
    const name = versionLike(section, neighbour);
    if (neighbour === undefined || !neighbour.heading.includes(`[${neighbour.name}]`))
        return name;
    return neighbour.heading.includes('](') ? `[${name}](${comparison(section)})` : `[${name}]`;
}
function dateOf({ date }, neighbour, heading) {
    if (/\(\d{4}-\d\d-\d\d\)/.test(heading))
        return ` (${date})`;
    const isUndated = neighbour !== undefined && !neighbour.isUnreleased && !/\d{4}-\d\d-\d\d/.test(heading);
    return isUndated ? '' : ` - ${date}`;
}
const versionLike = ({ version }, neighbour) => `${/^v\d/i.test(neighbour?.name ?? '') ? 'v' : ''}${bareVersion(version)}`;
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
/** Whether a section contains more than headings, comments and empty bullets. */
function hasContent(body) {
    const [begin = '', ...comments] = body.split('<!--');
    const visible = begin + comments.map((comment) => comment.slice(comment.indexOf('-->') + '-->'.length)).join('');
    return visible.replaceAll(/^[ \t]*(?:#.*|[-*+][ \t]*)$/gm, '').trim() !== '';
}
/** Updates the links at the end, if there are some: the link of Unreleased begins at the new tag. */
function linkSplices(section, { definitions, text, sections }, { isNewest, below }) {
    const label = versionLike(section, below ?? sections.find((one) => !one.isUnreleased));
    const named = (name) => definitions.find((one) => one.label.toLowerCase() === name?.toLowerCase());
    const [open, old] = [named('unreleased'), named(below?.name)];
    const model = (isNewest ? open : undefined) ?? old;
    if (model === undefined || named(label) !== undefined)
        return [];
    const [, before = '', from = '', dots = '', to = ''] = /^(.*\/compare\/)(.+?)(\.{2,3})(.+)$/.exec(model.url) ?? [];
    const start = section.previous === undefined ? from : inUrl(section.previous);
    const url = before === '' || start === '' ? comparison(section) : `${before}${start}${dots}${inUrl(section.tag)}`;
    const line = `[${label}]: ${url}`;
    const added = model === open ? lineAfter(text, model, line) : { start: model.start, end: model.start, text: `${line}\n` };
    const moved = model === open && before !== '' ? [changedUrl(model, `${before}${inUrl(section.tag)}${dots}${to}`)] : [];
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

;// CONCATENATED MODULE: ./build/src/domain/changelogs/splice.js
/** A text with some parts replaced. All other bytes stay. */
function applySplices(text, splices) {
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








const changelogFormats = ['keep-a-changelog', 'github-changelog-generator'];
/** The text of the section of a version, without the heading. */
function sectionOf(text, version, file = 'The changelog') {
    const { sections } = parseChangelog(text);
    const [found, second] = sectionsNamed(sections, version);
    if (found === undefined)
        throw noSection(file, version, sections);
    if (second !== undefined)
        throw new error/* ReleaseError */.K2(`${file} has two sections of ${version}, at lines ${found.line} and ${second.line}.`, {
            fix: 'Merge the two sections.',
        });
    return bodyOf(text, found);
}
/** The format of a changelog. The generator adds a footer, and links every heading to a tree. */
function changelogFormatOf(text) {
    const { hasFooter, sections } = parseChangelog(text);
    const isGenerated = hasFooter || sections.some(({ heading }) => /^\[[^\]]+\]\([^)]*\/tree\//.test(heading));
    return isGenerated ? 'github-changelog-generator' : 'keep-a-changelog';
}
/** Where the section of a version would come from. */
function sectionOriginOf(text, version, format) {
    return insertionPointFor(parseChangelog(text), version, format).origin;
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
    const lineEnd = lineEndOf(text);
    return applySplices(text, splices.map((one) => ({ ...one, text: one.text.replaceAll('\n', lineEnd) })));
}
function insertionPointFor({ text, sections, tail }, version, format) {
    const bare = bareVersion(version);
    const released = sections.filter((one) => !one.isUnreleased);
    const open = sections.find((one) => one.isUnreleased);
    const isThere = sectionsNamed(released, version).length > 0;
    const isNewest = !released.some((one) => (0,versions_version/* isLower */.cs)(bare, bareVersion(one.name)));
    const below = isNewest ? released[0] : released.find((one) => (0,versions_version/* isLower */.cs)(bareVersion(one.name), bare));
    const becomes = format === 'keep-a-changelog' && isNewest && open !== undefined && hasContent(bodyOf(text, open));
    const end = isNewest ? (open?.end ?? tail) : (released.at(-1)?.end ?? tail);
    return {
        origin: isThere ? 'there' : becomes ? 'unreleased' : 'generated',
        at: becomes ? open.bodyStart : (below?.start ?? end),
        isNewest,
        below,
    };
}
/** If the unreleased section becomes the section of the release, only a heading is added. */
function keepAChangelogSplice(section, changelog, { origin, at }) {
    const heading = keepAChangelogHeading(section, changelog);
    if (origin === 'unreleased')
        return { start: at, end: at, text: `\n${heading}\n` };
    const level = /^#+/.exec(heading)?.[0].length ?? 2;
    return insertion(changelog, at, [heading, ...keepAChangelogGroups(section.items, level)]);
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
/** The sections with exactly this name, or else those of the same version in another spelling. */
function sectionsNamed(sections, version) {
    const exact = sections.filter(({ name }) => name === version);
    if (exact.length > 0)
        return exact;
    const isSame = ({ name }) => bareVersion(name).toLowerCase() === bareVersion(version).toLowerCase();
    return sections.filter((one) => !one.isUnreleased && isSame(one));
}
function noSection(file, version, sections) {
    const there = sections.length === 0 ? 'no section of any version' : `sections of ${(0,domain_text/* abridged */.$y)(sections.map(({ name }) => name))}`;
    return new error/* ReleaseError */.K2(`${file} has no section of ${(0,domain_text/* quoted */.TL)(version)}. It has ${there}.`, {
        fix: 'Write the section before the release is tagged, or let update-changelog add it.',
    });
}


/***/ })

};
