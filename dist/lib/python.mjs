export const id = "python";
export const ids = ["python"];
export const modules = {

/***/ 51627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ isProductOf),
/* harmony export */   Uw: () => (/* binding */ checksumsOf),
/* harmony export */   ij: () => (/* binding */ isLeftover)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Says which paths of a project are left over from earlier builds, or are environments in which it is tried. */
function isLeftover(paths) {
    const environments = paths
        .filter((path) => path.endsWith('/pyvenv.cfg'))
        .map((path) => path.slice(0, -'pyvenv.cfg'.length));
    return (path) => leftovers.test(path) || environments.some((folder) => path.startsWith(folder) || `${path}/` === folder);
}
// setuptools packs what an earlier build has left in build/lib, even if it was deleted since.
const leftovers = /(?:^|\/)(?:__pycache__|node_modules|\.eggs|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|[^/]+\.egg-info)(?:\/|$)|^build\/(?:lib|bdist\.[^/]*|lib\.[^/]*|temp\.[^/]*|scripts-[^/]*)(?:\/|$)|\.py[co]$/;
/** Says which paths of a project are what builds make in these folders, or their checksums beside them. */
function isProductOf(folders) {
    return (path) => folders.some((folder) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path) === folder && products.test(path)) ||
        folders.some((folder) => path === checksumsOf(folder));
}
const products = /\.(?:whl|tar\.gz)$/;
/** The file for the checksums of what is built into a folder. It is not in the folder: twine would take it for a package. */
const checksumsOf = (folder) => (folder === '.' ? 'wheel.sha256' : `${folder}.sha256`);


/***/ }),

/***/ 16964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Python: () => (/* binding */ Python)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/src/world/python/environment.js







