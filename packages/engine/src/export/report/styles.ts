/**
 * The page's style. Colours are named once for each scheme; text has at least 4.5 times the luminance of its ground, and
 * nothing is told by colour alone.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfc; --panel: #f4f5f3; --ink: #1c2024; --soft: #5b646d; --line: #dcdfdb;
  --accent: #0f5c8c; --good: #1b7a52; --quiet: #a9b1b4; --bad: #b3372b;
  --good-ground: #e0f2e8; --mark: #fff1b8; --mark-edge: #b98900;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --panel: #1d2125; --ink: #e4e7e9; --soft: #a0a9b1; --line: #343a40;
    --accent: #7cc0ee; --good: #57c596; --quiet: #59636b; --bad: #f08a7d;
    --good-ground: #17392a; --mark: #4b3c0b; --mark-edge: #d9aa2b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.masthead, main, body > footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, p, ul, ol, dl, figure, blockquote { margin: 0; }
ul, ol { padding: 0; list-style: none; }
h1 { font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { font-size: 1.5rem; letter-spacing: -0.01em; margin-bottom: 1rem; }
h3 { font-size: 1.05rem; }
small { font-size: 0.85rem; color: var(--soft); }
code, pre { font-family: var(--mono); font-size: 0.875em; }
code { overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
.soft { color: var(--soft); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.masthead { padding-top: 2.5rem; }
.kind { color: var(--accent); font-weight: 600; font-size: 0.9rem; }
.lead { color: var(--soft); margin-top: 0.5rem; max-width: 60ch; }
nav { margin-top: 1.25rem; border-bottom: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
nav a { display: block; padding: 0.6rem 0; text-decoration: none; font-weight: 550; }
nav a:hover { text-decoration: underline; }
main > section { padding: 2.25rem 0 0.5rem; }
main > section:focus { outline: none; }

.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.figures li { background: var(--panel); padding: 1rem 1.15rem; }
.figures b { display: block; font-size: 2rem; line-height: 1.2; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.figures span { display: block; font-weight: 550; }
.sums { margin-top: 1.25rem; }
.sum { display: grid; grid-template-columns: 7rem minmax(0, 1fr) minmax(6rem, 26rem); gap: 0 1rem; align-items: center; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.sum h3 { font-size: 1rem; }
.sum .term { white-space: nowrap; }
.key { display: inline-block; width: 0.7em; height: 0.7em; border-radius: 2px; margin-right: 0.35em; }
.key.good { background: var(--good); } .key.quiet { background: var(--quiet); } .key.bad { background: var(--bad); }
.stack { display: block; width: 100%; height: 0.6rem; border-radius: 3px; background: var(--line); }
rect.good { fill: var(--good); } rect.quiet { fill: var(--quiet); } rect.bad { fill: var(--bad); }

.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 2rem 3rem; align-items: start; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
caption { text-align: left; font-weight: 650; padding-bottom: 0.4rem; }
th, td { text-align: left; padding: 0.35rem 0.75rem 0.35rem 0; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: 0.85rem; white-space: nowrap; }
thead td { padding: 0; }
th small { display: block; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bars th[scope=row] { min-width: 7.5rem; }
.bars bdi { overflow-wrap: anywhere; }
.bar-cell { width: 34%; padding-right: 0; }
.bar { display: block; width: 100%; height: 0.75rem; margin-top: 0.4rem; }
.bar rect { fill: var(--accent); }
.wide { margin-top: 2rem; }
.grid + .bars { margin-top: 2rem; }
.grid + .bars .bar-cell { width: 26%; }
#privacy { width: auto; }
.wide td + td.number { color: var(--soft); }
.wide th code { white-space: nowrap; }
.tag { display: inline-block; font-size: 0.85rem; line-height: 1.4; padding: 0.05rem 0.5rem; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); white-space: nowrap; }
.tag.good { background: var(--good-ground); border-color: var(--good); }

.histogram figcaption { font-weight: 650; }
.histogram ol { display: flex; align-items: flex-end; gap: 4px; margin-top: 0.75rem; max-width: 52rem; }
.histogram li { flex: 1; min-width: 0; text-align: center; font-size: 0.85rem; font-variant-numeric: tabular-nums; position: relative; }
.histogram svg { display: block; width: 100%; height: 9rem; border-bottom: 2px solid var(--line); }
.histogram rect { fill: var(--accent); }
.histogram .range { color: var(--soft); font-size: 0.8rem; }

#coverage > p { max-width: 70ch; }
#coverage > p + p, #coverage .wide + p { margin-top: 1rem; }
#records > h3, #coverage > h3, #left-out > h3 { margin: 2rem 0 0.6rem; }
#left-out > h3:first-of-type { margin-top: 0; }
#left-out .wide { margin-top: 0.75rem; }
.document { border-top: 1px solid var(--line); padding: 0.5rem 0; }
.document:last-child { border-bottom: 1px solid var(--line); }
.document summary { cursor: pointer; }
.document .path, .refused .path, .place .path { font-family: var(--mono); font-size: 0.875em; overflow-wrap: anywhere; }
.document .stack { display: inline-block; width: 8rem; height: 0.5rem; margin-left: 0.5rem; }
.sections { padding: 0.5rem 0 0.25rem 1.1rem; }
.sections li { padding: 0.15rem 0; overflow-wrap: anywhere; }
.depth-1 { margin-left: 1.25rem; } .depth-2 { margin-left: 2.5rem; } .depth-3 { margin-left: 3.75rem; }
.list { margin-top: 1rem; }
.list summary { cursor: pointer; font-weight: 550; }
.refused li { padding: 0.4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.examples > li { padding: 0.6rem 0 0.2rem; }
.examples ul { padding-left: 1.1rem; }
.examples ul li { padding: 0.25rem 0; max-width: 90ch; overflow-wrap: anywhere; }
.examples q { font-weight: 550; }

#filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0.75rem 0; margin-top: 0.75rem; }
.field { display: grid; gap: 0.15rem; }
.search { flex: 1 1 16rem; }
label { font-size: 0.85rem; color: var(--soft); text-transform: capitalize; }
input, select, button { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: 6px; padding: 0.35rem 0.6rem; min-height: 2.4rem; width: 100%; }
button { cursor: pointer; font-weight: 550; width: auto; }
button:hover { border-color: var(--accent); color: var(--accent); }
#matches { flex-basis: 100%; font-size: 0.9rem; color: var(--soft); }
.more { text-align: center; margin: 1.5rem 0; }

article { border: 1px solid var(--line); border-radius: 10px; margin-top: 1.25rem; overflow: hidden; scroll-margin-top: 9rem; }
article header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; background: var(--panel); border-bottom: 1px solid var(--line); padding: 0.5rem 1rem; }
article h3 { font-family: var(--mono); font-size: 0.95rem; }
.tags { display: flex; flex-wrap: wrap; gap: 0 0.9rem; color: var(--soft); font-size: 0.9rem; }
.halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.turns, .evidence { padding: 0.85rem 1rem; }
.evidence { border-left: 1px solid var(--line); }
h4 { font-size: 0.85rem; color: var(--soft); font-weight: 600; }
.turn + .turn { margin-top: 0.8rem; }
.text + .text, pre + .text { margin-top: 0.5rem; }
.turn.user .text { font-weight: 600; }
.text, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { margin: 0.2rem 0 0; overflow: auto; max-height: 26rem; background: var(--panel); padding: 0.6rem 0.75rem; border-radius: 6px; line-height: 1.45; }
.passage .text { border-left: 3px solid var(--line); padding-left: 0.75rem; }
.place { font-size: 0.9rem; color: var(--soft); overflow-wrap: anywhere; }
blockquote { margin-top: 0.5rem; color: var(--soft); }
mark { background: var(--mark); color: var(--ink); border-bottom: 2px solid var(--mark-edge); padding: 0.05em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
article footer { border-top: 1px solid var(--line); padding: 0.35rem 1rem; font-size: 0.85rem; color: var(--soft); }

body > footer { margin-top: 3rem; padding-top: 1.25rem; padding-bottom: 3rem; border-top: 1px solid var(--line); font-size: 0.9rem; color: var(--soft); }
.facts { display: grid; gap: 0.25rem; margin-bottom: 0.75rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.facts dt { min-width: 6rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }

@media (max-width: 60rem) {
  .figures { grid-template-columns: repeat(2, 1fr); }
  .sum { grid-template-columns: minmax(0, 1fr); gap: 0.3rem; }
}
@media (max-width: 24rem) { .figures { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 46rem) {
  .halves { grid-template-columns: minmax(0, 1fr); }
  .evidence { border-left: 0; border-top: 1px solid var(--line); }
  #filter { position: static; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .search, #matches { grid-column: 1 / -1; }
  article { scroll-margin-top: 1rem; }
  .bar-cell { width: 22%; }
  .grid + .bars .bar-cell { display: none; }
  .wide thead { position: absolute; clip-path: inset(50%); }
  .wide, .wide tbody, .wide tr, .wide caption { display: block; }
  .wide tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .wide th, .wide td { display: block; border: 0; padding: 0.1rem 0; }
  .wide td.number { display: inline-block; margin-right: 1rem; }
  .wide td.number::before { content: attr(data-head) ' '; color: var(--soft); font-size: 0.85rem; }
  .depth-1 { margin-left: 0.75rem; } .depth-2 { margin-left: 1.5rem; } .depth-3 { margin-left: 2.25rem; }
  .histogram .range { font-size: 0.7rem; }
  .histogram ol { gap: 2px; }
}
@media (forced-colors: active) { rect { fill: CanvasText; } .key { forced-color-adjust: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #0f5c8c; --good: #1b7a52; --quiet: #a9b1b4; --bad: #b3372b; --good-ground: #fff; --mark: #fff1b8; --mark-edge: #b98900; }
  body { font-size: 10pt; }
  nav, .skip, #filter, .more { display: none; }
  .bar rect, .histogram rect, .stack rect, .stack, .key, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  article, tr, .sum, .histogram { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;
