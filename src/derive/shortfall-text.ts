import type { Messages } from '../i18n/translator.js'
import type { CategoryRule } from '../model/equipment.js'
import type { Sector } from '../model/organisation.js'
import type { KnownPupils } from './enrolment.js'
import { sectorList } from './sectors.js'
import type { Stock } from './stock.js'
import type { RatioTerm, Target } from './target.js'

/** What one figure of a shortfall comes from. */
export interface ShortfallFacts {
  readonly rule: CategoryRule
  /** Part of the prorata that is due, 0 to 1. */
  readonly due: number
  readonly known: KnownPupils
  readonly stock: Stock
  /** Null when nobody knows the pupils. */
  readonly target: Target | null
  readonly shortfall: number | null
  readonly schoolYear: string
  readonly sectors: readonly Sector[]
  /** The school teaches nothing of the category's own sectors. */
  readonly outside: boolean
}

/** Items that are named, of those that do not count; the others are a number. */
const NAMED = 3

/** One sentence with the arithmetic of a shortfall, in the user's language. */
export function shortfallText(facts: ShortfallFacts, messages: Messages): string {
  const { rule, due, known, stock, target, shortfall, schoolYear, sectors, outside } = facts
  const { shortfalls: texts, format } = messages
  const units = (count: number): { count: number; text: string } => ({ count, text: format.number(count) })
  const { sources } = stock
  const optional = (count: number | null): string | null => (count === null ? null : format.number(count))
  const stocked = {
    inService: units(stock.inService),
    pastLife: units(stock.pastLife),
    broken: units(stock.broken),
    undated: units(stock.undated),
    others: units(stock.otherUnits),
    otherItems: `${stock.otherItems.slice(0, NAMED).join(', ')}${stock.otherItems.length > NAMED ? '…' : ''}`,
    later: units(stock.later),
    schoolYear,
    sources: sources && {
      ...{ lots: optional(sources.lots), fleet: optional(sources.fleet), scanned: optional(sources.scanned) },
      sum: format.number((sources.fleet ?? 0) + (sources.scanned ?? 0)),
    },
  }
  if (outside) return texts.notConcerned({ ...stocked, sectors: sectorList(sectors, messages) })
  if (known.pupils === null || target === null || shortfall === null) return texts.noEnrolment(stocked)
  const counted = target.terms.filter(({ pupils }) => pupils > 0)
  const shown = counted.length > 0 ? counted : target.terms.slice(0, 1)
  const nameOf = ({ orders }: RatioTerm): string => orders.map((order) => texts[`order-${order}`]).join(', ')
  const told = shown.filter(({ perPupils }) => perPupils !== null)
  return texts.because({
    ...stocked,
    target: format.number(target.units),
    floor: format.number(rule.floor),
    duePercent: format.number(due * 100, 2),
    isWhole: due === 1,
    terms: told.map((term) => ({
      ...{ pupils: units(term.pupils), orders: nameOf(term) },
      perPupils: format.number(term.perPupils, 2),
    })),
    raw: format.number(target.raw, 2),
    rounding: rule.rounding,
    bound: target.bound,
    isFavourable: told.some((term) => term.isFavourable),
    undue: shown
      .filter(({ perPupils }) => perPupils === null)
      .map((term) => ({ pupils: units(term.pupils), orders: nameOf(term) })),
    shortfall: units(shortfall),
    unknownSectors: sectorList(known.missing, messages),
  })
}
