/** Octets that an interface has counted, and what tells whether two readings belong to one count. */
export interface CounterReading {
  /** ISO 8601, UTC: when the answer came, by our clock. */
  readonly at: string
  /** SNMPv2-MIB::sysUpTime in hundredths of a second, modulo 2³²; null when not told. */
  readonly upTime: number | null
  /** IF-MIB::ifHCInOctets and ifHCOutOctets, or the 32-bit ones where the agent has no other; null when it has none. */
  readonly inOctets: bigint | null
  readonly outOctets: bigint | null
  readonly bits: 32 | 64
  /** IF-MIB::ifCounterDiscontinuityTime, as `upTime`; null when not told. */
  readonly discontinuityTime: number | null
  /** Nominal speed in bits per second; null when the agent reports none. */
  readonly speedBps: number | null
}

/** A port whose counters are asked for. `ifName` is what it must still be called: an ifIndex may be another's after a restart. */
export interface CountedPort {
  readonly ifIndex: number
  readonly ifName: string | null
}

/** What a port's counters say now; `isSame` is false when the ifIndex has become another port's. */
export type PortReading = CounterReading & CountedPort & { readonly isSame: boolean }

/** Why no rate is known between two readings. */
export const UNKNOWN_RATES = [
  /** There is no reading before it. */
  'first',
  /** The agent does not tell the counters, or the time since it started. */
  'not-told',
  /** The ifIndex has become another port's. */
  'renumbered',
  /** The device has started again in between. */
  'restart',
  /** The interface has counted anew in between, by its own word. */
  'discontinuity',
  /** The device's clock and ours do not agree on the time in between. */
  'clock',
  /** The counters are of another width than before. */
  'width',
  /** A 32-bit counter could have gone round more than once at this speed, or at an unknown one. */
  'wrap',
  /** More octets than the interface can carry: the count began anew without a word. */
  'over-speed',
] as const

export type UnknownRate = (typeof UNKNOWN_RATES)[number]

/** The averages between two readings of an interface, in bits per second. */
export interface Rate {
  /** Time between the readings, by the device's own clock. */
  readonly seconds: number
  readonly inBps: number
  readonly outBps: number
}

/** A day of an interface. A direction is the interface's own: *in* is what it receives. */
export interface DayTraffic {
  /** 5-minute averages that there are, and how many the day has: 288, or 276 and 300 when the clocks change. */
  readonly samples: number
  readonly expected: number
  /** Bits per second; null without any 5-minute average. */
  readonly p95InBps: number | null
  readonly p95OutBps: number | null
  readonly maxInBps: number | null
  readonly maxOutBps: number | null
  /** Over all the time that was measured, be it in longer intervals; null when none was. */
  readonly meanInBps: number | null
  readonly meanOutBps: number | null
  readonly measuredSeconds: number
}

/**
 * Which rule says that an interface leads out of its building; `only-link` says which link it is, where the building has
 * one link alone and one such interface alone.
 */
export const WAN_RULES = ['configuration', 'alias', 'neighbour-building', 'neighbour-outside', 'only-link'] as const
export type WanRule = (typeof WAN_RULES)[number]

/**
 * How sure it is that an interface is a wide-area one, surest first.
 *
 * - `said`: the configuration names it, or its alias fits the configuration's pattern.
 * - `confirmed`: it and a device of another building say so of each other.
 * - `one-sided`: it hears a device of another building, or a router that is not in the inventory; nothing says otherwise.
 */
export const WAN_CONFIDENCES = ['said', 'confirmed', 'one-sided'] as const
export type WanConfidence = (typeof WAN_CONFIDENCES)[number]

/** One reason to take an interface for a wide-area one: the alias, the neighbour's name or the configured device. */
export interface WanEvidence {
  readonly rule: WanRule
  readonly about: string
}

/** An interface that leads out of its building. */
export interface WanInterface {
  readonly deviceId: number
  /** ifName, else ifDescr, else `#` and the ifIndex. */
  readonly port: string
  readonly ifIndex: number
  readonly ifName: string | null
  readonly ifAlias: string | null
  /** Id of the wide-area link; null when nothing says which. */
  readonly link: string | null
  /** At which end of the link it is: at `a` what it receives flows down. Null when it is not known. */
  readonly linkEnd: 'a' | 'b' | null
  readonly confidence: WanConfidence
  readonly evidence: readonly WanEvidence[]
}

/** What a wide-area link was measured to carry over the days that are well sampled, beside its nominal capacity. */
export interface LinkMeasure {
  readonly link: string
  /** First and last local day that count, and how many there are. */
  readonly since: string
  readonly until: string
  readonly days: number
  /** The 95th percentile of the 5-minute averages, the median over the last days, bits per second. */
  readonly p95DownBps: number | null
  readonly p95UpBps: number | null
  /** 95th percentile ÷ capacity, the worse direction; null when a capacity is not known. */
  readonly use: number | null
  /** Capacity less the 95th percentile, in the direction of `use`; null as `use` is. Never negative. */
  readonly headroomBps: number | null
  /** By the trend, in the direction of `use`; null without enough history, when it does not rise, or not within ten years. 0 when it is full. */
  readonly monthsUntilFull: number | null
}