// Why: docs/decisions.md D59
/** The Python of an environment that has exactly these packages. It is made once, and kept for later runs and steps. */
async function environmentOf({ host, tools, interpreter, pins }) {
    const { executable, version } = interpreter;
    const key = (0,external_node_crypto_.createHash)('sha256').update([process.platform, executable, version, pins].join('\0')).digest('hex');
    const place = (0,external_node_path_.join)(cacheFolder(host.env), `python-${version}-${key.slice(0, 16)}`);
    if ((0,external_node_fs_.existsSync)(pythonIn(place)))
        return pythonIn(place);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    await removeLeftovers((0,external_node_path_.dirname)(place));
    const made = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(place), unfinished));
    try {
        host.progress(`Making the environment that builds wheels: ${place}`);
        await make(made, { host, tools, interpreter, pins });
        await (0,promises_.rename)(made, place).catch(async () => {
            if ((0,external_node_fs_.existsSync)(pythonIn(place)))
                return; // another run was faster, and may be using it
            await (0,promises_.rm)(place, { recursive: true, force: true });
            await (0,promises_.rename)(made, place);
        });
    }
    finally {
        await (0,promises_.rm)(made, { recursive: true, force: true });
    }
    return pythonIn(place);
}
const unfinished = 'builder-';
const leftAfter = 60 * 60_000;
/** A killed run leaves its unfinished environment behind. Those of runs that may still go on are younger. */
async function removeLeftovers(cache) {
    for (const name of (await (0,promises_.readdir)(cache)).filter((one) => one.startsWith(unfinished))) {
        const folder = (0,external_node_path_.join)(cache, name);
        const { mtimeMs = Infinity } = (await (0,promises_.stat)(folder).catch(() => undefined)) ?? {};
        if (Date.now() - mtimeMs > leftAfter)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Environments are kept where the runner keeps tools. On other machines, they are kept with the caches of this user. */
function cacheFolder(env) {
    const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: caches, LOCALAPPDATA: local, HOME: home } = env;
    return (0,external_node_path_.join)(tools || caches || local || (0,external_node_path_.join)(home || (0,external_node_os_.homedir)(), '.cache'), 'release-actions');
}
const isWindows = process.platform === 'win32';
const pythonIn = (folder) => (0,external_node_path_.join)(folder, ...(isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
const pipInstall = '--quiet --no-input --disable-pip-version-check --require-hashes --only-binary=:all:'.split(' ');
/** Of pip's settings, these would lead its packages elsewhere, or add others. */
const notHere = { PIP_CONSTRAINT: '', PIP_PREFIX: '', PIP_REQUIREMENT: '', PIP_ROOT: '', PIP_TARGET: '', PIP_USER: '' };
async function make(folder, { host, tools, interpreter, pins }) {
    const { program } = interpreter;
    const run = (...args) => tools.run(program, args, { cwd: host.workspace, env: notHere, settingsOf: 'pip', minutes: 15 });
    const [{ stdout }, venv] = [
        await run('-I', '-m', 'pip', '--version'),
        await run('-I', '-m', 'venv', '--without-pip', folder),
    ];
    const [, major = '0', minor = '0'] = /^pip (\d+)\.(\d+)/.exec(stdout) ?? [];
    if (Number(major) * 100 + Number(minor) < 2203)
        throw new error/* ReleaseError */.K2(`${program} has no pip 22.3 or newer, which installs what builds wheels.`, {
            fix: 'Set up Python with actions/setup-python in an earlier step, or install pip for this one.',
        });
    if (venv.code !== 0)
        throw failed(`${program} could not make an environment`, venv.stderr || venv.stdout);
    const list = (0,external_node_path_.join)(folder, 'requirements.txt');
    await (0,promises_.writeFile)(list, pins);
    const pip = ['-I', '-m', 'pip', '--python', pythonIn(folder), 'install', ...pipInstall, '--requirement', list];
    const installed = await run(...pip);
    if (installed.code !== 0)
        throw failed('pip could not install what builds wheels', installed.stderr);
}
function failed(what, said) {
    const lines = (0,domain_text/* textLines */.Fy)(said);
    const line = lines.find((one) => /^error\b/i.test(one)) ?? lines.at(-1) ?? 'nothing';
    return new error/* ReleaseError */.K2(`${what}. It says: ${line}`, {
        fix: 'Check the network and the settings of pip, such as PIP_INDEX_URL and PIP_FIND_LINKS. Packages that are pinned in constraints have to be there as wheels.',
        cause: said,
    });
}

// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/world/python/interpreter.js


const oldest = '3.10.2'; // of the packages in src/domain/wheels/pinned-builders.ts
const another = 'Set up a newer Python in an earlier step, as with actions/setup-python, or name another one in the input python.';
// Every Python reads this, also version 2. Its folder must not be the project, whose json.py it would load.
const question = 'import sys, json; print(json.dumps([sys.executable, ".".join(map(str, sys.version_info[:3]))]))';
/** Asks a Python which one it is, and refuses one that is too old. */
async function interpreterOf(program, tools, cwd) {
    const { code, stdout, stderr } = await tools.run(program, ['-E', '-s', '-S', '-c', question], { cwd, minutes: 1 });
    const [, executable = '', version] = /^\["(.+)", "([\d.]+)"\]\s*$/.exec(stdout) ?? [];
    if (code !== 0 || version === undefined)
        throw new error/* ReleaseError */.K2(`${program} does not answer like a Python, and ended with the exit code ${code}.`, {
            fix: another,
            cause: stderr || stdout,
        });
    if ((0,versions_version/* compareVersions */.Zy)((0,versions_version/* parsePep440 */.FB)(version), (0,versions_version/* parsePep440 */.FB)(oldest)) < 0)
        throw new error/* ReleaseError */.K2(`${program} is Python ${version}. Building needs ${oldest} or newer.`, { fix: another });
    return { program, executable: JSON.parse(`"${executable}"`), version };
}

// EXTERNAL MODULE: ./build/src/domain/wheels/leftovers.js
var leftovers = __webpack_require__(51627);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __webpack_require__(56511);
;// CONCATENATED MODULE: ./build/src/world/python/source.js






/**
 * Copies a project, without what earlier builds left in it. Modes and times are the same as in every other copy: a backend
 * writes them into its wheel.
 */
async function copySource({ root, found, workspace, into, epoch, isProduct }) {
    const named = found.map((entry) => ({ ...entry, path: Buffer.from(entry.path).toString() }));
    const isLeftOut = (0,leftovers/* isLeftover */.ij)(named.map(({ path }) => path));
    const refusals = [];
    (0,external_node_fs_.mkdirSync)(into, { recursive: true });
    for (const { path, kind, mode, target } of named.filter((one) => !isLeftOut(one.path) && !isProduct(one.path))) {
        const [from, to] = [(0,external_node_path_.join)(root, path), (0,external_node_path_.join)(into, path)];
        if (kind === 'folder')
            (0,external_node_fs_.mkdirSync)(to, 0o755);
        else if (kind === 'file')
            copyFile(from, to, { mode, epoch });
        else if (kind === 'link') {
            const refusal = await copyLink({ from, to, text: Buffer.from(target ?? []).toString(), root, workspace, epoch });
            if (refusal !== undefined)
                refusals.push(refusal);
        }
    }
    (0,error/* refuseIfAny */.Yb)('The project has links that lead out of it.', refusals);
}
function copyFile(from, to, { mode, epoch }) {
    (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    (0,external_node_fs_.chmodSync)(to, (mode & 0o100) === 0 ? 0o644 : 0o755);
    (0,external_node_fs_.utimesSync)(to, epoch, epoch);
}
/** A link stays a link if it leads to something in the project. A file beside the project is copied. */
async function copyLink({ from, to, text, root, workspace, epoch }) {
    const real = await (0,promises_.realpath)(from).catch(() => undefined);
    if (real === undefined || (isBelow(root, real) && !(0,external_node_path_.isAbsolute)(text))) {
        (0,external_node_fs_.symlinkSync)(text, to);
        return undefined;
    }
    const { mode } = (0,external_node_fs_.statSync)(real);
    if (isBelow(workspace, real) && (0,external_node_fs_.statSync)(real).isFile()) {
        copyFile(real, to, { mode, epoch });
        return undefined;
    }
    const path = (0,workspace_path/* withSlashes */.s)((0,external_node_path_.relative)(workspace, from));
    return new error/* ReleaseError */.K2(`${path} is a link that leads to ${real}.`, {
        fix: 'A link has to lead to something in the project, or to a file in the workspace. Put a copy in its place.',
        at: { file: path },
    });
}
const isBelow = (folder, path) => !/^\.\.($|[/\\])/.test((0,external_node_path_.relative)(folder, path));

;// CONCATENATED MODULE: ./build/src/world/python/python.js







const largest = 1024 ** 3;
/** Pythons, and the packages that they build. */
class Python {
    #host;
    #ports;
    constructor(host, ports) {
        this.#host = host;
        this.#ports = ports;
    }
    /** The Python that a name or a path means. */
    async interpreter(program) {
        const isPath = /[/\\]/.test(program);
        const named = isPath ? (0,external_node_path_.resolve)(this.#host.workspace, program) : program;
        return interpreterOf(named, this.#ports.tools, await this.#ports.files.scratch());
    }
    /** The Python of an environment that has exactly these packages. */
    async environment(interpreter, pins) {
        return environmentOf({
            host: this.#host,
            tools: this.#ports.tools,
            interpreter,
            pins: pins.map(({ text }) => `${text}\n`).join(''),
        });
    }
    /** Builds a copy of a project, and returns what was made. */
    async build(python, project) {
        const { folder, epoch, version, isWithSdist, isProduct } = project;
        const { archives, builders, files } = this.#ports;
        const [found, scratch] = [await archives.look(folder), await files.scratch()];
        refuseUnlessProject(folder, found.map(({ path }) => Buffer.from(path).toString()));
        const workspace = await (0,promises_.realpath)(this.#host.workspace);
        const [source, out] = [(0,external_node_path_.join)(scratch, 'source', folder), (0,external_node_path_.join)(scratch, 'out')];
        await (0,promises_.mkdir)(out);
        await copySource({ root: (0,external_node_path_.join)(workspace, folder), found, workspace, into: source, epoch, isProduct });
        const kinds = isWithSdist ? [] : ['--wheel'];
        await builders.build(python, ['-I', '-m', 'build', ...kinds, '--no-isolation', '--skip-dependency-check', '--outdir', out, source], {
            what: folder === '.' ? 'the wheel' : `the wheel of ${folder}`,
            cwd: scratch, // not the project: it may have a build.py
            env: { ...always, SOURCE_DATE_EPOCH: String(epoch), ...(version === undefined ? {} : given(version)) },
            isForeign: true,
            fix,
        });
        return Promise.all((await (0,promises_.readdir)(out)).toSorted().map((name) => productIn(out, name)));
    }
}
const fix = 'Find out why in what it printed, which is above in the log. If a package is missing, pin all that the build needs in a file, and name it in the input constraints.';
/** The order in a set of Python must not depend on chance. */
const always = { PYTHONHASHSEED: '0' };
/** The copy has no git repository. https://setuptools-scm.readthedocs.io/en/latest/overrides/ */
const given = (version) => ({ SETUPTOOLS_SCM_PRETEND_VERSION: version, PDM_BUILD_SCM_VERSION: version });
function refuseUnlessProject(folder, paths) {
    if (paths.includes('pyproject.toml') || paths.includes('setup.py'))
        return;
    throw new error/* ReleaseError */.K2(`${folder === '.' ? 'The workspace' : folder} has no pyproject.toml and no setup.py.`, {
        fix: 'Give the folder of the Python project in the input path.',
    });
}
async function productIn(folder, name) {
    const found = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name));
    if (found.isFile() && found.size <= largest)
        return { name, bytes: await (0,promises_.readFile)((0,external_node_path_.join)(folder, name)) };
    const problem = found.isFile() ? `has ${found.size} bytes. The limit is ${largest}` : 'is not a regular file';
    throw new error/* ReleaseError */.K2(`The build made ${(0,domain_text/* quoted */.TL)(name)}, which ${problem}.`, {
        fix: 'Find out which part of the build makes it.',
    });
}


/***/ })

};
