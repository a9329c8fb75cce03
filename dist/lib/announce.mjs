export const id = "announce";
export const ids = ["announce"];
export const modules = {

/***/ 87460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ announce_action)
});

;// CONCATENATED MODULE: ./build/src/domain/announcements/message.js
const nothing = '\u200b'; // a space of no width, after which GitHub and Slack see no mention
/** The same text without mentions of people, teams and channels. Addresses of mail stay as they are. */
const withoutMentions = (text) => text.replaceAll(/(?<!\w)@(?=\w)/g, `@${nothing}`);
/** A message as Markdown for GitHub. Nobody is mentioned, and it hides nothing: hidden lines are what actions remember things by. */
function markdownOf({ title, text, url }) {
    const parts = [title === undefined ? undefined : `### ${oneLine(title)}`, text.trim(), url];
    return withoutMentions(given(parts).join('\n\n')).replaceAll('<!--', `<${nothing}!--`);
}
/** A message as plain text, for a person to paste it. */
const pastedText = ({ title, text, url }) => withoutMentions(given([title === undefined ? undefined : oneLine(title), text.trim(), url]).join('\n\n'));
const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();
const given = (parts) => parts.filter((part) => part !== undefined && part !== '');

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/announcements/place.js


/** Reads `slack`, `slack: #channel`, `issue` or `discussion: Category`. */
function parsePlace(line) {
    const [, word = '', name] = /^(\w+)(?:\s*:\s*(\S.{0,79}))?$/.exec(line.trim()) ?? [];
    const isPlain = name === undefined || !((0,domain_text/* hasHidden */.Vh)(name) || /[\x00-\x1f\x7f]/.test(name));
    if (word === 'slack' && isPlain)
        return { kind: 'slack', name };
    if (word === 'issue' && name === undefined)
        return { kind: 'issue' };
    if (word === 'discussion' && name !== undefined && isPlain)
        return { kind: 'discussion', category: name };
    throw new error/* ReleaseError */.K2(`has ${(0,domain_text/* quoted */.TL)(line)}, which is no place to announce something.`, {
        fix: 'Use slack, slack: #CHANNEL, issue, or discussion: CATEGORY.',
    });
}
/** A channel for people, which is also its name in the marker of what was announced there. */
const channelText = ({ name }) => `Slack${name === undefined ? '' : ` (${name})`}`;

;// CONCATENATED MODULE: ./build/src/domain/announcements/webhook.js

/** Reads a server such as https://hooks.slack.com. Without encryption it has to be on this machine. */
function parseWebhookServer(text) {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    const isHere = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
    if (url !== undefined && isSafe && url.href === `${url.origin}/`)
        return url.origin;
    throw new error/* ReleaseError */.K2('is not the address of an encrypted server.', {
        fix: 'Write it like https://hooks.slack.com, without a path.',
    });
}
/** Refuses a webhook on another server than the one that the workflow names. The address itself is never shown. */
function webhookOn(server, text) {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    if (url !== undefined && url.origin === server && url.username + url.password === '' && url.pathname.length > 1)
        return { address: url.href, server };
    throw new error/* ReleaseError */.K2(`Input slack-webhook is not the address of a webhook at ${server}.`, {
        fix: `Store the whole address, such as ${server}/services/…, in the secret. If the webhooks are on a server of your own, name it in the input slack-server.`,
    });
}

// EXTERNAL MODULE: ./build/src/domain/repositories/issue-number.js
var issue_number = __webpack_require__(64428);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tag = __webpack_require__(32521);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/repository-input.js
var repository_input = __webpack_require__(90961);
;// CONCATENATED MODULE: ./build/actions/announce/contract.js








