export const id = "verify-command";
export const ids = ["verify-command"];
export const modules = {

/***/ 38045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ checksumsOf)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64032);

/** The text of a file with the checksums of all files of a release, in the form of sha256sum. */
function checksumsOf(local, found, name) {
    const digests = new Map((0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadedIn */ ._)(found).map((one) => [one.name, one.digest]));
    for (const asset of local)
        digests.set(asset.name, asset.digest);
    digests.delete(name);
    const lines = [...digests].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return lines.map(([file, digest]) => `${digest.replace(/^sha256:/, '')}  ${file}\n`).join('');
}


/***/ }),

/***/ 80998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mostAssets),
/* harmony export */   o$: () => (/* binding */ parseFileLine),
/* harmony export */   w5: () => (/* binding */ refuseUnfitFiles)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12712);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31987);


const mostAssets = 1000;
const largest = 2 ** 31; // https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
/** Reads a line of the input files: a path or a glob, and a label after `#`. */
function parseFileLine(line) {
    const [, before = line, label = ''] = /^(.*?)#(.*)$/.exec(line) ?? [];
    const pattern = before.trim();
    if (pattern !== '')
        return { pattern, label: label.trim() === '' ? undefined : label.trim() };
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`contains the line ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}, which names no file.`, {
        fix: 'Write PATH or PATH#LABEL. A file whose name contains # has to be renamed.',
    });
}
/** Refuses files that GitHub would refuse, rename or confuse, before anything is uploaded. */
function refuseUnfitFiles(files) {
    const byName = Map.groupBy(files, ({ name }) => name.toLowerCase());
    (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseIfAny */ .Yb)('These files cannot be uploaded to a release.', [
        ...(files.length > mostAssets
            ? [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`There are ${files.length} files. A release can have at most ${mostAssets}.`, {
                    fix: 'Pack some of them into an archive.',
                }),
            ]
            : []),
        ...files.flatMap(({ path, name, size }) => [
            ...(size === 0
                ? [new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} is empty. GitHub refuses empty files.`, { fix: 'Remove it from the files.' })]
                : []),
            ...(size >= largest
                ? [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${path} has ${size} bytes. GitHub accepts files of less than ${largest}.`, {
                        fix: 'Split the file.',
                    }),
                ]
                : []),
            ...(keptName(name) === name
                ? []
                : [
                    new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`GitHub would rename ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(keptName(name))}.`, {
                        fix: `Give ${path} a name that contains only letters, digits and ._-+@`,
                    }),
                ]),
        ]),
        ...[...byName.values()].flatMap((same) => same.length === 1
            ? []
            : [
                new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseError */ .K2(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(same.map(({ path }) => path))} would have the same name in the release.`, {
                    fix: 'Rename all but one. Names that differ only in upper and lower case are the same file on some systems.',
                }),
            ]),
    ]);
}
/** The name that GitHub keeps of a file: https://github.com/cli/cli/blob/v2.50.0/pkg/cmd/release/upload/upload.go#L137 */
function keptName(name) {
    const marks = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .ER)(name) ? /[\^`]/g : new RegExp(String.raw `\p{Diacritic}`, 'gu');
    const plain = name.normalize('NFD').replaceAll(marks, '');
    const kept = plain.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
    return plain.startsWith('.') ? `default.${kept}` : kept;
}


/***/ }),

/***/ 64032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ uploadedIn)
/* harmony export */ });
/** The files of a release whose upload is finished. */
const uploadedIn = (release) => (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);


/***/ }),

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

/***/ 43929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandLine: () => (/* binding */ commandLine),
/* harmony export */   readArguments: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80194);

const commandLine = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCommand */ .vL)({
    name: 'verify',
    summary: 'Whether a release that is out is what its tag says: everything is built again and compared.',
    about: [
        'Verify a release that is out: build it again from its tag, and compare everything that can be compared.',
        'Reads the workflows of the tag. Wheel, docs and charts are built again in a temporary folder and compared with the files of the release and the registries; so are versions, tags of modules, notes, and images in every place to which they were promoted. Writes nothing. What cannot be compared is named.',
    ],
    takes: {
        shown: '<tag>',
        one: 'one tag',
        fix: 'Write release-actions verify v1.2.0.',
        known: { here: ['tags'] },
    },
    options: {
        input: {
            value: 'NAME=VALUE',
            isRepeated: true,
            meaning: 'An input of workflows that people start. Can be given several times.',
        },
        var: {
            value: 'NAME=VALUE',
            isRepeated: true,
            meaning: 'A variable of the repository. Can be given several times.',
        },
        json: { meaning: 'Print the findings as JSON.' },
        open: { meaning: 'Write them as a page, and open it.' },
    },
    after: [
        'Set GH_TOKEN or GITHUB_TOKEN for a private repository, or for more requests.',
        'The exit code is 0 if nothing differs, 1 if something does, and 2 for a wrong command line.',
    ],
    examples: [
        'release-actions verify v1.2.0',
        'release-actions verify v1.2.0 --json',
        'release-actions verify chart/0.3.0 --input image=v0.4.0 --open',
    ],
});
function readArguments(args) {
    const { word, values } = (0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommand */ .UK)(commandLine, args);
    return {
        tag: word.replace(/^refs\/tags\//, ''),
        inputs: Object.fromEntries((0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)('--input', values.input, 'version=1.2.0')),
        vars: Object.fromEntries((0,_domain_command_lines_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)('--var', values.var, 'IMAGE=ghcr.io/org/app')),
        isJson: values.json,
        isOpened: values.open,
    };
}


/***/ }),

/***/ 54078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandWith: () => (/* binding */ commandWith)
});

// EXTERNAL MODULE: ./build/src/rehearsal/browser.js
var browser = __webpack_require__(46613);
// EXTERNAL MODULE: ./build/src/rehearsal/checkout.js
var rehearsal_checkout = __webpack_require__(17493);
// EXTERNAL MODULE: ./build/src/runtime/surroundings.js
var surroundings = __webpack_require__(68371);
// EXTERNAL MODULE: ./build/src/verification/verify-arguments.js
var verify_arguments = __webpack_require__(43929);
// EXTERNAL MODULE: ./build/src/domain/error.js
var domain_error = __webpack_require__(12712);
;// CONCATENATED MODULE: ./build/src/verification/finding.js

const signs = { same: '✓', different: '✗', open: '–' };
/** A line for each finding, and one below a difference with the fix. */
function linesOf({ verdict, what, detail, fix, at }) {
    const place = verdict === 'open' && at !== undefined ? ` (${placeOf(at)})` : '';
    const line = `${signs[verdict]} ${what}${place}${detail === undefined ? '' : `: ${detail}`}`;
    return fix === undefined ? [line] : [line, `  ${fix.replaceAll('\n', '\n  ')}`];
}
/** `publish.yml:31` */
const placeOf = (at) => (0,domain_error/* positionText */.J)(at).replace('.github/workflows/', '');
/** What several workflows say alike is told once. Each step that was not verified has its own line. */
const withoutRepeats = (findings) => [
    ...new Map(findings.map((one) => [[one.verdict, one.what, said(one)].join('\n'), one])).values(),
];
const said = ({ verdict, detail, at }) => (verdict === 'open' ? at && placeOf(at) : detail);
/** `3 differences` and the like, for the last line. */
function sumOf(findings) {
    const count = (verdict) => findings.filter((one) => one.verdict === verdict).length;
    const [same, different, open] = [count('same'), count('different'), count('open')];
    const differences = different === 0 ? 'no difference' : `${different} ${different === 1 ? 'difference' : 'differences'}`;
    return `${same} verified, ${differences}, ${open} not verified`;
}

// EXTERNAL MODULE: ./build/src/rehearsal/page/document.js + 1 modules
var page_document = __webpack_require__(62540);
// EXTERNAL MODULE: ./build/src/rehearsal/page/html.js
var html = __webpack_require__(7840);
// EXTERNAL MODULE: ./build/src/rehearsal/page/marks.js
var marks = __webpack_require__(75243);
;// CONCATENATED MODULE: ./build/src/verification/page.js




