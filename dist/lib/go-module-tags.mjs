export const id = "go-module-tags";
export const ids = ["go-module-tags"];
export const modules = {

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ go_module_tags_action)
});

// EXTERNAL MODULE: ./build/src/domain/gomod/module-version.js
var module_version = __webpack_require__(57226);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/globs.js
var globs = __webpack_require__(30525);
// EXTERNAL MODULE: ./build/src/domain/repositories/identity.js
var identity = __webpack_require__(78309);
// EXTERNAL MODULE: ./build/src/domain/repositories/remote.js
var repositories_remote = __webpack_require__(98337);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-message.js
var tag_message = __webpack_require__(80976);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __webpack_require__(56511);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/world/git/git.js + 2 modules
var git_git = __webpack_require__(95541);
// EXTERNAL MODULE: ./build/src/plans/pages.js
var plans_pages = __webpack_require__(88482);
// EXTERNAL MODULE: ./build/src/plans/tagger.js
var plans_tagger = __webpack_require__(35014);
// EXTERNAL MODULE: ./build/src/domain/gomod/modules.js + 2 modules
var gomod_modules = __webpack_require__(81500);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/tags/tag-name.js
var tag_name = __webpack_require__(54356);
// EXTERNAL MODULE: ./build/src/domain/gomod/module-path.js
var module_path = __webpack_require__(82551);
;// CONCATENATED MODULE: ./build/src/domain/gomod/layout.js





/** Adds the prefix of its tags to each module: https://go.dev/ref/mod#vcs-version. Refuses tags that Go cannot find. */
function placeModules(modules, address) {
    const root = repositoryImportPath(modules, address);
    const { values, refusals } = (0,error/* divided */.k3)(modules.map((module) => (0,error/* attempt */.CD)(() => placeModule(module, root))));
    const versions = [...new Set(modules.map(({ version }) => version))];
    (0,error/* refuseIfAny */.Yb)(`${refusals.length} of ${modules.length} modules cannot be released as ${(0,domain_text/* listed */.KE)(versions, 'or')}.`, [
        ...refusals,
        ...clashes(modules),
    ]);
    return values;
}
/** The prefixes of the tags of modules, by their paths. A module that Go cannot find has none. */
function tagPrefixes(modules, root) {
    return new Map(modules.flatMap(({ path, directory }) => {
        const folder = tagFolder(path, directory, root);
        return folder === undefined ? [] : [[path, prefixOf(folder)]];
    }));
}
// Why: docs/decisions.md D15
/**
 * The import path of the repository: that of the module at its root, or else the one that most modules agree on, or
 * else the address of the remote. Modules are right in a fork, and for an import path that a website redirects.
 */
function repositoryImportPath(modules, address) {
    const root = modules.find(({ directory }) => directory === '.');
    const own = root === undefined ? undefined : (0,module_path/* splitPath */.Uf)(root.path)?.base;
    if (own !== undefined)
        return own;
    const votes = new Map();
    for (const candidate of modules.flatMap(possibleRoots))
        votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
    const most = Math.max(...votes.values());
    const favourites = [...votes.keys()].filter((candidate) => votes.get(candidate) === most);
    return favourites.find((candidate) => candidate === address) ?? favourites[0] ?? address;
}
/** The import paths that the repository could have, according to this module: one for each possible layout. */
function possibleRoots({ path, directory }) {
    const split = (0,module_path/* splitPath */.Uf)(path);
    const ends = split === undefined ? [] : tagFolders(directory, split).map((folder) => `/${folder}`);
    return ends.flatMap((end) => (split?.base.endsWith(end) === true ? [split.base.slice(0, -end.length)] : []));
}
/** A module of v2 is in its own folder, or in a subfolder v2. Its tags have the same prefix. */
const tagFolders = (directory, { suffix }) => suffix !== '' && external_node_path_.posix.basename(directory) === suffix.slice(1) ? [directory, external_node_path_.posix.dirname(directory)] : [directory];
function tagFolder(path, directory, root) {
    const split = (0,module_path/* splitPath */.Uf)(path);
    return split && tagFolders(directory, split).find((each) => split.base === pathInRepository(root, each));
}
const prefixOf = (folder) => (folder === '.' ? '' : `${folder}/`);
function placeModule(module, root) {
    const { path, directory, version } = module;
    const split = (0,module_path/* splitPath */.Uf)(path);
    const major = Number(/\d+/.exec(version)?.[0]);
    const folder = tagFolder(path, directory, root);
    if (split === undefined || folder === undefined)
        throw wrongFolder(module, root, major);
    if (!(0,module_path/* isFetchable */.J$)(path)) {
        throw wrongModulePath(module, `${path}, which go get cannot fetch`, {
            fix: `A module path begins with a domain, and contains only ASCII letters, digits and - . _ ~.`,
        });
    }
    if (!(0,module_path/* takesMajor */.ct)(split, major)) {
        throw wrongModulePath(module, `${path}, which has no version ${version}`, {
            fix: `Write ${withMajor(split, major)} in go.mod and in every import, or release this module separately, with another version.`,
        });
    }
    const prefix = prefixOf(folder);
    (0,tag_name/* refuseBadName */.D)(prefix + version);
    return { ...module, prefix };
}
function wrongFolder(module, root, major) {
    const base = pathInRepository(root, module.directory) ?? `<repository>/${module.directory}`;
    const fitting = (0,module_path/* splitPath */.Uf)(base) ?? { base, suffix: '' };
    const expected = fitting.suffix === '' ? withMajor(fitting, major) : base;
    return wrongModulePath(module, `${module.path}, which belongs to another folder`, {
        fix: `In this folder, the path has to be ${expected}. Correct the path, or move the module.`,
    });
}
function wrongModulePath({ file, directory }, says, { fix }) {
    return new error/* ReleaseError */.K2(`${file.file} names the module ${says}.`, {
        fix: `${fix} If the module is not to be released, add its folder to the input exclude: ${directory}`,
        at: { file: file.file },
    });
}
function withMajor({ base, suffix }, major) {
    if (suffix.startsWith('.'))
        return `${base}.v${major}`;
    return major < 2 ? base : `${base}/v${major}`;
}
const pathInRepository = (root, folder) => root === undefined ? undefined : external_node_path_.posix.join(root, folder);
/** Modules with the same path, or folders that are the same on macOS or Windows. */
function clashes(modules) {
    const folders = grouped(modules, ({ directory }) => directory.toLowerCase());
    const paths = grouped(modules, ({ path }) => path);
    return [
        ...folders.map((names) => clash(names, 'differ only in upper and lower case', 'Rename one of them')),
        ...paths.map((names) => clash(names, 'have the same module path', 'Change one of the paths')),
    ];
}
function clash(modules, problem, fix) {
    const [first] = modules;
    return new error/* ReleaseError */.K2(`The folders ${(0,domain_text/* listed */.KE)(modules.map(({ directory }) => directory))} ${problem}.`, {
        fix: `${fix}, or add its folder to the input exclude.`,
        at: first && { file: first.file.file },
    });
}
const grouped = (modules, key) => [...Map.groupBy(modules, key).values()].filter((group) => group.length > 1);

// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/go-module-tags/look.js






/**
 * Reads the modules of a commit, and where their tags are. Asks the remote once, for any number of modules, and only if
 * everything in the checkout is right.
 */
async function lookAtModules(request, { event, git }) {
    const { remote } = request;
    const [commit, here, starts, url] = await (0,parallel/* together */.bs)([
        git.commits.find(request.commit),
        git.tags.here(),
        git.remotes.startsWorkflows(remote),
        git.remotes.address({ remote, direction: 'fetch' }),
    ]);
    const address = (0,repositories_remote/* importPath */.LM)(url) ?? (event.repositoryUrl && (0,repositories_remote/* importPath */.LM)(event.repositoryUrl));
    const { sets: all, ...found } = await modulesAt(commit.sha, request, { address, git });
    const { tags: there } = await git.remotes.refs({ remote, direction: 'push' });
    const isEarlier = ({ modules }) => request.moduleSet.length === 0 && modules.every(({ tag }) => isElsewhere(there.get(tag), commit.sha));
    const current = all.filter((set) => !isEarlier(set));
    const sets = current.length === 0 ? all : current;
    const modules = sets.flatMap((set) => set.modules);
    const missing = modules.map(({ tag }) => tag).filter((tag) => !there.has(tag));
    const isMissing = new Set(missing);
    const unpushed = await (await git.tagSets()).tagObjects(new Map([...here].filter(([tag]) => isMissing.has(tag))));
    const earlierSets = all.filter((set) => !sets.includes(set));
    return { commit, modules, sets, earlierSets, ...found, address, there, here, unpushed, missing, starts };
}
const isElsewhere = (tag, commit) => tag !== undefined && tag.commit !== commit;
async function modulesAt(sha, request, { address, git }) {
    const tree = await git.commits.files(sha);
    const { include, exclude, modules: only, versionsFile } = request;
    const listed = versionsFile === undefined ? undefined : await setsIn(tree, versionsFile, { request, git });
    const choice = { include, exclude, only, listing: listed?.listing };
    const contents = await git.commits.contents((0,gomod_modules/* goModFiles */.m4)(tree, choice).map(({ object }) => object));
    const texts = new Map((0,gomod_modules/* goModFiles */.m4)(tree, choice).map(({ path, object }) => [path, contents.get(object) ?? '']));
    const found = (0,gomod_modules/* findModules */.th)(tree, ({ path }) => texts.get(path) ?? '', choice);
    if (found.modules.length === 0)
        throw noModules(found.skipped);
    const versionOf = ({ path }) => listed?.sets.find((set) => set.modules.has(path))?.version ?? request.version ?? '';
    const others = found.skipped.flatMap(({ module }) => module ?? []);
    const released = found.modules.map((module) => ({ ...module, version: versionOf(module) }));
    const modules = placeModules(released, address).map((module) => ({
        ...module,
        tag: module.prefix + module.version,
        goMod: texts.get(module.file.file) ?? '',
    }));
    const taken = new Set(modules.map(({ directory }) => directory));
    return {
        sets: setsOf(modules, listed?.sets),
        skipped: found.skipped,
        ignoredFolders: (0,gomod_modules/* ignoredDirectories */._y)(tree).filter((directory) => !taken.has(directory)),
        prefixes: tagPrefixes(others, repositoryImportPath(found.modules, address)),
    };
}
/** The sets of a versions file that are to be released, and what the file says about each module. */
async function setsIn(tree, file, { request, git }) {
    const { chosenSets, listingOf, parseVersionsFile } = await Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("versions-file")]).then(__webpack_require__.bind(__webpack_require__, 59745));
    const entry = tree.find(({ path, mode }) => path === file && mode.startsWith('100'));
    if (entry === undefined) {
        throw new error/* ReleaseError */.K2(`The commit has no file ${(0,domain_text/* quoted */.TL)(file)}.`, {
            fix: 'Correct the input versions-file. The file is read from the commit, and its path begins at the root of the repository.',
        });
    }
    const text = (await git.commits.contents([entry.object])).get(entry.object) ?? '';
    const versions = parseVersionsFile({ file: entry.path, text });
    const sets = chosenSets(versions, request.moduleSet);
    return { sets, listing: listingOf(versions, sets) };
}
function setsOf(modules, chosen) {
    if (chosen === undefined)
        return [{ name: undefined, version: modules[0]?.version ?? '', modules }];
    const sets = chosen.map((set) => ({ ...set, modules: modules.filter(({ path }) => set.modules.has(path)) }));
    return sets.filter((set) => set.modules.length > 0);
}
function noModules(skipped) {
    const why = skipped.map((one) => ` ${one.directory}: ${one.why}.`);
    return new error/* ReleaseError */.K2(`The commit has no Go module to release.${why.join('')}`, {
        fix: 'Check the input commit. If a skipped directory is a module, add it to the input include.',
    });
}

;// CONCATENATED MODULE: ./build/src/domain/gomod/requires.js


/** Requires that users of the new tags cannot resolve, or that give them older siblings. */
function requireProblems(modules, repository) {
    const siblings = new Map(modules.map((module) => [module.path, module]));
    return modules.flatMap((module) => module.file.requires.flatMap((require) => {
        const kind = problemWith(require, siblings.get(require.path), repository);
        const replacedBy = module.file.replaces.find((replace) => replace.path === require.path &&
            replace.byVersion === undefined &&
            (replace.version ?? require.version) === require.version)?.by;
        return kind === undefined ? [] : [{ module, require, kind, replacedBy }];
    }));
}
function problemWith(require, sibling, { prefixes, tagExists }) {
    if (require.version === sibling?.version)
        return undefined; // tagged in this release, too
    const prefix = sibling?.prefix ?? prefixes?.get(require.path);
    if (prefix === undefined)
        return (0,module_path/* isPlaceholder */.wK)(require.version) ? 'unfetchable' : undefined;
    const isMissing = !(0,module_path/* isPseudoVersion */.Dv)(require.version) && !tagExists(prefix + require.version);
    if ((0,module_path/* isPlaceholder */.wK)(require.version) && (isMissing || (0,module_path/* isPseudoVersion */.Dv)(require.version)))
        return 'unfetchable';
    if (isMissing)
        return 'missing';
    return sibling !== undefined && (0,version/* isLower */.cs)(require.version, sibling.version) ? 'older' : undefined;
}
/** Orders modules so that each comes after those that it requires. Modules that require each other are one group. */
function taggingOrder(modules) {
    const siblings = new Map(modules.map((module) => [module.path, module]));
    const groups = [];
    const open = [];
    const numbers = new Map();
    // Tarjan's algorithm for strongly connected components yields each group after the groups that it requires.
    const visit = (module) => {
        const own = numbers.size;
        let lowest = own;
        numbers.set(module, own);
        open.push(module);
        for (const { path } of module.file.requires) {
            const next = siblings.get(path);
            if (next === undefined || next === module)
                continue;
            if (!numbers.has(next))
                lowest = Math.min(lowest, visit(next));
            else if (open.includes(next))
                lowest = Math.min(lowest, numbers.get(next) ?? own);
        }
        if (lowest === own)
            groups.push(open.splice(open.indexOf(module)).toReversed());
        return lowest;
    };
    for (const module of modules)
        if (!numbers.has(module))
            visit(module);
    return groups;
}

