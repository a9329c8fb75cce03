export const id = "gh-release";
export const ids = ["gh-release"];
export const modules = {

/***/ 99891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ gh_release_action)
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
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(25341);
// EXTERNAL MODULE: ./build/src/plans/start.js
var plans_start = __webpack_require__(88418);
;// CONCATENATED MODULE: ./build/src/domain/releases/note-source.js


const longest = 125_000; // https://docs.github.com/rest/releases/releases: a longer body is refused
function parseNoteSource(line) {
    const [, kind, rest = ''] = /^(text|file|changelog|tag|generated)(?::\s*(.*))?$/s.exec(line.trim()) ?? [];
    if (kind === 'text' && rest !== '')
        return { kind, text: rest };
    if ((kind === 'file' || kind === 'changelog') && rest !== '')
        return { kind, path: rest };
    if ((kind === 'tag' || kind === 'generated') && rest === '')
        return { kind };
    throw new error/* ReleaseError */.K2(`contains the line ${(0,domain_text/* quoted */.TL)(line)}, which is not a source of notes.`, {
        fix: 'Write text: …, file: PATH, changelog: CHANGELOG.md, tag or generated, one on a line.',
    });
}
/** Joins the parts of the notes. */
function joinedNotes(parts) {
    const notes = parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n\n');
    const length = Array.from(notes).length;
    if (length <= longest)
        return notes;
    throw new error/* ReleaseError */.K2(`The notes have ${length} characters. GitHub accepts at most ${longest}.`, {
        fix: 'Shorten the notes, or attach the full text to the release as a file.',
    });
}

// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(72979);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tags_tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
;// CONCATENATED MODULE: ./build/actions/gh-release/contract.js







