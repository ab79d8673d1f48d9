/** The page's style: on a screen, light or dark as the reader's system is; on letter paper, black on white. */
export function pageStyle(title: string): string {
  return `${STYLE}@page {
  size: letter landscape;
  margin: 13mm 12mm 15mm;
  @bottom-left { content: ${cssString(title)}; font: 7.5pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt system-ui, sans-serif; color: #444; }
}
`
}

function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} .,()–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)
  return `"${safe}"`
}

const STYLE = `
:root {
  --ground: #ffffff; --ink: #1b2026; --soft: #4d5661; --rule: #d3d8de; --band: #f4f6f8;
  --head: #1f3a5f; --head-ink: #ffffff; --link: #1a5a96; --bar: #2c6e9e; --whole: #5b6570; --focus: #b3541e;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b; --ink: #e7eaee; --soft: #aab4bf; --rule: #343c46; --band: #191f26;
    --head: #26415f; --head-ink: #f3f6f9; --link: #8cc4f2; --bar: #6fb1e0; --whole: #9aa6b2; --focus: #f0a36b;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 28px 32px 48px; max-width: 1500px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
h1 { margin: 0 0 10px; font-size: 26px; line-height: 1.25; }
h2 { margin: 36px 0 8px; font-size: 19px; }
h3 { margin: 0 0 6px; font-size: 15px; }
.notes { margin: 0; padding-left: 20px; max-width: 100ch; }
nav { margin-top: 16px; padding: 8px 0; border-block: 1px solid var(--rule); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0; padding: 0; list-style: none; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 6px; text-align: left; color: var(--soft); }
th, td { padding: 5px 9px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { background: var(--head); color: var(--head-ink); font-weight: 600; vertical-align: bottom; }
tbody tr:nth-child(even) { background: var(--band); }
tbody th { font-weight: 600; min-width: 12em; }
tfoot th, tfoot td { border-top: 2px solid var(--ink); font-weight: 700; }
.figure { text-align: right; white-space: nowrap; }
thead .figure { white-space: normal; }
.short { white-space: nowrap; }
tbody .hash { font: 11px/1.5 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; min-width: 18em; }
tbody .sentence { min-width: 26em; max-width: 60em; color: var(--soft); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 620px), 1fr)); gap: 24px 40px; }
figure { margin: 0; max-width: 860px; }
figcaption { margin-bottom: 6px; font-weight: 600; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
svg .value { font-variant-numeric: tabular-nums; }
.bar { fill: var(--bar); }
.whole { fill: none; stroke: var(--whole); stroke-width: 1; }
.axis { stroke: var(--rule); stroke-width: 1; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  h1 { font-size: 16pt; }
  h2 { margin: 16pt 0 4pt; font-size: 12pt; break-after: avoid; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; line-height: 1.3; }
  caption { break-after: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, figure { break-inside: avoid; }
  th, td { padding: 2.5pt 4pt; }
  thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tbody tr:nth-child(even) { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tbody th { min-width: 0; }
  tbody .sentence { min-width: 20em; }
  tbody .hash { font-size: 6pt; min-width: 14em; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .charts { grid-template-columns: 1fr 1fr; gap: 14pt; }
  .charts.one { grid-template-columns: 1fr; max-width: 520pt; }
}
`