/** What a verification has found, as one HTML file. Differences stand first. */
function pageOf({ repository, tag, commit, findings }) {
    const of = (verdict) => findings.filter((one) => one.verdict === verdict);
    const isSame = of('different').length === 0;
    const body = (0,html/* html */.q) `<header class="banner">
      <p class="repository">${repository}</p>
      <h1>${tag}</h1>
      <p class="verdict ${isSame ? 'done' : 'stopped'}">${isSame ? '✓ Nothing differs' : '✗ Something differs'}</p>
      <p class="meta">Commit <code>${commit.slice(0, 12)}</code> · ${sumOf(findings)}</p>
    </header>
    <main>
      ${section('Differences', of('different'), 'failure')} ${section('Verified', of('same'), 'success')}
      ${section('Not verified', of('open'), 'skipped')}
    </main>
    <footer><p class="meta">Written by release-actions. This page loads nothing.</p></footer>`;
    return (0,page_document/* documentOf */.l)(`${tag} verified · ${repository}`, body);
}
function section(title, findings, result) {
    if (findings.length === 0)
        return false;
    return (0,html/* html */.q) `<section>
    <h2>${title}</h2>
    <ul class="findings">
      ${findings.map(({ what, detail, fix, at }) => (0,html/* html */.q) `<li>
            <p>${(0,marks/* mark */.G)(result)} <b>${what}</b>${detail !== undefined && (0,html/* html */.q) `: ${detail}`}</p>
            ${fix !== undefined && (0,html/* html */.q) `<p class="prose">${fix}</p>`}
            ${at !== undefined && (0,html/* html */.q) `<p class="meta">${placeOf(at)}</p>`}
          </li>`)}
    </ul>
  </section>`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/world/environment.js
var environment = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/src/world/credentials.js
var world_credentials = __webpack_require__(19992);
// EXTERNAL MODULE: ./build/src/world/ledger.js
var ledger = __webpack_require__(61245);
// EXTERNAL MODULE: ./build/src/world/world.js + 3 modules
var world_world = __webpack_require__(61259);
// EXTERNAL MODULE: ./build/src/rehearsal/servers/called-file.js
var called_file = __webpack_require__(4888);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/domain/releases/checksums.js
var checksums = __webpack_require__(38045);
// EXTERNAL MODULE: ./build/src/domain/releases/release.js
var releases_release = __webpack_require__(64032);
// EXTERNAL MODULE: ./build/src/domain/text.js
var domain_text = __webpack_require__(31987);
;// CONCATENATED MODULE: ./build/src/verification/told.js

/** What an action has verified, each with the value that is the same. */
function verifiedBy(name, outputs) {
    const of = (output) => outputs[output] ?? '';
    const list = (output) => itemsOf(outputs, output);
    switch (name) {
        case 'parse-tag':
            return [[`tag ${of('tag')}`, `version ${of('version') || of('pep440')}, at ${(0,domain_text/* short */.h0)(of('sha'))}`]];
        case 'push-tag':
            return [[`tag ${of('tag')} on the remote`, `at ${(0,domain_text/* short */.h0)(of('sha'))}`]];
        case 'go-module-tags':
            return list('modules').map(({ tag, commit }) => [`module tag ${tag}`, `at ${(0,domain_text/* short */.h0)(commit ?? '')}`]);
        case 'build-wheel':
            return [[`wheel ${nameIn(of('wheel'))} can be built again`, digest(of('sha256'))]];
        case 'package-docs':
            return [[`docs ${nameIn(of('archive'))} can be packed again`, digest(of('sha256'))]];
        case 'helm-package':
            return list('packages').flatMap(({ path, sha256, reference, digest: pushed }) => [
                [`chart ${nameIn(path ?? '')} can be packaged again`, digest(sha256 ?? '')],
                ...(reference === undefined ? [] : [[`chart ${reference}`, digest(pushed ?? '')]]),
            ]);
        case 'promote-image':
        case 'await-image':
            return imagesVerifiedBy(name, outputs).map((image) => [image.what, digest(image.digest)]);
        default:
            return [];
    }
}
/** The images that an action has verified. */
function imagesVerifiedBy(name, outputs) {
    const images = itemsOf(outputs, 'images');
    if (name === 'await-image')
        return images.map(({ reference = '', digest: found = '', signed = 'none' }) => {
            const signature = signed === 'none' ? '' : `, signature ${signed}`;
            return { reference, digest: found, what: `image ${reference}${signature}` };
        });
    if (name !== 'promote-image')
        return [];
    return images.flatMap(({ name: image, tag, digest: found = '', to = [] }) => {
        const own = `${image}:${tag}`;
        if (to.length === 0)
            return [{ reference: own, digest: found, what: `image ${own} in production` }];
        return to.map((place) => ({ reference: place, digest: found, what: `image ${place}` }));
    });
}
const itemsOf = (outputs, output) => JSON.parse(outputs[output] || '[]');
/** The first digits of a digest are enough for people to compare. */
const digest = (whole) => `sha256:${whole.replace('sha256:', '').slice(0, 12)}`;
const nameIn = (path) => path.slice(path.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./build/src/verification/assets.js






/**
 * Compares the files of a release with those that were built again, with its checksums, and with what the workflows say. `unseen`
 * are the places of steps that may attach files, too.
 */
function assetFindings(release, claims, unseen) {
    const assets = (0,releases_release/* uploadedIn */._)(release);
    const built = new Map(claims.flatMap((claim) => [...claim.built]));
    const unbuilt = claims.flatMap((claim) => claim.unbuilt);
    const names = new Set(claims.flatMap(({ checksums }) => checksums ?? []));
    const sums = assets.find(({ name }) => (names.size === 0 ? name === 'SHA256SUMS' : names.has(name)));
    const fits = sums !== undefined && sums.digest === sumsDigest(release, sums.name);
    const others = assets.filter(({ name }) => name !== sums?.name);
    return [
        ...others.map((asset) => findingOf(asset, { built, unbuilt, isClaimed: claims.length > 0, fits, unseen })),
        ...[...built.keys()].filter((name) => !assets.some((asset) => asset.name === name)).map((name) => missing(name)),
        ...unbuilt
            .filter(({ pattern }) => !/[*?[{]/.test(pattern) && !assets.some(({ name }) => name === pattern))
            .map(({ pattern }) => missing(pattern)),
        ...sumsFindings(release, sums, { fits, isWanted: names.size > 0 && built.size + unbuilt.length > 0 }),
    ];
}
function findingOf({ name, digest: found }, { built, unbuilt, isClaimed, fits, unseen }) {
    const wanted = built.get(name);
    if (wanted === found)
        return { verdict: 'same', what: `file ${name} of the release`, detail: digest(found) };
    if (wanted !== undefined)
        return {
            verdict: 'different',
            what: `The release has ${name} with ${digest(found)}, not with ${digest(wanted)}, as the tag builds it.`,
            fix: 'Find out who replaced the file, or which tool of the build has another version. A file that was published stays: release the next version.',
        };
    const claim = unbuilt.find(({ pattern }) => name === pattern || (0,external_node_path_.matchesGlob)(name, pattern));
    if (claim === undefined && isClaimed && unseen.length === 0)
        return {
            verdict: 'different',
            what: `The release has ${name} with ${digest(found)}, and no workflow of the tag says so.`,
            fix: 'Find out who added the file.',
        };
    const others = unseen.length === 0
        ? 'no workflow of the tag attaches it by an action of this project'
        : `it may come from what is not performed: ${(0,domain_text/* listed */.KE)(unseen)}`;
    const why = claim?.why ?? others;
    const compared = fits ? ` ${digest(found)} is in the checksums of the release.` : '';
    return {
        verdict: 'open',
        what: `file ${name} of the release`,
        detail: `not built again, because ${why}.${compared}`,
    };
}
const missing = (name) => ({
    verdict: 'different',
    what: `The release has no file ${name}, which belongs to it.`,
    fix: 'Find out who removed it. Run the workflow of the release again: it uploads what is missing.',
});
function sumsFindings(release, sums, { fits, isWanted }) {
    if (sums === undefined)
        return isWanted
            ? [{ verdict: 'different', what: 'The release has no file with checksums.', fix: 'Find out who removed it.' }]
            : [];
    if (fits)
        return [
            {
                verdict: 'same',
                what: `checksums in ${sums.name}`,
                detail: `those of ${release.assets.length === 2 ? 'the file' : `all ${release.assets.length - 1} files`}, ${digest(sums.digest)}`,
            },
        ];
    return [
        {
            verdict: 'different',
            what: `${sums.name} has not the checksums of the files: it is ${digest(sums.digest)}, not ${digest(sumsDigest(release, sums.name))}.`,
            fix: 'Find out which file was added, removed or replaced after the release.',
        },
    ];
}
function sumsDigest(release, name) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256')
        .update((0,checksums/* checksumsOf */.U)([], release, name))
        .digest('hex')}`;
}

;// CONCATENATED MODULE: ./build/src/verification/attaching.js

/** Actions of others, and programs, that attach files to releases. */
const attaches = /^(?!\s*#).*(?:\bgh release (?:create|upload)\b|\buses:\s*['"]?(?!\S*release-actions\/)\S*(?:release|sbom|slsa)\S*@|\bgoreleaser release\b)/;
/** The lines of workflows by which something else than gh-release may attach files to a release. */
const attachingLines = (files) => files.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (attaches.test(line) ? [placeOf({ file: path, line: index + 1 })] : [])));

// EXTERNAL MODULE: ./build/src/domain/images/reference.js
var images_reference = __webpack_require__(92556);
// EXTERNAL MODULE: ./build/src/rehearsal/images/exporters.js
var exporters = __webpack_require__(38650);
// EXTERNAL MODULE: ./build/src/rehearsal/images/name.js
var images_name = __webpack_require__(38249);
;// CONCATENATED MODULE: ./build/src/verification/images.js






/** Whether docker/build-push-action pushes what it builds. */
const pushes = (inputs) => inputs['push'] === 'true' ||
    (0,domain_text/* textLines */.Fy)(inputs['outputs'] ?? '')
        .map(exporters/* exporterFrom */.q)
        .some(exporters/* isPush */.n3);
/** The images that docker/build-push-action names. */
const imagesIn = (inputs) => (0,domain_text/* textItems */.Ey)(inputs['tags'] ?? '').map((text) => (0,domain_error/* attempt */.CD)(() => (0,images_reference/* parseReference */.F2)((0,images_name/* withRegistry */.u$)(text))));
// Why: docs/decisions.md D94
/** Whether the images of builds are there, and agree with what recorded their digests. */
const imageFindings = (images, release) => images.map((image) => {
    const { found, at } = image;
    if (found instanceof domain_error/* ReleaseError */.K2)
        return {
            ...openOf(image, `not verified, because ${found.message}`),
            ...(found.fix !== undefined && { fix: found.fix }),
        };
    if (found === undefined)
        return images_missing(image, release);
    const name = (0,images_reference/* referenceText */.n5)(image.reference);
    const recorded = recordsOf({ ...image, found }, images, release);
    const other = recorded.find((one) => one.digest !== found);
    if (other !== undefined)
        return otherwise(image, release, { now: digest(found), ...other });
    const [first] = recorded;
    if (first !== undefined)
        return { verdict: 'same', what: `image ${name}`, detail: `${digest(found)}, as ${first.where} has it`, at };
    return {
        ...openOf(image, `there, with ${digest(found)}, but nothing that is read here recorded the digest on the day of the release`),
        fix: `If it was attested, this proves it: gh attestation verify oci://${name} --repo ${release.repository}`,
    };
});
const openOf = ({ reference, at }, detail) => ({
    verdict: 'open',
    what: `image ${(0,images_reference/* referenceText */.n5)(reference)}`,
    detail,
    at,
});
function images_missing(image, release) {
    const { reference, doubt, at } = image;
    if (doubt !== undefined)
        return openOf(image, `not there, and it is not known whether it was pushed: ${doubt}`);
    if (!isOf(release, reference.tag ?? ''))
        return openOf(image, 'not there: the tag does not name the version, so that it may have been removed since');
    return {
        verdict: 'different',
        what: `There is no image ${(0,images_reference/* referenceText */.n5)(reference)}, which the workflow pushes.`,
        fix: 'Find out who deleted it. Look whether another tag still has it, before the registry removes it for good.',
        at,
    };
}
/** The image of a tag is another one than the one that was recorded. */
function otherwise(image, release, { now, where, digest: was }) {
    if (!isOf(release, image.reference.tag ?? ''))
        return openOf(image, `now ${now}, while ${where} has ${digest(was)}`);
    return {
        verdict: 'different',
        what: `Image ${(0,images_reference/* referenceText */.n5)(image.reference)} is ${now}, but ${where} has ${digest(was)}.`,
        fix: 'Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
        at: image.at,
    };
}
/** Whether a tag belongs to this one release. Others, such as `latest`, go on to the next one. */
const isOf = ({ tag, commit }, imageTag) => {
    const version = /\d.*$/.exec(tag)?.[0].replaceAll('+', '_') ?? tag;
    return imageTag.includes(version) || imageTag.includes(commit.slice(0, 7));
};
/** What says which digest an image had: notes of the release, an image that is verified, another tag of the same build. */
function recordsOf(image, images, release) {
    const { reference, found, at } = image;
    const [repository, whole] = [(0,images_reference/* referenceText */.n5)((0,images_reference/* repositoryOf */._M)(reference)), (0,images_reference/* referenceText */.n5)(reference)];
    const inNotes = [...release.notes.matchAll(/([\w.:/-]+)@(sha256:[0-9a-f]{64})/g)]
        .filter(([, named]) => named === repository || named === whole)
        .map(([, , recorded = '']) => ({ where: 'the release', digest: recorded }));
    // What is named by its digest may have it from this very tag.
    const promoted = release.verified
        .filter((one) => one.digest === found && one.reference !== whole && !one.reference.includes('@'))
        .map(({ what, digest: recorded }) => ({ where: what, digest: recorded }));
    const ofSameBuild = images
        .filter((other) => other.reference !== reference && other.at === at && isOf(release, other.reference.tag ?? ''))
        .flatMap((other) => typeof other.found === 'string'
        ? [{ where: `image ${(0,images_reference/* referenceText */.n5)(other.reference)}`, digest: other.found }]
        : []);
    return [...inNotes, ...promoted, ...ofSameBuild];
}

// EXTERNAL MODULE: ./build/src/runtime/report.js
var report = __webpack_require__(99306);
// EXTERNAL MODULE: ./build/src/runtime/run.js + 4 modules
var run = __webpack_require__(20661);
;// CONCATENATED MODULE: ./build/src/verification/performer.js



