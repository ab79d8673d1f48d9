import type { DeviceReading } from '../../model/device.js'
import type { Glimpse } from '../../model/reading.js'

/** A box that this scan has read, and the address that it was read at. */
interface Box {
  readonly address: string
  readonly glimpse: Glimpse
}

/** What meeting a box gives: the address at which it was read, or the right to read it, which ends with what was read. */
export type Met = { readonly readAt: string } | { done(reading: DeviceReading | null): void }

/**
 * The boxes that a scan has read, so that one with many addresses is read once.
 *
 * A box is known again by its chassis MAC, or because the address is in its own address table (IP-MIB); in both cases
 * its name and its sysObjectID must be the same too. Those alone say nothing: cloned configurations share them.
 */
export class Boxes {
  readonly #byMac = new Map<string, Box>()
  readonly #byOwnAddress = new Map<string, Box>()
  /** Chassis MAC → the end of the reading of a box that has it. */
  readonly #beingRead = new Map<string, Promise<void>>()

  /** Says who answers at an address. Waits while another address of what may be the same box is being read. */
  async meet(address: string, glimpse: Glimpse): Promise<Met> {
    const { chassisMac } = glimpse
    for (;;) {
      const known = this.#knownAt(address, glimpse)
      if (known !== null) return { readAt: known }
      const other = chassisMac === null ? undefined : this.#beingRead.get(chassisMac)
      if (other === undefined) return this.#begin({ address, glimpse })
      await other
    }
  }

  #begin(box: Box): Met {
    const { chassisMac } = box.glimpse
    let end = (): void => undefined
    if (chassisMac !== null) this.#beingRead.set(chassisMac, new Promise((resolve) => (end = resolve)))
    const done = (reading: DeviceReading | null): void => {
      if (reading !== null) this.#keep(box, reading)
      if (chassisMac !== null) this.#beingRead.delete(chassisMac)
      end()
    }
    return { done }
  }

  #keep(box: Box, { addresses }: DeviceReading): void {
    const { chassisMac } = box.glimpse
    if (chassisMac !== null) this.#byMac.set(chassisMac, box)
    for (const { address } of addresses) this.#byOwnAddress.set(address, box)
  }

  #knownAt(address: string, glimpse: Glimpse): string | null {
    const byMac = glimpse.chassisMac === null ? undefined : this.#byMac.get(glimpse.chassisMac)
    const known = [byMac, this.#byOwnAddress.get(address)].find((box) => box !== undefined && isAlike(box, glimpse))
    return known?.address ?? null
  }
}

function isAlike({ glimpse: known }: Box, glimpse: Glimpse): boolean {
  return (
    glimpse.sysName !== null &&
    known.sysName === glimpse.sysName &&
    known.sysObjectID === glimpse.sysObjectID &&
    known.chassisMac === glimpse.chassisMac
  )
}
