import type { AllocationRule } from '../../model/equipment.js'
import type { Messages } from '../../i18n/translator.js'
import { sum } from '../../lib/group.js'
import { bandOf, type FixedDue, type ScalePart } from './fixed.js'
import type { Settled } from './settle.js'
import type { Plan } from './sharing.js'
import type { Factor, Weighing } from './weights.js'

/** What the sentences behind the amounts are made of. */
export interface Texts {
  readonly rule: AllocationRule
  readonly plan: Plan
  readonly settled: Settled
  readonly held: readonly number[] | null
  readonly reserveCents: number
  readonly messages: Messages
  /** Sums that many sentences name, each added up once. */
  readonly totals: Map<string, readonly Among[]>
}

/** Those among whom something was divided: all together, or one board's. */
interface Among {
  readonly weight: number
  readonly schools: number
}

/** Of some parties, by board; without boards, all of them first. */
function amongOf(
  key: string,
  weights: readonly number[],
  of: readonly number[],
  boardOf: readonly number[] | null,
  { totals, plan }: Texts,
): readonly Among[] {
  const known = totals.get(key)
  if (known !== undefined) return known
  const found = plan.parties.boards.map(() => ({ weight: 0, schools: 0 }))
  for (const i of of) {
    const among = found[boardOf?.[i] ?? 0]
    if (among === undefined) continue
    among.weight += weights[i] ?? 0
    among.schools++
  }
  totals.set(key, found)
  return found
}

function pupilsOf(i: number, { plan, messages }: Texts) {
  const count = plan.parties.pupils[i] ?? 0
  return { count, text: messages.format.number(count) }
}

/** ` × 66,6 %`, or nothing when the ministry pays it all. */
function ministryText(percent: number, { format, allocation }: Messages): string {
  return percent === 100 ? '' : allocation.ministryShare(format.number(percent, 4))
}

function scaleText(part: ScalePart, { rule }: FixedDue, messages: Messages): string {
  const { allocation, format } = messages
  if (rule.kind !== 'sliding-scale') return ''
  const pupils = { count: part.pupils, text: format.number(part.pupils) }
  const band = bandOf(part.pupils, rule.bands)
  const formula =
    band === undefined
      ? null
      : {
          base: band.baseCents === 0 ? null : format.money(band.baseCents),
          rate: band.perPupilCents === 0 ? null : format.money(Math.abs(band.perPupilCents)),
          falls: band.perPupilCents < 0,
          above: band.above === 0 ? null : format.number(band.above),
          ministry: ministryText(rule.ministrySharePercent, messages),
        }
  return allocation.scale({
    building: part.building,
    pupils,
    formula,
    whole: format.money(part.wholeCents),
    own: part.cents === part.wholeCents ? null : format.money(part.cents),
  })
}

function fixedText(i: number, due: FixedDue, texts: Texts): string {
  const { plan, messages } = texts
  const { allocation, format } = messages
  const { rule } = due
  const cents = format.money(due.cents[i] ?? 0)
  const ministry = ministryText(rule.ministrySharePercent, messages)
  switch (rule.kind) {
    case 'floor-per-school':
      return allocation.floor({ rate: format.money(rule.cents), ministry, cents })
    case 'per-pupil':
      return allocation.perPupil({ rate: format.money(rule.cents), ministry, cents, pupils: pupilsOf(i, texts) })
    case 'base-per-board': {
      const { boardOf, boards, pupils, all } = plan.parties
      const at = boardOf[i] ?? 0
      const { weight: among = 0, schools = 0 } = amongOf('base', pupils, all, boardOf, texts)[at] ?? {}
      const board = boards[at] ?? ''
      const alike = among === 0 && schools > 1 ? format.number(schools) : null
      const told = { rate: format.money(rule.cents), ministry, cents, board, pupils: pupilsOf(i, texts) }
      return allocation.basePerBoard({ ...told, among: format.number(among), alike })
    }
    case 'sliding-scale':
      return (due.scale?.[i] ?? []).map((part) => scaleText(part, due, messages)).join(' ')
  }
}

function factorText({ reason, about, factor }: Factor, { allocation, format }: Messages): string {
  const written = typeof about === 'number' ? format.number(about) : (about ?? '')
  return allocation[`factor-${reason}`](format.number(factor, 4), written)
}

