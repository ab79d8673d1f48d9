import type { WanLink } from '../model/wan-link.js'
import { groupedBy } from '../lib/group.js'
import { flowOf } from './closing.js'
import { pathOf, type Ways } from './paths.js'
import { fairLevels, fillingLevel, merged, type Group } from './share.js'

/** One direction of all links, as their traffic is today. */
interface RoomInput {
  readonly ways: Ways
  /** Bits per second that each building asks for. */
  readonly demands: ReadonlyMap<string, number>
  readonly capacityOf: (link: WanLink) => number | null
}

/** What is left on links that are in use, and what one who came to them would get. */
export class Room {
  readonly #input: RoomInput
  readonly #inflow: ReadonlyMap<string, number>
  readonly #behind: ReadonlyMap<string, readonly string[]>
  readonly #levels: ReadonlyMap<string, { readonly level: number }>
  readonly #groups = new Map<string, readonly Group[]>()

  constructor(input: RoomInput) {
    const { ways, demands, capacityOf } = input
    this.#input = input
    this.#inflow = flowOf(ways, demands, capacityOf).inflow
    this.#levels = fairLevels({ ways, weights: demands, capacityOf, until: 1 })
    const steps = ways.fromPops.flatMap((building) => pathOf(building, ways).map(({ id }) => ({ id, building })))
    this.#behind = new Map(
      [...groupedBy(steps, ({ id }) => id)].map(([id, all]) => [id, all.map(({ building }) => building)]),
    )
  }

  /** What comes to a building's link up: its own demand, and what those behind it pass on. */
  arrivingBps(building: string): number {
    return this.#inflow.get(building) ?? this.#input.demands.get(building) ?? 0
  }

  /** What some links in a row can still carry; null when a capacity is not known, infinite for none. */
  spareBps(path: readonly WanLink[]): number | null {
    let spare = Infinity
    for (const link of path) {
      const capacity = this.#input.capacityOf(link)
      if (capacity === null) return null
      spare = Math.min(spare, Math.max(0, capacity - this.arrivingBps(link.a)))
    }
    return spare
  }

  /**
   * How much of its demand one would get who came to a path, by max-min fairness with those who are there: at most 1, null
   * when a capacity is not known.
   *
   * A link holds the newcomer where it fills with it. That those who are there would get less than they do now below
   * another link of the path changes nothing here: each link is asked only up to the level of the narrowest.
   */
  levelFor(demandBps: number, path: readonly WanLink[]): number | null {
    let level = 1
    for (const link of path) {
      const capacity = this.#input.capacityOf(link)
      if (capacity === null) return null
      if (capacity - this.arrivingBps(link.a) >= demandBps) continue
      const groups = merged([...this.#groupsAt(link), { level: 1, weight: demandBps }])
      level = Math.min(level, fillingLevel(groups, capacity) ?? 1)
    }
    return level
  }

  /** Those behind a link, by the level that they have. */
  #groupsAt({ id }: WanLink): readonly Group[] {
    const known = this.#groups.get(id)
    if (known !== undefined) return known
    const groups = merged(
      (this.#behind.get(id) ?? []).map((building) => ({
        level: this.#levels.get(building)?.level ?? 0,
        weight: this.#input.demands.get(building) ?? 0,
      })),
    )
    this.#groups.set(id, groups)
    return groups
  }
}
