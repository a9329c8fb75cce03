export const id = "parse-tag";
export const ids = ["parse-tag"];
export const modules = {

/***/ 8936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ parse_tag_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(2712);
// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(8304);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js
var tags_tag = __webpack_require__(234);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(8242);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(4502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(6118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(8933);
;// CONCATENATED MODULE: ./build/actions/parse-tag/labels.js
/** The labels that the OCI image specification names, as lines of key=value; unknown ones are left out. */
const imageLabels = (facts) => Object.entries(facts).flatMap(([key, value]) => value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`]);

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(1987);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 21 modules
var git_git = __webpack_require__(4701);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(716);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(5827);
;// CONCATENATED MODULE: ./build/actions/parse-tag/look.js





const origin = 'origin';
const where = { remote: origin, direction: 'fetch' };
async function lookAtTag({ name }, { require, branch }, { event, git }) {
    const [commit, local, hasOrigin] = await (0,parallel/* together */.b)([
        git.commits.find('HEAD'),
        git.tags.here(),
        git.remotes.has(origin),
    ]);
    const remote = hasOrigin ? await git.remotes.refs(where, branch) : git_git/* noRefs */._6;
    const tags = new Map([...local, ...remote.tags]);
    const [here, there] = [local.get(name), remote.tags.get(name)];
    const placed = there ?? here;
    if (there === undefined && hasOrigin && event.tag === name)
        throw deleted(name);
    if (there !== undefined)
        refuseMoved(name, there, { here, event });
    if (branch !== undefined && !hasOrigin)
        throw new error/* ReleaseError */.K2(`This checkout has no remote ${origin}, so that nobody can tell whether the commit is on ${branch}.`, { fix: 'Leave the input branch out, or add the remote.' });
    (0,tag_place/* refuseMisplacedTag */.z)({ tag: name, at: placed?.commit, expected: commit.sha }, checkOutFix(name));
    if (branch !== undefined)
        await refuseOtherBranch(branch, commit.sha, remote.branches.get(branch), git);
    const object = placed && (await git.tags.object(where, name, placed));
    if (placed !== undefined)
        refuseUnlike(name, require, object);
    return { commit, tags, placed, object, notes: notesOn(name, { here, there, hasOrigin }) };
}
function notesOn(name, { here, there, hasOrigin }) {
    if (!hasOrigin)
        return ['This checkout has no remote origin: only its own tags were looked at.'];
    if (there !== undefined)
        return [];
    return [
        here === undefined
            ? `${name} does not exist yet: HEAD stands for the commit.`
            : `${name} is in this checkout only: it is not pushed yet.`,
    ];
}
function refuseMoved(name, there, { here, event }) {
    const seen = event.tag === name && event.sha !== undefined ? event.sha : here?.commit;
    const isRemade = here !== undefined && here.object !== here.commit && here.object !== there.object;
    if (!isRemade && (seen === undefined || seen === there.commit || seen === there.object))
        return;
    if (isRemade && here.commit === there.commit) {
        throw new error/* ReleaseError */.K2(`Tag ${name} was made anew: on ${origin} it is ${(0,domain_text/* short */.h0)(there.object)}, this checkout has ${(0,domain_text/* short */.h0)(here.object)}, with another message, tagger or signature.`, { fix: 'Delete it in the checkout (git tag -d) if the one on origin is right.' });
    }
    const witness = seen === here?.commit ? 'this checkout has it' : 'the event that triggered this run saw it';
    throw new error/* ReleaseError */.K2(`Tag ${name} was moved: on ${origin} it is at ${(0,domain_text/* short */.h0)(there.commit)}, ${witness} at ${(0,domain_text/* short */.h0)(seen ?? '')}.`, {
        fix: 'Find out who moved it and why. A tag that was once public should not be released again: release the next version.',
    });
}
const deleted = (name) => new error/* ReleaseError */.K2(`Tag ${name}, which triggered this run, is not on ${origin} any more.`, {
    fix: 'Find out who deleted it and why. A tag that was once public should not be used again: release the next version.',
});
const checkOutFix = (name) => `Check out the tag before: actions/checkout with\n  ref: refs/tags/${name}\nor, for pushes and dispatches alike,\n  ref: \${{ inputs.tag || github.ref }}`;
async function refuseOtherBranch(branch, commit, tip, git) {
    if (tip === undefined)
        throw new error/* ReleaseError */.K2(`There is no branch ${branch} on ${origin}.`, { fix: 'Correct the input branch.' });
    if (await git.history.isOnBranch(commit, { remote: origin, name: branch, tip }))
        return;
    throw new error/* ReleaseError */.K2(`Commit ${(0,domain_text/* short */.h0)(commit)} is not on the branch ${branch}, whose tip is ${(0,domain_text/* short */.h0)(tip)}.`, {
        fix: `Tag a commit of ${branch}, or name the branch that this release is made from.`,
    });
}
function refuseUnlike(name, require, object) {
    if (require !== undefined && object === undefined) {
        throw new error/* ReleaseError */.K2(`Tag ${name} is lightweight, and ${require} is required.`, {
            fix: 'Release the next version with push-tag, which makes annotated tags.',
        });
    }
    if (require === 'signed' && object?.isSigned === false) {
        throw new error/* ReleaseError */.K2(`Tag ${name} is not signed.`, {
            fix: 'Release the next version with push-tag and its input signing-key, or with git tag --sign.',
        });
    }
}

;// CONCATENATED MODULE: ./build/actions/parse-tag/action.js









/* harmony default export */ const parse_tag_action = ((0,action/* defineAction */.Q)({
    name: 'Parse tag',
    description: 'Turn a tag into every form that a release needs, and refuse one that should not be released.',
    inputs: {
        tag: (0,input/* text */.Qq)('The tag. Without it, the ref that triggered the run decides.').optional(),
        streams: (0,input/* input */.hF)('The series of tags of this repository, as lines of name: pattern. Placeholders: {version} (SemVer 2), {pep440} (Python), {path} (a directory).', stream/* parseStreams */.Rg).or(stream/* defaultStreams */.v4),
        revision: (0,input/* integer */.nd)('Revision of the image tag: v3.4.4 becomes v3.4.4-0.').optional(),
        require: (0,input/* choice */.Yq)('What the tag must be. A signature is looked for, not verified.', [
            'annotated',
            'signed',
        ]).optional(),
        branch: (0,input/* text */.Qq)('A branch of origin that the commit must be on.').optional(),
        next: (0,input/* choice */.Yq)('What the next version raises.', ['major', 'minor', 'patch']).or('minor'),
    },
    outputs: {
        tag: 'The tag, such as v0.1.0.',
        ref: 'Its full name, refs/tags/v0.1.0.',
        stream: 'The stream it belongs to.',
        path: 'The directory in it, where the stream has {path}.',
        version: 'The version in SemVer 2; unset where it has no form there.',
        major: (0,output/* number */.ai)('The first number.'),
        minor: (0,output/* number */.ai)('The second number.'),
        patch: (0,output/* number */.ai)('The third number.'),
        prerelease: 'What follows the numbers, such as rc.1.',
        build: 'Build metadata, without the plus.',
        isPrerelease: (0,output/* boolean */.zM)('Whether this is a prerelease.'),
        pep440: 'The version as Python normalises it; unset where it has no form there.',
        imageTag: 'The tag for images; unset where OCI forbids it.',
        previousTag: 'The newest older release of the stream; for a stable one never a prerelease.',
        previousVersion: 'The version in it, in the scheme of the stream.',
        isLatest: (0,output/* boolean */.zM)('Whether no stable release of the stream is newer.'),
        nextVersion: 'The next development version in SemVer 2; unset for a prerelease and for a backport.',
        nextPep440: 'The same in PEP 440.',
        exists: (0,output/* boolean */.zM)('Whether the tag is there already.'),
        sha: 'The commit that is released.',
        epoch: (0,output/* number */.ai)('The time of that commit, for SOURCE_DATE_EPOCH.'),
        date: 'The same in ISO 8601, in UTC.',
        annotated: (0,output/* boolean */.zM)('Whether the tag has an object of its own.'),
        signed: (0,output/* boolean */.zM)('Whether it carries a signature, which nobody has verified here.'),
        tagger: 'Who made it.',
        subject: 'The first paragraph of its message.',
        message: 'Its message, without the signature.',
        tagsAtCommit: (0,output/* list */.p_)('All tags at the same commit.'),
        labels: (0,output/* list */.p_)('OCI labels for images of this release.'),
    },
    permissions: { 'contents: read': 'to see the tags' },
    onlyLooks: true,
    async plan({ tag: given, streams, revision, require, branch, next }, { event, git }) {
        const name = given ?? event.tag;
        if (name === undefined)
            throw noTag(event.ref);
        const tag = (0,tags_tag/* parseReleaseTag */.rE)(name, streams);
        const image = (0,tags_tag/* imageTag */.I_)(tag, revision);
        const { commit, tags, placed, object, notes } = await lookAtTag(tag, { require, branch }, { event, git });
        const { version } = tag;
        const others = (0,tags_tag/* siblings */.wE)(tag, [...tags.keys()]);
        const [previous, latest] = [(0,tags_tag/* previousTag */.W8)(tag, others), (0,tags_tag/* isLatest */.eL)(tag, others)];
        const following = latest ? (0,versions_version/* nextDevelopment */.X$)(version, next) : undefined;
        const [major, minor = 0, patch = 0] = version.release;
        const date = new Date(commit.epoch * 1000).toISOString().replace('.000Z', 'Z');
        const missing = [
            [version.semver, `${name} has no form in SemVer 2: version is unset.`],
            [version.pep440, `${name} has no form in PEP 440: pep440 is unset.`],
            [image, `OCI allows no image tag for ${name}: image-tag is unset.`],
        ].flatMap(([value, note]) => (value === undefined && note !== undefined ? [note] : []));
        return {
            changes: [],
            notes: [
                `${name} is of the stream ${tag.stream.name}: ${tag.stream.pattern}.`,
                relation(tag, previous, latest),
                ...notes,
                ...missing,
            ],
            outputs: {
                tag: name,
                ref: `refs/tags/${name}`,
                stream: tag.stream.name,
                path: tag.path,
                version: version.semver,
                major,
                minor,
                patch,
                prerelease: version.prerelease,
                build: version.build,
                isPrerelease: version.isPrerelease,
                pep440: version.pep440,
                imageTag: image,
                previousTag: previous?.name,
                previousVersion: previous?.version[previous.version.scheme],
                isLatest: latest,
                nextVersion: following?.semver,
                nextPep440: following?.pep440,
                exists: placed !== undefined,
                sha: commit.sha,
                epoch: commit.epoch,
                date,
                annotated: placed && object !== undefined,
                signed: placed && (object?.isSigned ?? false),
                tagger: object?.tagger,
                subject: object?.subject,
                message: object?.message.trimEnd(),
                tagsAtCommit: [...tags]
                    .filter(([, at]) => at.commit === commit.sha)
                    .map(([other]) => other)
                    .toSorted(),
                labels: imageLabels({ created: date, revision: commit.sha, version: image, source: event.repositoryUrl }),
            },
        };
    },
}));
function relation({ name, version }, previous, latest) {
    const place = previous === undefined ? 'is the first of its stream' : `follows ${previous.name}`;
    const rank = version.isPrerelease
        ? 'a prerelease'
        : latest
            ? 'the latest release'
            : 'a backport: a newer release is out';
    return `${name} ${place}; it is ${rank}.`;
}
function noTag(ref) {
    const event = ref === undefined ? 'No event triggered this run' : `This run was triggered at ${ref}, which is not a tag`;
    return new error/* ReleaseError */.K2(`${event}, and the input tag is empty.`, {
        fix: "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
    });
}


/***/ })

};
