export const id = "open";
export const ids = ["open"];
export const modules = {

/***/ 42671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookHere: () => (/* binding */ lookHere),
  openIssue: () => (/* binding */ openIssue)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/src/domain/issue-templates/placeholders.js
/**
 * Replaces `{tag}` and the like in one pass, so that a value is never searched. Braces around other words stay. Templates for
 * people often have vX.Y.Z and X.Y.Z instead.
 */
const filled = (text, values) => text.replaceAll(/\{([a-z-]+)\}|\bv?X\.Y\.Z\b/g, (whole, name) => {
    const key = name ?? (whole.startsWith('v') ? 'tag' : 'version');
    return values[key] ?? whole;
});
/** Whether a text has one of these placeholders. */
const asksFor = (text, names) => filled(text, Object.fromEntries(names.map((name) => [name, '\0']))).includes('\0');

// EXTERNAL MODULE: ./build/src/domain/release-issues/marker.js
var release_issues_marker = __webpack_require__(69797);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/plans/release-issue.js
var release_issue = __webpack_require__(57889);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/actions/release-issue/contract.js
var contract = __webpack_require__(60376);
// EXTERNAL MODULE: ./build/src/domain/changelogs/changelog.js + 10 modules
var changelogs_changelog = __webpack_require__(16077);
// EXTERNAL MODULE: ./build/src/plans/changelogs/release.js
var changelogs_release = __webpack_require__(63445);
// EXTERNAL MODULE: ./build/src/plans/changelogs/work.js
var changelogs_work = __webpack_require__(29371);
;// CONCATENATED MODULE: ./build/actions/release-issue/placeholders.js





/** Refuses a tag of no stream, if a text asks for its version. */
async function refuseUnknownVersion(text, { tags, streams }) {
    if (asksFor(text, ofVersion))
        await (0,changelogs_release/* tagsFor */.Nj)(tags[0] ?? '', streams);
}
const ofVersion = ['version', 'previous-tag', 'changelog'];
/** The values of the placeholders that a text has. Only what it asks for is looked up. */
async function placeholdersFor(text, { tags, commit, streams, previousTag }, world) {
    const [tag = ''] = tags;
    const values = { tag, tags: (0,domain_text/* listed */.KE)(tags), commit };
    if (!asksFor(text, ofVersion))
        return { values, notes: [] };
    const possible = await (0,changelogs_release/* tagsFor */.Nj)(tag, streams);
    const { version: parsed } = (0,changelogs_release/* tagAmong */.xQ)(possible, []).tag;
    const version = parsed[parsed.scheme] ?? tag;
    if (!asksFor(text, ['previous-tag', 'changelog']))
        return { values: { ...values, version }, notes: [] };
    const release = await (0,changelogs_release/* lookAtRelease */.Ar)({ possible, given: previousTag }, world, commit);
    const { previous = 'none', notes } = release;
    const known = { ...values, version, 'previous-tag': previous };
    if (!asksFor(text, ['changelog']))
        return { values: known, notes };
    const work = await (0,changelogs_work/* lookAtWork */.E)(release, world);
    const section = { version: release.tag, date: '2000-01-01', items: work.items, ...release }; // its heading, with the date, is left out
    const changelog = (0,changelogs_changelog.sectionOf)((0,changelogs_changelog/* withSection */.iG)('', 'keep-a-changelog', section), release.tag);
    const nothing = `Nothing was merged since ${previous}.`;
    return {
        values: { ...known, changelog: changelog === '' ? nothing : changelog },
        notes: [...notes, ...work.notes],
    };
}

;// CONCATENATED MODULE: ./build/actions/release-issue/open.js








/** Reads the commit and the template. */
async function lookHere(wanted, tags, world) {
    const [{ sha: commit }, found] = await (0,parallel/* together */.bs)([
        world.git.commits.find(wanted.commit ?? 'HEAD'),
        templateOf(wanted, world.files),
    ]);
    const template = { ...found, title: wanted.title ?? found.title ?? 'Release {tags}' };
    await refuseUnknownVersion(`${template.title}\n${template.body}`, { ...wanted, tags });
    return { proposal: { tags, commit }, template };
}
/** Opens the issue. If it is there, only what it proposes is changed. */
async function openIssue(wanted, state, world) {
    const { repository, tags, found, notes, github, proposal } = state;
    if (found !== undefined)
        return proposeAgain(proposal, { ...state, found });
    const [issue, changelogNotes] = await newIssue(wanted, state, world);
    const change = github.issues.open(repository, issue, (one) => (0,release_issue/* isOfRelease */.$p)(one, tags));
    return {
        notes: [...notes, ...changelogNotes],
        changes: [change],
        outputs: (made) => {
            const opened = made(change);
            return {
                number: opened?.number,
                url: opened?.url,
                commit: proposal.commit,
                approvers: undefined,
                approvals: undefined,
            };
        },
        facts: ({ made }) => [{ name: 'Release issue', value: issue.title, url: made(change)?.url }],
    };
}
/** What the issue proposes now, and a comment for those who agreed before. The comment comes first: it is not repeated, and a kill in between loses nothing. */
async function proposeAgain(proposal, { found, notes, github }) {
    const { issue } = found;
    const isSame = (0,release_issues_marker/* isSameProposal */.LF)(proposal, found.proposal);
    if (!issue.isOpen && !isSame)
        throw new error/* ReleaseError */.K2(`The release issue ${issue.url} is closed. It proposes ${sentence(found.proposal)}, not ${sentence(proposal)}.`, { fix: 'Reopen the issue if this release goes on. For another release, use another tag.' });
    const before = isSame ? await github.issueTexts.of(issue) : (0,release_issues_marker/* withProposal */.LY)(await github.issueTexts.of(issue), proposal);
    const marker = (0,release_issues_marker/* commentMarker */.Ql)(`proposal ${(0,release_issues_marker/* proposalMarker */.VC)(proposal)} after ${(0,release_issues_marker/* proposalMarker */.VC)(found.proposal)}`);
    const text = [
        `This issue now proposes ${sentence(proposal)}. Before, it proposed ${sentence(found.proposal)}.`,
        'Who agreed before has to agree again.',
    ].join('\n');
    const about = 'that it proposes something else';
    return {
        notes: [...notes, `The release issue is ${issue.url}${issue.isOpen ? '' : ', which is closed'}.`],
        changes: [
            isSame ? undefined : github.comments.save(issue, { marker, text, about }, await github.comments.list(issue)),
            before === issue.body
                ? undefined
                : github.issueTexts.edit(issue, before, {
                    title: `Let #${issue.number} propose ${sentence(proposal)}`,
                    detail: `before: ${sentence(found.proposal)}`,
                }),
        ],
        outputs: (0,contract/* outputsOf */.Yz)({ issue, proposal }),
        facts: () => [(0,contract/* issueFact */.Od)(issue)],
    };
}
const sentence = ({ tags, commit }) => `${(0,domain_text/* listed */.KE)(tags)} at ${(0,domain_text/* short */.h0)(commit)}`;
async function newIssue(wanted, { repository, proposal, template, github }, world) {
    const { milestone } = wanted;
    const { title } = template;
    const [{ values, notes }, milestoneNumber] = await (0,parallel/* together */.bs)([
        placeholdersFor(`${title}\n${template.body}`, { ...wanted, ...proposal }, world),
        milestone === undefined ? undefined : github.repositories.milestone(repository, milestone),
    ]);
    const issue = {
        title: filled(title, values).replaceAll(/\s+/g, ' ').trim(),
        body: `${filled(template.body, values).trimEnd()}\n\n${(0,release_issues_marker/* proposalMarker */.VC)(proposal)}`,
        labels: [...new Set([...template.labels, ...wanted.labels])],
        assignees: [...new Set([...template.assignees, ...wanted.assignees])],
        milestone: milestoneNumber,
    };
    (0,error/* refuseIfAny */.Yb)('The text of the issue cannot be used.', textRefusals(issue));
    return [issue, notes];
}
async function templateOf({ template, bodyPath }, files) {
    const none = { title: undefined, labels: [], assignees: [] };
    if (bodyPath !== undefined)
        return { ...none, body: await files.text(bodyPath) };
    if (template === undefined)
        return { ...none, body: ownBody };
    const file = template.includes('/') ? template : `.github/ISSUE_TEMPLATE/${template}`;
    const { parseIssueTemplate } = await Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("template")]).then(__webpack_require__.bind(__webpack_require__, 89450));
    return parseIssueTemplate({ file, text: await files.text(file) });
}
const ownBody = 'This issue follows the release of {tags} at {commit}.\n\n## Changes\n\n{changelog}\n';
const [longestTitle, longestBody] = [256, 65_536];
const textRefusals = ({ title, body }) => [
    ...(title.length > longestTitle
        ? [
            new error/* ReleaseError */.K2(`The title of the issue has ${title.length} characters. GitHub allows ${longestTitle}.`, {
                fix: 'Set a shorter title.',
            }),
        ]
        : []),
    ...(body.length > longestBody
        ? [
            new error/* ReleaseError */.K2(`The text of the issue has ${body.length} characters. GitHub allows ${longestBody}.`, {
                fix: 'Use a template without {changelog}, and link the changelog.',
            }),
        ]
        : []),
];


