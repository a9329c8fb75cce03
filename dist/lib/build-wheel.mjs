export const id = "build-wheel";
export const ids = ["build-wheel"];
export const modules = {

/***/ 30790:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __webpack_require__(74818);

const Operator = __webpack_require__(12124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 81395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ build_wheel_action)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/src/domain/wheels/leftovers.js
var leftovers = __webpack_require__(51627);
// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/lib/specifier.js
var lib_specifier = __webpack_require__(30790);
;// CONCATENATED MODULE: ./build/src/domain/versions/python-range.js

/** Whether a specifier such as `>=3.9,<4` allows a version. https://packaging.python.org/specifications/version-specifiers/ */
const isAllowed = (version, specifier) => (0,lib_specifier.satisfies)(version, specifier, { prereleases: true });

;// CONCATENATED MODULE: ./build/src/domain/wheels/pythons.js

/** The versions of Python 3 that a matrix may ask for. */
const known = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];
/** The versions of Python that may install a wheel: its metadata allows their newest patch, and so do its tags. */
function supportedPythons({ requiresPython, pythonTags, abiTags }) {
    const isStable = abiTags.includes('abi3');
    return known.filter((version) => (requiresPython === undefined || isAllowed(`${version}.99`, requiresPython)) &&
        pythonTags.some((tag) => fits(tag, version, isStable)));
}
/** https://packaging.python.org/specifications/platform-compatibility-tags/ */
function fits(tag, version, isStable) {
    const [, kind, major, minor = ''] = /^([a-z]+)(\d)(\d*)$/.exec(tag) ?? [];
    if (major !== '3')
        return false;
    const own = Number(version.split('.')[1]);
    if (minor === '')
        return true;
    return kind === 'py' || isStable ? own >= Number(minor) : own === Number(minor);
}

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
;// CONCATENATED MODULE: ./build/src/domain/wheels/wanted-version.js



/** A version that was given in SemVer or PEP 440, with or without `v`, in PEP 440. */
function parseWantedVersion(text) {
    const bare = text.trim().replace(/^v/, '');
    const semver = (0,error/* attempt */.CD)(() => (0,versions_version/* parseSemver */.kf)(bare));
    const version = semver instanceof error/* ReleaseError */.K2 ? (0,versions_version/* parsePep440 */.FB)(bare) : semver;
    if (version.pep440 !== undefined)
        return version.pep440;
    throw new error/* ReleaseError */.K2(`is ${(0,domain_text/* quoted */.TL)(text)}, which cannot be written in PEP 440.`, {
        fix: 'Give a version such as 1.2.3, 1.2.3-rc.1 or 1.2.3.dev0. The output pep440 of parse-tag is one.',
    });
}
/** Refuses a wheel that is another version than the wanted one. 1.0 and 1.0.0 are the same. */
function refuseOtherVersion(file, version, wanted) {
    if ((0,versions_version/* compareVersions */.Zy)((0,versions_version/* parsePep440 */.FB)(version), (0,versions_version/* parsePep440 */.FB)(wanted)) === 0)
        return;
    throw new error/* ReleaseError */.K2(`${file} has the version ${version}, but the input version is ${wanted}.`, {
        fix: 'Set the version of the project before the tag is made, as with set-values, or correct the input.',
    });
}

// EXTERNAL MODULE: ./build/src/plans/artifacts.js
var plans_artifacts = __webpack_require__(3805);
// EXTERNAL MODULE: ./build/src/runtime/action.js
var action = __webpack_require__(44502);
// EXTERNAL MODULE: ./build/src/runtime/input.js
var input = __webpack_require__(26118);
// EXTERNAL MODULE: ./build/src/runtime/output.js
var output = __webpack_require__(38933);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
;// CONCATENATED MODULE: ./build/actions/build-wheel/copy.js


/** Puts a wheel into a folder, and removes every other wheel there: an image would install them too. */
async function aloneIn(folder, wheel, files) {
    const name = wheel.path.split('/').at(-1) ?? wheel.path;
    const others = (await files.names(folder)).filter((one) => /\.whl$/i.test(one) && one !== name);
    const path = (0,posix_.join)(folder, name);
    return {
        changes: [await files.place(wheel, path), ...others.map((other) => files.remove((0,posix_.join)(folder, other)))],
        notes: others.length === 0 ? [] : [`${folder} has other wheels, which do not belong there: ${(0,domain_text/* listed */.KE)(others)}.`],
    };
}

