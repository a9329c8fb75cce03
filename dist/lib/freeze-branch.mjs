export const id = "freeze-branch";
export const ids = ["freeze-branch"];
export const modules = {

/***/ 71750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ freeze_branch_action)
});

// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/freezes/bypass.js


const bypassModes = ['pull_request', 'always', 'exempt'];
// The built-in roles that GitHub takes, with their numbers.
const roles = { maintain: 2, write: 4, admin: 5 };
/** Reads `admin`, `maintain`, `write`, `owners`, `@login` or `app 123`. */
function parseActor(text) {
    const name = text.trim();
    if (Object.hasOwn(roles, name))
        return { kind: 'actor', type: 'RepositoryRole', id: roles[name] };
    if (name === 'owners')
        return { kind: 'actor', type: 'OrganizationAdmin', id: undefined };
    const [, login] = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})$/.exec(name) ?? [];
    if (login !== undefined)
        return { kind: 'user', login };
    const [, app] = /^app ([1-9]\d{0,14})$/.exec(name) ?? [];
    if (app !== undefined)
        return { kind: 'actor', type: 'Integration', id: Number(app) };
    throw new error/* ReleaseError */.K2(`has ${(0,domain_text/* quoted */.TL)(text)}, which is no role, account or App.`, {
        fix: `Use ${(0,domain_text/* listed */.KE)([...Object.keys(roles), 'owners', '@login', 'app NUMBER'], 'or')}.`,
    });
}
/** An actor for people, such as `admin (pull_request)`. */
function actorText({ type, id, mode }) {
    const role = Object.keys(roles).find((name) => roles[name] === id);
    const kinds = {
        RepositoryRole: role ?? `role ${id}`,
        OrganizationAdmin: 'owners',
        Integration: `app ${id}`,
        User: `user ${id}`,
        Team: `team ${id}`,
        DeployKey: 'deploy keys',
    };
    return `${kinds[type] ?? `${type} ${id}`} (${mode})`;
}
/** All of them, in one order, so that two lists can be compared. */
const actorsText = (actors) => actors.length === 0 ? 'nobody' : actors.map(actorText).toSorted().join(', ');

// EXTERNAL MODULE: ./build/src/domain/repositories/issue-number.js
var issue_number = __webpack_require__(64428);
// EXTERNAL MODULE: ./build/src/domain/tags/tag.js + 1 modules
var tag = __webpack_require__(32521);
;// CONCATENATED MODULE: ./build/src/domain/freezes/freeze.js




/** `Release freeze v1.2.3 until 2026-12-04` */
const rulesetName = (name, { owner, until }) => `${name} ${owner}${until === undefined ? '' : ` until ${until}`}`;
/** Reads the name of a ruleset; undefined if it is no freeze with this name. */
function freezeNamed(ruleset, name) {
    if (!ruleset.startsWith(`${name} `))
        return undefined;
    const [, owner, until] = /^(\S+)(?: until (\S+))?$/.exec(ruleset.slice(name.length + 1)) ?? [];
    return owner === undefined ? undefined : { owner, until };
}
/** Reads a tag, or the number of an issue as `#12`. */
function parseOwner(text) {
    const issue = (0,issue_number/* issueNumberOf */.y)(text);
    return issue === undefined ? (0,tag/* parseTagName */.fe)(text) : `#${issue}`;
}
/** Reads the first words of the names of freezes. */
function parseFreezeName(text) {
    const name = text.trim().replaceAll(/\s+/g, ' ');
    const letters = (0,domain_text/* isAscii */.ER)(name) ? 'A-Za-z0-9' : String.raw `\p{L}\p{N}`;
    if (new RegExp(`^[${letters}][${letters} ._-]{0,59}$`, 'u').test(name))
        return name;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(text)}, which cannot be the name of a ruleset here.`, {
        fix: 'Give at most 60 letters, digits, spaces, dots, hyphens and underscores, such as Release freeze.',
    });
}
/** Reads a day, or a minute in UTC. */
function parseUntil(text) {
    const until = text.trim();
    const isMoment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\dZ)?$/.test(until);
    const [day = '', time = ''] = until.split('T');
    const date = new Date(`${day}T${time === '' ? '00:00Z' : time}`);
    if (isMoment && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(until.replace('Z', '')))
        return until;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(text)}, not a day or a time in UTC.`, {
        fix: 'Write it like 2026-12-04 (to the end of that day) or 2026-12-04T18:00Z.',
    });
}
/** Whether a freeze should have ended, at a time in milliseconds. */
function isOver(until, now) {
    if (until === undefined)
        return false;
    const dayLength = 24 * 60 * 60 * 1000;
    const end = until.includes('T') ? Date.parse(until) : Date.parse(`${until}T00:00Z`) + dayLength;
    return now >= end;
}

// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/runtime/repository-input.js
var repository_input = __webpack_require__(90961);
;// CONCATENATED MODULE: ./build/actions/freeze-branch/contract.js





const inputs = {
    state: (0,input/* choice */.Yq)('What the branch is to be.', ['frozen', 'thawed']),
    while: (0,input/* input */.hF)('The release that needs the freeze: its tag, such as v1.2.3, or its issue, such as #12.', parseOwner),
    branch: (0,input/* text */.Qq)('The branch. Default: the default branch of the repository.').optional(),
    commit: (0,input/* text */.Qq)('The commit that the branch must be at to be frozen: a SHA, or anything else that git resolves to a commit.').or('HEAD'),
    name: (0,input/* input */.hF)('The first words of the name of the ruleset. The release follows them.', parseFreezeName).or('Release freeze'),
    bypass: (0,input/* input */.hF)('Who may change the branch nevertheless, one per line: admin, maintain or write (a role and those above it), owners (of the organization), @login, or app NUMBER. nobody: only who deletes the ruleset.', (line) => (line.trim() === 'nobody' ? undefined : parseActor(line)))
        .list()
        .or('admin'),
    bypassMode: (0,input/* choice */.Yq)('How they may do it. pull_request: only by merging. always: also by a push. exempt: without a trace in the audit log.', bypassModes).or('pull_request'),
    until: (0,input/* input */.hF)('When the freeze should end: a day, or a time in UTC such as 2026-12-04T18:00Z. It is shown in the name of the ruleset. Nothing thaws by itself, but from then on it is pending.', parseUntil).optional(),
    repository: repository_input/* repositoryInput */.J,
};
const outputs = {
    sha: 'The commit at which the branch is frozen. Unset if it is to be thawed.',
    name: 'The name of the ruleset.',
    url: 'The page of the ruleset. Unset if there is none.',
    bypass: (0,output/* list */.p_)('Who may change the branch nevertheless. Unset if the token may not see it.'),
};

// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/repository-here.js
var repository_here = __webpack_require__(84431);
;// CONCATENATED MODULE: ./build/actions/freeze-branch/look.js





/** Looks at a branch and at the rulesets that hold it. */
async function look(wanted, world) {
    const [repository, github] = await (0,parallel/* together */.bs)([wanted.repository ?? (0,repository_here/* repositoryHere */.L)(world), world.github()]);
    const branch = wanted.branch ?? (await github.repositories.find(repository)).defaultBranch;
    const [all, holding] = await (0,parallel/* together */.bs)([
        github.rulesets.all(repository),
        github.rulesets.holding({ repository, branch }),
    ]);
    const holds = ({ id }) => holding.includes(id);
    const freezes = all
        .toSorted((one, other) => one.id - other.id)
        .map((ruleset) => ({ ruleset, freeze: freezeOf(ruleset, wanted.name) }));
    const own = await (0,parallel/* boundedly */.Xt)(freezes.filter(({ freeze }) => freeze?.owner === wanted.while), ({ ruleset }) => github.rulesets.find(repository, ruleset.id));
    return {
        github,
        repository,
        branch,
        own: own.filter((one) => one !== undefined),
        others: freezes.flatMap(({ ruleset, freeze }) => freeze !== undefined && freeze.owner !== wanted.while && holds(ruleset) ? [{ ...freeze, ruleset }] : []),
        byHand: freezes.flatMap(({ ruleset, freeze }) => (freeze === undefined && holds(ruleset) ? [ruleset.name] : [])),
        holds,
    };
}
/** What release a ruleset freezes a branch for. Those of the organization are made by people. */
const freezeOf = (ruleset, name) => ruleset.isOwn ? freezeNamed(ruleset.name, name) : undefined;
/** Refuses a ruleset with the name of the freeze that has other rules, or is for other branches: people made it so. */
function refuseForeign(found, state, world) {
    const { name, rules, included, excluded } = found;
    const ref = `refs/heads/${state.branch}`;
    const isPlain = rules.join() === 'update' && included.join() === ref && excluded.length === 0;
    if (isPlain)
        return;
    const without = excluded.length === 0 ? '' : ` without ${(0,domain_text/* listed */.KE)(excluded)}`;
    throw new error/* ReleaseError */.K2(`The ruleset ${(0,domain_text/* quoted */.TL)(name)} is not as this action makes it: it has ${rules.length === 0 ? 'no rules' : `the rules ${(0,domain_text/* listed */.KE)(rules)}`} for ${included.length === 0 ? 'no branch' : (0,domain_text/* listed */.KE)(included)}${without}, not the rule update for ${ref}.`, { fix: `It is left alone. Rename it at ${pageOf(state, found, world)}, or set the input name to other words.` });
}
/** The commit that the branch has to be at. A full name needs no checkout. */
async function expectedCommit({ commit }, { git }) {
    return /^[0-9a-f]{40}$/.test(commit) ? commit : (await git.commits.find(commit)).sha;
}
/** Refuses a branch that moved. Commits of the checkout that are still to be pushed are something to wait for. */
async function isUnpushed(expected, { repository, branch, github }, { git }) {
    const tip = await github.refs.at(repository, `refs/heads/${branch}`);
    if (tip === expected)
        return false;
    if (tip === undefined)
        throw new error/* ReleaseError */.K2(`${repository} has no branch ${branch}, or the token may not see it.`, {
            fix: 'Correct the input branch, or give the token contents: read for this repository.',
        });
    if (await (await git.history()).isAhead(expected, tip))
        return true;
    throw new error/* ReleaseError */.K2(`${branch} of ${repository} is at ${(0,domain_text/* short */.h0)(tip)}, not at ${(0,domain_text/* short */.h0)(expected)}.`, {
        fix: 'Somebody changed the branch since this run began. Start the workflow anew, so that it begins with the branch as it is now.',
    });
}
/** Who is to bypass the ruleset, each with a mode. */
async function actorsOf({ bypass, bypassMode: mode }, world) {
    const named = bypass.filter((one) => one !== undefined);
    return (0,parallel/* boundedly */.Xt)(named, async (one) => ({ ...(await actorOf(one, world)), mode }));
}
async function actorOf(wanted, { github }) {
    if (wanted.kind === 'actor')
        return { type: wanted.type, id: wanted.id };
    return { type: 'User', id: await (await github()).accounts.numberOf(wanted.login) };
}
/** The page of a ruleset. */
const pageOf = ({ repository }, { id }, { event }) => `${event.urlOf(repository)}/rules/${id}`;

