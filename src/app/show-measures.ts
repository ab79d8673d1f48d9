import type { DeviceDocument } from '../model/device.js'

type Gauge = DeviceDocument['gauges'][number]

/** A device's gauges, by the object's name. */
export interface Measures {
  /** Every instance of the first of some objects that the device has. */
  all(...names: readonly string[]): readonly Gauge[]
  /** The first instance as text; null when there is none. */
  first(name: string): string | null
  /** The first instance as a number; null when there is none. */
  number(name: string): number | null
  /** Bytes of memory that programs use, without buffers and caches; null when the agent does not tell them apart. */
  memoryUsed(): number | null
  /** What sensors say: those that are broken first, then the warmest, then the others. */
  readonly sensors: readonly Gauge[]
}

/** Looks gauges up by name. */
export function measuresOf(gauges: readonly Gauge[]): Measures {
  const byName = new Map<string, Gauge[]>()
  for (const gauge of gauges) byName.set(gauge.name, [...(byName.get(gauge.name) ?? []), gauge])
  const named = (name: string): readonly Gauge[] => byName.get(name) ?? []
  const number = (name: string): number | null => {
    const value = named(name)[0]?.value
    return typeof value === 'number' ? value : null
  }
  return {
    all: (...names) => named(names.find((name) => byName.has(name)) ?? ''),
    first: (name) => {
      const value = named(name)[0]?.value
      return value === undefined ? null : String(value)
    },
    number,
    memoryUsed: () => {
      const [total, free] = [number('memTotalReal'), number('memAvailReal')]
      if (total === null || free === null) return null
      return Math.max(0, total - free - (number('memBuffer') ?? 0) - (number('memCached') ?? 0))
    },
    sensors: [...named('entPhySensorOperStatus'), ...named('entPhySensorValue')].sort(
      (a, b) => rank(a) - rank(b) || warmth(b) - warmth(a),
    ),
  }
}

function rank({ name, unit }: Gauge): number {
  if (name === 'entPhySensorOperStatus') return 0
  return unit === 'celsius' ? 1 : 2
}

function warmth({ unit, value }: Gauge): number {
  return unit === 'celsius' && typeof value === 'number' ? value : 0
}
