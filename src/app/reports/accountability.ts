import { UserError } from '../../model/errors.js'
import type { ReportDocument } from '../../model/report-document.js'
import { accountabilityDocument } from '../../reports/documents/accountability.js'
import { findAccountability, standingRuns } from '../accountability.js'
import type { Session } from '../session.js'
import { readGround, type AskedReport } from './basis.js'

/**
 * Reddition de comptes of a year, the last that has accounts by default, as a report.
 *
 * @throws UserError when there are no accounts, or none of the year asked for.
 */
export async function accountabilityReport(
  session: Session,
  asked: Pick<AskedReport, 'year' | 'board'>,
): Promise<ReportDocument> {
  const { m, store } = session
  const { known, basis } = await readGround(session, asked, ['spending'])
  const { rows, categories, problems } = await findAccountability(session, known)
  const years = [...new Set(rows.map((row) => row.schoolYear))].sort()
  const schoolYear = asked.year ?? years.at(-1)
  if (schoolYear === undefined) throw new UserError(m.report.nothingToAccount, m.report.nothingToAccountHint)
  if (!years.includes(schoolYear)) {
    const hint = years.length === 0 ? m.report.nothingToAccountHint : m.report.noAccountsHint(years.join(', '))
    throw new UserError(m.report.noAccounts(schoolYear), hint)
  }
  const isOfYear = (row: { readonly schoolYear: string }): boolean => row.schoolYear === schoolYear
  return accountabilityDocument(
    {
      ...basis,
      schoolYear,
      runs: (await standingRuns(store.db)).filter(isOfYear),
      rows: rows.filter(isOfYear),
      categories: categories.filter(isOfYear),
      problems,
    },
    m,
  )
}
