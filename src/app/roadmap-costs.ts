import { lengthKm, placesOf, spanOf } from '../derive/spans.js'
import upgradeCostsInput from '../ingest/asked/upgrade-costs.js'
import { readInput } from '../ingest/reading/read.js'
import { groupedBy } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import type { Upgrade, UpgradeCost, UpgradePrice } from '../model/roadmap.js'
import type { WanLink } from '../model/wan-link.js'
import type { Known } from './known.js'
import type { Session } from './session.js'

/** What raising links costs, in cents. */
interface UpgradeCosts {
  /** More than nothing; 1 when there are no costs. @throws UserError when neither the file nor the prices go so far. */
  readonly costOf: (link: WanLink, toBps: number) => number
  readonly isPriced: boolean
  /** Of some upgrades, the links priced by the kilometre whose length is not known. */
  readonly unmeasured: (upgrades: readonly Upgrade[]) => readonly string[]
  readonly unknownLinks: readonly string[]
}

/** Of those that go so far, the one for the lowest rate. */
function lowest<T extends { readonly toBps: number }>(prices: readonly T[] | undefined, toBps: number): T | undefined {
  return prices?.reduce<T | undefined>(
    (best, price) => (price.toBps >= toBps && (best === undefined || price.toBps < best.toBps) ? price : best),
    undefined,
  )
}

/**
 * Costs as a file tells them, link by link, else by the configuration's prices: by rate, and by kilometre of the link's
 * route, or of the great circle between its ends. The price that holds is that of the lowest rate that suffices.
 */
export async function upgradeCosts(session: Session, known: Known, file: string | undefined): Promise<UpgradeCosts> {
  const { config, m } = session
  const quoted = file === undefined ? [] : await readCosts(file, session)
  const byLink = groupedBy(quoted, ({ link }) => link)
  const prices = config.bandwidth.prices.map((price: UpgradePrice) => ({ ...price, toBps: price.toMbps * 1e6 }))
  const places = placesOf(known)
  const links = new Map(known.wanLinks.map((link) => [link.id, link]))
  const lengths = new Map<string, number | null>()
  const kmOf = (id: string): number | null => {
    const link = links.get(id)
    const km = lengths.get(id) ?? (link === undefined ? null : lengthKm(spanOf(link, places)))
    lengths.set(id, km)
    return km
  }
  const isPriced = quoted.length + prices.length > 0
  return {
    isPriced,
    costOf: ({ id }, toBps) => {
      if (!isPriced) return 1
      const quote = lowest(byLink.get(id), toBps)
      if (quote !== undefined) return Math.max(1, quote.costCents)
      const price = lowest(prices, toBps)
      if (price === undefined) {
        const [rate, hint] = [m.format.rate(toBps), m.roadmap.noPriceHint]
        throw new UserError(file === undefined ? m.roadmap.noPrice(rate) : m.roadmap.noCost(id, rate), hint)
      }
      return Math.max(1, Math.round((price.cost + price.perKm * (kmOf(id) ?? 0)) * 100))
    },
    unmeasured: (upgrades) =>
      upgrades
        .filter(({ link, toBps }) => {
          if (lowest(byLink.get(link), toBps) !== undefined) return false
          return (lowest(prices, toBps)?.perKm ?? 0) > 0 && kmOf(link) === null
        })
        .map(({ link }) => link),
    unknownLinks: [...byLink.keys()].filter((id) => !links.has(id)).sort(byCode),
  }
}

/** @throws UserError with every line that is wrong: a cost that is left out would change the whole ranking. */
async function readCosts(file: string, { m }: Session): Promise<readonly UpgradeCost[]> {
  const rows: UpgradeCost[] = []
  const wrong: string[] = []
  const reading = readInput(upgradeCostsInput, file, m)
  for await (const batch of reading.batches) {
    rows.push(...batch.rows.map(({ row }) => row))
    wrong.push(
      ...batch.problems.map(
        ({ line, column, message }) => `${file}:${line}: ${column === null ? '' : `${column}: `}${message}`,
      ),
    )
  }
  if (wrong.length > 0) throw new UserError(wrong.join('\n'), m.roadmap.costsHint)
  return rows
}
