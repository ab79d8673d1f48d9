import type { Messages } from '../i18n/translator.js'
import type { ReasonCode } from '../model/outcome.js'
import type { Gap } from '../model/records.js'
import type { RowTexts } from '../reports/names.js'

/** The sentences of a gap's reasons. */
export function reasonTexts({ reasons }: Pick<Gap, 'reasons'>, m: Messages): string[] {
  return reasons.map(({ code, about }) => m.gaps[code](about))
}

/** What would close a gap, one step a link. */
export function closingTexts({ closing }: Pick<Gap, 'closing'>, m: Messages): string[] {
  return closing.map(({ link, fromBps, toBps }) => m.show.raise(link, m.format.rate(fromBps), m.format.rate(toBps)))
}

/** Words for the fields of a gap that are structures. */
export function gapTexts(m: Messages): RowTexts<Gap> {
  return {
    reasons: (gap) => reasonTexts(gap, m).join(' ; '),
    closing: (gap) => closingTexts(gap, m).join(' ; '),
  }
}

/** A device's status in a table: why it was not read, when it was not. */
export function statusText(
  { status, reasonCode }: { readonly status: string; readonly reasonCode: string | null },
  m: Messages,
): string {
  const reason = reasonCode === null ? null : m.shortReasons[reasonCode as ReasonCode]
  return reason ?? m.statuses[status as keyof Messages['statuses']]
}
