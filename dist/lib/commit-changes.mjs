export const id = "commit-changes";
export const ids = ["commit-changes"];
export const modules = {

/***/ 37736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commit_changes_action)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/domain/repositories/identity.js
var repositories_identity = __webpack_require__(78309);
// EXTERNAL MODULE: ./build/src/domain/commits/proposal.js
var proposal = __webpack_require__(27037);
// EXTERNAL MODULE: ./build/src/domain/repositories/repository.js
var repositories_repository = __webpack_require__(72979);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
;// CONCATENATED MODULE: ./build/actions/commit-changes/contract.js





const inputs = {
    message: (0,input/* verbatim */.Bj)('The commit message. Default: a message that lists the changes.').optional(),
    paths: (0,input/* path */.Ae)('The files to commit: paths or globs in the checkout, one per line. Default: every changed file that git tracks.')
        .list()
        .optional(),
    via: (0,input/* choice */.Yq)('How to deliver the commit: push it, or open a pull request.', ['push', 'pull-request']).or('push'),
    base: (0,input/* input */.hF)('The branch that gets the commit. Default: the branch that is checked out; at a tag, the default branch.', proposal/* parseBranch */.Qd).optional(),
    branch: (0,input/* input */.hF)('The branch of the pull request. Default: a name made from the base and the subject of the message; if there is no message, from the base, the workflow and the job.', proposal/* parseBranch */.Qd).optional(),
    path: (0,input/* path */.Ae)('The folder of the checkout, relative to the workspace.').or('.'),
    repository: (0,input/* input */.hF)('The repository that gets the commit, as owner/name. Default: the repository of the remote origin.', repositories_repository/* parseRepository */.S).optional(),
    fork: (0,input/* input */.hF)('A fork that gets the branch of the pull request, as owner/name. Meant for a token that cannot push to the repository.', repositories_repository/* parseRepository */.S).optional(),
    title: (0,input/* text */.Qq)('The title of the pull request. Default: the subject of the message.').optional(),
    body: (0,input/* verbatim */.Bj)('The text of the pull request. Default: the rest of the message.').optional(),
    bodyPath: (0,input/* path */.Ae)('A file to read the text of the pull request from. Cannot be combined with body.').optional(),
    labels: (0,input/* text */.Qq)('Labels to add to the pull request, one per line.').list().or(''),
    reviewers: (0,input/* text */.Qq)('Users to request a review from, one per line.').list().or(''),
    teamReviewers: (0,input/* text */.Qq)('Teams to request a review from, by their slugs, one per line.').list().or(''),
    assignees: (0,input/* text */.Qq)('Users to assign a new pull request to, one per line.').list().or(''),
    milestone: (0,input/* text */.Qq)('The title of an open milestone for the pull request.').optional(),
    draft: (0,input/* flag */.Jt)('Open the pull request as a draft.'),
    author: (0,input/* input */.hF)('The author of the commit, as Name <address>. Default: the account of the token; if git does not use the token, the identity in the git configuration, else github-actions[bot] in a job.', repositories_identity/* parseIdentity */.a).optional(),
    signOff: (0,input/* flag */.Jt)('Add a Signed-off-by line for the author.'),
    commitThrough: (0,input/* choice */.Yq)('Who creates the commit: git, or the API of GitHub, which signs the commits of apps and jobs.', ['git', 'api']).or('git'),
};
const outputs = {
    sha: 'The commit that has the changes. Unset if it does not exist yet.',
    pullRequestNumber: (0,output/* number */.ai)('The number of the pull request.'),
    pullRequestUrl: 'The URL of the pull request.',
    operation: 'What was done, or would be done: pushed, opened, updated or none.',
    starts: (0,output/* boolean */.zM)("Whether the push or the pull request starts workflows. false with the job's own token. Unset if nothing has to be done, or if it is unknown."),
};

// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 2 modules
var git_git = __webpack_require__(95541);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
// EXTERNAL MODULE: ./build/src/plans/proposals/pull-request.js
var pull_request = __webpack_require__(7255);
// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(25341);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/plans/proposals/own-commit.js
var own_commit = __webpack_require__(96570);
;// CONCATENATED MODULE: ./build/actions/commit-changes/proposal-branch.js