// EXTERNAL MODULE: ./build/src/domain/edits/source.js
var edits_source = __webpack_require__(49931);
// EXTERNAL MODULE: ./build/src/domain/wheels/wheel.js + 1 modules
var wheel = __webpack_require__(70181);
;// CONCATENATED MODULE: ./build/src/domain/wheels/build-requirements.js





/** What a project without `build-system` needs. https://peps.python.org/pep-0518/#build-system-table */
const usual = [{ text: 'setuptools', at: undefined }];
/** Refuses a project whose `build-system` needs other packages, or other versions of them, than those that are pinned. */
async function refuseUnmetRequirements(pyproject, pins) {
    const requirements = pyproject === undefined ? usual : ((await requirementsIn(pyproject)) ?? usual);
    (0,error/* refuseIfAny */.Yb)('The pinned packages are not those that the project needs.', requirements.flatMap((one) => {
        const problem = problemOf(one.text, pins);
        return problem === undefined
            ? []
            : [new error/* ReleaseError */.K2(`Building needs ${(0,domain_text/* quoted */.TL)(one.text)}, ${problem}.`, { fix, at: one.at })];
    }));
}
const fix = 'Pin all that the build needs in a file, each package with one version and its hash, and name that file in the input constraints.';
async function requirementsIn(source) {
    const { parseTrees } = await Promise.all(/* import() */[__webpack_require__.e("yaml"), __webpack_require__.e("parse-trees")]).then(__webpack_require__.bind(__webpack_require__, 20733));
    const [root] = await parseTrees(source);
    const list = at(at(root, 'build-system'), 'requires');
    if (list?.kind !== 'list')
        return undefined;
    return list.items().flatMap((item) => {
        if (item.kind !== 'leaf' || item.text === undefined)
            return [];
        return [{ text: item.text, at: (0,edits_source/* positionAt */.t)(source, item.start) }];
    });
}
const at = (tree, key) => tree?.kind === 'mapping' ? tree.entries().find((entry) => entry.key === key)?.value : undefined;
// https://packaging.python.org/specifications/dependency-specifiers/
const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(@)?\s*\(?([^;()]*)\)?\s*(;.*)?$/s;
function problemOf(text, pins) {
    const [, name, address, range = '', condition] = requirement.exec(text) ?? [];
    if (name === undefined)
        return undefined; // the build says what is wrong with it
    if (address !== undefined)
        return 'which is an address, and no version';
    const pin = pins.find((one) => one.name === (0,wheel/* normalisedName */.E)(name));
    if (pin === undefined)
        return condition === undefined ? 'which is not pinned' : undefined; // it may not be for this Python
    if (range.trim() === '' || isAllowed(pin.version, range.trim()))
        return undefined;
    return `but version ${pin.version} is pinned`;
}

;// CONCATENATED MODULE: ./build/src/domain/wheels/pinned-builders.js
// As pip reads it. `npm run generate` writes it into actions/build-wheel/requirements.txt too, for people who want to build
// the same bytes.
/** What asks a backend for a wheel: https://build.pypa.io */
const frontPins = String.raw `build==1.6.1 \
    --hash=sha256:ecd351a4be9d35a9eaaba244a7687143c9c7d4aea6ac964e7e7ddab20cbcf4e7
colorama==0.4.6 ; os_name == 'nt' \
    --hash=sha256:4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6
packaging==26.4 \
    --hash=sha256:81383611a09c1bc0b08b76e0fd5829d7c6824c65b27a6aee339da133f4233ea2
pyproject-hooks==1.3.3 \
    --hash=sha256:5fc53fdac9f7bd63fbcdc868fb5f90b4784d78a53a3d3388cd738b807441a20b
tomli==2.0.2 ; python_version < '3.11' \
    --hash=sha256:2ebe24485c53d303f690b0ec092806a085f07af5a5aa1464f3931eec36caaa38
`;
/** The build backends of most projects, and what they need. */
const backendPins = String.raw `flit-core==4.2.0 \
    --hash=sha256:2bee22dc8ba89c2e35b4e1ad575e596aac945c85672dd8f3cad21b629036e044
hatchling==1.33.0 \
    --hash=sha256:415290b84f464d2884303fca8974d38e7b85579069fab02a15db0828fbb1446d
pathspec==1.1.1 \
    --hash=sha256:a00ce642f577bf7f473932318056212bc4f8bfdf53128c78bbd5af0b9b20b189
pluggy==1.7.0 \
    --hash=sha256:7dd7b0d8832ba3cb632c306926ded123429211b83641b35dc5c41ad2d34f9bec
poetry-core==2.5.0 \
    --hash=sha256:98ee465b66f7e14bb9fbe68fb5e00d0cff184f036993ec94610ae4b5612f3add
setuptools==84.2.1 \
    --hash=sha256:ca140b45d5325a9478f880e351484f62fef15f336462e449ca0c03c873d589c2
tomlkit==0.15.2 \
    --hash=sha256:05562412163a3037b94497385fb7f9204c637bc605af7a48199e41cf2272f437
trove-classifiers==2026.9.21.13 \
    --hash=sha256:8b1ff4f9c191b1040b71c37f1e445ab99732911e3cd91de52838453a854d7a17
wheel==0.48.0 \
    --hash=sha256:3217dcc807155e45db462d7ef2431f5ddda0d7273b700d05a67b271ceb1287ab
`;