const inputs = {
    tag: (0,input/* input */.hF)('The tag of what is announced. Each place gets one message for each tag.', tag/* parseTagName */.fe),
    to: (0,input/* input */.hF)('Where to announce it, one per line: slack (or slack: #CHANNEL, if there are several), issue (a comment in the release issue), or discussion: CATEGORY.', parsePlace).list(),
    text: (0,input/* verbatim */.Bj)('The text, in Markdown.').optional(),
    textPath: (0,input/* path */.Ae)('A file to read the text from. Cannot be combined with text.').optional(),
    title: (0,input/* text */.Qq)('A title. Default: none; that of a discussion is the tag.').optional(),
    url: (0,input/* input */.hF)('The page to read more, which stands below the text.', pageAddress).optional(),
    slackWebhook: (0,input/* secret */.rJ)('The address of an incoming webhook of Slack. Without one, the summary has the text, for a person to paste it.'),
    slackServer: (0,input/* input */.hF)('The server that the webhook has to be on.', parseWebhookServer).or('https://hooks.slack.com'),
    issue: (0,input/* input */.hF)('The number of the issue that follows the release. Default: the issue that release-issue opened for the tag.', issueNumber).optional(),
    repository: repository_input/* repositoryInput */.J,
};
const outputs = {
    text: 'The message as plain text, without mentions, for other actions.',
    commentUrl: 'The page of the comment in the issue.',
    discussionUrl: 'The page of the discussion.',
};
function pageAddress(value) {
    const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '')
        return url.href;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not the address of a page.`, { fix: 'Give an address with https://.' });
}
function issueNumber(value) {
    const number = (0,issue_number/* issueNumberOf */.y)(value);
    if (number !== undefined)
        return number;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not the number of an issue.`, { fix: 'Give a number such as 12.' });
}

;// CONCATENATED MODULE: ./build/src/domain/announcements/memory.js
/** A hidden line for a comment in the release issue. */
const sendingLine = ({ state, run }) => `<!-- announcement: ${state} by ${run} -->`;
/** Reads that line. A comment without it was edited: then nobody knows. */
function sendingIn(body) {
    const [, state, run = ''] = /<!-- announcement: (begun|sent|unconfirmed) by ([\w-]{1,60}) -->/.exec(body) ?? [];
    return { state: state ?? 'unconfirmed', run }; // one of the three that it matches
}

;// CONCATENATED MODULE: ./build/src/domain/announcements/slack.js


