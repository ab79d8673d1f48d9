import type { FleetEntry, FleetReason, Identifier, SeenThing } from '../model/fleet.js'
import { natureOfMac, serialKey, sharedWords, SURE_SERIAL } from './fleet-identifiers.js'

/** What a row of the inventory is on the network. */
export interface FleetMatch {
  /** Null when nothing seen is it, or when several things could be. */
  readonly thing: SeenThing | null
  readonly by: 'serial' | 'mac' | null
  /** The part of the thing that the row is, as one text: two rows may be two members of one stack. */
  readonly part: string | null
  /** Things that the row may be, or tells of besides the one that it is. */
  readonly candidates: readonly SeenThing[]
  /** True when the row has a serial number or a MAC address to look for. */
  readonly hasIdentifier: boolean
  readonly reasons: readonly FleetReason[]
}

/** A row's own identifiers, with those that tell nothing left out. */
export interface RowIdentifiers {
  readonly serial: string | null
  readonly macs: readonly string[]
}

/** A thing by one of its identifiers. */
interface Candidate {
  readonly thing: SeenThing
  readonly identifier: Identifier
}

/** Finds what rows of an inventory are among the things seen: serial number first, then MAC addresses. */
export class FleetMatcher {
  readonly #bySerial = new Map<string, Candidate[]>()
  readonly #byMac = new Map<string, Candidate[]>()
  readonly #rowsByMac = new Map<string, { readonly serials: Set<string>; rows: number }>()