// EXTERNAL MODULE: ./build/src/plans/job-token.js
var job_token = __webpack_require__(25341);
;// CONCATENATED MODULE: ./build/actions/go-module-tags/notes.js





/** What was found, what was skipped and why, and what will go wrong for users of the tags. */
function moduleNotes(seen, request, created) {
    return [
        ...seen.sets.map((set) => foundModules(set, seen, request)),
        ...seen.earlierSets.map(releasedEarlier),
        ...skipped(seen),
        ...ignored(seen),
        ...otherImportPath(seen, request),
        ...keptLightweight(seen, request),
        ...retracted(seen),
        ...requireNotes(seen),
        ...workflowNotes(created),
    ];
}
/** What is wrong with a require. A refusal says the line elsewhere. */
function describeProblem({ module, require, kind, replacedBy }, { hasLine }) {
    const { prefix, version, file } = module;
    const place = hasLine ? `${file.file}:${require.line}` : file.file;
    const where = `${prefix}${version}: ${place} requires ${require.path} ${require.version}`;
    const replaced = replacedBy === undefined
        ? ''
        : `, replaced by ${replacedBy} in this repository only; users of the tag do not get the replacement`;
    const problem = {
        unfetchable: 'There is no such version: go get fails.',
        missing: 'This tag does not exist: go get fails.',
        older: `Users get this version, which is older than ${version}.`,
    }[kind];
    return `${where}${replaced}. ${problem}`;
}
function foundModules({ name, version, modules }, { missing }, { remote }) {
    const isMissing = new Set(missing);
    const there = modules.filter(({ tag }) => !isMissing.has(tag)).length;
    const already = there === 0 ? '' : ` Already on ${remote} at this commit: ${there} of ${modules.length} tags.`;
    const set = name === undefined ? '' : ` of the set ${name}`;
    const count = modules.length === 1 ? 'One module' : `${modules.length} modules`;
    return `${count}${set} for ${version}: ${(0,domain_text/* abridged */.$y)(modules.map(({ directory }) => directory))}.${already}`;
}
const releasedEarlier = ({ name, version, modules }) => `The set ${name} is not in this release: its ${modules.length === 1 ? 'tag' : `${modules.length} tags`} of ${version} are at another commit.`;
const mostSkipped = 3;
function skipped({ skipped: all }) {
    return [...Map.groupBy(all, ({ why }) => why)].flatMap(([why, some]) => {
        const directories = some.map(({ directory }) => directory);
        if (some.length <= mostSkipped)
            return directories.map((directory) => `Skipped ${directory}: ${why}.`);
        return [`Skipped ${(0,domain_text/* abridged */.$y)(directories, mostSkipped)}: ${why}.`];
    });
}
function ignored({ ignoredFolders }) {
    if (ignoredFolders.length === 0)
        return [];
    return [
        `Ignored, as the go command does (vendor, testdata, and names that begin with _ or .): ${(0,domain_text/* abridged */.$y)(ignoredFolders)}.`,
    ];
}
/** This is a fork or a mistake. Only a person can know which. */
function otherImportPath({ modules, address }, { remote }) {
    const root = repositoryImportPath(modules, address);
    const isOneHost = root?.split('/')[0] === address?.split('/')[0];
    if (root === undefined || address === undefined || !isOneHost || `${root}/`.startsWith(`${address}/`))
        return [];
    return [
        `The module paths begin with ${root}. So go get looks for these tags there, and not on ${remote} (${address}).`,
    ];
}
function keptLightweight({ modules, commit, there }, { message }) {
    const plain = modules.map(({ tag }) => tag).filter((tag) => there.get(tag)?.object === commit.sha);
    return message === undefined || plain.length === 0
        ? []
        : [`Already exist as lightweight tags, and are left as they are: ${(0,domain_text/* abridged */.$y)(plain)}.`];
}
function retracted({ modules }) {
    const own = modules.filter(({ file, version }) => (0,module_version/* isRetracted */.J7)(version, file.retracts));
    return own.map(({ file, tag }) => `${tag}: ${file.file} retracts this version, so go get will not choose it.`);
}
/** How many problems of each kind are described. */
const mostProblems = 3;
const otherProblems = {
    unfetchable: 'requirements name versions that do not exist: go get fails.',
    missing: 'requirements name tags that do not exist: go get fails.',
    older: 'requirements give users an older version of a module of this release.',
};
function requireNotes({ modules, there, prefixes }) {
    const all = requireProblems(modules, { prefixes, tagExists: (tag) => there.has(tag) });
    const paths = new Set(all.flatMap(({ module, require }) => [module.path, require.path]));
    const groups = taggingOrder(modules.filter(({ path }) => paths.has(path))).map((group) => group.map(({ directory }) => directory));
    return [
        ...[...Map.groupBy(all, ({ kind }) => kind)].flatMap(([kind, some]) => [
            ...some.slice(0, mostProblems).map((problem) => describeProblem(problem, { hasLine: true })),
            ...(some.length > mostProblems ? [`${some.length - mostProblems} more ${otherProblems[kind]}`] : []),
        ]),
        ...(groups.length > 1
            ? [
                `To let the modules require each other at their new versions, tag in this order, with a commit in between: ${groups.map((group) => (0,domain_text/* listed */.KE)(group)).join(', then ')}.`,
            ]
            : []),
        ...groups
            .filter((group) => group.length > 1)
            .map((group) => `${(0,domain_text/* listed */.KE)(group)} require each other in a cycle: one of them has to require an older version.`),
    ];
}
function workflowNotes({ created, starts }) {
    if (created.length === 0 || starts === true)
        return [];
    if (starts === undefined)
        return (0,job_token/* startNotes */.K)(starts, { made: 'the push', otherwise: undefined });
    return [
        "No workflow starts from the push: GitHub starts none for more than 3 tags in one push, and none for the job's own token. To start workflows, set batch: 3, and pass the token of a GitHub App as the input token.",
    ];
}

;// CONCATENATED MODULE: ./build/src/domain/gomod/lines.js

/**
 * Modules that nothing names, and whose newest tag has another major version, or that have no tag although others have.
 * A path that ends in /v2 says itself to which line its module belongs.
 */
