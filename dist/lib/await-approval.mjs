export const id = "await-approval";
export const ids = ["await-approval"];
export const modules = {

/***/ 69758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awaitApproval: () => (/* binding */ awaitApproval)
});

// EXTERNAL MODULE: ./build/src/domain/owners/owners.js
var owners = __webpack_require__(35667);
// EXTERNAL MODULE: ./build/src/domain/changelogs/markdown-lines.js
var markdown_lines = __webpack_require__(42533);
;// CONCATENATED MODULE: ./build/src/domain/release-issues/verdict.js

// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/lgtm/lgtm.go
const lgtm = /^(?:\/lgtm(?: no-issue)?|LGTM)\s*$/i;
const lgtmCancel = /^\/(?:remove-lgtm|lgtm cancel)\s*$/i;
// https://github.com/kubernetes-sigs/prow/blob/main/pkg/plugins/approve/approve.go
const approve = /^\/approve(?:[\t ]+no-issue)?\s*$/i;
const approveCancel = /^\/(?:remove-approve\b|approve[\t ].*cancel)/i;
/**
 * What a comment says, in lines of its own. Who agrees has to do so outside of quotes, code and comments of HTML. What takes
 * an agreement back counts everywhere.
 */
function verdictOf(body) {
    const lines = body.split(/\r?\n/);
    const shown = new Map((0,markdown_lines/* proseLines */.D)(visible(body)).map(({ number, text }) => [number - 1, text]));
    const agrees = (pattern, index) => pattern.test(shown.get(index) ?? '');
    // In Prow /lgtm wins over /lgtm cancel, and of several lines with /approve the last one counts.
    const last = lines.findLastIndex((line, index) => agrees(approve, index) || approveCancel.test(line));
    if (last >= 0 && !agrees(approve, last))
        return 'withdraws';
    if (last >= 0 || lines.some((_, index) => agrees(lgtm, index)))
        return 'agrees';
    return lines.some((line) => lgtmCancel.test(line)) ? 'withdraws' : undefined;
}
/** Blanks stand for what is hidden or code, so that no line begins behind it. */
const visible = (body) => body.replaceAll(/<!--[^]*?(?:-->|$)|<(pre|code)\b[^]*?(?:<\/\1>|$)/gi, (hidden) => hidden.replaceAll(/[^\n]/g, ' '));

;// CONCATENATED MODULE: ./build/src/domain/release-issues/approvals.js


/** The comments that agree and may count, if nobody else edited them. */
const possibleApprovals = (statements, rules) => statements.filter((one) => verdictOf(one.body) === 'agrees' && objection(one, rules) === undefined);
/**
 * Who agrees, and which comments do not count, and why. `statements` are in the order in which they were made. `editors` are
 * those who made versions of a comment.
 */
function approvalsIn(statements, rules, editors) {
    const agreed = new Map();
    const notes = [];
    for (const one of statements) {
        const verdict = verdictOf(one.body);
        if (verdict === undefined)
            continue;
        const why = verdict === 'agrees' ? (objection(one, rules) ?? otherEditor(one, editors.get(one) ?? [])) : undefined;
        const key = (0,owners/* normal */.qb)(one.login ?? '');
        if (why !== undefined)
            notes.push(`${one.url} does not count: ${why}.`);
        else if (verdict === 'withdraws')
            agreed.delete(key);
        else if (!agreed.has(key))
            agreed.set(key, { login: one.login ?? '', url: one.url });
    }
    return { approvals: [...agreed.values()], notes };
}
function objection({ login, isBot, isThroughApp, createdAt }, rules) {
    if (login === undefined)
        return 'its account does not exist any more';
    if (isBot)
        return `${login} is a bot`;
    if (isThroughApp)
        return `an App wrote it in the name of ${login}`;
    if (!rules.who.has((0,owners/* normal */.qb)(login)))
        return `${login} is not in ${rules.source}`;
    if ((0,owners/* normal */.qb)(login) === (0,owners/* normal */.qb)(rules.author ?? ''))
        return `${login} opened the issue`;
    if (rules.changedAt !== undefined && Date.parse(createdAt) <= Date.parse(rules.changedAt))
        return `the tags or the commit changed after it, at ${rules.changedAt}`;
    return undefined;
}
function otherEditor({ login = '' }, editors) {
    const other = editors.find((editor) => (0,owners/* normal */.qb)(editor ?? '') !== (0,owners/* normal */.qb)(login));
    if (other !== undefined)
        return `${other} edited it`;
    return editors.includes(undefined) ? 'an account that does not exist any more edited it' : undefined;
}

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/release-issues/marker.js
var marker = __webpack_require__(69797);
;// CONCATENATED MODULE: ./build/actions/release-issue/changed-at.js

