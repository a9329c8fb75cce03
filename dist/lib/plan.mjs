export const id = "plan";
export const ids = ["plan"];
export const modules = {

/***/ 23395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planOf: () => (/* binding */ planOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
// EXTERNAL MODULE: ./build/src/plans/artifacts.js
var plans_artifacts = __webpack_require__(3805);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/edits/edit.js + 3 modules
var edit = __webpack_require__(37997);
// EXTERNAL MODULE: ./build/src/domain/edits/yaml-value.js
var yaml_value = __webpack_require__(65221);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
// EXTERNAL MODULE: ./build/src/domain/versions/version.js
var versions_version = __webpack_require__(28242);
// EXTERNAL MODULE: ./build/src/domain/charts/app-version.js
var app_version = __webpack_require__(60556);
// EXTERNAL MODULE: ./build/src/domain/charts/chart.js
var charts_chart = __webpack_require__(7674);
// EXTERNAL MODULE: ./build/src/domain/charts/dependency-edits.js
var dependency_edits = __webpack_require__(4241);
;// CONCATENATED MODULE: ./build/src/domain/charts/chart-source.js









/** Reads a chart from its files that exist. Refuses a name that Helm would use as a path. */
function chartSource(folder, textOf) {
    const source = (name) => {
        const text = textOf(name);
        return text === undefined ? undefined : { file: external_node_path_.posix.join(folder, name), text };
    };
    const chart = source('Chart.yaml');
    if (chart === undefined)
        throw new error/* ReleaseError */.K2(`${folder} is not a chart: it has no Chart.yaml.`, {
            fix: 'Give the folder of a chart, or a glob of such folders.',
        });
    refuseName(chart);
    const requirements = source('requirements.yaml');
    const own = (0,charts_chart/* parseChartFile */.m$)(chart).dependencies;
    const list = own.length > 0 || requirements === undefined ? chart : requirements;
    const lock = source('Chart.lock') ?? source('requirements.lock');
    return { folder, chart, list, lock, dependencies: list === chart ? own : (0,charts_chart/* parseChartFile */.m$)(list).dependencies };
}
function refuseName({ file, text }) {
    const value = (0,yaml_value/* parseYamlValue */.o)({ file, text });
    const name = typeof value === 'object' && value !== null ? value.name : undefined;
    if (typeof name === 'string' && /^[^/\\\s\x00-\x1f\x7f]+$/.test(name) && name !== '.' && name !== '..')
        return;
    throw new error/* ReleaseError */.K2(name === undefined || name === null
        ? `${file} has no name.`
        : `${file} has the name ${(0,domain_text/* quoted */.TL)(typeof name === 'string' ? name : JSON.stringify(name))}, which is no name of a chart.`, {
        fix: 'Give it a name of letters, digits and hyphens. Helm makes the names of folders and files from it.',
        at: { file },
    });
}
/** The folder of a chart that another one depends on, in the same repository; undefined if it comes from elsewhere. */
function siblingFolder({ folder, list }, { name, repository }) {
    if (typeof repository !== 'string' || !repository.startsWith('file://'))
        return undefined;
    const path = repository.slice('file://'.length);
    const there = external_node_path_.posix.join(folder, path);
    if (!external_node_path_.posix.isAbsolute(path) && !/^\.\.(?:\/|$)/.test(there))
        return there.replace(/(.)\/$/, '$1');
    throw new error/* ReleaseError */.K2(`${list.file} depends on ${(0,domain_text/* quoted */.TL)(name)} in ${(0,domain_text/* quoted */.TL)(repository)}, which is outside the workspace.`, {
        fix: 'Let it depend on a chart in the workspace, or on one that is published.',
        at: { file: list.file },
    });
}
/** Refuses dependencies from elsewhere whose version is a range and that no lock file pins: each run could get others. */
async function refuseUnlocked(source) {
    const { list, lock, dependencies } = source;
    if (lock !== undefined)
        return [];
    const open = dependencies.filter((one) => siblingFolder(source, one) === undefined && !isExact(one['version']));
    return Promise.all(open.map(async ({ name, version }) => {
        const line = await lineOf(list, name, String(version));
        return new error/* ReleaseError */.K2(`${list.file} depends on ${(0,domain_text/* quoted */.TL)(name)} ${(0,domain_text/* quoted */.TL)(String(version))}, and there is no Chart.lock: another run may get another version.`, {
            fix: 'Run helm dependency update in the folder of the chart and commit Chart.lock, or write an exact version.',
            at: { file: list.file, ...(line !== undefined && { line }) },
        });
    }));
}
/** The line of a version: that of an edit which would leave it as it is. */
async function lineOf(list, name, version) {
    const path = `dependencies[name=${JSON.stringify(name)}].version`;
    const edited = await (0,edit/* editText */.i1)(list, [(0,edit/* parseEdit */.MR)(path, version)]).catch(() => undefined);
    return edited?.applied[0]?.line;
}
const isExact = (version) => typeof version === 'string' && !((0,error/* attempt */.CD)(() => (0,versions_version/* parseSemver */.kf)(version.replace(/^v/, ''))) instanceof error/* ReleaseError */.K2);
// Why: docs/decisions.md D72
/** An edit of a copy, in which the value may replace a placeholder. */
const fillingIn = (edit) => ({ ...edit, fillsPlaceholder: true });
/**
 * The texts of a chart with other versions, by file. Where it depends on siblings that get the same version, it follows:
 * exact versions in its list, and everything in its lock file.
 */
async function withVersions(source, { version, appVersion }, siblings) {
    const { chart, list, lock, dependencies } = source;
    const following = dependencies.filter((one) => siblings.includes(siblingFolder(source, one) ?? ''));
    const followed = following.map(({ name }) => name);
    const raised = following.filter((one) => isExact(one['version'])).map(({ name }) => name);
    const base = appVersion === undefined || (0,app_version/* hasAppVersion */.M)(chart) ? chart.text : (0,app_version/* withAppVersion */.e)(chart);
    const own = [
        ...(version === undefined ? [] : [(0,edit/* parseEdit */.MR)('version', (0,charts_chart/* versionLike */.wP)((0,charts_chart/* parseChartFile */.m$)(chart).version, version))]),
        ...(appVersion === undefined ? [] : [(0,edit/* parseEdit */.MR)('appVersion', appVersion)]),
    ];
    const inList = version === undefined ? [] : (0,dependency_edits/* dependencyEdits */.T)(dependencies, raised, version);
    const locked = lock === undefined ? [] : (0,charts_chart/* parseChartFile */.m$)(lock).dependencies;
    const inLock = lock === undefined || version === undefined || followed.length === 0
        ? []
        : (0,dependency_edits/* lockEdits */.b)({ required: dependencies, locked, raised, followed, version });
    const wanted = [
        { source: { ...chart, text: base }, edits: list === chart ? [...own, ...inList] : own },
        ...(list === chart ? [] : [{ source: list, edits: inList }]),
        ...(lock === undefined ? [] : [{ source: lock, edits: inLock }]),
    ];
    const edited = wanted
        .filter(({ edits }) => edits.length > 0)
        .map(async ({ source: { file, text }, edits }) => ({
        file,
        text: (await (0,edit/* editText */.i1)({ file, text }, edits.map(fillingIn))).text,
    }));
    return Promise.all(edited);
}
/** Charts in the order in which they have to be built: each after those that it depends on. */
function inOrderOfSiblings(sources) {
    const byFolder = new Map(sources.map((source) => [source.folder, source]));
    const ordered = new Set();
    const add = (source, above) => {
        if (above.includes(source.folder))
            throw new error/* ReleaseError */.K2(`Charts depend on each other: ${[...above, source.folder].join(' → ')}.`, {
                fix: 'Take one of these dependencies out.',
                at: { file: source.list.file },
            });
        for (const one of source.dependencies) {
            const sibling = byFolder.get(siblingFolder(source, one) ?? '');
            if (sibling !== undefined && !ordered.has(sibling))
                add(sibling, [...above, source.folder]);
        }
        ordered.add(source);
    };
    for (const source of sources)
        if (!ordered.has(source))
            add(source, []);
    return [...ordered];
}

;// CONCATENATED MODULE: ./build/src/domain/charts/lock-time.js

/** A lock file that was generated at the time of the commit. */
async function withLockTime({ file, text }, epoch) {
    const time = new Date(epoch * 1000).toISOString();
    return { file, text: (await (0,edit/* editText */.i1)({ file, text }, [(0,edit/* parseEdit */.MR)('generated', time)])).text };
}

// EXTERNAL MODULE: ./build/src/domain/edits/decode-text.js
var decode_text = __webpack_require__(49738);
;// CONCATENATED MODULE: ./build/src/domain/charts/metadata.js




/** Reads the metadata in a chart that Helm has packaged, whose Chart.yaml has the form that Helm gives it. */
function chartMetadata({ top, files }) {
    const valuesIn = (name) => {
        const file = `${top}/${name}`;
        const found = files.find(({ path }) => path === name);
        if (found === undefined)
            return {};
        const value = (0,yaml_value/* parseYamlValue */.o)({ file, text: (0,decode_text/* decodeText */.g)(file, found.content) });
        if (value === null || value === undefined)
            return {};
        if (typeof value === 'object' && !Array.isArray(value))
            return value; // just checked
        throw notAsHelm(file, 'is no mapping');
    };
    const chart = valuesIn('Chart.yaml');
    // Helm reads both into one struct: https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/load.go
    const struct = structOf({ ...chart, ...valuesIn('requirements.yaml') }, chartFields, `${top}/Chart.yaml`);
    const text = (key) => (typeof struct[key] === 'string' ? struct[key] : '');
    return {
        name: text('name'),
        version: text('version'),
        description: text('description'),
        home: text('home'),
        sources: (struct['sources'] ?? []), // read as such by structOf
        maintainers: (struct['maintainers'] ?? []),
        annotations: (struct['annotations'] ?? new Map()),
        struct,
    };
}
const metadata_text = (value, refuse) => {
    if (typeof value !== 'string')
        throw refuse(`has ${(0,domain_text/* quoted */.TL)(JSON.stringify(value))}, which is no text`);
    return value === '' ? undefined : value;
};
const sanitizedText = (value, refuse) => {
    const plain = metadata_text(value, refuse);
    return typeof plain === 'string' ? sanitized(plain) || undefined : undefined;
};
const always = (field) => (value, refuse) => field(value ?? '', refuse) ?? '';
const flag = (value, refuse) => {
    if (typeof value !== 'boolean')
        throw refuse(`has ${(0,domain_text/* quoted */.TL)(JSON.stringify(value))}, which is neither true nor false`);
    return value || undefined;
};
const listOf = (field) => (value, refuse) => {
    if (!Array.isArray(value))
        throw refuse(`has ${(0,domain_text/* quoted */.TL)(JSON.stringify(value))}, which is no list`);
    return value.length === 0 ? undefined : value.map((item) => field(item, refuse) ?? '');
};
const texts = (value, refuse) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw refuse(`has ${(0,domain_text/* quoted */.TL)(JSON.stringify(value))}, which is no mapping`);
    const entries = Object.entries(value).map(([key, item]) => [key, metadata_text(item, refuse) ?? '']);
    return entries.length === 0 ? undefined : new Map(entries);
};
const anything = (value) => goValue(value);
/** A mapping of any kind is a map of Go, with sorted keys. */
function goValue(value) {
    if (Array.isArray(value))
        return value.map(goValue);
    if (typeof value !== 'object' || value === null)
        return value;
    return new Map(Object.entries(value).map(([key, item]) => [key, goValue(item)]));
}
const struct = (fields) => (value, refuse) => {
    if (typeof value === 'object' && value !== null)
        return structOf(value, fields, refuse);
    throw refuse(`has ${(0,domain_text/* quoted */.TL)(JSON.stringify(value))}, which is no mapping`);
};
// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/dependency.go
const dependencyFields = {
    name: always(sanitizedText),
    version: sanitizedText,
    repository: always(sanitizedText),
    condition: sanitizedText,
    tags: listOf(sanitizedText),
    enabled: flag,
    'import-values': listOf(anything),
    alias: metadata_text,
};
// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/metadata.go
const chartFields = {
    name: metadata_text,
    home: metadata_text,
    sources: listOf(metadata_text),
    version: metadata_text,
    description: metadata_text,
    keywords: listOf(metadata_text),
    maintainers: listOf(struct({ name: metadata_text, email: metadata_text, url: metadata_text })),
    icon: metadata_text,
    apiVersion: metadata_text,
    condition: metadata_text,
    tags: metadata_text,
    appVersion: metadata_text,
    deprecated: flag,
    annotations: texts,
    kubeVersion: metadata_text,
    dependencies: listOf(struct(dependencyFields)),
    type: metadata_text,
};
/** The known fields of a mapping, in the order of the struct. */
function structOf(values, fields, place) {
    return Object.fromEntries(Object.entries(fields).map(([key, field]) => {
        const refuse = typeof place === 'string' ? (problem) => notAsHelm(place, `${problem} as ${key}`) : place;
        const value = values[key] ?? undefined;
        return [key, value === undefined && !isAlways(key, fields) ? undefined : field(value, refuse)];
    }));
}
const isAlways = (key, fields) => fields === dependencyFields && (key === 'name' || key === 'repository');
// https://github.com/helm/helm/blob/v3.22.0/pkg/chart/metadata.go#L170
const sanitized = (value) => value.replaceAll(/[\t-\r\u0085\p{Z}]/gu, ' ').replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '');
const notAsHelm = (file, problem) => new error/* ReleaseError */.K2(`${file} ${problem}.`, {
    fix: 'Helm packages no such file. Find out which program was run as helm.',
    at: { file },
});