;// CONCATENATED MODULE: ./build/actions/freeze-branch/texts.js




const bypassNote = (actors) => actors === undefined
    ? 'Who may bypass it is unknown: only a token with administration: write sees that.'
    : `It is bypassed by: ${actorsText(actors)}.`;
const handMade = ({ branch, byHand }) => byHand.map((name) => `${branch} is also held by the ruleset ${(0,domain_text/* quoted */.TL)(name)}, which is left alone.`);
/** The freeze of another release has to end before this one begins. */
function endOf({ ruleset, owner, until }, state, world) {
    const overdueSince = isOver(until, Date.now()) ? `It should have ended ${until}. ` : '';
    const page = pageOf(state, ruleset, world);
    return {
        title: `the end of ${(0,domain_text/* quoted */.TL)(ruleset.name)}, which freezes ${state.branch} for another release`,
        fix: `${overdueSince}When that release is done, thaw the branch with state: thawed and while: ${owner}. Or wait longer with the input wait. The ruleset: ${page}`,
    };
}
/** The time of the freeze of this release is over. */
const overdue = ({ name }, { while: owner }) => ({
    title: `the end of ${(0,domain_text/* quoted */.TL)(name)}, whose time is over`,
    fix: `Thaw the branch with state: thawed and while: ${owner}, or set the input until to a later time.`,
});
/** The job's own token can never change rulesets. */
const tokenFor = ({ event }) => event.isJobToken === true && {
    title: "a token that may freeze branches, which the job's own token never may",
    fix: `Register a GitHub App with the permission Administration: write at ${event.server}/settings/apps/new, and pass its token, such as that of actions/create-github-app-token with permission-administration: write. Or pass a personal token of an administrator: ${event.server}/settings/personal-access-tokens/new`,
    isFinal: true,
};

;// CONCATENATED MODULE: ./build/actions/freeze-branch/freeze.js