// Why: docs/decisions.md D21
/** Reads the branch of the pull request. Commits of others are refused; a merge of the base by GitHub's button is not. */
async function lookAtBranch({ world, checkout }, { head, branch, proposal }, commit) {
    const { git, github } = world;
    const tip = (await git.remotes.branches(head, [branch])).tips.get(branch);
    if (tip === undefined)
        return { tip, isUpToDate: false };
    const ahead = await (await github()).commits.ahead(proposal);
    const own = (0,own_commit/* ownCommit */.E)(ahead, {
        account: commit.committer,
        branch,
        fix: 'Merge the pull request, or delete its branch. Or set the input branch to another name.',
    });
    if (own === undefined)
        return { tip, isUpToDate: false };
    await checkout.fetchCommit(head, tip, 2);
    if (ahead.length > 1)
        return { tip, isUpToDate: await hasFiles(checkout, tip, commit) };
    const hasMessage = (await checkout.messageOf(tip)).trim() === commit.message.trim();
    return { tip, isUpToDate: hasMessage && (await hasEdits(checkout, tip, commit)) };
}
/** Whether a commit changes exactly these files, with exactly this content. */
async function hasEdits(checkout, tip, { files }) {
    const parent = await checkout.parent(tip);
    const found = parent === undefined ? [] : await checkout.differences(parent, tip);
    const keys = new Set(found.map(keyOf));
    return found.length === files.length && files.every((file) => keys.has(keyOf(file)));
}
/** Whether a merge with the base has the wanted content of these files. */
async function hasFiles(checkout, tip, { tree, files }) {
    const other = new Set((await checkout.differences(tree, tip)).map(({ path }) => path));
    return files.every(({ path }) => !other.has(path));
}
const keyOf = ({ path, after }) => `${after?.mode} ${after?.blob} ${path}`;

;// CONCATENATED MODULE: ./build/src/domain/commits/commit-message.js

const mostNames = 3;
const mostLines = 20;
// What GitHub acts on anywhere in a message: references, mentions, and words that skip workflows.
const githubCommands = /#\d|(?:^|\W)@\w|\[(?:skip|ci|no|actions)\b|skip-checks/i;
/** The message of a commit if none is given: the files, and the changed lines if they are few. */
function defaultCommitMessage(files, diff) {
    const lines = changedLines(diff);
    const isShown = lines.length <= mostLines && !lines.some((line) => githubCommands.test(line));
    const body = isShown ? lines : files.map(({ path }) => path);
    return `${subjectFor(files)}\n\n${body.join('\n')}\n`;
}
function subjectFor(files) {
    const [first] = files;
    const verb = files.every(({ kind }) => kind === first?.kind) ? first?.kind : 'Update';
    const names = [...new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))];
    if (files.length <= mostNames && names.length === files.length)
        return `${verb} ${(0,domain_text/* listed */.KE)(names)}`;
    const folder = sharedFolder(files.map(({ path }) => path));
    return `${verb} ${files.length} files${folder === '' ? '' : ` in ${folder}`}`;
}
function sharedFolder(paths) {
    const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
    const shared = first.findIndex((part, index) => others.some((other) => other[index] !== part));
    return first.slice(0, shared === -1 ? first.length : shared).join('/');
}
/** The name of each file in a diff, and its removed and added lines. */
function changedLines(diff) {
    const lines = diff
        .split('\n')
        .filter((line) => /^(?:diff --git |[-+])/.test(line) && !/^(?:--- (?:a\/|\/dev\/null)|\+\+\+ (?:b\/|\/dev\/null))/.test(line));
    return lines.flatMap((line, index) => {
        const name = /^diff --git .* "?b\/(.+?)"?$/.exec(line)?.[1];
        if (name === undefined)
            return [line.length > 200 ? `${line.slice(0, 200)}…` : line];
        return index === 0 ? [name] : ['', name];
    });
}

// EXTERNAL MODULE: ./build/src/domain/place.js
var place = __webpack_require__(14773);
// EXTERNAL MODULE: ./build/src/plans/proposals/account.js
var account = __webpack_require__(52021);
// EXTERNAL MODULE: ./build/src/plans/tagger.js
var tagger = __webpack_require__(35014);
// EXTERNAL MODULE: ./build/src/plans/proposals/fork.js
var proposals_fork = __webpack_require__(6280);
// EXTERNAL MODULE: ./build/src/plans/proposals/text.js
var proposals_text = __webpack_require__(90639);
;// CONCATENATED MODULE: ./build/actions/commit-changes/refuse.js