;// CONCATENATED MODULE: ./build/actions/helm-package/packaging.js





/** Fetches the dependencies of charts, in the order of the charts. */
async function fetchDependencies(workshop, sources, { dependencies, epoch }) {
    if (dependencies === 'none')
        return;
    const needy = sources.filter((source) => source.dependencies.length > 0);
    if (dependencies === 'build')
        (0,error/* refuseAll */.cp)('Some dependencies are open.', (await Promise.all(needy.map(refuseUnlocked))).flat());
    for (const { folder, dependencies: all, lock } of needy) {
        const isLocal = all.every(({ repository }) => /^(?:file|oci):\/\//.test(String(repository)));
        const fix = 'Correct the dependencies of the chart, or run helm repo add in an earlier step.';
        await workshop.run(`dependency ${dependencies}`, folder, fix, isLocal ? ['--skip-refresh'] : []);
        for (const name of ['Chart.lock', 'requirements.lock']) {
            const file = external_node_path_.posix.join(folder, name);
            const text = await workshop.text(file);
            // Helm writes the time of the day into a lock file that it makes.
            if (text !== undefined && text !== lock?.text)
                await workshop.write(await withLockTime({ file, text }, epoch));
        }
    }
}
/** Packages a chart by Helm, and writes the archive anew from its content. */
async function packaged(folder, { workshop, archives, epoch }) {
    const { chart, entries } = await workshop.package(folder);
    const metadata = chartMetadata(chart);
    const archive = await archives.pack(entries, epoch);
    return { folder, metadata, name: `${metadata.name}-${metadata.version}.tgz`, archive };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/charts/registry-address.js
var registry_address = __webpack_require__(94958);
// EXTERNAL MODULE: ./build/src/domain/charts/oci-chart.js
var oci_chart = __webpack_require__(24258);
// EXTERNAL MODULE: ./build/src/domain/images/digest.js
var images_digest = __webpack_require__(48053);
// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var reference = __webpack_require__(92556);
;// CONCATENATED MODULE: ./build/actions/helm-package/publication.js







/** What is pushed for a chart: the archive, what Helm says about it, and the signature beside it. */
async function publicationOf(chart, { outDir, epoch, files }) {
    const path = external_node_path_.posix.join(outDir, chart.name);
    const signature = await signatureOf(chart, `${path}.prov`, files);
    const provenance = signature && {
        digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(signature).digest('hex')}`,
        size: signature.length,
    };
    return {
        chart,
        path,
        signature,
        oci: (0,oci_chart/* ociChart */.e)({ metadata: chart.metadata, archive: chart.archive, provenance, epoch }),
    };
}
/** A signature that `helm package --sign` wrote names the archive and its checksum. */
async function signatureOf({ name, archive }, file, files) {
    if (!(await files.has(file)))
        return undefined;
    const text = await files.text(file);
    if (text.includes(`${name}: ${archive.digest}`))
        return Buffer.from(text);
    throw new error/* ReleaseError */.K2(`${file} signs another archive: it does not have "${name}: ${archive.digest}".`, {
        fix: 'Sign the archive again, or remove this file.',
        at: { file },
    });
}
/** Pushes a chart, unless the registry has it. undefined if it has these very bytes. */
async function pushed({ chart, oci, signature }, place, registry) {
    const target = (0,registry_address/* chartReference */.sL)(place, chart.metadata);
    const { config, archive, provenance, manifest } = oci;
    const blob = ({ mediaType, digest, size }, content) => ({
        mediaType,
        digest: (0,images_digest/* parseDigest */.m)(digest),
        size,
        content,
    });
    const blobs = [
        blob(config, () => once(config.bytes)),
        blob(archive, chart.archive.pieces),
        ...(provenance && signature ? [blob(provenance, () => once(signature))] : []),
    ];
    const seen = await registry.find(target);
    return {
        reference: (0,reference/* referenceText */.n5)(target),
        page: (0,registry_address/* repositoryPage */.WR)(target),
        change: registry.push(target, { manifest, blobs }, seen),
    };
}
async function* once(bytes) {
    yield bytes;
}

// EXTERNAL MODULE: ./build/src/domain/archives/entry-name.js
var entry_name = __webpack_require__(3458);
// EXTERNAL MODULE: ./build/src/domain/archives/links.js
var links = __webpack_require__(4337);
// EXTERNAL MODULE: ./build/src/domain/archives/tree.js
var tree = __webpack_require__(79566);
// EXTERNAL MODULE: ./build/src/domain/charts/chart-archive.js
var chart_archive = __webpack_require__(43909);
;// CONCATENATED MODULE: ./build/src/domain/charts/chart-folder.js







/**
 * The files of a chart that Helm may see. Links inside are followed. What leads out, is no file, or is too much is refused
 * before Helm reads it. `own` says what an earlier run has made in the folder.
 */
function chartFolder(found, folder, own) {
    const entries = new Map();
    const refusals = [];
    const litter = [];
    for (const entry of found) {
        const path = (0,links/* decoded */.DH)(entry.path);
        if (path === undefined)
            refusals.push((0,links/* notUtf8 */.T3)(folder, entry.path));
        else if ((0,tree/* isLitter */.V_)(path))
            litter.push(path);
        else if (!own(path))
            entries.set(path, entry);
    }
    const walk = { entries, folder, left: chart_archive/* mostFiles */.p };
    const { values, refusals: wrong } = (0,error/* divided */.k3)([...entries.keys()].map((path) => (0,error/* attempt */.CD)(() => filesAt(path, path, walk))));
    const files = values.flat();
    const size = files.reduce((total, file) => total + file.size, 0);
    if (size > chart_archive/* mostBytes */.j$)
        refusals.push(tooLarge(folder, size));
    (0,error/* refuseAll */.cp)(`${folder} cannot be packaged.`, [...refusals, ...wrong]);
    const notes = litter.length === 0 ? [] : [`Left out, because it belongs to no chart: ${(0,domain_text/* abridged */.$y)(litter.map(domain_text/* quoted */.TL), 5)}.`];
    return { files, notes };
}
/** The file at a path, or everything in the folder to which a link at this path leads. `above` are the links to here. */
function filesAt(path, source, walk, above = []) {
    const { entries, folder } = walk;
    const entry = entries.get(source);
    if (entry === undefined || entry.kind === 'folder')
        return []; // what is in a folder has entries of its own
    if (walk.left-- <= 0)
        throw tooMany(folder);
    const place = `${folder}/${source}`;
    const problem = (0,entry_name/* nameProblem */.r)(source);
    if (problem !== undefined)
        throw new error/* ReleaseError */.K2(`${folder} has the name ${(0,domain_text/* quoted */.TL)(source)}, ${problem}.`, { fix: 'Rename it.' });
    if (entry.kind === 'file')
        return [{ path, source, size: entry.size }];
    if (entry.kind !== 'link')
        throw new error/* ReleaseError */.K2(`${place} is a ${entry.kind}, which a chart cannot have.`, {
            fix: 'Remove it.',
            at: { file: place },
        });
    const to = (0,links/* decoded */.DH)(entry.target);
    if (to === undefined)
        throw (0,links/* notUtf8 */.T3)(folder, entry.target ?? new Uint8Array());
    const end = (0,links/* linkEnd */.mf)(source, to, entries);
    const wrong = end.kind === 'inside' ? circleProblem(source, end.path, above) : (0,links/* linkProblem */.kD)(end, folder);
    if (wrong !== undefined || end.kind !== 'inside')
        throw new error/* ReleaseError */.K2(`${place} is a link to ${(0,domain_text/* quoted */.TL)(to)}, ${wrong}.`, {
            fix: `Put a copy in its place, or let it lead to something in ${folder}.`,
            at: { file: place },
        });
    if (entries.get(end.path)?.kind === 'file')
        return filesAt(path, end.path, walk, above);
    const inside = [...entries.keys()].filter((one) => one.startsWith(`${end.path}/`));
    return inside.flatMap((one) => filesAt(external_node_path_.posix.join(path, one.slice(end.path.length + 1)), one, walk, [...above, source]));
}
const circleProblem = (link, end, above) => end === '' || `${link}/`.startsWith(`${end}/`) || above.includes(link)
    ? 'which has the link in it: Helm would follow it without end'
    : undefined;
const tooMany = (folder) => new error/* ReleaseError */.K2(`${folder} has more than ${chart_archive/* mostFiles */.p} files, which is the limit for a chart.`, {
    fix: 'Give the folder of the chart alone.',
});
const tooLarge = (folder, size) => new error/* ReleaseError */.K2(`${folder} has ${size} bytes. The limit for a chart is ${chart_archive/* mostBytes */.j$}.`, {
    fix: 'Give the folder of the chart alone, and take out what it does not need.',
});

;// CONCATENATED MODULE: ./build/actions/helm-package/sources.js






/** Copies the charts, and those in the repository that they depend on, and gives the copies their versions and values. */
async function sourcesIn(workshop, wanted, world) {
    const found = await (0,parallel/* together */.bs)(wanted.globs.map((glob) => world.files.find(glob, 'folder')));
    const given = [...new Set(found.flat())];
    const copied = await copies(workshop, given, wanted, world);
    for (const source of copied.sources.filter(({ folder }) => given.includes(folder)))
        for (const edited of [
            ...(await withVersions(source, wanted, given)),
            ...(await withValues(source, wanted, workshop)),
        ])
            await workshop.write(edited);
    const sources = await Promise.all(copied.sources.map(({ folder }) => sourceIn(workshop, folder)));
    return { all: inOrderOfSiblings(sources), given, notes: copied.notes };
}
/** The values.yaml of a chart with other values. */
async function withValues({ folder }, { values }, workshop) {
    if (values.length === 0)
        return [];
    const file = external_node_path_.posix.join(folder, 'values.yaml');
    const text = await workshop.text(file);
    if (text !== undefined)
        return [{ file, text: (await (0,edit/* editText */.i1)({ file, text }, values.map(fillingIn))).text }];
    throw new error/* ReleaseError */.K2(`${folder} has no values.yaml, in which a value could be set.`, {
        fix: 'Correct the input chart, or leave the input values out.',
    });
}
/** Copies charts and, as long as there are more, their siblings. */
async function copies(workshop, given, { outDir }, { archives }) {
    const port = await archives();
    const notes = [];
    const copy = async (folder) => {
        const own = ownFiles(external_node_path_.posix.relative(folder, outDir));
        const chart = chartFolder(await port.look(folder), folder, own);
        notes.push(...chart.notes);
        await workshop.copy(folder, chart);
        return sourceIn(workshop, folder);
    };
    const sources = [];
    for (let next = given; next.length > 0;) {
        const { values, refusals } = (0,error/* divided */.k3)(await Promise.all(next.map((folder) => (0,parallel/* orRefusal */.kr)(copy(folder)))));
        (0,error/* refuseAll */.cp)('Some charts cannot be packaged.', refusals);
        sources.push(...values);
        const wanted = values.flatMap((source) => source.dependencies.flatMap((one) => siblingFolder(source, one) ?? []));
        const have = new Set(sources.map(({ folder }) => folder));
        next = [...new Set(wanted)].filter((folder) => !have.has(folder));
    }
    return { sources, notes };
}
/** Whether an earlier run made a file of a chart: the folder for archives may be in a chart. */
function ownFiles(outDir) {
    const below = outDir === '' ? '' : `${outDir}/`;
    const isOwn = (name) => /^[^/]+\.tgz(?:\.sha256|\.prov)?$/.test(name);
    return (path) => !outDir.startsWith('..') && path.startsWith(below) && isOwn(path.slice(below.length));
}
async function sourceIn(workshop, folder) {
    const names = ['Chart.yaml', 'requirements.yaml', 'Chart.lock', 'requirements.lock'];
    const texts = await Promise.all(names.map((name) => workshop.text(external_node_path_.posix.join(folder, name))));
    return chartSource(folder, (name) => texts[names.indexOf(name)]);
}

;// CONCATENATED MODULE: ./build/actions/helm-package/plan.js







/** Packages the charts of a commit, and says what is to be pushed. */
async function planOf(inputs, { epoch }, world) {
    const { chart: globs, version, appVersion, values, registry: place, registries, lint, dependencies, outDir } = inputs;
    const helm = await world.helm();
    const workshop = await helm.workshop(inputs.helmVersion, inputs.helmMirror);
    const [program, sources] = await (0,parallel/* together */.bs)([
        workshop.program,
        sourcesIn(workshop, { globs, version, appVersion, values, outDir }, world),
    ]);
    await fetchDependencies(workshop, sources.all, { dependencies, epoch });
    const archives = await world.archives();
    const charts = [];
    for (const { folder } of sources.all.filter((one) => sources.given.includes(one.folder))) {
        if (lint)
            await workshop.run('lint', folder, 'Correct what helm lint has found, or set lint: false.');
        charts.push(await packaged(folder, { workshop, archives, epoch }));
    }
    refuseSameName(charts);
    const publications = await Promise.all(charts.map((one) => publicationOf(one, { outDir, epoch, files: world.files })));
    const registry = place === undefined ? undefined : await world.registry(registries);
    const made = await (0,parallel/* together */.bs)(publications.map(async (one) => ({
        ...one,
        ...(registry !== undefined && place !== undefined && (await pushed(one, place, registry))),
    })));
    const artifacts = made.map(({ chart, path: file, ...one }) => ({
        path: file,
        size: chart.archive.size,
        digest: chart.archive.digest,
        ...('reference' in one && { reference: `oci://${one.reference}@${one.oci.digest}`, url: one.page }),
    }));
    const sums = external_node_path_.posix.join(outDir, `${charts.length === 1 ? charts[0]?.name : 'charts'}.sha256`);
    return {
        notes: [program.note, ...sources.notes],
        products: [
            ...(await Promise.all(made.map(({ chart, path: file }) => world.files.place(chart.archive, file)))),
            await world.files.place((0,plans_artifacts/* checksumFile */.uu)(artifacts), sums),
        ],
        changes: made.map((one) => ('change' in one ? one.change : undefined)),
        outputs: { packages: made.map(packageOf), checksums: sums },
        facts: () => (0,plans_artifacts/* artifactFacts */.SJ)(artifacts),
    };
}
function packageOf(one) {
    const { chart, path: file, oci, reference } = one;
    const { name, version } = chart.metadata;
    return {
        chart: name,
        folder: chart.folder,
        version,
        path: file,
        sha256: chart.archive.digest.replace('sha256:', ''),
        ...(reference !== undefined && { reference }),
        digest: oci.digest,
    };
}
function refuseSameName(charts) {
    for (const [index, { name, folder }] of charts.entries()) {
        const other = charts.slice(0, index).find((one) => one.name === name);
        if (other !== undefined)
            throw new error/* ReleaseError */.K2(`${other.folder} and ${folder} are both packaged as ${name}.`, {
                fix: 'Give one of them another name in its Chart.yaml, or package only one of them.',
            });
    }
}