;// CONCATENATED MODULE: ./build/src/domain/wheels/pins.js



const pinned = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[\w.,\s-]*\])?\s*==\s*([A-Za-z0-9.!+_-]+)\s*(?:;[^#]*?)?(?:\s+--hash=sha(?:256|384|512):[0-9a-f]{64,128})+$/;
/** Reads a requirements file in which every package has one version and a hash. Everything else is refused. */
function readPins(file, text) {
    const lines = logicalLines(text);
    (0,error/* refuseIfAny */.Yb)(`${file} does not pin everything.`, lines
        .filter((line) => !pinned.test(line.text))
        .map((line) => new error/* ReleaseError */.K2(`${(0,domain_text/* quoted */.TL)(line.text)} is not a package with one version and its hash.`, {
        fix: 'Write each package as name==version --hash=sha256:…, as pip-compile --generate-hashes does.',
        at: { file, line: line.number },
    })));
    return lines.map(({ text: line }) => {
        const [, name = '', version = ''] = pinned.exec(line) ?? [];
        return { name: (0,wheel/* normalisedName */.E)(name), version, text: line };
    });
}
/** The pins of both lists. If both pin a package, the first list decides. */
function combinedPins(first, second) {
    const names = new Set(first.map(({ name }) => name));
    return [...first, ...second.filter(({ name }) => !names.has(name))];
}
/** A line that ends with a backslash goes on in the next one. Comments and blank lines are left out. */
function logicalLines(text) {
    const lines = [];
    let open;
    for (const [index, raw] of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .entries()) {
        const line = raw.replace(/(^|\s)#.*$/, '').trim();
        const part = line.replace(/\\$/, '').trim();
        const joined = { number: open?.number ?? index + 1, text: [open?.text ?? '', part].join(' ').trim() };
        open = line.endsWith('\\') ? joined : undefined;
        if (open === undefined && joined.text !== '')
            lines.push(joined);
    }
    return open === undefined || open.text === '' ? lines : [...lines, open];
}

;// CONCATENATED MODULE: ./build/actions/build-wheel/pins.js




/**
 * All packages of the environment that builds: those of this action, or those of the project and what asks its backend. A
 * project that needs others is refused before anything is installed.
 */
async function pinsFor({ path, constraints }, files) {
    const own = constraints === undefined ? backendPins : await files.text(constraints);
    const front = readPins('pinned-builders.ts', frontPins);
    const pins = combinedPins(readPins(constraints ?? 'pinned-builders.ts', own), front);
    const file = (0,posix_.join)(path, 'pyproject.toml');
    await refuseUnmetRequirements((await files.has(file)) ? { file, text: await files.text(file) } : undefined, pins);
    return pins;
}

;// CONCATENATED MODULE: ./build/actions/build-wheel/action.js











/* harmony default export */ const build_wheel_action = ((0,action/* defineAction */.Q)({
    name: 'Build wheel',
    description: 'Build the wheel of a Python project, with the same bytes on every machine. Refuse a wheel that PyPI or pip would refuse.',
    example: '--version v1.2.3 --copy-to docker/whls',
    inputs: {
        path: (0,input/* path */.Ae)('The folder with pyproject.toml or setup.py.').or('.'),
        version: (0,input/* input */.hF)('The version that the wheel has to have, with or without a leading v. 1.2.0-rc.1 and 1.2.0rc1 mean the same. Default: any version.', parseWantedVersion).optional(),
        python: (0,input/* text */.Qq)('The Python that builds, as a command or a path. Python 3.10.2 is the oldest.').or('python3'),
        constraints: (0,input/* path */.Ae)('A requirements file with all packages that the build needs. Each has one version and a hash. Default: the pinned versions of setuptools, hatchling, poetry-core and flit-core in requirements.txt of this action.').optional(),
        outDir: (0,input/* path */.Ae)('The folder for the wheel. It is made if it is missing.').or('dist'),
        copyTo: (0,input/* path */.Ae)('A folder that gets the wheel too, such as docker/whls. Every other wheel in it is removed. Default: no copy.').optional(),
        sdist: (0,input/* flag */.Jt)('Also build a source archive. The wheel is then built from it, as python -m build does.'),
        verify: (0,input/* flag */.Jt)('Build the wheel a second time, in another folder, and compare the bytes.'),
    },
    outputs: {
        wheel: 'The path of the wheel, such as dist/my_driver-1.2.0-py3-none-any.whl.',
        sdist: 'The path of the source archive. Unset without sdist: true.',
        name: 'The name of the project, as its metadata has it.',
        version: 'The version of the project, normalised as PEP 440 does.',
        sha256: 'The SHA-256 of the wheel, in hexadecimal.',
        supportedPythons: (0,output/* json */.Pq)('The versions of Python, of 3.9 to 3.15, that can install the wheel, such as ["3.12","3.13"], for a matrix.'),
        checksums: 'The path of a file with the checksums of what was built, for subject-checksums of actions/attest. It is beside out-dir.',
    },
    async plan(inputs, { files, git, python }) {
        const { path: folder, version: wanted, outDir, copyTo, sdist: isWithSdist, verify } = inputs;
        const head = git.commits.find('HEAD');
        const loaded = python();
        const [port, interpreter, commit, pins] = await (0,parallel/* together */.bs)([
            loaded,
            loaded.then((one) => one.interpreter(inputs.python)),
            head,
            pinsFor(inputs, files),
        ]);
        const environment = await port.environment(interpreter, pins);
        const folders = [outDir, ...(copyTo === undefined ? [] : [copyTo])].map((one) => (0,posix_.relative)(folder, one) || '.');
        const project = { folder, epoch: commit.epoch, version: wanted, isWithSdist, isProduct: (0,leftovers/* isProductOf */.$t)(folders) };
        const { packageOf, refuseUnlessEqual } = await __webpack_require__.e(/* import() */ "products").then(__webpack_require__.bind(__webpack_require__, 48358));
        const build = async () => packageOf(await port.build(environment, project), isWithSdist);
        const made = await build();
        const { name, version, generator } = made.metadata;
        if (wanted !== undefined)
            refuseOtherVersion(made.wheel.name, version, wanted);
        if (verify)
            refuseUnlessEqual(made, await build());
        const wheel = await artifactIn(outDir, made.wheel);
        const sdist = made.sdist === undefined ? undefined : await artifactIn(outDir, made.sdist);
        const artifacts = [wheel, ...(sdist === undefined ? [] : [sdist])];
        if (await files.has(outDir))
            await files.refuseUnlessFolder(outDir); // the build may have made a link of it
        const copy = copyTo === undefined ? { changes: [], notes: [] } : await aloneIn(copyTo, wheel, files);
        const builder = generator === undefined ? '' : ` and ${generator}`;
        return {
            notes: [
                `Built by Python ${interpreter.version}${builder}, with SOURCE_DATE_EPOCH=${commit.epoch}.`,
                ...(verify ? ['A second build gave the same bytes.'] : []),
                ...copy.notes,
            ],
            products: [
                ...(await Promise.all(artifacts.map((one) => files.place(one, one.path)))),
                await files.place((0,plans_artifacts/* checksumFile */.uu)(artifacts), (0,leftovers/* checksumsOf */.Uw)(outDir)),
            ],
            changes: copy.changes,
            outputs: {
                wheel: wheel.path,
                sdist: sdist?.path,
                name,
                version,
                sha256: wheel.digest.replace('sha256:', ''),
                supportedPythons: supportedPythons(made.metadata),
                checksums: (0,leftovers/* checksumsOf */.Uw)(outDir),
            },
            facts: () => [{ name: 'Package', value: `${name} ${version}` }, ...(0,plans_artifacts/* artifactFacts */.SJ)(artifacts)],
        };
    },
}));
/** What was built, on its way into a folder. */
const artifactIn = async (folder, { name, bytes }) => ({
    path: (0,posix_.join)(folder, name),
    ...(0,plans_artifacts/* builtFile */.Nq)(bytes),
});


/***/ }),

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

/***/ 70181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ normalisedName),
  a: () => (/* binding */ readWheel)
});

// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/domain/wheels/record.js



const kinds = new Set(['sha256', 'sha384', 'sha512']);
/** What RECORD says about the files of a wheel that is not so. https://packaging.python.org/specifications/recording-installed-packages/ */
function recordProblems(wheel, folder, entries) {
    const path = `${folder}/RECORD`;
    const record = entries.find((entry) => entry.path === path);
    const refusal = (problem) => new error/* ReleaseError */.K2(`${wheel} ${problem}.`, { fix, at: { file: wheel } });
    if (record === undefined)
        return [refusal(`has no ${path}`)];
    const rows = csvRows(record.content().toString('utf8'));
    if (rows === undefined)
        return [refusal(`has a RECORD that is not CSV`)];
    const unsigned = new Set([path, `${path}.jws`, `${path}.p7s`]);
    const listed = Map.groupBy(rows, ([name]) => name);
    return [
        ...rows
            .filter((row) => row.length !== 3)
            .map((row) => refusal(`has the line ${(0,domain_text/* quoted */.TL)(row.join(','))} in RECORD, which has not three parts`)),
        ...[...listed]
            .filter(([, same]) => same.length > 1)
            .map(([name]) => refusal(`lists ${(0,domain_text/* quoted */.TL)(name ?? '')} twice in RECORD`)),
        ...rows
            .filter(([name]) => entries.every((entry) => entry.path !== name))
            .map(([name = '']) => refusal(`lists ${(0,domain_text/* quoted */.TL)(name)} in RECORD, which it does not have`)),
        ...entries
            .filter((entry) => !unsigned.has(entry.path))
            .flatMap((entry) => problemOf(entry, listed.get(entry.path)?.[0]) ?? [])
            .map(refusal),
    ];
}
const fix = 'Build it again, and do not edit a wheel that was built. pip and PyPI refuse such a wheel.';
function problemOf({ path, size, content }, row) {
    const name = (0,domain_text/* quoted */.TL)(path);
    const [, sum = '', told] = row ?? [];
    if (row === undefined)
        return `has ${name}, which RECORD does not list`;
    const [, kind = '', hash] = /^(\w+)=([\w-]+)$/.exec(sum) ?? [];
    if (!kinds.has(kind))
        return `has ${name}, whose checksum in RECORD is ${(0,domain_text/* quoted */.TL)(sum)}, which is not SHA-2`;
    const actual = (0,external_node_crypto_.createHash)(kind).update(content()).digest('base64url');
    if (actual !== hash)
        return `has ${name}, whose ${kind} is ${actual}, but RECORD has ${hash}`;
    return told === '' || told === String(size) ? undefined : `has ${name} with ${size} bytes, but RECORD has ${told}`;
}
/** The rows of a CSV as Python's csv module writes it; undefined if a quote is never closed. */
function csvRows(text) {
    const rows = [];
    for (const line of text.split(/\r?\n/).filter((one) => one !== '')) {
        const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)];
        if (cells.reduce((length, [cell]) => length + cell.length, 0) !== line.length)
            return undefined;
        rows.push(cells.map(([, inQuotes, plain = '']) => inQuotes?.replaceAll('""', '"') ?? plain));
    }
    return rows;
}

