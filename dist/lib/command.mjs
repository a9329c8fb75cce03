export const id = "command";
export const ids = ["command"];
export const modules = {

/***/ 46613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ openPage)
/* harmony export */ });
/* unused harmony export showInBrowser */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);





/** Writes a page into a folder of its own, which nobody else can have made, and opens it. Returns its path. */
async function openPage({ name, html }, env) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'release-actions-')), `${name.replaceAll(/[^\w.-]+/g, '-')}.html`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, html);
    showInBrowser((0,node_url__WEBPACK_IMPORTED_MODULE_4__.pathToFileURL)(path).href, env);
    return path;
}
/** Opens a page in the browser of the person at this machine. Nothing happens where there is none. */
function showInBrowser(address, env) {
    const [program, ...args] = openerFor(env);
    if (program === undefined)
        return;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, [...args, address], { env, stdio: 'ignore', detached: true });
    child.on('error', () => { }); // the address was printed
    child.unref();
}
/** On Linux without a screen, `xdg-open` would start a browser in the terminal. */
function openerFor({ DISPLAY, WAYLAND_DISPLAY }) {
    if (process.platform === 'darwin')
        return ['open'];
    if (process.platform === 'win32')
        return ['explorer.exe'];
    return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : [];
}


/***/ }),

/***/ 54208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/src/rehearsal/rehearse-arguments.js
var rehearse_arguments = __webpack_require__(70453);
// EXTERNAL MODULE: ./build/src/rehearsal/browser.js
var browser = __webpack_require__(46613);
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var rehearsal_checkout = __webpack_require__(17493);
// EXTERNAL MODULE: ./build/src/rehearsal/explain.js
var explain = __webpack_require__(574);
// EXTERNAL MODULE: ./build/src/rehearsal/page/html.js
var html = __webpack_require__(7840);
;// CONCATENATED MODULE: ./build/src/rehearsal/page/lanes.js
/** Puts each commit into a lane, so that the lines to its parents can be drawn. Every commit is before its parents. */
function rowsOf(commits) {
    const known = new Set(commits.map(({ sha }) => sha));
    /** The commit that comes next in each lane. */
    const awaited = [];
    return commits.map((commit) => {
        const incoming = [...awaited.keys()].filter((lane) => awaited[lane] === commit.sha);
        const passing = [...awaited.keys()].filter((lane) => awaited[lane] !== undefined && !incoming.includes(lane));
        const lane = incoming[0] ?? freeIn(awaited);
        for (const ended of incoming)
            awaited[ended] = undefined;
        const outgoing = [];
        for (const parent of commit.parents.filter((sha) => known.has(sha))) {
            const there = awaited.indexOf(parent);
            const next = outgoing.length === 0 ? lane : there === -1 ? freeIn(awaited) : there;
            awaited[next] = parent;
            outgoing.push(next);
        }
        return { commit, lane, incoming, outgoing, passing };
    });
}
function freeIn(awaited) {
    const free = awaited.indexOf(undefined);
    return free === -1 ? awaited.length : free;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/image-groups.js
function imageGroups(images) {
    const groups = Map.groupBy(images, ({ tags, manifests }) => JSON.stringify([Object.entries(tags), manifests]));
    return [...groups.values()].flatMap(([first, ...others]) => first === undefined ? [] : { ...first, names: [first.name, ...others.map(({ name }) => name)] });
}
/** `ghcr.io/org/app`, or `ghcr.io/org/app and 3 others` */
const groupName = ({ names: [first, ...others] }) => others.length === 0 ? first : `${first} and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;

;// CONCATENATED MODULE: ./build/src/rehearsal/page/places.js


/** Where every digest and every commit occurs, and links to what is on the page. */
class Places {
    digests;
    #commits;
    #shas;
    constructor(chronicle) {
        this.digests = digestsOf(chronicle);
        this.#commits = commitsOf(chronicle);
        this.#shas = chronicle.commits.map(({ sha }) => sha);
    }
    /** Where else a commit occurs: its refs, runs, pull requests and releases. */
    ofCommit(sha) {
        return this.#commits.get(sha) ?? [];
    }
    /** A digest, shortened, with a link to the list of its places. */
    digest(digest) {
        const hex = digest.replace(/^\w+:/, '');
        const shown = (0,html/* html */.q) `<code title="${digest}"
      >${digest.slice(0, digest.length - hex.length)}${hex.slice(0, 12)}</code
    >`;
        return this.digests.has(digest) ? (0,html/* html */.q) `<a href="#${anchorOfDigest(digest)}">${shown}</a>` : shown;
    }
    /** A commit, shortened, with a link to its row in the graph. */
    commit(sha) {
        const shown = (0,html/* html */.q) `<code title="${sha}">${sha.slice(0, 12)}</code>`;
        return this.#shas.includes(sha) ? (0,html/* html */.q) `<a href="#${anchorOfCommit(sha)}">${shown}</a>` : shown;
    }
    /** A text in which the commits and digests that are on the page became links. */
    linked(text) {
        const pieces = text.split(/(\bsha256:[0-9a-f]{64}\b|\b[0-9a-f]{12,40}\b)/);
        const parts = pieces.map((piece, index) => (index % 2 === 0 ? piece : this.#link(piece)));
        return (0,html/* html */.q) `${parts}`;
    }
    #link(name) {
        if (this.digests.has(name))
            return (0,html/* html */.q) `<a href="#${anchorOfDigest(name)}">${name}</a>`;
        const sha = this.#shas.find((one) => one.startsWith(name));
        return sha === undefined ? name : (0,html/* html */.q) `<a href="#${anchorOfCommit(sha)}">${name}</a>`;
    }
}
/** Links to places. */
const linksTo = (places) => places.map(({ anchor, label }) => (0,html/* html */.q) `<li><a href="#${anchor}">${label}</a></li>`);
const anchorOfCommit = (sha) => `commit-${sha.slice(0, 12)}`;
const anchorOfDigest = (digest) => `digest-${digest.replace(/^\w+:/, '').slice(0, 16)}`;
const anchorOfRelease = (index) => `release-${index + 1}`;
const anchorOfImages = (index) => `images-${index + 1}`;
const anchorOfPull = (index) => `pull-${index + 1}`;
function digestsOf({ releases, images }) {
    const assets = releases.flatMap(({ tag, assets: all }, index) => all.map(({ digest, name }) => [digest, { anchor: anchorOfRelease(index), label: `${name} of ${tag}` }]));
    const manifests = imageGroups(images).flatMap(({ names: repositories, tags, manifests: all }, index) => all.map(({ digest }) => {
        const names = Object.keys(tags).filter((tag) => tags[tag] === digest);
        const name = groupName({ names: repositories });
        const label = names.length === 0 ? name : `${names.join(', ')} in ${name}`;
        return [digest, { anchor: anchorOfImages(index), label }];
    }));
    return grouped([...assets, ...manifests].filter(([digest]) => digest !== ''));
}
function commitsOf({ course, pulls, refs, releases }) {
    const runs = course.flatMap((one) => one.kind === 'run' ? [[one.commit, { anchor: one.id, label: `${one.workflow} ran here` }]] : []);
    const proposals = pulls.map(({ commit, number }, index) => [commit, { anchor: anchorOfPull(index), label: `pull request #${number}` }]);
    const published = releases.flatMap(({ tag }, index) => refs
        .filter(({ kind, name }) => kind === 'tag' && name === tag)
        .map(({ commit }) => [commit, { anchor: anchorOfRelease(index), label: `release ${tag}` }]));
    return grouped([...published, ...proposals, ...runs]);
}
function grouped(pairs) {
    const groups = Map.groupBy(pairs, ([name]) => name);
    return new Map([...groups].map(([name, found]) => [name, found.map(([, place]) => place)]));
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/words.js
/** `45 ms`, `3.2 s`, `1 min 5 s` */
function duration(seconds) {
    if (seconds < 0.95)
        return `${Math.round(seconds * 1000)} ms`;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** `512 B`, `3.4 kB`, `12 MB` */
function size(bytes) {
    const units = ['B', 'kB', 'MB', 'GB'];
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const value = bytes / 1000 ** power;
    return `${power > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
/** `2 workflows`, `1 workflow` */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** `2026-11-30 15:48:31`, in UTC */
const clock = (time) => time.slice(0, 19).replace('T', ' ');

;// CONCATENATED MODULE: ./build/src/rehearsal/page/commits.js




const [step, middle, height] = [16, 18, 36];
/** The graph of commits with their branches and tags. */
function commitGraph({ commits, refs }, places) {
    const rows = rowsOf(commits);
    const lanes = Math.max(1, ...rows.map((row) => 1 + Math.max(row.lane, ...row.passing, ...row.outgoing)));
    return (0,html/* html */.q) `<section aria-labelledby="commits">
    <h2 id="commits">Commits and tags</h2>
    <ol class="graph">
      ${rows.map((row) => {
        const own = refs.filter(({ commit }) => commit === row.commit.sha);
        return (0,html/* html */.q) `<li id="${anchorOfCommit(row.commit.sha)}">
          ${drawing(row, lanes)} ${description(row, own, places)}
        </li>`;
    })}
    </ol>
  </section>`;
}
/** The part of the graph beside one row: what is drawn at its top, and lanes that are as long as its text. */
function drawing({ lane, incoming, outgoing, passing }, lanes) {
    const width = lanes * step;
    const x = (one) => one * step + step / 2;
    const line = (one, d) => (0,html/* html */.q) `<path class="lane-${one % 5}" d="${d}" />`;
    const [own, low] = [x(lane), height];
    const curve = (from, top, to, end) => `M${from} ${top}C${from} ${(top + end) / 2} ${to} ${(top + end) / 2} ${to} ${end}`;
    const below = [...new Set([...passing, ...outgoing])];
    return (0,html/* html */.q) `<div class="drawing" aria-hidden="true">
    <svg width="${width}" height="${height}" viewBox="${`0 0 ${width} ${height}`}">
      ${passing.map((one) => line(one, `M${x(one)} -1V${low + 1}`))}
      ${incoming.map((one) => line(one, curve(x(one), 0, own, middle)))}
      ${outgoing.map((one) => line(one, curve(own, middle, x(one), low)))}
      <circle class="lane-${lane % 5}" cx="${own}" cy="${middle}" r="5" /></svg
    ><svg class="below" width="${width}" viewBox="${`0 0 ${width} 10`}" preserveAspectRatio="none">
      ${below.map((one) => line(one, `M${x(one)} -1V11`))}
    </svg>
  </div>`;
}
function description({ commit }, refs, places) {
    const { sha, subject, author, at } = commit;
    const elsewhere = places.ofCommit(sha);
    return (0,html/* html */.q) `<div class="commit">
    <p class="subject">${subject}</p>
    ${refs.length > 0 &&
        (0,html/* html */.q) `<ul class="refs">
        ${refs.map(refItem)}
      </ul>`}
    <p class="meta">
      <code title="${sha}">${sha.slice(0, 12)}</code> · ${author} · <time datetime="${at}">${clock(at)}</time>
    </p>
    ${elsewhere.length > 0 &&
        (0,html/* html */.q) `<ul class="places">
        ${linksTo(elsewhere)}
      </ul>`}
  </div>`;
}
function refItem({ kind, name, message, isNew }) {
    const isMade = kind === 'tag' && isNew;
    return (0,html/* html */.q) `<li class="${kind} ${isMade && 'new'}" title="${message}">
    <span class="kind">${kind}</span> ${name}${isMade && (0,html/* html */.q) ` <span class="new">new</span>`}
  </li>`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/digests.js


/** Every digest in full, and everything that has it. */
function digestIndex({ digests }) {
    return (0,html/* html */.q) `<section aria-labelledby="digests">
    <h2 id="digests">Digests</h2>
    <dl class="digests">
      ${[...digests].map(([digest, places]) => (0,html/* html */.q) `<div id="${anchorOfDigest(digest)}">
            <dt><code>${digest}</code></dt>
            <dd>
              <ul class="places">
                ${linksTo(places)}
              </ul>
            </dd>
          </div>`)}
    </dl>
  </section>`;
}

// EXTERNAL MODULE: ./build/src/rehearsal/page/document.js + 1 modules
var page_document = __webpack_require__(62540);
// EXTERNAL MODULE: ./build/src/domain/error.js
var error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/src/rehearsal/page/findings.js


/** Remarks with the line that decides, and a link to the run. */
function remarkSection({ id, title, remarks }, { course }, places) {
    if (remarks.length === 0)
        return false;
    return (0,html/* html */.q) `<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul class="findings ${id === 'refused' && 'refusals'}">
      ${remarks.map(({ what, why, at, run }) => (0,html/* html */.q) `<li>
            <p><b>${places.linked(what)}</b>${runLink(run, course)}</p>
            ${at !== undefined && (0,html/* html */.q) `<p class="meta"><code>${(0,error/* positionText */.J)(at)}</code></p>`}
            ${why !== undefined && (0,html/* html */.q) `<p class="prose">${places.linked(why)}</p>`}
          </li>`)}
    </ul>
  </section>`;
}
/** What people were told. */
function told({ notices }, places) {
    return (0,html/* html */.q) `<section aria-labelledby="told">
    <h2 id="told">What people see</h2>
    <ul class="findings">
      ${notices.map(({ where, author, text }) => (0,html/* html */.q) `<li>
            <p class="meta">${where}${author !== '' && ` · ${author}`}</p>
            <p class="prose">${places.linked(text)}</p>
          </li>`)}
    </ul>
  </section>`;
}
function runLink(id, course) {
    const run = course.find((one) => one.kind === 'run' && one.id === id);
    return run && (0,html/* html */.q) ` <a class="from" href="#${run.id}">${run.workflow}</a>`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/images.js




/** What the registries hold: tags, digests, and what belongs to them, such as signatures. */
function registryContents({ images }, places) {
    return (0,html/* html */.q) `<section aria-labelledby="images">
    <h2 id="images">Registry</h2>
    ${imageGroups(images).map((one, index) => (0,html/* html */.q) `<article class="card" id="${anchorOfImages(index)}">
          <h3>${groupName(one)}</h3>
          ${one.names.length > 1 && namesOf(one)} ${manifestTable(one, places)}
        </article>`)}
  </section>`;
}
const namesOf = ({ names }) => (0,html/* html */.q) `<details>
    <summary>All ${names.length} hold the same</summary>
    <ul>
      ${names.map((name) => (0,html/* html */.q) `<li>${name}</li>`)}
    </ul>
  </details>`;
function manifestTable({ manifests, tags }, places) {
    const own = manifests.filter(({ subject }) => subject === undefined);
    const row = (manifest) => {
        const names = Object.keys(tags).filter((tag) => tags[tag] === manifest.digest);
        const belonging = manifests.filter(({ subject }) => subject === manifest.digest);
        return (0,html/* html */.q) `<tr>
      <td>
        ${names.length === 0 ? (0,html/* html */.q) `<span class="meta">no tag</span>` : names.map((tag) => (0,html/* html */.q) `<code>${tag}</code> `)}
      </td>
      <td>
        ${places.digest(manifest.digest)}<br /><span class="meta"
          >${[manifest.kind, ...manifest.platforms].join(', ')} · ${size(manifest.size)}</span
        >
      </td>
      <td>
        ${belonging.length === 0 ? (0,html/* html */.q) `<span class="meta">none</span>` : belonging.map((one) => (0,html/* html */.q) `<p>${one.kind} ${places.digest(one.digest)}</p>`)}
      </td>
    </tr>`;
    };
    return (0,html/* html */.q) `<table>
    <thead>
      <tr>
        <th scope="col">Tags</th>
        <th scope="col">Digest</th>
        <th scope="col">Signatures</th>
      </tr>
    </thead>
    <tbody>
      ${own.map(row)}
    </tbody>
  </table>`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/diffs.js


/** What a page shows of one diff or text. The rest is on the servers. */
const longest = 60_000;
/** A diff of git, folded file by file. */
function diffOf(diff) {
    const files = filesIn(diff);
    if (files.length === 0)
        return (0,html/* html */.q) `<p class="none">No file differs.</p>`;
    const shown = files.map(({ name, lines }) => {
        const [added, removed] = ['+', '-'].map((sign) => lines.filter((line) => line.startsWith(sign)).length);
        return (0,html/* html */.q) `<details class="file" ${files.length < 4 && 'open'}>
      <summary>
        <code>${name}</code>
        <span class="counts"><span class="add">+${added}</span> <span class="del">−${removed}</span></span>
      </summary>
      ${block(name, lines)}
    </details>`;
    });
    return (0,html/* html */.q) `<p class="meta">${counted(files.length, 'file')} changed</p>
    ${shown}`;
}
/** A text of an action. A diff in it has its colours. */
function detailOf(title, detail) {
    const start = /^(?:diff --git |--- )/m.exec(detail)?.index ?? detail.length;
    return (0,html/* html */.q) `${start > 0 && prose(detail.slice(0, start).trimEnd())}${start < detail.length && block(title, cut(detail.slice(start)).split('\n'))}`;
}
/** A text with its line breaks. */
const prose = (text) => (0,html/* html */.q) `<p class="prose">${cut(text)}</p>`;
function block(name, lines) {
    const rows = cut(lines.join('\n'))
        .split('\n')
        .map((line) => (0,html/* html */.q) `<span class="${kindOf(line)}">${`${line}\n`}</span>`);
    return (0,html/* html */.q) `<pre
    class="diff"
    tabindex="0"
    role="region"
    aria-label="${`Changes: ${name}`}"
  ><code>${rows}</code></pre>`;
}
function kindOf(line) {
    if (line.startsWith('@@'))
        return 'hunk';
    if (/^(?:\+\+\+|---|diff|index) /.test(line))
        return 'head';
    return { '+': 'add', '-': 'del' }[line.slice(0, 1)] ?? 'same';
}
/** The files of a diff. The lines before the first hunk say only what the name says already. */
function filesIn(diff) {
    const parts = diff.split(/^(?=diff --git )/m).filter((part) => part.startsWith('diff --git '));
    return parts.map((part) => {
        const lines = part.trimEnd().split('\n');
        const named = /^(?:\+\+\+ b\/|rename to )(.*)$/m.exec(part) ?? /^--- a\/(.*)$/m.exec(part);
        const name = named?.[1] ?? /^diff --git .*? "?b\/(.*?)"?$/m.exec(part)?.[1] ?? lines[0] ?? '';
        const first = lines.findIndex((line) => line.startsWith('@@'));
        return { name, lines: first === -1 ? lines.slice(1) : lines.slice(first) };
    });
}
const cut = (text) => text.length > longest ? `${text.slice(0, longest)}\n… (${text.length - longest} more characters)` : text;

// EXTERNAL MODULE: ./build/src/rehearsal/page/marks.js
var marks = __webpack_require__(75243);
;// CONCATENATED MODULE: ./build/src/rehearsal/page/pulls.js




/** The pull requests and what they change. */
function pullRequests({ pulls, repository }, places) {
    return (0,html/* html */.q) `<section aria-labelledby="pulls">
    <h2 id="pulls">Pull requests</h2>
    ${pulls.map((pull, index) => card(pull, anchorOfPull(index), { repository, places }))}
  </section>`;
}
function card(pull, anchor, { repository, places }) {
    const { number, title, body, author, state, base, head, commit, diff } = pull;
    const where = pull.repository === repository ? '' : pull.repository;
    return (0,html/* html */.q) `<article class="card" id="${anchor}">
    <h3>${where}#${number} ${title} ${(0,marks/* pill */.I)(state)}</h3>
    <p class="meta">By ${author} · <code>${base}</code> ← <code>${head}</code> · ${places.commit(commit)}</p>
    ${body.trim() !== '' &&
        (0,html/* html */.q) `<details>
        <summary>Description</summary>
        ${prose(body)}
      </details>`}
    <details>
      <summary>Changes</summary>
      ${diffOf(diff)}
    </details>
  </article>`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/releases.js





/** The releases with their notes and files. */
function releasePages({ releases, refs }, places) {
    return (0,html/* html */.q) `<section aria-labelledby="releases">
    <h2 id="releases">Releases</h2>
    ${releases.map((release, index) => {
        const commit = refs.find(({ kind, name }) => kind === 'tag' && name === release.tag)?.commit;
        return releases_card(release, commit, { anchor: anchorOfRelease(index), places });
    })}
  </section>`;
}
function releases_card(release, commit, { anchor, places }) {
    const { tag, name, state, author, at, notes, assets } = release;
    return (0,html/* html */.q) `<article class="card" id="${anchor}">
    <h3>${name === '' ? tag : name} ${(0,marks/* pill */.I)(state)}</h3>
    <p class="meta">
      Tag <code>${tag}</code>${commit !== undefined && (0,html/* html */.q) ` at ${places.commit(commit)}`} · by ${author} ·
      <time datetime="${at}">${clock(at)}</time>
    </p>
    ${assets.length > 0 && assetTable(assets, places)}
    ${notes.trim() !== '' &&
        (0,html/* html */.q) `<details>
        <summary>Notes</summary>
        ${prose(notes)}
      </details>`}
  </article>`;
}
const assetTable = (assets, places) => (0,html/* html */.q) `<table>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col" class="number">Size</th>
        <th scope="col">Digest</th>
      </tr>
    </thead>
    <tbody>
      ${assets.map(({ name, label, size: bytes, digest }) => (0,html/* html */.q) `<tr>
            <td>${name}${label !== '' && (0,html/* html */.q) `<br /><span class="meta">${label}</span>`}</td>
            <td class="number">${size(bytes)}</td>
            <td>${digest === '' ? 'none' : places.digest(digest)}</td>
          </tr>`)}
    </tbody>
  </table>`;
/** The files that registries of packages would have. */
const packageTable = ({ packages }, places) => (0,html/* html */.q) `<section aria-labelledby="packages">
    <h2 id="packages">Packages</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Registry</th>
          <th scope="col">File</th>
          <th scope="col">Digest</th>
        </tr>
      </thead>
      <tbody>
        ${packages.map(({ registry, name, digest }) => (0,html/* html */.q) `<tr>
              <td>${registry}</td>
              <td>${name}</td>
              <td>${places.digest(digest)}</td>
            </tr>`)}
      </tbody>
    </table>
  </section>`;

;// CONCATENATED MODULE: ./build/src/rehearsal/page/timeline.js





/** Who started what, in the order of time, and what the steps did. */
function timeline(chronicle, places) {
    const chapters = chaptersOf(chronicle);
    return (0,html/* html */.q) `<section aria-labelledby="timeline">
    <h2 id="timeline">Timeline</h2>
    ${chapters.map(({ title, deeds }) => {
        return (0,html/* html */.q) `${title !== undefined && (0,html/* html */.q) `<h3>${title}</h3>`}
        <ol class="course">
          ${deeds.map((one) => (one.kind === 'run' ? runItem(one, chronicle, places) : deedItem(one, places)))}
        </ol>`;
    })}
  </section>`;
}
function chaptersOf({ course }) {
    const parts = [{ title: undefined, deeds: [] }];
    for (const one of course) {
        if (one.kind === 'chapter')
            parts.push({ title: headingOf(one, parts.length), deeds: [] });
        else
            parts.at(-1)?.deeds.push(one);
    }
    return parts.filter(({ title, deeds }) => title !== undefined || deeds.length > 0);
}
const headingOf = ({ title }, number) => `${number}. ${title}`;
const deedItem = ({ at, text }, places) => (0,html/* html */.q) `<li class="deed">
    <p>${places.linked(text)}</p>
    <p class="meta"><time datetime="${at}">${clock(at).slice(11)}</time></p>
  </li>`;
function runItem(run, chronicle, places) {
    const { id, workflow, result, at, seconds, commit, jobs } = run;
    const steps = jobs.flatMap((job) => job.steps);
    const done = steps.filter((step) => step.result !== 'skipped');
    const skipped = steps.length - done.length;
    const changes = done.flatMap((step) => step.changes);
    const count = [
        ...(jobs.length > 1 ? [counted(jobs.length, 'job')] : []),
        counted(done.length, 'step'),
        ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ].join(', ');
    return (0,html/* html */.q) `<li class="run ${result}" id="${id}">
    <h4>${workflow} ${(0,marks/* pill */.I)(result)}</h4>
    <p class="meta">
      ${causeOf(run, chronicle)} · at ${places.commit(commit)} · <time datetime="${at}">${clock(at).slice(11)}</time> ·
      ${duration(seconds)}
    </p>
    ${bar(run, chronicle)}
    ${changes.length > 0 &&
        (0,html/* html */.q) `<ul class="changes">
        ${changes.map((change) => changeItem(change, places))}
      </ul>`}
    ${done.filter((step) => step.result === 'failure').map((step) => failureOf(step, places))}
    <details>
      <summary>${count}</summary>
      ${jobs.map((job) => jobPart(job, jobs.length > 1, places))}
    </details>
  </li>`;
}
/** The steps of a job, below its name if the run has several. */
function jobPart({ name, result, steps, said }, isOneOfSeveral, places) {
    const done = steps.filter((step) => step.result !== 'skipped');
    return (0,html/* html */.q) `${isOneOfSeveral && (0,html/* html */.q) `<h5>${name} ${(0,marks/* pill */.I)(result)}</h5>`}
  ${said.map((text) => (0,html/* html */.q) `<p class="said">${places.linked(text)}</p>`)}
  ${done.length > 0 &&
        (0,html/* html */.q) `<ol class="steps">
      ${done.map((step) => stepItem(step, places))}
    </ol>`}`;
}
/** What started a run, with a link to it. */
function causeOf({ event, ref, startedBy, by, pull, inputs, workflow }, { course, pulls, repository }) {
    const cause = course.find((one) => one.kind === 'run' && one.id === startedBy);
    const from = cause && (0,html/* html */.q) ` of <a href="#${cause.id}">${cause.workflow === workflow ? 'the run before' : cause.workflow}</a>`;
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    if (event === 'pull_request') {
        const index = pulls.findIndex((one) => one.number === pull && one.repository === repository);
        const title = `pull request #${pull ?? ''}`;
        return (0,html/* html */.q) `Started by ${index === -1 ? title : (0,html/* html */.q) `<a href="#${anchorOfPull(index)}">${title}</a>`}${from}`;
    }
    if (event === 'push')
        return (0,html/* html */.q) `Started by the ${ref.startsWith('refs/tags/') ? 'tag' : 'push to'} ${name}${from}`;
    if (event === 'release')
        return (0,html/* html */.q) `Started by the published release ${name}${from}`;
    if (event !== 'workflow_dispatch')
        return (0,html/* html */.q) `Started by ${event}${from}`;
    const given = Object.entries(inputs).filter(([, value]) => value !== '');
    const values = given.map(([input, value]) => (0,html/* html */.q) ` <span class="input"><b>${input}</b> ${value}</span>`);
    return (0,html/* html */.q) `Started by
  ${cause === undefined ? (by ?? 'a maintainer') : (0,html/* html */.q) `a step${from}`}${given.length > 0 && (0,html/* html */.q) ` with${values}`}`;
}
/** When the run was, in the time of all. */
function bar({ at, seconds }, { begin, seconds: all }) {
    const scale = 1000 / Math.max(all, 1);
    const from = Math.max(0, Math.min(990, ((Date.parse(at) - Date.parse(begin)) / 1000) * scale));
    const width = Math.max(6, Math.min(1000 - from, seconds * scale));
    return (0,html/* html */.q) `<svg class="bar" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="all" width="1000" height="4" />
    <rect class="span" x="${Math.round(from)}" width="${Math.round(width)}" height="4" />
  </svg>`;
}
function stepItem(step, places) {
    const { name, result, seconds, changes, said, notPerformed } = step;
    return (0,html/* html */.q) `<li>
    <div class="step">
      ${(0,marks/* mark */.G)(notPerformed === undefined ? result : 'not performed')} <span class="name">${name}</span>
      <span class="seconds">${duration(seconds)}</span>
    </div>
    ${changes.length > 0 &&
        (0,html/* html */.q) `<ul class="changes">
        ${changes.map((change) => (0,html/* html */.q) `<li>${titleOf(change, places)}</li>`)}
      </ul>`}
    ${result !== 'failure' && said.map((text) => (0,html/* html */.q) `<p class="said">${places.linked(text)}</p>`)}
    ${result === 'failure' && failureOf(step, places)}
  </li>`;
}
function changeItem(change, places) {
    const { title, detail } = change;
    if (detail === '')
        return (0,html/* html */.q) `<li>${titleOf(change, places)}</li>`;
    return (0,html/* html */.q) `<li>
    <details>
      <summary>${titleOf(change)}</summary>
      ${detailOf(title, detail)}
    </details>
  </li>`;
}
/** A summary that can be opened has no links in it. */
const titleOf = ({ title, isMade }, places) => (0,html/* html */.q) `${!isMade && (0,html/* html */.q) `<span class="would">would:</span> `}${places?.linked(title) ?? title}`;
function failureOf({ said, log }, places) {
    if (said.length === 0)
        return (0,html/* html */.q) `<div class="failure">${prose(log.join('\n'))}</div>`;
    return (0,html/* html */.q) `<div class="failure">${said.map((text) => (0,html/* html */.q) `<p class="prose">${places.linked(text)}</p>`)}</div>`;
}

;// CONCATENATED MODULE: ./build/src/rehearsal/page/page.js











/** A release as one HTML file. */
function pageOf(chronicle) {
    const places = new Places(chronicle);
    const { repository, title, pulls, releases, packages, images, notices } = chronicle;
    const sections = [
        ...partsOf(chronicle).map((part) => remarkSection(part, chronicle, places)),
        timeline(chronicle, places),
        commitGraph(chronicle, places),
        pulls.length > 0 && pullRequests(chronicle, places),
        releases.length > 0 && releasePages(chronicle, places),
        packages.length > 0 && packageTable(chronicle, places),
        images.length > 0 && registryContents(chronicle, places),
        notices.length > 0 && told(chronicle, places),
        places.digests.size > 0 && digestIndex(places),
    ];
    const body = (0,html/* html */.q) `<a class="skip" href="#main">Skip to the content</a>
    ${banner(chronicle)}
    <main id="main" tabindex="-1">${sections}</main>
    <footer>
      <p class="meta">Written by release-actions. This page loads nothing, and its links stay on it.</p>
    </footer>`;
    return (0,page_document/* documentOf */.l)(`${title} · ${repository}`, body);
}
/** What a person has to know first stands first. */
function partsOf({ isDone, isRehearsal, interruption, refusals, risks, unknown, pending, needs, }) {
    const refused = { id: 'refused', title: isRehearsal ? 'What stops the release' : 'Refused', remarks: refusals };
    const waiting = { id: 'pending', title: isRehearsal ? 'What waits for people' : 'Pending', remarks: pending };
    return [
        ...(isDone ? [waiting, refused] : [refused, waiting]),
        { id: 'interrupted', title: 'Where it was interrupted', remarks: interruption?.remarks ?? [] },
        { id: 'risks', title: 'What may go wrong', remarks: risks },
        { id: 'unknown', title: 'What was not performed', remarks: unknown },
        { id: 'needs', title: 'What has to be there', remarks: needs },
    ];
}
function banner(chronicle) {
    const { repository, title, begin, seconds, course, pulls, releases, images, refs } = chronicle;
    const { refusals, risks, unknown, pending } = chronicle;
    const runs = course.filter(({ kind }) => kind === 'run').length;
    const tags = refs.filter(({ kind, isNew }) => kind === 'tag' && isNew).length;
    const counts = [
        ['pending', pending.length, 'pending', 'pending'],
        ['refused', refusals.length, 'refused', 'refused'],
        ['risks', risks.length, 'risk', 'risks'],
        ['unknown', unknown.length, 'not performed', 'not performed'],
        ['timeline', runs, 'run', 'runs'],
        ['commits', tags, 'new tag', 'new tags'],
        ['pulls', pulls.length, 'pull request', 'pull requests'],
        ['releases', releases.length, 'release', 'releases'],
        ['images', images.length, 'image repository', 'image repositories'],
    ];
    const none = [pending.length === 0 && 'Nothing is pending.', refusals.length === 0 && 'Nothing was refused.'];
    return (0,html/* html */.q) `<header class="banner">
    <p class="repository">${repository}</p>
    <h1>${title}</h1>
    ${verdict(chronicle)}
    <p class="meta"><time datetime="${begin}">${clock(begin)} UTC</time> · ${duration(seconds)}</p>
    <p class="meta">${none.filter((text) => text !== false).join(' ')}</p>
    <nav aria-label="Sections">
      <ul>
        ${counts
        .filter(([, count]) => count > 0)
        .map(([anchor, count, one, many]) => (0,html/* html */.q) `<li>
                <a href="#${anchor}"><b>${count}</b> ${count === 1 ? one : many}</a>
              </li>`)}
      </ul>
    </nav>
  </header>`;
}
function verdict({ isDone, isRehearsal, interruption, refusals }) {
    const why = refusals.length > 0 && ': see what was refused';
    if (interruption !== undefined && refusals.length === 0)
        return (0,html/* html */.q) `<p class="verdict stopped">⊘ Interrupted: it is not known whether it would stop</p>`;
    if (!isDone)
        return (0,html/* html */.q) `<p class="verdict stopped">✗ ${isRehearsal ? 'Would stop' : 'Stopped'}${why}</p>`;
    return isRehearsal
        ? (0,html/* html */.q) `<p class="verdict rehearsed">✓ Rehearsed: nothing left the machine</p>`
        : (0,html/* html */.q) `<p class="verdict done">✓ Released</p>`;
}

// EXTERNAL MODULE: ./build/src/rehearsal/report.js
var report = __webpack_require__(70779);
// EXTERNAL MODULE: ./build/src/rehearsal/scene.js + 164 modules
var rehearsal_scene = __webpack_require__(32980);
// EXTERNAL MODULE: ./build/src/rehearsal/secrets.js
var rehearsal_secrets = __webpack_require__(33596);
// EXTERNAL MODULE: ./build/src/rehearsal/start-event.js
var start_event = __webpack_require__(92032);
// EXTERNAL MODULE: ./build/src/rehearsal/steps/starter.js
var starter = __webpack_require__(66434);
;// CONCATENATED MODULE: ./build/src/rehearsal/command.js











/** Reads the command line. What it returns does the work, and returns the exit code. */
function command(args) {
    const asked = (0,rehearse_arguments.readArguments)(args);
    return (terminal) => (asked.isExplained ? command_explain(asked, terminal) : rehearse(asked, terminal));
}
async function command_explain(asked, terminal) {
    const checkout = await rehearsal_checkout/* Checkout */.R.open(terminal.folder, terminal.env, terminal.note);
    await using scene = await rehearsal_scene/* Scene */.Z.open(checkout, terminal);
    const { all } = await startOf(asked, checkout, scene);
    terminal.print(explanations(all));
    return all.some(startsSomething) ? 0 : 1;
}
/** The commit that is released, and what happens first. */
async function startOf(asked, checkout, scene) {
    const { repository } = scene.servers;
    const head = asked.isUncommitted ? await scene.commitUncommitted() : await checkout.head();
    const events = await (0,start_event/* startEvents */.ep)(asked, repository, head);
    const files = await repository.workflows(events[0]?.sha ?? head);
    return { head, all: events.map((event) => ({ event, workflows: (0,explain/* explained */.to)(files, event) })) };
}
const startsSomething = ({ workflows }) => workflows.some(explain/* isStarted */.WF);
/** The first event says of every workflow why it is not started. Of the others, those that start something are told. */
const explanations = (all) => all
    .filter((start, index) => index === 0 || startsSomething(start))
    .map(({ event, workflows }) => `${(0,explain/* explanation */.Qb)(workflows, event)}\n`)
    .join('');
async function rehearse(asked, here) {
    const print = asked.isJson ? () => { } : here.print;
    starter/* starter */.h.prepare();
    const checkout = await rehearsal_checkout/* Checkout */.R.open(here.folder, here.env, here.note);
    await using scene = await rehearsal_scene/* Scene */.Z.open(checkout, { ...here, print });
    scene.servers.outside.prepare();
    const { head, all } = await startOf(asked, checkout, scene);
    const { what, isReleased, vars, allowed, local: given } = asked;
    const secrets = (0,rehearsal_secrets/* knownSecrets */.xU)(asked.secrets, here.variable);
    const beginnings = isReleased ? [() => scene.servers.release(what, head)] : all.map(({ event }) => event);
    const chronicle = await scene.perform(beginnings, { secrets, vars, given, allowed });
    if (asked.isJson)
        here.print(`${JSON.stringify(chronicle, undefined, 2)}\n`);
    print(`${(0,report/* report */.z8)(chronicle).join('\n')}\n`);
    if (asked.isOpened) {
        const path = await (0,browser/* openPage */.w)({ name: `${what}-rehearsed`, html: pageOf(chronicle) }, here.env);
        print(`\nPage: ${path}\n`);
    }
    print(`\n${(0,report/* verdict */.WJ)(chronicle)}\n`);
    const { interruption, isDone } = chronicle;
    if (interruption !== undefined)
        return 128 + external_node_os_.constants.signals[interruption.signal]; // as a shell says it
    return isDone ? 0 : 1;
}


/***/ }),

