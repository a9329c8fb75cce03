export const id = "release-summary";
export const ids = ["release-summary"];
export const modules = {

/***/ 84270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ release_summary_action)
});

// EXTERNAL MODULE: ./build/src/domain/markdown.js
var markdown = __webpack_require__(53953);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/actions/release-summary/rows.js
/** What a release is, in a word. */
const releaseKind = ({ isDraft, isPrerelease }) => isDraft ? 'draft' : isPrerelease ? 'prerelease' : 'released';
/** The table: every tag, release, artifact and pull request, with its page. */
const rowsOf = ({ tags, artifacts, pulls }) => [
    ...tags.flatMap(({ name, url, isThere, release }) => [
        { name: 'Tag', value: isThere ? name : `${name}, not there yet`, url: isThere ? url : undefined },
        ...(release === undefined
            ? []
            : [{ name: 'Release', value: `${release.name || name}, ${releaseKind(release)}`, url: release.url }]),
    ]),
    ...artifacts.map(({ kind, name, digest = '', url }) => ({ name: kind, value: `${name}\n${digest}`.trim(), url })),
    ...pulls.map(({ name, title, state, url }) => ({ name: 'Pull request', value: `${name} ${title}, ${state}`, url })),
];
/** What people still have to do, as GitHub shows it and as other steps said. */
const pendingOf = ({ tags, pulls, pending }) => [
    ...tags.flatMap(({ name, release }) => release?.isDraft === true
        ? [{ title: `the draft of ${name} is published`, fix: `Look at it and publish it: ${release.url}` }]
        : []),
    ...pulls
        .filter(({ state }) => state === 'open')
        .map(({ name, url }) => ({ title: `pull request ${name} is merged`, fix: `Review it and merge it: ${url}` })),
    ...pending.map((title) => ({ title, fix: 'The step that asked for it says how, in its own part of this page.' })),
];

;// CONCATENATED MODULE: ./build/actions/release-summary/chart.js


/** The files and images in the chart. GitHub draws no chart of more than 50,000 characters; the table has all of them. */
const most = 30;
const longestLabel = 70;
// Why: docs/decisions.md D79
/** The course of a release as a Mermaid chart. Texts of others are labels in it, and nothing else. */
function chartOf({ repository, tags, artifacts, pulls, pending }) {
    const shown = artifacts.slice(0, most);
    const more = artifacts.length - shown.length;
    return [
        'flowchart LR',
        `repository["${label(repository)}"]`,
        ...streamsOf(tags.slice(0, most)),
        ...shown.flatMap((artifact, index) => [
            `artifact${index}["${label(artifact.kind, artifact.name, digestOf(artifact))}"]`,
            `tag${tagOf(artifact, tags)} --> artifact${index}`,
        ]),
        ...(more > 0 ? [`more["${label(`${more} more, in the table`)}"]`, 'tag0 --> more'] : []),
        ...pulls
            .slice(0, most)
            .flatMap(({ name, state }, index) => [
            `pull${index}("${label(`Pull request ${name}`, state)}")${state === 'open' ? ':::pending' : ''}`,
            `tag0 -.-> pull${index}`,
        ]),
        ...pending
            .slice(0, most)
            .flatMap((text, index) => [
            `pending${index}("${label('Pending', text)}"):::pending`,
            `tag0 -.-> pending${index}`,
        ]),
        'classDef pending stroke:#bf8700,stroke-width:2px,stroke-dasharray:5 4',
        'classDef missing stroke-dasharray:5 4',
    ].join('\n');
}
/** Each stream is a group of tags with their releases. */
function streamsOf(tags) {
    const numbered = tags.map((tag, index) => ({ ...tag, index }));
    return [...Map.groupBy(numbered, ({ stream = 'tags' }) => stream)].flatMap(([stream, own], group) => [
        `subgraph stream${group}["${label(stream)}"]`,
        ...own.map(({ name, isThere, release, index }) => {
            const kind = release === undefined ? [] : [releaseKind(release)];
            return `tag${index}("${label(`Tag ${name}`, ...(isThere ? kind : ['not there yet']))}")${isThere ? '' : ':::missing'}`;
        }),
        'end',
        ...own.map(({ index }) => `repository --> tag${index}`),
    ]);
}
/** The tag of an artifact is the one with its version. Without one, it belongs to the first. */
function tagOf({ version }, tags) {
    const fits = [version, `/${version}`, `v${version}`].map((end, index) => tags.findIndex(({ name }) => (index === 0 ? name === end : name.endsWith(String(end)))));
    return Math.max(0, fits.find((index) => index !== -1) ?? 0);
}
const digestOf = ({ digest }) => digest === undefined
    ? ''
    : digest.replace(/^(\w+:)?(.*)$/s, (_, kind, hex) => `${kind ?? ''}${(0,domain_text/* short */.h0)(hex)}`);
