export const id = 9364;
export const ids = [9364,2533];
export const modules = {

/***/ 79364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _src_plans_release_issue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57889);
/* harmony import */ var _src_plans_repository_here_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84431);
/* harmony import */ var _src_runtime_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44502);
/* harmony import */ var _src_world_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45827);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60376);







/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_src_runtime_action_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: 'Release issue',
    description: 'Follow a release in one issue: open it from a template, wait until enough people agree, tick its boxes, close it.',
    example: '--do open --tag v1.2.3 --template release.md',
    inputs: _contract_js__WEBPACK_IMPORTED_MODULE_6__/* .inputs */ .QL,
    outputs: _contract_js__WEBPACK_IMPORTED_MODULE_6__/* .outputs */ .V4,
    permissions: {
        'contents: read': 'to read OWNERS, tags and releases',
        'issues: write': 'to open, edit, comment and close the issue',
        'pull-requests: read': 'to read what was merged, for the changelog',
    },
    waits: 'for people to agree, and for what else is missing',
    async plan(wanted, world) {
        const tags = tagsOf(wanted);
        refuseMisfits(wanted);
        const [repository, here] = await (0,_src_world_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .together */ .bs)([
            wanted.repository ?? (0,_src_plans_repository_here_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryHere */ .L)(world),
            wanted.do === 'open' ? lookHere(wanted, tags, world) : undefined,
        ]);
        const github = await world.github();
        const { found, notes } = await (0,_src_plans_release_issue_js__WEBPACK_IMPORTED_MODULE_2__/* .findReleaseIssue */ .EC)(repository, tags, github);
        const state = { repository, tags, found, notes, github };
        if (here !== undefined)
            return (await Promise.all(/* import() */[__webpack_require__.e("changelog"), __webpack_require__.e("open")]).then(__webpack_require__.bind(__webpack_require__, 42671))).openIssue(wanted, { ...state, ...here }, world);
        if (found === undefined)
            return nothingYet(state);
        return follow(wanted, { ...state, found });
    },
}));
/** What an issue begins with is loaded while git tells the repository: most of it is about changelogs. */
async function lookHere(wanted, tags, world) {
    return (await Promise.all(/* import() */[__webpack_require__.e("changelog"), __webpack_require__.e("open")]).then(__webpack_require__.bind(__webpack_require__, 42671))).lookHere(wanted, tags, world);
}
// Each loads only what it needs: OWNERS are YAML.
async function follow(wanted, state) {
    if (wanted.do === 'tick')
        return (await __webpack_require__.e(/* import() */ "tick").then(__webpack_require__.bind(__webpack_require__, 13123))).tick(wanted, state);
    if (wanted.do === 'close')
        return (await __webpack_require__.e(/* import() */ "close").then(__webpack_require__.bind(__webpack_require__, 47848))).close(wanted, state);
    return (await Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("re2js"), __webpack_require__.e("await-approval")]).then(__webpack_require__.bind(__webpack_require__, 69758))).awaitApproval(wanted, state);
}
/** The tags, without repeats. */
function tagsOf({ tag, tags }) {
    if (tag !== undefined && tags !== undefined)
        throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('Inputs tag and tags are both set.', { fix: 'Give all tags in tags, and leave tag out.' });
    const all = [...new Set(tag === undefined ? (tags ?? []) : [tag])];
    if (all.length > 0)
        return all;
    throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('Neither input tag nor tags is set.', { fix: 'Set tag, such as v1.2.3.' });
}
function refuseMisfits({ do: what, items, template, bodyPath, commit }) {
    if (what === 'await-approval' && commit !== undefined && !/^(?:[\da-f]{40}|[\da-f]{64})$/.test(commit))
        throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Input commit is ${(0,_src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(commit)}. For do: await-approval it is compared with the issue, so it has to be a whole hash.`, { fix: 'Give the 40 digits of the commit, such as github.sha.' });
    if (what === 'tick' && items === undefined)
        throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('Input items is required for do: tick.', {
            fix: 'Give a line for each box: its text, =>, and the address of what proves it.',
        });
    if (template !== undefined && bodyPath !== undefined)
        throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Inputs template (${(0,_src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(template)}) and body-path (${(0,_src_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(bodyPath)}) are both set.`, {
            fix: 'Set one of them.',
        });
}
const nothingYet = ({ repository, tags, notes }) => ({
    notes,
    waitsFor: [(0,_src_plans_release_issue_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitedReleaseIssue */ .Os)(repository, tags)],
    changes: [],
    outputs: { number: undefined, url: undefined, commit: undefined, approvers: undefined, approvals: undefined },
});


/***/ }),

