export const id = "plan-release";
export const ids = ["plan-release"];
export const modules = {

/***/ 93421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planRelease: () => (/* binding */ planRelease)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/releases/release-files.js
var release_files = __webpack_require__(80998);
;// CONCATENATED MODULE: ./build/src/domain/releases/asset-steps.js



/** Compares the local files with those of the release. Refuses changes that cannot be undone. */
function assetSteps(local, found, { mayReplace, isDraft, isGoingOn }) {
    const there = new Map((found?.assets ?? []).map((asset) => [asset.name, asset]));
    const [upload, remove, awaited] = [[], [], []];
    const refusals = [];
    for (const asset of local) {
        const other = there.get(asset.name);
        if (other?.isUploaded === true && other.digest === asset.digest)
            continue;
        if (other?.isUploaded === false && isGoingOn(other))
            awaited.push(other);
        else if (found?.isImmutable === true && !found.isDraft)
            refusals.push(immutable(asset, found));
        else if (other?.isUploaded === true && !(found?.isDraft === true || mayReplace || asset.isDerived === true))
            refusals.push(otherBytes(asset, other));
        else {
            upload.push(asset);
            if (other !== undefined)
                remove.push(other);
        }
    }
    for (const asset of isDraft || found?.isDraft !== true ? [] : unfinishedUploads(local, found)) {
        if (isGoingOn(asset))
            awaited.push(asset);
        else
            refusals.push(unfinished(asset, found?.url));
    }
    if (found !== undefined && there.size + upload.length - remove.length > release_files/* mostAssets */.$m)
        refusals.push(tooMany(there.size + upload.length - remove.length));
    (0,error/* refuseIfAny */.Yb)(`The files of the release ${found?.tag} cannot be changed as requested.`, refusals);
    return { upload, remove, awaited };
}
/** Unfinished uploads of files that this run does not have. */
function unfinishedUploads(local, { assets }) {
    const names = new Set(local.map(({ name }) => name));
    return assets.filter(({ name, isUploaded }) => !isUploaded && !names.has(name));
}
function immutable({ name, digest }, { tag, assets }) {
    const other = assets.find((one) => one.name === name);
    const difference = other === undefined ? 'is missing' : `has ${shortDigest(other.digest)}, not ${shortDigest(digest)},`;
    return new error/* ReleaseError */.K2(`${name} ${difference} in the release ${tag}, which is published and immutable.`, {
        fix: 'Release the next patch version, with all files.',
    });
}
const unfinished = ({ name }, url) => new error/* ReleaseError */.K2(`The upload of ${name} to the draft ${url} was not finished, and this run does not have the file.`, {
    fix: 'Run the job that uploads it again, or delete the file from the draft.',
});
const tooMany = (count) => new error/* ReleaseError */.K2(`The release would have ${count} files, with those that it has already. It can have at most ${release_files/* mostAssets */.$m}.`, {
    fix: 'Pack some of them into an archive.',
});
const otherBytes = ({ name, digest }, other) => new error/* ReleaseError */.K2(`${name} is published with ${shortDigest(other.digest)}, but the file here has ${shortDigest(digest)}.`, {
    fix: 'Release the next patch version. Or set replace: true, if nobody can have downloaded the file yet.',
});
const shortDigest = (digest) => digest === '' ? 'an unfinished upload' : `sha256:${(0,domain_text/* short */.h0)(digest.replace(/^sha256:/, ''))}`;

// EXTERNAL MODULE: ./build/src/domain/releases/release.js
var release = __webpack_require__(64032);
;// CONCATENATED MODULE: ./build/src/domain/releases/choose-release.js



/**
 * The release of a tag: the published one, or else the draft with the lowest id, so that every run chooses the same.
 * Another draft is redundant where the chosen one, or this run, has all of its files. That is so after a lost race.
 */
function chooseRelease({ published, drafts }, local, checksums) {
    const inOrder = drafts.toSorted((one, other) => one.id - other.id);
    const [chosen, ...others] = published === undefined ? inOrder : [published, ...inOrder];
    const filesElsewhere = new Set([...local, ...(0,release/* uploadedIn */._)(chosen)].map(assetKey));
    // The checksums are made anew.
    const ownFiles = (draft) => (0,release/* uploadedIn */._)(draft).filter((asset) => asset.name !== checksums && !filesElsewhere.has(assetKey(asset)));
    const draftsWithOwnFiles = others.filter((draft) => ownFiles(draft).length > 0);
    // A draft with files of its own does no harm where a release is published: nobody can publish a second one.
    if (published === undefined)
        (0,error/* refuseIfAny */.Yb)('There is more than one draft of the release.', draftsWithOwnFiles.map((draft) => secondDraft(draft, ownFiles(draft), chosen)));
    return { chosen, redundantDrafts: others.filter((draft) => !draftsWithOwnFiles.includes(draft)) };
}
const secondDraft = ({ id, url }, own, chosen) => new error/* ReleaseError */.K2(`A second draft (${id}) has files that the first one does not have: ${(0,domain_text/* listed */.KE)(own.map(({ name }) => name))}.`, {
    fix: `Move the files to the first draft, and delete the second one. The first: ${chosen?.url} The second: ${url}`,
});
const assetKey = ({ name, digest }) => `${digest} ${name}`;

// EXTERNAL MODULE: ./build/src/domain/releases/release-facts.js
var release_facts = __webpack_require__(76050);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(25341);
// EXTERNAL MODULE: ./build/src/plans/start.js
var plans_start = __webpack_require__(88418);
// EXTERNAL MODULE: ./build/actions/gh-release/files.js
var gh_release_files = __webpack_require__(83825);
;// CONCATENATED MODULE: ./build/src/domain/releases/release-event.js
/** Whether a workflow names `created` among the types of its event `release`. */
function listensToCreated(workflow) {
    const text = workflow.replaceAll('\r\n', '\n');
    const events = text.matchAll(/^([ \t]*)(?:["']?on["']?:[ \t]*\{[ \t]*)?release:(.*(?:\n(?:\1[ \t]+.*|[ \t]*$))*)/gm);
    return [...events].some(([, , said = '']) => /\btypes:[^:]*\bcreated\b/.test(said));
}

;// CONCATENATED MODULE: ./build/actions/gh-release/listeners.js

const folder = '.github/workflows';
/** Notes on workflows that wait for `release: created`. GitHub does not send that event for a draft. */
async function listenersToCreated(files) {
    if (!(await files.has(folder)))
        return [];
    const paths = await files.find(`${folder}/*`, 'file');
    const notes = await Promise.all(paths
        .filter((path) => /\.ya?ml$/.test(path))
        .map(async (path) => listensToCreated(await files.text(path))
        ? [`${path} waits for release: created, which GitHub does not send for drafts. Use release: published.`]
        : []));
    return notes.flat();
}

// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tags_tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(30716);
;// CONCATENATED MODULE: ./build/actions/gh-release/look.js






/** Asks servers, after everything in the checkout was right. */
async function look(wanted, here, world) {
    const github = await world.github();
    const { tag } = wanted;
    const { where, place, commit, release, isPrerelease } = here;
    const [seenReleases, seenRefs] = await Promise.allSettled([
        (0,parallel/* together */.bs)([github.releases.find(place), (0,gh_release_files/* withDigests */.o2)(here.files, world.files)]),
        world.git.remotes.refs(where),
    ]);
    if (seenRefs.status === 'rejected')
        throw seenRefs.reason; // nothing else matters before this
    const { tags } = seenRefs.value;
    refuseMisplaced(tag, tags.get(tag), commit);
    refuseSectionOfOther(tag, here.plainSections, [...tags.keys()]);
    if (seenReleases.status === 'rejected')
        throw seenReleases.reason;
    const [releases, assets] = seenReleases.value;
    const others = release === undefined ? [] : (0,tags_tag/* tagsInSeries */.gQ)(release, [...tags.keys()]);
    const local = here.localTags.get(tag);
    return {
        ...here,
        world,
        placed: tags.get(tag),
        rehearsed: local?.commit === commit ? local : undefined,
        previous: release && (0,tags_tag/* previousTag */.W8)(release, others)?.name,
        makeLatest: isPrerelease ? 'false' : latestOf(wanted, release, others),
        assets,
        releases,
    };
}
/** Refuses to describe chart/0.1.0 by the section of 0.1.0 if that is about the tag v0.1.0. */
function refuseSectionOfOther(tag, sections, tags) {
    for (const { path, version } of sections) {
        const other = tags.find((name) => name === `v${version}` || name === version);
        if (other === undefined || other === tag)
            continue;
        throw new error/* ReleaseError */.K2(`The section of ${version} in ${path} is about the tag ${other}, not about ${tag}.`, {
            fix: `Head a section by the whole tag: ## ${tag}. Or keep a changelog of its own in a folder, such as chart/CHANGELOG.md.`,
            at: { file: path },
        });
    }
}
/** A chart never becomes the latest release, nor does an older version. */
function latestOf({ latest }, release, others) {
    if (latest !== 'auto')
        return latest;
    if (release === undefined)
        return 'legacy';
    return release.stream.name !== 'chart' && (0,tags_tag/* isLatest */.eL)(release, others) ? 'true' : 'false';
}
/** If the tag were at another commit, the release would show other sources than its files were built from. */
const refuseMisplaced = (tag, placed, expected) => (0,tag_place/* refuseMisplacedTag */.z)({ tag, at: placed?.commit, expected }, `Check out the tag (git checkout ${tag}, or ref: ${tag} of actions/checkout), or set the input commit.`);
/** Checks the tag again before the publication, which would create a deleted tag, or publish another commit. */
function tagCheck({ tag, createTag }, { world, where, commit }) {
    return async () => {
        const placed = (await world.git.remotes.refs(where)).tags.get(tag);
        if (placed === undefined && !createTag)
            throw new change/* Moved */.a(`somebody deleted the tag ${tag}`);
        refuseMisplaced(tag, placed, commit);
    };
}

// EXTERNAL MODULE: ./build/src/domain/changelogs/content.js
var content = __webpack_require__(22849);
// EXTERNAL MODULE: ./build/src/domain/releases/note-source.js
var note_source = __webpack_require__(4627);
;// CONCATENATED MODULE: ./build/actions/gh-release/notes.js



/** The notes from their sources, one below the other. Undefined if the input is not set, or if GitHub cannot generate them yet. */
async function notesFor(wanted, seen) {
    const parts = [];
    for (const source of wanted.notes ?? [])
        parts.push(await partOf(source, wanted, seen));
    return wanted.notes === undefined || areNotYetGenerated(wanted, seen) ? undefined : (0,note_source/* joinedNotes */.V)(parts);
}
/** The changelogs whose section of this release says nothing. */
function emptySections({ notes = [] }, { texts, place }) {
    return notes.flatMap((source) => {
        if (source.kind !== 'changelog' || (0,content/* hasContent */.o)(texts.get(source) ?? ''))
            return [];
        return [`The section of ${place.tag} in ${source.path} says nothing: it adds nothing to the notes.`];
    });
}
// Why: docs/decisions.md D33
/** GitHub generates no notes for a tag that is only in the checkout, because it does not have the commit. */
function areNotYetGenerated({ notes = [], createTag }, { placed, rehearsed }) {
    const isRehearsed = placed === undefined && rehearsed !== undefined && !createTag;
    return isRehearsed && notes.some(({ kind }) => kind === 'generated');
}
async function partOf(source, wanted, seen) {
    const text = seen.texts.get(source);
    if (text !== undefined)
        return text;
    if (source.kind === 'tag')
        return messageOf(seen);
    if (areNotYetGenerated(wanted, seen))
        return '';
    const previous = wanted.previousTag ?? seen.previous;
    return (await seen.world.github()).releases.generatedNotes(seen.place, { commit: seen.commit, previous });
}
async function messageOf({ world, where, place, placed, rehearsed }) {
    const tag = placed ?? rehearsed;
    const message = tag && (await world.git.tags.object(where, place.tag, tag))?.message;
    if (message !== undefined)
        return message;
    throw new error/* ReleaseError */.K2(`The tag ${place.tag} has no message.`, {
        fix: 'Use an annotated tag, or remove the line tag from the input notes.',
    });
}

;// CONCATENATED MODULE: ./build/actions/gh-release/plan-release.js











/** What GitHub and the remote have, and what is to be changed there. */
async function planRelease(wanted, here, world) {
    const seen = await look(wanted, here, world);
    const { starts } = seen;
    const github = await world.github();
    const decided = await decide(wanted, seen);
    const pages = await (0,plans_pages/* pagesOf */.E)(seen.where, world);
    const { found, facts, assets, change } = decided;
    const starting = starts === false && !facts.isDraft ? await startingOf(wanted, seen, found) : undefined;
    return {
        notes: [
            ...(await findings(wanted, seen, decided)),
            ...(change !== undefined && starts === false && wanted.start === undefined && !facts.isDraft ? noStart : []),
            ...(starting?.notes ?? []),
        ],
        uncertainties: () => uncertaintiesOf(seen, found),
        waitsFor: [
            seen.placed === undefined &&
                !wanted.createTag && {
                title: `tag ${wanted.tag} on ${seen.where.remote}`,
                fix: 'Push it with push-tag, or set create-tag: true.',
            },
        ],
        changes: [
            ...decided.redundantDrafts.map((one) => github.publishing.deleteRedundantDraft(seen.place.repository, one)),
            change,
            starting?.change,
        ],
        facts: ({ made, isMade }) => {
            const isThere = seen.placed !== undefined || (isMade(change) && !facts.isDraft);
            const release = made(change) ?? found;
            return [
                {
                    name: facts.isDraft ? 'Draft' : 'Release',
                    value: facts.name ?? found?.name ?? wanted.tag,
                    url: release?.url,
                },
                pages.tag('Tag', wanted.tag, isThere),
                pages.commit(seen.commit, isThere),
                assets.length > 0 && { name: 'Files', value: String(allAssets(assets, found).length) },
            ];
        },
        outputs: (made) => {
            const release = made(change) ?? found;
            return {
                id: release?.id,
                url: release?.url,
                uploadUrl: release?.uploadUrl,
                draft: facts.isDraft,
                assets: allAssets(assets, found),
                starts: change === undefined || facts.isDraft ? undefined : starts,
            };
        },
    };
}
/** Compares the release that exists with the one that should exist. */
async function decide(wanted, seen) {
    const { files } = seen.world;
    const github = await seen.world.github();
    const { checksums, replace: mayReplace, draft: isDraft } = wanted;
    const { assets: local, releases } = seen;
    const { chosen: found, redundantDrafts } = chooseRelease(releases, local, checksums);
    if (isDraft && found?.isDraft === false)
        throw publishedAlready(found);
    const facts = await factsOf(wanted, seen, found);
    const derived = isDraft ? undefined : await (0,gh_release_files/* checksumAsset */.Au)(local, found, { checksums, files });
    const assets = derived === undefined ? local : [...local, derived];
    const isGoingOn = (asset) => github.uploads.isGoingOn(asset);
    const steps = assetSteps(assets, found, { mayReplace, isDraft, isGoingOn });
    const isDone = found?.isDraft === isDraft && (0,release_facts/* hasFacts */._)(found, facts) && steps.upload.length + steps.awaited.length === 0;
    const checkTag = tagCheck(wanted, seen);
    const change = isDone ? undefined : github.publishing.change({ ...seen.place, facts, found, steps, checkTag });
    return { facts, found, redundantDrafts, assets, change };
}
/** The title, notes and marks of the release. Of an existing release, only those change that an input sets. */
async function factsOf(wanted, seen, found) {
    const isPublished = found?.isDraft === false;
    const body = keepsNotes(wanted, found) ? undefined : await notesFor(wanted, seen);
    return {
        commit: seen.commit,
        name: wanted.name ?? (found === undefined || found.name === '' ? wanted.tag : undefined),
        body,
        isPrerelease: isPublished && wanted.prerelease === 'auto' ? found.isPrerelease : seen.isPrerelease,
        // Since the publication, somebody may have marked another release as the latest.
        makeLatest: isPublished && wanted.latest === 'auto' ? undefined : seen.makeLatest,
        isDraft: wanted.draft,
    };
}
/** Later, GitHub would generate other notes, and a person may have edited those that are there. */
const keepsNotes = ({ notes = [] }, found) => notes.some(({ kind }) => kind === 'generated') && found !== undefined && (!found.isDraft || found.body.trim() !== '');
async function startingOf({ start, tag }, seen, found) {
    if (start === undefined)
        return undefined;
    const { world, where, commit } = seen;
    return (0,plans_start/* startAt */.EO)({ where, workflow: start, tag, commit, isThere: found?.isDraft === false }, world);
}
async function findings(wanted, seen, { found, assets, change }) {
    const { tag } = wanted;
    const isDone = found !== undefined && change === undefined;
    return [
        ...(isDone ? [`The ${found.isDraft ? 'draft' : 'release'} ${tag} is already as it should be: ${found.url}`] : []),
        ...emptySections(wanted, seen),
        ...(found?.isDraft === true && keepsNotes(wanted, found)
            ? ['The draft keeps its notes, which people may have edited. To have them generated again, empty them.']
            : []),
        ...(areNotYetGenerated(wanted, seen) ? [`GitHub generates the notes when it has the tag ${tag}.`] : []),
        ...(change !== undefined && assets.length > 0 ? await listenersToCreated(seen.world.files) : []),
    ];
}
// Why: docs/decisions.md D29
async function uncertaintiesOf({ world, place }, found) {
    if (found !== undefined || (await (await world.github()).releases.showsDrafts(place)))
        return [];
    return [`It is unknown whether there is a draft for ${place.tag}. To see drafts, the token needs contents: write.`];
}
function allAssets(assets, found) {
    const names = new Set(assets.map(({ name }) => name));
    const others = (found?.assets ?? []).filter(({ name, isUploaded }) => isUploaded && !names.has(name));
    return [...assets, ...others].map(({ name, size, digest }) => ({ name, size, digest }));
}
const noStart = (0,job_token/* startNotes */.K)(false, {
    made: 'the publication',
    otherwise: 'name the workflow in the input start',
});
const publishedAlready = ({ tag, url }) => new error/* ReleaseError */.K2(`The release ${tag} is already published: ${url}`, {
    fix: 'Remove draft: true. A published release cannot become a draft again.',
});


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

/***/ 76050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hasFacts),
/* harmony export */   n: () => (/* binding */ withoutLineEnds)
/* harmony export */ });
/** Whether a release says what it should say. */
const hasFacts = (found, { name, body, isPrerelease }) => (name === undefined || found.name === name) &&
    (body === undefined || withoutLineEnds(found.body) === withoutLineEnds(body)) &&
    found.isPrerelease === isPrerelease;
/** Notes to compare: browsers send other ends of lines. */
const withoutLineEnds = (body) => body.replaceAll('\r\n', '\n').trim();


/***/ }),

