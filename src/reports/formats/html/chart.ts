import type { Messages } from '../../../i18n/translator.js'
import { escaped, plain } from '../../../lib/text.js'
import type { ReportChart } from '../../../model/report-document.js'
import { written } from '../written.js'

const WIDTH = 800
const LABELS = 246
/** Where bars begin and how far the longest goes; figures stand after it. */
const FROM = 256
const BARS = 240
const LINE = 24
const LONGEST_LABEL = 36

type Bar = ReportChart['bars'][number]

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
}

function figures({ value, of }: Bar, kind: ReportChart['kind'], m: Messages): string {
  const text = (amount: number): string => written(amount, { key: 'value', kind }, m, plain)
  if (of === null) return text(value)
  return m.report.chartOf(text(value), text(of), m.format.percent(of === 0 ? null : value / of))
}

/** One chart: a drawing whose figures are texts in it, and told whole to who does not see it. A whole is an outline. */
export function chartFigure({ title, kind, bars }: ReportChart, id: string, m: Messages): string {
  const most = Math.max(1, ...bars.flatMap(({ value, of }) => [value, of ?? 0]))
  const length = (value: number): string => ((Math.max(0, value) / most) * BARS).toFixed(1)
  const told = bars.map((bar) => `${plain(bar.label)}${m.report.colon} ${figures(bar, kind, m)}`).join(' ; ')
  const drawn = bars.map((bar, i) => {
    const y = i * LINE
    const whole =
      bar.of === null ? '' : `<rect class="whole" x="${FROM}" y="${y + 4}" width="${length(bar.of)}" height="15"/>`
    return [
      `<text x="${LABELS}" y="${y + 16}" text-anchor="end">${escaped(shortened(plain(bar.label)))}</text>`,
      `<rect class="bar" x="${FROM}" y="${y + 4}" width="${length(bar.value)}" height="15"/>${whole}`,
      `<text class="value" x="${FROM + BARS + 8}" y="${y + 16}">${escaped(figures(bar, kind, m))}</text>`,
    ].join('')
  })
  const height = bars.length * LINE
  return [
    `<figure><figcaption id="${id}">${escaped(plain(title))}</figcaption>`,
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}" aria-describedby="${id}-d">`,
    `<desc id="${id}-d">${escaped(told)}</desc>`,
    `<line class="axis" x1="${FROM}" y1="0" x2="${FROM}" y2="${height}"/>`,
    ...drawn,
    '</svg></figure>\n',
  ].join('\n')
}
