import type { BuildingRow, SchoolRow } from '../model/rows.js'
import { listFleet } from '../store/fleet.js'
import { listDevices, listInterfaces, listNeighbours } from '../store/devices.js'
import {
  listBoards,
  listBuildings,
  listEnrolment,
  listEquipment,
  listSchoolBuildings,
  listSchools,
  listWanLinks,
} from '../store/organisation.js'
import { listScans } from '../store/scans.js'
import { sortedByAddress } from '../lib/cidr.js'
import { lastSchoolYear } from './known.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { devicesByBuilding } from './device-counts.js'
import { linkRows } from './links.js'

async function schoolRows({ store }: Session): Promise<SchoolRow[]> {
  const pairs = await listSchoolBuildings(store.db)
  const enrolment = await listEnrolment(store.db)
  const schoolYear = lastSchoolYear(enrolment)
  const pupils = new Map<string, number>()
  for (const row of enrolment) {
    if (row.schoolYear === schoolYear) pupils.set(row.school, (pupils.get(row.school) ?? 0) + row.pupils)
  }
  const buildings = new Map<string, string[]>()
  for (const { school, building } of pairs) buildings.set(school, [...(buildings.get(school) ?? []), building])
  return (await listSchools(store.db, pairs)).map(({ code, name, board }) => ({
    code,
    name,
    board,
    buildings: buildings.get(code) ?? [],
    schoolYear,
    pupils: pupils.get(code) ?? null,
  }))
}

async function buildingRows(session: Session): Promise<BuildingRow[]> {
  const { db } = session.store
  const schools = new Map<string, string[]>()
  for (const { school, building } of await listSchoolBuildings(db)) {
    schools.set(building, [...(schools.get(building) ?? []), school])
  }
  const devices = await devicesByBuilding(session)
  return (await listBuildings(db)).map(({ code, name, coordinates, municipality, mrc, region }) => ({
    code,
    name,
    municipality,
    mrc,
    region,
    lon: coordinates?.[0] ?? null,
    lat: coordinates?.[1] ?? null,
    schools: schools.get(code) ?? [],
    devices: devices[code]?.answered ?? 0,
  }))
}

/** What `list <noun>` gives: rows, all at once or one after the other. */
export const LISTS: Readonly<Record<string, (session: Session) => Promise<readonly object[]> | AsyncIterable<object>>> =
  {
    boards: ({ store }) => listBoards(store.db),
    schools: schoolRows,
    buildings: buildingRows,
    devices: async (session) =>
      sortedByAddress(
        await listDevices(session.store.db, await sessionLocator(session), scopeOf(session.config)),
        ({ managementAddress }) => managementAddress,
      ),
    interfaces: ({ store, config }) => listInterfaces(store.db, scopeOf(config)),
    neighbours: ({ store, config }) => listNeighbours(store.db, scopeOf(config)),
    links: linkRows,
    'wan-links': ({ store }) => listWanLinks(store.db),
    equipment: ({ store }) => listEquipment(store.db),
    fleet: ({ store, config }) => listFleet(store.db, scopeOf(config)),
    scans: ({ store }) => listScans(store.db),
  }