/** The text of the pull request that an input gives. */
async function bodyOf({ body, bodyPath }, files) {
    if (body !== undefined && bodyPath !== undefined)
        throw new error/* ReleaseError */.K2('Both body and body-path are given.', { fix: 'Give only one of them.' });
    const text = bodyPath === undefined ? body : await files.text(bodyPath);
    (0,error/* refuseIfAny */.Yb)('The text of the pull request cannot be used.', (0,proposals_text/* textRefusals */.j)({ title: '', body: text ?? '' }, shorterText));
    return text;
}
/** Refuses inputs that cannot be combined, and a title that is too long. */
async function refuseInputs({ author, commitThrough, title = '' }) {
    (0,error/* refuseIfAny */.Yb)('These inputs cannot be used.', [
        ...(author !== undefined && commitThrough === 'api' ? [authorForApi()] : []),
        ...(0,proposals_text/* textRefusals */.j)({ title, body: '' }, shorterText),
    ]);
}
/** What to do if the title or the text of the pull request is too long. */
const shorterText = {
    title: 'Give a shorter title in the input title.',
    body: 'Give a shorter text in the input body or body-path.',
};
const authorForApi = () => new error/* ReleaseError */.K2('author cannot be combined with commit-through: api.', {
    fix: 'Leave the input author out: GitHub signs a commit only if no author is given.',
});
/** Why a commit cannot go to this place. */
function placeRefusals({ remote, repository, base }, { via, commitThrough, branch, fork }) {
    if (repository === undefined)
        return via === 'push' && commitThrough === 'git' ? [] : [notOnServer(remote)];
    if (via === 'push')
        return [];
    const isOtherRepository = fork !== undefined && fork !== repository;
    if (!isOtherRepository)
        return branch !== undefined && branch === base ? [sameBranch(branch)] : [];
    return (0,proposals_fork/* sameAccountRefusals */.v)(fork, repository, orWithoutFork);
}
/** The repository of a remote on the server of this run. */
function repositoryOf({ remote, repository }) {
    if (repository !== undefined)
        return repository;
    throw notOnServer(remote);
}
const notOnServer = (remote) => new error/* ReleaseError */.K2(`The remote ${remote} is not on the GitHub server of this run.`, {
    fix: 'Give the input repository as owner/name, or use via: push with commit-through: git.',
});
const sameBranch = (branch) => new error/* ReleaseError */.K2(`The branch of the pull request is ${branch}, the same as its base.`, {
    fix: 'Set the input branch to another name, or leave it out.',
});
const orWithoutFork = ' Or leave the input fork out: then the repository itself gets the branch.';

;// CONCATENATED MODULE: ./build/actions/commit-changes/prepared-commit.js










/** Creates the commit in the object database of the checkout. No ref points to it. */
async function prepareCommit(wanted, state, { parent, tree }) {
    const { checkout } = state;
    const files = await checkout.differences(parent, tree);
    const [diff, committer] = [await checkout.diff(parent, tree), await prepared_commit_account(state, wanted)];
    const author = wanted.author ?? committer;
    const text = wanted.message?.replace(/^\s*\n/, '') ??
        defaultCommitMessage(files.map(committedFile), await checkout.diff(parent, tree, 0));
    const message = await checkout.message(text, wanted.signOff ? [`Signed-off-by: ${author}`] : []);
    const epoch = Math.floor(Date.now() / 1000);
    const sha = await state.world.git.commits.store({ tree, parent, message, author, committer, epoch });
    return { sha, parent, tree, message, author, committer, files, diff };
}
const committedFile = ({ path, before, after }) => ({
    path,
    kind: before === undefined ? 'Add' : after === undefined ? 'Delete' : 'Update',
});
/** Puts a commit on a branch. The Change gives the SHA of the commit, which is another one if GitHub creates it. */
async function commitTo(target, { sha, parent, tree, message, files, diff }, { wanted, state }) {
    const { remote, branch, seen, title } = target;
    const { checkout } = state;
    const shown = { title, detail: `${message}\n${diff}`, places: placesOf(branch, files, diff) };
    if (wanted.commitThrough === 'git') {
        const push = checkout.push(remote, branch, sha, seen);
        const apply = async (made) => {
            await push.apply(made);
            return sha;
        };
        return { ...push, ...shown, apply };
    }
    const { destination } = state;
    if (destination.kind === 'new' && destination.unpushed.length > 0)
        throw unpushedForApi(destination.unpushed);
    const contents = await (0,parallel/* boundedly */.Xt)(files, async ({ path, before, after }) => ({
        path,
        mode: (after ?? before)?.mode ?? '100644',
        content: after === undefined ? undefined : await checkout.bytes(after.blob),
    }));
    const repository = repositoryOf(target);
    const github = await state.world.github();
    const change = github.commits.create({
        repository,
        branch,
        seen,
        parent,
        tree,
        files: contents,
        message,
        replaces: seen !== state.tip,
    });
    return { ...change, keys: [...change.keys, (0,git_git/* branchOf */.W0)(remote, branch)], ...shown };
}
const mostPlaces = 10;
/** The first differences of the files, which the diff has in the same order. */
function placesOf(branch, files, diff) {
    const parts = diff.split(/^(?=diff --git )/m);
    return files.slice(0, mostPlaces).map(({ path, before, after }, index) => {
        const [first] = before === undefined || after === undefined ? [] : (0,place/* placesIn */.yN)(parts[index] ?? '', path);
        const isSame = before?.blob === after?.blob; // only the mode differs
        const [actual, wanted] = [before, after].map((side) => side && (isSame ? side.mode : (0,domain_text/* short */.h0)(side.blob)));
        return first ?? { at: branch, name: `file ${path}`, actual, wanted };
    });
}
/** The account of the token, if git uses the token; else the identity in the git configuration. In a job, GitHub's bot. */
async function prepared_commit_account({ world, where }, { commitThrough }) {
    const { git, event } = world;
    if (!(await git.remotes.takesToken(where.remote))) {
        const identity = await (await git.signing()).identity();
        if (identity === undefined && !event.isJob && commitThrough === 'git')
            throw noCommitter();
        return identity ?? repositories_identity/* githubBot */.l;
    }
    return (0,account/* accountOfToken */.a)(world);
}
const noCommitter = () => new error/* ReleaseError */.K2('git does not know who makes the commit: user.name and user.email are not set.', {
    fix: `${tagger/* setIdentity */.R}.`,
});
/** The API creates single commits. It cannot push those of the checkout. */
const unpushedForApi = (commits) => new error/* ReleaseError */.K2(`commit-through: api cannot push commits, but the checkout has unpushed ones: ${(0,domain_text/* listed */.KE)(commits.map(domain_text/* short */.h0))}.`, { fix: 'Use commit-through: git, which pushes these commits, too.' });