function newcomers(modules, tags) {
    const unmade = new Set(modules.map(({ prefix, version }) => prefix + version));
    const earlier = newestTags(modules, tags, unmade);
    if (earlier.size === 0)
        return [];
    return modules.flatMap((module) => {
        if (module.isNamed || !unmade.has(module.prefix + module.version))
            return [];
        const newest = earlier.get(module.prefix);
        const isPinned = (0,module_path/* splitPath */.Uf)(module.path)?.suffix !== '';
        const isInLine = newest !== undefined && (isPinned || majorOf(newest.version) === majorOf(module.version));
        return isInLine ? [] : [{ module, newest: newest?.version }];
    });
}
/** The newest version that each prefix of tags has, of those that the path of its module takes. Tags of this release do not count, and are no longer unmade. */
function newestTags(modules, tags, unmade) {
    const paths = new Map(modules.map(({ prefix, path }) => [prefix, (0,module_path/* splitPath */.Uf)(path)]));
    const newest = new Map();
    for (const tag of tags) {
        if (unmade.delete(tag))
            continue;
        const prefix = tag.slice(0, tag.lastIndexOf('/') + 1);
        const split = paths.get(prefix);
        const [, major, minor, patch, prerelease] = /^v(\d+)\.(\d+)\.(\d+)(-.+)?$/.exec(tag.slice(prefix.length)) ?? [];
        if (split === undefined || major === undefined)
            continue;
        if (split.suffix === '' && !(0,module_path/* takesMajor */.ct)(split, Number(major)))
            continue;
        const order = [Number(major), Number(minor), Number(patch), prerelease === undefined ? 1 : 0];
        const before = newest.get(prefix);
        if (before === undefined || isAbove(order, before.order))
            newest.set(prefix, { version: tag.slice(prefix.length), order });
    }
    return newest;
}
function isAbove(one, other) {
    const first = one.findIndex((number, index) => number !== other[index]);
    return first !== -1 && (one[first] ?? 0) > (other[first] ?? 0);
}
const majorOf = (version) => Number(/\d+/.exec(version)?.[0]);

// EXTERNAL MODULE: ./build/src/domain/tags/unpushed-tag.js
var unpushed_tag = __webpack_require__(29675);
// EXTERNAL MODULE: ./build/src/plans/tag-place.js
var tag_place = __webpack_require__(30716);
;// CONCATENATED MODULE: ./build/actions/go-module-tags/refuse.js








/** Throws if any tag must not be pushed. Then none is pushed. */
function refuse(seen, request) {
    refuseMisplaced(seen, request);
    refuseInTheWay(seen);
    refuseOtherTags(seen, request);
    refuseNewcomers(seen);
    refuseUnfetchable(seen, request);
}
const mostReasons = 20;
/** Refuses tags that are at another commit. The Go module proxy may have seen them, so they cannot be moved. */
function refuseMisplaced({ commit, modules, sets, there, here }, { remote, versionsFile }) {
    const misplaced = sets.flatMap(({ version, name, modules: some }) => {
        const next = (0,module_version/* nextFreeVersion */.ex)(version, some, (tag) => there.has(tag) || here.has(tag));
        const where = name === undefined ? '' : ` for the set ${name} in ${versionsFile}`;
        const fix = `Release ${next} instead${where}, which is free for every module. The Go module proxy never forgets a tag: whoever gets another commit for it sees a checksum mismatch (SECURITY ERROR).`;
        return some.flatMap(({ tag }) => (0,tag_place/* misplacedTag */.t)({ tag, at: there.get(tag)?.commit, expected: commit.sha, remote }, fix) ?? []);
    });
    (0,error/* refuseIfAny */.Yb)(`${misplaced.length} of ${modules.length} tags already exist on ${remote}, at another commit. Nothing was pushed.`, misplaced.slice(0, mostReasons));
}
// Why: docs/decisions.md D46
/** Refuses modules that would begin a line of versions without anybody having said so. */
function refuseNewcomers({ modules, there }) {
    const found = newcomers(modules, there.keys());
    if (found.length === 0)
        return;
    const shown = found.map(({ module, newest }) => `${module.directory} (${newest === undefined ? 'no tag yet' : `newest version ${newest}`}, now ${module.version})`);
    const directories = found.map(({ module }) => module.directory);
    throw new error/* ReleaseError */.K2(`${found.length} of ${modules.length} modules never had a release in this line of versions: ${(0,domain_text/* abridged */.$y)(shown, mostReasons)}.`, {
        fix: `Name the modules of this release in the input modules, or leave these out with the input exclude. Those that do get this version now have to be named in the input include: ${(0,domain_text/* abridged */.$y)(directories, mostReasons)}. For sets of modules with versions of their own, use the input versions-file.`,
    });
}
/** Git stores refs like files: the tags src/webhook and src/webhook/v1.0.0 cannot both exist. */
function refuseInTheWay({ missing, there, here }) {
    for (const tag of missing) {
        const folders = tag.split('/').slice(0, -1);
        const parents = folders.map((_, index) => folders.slice(0, index + 1).join('/'));
        const found = parents.find((parent) => there.has(parent) || here.has(parent));
        if (found === undefined)
            continue;
        throw new error/* ReleaseError */.K2(`Tag ${found} is in the way of ${tag}: git cannot keep both.`, {
            fix: `If nobody needs the tag ${found}, delete it here (git tag -d ${found}) and on the remote. Or leave the module out with the input exclude.`,
        });
    }
}
/** Refuses tags that exist only in the checkout and differ from the request. The others are pushed as they are. */
function refuseOtherTags({ commit, missing, here, unpushed }, { message, isSigned }) {
    const expected = { commit: commit.sha, message, isSigned };
    const wrong = missing.flatMap((tag) => {
        const at = here.get(tag)?.commit;
        const found = at === undefined ? undefined : (0,unpushed_tag/* tagDifference */.S)({ ...expected, at, object: unpushed.get(tag) });
        return found === undefined ? [] : [{ tag, found }];
    });
    const fix = `Delete ${wrong.length === 1 ? 'it' : 'them'}, and run again: git tag -d ${wrong.map(({ tag }) => tag).join(' ')}`;
    const reasons = wrong
        .slice(0, mostReasons)
        .map(({ tag, found }) => new error/* ReleaseError */.K2(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, { fix }));
    (0,error/* refuseIfAny */.Yb)(`${wrong.length} unpushed tags of this checkout differ from what was asked for.`, reasons);
}
function refuseUnfetchable({ modules, there, prefixes }, { replacePolicy }) {
    if (replacePolicy === 'warn')
        return;
    const unfetchable = requireProblems(modules, { prefixes, tagExists: (tag) => there.has(tag) }).filter(({ kind }) => kind === 'unfetchable');
    const reasons = unfetchable.slice(0, mostReasons).map((problem) => new error/* ReleaseError */.K2(describeProblem(problem, { hasLine: false }), {
        fix: 'Tag the required module first, and require that version. Or set replace-policy: warn.',
        at: { file: problem.module.file.file, line: problem.require.line },
    }));
    (0,error/* refuseIfAny */.Yb)(`${unfetchable.length} requirements would make go get of the new tags fail.`, reasons);
}

;// CONCATENATED MODULE: ./build/actions/go-module-tags/action.js



















