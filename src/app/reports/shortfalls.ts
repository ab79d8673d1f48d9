import { addedUp, deriveShortfallTotals } from '../../derive/shortfall-totals.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { Shortfall } from '../../model/records.js'
import type { ReportDocument } from '../../model/report-document.js'
import type { Messages } from '../../i18n/translator.js'
import type { Problem } from '../../reports/documents/parts.js'
import { shortfallsDocument, type ShortfallTrend } from '../../reports/documents/shortfalls.js'
import type { Known } from '../known.js'
import type { Session } from '../session.js'
import { findShortfalls, findTrend } from '../shortfalls.js'
import { readRuledGround, type AskedReport } from './basis.js'

const KINDS = ['boards', 'schools', 'buildings', 'enrolment', 'equipment', 'fleet']

/** Equipment against the rule, as a report. @throws UserError for a year without any enrolment. */
export async function shortfallsReport(session: Session, asked: AskedReport): Promise<ReportDocument> {
  const { m } = session
  const { known, basis } = await readRuledGround(session, asked, () => KINDS)
  const { rules } = basis
  const only = { board: asked.board }
  const { shortfalls: rows, schoolYear } = await findShortfalls(session, known, rules, asked.year, only)
  const everyYear = await findTrend(session, known, rules, only)
  const trend = [...groupedBy(everyYear.shortfalls, (row) => row.schoolYear).values()].flatMap(trendOf)
  const totals = deriveShortfallTotals({ ...known, rules, shortfalls: rows }, 'board', m)
  const problems = [...withoutEnrolment(rows, m), ...equipmentProblems(known, rules, m)]
  return shortfallsDocument({ ...basis, schoolYear, rows, totals, trend, problems }, m)
}

function trendOf(rows: readonly Shortfall[]): ShortfallTrend[] {
  return [...groupedBy(rows, ({ category }) => category)].flatMap(([category, own]) => {
    const [first] = own
    return first === undefined ? [] : [{ category, schoolYear: first.schoolYear, ...addedUp(own) }]
  })
}

function withoutEnrolment(rows: readonly Shortfall[], m: Messages): Problem[] {
  const unknown = new Map(rows.flatMap((row) => (row.pupils === null ? [[row.school, row.schoolYear] as const] : [])))
  return [...unknown].map(([school, year]) => ({ school, kind: 'out', message: m.report.noEnrolment(year) }))
}

/** Lots that count in no figure, or whose age nobody knows: a school and category a line. */
function equipmentProblems({ equipment, schools }: Known, rules: EquipmentRules, m: Messages): Problem[] {
  const known = new Set(schools.map(({ code }) => code))
  const held = equipment.filter(({ condition }) => condition !== 'retired')
  const groups = [...groupedBy(held, ({ school, category }) => `${school} ${category}`)].sort(([a], [b]) =>
    byCode(a, b),
  )
  return groups.flatMap(([, lots]): Problem[] => {
    const [first] = lots
    if (first === undefined) return []
    const { school, category } = first
    const units = (own: typeof lots): string =>
      m.format.number(sum(own.map(({ quantity, unitsEach }) => quantity * unitsEach)))
    const name = m.words[`category-${category}` as 'category-flotte'] ?? category
    if (!known.has(school)) {
      return [{ school: null, kind: 'note', message: m.report.unknownSchool(school, name, units(lots)) }]
    }
    if (rules.categories[category] === undefined) {
      return [{ school, kind: 'note', message: m.report.otherCategory(units(lots), name) }]
    }
    const undated = lots.filter(({ acquiredOn }) => acquiredOn === null)
    if (undated.length === 0) return []
    return [{ school, kind: 'note', message: m.report.undatedLots(units(undated), name) }]
  })
}