;// CONCATENATED MODULE: ./build/actions/commit-changes/proposal-target.js




async function proposalTarget(wanted, state, message) {
    const { base, where, world } = state;
    const repository = repositoryOf({ ...where, repository: state.repository });
    const branch = wanted.branch ??
        (0,proposal/* proposalBranch */.hj)(base, wanted.message === undefined ? (world.event.job ?? '') : (message.split('\n', 1)[0] ?? ''));
    const headRepository = wanted.fork ?? repository;
    (0,error/* refuseIfAny */.Yb)('The pull request cannot be opened.', placeRefusals({ ...where, repository, base }, { ...wanted, branch }));
    if (wanted.fork !== undefined) {
        const { parent } = await (await world.github()).repositories.find(wanted.fork);
        (0,proposals_fork/* refuseUnrelatedFork */.n)(wanted.fork, repository, parent);
    }
    const head = wanted.fork === undefined ? where : { ...where, remote: world.event.urlOf(wanted.fork) };
    const owner = headRepository.split('/', 1)[0] ?? '';
    return { repository, headRepository, head, branch, proposal: { repository, base, head: `${owner}:${branch}` } };
}

;// CONCATENATED MODULE: ./build/actions/commit-changes/proposal-text.js



/** The title, the text, the labels and the people of the pull request. */
async function proposalFor(wanted, { commit, place, body: given, github }) {
    const { labels, reviewers, teamReviewers, assignees, milestone, draft: isDraft } = wanted;
    refuseOwnReview(wanted, commit);
    const [subject = '', ...rest] = commit.message.split('\n');
    const body = given ?? textOf(rest.join('\n').trim(), wanted.message === undefined);
    const title = wanted.title ?? subject;
    (0,error/* refuseIfAny */.Yb)('The text of the pull request cannot be used.', (0,proposals_text/* textRefusals */.j)({ title, body }, shorterText));
    return {
        title,
        body,
        isDraft,
        labels,
        reviewers,
        teamReviewers,
        assignees,
        milestone: milestone === undefined ? undefined : await github.repositories.milestone(place.repository, milestone),
    };
}
/** The default message consists of lines of files. In Markdown, they would look like lists and headings. */
const textOf = (text, isDefault) => (isDefault ? `\`\`\`\`diff\n${text}\n\`\`\`\`\n` : text);
function refuseOwnReview({ reviewers }, { committer }) {
    const account = /^(.*) </.exec(committer)?.[1] ?? '';
    if (!reviewers.some((one) => one.toLowerCase() === account.toLowerCase()))
        return;
    throw new error/* ReleaseError */.K2(`${account} opens the pull request, so this account cannot review it.`, {
        fix: 'Remove this account from the input reviewers.',
    });
}

;// CONCATENATED MODULE: ./build/actions/commit-changes/propose.js