  /** `rows` are all those of the audit: a MAC that several devices claim (a shared adapter) tells none of them. */
  constructor(things: readonly SeenThing[], rows: readonly FleetEntry[]) {
    for (const thing of things) {
      for (const identifier of thing.serials) push(this.#bySerial, serialKey(identifier.value), { thing, identifier })
      for (const identifier of thing.macs) push(this.#byMac, identifier.value, { thing, identifier })
    }
    for (const { serial, mac } of rows) {
      const key = serialKey(serial)
      for (const each of mac) {
        const told = this.#rowsByMac.get(each) ?? { serials: new Set<string>(), rows: 0 }
        if (key !== null) told.serials.add(key)
        told.rows++
        this.#rowsByMac.set(each, told)
      }
    }
  }

  identifiersOf({ serial, mac }: FleetEntry): RowIdentifiers {
    return {
      serial: serialKey(serial),
      macs: mac.filter((each) => natureOfMac(each) !== 'none' && !this.#isShared(each)),
    }
  }

  match(row: FleetEntry): FleetMatch {
    const { serial, macs } = this.identifiersOf(row)
    const notes = this.#notes(row)
    const hasIdentifier = serial !== null || macs.length > 0
    const found = serial === null ? [] : this.#narrowed(this.#bySerial.get(serial) ?? [], row)
    const [only] = found
    if (only !== undefined && found.length === 1 && this.#isSure(only.thing, serial ?? '', row))
      return this.#bySerialOf(row, only, notes)
    if (found.length > 0) return undecided(found, severalReasons(row.serial ?? '', found), notes)
    const byMac = this.#narrowed(
      macs.flatMap((mac) => this.#byMac.get(mac) ?? []),
      row,
    )
    const [first] = byMac
    if (first !== undefined && byMac.length === 1) return byMacOf(row, serial, first, notes)
    if (byMac.length > 0) return undecided(byMac, severalReasons(macs.join(' '), byMac), notes)
    const absent: FleetReason[] = [
      ...(serial === null ? [] : [{ code: 'serial-not-seen', about: [row.serial ?? ''] } as const]),
      ...(macs.length === 0 ? [] : [{ code: 'mac-not-seen', about: macs } as const]),
      ...(hasIdentifier ? [] : [{ code: 'nothing-to-match', about: [] } as const]),
    ]
    const locals = localNotes(macs)
    return { ...NOTHING, hasIdentifier, reasons: [...absent, ...notes, ...locals] }
  }

  #isShared(mac: string): boolean {
    return (this.#rowsByMac.get(mac)?.serials.size ?? 0) > 1
  }

  /** What the row's identifiers have that keeps them from telling anything. */
  #notes({ serial, mac }: FleetEntry): readonly FleetReason[] {
    const placeholders = mac.filter((each) => natureOfMac(each) === 'none')
    const shared = mac.filter((each) => natureOfMac(each) !== 'none' && this.#isShared(each))
    return [
      ...(serial !== null && serialKey(serial) === null
        ? [{ code: 'placeholder-serial', about: [serial] } as const]
        : []),
      ...placeholders.map((each) => ({ code: 'placeholder-mac', about: [each] }) as const),
      ...shared.map(
        (each) => ({ code: 'shared-mac', about: [each, String(this.#rowsByMac.get(each)?.rows ?? 0)] }) as const,
      ),
    ]
  }

  /** One candidate for each thing: what is there before what is gone, then by part, MAC and maker while several are left. */
  #narrowed(candidates: readonly Candidate[], row: FleetEntry): readonly Candidate[] {
    const steps: readonly ((candidate: Candidate) => number)[] = [
      ({ thing }) => (thing.isGone ? 0 : 1),
      ({ identifier }) => (identifier.from.kind === 'component' ? 0 : 1),
      ({ thing }) => (this.#agreeingMac(thing, row) === null ? 0 : 1),
      ({ thing }) => makerAgreement(thing, row),
    ]
    let left = oneForEach(candidates)
    for (const score of steps) {
      if (left.length < 2) return left
      const best = Math.max(...left.map(score))
      left = left.filter((candidate) => score(candidate) === best)
    }
    return left
  }

  /** True for a serial long enough to be one maker's; else the MAC or the maker must agree. */
  #isSure(thing: SeenThing, serial: string, row: FleetEntry): boolean {
    return serial.length >= SURE_SERIAL || this.#agreeingMac(thing, row) !== null || makerAgreement(thing, row) > 0
  }

  #agreeingMac(thing: SeenThing, { mac }: FleetEntry): string | null {
    return mac.find((each) => this.#byMac.get(each)?.some((candidate) => candidate.thing === thing) === true) ?? null
  }

  #bySerialOf(row: FleetEntry, { thing, identifier }: Candidate, notes: readonly FleetReason[]): FleetMatch {
    const serial = row.serial ?? ''
    const { from } = identifier
    const mac = this.#agreeingMac(thing, row)
    const others = oneForEach(
      row.mac.flatMap((each) => {
        const holders = natureOfMac(each) === 'none' ? [] : (this.#byMac.get(each) ?? [])
        return holders.some((holder) => holder.thing === thing) ? [] : holders
      }),
    )
    const needsMaker = (this.#bySerial.get(serialKey(serial) ?? '')?.length ?? 0) > 1 || serial.length < SURE_SERIAL
    const evidence: FleetReason =
      from.kind === 'component'
        ? { code: 'serial-of-component', about: [serial, from.object, from.class, labelOf(thing)] }
        : { code: 'serial-of-device', about: [serial, from.kind === 'device' ? from.object : '', labelOf(thing)] }
    return {
      thing,
      by: 'serial',
      part: `${thing.id} ${from.kind === 'component' ? identifier.value : ''}`,
      candidates: others.map((other) => other.thing),
      hasIdentifier: true,
      reasons: [
        evidence,
        ...(mac === null ? [] : [{ code: 'mac-agrees', about: [mac] } as const]),
        ...(needsMaker && mac === null && makerAgreement(thing, row) > 0
          ? [{ code: 'maker-agrees', about: [row.model ?? '', makerOf(thing)] } as const]
          : []),
        ...others.map(
          (other) => ({ code: 'mac-elsewhere', about: [other.identifier.value, labelOf(other.thing)] }) as const,
        ),
        ...notes,
      ],
    }
  }
}

const NOTHING = { thing: null, by: null, part: null, candidates: [] } as const

function push(map: Map<string, Candidate[]>, key: string | null, candidate: Candidate): void {
  if (key === null) return
  const list = map.get(key)
  if (list === undefined) map.set(key, [candidate])
  else list.push(candidate)
}

/** The first candidate of each thing: chassis come before interfaces, and the device's own serial before its parts'. */
function oneForEach(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<SeenThing>()
  return candidates.filter(({ thing }) => !seen.has(thing) && seen.add(thing))
}

function byMacOf(
  row: FleetEntry,
  serial: string | null,
  { thing, identifier }: Candidate,
  notes: readonly FleetReason[],
): FleetMatch {
  const { value, from } = identifier
  const own = thing.serials.find((each) => each.from.kind === 'device')?.value ?? null
  const evidence: FleetReason =
    from.kind === 'heard'
      ? { code: 'mac-heard', about: [value, from.protocol, from.port, from.by] }
      : from.kind === 'interface'
        ? { code: 'mac-of-interface', about: [value, from.name, labelOf(thing)] }
        : { code: 'mac-of-device', about: [value, labelOf(thing)] }
  const differs = serial !== null && serialKey(own) !== null
  return {
    ...{ thing, by: 'mac', part: `${thing.id} `, candidates: [], hasIdentifier: true },
    reasons: [
      evidence,
      ...(differs ? [{ code: 'serial-differs', about: [row.serial ?? '', own ?? ''] } as const] : []),
      ...notes,
      ...localNotes([value]),
    ],
  }
}

function undecided(
  candidates: readonly Candidate[],
  reasons: readonly FleetReason[],
  notes: readonly FleetReason[],
): FleetMatch {
  return {
    ...{ thing: null, by: null, part: null, hasIdentifier: true },
    candidates: candidates.map(({ thing }) => thing),
    reasons: [...reasons, ...notes],
  }
}

function severalReasons(identifier: string, candidates: readonly Candidate[]): readonly FleetReason[] {
  const labels = candidates.map(({ thing }) => labelOf(thing))
  return [{ code: candidates.length === 1 ? 'short-serial' : 'several', about: [identifier, ...labels] }]
}

function localNotes(macs: readonly string[]): readonly FleetReason[] {
  return macs.filter((mac) => natureOfMac(mac) === 'local').map((mac) => ({ code: 'local-mac', about: [mac] }))
}

function makerOf({ vendor, model }: SeenThing): string {
  return [vendor, model].filter((word) => word !== null).join(' ')
}

function makerAgreement(thing: SeenThing, row: FleetEntry): number {
  return sharedWords(row.model, makerOf(thing))
}

/** How a thing is named in evidence: its address, then its name. */
export function labelOf({ managementAddress, sysName, heardAt }: SeenThing): string {
  if (managementAddress === null) return sysName ?? (heardAt === null ? '?' : `${heardAt.by} ${heardAt.port}`)
  return sysName === null ? managementAddress : `${managementAddress} (${sysName})`
}
