import type { DeviceReading } from '../../model/device.js'
import type { Glimpse } from '../../model/reading.js'

/** A box that this scan has read, and the address that it was read at. */
interface Box {
  readonly address: string
  readonly glimpse: Glimpse
}

/** Addresses that a box is asked about at most: more that are alike are clones. */
const ASKED = 12

/** A reading that is under way. */
interface BeingRead {
  /** Settles at its end. */
  readonly over: Promise<void>
}

/** What meeting a box gives: the address at which it was read, or the right to read it, which ends with what was read. */
export type Met = { readonly readAt: string } | { done(reading: DeviceReading | null): void }

/** Which of some addresses the device that answers says are its own; null for none. */
export type Owns = (addresses: readonly string[]) => Promise<string | null>

/**
 * The boxes that a scan has read, so that one with many addresses is read once.
 *
 * A box is known again by its chassis MAC, or because the address is in its own address table (IP-MIB); in both cases
 * its name and its sysObjectID must be the same too. Those alone say nothing: cloned configurations share them. So a box
 * without chassis MAC is asked whether it is also at the addresses where its like is being read.
 */
export class Boxes {
  readonly #byMac = new Map<string, Box>()
  readonly #byOwnAddress = new Map<string, Box>()
  /** Chassis MAC → the end of the reading of a box that has it. */
  readonly #beingRead = new Map<string, BeingRead>()
  /** Name and sysObjectID → address → the end of its reading, of boxes without chassis MAC. */
  readonly #alikeBeingRead = new Map<string, Map<string, BeingRead>>()

  /** Says who answers at an address. Waits while another address of the same box is being read. */
  async meet(address: string, glimpse: Glimpse, owns: Owns): Promise<Met> {
    for (;;) {
      const known = this.#knownAt(address, glimpse)
      if (known !== null) return { readAt: known }
      const other =
        glimpse.chassisMac === null ? await this.#ownReading(glimpse, owns) : this.#beingRead.get(glimpse.chassisMac)
      if (other === undefined) return this.#begin({ address, glimpse })
      await other.over
    }
  }

  /** The reading of the box without chassis MAC that answers, at another of its addresses. */
  async #ownReading(glimpse: Glimpse, owns: Owns): Promise<BeingRead | undefined> {
    const alike = glimpse.sysName === null ? undefined : this.#alikeBeingRead.get(likeness(glimpse))
    if (alike === undefined) return undefined
    const address = await owns([...alike.keys()].slice(0, ASKED))
    // It may have ended while the box was asked: then it is known.
    return address === null ? undefined : (alike.get(address) ?? { over: Promise.resolve() })
  }

  #begin(box: Box): Met {
    const { address, glimpse } = box
    const { chassisMac } = glimpse
    const like = likeness(glimpse)
    const alike = this.#alikeBeingRead.get(like) ?? new Map<string, BeingRead>()
    let end = (): void => undefined
    const reading: BeingRead = { over: new Promise((resolve) => (end = resolve)) }
    if (chassisMac !== null) this.#beingRead.set(chassisMac, reading)
    else this.#alikeBeingRead.set(like, alike.set(address, reading))
    const done = (read: DeviceReading | null): void => {
      if (read !== null) this.#keep(box, read)
      if (chassisMac !== null) this.#beingRead.delete(chassisMac)
      alike.delete(address)
      if (alike.size === 0) this.#alikeBeingRead.delete(like)
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

function likeness({ sysName, sysObjectID }: Glimpse): string {
  return `${sysObjectID} ${sysName}`
}

function isAlike({ glimpse: known }: Box, glimpse: Glimpse): boolean {
  return (
    glimpse.sysName !== null &&
    known.sysName === glimpse.sysName &&
    known.sysObjectID === glimpse.sysObjectID &&
    known.chassisMac === glimpse.chassisMac
  )
}