/** The plan of `via: pull-request`: a separate branch with one commit on top of the base, and one open pull request. */
async function propose(wanted, state) {
    const { destination, world } = state;
    refuseUnpushed(state);
    if (destination.kind !== 'new')
        return nothingToPropose(state);
    const { git, ledger } = world;
    const github = await world.github();
    const commit = await prepareCommit(wanted, state, destination);
    const place = await proposalTarget(wanted, state, commit.message);
    const [seen, found, starts, proposed] = await (0,parallel/* together */.bs)([
        lookAtBranch(state, place, commit),
        github.proposals.find(place.proposal),
        git.remotes.startsWorkflows(place.head.remote),
        proposalFor(wanted, { commit, place, body: state.body, github }),
    ]);
    const pages = await (0,plans_pages/* pagesOf */.E)(place.head, world);
    const target = { remote: place.head.remote, repository: place.headRepository, branch: place.branch, seen: seen.tip };
    const title = `Push ${place.branch} to ${place.headRepository}`;
    if (wanted.fork !== undefined && wanted.commitThrough === 'git' && !seen.isUpToDate)
        await state.checkout.prepareForFork(state.where, state.tip);
    const pushing = seen.isUpToDate ? undefined : await commitTo({ ...target, title }, commit, { wanted, state });
    const steps = await (0,pull_request/* pullRequestSteps */.S)({ route: place.proposal, found, proposed, pushing }, github, world);
    return {
        notes: [...state.notes, ...steps.notes, ...((pushing ?? steps.updating) && starts === false ? noChecks : [])],
        waitsFor: steps.waitsFor,
        // An open pull request gets its new text first. If the run is killed after that, the next run still pushes the commit.
        changes: found === undefined ? [pushing, steps.updating] : [steps.updating, pushing],
        pending: steps.pending,
        facts: ({ made, isMade }) => [
            steps.fact(made),
            pages.commit(made(pushing) ?? (pushing === undefined ? (seen.tip ?? commit.sha) : commit.sha), pushing === undefined || isMade(pushing)),
            { name: 'Branch', value: `${place.branch} → ${state.base}` },
        ],
        outputs: (made) => {
            const isOpened = steps.isOpened();
            const isPushed = pushing !== undefined || ledger.isMade((0,git_git/* branchOf */.W0)(target.remote, target.branch));
            const isUpdated = steps.updating !== undefined || isPushed;
            const opened = steps.opened(made);
            return {
                sha: made(pushing) ?? (pushing === undefined ? seen.tip : commit.sha),
                pullRequestNumber: opened?.number,
                pullRequestUrl: opened?.url,
                operation: isOpened ? 'opened' : isUpdated ? 'updated' : 'none',
                starts: isOpened || isUpdated ? starts : undefined,
            };
        },
    };
}
const noChecks = (0,job_token/* startNotes */.K)(false, { made: 'the pull request', otherwise: 'let a maintainer approve the checks' });
function nothingToPropose({ destination, base, head, edits, notes }) {
    const commit = destination.kind === 'there' ? destination.commit : head.sha;
    const what = edits.files.length === 0 ? 'There is nothing to propose' : `${base} already has these changes, in ${(0,domain_text/* short */.h0)(commit)}`;
    return {
        notes: [...notes, `${what}.`],
        changes: [],
        outputs: {
            sha: commit,
            pullRequestNumber: undefined,
            pullRequestUrl: undefined,
            operation: 'none',
            starts: undefined,
        },
    };
}
/** Unpushed commits would become part of the pull request. */
function refuseUnpushed({ destination, base }) {
    const commits = destination.kind === 'unpushed' ? destination.commits : destination.kind === 'new' ? destination.unpushed : [];
    if (commits.length === 0)
        return;
    throw new error/* ReleaseError */.K2(`The checkout has commits that ${base} does not have: ${(0,domain_text/* listed */.KE)(commits.map(domain_text/* short */.h0))}.`, {
        fix: 'Push these commits first, or leave the edits uncommitted.',
    });
}

;// CONCATENATED MODULE: ./build/actions/commit-changes/push.js





