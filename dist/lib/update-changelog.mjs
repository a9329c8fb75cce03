export const id = "update-changelog";
export const ids = ["update-changelog"];
export const modules = {

/***/ 9035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ update_changelog_action)
});

// EXTERNAL MODULE: ./build/src/domain/changelogs/changelog.js + 7 modules
var changelog = __webpack_require__(3276);
// EXTERNAL MODULE: ./build/src/domain/changelogs/keep-a-changelog.js
var keep_a_changelog = __webpack_require__(7918);
// EXTERNAL MODULE: ./build/src/domain/repositories/in-url.js
var in_url = __webpack_require__(7612);
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
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(2979);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 2 modules
var tags_tag = __webpack_require__(6418);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(8242);
;// CONCATENATED MODULE: ./build/actions/update-changelog/release.js






const origin = { remote: 'origin', direction: 'fetch' };
/** The given tag, or the tags that a bare version would have in all streams that it fits. */
async function tagsFor(given, streams) {
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
/** The tag of a coming release, and the tags of its series: those of the first possible tag that has some. */
function tagAmong(possible, names) {
    const all = possible.map((tag) => ({ tag, others: (0,tags_tag/* tagsInSeries */.gQ)(tag, names) }));
    return all.find(({ others }) => others.length > 0) ?? { tag: possible[0], others: [] };
}
/** Reads the facts of a coming release. */
async function lookAtRelease({ possible, given }, { event, git }) {
    const [head, local, address] = await (0,parallel/* together */.bs)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.address(origin),
    ]);
    const repository = (0,repositories_repository/* repositoryOn */.Y)(event.server, address) ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, event.repositoryUrl ?? '');
    if (repository === undefined)
        throw notOnServer(event.server, address);
    const tags = new Map([...local, ...(await git.remotes.refs(origin)).tags]);
    const { tag, others } = tagAmong(possible, [...tags.keys()]);
    const previous = given ?? (0,tags_tag/* previousTag */.W8)(tag, others)?.name;
    if (given !== undefined && !tags.has(given))
        throw noTag(given);
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

// EXTERNAL MODULE: ./build/src/domain/repositories/remote.js
var remote = __webpack_require__(8337);
;// CONCATENATED MODULE: ./build/actions/update-changelog/unreleased.js





/**
 * What a section needs that the text under Unreleased becomes: names for its links. The tags of the checkout and those
 * in the links of the changelog tell them, so no server is asked. Only a given tag that is not among them is looked up.
 */
async function lookAtUnreleased({ possible, given, changelog }, { event, git }) {
    const [local, page] = await (0,parallel/* together */.bs)([git.tags.here(), pageOf({ event, git })]);
    const linked = [...changelog.matchAll(/\/compare\/([^\s()]+?)\.{2,3}/g)].map(([, name = '']) => decoded(name));
    const known = [...new Set([...local.keys(), ...linked])];
    if (given !== undefined && !known.includes(given) && !(await git.remotes.refs(origin)).tags.has(given))
        throw noTag(given);
    const { tag, others } = tagAmong(possible, known);
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
    const address = (await git.remotes.has(origin.remote)) ? await git.remotes.address(origin) : '';
    const [repository, path] = [(0,repositories_repository/* repositoryOn */.Y)(event.server, address), (0,remote/* importPath */.LM)(address)];
    if (repository !== undefined)
        return event.urlOf(repository);
    return path === undefined ? (event.repositoryUrl ?? event.server) : `https://${path}`;
}
const decoded = (part) => part.replaceAll(/%([\dA-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

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
    example: '--version v1.2.3',
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
        const [tags, seen] = await (0,parallel/* together */.bs)([tagsFor(version, streams), file === undefined ? undefined : files.look(file)]);
        const before = seen?.text ?? '';
        const form = format ?? (0,changelog/* changelogFormatOf */.Fb)(before);
        const origin = (0,changelog/* sectionOriginOf */.bo)(before, tags[0].name, form, file);
        if (origin === 'there') {
            const section = (0,changelog/* sectionOf */.ZE)(before, tags[0].name, file);
            return {
                changes: [],
                notes: [`${file} already has a section of ${version}. It is not changed.`, ...emptiness(section, version)],
                outputs: { section },
            };
        }
        const asked = { possible: tags, given: previousTag };
        const { tag, previous, page, items, notes } = origin === 'generated'
            ? await generated(asked, { event, git, github })
            : await lookAtUnreleased({ ...asked, changelog: before }, { event, git });
        const after = (0,changelog/* withSection */.iG)(before, form, { version: tag, tag, previous, page, date, items });
        const section = (0,changelog/* sectionOf */.ZE)(after, tag, file);
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
    },
}));
/** A section that is generated from what was merged and closed. */
async function generated(asked, world) {
    const release = await lookAtRelease(asked, world);
    const work = await lookAtWork(release, world);
    return { ...release, items: work.items, notes: [...release.notes, ...work.notes] };
}
const emptiness = (section, version) => (0,keep_a_changelog/* hasContent */.ov)(section) ? [] : [`The section of ${version} says nothing: release notes from it would be empty.`];
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


/***/ })

};