const inputs = {
    tag: (0,input/* input */.hF)('The tag of the release, such as v1.2.3.', tags_tag/* parseTagName */.fe),
    commit: (0,input/* text */.Qq)('The commit that the tag must point to: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
    createTag: (0,input/* flag */.Jt)('If there is no such tag, let GitHub create it at the commit when the release is published.'),
    repository: (0,input/* input */.hF)('The repository of the release, as owner/name. Default: the repository of the remote origin.', repositories_repository/* parseRepository */.S).optional(),
    name: (0,input/* text */.Qq)('The title. Default: an existing release keeps its title, and a new one gets the name of the tag.').optional(),
    notes: (0,input/* input */.hF)('The release notes, one source per line: text: …, file: PATH, changelog: CHANGELOG.md (the section of this tag or its version), tag (the message of the tag) or generated (by GitHub, unless the release has notes already). Default: existing notes are kept.', parseNoteSource)
        .list()
        .optional(),
    files: (0,input/* input */.hF)('The files to attach: paths or globs, one per line. PATH#LABEL sets the name shown on the release page.', release_files/* parseFileLine */.o$)
        .list()
        .or(''),
    checksums: (0,input/* input */.hF)('The name of the file with the checksums of all other files. none: no such file.', String).or('SHA256SUMS'),
    draft: (0,input/* flag */.Jt)('Leave the release a draft, so that other jobs can add files.'),
    prerelease: (0,input/* choice */.Yq)('Whether the release is a prerelease. auto: if its version is one.', ['auto', 'true', 'false']).or('auto'),
    latest: (0,input/* choice */.Yq)('Whether GitHub shows it as the latest release. auto: if it has the newest stable version of the tags v*.', ['auto', 'true', 'false']).or('auto'),
    previousTag: (0,input/* text */.Qq)('The tag after which generated notes begin. Default: the previous tag of the same stream.').optional(),
    replace: (0,input/* flag */.Jt)('Replace published files that differ. Files of an immutable release are never replaced.'),
    start: (0,input/* input */.hF)("A workflow file to start at the tag, such as publish.yml. Used only if the publication itself starts no workflows, as with the job's own token.", plans_start/* workflowFile */.EY).optional(),
};
const outputs = {
    id: (0,output/* number */.ai)('The ID of the release.'),
    url: 'The URL of the release page.',
    uploadUrl: 'The URL to which more files can be uploaded.',
    draft: (0,output/* boolean */.zM)('Whether the release is a draft.'),
    assets: (0,output/* json */.Pq)('The files of the release: name, size and digest.'),
    starts: (0,output/* boolean */.zM)("Whether the publication starts workflows. false with the job's own token. Unset if nothing is published, or if it is unknown."),
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/releases/checksums.js
var checksums = __webpack_require__(38045);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/gh-release/files.js





/** The files of the input. All that cannot be attached are refused at once, before they are read. */
async function filesToAttach({ files: lines, checksums }, files) {
    const paths = await (0,parallel/* together */.bs)(lines.map(({ pattern }) => files.find(pattern, 'file')));
    const labels = new Map();
    for (const [index, { label }] of lines.entries())
        for (const path of paths[index] ?? [])
            labels.set(path, label ?? labels.get(path));
    const measured = await (0,parallel/* boundedly */.Xt)([...labels], ([path, label]) => {
        return (0,parallel/* orRefusal */.kr)(files.measure(path).then((one) => ({ path, name: (0,external_node_path_.basename)(path), label, ...one })));
    });
    const { values: found, refusals } = (0,error/* divided */.k3)(measured);
    (0,error/* refuseAll */.cp)('These files cannot be attached.', refusals);
    const derived = checksums === 'none' ? [] : [{ path: 'the input checksums', name: checksums, label: undefined, size: 1 }];
    (0,release_files/* refuseUnfitFiles */.w5)([...found, ...derived]);
    return found;
}
/** The same files with their checksums. */
const withDigests = (found, files) => (0,parallel/* boundedly */.Xt)(found, async ({ name, label, file, size }) => {
    return { name, label, path: file, size, digest: await files.digest({ file, size }) };
});
/** A file with the checksums of all other files, whoever uploaded them. Undefined if there are no others. */
async function checksumAsset(local, found, { checksums: name, files }) {
    const isAskedFor = local.length > 0 || found?.isDraft !== false; // an edit of published notes adds no file
    const text = name === 'none' || !isAskedFor ? '' : (0,checksums/* checksumsOf */.U)(local, found, name);
    if (text === '')
        return undefined;
    const path = await files.scratchFile(name, text);
    const measured = { file: path, size: Buffer.byteLength(text) };
    return { name, path, label: undefined, size: measured.size, digest: await files.digest(measured), isDerived: true };
}

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

// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(30716);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
;// CONCATENATED MODULE: ./build/actions/gh-release/notes-here.js


/** The parts of the notes that need no server: texts, files and sections of changelogs. */
async function notesHere({ notes = [], tag }, files) {
    const texts = await (0,parallel/* together */.bs)(notes.map(async (source) => {
        if (source.kind === 'text')
            return { text: source.text };
        if (source.kind === 'file')
            return { text: await files.text(source.path) };
        return source.kind === 'changelog' ? sectionIn(source.path, tag, files) : undefined;
    }));
    return {
        texts: new Map(notes.flatMap((source, index) => (texts[index] === undefined ? [] : [[source, texts[index].text]]))),
        plainSections: texts.flatMap((one) => one?.plain ?? []),
    };
}
/** Loads the reader of changelogs only if there is one. */
async function sectionIn(path, tag, files) {
    const { sectionOf, versionAlone } = await __webpack_require__.e(/* import() */ "changelog").then(__webpack_require__.bind(__webpack_require__, 16077));
    const changelog = await files.text(path);
    const text = sectionOf(changelog, tag, path);
    const isOfAll = (0,external_node_path_.dirname)((0,external_node_path_.normalize)(path)) === '.'; // a changelog in a folder is about what is there
    const version = isOfAll ? versionAlone(changelog, tag, path) : undefined;
    return version === undefined ? { text } : { text, plain: { path, version } };
}

;// CONCATENATED MODULE: ./build/actions/gh-release/look-here.js








const streams = (0,stream/* parseStreams */.Rg)(stream/* anyStreams */.GL);
/** Looks at everything that needs no server. All mistakes in it are told at once. */
async function lookHere(wanted, world) {
    const { event, files, git } = world;
    const { tag } = wanted;
    const where = { remote: event.remoteFor(wanted.repository), direction: 'push' };
    const parsed = (0,error/* attempt */.CD)(() => (0,tags_tag/* parseReleaseTag */.rE)(tag, streams));
    const release = parsed instanceof error/* ReleaseError */.K2 ? undefined : parsed;
    const isPrerelease = wanted.prerelease === 'auto' ? release?.version.isPrerelease === true : wanted.prerelease === 'true';
    const commit = git.commits.find(wanted.commit);
    const starts = git.remotes.startsWorkflows(where.remote);
    const [repository, { sha }, localTags, found, notes] = await (0,parallel/* together */.bs)([
        repositoryAt(where, wanted, world),
        commit,
        git.tags.here(),
        filesToAttach(wanted, files),
        notesHere(wanted, files),
        refuseStart(wanted, { starts, commit }, world),
        refuseLatestPrerelease(wanted, isPrerelease),
    ]);
    const place = { repository, tag };
    return {
        where,
        place,
        commit: sha,
        localTags,
        release,
        isPrerelease,
        starts: await starts,
        files: found,
        ...notes,
    };
}
async function repositoryAt(where, { repository }, { event, git }) {
    const found = repository ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, await git.remotes.address(where));
    if (found !== undefined)
        return found;
    throw new error/* ReleaseError */.K2(`The remote ${where.remote} is not on ${event.server}.`, {
        fix: 'Set the input repository, as owner/name.',
    });
}
async function refuseStart({ start, tag, draft }, { starts, commit }, world) {
    if ((await starts) !== false || start === undefined || draft)
        return;
    await (0,plans_start/* refuseUnstartable */.ke)({ workflow: start, tag, commit }, world);
}
async function refuseLatestPrerelease({ tag, latest }, isPrerelease) {
    if (!isPrerelease || latest !== 'true')
        return;
    throw new error/* ReleaseError */.K2(`${tag} is a prerelease. GitHub never shows a prerelease as the latest release.`, {
        fix: 'Remove latest: true, or set prerelease: false.',
    });
}

;// CONCATENATED MODULE: ./build/actions/gh-release/look.js







/** Looks at the checkout first, and asks servers only if everything there is right. */
async function look(wanted, world) {
    const [here, github] = await (0,parallel/* together */.bs)([lookHere(wanted, world), world.github()]); // its client is loaded while git answers
    const { tag } = wanted;
    const { where, place, commit, release, isPrerelease } = here;
    const [seenReleases, seenRefs] = await Promise.allSettled([
        (0,parallel/* together */.bs)([github.releases.find(place), withDigests(here.files, world.files)]),
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
;// CONCATENATED MODULE: ./build/actions/gh-release/notes.js



/** The notes from their sources, one below the other. Undefined if the input is not set, or if GitHub cannot generate them yet. */
async function notesFor(wanted, seen) {
    const parts = [];
    for (const source of wanted.notes ?? [])
        parts.push(await partOf(source, wanted, seen));
    return wanted.notes === undefined || areNotYetGenerated(wanted, seen) ? undefined : joinedNotes(parts);
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

;// CONCATENATED MODULE: ./build/actions/gh-release/action.js













/* harmony default export */ const gh_release_action = ((0,action/* defineAction */.Q)({
    name: 'GitHub release',
    description: 'Create one release of a tag with all its files, and publish it as the last step. Published files never change, except with replace: true.',
    example: "--tag v1.2.3 --files 'dist/*' --notes 'changelog: CHANGELOG.md'",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'contents: write': 'to create the release and upload its files',
        'actions: write': 'to start the workflow of the input start',
    },
    starts: true,
    async plan(wanted, world) {
        const seen = await look(wanted, world);
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
    },
}));
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
    const derived = isDraft ? undefined : await checksumAsset(local, found, { checksums, files });
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

/***/ 38045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ checksumsOf)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64032);

/** The text of a file with the checksums of all files of a release, in the form of sha256sum. */
function checksumsOf(local, found, name) {
    const digests = new Map((0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadedIn */ ._)(found).map((one) => [one.name, one.digest]));
    for (const asset of local)
        digests.set(asset.name, asset.digest);
    digests.delete(name);
    const lines = [...digests].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return lines.map(([file, digest]) => `${digest.replace(/^sha256:/, '')}  ${file}\n`).join('');
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

/***/ 80998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mostAssets),
/* harmony export */   o$: () => (/* binding */ parseFileLine),
/* harmony export */   w5: () => (/* binding */ refuseUnfitFiles)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const mostAssets = 1000;
const largest = 2 ** 31; // https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
/** Reads a line of the input files: a path or a glob, and a label after `#`. */
function parseFileLine(line) {
    const [, before = line, label = ''] = /^(.*?)#(.*)$/.exec(line) ?? [];
    const pattern = before.trim();
    if (pattern !== '')
        return { pattern, label: label.trim() === '' ? undefined : label.trim() };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which names no file.`, {
        fix: 'Write PATH or PATH#LABEL. A file whose name contains # has to be renamed.',
    });
}
/** Refuses files that GitHub would refuse, rename or confuse, before anything is uploaded. */
function refuseUnfitFiles(files) {
    const byName = Map.groupBy(files, ({ name }) => name.toLowerCase());
    (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('These files cannot be uploaded to a release.', [
        ...(files.length > mostAssets
            ? [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There are ${files.length} files. A release can have at most ${mostAssets}.`, {
                    fix: 'Pack some of them into an archive.',
                }),
            ]
            : []),
        ...files.flatMap(({ path, name, size }) => [
            ...(size === 0
                ? [new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} is empty. GitHub refuses empty files.`, { fix: 'Remove it from the files.' })]
                : []),
            ...(size >= largest
                ? [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} has ${size} bytes. GitHub accepts files of less than ${largest}.`, {
                        fix: 'Split the file.',
                    }),
                ]
                : []),
            ...(keptName(name) === name
                ? []
                : [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`GitHub would rename ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(keptName(name))}.`, {
                        fix: `Give ${path} a name that contains only letters, digits and ._-+@`,
                    }),
                ]),
        ]),
        ...[...byName.values()].flatMap((same) => same.length === 1
            ? []
            : [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(same.map(({ path }) => path))} would have the same name in the release.`, {
                    fix: 'Rename all but one. Names that differ only in upper and lower case are the same file on some systems.',
                }),
            ]),
    ]);
}
/** The name that GitHub keeps of a file: https://github.com/cli/cli/blob/v2.50.0/pkg/cmd/release/upload/upload.go#L137 */
function keptName(name) {
    const plain = name.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '');
    const kept = plain.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
    return plain.startsWith('.') ? `default.${kept}` : kept;
}


/***/ }),

/***/ 64032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ uploadedIn)
/* harmony export */ });
/** The files of a release whose upload is finished. */
const uploadedIn = (release) => (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);


/***/ }),

/***/ 87612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inUrl)
/* harmony export */ });
/** A tag in a URL, escaped so that no character ends a Markdown link. */
const inUrl = (tag) => encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ }),

/***/ 63916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isReleaseTag),
/* harmony export */   g: () => (/* binding */ inStream)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28242);


const isReleaseTag = (found) => found !== undefined && !(found instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2);
/** The tag of a stream that has a name. Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
function inStream(name, stream) {
    const groups = stream.shape.exec(name)?.groups;
    if (groups === undefined)
        return undefined;
    const version = (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .CD)(() => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(stream.scheme, groups['version'] ?? ''));
    if (version instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        return version;
    return {
        name,
        stream,
        path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
        version,
    };
}


/***/ }),

/***/ 28304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GL: () => (/* binding */ anyStreams),
/* harmony export */   Rg: () => (/* binding */ parseStreams),
/* harmony export */   v4: () => (/* binding */ defaultStreams)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const defaultStreams = 'image: v{version}\nchart: chart/{version}';
/** The same, and a stream whose tags are the version alone. */
const anyStreams = `${defaultStreams}\nplain: {version}`;
/** Reads `name: pattern` lines. */
function parseStreams(text) {
    const streams = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .textLines */ .Fy)(text).map(parseStream);
    if (streams.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('contains no stream.', { fix: 'Write lines such as image: v{version}' });
    for (const key of ['name', 'pattern']) {
        const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
        if (twice !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`has two streams with the ${key} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice[key])}.`, {
                fix: `Give each stream a ${key} of its own.`,
            });
    }
    return streams;
}
const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };
function parseStream(line) {
    const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\x00-\x1f\x7f-\x9f]+)$/.exec(line) ?? [];
    if (name === undefined || pattern === undefined || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hasHidden */ .Vh)(pattern)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which is not a stream.`, {
            fix: 'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
        });
    }
    const used = pattern.match(/\{[^}]*\}?/g) ?? [];
    const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
    const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
    if (odd !== undefined || versions.length !== 1) {
        const problem = odd === undefined
            ? `it has ${versions.length} versions`
            : `${odd} is ${odd in placeholders ? 'used twice' : 'not a placeholder'}`;
        const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the pattern ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(pattern)}, which cannot be used: ${problem}.`, {
            fix: `Use one version and at most one path. The placeholders are ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(known)}.`,
        });
    }
    return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}
// Usual names of folders. Quotes, spaces and dollars would be dangerous in scripts that use the path.
const folder = String.raw `(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;
/** Versions and folders contain no slash, so there is only one way to split a tag. */
function shapeOf(pattern) {
    const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash) => {
        if (!part.startsWith('{'))
            return RegExp.escape(part);
        if (!part.startsWith('{path}'))
            return '(?<version>[^/]+)';
        // Before a slash: a directory. Elsewhere: a directory with its slash, or nothing for the root.
        return slash === '/' ? String.raw `(?<path>${folder}(?:\/${folder})*)\/` : String.raw `(?<path>(?:${folder}\/)*)`;
    });
    return new RegExp(`^${source}$`, 'u');
}