/** The plan of `via: push`: push the commit to the base, then move HEAD of the checkout to the commit. */
async function push(wanted, state) {
    const { destination } = state;
    if (destination.kind === 'there')
        return alreadyPushed(state, destination.commit);
    if (destination.kind === 'unpushed')
        return pushUnpushed(wanted, state, destination.commits);
    return pushNew(wanted, state, destination);
}
/** The base already has the edits, from an earlier run or from somebody else. */
async function alreadyPushed(state, commit) {
    const { edits, base, where } = state;
    const { git, ledger } = state.world;
    const starts = await git.remotes.startsWorkflows(where.remote);
    const move = await moveHead(state, commit, () => commit);
    const pages = await (0,plans_pages/* pagesOf */.E)(where, state.world);
    const what = edits.files.length === 0 ? 'There is nothing to commit' : `${base} already has these changes, in ${(0,domain_text/* short */.h0)(commit)}`;
    return {
        notes: [...state.notes, `${what}.`, ...move.notes],
        changes: [move.change],
        facts: () => [pages.commit(commit, true), { name: 'Branch', value: base }],
        outputs: outputsOf({ sha: commit, isPushed: ledger.isMade((0,git_git/* commitOn */.Rw)(where.remote, base, commit)), starts }), // by an earlier plan
    };
}
/** There are no edits, but the checkout has commits that the base does not have. */
async function pushUnpushed(wanted, state, commits) {
    const { world, checkout, where, base, tip, head } = state;
    if (wanted.commitThrough === 'api')
        throw unpushedForApi(commits);
    const starts = await world.git.remotes.startsWorkflows(where.remote);
    const pages = await (0,plans_pages/* pagesOf */.E)(where, world);
    const change = { ...checkout.push(where.remote, base, head.sha, tip), title: titleFor(state) };
    return {
        notes: [...state.notes, unpushedNote(state, commits), ...(starts === false ? noStart : [])],
        changes: [change],
        facts: ({ isMade }) => [pages.commit(head.sha, isMade(change)), { name: 'Branch', value: base }],
        outputs: outputsOf({ sha: head.sha, isPushed: true, starts }),
    };
}
async function pushNew(wanted, state, destination) {
    const { world, where, repository, base, tip } = state;
    const commit = await prepareCommit(wanted, state, destination);
    const target = { remote: where.remote, repository, branch: base, seen: tip, title: titleFor(state) };
    const change = await commitTo(target, commit, { wanted, state });
    const made = (of) => of(change) ?? commit.sha; // a commit that GitHub creates has another SHA
    const move = await moveHead(state, commit.sha, made);
    const pages = await (0,plans_pages/* pagesOf */.E)(where, world);
    const notes = destination.unpushed.length === 0 ? [] : [unpushedNote(state, destination.unpushed)];
    const starts = await world.git.remotes.startsWorkflows(where.remote);
    return {
        notes: [...state.notes, ...notes, ...move.notes, ...(starts === false ? noStart : [])],
        changes: [change, move.change],
        facts: ({ made: of, isMade }) => [pages.commit(made(of), isMade(change)), { name: 'Branch', value: base }],
        outputs: (of) => outputsOf({ sha: made(of), isPushed: true, starts }),
    };
}
/** Moves HEAD to the commit for later steps, unless another branch is checked out or uncommitted changes are in the way. */
async function moveHead(state, planned, commit) {
    const { checkout, where, head, attached, base, edits, destination } = state;
    const isOnTop = destination.kind === 'new' && destination.parent === head.sha;
    if (planned === head.sha)
        return { change: undefined, notes: [] };
    if (attached !== base && !(attached === undefined && isOnTop))
        return { change: undefined, notes: [`HEAD stays at ${(0,domain_text/* short */.h0)(head.sha)}: ${base} is not checked out.`] };
    const own = new Set(edits.files.map(({ path }) => path));
    const others = (await checkout.differences(head.sha, planned)).filter(({ path }) => !own.has(path));
    const inTheWay = edits.others.filter((dirty) => others.some(({ path }) => path === dirty || (dirty.endsWith('/') && path.startsWith(dirty))));
    if (inTheWay.length > 0) {
        const why = `${base} has other content of files with uncommitted changes: ${(0,domain_text/* listed */.KE)(inTheWay)}`;
        return { change: undefined, notes: [`HEAD stays at ${(0,domain_text/* short */.h0)(head.sha)}: ${why}.`] };
    }
    const filtered = await checkout.refusedByFilter(others.map(({ path }) => path));
    if (filtered.length > 0) {
        const why = `${base} has other content of files whose filter is set only in the git configuration of this checkout: ${(0,domain_text/* listed */.KE)(filtered)}`;
        return { change: undefined, notes: [`HEAD stays at ${(0,domain_text/* short */.h0)(head.sha)}: ${why}.`] };
    }
    return { change: checkout.moveHead(where, head.sha, commit, edits), notes: [] };
}
const noStart = (0,job_token/* startNotes */.K)(false, { made: 'the push', otherwise: undefined });
const titleFor = ({ base, repository, where }) => `Commit to ${base} of ${repository ?? where.remote}`;
const unpushedNote = ({ base }, commits) => `Unpushed commits of the checkout that go to ${base}, too: ${(0,domain_text/* listed */.KE)(commits.map(domain_text/* short */.h0))}.`;
const outputsOf = ({ sha, isPushed, starts }) => ({
    sha,
    pullRequestNumber: undefined,
    pullRequestUrl: undefined,
    operation: isPushed ? 'pushed' : 'none',
    starts: isPushed ? starts : undefined,
});

;// CONCATENATED MODULE: ./build/actions/commit-changes/checkout-state.js





/** Looks at the checkout in a folder of the workspace, and asks the remote only if everything there is right. */
async function lookAtCheckout(wanted, workspace) {
    const world = workspace.at(wanted.path);
    const { git, event } = world;
    const remote = event.remoteFor(wanted.repository);
    const where = { remote, direction: 'push' };
    const [found, loaded] = [git.commits.find('HEAD'), git.checkout()];
    const [head, checkout, attached, edits, address, body] = await (0,parallel/* together */.bs)([
        found,
        loaded,
        loaded.then((there) => there.branch()),
        (0,parallel/* together */.bs)([found, loaded]).then(([{ sha }, there]) => there.edits(sha, wanted.paths)),
        git.remotes.address(where),
        bodyOf(wanted, workspace.files),
        refuseInputs(wanted),
    ]);
    // A detached HEAD belongs to the branch of the event, if the event was about the same commit.
    const named = wanted.base ?? attached ?? (head.sha === event.sha ? event.branch : undefined);
    const repository = wanted.repository ?? (0,repositories_repository/* repositoryOn */.Y)(event.server, address);
    (0,error/* refuseAll */.cp)('Nothing can be committed.', [
        ...(named === undefined && event.ref?.startsWith('refs/pull/') === true ? [noBase(event.ref)] : []),
        ...placeRefusals({ remote, repository, base: named }, wanted),
    ]);
    const branches = await git.remotes.branches(where, named === undefined ? [] : [named]);
    const base = named ?? branches.defaultBranch;
    const tip = branches.tips.get(base ?? '');
    if (base === undefined || tip === undefined)
        throw noBranch(base, remote);
    return {
        world,
        checkout,
        where,
        repository,
        head,
        attached,
        base,
        tip,
        edits,
        body,
        destination: await checkout.destination(where, head, tip, edits),
        notes: [
            ...(edits.others.length === 0 ? [] : [notCommitted(edits.others, wanted.paths !== undefined)]),
            ...(edits.unmatched.length === 0
                ? []
                : [`Nothing in the checkout matches ${(0,domain_text/* listed */.KE)(edits.unmatched.map(domain_text/* quoted */.TL))}.`]),
        ],
    };
}
const notCommitted = (others, isNamed) => isNamed
    ? `Not committed, because the input paths does not name them: ${(0,domain_text/* abridged */.$y)(others)}.`
    : `Not committed, because git does not track them: ${(0,domain_text/* abridged */.$y)(others)}. To commit new files, name them in the input paths.`;