/***/ 60376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Od: () => (/* binding */ issueFact),
/* harmony export */   QL: () => (/* binding */ inputs),
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   Yz: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _src_domain_release_issues_boxes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62326);
/* harmony import */ var _src_domain_tags_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28304);
/* harmony import */ var _src_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32521);
/* harmony import */ var _src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12712);
/* harmony import */ var _src_domain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31987);
/* harmony import */ var _src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26118);
/* harmony import */ var _src_runtime_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38933);
/* harmony import */ var _src_runtime_repository_input_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90961);








const inputs = {
    do: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)('What to do with the issue.', ['open', 'await-approval', 'tick', 'close']),
    tag: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('The tag of the release, such as v1.2.3.', _src_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagName */ .fe).optional(),
    tags: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('The tags of a release that has several, such as v1.2.3 and chart/0.4.0, one per line. The first one gives version and changelog.', _src_domain_tags_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagName */ .fe)
        .list()
        .optional(),
    repository: _src_runtime_repository_input_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryInput */ .J,
    commit: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('The commit to release. For do: open, the default is HEAD. For do: await-approval: wait until the issue proposes this commit.').optional(),
    template: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: the name of a file in .github/ISSUE_TEMPLATE, such as release.md, or of an issue form. In it, {tag}, {tags}, {version}, {previous-tag}, {commit} and {changelog} are replaced.').optional(),
    bodyPath: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .path */ .Ae)('For do: open: a file with the text of the issue, with the same placeholders. Cannot be combined with template.').optional(),
    title: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: the title, with the same placeholders. Default: that of the template, or Release and the tags.').optional(),
    labels: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: labels, one per line, besides those of the template.').list().or(''),
    assignees: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: users to assign, one per line, besides those of the template.').list().or(''),
    milestone: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: the title of an open milestone.').optional(),
    previousTag: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('For do: open: the tag of the previous release. Default: the newest older tag of the same stream, as parse-tag finds it.').optional(),
    streams: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('The series of tags of this repository, in the same form as for parse-tag.', _src_domain_tags_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStreams */ .Rg).or(_src_domain_tags_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .anyStreams */ .GL),
    approvals: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('For do: await-approval: how many different people have to agree.', parseCount).or('2'),
    owners: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .path */ .Ae)('For do: await-approval: the OWNERS file that says who may agree. It is read from the default branch, with the OWNERS of the folders above it and OWNERS_ALIASES.').or('OWNERS'),
    approversOnly: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)('For do: await-approval: whether the reviewers in OWNERS do not count.'),
    team: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('For do: await-approval: a team whose members may agree, as organization/name, instead of OWNERS. The token needs members: read of the organization.', parseTeam).optional(),
    allowAuthor: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)('For do: await-approval: whether the account that opened the issue may agree.'),
    items: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .hF)('For do: tick: the boxes to tick, one per line: the text of the box, =>, and the address of what proves it.', _src_domain_release_issues_boxes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTicks */ .o).optional(),
    comment: (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .verbatim */ .Bj)('For do: close: the text of the last comment. Links to the releases are added.').optional(),
};
const outputs = {
    number: (0,_src_runtime_output_js__WEBPACK_IMPORTED_MODULE_6__/* .number */ .ai)('The number of the issue. Unset if there is none yet.'),
    url: 'The address of the issue. Unset if there is none yet.',
    commit: 'The commit that the issue proposes. Unset if there is no issue yet.',
    approvers: (0,_src_runtime_output_js__WEBPACK_IMPORTED_MODULE_6__/* .list */ .p_)('Who has agreed, for do: await-approval.'),
    approvals: (0,_src_runtime_output_js__WEBPACK_IMPORTED_MODULE_6__/* .json */ .Pq)('The same, each with login, and the url of the comment.'),
};
function parseCount(value) {
    const count = (0,_src_runtime_input_js__WEBPACK_IMPORTED_MODULE_5__/* .integer */ .nd)('').read(value);
    if (count > 0)
        return count;
    throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2('is 0, so that nobody would have to agree.', { fix: 'Give 1 or more.' });
}
function parseTeam(value) {
    const [, organization, slug] = /^@?([\w.-]+)\/([\w.-]+)$/.exec(value.trim()) ?? [];
    if (organization !== undefined && slug !== undefined)
        return { organization, slug };
    throw new _src_domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`is ${(0,_src_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(value)}, not the name of a team.`, { fix: 'Write organization/name.' });
}
/** The outputs that only tell which issue it is. */
const outputsOf = ({ issue, proposal }) => ({
    number: issue.number,
    url: issue.url,
    commit: proposal.commit,
    approvers: undefined,
    approvals: undefined,
});
const issueFact = (issue) => ({
    name: 'Release issue',
    value: `#${issue.number} ${issue.title}`,
    url: issue.url,
});


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


/***/ }),