/***/ 62540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ documentOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/rehearsal/page/html.js
var html = __webpack_require__(7840);
;// CONCATENATED MODULE: ./build/src/rehearsal/page/style.js
/** The style of the page, for light and dark screens. Every text has a contrast of at least 4.5 to 1. */
const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1b1f24; --soft: #57606a; --line: #d5dae1; --link: #0550ae;
  --good: #116329; --good-back: #dafbe1; --bad: #a40e26; --bad-back: #ffebe9; --warn: #7d4e00; --warn-back: #fff3cd;
  --calm: #37424d; --calm-back: #e8ecf0; --accent: #0969da; --hunk: #ddf0ff;
  --lane-0: #0969da; --lane-1: #bf3989; --lane-2: #1a7f37; --lane-3: #bc4c00; --lane-4: #8250df;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --card: #161b22; --text: #e6edf3; --soft: #9aa5b1; --line: #30363d; --link: #79b8ff;
    --good: #6fdd8b; --good-back: #12301c; --bad: #ff9a94; --bad-back: #3d1a1d; --warn: #f0c674; --warn-back: #33280f;
    --calm: #c3ccd6; --calm-back: #262c34; --accent: #58a6ff; --hunk: #132b45;
    --lane-0: #58a6ff; --lane-1: #f778ba; --lane-2: #56d364; --lane-3: #ffa657; --lane-4: #bc8cff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 1rem 3rem; background: var(--page); color: var(--text); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