function prorataText(i: number, k: number, weighing: Weighing, texts: Texts): string {
  const { plan, settled, messages } = texts
  const { allocation, format } = messages
  const { sharing } = settled
  const board = plan.byBoard ? (plan.parties.boardOf[i] ?? 0) : null
  const { boardOf } = plan.parties
  const sums = amongOf(`prorata ${k}`, weighing.weights, sharing.active, plan.byBoard ? boardOf : null, texts)
  const { weight: all = 0, schools = 0 } = sums[board ?? 0] ?? {}
  const own = weighing.weights[i] ?? 0
  const written = (weight: number): string =>
    weighing.rule.by === 'need' && weighing.perUnit === 1
      ? format.money(weight)
      : weighing.rule.by === 'need'
        ? format.money(Math.round(weight / weighing.perUnit))
        : format.number(weight / weighing.perUnit, 6)
  const rest = sharing.restCents[k] ?? 0
  return allocation.prorata({
    by: weighing.rule.by,
    cents: format.money(sharing.proratas[k]?.[i] ?? 0),
    pupils: pupilsOf(i, texts),
    factors: weighing.factorsOf(i).map((factor) => factorText(factor, messages)),
    isWeighted: weighing.perUnit !== 1,
    own: written(own),
    among: { count: all / weighing.perUnit, text: written(all) },
    schools: format.number(schools),
    rest: format.money(board === null ? rest : (sharing.boardCents[k]?.[board] ?? 0)),
    percent: weighing.rule.percent === 100 ? null : format.number(weighing.rule.percent, 4),
    board: board === null ? null : (plan.parties.boards[board] ?? ''),
    envelope: format.money(sharing.roomCents),
  })
}

/** Fixed amounts that are more than there is leave no rest to divide. */
function isCut({ sharing }: Settled): boolean {
  return sharing.dueCents > sharing.roomCents
}

function fixedTexts(i: number, texts: Texts): string[] {
  const { plan, settled, messages } = texts
  const { sharing } = settled
  const told = plan.fixed.map((due) => fixedText(i, due, texts))
  if (!isCut(settled)) return told
  const { allocation, format } = messages
  const cut = allocation.cut({
    due: format.money(sharing.dueCents),
    room: format.money(sharing.roomCents),
    own: format.money(plan.dueCents[i] ?? 0),
    cents: format.money(sharing.fixed[i] ?? 0),
  })
  return [...told, cut]
}

/** What limits add or take, and what is taken off for money that the school holds. */
function adjustmentTexts(i: number, { plan, settled, held, messages }: Texts): string[] {
  const { sharing } = settled
  const { allocation, format } = messages
  const before = (sharing.fixed[i] ?? 0) + sum(sharing.proratas.map((cents) => cents[i] ?? 0))
  const after = sharing.amounts[i] ?? 0
  const own = held?.[i] ?? 0
  return [
    ...(after < before ? [allocation.capped(format.money(plan.caps?.[i] ?? 0), format.money(before - after))] : []),
    ...(after > before ? [allocation.lifted(format.money(after - before))] : []),
    ...(own > 0 ? [allocation.held(format.money(own), format.money(after))] : []),
  ]
}

/**
 * The arithmetic of one school's amount, a sentence for each block of the rule, in the user's language. Figures are those
 * that a person with the file and a calculator finds again.
 */
export function becauseOf(i: number, texts: Texts): string {
  const { rule, plan, settled, held, messages } = texts
  const { allocation, format } = messages
  const leaver = settled.leavers.get(i)
  if (leaver !== undefined) {
    const would = format.money(leaver.wouldBeCents)
    return leaver.reason === 'holds-more'
      ? allocation.holdsMore(format.money(held?.[i] ?? 0), would)
      : allocation.tooLittle(would, format.money(rule.limits.minimumUsefulCents))
  }
  const sentences = [
    ...fixedTexts(i, texts),
    ...(isCut(settled) ? [] : plan.proratas.map((weighing, k) => prorataText(i, k, weighing, texts))),
    ...adjustmentTexts(i, texts),
  ]
  const amount = (settled.sharing.amounts[i] ?? 0) - (held?.[i] ?? 0)
  return (sentences.length > 1 ? [...sentences, allocation.amount(format.money(amount))] : sentences).join(' ')
}
