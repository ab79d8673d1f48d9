import type { CellProblem } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { Fields } from './fields.js'
import { shown } from './shown.js'
import { parseScaled } from './values.js'

type CapacityName = 'capacity_down_mbps' | 'capacity_up_mbps' | 'capacity_mbps' | 'capacity'

/** A rate each way: `100/20`, `100 / 20 Mbit/s`, `1 Gbit/s / 200 Mbit/s`; down, then up. */
const BOTH_WAYS = /^(.*?\d.*?)\s*\/\s*(\d.*)$/

/**
 * A link's capacities in bits per second, null when not told; undefined when a cell was refused. Each way has its
 * column, or one column tells both: `capacity_mbps` in Mbit/s, or `capacity`, which needs a unit but in an Open Fibre
 * Data Standard span, where it is in Gbit/s.
 */
export function linkCapacities(
  cells: Readonly<Record<CapacityName, string>>,
  isSpan: boolean,
  report: (problem: CellProblem) => void,
  texts: IngestTexts,
): { readonly capacityDownBps: number | null; readonly capacityUpBps: number | null } | undefined {
  const own = new Fields(cells, report, texts)
  const each = own.ratesBpsOrNull('capacity_down_mbps', 'capacity_up_mbps')
  const name = cells.capacity_mbps === '' ? 'capacity' : 'capacity_mbps'
  const text = cells[name]
  const [, first = text, second = text] = BOTH_WAYS.exec(text) ?? []
  const unit = /[a-z].*$/i.exec(second)?.[0]
  if (name === 'capacity' && text !== '' && !isSpan && unit === undefined)
    return own.refuse('capacity', texts.capacityWithoutUnit(shown(text)))
  const bps = (rated: string): number | null | undefined => {
    if (name === 'capacity' && isSpan && rated !== '') {
      const scaled = parseScaled(rated, 9)
      return typeof scaled === 'number' ? scaled : own.refuse('capacity', texts.notRate(shown(rated)))
    }
    const rate = unit === undefined || /[a-z]/i.test(rated) ? rated : `${rated} ${unit}`
    return new Fields({ [name]: rate }, report, texts).rateBpsOrNull(name)
  }
  const bothDown = bps(first)
  const bothUp = first === second ? bothDown : bps(second)
  if (each === undefined || bothDown === undefined || bothUp === undefined) return undefined
  return { capacityDownBps: each[0] ?? bothDown, capacityUpBps: each[1] ?? bothUp }
}
