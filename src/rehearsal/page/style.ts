/** The style of the page, for light and dark screens. Every text has a contrast of at least 4.5 to 1. */
export const style = `
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