// https://docs.slack.dev/reference/block-kit/blocks/section-block/
const [longestHeader, longestSection, mostSections] = [150, 3000, 10];
/** A message for Slack. In text from others, nothing is a mention, and nothing becomes a link but addresses. */
function slackMessage({ title, text, url }) {
    const head = title === undefined ? undefined : oneLine(title);
    const sections = sectionsOf(text.trim(), url);
    return {
        text: escaped(head ?? text.trim().split('\n', 1)[0] ?? ''),
        blocks: [
            ...(head === undefined ? [] : [{ type: 'header', text: { type: 'plain_text', text: cut(head) } }]),
            ...sections.map((one) => ({ type: 'section', text: { type: 'mrkdwn', text: one } })),
        ],
    };
}
function sectionsOf(text, url) {
    const sections = [];
    for (const line of text.split('\n').map(mrkdwnLine)) {
        const joined = sections.length === 0 ? line : `${sections.at(-1)}\n${line}`;
        if (sections.length > 0 && joined.length <= longestSection)
            sections[sections.length - 1] = joined;
        else
            sections.push(line);
    }
    const tooLong = sections.some(({ length }) => length > longestSection);
    if (sections.length > mostSections || tooLong)
        throw new error/* ReleaseError */.K2(tooLong
            ? `The text has a line of more than ${longestSection} characters, which Slack does not take.`
            : `The text is longer than ${mostSections} times ${longestSection} characters, which Slack does not take.`, { fix: 'Give a shorter text, and the address of the whole one in the input url.' });
    return [...sections.filter((one) => one.trim() !== ''), ...(url === undefined ? [] : [`<${escaped(url)}>`])];
}
/** A line of Markdown in Slack's own notation: https://docs.slack.dev/messaging/formatting-message-text */
function mrkdwnLine(line) {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    const plain = heading === undefined ? line.replace(/^(\s*)[-*+]\s+/, '$1• ') : `**${heading.replaceAll('**', '')}**`;
    return linked(escaped(plain)).replaceAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '*$1*');
}
// A link, an address in angle brackets (which are escaped), or an address alone. What ends a sentence is no part of it.
const addresses = /\[([^[\]|]+)\]\((https?:\/\/[^\s()|]+)\)|&lt;(https?:\/\/[^\s|&]+(?:&amp;[^\s|&]+)*)&gt;|https?:\/\/(?:(?!&[lg]t;)[^\s()|*])+(?<![.,:!?'"])/g;
const linked = (text) => text.replaceAll(addresses, (found, label, page, bracketed) => label === undefined ? `<${bracketed ?? found}>` : `<${page}|${label}>`);
/** These three characters begin everything that Slack obeys, such as `<!channel>`. */
const escaped = (text) => withoutMentions(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const cut = (text) => (text.length <= longestHeader ? text : `${text.slice(0, longestHeader - 1)}…`);

// EXTERNAL MODULE: ./build/src/domain/release-issues/marker.js
var marker = __webpack_require__(69797);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
;// CONCATENATED MODULE: ./build/actions/announce/in-slack.js







/** Without a webhook, a person pastes the text. That is the usual case, and nothing is wrong with it. */
const pasted = (place, { message }) => ({
    notes: [`There is no webhook: paste the text below into ${channelText(place)}.`],
    excerpts: [{ title: `For ${channelText(place)}`, text: pastedText(message) }],
});
// Why: docs/decisions.md D70
/** Plans to send a message once. A comment says so before and afterwards, because nobody can look at what a webhook got. */
async function inSlack(telling) {
    const { memory, world, place, announcement } = telling;
    const { tag } = announcement;
    const [comment] = memory.github.comments.marked(markerOf(telling), memory.comments);
    const sent = world.ledger.recall(sentOf(telling)); // by an earlier plan of this run
    if (comment === undefined) {
        if (sent instanceof error/* ReleaseError */.K2)
            throw sent; // forgotten, as it should be
        return { changes: sent === undefined ? [begun(telling), await sending(telling)] : [recording(telling, sent)] };
    }
    const { state, run } = sendingIn(comment.body);
    if (state === 'begun' && run === runOf(world))
        return { changes: [sent === undefined ? await sending(telling) : recording(telling, sent)] };
    if (state === 'sent')
        return { notes: [`${tag} was already announced in ${channelText(place)}: ${comment.url}`] };
    return {
        pending: [perhapsMissing(telling, comment)],
        excerpts: pasted(place, announcement).excerpts,
    };
}
const begun = (telling) => remembered(telling, 'begun', telling.memory.comments);
/** Sends the message, and says in the comment whether it arrived. */
async function sending(telling) {
    const { announcement, webhook, world } = telling;
    const message = slackMessage(announcement.message);
    const slack = await world.slack();
    return {
        keys: [`message about ${subject(telling)}`],
        title: `Send a message to ${channelText(telling.place)}`,
        detail: pastedText(announcement.message),
        reach: 'remote',
        apply: async (made) => {
            const sent = await slack.send(webhook, message);
            world.ledger.remember(sentOf(telling), sent);
            await record(telling, sent, made);
        },
    };
}
const recording = (telling, sent) => ({
    keys: [`memory of ${subject(telling)}`],
    title: `Remember what became of the message to ${channelText(telling.place)}`,
    reach: 'remote',
    apply: (made) => record(telling, sent, made),
});
/** What Slack has refused is forgotten, so that the next run can send it. */
async function record(telling, sent, made) {
    const { github, issue } = telling.memory;
    const comments = await github.comments.list(issue);
    if (sent instanceof error/* ReleaseError */.K2) {
        const marked = github.comments.marked(markerOf(telling), comments);
        for (const one of marked)
            await github.comments.withdraw(issue, one).apply(made);
        throw sent;
    }
    await remembered(telling, sent, comments)?.apply(made);
    if (sent === 'unconfirmed')
        throw new change/* Moved */.a(`Slack did not confirm the message about ${telling.announcement.tag}`, { hasProgressed: true });
}
function remembered(telling, state, comments) {
    const { github, issue } = telling.memory;
    const text = `${sentences[state](telling)}\n\n${sendingLine({ state, run: runOf(telling.world) })}`;
    return github.comments.save(issue, { marker: markerOf(telling), text, about: abouts[state] }, comments);
}
const sentences = {
    begun: ({ announcement: { tag }, place }) => `${tag} is being announced in ${channelText(place)}.`,
    sent: ({ announcement: { tag }, place }) => `${tag} was announced in ${channelText(place)}.`,
    unconfirmed: ({ announcement: { tag }, place }) => `${tag} may not have been announced in ${channelText(place)}: it did not confirm the message.`,
};
const abouts = {
    begun: 'that a message is being sent',
    sent: 'that the message was sent',
    unconfirmed: 'that the message may be missing',
};
const perhapsMissing = (telling, { url, createdAt }) => ({
    title: `a look into ${channelText(telling.place)}: the message about ${telling.announcement.tag}, begun ${createdAt}, may be missing`,
    fix: `It is not sent a second time. If it is missing, paste the text from the summary, or delete the comment ${url} and run this again.`,
});
const subject = ({ place, announcement }) => `${announcement.tag} in ${channelText(place)}`;
const markerOf = (telling) => (0,marker/* commentMarker */.Ql)(`announcement of ${subject(telling)}`);
const sentOf = (telling) => ({ name: `message about ${subject(telling)}` });
const runFact = { name: 'run that announces' };
/** A name of this run that no other run has. */
function runOf({ ledger }) {
    const known = ledger.recall(runFact) ?? crypto.randomUUID();
    ledger.remember(runFact, known);
    return known;
}

// EXTERNAL MODULE: ./build/src/plans/release-issue.js
var release_issue = __webpack_require__(57889);
// EXTERNAL MODULE: ./build/src/plans/repository-here.js
var repository_here = __webpack_require__(84431);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/announce/look.js






/** Everything that needs no server. All mistakes in it are told at once. */
async function announcementOf(wanted, { files }) {
    const [text, webhook] = await (0,parallel/* together */.bs)([textOf(wanted, files), webhookOf(wanted), refuseTwoChannels(wanted)]);
    const { tag, title, url } = wanted;
    const message = { title, text, url };
    if (pastedText(message) === '')
        throw new error/* ReleaseError */.K2('There is nothing to announce: the text is empty.', {
            fix: 'Set the input text, or text-path to a file that is not empty.',
        });
    return { tag, message, webhook };
}
async function onGitHub(wanted, world) {
    const [repository, github] = await (0,parallel/* together */.bs)([wanted.repository ?? (0,repository_here/* repositoryHere */.L)(world), world.github()]);
    return { github, repository };
}
/** Finds the issue that follows the release. */
async function memoryFor(wanted, { github, repository }) {
    const { issue, notes } = await issueOf(wanted, repository, github);
    if (issue === undefined)
        return { memory: undefined, notes, missing: missing(repository, wanted.tag) };
    return { memory: { github, issue, comments: await github.comments.list(issue) }, notes, missing: undefined };
}
async function issueOf({ issue: number, tag }, repository, github) {
    if (number === undefined) {
        const { found, notes } = await (0,release_issue/* findReleaseIssue */.EC)(repository, [tag], github);
        return { issue: found?.issue, notes };
    }
    const issue = await github.issues.at(repository, number);
    if (issue !== undefined)
        return { issue, notes: [] };
    throw new error/* ReleaseError */.K2(`${repository} has no issue #${number}, or the token may not see it.`, {
        fix: 'Correct the input issue, or give the token issues: write for this repository.',
    });
}
function missing(repository, tag) {
    const { title, fix } = (0,release_issue/* awaitedReleaseIssue */.Os)(repository, [tag]);
    return { title, fix: `${fix} Or name another issue with the input issue.` };
}
async function textOf({ text, textPath }, files) {
    if (text !== undefined && textPath !== undefined)
        throw new error/* ReleaseError */.K2('Inputs text and text-path are both set.', { fix: 'Leave one of them out.' });
    return textPath === undefined ? (text ?? '') : files.text(textPath);
}
async function webhookOf({ slackWebhook, slackServer }) {
    return slackWebhook === undefined ? undefined : webhookOn(slackServer, slackWebhook);
}
async function refuseTwoChannels({ to, slackWebhook }) {
    if (slackWebhook === undefined || to.filter(({ kind }) => kind === 'slack').length < 2)
        return;
    throw new error/* ReleaseError */.K2('Input to names Slack twice, but a webhook leads to one channel.', {
        fix: 'Announce it in a step for each channel, with its own webhook.',
    });
}

;// CONCATENATED MODULE: ./build/actions/announce/on-github.js


/** A comment in the issue. It is found again by its marker, and gets another text if that changed. */
function inIssue({ tag, message }, { github, issue, comments }) {
    const marker = on_github_markerOf(tag);
    const about = `that announces ${tag}`;
    const making = github.comments.save(issue, { marker, text: markdownOf(message), about }, comments);
    const url = github.comments.marked(marker, comments)[0]?.url;
    return {
        notes: making === undefined ? [`${tag} was already announced: ${url}`] : [],
        changes: [making],
        page: { kind: 'comment', making, url },
    };
}
/** A discussion. It is found again by its marker. What people wrote since then stays. */
async function inDiscussions({ tag, message }, { github: { discussions }, repository }, name) {
    const marker = on_github_markerOf(tag);
    const category = await discussions.category(repository, name);
    const found = await discussions.marked(category, marker);
    const title = message.title ?? tag;
    const body = markdownOf({ ...message, title: undefined });
    const making = found.length === 0 ? discussions.open(category, { title, body, marker }) : undefined;
    const url = found[0]?.url;
    return {
        notes: making === undefined ? [`${tag} was already announced: ${url}`] : [],
        changes: [making, discussions.deleteRepeated(category, found)],
        page: { kind: 'discussion', making, url },
    };
}
const on_github_markerOf = (tag) => (0,marker/* commentMarker */.Ql)(`announcement of ${tag}`);

;// CONCATENATED MODULE: ./build/actions/announce/action.js






/* harmony default export */ const announce_action = ((0,action/* defineAction */.Q)({
    name: 'Announce',
    description: 'Announce a release, once in each place: in Slack, in the issue that follows the release, or in a discussion. Nobody is mentioned.',
    example: "--tag v1.2.3 --to slack --text 'v1.2.3 is out.'",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'issues: write': 'to comment in the issue that follows the release',
        'discussions: write': 'to open a discussion',
    },
    async plan(wanted, world) {
        const announcement = await announcementOf(wanted, world);
        const parts = await partsOf(wanted, announcement, world);
        const urlOf = (kind, made) => {
            const page = parts.find((part) => part.page?.kind === kind)?.page;
            return made(page?.making) ?? page?.url;
        };
        return {
            notes: [...new Set(parts.flatMap((part) => part.notes ?? []))],
            waitsFor: parts.flatMap((part) => part.waitsFor ?? []),
            changes: parts.flatMap((part) => part.changes ?? []),
            pending: parts.flatMap((part) => part.pending ?? []),
            excerpts: parts.flatMap((part) => part.excerpts ?? []),
            outputs: (made) => ({
                text: pastedText(announcement.message),
                commentUrl: urlOf('comment', made),
                discussionUrl: urlOf('discussion', made),
            }),
            facts: ({ made }) => [
                { name: 'Release', value: wanted.tag, url: wanted.url },
                ...['comment', 'discussion'].map((kind) => {
                    const url = urlOf(kind, made);
                    return url !== undefined && { name: kind === 'comment' ? 'Comment' : 'Discussion', value: url, url };
                }),
            ],
        };
    },
}));
async function partsOf(wanted, announcement, world) {
    const { webhook } = announcement;
    const parts = wanted.to.flatMap((place) => place.kind === 'slack' && webhook === undefined ? [pasted(place, announcement)] : []);
    const places = wanted.to.filter(({ kind }) => kind !== 'slack' || webhook !== undefined);
    if (places.length === 0)
        return parts; // that needs no GitHub
    const there = await onGitHub(wanted, world);
    const isRemembered = places.some(({ kind }) => kind !== 'discussion');
    const { memory, missing, notes } = isRemembered ? await memoryFor(wanted, there) : {};
    for (const place of places) {
        if (place.kind === 'discussion')
            parts.push(await inDiscussions(announcement, there, place.category));
        else if (memory === undefined)
            continue;
        else if (place.kind === 'issue')
            parts.push(inIssue(announcement, memory));
        else if (webhook !== undefined)
            parts.push(await inSlack({ place, webhook, announcement, memory, world }));
    }
    return [...parts, { notes: notes ?? [], waitsFor: [missing] }];
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

/***/ 64428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ issueNumberOf)
/* harmony export */ });
/** The number of an issue, written as `12` or `#12`; undefined if a text is none. */
function issueNumberOf(text) {
    const [, number] = /^#?([1-9]\d{0,8})$/.exec(text.trim()) ?? [];
    return number === undefined ? undefined : Number(number);
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
