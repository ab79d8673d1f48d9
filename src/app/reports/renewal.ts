import { deriveRenewal } from '../../derive/renewal.js'
import type { Messages } from '../../i18n/translator.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { RenewalRow } from '../../model/renewal.js'
import type { ReportDocument } from '../../model/report-document.js'
import type { Problem } from '../../reports/documents/parts.js'
import { renewalDocument } from '../../reports/documents/renewal.js'
import type { Session } from '../session.js'
import { readRuledGround, type AskedReport } from './basis.js'

const KINDS = ['boards', 'schools', 'equipment']

/** What reaches the end of its life when, as a report; seen from 30 September of the year asked for, else from today. */
export async function renewalReport(session: Session, asked: AskedReport): Promise<ReportDocument> {
  const { m } = session
  const { known, basis } = await readRuledGround(session, asked, () => KINDS)
  const asOf = asked.year === undefined ? session.now().slice(0, 10) : `${asked.year.slice(0, 4)}-09-30`
  const rows = deriveRenewal({ ...known, rules: basis.rules, asOf })
  return renewalDocument({ ...basis, asOf, rows, problems: problemsOf(rows, m) }, m)
}

/** Units without a date or without a cost, a school and category a line. */
function problemsOf(rows: readonly RenewalRow[], m: Messages): Problem[] {
  const groups = [...groupedBy(rows, ({ school, category }) => `${school} ${category}`)].sort(([a], [b]) =>
    byCode(a, b),
  )
  return groups.flatMap(([, own]) => {
    const [first] = own
    if (first === undefined) return []
    const category = m.words[`category-${first.category}` as 'category-flotte'] ?? first.category
    const units = (of: (row: RenewalRow) => boolean): number => sum(own.filter(of).map((row) => row.units))
    const undated = units(({ schoolYear }) => schoolYear === null)
    const unpriced = units(({ costCents }) => costCents === null)
    const note = (message: string): Problem => ({ school: first.school, kind: 'note', message })
    return [
      ...(undated === 0 ? [] : [note(m.report.undatedRenewal(m.format.number(undated), category))]),
      ...(unpriced === 0 ? [] : [note(m.report.unpricedRenewal(m.format.number(unpriced), category))]),
    ]
  })
}
