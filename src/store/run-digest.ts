import { createHash } from 'node:crypto'
import type { RunToFreeze } from '../model/allocation-run.js'
import { byCode } from '../lib/text.js'

/** The form that is hashed; another number is another form. */
export const RUN_FORM = 'cartable/allocation-run/1'

/**
 * A run in its canonical form: UTF-8 lines that each end with a line feed, each a JSON array without spaces. The first line says what was shared; then comes a line for each input, in their order, for each row, by
 * school code, and for each problem, in their order. Who froze it, when and why are not in it: the same allocation of the
 * same inputs has the same hash.
 */
export function canonicalForm(run: RunToFreeze): string {
  const { part, schoolYear, enrolmentYear, rules, rulesVersion, rulesSource, unspent, categories, reads } = run
  const { envelopeCents, dueCents, reserveCents, unallocatedCents, recoveredCents, against } = run
  const lines: readonly unknown[][] = [
    [
      ...[RUN_FORM, part, schoolYear, enrolmentYear, rules, rulesVersion, rulesSource, unspent, categories, reads],
      ...[envelopeCents, dueCents, reserveCents, unallocatedCents, recoveredCents, against],
    ],
    ...run.inputs.map(({ kind, file, sha256 }) => ['input', kind, file, sha256]),
    ...[...run.rows]
      .sort((a, b) => byCode(a.school, b.school))
      .map((row) => [
        ...['row', row.school, row.name, row.board, row.pupils, row.floorCents, row.prorataCents],
        ...[row.adjustmentCents, row.amountCents, row.carriedCents],
        row.shares.map(({ step, kind, cents }) => [step, kind, cents]),
        ...[row.because.fr, row.because.en],
      ]),
    ...run.problems.map(({ school, kind, message }) => ['problem', school, kind, message.fr, message.en]),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** SHA-256, in hexadecimal, of a run's canonical form. */
export function digestOf(run: RunToFreeze): string {
  return createHash('sha256').update(canonicalForm(run)).digest('hex')
}