/** When the issue began to propose what it proposes; undefined if it always did. GitHub's history of the text tells it. */
async function changedAt({ issue, proposal }, texts) {
    let since;
    for await (const { text, at } of texts.versions(issue)) {
        const then = text === undefined ? undefined : (0,marker/* proposalIn */.sp)(text);
        if (then === undefined || !(0,marker/* isSameProposal */.LF)(then, proposal))
            return since ?? at;
        since = at;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/release-issue/contract.js
var contract = __webpack_require__(60376);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/actions/release-issue/who.js




/** Who may agree: the members of a team, or the people in OWNERS of the default branch. */
async function whoMayAgree(wanted, state) {
    const { team } = wanted;
    if (team === undefined)
        return who_owners(wanted, state);
    const members = await state.github.accounts.inTeam(team);
    return { source: `${team.organization}/${team.slug}`, logins: members.map(owners/* normal */.qb), notes: [] };
}
async function who_owners({ owners: file, approversOnly }, { repository, github }) {
    const { defaultBranch } = await github.repositories.find(repository);
    const textOf = (path) => github.files.text(repository, `refs/heads/${defaultBranch}`, path);
    const aliasText = await textOf('OWNERS_ALIASES');
    const aliases = aliasText === undefined ? new Map() : (0,owners/* parseAliases */.oH)({ file: 'OWNERS_ALIASES', text: aliasText });
    const files = await withParents(file, textOf);
    if (files.length === 0 || files[0]?.file !== file)
        throw new error/* ReleaseError */.K2(`${repository} has no file ${file} on ${defaultBranch}.`, {
            fix: 'Correct the input owners, or set team.',
        });
    const names = files.flatMap(({ approvers, reviewers }) => (approversOnly ? approvers : [...approvers, ...reviewers]));
    const unknown = (0,owners/* unknownNames */.be)(names, aliases);
    return {
        source: file,
        logins: (0,owners/* accountsOf */.s1)(names, aliases),
        notes: [
            ...(unknown.length === 0
                ? []
                : [`${file} names ${(0,domain_text/* listed */.KE)(unknown)}, which is neither an account nor in OWNERS_ALIASES.`]),
            ...files.flatMap(({ file: path, narrowFilters }) => narrowFilters.length === 0
                ? []
                : [`The filters ${(0,domain_text/* listed */.KE)(narrowFilters)} of ${path} are for some files only: their people do not count.`]),
        ],
    };
}
/** The OWNERS file and those of the folders above it, up to one that names people and says no_parent_owners. */
async function withParents(file, textOf) {
    const text = await textOf(file);
    const own = text === undefined ? undefined : { file, ...(0,owners/* parseOwners */.mI)({ file, text }) };
    const folder = external_node_path_.posix.dirname(file);
    const found = own === undefined ? [] : [own];
    const isLast = own !== undefined && own.hasNoParents && own.approvers.length + own.reviewers.length > 0;
    if (isLast || folder === '.')
        return found;
    return [...found, ...(await withParents(external_node_path_.posix.join(external_node_path_.posix.dirname(folder), external_node_path_.posix.basename(file)), textOf))];
}

;// CONCATENATED MODULE: ./build/actions/release-issue/await-approval.js






/** Waits until enough people agree. */
async function awaitApproval(wanted, state) {
    const { found, github } = state;
    const { issue, proposal } = found;
    const [who, changed, comments] = await (0,parallel/* together */.bs)([
        whoMayAgree(wanted, state),
        changedAt(found, github.issueTexts),
        github.comments.list(issue),
    ]);
    const author = wanted.allowAuthor ? undefined : issue.author.login;
    const rules = { who: new Set(who.logins), source: who.source, author, changedAt: changed };
    const { approvals, notes } = await agreed(comments, rules, state);
    const logins = approvals.map(({ login }) => login);
    return {
        notes: [...state.notes, ...who.notes, ...notes, ...approvals.map(({ login, url }) => `${login} agrees: ${url}`)],
        waitsFor: [
            otherProposal(wanted, state),
            approvals.length < wanted.approvals && missing(issue, wanted.approvals, approvals, who.logins),
        ],
        changes: [],
        outputs: { ...(0,contract/* outputsOf */.Yz)(found), approvers: logins, approvals },
        facts: () => [
            (0,contract/* issueFact */.Od)(issue),
            { name: 'Commit', value: (0,domain_text/* short */.h0)(proposal.commit) },
            ...approvals.map(({ login, url }) => ({ name: 'Agrees', value: login, url })),
        ],
    };
}
/** Who agrees, after it is known who else edited their comments. */
async function agreed(comments, rules, { github }) {
    const statements = comments.map((comment) => ({ ...comment, ...comment.author }));
    const possible = possibleApprovals(statements, rules);
    const editors = await github.comments.editors(possible);
    const { approvals, notes } = approvalsIn(statements, rules, new Map(possible.map((one, index) => [one, editors[index] ?? []])));
    const more = notes.length - mostNotes; // anybody may comment
    return { approvals, notes: more > 0 ? [...notes.slice(0, mostNotes), `${more} more comments do not count.`] : notes };
}
const mostNotes = 20;
function missing(issue, wanted, there, who) {
    const names = there.length === 0 ? 'nobody yet' : (0,domain_text/* abridged */.$y)(there.map(({ login }) => login));
    return {
        title: `${wanted} approvals of release issue #${issue.number} (${there.length}: ${names})`,
        fix: `They write /lgtm or /approve on a line of its own in ${issue.url}. Who may agree: ${who.length === 0 ? 'nobody' : (0,domain_text/* abridged */.$y)(who)}. To wait for it, set wait: 4h.`,
    };
}
/** People agree to what the issue proposes, and to nothing else. */
function otherProposal({ commit }, { tags, found }) {
    const { issue, proposal } = found;
    const others = tags.filter((tag) => !proposal.tags.includes(tag));
    const isOther = commit !== undefined && commit !== proposal.commit;
    if (others.length === 0 && !isOther)
        return undefined;
    const wanted = [...(others.length === 0 ? [] : [(0,domain_text/* listed */.KE)(others)]), ...(isOther ? [(0,domain_text/* short */.h0)(commit)] : [])].join(' at ');
    return {
        title: `release issue #${issue.number} proposes ${(0,domain_text/* listed */.KE)(proposal.tags)} at ${(0,domain_text/* short */.h0)(proposal.commit)}, not ${wanted}`,
        fix: 'Release what the issue proposes. Or let it propose the rest with do: open, and wait until people agree again.',
    };
}


/***/ }),

