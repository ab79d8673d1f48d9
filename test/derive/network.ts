import { readFileSync } from 'node:fs'
import type { CapacityInput, CapacityResult } from '../../src/model/capacity.js'
import type { Building, Enrolment, Orders, School, SchoolBuilding } from '../../src/model/organisation.js'
import type { BandwidthProfile } from '../../src/model/profile.js'
import type { Gap, LinkLoad } from '../../src/model/records.js'
import type { Pop, WanLink } from '../../src/model/wan-link.js'
import { shipped } from '../../src/lib/paths.js'

// Invented networks, in as few words as a test needs.

export const MBPS = 1e6
export const profiles = JSON.parse(
  readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8'),
) as BandwidthProfile[]

export function profileNamed(id: string): BandwidthProfile {
  const profile = profiles.find((one) => one.id === id)
  if (!profile) throw new Error(`no profile ${id}`)
  return profile
}

export const none: Orders = { preschool: false, primary: false, secondary: false, vocational: false, adult: false }
export const primary: Orders = { ...none, primary: true }
export const secondary: Orders = { ...none, secondary: true }
export const adult: Orders = { ...none, adult: true }
export const vocational: Orders = { ...none, vocational: true }

export function building(code: string, more: Partial<Building> = {}): Building {
  return {
    code,
    name: `Immeuble ${code}`,
    coordinates: [-68, 48],
    municipality: null,
    mrc: null,
    region: null,
    areaM2: null,
    ...more,
  }
}

export function school(code: string, orders = primary, board = '900000'): School {
  return { code, name: `École ${code}`, board, orders }
}

export function pair(
  schoolCode: string,
  buildingCode: string,
  orders = primary,
  share: number | null = null,
): SchoolBuilding {
  return { school: schoolCode, building: buildingCode, share, orders }
}

export function pupils(schoolCode: string, count: number, sector: Enrolment['sector'] = 'youth'): Enrolment {
  return { school: schoolCode, schoolYear: '2018-2019', sector, pupils: count }
}

/** A link `a > b` with its capacity in Mbit/s, the same both ways. */
export function link(id: string, a: string, b: string, mbps: number | null, more: Partial<WanLink> = {}): WanLink {
  const bps = mbps === null ? null : mbps * MBPS
  return {
    ...{
      id,
      name: null,
      provider: null,
      network: null,
      a,
      b,
      medium: 'fibre',
      capacityDownBps: bps,
      capacityUpBps: bps,
    },
    ...{ status: 'operational', role: 'primary', monthlyCostCents: null, contractEnd: null },
    ...more,
  }
}

export function pop(id: string): Pop {
  return { id, name: id, network: 'RISQ', kind: 'pop', coordinates: null }
}

export function network(parts: Partial<CapacityInput>): CapacityInput {
  return {
    ...{ boards: [], schools: [], buildings: [], schoolBuildings: [], enrolment: [], wanLinks: [], pops: [pop('POP')] },
    ...{ profile: profileNamed('ontario-2016'), usersPerPupil: 1, schoolYear: '2018-2019' },
    ...parts,
  }
}

/** One school in each building, of the same code: with Ontario's rule its pupils are its demand in Mbit/s. */
export function oneSchoolEach(
  demands: Readonly<Record<string, number | null>>,
  wanLinks: readonly WanLink[],
): CapacityInput {
  const codes = Object.keys(demands)
  return network({
    schools: codes.map((code) => school(code)),
    buildings: codes.map((code) => building(code)),
    schoolBuildings: codes.map((code) => pair(code, code)),
    enrolment: Object.entries(demands).flatMap(([code, count]) => (count === null ? [] : [pupils(code, count)])),
    wanLinks,
  })
}

export function gapOf(result: CapacityResult, code: string): Gap {
  const gap = result.gaps.find((one) => one.building === code)
  if (!gap) throw new Error(`no gap ${code}`)
  return gap
}

export function loadOf(result: CapacityResult, id: string): LinkLoad {
  const load = result.linkLoads.find((one) => one.link === id)
  if (!load) throw new Error(`no load ${id}`)
  return load
}

export function reasons(gap: Gap): string[] {
  return gap.reasons.map((reason) => [reason.code, ...reason.about].join(' '))
}
