import type { Messages } from '../../i18n/translator.js'
import type { Problem } from '../../model/problem.js'
import type { Doubt } from '../../store/doubts.js'

/** A doubt as a line about the file. */
export function doubtProblem(doubt: Doubt, file: string, m: Messages): Problem {
  const { money, number, rate } = m.format
  const at = (column: string, message: string): Problem => ({ file, line: doubt.line, column, message })
  switch (doubt.code) {
    case 'enrolment-jump':
      return at('pupils', m.importing['doubt-enrolment-jump'](number(doubt.before), number(doubt.after)))
    case 'rate-too-great':
      return at(doubt.column, m.importing['doubt-rate-too-great'](rate(doubt.bps)))
    case 'board-changed':
      return at('board', m.importing['doubt-board-changed'](doubt.before, doubt.after))
    case 'building-moved':
      return at('lon', m.importing['doubt-building-moved'](number(doubt.km)))
    case 'credit-note':
      return at('amount', m.importing['doubt-credit-note'](money(-doubt.amountCents)))
    case 'shares-do-not-sum':
      return at('share', m.importing['doubt-shares-do-not-sum'](doubt.school, number(doubt.sum, 2)))
  }
}