/***/ 44694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ matcherOf)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);



const mostCharacters = 1000;
const mostStates = 10_000;
// Why: docs/decisions.md D14
/** Whether a line matches a Go RE2 expression. The time grows with the length of the line, and no faster. */
function matcherOf(text) {
    if (text.length > mostCharacters)
        throw tooLarge(`has more than ${mostCharacters} characters`);
    const expression = compiled(text);
    if (expression.programSize() > mostStates)
        throw tooLarge(`needs more than ${mostStates} states`);
    return (line) => expression.test(line);
}
function compiled(text) {
    try {
        return re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(text);
    }
    catch (cause) {
        if (!(cause instanceof re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JSSyntaxException */ .pB))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a Go RE2 expression that can be used here: ${reasonOf(cause)}.`, {
            fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
            cause,
        });
    }
}
/** The reason in Go's words. What people miss most is named. */
function reasonOf(error) {
    const [description, part] = [error.getDescription(), error.getPattern() ?? ''];
    const lookaround = /^\(\?<?[=!]/.exec(part)?.[0];
    if (lookaround !== undefined)
        return `RE2 has no lookaround: ${lookaround}`;
    if (/^\\[1-9]/.test(part))
        return `RE2 has no backreference: ${part}`;
    return part === '' ? description : `${description} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)}`;
}
const tooLarge = (why) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The expression ${why}, which is the limit.`, {
    fix: 'Use a shorter expression, and smaller counts in { }.',
});