// EXTERNAL MODULE: ./build/src/domain/wheels/zip.js
var zip = __webpack_require__(61944);
;// CONCATENATED MODULE: ./build/src/domain/wheels/wheel.js





// https://packaging.python.org/specifications/binary-distribution-format/
/** Reads a wheel, and refuses one that pip or PyPI would refuse, or that is another version than its name says. */
function readWheel(file, bytes) {
    const refuse = (problem) => new error/* ReleaseError */.K2(`${file} ${problem}.`, { fix: wheel_fix, at: { file } });
    const [, distribution = '', written = '', tags] = fileName.exec(file) ?? [];
    if (tags === undefined)
        throw new error/* ReleaseError */.K2(`${file} is not the name of a wheel, such as my_driver-1.0.0-py3-none-any.whl.`, { fix: wheel_fix });
    const entries = (0,zip/* readZip */.u)(file, bytes);
    const folder = infoFolder(entries, refuse);
    const wheel = { ...metadataOf(entries, folder, refuse), ...tagsOf(tags) };
    const [, infoName = '', infoVersion = ''] = /^(.+)-([^-]+)\.dist-info$/.exec(folder) ?? [];
    const versionIn = (text) => (0,error/* attempt */.CD)(() => (0,versions_version/* parsePep440 */.FB)(text.replaceAll('_', '-')).pep440);
    (0,error/* refuseIfAny */.Yb)(`${file} contradicts itself.`, [
        ...[...new Set([distribution, infoName])].flatMap((name) => normalisedName(name) === normalisedName(wheel.name)
            ? []
            : [refuse(`has the name ${(0,domain_text/* quoted */.TL)(name)}, but METADATA has ${(0,domain_text/* quoted */.TL)(wheel.name)}`)]),
        ...[...new Set([written, infoVersion])].flatMap((version) => versionIn(version) === wheel.version
            ? []
            : [refuse(`has the version ${(0,domain_text/* quoted */.TL)(version)}, but METADATA has ${(0,domain_text/* quoted */.TL)(wheel.version)}`)]),
        ...(distribution === fileNamePart(wheel.name)
            ? []
            : [refuse(`has to begin with ${fileNamePart(wheel.name)}-, which is the normalised name`)]),
        ...recordProblems(file, folder, entries),
    ]);
    return wheel;
}
const wheel_fix = 'Build it again with a current version of the build backend, and do not rename it.';
const fileName = /^([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)(?:-\d[A-Za-z0-9_.]*)?-([\w.]+-[\w.]+-[\w.]+)\.whl$/;
const tagsOf = (tags) => {
    const [pythonTags = [], abiTags = []] = tags.split('-').map((part) => part.split('.'));
    return { pythonTags, abiTags };
};
/** The name by which Python finds a project. https://packaging.python.org/specifications/name-normalization/ */
const normalisedName = (name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
/** The name of a project in the name of its wheel. */
const fileNamePart = (name) => normalisedName(name).replaceAll('-', '_');
function infoFolder(entries, refuse) {
    const folders = new Set(entries.flatMap(({ path }) => /^([^/]+\.dist-info)\//.exec(path)?.[1] ?? []));
    const [folder, ...others] = folders;
    if (folder === undefined)
        throw refuse('has no folder .dist-info');
    if (others.length > 0)
        throw refuse(`has several folders .dist-info: ${[...folders].map(domain_text/* quoted */.TL).join(', ')}`);
    return folder;
}
function metadataOf(entries, folder, refuse) {
    const texts = ['METADATA', 'WHEEL'].map((name) => entries.find(({ path }) => path === `${folder}/${name}`));
    const [metadata, wheel] = texts;
    if (metadata === undefined || wheel === undefined)
        throw refuse(`has no ${folder}/${metadata === undefined ? 'METADATA' : 'WHEEL'}`);
    const fields = headerFields(metadata.content().toString('utf8'));
    const one = (key) => {
        const values = fields.flatMap(([name, value]) => (name === key.toLowerCase() ? [value] : []));
        if (values.length > 1)
            throw refuse(`has ${key} ${values.length} times in METADATA`);
        return values[0];
    };
    const [name, version] = [one('Name'), one('Version')];
    if (name === undefined || version === undefined)
        throw refuse(`has no ${name === undefined ? 'Name' : 'Version'} in METADATA`);
    const parsed = (0,error/* attempt */.CD)(() => (0,versions_version/* parsePep440 */.FB)(version));
    if (parsed instanceof error/* ReleaseError */.K2)
        throw refuse(`has a version in METADATA that PyPI refuses: ${parsed.message.replace(/\.$/, '')}`);
    const [, generator] = headerFields(wheel.content().toString('utf8')).find(([key]) => key === 'generator') ?? [];
    return { name, version: parsed.pep440 ?? version, requiresPython: one('Requires-Python'), generator };
}
/** The fields before the first blank line. A line that begins with white space continues the one before. */
function headerFields(text) {
    const [head = ''] = text.split(/\r?\n\r?\n/, 1);
    return head
        .replaceAll(/\r?\n[ \t]+/g, ' ')
        .split(/\r?\n/)
        .flatMap((line) => {
        const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
    });
}


/***/ }),

/***/ 61944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



const newestForm = 45; // 4.5, which some writers name although 2.0 would do
const most = { entries: 100_000, bytes: 1024 ** 3 };
/**
 * The files of a zip that every reader understands in the same way. Refused is what PyPI refuses: data that no header
 * belongs to, headers that contradict each other, names that are there twice or lead out, links, and what unpacks to more
 * than a gibibyte.
 */
function readZip(file, bytes) {
    const refuse = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${file} ${problem}.`, { fix, at: { file } });
    const { count, start } = endOf(bytes, refuse);
    const headers = centralHeaders(bytes, { count, start }, refuse);
    const end = headers.reduce((at, header) => endOfLocal(bytes, header, at, refuse), 0);
    if (end !== start)
        throw refuse(`has ${start - end} bytes between its last file and its list of files`);
    (0,_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseIfAny */ .Yb)(`${file} is not a wheel that PyPI takes.`, headers.flatMap((header) => problemsOf(header, headers).map(refuse)));
    const total = headers.reduce((sum, { size }) => sum + size, 0);
    if (total > most.bytes)
        throw refuse(`unpacks to ${total} bytes. The limit is ${most.bytes}`);
    return headers
        .filter(({ path }) => !path.endsWith('/'))
        .map((header) => ({ path: header.path, size: header.size, content: () => contentOf(bytes, header, refuse) }));
}
const fix = 'Build it again with another version of the build backend. Do not upload it.';
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 };
const lengths = { local: 30, central: 46, end: 22 };
const flag = { encrypted: 1, descriptor: 8, utf8: 0x800 };
const type = { file: 0o100000, folder: 0o040000 };
/** The record at the end: nothing comes after it, not even a comment. */
function endOf(bytes, refuse) {
    const at = bytes.length - lengths.end;
    if (at < 0 || bytes.readUInt32LE(at) !== signatures.end)
        throw refuse(at < 0 || bytes.readUInt32LE(0) !== signatures.local ? 'is not a zip' : 'is cut off, or has data after its end');
    const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(at + offset));
    const [size = 0, start = 0] = [12, 16].map((offset) => bytes.readUInt32LE(at + offset));
    if (count === undefined || count === 0xffff || start === 0xffffffff || size === 0xffffffff)
        throw refuse('is in the form for more than 4 GiB or 65,534 files, which no wheel needs');
    if (disk !== 0 || firstDisk !== 0 || here !== count)
        throw refuse('is a part of several');
    if (bytes.readUInt16LE(at + 20) !== 0)
        throw refuse('announces a comment that is not there');
    if (start + size !== at)
        throw refuse('has a list of files that does not end where it says');
    return { count, start };
}
function centralHeaders(bytes, { count, start }, refuse) {
    if (count > most.entries)
        throw refuse(`has ${count} entries. The limit is ${most.entries}`);
    const headers = [];
    const end = bytes.length - lengths.end;
    let at = start;
    while (at < end) {
        if (at + lengths.central > end || bytes.readUInt32LE(at) !== signatures.central)
            throw refuse('has a list of files with something else in it');
        const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
        const next = at + lengths.central + nameLength + extraLength + commentLength;
        if (next > end)
            throw refuse('has a list of files that is cut off');
        const name = bytes.subarray(at + lengths.central, at + lengths.central + nameLength);
        const isMadeByUnix = bytes.readUInt8(at + 5) === 3;
        headers.push({
            path: name.toString('utf8'),
            name,
            form: bytes.readUInt16LE(at + 6),
            flags: bytes.readUInt16LE(at + 8),
            method: bytes.readUInt16LE(at + 10),
            sum: bytes.readUInt32LE(at + 16),
            packed: bytes.readUInt32LE(at + 20),
            size: bytes.readUInt32LE(at + 24),
            type: isMadeByUnix ? bytes.readUInt16LE(at + 40) & 0o170000 : 0,
            isMadeByUnix,
            at: bytes.readUInt32LE(at + 42),
        });
        at = next;
    }
    if (headers.length !== count)
        throw refuse(`says that it has ${count} entries, but lists ${headers.length}`);
    return headers.toSorted((one, other) => one.at - other.at);
}
/** Where a file ends that has to begin right here, with a header that says the same as the list. */
function endOfLocal(bytes, header, at, refuse) {
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(header.path);
    if (header.at !== at)
        throw refuse(`has data that belongs to no file before ${name}`);
    if (at + lengths.local > bytes.length || bytes.readUInt32LE(at) !== signatures.local)
        throw refuse(`has no header for ${name}`);
    const [nameLength = 0, extraLength = 0] = [26, 28].map((offset) => bytes.readUInt16LE(at + offset));
    const data = at + lengths.local + nameLength + extraLength;
    const own = bytes.subarray(at + lengths.local, at + lengths.local + nameLength);
    if (!own.equals(header.name))
        throw refuse(`lists ${name}, which calls itself ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(own.toString('utf8'))}`);
    const hasDescriptor = (header.flags & flag.descriptor) !== 0;
    const told = [
        [bytes.readUInt16LE(at + 4), header.form],
        [bytes.readUInt16LE(at + 6), header.flags],
        [bytes.readUInt16LE(at + 8), header.method],
        ...[14, 18, 22].map((offset, index) => {
            const listed = [header.sum, header.packed, header.size][index];
            const here = bytes.readUInt32LE(at + offset);
            return [here, hasDescriptor && here === 0 ? 0 : listed];
        }),
    ];
    if (told.some(([here, listed]) => here !== listed))
        throw refuse(`has two headers of ${name} that contradict each other`);
    const end = data + header.packed;
    return hasDescriptor ? endOfDescriptor(bytes, header, end, refuse) : end;
}
function endOfDescriptor(bytes, { path, sum, packed, size }, at, refuse) {
    const hasSignature = at + 4 <= bytes.length && bytes.readUInt32LE(at) === signatures.descriptor;
    const start = hasSignature ? at + 4 : at;
    const told = start + 12 <= bytes.length ? [0, 4, 8].map((offset) => bytes.readUInt32LE(start + offset)) : [];
    if (told.join() === [sum, packed, size].join())
        return start + 12;
    throw refuse(`has two headers of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(path)} that contradict each other`);
}
function problemsOf(header, all) {
    const { path, name, form, flags, method, isMadeByUnix, type: kind, size } = header;
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(path);
    const isFolder = path.endsWith('/');
    const isText = Buffer.from(path).equals(name) && ((flags & flag.utf8) !== 0 || (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isAscii */ .ER)(path));
    const parts = (isFolder ? path.slice(0, -1) : path).split('/');
    const leadsOut = /^[A-Za-z]:|\\|[\x00-\x1f\x7f]/.test(path) || parts.some((part) => ['', '.', '..'].includes(part));
    const expected = isFolder ? type.folder : type.file;
    return [
        ...(isText ? [] : [`has the name ${shown}, which is not marked as UTF-8`]),
        ...(leadsOut ? [`has the name ${shown}, which does not stay in its folder`] : []),
        ...(all.find((other) => other.path === path) === header ? [] : [`has ${shown} twice`]),
        ...(isMadeByUnix && kind !== 0 && kind !== expected
            ? [`has ${shown}, which is no ${isFolder ? 'folder' : 'file'}`]
            : []),
        ...(form <= newestForm ? [] : [`has ${shown}, which is in the form ${form / 10}`]),
        ...((flags & flag.encrypted) === 0 ? [] : [`has ${shown}, which is encrypted`]),
        ...(method === 0 || method === 8 ? [] : [`has ${shown}, which is compressed by method ${method}`]),
        ...(isFolder && size > 0 ? [`has the folder ${shown}, which has bytes of its own`] : []),
    ];
}
function contentOf(bytes, { path, at, method, packed, size, sum }, refuse) {
    const start = at + lengths.local + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const data = bytes.subarray(start, start + packed);
    const content = method === 0 ? data : unpacked(data, size);
    if (content?.length === size && (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(content) === sum)
        return content;
    throw refuse(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(path)}, which does not unpack to ${size} bytes with its checksum`);
}
/** Undefined if it is damaged, or if it would be longer. */
function unpacked(data, size) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(data, { maxOutputLength: Math.max(size, 1) });
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ builtFile),
/* harmony export */   SJ: () => (/* binding */ artifactFacts),
/* harmony export */   uu: () => (/* binding */ checksumFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);



/** What was built, for the summary: a line for each file. */
const artifactFacts = (artifacts) => artifacts.map(({ path, size, digest, reference, url }) => ({
    name: path,
    value: [`${size} bytes`, digest, ...(reference === undefined ? [] : [reference])].join('\n'),
    url,
}));
/** A file with the checksums of files beside it, as `sha256sum` writes and checks it, for actions/attest. */
function checksumFile(artifacts) {
    const lines = artifacts.map(({ path, digest }) => `${digest.replace('sha256:', '')}  ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}\n`);
    return builtFile(Buffer.from(lines.join('')));
}
/** A file that is in memory. */
function builtFile(bytes) {
    const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
    return { size: bytes.length, digest, pieces: () => node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([bytes]) };
}


/***/ })

};