/***/ }),

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ nameProblem)
/* harmony export */ });
const longest = 1024;
/** Why a name does not stay in the folder into which it is extracted, as the rest of a sentence; undefined if it does. */
function nameProblem(path) {
    if (path.length > longest)
        return `which is longer than ${longest} characters`;
    if (/[\x00-\x1f\x7f]/.test(path))
        return 'which has a control character';
    if (path.includes('\\'))
        return 'which has a backslash: it separates folders on some systems';
    if (/^[A-Za-z]:/.test(path))
        return 'which begins like a drive';
    if (path.startsWith('/'))
        return 'which is an absolute path';
    const parts = path.split('/');
    if (parts.includes('..'))
        return 'which leads out of its folder';
    return parts.some((part) => part === '' || part === '.') ? 'which has an empty part' : undefined;
}


/***/ }),

/***/ 4337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   T3: () => (/* binding */ notUtf8),
/* harmony export */   kD: () => (/* binding */ linkProblem),
/* harmony export */   mf: () => (/* binding */ linkEnd)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);



const mostLinks = 40;
/** Where a link leads, followed name by name as the system does it. */
function linkEnd(from, to, entries) {
    if (to.startsWith('/'))
        return { kind: 'absolute' };
    const left = to.split('/').toReversed();
    let here = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from) === '.' ? [] : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from).split('/');
    for (let links = 1; left.length > 0;) {
        const name = left.pop() ?? '';
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (here.length === 0)
                return { kind: 'outside' };
            here = here.slice(0, -1);
            continue;
        }
        const next = [...here, name];
        const entry = entries.get(next.join('/'));
        if (entry === undefined)
            return { kind: 'missing' };
        if (entry.kind !== 'link') {
            here = next;
            continue;
        }
        if (++links > mostLinks)
            return { kind: 'circle' };
        const further = decoded(entry.target) ?? '';
        if (further.startsWith('/'))
            return { kind: 'outside' };
        left.push(...further.split('/').toReversed());
    }
    return { kind: 'inside', path: here.join('/') };
}
/** What is wrong with a link that leads there, as the rest of a sentence about it. */
const linkProblem = ({ kind }, folder) => ({
    absolute: 'which is an absolute path: it exists on this machine only',
    outside: `which is outside ${folder}`,
    missing: 'but the archive has nothing there',
    circle: 'and never ends: the links lead to each other',
    inside: undefined,
})[kind];
/** A name as text; undefined if it is not UTF-8. */
function decoded(bytes) {
    const text = Buffer.from(bytes ?? []).toString('utf8');
    return Buffer.from(text).equals(bytes ?? new Uint8Array()) ? text : undefined;
}
function notUtf8(folder, bytes) {
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(Buffer.from(bytes).toString('latin1'));
    return new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`A name in ${folder} is not UTF-8: ${name}, read as Latin-1.`, {
        fix: 'Rename the file. Not every system can extract such a name.',
    });
}