/***/ }),

/***/ 57858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zn: () => (/* binding */ refuseDeepNesting),
/* harmony export */   _F: () => (/* binding */ withinStack),
/* harmony export */   vR: () => (/* binding */ nestedTooDeeply)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49931);


/** How deep values may be nested. Parsers that call themselves would reach the end of their stack somewhere above. */
const deepest = 200;
/** The refusal of a file whose values are nested too deeply. */
const nestedTooDeeply = (source, offset) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} is nested more than ${deepest} levels deep, which is the limit.`, {
    fix: 'Make the nesting flatter, or leave the file out.',
    at: offset === undefined ? { file: source.file } : (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionAt */ .t)(source, offset),
});
/** Refuses what is nested too deeply, without calling itself. */
function refuseDeepNesting(source, root, look) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth++) {
        const looks = level.map(look);
        const [first] = looks;
        if (depth > deepest && first !== undefined)
            throw nestedTooDeeply(source, first.start);
        level = looks.flatMap(({ parts }) => parts);
    }
}
/** What a parser returns, or the refusal if it came to the end of its stack. */
function withinStack(source, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw nestedTooDeeply(source);
        throw error;
    }
}


/***/ }),

/***/ 16930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ obstacles),
/* harmony export */   X9: () => (/* binding */ anchored),
/* harmony export */   kO: () => (/* binding */ refuseControl),
/* harmony export */   m$: () => (/* binding */ staysUnquoted),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** Refuses a line break, a control character and a noncharacter in a value. */
function refuseControl(value) {
    if (!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\p{Noncharacter_Code_Point}]/u.test(value))
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)} contains a line break or a control character.`, {
        fix: 'Use a value of one line.',
    });
}
/** A placeholder of a template language: `${x}`, `{{ x }}`, `{(x)}`, `<% x %>`. */
const isPlaceholder = (raw) => /\$\{|\{\{|\{\(|<%/.test(raw);
const obstacles = {
    placeholder: {
        why: 'is a placeholder of a template',
        fix: 'Set the value that fills it in, with set-values. In a chart, helm-package can fill it in: version, app-version, values.',
    },
    block: { why: 'is a block of several lines', fix: 'Write the value on one line first.' },
    lines: { why: 'has several lines', fix: 'Write the value on one line first.' },
    tag: { why: 'has a YAML tag', fix: 'Remove the tag first.' },
    nothing: { why: 'has no value to replace', fix: 'Write a value behind its key first.' },
    alias: {
        why: 'is an alias of a value elsewhere in the file',
        fix: 'Set the value with the anchor, or write a value in place of the alias first.',
    },
};
/** A value that other places of the file repeat. */
const anchored = (anchor) => ({
    why: `has the anchor &${anchor}, so that every alias of it would change`,
    fix: 'Write values in place of the aliases, and remove the anchor first.',
});
/** Whether a value needs no quotes, because it stays of the same kind: `4` for 3, `true` for false. */
const staysUnquoted = (kind, value) => (kind === 'number' && String(Number(value)) === value && Number.isFinite(Number(value))) ||
    (kind === 'boolean' && /^(true|false)$/.test(value));


/***/ }),

/***/ 24086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ yamlDocuments),
/* harmony export */   h: () => (/* binding */ refuseUnprintable)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _nesting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57858);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49931);