/* harmony default export */ const go_module_tags_action = ((0,action/* defineAction */.Q)({
    name: 'Go module tags',
    description: 'Tag every Go module of the repository for a release: all modules or none. An existing tag is never moved.',
    example: '--version v0.8.0 --exclude test/e2e',
    inputs: {
        version: (0,input/* input */.hF)('The version to tag, such as v0.8.0 or v0.8.0-alpha.1. Required, unless versions-file is given.', (value) => (0,module_version/* moduleVersion */.jM)((0,version/* parseSemver */.kf)(value.trim().replace(/^v/, '')))).optional(),
        versionsFile: (0,input/* input */.hF)('A versions file of OpenTelemetry, such as versions.yaml. Its module-sets say which modules get which versions, and its excluded-modules are not released. It is read from the commit.', workspace_path/* parseWorkspacePath */.Q).optional(),
        moduleSet: (0,input/* text */.Qq)('The sets of versions-file to release, one per line. Default: all, except those that were released before.')
            .list()
            .or(''),
        commit: (0,input/* text */.Qq)('The commit to tag: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
        remote: (0,input/* input */.hF)('The remote to push to: its name, or the address of a repository.', repositories_remote/* parseRemote */.M8).or('origin'),
        modules: (0,input/* input */.hF)('Only these modules are released: directories, globs of directories, or module paths. One per line. Default: all modules.', parseGlob)
            .list()
            .or(''),
        include: (0,input/* input */.hF)('Directories, globs of directories, or module paths that are released whatever else speaks against it: placeholders, testdata, and modules that never had such a version. One per line.', parseGlob)
            .list()
            .or(''),
        exclude: (0,input/* input */.hF)('Directories, globs of directories, or module paths that are not released. One per line.', parseGlob)
            .list()
            .or(''),
        message: (0,input/* verbatim */.Bj)('The tag message, kept verbatim. Default: the tags are lightweight; with signing-key, the message is the version.').optional(),
        signingKey: (0,input/* secret */.rJ)('An SSH or GPG private key to sign the tags with. Default: the tags are not signed.'),
        signingPassphrase: (0,input/* secret */.rJ)('The passphrase of signing-key.'),
        tagger: (0,input/* input */.hF)('The tagger of annotated tags, as Name <address>. Default: the identity in the git configuration, else the name in the GPG key, else github-actions[bot] in a job.', identity/* parseIdentity */.a).optional(),
        replacePolicy: (0,input/* choice */.Yq)('What to do if a module requires a version that exists only by a replace in this repository: go get of the tag would fail.', ['warn', 'refuse']).or('warn'),
        batch: (0,input/* input */.hF)('How many tags to push at once. GitHub starts no workflows for more than 3 tags in one push. Default: all tags in one push.', parseBatch).optional(),
        proxy: (0,input/* input */.hF)('A Go module proxy to wait for, such as https://proxy.golang.org. Default: the run does not wait.', parseProxy).optional(),
        proxyWait: (0,input/* duration */.p0)('How long to wait for the proxy, such as 10m.').or('10m'),
    },
    outputs: {
        tags: (0,output/* list */.p_)('The tags of this release.'),
        created: (0,output/* list */.p_)('The tags that this run pushed, or would push.'),
        modules: (0,output/* json */.Pq)('The path, directory, tag and commit of every module.'),
        starts: (0,output/* boolean */.zM)("Whether the pushes start workflows. false with the job's own token, and with more than 3 tags in one push. Unset if nothing has to be pushed, or if it is unknown."),
    },
    permissions: { 'contents: write': 'to push the tags' },
    starts: true,
    async plan({ signingKey, signingPassphrase, batch, proxy, proxyWait, tagger, ...wanted }, { event, git, ledger, moduleProxy }) {
        refuseVersions(wanted);
        const { remote } = wanted;
        const key = await (0,git_git/* signingKeyOf */.i$)(signingKey, signingPassphrase);
        const given = wanted.message === undefined ? undefined : (0,tag_message/* tagMessage */.i)(wanted.message, 'The input message');
        const asked = { ...wanted, message: given, isSigned: key !== undefined };
        const seen = await lookAtModules(asked, { event, git });
        const { commit, modules, sets, missing, here, there } = seen;
        const versions = [...new Set(sets.map(({ version }) => version))].join(', ');
        const message = given ?? (key === undefined ? undefined : (0,tag_message/* tagMessage */.i)(versions, 'The version'));
        const request = { ...asked, message };
        refuse(seen, request);
        const unmade = missing.filter((tag) => !here.has(tag));
        const signer = unmade.length > 0 && key !== undefined ? await (await git.signing()).signer(key) : undefined;
        const annotation = message === undefined
            ? undefined
            : { message, signer, tagger: tagger ?? (await (0,plans_tagger/* defaultTagger */.Y)(signer, { event, git })) };
        const made = { names: unmade, commit: commit.sha, annotation };
        const tagSets = await git.tagSets();
        const objects = tagSets.objects(made, here);
        const pushes = inBatches(missing, batch ?? missing.length).map((some) => {
            return { remote, tags: some, commit: commit.sha, objects, remoteTagCount: there.size };
        });
        for (const push of pushes.slice(0, 1))
            await tagSets.refuseWithoutTransactions(push);
        const expected = modules.map(({ path, goMod, version }) => ({ path, goMod, version, commit }));
        const unserved = async (url) => missing.length > 0 ? expected : (await moduleProxy()).unserved(url, expected, proxyWait);
        const tags = modules.map(({ tag }) => tag);
        const isTried = (tag) => ledger.isBegun((0,git_git/* tagOn */.ce)(remote, tag)); // by an earlier plan, whose answer was lost
        const created = tags.filter((tag) => !there.has(tag) || ledger.isMade((0,git_git/* tagOn */.ce)(remote, tag)));
        const starts = seen.starts === true ? Math.min(batch ?? created.length, created.length) <= 3 : seen.starts;
        const changes = pushes.map((push) => tagSets.push(push));
        const pages = await (0,plans_pages/* pagesOf */.E)({ remote, direction: 'push' }, { event, git });
        return {
            notes: moduleNotes(seen, request, { created, starts }),
            changes: [
                await tagSets.matchRemote(remote, tagsToMatch(seen, isTried)),
                ...changes,
                // After the push, which would be slow otherwise: git compares each ref that it pushes with all refs of the checkout.
                unmade.length > 0 && tagSets.create(made, objects),
                proxy !== undefined && (await moduleProxy()).serve(proxy, await unserved(proxy), proxyWait),
            ],
            facts: ({ isMade }) => {
                const isThere = missing.length === 0 || changes.every((push) => isMade(push));
                return [
                    { name: 'Version', value: versions },
                    pages.commit(commit.sha, isThere),
                    ...(tags.length === 1 ? tags.map((tag) => pages.tag('Tag', tag, isThere)) : []),
                    tags.length > 1 && { name: 'Tags', value: `${tags.length}, of which ${created.length} are new` },
                ];
            },
            outputs: {
                tags,
                created,
                modules: modules.map(({ path, directory, tag }) => ({ path, directory, tag, commit: commit.sha })),
                starts: created.length > 0 ? starts : undefined,
            },
        };
    },
}));
function refuseVersions({ version, versionsFile, moduleSet, }) {
    if ((version === undefined) === (versionsFile === undefined)) {
        const [is, fix] = version === undefined
            ? [
                'Neither version nor versions-file is given.',
                'Give the version to tag, such as v0.8.0, or a versions file.',
            ]
            : [
                'Both version and versions-file are given.',
                'Remove one of them: a versions file has the versions of its sets.',
            ];
        throw new error/* ReleaseError */.K2(is, { fix });
    }
    if (versionsFile === undefined && moduleSet.length > 0) {
        throw new error/* ReleaseError */.K2('The input module-set is given, but versions-file is not.', {
            fix: 'Give the file that has the sets, such as versions.yaml.',
        });
    }
}
const inBatches = (tags, size) => Array.from({ length: Math.ceil(tags.length / size) || 0 }, (_, index) => tags.slice(index * size, (index + 1) * size));
/** Tags that are another object on the remote, as after a lost race, or that this run pushed without getting an answer. */
const tagsToMatch = ({ modules, here, there }, isTried) => modules.flatMap(({ tag: name }) => {
    const [own, its] = [here.get(name), there.get(name)];
    const isOther = own === undefined ? isTried(name) : own.object !== its?.object;
    return its !== undefined && isOther ? [{ name, here: own, there: its }] : [];
});
function parseGlob(value) {
    (0,globs/* refuseCostlyGlob */.h)(value);
    return value;
}
function parseBatch(value) {
    if (/^[1-9]\d{0,4}$/.test(value.trim()))
        return Number(value);
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not a number of tags.`, {
        fix: 'Give a whole number from 1 to 99999, such as 3.',
    });
}
function parseProxy(value) {
    const address = (0,repositories_remote/* parseRemote */.M8)(value);
    if (URL.canParse(address) && /^https?:\/\/[^,|]+$/.test(address))
        return address.replace(/\/+$/, '');
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(value)}, not the address of one proxy.`, {
        fix: 'Give the address of one proxy, such as https://proxy.golang.org.',
    });
}