/***/ }),

/***/ 70251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTgz),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);
/* harmony import */ var _entry_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3458);



// Why: docs/decisions.md D55
/**
 * The files of a .tgz that every reader understands in the same way. Refused is what is no file or folder, names that lead
 * out or are there twice, what is cut off or has something after its end, and what unpacks to more than the bounds.
 */
function readTgz(bytes, bounds, refuse) {
    return readTar(unzipped(bytes, bounds, refuse), bounds, refuse);
}
function unzipped(bytes, bounds, refuse) {
    if (bytes.length < 18 || bytes.readUInt16BE(0) !== 0x1f8b)
        throw refuse('is not compressed by gzip');
    try {
        // With `info`, it says how many bytes it took: what comes after them would be ignored without a word.
        const told = bytes.readUInt32LE(bytes.length - 4); // its size, if it tells the truth: then it fits into one piece
        const chunkSize = Math.min(Math.max(told + 1, 64 * 1024), Math.max(bounds.bytes, 64 * 1024), bytes.length * 1100);
        const options = { maxOutputLength: Math.max(bounds.bytes, 1), chunkSize, info: true };
        const { buffer, engine } = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, options);
        if (engine.bytesWritten === bytes.length)
            return buffer;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ERR_BUFFER_TOO_LARGE')
            throw refuse(`unpacks to more than ${bounds.bytes} bytes, which is the limit`);
        throw refuse('is damaged or cut off');
    }
    throw refuse('has something after its end');
}
const block = 512;
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_92_13_06
/** The same for an archive that is not compressed. */
function readTar(bytes, bounds, refuse) {
    const files = [];
    const taken = new Map();
    let next; // what the headers before an entry say about it
    let isOpen = false; // whether the last header is about something that has to come
    let at = 0;
    let count = 0;
    for (;;) {
        if (at + block > bytes.length)
            throw refuse('is cut off');
        const header = bytes.subarray(at, at + block);
        if (isEmpty(header))
            break;
        const fields = fieldsOf(header, refuse);
        const isExtension = fields.type in extensions;
        const size = (isExtension ? undefined : next?.size) ?? fields.size;
        const content = bytes.subarray(at + block, at + block + size);
        if (content.length < size)
            throw refuse('is cut off');
        at += block + Math.ceil(size / block) * block;
        if (++count > bounds.files)
            throw refuse(`has more than ${bounds.files} entries, which is the limit`);
        isOpen = isExtension;
        if (isExtension) {
            if (next !== undefined)
                throw refuse('has two headers for one file');
            next = extensions[fields.type]?.(content, refuse);
            continue;
        }
        const name = next?.path ?? fields.path;
        next = undefined;
        const isFolder = fields.type === '5' || (fields.type === '\0' && name.endsWith('/')); // as old programs wrote it
        const path = isFolder ? name.replace(/\/$/, '') : name;
        refuseEntry({ path, type: fields.type, isFolder, size }, taken, refuse);
        taken.set(path, isFolder ? 'folder' : 'file');
        if (!isFolder)
            files.push({ path, isExecutable: (fields.mode & 0o111) !== 0, content });
    }
    if (isOpen)
        throw refuse('has a header that belongs to nothing');
    if (bytes.length < at + 2 * block || !isEmpty(bytes.subarray(at)))
        throw refuse('has something after its end');
    refuseFilesAsFolders(files, refuse);
    return files;
}
const isEmpty = (bytes) => bytes.every((byte) => byte === 0);
function refuseEntry({ path, type, isFolder, size }, taken, refuse) {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path);
    const problem = (0,_entry_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nameProblem */ .r)(path);
    if (problem !== undefined)
        throw refuse(`has the name ${shown}, ${problem}`);
    if (!['0', '\0', '5'].includes(type))
        throw refuse(`has ${shown}, which is ${kinds[type] ?? 'of an unknown kind'}`);
    if (isFolder && size > 0)
        throw refuse(`has the folder ${shown}, which has bytes of its own`);
    if (taken.has(path) && !(isFolder && taken.get(path) === 'folder'))
        throw refuse(`has ${shown} twice`);
}
const kinds = {
    '1': 'a hard link',
    '2': 'a symbolic link',
    '3': 'a device',
    '4': 'a device',
    '6': 'a FIFO',
};
function refuseFilesAsFolders(files, refuse) {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path } of files)
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
            if (paths.has(path.slice(0, end)))
                throw refuse(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path.slice(0, end))} as a file and as a folder`);
}
function fieldsOf(header, refuse) {
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    if (octalAt(header, 148, 8) !== sum)
        throw refuse('has a header with a wrong checksum');
    const [size, mode] = [octalAt(header, 124, 12), octalAt(header, 100, 8)];
    if (size === undefined ||
        mode === undefined ||
        !unusedNumbers.every(([start, length]) => isNumber(header, start, length)))
        throw refuse('has a header with a number that is none');
    const magic = header.toString('latin1', 257, 263);
    if (magic !== 'ustar\0' && magic !== 'ustar ')
        throw refuse('has a header of an unknown form');
    const name = textAt(header, 0, 100, refuse);
    const prefix = magic === 'ustar\0' ? textAt(header, 345, 155, refuse) : ''; // GNU tar has other things there
    const type = header.toString('latin1', 156, 157);
    return { path: prefix === '' ? name : `${prefix}/${name}`, type, mode, size };
}
/** Owners, time and device: nobody uses them here, but others refuse a header if one of them is wrong. */
const unusedNumbers = [
    [108, 8],
    [116, 8],
    [136, 12],
    [329, 8],
    [337, 8],
];
/** Whether a field is empty, has octal digits, or has the form in which GNU tar writes large numbers. */
const isNumber = (header, start, length) => [0x80, 0xff].includes(header[start] ?? 0) ||
    /^ *[0-7]*[\0 ]*$/.test(header.toString('latin1', start, start + length));
function octalAt(header, start, length) {
    const digits = header
        .toString('latin1', start, start + length)
        .replace(/[\0 ]+$/, '')
        .trimStart();
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}
function textAt(header, start, length, refuse) {
    const field = header.subarray(start, start + length);
    const end = field.indexOf(0);
    return utf8(end < 0 ? field : field.subarray(0, end), refuse);
}
function utf8(bytes, refuse) {
    const text = bytes.toString('utf8');
    if (Buffer.from(text).equals(bytes))
        return text;
    throw refuse(`has a name that is not UTF-8: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(bytes.toString('latin1'))}, read as Latin-1`);
}
const extensions = {
    L: (content, refuse) => ({ path: utf8(content.subarray(0, Math.max(content.indexOf(0), 0)), refuse) }),
    x: paxExtension,
    g(content, refuse) {
        const { path, size } = paxExtension(content, refuse);
        if (path === undefined && size === undefined)
            return undefined; // a comment, such as git writes it
        throw refuse('has a name or a size for all its files');
    },
};
/** Records of the form `<length> <key>=<value>\n`, where the length counts itself. */
function paxExtension(content, refuse) {
    const damaged = () => refuse('has a damaged PAX header');
    const found = {};
    for (let at = 0; at < content.length;) {
        const [, digits = ''] = /^([1-9]\d{0,8}) /.exec(content.toString('latin1', at, at + 10)) ?? [];
        const end = at + Number(digits);
        if (digits === '' || end > content.length || content[end - 1] !== 0x0a)
            throw damaged();
        const record = utf8(content.subarray(at + digits.length + 1, end - 1), refuse);
        const [, key = '', value = ''] = /^([^=]+)=([^]*)$/.exec(record) ?? [];
        if (key === 'path')
            found.path = value;
        else if (key === 'size' && /^\d{1,15}$/.test(value))
            found.size = Number(value);
        else if (numbers.test(key) && !/^-?\d+(?:\.\d*)?$/.test(value))
            throw damaged();
        else if (!harmless.test(key))
            throw refuse(`has a PAX header with ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)}, which is not supported`);
        at = end;
    }
    return found;
}
const numbers = /^(?:[acm]time|[ug]id)$/;
const harmless = /^(?:[acm]time|[ug]id|[ug]name|comment|charset|LIBARCHIVE\..+|SCHILY\.(?:dev|ino|nlink|fflags|xattr\..+))$/;


/***/ }),

/***/ 79566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ isLitter),
/* harmony export */   XA: () => (/* binding */ archivedTree),
/* harmony export */   _$: () => (/* binding */ isLitterName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31987);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4337);




/** What of a folder belongs into an archive that everybody can extract. All that cannot be archived is refused at once. */
function archivedTree(found, packing) {
    const { kept, litter, refusals } = selected(found, packing);
    for (const [path, entry] of kept)
        refusals.push(...refusalsOf(path, entry, kept, packing.folder));
    (0,_error_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseIfAny */ .Yb)(`${packing.folder} cannot be archived.`, refusals);
    const { top, content } = packing;
    const entries = [...kept].map(([path, { kind, size, mode, target }]) => {
        const place = `${top}/${path}`;
        if (kind === 'folder')
            return { kind, path: place };
        if (kind === 'link')
            return { kind, path: place, target: (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(target) ?? '' };
        return { kind: 'file', path: place, size, isExecutable: (mode & 0o111) !== 0, content: () => content(path, size) };
    });
    return { entries: [{ kind: 'folder', path: top }, ...entries], notes: notesOf(kept, litter) };
}
function selected(found, { folder, exclude, own }) {
    const kept = new Map();
    const refusals = [];
    const litter = [];
    const matches = (path) => (glob) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.matchesGlob(path, glob.replace(/\/$/, ''));
    for (const entry of found) {
        const path = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(entry.path);
        if (path === undefined)
            refusals.push((0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .notUtf8 */ .T3)(folder, entry.path));
        else if (isLitter(path))
            litter.push(path);
        else if (own.includes(path))
            continue;
        else if (!selfAndAbove(path).some((one) => exclude.some(matches(one))))
            kept.set(path, entry);
    }
    return { kept, litter, refusals };
}
/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
const selfAndAbove = (path) => path.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
/** Whether a name is no content of a folder: git's own folder, and what systems and editors leave behind. */
const isLitterName = (name) => litterName.test(name);
/** Whether a path is no content of a folder, or is in a folder that is none. */
const isLitter = (path) => path.split('/').some(isLitterName);
// Git's folder; what macOS, Windows and NFS leave behind; backups, locks and swap files of editors.
const litterName = /^(?:\.git|\.DS_Store|\._.*|__MACOSX|Thumbs\.db|desktop\.ini|\.nfs.+|.*~|\.#.*|#.*#|\..*\.sw[a-p]|.*\.release-actions\.part)$/;
function refusalsOf(path, entry, kept, folder) {
    const place = `${folder}/${path}`;
    if (entry.kind === 'link')
        return linkRefusals(path, entry, kept, folder);
    if (entry.kind === 'file' || entry.kind === 'folder')
        return [];
    return [
        new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${place} is a ${entry.kind}, which an archive of files cannot hold.`, {
            fix: `Remove it, or add it to the input exclude: ${path}`,
            at: { file: place },
        }),
    ];
}
function linkRefusals(path, { target }, kept, folder) {
    const place = `${folder}/${path}`;
    const to = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .decoded */ .DH)(target);
    if (to === undefined)
        return [(0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .notUtf8 */ .T3)(folder, target ?? new Uint8Array())];
    const problem = (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .linkProblem */ .kD)((0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .linkEnd */ .mf)(path, to, kept), folder);
    if (problem === undefined)
        return [];
    return [
        new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${place} is a link to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(to)}, ${problem}.`, {
            fix: `Let it lead to something in ${folder}, put a copy in its place, or add it to the input exclude: ${path}`,
            at: { file: place },
        }),
    ];
}
function notesOf(kept, litter) {
    const byFolded = Map.groupBy(kept.keys(), (path) => path.normalize('NFC').toLowerCase());
    const alike = [...byFolded.values()].filter((paths) => paths.length > 1);
    const special = [...kept].filter(([, { kind, mode }]) => kind === 'file' && (mode & 0o7000) !== 0);
    return [
        ...(litter.length > 0 ? [`Left out, because it is no documentation: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(litter.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL), 5)}.`] : []),
        ...alike
            .slice(0, mostAlike)
            .map((paths) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(paths.map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL))} are one file on systems that ignore case, such as macOS.`),
        ...(special.length > 0
            ? [
                `The archive does not keep setuid and the like: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .abridged */ .$y)(special.map(([path]) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(path)), 5)}.`,
            ]
            : []),
    ];
}
const mostAlike = 5;


