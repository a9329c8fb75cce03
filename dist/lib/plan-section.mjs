export const id = 6765;
export const ids = [6765,2533];
export const modules = {

/***/ 98729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planSection: () => (/* binding */ planSection)
});

// EXTERNAL MODULE: ./build/src/domain/changelogs/changelog.js + 10 modules
var changelog = __webpack_require__(16077);
// EXTERNAL MODULE: ./build/src/domain/changelogs/content.js
var content = __webpack_require__(22849);
// EXTERNAL MODULE: ./build/src/domain/repositories/in-url.js
var in_url = __webpack_require__(87612);
// EXTERNAL MODULE: ./build/actions/update-changelog/generated.js
var generated = __webpack_require__(15438);
// EXTERNAL MODULE: ./build/src/domain/repositories/remote.js
var remote = __webpack_require__(98337);
// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(72979);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tags_tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/changelogs/release.js
var release = __webpack_require__(63445);
;// CONCATENATED MODULE: ./build/actions/update-changelog/unreleased.js





/**
 * What a section needs that the text under Unreleased becomes: names for its links. The tags of the checkout and those
 * in the links of the changelog tell them, so no server is asked. Only a given tag that is not among them is looked up.
 */
async function lookAtUnreleased({ possible, given, changelog }, { event, git }) {
    const [local, page] = await (0,parallel/* together */.bs)([git.tags.here(), pageOf({ event, git })]);
    const linked = [...changelog.matchAll(/\/compare\/([^\s()]+?)\.{2,3}/g)].map(([, name = '']) => decoded(name));
    const known = [...new Set([...local.keys(), ...linked])];
    if (given !== undefined && !known.includes(given) && !(await git.remotes.refs(release/* origin */.TG)).tags.has(given))
        throw (0,release/* noTag */.eB)(given);
    const { tag, others } = (0,release/* tagAmong */.xQ)(possible, known);
    const previous = given ?? (0,tags_tag/* previousTag */.W8)(tag, others)?.name;
    return {
        tag: tag.name,
        previous,
        page,
        items: [],
        notes: [
            ...(previous === undefined ? [] : [`The release before ${tag.name} is ${previous}.`]),
            'The text under Unreleased becomes the section. Nothing is generated.',
        ],
    };
}
/** The page of the repository: on the server of the run, or on the server of its origin. */
async function pageOf({ event, git }) {
    const address = (await git.remotes.has(release/* origin */.TG.remote)) ? await git.remotes.address(release/* origin */.TG) : '';
    const [repository, path] = [(0,repositories_repository/* repositoryOn */.Y)(event.server, address), (0,remote/* importPath */.LM)(address)];
    if (repository !== undefined)
        return event.urlOf(repository);
    return path === undefined ? (event.repositoryUrl ?? event.server) : `https://${path}`;
}
const decoded = (part) => part.replaceAll(/%([\dA-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

;// CONCATENATED MODULE: ./build/actions/update-changelog/plan-section.js





/** Adds the section to the changelog, unless it is there. */
async function planSection({ version, path: file, format, date = today() }, { asked, seen, fromGitHub }, { event, files, git, github }) {
    const [{ name }] = asked.possible;
    const before = seen?.text ?? '';
    const form = format ?? (0,changelog/* changelogFormatOf */.Fb)(before);
    const origin = (0,changelog/* sectionOriginOf */.bo)(before, name, form, file);
    if (origin === 'there') {
        const section = (0,changelog.sectionOf)(before, name, file);
        return {
            changes: [],
            notes: [`${file} already has a section of ${version}. It is not changed.`, ...emptiness(section, version)],
            outputs: { section },
        };
    }
    const { tag, previous, page, items, notes } = fromGitHub ??
        (origin === 'generated'
            ? await (0,generated/* generated */.g)(asked, { event, git, github })
            : await lookAtUnreleased({ ...asked, changelog: before }, { event, git }));
    const after = (0,changelog/* withSection */.iG)(before, form, { version: tag, tag, previous, page, date, items });
    const section = (0,changelog.sectionOf)(after, tag, file);
    return {
        changes: [seen && (await files.edit(seen, after, { title: `Add the section of ${tag} to ${seen.path}` }))],
        facts: () => [
            { name: 'Version', value: tag },
            previous !== undefined && {
                name: 'Previous tag',
                value: previous,
                url: `${page}/releases/tag/${(0,in_url/* inUrl */.H)(previous)}`,
            },
        ],
        notes: [...notes, ...emptiness(section, tag)],
        outputs: { section },
    };
}
const emptiness = (section, version) => (0,content/* hasContent */.o)(section) ? [] : [`The section of ${version} says nothing: release notes from it would be empty.`];
const today = () => new Date().toISOString().slice(0, 10);


/***/ }),

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


/***/ })

};