/***/ }),

/***/ 32521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I_: () => (/* binding */ imageTag),
  eL: () => (/* binding */ isLatest),
  rE: () => (/* binding */ parseReleaseTag),
  fe: () => (/* binding */ parseTagName),
  W8: () => (/* binding */ previousTag),
  gQ: () => (/* binding */ tagsInSeries)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/in-stream.js
var in_stream = __webpack_require__(63916);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-name.js
var tag_name = __webpack_require__(54356);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/domain/tags/unknown-tag.js






/** The fix for a tag of no stream: the tag that was probably meant, and a line of `streams` that would match it. */
function fixForUnknownTag(name, streams) {
    if (name.startsWith('refs/'))
        return 'Use the short name of the tag, as in github.ref_name.';
    const befores = [...name.matchAll(versionBegins)].map(({ index }) => name.slice(0, index));
    const line = befores.flatMap(streamLinesFor).find((each) => acceptsTag(each, name));
    const meant = meantTags(name, streams);
    if (line === undefined && meant.length === 0)
        return 'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.';
    return [
        ...(meant.length === 0 ? [] : [`Did you mean ${(0,domain_text/* listed */.KE)(meant, 'or')}?`]),
        ...(line === undefined
            ? []
            : [
                `If this is a release tag, add a line to the input streams, and remove other lines with that name or for the same tags. The line: ${line}`,
            ]),
    ].join('\n');
}
// After a separator or v. Elsewhere, as in pkg@1.2.3, only if a dot follows.
const versionBegins = /(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])/gu;
function streamLinesFor(before) {
    // Many Python projects use the version alone as the tag.
    if (before === '')
        return ['driver: {pep440}', 'driver: {version}'];
    const afterFolders = /^.+\/.+(\/v?)$/.exec(before)?.[1];
    const name = /^[a-z][a-z0-9-]+(?=[/_@-])/.exec(before)?.[0] ?? 'release';
    const starts = [...(afterFolders === undefined ? [] : [`module: {path}${afterFolders}`]), `${name}: ${before}`];
    return starts.flatMap((start) => [`${start}{version}`, `${start}{pep440}`]);
}
function acceptsTag(line, name) {
    const streams = (0,error/* attempt */.CD)(() => (0,stream/* parseStreams */.Rg)(line));
    return !(streams instanceof error/* ReleaseError */.K2) && streams.some((stream) => (0,in_stream/* isReleaseTag */.K)((0,in_stream/* inStream */.g)(name, stream)));
}
/** Tags of the streams that look like this name: v0.4.0 for v0.4, V0.4.0, v.0.4.0 and 0.4.0. */
function meantTags(name, streams) {
    const [, before, numbers = '', behind = ''] = /^(.*?)(?<![\d.])\.?(\d+(?:\.\d+)*)([^/]*)$/s.exec(name) ?? [];
    if (before === undefined)
        return [];
    const folders = /^.*(?=\/)/.exec(before)?.[0] ?? '';
    const meant = streams.flatMap((stream) => {
        const shape = stream.pattern.replace(/\{path\}(\/?)/, (_, slash) => (folders === '' ? slash : `${folders}/`));
        const [start = ''] = shape.split('{', 1);
        if (bare(start) !== bare(before))
            return [];
        const tags = versionsLike(numbers, behind, stream).map((version) => shape.replace(/\{\w+\}/, () => version));
        return tags.filter((tag) => tag !== name && isTagOf(stream, tag, streams));
    });
    return [...new Set(meant)].slice(0, 3);
}
/** Whether a name is a tag of this stream, and of no other one. */
function isTagOf(stream, name, streams) {
    if ((0,error/* attempt */.CD)(() => (0,tag_name/* refuseBadName */.D)(name)) instanceof error/* ReleaseError */.K2)
        return false;
    const fitting = streams.filter((one) => (0,in_stream/* isReleaseTag */.K)((0,in_stream/* inStream */.g)(name, one)));
    return fitting.length === 1 && fitting[0] === stream;
}
/** What comes before a version, without the marks that people confuse. */
const bare = (before) => before.toLowerCase().replace(/(?<=^|[/_-])v?\.?$/, '');
/** The version with three numbers and without leading zeros, and its form in SemVer if Python wrote it. */
function versionsLike(numbers, behind, { scheme }) {
    if (scheme === 'pep440')
        return [numbers + behind];
    const parts = numbers.split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
    const padded = [...parts, '0', '0'].slice(0, Math.max(3, parts.length)).join('.');
    const python = (0,error/* attempt */.CD)(() => (0,versions_version/* parsePep440 */.FB)(padded + behind));
    return [padded + behind, ...(python instanceof error/* ReleaseError */.K2 ? [] : [python.semver ?? ''])];
}

