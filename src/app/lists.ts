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
import { listAccessPoints, listComponents } from '../store/part-lists.js'
import { listScans } from '../store/scans.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import { listTerritories } from '../store/territories.js'
import { deriveDeprivation } from '../derive/deprivation.js'
import type { View } from '../store/overrides.js'
import { sortedByAddress } from '../lib/cidr.js'
import { lastSchoolYear } from './known.js'
import { allChanges } from './changes.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { devicesByBuilding } from './device-counts.js'
import { linkRows } from './links.js'
import { overrideRows } from './overrides.js'
import { trafficRows } from './traffic-rows.js'

async function schoolRows({ store }: Session, view: View): Promise<SchoolRow[]> {
  const pairs = await listSchoolBuildings(store.db, view)
  const enrolment = await listEnrolment(store.db)
  const schoolYear = lastSchoolYear(enrolment)
  const pupils = new Map<string, number>()
  for (const row of enrolment) {
    if (row.schoolYear === schoolYear) pupils.set(row.school, (pupils.get(row.school) ?? 0) + row.pupils)
  }
  const buildings = new Map<string, string[]>()
  for (const { school, building } of pairs) buildings.set(school, [...(buildings.get(school) ?? []), building])
  return (await listSchools(store.db, pairs, view)).map(({ code, name, board }) => ({
    code,
    name,
    board,
    buildings: buildings.get(code) ?? [],
    schoolYear,
    pupils: pupils.get(code) ?? null,
  }))
}

/** In the words of the columns: a place is two of them. */
const COORDINATE_COLUMNS = ['lon', 'lat'] as const

async function buildingRows(session: Session, view: View): Promise<BuildingRow[]> {
  const { db } = session.store
  const schools = new Map<string, string[]>()
  for (const { school, building } of await listSchoolBuildings(db, view)) {
    schools.set(building, [...(schools.get(building) ?? []), school])
  }
  const devices = await devicesByBuilding(session, view)
  return (await listBuildings(db, view)).map(({ code, name, coordinates, municipality, mrc, region, overridden }) => ({
    code,
    name,
    municipality,
    mrc,
    region,
    lon: coordinates?.[0] ?? null,
    lat: coordinates?.[1] ?? null,
    schools: schools.get(code) ?? [],
    devices: devices[code]?.answered ?? 0,
    overridden: (overridden ?? []).flatMap((field) => (field === 'coordinates' ? COORDINATE_COLUMNS : [field])),
  }))
}

type Rows = readonly object[] | AsyncIterable<object>

/** What `list <noun>` gives: rows, all at once or one after the other. `view` says whether what people ignore is there. */
export const LISTS: Readonly<Record<string, (session: Session, view: View) => Promise<Rows> | AsyncIterable<object>>> =
  {
    boards: ({ store }) => listBoards(store.db),
    schools: schoolRows,
    buildings: buildingRows,
    devices: async (session, view) =>
      sortedByAddress(
        await listDevices(session.store.db, await sessionLocator(session), scopeOf(session.config), view),
        ({ managementAddress }) => managementAddress,
      ),
    interfaces: ({ store, config }, view) => listInterfaces(store.db, scopeOf(config), view),
    neighbours: ({ store, config }, view) => listNeighbours(store.db, scopeOf(config), view),
    components: ({ store, config }, view) => listComponents(store.db, scopeOf(config), view),
    'access-points': ({ store, config }, view) => listAccessPoints(store.db, scopeOf(config), view),
    links: (session, view) => linkRows(session, view),
    'wan-links': ({ store }, view) => listWanLinks(store.db, view),
    traffic: (session, view) => trafficRows(session, view),
    equipment: ({ store }) => listEquipment(store.db),
    territories: async ({ store }) =>
      (await listTerritories(store.db)).map(({ board, name, language }) => ({ board, name, language })),
    deprivation: async ({ store }) => deriveDeprivation(await listDeprivationFacts(store.db)),
    fleet: ({ store, config }) => listFleet(store.db, scopeOf(config)),
    changes: (session, view) => allChanges(session, view),
    scans: ({ store }) => listScans(store.db),
    overrides: (session, view) => overrideRows(session, { removedToo: view === 'all' }),
  }