/** The text between the quotes of a node, a line for each part. What could end it, or become markup, is written as its number. */
function label(...lines) {
    const special = new RegExp(String.raw `[^\p{L}\p{N} /.,:@_+-]`, 'gu'); // not a literal: docs/decisions.md D36
    return lines
        .filter((line) => line !== '')
        .map((line) => shortened(line).replaceAll(special, (sign) => `#${sign.codePointAt(0)};`))
        .join('<br>');
}
function shortened(line) {
    if (line.length <= longestLabel)
        return line;
    return `${line.slice(0, longestLabel - 30).replace(/[\ud800-\udbff]$/, '')}…${line.slice(-29).replace(/^[\udc00-\udfff]/, '')}`;
}

// EXTERNAL MODULE: ./build/src/domain/tags/stream.js
var stream = __webpack_require__(28304);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/repository-input.js
var repository_input = __webpack_require__(90961);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/actions/release-summary/artifacts.js


/** The outputs `images`: await-image names references, promote-image where each image is now. */
const imagesIn = (text) => objectsIn(text, 'images').flatMap((fields) => {
    const { to } = fields;
    const places = Array.isArray(to) ? to.filter((place) => typeof place === 'string') : [];
    const [name, tag] = [textOf(fields, 'name'), textOf(fields, 'tag')];
    const one = textOf(fields, 'reference') ?? (tag === undefined ? name : `${name}:${tag}`);
    return (places.length > 0 ? places : [one ?? '?']).map((reference) => ({
        kind: 'Image',
        name: reference.replace(/@.*$/, ''),
        digest: textOf(fields, 'digest'),
        version: tag ?? /:([^:/@]+)(?:@|$)/.exec(reference)?.[1],
    }));
});
/** The output `packages`: a chart that was pushed has a reference. */
const chartsIn = (text) => objectsIn(text, 'packages').map((fields) => {
    const version = textOf(fields, 'version');
    return {
        kind: 'Chart',
        name: textOf(fields, 'reference')?.replace(/@.*$/, '') ?? `${textOf(fields, 'chart') ?? '?'} ${version ?? ''}`.trim(),
        digest: textOf(fields, 'digest') ?? prefixed(textOf(fields, 'sha256')),
        version,
    };
});
/** The output `assets`. */
const assetsIn = (text) => objectsIn(text, 'assets').map((fields) => ({
    kind: 'File',
    name: textOf(fields, 'name') ?? '?',
    digest: textOf(fields, 'digest'),
    version: undefined,
}));
/** The outputs `pending`: lists of texts. */
const textsIn = (text) => listsIn(text, 'pending').map((item) => (typeof item === 'string' ? item : refuse(JSON.stringify(item), 'pending')));
const objectsIn = (text, output) => listsIn(text, output).map((item) => typeof item === 'object' && item !== null ? item : refuse(JSON.stringify(item), output));
/** The entries of all lists, which are one line of JSON each. */
const listsIn = (text, output) => (0,domain_text/* textLines */.Fy)(text).flatMap((line) => {
    const found = parsed(line);
    return Array.isArray(found) ? found : refuse(line, output);
});
function refuse(text, output) {
    throw new error/* ReleaseError */.K2(`has a line that is not what a step puts out as ${output}: ${(0,domain_text/* quoted */.TL)(text.slice(0, 100))}.`, {
        fix: `Pass the outputs as they are, such as \${{ steps.id.outputs.${output} }}, one per line.`,
    });
}
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function textOf(fields, name) {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
const prefixed = (hex) => (hex === undefined ? undefined : `sha256:${hex}`);

;// CONCATENATED MODULE: ./build/actions/release-summary/pull-line.js


function parsePull(line) {
    const [, server, number = ''] = /^(?:https?:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/pull\/|#)?([1-9]\d{0,9})$/.exec(line) ?? [];
    if (number === '')
        throw new error/* ReleaseError */.K2(`has a line that is no pull request: ${(0,domain_text/* quoted */.TL)(line)}.`, {
            fix: 'Give its number, such as 12, or its URL, such as https://github.com/org/project/pull/12.',
        });
    return { number: Number(number), ...(server !== undefined && { repository: server }) };
}

;// CONCATENATED MODULE: ./build/actions/release-summary/contract.js






const inputs = {
    tags: (0,input/* input */.hF)('The tags of the release, one per line. Default: the tag that triggered the run.', tag/* parseTagName */.fe)
        .list()
        .optional(),
    streams: (0,input/* input */.hF)('The series of tags of this repository, as in parse-tag. The chart groups the tags by them.', stream/* parseStreams */.Rg).or(stream/* defaultStreams */.v4),
    repository: repository_input/* repositoryInput */.J,
    images: (0,input/* input */.hF)('The outputs images of await-image and promote-image, one per line.', imagesIn).optional(),
    packages: (0,input/* input */.hF)('The outputs packages of helm-package, one per line.', chartsIn).optional(),
    assets: (0,input/* input */.hF)('The outputs assets of gh-release, one per line. Needed only for drafts, which GitHub does not show to everybody.', assetsIn).optional(),
    pulls: (0,input/* input */.hF)('The pull requests of the release, one per line: 12, or the URL of one in any repository.', parsePull)
        .list()
        .optional(),
    pending: (0,input/* input */.hF)('The outputs pending of other steps, one per line.', textsIn).optional(),
};
const outputs = {
    markdown: 'The chart and the table in Markdown, for a comment or another page.',
};

// EXTERNAL MODULE: ./build/src/domain/repositories/in-url.js
var in_url = __webpack_require__(87612);
// EXTERNAL MODULE: ./build/src/domain/tags/in-stream.js
var in_stream = __webpack_require__(63916);
// EXTERNAL MODULE: ./build/src/plans/repository-here.js
var repository_here = __webpack_require__(84431);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/release-summary/course.js





/** Looks at everything that belongs to the release. */
async function courseOf(wanted, world) {
    const { event } = world;
    const names = [...new Set(wanted.tags ?? (event.tag === undefined ? [] : [event.tag]))];
    if (names.length === 0)
        throw new error/* ReleaseError */.K2('No input names a tag, and this run was not started by one.', {
            fix: 'Set the input tags, such as tags: v1.2.3.',
        });
    const repository = wanted.repository ?? (await (0,repository_here/* repositoryHere */.L)(world));
    const github = await world.github();
    const tags = await (0,parallel/* boundedly */.Xt)(names, (name) => seenTag(name, { wanted, repository, page: event.urlOf(repository), github }));
    const files = tags.flatMap(({ release, url }) => filesOf(release, url));
    return {
        repository,
        tags,
        artifacts: [
            ...(wanted.images ?? []),
            ...(wanted.packages ?? []),
            ...(files.length > 0 ? files : (wanted.assets ?? [])),
        ],
        pulls: await (0,parallel/* boundedly */.Xt)(wanted.pulls ?? [], (pull) => seenPull(pull, repository, github)),
        pending: (wanted.pending ?? []).filter((text) => wanted.pulls === undefined || !isAboutPull.test(text)),
    };
}
/** What commit-changes and promote-image say of their pull request. Here it is looked at. */
const isAboutPull = /^(?:the )?pull request\b.* is merged$/;
async function seenTag(name, { wanted, repository, page, github }) {
    const { published, drafts } = await github.releases.find({ repository, tag: name });
    const tag = wanted.streams.map((stream) => (0,in_stream/* inStream */.g)(name, stream)).find(in_stream/* isReleaseTag */.K);
    return {
        name,
        stream: tag?.stream.name,
        isThere: published !== undefined || (await github.refs.at(repository, `refs/tags/${name}`)) !== undefined,
        url: `${page}/releases/tag/${(0,in_url/* inUrl */.H)(name)}`,
        release: published ?? drafts[0],
    };
}
function filesOf(release, url) {
    const { assets = [], isDraft = true, tag } = release ?? {};
    return assets.map(({ name, digest }) => ({
        kind: 'File',
        name,
        digest,
        version: tag,
        ...(!isDraft && { url: `${url.replace('/releases/tag/', '/releases/download/')}/${(0,in_url/* inUrl */.H)(name)}` }),
    }));
}
async function seenPull(line, own, github) {
    const { number, repository = own } = line;
    const name = `#${number}${repository === own ? '' : ` of ${repository}`}`;
    const found = await github.proposals.at(repository, number);
    if (found === undefined)
        throw new error/* ReleaseError */.K2(`There is no pull request #${number} in ${repository}, or this token cannot see it.`, {
            fix: 'Correct the input pulls. For a private repository, pass a token that can read it.',
        });
    return { ...found, name };
}

;// CONCATENATED MODULE: ./build/actions/release-summary/action.js






/* harmony default export */ const release_summary_action = ((0,action/* defineAction */.Q)({
    name: 'Release summary',
    description: 'Show a whole release on the page of its run, as a chart and a table: tags, releases, images, charts, files, pull requests, and what is pending. It only looks.',
    example: '--tags v1.2.3',
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'contents: read': 'to read the tags and the releases',
        'pull-requests: read': 'to read the pull requests of the input pulls',
    },
    hasNoMode: true,
    async plan(wanted, world) {
        const course = await courseOf(wanted, world);
        const [chart, rows] = [chartOf(course), rowsOf(course)];
        return {
            changes: [],
            pending: pendingOf(course),
            excerpts: [{ title: `The release of ${course.repository}`, text: chart, language: 'mermaid' }],
            outputs: { markdown: `${(0,markdown/* fence */.EU)('mermaid', chart)}\n\n${(0,markdown/* factsTable */.wd)(rows)}\n` },
            facts: () => rows,
        };
    },
}));


/***/ }),