.banner, main, footer { max-width: 62rem; margin: 0 auto; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; }
h5 { font-size: .9rem; margin: .6rem 0 .2rem; }
code, pre { font-family: var(--mono); font-size: .85em; }
a { color: var(--link); text-underline-offset: .15em; }
a code { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 8px; }
h2:target { outline: none; }
.skip { position: absolute; left: -100vw; background: var(--card); padding: .5rem; }
.skip:focus { left: 1rem; }
.meta, .none { color: var(--soft); font-size: .875rem; }
.prose { white-space: pre-wrap; }

.banner { padding-top: 2rem; }
.repository { color: var(--soft); font-weight: 600; }
.verdict { display: inline-block; margin: .75rem 0 .25rem; padding: .25rem .75rem; border-radius: 999px; font-weight: 600; }
.verdict.done { color: var(--good); background: var(--good-back); }
.verdict.rehearsed { color: var(--calm); background: var(--calm-back); }
.verdict.stopped { color: var(--bad); background: var(--bad-back); }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1.25rem; }
nav a { display: block; padding: .3rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--text); text-decoration: none; font-size: .9rem; }
nav a:hover { border-color: var(--accent); }

.pill { display: inline-block; padding: 0 .55rem; border-radius: 999px; font-size: .75rem; font-weight: 600; line-height: 1.6; vertical-align: .1em; color: var(--calm); background: var(--calm-back); }
.pill.success, .pill.merged, .pill.latest { color: var(--good); background: var(--good-back); }
.pill.failure, .pill.cancelled { color: var(--bad); background: var(--bad-back); }
.pill.open, .pill.draft, .pill.prerelease { color: var(--warn); background: var(--warn-back); }
.mark { font-weight: 700; }
.mark.success { color: var(--good); }
.mark.failure, .mark.cancelled { color: var(--bad); }