// https://yaml.org/spec/1.2.2/#51-character-set
const unprintable = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
/** Refuses characters that no YAML file may have. */
function refuseUnprintable(source) {
    const found = unprintable.exec(source.text);
    if (found === null)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${source.file} has the character ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(found[0])}, which YAML does not allow.`, {
        fix: 'Remove the character.',
        at: (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .positionAt */ .t)(source, found.index),
    });
}
/** The documents of a text, valid and not nested too deeply. */
function yamlDocuments(source, options) {
    const documents = (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .withinStack */ ._F)(source, () => [...(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(source.text, { ...options, logLevel: 'error' })]);
    for (const { errors, contents } of documents) {
        const [error] = errors;
        if (error === undefined)
            (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseDeepNesting */ .Zn)(source, contents, partsOf);
        else if (isOutOfStack(error))
            throw (0,_nesting_js__WEBPACK_IMPORTED_MODULE_3__/* .nestedTooDeeply */ .vR)(source, error.pos[0]);
        else {
            const why = error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, ''); // the place is told anyway
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${source.file} is not valid YAML: ${why}`, {
                fix: 'Correct the YAML there.',
                at: (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .positionAt */ .t)(source, error.pos[0]),
            });
        }
    }
    return documents;
}
const isOutOfStack = ({ code }) => code === 'RESOURCE_EXHAUSTION';
function partsOf(node) {
    const start = node?.range?.[0] ?? 0; // a node of the tree, which may be missing
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
        return { start, parts: [] };
    return { start, parts: node.items.flatMap((item) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? [item.key, item.value] : [item])) };
}


/***/ }),

/***/ 20557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseYamlTrees),
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16930);
/* harmony import */ var _yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24086);