/***/ 53953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   gB: () => (/* binding */ safe),
/* harmony export */   wd: () => (/* binding */ factsTable)
/* harmony export */ });
/** A table of HTML: a row for each fact. */
function factsTable(facts) {
    if (facts.length === 0)
        return '';
    const cell = ({ value, url }) => url !== undefined && /^https?:/.test(url) ? `<a href="${safe(url)}">${safe(value)}</a>` : safe(value);
    const rows = facts.map((fact) => `<tr><th align="left">${safe(fact.name)}</th><td>${cell(fact)}</td></tr>`);
    return `<table>\n${rows.join('\n')}\n</table>`;
}
/** Escapes text from others: nothing in it becomes Markdown, HTML, a mention or a link. */
const safe = (text) => text
    .replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/\n( *)/g, (_, indent) => `<br>${'&nbsp;'.repeat(indent.length)}`);
const longestDetail = 100_000;
/** A fenced block. The fence is longer than every fence in the text, so that all of the text stays text. */
function fence(language, text) {
    const content = text.trim() === '' ? '' : text.replace(/\n+$/, '');
    if (content === '')
        return '';
    const runs = content.match(/`+/g) ?? [];
    const marks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return `${marks}${language}\n${cut(content, longestDetail)}\n${marks}`;
}
/** A text of at most so many bytes, and a line that says whether it is all. */
function cut(text, most) {
    const bytes = Buffer.from(text);
    if (bytes.length <= most)
        return text;
    return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}\n\n… (shortened)`;
}


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
    const befores = [...name.matchAll(versionBegins())].map(({ index }) => name.slice(0, index));
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
// After a separator or v. Elsewhere, as in pkg@1.2.3, only if a dot follows. Not a literal: docs/decisions.md D36
const versionBegins = () => new RegExp(String.raw `(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])`, 'gu');
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

/***/ 84431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ repositoryHere)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72979);
/* harmony import */ var _world_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45827);



/** The repository of the remote origin, as `owner/name`. Without a checkout, the one of the workflow. */
async function repositoryHere({ event, git }) {
    const address = await (0,_world_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .orRefusal */ .kr)(git.remotes.address({ remote: 'origin', direction: 'push' }));
    const there = address instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2 ? undefined : (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, address);
    const found = there ?? (0,_domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOn */ .Y)(event.server, event.repositoryUrl ?? '');
    if (found !== undefined)
        return found;
    if (address instanceof _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2)
        throw address;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The remote origin is not on ${event.server}.`, {
        fix: 'Set the input repository, as owner/name.',
    });
}


/***/ }),

/***/ 90961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ repositoryInput)
/* harmony export */ });
/* harmony import */ var _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72979);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26118);


/** The repository of actions that also work without a checkout: src/plans/repository-here.ts finds the default. */
const repositoryInput = (0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)('The repository, as owner/name. Default: the repository of the remote origin, or of the workflow.', _domain_repositories_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .S).optional();


/***/ })

};