/***/ }),

/***/ 82551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ canonicalVersion),
/* harmony export */   Dv: () => (/* binding */ isPseudoVersion),
/* harmony export */   J$: () => (/* binding */ isFetchable),
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   ct: () => (/* binding */ takesMajor),
/* harmony export */   wK: () => (/* binding */ isPlaceholder),
/* harmony export */   z1: () => (/* binding */ escapedPath)
/* harmony export */ });
/** Splits a module path as Go does. Undefined if it ends in a major version that no path may have. */
function splitPath(path) {
    if (path.startsWith('gopkg.in/')) {
        const [, base, suffix] = /^(.+)(\.v(?:0|[1-9]\d*)(?:-unstable)?)$/.exec(path) ?? [];
        return base === undefined || suffix === undefined ? undefined : { base, suffix };
    }
    const [, base, numbers] = /^(.+)\/v([\d.]+)$/.exec(path) ?? [];
    if (base === undefined || numbers === undefined)
        return { base: path, suffix: '' };
    return /^[1-9]\d*$/.test(numbers) && numbers !== '1' ? { base, suffix: `/v${numbers}` } : undefined;
}
/** Whether modules with this suffix may have versions of this major number: https://go.dev/ref/mod#major-version-suffixes */
function takesMajor({ suffix }, major) {
    if (suffix === '')
        return major < 2;
    return Number(/\d+/.exec(suffix)?.[0]) === major;
}
/** The canonical form of a version, such as v1.2.0 for v1.2. Undefined if it is not a version. */
function canonicalVersion(text) {
    const number = '(?:0|[1-9][0-9]*)';
    const parts = String.raw `(?:${number}|[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*)`;
    const shape = new RegExp(String.raw `^(?<short>v${number}(?:\.${number})?)$|^(?<full>v${number}\.${number}\.${number}(?:-${parts}(?:\.${parts})*)?)(?<build>\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
    const { short, full, build } = shape.exec(text)?.groups ?? {};
    if (short !== undefined)
        return short + '.0'.repeat(3 - short.split('.').length);
    return full === undefined ? undefined : full + (build === '+incompatible' ? build : '');
}
// Go does not take a tag of this form for a release: https://go.dev/ref/mod#pseudo-versions
const isPseudoVersion = (version) => /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/.test(version);
/** The version that go mod writes for a module that only a replace provides. It cannot be fetched. */
const isPlaceholder = (version) => /^v0\.0\.0$|^v\d+\.0\.0-00010101000000-0{12}$/.test(version);
/** A path or a version in the URL of a proxy: https://go.dev/ref/mod#goproxy-protocol */
const escapedPath = (text) => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
/** Whether Go can fetch a module with this path: https://go.dev/ref/mod#go-mod-file-ident */
function isFetchable(path) {
    const [domain = '', ...rest] = path.split('/');
    const isElement = (part) => /^[\w.~-]+$/.test(part) && !/^\.|\.$/.test(part);
    return /^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/.test(domain) && rest.every(isElement);
}


/***/ }),

/***/ 57226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J7: () => (/* binding */ isRetracted),
/* harmony export */   ex: () => (/* binding */ nextFreeVersion),
/* harmony export */   jM: () => (/* binding */ moduleVersion)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _module_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82551);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _versions_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28242);




/** A version as Go writes it, with v. Refuses a version that Go would not take for a release. */
function moduleVersion({ semver = '', build }) {
    const version = `v${semver}`;
    if (build !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(version)} has build metadata, which Go ignores in tags.`, {
            fix: `Release ${version.slice(0, -build.length - 1)} instead.`,
        });
    if (!(0,_module_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isPseudoVersion */ .Dv)(version))
        return version;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(version)} looks like a pseudo-version, which stands for a commit. Go would not find the tag.`, {
        fix: 'Use another form of prerelease, such as -alpha.1.',
    });
}
/** The next patch version or prerelease for which no module has a tag yet. */
function nextFreeVersion(version, modules, isTaken) {
    let next = version;
    do
        next = nextVersion(next);
    while (modules.some(({ prefix }) => isTaken(prefix + next)));
    return next;
}
function nextVersion(version) {
    const [, start, number] = /^(v\d+\.\d+\.(?:\d+-.*?)?)(\d+)$/.exec(version) ?? [];
    return start === undefined || number === undefined ? `${version}.1` : `${start}${BigInt(number) + 1n}`;
}
/** Whether the go.mod of a version retracts that very version. */
function isRetracted(version, retracts) {
    const [own, ...bounds] = [version, ...retracts.flatMap(({ low, high }) => [low, high])].map(ordered);
    return retracts.some((_, index) => {
        const [low, high] = [bounds[index * 2], bounds[index * 2 + 1]];
        return own && low && high && (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(low, own) <= 0 && (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(own, high) <= 0;
    });
}
const ordered = (version) => (0,_versions_version_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSemver */ .kf)(version.slice(1));


/***/ }),

/***/ 81500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  th: () => (/* binding */ findModules),
  m4: () => (/* binding */ goModFiles),
  _y: () => (/* binding */ ignoredDirectories)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/domain/gomod/directives.js


/**
 * The directives of a go.mod file, as Go reads them: https://go.dev/ref/mod#go-mod-file-grammar. Unknown directives are
 * accepted, as Go does it in the go.mod files of dependencies.
 */
function directivesOf(text, file) {
    const directives = [];
    let block;
    for (const [index, source] of text.split('\n').entries()) {
        const position = { file, line: index + 1 };
        const { words, comment } = scanLine(source, position);
        const [verb, ...rest] = words;
        if (verb === undefined)
            continue;
        if (block !== undefined && verb === ')') {
            if (rest.length > 0)
                throw unreadableGoMod('has text after a closing parenthesis', position);
            block = undefined;
        }
        else if (block !== undefined)
            directives.push({ verb: block.verb, words, comment, line: position.line });
        else if (rest.at(-1) === '(')
            block = { verb: words.slice(0, -1).join(' '), words, comment, line: position.line };
        else if (rest.slice(-2).join('') !== '()')
            directives.push({ verb, words: rest, comment, line: position.line });
    }
    if (block !== undefined)
        throw unreadableGoMod('begins a block that is never closed', { file, line: block.line });
    return directives;
}
// In this order: space, comment, punctuation, string, and whatever else can be seen.
const token = /[ \t\r]+|\/\/(?<comment>.*)|(?<mark>[()[\]{},])|(?<string>"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<word>(?:(?!\/\/|\/\*)[^\s()[\]{},\p{C}\p{Z}])+)/suy;
function scanLine(source, position) {
    const words = [];
    let comment = '';
    for (let at = 0; at < source.length; at = token.lastIndex) {
        token.lastIndex = at;
        const groups = token.exec(source)?.groups;
        if (groups === undefined)
            throw unreadableGoMod(`has ${(0,domain_text/* quoted */.TL)(source.slice(at).trim())}, which Go cannot read`, position);
        if (groups['word'] !== undefined && /^["`]/.test(groups['word']))
            throw unreadableGoMod('has a string that is not closed on its line', position);
        comment = groups['comment']?.replace(/\r$/, '') ?? comment;
        const word = groups['mark'] ?? groups['string'] ?? groups['word'];
        if (word !== undefined)
            words.push(word);
    }
    return { words, comment };
}
/** The refusal of a go.mod file that Go would refuse too. */
const unreadableGoMod = (problem, { file, line }) => new error/* ReleaseError */.K2(`${file}:${line} ${problem}.`, {
    fix: 'Correct the line. The command go mod edit -json shows what Go reads.',
    at: { file, line },
});

