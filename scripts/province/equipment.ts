import type { Organisme } from './sites.js'

export const LOT_COLUMNS = ['school', 'category', 'item', 'quantity', 'units_each', 'acquired_on', 'condition', 'cost']
export const SPENDING_COLUMNS = ['school', 'school_year', 'part', 'category', 'amount', 'reference']

const ITEMS = [
  ['robotique', 'Trousse de robots', 1, 590],
  ['laboratoire-creatif', 'Imprimante 3D', 1, 1450],
  ['flotte', 'Chariot de 24 tablettes', 24, 12_840],
  ['flotte', 'Ordinateur portable', 1, 780],
] as const

/** Some lots a school, of the last nine years; a few without a date or a cost, a few broken. */
export function lotsOf(schools: readonly Organisme[], random: () => number): string[][] {
  return schools.flatMap(({ code, secondary }) =>
    ITEMS.flatMap(([category, item, unitsEach, price]) => {
      if (random() < 0.2) return []
      const quantity = Math.ceil(random() * (unitsEach === 1 && category === 'flotte' ? (secondary ? 80 : 30) : 4))
      const year = 2014 + Math.floor(random() * 9)
      const date = random() < 0.05 ? '' : `${year}-${random() < 0.5 ? '04-15' : '10-20'}`
      const condition = random() < 0.07 ? 'broken' : 'good'
      const cost = random() < 0.1 ? '' : (quantity * price).toFixed(2)
      return [[code, category, item, String(quantity), String(unitsEach), date, condition, cost]]
    }),
  )
}

/** What schools spent of the last year's measure; one in eight nothing. */
export function spendingOf(schools: readonly Organisme[], random: () => number): string[][] {
  return schools.flatMap(({ code, primary, secondary }) => {
    if (!(primary || secondary) || random() < 0.125) return []
    return ['robotique', 'flotte'].map((category, i) => {
      const amount = (500 + random() * 9000).toFixed(2)
      return [code, '2022-2023', 'equipment', category, amount, `F-${code}-${i + 1}`]
    })
  })
}