/***/ }),

/***/ 60556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ hasAppVersion),
/* harmony export */   e: () => (/* binding */ withAppVersion)
/* harmony export */ });
/* harmony import */ var _edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65221);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);


/** Whether a Chart.yaml has an appVersion. */
const hasAppVersion = (source) => 'appVersion' in valuesOf(source);
/** A Chart.yaml with an appVersion that has no value yet, on the line below the version. Nothing else changes. */
function withAppVersion(source) {
    const { file, text } = source;
    const after = text.replace(/^\uFEFF?version[ \t]*:.*(\r?\n)?/m, (line, end) => end === undefined ? `${line}\nappVersion:` : `${line}appVersion:${end}`);
    const { appVersion, ...others } = valuesOf({ file, text: after });
    if (appVersion === null && JSON.stringify(others) === JSON.stringify(valuesOf(source)))
        return after;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`${file} has no version on a line of its own, below which appVersion could be added.`, {
        fix: 'Add appVersion to it by hand.',
        at: { file },
    });
}
function valuesOf(source) {
    const value = (0,_edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYamlValue */ .o)(source);
    return typeof value === 'object' && value !== null ? value : {}; // a mapping or a list
}


/***/ }),

/***/ 43909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wd: () => (/* binding */ chartBudget),
/* harmony export */   hR: () => (/* binding */ readChartArchive),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   p: () => (/* binding */ mostFiles),
/* harmony export */   xR: () => (/* binding */ isChartInside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70251);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31987);