/***/ 62326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withTicks),
/* harmony export */   o: () => (/* binding */ parseTicks)
/* harmony export */ });
/* harmony import */ var _changelogs_markdown_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42533);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2680);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);




/** Reads lines such as `The image is staged => https://…`. */
function parseTicks(text) {
    const ticks = (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textLines */ .Fy)(text).map(parseTick);
    if (ticks.length === 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2('contains no item.', { fix: form });
    const twice = ticks.find(({ item }, index) => ticks.findIndex((other) => other.item === item) < index);
    if (twice === undefined)
        return ticks;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`has the item ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(twice.item)} twice.`, { fix: 'Remove one of the two lines.' });
}
const form = 'Write the text of a box, then the address of what proves it: The image is staged => https://…';
function parseTick(line) {
    const [, item, evidence] = /^(.*\S)\s+=>\s+(\S+)$/.exec(line) ?? [];
    if (item === undefined || evidence === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(line)}, which has no address.`, { fix: form });
    if (/^https?:\/\/[^<>()\s]+$/.test(evidence) && URL.canParse(evidence) && !(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .hasHidden */ .Vh)(evidence))
        return { item, evidence };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`contains ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(evidence)}, which is not the address of a page.`, { fix: form });
}
/** A text with boxes ticked. All other bytes stay. A box that somebody has ticked stays as it is, and is named. */
function withTicks(body, ticks) {
    const boxes = boxesIn(body);
    const found = ticks.map((tick) => ({ tick, box: boxNamed(tick.item, boxes) }));
    (0,_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseIfAny */ .Yb)('Some boxes cannot be ticked.', found.flatMap(({ box }) => (box instanceof _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2 ? [box] : [])));
    for (const [index, { tick, box }] of found.entries()) {
        const other = found.slice(0, index).find((one) => one.box === box);
        if (other !== undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`The items ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(other.tick.item)} and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(tick.item)} are the same box.`, {
                fix: 'Remove one of the two lines, or give the whole text of each box.',
            });
    }
    const open = found.flatMap(({ tick, box }) => (box instanceof _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2 || box.isTicked ? [] : [{ tick, box }]));
    const text = open
        .toSorted((one, other) => other.box.mark - one.box.mark)
        .reduce((all, { tick, box }) => `${all.slice(0, box.mark)}x${all.slice(box.mark + 1, box.end)} (${tick.evidence})${all.slice(box.end)}`, body);
    const ticked = open.map(({ tick }) => tick);
    return { body: text, ticked, before: ticks.filter((tick) => !ticked.includes(tick)) };
}
/** The boxes of a text, outside of code and comments: https://github.github.com/gfm/#task-list-items-extension- */
function boxesIn(body) {
    return (0,_changelogs_markdown_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .proseLines */ .D)(body).flatMap(({ text, start }) => {
        const [, before = '', mark, label] = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\][ \t]+(.*\S)/.exec(text) ?? [];
        if (mark === undefined || label === undefined)
            return [];
        return [{ label, mark: start + before.length, end: start + text.trimEnd().length, isTicked: mark !== ' ' }];
    });
}
/** The words of a box, without the proof that withTicks writes, comments of HTML, and a colon at the end. */
const bare = (label) => label
    .replace(/ \(https?:\/\/[^<>()\s]+\)$/, '')
    .replaceAll(/<!--.*?-->/g, '')
    .trim()
    .replace(/:$/, '');
/** The box with this text, or the only one whose text begins with it: behind it may stand what a person or a run added. */
function boxNamed(item, boxes) {
    const same = boxes.filter(({ label }) => label === item || bare(label) === bare(item));
    const [first, second] = same.length > 0 ? same : boxes.filter(({ label }) => label.startsWith(item));
    const labels = boxes.map(({ label }) => label);
    if (first === undefined)
        return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`The release issue has no box ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(item)}.`, {
            fix: (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(item, labels) ?? 'Add the box to the issue, or remove the item.',
        });
    if (second === undefined)
        return first;
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`The release issue has several boxes that begin with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(item)}.`, {
        fix: 'Give the whole text of the box, and let each box have a text of its own.',
    });
}


/***/ }),

/***/ 69797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ originIn),
/* harmony export */   D_: () => (/* binding */ withOrigin),
/* harmony export */   I5: () => (/* binding */ commentMarkerStart),
/* harmony export */   LF: () => (/* binding */ isSameProposal),
/* harmony export */   LY: () => (/* binding */ withProposal),
/* harmony export */   Ql: () => (/* binding */ commentMarker),
/* harmony export */   VC: () => (/* binding */ proposalMarker),
/* harmony export */   sp: () => (/* binding */ proposalIn)
/* harmony export */ });
/** The line by which a release issue is found again, whatever its title becomes. GitHub does not show it. */
const proposalMarker = ({ tags, commit }, from) => `<!-- release-issue: ${inComment({ tags, commit, from })} -->`;
/** The line by which a comment in a release issue is found again. */
const commentMarker = (key) => `${commentMarkerStart}${inComment(key)} -->`;
const commentMarkerStart = '<!-- release-issue comment: ';
const marker = /<!-- release-issue: (\{[^<>]{0,20000}\}) -->(?![^]*<!-- release-issue: )/;
/** What the text of an issue proposes; undefined if it follows no release. The last marker counts: the text may quote others. */
function proposalIn(body) {
    const [, json] = marker.exec(body) ?? [];
    return json === undefined ? undefined : proposalOf(json);
}
/** From which version of the text a run made this one. A person who edits it leaves the marker as it is. */
function originIn(body) {
    const [, json] = marker.exec(body) ?? [];
    const { from } = json === undefined ? {} : (parsed(json) ?? {});
    return typeof from === 'string' ? from : undefined;
}
/** The same text with an origin, or without one. */
function withOrigin(body, from) {
    const proposal = proposalIn(body);
    return proposal === undefined ? body : body.replace(marker, () => proposalMarker(proposal, from));
}
/** The same text with another proposal. Only the marker changes. */
const withProposal = (body, proposal) => body.replace(marker, () => proposalMarker(proposal));
const isSameProposal = (one, other) => proposalMarker(one) === proposalMarker(other);
/** A value as JSON that cannot end a comment of HTML. */
const inComment = (value) => JSON.stringify(value).replaceAll(/[<>]/g, (character) => character === '<' ? String.raw `\u003c` : String.raw `\u003e`);
/** People can edit the text, so the marker may be anything. */
function proposalOf(json) {
    const { tags, commit } = (parsed(json) ?? {});
    const isList = Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === 'string');
    return isList && typeof commit === 'string' ? { tags, commit } : undefined;
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31987);

/** What somebody could have meant: the most similar known names, or the first of all. */
function suggestion(given, known) {
    const meant = didYouMean(given, known);
    if (meant !== undefined || known.length === 0)
        return meant;
    return `It has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(known.slice(0, 12))}${known.length > 12 ? ' …' : ''}.`;
}
/** The question for the most similar known names. Undefined if none is similar. */
function didYouMean(given, known) {
    const near = nearest(given, known);
    return near.length === 0 ? undefined : `Did you mean ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(near, 'or')}?`;
}
// Both are keys of a Chart.yaml, so that one is never a slip for the other.
const different = 'appVersion apiVersion';
function nearest(given, known) {
    return [...new Set(known)]
        .filter((name) => `${given} ${name}` !== different)
        .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
        .filter(({ name, far }) => far <= Math.max(2, Math.min(given.length, name.length) / 3))
        .toSorted((one, other) => one.far - other.far)
        .slice(0, 3)
        .map(({ name }) => name);
}
/** How many characters have to be typed, deleted or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > 20)
        return Infinity;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let index = 0; index < one.length; index++) {
        const next = [index + 1];
        for (let at = 0; at < other.length; at++) {
            const replaced = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
            next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


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

/***/ 57889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ isOfRelease),
/* harmony export */   EC: () => (/* binding */ findReleaseIssue),
/* harmony export */   Os: () => (/* binding */ awaitedReleaseIssue)
/* harmony export */ });
/* harmony import */ var _domain_release_issues_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69797);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


// Why: docs/decisions.md D64
/** Finds the issue that follows the release of some of these tags, by the marker in its text. Issues of strangers do not count. */
async function findReleaseIssue(repository, tags, { issues }) {
    const { found: issue, others, strange } = await issues.find(repository, (one) => isOfRelease(one, tags));
    const proposal = issue && (0,_domain_release_issues_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .proposalIn */ .sp)(issue.body);
    return {
        notes: [
            ...others.map(({ number }) => `#${number} follows the same release as #${issue?.number}, which counts, because it is older.`),
            ...strange.map(ofStranger),
        ],
        found: issue === undefined || proposal === undefined ? undefined : { issue, proposal },
    };
}
/** Whether an issue has the marker of the release of some of these tags. */
const isOfRelease = ({ body }, tags) => (0,_domain_release_issues_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .proposalIn */ .sp)(body)?.tags.some((tag) => tags.includes(tag)) ?? false;
const ofStranger = ({ number, author }) => `#${number} has the marker of this release, but ${author.login ?? 'its author'} does not belong to the project: it does not count.`;
/** What a plan waits for if there is no such issue. */
const awaitedReleaseIssue = (repository, tags) => ({
    title: `release issue of ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(tags)} in ${repository}`,
    fix: 'Open it with the action release-issue and do: open.',
});


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
