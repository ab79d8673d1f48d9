import { groupedBy } from '../lib/group.js'
import type { DeviceKind } from '../model/device.js'
import type { CountDoubt, DeviceCounts, ThingDoubt } from '../model/device-counts.js'
import type { CategoryRule, EquipmentRules } from '../model/equipment.js'
import type { FleetRow, SeenThing } from '../model/fleet.js'
import type { School, SchoolBuilding } from '../model/organisation.js'
import { deriveDevices, type SameDevice } from './fleet-devices.js'
import { natureOfMac, serialKey } from './fleet-identifiers.js'

export interface FleetCountInput {
  readonly rules: EquipmentRules
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly Pick<SchoolBuilding, 'school' | 'building'>[]
  /** In the order in which files first told them. */
  readonly rows: readonly FleetRow[]
  readonly things: readonly SeenThing[]
  /** Null for what was only heard by a neighbour. */
  kindOf(thing: SeenThing): DeviceKind | null
  /** ISO 8601, UTC: what was last seen before does not count. */
  readonly since: string
}

/**
 * Counts the devices that are in service by a rule's categories: rows of the inventory that are active and have a known
 * school, where a category counts `fleet`; and devices of its `scannedKinds` in a building that holds exactly one school,
 * where it counts `scanned`. A device that several categories would count is in the first of them.
 *
 * The same device, told by rows and seen by scans, counts once (see `deriveDevices`). The inventory then says whose it is,
 * and whether it is in use, where the category listens to it.
 */
export function countFleet(
  input: FleetCountInput,
): DeviceCounts & { readonly doubts: ReadonlyMap<CountDoubt, number> } {
  const { devices, unsure } = deriveDevices(input.rows, input.things)
  const categories = Object.entries(input.rules.categories)
  const places = new SchoolPlaces(input)
  const [fleet, scanned, doubts] = [new Tally(), new Tally(), new Map<CountDoubt, number>()]
  const doubt = (code: CountDoubt, count = 1): void => void doubts.set(code, (doubts.get(code) ?? 0) + count)
  const isActive = ({ status }: FleetRow): boolean => status === 'active'
  if (categories.some(([, { counts }]) => counts.includes('fleet'))) {
    doubt('ambiguous', unsure.filter(isActive).length)
    for (const { row, repeats } of devices) {
      doubt('repeated', repeats.filter(isActive).length)
      if (row === null || !isActive(row)) continue
      if (row.school === null) doubt('no-school')
      else if (!places.isKnown(row.school)) doubt('unknown-school')
      else if (!isTold(row)) doubt('no-identifier')
    }
  }
  const taken = new Set<SameDevice>()
  for (const [category, rule] of categories)
    for (const device of devices) {
      const found = taken.has(device) ? null : placeOf(device, rule, places, input)
      if (found === null) continue
      taken.add(device)
      if (typeof found === 'string') doubt(found)
      else (found.source === 'fleet' ? fleet : scanned).add(category, found.school)
    }
  return { fleet: fleet.counts, scanned: scanned.counts, doubts: new Map([...doubts].filter(([, count]) => count > 0)) }
}

/** True for a row that a serial number or a MAC address tells from others. */
function isTold({ serial, mac }: FleetRow): boolean {
  return serialKey(serial) !== null || mac.some((each) => natureOfMac(each) !== 'none')
}

/** Where a device counts in a category, or why it does not though the category would; null when it is none of it. */
function placeOf(
  { row, thing }: SameDevice,
  rule: CategoryRule,
  places: SchoolPlaces,
  input: FleetCountInput,
): { readonly source: 'fleet' | 'scanned'; readonly school: string } | ThingDoubt | null {
  const isListed = row !== null && rule.counts.includes('fleet')
  if (isListed && row.status === 'active' && row.school !== null && places.isKnown(row.school))
    return { source: 'fleet', school: row.school }
  if (thing === null || !isWanted(thing, rule, input)) return null
  if (isListed && row.status !== 'active') return 'not-active'
  const [school, ...others] = places.schoolsIn(thing.building)
  if (school === undefined) return 'no-place'
  return others.length > 0 ? 'shared-building' : { source: 'scanned', school }
}

/** True for a device that scans see in service, of a kind that the category counts. */
function isWanted(
  thing: SeenThing,
  { counts, scannedKinds }: CategoryRule,
  { kindOf, since }: FleetCountInput,
): boolean {
  if (!counts.includes('scanned') || thing.isGone || thing.isIgnored || thing.lastSeen < since) return false
  const kind = kindOf(thing)
  return kind !== null && scannedKinds.includes(kind)
}

/** Which schools there are, and in which buildings. */
class SchoolPlaces {
  readonly #known: ReadonlySet<string>
  readonly #schools: ReadonlyMap<string, ReadonlySet<string>>

  constructor({ schools, schoolBuildings }: FleetCountInput) {
    const known = new Set(schools.map(({ code }) => code))
    const pairs = groupedBy(
      schoolBuildings.filter(({ school }) => known.has(school)),
      ({ building }) => building,
    )
    this.#known = known
    this.#schools = new Map([...pairs].map(([building, own]) => [building, new Set(own.map(({ school }) => school))]))
  }

  isKnown(school: string): boolean {
    return this.#known.has(school)
  }

  schoolsIn(building: string | null): readonly string[] {
    return [...(this.#schools.get(building ?? '') ?? [])]
  }
}

/** Counts by category and school. */
class Tally {
  readonly counts = new Map<string, Map<string, number>>()

  add(category: string, school: string): void {
    const schools = this.counts.get(category) ?? new Map<string, number>()
    schools.set(school, (schools.get(school) ?? 0) + 1)
    this.counts.set(category, schools)
  }
}