;// CONCATENATED MODULE: ./build/src/domain/tags/tag.js






/** Finds the only stream that matches a tag, and reads the version. */
function parseReleaseTag(name, streams) {
    (0,tag_name/* refuseBadName */.D)(name);
    const tries = streams.map((stream) => ({ stream, found: (0,in_stream/* inStream */.g)(name, stream) }));
    const fitting = tries.map(({ found }) => found).filter(in_stream/* isReleaseTag */.K);
    const [first, second] = fitting;
    if (first !== undefined && second === undefined)
        return first;
    if (first !== undefined) {
        const all = fitting.map(({ stream }) => formatStream(stream));
        throw new error/* ReleaseError */.K2(`Tag ${(0,domain_text/* quoted */.TL)(name)} matches more than one stream: ${(0,domain_text/* listed */.KE)(all)}.`, {
            fix: 'Change the patterns of the input streams so that every tag matches only one of them.',
        });
    }
    const reasons = tries.map(({ stream, found }) => {
        return `  ${formatStream(stream)} (${found instanceof error/* ReleaseError */.K2 ? found.message.replace(/\.$/, '') : 'the pattern does not match'})`;
    });
    throw new error/* ReleaseError */.K2(`Tag ${(0,domain_text/* quoted */.TL)(name)} belongs to no stream:\n${reasons.join('\n')}`, {
        fix: fixForUnknownTag(name, streams),
    });
}
/** The other tags of the same series as `tag`: of the same stream and the same path. */
function tagsInSeries(tag, names) {
    return names
        .filter((name) => name !== tag.name)
        .map((name) => (0,in_stream/* inStream */.g)(name, tag.stream))
        .filter(in_stream/* isReleaseTag */.K)
        .filter(({ path }) => path === tag.path);
}
/** The tag with the next lower version. For a stable version, prereleases are skipped. */
function previousTag(tag, others) {
    return others
        .filter(({ version }) => (0,versions_version/* compareVersions */.Zy)(version, tag.version) < 0)
        .filter(({ version }) => tag.version.isPrerelease || !version.isPrerelease)
        .toSorted((one, other) => (0,versions_version/* compareVersions */.Zy)(one.version, other.version))
        .at(-1);
}
/** Whether this is the latest release for users. */
const isLatest = (tag, others) => !tag.version.isPrerelease &&
    others.every(({ version }) => version.isPrerelease || (0,versions_version/* compareVersions */.Zy)(version, tag.version) <= 0);
