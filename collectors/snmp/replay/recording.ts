import type { RawVarbind } from '../wire/net-snmp.js'
import { compareOids } from '../wire/oid.js'

/** Everything that an agent was heard to say, in the order of the MIB tree, each object once. */
export class Recording {
  readonly varbinds: readonly RawVarbind[]
  readonly #places: ReadonlyMap<string, number>

  private constructor(varbinds: readonly RawVarbind[]) {
    this.varbinds = varbinds
    this.#places = new Map(varbinds.map(({ oid }, place) => [oid, place]))
  }

  /** Sorts varbinds that may come in any order; of two with the same OID the first stays. */
  static of(heard: Iterable<RawVarbind>): Recording {
    const byOid = new Map<string, RawVarbind>()
    for (const varbind of heard) if (!byOid.has(varbind.oid)) byOid.set(varbind.oid, varbind)
    return new Recording([...byOid.values()].sort((a, b) => compareOids(a.oid, b.oid)))
  }

  find(oid: string): RawVarbind | null {
    return this.varbinds[this.#places.get(oid) ?? -1] ?? null
  }

  /** At most `count` varbinds that come after an OID, which need not be there itself. */
  after(oid: string, count: number): readonly RawVarbind[] {
    const known = this.#places.get(oid)
    const from = known === undefined ? this.#firstAfter(oid) : known + 1
    return this.varbinds.slice(from, from + count)
  }

  #firstAfter(oid: string): number {
    let low = 0
    let high = this.varbinds.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = this.varbinds[middle]
      if (there !== undefined && compareOids(there.oid, oid) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