// The limit of Helm itself: https://github.com/helm/helm/blob/v3.22.0/pkg/chart/loader/archive.go
const mostBytes = 100 * 1024 * 1024;
const mostFiles = 10_000;
const mostLevels = 8;
/** Reads a packaged chart, and checks the packaged charts in its folder `charts` in the same way. */
function readChartArchive(file, bytes, budget = chartBudget(), level = 1) {
    const refuse = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseError */ .K2(`${file} ${problem}.`, { fix, at: { file } });
    if (level > mostLevels)
        throw refuse(`is in more than ${mostLevels} other charts, which is the limit`);
    const found = (0,_archives_tar_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readTgz */ ._)(bytes, budget, refuse);
    budget.files -= found.length;
    budget.bytes -= found.reduce((total, { content }) => total + content.length, 0);
    const tops = new Set(found.map(({ path }) => path.split('/', 1)[0] ?? ''));
    const [top] = tops;
    if (top === undefined)
        throw refuse('has no files');
    if (tops.size > 1)
        throw refuse(`has ${tops.size} folders, where a chart has one: ${[...tops].map(_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL).join(', ')}`);
    const loose = found.find(({ path }) => path === top);
    if (loose !== undefined)
        throw refuse(`has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(top)}, which is in no folder`);
    const files = found.map(({ path, content }) => ({ path: path.slice(top.length + 1), content }));
    if (!files.some(({ path }) => path === 'Chart.yaml'))
        throw refuse('has no Chart.yaml in its folder');
    for (const { path, content } of files.filter((one) => isChartInside(one.path)))
        readChartArchive(`${file}/${path}`, content, budget, level + 1);
    return { top, files };
}
const chartBudget = () => ({ bytes: mostBytes, files: mostFiles });
/** Whether Helm reads a file of a chart as a packaged chart. */
const isChartInside = (path) => /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/.test(path) && !/^[_.]/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
const fix = 'Get this chart again from where it is published. If it is yours, package it again.';