/** The documents of a YAML file. Aliases are never followed, so that nested aliases cannot fill the memory. */
function parseYaml(source) {
    (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnprintable */ .h)(source);
    return parseYamlTrees(source);
}
/** The same, for a format that allows other characters. */
const parseYamlTrees = (source) => (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlDocuments */ .O)(source, { uniqueKeys: false }).map(({ contents }) => treeOf(contents, source, { isInFlow: false, gap: 0 }));
function treeOf(node, source, context) {
    const start = node?.range?.[0] ?? context.gap;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
        return {
            kind: 'mapping',
            start,
            obstacle: () => obstacleOf(node, source),
            entries: () => node.items.map((pair) => entryOf(pair, source, inner)),
        };
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
        return {
            kind: 'list',
            start,
            obstacle: () => obstacleOf(node, source),
            items: () => node.items.map((item) => treeOf(item, source, { ...inner, gap: hyphenEnd(item, source) })),
        };
    }
    return leafOf(node, source, context);
}
function entryOf({ key, value }, source, context) {
    const [start = 0, end = 0] = key.range ?? [];
    return {
        key: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? textOf(key) : source.text.slice(start, end),
        start,
        value: treeOf(value, source, { ...context, gap: colonEnd(end, value, source) }),
    };
}
function colonEnd(keyEnd, value, { text }) {
    if (value?.range !== undefined && value.range !== null && value.range[0] !== value.range[1])
        return keyEnd;
    const colon = /[ \t]*:/y;
    colon.lastIndex = keyEnd;
    return colon.test(text) ? colon.lastIndex : keyEnd;
}
function hyphenEnd(item, { text }) {
    const [start = 0, end = 0] = item?.range ?? [];
    return start === end ? text.slice(0, start).trimEnd().length : start;
}
function leafOf(node, source, { isInFlow, gap }) {
    const range = node?.range ?? [gap, gap];
    const raw = source.text.slice(range[0], range[1]);
    const [start, end] = raw === '' ? [gap, gap] : range;
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node : undefined;
    return {
        kind: 'leaf',
        start,
        end,
        text: raw === '' ? undefined : scalar === undefined ? raw : textOf(scalar),
        obstacle: () => {
            const isNowhere = node === null || (raw === '' && !/[:-]/.test(source.text.charAt(gap - 1)));
            return isNowhere ? _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.nothing : obstacleOf(node, source);
        },
        write: (value) => (raw === '' ? ' ' : '') + writtenAs(raw, value, isInFlow),
        meaning: () => {
            const value = scalar === undefined ? raw : `${typeof scalar.value} ${String(scalar.value)}`;
            return `${node?.tag ?? ''} ${scalar?.anchor ?? ''} ${value}`;
        },
    };
}
/** The text as a person reads it: `1.20`, not 1.2. */
const textOf = (node) => (typeof node.value === 'string' ? node.value : (node.source ?? ''));
function obstacleOf(node, { text }) {
    const [start = 0, end = 0] = node.range ?? [];
    const raw = text.slice(start, end);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.alias;
    if ('anchor' in node && node.anchor !== undefined)
        return (0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .anchored */ .X9)(node.anchor);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return /^(\{\{|\{\()/.test(raw) ? _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.placeholder : undefined;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return undefined;
    if ((0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlaceholder */ .wK)(raw))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.placeholder;
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.block;
    if (/[\r\n]/.test(raw))
        return _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.lines;
    return node.tag === undefined ? undefined : _scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .obstacles */ .Bw.tag;
}
/** Keeps the quotes of the old value. Adds quotes only if the new text would be read as something else. */
function writtenAs(raw, value, isInFlow) {
    (0,_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseControl */ .kO)(value);
    if (raw.startsWith("'"))
        return `'${value.replaceAll("'", "''")}'`;
    return raw.startsWith('"') || !isPlain(raw, value, isInFlow) ? JSON.stringify(value) : value;
}
// Only some readers take these for text: `=` and `<<` (not Python), 0X1F (not Go), and ? or : in a flow collection.
const oddities = /^(=|<<|[-+]?0(b[01_]+|o[0-7_]+|x[\da-f_]+)|[?:].*)$/i;
// Why: docs/decisions.md D13
/** Readers of YAML 1.1 and 1.2 have to read the same text. They disagree about `no`, `0755` and `1:30`. */
function isPlain(raw, value, isInFlow) {
    if (oddities.test(value))
        return false;
    return ['1.1', '1.2'].every((version) => {
        const [old, now] = [raw, value].map((text) => plainValue(text, isInFlow, version));
        if (now === value)
            return true;
        // A value that was a number, a date or a truth value may stay one, if it would be written the same.
        if (old instanceof Date)
            return now instanceof Date && now.toISOString().startsWith(value);
        return (typeof now === 'number' || typeof now === 'boolean') && typeof now === typeof old && String(now) === value;
    });
}
function plainValue(value, isInFlow, version) {
    const { contents, errors } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(isInFlow ? `[${value}]` : `k: ${value}\n`, {
        version,
        logLevel: 'silent',
    });
    if (errors.length > 0)
        return undefined;
    const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(contents) && contents.items.length === 1
        ? contents.items[0]
        : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents)
            ? contents.items[0]?.value
            : undefined;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.type === 'PLAIN' ? node.value : undefined;
}


/***/ }),

/***/ 35667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   be: () => (/* binding */ unknownNames),
/* harmony export */   mI: () => (/* binding */ parseOwners),
/* harmony export */   oH: () => (/* binding */ parseAliases),
/* harmony export */   qb: () => (/* binding */ normal),
/* harmony export */   s1: () => (/* binding */ accountsOf)
/* harmony export */ });
/* harmony import */ var _edits_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49931);
/* harmony import */ var _edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20557);
/* harmony import */ var _dependencies_expression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44694);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31987);





