import { derivePurchases, type PurchaseProblems } from '../derive/purchase.js'
import { sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import type { PurchasePlan } from '../model/purchase.js'
import { listCatalogue } from '../store/organisation.js'
import { allocate } from './allocate.js'
import { checkBoard, type Known } from './known.js'
import type { RulesFile } from './reference.js'
import type { Session } from './session.js'
import { findShortfalls } from './shortfalls.js'

/** Baskets of schools, and what they come to. */
export interface Purchases {
  /** By school code. */
  readonly plans: readonly PurchasePlan[]
  readonly problems: PurchaseProblems
  readonly amountCents: number
  readonly costCents: number
}

/**
 * A basket for each school out of what an envelope gives it, from what it lacks and the imported catalogue; of one board
 * when it is asked for.
 *
 * @throws UserError when no catalogue is imported or no item of it has a price, and as allocations and shortfalls do.
 */
export async function planPurchases(
  session: Session,
  known: Known,
  file: RulesFile,
  asked: {
    readonly envelopeCents: number | null
    readonly year?: string | undefined
    readonly board?: string | undefined
  },
): Promise<Purchases> {
  const { m, store } = session
  const { rules } = file
  const catalogue = await listCatalogue(store.db)
  if (catalogue.length === 0) throw new UserError(m.purchase.noCatalogue, m.purchase.noCatalogueHint)
  if (catalogue.every(({ priceCents }) => priceCents === null))
    throw new UserError(m.purchase.noPrice, m.purchase.noPriceHint)
  checkBoard(known, asked.board, m)
  const { envelopeCents, year } = asked
  const shared = await allocate(session, known, { rules: file, part: 'equipment', envelopeCents, year })
  const ofBoard = <T extends { readonly board: string }>(rows: readonly T[]): readonly T[] =>
    asked.board === undefined ? rows : rows.filter(({ board }) => board === asked.board)
  const found = await findShortfalls(session, known, rules, shared.schoolYear)
  const { plans, problems } = derivePurchases({
    allocations: ofBoard(shared.allocations),
    shortfalls: ofBoard(found.shortfalls),
    catalogue,
    rules,
  })
  const out = new Set(
    shared.problems.flatMap(({ school, kind }) => (kind === 'out' && school !== null ? [school] : [])),
  )
  const left = ofBoard(known.schools.filter(({ code }) => out.has(code))).map(({ code }) => code)
  return {
    plans,
    problems: { ...problems, unknown: [...new Set([...left, ...problems.unknown])].sort(byCode) },
    amountCents: sum(plans.map((plan) => plan.amountCents)),
    costCents: sum(plans.map((plan) => plan.costCents)),
  }
}