.card, .course > li, .findings > li {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1rem; margin-bottom: .75rem;
}
.card h3 { margin: 0 0 .15rem; }
.course { border-left: 2px solid var(--line); padding-left: 1.1rem; margin-left: .4rem; }
.course > li { position: relative; }
.course > li::before { content: ""; position: absolute; left: calc(-1.1rem - 7px); top: 1.25rem; width: 10px; height: 10px; border-radius: 50%; background: var(--soft); border: 2px solid var(--page); }
.course > .run.success::before { background: var(--good); }
.course > .run.failure::before, .course > .run.cancelled::before { background: var(--bad); }
.course > .deed { background: none; border-color: transparent; padding-top: .5rem; padding-bottom: .5rem; }
.course > .deed::before { top: .9rem; background: var(--accent); border-radius: 2px; }
.input { white-space: normal; padding: 0 .35rem; border-radius: 5px; background: var(--calm-back); color: var(--calm); font-size: .8rem; }
.bar { display: block; width: 100%; height: 5px; margin: .5rem 0; }
.bar .all { fill: var(--calm-back); }
.bar .span { fill: var(--accent); }

summary { cursor: pointer; padding: .2rem 0; font-size: .9rem; }
summary:hover { color: var(--link); }
.changes > li { font-size: .9rem; }
.changes > li:not(:has(> details)), .changes summary { padding: .05rem 0 .05rem 1.1rem; position: relative; list-style: none; }
.changes summary::-webkit-details-marker { display: none; }
.changes > li:not(:has(> details))::before { content: "·"; position: absolute; left: .3rem; color: var(--soft); }
.changes summary::before { content: "▸"; position: absolute; left: .1rem; color: var(--soft); }
.changes details[open] > summary::before { content: "▾"; }
.changes .prose { padding-left: 1.1rem; margin: .1rem 0 .4rem; color: var(--soft); }
.would { color: var(--warn); font-weight: 600; }
.steps > li { border-top: 1px solid var(--line); padding: .4rem 0 .4rem .25rem; }
.step { display: flex; gap: .5rem; align-items: baseline; }
.step .name { flex: 1; font-size: .9rem; min-width: 0; }
.seconds { color: var(--soft); font-size: .8rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.steps .changes, .said { margin-left: 1.25rem; }
.said { color: var(--soft); font-size: .875rem; }
.failure > .prose, .refusals > li > .prose { color: var(--bad); background: var(--bad-back); border-radius: 6px; padding: .5rem .75rem; margin: .4rem 0; font-size: .9rem; }
.from { font-size: .85rem; font-weight: 400; }

.graph { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .25rem 1rem; }
.graph > li { display: flex; gap: .75rem; }
.drawing { display: flex; flex-direction: column; flex: none; }
.drawing svg { display: block; flex: none; overflow: visible; }
.drawing .below { flex: 1; min-height: 0; height: 0; }
.drawing path { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; }
.drawing circle { stroke: var(--card); stroke-width: 2; }
${[0, 1, 2, 3, 4].map((lane) => `path.lane-${lane} { stroke: var(--lane-${lane}); } circle.lane-${lane} { fill: var(--lane-${lane}); }`).join('\n')}
.commit { flex: 1; min-width: 0; padding: .4rem 0 .6rem; }
.subject { font-weight: 500; }
.refs, .places { display: flex; flex-wrap: wrap; gap: .3rem .5rem; margin: .15rem 0; }
.refs > li { padding: 0 .5rem; border-radius: 6px; border: 1px solid var(--line); font-size: .8rem; background: var(--page); }
.refs > .tag.new { color: var(--good); background: var(--good-back); border-color: transparent; }
.refs .kind { color: var(--soft); }
.refs .new .kind { color: inherit; }
.refs span.new { font-weight: 600; }
.places { font-size: .85rem; }

.file { border-top: 1px solid var(--line); }
.counts { font-size: .8rem; white-space: nowrap; }
.counts .add { color: var(--good); } .counts .del { color: var(--bad); }
.diff { margin: .25rem 0 .5rem; padding: .5rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--page); line-height: 1.45; overflow-wrap: normal; tab-size: 4; }
.diff code { display: block; width: max-content; min-width: 100%; font-size: .8rem; }
.diff span { display: block; padding: 0 .75rem; }
.diff .add { color: var(--good); background: var(--good-back); }
.diff .del { color: var(--bad); background: var(--bad-back); }
.diff .hunk { color: var(--calm); background: var(--hunk); }
.diff .head { color: var(--soft); }