// EXTERNAL MODULE: ./build/src/domain/gomod/module-path.js
var module_path = __webpack_require__(82551);
;// CONCATENATED MODULE: ./build/src/domain/gomod/go-mod-file.js


/** Reads a go.mod file as `go mod edit -json` does. */
function parseGoMod(text, file) {
    const directives = directivesOf(text, file);
    const read = (verb, make) => directives
        .filter((directive) => directive.verb === verb)
        .map((directive) => {
        const made = make(directive.words, directive);
        if (made === undefined)
            throw unreadableGoMod(`has a ${verb} directive that Go cannot read`, { file, line: directive.line });
        return made;
    });
    const paths = read('module', ([path = '', ...more]) => (more.length === 0 ? unquoted(path) : undefined));
    if (paths.length > 1)
        throw unreadableGoMod('has a second module directive', { file, line: secondModule(directives) });
    read('exclude', requireOf);
    return {
        file,
        path: paths[0],
        requires: read('require', requireOf),
        replaces: read('replace', replaceOf),
        retracts: read('retract', intervalOf),
    };
}
const secondModule = (directives) => directives.filter(({ verb }) => verb === 'module')[1]?.line ?? 1;
function requireOf(words, { comment, line }) {
    const [path, version] = [unquoted(words[0]), versionIn(words[1])];
    if (words.length !== 2 || path === undefined || version === undefined || !fits(path, version))
        return undefined;
    return { path, version, isIndirect: /^\s*indirect(?:\s*$|;\s*\S)/.test(comment), line };
}
function replaceOf(words) {
    const arrow = words[1] === '=>' ? 1 : 2;
    const [path, by] = [unquoted(words[0]), unquoted(words[arrow + 1])];
    const [version, byVersion] = [arrow === 1 ? undefined : versionIn(words[1]), versionIn(words[arrow + 2])];
    if (words[arrow] !== '=>' || path === undefined || by === undefined)
        return undefined;
    if (arrow === 2 && (version === undefined || !fits(path, version)))
        return undefined;
    const isWhole = words.length === arrow + (isFolder(by) ? 2 : 3);
    if (!isWhole || isFolder(by) === (byVersion !== undefined) || (0,module_path/* splitPath */.Uf)(path) === undefined)
        return undefined;
    return isFolder(by) && by.includes('\\') ? undefined : { path, version, by, byVersion };
}
function intervalOf(words) {
    const isInterval = words.length === 5 && words[0] === '[' && words[2] === ',' && words[4] === ']';
    if (!isInterval && words.length !== 1)
        return undefined;
    const [low, high] = isInterval
        ? [versionIn(words[1]), versionIn(words[3])]
        : [versionIn(words[0]), versionIn(words[0])];
    return low === undefined || high === undefined ? undefined : { low, high };
}
function fits(path, version) {
    const split = (0,module_path/* splitPath */.Uf)(path);
    if (split === undefined)
        return false;
    const isOddPseudoVersion = version.startsWith('v0.0.0-') && split.suffix === '.v1'; // of gopkg.in, years ago
    const major = Number(/^v(\d+)/.exec(version)?.[1]);
    return (0,module_path/* takesMajor */.ct)(split, major) || isOddPseudoVersion || (split.suffix === '' && version.endsWith('+incompatible'));
}
const isFolder = (path) => /^\.{1,2}(?:[/\\]|$)|^[/\\]|^[A-Za-z]:/.test(path);
function versionIn(word) {
    const text = unquoted(word);
    return text === undefined ? undefined : (0,module_path/* canonicalVersion */.Bp)(text);
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"',
};
/** A word, or the text in its quotes. Undefined if Go would refuse it, as it does other quotes. */
function unquoted(word) {
    if (word === undefined || !word.startsWith('"'))
        return word === undefined || /["'`]/.test(word) ? undefined : word;
    const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;
    let isGood = true;
    const text = word
        .slice(1, -1)
        .replaceAll(escape, (_, x, u, long, octal, one = '') => {
        const code = Number.parseInt(x ?? u ?? long ?? octal ?? '', octal === undefined ? 16 : 8);
        if (!Number.isNaN(code) && code <= 0x10ffff)
            return String.fromCodePoint(code);
        isGood &&= one in escapes;
        return escapes[one] ?? '';
    });
    return isGood ? text : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/gomod/modules.js




/** The go.mod files of a commit that may be modules. The files of a nested repository are not in its tree. */
function goModFiles(tree, { include, only = [], listing }) {
    const isAny = include.length > 0 || only.length > 0 || listing !== undefined; // these can name any module
    return allGoMods(tree).filter(({ path }) => isAny || !isIgnoredByGo(path));
}
/** Folders with a go.mod that Go itself does not look into. */
const ignoredDirectories = (tree) => directoriesOf(allGoMods(tree).filter(({ path }) => isIgnoredByGo(path)));
/** Tells modules from a go.mod that only keeps its folder out of the module around it; `textOf` reads `goModFiles`. */
function findModules(tree, textOf, choice) {
    const files = goModFiles(tree, choice);
    const withGoFiles = new Set(directoriesOf(tree.filter(({ path }) => path.endsWith('.go'))));
    const found = files.map((entry) => (0,error/* attempt */.CD)(() => moduleIn(entry, { text: textOf(entry), choice, withGoFiles })));
    const { values, refusals } = (0,error/* divided */.k3)(found.filter((one) => one !== undefined));
    const modules = values.filter((one) => 'file' in one);
    const skipped = values.filter((one) => 'why' in one);
    refuseUnmatched(tree, choice, [...modules, ...skipped.flatMap(({ module }) => module ?? [])]);
    (0,error/* refuseIfAny */.Yb)('Some go.mod files cannot be used.', [...refusals, ...absentModules(modules, skipped, choice)]);
    return { modules, skipped };
}
/** Undefined for a go.mod that Go ignores, and that nothing names. */
function moduleIn({ path: name }, { text, choice, withGoFiles }) {
    const directory = external_node_path_.posix.dirname(name);
    const { include, exclude, only = [], listing } = choice;
    const read = (0,error/* attempt */.CD)(() => parseGoMod(text, name));
    const path = read instanceof error/* ReleaseError */.K2 ? undefined : read.path;
    const isIncluded = include.some(names({ directory, path }));
    const isChosen = only.some(names({ directory, path }));
    const isNamed = isIncluded || only.some(isNameOf({ directory, path })) || listing?.released.has(path ?? '') === true;
    if (isIgnoredByGo(name) && !isNamed)
        return undefined;
    if (exclude.some(names({ directory, path })))
        return { directory, why: 'the input exclude matches it', ...moduleOf(directory, read) };
    if (only.length > 0 && !isChosen)
        return { directory, why: 'the input modules does not name it', ...moduleOf(directory, read) };
    if (read instanceof error/* ReleaseError */.K2)
        throw read;
    // Why: docs/decisions.md D16
    const isPlaceholder = read.requires.length === 0 && !withGoFiles.has(directory);
    if (path === undefined && isNamed)
        throw noModuleDirective(name, directory, isIncluded ? 'include' : 'modules');
    if (path === undefined)
        return { directory, why: 'its go.mod has no module directive' };
    if (isPlaceholder && !isNamed)
        return { directory, why: 'its go.mod requires nothing, and it has no Go file' };
    const module = { directory, path, file: read, isNamed };
    const why = listing?.others.get(path);
    if (why !== undefined)
        return { directory, why, module };
    if (listing !== undefined && !listing.released.has(path))
        throw unlisted(module, listing.file);
    return module;
}
const moduleOf = (directory, read) => read instanceof error/* ReleaseError */.K2 || read.path === undefined
    ? {}
    : { module: { directory, path: read.path, file: read, isNamed: false } };
function refuseUnmatched(tree, choice, modules) {
    const directories = directoriesOf(allGoMods(tree));
    const places = [...directories.map((directory) => ({ directory })), ...modules];
    for (const [input, globs] of Object.entries({
        include: choice.include,
        exclude: choice.exclude,
        modules: choice.only ?? [],
    })) {
        const unmatched = globs.find((glob) => !places.some((place) => names(place)(glob)));
        if (unmatched === undefined)
            continue;
        throw new error/* ReleaseError */.K2(`Input ${input}: there is no go.mod file in ${(0,domain_text/* quoted */.TL)(unmatched)}.`, {
            fix: directories.length === 0
                ? 'The repository has no go.mod file.'
                : `Folders with a go.mod file: ${(0,domain_text/* listed */.KE)(directories.slice(0, 20))}.`,
        });
    }
}
/** Modules that a versions file lists, and that the commit does not have. */
function absentModules(modules, skipped, { listing }) {
    if (listing === undefined)
        return [];
    const there = new Set([...modules, ...skipped.flatMap(({ module }) => module ?? [])].map(({ path }) => path));
    return [...listing.released].flatMap(([path, at]) => there.has(path)
        ? []
        : new error/* ReleaseError */.K2(`${listing.file} lists ${path}, but no go.mod of the commit has this path.`, {
            fix: 'Correct the path, or remove it from the set.',
            at,
        }));
}
const unlisted = ({ path, file }, versions) => new error/* ReleaseError */.K2(`${file.file} has the module ${path}, which is in no set of ${versions}.`, {
    fix: `Add it to a set, or to excluded-modules. Or add its folder to the input exclude.`,
    at: { file: file.file },
});
const noModuleDirective = (file, directory, input) => new error/* ReleaseError */.K2(`${file} has no module directive, but the input ${input} matches ${directory}.`, {
    fix: `Add the directive, or remove the folder from the input ${input}.`,
    at: { file },
});
/** Whether a glob of directories or the path of a module matches. */
const names = (place) => (glob) => isNameOf(place)(glob) || external_node_path_.posix.matchesGlob(place.directory, cleanGlob(glob));
/** Whether it is the very name of the directory, or the path of the module. */
const isNameOf = ({ directory, path }) => (glob) => cleanGlob(glob) === directory || glob === path;
const cleanGlob = (glob) => external_node_path_.posix.normalize(glob).replace(/\/$/, '');
/** Without symbolic links, which Go does not follow. */
const allGoMods = (tree) => tree
    .filter(({ path, mode }) => mode.startsWith('100') && external_node_path_.posix.basename(path) === 'go.mod')
    .toSorted((one, other) => (external_node_path_.posix.dirname(one.path) < external_node_path_.posix.dirname(other.path) ? -1 : 1));
const directoriesOf = (entries) => entries.map(({ path }) => external_node_path_.posix.dirname(path));
// https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns
const isIgnoredByGo = (path) => /(?:^|\/)(?:vendor|testdata|[._][^/]*)\//.test(path);


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

/***/ 80976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tagMessage)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _tag_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62032);