// Why: docs/decisions.md D69
/** Reads an OWNERS file as Prow does: https://www.kubernetes.dev/docs/guide/owners/ */
function parseOwners(source) {
    const fields = fieldsOf(source, onlyDocument(source), source.file);
    const own = peopleIn(source, fields);
    const hasNoParents = isTrue(source, fieldsOf(source, fields.get('options'), 'options').get('no_parent_owners'));
    const isSimple = simpleFields.some((key) => listIn(source, fields, key).length > 0);
    const filters = [...fieldsOf(source, fields.get('filters'), 'filters')].map(([pattern, tree]) => ({
        pattern,
        isForAll: isForAll(source, pattern, tree),
        people: peopleIn(source, fieldsOf(source, tree, (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(pattern))),
    }));
    if (isSimple)
        return { ...own, hasNoParents, narrowFilters: [] }; // Prow does not read filters then
    const all = filters.filter((one) => one.isForAll);
    return {
        approvers: all.flatMap(({ people }) => people.approvers),
        reviewers: all.flatMap(({ people }) => people.reviewers),
        hasNoParents,
        narrowFilters: filters.filter((one) => !one.isForAll).map(({ pattern }) => pattern),
    };
}
/** Reads an OWNERS_ALIASES file. */
function parseAliases(source) {
    const fields = fieldsOf(source, onlyDocument(source), source.file);
    const aliases = fieldsOf(source, fields.get('aliases'), 'aliases');
    return new Map([...aliases].map(([alias, tree]) => [normal(alias), membersOf(source, tree, alias)]));
}
/** The accounts that names stand for, in lower case. An alias in an alias is not followed. */
const accountsOf = (names, aliases) => [
    ...new Set(names.flatMap((name) => aliases.get(name) ?? [name])),
];
/** The names that can be no account: GitHub allows letters, digits, single hyphens, and one underscore in managed accounts. */
const unknownNames = (names, aliases) => names.filter((name) => !aliases.has(name) && !/^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*-?(?:_[a-z\d]+)?$/.test(name));
/** As Prow compares the names of accounts. */
const normal = (name) => name.trim().toLowerCase().replace(/^@/, '');
const simpleFields = ['approvers', 'reviewers', 'required_reviewers', 'labels'];
const peopleIn = (source, fields) => ({
    approvers: listIn(source, fields, 'approvers').map(normal),
    reviewers: listIn(source, fields, 'reviewers').map(normal),
});
/** Prow compares the folder itself, which it calls ".", with the expression of a filter. */
function isForAll(source, pattern, tree) {
    const match = (0,_error_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => (0,_dependencies_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .matcherOf */ .K)(pattern));
    if (!(match instanceof _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2))
        return match('.');
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${source.file} has a filter that cannot be used: ${match.message}`, {
        fix: match.fix,
        at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(source, tree.start),
        cause: match,
    });
}
/** Prow also takes a mapping, of which it reads the keys. */
function membersOf(source, tree, alias) {
    const names = tree.kind === 'mapping' ? tree.entries().map(({ key }) => key) : listIn(source, new Map([[alias, tree]]), alias);
    return names.map(normal);
}
function onlyDocument(source) {
    const [top, second] = (0,_edits_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYaml */ .h)(source);
    if (second === undefined)
        return top;
    throw unreadable(source, second, 'it has two YAML documents');
}
function fieldsOf(source, tree, what) {
    if (tree === undefined || isNothing(source, tree))
        return new Map();
    if (tree.kind !== 'mapping')
        throw unreadable(source, tree, `${what} must be a mapping`);
    const fields = new Map();
    for (const { key, start, value } of tree.entries()) {
        if (fields.has(key))
            throw unreadable(source, { start }, `${key} is there twice`);
        fields.set(key, value);
    }
    return fields;
}
function listIn(source, fields, key) {
    const tree = fields.get(key);
    if (tree === undefined || isNothing(source, tree))
        return [];
    if (tree.kind !== 'list')
        throw unreadable(source, tree, `${key} must be a list`);
    return tree.items().map((item) => nameOf(source, item, key));
}
function nameOf(source, tree, key) {
    const name = tree.kind === 'leaf' ? tree.text?.trim() : undefined;
    if (name !== undefined && name !== '' && !source.text.startsWith('*', tree.start))
        return name;
    throw unreadable(source, tree, `${key} must be a list of names`);
}
function isTrue(source, tree) {
    if (tree === undefined || isNothing(source, tree))
        return false;
    const text = tree.kind === 'leaf' ? tree.text : undefined;
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw unreadable(source, tree, 'no_parent_owners must be true or false');
}
const isNothing = ({ text }, tree) => tree.kind === 'leaf' && /^(~|null|Null|NULL)?$/.test(text.slice(tree.start, tree.end));
const unreadable = (source, { start }, why) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseError */ .K2(`${source.file} cannot be read: ${why}.`, {
    fix: 'Correct it on the default branch. Its form: https://www.kubernetes.dev/docs/guide/owners/',
    at: (0,_edits_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionAt */ .t)(source, start),
});


/***/ })

};