table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .9rem; }
th { text-align: left; font-size: .8rem; color: var(--soft); font-weight: 600; }
th, td { padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; overflow-wrap: normal; }
td:first-child { min-width: 4.5rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.digests > div { padding: .4rem 0; border-top: 1px solid var(--line); }
footer { margin-top: 3rem; }
@media (max-width: 40rem) {
  h1 { font-size: 1.6rem; }
  .card, .course > li, .findings > li { padding: .7rem .75rem; }
  .course { padding-left: .8rem; margin-left: .3rem; }
  .course > li::before { left: calc(-.8rem - 7px); }
  th, td { padding-right: .5rem; }
}
@media print {
  nav, .skip { display: none; }
  .card, .course > li { break-inside: avoid; }
}
`;

;// CONCATENATED MODULE: ./build/src/rehearsal/page/document.js



// Why: docs/decisions.md D74
/** A whole HTML file. It needs no script and no other file, and its policy lets a browser load nothing. */
function documentOf(title, body) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    return (0,html/* html */.q) `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${new html/* Html */.E(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ Html),
/* harmony export */   q: () => (/* binding */ html)
/* harmony export */ });
/** Markup that is safe to be part of a page. Only the tag `html` makes it. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** A template of HTML. Every text in it is escaped, also in quoted attributes. */
function html(literals, ...parts) {
    return new Html(String.raw({ raw: literals }, ...parts.map(markupOf)));
}
function markupOf(part) {
    if (part === undefined || part === false)
        return '';
    if (part instanceof Html)
        return part.text;
    return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part));
}
const escaped = (text) => text
    .replaceAll(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Control characters, and those that make a text look like another one by changing its direction. */
const unseen = /[\0-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;


/***/ }),