const noBase = (ref) => new error/* ReleaseError */.K2(`${ref} is a pull request, so it is not clear which branch gets the commit.`, {
    fix: 'Set the input base to the branch that gets the commit.',
});
const noBranch = (base, remote) => new error/* ReleaseError */.K2(`${remote} has no ${base === undefined ? 'default branch' : `branch ${(0,domain_text/* quoted */.TL)(base)}`}.`, {
    fix: 'Set the input base to a branch that exists.',
});

;// CONCATENATED MODULE: ./build/actions/commit-changes/action.js






/* harmony default export */ const commit_changes_action = ((0,action/* defineAction */.Q)({
    name: 'Commit changes',
    description: 'Commit the changes of earlier steps: push the commit to a branch, or open a pull request.',
    example: "--message 'Release v1.2.3' --via pull-request --base main",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        'contents: write': 'to push the commit',
        'pull-requests: write': 'to open the pull request, with via: pull-request',
    },
    starts: true,
    async plan(wanted, world) {
        if (!(await world.files.has(wanted.path)))
            throw new error/* ReleaseError */.K2(`There is no folder ${wanted.path} in the workspace.`, {
                fix: 'Correct the input path, or check out the repository there in an earlier step.',
            });
        await world.files.refuseUnlessFolder(wanted.path);
        const state = await lookAtCheckout(wanted, world);
        return wanted.via === 'push' ? push(wanted, state) : propose(wanted, state);
    },
}));


/***/ }),

/***/ 27037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   cE: () => (/* binding */ proposalOf),
/* harmony export */   hj: () => (/* binding */ proposalBranch)
/* harmony export */ });
/* harmony import */ var _tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54356);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/**
 * The branch of a pull request: the same for every run with the same title. If a title does not fit into the name of a
 * branch, a hash of it is added, so that two titles have two branches.
 */
function proposalBranch(base, words) {
    const plain = words.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
    const name = plain
        .replaceAll(/\.(?=[.-]|$)|^[-.]+/g, '')
        .slice(0, 80)
        .replace(/[-.]+$/, '')
        .replace(/\.lock$/, '-lock');
    const isWhole = plain.length <= 80 && (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(words);
    return `release-actions/${base}/${isWhole ? name || 'changes' : `${name}-${fingerprint(words)}`.replace(/^-/, '')}`;
}
/** The key of the one open pull request from a branch to another; `head` is `owner:branch`. */
const proposalOf = ({ repository, head, base }) => `pull request from ${head} to ${base} of ${repository}`;
/** FNV-1a, which is good enough for titles: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
}
/** The short name of a branch. */
function parseBranch(text) {
    const name = text.trim().replace(/^refs\/heads\//, '');
    (0,_tags_tag_name_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBadName */ .D)(name, 'branch');
    return name;
}


/***/ }),

