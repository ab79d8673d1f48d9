import { createHash } from 'node:crypto'
import type { Messages } from '../../i18n/translator.js'
import { escaped, plain } from '../../lib/text.js'
import type { ReportDocument } from '../../model/report-document.js'
import { chartFigure } from './html/chart.js'
import { sheetSection } from './html/sheet.js'
import { pageStyle } from './html/style.js'

const html = (text: string): string => escaped(plain(text))

/** One page that asks for nothing: no script, no request, its style known by its hash. Prints on letter paper. */
export function renderHtml(document: ReportDocument, m: Messages): string {
  const { title, notes, sheets, charts } = document
  const style = pageStyle(plain(title))
  const hash = createHash('sha256').update(style).digest('base64')
  const drawn =
    charts.length === 0
      ? ''
      : [
          `<section id="charts">\n<h2>${html(m.report.charts)}</h2>\n<div class="charts${charts.length === 1 ? ' one' : ''}">\n`,
          ...charts.map((chart, i) => chartFigure(chart, `chart-${i + 1}`, m)),
          '</div>\n</section>\n',
        ].join('')
  // One chart gives the reader the shape of what follows; those of many boards would keep them from it.
  const [before, after] = charts.length === 1 ? [drawn, ''] : ['', drawn]
  const links = [
    ...sheets.map(({ id, title }) => `<li><a href="#${id}">${html(title)}</a></li>`),
    ...(charts.length === 0 ? [] : [`<li><a href="#charts">${html(m.report.charts)}</a></li>`]),
  ]
  return `<!doctype html>
<html lang="${m.language}-CA">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
<ul class="notes">
${notes.map((note) => `<li>${html(note)}</li>`).join('\n')}
</ul>
<nav aria-label="${html(m.report.contents)}">
<ul>
${links.join('\n')}
</ul>
</nav>
</header>
<main>
${before}${sheets.map((sheet) => sheetSection(sheet, m)).join('')}${after}</main>
</body>
</html>
`
}