/***/ 87612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inUrl)
/* harmony export */ });
/** A tag in a URL, escaped so that no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ }),

/***/ 25341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ startNotes)
/* harmony export */ });
/**
 * Notes for a push, a pull request or a release that starts no workflow, because the job's own token makes it:
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
 */
function startNotes(starts, { made, otherwise }) {
    if (starts === true)
        return [];
    if (starts === undefined)
        return [`Whether ${made} starts workflows is unknown: it depends on the server and on the credentials of git.`];
    return [`No workflow starts from ${made}, because it is made with the job's own token. ${waysToStart(otherwise)}`];
}
/** What to do so that workflows start. */
const waysToStart = (otherwise) => `To start workflows, pass the token of a GitHub App as the input token${otherwise === undefined ? '' : `, or ${otherwise}`}.`;


/***/ }),

/***/ 88482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf)
/* harmony export */ });
/* harmony import */ var _domain_repositories_in_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87612);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



/** The pages of the repository behind a remote. Without a repository on the server of this run, there are no links. */
async function pagesOf(where, { event, git }) {
    const address = (await git.remotes.has(where.remote)) ? await git.remotes.address(where) : '';
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, address);
    const page = repository === undefined ? undefined : event.urlOf(repository);
    const url = (path, isThere) => (page === undefined || !isThere ? undefined : `${page}/${path}`);
    return {
        tag: (name, tag, isThere) => ({ name, value: tag, url: url(`releases/tag/${(0,_domain_repositories_in_url_js__WEBPACK_IMPORTED_MODULE_0__/* .inUrl */ .H)(tag)}`, isThere) }),
        commit: (sha, isThere) => ({ name: 'Commit', value: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(sha), url: url(`commit/${sha}`, isThere) }),
    };
}


/***/ }),

/***/ 30716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ misplacedTag),
/* harmony export */   z: () => (/* binding */ refuseMisplacedTag)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The refusal of a tag that points to another commit than the one to release. Such a tag is never moved. */
function misplacedTag({ tag, at, expected, remote }, fix) {
    if (at === undefined || at === expected)
        return undefined;
    const where = remote === undefined ? 'is' : `already exists on ${remote}, but`;
    return new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Tag ${tag} ${where} at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(expected)}.`, { fix });
}
/** Throws that refusal, if there is one. */
function refuseMisplacedTag(place, fix) {
    const misplaced = misplacedTag(place, fix);
    if (misplaced !== undefined)
        throw misplaced;
}


/***/ })

};