/***/ 75243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ mark),
/* harmony export */   I: () => (/* binding */ pill)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7840);

const signs = { success: '✓', failure: '✗', cancelled: '■', skipped: '–' };
/** The sign of a result. */
const mark = (result) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .q) `<span class="mark ${result}" role="img" aria-label="${result}">${signs[result] ?? '?'}</span>`;
/** A state in a word. */
const pill = (state) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .q) `<span class="pill ${state}">${state}</span>`;


/***/ }),

/***/ 70453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine),
/* harmony export */   readArguments: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12712);


const commandLine = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCommand */ .vL)({
    name: 'rehearse',
    summary: 'Perform the workflows that a tag would start, on an embedded GitHub. With --explain, only say which, and why.',
    about: [
        'Rehearse a release: perform the workflows of this checkout, on an embedded GitHub, as if a tag or a branch were pushed, or somebody started a workflow. Scripts are run as they are. For their programs, GitHub and all registries are on this machine. Other servers are refused, except those from which packages are read.',
    ],
    takes: {
        shown: '<tag | branch | workflow>',
        one: 'one tag, one branch or one workflow',
        fix: 'Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.',
        known: { here: ['tags', 'branches', 'workflows'] },
    },
    options: {
        release: { meaning: "Publish a release of the tag on GitHub's page, which also makes the tag." },
        explain: { meaning: 'Only say of every workflow whether it would run, and why.' },
        input: {
            value: 'NAME=VALUE',
            isRepeated: true,
            meaning: 'An input of the workflow that is started. Can be given several times.',
        },
        ref: {
            value: 'BRANCH',
            meaning: 'The branch or tag at which the workflow is started. [the default branch]',
            known: { here: ['branches', 'tags'] },
        },
        uncommitted: { meaning: 'Rehearse the files as they are in the folder, also what is not committed.' },
        secret: {
            value: 'NAME[=VALUE]',
            isRepeated: true,
            meaning: 'The real value of a secret. Nothing that is printed shows it. Without VALUE, it is that of the variable NAME of your environment, which other users of the machine cannot see. Can be given several times. The values of all other secrets are made up. If there is no variable NAME either, the secret exists, its value is made up, and secrets that are not named do not exist.',
        },
        var: {
            value: 'NAME=VALUE',
            isRepeated: true,
            meaning: 'A variable of the repository. Can be given several times.',
        },
        local: {
            value: 'REPOSITORY=FOLDER',
            isRepeated: true,
            meaning: 'The folder of a repository of actions or reusable workflows, such as org/actions=../actions.',
        },
        allow: {
            value: 'HOST',
            isRepeated: true,
            meaning: 'A host that the programs of steps may reach, such as hooks.slack.com. Can be given several times. Of a registry, images are read without a password; what is pushed there stays on this machine.',
        },
        open: { meaning: 'Write what happened as a page, and open it.' },
        json: { meaning: 'Print what happened as JSON.' },
    },
    after: [
        'The exit code is 0 if the release would go on to its end, 1 if it would stop, 130 if the rehearsal was interrupted, and 2 for a wrong command line.',
    ],
    examples: [
        'release-actions rehearse v1.2.0',
        'release-actions rehearse v1.2.0 --explain',
        'release-actions rehearse v1.2.0 --release',
        'release-actions rehearse main',
        'release-actions rehearse v1.2.0 --uncommitted --open',
        'release-actions rehearse release.yml --input version=1.2.0',
    ],
});
function readArguments(args) {
    const { word: what, values } = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommand */ .UK)(commandLine, args);
    if (values.release && /\.ya?ml$/.test(what))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`A release is made of a tag, not of ${what}.`, {
            fix: 'Write release-actions rehearse v1.2.0 --release.',
        });
    return {
        what,
        ref: values.ref,
        inputs: Object.fromEntries((0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)('--input', values.input, 'version=1.2.0')),
        isReleased: values.release,
        isExplained: values.explain,
        isUncommitted: values.uncommitted,
        isJson: values.json,
        isOpened: values.open,
        secrets: (values.secret ?? []).map(secretOf),
        vars: Object.fromEntries((0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)('--var', values.var, 'IMAGE=ghcr.io/org/app')),
        allowed: (values.allow ?? []).map((host) => host.toLowerCase()),
        local: new Map((0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)('--local', values.local, 'org/actions=../actions')),
    };
}
/** The refusal does not show the text: it may be a secret. */
function secretOf(text) {
    const [, name, value] = /^([A-Za-z_]\w*)(?:=([^]*))?$/.exec(text) ?? [];
    if (name === undefined)
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2('A --secret has no name that a secret can have.', { fix: 'Write --secret NAME=VALUE.' });
    if (value?.trim() === '')
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseError */ .K2(`--secret ${name}= has no value.`, {
            fix: `Write --secret ${name}, and set the variable ${name}.`,
        });
    return [name, value];
}


/***/ })

};