/** Performs actions in this process. They read with the token of the person, and write nothing but local files. */
class Performer {
    names;
    token;
    #actions;
    #surroundings;
    constructor(actions, surroundings, token) {
        this.names = new Set(Object.keys(actions));
        this.token = token;
        this.#actions = actions;
        this.#surroundings = surroundings;
    }
    async perform({ name, inputs, env, folder }) {
        const load = this.#actions[name];
        if (load === undefined)
            throw new domain_error/* ReleaseError */.K2(`There is no action ${name}.`);
        const action = (await load()).default;
        const given = { ...inputs, ...(this.token !== undefined && { token: this.token }) };
        const outcome = await (0,run/* run */.e)(action, {
            input: (input) => (Object.hasOwn(given, input) ? given[input] : undefined),
            mask: () => { },
            say: () => { },
            surroundings: { ...this.#surroundings, env: { ...this.#surroundings.env, ...env }, workspace: folder },
        });
        return {
            outputs: Object.fromEntries((0,report/* outputsOf */.Yz)(action, outcome).map(({ name: output, text }) => [output, text])),
            notes: outcome.notes,
            failures: outcome.failure === undefined ? [] : (0,report/* explain */.WE)(outcome.failure),
        };
    }
}

// EXTERNAL MODULE: ./build/src/rehearsal/triggers/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(63831);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/verdict.js + 1 modules
var verdict = __webpack_require__(76801);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/value.js
var workflow_value = __webpack_require__(45890);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/workflow.js + 1 modules
var workflow_workflow = __webpack_require__(94604);
;// CONCATENATED MODULE: ./build/src/verification/runs.js





/** The workflows that take part in a release: those that the tag or the release starts, and those that people start for a tag. */
function runsOf(files, release) {
    const [runs, findings] = [[], []];
    for (const file of files.filter(({ text }) => saysSomething.test(text))) {
        const workflow = (0,domain_error/* attempt */.CD)(() => (0,workflow_workflow/* readWorkflow */.S6)(file));
        if (workflow instanceof domain_error/* ReleaseError */.K2) {
            const { message } = workflow.reasons[0] ?? workflow;
            findings.push({
                verdict: 'open',
                what: file.path,
                detail: `not verified, because GitHub does not accept it: ${message.replace(/^GitHub does not accept \S+: /, '')}`,
            });
            continue;
        }
        const isRun = (event) => (0,verdict/* verdictOn */.H)(workflow, event).runs;
        const happened = [[pushed(release)], released(release)].flatMap((events) => events.find(isRun) ?? []);
        const started = happened.length > 0 ? [] : startedBy(workflow, release);
        if (started instanceof domain_error/* ReleaseError */.K2)
            findings.push(notStarted(workflow, started));
        else if (started.length > 0)
            runs.push({ workflow, events: started });
        runs.push(...happened.map((event) => ({ workflow, events: [event] })));
    }
    return { runs, findings };
}
/** Other workflows say nothing about a release: they use no action of this project, and build no image. */
const saysSomething = /uses:\s*['"]?(?:[\w.-]+\/release-actions\/|[.$]\/|docker\/build-push-action@)/;
const person = { login: 'you', kind: 'person' };
const ofRepository = ({ repository, defaultBranch }) => ({
    repository: { full_name: repository, name: repository.replace(/^.*\//, ''), default_branch: defaultBranch },
});
const pushed = (release) => ({
    name: 'push',
    ref: `refs/tags/${release.tag}`,
    sha: release.commit,
    actor: person,
    payload: {
        ...ofRepository(release),
        ref: `refs/tags/${release.tag}`,
        before: '0'.repeat(40),
        after: release.commit,
    },
    tagsInPush: 1,
});
/** What GitHub tells when a release is published. A workflow that listens to several of these is followed once. */
function released(release) {
    const { tag, commit, published } = release;
    const shown = published && { name: published.name, body: published.body, prerelease: published.isPrerelease };
    return ['published', published?.isPrerelease === true ? 'prereleased' : 'released', 'created'].map((activity) => ({
        name: 'release',
        activity,
        ref: `refs/tags/${tag}`,
        sha: commit,
        actor: person,
        payload: {
            ...ofRepository(release),
            action: activity,
            release: { tag_name: tag, draft: false, ...shown },
        },
    }));
}
const namesOfTags = ['tag', 'version', 'release'];
/**
 * How a person starts a workflow for the tag: with the tag in an input that is called so, or with the version in it. None for
 * a workflow that takes no tag; a refusal if other inputs are missing.
 */
function startedBy(workflow, release) {
    const trigger = workflow.triggers.find(({ event }) => event === 'workflow_dispatch');
    const declared = new Set((0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(trigger?.filters, 'inputs')).map(({ key }) => key));
    const given = Object.fromEntries(Object.entries(release.given).filter(([name]) => declared.has(name)));
    const forTag = namesOfTags.find((name) => declared.has(name) && !(name in given));
    if (forTag === undefined && Object.keys(given).length === 0)
        return [];
    const version = release.tag.replace(/^.*?(?=\d)/, '');
    const all = forTag === undefined ? [given] : [release.tag, version].map((value) => ({ ...given, [forTag]: value }));
    const read = (0,domain_error/* attempt */.CD)(() => all.map((inputs) => (0,dispatch_inputs/* dispatchInputs */.C)(trigger, inputs)));
    if (read instanceof domain_error/* ReleaseError */.K2)
        return read;
    const ref = `refs/heads/${release.defaultBranch}`;
    return read.map((inputs) => ({
        name: 'workflow_dispatch',
        ref,
        sha: release.commit,
        actor: person,
        payload: { ...ofRepository(release), ref, inputs },
        workflow: workflow.path,
        inputs,
    }));
}
function notStarted(workflow, refusal) {
    const [first = refusal] = refusal.reasons;
    const at = first.at;
    return {
        verdict: 'open',
        what: workflow.path,
        detail: `not verified, because it is started by hand: ${first.message}`,
        ...(first.fix !== undefined && { fix: first.fix }),
        ...(at !== undefined && { at }),
    };
}

// EXTERNAL MODULE: ./build/src/domain/suggestion.js
var suggestion = __webpack_require__(2680);
;// CONCATENATED MODULE: ./build/src/verification/tag-findings.js



const where = { remote: 'origin', direction: 'fetch' };
/** What holds of the tag of every release, whatever workflows say. */
async function tagFindings({ tag, commit, defaultBranch }, { git }) {
    const { tags, branches } = await git.remotes.refs(where, defaultBranch);
    const there = tags.get(tag);
    if (there === undefined)
        return [
            {
                verdict: 'different',
                what: `origin has no tag ${tag}; it should be at ${(0,domain_text/* short */.h0)(commit)}.`,
                fix: 'Find out who deleted it. Push the very same tag again.',
            },
        ];
    if (there.commit !== commit)
        return [
            {
                verdict: 'different',
                what: `origin has tag ${tag} at ${(0,domain_text/* short */.h0)(there.commit)}, not at ${(0,domain_text/* short */.h0)(commit)}, as this checkout has it.`,
                fix: 'Find out who moved the tag and why. Whoever has fetched it keeps the old one: release the next version.',
            },
        ];
    const object = await git.tags.object(where, tag, there);
    const kind = object === undefined ? 'lightweight' : object.isSigned ? 'annotated and signed' : 'annotated';
    const tip = branches.get(defaultBranch);
    const isOn = tip !== undefined &&
        (await (await git.history()).isOnBranch(commit, { remote: 'origin', name: defaultBranch, tip }));
    return [
        { verdict: 'same', what: `tag ${tag} on origin`, detail: `${kind}, at ${(0,domain_text/* short */.h0)(commit)}` },
        isOn
            ? { verdict: 'same', what: `commit ${(0,domain_text/* short */.h0)(commit)}`, detail: `on ${defaultBranch}` }
            : {
                verdict: 'open',
                what: `commit ${(0,domain_text/* short */.h0)(commit)}`,
                detail: `not on ${defaultBranch}, but perhaps on the branch of an older release`,
            },
    ];
}
/** A tag that this checkout does not have. */
function noTag(tag, known) {
    const meant = (0,suggestion/* didYouMean */.a)(tag, known);
    return new domain_error/* ReleaseError */.K2(`This checkout has no tag ${tag}.`, {
        fix: meant === undefined
            ? `Fetch it: git fetch origin tag ${tag}`
            : `${meant} To fetch it: git fetch origin tag ${tag}`,
    });
}

// EXTERNAL MODULE: ./build/src/rehearsal/borrowed-repository.js
var borrowed_repository = __webpack_require__(43426);
;// CONCATENATED MODULE: ./build/src/verification/tagged-checkout.js



/** Fresh checkouts of a tag in a temporary folder. The checkout of the person stays as it is. */
class TaggedCheckouts {
    #checkout;
    #root;
    #tag;
    #count = 0;
    constructor(checkout, { root, tag }) {
        this.#checkout = checkout;
        this.#root = root;
        this.#tag = tag;
    }
    async next() {
        this.#count += 1;
        const folder = (0,external_node_path_.join)(this.#root, String(this.#count));
        await (0,promises_.mkdir)(folder);
        const refs = await (0,borrowed_repository/* refsOf */.gA)(this.#checkout, 'refs/tags', 'refs/remotes/origin');
        const own = await borrowed_repository/* BorrowedRepository */.Px.make(this.#checkout, (0,external_node_path_.join)(folder, '.git'), {
            isBare: false,
            head: 'main',
            refs,
        });
        const git = async (...args) => {
            const { exitCode, stderr } = await own.run(['-C', folder, ...args], { env: { GIT_WORK_TREE: folder } });
            // `git checkout` succeeds without a file whose content is missing
            if (exitCode !== 0 || /^error: /m.test(stderr))
                throw (0,borrowed_repository/* incomplete */.$x)(stderr);
        };
        const address = await this.#checkout.look('config', '--get', 'remote.origin.url');
        if (address !== undefined)
            await git('config', 'remote.origin.url', address);
        await git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
        await git('checkout', '--quiet', '--detach', `refs/tags/${this.#tag}`);
        return folder;
    }
}

// EXTERNAL MODULE: ./build/src/rehearsal/expressions/expression.js
var expression = __webpack_require__(99411);
// EXTERNAL MODULE: ./build/src/rehearsal/jobs/matrix.js
var jobs_matrix = __webpack_require__(69169);
// EXTERNAL MODULE: ./build/src/rehearsal/jobs/records.js
var records = __webpack_require__(968);
// EXTERNAL MODULE: ./build/src/rehearsal/triggers/event.js
var triggers_event = __webpack_require__(20375);
;// CONCATENATED MODULE: ./build/src/verification/unknown.js


/** Everything unknown that the expressions in a value name. */
function unknownIn(value, unknowns) {
    const names = new Set(expressionsIn(value).flatMap(referencesIn));
    return [...names].flatMap((name) => {
        const found = [...unknowns].find(([known]) => name === known || within(name, known) || within(known, name));
        return found === undefined ? [] : [{ name, from: found[1] }];
    });
}
const within = (inner, outer) => inner.startsWith(`${outer}.`);
function expressionsIn(value) {
    if (value?.kind === 'expression')
        return [value.expression];
    return [...(0,workflow_value/* itemsOf */.S3)(value), ...(0,workflow_value/* entriesOf */.Mc)(value).map((entry) => entry.value)].flatMap(expressionsIn);
}
const reference = /\b(?:github|steps|needs|jobs|inputs|vars|secrets|env|matrix)(?:\s*\.\s*[\w*-]+)*/g;
/** The names of contexts in an expression, such as `steps.image.outputs.name`. What stands in quotes is text. */
function referencesIn(expression) {
    const plain = expression.replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1').replaceAll(/'(?:[^']|'')*'/g, "''");
    return [...plain.matchAll(reference)]
        .filter(({ index }) => !/[\w.]$/.test(plain.slice(0, index)))
        .map(([name]) => name.replaceAll(/\s/g, ''));
}
/** `it takes steps.image.outputs.name from the step "Find the name" (publish.yml:31)` */
const takes = ([first, ...more]) => first === undefined
    ? ''
    : `it takes ${first.name} from ${first.from}${more.length === 0 ? '' : `, and ${more.length} more`}`;
/** A step as it is told. */
const stepAt = (name, at) => `the step "${name}" (${placeOf(at)})`;
/** The mark of something unknown in a text. */
const unknownMark = '\uFFFD';

;// CONCATENATED MODULE: ./build/src/verification/known.js




/** The variables that a mapping `env` adds to those around it. */
function withVariables({ texts, unknowns }, env, known) {
    const { inputs: own, unknowns: open } = inputsOf(env, known);
    const kept = [...unknowns].filter(([name]) => !(name in own));
    return {
        texts: { ...texts, ...own },
        unknowns: new Map([...kept, ...[...open].map(([name, [first]]) => [name, first?.from ?? ''])]),
    };
}
/** What GitHub's expressions see. On the day of the release, everything succeeded. */
function scopeOf({ contexts }) {
    return {
        contexts: {
            secrets: {},
            steps: {},
            needs: {},
            matrix: {},
            strategy: {},
            runner: { os: 'Linux', temp: '' },
            env: {},
            job: {},
            ...contexts,
        },
        functions: {
            always: () => true,
            cancelled: () => false,
            failure: () => false,
            success: () => true,
            hashFiles: () => '',
        },
    };
}
/** Everything that a value takes and nobody knows. */
function openIn(value, known) {
    return unknownIn(value, new Map([...known.unknowns, ...unsetIn(value, known)]));
}
/** The inputs of a step. Those that take something unknown have all else of it, and a mark in its place. */
function inputsOf(value, known) {
    const [inputs, unknowns] = [{}, new Map()];
    for (const { key, value: own } of (0,workflow_value/* entriesOf */.Mc)(value)) {
        const open = openIn(own, known);
        if (open.length > 0)
            unknowns.set(key, open);
        const text = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedText */.Z4)(own, scopeOf(marked(known, open))));
        inputs[key] = text instanceof domain_error/* ReleaseError */.K2 ? '' : text;
    }
    return { inputs, unknowns };
}
function outputsOf(declared, known) {
    const [outputs, unknowns] = [{}, new Map()];
    for (const [name, value] of declared) {
        const [open] = openIn(value, known);
        if (open === undefined)
            outputs[name] = (0,expression/* evaluatedText */.Z4)(value, scopeOf(known));
        else
            unknowns.set(name, open.from);
    }
    return { outputs, unknowns };
}
/** The same, with a mark for each value that is unknown. */
function marked(known, open) {
    if (open.length === 0)
        return known;
    const contexts = structuredClone(known.contexts);
    for (const { name } of open)
        set(contexts, name.split('.'));
    return { ...known, contexts };
}
function set(into, [first = '', ...more]) {
    if (more.length === 0)
        return void (into[first] = unknownMark);
    const inner = into[first];
    const next = typeof inner === 'object' && inner !== null && !(0,expression/* isList */.Lv)(inner) ? { ...inner } : {};
    set(next, more);
    into[first] = next;
}
/** Variables and secrets of the repository, which only its settings have, and variables that no `env` has. */
function unsetIn(value, { contexts }) {
    const settings = new Map(['vars', 'secrets', 'env'].map((context) => [context, '']));
    return unknownIn(value, settings).flatMap(({ name }) => {
        const [context = '', key] = name.split('.');
        if (context === 'secrets')
            return [[name, 'the secrets of the repository']];
        const isThere = key !== undefined && key in (contexts[context] ?? {});
        if (isThere || (context === 'env' && notOnGitHub.has(name)))
            return [];
        if (context === 'env')
            return [[name, 'an earlier step, if one sets it']];
        return [[name, `the variables of the repository: give it with --var ${key}=VALUE`]];
    });
}
/** Only act sets it, and workflows ask for it: https://nektosact.com/usage/index.html#skipping-steps */
const notOnGitHub = new Set(['env.ACT']);

// EXTERNAL MODULE: ./build/src/rehearsal/actions/image-metadata.js + 1 modules
var image_metadata = __webpack_require__(30435);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/action-file.js
var action_file = __webpack_require__(55656);
// EXTERNAL MODULE: ./build/src/rehearsal/workflow/step.js
var step = __webpack_require__(68613);
// EXTERNAL MODULE: ./build/src/world/files.js + 1 modules
var world_files = __webpack_require__(64903);
// EXTERNAL MODULE: ./build/src/world/parallel.js
var parallel = __webpack_require__(45827);
// EXTERNAL MODULE: ./build/src/domain/workspace-path.js
var workspace_path = __webpack_require__(56511);
// EXTERNAL MODULE: ./build/src/rehearsal/actions/artifacts.js
var artifacts = __webpack_require__(16270);
;// CONCATENATED MODULE: ./build/src/verification/artifacts.js






/** The artifacts of a run. Nothing is copied: a file that a job has downloaded is known by its path there. */
class Artifacts {
    #all = new Map();
    #here = new Map();
    /** The files that the current job has downloaded: where they are, by the path at which the job has them. */
    get here() {
        return this.#here;
    }
    /** A job begins in an empty folder. */
    beginJob() {
        this.#here = new Map();
    }
    async upload({ name = 'artifact', path = '', ...more }, folder) {
        if ([name, path].some((text) => text.includes(unknownMark)))
            return;
        const paths = (0,domain_text/* textLines */.Fy)(path).map((one) => (0,domain_error/* attempt */.CD)(() => (0,workspace_path/* parseWorkspacePath */.Q)(one.replace(/^!/, ''))));
        if (paths.some((one) => one instanceof domain_error/* ReleaseError */.K2))
            return;
        const { files, root } = await (0,artifacts/* filesOf */.R8)(path, folder, more['include-hidden-files'] === 'true');
        this.#all.set(name, new Map(files.map((file) => [(0,external_node_path_.relative)(root, file), file])));
    }
    download({ name = '', pattern = '*', path = '.', ...more }) {
        const isMerged = name !== '' || more['merge-multiple'] === 'true';
        for (const [one, files] of this.#all)
            if (name === '' ? (0,external_node_path_.matchesGlob)(one, pattern) : one === name)
                for (const [inside, file] of files)
                    this.#here.set((0,external_node_path_.join)(path, isMerged ? '' : one, inside), file);
    }
}

;// CONCATENATED MODULE: ./build/src/verification/ground.js
/** The workflow is about another tag. */
class OtherTag extends Error {
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/domain/releases/release-files.js
var release_files = __webpack_require__(80998);
;// CONCATENATED MODULE: ./build/src/verification/release-claim.js








/** What only the day of the release decides. */
const passing = new Set(['draft', 'latest', 'start', 'previous-tag', 'replace', 'files', 'notes', 'checksums']);
/** Takes the files that a release should have, and compares its title and notes. */
async function gatherRelease(step, performer) {
    const { inputs, unknowns, use, at } = step;
    const files = await filesOf(step);
    const notes = notesOf(step);
    const kept = Object.entries(inputs).filter(([name]) => !passing.has(name) && !unknowns.has(name));
    const given = { ...Object.fromEntries(kept), ...(notes.text !== undefined && { notes: notes.text }) };
    const asked = { ...given, checksums: 'none', mode: 'check' };
    const { outputs, failures } = await performer.perform({ ...use, inputs: asked });
    const differences = failures.map(({ message, fix }) => ({
        verdict: 'different',
        what: message,
        ...(fix !== undefined && { fix }),
        at,
    }));
    const compared = ['title', ...(notes.text === undefined ? [] : ['notes'])];
    const same = {
        verdict: 'same',
        what: `release ${inputs['tag']}`,
        detail: `published, with its ${(0,domain_text/* listed */.KE)(compared)}`,
        at,
    };
    return {
        at,
        ...files,
        checksums: inputs['checksums'] === 'none' ? undefined : (inputs['checksums'] ?? 'SHA256SUMS'),
        findings: [...(differences.length > 0 ? differences : [same]), ...notes.findings],
        outputs,
    };
}
/** The notes that can be written again. */
function notesOf({ inputs, unknowns, at }) {
    const { notes } = inputs;
    if (notes === undefined || notes.trim() === '')
        return { text: undefined, findings: [] };
    const open = (why) => ({
        verdict: 'open',
        what: 'notes of the release',
        detail: `not verified, because ${why}`,
        at,
    });
    const taken = unknowns.get('notes');
    if (taken !== undefined)
        return { text: undefined, findings: [open(takes(taken))] };
    if ((0,domain_text/* textLines */.Fy)(notes).includes('generated'))
        return { text: undefined, findings: [open('GitHub generated them, and would generate others today')] };
    return { text: notes, findings: [] };
}
async function filesOf({ inputs, unknowns, use, downloaded, at, }) {
    const [built, unbuilt] = [new Map(), []];
    for (const line of (0,domain_text/* textLines */.Fy)(inputs['files'] ?? '')) {
        const { pattern } = (0,release_files/* parseFileLine */.o$)(line);
        const found = pattern.includes(unknownMark)
            ? []
            : [...(await filesAt(use.folder, pattern)), ...downloadedAt(downloaded, pattern)];
        const taken = pattern.includes(unknownMark) ? unknowns.get('files') : undefined;
        const why = taken === undefined ? `no step that is verified makes ${pattern} (${placeOf(at)})` : takes(taken);
        if (found.length === 0)
            unbuilt.push({ pattern: (0,external_node_path_.basename)(pattern).replaceAll(unknownMark, '*'), why });
        for (const path of found)
            built.set((0,external_node_path_.basename)(path), await digestOf(path));
    }
    return { built, unbuilt };
}
const downloadedAt = (downloaded, pattern) => [...downloaded].flatMap(([path, file]) => (path === (0,external_node_path_.normalize)(pattern) || (0,external_node_path_.matchesGlob)(path, pattern) ? [file] : []));
/** The files at a path, or those that a glob finds. */
async function filesAt(folder, pattern) {
    const isFile = (path) => (0,promises_.stat)(path).then((one) => one.isFile(), () => false);
    if (await isFile((0,external_node_path_.join)(folder, pattern)))
        return [(0,external_node_path_.join)(folder, pattern)];
    const found = [];
    for await (const path of (0,promises_.glob)(pattern, { cwd: folder, exclude: ['**/.git', '**/node_modules'] }))
        if (await isFile((0,external_node_path_.join)(folder, path)))
            found.push((0,external_node_path_.join)(folder, path));
    return found;
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of (0,external_node_fs_.createReadStream)(path))
        hash.update(piece);
    return `sha256:${hash.digest('hex')}`;
}

// EXTERNAL MODULE: ./build/src/rehearsal/steps/command-files.js
var command_files = __webpack_require__(57042);
;// CONCATENATED MODULE: ./build/src/verification/script.js



// Why: docs/decisions.md D80
/**
 * The outputs and the variables that a script of bash sets for its job, by name, as far as they follow from its own variables. The
 * script is read, not run: what a program prints is unknown, and is marked so. Undefined if nothing can be said.
 */
function toldByScript(script, variables) {
    const lines = script_linesOf(script);
    if (lines.some((line) => changesVariables.test(line) || /['"]/.test(withoutQuotes(line))))
        return undefined;
    const state = { variables: { ...variables }, written: { outputs: [], env: [] } };
    if (read(lines, state, true) === undefined)
        return undefined;
    const { outputs, env } = state.written;
    const [told, exported] = [pairsIn(outputs), pairsIn(env)];
    return told === undefined || exported === undefined ? undefined : { outputs: told, env: exported };
}
/** Everything to which a script that cannot be read may give a value for the steps after it. */
function namesSetBy(script) {
    if (!script.includes('GITHUB_ENV'))
        return {};
    return Object.fromEntries([...script.matchAll(/\b([A-Za-z_]\w*)(?:=|<<)/g)].map(([, name = '']) => [name, unknownMark]));
}
/** Builtins of bash after which nothing is known of its variables, and definitions of functions. */
const changesVariables = /(?:^|[;&|({]\s*|\b(?:then|do|else)\s+)(?:eval|source|\.|read|mapfile|readarray|declare|typeset|local|readonly|unset|let|getopts|set\s+--|shift|trap|alias|function)\s|\(\s*\)\s*\{|printf\s+-v|\(\(|<<-?\s*['"\\]?\w+['"]?\s*$|>>?\s*"?\$\{?GITHUB_PATH/;
const assignment = /^(?:export\s+)?([A-Za-z_]\w*)=(.*)$/s;
const writes = /\s*>>\s*"?\$\{?GITHUB_(OUTPUT|ENV)\}?"?$/;
const names = /GITHUB_(?:OUTPUT|ENV)/;
const fileOf = (line) => {
    const [, name] = writes.exec(line) ?? [];
    return name === undefined ? undefined : name === 'ENV' ? 'env' : 'outputs';
};
const block = /^(?:if|case|for|while|until|select)\b/;
/** It begins outside of quotes. */
const comment = /(?<=^(?:'[^']*'|"(?:\\.|[^"\\])*"|[^'"#]|\S#)*)(?:^|\s)#.*$/;
function script_linesOf(script) {
    return script
        .replaceAll('\\\n', ' ')
        .split('\n')
        .map((line) => line.replace(comment, '').trim())
        .filter((line) => line !== '' && !/^set [-+]\w/.test(line));
}
/** Reads lines. `into`: where what they print goes. Undefined if it cannot be told what they set. */
function read(lines, state, isSure, into) {
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index] ?? '';
        const end = line === '{' || block.test(line) ? endOf(lines, index) : index;
        if (end === undefined)
            return undefined;
        const inner = lines.slice(index + 1, end);
        const file = fileOf(lines[end] ?? '') ?? into;
        index = end;
        const place = { state, isSure, into: file };
        const known = line === '{'
            ? read(inner, state, isSure, file)
            : block.test(line)
                ? readBlock(line, inner, place)
                : readLine(line.replace(writes, ''), place);
        if (known === undefined)
            return undefined;
    }
    return true;
}
/** Where a block ends that begins at a line. */
function endOf(lines, start) {
    let depth = 0;
    for (const [offset, line] of lines.slice(start).entries()) {
        if (line === '{' || block.test(line))
            depth++;
        if (/^(?:\}|fi|esac|done)\b|^\}/.test(line) || (block.test(line) && /\b(?:fi|esac|done)$/.test(line)))
            depth--;
        if (depth === 0)
            return start + offset;
    }
    return undefined;
}
/** An `if` whose condition compares texts is decided. What any other block changes is unknown afterwards. */
function readBlock(line, inner, { state, isSure, into }) {
    const one = /^if (.+?);\s*then\s+(.+?);?\s*fi$/.exec(line.replace(writes, ''));
    const begun = /^if (.+?);\s*then$/.exec(line);
    const condition = one?.[1] ?? begun?.[1];
    const isDivided = inner.some((part) => /^(?:elif|else)\b/.test(part)) || inner.some((part) => block.test(part));
    const holds = condition === undefined || (begun !== null && isDivided) ? undefined : holdsIn(condition, state);
    const body = one?.[2] === undefined ? inner : [one[2]];
    if (holds !== undefined)
        return holds ? read(body, state, isSure, into) : true;
    const all = (one === null ? [line, ...inner] : body).map(commandOf);
    const isToFile = (part) => echo.test(part) && (into !== undefined || writes.test(part));
    const isLost = (part) => names.test(part) || (into !== undefined && !printsNothing.test(withoutQuotes(part)));
    if (all.some((part) => !isToFile(part) && isLost(part)))
        return undefined; // some program writes there
    for (const name of all.flatMap(namesIn))
        state.variables[name] = unknownMark;
    return read(all.filter(isToFile), state, false, into);
}
/** A line of a block without the word or the pattern before its command. */
const commandOf = (line) => line.replaceAll(/^[^()'"]*\)\s+|\s*;;$/g, '').replace(/^(?:then|do|else)\s+/, '');
/** Parts of blocks, comparisons and assignments. */
const printsNothing = /^(?:(?:if|elif|while|until) \[[^;&|]*\](?:;\s*(?:then|do))?|(?:for|case)\s.*|then|do|else|fi|done|esac|[{}]|[^()]*\)|[A-Za-z_]\w*=\S*|)$/;
/** `[ "$X" != '' ]` and the like. */
function holdsIn(condition, state) {
    const [, inside = ''] = /^\[\[?\s+(.*?)\s+\]\]?$/.exec(condition) ?? [];
    const [, kind, tested] = /^-([nz])\s+(.*)$/.exec(inside) ?? [];
    const [, left, operator, right] = /^(\S+|"[^"]*")\s+(==?|!=)\s+(\S+|"[^"]*"|'[^']*')$/.exec(inside) ?? [];
    const sides = [tested ?? left ?? '$(?)', right ?? ''].map((word) => expanded(word, state.variables));
    if (sides.some((side) => side.includes(unknownMark)))
        return undefined;
    if (kind !== undefined)
        return (sides[0] === '') === (kind === 'z');
    return (sides[0] === sides[1]) === (operator !== '!=');
}
const echo = /^echo\s+(?!-)/;
function readLine(plain, { state, isSure, into }) {
    const isOneCommand = !/[;&|<>]/.test(withoutQuotes(plain));
    const [, name, value = ''] = assignment.exec(plain) ?? [];
    if (isOneCommand && name !== undefined && !/\s/.test(withoutQuotes(value))) {
        state.variables[name] = isSure ? expanded(value, state.variables) : unknownMark;
        return true;
    }
    if (isOneCommand && echo.test(plain)) {
        const text = expanded(plain.replace(echo, ''), state.variables);
        if (into !== undefined)
            state.written[into].push(isSure ? text : text.replace(/=.*$/s, `=${unknownMark}`));
        return true;
    }
    if (into !== undefined || names.test(plain))
        return undefined; // some program writes there
    for (const changed of namesIn(plain))
        state.variables[changed] = unknownMark;
    return true;
}
/** The names of variables that a line of several commands may set. */
const namesIn = (line) => [...line.matchAll(/(?:^|[\s;&|(])([A-Za-z_]\w*)\+?=/g)].flatMap(([, name]) => name ?? []);
const withoutQuotes = (text) => text.replaceAll(/'[^']*'|"(?:\\.|[^"\\])*"|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}]*\}\}?/g, '');
/** A word of bash, with its variables. What is not understood becomes the mark. */
function expanded(word, variables) {
    let text = '';
    for (let rest = word.trim(); rest !== '';) {
        const [whole = '', single, double, variable, bare] = /^(?:'([^']*)'|"((?:\\.|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$\([^)]*\)|(?!\$[({])[^"\\])*)"|(\$[A-Za-z_]\w*|\$\{(?:[^{}]|\$\{[^{}]*\})*\})|([^'"$`\\]+))/.exec(rest) ?? [];
        if (whole === '')
            return unknownMark;
        text += single ?? bare ?? script_withVariables(double ?? variable ?? '', variables);
        rest = rest.slice(whole.length);
    }
    return text;
}
function script_withVariables(text, variables) {
    return text.replaceAll(/\\([$`"\\])|\$\{((?:[^{}]|\$\{[^{}]*\})*)\}|\$([A-Za-z_]\w*)|\$\((?:[^()]|\([^()]*\))*\)|[`$]/g, (_, escaped, inBraces, name) => {
        if (escaped !== undefined)
            return escaped;
        if (inBraces !== undefined)
            return parameter(inBraces, variables);
        return name === undefined ? unknownMark : (variables[name] ?? unknownMark);
    });
}
/** What stands in `${…}`: https://www.gnu.org/software/bash/manual/html_node/Shell-Parameter-Expansion.html */
function parameter(text, variables) {
    const [, name = '', operator = '', operand = ''] = /^([A-Za-z_]\w*)(:?[-+]|##?|%%?|\/\/?|\^\^|,,|)(.*)$/s.exec(text) ?? [];
    const value = variables[name];
    const word = () => script_withVariables(operand, variables);
    if (/^:?[-+]$/.test(operator)) {
        if (value?.includes(unknownMark) === true)
            return unknownMark;
        const isThere = value !== undefined && (value !== '' || !operator.startsWith(':'));
        if (operator.endsWith('+'))
            return isThere ? word() : '';
        return isThere ? value : word();
    }
    if (value === undefined || value.includes(unknownMark))
        return unknownMark;
    if (operator === '')
        return operand === '' ? value : unknownMark;
    if (operator === '^^')
        return operand === '' ? value.toUpperCase() : unknownMark;
    if (operator === ',,')
        return operand === '' ? value.toLowerCase() : unknownMark;
    const [pattern = '', replacement = ''] = operator.startsWith('/') ? operand.split('/', 2) : [operand];
    const known = script_withVariables(pattern, variables);
    if (/[[\]\\'"]/.test(known) || known.includes(unknownMark))
        return unknownMark;
    return cut(value, { operator, pattern: known, replacement: script_withVariables(replacement, variables) });
}
function cut(value, { operator, pattern, replacement }) {
    const source = (anything) => RegExp.escape(pattern)
        .replaceAll(String.raw `\*`, anything)
        .replaceAll(String.raw `\?`, '[^]');
    switch (operator) {
        case '#':
            return value.replace(new RegExp(`^${source('[^]*?')}`), '');
        case '##':
            return value.replace(new RegExp(`^${source('[^]*')}`), '');
        case '%':
            return shortestEnd(value, new RegExp(`^${source('[^]*')}$`));
        case '%%':
            return value.replace(new RegExp(`${source('[^]*')}$`), '');
        default:
            return value.replace(new RegExp(source('[^]*'), operator === '//' ? 'g' : ''), () => replacement);
    }
}
function shortestEnd(value, pattern) {
    for (let start = value.length; start >= 0; start--)
        if (pattern.test(value.slice(start)))
            return value.slice(0, start);
    return value;
}
/** The names and values, as the runner reads them. None may have an unknown name. */
function pairsIn(written) {
    const pairs = (0,domain_error/* attempt */.CD)(() => (0,command_files/* parsePairs */.xg)(written.join('\n'), 'the file'));
    return pairs instanceof domain_error/* ReleaseError */.K2 || !Object.keys(pairs).every((name) => /^[\w-]+$/.test(name))
        ? undefined
        : pairs;
}

;// CONCATENATED MODULE: ./build/src/verification/sed.js

const sed = String.raw `sed\s+(?<options>-n[Er]?|-[Er]n|-n\s+-[Er]|-[Er]\s+-n)\s+'(?<program>[^'\n]*)'\s+(?<quote>"?)(?!-)(?<path>[\w./-]+)\k<quote>`;
/** What a script takes out of a file of the checkout: `$(sed -nE 's/^version: *(\S+)$/\1/p' Chart.yaml)`, or a line of its own. */
const sed_read = new RegExp(String.raw `\$\(\s*${sed}\s*\)|(?<=^[ \t]*)${sed}(?=\s*>>)`, 'gm');
/** The files that a script reads in this way. Not those of which it says something else, because that may change them. */
function filesReadBy(script) {
    const others = withoutReads(script);
    const paths = new Set([...script.matchAll(sed_read)].flatMap(({ groups }) => groups?.['path'] ?? []));
    return /\b(?:cd|pushd)\s/.test(others) ? [] : [...paths].filter((path) => !speaksOf(others, path));
}
/** The script without these reads, which change nothing. */
const withoutReads = (script) => script.replaceAll(sed_read, '');
/** Whether a text names a file, or all files with the same ending. */
function speaksOf(text, path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return text.includes(name) || text.includes(`*${name.slice(name.lastIndexOf('.'))}`);
}
/** The script with variables in the place of what it reads from files with these texts, as far as that can be told. */
function withReads({ script, variables }, texts) {
    const known = {};
    const shorter = script.replaceAll(sed_read, (whole, ...found) => {
        const { options = '', program = '', path = '' } = found.at(-1);
        const text = texts.get(path);
        const printed = text === undefined ? undefined : sedOutput(program, text, /[Er]/.test(options));
        if (printed === undefined)
            return whole;
        const name = `read_from_a_file_${Object.keys(known).length}`;
        known[name] = printed;
        return whole.startsWith('$') ? `\${${name}}` : `echo "\${${name}}"`;
    });
    return { script: shorter, variables: { ...variables, ...known } };
}
/** What sed prints for `s/…/…/p`, without the line breaks at its end. Undefined if it cannot be told for sure. */
function sedOutput(program, text, isExtended) {
    const [, , pattern = '', replacement = ''] = /^s([/|,#:@])((?:(?!\1)[^\\]|\\(?:\/|(?!\1).))+)\1((?:(?!\1)[^\\]|\\[\d/.&\\-])*)\1p$/.exec(program) ?? [];
    const expressions = expressionsFor(pattern, isExtended);
    if (pattern === '' || expressions === undefined)
        return undefined;
    const printed = [];
    for (const line of text.replace(/\n$/, '').split('\n')) {
        const [greedy, lazy] = expressions.map((one) => one.exec(line));
        if (greedy === null || greedy === undefined)
            continue;
        const isSure = (0,domain_text/* isAscii */.ER)(line) && JSON.stringify(greedy) === JSON.stringify(lazy);
        const replaced = isSure ? replacedBy(replacement, greedy) : undefined;
        if (replaced === undefined)
            return undefined;
        printed.push(line.slice(0, greedy.index) + replaced + line.slice(greedy.index + greedy[0].length));
    }
    return printed.join('\n').replace(/\n+$/, '');
}
function replacedBy(replacement, found) {
    const named = [...replacement.matchAll(/\\(\d)/g)].map(([, number = '']) => `g${number}`);
    if (named.some((name) => found.groups?.[name] === undefined))
        return undefined;
    return replacement.replaceAll(/\\(\d)|\\(.)|&/g, (_, group, escaped) => group === undefined ? (escaped ?? found[0]) : (found.groups?.[`g${group}`] ?? ''));
}
const sed_set = String.raw `\[\^?(?:\[:(?:space|digit|alpha|alnum|upper|lower):\]|[\w ./:"'@+,#=~!%&;<>](?:-(?=[\da-zA-Z])[\da-zA-Z])?)+-?\]`;
const atom = String.raw `(?<escape>\\[sSwWt./|,#:@*+?^$()[\]{}&"\\-])|(?<set>${sed_set})|(?<any>\.)|(?<plain>[^\\[\].*^$|(){}+?])`;
const token = new RegExp(String.raw `^(?:(?<open>\()|(?<close>\))(?![*+?{])|(?<end>\$$)|(?:${atom})(?<more>[*+?](?![*+?{]))?)`);
/**
 * The pattern as JavaScript knows it, greedy and lazy. Each repetition is a group: where both find the same in all groups, there is only
 * one way to match, so that the rules of POSIX for several ways do not matter. A repetition at the end takes the longest text.
 */
function expressionsFor(pattern, isExtended) {
    const whole = isExtended ? pattern : extended(pattern);
    const start = whole.startsWith('^') ? '^' : '';
    const [greedy, lazy] = [[start], [start]];
    let groups = 0;
    for (let rest = whole.slice(start.length); rest !== '';) {
        const { 0: taken, groups: found } = token.exec(rest) ?? { 0: '', groups: undefined };
        if (found === undefined)
            return undefined;
        rest = rest.slice(taken.length);
        const { open, more } = found;
        const part = open === undefined ? partOf(found, taken) : `(?<g${++groups}>`;
        greedy.push(more === undefined ? part : `(${part}${more})`);
        lazy.push(more === undefined ? part : `(${part}${more}${rest === '' ? '' : '?'})`);
    }
    try {
        return [new RegExp(greedy.join('')), new RegExp(lazy.join(''))];
    }
    catch {
        return undefined; // a group that does not end
    }
}
/** A basic expression as an extended one: the signs that count with a backslash, and those that count without, change places. */
const extended = (pattern) => pattern.replaceAll(new RegExp(String.raw `${sed_set}|\\([(){}+?|])|[(){}+?|]|\\.`, 'g'), (text, sign) => {
    if (sign !== undefined)
        return sign;
    return text.length === 1 ? `\\${text}` : text;
});
const classes = {
    space: String.raw `\s`,
    digit: '0-9',
    alpha: 'A-Za-z',
    alnum: 'A-Za-z0-9',
    upper: 'A-Z',
    lower: 'a-z',
};
function partOf(found, taken) {
    const { escape, set: characters, any, plain } = found;
    if (any !== undefined)
        return '[^]';
    if (plain !== undefined)
        return RegExp.escape(plain);
    if (characters !== undefined)
        return characters.replaceAll(/\[:(\w+):\]/g, (_, name) => classes[name] ?? '');
    if (escape === undefined)
        return taken;
    return /[sSwWt]/.test(escape) ? escape : RegExp.escape(escape.slice(1));
}

;// CONCATENATED MODULE: ./build/src/verification/treatment.js
const movesOn = 'branches move on after a release';
// Why: docs/decisions.md D80
/** Decides what can still be said of a step after the release. */
function treatmentOf({ name, mode, later }) {
    switch (name) {
        case 'commit-changes':
            return { kind: 'left out', why: movesOn };
        case 'freeze-branch':
            return { kind: 'left out', why: 'a freeze ends after a release' };
        case 'announce':
            return { kind: 'left out', why: 'it tells people, and changes nothing of the release' };
        case 'release-issue':
            return { kind: 'left out', why: 'people go on with the issue after a release' };
        case 'release-summary':
            return { kind: 'left out' };
        case 'set-values':
        case 'bump-chart':
        case 'update-changelog':
            return editing(mode, later);
        case 'build-wheel':
            return { kind: 'local' };
        case 'gh-release':
            return { kind: 'release' };
        case 'push-tag':
        case 'go-module-tags':
            return { kind: 'check', without: ['start', 'proxy', 'proxy-wait', 'tagger'] };
        default:
            return { kind: 'check' };
    }
}
/** An edit belongs to the tagged tree if it is only compared there, or if the same job makes the tag afterwards. */
function editing(mode, later) {
    if (mode === 'check' || later.includes('push-tag') || later.includes('go-module-tags'))
        return { kind: 'check' };
    if (later.includes('commit-changes'))
        return { kind: 'left out', why: 'it prepares a commit that need not be the one of the tag' };
    return { kind: 'local' };
}

;// CONCATENATED MODULE: ./build/src/verification/steps.js






















/** Performs the steps of a job that say what the release is. */
class Steps {
    #ground;
    #event;
    #account;
    #folder;
    /** Undefined while the tag is checked out, else what is. */
    #elsewhere;
    #isAboutTag = false;
    #artifacts = new Artifacts();
    /** What the job says to the steps that are not performed. They may change files of which this speaks. */
    #passedOver = [];
    /** The variables that steps of the job have set for those after them. */
    #exported = { texts: {}, unknowns: new Map() };
    constructor(ground, event, account) {
        this.#ground = ground;
        this.#event = event;
        this.#account = account;
    }
    /** The steps of a job, which begins without any checkout. */
    async performJob(steps, frame) {
        this.#elsewhere = undefined;
        this.#artifacts.beginJob();
        this.#passedOver = [];
        this.#exported = { texts: {}, unknowns: new Map() };
        await this.#perform(steps, frame);
    }
    async #perform(steps, frame) {
        const names = await Promise.all(steps.map((step) => this.#namesIn(step)));
        for (const [index, step] of steps.entries())
            await this.#step(step, {
                ...frame,
                env: joinedVariables(frame.env, this.#exported),
                later: [...names.slice(index + 1).flat(), ...frame.later],
            });
    }
    /** The actions of this project that a step uses, itself or in a composite action. */
    async #namesIn({ work }) {
        if (work.kind === 'run')
            return [];
        const name = this.ours(work.name);
        if (name !== undefined)
            return [name];
        const steps = await this.#composite(work.name);
        return steps === undefined ? [] : (await Promise.all(steps.runs.map((step) => this.#namesIn(step)))).flat();
    }
    async #step(step, around) {
        const frame = { ...around, env: withVariables(around.env, step.env, steps_within(around)) };
        const known = steps_within(frame);
        const name = nameOf(step, known);
        const unperformed = (why) => this.#unperformed(step, name, frame, why);
        const open = openIn(step.condition, known);
        if (open.length > 0) {
            const doubt = `its condition is not known: ${takes(open)}`;
            return isBuild(step.work) ? this.#pushed(step, frame, doubt) : unperformed(doubt);
        }
        if (!(0,expression/* holds */.v9)(step.condition, scopeOf(known))) {
            if (step.id !== undefined)
                frame.steps[step.id] = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
            return;
        }
        const { work } = step;
        if (work.kind === 'run')
            return this.#read(step, work, frame);
        const ours = this.ours(work.name);
        if (ours !== undefined)
            return this.#verify(step, { ...work, action: ours, name }, frame);
        if (work.name.startsWith('actions/checkout@'))
            this.#checkOut(work.inputs, known);
        if (isBuild(work))
            return this.#pushed(step, frame, undefined);
        if (work.name.startsWith('docker/metadata-action@'))
            return this.#nameImages(step, work.inputs, frame);
        if (work.name.startsWith('actions/upload-artifact@'))
            await this.#artifacts.upload(inputsOf(work.inputs, known).inputs, await this.#checkedOut());
        if (work.name.startsWith('actions/download-artifact@'))
            this.#artifacts.download(inputsOf(work.inputs, known).inputs);
        const composite = await this.#composite(work.name);
        if (composite === undefined)
            return this.#leave(step, name, frame);
        const { inputs, unknowns } = inputsOf(work.inputs, known);
        const defaults = composite.inputs.map(({ name: input, fallback }) => [
            input,
            (0,expression/* evaluatedText */.Z4)(fallback, scopeOf(known)),
        ]);
        const whole = {
            known: {
                contexts: { ...known.contexts, inputs: { ...Object.fromEntries(defaults), ...inputs } },
                unknowns: new Map([
                    ...[...known.unknowns].filter(([one]) => !/^(?:steps|inputs)\./.test(one)),
                    ...[...unknowns].map(([input, [first]]) => [`inputs.${input}`, first?.from ?? '']),
                ]),
            },
            steps: {},
            unknownSteps: new Map(),
            env: frame.env,
            later: frame.later,
            isInFolder: false,
        };
        await this.#perform(composite.runs, whole);
        const { outputs, unknowns: openOutputs } = outputsOf(composite.outputs.map(({ key, value }) => [key, (0,workflow_value/* valueAt */.fK)(value, 'value')]), steps_within(whole));
        if (step.id === undefined)
            return;
        frame.steps[step.id] = { outputs, outcome: 'success', conclusion: 'success' };
        for (const [output, from] of openOutputs)
            frame.unknownSteps.set(`steps.${step.id}.outputs.${output}`, from);
    }
    /** The tags of images that docker/metadata-action gives, by the rules that the rehearsal has. */
    #nameImages(step, given, frame) {
        const known = steps_within(frame);
        const { inputs, unknowns } = inputsOf(given, known);
        if (unknowns.size > 0)
            return this.#leave(step, nameOf(step, known), frame);
        const { commit: sha, repository: name, server } = this.#ground;
        const { name: event, ref } = this.#event;
        const situation = { event, ref, sha, shortLength: 7, defaultBranch: undefined, baseRef: '', date: undefined };
        const made = (0,domain_error/* attempt */.CD)(() => (0,image_metadata/* imageMetadata */.z)((input, fallback = '') => inputs[input] ?? fallback, situation, {
            name,
            address: `${server}/${name}`,
        }));
        if (made instanceof domain_error/* ReleaseError */.K2)
            return this.#leave(step, nameOf(step, known), frame);
        const untold = Object.fromEntries(filesForBake.map((output) => [output, unknownMark]));
        this.#endPartly(step, frame, { ...untold, ...made.outputs });
    }
    /** An image is not built again, which would have other bytes. Its registry is asked what the tags have. */
    async #pushed(step, frame, doubt) {
        const known = steps_within(frame);
        const given = step.work.kind === 'uses' ? step.work.inputs : undefined;
        const name = nameOf(step, known);
        const { inputs, unknowns } = inputsOf(given, known);
        this.#leave(step, name, frame);
        if (!pushes(inputs) && !['push', 'outputs'].some((input) => unknowns.has(input)))
            return;
        const open = ['push', 'outputs', 'tags'].flatMap((input) => unknowns.get(input) ?? []);
        const read = imagesIn(inputs);
        const refused = read.find((image) => image instanceof domain_error/* ReleaseError */.K2);
        if (open.length > 0 || read.length === 0 || refused !== undefined) {
            const why = open.length > 0 ? takes(open) : (refused?.message ?? 'no tag names it');
            const detail = `not verified, because ${why}`;
            return void this.#account.findings.push({ verdict: 'open', what: `image of "${name}"`, detail, at: step.at });
        }
        const all = read.flatMap((image) => (image instanceof domain_error/* ReleaseError */.K2 ? [] : [image]));
        for (const reference of all) {
            const found = await (0,parallel/* orRefusal */.kr)(this.#ground.digestOf(reference));
            this.#account.images.push({ reference, found, doubt, at: step.at });
        }
        const [first] = this.#account.images.slice(-all.length);
        if (doubt !== undefined || typeof first?.found !== 'string')
            return;
        this.#endPartly(step, frame, { digest: first.found, imageid: unknownMark, metadata: unknownMark });
    }
    /** A script is not run. What it says of its outputs is taken as far as it can be told. */
    async #read(step, work, frame) {
        const known = steps_within(frame);
        const open = openIn(work.script, known);
        const isBash = /^(?:ba)?sh\b|^$/.test((0,expression/* evaluatedText */.Z4)(work.shell, scopeOf(known)));
        const text = isBash && open.length === 0 ? (0,expression/* evaluatedText */.Z4)(work.script, scopeOf(known)) : undefined;
        const variables = { ...this.#variables(), ...frame.env.texts };
        const isAtRoot = work.folder === undefined && !frame.isInFolder;
        const texts = text === undefined || !isAtRoot ? new Map() : await this.#textsFor(text);
        this.#passedOver.push(text === undefined ? JSON.stringify(work) : withoutReads(text), ...Object.values(frame.env.texts));
        const read = withReads({ script: text ?? '', variables }, texts);
        const told = text === undefined ? undefined : toldByScript(read.script, read.variables);
        const name = nameOf(step, known);
        if (told === undefined)
            this.#forget(step, name, frame);
        else
            this.#endPartly(step, frame, told.outputs);
        this.#export(told?.env ?? namesSetBy(JSON.stringify(work.script)), stepAt(name, step.at));
    }
    /** Variables that a step sets for those after it. Those with the mark are unknown. */
    #export(texts, from) {
        const open = Object.entries(texts).filter(([, text]) => text.includes(unknownMark));
        this.#exported = joinedVariables(this.#exported, { texts, unknowns: new Map(open.map(([name]) => [name, from])) });
    }
    /** The files of the tag that a script takes texts from, as far as no earlier step of the job may have changed them. */
    async #textsFor(script) {
        const paths = filesReadBy(script).filter((path) => !this.#passedOver.some((told) => speaksOf(told, path)));
        if (paths.length === 0 || this.#elsewhere !== undefined)
            return new Map();
        await using files = new world_files/* Files */.s({ workspace: await this.#checkedOut(), env: {} });
        const read = await Promise.all(paths.map(async (path) => [path, await (0,parallel/* orRefusal */.kr)(files.text(path))]));
        return new Map(read.flatMap(([path, text]) => (typeof text === 'string' ? [[path, text]] : [])));
    }
    /** Performs a step that uses an action of this project. */
    async #verify(step, work, frame) {
        const known = steps_within(frame);
        const { action, name } = work;
        const { inputs, unknowns } = withoutDigests(inputsOf(work.inputs, known));
        const treatment = treatmentOf({ name: action, mode: inputs['mode'] ?? 'apply', later: frame.later });
        const place = placeOf(step.at);
        if (treatment.kind === 'left out') {
            this.#leaveOut(action, treatment, place);
            return this.#leave(step, name, frame);
        }
        if (this.#elsewhere !== undefined) {
            this.#account.leftOut.push({ name: action, why: `it works on ${this.#elsewhere}, not on the tag`, place });
            return this.#leave(step, name, frame);
        }
        const subject = subjects.has(action) && !unknowns.has('tag') ? (inputs['tag'] ?? '') : '';
        if (subject !== '' && subject !== this.#ground.tag) {
            if (!this.#isAboutTag)
                throw new OtherTag();
            this.#account.leftOut.push({ name: action, why: `it is about the tag ${subject}`, place });
            return this.#leave(step, name, frame);
        }
        this.#isAboutTag ||= subject !== '';
        const ignored = new Set([...neverTaken, ...(treatment.kind === 'check' ? (treatment.without ?? []) : [])]);
        const open = [...unknowns].filter(([input]) => !ignored.has(input) && !(treatment.kind === 'release' && partly.has(input)));
        if (open.length > 0)
            return this.#unperformed(step, name, frame, takes(open.flatMap(([, all]) => all)));
        if (action === 'promote-image' && inputs['via'] === 'pull-request' && this.#ground.performer.token === undefined)
            return this.#unperformed(step, name, frame, 'GitHub answers this question only with a token: set GH_TOKEN');
        const folder = await this.#checkedOut();
        const given = Object.fromEntries(Object.entries(inputs).filter(([input]) => !ignored.has(input)));
        const use = { name: action, folder, env: { ...frame.env.texts, ...this.#variables() } };
        if (treatment.kind === 'release') {
            const made = { inputs: given, unknowns, use, downloaded: this.#artifacts.here, at: step.at };
            const claim = await gatherRelease(made, this.#ground.performer);
            this.#account.claims.push(claim);
            this.#account.findings.push(...claim.findings);
            return this.#end(step, frame, claim.outputs);
        }
        const mode = treatment.kind === 'local' ? 'local' : 'check';
        const asked = { ...use, inputs: { ...given, mode } };
        const { outputs: found, failures } = await this.#ground.performer.perform(asked);
        const isRefused = failures.length > 0 && Object.keys(found).length <= common;
        const outputs = isRefused && action === 'helm-package' ? await this.#packaged(asked) : found;
        const kept = treatment.kind === 'local' && action !== 'build-wheel';
        for (const { message, fix } of failures)
            this.#account.findings.push({
                verdict: 'different',
                what: message,
                ...(fix !== undefined && { fix }),
                at: step.at,
            });
        if (failures.length === 0 && !kept)
            this.#same(action, name, step, outputs);
        if (failures.length > 0 && Object.keys(outputs).length <= common)
            return this.#leave(step, name, frame);
        this.#end(step, frame, outputs);
    }
    /** Packages charts that a registry has with other bytes: the release may have the right ones. */
    async #packaged({ inputs, ...use }) {
        const { registry: _, ...others } = inputs;
        return (await this.#ground.performer.perform({ ...use, inputs: others })).outputs;
    }
    #same(action, name, step, outputs) {
        const told = verifiedBy(action, outputs);
        this.#account.verified.push(...imagesVerifiedBy(action, outputs));
        if (told.length === 0)
            this.#account.findings.push({
                verdict: 'same',
                what: name,
                detail: name === action ? placeOf(step.at) : `${action}, ${placeOf(step.at)}`,
            });
        for (const [what, detail] of told)
            this.#account.findings.push({ verdict: 'same', what, detail, at: step.at });
    }
    #end({ id }, frame, outputs) {
        if (id !== undefined)
            frame.steps[id] = { outputs, outcome: 'success', conclusion: 'success' };
    }
    /** What a step tells. Outputs with the mark are unknown. */
    #endPartly(step, frame, outputs) {
        if (step.id === undefined)
            return;
        const [all, whole] = [Object.entries(outputs), `steps.${step.id}.outputs`];
        const from = stepAt(nameOf(step, steps_within(frame)), step.at);
        frame.unknownSteps.delete(whole);
        for (const [output, value] of all)
            if (value.includes(unknownMark))
                frame.unknownSteps.set(`${whole}.${output}`, from);
        this.#end(step, frame, Object.fromEntries(all.filter(([, value]) => !value.includes(unknownMark))));
    }
    /** A step that ought to be performed, and is not. */
    #unperformed(step, name, frame, why) {
        const action = step.work.kind === 'uses' ? this.ours(step.work.name) : undefined;
        if (action === 'gh-release')
            this.#account.unseen.push(placeOf(step.at));
        if (action !== undefined) {
            const treatment = treatmentOf({ name: action, mode: 'apply', later: frame.later });
            if (treatment.kind === 'left out')
                this.#leaveOut(action, treatment, placeOf(step.at));
            else
                this.#account.findings.push({
                    verdict: 'open',
                    what: name === action ? action : `${action} "${name}"`,
                    detail: `not verified, because ${why}`,
                    at: step.at,
                });
        }
        this.#leave(step, name, frame);
    }
    #leaveOut(name, { why }, place) {
        if (why !== undefined)
            this.#account.leftOut.push({ name, why, place });
    }
    #leave(step, name, frame) {
        if (!this.#onlyCompares(step, frame))
            this.#passedOver.push(JSON.stringify(step.work));
        this.#forget(step, name, frame);
    }
    /** Whether a step of an action of this project changes no file. */
    #onlyCompares({ work }, frame) {
        if (work.kind === 'run' || this.ours(work.name) === undefined)
            return false;
        return inputsOf(work.inputs, steps_within(frame)).inputs['mode'] === 'check';
    }
    /** What a step that is not performed would tell is unknown. On the day of the release, it succeeded. */
    #forget({ id, at }, name, frame) {
        if (id === undefined)
            return;
        frame.steps[id] = { outputs: {}, outcome: 'success', conclusion: 'success' };
        frame.unknownSteps.set(`steps.${id}.outputs`, stepAt(name, at));
    }
    #checkOut(inputs, known) {
        const { inputs: given, unknowns } = inputsOf(inputs, known);
        const { tag, commit, repository } = this.#ground;
        if (!['', '.', undefined].includes(given['path']))
            return;
        const isOther = given['repository'] !== undefined && given['repository'] !== repository;
        const ref = given['ref'] ?? '';
        const isTag = ['', tag, `refs/tags/${tag}`, commit].includes(ref) || unknowns.has('ref');
        this.#elsewhere = isOther ? given['repository'] : isTag ? undefined : (0,triggers_event/* shortRef */.m)(ref);
    }
    /** The name of an action of this project, whoever owns it. */
    ours(uses) {
        const name = /^[\w.-]+\/release-actions\/(?:actions\/)?([\w-]+)@/.exec(uses)?.[1];
        return name !== undefined && this.#ground.performer.names.has(name) ? name : undefined;
    }
    async #composite(uses) {
        const action = (0,step/* pathInRepository */.z)(uses);
        if (action === undefined)
            return undefined;
        const folder = await this.#checkedOut();
        for (const file of ['action.yml', 'action.yaml']) {
            const path = (0,external_node_path_.join)(action, file);
            const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, path), 'utf8').catch(() => undefined);
            if (text === undefined)
                continue;
            const { inputs, outputs, runs } = (0,action_file/* readAction */.f)({ path, text });
            return runs.kind === 'composite' ? { inputs, outputs, runs: runs.steps } : undefined;
        }
        return undefined;
    }
    #checkedOut() {
        return (this.#folder ??= this.#ground.checkOut());
    }
    /** The event, for actions and scripts that look at it. */
    #variables() {
        const { commit, repository } = this.#ground;
        const { name, ref } = this.#event;
        return {
            GITHUB_EVENT_NAME: name,
            GITHUB_REF: ref,
            GITHUB_REF_NAME: (0,triggers_event/* shortRef */.m)(ref),
            GITHUB_SHA: commit,
            GITHUB_REPOSITORY: repository,
            GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
        };
    }
}
const tagWithDigest = new RegExp(`(?<=[:=][\\w.-]+)@${unknownMark}`, 'g');
const anyDigest = `@${unknownMark}`;
/** An image with an unknown digest is the one that its tag names where it comes from. */
function withoutDigests({ inputs, unknowns }) {
    const images = inputs['images']?.replaceAll(inputs['tag'] === undefined ? tagWithDigest : anyDigest, '');
    if (images === undefined || images === inputs['images'] || images.includes(unknownMark))
        return { inputs, unknowns };
    return { inputs: { ...inputs, images }, unknowns: new Map([...unknowns].filter(([input]) => input !== 'images')) };
}
/** Outputs of docker/metadata-action that are paths on the runner. */
const filesForBake = ['bake-file', 'bake-file-tags', 'bake-file-labels', 'bake-file-annotations'];
const isBuild = (work) => work.kind === 'uses' && work.name.startsWith('docker/build-push-action@');
const common = 3; // the outputs that every action has
/** The actions whose input `tag` is the tag of the release. */
const subjects = new Set(['parse-tag', 'push-tag', 'gh-release']);
const neverTaken = ['token', 'job-token', 'signing-key', 'signing-passphrase', 'mode', 'wait'];
/** Inputs of a release that are verified as far as they are known. */
const partly = new Set(['files', 'notes', 'name', 'draft', 'latest', 'start', 'previous-tag', 'prerelease']);
/** What expressions know within a job or a composite action. */
const steps_within = ({ known, steps, unknownSteps, env }) => ({
    contexts: { ...known.contexts, steps, env: env.texts },
    unknowns: new Map([
        ...[...known.unknowns].filter(([name]) => !/^(?:steps|env)\./.test(name)),
        ...[...env.unknowns].map(([name, from]) => [`env.${name}`, from]),
        ...unknownSteps,
    ]),
});
/** Variables, and those that take their place. */
const joinedVariables = (around, { texts, unknowns }) => ({
    texts: { ...around.texts, ...texts },
    unknowns: new Map([...[...around.unknowns].filter(([name]) => !(name in texts)), ...unknowns]),
});
function nameOf(step, known) {
    const text = (0,domain_error/* attempt */.CD)(() => (0,expression/* evaluatedText */.Z4)(step.name, scopeOf(known)));
    if (typeof text === 'string' && text !== '')
        return text;
    return step.work.kind === 'uses' ? step.work.name.replace(/^.*\/release-actions\/|@.*/g, '') : 'run';
}

;// CONCATENATED MODULE: ./build/src/verification/walk.js










/** What only the run knew that released. */
const ofThatDay = ['run_id', 'run_number', 'run_attempt', 'event.head_commit', 'event.commits', 'event.pusher'].map((name) => `github.${name}`);
/** Follows one run of a workflow: its jobs, their matrix, and the workflows that they call. */
class Walk {
    #ground;
    #event;
    /** What has been found so far. */
    account = { findings: [], claims: [], leftOut: [], images: [], verified: [], unseen: [] };
    #steps;
    constructor(ground, event) {
        this.#ground = ground;
        this.#event = event;
        this.#steps = new Steps(ground, event, this.account);
    }
    async follow(workflow) {
        const { commit, repository, server } = this.#ground;
        const { name, ref, payload, inputs = {} } = this.#event;
        const github = {
            actor: 'you',
            api_url: '',
            event: payload,
            event_name: name,
            ref,
            ref_name: (0,triggers_event/* shortRef */.m)(ref),
            ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
            repository,
            repository_owner: repository.split('/')[0] ?? '',
            server_url: server,
            sha: commit,
            token: '',
            workflow: workflow.name,
        };
        const contexts = { github, inputs, vars: this.#ground.vars };
        await this.#jobs(workflow, {
            contexts,
            unknowns: new Map(ofThatDay.map((entry) => [entry, 'the run of that day'])),
        });
        return this.account;
    }
    async #jobs(workflow, known) {
        const ends = new Map();
        for (const job of ordered(workflow.jobs)) {
            const needed = new Map([...ends].filter(([id]) => job.needs.includes(id)));
            ends.set(job.id, await this.#job(workflow, job, { known: knownAfter(needed, known), needed }));
        }
        return ends;
    }
    async #job(workflow, job, { known, needed }) {
        const condition = (0,workflow_value/* valueAt */.fK)(job.more, 'if');
        const isReached = [...needed.values()].every((end) => end.isReached);
        const open = openIn(condition, known);
        if (open.length > 0) {
            const told = this.#unperformedJob(job, `its condition is not known: ${takes(open)}`);
            return {
                ...told,
                result: 'success',
                isReached,
                doubt: `the condition of the job ${job.id} (${placeOf(job.at)})`,
            };
        }
        const scope = scopeOf(known);
        const functions = { ...scope.functions, success: () => isReached };
        if (!(0,expression/* holds */.v9)(condition, { ...scope, functions }, isReached))
            return { outputs: {}, unknowns: new Map(), result: 'skipped', isReached: false };
        const { result = 'success', ...told } = await this.#legs(workflow, job, known);
        return { ...told, result, isReached: isReached && result === 'success' };
    }
    async #legs(workflow, job, known) {
        const matrix = (0,workflow_value/* valueAt */.fK)(job.more, 'strategy', 'matrix');
        const openMatrix = openIn(matrix, known);
        if (openMatrix.length > 0)
            return this.#unperformedJob(job, takes(openMatrix));
        const combinations = matrix === undefined ? [{}] : (0,jobs_matrix/* combinationsOf */.e)((0,expression/* evaluated */.Wn)(matrix, scopeOf(known)));
        let end = { outputs: {}, unknowns: new Map() };
        for (const combination of combinations) {
            const inLeg = { ...known, contexts: { ...known.contexts, matrix: combination } };
            const next = job.uses === undefined
                ? await this.#perform(workflow, job, inLeg)
                : await this.#call(job, inLeg, workflow.path);
            end = {
                ...next,
                outputs: { ...end.outputs, ...next.outputs },
                unknowns: new Map([...end.unknowns, ...next.unknowns]),
            };
        }
        return end;
    }
    #unperformedJob(job, why) {
        const names = job.steps.flatMap(({ work }) => (work.kind === 'uses' ? (this.#steps.ours(work.name) ?? []) : []));
        if (names.includes('gh-release') || job.uses !== undefined)
            this.account.unseen.push(placeOf(job.at));
        if (names.length > 0 || job.uses !== undefined)
            this.account.findings.push({
                verdict: 'open',
                what: `job ${job.id}`,
                detail: `not verified, because ${why}`,
                at: job.at,
            });
        const from = `the job ${job.id} (${placeOf(job.at)})`;
        const outputs = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(job.more, 'outputs')).map(({ key }) => key);
        return { outputs: {}, unknowns: new Map(outputs.map((output) => [output, from])) };
    }
    /** A job that calls a workflow. */
    async #call(job, known, caller) {
        const uses = job.uses?.name ?? '';
        const source = await this.#ground.workflowFile(uses, caller);
        if (source === undefined)
            return this.#unperformedJob(job, `it calls ${uses}, which is not in this checkout`);
        const called = (0,workflow_workflow/* readWorkflow */.S6)(source);
        const trigger = (0,workflow_workflow/* callTrigger */.JF)(called);
        const given = (0,workflow_value/* valueAt */.fK)(job.more, 'with');
        const declared = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(trigger?.filters, 'inputs'));
        const unknowns = new Map([...known.unknowns].filter(([name]) => name.startsWith('github.')));
        const inputs = declared.map(({ key, value }) => {
            const own = (0,workflow_value/* valueAt */.fK)(given, key) ?? (0,workflow_value/* valueAt */.fK)(value, 'default');
            const [open] = openIn(own, known);
            if (open !== undefined)
                unknowns.set(`inputs.${key}`, open.from);
            const plain = own === undefined || open !== undefined ? '' : (0,expression/* evaluated */.Wn)(own, scopeOf(known));
            return [key, (0,workflow_value/* textOf */.b6)((0,workflow_value/* valueAt */.fK)(value, 'type')) === 'boolean' ? (0,expression/* plainText */.wh)(plain) === 'true' : plain];
        });
        const { github, vars } = known.contexts;
        const contexts = { github: github ?? {}, vars: vars ?? {}, inputs: Object.fromEntries(inputs) };
        const ends = await this.#jobs(called, { contexts, unknowns });
        const jobs = Object.fromEntries([...ends].map(([id, { result, outputs }]) => [id, { result, outputs }]));
        const unknownJobs = [...ends].flatMap(([id, end]) => [...end.unknowns].map(([output, from]) => [`jobs.${id}.outputs.${output}`, from]));
        const inner = { contexts: { ...contexts, jobs }, unknowns: new Map([...unknowns, ...unknownJobs]) };
        const declaredOutputs = (0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(trigger?.filters, 'outputs'));
        const told = outputsOf(declaredOutputs.map(({ key, value }) => [key, (0,workflow_value/* valueAt */.fK)(value, 'value')]), inner);
        return { ...told, result: (0,records/* joined */.oR)([...ends.values()].map(({ result }) => result)) };
    }
    async #perform(workflow, job, known) {
        const ofWorkflow = withVariables({ texts: {}, unknowns: new Map() }, workflow.env, known);
        const env = withVariables(ofWorkflow, (0,workflow_value/* valueAt */.fK)(job.more, 'env'), known);
        const folder = (0,workflow_value/* valueAt */.fK)(job.more, 'defaults', 'run', 'working-directory') ?? (0,workflow_value/* valueAt */.fK)(workflow.defaults, 'working-directory');
        const isInFolder = folder !== undefined;
        const frame = { known, steps: {}, unknownSteps: new Map(), env, later: [], isInFolder };
        await this.#steps.performJob(job.steps, frame);
        return outputsOf((0,workflow_value/* entriesOf */.Mc)((0,workflow_value/* valueAt */.fK)(job.more, 'outputs')).map(({ key, value }) => [key, value]), steps_within(frame));
    }
}
function knownAfter(needed, known) {
    const unknowns = [...needed].flatMap(([id, end]) => [
        ...[...end.unknowns].map(([output, from]) => [`needs.${id}.outputs.${output}`, from]),
        ...(end.doubt === undefined ? [] : [[`needs.${id}.result`, end.doubt]]),
    ]);
    const needs = Object.fromEntries([...needed].map(([id, { result, outputs }]) => [id, { result, outputs }]));
    return { contexts: { ...known.contexts, needs }, unknowns: new Map([...known.unknowns, ...unknowns]) };
}
function ordered(jobs) {
    const done = [];
    while (done.length < jobs.length) {
        const ready = jobs.filter((job) => !done.includes(job) && job.needs.every((id) => done.some((one) => one.id === id)));
        if (ready.length === 0)
            return done;
        done.push(...ready);
    }
    return done;
}

;// CONCATENATED MODULE: ./build/src/verification/verification.js



















/** Proves a release that is out from its source. Reads only, but for a temporary folder. */
async function verify({ tag, inputs, vars }, checkout, means) {
    const commit = await checkout.look('rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`);
    if (commit === undefined)
        throw noTag(tag, await checkout.tags());
    await using scratch = await (0,promises_.mkdtempDisposable)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'verification-'));
    const checkouts = new TaggedCheckouts(checkout, { root: await (0,promises_.realpath)(scratch.path), tag });
    const [repository, defaultBranch] = [await checkout.nameOnGitHub(), await checkout.defaultBranch()];
    const { surroundings, token, actions, releaseTree } = means;
    const credentials = world_credentials/* Credentials */.J.forGitHub(surroundings.env, token);
    const workspace = await checkouts.next();
    await using world = new world_world/* World */.H({ ...surroundings, workspace, credentials, isJobToken: false, ledger: new ledger/* Ledger */.O() });
    const { published } = await (await world.github()).releases.find({ repository, tag });
    const files = await checkout.workflows(commit);
    const { runs, findings } = runsOf(files, {
        tag,
        commit,
        repository,
        defaultBranch,
        given: inputs,
        published,
    });
    const file = (at, path) => checkout.look('cat-file', 'blob', `${at}:${path}`);
    const [own, given] = [{ name: repository, file }, new Map([['release-actions', releaseTree]])];
    const ground = {
        tag,
        commit,
        repository,
        server: (0,environment/* serverUrl */.V)(surroundings.env),
        vars,
        performer: new Performer(actions, surroundings, token),
        checkOut: () => checkouts.next(),
        digestOf: async (image) => (await (await world.registry()).find(image))?.digest,
        workflowFile: (uses, caller) => (0,called_file/* calledFile */.K)(uses, { caller, commit, repository: own, given }),
    };
    const walks = [];
    for (const run of runs)
        walks.push(await walkOf(run, ground));
    const claims = walks.flatMap((walk) => walk.claims);
    const notFollowed = findings.map(({ what: path }) => path);
    const unseen = [...new Set([...walks.flatMap((walk) => walk.unseen), ...notFollowed, ...attachingLines(files)])];
    const walked = walks.flatMap((walk) => walk.findings);
    const verified = walks.flatMap((walk) => walk.verified);
    const release = { tag, commit, repository, notes: published?.body ?? '', verified };
    return {
        repository,
        tag,
        commit,
        findings: withoutRepeats([
            ...(await tagFindings({ tag, commit, defaultBranch }, world)),
            ...walked,
            ...imageFindings(walks.flatMap(({ images }) => images), release),
            ...(published === undefined ? [] : assetFindings(published, claims, unseen)),
            ...findings,
            ...leftOutFindings(walks.flatMap(({ leftOut }) => leftOut)),
        ]),
    };
}
async function walkOf({ workflow, events }, ground) {
    for (const event of events) {
        const walk = new Walk(ground, event);
        const found = await walk.follow(workflow).catch((error) => {
            if (error instanceof OtherTag)
                return undefined;
            if (error instanceof domain_error/* ReleaseError */.K2)
                return endedBy(error, workflow.path, walk.account);
            throw error;
        });
        if (found !== undefined)
            return found;
    }
    return {
        findings: [{ verdict: 'open', what: workflow.path, detail: 'not verified, because it is about another tag' }],
        claims: [],
        leftOut: [],
        images: [],
        verified: [],
        unseen: [],
    };
}
/** What was found until an expression could not be evaluated, or an action could not be read. */
function endedBy({ message, at }, path, account) {
    const open = { verdict: 'open', what: path, detail: `not verified any further, because ${message}` };
    account.findings.push(at === undefined ? open : { ...open, at });
    account.unseen.push(path);
    return account;
}
/** One line for each action and reason. */
function leftOutFindings(all) {
    const groups = Map.groupBy(all, ({ name, why }) => `${name}\n${why}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const places = [...new Set(group.map(({ place }) => place))].join(', ');
        return [{ verdict: 'open', what: `${first.name} (${places})`, detail: `left out, because ${first.why}` }];
    });
}

;// CONCATENATED MODULE: ./build/src/verification/verify-command.js







/** The command `verify`, which performs these actions. */
function commandWith(actions) {
    return (args) => {
        const asked = (0,verify_arguments.readArguments)(args);
        return (terminal) => perform(asked, actions, terminal);
    };
}
async function perform(asked, actions, { folder, env, releaseTree, print, note, token }) {
    const checkout = await rehearsal_checkout/* Checkout */.R.open(folder, env, note);
    const here = { ...(0,surroundings/* surroundings */.i)(folder, () => { }), trustsWorkspace: false };
    const verified = await verify(asked, checkout, { actions, surroundings: here, token, releaseTree });
    const { tag, commit, findings } = verified;
    const isSame = findings.every(({ verdict }) => verdict !== 'different');
    if (asked.isJson)
        print(`${JSON.stringify({ isSame, ...verified }, undefined, 2)}\n`);
    else
        print(`${[`${tag} at ${commit.slice(0, 12)}`, ...findings.flatMap(linesOf), sumOf(findings)].join('\n')}\n`);
    if (asked.isOpened) {
        const path = await (0,browser/* openPage */.w)({ name: `${tag}-verified`, html: pageOf(verified) }, env);
        if (!asked.isJson)
            print(`Page: ${path}\n`);
    }
    return isSame ? 0 : 1;
}


/***/ })

};
