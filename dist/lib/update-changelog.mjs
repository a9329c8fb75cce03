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
var changelog = __webpack_require__(3276);
// EXTERNAL MODULE: ./build/src/domain/changelogs/keep-a-changelog.js
var keep_a_changelog = __webpack_require__(7918);
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
    const [head, local, remote, address] = await (0,parallel/* together */.bs)([
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
        const origin = (0,changelog/* sectionOriginOf */.bo)(before, tags[0].name, form, file);
        if (origin === 'there') {
            const section = (0,changelog/* sectionOf */.ZE)(before, tags[0].name, file);
            return {
                changes: [],
                notes: [`${file} already has a section of ${version}. It is not changed.`, ...emptiness(section, version)],
                outputs: { section },
            };
        }
        const release = await lookAtRelease(tags, previousTag, { event, git });
        const { tag } = release;
        const work = origin === 'generated' ? await lookAtWork(release, { git, github }) : nothingGenerated;
        const after = (0,changelog/* withSection */.iG)(before, form, { ...release, version: tag, date, items: work.items });
        const section = (0,changelog/* sectionOf */.ZE)(after, tag, file);
        return {
            changes: [seen && (await files.edit(seen, after, { title: `Add the section of ${tag} to ${seen.path}` }))],
            notes: [...release.notes, ...work.notes, ...emptiness(section, tag)],
            outputs: { section },
        };
    },
}));
const nothingGenerated = {
    items: [],
    notes: ['The text under Unreleased becomes the section. Nothing is generated.'],
};
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