/** The message of a tag, with the newline that git needs at its end. `source` names the input in errors. */
function tagMessage(text, source) {
    if (text.trim() === '')
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} is empty.`, { fix: 'Describe the release in it.' });
    if (text.includes('\0'))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} contains a NUL character, which git cannot store in a tag.`, {
            fix: 'Remove the character.',
        });
    if ((0,_tag_object_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSigned */ .Xy)(text)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source} has a line that git would read as the beginning of a signature.`, {
            fix: 'Indent the line that begins with -----BEGIN.',
        });
    }
    return text.endsWith('\n') ? text : `${text}\n`;
}


/***/ }),

/***/ 29675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refuseOtherUnpushedTag),
/* harmony export */   S: () => (/* binding */ tagDifference)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


/** How a tag differs from the request, as the end of a sentence. */
function tagDifference({ at, object, commit, message, isSigned }) {
    if (at !== commit)
        return `is at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(at)}, not at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(commit)}`;
    if (message === undefined)
        return undefined;
    if (object === undefined)
        return 'is lightweight';
    if (object.message !== message)
        return `has the message ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(object.subject)}, not the requested one`;
    return isSigned && !object.isSigned ? 'is not signed' : undefined;
}
/** Refuses an unpushed tag of this checkout that differs from the request. */
function refuseOtherUnpushedTag(tag, compared) {
    const found = tagDifference(compared);
    if (found === undefined)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, {
        fix: `Delete it and run again: git tag -d ${tag}`,
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