/***/ }),

/***/ 7674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m$: () => (/* binding */ parseChartFile),
/* harmony export */   sU: () => (/* binding */ lockDigest),
/* harmony export */   wP: () => (/* binding */ versionLike)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65221);
/* harmony import */ var _go_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64789);



/** A new version in the form of the old one: with `v` if that had it. Helm takes both. */
const versionLike = (before, version) => typeof before === 'string' && /^v\d/.test(before) ? `v${version}` : version;
function parseChartFile(source) {
    const data = (0,_edits_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYamlValue */ .o)(source);
    const { version, dependencies } = (typeof data === 'object' && data !== null ? data : {}); // of any types
    return { version, dependencies: dependenciesIn(dependencies) };
}
function dependenciesIn(list) {
    return Array.isArray(list)
        ? list.filter((item) => typeof item === 'object' && item !== null && typeof item.name === 'string')
        : [];
}
/**
 * The digest that tells Helm whether a lock file is up to date: of both lists, in Go's JSON.
 * https://github.com/helm/helm/blob/v3.22.0/internal/resolver/resolver.go
 */
function lockDigest(required, locked) {
    const json = (0,_go_json_js__WEBPACK_IMPORTED_MODULE_2__/* .goJson */ .P)([required.map(inFieldOrder), locked.map(inFieldOrder)]);
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(json).digest('hex')}`;
}
const fields = ['name', 'version', 'repository', 'condition', 'tags', 'enabled', 'import-values', 'alias'];
/** Go writes a struct in the order of its fields. It omits empty fields, except name and repository. */
function inFieldOrder(dependency) {
    const whole = { repository: '', ...dependency };
    const isWritten = (field) => {
        const value = whole[field];
        const isEmpty = value === undefined ||
            value === null ||
            value === '' ||
            value === false ||
            (Array.isArray(value) && value.length === 0);
        return field === 'name' || field === 'repository' || !isEmpty;
    };
    return Object.fromEntries(fields.filter(isWritten).map((field) => [field, whole[field]]));
}


/***/ }),

/***/ 4241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ dependencyEdits),
/* harmony export */   b: () => (/* binding */ lockEdits)
/* harmony export */ });
/* harmony import */ var _edits_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37997);
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7674);


/** The edits that give dependencies with these names a version, in the list or in the lock file that has them. */
const dependencyEdits = (all, names, version) => names.flatMap((name) => {
    const found = all.find((one) => one.name === name);
    const path = `dependencies[name=${JSON.stringify(name)}].version`;
    return found === undefined ? [] : [(0,_edits_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEdit */ .MR)(path, (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .versionLike */ .wP)(found['version'], version))];
});
/** The edits of a lock file. Helm refuses a lock file whose digest does not match the list of dependencies. */
function lockEdits({ required, locked, raised, followed, version }) {
    const after = (all, names) => all.map((one) => (names.includes(one.name) ? { ...one, version: (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .versionLike */ .wP)(one['version'], version) } : one));
    return [
        ...dependencyEdits(locked, followed, version),
        (0,_edits_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEdit */ .MR)('digest', (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .lockDigest */ .sU)(after(required, raised), after(locked, followed))),
    ];
}


/***/ }),

/***/ 65221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseYamlValue)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24086);


const mostAliases = 100;
/** A YAML text as plain values. Keys and aliases have to be valid. */
function parseYamlValue(source) {
    (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseUnprintable */ .h)(source);
    const [document, second] = (0,_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlDocuments */ .O)(source, { uniqueKeys: true });
    if (second !== undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has more than one YAML document.`, {
            fix: 'Give each document a file of its own.',
            at: { file: source.file },
        });
    try {
        return document?.toJS({ maxAliasCount: mostAliases });
    }
    catch (cause) {
        if (!(cause instanceof ReferenceError))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${source.file} has aliases that cannot be followed: ${cause.message}.`, {
            fix: `Write the values instead of aliases, or fewer than ${mostAliases} of them.`,
            at: { file: source.file },
            cause,
        });
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