/** The tag of an image of this release. Undefined if OCI does not allow it. */
function imageTag({ name }, revision) {
    const tag = name.slice(name.lastIndexOf('/') + 1) + (revision === undefined ? '' : `-${revision}`);
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag))
        return tag;
    if (revision === undefined)
        return undefined;
    throw new error/* ReleaseError */.K2(`OCI does not allow the image tag ${(0,domain_text/* quoted */.TL)(tag)}. It takes letters, digits, dots, hyphens and underscores, 128 at most.`, {
        fix: 'Release a version without build metadata (+), or remove the input revision.',
    });
}
const formatStream = ({ name, pattern }) => `${name}: ${pattern}`;
/** The short name of a tag. */
function parseTagName(text) {
    const name = text.trim();
    (0,tag_name/* refuseBadName */.D)(name);
    if (!name.startsWith('refs/'))
        return name;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(name)}, which is a full ref, not a tag name.`, {
        fix: 'Use the short name of the tag, as in github.ref_name.',
    });
}


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

/***/ 88418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ startAt),
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   ke: () => (/* binding */ refuseUnstartable)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



// Why: docs/decisions.md D24
/** Plans to start a workflow at a tag, unless the workflow was started there already. */
async function startAt({ where, workflow, tag, commit, isThere, madeAt }, { event, git, github }) {
    const repository = (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, await git.remotes.address(where));
    if (repository === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The remote ${where.remote} is not on ${event.server}, where ${workflow} would run.`, {
            fix: 'Leave the input start out.',
        });
    const run = { repository, workflow, tag, commit };
    const { workflows } = await github();
    const found = isThere ? await workflows.findRun(run) : undefined;
    return found === undefined
        ? { change: workflows.start(run, madeAt), notes: [] }
        : { change: undefined, notes: [`${workflow} was already started at ${tag}: ${found}`] };
}
/** GitHub runs the workflow file of the tagged commit, and only if that file has the trigger workflow_dispatch. */
async function refuseUnstartable({ workflow, tag, commit }, { git }) {
    const text = await git.commits.text((await commit).sha, `.github/workflows/${workflow}`);
    if (text === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The commit for ${tag} has no file .github/workflows/${workflow}.`, {
            fix: 'Correct the input start, or tag a commit that has the workflow.',
        });
    if (/\bworkflow_dispatch\b/.test(text))
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The workflow .github/workflows/${workflow} at ${tag} cannot be started: it has no workflow_dispatch.`, {
        fix: 'Add workflow_dispatch to the `on:` of the workflow, and tag a commit that has this change.',
        at: { file: `.github/workflows/${workflow}` },
    });
}
/** The name of a file in .github/workflows. */
function workflowFile(value) {
    if (/^[\w.-]+\.ya?ml$/.test(value.trim()))
        return value.trim();
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)} is not the name of a workflow file.`, {
        fix: 'Give the name of a file in .github/workflows, such as release.yml.',
    });
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
