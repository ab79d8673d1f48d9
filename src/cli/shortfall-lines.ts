import { addedUp } from '../derive/shortfall-totals.js'
import type { Messages } from '../i18n/translator.js'
import { groupedBy, sum } from '../lib/group.js'
import type { Shortfall } from '../model/records.js'
import type { RenewalRow } from '../model/renewal.js'

/** What each category comes to, over all the schools that are told. */
export function totalLines(shortfalls: readonly Shortfall[], m: Messages): readonly string[] {
  const { number, money, percent } = m.format
  return [...groupedBy(shortfalls, ({ category }) => category)].map(([code, rows]) => {
    const category = m.words[`category-${code}` as keyof Messages['words']] ?? code
    const { target, inService, shortfall, percent: met, costCents } = addedUp(rows)
    if (target === null) return m.shortfalls.totalUnknown(category, number(inService))
    const apart = sum(rows.map((row) => (row.target === null ? row.inService : 0)))
    return m.shortfalls.total({
      apart: apart === 0 ? null : number(apart),
      ...{ category, target: number(target), inService: number(inService), shortfall: number(shortfall) },
      percent: percent(met === null ? null : met / 100),
      cost: costCents === null ? null : money(costCents),
    })
  })
}

/** What is overdue, to come and without date, and what each costs. */
export function renewalLine(rows: readonly RenewalRow[], m: Messages): string {
  const { number, money } = m.format
  const units = (own: readonly RenewalRow[]): string => number(sum(own.map((row) => row.units)))
  const cost = (own: readonly RenewalRow[]): string | null => {
    const known = own.flatMap(({ costCents }) => costCents ?? [])
    return own.length === 0 || known.length < own.length ? null : money(sum(known))
  }
  const undated = rows.filter(({ schoolYear }) => schoolYear === null)
  const overdue = rows.filter((row) => row.overdue)
  const coming = rows.filter((row) => !row.overdue && row.schoolYear !== null)
  return m.shortfalls.renewalTotal({
    ...{ overdue: units(overdue), coming: units(coming), undated: units(undated) },
    ...{ overdueCost: cost(overdue), comingCost: cost(coming), undatedCost: cost(undated) },
  })
}
