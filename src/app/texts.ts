import type { Messages } from '../i18n/translator.js'
import type { Gap } from '../model/records.js'
import type { RowTexts } from '../reports/names.js'

/** The sentences of a gap's reasons. */
export function reasonTexts({ reasons }: Pick<Gap, 'reasons'>, m: Messages): string[] {
  return reasons.map(({ code, about }) => m.gaps[code](about))
}

/** What would close a gap, one step a link. */
export function closingTexts({ closing }: Pick<Gap, 'closing'>, m: Messages): string[] {
  return raiseTexts(closing, m)
}

/** Links to raise, a sentence each. */
export function raiseTexts(closing: Gap['closing'], m: Messages): string[] {
  return closing.map(({ link, fromBps, toBps }) => m.show.raise(link, m.format.rate(fromBps), m.format.rate(toBps)))
}

/** Words for the fields of a gap that are structures. */
export function gapTexts(m: Messages): RowTexts<Gap> {
  return {
    reasons: (gap) => reasonTexts(gap, m).join(' ; '),
    closing: (gap) => closingTexts(gap, m).join(' ; '),
  }
}

/** How full a link was measured to be, and when it will be full; null when nobody measures it. */
export function useText(use: number | null, monthsUntilFull: number | null, m: Messages): string | null {
  if (use === null) return null
  const now = m.format.percent(use)
  if (monthsUntilFull === null) return now
  if (monthsUntilFull === 0) return m.show.fullNow(now)
  return m.show.fullIn(now, m.format.number(monthsUntilFull, 0))
}
