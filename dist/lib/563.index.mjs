export const id = 563;
export const ids = [563];
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
var changelog = __webpack_require__(5900);
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
/** The tag itself, or those that a version would have in the streams that have such versions. */
function tagsFor(given, streams) {
    const tag = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(given, streams));
    if (!(tag instanceof error/* ReleaseError */.K2) && !/^\{\w+\}$/.test(tag.stream.pattern))
        return [tag];
    const [first, ...others] = streams.flatMap((stream) => filledIn(stream, given));
    if (first !== undefined)
        return [first, ...others];
    throw tag;
}
function filledIn(stream, given) {
    const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
        const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
        const tag = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(name, [stream]));
        return tag instanceof error/* ReleaseError */.K2 ? [] : [tag];
    });
    return tags.slice(0, 1);
}
/** Of several tags that are possible it is the one whose stream has tags already, or else the first. */
async function lookAtRelease(possible, given, { event, git }) {
    const [head, local, remote, address] = await (0,parallel/* together */.b)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.refs(origin),
        git.remotes.address(origin),
    ]);
    const tags = new Map([...local, ...remote.tags]);
    const siblingsOf = (one) => (0,tags_tag/* siblings */.wE)(one, [...tags.keys()]);
    const tag = possible.find((one) => siblingsOf(one).length > 0) ?? possible[0];
    const others = siblingsOf(tag);
    const previous = given ?? (0,tags_tag/* previousTag */.W8)(tag, others)?.name;
    if (given !== undefined && !tags.has(given))
        throw noTag(given);
    const repository = (0,repositories_repository/* repositoryOn */.Y)(event.server, address) ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, event.repositoryUrl ?? '');
    if (repository === undefined)
        throw elsewhere(event.server, address);
    return {
        tag: tag.name,
        head: head.sha,
        previous,
        from: tags.get(previous ?? '')?.commit,
        isBackport: others.some(({ version }) => !version.isPrerelease && (0,versions_version/* compareVersions */.Zy)(version, tag.version) > 0),
        repository,
        page: event.urlOf(repository),
        notes: notesOn(tag.name, previous, tags),
    };
}
function notesOn(name, previous, tags) {
    return [
        previous === undefined ? `${name} is the first release of its stream.` : `${name} follows ${previous}.`,
        ...(tags.has(name) ? [`${name} is tagged already: what is written now is not in it.`] : []),
    ];
}
const noTag = (name) => new error/* ReleaseError */.K2(`There is no tag ${(0,domain_text/* quoted */.TL)(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
});
const elsewhere = (server, address) => new error/* ReleaseError */.K2(`origin is ${address}, which is no repository on ${server}.`, {
    fix: 'Run it in a checkout of a repository there, or set GITHUB_SERVER_URL.',
});

;// CONCATENATED MODULE: ./build/actions/update-changelog/work.js


// GitHub dates a merge, and the closing of what it fixes, some seconds beside the commit that it makes.
const slack = 60;
/** What a release brings: pull requests whose merge is in it, and issues that were closed since the release before. */
async function lookAtWork({ head, previous, from, repository, isBackport }, { git, github }) {
    const range = await git.history.range(origin, from, head);
    const start = range.earliest ?? range.begins;
    const { pulls, issues } = await github.doneSince(repository, {
        merged: from === undefined || start === undefined ? undefined : start - slack,
        closed: range.begins === undefined ? undefined : range.begins + slack,
    });
    const merged = pulls.filter(({ commit }) => range.commits.has(commit));
    const elsewhere = pulls.filter((pull) => !merged.includes(pull) && pull.mergedAt > (range.begins ?? 0));
    const closed = isBackport ? [] : issues;
    const since = previous === undefined ? '' : ` since ${previous}`;
    return {
        items: [...merged, ...closed],
        notes: [
            `${merged.length} pull requests were merged, and ${closed.length} issues closed${since}.`,
            ...(elsewhere.length === 0 ? [] : [leftOut(elsewhere)]),
            ...(isBackport ? ['Closed issues are left out: nobody can tell which of them a backport closes.'] : []),
        ],
    };
}
const leftOut = (pulls) => `Left out, because HEAD does not have them: ${(0,domain_text/* abridged */.$y)(pulls.map(({ number }) => `#${number}`))}.`;

;// CONCATENATED MODULE: ./build/actions/update-changelog/action.js








/* harmony default export */ const update_changelog_action = ((0,action/* defineAction */.Q)({
    name: 'Update changelog',
    description: 'Give a changelog the section of a version, from what was merged and closed since the release before.',
    inputs: {
        version: (0,input/* text */.Qq)('The version that is released, or its tag.'),
        path: (0,input/* input */.hF)('The changelog. none: only the output is wanted.', pathOrNone).or('CHANGELOG.md'),
        previousTag: (0,input/* text */.Qq)('The tag of the release before. Without it, the newest older one of the same stream, as parse-tag finds it.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, as parse-tag takes them; a version is of the first that it fits and that has tags.', stream/* parseStreams */.Rg).or(stream/* anyStreams */.GL),
        format: (0,input/* choice */.Yq)('Without it, the file tells; a new one is a keep-a-changelog.', changelog/* formats */.Fx).optional(),
        date: (0,input/* input */.hF)('The date of the release. Without it, today, in UTC.', isoDate).optional(),
    },
    outputs: {
        section: 'The section, as Markdown, without its heading.',
    },
    permissions: {
        'contents: read': 'to see the tags and commits',
        'issues: read': 'to see what was closed',
        'pull-requests: read': 'to see what was merged',
    },
    async plan({ version, path: file, previousTag, streams, format, date = today() }, { event, files, git, github }) {
        const tags = tagsFor(version, streams);
        const seen = file === undefined ? undefined : await files.look(file);
        const before = seen?.text ?? '';
        const form = format ?? (0,changelog/* formatOf */.be)(before);
        const origin = (0,changelog/* originOf */.yv)(before, tags[0].name, form);
        if (origin === 'there') {
            const section = (0,changelog/* sectionOf */.ZE)(before, tags[0].name, file);
            return {
                changes: [],
                notes: [`${file} has a section of ${version}, which stays as it is.`],
                outputs: { section },
            };
        }
        const release = await lookAtRelease(tags, previousTag, { event, git });
        const { tag } = release;
        const work = origin === 'generated' ? await lookAtWork(release, { git, github }) : taken;
        const after = (0,changelog/* withSection */.iG)(before, form, { ...release, version: tag, date, items: work.items });
        return {
            changes: [seen && (await files.edit(seen, after, `Add the section of ${tag} to ${seen.path}`))],
            notes: [...release.notes, ...work.notes],
            outputs: { section: (0,changelog/* sectionOf */.ZE)(after, tag, file) },
        };
    },
}));
const taken = { items: [], notes: ['What stands under Unreleased becomes the section; nothing is generated.'] };
function pathOrNone(value) {
    return value.trim() === 'none' ? undefined : (0,input/* path */.Ae)('').read(value);
}
function isoDate(value) {
    const date = value.trim();
    const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
    if (isDay && new Date(date).toISOString().startsWith(date))
        return date;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}.`, { fix: 'Give a day such as 2026-01-31.' });
}
const today = () => new Date().toISOString().slice(0, 10);


/***/ })

};