/***/ }),

/***/ 63445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ lookAtRelease),
/* harmony export */   Nj: () => (/* binding */ tagsFor),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   eB: () => (/* binding */ noTag),
/* harmony export */   xQ: () => (/* binding */ tagAmong)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32521);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);
/* harmony import */ var _domain_versions_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28242);
/* harmony import */ var _world_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45827);






const origin = { remote: 'origin', direction: 'fetch' };
/** The given tag, or the tags that a bare version would have in all streams that it fits. */
async function tagsFor(given, streams) {
    const tag = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseTag */ .rE)(given, streams));
    if (!(tag instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2) && !/^\{\w+\}$/.test(tag.stream.pattern))
        return [tag];
    const [first, ...others] = streams.flatMap((stream) => tagInStream(stream, given));
    if (first !== undefined)
        return [first, ...others];
    throw tag;
}
function tagInStream(stream, given) {
    const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
        const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
        const tag = (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseTag */ .rE)(name, [stream]));
        return tag instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? [] : [tag];
    });
    return tags.slice(0, 1);
}
/** The tag of a coming release, and the tags of its series: those of the first possible tag that has some. */
function tagAmong(possible, names) {
    const all = possible.map((tag) => ({ tag, others: (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsInSeries */ .gQ)(tag, names) }));
    return all.find(({ others }) => others.length > 0) ?? { tag: possible[0], others: [] };
}
/** Reads the facts of a coming release of a commit. */
async function lookAtRelease({ possible, given }, { event, git }, commit = 'HEAD') {
    const [head, local, address] = await (0,_world_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .together */ .bs)([
        git.commits.find(commit),
        git.tags.here(),
        git.remotes.address(origin),
    ]);
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, address) ?? (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, event.repositoryUrl ?? '');
    if (repository === undefined)
        throw notOnServer(event.server, address);
    const tags = new Map([...local, ...(await git.remotes.refs(origin)).tags]);
    const { tag, others } = tagAmong(possible, [...tags.keys()]);
    const previous = given ?? (0,_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .previousTag */ .W8)(tag, others)?.name;
    if (given !== undefined && !tags.has(given))
        throw noTag(given);
    return {
        tag: tag.name,
        head: head.sha,
        previous,
        from: tags.get(previous ?? '')?.commit,
        isBackport: others.some(({ version }) => !version.isPrerelease && (0,_domain_versions_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(version, tag.version) > 0),
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
const noTag = (name) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There is no tag ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
});
const notOnServer = (server, address) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`origin is ${address}, which is not a repository on ${server}.`, {
    fix: `Run it in a checkout of a repository on ${server}, or set GITHUB_SERVER_URL to the right server.`,
});


/***/ }),

/***/ 29371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lookAtWork)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63445);


// The times that GitHub records for a merge, and for issues that it closes, differ some seconds from the merge commit's.
const toleratedSeconds = 60;
// Why: docs/decisions.md D25
/** What a release contains: pull requests whose merge commit is in it, and issues closed since the previous release. */
async function lookAtWork({ head, previous, from, repository, isBackport }, { git, github }) {
    const range = await (await git.history()).range(_release_js__WEBPACK_IMPORTED_MODULE_1__/* .origin */ .TG, from, head);
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
const leftOut = (pulls) => `Left out, because HEAD does not contain their merge commits: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .abridged */ .$y)(pulls.map(({ number }) => `#${number}`))}.`;


/***/ })

};
