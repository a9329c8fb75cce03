export const id = "tag-sets";
export const ids = ["tag-sets"];
export const modules = {

/***/ 91294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TagSets: () => (/* binding */ TagSets)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-object.js
var tag_object = __webpack_require__(62032);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/world/change.js
var change = __webpack_require__(41740);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/world/git/command.js
var command = __webpack_require__(83016);
// EXTERNAL MODULE: ./build/src/world/git/push-answers.js
var push_answers = __webpack_require__(21451);
// EXTERNAL MODULE: ./build/src/world/git/refusal.js
var refusal = __webpack_require__(81241);
// EXTERNAL MODULE: ./build/src/world/git/tags.js
var git_tags = __webpack_require__(82128);
// EXTERNAL MODULE: ./build/src/world/git/transport.js
var git_transport = __webpack_require__(95676);
;// CONCATENATED MODULE: ./build/src/world/git/push-set.js







/** Creates tags in one transaction of the remote. Succeeds only if the remote confirms each tag. */
async function pushSet(set, context) {
    const { code, stdout, stderr } = await runPush(set, context, false);
    const { remote, tags } = set;
    const answers = (0,push_answers/* pushAnswers */.g)(stdout);
    // In a shallow checkout, git's remote helper sends a push without any ref, and fails.
    if (answers.size === 0 && (0,push_answers/* isNothingToPush */.n)(stderr))
        for (const tag of tags.keys())
            answers.set(refOf(tag), 'there');
    const tagsThatAre = (answer) => [...tags.keys()].filter((tag) => answers.get(refOf(tag)) === answer);
    const keysOf = (some) => some.map((tag) => (0,git_tags/* tagOn */.ce)(remote, tag));
    const [made, there] = [tagsThatAre('made'), tagsThatAre('there')];
    if (code === 0 && made.length === tags.size)
        return;
    if (there.length > 0 && made.length + there.length === tags.size)
        throw new change/* Moved */.a(`another run pushed ${(0,domain_text/* abridged */.$y)(there, 3)} to ${remote} at the same time`, {
            unmade: keysOf(there),
        });
    // If a transaction fails, only the refs that caused it have a useful reason.
    const reasons = [...stderr.split('\n'), ...stdout.split('\n').filter((line) => /^(?:!\t|error )/.test(line))];
    const said = reasons.filter((line) => !/atomic (?:transaction|push) failed/.test(line)).join('\n');
    throw ((0,refusal/* refusal */.x5)(said, remote, 'write') ??
        new change/* Moved */.a(`the push of ${tags.size} tags to ${remote} was not confirmed: ${(0,refusal/* gitErrorLine */.PZ)(said)}`, {
            unmade: keysOf(tagsThatAre('refused')),
        }));
}
const refOf = (tag) => `refs/tags/${tag}`;
/** Asks a remote, by a dry run, whether it can create tags together. */
async function refuseWithoutTransactions(set, context) {
    const { stderr } = await runPush(set, context, true);
    // All other problems are reported by the push itself: without write access, a plan can still be made.
    if (!/does not support --atomic/.test(stderr))
        return;
    throw new error/* ReleaseError */.K2(`${set.remote} does not support atomic pushes: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`, {
        fix: "Set batch: 1 to push one tag after the other. Or push to a remote with atomic pushes, such as GitHub or git's own server.",
        cause: new Error(stderr),
    });
}
// git compares about three million pairs of refs in a second.
const fewPairs = 300_000;
async function runPush(set, { git, transport }, isDryRun) {
    const url = await transport.address({ remote: set.remote, direction: 'push' });
    const isHttp = /^https?:/.test(url);
    const push = async (refspecs) => {
        const flags = [...(set.tags.size > 1 ? ['--atomic'] : []), ...(isDryRun ? ['--dry-run'] : [])];
        if (!isHttp)
            return git.talk(url, ['push', ...git_transport/* withoutExtras */.wj, ...flags, '--', url, ...refspecs]);
        // `git push` takes refs only as arguments. Its helper reads refs and patterns from stdin.
        const options = [`atomic ${set.tags.size > 1}`, `dry-run ${isDryRun}`, 'progress false'];
        const lines = [...options.map((one) => `option ${one}`), ...refspecs.map((one) => `push ${one}`)];
        const input = `${lines.join('\n')}\n\n\n`; // https://git-scm.com/docs/gitremote-helpers
        return git.talk(url, [`remote-${url.split(':')[0]}`, set.remote, url], { input, ...(0,git_transport/* sentOnce */.oO)(url) });
    };
    // A dry run writes nothing, and names two tags at most.
    if (isDryRun || (isHttp && set.tags.size * set.remoteTagCount <= fewPairs))
        return push([...set.tags].map(([tag, object]) => `${object}:${refOf(tag)}`));
    return underOnePattern(set.tags, git, (pattern) => push([pattern]));
}
// Why: docs/decisions.md D18
/**
 * git compares each ref that it pushes with every ref of the remote: 500 tags and 60,000 refs take twenty seconds. So
 * during the push, the tags are stored in a folder of their own, and are pushed by one pattern.
 */
async function underOnePattern(tags, git, work) {
    const folder = `refs/worktree/release-${crypto.randomUUID()}`; // belongs to this working folder only, and is never pushed
    const update = (line) => [...tags].map(([tag, object]) => line(tag, object)).join('');
    await git.read(['update-ref', '--stdin'], {
        input: update((tag, object) => `create ${folder}/${tag} ${object}\n`),
        settings: [['core.fsync', 'none']],
    });
    try {
        return await work(`${folder}/*:refs/tags/*`);
    }
    finally {
        const input = update((tag) => `delete ${folder}/${tag}\n`);
        await git.run(['update-ref', '--stdin'], { input, isCleanUp: true });
    }
}

// EXTERNAL MODULE: ./build/src/world/git/objects.js
var objects = __webpack_require__(85673);
;// CONCATENATED MODULE: ./build/src/world/git/tag-sets.js













/** Many tags at once, with few processes. */
class TagSets {
    #context;
    constructor(context) {
        this.#context = context;
    }
    /** The tag objects of the checkout; undefined for lightweight tags. */
    async tagObjects(tags) {
        const annotated = [...tags.values()].filter(({ object, commit }) => object !== commit);
        const contents = await (0,objects/* contentsOf */.KD)(this.#context.git, annotated.map(({ object }) => object));
        return new Map([...tags].map(([name, { object }]) => {
            const text = contents.get(object);
            return [name, text === undefined ? undefined : (0,tag_object/* parseTagObject */.XS)(text)];
        }));
    }
    /** Refuses a remote that cannot create these tags together. */
    async refuseWithoutTransactions({ remote, tags, commit, remoteTagCount }) {
        const few = tags.slice(0, 2);
        if (few.length < 2)
            return;
        await refuseWithoutTransactions({ remote, remoteTagCount, tags: new Map(few.map((name) => [name, commit])) }, this.#context);
    }
    /** The objects of new tags, and of the tags that the checkout has. */
    objects(wanted, here) {
        let made;
        const make = async () => {
            const objects = await this.#write(wanted);
            const own = [...here].map(([name, { object }]) => [name, object]);
            return new Map([...own, ...wanted.names.map((name, index) => [name, objects[index] ?? ''])]);
        };
        return () => (made ??= make());
    }
    /** Creates tags in the checkout, in one transaction. */
    create({ names, commit, annotation }, objects) {
        const kind = annotation === undefined ? 'lightweight' : `annotated, by ${annotation.tagger}`;
        const signed = annotation?.signer === undefined ? '' : `, signed with ${annotation.signer.key}`;
        const message = annotation === undefined ? '' : `\n\n${annotation.message}`;
        const apply = async () => {
            const all = await objects();
            const updates = names.map((name) => `create ${tag_sets_refOf(name)} ${all.get(name)}\n`).join('');
            const { code, stderr } = await this.#context.git.run(['update-ref', '--stdin'], {
                input: updates,
                settings: withoutFsync,
            });
            if (code !== 0)
                throw new change/* Moved */.a(`another program created tags in the checkout: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`);
        };
        return {
            keys: names.map(git_tags/* tagHere */.Xr),
            title: `Create ${counted(names)} at ${(0,domain_text/* short */.h0)(commit)}`,
            detail: `${kind}${signed}\n${names.join('\n')}${message}`,
            places: [(0,git_tags/* missingTag */.dw)('The checkout', names, commit)],
            reach: 'local',
            apply,
        };
    }
    /** Pushes tags, all or none, and nothing else. */
    push({ remote, tags, commit, objects, remoteTagCount }) {
        const apply = async () => {
            const all = await objects();
            await pushSet({ remote, tags: new Map(tags.map((name) => [name, all.get(name) ?? commit])), remoteTagCount }, this.#context);
        };
        const detail = tags.map((name) => `${tag_sets_refOf(name)} → ${commit}`).join('\n');
        return {
            keys: tags.map((name) => (0,git_tags/* tagOn */.ce)(remote, name)),
            title: `Push ${counted(tags)} to ${remote}`,
            detail,
            places: [(0,git_tags/* missingTag */.dw)(remote, tags, commit)],
            reach: 'remote',
            apply,
        };
    }
    /** Sets tags of the checkout to those of the remote. Their objects are fetched now, without creating refs. */
    async matchRemote(remote, tags) {
        if (tags.length === 0)
            return undefined;
        await this.#fetch(remote, tags.filter(({ there }) => there.object !== there.commit));
        const updates = tags.map(({ name, here, there }) => `update ${tag_sets_refOf(name)} ${there.object} ${here?.object ?? noObject}\n`);
        const apply = async () => {
            const { code, stderr } = await this.#context.git.run(['update-ref', '--stdin'], { input: updates.join('') });
            if (code !== 0)
                throw new change/* Moved */.a(`another program moved tags of the checkout: ${(0,refusal/* gitErrorLine */.PZ)(stderr)}`);
        };
        const detail = tags
            .map(({ name, here, there }) => `${tag_sets_refOf(name)}: ${here?.object ?? 'none'} → ${there.object}`)
            .join('\n');
        return {
            keys: tags.map(({ name }) => (0,git_tags/* tagHere */.Xr)(name)),
            title: `Set ${counted(tags.map(({ name }) => name))} to the state on ${remote}`,
            detail,
            places: tags.map(({ name, here, there }) => (0,git_tags/* otherTag */.Lg)('The checkout', name, here, there)),
            reach: 'local',
            apply,
        };
    }
    async #fetch(remote, tags) {
        const atOnce = 250; // as arguments: Windows takes 32,767 characters
        for (let first = 0; first < tags.length; first += atOnce) {
            const names = tags.slice(first, first + atOnce).map(({ name }) => tag_sets_refOf(name));
            await this.#context.transport.look({ remote, direction: 'push' }, git_transport/* quietFetch */.PF, names);
        }
    }
    /** The object that each tag points to: the commit, or a new tag object. */
    async #write({ names, commit, annotation }) {
        if (annotation === undefined || names.length === 0)
            return names.map(() => commit);
        const { git, files } = this.#context;
        const epoch = Math.floor(Date.now() / 1000);
        const folder = await files.scratch();
        const paths = await (0,parallel/* boundedly */.Xt)(names, async (name) => {
            const text = (0,tag_object/* tagObjectText */.ZN)({ ...annotation, name, commit, epoch });
            const path = (0,external_node_path_.join)(folder, crypto.randomUUID());
            await (0,promises_.writeFile)(path, text + ((await annotation.signer?.sign(text)) ?? ''));
            return path;
        });
        const input = `${paths.join('\n')}\n`;
        const objects = (await git.read(['hash-object', '-t', 'tag', '-w', '--no-filters', '--stdin-paths'], { input })).split('\n');
        if (objects.length === names.length)
            return objects;
        throw new error/* ReleaseError */.K2(`git wrote only ${objects.length} of ${names.length} tag objects.`, { fix: command/* runAgain */.qL });
    }
}
/** These tags can be made again after a power cut. Without fsync, git is a millisecond or more faster for each ref. */
const withoutFsync = [['core.fsync', 'none']];
const noObject = '0'.repeat(40);
const tag_sets_refOf = (name) => `refs/tags/${name}`;
const counted = (names) => names.length === 1 ? `tag ${names[0]}` : `${names.length} tags (${names[0]} … ${names.at(-1)})`;


/***/ })

};