/** Plans to freeze a branch at a commit. */
async function planFreeze(wanted, world) {
    refusePast(wanted);
    const [commit, actors] = await (0,parallel/* together */.bs)([expectedCommit(wanted, world), actorsOf(wanted, world)]);
    const state = await look(wanted, world);
    const isAhead = await isUnpushed(commit, state, world);
    const [own] = state.own;
    if (own !== undefined)
        refuseForeign(own, state, world);
    const until = wanted.until ?? (own && freezeOf(own, wanted.name)?.until);
    const name = rulesetName(wanted.name, { owner: wanted.while, until });
    const { held, older, making, change } = decide({ name, commit, actors }, state, wanted);
    const visible = held !== undefined && held.actors === undefined ? undefined : actors;
    const urlOf = (made) => {
        const id = made(making) ?? held?.id;
        return id === undefined ? undefined : pageOf(state, { id }, world);
    };
    return {
        notes: [
            ...(held === undefined ? [] : [`${state.branch} is frozen by ${(0,domain_text/* quoted */.TL)(held.name)}. ${bypassNote(held.actors)}`]),
            ...handMade(state),
        ],
        waitsFor: [
            change !== undefined && tokenFor(world),
            isAhead && { title: `commit ${(0,domain_text/* short */.h0)(commit)} on ${state.branch}`, fix: 'Push it first.' },
            held === undefined && older !== undefined && endOf(older, state, world),
        ],
        changes: [change],
        pending: [held !== undefined && isOver(until, Date.now()) && overdue(held, wanted)],
        ...shown({ name, commit, actors: visible }, urlOf, placeFacts(state, commit, world)),
    };
}
function decide(freeze, state, wanted) {
    const [own] = state.own;
    const held = own !== undefined && state.holds(own) ? own : undefined;
    const older = state.others.find(({ ruleset }) => held === undefined || ruleset.id < held.id);
    const making = held === undefined ? newFreeze(freeze, state, wanted) : undefined;
    return { held, older, making, change: making ?? (held && changeOf(held, older, freeze, state)) };
}
/** The outputs, and the same for the summary. Without the actors, the token may not see them. */
const shown = ({ name, commit, actors }, urlOf, place) => ({
    outputs: (made) => ({ sha: commit, name, url: urlOf(made), bypass: actors?.map(actorText).toSorted() }),
    facts: ({ made }) => [
        ...place,
        { name: 'Freeze', value: name, url: urlOf(made) },
        { name: 'Bypassed by', value: actors === undefined ? 'unknown' : actorsText(actors) },
    ],
});
/** Freezes the branch. If somebody switched the ruleset off, another one takes its place, and is the youngest. */
const newFreeze = ({ name, commit, actors }, { github, repository, branch, own: [own] }, wanted) => github.rulesets.freeze({
    repository,
    branch,
    name,
    commit,
    actors,
    bypass: actorsText(actors),
    replaces: own?.id,
    isRival: (ruleset) => {
        const owner = freezeOf(ruleset, wanted.name)?.owner;
        return owner !== undefined && owner !== wanted.while;
    },
});
/** What is to be done about the freeze that is there. If the token may not see who bypasses it, that is left alone. */
function changeOf(held, older, { name, actors }, { github, repository }) {
    if (older !== undefined)
        return github.rulesets.withdraw(repository, held, older.ruleset);
    const texts = { actual: actorsText(held.actors ?? actors), wanted: actorsText(actors) };
    if (held.name === name && texts.actual === texts.wanted)
        return undefined;
    return github.rulesets.update(repository, held, { name, actors, bypass: texts });
}
const placeFacts = ({ repository, branch }, commit, { event }) => [
    { name: 'Branch', value: branch, url: `${event.urlOf(repository)}/tree/${branch}` },
    { name: 'Commit', value: (0,domain_text/* short */.h0)(commit), url: `${event.urlOf(repository)}/commit/${commit}` },
];
function refusePast({ until }) {
    if (!isOver(until, Date.now()))
        return;
    throw new error/* ReleaseError */.K2(`Input until is ${until}, which is over.`, {
        fix: 'Give a later time, or leave the input out.',
    });
}

;// CONCATENATED MODULE: ./build/actions/freeze-branch/thaw.js




/** Plans to end the freeze of one release. Whatever else holds the branch stays. */
async function planThaw(wanted, world) {
    const state = await look(wanted, world);
    const { repository, branch, own, others, github } = state;
    for (const one of own)
        refuseForeign(one, state, world);
    const name = own[0]?.name ?? rulesetName(wanted.name, { owner: wanted.while, until: wanted.until });
    const changes = own.map((one) => github.rulesets.lift({ repository, branch }, one));
    return {
        notes: [
            ...(own.length === 0 ? [`${branch} is not frozen by ${(0,domain_text/* quoted */.TL)(name)}.`] : []),
            ...others.map(({ ruleset }) => `${branch} stays frozen by ${(0,domain_text/* quoted */.TL)(ruleset.name)}, for another release.`),
            ...handMade(state),
        ],
        waitsFor: [changes.length > 0 && tokenFor(world)],
        changes,
        outputs: { sha: undefined, name, url: undefined, bypass: undefined },
        facts: () => [
            { name: 'Branch', value: branch, url: `${world.event.urlOf(repository)}/tree/${branch}` },
            { name: 'Freeze', value: name },
        ],
    };
}

;// CONCATENATED MODULE: ./build/actions/freeze-branch/action.js




/* harmony default export */ const freeze_branch_action = ((0,action/* defineAction */.Q)({
    name: 'Freeze branch',
    description: 'Freeze a branch for a release, so that only chosen people can change it, and thaw it afterwards. The freeze of another release is never touched.',
    example: '--state frozen --while v1.2.3',
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'administration: write': 'to freeze and thaw the branch',
        'contents: read': 'to see where the branch is',
    },
    waits: 'until another release has thawed the branch',
    plan: (wanted, world) => (wanted.state === 'frozen' ? planFreeze(wanted, world) : planThaw(wanted, world)),
}));


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