/***/ 78309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ parseIdentity),
/* harmony export */   l: () => (/* binding */ githubBot)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** The account that GitHub Actions commits as. */
const githubBot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
/** Reads `Name <address>`, the form in which git writes people. */
function parseIdentity(text) {
    if (/^[^<>\n]+ <[^<>\s]+>$/.test(text.trim()))
        return text.trim();
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, not a name and an address.`, { fix: 'Write Name <address>.' });
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

/***/ 52021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ accountOfToken)
/* harmony export */ });
/* harmony import */ var _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78309);

/** The account of the token as it makes commits, with the address by which GitHub knows it. */
async function accountOfToken({ event, github }) {
    if (event.isJobToken === true)
        return _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .githubBot */ .l;
    const { login, id } = await (await github()).accounts.ofToken();
    return `${login} <${id}+${login}@users.noreply.${new URL(event.server).hostname}>`;
}


/***/ }),

/***/ 6280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseUnrelatedFork),
/* harmony export */   v: () => (/* binding */ sameAccountRefusals)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

/** GitHub opens a pull request only between forks of one repository. */
function refuseUnrelatedFork(fork, repository, parent) {
    if (parent?.toLowerCase() === repository.toLowerCase())
        return;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${fork} is ${parent === undefined ? 'not a fork' : `a fork of ${parent}, not`} of ${repository}.`, { fix: `Fork ${repository}, and set the input fork to that fork.` });
}
/** Why a fork cannot be told apart from its repository. `instead` is another way than a fork in another account. */
const sameAccountRefusals = (fork, repository, instead) => ownerOf(fork) === ownerOf(repository)
    ? [
        new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${fork} and ${repository} belong to the same account. GitHub cannot tell forks of one account apart.`, { fix: `Use a fork in another account.${instead}` }),
    ]
    : [];
const ownerOf = (repository) => repository.split('/', 1)[0]?.toLowerCase();


/***/ }),

/***/ 96570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ownCommit)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


// Why: docs/decisions.md D21
/**
 * The commit of this account among those that a branch has and its base has not; undefined if there is none. Commits of
 * others are refused; a merge of the base by GitHub's button is not.
 */
function ownCommit(ahead, { account, branch, fix }) {
    const [first, ...others] = ahead.filter((one) => !(one.parents.length > 1 && one.committer === webFlow));
    const foreign = [...(first === undefined || isOwn(first, account) ? [] : [first]), ...others];
    (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)(`The branch ${branch} has commits that do not belong to this pull request.`, foreign.map((one) => foreignCommit(one, branch, fix)));
    return first;
}
// The committer of commits that GitHub creates for people and apps.
const webFlow = 'noreply@github.com';
/** Whether this account made the commit, or GitHub for this account. */
function isOwn({ committer, author, authorLogin }, account) {
    const [, login, address] = /^(.*) <(.*)>$/.exec(account) ?? [];
    return committer === address || (committer === webFlow && (author === address || authorLogin === login));
}
const foreignCommit = ({ sha, subject, committer, author }, branch, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`Commit ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(sha)} on ${branch} is by ${author === committer ? author : `${author}, ${committer}`}: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(subject)}.`, { fix });


/***/ }),

/***/ 7255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pullRequestSteps)
/* harmony export */ });
/* harmony import */ var _domain_commits_proposal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27037);

/** Opens the pull request or updates it. Its text is set with a new commit, or if it lacks something: a person may have edited it. */
async function pullRequestSteps({ route, found, proposed, pushing, lacksText = false, permissionFix }, github, { ledger }) {
    const text = pushing !== undefined || lacksText ? proposed : undefined;
    const updating = found === undefined
        ? github.proposals.open(route, proposed)
        : github.proposals.update(found, { metadata: proposed, text });
    const refusal = updating && (await github.proposals.refusalToOpen(route));
    const opened = (made) => found ?? made(updating);
    return {
        notes: found === undefined ? [] : [`Pull request #${found.number} is open: ${found.url}`],
        waitsFor: [
            refusal && {
                title: `permission to open pull requests in ${route.repository}`,
                fix: permissionFix ?? refusal.fix ?? refusal.message,
            },
        ],
        updating,
        pending: [
            found === undefined
                ? { title: 'the pull request is merged', fix: 'Review it and merge it.' }
                : { title: `pull request #${found.number} is merged`, fix: `Review it and merge it: ${found.url}` },
        ],
        opened,
        isOpened: () => found === undefined || ledger.isMade((0,_domain_commits_proposal_js__WEBPACK_IMPORTED_MODULE_0__/* .proposalOf */ .cE)(route)),
        fact: (made) => {
            const pull = opened(made);
            return { name: 'Pull request', value: pull === undefined ? 'not open yet' : `#${pull.number}`, url: pull?.url };
        },
    };
}


/***/ }),

/***/ 90639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ textRefusals)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);

const longestTitle = 256;
const longestBody = 65_536;
/** Why a pull request cannot have this title and text. The fixes say how to get a shorter one. */
const textRefusals = ({ title, body }, fixes) => [
    ...(body.length > longestBody ? [tooLong('text', body.length, longestBody, fixes.body)] : []),
    ...(title.length > longestTitle ? [tooLong('title', title.length, longestTitle, fixes.title)] : []),
];
const tooLong = (what, length, most, fix) => new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The ${what} of the pull request has ${length} characters. GitHub allows ${most}.`, { fix });


/***/ }),

/***/ 35014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ setIdentity),
/* harmony export */   Y: () => (/* binding */ defaultTagger)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78309);


/** How a person tells git who they are. */
const setIdentity = 'Set them: git config --global user.name "Your Name" && git config --global user.email you@example.com';
/** Who tags, if no input says it: the person in the git configuration, or the one of the key. In a job, GitHub's bot. */
async function defaultTagger(signer, { event, git }) {
    const tagger = (await (await git.signing()).identity()) ?? signer?.identity ?? (event.isJob ? _domain_repositories_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .githubBot */ .l : undefined);
    if (tagger !== undefined)
        return tagger;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2('git does not know who makes the tag: user.name and user.email are not set.', {
        fix: `${setIdentity}. Or give the input tagger.`,
    });
}


/***/ })

};
